//! Words of kept versions and of what has changed since.

#![allow(missing_docs)]

use super::Message;
use crate::domain::{BindingRef, CostKind, Euro, FundingSource, FundingState, PlanningData};

pub const PROGRAMME: &str = "Handlungsprogramm";
pub const YEARS: &str = "Programmzeitraum";
pub const STATE: &str = "Stand der Bearbeitung";
pub const RANK: &str = "Rang";
pub const ASSESSMENT: &str = "Fachliche Einschätzung";
pub const GOAL: &str = "Ziel";
pub const TITLE: &str = "Titel";
pub const WORDING: &str = "Wortlaut";
pub const PASSAGE: &str = "Absatz";

/// `ja`
pub fn yes_no(value: bool) -> &'static str {
    if value { "ja" } else { "nein" }
}

/// `Rang 6 von 19 (Spanne 5 bis 8), 2025`
pub fn rank(rank: u32, span: &str, of: u32, period: &str) -> String {
    format!("Rang {rank} von {of} (Spanne {span}), {period}")
}

/// `Kosten 12.000 €`
pub fn costs(amount: Euro) -> String {
    format!("Kosten {}", super::euro(amount))
}

/// `Personalkosten 2027`
pub fn cost_of(kind: CostKind, year: i16) -> String {
    format!("{} {year}", super::cost_kind(kind))
}

/// `Förderung 2027, bewilligt`
pub fn funding_of(source: FundingSource, state: FundingState, year: i16) -> String {
    format!("{} {year}, {}", super::funding_source(source), super::funding_state(state))
}

/// `nicht förderfähige Kosten 2027`
pub fn excluded_of(year: i16) -> String {
    format!("nicht förderfähige Kosten {year}")
}

/// `Wissen: Eltern kennen die Hilfen (SGB-II-Quote)`
pub fn glied(stufe: &str, words: &str, indicator: &str) -> String {
    if indicator.is_empty() { format!("{stufe}: {words}") } else { format!("{stufe}: {words} ({indicator})") }
}

/// `Bedarf 5 (Platz 4 von 17), Wirkung 4, Aufwand 3`
pub fn points(need: Option<u8>, rests_on: &str, effect: Option<u8>, effort: Option<u8>) -> String {
    let print = |points: Option<u8>| points.map_or_else(|| "–".to_owned(), |points| points.to_string());
    format!("Bedarf {} ({rests_on}), Wirkung {}, Aufwand {}", print(need), print(effect), print(effort))
}

/// `30.09.2028 Zwischenprüfung, erledigt`
pub fn milestone(day: jiff::civil::Date, title: &str, done: bool) -> String {
    let done = if done { ", erledigt" } else { "" };
    format!("{} {title}{done}", super::date(day))
}

/// `Angebot „Elterncafé“: verbinden (gemeinsame Räume)`
pub fn overlap(with: &str, decided: Option<(&str, &str)>) -> String {
    match decided {
        None => format!("{with}: noch nicht entschieden"),
        Some((decision, "")) => format!("{with}: {decision}"),
        Some((decision, reason)) => format!("{with}: {decision} ({reason})"),
    }
}

/// `Szenario „Nur Schlüsselmaßnahmen“`
pub fn szenario(name: &str) -> String {
    format!("Szenario „{name}“")
}

/// `M-05 „Bürgerdialog“: Zielwert`
pub fn subject(subject: &str, what: &str) -> String {
    if what.is_empty() { subject.to_owned() } else { format!("{subject}: {what}") }
}

/// `Akteure, Schule Marten: Beitrag`
pub fn cell(table: &str, row: &str, column: &str) -> String {
    match (row.trim(), column.trim()) {
        ("", _) => table.to_owned(),
        (row, "") => format!("{table}, {row}"),
        (row, column) => format!("{table}, {row}: {column}"),
    }
}

/// `Marten 36,9`
pub fn in_column(column: &str, cell: &str) -> String {
    let cell = if cell.trim().is_empty() { "–" } else { cell.trim() };
    format!("{column} {cell}").trim().to_owned()
}

pub const SZENARIO_MEASURES: &str = "enthaltene Maßnahmen";
pub const SZENARIO_APPENDIX: &str = "im Anhang gezeigt";

/// `3.3 Bevölkerung`
pub fn section(number: &str, title: &str) -> String {
    format!("{number} {title}")
}

