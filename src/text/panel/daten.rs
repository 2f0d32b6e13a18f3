//! Words of the place Daten and of the import preview.

#![allow(missing_docs)]

use crate::domain::{Direction, Period, Status};
use crate::text::date_of;
use crate::text::number::{NBSP, count, decimal};

pub const READING: &str = "Das Einlesen";
/// A step of the planner in the preview, for undo.
pub const MAPPING_STEP: &str = "Zuordnung geändert";
pub const PASTED_NAME: &str = "Zwischenablage";
pub const IMPORTED_HINT: &str = "Als ein Schritt umkehrbar.";

/// `4.212 neue und 38 geänderte Werte. Als ein Schritt umkehrbar.`
pub fn values_taken_over(new: u32, changed: u32, unchanged: u32) -> String {
    let values = match (new, changed) {
        (0, 0) => return format!("Kein neuer Wert, {} unverändert. {IMPORTED_HINT}", count(unchanged)),
        (new, 0) => format!("{} {}", count(new), if new == 1 { "neuer Wert" } else { "neue Werte" }),
        (0, changed) => {
            format!("{} {}", count(changed), if changed == 1 { "geänderter Wert" } else { "geänderte Werte" })
        }
        (new, changed) => format!("{} neue und {} geänderte Werte", count(new), count(changed)),
    };
    format!("{values}. {IMPORTED_HINT}")
}

pub const TAB_STOCK: &str = "Bestand";
pub const TAB_INDICATORS: &str = "Indikatoren";
pub const TAB_IMPORTS: &str = "Importe";
pub const TAB_AREAS: &str = "Räume";

pub const INDICATOR: &str = "Indikator";
pub const VALUES: &str = "Werte";
pub const AREA: &str = "Gebiet";
pub const LEVEL: &str = "Ebene";
pub const LEVEL_FILTER: &str = "Nur diese Ebene";
pub const LIST_OF_INDICATORS: &str = "Liste der Indikatoren";
pub const LIST_OF_IMPORTS: &str = "Liste der Importe";
pub const LIST_OF_AREAS: &str = "Liste der Räume";
pub const ALL_LEVELS: &str = "Alle Ebenen";
pub const NONE: &str = "–";
pub const NO_DIMENSION: &str = "Ohne Dimension";
pub const COPY: &str = "Kopieren";
pub const NO_VALUES: &str = "Noch keine Werte";
pub const NO_VALUES_WHY: &str = "Zu diesem Indikator wurde noch keine Tabelle eingelesen.";
pub const EMPTY_TITLE: &str = "Noch keine Daten";
pub const EMPTY_WHY: &str = "Lesen Sie eine Tabelle mit Werten für Ihre Gebiete ein. Vor dem Speichern sehen Sie jede Zelle und wie sie gelesen wird.";
pub const EMPTY_HINT: &str = "Oder Tabelle kopieren und hier mit Strg+V einfügen.";
pub const PASTE_HINT: &str = "Eine kopierte Tabelle öffnet mit Strg+V die Vorschau.";

pub const KEY: &str = "Schlüssel";
pub const NAME: &str = "Name";
pub const PARENT: &str = "Gehört zu";
pub const VALIDITY: &str = "Gültig";
pub const POPULATION: &str = "Einwohner";
pub const NO_AREAS: &str = "Noch keine Räume";
pub const NO_AREAS_WHY: &str = "Räume entstehen beim Einlesen einer Tabelle, wenn Sie das dort so festlegen.";
pub const AREA_SETS: &str = "Raummengen";
pub const NO_AREA_SETS: &str = "Noch keine Raummengen";

pub const FILE: &str = "Datei";
pub const TIME: &str = "Eingelesen";
pub const FILE_DATE: &str = "Datum der Datei";
pub const WITHOUT_VALUE: &str = "ohne Wert";
pub const REFUSED: &str = "abgelehnt";
pub const STATE: &str = "Stand";
pub const SOURCE: &str = "Quelle";
pub const SIZE: &str = "Größe";
pub const SHEET: &str = "Blatt";
pub const CHECKSUM: &str = "Prüfsumme";
pub const ACTIVE: &str = "gilt";
pub const WITHDRAWN: &str = "zurückgezogen";
pub const REPLACED: &str = "ersetzt";
pub const PARTLY_REPLACED: &str = "gilt, teils ersetzt";
pub const WITHDRAW: &str = "Zurückziehen";
pub const REINSTATE: &str = "Wieder gelten lassen";
pub const WITHDRAW_HINT: &str = "Zurückgezogene Werte zählen nicht mehr. Sie bleiben gespeichert.";
pub const SOURCE_NOTE: &str = "Quellenangabe";
pub const SOURCE_NOTE_HINT: &str = "So wird die Quelle in Texten und Berichten genannt.";
pub const MAPPING: &str = "Zuordnung";
pub const NO_IMPORTS: &str = "Noch keine Importe";
pub const DEMONSTRATION: &str = "Beispieldaten";
pub const DEMONSTRATION_HINT: &str = "Alle Werte dieser Tabelle sind erfunden und werden überall so gekennzeichnet.";

