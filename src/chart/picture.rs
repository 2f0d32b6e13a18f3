//! Specification to SVG, SVG to PNG.

use super::canvas::{Canvas, UNITS_PER_MM};
use super::error::ChartError;
use super::spec::ChartSpec;
use super::{font, kind};
use resvg::{tiny_skia, usvg};

/// Draws a chart. The SVG names the bundled font and has ten units to the millimetre.
///
/// # Errors
/// If the font is damaged or drawing fails.
pub fn svg(spec: &ChartSpec) -> Result<String, ChartError> {
    Canvas::draw(spec.size_mm(), |canvas| match spec {
        ChartSpec::Trend(trend) => kind::trend::draw(canvas, trend),
        ChartSpec::Comparison(comparison) => kind::comparison::draw(canvas, comparison),
        ChartSpec::RankIntervals(ranks) => kind::ranks::draw(canvas, ranks),
        ChartSpec::Gantt(gantt) => kind::gantt::draw(canvas, gantt),
        ChartSpec::Funding(funding) => kind::funding::draw(canvas, funding),
        ChartSpec::AreaMap(map) => kind::area_map::draw(canvas, map),
        ChartSpec::Scatter(scatter) => kind::scatter::draw(canvas, scatter),
        ChartSpec::Dots(dots) => kind::dots::draw(canvas, dots),
        ChartSpec::Shares(shares) => kind::shares::draw(canvas, shares),
        ChartSpec::WeightPath(path) => kind::weight_path::draw(canvas, path),
    })
}

/// A rendered picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Red, green, blue and opacity of each pixel, premultiplied, row by row.
    pub rgba: Vec<u8>,
}

/// Renders a drawing of [`svg`] with the bundled font, as pixels.
///
/// # Errors
/// If the text is no SVG or the picture would have no area.
pub fn pixels(svg: &str, pixels_per_mm: f32) -> Result<Pixels, ChartError> {
    let pixmap = rendered(svg, pixels_per_mm)?;
    let (width, height) = (pixmap.width() as usize, pixmap.height() as usize);
    Ok(Pixels { width, height, rgba: pixmap.take() })
}

/// Renders a drawing of [`svg`] with the bundled font.
///
/// # Errors
/// If the text is no SVG or the picture would have no area.
pub fn png(svg: &str, pixels_per_mm: f32) -> Result<Vec<u8>, ChartError> {
    rendered(svg, pixels_per_mm)?.encode_png().map_err(|error| ChartError::Picture(error.to_string()))
}

fn rendered(svg: &str, pixels_per_mm: f32) -> Result<tiny_skia::Pixmap, ChartError> {
    let options = usvg::Options { fontdb: font::database(), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| ChartError::Svg(error.to_string()))?;
    let scale = pixels_per_mm / UNITS_PER_MM;
    let size = tree.size().to_int_size().scale_by(scale);
    let pixmap = size.and_then(|size| tiny_skia::Pixmap::new(size.width(), size.height()));
    let mut pixmap = pixmap.ok_or_else(|| ChartError::Picture("no area".to_owned()))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}
