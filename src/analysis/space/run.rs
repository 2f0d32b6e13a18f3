//! Spatial statistics of an indicator in a period: who takes part, what their neighbours are, what comes of it.

use super::global::{GlobalStatistics, global_statistics};
use super::local::{LocalStatistics, local_statistics};
use super::neighbours::{NeighbourRule, Neighbours, neighbours_of_geometries, neighbours_of_tiles};
use super::rates::{SmallAreaRates, assuncao_reis};
use crate::analysis::statistics::is_constant;
use crate::domain::{Area, AreaId, AreaLevel, Geometry, Indicator, Observation, Period, PlanningData, Tile};
use crate::jobs::{Cancelled, Progress};
use crate::text::error::space as words;
use crate::text::{Explain, Message};

/// Fewest areas that spatial statistics are given for: the variance under randomisation needs four.
const FEWEST: usize = 4;

/// What is to be computed.
#[derive(Clone, Debug, PartialEq)]
pub struct SpaceSpec {
    /// Code of the indicator.
    pub indicator: String,
    /// Label of the period.
    pub period: String,
    /// Level of the areas; the one with most values if absent.
    pub level: Option<AreaLevel>,
    /// What makes two areas neighbours.
    pub rule: NeighbourRule,
    /// Number of permutations; none are drawn for 0.
    pub permutations: u32,
    /// Start of the random numbers.
    pub seed: u64,
}

/// What the neighbours were taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceSource {
    /// Real boundaries that the planner has read.
    Boundaries,
    /// The schematic tiles: a picture of the neighbourhood, no geometry.
    Tiles,
}

/// Why an area takes no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpatialExclusion {
    /// It has no value in the period; a missing value is never zero.
    NoValue,
    /// It has neither boundary nor tile of the kind that is used.
    NoPlace,
    /// It has no neighbour that takes part.
    Island,
}

/// An area that takes no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOutOfSpace {
    /// The area.
    pub area: AreaId,
    /// Why.
    pub reason: SpatialExclusion,
}

/// Spatial statistics with everything they rest on.
#[derive(Clone, Debug, PartialEq)]
pub struct SpaceRun {
    /// What was computed.
    pub spec: SpaceSpec,
    /// Level of the areas.
    pub level: AreaLevel,
    /// What the neighbours were taken from.
    pub source: PlaceSource,
    /// The areas that take part, by key.
    pub areas: Vec<AreaId>,
    /// Their values.
    pub values: Vec<f64>,
    /// Their neighbours.
    pub neighbours: Neighbours,
    /// The areas of the level that take no part.
    pub left_out: Vec<LeftOutOfSpace>,
    /// One number for the whole.
    pub global: GlobalStatistics,
    /// One row per area.
    pub local: Vec<LocalStatistics>,
    /// Rates, where numerator and denominator are known.
    pub rates: Option<SmallAreaRates>,
    /// Whether any value was invented to show the program.
    pub demonstration: bool,
}

/// Why there are no spatial statistics.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpaceError {
    /// The indicator is not in the project.
    #[error("indicator {code} is unknown")]
    UnknownIndicator {
        /// Its code.
        code: String,
        /// The codes that there are.
        known: Vec<String>,
    },
    /// The indicator has no values in the period.
    #[error("no values in {period}")]
    NoValues {
        /// Label of the period.
        period: String,
        /// Periods with values.
        known: Vec<String>,
    },
    /// Neither boundaries nor tiles.
    #[error("no boundaries and no tiles")]
    NoPlaces,
    /// Tiles have no distances in metres.
    #[error("tiles have no distances")]
    NoDistances,
    /// As many neighbours were wanted as there are other areas, or more.
    #[error("{wanted} neighbours of {areas} areas")]
    TooManyNeighbours {
        /// How many were wanted.
        wanted: usize,
        /// Areas with value and place.
        areas: usize,
    },
    /// Too few areas with value and neighbours.
    #[error("{areas} areas are too few")]
    TooFew {
        /// How many there are.
        areas: usize,
    },
    /// All values are the same.
    #[error("all values are the same")]
    Constant,
    /// The planner stopped it.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for SpaceError {
    fn from(_: Cancelled) -> Self {
        SpaceError::Cancelled
    }
}

