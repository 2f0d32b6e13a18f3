//! From a matrix of values and a set of choices to the index: the one place where the steps are computed, for a run
//! and for its variation.
//!
//! A [`Kernel`] holds what does not change while a recipe is varied: the values, everything that could fill a gap, the
//! reference set and the cards. [`Choices`] holds what may: filling, treatment, normalisation, weights, aggregation.
//! To vary quickly, normalise once per combination of the first three ([`Kernel::values`]) and then only put together
//! anew ([`Values::index`]).

use super::SpecError;
use super::aggregate::{Group, Part};
use super::impute::{self, Centre, FilledCell, Gap};
use super::matrix::{Matrix, by_column, has_gap};
use super::normalise::{Card, Scale};
use super::treat::Fitted;
use crate::domain::{Aggregation, Imputation, Normalisation, Treatment};
use std::borrow::Cow;
use std::sync::Arc;

/// Most areas that are compared two by two.
const MOST_COMPARED: usize = 5_000;

/// What stays as it is while a recipe is varied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kernel {
    /// Values of the areas that take part; NaN where there is none.
    pub(super) observed: Arc<Matrix>,
    /// Cells without value, with everything that could fill them.
    pub(super) gaps: Vec<Gap>,
    /// Values of the reference set per indicator; `None`: the areas that take part.
    pub(super) reference: Option<Vec<Vec<f64>>>,
    /// What normalising needs to know of each indicator.
    pub(super) cards: Vec<Card>,
    /// Treatment of indicators that differ from the recipe's.
    pub(super) own_treatment: Vec<Option<Treatment>>,
    /// Teilindex of each indicator; without meaning where there are none.
    pub(super) dimension_of: Vec<usize>,
    /// Names of the Teilindizes; empty: the indicators become the index directly.
    pub(super) dimensions: Vec<String>,
    /// The recipe's own choices.
    pub(super) own: Choices,
}

/// What may be varied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// What happens to missing values.
    pub impute: Imputation,
    /// What happens to outlying values.
    pub treat: Treatment,
    /// How values are made comparable.
    pub normalise: Option<Normalisation>,
    /// Weights of the indicators relative to the others of their Teilindex, or to all; 0 leaves one out.
    pub weights: Vec<f64>,
    /// How indicators become the index, or Teilindizes the index.
    pub aggregate: Aggregation,
    /// Weight and method of each Teilindex; empty where there are none.
    pub dimensions: Vec<(f64, Aggregation)>,
}

impl Choices {
    /// The same without one indicator.
    #[must_use]
    pub fn without(&self, indicator: usize) -> Choices {
        let mut choices = self.clone();
        if let Some(weight) = choices.weights.get_mut(indicator) {
            *weight = 0.0;
        }
        choices
    }

    /// Weights of all indicators as shares that add up to 1, Teilindizes counted in.
    pub fn shares(&self, dimension_of: &[usize]) -> Vec<f64> {
        let sum_within = |dimension: Option<usize>| -> f64 {
            let own = |at: &usize| dimension.is_none_or(|dimension| dimension_of[*at] == dimension);
            (0..self.weights.len()).filter(own).map(|at| self.weights[at]).sum()
        };
        if self.dimensions.is_empty() {
            let full = sum_within(None);
            return self.weights.iter().map(|weight| weight / full).collect();
        }
        let sums: Vec<f64> = (0..self.dimensions.len()).map(|dimension| sum_within(Some(dimension))).collect();
        let counts = |dimension: &usize| sums[*dimension] > 0.0;
        let full: f64 = (0..sums.len()).filter(counts).map(|dimension| self.dimensions[dimension].0).sum();
        let share = |(&weight, &dimension): (&f64, &usize)| {
            if weight > 0.0 { self.dimensions[dimension].0 / full * weight / sums[dimension] } else { 0.0 }
        };
        self.weights.iter().zip(dimension_of).map(share).collect()
    }
}

/// The values after filling and treatment, and what was done.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Treated {
    pub imputed: Arc<Matrix>,
    pub filled: Vec<FilledCell>,
    pub treated: Arc<Matrix>,
    /// Cells that the treatment changed, by indicator and row.
    pub touched: Vec<(usize, usize)>,
}

/// Comparable values: what is put together.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    /// Normalised values, pointing towards need; NaN where there is none.
    pub normalised: Arc<Matrix>,
    /// Indicators that do not vary over the reference set; they count nothing.
    pub constant: Vec<bool>,
    /// Indicators without a gap.
    complete: Vec<bool>,
}

/// Everything that comes of putting the values together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Combined {
    /// One column per Teilindex; none without.
    pub dimensions: Option<Arc<Matrix>>,
    /// Contribution of each indicator to the aggregate; rows add up to it.
    pub contributions: Arc<Matrix>,
    pub aggregate: Vec<f64>,
}

