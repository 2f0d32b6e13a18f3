//! Wording of failures, one file per layer. The layers match their own variants exhaustively and ask here for the words.

pub mod analysis;
pub mod app;
pub mod boundaries;
pub mod export;
pub mod fs;
pub mod import;
pub mod project;
pub mod space;
pub mod store;
pub mod structure;
