//! Something failed: what happened, what it means for the data, what to do; details folded.

use super::DialogAnswer;
use crate::text::Message;
use crate::text::panel::dialog as words;
use crate::ui::Intent;
use crate::ui::widget::dialog::{DialogResponse, message_dialog};

/// A failure with its ways out.
pub struct Failure {
    /// What is said.
    pub message: Message,
    /// What "Wiederholen" does; absent if it makes no sense.
    pub retry: Option<Intent>,
    /// What "Unter anderem Namen …" does; absent if it makes no sense.
    pub other_name: Option<Intent>,
    /// Whether that asks for a folder: "In einen anderen Ordner …".
    pub of_folder: bool,
}

impl Failure {
    /// A failure that can only be closed.
    pub fn new(message: Message) -> Failure {
        Failure { message, retry: None, other_name: None, of_folder: false }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context) -> Option<DialogAnswer> {
        let ways = self.ways();
        let labels: Vec<&str> = ways.iter().map(|(label, _)| *label).collect();
        match message_dialog(ctx, &self.message, &labels)? {
            DialogResponse::Dismissed => Some(DialogAnswer::Closed),
            DialogResponse::Chosen(at) => Some(match ways.get(at).and_then(|(_, intent)| *intent) {
                Some(intent) => DialogAnswer::Do(Box::new(intent.clone())),
                None => DialogAnswer::Closed,
            }),
        }
    }

    /// Buttons from left to right with what they do; the last is the default.
    fn ways(&self) -> Vec<(&'static str, Option<&Intent>)> {
        let Some(retry) = &self.retry else { return vec![(words::CLOSE, None)] };
        let mut ways = vec![(words::CANCEL, None)];
        let other = if self.of_folder { words::OTHER_FOLDER } else { words::OTHER_NAME };
        ways.extend(self.other_name.as_ref().map(|intent| (other, Some(intent))));
        ways.push((words::RETRY, Some(retry)));
        ways
    }
}
