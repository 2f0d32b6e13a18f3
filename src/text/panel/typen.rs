//! Words of the tab *Typen*: types of areas, similar areas, segregation, hidden pockets, indicators as one scale.

#![allow(missing_docs)]

use crate::text::structure::dissimilarity;
use crate::text::{NBSP, count, decimal, share_percent, signed};

pub const TAB: &str = "Typen";
pub const K_MEANS: &str = "k-Means";
pub const WARD: &str = "Ward";
pub const NUMBER: &str = "Anzahl der Typen";
pub const NEW_SEED: &str = "Anderer Startwert";
pub const TYPES: &str = "Typen";
pub const SIMILAR: &str = "Ähnliche Räume";
pub const SEGREGATION: &str = "Segregation";
pub const POCKETS: &str = "Versteckte Lagen";
pub const SCALE: &str = "Indikatoren";
pub const MAP: &str = "Karte der Typen";
pub const FIGURE: &str = "Karte der Typen als Bild";
pub const FIGURE_TITLE: &str = "Typen von Gebieten";
pub const PROPOSED_NAME: &str = "Namen sind Vorschläge des Programms: Sie nennen, was über oder unter dem Durchschnitt liegt. Eigene Namen bleiben im Projekt.";
pub const AREA: &str = "Gebiet";
pub const TYPE: &str = "Typ";
pub const NAME: &str = "Name";
pub const NAME_IT: &str = "Eigener Name";
pub const DISTANCE: &str = "Abstand";
pub const ALIKE: &str = "ähnlich bei";
pub const DIFFERENT: &str = "verschieden bei";
pub const GROUP: &str = "Gruppe";
pub const PERIOD: &str = "Stand";
pub const D: &str = "D";
pub const ISOLATION: &str = "Isolation";
pub const GINI: &str = "Gini";
pub const INDICATOR: &str = "Indikator";
pub const REASON: &str = "Begründung";
pub const ITEM_REST: &str = "Trennschärfe";
pub const WITHOUT: &str = "α ohne";
pub const LOADING: &str = "Ladung";
pub const METHOD: &str = "So wurde gerechnet";
pub const OUTLINED: &str = "Aktionsraum";
pub const COMPUTING: &str = "Typen werden berechnet";
pub const EMPTY_TITLE: &str = "Noch keine Typen";
pub const NO_AREA: &str =
    "Wählen Sie oben in der Leiste einen Raum. Hier stehen dann die Räume, die ihm am ähnlichsten sind.";
pub const NO_PERIOD: &str =
    "Für diese Ebene gibt es keine Werte mit Jahr. Lesen Sie eine Tabelle mit Jahresangabe ein.";
pub const NO_POCKET_LEVELS: &str = "Versteckte Lagen brauchen zwei Ebenen, deren kleinere Gebiete in den größeren liegen, mit Werten auf beiden. Lesen Sie eine Tabelle für eine weitere Ebene ein.";
pub const NO_POCKETS: &str =
    "Kein Gebiet gehört zum am stärksten belasteten Fünftel, ohne dass das umgebende Gebiet es auch tut.";
pub const NO_COUNTS: &str = "Segregation braucht Zähler und Nenner je Gebiet. Lesen Sie eine Tabelle mit Fallzahlen ein; Anteile allein genügen nicht.";
pub const SET_ASIDE: &str = "Nicht genannt";
pub const METHOD_SIMILAR: &str = "Ähnlichkeit: Wurzel der mittleren quadrierten Abweichung in Standardabweichungen; 0 heißt in allem gleich, etwa 1,4 unterscheiden zwei beliebige Räume.";
pub const METHOD_SEGREGATION: &str = "Segregation: Dissimilarität D (Duncan und Duncan 1955), Isolation xPx (Lieberson 1981), Gini-Index; Räume ohne Fallzahlen bleiben außen vor. Je kleiner die Gebiete, desto höher fallen die Maße aus.";
pub const METHOD_SCALE: &str =
    "Skala: Cronbachs α über z-Werte (1951), Hauptkomponenten der Korrelationsmatrix; zum Bedarf hin gedreht.";

/// `Eigener Name von Typ A`
pub fn own_name(letter: &str) -> String {
    format!("Eigener Name von Typ {letter}")
}

