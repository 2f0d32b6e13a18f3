//! What was spent of what was planned, as a bar within a bar; what was granted as a mark (bullet graph after Few, 2006).

use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::chart::money_spec::{SpendingChart, SpendingYear};
use crate::chart::scale::Axis;
use crate::domain::Euro;
use crate::text::report::{self, chart_word};
use crate::theme::report as colour;

const LABELS: f32 = 14.0;
const TOP: f32 = 3.0;
/// Height of a year in millimetres.
pub(in crate::chart) const ROW: f32 = 10.0;
/// What the legend takes.
pub(in crate::chart) const REST: f32 = 16.0;
/// Room for the words behind the bars.
const WORDS: f32 = 44.0;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, chart: &SpendingChart) -> Result<(), ChartError> {
    let axis = Axis { low: 0.0, high: cents(chart.most()), from_mm: LABELS, to_mm: canvas.width - WORDS };
    for (at, year) in (0u16..).zip(&chart.years) {
        draw_year(canvas, year, TOP + ROW * (f32::from(at) + 0.5), &axis)?;
    }
    legend(canvas, chart)
}

#[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
fn cents(amount: Euro) -> f64 {
    amount.cents.max(0) as f64
}

fn draw_year(canvas: &Canvas, year: &SpendingYear, y: f32, axis: &Axis) -> Result<(), ChartError> {
    let look = Lettering::new(9.0, colour::TEXT);
    canvas.text(&year.year.to_string(), (LABELS - 2.0, y), look.bold(), Anchor::End)?;
    let bar = |from: f64, to: f64, half: f32| Rect {
        left: axis.at(from),
        top: y - half,
        right: axis.at(to),
        bottom: y + half,
    };
    let (planned, spent) = (cents(year.planned), cents(year.spent));
    if planned > 0.0 {
        let rect = bar(0.0, planned, 3.4);
        canvas.fill(rect, colour::INTERVAL)?;
        canvas.outline(rect, colour::INTERVAL_LINE, 0.15)?;
    }
    if spent > 0.0 {
        canvas.fill(bar(0.0, spent.min(planned), 1.6), colour::POINT)?;
    }
    if year.beyond().cents > 0 {
        let rect = bar(planned, spent, 1.6);
        canvas.hatch(rect, colour::WARN)?;
        canvas.outline(rect, colour::WARN, 0.25)?;
    }
    if year.granted.cents > 0 {
        let x = axis.at(cents(year.granted));
        canvas.line(&[(x, y - 4.2), (x, y + 4.2)], colour::TEXT, 0.5)?;
    }
    let end = axis.at(cents(year.planned).max(spent).max(cents(year.granted)));
    canvas.text(&report::progress::spent_of(year.spent, year.planned), (end + 1.5, y), look, Anchor::Start)
}

fn legend(canvas: &Canvas, chart: &SpendingChart) -> Result<(), ChartError> {
    let look = Lettering::new(8.5, colour::TEXT_SECONDARY);
    let (mut x, y) = (LABELS, canvas.height - 6.0);
    let beyond = chart.years.iter().any(|year| year.beyond().cents > 0);
    let entries = [chart_word::SPENT, chart_word::COST_PLANNED, chart_word::GRANTED, chart_word::BEYOND];
    for (at, word) in entries.into_iter().enumerate().filter(|(at, _)| *at < 3 || beyond) {
        let swatch = Rect { left: x, top: y - 1.5, right: x + 4.5, bottom: y + 1.5 };
        match at {
            0 => canvas.fill(swatch, colour::POINT)?,
            1 => {
                canvas.fill(swatch, colour::INTERVAL)?;
                canvas.outline(swatch, colour::INTERVAL_LINE, 0.15)?;
            }
            2 => canvas.line(&[(x + 2.2, y - 2.0), (x + 2.2, y + 2.0)], colour::TEXT, 0.5)?,
            _ => {
                canvas.hatch(swatch, colour::WARN)?;
                canvas.outline(swatch, colour::WARN, 0.25)?;
            }
        }
        canvas.text(word, (x + 6.0, y), look, Anchor::Start)?;
        x += 11.0 + canvas.width_of(word, look);
    }
    Ok(())
}
