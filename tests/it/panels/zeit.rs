//! The tab Zeit of the analysis.

use super::Stage;
use super::uebersicht::{SIZES, World, stops_and_begins_again, window};
use aktionsplan::domain::{DatasetBuilder, IndicatorId, PlanningData, SeriesBreak};
use aktionsplan::jobs::Progress;
use aktionsplan::project::{Command, IndicatorCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Inspected, Intent, Section, TimeSubject, TimeView};
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

const SIZE: [f32; 2] = [1366.0, 768.0];

fn opened(theme: Theme, size: [f32; 2], world: World) -> Stage<'static, World> {
    let mut stage = window(theme, size, world);
    stage.harness.run();
    stage.harness.get_by_label("Zeit").click();
    stage.harness.run();
    stage
}

fn world() -> World {
    World::sample(Section::Analyse, "marten")
}

/// The sample with other data.
fn changed(change: impl FnOnce(&mut PlanningData)) -> World {
    let mut world = world();
    let mut snapshot = (*world.snapshot).clone();
    change(&mut snapshot.data);
    world.snapshot = Arc::new(snapshot);
    world
}

/// The first indicator of the recipe: what the tab begins with.
fn first(world: &World) -> IndicatorId {
    let code = &world.snapshot.recipe().expect("a recipe").spec.indicators[0].code;
    world.snapshot.data.indicator_by_code(code).expect("known").id
}

fn with_break(year: i16) -> World {
    let first = first(&world());
    changed(|data| {
        let mut cards = (*data.indicators).clone();
        let card = cards.iter_mut().find(|card| card.id == first).expect("known");
        card.breaks = vec![SeriesBreak { year, reason: "Neue Abgrenzung".to_owned() }];
        data.indicators = Arc::new(cards);
    })
}

/// Every value of the first indicator from this year on lies 30 points higher.
fn with_jump(year: i16) -> World {
    let first = first(&world());
    changed(|data| {
        let mut builder = DatasetBuilder::default();
        for period in data.periods.iter() {
            for area in data.areas.iter() {
                for card in data.indicators.iter() {
                    let Some(mut observation) = data.dataset.get(card.id, area.id, period.id) else { continue };
                    if card.id == first && period.year.is_some_and(|own| own >= year) {
                        observation.value = observation.value.map(|value| value + 30.0);
                    }
                    builder.push(observation);
                }
            }
        }
        data.dataset = Arc::new(builder.build());
    })
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
        stage.picture(&format!("zeit_{name}"));
        assert!(stage.harness.state().intents.is_empty());
        for (side, file) in [("Status × Dynamik", "matrix"), ("Gebietskulisse", "kulisse"), ("Werte", "werte")] {
            stage.harness.get_by_label(side).click();
            stage.harness.run();
            stage.picture(&format!("zeit_{file}_{name}"));
        }
        assert!(stage.harness.state().intents.is_empty());
    }
}

#[test]
fn changes_are_copied_in_points_percent_and_places() {
    let mut stage = opened(Theme::Light, SIZE, world());
    let copied = copied(&mut stage);
    assert!(copied.starts_with("Veränderung ") && copied.contains("\nQuelle: "), "{copied}");
    let head = "\nGebiet\t2020\t2025\tPunkte\tProzent\tPlatz 2020\tPlatz 2025\tPlätze\tAbstand zur Stadt\n";
    assert!(copied.contains(head), "{copied}");
    let marten = copied.lines().find(|line| line.starts_with("Marten\t")).expect("Marten");
    assert!(marten.split('\t').nth(3).is_some_and(|points| points.starts_with(['+', '-'])), "{marten}");
    assert!(marten.contains("belasteter"), "{marten}");
    assert!(marten.split('\t').skip(1).take(7).all(aktionsplan::text::is_number), "{marten}");
}

#[test]
fn a_change_over_a_break_is_named_and_not_shown() {
    let mut stage = opened(Theme::Light, SIZE, with_break(2023));
    assert!(stage.harness.query_by_label_contains("Zeitreihenbruch ab 2023: Neue Abgrenzung").is_some());
    // The default begins after the break, where a change can be shown.
    assert!(copied(&mut stage).contains("\nGebiet\t2023\t2025"));
    stage.harness.get_by_label("Erster Stand").click();
    stage.harness.run();
    stage.harness.get_by_label("2020").click();
    stage.harness.run();
    stage.picture("zeit_bruch");
    let copied = copied(&mut stage);
    let marten = copied.lines().find(|line| line.starts_with("Marten\t")).expect("Marten");
    assert_eq!(marten.split('\t').nth(3), Some("Bruch"));
    assert!(copied.contains("Ab 2023 ist die Reihe nicht mehr mit früheren Jahren vergleichbar (Neue Abgrenzung)"));
}

