//! Words of the needs ranking: methods, notes, spans, groups.

use super::{NBSP, area_level_plural, count, decimal, percent, share_percent};
use crate::domain::{
    Aggregation, BeyondGoalposts, ClassBorder, ClassMethod, Classes, Compensation, DataWeighting, Denomination,
    DistanceForm, DistanceTo, Divisor, GoalpostScale, Imputation, IndexSpec, Measure, Moments, Normalisation, Penalty,
    QuantileRule, RankTies, ReferencePeriods, Sampling, ScaledRank, Treatment, Weighting,
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
    /// Correlation of each indicator with the index; none where either does not vary.
    pub effective: Vec<Option<f64>>,
    /// Borders of the classes as used.
    pub class_cuts: Vec<f64>,
    /// Name of the area from which distances are measured, if any.
    pub reference_area: Option<String>,
    /// Name of the set that limits the areas, if any.
    pub area_set: Option<String>,
    /// Name of the reference set; none where the areas that take part are the reference.
    pub reference_set: Option<String>,
    /// Names of areas left out, each with the reason.
    pub left_out: Vec<(String, String)>,
    /// Whether values were filled in.
    pub is_filled: bool,
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
        reference_line(facts, &spec.reference_periods),
    ];
    lines.extend(measure_lines(spec));
    lines.push(format!("Fehlende Werte: {}.", imputation(spec.impute)));
    lines.extend(facts.is_filled.then(|| filled_beside_scale(spec)));
    lines.push(format!("Ausreißer: {}.", treatment(spec.treat)));
    lines.push(format!("Normierung: {}. Größer heißt immer: mehr Bedarf.", normalisation(spec.normalise)));
    lines.extend(facts.reference_area.iter().map(|area| format!("Vergleichsgebiet der Abstände: {area}.")));
    lines.push(format!("Gewichte: {}.", weighting_of(spec)));
    lines.extend(effective_line(facts));
    lines.extend(dimension_line(spec));
    lines.push(format!(
        "Zusammenfassung: {}. {}",
        aggregation(spec.aggregate),
        compensation(spec.aggregate.compensation())
    ));
    lines.extend(parts_line(spec.aggregate));
    lines.extend(
        spec.standardise.map(|choice| {
            format!("Der Index ist durch seine Standardabweichung ({}) geteilt.", divisor(choice.divisor))
        }),
    );
    lines.extend(spec.classes.as_ref().map(|classes| {
        let used = Classes { cuts: facts.class_cuts.clone(), border: classes.border_used(), ..classes.clone() };
        format!("Klassen: {}: {}.", class_method(classes.method), class_list(&used))
    }));
    lines.push(format!(
        "Rang 1 ist der größte Bedarf; {}. Gerechnet wird mit ungerundeten Werten; Unterschiede unter einem Milliardstel der Spannweite gelten als gleich.",
        rank_ties(spec.ties)
    ));
    lines.push(uncertainty(spec));
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
    let named = facts.left_out.iter().take(MOST_NAMED).map(|(area, reason)| format!("{area} ({reason})"));
    let more = facts.left_out.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| format!("und {} weitere", count(more)));
    format!("Nicht gewertet: {}.", named.chain(more).collect::<Vec<_>>().join("; "))
}

fn indicators_line(facts: &MethodFacts) -> String {
    let with_weight = |(name, weight): (&String, &f64)| format!("{name} ({})", percent(weight * 100.0, 1));
    let list: Vec<String> = facts.indicators.iter().zip(&facts.weights).map(with_weight).collect();
    format!("Indikatoren und Gewichte: {}.", list.join(", "))
}

fn reference_line(facts: &MethodFacts, periods: &ReferencePeriods) -> String {
    let set =
        facts.reference_set.as_ref().map_or_else(|| "die gewerteten Gebiete".to_owned(), |set| format!("„{set}“"));
    format!("Bezugsmenge der Normierung: {set}, {}.", reference_periods(periods))
}

