//! The recipe of a needs ranking: everything that the result depends on, in one value.
//!
//! It is stored and exchanged as TOML, names areas by key and indicators by code, and is printed with every result
//! ("So wurde gerechnet"). Divisors, tie rules and borders are parameters with a name, because published indices
//! differ in them.

use super::{AreaLevel, Direction};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

/// Which period's values are ranked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodChoice {
    /// The newest dated period in which every indicator of the recipe has a value for some area taking part;
    /// if there is none, the newest in which any has.
    #[default]
    Latest,
    /// The period with this label.
    Label(String),
}

/// Which areas take part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaSelection {
    /// Level of the areas.
    pub level: AreaLevel,
    /// Code of an area set that limits them; all areas of the level if absent.
    #[serde(default)]
    pub set: Option<String>,
    /// Keys of areas that are left out by decision.
    #[serde(default)]
    pub leave_out: Vec<String>,
}

/// The areas whose distribution the normalisation refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceSet {
    /// The areas that take part.
    #[default]
    Participating,
    /// The members of the area set with this code that have a value.
    AreaSet(String),
}

/// The periods whose distribution the normalisation refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferencePeriods {
    /// The ranked period alone: values tell who stands where in that year.
    #[default]
    YearWise,
    /// All dated periods pooled: values of different years can be compared with each other.
    Pooled,
    /// The periods with these labels pooled.
    Labels(Vec<String>),
}

/// An area from which distances are measured; it need not take part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceArea {
    /// Level of the area.
    pub level: AreaLevel,
    /// Its key.
    pub key: String,
}

/// What of an indicator is ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The value of the period.
    #[default]
    Level,
    /// The value of the period minus that of so many years before, in points; none over a break of the series.
    Change {
        /// Years between the two values.
        years: u16,
    },
}

/// Conditions for taking part; an area that fails one appears as "nicht gewertet" with the reason.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Screen {
    /// Smallest share (0 to 1) of the recipe's indicators that an area must have.
    pub minimum_share_present: f64,
    /// Smallest population.
    pub minimum_population: Option<MinimumPopulation>,
    /// Whether areas in which every indicator is exactly 0 are left out: some sources code excluded areas so.
    pub leave_out_all_zero: bool,
    /// Greatest share (0 to 1) of an area's values that may be exactly 0.
    pub greatest_zero_share: Option<f64>,
    /// Smallest share (0 to 1) of the areas in which an indicator must have a value; one that has fewer counts nothing.
    pub minimum_share_per_indicator: f64,
    /// Greatest share (0 to 1) of an indicator's values that may be exactly 0; one that has more counts nothing.
    pub greatest_zero_share_per_indicator: Option<f64>,
}

/// Smallest population of an area that takes part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinimumPopulation {
    /// Code of the indicator that counts inhabitants.
    pub indicator: String,
    /// Smallest number, inclusive.
    pub persons: f64,
}

/// What happens to missing values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Imputation {
    /// Nothing is filled in; the weights of the indicators present are rescaled to the full sum.
    #[default]
    Reweight,
    /// The mean of the reference set.
    ReferenceMean,
    /// The median of the reference set.
    ReferenceMedian,
    /// The mean of the areas of the same Stadtbezirk that take part; nothing where the Stadtbezirk has no value.
    GroupMean,
    /// The newest earlier value since the last break of the series; nothing where there is none.
    LastValue,
    /// Linear between the nearest earlier and the nearest later year of the same series; nothing at its ends.
    LinearBetweenYears,
}

impl Imputation {
    /// All ways.
    pub const ALL: [Imputation; 6] = [
        Imputation::Reweight,
        Imputation::ReferenceMean,
        Imputation::ReferenceMedian,
        Imputation::GroupMean,
        Imputation::LastValue,
        Imputation::LinearBetweenYears,
    ];
}

/// How the value of an indicator comes about. Rates of parts are never averaged: counts are added up first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method", deny_unknown_fields)]
pub enum Denomination {
    /// As observed.
    #[default]
    AsObserved,
    /// per · Σ numerator / Σ denominator of the counts behind the observations.
    OwnCounts {
        /// 100 for percent, 1000 for rates per thousand.
        per: f64,
        /// Level of the parts that are rolled up to the area; the area's own counts if absent.
        #[serde(default)]
        parts: Option<AreaLevel>,
    },
    /// per · Σ values of this indicator / Σ values of another one.
    ByIndicator {
        /// Code of the indicator below the line.
        indicator: String,
        /// 100 for percent, 1000 for rates per thousand.
        per: f64,
        /// Level of the parts that are rolled up to the area; the area's own values if absent.
        #[serde(default)]
        parts: Option<AreaLevel>,
    },
    /// Σ of the parts' values, for counts.
    SumOfParts {
        /// Level of the parts.
        parts: AreaLevel,
    },
}

