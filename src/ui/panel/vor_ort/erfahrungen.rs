//! Experience from earlier programmes, linked to goals and measures, and the catalogue of measures.

use super::{edit_from_list, example, katalog, locked, pane, remove, toolbar};
use crate::domain::{AreaId, Erfahrung, ErfahrungId, Handlungsfeld, Handlungsprogramm};
use crate::project::{Command, ErfahrungCommand};
use crate::text;
use crate::text::panel::erfahrungen as words;
use crate::text::panel::vor_ort as shared;
use crate::text::report::measure_number;
use crate::theme::{TypeStyle, space};
use crate::ui::selection::{self, Selection};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::{Edit, Field, check_box};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction, aktionsraeume, picture};
use egui::{CentralPanel, Frame, Ui};

/// What is in view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    Experience,
    Catalogue,
}

/// State of the tab.
#[derive(Default)]
pub(super) struct Erfahrungen {
    view: View,
    selection: Selection<ErfahrungId>,
    katalog: katalog::Katalog,
}

impl Erfahrungen {
    /// Adds an experience and selects it as soon as it is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx) {
        self.view = View::Experience;
        self.selection.await_new(cx.snapshot.vor_ort.erfahrungen.iter().map(|one| one.id));
        let erfahrung = Erfahrung {
            id: ErfahrungId(0),
            title: words::NEW.to_owned(),
            programme: String::new(),
            period: String::new(),
            done: String::new(),
            result: String::new(),
            lesson: String::new(),
            source: String::new(),
            handlungsfelder: Vec::new(),
            areas: Vec::new(),
            ziele: Vec::new(),
            massnahmen: Vec::new(),
            demonstration: false,
        };
        send(cx, ErfahrungCommand::Add(erfahrung));
    }

    /// Shows an experience with its form.
    pub(super) fn open(&mut self, id: ErfahrungId) {
        self.view = View::Experience;
        self.selection.select(Some(id));
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.selection.forget_new();
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        toolbar(ui, cx, "erfahrungen-ansicht", |ui, _| {
            let views = [(View::Experience, words::EXPERIENCE), (View::Catalogue, words::CATALOGUE)];
            if let Some(view) = segment(ui, self.view, &views) {
                selection::release_focus(ui);
                self.view = view;
            }
        });
        match self.view {
            View::Experience => self.show_experience(ui, cx, area),
            View::Catalogue => self.katalog.show(ui, cx, area),
        }
    }

    fn show_experience(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        let own = own(cx, area);
        let ids: Vec<ErfahrungId> = own.iter().map(|one| one.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(erfahrung) = selected.at.and_then(|at| own.get(at)) {
            if selected.is_new {
                Field::new(words::TITLE, erfahrung.id).focus_all(ui, &erfahrung.title);
            }
            pane(ui, cx, "erfahrung", |ui, cx| form(ui, cx, area, erfahrung));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if own.is_empty() {
                EmptyState::new(words::NONE_YET, words::NONE_YET_WHY).hint(shared::BY_KEYS).show(ui);
            } else if let Some(chosen) = list(ui, cx, area, &own, selected.at) {
                self.selection.select(ids.get(chosen).copied());
            }
        });
    }
}

/// Experience that concerns the area: it can be carried over, or its programme has taken it up.
fn own<'a>(cx: &PanelCx<'a>, area: AreaId) -> Vec<&'a Erfahrung> {
    let programme = cx.snapshot.programme_of(area);
    cx.snapshot.vor_ort.erfahrungen.iter().filter(|one| one.concerns(area, programme)).collect()
}

/// How many goals and measures of a programme build on it.
fn links(programme: &Handlungsprogramm, erfahrung: &Erfahrung) -> (usize, usize) {
    let goals = programme.ziele.iter().filter(|ziel| erfahrung.ziele.contains(&ziel.id)).count();
    let measures = programme.massnahmen.iter().filter(|one| erfahrung.massnahmen.contains(&one.id)).count();
    (goals, measures)
}

fn list(ui: &mut Ui, cx: &mut PanelCx, area: AreaId, own: &[&Erfahrung], selected: Option<usize>) -> Option<usize> {
    let (wide, roomy) = (ui.available_width() > 760.0, ui.available_width() > 1000.0);
    let mut columns = vec![Column::text(words::TITLE).flex(230.0)];
    if wide {
        columns.push(Column::text(words::PROGRAMME).flex(110.0));
    }
    columns.push(Column::text(words::LESSON).flex(180.0));
    columns.push(Column::text(words::TAKEN_UP).fixed(170.0));
    let programme = cx.snapshot.programme_of(area);
    let table = DataTable::new("erfahrungen", words::EXPERIENCE, &columns).rows(own.len()).selected(selected);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(one) = own.get(index) else { return };
        if one.demonstration {
            row.name_with_badge(&one.title, Tone::Warn, icon::FLASK, if roomy { shared::EXAMPLE } else { "" });
        } else {
            row.name(&one.title);
        }
        if wide {
            row.small(&one.programme);
        }
        row.small(&one.lesson);
        let (goals, measures) = programme.map_or((0, 0), |programme| links(programme, one));
        let taken_up = words::taken_up(goals, measures);
        if goals + measures > 0 {
            row.badge(Tone::Ok, icon::LINK, &taken_up);
        } else {
            row.small(&taken_up);
        }
    };
    if cx.actions.contains(&UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), cx.focus.area, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    let response = table.show(ui, describe);
    let edited = response.activated.and_then(|at| own.get(at));
    edit_from_list(ui, edited.map(|one| Field::new(words::TITLE, one.id).id()));
    response.selected
}

