//! Words of the tab *Zeit*: series, changes, Status × Dynamik, area sets with changing members.

#![allow(missing_docs)]

use crate::domain::Direction;
use crate::text::{NBSP, count, signed};

pub const TAB: &str = "Zeit";
pub const SUBJECT: &str = "Zeitreihe";
pub const FIGURE: &str = "Zeitreihe als Bild";
pub const FROM: &str = "Erster Stand";
pub const TO: &str = "Letzter Stand";
pub const FROM_SHORT: &str = "Veränderung von";
pub const TO_SHORT: &str = "bis";
pub const INDEX: &str = "Bedarfsindex";
pub const RANK: &str = "Rang nach Bedarfsindex";
pub const CHANGES: &str = "Veränderung";
pub const MATRIX: &str = "Status × Dynamik";
pub const SETS: &str = "Gebietskulisse";
pub const VALUES: &str = "Werte";
pub const AREA: &str = "Gebiet";
pub const PERIOD: &str = "Stand";
pub const POINTS: &str = "Punkte";
pub const PERCENT: &str = "Prozent";
pub const PLACES: &str = "Plätze";
pub const CITY: &str = "Abstand zur Stadt";
pub const IN_CHART: &str = "Grafik";
pub const BREAK: &str = "Bruch";
pub const METHOD: &str = "So wurde gerechnet";
pub const READING: &str = "Was die Reihe sagt";
pub const ENTER_BREAK: &str = "Bruch eintragen";
pub const BREAK_ENTERED: &str = "Zeitreihenbruch auf der Indikatorkarte eingetragen";
pub const READ_ONLY: &str = "Das Projekt ist nur zum Lesen geöffnet; der Bruch kann nicht eingetragen werden.";
pub const PUBLISHED: &str = "Veröffentlichte Veränderung";
/// What the name of an indicator of changes says, in small letters.
pub const CHANGE_IN_NAME: &str = "veränderung";
pub const NOT_CHECKED: &str = "nicht prüfen";
pub const STATUS: &str = "Status";
pub const DYNAMIK: &str = "Dynamik";
pub const BEFORE: &str = "Kulisse am Anfang";
pub const AFTER: &str = "Kulisse am Ende";
pub const ENTERED: &str = "Hinzugekommen";
pub const LEFT: &str = "Ausgeschieden";
pub const NOBODY: &str = "niemand";
pub const COMPUTING: &str = "Zeitreihe wird berechnet";
pub const NO_LINE_TITLE: &str = "Noch keine Linie";
pub const NO_LINE: &str = "Zu den gezeigten Räumen gibt es hier keine Werte. Wählen Sie oben in der Leiste einen Raum, oder setzen Sie rechts unter „Veränderung“ Haken bei den Räumen, die ins Diagramm sollen.";
pub const EMPTY_TITLE: &str = "Noch keine Zeitreihe";
pub const EMPTY: &str = "Für diese Ebene gibt es keine Werte mit Jahr. Lesen Sie eine Tabelle mit Jahresangabe ein.";
pub const ONE_PERIOD: &str =
    "Es gibt nur einen Stand mit Jahr. Für eine Veränderung lesen Sie einen weiteren Jahrgang derselben Tabelle ein.";
pub const NO_MATRIX: &str = "Für Status × Dynamik fehlen Werte der Indikatoren des Rezepts in beiden Jahren. Wählen Sie andere Jahre, oder lesen Sie den fehlenden Jahrgang ein.";
pub const NO_MATRIX_RECIPE: &str =
    "Status × Dynamik braucht ein Rezept. Legen Sie unter „Bedarf“ fest, welche Indikatoren zählen.";
pub const NO_SETS: &str = "Es gibt keine Gebietskulisse mit Mitgliedern. Kulissen legen Sie unter „Daten“ an.";
pub const SETS_NEED_INDICATOR: &str = "Index und Rang einer Kulisse lassen sich nicht aus denen ihrer Gebiete bilden. Wählen Sie oben einen Indikator mit Zähler und Nenner.";
pub const INDEX_IS_RELATIVE: &str = "Index und Rang zeigen die Lage im Vergleich der Gebiete desselben Jahres. Geht es allen Gebieten gleichermaßen anders als zuvor, bleibt der Index gleich.";
pub const NO_SIGMA: &str =
    "Ob sich die Gebiete einander annähern, lässt sich erst mit zwei vergleichbaren Jahren derselben Gebiete sagen.";
