//! Measures over quarters: hatched where planned, filled where agreed.

use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::chart::scale::Axis;
use crate::chart::spec::{Gantt, GanttRow};
use crate::domain::{Handlungsfeld, Quarter};
use crate::text::report::chart_word;
use crate::theme::report as colour;

const LABELS: f32 = 62.0;
const TOP: f32 = 9.0;
const ROW: f32 = 7.0;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, gantt: &Gantt) -> Result<(), ChartError> {
    let first = Quarter { year: gantt.first_year, quarter: 1 }.index();
    let last = Quarter { year: gantt.last_year, quarter: 4 }.index() + 1;
    let axis = Axis { low: f64::from(first), high: f64::from(last), from_mm: LABELS, to_mm: canvas.width - 2.0 };
    let bottom = canvas.height - 9.0;
    for quarter in first..=last {
        let x = axis.at(f64::from(quarter));
        let year = quarter.rem_euclid(4) == 0;
        let (shade, top) = if year { (colour::LINE, TOP - 7.0) } else { (colour::LINE_SOFT, TOP) };
        canvas.line(&[(x, top), (x, bottom)], shade, 0.2)?;
        if year && quarter < last {
            let middle = axis.at(f64::from(quarter) + 2.0);
            let look = Lettering::new(8.5, colour::TEXT_SECONDARY).bold();
            canvas.text(&Quarter::from_index(quarter).year.to_string(), (middle, TOP - 4.0), look, Anchor::Middle)?;
        }
    }
    canvas.line(&[(0.0, TOP), (canvas.width - 2.0, TOP)], colour::LINE, 0.2)?;
    for (at, row) in (0u16..).zip(&gantt.rows) {
        draw_row(canvas, row, TOP + ROW * (f32::from(at) + 0.5), &axis)?;
    }
    legend(canvas, bottom + 4.5)
}

fn shade_of(field: Handlungsfeld) -> colour::ReportColour {
    match field {
        Handlungsfeld::Arbeit => colour::FIELDS[0],
        Handlungsfeld::Kinder => colour::FIELDS[1],
        Handlungsfeld::Zusammenhalt => colour::FIELDS[2],
    }
}

fn draw_row(canvas: &Canvas, row: &GanttRow, y: f32, axis: &Axis) -> Result<(), ChartError> {
    let shade = shade_of(row.handlungsfeld);
    let tile = Rect { left: 0.5, top: y - 2.1, right: 4.7, bottom: y + 2.1 };
    canvas.fill(tile, shade)?;
    let letter = row.handlungsfeld.letter().to_string();
    canvas.text(&letter, (2.6, y), Lettering::new(8.5, colour::PAPER).bold(), Anchor::Middle)?;
    let look = Lettering::new(8.5, colour::TEXT);
    canvas.text(&row.number, (6.0, y), look.bold(), Anchor::Start)?;
    canvas.text(&canvas.shortened(&row.title, look, LABELS - 18.0), (16.0, y), look, Anchor::Start)?;
    match row.span {
        Some((from, to)) => {
            let (left, right) = (axis.at(f64::from(from.index())), axis.at(f64::from(to.index() + 1)));
            bar(canvas, Rect { left, top: y - 1.9, right, bottom: y + 1.9 }, shade, row.agreed)?;
        }
        None => {
            let look = Lettering::new(8.5, colour::WARN);
            canvas.text(chart_word::UNDATED, (axis.from_mm + 2.0, y), look, Anchor::Start)?;
        }
    }
    for check in &row.checks {
        check_mark(canvas, (axis.at(Quarter::position_of(*check)), y))?;
    }
    canvas.line(&[(0.0, y + ROW / 2.0), (canvas.width - 2.0, y + ROW / 2.0)], colour::LINE_SOFT, 0.1)
}

fn bar(canvas: &Canvas, rect: Rect, shade: colour::ReportColour, agreed: bool) -> Result<(), ChartError> {
    if agreed {
        canvas.fill(rect, shade)
    } else {
        canvas.fill(rect, colour::PAPER)?;
        canvas.hatch(rect, shade)?;
        canvas.outline(rect, shade, 0.25)
    }
}

/// A diamond where a check is due.
fn check_mark(canvas: &Canvas, centre: (f32, f32)) -> Result<(), ChartError> {
    canvas.diamond(centre, 1.9, colour::TEXT)?;
    canvas.diamond(centre, 1.3, colour::PAPER)
}

/// Between the entries of the legend.
const LEGEND_GAP: f32 = 6.0;

fn legend(canvas: &Canvas, y: f32) -> Result<(), ChartError> {
    let look = Lettering::new(8.5, colour::TEXT_AXIS);
    let swatch = |left: f32| Rect { left, top: y - 1.4, right: left + 7.0, bottom: y + 1.4 };
    // From the left edge, where all entries have room.
    let mut left = 0.5;
    for (agreed, words) in [(false, chart_word::PLANNED), (true, chart_word::AGREED)] {
        bar(canvas, swatch(left), colour::TEXT_AXIS, agreed)?;
        canvas.text(words, (left + 8.5, y), look, Anchor::Start)?;
        left += 8.5 + canvas.width_of(words, look) + LEGEND_GAP;
    }
    check_mark(canvas, (left + 1.9, y))?;
    canvas.text(chart_word::CHECK, (left + 5.4, y), look, Anchor::Start)
}
