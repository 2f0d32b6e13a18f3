//! An indicator as a map, and beside a second one as a scatter and a table.

use super::scatter::{self, Axis, Point};
use crate::analysis::{self, Correlation};
use crate::domain::{Area, AreaId, AreaLevel, Direction, Indicator, IndicatorId, Observation, PeriodId, PlanningData};
use crate::text::{self, panel::analyse as words, panel::uebersicht as map_words};
use crate::theme::{TypeStyle, row, space, stroke};
use crate::ui::widget::area_map::{AreaMap, MapArea, legend};
use crate::ui::widget::area_shapes::ShapeCache;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row, Sort};
use crate::ui::widget::style::{line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, aktionsraeume};
use egui::{Align, CentralPanel, Frame, Label, Layout, Margin, Panel, Ui, vec2};

const CLASSES: usize = 5;
const TOOLBAR: f32 = 36.0;

/// State of the tab: the two indicators, the order of the table, and what was looked up for them.
#[derive(Default)]
pub struct RelationTab {
    shown: Option<IndicatorId>,
    against: Option<IndicatorId>,
    sort: Option<(usize, Sort)>,
    choices: Choices,
    shapes: ShapeCache,
    cached: Option<Relation>,
}

/// What can be chosen, kept until data or ranking change.
#[derive(Default)]
struct Choices {
    key: Option<(u64, Option<String>, AreaLevel)>,
    cards: Vec<(IndicatorId, String)>,
}

#[derive(Clone, Debug, PartialEq)]
struct Key {
    data: u64,
    run: Option<String>,
    level: AreaLevel,
    shown: IndicatorId,
    against: IndicatorId,
    sort: Option<(usize, Sort)>,
}

/// An indicator in the period that is shown.
struct Card {
    name: String,
    unit: String,
    decimals: u8,
    period: String,
    city: Option<f64>,
    direction: Direction,
}

struct Line {
    area: AreaId,
    name: String,
    shown: Option<Observation>,
    against: Option<Observation>,
    rank: Option<u32>,
    class: Option<usize>,
    member: bool,
}

struct Relation {
    key: Key,
    shown: Card,
    against: Card,
    lines: Vec<Line>,
    map: Vec<MapArea>,
    labels: Vec<String>,
    correlation: Option<Correlation>,
}

/// The level that is compared: the ranked one, else that of the current area.
pub fn level(cx: &PanelCx) -> AreaLevel {
    let ranked = cx.derived.ranking().map(|ranking| ranking.run.spec.areas.level);
    ranked.or_else(|| cx.area().map(|area| area.level)).unwrap_or(AreaLevel::Sozialraum)
}

impl RelationTab {
    /// Draws the tab.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        self.refresh(cx);
        let Some(relation) = self.cached.take() else {
            return super::empty(ui, cx, words::NO_VALUES_TITLE, words::NO_VALUES);
        };
        let choices = std::mem::take(&mut self.choices);
        let width = (ui.available_width() * 0.54).clamp(420.0, 980.0).floor();
        let right = Panel::right("zusammenhang-rechts").exact_size(width).resizable(false).show_separator_line(false);
        right.frame(Frame::NONE).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            let against =
                toolbar(ui, "zusammenhang-kopf", words::AGAINST, relation.key.against, &choices.cards, words::AXIS_X);
            self.against = against.or(self.against);
            relation.right(ui, cx, &mut self.sort);
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            let shown = toolbar(ui, "karte-kopf", words::SHOWN, relation.key.shown, &choices.cards, words::AXIS_Y);
            self.shown = shown.or(self.shown);
            relation.left(ui, cx, &self.shapes);
        });
        self.choices = choices;
        self.cached = Some(relation);
    }

    /// The table as tab-separated text.
    pub fn copied(&mut self, cx: &PanelCx) -> Option<String> {
        self.refresh(cx);
        let relation = self.cached.as_ref()?;
        let columns = relation.columns();
        let table = DataTable::new("zusammenhang", words::MAP, &columns).rows(relation.lines.len());
        Some(table.tab_separated(&mut |index, row| relation.describe(index, row)))
    }

    fn refresh(&mut self, cx: &PanelCx) {
        self.choices.refresh(cx);
        let choices = &self.choices.cards;
        let known = |id: &IndicatorId| choices.iter().any(|(choice, _)| choice == id);
        let first = self.shown.filter(known).or(choices.first().map(|(id, _)| *id));
        let second = self.against.filter(known).or(choices.get(1).or(choices.first()).map(|(id, _)| *id));
        let (Some(shown), Some(against)) = (first, second) else {
            self.cached = None;
            return;
        };
        let data = &cx.snapshot.data;
        let places: Vec<(AreaId, bool)> = data.areas_of(level(cx)).map(|area| (area.id, area.tile.is_some())).collect();
        self.shapes.refresh(&data.boundaries, level(cx), &places);
        let run = cx.derived.ranking().map(|ranking| ranking.run.fingerprint.clone());
        let key = Key { data: cx.snapshot.data.revision, run, level: level(cx), shown, against, sort: self.sort };
        if self.cached.as_ref().is_none_or(|relation| relation.key != key) {
            self.cached = Relation::of(cx, key);
        }
    }
}

