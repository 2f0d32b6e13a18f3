//! The week of an Aktionsbüro: a grid to look at, rows to edit.

use super::super::results::entry_row;
use crate::domain::{Aktionsbuero, Oeffnungszeit, Wochentag};
use crate::text::panel::aktionsbuero as words;
use crate::text::report::office as report;
use crate::text::{wochentag, wochentag_short};
use crate::theme::{TypeStyle, radius, space, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field, check_box};
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, paint, text as label};
use egui::accesskit::Role;
use egui::{Align, Align2, CornerRadius, Layout, Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Steps that times are chosen in, in minutes.
const STEP: u16 = 30;
/// The hours that the grid shows where nothing lies outside.
const FIRST: u16 = 8 * 60;
const LAST: u16 = 18 * 60;
const HEIGHT: f32 = 190.0;
const AXIS: f32 = 26.0;
const HEAD: f32 = 20.0;

/// The grid with its legend.
pub(super) fn view(ui: &mut Ui, cx: &PanelCx, office: &Aktionsbuero) {
    ui.horizontal(|ui| {
        label::h3(ui, words::WEEK);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            legend(ui, cx, words::PLANNED, true);
            legend(ui, cx, words::EXISTING, false);
        });
    });
    if office.hours.is_empty() {
        label::hint(ui, words::NO_HOURS);
        return;
    }
    grid(ui, cx, office);
}

fn legend(ui: &mut Ui, cx: &PanelCx, word: &str, is_new: bool) {
    ui.label(rich(word, TypeStyle::Tiny, cx.tokens.text2));
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 10.0), Sense::hover());
    block(ui, cx, rect, is_new);
}

/// The ground of a time: filled where it exists, light with an outline where it is planned.
fn block(ui: &Ui, cx: &PanelCx, rect: Rect, is_new: bool) {
    let tokens = cx.tokens;
    let (fill, border) = if is_new { (tokens.chip, tokens.accent) } else { (tokens.accent, tokens.accent) };
    let round = CornerRadius::same(radius::BAR);
    ui.painter().rect_filled(rect, round, color32(fill));
    ui.painter().rect_stroke(rect, round, line(stroke::LINE, border), StrokeKind::Inside);
}

fn grid(ui: &mut Ui, cx: &PanelCx, office: &Aktionsbuero) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let spoken: Vec<String> = sorted(office).into_iter().map(report::hours).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {}", words::WEEK, spoken.join("; "))));
    let days: Vec<Wochentag> =
        Wochentag::ALL.into_iter().filter(|day| *day != Wochentag::Samstag || has(office, *day)).collect();
    let from = office.hours.iter().map(|one| one.from / 60 * 60).min().unwrap_or(FIRST).min(FIRST);
    let to = office.hours.iter().map(|one| one.to.div_ceil(60) * 60).max().unwrap_or(LAST).max(LAST);
    let body = Rect::from_min_max(pos2(rect.left() + AXIS, rect.top() + HEAD), rect.max - vec2(0.0, 8.0));
    let y = |minutes: u16| body.top() + body.height() * f32::from(minutes - from) / f32::from(to - from);
    for hour in (from..=to).step_by(120) {
        let at = y(hour).round() + 0.5;
        ui.painter().hline(body.x_range(), at, line(stroke::LINE, cx.tokens.line_soft));
        let words = (hour / 60).to_string();
        paint::text(ui, pos2(body.left() - 6.0, at), Align2::RIGHT_CENTER, &words, TypeStyle::Tiny, cx.tokens.text3);
    }
    #[expect(clippy::cast_precision_loss, reason = "a week has six days at most")]
    let width = body.width() / days.len() as f32;
    #[expect(clippy::cast_precision_loss, reason = "a week has six days at most")]
    for (at, day) in days.iter().enumerate() {
        let left = body.left() + width * at as f32;
        let head = pos2(left + width / 2.0, rect.top() + HEAD / 2.0);
        paint::text(ui, head, Align2::CENTER_CENTER, wochentag_short(*day), TypeStyle::SmallStrong, cx.tokens.text2);
        for time in office.hours.iter().filter(|time| time.day == *day) {
            let place = Rect::from_min_max(pos2(left + 3.0, y(time.from)), pos2(left + width - 3.0, y(time.to)));
            time_block(ui, cx, paint::snap(ui, place), time);
        }
    }
}

fn time_block(ui: &mut Ui, cx: &PanelCx, place: Rect, time: &Oeffnungszeit) {
    block(ui, cx, place, time.is_new);
    let words = if time.purpose.trim().is_empty() { words::OPEN } else { time.purpose.trim() };
    let color = if time.is_new { cx.tokens.text } else { cx.tokens.on_accent };
    let galley = paint::elided(ui, words, TypeStyle::Tiny, color, place.width() - 4.0);
    if place.height() >= 12.0 {
        paint::put(ui, ui.painter(), place.center(), Align2::CENTER_CENTER, galley);
    }
    let id = ui.scope_id().with((time.day as u8, time.from, time.to));
    ui.interact(place, id, Sense::hover()).on_hover_text(report::hours(time));
}

