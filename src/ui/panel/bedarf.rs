//! The place Bedarf.

use crate::ui::{PanelCx, Section, ViewHeader, section_label};

/// State of the place: selection and text being typed.
#[derive(Default)]
pub struct BedarfPanel {}

impl BedarfPanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut egui::Ui, cx: &mut PanelCx) {
        ViewHeader::new(section_label(Section::Bedarf)).show(ui, cx, |_, _| {});
    }
}
