//! All values of a period: areas down, indicators across.

use crate::domain::{Area, AreaId, AreaLevel, IndicatorId, Observation, PeriodId, PlanningData};
use crate::text::{self, panel::analyse as words};
use crate::theme::{TypeStyle, row, space, stroke};
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::paint;
use crate::ui::widget::style::{line, rich, tokens};
use crate::ui::{Inspected, Intent, PanelCx, aktionsraeume};
use egui::{Align, Align2, CentralPanel, Frame, Layout, Sense, Ui};

/// State of the tab: the period in view and what was looked up for it.
#[derive(Default)]
pub struct MatrixTab {
    period: Option<PeriodId>,
    /// Periods with values, kept until the data change.
    periods: Option<((u64, AreaLevel), Periods)>,
    cached: Option<Matrix>,
}

/// Periods with their labels, newest first.
type Periods = Vec<(PeriodId, String)>;

struct Matrix {
    key: (u64, PeriodId, Vec<AreaId>),
    areas: Vec<(AreaId, String)>,
    columns: Vec<Card>,
    /// Row by row.
    cells: Vec<Option<Observation>>,
}

struct Card {
    id: IndicatorId,
    name: String,
    unit: String,
    decimals: u8,
}

impl MatrixTab {
    /// Draws the tab.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let periods = self.refresh(cx);
        let Some(matrix) = &self.cached else {
            return super::empty(ui, cx, words::NO_VALUES_TITLE, words::NO_VALUES);
        };
        let mut chosen = None;
        super::strip("matrix-kopf", true, 36.0).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line_soft));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::L);
                ui.label(rich(words::PERIOD, TypeStyle::Small, cx.tokens.text2));
                chosen = super::compact(ui, 150.0, |ui| {
                    Combo::new(words::PERIOD).compact().width(150.0).show(ui, Some(&matrix.key.1), &periods)
                });
            });
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| matrix.show(ui, cx));
        if chosen.is_some() {
            self.period = chosen;
        }
    }

    /// The table as tab-separated text.
    pub fn copied(&mut self, cx: &PanelCx) -> Option<String> {
        self.refresh(cx);
        let matrix = self.cached.as_ref()?;
        let columns = matrix.columns(|_| 0.0);
        let table = DataTable::new("matrix", words::MATRIX, &columns).rows(matrix.areas.len());
        Some(table.tab_separated(&mut |index, row| matrix.describe(index, row, &mut None)))
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
        let areas: Vec<&Area> = areas(cx, level);
        let key = (cx.snapshot.data.revision, period, areas.iter().map(|area| area.id).collect());
        if self.cached.as_ref().is_none_or(|matrix| matrix.key != key) {
            self.cached = Some(Matrix::of(&cx.snapshot.data, key, &areas));
        }
        periods
    }
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

/// The city, the Aktionsräume, then the other areas of the level.
fn areas<'a>(cx: &PanelCx<'a>, level: AreaLevel) -> Vec<&'a Area> {
    let data = &cx.snapshot.data;
    let mut areas: Vec<&Area> = data.city().into_iter().collect();
    let members = aktionsraeume(cx.snapshot);
    areas.extend(members.iter().filter_map(|id| data.area(*id)).filter(|area| area.level == level));
    areas.extend(data.areas_of(level).filter(|area| !members.contains(&area.id)));
    areas
}

impl Matrix {
    fn of(data: &PlanningData, key: (u64, PeriodId, Vec<AreaId>), areas: &[&Area]) -> Matrix {
        let period = key.1;
        let inside = |card: &&crate::domain::Indicator| {
            let level = areas.last().map(|area| area.level);
            let own = areas.iter().filter(|area| Some(area.level) == level);
            own.into_iter().any(|area| data.dataset.get(card.id, area.id, period).is_some())
        };
        let columns: Vec<Card> = data
            .indicators
            .iter()
            .filter(inside)
            .map(|card| Card { id: card.id, name: card.name.clone(), unit: card.unit.clone(), decimals: card.decimals })
            .collect();
        let cells = areas
            .iter()
            .flat_map(|area| columns.iter().map(|card| data.dataset.get(card.id, area.id, period)))
            .collect();
        Matrix { areas: areas.iter().map(|area| (area.id, area.name.clone())).collect(), columns, cells, key }
    }

    fn columns(&self, width: impl Fn(&str) -> f32) -> Vec<Column<'_>> {
        let area = std::iter::once(Column::text(words::AREA).fixed(214.0));
        let cards = self.columns.iter().map(|card| {
            let unit = if card.unit == "Personen" { "" } else { card.unit.as_str() };
            let title = words::axis(&card.name, unit);
            Column::number(card.name.as_str()).unit(unit).fixed((width(&title) + 18.0).clamp(80.0, 240.0))
        });
        area.chain(cards).collect()
    }

    fn show(&self, ui: &mut Ui, cx: &mut PanelCx) {
        let columns = self.columns(|title| paint::galley(ui, title, TypeStyle::SmallStrong, tokens(ui).text2).size().x);
        let table = DataTable::new("matrix", words::MATRIX, &columns)
            .rows(self.areas.len())
            .row_height(row::NORMAL)
            .sticky_columns(1)
            .selected(self.areas.iter().position(|(area, _)| Some(*area) == cx.focus.area));
        let mut asked = None;
        let response = table.show(ui, |index, row| self.describe(index, row, &mut asked));
        if let Some((area, indicator)) = asked {
            cx.outbox.push(Intent::Inspect(Inspected::Value { indicator, area, period: self.key.1 }));
        }
        let row = response.selected.and_then(|row| self.areas.get(row));
        if let Some((area, _)) = row.filter(|(area, _)| cx.snapshot.data.city().is_none_or(|city| city.id != *area)) {
            cx.outbox.push(Intent::SelectArea(*area));
        }
    }

    fn describe(&self, index: usize, row: &mut Row<'_>, asked: &mut Option<(AreaId, IndicatorId)>) {
        let (area, name) = &self.areas[index];
        row.name(name);
        for (at, card) in self.columns.iter().enumerate() {
            match self.cells[index * self.columns.len() + at] {
                None => row.empty(),
                Some(value) if value.value.is_none() => row.sign(text::status_sign(value.status)),
                Some(value) => {
                    let shown = text::value_or_sign(value.value, value.status, card.decimals);
                    row.widget(&shown, |ui, rect| {
                        let response = ui.interact(rect, ui.scope_id().with("value"), Sense::CLICK);
                        let ink = if response.hovered() { tokens(ui).accent } else { tokens(ui).text };
                        paint::text(ui, rect.right_center(), Align2::RIGHT_CENTER, &shown, TypeStyle::Body, ink);
                        if response.clicked() {
                            *asked = Some((*area, card.id));
                        }
                    });
                }
            }
        }
    }
}
