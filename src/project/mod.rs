//! The open planning file: [`Command`] in, [`Snapshot`] out.
//!
//! [`Project`] carries out commands, one transaction and one history entry each; [`Engine`] does so on its own thread
//! for the window. The history (Verlauf) is part of the record: undo adds an entry to it and never takes one away.

mod apply;
mod check;
mod command;
mod engine;
mod error;
mod frame;
mod load;
mod open;
mod snapshot;

pub use check::{CheckFinding, CheckReport};
pub use command::{
    AktionsbueroCommand, AreaCommand, BeteiligungCommand, Command, ErfahrungCommand, ImportCommand, IndicatorCommand,
    Outcome, ProgrammeCommand, ProjectCommand, RecipeCommand, VerfahrenCommand, VorOrtCommand,
};
pub use engine::{AfterCreate, Engine, Event, Request};
pub use error::ProjectError;
pub use frame::{
    AreaKey, Frame, FrameAbgleich, FrameAkteur, FrameAngebot, FrameCounterpart, FrameError, FrameMeasure,
    FrameNachtrag, FrameNetzwerk, FrameParticipation, FrameProgramme, FrameRecords, FrameSet, FrameStepState,
    FrameTable, FrameValue, FrameVoices,
};
pub use open::{Origin, Project};
pub use snapshot::{HistoryEntry, Snapshot, UndoState};

/// What a new project is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// The frame of the City of Dortmund: areas, procedure, indicator cards.
    Dortmund,
    /// Nothing.
    Leer,
}
