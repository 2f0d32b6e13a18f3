//! Words of the overview: where the Aktionsräume stand, and what is next.

#![allow(missing_docs)]

use crate::domain::{ClassBorder, Classes};
use crate::text::{NBSP, count, date, decimal};
use jiff::civil::Date;

pub const COPY: &str = "Kopieren";
pub const INDEX: &str = "Bedarfsindex";
pub const FROM_BOUNDARIES: &str = "Gebietsgrenzen aus Ihrer Datei";
pub const LEGEND: &str = "Bedarfsindex (hoch = mehr Bedarf)";
pub const LEGEND_QUANTILES: &str = "Bedarfsindex, fünf etwa gleich große Klassen";
pub const OUTLINED: &str = "Aktionsraum";
pub const CAUTION: &str = "Ränge sind Hinweise. Sie ersetzen nicht die Einschätzung vor Ort.";
pub const NO_TILES: &str = "Für diese Räume ist kein Platz auf der Kachelkarte hinterlegt.";

pub const RANKING: &str = "Rangfolge";
pub const RANK: &str = "Rang";
pub const SPAN: &str = "Spanne";
pub const AREA: &str = "Aktionsraum";
pub const PROGRAMME: &str = "Handlungsprogramm";
pub const EARLIER: &str = "früher";
pub const WATCHED: &str = "Beobachtete Sozialräume";
pub const OTHERS: &str = "Übrige gewertete Räume";
pub const NOT_BEGUN: &str = "nicht begonnen";
pub const NO_PROGRAMME: &str = "kein Programm";
pub const UNCHANGED: &str = "–";
pub const METHOD_LINK: &str = "Methode in „Bedarf“";
pub const COMPUTING: &str = "Rangfolge wird berechnet …";
pub const BORDER_CASE: &str = "Grenzfall";

pub const NEXT: &str = "Nächste Schritte";
pub const NOTHING_NEXT: &str =
    "Nichts offen: keine veralteten Werte, keine nahen Termine, keine Lücken im Bedarfsindex.";
pub const CONTINUE: &str = "Fortsetzen";
pub const TO_PROCEDURE: &str = "Zum Verfahren";
pub const LOOK: &str = "Ansehen";
pub const BEGIN: &str = "Zum Programm";

pub const EMPTY_TITLE: &str = "Noch keine Rangfolge";
pub const EMPTY_SENTENCE: &str = "Für die Rangfolge fehlen Werte. Lesen Sie eine Tabelle mit mindestens drei Indikatoren für Ihre Räume ein. Neue Indikatoren zählen, sobald ihre Karte unter Daten sagt, ob ein hoher Wert belasteter oder günstiger ist.";
pub const EMPTY_OTHER_RECIPE: &str = "Es gibt Werte, aber das gewählte Rezept verlangt andere. Unter „Bedarf“ legen Sie mit einem Klick eines an, das alle Indikatoren mit Werten nimmt.";
pub const EMPTY_NO_RECIPE: &str = "Es gibt Werte, aber noch kein Rezept. Unter „Bedarf“ legen Sie mit einem Klick eines an, das alle Indikatoren mit Werten nimmt.";
pub const EMPTY_TO_BEDARF: &str = "Zum Bedarf";
pub const EMPTY_READ: &str = "Tabelle einlesen …";
pub const EMPTY_SAMPLE: &str = "Beispielprojekt ansehen";
pub const EMPTY_METHOD: &str = "Methode ansehen";
pub const EMPTY_HINT: &str = "Oder Tabelle kopieren und hier mit Strg+V einfügen.";

pub const CHOOSE_AREA: &str = "Zuerst einen Raum wählen.";
pub const READ_ONLY: &str = "Das Projekt ist nur zum Lesen geöffnet.";

/// `3 von 13 Handlungsprogrammen beschlossen`
pub fn decided(decided: usize, of: usize) -> String {
    format!("{} von {}{NBSP}Handlungsprogrammen beschlossen", count(decided as i64), count(of as i64))
}

