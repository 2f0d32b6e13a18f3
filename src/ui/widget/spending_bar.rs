//! What was spent of what was planned: a bar within a bar, what was granted as a mark.

use super::paint::{self, snap};
use super::style::{color32, line, tokens};
use crate::theme::{TypeStyle, space, stroke};
use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Half the height of the plan and of what was spent.
const PLANNED: f32 = 8.0;
const SPENT: f32 = 4.0;

/// Amounts in the unit of the axis that all bars of a table share; it begins at 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpendingBar {
    /// What the plan costs.
    pub planned: f64,
    /// What was granted.
    pub granted: f64,
    /// What was spent.
    pub spent: f64,
    /// End of the axis.
    pub most: f64,
}

/// A part of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpendingPart {
    /// Spent within the plan.
    Spent,
    /// Planned.
    Planned,
    /// Granted.
    Granted,
    /// Spent beyond the plan.
    Beyond,
}

/// Paints the bar into a cell.
pub fn paint_spending_bar(ui: &Ui, rect: Rect, bar: SpendingBar) {
    #[expect(clippy::cast_possible_truncation, reason = "positions on the screen")]
    let x = |value: f64| rect.left() + rect.width() * (value.max(0.0) / bar.most.max(f64::EPSILON)).min(1.0) as f32;
    let middle = rect.center().y.floor();
    let place = |from: f64, to: f64, half: f32| {
        Rect::from_min_max(pos2(x(from), middle - half), pos2(x(to).max(x(from) + 1.0), middle + half))
    };
    if bar.planned > 0.0 {
        paint_part(ui, place(0.0, bar.planned, PLANNED), SpendingPart::Planned);
    }
    if bar.spent > 0.0 {
        paint_part(ui, place(0.0, bar.spent.min(bar.planned), SPENT), SpendingPart::Spent);
    }
    if bar.spent > bar.planned {
        paint_part(ui, place(bar.planned, bar.spent, SPENT), SpendingPart::Beyond);
    }
    if bar.granted > 0.0 {
        let at = x(bar.granted);
        let mark = Rect::from_min_max(pos2(at - 1.0, middle - 11.0), pos2(at + 1.0, middle + 11.0));
        paint_part(ui, mark, SpendingPart::Granted);
    }
}

fn paint_part(ui: &Ui, rect: Rect, part: SpendingPart) {
    let (tokens, rect) = (tokens(ui), snap(ui, rect));
    match part {
        SpendingPart::Spent => drop(ui.painter().rect_filled(rect, 0.0, color32(tokens.point))),
        SpendingPart::Planned => {
            ui.painter().rect_filled(rect, 0.0, color32(tokens.interval));
            ui.painter().rect_stroke(rect, 0.0, line(stroke::LINE, tokens.interval_line), StrokeKind::Inside);
        }
        SpendingPart::Granted => drop(ui.painter().rect_filled(rect, 0.0, color32(tokens.text))),
        SpendingPart::Beyond => {
            paint::hatched_bar(ui.painter(), rect, tokens.surface, tokens.warn, Some(tokens.warn));
        }
    }
}

/// A sign of the legend with its word.
pub fn spending_legend(ui: &mut Ui, part: SpendingPart, word: &str) {
    let words = paint::galley(ui, word, TypeStyle::Small, tokens(ui).text2);
    let (rect, response) = ui.allocate_exact_size(vec2(14.0 + space::XS + words.size().x, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    let centre = pos2(rect.left() + 7.0, rect.center().y);
    let size = match part {
        SpendingPart::Spent | SpendingPart::Beyond => vec2(14.0, 2.0 * SPENT),
        SpendingPart::Planned => vec2(14.0, 12.0),
        SpendingPart::Granted => vec2(2.0, 16.0),
    };
    paint_part(ui, Rect::from_center_size(centre, size), part);
    let at = pos2(rect.left() + 14.0 + space::XS, rect.center().y);
    paint::put(ui, ui.painter(), at, Align2::LEFT_CENTER, words);
}
