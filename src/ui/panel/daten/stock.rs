//! Bestand: the values of one indicator, areas by periods.

use super::{clickable, level_list, pane, toolbar, value_count};
use crate::domain::{
    Area, AreaId, AreaLevel, ImportId, Indicator, IndicatorId, Period, PeriodId, PlanningData, Status,
};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::{TypeStyle, row as heights};
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Group, Row, sign_box};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::style::tokens;
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Inspected, Intent, PanelCx, UiAction, picture};
use egui::{Align, Align2, CentralPanel, Frame, Layout, Margin, Panel, Ui};
use std::cell::Cell;
use std::collections::BTreeSet;

/// Which indicator is in view.
#[derive(Default)]
pub(super) struct Stock {
    indicator: Option<IndicatorId>,
    level: Option<AreaLevel>,
    row: Option<usize>,
    /// The column of the value that was looked at last.
    column: Option<usize>,
    /// The newest import that was there when the place was last drawn.
    newest: Option<ImportId>,
}

/// Whether an import has brought values of an indicator that count.
fn has_values_of(data: &PlanningData, indicator: IndicatorId, import: ImportId) -> bool {
    let columns = data.dataset.periods_of(indicator).filter_map(|period| data.dataset.column(indicator, period));
    columns.into_iter().any(|column| column.imports().any(|own| own == import))
}

