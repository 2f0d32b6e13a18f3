//! Experience from earlier programmes, and the catalogue of measures.

use super::Stage;
use super::window::{Window, open, pictures};
use aktionsplan::project::{Command, ErfahrungCommand, ProgrammeCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::Section;
use egui_kittest::kittest::Queryable as _;

/// High enough for the whole form.
const SIZE: (f32, f32) = (1366.0, 1600.0);

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

#[test]
fn an_experience_is_attached_to_a_measure_by_its_name() {
    let mut stage = at(marten(), &["Erfahrungen"]);
    let row = stage.harness.get_all_by_label_contains("Beteiligung an Treffpunkten statt im Saal (Beispiel), ").next();
    row.expect("a row").click();
    stage.harness.run();
    let measure = stage.harness.state().snapshot.clone();
    let first = &measure.programme_of(stage.harness.state().area("Marten")).expect("a programme").massnahmen[0];
    stage.harness.get_by_role_and_label(egui::accesskit::Role::CheckBox, &format!("M-01 {}", first.titel)).click();
    stage.harness.run();
    let attached = |command: &&Command| matches!(command, Command::Erfahrung(ErfahrungCommand::Update(one)) if one.massnahmen.contains(&first.id));
    assert!(stage.harness.state().commands().iter().any(attached));
}

#[test]
fn a_title_of_the_catalogue_becomes_a_measure_once() {
    let mut stage = at(marten(), &["Erfahrungen", "Maßnahmenkatalog"]);
    assert!(stage.harness.query_all_by_label_contains("im Programm: M-01").next().is_some(), "Schulfrühstück is there");
    let button = stage.harness.get_all_by_label("Als Maßnahme übernehmen").next().expect("a title that is new");
    button.click();
    stage.harness.run();
    let commands = stage.harness.state().commands();
    let [Command::Programme(ProgrammeCommand::AddMassnahme { massnahme, .. })] = commands[..] else {
        panic!("no measure")
    };
    assert_eq!(massnahme.titel, "Bürgergarten");
    assert_eq!(massnahme.beschreibung, "", "what the document prints is written by the planner");
    assert!(massnahme.kosten.is_empty());
}

#[test]
fn pictures_of_experience() {
    pictures("erfahrungen", marten, |stage| stage.harness.get_by_label("Erfahrungen").click());
    pictures("erfahrungen_katalog", marten, |stage| {
        stage.harness.get_by_label("Erfahrungen").click();
        stage.harness.run();
        stage.harness.get_by_label("Maßnahmenkatalog").click();
    });
}

#[test]
fn the_measures_offer_the_catalogue_and_begin_with_its_title() {
    let window = Window::sample(Section::Handlungsprogramm, "Marten");
    let mut stage = open(window, Theme::Light, (1366.0, 768.0));
    stage.harness.run();
    for label in ["Maßnahmen", "Aus Katalog …", "„Bürgergarten“ übernehmen"] {
        // The dialog finds its height over a few frames.
        stage.harness.run_steps(4);
        stage.harness.get_by_label(label).click();
        stage.harness.run();
    }
    stage.picture("massnahmen_katalog");
    let commands = stage.harness.state().commands();
    let added = |command: &&Command| matches!(command, Command::Programme(ProgrammeCommand::AddMassnahme { massnahme, .. }) if massnahme.titel == "Bürgergarten");
    assert!(commands.iter().any(added));
}
