//! Participation: statements, events with their results, and the board of strengths and weaknesses.

use super::Stage;
use super::window::{Window, open, pictures};
use aktionsplan::domain::{Swot, Zustimmung};
use aktionsplan::project::{BeteiligungCommand, Command, VorOrtCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Inspected, Intent, Section};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const SIZE: (f32, f32) = (1366.0, 768.0);

fn marten() -> Window {
    Window::sample(Section::VorOrt, "Marten")
}

fn at<'a>(window: Window, path: &[&str]) -> Stage<'a, Window> {
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    for label in path {
        stage.harness.get_by_label(label).click();
        stage.harness.run();
    }
    stage
}

fn events(window: &Window) -> Vec<&BeteiligungCommand> {
    window
        .commands()
        .into_iter()
        .filter_map(|command| if let Command::Beteiligung(inner) = command { Some(inner) } else { None })
        .collect()
}

fn statements(window: &Window) -> Vec<&VorOrtCommand> {
    window
        .commands()
        .into_iter()
        .filter_map(|command| if let Command::VorOrt(inner) = command { Some(inner) } else { None })
        .collect()
}

#[test]
fn an_event_is_recorded_for_the_current_area_by_button_and_by_key() {
    let mut stage = at(marten(), &["Beteiligung", "Veranstaltungen", "Veranstaltung erfassen"]);
    let marten = stage.harness.state().area("Marten");
    assert!(
        matches!(events(stage.harness.state()).as_slice(), [BeteiligungCommand::AddVeranstaltung(event)] if event.area == marten)
    );
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    stage.harness.run();
    assert_eq!(events(stage.harness.state()).len(), 2);
}

#[test]
fn an_idea_becomes_a_measure_whose_text_names_the_event() {
    let mut stage = at(marten(), &["Beteiligung", "Veranstaltungen"]);
    stage.harness.get_all_by_label_contains("Bürgerdialog (Beispiel), ").next().expect("a row").click();
    stage.harness.run();
    stage.harness.get_by_label("Maßnahme anlegen").click();
    stage.harness.run();
    let window = stage.harness.state();
    let [BeteiligungCommand::AdoptIdee { programme, massnahme, .. }] = events(window)[..] else { panic!("no measure") };
    assert_eq!(window.snapshot.programme_of(window.area("Marten")).map(|one| one.id), Some(*programme));
    assert_eq!(massnahme.titel, "Ein Werkzeugverleih in der Nachbarschaft");
    assert!(massnahme.beschreibung.contains("Bürgerdialog (Beispiel), 12.03.2026"), "{}", massnahme.beschreibung);
}

#[test]
fn the_support_of_a_thesis_is_counted_or_said_in_words() {
    let mut stage = at(marten(), &["Beteiligung", "Veranstaltungen"]);
    stage.harness.get_by_label("These 1, Zustimmung").click();
    stage.harness.run();
    stage.harness.get_by_label("gezählt").click();
    stage.harness.run();
    let counted = |command: &&BeteiligungCommand| matches!(command, BeteiligungCommand::UpdateVeranstaltung(event) if matches!(event.theses[0].support, Zustimmung::Gezaehlt { .. }));
    assert!(events(stage.harness.state()).iter().any(counted));
}

#[test]
fn an_assessment_is_added_to_its_cell_of_the_board() {
    let stage = at(marten(), &["Beteiligung", "Stärken und Schwächen", "Risiko festhalten"]);
    assert!(
        matches!(statements(stage.harness.state()).as_slice(), [VorOrtCommand::AddAussage(one)] if one.swot == Some(Swot::Risiko))
    );
}

#[test]
fn the_number_beside_an_assessment_is_explained_and_the_entry_opens_its_form() {
    let mut stage = at(marten(), &["Beteiligung", "Stärken und Schwächen"]);
    let entry = "Wohnraum gibt es, aber viele Wohnungen sind feucht.";
    stage.harness.get_by_role_and_label(Role::ListItem, entry).click();
    stage.harness.run();
    assert!(stage.harness.query_by_role_and_label(Role::MultilineTextInput, "Antwort der Planung").is_some());
    let link = stage.harness.get_all_by_role(Role::Link).next().expect("a number");
    link.click();
    stage.harness.run();
    let inspected = |intent: &Intent| matches!(intent, Intent::Inspect(Inspected::Value { .. }));
    assert!(stage.harness.state().intents.iter().any(inspected));
}

#[test]
fn a_contradiction_without_an_answer_says_so_in_list_and_check() {
    let mut stage = at(marten(), &["Beteiligung"]);
    assert!(stage.harness.query_all_by_label_contains("Antwort fehlt").next().is_some());
    let window = stage.harness.state_mut();
    let view = window.derived.programme.value.clone().expect("checks");
    assert!(view.checks.iter().any(|check| check.sentence.contains("feucht“ widerspricht")));
}

#[test]
fn pictures_of_participation() {
    pictures("beteiligung_aussagen", marten, |stage| stage.harness.get_by_label("Beteiligung").click());
    let view = |name: &'static str| {
        move |stage: &mut Stage<'_, Window>| {
            stage.harness.get_by_label("Beteiligung").click();
            stage.harness.run();
            stage.harness.get_by_label(name).click();
        }
    };
    pictures("beteiligung_veranstaltungen", marten, view("Veranstaltungen"));
    pictures("beteiligung_swot", marten, view("Stärken und Schwächen"));
    pictures("beteiligung_leer", || Window::frame(Section::VorOrt), view("Veranstaltungen"));
}
