//! What a run of a recipe brings about, stage by stage.

use super::impute::FilledCell;
use super::kernel::Kernel;
use super::matrix::Matrix;
use crate::domain::{Aggregation, AreaId, Classes, IndexSpec, IndicatorId, PeriodId, Status};
use std::sync::Arc;

/// The result of a recipe. Vectors over areas follow [`areas`](Self::areas); matrices have one row per area and one
/// column per indicator of [`indicators`](Self::indicators).
#[derive(Clone, Debug, PartialEq)]
pub struct IndexRun {
    /// The recipe as it was run.
    pub spec: IndexSpec,
    /// The period that was ranked.
    pub period: PeriodId,
    /// Areas that take part, by identity.
    pub areas: Vec<AreaId>,
    /// Areas that do not, with the reason.
    pub left_out: Vec<LeftOut>,
    /// Indicators in the order of the recipe.
    pub indicators: Vec<IndicatorId>,
    /// Names of the Teilindizes; empty where the indicators become the index directly.
    pub dimensions: Vec<String>,
    /// Values as observed; NaN where there is none.
    pub raw: Arc<Matrix>,
    /// Status of each value as observed ([`Status::Missing`] where there is no observation).
    pub status: Arc<Matrix<Status>>,
    /// Cells that were filled.
    pub filled: Vec<FilledCell>,
    /// Cells that the treatment of outlying values changed, by place of the indicator and row of the area.
    pub touched: Vec<(usize, usize)>,
    /// Normalised values, pointing towards need; NaN where there is none.
    pub normalised: Arc<Matrix>,
    /// Weights as used per indicator, as shares that add up to 1; Teilindizes are counted in.
    pub weights: Vec<f64>,
    /// Contribution of each indicator to the index; rows add up to [`index`](Self::index). 0 where there is no value.
    /// Where the aggregation is not additive, see [`explain`](super::contributions).
    pub contributions: Arc<Matrix>,
    /// The index; greater is more need.
    pub index: Arc<Vec<f64>>,
    /// The index's class, counted from low need; `None` without classes.
    pub class: Vec<Option<usize>>,
    /// Borders between the classes as used, ascending.
    pub class_cuts: Vec<f64>,
    /// Ranks in whole numbers; 1 is the greatest need.
    pub rank: Vec<u32>,
    /// Places by the recipe's tie rule; they differ from [`rank`](Self::rank) where equal values share a mean place.
    pub place: Vec<f64>,
    /// Every intermediate value, step by step.
    pub stages: Vec<Stage>,
    /// What the reader must know beside the numbers.
    pub notes: Vec<RunNote>,
    /// Hash of recipe and values: equal fingerprints mean equal results.
    pub fingerprint: String,
    /// What is needed to vary the recipe.
    pub kernel: Arc<Kernel>,
}

impl IndexRun {
    /// Whether one indicator alone makes the index: then nothing that an interval of ranks could vary is in doubt.
    pub fn is_single(&self) -> bool {
        self.weights.iter().filter(|weight| **weight > 0.0).count() < 2
    }

    /// Number of indicators.
    pub fn width(&self) -> usize {
        self.indicators.len()
    }

    /// Row of an area, if it takes part.
    pub fn row_of(&self, area: AreaId) -> Option<usize> {
        self.areas.binary_search(&area).ok()
    }

    /// The recipe's classes with the borders as used.
    pub fn classes(&self) -> Option<Classes> {
        let classes = self.spec.classes.as_ref()?;
        Some(Classes { cuts: self.class_cuts.clone(), border: classes.border_used(), ..classes.clone() })
    }

    /// The values of a step, if the recipe has it.
    pub fn stage(&self, name: StageName) -> Option<&Matrix> {
        self.stages.iter().find(|stage| stage.name == name).map(|stage| stage.values.as_ref())
    }

    /// Rows ordered by rank, equal ranks by identity of the area.
    pub fn by_rank(&self) -> Vec<usize> {
        let mut rows: Vec<usize> = (0..self.areas.len()).collect();
        rows.sort_by_key(|&row| (self.rank[row], self.areas[row]));
        rows
    }
}

/// An area that does not take part.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The area.
    pub area: AreaId,
    /// Why.
    pub reason: LeftOutReason,
}

