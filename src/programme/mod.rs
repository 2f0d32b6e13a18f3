//! Findings and the planner's decisions to a document.
//!
//! Everything is a pure function of a [`Basis`]: the same project gives the same words, checks and document.
//! The German words themselves are in `text::report`.

mod areas;
mod basis;
mod catalogue;
mod checks;
mod contacts;
mod coverage;
mod disclosure;
mod document;
mod draft;
mod due;
mod figures;
mod findings;
mod gate;
mod handbook;
mod inline;
mod monitoring;
mod named_area;
mod need_measure;
mod office;
mod outline;
mod overlap;
mod participation;
pub mod plan;
mod plan_view;
mod priority;
mod progress_report;
mod recoverable;
mod resolve;
mod scenario;
mod section;
mod site_table;
mod smart;
mod sources;
mod stale;
#[cfg(test)]
mod testing;
mod typed_number;
mod unnamed;
mod versions;

pub use areas::{aktionsraeume, named_aktionsraeume};
pub use basis::Basis;
pub use catalogue::{
    CatalogueLimit, CatalogueMeasure, CatalogueOffer, OfficeCatalogue, measure_catalogue, office_catalogue,
};
pub use checks::{Check, CheckKind, Severity, checks};
pub use contacts::add_contacts;
pub use coverage::{Coverage, CoverageBasis, CoverageCell, CoverageRow, CoverageState, EndingService, coverage};
pub use disclosure::{Disclosure, disclosures, disclosures_of_version, published_values};
pub use document::{DocumentKind, DocumentOutline, Profile, ProgrammeError, document, documents, written};
pub use draft::draft;
pub use due::{DueDate, DueSource, due_dates, sessions};
pub use gate::open_at_gate;
pub use handbook::{Handbook, handbook};
pub use monitoring::{
    Implementation, MonitoredGoal, MonitoredMeasure, Monitoring, Newest, TargetProgress, TargetReading, YearMoney,
    monitoring,
};
pub use need_measure::{measure_for_gap, measure_for_need, newest, newest_number};
pub use office::{OfferFit, OfficeNeed, offer_fit, office_needs};
pub use outline::{OutlineEntry, outline, outline_of, section_of};
pub use overlap::{Overlap, OverlapReason, overlaps, services_like};
pub use participation::measure_of_idea;
pub use plan_view::{BudgetYear, PlanView, plan_view};
pub use priority::{MOST, PriorityScore, priority};
pub use progress_report::{attention, measure_counts, progress_report, target_counts, uses_invented_money};
pub use recoverable::{Recoverable, RecoveredFrom, recoverable, recoverable_between, recoverable_in_all};
pub use resolve::{Resolved, area_of, area_reference, is_foreign, resolve};
pub use scenario::{ScenarioComparison, ScenarioLine, ScenarioMark, ScenarioResult, scenarios};
pub use site_table::{Contacts, SiteTable, actors_table, services_table};
pub use smart::{SmartLetter, SmartPoint, smart};
pub use stale::{StaleValue, stale_values};
pub use versions::{ChangeKind, ChangedPart, VersionChange, changes_since, compare, keep};
