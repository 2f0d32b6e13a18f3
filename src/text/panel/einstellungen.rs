//! Words of the settings.

#![allow(missing_docs)]

pub const APPEARANCE: &str = "Anzeige";
pub const THEME: &str = "Erscheinungsbild";
pub const THEME_SYSTEM: &str = "wie das System";
pub const THEME_LIGHT: &str = "hell";
pub const THEME_DARK: &str = "dunkel";
pub const SIZE: &str = "Größe";
pub const PROJECT: &str = "Projekt";
pub const TITLE: &str = "Titel";
pub const FILE: &str = "Datei";
pub const BACKUP_HINT: &str = "Die Sicherung wird neben dem Projekt abgelegt und gleich geprüft.";
pub const HISTORY: &str = "Verlauf";
pub const HISTORY_HINT: &str = "Jede Änderung mit Zeit. Der Verlauf bleibt auch beim Zurücknehmen vollständig.";
pub const NO_HISTORY: &str = "Noch keine Änderungen.";
pub const NOTE: &str = "Entscheidung festhalten";
pub const NOTE_TEXT: &str = "Was wurde entschieden";
pub const NOTE_REASON: &str = "Warum, in welchem Gremium";
pub const NOTE_NEEDS_TEXT: &str = "Noch nicht möglich: Was wurde entschieden?";
pub const RULES: &str = "Regeln für Kosten und Prioritäten";
pub const RULES_HINT: &str = "Sie gelten für alle Handlungsprogramme dieses Projekts.";
pub const YEARLY_BUDGET: &str = "Jahresbudget aller Aktionsräume (€)";
pub const FUND_PER_YEAR: &str = "Aktionsraumfonds je Raum und Jahr (€)";
pub const OWN_SHARE: &str = "Eigenanteil bei Mitteln Dritter (%)";
pub const WEIGHT_NEED: &str = "Gewicht Bedarf (0 bis 10)";
pub const WEIGHT_EFFECT: &str = "Gewicht Wirkung (0 bis 10)";
pub const WEIGHT_EFFORT: &str = "Gewicht Aufwand (0 bis 10)";
pub const AREA_SETS: &str = "Gebietsauswahlen";

/// `13 Räume, gültig ab 2008`
pub fn area_set(members: usize, state: &str, from: Option<i16>) -> String {
    let since = from.map(|year| format!(" ab {year}")).unwrap_or_default();
    format!("{members} Räume, {state}{since}")
}
