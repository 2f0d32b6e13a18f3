//! Colours by role, for the light and the dark appearance.

use super::Color;
use super::palette::{self, Palettes};

/// Every colour of one appearance, named by what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Rail, top bar and status bar.
    pub chrome: Color,
    /// Content.
    pub surface: Color,
    /// Table heads and side panes.
    pub sunken: Color,
    /// Menus, dialogs and cards that float.
    pub raised: Color,
    /// A page of a document.
    pub paper: Color,
    /// Under the pointer.
    pub hover: Color,
    /// Pressed.
    pub pressed: Color,
    /// Selected row, rail entry or segment.
    pub selected: Color,
    /// Active paragraph.
    pub selected_soft: Color,
    /// Line between rows.
    pub line_soft: Color,
    /// Line between panes.
    pub line: Color,
    /// Frame of a box.
    pub frame: Color,
    /// Border of inputs and buttons; never on a selected row.
    pub line_strong: Color,
    /// Text.
    pub text: Color,
    /// Labels and secondary columns.
    pub text2: Color,
    /// Units and hints.
    pub text3: Color,
    /// What cannot be used now; always with a reason.
    pub disabled: Color,
    /// What can be touched: action, current item, link, focus.
    pub accent: Color,
    /// The accent under the pointer.
    pub accent_hover: Color,
    /// Text on the accent.
    pub on_accent: Color,
    /// Done, covered.
    pub ok: Color,
    /// Ground of `ok`.
    pub ok_bg: Color,
    /// Information; numbers in the import.
    pub info: Color,
    /// Ground of `info`.
    pub info_bg: Color,
    /// Stale, gap, deadline.
    pub warn: Color,
    /// Ground of `warn`.
    pub warn_bg: Color,
    /// Failure, overlap.
    pub err: Color,
    /// Ground of `err`.
    pub err_bg: Color,
    /// Handlungsfeld Arbeit, always with its letter.
    pub field_arbeit: Color,
    /// Handlungsfeld Kinder, always with its letter.
    pub field_kinder: Color,
    /// Handlungsfeld Zusammenhalt, always with its letter.
    pub field_zusammenhalt: Color,
    /// Ground of a bound value.
    pub chip: Color,
    /// Underline of a bound value.
    pub chip_line: Color,
    /// Fill of a rank interval.
    pub interval: Color,
    /// Outline of a rank interval.
    pub interval_line: Color,
    /// Point estimate, strength of need.
    pub point: Color,
    /// Other areas in a strip.
    pub dot: Color,
    /// Aktionsräume in a strip.
    pub dot_peer: Color,
    /// Line of the city value.
    pub reference: Color,
    /// Ground of a bar.
    pub track: Color,
    /// Lines of the hatch.
    pub hatch: Color,
    /// Ground of the hatch.
    pub nodata: Color,
    /// Outline of categorical fills.
    pub cat_line: Color,
    /// Ground behind a dialog.
    pub scrim: Color,
    /// Shadow of what floats.
    pub shadow: Color,
    /// Colours of data.
    pub palettes: Palettes,
}

pub(super) const LIGHT: Tokens = Tokens {
    chrome: Color::rgb(0xECEFF0),
    surface: Color::rgb(0xFFFFFF),
    sunken: Color::rgb(0xF5F7F7),
    raised: Color::rgb(0xFFFFFF),
    paper: Color::rgb(0xFFFFFF),
    hover: Color::rgb(0xE4EAEB),
    pressed: Color::rgb(0xD3DDDF),
    selected: Color::rgb(0xD9EBEE),
    selected_soft: Color::rgb(0xEDF5F6),
    line_soft: Color::rgb(0xE7EBEC),
    line: Color::rgb(0xD8DEE0),
    frame: Color::rgb(0xB9C3C6),
    line_strong: Color::rgb(0x7E8B90),
    text: Color::rgb(0x182124),
    text2: Color::rgb(0x465358),
    text3: Color::rgb(0x57646A),
    disabled: Color::rgb(0x8E999D),
    accent: Color::rgb(0x0B6170),
    accent_hover: Color::rgb(0x084C58),
    on_accent: Color::rgb(0xFFFFFF),
    ok: Color::rgb(0x2A6B47),
    ok_bg: Color::rgb(0xE6F2EB),
    info: Color::rgb(0x2B5A9E),
    info_bg: Color::rgb(0xE8EFF8),
    warn: Color::rgb(0x865000),
    warn_bg: Color::rgb(0xFBF0DA),
    err: Color::rgb(0xA3312A),
    err_bg: Color::rgb(0xFBEAE8),
    field_arbeit: Color::rgb(0x2B5A9E),
    field_kinder: Color::rgb(0x8F5300),
    field_zusammenhalt: Color::rgb(0x6E4A94),
    chip: Color::rgb(0xE3EFF1),
    chip_line: Color::rgb(0x8FB9C1),
    interval: Color::rgb(0xD8C5A4),
    interval_line: Color::rgb(0x8F7040),
    point: Color::rgb(0x82422B),
    dot: Color::rgb(0x87939A),
    dot_peer: Color::rgb(0xB0783A),
    reference: Color::rgb(0x182124),
    track: Color::rgb(0xE7EBEC),
    hatch: Color::rgb(0x9AA5A9),
    nodata: Color::rgb(0xE9ECED),
    cat_line: Color::rgb(0x3A4549),
    scrim: Color::rgb(0x182124).with_alpha(71),
    shadow: Color::rgb(0x182124).with_alpha(36),
    palettes: palette::LIGHT,
};