impl Kernel {
    /// Number of areas.
    pub fn areas(&self) -> usize {
        self.observed.rows()
    }

    /// Number of indicators.
    pub fn width(&self) -> usize {
        self.observed.width()
    }

    /// The recipe's own choices.
    pub fn own(&self) -> &Choices {
        &self.own
    }

    /// Teilindex of each indicator; without meaning where there are none.
    pub fn dimension_of(&self) -> &[usize] {
        &self.dimension_of
    }

    /// Comparable values under some choices of filling, treatment and normalisation.
    ///
    /// # Errors
    /// Why an indicator has none under these choices.
    pub fn values(&self, choices: &Choices) -> Result<Values, SpecError> {
        let treated = self.treated(choices)?;
        self.normalised(&treated, choices)
    }

    /// Fills gaps and treats outlying values.
    pub(super) fn treated(&self, choices: &Choices) -> Result<Treated, SpecError> {
        let (imputed, filled) =
            impute::impute(&self.observed, &self.gaps, choices.impute, |at| Centre::of(&self.known(at)));
        let treatment = |at: usize| self.treatment(at, choices);
        if (0..self.width()).all(|at| treatment(at) == Treatment::None) {
            return Ok(Treated { treated: imputed.clone(), imputed, filled, touched: Vec::new() });
        }
        let fitted = self.fitted(treatment)?;
        for ((fitted, column), card) in fitted.iter().zip(imputed.columns()).zip(&self.cards) {
            fitted.check(column, &card.code)?;
        }
        let column = |at: usize| match fitted[at] {
            Fitted::Unchanged => imputed.shared(at).clone(),
            Fitted::Capped { .. } | Fitted::Log { .. } => {
                Arc::new(imputed.column(at).iter().map(|&value| fitted[at].value(value)).collect())
            }
        };
        let touched = (0..self.width()).flat_map(|at| {
            let values = imputed.column(at).iter().enumerate();
            let touched = values.filter(|(_, value)| fitted[at].touches(**value)).map(|(row, _)| (at, row));
            touched.collect::<Vec<_>>()
        });
        let touched = touched.collect();
        let treated = Arc::new(Matrix::of_shared(by_column(self.width(), self.areas(), column)));
        Ok(Treated { imputed, filled, treated, touched })
    }

    /// Indicators without weight are left alone: what is not counted cannot be refused.
    fn treatment(&self, at: usize, choices: &Choices) -> Treatment {
        if choices.weights[at] > 0.0 { self.own_treatment[at].unwrap_or(choices.treat) } else { Treatment::None }
    }

    fn fitted(&self, treatment: impl Fn(usize) -> Treatment + Sync) -> Result<Vec<Fitted>, SpecError> {
        let fit = |at: usize| Fitted::fit(&self.known(at), treatment(at), &self.cards[at].code);
        by_column(self.width(), self.areas(), fit).into_iter().collect()
    }

    /// Normalises treated values; the scale comes from the observed values of the reference set.
    pub(super) fn normalised(&self, treated: &Treated, choices: &Choices) -> Result<Values, SpecError> {
        let Some(method) = choices.normalise else { return Err(SpecError::BadNormalisation) };
        let treatment = |at: usize| self.treatment(at, choices);
        let column = |at: usize| {
            let known = self.known(at);
            let known = match Fitted::fit(&known, treatment(at), &self.cards[at].code)? {
                Fitted::Unchanged => known,
                fitted @ (Fitted::Capped { .. } | Fitted::Log { .. }) => {
                    Cow::Owned(known.iter().map(|&value| fitted.value(value)).collect())
                }
            };
            let scale = match Scale::fit(&known, method, &self.cards[at]) {
                Err(_) if choices.weights[at] <= 0.0 => Scale::Constant,
                scale => scale?,
            };
            let column = treated.treated.column(at);
            let is_own = std::ptr::eq(&raw const *known, &raw const *column);
            let values = if is_own { scale.apply_to_own(column) } else { scale.apply(column) };
            let complete = !has_gap(&values);
            Ok::<_, SpecError>((Arc::new(values), (scale.is_constant(), complete)))
        };
        let columns: Vec<_> = by_column(self.width(), self.areas(), column).into_iter().collect::<Result<_, _>>()?;
        let (columns, facts): (_, Vec<_>) = columns.into_iter().unzip();
        let (constant, complete) = facts.into_iter().unzip();
        Ok(Values { normalised: Arc::new(Matrix::of_shared(columns)), constant, complete })
    }

