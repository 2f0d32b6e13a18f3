//! Words of the panel.

#![allow(missing_docs)]

use crate::text::{Message, NBSP, count};

/// `Handlungsprogramm_Marten_2026-11-22.docx`; without an area `Vergleich_2026-11-22.docx`
pub fn document_file_name(stem: &str, area: &str, today: jiff::civil::Date, extension: &str) -> String {
    let area = if area.is_empty() { String::new() } else { format!("_{}", area.replace(['/', ' '], "-")) };
    format!("{stem}{area}_{today}.{extension}")
}

/// `Handlungsprogramm_Marten_2026-11-22_CSV`
pub fn folder_name(stem: &str, area: &str, today: jiff::civil::Date, extension: &str) -> String {
    let file = document_file_name(stem, area, today, "");
    format!("{}_{}", file.trim_end_matches('.'), extension.to_uppercase())
}

/// `13 Dateien gespeichert`
pub fn written(files: usize) -> String {
    if files == 1 { "Dokument gespeichert".to_owned() } else { format!("{files} Dateien gespeichert") }
}

/// `Handlungsprogramm: Marten, Hörde (docx, pdf)`; without areas `Vergleich (xlsx)`
pub fn given_out(kind: &str, areas: &[&str], formats: &[&str]) -> String {
    let areas = if areas.is_empty() { String::new() } else { format!(": {}", areas.join(", ")) };
    format!("{kind}{areas} ({})", formats.join(", "))
}

pub const STOPPED_AT_ONCE: &str = "Ausgabe angehalten, keine Datei geschrieben";

/// `Auf Wunsch angehalten, 34 Dateien fehlen`
pub fn stopped(missing: usize) -> String {
    if missing == 1 {
        "Auf Wunsch angehalten, eine Datei fehlt".to_owned()
    } else {
        format!("Auf Wunsch angehalten, {missing} Dateien fehlen")
    }
}

pub const EXPORTING: &str = "Die Ausgabe";
pub const COPIED: &str = "Kopiert";

pub const TABS: [&str; 3] = ["Ausgaben", "Zuletzt ausgegeben", "Vorlage"];
pub const EXPORT: &str = "Ausgeben …";
pub const EXPORT_ALL: &str = "Alle ausgeben …";
pub const CANNOT_EXPORT: &str = "Noch nichts auszugeben";
pub const EXPORT_RUNS: &str = "Eine Ausgabe läuft.";
pub const CHOOSE_REPORT: &str = "Einen Bericht in der Liste auswählen.";
pub const NOTHING_BEGUN: &str = "Für diesen Aktionsraum ein Handlungsprogramm beginnen.";

pub const TABLE: &str = "Berichte";
pub const PROGRAMME: &str = "Handlungsprogramm";
pub const STATE: &str = "Stand";
pub const CHECKS: &str = "Prüfpunkte";
pub const YEARS: &str = "Zeitraum";
pub const LAST_WRITTEN: &str = "zuletzt ausgegeben";
pub const NOT_BEGUN: &str = "nicht begonnen";

pub const KIND: &str = "Dokument";
pub const KIND_PROGRAMME: &str = "Handlungsprogramm";
pub const KIND_SHEETS: &str = "Maßnahmensteckbriefe";
pub const KIND_COUNCIL: &str = "Ratsvorlage";
pub const KIND_PROFILE: &str = "Sozialraumprofil";
pub const KIND_PROGRESS: &str = "Sachstandsbericht";
pub const PROGRESS_HINT: &str = "Stand der Ziele, Maßnahmen und Mittel, Beschlüsse und was sich seitdem geändert hat.";
pub const KIND_COMPARISON: &str = "Vergleich aller Aktionsräume";
pub const SHEETS_HINT: &str = "Je Maßnahme eine Seite mit allen Angaben und den Mitteln je Jahr.";
pub const COUNCIL_HINT: &str =
    "Beratungsfolge, Beschlussvorschlag, finanzielle Auswirkungen, Begründung, Anlagen. Was fehlt, ist gekennzeichnet.";
