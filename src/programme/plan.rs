//! The plans of a programme: measures for a need, goals, sums of money per year, kind and source. The only place where
//! money is added up: panels, checks and documents show these sums.

use crate::domain::{
    CostKind, Euro, FundingSource, FundingState, Handlungsprogramm, Indicator, Massnahme, YearBalance, Ziel, ZielId,
    ZielKind,
};
use std::collections::BTreeSet;

/// Measures that aim at a need: by their own indicator, or by that of their Handlungsziel.
pub(super) fn measures_for<'a>(programme: &'a Handlungsprogramm, indicator: &Indicator) -> Vec<&'a Massnahme> {
    by_number(programme).into_iter().filter(|massnahme| aims_at(programme, massnahme, indicator)).collect()
}

/// Measures by number.
pub(super) fn by_number(programme: &Handlungsprogramm) -> Vec<&Massnahme> {
    let mut massnahmen: Vec<&Massnahme> = programme.massnahmen.iter().collect();
    massnahmen.sort_by_key(|massnahme| massnahme.number);
    massnahmen
}

/// Whether a measure aims at a need: by its own indicator, or by that of its Handlungsziel.
pub(super) fn aims_at(programme: &Handlungsprogramm, massnahme: &Massnahme, indicator: &Indicator) -> bool {
    let of_goal = |ziel| goal(programme, ziel).is_some_and(|ziel| ziel.indicator == indicator.code);
    massnahme.indikator == indicator.code || massnahme.ziel.is_some_and(of_goal)
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
pub fn years<'m>(massnahmen: impl IntoIterator<Item = &'m Massnahme>) -> BTreeSet<i16> {
    massnahmen.into_iter().flat_map(Massnahme::years).collect()
}

/// Cost by year and kind; every part may be left open.
pub fn cost<'m>(
    massnahmen: impl IntoIterator<Item = &'m Massnahme>,
    year: Option<i16>,
    kind: Option<CostKind>,
) -> Euro {
    massnahmen
        .into_iter()
        .flat_map(|massnahme| &massnahme.kosten)
        .filter(|item| year.is_none_or(|year| item.year == year) && kind.is_none_or(|kind| item.kind == kind))
        .map(|item| item.amount)
        .sum()
}

/// Money by year and source; every part may be left open.
pub fn funding<'m>(
    massnahmen: impl IntoIterator<Item = &'m Massnahme>,
    year: Option<i16>,
    source: Option<FundingSource>,
) -> Euro {
    massnahmen
        .into_iter()
        .flat_map(|massnahme| &massnahme.finanzierung)
        .filter(|item| year.is_none_or(|year| item.year == year) && source.is_none_or(|source| item.source == source))
        .map(|item| item.amount)
        .sum()
}

/// Money per source, of a year or in all, without sources that give nothing.
pub fn by_source(massnahme: &Massnahme, year: Option<i16>) -> Vec<(FundingSource, Euro)> {
    FundingSource::ALL
        .into_iter()
        .map(|source| (source, funding([massnahme], year, Some(source))))
        .filter(|(_, amount)| amount.cents > 0)
        .collect()
}

/// How sure the money of a source is; the first entry speaks for all.
pub fn state_of(massnahme: &Massnahme, source: FundingSource) -> Option<FundingState> {
    massnahme.finanzierung.iter().find(|item| item.source == source).map(|item| item.state)
}

/// Costs that no funding may pay for, by year or in all.
pub fn excluded<'m>(massnahmen: impl IntoIterator<Item = &'m Massnahme>, year: Option<i16>) -> Euro {
    massnahmen
        .into_iter()
        .flat_map(|massnahme| &massnahme.ausgeschlossen)
        .filter(|item| year.is_none_or(|year| item.year == year))
        .map(|item| item.amount)
        .sum()
}

/// Cost that no money stands against, of a year or in all. Money of one measure never pays another, but its surplus of
/// one year covers its gap of another, except for the Aktionsraumfonds, which is an amount of each year: over all years
/// this is the sum of the measures' open amounts. That years differ is said by [`shifted_years`].
pub fn open<'m>(massnahmen: impl IntoIterator<Item = &'m Massnahme>, year: Option<i16>) -> Euro {
    let of = |massnahme: &Massnahme| match year {
        Some(year) => open_of(massnahme, year),
        None => massnahme.open_amount(),
    };
    massnahmen.into_iter().map(of).sum()
}

