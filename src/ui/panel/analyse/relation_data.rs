//! What map, scatter and table of the relation show: looked up once, until data, ranking or a choice change.

use super::relation_pockets::Pockets;
use crate::analysis::space::{LocalStatistics, NeighbourRule, Quadrant, SpaceError, SpaceRun, SpaceSpec};
use crate::analysis::structure::{Regression, regression};
use crate::analysis::{self, Correlation, MapClasses};
use crate::domain::{Area, AreaId, AreaLevel, Direction, IndicatorId, Observation, PeriodId, PlanningData};
use crate::text::{self, Explain as _, panel::analyse as words, panel::uebersicht as map_words};
use crate::ui::tile_map::TileMap;
use crate::ui::widget::area_map::MapArea;
use crate::ui::widget::data_table::Sort;
use crate::ui::{PanelCx, named_aktionsraeume};
use std::sync::Arc;

/// Permutations of the spatial statistics.
const PERMUTATIONS: u32 = 999;
const SEED: u64 = 20_261_122;
/// Up to this corrected p an area is coloured by its neighbours.
const SIGNIFICANT: f64 = 0.05;
/// Up to this one a hot or cold spot has the stronger colour.
const HIGHLY_SIGNIFICANT: f64 = 0.01;

/// What the map's colours mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapView {
    /// Classes of the values.
    #[default]
    Classes,
    /// Distance from the city's value.
    Deviation,
    /// Where high values lie beside high ones.
    Clusters,
}

/// Which local statistic colours a map of clusters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LocalPattern {
    /// Local Moran: an area beside its neighbours.
    #[default]
    Moran,
    /// Getis-Ord G*: an area together with its neighbours.
    GStar,
}

/// What stands below the scatter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lower {
    /// All areas.
    #[default]
    Areas,
    /// The selected set.
    Chosen,
    /// Hidden pockets.
    Pockets,
}

/// What the relation rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// Revision of the data.
    pub data: u64,
    /// Fingerprint of the ranking.
    pub run: Option<String>,
    /// Level that is compared.
    pub level: AreaLevel,
    /// Indicator of the map, up.
    pub shown: IndicatorId,
    /// Second indicator, across.
    pub against: IndicatorId,
    /// Column and order of the table.
    pub sort: Option<(usize, Sort)>,
    /// How classes are made.
    pub method: MapClasses,
    /// How many classes.
    pub classes: usize,
    /// What the colours mean.
    pub view: MapView,
    /// Which local statistic, where they mean clusters.
    pub local: LocalPattern,
    /// What makes two areas neighbours.
    pub rule: NeighbourRule,
    /// Whether hidden pockets are looked for.
    pub pockets: bool,
    /// The answer of the spatial statistics that is shown, by its place in memory.
    pub space: Option<usize>,
}

/// An indicator in the period that is shown.
pub struct Card {
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// Decimals.
    pub decimals: u8,
    /// Label of the period.
    pub period: String,
    /// The city's value.
    pub city: Option<f64>,
    /// Which values mean need.
    pub direction: Direction,
}

/// An area.
pub struct Line {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// The map's indicator.
    pub shown: Option<Observation>,
    /// The second one.
    pub against: Option<Observation>,
    /// Its rank.
    pub rank: Option<f64>,
    /// Its class, place in the legend; none without a value.
    pub class: Option<usize>,
    /// Whether it is an Aktionsraum.
    pub member: bool,
}

/// Spatial statistics, or why there are none.
pub enum Space {
    /// They were computed.
    Found(Arc<Result<SpaceRun, SpaceError>>),
    /// They are being computed.
    Awaited,
    /// The reason in words.
    Refused(String),
}

/// Everything that is shown.
pub struct Relation {
    /// What it rests on.
    pub key: Key,
    /// The map's indicator.
    pub shown: Card,
    /// The second one.
    pub against: Card,
    /// Areas in the order of the table.
    pub lines: Vec<Line>,
    /// Areas with a place on the map.
    pub map: Vec<MapArea>,
    /// Words of the legend.
    pub labels: Vec<String>,
    /// How the two go together.
    pub correlation: Option<Correlation>,
    /// The line of least squares.
    pub line: Option<Regression>,
    /// Spatial statistics, where clusters are shown.
    pub space: Option<Space>,
    /// Hidden pockets, where they were asked for and a finer level has values.
    pub pockets: Option<Pockets>,
}