pub const CARD: &str = "Karte des Indikators";
pub const ADD_CARD: &str = "Karte anlegen";
pub const REMOVE_CARD: &str = "Karte entfernen";
pub const CARD_HAS_VALUES: &str = "Zu diesem Indikator gibt es Werte.";
pub const NEW_CARD: &str = "Neuer Indikator";
pub const NO_INDICATORS: &str = "Noch keine Indikatoren";
pub const NO_INDICATORS_WHY: &str = "Karten entstehen beim Einlesen einer Tabelle. Sie können sie auch selbst anlegen.";
pub const CODE: &str = "Kürzel";
pub const CODE_NOTE: &str = "Buchstaben ohne Umlaute, Ziffern, _ und -";
pub const DEFINITION: &str = "Definition";
pub const MEASURE: &str = "Messung";
pub const NUMERATOR: &str = "Zähler";
pub const DENOMINATOR: &str = "Nenner";
pub const AGE_BOUNDS: &str = "Altersgrenzen";
pub const UNIT: &str = "Einheit";
pub const SCALE: &str = "Faktor";
pub const SCALE_NOTE: &str = "Wert = Zähler / Nenner × Faktor: 100 für Prozent, 1.000 für Raten je 1.000.";
pub const DECIMALS: &str = "Nachkommastellen";
pub const IS_POPULATION: &str = "Ist die Reihe der Einwohnerzahlen";
pub const IS_POPULATION_SHORT: &str = "Einwohnerzahl";
pub const DIRECTION: &str = "Richtung";
pub const PLACE: &str = "Einordnung";
pub const DIMENSION: &str = "Dimension";
pub const HANDLUNGSFELD: &str = "Handlungsfeld";
pub const NO_FIELD: &str = "keinem zugeordnet";
pub const CAVEAT: &str = "Hinweis zum Lesen";
pub const BREAKS: &str = "Brüche der Reihe";
pub const BREAK_YEAR: &str = "ab Jahr";
pub const BREAK_REASON: &str = "Was sich geändert hat";
pub const REMOVE_BREAK: &str = "Bruch entfernen";
pub const ADD_BREAK: &str = "Bruch hinzufügen";

pub const PREVIEW: &str = "Import prüfen";
pub const PREVIEW_PATH: &str = "Daten › Import";
pub const NOTHING_STORED: &str = "Noch ist nichts gespeichert.";
pub const ONE_STEP: &str = "Der Import ist als ein Schritt umkehrbar.";
pub const COMMIT: &str = "Importieren";
pub const CANCEL: &str = "Abbrechen";
pub const DRAFTING: &str = "Zellen werden gelesen";
pub const STOP: &str = "Anhalten";
pub const WRITING: &str = "Werte werden gespeichert";
pub const WAIT_FOR_WRITING: &str = "Die Werte werden gerade gespeichert.";
pub const STOPPED: &str = "Import abgebrochen";
pub const STOPPED_HINT: &str = "Am Projekt hat sich nichts geändert.";
pub const DISCARD_IMPORT: &str = "Import verwerfen?";
pub const SKIP_DECIDED: &str = "Tabelle überspringen?";
pub const DISCARD: &str = "Verwerfen";
pub const GO_ON_CHECKING: &str = "Weiter prüfen";
pub const DISCARD_KEPT: &str =
    "Am Projekt ändert sich nichts. Mit „Zuordnung speichern unter …“ können Sie Ihre Entscheidungen vorher aufheben.";
pub const WAIT_FOR_DRAFT: &str = "Die Zellen werden noch gelesen.";
pub const NO_ROWS: &str = "Aus der Tabelle ergibt sich noch kein Wert.";
pub const NOTHING_OPEN: &str = "nichts offen";
pub const COUNT_NEW: &str = "Werte neu";
pub const COUNT_CHANGED: &str = "geändert";
pub const COUNT_WITHOUT: &str = "ohne Wert";
pub const COUNT_REFUSED: &str = "abgelehnt";

pub const SAVED: &str = "Gespeichert";
pub const COUNT_UNCHANGED: &str = "unverändert";
pub const SHOW_CHANGES: &str = "ansehen";
pub const SHOW_REASONS: &str = "Gründe";
pub const SKIP_TABLE: &str = "Überspringen";
pub const SAVE_MAPPING: &str = "Zuordnung speichern unter …";
pub const LOAD_MAPPING: &str = "Zuordnung laden …";
pub const HIDDEN: &str = "ausgeblendet";
pub const AREA_AS_ABOVE: &str = "Gebiet wie darüber";
pub const AREA_AS_ABOVE_HINT: &str = "Zeilen ohne Gebiet gehören zum Gebiet, das zuletzt darüber steht.";
pub const KEEP_ORIGINAL: &str = "Original aufbewahren";
pub const KEEP_ORIGINAL_HINT: &str = "Die Originaldatei kommt mit dem Import in das Projekt, komprimiert.";
pub const PACKING: &str = "Die Originaldatei wird komprimiert.";
pub const SAVE_ORIGINAL: &str = "Originaldatei speichern …";
pub const ORIGINAL_FILE: &str = "Original";
pub const ORIGINAL_NOT_KEPT: &str = "nicht aufbewahrt";

