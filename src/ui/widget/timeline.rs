//! Bars over quarters: tinted while planned, solid when agreed, a diamond where an interim check is due.

use super::paint::{self, snap};
use super::style::{color32, line, tokens};
use crate::domain::Quarter;
use crate::theme::{Color, TypeStyle, stroke};
use egui::{Align2, CornerRadius, Rect, Shape, StrokeKind, Ui, pos2, vec2};
use jiff::civil::Date;

/// The quarters that are shown, first and last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeAxis {
    /// First year, from its first quarter.
    pub first_year: i16,
    /// Last year, to its fourth quarter.
    pub last_year: i16,
}

/// How sure a bar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Planned: tinted.
    Planned,
    /// Agreed or decided: solid.
    Agreed,
}

impl TimeAxis {
    fn quarters(self) -> f32 {
        (f32::from(self.last_year - self.first_year) + 1.0) * 4.0
    }

    /// Left edge of the quarter that begins `number` quarters after the first year.
    fn x(self, rect: Rect, quarters: f32) -> f32 {
        rect.left() + rect.width() * (quarters / self.quarters()).clamp(0.0, 1.0)
    }

    fn position(self, quarter: Quarter) -> f32 {
        f32::from(quarter.year - self.first_year) * 4.0 + f32::from(quarter.quarter) - 1.0
    }

    #[expect(clippy::cast_possible_truncation, reason = "positions on the screen")]
    fn position_of(self, day: Date) -> f32 {
        (Quarter::position_of(day) - f64::from(self.first_year) * 4.0) as f32
    }

    /// Paints years and quarters into a table head.
    pub fn paint_head(self, ui: &Ui, rect: Rect) {
        let tokens = tokens(ui);
        let wide = rect.width() / self.quarters() > 11.0;
        for year in self.first_year..=self.last_year {
            let from = f32::from(year - self.first_year) * 4.0;
            let (left, right) = (self.x(rect, from), self.x(rect, from + 4.0));
            let middle = f32::midpoint(left, right);
            let y = if wide { rect.top() + 10.0 } else { rect.center().y };
            let color = tokens.text2;
            let words = if right - left > 34.0 { year.to_string() } else { format!("{:02}", year.rem_euclid(100)) };
            paint::text(ui, pos2(middle, y), Align2::CENTER_CENTER, &words, TypeStyle::SmallStrong, color);
            for quarter in (0..4_u8).filter(|_| wide) {
                let x = self.x(rect, from + f32::from(quarter) + 0.5);
                let words = (quarter + 1).to_string();
                paint::text(ui, pos2(x, rect.top() + 26.0), Align2::CENTER_CENTER, &words, TypeStyle::Tiny, color);
            }
        }
    }

    /// Paints the lines between years and the line of today into a cell; `today` counts years, e.g. 2026.9.
    #[expect(clippy::cast_possible_truncation, reason = "positions on the screen")]
    pub fn paint_ground(self, ui: &Ui, rect: Rect, today: Option<f64>) {
        let tokens = tokens(ui);
        for year in self.first_year..=self.last_year {
            let x = self.x(rect, f32::from(year - self.first_year) * 4.0).floor() + 0.5;
            ui.painter().vline(x, rect.y_range(), line(stroke::LINE, tokens.line_soft));
        }
        let years = today.map(|today| (today - f64::from(self.first_year)) as f32 * 4.0);
        if let Some(quarters) = years.filter(|quarters| (0.0..=self.quarters()).contains(quarters)) {
            let x = self.x(rect, quarters).floor() + 0.5;
            ui.painter().vline(x, rect.y_range(), line(stroke::LINE, tokens.accent));
        }
    }
}

/// Paints the bar of one measure into a cell, from the start of its first quarter to the end of its last, with a mark
/// on each day on which a check is due.
pub fn paint_bar(
    ui: &Ui,
    rect: Rect,
    axis: TimeAxis,
    span: (Quarter, Quarter),
    color: Color,
    certainty: Certainty,
    checks: &[Date],
) {
    let tokens = tokens(ui);
    let middle = rect.center().y.floor();
    let (left, right) = (axis.x(rect, axis.position(span.0)), axis.x(rect, axis.position(span.1) + 1.0));
    let bar = snap(ui, Rect::from_min_max(pos2(left, middle - 5.0), pos2(right.max(left + 3.0), middle + 6.0)));
    let round = CornerRadius::same(3);
    let fill = match certainty {
        Certainty::Planned => tokens.surface.mix(color, 0.25),
        Certainty::Agreed => color,
    };
    ui.painter().rect_filled(bar, round, color32(fill));
    ui.painter().rect_stroke(bar, round, line(stroke::LINE, color), StrokeKind::Inside);
    for check in checks {
        diamond(ui, pos2(axis.x(rect, axis.position_of(*check)), bar.center().y));
    }
}

/// The mark of an interim check.
pub fn diamond(ui: &Ui, center: egui::Pos2) {
    let tokens = tokens(ui);
    let points = [vec2(0.0, -5.0), vec2(5.0, 0.0), vec2(0.0, 5.0), vec2(-5.0, 0.0)].map(|corner| center + corner);
    let outline = line(stroke::LINE, tokens.text);
    ui.painter().add(Shape::convex_polygon(points.to_vec(), color32(tokens.surface), outline));
}
