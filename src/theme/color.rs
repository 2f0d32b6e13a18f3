//! A colour without a toolkit, and how well two of them can be told apart.

/// An sRGB colour with straight (not premultiplied) alpha.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Opacity, 255 = opaque.
    pub a: u8,
}

impl Color {
    /// The opaque colour `0xRRGGBB`.
    pub const fn rgb(hex: u32) -> Color {
        let [_, r, g, b] = hex.to_be_bytes();
        Color { r, g, b, a: 255 }
    }

    /// The same colour at this opacity, 0 to 255.
    #[must_use]
    pub const fn with_alpha(self, a: u8) -> Color {
        Color { a, ..self }
    }

    /// `#RRGGBB`, as SVG and documents write it; the opacity is not part of it.
    pub fn hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }

    /// This colour mixed with `other`; `share` 0 is this one, 1 the other.
    #[must_use]
    pub fn mix(self, other: Color, share: f32) -> Color {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "stays between two bytes")]
        let blend = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * share).round() as u8;
        Color { r: blend(self.r, other.r), g: blend(self.g, other.g), b: blend(self.b, other.b), a: self.a }
    }

    /// Black or white, whichever reads better on this colour.
    #[must_use]
    pub fn readable_on(self) -> Color {
        let (black, white) = (Color::rgb(0x18_21_24), Color::rgb(0xFF_FF_FF));
        if contrast(black, self) >= contrast(white, self) { black } else { white }
    }

    /// Relative luminance after WCAG 2.2, 0 to 1.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }
}

/// Contrast ratio after WCAG 2.2, 1 to 21.
pub fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_has_the_greatest_contrast() {
        assert!((contrast(Color::rgb(0), Color::rgb(0xFF_FF_FF)) - 21.0).abs() < 1e-9);
        assert_eq!(Color::rgb(0x0B6170).hex(), "#0B6170");
    }
}
