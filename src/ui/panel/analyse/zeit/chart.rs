//! The chart of the series: gaps where years are missing, a dotted line where the series breaks.

use super::{Line, Look};
use crate::chart::{tick_decimals, ticks};
use crate::domain::{AreaId, Direction};
use crate::text::{self, panel::zeit as words};
use crate::theme::{Color, TypeStyle, space, stroke};
use crate::ui::TimeView;
use crate::ui::widget::choice::tooltip_lines;
use crate::ui::widget::paint;
use crate::ui::widget::style::{color32, line, tokens};
use egui::accesskit::Role;
use egui::{Align2, Painter, Pos2, Rect, Sense, Shape, Ui, WidgetInfo, pos2, vec2};

/// How near the pointer must be to a point.
const REACH: f32 = 9.0;
const LABELS: f32 = 150.0;
const LINE_HEIGHT: f32 = 15.0;

/// Places of years and values on the screen.
struct Plot {
    rect: Rect,
    years: (f64, f64),
    values: (f64, f64),
    turned: bool,
}

impl Plot {
    #[expect(clippy::cast_possible_truncation, reason = "a position on the screen")]
    fn x(&self, year: f64) -> f32 {
        let (first, last) = self.years;
        let share = if last > first { (year - first) / (last - first) } else { 0.5 };
        self.rect.left() + self.rect.width() * share as f32
    }

    #[expect(clippy::cast_possible_truncation, reason = "a position on the screen")]
    fn y(&self, value: f64) -> f32 {
        let (low, high) = self.values;
        let share = if high > low { ((value - low) / (high - low)) as f32 } else { 0.5 };
        let share = if self.turned { 1.0 - share } else { share };
        self.rect.bottom() - self.rect.height() * share
    }
}

/// Draws the lines into what is left; returns area and place of the period that was clicked.
pub fn show(ui: &mut Ui, view: &TimeView, lines: &[Line], alternative: &str) -> Option<(AreaId, usize)> {
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alternative));
    let inner = Rect::from_min_max(rect.min + vec2(58.0, 34.0), rect.max - vec2(LABELS, 30.0));
    let known = |line: &Line| view.values.get(&line.area).into_iter().flatten().filter_map(|entry| entry.value);
    let values: Vec<f64> = lines.iter().flat_map(known).collect();
    if values.is_empty() || inner.width() < 60.0 || inner.height() < 40.0 {
        return None;
    }
    let plot = plot(view, inner, &values);
    grid(ui, view, &plot, rect);
    breaks(ui, view, &plot);
    let places: Vec<Vec<Option<Pos2>>> = lines.iter().map(|line| places(view, line, &plot)).collect();
    for (own, places) in lines.iter().zip(&places).rev() {
        course(ui, view, own.look, places);
    }
    end_labels(ui, view, lines, &places, rect);
    let pointer = response.hover_pos()?;
    let all = places.iter().enumerate().flat_map(|(of, places)| {
        places.iter().enumerate().filter_map(move |(at, place)| Some((of, at, place.as_ref()?.distance(pointer))))
    });
    let (of, at, _) = all.min_by(|one, other| one.2.total_cmp(&other.2)).filter(|found| found.2 < REACH)?;
    let clicked = response.clicked();
    let own = &lines[of];
    let entry = view.values.get(&own.area)?.get(at)?;
    let value = text::value_with_unit(entry.value?, view.card.decimals, &view.card.unit);
    let spoken = [format!("{}: {value}", view.times[at].label)];
    response.on_hover_ui_at_pointer(|ui| tooltip_lines(ui, &own.name, &spoken));
    clicked.then_some((own.area, at))
}

fn plot(view: &TimeView, rect: Rect, values: &[f64]) -> Plot {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let ends = view.times.first().zip(view.times.last());
    let years = ends.map_or((0.0, 1.0), |(first, last)| (f64::from(first.year), f64::from(last.year)));
    let marks = ticks(low, high, 4);
    let values = (marks.first().copied().unwrap_or(low), marks.last().copied().unwrap_or(high));
    // Rank 1 stands at the top.
    let turned = view.card.direction == Direction::LowIsNeed && view.card.unit.is_empty() && view.card.decimals == 0;
    Plot { rect, years, values, turned }
}

