//! Words of the panel.

#![allow(missing_docs)]

pub mod entries;
pub mod umsetzung;

use crate::domain::StepProgress;
use crate::text;
use jiff::civil::{Date, Weekday};

pub const TABS: [&str; 8] =
    ["Stand", "Wiedervorlagen", "Gremien", "Beschlüsse", "Niederschriften", "Umsetzung", "Vorlage", "Verlauf"];

pub const BOARD: &str = "Stand des Verfahrens";
pub const AREA: &str = "Aktionsraum";
pub const FOOT: &str = "Aktionsräume im Schritt";
pub const DONE: &str = "erledigt";
pub const RUNNING: &str = "läuft";
pub const OVERDUE: &str = "überfällig";
pub const PLANNED: &str = "geplant";
pub const COMMITTEE: &str = "Gremium";
pub const COPY: &str = "Stand kopieren";
pub const KEYS: &str =
    "Gremien mit Tag und Monat, Arbeitsschritte mit Monat und Jahr. Enter öffnet den Schritt, F2 ändert das Datum.";

pub const NEXT_DATES: &str = "Nächste Termine";
pub const NO_DATES: &str = "Keine Termine eingetragen.";
pub const RESPONSIBLE: &str = "Zuständig";
pub const RESULT: &str = "Ergebnis";
pub const PROGRESS: &str = "Stand";
pub const DATE: &str = "Termin";
pub const CHECKLIST: &str = "Prüfliste";
pub const NOTE: &str = "Notiz";
pub const GATES: &str = "Vom Programm geprüft";
pub const OPEN_GATE: &str = "öffnen";
pub const GATES_WAIT: &str = "Das Handlungsprogramm wird noch geprüft.";
pub const GATES_NOTE: &str =
    "Diese Bedingungen prüft das Programm am Handlungsprogramm des Aktionsraums; sie halten den Schritt offen.";
pub const NO_PROGRAMME: &str = "Ohne Handlungsprogramm bleiben die geprüften Bedingungen offen.";
pub const CLOSE_STEP: &str = "Schritt abschließen";
pub const CLOSE_DESPITE: &str = "Trotz offener Bedingungen abschließen";
pub const DESPITE_NEEDS_NOTE: &str =
    "Schreiben Sie zuerst in die Notiz, warum der Schritt trotzdem abgeschlossen wird.";
pub const ALREADY_CLOSED: &str = "Der Schritt ist schon abgeschlossen.";
pub const CHOOSE_CELL: &str = "Wählen Sie in der Tafel einen Aktionsraum und einen Schritt.";

pub const CREATE_PAPER: &str = "Vorlage erstellen …";
pub const CREATE_PAPER_HINT: &str = "Schreibt die Ratsvorlage des gewählten Aktionsraums als Word-Dokument.";
pub const PAPER_NEEDS_AREA: &str = "Wählen Sie zuerst einen Aktionsraum.";
pub const PAPER_NEEDS_PROGRAMME: &str = "Für diesen Aktionsraum gibt es noch kein Handlungsprogramm.";

pub const EMPTY_TITLE: &str = "Noch kein Verfahren";
pub const EMPTY_WHY: &str = "Legen Sie die Schritte an, die zu den Handlungsprogrammen führen. Danach sehen Sie hier, welcher Aktionsraum wo steht.";
pub const NO_AREAS: &str = "Es gibt noch keine Aktionsräume. Lesen Sie zuerst eine Tabelle mit Gebieten ein.";
pub const TO_DATA: &str = "Zu den Daten";

pub const TEMPLATE: &str = "Schritte der Vorlage";
pub const TEMPLATE_NOTE: &str = "Die Vorlage gehört Ihnen: Der Wortlaut des Verfahrensvorschlags liegt dem Programm nicht vor. Ändern, ergänzen oder entfernen Sie Schritte, bis sie Ihrem Verfahren entsprechen.";
pub const ADD_STEP: &str = "Schritt anlegen";
pub const NEW_STEP: &str = "Neuer Schritt";
pub const NUMBER: &str = "Nr.";
pub const TITLE: &str = "Titel";
pub const POINTS: &str = "Punkte";
pub const CHECKLIST_NOTE: &str = "Ein Punkt je Zeile. Haken bleiben bei ihrem Wortlaut.";
pub const DURCHGANG: &str = "Verfahren";
pub const DURCHGANG_NAME: &str = "Name des laufenden Verfahrens";
pub const DURCHGANG_NAME_NOTE: &str = "Zum Beispiel „Verfahren 2026/27“.";
pub const NEXT_DURCHGANG: &str = "Name des nächsten Verfahrens";
pub const BEGIN_DURCHGANG: &str = "Neues Verfahren beginnen";
pub const BEGIN_NOTE: &str = "Der Stand aller Aktionsräume bleibt unter dem bisherigen Namen lesbar. Die Schritte der Vorlage gelten weiter, jeder Aktionsraum beginnt wieder am Anfang.";
pub const BEGIN_NEEDS_NAMES: &str = "Geben Sie zuerst beiden Verfahren einen Namen.";
pub const BEGUN: &str = "Neues Verfahren begonnen";
pub const REMOVE_DURCHGANG: &str = "Dieses frühere Verfahren entfernen";
pub const PAST_READ_ONLY: &str = "Ein abgeschlossenes Verfahren lässt sich nur lesen.";

