//! Findings and the planner's decisions to a document.
//!
//! Everything is a pure function of a [`Basis`]: the same project gives the same words, checks and document.
//! The German words themselves are in `text::report`.

mod areas;
mod basis;
mod checks;
mod disclosure;
mod document;
mod draft;
mod figures;
mod findings;
mod handbook;
mod inline;
mod outline;
mod overlap;
pub mod plan;
mod plan_view;
mod priority;
mod resolve;
mod scenario;
mod section;
mod smart;
mod sources;
mod stale;
#[cfg(test)]
mod testing;
mod typed_number;

pub use basis::Basis;
pub use checks::{Check, CheckKind, Severity, checks};
pub use disclosure::{Disclosure, disclosures, published_values};
pub use document::{Profile, ProgrammeError, document};
pub use draft::draft;
pub use handbook::{Handbook, handbook};
pub use outline::{OutlineEntry, outline, section_of};
pub use overlap::{Overlap, OverlapReason, overlaps};
pub use plan_view::{BudgetYear, PlanView, plan_view};
pub use priority::{MOST, PriorityScore, priority};
pub use resolve::{Resolved, area_reference, resolve};
pub use scenario::{ScenarioComparison, ScenarioLine, ScenarioResult, scenarios};
pub use smart::{SmartLetter, SmartPoint, smart};
pub use stale::{StaleValue, stale_values};
