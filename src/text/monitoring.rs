//! Words of monitoring: how far targets and measures are.

#![allow(missing_docs)]

use super::number::with_unit;
use super::{date, decimal, euro, percent, status_reason, value_or_sign};
use crate::domain::{Euro, Status};
use jiff::civil::Date;

pub const REACHED: &str = "erreicht";
pub const ON_THE_WAY: &str = "auf dem Weg";
pub const NOT_YET: &str = "noch nicht";
pub const UNCHANGED: &str = "unverändert";
pub const OWN_COUNT: &str = "eigene Zählung";
pub const WORSE: &str = "Rückschritt";
pub const NO_NEWER_DATA: &str = "keine neueren Daten";
pub const NOT_COMPARABLE: &str = "nicht vergleichbar";
pub const NOT_MEASURABLE: &str = "nicht messbar";

pub const COMPLETED: &str = "abgeschlossen";
pub const UNDER_WAY: &str = "läuft";
pub const NOT_YET_DUE: &str = "noch nicht fällig";
pub const UNDATED: &str = "ohne Termin";
pub const LATE_START: &str = "Beginn überschritten";
pub const OVERRUN: &str = "Ende überschritten";

/// `gesperrt` and the like.
pub fn without_value(status: Status) -> &'static str {
    match status {
        Status::Suppressed => "gesperrt oder unbekannt",
        Status::Unreliable => "zu unsicher",
        Status::Later => "folgt später",
        Status::Missing
        | Status::NotMeaningful
        | Status::Reported
        | Status::Nil
        | Status::Provisional
        | Status::Revised
        | Status::Estimated
        | Status::Limited => "ohne Wert",
    }
}

/// `50 % des Weges, 25 % der Zeit`
pub fn shares(way: Option<f64>, time: Option<f64>) -> String {
    let way = way.map(|way| format!("{} des Weges", percent(way * 100.0, 0)));
    let time = time.map(|time| format!("{} der Zeit", percent(time.min(1.0) * 100.0, 0)));
    match (way, time) {
        (Some(way), Some(time)) => format!("{way}, {time}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}

/// `13,6 % (2026)`, `71,7p % (2026)`; a value that cannot be shown says why.
pub fn newest(value: Option<f64>, status: Status, decimals: u8, unit: &str, period: &str) -> String {
    match value {
        Some(value) => {
            format!("{} ({period})", with_unit(value_or_sign(Some(value), status, decimals), unit))
        }
        None => format!("{} ({period})", without_value(status)),
    }
}

/// Granted money that is not yet spent.
pub const LEFT: &str = "noch verfügbar";

/// `20,5 → 16,0 bis 2029`; `noch offen` where neither is settled
pub fn aim(start: Option<f64>, target: Option<f64>, decimals: u8, year: Option<i16>) -> String {
    if start.is_none() && target.is_none() {
        return "noch offen".to_owned();
    }
    let number = |value: Option<f64>| value.map_or_else(|| "offen".to_owned(), |value| decimal(value, decimals));
    let year = year.map_or_else(String::new, |year| format!(" bis {year}"));
    format!("{} → {}{year}", number(start), number(target))
}

pub fn broken(year: i16, reason: &str) -> String {
    if reason.is_empty() {
        format!("Die Reihe hat {year} einen Bruch; Werte davor und danach sind nicht vergleichbar.")
    } else {
        format!("Die Reihe hat {year} einen Bruch ({reason}); Werte davor und danach sind nicht vergleichbar.")
    }
}

pub fn qualified(status: Status) -> String {
    format!("Der neueste Wert ist nicht endgültig: {}.", status_reason(status))
}

pub fn within_chance() -> String {
    "Der Ausgangswert liegt in der Vertrauensspanne (95 %) des neuesten Wertes; die Veränderung kann Zufall sein."
        .to_owned()
}

pub fn against_direction() -> String {
    "Der Zielwert bedeutet nach der Richtung des Indikators einen größeren Bedarf als der Ausgangswert. Bitte prüfen."
        .to_owned()
}

/// `12.03.2027: Träger hat begonnen.`
pub fn note(day: Date, text: &str) -> String {
    format!("{}: {text}", date(day))
}

/// `M-05 Bürgerdialog: 1.200 € mehr ausgegeben als bewilligt.`
pub fn overspent(measure: &str, over: Euro) -> String {
    format!("{measure}: {} mehr ausgegeben als bewilligt.", euro(over))
}
