//! Words of the documents beside the Handlungsprogramm: Steckbriefe, Ratsvorlage, Vergleich, Sozialraumprofil.

#![allow(missing_docs)]

use crate::domain::Euro;
use crate::text::{NBSP, euro};

/// Titles.
pub fn sheets_title(area: &str) -> String {
    format!("Maßnahmensteckbriefe {area}")
}

pub fn council_title(area: &str) -> String {
    format!("Ratsvorlage: Handlungsprogramm {area}")
}

pub fn comparison_title() -> String {
    "Die Aktionsräume im Vergleich".to_owned()
}

pub fn profile_title(area: &str) -> String {
    format!("Sozialraumprofil {area}")
}

/// `12 Maßnahmen des Handlungsprogramms 2027 bis 2030`
pub fn sheets_subtitle(measures: usize, first: i16, last: i16) -> String {
    let measures = super::counted(measures, "Maßnahme", "Maßnahmen");
    format!("{measures} des Handlungsprogramms {first} bis {last}")
}

pub fn council_subtitle(first: i16, last: i16) -> String {
    format!("Vorlage für die Jahre {first} bis {last}")
}

pub fn comparison_subtitle(areas: usize) -> String {
    format!("Rangfolge, Kennwerte, Maßnahmen, Mittel und Verfahrensstand von {areas} Aktionsräumen")
}

pub fn profile_subtitle(level: &str, bezirk: Option<&str>) -> String {
    match bezirk {
        Some(bezirk) => format!("{level} im Stadtbezirk {bezirk}: Lage, Vergleich und Entwicklung"),
        None => format!("{level}: Lage, Vergleich und Entwicklung"),
    }
}

/// Measure as heading: `Elterncafé (M-05)`.
pub fn measure_heading(number: u32, title: &str) -> String {
    format!("{title} ({})", super::measure_number(number))
}

/// First parts of file names.
pub mod stem {
    pub const PROGRAMME: &str = "Handlungsprogramm";
    pub const SHEETS: &str = "Massnahmensteckbriefe";
    pub const COUNCIL: &str = "Ratsvorlage";
    pub const PROFILE: &str = "Sozialraumprofil";
    pub const PROGRESS: &str = "Sachstandsbericht";
    pub const COMPARISON: &str = "Vergleich-Aktionsraeume";
    pub const VERSION: &str = "Handlungsprogramm-Fassung";
}

/// `Arbeitslosenrate (%), 2025`
pub fn value_head(name: &str, unit: &str, period: &str) -> String {
    let unit = if unit.is_empty() || name.contains(unit) { String::new() } else { format!(" ({unit})") };
    format!("{name}{unit}, {period}")
}

pub mod sheet {
    /// `Projektmittel (bewilligt)`
    pub fn funding(source: &str, state: &str) -> String {
        format!("{source} ({state})")
    }

    pub fn money_caption(number: &str) -> String {
        format!("{number}: Kosten und Finanzierung je Jahr")
    }
    pub const POSITION: &str = "Position";
}

pub mod council {
    use super::{Euro, NBSP, euro};

    pub const NUMBER: &str = "Drucksache Nr.";
    pub const PUBLIC: &str = "Öffentlichkeit";
    pub const FACHBEREICH: &str = "Fachbereich";
    pub const DEZERNAT: &str = "Dezernat";
    pub const DATE: &str = "Datum";
    pub const MISSING: &str = "fehlt noch";

    pub const AHEAD: &str = "steht bevor";
    pub const SEQUENCE: &str = "Beratungsfolge";
    pub const PROPOSAL: &str = "Beschlussvorschlag";
    pub const FINANCES: &str = "Finanzielle Auswirkungen";
    pub const REASONS: &str = "Begründung";
    pub const CHOICE: &str = "Auswahl und Handlungsbedarf";
    pub const GOALS: &str = "Ziele und Maßnahmen";
    pub const METHOD: &str = "Methode und Quellen";
    pub const ANNEXES: &str = "Anlagen";

    pub const SEQUENCE_COLUMNS: [&str; 4] = ["Gremium", "Termin", "Zuständigkeit", "Stand"];
    pub const SEQUENCE_SOURCE: &str = "Quelle: Verfahren des Projekts.";

    pub fn sequence_missing() -> String {
        "Fehlt noch: Im Verfahren ist für diesen Aktionsraum keine Beratung in einem Gremium vorgesehen.".to_owned()
    }

    pub fn proposal_missing() -> String {
        "Fehlt noch: Zu diesem Handlungsprogramm ist kein Beschlusswortlaut hinterlegt. Der folgende Satz ist ein Vorschlag zur Bearbeitung.".to_owned()
    }

    pub fn proposal(area: &str, first: i16, last: i16, measures: usize) -> String {
        let measures = super::super::counted(measures, "Maßnahme", "Maßnahmen");
        format!(
            "Das Handlungsprogramm für den Aktionsraum {area} mit {measures} für die Jahre {first} bis {last} wird beschlossen."
        )
    }

    pub fn missing(what: &[String]) -> String {
        format!("Fehlt noch: {}.", super::super::enumeration(what))
    }

    pub fn unfunded(open: Euro) -> String {
        format!("Für {} ist noch keine Finanzierung benannt.", euro(open))
    }

    pub fn uncertain(amount: Euro, of: Euro) -> String {
        format!("Bewilligt sind {} von{NBSP}{}; der übrige Teil ist geplant oder beantragt.", euro(amount), euro(of))
    }

