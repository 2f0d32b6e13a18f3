//! The start window: recent files, new project, sample project.

use crate::ui::{Derived, Outbox};

/// State of the start window.
#[derive(Default)]
pub struct StartPanel {}

impl StartPanel {
    /// Draws the start window.
    pub fn show(&mut self, ui: &mut egui::Ui, derived: &Derived, outbox: &mut Outbox) {
        let _ = (ui, derived, outbox);
    }
}
