//! Words of the shared widgets.

/// Why a button is locked.
pub fn not_yet_possible(reason: &str) -> String {
    format!("Noch nicht möglich: {reason}")
}

/// Stops a running work.
pub const CANCEL: &str = "Abbrechen";
/// Closes a notice.
pub const CLOSE: &str = "Schließen";
/// Folded part of a failure.
pub const TECHNICAL: &str = "Technische Einzelheiten";
/// Copies it.
pub const COPY_TECHNICAL: &str = "Einzelheiten kopieren";
/// Class of a map without value.
pub const NO_VALUE: &str = "kein Wert";
/// Legend of the outline.
pub const OUTLINED: &str = "Aktionsraum";
/// Part of an accessible name.
pub const SELECTED: &str = "ausgewählt";
