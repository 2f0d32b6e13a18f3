//! Notices in the corner: at most three, failures stay until they are closed.

use super::widget::badge::Tone;
use super::widget::notice::{self, ToastResponse, toasts};
use super::{Intent, Outbox, Toast, ToastKind};
use crate::text::panel::shell as words;
use egui::Context;
use std::time::Duration;

const MOST: usize = 3;
const SECONDS: f64 = 8.0;

/// The notices in view.
#[derive(Default)]
pub struct Toasts {
    shown: Vec<Shown>,
}

struct Shown {
    toast: Toast,
    since: Option<f64>,
    /// Whether the step that it speaks of is still being carried out.
    ahead: bool,
}

impl Toasts {
    /// Adds a notice; the oldest gives way.
    pub fn push(&mut self, toast: Toast) {
        self.add(toast, false);
    }

    /// Adds a notice of a step that was just asked for: where it offers the way back, the next change is that step.
    pub fn push_ahead(&mut self, toast: Toast) {
        let ahead = toast.offers_undo;
        self.add(toast, ahead);
    }

    fn add(&mut self, toast: Toast, ahead: bool) {
        self.shown.push(Shown { toast, since: None, ahead });
        if self.shown.len() > MOST {
            self.shown.remove(0);
        }
    }

    /// Takes the way back from notices of earlier steps: another one has become the last.
    pub fn project_changed(&mut self) {
        for shown in &mut self.shown {
            shown.toast.offers_undo &= std::mem::take(&mut shown.ahead);
        }
    }

    /// The last step is taken back: what was said of it no longer holds.
    pub fn step_taken_back(&mut self) {
        self.shown.retain(|shown| !shown.toast.offers_undo || shown.ahead);
    }

    /// Takes back what was said of a step that was then refused.
    pub fn step_refused(&mut self) {
        self.shown.retain(|shown| !shown.ahead);
    }

    /// Draws the notices.
    pub fn show(&mut self, ctx: &Context, outbox: &mut Outbox) {
        self.let_pass(ctx);
        if self.shown.is_empty() {
            return;
        }
        let actions: Vec<Vec<(&str, Intent)>> = self.shown.iter().map(|shown| actions(&shown.toast)).collect();
        let cards: Vec<notice::Toast> =
            self.shown.iter().zip(&actions).map(|(shown, ways)| card(&shown.toast, ways)).collect();
        match toasts(ctx, &cards) {
            Some(ToastResponse::Closed(at)) => {
                self.shown.remove(at);
            }
            Some(ToastResponse::Action(at, way)) => {
                if let Some((_, intent)) = actions.get(at).and_then(|ways| ways.get(way)) {
                    outbox.push(intent.clone());
                }
                self.shown.remove(at);
            }
            None => {}
        }
    }

    /// Removes what was shown long enough, and looks again when the next is due.
    fn let_pass(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        self.shown.retain_mut(|shown| {
            let left = SECONDS - (now - *shown.since.get_or_insert(now));
            if shown.toast.kind == ToastKind::Failed {
                return true;
            }
            if left > 0.0 {
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            }
            left > 0.0
        });
    }
}

fn actions(toast: &Toast) -> Vec<(&'static str, Intent)> {
    let mut ways = Vec::new();
    if let Some(path) = &toast.reveal {
        ways.push((words::OPEN_FILE, Intent::Reveal(path.clone())));
        ways.extend(path.parent().map(|folder| (words::OPEN_FOLDER, Intent::Reveal(folder.to_owned()))));
    }
    if toast.offers_undo {
        ways.push((words::UNDO_SHORT, Intent::TakeBack));
    }
    ways
}

fn card(toast: &Toast, ways: &[(&str, Intent)]) -> notice::Toast {
    notice::Toast {
        tone: match toast.kind {
            ToastKind::Done => Tone::Ok,
            ToastKind::Info => Tone::Info,
            ToastKind::Failed => Tone::Err,
        },
        title: toast.title.clone(),
        note: toast.detail.clone(),
        actions: ways.iter().map(|(label, _)| (*label).to_owned()).collect(),
    }
}
