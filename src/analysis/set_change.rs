//! A set of areas through time when its members change: compared with the same members in both years, and as it was.

use super::recipe::usable;
use super::series::{Cut, cut_between};
use super::trend::NoChange;
use crate::domain::{AreaId, IndicatorId, Observation, PeriodId, PlanningData};

/// How the values of several areas become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pooling {
    /// Σ numerator / Σ denominator, in the unit of the indicator. Rates are never averaged.
    Rate,
    /// Σ of the values, for plain counts.
    Sum,
}

/// The value of a set in two periods.
#[derive(Clone, Debug, PartialEq)]
pub struct SetPair {
    /// Members in the first period.
    pub members_from: Vec<AreaId>,
    /// Members in the second period.
    pub members_to: Vec<AreaId>,
    /// Value of the first period.
    pub from: f64,
    /// Value of the second period.
    pub to: f64,
    /// Second minus first, in the unit of the indicator.
    pub points: f64,
    /// Change in percent of the first; none where that is 0.
    pub percent: Option<f64>,
}

/// A set of areas in two periods, both ways.
#[derive(Clone, Debug, PartialEq)]
pub struct SetChange {
    /// The same areas in both periods: what happened there. None where no area belongs to both.
    pub same_members: Option<SetPair>,
    /// Each period with its own members: also shows who came and went.
    pub as_it_was: SetPair,
    /// Areas that came, by identity.
    pub entered: Vec<AreaId>,
    /// Areas that went, by identity.
    pub left: Vec<AreaId>,
}

impl SetChange {
    /// What the change of members alone does: the change as it was minus that of the same members, in points.
    pub fn through_members(&self) -> Option<f64> {
        Some(self.as_it_was.points - self.same_members.as_ref()?.points)
    }
}

/// Compares a set with members `before` in the period `from` and members `after` in the period `to`.
///
/// # Errors
/// A break of the series, periods without year or in the wrong order, members without value, or without counts where
/// rates are pooled.
pub fn set_change(
    data: &PlanningData,
    indicator: IndicatorId,
    (from, before): (PeriodId, &[AreaId]),
    (to, after): (PeriodId, &[AreaId]),
    pooling: Pooling,
) -> Result<SetChange, NoChange> {
    let year = |id: PeriodId| data.period(id).ok_or(NoChange::Unknown)?.year.ok_or(NoChange::Undated);
    if year(from)? >= year(to)? {
        return Err(NoChange::Order);
    }
    match cut_between(data, indicator, &[], year(from)?, year(to)?) {
        Some(Cut::Declared(broken)) => return Err(NoChange::SeriesBreak(broken)),
        Some(Cut::Jump(_)) | None => {}
    }
    let sorted = |areas: &[AreaId]| {
        let mut areas = areas.to_vec();
        areas.sort_unstable();
        areas.dedup();
        areas
    };
    let (before, after) = (sorted(before), sorted(after));
    let only = |own: &[AreaId], other: &[AreaId]| -> Vec<AreaId> {
        own.iter().copied().filter(|area| other.binary_search(area).is_err()).collect()
    };
    let common: Vec<AreaId> = before.iter().copied().filter(|area| after.binary_search(area).is_ok()).collect();
    let pair = |first: &[AreaId], second: &[AreaId]| -> Result<SetPair, NoChange> {
        let (start, end) =
            (pooled(data, indicator, from, first, pooling)?, pooled(data, indicator, to, second, pooling)?);
        Ok(SetPair {
            members_from: first.to_vec(),
            members_to: second.to_vec(),
            from: start,
            to: end,
            points: end - start,
            percent: (start.abs() > f64::EPSILON).then(|| 100.0 * (end - start) / start.abs()),
        })
    };
    Ok(SetChange {
        same_members: if common.is_empty() { None } else { Some(pair(&common, &common)?) },
        as_it_was: pair(&before, &after)?,
        entered: only(&after, &before),
        left: only(&before, &after),
    })
}

