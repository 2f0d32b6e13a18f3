//! Words on participation in documents, checks and measures.

/// What a measure says that came from an idea.
pub fn from_idea(idea: &str, event: &str, date: Option<&str>) -> String {
    let date = date.map_or_else(String::new, |date| format!(", {date}"));
    format!("Aus der Beteiligung ({event}{date}): „{}“", idea.trim().trim_end_matches('.'))
}

/// A programme without an event of participation.
pub fn check_no_event() -> String {
    "Für diesen Aktionsraum ist keine Veranstaltung der Beteiligung festgehalten. Daten allein entscheiden nicht."
        .to_owned()
}

/// A contradiction that nobody has answered.
pub fn check_unanswered(text: &str, indicator: Option<&str>) -> String {
    let data = indicator.map_or_else(|| "den Daten".to_owned(), |name| format!("den Daten zu „{name}“"));
    format!("Die Aussage „{}“ widerspricht {data} und hat noch keine Antwort.", text.trim().trim_end_matches('.'))
}

/// The answer to a statement.
pub fn answer(text: &str) -> String {
    format!(" Antwort der Planung: {}", super::sentence_end(text))
}

/// How the events are introduced.
pub fn events_sentence(count: usize) -> String {
    match count {
        1 => "Grundlage ist eine Veranstaltung; sie steht in der Tabelle am Ende dieses Abschnitts.".to_owned(),
        _ => "Grundlage sind Gespräche und die Veranstaltungen, die am Ende dieses Abschnitts stehen.".to_owned(),
    }
}

/// `Eltern (34)`; uncounted groups stand without a number.
pub fn group(group: &str, reached: Option<u32>) -> String {
    reached.map_or_else(|| group.to_owned(), |reached| format!("{group} ({})", crate::text::count(u64::from(reached))))
}

/// `Bürgerforum, 04.05.2026`
pub fn event(title: &str, date: Option<&str>) -> String {
    date.map_or_else(|| title.to_owned(), |date| format!("{title}, {date}"))
}

/// The same for a statement, which may name no source: `ohne Quelle, 04.05.2026`
pub fn source_of(title: &str, date: Option<&str>) -> String {
    event(if title.trim().is_empty() { WITHOUT_SOURCE } else { title }, date)
}

/// A statement that names no source.
pub const WITHOUT_SOURCE: &str = "ohne Quelle";

/// A statement on the board that names no source.
pub fn check_without_source(text: &str) -> String {
    format!("Die Einschätzung „{}“ nennt keine Quelle.", text.trim().trim_end_matches('.'))
}

/// Entries that still bear the words with which they were begun.
pub fn check_not_filled_in(event: &str, words: &str) -> String {
    format!("Bei „{event}“ steht noch „{words}“. Der Eintrag bleibt im Dokument weg, bis er ausgefüllt ist.")
}

/// An idea that is no measure yet.
pub const NOT_ADOPTED: &str = "noch keine";

/// Captions.
#[allow(missing_docs)]
pub mod caption {
    pub const EVENTS: &str = "Veranstaltungen der Beteiligung";
    pub const THESES: &str = "Thesen und Zustimmung";
    pub const IDEAS: &str = "Ideen und die Maßnahmen, die daraus wurden";
    pub const HELPERS: &str = "Wer woran mitwirken will";
    pub const BOARD: &str = "Stärken, Schwächen, Chancen und Risiken mit Quelle";
}

/// Headers.
#[allow(missing_docs)]
pub mod columns {
    pub const EVENTS: [&str; 5] = ["Datum", "Veranstaltung", "Form", "Ort", "Erreichte Gruppen"];
    pub const THESES: [&str; 3] = ["These", "Zustimmung", "Veranstaltung"];
    pub const IDEAS: [&str; 4] = ["Idee", "Handlungsfeld", "Maßnahme", "Veranstaltung"];
    pub const HELPERS: [&str; 4] = ["Gruppe oder Funktion", "Woran", "Maßnahme", "Veranstaltung"];
    pub const BOARD: [&str; 3] = ["Einschätzung", "Quelle", "Verhältnis zu den Daten"];
}

/// Note below the tables of participation.
pub fn source() -> String {
    "Quelle: eigene Aufzeichnungen; Beteiligung ist nicht repräsentativ. Genannt werden Gruppen und Funktionen, keine Personen.".to_owned()
}

/// `stützt die Daten: SGB-II-Quote (24,1 %)`
pub fn relation(stance: &str, indicator: &str, value: Option<&str>) -> String {
    match value {
        Some(value) => format!("{stance}: {indicator} ({value})"),
        None => format!("{stance}: {indicator}"),
    }
}

/// No indicator beside it.
pub const NO_INDICATOR: &str = "kein passender Indikator";
