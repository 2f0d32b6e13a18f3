//! Hands results to the words in `text`: nothing German is written here.

use super::{
    Certainty, IndexRun, LeftOutReason, Ranking, RunNote, SpecError, effective_weights, interval_notes, ranking_limits,
};
use crate::domain::{AreaId, IndicatorId, PlanningData, ReferenceSet};
use crate::text::needs::{self, MethodFacts};
use crate::text::{Explain, Message, error::analysis as words};

/// "So wurde gerechnet": the recipe and what became of it, line by line.
pub fn method_lines(data: &PlanningData, run: &IndexRun) -> Vec<String> {
    let set = match &run.spec.reference {
        ReferenceSet::Participating => None,
        ReferenceSet::AreaSet(code) => Some(data.area_set(code).map_or_else(|| code.clone(), |set| set.name.clone())),
    };
    let facts = MethodFacts {
        period: data.period(run.period).map(|period| period.label.clone()).unwrap_or_default(),
        participants: run.areas.len(),
        indicators: run.indicators.iter().map(|&indicator| indicator_name(data, indicator)).collect(),
        weights: run.weights.clone(),
        effective: effective(run),
        class_cuts: run.class_cuts.clone(),
        reference_area: run.spec.reference_area.as_ref().map(|named| {
            data.area_by_key(named.level, &named.key).map_or_else(|| named.key.clone(), |area| area.name.clone())
        }),
        area_set: run
            .spec
            .areas
            .set
            .as_ref()
            .map(|code| data.area_set(code).map_or_else(|| code.clone(), |set| set.name.clone())),
        reference_set: set,
        left_out: run
            .left_out
            .iter()
            .map(|left_out| (area_name(data, left_out.area), left_out_reason(&left_out.reason)))
            .collect(),
        is_filled: !run.filled.is_empty(),
        notes: run.notes.iter().map(|note| run_note(data, note)).collect(),
    };
    needs::method_lines(&run.spec, &facts)
}

/// The same of a ranking: also what its spans were drawn from, and what they cannot tell.
pub fn ranking_lines(data: &PlanningData, ranking: &Ranking) -> Vec<String> {
    let mut lines = method_lines(data, &ranking.run);
    lines.extend(interval_notes(data, &ranking.intervals));
    lines.extend(ranking_limits(data, ranking));
    lines
}

/// Why an area does not take part: `zu wenig Werte (3 von 8 Indikatoren)`.
pub fn left_out_reason(reason: &LeftOutReason) -> String {
    match reason {
        LeftOutReason::Decision => needs::left_out_by_decision(),
        LeftOutReason::Population { persons, minimum } => needs::left_out_for_population(*persons, *minimum),
        LeftOutReason::TooFewValues { present, of } => needs::left_out_for_values(*present, *of),
        LeftOutReason::AllZero => needs::left_out_for_zeros(),
        LeftOutReason::TooManyZeros { zeros, present } => needs::left_out_for_many_zeros(*zeros, *present),
    }
}

/// A note of a run as a sentence.
pub fn run_note(data: &PlanningData, note: &RunNote) -> String {
    match note {
        RunNote::Constant(indicator) => needs::constant_indicator(&indicator_name(data, *indicator)),
        RunNote::WithoutValue { indicator, areas } => {
            needs::without_value(&indicator_name(data, *indicator), &area_names(data, areas))
        }
        RunNote::Filled { indicator, areas } => {
            needs::filled_cells(&indicator_name(data, *indicator), &area_names(data, areas))
        }
        RunNote::Treated { indicator, areas } => {
            needs::treated_cells(&indicator_name(data, *indicator), &area_names(data, areas))
        }
        RunNote::IndicatorScreened(indicator) => needs::screened_indicator(&indicator_name(data, *indicator)),
        RunNote::ContextCounted(indicator) => needs::context_counted(&indicator_name(data, *indicator)),
        RunNote::Demonstration { cells } => needs::demonstration_cells(*cells),
    }
}

