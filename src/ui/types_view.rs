//! What the tab *Typen* shows, computed on a job thread: types of areas, the most similar areas, segregation, hidden
//! pockets, and whether the indicators measure the same.

use crate::analysis;
use crate::analysis::structure::{
    self, ClusterCount, Components, Method, PocketChoice, Reliability, SegregationOver, SimilarArea, StructureError,
    StructureTable, Typology, TypologyChoice,
};
use crate::domain::{AreaId, AreaLevel, Direction, IndexSpec, Indicator, IndicatorId, PeriodId, PlanningData};
use crate::jobs::{Cancelled, Progress};
use crate::text::panel::typen as words;

/// Most types that are proposed: a map tells no more colours apart.
const MOST_TYPES: usize = 6;
/// From this share of its people on the areas are the city.
const NEARLY_ALL: f64 = 0.99;
/// Most similar areas that are named.
const MOST_SIMILAR: usize = 12;

/// What the tab wants to know.
#[derive(Clone, Debug, PartialEq)]
pub struct TypesOrder {
    /// Areas of this level are grouped.
    pub level: AreaLevel,
    /// The current area, for the most similar ones.
    pub area: Option<AreaId>,
    /// How groups are formed.
    pub method: Method,
    /// Number of types; the proposed one if absent.
    pub types: Option<usize>,
    /// Seed.
    pub seed: u64,
    /// The indicators that were chosen; those of the recipe if absent.
    pub indicators: Option<Vec<IndicatorId>>,
}

impl TypesOrder {
    /// What the planner's own names of types are kept by: level, method, number of types and, where chance has a part in
    /// it, the seed; the indicators where they were chosen one by one.
    pub fn grouping(&self, types: usize) -> String {
        let method = match self.method {
            Method::KMeans => format!("k_means/{types}/{}", self.seed),
            Method::Ward => format!("ward/{types}"),
        };
        let chosen = self.indicators.iter().flatten().map(|id| format!("/{}", id.0)).collect::<String>();
        format!("{}/{method}{chosen}", self.level.code())
    }
}

/// Answers to a [`TypesOrder`].
#[derive(Clone, Debug)]
pub struct TypesView {
    /// What was asked.
    pub order: TypesOrder,
    /// Label of the period.
    pub period: String,
    /// The indicators that take part.
    pub indicators: Vec<IndicatorId>,
    /// Their names, in the same order.
    pub indicator_names: Vec<String>,
    /// Names of indicators that would take part but have no value on the level in the period.
    pub without_values: Vec<String>,
    /// Indicators with values that can be chosen.
    pub choices: Vec<(IndicatorId, String)>,
    /// Numbers of types with their fit.
    pub counts: Vec<ClusterCount>,
    /// The types, or why there are none.
    pub typology: Result<Typology, String>,
    /// A proposed name for each type.
    pub names: Vec<String>,
    /// The areas most like the current one, or why there are none.
    pub similar: Result<Vec<SimilarArea>, String>,
    /// Segregation of each group that is counted.
    pub segregation: Vec<SegregationLine>,
    /// Hidden pockets, or why none were looked for.
    pub pockets: Result<PocketLines, String>,
    /// Whether the indicators measure the same, or why that cannot be said.
    pub scale: Result<Alikeness, String>,
    /// "So wurde gerechnet".
    pub method: Vec<String>,
}

/// How apart a counted group lives.
#[derive(Clone, Debug)]
pub struct SegregationLine {
    /// The indicator that counts it.
    pub indicator: IndicatorId,
    /// Its name.
    pub name: String,
    /// Label of the period.
    pub period: String,
    /// The indices.
    pub over: SegregationOver,
    /// People among whom the group was counted in these areas and in the whole city, where the areas are not all of it.
    pub part: Option<(f64, f64)>,
}

