//! Words of the command line: help, progress, results, refusals.

use super::{Message, count};
use std::collections::BTreeSet;

/// What the program is.
pub const ABOUT: &str = "Aktionsplan: Handlungsprogramme aus kleinräumigen Daten.\n\
    Ohne Befehl öffnet sich das Fenster.";
/// How the program is called.
pub const USAGE: &str = "aktionsplan [PROJEKT]\n        aktionsplan BEFEHL …";
/// Heading of the commands.
pub const COMMANDS: &str = "Befehle";
/// Heading of what is named by its place.
pub const ARGUMENTS: &str = "Angaben";
/// Heading of what is named by a switch.
pub const OPTIONS: &str = "Schalter";
/// Shape of every help page.
pub const HELP_TEMPLATE: &str = "{about-with-newline}\nAufruf: {usage}\n\n{all-args}{after-help}";
/// What follows the main help page.
pub const AFTER_HELP: &str = "\nErgebnis 0: erledigt · 1: abgelehnt oder misslungen, nichts geändert · \
    2: falscher Aufruf · 3: Fehler im Programm.\nHilfe zu einem Befehl: aktionsplan BEFEHL --help";

/// `--help`
pub const HELP: &str = "Zeigt diese Hilfe.";
/// `--version`
pub const VERSION: &str = "Zeigt die Version.";
/// `--json`
pub const JSON: &str = "Gibt das Ergebnis als ein JSON-Objekt aus.";
/// `--maschine`
pub const MACHINE: &str = "Tabellen für Maschinen: UTF-8, Komma, Dezimalpunkt. Sonst Semikolon und Dezimalkomma.";
/// `PROJEKT`
pub const PROJECT: &str = "Projektdatei.";
/// `PROJEKT` of the window.
pub const PROJECT_TO_OPEN: &str = "Projektdatei, die das Fenster öffnet.";
/// `PROJEKT` of `neu`.
pub const NEW_PROJECT: &str = "Projektdatei, die angelegt wird; eine vorhandene wird nie überschrieben.";

/// `neu`
pub const NEU: &str = "Legt ein Projekt an.";
/// `--vorlage`
pub const TEMPLATE: &str =
    "„dortmund“ (üblich): Gebiete, Handlungsfelder, Verfahren, Indikatoren. „leer“: nichts davon.";
/// `--beispiel`
pub const EXAMPLE: &str = "Fügt erfundene, gekennzeichnete Beispieldaten und ausgearbeitete Programme hinzu.";

/// `zuordnung`
pub const ZUORDNUNG: &str = "Schlägt vor, wie eine Tabelle zu lesen ist, und nennt die offenen Fragen.";
/// `TABELLE`
pub const TABLE: &str = "Tabelle: csv, xlsx, xls oder ods.";
/// `--nach` of `zuordnung`
pub const MAPPING_TARGET: &str = "Datei für die Zuordnung (TOML); ohne Angabe wird sie ausgegeben.";

/// `--ohne-gemerkte`
pub const WITHOUT_MEMORY: &str = "Schlägt neu vor, auch wenn eine frühere Tabelle gleicher Art schon zugeordnet wurde.";

/// `import`
pub const IMPORT: &str = "Übernimmt die Werte von Tabellen.";
/// `--zuordnung`
pub const MAPPING: &str = "Zuordnung, nach der gelesen wird. Sonst gilt die eines früheren Imports gleicher Art, \
    sonst der Vorschlag, sofern er keine Frage offen lässt.";
/// `--nur-pruefen`
pub const ONLY_CHECK: &str = "Prüft die Tabellen und ändert nichts.";
/// `--pruefliste`
pub const CHECK_LIST: &str = "Datei für die Liste aller Hinweise und Fragen (CSV), auch wenn Fragen offen sind.";

/// `--original`
pub const KEEP_ORIGINAL: &str = "Bewahrt die Originaldatei komprimiert im Projekt auf. Ihre Prüfsumme wird verglichen.";

/// `bestand`
pub const BESTAND: &str = "Schreibt alle Werte mit Herkunft in eine Tabelle.";
/// `--nach` of `bestand`
pub const TABLE_TARGET: &str = "Tabelle, die geschrieben wird.";

/// `raeume`
pub const RAEUME: &str = "Liest Gebiete und ihre Grenzen aus einer GeoJSON-Datei ein.";
/// `GEOJSON`
pub const GEOJSON: &str = "Flächen als GeoJSON, in WGS84, ETRS89/UTM 32N, Gauß-Krüger oder Web-Mercator.";
/// `--ebene` of `raeume`
pub const BOUNDARY_LEVEL: &str =
    "Ebene der Gebiete, zum Beispiel „sozialraum“. Unbekannte Gebiete werden nur mit Ebene angelegt.";
