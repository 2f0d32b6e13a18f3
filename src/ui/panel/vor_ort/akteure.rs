//! Actors: list and form.

use super::{example, locked, pane, remove};
use crate::domain::{Akteur, AkteurId, AkteurRole, AreaId};
use crate::project::{Command, VorOrtCommand};
use crate::text;
use crate::text::panel::vor_ort as words;
use crate::ui::selection::Selection;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction};
use egui::{CentralPanel, Frame, Ui};

/// State of the tab.
#[derive(Default)]
pub(super) struct Akteure {
    selection: Selection<AkteurId>,
}

impl Akteure {
    /// Adds an actor and selects it as soon as it is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx, area: AreaId) {
        let own = cx.snapshot.vor_ort.akteure.iter().filter(|akteur| akteur.area == area);
        self.selection.await_new(own.map(|akteur| akteur.id));
        let akteur = Akteur {
            id: AkteurId(0),
            area,
            name: words::NEW_ACTOR.to_owned(),
            role: AkteurRole::default(),
            contribution: String::new(),
            demonstration: false,
        };
        cx.outbox.command(Command::VorOrt(VorOrtCommand::AddAkteur(akteur)));
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        let own: Vec<&Akteur> = cx.snapshot.vor_ort.akteure.iter().filter(|akteur| akteur.area == area).collect();
        let ids: Vec<AkteurId> = own.iter().map(|akteur| akteur.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(akteur) = selected.at.and_then(|at| own.get(at)) {
            if selected.is_new {
                let field = Field::new(words::NAME, akteur.id).id();
                ui.memory_mut(|memory| memory.request_focus(field));
            }
            pane(ui, cx, "akteur", |ui, cx| form(ui, cx, akteur));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if own.is_empty() {
                EmptyState::new(words::NO_ACTORS, words::NO_ACTORS_WHY).hint(words::BY_KEYS).show(ui);
            } else if let Some(chosen) = list(ui, cx, &own, selected.at) {
                self.selection.select(ids.get(chosen).copied());
            }
        });
    }
}

fn list(ui: &mut Ui, cx: &mut PanelCx, own: &[&Akteur], selected: Option<usize>) -> Option<usize> {
    let columns = [
        Column::text(words::NAME).flex(200.0),
        Column::text(words::ROLE).fixed(170.0),
        Column::text(words::CONTRIBUTION).flex(200.0),
    ];
    let table = DataTable::new("akteure", words::ACTORS, &columns).rows(own.len()).selected(selected);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(akteur) = own.get(index) else { return };
        if akteur.demonstration {
            row.name_with_badge(&akteur.name, Tone::Warn, icon::FLASK, words::EXAMPLE);
        } else {
            row.name(&akteur.name);
        }
        row.small(text::akteur_role(akteur.role));
        row.small(&akteur.contribution);
    };
    if cx.triggered(UiAction::CopyTable) {
        cx.outbox.push(Intent::Copy(table.tab_separated(&mut describe)));
    }
    table.show(ui, describe).selected
}

fn form(ui: &mut Ui, cx: &mut PanelCx, akteur: &Akteur) {
    let (id, locked) = (akteur.id, locked(cx));
    let mut changed = akteur.clone();
    label::h3(ui, &akteur.name);
    example(ui, akteur.demonstration);
    if let Edit::Set(name) = Field::new(words::NAME, id).disabled_reason(locked).show_text(ui, &akteur.name) {
        changed.name = name;
    }
    let roles = AkteurRole::ALL.map(|role| (role, text::akteur_role(role)));
    let width = ui.available_width();
    let combo = Combo::new(words::ROLE).with_label().width(width).disabled_reason(locked);
    if let Some(role) = combo.show(ui, Some(&akteur.role), &roles) {
        changed.role = role;
    }
    let contribution =
        Field::new(words::CONTRIBUTION, id).rows(4).note(words::CONTRIBUTION_NOTE).disabled_reason(locked);
    if let Edit::Set(contribution) = contribution.show_text(ui, &akteur.contribution) {
        changed.contribution = contribution;
    }
    if changed != *akteur {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::UpdateAkteur(changed)));
    }
    if remove(ui, cx, words::REMOVE_ACTOR) {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::RemoveAkteur(id)));
    }
}
