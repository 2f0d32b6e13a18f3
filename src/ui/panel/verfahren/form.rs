//! What the forms of the tabs have in common: pane, mark, removal, areas, lines of text.

use crate::domain::AreaId;
use crate::text::panel::verfahren::entries as words;
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::badge::{Tone, badge, badge_size, paint_badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Row, focus_list};
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::{color32, line, tokens};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{PanelCx, UiAction};
use egui::{Align2, Frame, Margin, Panel, ScrollArea, Ui, pos2, vec2};
use std::hash::Hash;

const WIDTH: f32 = 372.0;

/// The pane in which an entry is edited.
pub(super) fn pane(ui: &mut Ui, cx: &mut PanelCx, id: &'static str, show: impl FnOnce(&mut Ui, &mut PanelCx)) {
    let margin = Margin { left: 14, right: 6, top: 12, bottom: 12 };
    let frame = Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(margin);
    let width = WIDTH.min(ui.available_width() * 0.42);
    let pane = Panel::right(id).exact_size(width).resizable(false).show_separator_line(false);
    pane.frame(frame).show(ui, |ui| {
        let rect = ui.max_rect().expand2(vec2(14.0, 12.0));
        ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
        ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, |ui| {
            paint::within_width(ui, ui.available_width() - 8.0, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                show(ui, cx);
            });
        });
    });
}

/// Height of rows whose words may take two lines: sentences that begin alike are told apart by their end.
pub(super) const TWO_LINES: f32 = 40.0;
/// The same for three lines.
pub(super) const THREE_LINES: f32 = 58.0;

/// Words of a cell on at most two lines; an invented entry carries its mark at the right.
pub(super) fn two_lines(row: &mut Row<'_>, words: &str, style: TypeStyle, demonstration: bool) {
    on_lines(row, words, (style, 2), demonstration);
}

/// Words of a cell on at most three lines.
pub(super) fn three_lines(row: &mut Row<'_>, words: &str, style: TypeStyle) {
    on_lines(row, words, (style, 3), false);
}

fn on_lines(row: &mut Row<'_>, words: &str, (style, lines): (TypeStyle, usize), demonstration: bool) {
    let style = if row.is_selected() && style == TypeStyle::Body { TypeStyle::BodyStrong } else { style };
    row.paint(words, |ui, rect| {
        let mark = if demonstration { badge_size(ui, icon::FLASK, "").x + 8.0 } else { 0.0 };
        let galley = paint::clamped(ui, words, style, tokens(ui).text, rect.width() - mark, lines);
        paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
        if demonstration {
            paint_badge(ui, pos2(rect.right() - mark + 8.0, rect.center().y), Tone::Warn, icon::FLASK, "");
        }
    });
}

/// Mark of an invented entry.
pub(super) fn example(ui: &mut Ui, demonstration: bool) {
    if demonstration {
        badge(ui, Tone::Warn, icon::FLASK, words::EXAMPLE).on_hover_text(words::EXAMPLE_HINT);
    }
}

/// Why nothing can be changed.
pub(super) fn locked(cx: &PanelCx) -> Option<&'static str> {
    cx.disabled_reason(UiAction::NewEntry)
}

/// The button below a form; returns whether it was clicked.
pub(super) fn remove(ui: &mut Ui, words: &str, reason: Option<&str>) -> bool {
    ui.add_space(4.0);
    label::rule(ui);
    let clicked = Button::ghost(words).icon(icon::TRASH).compact().disabled_reason(reason).show(ui).clicked();
    if clicked {
        focus_list(ui.ctx());
    }
    clicked
}

/// A text field that writes into `value`, for what an entry cannot be without.
pub(super) fn needed(
    ui: &mut Ui,
    name: &str,
    of: impl Hash + std::fmt::Debug,
    rows: usize,
    reason: Option<&str>,
    value: &mut String,
) {
    write_into(ui, Field::new(name, of).never_empty(), rows, reason, value);
}

/// A text field that writes into `value`.
pub(super) fn text(
    ui: &mut Ui,
    name: &str,
    of: impl Hash + std::fmt::Debug,
    rows: usize,
    reason: Option<&str>,
    value: &mut String,
) {
    write_into(ui, Field::new(name, of), rows, reason, value);
}

fn write_into(ui: &mut Ui, field: Field, rows: usize, reason: Option<&str>, value: &mut String) {
    if let Edit::Set(entered) = field.rows(rows).disabled_reason(reason).show_text(ui, value) {
        *value = entered;
    }
}

/// A list with an entry per line.
pub(super) fn lines(
    ui: &mut Ui,
    (name, note): (&str, &str),
    of: impl Hash + std::fmt::Debug,
    rows: usize,
    reason: Option<&str>,
    value: &mut Vec<String>,
) {
    let field = Field::new(name, of).rows(rows).note(note).disabled_reason(reason);
    if let Edit::Set(entered) = field.show_text(ui, &value.join("\n")) {
        *value = entered.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    }
}

/// Name of an area, or the words for all of them.
pub(super) fn area_name<'a>(cx: &PanelCx<'a>, area: Option<AreaId>) -> &'a str {
    match area {
        Some(area) => cx.snapshot.data.area(area).map_or("", |area| area.name.as_str()),
        None => words::ALL_AREAS,
    }
}

/// The choice of an area or none; returns the newly chosen one.
pub(super) fn area_combo(
    ui: &mut Ui,
    cx: &PanelCx,
    areas: &[AreaId],
    current: Option<AreaId>,
) -> Option<Option<AreaId>> {
    let known = std::iter::once(None).chain(areas.iter().copied().map(Some));
    let choices: Vec<(Option<AreaId>, &str)> = known.map(|area| (area, area_name(cx, area))).collect();
    let width = ui.available_width();
    Combo::new(words::AREA).with_label().width(width).disabled_reason(locked(cx)).show(ui, Some(&current), &choices)
}
