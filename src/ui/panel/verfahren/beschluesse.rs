//! Matters before committees and what came of them; below, the versions of the current area's programme.

use super::form::{self, area_name, example, locked};
use super::versions::{self, Versions};
use crate::domain::{
    AreaId, Beschluss, BeschlussErgebnis, BeschlussId, Handlungsprogramm, Oeffentlichkeit, Zustaendigkeit,
};
use crate::project::{Command, VerfahrenCommand};
use crate::text;
use crate::text::panel::verfahren::entries as words;
use crate::theme::TypeStyle;
use crate::ui::selection::Selection;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::{self, Edit, Field};
use crate::ui::widget::style::rich;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx};
use egui::{CentralPanel, Frame, Label, Panel, Ui};

/// State of the tab.
#[derive(Default)]
pub(super) struct Beschluesse {
    selection: Selection<BeschlussId>,
    versions: Versions,
    /// The matter whose number was not taken over, and what was typed.
    refused: Option<(BeschlussId, String)>,
}

impl Beschluesse {
    /// Adds a matter for the current area before the first committee.
    pub(super) fn add(&mut self, cx: &mut PanelCx) {
        let verfahren = &cx.snapshot.verfahren;
        let Some(gremium) = verfahren.gremien.first() else { return };
        self.selection.await_new(verfahren.beschluesse.iter().map(|beschluss| beschluss.id));
        let beschluss = Beschluss {
            id: BeschlussId(0),
            gremium: gremium.id,
            date: gremium.sitzungen.iter().copied().find(|date| *date >= cx.today),
            drucksache: String::new(),
            oeffentlichkeit: Oeffentlichkeit::default(),
            gegenstand: words::NEW_BESCHLUSS.to_owned(),
            wortlaut: String::new(),
            ergebnis: None,
            areas: cx.focus.area.into_iter().collect(),
            demonstration: false,
        };
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::AddBeschluss(beschluss)));
    }

    /// Shows this matter.
    pub(super) fn select(&mut self, id: BeschlussId) {
        self.selection.select(Some(id));
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.selection.forget_new();
    }

    /// Draws the tab; whether a committee is to be added first.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId]) -> bool {
        let all = &cx.snapshot.verfahren.beschluesse;
        let ids: Vec<BeschlussId> = all.iter().map(|beschluss| beschluss.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(beschluss) = selected.at.and_then(|at| all.get(at)) {
            if selected.is_new {
                Field::new(words::MATTER, beschluss.id).focus_all(ui, &beschluss.gegenstand);
            }
            form::pane(ui, cx, "beschluss", |ui, cx| self.form(ui, cx, areas, beschluss));
        }
        let height = (ui.available_height() * 0.46).floor();
        Panel::bottom("fassungen").exact_size(height).resizable(false).frame(Frame::NONE).show(ui, |ui| {
            self.versions.show(ui, cx);
        });
        let mut wants_gremium = false;
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if all.is_empty() {
                wants_gremium = empty(ui, cx);
            } else if let Some(chosen) = list(ui, cx, selected.at) {
                self.selection.select(ids.get(chosen).copied());
                // The versions below are those of the area that the matter is about.
                if let Some([area]) = all.get(chosen).map(|beschluss| beschluss.areas.as_slice()) {
                    cx.outbox.push(Intent::SelectArea(*area));
                }
            }
        });
        wants_gremium
    }

    fn form(&mut self, ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId], beschluss: &Beschluss) {
        let (id, locked) = (beschluss.id, locked(cx));
        let mut changed = beschluss.clone();
        label::h3(ui, &beschluss.gegenstand);
        example(ui, beschluss.demonstration);
        form::needed(ui, words::MATTER, id, 2, locked, &mut changed.gegenstand);
        gremium_and_day(ui, cx, beschluss, &mut changed);
        self.drucksache(ui, beschluss, &mut changed, locked);
        let states = Oeffentlichkeit::ALL.map(|state| (state, text::oeffentlichkeit(state)));
        if let Some(state) = segment(ui, beschluss.oeffentlichkeit, &states)
            && locked.is_none()
        {
            changed.oeffentlichkeit = state;
        }
        about(ui, cx, areas, beschluss, &mut changed);
        form::text(ui, words::WORDING, id, 4, locked, &mut changed.wortlaut);
        if changed != *beschluss {
            cx.outbox.command(Command::Verfahren(VerfahrenCommand::UpdateBeschluss(changed)));
        }
        result(ui, cx, beschluss);
        for (area, kept) in versions::of_decision(cx, id) {
            if Button::link(&versions::name_of(cx, area, kept)).icon(icon::PUSH_PIN).show(ui).clicked() {
                self.versions.choose(kept.id);
                cx.outbox.push(Intent::SelectArea(area));
            }
        }
        if form::remove(ui, words::REMOVE, locked) {
            cx.outbox.command(Command::Verfahren(VerfahrenCommand::RemoveBeschluss(id)));
        }
    }

    fn drucksache(
        &mut self,
        ui: &mut Ui,
        beschluss: &Beschluss,
        changed: &mut Beschluss,
        locked: Option<&'static str>,
    ) {
        let refused = self.refused.as_ref().filter(|(of, _)| *of == beschluss.id);
        let shown = refused.map_or(beschluss.drucksache.clone(), |(_, typed)| typed.clone());
        let error = refused.map(|_| words::DRUCKSACHE_WRONG);
        let field = Field::new(words::DRUCKSACHE, beschluss.id).width(150.0).note(words::DRUCKSACHE_NOTE);
        if let Edit::Set(entered) = field.error(error).disabled_reason(locked).show_text(ui, &shown) {
            let entered = entered.trim().to_owned();
            if entered.is_empty() || Beschluss::is_drucksache(&entered) {
                self.refused = None;
                changed.drucksache = entered;
            } else {
                self.refused = Some((beschluss.id, entered));
            }
        }
    }
}