impl Choices {
    fn refresh(&mut self, cx: &PanelCx) {
        let run = cx.derived.ranking().map(|ranking| ranking.run.fingerprint.clone());
        let key = Some((cx.snapshot.data.revision, run, level(cx)));
        if self.key != key {
            self.cards = choices(cx);
            self.key = key;
        }
    }
}

/// Indicators with values on the level: those of the recipe first.
fn choices(cx: &PanelCx) -> Vec<(IndicatorId, String)> {
    let data = &cx.snapshot.data;
    let level = level(cx);
    let recipe = cx.derived.ranking().map(|ranking| ranking.run.indicators.as_slice()).unwrap_or_default();
    let mut cards: Vec<&Indicator> = recipe.iter().filter_map(|id| data.indicator(*id)).collect();
    cards.extend(data.indicators.iter().filter(|card| !recipe.contains(&card.id)));
    cards.retain(|card| period_of(cx, card.id, level).is_some());
    cards.into_iter().map(|card| (card.id, words::axis(&card.name, &card.unit))).collect()
}

/// The ranked period where the indicator has values in it, else its newest dated one.
fn period_of(cx: &PanelCx, indicator: IndicatorId, level: AreaLevel) -> Option<PeriodId> {
    let data = &cx.snapshot.data;
    let filled = |period: &PeriodId| {
        let with_value = data.areas_of(level).filter(|area| data.dataset.value(indicator, area.id, *period).is_some());
        with_value.take(2).count() == 2
    };
    let ranked = cx.derived.ranking().map(|ranking| ranking.run.period).filter(filled);
    let mut dated = data.periods.iter().rev().filter(|period| period.year.is_some()).map(|period| period.id);
    ranked.or_else(|| dated.find(filled))
}

fn toolbar(
    ui: &mut Ui,
    id: &'static str,
    name: &str,
    current: IndicatorId,
    choices: &[(IndicatorId, String)],
    axis: &str,
) -> Option<IndicatorId> {
    let tokens = crate::ui::widget::style::tokens(ui);
    let mut chosen = None;
    super::strip(id, true, TOOLBAR).show(ui, |ui| {
        let rect = ui.max_rect();
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line_soft));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(space::L);
            ui.label(rich(axis, TypeStyle::Small, tokens.text2));
            let width = (ui.available_width() - 24.0).min(330.0);
            chosen = super::compact(ui, width, |ui| {
                Combo::new(name).compact().width(width).show(ui, Some(&current), choices)
            });
        });
    });
    chosen
}

impl Card {
    fn of(data: &PlanningData, id: IndicatorId, period: PeriodId) -> Option<Card> {
        let card = data.indicator(id)?;
        Some(Card {
            name: card.name.clone(),
            unit: card.unit.clone(),
            decimals: card.decimals,
            period: data.period(period)?.label.clone(),
            city: data.city().and_then(|city| data.dataset.value(id, city.id, period)),
            direction: card.direction,
        })
    }
}

