//! Areas as bars beside the line of the city.

use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::chart::scale::{Axis, ticks};
use crate::chart::spec::{Comparison, ComparisonRow, Emphasis};
use crate::text;
use crate::theme::report as colour;

const LABELS: f32 = 48.0;
const TOP: f32 = 9.0;
const ROW: f32 = 4.6;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, comparison: &Comparison) -> Result<(), ChartError> {
    let values = comparison.rows.iter().filter_map(|row| row.value);
    let high = values.chain(comparison.city.iter().map(|(_, value)| *value)).fold(0.0, f64::max);
    let marks = ticks(0.0, high, 4);
    let axis =
        Axis { low: 0.0, high: marks.last().copied().unwrap_or(1.0), from_mm: LABELS, to_mm: canvas.width - 18.0 };
    let bottom = canvas.height - 4.0;
    for mark in marks {
        let x = axis.at(mark);
        canvas.line(&[(x, TOP - 1.0), (x, bottom)], colour::LINE_SOFT, 0.2)?;
    }
    for (at, row) in (0u16..).zip(&comparison.rows) {
        draw_row(canvas, comparison, row, TOP + ROW * (f32::from(at) + 0.5), &axis)?;
    }
    if let Some((name, value)) = &comparison.city {
        let x = axis.at(*value);
        canvas.line(&[(x, TOP - 1.0), (x, bottom)], colour::CITY, 0.4)?;
        let label = format!("{name} {}", text::value_with_unit(*value, comparison.decimals, &comparison.unit));
        canvas.text(&label, (x, TOP - 4.0), Lettering::new(8.5, colour::CITY).bold(), Anchor::Middle)?;
    }
    Ok(())
}

fn draw_row(
    canvas: &Canvas,
    comparison: &Comparison,
    row: &ComparisonRow,
    y: f32,
    axis: &Axis,
) -> Result<(), ChartError> {
    let (shade, look) = match row.emphasis {
        Emphasis::Own => (colour::OWN_AREA, Lettering::new(8.5, colour::OWN_AREA).bold()),
        Emphasis::City => (colour::CITY, Lettering::new(8.5, colour::CITY)),
        Emphasis::Other => (colour::OTHER_AREA, Lettering::new(8.5, colour::TEXT_SECONDARY)),
    };
    let name = canvas.shortened(&row.name, look, LABELS - 3.0);
    canvas.text(&name, (LABELS - 1.5, y), look, Anchor::End)?;
    match row.value {
        Some(value) => {
            let end = axis.at(value);
            canvas.fill(Rect { left: axis.from_mm, top: y - 1.4, right: end, bottom: y + 1.4 }, shade)?;
            canvas.text(&text::decimal(value, comparison.decimals), (canvas.width - 1.0, y), look, Anchor::End)
        }
        None => canvas.text(&row.sign, (axis.from_mm + 1.2, y), look, Anchor::Start),
    }
}
