//! The strip below a paragraph: what the text shows, what the data show, and which of them counts.

use super::super::{Plan, send};
use super::TextPart;
use crate::domain::{BoundValue, Passage};
use crate::project::ProgrammeCommand;
use crate::text::panel::programm as words;
use crate::theme::{TypeStyle, radius, space, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::icon;
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::text as label;
use egui::{Align, Frame, Layout, Margin, Ui};

/// Shows the strip where it is open for a chip of this paragraph.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut TextPart, passage: &Passage) {
    let Some((_, reference)) = part.strip.clone().filter(|(of, _)| *of == passage.id) else { return };
    let tokens = cx.tokens;
    let resolved = plan.view.and_then(|view| view.resolved.get(&reference));
    let today = resolved.map(|resolved| resolved.text.clone());
    let bound = passage.basis.iter().find(|bound| bound.reference == reference);
    let shown = bound.map(|bound| bound.shown.clone()).or_else(|| today.clone()).unwrap_or_default();
    let pinned = bound.is_some_and(|bound| bound.pinned);
    let same = today.as_ref().is_none_or(|today| *today == shown);
    // Until the data have been looked at nothing is known to be gone.
    let gone = plan.view.is_some() && bound.is_some() && today.is_none();
    let frame = Frame::new()
        .fill(color32(tokens.raised))
        .stroke(line(stroke::LINE, tokens.frame))
        .corner_radius(radius::MENU)
        .shadow(ui.visuals().popup_shadow)
        .outer_margin(Margin { left: 14, right: 14, top: 2, bottom: 6 })
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let source = resolved.and_then(|resolved| resolved.citation.as_ref()).map(|citation| &citation.text);
            let why = if pinned {
                badge(ui, Tone::Neutral, icon::PUSH_PIN, words::PINNED);
                words::PINNED_WHY
            } else if gone {
                badge(ui, Tone::Warn, icon::CLOCK_COUNTER_CLOCKWISE, words::STALE);
                words::GONE_WHY
            } else if same {
                let word = if bound.is_some() { words::CURRENT } else { words::FOLLOWS };
                badge(ui, Tone::Ok, icon::CHECK, word);
                source.map_or(words::ALREADY_SAME, String::as_str)
            } else {
                badge(ui, Tone::Warn, icon::CLOCK_COUNTER_CLOCKWISE, words::STALE);
                words::STALE_WHY
            };
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if Button::icon_only(icon::X, words::CLOSE).compact().show(ui).clicked() {
                    part.strip = None;
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let why = rich(why, TypeStyle::Small, tokens.text2);
                    ui.add(egui::Label::new(why).truncate());
                });
            });
        });
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            compared(ui, cx, &shown, today.as_deref());
            let take =
                if gone { Some(words::NOTHING_TO_TAKE) } else { (same && !pinned).then_some(words::ALREADY_SAME) };
            let button = Button::recommended(words::TAKE_VALUE).compact();
            if button.disabled_reason(plan.locked.or(take)).show(ui).clicked() {
                set(cx, plan, passage, &reference, today.clone().unwrap_or_else(|| shown.clone()), false);
                part.strip = None;
            }
            let keep = pinned.then_some(words::ALREADY_PINNED);
            let button = Button::secondary(words::KEEP_VALUE).compact();
            if button.disabled_reason(plan.locked.or(keep)).show(ui).clicked() {
                set(cx, plan, passage, &reference, shown.clone(), true);
                part.strip = None;
            }
        });
    });
}

/// `Text: 55,4 → Daten: 58,2`
fn compared(ui: &mut Ui, cx: &PanelCx, shown: &str, today: Option<&str>) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.x = space::S;
    ui.label(rich(words::TEXT_LABEL, TypeStyle::Small, tokens.text2));
    ui.label(rich(shown, TypeStyle::BodyStrong, tokens.text));
    ui.label(rich(icon::ARROW_RIGHT, TypeStyle::Body, tokens.text2));
    ui.label(rich(words::DATA_LABEL, TypeStyle::Small, tokens.text2));
    let today = today.unwrap_or(words::NO_LONGER_THERE);
    label::strong(ui, today);
    ui.add_space(space::M);
}

/// Accepts or holds on to one value; all others stay.
fn set(cx: &mut PanelCx, plan: Plan, passage: &Passage, reference: &str, shown: String, pinned: bool) {
    let mut basis = passage.basis.clone();
    let new = BoundValue { reference: reference.to_owned(), shown, pinned };
    match basis.iter_mut().find(|bound| bound.reference == reference) {
        Some(bound) => *bound = new,
        None => basis.push(new),
    }
    let drafts = plan.view.and_then(|view| view.drafts.get(&passage.section));
    let same = drafts.and_then(|drafts| drafts.iter().find(|draft| draft.text == passage.text && draft.basis == basis));
    let fingerprint = same.map_or_else(|| passage.fingerprint.clone(), |draft| draft.fingerprint.clone());
    send(cx, ProgrammeCommand::SetBasis { passage: passage.id, basis, fingerprint });
}