/// `--schluessel`
pub const KEY_FIELD: &str = "Feld mit dem Schlüssel; sonst wird es vorgeschlagen.";
/// `--name`
pub const NAME_FIELD: &str = "Feld mit dem Namen; sonst wird es vorgeschlagen.";
/// `--uebergeordnet`
pub const PARENT_FIELD: &str = "Feld mit dem übergeordneten Gebiet; sonst entscheidet die Lage.";
/// `--nur-pruefen` of `raeume`
pub const ONLY_CHECK_BOUNDARIES: &str = "Prüft die Datei und ändert nichts.";

/// `raumstatistik`
pub const RAUMSTATISTIK: &str = "Rechnet räumliche Muster: Moran, Geary, Getis-Ord, lokale Werte, geglättete Raten.";
/// `--indikator`
pub const INDICATOR: &str = "Kürzel des Indikators.";
/// `--periode`
pub const PERIOD: &str = "Zeitraum, wie er im Projekt heißt, zum Beispiel „2024“.";
/// `--ebene` of `raumstatistik`
pub const SPACE_LEVEL: &str = "Ebene der Gebiete; sonst die mit den meisten Werten.";
/// `--nachbarn`
pub const NEIGHBOURS: &str = "„queen“ (üblich): gemeinsame Ecke oder Kante; „rook“: gemeinsames Stück Grenze; „knn:4“: die \
    vier nächsten; „distanz:1500“: Schwerpunkte höchstens 1500 m entfernt.";
/// `--permutationen`
pub const PERMUTATIONS: &str = "Zahl der Permutationen; üblich 999.";
/// `--startwert` of `raumstatistik`
pub const SPACE_SEED: &str = "Startwert der Zufallszahlen; üblich 1.";

/// `rangfolge`
pub const RANGFOLGE: &str = "Rechnet die Rangfolge nach Bedarf und schreibt alle Zwischenwerte.";
/// `--rezept`
pub const RECIPE: &str = "Rezept (TOML); sonst das des Projekts.";
/// `--wiederholungen`
pub const REPLICATIONS: &str = "Zahl der Wiederholungen für die Rangspannen, 1 bis 100.000; gilt vor dem Rezept.";
/// `--startwert`
pub const SEED: &str = "Startwert der Zufallszahlen; gilt vor dem Rezept.";
/// `--nach` of `rangfolge` and `programm`
pub const FOLDER_TARGET: &str = "Ordner für die Dateien; er wird angelegt, wenn er fehlt.";

/// `programm`
pub const PROGRAMM: &str = "Schreibt Handlungsprogramme und was zu ihnen gehört als Dokumente.";
/// `--aktionsraum`
pub const AREA: &str = "Name oder Schlüssel des Aktionsraums.";
/// `--alle`
pub const ALL: &str = "Alle Handlungsprogramme des Projekts.";
/// `--art`
pub const KIND: &str = "„handlungsprogramm“ (üblich), „steckbriefe“, „ratsvorlage“, „sozialraumprofil“, „sachstand“ oder „vergleich“ (ein Dokument über alle).";
/// `--profil`
pub const PROFILE: &str = "„lang“ (üblich) oder „kurz“ für einen Förderantrag.";
/// `--format`
pub const FORMAT: &str = "Formate, mit Komma: „docx“, „odt“, „pdf“, „xlsx“, „csv“ (ein Ordner mit Tabellen).";

/// `--fassung`
pub const VERSION_OF_DAY: &str = "Die an diesem Tag festgehaltene Fassung statt des heutigen Stands.";
/// `--kontaktpersonen`
pub const CONTACTS: &str = "Hängt die Kontaktpersonen an (personenbezogene Daten).";

/// `pruefen`
pub const PRUEFEN: &str = "Prüft Aufbau, Werte und Verweise eines Projekts.";
/// `sichern`
pub const SICHERN: &str = "Schreibt eine geprüfte Sicherung neben das Projekt.";
/// `wiederherstellen`
pub const WIEDERHERSTELLEN: &str = "Macht aus einer Sicherung ein Projekt.";
/// `SICHERUNG`
pub const BACKUP: &str = "Sicherung.";
/// `--nach` of `wiederherstellen`
pub const RESTORE_TARGET: &str = "Projektdatei, die entsteht; eine vorhandene wird nie überschrieben.";

