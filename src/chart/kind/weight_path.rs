//! The rank of an area over the weight of an indicator, as a line of steps.

use crate::chart::canvas::{Anchor, Canvas, Lettering};
use crate::chart::error::ChartError;
use crate::chart::influence_spec::PathChart;
use crate::chart::scale::Axis;
use crate::text;
use crate::text::report::{self, chart_word};
use crate::theme::report as colour;

const LEFT: f32 = 16.0;
const TOP: f32 = 8.0;
const FOOT: f32 = 14.0;
/// Ranks that are named at most.
const MARKS: u32 = 8;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, path: &PathChart) -> Result<(), ChartError> {
    let ranks = || path.steps.iter().map(|(_, rank)| *rank);
    let best = ranks().min().unwrap_or(1).saturating_sub(1).max(1);
    let last = ranks().max().unwrap_or(1) + 1;
    let x = Axis { low: 0.0, high: path.most_percent, from_mm: LEFT, to_mm: canvas.width - 6.0 };
    let bottom = canvas.height - FOOT;
    let y = Axis { low: f64::from(best), high: f64::from(last), from_mm: TOP, to_mm: bottom };
    frame(canvas, path, &x, &y, (best, last))?;
    let spans: Vec<(f64, f64, u32)> = path.spans().collect();
    let points: Vec<(f32, f32)> = spans
        .iter()
        .flat_map(|&(from, to, rank)| [from, to].map(|share| (x.at(share), y.at(f64::from(rank)))))
        .collect();
    canvas.line(&points, colour::POINT, 0.6)?;
    let now = x.at(path.now_percent);
    canvas.line(&[(now, TOP - 2.0), (now, bottom)], colour::OWN_AREA, 0.5)?;
    if let Some((.., rank)) = spans.iter().rev().find(|(from, ..)| *from <= path.now_percent) {
        canvas.dot((now, y.at(f64::from(*rank))), 1.1, colour::OWN_AREA)?;
    }
    let late = path.now_percent > path.most_percent * 0.7;
    let (at, anchor) = if late { (now - 1.0, Anchor::End) } else { (now + 1.0, Anchor::Start) };
    let look = Lettering::new(8.5, colour::OWN_AREA).bold();
    canvas.text(&report::weight_now(path.now_percent), (at, TOP - 3.5), look, anchor)
}

fn frame(canvas: &Canvas, path: &PathChart, x: &Axis, y: &Axis, (best, last): (u32, u32)) -> Result<(), ChartError> {
    let look = Lettering::new(8.5, colour::TEXT_AXIS);
    let step = (last - best).div_ceil(MARKS).max(1);
    for rank in (best..=last).step_by(step as usize) {
        let at = y.at(f64::from(rank));
        canvas.line(&[(x.from_mm, at), (x.to_mm, at)], colour::LINE_SOFT, 0.2)?;
        canvas.text(&rank.to_string(), (x.from_mm - 2.0, at), look, Anchor::End)?;
    }
    canvas.text(chart_word::RANK, (1.0, TOP - 3.5), look, Anchor::Start)?;
    for share in [0.0, 0.2, 0.4, 0.6, 0.8, 1.0].map(|part| part * path.most_percent) {
        canvas.text(&text::decimal(share, 0), (x.at(share), y.to_mm + 3.5), look, Anchor::Middle)?;
    }
    let axis = canvas.shortened(&report::weight_axis(&path.indicator), look, x.to_mm - x.from_mm);
    canvas.text(&axis, (f32::midpoint(x.from_mm, x.to_mm), y.to_mm + 9.0), look, Anchor::Middle)
}