/// `jedes Jahr für sich`
pub fn reference_periods(periods: &ReferencePeriods) -> String {
    match periods {
        ReferencePeriods::YearWise => "nur der gewertete Stand".to_owned(),
        ReferencePeriods::Pooled => "alle datierten Stände zusammen".to_owned(),
        ReferencePeriods::Labels(labels) => format!("die Stände {} zusammen", labels.join(", ")),
    }
}

fn measure_lines(spec: &IndexSpec) -> Vec<String> {
    let mut lines = Vec::new();
    match spec.measure {
        Measure::Level => {}
        Measure::Change { years } => lines.push(format!(
            "Gewertet wird die Veränderung gegenüber dem Stand {} zuvor, in Punkten; über einen Bruch der Reihe hinweg gibt es keine.",
            years_before(years)
        )),
    }
    for entry in &spec.indicators {
        lines.extend(denomination(&entry.denominate).map(|how| format!("{}: {how}.", entry.code)));
        lines.extend(
            entry
                .treat
                .map(|own| format!("{}: abweichende Behandlung von Ausreißern: {}.", entry.code, treatment(own))),
        );
    }
    lines
}

fn years_before(years: u16) -> String {
    if years == 1 { "1 Jahr".to_owned() } else { format!("{years} Jahre") }
}

/// How a value comes about; none where it is taken as observed.
pub fn denomination(choice: &Denomination) -> Option<String> {
    let parts = |parts: &Option<crate::domain::AreaLevel>| {
        parts.map_or_else(String::new, |level| format!(", summiert über die {} des Gebiets", area_level_plural(level)))
    };
    match choice {
        Denomination::AsObserved => None,
        Denomination::OwnCounts { per, parts: level } => {
            Some(format!("{} · Σ Zähler / Σ Nenner{}", short(*per), parts(level)))
        }
        Denomination::ByIndicator { indicator, per, parts: level } => {
            Some(format!("{} · Σ Wert / Σ Wert von {indicator}{}", short(*per), parts(level)))
        }
        Denomination::SumOfParts { parts } => Some(format!("Summe über die {} des Gebiets", area_level_plural(*parts))),
    }
}

/// What happens to outlying values.
pub fn treatment(choice: Treatment) -> String {
    match choice {
        Treatment::None => "unverändert".to_owned(),
        Treatment::Winsorise { skewness, kurtosis, most_points, moments } => format!(
            "winsorisiert, solange die Schiefe im Betrag über {} und die Wölbung über {} liegt, höchstens {most_points} Werte je Indikator ({})",
            short(skewness),
            short(kurtosis),
            match moments {
                Moments::Sample => "Schiefe und Wölbung erwartungstreu korrigiert",
                Moments::Population => "Schiefe und Wölbung ohne Korrektur",
            }
        ),
        Treatment::Log { shift } => format!("natürlicher Logarithmus von Wert + {}", short(shift)),
    }
}

/// Where the weights of a recipe come from; those set by hand that are all equal are said to be equal.
pub fn weighting_of(spec: &IndexSpec) -> String {
    match spec.weigh {
        Weighting::ByHand if spec.has_equal_weights() => weighting(&Weighting::Equal),
        Weighting::ByHand | Weighting::Equal | Weighting::FromData { .. } | Weighting::BudgetAllocation { .. } => {
            weighting(&spec.weigh)
        }
    }
}

/// Where the weights come from.
fn weighting(choice: &Weighting) -> String {
    match choice {
        Weighting::ByHand => "von Hand gesetzt".to_owned(),
        Weighting::Equal => "alle gleich".to_owned(),
        Weighting::FromData { from } => format!("aus den Daten, {}", data_weighting(*from)),
        Weighting::BudgetAllocation { experts } => {
            let names: Vec<&str> = experts.iter().map(|expert| expert.name.as_str()).collect();
            format!("Mittel der Punkteverteilungen von {}", names.join(", "))
        }
    }
}

