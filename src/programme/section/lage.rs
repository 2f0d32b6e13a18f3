//! 2.2 to 2.4: the situation, indicator by indicator, beside Stadtbezirk and city and over time.

use super::super::basis::Basis;
use super::super::findings::{self, Reading};
use super::super::outline::section_of;
use super::super::resolve::area_reference;
use super::{bound, value_of};
use crate::domain::{BindingRef, Direction, Observation, SectionKey};
use crate::text::report::{self, AgainstCity, Trend};

/// Paragraphs of the section: an overview, then one paragraph per indicator.
pub(super) fn paragraphs(basis: &Basis, section: SectionKey) -> Vec<String> {
    let readings: Vec<Reading> = basis
        .data
        .indicators
        .iter()
        .filter(|indicator| section_of(indicator) == section)
        .filter_map(|indicator| findings::reading(basis, indicator))
        .collect();
    if readings.is_empty() {
        return vec![report::no_values()];
    }
    let mut paragraphs = vec![opening(&readings)];
    paragraphs.extend(readings.iter().enumerate().map(|(variant, reading)| paragraph(basis, variant, reading)));
    paragraphs
}

fn opening(readings: &[Reading]) -> String {
    let is_burdened = |reading: &&Reading| match reading.against_city {
        AgainstCity::Burdened { .. } => true,
        AgainstCity::Favourable { .. }
        | AgainstCity::Equal
        | AgainstCity::Higher
        | AgainstCity::Lower
        | AgainstCity::Unknown => false,
    };
    let is_compared = |reading: &&Reading| match reading.against_city {
        AgainstCity::Burdened { .. } | AgainstCity::Favourable { .. } | AgainstCity::Equal => true,
        AgainstCity::Higher | AgainstCity::Lower | AgainstCity::Unknown => false,
    };
    report::situation_opening(readings.iter().filter(is_burdened).count(), readings.iter().filter(is_compared).count())
}

/// The paragraph of one indicator.
pub(super) fn paragraph(basis: &Basis, variant: usize, reading: &Reading) -> String {
    let Some(area) = basis.area() else { return String::new() };
    let name = report::brackets(&reading.indicator.name);
    let city = basis.data.city().filter(|_| has_value(reading.city));
    let city = city.map(|city| value_of(reading.indicator, city, reading.period));
    if !has_value(Some(reading.here)) {
        return report::missing_sentence(&name, &reading.period.label, reading.here.status, city.as_deref());
    }
    let here = value_of(reading.indicator, area, reading.period);
    let label = &reading.period.label;
    let mut sentences =
        vec![report::value_sentence(variant, &name, label, &here, city.as_deref(), reading.against_city)];
    if let (Some(bezirk), true) = (basis.stadtbezirk(), has_value(reading.bezirk)) {
        let value = value_of(reading.indicator, bezirk, reading.period);
        sentences.push(report::bezirk_sentence(variant, &bezirk.name, &value));
    }
    sentences.extend(place(basis, variant, reading));
    sentences.extend(change(variant, reading, &area_reference(area)));
    if let Some(broken) = reading.series_break {
        sentences.push(report::break_sentence(broken.year, &broken.reason));
    }
    sentences.join(" ")
}

fn has_value(observation: Option<Observation>) -> bool {
    observation.is_some_and(|observation| observation.value.is_some() && observation.status.has_value())
}

fn place(basis: &Basis, variant: usize, reading: &Reading) -> Option<String> {
    let area = basis.area()?;
    reading.place?;
    match reading.indicator.direction {
        Direction::Context => None,
        Direction::HighIsNeed | Direction::LowIsNeed => {
            let reference = bound(&BindingRef::Place {
                indicator: reading.indicator.code.clone(),
                area: area_reference(area),
                period: reading.period.label.clone(),
            });
            Some(report::place_sentence(variant, area.level, &reference))
        }
    }
}

fn change(variant: usize, reading: &Reading, area: &str) -> Option<String> {
    let change = reading.change?;
    let difference = bound(&BindingRef::Change {
        indicator: reading.indicator.code.clone(),
        area: area.to_owned(),
        from: change.from.label.clone(),
        to: reading.period.label.clone(),
    });
    Some(report::change_sentence(variant, &change.from.label, &difference, trend(reading, change.difference)))
}

/// Direction of a change as it prints.
pub(super) fn trend(reading: &Reading, difference: f64) -> Trend {
    let printed = crate::text::fixed(difference.abs(), reading.indicator.decimals);
    if printed.bytes().all(|b| !(b'1'..=b'9').contains(&b)) {
        return Trend::Flat;
    }
    let rising = difference > 0.0;
    let burdening = match reading.indicator.direction {
        Direction::Context => None,
        Direction::HighIsNeed => Some(rising),
        Direction::LowIsNeed => Some(!rising),
    };
    Trend::Moves { rising, burdening }
}
