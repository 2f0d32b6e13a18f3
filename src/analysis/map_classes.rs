//! Classes of an indicator for a map: how the cuts between them are made.

use super::classify::natural_breaks;
use super::quantile::quantile_cuts;
use super::statistics::{range, sorted};

/// How the classes of a map are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapClasses {
    /// About equally many areas in each class.
    #[default]
    Quantiles,
    /// Classes of equal width.
    EqualIntervals,
    /// Least spread within the classes (Jenks; Fisher 1958).
    NaturalBreaks,
}

/// Cuts between at most `classes` classes, ascending; a value on a cut belongs to the upper class, as
/// [`class_of`](super::class_of) has it. Fewer cuts where there are fewer different values, none where all are the same.
pub fn map_cuts(values: &[f64], method: MapClasses, classes: usize) -> Vec<f64> {
    let sorted = sorted(values);
    let different = usize::from(!sorted.is_empty()) + sorted.windows(2).filter(|pair| pair[0] < pair[1]).count();
    if different < 2 || classes < 2 {
        return Vec::new();
    }
    match method {
        MapClasses::Quantiles => quantile_cuts(values, classes),
        MapClasses::EqualIntervals => {
            let (low, high) = range(values);
            (1..classes).map(|at| low + (high - low) * at as f64 / classes as f64).collect()
        }
        MapClasses::NaturalBreaks => {
            let greatest = natural_breaks(values, classes.min(different)).unwrap_or_default();
            let above = |cut: f64| sorted.get(sorted.partition_point(|value| *value <= cut)).copied();
            greatest.into_iter().filter_map(above).collect()
        }
    }
}

/// Cuts of equal width on both sides of the city's value, so that the middle class lies around it; none where no value
/// differs from the city's. `classes` is odd.
pub fn deviation_cuts(values: &[f64], city: f64, classes: usize) -> Vec<f64> {
    let far = values.iter().map(|value| (value - city).abs()).fold(0.0, f64::max);
    if far <= 0.0 || !far.is_finite() {
        return Vec::new();
    }
    (1..classes).map(|at| city - far + 2.0 * far * at as f64 / classes as f64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::class_of;

    #[test]
    fn natural_breaks_fall_into_the_gaps_and_the_cut_belongs_to_the_upper_class() {
        let values = [1.0, 2.0, 1.5, 10.0, 11.0, 30.0];
        let cuts = map_cuts(&values, MapClasses::NaturalBreaks, 3);
        assert_eq!(cuts, [10.0, 30.0]);
        let classes: Vec<usize> = values.iter().map(|value| class_of(&cuts, *value)).collect();
        assert_eq!(classes, [0, 0, 0, 1, 1, 2]);
    }

    #[test]
    fn equal_intervals_are_equally_wide() {
        assert_eq!(map_cuts(&[0.0, 3.0, 10.0], MapClasses::EqualIntervals, 5), [2.0, 4.0, 6.0, 8.0]);
    }

    #[test]
    fn fewer_values_than_classes_make_fewer_classes() {
        for method in [MapClasses::Quantiles, MapClasses::EqualIntervals, MapClasses::NaturalBreaks] {
            assert_eq!(map_cuts(&[4.0, 4.0], method, 5), Vec::<f64>::new(), "{method:?}");
            assert_eq!(map_cuts(&[], method, 5), Vec::<f64>::new(), "{method:?}");
        }
        assert_eq!(map_cuts(&[1.0, 4.0], MapClasses::NaturalBreaks, 5), [4.0]);
    }

    #[test]
    fn the_city_lies_in_the_middle_class() {
        let cuts = deviation_cuts(&[5.0, 12.0, 20.0], 10.0, 5);
        assert_eq!(cuts, [4.0, 8.0, 12.0, 16.0]);
        assert_eq!(class_of(&cuts, 10.0), 2);
        assert_eq!(deviation_cuts(&[3.0], 3.0, 5), Vec::<f64>::new());
    }
}