fn grid(ui: &Ui, view: &TimeView, plot: &Plot, rect: Rect) {
    let (tokens, painter) = (tokens(ui), ui.painter());
    let marks = ticks(plot.values.0, plot.values.1, 4);
    let decimals = tick_decimals(&marks);
    for mark in marks {
        let y = plot.y(mark).floor() + 0.5;
        painter.hline(plot.rect.left()..=plot.rect.right() + 6.0, y, line(stroke::LINE, tokens.line_soft));
        let words = text::decimal(mark, decimals);
        paint::text(ui, pos2(plot.rect.left() - 8.0, y), Align2::RIGHT_CENTER, &words, TypeStyle::Tiny, tokens.text2);
    }
    let mut free_from = f32::NEG_INFINITY;
    for time in &view.times {
        let x = plot.x(f64::from(time.year));
        painter.vline(x.floor() + 0.5, plot.rect.bottom()..=plot.rect.bottom() + 4.0, line(stroke::LINE, tokens.line));
        let year = time.year.to_string();
        if x - 16.0 >= free_from {
            let at = pos2(x, plot.rect.bottom() + 14.0);
            paint::text(ui, at, Align2::CENTER_CENTER, &year, TypeStyle::Tiny, tokens.text2);
            free_from = x + 20.0;
        }
    }
    let title = super::analyse_words::axis(&view.card.name, &view.card.unit);
    let galley = paint::elided(ui, &title, TypeStyle::SmallStrong, tokens.text, rect.width() - 24.0);
    paint::put(ui, painter, pos2(rect.left() + 12.0, rect.top() + 14.0), Align2::LEFT_CENTER, galley);
}

fn breaks(ui: &Ui, view: &TimeView, plot: &Plot) {
    let tokens = tokens(ui);
    let mut years: Vec<i16> = view.breaks.iter().map(|broken| broken.year).collect();
    years.dedup();
    for year in years {
        let reasons: Vec<&str> =
            view.breaks.iter().filter(|broken| broken.year == year).map(|broken| broken.reason.as_str()).collect();
        let x = plot.x(f64::from(year) - 0.5).floor() + 0.5;
        paint::dotted_vertical(ui.painter(), x, plot.rect.top(), plot.rect.bottom(), tokens.warn);
        let at = pos2(x, plot.rect.top() - 8.0);
        let words = words::break_label(year);
        let place = paint::text(ui, at, Align2::CENTER_CENTER, &words, TypeStyle::Tiny, tokens.warn);
        let reach = place.union(Rect::from_x_y_ranges(x - 4.0..=x + 4.0, plot.rect.y_range()));
        let response = ui.interact(reach, ui.scope_id().with(("break", year)), Sense::hover());
        let spoken = words::break_spoken(year, &reasons.join("; "));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        response.on_hover_text(spoken.as_str());
    }
}

fn places(view: &TimeView, own: &Line, plot: &Plot) -> Vec<Option<Pos2>> {
    let values = view.values.get(&own.area).map(Vec::as_slice).unwrap_or_default();
    let place = |(time, entry): (&crate::ui::Time, &crate::ui::TimeValue)| {
        entry.value.map(|value| pos2(plot.x(f64::from(time.year)), plot.y(value)))
    };
    view.times.iter().zip(values).map(place).collect()
}

/// Years between neighbouring values: what lies further apart lacks a year. The median, so that a series of every
/// other year is a line too.
fn usual_step(view: &TimeView) -> i16 {
    let mut steps: Vec<i16> = view.times.windows(2).map(|pair| pair[1].year - pair[0].year).collect();
    steps.sort_unstable();
    steps.get(steps.len() / 2).copied().unwrap_or(1)
}

