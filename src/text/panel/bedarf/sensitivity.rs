//! Words of the tabs Auswahl, Vergleich der Varianten and Empfindlichkeit.

#![allow(missing_docs)]

use crate::text::{NBSP, count, decimal, place};

pub const COMPUTING: &str = "Die Empfindlichkeit wird berechnet …";
pub const COMPUTING_VARIANTS: &str = "Die Rezepte werden gerechnet …";
pub const COMPUTING_MEMBERSHIP: &str = "Alle sinnvollen Rechenwege werden gerechnet …";
pub const STOPPED: &str = "Die Berechnung wurde angehalten.";
pub const AGAIN: &str = "Neu rechnen";

pub const DECISIONS: &str = "Woran die Rangfolge hängt";
pub const DECISION: &str = "Entscheidung";
pub const ALONE: &str = "für sich";
pub const INVOLVED: &str = "beteiligt";
pub const ERROR: &str = "Standardfehler";
pub const ONE_AT_A_TIME: &str = "Je eine Entscheidung anders";
pub const CHANGED: &str = "Anders entschieden";
pub const MEAN_SHIFT: &str = "Ränge, Mittel";
pub const MOST: &str = "am stärksten";
pub const LEAVE_ONE_OUT: &str = "Ohne je einen Indikator";
pub const REFUSED: &str = "Mit diesen Werten nicht möglich";
pub const COPY_SENTENCE: &str = "Satz kopieren";
pub const WITH: &str = "mit";
pub const WITHOUT: &str = "ohne";
pub const OTHERWISE: &str = "anders";
pub const COMPARED_AREA: &str = "Vergleichen mit";
pub const INDICATOR_BY_INDICATOR: &str = "Indikator für Indikator";
pub const RANKS_BY_RECIPE: &str = "Rang je Rezept";
pub const DIFFERENCE: &str = "Unterschied";
pub const THEN_CLASS: &str = "dann Klasse";
pub const VALUE_NOW: &str = "Wert";
pub const VALUE_THEN: &str = "nötiger Wert";
pub const NO_EXIT: &str = "Kein einzelner Wert würde die Klasse ändern.";
pub const EXIT_HINT: &str = "Jede Zeile für sich: alle anderen Werte, Mittel und Streuung bleiben, wie sie sind.";

pub const NOT_RANKED: &str = "nicht gewertet";
pub const SPAN_OF_VARIANTS: &str = "Spanne";
pub const ONE_RECIPE: &str =
    "Das Projekt hat nur ein Rezept. Duplizieren Sie es unter „Varianten“ oder nehmen Sie die Vorlagen dazu.";
pub const ADD_PRESETS: &str = "Vorlagen dazunehmen";

pub const PATHS: &str = "Rechenwege";
pub const PATH_RANKS: &str = "Ränge dabei";
pub const ALWAYS: &str = "unter allen Rechenwegen";
pub const NEVER: &str = "unter keinem Rechenweg";

pub const NO_DIFFERENCE: &str = "rechnet wie dieses";

/// `Tabelle „Je eine Entscheidung anders“ kopieren`
pub fn copy(title: &str) -> String {
    format!("Tabelle „{title}“ kopieren")
}

/// `Normierung: Prozentrang`
pub fn difference(title: &str, choice: &str) -> String {
    format!("{title}: {choice}")
}

/// `alle Sozialräume, 2 ausgelassen`
pub fn left_out_by_hand(areas: &str, left_out: usize) -> String {
    if left_out == 0 { areas.to_owned() } else { format!("{areas}, {} ausgelassen", count(left_out)) }
}

/// `6`, or that there are none.
pub fn number_of(dimensions: usize) -> String {
    if dimensions == 0 { "keine".to_owned() } else { count(dimensions) }
}

/// `Die anderen Rezepte neben „Standard 2026“`
pub fn compared_with(recipe: &str) -> String {
    format!("Die Rezepte neben „{recipe}“")
}

/// `„Rangpunkte“ – Normierung: Rangpunkte. Mittlere Verschiebung 1,2 Ränge; …`
pub fn variant(name: &str, differences: &[String], moved: &str) -> String {
    let differs = if differences.is_empty() { NO_DIFFERENCE.to_owned() } else { differences.join("; ") };
    format!("„{name}“ – {differs}. {moved}")
}

