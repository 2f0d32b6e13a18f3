//! Words of time: changes, series breaks, convergence, sets with changing members.

use super::{count, decimal, percent, share_percent, signed};

/// Why no change is shown across a declared break.
pub fn over_break(year: i16, reason: &str) -> String {
    let reason = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
    format!(
        "Ab {year} ist die Reihe nicht mehr mit früheren Jahren vergleichbar{reason}. Eine Veränderung wird deshalb nicht ausgewiesen."
    )
}

/// A jump of nearly all areas.
pub fn jump(indicator: &str, from: i16, to: i16, typical: &str, usual: &str, agreement: f64) -> String {
    format!(
        "Von {from} auf {to} springt „{indicator}“ in {} der Gebiete in dieselbe Richtung: im Median um {typical} je Jahr, sonst um {usual}. \
         Das spricht für eine neue Definition, Quelle oder Abgrenzung. Prüfen Sie die Indikatorkarte, bevor Sie die Veränderung zeigen.",
        share_percent(agreement)
    )
}

/// Published changes fit the levels.
pub fn published_fits(areas: usize) -> String {
    format!("Die veröffentlichte Veränderung passt in allen {} Gebieten zu den Ständen.", count(areas as u64))
}

/// Published changes of single areas do not fit.
pub fn published_single(deviating: usize, areas: usize) -> String {
    format!(
        "In {} von {} Gebieten passt die veröffentlichte Veränderung nicht zu den Ständen: Dort wurde berichtigt oder neu abgegrenzt.",
        count(deviating as u64),
        count(areas as u64)
    )
}

/// Published changes do not fit: a break.
pub fn published_break(deviating: usize, areas: usize) -> String {
    format!(
        "In {} von {} Gebieten passt die veröffentlichte Veränderung nicht zu den Ständen. Die Stände sind nicht vergleichbar; ihre Differenz ist keine Veränderung.",
        count(deviating as u64),
        count(areas as u64)
    )
}

/// Nothing to compare.
pub const PUBLISHED_UNKNOWN: &str = "Es gibt kein Gebiet mit beiden Ständen und veröffentlichter Veränderung.";

/// `+0,8 je Jahr von 2015 bis 2021 (6 Werte)`
pub fn slope(per_year: f64, decimals: u8, from: i16, to: i16, points: usize) -> String {
    format!("{} je Jahr von {from} bis {to} ({} Werte)", signed(per_year, decimals + 1), count(points as u64))
}

/// Whether areas come closer: standard deviations of the first and last year.
pub fn sigma(first: f64, last: f64, decimals: u8, (from, to): (i16, i16), areas: usize) -> String {
    let (before, after) = (decimal(first, decimals), decimal(last, decimals));
    let verdict = match () {
        () if before == after => "Die Unterschiede zwischen den Gebieten sind gleich geblieben",
        () if last < first => "Die Gebiete nähern sich einander an",
        () => "Die Gebiete entfernen sich voneinander",
    };
    format!(
        "{verdict}: Standardabweichung {before} ({from}) und {after} ({to}), dieselben {} Gebiete.",
        count(areas as u64)
    )
}

/// Whether areas with high levels lose more between two periods. `t` is slope / standard error.
pub fn beta(slope: f64, t: f64, (from, to): (&str, &str)) -> String {
    let verdict = if t.abs() < 2.0 {
        "Ein Zusammenhang zwischen Ausgangsniveau und Veränderung ist nicht zu erkennen"
    } else if slope < 0.0 {
        "Gebiete mit hohem Ausgangsniveau haben stärker abgenommen oder schwächer zugenommen"
    } else {
        "Gebiete mit hohem Ausgangsniveau haben stärker zugenommen oder schwächer abgenommen"
    };
    format!(
        "{verdict} ({from} bis {to}, Steigung {} je Jahr). Zufällig hohe Werte fallen auch von selbst zurück; das allein ist kein Erfolg.",
        signed(slope, 3)
    )
}

/// What becomes of the distance of an area to the city.
pub mod city {
    /// As the city.
    pub const PARALLEL: &str = "entwickelt sich wie die Stadt";
    /// More burdened, distance grows.
    pub const MORE_WIDENING: &str = "belasteter als die Stadt, der Abstand wächst";
    /// More burdened, distance shrinks.
    pub const MORE_CLOSING: &str = "belasteter als die Stadt, der Abstand schrumpft";
    /// Less burdened, distance grows.
    pub const LESS_WIDENING: &str = "günstiger als die Stadt, der Abstand wächst";
    /// Less burdened, distance shrinks.
    pub const LESS_CLOSING: &str = "günstiger als die Stadt, der Abstand schrumpft";
    /// Now more burdened.
    pub const BECAME_MORE: &str = "neu belasteter als die Stadt";
    /// No longer more burdened.
    pub const NO_LONGER_MORE: &str = "nicht mehr belasteter als die Stadt";
    /// A context indicator.
    pub const NOT_JUDGED: &str = "der Abstand zur Stadt ändert sich, ohne Wertung";

