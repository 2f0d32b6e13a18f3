//! Values that the unit of their indicator cannot have.

use super::Notes;
use super::subject::{Measure, Series, Subject};
use crate::import::issue::{IssueKind, Severity};

pub(super) fn check(subject: &Subject<'_>, series: &Series, notes: &mut Notes) {
    let card = subject.card(series);
    // A quotient of two counts is never negative, whatever it is printed in.
    let quotient = !card.parts.0.is_empty() && !card.parts.1.is_empty();
    let is_count = card.measure == Measure::Count;
    let counted = is_count && (card.names_counted || counts(subject, series));
    let whole = is_count && card.names_counted && mostly_whole(subject, series);
    for row in subject.rows(series) {
        let Some(value) = row.value.get() else { continue };
        let kind = match card.measure {
            Measure::Share if !(0.0..=100.0).contains(&value) => IssueKind::OutsideRange { value },
            Measure::Count if counted && value < 0.0 => IssueKind::NegativeCount { value },
            Measure::Count if whole && !is_whole(value) => IssueKind::FractionOfCount { value },
            Measure::Other if quotient && value < 0.0 => IssueKind::NegativeCount { value },
            Measure::Share | Measure::Count | Measure::Other => continue,
        };
        notes.at(row.cell, Severity::Check, kind);
    }
}

/// Whether the values look like counts: whole, and few below nought. Without a unit nothing else says so.
fn counts(subject: &Subject<'_>, series: &Series) -> bool {
    let values = || subject.rows(series).filter_map(|row| row.value.get());
    let negative = values().filter(|value| *value < 0.0).count();
    negative > 0 && negative * 4 <= values().count() && values().all(is_whole)
}

/// Whether all but a few values are whole: those have another factor or decimal mark. Means of counts are all broken.
fn mostly_whole(subject: &Subject<'_>, series: &Series) -> bool {
    let values = || subject.rows(series).filter_map(|row| row.value.get());
    values().filter(|value| !is_whole(*value)).count() * 4 <= values().count()
}

fn is_whole(value: f64) -> bool {
    value.fract().abs() < 1e-9
}
