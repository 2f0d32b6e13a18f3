//! The open planning file: [`Command`] in, [`Snapshot`] out.

mod command;
mod snapshot;

pub use command::{
    AreaCommand, Command, ImportCommand, IndicatorCommand, Outcome, ProgrammeCommand, ProjectCommand, RecipeCommand,
    VerfahrenCommand, VorOrtCommand,
};
pub use snapshot::{HistoryEntry, Snapshot, UndoState, Verfahren, VorOrt};