/// Cost of a measure in a year that no money stands against.
pub(super) fn open_of(massnahme: &Massnahme, year: i16) -> Euro {
    let mut remaining = massnahme.open_amount().cents;
    for earlier in massnahme.years() {
        let cost = cost([massnahme], Some(earlier), None).cents;
        let gap = (cost - funding([massnahme], Some(earlier), None).cents).clamp(0, remaining);
        if earlier == year {
            return Euro { cents: gap };
        }
        remaining -= gap;
    }
    Euro::default()
}

/// Years of a measure whose costs exceed their money, and those with more money than costs, each with the amount: money
/// of one year does not pay for another by itself. Empty where there are not both.
pub fn shifted_years(massnahme: &Massnahme) -> Vec<(i16, YearBalance)> {
    let of = |year: i16| (funding([massnahme], Some(year), None) - cost([massnahme], Some(year), None)).cents;
    let balances: Vec<(i16, YearBalance)> = massnahme
        .years()
        .into_iter()
        .filter_map(|year| match of(year) {
            0 => None,
            cents if cents < 0 => Some((year, YearBalance::Lacks(Euro { cents: -cents }))),
            cents => Some((year, YearBalance::Exceeds(Euro { cents }))),
        })
        .collect();
    let lacks = balances.iter().any(|(_, balance)| matches!(balance, YearBalance::Lacks(_)));
    let exceeds = balances.iter().any(|(_, balance)| matches!(balance, YearBalance::Exceeds(_)));
    if lacks && exceeds { balances } else { Vec::new() }
}

/// Own share of the money in percent.
pub fn own_share_percent<'m>(massnahmen: impl IntoIterator<Item = &'m Massnahme> + Clone) -> Option<f64> {
    let all = funding(massnahmen.clone(), None, None).cents;
    let own = funding(massnahmen, None, Some(FundingSource::Eigenanteil)).cents;
    #[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
    (all > 0).then(|| own as f64 / all as f64 * 100.0)
}

/// What the yearly budget of all Aktionsräume pays in a year: Projektmittel and Aktionsraumfonds.
pub fn from_budget<'m>(massnahmen: impl IntoIterator<Item = &'m Massnahme> + Clone, year: i16) -> Euro {
    funding(massnahmen.clone(), Some(year), Some(FundingSource::Projektbudget))
        + funding(massnahmen, Some(year), Some(FundingSource::Aktionsraumfonds))
}

/// Own share that is missing where a co-funder (foundation, company) pays along; none where there is no co-funder or
/// the share is large enough.
pub fn missing_own_share(massnahme: &Massnahme, percent: u8) -> Option<Euro> {
    let from = |source| funding([massnahme], None, Some(source)).cents;
    // Rounded up: a cent less would be too little.
    let needed = (massnahme.total_cost().cents * i64::from(percent) + 99) / 100;
    let missing = needed - from(FundingSource::Eigenanteil);
    (from(FundingSource::Dritte) > 0 && missing > 0).then_some(Euro { cents: missing })
}