/// Formula of skewness and kurtosis (excess).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moments {
    /// Bias-corrected sample form G1, G2 (Joanes and Gill 1998; spreadsheets, SAS, COINr).
    #[default]
    Sample,
    /// Plain moments g1, g2.
    Population,
}

/// What happens to outlying values, before normalisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method", deny_unknown_fields)]
pub enum Treatment {
    /// Nothing.
    #[default]
    None,
    /// While the indicator is skewed and peaked, its outermost value takes the value next to it (OECD 2008; COINr).
    Winsorise {
        /// Absolute skewness that must be exceeded.
        #[serde(default = "Treatment::skewness")]
        skewness: f64,
        /// Kurtosis (excess) that must be exceeded as well.
        #[serde(default = "Treatment::kurtosis")]
        kurtosis: f64,
        /// Most values of an indicator that are touched.
        #[serde(default = "Treatment::most_points")]
        most_points: u32,
        /// Formula of skewness and kurtosis.
        #[serde(default)]
        moments: Moments,
    },
    /// ln(value + shift).
    Log {
        /// What is added before.
        #[serde(default)]
        shift: f64,
    },
}

impl Treatment {
    /// Winsorising with the thresholds that COINr and the Joint Research Centre use.
    pub const WINSORISE: Treatment =
        Treatment::Winsorise { skewness: 2.0, kurtosis: 3.5, most_points: 5, moments: Moments::Sample };

    fn skewness() -> f64 {
        2.0
    }

    fn kurtosis() -> f64 {
        3.5
    }

    fn most_points() -> u32 {
        5
    }
}

/// Divisor of a standard deviation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Divisor {
    /// n: population standard deviation.
    #[default]
    Population,
    /// n − 1: sample standard deviation.
    Sample,
}

/// How values of different units are made comparable. All results point towards need: greater is more.
/// r is the place from the greatest need on, n the number of values of the reference set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method", deny_unknown_fields)]
pub enum Normalisation {
    /// (x − mean) / standard deviation.
    ZScore {
        /// Divisor of the standard deviation.
        #[serde(default)]
        divisor: Divisor,
    },
    /// mean + spread · z: the z-value on a scale without negative numbers.
    ScaledZ {
        /// Divisor of the standard deviation.
        #[serde(default)]
        divisor: Divisor,
        /// Value of the reference mean.
        #[serde(default = "Normalisation::hundred")]
        mean: f64,
        /// Value of one standard deviation.
        #[serde(default = "Normalisation::ten")]
        spread: f64,
    },
    /// (x − median) / (1.4826 · median absolute deviation).
    RobustZ,
    /// Linear between the smallest (→ from) and greatest (→ to) value of the reference set.
    MinMax {
        /// Value of the least burdened area.
        #[serde(default)]
        from: f64,
        /// Value of the most burdened area.
        #[serde(default = "Normalisation::hundred")]
        to: f64,
    },
    /// Linear between the goalposts of each indicator ([`SpecIndicator::goalposts`]).
    Goalposts {
        /// Value at the less burdened goalpost.
        #[serde(default)]
        from: f64,
        /// Value at the more burdened goalpost.
        #[serde(default = "Normalisation::hundred")]
        to: f64,
        /// Whether distances or ratios are compared.
        #[serde(default)]
        scale: GoalpostScale,
        /// What happens to values beyond a goalpost.
        #[serde(default)]
        beyond: BeyondGoalposts,
    },
    /// n − r + 1.
    Rank {
        /// Place of equal values.
        #[serde(default)]
        ties: RankTies,
    },
    /// Borda points n − r.
    Borda {
        /// Place of equal values.
        #[serde(default)]
        ties: RankTies,
    },
    /// Percentile rank 0 to 100: 100 · (n − r) / (n − 1).
    PercentileRank {
        /// Place of equal values.
        #[serde(default = "RankTies::average")]
        ties: RankTies,
    },
    /// Distance to a benchmark.
    Distance {
        /// The benchmark.
        to: DistanceTo,
        /// How the distance is measured.
        #[serde(default)]
        form: DistanceForm,
    },
    /// 100 · x / mean; 200 minus that where a low value means need.
    ShareOfMean,
    /// −23 · ln(1 − R · (1 − e^(−100/23))) of the scaled rank R, 0 to 100 (English Indices of Deprivation).
    Exponential {
        /// Place of equal values.
        #[serde(default)]
        ties: RankTies,
        /// The scaled rank.
        #[serde(default)]
        scaled_rank: ScaledRank,
    },
}

