//! The choices of a recipe that are varied, and the ranks that a draw of them gives.
//!
//! Values are normalised once per treatment, imputation and normalisation; a draw only weighs, sums up and ranks. Only
//! where the data themselves are drawn anew are they normalised anew. Where everything is a weighted sum, a draw goes
//! through the columns four at a time; other aggregations go through the [`Kernel`].

use super::data_sampling::{SampledData, Sampler};
use super::random::{Random, Streams};
use crate::analysis::rank::Ranker;
use crate::analysis::{Choices, IndexRun, Kernel, Matrix, SpecError, Values};
use crate::domain::{Aggregation, Imputation, Normalisation, PlanningData, RankTies, Treatment};
use std::sync::Arc;

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
    /// What happens to outlying values.
    Treatment,
    /// Which indicators count at all.
    Indicators,
    /// The sampling error of the rates.
    Data,
}

impl Choice {
    /// All choices in the order in which a replication draws them.
    pub const ALL: [Choice; 7] = [
        Choice::Normalisation,
        Choice::Weights,
        Choice::Aggregation,
        Choice::Imputation,
        Choice::Treatment,
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
            Choice::Treatment => "treatment",
            Choice::Indicators => "indicators",
            Choice::Data => "data",
        }
    }
}

/// The options of a choice that are drawn from, the recipe's own among them at place `own`.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Options<T> {
    pub all: Vec<T>,
    pub own: usize,
}

impl<T: PartialEq> Options<T> {
    fn new(all: Vec<T>, own: &T) -> Options<T> {
        Options { own: all.iter().position(|option| option == own).unwrap_or(0), all }
    }

    /// Whether a draw may be another one than the recipe's own.
    fn varies(&self) -> bool {
        self.all.len() > 1
    }

    /// One of the options; takes a number only where there are several.
    fn draw(&self, random: &mut Random) -> usize {
        if self.varies() { random.one_of(self.all.len()) } else { 0 }
    }
}

/// One decision for every choice.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::analysis) struct Draw {
    pub normalisation: usize,
    /// Weights of the indicators.
    pub weights: Vec<f64>,
    /// Weights of the Teilindizes; empty where there are none.
    pub dimensions: Vec<f64>,
    pub aggregation: usize,
    pub imputation: usize,
    pub treatment: usize,
    /// The indicator without weight.
    pub left_out: Option<usize>,
    /// The stream from which the data are drawn anew.
    pub data: Option<u64>,
}

/// An aggregation that makes no sense after a normalisation, such as a geometric mean of z-values, and the one that
/// draws of both use instead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Replaced {
    /// The normalisation.
    pub normalisation: Normalisation,
    /// The aggregation that cannot follow it.
    pub aggregation: Aggregation,
    /// The aggregation used: the recipe's own, or else the arithmetic mean.
    pub used: Aggregation,
}

/// How the values of a panel are put together.
#[derive(Clone, Debug, PartialEq)]
struct Plan {
    aggregate: Aggregation,
    /// Method of each Teilindex.
    dimensions: Vec<Aggregation>,
    /// Whether the index is a weighted sum of the indicators.
    is_sum: bool,
}

/// Normalised values under one treatment, imputation and normalisation.
#[derive(Clone, Debug)]
struct Panel {
    values: Values,
    /// The columns with 0 for gaps.
    columns: Vec<Arc<Vec<f64>>>,
    /// Rows with gaps, each with the indicators that it lacks.
    gaps: Vec<(usize, Vec<usize>)>,
    /// One plan per aggregation.
    plans: Vec<Plan>,
}

/// All recipes that the variation of a run may draw.
pub(in crate::analysis) struct Space<'a> {
    pub run: &'a IndexRun,
    pub sampled: Option<SampledData>,
    pub replaced: Vec<Replaced>,
    normalisations: Options<Normalisation>,
    aggregations: Options<Aggregation>,
    imputations: Options<Imputation>,
    treatments: Options<Treatment>,
    sampler: Option<Sampler>,
    streams: Streams,
    panels: Vec<Panel>,
}

/// Working memory of one thread.
#[derive(Default)]
pub(in crate::analysis) struct Workspace {
    scores: Vec<f64>,
    weights: Vec<f64>,
    last: Vec<u32>,
    ranker: Ranker,
    kernel: Option<Kernel>,
}

