//! Recipes to start from.

use super::denominate::{base_period, is_broken, read};
use super::kernel::observed;
use super::recipe::has_value;
use super::statistics::is_constant;
use crate::domain::{
    Aggregation, Area, AreaId, AreaLevel, ClassBorder, ClassMethod, Classes, Direction, DistanceForm, DistanceTo,
    Divisor, IndexSpec, Indicator, Measure, MinimumPopulation, Normalisation, Penalty, PeriodChoice, PeriodId,
    PlanningData, QuantileRule, RankTies, ReferenceArea, ScaledRank, Screen, SpecDimension, SpecIndicator,
    Standardisation, Uncertainty,
};

/// Smallest share of the areas with data in which an indicator must have a value to be proposed.
const SHARE_WITH_VALUE: f64 = 0.5;

/// Recipes that fit the data, the recommended one first; none where no level has two areas with values of an
/// indicator that means need.
pub fn presets(data: &PlanningData) -> Vec<IndexSpec> {
    let Some((level, period)) = fullest(data) else { return Vec::new() };
    let indicators = proposed(data, level, period);
    if indicators.is_empty() {
        return Vec::new();
    }
    let mut recommended = IndexSpec::recommended(level, indicators);
    vary_for(&mut recommended, areas(data, level).len());
    recommended.period = choice(data, &recommended, period);
    let mut presets = variants(&recommended, compared_city(data, &recommended, period));
    presets.extend(mss_dynamik(data, &recommended, period, DYNAMIC_YEARS));
    presets
}

/// Whether [`presets`] has any: some level has two areas with values of an indicator that means need.
pub fn can_rank(data: &PlanningData) -> bool {
    fullest(data).is_some_and(|(level, period)| !proposed(data, level, period).is_empty())
}

/// The same recipes over the areas, period, indicators and weights of a recipe in use, so that they can be set beside it.
pub fn presets_beside(data: &PlanningData, spec: &IndexSpec) -> Vec<IndexSpec> {
    let mut recommended = IndexSpec {
        areas: spec.areas.clone(),
        period: spec.period.clone(),
        ..IndexSpec::recommended(spec.areas.level, spec.indicators.clone())
    };
    vary_for(&mut recommended, areas(data, spec.areas.level).len());
    recommended.uncertainty.top_places = spec.uncertainty.top_places;
    let Ok(recipe) = super::recipe::read(data, &recommended) else { return presets(data) };
    let mut presets = variants(&recommended, compared_city(data, &recommended, recipe.period));
    presets.extend(mss_dynamik(data, &recommended, recipe.period, DYNAMIC_YEARS));
    presets
}

/// The recipes that need nothing but the indicators of another one, which stands first: for a list without data.
pub fn presets_like(recommended: &IndexSpec) -> Vec<IndexSpec> {
    variants(recommended, None)
}

/// As many draws as fit the number of areas, and places that leave somebody out.
fn vary_for(spec: &mut IndexSpec, areas: usize) {
    let varied = &mut spec.uncertainty;
    varied.replications = Uncertainty::usual_replications(areas);
    if areas <= varied.top_places as usize {
        varied.top_places = u32::try_from(areas / 2).unwrap_or(1).max(1);
    }
}

fn variants(recommended: &IndexSpec, city: Option<&Area>) -> Vec<IndexSpec> {
    vec![
        recommended.clone(),
        mss_status(recommended),
        deviation_from_city(recommended, city),
        exponential(recommended),
        mazziotta_pareto(recommended),
        mean_percentile_rank(recommended),
    ]
}

/// The city, if each indicator has a value of it from which a distance can be measured.
fn compared_city<'a>(data: &'a PlanningData, recommended: &IndexSpec, period: PeriodId) -> Option<&'a Area> {
    data.city().filter(|city| {
        recommended.indicators.iter().all(|entry| {
            let card = data.indicator_by_code(&entry.code);
            card.and_then(|card| data.dataset.value(card.id, city.id, period)).is_some_and(|value| value.abs() > 0.0)
        })
    })
}

