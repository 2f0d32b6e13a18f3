//! The comparison of a period: areas down, indicators across, as values, z-values, places or distances from the city,
//! each cell in the colour of its class.

use crate::analysis;
use crate::chart::{ChartSpec, Figure, MOST_COLUMNS, MOST_ROWS, MatrixCell, MatrixChart, MatrixRow};
use crate::domain::{
    Area, AreaId, AreaLevel, Direction, Indicator, IndicatorId, Observation, PeriodId, PlanningData, Status,
};
use crate::text::{self, panel::analyse as words};
use crate::theme::{TypeStyle, row, space, stroke};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::data_table::{Column, DataTable, Row, Sort};
use crate::ui::widget::field::check_box;
use crate::ui::widget::paint;
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::{Explanation, Inspected, Intent, PanelCx, named_aktionsraeume, picture};
use egui::{
    Align, Align2, CentralPanel, Frame, Label, Layout, Popup, PopupCloseBehavior, Rect, ScrollArea, Sense, StrokeKind,
    Ui, pos2, vec2,
};
use std::collections::BTreeSet;
use std::sync::Arc;

const CLASSES: usize = 5;
/// How far before its right edge a cell has the swatch of its class.
const NUMBER: f32 = 58.0;

/// State of the tab: what is chosen and what was looked up for it.
#[derive(Default)]
pub struct MatrixTab {
    period: Option<PeriodId>,
    view: CellView,
    rows: RowChoice,
    columns: ColumnChoice,
    /// The indicators that were chosen one by one.
    chosen: BTreeSet<IndicatorId>,
    /// The column that the keyboard is at.
    cursor: usize,
    /// What the rows are sorted by (none: the name of the area) and in which order.
    sort: Option<(Option<IndicatorId>, Sort)>,
    /// Periods with values, kept until the data change.
    periods: Option<((u64, AreaLevel), Periods)>,
    cached: Option<Matrix>,
}

/// Periods with their labels, newest first.
type Periods = Vec<(PeriodId, String)>;

/// What stands in the cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum CellView {
    /// The value.
    #[default]
    Value,
    /// Distance from the mean of the areas in standard deviations, turned towards need.
    ZValue,
    /// Place among the areas, 1 is the most burdened.
    Place,
    /// Distance from the city's value.
    Deviation,
}

/// Which areas stand in the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum RowChoice {
    /// All of the level.
    #[default]
    All,
    /// The Aktionsräume.
    Set,
    /// Those in the Stadtbezirk of the current area.
    District,
    /// The selected set.
    Chosen,
}

/// Which indicators stand in the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ColumnChoice {
    /// All with values.
    #[default]
    All,
    /// Those of the recipe.
    Recipe,
    /// Those that were ticked.
    Chosen,
}

#[derive(Clone, PartialEq)]
struct Key {
    data: u64,
    period: PeriodId,
    view: CellView,
    sort: Option<(Option<IndicatorId>, Sort)>,
    areas: Vec<AreaId>,
    indicators: Vec<IndicatorId>,
}

struct Matrix {
    key: Key,
    /// Areas in the order of the rows.
    rows: Vec<Line>,
    columns: Vec<Card>,
    level: AreaLevel,
}

struct Line {
    area: AreaId,
    name: String,
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Default)]
struct Cell {
    found: Option<Observation>,
    /// What is shown in this view.
    number: Option<f64>,
    /// From 0, the least need; none of the city and of context.
    class: Option<usize>,
    /// Whether there is a value, but a number of this view would say nothing: the city's sum among parts of it.
    senseless: bool,
}

struct Card {
    id: IndicatorId,
    name: String,
    unit: String,
    decimals: u8,
    direction: Direction,
    /// Whether persons or cases are counted: the city's value is their sum.
    counts: bool,
    city: Option<f64>,
    /// Values of all areas of the level.
    values: Vec<f64>,
    mean: f64,
    /// Standard deviation, divisor n.
    spread: f64,
    cuts: Vec<f64>,
}

