//! The place VorOrt.

use crate::ui::{PanelCx, Section, ViewHeader, section_label};

/// State of the place: selection and text being typed.
#[derive(Default)]
pub struct VorOrtPanel {}

impl VorOrtPanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut egui::Ui, cx: &mut PanelCx) {
        ViewHeader::new(section_label(Section::VorOrt)).show(ui, cx, |_, _| {});
    }
}
