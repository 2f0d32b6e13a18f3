//! Work under way for a tab of the analysis: how far it is, a way to stop it, and one to begin anew.

use crate::text::panel::bedarf::sensitivity as words;
use crate::ui::widget::button::Button;
use crate::ui::widget::progress::progress;
use crate::ui::widget::text as label;
use crate::ui::{AnalysisOrder, Intent, PanelCx};
use egui::{Frame, Margin, Ui};

/// Work that takes less time is not announced beside what is shown.
const ANNOUNCED_FROM: f64 = 0.5;
const HEIGHT: f32 = 48.0;

/// Since when the answer in view is an earlier one.
#[derive(Default)]
pub struct UnderWay {
    since: Option<f64>,
}

/// An order and its answer, as far as they matter here.
#[derive(Clone, Copy)]
pub struct Work<'a> {
    /// What is computed, e.g. „Typen werden berechnet".
    pub words: &'a str,
    /// Whether the order is in force; it is one frame after it was given.
    pub asked: bool,
    /// Whether its answer is there.
    pub current: bool,
    /// Steps done and steps in all, while it is computed.
    pub state: Option<(u64, u64)>,
}

impl UnderWay {
    /// Above an earlier answer: nothing at first, a strip where it takes longer.
    pub fn beside(&mut self, ui: &mut Ui, cx: &mut PanelCx, id: &'static str, work: Work<'_>) {
        if work.asked && work.current {
            self.since = None;
            return;
        }
        let now = ui.input(|input| input.time);
        if now - *self.since.get_or_insert(now) > ANNOUNCED_FROM {
            super::strip(id, true, HEIGHT).show(ui, |ui| alone(ui, cx, work));
        }
    }
}

/// Where nothing else can be shown yet.
#[expect(clippy::cast_precision_loss, reason = "a share on the screen")]
pub fn alone(ui: &mut Ui, cx: &mut PanelCx, work: Work<'_>) {
    Frame::NONE.inner_margin(Margin::symmetric(12, 6)).show(ui, |ui| {
        ui.set_max_width(420.0);
        if work.asked && !work.current && work.state.is_none() {
            ui.horizontal(|ui| {
                label::body(ui, words::STOPPED);
                if Button::secondary(words::AGAIN).compact().show(ui).clicked() {
                    cx.outbox.push(Intent::Analyse(AnalysisOrder::Again));
                }
            });
            return;
        }
        let (done, total) = work.state.unwrap_or((0, 0));
        let share = if total > 0 { done as f32 / total as f32 } else { 0.0 };
        if progress(ui, work.words, share, work.state.is_some()) {
            cx.outbox.push(Intent::Analyse(AnalysisOrder::Stop));
        }
    });
}