impl MatrixTab {
    /// Draws the tab.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let periods = self.refresh(cx);
        let Some(matrix) = self.cached.take() else {
            return super::empty(ui, cx, words::NO_VALUES_TITLE, words::NO_VALUES);
        };
        super::strip("matrix-kopf", true, 36.0).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line_soft));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.toolbar(ui, cx, &matrix, &periods));
        });
        super::strip("matrix-legende", false, 32.0).show(ui, |ui| {
            legend(ui, matrix.key.view, matrix.columns.iter().any(Card::is_context));
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if matrix.rows.is_empty() {
                ui.add_space(space::L);
                ui.add(Label::new(rich(words::NO_ROWS, TypeStyle::Body, cx.tokens.text2)).wrap());
                return;
            }
            if let Some(sort) = matrix.show(ui, cx, &mut self.cursor) {
                self.sort = Some(sort);
            }
        });
        self.cached = Some(matrix);
    }

    fn toolbar(&mut self, ui: &mut Ui, cx: &PanelCx, matrix: &Matrix, periods: &Periods) {
        ui.add_space(space::L);
        let chosen = super::compact(ui, 110.0, |ui| {
            Combo::new(words::PERIOD).compact().width(110.0).show(ui, Some(&matrix.key.period), periods)
        });
        self.period = chosen.or(self.period);
        let rows = [
            (RowChoice::All, words::ALL_AREAS),
            (RowChoice::Set, words::ROWS_SET),
            (RowChoice::District, words::ROWS_DISTRICT),
            (RowChoice::Chosen, words::ROWS_CHOSEN),
        ];
        let chosen = super::compact(ui, 160.0, |ui| {
            Combo::new(words::ROWS).compact().width(160.0).show(ui, Some(&self.rows), &rows)
        });
        self.rows = chosen.unwrap_or(self.rows);
        let columns = [
            (ColumnChoice::All, words::COLUMNS_ALL),
            (ColumnChoice::Recipe, words::COLUMNS_RECIPE),
            (ColumnChoice::Chosen, words::COLUMNS_CHOSEN),
        ];
        let chosen = super::compact(ui, 170.0, |ui| {
            Combo::new(words::COLUMNS).compact().width(170.0).show(ui, Some(&self.columns), &columns)
        });
        if chosen == Some(ColumnChoice::Chosen) && self.chosen.is_empty() {
            self.chosen = matrix.key.indicators.iter().copied().collect();
        }
        self.columns = chosen.unwrap_or(self.columns);
        if self.columns == ColumnChoice::Chosen {
            self.choose_columns(ui, cx, matrix.key.period);
        }
        let views = [
            (CellView::Value, words::VALUE),
            (CellView::ZValue, words::Z_VALUE),
            (CellView::Place, words::PLACE),
            (CellView::Deviation, words::VIEW_DEVIATION),
        ];
        self.view = segment(ui, self.view, &views).unwrap_or(self.view);
    }

    /// All indicators with values, with a tick at those that stand in the columns.
    fn choose_columns(&mut self, ui: &mut Ui, cx: &PanelCx, period: PeriodId) {
        let level = super::relation::level(cx);
        let button = Button::secondary(&words::chosen_columns(self.chosen.len())).compact().caret().show(ui);
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(320.0);
        popup.accessible_name(words::COLUMNS).show(|ui| {
            ScrollArea::vertical().max_height(380.0).min_scrolled_height(380.0).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for card in cx.snapshot.data.indicators.iter().filter(|card| has_values(cx, card, level, period)) {
                    match check_box(ui, self.chosen.contains(&card.id), &card.name) {
                        Some(true) => drop(self.chosen.insert(card.id)),
                        Some(false) => drop(self.chosen.remove(&card.id)),
                        None => {}
                    }
                }
            });
        });
    }

    /// The table as tab-separated text.
    pub fn copied(&mut self, cx: &PanelCx) -> Option<String> {
        self.refresh(cx);
        self.cached.as_ref().map(|matrix| matrix.copied(cx))
    }

    /// The comparison as a picture.
    pub fn figure(&mut self, cx: &PanelCx) -> Option<Figure> {
        self.refresh(cx);
        self.cached.as_ref().filter(|matrix| !matrix.rows.is_empty()).map(|matrix| matrix.figure(cx))
    }

    fn refresh(&mut self, cx: &PanelCx) -> Periods {
        let level = super::relation::level(cx);
        let found = (cx.snapshot.data.revision, level);
        if self.periods.as_ref().is_none_or(|(key, _)| *key != found) {
            self.periods = Some((found, periods(cx, level)));
        }
        let periods = self.periods.as_ref().map(|(_, periods)| periods.clone()).unwrap_or_default();
        let ranked = cx.derived.ranking().map(|ranking| ranking.run.period);
        let known = |id: &PeriodId| periods.iter().any(|(period, _)| period == id);
        let period = self.period.filter(known).or(ranked.filter(known)).or(periods.first().map(|(period, _)| *period));
        let Some(period) = period else {
            self.cached = None;
            return periods;
        };
        let key = Key {
            data: cx.snapshot.data.revision,
            period,
            view: self.view,
            sort: self.sort,
            areas: areas(cx, level, self.rows).iter().map(|area| area.id).collect(),
            indicators: self.indicators(cx, level, period),
        };
        if self.cached.as_ref().is_none_or(|matrix| matrix.key != key) {
            self.cached = Some(Matrix::of(&cx.snapshot.data, key, level));
        }
        periods
    }

    fn indicators(&self, cx: &PanelCx, level: AreaLevel, period: PeriodId) -> Vec<IndicatorId> {
        let data = &cx.snapshot.data;
        let recipe = cx.derived.ranking().map(|ranking| ranking.run.indicators.as_slice()).unwrap_or_default();
        let wanted = |card: &&Indicator| match self.columns {
            ColumnChoice::All => true,
            ColumnChoice::Recipe => recipe.contains(&card.id),
            ColumnChoice::Chosen => self.chosen.contains(&card.id),
        };
        let valued = |card: &&Indicator| has_values(cx, card, level, period);
        let mut cards: Vec<&Indicator> = data.indicators.iter().filter(wanted).filter(valued).collect();
        // What is not judged stands behind what is.
        cards.sort_by_key(|card| card.direction == Direction::Context);
        cards.into_iter().map(|card| card.id).collect()
    }
}

