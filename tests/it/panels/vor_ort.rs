//! The place Vor Ort.

use super::window::{TODAY, Window, open, pictures};
use aktionsplan::domain::WiedervorlageLink;
use aktionsplan::import;
use aktionsplan::jobs::Progress;
use aktionsplan::project::{Command, ProgrammeCommand, VerfahrenCommand, VorOrtCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Entry, Inspected, Intent, Section, ServicesIntent, ServicesView};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
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
    stage.harness.get_by_label("Liste").click();
    stage.harness.run();
    stage.harness.get_by_label("Angebot entfernen").scroll_to_me();
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

/// Gives the grid the focus, with its first cell selected.
fn in_the_matrix(stage: &mut super::Stage<'_, Window>) {
    stage.harness.run();
    let first = stage.harness.get_all_by_role(Role::Cell).next().expect("a cell");
    first.click();
    stage.harness.run();
}

#[test]
fn the_space_bar_settles_a_cell_and_delete_goes_back_to_the_proposal() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    in_the_matrix(&mut stage);
    stage.harness.key_press(Key::ArrowRight);
    stage.harness.run();
    stage.harness.key_press(Key::Space);
    stage.harness.run();
    let window = stage.harness.state_mut();
    let Some(VorOrtCommand::SetDeckung(deckung)) = site_commands(window).first().copied().cloned() else {
        panic!("nothing was settled")
    };
    assert_eq!(deckung.area, window.area("Marten"));
    let mut snapshot = (*window.snapshot).clone();
    let mut site = (*snapshot.vor_ort).clone();
    site.deckungen.push(deckung.clone());
    snapshot.vor_ort = Arc::new(site);
    window.snapshot = Arc::new(snapshot);
    window.derive_programme();
    window.intents.clear();
    stage.harness.run();
    stage.harness.key_press(Key::Delete);
    stage.harness.run();
    let expected = VorOrtCommand::ClearDeckung { area: deckung.area, bezug: deckung.bezug, angebot: deckung.angebot };
    assert_eq!(site_commands(stage.harness.state()), [&expected]);
}

#[test]
fn a_gap_becomes_a_measure_of_the_programme() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Maßnahme anlegen").click();
    stage.harness.run();
    let window = stage.harness.state();
    let added = window.commands().into_iter().any(|command| {
        let Command::Programme(ProgrammeCommand::AddMassnahme { massnahme, .. }) = command else { return false };
        window.snapshot.data.indicator_by_code(&massnahme.indikator).is_some() && !massnahme.problemlage.is_empty()
    });
    let form = Entry::NeueMassnahme(window.snapshot.last_massnahme());
    let opened = window.intents.iter().any(|intent| matches!(intent, Intent::Open { entry, .. } if *entry == form));
    assert!(added && opened);
}

#[test]
fn a_service_that_ends_soon_comes_up_again_before_its_end() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Wiedervorlage").click();
    stage.harness.run();
    let commands = stage.harness.state().commands();
    let Some(Command::Verfahren(VerfahrenCommand::AddWiedervorlage(added))) = commands.first() else {
        panic!("{commands:?}")
    };
    // Ends on 31.12.2026.
    assert_eq!(added.date, jiff::civil::date(2026, 11, 30));
    assert!(matches!(added.link, Some(WiedervorlageLink::Angebot(_))));
}

#[test]
fn why_a_gap_stays_is_stored() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_all_by_label("Begründen").next().expect("a button").click();
    stage.harness.run();
    let field = stage.harness.get_by_role_and_label(Role::TextInput, "Begründung");
    assert!(field.is_focused());
    field.type_text("Wird im Nachbarraum abgedeckt.");
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    let commands = site_commands(stage.harness.state());
    let stored = |command: &&VorOrtCommand| matches!(command, VorOrtCommand::SetBegruendung(reason) if reason.text.contains("Nachbarraum"));
    assert!(commands.iter().any(stored), "{commands:?}");
}

#[test]
fn the_head_of_the_services_reads_and_saves_tables() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Bestand einlesen…").click();
    stage.harness.run();
    stage.harness.get_by_label("Als CSV sichern…").click();
    stage.harness.run();
    let intents = &stage.harness.state().intents;
    assert!(intents.iter().any(|intent| matches!(intent, Intent::Services(ServicesIntent::Choose))));
    let rows = intents.iter().find_map(|intent| match intent {
        Intent::SaveTable { table, .. } => Some(table.rows.len()),
        _ => None,
    });
    assert_eq!(rows, Some(7));
}

