//! The place Hilfe: how to get work done, how the ranking is computed, which keys there are.

use crate::text::panel::hilfe as words;
use crate::ui::widget::text as label;
use crate::ui::{ACTIONS, PanelCx, Section, ViewHeader, section_label};
use egui::{Frame, Margin, ScrollArea, Ui, vec2};

/// State of the place.
#[derive(Default)]
pub struct HilfePanel {
    tab: usize,
}

const READABLE_WIDTH: f32 = 720.0;

impl HilfePanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let tabs = [words::TAB_HELP, words::TAB_METHOD, words::TAB_KEYS];
        ViewHeader::new(section_label(Section::Hilfe)).tabs(&tabs, &mut self.tab).show(ui, cx, |_, _| {});
        ScrollArea::vertical().id_salt(self.tab).auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(24, 16)).show(ui, |ui| {
                ui.set_max_width(READABLE_WIDTH);
                match self.tab {
                    0 => prose(ui, words::GUIDE),
                    1 => prose(ui, words::METHOD),
                    _ => keys(ui),
                }
            });
        });
    }
}

fn keys(ui: &mut Ui) {
    label::h2(ui, words::KEYS);
    ui.add_space(6.0);
    egui::Grid::new("keys").num_columns(2).spacing(vec2(32.0, 6.0)).show(ui, |ui| {
        for info in ACTIONS.iter().filter(|info| info.shortcut.is_some()) {
            label::strong(ui, &info.action.shortcut_text());
            label::body(ui, info.action.label());
            ui.end_row();
        }
    });
}

/// The little Markdown that the long texts use: headings, paragraphs, list items.
fn prose(ui: &mut Ui, markdown: &str) {
    for block in markdown.split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
        let plain = block.replace("**", "").replace('`', "");
        if let Some(title) = plain.strip_prefix("# ") {
            label::title(ui, title);
        } else if let Some(title) = plain.strip_prefix("## ") {
            ui.add_space(8.0);
            label::h2(ui, title);
        } else if let Some(title) = plain.strip_prefix("### ") {
            ui.add_space(4.0);
            label::h3(ui, title);
        } else if plain.starts_with("- ") {
            for item in plain.split("\n- ") {
                let item = item.trim_start_matches("- ").replace('\n', " ");
                label::body(ui, &format!("•  {item}"));
            }
        } else {
            label::body(ui, &plain.replace('\n', " "));
        }
        ui.add_space(4.0);
    }
}