/// What a reference speaks of: `SGB-II-Quote, 2025`.
pub fn reference_name(data: &PlanningData, reference: &str) -> String {
    let name = |code: &str| data.indicator_by_code(code).map_or_else(|| code.to_owned(), |card| card.name.clone());
    match reference.parse() {
        Err(_) => reference.to_owned(),
        Ok(BindingRef::Value { indicator, period, .. }) => format!("{}, {period}", name(&indicator)),
        Ok(BindingRef::Change { indicator, from, to, .. }) => {
            format!("{}, Veränderung {from} bis {to}", name(&indicator))
        }
        Ok(BindingRef::Place { indicator, period, .. }) => format!("{}, Platz {period}", name(&indicator)),
        Ok(BindingRef::Rank { .. }) => "Rang".to_owned(),
        Ok(BindingRef::RankInterval { .. }) => "Rangspanne".to_owned(),
        Ok(BindingRef::Index { .. }) => "Indexwert".to_owned(),
        Ok(BindingRef::Participants) => "Zahl der verglichenen Gebiete".to_owned(),
        Ok(BindingRef::TopPlaces) => "Zahl der Plätze der Auswahl".to_owned(),
        Ok(BindingRef::BurdenCount { .. } | BindingRef::BurdenInSection { .. }) => {
            "Zahl der belasteten Indikatoren".to_owned()
        }
        Ok(BindingRef::Costs { .. }) => "Kosten des Programms".to_owned(),
    }
}

/// How a change is called.
pub const ADDED: &str = "neu";
pub const REMOVED: &str = "entfallen";
pub const CHANGED: &str = "geändert";

pub const PART_FRAME: &str = "Rahmen";
pub const PART_GOAL: &str = "Ziele";
pub const PART_MEASURE: &str = "Maßnahmen";
pub const PART_MONEY: &str = "Kosten und Finanzierung";
pub const PART_SCENARIO: &str = "Szenarien";
pub const PART_TABLE: &str = "Tabellen und Listen";
pub const PART_TEXT: &str = "Text";
pub const PART_VALUE: &str = "Werte im Text";

/// Header of the table of changes.
pub const COLUMNS: [&str; 4] = ["Gegenstand", "Merkmal", "Fassung", "heute"];

/// `Änderungen seit der Fassung vom 08.07.2026 (Beschluss des Rates)`
pub fn caption(day: jiff::civil::Date, anlass: &str) -> String {
    let anlass = anlass.trim();
    let why = if anlass.is_empty() { String::new() } else { format!(" ({anlass})") };
    format!("Änderungen seit der Fassung vom {}{why}", super::date(day))
}

/// What the data and the records around a programme changed.
pub fn caption_around(day: jiff::civil::Date) -> String {
    format!("Was sich seit dem {} in Daten und Tabellen geändert hat", super::date(day))
}

/// `Seit der Fassung vom 08.07.2026 hat sich nichts geändert.`
pub fn unchanged(day: jiff::civil::Date) -> String {
    format!("Seit der Fassung vom {} hat sich nichts geändert.", super::date(day))
}

/// A long text for a table cell: its beginning.
pub fn shortened(text: &str) -> String {
    const LONGEST: usize = 220;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST - 1).collect();
    format!("{} …", start.trim_end())
}

pub const HEADING: &str = "Änderungen seit dem Beschluss";

pub const VERSION: &str = "Fassung vom";
pub const REASON: &str = "Anlass";
pub const DECISION: &str = "Beschluss";
pub const NOTE: &str = "Quelle: festgehaltene Fassung des Handlungsprogramms.";
pub const EMPTY_SECTION: &str = "Zu diesem Abschnitt enthält die Fassung keinen Text.";

/// `Fassung vom 08.07.2026`
pub fn mark(day: jiff::civil::Date) -> String {
    format!("{VERSION} {}", super::date(day))
}

/// `Fassung vom 08.07.2026 für die Jahre 2027 bis 2029`
pub fn subtitle(day: jiff::civil::Date, first: i16, last: i16) -> String {
    format!("{} für die Jahre {first} bis {last}", mark(day))
}

/// What the reader has in hand.
pub fn opening(day: jiff::civil::Date) -> String {
    format!(
        "Dieses Dokument gibt das Handlungsprogramm wieder, wie es am {} festgehalten wurde: mit den Worten, Zahlen und \
         Beträgen dieses Tages. Was sich seitdem geändert hat, steht hier nicht. Diagramme zu Kennwerten und Zeitplan \
         und die Fußnoten an einzelnen Zahlen gehören nicht zur Fassung; die Quellen nennt ihr Quellenverzeichnis. Der \
         Name des Aktionsraums und die Angaben zum Beschluss lauten, wie sie heute eingetragen sind.",
        super::date(day)
    )
}

/// `Rat der Stadt, 08.07.2026, Drucksache 12345-26, beschlossen`
pub fn decision(gremium: &str, day: Option<jiff::civil::Date>, number: &str, result: &str) -> String {
    let number = if number.is_empty() { String::new() } else { format!("Drucksache {number}") };
    let parts = [gremium.to_owned(), day.map_or_else(String::new, super::date), number, result.to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A version that was asked for is not there.
pub fn gone() -> Message {
    Message::new(
        "Die Fassung gibt es nicht mehr.",
        "Ein Dokument wurde deshalb nicht erstellt.",
        "Das Handlungsprogramm selbst ist unverändert.",
        "Wählen Sie eine andere Fassung, oder nehmen Sie das Entfernen der Fassung zurück.",
    )
}
