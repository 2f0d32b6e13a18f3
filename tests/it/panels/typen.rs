//! The tab Typen of the analysis.

use super::Stage;
use super::uebersicht::{SIZES, World, stops_and_begins_again, window};
use aktionsplan::jobs::Progress;
use aktionsplan::project::{Command, ProjectCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Intent, Section, TypesView};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

const SIZE: [f32; 2] = [1366.0, 768.0];

fn opened(theme: Theme, size: [f32; 2], world: World) -> Stage<'static, World> {
    let mut stage = window(theme, size, world);
    stage.harness.run();
    stage.harness.get_by_label("Typen").click();
    stage.harness.run();
    stage
}

fn world() -> World {
    World::sample(Section::Analyse, "marten")
}

fn copied(stage: &mut Stage<'_, World>) -> String {
    stage.harness.get_by_label("Als Tabelle kopieren").click();
    stage.harness.run();
    let copied = stage.harness.state().intents.iter().rev().find_map(|intent| match intent {
        Intent::Copy(text) => Some(text.clone()),
        _ => None,
    });
    copied.expect("a table")
}

#[test]
fn the_tab_comes_to_rest_at_every_size() {
    for (theme, size, name) in SIZES {
        let mut stage = opened(theme, size, world());
        stage.picture(&format!("typen_{name}"));
        let sides = [
            ("Ähnliche Räume", "aehnlich"),
            ("Segregation", "segregation"),
            ("Versteckte Lagen", "lagen"),
            ("Indikatoren", "skala"),
        ];
        for (side, file) in sides {
            stage.harness.get_by_role_and_label(Role::RadioButton, side).click();
            stage.harness.run();
            stage.picture(&format!("typen_{file}_{name}"));
        }
        assert!(stage.harness.state().intents.is_empty());
    }
}

#[test]
fn a_type_is_told_by_its_letter_on_the_map() {
    let mut stage = opened(Theme::Light, SIZE, world());
    let hafen = stage.harness.state().area("hafen");
    stage.harness.get_all_by_label_contains("Hafen, Typ ").next().expect("a tile with a letter").click();
    stage.harness.run();
    assert_eq!(stage.harness.state().shell.focus.area, Some(hafen));
}

#[test]
fn types_are_copied_with_their_areas_and_profiles() {
    let mut stage = opened(Theme::Light, SIZE, world());
    let copied = copied(&mut stage);
    assert!(copied.contains("\nGebiet\tTyp\tName\n"), "{copied}");
    assert!(copied.lines().any(|line| line.starts_with("Marten\t")), "{copied}");
    assert!(copied.lines().any(|line| line.starts_with("A\t+") || line.starts_with("A\t-")), "{copied}");
}

#[test]
fn the_method_names_seed_and_silhouette() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stage.harness.get_by_label("So wurde gerechnet").click();
    stage.harness.run();
    stage.picture("typen_rechnung");
    assert!(stage.harness.query_by_label_contains("k-Means mit zehn Starts, Startwert 1").is_some());
    stage.harness.get_by_label("Anderer Startwert").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label_contains("zehn Starts, Startwert 2").is_some());
    stage.harness.get_by_role_and_label(Role::RadioButton, "Ward").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label_contains("Ward-Verfahren").is_some());
    assert!(stage.harness.query_by_label_contains("mittlere Silhouette").is_some());
}

#[test]
fn the_most_similar_areas_say_what_makes_them_alike() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stage.harness.get_by_role_and_label(Role::RadioButton, "Ähnliche Räume").click();
    stage.harness.run();
    let copied = copied(&mut stage);
    assert!(copied.contains("\n\nGebiet\tAbstand\tähnlich bei\tverschieden bei\n"), "{copied}");
    let nearest = copied.lines().nth(3).expect("an area");
    assert!(!nearest.starts_with("Marten") && nearest.matches('(').count() >= 2, "{nearest}");
}

#[test]
fn segregation_is_told_in_a_sentence_for_shares_only() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stage.harness.get_by_role_and_label(Role::RadioButton, "Segregation").click();
    stage.harness.run();
    let sentence = stage.harness.query_all_by_label_contains("in einem anderen Gebiet").count();
    assert!(sentence > 0);
    let copied = copied(&mut stage);
    assert!(copied.contains("\nGruppe\tStand\tD\tIsolation\tGini\n") && !copied.contains("quotient\t"), "{copied}");
}

#[test]
fn the_scale_says_whether_the_indicators_measure_the_same() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stage.harness.get_by_role_and_label(Role::RadioButton, "Indikatoren").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label_contains("Cronbachs α").is_some());
    assert!(copied(&mut stage).contains("\nIndikator\tLadung\tTrennschärfe\tα ohne"));
}

#[test]
fn without_values_the_tab_says_what_to_do() {
    let stage = opened(Theme::Light, SIZE, World::without_values(Section::Analyse));
    stage.picture("typen_leer");
    let empty = stage.harness.query_by_label("Noch keine Typen").is_some();
    let refused = stage.harness.query_all_by_label_contains("Das Verfahren braucht").count() > 0;
    assert!(empty || refused);
}

#[test]
fn a_name_of_the_planners_own_is_kept_with_its_grouping_and_period() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stage.harness.get_by_label("Eigener Name von Typ A").focus();
    stage.harness.run();
    stage.harness.get_by_label("Eigener Name von Typ A").type_text("Stark belastet");
    stage.harness.run();
    stage.harness.key_press(egui::Key::Enter);
    stage.harness.run();
    let state = stage.harness.state();
    let [Command::Project(ProjectCommand::NameType(name))] = state.commands()[..] else {
        panic!("one name, not {:?}", state.commands());
    };
    assert_eq!((name.number, name.name.as_str(), name.period.as_str()), (0, "Stark belastet", "2025"));
    assert!(name.grouping.starts_with("sozialraum/k_means/"), "{}", name.grouping);
}

#[test]
fn types_under_way_are_stopped_and_begun_again() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stops_and_begins_again(&mut stage, "typen_rechnet", |derived| &mut derived.types);
}

#[test]
fn types_that_are_called_off_end_at_once() {
    let world = opened(Theme::Light, SIZE, world());
    let (world, progress) = (world.harness.state(), Progress::new());
    progress.cancel();
    let order = world.derived.types_order.as_ref().expect("an order");
    assert!(TypesView::of(&world.snapshot.data, None, order, &progress).is_err());
}
