//! Changes against the previous period that stand out from the changes of the other areas.

use super::Notes;
use super::subject::{Measure, PeriodView, Series, Subject};
use crate::domain::{AreaId, PeriodId};
use crate::import::draft::DraftRow;
use crate::import::issue::{IssueKind, Severity};

/// Modified z-score beyond which a value is looked at (Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers,
/// section 3.3).
const THRESHOLD: f64 = 3.5;

/// Fewer areas tell nothing about what is usual.
const LEAST_AREAS: usize = 8;

/// Fewer areas tell nothing about a factor that all share.
const LEAST_AREAS_OF_FACTOR: usize = 4;

/// A median factor as large as this, or its reciprocal, is no development: a mark or a unit has changed.
const FACTOR: f64 = 5.0;

/// Fewer cases come and go by chance.
const LEAST_CASES: f64 = 10.0;

/// A value with the one before it.
struct Change<'a> {
    row: &'a DraftRow,
    before: f64,
    value: f64,
}

pub(super) fn check(subject: &Subject<'_>, series: &Series, notes: &mut Notes) {
    let Some((before_period, changes)) = changes(subject, series) else { return };
    let card = subject.card(series);
    if let Some(factor) = shared_factor(&changes)
        && let Some(first) = changes.first()
    {
        let kind = IssueKind::AllJump { indicator: card.name.to_owned(), before_period: before_period.clone(), factor };
        notes.at(first.row.cell, Severity::Check, kind);
    }
    if changes.len() < LEAST_AREAS {
        return;
    }
    let usual = median(changes.iter().map(|change| change.value - change.before).collect());
    let scores = scores(&changes, card.measure);
    for (change, score) in changes.iter().zip(scores) {
        let is_usual = (change.value - change.before).abs() <= usual.abs();
        if score > THRESHOLD && !is_usual && matters(change, card.measure) {
            let Change { row, before, value } = *change;
            let kind = IssueKind::Jump { before, before_period: before_period.clone(), value, usual };
            notes.at(row.cell, Severity::Check, kind);
        }
    }
}

/// The values of a series beside those of the period before, of the file itself or of the project.
fn changes<'a>(subject: &Subject<'a>, series: &Series) -> Option<(String, Vec<Change<'a>>)> {
    let year = subject.period(series).year?;
    let in_file = previous_in_file(subject, series, year);
    let in_project = previous_in_project(subject, series, year);
    let (label, before) = match (in_file, in_project) {
        (Some((period, earlier)), project)
            if project.as_ref().is_none_or(|(_, _, year)| Some(*year) <= period.year) =>
        {
            let values = subject.rows(earlier).filter_map(|row| row.value.get().map(|value| (row.area, value)));
            (period.label.to_owned(), values.collect::<Vec<(u32, f64)>>())
        }
        (_, Some((period, label, _))) => {
            let indicator = subject.card(series).id?;
            let known = |area: AreaId| subject.data.dataset.value(indicator, area, period);
            let values = subject.rows(series).filter_map(|row| Some((row.area, known(subject.place(row).id?)?)));
            (label, values.collect())
        }
        (_, None) => return None,
    };
    let mut before = Before::new(before);
    let changes = subject.rows(series).filter_map(|row| {
        let value = row.value.get()?;
        Some(Change { row, before: before.of(row.area)?, value })
    });
    Some((label, changes.collect()))
}

/// Values by area. Tables mostly name their areas in the same order each time: the next one is looked at first.
struct Before {
    values: Vec<(u32, f64)>,
    next: usize,
}

impl Before {
    fn new(mut values: Vec<(u32, f64)>) -> Before {
        values.sort_by_key(|(area, _)| *area);
        Before { values, next: 0 }
    }

    fn of(&mut self, area: u32) -> Option<f64> {
        if self.values.get(self.next).is_none_or(|(next, _)| *next != area) {
            self.next = self.values.binary_search_by_key(&area, |(known, _)| *known).ok()?;
        }
        self.next += 1;
        self.values.get(self.next - 1).map(|(_, value)| *value)
    }
}

fn previous_in_file<'a, 'b>(
    subject: &'b Subject<'a>,
    series: &Series,
    year: i16,
) -> Option<(&'b PeriodView<'a>, &'b Series)> {
    let earlier = subject.series_of_indicator(series.indicator).iter().filter_map(|other| {
        let period = subject.period(other);
        period.year.filter(|&other| other < year).map(|year| (year, period, other))
    });
    earlier.max_by_key(|(year, _, _)| *year).map(|(_, period, series)| (period, series))
}

fn previous_in_project(subject: &Subject<'_>, series: &Series, year: i16) -> Option<(PeriodId, String, i16)> {
    let indicator = subject.card(series).id?;
    let earlier = subject.data.periods_of(indicator).into_iter().filter_map(|period| {
        period.year.filter(|&earlier| earlier < year).map(|year| (period.id, period.label.clone(), year))
    });
    earlier.max_by_key(|(_, _, year)| *year)
}

/// The median factor of all areas, if it is none that values take by themselves.
fn shared_factor(changes: &[Change<'_>]) -> Option<f64> {
    let factors: Vec<f64> = changes
        .iter()
        .filter(|change| change.before > 0.0 && change.value > 0.0)
        .map(|change| change.value / change.before)
        .collect();
    if factors.len() < LEAST_AREAS_OF_FACTOR {
        return None;
    }
    let factor = median(factors);
    (factor >= FACTOR || factor <= 1.0 / FACTOR).then_some(factor)
}

/// Modified z-scores of the changes: 0.6745 · |x − median| / MAD; where more than half of the changes are equal, the mean
/// absolute deviation takes the place of the MAD (factor 1 / 1.253314).
fn scores(changes: &[Change<'_>], measure: Measure) -> Vec<f64> {
    let moved: Vec<f64> = changes.iter().map(|change| size(change, measure)).collect();
    let middle = median(moved.clone());
    let off: Vec<f64> = moved.iter().map(|moved| (moved - middle).abs()).collect();
    let spread = median(off.clone()) / 0.6745;
    #[expect(clippy::cast_precision_loss, reason = "numbers of areas stay far below 2^53")]
    let mean = off.iter().sum::<f64>() / off.len().max(1) as f64;
    let spread = if spread > 1e-12 { spread } else { mean * 1.253_314 };
    off.iter().map(|off| if spread > 1e-12 { off / spread } else { 0.0 }).collect()
}

/// Counts of areas of every size are compared by their factor, everything else by its difference.
fn size(change: &Change<'_>, measure: Measure) -> f64 {
    match measure {
        // One more case keeps nought in the comparison.
        Measure::Count => ((change.value.max(0.0) + 1.0) / (change.before.max(0.0) + 1.0)).ln(),
        Measure::Share | Measure::Other => change.value - change.before,
    }
}

fn matters(change: &Change<'_>, measure: Measure) -> bool {
    let difference = (change.value - change.before).abs();
    match measure {
        Measure::Count => difference >= LEAST_CASES,
        Measure::Share => difference >= 1.0,
        Measure::Other => difference >= 0.05 * change.before.abs(),
    }
}

/// The middle of the values; of an even number, the mean of the two middle ones. Nought of none.
fn median(mut values: Vec<f64>) -> f64 {
    let middle = values.len() / 2;
    if values.is_empty() {
        return 0.0;
    }
    let is_odd = values.len() % 2 == 1;
    let (below, upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    let lower = below.iter().copied().max_by(f64::total_cmp).filter(|_| !is_odd);
    lower.map_or(*upper, |lower| f64::midpoint(lower, *upper))
}
