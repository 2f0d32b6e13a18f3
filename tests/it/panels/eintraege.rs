//! Entries are found by the search and open where they are edited, from wherever they are named.

use super::Stage;
use super::window::{Window, open};
use aktionsplan::domain::MassnahmeId;
use aktionsplan::project::{BeteiligungCommand, Command, ErfahrungCommand, VorOrtCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Entry, Intent, Section, UiAction};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const SIZE: (f32, f32) = (1366.0, 768.0);
/// High enough for a whole form.
const HIGH: (f32, f32) = (1366.0, 2600.0);

fn at<'a>(section: Section, area: &str, size: (f32, f32)) -> Stage<'a, Window> {
    let mut stage = open(Window::sample(section, area), Theme::Light, size);
    stage.harness.run();
    stage
}

/// What was last asked to be opened.
fn opened(window: &Window) -> Option<Entry> {
    window.intents.iter().rev().find_map(|intent| match intent {
        Intent::Open { entry, .. } => Some(*entry),
        _ => None,
    })
}

/// Types a query into the search and takes the first hit.
fn search(stage: &mut Stage<'_, Window>, query: &str) {
    stage.harness.state_mut().shell.toggle_palette();
    stage.harness.run();
    stage.harness.get_by_role(Role::TextInput).type_text(query);
    stage.harness.run();
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
}

#[test]
fn events_ideas_networks_experience_and_offices_are_found() {
    let mut stage = at(Section::Uebersicht, "Marten", SIZE);
    search(&mut stage, "Bürgerforum Jugend");
    assert!(matches!(opened(stage.harness.state()), Some(Entry::Veranstaltung(_))));
    search(&mut stage, "Halle am Samstag öffnen");
    assert!(matches!(opened(stage.harness.state()), Some(Entry::Veranstaltung(_))));
    search(&mut stage, "Jugendrunde");
    assert!(matches!(opened(stage.harness.state()), Some(Entry::Netzwerk(_))));
    search(&mut stage, "Berufslotsen");
    assert!(matches!(opened(stage.harness.state()), Some(Entry::Erfahrung(_))));
    search(&mut stage, "feucht");
    assert!(matches!(opened(stage.harness.state()), Some(Entry::Aussage(_))));
    search(&mut stage, "Sportverein");
    assert!(matches!(opened(stage.harness.state()), Some(Entry::Akteur(_))));
}

#[test]
fn tabs_and_what_stands_in_the_procedure_are_found_and_come_into_view() {
    let mut stage = at(Section::Uebersicht, "Marten", SIZE);
    search(&mut stage, "umsetz");
    assert_eq!(opened(stage.harness.state()), Some(Entry::Reiter(Section::Verfahren, "Umsetzung")));
    search(&mut stage, "Träger für den Walking Bus");
    let found = opened(stage.harness.state());
    assert!(matches!(found, Some(Entry::Wiedervorlage(_))), "{found:?}");
    let mut stage = at(Section::Verfahren, "Marten", SIZE);
    stage.harness.state_mut().shell.focus.wanted = found;
    stage.harness.run();
    let fields = stage.harness.query_all_by_role(Role::MultilineTextInput);
    let text = fields.filter_map(|field| field.value()).collect::<Vec<_>>();
    assert!(text.iter().any(|text| text.contains("Walking Bus")), "{text:?}");
    stage.harness.state_mut().shell.focus.wanted = Some(Entry::Reiter(Section::Verfahren, "Gremien"));
    stage.harness.run();
    assert!(stage.harness.query_by_label_contains("Sitzungstermine").is_some());
}

#[test]
fn words_of_a_query_may_stand_apart_and_umlauts_be_spelled_out() {
    let mut stage = at(Section::Uebersicht, "Marten", SIZE);
    search(&mut stage, "buero Räume beim Jugendtreff");
    assert_eq!(opened(stage.harness.state()), Some(Entry::Aktionsbuero));
}

