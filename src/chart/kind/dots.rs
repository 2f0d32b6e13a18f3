//! An area on the strips of several indicators: right is always the greater need.

use crate::chart::area_spec::{DotChart, DotPlace, DotRow};
use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::chart::scale::Axis;
use crate::text::report::{self, chart_word};
use crate::theme::report as colour;

const NAMES: f32 = 58.0;
const VALUES: f32 = 36.0;
const TOP: f32 = 10.0;
const ROW: f32 = 7.0;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, chart: &DotChart) -> Result<(), ChartError> {
    let head = Lettering::new(8.0, colour::TEXT_SECONDARY);
    let (left, right) = (NAMES + VALUES + 4.0, canvas.width - 4.0);
    let area = canvas.shortened(&chart.area, head.bold(), NAMES + 15.0);
    canvas.text(&area, (NAMES + 17.0, 5.0), head.bold(), Anchor::End)?;
    canvas.text(chart_word::CITY, (NAMES + VALUES, 5.0), head, Anchor::End)?;
    canvas.text(chart_word::FAVOURABLE, (left, 5.0), head, Anchor::Start)?;
    canvas.text(chart_word::BURDENED, (right, 5.0), head, Anchor::End)?;
    let mut y = TOP - ROW / 2.0;
    for (at, row) in chart.rows.iter().enumerate() {
        if let Some((_, words)) = chart.divider.as_ref().filter(|(before, _)| *before == at) {
            y += ROW;
            let look = Lettering::new(8.0, colour::TEXT_SECONDARY).bold();
            canvas.text(&canvas.shortened(words, look, canvas.width), (0.0, y + 0.6), look, Anchor::Start)?;
            canvas.line(&[(0.0, y + ROW / 2.0), (canvas.width, y + ROW / 2.0)], colour::LINE, 0.25)?;
        }
        y += ROW;
        canvas.line(&[(0.0, y + ROW / 2.0), (canvas.width, y + ROW / 2.0)], colour::LINE_SOFT, 0.15)?;
        strip(canvas, row, y, (left, right))?;
    }
    legend(canvas, chart)
}

fn strip(canvas: &Canvas, row: &DotRow, y: f32, (left, right): (f32, f32)) -> Result<(), ChartError> {
    let look = Lettering::new(8.5, colour::TEXT);
    name(canvas, row, y)?;
    canvas.text(&row.shown, (NAMES + 17.0, y), look.bold(), Anchor::End)?;
    let quiet = Lettering::new(8.5, colour::TEXT_SECONDARY);
    canvas.text(&row.city_shown, (NAMES + VALUES, y), quiet, Anchor::End)?;
    if row.dots.is_empty() {
        let place = Rect { left, top: y - 1.6, right, bottom: y + 1.6 };
        canvas.fill(place, colour::GROUND)?;
        return canvas.hatch(place, colour::OTHER_AREA);
    }
    let all = || row.dots.iter().map(|dot| dot.0).chain(row.city).chain(row.district);
    let (low, high) = (all().fold(f64::MAX, f64::min), all().fold(f64::MIN, f64::max));
    let (from_mm, to_mm) = if row.turned { (right - 2.0, left + 2.0) } else { (left + 2.0, right - 2.0) };
    let axis = Axis { low, high, from_mm, to_mm };
    canvas.line(&[(left, y), (right, y)], colour::LINE, 0.15)?;
    if let Some(city) = row.city {
        let x = axis.at(city);
        canvas.line(&[(x, y - 2.8), (x, y + 2.8)], colour::CITY, 0.4)?;
    }
    if let Some(district) = row.district {
        triangle(canvas, (axis.at(district), y - 2.4))?;
    }
    let mut dots = row.dots.clone();
    dots.sort_by_key(|dot| dot.1);
    dots.iter().try_for_each(|(value, place)| mark(canvas, (axis.at(*value), y), *place))
}

