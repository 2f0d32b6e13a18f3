//! The form of an organisation: what it is, what it has promised, contacts, partners, persons to contact.

use super::akteure::part;
use super::{areas_field, example, locked, remove, short_name};
use crate::domain::{
    Akteur, AkteurId, AkteurRole, Angebot, Handlungsfeld, Kontakt, Kontaktperson, KontaktpersonId, Massnahme,
    MassnahmeId, Zusage, ZusageState,
};
use crate::project::{Command, VorOrtCommand};
use crate::text;
use crate::text::panel::vor_ort as common;
use crate::text::panel::vor_ort::akteure as words;
use crate::text::report::measure_number;
use crate::theme::{TypeStyle, space};
use crate::ui::selection::{await_entry, is_awaited};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field, check_box};
use crate::ui::widget::notice::notice;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Entry, PanelCx};
use egui::Ui;
use jiff::ToSpan as _;

/// Draws the form.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, akteur: &Akteur) {
    let mut changed = akteur.clone();
    label::h3(ui, &akteur.name);
    example(ui, akteur.demonstration);
    what(ui, cx, &mut changed);
    if let Some(areas) = areas_field(ui, cx, akteur.id, (words::AREAS, true), &akteur.areas()) {
        changed.set_areas(&areas);
    }
    promises(ui, cx, &mut changed);
    contacts(ui, cx, &mut changed);
    partners(ui, cx, &mut changed);
    involved(ui, cx, &mut changed);
    if changed != *akteur {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::UpdateAkteur(changed)));
    }
    persons(ui, cx, akteur.id);
    if remove(ui, cx, common::REMOVE_ACTOR) {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::RemoveAkteur(akteur.id)));
    }
}

fn what(ui: &mut Ui, cx: &PanelCx, akteur: &mut Akteur) {
    let (id, locked) = (akteur.id, locked(cx));
    let name = Field::new(common::NAME, id).never_empty().disabled_reason(locked);
    if let Edit::Set(name) = name.show_text(ui, &akteur.name) {
        akteur.name = name;
    }
    let roles = AkteurRole::ALL.map(|role| (role, text::akteur_role(role)));
    let width = ui.available_width();
    let combo = Combo::new(common::ROLE).with_label().width(width).disabled_reason(locked);
    if let Some(role) = combo.show(ui, Some(&akteur.role), &roles) {
        akteur.role = role;
    }
    if let Edit::Set(task) = Field::new(words::TASK, id).disabled_reason(locked).show_text(ui, &akteur.task) {
        akteur.task = task;
    }
    for field in Handlungsfeld::ALL {
        let ticked = akteur.handlungsfelder.contains(&field);
        if let Some(on) = check_box(ui, ticked, text::handlungsfeld_short(field)).filter(|_| cx.writable()) {
            akteur.handlungsfelder.retain(|other| *other != field);
            if on {
                akteur.handlungsfelder.push(field);
                akteur.handlungsfelder.sort_unstable();
            }
        }
    }
    let contribution =
        Field::new(common::CONTRIBUTION, id).rows(3).note(common::CONTRIBUTION_NOTE).disabled_reason(locked);
    if let Edit::Set(contribution) = contribution.show_text(ui, &akteur.contribution) {
        akteur.contribution = contribution;
    }
}

fn promises(ui: &mut Ui, cx: &PanelCx, akteur: &mut Akteur) {
    part(ui, words::PROMISES);
    let id = akteur.id;
    let mut gone = None;
    for (at, promise) in akteur.zusagen.iter_mut().enumerate() {
        ui.push_id(("zusage", id, at), |ui| {
            if one_promise(ui, cx, (id, at), promise) {
                gone = Some(at);
            }
        });
        ui.add_space(space::S);
    }
    if let Some(at) = gone {
        akteur.zusagen.remove(at);
    }
    if Button::ghost(words::ADD_PROMISE).icon(icon::PLUS).compact().disabled_reason(locked(cx)).show(ui).clicked() {
        await_entry(ui, ("zusagen", id), akteur.zusagen.len());
        akteur.zusagen.push(Zusage { what: words::NEW_PROMISE.to_owned(), ..Zusage::default() });
    }
}

