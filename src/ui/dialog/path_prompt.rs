//! Asks for a path where the system has no file dialog.

use super::{DialogAnswer, modal};
use crate::text::panel::dialog as words;
use crate::ui::widget::button::Button;
use crate::ui::widget::text as label;
use egui::{Align, Key, Layout};

/// The prompt with what has been typed so far.
pub struct PathPrompt {
    /// Title.
    pub title: &'static str,
    /// Word on the button.
    pub confirm: &'static str,
    /// Whether several files may be named.
    pub several: bool,
    /// What has been typed.
    pub text: String,
}

impl PathPrompt {
    pub(super) fn show(&mut self, ctx: &egui::Context) -> Option<DialogAnswer> {
        let mut answer = None;
        let closed = modal(ctx, "path-prompt", |ui, opens| {
            ui.spacing_mut().item_spacing.y = 8.0;
            label::h2(ui, self.title);
            label::body(ui, if self.several { words::PATH_HINT_MANY } else { words::PATH_HINT });
            let edit = egui::TextEdit::singleline(&mut self.text).desired_width(f32::INFINITY);
            let field = ui.add(edit);
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, words::PATH_LABEL));
            if opens {
                field.request_focus();
            }
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.add_space(8.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if (Button::primary(self.confirm).show(ui).clicked() || entered) && !self.text.trim().is_empty() {
                    answer = Some(DialogAnswer::Path(self.text.trim().to_owned()));
                }
                if Button::secondary(words::CANCEL).shortcut("Esc").show(ui).clicked() {
                    answer = Some(DialogAnswer::Closed);
                }
            });
        });
        answer.or_else(|| closed.then_some(DialogAnswer::Closed))
    }
}
