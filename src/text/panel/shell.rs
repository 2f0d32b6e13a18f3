//! Words of the window's frame: top bar, rail, status bar, inspector, palette.

#![allow(missing_docs)]

use crate::text::{NBSP, count, date_of};

pub const PROGRAM: &str = "Aktionsplan";
pub const SAMPLE_DATA: &str = "Beispieldaten";
pub const SAMPLE_DATA_HINT: &str =
    "Das Projekt enthält erfundene Werte. Sie zeigen das Programm, nicht die Wirklichkeit.";
pub const READ_ONLY: &str = "nur lesen";
pub const SAVED: &str = "Alle Änderungen gespeichert";
pub const SAVED_SHORT: &str = "gespeichert";
pub const PROJECT_MENU: &str = "Projekt";
pub const CHOOSE_AREA: &str = "Aktionsraum wählen";
pub const PREVIOUS_AREA: &str = "Vorheriger Aktionsraum";
pub const NEXT_AREA: &str = "Nächster Aktionsraum";
pub const MORE_TABS: &str = "Weitere Ansichten";
pub const OTHER_AREAS: &str = "Weitere Räume";
pub const NO_AREA: &str = "Kein Raum gewählt";
pub const STAND: &str = "Stand";
pub const NO_STAND: &str = "noch keine Werte";
pub const STAND_BY_RECIPE: &str = "jüngster vollständiger Stand";
pub const SEARCH: &str = "Suchen oder Befehl …";
pub const SEARCH_SHORT: &str = "Suchen …";
pub const RAIL: &str = "Bereiche";
pub const NARROW_RAIL: &str = "Leiste schmal";
pub const WIDE_RAIL: &str = "Leiste breit";
pub const NO_FILE: &str = "Keine Datei geöffnet";
pub const CLOSE: &str = "Schließen";
pub const DROP_PROJECT: &str = "Projekt öffnen";
pub const DROP_PROJECT_HINT: &str = "Das geöffnete Projekt ist gespeichert und wird geschlossen.";
pub const DROP_BOUNDARIES: &str = "Gebietsgrenzen einlesen";
pub const DROP_SERVICES: &str = "Angebote einlesen";
pub const DROP_HINT: &str = "Loslassen öffnet die Vorschau. Gespeichert wird erst, wenn Sie übernehmen.";
pub const DROP_SEVERAL_HINT: &str =
    "Loslassen öffnet die Vorschau, eine Tabelle nach der anderen. Gespeichert wird erst, wenn Sie übernehmen.";
pub const DROP_LEFT_HINT: &str = "Ziehen Sie diese Dateien danach noch einmal auf das Fenster.";
pub const DROP_READ_ONLY: &str = "Das Projekt ist nur zum Lesen geöffnet";
pub const DROP_READ_ONLY_HINT: &str = "Dateien werden nicht eingelesen. Ihre Daten sind unverändert.";
pub const UNDO_SHORT: &str = "Rückgängig";
pub const OPEN_FILE: &str = "Öffnen";
pub const OPEN_FOLDER: &str = "Ordner zeigen";
pub const OPENING: &str = "Projekt wird geöffnet …";

pub const INSPECTOR_EMPTY: &str =
    "Klicken Sie auf eine Zahl oder einen Rang. Hier steht dann, woher sie kommt und wie sie berechnet wurde.";
pub const COPY_EXPLANATION: &str = "Erklärung kopieren";
pub const FORMULA: &str = "Formel";
pub const CELL: &str = "Zelle";
pub const MAPPING: &str = "Zuordnung";
pub const FILE: &str = "Datei";
pub const READ_IN: &str = "Eingelesen";
pub const ORIGINAL: &str = "Original";
pub const SOURCE: &str = "Quelle";
pub const PERIOD: &str = "Stand";
pub const CHECKSUM: &str = "Prüfsumme";
pub const STATUS: &str = "Status";
pub const DEFINITION: &str = "Definition";
pub const CAVEAT: &str = "Hinweis";
pub const SERIES_BREAK: &str = "Bruch der Reihe";
pub const COPY_CITATION: &str = "Quellenangabe kopieren";
pub const INVENTED: &str = "Beispielwert, erfunden";
pub const RANK: &str = "Rang";
pub const INDEX: &str = "Index";
pub const METHOD: &str = "So wurde gerechnet";
pub const ASSESSMENT: &str = "Fachliche Einschätzung";
pub const ASSESSMENT_MISSING: &str = "fehlt noch";
pub const WRITE_ASSESSMENT: &str = "Einschätzung schreiben";
pub const CONTRIBUTIONS: &str = "Beiträge zum Index";
pub const TOTAL: &str = "Summe";
pub const LOADING_ORIGIN: &str = "Herkunft wird gelesen …";

pub const PALETTE_HINT: &str = "Räume, Indikatoren, Maßnahmen, Angebote, Akteure, Veranstaltungen, Befehle";
pub const GROUP_AREAS: &str = "Räume";
pub const GROUP_INDICATORS: &str = "Indikatoren";
pub const GROUP_MEASURES: &str = "Angebote und Maßnahmen";
pub const GROUP_SITE: &str = "Akteure, Beteiligung, Erfahrungen";
pub const MEASURE: &str = "Maßnahme";
pub const GOAL: &str = "Ziel";
pub const SERVICE: &str = "Angebot";
pub const NETWORK: &str = "Netzwerk";
pub const IDEA: &str = "Idee";
pub const THESIS: &str = "These";
pub const STATEMENT: &str = "Aussage";
pub const EXPERIENCE: &str = "Erfahrung";
pub const GROUP_PROCEDURE: &str = "Verfahren";
pub const WIEDERVORLAGE: &str = "Wiedervorlage";
pub const GREMIUM: &str = "Gremium";
pub const BESCHLUSS: &str = "Beschluss";
pub const NIEDERSCHRIFT: &str = "Niederschrift";
pub const GROUP_TABS: &str = "Ansichten";
pub const GROUP_TEXT: &str = "Text";
pub const GROUP_COMMANDS: &str = "Befehle";
pub const NO_HITS: &str = "Nichts gefunden. Versuchen Sie ein anderes Wort.";

