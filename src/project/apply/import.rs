//! Imports: one transaction, however many values.

use super::{Applied, Cx, area, free, indicator, known_area, require};
use crate::domain::{
    AreaId, DatasetBuilder, Import, ImportBatch, ImportId, ImportRow, ImportState, Indicator, IndicatorId, Period,
    PeriodId,
};
use crate::project::{ImportCommand, ProjectError};
use crate::store::{ObservationRow, digest_of};
use crate::text::label::{self, Noun};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn apply(cx: &Cx<'_>, command: ImportCommand) -> Result<Applied, ProjectError> {
    match command {
        ImportCommand::Run(batch) => run(cx, *batch),
        ImportCommand::SetState { import, state } => set_state(cx, import, state),
        ImportCommand::SetSourceNote { import, source_note } => set_source_note(cx, import, &source_note),
    }
}

fn run(cx: &Cx<'_>, mut batch: ImportBatch) -> Result<Applied, ProjectError> {
    let new_areas = area::insert(cx, std::mem::take(&mut batch.new_areas))?;
    add_synonyms(cx, &batch.new_synonyms)?;
    let places = Places {
        areas: area::resolve_targets(cx, &batch.areas, &new_areas)?,
        indicators: indicators(cx, &batch)?,
        periods: periods(cx, &batch.periods)?,
    };
    let order = places.order(&batch)?;
    refuse_doubles(cx, &places, &batch, &order)?;
    let total = 2 * order.len();
    let rows = |done: usize| {
        let (places, batch) = (&places, &batch);
        order.iter().enumerate().map(move |(at, &row)| {
            if at % STEP == 0 {
                cx.progress.step((done + at) as u64, total as u64)?;
            }
            places.row(batch, row as usize).ok_or(ProjectError::ImportInconsistent { row: row as usize + 1 })
        })
    };
    let id = cx.tx.add_import(&import(cx, &batch), &digest_of(rows(0))?)?;
    let mut added = DatasetBuilder::default();
    let written = rows(order.len()).inspect(|row| {
        let written = row.as_ref().map(|row| row.observation(id, batch.demonstration));
        written.into_iter().for_each(|observation| added.push(observation));
    });
    cx.tx.add_observations(id, written)?;
    cx.progress.check()?;
    if let Some(original) = &batch.original {
        let sound = original.unpack(batch.size_bytes, &batch.sha256).is_some();
        sound.then_some(()).ok_or(ProjectError::OriginalDiffers { file: batch.file_name.clone() })?;
        cx.tx.add_original(id, original)?;
    }
    let applied = Applied::created(id.0, label::import_run(&batch.file_name));
    Ok(Applied { added: Some(added.build()), ..applied })
}

/// Values between two looks whether the planner wants to stop: a few milliseconds.
const STEP: usize = 4096;

fn import(cx: &Cx<'_>, batch: &ImportBatch) -> Import {
    let values = batch.rows.iter().filter(|row| row.value.get().is_some()).count();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Import {
        id: ImportId(0),
        file_name: batch.file_name.clone(),
        sha256: batch.sha256.clone(),
        size_bytes: batch.size_bytes,
        file_date: batch.file_date.clone(),
        imported_at: cx.at.to_owned(),
        sheets: batch.sheets.clone(),
        mapping: batch.mapping.clone(),
        source_note: batch.source_note.clone(),
        values: count(values),
        without_value: count(batch.rows.len() - values),
        refused: batch.refused,
        demonstration: batch.demonstration,
        state: ImportState::Active,
        original_bytes: None,
    }
}

/// What the indices of a batch stand for.
struct Places {
    areas: Vec<AreaId>,
    indicators: Vec<IndicatorId>,
    periods: Vec<PeriodId>,
}

impl Places {
    /// The rows of a batch by indicator, period and area: the order in which the file keeps them.
    fn order(&self, batch: &ImportBatch) -> Result<Vec<u32>, ProjectError> {
        let known = |row: &ImportRow| {
            let places = [
                (row.area, self.areas.len()),
                (row.period, self.periods.len()),
                (row.indicator, self.indicators.len()),
            ];
            places.iter().all(|&(at, known)| (at as usize) < known)
        };
        if let Some(row) = batch.rows.iter().position(|row| !known(row) || !is_sound(row)) {
            return Err(ProjectError::ImportInconsistent { row: row + 1 });
        }
        let rows = &batch.rows;
        let mut order: Vec<u32> = (0_u32..).take(rows.len()).collect();
        counting_sort(&mut order, &ranks(&self.areas), |at| rows[at as usize].area);
        counting_sort(&mut order, &ranks(&self.periods), |at| rows[at as usize].period);
        counting_sort(&mut order, &ranks(&self.indicators), |at| rows[at as usize].indicator);
        Ok(order)
    }

    /// Where a row belongs; `None` if an index leads nowhere.
    fn of(&self, row: &ImportRow) -> Option<(IndicatorId, PeriodId, AreaId)> {
        let indicator = *self.indicators.get(row.indicator as usize)?;
        Some((indicator, *self.periods.get(row.period as usize)?, *self.areas.get(row.area as usize)?))
    }

    /// A row with identities; `None` if an index leads nowhere.
    fn row<'a>(&self, batch: &'a ImportBatch, at: usize) -> Option<ObservationRow<'a>> {
        let row = batch.rows.get(at)?;
        let (indicator, period, area) = self.of(row)?;
        Some(ObservationRow {
            indicator,
            period,
            area,
            value: row.value.get(),
            numerator: row.numerator(),
            denominator: row.denominator(),
            status: row.status,
            cell: row.cell,
            original: batch.texts.get(at),
        })
    }
}