pub const PROFILE_HINT: &str = "Kennwerte neben Stadtbezirk, Stadt und Aktionsräumen, mit Entwicklung und Quellen.";
pub const COMPARISON_HINT: &str =
    "Ein Dokument: Rangfolge mit Spannen, Kennwerte, Maßnahmen, Mittel, Stand des Verfahrens.";

pub const TEMPLATE_HINT: &str =
    "Was hier steht, tragen alle Dokumente dieses Projekts. Das Programm bringt kein Wappen und kein Logo mit.";
pub const ORGANISATION: &str = "Organisation";
pub const ORGANISATION_HINT: &str = "Steht in der Kopfzeile jeder Seite.";
pub const FACHBEREICH: &str = "Fachbereich";
pub const DEZERNAT: &str = "Dezernat";
pub const COUNCIL_FIELDS_HINT: &str = "Fachbereich und Dezernat nennt die Ratsvorlage.";
pub const ACCENT: &str = "Farbe der Überschriften";
pub const ACCENT_PLACEHOLDER: &str = "#084C58";
pub const ACCENT_NONE: &str = "Ohne Angabe gilt die Farbe des Programms.";
pub const ACCENT_UNREADABLE: &str = "Eine Farbe steht als sechs Ziffern von 0 bis F, zum Beispiel #084C58.";
pub const FONT: &str = "Schrift in Word, OpenDocument und Excel";
pub const FONT_PLACEHOLDER: &str = "Arial";
pub const FONT_HINT: &str =
    "Name einer Schrift, die auf den Rechnern der Empfänger vorhanden ist. PDF nutzt die mitgelieferte Schrift.";
pub const LOGO: &str = "Logo";
pub const LOGO_CHOOSE: &str = "Logo wählen …";
pub const LOGO_REMOVE: &str = "Logo entfernen";
pub const LOGO_NONE: &str = "Kein Logo. PNG oder SVG; Schrift in SVG vorher in Pfade umwandeln.";
pub const READ_ONLY: &str = "Das Projekt ist nur zum Lesen geöffnet.";

/// `Kontrast auf Papier 8,4 : 1, gut lesbar`
pub fn contrast(ratio: f64, readable: bool) -> String {
    let verdict = if readable {
        "gut lesbar"
    } else {
        "zu schwach (mindestens 4,5 : 1). Dokumente nehmen die Farbe des Programms"
    };
    format!("Kontrast auf Papier {} : 1, {verdict}.", crate::text::fixed(ratio, 1))
}

/// `Auf der Titelseite: 1200 × 400 Pixel, 60 × 20 mm im Druck`
pub fn logo(width: u32, height: u32, width_mm: f32, height_mm: f32) -> String {
    format!(
        "Auf der Titelseite: {width} × {height} Pixel, {} × {} mm im Druck.",
        crate::text::fixed(f64::from(width_mm), 0),
        crate::text::fixed(f64::from(height_mm), 0)
    )
}

pub const KIND_VERSION: &str = "Fassung";
pub const VERSION_HINT: &str =
    "Das Handlungsprogramm, wie es an diesem Tag festgehalten wurde. Spätere Änderungen und Importe ändern es nicht.";
pub const VERSION_FROZEN: &str = "Die Fassung steht fest. Geprüft wird, ob sie Werte zeigt, die heute gesperrt sind.";
pub const VERSION_OF_ONE: &str = "Eine Fassung gehört zu einem Aktionsraum. Für alle ein anderes Dokument auswählen.";

/// `Fassung vom 08.07.2026, Beschluss des Rates`
pub fn version(day: jiff::civil::Date, anlass: &str) -> String {
    let anlass = anlass.trim();
    let why = if anlass.is_empty() { String::new() } else { format!(", {anlass}") };
    format!("{}{why}", crate::text::versions::mark(day))
}

