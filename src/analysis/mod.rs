//! Numbers to numbers, pure. The file names are the field's verbs.
//!
//! A recipe ([`IndexSpec`](crate::domain::IndexSpec)) and the data go in, an [`IndexRun`] comes out, stage by stage:
//! denominate → screen → impute → treat → normalise → weight → aggregate → standardise → classify → rank. The steps
//! themselves are computed by a [`Kernel`], for a run and for its variation alike. [`rank_intervals`] says how sure
//! the ranks are, [`Finding`] what may be said about an area. Nothing here reads a file, a clock or the environment;
//! random numbers come from the seed in the recipe.

mod aggregate;
mod breaks;
mod check_case;
mod city_path;
mod classify;
mod convergence;
mod correlation;
mod data_weights;
mod denominate;
mod dynamics;
mod explain;
mod finding;
mod fingerprint;
mod impute;
mod kernel;
mod map_classes;
mod matrix;
mod membership;
mod normalise;
mod one_at_a_time;
mod preset;
mod quantile;
mod rank;
mod rank_reasons;
mod recipe;
mod result;
mod run;
mod scale;
mod screen;
mod sensitivity;
mod sensitivity_table;
mod sensitivity_words;
mod series;
mod set_change;
mod small_numbers;
mod sobol;
pub mod space;
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

pub use breaks::{Deviation, Jump, PublishedCheck, Verdict, check_published_change, find_jumps};
pub use check_case::{CheckCase, check_cases};
pub use city_path::{CityDevelopment, CityPath, DevelopmentKind, city_development, city_path};
pub use convergence::{BetaConvergence, Growth, SigmaConvergence, Spread, beta_convergence, sigma_convergence};
pub use correlation::{Correlation, correlation};
pub use data_weights::{
    BudgetAllocation, DataWeights, EffectiveWeight, EntropyScale, PointsIssue, budget_allocation, critic_weights,
    effective_weights, entropy_weights, inverse_correlation_weights, pca_weights,
};
pub use dynamics::{StatusDynamikMatrix, status_dynamik_matrix};
pub use explain::{
    ClassBorderDistance, ClassExit, Contribution, Difference, StatusDynamik, ZScale, before_normalisation, class_exits,
    compare_areas, contributions, contributions_by_rank, drivers, need_strength, status_dynamik, z_scale,
};
pub use finding::{Certainty, CityComparison, CitySide, Driver, Finding, FindingBasis, RunBasis, compare_with_city};
pub use impute::FilledCell;
pub use kernel::{Choices, Kernel, Values};
pub use map_classes::{MapClasses, deviation_cuts, map_cuts};
pub use matrix::Matrix;
pub use membership::{AreaMembership, Belonging, SetMembership, set_membership};
pub use one_at_a_time::{Alternative, Changed, Shift, one_at_a_time, shift};
pub use preset::{berlin_dynamik, berlin_status, can_rank, presets, presets_beside, presets_like, status_and_dynamik};
pub use quantile::{class_of, quantile_cuts};
pub use rank_reasons::{RankContribution, rank_contributions};
pub use recipe::check;
pub use result::{IndexRun, LeftOut, LeftOutReason, RunNote, SpecError, Stage, StageColumns, StageName};
pub use run::{Ranking, rank, run, validate};
pub use scale::{contribution_explained, normalised_explained, scale_facts};
pub use sensitivity::{LeaveOneOut, RankSwitch, Swap, WeightPath, WeightStep, leave_one_out, swaps, weight_path};
pub use sensitivity_table::{SensitivityRow, sensitivity_table};
pub use sensitivity_words::{
    changed_title, choice_title, development_phrase, development_short, interval_notes, jump_sentence,
    membership_phrase, no_change_sentence, published_sentence, rank_hangs_on, ranking_hangs_on,
    ranking_hangs_on_in_words, ranking_limits, swap_in_words, swap_sentence,
};
pub use series::{Cut, Segment, Series, SeriesPoint, Slope, series};
pub use set_change::{Pooling, SetChange, SetPair, set_change};
pub use small_numbers::{Confidence, RateInterval, few_cases, rate_interval, wilson_interval};
pub use sobol::{RankSensitivity, SOBOL_BASE, SobolIndex, SobolTarget, rank_sensitivity};
pub use trend::{Change, NoChange, PositionChange, change, position_changes, position_changes_among_common};
pub use uncertainty::{
    Choice, Pairwise, RankDraws, RankIntervals, Replaced, SampledData, Share, rank_draws, rank_intervals,
};
pub use weight::rescaled_shares;
pub use wording::{certainty_phrase, left_out_reason, method_lines, ranking_lines, run_note};