/// How weights come from data.
pub fn data_weighting(from: DataWeighting) -> &'static str {
    match from {
        DataWeighting::Pca => "quadrierte Ladungen der ersten Hauptkomponente",
        DataWeighting::Entropy => "Entropie der Werte zwischen 0 und 1",
        DataWeighting::EntropyAsGiven => "Entropie der Werte, wie sie sind",
        DataWeighting::Critic => "CRITIC (Streuung mal Widerspruch)",
        DataWeighting::InverseCorrelation => "umgekehrte Korrelation",
    }
}

fn effective_line(facts: &MethodFacts) -> Option<String> {
    let known: Vec<String> = facts
        .indicators
        .iter()
        .zip(&facts.effective)
        .filter_map(|(name, effective)| Some(format!("{name} {}", decimal((*effective)?, 2))))
        .collect();
    (!known.is_empty())
        .then(|| format!("Wirksame Gewichte (Korrelation von Indikator und Index nach Pearson): {}.", known.join(", ")))
}

fn dimension_line(spec: &IndexSpec) -> Option<String> {
    let sum: f64 = spec.dimensions.iter().map(|dimension| dimension.weight).sum();
    let one = |dimension: &crate::domain::SpecDimension| {
        let share = percent(100.0 * dimension.weight / sum, 1);
        format!("{} ({share}, {})", dimension.name, aggregation(dimension.aggregate))
    };
    (!spec.dimensions.is_empty())
        .then(|| format!("Teilindizes: {}.", spec.dimensions.iter().map(one).collect::<Vec<_>>().join("; ")))
}

fn compensation(compensation: Compensation) -> &'static str {
    match compensation {
        Compensation::Full => "Ein niedriger Wert gleicht einen hohen vollständig aus.",
        Compensation::Partial => "Ein niedriger Wert gleicht einen hohen nur zum Teil aus.",
        Compensation::None => "Ein niedriger Wert gleicht einen hohen nicht aus.",
    }
}

/// How contributions come to add up where the method is not a plain sum.
pub(super) fn parts_line(method: Aggregation) -> Option<String> {
    let how = match method {
        Aggregation::ArithmeticMean | Aggregation::Sum => return None,
        Aggregation::GeometricMean => {
            "der Abstand zum mittleren Profil wird über das logarithmische Mittel verteilt (Ang 2005)"
        }
        Aggregation::HarmonicMean => "der Abstand zum mittleren Profil wird über die Kehrwerte verteilt",
        Aggregation::MazziottaPareto { .. } => "der Zuschlag wird nach den quadrierten Abständen vom Mittel verteilt",
        Aggregation::Median | Aggregation::WorstK { .. } => "nur die Werte tragen bei, die den Index bestimmen",
        Aggregation::Copeland => "jeder Vergleich zweier Gebiete wird nach den Stimmen der Indikatoren verteilt",
    };
    Some(format!("Die Beiträge ergeben zusammen genau den Index: {how}."))
}

