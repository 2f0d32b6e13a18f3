//! Why a file cannot be read at all. A bad cell is never an error; see [`Issue`](super::Issue).

use crate::jobs::Cancelled;
use crate::text::{Explain, Message, error::import as words};

/// Why a file gives no table.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file has no content.
    #[error("file is empty")]
    Empty,
    /// The file holds zero bytes: no text and no workbook.
    #[error("zero byte at position {position}")]
    ZeroByte {
        /// Position from the start, counted from 0.
        position: usize,
    },
    /// The file is something else than a table.
    #[error("not a table: {found}")]
    Foreign {
        /// What it seems to be, e.g. `PDF`.
        found: String,
    },
    /// The workbook is protected by a password.
    #[error("workbook is encrypted")]
    Encrypted,
    /// The workbook is damaged or incomplete.
    #[error("workbook is damaged: {detail}")]
    Damaged {
        /// What the reader says.
        detail: String,
    },
    /// The file unpacks to more than the program grants.
    #[error("too large: {detail}")]
    TooLarge {
        /// Which limit was passed.
        detail: String,
    },
    /// The table holds more values than one import takes.
    #[error("{values} values, at most {most}")]
    TooManyValues {
        /// Filled cells of the columns that are read as values.
        values: u64,
        /// The most that are taken at once.
        most: u64,
    },
    /// The table names more areas than one import takes.
    #[error("more than {most} areas")]
    TooManyAreas {
        /// The most that are taken at once.
        most: u64,
    },
    /// No sheet holds anything.
    #[error("no sheet holds a cell")]
    NoCells,
    /// The planner stopped the reading.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for ImportError {
    fn from(_: Cancelled) -> Self {
        ImportError::Cancelled
    }
}

impl Explain for ImportError {
    fn message(&self) -> Message {
        match self {
            ImportError::Empty => words::empty(),
            ImportError::ZeroByte { position } => words::zero_byte(*position),
            ImportError::Foreign { found } => words::foreign(found),
            ImportError::Encrypted => words::encrypted(),
            ImportError::Damaged { detail } => words::damaged(detail),
            ImportError::TooLarge { detail } => words::too_large(detail),
            ImportError::TooManyValues { values, most } => words::too_many_values(*values, *most),
            ImportError::TooManyAreas { most } => words::too_many_areas(*most),
            ImportError::NoCells => words::no_cells(),
            ImportError::Cancelled => words::cancelled(),
        }
    }
}
