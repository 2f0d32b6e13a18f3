//! Measures that begin where a need or a group of people has no sufficient answer.

use super::coverage::CoverageRow;
use super::resolve::area_reference;
use crate::domain::{
    Area, AreaId, Bezug, BindingRef, BoundValue, Handlungsfeld, Indicator, Massnahme, MassnahmeId, Observation, Period,
    PlanningData,
};
use crate::text;
use crate::text::report::coverage as words;

/// The measure that a gap begins: Handlungsfeld, problem and, for a need, the indicator with its newest value as start;
/// for a group of people the Zielgruppe. What is to be done is left to the planner.
pub fn measure_for_gap(data: &PlanningData, area: &Area, gap: &CoverageRow) -> Massnahme {
    let field = gap.field.unwrap_or(Handlungsfeld::Zusammenhalt);
    let new = Massnahme::new(MassnahmeId(0), 0, words::MEASURE_OF_GAP, field);
    match &gap.bezug {
        Bezug::Bedarf(code) => {
            let start = newest_number(data, code, area);
            Massnahme {
                indikator: code.clone(),
                problemlage: words::problem(&gap.name, gap.z.map(|z| text::signed(z, 1)).as_deref()),
                ausgangswert: start.as_ref().map(|(value, ..)| *value),
                start_bound: start.map(|(_, bound, _)| bound),
                ..new
            }
        }
        Bezug::Zielgruppe(group) => {
            let group = text::zielgruppe(*group);
            Massnahme { zielgruppe: group.to_owned(), problemlage: words::problem_of_group(group), ..new }
        }
    }
}

/// The newest dated value of an indicator for an area.
pub fn newest<'a>(data: &'a PlanningData, indicator: &Indicator, area: AreaId) -> Option<(Observation, &'a Period)> {
    data.periods_of(indicator.id)
        .into_iter()
        .rev()
        .filter(|period| period.year.is_some())
        .find_map(|period| Some((data.dataset.get(indicator.id, area, period.id)?, period)))
}

/// The newest number of an area with the reference that it is bound by and the label of its period.
pub fn newest_number(data: &PlanningData, code: &str, area: &Area) -> Option<(f64, BoundValue, String)> {
    let indicator = data.indicator_by_code(code)?;
    let (observation, period) = newest(data, indicator, area.id)?;
    let value = observation.value?;
    let reference = BindingRef::Value {
        indicator: indicator.code.clone(),
        area: area_reference(area),
        period: period.label.clone(),
    };
    let shown = text::value_with_unit(value, indicator.decimals, &indicator.unit);
    Some((value, BoundValue { reference: reference.to_string(), shown, pinned: false }, period.label.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Zielgruppe;
    use crate::programme::CoverageState;
    use crate::programme::testing::with_programme;

    fn gap(bezug: Bezug, name: &str, z: Option<f64>) -> CoverageRow {
        CoverageRow {
            bezug,
            name: name.to_owned(),
            indicator: None,
            field: None,
            z,
            cells: Vec::new(),
            measures: Vec::new(),
            state: CoverageState::Luecke,
            reason: String::new(),
        }
    }

    #[test]
    fn a_measure_for_a_need_knows_its_indicator_its_start_from_the_data_and_its_problem() {
        let row = gap(Bezug::Bedarf("ALO".into()), "Arbeitslosenrate", Some(1.25));
        let begun = with_programme(
            |_| {},
            |basis| {
                let area = basis.data.area(basis.programme.area).unwrap();
                (measure_for_gap(basis.data, area, &row), newest_number(basis.data, "ALO", area).unwrap())
            },
        );
        let (measure, (value, bound, _)) = begun;
        assert_eq!((measure.indikator.as_str(), measure.ausgangswert), ("ALO", Some(value)));
        assert_eq!(measure.start_bound, Some(bound));
        assert!(measure.problemlage.contains("Arbeitslosenrate"), "{}", measure.problemlage);
        assert!(
            measure.problemlage.contains("+1,2") || measure.problemlage.contains("+1,3"),
            "{}",
            measure.problemlage
        );
    }

    #[test]
    fn a_measure_for_a_group_of_people_is_for_them_and_names_no_strength() {
        let row = gap(Bezug::Zielgruppe(Zielgruppe::Aeltere), "Ältere Menschen", None);
        let measure = with_programme(
            |_| {},
            |basis| measure_for_gap(basis.data, basis.data.area(basis.programme.area).unwrap(), &row),
        );
        assert_eq!(measure.zielgruppe, text::zielgruppe(Zielgruppe::Aeltere));
        assert!(measure.indikator.is_empty() && measure.start_bound.is_none());
        assert!(!measure.problemlage.contains("(z"), "{}", measure.problemlage);
    }
}