pub const PREVIEW: &str = "Vorschau";
pub const PREVIEW_HINT: &str = "Die Seiten des Dokuments lesen, bevor es ausgegeben wird";
pub const PREVIEW_CLOSE: &str = "Zurück zu den Berichten";
pub const PREVIEW_ONE: &str = "Einen Aktionsraum oder den Vergleich auswählen.";
pub const PREVIOUS_PAGE: &str = "Vorige Seite";
pub const NEXT_PAGE: &str = "Nächste Seite";
pub const WHOLE_PAGE: &str = "Ganze Seite";
pub const FULL_WIDTH: &str = "Breite";
pub const SETTING_PAGES: &str = "Seiten werden gesetzt …";
pub const NO_PAGES: &str = "Die Seiten lassen sich nicht zeigen.";
pub const NO_TYPESETTER: &str = "Diese Ausgabe des Programms zeigt keine Seiten.";

/// The typesetter ended without pages.
pub fn pages_lost() -> Message {
    Message::new(
        NO_PAGES,
        "Das Setzen der Seiten ist unerwartet abgebrochen.",
        "Ihre Daten und das Dokument sind davon nicht betroffen.",
        "Wählen Sie ein anderes Dokument und dann wieder dieses. Ausgeben lässt sich das Dokument auch ohne Vorschau.",
    )
}

/// `Seite 3 von 29`
pub fn page(page: usize, pages: usize) -> String {
    format!("Seite{NBSP}{page} von{NBSP}{pages}")
}

/// `Handlungsprogramm Marten, Seite 3 von 29`
pub fn page_of(title: &str, at: usize, pages: usize) -> String {
    format!("{title}, {}", page(at, pages))
}

/// `5.1 Handlungsbedarf, Seite 7`
pub fn heading_on(number: &str, title: &str, page: usize) -> String {
    format!("{number} {title}, Seite{NBSP}{page}")
}

pub const SHORT: &str = "Kurzfassung";
pub const LONG: &str = "Langfassung";
pub const SHORT_HINT: &str =
    "Für Vorlage und Förderantrag, höchstens 25 Seiten, ohne einzelne Steckbriefe der Maßnahmen.";
pub const LONG_HINT: &str = "Alles: Text, Steckbriefe der Maßnahmen, Kosten- und Zeitplan, Methode und Quellen.";

pub const BEFORE: &str = "Vor der Ausgabe prüfen";
pub const CHECKING: &str = "Prüfpunkte werden ermittelt …";
pub const CHECKED: &str = "Nichts offen.";
pub const SETTLE: &str = "Stelle zeigen";
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
pub const PDF: &str = "PDF, barrierefrei";
pub const PDF_HINT: &str = "PDF/UA-1 nach der Prüfung des Satzprogramms; Abbildungen tragen Textalternativen.";
pub const NO_PDF_HINT: &str = "Diese Ausgabe des Programms enthält kein PDF. Speichern Sie das Word- oder OpenDocument-Dokument von dort als PDF.";
pub const XLSX: &str = "Excel-Tabellen (XLSX)";
pub const XLSX_HINT: &str =
    "Kennwerte, Ziele, Maßnahmen, Geld, Angebote, Akteure, Beteiligung, Verfahren, Monitoring; Summen rechnen mit.";
pub const CSV: &str = "Tabellen (CSV)";
pub const CSV_HINT: &str = "Ein Ordner mit den Tabellen der Excel-Ausgabe, je Tabelle eine Datei: Semikolon, Dezimalkomma, UTF-8. Summen stehen als Zahlen darin.";
pub const CONTACTS: &str = "Kontaktpersonen anhängen";
pub const CONTACTS_HINT: &str =
    "Personenbezogene Daten: nur, wenn der Empfänger sie braucht. Ohne dieses Häkchen nennt kein Dokument eine Person.";
