//! A small course over the years: gaps stay gaps with open ends, a break of the series is a dotted line.

use super::paint;
use super::style::{color32, line, tokens};
use egui::{Pos2, Rect, Ui, pos2, vec2};

/// One year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SparkPoint {
    /// The value, if there is one.
    pub value: Option<f64>,
    /// The series is not comparable with the year before.
    pub breaks_before: bool,
    /// Nobody asked for a value: no gap, the line runs on to the next year.
    pub is_skipped: bool,
}

/// Paints the course into a cell.
pub fn paint_sparkline(ui: &Ui, rect: Rect, points: &[SparkPoint]) {
    let tokens = tokens(ui);
    let rect = rect.shrink2(vec2(4.0, 7.0));
    let places = places(rect, points);
    let stroke = line(1.4, tokens.text2);
    for (count, at) in runs(points) {
        let end = at + count;
        let run: Vec<Pos2> = places[at..end].iter().flatten().copied().collect();
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            let open = |place: &Pos2| {
                ui.painter().circle(*place, 2.0, color32(tokens.surface), line(1.0, tokens.text2));
            };
            ui.painter().line(run.clone(), stroke);
            if at > 0 && !points[at].breaks_before {
                open(first);
            }
            if end < points.len() && !points[end].breaks_before {
                open(last);
            }
        }
    }
    for (at, point) in points.iter().enumerate().skip(1) {
        if point.breaks_before {
            let x = (place_x(rect, points.len(), at) + place_x(rect, points.len(), at - 1)) / 2.0;
            paint::dotted_vertical(ui.painter(), x.floor() + 0.5, rect.top() - 4.0, rect.bottom() + 4.0, tokens.text3);
        }
    }
    if let Some(last) = places.last().copied().flatten() {
        ui.painter().circle_filled(last, 2.6, color32(tokens.accent));
    }
}

/// Lengths and starts of the unbroken stretches.
fn runs(points: &[SparkPoint]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, point) in points.iter().enumerate() {
        if let Some(from) = start.filter(|_| (point.value.is_none() && !point.is_skipped) || point.breaks_before) {
            runs.push((at - from, from));
            start = None;
        }
        if point.value.is_some() && start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        runs.push((points.len() - from, from));
    }
    runs
}

#[expect(clippy::cast_precision_loss, reason = "few years")]
fn place_x(rect: Rect, count: usize, at: usize) -> f32 {
    rect.left() + rect.width() * if count > 1 { at as f32 / (count - 1) as f32 } else { 0.5 }
}

#[expect(clippy::cast_possible_truncation, reason = "positions on the screen")]
fn places(rect: Rect, points: &[SparkPoint]) -> Vec<Option<Pos2>> {
    let values = || points.iter().filter_map(|point| point.value);
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    let place = |(at, point): (usize, &SparkPoint)| {
        let share = if high > low { (point.value? - low) / (high - low) } else { 0.5 };
        point.value.map(|_| pos2(place_x(rect, points.len(), at), rect.bottom() - rect.height() * share as f32))
    };
    points.iter().enumerate().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_year_and_a_break_part_the_line() {
        let year = |value, breaks_before| SparkPoint { value, breaks_before, is_skipped: false };
        let points = [
            year(Some(1.0), false),
            year(Some(2.0), false),
            year(None, false),
            year(Some(3.0), false),
            year(Some(4.0), true),
        ];
        assert_eq!(runs(&points), [(2, 0), (1, 3), (1, 4)]);
    }

    #[test]
    fn a_year_for_which_there_is_no_period_parts_nothing() {
        let point = |value, is_skipped| SparkPoint { value, is_skipped, breaks_before: false };
        assert_eq!(runs(&[point(Some(1.0), false), point(None, true), point(Some(2.0), false)]), [(3, 0)]);
    }
}