/// Nothing was brought before a committee yet; where there is none, the way to the first one. Whether it is wanted.
fn empty(ui: &mut Ui, cx: &PanelCx) -> bool {
    if !cx.snapshot.verfahren.gremien.is_empty() {
        EmptyState::new(words::BESCHLUESSE_NONE, words::BESCHLUESSE_WHY).plain().show(ui);
        return false;
    }
    let state = EmptyState::new(words::BESCHLUESSE_NONE, words::NO_GREMIUM_WHY).plain();
    let state = if locked(cx).is_none() { state.secondary(icon::PLUS, words::ADD_GREMIUM) } else { state };
    state.show(ui).is_some()
}

fn gremium_and_day(ui: &mut Ui, cx: &PanelCx, beschluss: &Beschluss, changed: &mut Beschluss) {
    let locked = locked(cx);
    let gremien: Vec<_> = cx.snapshot.verfahren.gremien.iter().map(|known| (known.id, known.name.as_str())).collect();
    let width = ui.available_width();
    let combo = Combo::new(words::GREMIUM).with_label().width(width).disabled_reason(locked);
    if let Some(gremium) = combo.show(ui, Some(&beschluss.gremium), &gremien) {
        changed.gremium = gremium;
    }
    ui.horizontal_top(|ui| {
        let field = Field::new(words::SESSION, beschluss.id).width(130.0).disabled_reason(locked);
        if let Some(date) = field.show_date(ui, beschluss.date).changed() {
            changed.date = date;
        }
        let sessions = cx.snapshot.verfahren.gremium(beschluss.gremium).map_or(&[][..], |known| &known.sitzungen);
        let choices: Vec<_> = sessions.iter().map(|date| (*date, text::date(*date))).collect();
        if !choices.is_empty() {
            let combo = Combo::new(words::SESSIONS).with_label().empty(words::NONE).disabled_reason(locked);
            if let Some(date) = combo.show(ui, beschluss.date.as_ref(), &choices) {
                changed.date = Some(date);
            }
        }
    });
}

/// The areas it is about: each with a cross, and a list to add from.
fn about(ui: &mut Ui, cx: &PanelCx, areas: &[AreaId], beschluss: &Beschluss, changed: &mut Beschluss) {
    let locked = locked(cx);
    field::label(ui, words::AREAS, false);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for area in &beschluss.areas {
            ui.horizontal(|ui| {
                let name = area_name(cx, Some(*area));
                label::body(ui, name);
                let spoken = words::remove_area(name);
                if Button::icon_only(icon::X, &spoken).compact().disabled_reason(locked).show(ui).clicked() {
                    changed.areas.retain(|other| other != area);
                }
            });
        }
    });
    let others: Vec<(AreaId, &str)> = areas
        .iter()
        .filter(|area| !beschluss.areas.contains(area))
        .map(|area| (*area, area_name(cx, Some(*area))))
        .collect();
    let combo = Combo::new(words::ADD_AREA).compact().empty(words::ADD_AREA).disabled_reason(locked);
    if let Some(area) = combo.show(ui, None, &others) {
        changed.areas.push(area);
    }
}