impl Explain for SpaceError {
    fn message(&self) -> Message {
        match self {
            SpaceError::UnknownIndicator { code, known } => words::unknown_indicator(code, known),
            SpaceError::NoValues { period, known } => words::no_values(period, known),
            SpaceError::NoPlaces => words::no_places(),
            SpaceError::NoDistances => words::no_distances(),
            SpaceError::TooManyNeighbours { wanted, areas } => words::too_many_neighbours(*wanted, *areas),
            SpaceError::TooFew { areas } => words::too_few(*areas, FEWEST),
            SpaceError::Constant => words::constant(),
            SpaceError::Cancelled => words::cancelled(),
        }
    }
}

/// Computes the spatial statistics of an indicator in a period.
///
/// # Errors
/// One variant of [`SpaceError`] per reason why there are none.
pub fn spatial_statistics(data: &PlanningData, spec: &SpaceSpec, progress: &Progress) -> Result<SpaceRun, SpaceError> {
    let (indicator, period) = series(data, spec)?;
    let value_of = |area: &Area| data.dataset.get(indicator.id, area.id, period.id);
    let level = spec.level.or_else(|| fullest_level(data, &value_of)).unwrap_or(AreaLevel::Sozialraum);
    let mut areas: Vec<&Area> = data.areas_of(level).collect();
    areas.sort_by(|a, b| a.key.cmp(&b.key));
    let mut left_out = Vec::new();
    let mut leave = |area: &Area, reason| left_out.push(LeftOutOfSpace { area: area.id, reason });
    let mut valued: Vec<(&Area, Observation)> = Vec::new();
    for area in areas {
        match value_of(area).filter(|observation| observation.value.is_some_and(f64::is_finite)) {
            Some(observation) => valued.push((area, observation)),
            None => leave(area, SpatialExclusion::NoValue),
        }
    }
    let source = place_source(data, &valued).ok_or(SpaceError::NoPlaces)?;
    let (placed, without): (Vec<_>, Vec<_>) = valued.into_iter().partition(|(area, _)| has_place(data, area, source));
    without.iter().for_each(|(area, _)| leave(area, SpatialExclusion::NoPlace));
    let all = neighbours(data, &placed, source, spec.rule)?;
    let linked: Vec<bool> = (0..all.len()).map(|at| !all.of(at).is_empty()).collect();
    let mut taking_part = Vec::with_capacity(placed.len());
    for (entry, linked) in placed.into_iter().zip(&linked) {
        if *linked { taking_part.push(entry) } else { leave(entry.0, SpatialExclusion::Island) }
    }
    let values: Vec<f64> = taking_part.iter().filter_map(|(_, observation)| observation.value).collect();
    if values.len() < FEWEST {
        return Err(SpaceError::TooFew { areas: values.len() });
    }
    if is_constant(&values) {
        return Err(SpaceError::Constant);
    }
    let neighbours = all.restricted(&linked);
    let global = global_statistics(&values, &neighbours, spec.permutations, spec.seed, progress)?;
    let local = local_statistics(&values, &neighbours, spec.permutations, spec.seed, progress)?;
    let rates = rates(&taking_part, &neighbours, spec, progress)?;
    Ok(SpaceRun {
        spec: spec.clone(),
        level,
        source,
        areas: taking_part.iter().map(|(area, _)| area.id).collect(),
        values,
        neighbours,
        left_out,
        global,
        local,
        rates,
        demonstration: taking_part.iter().any(|(_, observation)| observation.demonstration),
    })
}

fn series<'a>(data: &'a PlanningData, spec: &SpaceSpec) -> Result<(&'a Indicator, &'a Period), SpaceError> {
    let indicator = data.indicator_by_code(&spec.indicator).ok_or_else(|| SpaceError::UnknownIndicator {
        code: spec.indicator.clone(),
        known: data.indicators.iter().map(|card| card.code.clone()).collect(),
    })?;
    let known = data.periods_of(indicator.id);
    let period =
        known.iter().copied().find(|period| period.label == spec.period).ok_or_else(|| SpaceError::NoValues {
            period: spec.period.clone(),
            known: known.iter().map(|period| period.label.clone()).collect(),
        })?;
    Ok((indicator, period))
}

