//! Aktionsplan: an offline desktop program for municipal social planners.

pub mod analysis;
pub mod app;
pub mod chart;
pub mod cli;
pub mod clock;
pub mod document;
pub mod domain;
pub mod export;
pub mod fs;
pub mod import;
pub mod jobs;
pub mod programme;
pub mod project;
pub mod sample;
pub mod store;
pub mod text;
pub mod theme;
pub mod ui;
