//! A state in a word with an icon, never a colour alone.

use super::paint::{self, snap};
use super::style::{color32, tokens};
use crate::theme::{Color, Tokens, TypeStyle, radius, space};
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Response, Sense, Ui, WidgetInfo, pos2, vec2};

const HEIGHT: f32 = 20.0;
const ICON: f32 = 13.0;

/// What a state means for the planner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to do.
    Neutral,
    /// The program's own mark: draft, bound.
    Accent,
    /// Done, covered.
    Ok,
    /// To know.
    Info,
    /// To look at.
    Warn,
    /// To settle.
    Err,
}

impl Tone {
    /// Colour of words and icon.
    pub fn text(self, tokens: &Tokens) -> Color {
        match self {
            Tone::Neutral => tokens.text2,
            Tone::Accent => tokens.accent,
            Tone::Ok => tokens.ok,
            Tone::Info => tokens.info,
            Tone::Warn => tokens.warn,
            Tone::Err => tokens.err,
        }
    }

    /// Colour of the ground.
    pub fn ground(self, tokens: &Tokens) -> Color {
        match self {
            Tone::Neutral => tokens.track,
            Tone::Accent => tokens.selected,
            Tone::Ok => tokens.ok_bg,
            Tone::Info => tokens.info_bg,
            Tone::Warn => tokens.warn_bg,
            Tone::Err => tokens.err_bg,
        }
    }
}

/// Shows a badge; leave the icon empty where the word is enough.
pub fn badge(ui: &mut Ui, tone: Tone, icon: &str, word: &str) -> Response {
    let size = badge_size(ui, icon, word);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    paint_badge(ui, rect.left_center(), tone, icon, word);
    response
}

/// Width and height of a badge.
pub fn badge_size(ui: &Ui, icon: &str, word: &str) -> egui::Vec2 {
    let icon = if icon.is_empty() { 0.0 } else { ICON + space::XS };
    let words = paint::galley(ui, word, TypeStyle::Small, tokens(ui).text).size().x;
    vec2((words + icon + 2.0 * space::S).ceil(), HEIGHT)
}

/// Paints a badge into a table cell; the cell carries the words for screen readers.
pub fn paint_badge(ui: &Ui, left_center: egui::Pos2, tone: Tone, icon: &str, word: &str) {
    let tokens = tokens(ui);
    let rect = snap(ui, Align2::LEFT_CENTER.anchor_size(left_center, badge_size(ui, icon, word)));
    ui.painter().rect_filled(rect, CornerRadius::same(radius::BADGE), color32(tone.ground(tokens)));
    let mut x = rect.left() + space::S;
    if !icon.is_empty() {
        paint::icon(ui, pos2(x + ICON / 2.0, rect.center().y), icon, ICON, tone.text(tokens));
        x += ICON + space::XS;
    }
    paint::text(ui, pos2(x, rect.center().y), Align2::LEFT_CENTER, word, TypeStyle::Small, tone.text(tokens));
}

/// A count on a rail entry: open notices.
pub fn count_badge(ui: &Ui, right_center: egui::Pos2, count: usize) {
    count_box(ui, (Align2::RIGHT_CENTER, right_center), count, TypeStyle::SmallStrong, vec2(10.0, 18.0));
}

/// The same, smaller, where the words of the entry leave no room beside them: it stands above their end.
pub fn corner_badge(ui: &Ui, right_top: egui::Pos2, count: usize) {
    count_box(ui, (Align2::RIGHT_TOP, right_top), count, TypeStyle::Tiny, vec2(6.0, 12.0));
}

/// Width of a count on a rail entry.
pub fn count_badge_width(ui: &Ui, count: usize) -> f32 {
    (paint::galley(ui, &count.to_string(), TypeStyle::SmallStrong, tokens(ui).warn).size().x + 10.0).max(16.0)
}

/// `frame` is the room beside the number and the height.
fn count_box(ui: &Ui, (align, at): (Align2, egui::Pos2), count: usize, style: TypeStyle, frame: egui::Vec2) {
    let tokens = tokens(ui);
    let words = paint::galley(ui, &count.to_string(), style, tokens.warn);
    let size = vec2((words.size().x + frame.x).max(frame.y - 2.0), frame.y);
    let rect = snap(ui, align.anchor_size(at, size));
    ui.painter().rect_filled(rect, CornerRadius::same(radius::BADGE), color32(tokens.warn_bg));
    paint::put(ui, ui.painter(), rect.center(), Align2::CENTER_CENTER, words);
}

/// The tile of a Handlungsfeld: its letter on its colour. `field` counts Arbeit, Kinder, Zusammenhalt.
pub fn field_tile(ui: &Ui, center: egui::Pos2, field: crate::domain::Handlungsfeld) {
    let tokens = tokens(ui);
    let color = handlungsfeld_color(tokens, field);
    let rect = snap(ui, egui::Rect::from_center_size(center, vec2(18.0, 18.0)));
    ui.painter().rect_filled(rect, CornerRadius::same(radius::BADGE), color32(color));
    let letter = field.letter().to_string();
    paint::text(ui, rect.center(), Align2::CENTER_CENTER, &letter, TypeStyle::SmallStrong, color.readable_on());
}

/// The colour of a Handlungsfeld.
pub fn handlungsfeld_color(tokens: &Tokens, field: crate::domain::Handlungsfeld) -> Color {
    use crate::domain::Handlungsfeld;
    match field {
        Handlungsfeld::Arbeit => tokens.field_arbeit,
        Handlungsfeld::Kinder => tokens.field_kinder,
        Handlungsfeld::Zusammenhalt => tokens.field_zusammenhalt,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::{icon, testing};
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn a_badge_is_known_by_its_word() {
        let harness = testing::harness((), |ui, ()| {
            badge(ui, Tone::Warn, icon::WARNING, "Lücke");
        });
        assert!(harness.query_by_value("Lücke").is_some() || harness.query_by_label("Lücke").is_some());
    }
}
