//! Types of areas: groups with what sets them apart, named in words.

use super::kmeans::{KMeansChoice, kmeans};
use super::matrix::{complete_columns, z_values};
use super::{Silhouette, StructureError, StructureTable, silhouette, ward};
use crate::domain::{AreaId, Direction, Divisor, IndicatorId};
use crate::jobs::Progress;
use crate::text::structure as words;

/// From how many standard deviations on a type lies above or below the average.
const NOTABLE: f64 = 0.5;
/// From how many on it lies far above or below.
const FAR: f64 = 1.5;
/// Most traits per side that a name mentions.
const MOST_TRAITS: usize = 3;

/// How groups are formed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// k-means, ten starts.
    #[default]
    KMeans,
    /// Ward's tree, cut.
    Ward,
}

/// What a typology is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypologyChoice {
    /// How groups are formed.
    pub method: Method,
    /// Number of types.
    pub clusters: usize,
    /// Seed.
    pub seed: u64,
}

/// What sets a type apart in one indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeTrait {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Mean of the type in standard deviations from the mean of all areas that take part.
    pub deviation: f64,
    /// Whether it is far off: 1.5 standard deviations or more.
    pub far: bool,
}

/// A type of areas.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaType {
    /// Its areas, the most typical first.
    pub members: Vec<AreaId>,
    /// Mean of each indicator in standard deviations (divisor n) from the mean of all areas that take part.
    pub deviations: Vec<f64>,
    /// Mean of each indicator in its unit: of the areas, not weighted by inhabitants.
    pub means: Vec<f64>,
    /// Mean deviation towards need over the indicators that mean need; none where none does.
    pub need: Option<f64>,
    /// What lies at least half a standard deviation above the average, the most notable first, at most three.
    pub above: Vec<TypeTrait>,
    /// What lies as far below.
    pub below: Vec<TypeTrait>,
    /// Mean silhouette width of its areas: how clearly the type stands apart.
    pub silhouette: Option<f64>,
}

/// Types of the areas of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Typology {
    /// How it was made.
    pub choice: TypologyChoice,
    /// Types by need, the greatest first; by size where no indicator means need.
    pub types: Vec<AreaType>,
    /// Areas that take part, by identity.
    pub areas: Vec<AreaId>,
    /// Type of each area.
    pub labels: Vec<usize>,
    /// Areas that lack a value, with the indicators that they lack.
    pub left_out: Vec<(AreaId, Vec<IndicatorId>)>,
    /// How clearly the types stand apart.
    pub silhouette: Silhouette,
}

impl Typology {
    /// A proposed name for each type: `überdurchschnittlich bei SGB II; unterdurchschnittlich bei Wohnfläche`. No two
    /// are the same. `name` gives the printed name of an indicator.
    pub fn names(&self, name: impl Fn(IndicatorId) -> String) -> Vec<String> {
        let traits = |traits: &[TypeTrait]| traits.iter().map(|t| (name(t.indicator), t.far)).collect::<Vec<_>>();
        let own: Vec<String> =
            self.types.iter().map(|own| words::type_name(&traits(&own.above), &traits(&own.below))).collect();
        let twice = |at: usize| own.iter().filter(|other| **other == own[at]).count() > 1;
        let number = |at: usize| if twice(at) { words::numbered_type(&own[at], at + 1) } else { own[at].clone() };
        (0..own.len()).map(number).collect()
    }

    /// The type of an area, if it takes part.
    pub fn type_of(&self, area: AreaId) -> Option<usize> {
        self.areas.binary_search(&area).ok().map(|row| self.labels[row])
    }
}