    /// How a value of an indicator becomes comparable under the recipe's own choices, if it has a scale.
    pub(super) fn scale_of(&self, at: usize) -> Option<impl Fn(f64) -> f64> {
        let (known, treated) = self.before_and_after(at)?;
        let fitted = Fitted::fit(&known, self.treatment(at, &self.own), &self.cards[at].code).ok()?;
        let scale = Scale::fit(&treated, self.own.normalise?, &self.cards[at]).ok()?;
        Some(move |value| scale.value(fitted.value(value)))
    }

    /// The observed values of the reference set before and after the treatment of outlying values, if it makes sense.
    pub(super) fn before_and_after(&self, at: usize) -> Option<(Cow<'_, [f64]>, Vec<f64>)> {
        let known = self.known(at);
        let fitted = Fitted::fit(&known, self.treatment(at, &self.own), &self.cards[at].code).ok()?;
        let treated = known.iter().map(|&value| fitted.value(value)).collect();
        (!known.is_empty()).then_some((known, treated))
    }

    /// The observed values of the reference set.
    pub(super) fn known(&self, at: usize) -> Cow<'_, [f64]> {
        match &self.reference {
            Some(reference) => Cow::Borrowed(&reference[at]),
            None => observed(self.observed.column(at)),
        }
    }

    /// The weights that count under these choices: 0 for indicators that do not vary.
    pub(super) fn counting(&self, values: &Values, choices: &Choices) -> Vec<f64> {
        let weight = |(&weight, &constant): (&f64, &bool)| if constant { 0.0 } else { weight };
        choices.weights.iter().zip(&values.constant).map(weight).collect()
    }

    /// Puts values together with all contributions.
    pub(super) fn combine(&self, values: &Values, choices: &Choices) -> Result<Combined, SpecError> {
        let weights = self.counting(values, choices);
        values.check(self, choices, &weights)?;
        let mut aggregate = vec![0.0; self.areas()];
        if self.dimensions.is_empty() {
            let group = values.group(|_| true, &weights);
            group.aggregate(choices.aggregate, &mut aggregate);
            let parts = group.parts(choices.aggregate, &aggregate);
            let factors: Option<Vec<f64>> = parts.iter().map(Part::factor).collect();
            let each = |at: usize| parts[at].apply(values.normalised.column(at));
            let contributions = match factors {
                Some(factors) => values.normalised.multiplied(&factors),
                None => Matrix::of_columns(by_column(self.width(), self.areas(), each)),
            };
            return Ok(Combined { dimensions: None, contributions: Arc::new(contributions), aggregate });
        }
        let (dimensions, parts) = self.dimensions(values, choices, &weights);
        let top = top_group(&dimensions, choices, self, &weights);
        top.aggregate(choices.aggregate, &mut aggregate);
        let top_parts = top.parts(choices.aggregate, &aggregate);
        let contributions = self.through(values, &weights, &parts, &top_parts);
        let dimensions = Some(Arc::new(Matrix::of_columns(dimensions)));
        Ok(Combined { dimensions, contributions: Arc::new(contributions), aggregate })
    }

    /// Each Teilindex, and what its indicators contribute to it.
    fn dimensions(&self, values: &Values, choices: &Choices, weights: &[f64]) -> (Vec<Vec<f64>>, Vec<Vec<Part>>) {
        let one = |(dimension, &(_, method)): (usize, &(f64, Aggregation))| {
            let group = values.group(|at| self.dimension_of[at] == dimension, weights);
            let mut out = vec![f64::NAN; self.areas()];
            if group.weights.iter().sum::<f64>() > 0.0 {
                group.aggregate(method, &mut out);
            }
            let parts = group.parts(method, &out);
            (out, parts)
        };
        choices.dimensions.iter().enumerate().map(one).unzip()
    }

    /// Contributions of the indicators through their Teilindizes. What a Teilindex contributes beside slope times
    /// value is divided among its indicators by weight.
    fn through(&self, values: &Values, weights: &[f64], parts: &[Vec<Part>], top: &[Part]) -> Matrix {
        let place_in_dimension =
            |at: usize| self.dimension_of[..at].iter().filter(|&&dimension| dimension == self.dimension_of[at]).count();
        let column = |at: usize| {
            let dimension = self.dimension_of[at];
            let part = &parts[dimension][place_in_dimension(at)];
            let members: Vec<usize> =
                (0..self.width()).filter(|&other| self.dimension_of[other] == dimension).collect();
            let values_of = values.normalised.column(at).iter().enumerate();
            let contribution = |(row, &value): (usize, &f64)| {
                if value.is_nan() || weights[at] <= 0.0 {
                    return 0.0;
                }
                let (slope, rest) = top[dimension].at(row);
                let present = |other: &&usize| !values.normalised[(row, **other)].is_nan();
                let full: f64 = members.iter().filter(present).map(|&other| weights[other]).sum();
                slope * part.of(row, value) + rest * weights[at] / full
            };
            values_of.map(contribution).collect()
        };
        Matrix::of_columns(by_column(self.width(), self.areas(), column))
    }
}

