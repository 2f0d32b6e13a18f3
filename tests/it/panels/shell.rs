//! What holds in every place: keys while a field is being typed into, dialogs, notices.

use super::Stage;
use super::window::{self, Window};
use aktionsplan::text::Message;
use aktionsplan::text::panel::dialog as words;
use aktionsplan::theme::Theme;
use aktionsplan::ui::dialog::Failure;
use aktionsplan::ui::{Dialog, ImportIntent, Intent, PathPrompt, Section, Toast, UiAction};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

const SIZE: (f32, f32) = (1366.0, 768.0);

fn form() -> Stage<'static, Window> {
    let mut stage = window::open(Window::sample(Section::VorOrt, "Marten"), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Liste").click();
    stage.harness.run();
    stage
}

/// Types into the first field of the form beside the list.
fn type_into_field(stage: &mut Stage<'_, Window>, typed: &str) {
    let fields = || egui_kittest::kittest::By::new().role(egui::accesskit::Role::TextInput);
    let field = stage.harness.get_all(fields()).next().expect("a field");
    field.focus();
    stage.harness.run();
    stage.harness.get_all(fields()).next().expect("a field").type_text(typed);
    stage.harness.run();
}

fn acted(stage: &Stage<'_, Window>, wanted: UiAction) -> Option<usize> {
    stage
        .harness
        .state()
        .intents
        .iter()
        .position(|intent| matches!(intent, Intent::Action(action) if *action == wanted))
}

#[test]
fn undo_belongs_to_the_field_that_is_being_typed_into() {
    let mut stage = form();
    type_into_field(&mut stage, "Zusatz");
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    stage.harness.run();
    assert_eq!(acted(&stage, UiAction::Undo), None);
    assert!(stage.harness.ctx.text_edit_focused());
}

#[test]
fn a_command_while_typing_stores_what_was_typed_first() {
    let mut stage = form();
    type_into_field(&mut stage, "Zusatz");
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    stage.harness.run();
    let intents = &stage.harness.state().intents;
    let stored = intents.iter().position(|intent| matches!(intent, Intent::Command(_))).expect("stored");
    assert!(acted(&stage, UiAction::GoTo(Section::Uebersicht)).is_some_and(|moved| stored < moved), "{intents:?}");
}

#[test]
fn a_failure_is_closed_by_enter_and_its_details_are_reached_by_tab() {
    let message = Message { technical: "E 5".into(), ..Message::new("Nicht gespeichert", "", "", "") };
    let mut stage = form();
    stage.harness.state_mut().shell.ask(Dialog::Failure(Failure::new(message)));
    stage.harness.run();
    assert!(stage.harness.get_by_label(words::CLOSE).is_focused());
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    assert!(!stage.harness.get_by_label(words::CLOSE).is_focused(), "Tab goes on");
    stage.harness.key_press(Key::Escape);
    stage.harness.run();
    assert!(stage.harness.state().shell.dialog().is_none());
}

#[test]
fn the_buttons_of_the_path_prompt_are_reached_by_tab() {
    let mut stage = form();
    let prompt = PathPrompt::new(words::OPEN_PROJECT, words::CONFIRM_OPEN, false, String::new());
    stage.harness.state_mut().shell.ask(Dialog::Path(prompt));
    stage.harness.run();
    assert!(stage.harness.get_by_label(words::PATH_LABEL).is_focused());
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    assert!(!stage.harness.get_by_label(words::PATH_LABEL).is_focused());
}

#[test]
fn a_path_that_does_not_say_in_which_folder_is_asked_for_again_with_a_sentence() {
    let mut stage = form();
    let prompt = PathPrompt::new(words::OPEN_PROJECT, words::CONFIRM_OPEN, false, "Werte.aktionsplan".to_owned());
    stage.harness.state_mut().shell.ask(Dialog::Path(prompt));
    stage.harness.run();
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    assert!(stage.harness.query_by_label_contains("sagt nicht, in welchem Ordner").is_some());
    stage.picture("pfad-ohne-ordner");
    assert!(stage.harness.state().shell.dialog().is_some(), "it stays until the path is whole");
}

#[test]
fn a_notice_offers_to_undo_only_the_last_step() {
    let mut stage = form();
    let mut toast = Toast::done("Importiert", "");
    toast.offers_undo = true;
    stage.harness.state_mut().shell.toast(toast);
    stage.harness.run_steps(2);
    let offered =
        |stage: &Stage<'_, Window>| stage.harness.query_by_label(aktionsplan::text::panel::shell::UNDO_SHORT).is_some();
    assert!(offered(&stage));
    stage.harness.get_by_label(aktionsplan::text::panel::shell::UNDO_SHORT).click();
    stage.harness.run_steps(2);
    let asked = |intent: &Intent| matches!(intent, Intent::TakeBack);
    assert!(stage.harness.state().intents.iter().any(asked), "its own step, not that of a preview in view");
    let mut toast = Toast::done("Importiert", "");
    toast.offers_undo = true;
    stage.harness.state_mut().shell.toast(toast);
    stage.harness.state_mut().shell.project_changed();
    stage.harness.run_steps(2);
    assert!(!offered(&stage));
}

