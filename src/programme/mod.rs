//! Findings and the planner's decisions to a document.
//!
//! Everything is a pure function of a [`Basis`]: the same project gives the same words, checks and document.
//! The German words themselves are in `text::report`.

mod areas;
mod basis;
mod checks;
mod document;
mod draft;
mod due;
mod figures;
mod findings;
mod gate;
mod handbook;
mod inline;
mod monitoring;
mod outline;
mod overlap;
mod plan;
mod progress_report;
mod resolve;
mod section;
mod stale;
mod versions;

pub use basis::Basis;
pub use checks::{Check, CheckKind, Severity, checks};
pub use document::{Profile, ProgrammeError, document};
pub use draft::draft;
pub use due::{DueDate, DueSource, due_dates, sessions};
pub use gate::open_at_gate;
pub use handbook::{Handbook, handbook};
pub use monitoring::{
    Implementation, MonitoredGoal, MonitoredMeasure, Monitoring, Newest, TargetProgress, TargetReading, YearMoney,
    monitoring,
};
pub use outline::{OutlineEntry, outline, section_of};
pub use overlap::{Overlap, OverlapReason, overlaps};
pub use progress_report::{measure_counts, progress_report, target_counts};
pub use resolve::{Resolved, area_reference, resolve};
pub use stale::{StaleValue, stale_values};
pub use versions::{ChangeKind, ChangedPart, VersionChange, changes_since, compare, keep};
