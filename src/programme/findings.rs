//! What the data say about one area: values beside the city's, places, changes, drivers of the rank.

use super::basis::Basis;
use super::outline::section_of;
use crate::analysis::Ranking;
use crate::domain::{Area, AreaId, Direction, Indicator, Observation, Period, PeriodId, SectionKey, SeriesBreak};
use crate::text::report::{AgainstCity, Certainty, Group, Membership};

/// One indicator of one area at its newest period.
#[derive(Clone, Debug)]
pub(super) struct Reading<'a> {
    pub indicator: &'a Indicator,
    pub period: &'a Period,
    pub here: Observation,
    pub city: Option<Observation>,
    pub bezirk: Option<Observation>,
    pub against_city: AgainstCity,
    pub place: Option<u32>,
    pub change: Option<Change<'a>>,
    pub series_break: Option<&'a SeriesBreak>,
}

/// A change between two comparable periods.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    pub from: &'a Period,
    pub difference: f64,
}

/// Reads an indicator for the area of the programme; none where there is no observation at all.
pub(super) fn reading<'a>(basis: &Basis<'a>, indicator: &'a Indicator) -> Option<Reading<'a>> {
    let area = basis.area()?;
    let period = newest_period(basis, indicator, area.id)?;
    let dataset = &basis.data.dataset;
    let here = dataset.get(indicator.id, area.id, period.id)?;
    let city = basis.data.city().and_then(|city| dataset.get(indicator.id, city.id, period.id));
    let bezirk = basis.stadtbezirk().and_then(|bezirk| dataset.get(indicator.id, bezirk.id, period.id));
    Some(Reading {
        indicator,
        period,
        here,
        city,
        bezirk,
        against_city: against(indicator, here.value, city.and_then(|city| city.value)),
        place: place(basis, indicator, area, period.id),
        change: change(basis, indicator, area.id, period),
        series_break: series_break(basis, indicator, area.id, period),
    })
}

/// What a section describes, in the order of the indicators.
pub(super) fn section_readings<'a>(basis: &Basis<'a>, section: SectionKey) -> Vec<Reading<'a>> {
    basis
        .data
        .indicators
        .iter()
        .filter(|indicator| !indicator.is_population && section_of(indicator) == section)
        .filter_map(|indicator| reading(basis, indicator))
        .collect()
}

/// How many of the readings are more burdened than the city's, and how many can be compared and judged.
pub(super) fn section_burden(readings: &[Reading]) -> (usize, usize) {
    let groups: Vec<Group> = readings.iter().filter_map(Reading::group).collect();
    let count = |wanted: fn(&Group) -> bool| groups.iter().filter(|group| wanted(group)).count();
    (count(|group| matches!(group, Group::Burdened { .. })), count(|group| !matches!(group, Group::Alone)))
}

impl Reading<'_> {
    /// Whether the area has a value.
    pub fn has_value(&self) -> bool {
        self.here.value.is_some() && self.here.status.has_value()
    }

    /// How the value is judged; none for context indicators and values that are not there.
    pub fn group(&self) -> Option<Group> {
        if !self.has_value() || self.indicator.direction == Direction::Context {
            return None;
        }
        match self.against_city {
            AgainstCity::Burdened { above } => Some(Group::Burdened { above }),
            AgainstCity::Favourable { above } => Some(Group::Favourable { above }),
            AgainstCity::Equal => Some(Group::Equal),
            AgainstCity::Unknown => Some(Group::Alone),
            AgainstCity::Higher | AgainstCity::Lower => None,
        }
    }

    /// Distance to the city's value in relation to it.
    pub fn gap(&self) -> f64 {
        match (self.here.value, self.city.and_then(|city| city.value)) {
            (Some(here), Some(city)) if city.abs() > f64::EPSILON => ((here - city) / city).abs(),
            _ => 0.0,
        }
    }

    /// Change in relation to the value at its start; none where there is nothing to relate it to.
    pub fn relative_change(&self) -> Option<f64> {
        let difference = self.change?.difference;
        let before = self.here.value? - difference;
        (before.abs() > f64::EPSILON).then(|| (difference / before).abs())
    }
}

