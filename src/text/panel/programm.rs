//! Words of the place Handlungsprogramm.

#![allow(missing_docs)]

use crate::domain::{CostKind, Euro, FundingSource, Quarter};
use crate::text::{NBSP, cost_kind, count, euro, funding_source};

pub const TAB_TEXT: &str = "Text";
pub const TAB_GOALS: &str = "Ziele";
pub const TAB_MEASURES: &str = "Maßnahmen";
pub const TAB_PLAN: &str = "Zeitplan & Kosten";

pub const NO_AREA: &str = "Kein Aktionsraum gewählt";
pub const NO_AREA_WHY: &str = "Wählen Sie oben einen Aktionsraum. Hier steht dann sein Handlungsprogramm.";
pub const NO_AREAS_WHY: &str = "Es gibt noch keine Räume. Lesen Sie zuerst eine Tabelle mit Gebieten ein.";
pub const TO_DATA: &str = "Zu den Daten";
pub const NO_PROGRAMME_WHY: &str = "Das Programm beginnt mit einem Entwurf aus den Daten: Begründung, Ausgangslage und Handlungsbedarf. Ziele, Maßnahmen und Ihre Einschätzung ergänzen Sie.";
pub const CREATE: &str = "Handlungsprogramm anlegen";
pub const CHOOSE_AREA: &str = "Zur Übersicht";

/// `Noch kein Handlungsprogramm für Marten`
pub fn no_programme(area: &str) -> String {
    format!("Noch kein Handlungsprogramm für {area}")
}

pub const STATE: &str = "Stand des Programms";

/// `Stand: Entwurf`
pub fn set_state(state: &str) -> String {
    format!("Stand: {state}")
}

pub const EXPORT: &str = "Als Word ausgeben …";
pub const VERSIONS: &str = "Fassungen lesen und ausgeben";
pub const EXPORT_SHORT: &str = "Kurzfassung ausgeben …";
pub const DRAFT_ALL: &str = "Alle Abschnitte entwerfen";
pub const MORE: &str = "Weitere Möglichkeiten";
pub const NOTHING_TO_DRAFT: &str = "Alle Abschnitte, die sich aus den Daten schreiben lassen, haben schon Text.";

pub const OUTLINE: &str = "Gliederung";
pub const CHECKS: &str = "Prüfung";
pub const THIS_SECTION: &str = "Abschnitt";
pub const WHOLE: &str = "Gesamt";
pub const NOTHING_TO_CHECK_HERE: &str = "In diesem Abschnitt ist nichts offen";
pub const NOTHING_TO_CHECK: &str = "Im ganzen Programm ist nichts offen";
pub const CHECKING_FIRST: &str = "Die Maßnahme wird noch geprüft.";
pub const CHECKING: &str = "Wird geprüft …";

/// `8 von 15 fertig`
pub fn ready(done: usize, of: usize) -> String {
    format!("{done} von {of} fertig")
}

/// `31 gebundene Werte, 2 veraltet`
pub fn bound_values(bound: usize, stale: usize) -> String {
    let values = if bound == 1 { "gebundener Wert" } else { "gebundene Werte" };
    if stale == 0 {
        format!("{}{NBSP}{values}", count(bound as u64))
    } else {
        format!("{}{NBSP}{values}, {} veraltet", count(bound as u64), count(stale as u64))
    }
}

/// `1.842 Wörter`
pub fn words(words: usize) -> String {
    if words == 1 { format!("1{NBSP}Wort") } else { format!("{}{NBSP}Wörter", count(words as u64)) }
}

pub const SECTION_DONE: &str = "fertig";
pub const SECTION_EMPTY: &str = "noch leer";
pub const SECTION_SUGGESTED: &str = "Vorschlag liegt vor";
pub const SECTION_STALE: &str = "veraltete Werte";
pub const SECTION_OPEN: &str = "offene Prüfung";
pub const SECTION_WRONG: &str = "Widerspruch";

/// `3.5 Kinder und Familien, veraltete Werte`
pub fn outline_name(number: &str, title: &str, state: &str) -> String {
    format!("{number} {title}, {state}")
}

pub const ADD_PASSAGE: &str = "Absatz anfügen";
/// `2 Werte sind veraltet.`
pub fn stale_values(stale: usize) -> String {
    let are = if stale == 1 { "Wert ist" } else { "Werte sind" };
    format!("{}{NBSP}{are} veraltet.", count(stale as u64))
}

