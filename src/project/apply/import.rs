//! Imports: one transaction, however many values.

use super::{Applied, Cx, area, free, indicator, known_area, require};
use crate::domain::{
    AreaId, Import, ImportBatch, ImportId, ImportRow, ImportState, Indicator, IndicatorId, Period, PeriodId,
};
use crate::project::{ImportCommand, ProjectError};
use crate::store::{ObservationRow, digest_of};
use crate::text::label::{self, Noun};
use std::collections::BTreeSet;

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
    let mut rows = Vec::with_capacity(batch.rows.len());
    for (at, row) in std::mem::take(&mut batch.rows).into_iter().enumerate() {
        rows.push(places.resolve(row).ok_or(ProjectError::ImportInconsistent { row: at + 1 })?);
    }
    rows.sort_by_key(|row| (row.indicator, row.period, row.area));
    refuse_doubles(cx, &places, &batch, &rows)?;
    let id = cx.tx.add_import(&import(cx, &batch, &rows), &digest_of(&rows))?;
    cx.tx.add_observations(id, &rows)?;
    Ok(Applied::created(id.0, label::import_run(&batch.file_name)))
}

fn import(cx: &Cx<'_>, batch: &ImportBatch, rows: &[ObservationRow]) -> Import {
    let values = rows.iter().filter(|row| row.value.is_some()).count();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Import {
        id: ImportId(0),
        file_name: batch.file_name.clone(),
        sha256: batch.sha256.clone(),
        size_bytes: batch.size_bytes,
        imported_at: cx.at.to_owned(),
        sheets: batch.sheets.clone(),
        mapping: batch.mapping.clone(),
        source_note: batch.source_note.clone(),
        values: count(values),
        without_value: count(rows.len() - values),
        refused: batch.refused,
        demonstration: batch.demonstration,
        state: ImportState::Active,
    }
}

/// What the indices of a batch stand for.
struct Places {
    areas: Vec<AreaId>,
    indicators: Vec<IndicatorId>,
    periods: Vec<PeriodId>,
}

impl Places {
    /// The row with identities; `None` if an index leads nowhere or value and status contradict each other.
    fn resolve(&self, row: ImportRow) -> Option<ObservationRow> {
        let at = |index: u32| usize::try_from(index).ok();
        let finite = |value: Option<f64>| value.is_none_or(f64::is_finite);
        let sound = row.value.is_some() == row.status.has_value()
            && finite(row.value)
            && finite(row.numerator)
            && finite(row.denominator);
        Some(ObservationRow {
            indicator: *self.indicators.get(at(row.indicator)?)?,
            period: *self.periods.get(at(row.period)?)?,
            area: *self.areas.get(at(row.area)?)?,
            value: row.value,
            numerator: row.numerator,
            denominator: row.denominator,
            status: row.status,
            cell: row.cell,
            original: row.text,
        })
        .filter(|_| sound)
    }
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

fn refuse_doubles(
    cx: &Cx<'_>,
    places: &Places,
    batch: &ImportBatch,
    rows: &[ObservationRow],
) -> Result<(), ProjectError> {
    let same = |pair: &&[ObservationRow]| {
        (pair[0].indicator, pair[0].period, pair[0].area) == (pair[1].indicator, pair[1].period, pair[1].area)
    };
    let Some(pair) = rows.windows(2).find(same) else { return Ok(()) };
    let name = |names: &[String], at: Option<usize>| at.and_then(|at| names.get(at)).cloned().unwrap_or_default();
    let area = cx.tx.area_rows()?.into_iter().find(|area| area.id == pair[0].area);
    Err(ProjectError::ValueTwice {
        indicator: name(&batch.indicators, places.indicators.iter().position(|id| *id == pair[0].indicator)),
        area: area.map(|area| area.name).unwrap_or_default(),
        period: name(&batch.periods, places.periods.iter().position(|id| *id == pair[0].period)),
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
