//! The plans of a programme: measures for a need, sums per year, kind and source.

use crate::domain::{CostKind, Euro, FundingSource, Handlungsprogramm, Indicator, Massnahme, Ziel, ZielId, ZielKind};
use std::collections::BTreeSet;

/// Measures that aim at a need: by their own indicator, or by that of their Handlungsziel.
pub(super) fn measures_for<'a>(programme: &'a Handlungsprogramm, indicator: &Indicator) -> Vec<&'a Massnahme> {
    let aims = |massnahme: &&Massnahme| {
        massnahme.indikator == indicator.code
            || massnahme
                .ziel
                .and_then(|ziel| goal(programme, ziel))
                .is_some_and(|ziel| ziel.indicator == indicator.code)
    };
    by_number(programme).into_iter().filter(aims).collect()
}

/// Measures by number.
pub(super) fn by_number(programme: &Handlungsprogramm) -> Vec<&Massnahme> {
    let mut massnahmen: Vec<&Massnahme> = programme.massnahmen.iter().collect();
    massnahmen.sort_by_key(|massnahme| massnahme.number);
    massnahmen
}

/// The goal with this identity.
pub(super) fn goal(programme: &Handlungsprogramm, id: ZielId) -> Option<&Ziel> {
    programme.ziele.iter().find(|ziel| ziel.id == id)
}

/// Leitziele with their Handlungsziele, in the order of the programme.
pub(super) fn goal_tree(programme: &Handlungsprogramm) -> Vec<(&Ziel, Vec<&Ziel>)> {
    programme
        .ziele
        .iter()
        .filter(|ziel| ziel.kind == ZielKind::Leitziel)
        .map(|leitziel| {
            let below = programme.ziele.iter().filter(|ziel| match ziel.kind {
                ZielKind::Leitziel => false,
                ZielKind::Handlungsziel { parent } => parent == leitziel.id,
            });
            (leitziel, below.collect())
        })
        .collect()
}

/// Years in which there is cost or money, ascending.
pub(super) fn years(programme: &Handlungsprogramm) -> BTreeSet<i16> {
    programme.massnahmen.iter().flat_map(Massnahme::years).collect()
}

/// Cost by year and kind; every part may be left open.
pub(super) fn cost(programme: &Handlungsprogramm, year: Option<i16>, kind: Option<CostKind>) -> Euro {
    programme
        .massnahmen
        .iter()
        .flat_map(|massnahme| &massnahme.kosten)
        .filter(|item| year.is_none_or(|year| item.year == year) && kind.is_none_or(|kind| item.kind == kind))
        .map(|item| item.amount)
        .sum()
}

/// Money by year and source; every part may be left open.
pub(super) fn funding(programme: &Handlungsprogramm, year: Option<i16>, source: Option<FundingSource>) -> Euro {
    programme
        .massnahmen
        .iter()
        .flat_map(|massnahme| &massnahme.finanzierung)
        .filter(|item| year.is_none_or(|year| item.year == year) && source.is_none_or(|source| item.source == source))
        .map(|item| item.amount)
        .sum()
}

/// Cost by year that no money stands against. Money of one measure never pays another, but its surplus of one year
/// covers its gap of another: over all years this is the sum of the measures' open amounts.
pub(super) fn open_in(programme: &Handlungsprogramm, year: i16) -> Euro {
    programme.massnahmen.iter().map(|massnahme| open_of(massnahme, year)).sum()
}

fn open_of(massnahme: &Massnahme, year: i16) -> Euro {
    let mut remaining = massnahme.open_amount().cents;
    for earlier in massnahme.years() {
        let cost: i64 = massnahme.kosten.iter().filter(|i| i.year == earlier).map(|i| i.amount.cents).sum();
        let money: i64 = massnahme.finanzierung.iter().filter(|i| i.year == earlier).map(|i| i.amount.cents).sum();
        let gap = (cost - money).clamp(0, remaining);
        if earlier == year {
            return Euro { cents: gap };
        }
        remaining -= gap;
    }
    Euro::default()
}

/// Cost of all measures that no money stands against.
pub(super) fn open_total(programme: &Handlungsprogramm) -> Euro {
    programme.massnahmen.iter().map(Massnahme::open_amount).sum()
}

/// Own share of the money in percent.
pub(super) fn own_share_percent(programme: &Handlungsprogramm) -> Option<f64> {
    let all = funding(programme, None, None).cents;
    let own = funding(programme, None, Some(FundingSource::Eigenanteil)).cents;
    #[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
    (all > 0).then(|| own as f64 / all as f64 * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CostItem, FundingItem, FundingState, Handlungsfeld, MassnahmeId};

    #[test]
    fn open_amounts_of_the_years_add_up_to_that_of_the_measure() {
        let cost = |year, euros| CostItem { year, kind: CostKind::Sach, amount: Euro::whole(euros) };
        let money = |year, euros| FundingItem {
            year,
            source: FundingSource::Dritte,
            state: FundingState::Geplant,
            amount: Euro::whole(euros),
        };
        let massnahme = Massnahme {
            kosten: vec![cost(2027, 10), cost(2028, 10)],
            finanzierung: vec![money(2028, 16)],
            ..Massnahme::new(MassnahmeId(1), 1, "M", Handlungsfeld::Arbeit)
        };
        assert_eq!(open_of(&massnahme, 2027), Euro::whole(4));
        assert_eq!(open_of(&massnahme, 2028), Euro::default());
        assert_eq!(massnahme.open_amount(), Euro::whole(4));
    }
}
