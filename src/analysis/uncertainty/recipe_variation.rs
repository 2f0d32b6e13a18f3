//! The choices of a recipe that are varied, and the ranks that a draw of them gives.
//!
//! Values are normalised once per imputation and normalisation; a draw only weighs, sums up and ranks. Only where the
//! data themselves are drawn anew are they normalised anew.

use super::data_sampling::{SampledData, Sampler};
use super::random::{Random, Streams};
use crate::analysis::rank::Ranker;
use crate::analysis::run::{observed, scales};
use crate::analysis::{IndexRun, SpecError, impute};
use crate::domain::{Aggregation, Imputation, Normalisation, PlanningData};
use std::borrow::Cow;

/// Number of the first stream for data drawn anew; replications lie far below.
const DATA_STREAMS: u64 = 1 << 63;

/// Share of the weight below which nothing is left of it.
const NO_WEIGHT: f64 = 1e-12;

/// Something that a recipe decides and that could be decided otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// How values are made comparable.
    Normalisation,
    /// How much each indicator counts.
    Weights,
    /// How normalised values become an index.
    Aggregation,
    /// What happens to missing values.
    Imputation,
    /// Which indicators count at all.
    Indicators,
    /// The sampling error of the rates.
    Data,
}

impl Choice {
    /// All choices in the order in which a replication draws them.
    pub const ALL: [Choice; 6] = [
        Choice::Normalisation,
        Choice::Weights,
        Choice::Aggregation,
        Choice::Imputation,
        Choice::Indicators,
        Choice::Data,
    ];

    /// Stable name in tables for machines.
    pub fn code(self) -> &'static str {
        match self {
            Choice::Normalisation => "normalisation",
            Choice::Weights => "weights",
            Choice::Aggregation => "aggregation",
            Choice::Imputation => "imputation",
            Choice::Indicators => "indicators",
            Choice::Data => "data",
        }
    }
}

/// The options of a choice: those drawn from, and the recipe's own at place `own` (behind them if not among them).
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Options<T> {
    pub all: Vec<T>,
    pub drawn: usize,
    pub own: usize,
}

impl<T: Clone + PartialEq> Options<T> {
    fn new(named: &[T], own: &T) -> Options<T> {
        let mut all = if named.is_empty() { vec![own.clone()] } else { named.to_vec() };
        let drawn = all.len();
        let found = all.iter().position(|option| option == own);
        if found.is_none() {
            all.push(own.clone());
        }
        Options { own: found.unwrap_or(drawn), drawn, all }
    }

    fn varies(&self) -> bool {
        self.drawn > 1 || self.own >= self.drawn
    }
}

/// One decision for every choice.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::analysis) struct Draw {
    pub normalisation: usize,
    pub weights: Vec<f64>,
    pub aggregation: usize,
    pub imputation: usize,
    /// The indicator without weight.
    pub left_out: Option<usize>,
    /// The stream from which the data are drawn anew.
    pub data: Option<u64>,
}

/// Normalised columns without NaN, and which rows lack what.
#[derive(Clone, Debug, Default)]
struct Panel {
    columns: Vec<Vec<f64>>,
    /// Rows with gaps, each with the indicators that it lacks.
    gaps: Vec<(usize, Vec<usize>)>,
}

/// All recipes that the variation of a run may draw.
pub(in crate::analysis) struct Space<'a> {
    pub run: &'a IndexRun,
    pub normalisations: Options<Normalisation>,
    pub aggregations: Options<Aggregation>,
    pub imputations: Options<Imputation>,
    pub sampled: Option<SampledData>,
    sampler: Option<Sampler>,
    streams: Streams,
    /// Values as observed, column by column; what a replication of the data starts from.
    raw: Vec<Vec<f64>>,
    /// One panel per imputation and normalisation.
    panels: Vec<Panel>,
}

/// Working memory of one thread.
#[derive(Default)]
pub(in crate::analysis) struct Workspace {
    scores: Vec<f64>,
    weights: Vec<f64>,
    ranker: Ranker,
}