/// Where the borders of classes come from.
pub fn class_method(method: ClassMethod) -> &'static str {
    match method {
        ClassMethod::Cuts => "feste Grenzen",
        ClassMethod::Quantiles { rule: QuantileRule::Floor } => {
            "gleich viele Gebiete je Klasse, Klassenende abgerundet"
        }
        ClassMethod::Quantiles { rule: QuantileRule::Ceil } => {
            "gleich viele Gebiete je Klasse, Klassenende aufgerundet"
        }
        ClassMethod::NaturalBreaks => "natürliche Grenzen (Jenks)",
        ClassMethod::EqualIntervals => "gleich breite Klassen",
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
        Normalisation::ScaledZ { divisor: choice, mean, spread } => {
            format!("{} + {} · z-Wert, {}", short(mean), short(spread), divisor(choice))
        }
        Normalisation::MinMax { from, to } => {
            format!("linear vom günstigsten ({}) zum belastetsten Wert ({})", short(from), short(to))
        }
        Normalisation::Goalposts { from, to, scale, beyond } => format!(
            "linear zwischen den festen Grenzwerten jedes Indikators, {} bis {}{}; {}",
            short(from),
            short(to),
            match scale {
                GoalpostScale::Linear => "",
                GoalpostScale::Log => ", logarithmiert",
            },
            match beyond {
                BeyondGoalposts::Clamp => "Werte jenseits zählen wie der Grenzwert",
                BeyondGoalposts::Keep => "Werte jenseits behalten ihren Abstand",
            }
        ),
        Normalisation::Rank { ties } => format!("Rangpunkte n − r + 1; {}", rank_ties(ties)),
        Normalisation::Borda { ties } => format!("Borda-Punkte n − r; {}", rank_ties(ties)),
        Normalisation::PercentileRank { ties } => {
            format!("Prozentrang von 0 bis 100 = 100 · (n − r) / (n − 1); {}", rank_ties(ties))
        }
        Normalisation::Distance { to, form } => match form {
            DistanceForm::Relative => format!("Abstand in Prozent {}", distance_to(to)),
            DistanceForm::Range => format!("Stand zwischen dem günstigsten Wert (0) und {} (100)", benchmark(to)),
        },
        Normalisation::ShareOfMean => "Anteil am Mittel der Bezugsmenge, Mittel = 100".to_owned(),
        Normalisation::Exponential { ties, scaled_rank } => format!(
            "exponentiell, −23 · ln(1 − R · (1 − e^(−100/23))) mit R = {}; {}",
            match scaled_rank {
                ScaledRank::ToOne => "(n − r + 1) / n",
                ScaledRank::FromZero => "(n − r) / n",
            },
            rank_ties(ties)
        ),
    }
}

fn distance_to(to: DistanceTo) -> &'static str {
    match to {
        DistanceTo::Maximum => "vom belastetsten Wert",
        DistanceTo::Target => "vom Zielwert des Indikators",
        DistanceTo::ReferenceArea => "vom Wert des Vergleichsgebiets",
    }
}

fn benchmark(to: DistanceTo) -> &'static str {
    match to {
        DistanceTo::Maximum => "dem belastetsten Wert",
        DistanceTo::Target => "dem Zielwert des Indikators",
        DistanceTo::ReferenceArea => "dem Wert des Vergleichsgebiets",
    }
}

/// The same in a word or two, for controls: `z-Wert (n)`.
pub fn normalisation_short(method: Normalisation) -> &'static str {
    match method {
        Normalisation::ZScore { divisor: Divisor::Population } => "z-Wert (n)",
        Normalisation::ZScore { divisor: Divisor::Sample } => "z-Wert (n − 1)",
        Normalisation::RobustZ => "robuster z-Wert",
        Normalisation::ScaledZ { .. } => "z-Wert, verschoben",
        Normalisation::MinMax { .. } => "0 bis 100",
        Normalisation::Goalposts { .. } => "feste Grenzwerte",
        Normalisation::Rank { .. } => "Rangpunkte",
        Normalisation::Borda { .. } => "Borda-Punkte",
        Normalisation::PercentileRank { .. } => "Prozentrang",
        Normalisation::Distance { to: DistanceTo::Maximum, .. } => "Abstand vom Höchstwert",
        Normalisation::Distance { to: DistanceTo::Target, .. } => "Abstand vom Zielwert",
        Normalisation::Distance { to: DistanceTo::ReferenceArea, .. } => "Abstand vom Vergleichsgebiet",
        Normalisation::ShareOfMean => "Mittel = 100",
        Normalisation::Exponential { .. } => "exponentiell",
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
        Imputation::GroupMean => "durch das Mittel der gewerteten Gebiete desselben Stadtbezirks ergänzt",
        Imputation::LastValue => "durch den letzten früheren Wert seit dem letzten Bruch der Reihe ergänzt",
        Imputation::LinearBetweenYears => "linear zwischen dem früheren und dem späteren Jahr ergänzt",
    }
}

