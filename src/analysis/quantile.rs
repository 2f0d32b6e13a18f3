//! Classes with about equally many areas, for maps.

use super::statistics::sorted;

/// Cuts between `classes` classes of about equal count (quantiles of type 7); fewer where values repeat.
pub fn quantile_cuts(values: &[f64], classes: usize) -> Vec<f64> {
    let sorted = sorted(values);
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    let mut cuts: Vec<f64> = (1..classes).map(|at| quantile(&sorted, at as f64 / classes as f64)).collect();
    cuts.retain(|cut| cut > first && cut <= last);
    cuts.dedup();
    cuts
}

/// The class of a value, from 0: a value on a cut belongs to the upper class.
pub fn class_of(cuts: &[f64], value: f64) -> usize {
    cuts.partition_point(|cut| *cut <= value)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place within the list")]
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (place - place.floor()) * (sorted[above] - sorted[below])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_classes_hold_about_equally_many() {
        let values: Vec<f64> = (1..=10).map(f64::from).collect();
        let cuts = quantile_cuts(&values, 5);
        let mut counts = [0; 5];
        values.iter().for_each(|value| counts[class_of(&cuts, *value)] += 1);
        assert_eq!(counts, [2; 5]);
    }

    #[test]
    fn equal_values_stay_in_one_class() {
        assert_eq!(quantile_cuts(&[3.0, 3.0, 3.0], 5), Vec::<f64>::new());
        assert_eq!(quantile_cuts(&[], 5), Vec::<f64>::new());
        let cuts = quantile_cuts(&[1.0, 1.0, 1.0, 1.0, 9.0], 5);
        assert_eq!(class_of(&cuts, 1.0), 0);
    }
}
