//! The recipe of a needs ranking: everything that the result depends on, in one value.
//!
//! It is stored and exchanged as TOML, names areas by key and indicators by code, and is printed with every result
//! ("So wurde gerechnet"). Divisors, tie rules and borders are parameters with a name, because published indices
//! differ in them.

mod aggregation;
mod normalisation;
mod result;
mod selection;
mod uncertainty;
mod value;
mod weighting;

pub use self::aggregation::{Aggregation, Compensation, Penalty, SpecDimension};
pub use self::normalisation::{
    BeyondGoalposts, DistanceForm, DistanceTo, Divisor, GoalpostScale, Goalposts, Normalisation, ScaledRank,
};
pub use self::result::{ClassBorder, ClassMethod, Classes, QuantileRule, RankTies, Standardisation};
pub use self::selection::{
    AreaSelection, Measure, MinimumPopulation, PeriodChoice, ReferenceArea, ReferencePeriods, ReferenceSet, Screen,
};
pub use self::uncertainty::{Sampling, Uncertainty};
pub use self::value::{Denomination, Imputation, Moments, Treatment};
pub use self::weighting::{DataWeighting, Expert, Weighting};
use super::{AreaLevel, Direction};
use serde::{Deserialize, Serialize};

/// A recipe. The defaults are those of [`IndexSpec::recommended`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndexSpec {
    /// Name of the recipe, unique in a project.
    pub name: String,
    /// What the recipe is for, in a sentence.
    #[serde(default)]
    pub description: String,
    /// The period of the values.
    #[serde(default)]
    pub period: PeriodChoice,
    /// The areas that take part.
    pub areas: AreaSelection,
    /// The areas whose mean and spread normalise the values.
    #[serde(default)]
    pub reference: ReferenceSet,
    /// The periods whose values normalise the values.
    #[serde(default)]
    pub reference_periods: ReferencePeriods,
    /// The area from which distances are measured, for [`DistanceTo::ReferenceArea`].
    #[serde(default)]
    pub reference_area: Option<ReferenceArea>,
    /// Whether levels or their changes are ranked.
    #[serde(default)]
    pub measure: Measure,
    /// Conditions for taking part.
    #[serde(default)]
    pub screen: Screen,
    /// What happens to missing values.
    #[serde(default)]
    pub impute: Imputation,
    /// What happens to outlying values.
    #[serde(default)]
    pub treat: Treatment,
    /// How values of different units are made comparable.
    pub normalise: Normalisation,
    /// Where the weights of the indicators come from.
    #[serde(default)]
    pub weigh: Weighting,
    /// How normalised values, or the Teilindizes where there are any, become an index.
    pub aggregate: Aggregation,
    /// The Teilindizes. Empty: the indicators become the index directly, and their dimension is a label only.
    #[serde(default)]
    pub dimensions: Vec<SpecDimension>,
    /// Whether and how the index is divided by its own spread.
    #[serde(default)]
    pub standardise: Option<Standardisation>,
    /// Classes of the index.
    #[serde(default)]
    pub classes: Option<Classes>,
    /// What equal index values do to ranks.
    #[serde(default)]
    pub ties: RankTies,
    /// The indicators with direction, weight and dimension.
    pub indicators: Vec<SpecIndicator>,
    /// Variation of the recipe from which the rank intervals come.
    #[serde(default)]
    pub uncertainty: Uncertainty,
}

/// An indicator in a recipe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecIndicator {
    /// Code of the indicator.
    pub code: String,
    /// Which end means need; context indicators cannot take part.
    pub direction: Direction,
    /// Weight relative to the others of its Teilindex, or to all; 0 keeps it in view without effect.
    pub weight: f64,
    /// Dimension (Teilindex) to which it belongs and under which its contribution is shown.
    #[serde(default)]
    pub dimension: String,
    /// How its value comes about.
    #[serde(default)]
    pub denominate: Denomination,
    /// What happens to its outlying values, where that differs from the recipe's [`IndexSpec::treat`].
    #[serde(default)]
    pub treat: Option<Treatment>,
    /// Its goalposts, for [`Normalisation::Goalposts`].
    #[serde(default)]
    pub goalposts: Option<Goalposts>,
    /// Its target, for [`DistanceTo::Target`].
    #[serde(default)]
    pub target: Option<f64>,
}

