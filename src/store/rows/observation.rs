//! Values. Each is written once; which of them count is decided by the state and age of their import.

use crate::domain::{AreaId, CellRef, Dataset, DatasetBuilder, ImportId, IndicatorId, Observation, PeriodId, Status};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, Statement, named_params, params};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A value to be written, with the text of its cell. Its import is given by [`Tx::add_observations`].
#[derive(Clone, Debug, PartialEq)]
pub struct ObservationRow<'a> {
    /// Which series.
    pub indicator: IndicatorId,
    /// When.
    pub period: PeriodId,
    /// Where.
    pub area: AreaId,
    /// The value; `None` exactly where the status has none.
    pub value: Option<f64>,
    /// Count above the line.
    pub numerator: Option<f64>,
    /// Count below the line.
    pub denominator: Option<f64>,
    /// What stands behind it.
    pub status: Status,
    /// Where it stood.
    pub cell: CellRef,
    /// What stood there.
    pub original: Cow<'a, str>,
}

impl ObservationRow<'_> {
    /// The value as it is read back from the file.
    pub fn observation(&self, import: ImportId, demonstration: bool) -> Observation {
        // SQLite keeps no negative zero.
        let kept = |value: Option<f64>| value.map(|value| value + 0.0);
        Observation {
            indicator: self.indicator,
            area: self.area,
            period: self.period,
            value: kept(self.value),
            numerator: kept(self.numerator),
            denominator: kept(self.denominator),
            status: self.status,
            demonstration,
            import,
            cell: self.cell,
        }
    }
}

/// Where a value comes from, as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginRow {
    /// The import that brought it.
    pub import: ImportId,
    /// The cell.
    pub cell: CellRef,
    /// What stood there.
    pub original: String,
    /// How it was read.
    pub status: Status,
}

impl Tx<'_> {
    /// Writes the values of an import. Quickest when sorted by indicator, period and area.
    ///
    /// # Errors
    /// The first error among the rows, e.g. that the planner stopped, or a failure of the file.
    pub fn add_observations<'a, E: From<StoreError>>(
        &self,
        import: ImportId,
        rows: impl Iterator<Item = Result<ObservationRow<'a>, E>>,
    ) -> Result<(), E> {
        let sql = include_str!("../sql/observation_add.sql");
        let mut statement = self.connection.prepare_cached(sql).map_err(StoreError::from)?;
        for row in rows {
            add_observation(&mut statement, import, &row?)?;
        }
        Ok(self.log_observations_added(import)?)
    }

    /// The values that count.
    pub fn dataset(&self) -> Result<Dataset, StoreError> {
        let active: BTreeMap<i64, bool> = self
            .all(include_str!("../sql/import_active.sql"), [], |row| Ok((row.get(0)?, row.get(1)?)))?
            .into_iter()
            .collect();
        let mut builder = DatasetBuilder::default();
        let mut statement = self.connection.prepare_cached(include_str!("../sql/observation_counting.sql"))?;
        let mut rows = statement.query([])?;
        // Neighbouring values mostly come from the same import.
        let mut last: Option<(i64, Option<bool>)> = None;
        while let Some(row) = rows.next()? {
            let import: i64 = row.get(3)?;
            let counts = match last {
                Some((known, counts)) if known == import => counts,
                Some(_) | None => active.get(&import).copied(),
            };
            last = Some((import, counts));
            if let Some(demonstration) = counts {
                builder.push(counting(row, ImportId(import), demonstration)?);
            }
        }
        Ok(builder.build())
    }

    /// Number of values of an indicator, of withdrawn imports as well.
    pub fn observation_count(&self, indicator: IndicatorId) -> Result<i64, StoreError> {
        self.put(include_str!("../sql/observation_count_of_indicator.sql"), named_params! { ":indicator": indicator.0 })
    }

    /// Whether any import has a value for the area.
    pub fn has_observations(&self, area: AreaId) -> Result<bool, StoreError> {
        let found = self.put(include_str!("../sql/observation_has_area.sql"), named_params! { ":area": area.0 })?;
        Ok(found != 0)
    }

    /// Number of values whose area, period or import is gone; 0 in a sound file.
    pub fn orphaned_observations(&self) -> Result<i64, StoreError> {
        self.put(include_str!("../sql/observation_orphans.sql"), [])
    }

    /// Where the value that counts comes from.
    pub fn origin(
        &self,
        indicator: IndicatorId,
        area: AreaId,
        period: PeriodId,
    ) -> Result<Option<OriginRow>, StoreError> {
        self.first(
            include_str!("../sql/observation_origin.sql"),
            named_params! { ":indicator": indicator.0, ":area": area.0, ":period": period.0 },
            |row| {
                Ok(OriginRow {
                    import: ImportId(row.get("import")?),
                    cell: cell_of(row)?,
                    original: row.get("original")?,
                    status: status_of(row.get("status")?)?,
                })
            },
        )
    }

    /// Digest of the stored values of every import.
    pub fn digests_of_observations(&self) -> Result<BTreeMap<ImportId, String>, StoreError> {
        let mut hashers: BTreeMap<ImportId, RowHasher> = BTreeMap::new();
        let mut statement = self.connection.prepare_cached(include_str!("../sql/observation_all.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let observation = ObservationRow {
                indicator: IndicatorId(row.get(0)?),
                period: PeriodId(row.get(1)?),
                area: AreaId(row.get(2)?),
                value: row.get(4)?,
                numerator: row.get(5)?,
                denominator: row.get(6)?,
                status: status_of(row.get(7)?)?,
                cell: CellRef { sheet: row.get(8)?, row: row.get(9)?, column: row.get(10)? },
                original: Cow::Borrowed(
                    row.get_ref(11)?.as_str().map_err(|_| StoreError::Content { what: "original" })?,
                ),
            };
            hashers.entry(ImportId(row.get(3)?)).or_default().add(&observation);
        }
        Ok(hashers.into_iter().map(|(import, hasher)| (import, hasher.finish())).collect())
    }
}

