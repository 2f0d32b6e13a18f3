//! The recipe of a needs ranking: everything that the result depends on, in one value.
//!
//! It is stored and exchanged as TOML, names areas by key and indicators by code, and is printed with every result
//! ("So wurde gerechnet"). Divisors, tie rules and borders are parameters with a name, because published indices
//! differ in them.

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
    /// Conditions for taking part.
    #[serde(default)]
    pub screen: Screen,
    /// What happens to missing values.
    #[serde(default)]
    pub impute: Imputation,
    /// How values of different units are made comparable.
    pub normalise: Normalisation,
    /// How normalised values become an index.
    pub aggregate: Aggregation,
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
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method", deny_unknown_fields)]
pub enum Normalisation {
    /// (x − mean) / standard deviation.
    ZScore {
        /// Divisor of the standard deviation.
        #[serde(default)]
        divisor: Divisor,
    },
    /// (x − median) / (1.4826 · median absolute deviation).
    RobustZ,
    /// Linear between the smallest (→ 0) and greatest (→ 100) value of the reference set.
    MinMax,
    /// Percentile rank 0 to 100: 100 · (average rank − 1) / (n − 1).
    PercentileRank,
}

/// How normalised values become an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// Σ w·z / Σ w.
    ArithmeticMean,
    /// Σ w·z with weights as given (equal weights of 1: the plain sum).
    Sum,
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

/// Classes by cuts of the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classes {
    /// Cuts, ascending.
    pub cuts: Vec<f64>,
    /// Side of each cut: one entry for all, or one per cut.
    pub border: Vec<ClassBorder>,
    /// Names from low to high need: one more than cuts.
    pub labels: Vec<String>,
}

/// What equal index values do to ranks. Rank 1 is the greatest need; ranks come before any rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RankTies {
    /// 1, 2, 2, 4.
    #[default]
    Competition,
    /// 1, 2, 2, 3.
    Dense,
}

/// An indicator in a recipe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecIndicator {
    /// Code of the indicator.
    pub code: String,
    /// Which end means need; context indicators cannot take part.
    pub direction: Direction,
    /// Weight relative to the others; 0 keeps it in view without effect.
    pub weight: f64,
    /// Dimension under which its contribution is shown.
    #[serde(default)]
    pub dimension: String,
}

/// Variation of the recipe and of the data: each replication draws its choices and ranks anew. A choice whose list is
/// empty stays as the recipe has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Uncertainty {
    /// Number of replications.
    pub replications: u32,
    /// Start of the random numbers: the same seed gives the same intervals on every machine.
    pub seed: u64,
    /// Each weight is multiplied by a uniform draw from 1 ± this share (0 to 1).
    pub weight_variation: f64,
    /// Normalisations drawn from with equal chance; empty: the recipe's own.
    pub normalisations: Vec<Normalisation>,
    /// Aggregations drawn from with equal chance; empty: the recipe's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aggregations: Vec<Aggregation>,
    /// Imputations drawn from with equal chance; empty: the recipe's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub imputations: Vec<Imputation>,
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
            normalisations: vec![
                Normalisation::ZScore { divisor: Divisor::Population },
                Normalisation::MinMax,
                Normalisation::PercentileRank,
            ],
            aggregations: Vec::new(),
            imputations: Vec::new(),
            leave_one_out: false,
            sampling: Sampling::None,
            coverage_percent: 90.0,
            top_places: 13,
        }
    }
}

impl IndexSpec {
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
            screen: Screen { minimum_share_present: 0.6, ..Screen::default() },
            impute: Imputation::Reweight,
            normalise: Normalisation::ZScore { divisor: Divisor::Population },
            aggregate: Aggregation::ArithmeticMean,
            standardise: None,
            classes: Some(Classes {
                cuts: vec![-0.5, 0.0, 0.5, 1.0],
                border: vec![ClassBorder::Lower],
                labels: ["sehr gering", "gering", "mittel", "hoch", "sehr hoch"].map(String::from).to_vec(),
            }),
            ties: RankTies::Competition,
            indicators,
            uncertainty: Uncertainty::default(),
        }
    }
}
