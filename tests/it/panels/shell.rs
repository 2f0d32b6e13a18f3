//! What holds in every place: keys while a field is being typed into, dialogs, notices.

use super::Stage;
use super::window::{self, Window};
use aktionsplan::text::Message;
use aktionsplan::text::panel::dialog as words;
use aktionsplan::theme::Theme;
use aktionsplan::ui::dialog::Failure;
use aktionsplan::ui::{Dialog, Intent, PathPrompt, Section, Toast, UiAction};
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
    stage.harness.state_mut().shell.dialog = Some(Dialog::Failure(Failure::new(message)));
    stage.harness.run();
    assert!(stage.harness.get_by_label(words::CLOSE).is_focused());
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    assert!(!stage.harness.get_by_label(words::CLOSE).is_focused(), "Tab goes on");
    stage.harness.key_press(Key::Escape);
    stage.harness.run();
    assert!(stage.harness.state().shell.dialog.is_none());
}

#[test]
fn the_buttons_of_the_path_prompt_are_reached_by_tab() {
    let mut stage = form();
    let prompt =
        PathPrompt { title: words::OPEN_PROJECT, confirm: words::CONFIRM_OPEN, several: false, text: String::new() };
    stage.harness.state_mut().shell.dialog = Some(Dialog::Path(prompt));
    stage.harness.run();
    assert!(stage.harness.get_by_label(words::PATH_LABEL).is_focused());
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    assert!(!stage.harness.get_by_label(words::PATH_LABEL).is_focused());
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
    stage.harness.state_mut().shell.project_changed();
    stage.harness.run_steps(2);
    assert!(!offered(&stage));
}