pub(super) const DARK: Tokens = Tokens {
    chrome: Color::rgb(0x15191B),
    surface: Color::rgb(0x1E2325),
    sunken: Color::rgb(0x191D1F),
    raised: Color::rgb(0x262C2F),
    paper: Color::rgb(0x22282B),
    hover: Color::rgb(0x2A3134),
    pressed: Color::rgb(0x353E42),
    selected: Color::rgb(0x17414A),
    selected_soft: Color::rgb(0x1B2F34),
    line_soft: Color::rgb(0x2A3134),
    line: Color::rgb(0x333B3F),
    frame: Color::rgb(0x465156),
    line_strong: Color::rgb(0x77868C),
    text: Color::rgb(0xE7EBEC),
    text2: Color::rgb(0xB7C1C4),
    text3: Color::rgb(0x9FABAF),
    disabled: Color::rgb(0x69757A),
    accent: Color::rgb(0x63BDC9),
    accent_hover: Color::rgb(0x83CFD9),
    on_accent: Color::rgb(0x05262B),
    ok: Color::rgb(0x7FC69C),
    ok_bg: Color::rgb(0x1C3227),
    info: Color::rgb(0x93BBEE),
    info_bg: Color::rgb(0x1D2C3F),
    warn: Color::rgb(0xE8B563),
    warn_bg: Color::rgb(0x382B16),
    err: Color::rgb(0xF29A90),
    err_bg: Color::rgb(0x3E2321),
    field_arbeit: Color::rgb(0x93BBEE),
    field_kinder: Color::rgb(0xE8B563),
    field_zusammenhalt: Color::rgb(0xC4A6E4),
    chip: Color::rgb(0x1E3A40),
    chip_line: Color::rgb(0x3F7680),
    interval: Color::rgb(0x6B5638),
    interval_line: Color::rgb(0xB08F5A),
    point: Color::rgb(0xEED9A2),
    dot: Color::rgb(0x6A767B),
    dot_peer: Color::rgb(0xD0A05E),
    reference: Color::rgb(0xE7EBEC),
    track: Color::rgb(0x2F363A),
    hatch: Color::rgb(0x5C676B),
    nodata: Color::rgb(0x2A3033),
    cat_line: Color::rgb(0x0F1315),
    scrim: Color::rgb(0).with_alpha(128),
    shadow: Color::rgb(0).with_alpha(115),
    palettes: palette::DARK,
};

#[cfg(test)]
mod tests {
    use crate::theme::{Color, Theme, Tokens, contrast};

    fn grounds(tokens: &Tokens) -> [Color; 5] {
        [tokens.surface, tokens.chrome, tokens.sunken, tokens.hover, tokens.selected]
    }

    #[test]
    fn text_reads_on_every_ground() {
        for theme in Theme::ALL {
            let tokens = theme.tokens();
            for ground in grounds(tokens) {
                for text in [tokens.text, tokens.text2, tokens.text3, tokens.accent] {
                    assert!(contrast(text, ground) >= 4.5, "{theme:?}: {text:?} on {ground:?}");
                }
            }
            assert!(contrast(tokens.on_accent, tokens.accent) >= 4.5, "{theme:?}");
        }
    }

    #[test]
    fn states_read_on_their_own_ground() {
        for theme in Theme::ALL {
            let tokens = theme.tokens();
            let pairs = [
                (tokens.ok, tokens.ok_bg),
                (tokens.info, tokens.info_bg),
                (tokens.warn, tokens.warn_bg),
                (tokens.err, tokens.err_bg),
                (tokens.text, tokens.chip),
            ];
            for (text, ground) in pairs {
                assert!(contrast(text, ground) >= 4.5, "{theme:?}: {text:?} on {ground:?}");
            }
        }
    }

    #[test]
    fn marks_and_borders_stand_out_from_the_surface() {
        for theme in Theme::ALL {
            let tokens = theme.tokens();
            let marks = [
                tokens.line_strong,
                tokens.dot,
                tokens.dot_peer,
                tokens.point,
                tokens.interval_line,
                tokens.reference,
                tokens.field_arbeit,
                tokens.field_kinder,
                tokens.field_zusammenhalt,
            ];
            for mark in marks {
                assert!(contrast(mark, tokens.surface) >= 3.0, "{theme:?}: {mark:?}");
            }
        }
    }
}