/// Whether an area in view has a value or a sign of the indicator.
fn has_values(cx: &PanelCx, card: &Indicator, level: AreaLevel, period: PeriodId) -> bool {
    let data = &cx.snapshot.data;
    data.areas_of(level).any(|area| data.dataset.get(card.id, area.id, period).is_some())
}

/// Dated periods with a value of an area in view, newest first.
fn periods(cx: &PanelCx, level: AreaLevel) -> Periods {
    let data = &cx.snapshot.data;
    let has_values = |period: PeriodId| {
        data.indicators.iter().any(|card| {
            data.dataset.column(card.id, period).is_some_and(|column| {
                column.areas().iter().any(|area| data.area(*area).is_some_and(|area| area.level == level))
            })
        })
    };
    let dated = data.periods.iter().rev().filter(|period| period.year.is_some() && has_values(period.id));
    dated.map(|period| (period.id, period.label.clone())).collect()
}

/// The city, the Aktionsräume, then the other areas of the level, as far as they are wanted.
fn areas<'a>(cx: &PanelCx<'a>, level: AreaLevel, rows: RowChoice) -> Vec<&'a Area> {
    let data = &cx.snapshot.data;
    let members = named_aktionsraeume(cx.snapshot);
    let district = cx.area().and_then(|area| area.parent);
    let wanted = |area: &&Area| match rows {
        RowChoice::All => true,
        RowChoice::Set => members.contains(&area.id),
        RowChoice::District => district.is_some() && area.parent == district,
        RowChoice::Chosen => cx.focus.selection.contains(&area.id),
    };
    let first = members.iter().filter_map(|id| data.area(*id)).filter(|area| area.level == level);
    let rest = data.areas_of(level).filter(|area| !members.contains(&area.id));
    let own: Vec<&Area> = first.chain(rest).filter(wanted).collect();
    if own.is_empty() { own } else { data.city().into_iter().chain(own).collect() }
}

