//! How the ranking was computed, in words, from the recipe.

use crate::domain::{
    Aggregation, Divisor, Imputation, IndexSpec, Normalisation, RankTies, ReferenceSet, SpecDimension, Standardisation,
    Treatment,
};
use crate::text::{NBSP, area_level_plural, count, decimal};

/// The recipe as paragraphs: areas, gaps, normalisation, aggregation, certainty.
pub fn method_paragraphs(spec: &IndexSpec, period: &str, participants: usize, fingerprint: &str) -> Vec<String> {
    vec![
        format!(
            "Die Rangfolge folgt dem Rezept „{}“ für den Stand {period}. {} Gewertet sind {}{NBSP}{}. {}",
            spec.name,
            super::sentence_end(&spec.description),
            count(participants as u64),
            area_level_plural(spec.areas.level),
            reference(&spec.reference)
        ),
        format!("{} {}{}", imputation(spec.impute), treatment(spec.treat), normalisation(spec.normalise)),
        format!("{}{}", weighting(spec), dimensions(spec)),
        format!(
            "{}{} {} Rang 1 steht für den größten Handlungsbedarf.",
            aggregation(spec.aggregate),
            spec.standardise.map_or_else(String::new, standardisation),
            ties(spec.ties)
        ),
        uncertainty(spec),
        format!(
            "Die Methode ist eine Entscheidung der Planung, keine amtliche Festlegung. Kennung der Berechnung: {fingerprint}."
        ),
    ]
}

fn reference(reference: &ReferenceSet) -> String {
    match reference {
        ReferenceSet::Participating => "Mittelwert und Streuung beziehen sich auf die gewerteten Gebiete.".to_owned(),
        ReferenceSet::AreaSet(set) => {
            format!("Mittelwert und Streuung beziehen sich auf die Gebiete der Auswahl „{set}“.")
        }
    }
}

fn imputation(imputation: Imputation) -> &'static str {
    match imputation {
        Imputation::Reweight => {
            "Fehlende und gesperrte Werte werden nicht ersetzt; die Gewichte der vorhandenen Indikatoren werden auf die volle Summe hochgerechnet."
        }
        Imputation::ReferenceMean => {
            "Fehlende und gesperrte Werte werden durch den Mittelwert der Bezugsgebiete ersetzt."
        }
        Imputation::ReferenceMedian => {
            "Fehlende und gesperrte Werte werden durch den Median der Bezugsgebiete ersetzt."
        }
        Imputation::GroupMean => {
            "Fehlende und gesperrte Werte werden durch den Mittelwert der gewerteten Gebiete desselben Stadtbezirks ersetzt."
        }
        Imputation::LastValue => {
            "Fehlende und gesperrte Werte werden durch den letzten früheren Wert derselben Reihe ersetzt."
        }
        Imputation::LinearBetweenYears => {
            "Fehlende und gesperrte Werte werden linear zwischen dem früheren und dem späteren Jahr ergänzt."
        }
    }
}

/// Nothing is said of outlying values that stay as they are.
fn treatment(choice: Treatment) -> String {
    match choice {
        Treatment::None => String::new(),
        Treatment::Winsorise { .. } | Treatment::Log { .. } => {
            format!("Umgang mit Ausreißern: {}. ", crate::text::needs::treatment(choice))
        }
    }
}

fn weighting(spec: &IndexSpec) -> String {
    format!("Die Gewichte der Indikatoren: {}.", crate::text::needs::weighting_of(spec))
}

/// The Teilindizes with their weights and methods.
fn dimensions(spec: &IndexSpec) -> String {
    let sum: f64 = spec.dimensions.iter().map(|dimension| dimension.weight).sum();
    if spec.dimensions.is_empty() || sum <= 0.0 {
        return String::new();
    }
    let one = |dimension: &SpecDimension| {
        let share = decimal(100.0 * dimension.weight / sum, 1);
        format!("{} ({share}{NBSP}%, {})", dimension.name, crate::text::needs::aggregation(dimension.aggregate))
    };
    let all: Vec<String> = spec.dimensions.iter().map(one).collect();
    format!(" Aus ihnen entstehen erst Teilindizes, daraus der Index: {}.", all.join("; "))
}

