//! Events of participation: list, form, and below them what came out of the one selected.

use super::results;
use super::{edit_from_list, example, locked, pane, remove};
use crate::domain::{AreaId, ErreichteGruppe, Veranstaltung, VeranstaltungId, VeranstaltungsForm};
use crate::project::{BeteiligungCommand, Command};
use crate::text;
use crate::text::panel::beteiligung as words;
use crate::text::panel::vor_ort as shared;
use crate::theme::space;
use crate::ui::selection::{Selection, await_entry, is_awaited};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::{CentralPanel, Frame, Panel, Ui};
use std::cmp::Reverse;

/// State of the view.
#[derive(Default)]
pub(super) struct Veranstaltungen {
    selection: Selection<VeranstaltungId>,
}

impl Veranstaltungen {
    /// Adds an event and selects it as soon as it is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx, area: AreaId) {
        let own = cx.snapshot.vor_ort.veranstaltungen.iter().filter(|event| event.area == area);
        self.selection.await_new(own.map(|event| event.id));
        let event = Veranstaltung {
            id: VeranstaltungId(0),
            area,
            form: VeranstaltungsForm::default(),
            title: words::NEW_EVENT.to_owned(),
            date: Some(cx.today),
            place: String::new(),
            groups: Vec::new(),
            theses: Vec::new(),
            demonstration: false,
        };
        send(cx, BeteiligungCommand::AddVeranstaltung(event));
    }

    /// Selects an event.
    pub(super) fn open(&mut self, id: VeranstaltungId) {
        self.selection.select(Some(id));
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.selection.forget_new();
    }

    /// Draws the view.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        let snapshot = cx.snapshot;
        let all = snapshot.vor_ort.veranstaltungen.iter();
        let mut own: Vec<&Veranstaltung> = all.filter(|event| event.area == area).collect();
        own.sort_by_key(|event| (Reverse(event.date), event.id));
        let ids: Vec<VeranstaltungId> = own.iter().map(|event| event.id).collect();
        let selected = self.selection.settle(&ids);
        let current = selected.at.and_then(|at| own.get(at).copied());
        if let Some(event) = current {
            if selected.is_new {
                Field::new(words::TITLE, event.id).focus_all(ui, &event.title);
            }
            pane(ui, cx, "veranstaltung", |ui, cx| form(ui, cx, event));
            let height = (ui.available_height() * 0.6).round();
            Panel::bottom("veranstaltung-ergebnisse")
                .exact_size(height)
                .resizable(false)
                .show_separator_line(false)
                .frame(Frame::NONE)
                .show(ui, |ui| results::show(ui, cx, event));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if own.is_empty() {
                EmptyState::new(words::NO_EVENTS, words::NO_EVENTS_WHY).hint(shared::BY_KEYS).show(ui);
            } else if let Some(chosen) = list(ui, cx, &own, selected.at) {
                self.selection.select(ids.get(chosen).copied());
            }
        });
    }
}

fn list(ui: &mut Ui, cx: &mut PanelCx, own: &[&Veranstaltung], selected: Option<usize>) -> Option<usize> {
    let (with_form, wide) = (ui.available_width() > 760.0, ui.available_width() > 900.0);
    let mut columns = vec![Column::text(words::DATE).fixed(90.0), Column::text(words::TITLE).flex(170.0)];
    if with_form {
        columns.push(Column::text(words::FORM).fixed(136.0));
    }
    if wide {
        columns.push(Column::text(words::PLACE).flex(90.0));
    }
    columns.push(Column::number(words::REACHED_HEAD).fixed(98.0));
    columns.push(Column::text(words::RESULTS_HEAD).fixed(230.0));
    let site = &cx.snapshot.vor_ort;
    let table =
        DataTable::new("veranstaltungen", words::EVENTS, &columns).rows(own.len()).selected(selected).named_by(1);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(event) = own.get(index) else { return };
        row.small(&event.date.map_or_else(String::new, text::date));
        if event.demonstration {
            row.name_with_badge(&event.title, Tone::Warn, icon::FLASK, if wide { shared::EXAMPLE } else { "" });
        } else {
            row.name(&event.title);
        }
        if with_form {
            row.small(text::veranstaltungsform(event.form));
        }
        if wide {
            row.small(&event.place);
        }
        match event.reached() {
            Some(_) => row.text(&words::reached(event.reached())),
            None => row.small(words::NOT_COUNTED),
        }
        let ideas = site.ideen.iter().filter(|idee| idee.veranstaltung == event.id).count();
        let helpers = site.mitwirkungen.iter().filter(|helper| helper.veranstaltung == event.id).count();
        row.small(&words::results(event.theses.len(), ideas, helpers));
    };
    if cx.actions.contains(&UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), cx.focus.area, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    let response = table.show(ui, describe);
    let edited = response.activated.and_then(|at| own.get(at));
    edit_from_list(ui, edited.map(|event| Field::new(words::TITLE, event.id).id()));
    response.selected
}

