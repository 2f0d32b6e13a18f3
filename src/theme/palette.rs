//! Colours of data: classes of need, deviation from the city, themes of indicators, sources of money.
//!
//! Checked for colour blindness; a diverging scale still needs a hatch where it is printed in grey.

use super::Color;

/// Most classes of need that are told apart.
pub const NEED_MAX: usize = 7;
/// Most classes of deviation from the city that are told apart.
pub const DEVIATION_MAX: usize = 7;

/// The data palettes of one appearance. In the dark one more need is brighter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palettes {
    /// Five classes of need, least first.
    pub need5: [Color; 5],
    /// Seven classes of need, least first.
    pub need7: [Color; 7],
    /// Five classes of deviation from the city, most favourable first.
    pub deviation5: [Color; 5],
    /// Seven classes of deviation from the city, most favourable first.
    pub deviation7: [Color; 7],
    /// Themes in fixed order: Arbeit, Transferleistungen, Kinder und Familie, Bildung, Gesundheit, Wohnen.
    pub themes: [Color; 6],
    /// Kinds of cost in printed order: shades without hue, because the hues beside them are sources of money.
    pub costs: [Color; 3],
}

impl Palettes {
    /// The colour of class `class` (0 = least need) of `classes`; up to five classes use the short scale.
    pub fn need(&self, class: usize, classes: usize) -> Color {
        if classes <= self.need5.len() { pick(&self.need5, class, classes) } else { pick(&self.need7, class, classes) }
    }

    /// The colour of class `class` (0 = most favourable) of `classes`.
    pub fn deviation(&self, class: usize, classes: usize) -> Color {
        if classes <= self.deviation5.len() {
            pick(&self.deviation5, class, classes)
        } else {
            pick(&self.deviation7, class, classes)
        }
    }

    /// The colour of theme number `theme`; further themes begin again.
    pub fn theme(&self, theme: usize) -> Color {
        self.themes[theme % self.themes.len()]
    }

    /// The colours of money by source, in printed order: Aktionsraumfonds, Projektbudget, Förderung, Dritte,
    /// Eigenanteil. Money that is missing has none: it is a hatch.
    pub fn funding(&self) -> [Color; 5] {
        [2, 0, 4, 5, 3].map(|theme: usize| self.themes[theme])
    }
}

/// Spreads `classes` over the scale, so that the last class always has its last colour.
fn pick(scale: &[Color], class: usize, classes: usize) -> Color {
    let last = scale.len() - 1;
    let steps = classes.max(2) - 1;
    scale[(class.min(steps) * last + steps / 2) / steps]
}

const fn colors<const N: usize>(hex: [u32; N]) -> [Color; N] {
    let mut colors = [Color::rgb(0); N];
    let mut at = 0;
    while at < N {
        colors[at] = Color::rgb(hex[at]);
        at += 1;
    }
    colors
}

pub(super) const LIGHT: Palettes = Palettes {
    need5: colors([0xFAF3E0, 0xE8CC91, 0xD59D57, 0xB76D38, 0x82422B]),
    need7: colors([0xFAF3E0, 0xEEDBAE, 0xE2BC7D, 0xD39952, 0xBA7037, 0x924C2C, 0x602E23]),
    deviation5: colors([0x1C6B91, 0x7DB3D0, 0xF1F0EC, 0xD4A05C, 0x753A24]),
    deviation7: colors([0x1C6B91, 0x5E9DBD, 0xA5CBDE, 0xF1F0EC, 0xDFBC8C, 0xBC7C40, 0x6E3524]),
    themes: colors([0x252F70, 0x67BED7, 0xF1D380, 0x7871A8, 0x1B6C60, 0xBB8869]),
    costs: colors([0x465358, 0x9AA5A9, 0xD9DFE1]),
};

pub(super) const DARK: Palettes = Palettes {
    need5: colors([0x412B25, 0x77452D, 0xA76A33, 0xCF9B4F, 0xEDD89E]),
    need7: colors([0x3B2824, 0x5D392D, 0x7F4C31, 0xA06434, 0xC0843C, 0xD9AC5E, 0xEED9A2]),
    deviation5: colors([0x67B5E1, 0x2A617F, 0x353D40, 0x9E6630, 0xEFD596]),
    deviation7: colors([0x6FBBE0, 0x3F87AC, 0x2A566C, 0x3A4145, 0x7D5A34, 0xBC8444, 0xEBC98D]),
    themes: colors([0x8C98CC, 0xC6ECFC, 0xDEC86C, 0x75659A, 0x57BDA1, 0xAF7B5E]),
    costs: colors([0xC3CDD0, 0x7F8B90, 0x48545A]),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_neediest_class_always_has_the_strongest_colour() {
        for classes in 2..=5 {
            assert_eq!(LIGHT.need(classes - 1, classes), LIGHT.need5[4]);
        }
        assert_eq!(LIGHT.need(6, 7), LIGHT.need7[6]);
        assert_eq!(LIGHT.need(0, 7), LIGHT.need7[0]);
    }
}
