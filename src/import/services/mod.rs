//! A table of services (Bestand an Angeboten) to services: columns by their headings, every value checked, every row
//! compared with what the project knows. Nothing is written here.
//!
//! ```text
//! propose_services   Source           → ServiceOptions   which column is what
//! draft_services     Source + options → ServiceDraft     rows: new, changed, unchanged, refused; what was noticed
//! ServiceDraft::batch                 → Vec<Angebot>     what the project writes
//! ```

mod cells;
mod columns;
mod draft;
mod issue;

pub use columns::{ServiceField, ServiceOptions, propose_services};
pub use draft::{
    FieldChange, RefusedReason, RowState, ServiceCounts, ServiceDraft, ServiceRow, UnknownServiceArea, draft_services,
    field_text,
};
pub use issue::{ServiceIssue, ServiceIssueKind};
