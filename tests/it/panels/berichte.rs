//! The place Berichte.

use super::Stage;
use super::window::{Window, open, pictures};
use aktionsplan::document::{Format, PagePicture};
use aktionsplan::domain::Dokumentvorlage;
use aktionsplan::programme::{
    Check, CheckKind, Contacts, Disclosure, DocumentKind, DocumentOutline, Profile, Recoverable, RecoveredFrom,
    Severity,
};
use aktionsplan::project::{Command, ProjectCommand};
use aktionsplan::reports::OpenPoints;
use aktionsplan::text::Message;
use aktionsplan::theme::Theme;

use aktionsplan::ui::{
    Computed, Entry, ExportOrder, ExportedFile, Intent, PagesDerived, PagesView, ProgrammeView, Section,
};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

const SIZE: (f32, f32) = (1366.0, 768.0);

fn marten() -> Window {
    Window::sample(Section::Berichte, "Marten")
}

fn orders(window: &Window) -> Vec<&ExportOrder> {
    window
        .intents
        .iter()
        .filter_map(|intent| if let Intent::Export(order) = intent { Some(order) } else { None })
        .collect()
}

#[test]
fn the_selected_programme_is_written_in_the_chosen_profile() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Kurzfassung").click();
    stage.harness.run();
    stage.harness.get_by_label("Ausgeben …").click();
    stage.harness.run();
    let marten = stage.harness.state().area("Marten");
    let expected = ExportOrder::word(vec![marten], Profile::Kurz);
    assert_eq!(orders(stage.harness.state()), [&expected]);
}

#[test]
fn the_keys_write_what_the_buttons_would() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    for choice in ["Kurzfassung", "OpenDocument (ODT)"] {
        stage.harness.get_by_label(choice).click();
        stage.harness.run();
    }
    for label in ["Ausgeben …", "Alle ausgeben …"] {
        stage.harness.get_by_label(label).click();
        stage.harness.run();
    }
    let window = stage.harness.state();
    let by_keys = [false, true].map(|whole| window.shell.chosen_export(&window.snapshot, whole));
    let written = orders(window);
    assert_eq!(written.iter().map(|order| order.formats.len()).collect::<Vec<_>>(), [2, 2]);
    assert_eq!(by_keys.map(|order| order.and_then(Result::ok)), [Some(written[0].clone()), Some(written[1].clone())]);
    let elsewhere = Window::sample(Section::Bedarf, "Marten");
    assert_eq!(elsewhere.shell.chosen_export(&elsewhere.snapshot, false), None);
}

#[test]
fn all_programmes_are_written_at_once() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Alle ausgeben …").click();
    stage.harness.run();
    let window = stage.harness.state();
    let written: Vec<usize> = orders(window).iter().map(|order| order.areas.len()).collect();
    assert_eq!(written, [window.snapshot.programmes.len()]);
}

/// Every area has something open, Marten an error.
fn with_points() -> Window {
    let mut window = marten();
    let marten = window.area("Marten");
    let of = |stored: &aktionsplan::domain::Handlungsprogramm| OpenPoints {
        area: stored.area,
        checks: Vec::new(),
        secrets: vec!["Der gesperrte Wert lässt sich berechnen.".to_owned(); usize::from(stored.area == marten)],
    };
    let points = window.snapshot.programmes.iter().map(of).collect();
    window.derived.points = Computed { value: Some(Arc::new(Ok(points))), current: true, progress: None };
    window
}

#[test]
fn errors_of_all_areas_are_seen_before_all_documents_go_out_and_the_planner_can_go_on() {
    let mut stage = open(with_points(), Theme::Light, SIZE);
    stage.harness.run();
    assert!(stage.harness.query_by_label_contains("1 Fehler · 1").is_some(), "in the list");
    stage.harness.get_by_label("Alle ausgeben …").click();
    stage.harness.run();
    assert!(orders(stage.harness.state()).is_empty(), "first it is read");
    assert!(stage.harness.query_by_label("Der gesperrte Wert lässt sich berechnen.").is_some());
    stage.picture("berichte-alle-prüfen");
    stage.harness.get_by_label("Alle ausgeben …").click();
    stage.harness.run();
    assert_eq!(orders(stage.harness.state()).len(), 1);
}

