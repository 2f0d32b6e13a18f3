//! Columns over areas: complete rows, z-values, correlations. The common ground of the methods of this folder.

use super::super::correlation::pearson;
use super::super::denominate::read;
use super::super::statistics::{is_constant, mean, standard_deviation};
use super::StructureError;
use crate::domain::{AreaId, AreaLevel, Divisor, IndicatorId, PeriodId, PlanningData};
use std::cmp::Ordering;

/// What happens to areas that lack a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// An area that lacks a value of any indicator is left out.
    #[default]
    LeaveOut,
    /// Two series or areas are compared over what both have.
    Pairwise,
}

/// Values of areas in several indicators: what the methods of this folder start from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StructureTable {
    /// Areas, by identity.
    pub areas: Vec<AreaId>,
    /// Indicators in the order asked for.
    pub indicators: Vec<IndicatorId>,
    /// One column per indicator over [`areas`](Self::areas) in the unit of the indicator; NaN where there is none.
    pub columns: Vec<Vec<f64>>,
}

impl StructureTable {
    /// The values of all areas of a level in a period; statuses without a value leave a gap.
    pub fn of_level(
        data: &PlanningData,
        level: AreaLevel,
        indicators: &[IndicatorId],
        period: PeriodId,
    ) -> StructureTable {
        StructureTable::of_areas(data, data.areas_of(level).map(|area| area.id).collect(), indicators, period)
    }

    /// The values of these areas in a period.
    pub fn of_areas(
        data: &PlanningData,
        mut areas: Vec<AreaId>,
        indicators: &[IndicatorId],
        period: PeriodId,
    ) -> StructureTable {
        areas.sort_unstable();
        areas.dedup();
        let columns = indicators.iter().map(|&id| read(data, id, period, &areas).values.to_vec()).collect();
        StructureTable { areas, indicators: indicators.to_vec(), columns }
    }

    /// Areas that lack at least one value, each with the indicators that it lacks.
    pub fn incomplete(&self) -> Vec<(AreaId, Vec<IndicatorId>)> {
        let lacks = |row: usize| -> Vec<IndicatorId> {
            let without = |(id, column): (&IndicatorId, &Vec<f64>)| column[row].is_nan().then_some(*id);
            self.indicators.iter().zip(&self.columns).filter_map(without).collect()
        };
        let rows = self.areas.iter().enumerate().map(|(row, &area)| (area, lacks(row)));
        rows.filter(|(_, lacking)| !lacking.is_empty()).collect()
    }

    /// z-values (divisor n) of the areas with every value: what groups are formed from.
    ///
    /// # Errors
    /// No indicator, fewer than three complete areas, or a constant indicator.
    pub fn z_columns(&self) -> Result<Vec<Vec<f64>>, StructureError> {
        let complete = complete_columns(&self.columns, 1, 3)?;
        Ok(complete.iter().map(|column| z_values(column, Divisor::Population)).collect())
    }

    /// Only the areas with every value.
    pub fn complete(&self) -> StructureTable {
        let (rows, columns) = complete_rows(&self.columns);
        let areas = rows.iter().map(|&row| self.areas[row]).collect();
        StructureTable { areas, indicators: self.indicators.clone(), columns }
    }
}

/// Rows without a gap, and the columns reduced to them.
pub(super) fn complete_rows(columns: &[Vec<f64>]) -> (Vec<usize>, Vec<Vec<f64>>) {
    let rows = columns.first().map_or(0, Vec::len);
    let complete: Vec<usize> = (0..rows).filter(|&row| columns.iter().all(|column| !column[row].is_nan())).collect();
    let reduced = columns.iter().map(|column| complete.iter().map(|&row| column[row]).collect()).collect();
    (complete, reduced)
}