/// `Handlungsprogramm Marten fortsetzen`
pub fn continue_programme(area: &str) -> String {
    format!("Handlungsprogramm {area} fortsetzen")
}

/// `Handlungsprogramm Marten beginnen`
pub fn begin_programme(area: &str) -> String {
    format!("Handlungsprogramm {area} beginnen")
}

/// `Handlungsprogramm`: without an area.
pub const CONTINUE_NOTHING: &str = "Handlungsprogramm fortsetzen";

/// `(4–6)`, or `(5)` where both ends are the same.
pub fn span(low: u32, high: u32) -> String {
    if low == high { format!("({low})") } else { format!("({low}–{high})") }
}

/// `Rang 5 (4–6) · Index 1,17`
pub fn map_note(rank: f64, low: u32, high: u32, index: f64) -> String {
    let rank = crate::text::place(rank);
    format!("Rang{NBSP}{rank} {} · Index{NBSP}{}", span(low, high), decimal(index, 2))
}

/// What the map says of an area that is not ranked.
pub const NOT_RANKED: &str = "nicht gewertet";

/// `seit 2023`
pub fn since(period: &str) -> String {
    format!("seit {period}")
}

/// `von 6`
pub fn moved_from(rank: u32) -> String {
    format!("von {rank}")
}

/// `von 6 auf 5`: what copying and screen readers get.
pub fn moved(from: u32, to: u32) -> String {
    format!("von {from} auf {to}")
}

/// `Grenzfall: in 5 bis 95 % der Ziehungen unter den ersten 13.`
pub fn border_case(places: u32) -> String {
    format!("{BORDER_CASE}: in 5 bis 95{NBSP}% der Ziehungen unter den ersten{NBSP}{places}.")
}

/// `Marten, Grenzfall`: what copying and screen readers get.
pub fn border_case_name(area: &str) -> String {
    format!("{area} ({BORDER_CASE})")
}

/// `Schematische Kacheln, keine Geometrie · 19 gewertete Räume`; with real boundaries the number of areas without one.
pub fn map_subtitle(areas: usize, tiles: &str, without_boundary: Option<usize>) -> String {
    let drawn = match without_boundary {
        None => tiles.to_owned(),
        Some(0) => FROM_BOUNDARIES.to_owned(),
        Some(1) => format!("{FROM_BOUNDARIES} (ein Raum ohne Grenze)"),
        Some(without) => format!("{FROM_BOUNDARIES} ({} Räume ohne Grenze)", count(without as i64)),
    };
    format!("{drawn} · {} gewertete Räume", count(areas as i64))
}

