//! Hands spatial results to the words in `text`: nothing German is written here.

use super::{NeighbourRule, PlaceSource, SNAPPING_METRES, SpaceRun, SpatialExclusion};
use crate::domain::{AreaId, PlanningData};
use crate::text::space::{self as words, Neighbourhood};

/// "So wurde gerechnet": what Moran's I says, who took part, what the choices were, line by line.
pub fn method_lines(data: &PlanningData, run: &SpaceRun) -> Vec<String> {
    let mut lines = basis_lines(data, run);
    if let Some(rates) = &run.rates {
        lines.push(words::few_cases(rates.rows.iter().filter(|row| row.few).count(), rates.rows.len()));
    }
    lines.extend(words::DEFINITIONS.map(str::to_owned));
    lines.push(words::LOCAL_GEARY.to_owned());
    lines.push(if run.rates.is_some() { words::RATES } else { words::NO_RATES }.to_owned());
    lines
}

/// The same for the window, which shows the global statistics, local Moran and G*: their numbers, and what defines them.
pub fn window_lines(data: &PlanningData, run: &SpaceRun) -> Vec<String> {
    let global = &run.global;
    let shown = [
        Some((words::MORAN, global.moran)),
        Some((words::GEARY, global.geary)),
        global.getis_ord.map(|found| (words::GETIS_ORD, found)),
        run.rates.as_ref().and_then(|rates| rates.moran).map(|found| (words::MORAN_OF_RATES, found)),
    ];
    let numbers = shown.into_iter().flatten().map(|(name, found)| {
        words::global_statistic(name, found.value, found.expectation, found.z_randomisation(), found.p_permutation)
    });
    let mut lines: Vec<String> = numbers.collect();
    lines.extend(basis_lines(data, run));
    lines.extend(words::DEFINITIONS.map(str::to_owned));
    lines
}

fn basis_lines(data: &PlanningData, run: &SpaceRun) -> Vec<String> {
    let global = &run.global.moran;
    let mut lines = vec![words::reading(global.value, global.expectation, global.p_permutation)];
    if run.demonstration {
        lines.push(words::DEMONSTRATION.to_owned());
    }
    lines.push(words::participants(run.areas.len(), run.level, run.neighbours.links()));
    lines.push(match run.source {
        PlaceSource::Boundaries => words::from_boundaries(SNAPPING_METRES),
        PlaceSource::Tiles => from_tiles(data, run),
    });
    lines.push(words::neighbourhood(neighbourhood(run.spec.rule)));
    let left_out = [
        (SpatialExclusion::NoValue, words::without_value as fn(&[String]) -> String),
        (SpatialExclusion::NoPlace, words::without_place),
        (SpatialExclusion::Island, words::islands),
    ];
    for (reason, sentence) in left_out {
        let names = names(data, run, reason);
        if !names.is_empty() {
            lines.push(sentence(&names));
        }
    }
    lines.push(words::permutations(run.spec.permutations, run.spec.seed));
    lines
}

/// Why the neighbours come from tiles: no boundaries, or too few of them.
fn from_tiles(data: &PlanningData, run: &SpaceRun) -> String {
    let without = |id: &&AreaId| data.boundaries.of(**id).is_none();
    let names: Vec<String> =
        run.areas.iter().filter(without).filter_map(|id| data.area(*id)).map(|area| area.name.clone()).collect();
    if names.len() == run.areas.len() { words::FROM_TILES.to_owned() } else { words::from_tiles_without(&names) }
}

fn names(data: &PlanningData, run: &SpaceRun, reason: SpatialExclusion) -> Vec<String> {
    let left_out = run.left_out.iter().filter(|left_out| left_out.reason == reason);
    left_out.filter_map(|left_out| data.area(left_out.area)).map(|area| area.name.clone()).collect()
}

fn neighbourhood(rule: NeighbourRule) -> Neighbourhood {
    match rule {
        NeighbourRule::Queen => Neighbourhood::Queen,
        NeighbourRule::Rook => Neighbourhood::Rook,
        NeighbourRule::Nearest(count) => Neighbourhood::Nearest(count),
        NeighbourRule::Within(metres) => Neighbourhood::Within(metres),
    }
}
