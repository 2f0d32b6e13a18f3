//! Two indicators against each other: one point per area, the city as dashed lines.

use crate::domain::AreaId;
use crate::text::{self, panel::analyse as words};
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::choice::tooltip_lines;
use crate::ui::widget::paint;
use crate::ui::widget::style::{color32, line, tokens};
use egui::{Align2, Pos2, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

/// How near the pointer must be to a point.
const REACH: f32 = 9.0;

/// One area.
pub struct Point {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// Value across.
    pub x: f64,
    /// Value up.
    pub y: f64,
    /// Class of the value up, from 0.
    pub class: usize,
    /// Whether it is an Aktionsraum.
    pub member: bool,
}

/// An axis.
pub struct Axis {
    /// Its words, with the unit.
    pub title: String,
    /// Unit of values.
    pub unit: String,
    /// Decimals of values.
    pub decimals: u8,
    /// The city's value.
    pub city: Option<f64>,
}

/// Draws the scatter into what is left; returns the area that was clicked.
pub fn show(
    ui: &mut Ui,
    points: &[Point],
    x: &Axis,
    y: &Axis,
    classes: usize,
    current: Option<AreaId>,
) -> Option<AreaId> {
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click());
    let name = words::scatter(&x.title, &y.title);
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Image, true, &name));
    let plot = Rect::from_min_max(rect.min + vec2(58.0, 30.0), rect.max - vec2(20.0, 42.0));
    if points.is_empty() || plot.width() < 60.0 || plot.height() < 40.0 {
        return None;
    }
    let x_scale = Scale::over(points.iter().map(|point| point.x).chain(x.city), plot.width());
    let y_scale = Scale::over(points.iter().map(|point| point.y).chain(y.city), plot.height());
    grid(ui, plot, x, y, &x_scale, &y_scale);
    let places: Vec<Pos2> = points
        .iter()
        .map(|point| {
            pos2(
                plot.left() + plot.width() * x_scale.share(point.x),
                plot.bottom() - plot.height() * y_scale.share(point.y),
            )
        })
        .collect();
    marks(ui, plot, points, &places, classes, current);
    let near = nearest(&response, &places)?;
    let point = &points[near];
    let clicked = response.clicked();
    response.on_hover_ui_at_pointer(|ui| {
        let value =
            |axis: &Axis, value| format!("{}: {}", axis.title, text::value_with_unit(value, axis.decimals, &axis.unit));
        tooltip_lines(ui, &point.name, &[value(x, point.x), value(y, point.y)]);
    });
    clicked.then_some(point.area)
}

fn nearest(response: &Response, places: &[Pos2]) -> Option<usize> {
    let pointer = response.hover_pos()?;
    let distance = |at: &usize| places[*at].distance(pointer);
    (0..places.len()).min_by(|one, other| distance(one).total_cmp(&distance(other))).filter(|at| distance(at) < REACH)
}

fn marks(ui: &Ui, plot: Rect, points: &[Point], places: &[Pos2], classes: usize, current: Option<AreaId>) {
    let tokens = tokens(ui);
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by_key(|at| (Some(points[*at].area) == current, points[*at].member));
    for at in order {
        let (point, place) = (&points[at], places[at]);
        let fill = color32(tokens.palettes.need(point.class, classes));
        let is_current = Some(point.area) == current;
        let edge = match (is_current, point.member) {
            (true, _) => line(stroke::SELECTION, tokens.accent),
            (false, true) => line(stroke::OUTLINE, tokens.text),
            (false, false) => line(stroke::LINE, tokens.dot),
        };
        ui.painter().circle(place, if is_current { 6.5 } else { 5.0 }, fill, edge);
        if is_current {
            let right = place.x < plot.right() - 110.0;
            let (offset, align) = if right { (10.0, Align2::LEFT_CENTER) } else { (-10.0, Align2::RIGHT_CENTER) };
            paint::text(ui, place + vec2(offset, 0.0), align, &point.name, TypeStyle::SmallStrong, tokens.text);
        }
    }
}

