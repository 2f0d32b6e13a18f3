//! Versions of a programme: what it says today, frozen, and what has changed since one was kept.

mod compare;
mod keep;

pub use compare::{ChangeKind, ChangedPart, VersionChange, changes_since, compare};
pub use keep::keep;
