//! 5.1 Handlungsbedarf: the strongest needs, their Handlungsfeld, and whether a measure answers them.

use super::super::basis::Basis;
use super::super::findings::{TOP_NEEDS, drivers};
use super::super::plan::measures_for;
use super::value_of;
use crate::domain::Indicator;
use crate::text::{self, report};

/// Paragraphs of the section; the needs form one list.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let needs = drivers(basis);
    if basis.ranking.is_none() {
        return vec![report::no_ranking()];
    }
    if needs.is_empty() {
        return vec![report::no_needs()];
    }
    let items = items(basis);
    if items.is_empty() {
        return vec![report::no_needs()];
    }
    vec![report::needs_opening(basis.area_name(), items.len()), items.join("\n")]
}

/// The strongest needs, a line each.
pub(super) fn items(basis: &Basis) -> Vec<String> {
    drivers(basis).into_iter().take(TOP_NEEDS).filter_map(|indicator| item(basis, indicator)).collect()
}

fn item(basis: &Basis, indicator: &Indicator) -> Option<String> {
    let area = basis.area()?;
    let period = basis.data.period(basis.ranking?.run.period)?;
    basis.data.dataset.get(indicator.id, area.id, period.id)?;
    let here = value_of(indicator, area, period);
    let city = basis
        .data
        .city()
        .filter(|city| basis.data.dataset.value(indicator.id, city.id, period.id).is_some())
        .map(|city| value_of(indicator, city, period));
    let measures: Vec<String> = measures_for(basis.programme, indicator)
        .into_iter()
        .map(|m| report::measure_reference(m.number, &m.titel))
        .collect();
    let field = indicator.handlungsfeld.map(text::handlungsfeld);
    Some(report::need_item(&report::brackets(&indicator.name), &here, city.as_deref(), field, &measures))
}