/// What values put in for missing ones count for, and what not.
fn filled_beside_scale(spec: &IndexSpec) -> String {
    let weights = match spec.weigh {
        Weighting::FromData { .. } => " In die Gewichte aus den Daten gehen sie ein.",
        Weighting::ByHand | Weighting::Equal | Weighting::BudgetAllocation { .. } => "",
    };
    format!(
        "Die Skala der Normierung (Mittel, Streuung, Enden, Ränge) und die Behandlung der Ausreißer kommen aus den beobachteten Werten der Bezugsmenge; ergänzte Werte verändern sie nicht.{weights}"
    )
}

/// How normalised values become an index.
pub fn aggregation(method: Aggregation) -> String {
    let plain = match method {
        Aggregation::ArithmeticMean => "gewichtetes arithmetisches Mittel",
        Aggregation::Sum => "gewichtete Summe",
        Aggregation::GeometricMean => "gewichtetes geometrisches Mittel",
        Aggregation::HarmonicMean => "gewichtetes harmonisches Mittel",
        Aggregation::MazziottaPareto { penalty: Penalty::Add, divisor: Divisor::Population } => {
            "Mazziotta-Pareto, M + S · S/M, Divisor n"
        }
        Aggregation::MazziottaPareto { penalty: Penalty::Add, divisor: Divisor::Sample } => {
            "Mazziotta-Pareto, M + S · S/M, Divisor n − 1"
        }
        Aggregation::MazziottaPareto { penalty: Penalty::Subtract, divisor: Divisor::Population } => {
            "Mazziotta-Pareto, M − S · S/M, Divisor n"
        }
        Aggregation::MazziottaPareto { penalty: Penalty::Subtract, divisor: Divisor::Sample } => {
            "Mazziotta-Pareto, M − S · S/M, Divisor n − 1"
        }
        Aggregation::Median => "gewichteter Median",
        Aggregation::Copeland => "Copeland: Vergleich je zweier Gebiete, Siege minus Niederlagen",
        Aggregation::WorstK { k: 1 } => "der belastetste Wert",
        Aggregation::WorstK { k } => return format!("gewichtetes Mittel der {} belastetsten Werte", count(k)),
    };
    plain.to_owned()
}

