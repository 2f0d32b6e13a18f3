//! What the panel says of an area as sentences for its programme, numbers as references.

use super::profile::{Line, Profile};
use crate::domain::{Area, AreaId, BindingRef, Indicator, PeriodId, PlanningData};
use crate::programme::{area_reference, section_of};
use crate::text::panel::{analyse as words, takeover as taken};
use crate::ui::takeover::Sentence;
use crate::ui::{Pocket, TimeSubject, TimeView};

/// The short text of a profile, for the section of the indicator that raises the rank most.
pub fn profile(data: &PlanningData, area: &Area, profile: &Profile) -> Option<Sentence> {
    let line = profile.lines.get(profile.driver?)?;
    let card = data.indicator(line.indicator)?;
    let burden = profile.burden.map(|_| bound(&BindingRef::BurdenCount { area: area_reference(area) }));
    let value = value(data, card, area, line.period)?;
    let city = data.city().filter(|_| has_city(line)).and_then(|city| self::value(data, card, city, line.period));
    let text = words::passage(burden.as_deref(), &card.name, &value, city.as_deref());
    Some(Sentence { areas: vec![area.id], section: section_of(card), text })
}

/// The course of an indicator in an area beside the city; none where the years cannot be compared.
pub fn course(data: &PlanningData, view: &TimeView, area: AreaId) -> Option<Sentence> {
    let TimeSubject::Indicator(indicator) = view.order.subject else { return None };
    let (card, area) = (data.indicator(indicator)?, data.area(area)?);
    let (from, to) = view.span.filter(|_| view.no_change.is_none())?;
    let both = |of: &Area| {
        let at = |period| {
            data.dataset.value(card.id, of.id, period)?;
            Some((data.period(period)?.label.as_str(), value(data, card, of, period)?))
        };
        Some([at(from)?, at(to)?])
    };
    let city = data.city().and_then(both).map(|ends| ends.map(|(_, value)| value));
    let text = taken::course(&card.name, &area.name, &both(area)?, city.as_ref().map_or(&[], |city| city.as_slice()));
    Some(Sentence { areas: vec![area.id], section: section_of(card), text })
}

/// A hidden pocket: the small area and the larger one around it.
pub fn pocket(data: &PlanningData, pocket: &Pocket) -> Option<Sentence> {
    let (card, area) = (data.indicator(pocket.indicator)?, data.area(pocket.area)?);
    let around = data.area(pocket.around)?;
    let own = value(data, card, area, pocket.period)?;
    let whole = data.dataset.value(card.id, around.id, pocket.period);
    let whole = whole.and_then(|_| value(data, card, around, pocket.period));
    let text = taken::pocket(&card.name, (&area.name, &own), (&around.name, whole.as_deref()));
    Some(Sentence { areas: vec![area.id], section: section_of(card), text })
}

fn has_city(line: &Line) -> bool {
    line.city.is_some_and(|city| city.value.is_some())
}

fn bound(reference: &BindingRef) -> String {
    format!("[{reference}]")
}

fn value(data: &PlanningData, card: &Indicator, area: &Area, period: PeriodId) -> Option<String> {
    let period = data.period(period)?.label.clone();
    Some(bound(&BindingRef::Value { indicator: card.code.clone(), area: area_reference(area), period }))
}
