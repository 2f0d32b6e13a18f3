//! Words of sensitivity: what a ranking hangs on, what would change it, who belongs to the first places in any case.

use super::{NBSP, count, decimal, percent, share_percent};

/// The choices of a recipe as they stand in "hängt an …".
pub mod at {
    /// How values are made comparable.
    pub const NORMALISATION: &str = "an der Normierung";
    /// How much each indicator counts.
    pub const WEIGHTS: &str = "an der Gewichtung";
    /// How normalised values become an index.
    pub const AGGREGATION: &str = "an der Zusammenfassung";
    /// What happens to missing values.
    pub const IMPUTATION: &str = "am Umgang mit fehlenden Werten";
    /// What happens to outlying values.
    pub const TREATMENT: &str = "am Umgang mit Ausreißern";
    /// Which indicators count at all.
    pub const INDICATORS: &str = "an der Auswahl der Indikatoren";
    /// The sampling error of the rates.
    pub const DATA: &str = "an der Unsicherheit der Werte selbst";
}

/// The choices of a recipe as titles.
pub mod title {
    /// How values are made comparable.
    pub const NORMALISATION: &str = "Normierung";
    /// How much each indicator counts.
    pub const WEIGHTS: &str = "Gewichtung";
    /// How normalised values become an index.
    pub const AGGREGATION: &str = "Zusammenfassung";
    /// What happens to missing values.
    pub const IMPUTATION: &str = "Fehlende Werte";
    /// What happens to outlying values.
    pub const TREATMENT: &str = "Ausreißer";
    /// Which indicators count at all.
    pub const INDICATORS: &str = "Auswahl der Indikatoren";
    /// The sampling error of the rates.
    pub const DATA: &str = "Unsicherheit der Werte";
}

/// A choice that comes near the strongest by this factor is named with it.
const NEARLY_AS_STRONG: f64 = 0.8;

/// `Die Rangfolge hängt vor allem an der Gewichtung (beteiligt an 68 % der Schwankung).` The choices come with their
/// total indices, the strongest first.
pub fn ranking_hangs_on(choices: &[(&str, f64)]) -> String {
    match choices {
        [] => "Die Ränge sind unter allen variierten Entscheidungen dieselben.".to_owned(),
        [(only, _)] => format!("Variiert wird nur eine Entscheidung: Alle Schwankung der Ränge hängt {only}."),
        [(first, strong), (second, next), ..] if *next >= NEARLY_AS_STRONG * *strong => format!(
            "Die Rangfolge hängt etwa gleich stark {first} und {second} (beteiligt an {} und {} der Schwankung).",
            index(*strong),
            index(*next)
        ),
        [(first, strong), ..] => {
            format!("Die Rangfolge hängt vor allem {first} (beteiligt an {} der Schwankung).", index(*strong))
        }
    }
}

/// The same without numbers, for a text in which numbers are references: `Die Rangfolge hängt vor allem an der
/// Gewichtung.`
pub fn ranking_hangs_on_in_words(choices: &[(&str, f64)]) -> String {
    match choices {
        [(first, strong), (second, next), ..] if *next >= NEARLY_AS_STRONG * *strong => {
            format!("Die Rangfolge hängt etwa gleich stark {first} und {second}.")
        }
        [(first, _), _, ..] => format!("Die Rangfolge hängt vor allem {first}."),
        [_] | [] => ranking_hangs_on(choices),
    }
}

/// `Der Rang von Marten hängt vor allem an der Normierung.`
pub fn rank_hangs_on(area: &str, choices: &[(&str, f64)]) -> String {
    match choices {
        [] => format!("Der Rang von {area} ist unter allen variierten Entscheidungen derselbe."),
        [(first, strong), (second, next), ..] if *next >= NEARLY_AS_STRONG * *strong => {
            format!("Der Rang von {area} hängt etwa gleich stark {first} und {second}.")
        }
        [(first, _), ..] => format!("Der Rang von {area} hängt vor allem {first}."),
    }
}

