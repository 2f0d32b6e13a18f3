//! Chart specifications to pictures. The only user of plotters.
//!
//! A [`ChartSpec`] says what is to be seen; [`svg`] draws it with the bundled font, [`png`] renders a drawing.
//! Missing values are gaps, never zeros. Reports always use the light colours.

mod canvas;
mod error;
mod font;
mod kind;
mod picture;
mod scale;
mod spec;

pub use error::ChartError;
pub use picture::{png, svg};
pub use scale::ticks;
pub use spec::{
    ChartSpec, Comparison, ComparisonRow, Emphasis, Funding, FundingPart, FundingYear, Gantt, GanttRow, RankChart,
    RankRow, Trend, TrendLine, TrendTime, ValueTable,
};
