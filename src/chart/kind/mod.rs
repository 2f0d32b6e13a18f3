//! One file per kind of chart.

pub(super) mod area_map;
pub(super) mod comparison;
pub(super) mod dots;
pub(super) mod funding;
pub(super) mod gantt;
pub(super) mod matrix;
pub(super) mod ranks;
pub(super) mod scatter;
pub(super) mod shares;
pub(super) mod spending;
pub(super) mod trend;
pub(super) mod weight_path;
