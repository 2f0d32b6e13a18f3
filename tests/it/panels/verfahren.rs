//! The place Verfahren.

use super::window::{TODAY, Window, open, pictures};
use aktionsplan::domain::{StepProgress, StepState};
use aktionsplan::project::{Command, VerfahrenCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Intent, Section};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const SIZE: (f32, f32) = (1366.0, 1200.0);

fn marten() -> Window {
    Window::sample(Section::Verfahren, "Marten")
}

/// The step under way in Marten: its state and its title.
fn running(window: &Window) -> (StepState, String) {
    let area = window.area("Marten");
    let states = &window.snapshot.verfahren.states;
    let state = states.iter().find(|state| state.area == area && state.progress == StepProgress::Laeuft);
    let state = state.expect("Marten is at a step").clone();
    let step = window.snapshot.verfahren.steps.iter().find(|step| step.id == state.step).expect("known");
    (state, step.title.clone())
}

fn states(window: &Window) -> Vec<&StepState> {
    let state = |command: &&Command| matches!(command, Command::Verfahren(VerfahrenCommand::SetState(_)));
    let commands: Vec<&Command> = window.commands().into_iter().filter(state).collect();
    let inner =
        |command| if let &Command::Verfahren(VerfahrenCommand::SetState(ref s)) = command { Some(s) } else { None };
    commands.into_iter().filter_map(inner).collect()
}

#[test]
fn ticking_a_point_settles_it() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    let (state, title) = running(stage.harness.state());
    let steps = &stage.harness.state().snapshot.verfahren.steps;
    let step = steps.iter().find(|step| step.title == title).expect("known");
    let open_at = (0u32..).zip(&step.checklist).find(|(at, _)| !state.settled.contains(at));
    let (at, point) = open_at.map(|(at, point)| (at, point.clone())).expect("a point is open");
    stage.harness.get_by_label(&point).click();
    stage.harness.run();
    let mut settled = state.settled.clone();
    settled.push(at);
    settled.sort_unstable();
    assert_eq!(states(stage.harness.state()), [&StepState { settled, ..state }]);
}

#[test]
fn a_step_with_open_points_cannot_be_closed() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Schritt abschließen").click();
    stage.harness.run();
    stage.harness.get_by_label("erledigt").click();
    stage.harness.run();
    assert!(states(stage.harness.state()).is_empty());
    let toast = |intent: &Intent| matches!(intent, Intent::Toast(toast) if toast.title.contains("offen"));
    assert!(stage.harness.state().intents.iter().any(toast));
}

#[test]
fn a_settled_step_is_closed_today() {
    let mut window = marten();
    let (state, title) = running(&window);
    let points =
        window.snapshot.verfahren.steps.iter().find(|step| step.title == title).expect("known").checklist.len();
    let mut snapshot = (*window.snapshot).clone();
    let mut verfahren = (*snapshot.verfahren).clone();
    let stored = verfahren.states.iter_mut().find(|other| other.area == state.area && other.step == state.step);
    stored.expect("stored").settled = (0..u32::try_from(points).expect("few")).collect();
    snapshot.verfahren = verfahren.into();
    window.snapshot = snapshot.into();
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Schritt abschließen").click();
    stage.harness.run();
    let closed: Vec<_> = states(stage.harness.state()).iter().map(|s| (s.progress, s.date)).collect();
    assert_eq!(closed, [(StepProgress::Erledigt, Some(TODAY))]);
}

#[test]
fn arrows_move_through_the_board() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Hörde").click();
    stage.harness.run();
    let hoerde = stage.harness.state().area("Hörde");
    assert_eq!(stage.harness.state().shell.focus.area, Some(hoerde));
    stage.harness.key_press(Key::ArrowDown);
    stage.harness.run();
    assert_ne!(stage.harness.state().shell.focus.area, Some(hoerde));
}

#[test]
fn a_step_is_added_to_the_template_by_keyboard() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    stage.harness.run();
    let added = |command: &&Command| matches!(command, Command::Verfahren(VerfahrenCommand::AddStep(_)));
    assert!(stage.harness.state().commands().iter().any(added));
    assert!(stage.harness.query_by_label("Ein Gremium entscheidet").is_some());
}

#[test]
fn what_is_typed_into_the_template_is_stored_when_another_step_is_chosen() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Vorlage").click();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Zuständig").focus();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Zuständig").type_text(" mit Dritten");
    stage.harness.run();
    stage.harness.get_by_label("Fachämter").click();
    stage.harness.run();
    let updated = |command: &&Command| matches!(command, Command::Verfahren(VerfahrenCommand::UpdateStep(step)) if step.responsible.contains("Dritten"));
    assert_eq!(stage.harness.state().commands().iter().filter(|c| updated(c)).count(), 1);
}

#[test]
fn pictures_of_the_procedure() {
    pictures("verfahren", marten, |_| {});
    pictures("verfahren_vorlage", marten, |stage| stage.harness.get_by_label("Vorlage").click());
    pictures("verfahren_verlauf", marten, |stage| stage.harness.get_by_label("Verlauf").click());
}
