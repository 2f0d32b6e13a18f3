//! Before decisions in the preview of an import are lost: no undo brings them back.

use super::DialogAnswer;
use crate::text::panel::daten as words;
use crate::ui::Intent;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::dialog::{DialogResponse, dialog};

/// What would be lost, and what is to happen if it may be.
pub struct Discard {
    title: &'static str,
    lost: String,
    go_on: &'static str,
    intent: Intent,
}

impl Discard {
    /// The whole import, with the tables that wait behind the present one.
    pub fn import(waiting: usize, intent: Intent) -> Discard {
        Discard { title: words::DISCARD_IMPORT, lost: words::import_is_lost(waiting), go_on: words::DISCARD, intent }
    }

    /// The present table of several.
    pub fn table(intent: Intent) -> Discard {
        Discard { title: words::SKIP_DECIDED, lost: words::import_is_lost(0), go_on: words::SKIP_TABLE, intent }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context) -> Option<DialogAnswer> {
        let text = [self.lost.as_str(), words::DISCARD_KEPT];
        match dialog(ctx, Tone::Warn, self.title, &text, "", &[self.go_on, words::GO_ON_CHECKING])? {
            DialogResponse::Chosen(0) => Some(DialogAnswer::Do(Box::new(self.intent.clone()))),
            DialogResponse::Chosen(_) | DialogResponse::Dismissed => Some(DialogAnswer::Closed),
        }
    }
}