fn form(ui: &mut Ui, cx: &mut PanelCx, area: AreaId, erfahrung: &Erfahrung) {
    let (id, locked) = (erfahrung.id, locked(cx));
    let mut changed = erfahrung.clone();
    label::h3(ui, &erfahrung.title);
    example(ui, erfahrung.demonstration);
    let text = |ui: &mut Ui, name: &'static str, rows: usize, note: &'static str, value: &mut String| {
        let field = Field::new(name, id).rows(rows).note(note).disabled_reason(locked);
        let field = if name == words::TITLE { field.never_empty() } else { field };
        if let Edit::Set(entered) = field.show_text(ui, value) {
            *value = entered;
        }
    };
    text(ui, words::TITLE, 1, "", &mut changed.title);
    text(ui, words::PROGRAMME, 1, words::PROGRAMME_NOTE, &mut changed.programme);
    text(ui, words::PERIOD, 1, "", &mut changed.period);
    text(ui, words::DONE, 2, "", &mut changed.done);
    text(ui, words::RESULT, 2, "", &mut changed.result);
    text(ui, words::LESSON, 3, words::LESSON_NOTE, &mut changed.lesson);
    text(ui, words::SOURCE, 1, "", &mut changed.source);
    if locked.is_none() {
        links_of(ui, cx, area, &mut changed);
        fields(ui, &mut changed);
        areas(ui, cx, &mut changed);
    }
    if changed != *erfahrung {
        send(cx, ErfahrungCommand::Update(changed));
    }
    if remove(ui, cx, words::REMOVE) {
        send(cx, ErfahrungCommand::Remove(id));
    }
}

/// Which goals and measures of the area's programme build on it.
fn links_of(ui: &mut Ui, cx: &PanelCx, area: AreaId, changed: &mut Erfahrung) {
    ui.add_space(space::XS);
    label::h3(ui, words::LINKS);
    let Some(programme) = cx.snapshot.programme_of(area) else {
        label::hint(ui, words::NO_PROGRAMME);
        return;
    };
    if programme.ziele.is_empty() && programme.massnahmen.is_empty() {
        label::hint(ui, words::NOTHING_TO_LINK);
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    for massnahme in &programme.massnahmen {
        let name = format!("{} {}", measure_number(massnahme.number), massnahme.titel);
        if let Some(on) = link(ui, changed.massnahmen.contains(&massnahme.id), &name) {
            toggle(&mut changed.massnahmen, massnahme.id, on);
        }
    }
    for ziel in &programme.ziele {
        if let Some(on) = link(ui, changed.ziele.contains(&ziel.id), &ziel.text) {
            toggle(&mut changed.ziele, ziel.id, on);
        }
    }
    ui.spacing_mut().item_spacing.y = 8.0;
}

/// A box before words that may be cut.
fn link(ui: &mut Ui, checked: bool, name: &str) -> Option<bool> {
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let clicked = crate::ui::widget::field::check_box_named(ui, checked, name);
        label::elided(ui, name, TypeStyle::Small);
        clicked
    });
    row.inner
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T, on: bool) {
    if on {
        list.push(item);
    } else {
        list.retain(|other| *other != item);
    }
}

fn fields(ui: &mut Ui, changed: &mut Erfahrung) {
    label::small(ui, words::FIELDS);
    ui.spacing_mut().item_spacing.y = 2.0;
    for field in Handlungsfeld::ALL {
        let checked = changed.handlungsfelder.contains(&field);
        if let Some(on) = check_box(ui, checked, text::handlungsfeld_short(field)) {
            toggle(&mut changed.handlungsfelder, field, on);
        }
    }
    ui.spacing_mut().item_spacing.y = 8.0;
    label::hint(ui, words::FIELDS_NOTE);
}

fn areas(ui: &mut Ui, cx: &PanelCx, changed: &mut Erfahrung) {
    label::small(ui, words::AREAS);
    let name = |id: AreaId| cx.snapshot.data.area(id).map_or("", |area| area.name.as_str());
    let mut gone = None;
    ui.horizontal_wrapped(|ui| {
        for area in &changed.areas {
            let hint = words::remove_area(name(*area));
            if Button::secondary(name(*area)).icon(icon::X).hint(&hint).compact().show(ui).clicked() {
                gone = Some(*area);
            }
        }
    });
    changed.areas.retain(|area| Some(*area) != gone);
    let mut choices: Vec<(AreaId, &str)> =
        aktionsraeume(cx.snapshot).into_iter().map(|area| (area, name(area))).collect();
    choices.retain(|(area, _)| !changed.areas.contains(area));
    let width = ui.available_width();
    let combo = Combo::new(words::ADD_AREA).empty(words::ADD_AREA).width(width);
    if let Some(area) = combo.show(ui, None, &choices) {
        changed.areas.push(area);
    }
    label::hint(ui, words::ALL_AREAS);
}

fn send(cx: &mut PanelCx, command: ErfahrungCommand) {
    cx.outbox.command(Command::Erfahrung(command));
}