#[test]
fn what_is_to_be_checked_is_seen_before_all_documents_go_out_too() {
    let mut window = marten();
    let of = |stored: &aktionsplan::domain::Handlungsprogramm| {
        let check = Check {
            kind: CheckKind::NoParticipation,
            severity: Severity::Warning,
            section: None,
            sentence: "Die Beteiligung fehlt noch.".to_owned(),
            massnahme: None,
            passage: None,
            ziel: None,
            need: None,
            aussage: None,
            import: None,
        };
        OpenPoints { area: stored.area, checks: vec![check], secrets: Vec::new() }
    };
    let points = window.snapshot.programmes.iter().map(of).collect();
    window.derived.points = Computed { value: Some(Arc::new(Ok(points))), current: true, progress: None };
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Alle ausgeben …").click();
    stage.harness.run();
    assert!(orders(stage.harness.state()).is_empty(), "first it is read");
    assert!(stage.harness.query_all_by_label("Die Beteiligung fehlt noch.").count() > 1, "in the words of each area");
    stage.picture("berichte-alle-zu-prüfen");
    stage.harness.get_by_label("Alle ausgeben …").click();
    stage.harness.run();
    assert_eq!(orders(stage.harness.state()).len(), 1);
}

#[test]
fn tables_in_csv_go_into_a_folder() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    for label in ["Tabellen (CSV)", "Word (DOCX)", "Ausgeben …"] {
        stage.harness.get_by_label(label).click();
        stage.harness.run();
    }
    let order = orders(stage.harness.state()).pop().expect("an order").clone();
    assert_eq!((order.formats.as_slice(), order.is_single_file()), (&[Format::Csv][..], false));
}

#[test]
fn a_row_selects_its_area() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Hörde").click();
    stage.harness.run();
    let window = stage.harness.state();
    assert_eq!(window.shell.focus.area, Some(window.area("Hörde")));
}

#[test]
fn without_programmes_the_way_to_one_is_offered() {
    let mut stage = open(Window::frame(Section::Berichte), Theme::Light, SIZE);
    stage.harness.run();
    assert!(stage.harness.query_by_label("Noch keine Berichte").is_some());
    stage.harness.get_by_label("Zum Handlungsprogramm").click();
    stage.harness.run();
    assert!(stage.harness.state().went_to(Section::Handlungsprogramm));
}

#[test]
fn a_written_document_can_be_opened_and_found() {
    let mut window = marten();
    window.derived.exported.push(written());
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Zuletzt ausgegeben").click();
    stage.harness.run();
    stage.harness.get_by_label("Ordner zeigen").click();
    stage.harness.run();
    let folder = written().path.parent().map(std::path::Path::to_owned);
    let shown = |intent: &Intent| matches!(intent, Intent::Reveal(path) if Some(path) == folder.as_ref());
    assert!(stage.harness.state().intents.iter().any(shown));
}

#[test]
fn a_kept_version_is_chosen_like_any_document_and_let_go_with_its_area() {
    let mut stage = open(Window::sample(Section::Berichte, "Nordmarkt"), Theme::Light, SIZE);
    stage.harness.run();
    let programme = |window: &Window| window.snapshot.programme_of(window.area("Nordmarkt")).expect("a programme").id;
    let window = stage.harness.state();
    let own = |kept: &&aktionsplan::domain::Fassung| kept.programme == programme(window);
    let kept = window.snapshot.verfahren.fassungen.iter().find(own).expect("the example keeps what was decided");
    let (id, name) = (kept.id, format!("Fassung vom {}, {}", aktionsplan::text::date(kept.kept_on), kept.anlass));
    stage.harness.get_by_role_and_label(Role::ComboBox, "Dokument").click();
    stage.harness.run();
    stage.harness.get_by_label(&name).click();
    stage.harness.run_steps(8);
    stage.harness.get_by_label("Alle ausgeben …").click();
    stage.harness.run();
    assert!(orders(stage.harness.state()).is_empty(), "a version is one of one area");
    stage.harness.get_by_label("Ausgeben …").click();
    stage.harness.run();
    let kinds: Vec<DocumentKind> = orders(stage.harness.state()).iter().map(|order| order.kind).collect();
    assert_eq!(kinds, [DocumentKind::Fassung(id)]);
    stage.harness.get_by_label("Hörde").click();
    stage.harness.run_steps(8);
    let needs = stage.harness.state().shell.page_needs().expect("a document");
    assert_eq!(needs.kind, DocumentKind::Handlungsprogramm(Profile::Lang), "another area has no such version");
}

