//! Words of the needs ranking: methods, notes, spans, groups.

use super::{NBSP, area_level_plural, count, decimal, percent, share_percent};
use crate::domain::{
    Aggregation, ClassBorder, Classes, Divisor, Imputation, IndexSpec, Normalisation, RankTies, Sampling, Uncertainty,
};

/// What a run brings to its description beyond the recipe.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MethodFacts {
    /// Label of the period that was ranked.
    pub period: String,
    /// Number of areas that take part.
    pub participants: usize,
    /// Names of the indicators in the order of the recipe.
    pub indicators: Vec<String>,
    /// Weights as used, as shares that add up to 1.
    pub weights: Vec<f64>,
    /// Name of the set that limits the areas, if any.
    pub area_set: Option<String>,
    /// Name of the reference set; none where the areas that take part are the reference.
    pub reference_set: Option<String>,
    /// Names of areas left out, each with the reason.
    pub left_out: Vec<(String, String)>,
    /// Notes of the run as sentences.
    pub notes: Vec<String>,
}

/// "So wurde gerechnet", line by line.
pub fn method_lines(spec: &IndexSpec, facts: &MethodFacts) -> Vec<String> {
    let mut lines = vec![
        format!("Rezept: {}. Stand der Werte: {}.", spec.name, facts.period),
        areas_line(spec, facts),
        left_out_line(facts),
        indicators_line(facts),
        reference_line(facts),
        format!("Normierung: {}. Größer heißt immer: mehr Bedarf.", normalisation(spec.normalise)),
        format!("Fehlende Werte: {}.", imputation(spec.impute)),
        format!("Zusammenfassung: {}.", aggregation(spec.aggregate)),
    ];
    lines.extend(
        spec.standardise.map(|choice| {
            format!("Der Index ist durch seine Standardabweichung ({}) geteilt.", divisor(choice.divisor))
        }),
    );
    lines.extend(spec.classes.as_ref().map(|classes| format!("Klassen: {}.", class_list(classes))));
    lines.push(format!(
        "Rang 1 ist der größte Bedarf; {}. Gerechnet wird mit ungerundeten Werten.",
        rank_ties(spec.ties)
    ));
    lines.push(uncertainty(&spec.uncertainty));
    lines.extend(facts.notes.iter().cloned());
    lines
}

fn areas_line(spec: &IndexSpec, facts: &MethodFacts) -> String {
    let level = area_level_plural(spec.areas.level);
    let set = facts.area_set.as_ref().map_or_else(String::new, |set| format!(" der Auswahl „{set}“"));
    format!("Gewertet: {} {level}{set}.", count(facts.participants))
}

fn left_out_line(facts: &MethodFacts) -> String {
    if facts.left_out.is_empty() {
        return "Nicht gewertet: keines.".to_owned();
    }
    let areas: Vec<String> = facts.left_out.iter().map(|(area, reason)| format!("{area} ({reason})")).collect();
    format!("Nicht gewertet: {}.", areas.join("; "))
}

fn indicators_line(facts: &MethodFacts) -> String {
    let with_weight = |(name, weight): (&String, &f64)| format!("{name} ({})", percent(weight * 100.0, 1));
    let list: Vec<String> = facts.indicators.iter().zip(&facts.weights).map(with_weight).collect();
    format!("Indikatoren und Gewichte: {}.", list.join(", "))
}

fn reference_line(facts: &MethodFacts) -> String {
    match &facts.reference_set {
        None => "Bezugsmenge der Normierung: die gewerteten Gebiete.".to_owned(),
        Some(set) => format!("Bezugsmenge der Normierung: „{set}“."),
    }
}

/// `z-Wert = (Wert − Mittel) / Standardabweichung, Divisor n`
pub fn normalisation(method: Normalisation) -> String {
    match method {
        Normalisation::ZScore { divisor: choice } => {
            format!("z-Wert = (Wert − Mittel) / Standardabweichung, {}", divisor(choice))
        }
        Normalisation::RobustZ => {
            "robuster z-Wert = (Wert − Median) / (1,4826 · Median der absoluten Abweichungen vom Median)".to_owned()
        }
        Normalisation::MinMax => "linear vom günstigsten (0) zum belastetsten Wert (100)".to_owned(),
        Normalisation::PercentileRank => "Prozentrang von 0 bis 100 = 100 · (mittlerer Rang − 1) / (n − 1)".to_owned(),
    }
}

/// The same in a word or two, for controls: `z-Wert (n)`.
pub fn normalisation_short(method: Normalisation) -> &'static str {
    match method {
        Normalisation::ZScore { divisor: Divisor::Population } => "z-Wert (n)",
        Normalisation::ZScore { divisor: Divisor::Sample } => "z-Wert (n − 1)",
        Normalisation::RobustZ => "robuster z-Wert",
        Normalisation::MinMax => "0 bis 100",
        Normalisation::PercentileRank => "Prozentrang",
    }
}