/// The indicator on one line, or smaller on two where it is longer: it is never cut short of what tells it apart.
fn name(canvas: &Canvas, row: &DotRow, y: f32) -> Result<(), ChartError> {
    const APART: f32 = 1.5;
    let look = Lettering::new(8.5, colour::TEXT);
    let turned = if row.turned { format!("({})", chart_word::TURNED) } else { String::new() };
    let beside = Lettering::new(7.0, colour::TEXT_SECONDARY);
    let after = |words: &str, look: Lettering| canvas.width_of(words, look) + 1.0;
    if after(&row.indicator, look) + canvas.width_of(&turned, beside) <= NAMES - 2.0 {
        canvas.text(&row.indicator, (0.0, y), look, Anchor::Start)?;
        return canvas.text(&turned, (after(&row.indicator, look), y), beside, Anchor::Start);
    }
    let look = Lettering::new(7.5, colour::TEXT);
    let lines = canvas.wrapped(&row.indicator, look, NAMES);
    let first = lines.first().map_or("", String::as_str);
    let room = NAMES - 1.0 - canvas.width_of(&turned, beside);
    let second = canvas.shortened(&lines.get(1..).unwrap_or_default().join(" "), look, room);
    canvas.text(first, (0.0, y - APART), look, Anchor::Start)?;
    canvas.text(&second, (0.0, y + APART), look, Anchor::Start)?;
    let left = if second.is_empty() { 0.0 } else { after(&second, look) };
    canvas.text(&turned, (left, y + APART), beside, Anchor::Start)
}

/// The mark of the Stadtbezirk: it points down to its value.
fn triangle(canvas: &Canvas, (x, y): (f32, f32)) -> Result<(), ChartError> {
    canvas.surface(&[(x - 0.9, y - 0.7), (x + 0.9, y - 0.7), (x, y + 0.8)], colour::TEXT)
}

fn mark(canvas: &Canvas, at: (f32, f32), place: DotPlace) -> Result<(), ChartError> {
    match place {
        DotPlace::Other => canvas.dot(at, 0.7, colour::OTHER_AREA),
        DotPlace::Peer => {
            canvas.dot(at, 1.0, colour::INTERVAL_LINE)?;
            canvas.dot(at, 0.65, colour::PAPER)
        }
        DotPlace::Reference(number) => {
            canvas.diamond(at, 1.6, colour::TEXT)?;
            let look = Lettering::new(6.5, colour::TEXT).bold();
            canvas.text(report::reference_letter(number), (at.0, at.1 - 2.6), look, Anchor::Middle)
        }
        DotPlace::Own => canvas.dot(at, 1.5, colour::OWN_AREA),
    }
}

/// What the marks mean, on two lines where one is too short.
fn legend(canvas: &Canvas, chart: &DotChart) -> Result<(), ChartError> {
    let look = Lettering::new(8.0, colour::TEXT_SECONDARY);
    let references = chart.references.iter().enumerate();
    let dots = [(DotPlace::Own, &chart.area), (DotPlace::Peer, &chart.peers), (DotPlace::Other, &chart.others)];
    let dots = dots.into_iter().chain(references.map(|(at, name)| (DotPlace::Reference(at), name)));
    let mut at = (2.0, canvas.height - 8.5);
    let mut entry = |words: &str, paint: &dyn Fn((f32, f32)) -> Result<(), ChartError>| {
        if words.is_empty() {
            return Ok(());
        }
        let words = canvas.shortened(words, look, 40.0);
        let width = canvas.width_of(&words, look) + 7.0;
        if at.0 + width > canvas.width {
            at = (2.0, at.1 + 5.0);
        }
        paint(at)?;
        canvas.text(&words, (at.0 + 2.6, at.1), look, Anchor::Start)?;
        at.0 += width;
        Ok(())
    };
    for (place, words) in dots {
        entry(words, &|at| mark(canvas, at, place))?;
    }
    entry(&chart.district, &|at| triangle(canvas, at))?;
    entry(chart_word::CITY, &|(x, y)| canvas.line(&[(x, y - 2.0), (x, y + 2.0)], colour::CITY, 0.4))
}
