//! The number that a statement or an offer speaks of: the newest observation of an indicator for an area.

use crate::domain::AreaId;
use crate::text;
use crate::ui::{Inspected, PanelCx};

/// An observation in words, and what the inspector explains of it.
pub(super) struct Evidence {
    pub name: String,
    pub period: String,
    pub value: String,
    pub inspected: Inspected,
}

/// The newest observation, with its sign where there is no number; none where the indicator or a period is not there.
pub(super) fn evidence(cx: &PanelCx, area: AreaId, code: &str) -> Option<Evidence> {
    let data = &cx.snapshot.data;
    let indicator = data.indicator_by_code(code)?;
    let periods = data.periods_of(indicator.id);
    let newest = periods.into_iter().rev();
    let (period, observation) =
        newest.filter_map(|period| Some((period, data.dataset.get(indicator.id, area, period.id)?))).next()?;
    let value = match observation.value {
        Some(value) => text::value_with_unit(value, indicator.decimals, &indicator.unit),
        None => text::status_label(observation.status).to_owned(),
    };
    let inspected = Inspected::Value { indicator: indicator.id, area, period: period.id };
    Some(Evidence { name: indicator.name.clone(), period: period.label.clone(), value, inspected })
}
