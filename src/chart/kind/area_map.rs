//! Areas on a map with their legend.

use crate::chart::area_spec::{AreaMapChart, MapShape, SwatchRow};
use crate::chart::canvas::{Anchor, Canvas, Lettering, Rect};
use crate::chart::error::ChartError;
use crate::text::report::chart_word;
use crate::theme::report::{self as colour, ReportColour};

const LEGEND: f32 = 46.0;
const ROW: f32 = 5.4;
/// Distance of the lines of one entry.
const LINE: f32 = 3.4;
/// Distance of hatch lines.
const PITCH: f32 = 1.6;

type Ring = Vec<(f32, f32)>;

/// Draws the chart.
pub(in crate::chart) fn draw(canvas: &Canvas, map: &AreaMapChart) -> Result<(), ChartError> {
    let room = Rect { left: 1.0, top: 1.0, right: canvas.width - LEGEND - 3.0, bottom: canvas.height - 1.0 };
    let plane = Plane::fitting(map, room);
    // Great areas first, so that one in the hole of another is seen.
    let mut order: Vec<(&MapShape, Vec<(Ring, bool)>)> = (map.shapes.iter())
        .map(|shape| (shape, shape.rings.iter().map(|ring| (plane.ring(&ring.corners), ring.hole)).collect()))
        .collect();
    order.sort_by(|a, b| extent(&b.1).total_cmp(&extent(&a.1)));
    for (shape, rings) in &order {
        fill(canvas, map, shape, rings)?;
    }
    for (_, rings) in order.iter().filter(|(shape, _)| shape.outlined) {
        for (ring, _) in rings {
            canvas.ring(ring, colour::TEXT, 0.45)?;
        }
    }
    for (shape, rings) in &order {
        name(canvas, map, shape, rings)?;
    }
    legend(canvas, map)
}

fn fill(canvas: &Canvas, map: &AreaMapChart, shape: &MapShape, rings: &[(Ring, bool)]) -> Result<(), ChartError> {
    let row = shape.class.and_then(|class| map.classes.get(class));
    let ground = row.map_or(colour::GROUND, |row| ReportColour::from(row.colour));
    for (ring, hole) in rings {
        canvas.surface(ring, if *hole { colour::PAPER } else { ground })?;
    }
    if row.is_none_or(|row| row.hatched) {
        let shade = if row.is_some() { colour::PAPER } else { colour::OTHER_AREA };
        for (from, to) in hatch_lines(rings) {
            canvas.line(&[from, to], shade, 0.15)?;
        }
    }
    rings.iter().try_for_each(|(ring, _)| canvas.ring(ring, colour::OTHER_AREA, 0.15))
}

/// The name where the area has room for it.
fn name(canvas: &Canvas, map: &AreaMapChart, shape: &MapShape, rings: &[(Ring, bool)]) -> Result<(), ChartError> {
    let Some((low, high)) = bounds(rings) else { return Ok(()) };
    let row = shape.class.and_then(|class| map.classes.get(class));
    let ink = row.map_or(colour::TEXT, |row| ReportColour::from(row.colour.readable_on()));
    let look = Lettering::new(6.0, ink);
    let room = high.0 - low.0 - 1.2;
    let centre = (f32::midpoint(low.0, high.0), f32::midpoint(low.1, high.1));
    let short = distinct_part(map, &shape.name);
    let whole = [shape.name.as_str(), short].into_iter().find(|name| canvas.width_of(name, look) <= room);
    let words = whole.map_or_else(|| canvas.shortened(short, look, room), str::to_owned);
    // A letter and an ellipsis are no name; the value is printed wherever it fits.
    let named = words.chars().count() > 3 && high.1 - low.1 > 4.5;
    if named {
        canvas.text(&words, (centre.0, centre.1 - 1.3), look, Anchor::Middle)?;
    }
    if canvas.width_of(&shape.shown, look) > room + 0.8 {
        return Ok(());
    }
    canvas.text(&shape.shown, (centre.0, centre.1 + if named { 1.3 } else { 0.0 }), look, Anchor::Middle)
}

/// The part of a name before the first stroke; the last one where others begin with the same word.
fn distinct_part<'n>(map: &AreaMapChart, name: &'n str) -> &'n str {
    let first = |name: &'n str| name.split('/').next().unwrap_or(name);
    let begin = |shape: &&MapShape| shape.name.split('/').next() == Some(first(name));
    if map.shapes.iter().filter(begin).count() > 1 { name.rsplit('/').next().unwrap_or(name) } else { first(name) }
}

fn legend(canvas: &Canvas, map: &AreaMapChart) -> Result<(), ChartError> {
    let left = canvas.width - LEGEND;
    let look = Lettering::new(8.0, colour::TEXT_SECONDARY);
    let mut y = 3.0;
    for line in canvas.wrapped(&map.method, look, LEGEND) {
        canvas.text(&line, (left, y), look, Anchor::Start)?;
        y += LINE;
    }
    y += 6.0 - LINE;
    let mut line = |words: &str, paint: &dyn Fn(Rect) -> Result<(), ChartError>| {
        paint(Rect { left, top: y - 1.6, right: left + 7.0, bottom: y + 1.6 })?;
        for (at, words) in canvas.wrapped(words, look, LEGEND - 9.0).into_iter().enumerate() {
            y += if at == 0 { 0.0 } else { LINE };
            canvas.text(&words, (left + 9.0, y), look, Anchor::Start)?;
        }
        y += ROW;
        Ok(())
    };
    for row in &map.classes {
        line(&row.label, &|place| swatch(canvas, row, place))?;
    }
    line(chart_word::NO_VALUE, &|place| {
        canvas.fill(place, colour::GROUND)?;
        canvas.hatch(place, colour::OTHER_AREA)?;
        canvas.outline(place, colour::OTHER_AREA, 0.15)
    })?;
    if !map.outline.is_empty() {
        line(&map.outline, &|place| canvas.outline(place, colour::TEXT, 0.45))?;
    }
    Ok(())
}