impl Card {
    fn of(data: &PlanningData, id: IndicatorId, period: PeriodId, level: AreaLevel) -> Option<Card> {
        let card = data.indicator(id)?;
        let values: Vec<f64> =
            data.areas_of(level).filter_map(|area| data.dataset.value(id, area.id, period)).collect();
        #[expect(clippy::cast_precision_loss, reason = "few areas")]
        let count = values.len().max(1) as f64;
        let mean = values.iter().sum::<f64>() / count;
        let spread = (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt();
        Some(Card {
            id,
            name: card.name.clone(),
            unit: card.unit.clone(),
            decimals: card.decimals,
            direction: card.direction,
            counts: card.is_count(),
            city: data.city().and_then(|city| data.dataset.value(id, city.id, period)),
            cuts: analysis::quantile_cuts(&values, CLASSES),
            values,
            mean,
            spread,
        })
    }

    fn is_context(&self) -> bool {
        self.direction == Direction::Context
    }

    /// Name as a heading: what is only context says so.
    fn heading(&self) -> String {
        if self.is_context() { words::context(&self.name) } else { self.name.clone() }
    }

    /// 1 where high values mean need, −1 where low ones do.
    fn sign(&self) -> f64 {
        match self.direction {
            Direction::HighIsNeed | Direction::Context => 1.0,
            Direction::LowIsNeed => -1.0,
        }
    }

    fn cell(&self, found: Option<Observation>, view: CellView, in_level: bool) -> Cell {
        let value = found.and_then(|found| found.value);
        let z = || (self.spread > 0.0).then(|| value.map(|value| self.sign() * (value - self.mean) / self.spread));
        let senseless = self.counts
            && value.is_some()
            && match view {
                CellView::Value | CellView::Place => false,
                CellView::ZValue => !in_level,
                CellView::Deviation => true,
            };
        let number = match view {
            _ if senseless => None,
            CellView::Value => value,
            CellView::ZValue => z().flatten(),
            CellView::Place => value.filter(|_| in_level).map(|value| {
                let ahead = self.values.iter().filter(|other| self.sign() * (**other - value) > 0.0).count();
                f64::from(u32::try_from(ahead).unwrap_or(u32::MAX - 1) + 1)
            }),
            CellView::Deviation => value.zip(self.city).map(|(value, city)| value - city),
        };
        let judged = value.filter(|_| in_level && self.direction != Direction::Context);
        let class = judged.map(|value| {
            let class = analysis::class_of(&self.cuts, value);
            if self.direction == Direction::LowIsNeed { self.cuts.len() - class } else { class }
        });
        Cell { found, number, class, senseless }
    }

    fn printed(&self, cell: Cell, view: CellView) -> String {
        match (view, cell.number) {
            (CellView::Value, _) => {
                cell.found.map_or_else(String::new, |f| text::value_or_sign(f.value, f.status, self.decimals))
            }
            (CellView::ZValue, Some(number)) => text::signed(number, 2),
            (CellView::Place, Some(number)) => text::decimal(number, 0),
            (CellView::Deviation, Some(number)) => text::signed(number, self.decimals),
            (CellView::ZValue | CellView::Place | CellView::Deviation, None) if cell.senseless => {
                text::status_sign(Status::NotMeaningful).to_owned()
            }
            (CellView::ZValue | CellView::Place | CellView::Deviation, None) => String::new(),
        }
    }
}

impl Matrix {
    fn of(data: &PlanningData, key: Key, level: AreaLevel) -> Matrix {
        let columns: Vec<Card> =
            key.indicators.iter().filter_map(|id| Card::of(data, *id, key.period, level)).collect();
        let line = |area: &Area| Line {
            area: area.id,
            name: area.name.clone(),
            cells: columns
                .iter()
                .map(|card| {
                    let found = data.dataset.get(card.id, area.id, key.period);
                    card.cell(found, key.view, area.level == level)
                })
                .collect(),
        };
        let mut rows: Vec<Line> = key.areas.iter().filter_map(|id| data.area(*id)).map(line).collect();
        // An indicator that left the columns takes its order with it.
        let place = |by: Option<IndicatorId>| match by {
            None => Some(0),
            Some(id) => columns.iter().position(|card| card.id == id).map(|at| at + 1),
        };
        if let Some((column, order)) = key.sort.and_then(|(by, order)| Some((place(by)?, order))) {
            sort(&mut rows, column, order);
        }
        Matrix { key, rows, columns, level }
    }

