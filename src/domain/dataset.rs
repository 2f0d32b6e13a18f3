//! All values of a project as columns in memory: one [`Column`] per indicator and period.

use super::{AreaId, CellRef, ImportId, IndicatorId, Observation, PeriodId, Status};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// The values of one indicator in one period, one entry per area, sorted by area.
#[derive(Clone, Debug, Default)]
pub struct Column {
    areas: Arc<Vec<AreaId>>,
    values: Arc<Vec<f64>>,
    numerators: Counts,
    denominators: Counts,
    status: Arc<Vec<Status>>,
    demonstration: PerRow<bool>,
    imports: PerRow<ImportId>,
    cells: Vec<CellRef>,
    plain: bool,
}

/// Counts beside the values of a column; most columns have none and take no room for them.
#[derive(Clone, Debug, Default)]
struct Counts(Vec<f64>);

impl Counts {
    fn at(&self, row: usize) -> f64 {
        self.0.get(row).copied().unwrap_or(f64::NAN)
    }

    /// Adds the count of an observation before which there are so many.
    fn push(&mut self, before: usize, count: Option<f64>) {
        if let Some(count) = count {
            self.0.resize(before, f64::NAN);
            self.0.push(count);
        } else if !self.0.is_empty() {
            self.0.push(f64::NAN);
        }
    }
}

/// One entry per row, kept once while all are the same: a column mostly comes from one import.
#[derive(Clone, Debug)]
struct PerRow<T> {
    all: Option<T>,
    each: Vec<T>,
}

impl<T> Default for PerRow<T> {
    fn default() -> Self {
        PerRow { all: None, each: Vec::new() }
    }
}

impl<T: Copy + PartialEq> PerRow<T> {
    fn at(&self, row: usize) -> Option<T> {
        self.each.get(row).copied().or(self.all)
    }

    /// Adds the entry of a row before which there are so many.
    fn push(&mut self, before: usize, entry: T) {
        match self.all {
            Some(all) if before > 0 && self.each.is_empty() && all != entry => {
                self.each = vec![all; before];
                self.each.push(entry);
            }
            Some(_) if before > 0 && self.each.is_empty() => {}
            Some(_) if before > 0 => self.each.push(entry),
            Some(_) | None => self.all = Some(entry),
        }
    }
}

impl PartialEq for Column {
    /// Two columns are equal if they show the same; a missing value equals a missing value.
    fn eq(&self, other: &Self) -> bool {
        let same = |ours: &[f64], theirs: &[f64]| {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| a.to_bits() == b.to_bits())
        };
        self.areas == other.areas
            && same(&self.values, &other.values)
            && (0..self.len()).all(|row| self.numerators.at(row).to_bits() == other.numerators.at(row).to_bits())
            && (0..self.len()).all(|row| self.denominators.at(row).to_bits() == other.denominators.at(row).to_bits())
            && self.status == other.status
            && (0..self.len()).all(|row| self.demonstration.at(row) == other.demonstration.at(row))
            && self.imports().eq(other.imports())
            && self.cells == other.cells
    }
}

impl Column {
    /// Number of observations, with or without value.
    pub fn len(&self) -> usize {
        self.areas.len()
    }

    /// Whether there is no observation.
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// The areas observed, sorted.
    pub fn areas(&self) -> &[AreaId] {
        &self.areas
    }

    /// Values in the order of [`areas`](Self::areas); NaN where there is none.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Whether every observation is a reported number other than zero: then nothing has to be asked cell by cell.
    pub fn is_plain(&self) -> bool {
        self.plain
    }

    /// The values, to be held on to without copying them.
    pub fn shared_values(&self) -> &Arc<Vec<f64>> {
        &self.values
    }

    /// The statuses, to be held on to without copying them.
    pub fn shared_statuses(&self) -> &Arc<Vec<Status>> {
        &self.status
    }

    /// Statuses in the order of [`areas`](Self::areas).
    pub fn statuses(&self) -> &[Status] {
        &self.status
    }

    /// The imports that brought the values, in the order of [`areas`](Self::areas).
    pub fn imports(&self) -> impl Iterator<Item = ImportId> + '_ {
        (0..self.len()).filter_map(|row| self.imports.at(row))
    }

    /// How many values are invented.
    pub fn demonstration_count(&self) -> usize {
        match self.demonstration.all {
            Some(all) if self.demonstration.each.is_empty() => usize::from(all) * self.len(),
            Some(_) | None => self.demonstration.each.iter().filter(|invented| **invented).count(),
        }
    }

    /// Whether the value of a row, in the order of [`areas`](Self::areas), is invented.
    pub fn is_demonstration(&self, row: usize) -> bool {
        self.demonstration.at(row).unwrap_or(false)
    }

    fn at(&self, indicator: IndicatorId, period: PeriodId, row: usize) -> Observation {
        self.observation((indicator, period, self.areas[row]), row, self.values[row], self.status[row])
    }

    /// The observation of a row with this place, value and status.
    fn observation(
        &self,
        (indicator, period, area): (IndicatorId, PeriodId, AreaId),
        row: usize,
        value: f64,
        status: Status,
    ) -> Observation {
        let known = |value: f64| (!value.is_nan()).then_some(value);
        Observation {
            indicator,
            area,
            period,
            value: known(value),
            numerator: known(self.numerators.at(row)),
            denominator: known(self.denominators.at(row)),
            status,
            demonstration: self.is_demonstration(row),
            import: self.imports.at(row).unwrap_or(ImportId(0)),
            cell: self.cells[row],
        }
    }
}

