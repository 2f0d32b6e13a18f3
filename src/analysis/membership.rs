//! Which areas belong to the first places under every sensible recipe, and which are border cases.
//!
//! Not chance but enumeration: every combination of the usual normalisations, aggregations, imputations and weights of
//! each recipe is run.

use super::one_at_a_time::{equal_weights, usual_aggregations, usual_imputations, usual_normalisations};
use super::{IndexRun, SpecError, run};
use crate::domain::{AreaId, IndexSpec, PlanningData, Weighting};
use crate::jobs::{Cancelled, Progress};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};

/// What the recipes say of the first places.
#[derive(Clone, Debug, PartialEq)]
pub struct SetMembership {
    /// Number of places.
    pub places: u32,
    /// The recipes that were run, each different from the others.
    pub recipes: Vec<IndexSpec>,
    /// Combinations that make no sense with these data, with the reason; they do not count.
    pub refused: Vec<(IndexSpec, SpecError)>,
    /// Areas that take part under any recipe: those in the set most often first, equal ones by identity.
    pub areas: Vec<AreaMembership>,
}

/// An area and the recipes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaMembership {
    /// The area.
    pub area: AreaId,
    /// Recipes under which it is among the first places.
    pub within: usize,
    /// Recipes under which it takes part.
    pub of: usize,
    /// Best rank under any recipe.
    pub best: u32,
    /// Worst rank under any recipe.
    pub worst: u32,
    /// Places in [`SetMembership::recipes`] of those under which it is decided otherwise than under most.
    pub against: Vec<usize>,
}

/// Whether an area belongs to the first places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belonging {
    /// Under every recipe.
    Always,
    /// Under some.
    Border,
    /// Under none.
    Never,
}

impl AreaMembership {
    /// Whether it belongs.
    pub fn belonging(&self) -> Belonging {
        match self.within {
            0 => Belonging::Never,
            within if within == self.of => Belonging::Always,
            _ => Belonging::Border,
        }
    }

    /// Share (0 to 1) of the recipes under which it is among the first places.
    pub fn share(&self) -> f64 {
        self.within as f64 / self.of.max(1) as f64
    }
}

/// Runs every sensible variant of these recipes, which should rank the same areas, and counts who is among the first
/// `places`.
///
/// # Errors
/// [`SpecError::Cancelled`]; [`SpecError::BadUncertainty`] for no places; the first refusal where no variant runs.
pub fn set_membership(
    data: &PlanningData,
    specs: &[IndexSpec],
    places: u32,
    progress: &Progress,
) -> Result<SetMembership, SpecError> {
    if places == 0 {
        return Err(SpecError::BadUncertainty);
    }
    let variants = variants(specs);
    let total = variants.len() as u64;
    let done = AtomicU64::new(0);
    let decide = |spec: IndexSpec| {
        let found = run(data, &spec);
        progress.step(done.fetch_add(1, Ordering::Relaxed) + 1, total)?;
        Ok((spec, found.map(|run| Ranks::of(&run))))
    };
    progress.step(0, total)?;
    let found: Vec<_> = variants.into_par_iter().map(decide).collect::<Result<_, Cancelled>>()?;
    let (mut recipes, mut ranks, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for (spec, outcome) in found {
        match outcome {
            Ok(found) => {
                recipes.push(spec);
                ranks.push(found);
            }
            Err(error) => refused.push((spec, error)),
        }
    }
    if let (true, Some((_, error))) = (recipes.is_empty(), refused.first()) {
        return Err(error.clone());
    }
    let areas: BTreeSet<AreaId> = ranks.iter().flat_map(|ranks: &Ranks| ranks.areas.iter().copied()).collect();
    let mut areas: Vec<AreaMembership> = areas.into_iter().map(|area| membership(area, &ranks, places)).collect();
    areas.sort_by(|left, right| right.share().total_cmp(&left.share()).then(left.area.cmp(&right.area)));
    Ok(SetMembership { places, recipes, refused, areas })
}

struct Ranks {
    areas: Vec<AreaId>,
    rank: Vec<u32>,
}

impl Ranks {
    fn of(run: &IndexRun) -> Ranks {
        Ranks { areas: run.areas.clone(), rank: run.rank.clone() }
    }

    fn get(&self, area: AreaId) -> Option<u32> {
        self.areas.binary_search(&area).ok().map(|row| self.rank[row])
    }
}

fn membership(area: AreaId, ranks: &[Ranks], places: u32) -> AreaMembership {
    let known: Vec<(usize, u32)> =
        ranks.iter().enumerate().filter_map(|(at, ranks)| Some((at, ranks.get(area)?))).collect();
    let within = known.iter().filter(|(_, rank)| *rank <= places).count();
    let mostly = 2 * within >= known.len();
    AreaMembership {
        area,
        within,
        of: known.len(),
        best: known.iter().map(|known| known.1).min().unwrap_or_default(),
        worst: known.iter().map(|known| known.1).max().unwrap_or_default(),
        against: known.iter().filter(|(_, rank)| (*rank <= places) != mostly).map(|(at, _)| *at).collect(),
    }
}

/// Every combination of the recipes' own choices and the usual ones, each only once.
fn variants(specs: &[IndexSpec]) -> Vec<IndexSpec> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    for spec in specs {
        for normalise in own_and(spec.normalise, usual_normalisations()) {
            for aggregate in own_and(spec.aggregate, usual_aggregations()) {
                for impute in own_and(spec.impute, usual_imputations()) {
                    let own = IndexSpec { normalise, aggregate, impute, ..spec.clone() };
                    let mut equal = own.clone();
                    equal_weights(&mut equal);
                    found.extend([own, equal].into_iter().filter(|spec| seen.insert(what_ranks(spec))));
                }
            }
        }
    }
    found
}