pub const ROW_MENU: &str = "Was ist diese Zeile?";
pub const ROW_IS_TITLE: &str = "Titel, nicht einlesen";
pub const ROW_IS_HEADER: &str = "Kopfzeile";
pub const ROW_IS_FIRST: &str = "Erste Datenzeile";
pub const ROW_IS_LAST: &str = "Letzte Datenzeile";
pub const ROW_LEVEL: &str = "Ebene des Gebiets in dieser Zeile";
pub const ROW_OUT: &str = "Zeile auslassen";
pub const ROW_OUT_HINT: &str = "Auslassen gilt nur für diese Datei, nicht für die nächste ihrer Art.";
pub const ROW_IN: &str = "Zeile einlesen";
pub const COLUMN_TYPE: &str = "Typ";
pub const OF_INDICATOR: &str = "Indikator";
pub const DECIMAL_MARK: &str = "Dezimalzeichen";
pub const MARK_FROM_VALUES: &str = "aus den Werten";
pub const FACTOR: &str = "Werte";
pub const CLOSE_COLUMN: &str = "Spalte schließen";
pub const COLUMN_PERIOD_HINT: &str = "Leer: der Stand der ganzen Tabelle.";

pub const CHECK_LIST: &str = "Prüfliste";
pub const ONLY: &str = "Nur diese Hinweise";
pub const EXPORT_CHECKS: &str = "Prüfliste als CSV oder Excel speichern …";
pub const JUMP_KEYS: &str = "F8 springt zur nächsten offenen Frage oder Zelle, Umschalt+F8 zur vorigen.";
pub const PROPOSE_ANEW: &str = "Ohne diese Zuordnung vorschlagen";
pub const SHOW_QUESTIONS: &str = "zeigen";
pub const SHOW_QUESTIONS_KEY: &str = "F8 springt zur nächsten offenen Frage";
pub const ALL_ISSUES: &str = "alle";

pub const SELECT_ALL: &str = "Alle auswählen";
pub const KEEP: &str = "unverändert";
pub const NOTES: &str = "Hinweise";
pub const MATTERS: &str = "offen, abgelehnt, prüfen";
pub const NOTHING_NOTICED: &str = "Nichts aufgefallen.";
pub const NOTHING_NOTICED_YET: &str = "Bisher nichts aufgefallen; was noch offen ist, wird erst dann geprüft.";

pub const STEP_FILE: &str = "1 Datei";
pub const STEP_READ: &str = "2 Lesen";
pub const STEP_ASSIGN: &str = "3 Zuordnen";
pub const HEADER_ROWS: &str = "Kopfzeilen";
pub const DATA_ROWS: &str = "Datenzeilen";
pub const NUMBERS: &str = "Zahlen";
pub const COMMA_FORM: &str = "Deutsch 1.234,5";
pub const POINT_FORM: &str = "Englisch 1,234.5";
pub const NO_MARK: &str = "eindeutig";
pub const FIRST_CELLS: &str = "Aus den ersten Zeilen.";
pub const MIXED_MARKS: &str = "je Spalte verschieden";
pub const AS_TEXT: &str = "als Text";
pub const LEGEND: &str = "Zeichen statt Zahl";
pub const LEGEND_HINT: &str = "Der Grund bleibt an jedem Wert gespeichert.";
pub const BLANK: &str = "leer";

pub const PREVIEW_TABLE: &str = "Vorschau";
pub const ORIGINAL: &str = "Original";
pub const AS_READ: &str = "Gelesen";
pub const ROLE_ROW: &str = "Typ";
pub const TARGET_ROW: &str = "Ziel";
pub const TITLE_SKIPPED: &str = "Titel, übersprungen";
pub const ROW_SKIPPED: &str = "übersprungen";
pub const NUMBER: &str = "Zahl";
pub const TEXT: &str = "Text";
pub const SIGN: &str = "Zeichen";
pub const TO_CHECK: &str = "prüfen";
pub const NOT_TAKEN: &str = "abgelehnt";
pub const NOTE: &str = "Hinweis";

pub const ROLE_IGNORE: &str = "nicht einlesen";
pub const ROLE_NUMERATOR: &str = "Zähler";
pub const ROLE_DENOMINATOR: &str = "Nenner";
pub const ROLE_INDICATOR_NAME: &str = "Indikatorname";
pub const ROLE_VALUE: &str = "Wert";
pub const PERIOD: &str = "Stand";
pub const PERIOD_EXAMPLE: &str = "z. B. 31.12.2025";

