//! Amounts as tables and fields show them; the sums themselves are those of [`crate::programme::plan`].

use crate::domain::{Euro, Massnahme};
use crate::programme::plan;
use std::collections::BTreeSet;

/// The years of the programme and all in which there is money or cost.
pub(super) fn years<'m>(first: i16, last: i16, measures: impl IntoIterator<Item = &'m Massnahme>) -> BTreeSet<i16> {
    (first..=last).chain(plan::years(measures)).collect()
}

/// An amount as a number of euros, for fields and bars.
#[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
pub(super) fn euros(amount: Euro) -> f64 {
    amount.cents as f64 / 100.0
}

/// An amount from a field; none where it is negative or beyond all budgets.
#[expect(clippy::cast_possible_truncation, reason = "bounded before")]
pub(super) fn amount(euros: f64) -> Option<Euro> {
    (0.0..1e12).contains(&euros).then(|| Euro { cents: (euros * 100.0).round() as i64 })
}

/// Digits of an amount without its unit: whole euros where there are no cents.
pub(super) fn digits(amount: Euro) -> String {
    crate::text::decimal(euros(amount), if amount.cents % 100 == 0 { 0 } else { 2 })
}

/// Like [`digits`], with a dash for nothing.
pub(super) fn digits_or_dash(amount: Euro) -> String {
    if amount.cents == 0 { crate::text::panel::programm::NONE.to_owned() } else { digits(amount) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_pass_through_fields_unchanged() {
        assert_eq!(amount(euros(Euro { cents: 1_234_567 })), Some(Euro { cents: 1_234_567 }));
        assert_eq!(amount(-1.0), None);
        assert_eq!(digits(Euro { cents: 1_250 }), "12,50");
    }
}