/// Marten's programme on three pages, of which the second heading begins the third.
fn with_pages(mut window: Window) -> Window {
    let headings = vec![("1".to_owned(), "Gebiet".to_owned(), 1), ("2".to_owned(), "Ausgangslage".to_owned(), 1)];
    let outline = DocumentOutline { title: "Handlungsprogramm Marten".into(), subtitle: String::new(), headings };
    let view = PagesView { count: 3, outline, headings: vec![1, 2] };
    let picture = PagePicture { width: 21, height: 30, rgba: vec![200; 21 * 30 * 4] };
    let of = (window.area("Marten"), DocumentKind::Handlungsprogramm(Profile::Lang), Contacts::LeaveOut);
    let (pages, picture) = (Some(Ok(Arc::new(view))), Some(Arc::new(picture)));
    window.derived.pages = PagesDerived { of: Some(of), pages, picture };
    window
}

#[test]
fn the_pages_of_a_document_are_turned_and_found_by_their_headings() {
    let mut stage = open(with_pages(marten()), Theme::Light, SIZE);
    stage.harness.run();
    let page = |stage: &Stage<'_, Window>| stage.harness.state().shell.page_needs().map(|needs| needs.page);
    assert_eq!(page(&stage), Some(0));
    stage.harness.get_by_label("Nächste Seite").click();
    stage.harness.run();
    assert_eq!(page(&stage), Some(1));
    assert!(stage.harness.query_by_label("Seite\u{a0}2 von\u{a0}3").is_some());
    stage.harness.get_by_label("2 Ausgangslage, Seite\u{a0}3").click();
    stage.harness.run();
    assert_eq!(page(&stage), Some(2));
    stage.harness.get_by_label("Hörde").click();
    stage.harness.run();
    assert_eq!(page(&stage), Some(0), "another document begins on its first page");
    assert!(stage.harness.query_by_label("2 Ausgangslage, Seite\u{a0}3").is_none(), "Marten's pages are not Hörde's");
}

#[test]
fn why_there_are_no_pages_is_said_with_what_to_do() {
    let mut window = with_pages(marten());
    let message =
        Message::new("Titel", "Das Setzen ist abgebrochen.", "Ihre Daten sind unverändert.", "Anders wählen.");
    window.derived.pages = PagesDerived { pages: Some(Err(message)), picture: None, ..window.derived.pages };
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    let said = "Das Setzen ist abgebrochen. Ihre Daten sind unverändert. Anders wählen.";
    assert!(stage.harness.query_all_by_label_contains(said).next().is_some());
    assert!(stage.harness.query_by_label("Seiten werden gesetzt …").is_none());
    stage.picture("berichte-ohne-seiten");
}

#[test]
fn a_version_that_shows_what_is_hidden_by_now_says_so_before_it_goes_out() {
    let mut window = Window::sample(Section::Berichte, "Nordmarkt");
    let programme = window.snapshot.programme_of(window.area("Nordmarkt")).expect("a programme").id;
    let kept = window.snapshot.verfahren.fassungen.iter().find(|kept| kept.programme == programme).expect("kept").id;
    let sentence = "Die Fassung zeigt 120 für „Arbeitslose“ (Nordmarkt, 2025).".to_owned();
    let view = ProgrammeView {
        area: Some(window.area("Nordmarkt")),
        given_away: [(kept, vec![Disclosure { sentence: sentence.clone(), passage: None }])].into(),
        ..ProgrammeView::default()
    };
    window.derived.programme.value = Some(Arc::new(view));
    window.shell.focus.wanted = Some(Entry::Fassung(kept));
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run_steps(8);
    assert!(stage.harness.query_by_label(&sentence).is_some());
    assert!(stage.harness.query_by_label("1 Fehler").is_some());
}

