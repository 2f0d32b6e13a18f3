//! Hands results of sensitivity and time to the words in `text`: nothing German is written here.

use super::sensitivity::weights_can_swap;
use super::{
    AreaMembership, Belonging, Changed, Choice, CityDevelopment, DevelopmentKind, IndexRun, Jump, NoChange,
    PublishedCheck, RankIntervals, RankSensitivity, Ranking, Swap, Verdict, swaps,
};
use crate::domain::{AreaId, IndicatorId, PlanningData};
use crate::text::{self, needs, sensitivity as words, time};

/// `Die Rangfolge hängt vor allem an der Gewichtung …`
pub fn ranking_hangs_on(found: &RankSensitivity) -> String {
    words::ranking_hangs_on(&strongest(found, &found.mean_shift))
}

/// The same without numbers: `Die Rangfolge hängt vor allem an der Gewichtung.`
pub fn ranking_hangs_on_in_words(found: &RankSensitivity) -> String {
    words::ranking_hangs_on_in_words(&strongest(found, &found.mean_shift))
}

/// `Der Rang von Marten hängt vor allem an der Normierung.` None for an area that takes no part.
pub fn rank_hangs_on(data: &PlanningData, run: &IndexRun, found: &RankSensitivity, area: AreaId) -> Option<String> {
    let target = found.ranks.get(run.row_of(area)?)?;
    Some(words::rank_hangs_on(&area_name(data, area), &strongest(found, target)))
}

fn strongest(found: &RankSensitivity, target: &super::SobolTarget) -> Vec<(&'static str, f64)> {
    let mut choices: Vec<(Choice, f64)> =
        found.choices.iter().copied().zip(target.total.iter().map(|index| index.value)).collect();
    choices.sort_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
    choices.into_iter().map(|(choice, value)| (at_choice(choice), value)).collect()
}

/// `an der Gewichtung`
fn at_choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Normalisation => words::at::NORMALISATION,
        Choice::Weights => words::at::WEIGHTS,
        Choice::Aggregation => words::at::AGGREGATION,
        Choice::Imputation => words::at::IMPUTATION,
        Choice::Treatment => words::at::TREATMENT,
        Choice::Indicators => words::at::INDICATORS,
        Choice::Data => words::at::DATA,
    }
}

/// Title of a choice: `Gewichtung`.
pub fn choice_title(choice: Choice) -> &'static str {
    match choice {
        Choice::Normalisation => words::title::NORMALISATION,
        Choice::Weights => words::title::WEIGHTS,
        Choice::Aggregation => words::title::AGGREGATION,
        Choice::Imputation => words::title::IMPUTATION,
        Choice::Treatment => words::title::TREATMENT,
        Choice::Indicators => words::title::INDICATORS,
        Choice::Data => words::title::DATA,
    }
}

/// What an alternative decides otherwise: `Normierung: Prozentrang`, `ohne „Arbeitslosenrate“`.
pub fn changed_title(data: &PlanningData, changed: &Changed) -> String {
    match changed {
        Changed::Normalisation(method) => {
            words::other(words::title::NORMALISATION, needs::normalisation_short(*method))
        }
        Changed::Aggregation(method) => words::other(words::title::AGGREGATION, &needs::aggregation(*method)),
        Changed::Imputation(method) => words::other(words::title::IMPUTATION, needs::imputation(*method)),
        Changed::Treatment(method) => words::other(words::title::TREATMENT, &needs::treatment(*method)),
        Changed::EqualWeights => words::EQUAL_WEIGHTS.to_owned(),
        Changed::WithoutIndicator(indicator) => words::without(&indicator_name(data, *indicator)),
        Changed::WithoutDimension(dimension) => words::without(dimension),
    }
}

/// `Marten und Nette tauschen, sobald …`: the smallest change of one weight that does it; none unless both take part
/// in an additive index.
pub fn swap_sentence(data: &PlanningData, run: &IndexRun, first: AreaId, second: AreaId) -> Option<String> {
    run.row_of(first).zip(run.row_of(second)).filter(|_| weights_can_swap(run))?;
    let (first_name, second_name) = (area_name(data, first), area_name(data, second));
    Some(match swaps(run, first, second).first() {
        Some(Swap { indicator, share, share_then }) => {
            words::swap(&first_name, &second_name, &indicator_name(data, *indicator), *share, *share_then)
        }
        None => words::no_swap(&first_name, &second_name),
    })
}