/// The status index of the Berlin Monitoring Soziale Stadtentwicklung (editions 2013 and 2015) over the indicators
/// with these codes: sum of z-values divided by its standard deviation, both with divisor n. `population` is the code
/// of the indicator that counts inhabitants.
pub fn berlin_status(codes: &[&str], population: Option<&str>) -> IndexSpec {
    IndexSpec {
        name: "Berlin MSS Status".into(),
        description: "Status-Index nach dem Verfahren des Berliner Monitorings Soziale Stadtentwicklung.".into(),
        classes: Some(Classes::by_cuts(
            &[-1.0, 1.0, 1.5],
            ClassBorder::Lower,
            ["hoch", "mittel", "niedrig", "sehr niedrig"],
        )),
        ..berlin(codes, population)
    }
}

/// The dynamic index of the Berlin Monitoring Soziale Stadtentwicklung over the changes with these codes.
pub fn berlin_dynamik(codes: &[&str], population: Option<&str>) -> IndexSpec {
    IndexSpec {
        name: "Berlin MSS Dynamik".into(),
        description: "Dynamik-Index nach dem Verfahren des Berliner Monitorings Soziale Stadtentwicklung.".into(),
        classes: Some(dynamic_classes()),
        ..berlin(codes, population)
    }
}

fn berlin(codes: &[&str], population: Option<&str>) -> IndexSpec {
    let entry = |code: &&str| SpecIndicator::new(*code, Direction::HighIsNeed, 1.0, "");
    IndexSpec {
        name: String::new(),
        description: String::new(),
        screen: Screen {
            minimum_share_present: 1.0,
            minimum_population: population.map(|code| MinimumPopulation { indicator: code.to_owned(), persons: 300.0 }),
            leave_out_all_zero: true,
            ..Screen::default()
        },
        aggregate: Aggregation::Sum,
        standardise: Some(Standardisation { divisor: Divisor::Population }),
        classes: None,
        ..IndexSpec::recommended(AreaLevel::Planungsraum, codes.iter().map(entry).collect())
    }
}

/// Years over which the Berlin Monitoring measures dynamics.
const DYNAMIC_YEARS: u16 = 2;

fn mss_status(recommended: &IndexSpec) -> IndexSpec {
    IndexSpec {
        name: "Berlin MSS".into(),
        description: "Status-Index nach dem Rechenweg des Berliner Monitorings Soziale Stadtentwicklung, mit den \
                      Indikatoren dieses Projekts: Summe der z-Werte, geteilt durch ihre Standardabweichung. Mit \
                      „Berlin MSS Dynamik“ zusammen ergibt er die Matrix aus Status und Dynamik."
            .into(),
        aggregate: Aggregation::Sum,
        standardise: Some(Standardisation { divisor: Divisor::Population }),
        classes: Some(Classes::by_cuts(
            &[-1.0, 1.0, 1.5],
            ClassBorder::Lower,
            ["gering", "mittel", "hoch", "sehr hoch"],
        )),
        ..recommended.clone()
    }
}

/// The status of the last period and the dynamics since the first one, over the indicators, areas and weights of a
/// recipe; none where its indicators have no values in both.
pub fn status_and_dynamik(
    data: &PlanningData,
    recipe: &IndexSpec,
    from: PeriodId,
    to: PeriodId,
) -> Option<(IndexSpec, IndexSpec)> {
    let year = |id: PeriodId| data.period(id)?.year;
    let years = u16::try_from(i32::from(year(to)?) - i32::from(year(from)?)).ok().filter(|years| *years > 0)?;
    let period = PeriodChoice::Label(data.period(to)?.label.clone());
    let recipe = IndexSpec { period, measure: Measure::Level, ..recipe.clone() };
    Some((mss_status(&recipe), mss_dynamik(data, &recipe, to, years)?))
}

