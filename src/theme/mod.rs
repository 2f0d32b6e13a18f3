//! Colours, type and spacing of the program as plain values, for the window and for documents alike.
//!
//! No toolkit is used here. The window translates the values in one place (`ui::widget::style`), charts and
//! documents always take [`report()`]. Nobody else names a colour.

mod color;
mod palette;
pub mod report;
mod size;
mod tokens;
mod type_scale;

pub use color::{Color, contrast};
pub use palette::{DEVIATION_MAX, NEED_MAX, Palettes};
pub use size::{control, radius, row, space, stroke};
pub use tokens::Tokens;
pub use type_scale::{TypeStyle, Weight};

/// The two appearances of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on light ground.
    #[default]
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Theme {
    /// Both appearances.
    pub const ALL: [Theme; 2] = [Theme::Light, Theme::Dark];

    /// The colours of this appearance.
    pub fn tokens(self) -> &'static Tokens {
        match self {
            Theme::Light => &tokens::LIGHT,
            Theme::Dark => &tokens::DARK,
        }
    }
}

/// The colours of everything that is printed or sent to a committee: always the light set.
pub fn report() -> &'static Tokens {
    Theme::Light.tokens()
}