impl Stock {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let data = &cx.snapshot.data;
        if data.dataset.is_empty() {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| empty(ui, cx));
            return;
        }
        pane(ui, cx, "daten-stock-list", true, 288.0, |ui, _| self.list(ui, data));
        let Some(indicator) = self.indicator.and_then(|id| data.indicator(id)) else { return };
        self.toolbar(ui, cx, indicator);
        foot(ui, &signs(data, indicator.id, self.level));
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| self.table(ui, cx, indicator));
    }

    /// Remembers the newest import; gives it if it has come since the place was last drawn.
    pub(super) fn note_newest(&mut self, data: &PlanningData) -> Option<ImportId> {
        let newest = data.imports.iter().map(|import| import.id).max().unwrap_or(ImportId(0));
        let before = self.newest.replace(newest);
        before.filter(|before| newest > *before).map(|_| newest)
    }

    /// Indicators by dimension with the count of their values; the first is chosen at the beginning, and after an import
    /// the first that it has brought.
    fn list(&mut self, ui: &mut Ui, data: &PlanningData) {
        let mut entries: Vec<(&Indicator, usize)> =
            data.indicators.iter().map(|indicator| (indicator, value_count(data, indicator.id))).collect();
        let mut order: Vec<&str> = Vec::new();
        for (indicator, _) in &entries {
            if !order.contains(&indicator.dimension.as_str()) {
                order.push(&indicator.dimension);
            }
        }
        entries.sort_by_key(|(indicator, _)| {
            order.iter().position(|dimension| *dimension == indicator.dimension.as_str())
        });
        if self.indicator.is_none_or(|id| data.indicator(id).is_none()) {
            let filled = entries.iter().find(|(_, count)| *count > 0).or(entries.first());
            self.indicator = filled.map(|(indicator, _)| indicator.id);
        }
        let brought = self.note_newest(data);
        let brought = brought.and_then(|import| entries.iter().find(|(card, _)| has_values_of(data, card.id, import)));
        if let Some((indicator, _)) = brought {
            (self.indicator, self.level, self.row, self.column) = (Some(indicator.id), None, None, None);
        }
        let groups = dimension_groups(&entries);
        let columns = [Column::text(words::INDICATOR).flex(150.0), Column::number(words::VALUES).fixed(76.0)];
        let selected = entries.iter().position(|(indicator, _)| Some(indicator.id) == self.indicator);
        let table = DataTable::new("stock-indicators", words::LIST_OF_INDICATORS, &columns)
            .rows(entries.len())
            .groups(&groups)
            .selected(selected)
            .scroll_to(selected.filter(|_| brought.is_some()));
        let response = table.show(ui, |index, row| {
            let Some((indicator, count)) = entries.get(index) else { return };
            row.name(&indicator.name);
            if *count == 0 { row.quiet(words::NONE) } else { row.text(&text::count(as_i64(*count))) }
        });
        if let Some((indicator, _)) = response.selected.and_then(|at| entries.get(at)) {
            self.indicator = Some(indicator.id);
            (self.row, self.column) = (None, None);
        }
    }

    fn toolbar(&mut self, ui: &mut Ui, cx: &mut PanelCx, indicator: &Indicator) {
        let levels = levels_of(&cx.snapshot.data, indicator);
        if self.level.is_some_and(|level| !levels.contains(&level)) {
            self.level = None;
        }
        toolbar(ui, "daten-stock-toolbar", |ui| {
            label::h2(ui, &indicator.name);
            let about = words::unit_and_direction(&indicator.unit, text::direction(indicator.direction));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let reason = levels.is_empty().then_some(words::NO_VALUES);
                let copy = Button::ghost(words::COPY).icon(icon::COPY).compact().disabled_reason(reason);
                if copy.show(ui).clicked() && reason.is_none() {
                    self.copy(cx, indicator);
                }
                if levels.len() > 1 && level_list(ui, &levels, &mut self.level) {
                    self.row = None;
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    label::elided(ui, &about, TypeStyle::Small).on_hover_text(&indicator.definition);
                });
            });
        });
        if cx.triggered(UiAction::CopyTable) && !levels.is_empty() {
            self.copy(cx, indicator);
        }
    }

    fn copy(&self, cx: &mut PanelCx, indicator: &Indicator) {
        let sheet = Sheet::of(&cx.snapshot.data, indicator, self.level);
        let copied = sheet.copied();
        let data = &cx.snapshot.data;
        let pairs = sheet.areas.iter().flat_map(|area| sheet.periods.iter().map(move |period| (area.id, period.id)));
        let shown: Vec<_> = pairs.filter_map(|(area, period)| data.dataset.get(indicator.id, area, period)).collect();
        let title = text::name_with_unit(&indicator.name, &indicator.unit);
        let copied = picture::copied(cx, &title, &copied, "", &shown, Vec::new());
        cx.outbox.push(Intent::Copy(copied));
    }

    fn table(&mut self, ui: &mut Ui, cx: &mut PanelCx, indicator: &Indicator) {
        let sheet = Sheet::of(&cx.snapshot.data, indicator, self.level);
        if sheet.areas.is_empty() {
            EmptyState::new(words::NO_VALUES, words::NO_VALUES_WHY).plain().show(ui);
            return;
        }
        let columns = sheet.columns();
        let clicked = Cell::new(None);
        let table = sheet.table(&columns, self.row, self.column);
        let response = table.show(ui, |index, row| sheet.describe(index, row, &clicked));
        self.row = response.selected.or(self.row);
        if let Some(area) = response.activated.and_then(|at| sheet.areas.get(at)) {
            let newest = sheet
                .periods
                .iter()
                .rev()
                .find(|period| cx.snapshot.data.dataset.get(indicator.id, area.id, period.id).is_some());
            clicked.set(newest.map(|period| (area.id, period.id)));
        }
        if let Some((area, period)) = clicked.get() {
            self.row = sheet.areas.iter().position(|known| known.id == area);
            self.column = sheet.periods.iter().position(|known| known.id == period).map(|at| at + BEFORE_PERIODS);
            cx.outbox.push(Intent::Inspect(Inspected::Value { indicator: indicator.id, area, period }));
        }
    }
}

/// Columns before the first period: area and level.
const BEFORE_PERIODS: usize = 2;

/// A value that was chosen: its area and period.
type Chosen = Cell<Option<(AreaId, PeriodId)>>;

/// Areas by periods of one indicator.
struct Sheet<'a> {
    data: &'a PlanningData,
    indicator: &'a Indicator,
    areas: Vec<&'a Area>,
    periods: Vec<&'a Period>,
}

