//! The place Berichte.

use super::window::{Window, open, pictures};
use aktionsplan::programme::Profile;
use aktionsplan::theme::Theme;
use aktionsplan::ui::{ExportOrder, ExportedFile, Intent, Section};
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
    pictures("berichte_leer", || Window::frame(Section::Berichte), |_| {});
}
