//! The interval of a rank: track, dotted line at the border of the selection, bar, point mark. No rank without it.

use super::paint::{self, snap};
use super::style::{color32, line, tokens};
use crate::text::panel::widget as words;
use crate::theme::{TypeStyle, radius, stroke};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Painter, Rangef, Rect, Response, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// The ranks of one axis, shared by the bars of a table and its head.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankAxis {
    /// Last rank shown, usually the greatest upper end.
    pub last: u32,
    /// Border of the selection: the dotted line stands behind this rank.
    pub border: Option<u32>,
}

/// A rank with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankSpan {
    /// Point estimate; between two ranks where equal values share their mean.
    pub rank: f64,
    /// Lower end.
    pub low: u32,
    /// Upper end.
    pub high: u32,
}

impl RankAxis {
    #[expect(clippy::cast_precision_loss, reason = "ranks are small")]
    fn x(self, rect: Rect, rank: f32) -> f32 {
        let inner = rect.shrink2(vec2(4.0, 0.0));
        let share = (rank - 1.0) / (self.last.max(2) - 1) as f32;
        inner.left() + inner.width() * share.clamp(0.0, 1.0)
    }

    /// Paints the numbers of the axis into a table head: the ends, the border of the selection, then whatever fits.
    #[expect(clippy::cast_precision_loss, reason = "ranks are small")]
    pub fn paint_head(self, ui: &Ui, rect: Rect) {
        let color = tokens(ui).text2;
        let mut taken: Vec<Rangef> = Vec::new();
        for mark in self.marks() {
            let words = paint::galley(ui, &crate::text::count(mark), TypeStyle::SmallStrong, color);
            let at = pos2(self.x(rect, mark as f32), rect.bottom() - 10.0);
            let room = Rangef::point(at.x).expand(words.size().x / 2.0 + 1.5);
            if taken.iter().all(|taken| taken.intersection(room).span() <= 0.0) {
                paint::put(ui, ui.painter(), at, Align2::CENTER_CENTER, words);
                taken.push(room);
            }
        }
    }

    /// The numbers that the axis may show, most important first.
    fn marks(self) -> Vec<u32> {
        let step = [25, 50, 100, 250, 500, 1000].into_iter().find(|step| self.last / step <= 4);
        let round = step.map_or(0..0, |step| 1..self.last / step + 1).map(|times| times * step.unwrap_or(1));
        let all = [1, self.last].into_iter().chain(self.border).chain([5, 10]).chain(round);
        all.filter(|mark| *mark <= self.last).collect()
    }
}

/// Paints a bar into a cell; `None` is a hatch: no value.
#[expect(clippy::cast_precision_loss, reason = "ranks are small")]
pub fn paint_rank_bar(ui: &Ui, rect: Rect, axis: RankAxis, span: Option<RankSpan>, selected: bool) {
    let tokens = tokens(ui);
    let middle = rect.center().y.floor();
    let painter = ui.painter();
    let Some(span) = span else {
        let bar = Rect::from_min_max(pos2(rect.left(), middle - 4.0), pos2(rect.right(), middle + 4.0));
        paint::hatched_bar(painter, snap(ui, bar), tokens.nodata, tokens.hatch, None);
        return;
    };
    painter.hline(rect.x_range(), middle + 0.5, line(stroke::LINE, tokens.line));
    border_line(ui, painter, rect, axis);
    let half = 2.0;
    let (left, right) = (axis.x(rect, span.low as f32) - half, axis.x(rect, span.high as f32) + half);
    let bar = snap(ui, Rect::from_min_max(pos2(left, middle - 3.0), pos2(right, middle + 4.0)));
    let round = CornerRadius::same(radius::BAR);
    painter.rect_filled(bar, round, color32(tokens.interval));
    painter.rect_stroke(bar, round, line(stroke::LINE, tokens.interval_line), StrokeKind::Inside);
    if span.high > axis.last {
        let tip = pos2(rect.right(), middle);
        let arrow = vec![tip, tip + vec2(-5.0, -4.0), tip + vec2(-5.0, 4.0)];
        painter.add(egui::Shape::convex_polygon(arrow, color32(tokens.interval_line), egui::Stroke::NONE));
    }
    let x = axis.x(rect, span.rank as f32);
    let point = snap(ui, Rect::from_center_size(pos2(x, middle + 0.5), vec2(3.0, 11.0)));
    let color = if selected { tokens.accent } else { tokens.point };
    painter.rect_filled(point, 1.0, color32(color));
}

/// A single bar, e.g. in the head of a profile, named for screen readers.
pub fn rank_bar(ui: &mut Ui, size: Vec2, area: &str, axis: RankAxis, span: Option<RankSpan>) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let name =
        span.map_or_else(|| words::rank_missing(area), |span| words::rank_name(area, span.rank, span.low, span.high));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    paint_rank_bar(ui, rect, axis, span, true);
    response.on_hover_text(name)
}

#[expect(clippy::cast_precision_loss, reason = "ranks are small")]
fn border_line(ui: &Ui, painter: &Painter, rect: Rect, axis: RankAxis) {
    if let Some(border) = axis.border.filter(|border| *border < axis.last) {
        let x = axis.x(rect, border as f32 + 0.5).floor() + 0.5;
        paint::dotted_vertical(painter, x, rect.top(), rect.bottom(), tokens(ui).text2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn an_axis_of_many_ranks_has_marks_in_between() {
        let marks = |last| RankAxis { last, border: Some(13) }.marks();
        assert_eq!(marks(22), [1, 22, 13, 5, 10]);
        assert_eq!(marks(99), [1, 99, 13, 5, 10, 25, 50, 75]);
        assert_eq!(marks(8), [1, 8, 5]);
    }

    #[test]
    fn a_rank_is_heard_with_its_span() {
        let axis = RankAxis { last: 22, border: Some(13) };
        let harness = testing::harness((), move |ui, ()| {
            rank_bar(ui, vec2(120.0, 24.0), "Marten", axis, Some(RankSpan { rank: 5.0, low: 4, high: 6 }));
        });
        assert!(harness.query_by_label("Marten: Rang 5, 90-Prozent-Spanne 4 bis 6").is_some());
    }
}