fn swatch(canvas: &Canvas, row: &SwatchRow, place: Rect) -> Result<(), ChartError> {
    canvas.fill(place, ReportColour::from(row.colour))?;
    if row.hatched {
        canvas.hatch(place, colour::PAPER)?;
    }
    canvas.outline(place, colour::OTHER_AREA, 0.15)
}

/// Where the plane of the areas stands on the paper.
struct Plane {
    low: [f64; 2],
    scale: f64,
    left_top: (f32, f32),
}

impl Plane {
    #[expect(clippy::cast_possible_truncation, reason = "places on paper")]
    fn fitting(map: &AreaMapChart, room: Rect) -> Plane {
        let corners = || map.shapes.iter().flat_map(|shape| &shape.rings).flat_map(|ring| &ring.corners);
        let least = |at: usize| corners().map(|corner| corner[at]).fold(f64::INFINITY, f64::min);
        let most = |at: usize| corners().map(|corner| corner[at]).fold(f64::NEG_INFINITY, f64::max);
        let low = [least(0), least(1)];
        let size = [(most(0) - low[0]).max(1e-9), (most(1) - low[1]).max(1e-9)];
        let (width, height) = (f64::from(room.right - room.left), f64::from(room.bottom - room.top));
        let scale = (width / size[0]).min(height / size[1]);
        let free = ((width - size[0] * scale) / 2.0, (height - size[1] * scale) / 2.0);
        Plane { low, scale, left_top: (room.left + free.0 as f32, room.top + free.1 as f32) }
    }

    /// The corners on the paper, without those that fall together.
    #[expect(clippy::cast_possible_truncation, reason = "places on paper")]
    fn ring(&self, corners: &[[f64; 2]]) -> Ring {
        let place = |corner: &[f64; 2]| {
            let at = |axis: usize| ((corner[axis] - self.low[axis]) * self.scale) as f32;
            (self.left_top.0 + at(0), self.left_top.1 + at(1))
        };
        let mut ring: Ring = corners.iter().map(place).collect();
        ring.dedup_by(|next, last| (next.0 - last.0).abs() < 0.08 && (next.1 - last.1).abs() < 0.08);
        ring
    }
}

fn bounds(rings: &[(Ring, bool)]) -> Option<((f32, f32), (f32, f32))> {
    let mut all = rings.iter().flat_map(|(ring, _)| ring);
    let first = *all.next()?;
    Some(all.fold((first, first), |(low, high), at| {
        ((low.0.min(at.0), low.1.min(at.1)), (high.0.max(at.0), high.1.max(at.1)))
    }))
}

fn extent(rings: &[(Ring, bool)]) -> f32 {
    bounds(rings).map_or(0.0, |(low, high)| (high.0 - low.0) * (high.1 - low.1))
}

/// Diagonal lines inside the rings: between each crossing of an edge and the next one.
fn hatch_lines(rings: &[(Ring, bool)]) -> Vec<((f32, f32), (f32, f32))> {
    let all = || rings.iter().flat_map(|(ring, _)| ring).map(|at| at.0 + at.1);
    let (low, high) = (all().fold(f32::INFINITY, f32::min), all().fold(f32::NEG_INFINITY, f32::max));
    let mut lines = Vec::new();
    let mut at = (low / PITCH).ceil() * PITCH;
    while at < high {
        let mut crossings: Vec<(f32, f32)> = Vec::new();
        for (ring, _) in rings {
            for (here, there) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let (a, b) = (here.0 + here.1 - at, there.0 + there.1 - at);
                if (a < 0.0) != (b < 0.0) {
                    let share = a / (a - b);
                    crossings.push((here.0 + share * (there.0 - here.0), here.1 + share * (there.1 - here.1)));
                }
            }
        }
        crossings.sort_by(|a, b| a.0.total_cmp(&b.0));
        lines.extend(crossings.chunks_exact(2).map(|pair| (pair[0], pair[1])));
        at += PITCH;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_that_begin_with_the_same_word_are_told_apart() {
        let shape = |name: &str| MapShape { name: name.to_owned(), ..MapShape::default() };
        let names = ["Eving/Lindenhorst", "Eving/Kemminghausen", "Derne/Hostedde"];
        let map = AreaMapChart { shapes: names.map(shape).to_vec(), ..AreaMapChart::default() };
        assert_eq!(names.map(|name| distinct_part(&map, name)), ["Lindenhorst", "Kemminghausen", "Derne"]);
    }

    #[test]
    fn hatch_lines_stay_out_of_a_hole() {
        let square = |low: f32, high: f32| vec![(low, low), (high, low), (high, high), (low, high)];
        let lines = hatch_lines(&[(square(0.0, 10.0), false), (square(4.0, 6.0), true)]);
        assert!(!lines.is_empty());
        let inside = |at: (f32, f32)| at.0 > 4.01 && at.0 < 5.99 && at.1 > 4.01 && at.1 < 5.99;
        let middle = |(a, b): &((f32, f32), (f32, f32))| (f32::midpoint(a.0, b.0), f32::midpoint(a.1, b.1));
        assert!(lines.iter().all(|line| !inside(middle(line))));
    }
}