pub const AREA_LEVEL: &str = "Ebene der Gebiete";
pub const OPEN: &str = "offen";
pub const PLEASE_CHECK: &str = "bitte prüfen";
pub const DECIDE_ONE_BY_ONE: &str = "Unbekannte Gebiete einzeln entscheiden";
pub const TAKE_BACK: &str = "Zurücknehmen";
pub const REMOVE_BLOCK: &str = "Einteilung entfernen";
pub const LEVEL_HERE: &str = "Ebene dieser Gebiete";
pub const BLOCKS_ABOVE: &str = "Die Ebene der Zeilen können Sie oben ändern.";
pub const LEVEL_FIRST: &str = "Erst die Ebene der Gebiete wählen.";
pub const CREATE_ALL: &str = "Alle anlegen";
pub const TAKE_PROPOSALS: &str = "Vorschläge übernehmen";
pub const SKIP_ALL: &str = "Alle auslassen";
pub const SKIP: &str = "auslassen";
pub const CHOOSE: &str = "wählen";
pub const COLUMN: &str = "Spalte";
pub const CREATE_COLUMN: &str = "Anlegen";
pub const SAME_CONTENT: &str = "Gleichsetzen";
pub const OWN_INDICATOR: &str = "Neuer Indikator";
pub const DO_NOT_READ: &str = "Nicht einlesen";
pub const DRIFT: &str = "Überschriften weichen ab";
pub const DRIFT_HINT: &str = "Umbenannte Spalten behalten ihren Inhalt, neue bleiben ungelesen, fehlende entfallen.";
/// A difference about which the planner has said something.
pub const ANSWERED: &str = "geklärt";
pub const SETTLE_DRIFT: &str = "Alles so übernehmen";
pub const ALL_BELONG_TO: &str = "Alle gehören zu";
pub const NO_PARENT: &str = "keinem Gebiet";
pub const COUNT_OPEN: &str = "offen";
pub const NIL_YES: &str = "Ja, genau null";
pub const NIL_NO: &str = "Nein, ohne Angabe";
pub const SUMS_OUT: &str = "Zwischensummen, auslassen";
pub const SUMS_IN: &str = "Eigene Gebiete, mitlesen";
pub const SUBTOTALS_OUT: &str = "Auslassen";
pub const SUBTOTALS_IN: &str = "Mitlesen";
pub const NEW_INDICATOR: &str = "neu anlegen";
pub const NO_NUMBER: &str = "keine Zahl";
pub const AS_WRITTEN: &str = "Original";
pub const WITH_COMMA: &str = "mit Komma";
pub const WITH_POINT: &str = "mit Punkt";
pub const MARK_COMMA: &str = "Dezimalkomma";
pub const MARK_POINT: &str = "Dezimalpunkt";
/// `Dezimalkomma in allen 4 offenen Spalten`
pub fn mark_in_all(columns: usize, comma: bool) -> String {
    format!("{} in allen {columns} offenen Spalten", if comma { MARK_COMMA } else { MARK_POINT })
}

pub const TIMES_HUNDRED: &str = "Mit 100 malnehmen";
pub const AS_IT_IS: &str = "So lassen";
pub const UNCHANGED: &str = "Wie geschrieben";
pub const ROWS_REFUSED: &str = "Nicht übernehmen";
pub const ROWS_CUT: &str = "Überzählige Zellen weglassen";
pub const TAKE_VALUES: &str = "Werte übernehmen";
pub const NO_VALUE: &str = "Ohne Wert";
pub const NEW_INDICATORS_HINT: &str = "Name, Einheit und Richtung können Sie vor dem Import ändern.";

pub const ODD_CELLS: &str = "Auffällige Zellen";
pub const NONE_WORD: &str = "keine";
pub const NEXT_CELL: &str = "Nächste auffällige Zelle";
pub const PREVIOUS_CELL: &str = "Vorherige auffällige Zelle";
pub const NO_MEANING: &str = "unbekannt";
pub const SKIP_ROW: &str = "Zeile auslassen";
pub const WHOLE_FILE: &str = "Datei";
pub const CHANGED_VALUES: &str = "Geänderte Werte";

fn number(value: usize) -> String {
    count(i64::try_from(value).unwrap_or(i64::MAX))
}

/// `Einheit %, hoher Wert = belasteter`
pub fn unit_and_direction(unit: &str, direction: &str) -> String {
    if unit.is_empty() { direction.to_owned() } else { format!("in {unit} · {direction}") }
}

/// Name of a number that can be clicked: `Herkunft: Arbeitslosenrate, Marten, 2025`
pub fn value_name(indicator: &str, area: &str, period: &str) -> String {
    format!("Herkunft: {indicator}, {area}, {period}")
}

/// `39 Räume`
pub fn areas_listed(n: usize) -> String {
    if n == 1 { "1 Raum".into() } else { format!("{} Räume", number(n)) }
}

/// `13 Räume` of a set.
pub fn members(n: usize) -> String {
    areas_listed(n)
}

/// `seit 2008`, `2008–2020`
pub fn validity(from: Option<i16>, to: Option<i16>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("seit {from}"),
        (None, Some(to)) => format!("bis {to}"),
        (None, None) => String::new(),
    }
}

/// `9.680 (2025)`
pub fn population(value: f64, period: &str) -> String {
    format!("{} ({period})", decimal(value, 0))
}

/// `214 KB`
pub fn size(bytes: u64) -> String {
    if bytes < 1024 {
        return format!("{bytes}{NBSP}Byte");
    }
    #[expect(clippy::cast_precision_loss, reason = "a size to read")]
    let kilobytes = bytes as f64 / 1024.0;
    if kilobytes < 1024.0 {
        format!("{}{NBSP}KB", decimal(kilobytes, 0))
    } else {
        format!("{}{NBSP}MB", decimal(kilobytes / 1024.0, 1))
    }
}

/// `12 Karten`
pub fn cards_listed(n: usize) -> String {
    if n == 1 { "1 Karte".into() } else { format!("{} Karten", number(n)) }
}

/// Code of a card without a name yet.
pub fn new_code(n: u32) -> String {
    format!("neu-{n}")
}

/// What a direction does.
pub fn direction_why(direction: Direction) -> &'static str {
    match direction {
        Direction::HighIsNeed => "Ein hoher Wert spricht für mehr Bedarf, zum Beispiel die Arbeitslosenrate.",
        Direction::LowIsNeed => "Ein niedriger Wert spricht für mehr Bedarf, zum Beispiel die Beschäftigungsquote.",
        Direction::Context => "Beschreibt die Lage und geht nicht in die Rangfolge ein.",
    }
}