pub const TAKE_ALL: &str = "Alle übernehmen";
pub const NO_STALE_VALUE: &str = "Kein Wert ist veraltet";
pub const NO_STALE_VALUE_WHY: &str = "Alle gebundenen Werte im Text zeigen, was die Daten heute zeigen.";
pub const INSERT_NUMBER: &str = "Zahl einfügen";
pub const INSERT_NEEDS_EDITOR: &str = "Erst einen Absatz zum Bearbeiten öffnen.";
pub const REDRAFT: &str = "Neu berechnen";
pub const REDRAFT_HINT: &str = "Schreibt die unveränderten Absätze dieses Abschnitts mit den heutigen Daten neu";
pub const REDRAFT_HAS_EDITED: &str =
    "Der Abschnitt enthält bearbeitete Absätze. Übernehmen Sie die neuen Werte dort einzeln.";
pub const REDRAFT_NOT_NEEDED: &str = "Die Absätze dieses Abschnitts stimmen mit den Daten überein.";
pub const REDRAFT_NO_DRAFT: &str = "Diesen Abschnitt schreiben Sie selbst.";
pub const EDIT: &str = "Bearbeiten";
pub const MOVE_UP: &str = "Absatz nach oben";
pub const MOVE_DOWN: &str = "Absatz nach unten";
pub const IS_FIRST: &str = "Der Absatz ist schon der erste.";
pub const IS_LAST: &str = "Der Absatz ist schon der letzte.";
pub const REMOVE_PASSAGE: &str = "Absatz löschen";
pub const PASSAGE_REMOVED: &str = "Absatz gelöscht";
pub const PASSAGE_TEXT: &str = "Text des Absatzes";
pub const EDITOR_HINT: &str =
    "Zahlen in Klammern bleiben an die Daten gebunden; / fügt eine ein. Esc verwirft, Klick daneben speichert.";
pub const SUGGESTION: &str = "Vorschlag";
pub const SUGGESTION_HINT: &str = "aus den Daten, noch nicht im Programm";
pub const ACCEPT_SUGGESTION: &str = "Übernehmen";
pub const ORIGIN_GENERATED: &str = "aus den Daten";
pub const ORIGIN_EDITED: &str = "bearbeitet";
pub const ORIGIN_OWN: &str = "eigener Text";
pub const EMPTY_SECTION: &str = "Hier steht noch nichts";
pub const EMPTY_SECTION_WHY: &str = "Diesen Abschnitt schreiben Sie selbst. Zahlen fügen Sie gebunden ein.";
pub const WRITE_FIRST: &str = "Ersten Absatz schreiben";
pub const ASSESSMENT: &str = "Fachliche Einschätzung";
pub const ASSESSMENT_NOTE: &str =
    "Wie beurteilen Sie Rang und Auswahl? Ränge sind Hinweise und ersetzen diese Einschätzung nicht.";
pub const FROM_GOALS: &str = "Die Tabelle der Ziele entsteht aus dem Reiter „Ziele“.";
pub const FROM_MEASURES: &str = "Maßnahmenplan und Steckbriefe entstehen aus dem Reiter „Maßnahmen“.";
pub const FROM_PLAN: &str = "Kosten-, Finanzierungs- und Zeitplan entstehen aus dem Reiter „Zeitplan & Kosten“.";
pub const FROM_METHOD: &str = "Rechenweg, Quellen und Lücken werden beim Ausgeben aus den Daten geschrieben.";
pub const OPEN_GOALS: &str = "Zu den Zielen";
pub const OPEN_MEASURES: &str = "Zu den Maßnahmen";
pub const OPEN_PLAN: &str = "Zu Zeitplan und Kosten";

/// `Absatz 2 von 6`
pub fn passage_name(at: usize, of: usize) -> String {
    format!("Absatz {} von {of}", at + 1)
}

/// `13,6 % (2025)`
pub fn value_of_period(value: &str, period: &str) -> String {
    format!("{value} ({period})")
}

pub const RANK: &str = "Rang in der Rangfolge";
pub const RANK_SPAN: &str = "Spanne des Rangs";
pub const PARTICIPANTS: &str = "Zahl der gewerteten Räume";
pub const TOP_PLACES: &str = "Zahl der Plätze der Auswahl";
pub const COSTS: &str = "Kosten aller Maßnahmen";
pub const COMPUTED: &str = "berechnet";

pub const STALE: &str = "veraltet";
pub const CURRENT: &str = "aktuell";
pub const PINNED: &str = "festgehalten";
pub const FOLLOWS: &str = "folgt den Daten";
pub const STALE_WHY: &str = "Die Daten enthalten einen anderen Wert als der Text.";
pub const PINNED_WHY: &str = "Der Text hält absichtlich an diesem Stand fest.";
pub const TAKE_VALUE: &str = "Wert übernehmen";
pub const KEEP_VALUE: &str = "Stand festhalten";
pub const TEXT_LABEL: &str = "Text:";
pub const DATA_LABEL: &str = "Daten:";
pub const GONE_WHY: &str =
    "Die Daten enthalten den Wert nicht mehr. Halten Sie den Stand fest, oder entwerfen Sie den Abschnitt neu.";
