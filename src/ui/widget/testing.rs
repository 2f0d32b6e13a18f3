//! Harness of the widget tests: our fonts and style, the same on every machine.

use super::style;
use crate::theme::Theme;
use egui::Ui;
use egui_kittest::Harness;

/// A harness that shows `show` in the light theme.
pub fn harness<'a, S>(state: S, show: impl FnMut(&mut Ui, &mut S) + 'a) -> Harness<'a, S> {
    Harness::builder()
        .with_size(egui::vec2(900.0, 600.0))
        .with_theme(egui::Theme::Light)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_context_setup(|ctx| style::install(ctx, Theme::Light))
        .build_ui_state(show, state)
}
