//! Rows and nouns: one file per noun, one mapper per table.

mod aktionsbuero;
mod area;
mod beteiligung;
mod boundary;
mod erfahrung;
mod history;
mod import;
mod indicator;
mod observation;
mod programme;
mod project;
mod recipe;
mod verfahren;
mod vor_ort;

pub use history::HistoryRow;
pub use observation::{ObservationRow, OriginRow, digest_of};
