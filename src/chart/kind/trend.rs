//! An indicator over time: labelled at the end of the line, gaps where values are missing.

use crate::chart::canvas::{Anchor, Canvas, Lettering};
use crate::chart::error::ChartError;
use crate::chart::scale::{Axis, tick_decimals, ticks};
use crate::chart::spec::{Emphasis, Trend, TrendLine};
use crate::text::{self, report};
use crate::theme::report as colour;

const LEFT: f32 = 14.0;
const RIGHT: f32 = 46.0;
const TOP: f32 = 8.0;
const BOTTOM: f32 = 10.0;
const SMALL: f32 = 8.5;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, trend: &Trend) -> Result<(), ChartError> {
    let values: Vec<f64> = trend.lines.iter().flat_map(|line| line.values.iter().flatten().copied()).collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if values.is_empty() {
        return Ok(());
    }
    let low = if low >= 0.0 && low < high * 0.4 { 0.0 } else { low };
    let marks = ticks(low, high, 4);
    let (from, to) = (marks.first().copied().unwrap_or(low), marks.last().copied().unwrap_or(high));
    let vertical = Axis { low: from, high: to, from_mm: canvas.height - BOTTOM, to_mm: TOP };
    let years: Vec<f64> = trend.times.iter().map(|time| f64::from(time.year)).collect();
    let (first, last) = (years.first().copied().unwrap_or(0.0), years.last().copied().unwrap_or(1.0));
    let horizontal = Axis { low: first, high: last, from_mm: LEFT + 3.0, to_mm: canvas.width - RIGHT };
    grid(canvas, trend, &marks, &vertical)?;
    times(canvas, trend, &horizontal)?;
    breaks(canvas, trend, &horizontal)?;
    for line in &trend.lines {
        self::line(canvas, trend, line, &horizontal, &vertical)?;
    }
    labels(canvas, trend, &horizontal, &vertical)
}

fn axis_text() -> Lettering {
    Lettering::new(SMALL, colour::TEXT_AXIS)
}

fn grid(canvas: &Canvas, trend: &Trend, marks: &[f64], vertical: &Axis) -> Result<(), ChartError> {
    let decimals = tick_decimals(marks);
    for &mark in marks {
        let y = vertical.at(mark);
        canvas.line(&[(LEFT, y), (canvas.width - RIGHT + 2.0, y)], colour::LINE_SOFT, 0.2)?;
        canvas.text(&text::decimal(mark, decimals), (LEFT - 1.5, y), axis_text(), Anchor::End)?;
    }
    canvas.text(&trend.unit, (LEFT - 1.5, TOP - 5.0), axis_text(), Anchor::End)?;
    if vertical.low > 0.0 {
        let note = format!("{} {}", report::chart_word::AXIS_FROM, text::decimal(vertical.low, decimals));
        canvas.text(&note, (canvas.width - 1.0, canvas.height - 4.0), axis_text(), Anchor::End)?;
    }
    Ok(())
}

fn times(canvas: &Canvas, trend: &Trend, horizontal: &Axis) -> Result<(), ChartError> {
    let y = canvas.height - 4.0;
    let mut free_from = f32::NEG_INFINITY;
    for time in &trend.times {
        let label = time.year.to_string();
        let (x, half) = (horizontal.at(f64::from(time.year)), canvas.width_of(&label, axis_text()) / 2.0);
        if x - half >= free_from {
            canvas.text(&label, (x, y), axis_text(), Anchor::Middle)?;
            free_from = x + half + 2.0;
        }
    }
    Ok(())
}

fn breaks(canvas: &Canvas, trend: &Trend, horizontal: &Axis) -> Result<(), ChartError> {
    for &year in &trend.breaks {
        let year = f64::from(year);
        if year <= horizontal.low || year > horizontal.high {
            continue;
        }
        let x = horizontal.at(year - 0.5);
        let bottom = canvas.height - BOTTOM;
        canvas.dashed((x, TOP), (x, bottom), colour::TEXT_AXIS, 0.25, (0.5, 0.9))?;
        canvas.text(report::chart_word::BREAK, (x + 1.0, TOP - 3.0), axis_text(), Anchor::Start)?;
    }
    Ok(())
}