/// A sensitivity index in whole percent; estimates a little beyond 0 and 1 print as these.
fn index(value: f64) -> String {
    percent(value.clamp(0.0, 1.0) * 100.0, 0)
}

/// `Im Mittel verschiebt sich ein Gebiet um 2,3 Ränge.`
pub fn mean_shift(places: f64) -> String {
    format!("Im Mittel verschiebt sich ein Gebiet um {} Ränge.", decimal(places, 1))
}

/// `83 % (± 2 Prozentpunkte)`: a share with the 95 % band of its Monte Carlo error.
pub fn share_with_error(share: f64, standard_error: f64) -> String {
    let points = 1.96 * standard_error * 100.0;
    if points < 0.05 {
        return share_percent(share);
    }
    let decimals = u8::from(points < 1.0);
    format!("{} (±{NBSP}{}{NBSP}Prozentpunkte)", share_percent(share), decimal(points, decimals))
}

/// `Marten und Nette tauschen, sobald das Gewicht von „Arbeitslosenrate“ mindestens 31 % beträgt (jetzt 12,5 %).`
/// Shares from 0 to 1.
pub fn swap(first: &str, second: &str, indicator: &str, share: f64, share_then: f64) -> String {
    let (bound, then) = if share_then > share {
        ("mindestens", (share_then * 1000.0).ceil() / 10.0)
    } else {
        ("höchstens", (share_then * 1000.0).floor() / 10.0)
    };
    format!(
        "{first} und {second} tauschen, sobald das Gewicht von „{indicator}“ {bound} {} beträgt (jetzt {}).",
        percent(then, 1),
        percent(share * 100.0, 1)
    )
}

/// The same without numbers: `Bei einem höheren Gewicht von „Arbeitslosenrate“ tauschen Marten und Nette die Plätze.`
pub fn swap_in_words(first: &str, second: &str, indicator: &str, higher: bool) -> String {
    let weight = if higher { "höheren" } else { "niedrigeren" };
    format!("Bei einem {weight} Gewicht von „{indicator}“ tauschen {first} und {second} die Plätze.")
}

/// How surely one area stands before the other, without numbers. `share` of the draws in which the first does.
pub fn before_in_words(first: &str, second: &str, share: f64) -> String {
    match share {
        0.95.. => format!("{first} steht in fast allen Ziehungen vor {second}."),
        0.8..0.95 => format!("{first} steht in den meisten Ziehungen vor {second}."),
        0.2..0.8 => format!("Die Ränge von {first} und {second} sind statistisch nicht unterscheidbar."),
        0.05..0.2 => format!("{second} steht in den meisten Ziehungen vor {first}."),
        _ => format!("{second} steht in fast allen Ziehungen vor {first}."),
    }
}

/// No single weight makes two areas change places.
pub fn no_swap(first: &str, second: &str) -> String {
    format!("{first} und {second} tauschen bei keinem Gewicht eines einzelnen Indikators die Plätze.")
}

/// `Arbeitslosenrate hebt Marten um 3 Plätze.`
pub fn lifts(indicator: &str, area: &str, places: i64) -> String {
    let number =
        |places: i64| if places == 1 { "einen Platz".to_owned() } else { format!("{} Plätze", count(places)) };
    match places {
        0 => format!("„{indicator}“ ändert den Rang von {area} nicht."),
        1.. => format!("„{indicator}“ hebt {area} um {}.", number(places)),
        ..0 => format!("„{indicator}“ senkt {area} um {}.", number(-places)),
    }
}

/// Another decision: all weights equal.
pub const EQUAL_WEIGHTS: &str = "alle Gewichte gleich";

/// Another decision: `Normierung: Prozentrang`.
pub fn other(title: &str, method: &str) -> String {
    format!("{title}: {method}")
}

/// Another decision: `ohne „Arbeitslosenrate“`.
pub fn without(name: &str) -> String {
    format!("ohne „{name}“")
}

