//! In what one recipe differs from another, in words.

use super::weights::indicator_name;
use crate::domain::{IndexSpec, PlanningData};
use crate::text::needs;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::text::panel::bedarf::sensitivity as sensitivity_words;

/// One entry per choice that `other` makes otherwise, each with what it chooses.
pub(super) fn differences(data: &PlanningData, base: &IndexSpec, other: &IndexSpec) -> Vec<String> {
    let mut found: Vec<(&str, String)> = Vec::new();
    if base.period != other.period {
        found.push((words::PERIOD, words::period_choice(&other.period, "")));
    }
    if base.measure != other.measure {
        found.push((recipe_words::MEASURE, recipe_words::measure(other.measure)));
    }
    if base.areas != other.areas {
        let set = other.areas.set.as_deref().and_then(|code| data.area_set(code)).map(|set| set.name.clone());
        let areas = set.unwrap_or_else(|| recipe_words::all_of(other.areas.level));
        found.push((words::RANKED_AREAS, sensitivity_words::left_out_by_hand(&areas, other.areas.leave_out.len())));
    }
    if base.screen != other.screen {
        found.push((recipe_words::CONDITIONS, sensitivity_words::OTHERWISE.to_owned()));
    }
    if (&base.reference, &base.reference_periods) != (&other.reference, &other.reference_periods) {
        found.push((words::REFERENCE, needs::reference_periods(&other.reference_periods)));
    }
    if base.impute != other.impute {
        found.push((words::MISSING, words::imputation(other.impute).to_owned()));
    }
    if base.treat != other.treat {
        found.push((recipe_words::OUTLIERS, recipe_words::treatment(other.treat).to_owned()));
    }
    if base.normalise != other.normalise {
        found.push((words::NORMALISATION, needs::normalisation_short(other.normalise).to_owned()));
    }
    if base.aggregate != other.aggregate {
        found.push((words::AGGREGATION, recipe_words::aggregation(other.aggregate).to_owned()));
    }
    if base.dimensions != other.dimensions {
        found.push((recipe_words::DIMENSIONS, sensitivity_words::number_of(other.dimensions.len())));
    }
    if base.standardise != other.standardise {
        found.push((recipe_words::STANDARDISATION, recipe_words::standardisation(other.standardise).to_owned()));
    }
    found.extend(weights(data, base, other));
    found.into_iter().map(|(title, choice)| sensitivity_words::difference(title, &choice)).collect()
}

fn weights<'a>(data: &PlanningData, base: &IndexSpec, other: &IndexSpec) -> Vec<(&'a str, String)> {
    let mut found = Vec::new();
    let codes = |spec: &IndexSpec| spec.indicators.iter().map(|entry| entry.code.clone()).collect::<Vec<_>>();
    let (own, then) = (codes(base), codes(other));
    let named =
        |codes: Vec<&String>| codes.into_iter().map(|code| indicator_name(data, code)).collect::<Vec<_>>().join(", ");
    let added: Vec<&String> = then.iter().filter(|code| !own.contains(code)).collect();
    let removed: Vec<&String> = own.iter().filter(|code| !then.contains(code)).collect();
    if !added.is_empty() {
        found.push((sensitivity_words::WITH, named(added)));
    }
    if !removed.is_empty() {
        found.push((sensitivity_words::WITHOUT, named(removed)));
    }
    let same_indicators = own.len() == then.len() && own.iter().all(|code| then.contains(code));
    if base.weigh != other.weigh {
        found.push((recipe_words::WEIGHTING, needs::weighting_of(other)));
    } else if same_indicators && !same_weights(base, other) {
        let equal = other.indicators.windows(2).all(|pair| (pair[0].weight - pair[1].weight).abs() < 1e-9);
        let choice = if equal { recipe_words::EQUAL } else { sensitivity_words::OTHERWISE };
        found.push((words::WEIGHTS_TITLE, choice.to_owned()));
    }
    found
}

fn same_weights(base: &IndexSpec, other: &IndexSpec) -> bool {
    let share = |spec: &IndexSpec, code: &str| {
        let sum: f64 = spec.indicators.iter().map(|entry| entry.weight).sum();
        spec.indicators.iter().find(|entry| entry.code == code).map_or(0.0, |entry| entry.weight / sum.max(1e-12))
    };
    base.indicators.iter().all(|entry| (share(base, &entry.code) - share(other, &entry.code)).abs() < 1e-6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AreaLevel, Direction, Normalisation, SpecIndicator};

    #[test]
    fn every_choice_that_differs_is_named_and_nothing_else() {
        let entry = |code: &str, weight: f64| SpecIndicator::new(code, Direction::HighIsNeed, weight, "");
        let base = IndexSpec::recommended(AreaLevel::Sozialraum, vec![entry("A", 1.0), entry("B", 1.0)]);
        let data = PlanningData::default();
        assert!(differences(&data, &base, &base).is_empty());
        let scaled = IndexSpec { indicators: vec![entry("A", 2.0), entry("B", 2.0)], ..base.clone() };
        assert!(differences(&data, &base, &scaled).is_empty());
        let other = IndexSpec {
            normalise: Normalisation::PERCENTILE_RANK,
            indicators: vec![entry("A", 3.0), entry("B", 1.0)],
            ..base.clone()
        };
        assert_eq!(differences(&data, &base, &other), ["Normierung: Prozentrang", "Gewichte: anders"]);
    }
}
