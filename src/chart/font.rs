//! The bundled font, for measuring and for pictures.

use super::error::ChartError;
use plotters::style::{FontStyle, register_font};
use std::sync::{Arc, OnceLock};

/// Family name inside the font files.
pub(super) const FAMILY: &str = "IBM Plex Sans";

/// The bundled font, upright.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans_400Regular.ttf");
/// The bundled font, set off.
pub const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans_600SemiBold.ttf");

/// Makes the font known for drawing; later calls cost nothing.
pub(super) fn register() -> Result<(), ChartError> {
    static REGISTERED: OnceLock<bool> = OnceLock::new();
    let registered = *REGISTERED.get_or_init(|| {
        register_font(FAMILY, FontStyle::Normal, REGULAR).is_ok()
            && register_font(FAMILY, FontStyle::Bold, SEMIBOLD).is_ok()
    });
    if registered { Ok(()) } else { Err(ChartError::Font) }
}

/// The font for rendering pictures; no other font of the computer is used.
pub(super) fn database() -> Arc<resvg::usvg::fontdb::Database> {
    static DATABASE: OnceLock<Arc<resvg::usvg::fontdb::Database>> = OnceLock::new();
    let database = DATABASE.get_or_init(|| {
        let mut database = resvg::usvg::fontdb::Database::new();
        database.load_font_data(REGULAR.to_vec());
        database.load_font_data(SEMIBOLD.to_vec());
        database.set_sans_serif_family(FAMILY);
        Arc::new(database)
    });
    Arc::clone(database)
}
