//! Parts of a whole as bars from 0 to 100 %.

use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::chart::influence_spec::{ShareBar, ShareChart};
use crate::chart::scale::Axis;
use crate::text;
use crate::theme::report as colour;

const LABELS: f32 = 52.0;
const TOP: f32 = 2.0;
/// Height of a bar's line.
pub(in crate::chart) const ROW: f32 = 6.0;
/// Height of everything but the bars.
pub(in crate::chart) const REST: f32 = 10.0;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, shares: &ShareChart) -> Result<(), ChartError> {
    let axis = Axis { low: 0.0, high: 1.0, from_mm: LABELS, to_mm: canvas.width - 14.0 };
    let bottom = canvas.height - 6.0;
    let look = Lettering::new(8.5, colour::TEXT_AXIS);
    for mark in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let x = axis.at(mark);
        canvas.line(&[(x, TOP), (x, bottom)], colour::LINE_SOFT, 0.2)?;
        canvas.text(&text::percent(mark * 100.0, 0), (x, bottom + 3.0), look, Anchor::Middle)?;
    }
    for (at, bar) in (0u16..).zip(&shares.bars) {
        draw_bar(canvas, bar, TOP + ROW * (f32::from(at) + 0.5), &axis)?;
    }
    Ok(())
}

fn draw_bar(canvas: &Canvas, bar: &ShareBar, y: f32, axis: &Axis) -> Result<(), ChartError> {
    let look = Lettering::new(8.5, colour::TEXT);
    let name = canvas.shortened(&bar.name, look, LABELS - 3.0);
    canvas.text(&name, (LABELS - 1.5, y), look, Anchor::End)?;
    let share = bar.share.clamp(0.0, 1.0);
    let end = axis.at(share);
    canvas.fill(Rect { left: axis.from_mm, top: y - 1.7, right: end, bottom: y + 1.7 }, colour::OWN_AREA)?;
    canvas.text(&text::percent(share * 100.0, 0), (end + 1.5, y), look.bold(), Anchor::Start)
}
