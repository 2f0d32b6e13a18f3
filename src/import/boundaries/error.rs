//! Why a file gives no boundaries at all.

use crate::jobs::Cancelled;
use crate::text::{Explain, Message, error::boundaries as words};

/// A file of boundaries that cannot be used as a whole. A single broken shape is a
/// [`BoundaryIssue`](super::BoundaryIssue).
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BoundaryError {
    /// The file has no content.
    #[error("file is empty")]
    Empty,
    /// The file is larger than boundaries ever are.
    #[error("{megabytes} MB are too large")]
    TooLarge {
        /// Its size in megabytes.
        megabytes: u64,
    },
    /// The file holds more corners than the program grants.
    #[error("{corners} corners are too many")]
    TooManyCorners {
        /// How many it holds.
        corners: usize,
    },
    /// The file is no GeoJSON.
    #[error("not GeoJSON: {detail}")]
    NotGeoJson {
        /// What the reader says.
        detail: String,
    },
    /// The file is GeoJSON without any surface.
    #[error("no polygons")]
    NoSurfaces,
    /// The coordinates belong to no system that the program knows.
    #[error("coordinate system is unknown: {named:?}")]
    UnknownSystem {
        /// What the file says about it, if anything.
        named: Option<String>,
        /// A coordinate as written.
        sample: String,
    },
    /// A field that was asked for does not exist.
    #[error("field {name} does not exist")]
    UnknownField {
        /// What was asked for.
        name: String,
        /// The fields that exist.
        known: Vec<String>,
    },
    /// The planner stopped the reading.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for BoundaryError {
    fn from(_: Cancelled) -> Self {
        BoundaryError::Cancelled
    }
}

impl Explain for BoundaryError {
    fn message(&self) -> Message {
        match self {
            BoundaryError::Empty => words::empty(),
            BoundaryError::TooLarge { megabytes } => words::too_large(*megabytes),
            BoundaryError::TooManyCorners { corners } => words::too_many_corners(*corners),
            BoundaryError::NotGeoJson { detail } => words::not_geojson(detail),
            BoundaryError::NoSurfaces => words::no_surfaces(),
            BoundaryError::UnknownSystem { named, sample } => words::unknown_system(named.as_deref(), sample),
            BoundaryError::UnknownField { name, known } => words::unknown_field(name, known),
            BoundaryError::Cancelled => words::cancelled(),
        }
    }
}