/// `7 (+2)`: a rank and how many places further behind it is than the other one.
pub fn moved_rank(rank: f64, own: f64) -> String {
    let by = place((rank - own).abs());
    let sign = if rank > own { "+" } else { "−" };
    format!("{} ({sign}{by})", place(rank))
}

/// `4 bis 6`: best and worst rank.
pub fn places(low: f64, high: f64) -> String {
    let (low, high) = (place(low), place(high));
    if low == high { low } else { format!("{low} bis {high}") }
}

/// `Wechsel unter den 13`
pub fn changed_places(places: u32) -> String {
    format!("Wechsel unter den {places}")
}

/// `neu Wickede; nicht mehr Hörde`
pub fn entering_leaving(entering: &str, leaving: &str) -> String {
    let parts = [("neu", entering), ("nicht mehr", leaving)].into_iter().filter(|(_, names)| !names.is_empty());
    parts.map(|(what, names)| format!("{what} {names}")).collect::<Vec<_>>().join("; ")
}

/// `Rang Marten`
pub fn rank_of(area: &str) -> String {
    format!("Rang {area}")
}

/// `Marten von 5 auf 9`
pub fn from_to(area: &str, from: u32, to: u32) -> String {
    format!("{area} von {} auf {}", count(from), count(to))
}

/// `Marten im Vergleich`
pub fn compared(area: &str) -> String {
    format!("{area} im Vergleich")
}

/// `Wert Marten`
pub fn value_of(area: &str) -> String {
    format!("Wert {area}")
}

/// `Beitrag Marten`
pub fn contribution_of(area: &str) -> String {
    format!("Beitrag {area}")
}

/// `Unterschied Arbeitslosenrate`
pub fn difference_of(indicator: &str) -> String {
    format!("{DIFFERENCE} {indicator}")
}

/// `Marten minus Nette`
pub fn between(first: &str, second: &str) -> String {
    format!("{first} minus {second}")
}

/// `Wert 11,1, normiert 1,203, Gewicht 0,091, Beitrag 0,11`; without a value nothing is contributed.
pub fn side(value: &str, normalised: Option<&str>, weight: f64, contribution: f64) -> String {
    match normalised {
        Some(normalised) => format!(
            "Wert {value}, normiert {normalised}, Gewicht {}, Beitrag {}",
            decimal(weight, 3),
            decimal(contribution, 3)
        ),
        None => format!("Kein Wert ({value}): Der Indikator trägt nichts bei."),
    }
}

/// `0,109 − 0,048 = 0,061`
pub fn minus(first: f64, second: f64, difference: f64) -> String {
    let second = if second < 0.0 { format!("({})", decimal(second, 3)) } else { decimal(second, 3) };
    format!("{} − {second} = {}", decimal(first, 3), decimal(difference, 3))
}

/// `Anteil an der Schwankung der Ränge: Gewichtung`
pub fn share_of_choice(choice: &str) -> String {
    format!("Anteil an der Schwankung der Ränge: {choice}")
}

/// How the Sobol indices of a decision come about; each with its standard error, as shares.
pub fn sobol_steps(first: (f64, f64), total: (f64, f64), design: &str) -> Vec<(String, String)> {
    let with_error =
        |(value, error): (f64, f64)| format!("{} (Standardfehler {})", decimal(value, 3), decimal(error, 3));
    vec![
        (
            "Größe".to_owned(),
            "Mittlere Verschiebung der Ränge gegen die Rangfolge des Rezepts, f = Σ |Rang' − Rang| / n.".to_owned(),
        ),
        (
            "Für sich: S = 1 − Mittel (f(B) − f(AB))² / (2 · Varianz)".to_owned(),
            format!(
                "{}. A und B sind zwei unabhängige Stichproben aller Entscheidungen, AB ist A mit dieser einen aus B.",
                with_error(first)
            ),
        ),
        (
            "Beteiligt: ST = Mittel (f(A) − f(AB))² / (2 · Varianz)".to_owned(),
            format!("{} (Jansen 1999).", with_error(total)),
        ),
        ("Entwurf".to_owned(), design.to_owned()),
    ]
}

/// `(1 + 0 + 2 + …) / 19 = 0,7`: how far ranks move in the mean.
pub fn mean_shift_step(moved: &[u32], mean: f64) -> (String, String) {
    let sum: u64 = moved.iter().map(|by| u64::from(*by)).sum();
    (
        "Mittlere Verschiebung = Σ |Rang' − Rang| / n".to_owned(),
        format!("{} Ränge / {} Gebiete = {}", count(sum as i64), count(moved.len()), decimal(mean, 3)),
    )
}

