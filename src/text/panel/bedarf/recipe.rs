//! Words of the pane Methode: every choice of a recipe.

#![allow(missing_docs)]

use crate::domain::{
    Aggregation, AreaLevel, BeyondGoalposts, ClassBorder, Compensation, DataWeighting, Denomination, DistanceForm,
    Divisor, GoalpostScale, Measure, Moments, Penalty, RankTies, ReferencePeriods, Sampling, ScaledRank,
    Standardisation, Treatment,
};
use crate::text::{NBSP, area_level_plural, count, decimal, needs, percent};

pub const VALUES: &str = "Werte";
pub const UNCERTAINTY: &str = "Unsicherheit";
pub const WEIGHTING: &str = "Gewichtung";
pub const BACK: &str = "Zurück zur Methode";
pub const METHOD: &str = "Herkunft";

pub const MEASURE: &str = "Gewertet wird";
pub const AREA_SET: &str = "Auswahl";
pub const CONDITIONS: &str = "Wer gewertet wird";
pub const CONDITIONS_HINT: &str =
    "Ein leeres Feld stellt keine Bedingung. Ausgelassene Gebiete stehen mit Grund unter „Nicht gewertet“.";
pub const MINIMUM_PRESENT: &str = "Mindestens vorhanden (% der Indikatoren)";
pub const MINIMUM_POPULATION: &str = "Mindestens Einwohner";
pub const MOST_ZEROS: &str = "Höchstens Nullen (% der Werte)";
pub const MINIMUM_PER_INDICATOR: &str = "Indikator: Werte in mindestens (% der Gebiete)";
pub const MOST_ZEROS_PER_INDICATOR: &str = "Indikator: höchstens Nullen (%)";
pub const LEAVE_OUT_ALL_ZERO: &str = "Gebiete auslassen, in denen alles 0 ist";
pub const COMPARED_WITH: &str = "Verglichen mit";
pub const REFERENCE_PERIODS: &str = "Stände";
pub const REFERENCE_PERIODS_HINT: &str =
    "Jeder Stand für sich zeigt, wer wo steht. Alle zusammen machen Werte verschiedener Jahre vergleichbar.";
pub const REFERENCE_AREA: &str = "Vergleichsgebiet";
pub const NO_REFERENCE_AREA: &str = "keines";

pub const OUTLIERS: &str = "Ausreißer";
pub const SHIFT: &str = "Addiert davor";
pub const SKEWNESS: &str = "Schiefe über";
pub const KURTOSIS: &str = "Wölbung über";
pub const MOST_POINTS: &str = "Höchstens Werte";
pub const MOMENTS: &str = "Formel";
pub const DENOMINATION: &str = "Woher jeder Wert kommt";
pub const DENOMINATION_HINT: &str =
    "Anteile von Teilgebieten werden nie gemittelt: Erst werden die Fälle addiert, dann wird geteilt.";
pub const TREATED_AS_ALL: &str = "wie alle";

pub const TIES_IN_VALUES: &str = "Gleiche Werte";
pub const FROM: &str = "Günstigster Wert wird";
pub const TO: &str = "Belastetster Wert wird";
pub const DIVISOR: &str = "Divisor";
pub const MEAN: &str = "Mittel wird";
pub const SPREAD: &str = "Streuung wird";
pub const SCALE: &str = "Skala";
pub const BEYOND: &str = "Jenseits der Grenzen";
pub const DISTANCE_FORM: &str = "Abstand";
pub const SCALED_RANK: &str = "Rang von";
pub const LIMITS: &str = "Grenz- und Zielwerte";
pub const LIMITS_HINT: &str =
    "Nötig für „feste Grenzwerte“ und „Abstand vom Zielwert“. Je Indikator: unterer und oberer Grenzwert, Zielwert.";
pub const PROPOSE_LIMITS: &str = "Fehlende Grenzen aus den Werten";
pub const LOW: &str = "von";
pub const HIGH: &str = "bis";
pub const TARGET: &str = "Ziel";

