//! Asks for a path where the system has no file dialog.

use super::DialogAnswer;
use crate::text::panel::dialog as words;
use crate::theme::TypeStyle;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::dialog::{DialogResponse, custom};
use crate::ui::widget::style::{rich, tokens};
use crate::ui::widget::text as label;
use egui::Key;
use std::path::Path;

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
    /// The path that was entered without saying in which folder; the prompt stays until it is whole.
    refused: Option<String>,
}

impl PathPrompt {
    /// A prompt in which this is typed already.
    pub fn new(title: &'static str, confirm: &'static str, several: bool, text: String) -> PathPrompt {
        PathPrompt { title, confirm, several, text, refused: None }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context) -> Option<DialogAnswer> {
        let PathPrompt { title, confirm, several, text, refused } = self;
        let mut entered = false;
        let response = custom(ctx, Tone::Info, title, &[words::CANCEL, confirm], |ui| {
            label::body(ui, if *several { words::PATH_HINT_MANY } else { words::PATH_HINT });
            let edit = egui::TextEdit::singleline(text).desired_width(f32::INFINITY);
            let field = ui.add(edit);
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, words::PATH_LABEL));
            if let Some(path) = refused.as_deref() {
                let words = rich(words::path_refused(path), TypeStyle::Small, tokens(ui).err);
                ui.add(egui::Label::new(words).wrap());
            }
            entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if !entered && ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
        });
        let confirmed = match response {
            Some(DialogResponse::Chosen(1)) => true,
            Some(DialogResponse::Chosen(_) | DialogResponse::Dismissed) => return Some(DialogAnswer::Closed),
            None => entered,
        };
        if !confirmed || text.trim().is_empty() {
            return None;
        }
        *refused = relative(text, *several).map(str::to_owned);
        refused.is_none().then(|| DialogAnswer::Path(text.trim().to_owned()))
    }
}

/// The first path that does not say in which folder it lies: where the program was started from is nothing that a
/// planner sees.
fn relative(text: &str, several: bool) -> Option<&str> {
    let mut paths = if several { text.split(';').collect() } else { vec![text] }.into_iter().map(str::trim);
    paths.find(|path| !path.is_empty() && !Path::new(path).is_absolute())
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn a_path_without_its_folder_is_found_among_several() {
        let whole = std::env::temp_dir().join("Werte.csv");
        let whole = whole.to_str().unwrap_or_default();
        assert_eq!(relative(whole, false), None);
        assert_eq!(relative("Werte.csv", false), Some("Werte.csv"));
        assert_eq!(relative("~/Werte.csv", false), Some("~/Werte.csv"));
        assert_eq!(relative(&format!("{whole}; ../Werte.csv;"), true), Some("../Werte.csv"));
    }
}
