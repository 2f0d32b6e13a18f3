//! Derived values of the place Bedarf: asked for as long as the place needs them, each on its own job thread.

use super::{RankingKey, RankingResult, computed};
use crate::analysis::{self, RankIntervals, Ranking, SOBOL_BASE, SetMembership, SpecError};
use crate::domain::{IndexSpec, PlanningData, RecipeId, Sampling};
use crate::jobs::{Cancelled, Progress, Requested, Wake};
use crate::project::Snapshot;
use crate::ui::{BedarfDerived, BedarfNeeds, Computed, DrawsView, SensitivityView, VariantRun};
use std::sync::Arc;

/// Most ranks that are kept as single draws.
const MOST_DRAWN: usize = 1 << 25;
/// Ranks that the design of the Sobol indices may hold.
const DESIGN: usize = 1 << 24;
/// Smallest samples of that design.
const SMALLEST_BASE: usize = 64;
/// Choices of a recipe and the two samples, at most.
const DESIGN_COLUMNS: usize = 9;

/// Ranks that are drawn while a slider is held, at most; values that are drawn anew meanwhile.
const MOST_PREVIEWED: usize = 10_000_000;
const MOST_SAMPLED: usize = 1_000_000;
/// Draws from which an interval is told at least.
const FEWEST_PREVIEWED: u32 = 100;

/// Revision of the data and all recipes of the project.
type VariantsKey = (u64, Vec<(RecipeId, IndexSpec)>);

/// The derived values of the place.
#[derive(Default)]
pub(super) struct BedarfCompute {
    quick: Requested<RankingKey, RankingResult>,
    preview: Requested<RankingKey, RankingResult>,
    membership: Requested<RankingKey, Result<SetMembership, SpecError>>,
    variants: Requested<VariantsKey, Vec<VariantRun>>,
    sensitivity: Requested<RankingKey, Result<SensitivityView, SpecError>>,
    draws: Requested<RankingKey, Result<DrawsView, SpecError>>,
    previewed: bool,
}

impl BedarfCompute {
    /// Asks for what the place needs. `ranking` is the newest there is, and whether it belongs to the snapshot.
    pub fn request(
        &mut self,
        snapshot: &Snapshot,
        (ranking, current): (Option<&Arc<RankingResult>>, bool),
        needs: &BedarfNeeds,
        wake: &Wake,
    ) {
        let Some(recipe) = snapshot.recipe() else { return };
        let data = &snapshot.data;
        self.previewed = needs.preview.is_some();
        let spec = needs.preview.as_ref().unwrap_or(&recipe.spec);
        if self.previewed || !current {
            self.request_live(data, spec, ranking, wake);
        }
        let key = || RankingKey { data: data.revision, spec: recipe.spec.clone() };
        if needs.variants {
            let recipes: Vec<_> = snapshot.recipes.iter().map(|recipe| (recipe.id, recipe.spec.clone())).collect();
            let (data, work) = (data.clone(), recipes.clone());
            let key = (data.revision, recipes);
            self.variants.request(key, "variants", wake, move |progress| variants(&data, work, progress));
        }
        // What takes longer waits for the ranking, and rests while a slider is being held.
        let Some(Ok(ranking)) = ranking.filter(|_| current && !self.previewed).map(Arc::as_ref) else { return };
        if needs.membership {
            let (data, spec) = (data.clone(), recipe.spec.clone());
            self.membership.request(key(), "membership", wake, move |progress| {
                let places = spec.uncertainty.top_places;
                analysis::set_membership(&data, &[spec], places, progress)
            });
        }
        if needs.sensitivity {
            let (data, run) = (data.clone(), ranking.run.clone());
            self.sensitivity.request(key(), "sensitivity", wake, move |progress| sensitivity(&data, run, progress));
        }
        if needs.draws && ranking.run.areas.len() * ranking.intervals.replications as usize <= MOST_DRAWN {
            let (data, run) = (data.clone(), ranking.run.clone());
            self.draws.request(key(), "draws", wake, move |progress| {
                let draws = analysis::rank_draws(&data, &run, progress)?;
                Ok(DrawsView { areas: run.areas, draws })
            });
        }
    }

