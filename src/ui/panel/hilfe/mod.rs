//! The place Hilfe: how to get work done, how the ranking is computed, the method handbook, which keys there are.

mod handbook;
mod prose;

use crate::document::from_markdown;
use crate::text::panel::hilfe as words;
use crate::theme::TypeStyle;
use crate::ui::widget::button::Button;
use crate::ui::widget::icon;
use crate::ui::widget::style::{rich, tokens};
use crate::ui::widget::text as label;
use crate::ui::{ACTIONS, PanelCx, Section, UiAction, ViewHeader, section_label};
use egui::{Frame, Margin, ScrollArea, Ui, vec2};
use handbook::HandbookView;

/// State of the place.
#[derive(Default)]
pub struct HilfePanel {
    tab: usize,
    handbook: HandbookView,
}

const READABLE_WIDTH: f32 = 720.0;
const HANDBOOK: usize = 2;

impl HilfePanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let tabs = [words::TAB_HELP, words::TAB_METHOD, words::TAB_HANDBOOK, words::TAB_KEYS];
        let in_handbook = self.tab == HANDBOOK;
        ViewHeader::new(section_label(Section::Hilfe)).tabs(&tabs, &mut self.tab).show(ui, cx, |ui, cx| {
            if in_handbook && Button::primary(words::SAVE_HANDBOOK).icon(icon::EXPORT).show(ui).clicked() {
                cx.outbox.action(UiAction::SaveHandbook);
            }
        });
        if self.tab == HANDBOOK {
            self.handbook.show(ui, cx);
            return;
        }
        ScrollArea::vertical().id_salt(self.tab).auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(24, 16)).show(ui, |ui| {
                ui.set_max_width(READABLE_WIDTH);
                match self.tab {
                    0 => prose::blocks(ui, &from_markdown(words::GUIDE)),
                    1 => prose::blocks(ui, &from_markdown(words::METHOD)),
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
            let shortcut = info.action.shortcut_text();
            ui.add(egui::Label::new(rich(shortcut, TypeStyle::BodyStrong, tokens(ui).text)).extend());
            label::body(ui, info.action.label());
            ui.end_row();
        }
    });
    ui.add_space(14.0);
    label::h3(ui, words::IMPORT_KEYS_TITLE);
    ui.add_space(6.0);
    egui::Grid::new("import-keys").num_columns(2).spacing(vec2(32.0, 6.0)).show(ui, |ui| {
        for (shortcut, words) in words::IMPORT_KEYS {
            ui.add(egui::Label::new(rich(shortcut, TypeStyle::BodyStrong, tokens(ui).text)).extend());
            label::body(ui, words);
            ui.end_row();
        }
    });
}
