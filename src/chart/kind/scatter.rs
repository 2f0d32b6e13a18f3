//! Two indicators against each other, with the city's values and the line of least squares.

use crate::chart::area_spec::{ScatterAxis, ScatterChart, ScatterDot};
use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::chart::scale::{Axis, tick_decimals, ticks};
use crate::text::{self, report};
use crate::theme::report::{self as colour, ReportColour};

const LEFT: f32 = 16.0;
const TOP: f32 = 8.0;
const BOTTOM: f32 = 13.0;
const RIGHT: f32 = 6.0;
/// Radius of a point in millimetres.
const PLAIN: f32 = 1.3;
/// The same of a named one.
const NAMED: f32 = 1.8;
/// Height of a name in millimetres.
const LETTERS: f32 = 3.0;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, chart: &ScatterChart) -> Result<(), ChartError> {
    let bottom = canvas.height - BOTTOM;
    let (x_ticks, x) = axis(chart.dots.iter().map(|dot| dot.x), &chart.x, (LEFT, canvas.width - RIGHT));
    let (y_ticks, y) = axis(chart.dots.iter().map(|dot| dot.y), &chart.y, (bottom, TOP));
    let small = Lettering::new(8.0, colour::TEXT_AXIS);
    let decimals = (tick_decimals(&x_ticks), tick_decimals(&y_ticks));
    for tick in x_ticks {
        let at = x.at(tick);
        canvas.line(&[(at, TOP), (at, bottom)], colour::LINE_SOFT, 0.2)?;
        canvas.text(&text::decimal(tick, decimals.0), (at, bottom + 3.0), small, Anchor::Middle)?;
    }
    for tick in y_ticks {
        let at = y.at(tick);
        canvas.line(&[(LEFT, at), (canvas.width - RIGHT, at)], colour::LINE_SOFT, 0.2)?;
        canvas.text(&text::decimal(tick, decimals.1), (LEFT - 1.5, at), small, Anchor::End)?;
    }
    let names = Lettering::new(8.5, colour::TEXT);
    canvas.text(
        &chart.x.title(),
        (f32::midpoint(LEFT, canvas.width - RIGHT), canvas.height - 3.0),
        names,
        Anchor::Middle,
    )?;
    canvas.text(&chart.y.title(), (1.0, 3.0), names, Anchor::Start)?;
    city(canvas, chart, (&x, &y), bottom)?;
    if let Some((intercept, slope)) = chart.line {
        regression(canvas, (&x, &y), intercept, slope)?;
    }
    let mut dots: Vec<(&ScatterDot, (f32, f32))> =
        chart.dots.iter().map(|dot| (dot, (x.at(dot.x), y.at(dot.y)))).collect();
    dots.sort_by_key(|(dot, _)| dot.named);
    for (dot, at) in &dots {
        point(canvas, dot, *at)?;
    }
    write_names(canvas, &dots, bottom)
}

fn axis(values: impl Iterator<Item = f64>, of: &ScatterAxis, (from_mm, to_mm): (f32, f32)) -> (Vec<f64>, Axis) {
    let (low, high) = values.chain(of.city).fold((f64::MAX, f64::MIN), |(low, high), at| (low.min(at), high.max(at)));
    let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
    let ticks = ticks(low, high, 5);
    let ends = (ticks.first().copied().unwrap_or(low), ticks.last().copied().unwrap_or(high));
    (ticks, Axis { low: ends.0, high: ends.1, from_mm, to_mm })
}

fn city(canvas: &Canvas, chart: &ScatterChart, (x, y): (&Axis, &Axis), bottom: f32) -> Result<(), ChartError> {
    let look = Lettering::new(8.0, colour::CITY);
    if let Some(value) = chart.x.city {
        let at = x.at(value);
        canvas.dashed((at, TOP), (at, bottom), colour::CITY, 0.2, (1.0, 0.8))?;
        let words = report::city_line(&text::decimal(value, chart.x.decimals));
        canvas.text(&words, (at + 1.0, bottom - 2.0), look, Anchor::Start)?;
    }
    if let Some(value) = chart.y.city {
        let at = y.at(value);
        canvas.dashed((LEFT, at), (canvas.width - RIGHT, at), colour::CITY, 0.2, (1.0, 0.8))?;
        let words = report::city_line(&text::decimal(value, chart.y.decimals));
        canvas.text(&words, (canvas.width - RIGHT, at - 2.2), look, Anchor::End)?;
    }
    Ok(())
}

/// The line as far as it stays on the paper.
fn regression(canvas: &Canvas, (x, y): (&Axis, &Axis), intercept: f64, slope: f64) -> Result<(), ChartError> {
    let steps = 60;
    let places: Vec<(f32, f32)> = (0..=steps)
        .map(|step| x.low + (x.high - x.low) * f64::from(step) / f64::from(steps))
        .map(|at| (at, intercept + slope * at))
        .filter(|(_, value)| (y.low..=y.high).contains(value))
        .map(|(at, value)| (x.at(at), y.at(value)))
        .collect();
    if places.len() < 2 { Ok(()) } else { canvas.line(&places, colour::OWN_AREA, 0.35) }
}

