//! Indikatoren: the cards of all indicators; the chosen one can be edited beside the table.

use super::{card_form, pane, toolbar};
use crate::domain::{Direction, Indicator, IndicatorId, PlanningData};
use crate::project::{Command, IndicatorCommand};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::{Align, CentralPanel, Frame, Layout, Ui};

/// Which card is in view.
#[derive(Default)]
pub(super) struct Indicators {
    selected: Option<IndicatorId>,
    /// The newest card when another was asked for: the one after it is chosen as soon as it is there.
    newest_before: Option<IndicatorId>,
}

impl Indicators {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let data = &cx.snapshot.data;
        self.choose_new(data);
        let reason = cx.snapshot.read_only.as_deref();
        if cx.triggered(UiAction::NewEntry) && reason.is_none() {
            self.add(cx);
        }
        if data.indicators.is_empty() {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                let state = EmptyState::new(words::NO_INDICATORS, words::NO_INDICATORS_WHY)
                    .primary(icon::UPLOAD_SIMPLE, UiAction::ImportTable.label())
                    .secondary(icon::PLUS, words::ADD_CARD);
                match state.show(ui) {
                    Some(EmptyChoice::Primary) => cx.outbox.action(UiAction::ImportTable),
                    Some(EmptyChoice::Secondary) => self.add(cx),
                    None => {}
                }
            });
            return;
        }
        let at = self.selected.and_then(|id| data.indicators.iter().position(|card| card.id == id)).unwrap_or(0);
        if let Some(card) = data.indicators.get(at) {
            self.selected = Some(card.id);
            pane(ui, cx, "daten-card", false, 360.0, |ui, cx| card_form::show(ui, cx, card));
        }
        self.table(ui, cx, at);
    }

    fn table(&mut self, ui: &mut Ui, cx: &mut PanelCx, at: usize) {
        let data = &cx.snapshot.data;
        let reason = cx.snapshot.read_only.as_deref();
        let columns = columns();
        let mut describe = |index: usize, row: &mut Row<'_>| {
            if let Some(card) = data.indicators.get(index) {
                fill(data, card, row);
            }
        };
        let table =
            DataTable::new("cards", words::LIST_OF_INDICATORS, &columns).rows(data.indicators.len()).selected(Some(at));
        let mut copy = cx.triggered(UiAction::CopyTable);
        toolbar(ui, "daten-cards-toolbar", |ui| {
            let keys = UiAction::NewEntry.shortcut_text();
            let add = Button::secondary(words::ADD_CARD).icon(icon::PLUS).shortcut(&keys).compact();
            if add.disabled_reason(reason).show(ui).clicked() && reason.is_none() {
                self.add(cx);
            }
            label::small(ui, &words::cards_listed(data.indicators.len()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                copy |= Button::ghost(words::COPY).icon(icon::COPY).compact().show(ui).clicked();
            });
        });
        if copy {
            let copied = table.tab_separated(&mut describe);
            let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), None, &copied);
            cx.outbox.push(Intent::Copy(copied));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            let response = table.show(ui, describe);
            if let Some(card) = response.selected.and_then(|at| data.indicators.get(at)) {
                self.selected = Some(card.id);
            }
        });
    }

    fn choose_new(&mut self, data: &PlanningData) {
        let Some(before) = self.newest_before else { return };
        if let Some(card) = data.indicators.iter().filter(|card| card.id > before).max_by_key(|card| card.id) {
            self.selected = Some(card.id);
            self.newest_before = None;
        }
    }

    fn add(&mut self, cx: &mut PanelCx) {
        let data = &cx.snapshot.data;
        self.newest_before = Some(data.indicators.iter().map(|card| card.id).max().unwrap_or(IndicatorId(0)));
        let taken = |code: &str| data.indicator_by_code(code).is_some();
        let code = (1_u32..).map(words::new_code).find(|code| !taken(code)).unwrap_or_default();
        cx.outbox.command(Command::Indicator(IndicatorCommand::Add(empty_card(code))));
    }
}

fn empty_card(code: String) -> Indicator {
    Indicator {
        id: IndicatorId(0),
        code,
        name: words::NEW_CARD.to_owned(),
        definition: String::new(),
        numerator: String::new(),
        denominator: String::new(),
        age_bounds: String::new(),
        unit: "%".to_owned(),
        scale: 100.0,
        decimals: 1,
        direction: Direction::Context,
        dimension: String::new(),
        handlungsfeld: None,
        source: String::new(),
        caveat: String::new(),
        is_population: false,
        breaks: Vec::new(),
    }
}

fn columns() -> [Column<'static>; 6] {
    [
        Column::text(words::NAME).flex(170.0),
        Column::text(words::CODE).flex(90.0),
        Column::text(words::UNIT).fixed(84.0),
        Column::text(words::DIRECTION).fixed(176.0),
        Column::text(words::DIMENSION).flex(90.0),
        Column::number(words::VALUES).fixed(76.0),
    ]
}

fn fill(data: &PlanningData, card: &Indicator, row: &mut Row<'_>) {
    row.name(&card.name);
    row.small(&card.code);
    row.small(&card.unit);
    row.small(text::direction(card.direction));
    row.small(&card.dimension);
    let count = super::value_count(data, card.id);
    if count == 0 { row.quiet(words::NONE) } else { row.text(&text::count(i64::try_from(count).unwrap_or(i64::MAX))) }
}
