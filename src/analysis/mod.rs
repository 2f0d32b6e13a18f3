//! Numbers to numbers, pure. The file names are the field's verbs.
//!
//! A recipe ([`IndexSpec`](crate::domain::IndexSpec)) and the data go in, an [`IndexRun`] comes out, stage by stage:
//! denominate → screen → impute → treat → normalise → weight → aggregate → standardise → classify → rank. The steps
//! themselves are computed by a [`Kernel`], for a run and for its variation alike. [`rank_intervals`] says how sure
//! the ranks are, [`Finding`] what may be said about an area. Nothing here reads a file, a clock or the environment;
//! random numbers come from the seed in the recipe.

mod aggregate;
mod check_case;
mod classify;
mod correlation;
mod data_weights;
mod denominate;
mod explain;
mod finding;
mod fingerprint;
mod impute;
mod kernel;
mod matrix;
mod normalise;
mod preset;
mod quantile;
mod rank;
mod recipe;
mod result;
mod run;
mod screen;
mod sensitivity;
mod small_numbers;
mod standardise;
mod statistics;
pub mod structure;
#[cfg(test)]
mod testing;
mod treat;
mod trend;
mod uncertainty;
mod weight;
mod what_if;
mod wording;

pub use check_case::{CheckCase, check_cases};
pub use correlation::{Correlation, correlation};
pub use data_weights::{
    BudgetAllocation, DataWeights, EffectiveWeight, EntropyScale, PointsIssue, budget_allocation, critic_weights,
    effective_weights, entropy_weights, inverse_correlation_weights, pca_weights,
};
pub use explain::{
    ClassBorderDistance, ClassExit, Contribution, Difference, StatusDynamik, class_exits, compare_areas, contributions,
    drivers, status_dynamik,
};
pub use finding::{
    Certainty, CityComparison, CitySide, Driver, Finding, FindingBasis, RunBasis, certainty, compare_with_city,
};
pub use impute::FilledCell;
pub use kernel::{Choices, Kernel, Values};
pub use matrix::Matrix;
pub use preset::{berlin_dynamik, berlin_status, presets};
pub use quantile::{class_of, quantile_cuts};
pub use recipe::check;
pub use result::{IndexRun, LeftOut, LeftOutReason, RankIntervals, RunNote, SpecError, Stage, StageColumns, StageName};
pub use run::{Ranking, rank, run, validate};
pub use sensitivity::{LeaveOneOut, RankSwitch, WeightPath, WeightStep, leave_one_out, weight_path};
pub use small_numbers::{Confidence, RateInterval, few_cases, rate_interval, wilson_interval};
pub use trend::{Change, NoChange, PositionChange, change, position_changes};
pub use uncertainty::rank_intervals;
pub use weight::rescaled_shares;
pub use wording::{certainty_phrase, left_out_reason, method_lines, run_note};