/// Forms types of the areas of a table that have every value; each indicator counts alike (z-values, divisor n).
/// `directions` follow the indicators of the table.
///
/// # Errors
/// A constant indicator, too few complete areas, a number of types that they do not allow, a cancel.
pub fn typology(
    table: &StructureTable,
    directions: &[Direction],
    choice: &TypologyChoice,
    progress: &Progress,
) -> Result<Typology, StructureError> {
    if directions.len() != table.columns.len() {
        return Err(StructureError::Uneven);
    }
    complete_columns(&table.columns, 1, 3)?;
    let complete = table.complete();
    let z: Vec<Vec<f64>> = complete.columns.iter().map(|column| z_values(column, Divisor::Population)).collect();
    let labels = grouped(&z, choice.method, choice.clusters, choice.seed, progress)?;
    let count = labels.iter().max().map_or(0, |most| most + 1);
    let widths = silhouette(&z, &labels, choice.seed, progress)?;
    let of = |label: usize| described(&complete, &z, directions, &labels, label, widths.by_cluster[label]);
    let mut types: Vec<(usize, AreaType)> = (0..count).map(|label| (label, of(label))).collect();
    // Groups come by size; the sort keeps that order where need does not decide.
    types.sort_by(|(_, left), (_, right)| right.need.unwrap_or(0.0).total_cmp(&left.need.unwrap_or(0.0)));
    let mut place = vec![0; count];
    types.iter().enumerate().for_each(|(new, (old, _))| place[*old] = new);
    let by_cluster = types.iter().map(|(old, _)| widths.by_cluster[*old]).collect();
    Ok(Typology {
        choice: *choice,
        types: types.into_iter().map(|(_, own)| own).collect(),
        labels: labels.iter().map(|&label| place[label]).collect(),
        left_out: table.incomplete(),
        areas: complete.areas,
        silhouette: Silhouette { by_cluster, ..widths },
    })
}

/// Groups of areas by columns without gaps on a common scale, numbered by size.
pub(super) fn grouped(
    columns: &[Vec<f64>],
    method: Method,
    clusters: usize,
    seed: u64,
    progress: &Progress,
) -> Result<Vec<usize>, StructureError> {
    match method {
        Method::KMeans => Ok(kmeans(columns, &KMeansChoice::new(clusters, seed), progress)?.labels),
        Method::Ward => {
            let areas = columns.first().map_or(0, Vec::len);
            if clusters < 2 || clusters > areas {
                return Err(StructureError::ClusterCount { clusters, areas });
            }
            Ok(ward(columns, progress)?.cut(clusters))
        }
    }
}

fn described(
    table: &StructureTable,
    z: &[Vec<f64>],
    directions: &[Direction],
    labels: &[usize],
    label: usize,
    silhouette: Option<f64>,
) -> AreaType {
    let rows: Vec<usize> = (0..labels.len()).filter(|&row| labels[row] == label).collect();
    let mean = |column: &Vec<f64>| rows.iter().map(|&row| column[row]).sum::<f64>() / rows.len() as f64;
    let deviations: Vec<f64> = z.iter().map(mean).collect();
    let distance =
        |row: usize| -> f64 { z.iter().zip(&deviations).map(|(column, centre)| (column[row] - centre).powi(2)).sum() };
    let mut typical: Vec<(f64, AreaId)> = rows.iter().map(|&row| (distance(row), table.areas[row])).collect();
    typical.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
    AreaType {
        members: typical.into_iter().map(|(_, area)| area).collect(),
        means: table.columns.iter().map(mean).collect(),
        need: need(&deviations, directions),
        above: traits(table, &deviations, 1.0),
        below: traits(table, &deviations, -1.0),
        deviations,
        silhouette,
    }
}

fn need(deviations: &[f64], directions: &[Direction]) -> Option<f64> {
    let towards: Vec<f64> = deviations
        .iter()
        .zip(directions)
        .filter_map(|(deviation, direction)| match direction {
            Direction::HighIsNeed => Some(*deviation),
            Direction::LowIsNeed => Some(-deviation),
            Direction::Context => None,
        })
        .collect();
    (!towards.is_empty()).then(|| towards.iter().sum::<f64>() / towards.len() as f64)
}