pub const NOTHING_TO_TAKE: &str = "Die Daten enthalten keinen Wert, der übernommen werden könnte.";
pub const NO_LONGER_THERE: &str = "nicht mehr vorhanden";
pub const CLOSE: &str = "Schließen";
pub const ALREADY_SAME: &str = "Text und Daten stimmen überein.";
pub const ALREADY_PINNED: &str = "Der Stand ist schon festgehalten.";

pub const BEGIN_MEASURE: &str = "Maßnahme anlegen";
pub const TO_MEASURES: &str = "Zu den Maßnahmen";
pub const TO_SERVICES: &str = "Zu den Angeboten";
pub const TO_PASSAGE: &str = "Zum Absatz";
pub const TO_SECTION: &str = "Zum Abschnitt";
pub const TO_MEASURE: &str = "Zur Maßnahme";
pub const TO_GOAL: &str = "Zum Ziel";
pub const TO_GOALS: &str = "Zu den Zielen";
pub const TO_PLAN: &str = "Zu Zeitplan und Kosten";
pub const TO_ASSESSMENT: &str = "Zur Einschätzung";
pub const FROM_CATALOGUE: &str = "Aus Katalog …";
pub const TO_RANKING: &str = "Zum Bedarf";
pub const TO_SITE: &str = "Zu Vor Ort";
pub const TO_SOURCE: &str = "Quelle angeben";
pub const TO_OFFICE: &str = "Zum Aktionsbüro";
pub const TO_PROCEDURE: &str = "Zum Verfahren";
pub const TO_STATEMENT: &str = "Zur Aussage";

pub mod check {
    pub const STALE: &str = "veraltet";
    pub const UNKNOWN: &str = "unbekannte Zahl";
    pub const WORDING: &str = "anderer Wortlaut";
    pub const NEED: &str = "Lücke";
    pub const NEED_UNANSWERED: &str = "ohne Angebot";
    pub const SERVICE_ENDS: &str = "Förderung endet";
    pub const GOAL: &str = "Ziel nicht SMART";
    pub const MONEY: &str = "Finanzierung";
    pub const MEASURE: &str = "unvollständig";
    pub const TIME: &str = "Zeit";
    pub const OVERLAP: &str = "Überschneidung";
    pub const AREA: &str = "Gebietsname";
    pub const NUMBER: &str = "freie Zahl";
    pub const CONTRADICTING: &str = "widerspricht den Daten";
    pub const HIDDEN: &str = "gesperrter Wert";
    pub const STRUCTURE: &str = "Zielkette";
    pub const PRIORITY: &str = "Priorität";
    pub const SOURCE: &str = "Quelle fehlt";
    pub const ASSESSMENT: &str = "Einschätzung";
    pub const DEMONSTRATION: &str = "Beispieldaten";
    pub const RANKING: &str = "keine Rangfolge";
    pub const EMPTY: &str = "leer";
    pub const PARTICIPATION: &str = "Beteiligung";
    pub const UNANSWERED: &str = "Widerspruch";
    pub const OFFICE: &str = "Aktionsbüro";
    pub const UNNAMED: &str = "Name fehlt";
    pub const DECISION: &str = "Beschlussstand";
}

pub const GOALS: &str = "Ziele";
pub const NO_GOALS: &str = "Noch keine Ziele";
pub const NO_GOALS_WHY: &str =
    "Ein Leitziel gibt die Richtung an. Handlungsziele darunter nennen Indikator, Ausgangswert, Zielwert und Jahr.";
pub const ADD_GOAL: &str = "Ziel anlegen";
pub const ADD_LEITZIEL: &str = "Leitziel anlegen";
pub const NEW_LEITZIEL: &str = "Neues Leitziel";
pub const NEW_GOAL: &str = "Neues Handlungsziel";
pub const LEITZIEL: &str = "Leitziel";
pub const HANDLUNGSZIEL: &str = "Handlungsziel";
pub const GOAL: &str = "Ziel";
pub const INDICATOR: &str = "Indikator";
pub const NO_INDICATOR: &str = "kein Indikator";
pub const START_VALUE: &str = "Ausgangswert";
pub const TARGET_VALUE: &str = "Zielwert";
pub const TARGET_YEAR: &str = "Zieljahr";
pub const UNTIL: &str = "bis";
pub const STEP: &str = "Wirkungsstufe";
pub const SMART: &str = "SMART";
pub const DIRECTION: &str = "Richtung";
pub const GOAL_TEXT: &str = "Ziel in einem Satz";
pub const FIELD: &str = "Handlungsfeld";
pub const PARENT: &str = "gehört zu";
pub const REMOVE_GOAL: &str = "Ziel löschen";
/// `Leitziel mit 2 Handlungszielen gelöscht; 1 Maßnahme ohne Ziel`
pub fn goal_removed(is_leitziel: bool, below: usize, unlinked: usize) -> String {
    let goal = match (is_leitziel, below) {
        (false, _) => "Handlungsziel gelöscht".to_owned(),
        (true, 0) => "Leitziel gelöscht".to_owned(),
        (true, 1) => "Leitziel mit 1 Handlungsziel gelöscht".to_owned(),
        (true, _) => format!("Leitziel mit {below} Handlungszielen gelöscht"),
    };
    match unlinked {
        0 => goal,
        1 => format!("{goal}; 1 Maßnahme ohne Ziel"),
        _ => format!("{goal}; {unlinked} Maßnahmen ohne Ziel"),
    }
}
pub const CHOOSE_GOAL: &str = "Kein Ziel ausgewählt";
pub const CHOOSE_GOAL_WHY: &str = "Wählen Sie links ein Ziel, um es zu bearbeiten.";