/// A column while observations are added: what the finished one shares still grows.
#[derive(Debug, Default)]
struct Growing {
    column: Column,
    areas: Vec<AreaId>,
    values: Vec<f64>,
    status: Vec<Status>,
}

impl Growing {
    /// Takes the last observation away.
    fn pop(&mut self, indicator: IndicatorId, period: PeriodId) -> Option<Observation> {
        let (value, status) = (self.values.pop()?, self.status.pop()?);
        let (row, area) = (self.values.len(), self.areas.pop()?);
        let column = &mut self.column;
        let last = column.observation((indicator, period, area), row, value, status);
        column.numerators.0.pop();
        column.denominators.0.pop();
        column.demonstration.each.pop();
        column.imports.each.pop();
        column.cells.pop();
        Some(last)
    }

    fn push(&mut self, observation: &Observation) {
        let column = &mut self.column;
        let before = self.areas.len();
        self.areas.push(observation.area);
        self.values.push(observation.value.unwrap_or(f64::NAN));
        column.numerators.push(before, observation.numerator);
        column.denominators.push(before, observation.denominator);
        self.status.push(observation.status);
        column.demonstration.push(before, observation.demonstration);
        column.imports.push(before, observation.import);
        column.cells.push(observation.cell);
    }

    /// The column, without the room that nothing fills; it shares the list of areas of the column before it where that
    /// is the same.
    fn finish(mut self, before: Option<&Arc<Vec<AreaId>>>) -> Column {
        let areas = match before {
            Some(before) if **before == self.areas => before.clone(),
            Some(_) | None => {
                self.areas.shrink_to_fit();
                Arc::new(self.areas)
            }
        };
        self.values.shrink_to_fit();
        self.status.shrink_to_fit();
        let mut column = self.column;
        column.numerators.0.shrink_to_fit();
        column.denominators.0.shrink_to_fit();
        column.demonstration.each.shrink_to_fit();
        column.imports.each.shrink_to_fit();
        column.cells.shrink_to_fit();
        let plain =
            |(value, status): (&f64, &Status)| *status == Status::Reported && value.abs() > 0.0 && value.is_finite();
        let plain = self.values.iter().zip(&self.status).all(plain);
        Column { areas, values: Arc::new(self.values), status: Arc::new(self.status), plain, ..column }
    }
}

/// The values that count: where several imports brought the same one, the newest active import's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    columns: BTreeMap<(IndicatorId, PeriodId), Arc<Column>>,
    supersessions: Vec<Supersession>,
}

/// That an active import brought values again which an earlier active one had brought. Withdrawing the newer one lets
/// those of the older count again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supersession {
    /// The import whose values count.
    pub newer: ImportId,
    /// The import whose values it supersedes.
    pub older: ImportId,
    /// Number of values superseded.
    pub values: u32,
    /// How many of them are different now.
    pub changed: u32,
}

impl Dataset {
    /// The observation of an area, if there is one.
    pub fn get(&self, indicator: IndicatorId, area: AreaId, period: PeriodId) -> Option<Observation> {
        let column = self.columns.get(&(indicator, period))?;
        let row = column.areas.binary_search(&area).ok()?;
        Some(column.at(indicator, period, row))
    }

    /// The value of an area, if there is one and its status carries it.
    pub fn value(&self, indicator: IndicatorId, area: AreaId, period: PeriodId) -> Option<f64> {
        self.get(indicator, area, period)?.value
    }

    /// The column of an indicator and period.
    pub fn column(&self, indicator: IndicatorId, period: PeriodId) -> Option<&Column> {
        self.columns.get(&(indicator, period)).map(Arc::as_ref)
    }