/// Marten with the preview of the table of services of the import tests.
fn preview() -> Window {
    let mut window = marten();
    let bytes = include_bytes!("../../fixtures/import/services/bestand.csv");
    let source = import::read("bestand.csv", bytes, &Progress::new()).unwrap();
    let options = import::propose_services(&source, Some(window.area("Marten")));
    let (data, site) = (&window.snapshot.data, &window.snapshot.vor_ort);
    let draft = import::draft_services(&source, &options, data, site, &Progress::new()).unwrap();
    let view = ServicesView { source: Arc::new(source), draft: Arc::new(draft), busy: false };
    window.derived.services = Some(Arc::new(view));
    window
}

#[test]
fn a_table_is_taken_over_only_on_request_and_an_unknown_area_can_be_assigned() {
    let mut stage = open(preview(), Theme::Light, SIZE);
    stage.harness.run();
    assert_eq!(stage.harness.query_all_by_label_contains("Stand: abgelehnt").count(), 4);
    let unknown = By::new().role(Role::ComboBox).label_contains("„Nordmark“");
    stage.harness.get(unknown).click();
    stage.harness.run();
    stage.harness.get_all_by_label("Nordmarkt").next().expect("offered").click();
    stage.harness.run();
    let nordmarkt = stage.harness.state().area("Nordmarkt");
    let assigned = stage.harness.state().intents.iter().any(|intent| {
        let Intent::Services(ServicesIntent::Set(options)) = intent else { return false };
        options.areas.get("Nordmark") == Some(&Some(nordmarkt))
    });
    assert!(assigned);
    stage.harness.get_by_label("Übernehmen").click();
    stage.harness.run();
    let intents = &stage.harness.state().intents;
    assert!(intents.iter().any(|intent| matches!(intent, Intent::Services(ServicesIntent::Commit))));
}

fn actors(stage: &mut super::Stage<'_, Window>) {
    stage.harness.run();
    stage.harness.get_by_label("Akteure").click();
    stage.harness.run();
}

#[test]
fn a_promise_is_added_to_the_selected_organisation() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    actors(&mut stage);
    stage.harness.get_by_label("Zusage hinzufügen").scroll_to_me();
    stage.harness.run();
    stage.harness.get_by_label("Zusage hinzufügen").click();
    stage.harness.run();
    let commands = site_commands(stage.harness.state());
    let longer =
        |command: &&VorOrtCommand| matches!(command, VorOrtCommand::UpdateAkteur(akteur) if akteur.zusagen.len() == 3);
    assert!(commands.iter().any(longer), "{commands:?}");
}

#[test]
fn overdue_data_of_persons_are_deleted_in_one_step() {
    let mut window = marten();
    let mut snapshot = (*window.snapshot).clone();
    let mut site = (*snapshot.vor_ort).clone();
    site.kontaktpersonen.iter_mut().for_each(|person| person.delete_on = TODAY);
    snapshot.vor_ort = Arc::new(site);
    window.snapshot = Arc::new(snapshot);
    let mut stage = open(window, Theme::Light, SIZE);
    actors(&mut stage);
    stage.harness.get_by_label("Jetzt löschen").click();
    stage.harness.run();
    let expected = VorOrtCommand::RemoveOverdueKontaktpersonen(TODAY);
    assert_eq!(site_commands(stage.harness.state()), [&expected]);
}

#[test]
fn persons_are_in_a_saved_table_only_where_that_is_ticked() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    actors(&mut stage);
    let save = |stage: &mut super::Stage<'_, Window>| {
        stage.harness.get_by_label("Als CSV sichern…").click();
        stage.harness.run();
        let intents = std::mem::take(&mut stage.harness.state_mut().intents);
        let mut tables = intents.into_iter().filter_map(|intent| match intent {
            Intent::SaveTable { table, .. } => Some(table),
            _ => None,
        });
        tables.next().expect("a table")
    };
    assert!(!save(&mut stage).tab_separated().contains("Schulleitung"));
    stage.harness.get_by_label("mit Kontaktpersonen").click();
    stage.harness.run();
    assert!(save(&mut stage).tab_separated().contains("Schulleitung"));
}