    fn columns(&self, width: impl Fn(&str) -> f32) -> Vec<Column<'_>> {
        let of = |by: Option<IndicatorId>| self.key.sort.filter(|(own, _)| *own == by).map(|(_, order)| order);
        let area = std::iter::once(Column::text(words::AREA).fixed(214.0).sortable(of(None)));
        let cards = self.columns.iter().map(|card| {
            let unit = self.unit(card);
            let width = (width(&words::axis(&card.heading(), unit)) + 34.0).clamp(80.0, 250.0);
            Column::number(card.heading()).unit(unit).fixed(width).sortable(of(Some(card.id)))
        });
        area.chain(cards).collect()
    }

    /// The unit of the numbers in view.
    fn unit<'c>(&self, card: &'c Card) -> &'c str {
        match self.key.view {
            CellView::Value | CellView::Deviation if card.unit != "Personen" => card.unit.as_str(),
            CellView::Value | CellView::Deviation | CellView::ZValue | CellView::Place => "",
        }
    }

    /// What the numbers are: `Vergleich: z-Wert, Sozialräume`.
    fn title(&self) -> String {
        words::matrix_title(view_name(self.key.view), text::area_level_plural(self.level))
    }

    /// What has to be said besides the numbers, of those in view.
    fn notes(&self) -> Vec<String> {
        let mut notes = vec![note(self.key.view).to_owned()];
        if self.columns.iter().any(Card::is_context) {
            notes.push(context_note(self.key.view).to_owned());
        }
        if self.rows.iter().flat_map(|line| &line.cells).any(|cell| cell.senseless) {
            notes.push(words::MATRIX_SENSELESS.to_owned());
        }
        notes
    }

    fn observations(&self) -> Vec<Observation> {
        self.rows.iter().flat_map(|line| &line.cells).filter_map(|cell| cell.found).collect()
    }

    /// The table with title and notes. Numbers stand alone, so that they can be reckoned with: the notes name what marks
    /// they bear.
    fn copied(&self, cx: &PanelCx) -> String {
        let columns = self.columns(|_| 0.0);
        let table = DataTable::new("matrix", words::MATRIX, &columns).rows(self.rows.len());
        let table = table.tab_separated(&mut |index, row| {
            let line = &self.rows[index];
            row.name(&line.name);
            for (card, cell) in self.columns.iter().zip(&line.cells) {
                match (self.key.view, cell.number) {
                    (CellView::Value, Some(value)) => row.text(&text::decimal(value, card.decimals)),
                    _ => row.text(&self.sign_or_number(card, *cell)),
                }
            }
        });
        let period = cx.snapshot.data.period(self.key.period).map_or("", |period| period.label.as_str());
        picture::copied(cx, &words::dated(&self.title(), period), &table, period, &self.observations(), self.notes())
    }

    /// What is printed in a cell: a number of the view, or the sign of a value that is not there.
    fn sign_or_number(&self, card: &Card, cell: Cell) -> String {
        match cell.found {
            None => String::new(),
            Some(found) if found.value.is_none() => text::status_sign(found.status).to_owned(),
            Some(_) => card.printed(cell, self.key.view),
        }
    }

    fn figure(&self, cx: &PanelCx) -> Figure {
        let period = cx.snapshot.data.period(self.key.period).map_or("", |period| period.label.as_str());
        let cell = |card: &Card, cell: &Cell| MatrixCell { shown: self.sign_or_number(card, *cell), class: cell.class };
        let row = |line: &Line| MatrixRow {
            name: line.name.clone(),
            cells: self.columns.iter().zip(&line.cells).take(MOST_COLUMNS).map(|(card, own)| cell(card, own)).collect(),
        };
        let chart = MatrixChart {
            view: view_name(self.key.view).to_owned(),
            period: period.to_owned(),
            columns: self
                .columns
                .iter()
                .take(MOST_COLUMNS)
                .map(|card| words::axis(&card.heading(), self.unit(card)))
                .collect(),
            rows: self.rows.iter().take(MOST_ROWS).map(row).collect(),
            classes: (0..CLASSES).map(|class| crate::theme::report().palettes.need(class, CLASSES)).collect(),
        };
        let subtitle = words::map_subtitle(text::area_level_plural(self.level), period);
        let (title, shown) = (words::matrix_of(view_name(self.key.view)), self.observations());
        let mut figure = picture::figure(cx, title, subtitle, ChartSpec::Matrix(chart), period, &shown);
        figure.notes.splice(0..0, self.notes());
        if self.rows.len() > MOST_ROWS || self.columns.len() > MOST_COLUMNS {
            figure.notes.insert(0, words::matrix_cut(MOST_ROWS, self.rows.len(), MOST_COLUMNS, self.columns.len()));
        }
        figure
    }

    fn show(&self, ui: &mut Ui, cx: &mut PanelCx, cursor: &mut usize) -> Option<(Option<IndicatorId>, Sort)> {
        let columns = self.columns(|title| paint::galley(ui, title, TypeStyle::SmallStrong, tokens(ui).text2).size().x);
        let table = DataTable::new("matrix", words::MATRIX, &columns)
            .rows(self.rows.len())
            .row_height(row::NORMAL)
            .sticky_columns(1)
            .cursor(*cursor)
            .selected(self.rows.iter().position(|line| Some(line.area) == cx.focus.area));
        let mut asked = None;
        let response = table.show(ui, |index, row| self.describe(index, row, &mut asked));
        *cursor = response.column.unwrap_or(*cursor);
        let confirmed = response.activated.zip(cursor.checked_sub(1));
        let confirmed = confirmed.filter(|(row, column)| self.rows[*row].cells[*column].found.is_some());
        if let Some((row, column)) = asked.or(confirmed) {
            *cursor = column + 1;
            self.explain(cx, row, column);
        }
        let row = response.selected.and_then(|row| self.rows.get(row));
        if let Some(line) = row.filter(|line| cx.snapshot.data.city().is_none_or(|city| city.id != line.area)) {
            cx.outbox.push(Intent::SelectArea(line.area));
        }
        let by =
            response.sort.map(|column| column.checked_sub(1).and_then(|at| self.columns.get(at)).map(|card| card.id));
        by.map(|by| match self.key.sort {
            Some((own, Sort::Descending)) if own == by => (by, Sort::Ascending),
            Some((own, Sort::Ascending)) if own == by => (by, Sort::Descending),
            _ if by.is_none() => (by, Sort::Ascending),
            _ => (by, Sort::Descending),
        })
    }

    fn explain(&self, cx: &mut PanelCx, row: usize, column: usize) {
        let (line, card) = (&self.rows[row], &self.columns[column]);
        let cell = line.cells[column];
        let Some(value) = cell.found.and_then(|found| found.value).filter(|_| self.key.view != CellView::Value) else {
            let (indicator, area, period) = (card.id, line.area, self.key.period);
            cx.outbox.push(Intent::Inspect(Inspected::Value { indicator, area, period }));
            return;
        };
        let print = |value: f64| text::value_with_unit(value, card.decimals, &card.unit);
        let turned = card.direction == Direction::LowIsNeed;
        let mut steps = vec![(words::WHO.to_owned(), words::with_value(card.values.len()))];
        if card.is_context() {
            steps.push((words::CAVEAT.to_owned(), context_note(self.key.view).to_owned()));
        }
        if cell.senseless {
            steps.push((words::CAVEAT.to_owned(), words::MATRIX_SENSELESS.to_owned()));
        }
        let (title, how) = match self.key.view {
            CellView::Value => (words::VALUE, String::new()),
            CellView::ZValue => {
                (words::Z_VALUE, words::z_how(&print(value), &print(card.mean), &print(card.spread), turned))
            }
            CellView::Place => (words::PLACE, words::place_how(&print(value), card.values.len(), turned)),
            CellView::Deviation => {
                let city = card.city.map(print).unwrap_or_default();
                (words::VIEW_DEVIATION, words::deviation_how(&print(value), &city))
            }
        };
        let period = cx.snapshot.data.period(self.key.period).map_or("", |period| period.label.as_str());
        let explanation = Explanation {
            title: words::explained(title, &card.name),
            figure: card.printed(cell, self.key.view),
            of: words::explained(&line.name, period),
            steps: std::iter::once((words::HOW.to_owned(), how)).chain(steps).collect(),
        };
        cx.outbox.push(Intent::Explain(Arc::new(explanation)));
    }

    fn describe(&self, index: usize, row: &mut Row<'_>, asked: &mut Option<(usize, usize)>) {
        let line = &self.rows[index];
        row.name(&line.name);
        for (at, (card, cell)) in self.columns.iter().zip(&line.cells).enumerate() {
            match cell.found {
                None => row.empty(),
                Some(found) if found.value.is_none() => row.sign(text::status_sign(found.status)),
                Some(_) if cell.senseless => row.sign(text::status_sign(Status::NotMeaningful)),
                Some(_) => {
                    let shown = card.printed(*cell, self.key.view);
                    let classes = card.cuts.len() + 1;
                    row.widget(&shown, |ui, rect| {
                        let response = ui.interact(rect, ui.scope_id().with("value"), Sense::CLICK);
                        paint_cell(ui, rect, &shown, cell.class.map(|class| (class, classes)), response.hovered());
                        if response.clicked() {
                            *asked = Some((index, at));
                        }
                    });
                }
            }
        }
    }
}

