//! The place Vor Ort.

use super::window::{Window, open, pictures};
use aktionsplan::project::{Command, VorOrtCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Inspected, Intent, Section};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

const SIZE: (f32, f32) = (1366.0, 768.0);

fn marten() -> Window {
    Window::sample(Section::VorOrt, "Marten")
}

fn site_commands(window: &Window) -> Vec<&VorOrtCommand> {
    window
        .commands()
        .into_iter()
        .filter_map(|command| if let Command::VorOrt(inner) = command { Some(inner) } else { None })
        .collect()
}

#[test]
fn a_new_service_belongs_to_the_current_area() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Angebot erfassen").click();
    stage.harness.run();
    let marten = stage.harness.state().area("Marten");
    let commands = site_commands(stage.harness.state());
    assert!(matches!(commands.as_slice(), [VorOrtCommand::AddAngebot(angebot)] if angebot.area == marten));
}

#[test]
fn keys_create_what_the_tab_shows() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Beteiligung").click();
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    stage.harness.run();
    assert!(matches!(site_commands(stage.harness.state()).as_slice(), [VorOrtCommand::AddAussage(_)]));
}

#[test]
fn a_created_entry_is_selected_when_it_arrives() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Akteure").click();
    stage.harness.run();
    stage.harness.get_by_label("Akteur erfassen").click();
    stage.harness.run();
    let window = stage.harness.state_mut();
    let Some(VorOrtCommand::AddAkteur(akteur)) = site_commands(window).first().copied().cloned() else {
        panic!("nothing was created")
    };
    let mut snapshot = (*window.snapshot).clone();
    let mut site = (*snapshot.vor_ort).clone();
    site.akteure.push(aktionsplan::domain::Akteur { id: aktionsplan::domain::AkteurId(9000), ..akteur });
    snapshot.vor_ort = Arc::new(site);
    window.snapshot = Arc::new(snapshot);
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Name").type_text(" Nord");
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    let renamed = |command: &&VorOrtCommand| matches!(command, VorOrtCommand::UpdateAkteur(akteur) if akteur.id.0 == 9000 && akteur.name.contains("Nord"));
    assert!(site_commands(stage.harness.state()).iter().any(renamed));
}

#[test]
fn an_entry_is_removed() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Angebot entfernen").click();
    stage.harness.run();
    assert!(matches!(site_commands(stage.harness.state()).as_slice(), [VorOrtCommand::RemoveAngebot(_)]));
}

#[test]
fn the_number_beside_a_statement_is_explained_on_click() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Beteiligung").click();
    stage.harness.run();
    let link = stage.harness.get_all_by_role(Role::Link).next().expect("a number");
    link.click();
    stage.harness.run();
    let inspected = |intent: &Intent| matches!(intent, Intent::Inspect(Inspected::Value { .. }));
    assert!(stage.harness.state().intents.iter().any(inspected));
}

#[test]
fn without_entries_the_place_says_what_belongs_there() {
    let mut stage = open(Window::frame(Section::VorOrt), Theme::Light, SIZE);
    stage.harness.run();
    assert!(stage.harness.query_by_label("Noch keine Angebote").is_some());
}

#[test]
fn pictures_of_the_site() {
    pictures("vor_ort", marten, |_| {});
    pictures("vor_ort_akteure", marten, |stage| stage.harness.get_by_label("Akteure").click());
    pictures("vor_ort_leer", || Window::frame(Section::VorOrt), |_| {});
}
