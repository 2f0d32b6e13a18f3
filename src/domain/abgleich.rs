//! How a planned measure stands to what is already there: use existing structures, avoid parallel ones.

use super::{AngebotId, MassnahmeId};
use serde::{Deserialize, Serialize};

/// What a measure is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counterpart {
    /// An existing service.
    Angebot(AngebotId),
    /// Another measure, of the same or a neighbouring area.
    Massnahme(MassnahmeId),
}

/// What the planner decided about an overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Abgleichsentscheidung {
    /// The measure extends what is there.
    Ausbauen,
    /// Both work together and keep their own form.
    Verbinden,
    /// The measure takes the place of what is there.
    Ersetzen,
    /// Both stay beside each other on purpose; that needs a reason.
    BewusstDaneben,
}

impl Abgleichsentscheidung {
    /// All, in the order of what is to be tried first.
    pub const ALL: [Abgleichsentscheidung; 4] = [
        Abgleichsentscheidung::Ausbauen,
        Abgleichsentscheidung::Verbinden,
        Abgleichsentscheidung::Ersetzen,
        Abgleichsentscheidung::BewusstDaneben,
    ];
}

/// A settled overlap of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Abgleich {
    /// What it was compared with.
    pub with: Counterpart,
    /// What was decided.
    pub decision: Abgleichsentscheidung,
    /// Why; needed where both stay beside each other.
    pub reason: String,
}

impl Abgleich {
    /// Whether the decision stands: beside each other only with a reason.
    pub fn is_settled(&self) -> bool {
        self.decision != Abgleichsentscheidung::BewusstDaneben || !self.reason.trim().is_empty()
    }
}