/// The number at the right and a swatch of its class close before it, so that the number keeps its ground.
fn paint_cell(ui: &Ui, rect: Rect, shown: &str, class: Option<(usize, usize)>, hovered: bool) {
    let tokens = tokens(ui);
    let ink = if hovered { tokens.accent } else { tokens.text };
    let number = paint::text(ui, rect.right_center(), Align2::RIGHT_CENTER, shown, TypeStyle::Body, ink);
    if let Some((class, classes)) = class {
        let left = (rect.right() - NUMBER).min(number.left() - 12.0).max(rect.left() + 5.0);
        let swatch = Rect::from_center_size(pos2(left, rect.center().y), vec2(10.0, 14.0));
        let swatch = paint::snap(ui, swatch);
        ui.painter().rect_filled(swatch, 2.0, color32(tokens.palettes.need(class, classes)));
        ui.painter().rect_stroke(swatch, 2.0, line(stroke::LINE, tokens.frame), StrokeKind::Inside);
    }
}

/// Areas without number stand last in either order.
fn sort(rows: &mut [Line], column: usize, order: Sort) {
    let directed = |ordering: std::cmp::Ordering| match order {
        Sort::Ascending => ordering,
        Sort::Descending => ordering.reverse(),
    };
    let number = |line: &Line| column.checked_sub(1).and_then(|at| line.cells.get(at)?.number);
    rows.sort_by(|left, right| match (number(left), number(right)) {
        (Some(a), Some(b)) => directed(a.total_cmp(&b)).then(left.name.cmp(&right.name)),
        (Some(_), None) => std::cmp::Ordering::Less,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (None, None) if column == 0 => directed(left.name.cmp(&right.name)),
        (None, None) => left.name.cmp(&right.name),
    });
}

