//! All areas on one line: the city's value, the others, the Aktionsräume as rings, the current one in the accent.

use super::paint;
use super::style::{color32, line, tokens};
use crate::theme::{TypeStyle, stroke};
use egui::{Align2, Pos2, Rect, Sense, Ui, pos2, vec2};

/// How an area is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DotKind {
    /// Any other area.
    Other,
    /// An Aktionsraum.
    Peer,
    /// An area chosen for comparison, by its place among them: a diamond with a letter.
    Reference(usize),
    /// The area in question.
    Current,
}

/// One area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Its value.
    pub value: f64,
    /// Its look.
    pub kind: DotKind,
}

/// Which end of the values is the greater need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belasteter {
    /// High values: they stand right anyway.
    High,
    /// Low values: the strip is turned, right stays „belasteter".
    Low,
}

/// Values that are marked beside the dots.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Marks {
    /// The city's value: a line.
    pub city: Option<f64>,
    /// The value of the Stadtbezirk: a triangle above the dots.
    pub district: Option<f64>,
    /// How sure the current area's value is: a bar behind its dot.
    pub interval: Option<(f64, f64)>,
}

impl Marks {
    fn values(self) -> impl Iterator<Item = f64> {
        let ends = self.interval.map(|(low, high)| [low, high]);
        self.city.into_iter().chain(self.district).chain(ends.into_iter().flatten())
    }
}

/// Paints a strip into a cell; returns the index of the dot under the pointer.
/// Without dots it is a hatch.
pub fn paint_dot_strip(ui: &Ui, rect: Rect, dots: &[Dot], marks: Marks, belasteter: Belasteter) -> Option<usize> {
    let tokens = tokens(ui);
    let painter = ui.painter();
    let middle = rect.center().y.floor() + 0.5;
    if dots.is_empty() {
        let bar = Rect::from_min_max(pos2(rect.left(), middle - 6.5), pos2(rect.right(), middle + 6.5));
        paint::hatched_bar(painter, bar, tokens.nodata, tokens.hatch, None);
        return None;
    }
    painter.hline(rect.x_range(), middle, line(stroke::LINE, tokens.line));
    let places = places(rect, middle, dots, marks, belasteter);
    let x_of = |value| x_of(rect, dots, marks, belasteter, value);
    if let Some((low, high)) = marks.interval {
        let (one, other) = (x_of(low), x_of(high));
        let bar = Rect::from_x_y_ranges(one.min(other)..=one.max(other), (middle - 3.5)..=(middle + 3.5));
        painter.rect(bar, 2.0, color32(tokens.chip), line(stroke::LINE, tokens.chip_line), egui::StrokeKind::Inside);
    }
    if let Some(x) = marks.city.map(|city| x_of(city).round()) {
        painter.vline(x, (rect.top() + 3.0)..=(rect.bottom() - 3.0), line(stroke::OUTLINE, tokens.reference));
    }
    if let Some(x) = marks.district.map(x_of) {
        paint::triangle(painter, pos2(x, rect.top() + 5.0), false, tokens.reference);
    }
    let mut order: Vec<usize> = (0..dots.len()).collect();
    order.sort_by_key(|at| dots[*at].kind);
    for at in order {
        let center = places[at];
        match dots[at].kind {
            DotKind::Other => {
                painter.circle_filled(center, 2.6, color32(tokens.dot));
            }
            DotKind::Peer => {
                painter.circle(center, 3.0, color32(tokens.surface), line(stroke::OUTLINE, tokens.dot_peer));
            }
            DotKind::Reference(number) => reference(ui, center, number),
            DotKind::Current => {
                painter.circle(center, 5.5, color32(tokens.accent), line(1.0, tokens.surface));
            }
        }
    }
    let pointer = ui.ctx().pointer_hover_pos().filter(|pointer| rect.contains(*pointer))?;
    let near = |at: &usize| places[*at].distance(pointer);
    (0..dots.len()).min_by(|one, other| near(one).total_cmp(&near(other))).filter(|at| near(at) < 6.0)
}

/// Paints „günstiger ↔ belasteter" and „Stadt" into a table head.
pub fn paint_strip_head(ui: &Ui, rect: Rect, left: &str, right: &str) {
    let color = tokens(ui).text2;
    let y = rect.bottom() - 10.0;
    paint::text(ui, pos2(rect.left(), y), Align2::LEFT_CENTER, left, TypeStyle::SmallStrong, color);
    paint::text(ui, pos2(rect.right(), y), Align2::RIGHT_CENTER, right, TypeStyle::SmallStrong, color);
}

