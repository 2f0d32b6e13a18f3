//! Words of the Sachstandsbericht.

#![allow(missing_docs)]

use crate::domain::Euro;
use crate::text::{date, euro, percent};
use jiff::civil::Date;

pub const SUBTITLE: &str = "Umsetzung, Wirkung und Mittel";
pub const OVERVIEW: &str = "Überblick";
pub const GOALS: &str = "Ziele und Daten";
pub const MEASURES: &str = "Stand der Maßnahmen";
pub const EFFECTS: &str = "Wirkung der Maßnahmen";
pub const MONEY: &str = "Mittel";
pub const DECISIONS: &str = "Beschlüsse";
pub const NEXT: &str = "Nächste Termine";
pub const OVERDUE: &str = "überfällig";
pub const INVENTED: &str = "Beispiel";
pub const CAPTION_SPENDING: &str = "Ausgaben und Planung nach Jahren";
pub const ENTRIES_SOURCE: &str = "Quelle: eigene Eintragungen; Summen eigene Berechnung.";
pub const PROCEDURE_SOURCE: &str = "Quelle: Verfahren und Planung des Projekts.";
pub const OUTFLOW_NOTE: &str = "Abfluss: Anteil der ausgegebenen an den bewilligten Mitteln.";
pub const EFFECT_CHECK: &str = "Wirkungsprüfung";
pub const READING_NOTE: &str = "„auf dem Weg“: Der Anteil des zurückgelegten Weges ist mindestens so groß wie der Anteil der vergangenen Zeit, gezählt vom Stand des Ausgangswertes bis zum Zieljahr. Gesperrte Werte bleiben gesperrt.";

/// A target that nothing was counted for yet.
pub const NO_VALUE: &str = "noch keiner";
/// Head of the goals.
pub const GOAL_COLUMNS: [&str; 5] = ["Ziel", "Indikator", "Ausgang → Ziel", "neuester Wert", "Stand"];
pub const MEASURE_COLUMNS: [&str; 5] = ["Nr.", "Maßnahme", "Beschlussstand", "Umsetzung", "Letzte Notiz"];
pub const EFFECT_COLUMNS: [&str; 5] = ["Nr.", "Indikator", "Ausgang → Ziel", "neuester Wert", "Stand"];
pub const MONEY_COLUMNS: [&str; 6] = ["Nr.", "Maßnahme", "geplant", "bewilligt", "ausgegeben", "Abfluss"];
pub const YEAR_COLUMNS: [&str; 5] = ["Jahr", "geplant", "bewilligt", "ausgegeben", "Abfluss"];
pub const DECISION_COLUMNS: [&str; 5] = ["Gremium", "Sitzung", "Drucksache", "Gegenstand", "Ergebnis"];
pub const NEXT_COLUMNS: [&str; 2] = ["Termin", "Was"];

/// `Sachstandsbericht Handlungsprogramm Marten`
pub fn title(area: &str) -> String {
    format!("Sachstandsbericht Handlungsprogramm {area}")
}

pub fn caption_goals() -> String {
    "Handlungsziele und neueste Werte".to_owned()
}

pub fn caption_measures() -> String {
    "Umsetzungsstand der Maßnahmen".to_owned()
}

pub fn caption_effects() -> String {
    "Indikatoren der Maßnahmen und neueste Werte".to_owned()
}

pub fn caption_money() -> String {
    "Mittel nach Maßnahme".to_owned()
}

/// `M-01 „Schulfrühstück“: Wirkungsprüfung`
pub fn of_measure(measure: &str, what: &str) -> String {
    format!("{measure}: {what}")
}

pub fn caption_outflow() -> String {
    "Ausgegeben und geplant nach Maßnahme und Jahr".to_owned()
}

/// `11.050 von 11.200 €`
pub fn spent_of(spent: Euro, whole: Euro) -> String {
    let spent = euro(spent);
    format!("{} von {}", spent.trim_end_matches(['€', crate::text::NBSP]), euro(whole))
}

