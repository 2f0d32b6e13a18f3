//! The procedure that leads to the Handlungsprogramme: an editable template and its state per Aktionsraum.

use super::{AreaId, SchrittId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A step of the procedure template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcedureStep {
    /// Identity.
    pub id: SchrittId,
    /// Place in the order, starting at 1.
    pub position: u32,
    /// Short title.
    pub title: String,
    /// Who is responsible, by function.
    pub responsible: String,
    /// What the step delivers.
    pub result: String,
    /// What must be settled before it can be closed.
    pub checklist: Vec<String>,
    /// Whether a committee decides in it.
    pub is_committee: bool,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepProgress {
    /// Not begun.
    #[default]
    Geplant,
    /// Under way.
    Laeuft,
    /// Closed.
    Erledigt,
}

impl StepProgress {
    /// All, in order.
    pub const ALL: [StepProgress; 3] = [StepProgress::Geplant, StepProgress::Laeuft, StepProgress::Erledigt];

    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            StepProgress::Geplant => "geplant",
            StepProgress::Laeuft => "laeuft",
            StepProgress::Erledigt => "erledigt",
        }
    }

    /// The progress with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.code() == code)
    }
}

/// State of one step for one Aktionsraum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepState {
    /// The Aktionsraum.
    pub area: AreaId,
    /// The step.
    pub step: SchrittId,
    /// How far it is.
    pub progress: StepProgress,
    /// Until when it is planned, or when it was closed.
    pub date: Option<Date>,
    /// Indices of the checklist items that are settled.
    pub settled: Vec<u32>,
    /// Remark.
    pub note: String,
}

/// The procedure of a project: template and state per area.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Verfahren {
    /// Steps in order.
    pub steps: Vec<ProcedureStep>,
    /// States that differ from "not begun".
    pub states: Vec<StepState>,
}