/// Over the indicators that have comparable values so many years before; none where no others are left.
fn mss_dynamik(data: &PlanningData, recommended: &IndexSpec, period: PeriodId, years: u16) -> Option<IndexSpec> {
    let before = base_period(data, period, years)?;
    let areas = areas(data, recommended.areas.level);
    let known = |code: &str| {
        data.indicator_by_code(code)
            .is_some_and(|card| has_value(data, card.id, before, &areas) && !is_broken(data, card, before, period))
    };
    let indicators: Vec<SpecIndicator> =
        recommended.indicators.iter().filter(|entry| known(&entry.code)).cloned().collect();
    let spec = IndexSpec {
        name: "Berlin MSS Dynamik".into(),
        description: "Dynamik-Index nach dem Rechenweg des Berliner Monitorings Soziale Stadtentwicklung: Veränderung \
                      der Indikatoren dieses Projekts über zwei Jahre."
            .into(),
        measure: Measure::Change { years },
        classes: Some(dynamic_classes()),
        indicators,
        ..mss_status(recommended)
    };
    super::validate(data, &spec).ok().map(|()| spec)
}

fn dynamic_classes() -> Classes {
    Classes {
        border: vec![ClassBorder::Lower, ClassBorder::Upper],
        ..Classes::by_cuts(&[-1.0, 1.0], ClassBorder::Lower, ["positiv", "stabil", "negativ"])
    }
}

/// Against the city's own value where the data have it for every indicator, else against the mean of the areas.
fn deviation_from_city(recommended: &IndexSpec, city: Option<&Area>) -> IndexSpec {
    let classes = |cuts: [f64; 4]| {
        let labels = ["weit darunter", "darunter", "etwa im Durchschnitt", "darüber", "weit darüber"];
        Some(Classes::by_cuts(&cuts, ClassBorder::Lower, labels))
    };
    let spec = IndexSpec { name: "Abweichung vom Stadtdurchschnitt".into(), ..recommended.clone() };
    let varied = |own| vec![own, Normalisation::Z, Normalisation::PERCENTILE_RANK];
    match city {
        Some(city) => {
            let normalise = Normalisation::Distance { to: DistanceTo::ReferenceArea, form: DistanceForm::Relative };
            IndexSpec {
                description: "Mittlere Abweichung vom Wert der Stadt in Prozent, je Indikator zum Bedarf hin gedreht."
                    .into(),
                normalise,
                reference_area: Some(ReferenceArea { level: city.level, key: city.key.clone() }),
                classes: classes([-25.0, -10.0, 10.0, 25.0]),
                uncertainty: Uncertainty { normalisations: varied(normalise), ..spec.uncertainty.clone() },
                ..spec
            }
        }
        None => IndexSpec {
            description: "Mittlerer Anteil am Mittel der gewerteten Gebiete, Mittel = 100. Für den Vergleich mit der \
                          Stadt selbst fehlen ihre Werte."
                .into(),
            normalise: Normalisation::ShareOfMean,
            classes: classes([75.0, 90.0, 110.0, 125.0]),
            uncertainty: Uncertainty { normalisations: varied(Normalisation::ShareOfMean), ..spec.uncertainty.clone() },
            ..spec
        },
    }
}

/// Teilindizes of the dimensions that the indicators have, with equal weights.
fn by_dimension(recommended: &IndexSpec) -> Vec<SpecDimension> {
    let mut dimensions: Vec<SpecDimension> = Vec::new();
    for entry in &recommended.indicators {
        if dimensions.iter().all(|known| known.name != entry.dimension) {
            let aggregate = Aggregation::ArithmeticMean;
            dimensions.push(SpecDimension { name: entry.dimension.clone(), weight: 1.0, aggregate });
        }
    }
    if dimensions.len() > 1 { dimensions } else { Vec::new() }
}

/// The rule of the English Indices of Deprivation: a low burden in one indicator makes up little for a high one in
/// another, because only the most burdened places get high values.
fn exponential(recommended: &IndexSpec) -> IndexSpec {
    let normalise = Normalisation::Exponential { ties: RankTies::Competition, scaled_rank: ScaledRank::ToOne };
    IndexSpec {
        name: "IMD (exponentiell)".into(),
        description: "Ränge werden exponentiell gestreckt wie bei den englischen Indices of Deprivation: Das am \
                      stärksten belastete Zehntel verteilt sich über die obere Hälfte der Skala."
            .into(),
        normalise,
        classes: Some(Classes {
            method: ClassMethod::Quantiles { rule: QuantileRule::Floor },
            labels: ["sehr gering", "gering", "mittel", "hoch", "sehr hoch"].map(String::from).to_vec(),
            ..Classes::by_cuts(&[], ClassBorder::Lower, [""])
        }),
        uncertainty: Uncertainty { normalisations: vec![normalise], ..recommended.uncertainty.clone() },
        ..recommended.clone()
    }
}

