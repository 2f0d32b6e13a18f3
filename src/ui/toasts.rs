//! Notices in the corner: at most three, failures stay until they are closed.

use super::widget::button::Button;
use super::widget::style::{color32, line, rich, tokens};
use super::widget::{icon, text as label};
use super::{Intent, Outbox, Toast, ToastKind, UiAction};
use crate::text::panel::shell as words;
use crate::theme::{TypeStyle, radius, stroke};
use egui::{Align2, Area, Context, Frame, Id, Margin, Order, vec2};
use std::time::Duration;

const MOST: usize = 3;
const SECONDS: f64 = 8.0;
/// Clear of status bar and action bar, so that no notice covers a primary button.
const ABOVE_FOOTER: f32 = 26.0 + 60.0 + 10.0;

/// The notices in view.
#[derive(Default)]
pub struct Toasts {
    shown: Vec<Shown>,
    next: u64,
}

struct Shown {
    id: u64,
    toast: Toast,
    since: Option<f64>,
}

impl Toasts {
    /// Adds a notice; the oldest gives way.
    pub fn push(&mut self, toast: Toast) {
        self.next += 1;
        self.shown.push(Shown { id: self.next, toast, since: None });
        if self.shown.len() > MOST {
            self.shown.remove(0);
        }
    }

    /// Takes the way back from notices: another step has become the last one.
    pub fn project_changed(&mut self) {
        self.shown.iter_mut().for_each(|shown| shown.toast.offers_undo = false);
    }

    /// Draws the notices.
    pub fn show(&mut self, ctx: &Context, outbox: &mut Outbox) {
        let now = ctx.input(|input| input.time);
        let mut closed = Vec::new();
        let mut offset = ABOVE_FOOTER;
        for shown in self.shown.iter_mut().rev() {
            let since = *shown.since.get_or_insert(now);
            if shown.toast.kind != ToastKind::Failed {
                let left = SECONDS - (now - since);
                if left <= 0.0 {
                    closed.push(shown.id);
                    continue;
                }
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            }
            let area = Area::new(Id::unique(("toast", shown.id)))
                .order(Order::Foreground)
                .anchor(Align2::RIGHT_BOTTOM, vec2(-16.0, -offset));
            let response = area.show(ctx, |ui| card(ui, &shown.toast, outbox));
            if response.inner {
                closed.push(shown.id);
            }
            offset += response.response.rect.height() + 8.0;
        }
        self.shown.retain(|shown| !closed.contains(&shown.id));
    }
}

/// Draws a notice; `true` when it is to be closed.
fn card(ui: &mut egui::Ui, toast: &Toast, outbox: &mut Outbox) -> bool {
    let tokens = tokens(ui);
    let (symbol, ink) = match toast.kind {
        ToastKind::Done => (icon::CHECK_CIRCLE, tokens.ok),
        ToastKind::Info => (icon::INFO, tokens.info),
        ToastKind::Failed => (icon::WARNING_CIRCLE, tokens.err),
    };
    let mut close = false;
    let frame = Frame::NONE
        .fill(color32(tokens.raised))
        .stroke(line(stroke::LINE, tokens.frame))
        .corner_radius(radius::CONTROL)
        .inner_margin(Margin::symmetric(14, 10));
    let response = frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(rich(symbol, TypeStyle::Title, ink));
            ui.vertical(|ui| {
                ui.set_max_width(320.0);
                label::strong(ui, &toast.title);
                if !toast.detail.is_empty() {
                    label::small(ui, &toast.detail);
                }
            });
            if let Some(path) = &toast.reveal
                && Button::link(words::OPEN_FILE).show(ui).clicked()
            {
                outbox.push(Intent::Reveal(path.clone()));
            }
            if let Some(folder) = toast.reveal.as_ref().and_then(|path| path.parent())
                && Button::link(words::OPEN_FOLDER).show(ui).clicked()
            {
                outbox.push(Intent::Reveal(folder.to_owned()));
            }
            if toast.offers_undo && Button::link(words::UNDO_SHORT).show(ui).clicked() {
                outbox.action(UiAction::Undo);
                close = true;
            }
            close |= Button::icon_only(icon::X, words::CLOSE).show(ui).clicked();
        });
    });
    let bar =
        egui::Rect::from_min_size(response.response.rect.min, vec2(stroke::SELECTION, response.response.rect.height()));
    ui.painter().rect_filled(bar, 0, color32(ink));
    close
}
