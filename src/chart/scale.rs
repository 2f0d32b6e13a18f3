//! Axes: round ticks and places on the paper.

/// Round ticks from at or below `low` to at or above `high`, about `count` of them.
pub fn ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a handful of ticks")]
    let raw = ((high - low).abs().max(1e-9)) / count.max(1) as f64;
    let magnitude = 10f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|m| m * magnitude).find(|step| *step >= raw * 0.999);
    let step = step.unwrap_or(magnitude * 10.0);
    let first = (low / step).floor();
    let last = (high / step).ceil();
    let mut ticks = Vec::new();
    let mut at = first;
    while at <= last + 0.5 && ticks.len() < 50 {
        ticks.push(at * step);
        at += 1.0;
    }
    ticks
}

/// Decimals that tell ticks of this step apart and print each as it is; as few as that takes.
pub fn tick_decimals(ticks: &[f64]) -> u8 {
    let step = ticks.get(1).zip(ticks.first()).map_or(1.0, |(second, first)| (second - first).abs());
    let is_whole = |decimals: &u8| {
        let scaled = step * 10f64.powi(i32::from(*decimals));
        scaled >= 0.5 && (scaled - scaled.round()).abs() < 1e-6 * scaled
    };
    (0..=MOST_DECIMALS).find(is_whole).unwrap_or(MOST_DECIMALS)
}

/// Decimals beyond which no axis is labelled.
const MOST_DECIMALS: u8 = 9;

/// A linear axis between two places on the paper.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    pub low: f64,
    pub high: f64,
    pub from_mm: f32,
    pub to_mm: f32,
}

impl Axis {
    /// The place of a value.
    pub(super) fn at(&self, value: f64) -> f32 {
        let span = self.high - self.low;
        let share = if span.abs() < f64::EPSILON { 0.5 } else { (value - self.low) / span };
        #[expect(clippy::cast_possible_truncation, reason = "a share of the axis")]
        let share = share as f32;
        self.from_mm + (self.to_mm - self.from_mm) * share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_enclose_the_values() {
        assert_eq!(ticks(21.3, 38.7, 4), [20.0, 25.0, 30.0, 35.0, 40.0]);
        assert_eq!(ticks(0.0, 24_000.0, 4), [0.0, 10_000.0, 20_000.0, 30_000.0]);
    }

    #[test]
    fn labels_of_ticks_print_them_as_they_are() {
        let decimals = |low, high| tick_decimals(&ticks(low, high, 4));
        assert_eq!(decimals(5.1, 6.1), 2, "steps of 0.25");
        assert_eq!(decimals(15.1, 16.9), 1, "steps of 0.5");
        assert_eq!(decimals(21.3, 38.7), 0);
        assert_eq!(decimals(1.0, 11.0), 1, "steps of 2.5");
        assert_eq!(tick_decimals(&[4.0]), 0);
    }

    #[test]
    fn an_axis_without_extent_puts_everything_in_the_middle() {
        assert_eq!(Axis { low: 5.0, high: 5.0, from_mm: 10.0, to_mm: 20.0 }.at(5.0), 15.0);
    }
}
