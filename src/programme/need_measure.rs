//! Measures that begin where a need or a group of people has no sufficient answer.

use super::coverage::{CoverageRow, CoverageState};
use super::resolve::area_reference;
use crate::domain::{
    Area, AreaId, Bezug, BindingRef, BoundValue, Handlungsfeld, Indicator, Massnahme, MassnahmeId, Observation, Period,
    PlanningData,
};
use crate::text;
use crate::text::report::coverage::{self as words, Lack};

/// The measure that begins at a row of the coverage: Handlungsfeld, problem and, for a need, the indicator with its
/// newest value as start; for a group of people the Zielgruppe. The problem says of services only what the row says. What
/// is to be done is left to the planner.
pub fn measure_for_gap(data: &PlanningData, area: &Area, gap: &CoverageRow) -> Massnahme {
    match &gap.bezug {
        Bezug::Bedarf(code) => {
            let problem = words::problem(&gap.name, lack(gap));
            of_need(data, area, code, gap.field, problem)
        }
        Bezug::Zielgruppe(group) => {
            let group = text::zielgruppe(*group);
            let problemlage = words::problem_of_group(group, lack(gap));
            Massnahme { zielgruppe: group.to_owned(), problemlage, ..new(gap.field) }
        }
    }
}

/// The measure that begins at a need without a measure, about whose services nothing is known.
pub fn measure_for_need(data: &PlanningData, area: &Area, need: &Indicator) -> Massnahme {
    let problem = words::problem(&need.name, Lack::Unknown);
    of_need(data, area, &need.code, need.handlungsfeld, problem)
}

fn new(field: Option<Handlungsfeld>) -> Massnahme {
    let field = field.unwrap_or(Handlungsfeld::Zusammenhalt);
    Massnahme::new(MassnahmeId(0), 0, text::label::NEW_MEASURE, field)
}

fn of_need(data: &PlanningData, area: &Area, code: &str, field: Option<Handlungsfeld>, problem: String) -> Massnahme {
    let start = newest_number(data, code, area);
    Massnahme {
        indikator: code.to_owned(),
        problemlage: problem,
        ausgangswert: start.as_ref().map(|(value, ..)| *value),
        start_bound: start.map(|(_, bound, _)| bound),
        ..new(field)
    }
}

/// What may be said to be lacking. Where no service is recorded, nothing is known about them.
fn lack(gap: &CoverageRow) -> Lack {
    match gap.state {
        CoverageState::Luecke if !gap.cells.is_empty() => Lack::Service,
        CoverageState::Luecke | CoverageState::Ueberschneidung | CoverageState::Teilweise | CoverageState::Gedeckt => {
            Lack::Unknown
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
    use crate::domain::{Deckungsgrad, Zielgruppe};
    use crate::programme::CoverageCell;
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

    /// The problem of a measure for a row that one service answers this far.
    fn problem_beside_a_service(bezug: Bezug, grad: Deckungsgrad, state: CoverageState) -> String {
        let cell = CoverageCell { grad, proposed: grad, decided: false, reasons: Vec::new(), doubled: false };
        let row = CoverageRow { cells: vec![cell], state, ..gap(bezug, "Arbeitslosenrate", Some(1.0)) };
        let measure = |basis: &crate::programme::Basis| {
            measure_for_gap(basis.data, basis.data.area(basis.programme.area).unwrap(), &row)
        };
        with_programme(|_| {}, measure).problemlage
    }

    #[test]
    fn the_problem_says_that_services_are_missing_only_where_they_are() {
        let need = || Bezug::Bedarf("ALO".into());
        let covered = problem_beside_a_service(need(), Deckungsgrad::Deckt, CoverageState::Gedeckt);
        assert_eq!(covered, "Bedarf „Arbeitslosenrate“.");
        let in_part = problem_beside_a_service(need(), Deckungsgrad::Deckt, CoverageState::Teilweise);
        assert!(!in_part.contains("Angebot"), "{in_part}");
        let open = problem_beside_a_service(need(), Deckungsgrad::KeinBezug, CoverageState::Luecke);
        assert_eq!(open, "Bedarf „Arbeitslosenrate“, ohne ausreichendes Angebot im Aktionsraum.");
        let group = || Bezug::Zielgruppe(Zielgruppe::Aeltere);
        let covered = problem_beside_a_service(group(), Deckungsgrad::Deckt, CoverageState::Gedeckt);
        assert_eq!(covered, "", "nothing is known that a measure would not change");
    }

    #[test]
    fn where_no_service_is_recorded_nothing_is_said_about_services() {
        let row = gap(Bezug::Bedarf("ALO".into()), "Arbeitslosenrate", None);
        let problems = with_programme(
            |_| {},
            |basis| {
                let area = basis.data.area(basis.programme.area).unwrap();
                let need = basis.data.indicator_by_code("ALO").unwrap();
                [measure_for_gap(basis.data, area, &row), measure_for_need(basis.data, area, need)]
                    .map(|measure| (measure.indikator, measure.start_bound.is_some(), measure.problemlage))
            },
        );
        for (indicator, has_start, problem) in problems {
            assert_eq!((indicator.as_str(), has_start), ("ALO", true));
            assert_eq!(problem, "Bedarf „Arbeitslosenrate“.");
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
        assert!(!measure.problemlage.contains("1,2"), "the number stands in the start value: {}", measure.problemlage);
    }

    #[test]
    fn a_measure_for_a_group_of_people_is_for_them() {
        let row = gap(Bezug::Zielgruppe(Zielgruppe::Aeltere), "Ältere Menschen", None);
        let measure = with_programme(
            |_| {},
            |basis| measure_for_gap(basis.data, basis.data.area(basis.programme.area).unwrap(), &row),
        );
        assert_eq!(measure.zielgruppe, text::zielgruppe(Zielgruppe::Aeltere));
        assert!(measure.indikator.is_empty() && measure.start_bound.is_none());
    }
}