/// `rezept`
pub const REZEPT: &str = "Nennt, zeigt und prüft Rezepte für Rangfolgen.";
/// `--liste`
pub const LIST: &str = "Nennt die Rezepte.";
/// `--zeigen`
pub const SHOW: &str = "Gibt ein Rezept aus, jede Möglichkeit erklärt.";
/// `--pruefen`
pub const CHECK: &str = "Prüft eine Rezeptdatei.";
/// `--projekt`
pub const RECIPE_PROJECT: &str = "Projekt, dessen Rezepte gemeint sind und mit dessen Daten geprüft wird.";

/// `handbuch`
pub const HANDBUCH: &str = "Schreibt das Methodenhandbuch mit nachgerechneten Prüffällen.";
/// `--nach` of `handbuch`
pub const HANDBOOK_TARGET: &str = "Datei, die geschrieben wird; ihre Endung entscheidet: docx oder md.";

/// The handbook was written.
pub fn handbook_written(path: &str, agreeing: usize, all: usize) -> String {
    format!("Methodenhandbuch geschrieben: {path}\n{}", super::handbook::checks_agree(agreeing, all))
}

/// A file name for the handbook that says no format.
pub fn handbook_ending() -> String {
    "Die Datei für das Methodenhandbuch muss auf .docx oder .md enden.".to_owned()
}

/// How each command is called.
pub mod usage {
    /// `neu`
    pub const NEU: &str = "aktionsplan neu PROJEKT [--vorlage dortmund|leer] [--beispiel]";
    /// `handbuch`
    pub const HANDBUCH: &str = "aktionsplan handbuch --nach DATEI";
    /// `zuordnung`
    pub const ZUORDNUNG: &str = "aktionsplan zuordnung PROJEKT TABELLE [--nach ZUORDNUNG.toml] [--ohne-gemerkte]";
    /// `import`
    pub const IMPORT: &str = "aktionsplan import PROJEKT TABELLE… [--zuordnung ZUORDNUNG.toml | --ohne-gemerkte] \
        [--nur-pruefen] [--original] [--pruefliste LISTE.csv [--maschine]]";
    /// `bestand`
    pub const BESTAND: &str = "aktionsplan bestand PROJEKT --nach AUS.csv [--maschine]";
    /// `raeume`
    pub const RAEUME: &str = "aktionsplan raeume PROJEKT GEOJSON [--ebene EBENE] [--schluessel FELD] [--name FELD] \
        [--uebergeordnet FELD] [--nur-pruefen]";
    /// `raumstatistik`
    pub const RAUMSTATISTIK: &str = "aktionsplan raumstatistik PROJEKT --indikator I --periode P [--ebene EBENE] \
        [--nachbarn queen|rook|knn:K|distanz:M] [--permutationen N] [--startwert S] [--maschine] --nach ORDNER";
    /// `rangfolge`
    pub const RANGFOLGE: &str = "aktionsplan rangfolge PROJEKT [--rezept REZEPT.toml] [--wiederholungen N] \
        [--startwert S] [--maschine] --nach ORDNER";
    /// `programm`
    pub const PROGRAMM: &str = "aktionsplan programm PROJEKT (--aktionsraum NAME|--alle) [--art ART] [--profil kurz|lang] [--fassung JJJJ-MM-TT] [--format docx,odt,pdf,xlsx,csv] [--kontaktpersonen] --nach ORDNER";
    /// `pruefen`
    pub const PRUEFEN: &str = "aktionsplan pruefen PROJEKT";
    /// `sichern`
    pub const SICHERN: &str = "aktionsplan sichern PROJEKT";
    /// `wiederherstellen`
    pub const WIEDERHERSTELLEN: &str = "aktionsplan wiederherstellen SICHERUNG --nach PROJEKT";
    /// `rezept`
    pub const REZEPT: &str = "aktionsplan rezept (--liste|--zeigen NAME|--pruefen DATEI) [--projekt PROJEKT]";
}

/// Wrong usage.
pub mod wrong {
    /// A switch that does not exist.
    pub fn unknown_argument(argument: &str) -> String {
        format!("Die Angabe „{argument}“ ist hier nicht bekannt.")
    }

    /// A value that is not accepted.
    pub fn value(argument: &str, value: &str) -> String {
        format!("„{value}“ passt nicht zu {argument}.")
    }

    /// A switch without its value.
    pub fn value_missing(argument: &str) -> String {
        format!("Zu {argument} fehlt der Wert.")
    }

    /// The values that are accepted.
    pub fn possible(values: &[String]) -> String {
        format!("Möglich sind: {}.", values.join(", "))
    }