/// Hidden pockets in the indicators.
#[derive(Clone, Debug, Default)]
pub struct PocketLines {
    /// Level of the small areas and of those around them.
    pub levels: Option<(AreaLevel, AreaLevel)>,
    /// The pockets, indicator by indicator.
    pub pockets: Vec<Pocket>,
    /// Hot areas that are not named, with the reason.
    pub set_aside: Vec<String>,
}

/// A hidden pocket in an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pocket {
    /// The small area.
    pub area: AreaId,
    /// The larger one around it.
    pub around: AreaId,
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its name.
    pub name: String,
    /// The period of the values.
    pub period: PeriodId,
    /// Why it is one.
    pub reason: String,
}

/// Whether indicators measure the same.
#[derive(Clone, Debug)]
pub struct Alikeness {
    /// Indicators that mean need, turned towards it.
    pub indicators: Vec<String>,
    /// Those in view that have no direction and therefore no part in a scale.
    pub context: Vec<String>,
    /// Cronbach's α.
    pub reliability: Reliability,
    /// Principal components.
    pub components: Components,
}

impl TypesView {
    /// Answers an order. `recipe` is the current one; its indicators take part.
    ///
    /// # Errors
    /// A cancel.
    pub fn of(
        data: &PlanningData,
        recipe: Option<&IndexSpec>,
        order: &TypesOrder,
        progress: &Progress,
    ) -> Result<TypesView, Cancelled> {
        let wanted = cards(data, recipe, order.indicators.as_deref());
        let period = period(data, recipe, &wanted, order.level);
        let has_values = |card: &&Indicator| {
            let value = |area: AreaId| period.and_then(|period| data.dataset.value(card.id, area, period));
            data.areas_of(order.level).any(|area| value(area.id).is_some())
        };
        let (cards, empty): (Vec<&Indicator>, Vec<&Indicator>) = wanted.into_iter().partition(has_values);
        let ids: Vec<IndicatorId> = cards.iter().map(|card| card.id).collect();
        let names: Vec<String> = cards.iter().map(|card| card.name.clone()).collect();
        let table = period
            .map_or_else(StructureTable::default, |period| StructureTable::of_level(data, order.level, &ids, period));
        let directions: Vec<Direction> = cards.iter().map(|card| card.direction).collect();
        let explain = |error: &StructureError| said(error, &names);
        let (counts, typology) = match types(&table, &directions, order, progress) {
            Err(StructureError::Cancelled) => return Err(Cancelled),
            Err(error) => (Vec::new(), Err(explain(&error))),
            Ok((counts, typology)) => (counts, Ok(typology)),
        };
        progress.check()?;
        let similar = match order.area {
            None => Err(words::NO_AREA.to_owned()),
            Some(area) => structure::similar_areas(&table, area).map_err(|error| explain(&error)),
        };
        let similar = similar.map(|mut found| {
            found.truncate(MOST_SIMILAR);
            found
        });
        progress.check()?;
        let indicator_name = |id: IndicatorId| data.indicator(id).map_or_else(String::new, |card| card.name.clone());
        let mut view = TypesView {
            order: order.clone(),
            period: period.and_then(|id| data.period(id)).map_or_else(String::new, |period| period.label.clone()),
            indicators: ids,
            names: typology.as_ref().map_or_else(|_| Vec::new(), |found| found.names(indicator_name)),
            similar,
            segregation: segregation(data, order.level),
            pockets: pockets(data, &cards, period, order.level),
            scale: scale(&cards, &table),
            indicator_names: names,
            without_values: empty.iter().map(|card| card.name.clone()).collect(),
            choices: data.indicators.iter().filter(has_values).map(|card| (card.id, card.name.clone())).collect(),
            counts,
            typology,
            method: Vec::new(),
        };
        view.method = view.method_lines(data);
        Ok(view)
    }

