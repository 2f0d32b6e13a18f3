//! Rows and nouns: one file per noun, one mapper per table.

mod akteur;
mod angebot;
mod area;
mod boundary;
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