pub const GOAL_GROUP: &str = "Zielgruppe";
pub const GOAL_PLACE: &str = "Ort im Aktionsraum";
pub const GOAL_ACCEPTED: &str = "Mitgetragen von";
pub const GOAL_REALISM: &str = "Warum ist das Ziel erreichbar?";
pub const OWN_MEASURE: &str = "Eigene Messgröße";
pub const NO_START_IN_DATA: &str =
    "Für diesen Aktionsraum steht kein Wert in den Daten. Tragen Sie den Ausgangswert von Hand ein.";
pub const START_BY_HAND: &str = "Ausgangswert von Hand eingetragen.";
pub const CHAIN_HINT: &str = "Was soll auf jeder Stufe eintreten, und woran sehen Sie es? Leere Stufen bleiben weg.";

/// `Wirkungskette (3 von 7 Stufen)`
pub fn chain(steps: usize) -> String {
    format!("Wirkungskette ({steps} von 7 Stufen)")
}

/// `Indikator: Wissen`
pub fn chain_indicator(step: &str) -> String {
    format!("{INDICATOR}: {step}")
}

/// `SMART: spezifisch, messbar; offen: akzeptiert`
pub fn smart_spoken(met: &[&str], open: &[&str]) -> String {
    match (met.join(", "), open.join(", ")) {
        (met, open) if open.is_empty() => format!("{SMART}: {met}"),
        (met, open) if met.is_empty() => format!("{SMART}, offen: {open}"),
        (met, open) => format!("{SMART}: {met}; offen: {open}"),
    }
}

/// `Ausgangswert aus den Daten: 36,9 % (2025)`
pub fn start_from_data(shown: &str, period: &str) -> String {
    format!("Ausgangswert aus den Daten: {shown} ({period})")
}

/// `Ausgangswert übernehmen: 38,7 % (2025)`
pub fn take_from_data(value: &str, period: &str) -> String {
    format!("Ausgangswert übernehmen: {value} ({period})")
}

/// The value of the same period as the data show it today.
pub fn take_corrected(value: &str, period: &str) -> String {
    format!("Wert übernehmen: {value} ({period})")
}

/// The value of a newer period: another start.
pub fn take_newer(value: &str, period: &str) -> String {
    format!("Neueren Stand nehmen: {value} ({period})")
}

/// A start value that the planner holds on to.
pub fn start_held(shown: &str, period: &str) -> String {
    format!("Ausgangswert festgehalten: {shown} ({period})")
}

/// `SGB-II-Quote, Dortmund`
pub fn indicator_of(indicator: &str, area: &str) -> String {
    format!("{indicator}, {area}")
}

/// `3 Handlungsziele`
pub fn goal_count(goals: usize) -> String {
    if goals == 1 { format!("1{NBSP}Handlungsziel") } else { format!("{goals}{NBSP}Handlungsziele") }
}

pub const MEASURES: &str = "Maßnahmen";
pub const NO_MEASURES: &str = "Noch keine Maßnahmen";
pub const NO_MEASURES_WHY: &str =
    "Eine Maßnahme nennt, wer was für wen tut, was es kostet, woher das Geld kommt und woran man die Wirkung erkennt.";