    fn method_lines(&self, data: &PlanningData) -> Vec<String> {
        let mut lines = vec![words::method_basis(&self.period, &self.indicator_names)];
        if !self.without_values.is_empty() {
            lines.push(words::method_without_values(&self.without_values));
        }
        if let Ok(typology) = &self.typology {
            let choice = typology.choice;
            let areas = typology.areas.len();
            lines.push(words::method_types(choice.method == Method::Ward, choice.clusters, choice.seed, areas));
            lines.push(words::method_silhouette(typology.silhouette.mean));
            let name = |area: &AreaId| data.area(*area).map_or_else(String::new, |area| area.name.clone());
            let lacks = |ids: &Vec<IndicatorId>| -> Vec<String> {
                ids.iter().filter_map(|id| Some(data.indicator(*id)?.name.clone())).collect()
            };
            let left: Vec<String> =
                typology.left_out.iter().map(|(area, ids)| words::lacks(&name(area), &lacks(ids))).collect();
            if !left.is_empty() {
                lines.push(words::method_left_out(&left));
            }
        }
        lines.push(words::METHOD_SIMILAR.to_owned());
        lines.push(words::METHOD_SEGREGATION.to_owned());
        lines.push(words::METHOD_SCALE.to_owned());
        lines
    }
}

/// What happened and what to do; what a refusal leaves untouched goes without saying here.
fn said(error: &StructureError, names: &[String]) -> String {
    let message = error.message(names);
    format!("{} {}", message.happened, message.action)
}

/// The indicators that were chosen, else those of the recipe, else all that mean need.
fn cards<'a>(data: &'a PlanningData, recipe: Option<&IndexSpec>, chosen: Option<&[IndicatorId]>) -> Vec<&'a Indicator> {
    if let Some(chosen) = chosen {
        return data.indicators.iter().filter(|card| chosen.contains(&card.id)).collect();
    }
    match recipe {
        Some(recipe) => recipe.indicators.iter().filter_map(|entry| data.indicator_by_code(&entry.code)).collect(),
        None => data.indicators.iter().filter(|card| card.direction != Direction::Context).collect(),
    }
}

/// The ranked period, else the newest one in which most indicators have values.
fn period(data: &PlanningData, recipe: Option<&IndexSpec>, cards: &[&Indicator], level: AreaLevel) -> Option<PeriodId> {
    let ranked = recipe.and_then(|recipe| analysis::run(data, recipe).ok()).map(|run| run.period);
    let filled = |id: PeriodId| {
        let has =
            |card: &&&Indicator| data.areas_of(level).any(|area| data.dataset.value(card.id, area.id, id).is_some());
        cards.iter().filter(has).count()
    };
    let dated = data.periods.iter().filter(|period| period.year.is_some());
    ranked.or_else(|| {
        let best = dated.map(|period| (filled(period.id), period.year, period.id)).max_by_key(|own| (own.0, own.1));
        best.filter(|own| own.0 > 0).map(|own| own.2)
    })
}

fn types(
    table: &StructureTable,
    directions: &[Direction],
    order: &TypesOrder,
    progress: &Progress,
) -> Result<(Vec<ClusterCount>, Typology), StructureError> {
    let counts = structure::cluster_counts(&table.z_columns()?, order.method, MOST_TYPES, order.seed, progress)?;
    let proposed = counts.iter().find(|count| count.proposed).map_or(2, |count| count.clusters);
    let clusters = order.types.filter(|own| counts.iter().any(|count| count.clusters == *own)).unwrap_or(proposed);
    let choice = TypologyChoice { method: order.method, clusters, seed: order.seed };
    Ok((counts, structure::typology(table, directions, &choice, progress)?))
}

