//! A target and the newest data: reached, on the way, not yet, worse, or nothing to say.
//!
//! The share of the way is (now − start) / (target − start); the share of the time is counted in years from the period
//! of the start value to the period of the newest one, of those to the target year. Both are shown beside each other: a
//! target is on the way where the way is at least as far as the time.

use crate::analysis::{Confidence, rate_interval};
use crate::domain::{BindingRef, BoundValue, Direction, Indicator, Observation, Period, Status};
use crate::programme::basis::Basis;
use crate::text::{date, monitoring as words, own_decimals, printed_units};
use jiff::civil::Date;

/// What a goal or measure wants to reach.
pub(super) struct Target<'a> {
    /// Code of the indicator; empty if none.
    pub code: &'a str,
    /// What is counted where no indicator of the data fits.
    pub messgroesse: &'a str,
    /// Value at the start.
    pub start: Option<f64>,
    /// Where it was taken from, if it was taken from the data.
    pub start_bound: Option<&'a BoundValue>,
    /// Value to reach.
    pub target: Option<f64>,
    /// Year by which it is to be reached.
    pub year: Option<i16>,
    /// The newest count of what no indicator shows.
    pub counted: Option<Count>,
}

/// What was counted outside the data up to a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Count {
    /// The day.
    pub day: Date,
    /// How many.
    pub value: f64,
    /// Whether it is invented.
    pub demonstration: bool,
}

/// How far a target is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TargetProgress {
    /// Reached.
    Reached,
    /// On the way; shares from 0 to 1 where they can be told.
    OnTheWay {
        /// Share of the way.
        way: f64,
        /// Share of the time.
        time: Option<f64>,
    },
    /// Less far than the time, or not moved.
    NotYet {
        /// Share of the way, where a start is known.
        way: Option<f64>,
        /// Share of the time.
        time: Option<f64>,
    },
    /// Farther from the target than at the start.
    Worse,
    /// No data newer than the start.
    NoNewerData,
    /// There is a newer period, but no value that can be shown.
    WithoutValue(Status),
    /// The series has a break between start and now.
    NotComparable,
    /// It is counted outside the data, and nothing has been counted yet.
    OwnCount,
    /// Without indicator or target there is nothing to measure.
    NotMeasurable,
}

impl TargetProgress {
    /// Whether newer data print as at the start.
    pub fn is_unchanged(self) -> bool {
        match self {
            TargetProgress::NotYet { way, .. } => way.is_some_and(|way| way.abs() < f64::EPSILON),
            TargetProgress::Reached
            | TargetProgress::OnTheWay { .. }
            | TargetProgress::Worse
            | TargetProgress::NoNewerData
            | TargetProgress::WithoutValue(_)
            | TargetProgress::NotComparable
            | TargetProgress::OwnCount
            | TargetProgress::NotMeasurable => false,
        }
    }
}

/// The newest value of the area.
#[derive(Clone, Debug, PartialEq)]
pub struct Newest {
    /// Its period as printed.
    pub period: String,
    /// The value; none where it is suppressed or missing.
    pub value: Option<f64>,
    /// What stands behind it.
    pub status: Status,
    /// Whether it is invented.
    pub demonstration: bool,
}

/// A target beside the data.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetReading {
    /// Code of the indicator; empty if none.
    pub code: String,
    /// Name of the indicator, or what is counted instead; empty if neither.
    pub indicator: String,
    /// Its unit.
    pub unit: String,
    /// Its decimals.
    pub decimals: u8,
    /// Value at the start.
    pub start: Option<f64>,
    /// The period that the start value comes from, as printed, where the data show it.
    pub start_period: Option<String>,
    /// Value to reach.
    pub target: Option<f64>,
    /// Year by which it is to be reached.
    pub target_year: Option<i16>,
    /// The newest value.
    pub newest: Option<Newest>,
    /// How far it is.
    pub progress: TargetProgress,
    /// What to keep in mind, in German sentences.
    pub notes: Vec<String>,
}