/// The ranked period where the indicator has values in it, else its newest dated one.
pub fn period_of(cx: &PanelCx, indicator: IndicatorId, level: AreaLevel) -> Option<PeriodId> {
    let data = &cx.snapshot.data;
    let filled = |period: &PeriodId| {
        let with_value = data.areas_of(level).filter(|area| data.dataset.value(indicator, area.id, *period).is_some());
        with_value.take(2).count() == 2
    };
    let ranked = cx.derived.ranking().map(|ranking| ranking.run.period).filter(filled);
    let mut dated = data.periods.iter().rev().filter(|period| period.year.is_some()).map(|period| period.id);
    ranked.or_else(|| dated.find(filled))
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

    /// Dark always means more need: where low values do, the classes run the other way.
    fn turned(&self) -> bool {
        self.direction == Direction::LowIsNeed
    }
}

impl Relation {
    /// Looks everything up.
    pub fn of(cx: &PanelCx, key: Key) -> Option<Relation> {
        let data = &cx.snapshot.data;
        let (shown, against) = (period_of(cx, key.shown, key.level)?, period_of(cx, key.against, key.level)?);
        let members = named_aktionsraeume(cx.snapshot);
        let ranking = cx.derived.ranking();
        let line = |area: &Area| Line {
            area: area.id,
            name: area.name.clone(),
            class: None,
            shown: data.dataset.get(key.shown, area.id, shown),
            against: data.dataset.get(key.against, area.id, against),
            rank: ranking.and_then(|ranking| Some(ranking.run.place[ranking.run.row_of(area.id)?])),
            member: members.contains(&area.id),
        };
        let mut lines: Vec<Line> = data.areas_of(key.level).map(line).collect();
        lines.retain(|line| line.shown.is_some() || line.against.is_some() || line.member);
        let number = |observation: &Option<Observation>| observation.and_then(|found| found.value);
        let pairs: Vec<_> = lines.iter().map(|line| (number(&line.against), number(&line.shown))).collect();
        let mut relation = Relation {
            correlation: analysis::correlation(&pairs).filter(|_| key.shown != key.against),
            line: regression(&pairs).filter(|_| key.shown != key.against),
            labels: Vec::new(),
            map: Vec::new(),
            against: Card::of(data, key.against, against)?,
            shown: Card::of(data, key.shown, shown)?,
            space: None,
            pockets: key.pockets.then(|| Pockets::of(data, key.shown, shown, key.level)).flatten(),
            lines,
            key,
        };
        match relation.key.view {
            MapView::Classes | MapView::Deviation => relation.classify(),
            MapView::Clusters => relation.cluster(cx),
        }
        relation.map = relation.map_areas(data);
        relation.sort();
        Some(relation)
    }

    /// The spatial statistics, if there are any.
    pub fn run(&self) -> Option<&SpaceRun> {
        match self.space.as_ref()? {
            Space::Found(run) => run.as_ref().as_ref().ok(),
            Space::Awaited | Space::Refused(_) => None,
        }
    }

    /// What an area and its neighbours have to do with each other.
    pub fn local(&self, area: AreaId) -> Option<&LocalStatistics> {
        let run = self.run()?;
        run.local.get(run.areas.iter().position(|own| *own == area)?)
    }

    /// Classes of the values as they are printed, so that the legend agrees with the number beside every area.
    fn classify(&mut self) {
        let printed = |value: f64| rounded(value, self.shown.decimals);
        let values: Vec<f64> = self.lines.iter().filter_map(|line| line.shown?.value).map(printed).collect();
        let city = self.shown.city.filter(|_| self.key.view == MapView::Deviation);
        let cuts = match city {
            Some(city) => analysis::deviation_cuts(&values, city, self.key.classes),
            None => analysis::map_cuts(&values, self.key.method, self.key.classes),
        };
        let turned = self.shown.turned();
        for line in &mut self.lines {
            let value = line.shown.and_then(|found| found.value);
            let class = value.map(|value| analysis::class_of(&cuts, rounded(value, self.shown.decimals)));
            line.class = class.map(|class| if turned { cuts.len() - class } else { class });
        }
        self.labels = map_words::cut_borders(&cuts, border_decimals(&cuts, &values, self.shown.decimals));
        if turned {
            self.labels.reverse();
        }
    }

