//! Specification to SVG, SVG to PNG.

use super::canvas::{Canvas, UNITS_PER_MM};
use super::error::ChartError;
use super::spec::ChartSpec;
use super::{font, kind};
use crate::domain::Logo;
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
        ChartSpec::Spending(chart) => kind::spending::draw(canvas, chart),
        ChartSpec::AreaMap(map) => kind::area_map::draw(canvas, map),
        ChartSpec::Scatter(scatter) => kind::scatter::draw(canvas, scatter),
        ChartSpec::Dots(dots) => kind::dots::draw(canvas, dots),
        ChartSpec::Matrix(matrix) => kind::matrix::draw(canvas, matrix),
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

/// Most pixels of a logo across and down, and of a file that is looked at.
const LOGO_PIXELS: (u32, u32) = (1200, 440);
const MAX_SIDE: u32 = 8000;

/// A PNG or SVG file as a logo: drawn anew as PNG, so that nothing else of the file stays, no larger than print needs.
///
/// # Errors
/// If the bytes are neither, the picture has no area or far too many pixels, or it stays too large.
pub fn logo(bytes: &[u8]) -> Result<Logo, ChartError> {
    let picture = if bytes.starts_with(b"\x89PNG") { png_picture(bytes)? } else { svg_picture(bytes)? };
    let png = picture.encode_png().map_err(|error| ChartError::Picture(error.to_string()))?;
    Logo::from_png(png).ok_or(ChartError::Logo)
}

fn logo_scale(width: f32, height: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
    let (most_wide, most_high) = (LOGO_PIXELS.0 as f32, LOGO_PIXELS.1 as f32);
    (most_wide / width).min(most_high / height)
}

fn png_picture(bytes: &[u8]) -> Result<tiny_skia::Pixmap, ChartError> {
    let side = |at: usize| bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    let fits = |side: Option<u32>| side.is_some_and(|side| side > 0 && side <= MAX_SIDE);
    if !fits(side(16)) || !fits(side(20)) {
        return Err(ChartError::Logo);
    }
    let whole = tiny_skia::Pixmap::decode_png(bytes).map_err(|_| ChartError::Logo)?;
    #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
    let (width, height) = (whole.width() as f32, whole.height() as f32);
    let scale = logo_scale(width, height);
    if scale >= 1.0 {
        return Ok(whole);
    }
    let mut smaller = canvas(width * scale, height * scale)?;
    let paint = tiny_skia::PixmapPaint { quality: tiny_skia::FilterQuality::Bicubic, ..Default::default() };
    smaller.draw_pixmap(0, 0, whole.as_ref(), &paint, tiny_skia::Transform::from_scale(scale, scale), None);
    Ok(smaller)
}

fn svg_picture(bytes: &[u8]) -> Result<tiny_skia::Pixmap, ChartError> {
    let mut options = usvg::Options { fontdb: font::database(), ..usvg::Options::default() };
    // Pictures that it only names stay outside: no file of this computer gets into a document that way.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    let tree = usvg::Tree::from_data(bytes, &options).map_err(|_| ChartError::Logo)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = logo_scale(width, height);
    let mut picture = canvas(width * scale, height * scale)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut picture.as_mut());
    Ok(picture)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a few thousand pixels")]
fn canvas(width: f32, height: f32) -> Result<tiny_skia::Pixmap, ChartError> {
    tiny_skia::Pixmap::new(width.round().max(1.0) as u32, height.round().max(1.0) as u32).ok_or(ChartError::Logo)
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
