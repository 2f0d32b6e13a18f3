//! Why a structure or a weight cannot be computed; refused with the reason, never a NaN in a table.

use crate::jobs::Cancelled;
use crate::text::{Message, error::structure as words};

/// What a method over columns refuses. Indicators are named by their position among the columns handed in.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StructureError {
    /// Fewer indicators than the method needs.
    #[error("{found} indicators instead of {needed}")]
    TooFewIndicators {
        /// Indicators handed in.
        found: usize,
        /// Smallest number.
        needed: usize,
    },
    /// Fewer areas with all values than the method needs.
    #[error("{found} areas instead of {needed}")]
    TooFewAreas {
        /// Areas with all values.
        found: usize,
        /// Smallest number.
        needed: usize,
    },
    /// More areas than the method can hold in memory.
    #[error("{found} areas, at most {most}")]
    TooManyAreas {
        /// Areas handed in.
        found: usize,
        /// Greatest number.
        most: usize,
    },
    /// Columns of different length.
    #[error("columns of different length")]
    Uneven,
    /// A value is missing where the method needs them all.
    #[error("a value is missing")]
    Gap,
    /// An indicator has the same value everywhere.
    #[error("indicator {0} is constant")]
    Constant(usize),
    /// Entropy over an indicator with a negative value.
    #[error("indicator {0} has a negative value")]
    Negative(usize),
    /// All indicators would get the weight 0.
    #[error("no indicator carries information")]
    NoInformation,
    /// A number of groups that makes no sense for these areas.
    #[error("{clusters} groups of {areas} areas")]
    ClusterCount {
        /// Groups asked for.
        clusters: usize,
        /// Areas that can be told apart.
        areas: usize,
    },
    /// Counts that add up to nobody in the group or nobody outside it.
    #[error("one group only")]
    OneGroup,
    /// A group count that is negative or above its base.
    #[error("counts of area {0}")]
    BadCount(usize),
    /// The area looked for has too few values.
    #[error("the area has too few values")]
    AreaWithoutValues,
    /// A share or number outside its range.
    #[error("choice out of range")]
    BadChoice,
    /// An expert's points: no expert, or one list per indicator is not what was handed in.
    #[error("no points")]
    NoPoints,
    /// The computation did not converge.
    #[error("no convergence")]
    NoConvergence,
    /// The user asked to stop.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for StructureError {
    fn from(_: Cancelled) -> Self {
        StructureError::Cancelled
    }
}

impl StructureError {
    /// What to say to the planner; `names` are the names of the columns that were handed in.
    pub fn message(&self, names: &[String]) -> Message {
        let name = |at: usize| names.get(at).map_or_else(|| (at + 1).to_string(), String::clone);
        match self {
            StructureError::TooFewIndicators { found, needed } => words::too_few_indicators(*found, *needed),
            StructureError::TooFewAreas { found, needed } => words::too_few_areas(*found, *needed),
            StructureError::TooManyAreas { found, most } => words::too_many_areas(*found, *most),
            StructureError::Uneven => words::uneven(),
            StructureError::Gap => words::gap(),
            StructureError::Constant(at) => words::constant(&name(*at)),
            StructureError::Negative(at) => words::negative(&name(*at)),
            StructureError::NoInformation => words::no_information(),
            StructureError::ClusterCount { clusters, areas } => words::cluster_count(*clusters, *areas),
            StructureError::OneGroup => words::one_group(),
            StructureError::BadCount(row) => words::bad_count(*row + 1),
            StructureError::AreaWithoutValues => words::area_without_values(),
            StructureError::BadChoice => words::bad_choice(),
            StructureError::NoPoints => words::no_points(),
            StructureError::NoConvergence => words::no_convergence(),
            StructureError::Cancelled => words::cancelled(),
        }
    }
}