    fn cluster(&mut self, cx: &PanelCx) {
        let context = self.shown.direction == Direction::Context;
        let labels = match self.key.local {
            LocalPattern::Moran => words::clusters(context),
            LocalPattern::GStar => words::hot_spots(context),
        };
        self.labels = labels.map(str::to_owned).to_vec();
        self.space = Some(match space_answer(cx, &self.key) {
            None => Space::Awaited,
            Some(run) => match run.as_ref() {
                Ok(_) => Space::Found(run.clone()),
                Err(error) => {
                    let message = error.message();
                    Space::Refused(format!("{}. {}", message.title, message.happened))
                }
            },
        });
        let turned = self.shown.turned();
        let class_of = match self.key.local {
            LocalPattern::Moran => cluster_class,
            LocalPattern::GStar => hot_spot_class,
        };
        let class = |line: &Line| {
            let outside = line.shown?.value.map(|_| OUTSIDE);
            self.local(line.area).map(|local| class_of(local, turned)).or(outside)
        };
        let classes: Vec<Option<usize>> = self.lines.iter().map(class).collect();
        if classes.contains(&Some(OUTSIDE)) {
            self.labels.push(if self.run().is_some() { words::OUTSIDE } else { words::NOT_YET }.to_owned());
        }
        for (line, class) in self.lines.iter_mut().zip(classes) {
            line.class = class;
        }
    }

    /// Areas with a value that take no part in the pattern, by name.
    pub fn outside(&self) -> Vec<&str> {
        let outside = |line: &&Line| self.run().is_some() && line.class == Some(OUTSIDE);
        self.lines.iter().filter(outside).map(|line| line.name.as_str()).collect()
    }

    /// Areas with a value that have no boundary, by name.
    pub fn without_boundary(&self, data: &PlanningData) -> Vec<&str> {
        let valued = self.lines.iter().filter(|line| line.shown.is_some_and(|found| found.value.is_some()));
        valued.filter(|line| data.boundaries.of(line.area).is_none()).map(|line| line.name.as_str()).collect()
    }

    fn map_areas(&self, data: &PlanningData) -> Vec<MapArea> {
        let tiles = TileMap::of(data, self.key.level);
        let area = |line: &Line| {
            let card = data.area(line.area)?;
            let tile = tiles.place(card);
            if tile.is_none() && data.boundaries.of(card.id).is_none() {
                return None;
            }
            let value = line.shown.map(|found| text::value_or_sign(found.value, found.status, self.shown.decimals));
            let status = line.shown.filter(|found| found.value.is_none()).map(|found| text::status_label(found.status));
            let value = match (status, value) {
                (Some(status), _) => status.to_owned(),
                (None, Some(value)) => format!("{value} {}", self.shown.unit),
                (None, None) => words::NO_VALUE.to_owned(),
            };
            let label = line.class.filter(|_| self.key.view == MapView::Clusters);
            let label = label.and_then(|class| self.labels.get(class));
            Some(MapArea {
                id: line.area,
                name: line.name.clone(),
                tile,
                class: line.class,
                rank: None,
                outlined: line.member,
                note: label.map_or_else(|| value.clone(), |label| format!("{value} · {label}")),
            })
        };
        self.lines.iter().filter_map(area).collect()
    }

    /// Whether Aktionsräume are marked.
    pub fn has_members(&self) -> bool {
        self.lines.iter().any(|line| line.member)
    }

    /// Values without number stand last in either order.
    fn sort(&mut self) {
        let (column, order) = self.key.sort.unwrap_or((1, Sort::Descending));
        let number = |line: &Line| match column {
            1 => line.shown.and_then(|found| found.value),
            2 => line.against.and_then(|found| found.value),
            _ => line.rank,
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
}

/// The spatial statistics that a map of clusters needs.
pub fn space_order(cx: &PanelCx, key: &Key) -> Option<SpaceSpec> {
    if key.view != MapView::Clusters {
        return None;
    }
    let data = &cx.snapshot.data;
    Some(SpaceSpec {
        indicator: data.indicator(key.shown)?.code.clone(),
        period: data.period(period_of(cx, key.shown, key.level)?)?.label.clone(),
        level: Some(key.level),
        rule: key.rule,
        permutations: PERMUTATIONS,
        seed: SEED,
    })
}

/// The answer to what this map asks, once it is there.
pub fn space_answer<'a>(cx: &PanelCx<'a>, key: &Key) -> Option<&'a Arc<Result<SpaceRun, SpaceError>>> {
    let derived = cx.derived;
    let asked = space_order(cx, key)?;
    let own = derived.space.current && derived.space_order.as_ref() == Some(&asked);
    derived.space.value.as_ref().filter(|_| own)
}