/// Funding that pays for excluded costs: what Förderung and co-funders give beyond the costs that they may pay for.
pub fn funded_excluded(massnahme: &Massnahme) -> Option<Euro> {
    let outside = [FundingSource::Foerderung, FundingSource::Dritte];
    let given: Euro = outside.into_iter().map(|source| funding([massnahme], None, Some(source))).sum();
    let beyond = given - (massnahme.total_cost() - excluded([massnahme], None));
    (excluded([massnahme], None).cents > 0 && beyond.cents > 0).then_some(beyond)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CostItem, FundingItem, Handlungsfeld, MassnahmeId, YearAmount};

    fn measure(id: i64) -> Massnahme {
        Massnahme::new(MassnahmeId(id), 1, "M", Handlungsfeld::Arbeit)
    }

    fn cost_of(year: i16, euros: i64) -> CostItem {
        CostItem { year, kind: CostKind::Sach, amount: Euro::whole(euros) }
    }

    fn money(year: i16, source: FundingSource, euros: i64) -> FundingItem {
        FundingItem { year, source, state: FundingState::Geplant, amount: Euro::whole(euros) }
    }

    #[test]
    fn open_amounts_of_the_years_add_up_to_that_of_the_measure() {
        let massnahme = Massnahme {
            kosten: vec![cost_of(2027, 10), cost_of(2028, 10)],
            finanzierung: vec![money(2028, FundingSource::Dritte, 16)],
            ..measure(1)
        };
        assert_eq!(open([&massnahme], Some(2027)), Euro::whole(4));
        assert_eq!(open([&massnahme], Some(2028)), Euro::default());
        assert_eq!(open([&massnahme], None), Euro::whole(4));
    }

    #[test]
    fn years_whose_costs_exceed_their_money_are_named_although_the_sums_match() {
        let with = |years: [i16; 2], cents: [i64; 2]| Massnahme {
            kosten: vec![cost_of(2027, 20), cost_of(2028, 20)],
            finanzierung: (0..2).map(|at| money(years[at], FundingSource::Projektbudget, cents[at])).collect(),
            ..measure(1)
        };
        let shifted = shifted_years(&with([2027, 2028], [32, 8]));
        let expected = [YearBalance::Exceeds(Euro::whole(12)), YearBalance::Lacks(Euro::whole(12))];
        assert_eq!(shifted, [(2027, expected[0]), (2028, expected[1])]);
        assert!(shifted_years(&with([2027, 2028], [20, 20])).is_empty());
        assert!(shifted_years(&with([2027, 2028], [20, 10])).is_empty(), "the open amount says so");
        assert!(shifted_years(&with([2027, 2028], [25, 20])).is_empty(), "too much in all is said elsewhere");
    }

    #[test]
    fn years_that_differ_are_named_although_something_is_open_over_all_years() {
        let massnahme = Massnahme {
            kosten: vec![cost_of(2027, 9_000), cost_of(2028, 8_000)],
            finanzierung: vec![
                money(2027, FundingSource::Aktionsraumfonds, 6_000),
                money(2027, FundingSource::Projektbudget, 9_000),
            ],
            ..measure(1)
        };
        assert_eq!(open([&massnahme], None), Euro::whole(2_000));
        let expected = [YearBalance::Exceeds(Euro::whole(6_000)), YearBalance::Lacks(Euro::whole(8_000))];
        assert_eq!(shifted_years(&massnahme), [(2027, expected[0]), (2028, expected[1])]);
    }

    #[test]
    fn what_a_year_leaves_of_the_aktionsraumfonds_pays_for_no_other_year() {
        let with = |source| Massnahme {
            kosten: vec![cost_of(2027, 1_000), cost_of(2028, 4_000)],
            finanzierung: vec![money(2027, source, 5_000)],
            ..measure(1)
        };
        let of_fund = with(FundingSource::Aktionsraumfonds);
        assert_eq!(open([&of_fund], None), Euro::whole(4_000));
        assert_eq!(open([&of_fund], Some(2027)), Euro::default());
        assert_eq!(open([&of_fund], Some(2028)), Euro::whole(4_000));
        assert_eq!(open([&with(FundingSource::Foerderung)], None), Euro::default());
    }

    #[test]
    fn a_co_funder_asks_for_an_own_share_of_the_cost() {
        let with = |own, third| Massnahme {
            kosten: vec![cost_of(2027, 1_000)],
            finanzierung: vec![money(2027, FundingSource::Eigenanteil, own), money(2027, FundingSource::Dritte, third)],
            ..measure(1)
        };
        assert_eq!(missing_own_share(&with(150, 500), 20), Some(Euro::whole(50)));
        assert_eq!(missing_own_share(&with(200, 500), 20), None);
        assert_eq!(missing_own_share(&with(0, 0), 20), None, "nobody pays along");
    }

    #[test]
    fn funding_must_not_pay_for_excluded_costs() {
        let with = |funded| Massnahme {
            kosten: vec![cost_of(2027, 1_000)],
            ausgeschlossen: vec![YearAmount { year: 2027, amount: Euro::whole(300) }],
            finanzierung: vec![money(2027, FundingSource::Foerderung, funded)],
            ..measure(1)
        };
        assert_eq!(funded_excluded(&with(800)), Some(Euro::whole(100)));
        assert_eq!(funded_excluded(&with(700)), None);
    }
}
