//! The ranking as a decision: what was decided, by whom and why, kept in the history with the basis of the numbers.

use crate::analysis::Ranking;
use crate::project::{Command, ProjectCommand};
use crate::text::panel::bedarf as words;
use crate::theme::space;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::Field;
use crate::ui::widget::style::color32;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, Toast};
use egui::{Frame, Key, Margin, Panel, Ui};

/// A decision being written down.
pub(super) struct Decision {
    text: String,
    reason: String,
    recipe: String,
    draws: u32,
    seed: u64,
    fingerprint: String,
}

impl Decision {
    /// Begins a decision about the ranking in view; its basis is taken now and does not change while words are typed.
    pub(super) fn about(cx: &PanelCx, ranking: &Ranking) -> Decision {
        let run = &ranking.run;
        Decision {
            text: words::decision(&run.spec.name, &super::subtitle(cx, &ranking.run)),
            reason: String::new(),
            recipe: run.spec.name.clone(),
            draws: ranking.intervals.replications,
            seed: ranking.intervals.seed,
            fingerprint: run.fingerprint.clone(),
        }
    }

    /// The form below the head; returns whether it is done with.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) -> bool {
        let frame = Frame::NONE.fill(color32(cx.tokens.selected_soft)).inner_margin(Margin::symmetric(16, 12));
        let shown = Panel::top("bedarf_decision").resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal_top(|ui| {
                let half = ((ui.available_width() - space::L) / 2.0).min(460.0);
                Field::new(words::DECIDED, "decision").width(half).show_live(ui, &mut self.text);
                Field::new(words::DECIDED_BY, "decision").width(half).show_live(ui, &mut self.reason);
            });
            label::hint(ui, words::DECISION_NOTE);
            ui.horizontal(|ui| self.buttons(ui, cx)).inner
        });
        shown.inner || (self.reason.is_empty() && ui.input(|input| input.key_pressed(Key::Escape)))
    }

    fn buttons(&mut self, ui: &mut Ui, cx: &mut PanelCx) -> bool {
        let wordless = self.text.trim().is_empty();
        let record = Button::recommended(words::RECORD).icon(icon::GAVEL);
        let record = record.disabled_reason(wordless.then_some(words::RECORD_NEEDS_WORDS));
        let recorded = record.show(ui).clicked() && !wordless;
        if recorded {
            let reason = words::decision_basis(&self.reason, &self.recipe, self.draws, self.seed, &self.fingerprint);
            let note = ProjectCommand::Note { text: self.text.trim().to_owned(), reason };
            cx.outbox.command(Command::Project(note));
            cx.outbox.push(Intent::Toast(Toast::done(words::DECISION_KEPT, "")));
        }
        let cancelled = Button::secondary(words::CANCEL).show(ui).clicked();
        recorded || cancelled
    }
}
