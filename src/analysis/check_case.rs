//! The program's own check cases: made-up values with what other software made of them, computed anew when asked.
//!
//! The handbook prints them, so that a reader sees what this very program computes beside what it should.

use super::series::{Segment, SeriesPoint};
use super::space::{NeighbourRule, empirical_bayes_global, global_statistics, neighbours_of_tiles};
use super::structure::{
    GroupCount, KMeansChoice, StructureTable, cronbach_alpha, kmeans, principal_components, regression, segregation,
    silhouette, similar_areas, ward,
};
use super::{
    Confidence, EntropyScale, correlation, critic_weights, entropy_weights, inverse_correlation_weights, pca_weights,
    run, wilson_interval,
};
use crate::domain::{
    Area, AreaId, AreaLevel, CellRef, DatasetBuilder, Direction, ImportId, IndexSpec, Indicator, IndicatorId,
    Observation, Period, PeriodId, PlanningData, SpecIndicator, Status, Tile,
};
use crate::jobs::Progress;
use serde::Deserialize;
use std::sync::Arc;

/// Inputs and expected values; script and versions stand with the fixtures of the tests.
const CASES: &str = include_str!("../../assets/texte/methodenhandbuch/pruefwerte.json");
/// Seed of the methods that draw.
const SEED: u64 = 2026;

/// A value that other software computed, and ours.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckCase {
    /// Group of methods, as printed.
    pub group: String,
    /// Method and quantity, as printed.
    pub name: String,
    /// Software that computed the expected value, with its version.
    pub software: String,
    /// What it computed.
    pub expected: f64,
    /// What this program computes; none where it refuses.
    pub computed: Option<f64>,
}

impl CheckCase {
    /// Whether both agree to 1e-9 of the expected amount (or of 1 near 0).
    pub fn agrees(&self) -> bool {
        let close = |computed: f64| (computed - self.expected).abs() <= 1e-9 * self.expected.abs().max(1.0);
        self.computed.is_some_and(close)
    }
}

