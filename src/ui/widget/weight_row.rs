//! The weight of one indicator: swatch of its theme, name, slider, number field, lock.

use super::button::Button;
use super::field::Field;
use super::icon;
use super::paint::{self, snap};
use super::style::{color32, line, tokens};
use crate::text::panel::widget as words;
use crate::theme::{Color, TypeStyle, space, stroke};
use egui::accesskit::Role;
use egui::{Align2, EventFilter, Key, Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// What was done to a weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WeightEdit {
    /// While the slider is being dragged: show it, do not store it yet.
    Previewed(f64),
    /// Set to this percentage: store it.
    Set(f64),
    /// Locked or unlocked.
    Locked(bool),
}

/// The room may print as more than it is.
const HALF_OF_THE_LAST_PLACE: f64 = 0.05;

/// One row; weights are in percent of the sum, from 0 to `most`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightRow<'a> {
    /// Name of the indicator.
    pub name: &'a str,
    /// Colour of its theme.
    pub swatch: Color,
    /// Weight in percent.
    pub percent: f64,
    /// Right end of the slider in percent.
    pub most: f64,
    /// What locked weights leave, in percent; 100 where none is locked.
    pub room: f64,
    /// Whether all other weights are locked: then there is nothing to give or to take.
    pub alone: bool,
    /// Whether it keeps its weight when others change; `None` shows no lock.
    pub locked: Option<bool>,
}