impl Normalisation {
    /// z-value with divisor n.
    pub const Z: Normalisation = Normalisation::ZScore { divisor: Divisor::Population };
    /// 0 to 100 between the smallest and the greatest value.
    pub const MIN_MAX: Normalisation = Normalisation::MinMax { from: 0.0, to: 100.0 };
    /// Percentile rank in which equal values share the mean of their places.
    pub const PERCENTILE_RANK: Normalisation = Normalisation::PercentileRank { ties: RankTies::Average };

    fn hundred() -> f64 {
        100.0
    }

    fn ten() -> f64 {
        10.0
    }
}

/// Whether goalposts are compared by distance or by ratio.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalpostScale {
    /// (x − low) / (high − low).
    #[default]
    Linear,
    /// (ln x − ln low) / (ln high − ln low), for amounts such as incomes.
    Log,
}

/// What happens to values beyond a goalpost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BeyondGoalposts {
    /// They count as if they lay on it.
    #[default]
    Clamp,
    /// They keep their distance.
    Keep,
}

/// The benchmark of a distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistanceTo {
    /// The most burdened value of the reference set.
    Maximum,
    /// The indicator's own target ([`SpecIndicator::target`]).
    Target,
    /// The value of the recipe's reference area ([`IndexSpec::reference_area`]).
    ReferenceArea,
}

/// How a distance is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistanceForm {
    /// 100 · (x − benchmark) / |benchmark|: percent of the benchmark (OECD 2008).
    #[default]
    Relative,
    /// 100 · (x − least burdened) / (benchmark − least burdened): 100 is the benchmark (COINr).
    Range,
}

/// The scaled rank of the exponential transformation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScaledRank {
    /// (n − r + 1) / n: from 1/n to 1.
    #[default]
    ToOne,
    /// (n − r) / n: from 0 to (n − 1)/n.
    FromZero,
}

/// Where the weights of the indicators come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method", deny_unknown_fields)]
pub enum Weighting {
    /// [`SpecIndicator::weight`].
    #[default]
    ByHand,
    /// The same for every indicator whose weight is not 0.
    Equal,
    /// From the values after treatment, for every indicator whose weight is not 0.
    FromData {
        /// How.
        from: DataWeighting,
    },
    /// Points that experts allot to the indicators, averaged over the experts after each one's are scaled to the same
    /// sum; the weights of the indicators then only say whether they count.
    BudgetAllocation {
        /// The experts.
        experts: Vec<Expert>,
    },
}

/// How weights come from data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DataWeighting {
    /// Squared loadings of the first principal component.
    Pca,
    /// Shannon entropy of values brought to 0–1.
    Entropy,
    /// Shannon entropy of the values as they are.
    EntropyAsGiven,
    /// Contrast times conflict.
    Critic,
    /// Inverse of the correlations: indicators that measure the same share their weight.
    InverseCorrelation,
}

/// What an expert allots.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expert {
    /// Who.
    pub name: String,
    /// Points by code of the indicator; an indicator not named gets none.
    pub points: BTreeMap<String, f64>,
}

/// How values become one: indicators a Teilindex, or Teilindizes the index. Weights w add up to 1 except for the sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// Σ w·z: a low value compensates a high one in full.
    #[default]
    ArithmeticMean,
    /// Σ w·z with weights as given (equal weights of 1: the plain sum). Compensates in full.
    Sum,
    /// Π z^w: compensates in part; values above 0 only.
    GeometricMean,
    /// 1 / Σ (w/z): compensates little; values above 0 only.
    HarmonicMean,
    /// M ± S·(S/M) with mean M and standard deviation S of an area's values (Mazziotta and Pareto 2016): unbalanced
    /// profiles are raised or lowered.
    MazziottaPareto {
        /// The sign.
        #[serde(default)]
        penalty: Penalty,
        /// Divisor of S.
        #[serde(default)]
        divisor: Divisor,
    },
    /// Weighted median: single values do not count. Where one half of the weight ends exactly, the mean of both
    /// neighbours.
    Median,
    /// Areas before which this one stands minus areas behind which it stands, compared two by two by the weight of the
    /// indicators that speak for each (Copeland 1951). Compensates nothing.
    Copeland,
    /// Mean of the most burdened values, weighted: nothing compensates them.
    WorstK {
        /// Number of values.
        k: u32,
    },
}

