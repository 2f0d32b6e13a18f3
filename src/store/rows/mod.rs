//! Rows and nouns: one file per noun, one mapper per table.

mod akteur;
mod aktionsbuero;
mod angebot;
mod area;
mod ausgabe;
mod beschluss;
mod beteiligung;
mod boundary;
mod dokumentvorlage;
mod durchgang;
mod erfahrung;
mod fassung;
mod history;
mod import;
mod indicator;
mod monitoring;
mod niederschrift;
mod observation;
mod programme;
mod project;
mod recipe;
mod type_name;
mod verfahren;
mod vor_ort;
mod wiedervorlage;

pub use history::HistoryRow;
pub use observation::{ObservationRow, OriginRow, digest_of};