/// Notable deviations on one side (`sign` 1 above, −1 below), the greatest first.
fn traits(table: &StructureTable, deviations: &[f64], sign: f64) -> Vec<TypeTrait> {
    let notable = |(&indicator, &deviation): (&IndicatorId, &f64)| {
        let amount = sign * deviation;
        (amount >= NOTABLE).then_some(TypeTrait { indicator, deviation, far: amount >= FAR })
    };
    let mut traits: Vec<TypeTrait> = table.indicators.iter().zip(deviations).filter_map(notable).collect();
    traits.sort_by(|left, right| {
        right.deviation.abs().total_cmp(&left.deviation.abs()).then(left.indicator.cmp(&right.indicator))
    });
    traits.truncate(MOST_TRAITS);
    traits
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIRECTIONS: [Direction; 3] = [Direction::HighIsNeed, Direction::LowIsNeed, Direction::Context];

    /// Ten areas: burdened (4), favoured (3) and middling (2); the last one has a gap.
    fn table() -> StructureTable {
        let columns = vec![
            vec![30.0, 31.0, 29.0, 32.0, 5.0, 6.0, 4.0, 17.0, 18.0, 30.0],
            vec![40.0, 41.0, 39.0, 42.0, 70.0, 71.0, 69.0, 55.0, 56.0, f64::NAN],
            vec![7.0, 7.5, 7.2, 7.1, 7.3, 7.4, 7.0, 12.0, 12.4, 7.0],
        ];
        StructureTable {
            areas: (1..=10).map(AreaId).collect(),
            indicators: (1..=3).map(IndicatorId).collect(),
            columns,
        }
    }

    fn found(method: Method) -> Typology {
        let choice = TypologyChoice { method, clusters: 3, seed: 1 };
        typology(&table(), &DIRECTIONS, &choice, &Progress::new()).unwrap()
    }

    #[test]
    fn planted_types_come_by_need_with_what_sets_them_apart() {
        for method in [Method::KMeans, Method::Ward] {
            let found = found(method);
            assert_eq!(found.labels, [0, 0, 0, 0, 2, 2, 2, 1, 1]);
            assert_eq!(found.left_out, [(AreaId(10), vec![IndicatorId(2)])]);
            assert_eq!(found.types[0].above[0].indicator, IndicatorId(1));
            assert_eq!(found.types[0].below[0].indicator, IndicatorId(2));
            assert!((found.types[1].means[2] - 12.2).abs() < 1e-12);
            assert!(found.types.iter().all(|own| own.silhouette.is_some_and(|width| width > 0.7)));
            assert_eq!((found.type_of(AreaId(8)), found.type_of(AreaId(10))), (Some(1), None));
        }
    }

    #[test]
    fn names_say_in_words_what_lies_above_and_below() {
        let names = found(Method::KMeans).names(|id| format!("I{}", id.0));
        assert_eq!(names[0], "überdurchschnittlich bei I1; unterdurchschnittlich bei I2, I3");
        assert_eq!(names[1], "weit überdurchschnittlich bei I3");
    }

    #[test]
    fn types_that_would_have_the_same_name_are_numbered() {
        let mut found = found(Method::KMeans);
        found.types[1] = AreaType { members: found.types[1].members.clone(), ..found.types[0].clone() };
        let names = found.names(|id| format!("I{}", id.0));
        assert!(names[0].ends_with("(Typ 1)") && names[1].ends_with("(Typ 2)"));
    }

    #[test]
    fn a_constant_indicator_is_refused() {
        let mut table = table();
        table.columns[2] = vec![1.0; 10];
        let choice = TypologyChoice { method: Method::Ward, clusters: 2, seed: 1 };
        assert_eq!(typology(&table, &DIRECTIONS, &choice, &Progress::new()), Err(StructureError::Constant(2)));
    }
}
