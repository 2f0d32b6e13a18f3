//! Overlaps of a measure with what is there, side by side, and the planner's decision.

use super::super::Plan;
use super::MassnahmenPart;
use crate::domain::{Abgleich, Abgleichsentscheidung, Counterpart, Massnahme};
use crate::programme::{Overlap, OverlapReason};
use crate::text::abgleichsentscheidung;
use crate::text::panel::programm::overlap as words;
use crate::theme::{TypeStyle, space};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::rich;
use crate::ui::widget::{icon, text as label};
use egui::{Frame, Label, Margin, Ui};

/// Shows every overlap of the measure.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) {
    let overlaps = plan.view.and_then(|view| view.overlaps.get(&measure.id));
    for overlap in overlaps.into_iter().flatten() {
        ui.push_id(overlap.with, |ui| one(ui, cx, plan, part, measure, overlap));
    }
}

fn one(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme, overlap: &Overlap) {
    Frame::new().inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::S;
        match overlap.is_open() {
            true => badge(ui, Tone::Err, icon::INTERSECT, words::OPEN),
            false => badge(ui, Tone::Ok, icon::CHECK, words::SETTLED),
        };
        let name = match overlap.with {
            Counterpart::Angebot(_) => words::service(&overlap.name, overlap.area.as_deref()),
            Counterpart::Massnahme(_) => words::measure(&overlap.name, overlap.area.as_deref()),
        };
        ui.add(Label::new(rich(name, TypeStyle::BodyStrong, cx.tokens.text)).wrap());
        let facts = [
            (words::TRAEGER, overlap.traeger.as_str()),
            (words::TARGET_GROUP, overlap.zielgruppe.as_str()),
            (words::SITE, overlap.standort.as_str()),
            (words::EXTENT, overlap.extent.as_str()),
        ];
        let known: Vec<(&str, &str)> = facts.into_iter().filter(|(_, fact)| !fact.is_empty()).collect();
        label::terms(ui, "gegenüber", &known);
        let reasons: Vec<String> = overlap.reasons.iter().map(OverlapReason::words).collect();
        ui.add(Label::new(rich(words::because(&reasons), TypeStyle::Small, cx.tokens.text2)).wrap());
        decide(ui, cx, plan, part, measure, overlap);
    });
    label::rule(ui);
}

fn decide(
    ui: &mut Ui,
    cx: &mut PanelCx,
    plan: Plan,
    part: &mut MassnahmenPart,
    measure: &Massnahme,
    overlap: &Overlap,
) {
    if let Some((at, decision)) = overlap.decided_at.as_ref().zip(overlap.decision.as_ref()) {
        let words = words::decided_at(at, abgleichsentscheidung(decision.decision));
        ui.add(Label::new(rich(words, TypeStyle::Small, cx.tokens.text)).wrap());
        return;
    }
    let stored = measure.abgleich.iter().find(|abgleich| abgleich.with == overlap.with);
    let reason = stored.map_or("", |abgleich| abgleich.reason.as_str());
    ui.horizontal_wrapped(|ui| {
        for decision in Abgleichsentscheidung::ALL {
            let chosen = stored.is_some_and(|abgleich| abgleich.decision == decision);
            let button = Button::secondary(abgleichsentscheidung(decision)).compact().selected(chosen);
            if button.disabled_reason(plan.locked).show(ui).clicked() {
                // The same button again takes the decision back.
                let decision = (!chosen).then_some(decision);
                let needs_reason = decision == Some(Abgleichsentscheidung::BewusstDaneben) && reason.trim().is_empty();
                part.wanted_reason = needs_reason.then_some((measure.id, overlap.with));
                part.edit(ui, cx, measure, |measure| settle(measure, overlap.with, decision, reason));
            }
        }
    });
    let Some(stored) = stored else { return };
    let field = Field::new(words::REASON, (measure.id, overlap.with)).rows(2).disabled_reason(plan.locked);
    let field = if stored.decision == Abgleichsentscheidung::BewusstDaneben { field.required() } else { field };
    if part.wanted_reason.take_if(|wanted| *wanted == (measure.id, overlap.with)).is_some() {
        field.focus_all(ui, reason);
    }
    if let Edit::Set(entered) = field.show_text(ui, reason) {
        part.edit(ui, cx, measure, |measure| settle(measure, overlap.with, Some(stored.decision), &entered));
    }
}

fn settle(measure: &mut Massnahme, with: Counterpart, decision: Option<Abgleichsentscheidung>, reason: &str) {
    measure.abgleich.retain(|abgleich| abgleich.with != with);
    if let Some(decision) = decision {
        measure.abgleich.push(Abgleich { with, decision, reason: reason.to_owned() });
    }
}