/// Reads a target against the data of the programme's area.
pub(super) fn reading(basis: &Basis, target: &Target) -> TargetReading {
    let card = basis.data.indicator_by_code(target.code);
    let mut reading = TargetReading {
        code: target.code.to_owned(),
        indicator: card.map_or_else(|| target.messgroesse.trim().to_owned(), |card| card.name.clone()),
        unit: card.map_or_else(String::new, |card| card.unit.clone()),
        decimals: card
            .map_or_else(|| own_decimals(target.start.into_iter().chain(target.target)), |card| card.decimals),
        start: target.start,
        start_period: None,
        target: target.target,
        target_year: target.year,
        newest: None,
        progress: TargetProgress::NotMeasurable,
        notes: Vec::new(),
    };
    if card.is_none() && !reading.indicator.is_empty() {
        return counted(reading, target, basis.programme.first_year);
    }
    let (Some(card), Some(goal)) = (card, target.target) else { return reading };
    let series = Series::of(basis, card);
    let taken = target.start_bound.and_then(|bound| period_of(basis, bound));
    let start = taken.or_else(|| series.start(target.start, basis.programme.first_year));
    reading.start_period = start.map(|period| period.label.clone());
    // Without a period in the data the programme begins the year before its first one.
    let start_year = start.and_then(|period| period.year).unwrap_or(basis.programme.first_year - 1);
    let Some((period, newest)) = series.newest() else {
        reading.progress = TargetProgress::NoNewerData;
        return reading;
    };
    reading.newest = Some(Newest {
        period: period.label.clone(),
        value: newest.value.filter(|_| newest.status.has_value()),
        status: newest.status,
        demonstration: newest.demonstration,
    });
    let year = period.year.unwrap_or(start_year);
    reading.progress = match newest.value.filter(|_| newest.status.has_value()) {
        _ if year <= start_year => TargetProgress::NoNewerData,
        None => TargetProgress::WithoutValue(newest.status),
        Some(_) if broken(card, start_year, year).is_some() => TargetProgress::NotComparable,
        Some(now) => {
            let time = time_share(start_year, year, target.year);
            progress(card, target.start, goal, now, time)
        }
    };
    reading.notes = notes(card, &reading, &newest, start_year, year);
    reading
}

/// A count against its target. It counts from nothing at the end of the year before the programme where no start is
/// known; the time runs from that year.
fn counted(mut reading: TargetReading, target: &Target, first_year: i16) -> TargetReading {
    let Some(goal) = target.target else { return reading };
    let Some(count) = target.counted else {
        reading.progress = TargetProgress::OwnCount;
        return reading;
    };
    reading.newest = Some(Newest {
        period: date(count.day),
        value: Some(count.value),
        status: Status::Reported,
        demonstration: count.demonstration,
    });
    let time = time_share(first_year - 1, count.day.year().max(first_year - 1), target.year);
    reading.progress = way_to(Direction::LowIsNeed, reading.decimals, (target.start, goal, count.value), time);
    reading
}

struct Series<'a> {
    observed: Vec<(&'a Period, Observation)>,
    decimals: u8,
}

impl<'a> Series<'a> {
    fn of(basis: &Basis<'a>, card: &Indicator) -> Series<'a> {
        let periods = basis.data.periods.iter().filter(|period| period.year.is_some());
        let observed = periods.filter_map(|period| {
            let observation = basis.data.dataset.get(card.id, basis.programme.area, period.id)?;
            Some((period, observation))
        });
        Series { observed: observed.collect(), decimals: card.decimals }
    }

    fn newest(&self) -> Option<(&'a Period, Observation)> {
        self.observed.last().copied()
    }

    /// The newest period up to the programme's first year in which the data show the start value as printed.
    fn start(&self, start: Option<f64>, first_year: i16) -> Option<&'a Period> {
        let start = start?;
        let shows = |observation: &Observation| {
            observation
                .value
                .is_some_and(|value| printed_units(value, self.decimals) == printed_units(start, self.decimals))
        };
        let up_to = |period: &Period| period.year.is_some_and(|year| year <= first_year);
        self.observed.iter().rev().find(|(period, seen)| up_to(period) && shows(seen)).map(|(period, _)| *period)
    }
}