/// `Verfahren 2024/25, abgeschlossen am 12.01.2026`
pub fn past_durchgang(name: &str, day: Date) -> String {
    format!("{name}, abgeschlossen am {}", text::date(day))
}
pub const IS_COMMITTEE: &str = "Ein Gremium entscheidet";
pub const UP: &str = "Nach oben";
pub const DOWN: &str = "Nach unten";
pub const IS_FIRST: &str = "Der Schritt steht schon am Anfang.";
pub const IS_LAST: &str = "Der Schritt steht schon am Ende.";
pub const REMOVE_STEP: &str = "Schritt entfernen";
pub const CHOOSE_STEP: &str = "Wählen Sie links einen Schritt.";

pub const HISTORY: &str = "Verlauf";
pub const WHEN: &str = "Zeit";
pub const WHAT: &str = "Änderung";
pub const WHY: &str = "Begründung";
pub const HISTORY_EMPTY: &str = "Noch kein Verlauf";
pub const HISTORY_WHY: &str = "Jede Änderung am Projekt steht hier mit ihrer Zeit.";

/// `13 Aktionsräume, 9 Schritte`
pub fn subtitle(areas: usize, steps: usize) -> String {
    format!("{areas} Aktionsräume, {steps} Schritte")
}

/// `Heute 22.11.2026`
pub fn today(date: Date) -> String {
    format!("Heute {}", text::date(date))
}

/// `Mi`
pub fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Mo",
        Weekday::Tuesday => "Di",
        Weekday::Wednesday => "Mi",
        Weekday::Thursday => "Do",
        Weekday::Friday => "Fr",
        Weekday::Saturday => "Sa",
        Weekday::Sunday => "So",
    }
}

/// `3 Tage`, `seit 3 Tagen`
pub fn days(days: i32) -> String {
    match days {
        ..=-2 => format!("seit {} Tagen", -days),
        -1 => "seit gestern".to_owned(),
        0 => "heute".to_owned(),
        1 => "morgen".to_owned(),
        _ => format!("{days} Tage"),
    }
}

/// `Schritt 4: Entwurf`
pub fn step(position: u32, title: &str) -> String {
    format!("Schritt {position}: {title}")
}

/// `Marten, Schritt 4: Entwurf`
pub fn step_of(area: &str, position: u32, title: &str) -> String {
    format!("{area}, Schritt {position}: {title}")
}

/// `Marten, Entwurf: läuft, 30.11.2026`
pub fn cell(area: &str, title: &str, progress: StepProgress, overdue: bool, date: Option<Date>) -> String {
    let mut words = format!("{area}, {title}: {}", text::step_progress(progress));
    if overdue {
        words.push_str(", überfällig");
    }
    if let Some(date) = date {
        words.push_str(", ");
        words.push_str(&text::date(date));
    }
    words
}

/// `3 Punkte offen`
pub fn open_points(number: usize) -> String {
    if number == 1 { "1 Punkt offen".to_owned() } else { format!("{number} Punkte offen") }
}

/// `Finanzierung gedeckt: 2 offen`
pub fn gate(words: &str, open: Option<usize>) -> String {
    match open {
        None => words.to_owned(),
        Some(0) => format!("{words}: erfüllt"),
        Some(number) => format!("{words}: {number} offen"),
    }
}

/// `2 offen`
pub fn gate_open(number: usize) -> String {
    format!("{number} offen")
}

/// A step that cannot be closed yet.
pub fn still_open(number: usize) -> String {
    format!("Der Schritt bleibt offen: {}", open_points(number))
}

/// `2 von 4 erledigt`
pub fn settled(settled: usize, of: usize) -> String {
    format!("{settled} von {of} erledigt")
}

/// The title for narrow heads: without its leading preposition, long words of the template parted by hand.
pub fn head_title(title: &str) -> String {
    let short = ["In der ", "Im ", "Mit "].into_iter().find_map(|start| title.strip_prefix(start)).unwrap_or(title);
    short.replace("Bezirksvertretung", "Bezirks- vertretung").replace("Fachausschuss", "Fach- ausschuss")
}
