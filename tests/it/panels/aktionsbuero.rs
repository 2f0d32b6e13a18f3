//! The Aktionsbüro: common core, local cut beside the needs, profile sheet, comparison.

use super::Stage;
use super::window::{Window, open, pictures};
use aktionsplan::domain::{Aktionsbuero, PassageOrigin, SectionKey};
use aktionsplan::project::{AktionsbueroCommand, Command, ProgrammeCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Intent, Section};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const SIZE: (f32, f32) = (1366.0, 768.0);
/// High enough for all offers and the whole form.
const HIGH: (f32, f32) = (1366.0, 1600.0);

fn at<'a>(area: &str, path: &[&str]) -> Stage<'a, Window> {
    at_size(area, path, SIZE)
}

fn at_size<'a>(area: &str, path: &[&str], size: (f32, f32)) -> Stage<'a, Window> {
    at_window(Window::sample(Section::VorOrt, area), path, size)
}

/// An area of the example whose Aktionsbüro is not there.
fn without_office(area: &str) -> Window {
    let mut window = Window::sample(Section::VorOrt, area);
    let mut snapshot = (*window.snapshot).clone();
    std::sync::Arc::make_mut(&mut snapshot.vor_ort).aktionsbueros.clear();
    window.snapshot = std::sync::Arc::new(snapshot);
    window
}

fn at_window<'a>(window: Window, path: &[&str], size: (f32, f32)) -> Stage<'a, Window> {
    let mut stage = open(window, Theme::Light, size);
    stage.harness.run();
    for label in std::iter::once(&"Aktionsbüro").chain(path) {
        stage.harness.get_by_label(label).click();
        stage.harness.run();
    }
    stage
}

fn updated(window: &Window) -> Option<&Aktionsbuero> {
    window.commands().into_iter().rev().find_map(|command| match command {
        Command::Aktionsbuero(AktionsbueroCommand::Update(office)) => Some(office),
        _ => None,
    })
}

#[test]
fn an_area_without_office_begins_with_the_common_core() {
    let stage = at_window(without_office("Nette"), &["Aktionsbüro anlegen"], SIZE);
    let commands = stage.harness.state().commands();
    let [Command::Aktionsbuero(AktionsbueroCommand::Add(office))] = commands[..] else { panic!("no office") };
    assert_eq!(office.area, stage.harness.state().area("Nette"));
    assert_eq!(office.offers.len(), 4);
    assert!(
        office.offers.iter().any(|offer| offer.title == "Hilfe bei Anträgen" && offer.needs.contains(&"SGB2".into()))
    );
}

#[test]
fn a_proposed_offer_is_ticked_and_a_chosen_one_unticked() {
    let mut stage = at_size("Marten", &[], HIGH);
    stage.harness.get_by_role_and_label(Role::CheckBox, "Hilfe bei Bildung und Teilhabe").click();
    stage.harness.run();
    assert!(
        updated(stage.harness.state()).is_some_and(|office| office.offers.iter().any(|offer| offer.key == "teilhabe"))
    );
    stage.harness.get_by_role_and_label(Role::CheckBox, "Sprechzeit für Familien").click();
    stage.harness.run();
    assert!(
        updated(stage.harness.state()).is_some_and(|office| !office.offers.iter().any(|offer| offer.key == "familien"))
    );
    assert!(stage.harness.query_by_role_and_label(Role::CheckBox, "Hilfe bei Anträgen").is_none(), "the core stays");
}

#[test]
fn an_offer_is_linked_to_a_need() {
    let path = ["Baustein bearbeiten: Auskunft in mehreren Sprachen", "Bedarf verknüpfen"];
    let mut stage = at_size("Marten", &path, HIGH);
    let choice = stage.harness.get_by_role_and_label(Role::MenuItem, "Arbeitslosenrate");
    choice.click();
    stage.harness.run();
    let linked = updated(stage.harness.state()).expect("a change");
    assert!(linked.offers.iter().any(|offer| offer.key == "sprachen" && offer.needs == ["ALR"]));
}

#[test]
fn the_office_goes_into_section_six_with_bound_values() {
    let stage = at("Marten", &["In Abschnitt 4.3 übernehmen"]);
    let drafted = stage.harness.state().commands().into_iter().find_map(|command| match command {
        Command::Programme(ProgrammeCommand::Draft { sections, passages, .. }) => Some((sections, passages)),
        _ => None,
    });
    let (sections, passages) = drafted.expect("a draft");
    assert_eq!(sections.as_slice(), [SectionKey::Aktionsbuero]);
    assert!(passages.iter().all(|passage| passage.origin == PassageOrigin::Generated));
    assert!(passages.iter().any(|passage| passage.text.contains("[wert:") && !passage.basis.is_empty()));
}

