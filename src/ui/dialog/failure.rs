//! Something failed: what happened, what it means for the data, what to do; details folded.

use super::{DialogAnswer, modal};
use crate::text::Message;
use crate::text::panel::dialog as words;
use crate::theme::TypeStyle;
use crate::ui::Intent;
use crate::ui::widget::button::Button;
use crate::ui::widget::style::{rich, tokens};
use crate::ui::widget::{icon, text as label};
use egui::{Align, Layout, Ui};

/// A failure with its ways out.
pub struct Failure {
    /// What is said.
    pub message: Message,
    /// What "Wiederholen" does; absent if it makes no sense.
    pub retry: Option<Intent>,
    /// What "Unter anderem Namen …" does; absent if it makes no sense.
    pub other_name: Option<Intent>,
}

impl Failure {
    /// A failure that can only be closed.
    pub fn new(message: Message) -> Failure {
        Failure { message, retry: None, other_name: None }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context) -> Option<DialogAnswer> {
        let mut answer = None;
        let closed = modal(ctx, "failure", |ui, opens| {
            ui.horizontal_top(|ui| {
                ui.label(rich(icon::WARNING_CIRCLE, TypeStyle::Figure, tokens(ui).err));
                ui.vertical(|ui| self.words(ui));
            });
            ui.add_space(16.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| answer = self.buttons(ui, opens));
        });
        answer.or_else(|| closed.then_some(DialogAnswer::Closed))
    }

    fn words(&self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 8.0;
        label::h2(ui, &self.message.title);
        for part in [&self.message.happened, &self.message.meaning, &self.message.action] {
            if !part.is_empty() {
                label::body(ui, part);
            }
        }
        if !self.message.technical.is_empty() {
            ui.collapsing(words::DETAILS, |ui| {
                label::small(ui, &self.message.technical);
                if Button::link(words::COPY_DETAILS).show(ui).clicked() {
                    ui.ctx().copy_text(self.message.technical.clone());
                }
            });
        }
    }

    fn buttons(&self, ui: &mut Ui, opens: bool) -> Option<DialogAnswer> {
        let act = |intent: &Intent| Some(DialogAnswer::Do(Box::new(intent.clone())));
        let mut answer = None;
        let Some(retry) = &self.retry else {
            let close = Button::primary(words::CLOSE).show(ui);
            if opens {
                close.request_focus();
            }
            return close.clicked().then_some(DialogAnswer::Closed);
        };
        let again = Button::primary(words::RETRY).show(ui);
        if opens {
            again.request_focus();
        }
        if again.clicked() {
            answer = act(retry);
        }
        if let Some(other) = &self.other_name
            && Button::secondary(words::OTHER_NAME).show(ui).clicked()
        {
            answer = act(other);
        }
        if Button::secondary(words::CANCEL).shortcut("Esc").show(ui).clicked() {
            answer = Some(DialogAnswer::Closed);
        }
        answer
    }
}