/// A dot with its word, for legends.
pub fn legend_dot(ui: &mut Ui, kind: DotKind, word: &str) {
    let tokens = tokens(ui);
    let words = paint::galley(ui, word, TypeStyle::Small, tokens.text2);
    let (rect, response) = ui.allocate_exact_size(vec2(18.0 + words.size().x, 18.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, word));
    let center = rect.left_center() + vec2(6.0, 0.0);
    match kind {
        DotKind::Other => drop(ui.painter().circle_filled(center, 2.6, color32(tokens.dot))),
        DotKind::Peer => drop(ui.painter().circle_stroke(center, 3.5, line(stroke::OUTLINE, tokens.dot_peer))),
        DotKind::Reference(number) => reference(ui, center, number),
        DotKind::Current => drop(ui.painter().circle_filled(center, 5.5, color32(tokens.accent))),
    }
    paint::put(ui, ui.painter(), center + vec2(12.0, 0.0), Align2::LEFT_CENTER, words);
}

/// The mark of the Stadtbezirk with its word, for legends.
pub fn legend_district(ui: &mut Ui, word: &str) {
    let tokens = tokens(ui);
    let words = paint::galley(ui, word, TypeStyle::Small, tokens.text2);
    let (rect, response) = ui.allocate_exact_size(vec2(18.0 + words.size().x, 18.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, word));
    let center = rect.left_center() + vec2(6.0, 0.0);
    paint::triangle(ui.painter(), center, false, tokens.reference);
    paint::put(ui, ui.painter(), center + vec2(12.0, 0.0), Align2::LEFT_CENTER, words);
}

/// A diamond with a letter in it.
fn reference(ui: &Ui, center: Pos2, number: usize) {
    let tokens = tokens(ui);
    let corners = [vec2(0.0, -7.5), vec2(7.5, 0.0), vec2(0.0, 7.5), vec2(-7.5, 0.0)].map(|by| center + by);
    let edge = line(stroke::OUTLINE, tokens.text);
    ui.painter().add(egui::Shape::convex_polygon(corners.to_vec(), color32(tokens.surface), edge));
    let letter = crate::text::report::reference_letter(number);
    paint::text(ui, center, Align2::CENTER_CENTER, letter, TypeStyle::Tiny, tokens.text);
}

#[expect(clippy::cast_possible_truncation, reason = "positions on the screen")]
fn x_of(rect: Rect, dots: &[Dot], marks: Marks, belasteter: Belasteter, value: f64) -> f32 {
    let all = || dots.iter().map(|dot| dot.value).chain(marks.values());
    let (low, high) = (all().fold(f64::MAX, f64::min), all().fold(f64::MIN, f64::max));
    let share = if high > low { (value - low) / (high - low) } else { 0.5 };
    let share = match belasteter {
        Belasteter::High => share,
        Belasteter::Low => 1.0 - share,
    };
    let inner = rect.shrink2(vec2(7.0, 0.0));
    inner.left() + inner.width() * share as f32
}

/// Dots that would cover each other are stacked around the line, at most ten points away from it.
fn places(rect: Rect, middle: f32, dots: &[Dot], marks: Marks, belasteter: Belasteter) -> Vec<Pos2> {
    const LANES: [f32; 5] = [0.0, -5.0, 5.0, -10.0, 10.0];
    let xs: Vec<f32> = dots.iter().map(|dot| x_of(rect, dots, marks, belasteter, dot.value)).collect();
    let mut order: Vec<usize> = (0..dots.len()).collect();
    order.sort_by(|one, other| {
        (dots[*other].kind == DotKind::Current)
            .cmp(&(dots[*one].kind == DotKind::Current))
            .then(xs[*one].total_cmp(&xs[*other]))
    });
    let mut placed: Vec<Pos2> = Vec::with_capacity(dots.len());
    let mut places = vec![Pos2::ZERO; dots.len()];
    for at in order {
        let candidates = LANES.map(|lane| pos2(xs[at], middle + lane));
        let clear = |place: &Pos2| placed.iter().all(|other| other.distance(*place) > 6.5);
        let place = candidates.into_iter().find(clear).unwrap_or(candidates[at % LANES.len()]);
        placed.push(place);
        places[at] = place;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_is_always_the_greater_need() {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(200.0, 35.0));
        let dots = [10.0, 40.0].map(|value| Dot { value, kind: DotKind::Other });
        let x = |belasteter, value| x_of(rect, &dots, Marks::default(), belasteter, value);
        assert!(x(Belasteter::High, 40.0) > x(Belasteter::High, 10.0));
        assert!(x(Belasteter::Low, 10.0) > x(Belasteter::Low, 40.0));
    }

    #[test]
    fn equal_values_do_not_hide_each_other() {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(200.0, 35.0));
        let dots = [Dot { value: 5.0, kind: DotKind::Other }; 3];
        let places = places(rect, 17.5, &dots, Marks::default(), Belasteter::High);
        assert!(places[0] != places[1] && places[1] != places[2]);
    }
}