/// By place, in the order of the statement's named parameters: looking names up takes longer than writing.
fn add_observation(
    statement: &mut Statement<'_>,
    import: ImportId,
    row: &ObservationRow<'_>,
) -> Result<(), StoreError> {
    statement.execute(params![
        row.indicator.0,
        row.period.0,
        row.area.0,
        import.0,
        row.value,
        row.numerator,
        row.denominator,
        status_number(row.status),
        row.cell.sheet,
        row.cell.row,
        row.cell.column,
        row.original,
    ])?;
    Ok(())
}

/// SHA-256 over the values of an import, sorted by indicator, period and area; hexadecimal.
///
/// # Errors
/// The first error among the rows.
pub fn digest_of<'a, E>(rows: impl Iterator<Item = Result<ObservationRow<'a>, E>>) -> Result<String, E> {
    let mut hasher = RowHasher::default();
    for row in rows {
        hasher.add(&row?);
    }
    Ok(hasher.finish())
}

/// Hashes rows, many at a time.
#[derive(Default)]
struct RowHasher {
    hasher: Sha256,
    waiting: Vec<u8>,
}

impl RowHasher {
    const ENOUGH: usize = 1 << 14;

    fn add(&mut self, row: &ObservationRow<'_>) {
        let bytes = &mut self.waiting;
        for number in [row.indicator.0, row.period.0, row.area.0, status_number(row.status)] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        for value in [row.value, row.numerator, row.denominator] {
            // SQLite keeps no negative zero.
            let bits = value.map_or(u64::MAX, |value| (value + 0.0).to_bits());
            bytes.extend_from_slice(&bits.to_le_bytes());
        }
        bytes.extend_from_slice(&row.cell.sheet.to_le_bytes());
        bytes.extend_from_slice(&row.cell.row.to_le_bytes());
        bytes.extend_from_slice(&row.cell.column.to_le_bytes());
        bytes.extend_from_slice(&(row.original.len() as u64).to_le_bytes());
        bytes.extend_from_slice(row.original.as_bytes());
        if bytes.len() >= RowHasher::ENOUGH {
            self.hasher.update(&*bytes);
            bytes.clear();
        }
    }

    fn finish(mut self) -> String {
        self.hasher.update(&self.waiting);
        self.hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// A value, with the condition that it is there exactly where its status has one.
fn counting(row: &Row<'_>, import: ImportId, demonstration: bool) -> Result<Observation, StoreError> {
    let (value, status): (Option<f64>, Status) = (row.get(4)?, status_of(row.get(7)?)?);
    if value.is_some() != status.has_value() {
        return Err(StoreError::Content { what: "value" });
    }
    Ok(Observation {
        indicator: IndicatorId(row.get(0)?),
        period: PeriodId(row.get(1)?),
        area: AreaId(row.get(2)?),
        import,
        value,
        numerator: row.get(5)?,
        denominator: row.get(6)?,
        status,
        cell: CellRef { sheet: row.get(8)?, row: row.get(9)?, column: row.get(10)? },
        demonstration,
    })
}

fn cell_of(row: &Row<'_>) -> Result<CellRef, StoreError> {
    Ok(CellRef { sheet: row.get("sheet")?, row: row.get("cell_row")?, column: row.get("cell_column")? })
}

/// The number of a status in the file. Never renumber: files of every age use it.
fn status_number(status: Status) -> i64 {
    match status {
        Status::Reported => 0,
        Status::Nil => 1,
        Status::Missing => 2,
        Status::Suppressed => 3,
        Status::Unreliable => 4,
        Status::Later => 5,
        Status::NotMeaningful => 6,
        Status::Provisional => 7,
        Status::Revised => 8,
        Status::Estimated => 9,
        Status::Limited => 10,
    }
}

fn status_of(number: i64) -> Result<Status, StoreError> {
    // Nearly every value is this; the others are looked up.
    if number == 0 {
        return Ok(Status::Reported);
    }
    Status::ALL
        .into_iter()
        .find(|status| status_number(*status) == number)
        .ok_or(StoreError::Content { what: "status" })
}