#[test]
fn a_document_is_read_in_full_width_and_turned_by_keys() {
    let mut stage = open(with_pages(marten()), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Vorschau").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label("Bodelschwingh/Westerfilde").is_none(), "the list makes room");
    let small = stage.harness.state().shell.page_needs().expect("a page").width;
    assert!(small > 800, "{small}");
    stage.harness.key_press(egui::Key::PageDown);
    stage.harness.run();
    assert_eq!(stage.harness.state().shell.page_needs().expect("a page").page, 1);
    stage.harness.key_press(egui::Key::Escape);
    stage.harness.run();
    assert!(stage.harness.query_by_label("Bodelschwingh/Westerfilde").is_some());
}

#[test]
fn thirteen_documents_at_once_have_no_pages_in_view_but_the_comparison_has() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Alle\u{a0}13 Handlungsprogramme").click();
    stage.harness.run();
    assert_eq!(stage.harness.state().shell.page_needs(), None);
    stage.harness.get_by_role_and_label(Role::ComboBox, "Dokument").click();
    stage.harness.run();
    stage.harness.get_by_label("Vergleich aller Aktionsräume").click();
    stage.harness.run_steps(8);
    let needs = stage.harness.state().shell.page_needs();
    assert_eq!(needs.map(|needs| needs.kind), Some(DocumentKind::Vergleich));
}

fn written() -> ExportedFile {
    ExportedFile {
        path: "Ausgaben/Handlungsprogramm_Marten_2026-11-22.docx".into(),
        title: "Handlungsprogramm Marten".to_owned(),
        at: "2026-11-22T14:20:00+01:00".to_owned(),
    }
}

#[test]
fn another_document_is_chosen_from_the_list_and_written() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::ComboBox, "Dokument").click();
    stage.harness.run();
    stage.harness.get_by_label("Ratsvorlage").click();
    stage.harness.run();
    stage.harness.get_by_label("Ausgeben …").click();
    stage.harness.run();
    let kinds: Vec<DocumentKind> = orders(stage.harness.state()).iter().map(|order| order.kind).collect();
    assert_eq!(kinds, [DocumentKind::Ratsvorlage]);
}

#[test]
fn the_comparison_is_one_file_for_all_areas() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Alle\u{a0}13 Handlungsprogramme").click();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::ComboBox, "Dokument").click();
    stage.harness.run();
    stage.harness.get_by_label("Vergleich aller Aktionsräume").click();
    stage.harness.run_steps(8);
    stage.harness.get_by_label("Ausgeben …").click();
    stage.harness.run();
    let found = orders(stage.harness.state()).pop().map(|order| (order.kind, order.is_single_file()));
    assert_eq!(found, Some((DocumentKind::Vergleich, true)));
}

#[test]
fn a_running_export_can_be_stopped() {
    let mut window = marten();
    window.derived.export = Some((3, 52));
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    let stops = |window: &Window| window.intents.iter().filter(|intent| matches!(intent, Intent::StopExport)).count();
    stage.harness.get_by_label("Abbrechen").click();
    stage.harness.run();
    assert_eq!(stops(stage.harness.state()), 1);
    stage.harness.key_press(egui::Key::Escape);
    stage.harness.run();
    assert_eq!(stops(stage.harness.state()), 2);
}

/// The look of documents on a stage.
fn template<'a>(window: Window) -> Stage<'a, Window> {
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Vorlage").click();
    stage.harness.run();
    stage
}