    /// Something that must be given.
    pub fn missing(arguments: &[String]) -> String {
        format!("Es fehlt: {}.", arguments.join(", "))
    }

    /// Things that exclude each other.
    pub fn conflict(argument: &str) -> String {
        format!("{argument} verträgt sich nicht mit einer anderen Angabe dieses Aufrufs.")
    }

    /// Something given twice.
    pub fn twice(argument: &str) -> String {
        format!("{argument} steht mehrfach da.")
    }

    /// A near miss.
    pub fn suggestion(suggested: &str) -> String {
        format!("Meinten Sie „{suggested}“?")
    }

    /// Letters that cannot be read.
    pub const NOT_TEXT: &str = "Eine Angabe enthält unlesbare Zeichen.";
    /// Anything else.
    pub const OTHER: &str = "Der Aufruf ist nicht verständlich.";
    /// An example without the frame that it belongs to.
    pub const EXAMPLE_WITHOUT_FRAME: &str =
        "--beispiel gehört zur Vorlage „dortmund“ und verträgt sich nicht mit „leer“.";

    /// Where the help is.
    pub fn see_help(call: &str) -> String {
        format!("Hilfe: {call} --help")
    }
}

/// What is being done, on standard error.
pub mod progress {
    /// Creating a project.
    pub const CREATING: &str = "Projekt wird angelegt …";
    /// Drawing up the example's programmes.
    pub const DRAFTING: &str = "Beispielprogramme werden geschrieben …";
    /// Running a recipe.
    pub const RANKING: &str = "Rangfolge wird gerechnet …";
    /// While what the ranking hangs on is computed.
    pub const SENSITIVITY: &str = "Empfindlichkeit wird gerechnet …";
    /// Documents are put together.
    pub const DOCUMENTS: &str = "Dokumente werden geschrieben …";
    /// Spatial statistics are computed.
    pub const SPACE: &str = "Räumliche Muster werden gerechnet …";

    /// Reading a table.
    pub fn reading(file: &str) -> String {
        format!("{file} wird gelesen …")
    }

    /// How far something is.
    pub fn of(done: u64, total: u64) -> String {
        format!("  {} von {}", super::count(done), super::count(total))
    }
}

/// A project was created.
pub fn created(path: &str, areas: usize, programmes: usize) -> String {
    let programmes =
        if programmes == 0 { String::new() } else { format!(" und {} Handlungsprogrammen", count(programmes as u64)) };
    format!("Projekt „{path}“ angelegt, mit {} Gebieten{programmes}.", count(areas as u64))
}

/// A file was written.
pub fn written(path: &str) -> String {
    format!("Geschrieben: {path}")
}

/// All values were written.
pub fn stock_written(values: usize, path: &str) -> String {
    format!("{} Werte geschrieben: {path}", count(values as u64))
}

/// A ranking was written.
pub fn ranking_written(areas: usize, left_out: usize, folder: &str) -> String {
    let left_out = if left_out == 0 { String::new() } else { format!(", {} nicht gewertet", count(left_out as u64)) };
    format!("Rangfolge von {} Gebieten{left_out}: {folder}", count(areas as u64))
}

/// Boundaries were taken over, or could be.
pub fn boundaries_taken(file: &str, boundaries: usize, only_checked: bool) -> String {
    let what = if boundaries == 1 {
        "eine Gebietsgrenze".to_owned()
    } else {
        format!("{} Gebietsgrenzen", count(boundaries as u64))
    };
    let done = if only_checked { "geprüft, nichts geändert" } else { "übernommen" };
    format!("{file}: {what} {done}.")
}

/// The fields by which areas were found.
pub fn boundary_fields(key: Option<&str>, name: Option<&str>) -> String {
    let field = |field: Option<&str>| field.map_or_else(|| "keines".to_owned(), |field| format!("„{field}“"));
    format!("Feld mit dem Schlüssel: {}. Feld mit dem Namen: {}.", field(key), field(name))
}

/// Spatial statistics were written.
pub fn space_written(areas: usize, left_out: usize, folder: &str) -> String {
    let left_out = if left_out == 0 { String::new() } else { format!(", {} ausgenommen", count(left_out as u64)) };
    format!("Raumstatistik von {} Gebieten{left_out}: {folder}", count(areas as u64))
}

/// What a mapping leaves open, and what a planner should look at though nothing waits for it, as comment lines of a TOML
/// file.
pub fn questions_comment(open: &[String], checks: &[String]) -> String {
    let lines = |questions: &[String]| -> String {
        questions.iter().map(|question| format!("# - {}\n", question.replace('\n', " "))).collect()
    };
    let mut comment = match open {
        [] => "# Offene Fragen: keine.\n".to_owned(),
        _ => format!("# Offene Fragen:\n{}", lines(open)),
    };
    if !checks.is_empty() {
        comment += &format!("# Bitte prüfen:\n{}", lines(checks));
    }
    comment + "\n"
}