pub const NO_COMMON: &str = "Kein Gebiet gehört beiden Kulissen an; verglichen wird nur, wie sie jeweils waren.";
pub const METHOD_JUMP: &str = "Sprünge: Die Veränderungen aller Gebiete in einem Jahr werden mit denen der übrigen Jahre verglichen; gemeldet wird ab einem robusten z-Wert von 3,5, wenn mindestens 90 % der Gebiete auf dieselbe Seite gehen (Iglewicz und Hoaglin 1993).";
pub const METHOD_CONVERGENCE: &str = "Annäherung: Standardabweichung über dieselben Gebiete (Divisor n) und Steigung der jährlichen Veränderung über dem Ausgangswert (Barro und Sala-i-Martin 1992).";
pub const METHOD_MATRIX: &str = "Status × Dynamik: Rechenweg des Berliner Monitorings Soziale Stadtentwicklung mit Indikatoren und Gewichten des Rezepts; Klassengrenzen ±1 und 1,5 Standardabweichungen, Dynamik ±1.";

/// `Arbeitslosenrate (%), 2017 bis 2025`
pub fn figure_title(axis: &str, first: &str, last: &str) -> String {
    if first == last { format!("{axis}, {last}") } else { format!("{axis}, {first} bis {last}") }
}

/// A footnote of a picture: `Reihenbruch 2023: neue Definition`
pub fn break_note(year: i16, reason: &str) -> String {
    format!("Reihenbruch {year}: {reason}")
}

/// What is put on the card for a jump that the planner confirms; the planner then words the cause.
pub fn break_reason(from: i16, to: i16) -> String {
    format!("Sprung von {from} auf {to} in fast allen Gebieten; Ursache noch nicht geklärt")
}

/// `Arbeitslosenrate: Neue Abgrenzung`
pub fn break_of(indicator: &str, reason: &str) -> String {
    if reason.is_empty() { indicator.to_owned() } else { format!("{indicator}: {reason}") }
}

/// `Bruch 2022`
pub fn break_label(year: i16) -> String {
    format!("Bruch {year}")
}

/// What is heard of a break.
pub fn break_spoken(year: i16, reason: &str) -> String {
    format!("Zeitreihenbruch ab {year}: {reason}")
}

/// `Marten in der Grafik zeigen`
pub fn show_in_chart(area: &str) -> String {
    format!("{area} in der Grafik zeigen")
}

/// `Marten liegt 2025 bei +3,8 Punkten gegenüber der Stadt …`
pub fn beside_city(
    area: &str,
    year: i16,
    points: &str,
    unit: &str,
    burdened: Option<bool>,
    development: Option<(i16, &str)>,
) -> String {
    let unit = match unit {
        "%" => format!("{NBSP}Prozentpunkte"),
        "" => String::new(),
        unit => format!("{NBSP}{unit}"),
    };
    let side = match burdened {
        Some(true) => "belasteter als die Stadt",
        Some(false) => "günstiger als die Stadt",
        None => "neben der Stadt",
    };
    let since = development.map_or_else(String::new, |(from, phrase)| format!(" Seit {from}: {phrase}."));
    format!("{area}, {year}: {side} ({points}{unit}).{since}")
}

/// `Marten: +0,8 je Jahr von 2015 bis 2021 (6 Werte).`
pub fn slope_of(area: &str, slope: &str) -> String {
    format!("{area}: {slope}.")
}

/// `+1,8`, `−2 Plätze`
pub fn places(from: u32, to: u32) -> String {
    format!("{} ({from} → {to})", moved(from, to))
}

/// `+2`: places further ahead.
pub fn moved(from: u32, to: u32) -> String {
    #[expect(clippy::cast_precision_loss, reason = "places are few")]
    signed((i64::from(from) - i64::from(to)) as f64, 0)
}