impl<'a> Sheet<'a> {
    fn of(data: &'a PlanningData, indicator: &'a Indicator, level: Option<AreaLevel>) -> Sheet<'a> {
        let known: BTreeSet<AreaId> = data
            .dataset
            .periods_of(indicator.id)
            .filter_map(|period| data.dataset.column(indicator.id, period))
            .flat_map(|column| column.areas().iter().copied())
            .collect();
        let mut areas: Vec<&Area> = data
            .areas
            .iter()
            .filter(|area| known.contains(&area.id) && level.is_none_or(|level| area.level == level))
            .collect();
        areas.sort_by_key(|area| area.level);
        Sheet { data, indicator, areas, periods: data.periods_of(indicator.id) }
    }

    fn columns(&self) -> Vec<Column<'a>> {
        let mut columns = vec![Column::text(words::AREA).flex(168.0), Column::text(words::LEVEL).fixed(124.0)];
        let unit = self.short_unit();
        let width = self.period_width(unit);
        let period = |period: &&'a Period| Column::number(&period.label).unit(unit).fixed(width);
        columns.extend(self.periods.iter().map(period));
        columns
    }

    /// The unit in the heads; long ones stand beside the title only.
    fn short_unit(&self) -> &'a str {
        if self.indicator.unit.chars().count() <= 3 { &self.indicator.unit } else { "" }
    }

    /// The table as tab-separated text: numbers are numbers, signs stand in a column of their own behind those of their
    /// period.
    fn copied(&self) -> String {
        let of = |area: &Area, period: &Period| self.data.dataset.get(self.indicator.id, area.id, period.id);
        let sign = |area: &Area, period: &Period| of(area, period).map_or("", |found| text::sign_beside(found.status));
        let signed: Vec<bool> =
            self.periods.iter().map(|period| self.areas.iter().any(|area| !sign(area, period).is_empty())).collect();
        let mut head = vec![words::AREA.to_owned(), words::LEVEL.to_owned()];
        for (period, signed) in self.periods.iter().zip(&signed) {
            head.push(text::name_with_unit(&period.label, self.short_unit()));
            head.extend(signed.then(|| words::SIGN.to_owned()));
        }
        let mut lines = vec![text::clipboard_row(head)];
        for area in &self.areas {
            let mut row = vec![area.name.clone(), text::area_level(area.level).to_owned()];
            for (period, signed) in self.periods.iter().zip(&signed) {
                let value = of(area, period).and_then(|found| found.value);
                row.push(value.map_or_else(String::new, |value| text::decimal(value, self.indicator.decimals)));
                row.extend(signed.then(|| sign(area, period).to_owned()));
            }
            lines.push(text::clipboard_row(row));
        }
        lines.join("\n")
    }

    /// As wide as the longest head or value needs.
    fn period_width(&self, unit: &str) -> f32 {
        let dataset = &self.data.dataset;
        let columns = self.periods.iter().filter_map(|period| dataset.column(self.indicator.id, period.id));
        let largest = columns
            .flat_map(|column| column.values().iter().copied())
            .filter(|value| value.is_finite())
            .map(f64::abs)
            .fold(0.0, f64::max);
        let value = text::decimal(largest, self.indicator.decimals).chars().count();
        let head = self.periods.iter().map(|period| period.label.chars().count()).max().unwrap_or(0);
        let unit = if unit.is_empty() { 0 } else { unit.chars().count() + 1 };
        #[expect(clippy::cast_precision_loss, reason = "a few letters")]
        let letters = value.max(head + unit) as f32;
        (letters * 8.0 + 18.0).clamp(64.0, 128.0)
    }

    /// The table begins with its newest period in view, and keeps the column that was looked at.
    fn table<'t>(&self, columns: &'t [Column<'t>], row: Option<usize>, column: Option<usize>) -> DataTable<'t> {
        DataTable::new(("stock-values", self.indicator.id), &self.indicator.name, columns)
            .rows(self.areas.len())
            .sticky_columns(1)
            .row_height(heights::NORMAL)
            .selected(row)
            .keeps(column.or(columns.len().checked_sub(1)))
    }

    fn describe(&self, index: usize, row: &mut Row<'_>, clicked: &Chosen) {
        let Some(area) = self.areas.get(index) else { return };
        row.name(&area.name);
        row.small(text::area_level(area.level));
        for period in &self.periods {
            let Some(observation) = self.data.dataset.get(self.indicator.id, area.id, period.id) else {
                row.empty();
                continue;
            };
            let words = text::value_or_sign(observation.value, observation.status, self.indicator.decimals);
            let name = words::value_name(&self.indicator.name, &area.name, &period.label);
            row.widget(&words, |ui, rect| {
                if observation.value.is_some() {
                    let color = tokens(ui).text;
                    paint::text(ui, rect.right_center(), Align2::RIGHT_CENTER, &words, TypeStyle::Body, color);
                } else if !words.is_empty() {
                    sign_box(ui, rect.right_center(), &words);
                }
                if clickable(ui, rect, (area.id, period.id), &name) {
                    clicked.set(Some((area.id, period.id)));
                }
            });
        }
    }
}

