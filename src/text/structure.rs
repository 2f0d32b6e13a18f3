//! Words for types of areas, segregation and hidden pockets.

use super::{count, value_with_unit};

/// A name for a type from the indicators above and below the average, each with whether it is far off:
/// `weit überdurchschnittlich bei A; überdurchschnittlich bei B; unterdurchschnittlich bei C`.
pub fn type_name(above: &[(String, bool)], below: &[(String, bool)]) -> String {
    let side = |traits: &[(String, bool)], far: bool, word: &str| {
        let names: Vec<&str> = traits.iter().filter(|(_, own)| *own == far).map(|(name, _)| name.as_str()).collect();
        (!names.is_empty()).then(|| format!("{word} bei {}", names.join(", ")))
    };
    let parts: Vec<String> = [
        side(above, true, "weit überdurchschnittlich"),
        side(above, false, "überdurchschnittlich"),
        side(below, true, "weit unterdurchschnittlich"),
        side(below, false, "unterdurchschnittlich"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() { "nahe am Durchschnitt".to_owned() } else { parts.join("; ") }
}

/// A type whose name another type has too.
pub fn numbered_type(name: &str, number: usize) -> String {
    format!("{name} (Typ {number})")
}

/// What a hidden pocket rests on.
#[derive(Clone, Debug)]
pub struct PocketFacts {
    /// Name of the small area.
    pub area: String,
    /// Name of the area around it.
    pub parent: String,
    /// Its place by burden.
    pub place: usize,
    /// Small areas with a value.
    pub of: usize,
    /// Value, decimals and unit of the small area, where a single indicator was compared.
    pub value: Option<(f64, u8, String)>,
    /// Value of the area around it.
    pub parent_value: f64,
    /// Place of the area around it.
    pub parent_place: usize,
    /// Areas around with a value.
    pub parents: usize,
    /// Whether counts are known, so that chance could be ruled out.
    pub counts_known: bool,
}

/// Why a small area is a hidden pocket, in a sentence or two.
pub fn hidden_pocket(facts: &PocketFacts) -> String {
    let PocketFacts { area, parent, place, of, parent_place, parents, .. } = facts;
    let values = facts.value.as_ref().map_or_else(String::new, |(value, decimals, unit)| {
        let print = |value: f64| value_with_unit(value, *decimals, unit);
        format!(" ({} gegenüber {})", print(*value), print(facts.parent_value))
    });
    let chance = if facts.counts_known {
        " Der Unterschied ist größer, als der Zufall bei dieser Fallzahl erwarten lässt."
    } else {
        " Fallzahlen liegen nicht vor; wie sicher der Unterschied ist, bleibt offen."
    };
    format!(
        "{area} liegt nach der Belastung auf Platz {} von {}, {parent} insgesamt auf Platz {} von {}{values}.{chance}",
        count(*place as u64),
        count(*of as u64),
        count(*parent_place as u64),
        count(*parents as u64),
    )
}

/// A small area that is burdened but was set aside for its few cases.
pub fn few_cases(area: &str) -> String {
    format!("{area}: zu wenige Fälle für eine Aussage")
}

/// A small area that is burdened but not clearly more than the area around it.
pub fn not_beyond_chance(area: &str) -> String {
    format!("{area}: Unterschied zum umgebenden Gebiet kann Zufall sein")
}

/// A small area of which the area around it is not known or has no value.
pub fn without_parent(area: &str) -> String {
    format!("{area}: umgebendes Gebiet ohne Wert")
}

/// How strongly a group is set apart, from the index of dissimilarity (0 to 1); bounds after Massey and Denton (1993).
pub fn dissimilarity(value: f64) -> &'static str {
    if value < 0.3 {
        "gering"
    } else if value < 0.6 {
        "mäßig"
    } else {
        "hoch"
    }
}