/// `Nötiger Wert Arbeitslosenrate`
pub fn needed_value_of(indicator: &str) -> String {
    format!("Nötiger Wert {indicator}")
}

/// How the value was found at which the index reaches the border of a class.
pub fn exit_steps(index: f64, cut: f64, then: &str, now: &str) -> Vec<(String, String)> {
    vec![
        ("Index heute".to_owned(), format!("{} bei einem Wert von {now}", decimal(index, 3))),
        (format!("Grenze zur Klasse „{then}“"), decimal(cut, 3)),
        (
            "Rechnung".to_owned(),
            "Gesucht ist der Wert, bei dem der Index diese Grenze erreicht; Skala, Gewichte und alle anderen Werte bleiben. Vom heutigen Wert weg gerundet, damit er reicht.".to_owned(),
        ),
    ]
}

/// Indicators that no value within those of the areas brings over the border.
pub fn no_single_value(indicators: usize) -> String {
    let indicators =
        if indicators == 1 { "1 Indikator".to_owned() } else { format!("{} Indikatoren", count(indicators)) };
    format!(
        "{indicators} nicht genannt: Dort fehlt dem Gebiet ein Wert, oder auch der äußerste Wert der Gebiete reichte nicht."
    )
}

/// The rank of an area by one recipe, with what the index is made of.
pub fn rank_explained(rank: f64, of: usize, index: &str, differs: &[String], parts: &[(String, f64)]) -> String {
    let differs = if differs.is_empty() {
        String::new()
    } else {
        format!(" Anders als das gewählte Rezept: {}.", differs.join("; "))
    };
    let parts: Vec<String> = parts.iter().map(|(name, part)| format!("{name} {}", decimal(*part, 2))).collect();
    format!("Rang {} von {}, Index {index}.{differs} Beiträge: {}.", place(rank), count(of), parts.join(", "))
}

/// `Marten steht in 83 % der Ziehungen vor Nette.`
pub fn before(first: &str, second: &str, share: &str) -> String {
    format!("{first} steht in {share} der Ziehungen vor {second}.")
}

/// `Was Marten aus der Klasse „hoch“ brächte`
pub fn leave_class(area: &str, class: &str) -> String {
    format!("Was {area} aus der Klasse „{class}“ brächte")
}

/// `± 1,2 Punkte`
pub fn points(points: f64) -> String {
    format!("±{NBSP}{} Punkte", decimal(points, 1))
}

/// How the shares were found.
pub fn design(evaluations: u32, seed: u64) -> String {
    format!(
        "Anteile an der Schwankung der mittleren Verschiebung (Sobol-Indizes) aus {} Rangfolgen, Startwert {seed}. „Beteiligt“ zählt Wechselwirkungen mit.",
        count(evaluations)
    )
}

/// `18 von 24`
pub fn within(within: usize, of: usize) -> String {
    format!("{} von {}", count(within), count(of))
}

/// `Dorstfeld hängt vom Rechenweg ab: … Anders bei: Normierung: Prozentrang; …`
pub fn what_decides(area: &str, phrase: &str, against: &[String], more: usize) -> String {
    if against.is_empty() {
        return format!("{area} {phrase}.");
    }
    let rest = if more == 0 { String::new() } else { format!(" und {} weitere", count(more)) };
    format!("{area} {phrase}. Anders entscheiden: {}{rest}.", against.join(" | "))
}

/// How many ways of computing there were.
pub fn paths(sensible: usize, refused: usize) -> String {
    let refused = if refused == 0 {
        String::new()
    } else {
        format!(" {} Verbindungen ergeben mit diesen Werten keinen Sinn und zählen nicht.", count(refused))
    };
    format!(
        "Geprüft sind {} Rechenwege aus üblichen Normierungen, Aggregationen, Gewichten und Ergänzungen.{refused}",
        count(sensible)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_further_behind_carries_a_plus() {
        assert_eq!(moved_rank(7.0, 5.0), "7 (+2)");
        assert_eq!(moved_rank(4.0, 5.0), "4 (−1)");
        assert_eq!(moved_rank(2.5, 2.0), "2,5 (+0,5)");
    }
}