/// What closing the preview loses; `waiting` tables stand behind the present one.
pub fn import_is_lost(waiting: usize) -> String {
    let decisions = "Ihre Entscheidungen zu dieser Tabelle gehen verloren";
    match waiting {
        0 => format!("{decisions}."),
        1 => format!("{decisions}, und 1 weitere Tabelle wird nicht gelesen."),
        n => format!("{decisions}, und {} weitere Tabellen werden nicht gelesen.", number(n)),
    }
}

/// A running reading, with how far it is once that is known.
pub fn reading_file(name: &str, (done, total): (u64, u64)) -> String {
    match (done.min(total) * 100).checked_div(total) {
        Some(percent) => format!("„{name}“ wird gelesen: {percent} %"),
        None => format!("„{name}“ wird gelesen"),
    }
}

/// Proposed name of a file with a mapping.
pub fn mapping_file_name(table: &str) -> String {
    format!("Zuordnung {table}.toml")
}

/// Proposed name of a file with the check list.
pub fn checks_file_name(table: &str) -> String {
    format!("Prüfliste {table}.csv")
}

/// Notice that a mapping from a file was applied.
pub fn loaded(file: &str) -> String {
    format!("Zuordnung aus „{file}“ angewendet.")
}

/// `Tabelle 2 von 3`
pub fn table_of(at: usize, all: usize) -> String {
    format!("Tabelle {}", one_of(at, all))
}

/// `Text, UTF-8, Semikolon`
pub fn text_format(encoding: &str, separator: char) -> String {
    let separator = match separator {
        ';' => "Semikolon",
        ',' => "Komma",
        '\t' => "Tabulator",
        '|' => "senkrechter Strich",
        _ => "anderes Trennzeichen",
    };
    format!("{encoding} · {separator}")
}

/// `2025 (1 von 9), ausgeblendet`
pub fn hidden_sheet(sheet: &str) -> String {
    format!("{sheet}, {HIDDEN}")
}

/// Size of the original as it will be kept.
pub fn original_kept(size_bytes: u64, packed_bytes: u64) -> String {
    format!("{}, im Projekt {}", size(size_bytes), size(packed_bytes))
}

/// Name of a row number: `Zeile 12`, with what is special about it.
pub fn row_named(row: u32, hidden: bool) -> String {
    let name = format!("Zeile {}", count(row + 1));
    if hidden { format!("{name}, {HIDDEN}") } else { name }
}

/// Name of a column letter that can be clicked.
pub fn edit_column(letters: &str) -> String {
    format!("Spalte {letters} bearbeiten")
}

/// `abgelehnt (3)`
pub fn with_count(word: &str, n: u64) -> String {
    format!("{word} ({})", count(i64::try_from(n).unwrap_or(i64::MAX)))
}

/// `3 ausgewählt: gemeinsam setzen`
pub fn set_for(n: usize) -> String {
    format!("{} ausgewählt, gemeinsam setzen", number(n))
}

/// Name of the box that selects a card.
pub fn select_card(name: &str) -> String {
    format!("„{name}“ auswählen")
}

/// Name of a sentence in the check list, with its place.
pub fn issue_name(place: &str, sentence: &str) -> String {
    format!("{place}: {sentence}")
}

/// The selected cell with what it was read as: `Zelle C3 · Original: 9,6² → gelesen: 9,6`.
pub fn with_reading(cell: &str, read: Option<&str>) -> String {
    read.map_or_else(|| cell.to_owned(), |read| format!("{cell} → gelesen: {read}"))
}

/// `im Projekt, 12 KB`
pub fn kept(packed_bytes: u64) -> String {
    format!("im Projekt, {}", size(packed_bytes))
}

/// `3 neue Gebiete`
pub fn new_areas(n: usize) -> String {
    if n == 1 { "1 neues Gebiet".into() } else { format!("{} neue Gebiete", number(n)) }
}

/// `Marten (Sozialraum)`
pub fn named_on(name: &str, level: &str) -> String {
    format!("{name} ({level})")
}

/// Name of the button that leaves a new area out.
pub fn do_not_create(name: &str) -> String {
    format!("„{name}“ nicht anlegen")
}

/// Name of the list with what a new area belongs to.
pub fn parent_of(name: &str) -> String {
    format!("„{name}“ gehört zu")
}

/// A column whose heading is another than expected.
pub fn column_renamed(letters: &str, was: &str, now: &str) -> String {
    format!("Spalte {letters} hieß „{was}“ und heißt jetzt „{now}“. Ist dasselbe gemeint?")
}

/// A column that the mapping does not know.
pub fn column_new(heading: &str, is_read: bool) -> String {
    format!("„{heading}“ ist neu und wird {} eingelesen.", if is_read { "jetzt" } else { "nicht" })
}

/// A column that was read and is gone.
pub fn column_missing(heading: &str) -> String {
    format!("„{heading}“ fehlt in dieser Tabelle.")
}

/// The way to read a new column.
pub fn read_column(letters: &str) -> String {
    format!("Spalte {letters} festlegen")
}