    /// The periods in which an indicator has observations, by identity.
    pub fn periods_of(&self, indicator: IndicatorId) -> impl Iterator<Item = PeriodId> + '_ {
        self.columns
            .range((indicator, PeriodId(i64::MIN))..=(indicator, PeriodId(i64::MAX)))
            .map(|((_, period), _)| *period)
    }

    /// Which active import supersedes values of which, by newer and older import. Of three that brought the same value,
    /// each supersedes the one before it.
    pub fn supersessions(&self) -> &[Supersession] {
        &self.supersessions
    }

    /// Every observation, ordered by indicator, period and area.
    pub fn iter(&self) -> impl Iterator<Item = Observation> + '_ {
        self.columns.iter().flat_map(|(&(indicator, period), column)| {
            (0..column.len()).map(move |row| column.at(indicator, period, row))
        })
    }

    /// Number of observations.
    pub fn len(&self) -> usize {
        self.columns.values().map(|column| column.len()).sum()
    }

    /// Whether there is no observation.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The values that count once an import newer than all others is added; columns that it does not touch are shared.
    /// The same as building everything anew.
    #[must_use]
    pub fn extended(&self, added: Dataset) -> Dataset {
        let mut columns = self.columns.clone();
        let known = self.supersessions.iter().map(|s| ((s.newer, s.older), (s.values, s.changed)));
        let mut builder = DatasetBuilder { counts: known.collect(), ..DatasetBuilder::default() };
        for (key, newer) in added.columns {
            match columns.entry(key) {
                Entry::Vacant(free) => _ = free.insert(newer),
                Entry::Occupied(known) => builder.push_both(key, known.get(), &newer),
            }
        }
        let merged = builder.build();
        columns.extend(merged.columns);
        Dataset { columns, supersessions: merged.supersessions }
    }
}

/// What observations are ordered by: where they belong, then which of them counts.
type Place = (IndicatorId, PeriodId, AreaId, ImportId, CellRef);

/// Builds a [`Dataset`] from observations in any order; quickest, and in little room, when they come by indicator,
/// period, area and import, as the project file keeps them.
#[derive(Debug, Default)]
pub struct DatasetBuilder {
    columns: BTreeMap<(IndicatorId, PeriodId), Column>,
    open: Option<((IndicatorId, PeriodId), Growing)>,
    areas: Option<Arc<Vec<AreaId>>>,
    last: Option<Place>,
    late: Vec<Observation>,
    superseded: Vec<Observation>,
    counts: BTreeMap<(ImportId, ImportId), (u32, u32)>,
}

impl DatasetBuilder {
    /// Adds an observation. Where the same indicator, area and period come twice, the greater import wins.
    pub fn push(&mut self, observation: Observation) {
        let o = &observation;
        let place = (o.indicator, o.period, o.area, o.import, o.cell);
        if self.last.is_some_and(|last| place < last) {
            self.late.push(observation);
            return;
        }
        let superseded = self.last.is_some_and(|(i, p, a, ..)| (i, p, a) == (o.indicator, o.period, o.area));
        self.last = Some(place);
        let series = (o.indicator, o.period);
        if self.open.as_ref().is_none_or(|(open, _)| *open != series) {
            self.close();
        }
        let (_, column) = self.open.get_or_insert_with(|| (series, Growing::default()));
        if superseded && let Some(older) = column.pop(observation.indicator, observation.period) {
            count_superseded(&mut self.counts, &older, &observation);
            self.superseded.push(older);
        }
        column.push(&observation);
    }

    /// Adds two columns of the same indicator and period, of which the second is of newer imports.
    fn push_both(&mut self, (indicator, period): (IndicatorId, PeriodId), older: &Column, newer: &Column) {
        let (mut left, mut right) = (0, 0);
        while left < older.len() || right < newer.len() {
            let next = newer.areas.get(right);
            if older.areas.get(left).is_some_and(|area| next.is_none_or(|next| area <= next)) {
                self.push(older.at(indicator, period, left));
                left += 1;
            } else {
                self.push(newer.at(indicator, period, right));
                right += 1;
            }
        }
    }

    fn close(&mut self) {
        if let Some((key, column)) = self.open.take() {
            let column = column.finish(self.areas.as_ref());
            self.areas = Some(column.areas.clone());
            self.columns.insert(key, column);
        }
    }

    /// The finished dataset.
    pub fn build(mut self) -> Dataset {
        self.close();
        let supersessions = self
            .counts
            .into_iter()
            .map(|((newer, older), (values, changed))| Supersession { newer, older, values, changed })
            .collect();
        let columns = self.columns.into_iter().map(|(key, column)| (key, Arc::new(column))).collect();
        let dataset = Dataset { columns, supersessions };
        if self.late.is_empty() {
            return dataset;
        }
        let mut all: Vec<Observation> = dataset.iter().chain(self.superseded).chain(self.late).collect();
        all.sort_by_key(|o| (o.indicator, o.period, o.area, o.import, o.cell));
        let mut sorted = DatasetBuilder::default();
        all.into_iter().for_each(|observation| sorted.push(observation));
        sorted.build()
    }
}