pub const PENALTY: &str = "Unausgewogenheit";
pub const WORST: &str = "Zahl der Werte";
pub const DIMENSIONS: &str = "Teilindizes";
pub const USE_DIMENSIONS: &str = "Erst Teilindizes nach Thema bilden";
pub const EACH_HUNDRED: &str = "Teilindizes zusammen 100 %, Indikatoren je Teilindex 100 %.";
pub const DIMENSIONS_HINT: &str =
    "Gewichte der Indikatoren gelten dann innerhalb ihres Teilindex, die Teilindizes haben eigene.";
pub const AFTERWARDS: &str = "Index und Ränge";
pub const STANDARDISATION: &str = "Index geteilt";
pub const TIES: &str = "Gleicher Index";
pub const CLASSES: &str = "Klassen";
pub const CLASS_METHOD: &str = "Grenzen";
pub const CLASS_COUNT: &str = "Zahl der Klassen";
pub const NO_CLASSES: &str = "keine Klassen";
pub const ON_BORDER: &str = "Genau auf der Grenze";

pub const VARIED: &str = "Was jede Ziehung verändert";
pub const VARIED_HINT: &str = "Was das Rezept selbst wählt, ist immer unter den Ziehungen; Angekreuztes kommt hinzu.";
pub const PLACES: &str = "Wahrscheinlichkeit bis Rang";
pub const FURTHER: &str = "Indikatoren und Werte";
pub const LEAVE_ONE_OUT: &str = "Einen Indikator oder keinen weglassen";
pub const SAMPLING: &str = "Zufall der Werte";
pub const SAMPLING_HINT: &str = "Anteile mit bekannten Fallzahlen schwanken zufällig, in kleinen Gebieten stärker.";

pub const BY_HAND: &str = "von Hand";
pub const BY_HAND_EQUAL: &str = "von Hand, zurzeit alle gleich";
pub const EQUAL: &str = "alle gleich";
pub const EXPERTS: &str = "Fachleute verteilen Punkte";
pub const BY_HAND_HINT: &str = "Die Regler stehen unter „Gewichte in %“.";
pub const EQUAL_HINT: &str = "Jeder Indikator, dessen Gewicht nicht 0 ist, zählt gleich viel.";
pub const DATA_HINT: &str = "Gewichte aus Daten sagen, was die Werte unterscheidet, nicht was wichtig ist. Indikatoren mit Gewicht 0 zählen nicht.";
pub const EXPERTS_HINT: &str = "Punkte werden je Person auf 100 gebracht und dann gemittelt.";
pub const POINTS: &str = "Punkte";
pub const ADD_EXPERT: &str = "Person dazu";
pub const LAST_EXPERT: &str = "Es braucht mindestens eine Person.";
pub const SUM: &str = "Summe";
pub const AGREEMENT: &str = "Worin sie übereinstimmen";
pub const COPY_POINTS: &str = "Mittel und Streuung kopieren";
pub const MEAN_POINTS: &str = "Mittel";
pub const SPREAD_POINTS: &str = "Streuung";
pub const RANGE: &str = "von–bis";
pub const NOMINAL_AND_EFFECTIVE: &str = "Gewicht und Wirkung";
pub const NOMINAL: &str = "Gewicht";
pub const EFFECTIVE: &str = "wirksam";
pub const CORRELATION: &str = "r";
pub const EFFECTIVE_HINT: &str = "Gewicht und wirksamer Anteil in %. r ist die Korrelation mit dem Index. Weichen Gewicht und Wirkung weit ab, misst ein Indikator dasselbe wie andere, oder er streut kaum.";
pub const WEIGHTS_COMPUTED: &str = "Diese Gewichte kommen nicht von Hand. Ändern lassen sie sich unter „Gewichtung“.";

pub const SAVE_RECIPE: &str = "Rezept speichern …";
pub const LOAD_RECIPE: &str = "Rezept einlesen …";

/// `Normierung: Einzelheiten`
pub fn details(page: &str) -> String {
    format!("{page}: Einzelheiten")
}

/// A fact as a sentence: first letter upper case, full stop.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map_or_else(String::new, |first| first.to_uppercase().collect());
    format!("{first}{}.", letters.as_str())
}

