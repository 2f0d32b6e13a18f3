//! One file per kind of chart.

pub(super) mod comparison;
pub(super) mod funding;
pub(super) mod gantt;
pub(super) mod ranks;
pub(super) mod trend;
