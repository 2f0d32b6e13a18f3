//! Statistical signs: zero, missing, suppressed and late values look different everywhere.

use super::number::decimal;
use crate::domain::Status;

/// The sign that stands in a cell without value, or beside one: `–`, `.`, `…`, `/`, `x`, `p`, `r`, `s`.
/// Empty for plain and limited values (the latter stand in brackets) and for values that are simply missing.
pub fn status_sign(status: Status) -> &'static str {
    match status {
        Status::Reported | Status::Limited | Status::Missing => "",
        Status::Nil => "–",
        Status::Suppressed => ".",
        Status::Unreliable => "/",
        Status::Later => "…",
        Status::NotMeaningful => "x",
        Status::Provisional => "p",
        Status::Revised => "r",
        Status::Estimated => "s",
    }
}

/// The sign in a column of its own beside the number; `()` where the number stands in brackets elsewhere.
pub fn sign_beside(status: Status) -> &'static str {
    if status == Status::Limited { "()" } else { status_sign(status) }
}

/// Short label of a status: `gesperrt`.
pub fn status_label(status: Status) -> &'static str {
    match status {
        Status::Reported => "Wert",
        Status::Nil => "genau null",
        Status::Missing => "ohne Angabe",
        Status::Suppressed => "gesperrt",
        Status::Unreliable => "nicht sicher genug",
        Status::Later => "folgt später",
        Status::NotMeaningful => "nicht sinnvoll",
        Status::Provisional => "vorläufig",
        Status::Revised => "berichtigt",
        Status::Estimated => "geschätzt",
        Status::Limited => "eingeschränkt sicher",
    }
}

/// The reason behind a status as a legend says it.
pub fn status_reason(status: Status) -> &'static str {
    match status {
        Status::Reported => "Wert wie berichtet",
        Status::Nil => "genau null, nichts vorhanden",
        Status::Missing => "keine Angabe in der Quelle",
        Status::Suppressed => "geheim oder unbekannt",
        Status::Unreliable => "nicht sicher genug",
        Status::Later => "Angabe folgt später",
        Status::NotMeaningful => "Angabe nicht sinnvoll",
        Status::Provisional => "vorläufiger Wert",
        Status::Revised => "berichtigter Wert",
        Status::Estimated => "geschätzter Wert",
        Status::Limited => "eingeschränkt sicherer Wert",
    }
}

/// A cell of a table: the number, marked where its status asks for it, or the sign, or empty.
pub fn value_or_sign(value: Option<f64>, status: Status, decimals: u8) -> String {
    let Some(value) = value else { return status_sign(status).to_owned() };
    let number = decimal(value, decimals);
    match status {
        Status::Nil => "–".to_owned(),
        Status::Limited => format!("({number})"),
        Status::Provisional | Status::Revised | Status::Estimated => format!("{number}{}", status_sign(status)),
        Status::Reported
        | Status::Missing
        | Status::Suppressed
        | Status::Unreliable
        | Status::Later
        | Status::NotMeaningful => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_missing_and_suppressed_look_different() {
        let cells: Vec<String> = [
            (Some(0.0), Status::Reported),
            (Some(0.0), Status::Nil),
            (None, Status::Missing),
            (None, Status::Suppressed),
            (None, Status::Later),
            (Some(12.4), Status::Limited),
        ]
        .map(|(value, status)| value_or_sign(value, status, 1))
        .to_vec();
        assert_eq!(cells, ["0,0", "–", "", ".", "…", "(12,4)"]);
    }
}
