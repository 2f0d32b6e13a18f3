//! GeoJSON bytes to boundaries of areas. A broken shape is an issue, not an error.
//!
//! ```text
//! read_boundaries     bytes                     → BoundarySource   shapes in longitude and latitude, repaired or refused
//! propose_boundaries  source + data             → BoundaryOptions  level, fields of key, name and parent
//! draft_boundaries    source + options + data   → BoundaryDraft    which shape belongs to which area; areas to create
//! BoundaryDraft::batch                          → BoundaryBatch    what the project writes
//! ```

mod coverage;
mod draft;
mod error;
mod fields;
mod issue;
mod measure;
mod repair;
mod source;

pub use draft::{BoundaryDraft, DraftBoundary, draft_boundaries};
pub use error::BoundaryError;
pub use fields::{BoundaryOptions, propose_boundaries};
pub use issue::{BoundaryIssue, BoundaryIssueKind};
pub use source::{BoundaryFeature, BoundarySource, read_boundaries};
