//! Scenarios: choices of measures side by side. What they cost, what stays open, which needs they answer, and which
//! goals are left without a measure.

use super::basis::Basis;
use super::findings::{TOP_NEEDS, drivers};
use super::plan;
use crate::domain::{CostKind, Euro, Massnahme, MassnahmeId, Szenario, Szenarioauswahl, Ziel, ZielKind};
use crate::text::euro;
use crate::text::report::{measure_number, scenario as words};
use std::collections::BTreeSet;

/// What a choice of measures comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioResult {
    /// The choice.
    pub scenario: Szenario,
    /// Whether it is kept in the programme; the others follow from the measures.
    pub stored: bool,
    /// Measures by number.
    pub massnahmen: Vec<MassnahmeId>,
    /// Cost by year, in the order of [`ScenarioComparison::years`].
    pub cost: Vec<Euro>,
    /// Cost by kind, in the order of [`CostKind::ALL`].
    pub cost_by_kind: Vec<Euro>,
    /// Cost of all years.
    pub total: Euro,
    /// Cost that no money stands against, by year.
    pub open: Vec<Euro>,
    /// The same of all years.
    pub open_total: Euro,
    /// What the yearly budget of the city has to pay, by year.
    pub from_budget: Vec<Euro>,
    /// Needs that a measure answers.
    pub needs_answered: Vec<String>,
    /// Needs that none answers.
    pub needs_open: Vec<String>,
    /// Handlungsziele that no measure serves.
    pub goals_without: Vec<String>,
    /// Numbers of measures that wait for one which is not part of the choice.
    pub waiting: Vec<u32>,
}

/// Choices side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScenarioComparison {
    /// Years in which any measure has cost or money, ascending.
    pub years: Vec<i16>,
    /// The choices: those that follow from the measures, then the stored ones.
    pub results: Vec<ScenarioResult>,
}

/// A line of the comparison as tables show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioLine {
    /// What is compared.
    pub label: String,
    /// One cell per choice.
    pub cells: Vec<String>,
    /// Whether the line is a sum.
    pub strong: bool,
}

/// A need or goal, and which choices answer it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioMark {
    /// Name of the need, or the goal in a sentence.
    pub label: String,
    /// Whether it is a goal.
    pub is_goal: bool,
    /// Whether a measure of the choice answers it, in the order of [`ScenarioComparison::results`].
    pub answered: Vec<bool>,
}

/// A list of names of a choice.
type Names = fn(&ScenarioResult) -> &[String];

impl ScenarioComparison {
    /// The needs, and the goals that some choice leaves without a measure: what each choice answers.
    pub fn marks(&self) -> Vec<ScenarioMark> {
        let in_order = |lists: Vec<&[String]>| {
            let mut labels: Vec<String> = Vec::new();
            for label in lists.into_iter().flatten() {
                if !labels.contains(label) {
                    labels.push(label.clone());
                }
            }
            labels
        };
        let all = |list: Names| self.results.iter().map(list).collect::<Vec<_>>();
        let mark = |label: String, is_goal: bool, open: Names| {
            let answered = self.results.iter().map(|result| !open(result).contains(&label)).collect();
            ScenarioMark { label, is_goal, answered }
        };
        let open: Names = |result| &result.needs_open;
        let without: Names = |result| &result.goals_without;
        let needs = in_order(all(|result| &result.needs_answered).into_iter().chain(all(open)).collect());
        let goals = in_order(all(without));
        let needs = needs.into_iter().map(|label| mark(label, false, open));
        needs.chain(goals.into_iter().map(|label| mark(label, true, without))).collect()
    }

    /// The comparison line by line, of the choices that `keep` lets through: numbers and sums, then lists of names.
    pub fn lines(&self, keep: impl Fn(&ScenarioResult) -> bool) -> Vec<ScenarioLine> {
        let mut lines = self.numbers(&keep);
        let shown: Vec<&ScenarioResult> = self.results.iter().filter(|result| keep(result)).collect();
        let plain =
            |names: &[String]| names.iter().map(|name| name.trim_end_matches('.')).collect::<Vec<_>>().join("; ");
        let list = |names: &[String]| if names.is_empty() { words::NONE.to_owned() } else { plain(names) };
        let line = |label: &str, names: Names| ScenarioLine {
            label: label.to_owned(),
            cells: shown.iter().map(|result| list(names(result))).collect(),
            strong: false,
        };
        lines.push(line(words::NEEDS, |result| &result.needs_answered));
        lines.push(line(words::NEEDS_OPEN, |result| &result.needs_open));
        lines.push(line(words::GOALS_WITHOUT, |result| &result.goals_without));
        lines
    }

