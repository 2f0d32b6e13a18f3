//! Words of the panel.

#![allow(missing_docs)]

use crate::text::{NBSP, count};

/// `Handlungsprogramm_Marten_2026-11-22.docx`
pub fn programme_file_name(area: &str, today: jiff::civil::Date, extension: &str) -> String {
    format!("Handlungsprogramm_{}_{today}.{extension}", area.replace(['/', ' '], "-"))
}

/// `13 Dateien gespeichert`
pub fn written(files: usize) -> String {
    if files == 1 { "Handlungsprogramm gespeichert".to_owned() } else { format!("{files} Dateien gespeichert") }
}

pub const EXPORTING: &str = "Die Ausgabe";
pub const COPIED: &str = "Kopiert";

pub const TABS: [&str; 2] = ["Ausgaben", "Zuletzt ausgegeben"];
pub const EXPORT: &str = "Ausgeben …";
pub const EXPORT_ALL: &str = "Alle ausgeben …";
pub const EXPORT_RUNS: &str = "Eine Ausgabe läuft.";
pub const CHOOSE_REPORT: &str = "Einen Bericht in der Liste auswählen.";
pub const NOTHING_BEGUN: &str = "Für diesen Aktionsraum ein Handlungsprogramm beginnen.";

pub const TABLE: &str = "Berichte";
pub const PROGRAMME: &str = "Handlungsprogramm";
pub const STATE: &str = "Stand";
pub const CHECKS: &str = "Prüfpunkte";
pub const PROFILE: &str = "Fassung";
pub const YEARS: &str = "Zeitraum";
pub const LAST_WRITTEN: &str = "zuletzt ausgegeben";
pub const NOT_BEGUN: &str = "nicht begonnen";

pub const SHORT: &str = "Kurzfassung";
pub const LONG: &str = "Langfassung";
pub const SHORT_HINT: &str =
    "Für Vorlage und Förderantrag, höchstens 25 Seiten, ohne einzelne Steckbriefe der Maßnahmen.";
pub const LONG_HINT: &str = "Alles: Text, Steckbriefe der Maßnahmen, Kosten- und Zeitplan, Methode und Quellen.";

pub const BEFORE: &str = "Vor der Ausgabe prüfen";
pub const CHECKING: &str = "Prüfpunkte werden ermittelt …";
pub const CHECKED: &str = "Nichts offen.";
pub const TO_PROGRAMME: &str = "Im Handlungsprogramm klären";
pub const CHECKS_EACH: &str =
    "Prüfpunkte werden je Aktionsraum ermittelt. Wählen Sie einen Raum, um seine Punkte zu sehen.";
pub const ERROR: &str = "Fehler";
pub const WARNING: &str = "Prüfen";
pub const INFO: &str = "Hinweis";

pub const CONTENT: &str = "Das geht hinein";
pub const PASSAGES: &str = "Absätze";
pub const BOUND: &str = "Gebundene Werte";
pub const GOALS: &str = "Ziele";
pub const MEASURES: &str = "Maßnahmen";
pub const SERVICES: &str = "Angebote";
pub const STATEMENTS: &str = "Aussagen";
pub const SUPPRESSED: &str = "Gesperrte Werte";
pub const PROGRAMMES: &str = "Handlungsprogramme";
pub const DEMONSTRATION: &str = "Beispieldaten werden auf jeder Seite gekennzeichnet.";
pub const FILE: &str = "Datei";
pub const FILES: &str = "Dateien";
pub const FORMAT: &str = "Format";
pub const FORMATS: &str = "Formate";
pub const DOCX: &str = "Word (DOCX)";
pub const ODT: &str = "OpenDocument (ODT)";
pub const XLSX: &str = "Excel-Tabellen (XLSX)";
pub const XLSX_HINT: &str = "Kennwerte, Ziele, Maßnahmen, Kosten und Finanzierung; Summen rechnen mit.";
pub const CHOOSE_FORMAT: &str = "Mindestens ein Format auswählen.";
pub const WHERE: &str = "Ordner";
pub const ASKED: &str = "wird bei der Ausgabe erfragt";
pub const OUTLINE: &str = "Gliederung";

pub const BEGIN_TITLE: &str = "Noch kein Handlungsprogramm für diesen Aktionsraum";
pub const BEGIN: &str = "Zum Handlungsprogramm";
pub const BEGIN_WHY: &str =
    "Ein Bericht entsteht aus einem Handlungsprogramm. Sein Text wird aus den Daten vorbereitet.";
pub const EMPTY_TITLE: &str = "Noch keine Berichte";
pub const EMPTY_WHY: &str = "Berichte entstehen aus Handlungsprogrammen. Beginnen Sie eines, dann können Sie es hier als Word-Dokument, OpenDocument-Text oder Excel-Tabelle ausgeben.";
pub const NO_AREA_TITLE: &str = "Kein Bericht ausgewählt";
pub const NO_AREA_WHY: &str = "Wählen Sie links einen Bericht. Hier steht dann, was er enthält.";

pub const DOCUMENT: &str = "Dokument";
pub const WRITTEN_AT: &str = "Ausgegeben";
pub const OPEN: &str = "Öffnen";
pub const OPEN_FOLDER: &str = "Ordner zeigen";
pub const NONE_WRITTEN_TITLE: &str = "Noch nichts ausgegeben";
pub const NONE_WRITTEN_WHY: &str = "Hier stehen die Dokumente, die seit dem Start des Programms gespeichert wurden.";
pub const TO_REPORTS: &str = "Bericht auswählen";

/// `Alle 13 Handlungsprogramme`
pub fn all(programmes: usize) -> String {
    format!("Alle{NBSP}{programmes} Handlungsprogramme")
}

/// `13 Aktionsräume, 5 mit Handlungsprogramm`
pub fn subtitle(areas: usize, programmes: usize) -> String {
    format!("{areas} Aktionsräume, {programmes} mit Handlungsprogramm")
}

/// `2027 bis 2029`
pub fn years(first: i16, last: i16) -> String {
    format!("{first} bis {last}")
}

/// `Dokument 4 von 13`
pub fn progress(done: u64, total: u64) -> String {
    format!("Dokument {} von {total}", (done + 1).min(total.max(1)))
}

/// `2 Fehler`
pub fn errors(number: usize) -> String {
    format!("{number} Fehler")
}

/// `5 zu prüfen`
pub fn warnings(number: usize) -> String {
    format!("{number} zu prüfen")
}

/// `3 Hinweise`
pub fn infos(number: usize) -> String {
    if number == 1 { "1 Hinweis".to_owned() } else { format!("{number} Hinweise") }
}

/// `und 7 weitere`
pub fn more(number: usize) -> String {
    format!("und {number} weitere")
}

/// `6, bleiben im Dokument gesperrt`
pub fn suppressed(number: usize) -> String {
    if number == 0 { "keine".to_owned() } else { format!("{}, bleiben im Dokument gesperrt", count(number)) }
}

/// `26: je Aktionsraum 2`
pub fn files(programmes: usize, formats: usize) -> String {
    format!("{}: je Aktionsraum {formats}", programmes * formats)
}