    /// Index and ranks come at once, the intervals of a recipe that is not stored yet follow.
    fn request_live(
        &mut self,
        data: &PlanningData,
        spec: &IndexSpec,
        before: Option<&Arc<RankingResult>>,
        wake: &Wake,
    ) {
        let key = RankingKey { data: data.revision, spec: spec.clone() };
        let (work_data, work_spec, carried) = (data.clone(), spec.clone(), before.cloned());
        self.quick.request(key, "index", wake, move |_| {
            let intervals = carried.as_deref().and_then(|ranking| ranking.as_ref().ok());
            let run = analysis::run(&work_data, &work_spec)?;
            let intervals = carried_over(intervals, &run);
            Ok(Ranking { run, intervals })
        });
        if self.previewed {
            let areas =
                before.and_then(|ranking| ranking.as_ref().as_ref().ok()).map(|ranking| ranking.run.areas.len());
            let spec = previewed(spec, areas.unwrap_or(data.areas.len()));
            let (work_data, work_spec) = (data.clone(), spec.clone());
            let key = RankingKey { data: data.revision, spec };
            self.preview
                .request(key, "preview", wake, move |progress| analysis::rank(&work_data, &work_spec, progress));
        }
    }

    /// A ranking that was already computed while the slider was being held.
    pub fn known(&self, key: &RankingKey) -> Option<Arc<RankingResult>> {
        self.preview.value_of(key).cloned()
    }

    /// Takes over what workers have finished.
    pub fn collect(&mut self) {
        self.quick.collect();
        self.preview.collect();
        self.membership.collect();
        self.variants.collect();
        self.sensitivity.collect();
        self.draws.collect();
    }

    /// Stops what is under way; it is asked for anew after [`again`](Self::again).
    pub fn stop(&mut self) {
        self.membership.stop();
        self.sensitivity.stop();
        self.draws.stop();
        self.variants.stop();
    }

    /// Lets what was stopped begin anew.
    pub fn again(&mut self) {
        self.membership.again();
        self.sensitivity.again();
        self.draws.again();
        self.variants.again();
    }

    fn is_stopped(&self) -> bool {
        self.membership.is_stopped()
            || self.sensitivity.is_stopped()
            || self.draws.is_stopped()
            || self.variants.is_stopped()
    }

    /// The values for the panel.
    pub fn view(&self, ranking_is_current: bool) -> BedarfDerived {
        BedarfDerived {
            live: self.live(ranking_is_current),
            membership: computed(&self.membership),
            variants: computed(&self.variants),
            sensitivity: computed(&self.sensitivity),
            draws: computed(&self.draws),
            stopped: self.is_stopped(),
        }
    }

    fn live(&self, ranking_is_current: bool) -> Computed<RankingResult> {
        if ranking_is_current && !self.previewed {
            Computed::default()
        } else if self.previewed && self.preview.current().is_some() {
            computed(&self.preview)
        } else {
            Computed { current: false, ..computed(&self.quick) }
        }
    }
}

/// The recipe for the intervals that follow a slider while it is held: with fewer draws where values are drawn anew for
/// many areas, so that they come within a fifth of a second. Once it is let go the recipe itself is computed.
fn previewed(spec: &IndexSpec, areas: usize) -> IndexSpec {
    let mut spec = spec.clone();
    let draws = match spec.uncertainty.sampling {
        Sampling::None => MOST_PREVIEWED / areas.max(1),
        Sampling::Beta | Sampling::Binomial | Sampling::Normal => MOST_SAMPLED / (areas * spec.indicators.len()).max(1),
    };
    #[expect(clippy::cast_possible_truncation, reason = "at most the draws of the recipe")]
    let most = draws.min(spec.uncertainty.replications as usize) as u32;
    spec.uncertainty.replications = most.max(FEWEST_PREVIEWED).min(spec.uncertainty.replications);
    spec
}