fn own_and<T: PartialEq>(own: T, usual: Vec<T>) -> Vec<T> {
    let others: Vec<T> = usual.into_iter().filter(|option| *option != own).collect();
    std::iter::once(own).chain(others).collect()
}

/// What two recipes must have in common to give the same ranks.
fn what_ranks(spec: &IndexSpec) -> String {
    let mut bare = IndexSpec {
        name: String::new(),
        description: String::new(),
        classes: None,
        standardise: None,
        uncertainty: Default::default(),
        ..spec.clone()
    };
    let mut equal = bare.clone();
    equal_weights(&mut equal);
    if bare.weigh == Weighting::ByHand && bare.has_equal_weights() {
        bare = equal;
    }
    serde_json::to_string(&bare).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{LEADER, Planted, planted};
    use super::*;
    use crate::domain::Normalisation;

    #[test]
    fn an_area_that_leads_everywhere_always_belongs_and_the_shares_fill_the_places() {
        let Planted { data, spec } = planted(15, 4);
        let mut second = spec.clone();
        second.name = "Zweites".into();
        second.indicators[1].weight = 3.0;
        let found = set_membership(&data, &[spec, second], 5, &Progress::new()).unwrap();
        let leader = found.areas.iter().find(|area| area.area == LEADER).unwrap();
        assert_eq!((leader.belonging(), leader.worst), (Belonging::Always, 1));
        let sum: f64 = found.areas.iter().map(AreaMembership::share).sum();
        assert!((5.0 - 1e-9..5.5).contains(&sum), "every recipe fills five places, ties apart: {sum}");
        for area in found.areas.iter().filter(|area| area.belonging() == Belonging::Border) {
            assert_eq!(area.against.len(), area.within.min(area.of - area.within));
            assert!(area.best <= 5 && area.worst > 5);
        }
    }

    #[test]
    fn recipes_that_rank_alike_are_counted_once() {
        let Planted { data, spec } = planted(8, 3);
        let mut other = spec.clone();
        other.name = "Derselbe Rechenweg".into();
        other.normalise = Normalisation::MIN_MAX;
        let one = set_membership(&data, std::slice::from_ref(&spec), 3, &Progress::new()).unwrap();
        let two = set_membership(&data, &[spec, other], 3, &Progress::new()).unwrap();
        assert_eq!(one.recipes.len(), two.recipes.len());
    }
}