/// `werte.xlsx, vom 12.11.2026`
pub fn file_of(name: &str, date: Option<&str>) -> String {
    date.map_or_else(|| name.to_owned(), |stamp| format!("{name}, vom {}", date_of(stamp)))
}

/// `Verfahren › Gremien`
pub fn tab_of(place: &str, tab: &str) -> String {
    format!("{place} › {tab}")
}

/// `Aktionsbüro Marten`
pub fn office(area: &str) -> String {
    format!("Aktionsbüro {area}")
}

/// `Förderung bis 31.12.2026`
pub fn funded_until(day: jiff::civil::Date) -> String {
    format!("Förderung bis {}", crate::text::date(day))
}

/// `7 Treffer`
pub fn hits(hits: usize) -> String {
    format!("{hits}{NBSP}Treffer")
}

/// `Rückgängig: Gewicht Wohnfläche geändert`
pub fn undo(label: &str) -> String {
    format!("Rückgängig: {label}")
}

/// `Wiederherstellen: Gewicht Wohnfläche geändert`
pub fn redo(label: &str) -> String {
    format!("Wiederherstellen: {label}")
}

/// `Marten: Rang 5 (4 bis 6), Index 1,17`
pub fn place(area: &str, rank: f64, (low, high): (u32, u32), index: f64) -> String {
    let span = crate::text::needs::rank_span(low, high);
    format!("{area}: Rang {} ({span}), Index {}", crate::text::place(rank), crate::text::decimal(index, 2))
}

/// `10.000 Ziehungen · Startwert 2026 · 4 Werte ohne Angabe`
pub fn ranking_basis(draws: u32, seed: u64, without: usize) -> String {
    let without = match without {
        0 => String::new(),
        1 => format!(" · 1{NBSP}Wert ohne Angabe"),
        more => format!(" · {}{NBSP}Werte ohne Angabe", count(more as i64)),
    };
    format!("{}{NBSP}Ziehungen · Startwert {seed}{without}", count(draws))
}

/// `Marten ausgewählt`
pub fn selected(area: &str) -> String {
    format!("{area} ausgewählt")
}

/// `5 von 39 Räumen ausgewählt`
pub fn chosen_of(chosen: usize, of: usize) -> String {
    format!("{} von {} Räumen ausgewählt", count(chosen), count(of))
}

/// `Arbeitslosenrate (2025)`
pub fn in_view(indicator: &str, period: &str) -> String {
    format!("{indicator} ({period})")
}

/// `Arbeitslosenrate (2025): 5 Werte, Mittel 12,1 %, 9,8 % bis 14,8 %`
pub fn selection_facts(indicator: &str, values: usize, mean: &str, low: &str, high: &str) -> String {
    format!("{indicator}: {} Werte, ungewichtetes Mittel {mean}, {low} bis {high}", count(values))
}

/// `9.680 Einwohner (2025)`
pub fn population(persons: f64, period: &str) -> String {
    format!("{}{NBSP}Einwohner ({period})", crate::text::decimal(persons, 0))
}

/// `4.250 Werte aus 7 Importen`
pub fn stock(values: usize, imports: usize) -> String {
    let imports =
        if imports == 1 { format!("1{NBSP}Import") } else { format!("{}{NBSP}Importen", count(imports as i64)) };
    format!("{}{NBSP}Werte aus {imports}", count(values as i64))
}

/// `Spalte F`
pub fn column(letters: &str) -> String {
    format!("Spalte {letters}")
}

/// `Spalte F „SGB II (%)“ als „SGB-II-Quote“, Dezimalkomma`
pub fn column_reading(letters: &str, heading: &str, indicator: &str, comma: Option<bool>, factor: f64) -> String {
    let heading = if heading.is_empty() { String::new() } else { format!(" „{heading}“") };
    let mark = match comma {
        Some(true) => ", Dezimalkomma",
        Some(false) => ", Dezimalpunkt",
        None => "",
    };
    // Exactly 1 is how most columns are read.
    let times = match factor {
        1.0 => String::new(),
        _ => format!(", mit {} malgenommen", crate::text::decimal(factor, crate::text::own_decimals([factor]))),
    };
    format!("{}{heading} als „{indicator}“{mark}{times}", column(letters))
}

/// `110 %`
pub fn zoom(factor: f32) -> String {
    crate::text::percent(f64::from(factor) * 100.0, 0)
}

/// `Rang 5 von 19`
pub fn rank_of(rank: f64, of: usize) -> String {
    format!("{} von {}", crate::text::place(rank), crate::text::count(of))
}

/// `90 % der Ziehungen: 4 bis 6`
pub fn coverage(percent: f64, span: &str) -> String {
    format!("{} der Ziehungen: {span}", crate::text::percent(percent, 0))
}

/// `3 Tabellen einlesen`
pub fn drop_tables(n: usize) -> String {
    if n == 1 { "Tabelle einlesen".to_owned() } else { format!("{} Tabellen einlesen", count(n as i64)) }
}

/// `2 weitere Dateien bleiben liegen`
pub fn drop_left(n: usize) -> String {
    if n == 1 {
        "1 weitere Datei bleibt liegen".to_owned()
    } else {
        format!("{} weitere Dateien bleiben liegen", count(n as i64))
    }
}
