//! Dialogs: for failures, for what undo cannot bring back, and for a file that has to be understood before it is taken
//! over. Esc is always harmless.

mod boundaries;
mod discard;
mod failure;
mod path_prompt;

pub use boundaries::BoundaryPreview;
pub use discard::Discard;
pub use failure::Failure;
pub use path_prompt::PathPrompt;

use super::Intent;

/// The dialog in front of the window. There is at most one.
#[expect(clippy::large_enum_variant, reason = "there is one dialog at most")]
pub enum Dialog {
    /// Something failed.
    Failure(Failure),
    /// A path is asked for where the system has no file dialog.
    Path(PathPrompt),
    /// Boundaries are about to be taken over.
    Boundaries(BoundaryPreview),
    /// Something is about to be lost for good.
    Discard(Discard),
}

/// What the user answered.
#[derive(Debug)]
pub enum DialogAnswer {
    /// Nothing is to happen.
    Closed,
    /// Do this.
    Do(Box<Intent>),
    /// The path as typed.
    Path(String),
}

impl Dialog {
    /// Draws the dialog; an answer closes it.
    pub fn show(&mut self, ctx: &egui::Context) -> Option<DialogAnswer> {
        match self {
            Dialog::Failure(failure) => failure.show(ctx),
            Dialog::Path(prompt) => prompt.show(ctx),
            Dialog::Boundaries(preview) => preview.show(ctx),
            Dialog::Discard(discard) => discard.show(ctx),
        }
    }
}