    /// The same for a column whose head names the city.
    pub mod short {
        /// As the city.
        pub const PARALLEL: &str = "wie die Stadt";
        /// More burdened, distance grows.
        pub const MORE_WIDENING: &str = "belasteter, wächst";
        /// More burdened, distance shrinks.
        pub const MORE_CLOSING: &str = "belasteter, schrumpft";
        /// Less burdened, distance grows.
        pub const LESS_WIDENING: &str = "günstiger, wächst";
        /// Less burdened, distance shrinks.
        pub const LESS_CLOSING: &str = "günstiger, schrumpft";
        /// Now more burdened.
        pub const BECAME_MORE: &str = "neu belasteter";
        /// No longer more burdened.
        pub const NO_LONGER_MORE: &str = "nicht mehr belasteter";
        /// A context indicator.
        pub const NOT_JUDGED: &str = "ohne Wertung";
    }
}

/// A set of areas compared with the same members: both values and the change as printed.
pub fn same_members(areas: usize, from: &str, to: &str, change: &str) -> String {
    format!("In denselben {} Gebieten: {from}, dann {to} ({change}).", count(areas as u64))
}

/// A set of areas as it was in each year.
pub fn as_it_was(entered: usize, left: usize, from: &str, to: &str, change: &str) -> String {
    format!(
        "Mit den Mitgliedern des jeweiligen Jahres ({} hinzugekommen, {} ausgeschieden): {from}, dann {to} ({change}).",
        count(entered as u64),
        count(left as u64)
    )
}

/// `+1,8 Prozentpunkte, +12,4 %`
pub fn points_and_percent(points: &str, change_percent: Option<f64>) -> String {
    match change_percent {
        Some(change) => {
            let sign = if change > 0.0 { "+" } else { "" };
            format!("{points}, {sign}{}", percent(change, 1))
        }
        None => points.to_owned(),
    }
}

/// A period without value: `o. J.` or a year.
pub fn no_value(period: &str) -> String {
    format!("Für {period} gibt es keinen Wert; eine Veränderung wird nicht ausgewiesen.")
}

/// A period without year.
pub const UNDATED: &str = "Ein Stand trägt kein Jahr; seine Stelle in der Zeit ist nicht bekannt.";

/// The first period is not the earlier one.
pub const WRONG_ORDER: &str = "Der erste Stand muss vor dem zweiten liegen.";

/// An unknown indicator or period.
pub const UNKNOWN: &str = "Der Indikator oder ein Stand ist in diesem Projekt nicht bekannt.";

/// Too few areas for a relation.
pub fn too_few_areas(areas: usize) -> String {
    format!("Nur {} Gebiete haben beide Werte und verschiedene Ausgangswerte; nötig sind drei.", count(areas as u64))
}

/// Rates cannot be pooled without counts.
pub fn without_counts(areas: &[String]) -> String {
    format!(
        "Für {} fehlen Zähler und Nenner. Anteile werden nicht gemittelt; ohne Zähler und Nenner gibt es keinen gemeinsamen Wert.",
        areas.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn convergence_is_worded_by_what_is_printed() {
        assert!(
            sigma(5.553, 3.606, 1, (2020, 2025), 6)
                .starts_with("Die Gebiete nähern sich einander an: Standardabweichung 5,6")
        );
        assert!(
            sigma(5.55, 5.56, 0, (2020, 2025), 6).starts_with("Die Unterschiede zwischen den Gebieten sind gleich")
        );
        assert!(beta(-0.071, -8.0, ("2020", "2025")).contains("stärker abgenommen"));
        assert!(beta(-0.071, -1.0, ("2020", "2025")).contains("nicht zu erkennen"));
    }

    #[test]
    fn a_change_in_percent_keeps_its_sign() {
        assert_eq!(points_and_percent("+1,8", Some(12.44)), "+1,8, +12,4\u{a0}%");
        assert_eq!(points_and_percent("−1,8", None), "−1,8");
    }
}
