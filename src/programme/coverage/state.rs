//! What the services that answer a need come to: covered, in part, a gap, an overlap.

use super::CoverageCell;
use super::propose::Service;
use crate::domain::{AngebotArt, Deckungsgrad};
use crate::text::report::coverage::state as words;
use jiff::civil::Date;

/// A service used as much as this has no room left.
const FULL_PERCENT: u16 = 95;

/// What the services that answer a need come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoverageState {
    /// No service answers it, or none fully.
    Luecke,
    /// Services answer it that do the same for the same people.
    Ueberschneidung,
    /// A service answers it, but none that has room left and stays.
    Teilweise,
    /// A service that has room left and stays answers it.
    Gedeckt,
}

impl CoverageState {
    /// All, what asks for a decision first.
    pub const ALL: [CoverageState; 4] =
        [CoverageState::Luecke, CoverageState::Ueberschneidung, CoverageState::Teilweise, CoverageState::Gedeckt];

    /// The state in a German word.
    pub fn word(self) -> &'static str {
        match self {
            CoverageState::Luecke => words::GAP,
            CoverageState::Ueberschneidung => words::OVERLAP,
            CoverageState::Teilweise => words::PARTIAL,
            CoverageState::Gedeckt => words::COVERED,
        }
    }
}

/// What the cells come to; a service whose funding ends by `horizon` does not stay.
pub(super) fn state(services: &[Service], cells: &[CoverageCell], horizon: Option<Date>) -> CoverageState {
    if cells.iter().any(|cell| cell.doubled) {
        return CoverageState::Ueberschneidung;
    }
    let full: Vec<&Service> =
        services.iter().zip(cells).filter(|(_, cell)| cell.grad == Deckungsgrad::Deckt).map(|(one, _)| one).collect();
    let stays = |service: &&Service| {
        let ends = service.angebot.funded.until().zip(horizon).is_some_and(|(until, horizon)| until <= horizon);
        let is_full = service.angebot.use_percent.is_some_and(|percent| percent >= FULL_PERCENT);
        !ends && !is_full
    };
    match full.as_slice() {
        [] => CoverageState::Luecke,
        some if some.iter().any(stays) => CoverageState::Gedeckt,
        _ => CoverageState::Teilweise,
    }
}

/// Marks services that do the same for the same people, where one of the two answers the need fully.
pub(super) fn mark_doubled(services: &[Service], cells: &mut [CoverageCell]) {
    let mut doubled = vec![false; cells.len()];
    for one in 0..services.len() {
        for other in one + 1..services.len() {
            let grades = [cells[one].grad, cells[other].grad];
            let answered = !grades.contains(&Deckungsgrad::KeinBezug) && grades.contains(&Deckungsgrad::Deckt);
            if answered && same_work(&services[one], &services[other]) {
                doubled[one] = true;
                doubled[other] = true;
            }
        }
    }
    for (cell, doubled) in cells.iter_mut().zip(doubled) {
        cell.doubled = doubled;
    }
}

/// The same people, and the same kind of service in the same field or names that mean the same.
fn same_work(one: &Service, other: &Service) -> bool {
    let same_people = (one.for_all && other.for_all) || one.group.keys().any(|group| other.group.contains_key(group));
    let same_kind = one.angebot.kind == other.angebot.kind
        && one.angebot.kind != AngebotArt::Sonstiges
        && one.angebot.handlungsfeld == other.angebot.handlungsfeld;
    same_people && (same_kind || one.title.keys().any(|word| other.title.contains_key(word)))
}