/// `Mittlere Verschiebung 1,2 Ränge; am stärksten Marten von 5 auf 9.`
pub fn shift(mean: f64, most: Option<(&str, u32, u32)>) -> String {
    let mean = decimal(mean, 1);
    match most {
        Some((area, from, to)) => {
            format!("Mittlere Verschiebung {mean} Ränge; am stärksten {area} von {from} auf {to}.")
        }
        None => "Kein Rang ändert sich.".to_owned(),
    }
}

/// `gehört unter allen 24 Rechenwegen zu den 13`
pub fn always(of: usize, places: u32) -> String {
    format!("gehört unter allen {} Rechenwegen zu den {places}", count(of as u64))
}

/// `hängt vom Rechenweg ab: unter 18 von 24 Rechenwegen (75 %) bei den 13`
pub fn border(within: usize, of: usize, places: u32) -> String {
    let share = share_percent(within as f64 / of.max(1) as f64);
    format!(
        "hängt vom Rechenweg ab: unter {} von {} Rechenwegen ({share}) bei den {places}",
        count(within as u64),
        count(of as u64)
    )
}

/// `gehört unter keinem der 24 Rechenwege zu den 13`
pub fn never(of: usize, places: u32) -> String {
    format!("gehört unter keinem der {} Rechenwege zu den {places}", count(of as u64))
}

/// How many values were drawn anew within their sampling error.
pub fn sampled(cells: usize, method: &str) -> String {
    format!("{} Werte wurden je Ziehung im Rahmen ihrer Zufallsschwankung neu gezogen ({method}).", count(cells as u64))
}

/// Values that stay as they are for lack of counts.
pub fn without_counts(indicator: &str, areas: usize) -> String {
    format!(
        "„{indicator}“: {} ohne Zähler und Nenner; diese Werte bleiben unverändert, ihre Zufallsschwankung fehlt in der Spanne.",
        areas_phrase(areas)
    )
}

/// Values that stay as they are because they are not numerator / denominator.
pub fn other_than_counts(indicator: &str, areas: usize) -> String {
    format!(
        "„{indicator}“: {} mit einem Wert, der nicht Zähler durch Nenner ist; diese Werte bleiben unverändert.",
        areas_phrase(areas)
    )
}

/// A combination of choices that makes no sense.
pub fn combination_replaced(normalisation: &str, aggregation: &str, used: &str) -> String {
    format!(
        "„{aggregation}“ ist nach der Normierung „{normalisation}“ nicht möglich; solche Ziehungen rechnen mit „{used}“."
    )
}

fn areas_phrase(areas: usize) -> String {
    if areas == 1 { "1 Gebiet".to_owned() } else { format!("{} Gebiete", count(areas as u64)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_choice_is_named_alone_or_with_its_equal() {
        assert_eq!(
            ranking_hangs_on(&[(at::WEIGHTS, 0.684), (at::NORMALISATION, 0.3)]),
            "Die Rangfolge hängt vor allem an der Gewichtung (beteiligt an 68\u{a0}% der Schwankung)."
        );
        assert_eq!(
            rank_hangs_on("Marten", &[(at::WEIGHTS, 0.6), (at::NORMALISATION, 0.55)]),
            "Der Rang von Marten hängt etwa gleich stark an der Gewichtung und an der Normierung."
        );
    }

    #[test]
    fn a_swap_names_both_areas_and_the_side_of_the_border() {
        assert_eq!(
            swap("Marten", "Nette", "Arbeitslosenrate", 0.125, 0.3091),
            "Marten und Nette tauschen, sobald das Gewicht von „Arbeitslosenrate“ mindestens 31,0\u{a0}% beträgt (jetzt 12,5\u{a0}%)."
        );
        assert!(swap("A", "B", "C", 0.125, 0.0519).contains("höchstens 5,1\u{a0}%"));
    }

    #[test]
    fn a_share_carries_its_error() {
        assert_eq!(share_with_error(0.83, 0.012), "83\u{a0}% (±\u{a0}2\u{a0}Prozentpunkte)");
        assert_eq!(share_with_error(1.0, 0.0), "100\u{a0}%");
    }
}