/// `Divisor n`
pub fn divisor(choice: Divisor) -> &'static str {
    match choice {
        Divisor::Population => "Divisor n",
        Divisor::Sample => "Divisor n − 1",
    }
}

/// What happens to missing values.
pub fn imputation(method: Imputation) -> &'static str {
    match method {
        Imputation::Reweight => {
            "nichts ergänzt; die Gewichte der vorhandenen Indikatoren werden auf die volle Summe hochgerechnet"
        }
        Imputation::ReferenceMean => "durch das Mittel der Bezugsmenge ergänzt",
        Imputation::ReferenceMedian => "durch den Median der Bezugsmenge ergänzt",
    }
}

/// How normalised values become an index.
pub fn aggregation(method: Aggregation) -> &'static str {
    match method {
        Aggregation::ArithmeticMean => "gewichtetes arithmetisches Mittel",
        Aggregation::Sum => "gewichtete Summe",
    }
}

/// What equal values do to ranks.
pub fn rank_ties(ties: RankTies) -> &'static str {
    match ties {
        RankTies::Competition => "gleiche Werte teilen sich den Rang, danach wird übersprungen (1, 2, 2, 4)",
        RankTies::Dense => "gleiche Werte teilen sich den Rang, danach geht es ohne Lücke weiter (1, 2, 2, 3)",
    }
}

/// `gering (bis −0,5), mittel (über −0,5 bis 0,5), hoch (über 0,5)`
pub fn class_list(classes: &Classes) -> String {
    let side = |at: usize| classes.border.get(at).or(classes.border.first()).copied().unwrap_or_default();
    let upper = |at: usize| {
        classes.cuts.get(at).map(|cut| match side(at) {
            ClassBorder::Lower => format!("bis {}", short(*cut)),
            ClassBorder::Upper => format!("unter {}", short(*cut)),
        })
    };
    let lower = |at: usize| {
        let cut = classes.cuts.get(at.checked_sub(1)?)?;
        Some(match side(at - 1) {
            ClassBorder::Lower => format!("über {}", short(*cut)),
            ClassBorder::Upper => format!("ab {}", short(*cut)),
        })
    };
    let bounds = |at: usize| [lower(at), upper(at)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let labels = classes.labels.iter().enumerate();
    labels.map(|(at, label)| format!("{label} ({})", bounds(at))).collect::<Vec<_>>().join(", ")
}

/// A number with as many decimals as it needs, two at most.
fn short(value: f64) -> String {
    let decimals = (0..2u8).find(|&decimals| {
        let scaled = value * 10f64.powi(i32::from(decimals));
        (scaled - scaled.round()).abs() < 1e-9
    });
    decimal(value, decimals.unwrap_or(2))
}

fn uncertainty(choice: &Uncertainty) -> String {
    let methods: Vec<&str> = choice.normalisations.iter().map(|&method| normalisation_short(method)).collect();
    let normalisations = if methods.is_empty() {
        "die Normierung des Rezepts".to_owned()
    } else {
        format!("eine Normierung mit gleicher Chance aus {}", methods.join(", "))
    };
    format!(
        "Rangspannen: {} Ziehungen, Startwert {}. Jede Ziehung verändert jedes Gewicht zufällig um bis zu ±{} und wählt {normalisations}. \
         Die Spanne enthält die mittleren {} der gezogenen Ränge (Quantile Typ 7).",
        count(choice.replications),
        choice.seed,
        percent(choice.weight_variation * 100.0, 0),
        percent(choice.coverage_percent, 0),
    )
}

/// How rates are drawn anew within their sampling error.
pub fn sampling(method: Sampling) -> &'static str {
    match method {
        Sampling::None => "nicht variiert",
        Sampling::Beta => "Beta-Verteilung aus Zähler und Nenner",
        Sampling::Binomial => "Binomialverteilung aus Zähler und Nenner",
        Sampling::Normal => "Normalverteilung mit der Streuung aus Zähler und Nenner",
    }
}

/// `im Rezept ausgelassen`
pub fn left_out_by_decision() -> String {
    "im Rezept ausgelassen".to_owned()
}

/// `120 Einwohner, mindestens 300 verlangt`
pub fn left_out_for_population(persons: Option<f64>, minimum: f64) -> String {
    let known =
        persons.map_or_else(|| "Einwohnerzahl unbekannt".to_owned(), |n| format!("{} Einwohner", decimal(n, 0)));
    format!("{known}, mindestens {} verlangt", decimal(minimum, 0))
}

/// `zu wenig Werte: 3 von 8 Indikatoren`
pub fn left_out_for_values(present: usize, of: usize) -> String {
    format!("zu wenig Werte: {} von {} Indikatoren", count(present), count(of))
}

