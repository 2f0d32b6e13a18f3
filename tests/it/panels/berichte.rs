//! The place Berichte.

use super::Stage;
use super::window::{Window, open, pictures};
use aktionsplan::domain::Dokumentvorlage;
use aktionsplan::programme::{DocumentKind, Profile, Recoverable, RecoveredFrom};
use aktionsplan::project::{Command, ProjectCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{ExportOrder, ExportedFile, Intent, Section};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

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
fn all_programmes_are_written_at_once() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Alle ausgeben …").click();
    stage.harness.run();
    let window = stage.harness.state();
    let written: Vec<usize> = orders(window).iter().map(|order| order.areas.len()).collect();
    assert_eq!(written, [window.snapshot.programmes.len()]);
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
    stage.harness.run();
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
    stage.harness.get_by_label("Abbrechen").click();
    stage.harness.run();
    assert!(stage.harness.state().intents.iter().any(|intent| matches!(intent, Intent::StopExport)));
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
    pictures("berichte_leer", || Window::frame(Section::Berichte), |_| {});
}