impl<'a> Space<'a> {
    /// Prepares what a draw needs.
    ///
    /// # Errors
    /// Why a choice that the recipe varies makes no sense with these data.
    pub fn new(data: &PlanningData, run: &'a IndexRun) -> Result<Space<'a>, SpecError> {
        let varied = &run.spec.uncertainty;
        let sampling = Sampler::read(data, run);
        let (sampler, sampled) = sampling.map_or((None, None), |(sampler, report)| (Some(sampler), Some(report)));
        let own = run.kernel.own();
        let mut space = Space {
            run,
            sampled,
            replaced: Vec::new(),
            normalisations: Options::new(run.spec.drawn_normalisations(), &run.spec.normalise),
            aggregations: Options::new(run.spec.drawn_aggregations(), &own.aggregate),
            imputations: Options::new(run.spec.drawn_imputations(), &own.impute),
            treatments: Options::new(run.spec.drawn_treatments(), &own.treat),
            sampler,
            streams: Streams::new(varied.seed),
            panels: Vec::new(),
        };
        for treatment in 0..space.treatments.all.len() {
            for imputation in 0..space.imputations.all.len() {
                for normalisation in 0..space.normalisations.all.len() {
                    let panel = space.panel(&run.kernel, treatment, imputation, normalisation)?;
                    space.note_replaced(normalisation, &panel);
                    space.panels.push(panel);
                }
            }
        }
        Ok(space)
    }

    fn note_replaced(&mut self, normalisation: usize, panel: &Panel) {
        for (&aggregation, plan) in self.aggregations.all.iter().zip(&panel.plans) {
            let normalisation = self.normalisations.all[normalisation];
            let found = Replaced { normalisation, aggregation, used: plan.aggregate };
            if plan.aggregate != aggregation && !self.replaced.contains(&found) {
                self.replaced.push(found);
            }
        }
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
            Choice::Treatment => self.treatments.varies(),
            Choice::Indicators => self.leaves_out(),
            Choice::Data => self.sampler.is_some(),
        };
        Choice::ALL.into_iter().filter(varies).collect()
    }

    fn leaves_out(&self) -> bool {
        self.run.spec.uncertainty.leave_one_out && self.run.width() > 1
    }