impl<'a> Space<'a> {
    /// Prepares what a draw needs.
    ///
    /// # Errors
    /// [`SpecError::NoRobustSpread`] for a run made by hand; [`run`](crate::analysis::run) refuses such recipes.
    pub fn new(data: &PlanningData, run: &'a IndexRun) -> Result<Space<'a>, SpecError> {
        let varied = &run.spec.uncertainty;
        let sampling = Sampler::read(data, run);
        let (sampler, sampled) = sampling.map_or((None, None), |(sampler, report)| (Some(sampler), Some(report)));
        let mut space = Space {
            run,
            normalisations: Options::new(&varied.normalisations, &run.spec.normalise),
            aggregations: Options::new(&varied.aggregations, &run.spec.aggregate),
            imputations: Options::new(&varied.imputations, &run.spec.impute),
            sampled,
            sampler,
            streams: Streams::new(varied.seed),
            raw: (0..run.width()).map(|at| run.column_of(&run.raw, at)).collect(),
            panels: Vec::new(),
        };
        for imputation in &space.imputations.all {
            for normalisation in &space.normalisations.all {
                let panel = space.panel(&space.raw, imputation, normalisation)?;
                space.panels.push(panel);
            }
        }
        Ok(space)
    }

    /// The generator of one replication.
    pub fn stream(&self, replication: u64) -> Random {
        self.streams.get(replication)
    }

    /// The choices that vary, in the order of [`Choice::ALL`].
    pub fn choices(&self) -> Vec<Choice> {
        let varied = &self.run.spec.uncertainty;
        let varies = |choice: &Choice| match choice {
            Choice::Normalisation => self.normalisations.varies(),
            Choice::Weights => varied.weight_variation > 0.0,
            Choice::Aggregation => self.aggregations.varies(),
            Choice::Imputation => self.imputations.varies(),
            Choice::Indicators => varied.leave_one_out && self.run.width() > 1,
            Choice::Data => self.sampler.is_some(),
        };
        Choice::ALL.into_iter().filter(varies).collect()
    }

    /// The recipe as it is.
    pub fn own(&self) -> Draw {
        Draw {
            normalisation: self.normalisations.own,
            weights: self.run.weights.clone(),
            aggregation: self.aggregations.own,
            imputation: self.imputations.own,
            left_out: None,
            data: None,
        }
    }

    /// Draws every choice from one stream.
    pub fn draw(&self, random: &mut Random, draw: &mut Draw) {
        for choice in Choice::ALL {
            self.decide(choice, random, draw);
        }
    }

    /// Draws one choice. The first two take their numbers always, the others only where they vary.
    pub fn decide(&self, choice: Choice, random: &mut Random, draw: &mut Draw) {
        let varied = &self.run.spec.uncertainty;
        match choice {
            Choice::Normalisation => draw.normalisation = random.one_of(self.normalisations.drawn),
            Choice::Weights => self.draw_weights(random, &mut draw.weights),
            Choice::Aggregation if self.aggregations.drawn > 1 => {
                draw.aggregation = random.one_of(self.aggregations.drawn);
            }
            Choice::Aggregation => draw.aggregation = 0,
            Choice::Imputation if self.imputations.drawn > 1 => {
                draw.imputation = random.one_of(self.imputations.drawn);
            }
            Choice::Imputation => draw.imputation = 0,
            Choice::Indicators if varied.leave_one_out && self.run.width() > 1 => {
                let at = random.one_of(self.run.width() + 1);
                draw.left_out = at.checked_sub(1);
            }
            Choice::Indicators => draw.left_out = None,
            Choice::Data => draw.data = self.sampler.as_ref().map(|_| random.word()),
        }
    }

    fn draw_weights(&self, random: &mut Random, weights: &mut [f64]) {
        let variation = self.run.spec.uncertainty.weight_variation;
        for (weight, own) in weights.iter_mut().zip(&self.run.weights) {
            *weight = own * (1.0 + variation * (2.0 * random.uniform() - 1.0));
        }
        if weights.iter().sum::<f64>() <= 0.0 {
            weights.copy_from_slice(&self.run.weights);
        }
    }

    /// Writes the ranks of a draw.
    pub fn rank(&self, draw: &Draw, work: &mut Workspace, ranks: &mut [u32]) {
        self.score(draw, work);
        work.ranker.rank(&work.scores, self.run.spec.ties, ranks);
    }

    /// Index of a draw, up to a positive factor.
    fn score(&self, draw: &Draw, work: &mut Workspace) {
        work.weights.clear();
        work.weights.extend_from_slice(&draw.weights);
        if let Some(at) = draw.left_out {
            work.weights[at] = 0.0;
            if work.weights.iter().sum::<f64>() <= NO_WEIGHT {
                work.weights.copy_from_slice(&draw.weights);
            }
        }
        work.scores.clear();
        work.scores.resize(self.run.areas.len(), 0.0);
        let panel = &self.panels[draw.imputation * self.normalisations.all.len() + draw.normalisation];
        match draw.data.and_then(|stream| self.redrawn(draw, stream)) {
            Some(redrawn) => redrawn.sum(&work.weights, &draw.weights, &mut work.scores),
            None => panel.sum(&work.weights, &draw.weights, &mut work.scores),
        }
    }

    /// The panel of data drawn anew; none where these cannot be normalised.
    fn redrawn(&self, draw: &Draw, stream: u64) -> Option<Panel> {
        let sampler = self.sampler.as_ref()?;
        let mut random = self.streams.get(DATA_STREAMS | stream);
        let mut columns = self.raw.clone();
        for (at, column) in columns.iter_mut().enumerate() {
            sampler.draw(at, column, &mut random);
        }
        let imputation = &self.imputations.all[draw.imputation];
        self.panel(&columns, imputation, &self.normalisations.all[draw.normalisation]).ok()
    }

    fn panel(
        &self,
        raw: &[Vec<f64>],
        imputation: &Imputation,
        normalisation: &Normalisation,
    ) -> Result<Panel, SpecError> {
        let reference: Vec<Cow<[f64]>> = match &self.run.reference {
            Some(reference) => reference.iter().map(|values| Cow::Borrowed(values.as_slice())).collect(),
            None => raw.iter().map(|column| observed(column)).collect(),
        };
        let scales = scales(&self.run.spec, *normalisation, &reference)?;
        let normalised = raw.iter().zip(scales.iter().zip(&reference)).map(|(column, (scale, known))| {
            let filler = impute::filler(known, *imputation).unwrap_or(f64::NAN);
            column.iter().map(|&value| scale.value(if value.is_nan() { filler } else { value })).collect()
        });
        Ok(Panel::new(normalised.collect(), &self.run.weights))
    }
}

impl Panel {
    fn new(mut columns: Vec<Vec<f64>>, weights: &[f64]) -> Panel {
        let lacks = |row: usize| -> Vec<usize> {
            (0..columns.len()).filter(|&at| weights[at] > 0.0 && columns[at][row].is_nan()).collect()
        };
        let rows = columns.first().map_or(0, Vec::len);
        let with_gaps = |row: &usize| columns.iter().any(|column| column[*row].is_nan());
        let gaps: Vec<(usize, Vec<usize>)> =
            (0..rows).filter(with_gaps).map(|row| (row, lacks(row))).filter(|(_, lacks)| !lacks.is_empty()).collect();
        columns.iter_mut().flatten().filter(|value| value.is_nan()).for_each(|value| *value = 0.0);
        Panel { columns, gaps }
    }