/// The same without numbers: `Bei einem höheren Gewicht von … tauschen Marten und Nette die Plätze.`
pub fn swap_in_words(data: &PlanningData, run: &IndexRun, first: AreaId, second: AreaId) -> Option<String> {
    run.row_of(first).zip(run.row_of(second)).filter(|_| weights_can_swap(run))?;
    let (first_name, second_name) = (area_name(data, first), area_name(data, second));
    Some(match swaps(run, first, second).first() {
        Some(Swap { indicator, share, share_then }) => {
            words::swap_in_words(&first_name, &second_name, &indicator_name(data, *indicator), share_then > share)
        }
        None => words::no_swap(&first_name, &second_name),
    })
}

/// What may be said of an area after its name: `gehört unter allen 24 Rechenwegen zu den 13`.
pub fn membership_phrase(area: &AreaMembership, places: u32) -> String {
    match area.belonging() {
        Belonging::Always => words::always(area.of, places),
        Belonging::Border => words::border(area.within, area.of, places),
        Belonging::Never => words::never(area.of, places),
    }
}

/// What the reader must know beside the intervals: which values were drawn anew, which could not be, and which
/// combinations of choices make no sense.
pub fn interval_notes(data: &PlanningData, intervals: &RankIntervals) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(sampled) = &intervals.sampled {
        notes.push(words::sampled(sampled.sampled, needs::sampling(sampled.method)));
        let name = |indicator: &IndicatorId| indicator_name(data, *indicator);
        let without = sampled.without_counts.iter();
        notes.extend(without.map(|(indicator, areas)| words::without_counts(&name(indicator), areas.len())));
        let other = sampled.other_than_counts.iter();
        notes.extend(other.map(|(indicator, areas)| words::other_than_counts(&name(indicator), areas.len())));
    }
    let replaced = |found: &super::Replaced| {
        let normalisation = needs::normalisation_short(found.normalisation);
        words::combination_replaced(
            normalisation,
            &needs::aggregation(found.aggregation),
            &needs::aggregation(found.used),
        )
    };
    notes.extend(intervals.replaced.iter().map(replaced));
    notes
}

/// What the spans and shares of a ranking cannot tell because of what it is made of, and whose rank lies outside its own
/// span; nothing where neither is so.
pub fn ranking_limits(data: &PlanningData, ranking: &Ranking) -> Vec<String> {
    let run = &ranking.run;
    let single = run.is_single().then(|| needs::ONE_INDICATOR.to_owned());
    let all = (ranking.intervals.top_places as usize >= run.areas.len()).then(|| needs::NO_CHOICE.to_owned());
    let mut outside = Vec::new();
    for row in run.by_rank() {
        let (low, high) = ranking.intervals.span(row);
        if run.place[row] < f64::from(low) || run.place[row] > f64::from(high) {
            outside.push((area_name(data, run.areas[row]), run.place[row], low, high));
        }
    }
    let outside = (!outside.is_empty()).then(|| needs::outside_their_span(&outside));
    [single, all, outside].into_iter().flatten().collect()
}

/// A jump of nearly all areas as a sentence.
pub fn jump_sentence(data: &PlanningData, jump: &Jump) -> String {
    let decimals = data.indicator(jump.indicator).map_or(1, |card| card.decimals);
    let number = |value: f64| text::signed(value, decimals);
    let name = indicator_name(data, jump.indicator);
    time::jump(&name, jump.from_year, jump.to_year, &number(jump.typical), &number(jump.before), jump.agreement)
}

/// What published changes say of the levels.
pub fn published_sentence(check: &PublishedCheck) -> String {
    let (deviating, compared) = (check.deviating.len(), check.compared);
    match check.verdict {
        Verdict::Fits => time::published_fits(compared),
        Verdict::SingleAreas => time::published_single(deviating, compared),
        Verdict::Break => time::published_break(deviating, compared),
        Verdict::Unknown => time::PUBLISHED_UNKNOWN.to_owned(),
    }
}