/// `Rückschritt: Jugendarbeitslosenrate 9,0 % (2025), Ausgang → Ziel 8,8 → 8,0 bis 2027.`
pub fn fell_back(indicator: &str, newest: &str, aim: &str, by_chance: bool) -> String {
    let chance = if by_chance { "; die Veränderung kann Zufall sein" } else { "" };
    format!("Rückschritt: {indicator} {newest}, Ausgang → Ziel {aim}{chance}.")
}

/// `M-03 Eltern-Lotsen: Ende überschritten.`
pub fn late(measure: &str, state: &str) -> String {
    format!("{measure}: {state}.")
}

/// `M-02 Schulfrühstück: 2025 wurden 550 € mehr ausgegeben als geplant.`
pub fn over_plan(measure: &str, year: i16, over: Euro) -> String {
    format!("{measure}: {year} wurden {} mehr ausgegeben als geplant.", euro(over))
}

/// `2.000 € ausgegeben, 8.000 € geplant, 6.000 € bewilligt`
pub fn spent_planned_granted([spent, planned, granted]: [Euro; 3]) -> String {
    format!("{} ausgegeben, {} geplant, {} bewilligt", euro(spent), euro(planned), euro(granted))
}

pub fn caption_years() -> String {
    "Mittel nach Jahr".to_owned()
}

pub fn caption_decisions() -> String {
    "Beschlüsse zum Handlungsprogramm".to_owned()
}

pub fn caption_next() -> String {
    "Wiedervorlagen, Sitzungen und Prüfungen der Maßnahmen".to_owned()
}

/// Counted states, the first one with its noun.
pub struct Counts {
    pub measures: usize,
    pub completed: usize,
    pub under_way: usize,
    pub late: usize,
}

/// `Von 9 Maßnahmen sind 2 abgeschlossen und 4 laufen; bei einer ist ein Termin überschritten.`
pub fn implementation(counts: &Counts) -> String {
    let completed = match counts.completed {
        0 => "ist noch keine abgeschlossen".to_owned(),
        1 => "ist eine abgeschlossen".to_owned(),
        number => format!("sind {number} abgeschlossen"),
    };
    let under_way = match counts.under_way {
        0 => "keine läuft".to_owned(),
        1 => "eine läuft".to_owned(),
        number => format!("{number} laufen"),
    };
    let late = match counts.late {
        0 => "Keine liegt hinter ihrem Zeitplan.".to_owned(),
        1 => "Eine liegt hinter ihrem Zeitplan.".to_owned(),
        number => format!("{number} liegen hinter ihrem Zeitplan."),
    };
    let of = if counts.measures == 1 {
        "Von einer Maßnahme".to_owned()
    } else {
        format!("Von {} Maßnahmen", counts.measures)
    };
    format!("{of} {completed}, {under_way}. {late}")
}

/// How many of the measurable targets are where.
pub struct TargetCounts {
    pub measurable: usize,
    pub reached: usize,
    pub on_the_way: usize,
    pub not_yet: usize,
    pub unchanged: usize,
    pub worse: usize,
    pub without: usize,
    /// Targets counted outside the data for which nothing has been counted yet.
    pub uncounted: usize,
}