/// The value of several areas together.
fn pooled(
    data: &PlanningData,
    indicator: IndicatorId,
    period: PeriodId,
    areas: &[AreaId],
    pooling: Pooling,
) -> Result<f64, NoChange> {
    let card = data.indicator(indicator).ok_or(NoChange::Unknown)?;
    let known = |&area: &AreaId| -> Result<(f64, Observation), NoChange> {
        let found = data.dataset.get(indicator, area, period);
        let value = found.and_then(|found| usable(found.value?, found.status));
        value.zip(found).ok_or(NoChange::NoValue(period))
    };
    let values: Vec<(f64, Observation)> = areas.iter().map(known).collect::<Result<_, _>>()?;
    if values.is_empty() {
        return Err(NoChange::TooFewAreas(0));
    }
    match pooling {
        Pooling::Sum => Ok(values.iter().map(|(value, _)| value).sum()),
        Pooling::Rate => {
            let counts = |observation: &Observation| observation.numerator.zip(observation.denominator);
            let without: Vec<AreaId> =
                values.iter().filter(|(_, found)| counts(found).is_none()).map(|(_, found)| found.area).collect();
            if !without.is_empty() {
                return Err(NoChange::NoCounts(without));
            }
            let (above, below) = values
                .iter()
                .filter_map(|(_, found)| counts(found))
                .fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
            if below > 0.0 { Ok(card.scale * above / below) } else { Err(NoChange::NoValue(period)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{extended, observation, of_rows, period};
    use super::*;

    fn counted(area: i64, period: i64, hits: f64, base: f64) -> Observation {
        Observation {
            numerator: Some(hits),
            denominator: Some(base),
            ..observation(area, 1, period, Some(100.0 * hits / base))
        }
    }

    fn data() -> PlanningData {
        let data = of_rows(&[vec![None], vec![None], vec![None], vec![None]]).data;
        let more = [
            counted(1, 2, 10.0, 100.0),
            counted(2, 2, 60.0, 300.0),
            counted(1, 3, 12.0, 100.0),
            counted(2, 3, 54.0, 300.0),
            counted(3, 3, 80.0, 200.0),
            observation(4, 1, 3, Some(5.0)),
        ];
        extended(&data, &[period(2, "2015"), period(3, "2020"), period(1, "2025")], &more)
    }

    fn compare(after: &[i64]) -> Result<SetChange, NoChange> {
        let before = [AreaId(1), AreaId(2)];
        let after: Vec<AreaId> = after.iter().map(|&id| AreaId(id)).collect();
        set_change(&data(), IndicatorId(1), (PeriodId(2), &before), (PeriodId(3), &after), Pooling::Rate)
    }

    #[test]
    fn newcomers_change_the_set_but_not_the_same_members() {
        let found = compare(&[1, 2, 3]).unwrap();
        let same = found.same_members.clone().unwrap();
        // 70 of 400 against 66 of 400; with the newcomer 146 of 600.
        assert!((same.from - 17.5).abs() < 1e-12 && (same.points + 1.0).abs() < 1e-12);
        assert!((found.as_it_was.to - 100.0 * 146.0 / 600.0).abs() < 1e-12);
        assert!(found.as_it_was.points > 0.0 && found.through_members().unwrap() > 0.0);
        assert_eq!((&found.entered[..], found.left.len()), (&[AreaId(3)][..], 0));
    }

    #[test]
    fn rates_without_counts_are_never_averaged() {
        assert_eq!(compare(&[1, 4]), Err(NoChange::NoCounts(vec![AreaId(4)])));
    }

    #[test]
    fn a_set_without_common_members_is_only_shown_as_it_was() {
        let found = compare(&[3]).unwrap();
        assert_eq!(found.same_members, None);
        assert_eq!((found.entered, found.left), (vec![AreaId(3)], vec![AreaId(1), AreaId(2)]));
    }
}
