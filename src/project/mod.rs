//! The open planning file: [`Command`] in, [`Snapshot`] out.

mod command;
mod frame;
mod snapshot;

pub use command::{
    AreaCommand, Command, ImportCommand, IndicatorCommand, Outcome, ProgrammeCommand, ProjectCommand, RecipeCommand,
    VerfahrenCommand, VorOrtCommand,
};
pub use frame::{
    AreaKey, Frame, FrameError, FrameProgramme, FrameSet, FrameStepState, FrameTable, FrameValue, FrameVoices,
};
pub use snapshot::{HistoryEntry, Origin, Snapshot, UndoState, Verfahren, VorOrt};
