//! Money of a measure by year: planned, granted, spent.

use crate::domain::{Euro, FundingState, Massnahme, Mittelabfluss};
use std::collections::BTreeSet;

/// Money of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearMoney {
    /// The year; 0 for a sum over years.
    pub year: i16,
    /// Cost as planned.
    pub planned: Euro,
    /// Money that is granted.
    pub granted: Euro,
    /// Money that was spent.
    pub spent: Euro,
}

impl YearMoney {
    /// The sum over years.
    pub fn total(years: &[YearMoney]) -> YearMoney {
        YearMoney {
            year: 0,
            planned: years.iter().map(|year| year.planned).sum(),
            granted: years.iter().map(|year| year.granted).sum(),
            spent: years.iter().map(|year| year.spent).sum(),
        }
    }
}

/// The years of a measure in which money is planned, granted or spent, ascending.
pub(super) fn years(massnahme: &Massnahme, spendings: &[Mittelabfluss]) -> Vec<YearMoney> {
    let own = || spendings.iter().filter(|entry| entry.massnahme == massnahme.id);
    let years: BTreeSet<i16> = massnahme.years().into_iter().chain(own().map(|entry| entry.year)).collect();
    let granted = |year| {
        let items = massnahme.finanzierung.iter().filter(move |item| item.year == year);
        items.filter(|item| item.state == FundingState::Bewilligt).map(|item| item.amount).sum()
    };
    years
        .into_iter()
        .map(|year| YearMoney {
            year,
            planned: massnahme.kosten.iter().filter(|item| item.year == year).map(|item| item.amount).sum(),
            granted: granted(year),
            spent: own().filter(|entry| entry.year == year).map(|entry| entry.amount).sum(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CostItem, CostKind, FundingItem, FundingSource, Handlungsfeld, MassnahmeId, MittelabflussId};

    #[test]
    fn only_granted_money_counts_as_granted_and_repayments_lower_what_was_spent() {
        let fund = |state, euros| FundingItem {
            year: 2027,
            source: FundingSource::Projektbudget,
            state,
            amount: Euro::whole(euros),
        };
        let massnahme = Massnahme {
            kosten: vec![CostItem { year: 2027, kind: CostKind::Sach, amount: Euro::whole(900) }],
            finanzierung: vec![fund(FundingState::Bewilligt, 500), fund(FundingState::Beantragt, 400)],
            ..Massnahme::new(MassnahmeId(1), 1, "M", Handlungsfeld::Arbeit)
        };
        let spent = |id, massnahme, year, euros| Mittelabfluss {
            id: MittelabflussId(id),
            massnahme: MassnahmeId(massnahme),
            year,
            date: jiff::civil::date(year, 5, 1),
            amount: Euro::whole(euros),
            note: String::new(),
            demonstration: false,
        };
        let entries = [spent(1, 1, 2027, 300), spent(2, 1, 2027, -50), spent(3, 2, 2027, 99), spent(4, 1, 2028, 20)];
        let found = years(&massnahme, &entries);
        let euros = |planned, granted, spent| [planned, granted, spent].map(Euro::whole);
        let amounts: Vec<_> = found.iter().map(|year| [year.planned, year.granted, year.spent]).collect();
        assert_eq!(amounts, [euros(900, 500, 250), euros(0, 0, 20)]);
        assert_eq!(YearMoney::total(&found).spent, Euro::whole(270));
    }
}