#[test]
fn an_entry_that_is_wanted_is_in_view_whatever_was_in_view_before() {
    let mut stage = at(Section::VorOrt, "Marten", SIZE);
    let site = &stage.harness.state().snapshot.vor_ort;
    let event = site.veranstaltungen.iter().find(|event| event.title.starts_with("Arbeitskreis")).expect("an event");
    let (event, network) = (event.id, site.netzwerke.iter().find(|one| one.name.starts_with("Stadtteilrunde")));
    let network = network.expect("a network").id;
    stage.harness.state_mut().shell.focus.wanted = Some(Entry::Veranstaltung(event));
    stage.harness.run();
    assert!(stage.harness.query_by_label("Veranstaltung entfernen").is_some());
    let title = stage.harness.get_by_role_and_label(Role::TextInput, "Titel").value();
    assert!(title.is_some_and(|title| title.starts_with("Arbeitskreis")));
    stage.harness.state_mut().shell.focus.wanted = Some(Entry::Netzwerk(network));
    stage.harness.run();
    assert!(stage.harness.query_by_label("Netzwerk entfernen").is_some());
    assert_eq!(stage.harness.state().shell.focus.wanted, None);
}

/// The measure of this title in Marten.
fn measure(stage: &Stage<'_, Window>, titel: &str) -> MassnahmeId {
    let window = stage.harness.state();
    let programme = window.snapshot.programme_of(window.area("Marten")).expect("a programme");
    programme.into_iter().find(|massnahme| massnahme.titel == titel).expect("a measure").id
}

#[test]
fn the_measures_of_a_need_open_their_forms() {
    let mut stage = at(Section::VorOrt, "Marten", SIZE);
    stage.harness.get_by_role_and_label(Role::Link, "M-06").click();
    stage.harness.run();
    let wanted = measure(&stage, "Bildungskette im Quartier");
    assert_eq!(opened(stage.harness.state()), Some(Entry::Massnahme(wanted)));
    // Where several answer a need, a menu asks which one.
    let several = stage.harness.get_by_label_contains("M-01, M-");
    let second =
        several.accesskit_node().label().and_then(|label| label.split(", ").nth(1).map(|number| format!("{number} ")));
    several.click();
    stage.harness.run();
    let second = second.expect("two measures");
    let entry = stage.harness.get_by_label_contains(&second);
    let title = entry.accesskit_node().label().and_then(|label| label.strip_prefix(&second).map(str::to_owned));
    entry.click();
    stage.harness.run();
    let wanted = measure(&stage, &title.expect("its title"));
    assert_eq!(opened(stage.harness.state()), Some(Entry::Massnahme(wanted)));
}

#[test]
fn a_wanted_measure_opens_its_form_with_experience_and_actors() {
    let mut stage = at(Section::Handlungsprogramm, "Marten", HIGH);
    let id = measure(&stage, "Frauensprachcafé");
    stage.harness.state_mut().shell.focus.wanted = Some(Entry::Massnahme(id));
    stage.harness.run();
    let title = stage.harness.get_by_role_and_label(Role::TextInput, "Titel").value();
    assert_eq!(title.as_deref(), Some("Frauensprachcafé"));
    stage.harness.get_by_label("Elterncafé im Bildungshaus (Beispiel) abnehmen").click();
    stage.harness.run();
    let commands = stage.harness.state().commands();
    let taken_off = |command: &&&Command| matches!(command, Command::Erfahrung(ErfahrungCommand::Update(one)) if !one.massnahmen.contains(&id));
    assert!(commands.iter().any(|command| taken_off(&command)));
    stage.harness.get_by_label("Akteur hinzufügen").click();
    stage.harness.run();
    stage.harness.get_by_label("Bewohnergruppe Marten (Beispiel)").click();
    stage.harness.run();
    let commands = stage.harness.state().commands();
    let added = |command: &&&Command| matches!(command, Command::VorOrt(VorOrtCommand::UpdateAkteur(one)) if one.massnahmen.contains(&id));
    assert!(commands.iter().any(|command| added(&command)));
}

#[test]
fn an_actor_shows_the_measures_it_takes_part_in_and_offers_those_that_name_it() {
    let mut window = Window::sample(Section::VorOrt, "Marten");
    let mut snapshot = (*window.snapshot).clone();
    let akteur = std::sync::Arc::make_mut(&mut snapshot.vor_ort)
        .akteure
        .iter_mut()
        .find(|one| one.name.starts_with("Sportverein Marten"));
    let akteur = akteur.expect("an organisation");
    let linked = std::mem::take(&mut akteur.massnahmen);
    let id = akteur.id;
    assert_eq!(linked.len(), 1, "the example links what its words name");
    window.snapshot = std::sync::Arc::new(snapshot);
    let mut stage = open(window, Theme::Light, HIGH);
    stage.harness.state_mut().shell.focus.wanted = Some(Entry::Akteur(id));
    stage.harness.run();
    stage.harness.get_by_label("M-08 Eltern-Kind-Klettern").click();
    stage.harness.run();
    let commands = stage.harness.state().commands();
    let [Command::VorOrt(VorOrtCommand::UpdateAkteur(akteur))] = commands[..] else { panic!("no link") };
    assert_eq!(akteur.massnahmen, linked);
}