    pub const NO_ASSESSMENT: &str = "die fachliche Einschätzung zum Rang";
    pub const NO_NUMBER: &str = "die Drucksachennummer";
    pub const NO_PUBLIC: &str = "die Angabe, ob öffentlich beraten wird";
    pub const NO_FACHBEREICH: &str = "der Fachbereich";
    pub const NO_DEZERNAT: &str = "das Dezernat";
    pub const NO_MEASURES: &str = "Maßnahmen";

    pub fn annexes() -> [&'static str; 3] {
        ["Handlungsprogramm (Kurzfassung)", "Maßnahmensteckbriefe", "Sozialraumprofil"]
    }
}

pub mod comparison {
    pub const RANKING: &str = "Rangfolge";
    pub const VALUES: &str = "Kennwerte";
    pub const MEASURES: &str = "Maßnahmen";
    pub const MONEY: &str = "Mittel";
    pub const PROCEDURE: &str = "Stand des Verfahrens";
    pub const METHOD: &str = "Methode und Quellen";

    pub const RANK_COLUMNS: [&str; 6] =
        ["Rang", "Aktionsraum", "Stadtbezirk", "Spanne", "unter den Ersten", "belasteter als die Stadt"];
    pub const MEASURE_COLUMNS: [&str; 7] =
        ["Aktionsraum", "Maßnahmen", "Arbeit", "Kinder", "Zusammenhalt", "Schlüssel", "beschlossen oder weiter"];
    pub const MONEY_COLUMNS: [&str; 6] = ["Aktionsraum", "Zeitraum", "Kosten", "Finanzierung", "bewilligt", "offen"];
    pub const PROCEDURE_COLUMNS: [&str; 5] = ["Aktionsraum", "Stand", "Schritt", "Termin", "Fachliche Einschätzung"];

    pub const AREA: &str = "Aktionsraum";
    pub const LOW: &str = "Spanne von";
    pub const HIGH: &str = "Spanne bis";
    pub const OPEN_MONEY: &str = "Offen ist, was einzelnen Maßnahmen fehlt: Was eine Maßnahme zu viel hat, gleicht es bei einer anderen nicht aus.";
    pub const MEDIAN: &str = "Median der Aktionsräume";
    pub const NOT_RANKED: &str = "nicht gewertet";
    pub const THERE: &str = "liegt vor";
    pub const MISSING: &str = "fehlt";
    pub const NO_STEP: &str = "noch nicht begonnen";
    pub const ALL_STEPS: &str = "alle Schritte erledigt";

    /// `unter den ersten 13`
    pub fn top_places(top: u32) -> String {
        format!("unter den ersten {top}")
    }

    /// `unter den ersten 13 (%)`
    pub fn top_share(top: u32) -> String {
        format!("{} (%)", top_places(top))
    }

    pub fn rank_caption() -> String {
        "Rang und Spanne je Aktionsraum".to_owned()
    }

    /// `Kennwerte, Teil 1 von 3`
    pub fn values_caption(part: usize, parts: usize) -> String {
        if parts == 1 { "Kennwerte".to_owned() } else { format!("Kennwerte, Teil {part} von {parts}") }
    }

    pub fn measures_caption() -> String {
        "Maßnahmen nach Handlungsfeld und Stand".to_owned()
    }

    pub fn money_caption() -> String {
        "Kosten und Finanzierung der Handlungsprogramme".to_owned()
    }

    pub fn procedure_caption() -> String {
        "Stand der Handlungsprogramme und des Verfahrens".to_owned()
    }

    /// What rank and interval say.
    pub fn rank_note(ranked: usize, coverage: f64, top: u32) -> String {
        format!(
            "Rang: unter allen {ranked} gewerteten Gebieten. Spanne: Ränge, in denen {} % der variierten Rechenwege liegen. Unter den ersten {top}: Anteil der Rechenwege, in denen der Raum dazugehört. Belasteter als die Stadt: Indikatoren des Rezepts. Quelle: eigene Berechnung, siehe Methode und Quellen.",
            crate::text::decimal(coverage, 0)
        )
    }

    pub fn median_note() -> String {
        "Median: mittlerer Wert der Aktionsräume mit einem Wert, ohne Gewichtung nach Einwohnern.".to_owned()
    }

    pub fn without_programme(names: &[String]) -> String {
        format!("Noch ohne Handlungsprogramm: {}.", super::super::enumeration(names))
    }

    pub fn no_areas() -> String {
        "Im Projekt sind keine Aktionsräume festgelegt.".to_owned()
    }
}

pub mod profile {
    pub const AREA: &str = "Das Gebiet";
    pub const RANK: &str = "Rang und Auswahl";
    pub const VOICES: &str = "Stimmen vor Ort";
    pub const SERVICES: &str = "Vorhandene Angebote";
    pub const METHOD: &str = "Methode und Quellen";

    pub const COLUMNS: [&str; 9] =
        ["Indikator", "Stand", "Gebiet", "Bezirk", "Stadt", "Median", "Platz", "Veränderung", "Art"];

    pub const HEADS_NOTE: &str = "Bezirk: der Stadtbezirk. Median: mittlerer Wert der Aktionsräume mit einem Wert, ohne Gewichtung nach Einwohnern. Art: wie sicher der Wert des Gebiets ist.";

    /// `Bevölkerung: Marten im Vergleich`
    pub fn caption(topic: &str, area: &str) -> String {
        format!("{topic}: {area} im Vergleich")
    }

    pub fn no_values(topic: &str) -> String {
        format!("Zum Thema „{topic}“ liegen keine Werte vor.")
    }
}
