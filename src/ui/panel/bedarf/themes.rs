//! The dimensions of a recipe in their fixed order, with colour and name.

use crate::domain::IndexSpec;
use crate::text::panel::bedarf as words;
use crate::theme::{Color, Tokens};

/// The dimensions of a recipe: the known ones in their fixed order, then others as the recipe names them.
pub(super) struct Themes {
    names: Vec<String>,
    of_indicator: Vec<usize>,
}

impl Themes {
    /// The dimensions that the indicators of a recipe belong to.
    pub(super) fn of(spec: &IndexSpec) -> Themes {
        let name = |dimension: &str| {
            if dimension.is_empty() { words::NO_DIMENSION.to_owned() } else { dimension.to_owned() }
        };
        let wanted: Vec<String> = spec.indicators.iter().map(|entry| name(&entry.dimension)).collect();
        let known = words::DIMENSIONS.iter().map(|known| (*known).to_owned()).filter(|known| wanted.contains(known));
        let mut names: Vec<String> = known.collect();
        for other in &wanted {
            if !names.contains(other) {
                names.push(other.clone());
            }
        }
        let place = |wanted: &String| names.iter().position(|name| name == wanted).unwrap_or(0);
        let of_indicator = wanted.iter().map(place).collect();
        Themes { names, of_indicator }
    }

    /// Names in order.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The dimension of an indicator, by its place in the recipe.
    pub(super) fn of_indicator(&self, at: usize) -> usize {
        self.of_indicator.get(at).copied().unwrap_or(0)
    }

    /// The colour of a dimension: fixed for the known ones.
    pub(super) fn color(&self, theme: usize, tokens: &Tokens) -> Color {
        let known = self.names.get(theme).and_then(|name| words::DIMENSIONS.iter().position(|known| known == name));
        tokens.palettes.theme(known.unwrap_or(theme))
    }

    /// An area's contributions summed up by dimension, in order.
    pub(super) fn sums(&self, contributions: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.names.len()];
        for (at, contribution) in contributions.iter().enumerate() {
            if let Some(sum) = sums.get_mut(self.of_indicator(at)) {
                *sum += contribution;
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AreaLevel, Direction, SpecIndicator};

    #[test]
    fn dimensions_stand_in_their_fixed_order_and_others_follow() {
        let entry = |code: &str, dimension: &str| SpecIndicator::new(code, Direction::HighIsNeed, 1.0, dimension);
        let indicators = vec![entry("A", "Wohnen"), entry("B", "Umwelt"), entry("C", "Arbeit"), entry("D", "Wohnen")];
        let themes = Themes::of(&IndexSpec::recommended(AreaLevel::Sozialraum, indicators));
        assert_eq!(themes.names(), ["Arbeit", "Wohnen", "Umwelt"]);
        assert_eq!(themes.sums(&[0.5, 1.0, -0.25, 0.25]), [-0.25, 0.75, 1.0]);
    }
}