/// Returns whether the promise is to be removed.
fn one_promise(ui: &mut Ui, cx: &PanelCx, of: (AkteurId, usize), promise: &mut Zusage) -> bool {
    let locked = locked(cx);
    let field = Field::new(words::PROMISE, of).disabled_reason(locked);
    if is_awaited(ui, ("zusagen", of.0), of.1) {
        field.focus_all(ui, &promise.what);
    }
    if let Edit::Set(what) = field.show_text(ui, &promise.what) {
        promise.what = what;
    }
    let states = ZusageState::ALL.map(|state| (state, text::zusage_state(state)));
    let combo = Combo::new(words::PROMISE_STATE).with_label().width(ui.available_width()).disabled_reason(locked);
    if let Some(state) = combo.show(ui, Some(&promise.state), &states) {
        promise.state = state;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let width = ((ui.available_width() - space::S) / 2.0).floor();
        let day = |ui: &mut Ui, name: &'static str, value| {
            ui.vertical(|ui| Field::new(name, of).width(width).disabled_reason(locked).show_date(ui, value)).inner
        };
        if let Some(since) = day(ui, words::SINCE, promise.since).changed() {
            promise.since = since;
        }
        if let Some(until) = day(ui, words::UNTIL, promise.until).changed() {
            promise.until = until;
        }
    });
    Button::ghost(words::REMOVE_PROMISE).icon(icon::TRASH).compact().disabled_reason(locked).show(ui).clicked()
}

fn contacts(ui: &mut Ui, cx: &PanelCx, akteur: &mut Akteur) {
    part(ui, words::CONTACT_LOG);
    let (id, locked) = (akteur.id, locked(cx));
    let next = Field::new(words::NEXT_CONTACT, id).width(130.0).disabled_reason(locked);
    if let Some(date) = next.show_date(ui, akteur.next_contact).changed() {
        akteur.next_contact = date;
    }
    if akteur.contact_due(cx.today) {
        badge(ui, Tone::Warn, icon::CLOCK_COUNTER_CLOCKWISE, words::CONTACT_DUE);
    }
    let mut gone = None;
    for (at, contact) in akteur.contacts.iter_mut().enumerate() {
        ui.push_id(("kontakt", id, at), |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let date = Field::new(words::CONTACT_DATE, (id, at)).hide_label().width(100.0).never_empty();
                if let Edit::Set(day) = date.disabled_reason(locked).show_date(ui, Some(contact.date)) {
                    contact.date = day;
                }
                let width = ui.available_width() - 34.0;
                let note = Field::new(words::CONTACT_NOTE, (id, at)).hide_label().width(width).disabled_reason(locked);
                if let Edit::Set(text) = note.show_text(ui, &contact.note) {
                    contact.note = text;
                }
                let name = words::remove_contact(contact.date);
                if Button::icon_only(icon::TRASH, &name).disabled_reason(locked).show(ui).clicked() {
                    gone = Some(at);
                }
            });
        });
    }
    if let Some(at) = gone {
        akteur.contacts.remove(at);
    }
    if Button::ghost(words::ADD_CONTACT).icon(icon::PLUS).compact().disabled_reason(locked).show(ui).clicked() {
        akteur.contacts.insert(0, Kontakt { date: cx.today, note: String::new() });
    }
}

fn partners(ui: &mut Ui, cx: &PanelCx, akteur: &mut Akteur) {
    part(ui, words::PARTNERS);
    let site = &cx.snapshot.vor_ort;
    let locked = locked(cx);
    let linked = |other: &&Akteur| {
        other.id != akteur.id && (akteur.works_with.contains(&other.id) || other.works_with.contains(&akteur.id))
    };
    let mut gone = None;
    for other in site.akteure.iter().filter(linked) {
        // A link that the other one holds is taken away there.
        let own = akteur.works_with.contains(&other.id);
        ui.horizontal(|ui| {
            let name = format!("{} ({})", words::REMOVE_PARTNER, other.name);
            if own && Button::icon_only(icon::X, &name).compact().disabled_reason(locked).show(ui).clicked() {
                gone = Some(other.id);
            }
            label::elided(ui, &other.name, TypeStyle::Body);
        });
    }
    let mut free: Vec<&Akteur> = site.akteure.iter().filter(|other| other.id != akteur.id && !linked(other)).collect();
    free.sort_by_key(|other| (!other.works_in(akteur.area), &other.name));
    let choices: Vec<(AkteurId, &str)> = free.iter().map(|other| (other.id, other.name.as_str())).collect();
    let width = ui.available_width();
    let combo =
        Combo::new(words::ADD_PARTNER).of(akteur.id).width(width).empty(words::ADD_PARTNER).disabled_reason(locked);
    let added = combo.show(ui, None, &choices);
    if let Some(gone) = gone {
        akteur.works_with.retain(|other| *other != gone);
    }
    akteur.works_with.extend(added);
}

