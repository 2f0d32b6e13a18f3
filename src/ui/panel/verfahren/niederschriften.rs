//! Minutes of working groups; what they left open becomes a Wiedervorlage on request.

use super::form::{self, area_combo, area_name, example, locked};
use crate::domain::{
    AreaId, Niederschrift, NiederschriftId, Tagesordnungspunkt, Wiedervorlage, WiedervorlageId, WiedervorlageLink,
};
use crate::project::{Command, VerfahrenCommand};
use crate::text;
use crate::text::panel::verfahren::entries as words;
use crate::ui::selection::Selection;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::Field;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::{CentralPanel, Frame, Ui};

/// State of the tab.
#[derive(Default)]
pub(super) struct Niederschriften {
    selection: Selection<NiederschriftId>,
}

impl Niederschriften {
    /// Adds minutes of today for the current area.
    pub(super) fn add(&mut self, cx: &mut PanelCx) {
        self.selection.await_new(cx.snapshot.verfahren.niederschriften.iter().map(|entry| entry.id));
        let entry = Niederschrift {
            id: NiederschriftId(0),
            date: cx.today,
            arbeitsgruppe: words::NEW_GROUP.to_owned(),
            area: cx.focus.area,
            anwesend: Vec::new(),
            punkte: vec![Tagesordnungspunkt::default()],
            offen: Vec::new(),
            demonstration: false,
        };
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::AddNiederschrift(entry)));
    }

    /// Shows these minutes.
    pub(super) fn select(&mut self, id: NiederschriftId) {
        self.selection.select(Some(id));
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.selection.forget_new();
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId]) {
        let all = &cx.snapshot.verfahren.niederschriften;
        let ids: Vec<NiederschriftId> = all.iter().map(|entry| entry.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(entry) = selected.at.and_then(|at| all.get(at)) {
            if selected.is_new {
                Field::new(words::GROUP, entry.id).focus_all(ui, &entry.arbeitsgruppe);
            }
            form::pane(ui, cx, "niederschrift", |ui, cx| minutes(ui, cx, areas, entry));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if all.is_empty() {
                EmptyState::new(words::NIEDERSCHRIFTEN_NONE, words::NIEDERSCHRIFTEN_WHY).show(ui);
            } else if let Some(chosen) = list(ui, cx, selected.at) {
                self.selection.select(ids.get(chosen).copied());
            }
        });
    }
}

fn list(ui: &mut Ui, cx: &mut PanelCx, selected: Option<usize>) -> Option<usize> {
    let all = &cx.snapshot.verfahren.niederschriften;
    let columns = [
        Column::text(words::DATE).fixed(96.0),
        Column::text(words::GROUP).flex(220.0),
        Column::text(words::AREA).fixed(184.0),
        Column::number(words::OPEN_POINTS).fixed(110.0),
    ];
    let table = DataTable::new("niederschriften", words::NIEDERSCHRIFTEN, &columns);
    let table = table.rows(all.len()).selected(selected).named_by(1);
    let reader: &PanelCx = cx;
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(entry) = all.get(index) else { return };
        row.text(&text::date(entry.date));
        if entry.demonstration {
            row.name_with_badge(&entry.arbeitsgruppe, Tone::Warn, icon::FLASK, words::EXAMPLE);
        } else {
            row.name(&entry.arbeitsgruppe);
        }
        row.small(area_name(reader, entry.area));
        row.quiet(&entry.offen.len().to_string());
    };
    let copied = reader.triggered(UiAction::CopyTable).then(|| table.tab_separated(&mut describe));
    let chosen = table.show(ui, describe).selected;
    if let Some(copied) = copied {
        let copied = picture::copied_records(cx.snapshot, cx.today, words::NIEDERSCHRIFTEN, None, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    chosen
}

fn minutes(ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId], entry: &Niederschrift) {
    let (id, locked) = (entry.id, locked(cx));
    let mut changed = entry.clone();
    label::h3(ui, &entry.arbeitsgruppe);
    example(ui, entry.demonstration);
    form::needed(ui, words::GROUP, id, 1, locked, &mut changed.arbeitsgruppe);
    let day = Field::new(words::DATE, id).width(130.0).never_empty().disabled_reason(locked);
    if let Some(date) = day.show_date(ui, Some(entry.date)).set() {
        changed.date = date;
    }
    if let Some(area) = area_combo(ui, cx, areas, entry.area) {
        changed.area = area;
    }
    form::lines(ui, (words::PRESENT, words::PRESENT_NOTE), id, 3, locked, &mut changed.anwesend);
    topics(ui, id, locked, &mut changed.punkte);
    form::lines(ui, (words::OPEN_POINTS, words::OPEN_POINTS_NOTE), id, 3, locked, &mut changed.offen);
    open_points(ui, cx, entry);
    if changed != *entry {
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::UpdateNiederschrift(changed)));
    }
    if form::remove(ui, words::REMOVE, locked) {
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::RemoveNiederschrift(id)));
    }
}

fn topics(ui: &mut Ui, id: NiederschriftId, locked: Option<&'static str>, punkte: &mut Vec<Tagesordnungspunkt>) {
    label::section(ui, words::TOPICS);
    let mut gone = None;
    for (at, punkt) in punkte.iter_mut().enumerate() {
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 36.0;
            ui.vertical(|ui| {
                ui.set_width(width);
                form::text(ui, &words::topic(at + 1), (id, at), 1, locked, &mut punkt.thema);
                form::text(ui, &words::topic_result(at + 1), (id, at), 2, locked, &mut punkt.ergebnis);
            });
            let spoken = words::remove_topic(at + 1);
            if Button::icon_only(icon::TRASH, &spoken).compact().disabled_reason(locked).show(ui).clicked() {
                gone = Some(at);
            }
        });
    }
    if let Some(at) = gone {
        punkte.remove(at);
    }
    if Button::ghost(words::ADD_TOPIC).icon(icon::PLUS).compact().disabled_reason(locked).show(ui).clicked() {
        punkte.push(Tagesordnungspunkt::default());
    }
}

/// Each open point with whether it comes up again, or the button that makes it so.
fn open_points(ui: &mut Ui, cx: &mut PanelCx, entry: &Niederschrift) {
    let locked = locked(cx);
    let link = Some(WiedervorlageLink::Niederschrift(entry.id));
    for point in &entry.offen {
        label::small(ui, point);
        let mut known = cx.snapshot.verfahren.wiedervorlagen.iter();
        if known.any(|other| other.link == link && other.text == *point) {
            badge(ui, Tone::Ok, icon::CHECK, words::HAS_WIEDERVORLAGE);
            continue;
        }
        let button = Button::secondary(words::TO_WIEDERVORLAGE).icon(icon::CALENDAR_CHECK).compact();
        if button.disabled_reason(locked).show(ui).clicked() {
            let wiedervorlage = Wiedervorlage {
                id: WiedervorlageId(0),
                date: cx.today.saturating_add(jiff::Span::new().days(14)),
                text: point.clone(),
                area: entry.area,
                link,
                done: None,
                demonstration: entry.demonstration,
            };
            cx.outbox.command(Command::Verfahren(VerfahrenCommand::AddWiedervorlage(wiedervorlage)));
        }
    }
}
