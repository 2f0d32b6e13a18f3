//! Indicator cards with the breaks of their series, and periods.

use crate::domain::{Indicator, IndicatorId, Period, PeriodId, SeriesBreak};
use crate::store::tx::{code, date, get_code, get_code_opt, get_date};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All cards, in the order in which they were added.
    pub fn indicator_rows(&self) -> Result<Vec<Indicator>, StoreError> {
        let mut indicators = self.all(include_str!("../sql/indicator_all.sql"), [], indicator_of)?;
        for (owner, change) in self.all(include_str!("../sql/indicator_break_all.sql"), [], |row| {
            let change = SeriesBreak { year: row.get("year")?, reason: row.get("reason")? };
            Ok((IndicatorId(row.get("indicator")?), change))
        })? {
            if let Some(indicator) = indicators.iter_mut().find(|indicator| indicator.id == owner) {
                indicator.breaks.push(change);
            }
        }
        Ok(indicators)
    }

    /// Writes a card with its breaks, as a new one or over the one of this identity.
    pub fn put_indicator(&self, id: Option<IndicatorId>, indicator: &Indicator) -> Result<IndicatorId, StoreError> {
        let id = self.put(
            include_str!("../sql/indicator_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":code": indicator.code,
                ":name": indicator.name,
                ":definition": indicator.definition,
                ":numerator": indicator.numerator,
                ":denominator": indicator.denominator,
                ":age_bounds": indicator.age_bounds,
                ":unit": indicator.unit,
                ":scale": indicator.scale,
                ":decimals": indicator.decimals,
                ":direction": code(&indicator.direction)?,
                ":dimension": indicator.dimension,
                ":handlungsfeld": indicator.handlungsfeld.as_ref().map(code).transpose()?,
                ":source": indicator.source,
                ":caveat": indicator.caveat,
                ":is_population": indicator.is_population,
            },
        )?;
        self.run(include_str!("../sql/indicator_break_clear.sql"), named_params! { ":indicator": id })?;
        for (position, change) in indicator.breaks.iter().enumerate() {
            self.run(
                include_str!("../sql/indicator_break_add.sql"),
                named_params! {
                    ":indicator": id,
                    ":position": i64::try_from(position).unwrap_or(i64::MAX),
                    ":year": change.year,
                    ":reason": change.reason,
                },
            )?;
        }
        Ok(IndicatorId(id))
    }

    /// Removes it.
    pub fn delete_indicator(&self, id: IndicatorId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/indicator_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// All periods, oldest first, undated ones last.
    pub fn period_rows(&self) -> Result<Vec<Period>, StoreError> {
        self.all(include_str!("../sql/period_all.sql"), [], period_of)
    }

    /// Writes a period, as a new one or over the one of this identity.
    pub fn put_period(&self, id: Option<PeriodId>, period: &Period) -> Result<PeriodId, StoreError> {
        let id = self.put(
            include_str!("../sql/period_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":label": period.label,
                ":year": period.year,
                ":reference_date": date(period.reference_date),
            },
        )?;
        Ok(PeriodId(id))
    }
}

fn indicator_of(row: &Row<'_>) -> Result<Indicator, StoreError> {
    Ok(Indicator {
        id: IndicatorId(row.get("id")?),
        code: row.get("code")?,
        name: row.get("name")?,
        definition: row.get("definition")?,
        numerator: row.get("numerator")?,
        denominator: row.get("denominator")?,
        age_bounds: row.get("age_bounds")?,
        unit: row.get("unit")?,
        scale: row.get("scale")?,
        decimals: row.get("decimals")?,
        direction: get_code(row, "direction")?,
        dimension: row.get("dimension")?,
        handlungsfeld: get_code_opt(row, "handlungsfeld")?,
        source: row.get("source")?,
        caveat: row.get("caveat")?,
        is_population: row.get("is_population")?,
        breaks: Vec::new(),
    })
}

fn period_of(row: &Row<'_>) -> Result<Period, StoreError> {
    Ok(Period {
        id: PeriodId(row.get("id")?),
        label: row.get("label")?,
        year: row.get("year")?,
        reference_date: get_date(row, "reference_date")?,
    })
}
