//! An indicator over time: labelled at the end of the line, gaps where values are missing.

use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::chart::scale::{Axis, tick_decimals, ticks};
use crate::chart::spec::{Emphasis, Trend, TrendLine};
use crate::text::{self, report};
use crate::theme::report as report_colours;
use crate::theme::report::{self as colour, ReportColour};

const LEFT: f32 = 14.0;
/// Room at the right for names and last values, at least and at most.
const RIGHT: (f32, f32) = (46.0, 74.0);
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
    let horizontal = Axis { low: first, high: last, from_mm: LEFT + 3.0, to_mm: canvas.width - right(canvas, trend) };
    grid(canvas, trend, &marks, (&horizontal, &vertical))?;
    times(canvas, trend, &horizontal)?;
    breaks(canvas, trend, &horizontal)?;
    for at in 0..trend.lines.len() {
        line(canvas, trend, at, &horizontal, &vertical)?;
    }
    labels(canvas, trend, &horizontal, &vertical)
}

fn axis_text() -> Lettering {
    Lettering::new(SMALL, colour::TEXT_AXIS)
}

/// Room for the widest name and its value.
fn right(canvas: &Canvas, trend: &Trend) -> f32 {
    let look = Lettering::new(SMALL, colour::TEXT).bold();
    let label = |line: &TrendLine| {
        let value = line.values.iter().rev().flatten().next()?;
        let number = text::value_with_unit(*value, trend.decimals, &trend.unit);
        Some(canvas.width_of(&format!("{} {number}", line.name), look) + 8.0)
    };
    trend.lines.iter().filter_map(label).fold(RIGHT.0, f32::max).min(RIGHT.1)
}

fn grid(
    canvas: &Canvas,
    trend: &Trend,
    marks: &[f64],
    (horizontal, vertical): (&Axis, &Axis),
) -> Result<(), ChartError> {
    let decimals = tick_decimals(marks);
    for &mark in marks {
        let y = vertical.at(mark);
        canvas.line(&[(LEFT, y), (horizontal.to_mm + 2.0, y)], colour::LINE_SOFT, 0.2)?;
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

/// Colour and width of a line, and its mark where several others have to be told apart.
#[derive(Clone, Copy)]
struct Style {
    shade: ReportColour,
    width: f32,
    mark: Option<usize>,
}

fn style(trend: &Trend, at: usize) -> Style {
    let emphasis = trend.lines[at].emphasis;
    let others = |lines: &[TrendLine]| lines.iter().filter(|line| line.emphasis == Emphasis::Other).count();
    match emphasis {
        Emphasis::Own => Style { shade: colour::OWN_AREA, width: 0.7, mark: None },
        Emphasis::City => Style { shade: colour::TEXT_SECONDARY, width: 0.4, mark: None },
        Emphasis::Other if others(&trend.lines) == 1 => Style { shade: colour::OTHER_AREA, width: 0.4, mark: None },
        Emphasis::Other => {
            let place = others(&trend.lines[..at]);
            let shade = ReportColour::from(report_colours().palettes.theme(place));
            Style { shade, width: 0.4, mark: Some(place) }
        }
    }
}

/// Square, triangle up, triangle down, diamond: lines can be told apart without colour.
fn mark(canvas: &Canvas, (x, y): (f32, f32), place: usize, shade: ReportColour) -> Result<(), ChartError> {
    const HALF: f32 = 0.9;
    match place % 4 {
        0 => canvas.fill(Rect { left: x - HALF, top: y - HALF, right: x + HALF, bottom: y + HALF }, shade),
        1 => canvas.surface(&[(x - HALF, y + HALF), (x + HALF, y + HALF), (x, y - HALF)], shade),
        2 => canvas.surface(&[(x - HALF, y - HALF), (x + HALF, y - HALF), (x, y + HALF)], shade),
        _ => canvas.diamond((x, y), 1.1, shade),
    }
}

/// Segments between neighbouring values; none over a missing value or a break.
fn line(canvas: &Canvas, trend: &Trend, at: usize, horizontal: &Axis, vertical: &Axis) -> Result<(), ChartError> {
    let line = &trend.lines[at];
    let Style { shade, width, mark } = style(trend, at);
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
        match mark {
            Some(place) => self::mark(canvas, (x, y), place, shade)?,
            None => canvas.dot((x, y), radius, shade)?,
        }
    }
    Ok(())
}

/// Name and last value at the end of each line, moved apart where they would touch.
fn labels(canvas: &Canvas, trend: &Trend, horizontal: &Axis, vertical: &Axis) -> Result<(), ChartError> {
    const GAP: f32 = 4.2;
    let mut ends: Vec<(f32, usize, f64)> = trend
        .lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| {
            let value = line.values.iter().rev().flatten().next().copied()?;
            Some((vertical.at(value), at, value))
        })
        .collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free_from = f32::NEG_INFINITY;
    for (y, at, value) in ends {
        let line = &trend.lines[at];
        let y = y.max(free_from);
        free_from = y + GAP;
        let Style { shade, mark, .. } = style(trend, at);
        // The colours of a palette are too light for words.
        let look = Lettering::new(9.0, if mark.is_some() { colour::TEXT } else { shade });
        let look = if line.emphasis == Emphasis::Own { look.bold() } else { look };
        let number = text::value_with_unit(value, trend.decimals, &trend.unit);
        let room = canvas.width - horizontal.to_mm - 8.0 - canvas.width_of(&number, look) - 1.5;
        let name = canvas.shortened(&line.name, look, room);
        let x = horizontal.to_mm + 3.0;
        if let Some(place) = mark {
            self::mark(canvas, (x + 1.0, y), place, shade)?;
        }
        let x = if mark.is_some() { x + 2.8 } else { x };
        canvas.text(&format!("{name} {number}"), (x, y), look, Anchor::Start)?;
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