fn templates(window: &Window) -> Vec<&Dokumentvorlage> {
    let commands = window.commands().into_iter();
    commands
        .filter_map(|command| match command {
            Command::Project(ProjectCommand::SetDokumentvorlage(template)) => Some(template.as_ref()),
            _ => None,
        })
        .collect()
}

#[test]
fn the_organisation_and_a_colour_become_part_of_the_project() {
    let mut stage = template(marten());
    for (field, words) in [("Organisation", "Musterstadt"), ("Farbe der Überschriften", "#5A1E6E")] {
        stage.harness.get_by_role_and_label(Role::TextInput, field).focus();
        stage.harness.run();
        stage.harness.get_by_role_and_label(Role::TextInput, field).type_text(words);
        stage.harness.run();
        stage.harness.key_press(egui::Key::Enter);
        stage.harness.run();
    }
    let found = templates(stage.harness.state());
    assert_eq!(found[0].organisation, "Musterstadt");
    assert_eq!(found[1].accent, Some([0x5A, 0x1E, 0x6E]));
}

#[test]
fn a_colour_too_pale_for_paper_is_named_and_words_are_no_colour() {
    let mut window = marten();
    let pale = Dokumentvorlage { accent: Some([0xFF, 0xF0, 0x80]), ..Dokumentvorlage::default() };
    std::sync::Arc::make_mut(&mut window.snapshot).dokumentvorlage = std::sync::Arc::new(pale);
    let mut stage = template(window);
    assert!(stage.harness.query_all_by_label_contains("zu schwach").next().is_some());
    let field = |stage: &Stage<'_, Window>| {
        stage.harness.get_by_role_and_label(Role::TextInput, "Farbe der Überschriften").focus();
    };
    field(&stage);
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Farbe der Überschriften").type_text("grün");
    stage.harness.run();
    stage.harness.key_press(egui::Key::Enter);
    stage.harness.run();
    assert!(stage.harness.query_all_by_label_contains("sechs Ziffern").next().is_some());
    assert_eq!(templates(stage.harness.state()).len(), 0);
}

#[test]
fn a_hidden_value_that_can_be_computed_is_named_before_the_document_goes_out() {
    let mut window = marten();
    let secret = Recoverable {
        table: "Fälle".into(),
        row: "Marten".into(),
        column: "2025".into(),
        from: RecoveredFrom::ColumnSum,
    };
    let mut view = window.derived.programme.value.as_deref().cloned().unwrap_or_default();
    view.recoverable.push(secret);
    window.derived.programme.value = Some(std::sync::Arc::new(view));
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    let sentence = "Der gesperrte Wert „Marten“, „2025“ in „Fälle“ lässt sich aus der Summe der Spalte berechnen.";
    assert!(stage.harness.query_by_label(sentence).is_some());
}

/// The programme as it stands, with how its documents are divided.
fn with_outlines() -> Window {
    let mut window = marten();
    let heading = |number: &str, title: &str| (number.to_owned(), title.to_owned(), 1);
    let paper = DocumentOutline {
        title: "Ratsvorlage: Handlungsprogramm Marten".into(),
        subtitle: "Vorlage für die Jahre 2027 bis 2029".into(),
        headings: vec![heading("1", "Beratungsfolge"), heading("2", "Beschlussvorschlag")],
    };
    let mut view = window.derived.programme.value.as_deref().cloned().unwrap_or_default();
    view.outlines.push((DocumentKind::Ratsvorlage, paper));
    window.derived.programme.value = Some(std::sync::Arc::new(view));
    window
}

fn choose_paper(stage: &mut Stage<'_, Window>) {
    stage.harness.get_by_role_and_label(Role::ComboBox, "Dokument").click();
    stage.harness.run();
    stage.harness.get_by_label("Ratsvorlage").click();
    stage.harness.run();
}