/// What equal values do to ranks.
pub fn rank_ties(ties: RankTies) -> &'static str {
    match ties {
        RankTies::Competition => "gleiche Werte teilen sich den Rang, danach wird übersprungen (1, 2, 2, 4)",
        RankTies::ModifiedCompetition => "gleiche Werte teilen sich den hinteren Rang (1, 3, 3, 4)",
        RankTies::Dense => "gleiche Werte teilen sich den Rang, danach geht es ohne Lücke weiter (1, 2, 2, 3)",
        RankTies::Average => "gleiche Werte teilen sich das Mittel ihrer Ränge (1, 2,5, 2,5, 4)",
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

fn uncertainty(spec: &IndexSpec) -> String {
    let choice = &spec.uncertainty;
    let methods: Vec<&str> = spec.drawn_normalisations().into_iter().map(normalisation_short).collect();
    let normalisations = if methods.len() < 2 {
        "behält die Normierung des Rezepts".to_owned()
    } else {
        format!("wählt eine Normierung mit gleicher Chance aus {}", methods.join(", "))
    };
    format!(
        "Rangspannen: {} Ziehungen, Startwert {}. Jede Ziehung verändert jedes Gewicht zufällig um bis zu ±{} und {normalisations}. \
         {}Die Spanne enthält die mittleren {} der gezogenen Ränge (Quantile Typ 7). {}",
        count(choice.replications),
        choice.seed,
        percent(choice.weight_variation * 100.0, 0),
        further_choices(spec).into_iter().map(|sentence| format!("{sentence} ")).collect::<String>(),
        percent(choice.coverage_percent, 0),
        monte_carlo_error(choice.replications),
    )
}

/// How much another seed may change a share of the draws: twice its greatest standard error, √(¼ / draws).
fn monte_carlo_error(replications: u32) -> String {
    let points = 100.0 / f64::from(replications.max(1)).sqrt();
    format!(
        "Ein anderer Startwert verändert einen Anteil der Ziehungen um höchstens etwa {} Prozentpunkte (doppelter Monte-Carlo-Standardfehler).",
        decimal(points, 1)
    )
}

/// What a replication draws beyond normalisation and weights, a sentence each; empty by default.
pub fn further_choices(spec: &IndexSpec) -> Vec<String> {
    let choice = &spec.uncertainty;
    let drawn = |what: &str, methods: Vec<String>| {
        (methods.len() > 1).then(|| format!("{what} mit gleicher Chance aus: {}.", methods.join("; ")))
    };
    let aggregations = spec.drawn_aggregations().into_iter().map(aggregation).collect();
    let imputations = spec.drawn_imputations().into_iter().map(|method| imputation(method).to_owned()).collect();
    let treatments = spec.drawn_treatments().into_iter().map(treatment).collect();
    let left_out = choice
        .leave_one_out
        .then(|| "Sie lässt einen Indikator oder keinen weg, jeden mit gleicher Chance.".to_owned());
    let data = (!choice.sampling.is_none()).then(|| {
        format!(
            "Anteile mit Zähler und Nenner werden im Rahmen ihrer Zufallsschwankung neu gezogen ({}).",
            sampling(choice.sampling)
        )
    });
    [
        drawn("Die Zusammenfassung wählt sie", aggregations),
        drawn("Den Umgang mit fehlenden Werten wählt sie", imputations),
        drawn("Den Umgang mit Ausreißern wählt sie", treatments),
        left_out,
        data,
    ]
    .into_iter()
    .flatten()
    .collect()
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

/// Too many values are 0.
pub fn left_out_for_many_zeros(zeros: usize, present: usize) -> String {
    format!("zu viele Werte genau 0: {} von {}", count(zeros), count(present))
}

/// An indicator with too few values or too many zeros.
pub fn screened_indicator(name: &str) -> String {
    format!("{name} hat zu wenige Werte oder zu viele Nullen und zählt nach den Bedingungen des Rezepts nicht mit.")
}

/// Areas whose value of an indicator was filled in.
pub fn filled_cells(name: &str, areas: &[String]) -> String {
    format!("{name} ergänzt in: {}.", shortened(areas))
}

/// Areas whose value of an indicator was changed as an outlier.
pub fn treated_cells(name: &str, areas: &[String]) -> String {
    format!("{name} als Ausreißer verändert in: {}.", shortened(areas))
}

/// At most so many names stand in one sentence.
const MOST_NAMED: usize = 60;

fn shortened(areas: &[String]) -> String {
    if areas.len() <= MOST_NAMED {
        return areas.join(", ");
    }
    format!("{} und {} weiteren", areas[..MOST_NAMED].join(", "), count(areas.len() - MOST_NAMED))
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
    format!("{name} ohne Wert in: {}.", shortened(areas))
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

/// Spans of a ranking by one indicator.
pub const ONE_INDICATOR: &str = "Nur ein Indikator zählt: Die Spannen zeigen nicht, wie sicher die Ränge sind. Nehmen Sie weitere Indikatoren in das Rezept.";
/// Chances of being chosen where all are.
pub const NO_CHOICE: &str =
    "Es nehmen nicht mehr Gebiete teil, als es Plätze gibt: Wer zur Auswahl gehört, sagt diese Rangfolge nicht.";

/// At most so many areas outside their span are named.
const MOST_OUTSIDE: usize = 3;

/// Areas whose rank by the recipe itself lies outside the span of its variations: name, rank, lower and upper end.
pub fn outside_their_span(areas: &[(String, f64, u32, u32)]) -> String {
    let one = |(name, rank, low, high): &(String, f64, u32, u32)| {
        format!("{name} (Rang {}, Spanne {})", super::place(*rank), rank_span(*low, *high))
    };
    let named = areas.iter().take(MOST_OUTSIDE).map(one).collect::<Vec<_>>().join(", ");
    let more = match areas.len().saturating_sub(MOST_OUTSIDE) {
        0 => String::new(),
        more => format!(" und {} weitere", count(more)),
    };
    format!(
        "Rang außerhalb der eigenen Spanne: {named}{more}. Die meisten gezogenen Rechenwege ordnen dort anders als das Rezept."
    )
}

/// `4 bis 6`, or `4` where both are the same.
pub fn rank_span(low: u32, high: u32) -> String {
    if low == high { super::count(low) } else { format!("{} bis {}", super::count(low), super::count(high)) }
}

/// `5 von 39`
pub fn rank_of(rank: u32, of: usize) -> String {
    format!("{} von {}", super::count(rank), super::count(of))
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

/// The same for a rank that holds only between two weights; where whole percents say too little, with a decimal.
pub fn rank_switch_between(area: &str, from: u32, to: u32, indicator: &str, low: f64, high: f64) -> String {
    let (whole_low, whole_high) = ((low * 100.0).ceil(), (high * 100.0).floor());
    let (low, high, decimals) =
        if whole_low < whole_high { (whole_low, whole_high, 0) } else { (low * 100.0, high * 100.0, 1) };
    let (from, to) = (super::count(from), super::count(to));
    let (low, high) = (decimal(low, decimals), decimal(high, decimals));
    let at = if low == high {
        format!("bei rund {low}{NBSP}% liegt")
    } else {
        format!("zwischen {low}{NBSP}% und {high}{NBSP}% liegt")
    };
    format!("Der Rang von {area} wechselt von {from} auf {to}, wenn das Gewicht von „{indicator}“ {at}.")
}

fn switch(area: &str, from: u32, to: u32, indicator: &str, bound: &str, whole_percent: f64) -> String {
    let (from, to) = (super::count(from), super::count(to));
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
    use crate::domain::Uncertainty;

    #[test]
    fn classes_name_the_side_of_every_border() {
        let classes = Classes {
            border: vec![ClassBorder::Lower, ClassBorder::Upper],
            ..Classes::by_cuts(&[-1.0, 1.5], ClassBorder::Lower, ["positiv", "stabil", "negativ"])
        };
        assert_eq!(class_list(&classes), "positiv (bis −1), stabil (über −1 unter 1,5), negativ (ab 1,5)");
    }

    #[test]
    fn further_choices_are_named_only_where_they_vary() {
        let mut spec = IndexSpec::recommended(crate::domain::AreaLevel::Sozialraum, Vec::new());
        assert_eq!(further_choices(&spec), Vec::<String>::new());
        spec.uncertainty = Uncertainty { leave_one_out: true, sampling: Sampling::Beta, ..spec.uncertainty };
        let text = uncertainty(&spec);
        assert!(text.contains("lässt einen Indikator oder keinen weg") && text.contains("Beta-Verteilung"), "{text}");
    }

    #[test]
    fn the_methods_own_choices_are_named_among_those_drawn() {
        let mut spec = IndexSpec::recommended(crate::domain::AreaLevel::Sozialraum, Vec::new());
        spec.normalise = Normalisation::RobustZ;
        spec.aggregate = Aggregation::WorstK { k: 3 };
        spec.uncertainty.aggregations = vec![Aggregation::Median];
        let text = uncertainty(&spec);
        assert!(text.contains("Prozentrang, robuster z-Wert."), "{text}");
        assert!(text.contains("gewichteter Median; gewichtetes Mittel der 3 belastetsten Werte."), "{text}");
        assert!(text.contains("höchstens etwa 3,2 Prozentpunkte"), "{text}");
    }

    #[test]
    fn an_uncertain_place_is_worded_as_uncertain() {
        assert_eq!(among_top(5), "gehört zu den fünf Gebieten mit dem höchsten Bedarf");
        assert_eq!(border_case(0.83, 13), "ist ein Grenzfall: 83\u{a0}% unter den 13");
        assert_eq!(rank_span(4, 6), "4 bis 6");
    }
}