impl Relation {
    fn of(cx: &PanelCx, key: Key) -> Option<Relation> {
        let data = &cx.snapshot.data;
        let (shown, against) = (period_of(cx, key.shown, key.level)?, period_of(cx, key.against, key.level)?);
        let values: Vec<f64> =
            data.areas_of(key.level).filter_map(|area| data.dataset.value(key.shown, area.id, shown)).collect();
        let cuts = analysis::quantile_cuts(&values, CLASSES);
        let members = aktionsraeume(cx.snapshot);
        let ranking = cx.derived.ranking();
        let shown_card = Card::of(data, key.shown, shown)?;
        // Dark always means more need: where low values do, the classes run the other way.
        let turned = shown_card.direction == Direction::LowIsNeed;
        let class = |value| {
            let class = analysis::class_of(&cuts, value);
            if turned { cuts.len() - class } else { class }
        };
        let line = |area: &Area| {
            let value = data.dataset.get(key.shown, area.id, shown);
            Line {
                area: area.id,
                name: area.name.clone(),
                class: value.and_then(|found| found.value).map(class),
                shown: value,
                against: data.dataset.get(key.against, area.id, against),
                rank: ranking.and_then(|ranking| Some(ranking.run.rank[ranking.run.row_of(area.id)?])),
                member: members.contains(&area.id),
            }
        };
        let mut lines: Vec<Line> = data.areas_of(key.level).map(line).collect();
        lines.retain(|line| line.shown.is_some() || line.against.is_some() || line.member);
        let number = |observation: &Option<Observation>| observation.and_then(|found| found.value);
        let pairs: Vec<_> = lines.iter().map(|line| (number(&line.against), number(&line.shown))).collect();
        let mut labels = map_words::cut_borders(&cuts, shown_card.decimals);
        if turned {
            labels.reverse();
        }
        let mut relation = Relation {
            labels,
            correlation: analysis::correlation(&pairs),
            map: Vec::new(),
            against: Card::of(data, key.against, against)?,
            shown: shown_card,
            lines,
            key,
        };
        relation.map = relation.map_areas(data);
        relation.sort();
        Some(relation)
    }

    fn map_areas(&self, data: &PlanningData) -> Vec<MapArea> {
        let area = |line: &Line| {
            let card =
                data.area(line.area).filter(|card| card.tile.is_some() || data.boundaries.of(card.id).is_some())?;
            let value = line.shown.map(|found| text::value_or_sign(found.value, found.status, self.shown.decimals));
            let status = line.shown.filter(|found| found.value.is_none()).map(|found| text::status_label(found.status));
            Some(MapArea {
                id: line.area,
                name: line.name.clone(),
                tile: card.tile,
                class: line.class,
                rank: None,
                outlined: line.member,
                note: match (status, value) {
                    (Some(status), _) => status.to_owned(),
                    (None, Some(value)) => format!("{value} {}", self.shown.unit),
                    (None, None) => words::NO_VALUE.to_owned(),
                },
            })
        };
        self.lines.iter().filter_map(area).collect()
    }

    /// Values without number stand last in either order.
    fn sort(&mut self) {
        let (column, order) = self.key.sort.unwrap_or((1, Sort::Descending));
        let number = |line: &Line| match column {
            1 => line.shown.and_then(|found| found.value),
            2 => line.against.and_then(|found| found.value),
            _ => line.rank.map(f64::from),
        };
        self.lines.sort_by(|left, right| {
            let by_name = left.name.cmp(&right.name);
            if column == 0 {
                return match order {
                    Sort::Ascending => by_name,
                    Sort::Descending => by_name.reverse(),
                };
            }
            match (number(left), number(right)) {
                (Some(left), Some(right)) => match order {
                    Sort::Ascending => left.total_cmp(&right),
                    Sort::Descending => right.total_cmp(&left),
                }
                .then(by_name),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (None, None) => by_name,
            }
        });
    }

