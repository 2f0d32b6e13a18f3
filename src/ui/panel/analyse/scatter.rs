//! Two indicators against each other: one point per area, the city as dashed lines, the line of least squares, a frame
//! that selects.

use crate::analysis::structure::Regression;
use crate::domain::AreaId;
use crate::text::{self, panel::analyse as words};
use crate::theme::{Color, TypeStyle, stroke};
use crate::ui::widget::choice::tooltip_lines;
use crate::ui::widget::paint;
use crate::ui::widget::style::{color32, line, tokens};
use egui::{Align2, EventFilter, Key, Pos2, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};
use std::collections::BTreeSet;

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
    /// Colour of its class; none where the legend has filtered it out.
    pub color: Option<Color>,
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

/// What is drawn besides the points.
pub struct Scatter<'a> {
    /// Areas with both values.
    pub points: &'a [Point],
    /// Across.
    pub x: Axis,
    /// Up.
    pub y: Axis,
    /// The current area.
    pub current: Option<AreaId>,
    /// The selected set.
    pub chosen: &'a BTreeSet<AreaId>,
    /// The area that is pointed at in another view.
    pub pointed_at: Option<AreaId>,
    /// The line of least squares.
    pub line: Option<Regression>,
}

/// What was done to the scatter.
#[derive(Default)]
pub struct Done {
    /// The area that was clicked or reached by keyboard.
    pub selected: Option<AreaId>,
    /// The area that joins or leaves the selected set.
    pub toggled: Option<AreaId>,
    /// The areas inside of a frame that was drawn.
    pub framed: Option<BTreeSet<AreaId>>,
    /// The area under the pointer.
    pub hovered: Option<AreaId>,
}

impl Scatter<'_> {
    /// Draws the scatter into what is left.
    pub fn show(&self, ui: &mut Ui) -> Done {
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
        let name = words::scatter(&self.x.title, &self.y.title);
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::List, true, &name));
        let plot = Rect::from_min_max(rect.min + vec2(58.0, 30.0), rect.max - vec2(20.0, 42.0));
        let mut done = Done::default();
        if self.points.is_empty() || plot.width() < 60.0 || plot.height() < 40.0 {
            return done;
        }
        let x_scale = Scale::over(self.points.iter().map(|point| point.x).chain(self.x.city), plot.width());
        let y_scale = Scale::over(self.points.iter().map(|point| point.y).chain(self.y.city), plot.height());
        grid(ui, plot, &self.x, &self.y, &x_scale, &y_scale);
        if let Some(found) = self.line {
            regression(ui, plot, found, &x_scale, &y_scale);
        }
        let place = |point: &Point| {
            let across = plot.width() * x_scale.share(point.x);
            pos2(plot.left() + across, plot.bottom() - plot.height() * y_scale.share(point.y))
        };
        let places: Vec<Pos2> = self.points.iter().map(place).collect();
        let near = nearest(&response, &places);
        let pointed = near.map(|at| self.points[at].area).or(self.pointed_at);
        self.marks(ui, plot, &places, pointed);
        self.names(ui, &response, &places);
        done.framed = self.frame(ui, &response, plot, &places);
        self.keys(ui, &response, &mut done);
        if response.clicked() {
            response.request_focus();
        }
        paint::focus_ring(ui, &response, rect.shrink(4.0));
        let Some(near) = near else { return done };
        let point = &self.points[near];
        done.hovered = Some(point.area);
        if response.clicked() {
            let joins = ui.input(|input| input.modifiers.command || input.modifiers.shift);
            *if joins { &mut done.toggled } else { &mut done.selected } = Some(point.area);
        }
        response.on_hover_ui_at_pointer(|ui| {
            let value = |axis: &Axis, value| {
                format!("{}: {}", axis.title, text::value_with_unit(value, axis.decimals, &axis.unit))
            };
            tooltip_lines(ui, &point.name, &[value(&self.x, point.x), value(&self.y, point.y)]);
        });
        done
    }

    /// What a screen reader hears of each point.
    fn names(&self, ui: &Ui, response: &Response, places: &[Pos2]) {
        for (point, place) in self.points.iter().zip(places) {
            let item = ui.interact(
                Rect::from_center_size(*place, vec2(2.0, 2.0)),
                response.id.with(point.area),
                Sense::hover(),
            );
            item.widget_info(|| {
                let value = |axis: &Axis, value| text::value_with_unit(value, axis.decimals, &axis.unit);
                let (x, y) = (value(&self.x, point.x), value(&self.y, point.y));
                let name = words::scatter_point(&point.name, &x, &y, self.chosen.contains(&point.area));
                WidgetInfo::labeled(egui::accesskit::Role::ListItem, true, name)
            });
        }
    }

    /// Draws the frame that is being drawn out; the areas in it once it is let go.
    fn frame(&self, ui: &Ui, response: &Response, plot: Rect, places: &[Pos2]) -> Option<BTreeSet<AreaId>> {
        // In the pass in which the button is let go the pointer no longer knows where it was pressed.
        let kept = response.id.with("frame");
        if response.drag_started()
            && let Some(origin) = ui.input(|input| input.pointer.press_origin())
        {
            ui.data_mut(|data| data.insert_temp(kept, origin));
        }
        let origin = ui.data(|data| data.get_temp::<Pos2>(kept));
        let (from, to) = origin.zip(response.interact_pointer_pos())?;
        let frame = Rect::from_two_pos(from, to).intersect(plot.expand(8.0));
        if response.dragged() {
            let tokens = tokens(ui);
            ui.painter().rect_filled(frame, 0.0, color32(tokens.accent.with_alpha(28)));
            ui.painter().rect_stroke(frame, 0.0, line(stroke::LINE, tokens.accent), egui::StrokeKind::Inside);
        }
        if !response.drag_stopped() {
            return None;
        }
        let inside = self.points.iter().zip(places).filter(|(_, place)| frame.contains(**place));
        let inside: BTreeSet<AreaId> = inside.map(|(point, _)| point.area).collect();
        let adds = ui.input(|input| input.modifiers.command || input.modifiers.shift);
        Some(if adds { self.chosen.union(&inside).copied().collect() } else { inside })
    }

    /// Left and right walk along the values across, up and down along those upwards; Leertaste toggles.
    fn keys(&self, ui: &Ui, response: &Response, done: &mut Done) {
        if !response.has_focus() {
            return;
        }
        let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        if ui.input(|input| input.key_pressed(Key::Space)) {
            done.toggled = self.current.filter(|area| self.points.iter().any(|point| point.area == *area));
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let (along_x, step) = if pressed(Key::ArrowRight) {
            (true, 1)
        } else if pressed(Key::ArrowLeft) {
            (true, -1)
        } else if pressed(Key::ArrowUp) {
            (false, 1)
        } else if pressed(Key::ArrowDown) {
            (false, -1)
        } else {
            return;
        };
        done.selected = neighbour(self.points, self.current, along_x, step);
    }

    fn marks(&self, ui: &Ui, plot: Rect, places: &[Pos2], pointed: Option<AreaId>) {
        let tokens = tokens(ui);
        let rank = |point: &Point| {
            (
                Some(point.area) == self.current,
                Some(point.area) == pointed,
                self.chosen.contains(&point.area),
                point.member,
            )
        };
        let mut order: Vec<usize> = (0..self.points.len()).collect();
        order.sort_by_key(|at| rank(&self.points[*at]));
        for at in order {
            let (point, place) = (&self.points[at], places[at]);
            let (is_current, is_pointed, is_chosen, _) = rank(point);
            let fill = color32(point.color.unwrap_or(tokens.surface));
            let edge = match (is_current || is_chosen, point.member || is_pointed) {
                (true, _) => line(if is_current { stroke::SELECTION } else { stroke::FOCUS }, tokens.accent),
                (false, true) => line(stroke::OUTLINE, tokens.text),
                (false, false) => line(stroke::LINE, tokens.dot),
            };
            let radius = if is_current || is_pointed { 6.5 } else { 5.0 };
            ui.painter().circle(place, radius, fill, edge);
            if is_current || is_pointed {
                let right = place.x < plot.right() - 110.0;
                let (offset, align) = if right { (10.0, Align2::LEFT_CENTER) } else { (-10.0, Align2::RIGHT_CENTER) };
                paint::text(ui, place + vec2(offset, 0.0), align, &point.name, TypeStyle::SmallStrong, tokens.text);
            }
        }
    }
}

