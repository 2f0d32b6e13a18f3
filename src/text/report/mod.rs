//! Words of exported documents: sentences, citations, checks, tables, figures.

mod chart;
mod check;
pub mod citation;
pub mod coverage;
pub mod experience;
mod label;
mod method;
pub mod office;
pub mod paper;
pub mod participation;
mod planning;
pub mod progress;
mod sentence;
pub mod site;
mod situation;
pub mod summary;

pub use chart::{
    TrendPoint, alternative_comparison, alternative_costs, alternative_dots, alternative_funding, alternative_gantt,
    alternative_intervals, alternative_map, alternative_matrix, alternative_path, alternative_scatter,
    alternative_shares, alternative_spending, alternative_trend, axis, basis_note, chart_word, city_line, escaped,
    figure_date, figure_source, path_columns, reference_letter, share_columns, sign_at, sign_note, spending_columns,
    table_source, weight_axis, weight_now,
};
pub use check::*;
pub use label::*;
pub use method::{burdened_side, method_paragraphs};
pub use planning::*;
pub use sentence::*;
pub use situation::*;
