//! What goals and measures carry beside their frame: chains of effect, milestones, points for the priority, scenarios,
//! the rules of money that hold for the whole project, and what was already given out.

use super::{Euro, Massnahme, MassnahmeId, WirkungsStufe};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One link of a chain of effect: what is expected on a step, and by what it is seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WirkungsGlied {
    /// The step.
    pub stufe: WirkungsStufe,
    /// What is expected, in one sentence.
    pub text: String,
    /// Code of the indicator by which it is seen; empty if none.
    pub indicator: String,
}

/// Writes a link into a chain: at most one per step, in the order of the steps; an empty one leaves the chain.
pub fn set_glied(kette: &mut Vec<WirkungsGlied>, glied: WirkungsGlied) {
    kette.retain(|known| known.stufe != glied.stufe);
    if !glied.text.trim().is_empty() || !glied.indicator.is_empty() {
        kette.push(glied);
        kette.sort_by_key(|known| known.stufe);
    }
}

/// A milestone: an interim check (Zwischenprüfung) or another date that the measure is held to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meilenstein {
    /// The day.
    pub am: Date,
    /// What is looked at or ready.
    pub titel: String,
    /// Whether it is done.
    #[serde(default)]
    pub erledigt: bool,
}

/// An amount of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearAmount {
    /// Year.
    pub year: i16,
    /// Amount.
    pub amount: Euro,
}

/// The planner's points for the priority of a measure; the need comes from the data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bewertung {
    /// Effect, 1 (little) to 5 (great).
    pub wirkung: Option<u8>,
    /// Effort, 1 (little) to 5 (great): it counts against the measure.
    pub aufwand: Option<u8>,
    /// Why the priority is another one than proposed.
    pub begruendung: String,
}

/// Weights of the points for the priority. Only their relation counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PriorityWeights {
    /// Need.
    pub bedarf: u8,
    /// Effect.
    pub wirkung: u8,
    /// Effort.
    pub aufwand: u8,
}

impl Default for PriorityWeights {
    fn default() -> Self {
        PlanRules::AKTIONSPLAN.weights
    }
}

/// The rules of money and priority that hold for all programmes of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanRules {
    /// What is there for all Aktionsräume in a year, Aktionsraumfonds included.
    pub yearly_budget: Euro,
    /// What the Aktionsraumfonds holds a year and Aktionsraum.
    pub fund_per_year: Euro,
    /// Smallest own share, in percent of the cost, where a co-funder pays along.
    pub own_share_percent: u8,
    /// Weights of the priority.
    pub weights: PriorityWeights,
}

impl PlanRules {
    /// As described for the Aktionsplan: 226,000 € a year, in it 5,000 € a year and Aktionsraum, 20 % own share.
    pub const AKTIONSPLAN: PlanRules = PlanRules {
        yearly_budget: Euro::whole(226_000),
        fund_per_year: Euro::whole(5_000),
        own_share_percent: 20,
        weights: PriorityWeights { bedarf: 2, wirkung: 2, aufwand: 1 },
    };
}

impl Default for PlanRules {
    fn default() -> Self {
        PlanRules::AKTIONSPLAN
    }
}

/// A choice of measures that is compared with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Szenario {
    /// Name, unlike that of every other scenario of the programme.
    pub name: String,
    /// Which measures belong to it.
    pub auswahl: Szenarioauswahl,
    /// Whether the comparison in the appendix of the document shows it.
    #[serde(default)]
    pub im_anhang: bool,
}

/// Which measures a scenario holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Szenarioauswahl {
    /// All measures.
    Alle,
    /// Schlüsselmaßnahmen.
    Schluessel,
    /// Measures whose costs are covered.
    Gedeckt,
    /// These.
    Eigene(BTreeSet<MassnahmeId>),
}

impl Szenario {
    /// The scenarios that follow from the measures themselves.
    pub fn standard(name: impl Fn(&Szenarioauswahl) -> String) -> Vec<Szenario> {
        [Szenarioauswahl::Alle, Szenarioauswahl::Schluessel, Szenarioauswahl::Gedeckt]
            .into_iter()
            .map(|auswahl| Szenario { name: name(&auswahl), auswahl, im_anhang: false })
            .collect()
    }
}

/// What documents of the project have shown so far: a value once given out stays known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ausgaben {
    /// What was shown, by reference: `wert:SGB2:marten:2025`.
    pub werte: BTreeMap<String, Ausgabe>,
}

/// A value as a document has shown it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ausgabe {
    /// As printed: `38,7 %`.
    pub shown: String,
    /// The day of the latest document that showed it.
    pub am: Option<Date>,
}

/// Measures that wait for themselves, by way of others; empty where every order is possible.
pub fn circular_massnahmen(massnahmen: &[Massnahme]) -> Vec<&Massnahme> {
    // Whatever waits only for what is settled is settled too; what never settles waits for itself.
    let mut open: Vec<&Massnahme> = massnahmen.iter().collect();
    loop {
        let waiting: BTreeSet<_> = open.iter().map(|massnahme| massnahme.id).collect();
        let before = open.len();
        open.retain(|massnahme| massnahme.abhaengig_von.iter().any(|id| waiting.contains(id)));
        if open.len() == before {
            return open;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Handlungsfeld;

    #[test]
    fn a_chain_holds_one_link_per_step_in_order() {
        let glied = |stufe, text: &str| WirkungsGlied { stufe, text: text.into(), indicator: String::new() };
        let mut kette = Vec::new();
        set_glied(&mut kette, glied(WirkungsStufe::Lebenslage, "Mehr Ausbildung"));
        set_glied(&mut kette, glied(WirkungsStufe::AngeboteFindenStatt, "Sprechstunde"));
        set_glied(&mut kette, glied(WirkungsStufe::Lebenslage, "Mehr Verträge"));
        let texts: Vec<&str> = kette.iter().map(|glied| glied.text.as_str()).collect();
        assert_eq!(texts, ["Sprechstunde", "Mehr Verträge"]);
        set_glied(&mut kette, glied(WirkungsStufe::Lebenslage, " "));
        assert_eq!(kette.len(), 1);
    }

    #[test]
    fn rules_of_an_older_project_are_those_of_the_aktionsplan() {
        let rules: PlanRules = serde_json::from_str("{}").expect("rules");
        assert_eq!(rules, PlanRules::AKTIONSPLAN);
        assert_eq!(rules.yearly_budget, Euro::whole(226_000));
    }

    #[test]
    fn measures_that_wait_for_each_other_are_found() {
        let waits = |id, before: &[i64]| Massnahme {
            abhaengig_von: before.iter().map(|id| MassnahmeId(*id)).collect(),
            ..Massnahme::new(MassnahmeId(id), 1, "M", Handlungsfeld::Arbeit)
        };
        assert!(circular_massnahmen(&[waits(1, &[]), waits(2, &[1]), waits(3, &[1, 2])]).is_empty());
        let all = [waits(1, &[2]), waits(2, &[1]), waits(3, &[])];
        let found: Vec<i64> = circular_massnahmen(&all).iter().map(|massnahme| massnahme.id.0).collect();
        assert_eq!(found, [1, 2]);
    }
}
