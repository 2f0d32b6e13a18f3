//! The plans of a programme: measures for a need, sums per year, kind and source.

use super::basis::Basis;
use crate::domain::{CostKind, Euro, FundingSource, Handlungsprogramm, Indicator, Massnahme, Ziel, ZielId, ZielKind};
use std::collections::BTreeSet;

/// Measures that aim at a need: by their own indicator, or by that of their Handlungsziel.
pub(super) fn measures_for<'a>(basis: &Basis<'a>, indicator: &Indicator) -> Vec<&'a Massnahme> {
    let aims = |massnahme: &&Massnahme| {
        massnahme.indikator == indicator.code
            || massnahme
                .ziel
                .and_then(|ziel| goal(basis.programme, ziel))
                .is_some_and(|ziel| ziel.indicator == indicator.code)
    };
    basis.massnahmen().into_iter().filter(aims).collect()
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

/// Cost of a year that no money of the same measure and year stands against. Money of one measure never pays another.
pub(super) fn open_in(programme: &Handlungsprogramm, year: i16) -> Euro {
    programme
        .massnahmen
        .iter()
        .map(|massnahme| {
            let cost: i64 = massnahme.kosten.iter().filter(|i| i.year == year).map(|i| i.amount.cents).sum();
            let money: i64 = massnahme.finanzierung.iter().filter(|i| i.year == year).map(|i| i.amount.cents).sum();
            Euro { cents: (cost - money).max(0) }
        })
        .sum()
}

/// Cost of all measures and years that no money stands against.
pub(super) fn open_total(programme: &Handlungsprogramm) -> Euro {
    years(programme).into_iter().map(|year| open_in(programme, year)).sum()
}

/// Own share of the money in percent.
pub(super) fn own_share_percent(programme: &Handlungsprogramm) -> Option<f64> {
    let all = funding(programme, None, None).cents;
    let own = funding(programme, None, Some(FundingSource::Eigenanteil)).cents;
    #[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
    (all > 0).then(|| own as f64 / all as f64 * 100.0)
}