/// What may be said of an area after its name: `gehört zu den fünf Gebieten mit dem höchsten Bedarf`.
/// `top_share` is the chance (0 to 1) of being among the places that a border case speaks of; `low` and `high` the
/// interval in whole places.
pub fn certainty_phrase(certainty: Certainty, top_share: f64, low: u32, high: u32) -> String {
    match certainty {
        Certainty::Highest => needs::highest_need(),
        Certainty::AmongTop(places) => needs::among_top(places),
        Certainty::BorderCase(places) => needs::border_case(top_share, places),
        Certainty::Behind(places) => needs::behind_top(places),
        Certainty::Open => needs::only_the_span(low, high),
    }
}

fn indicator_name(data: &PlanningData, id: IndicatorId) -> String {
    data.indicator(id).map(|indicator| indicator.name.clone()).unwrap_or_default()
}

fn effective(run: &IndexRun) -> Vec<Option<f64>> {
    let columns: Vec<Vec<f64>> = run.normalised.columns().map(|column| column.to_vec()).collect();
    let found = effective_weights(&columns, &run.index);
    found.into_iter().map(|weight| weight.map(|weight| weight.correlation)).collect()
}

fn area_names(data: &PlanningData, areas: &[AreaId]) -> Vec<String> {
    areas.iter().map(|&area| area_name(data, area)).collect()
}

fn area_name(data: &PlanningData, id: AreaId) -> String {
    data.area(id).map(|area| area.name.clone()).unwrap_or_default()
}

impl SpecError {
    /// The same with the names of the indicators instead of their codes, as far as the data know them.
    #[must_use]
    pub fn named(&self, data: &PlanningData) -> SpecError {
        let name = |code: &String| data.indicator_by_code(code).map_or_else(|| code.clone(), |card| card.name.clone());
        match self {
            SpecError::DuplicateIndicator(code) => SpecError::DuplicateIndicator(name(code)),
            SpecError::ContextIndicator(code) => SpecError::ContextIndicator(name(code)),
            SpecError::BadWeight(code) => SpecError::BadWeight(name(code)),
            SpecError::NoRobustSpread(code) => SpecError::NoRobustSpread(name(code)),
            SpecError::Constant(code) => SpecError::Constant(name(code)),
            SpecError::LogOfNegative(code) => SpecError::LogOfNegative(name(code)),
            SpecError::NoPositiveMean(code) => SpecError::NoPositiveMean(name(code)),
            SpecError::NoGoalposts(code) => SpecError::NoGoalposts(name(code)),
            SpecError::NoTarget(code) => SpecError::NoTarget(name(code)),
            SpecError::NoReferenceValue(code) => SpecError::NoReferenceValue(name(code)),
            SpecError::NoDistance(code) => SpecError::NoDistance(name(code)),
            SpecError::BadDenomination(code) => SpecError::BadDenomination(name(code)),
            SpecError::DataWeights { error, indicators } => {
                SpecError::DataWeights { error: error.clone(), indicators: indicators.iter().map(name).collect() }
            }
            SpecError::NoIndicators
            | SpecError::UnknownIndicator(_)
            | SpecError::AllWeightsZero
            | SpecError::NoValues(_)
            | SpecError::UnknownAreaSet(_)
            | SpecError::UnknownArea(_)
            | SpecError::BadScreen
            | SpecError::AllLeftOut
            | SpecError::TooFewAreas(_)
            | SpecError::AllConstant
            | SpecError::MoreOutThanIn { .. }
            | SpecError::NotPositive(_)
            | SpecError::UnknownReferenceArea(_)
            | SpecError::BadNormalisation
            | SpecError::BadTreatment
            | SpecError::BadWorstK { .. }
            | SpecError::BadBudget(_)
            | SpecError::BadDimension(_)
            | SpecError::UnknownDimension(_)
            | SpecError::NoBasePeriod(_)
            | SpecError::TooManyCompared(_)
            | SpecError::TooFewForClasses(_)
            | SpecError::BadClasses
            | SpecError::BadUncertainty
            | SpecError::Cancelled => self.clone(),
        }
    }
}

