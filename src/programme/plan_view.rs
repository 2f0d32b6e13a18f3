//! What the panels of goals, measures and money show beside the stored plan, computed once per change.

use super::basis::Basis;
use super::priority::{PriorityScore, priority};
use super::scenario::{ScenarioComparison, scenarios};
use super::smart::{SmartPoint, smart};
use super::{figures, plan};
use crate::chart::ChartSpec;
use crate::domain::{Euro, Handlungsprogramm, MassnahmeId, ZielId, ZielKind};
use std::collections::{BTreeMap, BTreeSet};

/// Everything computed about goals, measures and money of one programme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanView {
    /// The five letters of each Handlungsziel.
    pub smart: BTreeMap<ZielId, Vec<SmartPoint>>,
    /// The points of each measure.
    pub priorities: BTreeMap<MassnahmeId, PriorityScore>,
    /// Choices of measures side by side.
    pub scenarios: ScenarioComparison,
    /// Measures over quarters, as the document draws them.
    pub gantt: Option<ChartSpec>,
    /// Cost per year and kind.
    pub costs: Option<ChartSpec>,
    /// Money per year and source.
    pub funding: Option<ChartSpec>,
    /// What all programmes together take from the yearly budget.
    pub budget: Vec<BudgetYear>,
}

/// The yearly budget in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BudgetYear {
    /// Year.
    pub year: i16,
    /// What the programme of the area takes.
    pub own: Euro,
    /// What all programmes take, this one among them.
    pub all: Euro,
}

/// Computes it.
pub fn plan_view(basis: &Basis) -> PlanView {
    let goals = basis.programme.ziele.iter().filter(|ziel| match ziel.kind {
        ZielKind::Leitziel => false,
        ZielKind::Handlungsziel { .. } => true,
    });
    PlanView {
        smart: goals.map(|ziel| (ziel.id, smart(basis, ziel))).collect(),
        priorities: basis.massnahmen().into_iter().map(|m| (m.id, priority(basis, m))).collect(),
        scenarios: scenarios(basis),
        gantt: figures::gantt(basis),
        costs: figures::costs(basis),
        funding: figures::funding(basis),
        budget: budget(basis),
    }
}

/// The years of the programme and all in which it draws on the budget.
pub(super) fn budget(basis: &Basis) -> Vec<BudgetYear> {
    let own = basis.programme;
    let years: BTreeSet<i16> = (own.first_year..=own.last_year).chain(plan::years(&own.massnahmen)).collect();
    let of = |programme: &Handlungsprogramm, year| plan::from_budget(&programme.massnahmen, year);
    years
        .into_iter()
        .map(|year| BudgetYear {
            year,
            own: of(own, year),
            all: basis.programmes.iter().map(|programme| of(programme, year)).sum(),
        })
        .collect()
}