fn result(ui: &mut Ui, cx: &mut PanelCx, beschluss: &Beschluss) {
    let choices = BeschlussErgebnis::ALL.map(|result| (result, text::beschluss_ergebnis(result)));
    let width = ui.available_width();
    let combo = Combo::new(words::RESULT).with_label().empty(words::RESULT_OPEN).width(width);
    let chosen = combo.disabled_reason(locked(cx)).show(ui, beschluss.ergebnis.as_ref(), &choices);
    if let Some(zustaendigkeit) = zustaendigkeit(cx, beschluss) {
        let hint = match zustaendigkeit {
            Zustaendigkeit::Kenntnisnahme => words::RESULT_NOTE_NOTED,
            Zustaendigkeit::Empfehlung => words::RESULT_NOTE_BEFORE,
            Zustaendigkeit::Beschluss => words::RESULT_NOTE,
        };
        label::hint(ui, hint);
    }
    let programmes = beschluss.areas.iter().filter_map(|area| cx.snapshot.programme_of(*area));
    let planned: usize = programmes.map(Handlungsprogramm::still_planned).sum();
    if zustaendigkeit(cx, beschluss) == Some(Zustaendigkeit::Beschluss) && planned > 0 {
        let words = words::still_planned(planned);
        ui.add(Label::new(rich(words, TypeStyle::Small, cx.tokens.warn)).wrap());
    }
    if let Some(date) = beschluss.date.filter(|date| beschluss.ergebnis.is_some() && *date > cx.today) {
        let tokens = cx.tokens;
        ui.add(Label::new(rich(words::session_to_come(date), TypeStyle::Small, tokens.warn)).wrap());
    }
    if let Some(ergebnis) = chosen.filter(|chosen| Some(*chosen) != beschluss.ergebnis) {
        decide(cx, beschluss, ergebnis);
    }
}

/// What the committee may do that the matter lies before.
fn zustaendigkeit(cx: &PanelCx, beschluss: &Beschluss) -> Option<Zustaendigkeit> {
    cx.snapshot.verfahren.gremium(beschluss.gremium).map(|gremium| gremium.zustaendigkeit)
}

/// A committee that decides leaves a version of each programme, once.
fn decide(cx: &mut PanelCx, beschluss: &Beschluss, ergebnis: BeschlussErgebnis) {
    let decides = zustaendigkeit(cx, beschluss) == Some(Zustaendigkeit::Beschluss);
    let kept: Vec<AreaId> = versions::of_decision(cx, beschluss.id).into_iter().map(|(area, _)| area).collect();
    let wanted = beschluss.areas.iter().filter(|area| decides && ergebnis.is_decided() && !kept.contains(area));
    let versions = wanted
        .filter_map(|area| cx.snapshot.programme_of(*area))
        .map(|programme| (programme.id, versions::content(cx, programme)))
        .collect();
    cx.outbox.command(Command::Verfahren(VerfahrenCommand::Decide {
        beschluss: beschluss.id,
        date: beschluss.date.unwrap_or(cx.today),
        ergebnis,
        anlass: beschluss.gegenstand.clone(),
        versions,
    }));
}

fn list(ui: &mut Ui, cx: &PanelCx, selected: Option<usize>) -> Option<usize> {
    let verfahren = &cx.snapshot.verfahren;
    let wide = ui.available_width() > 720.0;
    let mut columns = vec![Column::text(words::SESSION).fixed(96.0), Column::text(words::MATTER).flex(200.0)];
    columns.push(Column::text(words::GREMIUM).flex(150.0));
    if wide {
        columns.push(Column::text(words::DRUCKSACHE).fixed(96.0));
    }
    columns.push(Column::text(words::RESULT).fixed(168.0));
    let rows = verfahren.beschluesse.len();
    let table = DataTable::new("beschluesse", words::BESCHLUESSE, &columns)
        .rows(rows)
        .row_height(form::TWO_LINES)
        .selected(selected)
        .named_by(1);
    let describe = |index: usize, row: &mut Row<'_>| {
        let Some(beschluss) = verfahren.beschluesse.get(index) else { return };
        row.text(&versions::day(beschluss.date));
        form::two_lines(row, &beschluss.gegenstand, TypeStyle::Body, beschluss.demonstration);
        let gremium = verfahren.gremium(beschluss.gremium).map_or("", |gremium| gremium.name.as_str());
        form::two_lines(row, gremium, TypeStyle::Small, false);
        if wide {
            let number = beschluss.drucksache.as_str();
            row.small(if number.is_empty() { words::NONE } else { number });
        }
        outcome(cx, beschluss, row);
    };
    table.show(ui, describe).selected
}

fn outcome(cx: &PanelCx, beschluss: &Beschluss, row: &mut Row<'_>) {
    let Some(ergebnis) = beschluss.ergebnis else {
        if beschluss.is_overdue(cx.today) {
            row.badge(Tone::Warn, icon::WARNING, words::SESSION_PASSED);
        } else {
            row.small(words::RESULT_OPEN);
        }
        return;
    };
    let (tone, symbol) = match ergebnis {
        BeschlussErgebnis::Beschlossen | BeschlussErgebnis::GeaendertBeschlossen => (Tone::Ok, icon::GAVEL),
        BeschlussErgebnis::Empfohlen | BeschlussErgebnis::ZurKenntnisGenommen => (Tone::Info, icon::CHECK),
        BeschlussErgebnis::Vertagt => (Tone::Warn, icon::CALENDAR_BLANK),
        BeschlussErgebnis::Abgelehnt | BeschlussErgebnis::Zurueckgezogen => (Tone::Err, icon::X),
    };
    row.badge(tone, symbol, text::beschluss_ergebnis(ergebnis));
}