fn has(office: &Aktionsbuero, day: Wochentag) -> bool {
    office.hours.iter().any(|time| time.day == day)
}

fn sorted(office: &Aktionsbuero) -> Vec<&Oeffnungszeit> {
    let mut times: Vec<&Oeffnungszeit> = office.hours.iter().collect();
    times.sort_by_key(|time| (time.day, time.from));
    times
}

/// The times as rows.
pub(super) fn edit(ui: &mut Ui, office: &Aktionsbuero, changed: &mut Aktionsbuero, locked: Option<&'static str>) {
    label::h3(ui, words::WEEK);
    let mut gone = None;
    for (at, time) in office.hours.iter().enumerate() {
        let remove = entry_row(ui, ("zeit", at), words::REMOVE_TIME, locked, |ui, width| {
            times(ui, (at, time), &mut changed.hours[at], width, locked);
        });
        gone = gone.or(remove.then_some(at));
        ui.horizontal(|ui| {
            let name = words::time(at + 1, words::PURPOSE);
            let width = ui.available_width() - 96.0;
            let field = Field::new(&name, (office.id, at)).hide_label().compact().width(width).disabled_reason(locked);
            if let Edit::Set(purpose) = field.placeholder(words::PURPOSE_EMPTY).show_text(ui, &time.purpose) {
                changed.hours[at].purpose = purpose;
            }
            let planned = ui.push_id(("geplant", at), |ui| check_box(ui, time.is_new, words::IS_NEW)).inner;
            if let Some(is_new) = planned.filter(|_| locked.is_none()) {
                changed.hours[at].is_new = is_new;
            }
        });
    }
    if let Some(at) = gone {
        changed.hours.remove(at);
    }
    let overlap = |(at, one): (usize, &Oeffnungszeit)| office.hours[at + 1..].iter().any(|other| one.overlaps(other));
    if office.hours.iter().enumerate().any(overlap) {
        ui.label(rich(words::OVERLAPPING, TypeStyle::Small, crate::ui::widget::style::tokens(ui).warn));
    }
    if Button::secondary(words::ADD_TIME).icon(icon::PLUS).compact().disabled_reason(locked).show(ui).clicked() {
        changed.hours.push(next(office));
    }
    ui.add_space(space::M);
}

/// Day, beginning and end of a time.
fn times(
    ui: &mut Ui,
    (at, time): (usize, &Oeffnungszeit),
    changed: &mut Oeffnungszeit,
    width: f32,
    locked: Option<&'static str>,
) {
    let part = (width - 2.0 * space::XS - 84.0) / 2.0;
    let name = words::time(at + 1, words::DAY);
    let days = Wochentag::ALL.map(|day| (day, wochentag(day)));
    let combo = Combo::new(&name).compact().width(width - 2.0 * (part.min(78.0) + space::XS)).disabled_reason(locked);
    if let Some(day) = combo.show(ui, Some(&time.day), &days) {
        changed.day = day;
    }
    let part = part.min(78.0);
    let choices = |range: std::ops::RangeInclusive<u16>| -> Vec<(u16, String)> {
        range.step_by(usize::from(STEP)).map(|minutes| (minutes, report::time_of_day(minutes))).collect()
    };
    let name = words::time(at + 1, words::FROM);
    let combo = Combo::new(&name).compact().width(part).disabled_reason(locked);
    if let Some(from) = combo.show(ui, Some(&time.from), &choices(6 * 60..=21 * 60)) {
        changed.from = from;
        changed.to = changed.to.max(from + STEP);
    }
    let name = words::time(at + 1, words::TO);
    let combo = Combo::new(&name).compact().width(part).disabled_reason(locked);
    if let Some(to) = combo.show(ui, Some(&time.to), &choices(time.from + STEP..=22 * 60)) {
        changed.to = to;
    }
}

/// A morning on the first day that has no time yet, else after the last one.
fn next(office: &Aktionsbuero) -> Oeffnungszeit {
    let free = Wochentag::ALL.into_iter().find(|day| !has(office, *day));
    let day = free.unwrap_or(Wochentag::Freitag);
    let last = office.hours.iter().filter(|time| time.day == day).map(|time| time.to).max();
    let from = last.filter(|to| *to <= 20 * 60).unwrap_or(9 * 60);
    Oeffnungszeit { day, from, to: from + 2 * 60, purpose: String::new(), is_new: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AreaId;

    #[test]
    fn a_new_time_takes_the_first_free_day_and_is_possible() {
        let mut office = Aktionsbuero::new(AreaId(1));
        for day in Wochentag::ALL {
            let time = next(&office);
            assert_eq!(time.day, day);
            office.hours.push(time);
        }
        let later = next(&office);
        assert!(later.is_possible() && office.hours.iter().all(|time| !time.overlaps(&later)));
    }
}