#[test]
fn the_reason_of_the_cut_is_asked_for() {
    let mut window = Window::sample(Section::VorOrt, "Scharnhorst-Ost");
    let mut snapshot = (*window.snapshot).clone();
    let site = std::sync::Arc::make_mut(&mut snapshot.vor_ort);
    site.aktionsbueros.iter_mut().for_each(|office| office.reason.clear());
    window.snapshot = std::sync::Arc::new(snapshot);
    window.derive_programme();
    let mut stage = open(window, Theme::Light, HIGH);
    stage.harness.run();
    stage.harness.get_by_label("Aktionsbüro").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label("Die Begründung des Zuschnitts fehlt noch.").is_some());
    let checks = &stage.harness.state().derived.programme.value.as_ref().expect("checks").checks;
    assert!(checks.iter().any(|check| check.sentence.contains("Begründung des Zuschnitts")));
}

#[test]
fn offices_are_compared_and_a_row_leads_to_its_area() {
    let mut stage = at("Marten", &["Mit anderen Büros vergleichen"]);
    stage.harness.get_all_by_label_contains("Eving/Lindenhorst, ").next().expect("a row").click();
    stage.harness.run();
    let chosen = |intent: &Intent| matches!(intent, Intent::SelectArea(_));
    assert!(stage.harness.state().intents.iter().any(chosen));
}

#[test]
fn place_and_week_are_edited_on_the_profile_sheet() {
    let mut stage = at_size("Marten", &["Bearbeiten", "Zeit"], HIGH);
    let times = updated(stage.harness.state()).expect("a time").hours.len();
    assert_eq!(times, 6);
    stage.harness.get_by_role_and_label(Role::TextInput, "Ort").focus();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Ort").type_text(" im Erdgeschoss");
    stage.harness.key_press(egui::Key::Enter);
    stage.harness.run();
    assert!(updated(stage.harness.state()).is_some_and(|office| office.place.contains("Erdgeschoss")));
}

#[test]
fn pictures_of_the_office() {
    let marten = || Window::sample(Section::VorOrt, "Marten");
    let path = |labels: &'static [&'static str]| {
        move |stage: &mut Stage<'_, Window>| {
            for label in labels {
                stage.harness.get_by_label(label).click();
                stage.harness.run();
            }
        }
    };
    pictures("aktionsbuero", marten, path(&["Aktionsbüro"]));
    pictures("aktionsbuero_baustein", marten, path(&["Aktionsbüro", "Baustein bearbeiten: Hilfe bei Anträgen"]));
    pictures("aktionsbuero_steckbrief", marten, path(&["Aktionsbüro", "Bearbeiten"]));
    pictures("aktionsbuero_leer", || Window::sample(Section::VorOrt, "Nette"), path(&["Aktionsbüro"]));
}

#[test]
fn an_offer_that_a_service_already_makes_says_so_and_the_costs_stand_on_the_sheet() {
    let stage = at_size("Scharnhorst-Ost", &[], HIGH);
    let offer = stage.harness.get_by_label_contains("Sprechstunde Übergang Schule–Beruf, ");
    let words = offer.accesskit_node().label().unwrap_or_default();
    assert!(words.contains("Überschneidung: Bewerbungstraining, 75"), "{words}");
    assert!(stage.harness.query_by_label_contains("zusätzlich, davon").is_some());
}

#[test]
fn what_the_tailoring_costs_is_entered_by_year() {
    let mut stage = at_window(without_office("Nordmarkt"), &["Aktionsbüro anlegen"], HIGH);
    let commands = stage.harness.state().commands();
    let [Command::Aktionsbuero(AktionsbueroCommand::Add(office))] = commands[..] else { panic!("no office") };
    let mut office = office.clone();
    office.costs = vec![aktionsplan::domain::Buerokosten { year: 2027, ..Default::default() }];
    let mut snapshot = (*stage.harness.state().snapshot).clone();
    std::sync::Arc::make_mut(&mut snapshot.vor_ort).aktionsbueros.push(office);
    stage.harness.state_mut().snapshot = std::sync::Arc::new(snapshot);
    stage.harness.run();
    stage.harness.get_by_label("Bearbeiten").click();
    stage.harness.run();
    let field = "Kosten 1, zusätzlich, €";
    stage.harness.get_by_label(field).focus();
    stage.harness.run();
    stage.harness.get_by_label(field).type_text("24800");
    stage.harness.key_press(egui::Key::Enter);
    stage.harness.run();
    let costs = updated(stage.harness.state()).expect("changed").costs[0];
    assert_eq!(costs.additional, aktionsplan::domain::Euro::whole(24_800));
}