/// The period that a start value was taken from.
fn period_of<'a>(basis: &Basis<'a>, bound: &BoundValue) -> Option<&'a Period> {
    match bound.binding()? {
        BindingRef::Value { period, .. } => basis.data.period_by_label(&period),
        BindingRef::Change { .. }
        | BindingRef::Place { .. }
        | BindingRef::Rank { .. }
        | BindingRef::RankInterval { .. }
        | BindingRef::Index { .. }
        | BindingRef::Participants
        | BindingRef::TopPlaces
        | BindingRef::BurdenCount { .. }
        | BindingRef::BurdenInSection { .. }
        | BindingRef::Costs { .. } => None,
    }
}

fn time_share(start: i16, now: i16, end: Option<i16>) -> Option<f64> {
    let end = end.filter(|end| *end > start)?;
    Some(f64::from(now - start) / f64::from(end - start))
}

/// How far the value is. What prints like the start has not moved; what prints like the target is there.
fn progress(card: &Indicator, start: Option<f64>, target: f64, now: f64, time: Option<f64>) -> TargetProgress {
    way_to(card.direction, card.decimals, (start, target, now), time)
}

fn way_to(
    direction: Direction,
    decimals: u8,
    (start, target, now): (Option<f64>, f64, f64),
    time: Option<f64>,
) -> TargetProgress {
    let at = |value| printed_units(value, decimals);
    let moved = start.filter(|start| at(*start) != at(target));
    let rising = match (moved, direction) {
        (Some(start), _) => target > start,
        (None, Direction::LowIsNeed) => true,
        (None, Direction::HighIsNeed) => false,
        // Nobody said which way: only the value itself is the target.
        (None, Direction::Context) if at(now) == at(target) => return TargetProgress::Reached,
        (None, Direction::Context) => return TargetProgress::NotYet { way: None, time },
    };
    let there = if rising { at(now) >= at(target) } else { at(now) <= at(target) };
    if there {
        return TargetProgress::Reached;
    }
    let Some(start) = moved else {
        // The start was to be held, or is not known.
        return if start.is_some() { TargetProgress::Worse } else { TargetProgress::NotYet { way: None, time } };
    };
    if at(now) == at(start) {
        return TargetProgress::NotYet { way: Some(0.0), time };
    }
    let way = (now - start) / (target - start);
    if way < 0.0 {
        TargetProgress::Worse
    } else if time.is_none_or(|time| way >= time) {
        TargetProgress::OnTheWay { way, time }
    } else {
        TargetProgress::NotYet { way: Some(way), time }
    }
}

/// The break of the series after the start and up to now.
fn broken(card: &Indicator, start: i16, now: i16) -> Option<&crate::domain::SeriesBreak> {
    card.breaks.iter().find(|found| found.year > start && found.year <= now)
}

fn notes(card: &Indicator, reading: &TargetReading, newest: &Observation, start_year: i16, year: i16) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(found) = broken(card, start_year, year) {
        notes.push(words::broken(found.year, &found.reason));
    }
    match newest.status {
        Status::Provisional | Status::Revised | Status::Estimated | Status::Limited => {
            notes.push(words::qualified(newest.status));
        }
        Status::Reported
        | Status::Nil
        | Status::Missing
        | Status::Suppressed
        | Status::Unreliable
        | Status::Later
        | Status::NotMeaningful => {}
    }
    let has_moved = match reading.progress {
        TargetProgress::Reached | TargetProgress::OnTheWay { .. } | TargetProgress::Worse => true,
        TargetProgress::NotYet { way, .. } => way.is_some_and(|way| way > 0.0),
        TargetProgress::NoNewerData
        | TargetProgress::WithoutValue(_)
        | TargetProgress::NotComparable
        | TargetProgress::OwnCount
        | TargetProgress::NotMeasurable => false,
    };
    let interval = rate_interval(newest, card, Confidence::NinetyFive);
    if has_moved
        && let (Some(start), Some(interval)) = (reading.start, interval)
        && (interval.low..=interval.high).contains(&start)
    {
        notes.push(words::within_chance());
    }
    if let (Some(start), Some(target)) = (reading.start, reading.target)
        && wants_more_need(card.direction, start, target)
    {
        notes.push(words::against_direction());
    }
    notes
}

