//! The table of changes, and the values behind the chart.

use super::Line;
use crate::domain::AreaId;
use crate::text::{self, panel::zeit as words};
use crate::theme::{row, space};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::field::check_box_named;
use crate::ui::widget::notice::notice;
use crate::ui::widget::text as label;
use crate::ui::{AreaChange, Inspected, Intent, PanelCx, TimeSubject, TimeValue, TimeView};
use egui::{Frame, Margin, Ui};

/// Draws the table; returns the area that is to be shown in the chart or not.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, view: &TimeView, pinned: &[AreaId]) -> Option<AreaId> {
    if let Some(reason) = &view.no_change {
        Frame::NONE.inner_margin(Margin::same(space::L as i8)).show(ui, |ui| notice(ui, Tone::Info, reason, None));
    }
    if view.changes.is_empty() {
        return None;
    }
    let (from, to) = labels(view);
    let columns = columns(view, &from, &to);
    let name = words::changes_of(&view.card.name, &from, &to);
    let selected = view.changes.iter().position(|change| Some(change.area) == cx.focus.area);
    let mut toggled = None;
    let response = DataTable::new("zeit-veraenderung", name, &columns)
        .rows(view.changes.len())
        .row_height(row::DENSE)
        .named_by(0)
        .selected(selected)
        .show(ui, |index, row| describe(cx, view, index, row, pinned, &mut toggled));
    if let Some(change) = response.selected.and_then(|row| view.changes.get(row)) {
        cx.outbox.push(Intent::SelectArea(change.area));
    }
    let activated = response.activated.and_then(|row| view.changes.get(row)).map(|change| change.area);
    toggled.or(activated)
}

/// The table as tab-separated text: places in columns of their own, so that they can be reckoned with.
pub fn copied(cx: &PanelCx, view: &TimeView) -> String {
    let (from, to) = labels(view);
    let mut columns = value_and_change_columns(view, &from, &to);
    columns.extend([from.as_str(), to.as_str()].map(|label| Column::number(words::place_in(label))));
    columns.push(Column::number(words::PLACES));
    if has_city(view) {
        columns.push(Column::text(words::CITY));
    }
    let table = DataTable::new("zeit-veraenderung", "", &columns).rows(view.changes.len());
    let mut text = table.tab_separated(&mut |index, row| {
        let change = &view.changes[index];
        row.name(cx.snapshot.data.area(change.area).map_or("", |area| area.name.as_str()));
        for entry in [change.from, change.to] {
            match entry.value {
                // The number alone: the notes name the marks that it bears.
                Some(value) => row.text(&text::decimal(value, view.card.decimals)),
                None => row.sign(text::status_sign(entry.status)),
            }
        }
        differences(row, view, change);
        match change.places {
            Some((from, to)) => {
                row.text(&text::count(from));
                row.text(&text::count(to));
                row.text(&words::moved(from, to));
            }
            None => (0..3).for_each(|_| row.empty()),
        }
        if has_city(view) {
            row.small(change.development.unwrap_or_default());
        }
    });
    if let Some(reason) = &view.no_change {
        text.push('\n');
        text.push_str(reason);
    }
    text
}

/// Labels of the two periods that are compared.
pub fn labels(view: &TimeView) -> (String, String) {
    let label = |id| view.place(id).map_or_else(String::new, |at| view.times[at].label.clone());
    view.span.map_or_else(Default::default, |(from, to)| (label(from), label(to)))
}

/// Whether the distance from the city is told.
fn has_city(view: &TimeView) -> bool {
    matches!(view.order.subject, TimeSubject::Indicator(_)) && view.city.is_some()
}

/// Whether the numbers are ranks, whose change is told in places alone.
fn is_rank(view: &TimeView) -> bool {
    view.order.subject == TimeSubject::Rank
}

fn columns<'a>(view: &TimeView, from: &str, to: &str) -> Vec<Column<'a>> {
    let mut columns = value_and_change_columns(view, from, to);
    // `+100 (103 → 203)` needs more room than `+1 (8 → 9)`.
    let places = if view.changes.len() >= 100 { 128.0 } else { 98.0 };
    columns.extend([Column::number(words::PLACES).fixed(places), Column::center(words::IN_CHART).fixed(58.0)]);
    if has_city(view) {
        columns.push(Column::text(words::CITY).flex(144.0));
    }
    columns
}