/// `10.000 Ziehungen, 90 %`
pub fn draws(draws: u32, coverage: f64) -> String {
    format!("{}{NBSP}Ziehungen, {}", count(draws), percent(coverage, 0))
}

pub fn measure(choice: Measure) -> String {
    match choice {
        Measure::Level => "der Stand".to_owned(),
        Measure::Change { years: 1 } => "Veränderung zum Vorjahr".to_owned(),
        Measure::Change { years } => format!("Veränderung in {years} Jahren"),
    }
}

/// `alle Sozialräume`
pub fn all_of(level: AreaLevel) -> String {
    format!("alle {}", area_level_plural(level))
}

pub fn reference_periods(periods: &ReferencePeriods) -> String {
    match periods {
        ReferencePeriods::YearWise => "der gewertete Stand".to_owned(),
        ReferencePeriods::Pooled => "alle Stände zusammen".to_owned(),
        // Which ones say the ticks below.
        ReferencePeriods::Labels(_) => "einzelne Stände".to_owned(),
    }
}

pub fn treatment(choice: Treatment) -> &'static str {
    match choice {
        Treatment::None => "unverändert",
        Treatment::Winsorise { .. } => "winsorisieren",
        Treatment::Log { .. } => "logarithmieren",
    }
}

pub fn moments(choice: Moments) -> &'static str {
    match choice {
        Moments::Sample => "korrigiert (G1, G2)",
        Moments::Population => "einfach (g1, g2)",
    }
}

/// `Ausreißer: Arbeitslosenrate`
pub fn outliers_of(indicator: &str) -> String {
    format!("– Ausreißer {indicator}")
}

pub fn denomination(choice: &Denomination) -> String {
    needs::denomination(choice).unwrap_or_else(|| "wie beobachtet".to_owned())
}

pub fn ties(choice: RankTies) -> &'static str {
    match choice {
        RankTies::Competition => "1, 2, 2, 4",
        RankTies::ModifiedCompetition => "1, 3, 3, 4",
        RankTies::Dense => "1, 2, 2, 3",
        RankTies::Average => "1; 2,5; 2,5; 4",
    }
}

pub fn goalpost_scale(choice: GoalpostScale) -> &'static str {
    match choice {
        GoalpostScale::Linear => "linear",
        GoalpostScale::Log => "logarithmisch",
    }
}

pub fn beyond(choice: BeyondGoalposts) -> &'static str {
    match choice {
        BeyondGoalposts::Clamp => "wie der Grenzwert",
        BeyondGoalposts::Keep => "behalten ihren Abstand",
    }
}

pub fn distance_form(choice: DistanceForm) -> &'static str {
    match choice {
        DistanceForm::Relative => "in Prozent des Maßstabs",
        DistanceForm::Range => "zwischen günstigstem Wert und Maßstab",
    }
}

pub fn scaled_rank(choice: ScaledRank) -> &'static str {
    match choice {
        ScaledRank::ToOne => "1/n bis 1",
        ScaledRank::FromZero => "0 bis (n − 1)/n",
    }
}

/// `von: Arbeitslosenrate`
pub fn of_indicator(title: &str, indicator: &str) -> String {
    format!("{title}: {indicator}")
}

/// `z-Wert (n) – das Rezept selbst`
pub fn always_drawn(method: &str) -> String {
    format!("{method} – das Rezept selbst")
}

/// A method in a word or two, for controls.
pub fn aggregation(choice: Aggregation) -> &'static str {
    match choice {
        Aggregation::ArithmeticMean => "arithmetisches Mittel",
        Aggregation::Sum => "Summe",
        Aggregation::GeometricMean => "geometrisches Mittel",
        Aggregation::HarmonicMean => "harmonisches Mittel",
        Aggregation::MazziottaPareto { .. } => "Mazziotta-Pareto",
        Aggregation::Median => "Median",
        Aggregation::Copeland => "Copeland (paarweise)",
        Aggregation::WorstK { .. } => "belastetste Werte",
    }
}