fn wants_more_need(direction: Direction, start: f64, target: f64) -> bool {
    match direction {
        Direction::HighIsNeed => target > start,
        Direction::LowIsNeed => target < start,
        Direction::Context => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::IndicatorId;

    fn card(direction: Direction) -> Indicator {
        Indicator {
            id: IndicatorId(1),
            code: "I".into(),
            name: "Indikator".into(),
            definition: String::new(),
            numerator: String::new(),
            denominator: String::new(),
            age_bounds: String::new(),
            unit: "%".into(),
            scale: 100.0,
            decimals: 1,
            direction,
            dimension: String::new(),
            handlungsfeld: None,
            source: String::new(),
            caveat: String::new(),
            is_population: false,
            breaks: Vec::new(),
        }
    }

    #[test]
    fn the_way_is_measured_against_the_time() {
        let high = card(Direction::HighIsNeed);
        let at = |now, time| progress(&high, Some(20.0), 16.0, now, Some(time));
        assert_eq!(at(18.0, 0.5), TargetProgress::OnTheWay { way: 0.5, time: Some(0.5) });
        assert_eq!(at(19.0, 0.5), TargetProgress::NotYet { way: Some(0.25), time: Some(0.5) });
        assert_eq!(at(16.0, 0.5), TargetProgress::Reached);
        assert_eq!(at(15.0, 0.5), TargetProgress::Reached);
        assert_eq!(at(20.5, 0.5), TargetProgress::Worse);
    }

    #[test]
    fn what_prints_like_the_start_has_not_moved() {
        let found = progress(&card(Direction::HighIsNeed), Some(20.0), 16.0, 20.04, Some(0.5));
        assert_eq!(found, TargetProgress::NotYet { way: Some(0.0), time: Some(0.5) });
        assert!(found.is_unchanged());
        assert!(!TargetProgress::NotYet { way: Some(0.25), time: None }.is_unchanged());
    }

    #[test]
    fn a_target_above_the_start_is_reached_from_below() {
        let low = card(Direction::LowIsNeed);
        assert_eq!(progress(&low, Some(40.0), 50.0, 51.0, None), TargetProgress::Reached);
        assert_eq!(progress(&low, Some(40.0), 50.0, 39.0, None), TargetProgress::Worse);
    }

    #[test]
    fn a_value_that_is_to_be_held_is_reached_unless_it_gets_worse() {
        let high = card(Direction::HighIsNeed);
        assert_eq!(progress(&high, Some(20.0), 20.0, 19.0, None), TargetProgress::Reached);
        assert_eq!(progress(&high, Some(20.0), 20.0, 21.0, None), TargetProgress::Worse);
    }

    #[test]
    fn without_a_start_the_direction_of_the_indicator_decides() {
        assert_eq!(progress(&card(Direction::HighIsNeed), None, 16.0, 15.0, None), TargetProgress::Reached);
        let not_yet = TargetProgress::NotYet { way: None, time: None };
        assert_eq!(progress(&card(Direction::LowIsNeed), None, 16.0, 15.0, None), not_yet);
        assert_eq!(progress(&card(Direction::Context), None, 16.0, 15.0, None), not_yet);
    }

    #[test]
    fn the_time_counts_from_the_period_of_the_start() {
        assert_eq!(time_share(2025, 2026, Some(2029)), Some(0.25));
        assert_eq!(time_share(2025, 2026, Some(2025)), None);
        assert_eq!(time_share(2025, 2026, None), None);
    }
}
