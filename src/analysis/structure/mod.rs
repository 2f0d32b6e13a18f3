//! How areas and indicators hang together: components, reliability, types, resemblance, segregation, hidden pockets.
//!
//! Everything is a pure function over [`StructureTable`] or plain columns; columns run over areas and hold NaN where
//! there is no value. A missing value is never zero: a method either leaves out the areas that lack one or compares
//! in pairs, and says which.

mod component;
mod error;
mod matrix;

pub use component::{Components, principal_components};
pub use error::StructureError;
pub use matrix::{Missing, StructureTable};

pub(super) use component::first_component;
pub(super) use matrix::{complete_columns, pearson_matrix};