#[test]
fn a_jump_that_no_card_names_is_entered_as_a_break() {
    let mut stage = opened(Theme::Light, SIZE, with_jump(2023));
    stage.picture("zeit_sprung");
    stage.harness.get_by_label("Bruch eintragen").click();
    stage.harness.run();
    let state = stage.harness.state();
    let [Command::Indicator(IndicatorCommand::Update(card))] = state.commands()[..] else {
        panic!("one card, not {:?}", state.commands());
    };
    assert_eq!(card.breaks.iter().map(|broken| broken.year).collect::<Vec<_>>(), [2023]);
    assert!(card.breaks[0].reason.contains("noch nicht geklärt"));
}

#[test]
fn an_area_of_the_matrix_becomes_the_current_one() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stage.harness.get_by_label("Status × Dynamik").click();
    stage.harness.run();
    stage.picture("zeit_matrix");
    let hafen = stage.harness.state().area("hafen");
    stage.harness.get_by_label("Hafen").click();
    stage.harness.run();
    assert_eq!(stage.harness.state().shell.focus.area, Some(hafen));
}

#[test]
fn an_area_is_added_to_the_chart_and_its_values_to_the_table() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stage.harness.get_by_label("Hafen in der Grafik zeigen").click();
    stage.harness.run();
    stage.picture("zeit_vergleich");
    assert!(stage.harness.query_by_label_contains(" Hafen: ").is_some());
    stage.harness.get_by_label("Werte").click();
    stage.harness.run();
    assert!(copied(&mut stage).lines().any(|head| head.ends_with("\tHafen")));
}

#[test]
fn the_rank_through_time_says_that_it_is_relative() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stage.harness.get_by_label("Zeitreihe").click();
    stage.harness.run();
    stage.harness.get_by_label("Rang nach Bedarfsindex").click();
    stage.harness.run();
    stage.picture("zeit_rang");
    assert!(stage.harness.query_by_label_contains("im Vergleich der Gebiete desselben Jahres").is_some());
    let copied = copied(&mut stage);
    assert!(copied.contains("\tPlätze\n"), "{copied}");
    assert!(!copied.contains("\tProzent") && !copied.contains("\tPunkte"), "a rank has no percent: {copied}");
}

#[test]
fn the_method_is_told_with_what_is_left_out() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stage.harness.get_by_label("So wurde gerechnet").click();
    stage.harness.run();
    stage.picture("zeit_rechnung");
    assert!(stage.harness.query_by_label_contains("späterer Wert minus früherer").is_some());
}

#[test]
fn a_value_in_the_table_is_explained() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stage.harness.get_by_label("Werte").click();
    stage.harness.run();
    stage.harness.get_by_role_and_label(egui::accesskit::Role::Row, "2025").click();
    stage.harness.run();
    let inspected = stage.harness.state().shell.focus.inspected;
    assert!(matches!(inspected, Some(Inspected::Value { .. })), "{inspected:?}");
}

#[test]
fn without_values_the_tab_says_what_to_do() {
    let world = World::without_values(Section::Analyse);
    let stage = opened(Theme::Light, SIZE, world);
    stage.picture("zeit_leer");
    let empty = stage.harness.query_by_label("Noch keine Zeitreihe").is_some();
    let one = stage.harness.query_all_by_label_contains("Es gibt nur einen Stand").count() > 0;
    assert!(empty || one);
}

#[test]
fn a_course_under_way_is_stopped_and_begun_again() {
    let mut stage = opened(Theme::Light, SIZE, world());
    stops_and_begins_again(&mut stage, "zeit_rechnet", |derived| &mut derived.time);
}

#[test]
fn the_course_of_an_index_that_is_called_off_ends_at_once() {
    let world = opened(Theme::Light, SIZE, world());
    let (world, progress) = (world.harness.state(), Progress::new());
    progress.cancel();
    let mut order = world.derived.time_order.clone().expect("an order");
    order.subject = TimeSubject::Index;
    let recipe = &world.snapshot.recipe().expect("a recipe").spec;
    assert!(TimeView::of(&world.snapshot.data, Some(recipe), &order, &progress).is_err());
}
