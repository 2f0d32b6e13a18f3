//! The analysis: profile, relation, table.

use super::uebersicht::{SIZES, World, window};
use aktionsplan::domain::PassageOrigin;
use aktionsplan::project::{Command, ProgrammeCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Inspected, Intent, Section};
use egui_kittest::kittest::Queryable as _;

fn world(area: &str) -> World {
    World::sample(Section::Analyse, area)
}

#[test]
fn the_profile_comes_to_rest_at_every_size() {
    for (theme, size, name) in SIZES {
        let mut stage = window(theme, size, world("marten"));
        stage.harness.run();
        stage.picture(&format!("profil_{name}"));
        assert!(stage.harness.state().intents.is_empty());
    }
}

#[test]
fn a_value_is_explained_on_click() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_role_and_label(egui::accesskit::Role::Row, "Arbeitslosenrate").click();
    stage.harness.run();
    stage.picture("profil_herkunft");
    let inspected = stage.harness.state().shell.focus.inspected;
    assert!(matches!(inspected, Some(Inspected::Value { .. })), "{inspected:?}");
}

#[test]
fn the_profile_goes_into_the_programme_with_bound_numbers() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Profil in Bericht übernehmen").click();
    stage.harness.run();
    let state = stage.harness.state();
    let [Command::Programme(ProgrammeCommand::AddPassage { passage, .. })] = state.commands()[..] else {
        panic!("one passage, not {:?}", state.commands());
    };
    assert_eq!(passage.origin, PassageOrigin::Own);
    assert!(passage.text.contains("[belasteter:marten]"), "{}", passage.text);
    assert!(passage.basis.len() >= 2 && passage.basis.iter().all(|bound| !bound.shown.is_empty()));
}

#[test]
fn an_area_without_programme_says_why_nothing_can_be_taken_over() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("dorstfeld"));
    stage.harness.run();
    stage.harness.get_by_label("Profil in Bericht übernehmen").click();
    stage.harness.run();
    assert!(stage.harness.state().commands().is_empty());
}

#[test]
fn the_short_text_can_be_copied() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Satz kopieren").click();
    stage.harness.run();
    let copied = stage.harness.state().intents.iter().any(|intent| match intent {
        Intent::Copy(text) => text.contains("Indikatoren belasteter als die Stadt"),
        _ => false,
    });
    assert!(copied);
}

#[test]
fn an_area_is_chosen_in_the_relation_of_two_indicators() {
    for (theme, size, name) in SIZES {
        let mut stage = window(theme, size, world("marten"));
        stage.harness.run();
        stage.harness.get_by_label("Karte & Zusammenhang").click();
        stage.harness.run();
        stage.picture(&format!("zusammenhang_{name}"));
        let hafen = stage.harness.state().area("hafen");
        stage.harness.get_all_by_label_contains("Hafen, Klasse").next().expect("a tile").click();
        stage.harness.run();
        assert_eq!(stage.harness.state().shell.focus.area, Some(hafen));
    }
}

#[test]
fn the_table_of_values_shows_signs_and_is_copied() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Tabelle").click();
    stage.harness.run();
    stage.picture("tabelle");
    stage.harness.get_by_label("Kopieren").click();
    stage.harness.run();
    let copied = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("a table");
    assert!(copied.starts_with("Gebiet\t"), "{copied}");
    assert_eq!(copied.lines().count(), 1 + 20);
}

#[test]
fn without_values_the_analysis_says_what_to_do() {
    let mut world = World::without_values(Section::Analyse);
    world.shell.focus.area = Some(world.area("city"));
    let mut stage = window(Theme::Light, [1366.0, 768.0], world);
    stage.harness.run();
    assert!(stage.harness.query_by_label("Noch keine Werte für diesen Raum").is_some());
    stage.harness.get_by_label("Karte & Zusammenhang").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label("Noch keine Werte").is_some());
}

#[test]
fn published_figures_stand_where_an_area_has_nothing_else() {
    let mut world = World::without_values(Section::Analyse);
    world.shell.focus.area = Some(world.area("scharnhorst-ost"));
    let mut stage = window(Theme::Light, [1366.0, 768.0], world);
    stage.harness.run();
    stage.picture("veroeffentlicht");
    assert!(stage.harness.query_by_label_contains("Veröffentlichte Zahlen (").is_some());
    assert!(stage.harness.state().intents.is_empty());
}