/// Mazziotta and Pareto (2016) with Teilindizes: z-values on a scale of 100 ± 10, unbalanced profiles are raised.
fn mazziotta_pareto(recommended: &IndexSpec) -> IndexSpec {
    let normalise = Normalisation::ScaledZ { divisor: Divisor::Population, mean: 100.0, spread: 10.0 };
    IndexSpec {
        name: "Mazziotta-Pareto".into(),
        description: "z-Werte mit Mittel 100 und Streuung 10; wer in einzelnen Themen besonders belastet ist, wird \
                      höher eingestuft als bei einem bloßen Mittel."
            .into(),
        normalise,
        aggregate: Aggregation::MazziottaPareto { penalty: Penalty::Add, divisor: Divisor::Population },
        dimensions: by_dimension(recommended),
        classes: Some(Classes::by_cuts(
            &[95.0, 100.0, 105.0, 110.0],
            ClassBorder::Lower,
            ["sehr gering", "gering", "mittel", "hoch", "sehr hoch"],
        )),
        uncertainty: Uncertainty { normalisations: vec![normalise], ..recommended.uncertainty.clone() },
        ..recommended.clone()
    }
}

fn mean_percentile_rank(recommended: &IndexSpec) -> IndexSpec {
    IndexSpec {
        name: "Mittel der Prozentränge".into(),
        description: "Unempfindlich gegen einzelne sehr hohe oder sehr niedrige Werte.".into(),
        normalise: Normalisation::PERCENTILE_RANK,
        classes: Some(Classes::by_cuts(
            &[20.0, 40.0, 60.0, 80.0],
            ClassBorder::Lower,
            ["sehr gering", "gering", "mittel", "hoch", "sehr hoch"],
        )),
        ..recommended.clone()
    }
}

fn means_need(indicator: &&Indicator) -> bool {
    !indicator.is_population
        && match indicator.direction {
            Direction::HighIsNeed | Direction::LowIsNeed => true,
            Direction::Context => false,
        }
}

/// Level (never the whole city) and dated period with the most values of indicators that mean need; the finer level
/// and the newer period where several have as many.
fn fullest(data: &PlanningData) -> Option<(AreaLevel, PeriodId)> {
    let levels = AreaLevel::ALL.into_iter().filter(|&level| level != AreaLevel::Stadt);
    let dated = || data.periods.iter().filter(|period| period.year.is_some()).map(|period| period.id);
    let count = |level, period| -> usize {
        let areas = areas(data, level);
        data.indicators.iter().filter(means_need).map(|indicator| values(data, indicator, period, &areas).len()).sum()
    };
    let all = levels.flat_map(|level| dated().map(move |period| (level, period)));
    let (most, best) = all.map(|(level, period)| (count(level, period), (level, period))).max_by_key(|(n, _)| *n)?;
    (most > 1).then_some(best)
}

fn areas(data: &PlanningData, level: AreaLevel) -> Vec<AreaId> {
    let mut areas: Vec<AreaId> = data.areas_of(level).map(|area| area.id).collect();
    areas.sort_unstable();
    areas
}

fn values(data: &PlanningData, indicator: &Indicator, period: PeriodId, areas: &[AreaId]) -> Vec<f64> {
    if !has_value(data, indicator.id, period, areas) {
        return Vec::new();
    }
    observed(&read(data, indicator.id, period, areas).values).into_owned()
}

