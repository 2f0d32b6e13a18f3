//! Aktionsplan.
pub mod analysis;
pub mod clock;
pub mod document;
pub mod domain;
pub mod jobs;
pub mod project;
pub mod text;
