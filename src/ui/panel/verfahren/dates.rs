//! The next dates over all Aktionsräume.

use crate::domain::{AreaId, StepProgress};
use crate::programme::{DueDate, DueSource, due_dates};
use crate::text;
use crate::text::panel::verfahren as words;
use crate::theme::{TypeStyle, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge_size, paint_badge};
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint};
use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

const HEAD: f32 = 36.0;
const ROW: f32 = 44.0;
/// Where the words begin, beside day and weekday.
const WORDS: f32 = 66.0;
/// From here on a date is near.
const SOON: i32 = 14;

/// Draws the list; returns what was chosen.
pub(super) fn show(ui: &mut Ui, cx: &PanelCx, areas: &[AreaId], most: usize) -> Option<DueSource> {
    ui.spacing_mut().item_spacing.y = 0.0;
    head(ui, cx);
    let mut coming = due_dates(&cx.snapshot.data, &cx.snapshot.verfahren, areas);
    // What has passed comes first, as it does by day; a planned step without a running one is no due date.
    coming.retain(|due| due.date >= cx.today || !is_planned_step(cx, due.source));
    if coming.is_empty() {
        empty(ui, cx);
    }
    let mut chosen = None;
    for due in coming.into_iter().take(most) {
        if row(ui, cx, &due) {
            chosen = Some(due.source);
        }
    }
    ui.spacing_mut().item_spacing.y = 6.0;
    chosen
}

fn is_planned_step(cx: &PanelCx, source: DueSource) -> bool {
    match source {
        DueSource::Step(area, step) => super::state_of(cx, area, step).progress == StepProgress::Geplant,
        DueSource::Wiedervorlage(_) | DueSource::Beschluss(_) | DueSource::Sitzung(_) => false,
    }
}

fn head(ui: &mut Ui, cx: &PanelCx) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words::NEXT_DATES));
    let tokens = cx.tokens;
    let inner = rect.shrink2(vec2(13.0, 0.0));
    let left = inner.left_center();
    paint::text(ui, left, Align2::LEFT_CENTER, words::NEXT_DATES, TypeStyle::BodyStrong, tokens.text);
    let today = words::today(cx.today);
    paint::text(ui, inner.right_center(), Align2::RIGHT_CENTER, &today, TypeStyle::Small, tokens.text2);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line));
}

fn empty(ui: &mut Ui, cx: &PanelCx) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let left = rect.left_center() + vec2(13.0, 0.0);
    paint::text(ui, left, Align2::LEFT_CENTER, words::NO_DATES, TypeStyle::Small, cx.tokens.text2);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line));
}

fn row(ui: &mut Ui, cx: &PanelCx, due: &DueDate) -> bool {
    let tokens = cx.tokens;
    let (date, title, detail) = (due.date, due.title.as_str(), due.detail.as_str());
    let left_days = days_until(cx.today, date);
    let (tone, symbol, badge) = waiting(left_days);
    let size = badge_size(ui, symbol, &badge);
    let room = ui.available_width() - WORDS - 12.0 - size.x - 8.0;
    let title = paint::clamped(ui, title, TypeStyle::BodyStrong, tokens.text, room, 3);
    let height = ROW + (title.size().y - 18.0).max(0.0).round();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let name = format!("{}: {}, {detail}", text::date(date), due.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, color32(tokens.hover));
    }
    paint::focus_ring(ui, &response, rect.shrink(4.0));
    let day = text::day_month(date);
    paint::text(
        ui,
        pos2(rect.left() + 13.0, rect.top() + 7.0),
        Align2::LEFT_TOP,
        &day,
        TypeStyle::BodyStrong,
        tokens.text,
    );
    let weekday = words::weekday(date);
    paint::text(
        ui,
        pos2(rect.left() + 13.0, rect.top() + 24.0),
        Align2::LEFT_TOP,
        weekday,
        TypeStyle::Tiny,
        tokens.text2,
    );
    let badge_left = rect.right() - 12.0 - size.x;
    paint_badge(ui, pos2(badge_left, rect.center().y), tone, symbol, &badge);
    let words = Rect::from_min_max(pos2(rect.left() + WORDS, rect.top()), pos2(badge_left - 8.0, rect.bottom()));
    let elided = title.elided;
    let below_title = 5.0 + title.size().y;
    paint::put(ui, ui.painter(), words.left_top() + vec2(0.0, 5.0), Align2::LEFT_TOP, title);
    let below = paint::elided(ui, detail, TypeStyle::Small, tokens.text2, words.width());
    let elided = elided || below.elided;
    paint::put(ui, ui.painter(), words.left_top() + vec2(0.0, below_title), Align2::LEFT_TOP, below);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line_soft));
    let clicked = response.clicked();
    if elided {
        response.on_hover_text(&name);
    }
    clicked
}

/// How a date looks that is so many days away.
fn waiting(left_days: i32) -> (Tone, &'static str, String) {
    let symbol = match left_days {
        ..0 => icon::WARNING,
        0..=SOON => icon::CALENDAR_BLANK,
        _ => "",
    };
    let tone = if left_days <= SOON { Tone::Warn } else { Tone::Neutral };
    (tone, symbol, words::days(left_days))
}

fn days_until(today: Date, date: Date) -> i32 {
    today.until(date).map_or(0, |span| span.get_days())
}
