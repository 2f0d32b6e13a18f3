//! What the parts look up in the data of the area: the newest value of an indicator, what a reference points to.

use super::Plan;
use crate::analysis::Ranking;
use crate::domain::{Area, BindingRef, BoundValue, Handlungsprogramm, Indicator, PlanningData};
use crate::programme::{area_of, area_reference, newest, newest_number, plan};
use crate::text::panel::programm as words;
use crate::text::{euro, value_or_sign, value_with_unit};
use crate::ui::widget::button::Button;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Inspected, PanelCx};
use egui::Ui;

/// Where a start value comes from, and the buttons that take it from the data or hold on to it; returns the value when
/// one is chosen. A value that the data correct for its own period comes first: a newer period is another start.
pub(super) fn take_start(
    ui: &mut Ui,
    cx: &PanelCx,
    plan: Plan,
    code: &str,
    (start, bound): (Option<f64>, Option<&BoundValue>),
) -> Option<(f64, BoundValue)> {
    let newest = newest_number(&cx.snapshot.data, code, plan.area);
    let origin = match bound {
        Some(bound) if bound.pinned => words::start_held(&bound.shown, &period_of(bound)),
        Some(bound) => words::start_from_data(&bound.shown, &period_of(bound)),
        None if start.is_some() => words::START_BY_HAND.to_owned(),
        None if newest.is_none() && !code.is_empty() => words::NO_START_IN_DATA.to_owned(),
        None => String::new(),
    };
    if !origin.is_empty() {
        label::hint(ui, &origin);
    }
    let today = bound.and_then(|bound| number_of(&cx.snapshot.data, bound));
    let corrected = today.filter(|(_, offered, _)| bound.is_some_and(|bound| bound.shown != offered.shown));
    ui.horizontal_wrapped(|ui| {
        let mut chosen = None;
        if let (Some((value, offered, period)), Some(bound)) = (&corrected, bound) {
            let name = words::take_corrected(&offered.shown, period);
            let take = Button::recommended(&name).icon(icon::DATABASE).compact().disabled_reason(plan.locked);
            if take.show(ui).clicked() {
                chosen = Some((*value, offered.clone()));
            }
            let held = bound.pinned.then_some(words::ALREADY_PINNED);
            let hold = Button::secondary(words::KEEP_VALUE).compact().disabled_reason(plan.locked.or(held));
            if let Some(start) = start.filter(|_| hold.show(ui).clicked()) {
                chosen = Some((start, BoundValue { pinned: true, ..bound.clone() }));
            }
        }
        // Of the same period it stands there already.
        let newest = newest.filter(|(_, offered, _)| {
            corrected.is_none() || bound.is_none_or(|bound| bound.reference != offered.reference)
        });
        chosen.or_else(|| take_newest(ui, plan, newest, bound))
    })
    .inner
}

fn take_newest(
    ui: &mut Ui,
    plan: Plan,
    newest: Option<(f64, BoundValue, String)>,
    bound: Option<&BoundValue>,
) -> Option<(f64, BoundValue)> {
    let (value, offered, period) = newest?;
    let same = bound.is_some_and(|bound| bound.reference == offered.reference && bound.shown == offered.shown);
    let reason = plan.locked.or(same.then_some(words::ALREADY_SAME));
    let newer = bound.is_some_and(|bound| bound.reference != offered.reference);
    let name =
        if newer { words::take_newer(&offered.shown, &period) } else { words::take_from_data(&offered.shown, &period) };
    let button = Button::secondary(&name).icon(icon::DATABASE).compact().disabled_reason(reason);
    (button.show(ui).clicked() && reason.is_none()).then_some((value, offered))
}

/// What the data show today where a start value was taken from, with the label of the period.
fn number_of(data: &PlanningData, bound: &BoundValue) -> Option<(f64, BoundValue, String)> {
    let BindingRef::Value { indicator, area, period } = bound.binding()? else { return None };
    let card = data.indicator_by_code(&indicator)?;
    let (area, period) = (area_of(data, &area)?, data.period_by_label(&period)?);
    let value = data.dataset.get(card.id, area.id, period.id)?.value?;
    let shown = value_with_unit(value, card.decimals, &card.unit);
    Some((value, BoundValue { reference: bound.reference.clone(), shown, pinned: false }, period.label.clone()))
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

/// All numbers that can be put into the text of a programme: what is computed, then those of each indicator.
pub(super) fn insertables(
    data: &PlanningData,
    programme: &Handlungsprogramm,
    area: &Area,
    ranking: Option<&Ranking>,
) -> Vec<Insertable> {
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
        computed(words::TOP_PLACES, ranking.intervals.top_places.to_string(), BindingRef::TopPlaces);
    }
    computed(words::COSTS, euro(plan::cost(programme, None, None)), BindingRef::Costs { area: key });
    let city = data.city().filter(|city| city.id != area.id);
    found.extend(data.indicators.iter().flat_map(|indicator| {
        let own = newest_value(data, indicator, area, indicator.name.clone());
        // Most sentences compare with the city.
        let of_city =
            city.and_then(|city| newest_value(data, indicator, city, words::indicator_of(&indicator.name, &city.name)));
        own.into_iter().chain(of_city)
    }));
    found
}

fn newest_value(data: &PlanningData, indicator: &Indicator, area: &Area, name: String) -> Option<Insertable> {
    let (observation, period) = newest(data, indicator, area.id)?;
    let value = match observation.value {
        Some(value) if observation.status.has_value() => value_with_unit(value, indicator.decimals, &indicator.unit),
        Some(_) | None => value_or_sign(observation.value, observation.status, indicator.decimals),
    };
    let reference = BindingRef::Value {
        indicator: indicator.code.clone(),
        area: area_reference(area),
        period: period.label.clone(),
    };
    Some(Insertable { name, today: words::value_of_period(&value, &period.label), reference })
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
        BindingRef::Participants
        | BindingRef::TopPlaces
        | BindingRef::BurdenInSection { .. }
        | BindingRef::Costs { .. } => None,
    }
}