impl SpecIndicator {
    /// An indicator as observed, with a weight.
    pub fn new(code: impl Into<String>, direction: Direction, weight: f64, dimension: impl Into<String>) -> Self {
        SpecIndicator {
            code: code.into(),
            direction,
            weight,
            dimension: dimension.into(),
            denominate: Denomination::AsObserved,
            treat: None,
            goalposts: None,
            target: None,
        }
    }
}

/// The named choices and, behind them where it is not named, the recipe's own.
fn with_own<T: Copy + PartialEq>(named: &[T], own: T) -> Vec<T> {
    let missing = (!named.contains(&own)).then_some(own);
    named.iter().copied().chain(missing).collect()
}

impl IndexSpec {
    /// Whether the weights set by hand are all equal, of indicators and of Teilindizes; those without weight do not
    /// count.
    pub fn has_equal_weights(&self) -> bool {
        let equal = |weights: &mut dyn Iterator<Item = f64>| {
            let mut weights = weights.filter(|weight| *weight > 0.0);
            let Some(first) = weights.next() else { return true };
            weights.all(|weight| (weight - first).abs() <= 1e-12 * weight.max(first))
        };
        equal(&mut self.indicators.iter().map(|entry| entry.weight))
            && equal(&mut self.dimensions.iter().map(|dimension| dimension.weight))
    }

    /// The normalisations that a replication draws from, each with equal chance.
    pub fn drawn_normalisations(&self) -> Vec<Normalisation> {
        with_own(&self.uncertainty.normalisations, self.normalise)
    }

    /// The aggregations that a replication draws from.
    pub fn drawn_aggregations(&self) -> Vec<Aggregation> {
        with_own(&self.uncertainty.aggregations, self.aggregate)
    }

    /// The imputations that a replication draws from.
    pub fn drawn_imputations(&self) -> Vec<Imputation> {
        with_own(&self.uncertainty.imputations, self.impute)
    }

    /// The treatments of outlying values that a replication draws from.
    pub fn drawn_treatments(&self) -> Vec<Treatment> {
        with_own(&self.uncertainty.treatments, self.treat)
    }

    /// "Index mit Spannen (empfohlen)": mean of z-values with equal weights, divisor n, one class per half unit.
    pub fn recommended(level: AreaLevel, indicators: Vec<SpecIndicator>) -> IndexSpec {
        IndexSpec {
            name: "Index mit Spannen (empfohlen)".into(),
            description:
                "Mittel der z-Werte mit gleichen Gewichten; Rangspannen aus variierten Gewichten und Normierungen."
                    .into(),
            period: PeriodChoice::Latest,
            areas: AreaSelection { level, set: None, leave_out: Vec::new() },
            reference: ReferenceSet::Participating,
            reference_periods: ReferencePeriods::YearWise,
            reference_area: None,
            measure: Measure::Level,
            screen: Screen { minimum_share_present: 0.6, ..Screen::default() },
            impute: Imputation::Reweight,
            treat: Treatment::None,
            normalise: Normalisation::Z,
            weigh: Weighting::ByHand,
            aggregate: Aggregation::ArithmeticMean,
            dimensions: Vec::new(),
            standardise: None,
            classes: Some(Classes::by_cuts(
                &[-0.5, 0.0, 0.5, 1.0],
                ClassBorder::Lower,
                ["sehr gering", "gering", "mittel", "hoch", "sehr hoch"],
            )),
            ties: RankTies::Competition,
            indicators,
            uncertainty: Uncertainty::default(),
        }
    }
}
