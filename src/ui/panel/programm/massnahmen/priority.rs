//! The points of a measure: need from the data, effect and effort by the planner, and the proposal beside the planner's
//! own priority.

use super::super::Plan;
use super::MassnahmenPart;
use crate::domain::Massnahme;
use crate::programme::{MOST, PriorityScore};
use crate::text::panel::programm::priority as words;
use crate::text::prioritaet;
use crate::theme::TypeStyle;
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::rich;
use crate::ui::widget::{icon, text as label};
use egui::{Grid, Ui, vec2};

const POINTS: f32 = 110.0;

/// Shows points, proposal and, where the priority differs, the reason.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) {
    let Some(score) = plan.view.and_then(|view| view.plan.priorities.get(&measure.id)) else { return };
    Grid::new("punkte").num_columns(3).min_col_width(68.0).spacing(vec2(16.0, 6.0)).show(ui, |ui| {
        label::body(ui, words::NEED);
        label::strong(ui, &score.need.map_or_else(|| words::NO_POINTS.to_owned(), words::points));
        label::small(ui, &score.need_rests_on);
        ui.end_row();
        label::body(ui, words::EFFECT);
        if let Some(points) = choice(ui, plan, words::EFFECT_CHOICE, measure.bewertung.wirkung) {
            part.edit(ui, cx, measure, |measure| measure.bewertung.wirkung = points);
        }
        label::small(ui, words::BY_PLANNER);
        ui.end_row();
        label::body(ui, words::EFFORT);
        if let Some(points) = choice(ui, plan, words::EFFORT_CHOICE, measure.bewertung.aufwand) {
            part.edit(ui, cx, measure, |measure| measure.bewertung.aufwand = points);
        }
        label::small(ui, words::COUNTED_AGAINST);
        ui.end_row();
    });
    proposal(ui, cx, score, measure);
    if score.deviates(measure) {
        let field = Field::new(words::REASON, measure.id).required().rows(2).disabled_reason(plan.locked);
        if let Edit::Set(reason) = field.show_text(ui, &measure.bewertung.begruendung) {
            part.edit(ui, cx, measure, |measure| measure.bewertung.begruendung = reason);
        }
    }
}

fn choice(ui: &mut Ui, plan: Plan, name: &str, points: Option<u8>) -> Option<Option<u8>> {
    let mut choices = vec![(None, words::NO_POINTS.to_owned())];
    choices.extend((1..=MOST).map(|points| (Some(points), words::points(points))));
    let combo = Combo::new(name).compact().width(POINTS).disabled_reason(plan.locked);
    combo.show(ui, Some(&points), &choices)
}

fn proposal(ui: &mut Ui, cx: &PanelCx, score: &PriorityScore, measure: &Massnahme) {
    match score.proposal.zip(score.total) {
        Some((proposal, total)) => {
            ui.horizontal_wrapped(|ui| {
                let (tone, symbol) = match score.deviates_without_reason(measure) {
                    true => (Tone::Warn, icon::WARNING),
                    false => (Tone::Info, icon::SCALES),
                };
                badge(ui, tone, symbol, &words::proposal(prioritaet(proposal), total));
                let own = format!("{}: {}", words::OWN, prioritaet(measure.prioritaet));
                ui.label(rich(own, TypeStyle::Body, cx.tokens.text));
                ui.label(rich(words::weights(score.weights), TypeStyle::Small, cx.tokens.text2));
            });
        }
        None => {
            label::hint(ui, words::NO_PROPOSAL);
        }
    }
}