/// The newest period in which the area is observed; undated ones only where there is no dated one.
pub(super) fn newest_period<'a>(basis: &Basis<'a>, indicator: &Indicator, area: AreaId) -> Option<&'a Period> {
    let observed = |period: &&Period| basis.data.dataset.get(indicator.id, area, period.id).is_some();
    let periods = basis.data.periods_of(indicator.id);
    let dated = periods.iter().copied().filter(|period| period.year.is_some()).rfind(observed);
    dated.or_else(|| periods.into_iter().rfind(observed))
}

/// How a value stands to the city's; equal where both print alike.
pub(super) fn against(indicator: &Indicator, here: Option<f64>, city: Option<f64>) -> AgainstCity {
    let (Some(here), Some(city)) = (here, city) else { return AgainstCity::Unknown };
    let print = |value| crate::text::fixed(value, indicator.decimals);
    if print(here) == print(city) {
        return AgainstCity::Equal;
    }
    match (indicator.direction, here > city) {
        (Direction::Context, true) => AgainstCity::Higher,
        (Direction::Context, false) => AgainstCity::Lower,
        (Direction::HighIsNeed, true) => AgainstCity::Burdened { above: true },
        (Direction::LowIsNeed, false) => AgainstCity::Burdened { above: false },
        (Direction::HighIsNeed, false) => AgainstCity::Favourable { above: false },
        (Direction::LowIsNeed, true) => AgainstCity::Favourable { above: true },
    }
}

/// Place of the area, 1 = greatest need, among the ranked areas with a value, or all of its level without a ranking.
pub(super) fn place(basis: &Basis, indicator: &Indicator, area: &Area, period: PeriodId) -> Option<u32> {
    let own = basis.data.dataset.value(indicator.id, area.id, period)?;
    let ahead = |value: f64| match indicator.direction {
        Direction::LowIsNeed => value < own,
        Direction::HighIsNeed | Direction::Context => value > own,
    };
    let before = peers(basis, area)
        .into_iter()
        .filter_map(|peer| basis.data.dataset.value(indicator.id, peer, period))
        .filter(|&value| ahead(value))
        .count();
    u32::try_from(before + 1).ok()
}

fn peers(basis: &Basis, area: &Area) -> Vec<AreaId> {
    match basis.ranking {
        Some(ranking) if ranking.run.row_of(area.id).is_some() => ranking.run.areas.clone(),
        _ => basis.data.areas_of(area.level).map(|peer| peer.id).collect(),
    }
}

/// The change since the oldest period that is comparable with `period`.
fn change<'a>(basis: &Basis<'a>, indicator: &Indicator, area: AreaId, period: &Period) -> Option<Change<'a>> {
    let year = period.year?;
    let today = basis.data.dataset.value(indicator.id, area, period.id)?;
    let comparable_since = last_break(indicator, year).map_or(i16::MIN, |last| last.year);
    basis
        .data
        .periods_of(indicator.id)
        .into_iter()
        .filter(|from| from.year.is_some_and(|from| from < year && from >= comparable_since))
        .find_map(|from| {
            let before = basis.data.dataset.value(indicator.id, area, from.id)?;
            Some(Change { from, difference: today - before })
        })
}

fn last_break(indicator: &Indicator, year: i16) -> Option<&SeriesBreak> {
    indicator.breaks.iter().rfind(|series_break| series_break.year <= year)
}

/// The break that cuts off older values of the area, if there are any.
fn series_break<'a>(
    basis: &Basis<'a>,
    indicator: &'a Indicator,
    area: AreaId,
    period: &Period,
) -> Option<&'a SeriesBreak> {
    let last = last_break(indicator, period.year?)?;
    let cuts = basis.data.periods_of(indicator.id).into_iter().any(|earlier| {
        earlier.year.is_some_and(|year| year < last.year)
            && basis.data.dataset.value(indicator.id, area, earlier.id).is_some()
    });
    cuts.then_some(last)
}

