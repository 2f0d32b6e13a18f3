//! A point of the check: what it is, one sentence, one to three ways on. Settled points shrink to a line.

use super::badge::{Tone, badge};
use super::button::Button;
use super::paint;
use super::style::{rich, tokens};
use super::{icon, text};
use crate::theme::{TypeStyle, space};
use egui::{Frame, Label, Margin, Ui, vec2};

/// One point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckItem<'a> {
    /// Its meaning.
    pub tone: Tone,
    /// Icon of the badge.
    pub icon: &'a str,
    /// Word of the badge: „Überschneidung".
    pub word: &'a str,
    /// What it is about.
    pub sentence: &'a str,
    /// Ways on; the first is the recommended one where `recommend` says so.
    pub actions: &'a [&'a str],
    /// Whether the first action is recommended.
    pub recommend: bool,
}

impl CheckItem<'_> {
    /// Shows the point; returns the action that was chosen.
    pub fn show(&self, ui: &mut Ui) -> Option<usize> {
        let mut chosen = None;
        Frame::new().inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::S;
            badge(ui, self.tone, self.icon, self.word);
            ui.add(Label::new(rich(self.sentence, TypeStyle::Small, tokens(ui).text)).wrap());
            if !self.actions.is_empty() {
                ui.horizontal_wrapped(|ui| {
                    for (at, action) in self.actions.iter().enumerate() {
                        let recommended = at == 0 && self.recommend;
                        let button = if recommended { Button::recommended(action) } else { Button::secondary(action) };
                        if button.compact().show(ui).clicked() {
                            chosen = Some(at);
                        }
                    }
                });
            }
        });
        text::rule(ui);
        chosen
    }
}

/// A settled point: a check mark and its word.
pub fn settled(ui: &mut Ui, words: &str) {
    let tokens = tokens(ui);
    ui.horizontal(|ui| {
        ui.add_space(space::L);
        let (place, _) = ui.allocate_exact_size(vec2(16.0, 20.0), egui::Sense::hover());
        paint::icon(ui, place.center(), icon::CHECK, 14.0, tokens.ok);
        ui.label(rich(words, TypeStyle::Small, tokens.text2));
    });
}
