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
    /// Whether it was confirmed without any path.
    is_missing: bool,
    /// Whether the field had the focus already.
    begun: bool,
}

impl PathPrompt {
    /// A prompt in which this is typed already.
    pub fn new(title: &'static str, confirm: &'static str, several: bool, text: String) -> PathPrompt {
        PathPrompt { title, confirm, several, text, refused: None, is_missing: false, begun: false }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context) -> Option<DialogAnswer> {
        let PathPrompt { title, confirm, several, text, refused, is_missing, begun } = self;
        let mut entered = false;
        let response = custom(ctx, Tone::Info, title, &[words::CANCEL, confirm], |ui| {
            label::body(ui, if *several { words::PATH_HINT_MANY } else { words::PATH_HINT });
            let edit = egui::TextEdit::singleline(text).desired_width(f32::INFINITY);
            let field = ui.add(edit);
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, words::PATH_LABEL));
            *is_missing &= text.trim().is_empty();
            let problem = refused.as_deref().map(words::path_refused);
            if let Some(words) = problem.or_else(|| is_missing.then(|| words::PATH_MISSING.to_owned())) {
                ui.add(egui::Label::new(rich(words, TypeStyle::Small, tokens(ui).err)).wrap());
            }
            entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            // Wherever the keyboard was before, it begins in the field.
            if !*begun || ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
            *begun = true;
        });
        let confirmed = match response {
            Some(DialogResponse::Chosen(1)) => true,
            Some(DialogResponse::Chosen(_) | DialogResponse::Dismissed) => return Some(DialogAnswer::Closed),
            None => entered,
        };
        if confirmed {
            *is_missing = text.trim().is_empty();
        }
        if !confirmed || *is_missing {
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
    use super::{PathPrompt, relative};
    use crate::text::panel::dialog as words;
    use crate::ui::widget::testing;
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn every_prompt_begins_in_its_field_and_says_that_a_path_is_missing() {
        let new = || PathPrompt::new("Ordner wählen", words::CONFIRM_WRITE, false, String::new());
        let mut harness = testing::harness(new(), |ui, prompt| {
            prompt.show(ui.ctx());
        });
        harness.run();
        harness.get_by_label(words::CONFIRM_WRITE).focus();
        harness.run();
        *harness.state_mut() = new();
        harness.run();
        assert!(harness.get_by_label(words::PATH_LABEL).is_focused(), "the second one too");
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.query_by_label(words::PATH_MISSING).is_some());
    }

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
