//! Classes of the index by cuts, with the side of the border named.

use crate::domain::{ClassBorder, Classes};

/// A value this close to a cut lies on it.
const ON_THE_CUT: f64 = 1e-9;

/// The class of a value, counted from low need: the number of cuts that lie below it.
pub(super) fn class(value: f64, classes: &Classes) -> usize {
    let above = |&(at, &cut): &(usize, &f64)| {
        let border = classes.border.get(at).or(classes.border.first()).copied().unwrap_or_default();
        match border {
            ClassBorder::Lower => value > cut + ON_THE_CUT,
            ClassBorder::Upper => value >= cut - ON_THE_CUT,
        }
    };
    classes.cuts.iter().enumerate().take_while(above).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_the_cut_falls_to_the_named_side() {
        let classes = Classes {
            cuts: vec![-1.0, 1.0],
            border: vec![ClassBorder::Lower, ClassBorder::Upper],
            labels: ["positiv", "stabil", "negativ"].map(String::from).to_vec(),
        };
        for (value, expected) in [(-1.0, 0), (-0.999, 1), (0.999, 1), (1.0, 2), (0.1 + 0.2 + 0.7, 2)] {
            assert_eq!(class(value, &classes), expected, "{value}");
        }
    }
}