/// `Stand der 12 messbaren Zielwerte: 2 erreicht, 3 auf dem Weg. Für 3 eigene Zählungen liegt noch kein Wert vor.`
pub fn targets(counts: &TargetCounts) -> String {
    let uncounted = match counts.uncounted {
        0 => None,
        1 => Some("Für eine eigene Zählung liegt noch kein Wert vor.".to_owned()),
        number => Some(format!("Für {number} eigene Zählungen liegt noch kein Wert vor.")),
    };
    if counts.measurable == 0 {
        if let Some(uncounted) = uncounted {
            return uncounted;
        }
        return "Kein Ziel und keine Maßnahme ist mit Indikator und Zielwert verbunden; über die Wirkung lässt sich nichts sagen.".to_owned();
    }
    let parts: Vec<String> = [
        (counts.reached, "erreicht"),
        (counts.on_the_way, "auf dem Weg"),
        (counts.not_yet, "noch nicht so weit"),
        (counts.unchanged, "unverändert"),
        (counts.worse, "im Rückschritt"),
        (counts.without, "ohne neueren vergleichbaren Wert"),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, word)| format!("{number} {word}"))
    .collect();
    let of = match counts.measurable {
        1 => "Stand des einen messbaren Zielwertes".to_owned(),
        number => format!("Stand der {number} messbaren Zielwerte"),
    };
    let state = format!("{of}: {}.", parts.join(", "));
    std::iter::once(state).chain(uncounted).collect::<Vec<_>>().join(" ")
}

/// `Geplant sind 120.000 €, bewilligt 80.000 €, ausgegeben 20.000 € (25 % der bewilligten Mittel).`
pub fn money(planned: Euro, granted: Euro, spent: Euro) -> String {
    let share = outflow(granted, spent).map_or_else(String::new, |share| format!(" ({share} der bewilligten Mittel)"));
    format!("Geplant sind {}, bewilligt {}, ausgegeben {}{share}.", euro(planned), euro(granted), euro(spent))
}

/// Spent of granted: `25 %`.
pub fn outflow(granted: Euro, spent: Euro) -> Option<String> {
    #[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
    let share = (granted.cents > 0).then(|| spent.cents as f64 / granted.cents as f64);
    share.map(|share| percent(share * 100.0, 0))
}

/// `12.03.2027: Träger hat begonnen. (Beispiel)`
pub fn note(day: Date, text: &str, invented: bool) -> String {
    let says_so = text.trim_end().ends_with(&format!("({INVENTED})"));
    let mark = if invented && !says_so { format!(" ({INVENTED})") } else { String::new() };
    format!("{}: {text}{mark}", date(day))
}

pub fn no_notes() -> String {
    "–".to_owned()
}

pub fn no_next() -> String {
    "Es sind keine Termine eingetragen.".to_owned()
}

/// `Sitzung Rat: Handlungsprogramm Marten`
pub fn session(gremium: &str, title: &str) -> String {
    format!("Sitzung {gremium}: {title}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_money_is_of_what_was_granted() {
        assert_eq!(outflow(Euro::whole(200), Euro::whole(50)).as_deref(), Some("25\u{a0}%"));
        assert_eq!(outflow(Euro::default(), Euro::whole(50)), None);
    }

    #[test]
    fn targets_that_are_counted_outside_the_data_are_spoken_of() {
        let none = TargetCounts {
            measurable: 0,
            reached: 0,
            on_the_way: 0,
            not_yet: 0,
            unchanged: 0,
            worse: 0,
            without: 0,
            uncounted: 0,
        };
        assert!(targets(&none).starts_with("Kein Ziel und keine Maßnahme"));
        let three = TargetCounts { uncounted: 3, ..none };
        assert_eq!(targets(&three), "Für 3 eigene Zählungen liegt noch kein Wert vor.");
        let both = TargetCounts { measurable: 2, reached: 2, uncounted: 1, ..three };
        let sentence = "Stand der 2 messbaren Zielwerte: 2 erreicht. Für eine eigene Zählung liegt noch kein Wert vor.";
        assert_eq!(targets(&both), sentence);
    }

    #[test]
    fn a_sentence_counts_measures_in_words_that_agree() {
        let counts = Counts { measures: 9, completed: 1, under_way: 4, late: 0 };
        let sentence = "Von 9 Maßnahmen ist eine abgeschlossen, 4 laufen. Keine liegt hinter ihrem Zeitplan.";
        assert_eq!(implementation(&counts), sentence);
    }
}