/// Each share with counts on the level, in its newest period. A quotient of two groups (the young per adult) has no
/// members among its base and stays out.
fn segregation(data: &PlanningData, level: AreaLevel) -> Vec<SegregationLine> {
    let line = |card: &Indicator| {
        let dated = data.periods_of(card.id).into_iter().rev().filter(|period| period.year.is_some());
        dated.into_iter().find_map(|period| {
            let over = structure::segregation_of(data, level, card.id, period.id).ok()?;
            let dated_id = period.id;
            let (indicator, name, period) = (card.id, card.name.clone(), period.label.clone());
            let counted: f64 = over.counts.iter().map(|own| own.total).sum();
            let city = data.city().and_then(|city| data.dataset.get(card.id, city.id, dated_id)?.denominator);
            let part = city.filter(|city| counted < NEARLY_ALL * city).map(|city| (counted, city));
            Some(SegregationLine { indicator, name, period, over, part })
        })
    };
    let is_share = |card: &&Indicator| card.unit == "%" && !card.denominator.is_empty();
    data.indicators.iter().filter(is_share).filter_map(line).collect()
}

/// Pairs of levels, finest within the level in view first, then the level within its Stadtbezirke.
fn level_pairs(data: &PlanningData, level: AreaLevel) -> Vec<(AreaLevel, AreaLevel)> {
    let within = |small: AreaLevel, large: AreaLevel| {
        let parent = |area: &crate::domain::Area| area.parent.and_then(|parent| data.area(parent));
        data.areas_of(small).any(|area| parent(area).is_some_and(|parent| parent.level == large))
    };
    let finer = AreaLevel::ALL.into_iter().filter(|small| within(*small, level)).map(|small| (small, level));
    let coarser = AreaLevel::ALL.into_iter().filter(|large| *large != AreaLevel::Stadt && within(level, *large));
    finer.chain(coarser.map(|large| (level, large))).collect()
}

fn pockets(
    data: &PlanningData,
    cards: &[&Indicator],
    period: Option<PeriodId>,
    level: AreaLevel,
) -> Result<PocketLines, String> {
    let period = period.ok_or(words::NO_PERIOD)?;
    let mut reason = words::NO_POCKET_LEVELS.to_owned();
    for levels in level_pairs(data, level) {
        let mut lines = PocketLines::default();
        for card in cards.iter().filter(|card| card.direction != Direction::Context) {
            match structure::hidden_pockets(data, card, period, levels, &PocketChoice::default()) {
                Err(error) => reason = said(&error, std::slice::from_ref(&card.name)),
                Ok(found) => {
                    lines.levels = Some(levels);
                    lines.pockets.extend(found.pockets.iter().map(|pocket| Pocket {
                        area: pocket.area,
                        around: pocket.parent,
                        indicator: card.id,
                        name: card.name.clone(),
                        period,
                        reason: found.reason(data, Some(card), pocket),
                    }));
                    lines.set_aside.extend(found.set_aside.iter().map(|(area, why)| {
                        words::set_aside(&card.name, &structure::set_aside_reason(data, *area, *why))
                    }));
                }
            }
        }
        if lines.levels.is_some() {
            return Ok(lines);
        }
    }
    Err(reason)
}

fn scale(cards: &[&Indicator], table: &StructureTable) -> Result<Alikeness, String> {
    let turned = |(card, column): (&&Indicator, &Vec<f64>)| -> Option<(String, Vec<f64>)> {
        match card.direction {
            Direction::HighIsNeed => Some((card.name.clone(), column.clone())),
            Direction::LowIsNeed => Some((card.name.clone(), column.iter().map(|value| -value).collect())),
            Direction::Context => None,
        }
    };
    let (indicators, columns): (Vec<String>, Vec<Vec<f64>>) =
        cards.iter().zip(&table.columns).filter_map(turned).unzip();
    let explain = |error: StructureError| said(&error, &indicators);
    // z-values: α without an indicator then speaks of the same scale as α itself.
    let z = StructureTable { columns, ..StructureTable::default() }.z_columns().map_err(explain)?;
    let reliability = structure::cronbach_alpha(&z).map_err(explain)?;
    let components = structure::principal_components(&z).map_err(explain)?;
    let is_context = |card: &&&Indicator| card.direction == Direction::Context;
    let context = cards.iter().filter(is_context).map(|card| card.name.clone()).collect();
    Ok(Alikeness { indicators: indicators.clone(), context, reliability, components })
}