pub const ADD_MEASURE: &str = "Maßnahme anlegen";
pub const COPY_TABLE: &str = "Als Tabelle kopieren";
pub const COPIED: &str = "Tabelle kopiert";
pub const COPIED_NOTE: &str = "Sie können sie in einer Tabellenkalkulation einfügen.";
pub const ALL_FIELDS: &str = "Alle Handlungsfelder";
pub const ALL_STATES: &str = "Stand: alle";
pub const FILTER_FIELD: &str = "Handlungsfeld filtern";
pub const FILTER_STATE: &str = "Stand filtern";
pub const FILTER_YEARS: &str = "Jahre filtern";
pub const COLUMNS: &str = "Spalten";
pub const COMPARISON: &str = "Abgleich";
pub const GROUPED: &str = "Gruppiert nach Handlungsfeld";
pub const NO_HITS: &str = "Keine Maßnahme passt zu dieser Auswahl";
pub const NO_HITS_WHY: &str = "Die Filter blenden alle Maßnahmen aus.";
pub const SHOW_ALL: &str = "Alle zeigen";
pub const NUMBER: &str = "Nr.";
pub const MEASURE: &str = "Maßnahme";
pub const RESPONSIBLE: &str = "zuständig";
pub const DECISION: &str = "Stand";
pub const COST: &str = "Kosten";
pub const FUNDING: &str = "Finanzierung";
pub const OPEN: &str = "offen";
pub const TIME: &str = "Zeit";
pub const SUM: &str = "Summe";
pub const SUM_EURO: &str = "Summe (€)";
pub const NONE: &str = "–";
pub const AGREED: &str = "abgestimmt";
pub const PLANNED: &str = "geplant";
pub const INTERIM_CHECK: &str = "Zwischenprüfung";
pub const COMPLETE_FUNDING: &str = "Finanzierung ergänzen";
pub const ALL_FUNDED: &str = "Alle Kosten sind mit Mitteln unterlegt.";
pub use crate::text::report::NO_COSTS as NO_COSTS_YET;

/// `Was Kosten hat, ist mit Mitteln unterlegt. Noch ohne Kosten: M-02.`
pub fn without_costs(numbers: &[String]) -> String {
    format!("Was Kosten hat, ist mit Mitteln unterlegt. Noch ohne Kosten: {}.", numbers.join(", "))
}

/// `Aktionsraumfonds Marten`
pub fn fund(area: &str) -> String {
    format!("Aktionsraumfonds {area}")
}

/// `14.400 € von 15.000 €`
pub fn used_of(used: Euro, whole: Euro) -> String {
    format!("{} von {}", euro(used), euro(whole))
}

/// `5.000 € je Jahr, 2027 bis 2029`
pub fn fund_years(per_year: Euro, first: i16, last: i16) -> String {
    format!("{} je Jahr, {}", euro(per_year), years(first, last))
}

/// `Jahresbudget 2028`
pub fn budget(year: i16) -> String {
    format!("Jahresbudget {year}")
}

/// `alle Programme; Marten 24.100 € (11 %)`
pub fn budget_share(area: &str, own: Euro, limit: Euro) -> String {
    #[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
    let share = if limit.cents > 0 { own.cents as f64 / limit.cents as f64 * 100.0 } else { 0.0 };
    format!("alle Programme; {area} {} ({})", euro(own), crate::text::percent(share, 0))
}

/// `nur 2028`
pub fn only(year: i16) -> String {
    format!("nur {year}")
}

/// `Kosten 2028`
pub fn cost_of(year: i16) -> String {
    format!("{COST} {year}")
}

/// Years in which more is planned than the fund holds.
pub fn fund_exceeded(per_year: Euro, years: &[i16]) -> String {
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    format!("Mehr als {} verplant: {}", euro(per_year), years.join(", "))
}

/// `2027 bis 2029`
pub fn years(first: i16, last: i16) -> String {
    if first == last { first.to_string() } else { format!("{first} bis {last}") }
}

/// `38.200 € sind nicht gedeckt. Betroffen: M-01, M-05.`
pub fn open_amounts(open: Euro, measures: &[String]) -> String {
    format!("{} sind nicht gedeckt. Betroffen: {}.", euro(open), measures.join(", "))
}

/// `2 Maßnahmen · 82.800 €`
pub fn group_sum(measures: usize, cost: Euro) -> String {
    format!("{} · {}", measure_count(measures), euro(cost))
}

/// `9 Maßnahmen`
pub fn measure_count(measures: usize) -> String {
    if measures == 1 { format!("1{NBSP}Maßnahme") } else { format!("{measures}{NBSP}Maßnahmen") }
}

/// What is heard of a funding bar: `Projektbudget 15.000 €, offen 22.500 €`
pub fn funding_parts(parts: &[(FundingSource, Euro)], open: Euro) -> String {
    let mut words: Vec<String> = parts
        .iter()
        .filter(|(_, amount)| amount.cents > 0)
        .map(|(source, amount)| format!("{} {}", funding_source(*source), euro(*amount)))
        .collect();
    if open.cents > 0 {
        words.push(format!("{OPEN} {}", euro(open)));
    }
    words.join(", ")
}

