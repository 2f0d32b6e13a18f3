//! Dialogs: only for failures and for what undo cannot bring back. Esc is always harmless.

mod failure;
mod path_prompt;

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
        }
    }
}

/// The frame of a dialog over a scrim. The contents are told whether it has just opened: then they place the focus.
fn modal(ctx: &egui::Context, id: &str, contents: impl FnOnce(&mut egui::Ui, bool)) -> bool {
    use super::widget::style::{color32, line};
    let theme = match ctx.theme() {
        egui::Theme::Dark => crate::theme::Theme::Dark,
        egui::Theme::Light => crate::theme::Theme::Light,
    };
    let tokens = theme.tokens();
    let frame = egui::Frame::NONE
        .fill(color32(tokens.raised))
        .stroke(line(crate::theme::stroke::LINE, tokens.frame))
        .corner_radius(crate::theme::radius::MENU)
        .inner_margin(egui::Margin::same(24));
    let (id, pass) = (egui::Id::unique(id), ctx.cumulative_pass_nr());
    let before: Option<u64> = ctx.data_mut(|data| {
        let before = data.get_temp(id);
        data.insert_temp(id, pass);
        before
    });
    let opens = before.is_none_or(|before| before + 1 < pass);
    let modal = egui::Modal::new(id).frame(frame).backdrop_color(color32(tokens.scrim));
    let response = modal.show(ctx, |ui| {
        ui.set_width(510.0);
        contents(ui, opens);
    });
    response.should_close()
}
