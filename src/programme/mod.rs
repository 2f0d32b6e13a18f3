//! Findings and the planner's decisions to a document.
//!
//! Everything is a pure function of a [`Basis`]: the same project gives the same words, checks and document.
//! The German words themselves are in `text::report`.

mod areas;
mod basis;
mod checks;
mod coverage;
mod document;
mod draft;
mod figures;
mod findings;
mod handbook;
mod inline;
mod outline;
mod overlap;
mod plan;
mod resolve;
mod section;
mod site_table;
mod stale;

pub use basis::Basis;
pub use checks::{Check, CheckKind, Severity, checks};
pub use coverage::{Coverage, CoverageBasis, CoverageCell, CoverageRow, CoverageState, EndingService, coverage};
pub use document::{Profile, ProgrammeError, document};
pub use draft::draft;
pub use handbook::{Handbook, handbook};
pub use outline::{OutlineEntry, outline, section_of};
pub use overlap::{Overlap, OverlapReason, overlaps};
pub use resolve::{Resolved, area_reference, resolve};
pub use site_table::{Contacts, SiteTable, actors_table, services_table};
pub use stale::{StaleValue, stale_values};