/// The intervals of the ranking before, brought to the areas of this run; the rank itself where an area is new.
fn carried_over(before: Option<&Ranking>, run: &analysis::IndexRun) -> RankIntervals {
    let row = |area| before.and_then(|before| Some((before, before.run.row_of(area)?)));
    let of = |pick: fn(&RankIntervals) -> &Vec<f64>, own: &dyn Fn(usize) -> f64| -> Vec<f64> {
        let value = |(at, &area)| row(area).map_or_else(|| own(at), |(before, row)| pick(&before.intervals)[row]);
        run.areas.iter().enumerate().map(value).collect()
    };
    let places = run.spec.uncertainty.top_places;
    let rank = |at: usize| f64::from(run.rank[at]);
    let within = |at: usize| f64::from(u8::from(run.rank[at] <= places));
    RankIntervals {
        replications: before.map_or(0, |before| before.intervals.replications),
        seed: run.spec.uncertainty.seed,
        low: of(|intervals| &intervals.low, &rank),
        median: of(|intervals| &intervals.median, &rank),
        high: of(|intervals| &intervals.high, &rank),
        top_share: of(|intervals| &intervals.top_share, &within),
        top_share_error: of(|intervals| &intervals.top_share_error, &|_| 0.0),
        top_places: places,
        group: groups(before, run),
        sampled: before.and_then(|before| before.intervals.sampled.clone()),
        replaced: Vec::new(),
    }
}

/// Groups stay together only where the order of the areas still allows it: numbers never fall along the ranks.
fn groups(before: Option<&Ranking>, run: &analysis::IndexRun) -> Vec<usize> {
    let mut group = vec![0; run.areas.len()];
    let mut highest = 0;
    for row in run.by_rank() {
        let known = before.and_then(|before| Some(before.intervals.group[before.run.row_of(run.areas[row])?]));
        highest = highest.max(known.unwrap_or(highest));
        group[row] = highest;
    }
    group
}

fn variants(data: &PlanningData, recipes: Vec<(RecipeId, IndexSpec)>, progress: &Progress) -> Vec<VariantRun> {
    let total = recipes.len() as u64;
    let ranked = |(at, (id, spec)): (usize, (RecipeId, IndexSpec))| {
        let outcome = match progress.step(at as u64, total) {
            Ok(()) => analysis::run(data, &spec),
            Err(Cancelled) => Err(SpecError::Cancelled),
        };
        VariantRun { id, outcome }
    };
    recipes.into_iter().enumerate().map(ranked).collect()
}

fn sensitivity(
    data: &PlanningData,
    run: analysis::IndexRun,
    progress: &Progress,
) -> Result<SensitivityView, SpecError> {
    let fitting = DESIGN / (run.areas.len().max(1) * DESIGN_COLUMNS);
    #[expect(clippy::cast_possible_truncation, reason = "at most the usual size")]
    let base = fitting.clamp(SMALLEST_BASE, SOBOL_BASE as usize) as u32;
    let alternatives = analysis::one_at_a_time(data, &run, progress)?;
    let without = analysis::leave_one_out(&run);
    let sobol = analysis::rank_sensitivity(data, &run, base, progress)?;
    Ok(SensitivityView { run: Arc::new(run), sobol, alternatives, without })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AreaLevel;

    #[test]
    fn intervals_that_follow_a_slider_take_fewer_draws_only_where_there_is_much_to_draw() {
        let entry = |at: usize| {
            crate::domain::SpecIndicator::new(at.to_string(), crate::domain::Direction::HighIsNeed, 1.0, "")
        };
        let mut spec = IndexSpec::recommended(AreaLevel::Sozialraum, (0..40).map(entry).collect());
        spec.uncertainty.replications = 1_000;
        let draws = |spec: &IndexSpec, areas| previewed(spec, areas).uncertainty.replications;
        assert_eq!([39, 170, 33_000].map(|areas| draws(&spec, areas)), [1_000, 1_000, 303]);
        spec.uncertainty.sampling = Sampling::Beta;
        assert_eq!([13, 170, 33_000].map(|areas| draws(&spec, areas)), [1_000, 147, 100]);
        spec.uncertainty.replications = 50;
        assert_eq!(draws(&spec, 33_000), 50);
    }
}
