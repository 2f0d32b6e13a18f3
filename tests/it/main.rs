//! Tests of whole layers, in one binary.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod architecture;
#[path = "support/areas.rs"]
mod areas;
mod boundaries;
mod cli;
mod commands;
mod documents;
mod frame;
mod import_areas;
mod import_checks;
mod import_fixtures;
mod import_hostile;
mod import_mess;
mod import_reference;
mod import_services;
mod method_reference;
mod panels;
mod ranking_reference;
mod space_reference;
mod structure_reference;
mod whole_way;