fn proposed(data: &PlanningData, level: AreaLevel, period: PeriodId) -> Vec<SpecIndicator> {
    let areas = areas(data, level);
    let cards = data.indicators.iter().filter(means_need);
    let known: Vec<(&Indicator, Vec<f64>)> = cards
        .map(|card| (card, values(data, card, period, &areas)))
        .filter(|(_, values)| !is_constant(values))
        .collect();
    let most = known.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
    let enough = |values: &[f64]| values.len() as f64 >= SHARE_WITH_VALUE * most as f64;
    let entry =
        |(card, _): &(&Indicator, Vec<f64>)| SpecIndicator::new(&card.code, card.direction, 1.0, &card.dimension);
    known.iter().filter(|(_, values)| enough(values)).map(entry).collect()
}

/// [`PeriodChoice::Latest`] where it means this period, so that the recipe follows new data; otherwise its label.
fn choice(data: &PlanningData, spec: &IndexSpec, period: PeriodId) -> PeriodChoice {
    let latest = super::recipe::read(data, spec).is_ok_and(|recipe| recipe.period == period);
    match data.period(period) {
        Some(named) if !latest => PeriodChoice::Label(named.label.clone()),
        Some(_) | None => PeriodChoice::Latest,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Planted, extended, observation, of_rows, period, planted};
    use super::super::validate;
    use super::*;
    use std::sync::Arc;

    #[test]
    fn every_preset_runs_on_the_data_it_was_made_for() {
        let Planted { data, .. } = planted(15, 4);
        let presets = presets(&data);
        assert_eq!(presets.len(), 6);
        for spec in &presets {
            assert_eq!(spec.indicators.len(), 4);
            assert_eq!(validate(&data, spec), Ok(()), "{}", spec.name);
        }
    }

    #[test]
    fn the_first_places_leave_somebody_out_and_draws_fit_the_areas() {
        let varied = |areas| presets(&planted(areas, 2).data)[0].uncertainty.clone();
        assert_eq!([6, 12, 13, 14].map(|areas| varied(areas).top_places), [3, 6, 6, 13]);
        assert_eq!([1, 39, 2_000, 33_755].map(Uncertainty::usual_replications), [10_000, 10_000, 5_000, 1_000]);
    }

    #[test]
    fn context_population_and_nearly_empty_indicators_are_not_proposed() {
        let mut rows = vec![vec![Some(1.0), Some(2.0), Some(3.0), None]; 5];
        rows[0] = vec![Some(9.0); 4];
        let Planted { mut data, .. } = of_rows(&rows);
        let mut cards = data.indicators.to_vec();
        cards[1].direction = Direction::Context;
        cards[2].is_population = true;
        data.indicators = Arc::new(cards);
        let codes: Vec<String> = presets(&data)[0].indicators.iter().map(|entry| entry.code.clone()).collect();
        assert_eq!(codes, ["I1"]);
    }

    #[test]
    fn a_newer_year_with_a_single_value_does_not_win() {
        let Planted { data, .. } = planted(6, 2);
        let data = extended(&data, &[period(1, "2024"), period(2, "2025")], &[observation(1, 1, 2, Some(1.0))]);
        assert_eq!(presets(&data)[0].period, PeriodChoice::Latest);
        assert_eq!(super::super::run(&data, &presets(&data)[0]).unwrap().period, PeriodId(1));
    }

    #[test]
    fn presets_beside_a_recipe_keep_its_period_and_indicators() {
        let Planted { data, .. } = planted(6, 3);
        let rows: Vec<_> = (1..=4).map(|area| observation(1, area, 2, Some(area as f64))).collect();
        let data = extended(&data, &[period(1, "2024"), period(2, "2025")], &rows);
        let mut spec = presets(&data)[0].clone();
        spec.period = PeriodChoice::Label("2025".into());
        spec.indicators.truncate(1);
        let beside = presets_beside(&data, &spec);
        assert!(beside.len() >= 6);
        for preset in &beside {
            assert_eq!((&preset.period, &preset.indicators), (&spec.period, &spec.indicators), "{}", preset.name);
        }
    }

    #[test]
    fn without_values_there_is_no_preset() {
        assert!(presets(&PlanningData::default()).is_empty());
        assert!(!can_rank(&PlanningData::default()));
        assert!(can_rank(&planted(6, 2).data));
    }
}