fn count_superseded(counts: &mut BTreeMap<(ImportId, ImportId), (u32, u32)>, older: &Observation, newer: &Observation) {
    let bits = |value: Option<f64>| value.map(f64::to_bits);
    let changed = bits(older.value) != bits(newer.value) || older.status != newer.status;
    let (values, different) = counts.entry((newer.import, older.import)).or_default();
    *values += 1;
    *different += u32::from(changed);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observation(area: i64, import: i64, value: f64) -> Observation {
        Observation {
            indicator: IndicatorId(1),
            area: AreaId(area),
            period: PeriodId(1),
            value: Some(value),
            numerator: None,
            denominator: None,
            status: Status::Reported,
            demonstration: false,
            import: ImportId(import),
            cell: CellRef { sheet: 0, row: 0, column: 0 },
        }
    }

    #[test]
    fn a_dataset_equals_its_copy_even_with_missing_values() {
        let mut builder = DatasetBuilder::default();
        builder.push(Observation { value: None, status: Status::Missing, ..observation(1, 1, 0.0) });
        let dataset = builder.build();
        let column = dataset.column(IndicatorId(1), PeriodId(1)).unwrap();
        assert_eq!(column.clone(), *column);
    }

    #[test]
    fn a_dataset_extended_by_an_import_is_the_one_built_anew() {
        let series = |indicator: i64, entry: Observation| Observation { indicator: IndicatorId(indicator), ..entry };
        let counted = |entry: Observation| Observation { numerator: Some(1.0), denominator: Some(4.0), ..entry };
        let imports = [
            vec![observation(1, 1, 1.0), counted(observation(2, 1, 2.0)), series(2, observation(1, 1, 7.0))],
            vec![observation(2, 2, 2.0), observation(3, 2, 3.0)],
            vec![observation(2, 3, 5.0), counted(observation(4, 3, 6.0)), series(3, observation(1, 3, 8.0))],
        ];
        let built = |imports: &[Vec<Observation>]| {
            let mut builder = DatasetBuilder::default();
            imports.iter().flatten().for_each(|entry| builder.push(*entry));
            builder.build()
        };
        let mut extended = Dataset::default();
        for (at, import) in imports.iter().enumerate() {
            let before = extended.clone();
            extended = extended.extended(built(std::slice::from_ref(import)));
            assert_eq!(extended, built(&imports[..=at]));
            let untouched = before.columns.get(&(IndicatorId(2), PeriodId(1)));
            assert!(
                untouched.is_none_or(|column| Arc::ptr_eq(column, &extended.columns[&(IndicatorId(2), PeriodId(1))]))
            );
        }
        assert_eq!(extended.supersessions().len(), 2);
    }

    #[test]
    fn columns_of_the_same_areas_share_their_list_and_know_whether_they_are_plain() {
        let of = |indicator, entry: Observation| Observation { indicator: IndicatorId(indicator), ..entry };
        let mut builder = DatasetBuilder::default();
        let suppressed = |entry| Observation { value: None, status: Status::Suppressed, ..entry };
        for (indicator, value) in [(1, 1.0), (2, 0.0), (3, 1.0)] {
            builder.push(of(indicator, observation(1, 1, value)));
            builder.push(of(indicator, observation(2, 1, 5.0)));
        }
        builder.push(of(4, suppressed(observation(1, 1, 0.0))));
        let dataset = builder.build();
        let column = |indicator| &dataset.columns[&(IndicatorId(indicator), PeriodId(1))];
        assert!(Arc::ptr_eq(&column(1).areas, &column(3).areas));
        assert_eq!([1, 2, 3, 4].map(|indicator| column(indicator).is_plain()), [true, false, true, false]);
        assert_eq!((column(3).len(), column(4).len()), (2, 1));
    }

    #[test]
    fn the_newer_import_wins_in_any_order() {
        let mut builder = DatasetBuilder::default();
        for entry in [observation(1, 2, 20.0), observation(2, 1, 5.0), observation(1, 1, 10.0)] {
            builder.push(entry);
        }
        let dataset = builder.build();
        assert_eq!(dataset.value(IndicatorId(1), AreaId(1), PeriodId(1)), Some(20.0));
        assert_eq!(dataset.len(), 2);
    }

    #[test]
    fn a_dataset_knows_which_import_supersedes_which() {
        let mut builder = DatasetBuilder::default();
        for entry in [observation(1, 1, 10.0), observation(1, 2, 20.0), observation(2, 1, 5.0), observation(2, 2, 5.0)]
        {
            builder.push(entry);
        }
        builder.push(observation(1, 3, 30.0));
        let supersession = |newer, older, values, changed| Supersession {
            newer: ImportId(newer),
            older: ImportId(older),
            values,
            changed,
        };
        assert_eq!(builder.build().supersessions(), [supersession(2, 1, 2, 1), supersession(3, 2, 1, 1)]);
    }
}