/// Borders of classes, lowest need first: `bis −0,5`, `über −0,5 bis 0,0`, `über 1,0`.
pub fn class_borders(classes: &Classes) -> Vec<String> {
    let side = |at: usize| classes.border.get(at).or(classes.border.first()).copied().unwrap_or_default();
    let upper = |at: usize| {
        classes.cuts.get(at).map(|cut| match side(at) {
            ClassBorder::Lower => format!("bis {}", decimal(*cut, 1)),
            ClassBorder::Upper => format!("unter {}", decimal(*cut, 1)),
        })
    };
    let lower = |at: usize| {
        let cut = classes.cuts.get(at.checked_sub(1)?)?;
        Some(match side(at - 1) {
            ClassBorder::Lower => format!("über {}", decimal(*cut, 1)),
            ClassBorder::Upper => format!("ab {}", decimal(*cut, 1)),
        })
    };
    let words = |at: usize| [lower(at), upper(at)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    (0..=classes.cuts.len()).map(words).collect()
}

/// Borders of classes by cuts, where a value on a cut belongs to the upper class: `unter 13,1`, `13,1 bis unter 20,8`,
/// `34,4 und mehr`.
pub fn cut_borders(cuts: &[f64], decimals: u8) -> Vec<String> {
    let shown = |at: usize| decimal(cuts[at], decimals);
    match cuts.len() {
        0 => vec!["alle gleich".to_owned()],
        last => (0..=last)
            .map(|at| match at {
                0 => format!("unter {}", shown(0)),
                at if at == last => format!("{} und mehr", shown(last - 1)),
                at => format!("{} bis unter {}", shown(at - 1), shown(at)),
            })
            .collect(),
    }
}

/// `Handlungsprogramm Marten durchsehen`
pub fn step_draft(area: &str) -> String {
    format!("Handlungsprogramm {area} durchsehen")
}

/// `2 Werte veraltet · 5 Prüfhinweise offen`
pub fn step_draft_detail(stale: usize, checks: usize) -> String {
    let mut parts = Vec::new();
    match stale {
        0 => {}
        1 => parts.push(format!("1{NBSP}Wert veraltet")),
        _ => parts.push(format!("{}{NBSP}Werte veraltet", count(stale as i64))),
    }
    match checks {
        0 => {}
        1 => parts.push(format!("1{NBSP}Prüfhinweis offen")),
        _ => parts.push(format!("{}{NBSP}Prüfhinweise offen", count(checks as i64))),
    }
    parts.join(" · ")
}

/// `Scharnhorst-Ost: Beratung in den Gremien bis 02.12.2026`
pub fn step_due(area: &str, step: &str, until: Date) -> String {
    format!("{area}: {step} bis {}", date(until))
}

/// `noch 3 Tage`, `heute fällig`, `seit 12 Tagen überfällig`
pub fn step_due_detail(days: i32) -> String {
    match days {
        0 => "heute fällig".to_owned(),
        1 => "morgen fällig".to_owned(),
        -1 => "seit gestern überfällig".to_owned(),
        days if days > 0 => format!("noch {days}{NBSP}Tage"),
        days => format!("seit {}{NBSP}Tagen überfällig", -days),
    }
}

/// `3 Werte fehlen im Bedarfsindex`
pub fn step_gaps(cells: usize) -> String {
    match cells {
        1 => format!("1{NBSP}Wert fehlt im Bedarfsindex"),
        _ => format!("{}{NBSP}Werte fehlen im Bedarfsindex", count(cells as i64)),
    }
}

/// `Hilfen zur Erziehung: Marten, Nette`
pub fn step_gap(indicator: &str, areas: &[&str]) -> String {
    format!("{indicator}: {}", areas.join(", "))
}

/// `4 Aktionsräume ohne Handlungsprogramm`
pub fn step_without_programme(areas: &[&str]) -> String {
    match areas {
        [area] => format!("{area} ohne Handlungsprogramm"),
        _ => format!("{} Aktionsräume ohne Handlungsprogramm", areas.len()),
    }
}

/// `3 offen`
pub fn open_steps(steps: usize) -> String {
    format!("{steps} offen")
}

/// `Entwurf (3 von 5)`
pub fn progress_name(step: usize, of: usize, word: &str) -> String {
    format!("{word} ({step} von {of})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_say_on_which_side_a_value_falls() {
        let classes = Classes::by_cuts(&[-0.5, 1.0], ClassBorder::Lower, ["gering", "mittel", "hoch"]);
        assert_eq!(class_borders(&classes), ["bis −0,5", "über −0,5 bis 1,0", "über 1,0"]);
        assert_eq!(cut_borders(&[13.1, 20.8], 1), ["unter 13,1", "13,1 bis unter 20,8", "20,8 und mehr"]);
    }

    #[test]
    fn a_deadline_is_told_in_days() {
        let told = [3, 1, 0, -1, -12].map(step_due_detail);
        let expected = [
            "noch 3\u{a0}Tage",
            "morgen fällig",
            "heute fällig",
            "seit gestern überfällig",
            "seit 12\u{a0}Tagen überfällig",
        ];
        assert_eq!(told, expected);
    }
}