#[test]
fn a_notice_that_comes_before_its_step_offers_to_undo_it_and_goes_where_it_is_refused() {
    let mut stage = form();
    let toast = Toast { offers_undo: true, ..Toast::done("Der Satz steht im Handlungsprogramm", "") };
    stage.harness.state_mut().shell.toast_ahead(toast.clone());
    stage.harness.state_mut().shell.project_changed();
    stage.harness.run_steps(2);
    let offered =
        |stage: &Stage<'_, Window>| stage.harness.query_by_label(aktionsplan::text::panel::shell::UNDO_SHORT).is_some();
    assert!(offered(&stage));
    stage.harness.state_mut().shell.project_changed();
    stage.harness.run_steps(2);
    assert!(!offered(&stage));
    stage.harness.state_mut().shell.toast_ahead(toast);
    stage.harness.run_steps(2);
    assert!(offered(&stage));
    stage.harness.state_mut().shell.step_refused();
    stage.harness.run_steps(2);
    assert!(!offered(&stage));
}

#[test]
fn every_failure_is_said_one_after_the_other_and_a_question_goes_first() {
    let mut stage = window::open(Window::sample(Section::Uebersicht, "Marten"), Theme::Light, SIZE);
    let shell = &mut stage.harness.state_mut().shell;
    for file in ["a.xlsx", "b.csv"] {
        let title = format!("„{file}“ wurde nicht gelesen");
        shell.ask(Dialog::Failure(Failure::new(Message::new(title, "Die Datei ist beschädigt.", "", ""))));
    }
    stage.harness.run_steps(2);
    let says = |stage: &Stage<'_, Window>, file: &str| {
        stage.harness.query_all_by_label(&format!("„{file}“ wurde nicht gelesen")).next().is_some()
    };
    assert!(says(&stage, "a.xlsx") && !says(&stage, "b.csv"));
    let prompt = PathPrompt::new(words::OPEN_PROJECT, words::CONFIRM_OPEN, false, String::new());
    stage.harness.state_mut().shell.ask(Dialog::Path(prompt));
    stage.harness.run_steps(2);
    assert!(!says(&stage, "a.xlsx"));
    for file in ["a.xlsx", "b.csv"] {
        stage.harness.key_press(egui::Key::Escape);
        stage.harness.run_steps(3);
        assert!(says(&stage, file));
    }
    stage.harness.key_press(egui::Key::Escape);
    stage.harness.run_steps(3);
    assert!(stage.harness.state().shell.dialog().is_none());
}

/// A file that is let go over the window.
#[derive(Debug)]
struct File(std::path::PathBuf);

impl egui::DroppedFile for File {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("read by the job".to_owned())
    }
}

fn hover(stage: &mut Stage<'_, Window>, names: &[&str]) {
    let hovered = |name: &&str| egui::HoveredFile { path: Some(name.into()), mime: String::new() };
    stage.harness.input_mut().hovered_files = names.iter().map(hovered).collect();
    stage.harness.step();
}

fn let_go(stage: &mut Stage<'_, Window>, names: &[&str]) {
    stage.harness.input_mut().hovered_files.clear();
    let dropped = |name: &&str| std::sync::Arc::new(File(name.into())) as egui::DroppedFileHandle;
    stage.harness.input_mut().dropped_files = names.iter().map(dropped).collect();
    stage.harness.step();
}

#[test]
fn files_over_an_open_project_say_what_becomes_of_them() {
    for (theme, picture) in [(Theme::Light, "ziehen-hell"), (Theme::Dark, "ziehen-dunkel")] {
        let mut stage = window::open(Window::sample(Section::Uebersicht, "Marten"), theme, SIZE);
        stage.harness.run_steps(2);
        hover(&mut stage, &["/a/Quoten 2025.xlsx", "/a/Zahlen.csv", "/a/grenzen.geojson", "/a/zweite.json"]);
        stage.harness.step();
        stage.harness.get_by_label("2 Tabellen einlesen");
        stage.harness.get_by_label("Gebietsgrenzen einlesen");
        stage.harness.get_by_label("1 weitere Datei bleibt liegen");
        stage.picture(picture);
        hover(&mut stage, &[]);
        assert!(stage.harness.query_by_label("2 Tabellen einlesen").is_none());
        assert_eq!(stage.harness.state().intents.len(), 0, "hovering does nothing");
    }
}

#[test]
fn several_dropped_tables_are_read_one_after_the_other_wherever_the_planner_is() {
    let mut stage = window::open(Window::sample(Section::Bedarf, "Marten"), Theme::Light, SIZE);
    stage.harness.run_steps(2);
    let_go(&mut stage, &["/a/b.xlsx", "/a/c.csv"]);
    let files = |intent: &Intent| match intent {
        Intent::Import(ImportIntent::Files(paths)) => paths.len(),
        _ => 0,
    };
    assert_eq!(stage.harness.state().intents.iter().map(files).sum::<usize>(), 2);
}

#[test]
fn a_dropped_project_is_opened_and_the_tables_beside_it_are_left_with_a_notice() {
    let mut stage = window::open(Window::sample(Section::Bedarf, "Marten"), Theme::Light, SIZE);
    stage.harness.run_steps(2);
    let_go(&mut stage, &["/a/c.csv", "/a/Plan.aktionsplan"]);
    stage.harness.step();
    let intents = &stage.harness.state().intents;
    assert!(matches!(intents.as_slice(), [Intent::OpenProject(path)] if path.ends_with("Plan.aktionsplan")));
    assert!(stage.harness.query_all_by_label_contains("1 weitere Datei bleibt liegen").next().is_some());
}