/// What is heard of a cost bar: `Personalkosten 15.000 €, Sachkosten 2.000 €`
pub fn kind_parts(parts: &[(CostKind, Euro)]) -> String {
    let given = parts.iter().filter(|(_, amount)| amount.cents > 0);
    given.map(|(kind, amount)| format!("{} {}", cost_kind(*kind), euro(*amount))).collect::<Vec<_>>().join(", ")
}

/// `Handlungsprogramm Marten, 2027 bis 2029`
pub fn figure_of(area: &str, first: i16, last: i16) -> String {
    format!("Handlungsprogramm {area}, {}", years(first, last))
}

/// `4. Quartal 2027 bis 3. Quartal 2029`
pub fn span(from: Option<Quarter>, to: Option<Quarter>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from} bis {to}"),
        (Some(from), None) => format!("ab {from}"),
        (None, Some(to)) => format!("bis {to}"),
        (None, None) => NO_TIME.to_owned(),
    }
}

pub const NO_TIME: &str = "Zeit offen";

/// `Maßnahmen › M-05`
pub fn crumb(number: &str) -> String {
    format!("{TAB_MEASURES} › {number}")
}

pub const BACK_TO_LIST: &str = "Zur Liste";
pub const DUPLICATE: &str = "Doppeln";
pub const DELETE: &str = "Löschen";
pub const MEASURE_REMOVED: &str = "Maßnahme gelöscht";
pub const MARK_AGREED: &str = "Als abgestimmt vermerken";
pub const SAVED_AT_ONCE: &str = "Jede Eingabe ist sofort gespeichert. Strg+Z nimmt den letzten Schritt zurück.";

/// Title of a copy.
pub fn copy_of(title: &str) -> String {
    format!("{title} (Kopie)")
}

/// Why a measure cannot be marked as agreed again.
pub fn already(state: &str) -> String {
    format!("Der Stand ist schon „{state}“.")
}

pub mod links {
    pub const TITLE: &str = "Erfahrungen und Akteure";
    pub const EXPERIENCE: &str = "Baut auf Erfahrungen";
    pub const ADD_EXPERIENCE: &str = "Erfahrung verbinden";
    pub const NO_EXPERIENCE: &str = "Erfahrungen werden unter „Vor Ort“ festgehalten.";
    pub const NO_ACTORS: &str = "Akteure werden unter „Vor Ort“ erfasst.";
    pub const ACTORS: &str = "Beteiligte Akteure";
    pub const ADD_ACTOR: &str = "Akteur hinzufügen";

    /// `Elterncafé im Bildungshaus abnehmen`
    pub fn remove(name: &str) -> String {
        format!("{name} abnehmen")
    }
}

pub mod form {
    pub const EFFECT: &str = "Wirkung prüfen";
    pub const MONEY: &str = "Zeit und Kosten";
    pub const CONTENT: &str = "Inhalt";
    pub const TITLE: &str = "Titel";
    pub const FIELD: &str = "Handlungsfeld";
    pub const STATE: &str = "Stand";
    pub const GOAL: &str = "Handlungsziel";
    pub const NO_GOAL: &str = "kein Ziel zugeordnet";
    pub const TARGET_GROUP: &str = "Zielgruppe";
    pub const PRIORITY: &str = "Priorität";
    pub const CARRIER: &str = "Träger";
    pub const OFFICE: &str = "Federführung";
    pub const OTHERS: &str = "Beteiligte";
    pub const SITE: &str = "Standort";
    pub const KEY_MEASURE: &str = "Schlüsselmaßnahme";
    pub const INDICATOR: &str = "Woran erkennen Sie die Wirkung?";
    pub const START: &str = "Ausgangswert";
    pub const TARGET: &str = "Zielwert";
    pub const CHECK_ON: &str = "Prüfung am";
    pub const HYPOTHESIS: &str = "Wirkungsannahme";
    pub const HYPOTHESIS_HINT: &str = "Wenn …, dann …";
    pub const STEP: &str = "Wirkungsstufe";
    pub const BEGIN: &str = "Beginn";
    pub const END: &str = "Ende";
    pub const NOT_SET: &str = "offen";
    pub const END_BEFORE_BEGIN: &str = "Das Ende liegt vor dem Beginn.";
    pub const DESCRIPTION: &str = "Beschreibung";
    pub const PROBLEM: &str = "Problemlage";
    pub const CONTINUATION: &str = "Verstetigung";
    pub const DEPENDS: &str = "Abhängig von";
    pub const ADD_DEPENDENCY: &str = "Maßnahme hinzufügen";
    pub const SOURCE: &str = "Quelle";
    pub const COST_KIND: &str = "Kostenart";
    pub const FUNDING_STATE: &str = "Stand der Mittel";
    pub const COSTS_SUM: &str = "Kosten";
    pub const FUNDING_SUM: &str = "Mittel";
    pub const OPEN_SUM: &str = "offen";
    pub const SURPLUS: &str = "zu viel";
    pub const EXCLUDED: &str = "davon nicht förderfähig";
    pub const NOT_ELIGIBLE: &str = "gefördert";
    pub const STATE_HELD: &str =
        "Weitere Stände lassen sich wählen, sobald die offenen Punkte der Prüfung geklärt sind.";
    pub const COVERED: &str = "gedeckt";
    pub const NO_OTHER_MEASURE: &str = "Es gibt keine weitere Maßnahme.";
    pub const ONLY_CIRCLES: &str = "Die übrigen Maßnahmen hängen schon von dieser ab.";
    pub const YEARS_SHIFTED: &str = "Jahre verschoben";
    pub const YEARS_SHIFTED_WHY: &str = "In einem Jahr stehen mehr Mittel als Kosten, in einem anderen weniger. Der Aktionsraumfonds gilt nur im eigenen Jahr.";
    pub const NOT_COVERED: &str = "nicht gedeckt";