/// What an import replaces: `Ersetzt 12 Werte aus „a.csv“, davon 3 geändert.`
pub fn replaces(file: &str, values: u32, changed: u32) -> String {
    format!("Ersetzt {} Werte aus „{file}“, davon {} geändert.", count(values), count(changed))
}

/// What replaced values of an import.
pub fn replaced_by(file: &str, values: u32) -> String {
    format!("{} Werte sind durch „{file}“ ersetzt.", count(values))
}

/// `„9,6²“ → 9,6`
pub fn before_and_after(before: &str, after: &str) -> String {
    format!("{} → {after}", quoted(before))
}

/// `neu: Arbeitslosenrate`
pub fn new_card_named(name: &str) -> String {
    format!("neu: {name}")
}

/// Name of the field with the period of a column.
pub fn period_of_column(letters: &str) -> String {
    format!("Stand der Spalte {letters}")
}

/// A new card has the name of another one.
pub fn same_name(name: &str) -> String {
    format!(
        "„{name}“: Eine Karte mit diesem Namen gibt es schon, mit anderer Einheit oder Bezugsgröße. Beide bleiben getrennt."
    )
}

/// `214 KB · vom 12.11.2026`
pub fn file_facts(bytes: u64, date: Option<&str>) -> String {
    date.map_or_else(|| size(bytes), |stamp| format!("{} · vom {}", size(bytes), date_of(stamp)))
}

/// `2 weitere Dateien warten`
pub fn files_waiting(n: usize) -> String {
    if n == 1 { "1 weitere Datei wartet".into() } else { format!("{} weitere Dateien warten", number(n)) }
}

/// `2025 (1 von 9)`
pub fn sheet_of(name: &str, at: usize, all: usize) -> String {
    format!("{name} ({at} von {all})")
}

/// Rows counted from 0 as a planner reads them: `2 bis 3`, `4`, `keine`.
pub fn row_span(first: Option<u32>, last: Option<u32>) -> String {
    match (first, last) {
        (Some(first), Some(last)) if first == last => (first + 1).to_string(),
        (Some(first), Some(last)) => format!("{} bis {}", first + 1, last + 1),
        (None, _) | (_, None) => "keine".into(),
    }
}

/// Reads `2 bis 3`, `2-3`, `4`; rows count from 0 in the answer. Nothing for `keine`.
pub fn parse_rows(input: &str) -> Option<(u32, u32)> {
    let mut numbers = input
        .replace('.', "")
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|part| part.parse::<u32>().ok())
        .collect::<Vec<_>>()
        .into_iter();
    let first = numbers.next()?.checked_sub(1)?;
    let last = numbers.next().map_or(Some(first), |last| last.checked_sub(1))?;
    (last >= first).then_some((first, last))
}

/// Head of the box with samples.
pub fn sample_title(comma: Option<bool>) -> &'static str {
    match comma {
        Some(true) => "Probe: Dezimalkomma",
        Some(false) => "Probe: Dezimalpunkt",
        None => "Probe",
    }
}

/// `„9.680“`
pub fn quoted(text: &str) -> String {
    format!("„{}“", text.trim())
}

/// A number with as many decimals as it needs.
pub fn factor(factor: f64) -> String {
    match factor {
        1.0 => "wie sie dastehen".to_owned(),
        _ => format!("mit {} malnehmen", plain(factor)),
    }
}

/// `mal 1.000`, above values.
pub fn times_short(factor: f64) -> String {
    format!("mal {}", plain(factor))
}

/// Values that no factor multiplies.
pub const WITHOUT_FACTOR: &str = "ohne";

/// `Huckarde?`
pub fn perhaps(name: &str) -> String {
    format!("{name}?")
}

pub fn times(factor: f64) -> String {
    format!("Mit {} malnehmen", plain(factor))
}

pub fn year_alone(year: &str) -> String {
    format!("{year}, mit Fußnotenziffer")
}

pub fn take_value(value: f64) -> String {
    format!("{} übernehmen", plain(value))
}

pub fn plain(value: f64) -> String {
    with_decimals(value, 0)
}

/// A number with all its decimals, at least so many.
fn with_decimals(value: f64, least: u8) -> String {
    let digits = value.abs().to_string();
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    decimal(value, u8::try_from(decimals).unwrap_or(u8::MAX).max(least))
}

/// What a text would have been with the other decimal mark: `nicht 9,68`; empty where it is the same.
pub fn other_reading(text: &str, value: f64, comma: Option<bool>) -> String {
    let Some(comma) = comma else { return String::new() };
    let (mark, other) = if comma { (',', '.') } else { ('.', ',') };
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == ',' || *c == '.').collect();
    let own = digits.replace(other, "").replace(mark, ".").parse::<f64>();
    let swapped = digits.replace(mark, "").replace(other, ".").parse::<f64>();
    let (Ok(own), Ok(swapped)) = (own, swapped) else { return String::new() };
    // A factor of the column counts for either reading; what more stands in the cell is no part of the number.
    let factor = [1.0, 100.0, 1e3, 1e6].into_iter().find(|factor| (own * factor - value.abs()).abs() < 1e-6);
    match factor {
        Some(factor) if (swapped - own).abs() > 1e-9 => {
            format!("nicht {}", plain((swapped * factor * 1e6).round() / 1e6))
        }
        Some(_) | None => String::new(),
    }
}