#[derive(Deserialize)]
struct File {
    columns: Vec<Vec<f64>>,
    items: Vec<Vec<f64>>,
    clouds: Vec<Vec<f64>>,
    overlap: Vec<Vec<f64>>,
    group: Vec<f64>,
    total: Vec<f64>,
    cases: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    group: String,
    name: String,
    software: String,
    quantity: Quantity,
    at: usize,
    expected: f64,
    /// What the recipe of an index or rank decides otherwise than the recommended one.
    #[serde(default)]
    recipe: serde_json::Map<String, serde_json::Value>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Quantity {
    Index,
    Rank,
    WilsonLow,
    WilsonHigh,
    PcaWeight,
    EntropyWeight,
    EntropyWeightAsGiven,
    CriticWeight,
    InverseCorrelationWeight,
    Pearson,
    Spearman,
    Slope,
    Eigenvalue,
    Explained,
    Loading,
    Score,
    Alpha,
    AlphaStandardised,
    Within,
    Silhouette,
    WardHeight,
    Distance,
    Dissimilarity,
    Isolation,
    Gini,
    Theil,
    Smoothed,
    Moran,
    Geary,
    GetisOrd,
    TheilSen,
}

/// All check cases, computed now.
pub fn check_cases() -> Vec<CheckCase> {
    let file: File = match serde_json::from_str(CASES) {
        Ok(file) => file,
        Err(error) => {
            log::error!("check cases: {error}");
            return Vec::new();
        }
    };
    let case = |expected: &Expected| CheckCase {
        group: expected.group.clone(),
        name: expected.name.clone(),
        software: expected.software.clone(),
        expected: expected.expected,
        computed: computed(&file, expected),
    };
    file.cases.iter().map(case).collect()
}

fn computed(file: &File, expected: &Expected) -> Option<f64> {
    let (quantity, at) = (expected.quantity, expected.at);
    match quantity {
        Quantity::Index | Quantity::Rank => ranked(&file.columns, expected),
        Quantity::WilsonLow => Some(wilson_interval(58.0, 321.0, Confidence::NinetyFive)?.low),
        Quantity::WilsonHigh => Some(wilson_interval(58.0, 321.0, Confidence::NinetyFive)?.high),
        Quantity::PcaWeight
        | Quantity::EntropyWeight
        | Quantity::EntropyWeightAsGiven
        | Quantity::CriticWeight
        | Quantity::InverseCorrelationWeight => weight(&file.columns, quantity, at),
        Quantity::Pearson => Some(correlation(&pairs(&file.columns, 1))?.pearson),
        Quantity::Spearman => Some(correlation(&pairs(&file.columns, 1))?.spearman),
        Quantity::Slope => Some(regression(&pairs(&file.columns, 2))?.slope),
        Quantity::Eigenvalue => principal_components(&file.columns).ok()?.eigenvalues.get(at).copied(),
        Quantity::Explained => principal_components(&file.columns).ok()?.explained.get(at).copied(),
        Quantity::Loading => principal_components(&file.columns).ok()?.loadings.first()?.get(at).copied(),
        Quantity::Score => principal_components(&file.columns).ok()?.scores.first()?.get(at).copied(),
        Quantity::Alpha => Some(cronbach_alpha(&file.items).ok()?.alpha),
        Quantity::AlphaStandardised => Some(cronbach_alpha(&file.items).ok()?.standardised),
        Quantity::Within | Quantity::Silhouette => grouped(&file.clouds, quantity, at),
        Quantity::WardHeight => Some(ward(&file.overlap, &Progress::new()).ok()?.merges.get(at)?.height),
        Quantity::Distance => distance(&file.columns),
        Quantity::Smoothed => empirical_bayes_global(&file.group, &file.total).get(at).copied(),
        Quantity::Moran | Quantity::Geary | Quantity::GetisOrd => pattern(&file.columns[0], quantity),
        Quantity::TheilSen => theil_sen(&file.columns[0]),
        Quantity::Dissimilarity | Quantity::Isolation | Quantity::Gini | Quantity::Theil => spread(file, quantity),
    }
}

/// The first column beside another one.
fn pairs(columns: &[Vec<f64>], other: usize) -> Vec<(Option<f64>, Option<f64>)> {
    columns[0].iter().zip(&columns[other]).map(|(&x, &y)| (Some(x), Some(y))).collect()
}

fn weight(columns: &[Vec<f64>], quantity: Quantity, at: usize) -> Option<f64> {
    let weights = match quantity {
        Quantity::PcaWeight => pca_weights(columns),
        Quantity::EntropyWeight => entropy_weights(columns, EntropyScale::MinMax),
        Quantity::EntropyWeightAsGiven => entropy_weights(columns, EntropyScale::AsGiven),
        Quantity::CriticWeight => critic_weights(columns),
        _ => inverse_correlation_weights(columns),
    };
    weights.ok()?.weights.get(at).copied()
}

fn grouped(columns: &[Vec<f64>], quantity: Quantity, at: usize) -> Option<f64> {
    let progress = Progress::new();
    let found = kmeans(columns, &KMeansChoice::new(4, SEED), &progress).ok()?;
    match quantity {
        Quantity::Silhouette => silhouette(columns, &found.labels, SEED, &progress).ok()?.widths.get(at).copied(),
        _ => Some(found.within),
    }
}

/// Distance of the first two areas.
fn distance(columns: &[Vec<f64>]) -> Option<f64> {
    let table = StructureTable {
        areas: (1..=columns[0].len() as i64).map(AreaId).collect(),
        indicators: (1..=columns.len() as i64).map(IndicatorId).collect(),
        columns: columns.to_vec(),
    };
    let similar = similar_areas(&table, AreaId(1)).ok()?;
    similar.iter().find(|other| other.area == AreaId(2)).map(|other| other.distance)
}

fn spread(file: &File, quantity: Quantity) -> Option<f64> {
    let count = |(at, (&group, &total)): (usize, (&f64, &f64))| GroupCount { area: AreaId(at as i64), group, total };
    let counts: Vec<GroupCount> = file.group.iter().zip(&file.total).enumerate().map(count).collect();
    let found = segregation(&counts).ok()?;
    Some(match quantity {
        Quantity::Dissimilarity => found.dissimilarity,
        Quantity::Isolation => found.isolation,
        Quantity::Gini => found.gini,
        _ => found.theil,
    })
}

/// The values on a grid of six columns, neighbours side by side.
fn pattern(values: &[f64], quantity: Quantity) -> Option<f64> {
    let tile = |at: usize| Some(Tile { column: u8::try_from(at % 6).ok()?, row: u8::try_from(at / 6).ok()? });
    let tiles: Vec<Tile> = (0..values.len()).map(tile).collect::<Option<_>>()?;
    let neighbours = neighbours_of_tiles(&tiles, NeighbourRule::Rook)?;
    let found = global_statistics(values, &neighbours, 0, SEED, &Progress::new()).ok()?;
    Some(match quantity {
        Quantity::Moran => found.moran.value,
        Quantity::Geary => found.geary.value,
        _ => found.getis_ord?.value,
    })
}

/// Robust slope of the values as a series from 2000 on.
fn theil_sen(values: &[f64]) -> Option<f64> {
    let point = |(year, &value): (i16, &f64)| SeriesPoint { year, value, observation: observation(1, 1, value) };
    let segment = Segment { since: None, points: (2000..).zip(values).map(point).collect() };
    Some(segment.slope()?.robust_per_year)
}

/// Index or rank of an area by a recipe over all columns, of which the third means need where it is low.
fn ranked(columns: &[Vec<f64>], expected: &Expected) -> Option<f64> {
    let data = planning_data(columns);
    let entry = |card: &Indicator| {
        let direction = card.direction.code();
        serde_json::from_value::<SpecIndicator>(
            serde_json::json!({ "code": card.code, "direction": direction, "weight": 1.0, "dimension": "" }),
        )
    };
    let indicators: Vec<SpecIndicator> = data.indicators.iter().map(entry).collect::<Result<_, _>>().ok()?;
    let mut spec = serde_json::to_value(IndexSpec::recommended(AreaLevel::Sozialraum, indicators)).ok()?;
    spec.as_object_mut()?.extend(expected.recipe.clone());
    let run = run(&data, &serde_json::from_value(spec).ok()?).ok()?;
    match expected.quantity {
        Quantity::Rank => run.rank.get(expected.at).map(|rank| f64::from(*rank)),
        _ => run.index.get(expected.at).copied(),
    }
}

fn planning_data(columns: &[Vec<f64>]) -> PlanningData {
    let mut builder = DatasetBuilder::default();
    for (indicator, column) in columns.iter().enumerate() {
        for (area, &value) in column.iter().enumerate() {
            builder.push(observation(indicator as i64 + 1, area as i64 + 1, value));
        }
    }
    PlanningData {
        areas: Arc::new((1..=columns[0].len() as i64).map(area).collect()),
        indicators: Arc::new((1..=columns.len() as i64).map(indicator).collect()),
        periods: Arc::new(vec![Period {
            id: PeriodId(1),
            label: "2025".into(),
            year: Some(2025),
            reference_date: None,
        }]),
        dataset: Arc::new(builder.build()),
        ..PlanningData::default()
    }
}

fn observation(indicator: i64, area: i64, value: f64) -> Observation {
    Observation {
        indicator: IndicatorId(indicator),
        area: AreaId(area),
        period: PeriodId(1),
        value: Some(value),
        numerator: None,
        denominator: None,
        status: Status::Reported,
        demonstration: true,
        import: ImportId(1),
        cell: CellRef { sheet: 0, row: 0, column: 0 },
    }
}

fn area(id: i64) -> Area {
    Area {
        id: AreaId(id),
        level: AreaLevel::Sozialraum,
        key: id.to_string(),
        name: id.to_string(),
        parent: None,
        valid_from: None,
        valid_to: None,
        synonyms: Vec::new(),
        note: String::new(),
        tile: None,
    }
}

fn indicator(id: i64) -> Indicator {
    Indicator {
        id: IndicatorId(id),
        code: format!("I{id}"),
        name: format!("I{id}"),
        definition: String::new(),
        numerator: String::new(),
        denominator: String::new(),
        age_bounds: String::new(),
        unit: String::new(),
        scale: 1.0,
        decimals: 3,
        direction: if id == 3 { Direction::LowIsNeed } else { Direction::HighIsNeed },
        dimension: String::new(),
        handlungsfeld: None,
        source: String::new(),
        caveat: String::new(),
        is_population: false,
        breaks: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_case_of_the_handbook_agrees_with_other_software() {
        let cases = check_cases();
        assert_eq!(cases.len(), 55);
        for case in &cases {
            assert!(case.agrees(), "{}: {:?} instead of {}", case.name, case.computed, case.expected);
        }
    }
}