/// The level with most values, of equal ones the finest; the whole city is none.
fn fullest_level(data: &PlanningData, value_of: &dyn Fn(&Area) -> Option<Observation>) -> Option<AreaLevel> {
    let valued = |level: AreaLevel| {
        data.areas_of(level).filter(|area| value_of(area).is_some_and(|found| found.value.is_some())).count()
    };
    let counted = AreaLevel::ALL.into_iter().filter(|level| *level != AreaLevel::Stadt);
    counted.map(|level| (valued(level), level)).filter(|(count, _)| *count > 0).max().map(|(_, level)| level)
}

/// Boundaries if they cover at least half of the areas, or as many as tiles do: a missing boundary costs its own area
/// its place, not all others theirs.
fn place_source(data: &PlanningData, areas: &[(&Area, Observation)]) -> Option<PlaceSource> {
    let covered = |source| areas.iter().filter(|(area, _)| has_place(data, area, source)).count();
    let (boundaries, tiles) = (covered(PlaceSource::Boundaries), covered(PlaceSource::Tiles));
    match (boundaries, tiles) {
        (0, 0) => None,
        _ if boundaries > 0 && (boundaries >= tiles || 2 * boundaries >= areas.len()) => Some(PlaceSource::Boundaries),
        _ => Some(PlaceSource::Tiles),
    }
}

fn has_place(data: &PlanningData, area: &Area, source: PlaceSource) -> bool {
    match source {
        PlaceSource::Boundaries => data.boundaries.of(area.id).is_some(),
        PlaceSource::Tiles => area.tile.is_some(),
    }
}

fn neighbours(
    data: &PlanningData,
    areas: &[(&Area, Observation)],
    source: PlaceSource,
    rule: NeighbourRule,
) -> Result<Neighbours, SpaceError> {
    // Where all are neighbours of all, the statistics do not depend on the values any more.
    if let NeighbourRule::Nearest(wanted) = rule
        && areas.len() >= FEWEST
        && wanted + 1 >= areas.len()
    {
        return Err(SpaceError::TooManyNeighbours { wanted, areas: areas.len() });
    }
    match source {
        PlaceSource::Boundaries => {
            let shapes: Vec<&Geometry> =
                areas.iter().filter_map(|(area, _)| data.boundaries.of(area.id)).map(|found| &found.geometry).collect();
            Ok(neighbours_of_geometries(&shapes, rule))
        }
        PlaceSource::Tiles => {
            let tiles: Vec<Tile> = areas.iter().filter_map(|(area, _)| area.tile).collect();
            neighbours_of_tiles(&tiles, rule).ok_or(SpaceError::NoDistances)
        }
    }
}

/// Rates of those areas whose counts are known; none if fewer than two are.
fn rates(
    areas: &[(&Area, Observation)],
    neighbours: &Neighbours,
    spec: &SpaceSpec,
    progress: &Progress,
) -> Result<Option<SmallAreaRates>, Cancelled> {
    let counts = |observation: &Observation| {
        let (cases, base) = observation.numerator.zip(observation.denominator)?;
        (cases >= 0.0 && base > 0.0).then_some((cases, base))
    };
    let counted: Vec<bool> = areas.iter().map(|(_, observation)| counts(observation).is_some()).collect();
    let ids: Vec<AreaId> =
        areas.iter().zip(&counted).filter(|(_, counted)| **counted).map(|((area, _), _)| area.id).collect();
    if ids.len() < 2 {
        return Ok(None);
    }
    let (cases, bases): (Vec<f64>, Vec<f64>) = areas.iter().filter_map(|(_, observation)| counts(observation)).unzip();
    let links = neighbours.restricted(&counted);
    let mut rates = SmallAreaRates::new(&ids, &cases, &bases, &links);
    let standardised = assuncao_reis(&cases, &bases);
    let usable = ids.len() >= FEWEST && links.islands().is_empty() && standardised.iter().all(|z| z.is_finite());
    if usable && !is_constant(&standardised) {
        rates.moran = Some(global_statistics(&standardised, &links, spec.permutations, spec.seed, progress)?.moran);
    }
    Ok(Some(rates))
}
