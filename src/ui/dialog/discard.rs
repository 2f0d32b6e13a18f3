//! Before something is lost that no undo brings back: decisions in the preview of an import, automatic copies.

use super::DialogAnswer;
use crate::text::panel::daten as words;
use crate::text::panel::einstellungen;
use crate::ui::Intent;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::dialog::{DialogResponse, dialog};

/// What would be lost, and what is to happen if it may be.
pub struct Discard {
    title: &'static str,
    lost: String,
    kept: &'static str,
    go_on: &'static str,
    stay: &'static str,
    intent: Intent,
}

impl Discard {
    /// The whole import, with the tables that wait behind the present one.
    pub fn import(waiting: usize, intent: Intent) -> Discard {
        let (title, go_on) = (words::DISCARD_IMPORT, words::DISCARD);
        Discard { title, go_on, ..Discard::table(intent) }.losing(words::import_is_lost(waiting))
    }

    /// The present table of several.
    pub fn table(intent: Intent) -> Discard {
        Discard {
            title: words::SKIP_DECIDED,
            lost: words::import_is_lost(0),
            kept: words::DISCARD_KEPT,
            go_on: words::SKIP_TABLE,
            stay: words::GO_ON_CHECKING,
            intent,
        }
    }

    /// The copies of the project that were made by themselves.
    pub fn automatic_backups(intent: Intent) -> Discard {
        Discard {
            title: einstellungen::DROP_BACKUPS_TITLE,
            lost: einstellungen::DROP_BACKUPS_LOST.to_owned(),
            kept: einstellungen::DROP_BACKUPS_KEPT,
            go_on: einstellungen::DROP_BACKUPS_GO_ON,
            stay: einstellungen::DROP_BACKUPS_STAY,
            intent,
        }
    }

    fn losing(mut self, lost: String) -> Discard {
        self.lost = lost;
        self
    }

    pub(super) fn show(&mut self, ctx: &egui::Context) -> Option<DialogAnswer> {
        let text = [self.lost.as_str(), self.kept];
        match dialog(ctx, Tone::Warn, self.title, &text, "", &[self.go_on, self.stay])? {
            DialogResponse::Chosen(0) => Some(DialogAnswer::Do(Box::new(self.intent.clone()))),
            DialogResponse::Chosen(_) | DialogResponse::Dismissed => Some(DialogAnswer::Closed),
        }
    }
}
