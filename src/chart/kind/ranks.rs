//! Ranks as points on their intervals, rank 1 on the left.

use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::chart::scale::Axis;
use crate::chart::spec::{Emphasis, RankChart, RankRow};
use crate::text;
use crate::text::report::{self, chart_word};
use crate::theme::report as colour;

const LABELS: f32 = 56.0;
const TOP: f32 = 10.0;
const ROW: f32 = 4.6;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, ranks: &RankChart) -> Result<(), ChartError> {
    let last = u32::try_from(ranks.participants.max(2)).unwrap_or(u32::MAX);
    let axis = Axis { low: 1.0, high: f64::from(last), from_mm: LABELS + 3.0, to_mm: canvas.width - 24.0 };
    head(canvas, last, &axis)?;
    for (at, row) in (0u16..).zip(&ranks.rows) {
        draw_row(canvas, row, TOP + ROW * (f32::from(at) + 0.5), &axis)?;
    }
    match ranks.border {
        Some(places) => {
            let x = axis.at(f64::from(places) + 0.5);
            canvas.dashed((x, TOP - 1.0), (x, canvas.height - 4.0), colour::TEXT, 0.25, (1.4, 1.0))
        }
        None => Ok(()),
    }
}

fn head(canvas: &Canvas, last: u32, axis: &Axis) -> Result<(), ChartError> {
    let look = Lettering::new(8.5, colour::TEXT_AXIS);
    let step = if last <= 15 { 2 } else { 5 };
    let mut marks: Vec<u32> =
        std::iter::once(1).chain((step..=last).step_by(step as usize).filter(|m| *m > 1)).collect();
    marks.dedup();
    let bottom = canvas.height - 4.0;
    for mark in marks {
        let x = axis.at(f64::from(mark));
        canvas.line(&[(x, TOP - 1.0), (x, bottom)], colour::LINE_SOFT, 0.2)?;
        canvas.text(&mark.to_string(), (x, TOP - 3.2), look, Anchor::Middle)?;
    }
    canvas.text(chart_word::RANK, (LABELS - 1.5, TOP - 3.2), look, Anchor::End)?;
    let span = Lettering::new(8.5, colour::TEXT_AXIS);
    canvas.text(report::interval_columns()[2], (canvas.width - 1.0, TOP - 3.2), span, Anchor::End)
}

fn draw_row(canvas: &Canvas, row: &RankRow, y: f32, axis: &Axis) -> Result<(), ChartError> {
    let own = row.emphasis == Emphasis::Own;
    let look = Lettering::new(8.5, if own { colour::OWN_AREA } else { colour::TEXT_SECONDARY });
    let look = if own { look.bold() } else { look };
    if own {
        let band = Rect { left: 0.0, top: y - ROW / 2.0, right: canvas.width, bottom: y + ROW / 2.0 };
        canvas.fill(band, colour::GROUND)?;
    }
    let name = canvas.shortened(&row.name, look, LABELS - 9.5);
    canvas.text(&name, (LABELS - 9.0, y), look, Anchor::End)?;
    canvas.text(&text::place(row.rank), (LABELS - 1.5, y), look, Anchor::End)?;
    let bar = Rect { left: axis.at(row.low) - 0.6, top: y - 1.1, right: axis.at(row.high) + 0.6, bottom: y + 1.1 };
    canvas.fill(bar, colour::INTERVAL)?;
    canvas.outline(bar, colour::INTERVAL_LINE, 0.1)?;
    let shade = if own { colour::OWN_AREA } else { colour::POINT };
    canvas.diamond((axis.at(row.rank), y), if own { 1.6 } else { 1.1 }, shade)?;
    canvas.text(&report::interval(row.low, row.high), (canvas.width - 1.0, y), look, Anchor::End)
}