/// A value as it is printed.
fn rounded(value: f64, decimals: u8) -> f64 {
    text::printed_units(value, decimals) as f64 / 10_f64.powi(i32::from(decimals))
}

/// Decimals that keep every printed value on its side of the printed borders, and the borders apart.
fn border_decimals(cuts: &[f64], values: &[f64], decimals: u8) -> u8 {
    let agrees = |decimals: &u8| {
        let printed: Vec<f64> = cuts.iter().map(|cut| rounded(*cut, *decimals)).collect();
        let same = |value: &f64| analysis::class_of(&printed, *value) == analysis::class_of(cuts, *value);
        printed.windows(2).all(|pair| pair[0] < pair[1]) && values.iter().all(same)
    };
    let most = decimals.saturating_add(3);
    (decimals..most).find(agrees).unwrap_or(most)
}

/// Place in the legend of clusters of an area with a value that takes no part in the pattern.
pub const OUTSIDE: usize = 5;

/// Place in the legend of clusters: the middle one is not beyond chance, the last the greatest need among great need.
fn cluster_class(local: &LocalStatistics, turned: bool) -> usize {
    if local.p_corrected.is_none_or(|p| p > SIGNIFICANT) {
        return 2;
    }
    let class = match local.quadrant {
        Quadrant::LowLow => 0,
        Quadrant::LowHigh => 1,
        Quadrant::HighLow => 3,
        Quadrant::HighHigh => 4,
    };
    if turned { 4 - class } else { class }
}

/// Place in the legend of hot and cold spots: the middle one is not beyond chance, the last the surest spot of great need.
/// The p-value is that of the neighbours' sum: where it lies on the other side than the area with its neighbours, there
/// is no spot.
fn hot_spot_class(local: &LocalStatistics, turned: bool) -> usize {
    let p = local.p_corrected.unwrap_or(1.0);
    let agrees = local.g.is_none_or(|neighbours| (neighbours > 0.0) == (local.g_star > 0.0));
    if p > SIGNIFICANT || !agrees {
        return 2;
    }
    let steps = if p > HIGHLY_SIGNIFICANT { 1 } else { 2 };
    let is_need = (local.g_star > 0.0) != turned;
    if is_need { 2 + steps } else { 2 - steps }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hot_spot_takes_neighbours_that_are_as_high_and_is_need_where_high_values_are() {
        let local = |g_star: f64, g: f64, p: f64| LocalStatistics {
            lag: 0.0,
            moran: 0.0,
            quadrant: Quadrant::HighHigh,
            geary: 0.0,
            g: Some(g),
            g_star,
            p: Some(p),
            p_corrected: Some(p),
            p_geary: None,
            p_geary_corrected: None,
        };
        let cases = [
            ((2.8, 2.1, 0.004), 4),
            ((2.1, 2.0, 0.03), 3),
            ((2.1, 2.0, 0.2), 2),
            ((-2.1, -2.0, 0.03), 1),
            ((-2.8, -2.1, 0.004), 0),
            ((1.1, -2.6, 0.004), 2),
        ];
        for ((g_star, g, p), class) in cases {
            assert_eq!(hot_spot_class(&local(g_star, g, p), false), class, "G* {g_star}, p {p}");
            assert_eq!(hot_spot_class(&local(g_star, g, p), true), 4 - class, "turned: G* {g_star}, p {p}");
        }
    }

    #[test]
    fn no_printed_value_contradicts_the_printed_borders() {
        let values: Vec<f64> = [6.84, 6.86, 6.91, 7.2, 7.24].iter().map(|value| rounded(*value, 1)).collect();
        let cuts = analysis::map_cuts(&values, MapClasses::Quantiles, 4);
        let decimals = border_decimals(&cuts, &values, 1);
        let printed: Vec<f64> = cuts.iter().map(|cut| rounded(*cut, decimals)).collect();
        for value in &values {
            assert_eq!(analysis::class_of(&printed, *value), analysis::class_of(&cuts, *value), "{value} {printed:?}");
        }
        assert_eq!(border_decimals(&[6.84], &[6.8, 6.9], 1), 2);
        assert_eq!(border_decimals(&[6.85], &[6.8, 6.9], 1), 1);
        assert_eq!(border_decimals(&[6.9], &[6.8, 6.9], 1), 1);
    }
}