/// `Platz 2023`
pub fn place_in(period: &str) -> String {
    format!("Platz {period}")
}

/// `Status × Dynamik, 2023 bis 2025`
pub fn matrix_of(from: &str, to: &str) -> String {
    format!("{MATRIX}, {from} bis {to}")
}

/// `Gebietskulisse: Arbeitslosenrate, 2023 bis 2025`
pub fn sets_of(name: &str, from: &str, to: &str) -> String {
    format!("{SETS}: {name}, {from} bis {to}")
}

/// `Marten (unterdrückt)`
pub fn left_out(area: &str, reason: &str) -> String {
    format!("{area}: {reason}")
}

/// Which years, and how the change is measured.
pub fn method_change(from: &str, to: &str, percent: bool) -> String {
    let percent = if percent { "Prozent beziehen sich auf den früheren Wert. " } else { "" };
    format!(
        "Veränderung von {from} bis {to}: späterer Wert minus früherer. {percent}Über einen Zeitreihenbruch hinweg wird keine ausgewiesen."
    )
}

/// How places are counted.
pub fn method_places(areas: usize, direction: Direction) -> String {
    let first = match direction {
        Direction::HighIsNeed => "der höchste Wert (größter Bedarf)",
        Direction::LowIsNeed => "der niedrigste Wert (größter Bedarf)",
        Direction::Context => "der höchste Wert, ohne Wertung",
    };
    format!(
        "Plätze unter den {} Gebieten mit beiden Werten; Platz 1 ist {first}. Ein Plus bedeutet: weiter vorn als zuvor.",
        count(areas as u64)
    )
}

/// Areas without a change, each with its reason.
pub fn method_left_out(areas: &[String]) -> String {
    const MOST: usize = 12;
    let shown = areas.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join("; ");
    let rest = areas.len().saturating_sub(MOST);
    let rest = if rest == 0 { String::new() } else { format!("; und {} weitere", count(rest as u64)) };
    format!("Ohne Veränderung bleiben: {shown}{rest}.")
}

/// How the index of each year came about.
pub fn method_index(recipe: &str) -> String {
    format!("Index und Rang je Jahr nach dem Rezept „{recipe}“, in jedem Jahr neu gerechnet.")
}

/// Name of the change table.
pub fn changes_of(name: &str, from: &str, to: &str) -> String {
    format!("Veränderung {name}, {from} bis {to}")
}

/// Name of the table of values.
pub fn values_of(name: &str) -> String {
    format!("Werte {name}")
}

/// `hoch / stabil`: what a cell of the matrix is called.
pub fn cell(status: &str, dynamik: &str) -> String {
    format!("{STATUS} {status}, {DYNAMIK} {dynamik}")
}

/// `und 31 weitere`
pub fn more(areas: usize) -> String {
    format!("und {} weitere", count(areas as u64))
}

/// What the change of members alone does.
pub fn through_members(points: &str) -> String {
    format!("Der Wechsel der Mitglieder allein macht {points} aus; das ist keine Veränderung in den Gebieten.")
}

/// Indicators of the status that say nothing of the dynamics.
pub fn without_dynamik(indicators: &[String]) -> String {
    format!(
        "In der Dynamik fehlen, weil ihre Reihe zwischen den Jahren bricht oder Werte fehlen: {}.",
        indicators.join(", ")
    )
}

/// Areas of only one of the two indices.
pub fn without_pair(areas: &str) -> String {
    format!("Nicht eingeordnet, weil Status oder Dynamik fehlt: {areas}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rise_in_places_is_a_plus() {
        assert_eq!(places(6, 4), "+2 (6 → 4)");
        assert_eq!(places(4, 4), "0 (4 → 4)");
        assert_eq!(places(4, 6), "\u{2212}2 (4 → 6)");
    }

    #[test]
    fn a_context_indicator_is_not_judged_beside_the_city() {
        let words = beside_city("Marten", 2025, "+3,8", "%", None, None);
        assert!(words.contains("neben der Stadt") && words.contains("Prozentpunkte"), "{words}");
    }
}