    #[expect(clippy::cast_precision_loss, reason = "few classes")]
    fn left(&self, ui: &mut Ui, cx: &mut PanelCx, shapes: &ShapeCache) {
        let inner = Frame::NONE.inner_margin(Margin::symmetric(12, 0));
        let foot = Panel::bottom("karte-fuss").exact_size(32.0).resizable(false).show_separator_line(false);
        foot.frame(inner).show(ui, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let direction = text::direction(self.shown.direction);
                let drawn = if shapes.shapes().is_some() { words::FROM_BOUNDARIES } else { words::SCHEMATIC };
                let note = format!("{} · {direction} · {}", words::values_of(&self.shown.period), drawn);
                ui.add(Label::new(rich(note, TypeStyle::Small, cx.tokens.text2)).truncate());
            });
        });
        let height = 18.0 * (self.labels.len() + 3) as f32 + space::M;
        let key = Panel::bottom("karte-legende").exact_size(height).resizable(false).show_separator_line(false);
        key.frame(inner).show(ui, |ui| {
            legend(ui, &words::legend(self.labels.len(), &self.shown.unit), &self.labels, false, Some(words::OUTLINED));
        });
        CentralPanel::default().frame(Frame::NONE.inner_margin(Margin::same(12))).show(ui, |ui| {
            if self.map.is_empty() {
                ui.centered_and_justified(|ui| label::small(ui, words::NO_TILES));
                return;
            }
            let map = AreaMap::new(&self.shown.name, &self.map, self.labels.len())
                .selected(cx.focus.area)
                .shapes(shapes.shapes().map(|shapes| &**shapes));
            let size = ui.available_size();
            if let Some(area) = map.show(ui, size).selected {
                cx.outbox.push(Intent::SelectArea(area));
            }
        });
    }

    fn right(&self, ui: &mut Ui, cx: &mut PanelCx, sort: &mut Option<(usize, Sort)>) {
        let height = (ui.available_height() * 0.52).floor();
        super::strip("streudiagramm", true, height).show(ui, |ui| self.scatter(ui, cx));
        super::strip("korrelation", true, 42.0).show(ui, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::L);
                ui.label(rich(icon::INFO, TypeStyle::Body, cx.tokens.text2));
                let sentence = self.correlation.map_or_else(
                    || words::NO_CORRELATION.to_owned(),
                    |found| words::correlation(found.spearman, found.pearson, found.pairs),
                );
                let width = ui.available_width() - space::L;
                ui.allocate_ui(vec2(width, 32.0), |ui| {
                    ui.add(Label::new(rich(sentence, TypeStyle::Small, cx.tokens.text2)).wrap());
                });
            });
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| self.table(ui, cx, sort));
    }

    fn scatter(&self, ui: &mut Ui, cx: &mut PanelCx) {
        let axis = |card: &Card| Axis {
            title: words::axis(&card.name, &card.unit),
            unit: card.unit.clone(),
            decimals: card.decimals,
            city: card.city,
        };
        let point = |line: &Line| {
            Some(Point {
                area: line.area,
                name: line.name.clone(),
                x: line.against?.value?,
                y: line.shown?.value?,
                class: line.class.unwrap_or(0),
                member: line.member,
            })
        };
        let points: Vec<Point> = self.lines.iter().filter_map(point).collect();
        let (x, y) = (axis(&self.against), axis(&self.shown));
        if let Some(area) = scatter::show(ui, &points, &x, &y, self.labels.len(), cx.focus.area) {
            cx.outbox.push(Intent::SelectArea(area));
        }
    }

    fn columns(&self) -> [Column<'_>; 4] {
        let sorted = self.key.sort.unwrap_or((1, Sort::Descending));
        let of = |at: usize| (sorted.0 == at).then_some(sorted.1);
        [
            Column::text(words::AREA).flex(150.0).sortable(of(0)),
            Column::number(self.shown.name.as_str()).unit(self.shown.unit.as_str()).flex(120.0).sortable(of(1)),
            Column::number(self.against.name.as_str()).unit(self.against.unit.as_str()).flex(120.0).sortable(of(2)),
            Column::number(words::RANK).fixed(64.0).sortable(of(3)),
        ]
    }

    fn table(&self, ui: &mut Ui, cx: &mut PanelCx, sort: &mut Option<(usize, Sort)>) {
        let columns = self.columns();
        let table = DataTable::new("zusammenhang", words::MAP, &columns)
            .rows(self.lines.len())
            .row_height(row::DENSE)
            .selected(self.lines.iter().position(|line| Some(line.area) == cx.focus.area));
        let response = table.show(ui, |index, row| self.describe(index, row));
        if let Some(line) = response.selected.and_then(|row| self.lines.get(row)) {
            cx.outbox.push(Intent::SelectArea(line.area));
        }
        if let Some(column) = response.sort {
            let present = self.key.sort.unwrap_or((1, Sort::Descending));
            let order = match (present.0 == column, present.1) {
                (true, Sort::Ascending) => Sort::Descending,
                (true, Sort::Descending) => Sort::Ascending,
                (false, _) if column == 1 || column == 2 => Sort::Descending,
                (false, _) => Sort::Ascending,
            };
            *sort = Some((column, order));
        }
    }

    fn describe(&self, index: usize, row: &mut Row<'_>) {
        let line = &self.lines[index];
        row.name(&line.name);
        for (found, decimals) in [(line.shown, self.shown.decimals), (line.against, self.against.decimals)] {
            match found {
                None => row.empty(),
                Some(found) if found.value.is_none() => row.sign(text::status_sign(found.status)),
                Some(found) => row.text(&text::value_or_sign(found.value, found.status, decimals)),
            }
        }
        match line.rank {
            Some(rank) => row.text(&rank.to_string()),
            None => row.empty(),
        }
    }
}