    /// The lines that hold numbers.
    pub fn numbers(&self, keep: impl Fn(&ScenarioResult) -> bool) -> Vec<ScenarioLine> {
        let shown: Vec<&ScenarioResult> = self.results.iter().filter(|result| keep(result)).collect();
        let line = |label: String, strong: bool, cell: &dyn Fn(&ScenarioResult) -> String| ScenarioLine {
            label,
            cells: shown.iter().map(|result| cell(result)).collect(),
            strong,
        };
        let amount = |amounts: &[Euro], at: usize| euro(amounts.get(at).copied().unwrap_or_default());
        let list = |names: &[String]| if names.is_empty() { words::NONE.to_owned() } else { names.join("; ") };
        let numbers = |numbers: &[u32]| list(&numbers.iter().map(|n| measure_number(*n)).collect::<Vec<_>>());
        let mut lines = vec![line(words::MEASURES.to_owned(), false, &|r| r.massnahmen.len().to_string())];
        for (at, year) in self.years.iter().enumerate() {
            lines.push(line(words::cost_of(*year), false, &|r| amount(&r.cost, at)));
        }
        lines.push(line(words::COST_TOTAL.to_owned(), true, &|r| euro(r.total)));
        lines.push(line(words::OPEN_TOTAL.to_owned(), true, &|r| euro(r.open_total)));
        for (at, year) in self.years.iter().enumerate() {
            lines.push(line(words::budget_of(*year), false, &|r| amount(&r.from_budget, at)));
        }
        lines.push(line(words::WAITING.to_owned(), false, &|r| numbers(&r.waiting)));
        lines
    }
}

/// Compares the three choices that follow from the measures and those that the programme keeps. A kept one stands in
/// place of the one that follows where both have the same name.
pub fn scenarios(basis: &Basis) -> ScenarioComparison {
    let stored = &basis.programme.szenarien;
    let years: Vec<i16> = plan::years(&basis.programme.massnahmen).into_iter().collect();
    let standard = Szenario::standard(|auswahl| words::name(auswahl).to_owned());
    let given = standard.iter().filter(|standard| stored.iter().all(|kept| kept.name != standard.name));
    let results = given
        .map(|scenario| (scenario, false))
        .chain(stored.iter().map(|scenario| (scenario, true)))
        .map(|(scenario, stored)| result(basis, scenario, stored, &years))
        .collect();
    ScenarioComparison { years, results }
}

/// The measures of a choice, by number.
pub fn chosen<'a>(basis: &Basis<'a>, auswahl: &Szenarioauswahl) -> Vec<&'a Massnahme> {
    let belongs = |massnahme: &&Massnahme| match auswahl {
        Szenarioauswahl::Alle => true,
        Szenarioauswahl::Schluessel => massnahme.schluesselmassnahme,
        Szenarioauswahl::Gedeckt => massnahme.total_cost().cents > 0 && massnahme.open_amount().cents == 0,
        Szenarioauswahl::Eigene(ids) => ids.contains(&massnahme.id),
    };
    basis.massnahmen().into_iter().filter(belongs).collect()
}

fn result(basis: &Basis, scenario: &Szenario, stored: bool, years: &[i16]) -> ScenarioResult {
    let massnahmen = chosen(basis, &scenario.auswahl);
    let ids: BTreeSet<MassnahmeId> = massnahmen.iter().map(|massnahme| massnahme.id).collect();
    let all = || massnahmen.iter().copied();
    let by_year = |amount: &dyn Fn(i16) -> Euro| years.iter().map(|year| amount(*year)).collect::<Vec<Euro>>();
    let (answered, open_needs) = needs(basis, &massnahmen);
    ScenarioResult {
        scenario: scenario.clone(),
        stored,
        cost: by_year(&|year| plan::cost(all(), Some(year), None)),
        cost_by_kind: CostKind::ALL.map(|kind| plan::cost(all(), None, Some(kind))).to_vec(),
        total: plan::cost(all(), None, None),
        open: by_year(&|year| plan::open(all(), Some(year))),
        open_total: plan::open(all(), None),
        from_budget: by_year(&|year| plan::from_budget(massnahmen.iter().copied(), year)),
        needs_answered: answered,
        needs_open: open_needs,
        goals_without: goals_without(basis, &massnahmen),
        waiting: all()
            .filter(|massnahme| massnahme.abhaengig_von.iter().any(|id| !ids.contains(id)))
            .map(|massnahme| massnahme.number)
            .collect(),
        massnahmen: ids.into_iter().collect(),
    }
}

