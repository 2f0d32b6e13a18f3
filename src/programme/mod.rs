//! Findings and the planner's decisions to a document.
//!
//! Everything is a pure function of a [`Basis`]: the same project gives the same words, checks and document.
//! The German words themselves are in `text::report`.

mod areas;
mod basis;
mod catalogue;
mod checks;
mod document;
mod draft;
mod figures;
mod findings;
mod handbook;
mod inline;
mod office;
mod outline;
mod overlap;
mod participation;
mod plan;
mod resolve;
mod section;
mod stale;

pub use basis::Basis;
pub use catalogue::{
    CatalogueLimit, CatalogueMeasure, CatalogueOffer, OfficeCatalogue, measure_catalogue, office_catalogue,
};
pub use checks::{Check, CheckKind, Severity, checks};
pub use document::{Profile, ProgrammeError, document};
pub use draft::draft;
pub use handbook::{Handbook, handbook};
pub use office::{OfferFit, OfficeNeed, offer_fit, office_needs};
pub use outline::{OutlineEntry, outline, section_of};
pub use overlap::{Overlap, OverlapReason, overlaps};
pub use participation::measure_of_idea;
pub use resolve::{Resolved, area_reference, resolve};
pub use stale::{StaleValue, stale_values};
