//! Statements: list and form, each beside the number it speaks of.

use super::selection::Selection;
use super::{example, locked, pane, remove};
use crate::domain::{AreaId, Aussage, AussageId, AussageStance};
use crate::project::{Command, VorOrtCommand};
use crate::text;
use crate::text::panel::vor_ort as words;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Inspected, Intent, PanelCx, UiAction};
use egui::{Align, CentralPanel, Frame, Layout, Ui};

/// State of the tab.
#[derive(Default)]
pub(super) struct Aussagen {
    selection: Selection<AussageId>,
}

/// The number that a statement speaks of.
struct Evidence {
    name: String,
    period: String,
    value: String,
    inspected: Inspected,
}

impl Aussagen {
    /// Adds a statement and selects it as soon as it is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx, area: AreaId) {
        let own = cx.snapshot.vor_ort.aussagen.iter().filter(|aussage| aussage.area == area);
        self.selection.await_new(own.map(|aussage| aussage.id));
        let aussage = Aussage { date: Some(cx.today), ..Aussage::new(area, words::NEW_STATEMENT) };
        cx.outbox.command(Command::VorOrt(VorOrtCommand::AddAussage(aussage)));
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        let stored = cx.snapshot.vor_ort.aussagen.iter();
        let mut own: Vec<&Aussage> = stored.filter(|aussage| aussage.area == area).collect();
        own.sort_by_key(|aussage| (std::cmp::Reverse(aussage.date), aussage.id));
        let ids: Vec<AussageId> = own.iter().map(|aussage| aussage.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(aussage) = selected.at.and_then(|at| own.get(at)) {
            if selected.is_new {
                let field = Field::new(words::STATEMENT, aussage.id).id();
                ui.memory_mut(|memory| memory.request_focus(field));
            }
            pane(ui, cx, "aussage", |ui, cx| form(ui, cx, aussage));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if own.is_empty() {
                EmptyState::new(words::NO_STATEMENTS, words::NO_STATEMENTS_WHY).hint(words::BY_KEYS).show(ui);
            } else if let Some(chosen) = list(ui, cx, &own, selected.at) {
                self.selection.select(ids.get(chosen).copied());
            }
        });
    }
}

fn list(ui: &mut Ui, cx: &mut PanelCx, own: &[&Aussage], selected: Option<usize>) -> Option<usize> {
    let wide = ui.available_width() > 780.0;
    let mut columns = vec![Column::text(words::DATE).fixed(96.0), Column::text(words::STATEMENT).flex(190.0)];
    if wide {
        columns.push(Column::text(words::OCCASION).flex(90.0));
        columns.push(Column::text(words::INDICATOR).flex(90.0));
    }
    columns.push(Column::number(words::VALUE).fixed(92.0));
    columns.push(Column::text(words::STANCE_SHORT).fixed(172.0));
    let evidence: Vec<Option<Evidence>> = own.iter().map(|aussage| evidence(cx, aussage)).collect();
    let mut inspect = None;
    let table = DataTable::new("aussagen", words::STATEMENTS, &columns).rows(own.len()).selected(selected).named_by(1);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(aussage) = own.get(index) else { return };
        row.small(&aussage.date.map_or_else(String::new, text::date));
        if aussage.demonstration {
            row.name_with_badge(&aussage.text, Tone::Warn, icon::FLASK, words::EXAMPLE);
        } else {
            row.name(&aussage.text);
        }
        let known = evidence.get(index).and_then(Option::as_ref);
        if wide {
            row.small(&aussage.occasion);
            row.small(known.map_or("", |known| known.name.as_str()));
        }
        match known {
            Some(known) => row.widget(&known.value, |ui, _| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if Button::link(&known.value).show(ui).clicked() {
                        inspect = Some(known.inspected);
                    }
                });
            }),
            None => row.empty(),
        }
        let (tone, symbol) = stance_mark(aussage.stance);
        row.badge(tone, symbol, text::aussage_stance(aussage.stance));
    };
    if cx.triggered(UiAction::CopyTable) {
        cx.outbox.push(Intent::Copy(table.tab_separated(&mut describe)));
    }
    let chosen = table.show(ui, describe).selected;
    if let Some(inspected) = inspect {
        cx.outbox.push(Intent::Inspect(inspected));
    }
    chosen
}

