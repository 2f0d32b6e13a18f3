//! Words of spatial statistics: what was computed, with which choices, and what it says.

use super::boundaries::listed;
use super::number::{count, decimal};
use super::{area_level_plural, share_percent};
use crate::domain::AreaLevel;

/// What makes two areas neighbours, as a sentence needs it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Neighbourhood {
    /// A common corner or edge.
    Queen,
    /// A common stretch.
    Rook,
    /// So many nearest.
    Nearest(usize),
    /// So many metres.
    Within(f64),
}

/// `Nachbarn: gemeinsame Ecke oder Kante (queen)`
pub fn neighbourhood(rule: Neighbourhood) -> String {
    match rule {
        Neighbourhood::Queen => "Nachbarn: gemeinsame Ecke oder Kante (queen).".to_owned(),
        Neighbourhood::Rook => "Nachbarn: gemeinsames Stück Grenze (rook).".to_owned(),
        Neighbourhood::Nearest(1) => "Nachbar: das nächste Gebiet nach Schwerpunkt.".to_owned(),
        Neighbourhood::Nearest(k) => {
            format!("Nachbarn: die {k} nächsten Gebiete nach Schwerpunkt, nicht immer wechselseitig.")
        }
        Neighbourhood::Within(metres) => {
            format!("Nachbarn: Schwerpunkte höchstens {} m voneinander entfernt.", decimal(metres, 0))
        }
    }
}

/// Neighbours from boundaries.
pub fn from_boundaries(tolerance_metres: f64) -> String {
    format!(
        "Grundlage: die eingelesenen Gebietsgrenzen. Grenzen, die weniger als {} m auseinanderliegen, gelten als gemeinsam.",
        decimal(tolerance_metres, 0)
    )
}

/// Neighbours from tiles.
pub const FROM_TILES: &str = "Grundlage: die schematische Karte, keine wirklichen Grenzen. Nachbarschaften können deshalb \
    von den tatsächlichen abweichen; lesen Sie Gebietsgrenzen ein, um sie zu berichtigen.";

/// Who takes part.
pub fn participants(areas: usize, level: AreaLevel, links: usize) -> String {
    format!("{} {} mit Wert, {} Nachbarschaften.", count(areas as u64), area_level_plural(level), count(links as u64))
}

/// Areas without value.
pub fn without_value(names: &[String]) -> String {
    format!("Ohne Wert, mit ihren Nachbarschaften ausgenommen (nicht als null gezählt): {}.", listed(names))
}

/// Areas without place.
pub fn without_place(names: &[String]) -> String {
    format!("Ohne Grenze oder Platz auf der Karte, ausgenommen: {}.", listed(names))
}

/// Areas without neighbour.
pub fn islands(names: &[String]) -> String {
    format!("Ohne Nachbarn, ausgenommen: {}.", listed(names))
}

/// Permutations and seed.
pub fn permutations(permutations: u32, seed: u64) -> String {
    if permutations == 0 {
        return "Ohne Permutationen gerechnet.".to_owned();
    }
    format!(
        "{} Permutationen, Startwert {seed}. p = (r + 1) / (n + 1), einseitig in Richtung der Abweichung; r zählt die \
        Permutationen, die mindestens so weit außen liegen.",
        count(permutations)
    )
}

/// How the statistics are defined that the window shows.
pub const DEFINITIONS: [&str; 7] = [
    "Moran-I und Geary-c: Gewichte je Gebiet auf Summe 1 (zeilenstandardisiert); Erwartung und Varianz unter Normalität und \
        unter Randomisierung nach Cliff und Ord (1981).",
    "Getis-Ord-G (1992): Gewichte 1; nur für Werte ab null.",
    "Moran-I der Raten nach Assunção und Reis (1999), wo Zähler und Nenner bekannt sind.",
    "Lokales Moran nach Anselin (1995) mit m₂ = Σz²/n; Quadrant aus eigenem Wert und Nachbarmittel, getrennt bei null.",
    "Lokale p-Werte: bedingte Permutation, jedes Gebiet mit eigener Zufallsfolge; berichtigt für viele Tests nach Benjamini und \
        Hochberg (1995).",
    "Lokale G und G* (Ord und Getis 1995): Gewichte 1; standardisiert.",
    "Lokales Moran, G und G* haben denselben p-Wert, weil alle drei mit der Summe der Nachbarn steigen.",
];