/// The parts of a line: each from one value to the next, none over a missing year or a break.
fn course(ui: &Ui, view: &TimeView, look: Look, places: &[Option<Pos2>]) {
    let (color, width) = ink(ui, look);
    let step = usual_step(view);
    for (at, pair) in places.windows(2).enumerate() {
        let [Some(from), Some(to)] = *pair else { continue };
        let (first, last) = (view.times[at].year, view.times[at + 1].year);
        if last - first > step || view.crosses_break(first, last) {
            continue;
        }
        let ends = [from, to];
        match look {
            Look::Own | Look::Pinned(_) => {
                ui.painter().line_segment(ends, line(width, color));
            }
            Look::City => ui.painter().extend(Shape::dashed_line(&ends, line(width, color), 6.0, 4.0)),
            Look::District => ui.painter().extend(Shape::dashed_line(&ends, line(width, color), 2.0, 3.0)),
        }
    }
    places.iter().flatten().for_each(|place| mark(ui.painter(), *place, look, color));
}

fn ink(ui: &Ui, look: Look) -> (Color, f32) {
    let tokens = tokens(ui);
    match look {
        Look::Own => (tokens.accent, 2.4),
        Look::City => (tokens.text2, 1.5),
        Look::District => (tokens.text2, 1.5),
        Look::Pinned(at) => (tokens.palettes.theme(at), 1.5),
    }
}

/// Circle, square, triangle up, triangle down: lines can be told apart without colour.
fn mark(painter: &Painter, at: Pos2, look: Look, color: Color) {
    let fill = color32(color);
    match look {
        Look::Own => {
            painter.circle_filled(at, 4.0, fill);
        }
        Look::City | Look::District => {
            painter.circle_filled(at, 2.2, fill);
        }
        Look::Pinned(0) => {
            painter.rect_filled(Rect::from_center_size(at, vec2(7.0, 7.0)), 0.0, fill);
        }
        Look::Pinned(1) => paint::triangle(painter, at, true, color),
        Look::Pinned(2) => paint::triangle(painter, at, false, color),
        Look::Pinned(_) => {
            let corners = [vec2(0.0, -5.0), vec2(5.0, 0.0), vec2(0.0, 5.0), vec2(-5.0, 0.0)].map(|by| at + by);
            painter.add(Shape::convex_polygon(corners.to_vec(), fill, egui::Stroke::NONE));
        }
    }
}

/// Name and last value at the end of each line, moved apart where they would touch.
fn end_labels(ui: &Ui, view: &TimeView, lines: &[Line], places: &[Vec<Option<Pos2>>], rect: Rect) {
    let tokens = tokens(ui);
    let last = |(own, places): (&Line, &Vec<Option<Pos2>>)| {
        let at = places.iter().rposition(Option::is_some)?;
        let value = view.values.get(&own.area)?.get(at)?.value?;
        Some((places[at]?.y, own.look, own.name.clone(), text::decimal(value, view.card.decimals)))
    };
    let mut ends: Vec<(f32, Look, String, String)> = lines.iter().zip(places).filter_map(last).collect();
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut free_from = f32::NEG_INFINITY;
    for (y, look, name, value) in ends {
        let y = y.max(free_from);
        free_from = y + LINE_HEIGHT;
        let style = if look == Look::Own { TypeStyle::SmallStrong } else { TypeStyle::Small };
        mark(ui.painter(), pos2(rect.right() - LABELS + 16.0, y), look, ink(ui, look).0);
        // The value always stands whole; where there is no room for both, the name gives way.
        let value = paint::galley(ui, &value, style, tokens.text);
        let room = LABELS - 34.0 - value.size().x - space::XS;
        let galley = paint::elided(ui, &name, style, tokens.text, room);
        let place = paint::put(ui, ui.painter(), pos2(rect.right() - LABELS + 26.0, y), Align2::LEFT_CENTER, galley);
        paint::put(ui, ui.painter(), pos2(place.right() + space::XS, y), Align2::LEFT_CENTER, value);
    }
}
