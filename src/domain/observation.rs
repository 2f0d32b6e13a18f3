//! One value and what is known about it.

use super::{AreaId, CellRef, ImportId, IndicatorId, PeriodId};
use serde::{Deserialize, Serialize};

/// What stands behind a value, or why there is none (DIN 55301 and the practice of statistics offices).
/// Demonstration is a property of its own ([`Observation::demonstration`]): an invented value may also be suppressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A plain value.
    Reported,
    /// `–`: exactly nil, nothing there. Has the value 0.
    Nil,
    /// No value and no reason given.
    Missing,
    /// `.`: unknown or kept secret.
    Suppressed,
    /// `/`: too unreliable to print.
    Unreliable,
    /// `…`: follows later.
    Later,
    /// `x`: makes no sense here.
    NotMeaningful,
    /// `p`: provisional value.
    Provisional,
    /// `r`: revised value.
    Revised,
    /// `s`: estimated value.
    Estimated,
    /// `( )`: limited reliability.
    Limited,
}

impl Status {
    /// All statuses in printed order.
    pub const ALL: [Status; 11] = [
        Status::Reported,
        Status::Nil,
        Status::Missing,
        Status::Suppressed,
        Status::Unreliable,
        Status::Later,
        Status::NotMeaningful,
        Status::Provisional,
        Status::Revised,
        Status::Estimated,
        Status::Limited,
    ];

    /// Whether an observation of this status carries a value.
    pub fn has_value(self) -> bool {
        match self {
            Status::Reported
            | Status::Nil
            | Status::Provisional
            | Status::Revised
            | Status::Estimated
            | Status::Limited => true,
            Status::Missing | Status::Suppressed | Status::Unreliable | Status::Later | Status::NotMeaningful => false,
        }
    }

    /// Stable name in files, tables for machines and the command line.
    pub fn code(self) -> &'static str {
        match self {
            Status::Reported => "reported",
            Status::Nil => "nil",
            Status::Missing => "missing",
            Status::Suppressed => "suppressed",
            Status::Unreliable => "unreliable",
            Status::Later => "later",
            Status::NotMeaningful => "not_meaningful",
            Status::Provisional => "provisional",
            Status::Revised => "revised",
            Status::Estimated => "estimated",
            Status::Limited => "limited",
        }
    }

    /// The status with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Status> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// One value of one indicator for one area and period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// Which series.
    pub indicator: IndicatorId,
    /// Where.
    pub area: AreaId,
    /// When.
    pub period: PeriodId,
    /// The value in the indicator's unit; `None` exactly where the status has none.
    pub value: Option<f64>,
    /// Count above the line, where known.
    pub numerator: Option<f64>,
    /// Count below the line, where known.
    pub denominator: Option<f64>,
    /// What stands behind it.
    pub status: Status,
    /// Whether it was invented to show the program.
    pub demonstration: bool,
    /// The import that brought it.
    pub import: ImportId,
    /// The cell that it came from.
    pub cell: CellRef,
}