pub const CONTACTS_PUBLIC: &str =
    "Eine Ratsvorlage ist öffentlich. Namen und Kontakte stehen danach im Ratsinformationssystem.";
pub const CHOOSE_FORMAT: &str = "Mindestens ein Format auswählen.";
pub const WHERE: &str = "Ordner";
pub const ASKED: &str = "wird bei der Ausgabe erfragt";
pub const OUTLINE: &str = "Gliederung";

pub const BEGIN_TITLE: &str = "Noch kein Handlungsprogramm für diesen Aktionsraum";
pub const BEGIN: &str = "Zum Handlungsprogramm";
pub const BEGIN_WHY: &str =
    "Ein Bericht entsteht aus einem Handlungsprogramm. Sein Text wird aus den Daten vorbereitet.";
pub const EMPTY_TITLE: &str = "Noch keine Berichte";
pub const EMPTY_WHY: &str = "Berichte entstehen aus Handlungsprogrammen. Beginnen Sie eines, dann können Sie es hier als Word-Dokument, OpenDocument-Text, PDF oder Excel-Tabelle ausgeben.";
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
    match programmes {
        1 => "Alle (bisher eines)".to_owned(),
        more => format!("Alle{NBSP}{more} Handlungsprogramme"),
    }
}

/// `13 Aktionsräume, 5 mit Handlungsprogramm`
pub fn subtitle(areas: usize, programmes: usize) -> String {
    format!("{areas} Aktionsräume, {programmes} mit Handlungsprogramm")
}

/// `2027 bis 2029`
pub fn years(first: i16, last: i16) -> String {
    format!("{first} bis {last}")
}

/// `Datei 4 von 13`
pub fn progress(done: u64, total: u64) -> String {
    format!("Datei {} von {total} wird geschrieben", (done + 1).min(total.max(1)))
}

/// `2 Fehler`
pub fn errors(number: usize) -> String {
    format!("{number} Fehler")
}

/// `16`; with errors `2 Fehler · 16`
pub fn points(number: usize, errors: usize) -> String {
    if errors == 0 { count(number) } else { format!("{errors} Fehler · {}", count(number)) }
}

/// `2 Fehler · 5 zu prüfen · 1 Hinweis`
pub fn counted(errors_found: usize, warnings_found: usize, infos_found: usize) -> String {
    let parts = [(errors_found, errors as fn(usize) -> String), (warnings_found, warnings), (infos_found, infos)];
    let said: Vec<String> =
        parts.into_iter().filter(|(number, _)| *number > 0).map(|(number, say)| say(number)).collect();
    said.join(" · ")
}

/// Some areas have errors and can be given out nevertheless.
pub fn errors_in(areas: usize) -> String {
    let where_they_are =
        if areas == 1 { "In einem Aktionsraum".to_owned() } else { format!("In {areas} Aktionsräumen") };
    format!("{where_they_are} stehen Fehler. „Alle ausgeben …“ schreibt die Dokumente trotzdem.")
}

/// Some areas have points to be checked and can be given out nevertheless.
pub fn warnings_in(areas: usize) -> String {
    let where_they_are =
        if areas == 1 { "In einem Aktionsraum".to_owned() } else { format!("In {areas} Aktionsräumen") };
    format!("{where_they_are} ist noch etwas zu prüfen. „Alle ausgeben …“ schreibt die Dokumente trotzdem.")
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
    format!("{number} weitere zeigen")
}

/// Back to the first points.
pub fn fewer() -> String {
    "Weniger zeigen".to_owned()
}

/// `6, bleiben im Dokument gesperrt`
pub fn suppressed(number: usize) -> String {
    if number == 0 { "keine".to_owned() } else { format!("{}, bleiben im Dokument gesperrt", count(number)) }
}

/// `26: je Dokument 2`
pub fn files(documents: usize, formats: usize) -> String {
    if documents == 1 || formats == 1 {
        return count(documents * formats);
    }
    format!("{} ({formats} je Dokument)", count(documents * formats))
}