/// That a name was given for other values.
pub fn named_for(period: &str) -> String {
    format!("Der Name wurde für den Stand {period} vergeben. Prüfen Sie, ob er noch passt.")
}

/// `3 Typen (Silhouette 0,41) – vorgeschlagen`
pub fn number_of_types(types: usize, silhouette: f64, proposed: bool) -> String {
    let proposed = if proposed { " – vorgeschlagen" } else { "" };
    format!("{types} Typen (Silhouette {}){proposed}", decimal(silhouette, 2))
}

/// `Typ A: 7 Räume`
pub fn type_title(letter: &str, areas: usize) -> String {
    if areas == 1 { format!("Typ {letter}: 1 Raum") } else { format!("Typ {letter}: {} Räume", count(areas as u64)) }
}

/// What is heard of a bar.
pub fn deviation(indicator: &str, deviation: f64) -> String {
    format!("{indicator}: {} Standardabweichungen", signed(deviation, 1))
}

/// Head of the profiles: `… vom Mittel der 13 Räume mit allen Werten`
pub fn bars(areas: usize) -> String {
    format!(
        "Mittel je Typ in Standardabweichungen vom Mittel der {} Räume mit allen Werten; „Durchschnitt“ meint dieses Mittel.",
        count(areas as u64)
    )
}

/// Where there are no types: the reason stands beside the map.
pub const NO_TYPES: &str = "Sobald sich Typen bilden lassen, stehen hier ihre Profile.";
pub const INDICATORS: &str = "Indikatoren der Typen";
pub const MEAN_NEED: &str = "Zeigen Bedarf an";
pub const ONLY_CONTEXT: &str = "Nur Kontext";

/// `11 Indikatoren`, `13 Indikatoren, davon 2 Kontext`
pub fn chosen(indicators: usize, context: usize) -> String {
    let all = crate::text::panel::analyse::chosen_columns(indicators);
    if context == 0 { all } else { format!("{all}, davon {} Kontext", count(context)) }
}

/// Indicators that cannot take part.
pub fn method_without_values(indicators: &[String]) -> String {
    format!("Nicht dabei, weil ohne Werte für diese Ebene und diesen Stand: {}.", indicators.join(", "))
}

/// `Räume, die Marten am ähnlichsten sind`
pub fn similar_to(area: &str) -> String {
    format!("Räume, die {area} am ähnlichsten sind")
}

/// `Arbeitslosenrate (+0,1)`
pub fn difference(indicator: &str, difference: f64) -> String {
    format!("{indicator} ({})", signed(difference, 1))
}

/// What the indices mean for one group, in plain words; `part` are the people in these areas and in the city, where the
/// areas are not all of it.
pub fn segregation(
    group: &str,
    (dissimilarity_index, isolation, share): (f64, f64, f64),
    areas: usize,
    part: Option<(f64, f64)>,
) -> String {
    let areas = count(areas as u64);
    let (scope, together) = match part {
        Some((counted, city)) => (
            format!(
                " Gezählt sind {areas} Räume mit {} von {} der ganzen Stadt; für die Stadt gelten die Zahlen nicht.",
                decimal(counted, 0),
                decimal(city, 0)
            ),
            format!("in diesen {areas} Räumen zusammen"),
        ),
        None => (String::new(), "insgesamt".to_owned()),
    };
    format!(
        "„{group}“: Die Trennung ist {}. {} der Gruppe müssten in einem anderen Gebiet sein, damit der Anteil überall gleich \
         wäre. Wo die Gruppe im Mittel lebt, beträgt ihr Anteil {}, {together} {}.{scope}",
        dissimilarity(dissimilarity_index),
        share_percent(dissimilarity_index),
        share_percent(isolation),
        share_percent(share)
    )
}

/// Areas without counts.
pub fn segregation_left_out(areas: &str) -> String {
    format!("Ohne Fallzahlen und nicht mitgezählt: {areas}.")
}

/// `Sozialräume innerhalb der Stadtbezirke`
pub fn pocket_levels(small: &str, large: &str) -> String {
    format!("Verglichen: {small} mit dem umgebenden Gebiet ({large}).")
}

/// `Arbeitslosenrate: Marten: zu wenige Fälle für eine Aussage`
pub fn set_aside(indicator: &str, reason: &str) -> String {
    format!("{indicator}: {reason}")
}