/// The columns over the areas that have every value.
///
/// # Errors
/// Columns of different length, fewer than `indicators` columns or `areas` complete areas, or a constant column.
pub(crate) fn complete_columns(
    columns: &[Vec<f64>],
    indicators: usize,
    areas: usize,
) -> Result<Vec<Vec<f64>>, StructureError> {
    if columns.len() < indicators {
        return Err(StructureError::TooFewIndicators { found: columns.len(), needed: indicators });
    }
    if columns.windows(2).any(|pair| pair[0].len() != pair[1].len()) {
        return Err(StructureError::Uneven);
    }
    let (rows, complete) = complete_rows(columns);
    if rows.len() < areas {
        return Err(StructureError::TooFewAreas { found: rows.len(), needed: areas });
    }
    match complete.iter().position(|column| is_constant(column)) {
        Some(at) => Err(StructureError::Constant(at)),
        None => Ok(complete),
    }
}

/// Pearson correlations of complete, varying columns; symmetric with 1 on the diagonal.
pub(crate) fn pearson_matrix(columns: &[Vec<f64>]) -> Vec<Vec<f64>> {
    symmetric(columns.len(), |left, right| pearson(&columns[left], &columns[right]))
}

/// A symmetric matrix with 1 on its diagonal; `entry` is asked with the greater place first.
fn symmetric(size: usize, entry: impl Fn(usize, usize) -> f64) -> Vec<Vec<f64>> {
    let cell = |row: usize, column: usize| match row.cmp(&column) {
        Ordering::Equal => 1.0,
        Ordering::Greater => entry(row, column),
        Ordering::Less => entry(column, row),
    };
    (0..size).map(|row| (0..size).map(|column| cell(row, column)).collect()).collect()
}

/// Deviations from the mean in standard deviations with the named divisor; the column varies.
pub(super) fn z_values(column: &[f64], divisor: Divisor) -> Vec<f64> {
    let (centre, spread) = (mean(column), standard_deviation(column, divisor));
    column.iter().map(|value| (value - centre) / spread).collect()
}

/// z-values of a column with gaps, over the values that are there; all NaN where they do not vary.
pub(super) fn z_values_with_gaps(column: &[f64], divisor: Divisor) -> Vec<f64> {
    let present: Vec<f64> = column.iter().copied().filter(|value| !value.is_nan()).collect();
    if is_constant(&present) {
        return vec![f64::NAN; column.len()];
    }
    let (centre, spread) = (mean(&present), standard_deviation(&present, divisor));
    column.iter().map(|value| (value - centre) / spread).collect()
}

/// Number of different areas, counted up to `enough`; checks that the columns are even and without gaps.
pub(super) fn distinct_rows(columns: &[Vec<f64>], enough: usize) -> Result<usize, StructureError> {
    let Some(first) = columns.first() else {
        return Err(StructureError::TooFewIndicators { found: 0, needed: 1 });
    };
    if columns.iter().any(|column| column.len() != first.len()) {
        return Err(StructureError::Uneven);
    }
    if columns.iter().any(|column| column.iter().any(|value| !value.is_finite())) {
        return Err(StructureError::Gap);
    }
    let same = |left: usize, right: usize| columns.iter().all(|column| column[left].total_cmp(&column[right]).is_eq());
    let mut distinct: Vec<usize> = Vec::new();
    for row in 0..first.len() {
        if distinct.len() >= enough {
            break;
        }
        if !distinct.iter().any(|&other| same(row, other)) {
            distinct.push(row);
        }
    }
    Ok(distinct.len())
}

/// Squared distances of the areas from `from` on to a point with one entry per column.
pub(super) fn squared_distances(columns: &[Vec<f64>], from: usize, point: &[f64], squares: &mut [f64]) {
    squares.fill(0.0);
    let to = from + squares.len();
    for (columns, point) in columns.chunks(4).zip(point.chunks(4)) {
        match (columns, point) {
            ([a, b, c, d], &[p, q, r, s]) => {
                let left = a[from..to].iter().zip(&b[from..to]);
                let right = c[from..to].iter().zip(&d[from..to]);
                for (square, ((a, b), (c, d))) in squares.iter_mut().zip(left.zip(right)) {
                    let (a, b, c, d) = (a - p, b - q, c - r, d - s);
                    *square += (a * a + b * b) + (c * c + d * d);
                }
            }
            _ => {
                for (column, point) in columns.iter().zip(point) {
                    for (square, value) in squares.iter_mut().zip(&column[from..to]) {
                        *square += (value - point) * (value - point);
                    }
                }
            }
        }
    }
}