#[test]
fn the_sheet_shows_the_headings_of_the_chosen_document() {
    let mut stage = open(with_outlines(), Theme::Light, SIZE);
    stage.harness.run();
    assert!(stage.harness.query_by_label("3.1 Abgrenzung").is_some());
    choose_paper(&mut stage);
    assert!(stage.harness.query_by_label("2 Beschlussvorschlag").is_some());
    assert!(stage.harness.query_by_label("3.1 Abgrenzung").is_none());
}

#[test]
fn a_point_to_be_settled_leads_to_its_place() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    let first = stage.harness.get_all_by_label("Stelle zeigen").next().expect("a point");
    first.click();
    stage.harness.run();
    let window = stage.harness.state();
    let settled = window.intents.iter().find_map(|intent| match intent {
        Intent::Settle(check) => Some(check.sentence.clone()),
        _ => None,
    });
    assert!(settled.is_some() && window.went_to(Section::Handlungsprogramm));
}

#[test]
fn all_points_are_shown_on_request() {
    let mut stage = open(marten(), Theme::Light, (1366.0, 2400.0));
    stage.harness.run();
    let few = stage.harness.get_all_by_label("Stelle zeigen").count();
    let more = stage.harness.get_all_by_label_contains("weitere zeigen").next().expect("more than a few");
    more.click();
    stage.harness.run();
    assert!(stage.harness.get_all_by_label("Stelle zeigen").count() > few);
    assert!(stage.harness.query_by_label("Weniger zeigen").is_some());
}

/// The programme of an area in which nobody is known whom one could contact.
fn without_persons() -> Window {
    let mut window = marten();
    let mut site = window.snapshot.vor_ort.as_ref().clone();
    site.kontaktpersonen.clear();
    std::sync::Arc::make_mut(&mut window.snapshot).vor_ort = std::sync::Arc::new(site);
    window
}

#[test]
fn persons_to_contact_go_along_only_where_that_was_chosen() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Ausgeben …").click();
    stage.harness.run();
    stage.harness.get_by_label("Kontaktpersonen anhängen").click();
    stage.harness.run();
    stage.harness.get_by_label("Ausgeben …").click();
    stage.harness.run();
    let chosen: Vec<Contacts> = orders(stage.harness.state()).iter().map(|order| order.contacts).collect();
    assert_eq!(chosen, [Contacts::LeaveOut, Contacts::Include]);
    stage.harness.state_mut().derived.export = Some((0, 1));
    stage.harness.run_steps(2);
    stage.harness.state_mut().derived.export = None;
    stage.harness.run();
    stage.harness.get_by_label("Ausgeben …").click();
    stage.harness.run();
    let last = orders(stage.harness.state()).last().map(|order| order.contacts);
    assert_eq!(last, Some(Contacts::LeaveOut), "they were asked for one output");
    let mut stage = open(without_persons(), Theme::Light, SIZE);
    stage.harness.run();
    assert!(stage.harness.query_by_label("Kontaktpersonen anhängen").is_none(), "there is nobody to name");
}

#[test]
fn pictures_of_reports() {
    pictures("berichte", marten, |_| {});
    let running = || {
        let mut window = marten();
        window.derived.export = Some((3, 13));
        window.derived.exported.push(written());
        window
    };
    pictures("berichte_laufend", running, |_| {});
    pictures("berichte_ausgegeben", running, |stage| stage.harness.get_by_label("Zuletzt ausgegeben").click());
    let with_template = || {
        let mut window = marten();
        let template = Dokumentvorlage {
            organisation: "Musterstadt, Sozialplanung".into(),
            accent: Some([0x5A, 0x1E, 0x6E]),
            ..Dokumentvorlage::default()
        };
        std::sync::Arc::make_mut(&mut window.snapshot).dokumentvorlage = std::sync::Arc::new(template);
        window
    };
    pictures("berichte_vorlage", with_template, |stage| stage.harness.get_by_label("Vorlage").click());
    pictures("berichte_vorlage_rat", with_outlines, choose_paper);
    pictures("berichte_kontakte", marten, |stage| {
        stage.harness.get_by_label("Kontaktpersonen anhängen").click();
    });
    pictures("berichte_leer", || Window::frame(Section::Berichte), |_| {});
}