/// Every indicator is exactly 0.
pub fn left_out_for_zeros() -> String {
    "alle Werte genau 0, in der Quelle so als ausgeschlossen geführt".to_owned()
}

/// An indicator without information.
pub fn constant_indicator(name: &str) -> String {
    format!("{name} unterscheidet die Gebiete der Bezugsmenge nicht und zählt deshalb nicht mit.")
}

/// The recipe judges what its card only describes.
pub fn context_counted(name: &str) -> String {
    format!("{name} ist auf der Indikatorkarte als Kontext ohne Wertung geführt; dieses Rezept wertet den Indikator.")
}

/// Areas that lack an indicator.
pub fn without_value(name: &str, areas: &[String]) -> String {
    format!("{name} ohne Wert in: {}.", areas.join(", "))
}

/// Invented values in a ranking.
pub fn demonstration_cells(cells: usize) -> String {
    match cells {
        1 => "Enthält 1 Demonstrationswert: Er ist erfunden.".to_owned(),
        _ => format!("Enthält {} Demonstrationswerte: Sie sind erfunden.", count(cells)),
    }
}

/// `hat den höchsten Bedarf`
pub fn highest_need() -> String {
    "hat den höchsten Bedarf".to_owned()
}

/// `gehört zu den fünf Gebieten mit dem höchsten Bedarf`
pub fn among_top(places: u32) -> String {
    format!("gehört zu den {} Gebieten mit dem höchsten Bedarf", number_word(places))
}

/// `ist ein Grenzfall: 83 % unter den 13`
pub fn border_case(top_share: f64, places: u32) -> String {
    format!("ist ein Grenzfall: {} unter den {places}", share_percent(top_share))
}

/// `gehört nicht zu den 13 Gebieten mit dem höchsten Bedarf`
pub fn behind_top(places: u32) -> String {
    format!("gehört nicht zu den {} Gebieten mit dem höchsten Bedarf", number_word(places))
}

/// `liegt auf Rang 6 bis 21`
pub fn only_the_span(low: u32, high: u32) -> String {
    format!("liegt auf Rang {}", rank_span(low, high))
}

/// `4 bis 6`, or `4` where both are the same.
pub fn rank_span(low: u32, high: u32) -> String {
    if low == high { low.to_string() } else { format!("{low} bis {high}") }
}

/// `5 von 39`
pub fn rank_of(rank: u32, of: usize) -> String {
    format!("{rank} von {of}")
}

/// `statistisch nicht unterscheidbar`: areas of one group.
pub fn same_group() -> &'static str {
    "statistisch nicht unterscheidbar"
}

/// `Der Rang von Marten wechselt von 5 auf 6, wenn das Gewicht der Arbeitslosenrate mindestens 31 % beträgt.`
/// `share` is that weight, 0 to 1, above the present one.
pub fn rank_switch_above(area: &str, from: u32, to: u32, indicator: &str, share: f64) -> String {
    switch(area, from, to, indicator, "mindestens", (share * 100.0).ceil())
}

/// The same for a weight below the present one.
pub fn rank_switch_below(area: &str, from: u32, to: u32, indicator: &str, share: f64) -> String {
    switch(area, from, to, indicator, "höchstens", (share * 100.0).floor())
}

fn switch(area: &str, from: u32, to: u32, indicator: &str, bound: &str, whole_percent: f64) -> String {
    format!(
        "Der Rang von {area} wechselt von {from} auf {to}, wenn das Gewicht von „{indicator}“ {bound} {}{NBSP}% beträgt.",
        decimal(whole_percent, 0)
    )
}

fn number_word(number: u32) -> String {
    match number {
        2 => "zwei".to_owned(),
        3 => "drei".to_owned(),
        4 => "vier".to_owned(),
        5 => "fünf".to_owned(),
        6 => "sechs".to_owned(),
        7 => "sieben".to_owned(),
        8 => "acht".to_owned(),
        9 => "neun".to_owned(),
        10 => "zehn".to_owned(),
        11 => "elf".to_owned(),
        12 => "zwölf".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_name_the_side_of_every_border() {
        let classes = Classes {
            cuts: vec![-1.0, 1.5],
            border: vec![ClassBorder::Lower, ClassBorder::Upper],
            labels: ["positiv", "stabil", "negativ"].map(String::from).to_vec(),
        };
        assert_eq!(class_list(&classes), "positiv (bis −1), stabil (über −1 unter 1,5), negativ (ab 1,5)");
    }

    #[test]
    fn an_uncertain_place_is_worded_as_uncertain() {
        assert_eq!(among_top(5), "gehört zu den fünf Gebieten mit dem höchsten Bedarf");
        assert_eq!(border_case(0.83, 13), "ist ein Grenzfall: 83\u{a0}% unter den 13");
        assert_eq!(rank_span(4, 6), "4 bis 6");
    }
}
