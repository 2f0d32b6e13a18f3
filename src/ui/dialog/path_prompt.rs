//! Asks for a path where the system has no file dialog.

use super::DialogAnswer;
use crate::text::panel::dialog as words;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::dialog::{DialogResponse, custom};
use crate::ui::widget::text as label;
use egui::Key;

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
        let PathPrompt { title, confirm, several, text } = self;
        let mut entered = false;
        let response = custom(ctx, Tone::Info, title, &[words::CANCEL, confirm], |ui| {
            label::body(ui, if *several { words::PATH_HINT_MANY } else { words::PATH_HINT });
            let edit = egui::TextEdit::singleline(text).desired_width(f32::INFINITY);
            let field = ui.add(edit);
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, words::PATH_LABEL));
            entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if !entered && ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
        });
        let path = || (!text.trim().is_empty()).then(|| DialogAnswer::Path(text.trim().to_owned()));
        match response {
            Some(DialogResponse::Chosen(1)) => path(),
            Some(DialogResponse::Chosen(_) | DialogResponse::Dismissed) => Some(DialogAnswer::Closed),
            None => entered.then(path).flatten(),
        }
    }
}