    /// Adds weight times value; a row with gaps is scaled up to the full weight. A row of which nothing is left keeps
    /// the weights of `before`.
    fn sum(&self, weights: &[f64], before: &[f64], scores: &mut [f64]) {
        for (columns, weights) in self.columns.chunks(4).zip(weights.chunks(4)) {
            match (columns, weights) {
                ([a, b, c, d], &[p, q, r, s]) => {
                    let four = a.iter().zip(b).zip(c.iter().zip(d));
                    for (score, ((a, b), (c, d))) in scores.iter_mut().zip(four) {
                        *score += (p * a + q * b) + (r * c + s * d);
                    }
                }
                _ => {
                    for (column, weight) in columns.iter().zip(weights) {
                        scores.iter_mut().zip(column).for_each(|(score, value)| *score += weight * value);
                    }
                }
            }
        }
        let full: f64 = weights.iter().sum();
        for (row, missing) in &self.gaps {
            let left = |weights: &[f64]| {
                let sum: f64 = weights.iter().sum();
                sum - missing.iter().map(|&at| weights[at]).sum::<f64>()
            };
            let present = left(weights);
            scores[*row] = if present > NO_WEIGHT * full {
                scores[*row] * full / present
            } else {
                let sum: f64 = self.columns.iter().zip(before).map(|(column, weight)| weight * column[*row]).sum();
                sum * full / left(before).max(f64::MIN_POSITIVE)
            };
        }
    }
}