/// `459 Zahlen geprüft, kein Widerspruch.`
pub fn numbers_checked(numbers: u32, against: usize) -> String {
    let against = match against {
        0 => "kein Widerspruch".to_owned(),
        1 => "eine in anderer Form".to_owned(),
        n => format!("{} in anderer Form", number(n)),
    };
    let word = if numbers == 1 { "Zahl" } else { "Zahlen" };
    format!("{} {word} geprüft, {against}.", count(numbers))
}

/// Name of the list that gives a sign its meaning.
pub fn meaning_of(sign: &str) -> String {
    format!("Bedeutung von „{sign}“")
}

/// `Zeile 1–110 · 68 von 69 Spalten`
pub fn table_facts(rows: u32, read: usize, columns: u16) -> String {
    format!("{} Zeilen · {} von {} Spalten werden gelesen", count(rows), number(read), count(columns))
}

/// What is heard of a cell.
pub fn cell_name(cell: &str, text: &str) -> String {
    if text.is_empty() { format!("{cell}: leer") } else { format!("{cell}: {text}") }
}

/// The selected cell below the table.
pub fn selected_cell(cell: &str, text: &str) -> String {
    let short: String = text.chars().take(90).collect();
    if text.is_empty() { format!("Zelle {cell} · leer") } else { format!("Zelle {cell} · Original: {short}") }
}

/// A value as it was read, with its status where it has one.
pub fn read_value(value: f64, status: Status) -> String {
    read_as_written(value, status, 0)
}

/// The same with as many decimals as the source prints: `11,0` stays `11,0`.
pub fn read_as_written(value: f64, status: Status, decimals: u8) -> String {
    let number = with_decimals(value, decimals);
    match status {
        Status::Reported => number,
        other => format!("{number} {}", crate::text::status_label(other)),
    }
}

/// Name of the list that gives a column its role.
pub fn role_of_column(letters: &str) -> String {
    format!("Typ der Spalte {letters}")
}

/// `Spalte D`
pub fn column_named(letters: &str) -> String {
    format!("Spalte {letters}")
}

/// `D · Arbeitslosenrate`
pub fn column_with_heading(letters: &str, heading: &str) -> String {
    if heading.is_empty() { column_named(letters) } else { format!("{letters} · {heading}") }
}

/// The whole story of a column.
pub fn column_hint(letters: &str, heading: &str, target: &str, note: &str) -> String {
    let note = if note.is_empty() { String::new() } else { format!("\n{note}") };
    format!("{}\n→ {target}{note}", column_with_heading(letters, heading))
}

/// `39 von 39 erkannt`
pub fn areas_found(found: usize, new: usize, asked: usize) -> String {
    match (found, new, asked) {
        (0, 0, 0) => String::new(),
        (0, new, 0) => format!("{} neu", number(new)),
        (found, new, asked) => format!("{} von {} erkannt", number(found), number(found + new + asked)),
    }
}

/// `Stand 2025 · neu`; `column` is the letter of the column in which rows name their periods.
pub fn target_note(period: Option<&str>, column: Option<&str>, part: &str, new: bool) -> String {
    let period = match (column, period) {
        (Some(column), _) => format!("Stand aus Spalte {column}"),
        (None, Some(period)) => format!("Stand {period}"),
        (None, None) => "Stand offen".to_owned(),
    };
    let mut parts = vec![period];
    if !part.is_empty() {
        parts.push(part.to_owned());
    }
    if new {
        parts.push("neu".into());
    }
    parts.join(" · ")
}

/// `68 Spalten mit Werten`
pub fn value_columns(n: usize) -> String {
    match n {
        0 => "Keine Spalte mit Werten erkannt".into(),
        1 => "1 Spalte mit Werten erkannt".into(),
        n => format!("{} Spalten mit Werten erkannt", number(n)),
    }
}

/// `39 Gebiete erkannt`
pub fn areas_known(n: usize) -> String {
    if n == 1 { "1 Gebiet erkannt".into() } else { format!("{} Gebiete erkannt", number(n)) }
}

/// `Neu angelegt werden 99 Stadtteile, 7 Stadtbezirke, 1 Stadt`
pub fn areas_created(levels: &[(&str, usize)]) -> String {
    let parts: Vec<String> = levels.iter().map(|(level, n)| format!("{} {level}", number(*n))).collect();
    format!("Neu angelegt werden: {}", parts.join(", "))
}

/// `Stand 2014`, `Stände 2013, 2014, …`
pub fn periods_found(periods: &[String]) -> String {
    match periods {
        [one] => format!("Stand {one}"),
        [first, .., last] if periods.len() > 4 => {
            let years = periods.iter().map(|label| Period::year_of_label(label)).collect::<Option<Vec<i16>>>();
            let ends = years.and_then(|years| years.iter().copied().min().zip(years.iter().copied().max()));
            let between = match ends {
                Some((first, last)) if first == last => format!("alle {first}"),
                Some((first, last)) => format!("{first} bis {last}"),
                None => format!("{first} bis {last}"),
            };
            format!("{} Stände, {between}", number(periods.len()))
        }
        several => format!("Stände {}", several.join(", ")),
    }
}

/// `3 Gebiete einzeln entschieden`
pub fn areas_chosen(n: usize) -> String {
    if n == 1 { "1 Gebiet einzeln entschieden".into() } else { format!("{} Gebiete einzeln entschieden", number(n)) }
}

