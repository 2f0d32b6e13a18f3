//! Words of exported documents: sentences, citations, checks, tables, figures.

mod chart;
mod check;
pub mod citation;
pub mod coverage;
mod label;
mod method;
mod sentence;
pub mod site;
mod situation;

pub use chart::{
    TrendPoint, alternative_comparison, alternative_dots, alternative_funding, alternative_gantt,
    alternative_intervals, alternative_map, alternative_scatter, alternative_trend, axis, chart_word, city_line,
    escaped, figure_date, figure_source, reference_letter, sign_note,
};
pub use check::*;
pub use label::*;
pub use method::{burdened_side, method_paragraphs};
pub use sentence::*;
pub use situation::*;