/// A question that holds nothing up.
pub fn please_check(question: &str) -> String {
    format!("  Bitte prüfen: {question}")
}

/// A question with what has to be set in the mapping to settle it.
pub fn question_with_answer(question: &str, answer: &str) -> String {
    format!("{question} Zu setzen: {answer}.")
}

/// What settles a question of an import, in the words of the mapping file.
pub mod answer {
    /// Decimal mark of a column.
    pub const DECIMAL_MARK: &str = "decimal_mark = \"comma\" oder \"point\" bei der Spalte";
    /// Shares as 0 to 1.
    pub const FACTOR: &str = "factor = 100.0 (oder 1.0, wenn es keine Anteile sind) bei der Spalte";
    /// Another unit in the cells.
    pub const CELL_UNIT: &str =
        "factor = 1.0 (Wert wie geschrieben) oder das, womit malzunehmen ist, zum Beispiel 1000.0, bei der Spalte";
    /// A factor of an earlier file.
    pub fn remembered_factor(factor: f64) -> String {
        format!("factor = {factor:?} (wie beim vorigen Mal) oder 1.0 (Wert wie geschrieben) bei der Spalte")
    }
    /// Footnote marks behind values.
    pub const FOOTNOTES: &str = "footnotes = \"keep\" (Wert gilt) oder \"without_value\" unter [legend]";
    /// Unknown areas.
    pub const UNKNOWN_AREAS: &str =
        "create_areas = true, oder je Gebiet unter [area_choices], zum Beispiel \"Name\" = { is = \"skip\" }";
    /// Areas that are known on other levels.
    pub const AREAS_ON_OTHER_LEVELS: &str = "area_blocks = [{ first = 9, last = 9, level = \"stadtbezirk\" }] für ihre \
        Zeilen (ab 0 gezählt), oder je Gebiet unter [area_choices], zum Beispiel \"Name\" = { is = \"create\", level = \"sozialraum\" }";
    /// Rows whose name stands on several levels.
    pub const ROW_LEVELS: &str = "area_blocks mit jeder dieser Zeilen (ab 0 gezählt), zum Beispiel { first = 9, last = 9, level = \"stadtbezirk\" }";
    /// Ambiguous names.
    pub const AMBIGUOUS_AREAS: &str = "area_level, oder je Gebiet unter [area_choices]";
    /// Level of areas.
    pub const AREA_LEVEL: &str = "area_level, zum Beispiel \"sozialraum\"";
    /// Rows of other levels.
    pub const AREA_BLOCKS: &str = "area_blocks = [{ first = 9, last = 12, level = \"stadtbezirk\" }]";
    /// Period.
    pub const PERIOD: &str = "period = \"2025\" für alle Werte, oder period in der role der Spalte";
    /// Period of columns whose heading has a footnote digit behind its year.
    pub fn period_of_column(period: &str) -> String {
        format!("period = \"{period}\" in der role der Spalte")
    }
    /// Column of areas.
    pub const AREA_COLUMN: &str = "is = \"area_name\" oder is = \"area_key\" als role einer Spalte";
    /// Column of values.
    pub const VALUE_COLUMN: &str = "is = \"indicator\" mit code als role einer Spalte";
    /// Another heading.
    pub const HEADER: &str = "header der Spalte";
    /// Meaning of the dash.
    pub const NIL_SIGN: &str = "nil_confirmed = true, oder \"-\" = \"missing\" unter [legend.signs]";
    /// Rows that are sums of others.
    pub const SUBTOTALS: &str = "subtotals = \"leave_out\" oder \"read\"";
    /// Unknown indicators.
    pub const UNKNOWN_INDICATORS: &str = "je Name ein Kürzel unter [indicator_choices]";
    /// A new indicator that is called nearly as a known one.
    pub fn similar_indicator(known: &str, new: &str) -> String {
        format!(
            "derselbe: \"{known}\" statt \"{new}\" als code der Spalte oder unter [indicator_choices]; ein anderer: \
             own = true an seiner Karte unter [[new_indicators]]"
        )
    }
    /// Rows with more cells than headings.
    pub const LONG_ROWS: &str = "long_rows = \"refuse\" (nicht übernehmen) oder \"cut\" (überzählige Zellen weglassen)";
    /// Different values for the same place.
    pub const DUPLICATES: &str = "duplicates = \"keep_first\", \"keep_last\" oder \"refuse\"";
    /// Columns that came.
    pub const NEW_COLUMNS: &str = "new_columns = []; wer die Spalte lesen will, gibt ihr eine role";
    /// Columns that went.
    pub const MISSING_COLUMNS: &str = "missing_columns = []";
}

