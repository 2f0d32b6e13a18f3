//! The sampling error of rates: what their numerators and denominators leave open.

use super::random::Random;
use crate::analysis::IndexRun;
use crate::domain::{AreaId, Indicator, IndicatorId, Observation, PlanningData, Sampling};
use std::sync::Arc;

/// A value is taken for numerator / denominator if it differs from it by at most this share; the rounding of the
/// indicator's decimals is allowed in any case.
const TOLERANCE: f64 = 0.005;

/// Which values were drawn anew within their sampling error.
#[derive(Clone, Debug, PartialEq)]
pub struct SampledData {
    /// How.
    pub method: Sampling,
    /// Number of values drawn anew.
    pub sampled: usize,
    /// Values that stayed as they are because numerator or denominator is not known, per indicator of the recipe.
    pub without_counts: Vec<(IndicatorId, Vec<AreaId>)>,
    /// Values that stayed as they are because they are not numerator / denominator, per indicator of the recipe.
    pub other_than_counts: Vec<(IndicatorId, Vec<AreaId>)>,
}

/// Counts behind a rate.
#[derive(Clone, Copy, Debug)]
struct Counts {
    hits: f64,
    base: f64,
    scale: f64,
}

/// The counts behind the values of a run, column by column.
#[derive(Clone, Debug)]
pub(super) struct Sampler {
    method: Sampling,
    columns: Vec<Vec<(usize, Counts)>>,
}

enum Cell {
    Empty,
    Counted(Counts),
    WithoutCounts,
    OtherThanCounts,
}

impl Sampler {
    /// Reads the counts; none where the recipe takes the values as they are.
    pub fn read(data: &PlanningData, run: &IndexRun) -> Option<(Sampler, SampledData)> {
        let method = run.spec.uncertainty.sampling;
        if method.is_none() {
            return None;
        }
        let mut report = SampledData { method, sampled: 0, without_counts: Vec::new(), other_than_counts: Vec::new() };
        let mut columns = Vec::with_capacity(run.width());
        for (at, &indicator) in run.indicators.iter().enumerate() {
            let (mut counted, mut without, mut other) = (Vec::new(), Vec::new(), Vec::new());
            for (row, &area) in run.areas.iter().enumerate() {
                match cell(data, run, (indicator, area), run.kernel.observed[(row, at)]) {
                    Cell::Empty => {}
                    Cell::Counted(counts) => counted.push((row, counts)),
                    Cell::WithoutCounts => without.push(area),
                    Cell::OtherThanCounts => other.push(area),
                }
            }
            report.sampled += counted.len();
            report.without_counts.extend((!without.is_empty()).then_some((indicator, without)));
            report.other_than_counts.extend((!other.is_empty()).then_some((indicator, other)));
            columns.push(counted);
        }
        Some((Sampler { method, columns }, report))
    }

    /// Moves the values of a column by the deviation of a newly drawn rate from the counted one.
    pub fn draw(&self, at: usize, values: &mut Arc<Vec<f64>>, random: &mut Random) {
        if self.columns[at].is_empty() {
            return;
        }
        let values = Arc::make_mut(values);
        for &(row, counts) in &self.columns[at] {
            values[row] += counts.scale * (counts.redrawn(self.method, random) - counts.hits / counts.base);
        }
    }
}

/// What is known of the counts behind a value; a value that was rolled up or is a change is not that of the counts.
fn cell(data: &PlanningData, run: &IndexRun, (indicator, area): (IndicatorId, AreaId), value: f64) -> Cell {
    let observation = data.dataset.get(indicator, area, run.period).filter(|_| !value.is_nan());
    let (Some(observation), Some(card)) = (observation, data.indicator(indicator)) else { return Cell::Empty };
    match counts(&observation, card) {
        None => Cell::WithoutCounts,
        Some(counts) if counts.fits(value, card) => Cell::Counted(counts),
        Some(_) => Cell::OtherThanCounts,
    }
}

fn counts(observation: &Observation, card: &Indicator) -> Option<Counts> {
    let (hits, base) = (observation.numerator?, observation.denominator?);
    let known = base > 0.0 && base.is_finite() && hits >= 0.0 && card.scale.is_finite();
    known.then_some(Counts { hits, base, scale: card.scale })
}

impl Counts {
    fn fits(self, value: f64, card: &Indicator) -> bool {
        let rounding = 0.5 * 10f64.powi(-i32::from(card.decimals));
        let share = self.hits <= self.base;
        share && (value - self.scale * self.hits / self.base).abs() <= rounding.max(TOLERANCE * value.abs()) + 1e-9
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of persons or households")]
    fn redrawn(self, method: Sampling, random: &mut Random) -> f64 {
        let rate = self.hits / self.base;
        match method {
            Sampling::None => rate,
            Sampling::Beta => random.beta(self.hits + 0.5, self.base - self.hits + 0.5),
            Sampling::Binomial => {
                f64::from(random.binomial(self.base.round() as u32, rate)) / self.base.round().max(1.0)
            }
            Sampling::Normal => (rate + random.normal() * (rate * (1.0 - rate) / self.base).sqrt()).clamp(0.0, 1.0),
        }
    }
}