impl WeightRow<'_> {
    /// Shows the row over the whole width, 24 high, or 32 where the name takes two lines.
    pub fn show(self, ui: &mut Ui) -> Option<WeightEdit> {
        let tokens = tokens(ui);
        let mut edit = None;
        ui.push_id(("weight", self.name), |ui| {
            ui.spacing_mut().interact_size.y = 24.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let lock = if self.locked.is_some() { 30.0 } else { 0.0 };
                let slider = if ui.available_width() < 360.0 { 70.0 } else { 100.0 };
                let label = (ui.available_width() - slider - 56.0 - lock - 2.0 * space::S).max(60.0);
                let galley = paint::on_two_lines(ui, self.name, TypeStyle::Small, tokens.text, label - 20.0);
                let height = if galley.rows.len() > 1 { 32.0 } else { 24.0 };
                let (rect, response) = ui.allocate_exact_size(vec2(label, height), Sense::hover());
                let square = Rect::from_center_size(rect.left_center() + vec2(6.0, 0.0), vec2(12.0, 12.0));
                let square = snap(ui, square);
                ui.painter().rect_filled(square, 0.0, color32(self.swatch));
                ui.painter().rect_stroke(square, 0.0, line(stroke::LINE, tokens.cat_line), StrokeKind::Inside);
                let elided = galley.elided;
                paint::put(ui, ui.painter(), pos2(rect.left() + 18.0, rect.center().y), Align2::LEFT_CENTER, galley);
                if elided {
                    response.on_hover_text(self.name);
                }
                edit = self.slider(ui, slider);
                let field = words::weight(self.name);
                let entered = Field::new(&field, self.name).hide_label().compact().width(56.0);
                let locked = self.locked == Some(true);
                let others = self.alone.then_some(words::OTHERS_LOCKED);
                let entered = entered.disabled_reason(locked.then_some(words::UNLOCK_FIRST).or(others));
                // What is not there cannot be given: refused beside the field, the weight stays as it is.
                let entered = entered.show_where(ui, Some(self.percent), 1, |percent| {
                    let fits = (0.0..=self.room + HALF_OF_THE_LAST_PLACE).contains(&percent);
                    fits.then_some(()).ok_or_else(|| words::weight_within(self.room))
                });
                if let Some(percent) = entered.set() {
                    edit = Some(WeightEdit::Set(percent.min(self.room)));
                }
                if let Some(locked) = self.locked {
                    let (icon, name) = if locked {
                        (icon::LOCK_SIMPLE, words::unlock(self.name))
                    } else {
                        (icon::LOCK_SIMPLE_OPEN, words::lock(self.name))
                    };
                    if Button::icon_only(icon, &name).compact().selected(locked).show(ui).clicked() {
                        edit = Some(WeightEdit::Locked(!locked));
                    }
                }
            });
        });
        edit
    }

    #[expect(clippy::cast_possible_truncation, reason = "positions on the screen")]
    fn slider(&self, ui: &mut Ui, width: f32) -> Option<WeightEdit> {
        let tokens = tokens(ui);
        let locked = self.locked == Some(true);
        let fixed = locked || self.alone;
        let sense = if fixed { Sense::hover() } else { Sense::click_and_drag() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), sense);
        let name = words::weight_name(self.name, self.percent, locked);
        response.widget_info(|| WidgetInfo::slider(!fixed, self.percent, &name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Slider);
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(self.most);
        });
        let rail = Rect::from_center_size(rect.center(), vec2(width - 14.0, 4.0));
        let edit = self.keys(ui, &response).or_else(|| self.drag(&response, rail));
        let shown = match edit {
            Some(WeightEdit::Previewed(percent) | WeightEdit::Set(percent)) => percent,
            Some(WeightEdit::Locked(_)) | None => self.percent,
        };
        let share = (shown / self.most.max(f64::EPSILON)).clamp(0.0, 1.0) as f32;
        let knob = pos2(rail.left() + rail.width() * share, rail.center().y);
        let color = if fixed { tokens.disabled } else { tokens.accent };
        ui.painter().rect_filled(rail, 2.0, color32(tokens.track));
        ui.painter().rect_stroke(rail, 2.0, line(stroke::LINE, tokens.frame), StrokeKind::Inside);
        ui.painter().rect_filled(rail.with_max_x(knob.x), 2.0, color32(color));
        ui.painter().circle(knob, 6.0, color32(tokens.surface), line(2.0, color));
        if response.has_focus() {
            ui.painter().circle_stroke(knob, 9.0, line(stroke::FOCUS, tokens.accent));
        }
        edit
    }

    fn drag(&self, response: &Response, rail: Rect) -> Option<WeightEdit> {
        if !(response.dragged() || response.drag_stopped() || response.clicked()) {
            return None;
        }
        let pointer = response.interact_pointer_pos()?;
        let share = ((pointer.x - rail.left()) / rail.width()).clamp(0.0, 1.0);
        let percent = (f64::from(share) * self.most * 2.0).round() / 2.0;
        Some(if response.dragged() { WeightEdit::Previewed(percent) } else { WeightEdit::Set(percent) })
    }

    /// ←/→ by 0.5, with Umschalt by 5, Pos1 to 0.
    fn keys(&self, ui: &Ui, response: &Response) -> Option<WeightEdit> {
        if !response.has_focus() {
            return None;
        }
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        ui.input(|input| {
            let step = if input.modifiers.shift { 5.0 } else { 0.5 };
            let to = |percent: f64| Some(WeightEdit::Set(percent.clamp(0.0, self.most)));
            if input.key_pressed(Key::ArrowRight) {
                to(self.percent + step)
            } else if input.key_pressed(Key::ArrowLeft) {
                to(self.percent - step)
            } else if input.key_pressed(Key::Home) {
                to(0.0)
            } else {
                None
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn arrows_change_a_weight_by_half_a_point() {
        let mut harness = testing::harness(12.5, |ui, percent| {
            let row = WeightRow {
                name: "SGB-II-Quote",
                swatch: Color::rgb(0),
                percent: *percent,
                most: 50.0,
                room: 100.0,
                alone: false,
                locked: Some(false),
            };
            if let Some(WeightEdit::Set(set)) = row.show(ui) {
                *percent = set;
            }
        });
        harness.get_by_label("Gewicht SGB-II-Quote, 12,5 Prozent, gesperrt nein").focus();
        harness.run();
        harness.key_press(Key::ArrowRight);
        harness.run();
        assert!((harness.state() - 13.0).abs() < 1e-9);
    }

    #[test]
    fn a_weight_beyond_what_there_is_is_refused_beside_the_field_and_the_old_one_stays() {
        let mut harness = testing::harness(12.5, |ui, percent| {
            let row = WeightRow {
                name: "SGB-II-Quote",
                swatch: Color::rgb(0),
                percent: *percent,
                most: 50.0,
                room: 70.0,
                alone: false,
                locked: Some(false),
            };
            if let Some(WeightEdit::Set(set)) = row.show(ui) {
                *percent = set;
            }
        });
        for (typed, then) in [("150", 12.5), ("70", 70.0)] {
            let field = words::weight("SGB-II-Quote");
            harness.get_by_role_and_label(Role::TextInput, &field).focus();
            harness.run();
            harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
            harness.get_by_role_and_label(Role::TextInput, &field).type_text(typed);
            harness.run();
            harness.key_press(Key::Enter);
            harness.run();
            assert!((harness.state() - then).abs() < 1e-9, "{typed}");
            assert_eq!(harness.query_by_label(&words::weight_within(70.0)).is_some(), typed == "150");
        }
    }
}
