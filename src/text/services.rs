//! Words about tables of services that are being read.

/// A row without a name.
pub const NO_NAME: &str = "Die Zeile hat keinen Namen und bleibt weg.";
/// A row without area.
pub const NO_AREA: &str = "Die Zeile nennt kein Gebiet. Wählen Sie oben ein Gebiet für solche Zeilen.";

/// A row that is a sum of others.
pub const TOTAL: &str = "Die Zeile ist eine Summe und bleibt weg.";
/// Why a row is refused: it has no name.
pub const REFUSED_NO_NAME: &str = "ohne Namen";
/// Why a row is refused: its area.
pub const REFUSED_AREA: &str = "Gebiet nicht bekannt oder zu weit";
/// Why a row is refused: its Handlungsfeld.
pub const REFUSED_FIELD: &str = "Handlungsfeld fehlt oder ist nicht bekannt";
/// Why a row is refused: it stands there twice.
pub const REFUSED_TWICE: &str = "steht schon weiter oben";
/// Why a row is refused: it is a sum.
pub const REFUSED_TOTAL: &str = "Summenzeile";

/// An area that services do not belong to.
pub fn other_level(label: &str) -> String {
    format!(
        "„{label}“ ist kein Aktionsraum oder Sozialraum. Wählen Sie den Raum, für den das Angebot gilt, oder lassen Sie die Zeilen weg."
    )
}

/// `Zeile 7: …`
pub fn in_row(row: u32, sentence: &str) -> String {
    format!("Zeile {row}: {sentence}")
}

/// A label that names no known area.
pub fn unknown_area(label: &str) -> String {
    format!("Das Gebiet „{label}“ ist nicht bekannt. Ordnen Sie es zu, oder lassen Sie die Zeilen weg.")
}

/// A label whose rows are left out.
pub fn area_left_out(label: &str) -> String {
    format!("„{label}“ bleibt weg, wie Sie es entschieden haben.")
}

/// An area in another spelling.
pub fn spelled_area(written: &str, read: &str) -> String {
    format!("„{written}“ als „{read}“ gelesen.")
}

/// A row without area.
pub fn assumed_area(area: &str) -> String {
    format!("Ohne Gebiet; {area} angenommen.")
}

/// A Handlungsfeld that is not known.
pub fn unknown_field(text: &str) -> String {
    if text.is_empty() {
        "Das Handlungsfeld fehlt. Wählen Sie oben eines für solche Zeilen.".to_owned()
    } else {
        format!("Das Handlungsfeld „{text}“ ist nicht bekannt. Wählen Sie oben eines für solche Zeilen.")
    }
}

/// A Handlungsfeld that was replaced by the chosen one.
pub fn assumed_field(text: &str, field: &str) -> String {
    format!("Das Handlungsfeld „{text}“ ist nicht bekannt; „{field}“ angenommen.")
}

/// A kind that is not known.
pub fn unknown_kind(text: &str) -> String {
    format!("Die Art „{text}“ ist nicht bekannt, sie wird „Sonstiges“.")
}

/// A cell that cannot be read.
pub fn unreadable(field: &str, text: &str) -> String {
    format!("{field}: „{text}“ ist nicht lesbar und bleibt leer.")
}

/// A cell that was read as something else.
pub fn read_as(field: &str, text: &str, read: &str) -> String {
    format!("{field}: „{text}“ als {read} gelesen.")
}

/// A row that stands twice.
pub fn twice(first_row: u32) -> String {
    format!("Name und Gebiet stehen schon in Zeile {first_row}. Diese Zeile bleibt weg.")
}

/// A service with a similar name.
pub fn similar(name: &str) -> String {
    format!("Ähnlich wie das vorhandene Angebot „{name}“; wird als neues Angebot angelegt.")
}

/// More rows than a table of services has.
pub fn too_many_rows(rows: u32) -> String {
    format!("Nach {} Zeilen wurde nicht weitergelesen.", super::count(rows))
}