#[test]
fn the_words_of_a_new_entry_are_replaced_by_typing() {
    let mut stage = at(Section::VorOrt, "Marten", SIZE);
    let mut snapshot = (*stage.harness.state().snapshot).clone();
    stage.harness.get_by_label("Angebot erfassen").click();
    stage.harness.run();
    let commands = stage.harness.state().commands();
    let [Command::VorOrt(VorOrtCommand::AddAngebot(angebot))] = commands[..] else { panic!("no service") };
    let mut angebot = angebot.clone();
    angebot.id = aktionsplan::domain::AngebotId(9000);
    std::sync::Arc::make_mut(&mut snapshot.vor_ort).angebote.push(angebot);
    stage.harness.state_mut().snapshot = std::sync::Arc::new(snapshot);
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Name").type_text("Lernwerkstatt");
    stage.harness.run();
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    let commands = stage.harness.state().commands();
    let named = |command: &&Command| matches!(command, Command::VorOrt(VorOrtCommand::UpdateAngebot(one)) if one.name == "Lernwerkstatt");
    assert!(commands.into_iter().any(|command| named(&command)));
}

#[test]
fn an_idea_that_became_a_measure_leads_to_it() {
    let mut stage = at(Section::VorOrt, "Marten", SIZE);
    let window = stage.harness.state();
    let (site, marten) = (&window.snapshot.vor_ort, window.area("Marten"));
    let here = |event| site.veranstaltung(event).is_some_and(|event| event.area == marten);
    let idea = site.ideen.iter().find(|idee| idee.massnahme.is_some() && here(idee.veranstaltung));
    let idea = idea.expect("an adopted idea").clone();
    stage.harness.state_mut().shell.focus.wanted = Some(Entry::Veranstaltung(idea.veranstaltung));
    stage.harness.run();
    let window = stage.harness.state();
    let all = window.snapshot.programmes.iter().flatten();
    let number = all.filter(|one| Some(one.id) == idea.massnahme).map(|one| format!("M-{:02}", one.number)).next();
    let number = number.expect("its number");
    stage.harness.get_all_by_label(&number).next().expect("a link").click();
    stage.harness.run();
    assert!(matches!(opened(stage.harness.state()), Some(Entry::Massnahme(_))));
    let adopts = |command: &&Command| matches!(command, Command::Beteiligung(BeteiligungCommand::AdoptIdee { .. }));
    assert!(!stage.harness.state().commands().iter().any(adopts));
}

#[test]
fn the_status_bar_counts_what_is_known_on_site() {
    let stage = at(Section::VorOrt, "Marten", SIZE);
    let counted = "7 Angebote · 9 Akteure · 10 Aussagen · 4 Veranstaltungen · 3 Erfahrungen";
    assert!(stage.harness.query_by_label(counted).is_some());
}

#[test]
fn the_last_step_is_taken_back_from_a_field_into_which_nothing_was_typed() {
    let mut stage = at(Section::VorOrt, "Marten", SIZE);
    let mut snapshot = (*stage.harness.state().snapshot).clone();
    snapshot.undo.undo = Some("Angebot angelegt".to_owned());
    stage.harness.state_mut().snapshot = std::sync::Arc::new(snapshot);
    stage.harness.get_by_label("Akteure").click();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Name").focus();
    stage.harness.run();
    let undone = |window: &Window| window.intents.iter().any(|intent| matches!(intent, Intent::Action(UiAction::Undo)));
    stage.harness.get_by_role_and_label(Role::TextInput, "Name").type_text("neu");
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    stage.harness.run();
    assert!(!undone(stage.harness.state()), "what is being typed is taken back by the field");
    stage.harness.key_press(Key::Escape);
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Rolle").focus();
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    stage.harness.run();
    assert!(undone(stage.harness.state()));
}