impl Aggregation {
    /// Whether a low value of one indicator makes up for a high one of another.
    pub fn compensation(self) -> Compensation {
        match self {
            Aggregation::ArithmeticMean | Aggregation::Sum => Compensation::Full,
            Aggregation::GeometricMean | Aggregation::HarmonicMean | Aggregation::MazziottaPareto { .. } => {
                Compensation::Partial
            }
            Aggregation::Median | Aggregation::Copeland | Aggregation::WorstK { .. } => Compensation::None,
        }
    }
}

/// Whether a low value of one indicator makes up for a high one of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compensation {
    /// In full.
    Full,
    /// The less the further apart they are.
    Partial,
    /// Not.
    None,
}

/// Sign of the Mazziotta-Pareto penalty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Penalty {
    /// +: for indices of a burden, in which an unbalanced profile means more need.
    #[default]
    Add,
    /// −: for indices of an asset.
    Subtract,
}

/// A Teilindex.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecDimension {
    /// Name, as in [`SpecIndicator::dimension`].
    pub name: String,
    /// Weight relative to the other Teilindizes.
    pub weight: f64,
    /// How its indicators become the Teilindex.
    #[serde(default)]
    pub aggregate: Aggregation,
}

/// Index = aggregate / standard deviation of the aggregate over the areas that take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standardisation {
    /// Divisor of the standard deviation.
    pub divisor: Divisor,
}

/// On which side of a border a value falls that lies exactly on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassBorder {
    /// To the lower class (≤ border).
    #[default]
    Lower,
    /// To the upper class (≥ border).
    Upper,
}

/// Classes of the index.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classes {
    /// Where the borders come from.
    #[serde(default)]
    pub method: ClassMethod,
    /// Cuts, ascending; empty unless the method is [`ClassMethod::Cuts`].
    #[serde(default)]
    pub cuts: Vec<f64>,
    /// Side of each cut: one entry for all, or one per cut.
    #[serde(default = "Classes::lower_side")]
    pub border: Vec<ClassBorder>,
    /// Names from low to high need: one more than cuts; their number is the number of classes.
    pub labels: Vec<String>,
}

impl Classes {
    /// Classes by cuts, all with the same side.
    pub fn by_cuts<const N: usize>(cuts: &[f64], border: ClassBorder, labels: [&str; N]) -> Classes {
        Classes {
            method: ClassMethod::Cuts,
            cuts: cuts.to_vec(),
            border: vec![border],
            labels: labels.map(String::from).to_vec(),
        }
    }

    /// Sides of the borders as used: where the method finds the borders, it says on which side they lie.
    pub fn border_used(&self) -> Vec<ClassBorder> {
        match self.method {
            ClassMethod::Cuts | ClassMethod::EqualIntervals => self.border.clone(),
            ClassMethod::Quantiles { .. } => vec![ClassBorder::Upper],
            ClassMethod::NaturalBreaks => vec![ClassBorder::Lower],
        }
    }

    fn lower_side() -> Vec<ClassBorder> {
        vec![ClassBorder::Lower]
    }
}

/// Where the borders of classes come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassMethod {
    /// As given.
    #[default]
    Cuts,
    /// About equally many areas in each class.
    Quantiles {
        /// Where a class ends whose share of the areas is no whole number.
        #[serde(default)]
        rule: QuantileRule,
    },
    /// Least variance within the classes (Jenks 1967; Fisher 1958), found exactly.
    NaturalBreaks,
    /// Borders at equal distances between the smallest and the greatest index.
    EqualIntervals,
}

/// Where a quantile class ends: places count from the greatest need on, equal values stay together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuantileRule {
    /// At place ⌊n·q⌋ (English Indices of Deprivation).
    #[default]
    Floor,
    /// At place ⌈n·q⌉.
    Ceil,
}

