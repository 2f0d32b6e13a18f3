//! Which automatic copies of a project stay: many of the last hours, fewer of the last days, weeks and months.

use jiff::ToSpan;
use jiff::civil::DateTime;
use std::collections::BTreeSet;

/// What all automatic copies of a project may take together, bytes. The three newest stay in any case.
const MOST_BYTES: u64 = 2 << 30;
const ALWAYS_KEPT: usize = 3;

/// An automatic copy, as its name and size tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Copy<T> {
    /// What stands for it.
    pub(super) of: T,
    /// When it was made, local time.
    pub(super) at: DateTime,
    /// Its size.
    pub(super) bytes: u64,
}

/// The copies that may go: of each hour of the last 24, each day of the last 12, each week of the last 10 and each
/// month of the last 9 the newest stays, as long as all of them stay below [`MOST_BYTES`].
pub(super) fn superfluous<T>(mut copies: Vec<Copy<T>>, now: DateTime) -> Vec<T> {
    copies.sort_by_key(|copy| std::cmp::Reverse(copy.at));
    let (mut taken, mut bytes, mut goes) = (BTreeSet::new(), 0_u64, Vec::new());
    for (place, copy) in copies.into_iter().enumerate() {
        let has_place = span(copy.at, now).is_some_and(|span| taken.insert(span));
        let fits = bytes.saturating_add(copy.bytes) <= MOST_BYTES;
        if (has_place && fits) || place < ALWAYS_KEPT {
            bytes = bytes.saturating_add(copy.bytes);
        } else {
            goes.push(copy.of);
        }
    }
    goes
}

/// The span of time that a moment stands for, the longer the older it is; none if it is too old to be kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Span {
    Hour(i16, i16, i8),
    Day(i16, i16),
    Week(i16, i8),
    Month(i16, i8),
}

fn span(at: DateTime, now: DateTime) -> Option<Span> {
    let back = |span: jiff::Span| now.checked_sub(span).unwrap_or(DateTime::MIN);
    if at > back(24.hours()) {
        Some(Span::Hour(at.year(), at.day_of_year(), at.hour()))
    } else if at > back(12.days()) {
        Some(Span::Day(at.year(), at.day_of_year()))
    } else if at > back(10.weeks()) {
        let week = at.date().iso_week_date();
        Some(Span::Week(week.year(), week.week()))
    } else if at > back(9.months()) {
        Some(Span::Month(at.year(), at.month()))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    fn copies(moments: &[DateTime], bytes: u64) -> Vec<Copy<DateTime>> {
        moments.iter().map(|at| Copy { of: *at, at: *at, bytes }).collect()
    }

    fn kept(moments: &[DateTime], now: DateTime) -> Vec<DateTime> {
        let goes = superfluous(copies(moments, 1), now);
        moments.iter().copied().filter(|at| !goes.contains(at)).collect()
    }

    #[test]
    fn a_year_of_hourly_copies_thins_out_to_hours_days_weeks_and_months() {
        let mut now = datetime(2026, 1, 1, 8, 0, 0, 0);
        let mut held: Vec<DateTime> = Vec::new();
        for _ in 0..365 * 24 {
            now = now.checked_add(1.hour()).expect("within the calendar");
            held.push(now);
            held = kept(&held, now);
        }
        let age = |at: &&DateTime, from: jiff::Span, to: jiff::Span| {
            **at > now.checked_sub(to).expect("in range") && **at <= now.checked_sub(from).expect("in range")
        };
        let number = |from: jiff::Span, to: jiff::Span| held.iter().filter(|at| age(at, from, to)).count();
        assert_eq!(number(0.hours(), 24.hours()), 24);
        assert!((10..=12).contains(&number(24.hours(), 12.days())), "{held:?}");
        assert!((8..=10).contains(&number(12.days(), 10.weeks())), "{held:?}");
        assert!((6..=8).contains(&number(10.weeks(), 9.months())), "{held:?}");
        assert!(held.iter().all(|at| *at > now.checked_sub(9.months()).expect("in range")));
    }

    #[test]
    fn the_three_newest_stay_however_old_they_are() {
        let old = [
            datetime(2020, 1, 1, 8, 0, 0, 0),
            datetime(2020, 1, 2, 8, 0, 0, 0),
            datetime(2020, 1, 3, 8, 0, 0, 0),
            datetime(2020, 1, 4, 8, 0, 0, 0),
        ];
        assert_eq!(kept(&old, datetime(2026, 1, 1, 8, 0, 0, 0)), old[1..]);
    }

    #[test]
    fn of_large_projects_fewer_copies_stay() {
        let now = datetime(2026, 1, 10, 12, 0, 0, 0);
        let days: Vec<DateTime> = (1..=9).map(|day| datetime(2026, 1, day, 8, 0, 0, 0)).collect();
        let goes = superfluous(copies(&days, 400 << 20), now);
        assert_eq!(goes, days[..4].iter().rev().copied().collect::<Vec<_>>(), "five of 400 MiB fit");
    }
}
