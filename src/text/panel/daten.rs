//! Words of the panel.

#![allow(missing_docs)]

pub const PASTED_NAME: &str = "Zwischenablage";
pub const IMPORTED_HINT: &str = "Als ein Schritt umkehrbar.";
