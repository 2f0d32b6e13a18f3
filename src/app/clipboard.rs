//! The clipboard of the system: a copied table lies there as text and as HTML, where the system takes both. Text without
//! a table, and pictures, go the toolkit's way.

use crate::export::clipboard_html;
use egui::OutputCommand;

/// The clipboard; asked for at the first table.
#[derive(Default)]
pub(super) struct TableClipboard {
    clipboard: Option<arboard::Clipboard>,
}

impl TableClipboard {
    /// Takes copied tables out of what the frame hands over. Where the system has no clipboard for them, they stay and
    /// go as text.
    pub(super) fn take(&mut self, commands: &mut Vec<OutputCommand>) {
        commands.retain(|command| match command {
            OutputCommand::CopyText(text) => !clipboard_html(text).is_some_and(|html| self.put(text, html)),
            _ => true,
        });
    }

    fn put(&mut self, text: &str, html: String) -> bool {
        if self.clipboard.is_none() {
            self.clipboard = arboard::Clipboard::new().inspect_err(|error| log::debug!("no clipboard: {error}")).ok();
        }
        let Some(clipboard) = &mut self.clipboard else { return false };
        clipboard.set().html(html, Some(text.to_owned())).is_ok()
    }
}