fn nearest(response: &Response, places: &[Pos2]) -> Option<usize> {
    let pointer = response.hover_pos()?;
    let distance = |at: &usize| places[*at].distance(pointer);
    (0..places.len()).min_by(|one, other| distance(one).total_cmp(&distance(other))).filter(|at| distance(at) < REACH)
}

/// The next point along one axis; the first one from nowhere.
fn neighbour(points: &[Point], from: Option<AreaId>, along_x: bool, step: isize) -> Option<AreaId> {
    let mut order: Vec<&Point> = points.iter().collect();
    let value = |point: &Point| if along_x { point.x } else { point.y };
    order.sort_by(|a, b| value(a).total_cmp(&value(b)).then(a.area.cmp(&b.area)));
    let Some(at) = order.iter().position(|point| Some(point.area) == from) else {
        return order.first().map(|point| point.area);
    };
    order.get(at.checked_add_signed(step)?).map(|point| point.area)
}

/// The line of least squares, as far as it stays in the plot.
fn regression(ui: &Ui, plot: Rect, found: Regression, x: &Scale, y: &Scale) {
    let painter = ui.painter().with_clip_rect(plot);
    let place = |value: f64| {
        pos2(plot.left() + plot.width() * x.share(value), plot.bottom() - plot.height() * y.share(found.at(value)))
    };
    painter.line_segment([place(x.from), place(x.to)], line(stroke::OUTLINE, tokens(ui).text3));
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
    fn arrows_walk_along_an_axis_and_stop_at_its_end() {
        let point = |area, x, y| Point { area: AreaId(area), name: String::new(), x, y, color: None, member: false };
        let points = [point(1, 1.0, 9.0), point(2, 2.0, 3.0), point(3, 3.0, 5.0)];
        assert_eq!(neighbour(&points, Some(AreaId(1)), true, 1), Some(AreaId(2)));
        assert_eq!(neighbour(&points, Some(AreaId(2)), false, 1), Some(AreaId(3)));
        assert_eq!(neighbour(&points, Some(AreaId(1)), false, 1), None);
        assert_eq!(neighbour(&points, None, true, 1), Some(AreaId(1)));
    }

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