#[test]
fn a_node_of_the_net_is_a_button_and_networks_have_members() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    actors(&mut stage);
    stage.harness.get_by_label("Netz").click();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::Button, "Sportverein Marten (Beispiel), arbeitet mit 3").click();
    stage.harness.run();
    assert!(stage.harness.query_by_role_and_label(Role::Heading, "Sportverein Marten (Beispiel)").is_some());
    stage.harness.get_by_label("Netzwerke").click();
    stage.harness.run();
    stage.harness.get_by_label("Netzwerk anlegen").click();
    stage.harness.run();
    assert!(matches!(site_commands(stage.harness.state()).as_slice(), [VorOrtCommand::AddNetzwerk(_)]));
}

#[test]
fn long_titles_do_not_push_the_list_aside() {
    let long = "Ein sehr langer Titel, der in keine Zeile passt und trotzdem weder Tabelle noch Formular verschieben darf, komme was wolle";
    let mut window = marten();
    let mut snapshot = (*window.snapshot).clone();
    let mut programmes: Vec<_> = snapshot.programmes.iter().cloned().collect();
    let mut site = (*snapshot.vor_ort).clone();
    let area = window.shell.focus.area.expect("an area");
    let measures = programmes.iter_mut().filter(|programme| programme.area == area).flat_map(|one| &mut one.massnahmen);
    let ids: Vec<_> = measures
        .map(|measure| {
            measure.titel = long.to_owned();
            measure.id
        })
        .collect();
    for akteur in &mut site.akteure {
        akteur.massnahmen.clone_from(&ids);
    }
    (snapshot.programmes, snapshot.vor_ort) = (Arc::new(programmes), Arc::new(site));
    window.snapshot = Arc::new(snapshot);
    let mut stage = open(window, Theme::Light, SIZE);
    actors(&mut stage);
    stage.harness.run();
    stage.picture("vor_ort_akteure_lang");
    let right = |label: &str| stage.harness.get_by_role_and_label(Role::TextInput, label).rect().right();
    assert!(right("Name") <= SIZE.0, "the form stays within the window: {}", right("Name"));
    let links = stage
        .harness
        .get_all_by_role(Role::Link)
        .filter(|link| link.accesskit_node().label().is_some_and(|one| one.contains(long)));
    let widest = links.map(|link| link.rect().right()).fold(0.0, f32::max);
    assert!(widest > 0.0 && widest <= SIZE.0, "{widest}");
}

#[test]
fn pictures_of_the_site() {
    pictures("vor_ort", marten, |_| {});
    pictures("vor_ort_zelle", marten, in_the_matrix);
    pictures("vor_ort_vergleich", marten, |stage| {
        stage.harness.get_all_by_label("Begründen").last().expect("a button").click();
    });
    pictures("vor_ort_zielgruppen", marten, |stage| stage.harness.get_by_label("Zielgruppen × Angebote").click());
    pictures("vor_ort_liste", marten, |stage| stage.harness.get_by_label("Liste").click());
    pictures("vor_ort_bestand", preview, |_| {});
    pictures("vor_ort_akteure", marten, |stage| stage.harness.get_by_label("Akteure").click());
    pictures("vor_ort_netz", marten, |stage| {
        actors(stage);
        stage.harness.get_by_label("Netz").click();
    });
    pictures("vor_ort_netzwerke", marten, |stage| {
        actors(stage);
        stage.harness.get_by_label("Netzwerke").click();
    });
    pictures("vor_ort_leer", || Window::frame(Section::VorOrt), |_| {});
}

#[test]
fn what_is_being_typed_is_stored_when_a_tab_or_a_view_is_clicked() {
    for (role, label) in [(Role::RadioButton, "Akteure"), (Role::RadioButton, "Erfahrungen")] {
        let mut stage = open(Window::sample(Section::VorOrt, "Marten"), Theme::Light, (1366.0, 768.0));
        stage.harness.run();
        stage.harness.get_by_label("Liste").click();
        stage.harness.run();
        stage.harness.get_by_role_and_label(Role::TextInput, "Name").focus();
        stage.harness.run();
        stage.harness.get_by_role_and_label(Role::TextInput, "Name").type_text("Treff am Markt ");
        stage.harness.run();
        stage.harness.get_by_role_and_label(role, label).click();
        stage.harness.run();
        let stored = stage.harness.state().commands().into_iter().any(|command| match command {
            Command::VorOrt(VorOrtCommand::UpdateAngebot(angebot)) => angebot.name.contains("Treff am Markt"),
            _ => false,
        });
        assert!(stored, "{label}");
    }
}
