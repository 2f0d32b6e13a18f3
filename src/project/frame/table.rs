//! The built-in tables of values: strict, because they are ours. Planners' tables are read by the import layer.

use super::{AreaKey, FrameError};
use crate::domain::{AreaLevel, CellRef, Status};
use crate::text;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// How the example tables are cited.
const DEMONSTRATION_SOURCE: &str = "Beispieldaten, frei erfunden; keine Zahlen der Stadt Dortmund";
/// How the published figures are cited.
const PUBLISHED_SOURCE: &str =
    "Veröffentlichte Einzelzahlen aus verschiedenen Quellen; die Quelle jeder Zahl steht in der Spalte „Quelle“";

/// A built-in table, read.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameTable {
    /// File name without folder.
    pub file_name: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// How it is cited.
    pub source_note: String,
    /// Whether its values are invented.
    pub demonstration: bool,
    /// The values in the order of the file.
    pub values: Vec<FrameValue>,
}

/// A value of a built-in table.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameValue {
    /// Where.
    pub area: AreaKey,
    /// Indicator code.
    pub indicator: String,
    /// Period label.
    pub period: String,
    /// The value; none exactly where the status has none.
    pub value: Option<f64>,
    /// Count above the line.
    pub numerator: Option<f64>,
    /// Count below the line.
    pub denominator: Option<f64>,
    /// What stands behind it.
    pub status: Status,
    /// The cell of the value.
    pub cell: CellRef,
    /// What stands in the cell.
    pub text: String,
}

/// One file: name and content.
type Embedded = (&'static str, &'static str);

const PUBLISHED: Embedded =
    ("veroeffentlichte-zahlen.csv", include_str!("../../../data/dortmund/veroeffentlichte-zahlen.csv"));

/// In the order of import: the revision comes after the year that it corrects.
const DEMONSTRATION: [Embedded; 7] = [
    ("Beispiel-Soziale-Lage-2020.csv", include_str!("../../../data/beispiel/Beispiel-Soziale-Lage-2020.csv")),
    ("Beispiel-Soziale-Lage-2021.csv", include_str!("../../../data/beispiel/Beispiel-Soziale-Lage-2021.csv")),
    ("Beispiel-Soziale-Lage-2022.csv", include_str!("../../../data/beispiel/Beispiel-Soziale-Lage-2022.csv")),
    ("Beispiel-Soziale-Lage-2023.csv", include_str!("../../../data/beispiel/Beispiel-Soziale-Lage-2023.csv")),
    ("Beispiel-Soziale-Lage-2024.csv", include_str!("../../../data/beispiel/Beispiel-Soziale-Lage-2024.csv")),
    (
        "Beispiel-Soziale-Lage-2024-berichtigt.csv",
        include_str!("../../../data/beispiel/Beispiel-Soziale-Lage-2024-berichtigt.csv"),
    ),
    ("Beispiel-Soziale-Lage-2025.csv", include_str!("../../../data/beispiel/Beispiel-Soziale-Lage-2025.csv")),
];

/// The published figures.
pub(super) fn published() -> Result<FrameTable, FrameError> {
    table(PUBLISHED, PUBLISHED_SOURCE, false, published_value)
}

/// The example tables.
pub(super) fn demonstration() -> Result<Vec<FrameTable>, FrameError> {
    DEMONSTRATION.into_iter().map(|file| table(file, DEMONSTRATION_SOURCE, true, demonstration_value)).collect()
}

type ReadLine = fn(&[&str], u32) -> Result<FrameValue, String>;

fn table(
    (file_name, content): Embedded,
    source_note: &str,
    demonstration: bool,
    read_line: ReadLine,
) -> Result<FrameTable, FrameError> {
    let mut values = Vec::new();
    for (at, line) in content.lines().enumerate().skip(1) {
        let fields: Vec<&str> = line.split(';').collect();
        let row = u32::try_from(at).unwrap_or(u32::MAX);
        let value = read_line(&fields, row).map_err(|reason| FrameError::Line {
            file: file_name.to_owned(),
            line: at + 1,
            reason,
        })?;
        values.push(value);
    }
    Ok(FrameTable {
        file_name: file_name.to_owned(),
        sha256: sha256(content.as_bytes()),
        size_bytes: u64::try_from(content.len()).unwrap_or(u64::MAX),
        source_note: source_note.to_owned(),
        demonstration,
        values,
    })
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// `Ebene;Schlüssel;Gebiet;Code;Indikator;Stand;Wert;Einheit;Quelle`
fn published_value(fields: &[&str], row: u32) -> Result<FrameValue, String> {
    let [level, key, _, indicator, _, period, value, _, _] = fields else {
        return Err(format!("{} fields instead of 9", fields.len()));
    };
    let level = AreaLevel::from_code(level).ok_or_else(|| format!("unknown level {level}"))?;
    Ok(FrameValue {
        area: AreaKey { level, key: (*key).to_owned() },
        indicator: (*indicator).to_owned(),
        period: (*period).to_owned(),
        value: Some(number(value)?),
        numerator: None,
        denominator: None,
        status: Status::Reported,
        cell: CellRef { sheet: 0, row, column: 6 },
        text: (*value).to_owned(),
    })
}

/// `Gebiet;Kennzahl;Stand;Wert;Zähler;Nenner;Zeichen`
fn demonstration_value(fields: &[&str], row: u32) -> Result<FrameValue, String> {
    let [area, indicator, period, value, numerator, denominator, sign] = fields else {
        return Err(format!("{} fields instead of 7", fields.len()));
    };
    let status = status(value, sign)?;
    Ok(FrameValue {
        area: AreaKey::parse(area).ok_or_else(|| format!("unknown level in {area}"))?,
        indicator: (*indicator).to_owned(),
        period: (*period).to_owned(),
        value: status.has_value().then(|| number(value)).transpose()?,
        numerator: count(numerator)?,
        denominator: count(denominator)?,
        status,
        cell: CellRef { sheet: 0, row, column: 3 },
        text: (*value).to_owned(),
    })
}

fn status(value: &str, sign: &str) -> Result<Status, String> {
    Ok(match (value, sign) {
        ("", "") => Status::Missing,
        (".", "") => Status::Suppressed,
        ("…", "") => Status::Later,
        ("/", "") => Status::Unreliable,
        (_, "") => Status::Reported,
        (_, "p") => Status::Provisional,
        (_, "r") => Status::Revised,
        (_, "s") => Status::Estimated,
        (_, other) => return Err(format!("unknown sign {other}")),
    })
}

fn count(field: &str) -> Result<Option<f64>, String> {
    if field.is_empty() { Ok(None) } else { number(field).map(Some) }
}

fn number(field: &str) -> Result<f64, String> {
    text::parse_number(field).map_err(|_| format!("no number: {field}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_cell_stays_hidden() {
        let value = demonstration_value(&["marten", "JALR", "2025", ".", "", "", ""], 3);
        assert_eq!(value.map(|v| (v.value, v.status)), Ok((None, Status::Suppressed)));
    }

    #[test]
    fn a_line_with_too_few_fields_is_refused() {
        assert!(demonstration_value(&["marten", "JALR"], 1).is_err());
    }

    #[test]
    fn a_word_in_place_of_a_number_is_refused() {
        assert!(demonstration_value(&["marten", "JALR", "2025", "viel", "", "", ""], 1).is_err());
    }
}
