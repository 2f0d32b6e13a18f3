//! Cost or money per year as stacked bars, what is open hatched.

use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::chart::scale::Axis;
use crate::chart::spec::{Funding, FundingYear, MoneyPart};
use crate::domain::{CostKind, Euro, FundingSource};
use crate::text::{self, report::chart_word};
use crate::theme::report as colour;

const LABELS: f32 = 14.0;
const TOP: f32 = 3.0;
const ROW: f32 = 10.0;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, funding: &Funding) -> Result<(), ChartError> {
    let high = funding.years.iter().map(|year| total(year).cents).max().unwrap_or(0).max(1);
    let axis = Axis { low: 0.0, high: cents(high), from_mm: LABELS, to_mm: canvas.width - 28.0 };
    for (at, year) in (0u16..).zip(&funding.years) {
        draw_year(canvas, year, TOP + ROW * (f32::from(at) + 0.5), &axis)?;
    }
    legend(canvas, funding)
}

fn total(year: &FundingYear) -> Euro {
    year.parts.iter().map(|part| part.amount).sum::<Euro>() + year.open
}

#[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
fn cents(amount: i64) -> f64 {
    amount as f64
}

fn shade_of(part: MoneyPart) -> colour::ReportColour {
    match part {
        MoneyPart::Source(FundingSource::Aktionsraumfonds) => colour::FUNDING[0],
        MoneyPart::Source(FundingSource::Projektbudget) => colour::FUNDING[1],
        MoneyPart::Source(FundingSource::Foerderung) => colour::FUNDING[2],
        MoneyPart::Source(FundingSource::Dritte) => colour::FUNDING[3],
        MoneyPart::Source(FundingSource::Eigenanteil) => colour::FUNDING[4],
        MoneyPart::Kind(CostKind::Personal) => colour::COSTS[0],
        MoneyPart::Kind(CostKind::Sach) => colour::COSTS[1],
        MoneyPart::Kind(CostKind::Investition) => colour::COSTS[2],
    }
}

fn draw_year(canvas: &Canvas, year: &FundingYear, y: f32, axis: &Axis) -> Result<(), ChartError> {
    let look = Lettering::new(9.0, colour::TEXT);
    canvas.text(&year.year.to_string(), (LABELS - 2.0, y), look.bold(), Anchor::End)?;
    let mut sum = 0;
    let mut part = |amount: Euro| {
        let left = axis.at(cents(sum));
        sum += amount.cents;
        Rect { left, top: y - 3.0, right: axis.at(cents(sum)), bottom: y + 3.0 }
    };
    for money in &year.parts {
        let rect = part(money.amount);
        canvas.fill(rect, shade_of(money.part))?;
        canvas.outline(rect, colour::CATEGORY_LINE, 0.1)?;
    }
    if year.open.cents > 0 {
        let rect = part(year.open);
        canvas.hatch(rect, colour::WARN)?;
        canvas.outline(rect, colour::WARN, 0.25)?;
    }
    let label = text::euro(total(year));
    canvas.text(&label, (axis.at(cents(sum)) + 1.5, y), look, Anchor::Start)
}

/// Only what occurs, in printed order, over as many lines as it takes.
fn legend(canvas: &Canvas, funding: &Funding) -> Result<(), ChartError> {
    let occurs = |part: MoneyPart| funding.years.iter().flat_map(|year| &year.parts).any(|known| known.part == part);
    let look = Lettering::new(8.5, colour::TEXT_SECONDARY);
    let (mut x, mut y) = (LABELS, canvas.height - 12.0);
    let open = funding.years.iter().any(|year| year.open.cents > 0).then_some(None);
    let entries = funding.order.iter().copied().filter(|part| occurs(*part)).map(Some).chain(open);
    for entry in entries {
        let label = entry.map_or(chart_word::OPEN, MoneyPart::label);
        let width = 6.0 + canvas.width_of(label, look) + 5.0;
        if x + width > canvas.width {
            (x, y) = (LABELS, y + 5.5);
        }
        let swatch = Rect { left: x, top: y - 1.5, right: x + 4.5, bottom: y + 1.5 };
        match entry {
            Some(part) => {
                canvas.fill(swatch, shade_of(part))?;
                canvas.outline(swatch, colour::CATEGORY_LINE, 0.1)?;
            }
            None => {
                canvas.hatch(swatch, colour::WARN)?;
                canvas.outline(swatch, colour::WARN, 0.25)?;
            }
        }
        canvas.text(label, (x + 6.0, y), look, Anchor::Start)?;
        x += width;
    }
    Ok(())
}