/// Services that the organisation runs, and measures in which it takes part. Measures whose words name it are offered.
fn involved(ui: &mut Ui, cx: &mut PanelCx, akteur: &mut Akteur) {
    let site = &cx.snapshot.vor_ort;
    let services: Vec<&Angebot> = site.angebote.iter().filter(|angebot| angebot.akteur == Some(akteur.id)).collect();
    if !services.is_empty() {
        part(ui, words::RUNS);
        for angebot in services {
            let width = ui.available_width();
            if Button::link(short_name(&angebot.name)).compact().at_most(width).show(ui).clicked() {
                cx.open(Entry::Angebot(angebot.id));
            }
        }
    }
    part(ui, words::INVOLVED);
    let locked = locked(cx);
    let name = |massnahme: &Massnahme| format!("{} {}", measure_number(massnahme.number), massnahme.titel);
    let all = || cx.snapshot.programmes.iter().flatten();
    let mut gone = None;
    let mut wanted = None;
    for massnahme in all().filter(|massnahme| akteur.massnahmen.contains(&massnahme.id)) {
        ui.horizontal(|ui| {
            let (title, hint) = (name(massnahme), words::remove_measure(&measure_number(massnahme.number)));
            let remove = Button::icon_only(icon::X, &hint).compact();
            if remove.disabled_reason(locked).show(ui).clicked() {
                gone = Some(massnahme.id);
            }
            let width = ui.available_width();
            if Button::link(&title).compact().at_most(width).show(ui).clicked() {
                wanted = Some(massnahme.id);
            }
        });
    }
    let programmes = cx.snapshot.programmes.iter().filter(|programme| akteur.works_in(programme.area));
    let free: Vec<&Massnahme> =
        programmes.flatten().filter(|massnahme| !akteur.massnahmen.contains(&massnahme.id)).collect();
    let mut added = None;
    let named: Vec<&Massnahme> = free.iter().copied().filter(|massnahme| akteur.is_named_in(massnahme)).collect();
    if !named.is_empty() {
        label::small(ui, words::NAMED_IN);
        for massnahme in named {
            let title = name(massnahme);
            let button = Button::secondary(&title).icon(icon::LINK).hint(words::LINK_MEASURE).compact();
            let button = button.at_most(ui.available_width());
            if button.disabled_reason(locked).show(ui).clicked() {
                added = Some(massnahme.id);
            }
        }
    }
    let choices: Vec<(MassnahmeId, String)> = free.iter().map(|massnahme| (massnahme.id, name(massnahme))).collect();
    let combo = Combo::new(words::ADD_MEASURE).of(akteur.id).width(ui.available_width()).empty(words::ADD_MEASURE);
    let added = combo.disabled_reason(locked).show(ui, None, &choices).or(added);
    akteur.massnahmen.retain(|id| Some(*id) != gone);
    akteur.massnahmen.extend(added);
    if let Some(id) = wanted {
        cx.open(Entry::Massnahme(id));
    }
}

fn persons(ui: &mut Ui, cx: &mut PanelCx, akteur: AkteurId) {
    part(ui, words::PERSONS);
    notice(ui, Tone::Info, words::PERSONS_NOTE, None);
    let site = &cx.snapshot.vor_ort;
    let own: Vec<&Kontaktperson> = site.kontaktpersonen.iter().filter(|person| person.akteur == akteur).collect();
    for person in own {
        ui.push_id(("kontaktperson", person.id), |ui| one_person(ui, cx, person));
        label::rule(ui);
    }
    if Button::ghost(words::ADD_PERSON).icon(icon::PLUS).compact().disabled_reason(locked(cx)).show(ui).clicked() {
        let person = Kontaktperson {
            id: KontaktpersonId(0),
            akteur,
            function: words::NEW_FUNCTION.to_owned(),
            name: String::new(),
            reach: String::new(),
            purpose: words::DEFAULT_PURPOSE.to_owned(),
            delete_on: cx.today.checked_add(Kontaktperson::KEPT_YEARS.years()).unwrap_or(cx.today),
        };
        cx.outbox.command(Command::VorOrt(VorOrtCommand::AddKontaktperson(person)));
    }
}

fn one_person(ui: &mut Ui, cx: &mut PanelCx, person: &Kontaktperson) {
    let mut changed = person.clone();
    let locked = locked(cx);
    let text = |ui: &mut Ui, name: &'static str, value: &mut String| {
        let field = Field::new(name, ("kontaktperson", person.id)).disabled_reason(locked);
        let field = if name == words::FUNCTION { field.never_empty() } else { field };
        if let Edit::Set(entered) = field.show_text(ui, value) {
            *value = entered;
        }
    };
    text(ui, words::FUNCTION, &mut changed.function);
    text(ui, words::PERSON_NAME, &mut changed.name);
    text(ui, words::REACH, &mut changed.reach);
    text(ui, words::PURPOSE, &mut changed.purpose);
    let delete_on = Field::new(words::DELETE_ON, ("kontaktperson", person.id)).width(130.0).never_empty();
    if let Edit::Set(day) = delete_on.disabled_reason(locked).show_date(ui, Some(person.delete_on)) {
        changed.delete_on = day;
    }
    if person.is_overdue(cx.today) {
        badge(ui, Tone::Warn, icon::WARNING, words::OVERDUE);
    }
    if changed != *person {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::UpdateKontaktperson(changed)));
    }
    let delete = Button::ghost(words::REMOVE_PERSON).icon(icon::TRASH).compact().disabled_reason(locked);
    if delete.show(ui).clicked() {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::RemoveKontaktperson(person.id)));
    }
}
