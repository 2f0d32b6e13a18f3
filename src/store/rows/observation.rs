//! Values. Each is written once; which of them count is decided by the state and age of their import.

use crate::domain::{AreaId, CellRef, Dataset, DatasetBuilder, ImportId, IndicatorId, Observation, PeriodId, Status};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params, params};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A value to be written, with the text of its cell. Its import is given by [`Tx::add_observations`].
#[derive(Clone, Debug, PartialEq)]
pub struct ObservationRow {
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
    pub original: String,
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
    pub fn add_observations(&self, import: ImportId, rows: &[ObservationRow]) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("../sql/observation_add.sql"))?;
        for row in rows {
            // By place, in the order of the statement's named parameters: looking names up takes longer than writing.
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
        }
        self.log_observations_added(import)
    }

    /// The values that count.
    pub fn dataset(&self) -> Result<Dataset, StoreError> {
        let mut builder = DatasetBuilder::default();
        let mut statement = self.connection.prepare_cached(include_str!("../sql/observation_counting.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            builder.push(counting(row)?);
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
        let mut hashers: BTreeMap<ImportId, Sha256> = BTreeMap::new();
        let mut statement = self.connection.prepare_cached(include_str!("../sql/observation_all.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let observation = ObservationRow {
                indicator: IndicatorId(row.get("indicator")?),
                period: PeriodId(row.get("period")?),
                area: AreaId(row.get("area")?),
                value: row.get("value")?,
                numerator: row.get("numerator")?,
                denominator: row.get("denominator")?,
                status: status_of(row.get("status")?)?,
                cell: cell_of(row)?,
                original: row.get("original")?,
            };
            hash(hashers.entry(ImportId(row.get("import")?)).or_default(), &observation);
        }
        Ok(hashers.into_iter().map(|(import, hasher)| (import, hex(hasher))).collect())
    }
}

/// SHA-256 over the values of an import, sorted by indicator, period and area; hexadecimal.
pub fn digest_of(rows: &[ObservationRow]) -> String {
    let mut hasher = Sha256::new();
    for row in rows {
        hash(&mut hasher, row);
    }
    hex(hasher)
}

fn hash(hasher: &mut Sha256, row: &ObservationRow) {
    for number in [row.indicator.0, row.period.0, row.area.0, status_number(row.status)] {
        hasher.update(number.to_le_bytes());
    }
    for value in [row.value, row.numerator, row.denominator] {
        // SQLite keeps no negative zero.
        let bits = value.map_or(u64::MAX, |value| (value + 0.0).to_bits());
        hasher.update(bits.to_le_bytes());
    }
    hasher.update(row.cell.sheet.to_le_bytes());
    hasher.update(row.cell.row.to_le_bytes());
    hasher.update(row.cell.column.to_le_bytes());
    hasher.update((row.original.len() as u64).to_le_bytes());
    hasher.update(row.original.as_bytes());
}

fn hex(hasher: Sha256) -> String {
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn counting(row: &Row<'_>) -> Result<Observation, StoreError> {
    Ok(Observation {
        indicator: IndicatorId(row.get(0)?),
        period: PeriodId(row.get(1)?),
        area: AreaId(row.get(2)?),
        import: ImportId(row.get(3)?),
        value: row.get(4)?,
        numerator: row.get(5)?,
        denominator: row.get(6)?,
        status: status_of(row.get(7)?)?,
        cell: CellRef { sheet: row.get(8)?, row: row.get(9)?, column: row.get(10)? },
        demonstration: row.get(11)?,
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
    Status::ALL
        .into_iter()
        .find(|status| status_number(*status) == number)
        .ok_or(StoreError::Content { what: "status" })
}