impl Explain for SpecError {
    fn message(&self) -> Message {
        match self {
            SpecError::NoIndicators => words::no_indicators(),
            SpecError::UnknownIndicator(code) => words::unknown_indicator(code),
            SpecError::DuplicateIndicator(code) => words::duplicate_indicator(code),
            SpecError::ContextIndicator(code) => words::context_indicator(code),
            SpecError::BadWeight(code) => words::bad_weight(code),
            SpecError::AllWeightsZero => words::all_weights_zero(),
            SpecError::NoValues(period) => words::no_values(period),
            SpecError::UnknownAreaSet(code) => words::unknown_area_set(code),
            SpecError::UnknownArea(key) => words::unknown_area(key),
            SpecError::BadScreen => words::bad_screen(),
            SpecError::NoRobustSpread(code) => words::no_robust_spread(code),
            SpecError::AllLeftOut => words::all_left_out(),
            SpecError::TooFewAreas(areas) => words::too_few_areas(*areas),
            SpecError::AllConstant => words::all_constant(),
            SpecError::Constant(code) => words::constant(code),
            SpecError::MoreOutThanIn { out, within } => words::more_out_than_in(*out, *within),
            SpecError::LogOfNegative(code) => words::log_of_negative(code),
            SpecError::NotPositive(method) => words::not_positive(&needs::aggregation(*method)),
            SpecError::NoPositiveMean(code) => words::no_positive_mean(code),
            SpecError::NoGoalposts(code) => words::no_goalposts(code),
            SpecError::NoTarget(code) => words::no_target(code),
            SpecError::NoReferenceValue(code) => words::no_reference_value(code),
            SpecError::NoDistance(code) => words::no_distance(code),
            SpecError::UnknownReferenceArea(key) => words::unknown_reference_area(key),
            SpecError::BadNormalisation => words::bad_normalisation(),
            SpecError::BadTreatment => words::bad_treatment(),
            SpecError::BadDenomination(code) => words::bad_denomination(code),
            SpecError::BadWorstK { k, of } => words::bad_worst_k(*k, *of),
            SpecError::DataWeights { error, indicators } => words::no_data_weights(&error.message(indicators).happened),
            SpecError::BadBudget(expert) => words::bad_budget(expert),
            SpecError::BadDimension(name) => words::bad_dimension(name),
            SpecError::UnknownDimension(name) => words::unknown_dimension(name),
            SpecError::NoBasePeriod(years) => words::no_base_period(*years),
            SpecError::TooManyCompared(areas) => words::too_many_compared(*areas),
            SpecError::TooFewForClasses(classes) => words::too_few_for_classes(*classes),
            SpecError::BadClasses => words::bad_classes(),
            SpecError::BadUncertainty => words::bad_uncertainty(),
            SpecError::Cancelled => words::cancelled(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::run;
    use super::super::testing::{Planted, of_rows};
    use super::*;

    #[test]
    fn the_method_names_divisor_ties_seed_and_areas_left_out() {
        let rows = [[Some(1.0), Some(2.0)], [Some(3.0), None], [Some(5.0), Some(1.0)], [None, None]];
        let Planted { data, spec } = of_rows(&rows.map(|row| row.to_vec()));
        let mut spec = spec;
        spec.screen.minimum_share_present = 0.5;
        let text = method_lines(&data, &run(&data, &spec).unwrap()).join("\n");
        for part in
            ["Divisor n", "1, 2, 2, 4", "Startwert 2026", "1.000 Ziehungen", "Gebiet 4 (zu wenig Werte", "Gebiet 2"]
        {
            assert!(text.contains(part), "{part} in\n{text}");
        }
    }
}