fn view_name(view: CellView) -> &'static str {
    match view {
        CellView::Value => words::VALUE,
        CellView::ZValue => words::Z_VALUE,
        CellView::Place => words::PLACE,
        CellView::Deviation => words::VIEW_DEVIATION,
    }
}

/// What the numbers of a view mean.
fn note(view: CellView) -> &'static str {
    match view {
        CellView::Value => words::MATRIX_VALUES,
        CellView::ZValue => words::MATRIX_Z,
        CellView::Place => words::MATRIX_PLACES,
        CellView::Deviation => words::MATRIX_DEVIATION,
    }
}

/// What they mean of an indicator that is only context.
fn context_note(view: CellView) -> &'static str {
    match view {
        CellView::Value | CellView::Deviation => words::CONTEXT_VALUES,
        CellView::ZValue => words::CONTEXT_Z,
        CellView::Place => words::CONTEXT_PLACES,
    }
}

fn legend(ui: &mut Ui, view: CellView, context: bool) {
    let rect = ui.max_rect();
    let tokens = tokens(ui);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, tokens.line_soft));
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space::L);
        ui.label(rich(words::FAVOURABLE, TypeStyle::Small, tokens.text2));
        for class in 0..CLASSES {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            ui.painter().rect_filled(rect, 2.0, color32(tokens.palettes.need(class, CLASSES)));
            ui.painter().rect_stroke(rect, 2.0, line(stroke::LINE, tokens.frame), StrokeKind::Inside);
        }
        ui.label(rich(words::BURDENED, TypeStyle::Small, tokens.text2));
        let context = if context { format!(" · {}", context_note(view)) } else { String::new() };
        let note = format!("{}{context} · {}", note(view), words::MATRIX_CLICK);
        ui.add(Label::new(rich(note.as_str(), TypeStyle::Small, tokens.text3)).truncate()).on_hover_text(note);
    });
}
