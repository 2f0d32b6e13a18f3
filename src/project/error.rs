//! What a project refuses, and why.

use crate::domain::ProcedureGate;
use crate::jobs::Cancelled;
use crate::store::StoreError;
use crate::text::error::project as words;
use crate::text::label::Noun;
use crate::text::{Explain, Message};

/// A command that was not carried out. The project is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    /// The file failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A required text is empty.
    #[error("{noun:?}: name is empty")]
    NameEmpty {
        /// Of what.
        noun: Noun,
    },
    /// The name, key or code is taken.
    #[error("{noun:?}: {name} is taken")]
    Taken {
        /// Of what.
        noun: Noun,
        /// The name.
        name: String,
    },
    /// A code holds other signs than letters, digits, `_` and `-`.
    #[error("code {code} is malformed")]
    CodeMalformed {
        /// The code.
        code: String,
    },
    /// A number of a council paper is none.
    #[error("council paper {text} is malformed")]
    DrucksacheMalformed {
        /// What was given.
        text: String,
    },
    /// A step of the procedure is held open.
    #[error("step {step} of {area} is held open")]
    StepHeldOpen {
        /// Its title.
        step: String,
        /// Name of the area.
        area: String,
        /// Points of the checklist that are not settled.
        points: Vec<String>,
        /// Gates that are open with the number of their points; without a number where nobody looked.
        gates: Vec<(ProcedureGate, Option<usize>)>,
    },
    /// The thing is not, or no longer, in the project.
    #[error("{noun:?} is unknown")]
    Unknown {
        /// What.
        noun: Noun,
    },
    /// Something else refers to the thing.
    #[error("{noun:?} {name} is used by {by:?}")]
    InUse {
        /// What.
        noun: Noun,
        /// Its name.
        name: String,
        /// What refers to it.
        by: Noun,
    },
    /// The indicator or area has values.
    #[error("{noun:?} {name} has values")]
    HasValues {
        /// What.
        noun: Noun,
        /// Its name.
        name: String,
    },
    /// An area would contain itself.
    #[error("area {name} contains itself")]
    AreaCycle {
        /// Its name.
        name: String,
    },
    /// A measure would have to come before itself.
    #[error("measure {number} depends on itself")]
    DependencyCycle {
        /// Its number.
        number: u32,
    },
    /// The first year is after the last.
    #[error("years {first} to {last}")]
    YearsReversed {
        /// First year.
        first: i16,
        /// Last year.
        last: i16,
    },
    /// The end of a measure is before its beginning.
    #[error("quarters reversed")]
    QuartersReversed,
    /// The area has a programme already.
    #[error("{area} has a programme")]
    ProgrammeExists {
        /// Name of the area.
        area: String,
    },
    /// The recipe ranks the project and cannot go.
    #[error("recipe {name} is current")]
    RecipeIsCurrent {
        /// Its name.
        name: String,
    },
    /// A goal cannot be its own or change places with the goals under it.
    #[error("goal in the wrong place")]
    ZielMisplaced,
    /// A number is none: infinite, or not positive where it has to be.
    #[error("{noun:?}: number is not usable")]
    NumberUnusable {
        /// Of what.
        noun: Noun,
    },
    /// An import brings the same value twice.
    #[error("{indicator}, {area}, {period} twice")]
    ValueTwice {
        /// Code of the indicator.
        indicator: String,
        /// Name of the area.
        area: String,
        /// Label of the period.
        period: String,
    },
    /// An import contradicts itself.
    #[error("import row {row} is inconsistent")]
    ImportInconsistent {
        /// Place in the list of values, starting at 1.
        row: usize,
    },
    /// The planner stopped the command.
    #[error("cancelled")]
    Cancelled,
    /// The original file that is to be kept is not the one that was read, or the kept one is not any more.
    #[error("original of {file} differs")]
    OriginalDiffers {
        /// Name of the file.
        file: String,
    },
    /// There is nothing to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// There is nothing to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// No project is open.
    #[error("no project")]
    NoProject,
    /// The frame of a new project could not be set up.
    #[error("frame: {detail}")]
    Frame {
        /// What was wrong.
        detail: String,
    },
    /// The program failed while carrying out the step.
    #[error("panic: {detail}")]
    Panicked {
        /// What it said.
        detail: String,
    },
}

impl From<Cancelled> for ProjectError {
    fn from(_: Cancelled) -> Self {
        ProjectError::Cancelled
    }
}

impl Explain for ProjectError {
    fn message(&self) -> Message {
        let message = match self {
            ProjectError::Store(error) => return error.message(),
            ProjectError::NameEmpty { noun } => words::name_empty(*noun),
            ProjectError::Taken { noun, name } => words::taken(*noun, name),
            ProjectError::CodeMalformed { code } => words::code_malformed(code),
            ProjectError::DrucksacheMalformed { text } => words::drucksache_malformed(text),
            ProjectError::StepHeldOpen { step, area, points, gates } => {
                words::step_held_open(step, area, points, gates)
            }
            ProjectError::Unknown { noun } => words::unknown(*noun),
            ProjectError::InUse { noun, name, by } => words::in_use(*noun, name, *by),
            ProjectError::HasValues { noun, name } => words::has_values(*noun, name),
            ProjectError::AreaCycle { name } => words::area_cycle(name),
            ProjectError::DependencyCycle { number } => words::dependency_cycle(*number),
            ProjectError::YearsReversed { first, last } => words::years_reversed(*first, *last),
            ProjectError::QuartersReversed => words::quarters_reversed(),
            ProjectError::ProgrammeExists { area } => words::programme_exists(area),
            ProjectError::RecipeIsCurrent { name } => words::recipe_is_current(name),
            ProjectError::ZielMisplaced => words::ziel_misplaced(),
            ProjectError::NumberUnusable { noun } => words::number_unusable(*noun),
            ProjectError::ValueTwice { indicator, area, period } => words::value_twice(indicator, area, period),
            ProjectError::ImportInconsistent { row } => words::import_inconsistent(*row),
            ProjectError::Cancelled => words::cancelled(),
            ProjectError::OriginalDiffers { file } => words::original_differs(file),
            ProjectError::NothingToUndo => words::nothing_to_undo(),
            ProjectError::NothingToRedo => words::nothing_to_redo(),
            ProjectError::NoProject => words::no_project(),
            ProjectError::Frame { .. } => words::frame(),
            ProjectError::Panicked { .. } => words::panicked(),
        };
        message.with_technical(self.to_string())
    }
}
