//! Failures of drawing.

use crate::text::{Explain, Message, error};

/// Why a chart could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The bundled font could not be used.
    #[error("font")]
    Font,
    /// The drawing failed.
    #[error("drawing: {0}")]
    Draw(String),
    /// The drawing could not be read back as SVG.
    #[error("svg: {0}")]
    Svg(String),
    /// The picture has no area, or the bytes could not be written.
    #[error("picture: {0}")]
    Picture(String),
    /// A file is no picture that could be a logo.
    #[error("logo")]
    Logo,
}

impl Explain for ChartError {
    fn message(&self) -> Message {
        match self {
            ChartError::Logo => error::export::logo(),
            ChartError::Font => error::export::chart_font(),
            ChartError::Draw(_) | ChartError::Svg(_) | ChartError::Picture(_) => error::export::chart_drawing(),
        }
        .with_technical(self.to_string())
    }
}