    /// The recipe as it is.
    pub fn own(&self) -> Draw {
        let own = self.run.kernel.own();
        Draw {
            normalisation: self.normalisations.own,
            weights: own.weights.clone(),
            dimensions: own.dimensions.iter().map(|(weight, _)| *weight).collect(),
            aggregation: self.aggregations.own,
            imputation: self.imputations.own,
            treatment: self.treatments.own,
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
        match choice {
            Choice::Normalisation => draw.normalisation = random.one_of(self.normalisations.all.len()),
            Choice::Weights => self.draw_weights(random, draw),
            Choice::Aggregation => draw.aggregation = self.aggregations.draw(random),
            Choice::Imputation => draw.imputation = self.imputations.draw(random),
            Choice::Treatment => draw.treatment = self.treatments.draw(random),
            Choice::Indicators if self.leaves_out() => {
                draw.left_out = random.one_of(self.run.width() + 1).checked_sub(1);
            }
            Choice::Indicators => draw.left_out = None,
            Choice::Data => draw.data = self.sampler.as_ref().map(|_| random.word()),
        }
    }

    fn draw_weights(&self, random: &mut Random, draw: &mut Draw) {
        let variation = self.run.spec.uncertainty.weight_variation;
        let own = self.run.kernel.own();
        let mut vary = |weights: &mut [f64], own: &mut dyn Iterator<Item = f64>| {
            for (weight, own) in weights.iter_mut().zip(own) {
                *weight = own * (1.0 + variation * (2.0 * random.uniform() - 1.0));
            }
        };
        vary(&mut draw.weights, &mut own.weights.iter().copied());
        vary(&mut draw.dimensions, &mut own.dimensions.iter().map(|(weight, _)| *weight));
        if draw.weights.iter().sum::<f64>() <= 0.0 {
            draw.weights.copy_from_slice(&own.weights);
        }
    }

    /// Writes the ranks of a draw.
    pub fn rank(&self, draw: &Draw, work: &mut Workspace, ranks: &mut [u32]) {
        work.scores.resize(self.run.areas.len(), 0.0);
        match draw.data.and_then(|stream| self.redrawn(draw, stream, work)) {
            Some(panel) => self.score(&panel, draw, work),
            None => self.score(&self.panels[self.panel_of(draw)], draw, work),
        }
        work.ranker.rank(&work.scores, self.run.spec.ties, ranks);
    }

    /// Writes the places of a draw by the recipe's tie rule, in [parts of a rank](Self::parts_of_a_rank).
    pub fn place(&self, draw: &Draw, work: &mut Workspace, places: &mut [u32]) {
        self.rank(draw, work, places);
        if self.parts_of_a_rank() == 2 {
            work.last.resize(places.len(), 0);
            work.ranker.rank(&work.scores, RankTies::ModifiedCompetition, &mut work.last);
            places.iter_mut().zip(&work.last).for_each(|(place, last)| *place += last);
        }
    }

    /// 2 where equal values share the mean of their ranks: first and last of them add up to twice the place.
    pub fn parts_of_a_rank(&self) -> u32 {
        match self.run.spec.ties {
            RankTies::Average => 2,
            RankTies::Competition | RankTies::ModifiedCompetition | RankTies::Dense => 1,
        }
    }

    fn panel_of(&self, draw: &Draw) -> usize {
        let at = draw.treatment * self.imputations.all.len() + draw.imputation;
        at * self.normalisations.all.len() + draw.normalisation
    }

    /// Index of a draw, up to a positive factor.
    fn score(&self, panel: &Panel, draw: &Draw, work: &mut Workspace) {
        let kernel = &self.run.kernel;
        let plan = &panel.plans[draw.aggregation];
        work.weights.clear();
        work.weights.extend_from_slice(&draw.weights);
        if let Some(at) = draw.left_out {
            work.weights[at] = 0.0;
            if work.weights.iter().sum::<f64>() <= 0.0 {
                work.weights.copy_from_slice(&draw.weights);
            }
        }
        if !plan.is_sum {
            return self.score_by_kernel(panel, plan, draw, work);
        }
        if draw.dimensions.is_empty() {
            clear_constant(&mut work.weights, &panel.values.constant);
            panel.sum(&work.weights, &draw.weights, &mut work.scores);
        } else {
            let choices = self.choices_of(plan, draw, &work.weights);
            let counting = Choices { weights: kernel.counting(&panel.values, &choices), ..choices };
            panel.sum(&counting.shares(kernel.dimension_of()), &draw.weights, &mut work.scores);
        }
    }

    fn choices_of(&self, plan: &Plan, draw: &Draw, weights: &[f64]) -> Choices {
        Choices {
            weights: weights.to_vec(),
            aggregate: plan.aggregate,
            dimensions: draw.dimensions.iter().copied().zip(plan.dimensions.iter().copied()).collect(),
            ..self.run.kernel.own().clone()
        }
    }

    fn score_by_kernel(&self, panel: &Panel, plan: &Plan, draw: &Draw, work: &mut Workspace) {
        let kernel = &self.run.kernel;
        let choices = self.choices_of(plan, draw, &work.weights);
        panel.values.index(kernel, &choices, &mut work.scores);
        if work.scores.iter().any(|score| score.is_nan()) {
            // Nothing is left of these areas without the indicator: they keep it.
            let mut before = vec![0.0; work.scores.len()];
            panel.values.index(kernel, &self.choices_of(plan, draw, &draw.weights), &mut before);
            let kept = work.scores.iter_mut().zip(before).filter(|(score, _)| score.is_nan());
            kept.for_each(|(score, before)| *score = if before.is_nan() { 0.0 } else { before });
        }
    }

    /// The panel of data drawn anew; none where these cannot be normalised.
    fn redrawn(&self, draw: &Draw, stream: u64, work: &mut Workspace) -> Option<Panel> {
        let sampler = self.sampler.as_ref()?;
        let mut random = self.streams.get(DATA_STREAMS | stream);
        let own = &self.run.kernel;
        let mut columns: Vec<_> = own.observed.columns().cloned().collect();
        for (at, column) in columns.iter_mut().enumerate() {
            sampler.draw(at, column, &mut random);
        }
        let kernel = work.kernel.get_or_insert_with(|| Kernel::clone(own));
        kernel.observed = Arc::new(Matrix::of_shared(columns));
        self.panel(kernel, draw.treatment, draw.imputation, draw.normalisation).ok()
    }

    fn panel(
        &self,
        kernel: &Kernel,
        treatment: usize,
        imputation: usize,
        normalisation: usize,
    ) -> Result<Panel, SpecError> {
        let choices = Choices {
            treat: self.treatments.all[treatment],
            impute: self.imputations.all[imputation],
            normalise: Some(self.normalisations.all[normalisation]),
            ..kernel.own().clone()
        };
        let values = kernel.values(&choices)?;
        let mut panel = Panel::new(values, &choices.weights);
        for &aggregation in &self.aggregations.all {
            let plan = panel.plan(kernel, &choices, aggregation);
            panel.plans.push(plan);
        }
        Ok(panel)
    }
}

impl Panel {
    fn new(values: Values, weights: &[f64]) -> Panel {
        let normalised: Vec<_> = values.normalised.columns().cloned().collect();
        let with_gaps: Vec<usize> = (0..normalised.len()).filter(|&at| !values.is_complete(at)).collect();
        let mut lacking = std::collections::BTreeMap::<usize, Vec<usize>>::new();
        for &at in with_gaps.iter().filter(|&&at| weights[at] > 0.0) {
            for row in (0..normalised[at].len()).filter(|&row| normalised[at][row].is_nan()) {
                lacking.entry(row).or_default().push(at);
            }
        }
        let mut columns = normalised.clone();
        for at in with_gaps {
            let column = normalised[at].iter().map(|&value| if value.is_nan() { 0.0 } else { value });
            columns[at] = Arc::new(column.collect());
        }
        Panel { values, columns, gaps: lacking.into_iter().collect(), plans: Vec::new() }
    }