fn divisor(divisor: Divisor) -> &'static str {
    match divisor {
        Divisor::Population => "Teiler n",
        Divisor::Sample => "Teiler n − 1",
    }
}

fn normalisation(method: Normalisation) -> String {
    match method {
        Normalisation::ZScore { divisor: by } => format!(
            "Jeder Wert wird als Abstand vom Mittelwert in Standardabweichungen ausgedrückt (z-Wert, {}) und so gedreht, dass größer immer belasteter heißt.",
            divisor(by)
        ),
        Normalisation::RobustZ => "Jeder Wert wird als Abstand vom Median in mittleren absoluten Abweichungen ausgedrückt (robuster z-Wert) und so gedreht, dass größer immer belasteter heißt.".to_owned(),
        Normalisation::MinMax { from, to } => format!(
            "Jeder Wert wird zwischen dem günstigsten ({}) und dem belastetsten Wert ({}) der Bezugsgebiete eingeordnet.",
            decimal(from, 0),
            decimal(to, 0)
        ),
        Normalisation::PercentileRank { .. } => "Jeder Wert wird durch seinen Prozentrang unter den Bezugsgebieten ersetzt; 100 ist am belastetsten.".to_owned(),
        Normalisation::ScaledZ { .. }
        | Normalisation::Goalposts { .. }
        | Normalisation::Rank { .. }
        | Normalisation::Borda { .. }
        | Normalisation::Distance { .. }
        | Normalisation::ShareOfMean
        | Normalisation::Exponential { .. } => format!(
            "So werden die Werte vergleichbar gemacht: {}. Größer heißt immer: mehr Bedarf.",
            crate::text::needs::normalisation(method)
        ),
    }
}

fn aggregation(method: Aggregation) -> String {
    match method {
        Aggregation::ArithmeticMean => "Der Index ist das gewichtete arithmetische Mittel dieser Werte.".to_owned(),
        Aggregation::Sum => "Der Index ist die gewichtete Summe dieser Werte.".to_owned(),
        Aggregation::GeometricMean
        | Aggregation::HarmonicMean
        | Aggregation::MazziottaPareto { .. }
        | Aggregation::Median
        | Aggregation::Copeland
        | Aggregation::WorstK { .. } => {
            format!("So werden die Werte zum Index zusammengefasst: {}.", crate::text::needs::aggregation(method))
        }
    }
}

fn standardisation(standardisation: Standardisation) -> String {
    format!(" Er wird durch seine eigene Standardabweichung geteilt ({}).", divisor(standardisation.divisor))
}

fn ties(ties: RankTies) -> &'static str {
    match ties {
        RankTies::Competition => "Gleiche Indexwerte teilen sich den kleineren Rang; die folgenden Ränge bleiben frei.",
        RankTies::ModifiedCompetition => {
            "Gleiche Indexwerte teilen sich den hinteren Rang; die Ränge davor bleiben frei."
        }
        RankTies::Dense => "Gleiche Indexwerte teilen sich einen Rang; der nächste Rang folgt ohne Lücke.",
        RankTies::Average => "Gleiche Indexwerte teilen sich das Mittel ihrer Ränge.",
    }
}

fn uncertainty(spec: &IndexSpec) -> String {
    let uncertainty = &spec.uncertainty;
    let further = crate::text::needs::further_choices(spec);
    let normalisation = if spec.drawn_normalisations().len() > 1 { " und die Normierung wechselt" } else { "" };
    let further = further.into_iter().map(|sentence| format!(" {sentence}")).collect::<String>();
    format!(
        "Wie sicher die Ränge sind, zeigen {}{NBSP}Wiederholungen, in denen jedes Gewicht um bis zu {}{NBSP}% schwankt{normalisation} (Startwert {}).{further} Die Spanne eines Rangs umfasst {}{NBSP}% der Wiederholungen.",
        count(uncertainty.replications),
        decimal(uncertainty.weight_variation * 100.0, 0),
        uncertainty.seed,
        decimal(uncertainty.coverage_percent, 0)
    )
}

/// Direction of an indicator in the recipe.
pub fn burdened_side(direction: crate::domain::Direction) -> &'static str {
    use crate::domain::Direction;
    match direction {
        Direction::HighIsNeed => "ein hoher Wert",
        Direction::LowIsNeed => "ein niedriger Wert",
        Direction::Context => "ohne Wertung",
    }
}