    /// Takes a dependency away.
    pub fn remove_dependency(number: &str) -> String {
        format!("Abhängigkeit von {number} entfernen")
    }
}

/// Priority by need, effect and effort.
pub mod priority {
    use crate::domain::PriorityWeights;
    use crate::text::decimal;

    pub const TITLE: &str = "Priorität nach Bedarf, Wirkung und Aufwand";
    pub const NEED: &str = "Bedarf";
    pub const EFFECT: &str = "Wirkung";
    pub const EFFORT: &str = "Aufwand";
    pub const EFFECT_CHOICE: &str = "Wirkung, 1 gering bis 5 groß";
    pub const EFFORT_CHOICE: &str = "Aufwand, 1 gering bis 5 groß";
    pub const NO_POINTS: &str = "–";
    pub const OWN: &str = "Ihre Priorität";
    pub const PROPOSAL: &str = "Vorschlag";
    pub const NO_PROPOSAL: &str = "Ein Vorschlag entsteht, wenn Bedarf, Wirkung und Aufwand Punkte haben.";
    pub const REASON: &str = "Warum weicht Ihre Priorität ab?";
    pub const BY_PLANNER: &str = "Ihre Einschätzung";
    pub const COUNTED_AGAINST: &str = "Ihre Einschätzung; zählt als 6 minus Punkte";

    /// `4 Punkte`
    pub fn points(points: u8) -> String {
        if points == 1 { "1 Punkt".to_owned() } else { format!("{points} Punkte") }
    }

    /// `Vorschlag: hoch (4,2 von 5)`
    pub fn proposal(priority: &str, total: f64) -> String {
        format!("{PROPOSAL}: {priority} ({} von 5)", decimal(total, 1))
    }

    /// `Gewichte: Bedarf 2, Wirkung 2, Aufwand 1`
    pub fn weights(weights: PriorityWeights) -> String {
        let PriorityWeights { bedarf, wirkung, aufwand } = weights;
        format!("Gewichte: {NEED} {bedarf}, {EFFECT} {wirkung}, {EFFORT} {aufwand} (Einstellungen)")
    }
}

/// Milestones of a measure.
pub mod milestone {
    pub const TITLE: &str = "Zwischenprüfungen und Meilensteine";
    pub const DAY: &str = "am";
    pub const WHAT: &str = "Was wird geprüft oder ist fertig?";
    pub const DONE: &str = "erledigt";
    pub const ADD: &str = "Zwischenprüfung anlegen";
    pub const NEW: &str = "Zwischenprüfung";

    /// Name of the button that takes a milestone away.
    pub fn remove(title: &str) -> String {
        format!("{title} entfernen")
    }
}

/// Overlaps of a measure with what is there.
pub mod overlap {
    pub const OPEN: &str = "Überschneidung";
    pub const SETTLED: &str = "abgestimmt";
    pub const TRAEGER: &str = "Träger";
    pub const TARGET_GROUP: &str = "Zielgruppe";
    pub const SITE: &str = "Standort";
    pub const EXTENT: &str = "Umfang, Zeit";
    pub const REASON: &str = "Begründung";

    /// `Angebot „Elterncafé“, Nette`
    pub fn service(name: &str, area: Option<&str>) -> String {
        format!("Angebot „{name}“{}", in_area(area))
    }

    /// `Maßnahme „Bürgerdialog“, Nette`
    pub fn measure(name: &str, area: Option<&str>) -> String {
        format!("Maßnahme „{name}“{}", in_area(area))
    }

    fn in_area(area: Option<&str>) -> String {
        area.map_or_else(String::new, |area| format!(", {area}"))
    }

    /// Why both are compared.
    pub fn because(reasons: &[String]) -> String {
        format!("Gefunden durch: {}.", reasons.join("; "))
    }