/// The strongest needs of the area, by name: answered, not answered.
fn needs(basis: &Basis, massnahmen: &[&Massnahme]) -> (Vec<String>, Vec<String>) {
    let names = |wanted: bool| {
        drivers(basis)
            .into_iter()
            .take(TOP_NEEDS)
            .filter(|need| massnahmen.iter().any(|m| plan::aims_at(basis.programme, m, need)) == wanted)
            .map(|need| need.name.clone())
            .collect()
    };
    (names(true), names(false))
}

fn goals_without(basis: &Basis, massnahmen: &[&Massnahme]) -> Vec<String> {
    let is_goal = |ziel: &&Ziel| match ziel.kind {
        ZielKind::Leitziel => false,
        ZielKind::Handlungsziel { .. } => true,
    };
    let served = |ziel: &Ziel| massnahmen.iter().any(|massnahme| massnahme.ziel == Some(ziel.id));
    basis.programme.ziele.iter().filter(is_goal).filter(|ziel| !served(ziel)).map(|ziel| ziel.text.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::domain::{CostItem, FundingItem, FundingSource, FundingState, Handlungsfeld, ZielId};

    fn measure(id: i64, cost: i64, money: i64) -> Massnahme {
        Massnahme {
            kosten: vec![CostItem { year: 2027, kind: CostKind::Sach, amount: Euro::whole(cost) }],
            finanzierung: vec![FundingItem {
                year: 2027,
                source: FundingSource::Projektbudget,
                state: FundingState::Geplant,
                amount: Euro::whole(money),
            }],
            ..Massnahme::new(MassnahmeId(id), u32::try_from(id).expect("small"), "M", Handlungsfeld::Arbeit)
        }
    }

    fn compared(own: &[i64]) -> ScenarioComparison {
        let kind = ZielKind::Handlungsziel { parent: ZielId(1) };
        let ziel = |id| Ziel::new(ZielId(id), kind, Handlungsfeld::Arbeit, format!("Ziel {id}"));
        let auswahl = Szenarioauswahl::Eigene(own.iter().map(|id| MassnahmeId(*id)).collect());
        testing::with_programme(
            |programme| {
                programme.ziele = vec![ziel(2), ziel(3)];
                programme.massnahmen = vec![
                    Massnahme { schluesselmassnahme: true, ziel: Some(ZielId(2)), ..measure(1, 100, 60) },
                    Massnahme { abhaengig_von: vec![MassnahmeId(1)], ziel: Some(ZielId(3)), ..measure(2, 50, 50) },
                ];
                programme.szenarien = vec![Szenario { name: "Nur M-02".into(), auswahl, im_anhang: false }];
            },
            scenarios,
        )
    }

    #[test]
    fn each_choice_holds_its_own_measures_and_money() {
        let found = compared(&[2]);
        assert_eq!(found.years, [2027]);
        let sums: Vec<(usize, i64, i64)> =
            found.results.iter().map(|r| (r.massnahmen.len(), r.total.cents / 100, r.open_total.cents / 100)).collect();
        assert_eq!(sums, [(2, 150, 40), (1, 100, 40), (1, 50, 0), (1, 50, 0)]);
        assert_eq!(found.results[0].from_budget, [Euro::whole(110)]);
    }

    #[test]
    fn lines_hold_a_cell_per_choice_and_say_none() {
        let lines = compared(&[2]).lines(|result| result.stored);
        assert!(lines.iter().all(|line| line.cells.len() == 1));
        let of = |label: &str| lines.iter().find(|line| line.label == label).map(|line| line.cells[0].clone());
        assert_eq!(of(words::COST_TOTAL).as_deref(), Some("50\u{a0}€"));
        assert_eq!(of(words::GOALS_WITHOUT).as_deref(), Some("Ziel 2"));
        assert_eq!(of(words::WAITING).as_deref(), Some("M-02"));
        assert_eq!(of(words::NEEDS).as_deref(), Some(words::NONE));
    }

    #[test]
    fn every_goal_that_some_choice_leaves_out_is_marked_for_each() {
        let marks = compared(&[2]).marks();
        let found: Vec<(&str, bool, &[bool])> =
            marks.iter().map(|mark| (mark.label.as_str(), mark.is_goal, mark.answered.as_slice())).collect();
        let (second, third) = ([true, true, false, false], [true, false, true, true]);
        assert_eq!(found, [("Ziel 3", true, &third[..]), ("Ziel 2", true, &second[..])]);
    }

    #[test]
    fn what_a_choice_leaves_out_is_named() {
        let own = compared(&[2]).results.remove(3);
        assert!(own.stored);
        assert_eq!(own.goals_without, ["Ziel 2"]);
        assert_eq!(own.waiting, [2], "it waits for a measure that is not there");
    }
}
