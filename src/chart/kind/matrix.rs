//! Areas down, indicators across: numbers with a swatch of their class before them.

use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::chart::matrix_spec::{MatrixCell, MatrixChart};
use crate::text::report::chart_word;
use crate::theme::report::{self as colour, ReportColour};

const NAMES: f32 = 42.0;
const COLUMN: f32 = 15.0;
const ROW: f32 = 5.0;
const FOOT: f32 = 9.0;
/// Room of a letter of an upright heading.
const LETTER: f32 = 1.45;
const LEAST_HEAD: f32 = 16.0;
const MOST_HEAD: f32 = 62.0;

/// Width and height in millimetres.
pub(in crate::chart) fn size(chart: &MatrixChart) -> (f32, f32) {
    let count = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    let width = NAMES + COLUMN * count(chart.columns.len()) + 2.0;
    (width.max(160.0), head(chart) + ROW * count(chart.rows.len()) + FOOT)
}

/// Height of the upright headings.
fn head(chart: &MatrixChart) -> f32 {
    let longest = chart.columns.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    (f32::from(u16::try_from(longest).unwrap_or(u16::MAX)) * LETTER + 3.0).clamp(LEAST_HEAD, MOST_HEAD)
}

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, chart: &MatrixChart) -> Result<(), ChartError> {
    let top = head(chart);
    let look = Lettering::new(8.0, colour::TEXT_SECONDARY);
    for (at, name) in (0u16..).zip(&chart.columns) {
        let x = NAMES + COLUMN * (f32::from(at) + 1.0) - 4.0;
        canvas.upright(&canvas.shortened(name, look, top - 3.0), (x, top - 1.5), look)?;
    }
    canvas.line(&[(0.0, top), (canvas.width, top)], colour::LINE, 0.25)?;
    for (at, row) in (0u16..).zip(&chart.rows) {
        let y = top + ROW * (f32::from(at) + 0.5);
        let name = Lettering::new(8.5, colour::TEXT);
        canvas.text(&canvas.shortened(&row.name, name, NAMES - 2.0), (0.0, y), name, Anchor::Start)?;
        for (column, shown) in (0u16..).zip(&row.cells) {
            cell(canvas, chart, shown, (NAMES + COLUMN * (f32::from(column) + 1.0), y))?;
        }
        canvas.line(&[(0.0, y + ROW / 2.0), (canvas.width, y + ROW / 2.0)], colour::LINE_SOFT, 0.15)?;
    }
    legend(canvas, chart)
}

fn cell(canvas: &Canvas, chart: &MatrixChart, cell: &MatrixCell, (right, y): (f32, f32)) -> Result<(), ChartError> {
    let look = Lettering::new(8.0, colour::TEXT);
    canvas.text(&cell.shown, (right - 1.0, y), look, Anchor::End)?;
    let Some(class) = cell.class.and_then(|class| chart.classes.get(class)) else { return Ok(()) };
    let left = (right - 9.0).min(right - 3.6 - canvas.width_of(&cell.shown, look));
    swatch(canvas, *class, Rect { left, top: y - 1.5, right: left + 2.0, bottom: y + 1.5 })
}

fn swatch(canvas: &Canvas, class: crate::theme::Color, place: Rect) -> Result<(), ChartError> {
    canvas.fill(place, ReportColour::from(class))?;
    canvas.outline(place, colour::OTHER_AREA, 0.15)
}

fn legend(canvas: &Canvas, chart: &MatrixChart) -> Result<(), ChartError> {
    let look = Lettering::new(8.0, colour::TEXT_SECONDARY);
    let y = canvas.height - 3.5;
    canvas.text(chart_word::FAVOURABLE, (0.0, y), look, Anchor::Start)?;
    let mut left = canvas.width_of(chart_word::FAVOURABLE, look) + 2.0;
    for class in &chart.classes {
        swatch(canvas, *class, Rect { left, top: y - 1.6, right: left + 4.0, bottom: y + 1.6 })?;
        left += 4.8;
    }
    canvas.text(chart_word::BURDENED, (left + 1.2, y), look, Anchor::Start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{ChartSpec, MatrixRow, svg};
    use crate::theme::Color;

    #[test]
    fn what_is_not_judged_has_no_colour() {
        let cell = |shown: &str, class| MatrixCell { shown: shown.to_owned(), class };
        let chart = MatrixChart {
            view: "Wert".to_owned(),
            columns: vec!["Arbeitslosenrate (%)".to_owned(), "Kontext: Einwohner".to_owned()],
            rows: vec![MatrixRow { name: "Nord".to_owned(), cells: vec![cell("12,5", Some(0)), cell("9.680", None)] }],
            classes: vec![Color::rgb(0x0082_422B)],
            ..MatrixChart::default()
        };
        let spec = ChartSpec::Matrix(chart);
        let drawing = svg(&spec).unwrap();
        // One swatch beside the number, one in the legend.
        assert_eq!(drawing.matches("fill=\"#82422B\"").count(), 2, "{drawing}");
        assert!(drawing.contains("rotate(270"));
        assert!(spec.alternative_text().contains("Arbeitslosenrate (%): Nord"), "{}", spec.alternative_text());
    }
}