/// Why an area does not take part.
#[derive(Clone, Debug, PartialEq)]
pub enum LeftOutReason {
    /// Named in the recipe.
    Decision,
    /// Fewer inhabitants than asked for, or none known.
    Population {
        /// Inhabitants, if known.
        persons: Option<f64>,
        /// Smallest number.
        minimum: f64,
    },
    /// Too few of the indicators.
    TooFewValues {
        /// Indicators present.
        present: usize,
        /// Indicators of the recipe.
        of: usize,
    },
    /// Every indicator is exactly 0.
    AllZero,
    /// Too many values are exactly 0.
    TooManyZeros {
        /// Values that are 0.
        zeros: usize,
        /// Values present.
        present: usize,
    },
}

/// Name of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageName {
    /// Values as observed.
    Raw,
    /// After roll-up, division and, where the recipe ranks it, as change.
    Denominated,
    /// After filling in.
    Imputed,
    /// After winsorising or logarithms.
    Treated,
    /// Normalised and turned towards need.
    Normalised,
    /// Contributions to the aggregate: times weight where it is additive.
    Weighted,
    /// The Teilindizes.
    Dimensions,
    /// Put together.
    Aggregated,
    /// Divided by its spread.
    Standardised,
}

/// What the columns of a step are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageColumns {
    /// One per indicator.
    Indicators,
    /// One per Teilindex.
    Dimensions,
    /// The index alone.
    Index,
}

impl StageName {
    /// All steps in their order.
    pub const ALL: [StageName; 9] = [
        StageName::Raw,
        StageName::Denominated,
        StageName::Imputed,
        StageName::Treated,
        StageName::Normalised,
        StageName::Weighted,
        StageName::Dimensions,
        StageName::Aggregated,
        StageName::Standardised,
    ];

    /// What the columns of the step are.
    pub fn columns(self) -> StageColumns {
        match self {
            StageName::Raw
            | StageName::Denominated
            | StageName::Imputed
            | StageName::Treated
            | StageName::Normalised
            | StageName::Weighted => StageColumns::Indicators,
            StageName::Dimensions => StageColumns::Dimensions,
            StageName::Aggregated | StageName::Standardised => StageColumns::Index,
        }
    }
}

/// The values of one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Which step.
    pub name: StageName,
    /// One row per area; columns as [`StageName::columns`] says. Shared with the run where they are the same.
    pub values: Arc<Matrix>,
}

/// What the reader must know beside the numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum RunNote {
    /// An indicator has the same value everywhere and carries no information; it counts 0.
    Constant(IndicatorId),
    /// The recipe gives a direction to an indicator that its card keeps as context: the planner's decision, said aloud.
    ContextCounted(IndicatorId),
    /// Cells without value, and what was done (see the recipe's imputation).
    WithoutValue {
        /// The indicator.
        indicator: IndicatorId,
        /// Areas without a value.
        areas: Vec<AreaId>,
    },
    /// An indicator has too few values or too many zeros; it counts nothing.
    IndicatorScreened(IndicatorId),
    /// Cells that were filled.
    Filled {
        /// The indicator.
        indicator: IndicatorId,
        /// Areas whose value was filled in.
        areas: Vec<AreaId>,
    },
    /// Cells that the treatment of outlying values changed.
    Treated {
        /// The indicator.
        indicator: IndicatorId,
        /// Areas whose value was changed.
        areas: Vec<AreaId>,
    },
    /// Values of this many cells are invented.
    Demonstration {
        /// Number of cells.
        cells: usize,
    },
}

