//! What a run of a recipe brings about, stage by stage.

use crate::domain::{AreaId, IndexSpec, IndicatorId, PeriodId, Status};
use std::sync::Arc;

/// The result of a recipe. Vectors over areas follow [`areas`](Self::areas); matrices are row-major,
/// one row per area and one column per indicator of [`indicators`](Self::indicators).
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
    /// Values as observed; NaN where there is none.
    pub raw: Arc<Vec<f64>>,
    /// Values of the reference set, one list per indicator; `None` where the areas that take part are the reference.
    pub reference: Option<Vec<Vec<f64>>>,
    /// Status of each value as observed ([`Status::Missing`] where there is no observation).
    pub status: Vec<Status>,
    /// Normalised values, pointing towards need; NaN where there is none.
    pub normalised: Arc<Vec<f64>>,
    /// Weights as used per indicator, as shares that add up to 1.
    pub weights: Vec<f64>,
    /// Contribution of each indicator to the index; rows add up to [`index`](Self::index). 0 where there is no value.
    pub contributions: Arc<Vec<f64>>,
    /// The index; greater is more need.
    pub index: Vec<f64>,
    /// The index's class, counted from low need; `None` without classes.
    pub class: Vec<Option<usize>>,
    /// Ranks; 1 is the greatest need.
    pub rank: Vec<u32>,
    /// Every intermediate value, step by step.
    pub stages: Vec<Stage>,
    /// What the reader must know beside the numbers.
    pub notes: Vec<RunNote>,
    /// Hash of recipe and values: equal fingerprints mean equal results.
    pub fingerprint: String,
}

impl IndexRun {
    /// Number of indicators.
    pub fn width(&self) -> usize {
        self.indicators.len()
    }

    /// Row of an area, if it takes part.
    pub fn row_of(&self, area: AreaId) -> Option<usize> {
        self.areas.binary_search(&area).ok()
    }

    /// The values of a step, if the recipe has it.
    pub fn stage(&self, name: StageName) -> Option<&[f64]> {
        self.stages.iter().find(|stage| stage.name == name).map(|stage| stage.values.as_slice())
    }

    /// One column of a row-major matrix over areas and indicators.
    pub(super) fn column_of(&self, matrix: &[f64], indicator: usize) -> Vec<f64> {
        matrix.iter().skip(indicator).step_by(self.width().max(1)).copied().collect()
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
}

/// Name of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageName {
    /// Values as observed.
    Raw,
    /// After filling in.
    Imputed,
    /// Normalised and turned towards need.
    Normalised,
    /// Times weight.
    Weighted,
    /// Summed up.
    Aggregated,
    /// Divided by its spread.
    Standardised,
}

/// The values of one step: one per area and indicator, or one per area where `indicator` is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Which step.
    pub name: StageName,
    /// Values; length is areas × indicators, or areas for aggregates. Shared with the run where they are the same.
    pub values: Arc<Vec<f64>>,
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
    /// Fewer than two areas take part.
    #[error("{0} areas take part")]
    TooFewAreas(usize),
    /// Every indicator is constant.
    #[error("all indicators are constant")]
    AllConstant,
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