/// How the one is defined that only a table holds.
pub const LOCAL_GEARY: &str = "Lokales Geary nach Anselin (2019).";

/// How the rates of small areas are defined.
pub const RATES: &str = "Raten: Wilson-Intervall 95 %; empirisches Bayes nach Marshall (1991), über alle und über die \
    Nachbarschaft; für Anteile nach Martuzzi und Elliott (1996).";

/// Why there are none.
pub const NO_RATES: &str = "Raten: nicht gerechnet, weil Zähler und Nenner nicht bekannt sind.";

/// Names of the global statistics.
pub const MORAN: &str = "Moran-I";
/// See [`MORAN`].
pub const GEARY: &str = "Geary-c";
/// See [`MORAN`].
pub const GETIS_ORD: &str = "Getis-Ord-G";
/// See [`MORAN`].
pub const MORAN_OF_RATES: &str = "Moran-I der Raten (EB)";

/// `Moran-I 0,150 (ohne Muster im Mittel −0,056; z 1,23; p 0,109)`
pub fn global_statistic(name: &str, value: f64, expectation: f64, z: Option<f64>, p: Option<f64>) -> String {
    // G is a small share: three places would print many of its values as zero.
    let places = if value.abs() < 0.1 && expectation.abs() < 0.1 { 4 } else { 3 };
    let z = z.map_or_else(String::new, |z| format!("; z {}", decimal(z, 2)));
    let p = p.map_or_else(String::new, |p| format!("; p {}", p_value(p)));
    format!("{name} {} (ohne Muster im Mittel {}{z}{p})", decimal(value, places), decimal(expectation, places))
}

/// Neighbours from tiles although some boundaries were read.
pub fn from_tiles_without(names: &[String]) -> String {
    format!(
        "Grundlage: die schematische Karte, weil für mehr als die Hälfte der Gebiete eine eingelesene Grenze fehlt: {}. \
         Nachbarschaften können deshalb von den tatsächlichen abweichen.",
        listed(names)
    )
}

/// Invented values.
pub const DEMONSTRATION: &str = "Achtung: Die Werte sind erfundene Beispieldaten.";

/// What Moran's I says.
pub fn reading(moran: f64, expectation: f64, p: Option<f64>) -> String {
    let value = decimal(moran, 3);
    match p {
        Some(p) if p < 0.05 && moran > expectation => {
            format!(
                "Ähnliche Werte liegen häufiger nebeneinander, als der Zufall erwarten lässt (Moran-I {value}, p {}).",
                p_value(p)
            )
        }
        Some(p) if p < 0.05 => {
            format!(
                "Ungleiche Werte liegen häufiger nebeneinander, als der Zufall erwarten lässt (Moran-I {value}, p {}).",
                p_value(p)
            )
        }
        Some(p) => format!("Ein räumliches Muster ist nicht zu erkennen (Moran-I {value}, p {}).", p_value(p)),
        None => format!("Moran-I {value}; ohne Permutationen gibt es keine Aussage über den Zufall."),
    }
}

/// A p-value with three places: `0,012`, `< 0,001`.
pub fn p_value(p: f64) -> String {
    if p < 0.001 { "< 0,001".to_owned() } else { decimal(p, 3) }
}

/// Small areas among the rates.
pub fn few_cases(areas: usize, all: usize) -> String {
    let share = share_percent(areas as f64 / all.max(1) as f64);
    format!(
        "{} von {} Raten beruhen auf weniger als 3 Fällen oder einer Bezugsgröße unter 100 ({share}).",
        count(areas as u64),
        count(all as u64)
    )
}
