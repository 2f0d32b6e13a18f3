//! Amounts as tables and fields show them; the sums themselves are those of [`crate::programme::plan`].

use crate::domain::{Euro, Massnahme};
use crate::programme::plan;
use std::collections::BTreeSet;

/// The years of the programme and all in which there is money or cost.
pub(super) fn years<'m>(first: i16, last: i16, measures: impl IntoIterator<Item = &'m Massnahme>) -> BTreeSet<i16> {
    (first..=last).chain(plan::years(measures)).collect()
}

/// Digits of an amount without its unit, with a dash for nothing.
pub(super) fn digits_or_dash(amount: Euro) -> String {
    if amount.cents == 0 { crate::text::panel::programm::NONE.to_owned() } else { crate::text::euro_digits(amount) }
}
