//! Services whose funding ends.

use super::CoverageBasis;
use crate::domain::{Angebot, AngebotId};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

/// A service that ends within so many months ends soon.
const SOON_MONTHS: i32 = 6;

/// A service whose funding ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndingService {
    /// The service.
    pub angebot: AngebotId,
    /// When.
    pub until: Date,
    /// Places that are lost then, if known.
    pub places: Option<u32>,
    /// Whether it has ended or does so within six months.
    pub soon: bool,
}

/// The day up to which an end matters: the last of the programme, else a year from today.
pub(super) fn horizon(basis: &CoverageBasis) -> Option<Date> {
    match basis.programme {
        Some(programme) if programme.last_year > 0 => Some(date(programme.last_year, 12, 31)),
        _ => basis.today.checked_add(1.year()).ok(),
    }
}

/// Services that end up to the horizon, the next one first.
pub(super) fn ending(basis: &CoverageBasis, angebote: &[&Angebot]) -> Vec<EndingService> {
    let horizon = horizon(basis);
    let soon = basis.today.checked_add(SOON_MONTHS.months()).ok();
    let mut found: Vec<EndingService> = angebote
        .iter()
        .filter_map(|angebot| {
            let until = angebot.funded.until()?;
            let matters = horizon.is_some_and(|horizon| until <= horizon);
            let soon = soon.is_some_and(|soon| until <= soon);
            (matters || soon).then_some(EndingService { angebot: angebot.id, until, places: angebot.capacity, soon })
        })
        .collect();
    found.sort_by_key(|one| (one.until, one.angebot));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AreaId, FundingTerm, Handlungsfeld, PlanningData, VorOrt};

    #[test]
    fn an_end_is_near_up_to_six_months_before() {
        let service = |id, until| Angebot {
            id: AngebotId(id),
            funded: FundingTerm::Until(until),
            ..Angebot::new(AreaId(1), "Treff", Handlungsfeld::Kinder)
        };
        let services = [
            service(1, date(2027, 5, 23)),
            service(2, date(2027, 5, 22)),
            service(3, date(2028, 1, 1)),
            Angebot { funded: FundingTerm::Unlimited, ..service(4, date(2027, 1, 1)) },
        ];
        let (data, vor_ort) = (PlanningData::default(), VorOrt::default());
        let today = date(2026, 11, 22);
        let basis =
            CoverageBasis { data: &data, ranking: None, area: AreaId(1), programme: None, vor_ort: &vor_ort, today };
        let found = ending(&basis, &services.iter().collect::<Vec<_>>());
        let seen: Vec<(i64, bool)> = found.iter().map(|one| (one.angebot.0, one.soon)).collect();
        assert_eq!(seen, [(2, true), (1, false)]);
    }
}
