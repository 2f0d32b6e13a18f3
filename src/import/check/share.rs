//! Shares beside the counts that they follow from: those that do not, and suppressed cells that they give away.

use super::Notes;
use super::subject::{Card, Measure, Series, Subject};
use crate::domain::{CellRef, IndicatorId, PeriodId, Status};
use crate::import::draft::DraftRow;
use crate::import::issue::{IssueKind, Severity};
use crate::import::mapping::{ColumnRole, ValuePart};
use crate::import::sign::Reading;
use std::collections::HashMap;

/// Fewer areas may show a quotient by chance.
const LEAST_COMPARED: usize = 5;

/// Areas that are enough to show one.
const MOST_COMPARED: usize = 50;

/// Counts of a table among which the parts of a share are sought.
const MOST_COUNTS: usize = 40;

/// Where the counts of a share stand.
pub(super) struct Relation {
    /// Index of the share among the indicators of the draft.
    share: u32,
    numerator: Side,
    denominator: Side,
}

/// A count of a share: among the indicators of the draft, of the project, or of both.
struct Side {
    name: String,
    in_file: Option<u32>,
    in_project: Option<IndicatorId>,
}

/// A count with its place, if it stands in the file.
struct Count {
    value: f64,
    cell: Option<CellRef>,
}

/// The shares of the draft with their counts: named by their card, else shown by most of their values.
pub(super) fn relations(subject: &Subject<'_>) -> Vec<Relation> {
    let relation = |(share, card): (usize, &Card<'_>)| {
        let share = u32::try_from(share).ok()?;
        named(subject, share, card).or_else(|| shown(subject, share, card))
    };
    subject.cards.iter().enumerate().filter_map(relation).collect()
}

/// The counts that the card of a share names.
fn named(subject: &Subject<'_>, share: u32, card: &Card<'_>) -> Option<Relation> {
    let (numerator, denominator) = card.parts;
    Some(Relation { share, numerator: side(subject, numerator)?, denominator: side(subject, denominator)? })
}

/// The two counts of the file of which most values of a share are the quotient.
fn shown(subject: &Subject<'_>, share: u32, card: &Card<'_>) -> Option<Relation> {
    if card.measure != Measure::Share {
        return None;
    }
    let series = subject.series_of_indicator(share).iter().max_by_key(|series| series.rows.len())?;
    let shares: Vec<(u32, f64)> =
        subject.rows(series).filter_map(|row| Some((row.area, row.value.get()?))).take(MOST_COMPARED).collect();
    if shares.len() < LEAST_COMPARED || shares.iter().all(|(_, value)| value.abs() < 1e-9) {
        return None;
    }
    let counts: Vec<(u32, HashMap<u32, &DraftRow>)> = counted(subject)
        .filter_map(|indicator| Some((indicator, by_area(subject, subject.series_of(indicator, series.period)?))))
        .take(MOST_COUNTS)
        .collect();
    let pairs = counts.iter().flat_map(|above| counts.iter().map(move |below| (above, below)));
    let (above, below) = pairs
        .filter(|(above, below)| above.0 != below.0)
        .find(|(above, below)| is_quotient(&shares, card.scale, &above.1, &below.1))?;
    let side = |indicator: u32| Side {
        name: subject.cards[indicator as usize].name.to_owned(),
        in_file: Some(indicator),
        in_project: None,
    };
    Some(Relation { share, numerator: side(above.0), denominator: side(below.0) })
}

fn counted<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = u32> + 'a {
    let counts = subject.cards.iter().enumerate().filter(|(_, card)| card.measure == Measure::Count);
    counts.filter_map(|(at, _)| u32::try_from(at).ok())
}

/// Whether at least four of five shares follow from two counts.
fn is_quotient(
    shares: &[(u32, f64)],
    scale: f64,
    above: &HashMap<u32, &DraftRow>,
    below: &HashMap<u32, &DraftRow>,
) -> bool {
    let computed = |area: &u32| {
        let (above, below) = (above.get(area)?.value.get()?, below.get(area)?.value.get()?);
        (below > 0.0).then(|| scale * above / below)
    };
    let compared: Vec<(f64, f64)> =
        shares.iter().filter_map(|(area, share)| computed(area).map(|computed| (*share, computed))).collect();
    let follows = compared.iter().filter(|(share, computed)| (share - computed).abs() <= last_digit(*share)).count();
    compared.len() >= LEAST_COMPARED && follows * 5 >= compared.len() * 4
}

fn side(subject: &Subject<'_>, label: &str) -> Option<Side> {
    let wanted = plain(label);
    if wanted.is_empty() {
        return None;
    }
    let means = |code: &str, name: &str| plain(code) == wanted || plain(name) == wanted;
    let in_file = subject.cards.iter().position(|card| means(card.code, card.name));
    let known = subject.data.indicators.iter().find(|card| means(&card.code, &card.name));
    if in_file.is_none() && known.is_none() {
        return None;
    }
    Some(Side {
        name: label.to_owned(),
        in_file: in_file.and_then(|at| u32::try_from(at).ok()),
        in_project: known.map(|card| card.id),
    })
}

/// Letters and digits only, small.
fn plain(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(super) fn check(subject: &Subject<'_>, series: &Series, relations: &[Relation], notes: &mut Notes) {
    hidden_parts(subject, series, notes);
    for relation in relations {
        let denominators = || Counts::new(subject, series, &relation.denominator);
        if relation.share == series.indicator {
            let (numerators, denominators) = (Counts::new(subject, series, &relation.numerator), denominators());
            for row in subject.rows(series) {
                compare(subject.card(series).scale, row, (&numerators, &denominators), notes);
            }
        }
        if relation.numerator.in_file == Some(series.indicator) {
            hidden_counts(subject, series, relation, &denominators(), notes);
        }
    }
}

/// The counts of one side in the period of a series: of the file, else of the project.
struct Counts<'a> {
    subject: &'a Subject<'a>,
    name: &'a str,
    in_file: HashMap<u32, &'a DraftRow>,
    in_project: Option<(IndicatorId, PeriodId)>,
}

