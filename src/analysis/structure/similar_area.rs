//! The areas most like a chosen one, and what makes them alike or different.

use super::matrix::z_values_with_gaps;
use super::{StructureError, StructureTable};
use crate::domain::{AreaId, Divisor, IndicatorId};

/// Smallest share of the chosen area's indicators that another must have too.
const SHARE_SHARED: f64 = 0.5;

/// An area compared with the chosen one.
#[derive(Clone, Debug, PartialEq)]
pub struct SimilarArea {
    /// The area.
    pub area: AreaId,
    /// Root of the mean squared difference in standard deviations: 0 is alike in everything, about 1.4 what two
    /// unrelated areas differ by.
    pub distance: f64,
    /// Indicators that both have.
    pub shared: usize,
    /// Its z-value minus that of the chosen area per shared indicator, the smallest difference first: what makes them
    /// alike stands in front, what tells them apart at the end.
    pub differences: Vec<(IndicatorId, f64)>,
}

/// All comparable areas, the most similar first, equal ones by identity. Each indicator counts alike: differences are
/// taken in standard deviations (divisor n) over the areas of the table. Values missing in one of two areas do not
/// count; an area that shares fewer than half of the chosen one's indicators is not compared.
///
/// # Errors
/// [`StructureError::AreaWithoutValues`] where the area is not in the table or has no value that varies.
pub fn similar_areas(table: &StructureTable, area: AreaId) -> Result<Vec<SimilarArea>, StructureError> {
    let z: Vec<Vec<f64>> = table.columns.iter().map(|column| z_values_with_gaps(column, Divisor::Population)).collect();
    let row = table.areas.iter().position(|own| *own == area).ok_or(StructureError::AreaWithoutValues)?;
    let own = z.iter().filter(|column| !column[row].is_nan()).count();
    if own == 0 {
        return Err(StructureError::AreaWithoutValues);
    }
    let compare = |other: usize| -> Option<SimilarArea> {
        let differences: Vec<(IndicatorId, f64)> = table
            .indicators
            .iter()
            .zip(&z)
            .map(|(&indicator, column)| (indicator, column[other] - column[row]))
            .filter(|(_, difference)| !difference.is_nan())
            .collect();
        let shared = differences.len();
        (shared > 0 && shared as f64 >= SHARE_SHARED * own as f64).then(|| similar(table.areas[other], differences))
    };
    let mut found: Vec<SimilarArea> =
        (0..table.areas.len()).filter(|other| *other != row).filter_map(compare).collect();
    found.sort_by(|left, right| left.distance.total_cmp(&right.distance).then(left.area.cmp(&right.area)));
    Ok(found)
}

fn similar(area: AreaId, mut differences: Vec<(IndicatorId, f64)>) -> SimilarArea {
    let squares: f64 = differences.iter().map(|(_, difference)| difference * difference).sum();
    let shared = differences.len();
    differences.sort_by(|left, right| left.1.abs().total_cmp(&right.1.abs()).then(left.0.cmp(&right.0)));
    SimilarArea { area, distance: (squares / shared as f64).sqrt(), shared, differences }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: Vec<Vec<f64>>) -> StructureTable {
        StructureTable {
            areas: (1..=columns[0].len() as i64).map(AreaId).collect(),
            indicators: (1..=columns.len() as i64).map(IndicatorId).collect(),
            columns,
        }
    }

    #[test]
    fn a_copy_is_nearest_and_the_reason_for_a_difference_stands_last() {
        let table = table(vec![vec![1.0, 1.0, 1.0, 9.0], vec![5.0, 5.0, 9.0, 1.0], vec![2.0, 2.0, 2.1, 2.0]]);
        let found = similar_areas(&table, AreaId(1)).unwrap();
        assert_eq!(found.iter().map(|other| other.area.0).collect::<Vec<_>>(), [2, 3, 4]);
        assert!(found[0].distance.abs() < 1e-12);
        assert_eq!(found[1].differences.last().map(|(indicator, _)| indicator.0), Some(3));
        assert_eq!(found[1].differences[0].0, IndicatorId(1));
    }

    #[test]
    fn a_missing_value_does_not_count_and_is_never_zero() {
        let gap = f64::NAN;
        let table = table(vec![vec![1.0, 1.0, 3.0, 2.0], vec![0.0, gap, 1.0, gap], vec![4.0, 4.0, 9.0, gap]]);
        let found = similar_areas(&table, AreaId(1)).unwrap();
        assert_eq!((found[0].area, found[0].shared), (AreaId(2), 2));
        assert!(found[0].distance.abs() < 1e-12);
        assert!(found.iter().all(|other| other.area != AreaId(4)), "shares one indicator of three only");
        assert_eq!(similar_areas(&table, AreaId(9)), Err(StructureError::AreaWithoutValues));
    }
}
