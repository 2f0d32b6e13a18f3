//! 3.3 Bevölkerung: inhabitants, their change, and what else describes the population.

use super::super::basis::Basis;
use super::super::findings::{self, Reading};
use super::super::resolve::area_reference;
use super::{bound, lage, value_of};
use crate::domain::{BindingRef, SectionKey};
use crate::text::report;

/// Paragraphs of the section.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let mut paragraphs = vec![population(basis)];
    if !findings::section_readings(basis, SectionKey::Bevoelkerung).is_empty() {
        paragraphs.extend(lage::paragraphs(basis, SectionKey::Bevoelkerung));
    }
    paragraphs
}

fn population(basis: &Basis) -> String {
    let Some(area) = basis.area() else { return String::new() };
    let mut cards = basis.data.indicators.iter().filter(|indicator| indicator.is_population);
    let reading = (cards.clone())
        .find_map(|indicator| findings::reading(basis, indicator).filter(|reading| reading.here.value.is_some()));
    let Some(reading) = reading else {
        return report::population_missing(&area.name, cards.next().map(|card| card.name.as_str()));
    };
    let persons = value_of(reading.indicator, area, reading.period);
    let mut sentences = vec![report::population_sentence(&area.name, &reading.period.label, &persons)];
    sentences.extend(change(&reading, &area_reference(area)));
    if let Some(broken) = reading.series_break {
        sentences.push(report::break_sentence(broken.year, &broken.reason));
    }
    sentences.join(" ")
}

fn change(reading: &Reading, area: &str) -> Option<String> {
    let change = reading.change?;
    let difference = bound(&BindingRef::Change {
        indicator: reading.indicator.code.clone(),
        area: area.to_owned(),
        from: change.from.label.clone(),
        to: reading.period.label.clone(),
    });
    Some(report::population_change(&change.from.label, &difference, lage::trend(reading, change.difference)))
}
