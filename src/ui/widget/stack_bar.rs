//! Parts of a whole in fixed order: contributions to the index (also negative), funding of a measure (with a gap).

use super::paint::{self, snap};
use super::style::{color32, line, tokens};
use crate::theme::{Color, TypeStyle, space, stroke};
use egui::{Align2, Rect, Response, Sense, StrokeKind, Ui, pos2, vec2};

/// Segments narrower than this go without outline.
const OUTLINED_FROM: f32 = 4.0;

/// What a part is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// A category.
    Color(Color),
    /// Missing money: a hatch with a warning outline.
    Open,
}

/// One part; negative values go to the left of the zero line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Size in the unit of the axis.
    pub value: f64,
    /// Look.
    pub fill: Fill,
}

/// The axis that the bars of one table share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StackAxis {
    /// Left end; 0 or negative.
    pub from: f64,
    /// Right end.
    pub to: f64,
}

impl StackAxis {
    /// The axis on which all these bars fit.
    pub fn fitting<'a>(bars: impl IntoIterator<Item = &'a [Part]>) -> StackAxis {
        let mut axis = StackAxis { from: 0.0, to: 0.0 };
        for bar in bars {
            let sum =
                |keep: fn(f64) -> bool| bar.iter().map(|part| part.value).filter(|value| keep(*value)).sum::<f64>();
            axis.from = axis.from.min(sum(|value| value < 0.0));
            axis.to = axis.to.max(sum(|value| value > 0.0));
        }
        axis
    }

    #[expect(clippy::cast_possible_truncation, reason = "positions on the screen")]
    fn x(self, rect: Rect, value: f64) -> f32 {
        let span = (self.to - self.from).max(f64::EPSILON);
        rect.left() + rect.width() * ((value - self.from) / span) as f32
    }

    /// Paints numbers of the axis into a table head.
    pub fn paint_head(self, ui: &Ui, rect: Rect, marks: &[f64], decimals: u8) {
        for mark in marks.iter().filter(|mark| **mark <= self.to) {
            let at = pos2(self.x(rect, *mark), rect.bottom() - 10.0);
            let words = crate::text::decimal(*mark, decimals);
            paint::text(ui, at, Align2::CENTER_CENTER, &words, TypeStyle::SmallStrong, tokens(ui).text2);
        }
    }
}

/// Paints a bar, 12 high, into a cell.
pub fn paint_stack_bar(ui: &Ui, rect: Rect, axis: StackAxis, parts: &[Part]) {
    let tokens = tokens(ui);
    let middle = rect.center().y.floor();
    let (top, bottom) = (middle - 6.0, middle + 6.0);
    let (mut positive, mut negative) = (0.0_f64, 0.0_f64);
    for part in parts.iter().filter(|part| part.value.abs() > f64::EPSILON) {
        let side = if part.value > 0.0 { &mut positive } else { &mut negative };
        let from = axis.x(rect, *side);
        *side += part.value;
        let to = axis.x(rect, *side);
        let place =
            Rect::from_min_max(pos2(from.min(to), top), pos2((from.max(to) - 1.0).max(from.min(to) + 1.0), bottom));
        paint_part(ui, snap(ui, place), part.fill);
    }
    if axis.from < 0.0 {
        let x = axis.x(rect, 0.0).floor() + 0.5;
        ui.painter().vline(x, (top - 3.0)..=(bottom + 3.0), line(stroke::LINE, tokens.text));
    }
}

fn paint_part(ui: &Ui, rect: Rect, fill: Fill) {
    let tokens = tokens(ui);
    match fill {
        Fill::Color(color) => {
            ui.painter().rect_filled(rect, 0.0, color32(color));
            // A sliver would be nothing but outline.
            if rect.width() >= OUTLINED_FROM {
                ui.painter().rect_stroke(rect, 0.0, line(stroke::LINE, tokens.cat_line), StrokeKind::Inside);
            }
        }
        Fill::Open => paint::hatched_bar(ui.painter(), rect, tokens.surface, tokens.hatch, Some(tokens.warn)),
    }
}

/// A swatch with its word, for legends.
pub fn legend_entry(ui: &mut Ui, fill: Fill, word: &str) -> Response {
    let tokens = tokens(ui);
    let words = paint::galley(ui, word, TypeStyle::Small, tokens.text2);
    let size = vec2(12.0 + space::XS + words.size().x, 18.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, word));
    let swatch = Rect::from_center_size(rect.left_center() + vec2(6.0, 0.0), vec2(12.0, 12.0));
    paint_part(ui, snap(ui, swatch), fill);
    paint::put(ui, ui.painter(), pos2(rect.left() + 12.0 + space::XS, rect.center().y), Align2::LEFT_CENTER, words);
    response
}

/// A budget: how much of it is used. 9 high, with its outline.
pub fn budget_bar(ui: &mut Ui, name: &str, used: f64, whole: f64, color: Color) -> Response {
    let tokens = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::accesskit::Role::Meter, true, name);
        info.value = Some(used);
        info
    });
    let rect = snap(ui, rect);
    ui.painter().rect_filled(rect, 2.0, color32(tokens.track));
    #[expect(clippy::cast_possible_truncation, reason = "positions on the screen")]
    let share = if whole > 0.0 { (used / whole).clamp(0.0, 1.0) as f32 } else { 0.0 };
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    ui.painter().rect_filled(snap(ui, filled), 2.0, color32(if used > whole { tokens.err } else { color }));
    ui.painter().rect_stroke(rect, 2.0, line(stroke::LINE, tokens.frame), StrokeKind::Inside);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_holds_the_longest_bar_on_both_sides() {
        let part = |value| Part { value, fill: Fill::Open };
        let bars: [&[Part]; 2] = [&[part(0.5), part(0.25)], &[part(-0.1), part(0.2)]];
        assert_eq!(StackAxis::fitting(bars), StackAxis { from: -0.1, to: 0.75 });
    }
}