/// Do the indicators measure the same? Those without direction, `context`, have no part in the scale.
pub fn scale(alpha: f64, first: f64, above_one: usize, indicators: usize, context: &[String]) -> String {
    let verdict = if alpha >= 0.9 {
        "Die Indikatoren messen weitgehend dasselbe; einzelne könnten entfallen, ohne dass sich die Rangfolge stark ändert"
    } else if alpha >= 0.7 {
        "Die Indikatoren messen im Kern dasselbe und ergänzen sich"
    } else {
        "Die Indikatoren messen Verschiedenes; ein einziger Index fasst sie nur bedingt zusammen. Prüfen Sie Teilindizes"
    };
    let without = if context.is_empty() {
        String::new()
    } else {
        format!(" Nicht dabei, weil nur Kontext: {}.", context.join(", "))
    };
    format!(
        "{verdict} (Cronbachs α {}). Die erste Hauptkomponente erklärt {} der Unterschiede; {} Komponenten sind stärker als ein einzelner der {}{NBSP}Indikatoren, die Bedarf anzeigen.{without}",
        decimal(alpha, 2),
        share_percent(first),
        above_one,
        count(indicators as u64)
    )
}

/// Which values take part.
pub fn method_basis(period: &str, indicators: &[String]) -> String {
    format!(
        "Grundlage: Stand {period}, {}; jeder Indikator zählt als z-Wert (Divisor n) gleich viel. Typen und Skala rechnen ihn \
         über die Räume mit allen Werten, die Ähnlichkeit über alle Räume mit Wert.",
        indicators.join(", ")
    )
}

/// How groups were formed.
pub fn method_types(ward: bool, types: usize, seed: u64, areas: usize) -> String {
    let method = if ward {
        "Ward-Verfahren (1963), Baum geschnitten".to_owned()
    } else {
        format!("k-Means mit zehn Starts, Startwert {seed}")
    };
    format!("Typen: {method}; {types} Typen unter {} Räumen mit allen Werten.", count(areas as u64))
}

/// How clearly the types stand apart.
pub fn method_silhouette(mean: f64) -> String {
    let verdict = if mean >= 0.5 {
        "Die Typen sind klar getrennt"
    } else if mean >= 0.25 {
        "Die Typen sind erkennbar, gehen aber ineinander über"
    } else {
        "Die Typen gehen stark ineinander über; die Einteilung ist eine von mehreren möglichen"
    };
    format!("{verdict} (mittlere Silhouette {}, Rousseeuw 1987).", decimal(mean, 2))
}

/// `Marten (Wohnfläche)`
pub fn lacks(area: &str, indicators: &[String]) -> String {
    format!("{area} ({})", indicators.join(", "))
}

/// Areas that lack a value.
pub fn method_left_out(areas: &[String]) -> String {
    const MOST: usize = 12;
    let shown = areas.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join("; ");
    let rest = areas.len().saturating_sub(MOST);
    let rest = if rest == 0 { String::new() } else { format!("; und {} weitere", count(rest as u64)) };
    format!("Ohne Typ, weil Werte fehlen: {shown}{rest}.")
}

/// What is heard of the map.
pub fn map_text(types: &[(String, usize)], without: usize) -> String {
    let parts: Vec<String> =
        types.iter().map(|(name, areas)| format!("{name}, {} Räume", count(*areas as u64))).collect();
    let without = if without == 0 { String::new() } else { format!("; ohne Typ {}", count(without as u64)) };
    format!("{MAP}: {}{without}", parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segregation_is_told_in_plain_words() {
        let words = segregation("Kinder im SGB II", (0.31, 0.4, 0.25), 19, Some((276_000.0, 604_889.0)));
        assert!(words.contains("276.000 von 604.889") && words.contains("in diesen 19 Räumen zusammen"), "{words}");
        assert!(words.contains("mäßig") && words.contains("in einem anderen Gebiet"), "{words}");
    }

    #[test]
    fn indicators_that_measure_different_things_are_told_apart() {
        assert!(scale(0.95, 0.8, 1, 6, &[]).contains("weitgehend dasselbe"));
        let words = scale(0.3, 0.3, 2, 6, &["Alter".to_owned()]);
        assert!(words.contains("Verschiedenes") && words.contains("nur Kontext: Alter"), "{words}");
    }
}
