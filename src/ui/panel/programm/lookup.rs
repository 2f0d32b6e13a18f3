//! What the parts look up in the data of the area: the newest value of an indicator, what a reference points to.

use super::Plan;
use crate::analysis::Ranking;
use crate::domain::{Area, AreaLevel, BindingRef, BoundValue, PlanningData};
use crate::programme::{area_reference, newest, newest_number};
use crate::text::panel::programm as words;
use crate::text::{value_or_sign, value_with_unit};
use crate::ui::widget::button::Button;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Inspected, PanelCx};
use egui::Ui;

/// Where a start value comes from, and the button that takes it from the data; returns the value when it is taken.
pub(super) fn take_start(
    ui: &mut Ui,
    cx: &PanelCx,
    plan: Plan,
    code: &str,
    (start, bound): (Option<f64>, Option<&BoundValue>),
) -> Option<(f64, BoundValue)> {
    let newest = newest_number(&cx.snapshot.data, code, plan.area);
    match bound {
        Some(bound) => label::hint(ui, &words::start_from_data(&bound.shown, &period_of(bound))),
        None if start.is_some() => label::hint(ui, words::START_BY_HAND),
        None if newest.is_none() && !code.is_empty() => label::hint(ui, words::NO_START_IN_DATA),
        None => return take_button(ui, plan, newest, bound),
    };
    take_button(ui, plan, newest, bound)
}

fn take_button(
    ui: &mut Ui,
    plan: Plan,
    newest: Option<(f64, BoundValue, String)>,
    bound: Option<&BoundValue>,
) -> Option<(f64, BoundValue)> {
    let (value, offered, period) = newest?;
    let reason = plan.locked.or((bound == Some(&offered)).then_some(words::ALREADY_SAME));
    let name = words::take_from_data(&offered.shown, &period);
    let button = Button::secondary(&name).icon(icon::DATABASE).compact().disabled_reason(reason);
    (button.show(ui).clicked() && reason.is_none()).then_some((value, offered))
}

/// The period that a bound value names; empty if it names none.
fn period_of(bound: &BoundValue) -> String {
    match bound.binding() {
        Some(BindingRef::Value { period, .. }) => period,
        Some(_) | None => String::new(),
    }
}

/// A number that can be put into the text.
pub(super) struct Insertable {
    /// What it is.
    pub(super) name: String,
    /// What it shows today.
    pub(super) today: String,
    /// The reference.
    pub(super) reference: BindingRef,
}

/// All numbers that can be put into the text of a programme: what is computed, then one per indicator.
pub(super) fn insertables(data: &PlanningData, area: &Area, ranking: Option<&Ranking>) -> Vec<Insertable> {
    let key = area_reference(area);
    let mut found: Vec<Insertable> = Vec::new();
    let mut computed = |name: &str, today: String, reference| {
        found.push(Insertable { name: name.to_owned(), today, reference });
    };
    if let Some((ranking, row)) = ranking.and_then(|ranking| Some((ranking, ranking.run.row_of(area.id)?))) {
        let (low, high) = ranking.intervals.span(row);
        computed(words::RANK, ranking.run.rank[row].to_string(), BindingRef::Rank { area: key.clone() });
        let span = crate::text::needs::rank_span(low, high);
        computed(words::RANK_SPAN, span, BindingRef::RankInterval { area: key.clone() });
        computed(words::PARTICIPANTS, ranking.run.areas.len().to_string(), BindingRef::Participants);
    }
    computed(words::COSTS, words::COMPUTED.to_owned(), BindingRef::Costs { area: key.clone() });
    found.extend(data.indicators.iter().filter_map(|indicator| {
        let (observation, period) = newest(data, indicator, area.id)?;
        let value = match observation.value {
            Some(value) if observation.status.has_value() => {
                value_with_unit(value, indicator.decimals, &indicator.unit)
            }
            Some(_) | None => value_or_sign(observation.value, observation.status, indicator.decimals),
        };
        Some(Insertable {
            name: indicator.name.clone(),
            today: words::value_of_period(&value, &period.label),
            reference: BindingRef::Value {
                indicator: indicator.code.clone(),
                area: key.clone(),
                period: period.label.clone(),
            },
        })
    }));
    found
}

/// The area that a reference names.
fn area_of<'a>(data: &'a PlanningData, reference: &str) -> Option<&'a Area> {
    match reference.split_once('/') {
        Some((level, key)) => data.area_by_key(AreaLevel::from_code(level)?, key),
        None => data.area_by_key(AreaLevel::Sozialraum, reference),
    }
}

/// What the inspector can explain of a reference.
pub(super) fn inspected(data: &PlanningData, reference: &BindingRef) -> Option<Inspected> {
    match reference {
        BindingRef::Value { indicator, area, period }
        | BindingRef::Place { indicator, area, period }
        | BindingRef::Change { indicator, area, to: period, .. } => Some(Inspected::Value {
            indicator: data.indicator_by_code(indicator)?.id,
            area: area_of(data, area)?.id,
            period: data.period_by_label(period)?.id,
        }),
        BindingRef::Rank { area }
        | BindingRef::RankInterval { area }
        | BindingRef::Index { area }
        | BindingRef::BurdenCount { area } => Some(Inspected::Rank(area_of(data, area)?.id)),
        BindingRef::Participants | BindingRef::BurdenInSection { .. } | BindingRef::Costs { .. } => None,
    }
}

/// Whether a reference speaks of another area of the same level.
pub(super) fn is_foreign(data: &PlanningData, own: &Area, reference: &BindingRef) -> bool {
    let area = match reference {
        BindingRef::Value { area, .. }
        | BindingRef::Place { area, .. }
        | BindingRef::Change { area, .. }
        | BindingRef::Rank { area }
        | BindingRef::RankInterval { area }
        | BindingRef::Index { area }
        | BindingRef::BurdenCount { area }
        | BindingRef::BurdenInSection { area, .. }
        | BindingRef::Costs { area } => area,
        BindingRef::Participants => return false,
    };
    area_of(data, area).is_some_and(|area| area.id != own.id && area.level == own.level)
}