/// How many of the recipe's indicators are more burdened than the city's, and how many can be compared.
pub(super) fn burden_count(basis: &Basis, area: AreaId) -> Option<(usize, usize)> {
    let ranking = basis.ranking?;
    let city = basis.data.city()?;
    let mut burdened = 0;
    let mut compared = 0;
    for indicator in basis.ranked_indicators() {
        let value = |area| basis.data.dataset.value(indicator.id, area, ranking.run.period);
        match against(indicator, value(area), value(city.id)) {
            AgainstCity::Burdened { .. } => {
                burdened += 1;
                compared += 1;
            }
            AgainstCity::Favourable { .. } | AgainstCity::Equal | AgainstCity::Higher | AgainstCity::Lower => {
                compared += 1;
            }
            AgainstCity::Unknown => {}
        }
    }
    (compared > 0).then_some((burdened, compared))
}

/// Indicators that lift the area's index, the strongest contribution first; only positive contributions.
pub(super) fn drivers<'a>(basis: &Basis<'a>) -> Vec<(&'a Indicator, f64)> {
    let Some(ranking) = basis.ranking else { return Vec::new() };
    let run = &ranking.run;
    let Some(row) = run.row_of(basis.programme.area) else { return Vec::new() };
    let mut drivers: Vec<(usize, &Indicator, f64)> = run
        .indicators
        .iter()
        .enumerate()
        .filter_map(|(column, &id)| {
            let contribution = run.contributions.get(row, column)?;
            Some((column, basis.data.indicator(id)?, contribution))
        })
        .filter(|&(_, _, contribution)| contribution > 0.0)
        .collect();
    drivers.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
    drivers.into_iter().map(|(_, indicator, contribution)| (indicator, contribution)).collect()
}

/// Number of needs that a programme is expected to answer.
pub(super) const TOP_NEEDS: usize = 3;

/// Share of all ranks that an interval may span and still count as firm, and as moderate.
const FIRM_SHARE: f64 = 0.1;
/// Ranks that an interval may always span and still count as firm.
const FIRM_RANKS: f64 = 1.0;
const MODERATE_SHARE: f64 = 0.3;

/// Share of replications from which membership in the first places counts as settled, and below which as ruled out.
const SETTLED_SHARE: f64 = 0.95;
const RULED_OUT_SHARE: f64 = 0.05;

/// How firmly a rank may be worded: by the width of its interval against the number of ranks.
pub(super) fn certainty(low: f64, high: f64, participants: usize) -> Certainty {
    #[expect(clippy::cast_precision_loss, reason = "counts of areas are small")]
    let share = (high - low) / participants.max(1) as f64;
    if high - low <= FIRM_RANKS || share <= FIRM_SHARE {
        Certainty::Firm
    } else if share <= MODERATE_SHARE {
        Certainty::Moderate
    } else {
        Certainty::Loose
    }
}

/// Whether an area belongs to the first places, by its share of the replications.
pub(super) fn membership(top_share: f64) -> Membership {
    if top_share >= SETTLED_SHARE {
        Membership::Settled
    } else if top_share > RULED_OUT_SHARE {
        Membership::Borderline
    } else {
        Membership::RuledOut
    }
}

/// Certainty of the programme's area.
pub(super) fn own_certainty(basis: &Basis, ranking: &Ranking) -> Option<(Certainty, Membership)> {
    let row = ranking.run.row_of(basis.programme.area)?;
    let intervals = &ranking.intervals;
    let (low, high) = (*intervals.low.get(row)?, *intervals.high.get(row)?);
    Some((certainty(low, high, ranking.run.areas.len()), membership(*intervals.top_share.get(row)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_is_worded_by_the_width_of_its_interval() {
        for (low, high, expected) in
            [(4.0, 6.0, Certainty::Firm), (3.0, 12.0, Certainty::Moderate), (2.0, 20.0, Certainty::Loose)]
        {
            assert_eq!(certainty(low, high, 39), expected, "{low} bis {high}");
        }
    }

    #[test]
    fn membership_is_settled_only_at_the_ends() {
        for (share, expected) in [
            (1.0, Membership::Settled),
            (0.95, Membership::Settled),
            (0.5, Membership::Borderline),
            (0.05, Membership::RuledOut),
        ] {
            assert_eq!(membership(share), expected, "{share}");
        }
    }
}
