//! Numbers to numbers, pure. The file names are the field's verbs.
//!
//! A recipe ([`IndexSpec`](crate::domain::IndexSpec)) and the data go in, an [`IndexRun`] comes out, stage by stage:
//! screen → impute → normalise → weight → aggregate → standardise → classify → rank. [`rank_intervals`] says how sure
//! the ranks are, [`Finding`] what may be said about an area. Nothing here reads a file, a clock or the environment;
//! random numbers come from the seed in the recipe.

mod aggregate;
mod classify;
mod correlation;
mod explain;
mod finding;
mod fingerprint;
mod impute;
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
pub mod space;
mod standardise;
mod statistics;
#[cfg(test)]
mod testing;
mod trend;
mod uncertainty;
mod weight;
mod wording;

pub use correlation::{Correlation, correlation};
pub use explain::{Contribution, Difference, compare_areas, contributions, drivers};
pub use finding::{
    Certainty, CityComparison, CitySide, Driver, Finding, FindingBasis, RunBasis, certainty, compare_with_city,
};
pub use preset::{berlin_dynamik, berlin_status, presets};
pub use quantile::{class_of, quantile_cuts};
pub use result::{IndexRun, LeftOut, LeftOutReason, RankIntervals, RunNote, SpecError, Stage, StageName};
pub use run::{Ranking, rank, run, validate};
pub use sensitivity::{LeaveOneOut, RankSwitch, WeightPath, WeightStep, leave_one_out, weight_path};
pub use small_numbers::{Confidence, RateInterval, few_cases, rate_interval, wilson_interval};
pub use trend::{Change, NoChange, PositionChange, change, position_changes};
pub use uncertainty::rank_intervals;
pub use weight::rescaled_shares;
pub use wording::{certainty_phrase, left_out_reason, method_lines, run_note};