/// Counts of an import.
pub struct ImportCounts {
    /// Values that are new.
    pub new: u64,
    /// Values that replace others.
    pub changed: u64,
    /// Values that are known already.
    pub unchanged: u64,
    /// Cells with a sign instead of a value.
    pub without_value: u64,
    /// Cells that were refused.
    pub refused: u64,
    /// Cells that wait for an answer.
    pub open: u64,
}

/// What an import of one table brought.
pub fn imported(file: &str, counts: &ImportCounts, only_checked: bool) -> String {
    let done = if only_checked { "geprüft, nichts geändert" } else { "übernommen" };
    let open = if counts.open > 0 { format!(", {} offen", count(counts.open)) } else { String::new() };
    format!(
        "{file} {done}: {} neu, {} geändert, {} unverändert, {} ohne Wert, {} abgelehnt{open}.",
        count(counts.new),
        count(counts.changed),
        count(counts.unchanged),
        count(counts.without_value),
        count(counts.refused),
    )
}

/// `Einwohner (Personen)`
pub fn name_and_unit(name: &str, unit: &str) -> String {
    if unit.is_empty() { name.to_owned() } else { format!("{name} ({unit})") }
}

/// Cards that an import creates.
pub fn new_indicators(names: &[String]) -> Option<String> {
    listed("Neuer Indikator", "Neue Indikatoren", names)
}

/// Areas that an import creates.
pub fn new_areas(names: &[String]) -> Option<String> {
    listed("Neues Gebiet", "Neue Gebiete", names)
}

/// Names that are listed; of the rest only the number is said.
const LISTED_NAMES: usize = 12;

fn listed(one: &str, several: &str, names: &[String]) -> Option<String> {
    let first = names.iter().take(LISTED_NAMES).cloned().collect::<Vec<_>>().join(", ");
    let more = match names.len().saturating_sub(LISTED_NAMES) {
        0 => String::new(),
        more => format!(" und {} weitere", count(more as u64)),
    };
    match names.len() {
        0 => None,
        1 => Some(format!("{one}: {first}.")),
        n => Some(format!("{several} ({}): {first}{more}.", count(n as u64))),
    }
}

/// The values of a table are in the project.
pub fn taken_over(file: &str) -> String {
    format!("{file} ist übernommen.")
}

/// An issue with its place.
pub fn issue(cell: Option<String>, text: &str) -> String {
    cell.map_or_else(|| format!("  {text}"), |cell| format!("  {cell}: {text}"))
}

/// Issues that are not listed.
pub fn more_issues(left: usize) -> String {
    format!("  … und {} weitere Hinweise; --json nennt alle.", count(left as u64))
}

/// Questions keep an import from being carried out.
pub fn unsettled(file: &str, questions: &[String]) -> Message {
    let list: String = questions.iter().map(|question| format!("\n  - {question}")).collect();
    Message::new(
        "Der Import wurde nicht ausgeführt.",
        format!("Bei „{file}“ sind Fragen offen:{list}"),
        "Es wurde nichts geändert.",
        "Schreiben Sie mit „aktionsplan zuordnung“ eine Zuordnung, beantworten Sie darin die Fragen, und importieren Sie \
         mit --zuordnung.",
    )
}

/// Nothing of a table can be taken over; the reasons are listed.
pub fn nothing_to_import(file: &str, reasons: &[String]) -> Message {
    let reasons: String = reasons.iter().map(|reason| format!("\n{reason}")).collect();
    Message::new(
        "Der Import wurde nicht ausgeführt.",
        format!("„{file}“ enthält keinen Wert, der übernommen werden kann.{reasons}"),
        "Es wurde nichts geändert.",
        "Prüfen Sie mit „aktionsplan zuordnung“, welche Zeilen und Spalten gelesen werden.",
    )
}

/// A mapping file cannot be read.
pub fn mapping_unreadable(path: &str, detail: &str) -> Message {
    Message::new(
        "Die Zuordnung wurde nicht gelesen.",
        format!("„{path}“ ist keine gültige Zuordnung."),
        "Es wurde nichts geändert.",
        "Schreiben Sie mit „aktionsplan zuordnung“ eine neue, oder berichtigen Sie die genannte Stelle.",
    )
    .with_technical(detail)
}