    /// Where the decision about two measures is kept.
    pub fn decided_at(measure: &str, decision: &str) -> String {
        format!("Geklärt bei {measure}: {decision}. Ändern lässt es sich dort.")
    }
}

/// Points of a measure that are settled.
pub mod settled {
    pub const MONEY: &str = "Kosten gedeckt";
    pub const COMPLETE: &str = "Träger und Wirkung vollständig";
    pub const TIME: &str = "Zeiten passen zum Programm";
    pub const PRIORITY: &str = "Priorität begründet";
    pub const OVERLAP: &str = "Überschneidungen geklärt";
}

/// Name of an amount: `Personalkosten 2027 in Euro`
pub fn cost_cell(kind: CostKind, year: i16) -> String {
    format!("{} {year} in Euro", cost_kind(kind))
}

/// Name of an amount: `davon nicht förderfähig 2027 in Euro`
pub fn excluded_cell(year: i16) -> String {
    format!("{} {year} in Euro", form::EXCLUDED)
}

/// Name of an amount: `Projektbudget 2027 in Euro`
pub fn funding_cell(source: FundingSource, year: i16) -> String {
    format!("{} {year} in Euro", funding_source(source))
}

/// Name of the state of a source: `Stand der Mittel: Projektbudget`
pub fn funding_state_of(source: FundingSource) -> String {
    format!("{}: {}", form::FUNDING_STATE, funding_source(source))
}

/// Scenarios.
pub mod scenario {
    pub const SCENARIO: &str = "Szenario";
    pub const COMPARISON: &str = "Szenarien im Vergleich";
    pub const QUANTITY: &str = "Größe";
    pub const NAME: &str = "Name des Szenarios";
    pub const MEASURES: &str = "Maßnahmen der Auswahl";
    pub const ADD: &str = "Eigene Auswahl anlegen";
    pub const REMOVE: &str = "Szenario löschen";
    pub const REMOVED: &str = "Szenario gelöscht";
    pub const APPENDIX: &str = "Im Anhang des Dokuments zeigen";
    pub const FOLLOWS: &str =
        "Dieses Szenario folgt aus den Maßnahmen. Eine eigene Auswahl beginnt mit den Maßnahmen, die es enthält.";
    pub const COMPUTING: &str = "Der Vergleich wird berechnet …";
    pub const MARKS: &str = "Bedarfe und Ziele der Szenarien";
    pub const NEED_OR_GOAL: &str = "Bedarf oder Ziel";
    pub const ANSWERED: &str = "mit Maßnahme";
    pub const NOT_ANSWERED: &str = "ohne Maßnahme";

    /// `Bedarf: Kinder im SGB-II-Bezug`
    pub fn mark(label: &str, is_goal: bool) -> String {
        if is_goal { format!("Ziel: {label}") } else { format!("Bedarf: {label}") }
    }

    /// `Szenario 1`
    pub fn new(number: usize) -> String {
        format!("{SCENARIO} {number}")
    }
}

pub const LOWER_SUMS: &str = "Summen";
pub const LOWER_CHART: &str = "Diagramm";
pub const LOWER_SCENARIOS: &str = "Szenarien";
pub const SAVE_GANTT: &str = "Zeitplan als Bild sichern …";
pub const SAVE_COSTS: &str = "Kosten als Bild sichern …";
pub const SAVE_FUNDING: &str = "Finanzierung als Bild sichern …";
pub const PICTURES: &str = "Bilder";
pub const COSTS_CHART: &str = "Kosten nach Art";
pub const FUNDING_CHART: &str = "Mittel nach Quelle";
pub const YEAR: &str = "Jahr";

pub const PLAN: &str = "Zeitplan";
pub const COSTS_BY_YEAR: &str = "Kosten je Jahr und Kostenart";
pub const FUNDING_BY_YEAR: &str = "Finanzierung je Jahr und Quelle";
pub const FIRST_YEAR: &str = "Programm von";
pub const LAST_YEAR: &str = "Programm bis";
pub const YEARS_ORDER: &str = "Das erste Jahr liegt nach dem letzten";
pub const YEARS_ORDER_NOTE: &str = "Der bisherige Zeitraum gilt weiter.";
pub const COSTS_TOTAL: &str = "Kosten gesamt";
pub const FUNDING_TOTAL: &str = "Mittel gesamt";
pub const STILL_OPEN: &str = "noch offen";
pub const NO_PLAN: &str = "Noch kein Zeitplan";
pub const NO_PLAN_WHY: &str = "Zeitplan, Kosten und Finanzierung entstehen aus den Maßnahmen.";

/// `davon Eigenanteil 12,5 %`
pub fn own_share(percent: f64) -> String {
    format!("davon Eigenanteil {}", crate::text::percent(percent, 1))
}
