//! The place Verfahren.

use crate::ui::{PanelCx, Section, ViewHeader, section_label};

/// State of the place: selection and text being typed.
#[derive(Default)]
pub struct VerfahrenPanel {}

impl VerfahrenPanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut egui::Ui, cx: &mut PanelCx) {
        ViewHeader::new(section_label(Section::Verfahren)).show(ui, cx, |_, _| {});
    }
}