/// A recipe file cannot be read.
pub fn recipe_unreadable(path: &str, detail: &str) -> Message {
    Message::new(
        "Das Rezept wurde nicht gelesen.",
        format!("„{path}“ ist kein gültiges Rezept."),
        "Es wurde nichts geändert und nichts geschrieben.",
        "Berichtigen Sie die genannte Stelle; „aktionsplan rezept --zeigen“ erklärt jede Möglichkeit.",
    )
    .with_technical(detail)
}

/// The project has no recipe.
pub fn no_recipe() -> Message {
    Message::new(
        "Die Rangfolge wurde nicht gerechnet.",
        "Das Projekt hat kein Rezept.",
        "Es wurde nichts geändert und nichts geschrieben.",
        "Geben Sie mit --rezept eine Rezeptdatei an; „aktionsplan rezept --zeigen“ gibt ein Muster aus.",
    )
}

/// A recipe of this name is not known.
pub fn unknown_recipe(name: &str, known: &[String]) -> Message {
    Message::new(
        "Das Rezept wurde nicht gefunden.",
        format!("Ein Rezept „{name}“ gibt es nicht."),
        "Es wurde nichts geändert.",
        format!("Bekannt sind: {}. Mit --projekt kommen die Rezepte eines Projekts hinzu.", known.join(", ")),
    )
}

/// A recipe file is sound.
pub fn recipe_sound(name: &str, against_project: bool) -> String {
    let scope = if against_project { "passt zum Projekt" } else { "ist gültig" };
    format!("Das Rezept „{name}“ {scope}.")
}

/// No version was kept on that day.
pub fn unknown_version(day: jiff::civil::Date, known: &[jiff::civil::Date]) -> Message {
    let days: BTreeSet<jiff::civil::Date> = known.iter().copied().collect();
    let printed: Vec<String> = days.iter().map(|day| super::date(*day)).collect();
    let known = match days.last() {
        None => "Zu diesem Handlungsprogramm ist keine Fassung festgehalten.".to_owned(),
        Some(newest) => {
            format!("Festgehalten sind Fassungen vom {}. Die neueste schreibt --fassung {newest}.", printed.join(", "))
        }
    };
    Message::new(
        "Die Fassung wurde nicht geschrieben.",
        format!("Vom {} gibt es keine Fassung.", super::date(day)),
        "Es wurde nichts geschrieben.",
        known,
    )
}

/// Several versions were kept on the day that was asked for.
pub fn several_versions(day: jiff::civil::Date, number: usize) -> String {
    format!(
        "Am {} wurden {number} Fassungen festgehalten. Geschrieben wird die zuletzt festgehaltene; die anderen lassen sich \
         im Fenster unter Berichte ausgeben.",
        super::date(day)
    )
}

/// The area has no programme.
pub fn unknown_area(name: &str, known: &[String]) -> Message {
    let known = if known.is_empty() {
        "Das Projekt enthält noch kein Handlungsprogramm.".to_owned()
    } else {
        format!("Handlungsprogramme gibt es für: {}.", known.join(", "))
    };
    Message::new(
        "Das Handlungsprogramm wurde nicht geschrieben.",
        format!("Für „{name}“ gibt es kein Handlungsprogramm."),
        "Es wurde nichts geschrieben.",
        known,
    )
}

/// There is no programme at all.
pub fn no_programmes() -> Message {
    Message::new(
        "Es wurde nichts geschrieben.",
        "Das Projekt enthält noch kein Handlungsprogramm.",
        "Ihr Projekt ist unverändert.",
        "Legen Sie im Fenster unter „Programm“ ein Handlungsprogramm an.",
    )
}

/// A format that the program does not write.
pub fn other_format(format: &str, known: &[&str]) -> Message {
    let known: Vec<String> = known.iter().map(|known| format!("„{known}“")).collect();
    Message::new(
        "Das Handlungsprogramm wurde nicht geschrieben.",
        format!(
            "Das Format „{format}“ schreibt diese Version nicht; sie schreibt {}.",
            super::report::enumeration(&known)
        ),
        "Es wurde nichts geschrieben.",
        "Wählen Sie zum Beispiel --format docx,xlsx.",
    )
}

/// What the check found before a document went out.
pub fn open_points(area: &str, counted: &str) -> String {
    format!("Prüfung {area}: {counted}.")
}

/// One error of it.
pub fn open_error(sentence: &str) -> String {
    format!("  Fehler: {sentence}")
}

/// A project is sound.
pub fn sound(path: &str) -> String {
    format!("„{path}“ ist in Ordnung.")
}