/// The named ones are larger and lie above the others.
fn point(canvas: &Canvas, dot: &ScatterDot, at: (f32, f32)) -> Result<(), ChartError> {
    let (ring, own) = if dot.named { (NAMED, 1.3) } else { (PLAIN, 1.1) };
    canvas.dot(at, ring, if dot.named { colour::TEXT } else { colour::CATEGORY_LINE })?;
    canvas.dot(at, own, ReportColour::from(dot.colour))
}

/// Where a name stands: its box, and the point and side that its letters begin from.
type NamePlace = (Rect, (f32, f32), Anchor);

/// Right of its point, left, above, below.
fn name_places((x, y): (f32, f32), wide: f32) -> [NamePlace; 4] {
    let gap = NAMED + 0.7;
    let place = |left: f32, middle: f32, start: f32, anchor: Anchor| {
        let rect = Rect { left, top: middle - LETTERS / 2.0, right: left + wide, bottom: middle + LETTERS / 2.0 };
        (rect, (start, middle), anchor)
    };
    let off = NAMED + 0.3 + LETTERS / 2.0;
    [
        place(x + gap, y, x + gap, Anchor::Start),
        place(x - gap - wide, y, x - gap, Anchor::End),
        place(x - wide / 2.0, y - off, x, Anchor::Middle),
        place(x - wide / 2.0, y + off, x, Anchor::Middle),
    ]
}

fn write_names(canvas: &Canvas, dots: &[(&ScatterDot, (f32, f32))], bottom: f32) -> Result<(), ChartError> {
    let look = Lettering::new(7.5, colour::TEXT);
    let named: Vec<_> = dots.iter().filter(|(dot, _)| dot.named).collect();
    let wide: Vec<_> = named.iter().map(|(dot, at)| (*at, canvas.width_of(&dot.name, look))).collect();
    let points: Vec<_> = dots.iter().map(|(_, at)| *at).collect();
    let paper = Rect { left: LEFT, top: TOP - LETTERS, right: canvas.width, bottom };
    for ((dot, _), place) in named.iter().zip(placed(&wide, &points, &paper)) {
        if let Some((_, start, anchor)) = place {
            canvas.text(&dot.name, start, look, anchor)?;
        }
    }
    Ok(())
}

/// Each name, by its point and its width, where it covers no other name and as few points as can be; `None` where it
/// finds no room: the table has it.
fn placed(names: &[((f32, f32), f32)], points: &[(f32, f32)], paper: &Rect) -> Vec<Option<NamePlace>> {
    let mut taken: Vec<Rect> = Vec::new();
    let mut place = |&(at, wide): &((f32, f32), f32)| {
        let free = |(rect, ..): &NamePlace| {
            let is_inside = rect.left >= paper.left && rect.right <= paper.right;
            let is_inside = is_inside && rect.top >= paper.top && rect.bottom <= paper.bottom;
            is_inside && taken.iter().all(|other| !overlap(rect, other))
        };
        let covered = |(rect, ..): &NamePlace| points.iter().filter(|other| touches(rect, **other)).count();
        let found = name_places(at, wide).into_iter().filter(free).min_by_key(covered)?;
        taken.push(found.0);
        Some(found)
    };
    names.iter().map(&mut place).collect()
}

fn overlap(one: &Rect, other: &Rect) -> bool {
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

/// Whether a point reaches into a box.
fn touches(rect: &Rect, (x, y): (f32, f32)) -> bool {
    x > rect.left - PLAIN && x < rect.right + PLAIN && y > rect.top - PLAIN && y < rect.bottom + PLAIN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_near_points_stand_apart_and_those_without_room_are_left_out() {
        let paper = Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        let points = [(50.0, 50.0), (51.0, 50.5), (50.5, 51.0), (50.0, 51.5), (51.5, 51.5), (50.7, 50.2)];
        let names = points.map(|at| (at, 30.0));
        let found: Vec<NamePlace> = placed(&names, &points, &paper).into_iter().flatten().collect();
        assert!(found.len() > 2 && found.len() < points.len(), "{}", found.len());
        for (at, (rect, ..)) in found.iter().enumerate() {
            assert!(found[..at].iter().all(|(other, ..)| !overlap(rect, other)));
        }
    }

    #[test]
    fn a_name_avoids_the_point_beside_it_and_the_edge_of_the_paper() {
        let paper = Rect { left: 0.0, top: 0.0, right: 60.0, bottom: 60.0 };
        let beside = placed(&[((20.0, 20.0), 10.0)], &[(20.0, 20.0), (26.0, 20.0)], &paper);
        let edge = placed(&[((55.0, 20.0), 10.0)], &[(55.0, 20.0)], &paper);
        for found in [beside, edge] {
            assert!(found[0].as_ref().is_some_and(|(rect, ..)| rect.right < 56.0 && rect.left >= 0.0));
        }
    }
}