fn grid(ui: &Ui, plot: Rect, x: &Axis, y: &Axis, x_scale: &Scale, y_scale: &Scale) {
    let tokens = tokens(ui);
    let painter = ui.painter();
    for tick in x_scale.ticks() {
        let at = (plot.left() + plot.width() * x_scale.share(tick)).floor() + 0.5;
        painter.vline(at, plot.y_range(), line(stroke::LINE, tokens.line_soft));
        let words = text::decimal(tick, x_scale.decimals);
        paint::text(ui, pos2(at, plot.bottom() + 10.0), Align2::CENTER_CENTER, &words, TypeStyle::Tiny, tokens.text2);
    }
    for tick in y_scale.ticks() {
        let at = (plot.bottom() - plot.height() * y_scale.share(tick)).floor() + 0.5;
        painter.hline(plot.x_range(), at, line(stroke::LINE, tokens.line_soft));
        let words = text::decimal(tick, y_scale.decimals);
        paint::text(ui, pos2(plot.left() - 8.0, at), Align2::RIGHT_CENTER, &words, TypeStyle::Tiny, tokens.text2);
    }
    painter.vline(plot.left() + 0.5, plot.y_range(), line(stroke::LINE, tokens.line_strong));
    painter.hline(plot.x_range(), plot.bottom() + 0.5, line(stroke::LINE, tokens.line_strong));
    if let Some(city) = x.city {
        let at = (plot.left() + plot.width() * x_scale.share(city)).floor() + 0.5;
        paint::dotted_vertical(painter, at, plot.top(), plot.bottom(), tokens.text2);
        let words = words::city_line(&text::decimal(city, x.decimals));
        let place = pos2(at + 4.0, plot.bottom() - 9.0);
        paint::text(ui, place, Align2::LEFT_CENTER, &words, TypeStyle::Tiny, tokens.text2);
    }
    if let Some(city) = y.city {
        let at = (plot.bottom() - plot.height() * y_scale.share(city)).floor() + 0.5;
        paint::dashed_horizontal(painter, plot.left(), plot.right(), at, tokens.text2);
        let words = words::city_line(&text::decimal(city, y.decimals));
        let place = pos2(plot.right(), at - 9.0);
        paint::text(ui, place, Align2::RIGHT_CENTER, &words, TypeStyle::Tiny, tokens.text2);
    }
    let below = pos2(plot.center().x, plot.bottom() + 28.0);
    paint::text(ui, below, Align2::CENTER_CENTER, &x.title, TypeStyle::Small, tokens.text);
    let above = pos2(plot.left() - 46.0, plot.top() - 16.0);
    let galley = paint::elided(ui, &y.title, TypeStyle::Small, tokens.text, plot.width() + 40.0);
    paint::put(ui, painter, above, Align2::LEFT_CENTER, galley);
}

/// A linear scale with round ticks.
struct Scale {
    from: f64,
    to: f64,
    step: f64,
    decimals: u8,
}

impl Scale {
    /// A scale around these values with a tick about every seventy points.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count of decimals")]
    fn over(values: impl Iterator<Item = f64>, length: f32) -> Scale {
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        let spread = if high > low { high - low } else { 1.0 };
        let wanted = spread / f64::from((length / 70.0).max(2.0));
        let magnitude = 10f64.powf(wanted.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|by| by * magnitude).find(|step| *step >= wanted);
        let step = step.unwrap_or(10.0 * magnitude);
        let (from, to) = ((low / step).floor() * step, (high / step).ceil() * step);
        let to = if to > from { to } else { from + step };
        Scale { from, to, step, decimals: (-step.log10().floor()).clamp(0.0, 6.0) as u8 }
    }

    #[expect(clippy::cast_possible_truncation, reason = "a position on the screen")]
    fn share(&self, value: f64) -> f32 {
        ((value - self.from) / (self.to - self.from)) as f32
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few ticks")]
    fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        let count = ((self.to - self.from) / self.step).round() as u32;
        (0..=count).map(|at| self.from + f64::from(at) * self.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_every_value() {
        let scale = Scale::over([9.3, 17.8].into_iter(), 420.0);
        let ticks: Vec<f64> = scale.ticks().collect();
        assert_eq!(ticks.first().copied(), Some(8.0));
        assert!(ticks.last().copied().unwrap() >= 17.8);
        assert!((0.0..=1.0).contains(&scale.share(9.3)) && (0.0..=1.0).contains(&scale.share(17.8)));
        assert_eq!(Scale::over([5.0, 5.0].into_iter(), 300.0).share(5.0), 0.0);
    }
}