/// A project is not sound.
pub fn unsound(path: &str, findings: &[(String, bool)]) -> Message {
    let mark =
        |repairable: bool| if repairable { "im Programm zu beheben" } else { "nur mit einer Sicherung zu beheben" };
    let list: String =
        findings.iter().map(|(text, repairable)| format!("\n  - {text} ({})", mark(*repairable))).collect();
    let action = if findings.iter().all(|(_, repairable)| *repairable) {
        "Öffnen Sie das Projekt im Fenster und berichtigen Sie die genannten Stellen."
    } else {
        "Heben Sie die Datei auf und stellen Sie mit „aktionsplan wiederherstellen“ eine Sicherung wieder her."
    };
    Message::new(
        "Die Prüfung hat etwas gefunden.",
        format!("In „{path}“:{list}"),
        "Die Datei wurde nicht verändert.",
        action,
    )
}

/// What was to be written would replace a project.
pub fn target_is_a_project(path: &str) -> Message {
    Message::new(
        "Es wurde nichts geschrieben.",
        format!("„{path}“ ist ein Projekt oder eine andere Datenbank und würde überschrieben."),
        "Die vorhandene Datei wurde nicht verändert.",
        "Geben Sie mit --nach einen anderen Namen an.",
    )
}

/// What was to be written would replace the table that it describes.
pub fn target_is_the_table(path: &str) -> Message {
    Message::new(
        "Es wurde nichts geschrieben.",
        format!("„{path}“ ist die Tabelle selbst und würde überschrieben."),
        "Die Tabelle wurde nicht verändert.",
        "Geben Sie mit --nach einen anderen Namen an.",
    )
}

/// A backup was written.
pub fn backed_up(path: &str) -> String {
    format!("Gesichert und geprüft: {path}")
}

/// A backup became a project.
pub fn restored(path: &str) -> String {
    format!("Wiederhergestellt und geprüft: {path}")
}

/// The target of a restore is taken.
pub fn restore_target_exists(path: &str) -> Message {
    Message::new(
        "Die Sicherung wurde nicht wiederhergestellt.",
        format!("„{path}“ gibt es schon."),
        "Die vorhandene Datei wurde nicht verändert.",
        "Wählen Sie einen anderen Namen, oder benennen Sie die vorhandene Datei vorher um.",
    )
}

/// A backup is not sound.
pub fn backup_unsound(path: &str, findings: &[String]) -> Message {
    let list: String = findings.iter().map(|text| format!("\n  - {text}")).collect();
    Message::new(
        "Die Sicherung wurde nicht wiederhergestellt.",
        format!("„{path}“ ist beschädigt:{list}"),
        "Es wurde nichts geschrieben; die Sicherung ist unverändert.",
        "Nehmen Sie eine ältere Sicherung aus demselben Ordner.",
    )
}

/// The program failed.
pub fn internal() -> Message {
    Message::new(
        "Im Programm ist ein Fehler aufgetreten.",
        "Der Befehl wurde abgebrochen.",
        "Ein angefangener Schritt wurde nicht gespeichert. Alles davor ist gespeichert.",
        "Wiederholen Sie den Befehl. Tritt der Fehler wieder auf, melden Sie bitte den Aufruf und die Zeilen darüber.",
    )
}

/// Standard output cannot be written to.
pub fn output_closed(detail: &str) -> String {
    format!("Die Ausgabe wurde nicht angenommen: {detail}")
}

/// Heading of the recipe in the method file.
pub const RECIPE_HEADING: &str = "Rezept (mit „aktionsplan rangfolge --rezept“ wieder zu rechnen):";

/// Large rankings: not every weight path is followed.
pub const PATHS_LIMITED: &str = "Empfindlichkeit: Bei mehr als 1.000 Gebieten sind die Gewichte, bei denen ein Gebiet den Platz wechselt (weight_below, weight_above), nur für die 25 Gebiete vor und die 25 hinter der Grenze der ersten Ränge berechnet.";

/// Fingerprint in the method file.
pub fn method_foot(fingerprint: &str) -> String {
    format!("Kennung aus Rezept und Werten: {fingerprint}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_of_versions_are_named_once_and_the_option_is_shown_as_it_is_written() {
        let known = [date(2026, 7, 8), date(2026, 7, 8), date(2026, 3, 1)];
        let message = unknown_version(date(2026, 1, 1), &known);
        let expected =
            "Festgehalten sind Fassungen vom 01.03.2026, 08.07.2026. Die neueste schreibt --fassung 2026-07-08.";
        assert_eq!(message.action, expected);
    }
}