/// A recipe that makes no sense; refused with the reason, never a NaN in a table.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SpecError {
    /// The recipe names no indicator.
    #[error("no indicators")]
    NoIndicators,
    /// An indicator that the project does not know.
    #[error("unknown indicator {0}")]
    UnknownIndicator(String),
    /// The same indicator twice.
    #[error("indicator {0} named twice")]
    DuplicateIndicator(String),
    /// An indicator without direction cannot be ranked.
    #[error("context indicator {0}")]
    ContextIndicator(String),
    /// A weight that is negative or no number.
    #[error("weight of {0}")]
    BadWeight(String),
    /// All weights are 0.
    #[error("all weights are zero")]
    AllWeightsZero,
    /// The period has no value.
    #[error("no values for period {0}")]
    NoValues(String),
    /// An unknown area set.
    #[error("unknown area set {0}")]
    UnknownAreaSet(String),
    /// An area to be left out that the level does not have.
    #[error("unknown area {0}")]
    UnknownArea(String),
    /// A condition for taking part that is no number or outside its range.
    #[error("screen")]
    BadScreen,
    /// More than half of an indicator's values are equal: its median absolute deviation is 0.
    #[error("no robust spread of {0}")]
    NoRobustSpread(String),
    /// Every area of the selection is left out by decision.
    #[error("all areas left out")]
    AllLeftOut,
    /// Fewer than two areas take part.
    #[error("{0} areas take part")]
    TooFewAreas(usize),
    /// Every indicator is constant.
    #[error("all indicators are constant")]
    AllConstant,
    /// A weighted indicator has the same value everywhere.
    #[error("constant indicator {0}")]
    Constant(String),
    /// More areas stay out than take part.
    #[error("{out} areas left out, {within} take part")]
    MoreOutThanIn {
        /// Areas that stay out.
        out: usize,
        /// Areas that take part.
        within: usize,
    },
    /// A value has no logarithm.
    #[error("logarithm of a value of {0}")]
    LogOfNegative(String),
    /// A mean needs values above 0.
    #[error("values not above zero for {0:?}")]
    NotPositive(Aggregation),
    /// The reference mean is not above 0, so that nothing is a share of it.
    #[error("mean of {0} is not above zero")]
    NoPositiveMean(String),
    /// An indicator without goalposts, or with goalposts in the wrong order.
    #[error("goalposts of {0}")]
    NoGoalposts(String),
    /// An indicator without a target.
    #[error("target of {0}")]
    NoTarget(String),
    /// The reference area has no value of an indicator, or the recipe names no reference area.
    #[error("reference value of {0}")]
    NoReferenceValue(String),
    /// The benchmark of an indicator is 0 or not beyond its least burdened value.
    #[error("distance of {0}")]
    NoDistance(String),
    /// A reference area that the project does not know.
    #[error("unknown reference area {0}")]
    UnknownReferenceArea(String),
    /// Bounds or spread of a normalisation that make no scale.
    #[error("normalisation parameters")]
    BadNormalisation,
    /// Thresholds or shift of a treatment that are no numbers.
    #[error("treatment parameters")]
    BadTreatment,
    /// The factor of a rate is no positive number.
    #[error("factor of {0}")]
    BadDenomination(String),
    /// The worst 0 values have no mean, and more of them than count are simply all.
    #[error("worst {k} of {of}")]
    BadWorstK {
        /// Values that the recipe asks for.
        k: u32,
        /// Values that count.
        of: usize,
    },
    /// The values give no weights.
    #[error("weights from data: {error}")]
    DataWeights {
        /// Why; indicators are named by their place among those that count.
        error: super::structure::StructureError,
        /// The indicators that count.
        indicators: Vec<String>,
    },
    /// An expert's points are negative or all 0, or there is no expert.
    #[error("points of {0}")]
    BadBudget(String),
    /// A Teilindex named twice, or with a weight that is negative or no number.
    #[error("dimension {0}")]
    BadDimension(String),
    /// An indicator belongs to a Teilindex that the recipe does not list.
    #[error("unlisted dimension {0}")]
    UnknownDimension(String),
    /// There is no period so many years before.
    #[error("no period {0} years before")]
    NoBasePeriod(u16),
    /// Comparing so many areas two by two takes too long.
    #[error("{0} areas are too many to compare two by two")]
    TooManyCompared(usize),
    /// Fewer different index values than classes.
    #[error("too few values for {0} classes")]
    TooFewForClasses(usize),
    /// Cuts, borders and labels of the classes do not fit together.
    #[error("classes")]
    BadClasses,
    /// Variation or coverage outside its range, or no replications.
    #[error("uncertainty parameters")]
    BadUncertainty,
    /// The user asked to stop.
    #[error("cancelled")]
    Cancelled,
}

impl From<crate::jobs::Cancelled> for SpecError {
    fn from(_: crate::jobs::Cancelled) -> Self {
        SpecError::Cancelled
    }
}
