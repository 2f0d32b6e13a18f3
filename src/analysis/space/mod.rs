//! Where high values lie beside high ones: neighbours, global and local statistics, rates of small areas.
//!
//! Neighbours come from real boundaries, or from the schematic tiles where the project has none. An area without value
//! leaves with its links; it never counts as zero. Random numbers come from a counter-based generator with one stream
//! per permutation or area, so results are the same for any number of threads.

mod contact;
mod global;
mod local;
mod neighbours;
mod rates;
mod run;
mod sampling;
mod wording;

pub use global::{GlobalStatistic, GlobalStatistics, global_statistics};
pub use local::{LocalStatistics, Quadrant, benjamini_hochberg, local_statistics};
pub use neighbours::{NeighbourRule, Neighbours, SNAPPING_METRES, neighbours_of_geometries, neighbours_of_tiles};
pub use rates::{
    RateRow, SmallAreaRates, assuncao_reis, empirical_bayes_binomial, empirical_bayes_global, empirical_bayes_local,
};
pub use run::{LeftOutOfSpace, PlaceSource, SpaceError, SpaceRun, SpaceSpec, SpatialExclusion, spatial_statistics};
pub use wording::{method_lines, window_lines};
