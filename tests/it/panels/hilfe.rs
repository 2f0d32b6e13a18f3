//! The place Hilfe.

use super::window::{Window, open, pictures};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Intent, Section, UiAction};
use egui_kittest::kittest::Queryable as _;

const SIZE: (f32, f32) = (1366.0, 768.0);

fn help() -> Window {
    Window::sample(Section::Hilfe, "Marten")
}

#[test]
fn a_heading_of_the_handbook_opens_its_chapter() {
    let mut stage = open(help(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Methodenhandbuch").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label("z = (x − Mittel) / Standardabweichung").is_none());
    stage.harness.get_by_label("Normieren").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label("z = (x − Mittel) / Standardabweichung").is_some());
}

#[test]
fn the_handbook_can_be_searched_and_says_when_nothing_is_found() {
    let mut stage = open(help(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Methodenhandbuch").click();
    stage.harness.run();
    stage.harness.get_by_label("Im Handbuch suchen").focus();
    stage.harness.run();
    stage.harness.get_by_label("Im Handbuch suchen").type_text("Diakoulaki");
    stage.harness.run();
    assert!(stage.harness.query_by_label("CRITIC").is_some());
    assert!(stage.harness.query_by_label("Entropie").is_none());
    stage.harness.get_by_label("Im Handbuch suchen").type_text("xyz");
    stage.harness.run();
    assert!(stage.harness.query_by_label("Kein Abschnitt enthält dieses Wort.").is_some());
}

#[test]
fn the_handbook_can_be_saved() {
    let mut stage = open(help(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Methodenhandbuch").click();
    stage.harness.run();
    stage.harness.get_by_label("Handbuch speichern …").click();
    stage.harness.run();
    let intents = &stage.harness.state().intents;
    assert!(intents.iter().any(|intent| matches!(intent, Intent::Action(UiAction::SaveHandbook))), "{intents:?}");
}

#[test]
fn pictures_of_the_handbook() {
    for (name, heading) in [("hilfe-normieren", "Normieren"), ("hilfe-pruefrechnungen", "Prüfrechnungen")] {
        pictures(name, help, |stage| {
            stage.harness.run();
            stage.harness.get_by_label("Methodenhandbuch").click();
            stage.harness.run();
            stage.harness.get_by_label(heading).click();
            stage.harness.run();
        });
    }
}
