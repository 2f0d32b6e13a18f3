//! Priority by need, effect and effort: visible points from 1 to 5, their weights, and the proposal that follows. The
//! planner decides; a priority other than proposed needs a reason.

use super::basis::Basis;
use super::findings;
use super::plan::goal;
use crate::analysis::Finding;
use crate::domain::{Indicator, Massnahme, Prioritaet, PriorityWeights};
use crate::text::report::priority as words;

/// Most points.
pub const MOST: u8 = 5;
/// From here the priority is high: the upper third of the scale from 1 to 5.
const HIGH: f64 = 1.0 + 4.0 * 2.0 / 3.0;
/// From here the priority is middle.
const MIDDLE: f64 = 1.0 + 4.0 / 3.0;

/// The points of a measure and what follows.
#[derive(Clone, Debug, PartialEq)]
pub struct PriorityScore {
    /// Need, 1 to 5; none where the data say nothing.
    pub need: Option<u8>,
    /// What the points for the need rest on, or why there are none.
    pub need_rests_on: String,
    /// Effect, 1 to 5, by the planner.
    pub effect: Option<u8>,
    /// Effort, 1 to 5, by the planner; it counts as 6 minus its points.
    pub effort: Option<u8>,
    /// Weights in use.
    pub weights: PriorityWeights,
    /// Weighted mean, 1 to 5; none unless all points are there.
    pub total: Option<f64>,
    /// What the mean proposes.
    pub proposal: Option<Prioritaet>,
}

impl PriorityScore {
    /// Whether the measure's own priority is another one than proposed and nothing says why.
    pub fn deviates_without_reason(&self, massnahme: &Massnahme) -> bool {
        self.deviates(massnahme) && massnahme.bewertung.begruendung.trim().is_empty()
    }

    /// Whether the measure's own priority is another one than proposed.
    pub fn deviates(&self, massnahme: &Massnahme) -> bool {
        self.proposal.is_some_and(|proposal| proposal != massnahme.prioritaet)
    }
}

/// The points of a measure.
pub fn priority(basis: &Basis, massnahme: &Massnahme) -> PriorityScore {
    let (need, need_rests_on) = need(basis, massnahme);
    let (effect, effort) = (massnahme.bewertung.wirkung, massnahme.bewertung.aufwand);
    let weights = basis.rules.weights;
    let total = total(weights, need, effect, effort);
    PriorityScore { need, need_rests_on, effect, effort, weights, total, proposal: total.map(proposal) }
}

fn total(weights: PriorityWeights, need: Option<u8>, effect: Option<u8>, effort: Option<u8>) -> Option<f64> {
    let parts =
        [(weights.bedarf, need?), (weights.wirkung, effect?), (weights.aufwand, (MOST + 1).saturating_sub(effort?))];
    let all: u32 = parts.iter().map(|(weight, _)| u32::from(*weight)).sum();
    let sum: u32 = parts.iter().map(|(weight, points)| u32::from(*weight) * u32::from(*points)).sum();
    (all > 0).then(|| f64::from(sum) / f64::from(all))
}

fn proposal(total: f64) -> Prioritaet {
    if total >= HIGH {
        Prioritaet::Hoch
    } else if total >= MIDDLE {
        Prioritaet::Mittel
    } else {
        Prioritaet::Niedrig
    }
}

/// Points by the area's place in the indicator of the measure, or of its goal: fifths of the places, the first fifth
/// gets 5.
fn need(basis: &Basis, massnahme: &Massnahme) -> (Option<u8>, String) {
    let Some(card) = indicator(basis, massnahme) else { return (None, words::NO_INDICATOR.to_owned()) };
    let Some((area, period)) =
        basis.area().and_then(|area| Some((area, findings::newest_period(basis, card, area.id)?)))
    else {
        return (None, words::no_value(&card.name));
    };
    let run = basis.ranking.map(|ranking| &ranking.run);
    match Finding::place(basis.data, run, card.id, area.id, period.id) {
        Some(Finding::Place { place, of, .. }) => {
            (Some(points_of_place(place, of)), words::rests_on(place, of, &card.name, &period.label))
        }
        Some(
            Finding::Rank { .. }
            | Finding::Value { .. }
            | Finding::Change { .. }
            | Finding::BurdenCount { .. }
            | Finding::CityComparison { .. },
        )
        | None => (None, words::no_value(&card.name)),
    }
}

fn indicator<'a>(basis: &Basis<'a>, massnahme: &Massnahme) -> Option<&'a Indicator> {
    let of_goal = || massnahme.ziel.and_then(|ziel| goal(basis.programme, ziel)).map(|ziel| ziel.indicator.as_str());
    let own = basis.data.indicator_by_code(&massnahme.indikator);
    own.or_else(|| of_goal().and_then(|code| basis.data.indicator_by_code(code)))
}

fn points_of_place(place: u32, of: usize) -> u8 {
    let of = u32::try_from(of).unwrap_or(u32::MAX).max(1);
    let fifth = place.saturating_sub(1).saturating_mul(u32::from(MOST)) / of;
    MOST - u8::try_from(fifth).unwrap_or(MOST).min(MOST - 1)
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::domain::{Bewertung, Handlungsfeld, MassnahmeId};

    fn measure(wirkung: u8, aufwand: u8) -> Massnahme {
        Massnahme {
            indikator: "ALO".into(),
            bewertung: Bewertung { wirkung: Some(wirkung), aufwand: Some(aufwand), ..Bewertung::default() },
            ..Massnahme::new(MassnahmeId(1), 1, "M", Handlungsfeld::Arbeit)
        }
    }

    #[test]
    fn places_become_fifths() {
        assert_eq!([1, 8, 9, 16, 31, 32, 39].map(|place| points_of_place(place, 39)), [5, 5, 4, 4, 2, 2, 1]);
        assert_eq!(points_of_place(1, 1), 5);
    }

    #[test]
    fn need_effect_and_effort_are_weighed_and_propose_a_priority() {
        testing::with_basis(|basis| {
            let high = priority(basis, &measure(5, 1));
            assert_eq!(high.need, Some(5), "first of its level");
            assert_eq!(high.proposal, Some(Prioritaet::Hoch));
            // (2·5 + 2·1 + 1·1) / 5
            assert!((priority(basis, &measure(1, 5)).total.expect("all points") - 2.6).abs() < 1e-12);
        });
    }

    #[test]
    fn without_points_nothing_is_proposed_and_the_reason_is_said() {
        testing::with_basis(|basis| {
            let bare = Massnahme::new(MassnahmeId(1), 1, "M", Handlungsfeld::Arbeit);
            let score = priority(basis, &bare);
            assert_eq!((score.need, score.total, score.proposal), (None, None, None));
            assert_eq!(score.need_rests_on, words::NO_INDICATOR);
        });
    }

    #[test]
    fn another_priority_than_proposed_needs_a_reason() {
        testing::with_basis(|basis| {
            let mut measure = Massnahme { prioritaet: Prioritaet::Niedrig, ..measure(5, 1) };
            let score = priority(basis, &measure);
            assert!(score.deviates_without_reason(&measure));
            measure.bewertung.begruendung = "Erst nach dem Umbau möglich.".into();
            assert!(score.deviates(&measure) && !score.deviates_without_reason(&measure));
        });
    }
}