pub fn compensation(compensation: Compensation) -> &'static str {
    match compensation {
        Compensation::Full => "Ausgleich: vollständig. Ein niedriger Wert gleicht einen hohen ganz aus.",
        Compensation::Partial => "Ausgleich: zum Teil. Je weiter Werte auseinanderliegen, desto weniger.",
        Compensation::None => "Ausgleich: keiner. Ein niedriger Wert macht einen hohen nicht wett.",
    }
}

pub fn penalty(choice: Penalty) -> &'static str {
    match choice {
        Penalty::Add => "erhöht den Bedarf (+)",
        Penalty::Subtract => "mindert den Wert (−)",
    }
}

/// `Gewicht Arbeit`
pub fn weight_of(dimension: &str) -> String {
    format!("Gewicht {dimension} (%)")
}

/// `Verfahren Arbeit`
pub fn method_of(dimension: &str) -> String {
    format!("Verfahren {dimension}")
}

pub fn standardisation(choice: Option<Standardisation>) -> &'static str {
    match choice {
        None => "nicht geteilt",
        Some(Standardisation { divisor: Divisor::Population }) => "durch Streuung, Divisor n",
        Some(Standardisation { divisor: Divisor::Sample }) => "durch Streuung, Divisor n − 1",
    }
}

/// `Klasse 1`
pub fn class_name(number: usize) -> String {
    format!("Klasse {number}")
}

/// `ab „hoch“`
pub fn border_below(class: &str) -> String {
    format!("Grenze zu „{class}“")
}

pub fn border(side: ClassBorder) -> &'static str {
    match side {
        ClassBorder::Lower => "zur unteren Klasse",
        ClassBorder::Upper => "zur oberen Klasse",
    }
}

/// Names of classes to begin with, from low to high need.
pub fn class_labels(classes: usize) -> Vec<String> {
    let words: &[&str] = match classes {
        2 => &["gering", "hoch"],
        3 => &["gering", "mittel", "hoch"],
        4 => &["gering", "mittel", "hoch", "sehr hoch"],
        5 => &["sehr gering", "gering", "mittel", "hoch", "sehr hoch"],
        _ => return (1..=classes).map(class_name).collect(),
    };
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// `± 25 %`, or that nothing varies.
pub fn weight_variation(share: f64) -> String {
    if share > 0.0 { super::variation(share) } else { "bleiben".to_owned() }
}

pub fn sampling(choice: Sampling) -> &'static str {
    match choice {
        Sampling::None => "nicht berücksichtigt",
        Sampling::Beta => "Beta-Verteilung",
        Sampling::Binomial => "Binomialverteilung",
        Sampling::Normal => "Normalverteilung",
    }
}

pub fn data_weighting(from: DataWeighting) -> &'static str {
    match from {
        DataWeighting::Pca => "Daten: Hauptkomponente",
        DataWeighting::Entropy => "Daten: Entropie",
        DataWeighting::EntropyAsGiven => "Daten: Entropie, Werte wie sie sind",
        DataWeighting::Critic => "Daten: CRITIC",
        DataWeighting::InverseCorrelation => "Daten: umgekehrte Korrelation",
    }
}

/// `Person 1`
pub fn expert(number: usize) -> String {
    format!("Person {number}")
}

/// `Name der Person 1`
pub fn name_of_expert(number: usize) -> String {
    format!("Name der Person {number}")
}

/// `Punkte von Person 1 für Arbeitslosenrate`
pub fn points_of(expert: &str, indicator: &str) -> String {
    format!("Punkte von {expert} für {indicator}")
}

/// `Person 1 entfernen`
pub fn remove_expert(expert: &str) -> String {
    format!("{expert} entfernen")
}

/// `Person 1 hat 90,0 von 100 Punkten verteilt.`
pub fn points_sum(expert: &str, sum: f64) -> String {
    format!("{expert} hat {} statt 100 Punkte verteilt. Gerechnet wird mit den Anteilen an der Summe.", decimal(sum, 1))
}

/// `5,0–20,0`
pub fn range(low: f64, high: f64) -> String {
    format!("{}–{}", decimal(low, 1), decimal(high, 1))
}