fn levels_of(data: &PlanningData, indicator: &Indicator) -> BTreeSet<AreaLevel> {
    Sheet::of(data, indicator, None).areas.iter().map(|area| area.level).collect()
}

fn dimension_groups(entries: &[(&Indicator, usize)]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut last: Option<&str> = None;
    for (before, (indicator, _)) in entries.iter().enumerate() {
        if last != Some(indicator.dimension.as_str()) {
            last = Some(&indicator.dimension);
            let title = if indicator.dimension.is_empty() { words::NO_DIMENSION } else { indicator.dimension.as_str() };
            groups.push(Group { before, title: title.to_owned(), ..Group::default() });
        }
    }
    groups
}

fn as_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What stands in cells of an indicator beside plain values, each once, in the order of the legend. A blank cell needs no
/// explanation.
fn signs(data: &PlanningData, indicator: IndicatorId, level: Option<AreaLevel>) -> Vec<Status> {
    let columns = data.dataset.periods_of(indicator).filter_map(|period| data.dataset.column(indicator, period));
    let is_shown = |area: AreaId| level.is_none_or(|level| data.area(area).is_some_and(|area| area.level == level));
    let mut found = BTreeSet::new();
    for column in columns.filter(|column| !column.is_plain()) {
        let cells = column.areas().iter().zip(column.statuses());
        found.extend(cells.filter(|(area, _)| is_shown(**area)).map(|(_, status)| *status));
    }
    let explained = |status: &Status| !matches!(status, Status::Reported | Status::Missing) && found.contains(status);
    Status::ALL.into_iter().filter(explained).collect()
}

fn foot(ui: &mut Ui, signs: &[Status]) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(16, 0));
    Panel::bottom("daten-stock-foot").exact_size(32.0).resizable(false).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                for status in signs {
                    let sign = if *status == Status::Limited { "( )" } else { text::status_sign(*status) };
                    label::small(ui, &format!("{sign} {}", text::status_label(*status)));
                }
                if !signs.is_empty() {
                    label::divider(ui);
                }
                label::hint(ui, words::PASTE_HINT);
            });
        },
    );
}

fn empty(ui: &mut Ui, cx: &mut PanelCx) {
    let state = EmptyState::new(words::EMPTY_TITLE, words::EMPTY_WHY)
        .primary(icon::UPLOAD_SIMPLE, UiAction::ImportTable.label())
        .secondary(icon::FLASK, UiAction::OpenSample.label())
        .hint(words::EMPTY_HINT);
    match state.show(ui) {
        Some(EmptyChoice::Primary) => cx.outbox.action(UiAction::ImportTable),
        Some(EmptyChoice::Secondary) => cx.outbox.action(UiAction::OpenSample),
        None => {}
    }
}
