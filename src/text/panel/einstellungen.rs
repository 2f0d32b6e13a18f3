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
pub const AUTOMATIC_BACKUPS: &str = "Solange Sie arbeiten, entsteht jede Stunde von selbst eine geprüfte Kopie. Es bleiben die der letzten 24 Stunden, dann je Tag, Woche und Monat eine, die älteste neun Monate, zusammen höchstens 2 GB.";
pub const BACKUPS_HOLD_DELETED: &str = "Kopien enthalten auch, was Sie inzwischen gelöscht haben, etwa Kontaktpersonen. Soll es ganz verschwinden, löschen Sie auch die Kopien; von Ihnen selbst angelegte Sicherungen löschen Sie im Ordner.";
pub const DROP_BACKUPS: &str = "Automatische Kopien löschen …";
pub const DROP_BACKUPS_TITLE: &str = "Automatische Kopien löschen?";
pub const DROP_BACKUPS_LOST: &str = "Frühere Stände des Projekts lassen sich danach nicht mehr aus ihnen holen.";
pub const DROP_BACKUPS_KEPT: &str = "Das Projekt selbst und Sicherungen, die Sie angelegt haben, bleiben.";
pub const DROP_BACKUPS_GO_ON: &str = "Kopien löschen";
pub const DROP_BACKUPS_STAY: &str = "Behalten";
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

/// `3 automatische Kopien gelöscht`
pub fn dropped_backups(number: usize) -> String {
    match number {
        0 => "Es gab keine automatischen Kopien".to_owned(),
        1 => "Eine automatische Kopie gelöscht".to_owned(),
        more => format!("{more} automatische Kopien gelöscht"),
    }
}
