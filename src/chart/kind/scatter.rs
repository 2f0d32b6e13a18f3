//! Two indicators against each other, with the city's values and the line of least squares.

use crate::chart::area_spec::{ScatterAxis, ScatterChart, ScatterDot};
use crate::chart::canvas::{Anchor, Canvas, Lettering};
use crate::chart::error::ChartError;
use crate::chart::scale::{Axis, tick_decimals, ticks};
use crate::text::{self, report};
use crate::theme::report::{self as colour, ReportColour};

const LEFT: f32 = 16.0;
const TOP: f32 = 8.0;
const BOTTOM: f32 = 13.0;
const RIGHT: f32 = 6.0;

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
    for dot in &chart.dots {
        point(canvas, dot, (x.at(dot.x), y.at(dot.y)))?;
    }
    Ok(())
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

fn point(canvas: &Canvas, dot: &ScatterDot, at: (f32, f32)) -> Result<(), ChartError> {
    canvas.dot(at, 1.3, colour::CATEGORY_LINE)?;
    canvas.dot(at, 1.1, ReportColour::from(dot.colour))?;
    if !dot.named {
        return Ok(());
    }
    let look = Lettering::new(7.5, colour::TEXT);
    let wide = canvas.width_of(&dot.name, look);
    let (place, anchor) = if at.0 + wide + 3.0 > canvas.width {
        ((at.0 - 2.0, at.1), Anchor::End)
    } else {
        ((at.0 + 2.0, at.1), Anchor::Start)
    };
    canvas.text(&dot.name, place, look, anchor)
}
