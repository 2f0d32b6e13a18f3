//! Sums of money over measures, as the tables show them.

use crate::domain::{CostKind, Euro, FundingSource, FundingState, Massnahme};
use std::collections::BTreeSet;

/// What the Aktionsraumfonds holds per year and Aktionsraum.
pub(super) const FUND_PER_YEAR: Euro = Euro::whole(5_000);

/// Cost of a year and kind; every part may be left open.
pub(super) fn cost<'m>(
    measures: impl IntoIterator<Item = &'m Massnahme>,
    year: Option<i16>,
    kind: Option<CostKind>,
) -> Euro {
    measures
        .into_iter()
        .flat_map(|measure| &measure.kosten)
        .filter(|item| year.is_none_or(|year| item.year == year) && kind.is_none_or(|kind| item.kind == kind))
        .map(|item| item.amount)
        .sum()
}

/// Money of a year and source; every part may be left open.
pub(super) fn funding<'m>(
    measures: impl IntoIterator<Item = &'m Massnahme>,
    year: Option<i16>,
    source: Option<FundingSource>,
) -> Euro {
    measures
        .into_iter()
        .flat_map(|measure| &measure.finanzierung)
        .filter(|item| year.is_none_or(|year| item.year == year) && source.is_none_or(|source| item.source == source))
        .map(|item| item.amount)
        .sum()
}

/// Money per source, without sources that give nothing.
pub(super) fn by_source(measure: &Massnahme) -> Vec<(FundingSource, Euro)> {
    FundingSource::ALL
        .into_iter()
        .map(|source| (source, funding([measure], None, Some(source))))
        .filter(|(_, amount)| amount.cents > 0)
        .collect()
}

/// How sure the money of a source is; the first entry speaks for all.
pub(super) fn state_of(measure: &Massnahme, source: FundingSource) -> Option<FundingState> {
    measure.finanzierung.iter().find(|item| item.source == source).map(|item| item.state)
}

/// The years of the programme and all in which there is money or cost.
pub(super) fn years<'m>(first: i16, last: i16, measures: impl IntoIterator<Item = &'m Massnahme>) -> BTreeSet<i16> {
    (first..=last).chain(measures.into_iter().flat_map(Massnahme::years)).collect()
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