impl Values {
    /// Comparable values of indicators that all count.
    pub(super) fn of(normalised: Arc<Matrix>) -> Values {
        let complete: Vec<bool> = normalised.columns().map(|column| !has_gap(column)).collect();
        Values { constant: vec![false; complete.len()], complete, normalised }
    }

    /// Whether an indicator has a value for every area.
    pub(super) fn is_complete(&self, at: usize) -> bool {
        self.complete[at]
    }

    fn group(&self, belongs: impl Fn(usize) -> bool, weights: &[f64]) -> Group<'_> {
        let members: Vec<usize> = (0..self.normalised.width()).filter(|&at| belongs(at)).collect();
        let columns = members.iter().map(|&at| self.normalised.column(at)).collect();
        let (weights, complete) = members.iter().map(|&at| (weights[at], self.complete[at])).unzip();
        Group { columns, weights, complete }
    }

    /// Whether the values can be put together as chosen.
    ///
    /// # Errors
    /// [`SpecError::NotPositive`] where a mean needs values above 0, [`SpecError::TooManyCompared`].
    pub fn check(&self, kernel: &Kernel, choices: &Choices, weights: &[f64]) -> Result<(), SpecError> {
        let of =
            |belongs: &dyn Fn(usize) -> bool, method: Aggregation| check_group(&self.group(belongs, weights), method);
        if kernel.dimensions.is_empty() {
            return of(&|_| true, choices.aggregate);
        }
        for (dimension, &(_, method)) in choices.dimensions.iter().enumerate() {
            of(&|at| kernel.dimension_of[at] == dimension, method)?;
        }
        let (dimensions, _) = kernel.dimensions(self, choices, weights);
        check_group(&top_group(&dimensions, choices, kernel, weights), choices.aggregate)
    }

    /// Writes the index of each area before it is divided by its spread: the fast way, without contributions. NaN for
    /// an area without any value that counts. The choices are those that passed [`Values::check`], with any weights.
    pub fn index(&self, kernel: &Kernel, choices: &Choices, out: &mut [f64]) {
        let weights = kernel.counting(self, choices);
        if kernel.dimensions.is_empty() {
            return self.group(|_| true, &weights).aggregate(choices.aggregate, out);
        }
        let one = |(dimension, &(_, method)): (usize, &(f64, Aggregation))| {
            let mut column = vec![f64::NAN; out.len()];
            self.group(|at| kernel.dimension_of[at] == dimension, &weights).aggregate(method, &mut column);
            column
        };
        let dimensions: Vec<Vec<f64>> = choices.dimensions.iter().enumerate().map(one).collect();
        top_group(&dimensions, choices, kernel, &weights).aggregate(choices.aggregate, out);
    }
}

/// Teilindizes with their weights; those without any weighted indicator do not count.
fn top_group<'a>(columns: &'a [Vec<f64>], choices: &Choices, kernel: &Kernel, weights: &[f64]) -> Group<'a> {
    let counts =
        |dimension: usize| (0..weights.len()).any(|at| kernel.dimension_of[at] == dimension && weights[at] > 0.0);
    let weight = |(dimension, &(weight, _)): (usize, &(f64, Aggregation))| if counts(dimension) { weight } else { 0.0 };
    Group::of(columns.iter().map(Vec::as_slice).collect(), choices.dimensions.iter().enumerate().map(weight).collect())
}

fn check_group(group: &Group, method: Aggregation) -> Result<(), SpecError> {
    match method {
        Aggregation::ArithmeticMean | Aggregation::Sum | Aggregation::Median | Aggregation::WorstK { .. } => Ok(()),
        Aggregation::GeometricMean | Aggregation::HarmonicMean | Aggregation::MazziottaPareto { .. } => {
            if group.is_positive() { Ok(()) } else { Err(SpecError::NotPositive(method)) }
        }
        Aggregation::Copeland => {
            let areas = group.columns.first().map_or(0, |column| column.len());
            if areas <= MOST_COMPARED { Ok(()) } else { Err(SpecError::TooManyCompared(areas)) }
        }
    }
}

/// The values of a column without its gaps.
pub(super) fn observed(column: &[f64]) -> Cow<'_, [f64]> {
    if has_gap(column) {
        Cow::Owned(column.iter().copied().filter(|value| !value.is_nan()).collect())
    } else {
        Cow::Borrowed(column)
    }
}
