//! The rail: places in groups, settings and help at its foot. Arrow keys move, Enter opens.

use crate::programme::Severity;
use crate::text::panel::shell as words;
use crate::theme::{TypeStyle, radius, stroke};
use crate::ui::widget::badge::{corner_badge, count_badge, count_badge_width};
use crate::ui::widget::icon;
use crate::ui::widget::style::{color32, font};
use crate::ui::{Intent, PanelCx, Section, SettingChange, UiAction, section_label};
use egui::{Align2, CornerRadius, Frame, Margin, Panel, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const WIDE: f32 = 184.0;
const NARROW: f32 = 48.0;
const ROW: f32 = 33.0;

/// Draws the rail.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, current: Section, narrow: bool) {
    let frame =
        Frame::NONE.fill(color32(cx.tokens.chrome)).inner_margin(Margin { left: 0, right: 8, top: 8, bottom: 8 });
    Panel::left("rail")
        .exact_size(if narrow { NARROW } else { WIDE })
        .resizable(false)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let edge = ui.max_rect().right() + 7.5;
            let line = crate::ui::widget::style::line(stroke::LINE, cx.tokens.line);
            ui.painter().with_clip_rect(ui.ctx().content_rect()).vline(edge, ui.max_rect().expand(8.0).y_range(), line);
            for (at, group) in Section::RAIL.into_iter().enumerate() {
                if at > 0 {
                    separator(ui, cx);
                }
                for section in group {
                    place(ui, cx, *section, current, narrow);
                }
            }
            let foot = 3.0 * ROW;
            ui.add_space((ui.available_height() - foot).max(8.0));
            for section in Section::FOOT {
                place(ui, cx, section, current, narrow);
            }
            let (label, symbol) = if narrow {
                (words::WIDE_RAIL, icon::SIDEBAR_SIMPLE)
            } else {
                (words::NARROW_RAIL, icon::SIDEBAR_SIMPLE)
            };
            if entry(ui, cx, symbol, label, false, narrow, None).clicked() {
                cx.outbox.push(Intent::Setting(SettingChange::NarrowRail(!narrow)));
            }
        });
}

fn separator(ui: &mut Ui, cx: &PanelCx) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 13.0), Sense::hover());
    let line = crate::ui::widget::style::line(stroke::LINE, cx.tokens.line);
    ui.painter().hline(rect.left() + 12.0..=rect.right(), rect.center().y.round() + 0.5, line);
}

fn place(ui: &mut Ui, cx: &mut PanelCx, section: Section, current: Section, narrow: bool) {
    let response =
        entry(ui, cx, section_icon(section), section_label(section), section == current, narrow, badge(cx, section));
    let shortcut = UiAction::GoTo(section).shortcut_text();
    if response.clicked() {
        cx.outbox.go_to(section);
    }
    let tip = if shortcut.is_empty() {
        section_label(section).to_owned()
    } else {
        format!("{} ({shortcut})", section_label(section))
    };
    response.on_hover_text(tip);
}

/// Number of open notices of a place.
fn badge(cx: &PanelCx, section: Section) -> Option<usize> {
    let number = match section {
        Section::Handlungsprogramm => cx
            .derived
            .programme
            .value
            .as_deref()
            .map_or(0, |view| view.checks.iter().filter(|check| check.severity == Severity::Error).count()),
        Section::Verfahren => cx.snapshot.verfahren.overdue(cx.today),
        _ => 0,
    };
    (number > 0).then_some(number)
}

fn entry(
    ui: &mut Ui,
    cx: &PanelCx,
    symbol: &str,
    label: &str,
    current: bool,
    narrow: bool,
    badge: Option<usize>,
) -> egui::Response {
    let tokens = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, label));
    let body = Rect::from_min_max(pos2(rect.left() + 8.0, rect.top()), rect.max);
    let rounding = CornerRadius::same(radius::CONTROL);
    let painter = ui.painter();
    if current {
        painter.rect_filled(body, rounding, color32(tokens.selected));
        let bar = Rect::from_min_size(pos2(rect.left(), rect.top() + 7.0), vec2(stroke::SELECTION, ROW - 14.0));
        painter.rect_filled(bar, CornerRadius::ZERO, color32(tokens.accent));
    } else if response.hovered() {
        painter.rect_filled(body, rounding, color32(tokens.hover));
    }
    if response.has_focus() {
        let ring = crate::ui::widget::style::line(stroke::FOCUS, tokens.accent);
        painter.rect_stroke(body.shrink(1.0), rounding, ring, egui::StrokeKind::Inside);
    }
    let ink = if current { tokens.accent } else { tokens.text2 };
    let style = if current { TypeStyle::BodyStrong } else { TypeStyle::Body };
    let middle = rect.center().y;
    let icon_x = if narrow { body.center().x } else { body.left() + 17.0 };
    painter.text(pos2(icon_x, middle), Align2::CENTER_CENTER, symbol, egui::FontId::proportional(18.0), color32(ink));
    let mut words_end = body.left();
    if !narrow {
        let ink = if current { tokens.text } else { tokens.text2 };
        let at = pos2(body.left() + 35.0, middle);
        words_end = painter.text(at, Align2::LEFT_CENTER, label, font(style), color32(ink)).right();
    }
    if let Some(number) = badge {
        let beside = words_end + 4.0 + count_badge_width(ui, number) <= body.right() - 4.0;
        if narrow {
            // The number stands beside the upper corner of the icon, up to the edge.
            let mut above = ui.new_child(UiBuilder::new().max_rect(rect));
            above.set_clip_rect(ui.ctx().content_rect());
            count_badge(&above, pos2(rect.right() + 7.0, rect.top() + 7.0), number);
        } else if beside {
            count_badge(ui, pos2(body.right() - 4.0, middle), number);
        } else {
            corner_badge(ui, pos2(body.right() - 2.0, rect.top() + 1.0), number);
        }
    }
    response
}

fn section_icon(section: Section) -> &'static str {
    match section {
        Section::Uebersicht => icon::SQUARES_FOUR,
        Section::Daten => icon::TABLE,
        Section::Analyse => icon::CHART_SCATTER,
        Section::Bedarf => icon::RANKING,
        Section::VorOrt => icon::MAP_PIN,
        Section::Handlungsprogramm => icon::NOTE_PENCIL,
        Section::Verfahren => icon::KANBAN,
        Section::Berichte => icon::FILE_TEXT,
        Section::Einstellungen => icon::GEAR,
        Section::Hilfe => icon::QUESTION,
    }
}