/// The areas, their two values and how they differ.
fn value_and_change_columns<'a>(view: &TimeView, from: &str, to: &str) -> Vec<Column<'a>> {
    let mut columns =
        vec![Column::text(words::AREA).flex(140.0), Column::number(from).fixed(66.0), Column::number(to).fixed(66.0)];
    if !is_rank(view) {
        columns.extend([Column::number(words::POINTS).fixed(66.0), Column::number(words::PERCENT).fixed(72.0)]);
    }
    columns
}

fn describe(
    cx: &PanelCx,
    view: &TimeView,
    index: usize,
    row: &mut Row<'_>,
    pinned: &[AreaId],
    toggled: &mut Option<AreaId>,
) {
    let change = &view.changes[index];
    let name = cx.snapshot.data.area(change.area).map_or("", |area| area.name.as_str());
    row.name(name);
    cell(row, change.from, view.card.decimals);
    cell(row, change.to, view.card.decimals);
    differences(row, view, change);
    match change.places {
        Some((from, to)) => row.text(&words::places(from, to)),
        None => row.empty(),
    }
    let shown = pinned.contains(&change.area);
    row.widget("", |ui, rect| {
        let place = egui::Rect::from_center_size(rect.center(), egui::vec2(20.0, 20.0));
        ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
            if check_box_named(ui, shown, &words::show_in_chart(name)).is_some() {
                *toggled = Some(change.area);
            }
        });
    });
    row.small(change.development.unwrap_or_default());
}

fn differences(row: &mut Row<'_>, view: &TimeView, change: &AreaChange) {
    if is_rank(view) {
        return;
    }
    match change.change {
        Some((points, percent)) => {
            row.text(&text::signed(points, view.card.decimals));
            match percent {
                Some(percent) => row.text(&text::signed(percent, 1)),
                None => row.empty(),
            }
        }
        None if view.no_change.is_some() && !view.breaks.is_empty() => {
            row.small(words::BREAK);
            row.empty();
        }
        None => {
            row.empty();
            row.empty();
        }
    }
}

fn cell(row: &mut Row<'_>, entry: TimeValue, decimals: u8) {
    match entry.value {
        Some(_) => row.text(&text::value_or_sign(entry.value, entry.status, decimals)),
        None => row.sign(text::status_sign(entry.status)),
    }
}

/// Draws the values behind the chart.
pub fn values(ui: &mut Ui, cx: &mut PanelCx, view: &TimeView, lines: &[Line]) {
    if lines.is_empty() {
        label::small(ui, words::EMPTY);
        return;
    }
    let columns = value_columns(lines);
    let response = DataTable::new("zeit-werte", words::values_of(&view.card.name), &columns)
        .rows(view.times.len())
        .row_height(row::DENSE)
        .show(ui, |index, row| describe_values(view, lines, index, row));
    if let (Some(time), TimeSubject::Indicator(indicator)) =
        (response.activated.or(response.selected).and_then(|row| view.times.get(row)), view.order.subject)
    {
        let (area, period) = (lines[0].area, time.period);
        cx.outbox.push(Intent::Inspect(Inspected::Value { indicator, area, period }));
    }
}

/// The values behind the chart as tab-separated text.
pub fn values_copied(view: &TimeView, lines: &[Line]) -> String {
    let columns = value_columns(lines);
    let table = DataTable::new("zeit-werte", "", &columns).rows(view.times.len());
    table.tab_separated(&mut |index, row| describe_values(view, lines, index, row))
}

fn value_columns<'a>(lines: &[Line]) -> Vec<Column<'a>> {
    let own = lines.iter().map(|line| Column::number(line.name.as_str()).flex(96.0));
    std::iter::once(Column::text(words::PERIOD).fixed(96.0)).chain(own).collect()
}

fn describe_values(view: &TimeView, lines: &[Line], index: usize, row: &mut Row<'_>) {
    let time = &view.times[index];
    let after = index.checked_sub(1).is_some_and(|before| view.crosses_break(view.times[before].year, time.year));
    let label = if after { format!("{} ({})", time.label, words::BREAK) } else { time.label.clone() };
    row.name(&label);
    for line in lines {
        match view.values.get(&line.area).and_then(|values| values.get(index)) {
            Some(entry) => cell(row, *entry, view.card.decimals),
            None => row.empty(),
        }
    }
}