/// `3 Zwischensummen ausgelassen`
pub fn subtotals_settled(n: usize, read: bool) -> String {
    let what = if n == 1 { "1 Zwischensumme".to_owned() } else { format!("{} Zwischensummen", number(n)) };
    if read { format!("{what} mitgelesen") } else { format!("{what} ausgelassen") }
}

/// `Zeile 104 bis 110`
pub fn rows_of_block(first: u32, last: u32) -> String {
    if first == last {
        format!("Zeile {}", count(first + 1))
    } else {
        format!("Zeilen {}–{}", count(first + 1), count(last + 1))
    }
}

/// Name of the list with the level of some rows.
pub fn level_of_rows(first: u32, last: u32) -> String {
    format!("Ebene, {}", rows_of_block(first, last))
}

/// `und 47 weitere`
pub fn more_areas(n: usize) -> String {
    format!("und {} weitere", number(n))
}

/// `Alle als Stadtbezirk`
pub fn all_as(level: &str) -> String {
    format!("Alle als {level}")
}

/// `Alle als Stadtteil anlegen`
pub fn create_all_on(level: &str) -> String {
    format!("Alle als {level} anlegen")
}

/// `Zeile 2: Hörde`
pub fn row_and_name(row: u32, name: &str) -> String {
    format!("Zeile {}: {name}", row + 1)
}

/// Name of the list with the level of a row.
pub fn level_of_row(row: u32) -> String {
    format!("Ebene, Zeile {}", row + 1)
}

/// `als Stadtteil anlegen`
pub fn create_on(level: &str) -> String {
    format!("als {level} anlegen")
}

/// `ist Marten (Sozialraum)`
pub fn is_area(name: &str, level: &str) -> String {
    format!("ist {name} ({level})")
}

/// Name of the list that settles an area.
pub fn choice_for(label: &str) -> String {
    format!("Zuordnung von „{label}“")
}

/// `0,097 · 0,12 · 0,3`
pub fn fraction_samples(samples: &[f64]) -> String {
    samples.iter().map(|value| plain(*value)).collect::<Vec<_>>().join(" · ")
}

/// `68 neue Indikatoren`
pub fn new_indicators(n: usize) -> String {
    if n == 1 { "1 neuer Indikator".into() } else { format!("{} neue Indikatoren", number(n)) }
}

/// `Arbeitslosenrate · %`
pub fn card_line(name: &str, unit: &str) -> String {
    if unit.is_empty() { name.to_owned() } else { format!("{name} · {unit}") }
}

/// `1 von 3`
pub fn one_of(at: usize, all: usize) -> String {
    format!("{} von {}", number(at), number(all))
}

/// `3 von 38`
pub fn shown_of(shown: usize, all: usize) -> String {
    one_of(shown, all)
}

/// `12 weitere Hinweise ohne Folgen`
pub fn for_the_record(n: u64) -> String {
    if n == 1 {
        "1 Hinweis ohne Folgen".into()
    } else {
        format!("{} Hinweise ohne Folgen", count(i64::try_from(n).unwrap_or(i64::MAX)))
    }
}

/// `Hörde, HzE 2023`
pub fn value_place(area: &str, indicator: &str, period: &str) -> String {
    format!("{area}, {indicator} {period}")
}

/// A value, or words where there is none.
pub fn or_nothing(text: &str) -> &str {
    if text.is_empty() { "ohne Angabe" } else { text }
}

/// `1 Frage offen`
pub fn questions_open(n: usize) -> String {
    if n == 1 { "1 Frage offen".into() } else { format!("{} Fragen offen", number(n)) }
}

/// Why the import waits.
pub fn settle_first(n: usize) -> String {
    if n == 1 {
        "Erst die offene Frage klären.".into()
    } else {
        format!("Erst die {} offenen Fragen klären.", number(n))
    }
}

/// Notice that an earlier mapping was applied.
pub fn remembered(file: &str, date: &str) -> String {
    format!("Gemerkte Zuordnung von „{file}“ vom {date} angewendet.")
}

/// `Bedeutung laut Datei: x (Zeile 20), – (Zeile 21)`; rows count from 0.
pub fn stated_signs(signs: &std::collections::BTreeMap<String, u32>) -> String {
    let said: Vec<String> = signs.iter().map(|(sign, row)| format!("{sign} (Zeile{NBSP}{})", row + 1)).collect();
    format!("Bedeutung laut Datei: {}", said.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_as_planners_write_them() {
        for (input, rows) in [("2 bis 3", Some((1, 2))), ("4-42", Some((3, 41))), ("7", Some((6, 6))), ("keine", None)]
        {
            assert_eq!(parse_rows(input), rows, "{input}");
        }
        assert_eq!(row_span(Some(1), Some(2)), "2 bis 3");
    }

    #[test]
    fn a_sample_says_what_it_does_not_mean() {
        assert_eq!(other_reading("9.680", 9680.0, Some(true)), "nicht 9,68");
        assert_eq!(other_reading("13,6", 13.6, Some(true)), "nicht 136");
        assert_eq!(other_reading("12", 12.0, Some(true)), "");
        assert_eq!(other_reading("12", 12_000.0, Some(true)), "", "a factor is no other reading");
        assert_eq!(other_reading("1,2 Tsd.", 1200.0, Some(true)), "nicht 12.000");
    }
}