fn crosses_break(trend: &Trend, from: i16, to: i16) -> bool {
    trend.breaks.iter().any(|&year| from < year && year <= to)
}

fn style(emphasis: Emphasis) -> (crate::theme::report::ReportColour, f32) {
    match emphasis {
        Emphasis::Own => (colour::OWN_AREA, 0.7),
        Emphasis::City => (colour::TEXT_SECONDARY, 0.4),
        Emphasis::Other => (colour::OTHER_AREA, 0.4),
    }
}

/// Segments between neighbouring values; none over a missing value or a break.
fn line(
    canvas: &Canvas,
    trend: &Trend,
    line: &TrendLine,
    horizontal: &Axis,
    vertical: &Axis,
) -> Result<(), ChartError> {
    let (shade, width) = style(line.emphasis);
    let points: Vec<Option<(i16, f32, f32)>> = trend
        .times
        .iter()
        .zip(&line.values)
        .map(|(time, value)| value.map(|value| (time.year, horizontal.at(f64::from(time.year)), vertical.at(value))))
        .collect();
    for pair in points.windows(2) {
        let [Some((from_year, x0, y0)), Some((to_year, x1, y1))] = *pair else { continue };
        if crosses_break(trend, from_year, to_year) {
            continue;
        }
        match line.emphasis {
            Emphasis::City => canvas.dashed((x0, y0), (x1, y1), shade, width, (1.6, 1.1))?,
            Emphasis::Own | Emphasis::Other => canvas.line(&[(x0, y0), (x1, y1)], shade, width)?,
        }
    }
    let radius = if line.emphasis == Emphasis::Own { 0.8 } else { 0.5 };
    for (_, x, y) in points.into_iter().flatten() {
        canvas.dot((x, y), radius, shade)?;
    }
    Ok(())
}

/// Name and last value at the end of each line, moved apart where they would touch.
fn labels(canvas: &Canvas, trend: &Trend, horizontal: &Axis, vertical: &Axis) -> Result<(), ChartError> {
    const GAP: f32 = 4.2;
    let mut ends: Vec<(f32, &TrendLine, f64)> = trend
        .lines
        .iter()
        .filter_map(|line| {
            let value = line.values.iter().rev().flatten().next().copied()?;
            Some((vertical.at(value), line, value))
        })
        .collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free_from = f32::NEG_INFINITY;
    for (y, line, value) in ends {
        let y = y.max(free_from);
        free_from = y + GAP;
        let (shade, _) = style(line.emphasis);
        let look = Lettering::new(9.0, shade);
        let look = if line.emphasis == Emphasis::Own { look.bold() } else { look };
        let number = text::value_with_unit(value, trend.decimals, &trend.unit);
        let room = RIGHT - 5.0 - canvas.width_of(&number, look) - 1.5;
        let name = canvas.shortened(&line.name, look, room);
        canvas.text(&format!("{name} {number}"), (horizontal.to_mm + 3.0, y), look, Anchor::Start)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::chart::{ChartSpec, Emphasis, Trend, TrendLine, TrendTime, svg};

    fn segments(values: Vec<Option<f64>>, breaks: Vec<i16>) -> usize {
        let years = 2020..;
        let times = years.zip(&values).map(|(year, _)| TrendTime { year, label: year.to_string() }).collect();
        let line = TrendLine { name: "Gebiet".into(), values, emphasis: Emphasis::Own };
        let trend = Trend { unit: "%".into(), decimals: 1, times, lines: vec![line], breaks, ..Trend::default() };
        let drawing = svg(&ChartSpec::Trend(trend)).unwrap();
        drawing.matches("stroke=\"#0B6170\"").count()
    }

    #[test]
    fn missing_values_and_breaks_are_gaps() {
        let full = vec![Some(1.0), Some(2.0), Some(3.0), Some(4.0)];
        assert_eq!(segments(full.clone(), vec![]), 3);
        assert_eq!(segments(full, vec![2022]), 2);
        assert_eq!(segments(vec![Some(1.0), None, Some(3.0), Some(4.0)], vec![]), 1);
    }

    #[test]
    fn a_trend_without_values_is_empty_paper() {
        assert_eq!(segments(vec![None, None], vec![]), 0);
    }
}