fn form(ui: &mut Ui, cx: &mut PanelCx, event: &Veranstaltung) {
    let (id, locked) = (event.id, locked(cx));
    let mut changed = event.clone();
    label::h3(ui, &event.title);
    example(ui, event.demonstration);
    let title = Field::new(words::TITLE, id).never_empty().disabled_reason(locked);
    if let Edit::Set(title) = title.show_text(ui, &event.title) {
        changed.title = title;
    }
    let forms = VeranstaltungsForm::ALL.map(|form| (form, text::veranstaltungsform(form)));
    let width = ui.available_width();
    let combo = Combo::new(words::FORM).with_label().width(width).disabled_reason(locked);
    if let Some(form) = combo.show(ui, Some(&event.form), &forms) {
        changed.form = form;
    }
    let field = Field::new(words::DATE, id).width(130.0).disabled_reason(locked);
    if let Some(date) = field.show_date(ui, event.date).changed() {
        changed.date = date;
    }
    if let Edit::Set(place) = Field::new(words::PLACE, id).disabled_reason(locked).show_text(ui, &event.place) {
        changed.place = place;
    }
    groups(ui, event, &mut changed, locked);
    if changed != *event {
        send(cx, BeteiligungCommand::UpdateVeranstaltung(changed));
    }
    if remove(ui, cx, words::REMOVE_EVENT) {
        send(cx, BeteiligungCommand::RemoveVeranstaltung(id));
    }
}

/// Groups with the number reached.
fn groups(ui: &mut Ui, event: &Veranstaltung, changed: &mut Veranstaltung, locked: Option<&'static str>) {
    ui.add_space(space::XS);
    label::small(ui, words::GROUPS);
    let mut gone = None;
    for (at, group) in event.groups.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let width = ui.available_width() - 70.0 - 24.0 - 2.0 * space::XS;
            let name = words::group(at + 1);
            let field = Field::new(&name, (event.id, at)).hide_label().compact().width(width).disabled_reason(locked);
            if is_awaited(ui, ("gruppen", event.id), at) {
                field.focus_all(ui, &group.group);
            }
            if let Edit::Set(words) = field.never_empty().show_text(ui, &group.group) {
                changed.groups[at].group = words;
            }
            let name = format!("{name}, {}", words::REACHED);
            let field = Field::new(&name, (event.id, at)).hide_label().compact().width(70.0).disabled_reason(locked);
            let reached = field.placeholder(words::NONE).show_count(ui, group.reached, MOST_PEOPLE);
            if let Some(reached) = reached.changed() {
                changed.groups[at].reached = reached;
            }
            let button = Button::icon_only(icon::TRASH, words::REMOVE_GROUP).compact().disabled_reason(locked);
            if button.show(ui).clicked() {
                gone = Some(at);
            }
        });
    }
    if let Some(at) = gone {
        changed.groups.remove(at);
    }
    label::hint(ui, words::GROUPS_NOTE);
    if Button::secondary(words::ADD_GROUP).icon(icon::PLUS).compact().disabled_reason(locked).show(ui).clicked() {
        await_entry(ui, ("gruppen", event.id), event.groups.len());
        changed.groups.push(ErreichteGruppe { group: words::NEW_GROUP.to_owned(), reached: None });
    }
}

/// No event reaches more people.
pub(super) const MOST_PEOPLE: u32 = 999_999;

/// Sends a command.
pub(super) fn send(cx: &mut PanelCx, command: BeteiligungCommand) {
    cx.outbox.command(Command::Beteiligung(command));
}
