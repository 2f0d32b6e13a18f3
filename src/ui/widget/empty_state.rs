//! What stands where there is nothing yet: a grey sketch of the coming view, why it is empty, what to do.

use super::button::Button;
use super::paint;
use super::style::{color32, line, rich, tokens};
use crate::theme::{TypeStyle, space, stroke};
use egui::{Align, Label, Layout, Rect, Sense, StrokeKind, Ui, pos2, vec2};

/// What was chosen in an empty state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmptyChoice {
    /// The recommended way.
    Primary,
    /// The other one.
    Secondary,
}

/// An empty state; build it, then [`show`](Self::show) it in the middle of a view.
#[must_use = "call show"]
pub struct EmptyState<'a> {
    title: &'a str,
    sentence: &'a str,
    primary: Option<(&'a str, &'a str)>,
    secondary: Option<(&'a str, &'a str)>,
    hint: &'a str,
    sketch: bool,
}

impl<'a> EmptyState<'a> {
    /// Title and one sentence why.
    pub fn new(title: &'a str, sentence: &'a str) -> Self {
        Self { title, sentence, primary: None, secondary: None, hint: "", sketch: true }
    }

    /// The recommended way: icon and words.
    pub fn primary(mut self, icon: &'a str, label: &'a str) -> Self {
        self.primary = Some((icon, label));
        self
    }

    /// Another way: icon and words.
    pub fn secondary(mut self, icon: &'a str, label: &'a str) -> Self {
        self.secondary = Some((icon, label));
        self
    }

    /// A quiet line below.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Without the sketch, for small panes.
    pub fn plain(mut self) -> Self {
        self.sketch = false;
        self
    }

    /// Shows it in the middle of what is left.
    pub fn show(self, ui: &mut Ui) -> Option<EmptyChoice> {
        let tokens = tokens(ui);
        let height = if self.sketch { 330.0 } else { 150.0 };
        ui.add_space(((ui.available_height() - height) / 2.0).max(0.0));
        let mut choice = None;
        ui.vertical_centered(|ui| {
            if self.sketch {
                sketch(ui);
                ui.add_space(space::XL);
            }
            ui.label(rich(self.title, TypeStyle::H2, tokens.text));
            ui.scope(|ui| {
                ui.set_max_width(450.0_f32.min(ui.available_width()));
                ui.add(Label::new(rich(self.sentence, TypeStyle::Body, tokens.text2)).wrap().halign(Align::Center));
            });
            ui.add_space(space::M);
            choice = self.buttons(ui);
            if !self.hint.is_empty() {
                ui.add_space(space::M);
                ui.label(rich(self.hint, TypeStyle::Small, tokens.text3));
            }
        });
        choice
    }

    fn buttons(&self, ui: &mut Ui) -> Option<EmptyChoice> {
        let buttons = [(self.primary, EmptyChoice::Primary), (self.secondary, EmptyChoice::Secondary)];
        let words =
            |label: &str, ui: &Ui| paint::galley(ui, label, TypeStyle::BodyStrong, tokens(ui).text).size().x + 46.0;
        let width: f32 = buttons.iter().filter_map(|(button, _)| button.map(|(_, label)| words(label, ui))).sum();
        let mut choice = None;
        ui.allocate_ui_with_layout(vec2(width + space::M, 28.0), Layout::left_to_right(Align::Center), |ui| {
            for (button, chosen) in buttons {
                let Some((icon, label)) = button else { continue };
                let button = match chosen {
                    EmptyChoice::Primary => Button::primary(label),
                    EmptyChoice::Secondary => Button::secondary(label),
                };
                if button.icon(icon).show(ui).clicked() {
                    choice = Some(chosen);
                }
            }
        });
        choice
    }
}

/// Grey bars and dashed spans: the shape of a coming ranking.
#[expect(clippy::cast_precision_loss, reason = "seven rows")]
fn sketch(ui: &mut Ui) {
    let tokens = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(360.0, 150.0), Sense::hover());
    for row in 0..7 {
        let y = (rect.top() + 10.0 + 20.0 * row as f32).floor();
        let width = 100.0 - 9.0 * row as f32;
        let bar = Rect::from_min_size(pos2(rect.left(), y), vec2(width, 10.0));
        ui.painter().rect_filled(bar, 1.0, color32(tokens.track));
        ui.painter().hline((rect.left() + 150.0)..=(rect.left() + 350.0), y + 5.5, line(stroke::LINE, tokens.line));
        let span = Rect::from_min_size(pos2(rect.left() + 150.0 + 22.0 * row as f32, y), vec2(42.0, 10.0));
        ui.painter().rect_filled(span, 2.0, color32(tokens.surface));
        ui.painter().rect_stroke(span, 2.0, line(stroke::LINE, tokens.frame), StrokeKind::Inside);
    }
}