fn stance_mark(stance: AussageStance) -> (Tone, &'static str) {
    match stance {
        AussageStance::Stuetzt => (Tone::Ok, icon::CHECK),
        AussageStance::Widerspricht => (Tone::Err, icon::ARROWS_LEFT_RIGHT),
        AussageStance::Ergaenzt => (Tone::Neutral, icon::PLUS),
    }
}

/// The newest observation of the indicator for the area, with its sign where there is no number.
fn evidence(cx: &PanelCx, aussage: &Aussage) -> Option<Evidence> {
    let data = &cx.snapshot.data;
    let indicator = data.indicator_by_code(&aussage.indicator)?;
    let periods = data.periods_of(indicator.id);
    let newest = periods.into_iter().rev();
    let (period, observation) =
        newest.filter_map(|period| Some((period, data.dataset.get(indicator.id, aussage.area, period.id)?))).next()?;
    let value = match observation.value {
        Some(value) => text::value_with_unit(value, indicator.decimals, &indicator.unit),
        None => text::status_label(observation.status).to_owned(),
    };
    let inspected = Inspected::Value { indicator: indicator.id, area: aussage.area, period: period.id };
    Some(Evidence { name: indicator.name.clone(), period: period.label.clone(), value, inspected })
}

fn form(ui: &mut Ui, cx: &mut PanelCx, aussage: &Aussage) {
    let (id, locked) = (aussage.id, locked(cx));
    let mut changed = aussage.clone();
    example(ui, aussage.demonstration);
    let field = Field::new(words::STATEMENT, id).rows(5).note(words::STATEMENT_NOTE).disabled_reason(locked);
    if let Edit::Set(text) = field.show_text(ui, &aussage.text) {
        changed.text = text;
    }
    let field = Field::new(words::OCCASION, id).disabled_reason(locked);
    if let Edit::Set(occasion) = field.show_text(ui, &aussage.occasion) {
        changed.occasion = occasion;
    }
    let field = Field::new(words::DATE, id).width(130.0).disabled_reason(locked);
    if let Some(date) = field.show_date(ui, aussage.date).changed() {
        changed.date = date;
    }
    relation(ui, cx, aussage, &mut changed, locked);
    if changed != *aussage {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::UpdateAussage(changed)));
    }
    if remove(ui, cx, words::REMOVE_STATEMENT) {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::RemoveAussage(id)));
    }
}

/// Which number it speaks of, and whether it supports it.
fn relation(ui: &mut Ui, cx: &mut PanelCx, aussage: &Aussage, changed: &mut Aussage, locked: Option<&'static str>) {
    let width = ui.available_width();
    let mut indicators = vec![(String::new(), words::NO_INDICATOR.to_owned())];
    indicators.extend(cx.snapshot.data.indicators.iter().map(|one| (one.code.clone(), one.name.clone())));
    let combo = Combo::new(words::INDICATOR).with_label().width(width).disabled_reason(locked);
    if let Some(code) = combo.show(ui, Some(&aussage.indicator), &indicators) {
        changed.indicator = code;
    }
    if let Some(known) = evidence(cx, aussage) {
        ui.horizontal_wrapped(|ui| {
            label::small(ui, &words::value_of(&known.name, &known.period));
            if Button::link(&known.value).show(ui).clicked() {
                cx.outbox.push(Intent::Inspect(known.inspected));
            }
        });
    } else if !aussage.indicator.is_empty() {
        label::hint(ui, words::NO_VALUE);
    }
    let stances = AussageStance::ALL.map(|stance| (stance, text::aussage_stance(stance)));
    let combo = Combo::new(words::STANCE).with_label().width(width).disabled_reason(locked);
    if let Some(stance) = combo.show(ui, Some(&aussage.stance), &stances) {
        changed.stance = stance;
    }
    let (tone, symbol) = stance_mark(aussage.stance);
    badge(ui, tone, symbol, text::aussage_stance(aussage.stance));
}
