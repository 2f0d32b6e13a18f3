//! What a goal or measure builds on and who takes part in a measure: experience and organisations. The links are
//! theirs; here they can be made and taken off as well.

use super::{Plan, in_row};
use crate::domain::{AkteurId, Erfahrung, ErfahrungId, Massnahme, MassnahmeId, ZielId};
use crate::project::{Command, ErfahrungCommand, VorOrtCommand};
use crate::text::panel::programm::links as words;
use crate::theme::TypeStyle;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Entry, PanelCx};
use egui::Ui;

/// Greatest width of the lists to choose from.
const CHOICE: f32 = 320.0;

/// What builds on experience.
#[derive(Clone, Copy)]
pub(super) enum Builds {
    Goal(ZielId),
    Measure(MassnahmeId),
}

impl Builds {
    fn on(self, erfahrung: &Erfahrung) -> bool {
        match self {
            Builds::Goal(id) => erfahrung.ziele.contains(&id),
            Builds::Measure(id) => erfahrung.massnahmen.contains(&id),
        }
    }

    /// The experience with the link made or taken off.
    fn link(self, erfahrung: &Erfahrung, on: bool) -> Erfahrung {
        let mut changed = erfahrung.clone();
        match self {
            Builds::Goal(id) => set(&mut changed.ziele, id, on),
            Builds::Measure(id) => set(&mut changed.massnahmen, id, on),
        }
        changed
    }
}

fn set<T: PartialEq>(list: &mut Vec<T>, item: T, on: bool) {
    list.retain(|other| *other != item);
    list.extend(on.then_some(item));
}

/// Shows the experience that a goal or measure builds on.
pub(super) fn experience(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, builds: Builds) {
    field::label(ui, words::EXPERIENCE, false);
    let all = &cx.snapshot.vor_ort.erfahrungen;
    let linked = |one: &&Erfahrung| builds.on(one);
    let mut changed = None;
    for one in all.iter().filter(linked) {
        match entry(ui, plan, &one.title, &one.lesson) {
            Some(Done::Open) => cx.open(Entry::Erfahrung(one.id)),
            Some(Done::Remove) => changed = Some((one.id, false)),
            None => {}
        }
    }
    let mut free: Vec<_> = all.iter().filter(|one| !linked(one)).collect();
    free.sort_by_key(|one| !one.fits(plan.area.id));
    let choices: Vec<(ErfahrungId, &str)> = free.into_iter().map(|one| (one.id, one.title.as_str())).collect();
    if choices.is_empty() && all.is_empty() {
        label::hint(ui, words::NO_EXPERIENCE);
    }
    let added = choose(ui, plan, words::ADD_EXPERIENCE, &choices);
    let change = changed.or(added.map(|id| (id, true)));
    if let Some((one, on)) = change.and_then(|(id, on)| Some((all.iter().find(|one| one.id == id)?, on))) {
        cx.outbox.command(Command::Erfahrung(ErfahrungCommand::Update(builds.link(one, on))));
    }
}

/// Shows the organisations that take part in a measure.
pub(super) fn actors(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, measure: &Massnahme) {
    field::label(ui, words::ACTORS, false);
    let all = &cx.snapshot.vor_ort.akteure;
    let linked = |one: &&crate::domain::Akteur| one.massnahmen.contains(&measure.id);
    let mut changed = None;
    for one in all.iter().filter(linked) {
        match entry(ui, plan, &one.name, &one.task) {
            Some(Done::Open) => cx.open(Entry::Akteur(one.id)),
            Some(Done::Remove) => changed = Some((one.id, false)),
            None => {}
        }
    }
    // Who is named in the measure comes first, then who works in the area.
    let mut free: Vec<_> = all.iter().filter(|one| !linked(one)).collect();
    free.sort_by_key(|one| (!one.is_named_in(measure), !one.works_in(plan.area.id), &one.name));
    let choices: Vec<(AkteurId, &str)> = free.into_iter().map(|one| (one.id, one.name.as_str())).collect();
    if all.is_empty() {
        label::hint(ui, words::NO_ACTORS);
    }
    let added = choose(ui, plan, words::ADD_ACTOR, &choices);
    let change = changed.or(added.map(|id| (id, true)));
    if let Some((one, on)) = change.and_then(|(id, on)| Some((all.iter().find(|one| one.id == id)?, on))) {
        let mut akteur = one.clone();
        set(&mut akteur.massnahmen, measure.id, on);
        cx.outbox.command(Command::VorOrt(VorOrtCommand::UpdateAkteur(akteur)));
    }
}

/// What was done to a line.
enum Done {
    Open,
    Remove,
}

/// A linked entry: its name leads to it, a few words about it, and the button that takes the link off.
fn entry(ui: &mut Ui, plan: Plan, name: &str, about: &str) -> Option<Done> {
    ui.horizontal(|ui| {
        let hint = words::remove(name);
        let remove = Button::icon_only(icon::X, &hint).compact().disabled_reason(plan.locked).show(ui).clicked();
        let open = Button::link(name).at_most(ui.available_width()).show(ui).clicked();
        label::elided(ui, about, TypeStyle::Small);
        if remove { Some(Done::Remove) } else { open.then_some(Done::Open) }
    })
    .inner
}

fn choose<T: Clone + PartialEq>(ui: &mut Ui, plan: Plan, name: &str, choices: &[(T, &str)]) -> Option<T> {
    if choices.is_empty() {
        return None;
    }
    let width = CHOICE.min(ui.available_width());
    let combo = Combo::new(name).empty(name).compact().width(width).disabled_reason(plan.locked);
    in_row(ui, width, |ui| combo.show(ui, None, choices))
}