/// The place of each identity in ascending order; the same for the same identity.
fn ranks<T: Ord + Copy>(ids: &[T]) -> Vec<u32> {
    let sorted: BTreeSet<T> = ids.iter().copied().collect();
    let rank: BTreeMap<T, u32> = sorted.into_iter().zip(0..).collect();
    ids.iter().map(|id| rank.get(id).copied().unwrap_or(u32::MAX)).collect()
}

/// Sorts rows by the rank of what each names, without changing the order among equals: a million of them take no more
/// room than a second list.
fn counting_sort(rows: &mut Vec<u32>, ranks: &[u32], named: impl Fn(u32) -> u32) {
    let rank = |row: u32| ranks[named(row) as usize] as usize;
    let mut starts = vec![0_u32; ranks.len() + 1];
    rows.iter().for_each(|&row| starts[rank(row) + 1] += 1);
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut sorted = vec![0; rows.len()];
    for &row in rows.iter() {
        let next = &mut starts[rank(row)];
        sorted[*next as usize] = row;
        *next += 1;
    }
    *rows = sorted;
}

/// Whether value and status agree and all numbers are finite.
fn is_sound(row: &ImportRow) -> bool {
    let finite = |value: Option<f64>| value.is_none_or(f64::is_finite);
    row.value.get().is_some() == row.status.has_value()
        && finite(row.value.get())
        && finite(row.numerator())
        && finite(row.denominator())
}

fn add_synonyms(cx: &Cx<'_>, synonyms: &[(AreaId, String)]) -> Result<(), ProjectError> {
    let mut seen = BTreeSet::new();
    for (id, synonym) in synonyms {
        let known = known_area(cx, *id)?;
        let new = !known.synonyms.contains(synonym) && !synonym.trim().is_empty();
        if new && seen.insert((*id, synonym)) {
            cx.tx.add_synonym(*id, known.synonyms.len() + seen.len() - 1, synonym)?;
        }
    }
    Ok(())
}

fn indicators(cx: &Cx<'_>, batch: &ImportBatch) -> Result<Vec<IndicatorId>, ProjectError> {
    let mut created: Vec<(&str, IndicatorId)> = Vec::new();
    for card in &batch.new_indicators {
        indicator::check(card)?;
        let taken = known_indicator(cx, &card.code).is_some() || created.iter().any(|(code, _)| *code == card.code);
        free(Noun::Indicator, &card.code, taken)?;
        created.push((&card.code, cx.tx.put_indicator(None, card)?));
    }
    let find = |code: &String| {
        known_indicator(cx, code)
            .map(|card| card.id)
            .or_else(|| created.iter().find(|(new, _)| new == code).map(|(_, id)| *id))
            .ok_or(ProjectError::Unknown { noun: Noun::Indicator })
    };
    batch.indicators.iter().map(find).collect()
}

fn known_indicator<'a>(cx: &Cx<'a>, code: &str) -> Option<&'a Indicator> {
    cx.before.data.indicator_by_code(code)
}

fn periods(cx: &Cx<'_>, labels: &[String]) -> Result<Vec<PeriodId>, ProjectError> {
    let mut ids: Vec<(String, PeriodId)> = Vec::new();
    for text in labels {
        require(Noun::Period, text)?;
        let known = cx.before.data.period_by_label(text).map(|period| period.id);
        let earlier = ids.iter().find(|(label, _)| label == text).map(|(_, id)| *id);
        let id = match known.or(earlier) {
            Some(id) => id,
            None => cx.tx.put_period(None, &period(text))?,
        };
        ids.push((text.clone(), id));
    }
    Ok(ids.into_iter().map(|(_, id)| id).collect())
}

fn period(label: &str) -> Period {
    Period {
        id: PeriodId(0),
        label: label.to_owned(),
        year: Period::year_of_label(label),
        reference_date: jiff::civil::Date::strptime("%d.%m.%Y", label.trim()).ok(),
    }
}

fn refuse_doubles(cx: &Cx<'_>, places: &Places, batch: &ImportBatch, order: &[u32]) -> Result<(), ProjectError> {
    let key = |at: u32| batch.rows.get(at as usize).and_then(|row| places.of(row));
    let mut keys = order.iter().map(|&at| key(at));
    let mut before = keys.next().flatten();
    let twice = keys.find_map(|key| {
        let same = key.filter(|_| key == before);
        before = key;
        same
    });
    let Some((indicator, period, area)) = twice else { return Ok(()) };
    let name = |names: &[String], at: Option<usize>| at.and_then(|at| names.get(at)).cloned().unwrap_or_default();
    let area = cx.tx.area_rows()?.into_iter().find(|known| known.id == area);
    Err(ProjectError::ValueTwice {
        indicator: name(&batch.indicators, places.indicators.iter().position(|id| *id == indicator)),
        area: area.map(|area| area.name).unwrap_or_default(),
        period: name(&batch.periods, places.periods.iter().position(|id| *id == period)),
    })
}

fn set_state(cx: &Cx<'_>, id: ImportId, state: ImportState) -> Result<Applied, ProjectError> {
    let import = known(cx, id)?;
    cx.tx.set_import_state(id, state)?;
    Ok(Applied::changed(match state {
        ImportState::Active => label::import_active(&import.file_name),
        ImportState::Withdrawn => label::import_withdrawn(&import.file_name),
    }))
}

fn set_source_note(cx: &Cx<'_>, id: ImportId, source_note: &str) -> Result<Applied, ProjectError> {
    let import = known(cx, id)?;
    cx.tx.set_source_note(id, source_note)?;
    Ok(Applied::changed(label::source_note_changed(&import.file_name)))
}

fn known<'a>(cx: &Cx<'a>, id: ImportId) -> Result<&'a Import, ProjectError> {
    cx.before.data.import(id).ok_or(ProjectError::Unknown { noun: Noun::Import })
}
