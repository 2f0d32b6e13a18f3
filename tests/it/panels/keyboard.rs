//! Analyse and Übersicht by the keyboard alone: Tab reaches every control of every tab.

use super::Stage;
use super::uebersicht::{World, window};
use aktionsplan::theme::Theme;
use aktionsplan::ui::Section;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::collections::BTreeSet;

/// More than any screen has controls.
const MOST: usize = 400;

const CONTROLS: [Role; 10] = [
    Role::Button,
    Role::CheckBox,
    Role::RadioButton,
    Role::ComboBox,
    Role::Slider,
    Role::TextInput,
    Role::SearchInput,
    Role::Link,
    Role::Tab,
    Role::MenuItem,
];

/// Role and name of the controls on the screen that can be used.
fn controls<S>(stage: &Stage<'_, S>) -> BTreeSet<String> {
    let root = stage.harness.root();
    let nodes = root.children_recursive().map(|node| node.accesskit_node());
    let usable = nodes.filter(|node| CONTROLS.contains(&node.role()) && !node.is_disabled());
    usable.filter_map(|node| Some(format!("{:?} {}", node.role(), node.label()?))).collect()
}

fn focused<S>(stage: &Stage<'_, S>) -> Option<String> {
    let root = stage.harness.root();
    let found = root.children_recursive().map(|node| node.accesskit_node()).find(|node| node.is_focused())?;
    Some(format!("{:?} {}", found.role(), found.label().unwrap_or_default()))
}

/// What Tab reaches until it begins anew.
fn reached<S>(stage: &mut Stage<'_, S>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut idle = 0;
    for _ in 0..MOST {
        stage.harness.key_press(Key::Tab);
        stage.harness.step();
        let new = focused(stage).is_some_and(|control| reached.insert(control));
        idle = if new { 0 } else { idle + 1 };
        if idle > 40 {
            break;
        }
    }
    reached
}

fn assert_all_reached<S>(stage: &mut Stage<'_, S>, screen: &str) {
    let wanted = controls(stage);
    let reached = reached(stage);
    let missing: Vec<&String> = wanted.difference(&reached).collect();
    assert!(wanted.len() > 5 && missing.is_empty(), "{screen}: Tab does not reach {missing:#?}");
}

#[test]
fn tab_reaches_every_control_of_the_analysis_and_of_the_overview() {
    for tab in ["Profil", "Vergleich", "Karte & Zusammenhang", "Zeit", "Typen"] {
        let mut stage = window(Theme::Light, [1366.0, 768.0], World::sample(Section::Analyse, "marten"));
        stage.harness.run();
        stage.harness.get_all_by_label(tab).next().expect("the tab").focus();
        stage.harness.run();
        stage.harness.key_press(Key::Enter);
        stage.harness.run();
        assert_all_reached(&mut stage, tab);
    }
    let mut stage = window(Theme::Light, [1366.0, 768.0], World::sample(Section::Uebersicht, "marten"));
    stage.harness.run();
    assert_all_reached(&mut stage, "Übersicht");
}

#[test]
fn the_sides_of_time_types_and_relation_are_reached_too() {
    let sides = [
        ("Zeit", ["Status × Dynamik", "Gebietskulisse", "Werte"].as_slice()),
        ("Typen", ["Ähnliche Räume", "Segregation", "Versteckte Lagen", "Indikatoren"].as_slice()),
        ("Karte & Zusammenhang", ["Abweichung", "Muster"].as_slice()),
    ];
    for (tab, sides) in sides {
        let mut stage = window(Theme::Light, [1366.0, 768.0], World::sample(Section::Analyse, "marten"));
        stage.harness.run();
        stage.harness.get_all_by_label(tab).next().expect("the tab").click();
        stage.harness.run();
        for side in sides {
            stage.harness.get_by_role_and_label(Role::RadioButton, side).focus();
            stage.harness.run();
            stage.harness.key_press(Key::Enter);
            stage.harness.run();
            assert_all_reached(&mut stage, side);
        }
    }
}
