//! The head of a table: titles on one line or two, the mark of the order, an axis.

use super::column::{Align, Column, Sort};
use super::{DataTable, HEAD_LINE, PADDING, TableResponse, cell_place};
use crate::text::panel::widget as words;
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::paint::{self, snap};
use crate::ui::widget::style::{color32, line, tokens};
use egui::accesskit::{Role, SortDirection};
use egui::{Align2, CornerRadius, Rect, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

impl DataTable<'_> {
    pub(super) fn head(
        &self,
        ui: &mut Ui,
        area: Rect,
        places: &[(f32, f32)],
        offset: f32,
        response: &mut TableResponse,
    ) {
        let tokens = tokens(ui);
        let head = snap(ui, Rect::from_min_size(area.min, vec2(area.width(), self.head_height)));
        ui.painter().rect_filled(head, 0.0, color32(tokens.sunken));
        let rule = Rect::from_min_max(pos2(head.left(), head.bottom() - 1.0), head.max);
        ui.painter().rect_filled(rule, 0.0, color32(tokens.frame));
        for (at, column) in self.columns.iter().enumerate() {
            let (rect, clip) = cell_place(head, places, at, self.sticky, head.left() - offset);
            let Some(clip) = clip else { continue };
            let mut cell = ui.new_child(UiBuilder::new().id_salt(("head", at)).max_rect(rect));
            cell.set_clip_rect(clip.intersect(ui.clip_rect()));
            self.head_cell(&mut cell, rect, at, column, response);
        }
    }

    /// A title that is too long for one line stands on two where the head is high enough, broken between words.
    fn head_lines<'t>(&self, ui: &Ui, title: &'t str, column: &Column<'_>, room: f32) -> (Option<&'t str>, &'t str) {
        let color = tokens(ui).text2;
        let width = |words: &str| paint::galley(ui, words, TypeStyle::SmallStrong, color).size().x;
        if column.head.is_some() || self.head_height < 2.0 * HEAD_LINE || width(title) <= room {
            return (None, title);
        }
        let breaks = title.match_indices(' ').map(|(at, _)| (&title[..at], &title[at + 1..]));
        let fitting = breaks.rev().find(|(upper, _)| width(upper) <= room);
        fitting.map_or((None, title), |(upper, lower)| (Some(upper), lower))
    }

    fn head_cell(&self, ui: &mut Ui, rect: Rect, at: usize, column: &Column<'_>, response: &mut TableResponse) {
        let tokens = tokens(ui);
        let sense = if column.sortable { Sense::CLICK } else { Sense::hover() };
        let mouse = ui.interact(rect.intersect(ui.clip_rect()), self.id.with(("head", at)), sense);
        let title = column.head_text();
        mouse.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &title));
        if let Some(sort) = column.sort {
            ui.ctx().accesskit_node_builder(mouse.id, |node| {
                node.set_sort_direction(match sort {
                    Sort::Ascending => SortDirection::Ascending,
                    Sort::Descending => SortDirection::Descending,
                });
            });
        }
        if self.head_cursor(ui) == Some(at) && ui.memory(|memory| memory.has_focus(self.id.with("focus"))) {
            let ring = line(stroke::FOCUS, tokens.accent);
            ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, ring, StrokeKind::Inside);
        }
        if mouse.clicked() {
            response.sort = Some(at);
        }
        let mouse = if column.sortable { mouse.on_hover_text(words::SORT_HINT) } else { mouse };
        let inner = rect.shrink2(vec2(PADDING, 0.0));
        if let Some(head) = &column.head {
            head(ui, inner);
        }
        let color = if column.sortable && mouse.hovered() { tokens.accent } else { tokens.text2 };
        let mark = if column.sort.is_some() { 14.0 } else { 0.0 };
        let room = inner.width() - mark;
        let (upper, lower) = self.head_lines(ui, &title, column, room);
        let upper = upper.map(|words| paint::galley(ui, words, TypeStyle::SmallStrong, color));
        let galley = paint::elided(ui, lower, TypeStyle::SmallStrong, color, room);
        if galley.elided {
            mouse.on_hover_text(&title);
        }
        let inner = if column.head.is_some() {
            Rect::from_min_size(pos2(inner.left(), inner.top() + 1.0), vec2(inner.width(), 18.0))
        } else {
            inner.translate(vec2(0.0, if upper.is_some() { HEAD_LINE / 2.0 } else { 0.0 }))
        };
        if let Some(upper) = upper {
            let line = inner.translate(vec2(0.0, -HEAD_LINE));
            match column.align {
                Align::Left => paint::put(ui, ui.painter(), line.left_center(), Align2::LEFT_CENTER, upper),
                Align::Center => paint::put(ui, ui.painter(), line.center(), Align2::CENTER_CENTER, upper),
                Align::Right => {
                    paint::put(ui, ui.painter(), line.right_center() - vec2(mark, 0.0), Align2::RIGHT_CENTER, upper)
                }
            };
        }
        let place = match column.align {
            Align::Left => paint::put(ui, ui.painter(), inner.left_center(), Align2::LEFT_CENTER, galley),
            Align::Center => paint::put(ui, ui.painter(), inner.center(), Align2::CENTER_CENTER, galley),
            Align::Right => {
                paint::put(ui, ui.painter(), inner.right_center() - vec2(mark, 0.0), Align2::RIGHT_CENTER, galley)
            }
        };
        if let Some(sort) = column.sort {
            let center = pos2(place.right() + 8.0, place.center().y);
            paint::triangle(ui.painter(), center, sort == Sort::Ascending, tokens.text2);
        }
    }
}