impl<'a> Counts<'a> {
    fn new(subject: &'a Subject<'a>, series: &Series, side: &'a Side) -> Counts<'a> {
        let here = side.in_file.and_then(|indicator| subject.series_of(indicator, series.period));
        Counts {
            subject,
            name: &side.name,
            in_file: here.map(|here| by_area(subject, here)).unwrap_or_default(),
            in_project: side.in_project.zip(subject.period(series).id),
        }
    }

    fn of(&self, row: &DraftRow) -> Option<Count> {
        if let Some(found) = self.in_file.get(&row.area) {
            return found.value.get().map(|value| Count { value, cell: Some(found.cell) });
        }
        let (indicator, period) = self.in_project?;
        let value = self.subject.data.dataset.value(indicator, self.subject.place(row).id?, period)?;
        Some(Count { value, cell: None })
    }
}

fn by_area<'a>(subject: &Subject<'a>, series: &Series) -> HashMap<u32, &'a DraftRow> {
    subject.rows(series).map(|row| (row.area, row)).collect()
}

/// A share beside its counts; a suppressed share beside both is none.
fn compare(scale: f64, row: &DraftRow, (above, below): (&Counts<'_>, &Counts<'_>), notes: &mut Notes) {
    // Counts in the row itself have been compared when it was read.
    if row.numerator().is_some() && row.denominator().is_some() {
        return;
    }
    let (Some(numerator), Some(denominator)) = (above.of(row), below.of(row)) else { return };
    if denominator.value <= 0.0 {
        return;
    }
    let computed = scale * numerator.value / denominator.value;
    match row.value.get() {
        Some(value) if (value - computed).abs() > last_digit(value) => {
            let kind = IssueKind::DiffersFromCounts {
                value,
                computed,
                numerator: above.name.to_owned(),
                denominator: below.name.to_owned(),
                stored: numerator.cell.is_none() || denominator.cell.is_none(),
            };
            notes.at(row.cell, Severity::Check, kind);
        }
        Some(_) => {}
        None => {
            let from: Vec<CellRef> = [numerator.cell, denominator.cell].into_iter().flatten().collect();
            if row.status == Status::Suppressed && from.len() == 2 {
                notes.at(row.cell, Severity::Check, IssueKind::RecoverableFromShare { from });
            }
        }
    }
}

/// Suppressed counts beside a share and its denominator.
fn hidden_counts(
    subject: &Subject<'_>,
    series: &Series,
    relation: &Relation,
    denominators: &Counts<'_>,
    notes: &mut Notes,
) {
    let Some(shares) = subject.series_of(relation.share, series.period) else { return };
    let shares = by_area(subject, shares);
    for row in subject.rows(series).filter(|row| row.status == Status::Suppressed) {
        let Some(share) = shares.get(&row.area).filter(|share| share.value.get().is_some()) else { continue };
        let Some(denominator) = denominators.of(row) else { continue };
        let from = std::iter::once(share.cell).chain(denominator.cell).collect();
        notes.at(row.cell, Severity::Check, IssueKind::RecoverableFromShare { from });
    }
}

/// Suppressed values, numerators and denominators whose two companions stand in the same row.
fn hidden_parts(subject: &Subject<'_>, series: &Series, notes: &mut Notes) {
    let columns = part_columns(subject, series);
    if columns.iter().flatten().count() < 3 {
        return;
    }
    for row in subject.rows(series) {
        let places = columns.map(|column| column.map(|column| CellRef { column, ..row.cell }));
        let states = places
            .map(|place| place.and_then(|place| subject.draft.cell(place.sheet, place.row, place.column)?.reading));
        let hidden: Vec<usize> =
            (0..3).filter(|&at| matches!(states[at], Some(Reading::NoValue(Status::Suppressed)))).collect();
        let shown = states.iter().filter(|state| matches!(state, Some(Reading::Value { .. }))).count();
        if let ([at], 2) = (hidden.as_slice(), shown)
            && let Some(cell) = places[*at]
        {
            let from = places.into_iter().flatten().filter(|place| *place != cell).collect();
            notes.at(cell, Severity::Check, IssueKind::RecoverableFromShare { from });
        }
    }
}

/// The columns of value, numerator and denominator of a series.
fn part_columns(subject: &Subject<'_>, series: &Series) -> [Option<u16>; 3] {
    let mapping = subject.draft.mapping();
    let (code, label) = (subject.card(series).code, subject.period(series).label);
    let of_series = |role: &ColumnRole, wanted: ValuePart| match role {
        ColumnRole::Indicator { code: own, period, part } => {
            own == code && *part == wanted && period.as_deref().is_none_or(|period| period == label)
        }
        ColumnRole::Value { period, part } => *part == wanted && period.as_deref().is_none_or(|period| period == label),
        ColumnRole::Ignore
        | ColumnRole::AreaKey
        | ColumnRole::AreaName
        | ColumnRole::IndicatorName
        | ColumnRole::Period
        | ColumnRole::Unit
        | ColumnRole::Source => false,
    };
    [ValuePart::Value, ValuePart::Numerator, ValuePart::Denominator]
        .map(|part| mapping.column_with(|role| of_series(role, part)))
}

/// Half of the last digit that a value is printed with, and a little more.
fn last_digit(value: f64) -> f64 {
    let decimals = value.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len().min(9));
    0.51 * 10_f64.powi(-i32::try_from(decimals).unwrap_or(0))
}