    /// How an aggregation is carried out: as asked for where that makes sense, else as the recipe does, else as an
    /// arithmetic mean.
    fn plan(&self, kernel: &Kernel, choices: &Choices, aggregation: Aggregation) -> Plan {
        let own: Vec<Aggregation> = choices.dimensions.iter().map(|(_, method)| *method).collect();
        let means = vec![Aggregation::ArithmeticMean; own.len()];
        let tried = [
            (aggregation, &own),
            (choices.aggregate, &own),
            (Aggregation::ArithmeticMean, &own),
            (Aggregation::ArithmeticMean, &means),
        ];
        let makes_sense = |(aggregate, methods): &&(Aggregation, &Vec<Aggregation>)| {
            let weights = choices.dimensions.iter().map(|(weight, _)| *weight);
            let tried = Choices {
                aggregate: *aggregate,
                dimensions: weights.zip(methods.iter().copied()).collect(),
                ..choices.clone()
            };
            self.values.check(kernel, &tried, &kernel.counting(&self.values, &tried)).is_ok()
        };
        let (aggregate, dimensions) =
            tried.iter().find(makes_sense).map_or((Aggregation::ArithmeticMean, &means), |found| (found.0, found.1));
        let arithmetic = |method: &Aggregation| *method == Aggregation::ArithmeticMean;
        let is_sum = matches!(aggregate, Aggregation::ArithmeticMean | Aggregation::Sum)
            && (dimensions.is_empty() || self.gaps.is_empty() && dimensions.iter().all(arithmetic));
        Plan { aggregate, dimensions: dimensions.clone(), is_sum }
    }

    /// Writes Σ weight · value; a row with gaps is scaled up to the full weight. A row of which nothing is left keeps
    /// the weights of `before`.
    fn sum(&self, weights: &[f64], before: &[f64], scores: &mut [f64]) {
        scores.fill(0.0);
        for (columns, weights) in self.columns.chunks(4).zip(weights.chunks(4)) {
            match (columns, weights) {
                ([a, b, c, d], &[p, q, r, s]) => {
                    let four = a.iter().zip(b.iter()).zip(c.iter().zip(d.iter()));
                    for (score, ((a, b), (c, d))) in scores.iter_mut().zip(four) {
                        *score += (p * a + q * b) + (r * c + s * d);
                    }
                }
                _ => {
                    for (column, weight) in columns.iter().zip(weights) {
                        scores.iter_mut().zip(column.iter()).for_each(|(score, value)| *score += weight * value);
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

fn clear_constant(weights: &mut [f64], constant: &[bool]) {
    weights.iter_mut().zip(constant).filter(|(_, constant)| **constant).for_each(|(weight, _)| *weight = 0.0);
}
