//! How measures are carried out: notes with their day, and the money that has flowed.
//!
//! What was planned and granted stands with the measure itself; only what happened since is kept here.

use super::{Euro, MassnahmeId, MittelabflussId, UmsetzungsnotizId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A note on a measure being carried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Umsetzungsnotiz {
    /// Identity.
    pub id: UmsetzungsnotizId,
    /// The measure.
    pub massnahme: MassnahmeId,
    /// The day it speaks of.
    pub date: Date,
    /// How far the measure is.
    pub text: String,
    /// What was counted of the measure's own Messgröße up to that day.
    #[serde(default)]
    pub gezaehlt: Option<f64>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

/// Money that was spent on a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mittelabfluss {
    /// Identity.
    pub id: MittelabflussId,
    /// The measure.
    pub massnahme: MassnahmeId,
    /// The budget year that it counts in.
    pub year: i16,
    /// When it was booked.
    pub date: Date,
    /// The amount; a repayment is negative.
    pub amount: Euro,
    /// What for.
    pub note: String,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}