/// What equal values do to ranks. Rank 1 is the greatest need; ranks come before any rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RankTies {
    /// 1, 2, 2, 4.
    #[default]
    Competition,
    /// 1, 3, 3, 4.
    ModifiedCompetition,
    /// 1, 2, 2, 3.
    Dense,
    /// 1, 2.5, 2.5, 4.
    Average,
}

impl RankTies {
    fn average() -> RankTies {
        RankTies::Average
    }
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

/// Fixed ends of an indicator's scale.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goalposts {
    /// Smaller value.
    pub low: f64,
    /// Greater value.
    pub high: f64,
}

/// Variation of the recipe and of the data: each replication draws its choices and ranks anew. The recipe's own choice is
/// always among those drawn, named or not (see [`IndexSpec::drawn_normalisations`] and its siblings); a choice whose list
/// is empty therefore stays as the recipe has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Uncertainty {
    /// Number of replications.
    pub replications: u32,
    /// Start of the random numbers: the same seed gives the same intervals on every machine.
    pub seed: u64,
    /// Each weight is multiplied by a uniform draw from 1 ± this share (0 to 1).
    pub weight_variation: f64,
    /// Normalisations drawn from with equal chance beside the recipe's own.
    pub normalisations: Vec<Normalisation>,
    /// Aggregations drawn from with equal chance beside the recipe's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aggregations: Vec<Aggregation>,
    /// Imputations drawn from with equal chance beside the recipe's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub imputations: Vec<Imputation>,
    /// Treatments of outlying values drawn from with equal chance beside the recipe's own. Indicators with a treatment of
    /// their own keep it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub treatments: Vec<Treatment>,
    /// Whether a replication leaves out one indicator or none, each with equal chance.
    #[serde(skip_serializing_if = "is_off")]
    pub leave_one_out: bool,
    /// Whether and how rates are drawn anew within their sampling error.
    #[serde(skip_serializing_if = "Sampling::is_none")]
    pub sampling: Sampling,
    /// Coverage of the rank interval in percent.
    pub coverage_percent: f64,
    /// Places for which the chance of being among them is reported.
    pub top_places: u32,
}

fn is_off(switch: &bool) -> bool {
    !switch
}

/// How rates with known numerator k and denominator n are drawn anew within their sampling error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sampling {
    /// Not at all: the values are taken as they are.
    #[default]
    None,
    /// Beta(k + ½, n − k + ½): what the counts say about the rate with Jeffreys' prior; also moves rates of 0 and 100 %.
    Beta,
    /// Binomial(n, k/n)/n: the parametric bootstrap; leaves rates of 0 and 100 % where they are.
    Binomial,
    /// k/n plus a normal deviation with variance k/n · (1 − k/n)/n, kept within 0 and 1.
    Normal,
}

impl Sampling {
    /// All methods.
    pub const ALL: [Sampling; 4] = [Sampling::None, Sampling::Beta, Sampling::Binomial, Sampling::Normal];

    /// Whether the values are taken as they are.
    pub fn is_none(&self) -> bool {
        *self == Sampling::None
    }
}

impl Default for Uncertainty {
    fn default() -> Self {
        Uncertainty {
            replications: 1000,
            seed: 2026,
            weight_variation: 0.25,
            normalisations: vec![Normalisation::Z, Normalisation::MIN_MAX, Normalisation::PERCENTILE_RANK],
            aggregations: Vec::new(),
            imputations: Vec::new(),
            treatments: Vec::new(),
            leave_one_out: false,
            sampling: Sampling::None,
            coverage_percent: 90.0,
            top_places: 13,
        }
    }
}

/// The named choices and, behind them where it is not named, the recipe's own.
fn with_own<T: Copy + PartialEq>(named: &[T], own: T) -> Vec<T> {
    let missing = (!named.contains(&own)).then_some(own);
    named.iter().copied().chain(missing).collect()
}

impl Uncertainty {
    /// Ranks that may be drawn so that intervals come within a fifth of a second.
    const MOST_RANKS: usize = 10_000_000;
    /// Draws of a new recipe over so many areas. Ten thousand leave an error of at most one point in a share (twice its
    /// Monte Carlo standard error) and so tell neighbours in rank apart whatever the seed; of more than a thousand areas
    /// as many as can be drawn within a fifth of a second, but never fewer than a thousand.
    pub fn usual_replications(areas: usize) -> u32 {
        u32::try_from(Self::MOST_RANKS / areas.max(1)).unwrap_or(u32::MAX).clamp(1_000, 10_000)
    }
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
