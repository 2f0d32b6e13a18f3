//! Status × Dynamik: where an area stands and where it is heading, side by side (Berlin Monitoring Soziale
//! Stadtentwicklung).

use super::{IndexRun, status_dynamik};
use crate::domain::AreaId;

/// Areas by class of two indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusDynamikMatrix {
    /// Classes of the status index, from low need.
    pub status: Vec<String>,
    /// Classes of the dynamic index, from low need (an improving situation).
    pub dynamik: Vec<String>,
    /// Areas of each pair of classes, by identity: one row per class of status, one column per class of dynamic.
    pub cells: Vec<Vec<Vec<AreaId>>>,
    /// Areas that take part in only one of the two, by identity.
    pub without_pair: Vec<AreaId>,
}

impl StatusDynamikMatrix {
    /// The pair of classes of an area.
    pub fn of(&self, area: AreaId) -> Option<(usize, usize)> {
        let inside = |cell: &Vec<AreaId>| cell.binary_search(&area).is_ok();
        self.cells.iter().enumerate().find_map(|(status, row)| Some((status, row.iter().position(inside)?)))
    }
}

/// Crosses the classes of two runs; none unless both recipes have classes.
pub fn status_dynamik_matrix(status: &IndexRun, dynamik: &IndexRun) -> Option<StatusDynamikMatrix> {
    let labels = |run: &IndexRun| run.spec.classes.as_ref().map(|classes| classes.labels.clone());
    let (rows, columns) = (labels(status)?, labels(dynamik)?);
    let mut cells = vec![vec![Vec::new(); columns.len()]; rows.len()];
    let pairs = status_dynamik(status, dynamik);
    for pair in &pairs {
        cells[pair.status][pair.dynamik].push(pair.area);
    }
    let mut without_pair: Vec<AreaId> = status.areas.iter().chain(dynamik.areas.iter()).copied().collect();
    without_pair.sort_unstable();
    without_pair.dedup();
    without_pair.retain(|area| !pairs.iter().any(|pair| pair.area == *area));
    Some(StatusDynamikMatrix { status: rows, dynamik: columns, cells, without_pair })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Planted, of_rows};
    use super::super::{berlin_dynamik, berlin_status, run};
    use super::*;
    use crate::domain::AreaLevel;

    #[test]
    fn every_area_of_both_runs_stands_in_one_cell() {
        let rows: Vec<Vec<Option<f64>>> = (1..=9)
            .map(|at| vec![Some(f64::from(at * at)), if at == 9 { None } else { Some(f64::from(at * 7 % 9)) }])
            .collect();
        let Planted { data, .. } = of_rows(&rows);
        let at_level = |mut spec: crate::domain::IndexSpec| {
            spec.areas.level = AreaLevel::Sozialraum;
            run(&data, &spec).unwrap()
        };
        let status = at_level(berlin_status(&["I1"], None));
        let dynamik = at_level(berlin_dynamik(&["I2"], None));
        let found = status_dynamik_matrix(&status, &dynamik).unwrap();
        assert_eq!((found.cells.len(), found.cells[0].len()), (4, 3));
        assert_eq!(found.cells.iter().flatten().map(Vec::len).sum::<usize>(), 8);
        assert_eq!(found.without_pair, [AreaId(9)]);
        for (row, &area) in status.areas.iter().enumerate().filter(|(_, area)| **area != AreaId(9)) {
            let dynamik_row = dynamik.row_of(area).unwrap();
            assert_eq!(found.of(area), status.class[row].zip(dynamik.class[dynamik_row]));
        }
    }
}