/// How an area develops beside the city, for a column whose head names it: `belasteter, wächst`.
pub fn development_short(development: &CityDevelopment) -> &'static str {
    match development.kind {
        DevelopmentKind::Parallel => time::city::short::PARALLEL,
        DevelopmentKind::MoreBurdenedWidening => time::city::short::MORE_WIDENING,
        DevelopmentKind::MoreBurdenedClosing => time::city::short::MORE_CLOSING,
        DevelopmentKind::LessBurdenedWidening => time::city::short::LESS_WIDENING,
        DevelopmentKind::LessBurdenedClosing => time::city::short::LESS_CLOSING,
        DevelopmentKind::BecameMoreBurdened => time::city::short::BECAME_MORE,
        DevelopmentKind::NoLongerMoreBurdened => time::city::short::NO_LONGER_MORE,
        DevelopmentKind::NotJudged => time::city::short::NOT_JUDGED,
    }
}

/// `belasteter als die Stadt, der Abstand wächst`
pub fn development_phrase(development: &CityDevelopment) -> &'static str {
    match development.kind {
        DevelopmentKind::Parallel => time::city::PARALLEL,
        DevelopmentKind::MoreBurdenedWidening => time::city::MORE_WIDENING,
        DevelopmentKind::MoreBurdenedClosing => time::city::MORE_CLOSING,
        DevelopmentKind::LessBurdenedWidening => time::city::LESS_WIDENING,
        DevelopmentKind::LessBurdenedClosing => time::city::LESS_CLOSING,
        DevelopmentKind::BecameMoreBurdened => time::city::BECAME_MORE,
        DevelopmentKind::NoLongerMoreBurdened => time::city::NO_LONGER_MORE,
        DevelopmentKind::NotJudged => time::city::NOT_JUDGED,
    }
}

/// Why there is no change to show, as a sentence.
pub fn no_change_sentence(data: &PlanningData, reason: &NoChange) -> String {
    match reason {
        NoChange::SeriesBreak(broken) => time::over_break(broken.year, &broken.reason),
        NoChange::NoCounts(areas) => {
            let names: Vec<String> = areas.iter().map(|&area| area_name(data, area)).collect();
            time::without_counts(&names)
        }
        NoChange::NoValue(period) => time::no_value(data.period(*period).map_or("", |period| period.label.as_str())),
        NoChange::Undated => time::UNDATED.to_owned(),
        NoChange::Order => time::WRONG_ORDER.to_owned(),
        NoChange::Unknown => time::UNKNOWN.to_owned(),
        NoChange::TooFewAreas(areas) => time::too_few_areas(*areas),
    }
}

fn indicator_name(data: &PlanningData, id: IndicatorId) -> String {
    data.indicator(id).map(|indicator| indicator.name.clone()).unwrap_or_default()
}

fn area_name(data: &PlanningData, id: AreaId) -> String {
    data.area(id).map(|area| area.name.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Planted, planted};
    use super::super::{rank_sensitivity, run};
    use super::*;
    use crate::jobs::Progress;

    #[test]
    fn sentences_take_names_and_numbers_from_the_data() {
        let Planted { data, mut spec } = planted(12, 4);
        spec.uncertainty.normalisations.clear();
        spec.uncertainty.leave_one_out = true;
        spec.uncertainty.weight_variation = 0.02;
        let run = run(&data, &spec).unwrap();
        let found = rank_sensitivity(&data, &run, 64, &Progress::new()).unwrap();
        assert!(ranking_hangs_on(&found).starts_with("Die Rangfolge hängt vor allem an der Auswahl der Indikatoren"));
        let swap = swap_sentence(&data, &run, AreaId(5), AreaId(6)).unwrap();
        assert!(swap.starts_with("Gebiet 5 und Gebiet 6 tauschen, sobald das Gewicht von „Indikator"), "{swap}");
        assert_eq!(swap_sentence(&data, &run, AreaId(5), AreaId(99)), None);
    }
}
