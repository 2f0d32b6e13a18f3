//! Chart specifications to pictures. The only user of plotters.
//!
//! A [`ChartSpec`] says what is to be seen; [`svg`] draws it with the bundled font, [`png`] renders a drawing.
//! Missing values are gaps, never zeros. Reports always use the light colours.

mod area_spec;
mod canvas;
mod error;
mod figure;
mod font;
mod influence_spec;
mod kind;
mod matrix_spec;
mod money_spec;
mod picture;
mod scale;
mod spec;

pub use area_spec::{
    AreaMapChart, DotChart, DotPlace, DotRow, MapShape, PlaneRing, ScatterAxis, ScatterChart, ScatterDot, SwatchRow,
};
pub use error::ChartError;
pub use figure::{Figure, figure_svg};
pub use font::{REGULAR as FONT_REGULAR, SEMIBOLD as FONT_SEMIBOLD};
pub use influence_spec::{PathChart, ShareBar, ShareChart};
pub use matrix_spec::{MOST_COLUMNS, MOST_ROWS, MatrixCell, MatrixChart, MatrixRow};
pub use money_spec::{SpendingChart, SpendingYear};
pub use picture::{Pixels, logo, pixels, png, svg};
pub use scale::{tick_decimals, ticks};
pub use spec::{
    ChartSpec, Comparison, ComparisonRow, Emphasis, Funding, FundingPart, FundingYear, Gantt, GanttRow, MoneyPart,
    RankChart, RankRow, Trend, TrendLine, TrendTime, ValueTable,
};
