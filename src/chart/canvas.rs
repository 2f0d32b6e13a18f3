//! Drawing in millimetres on an SVG.

use super::error::ChartError;
use super::font;
use crate::theme::report::{PAPER, ReportColour};
use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color, FontDesc, FontFamily, FontStyle, FontTransform, IntoTextStyle, RGBAColor, RGBColor, ShapeStyle,
};

/// Units of the SVG to the millimetre.
pub(super) const UNITS_PER_MM: f32 = 10.0;

/// plotters writes font sizes divided by this into the SVG.
const FONT_FACTOR: f64 = 1.24;
/// plotters measures by the height of the font, the SVG letters by its em: the bundled font's ratio, rounded up.
const WIDTH_FACTOR: f64 = 1.06;
const MM_PER_POINT: f32 = 25.4 / 72.0;

/// Where text stands relative to its point; the point is at mid-height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lettering {
    pub points: f32,
    pub colour: ReportColour,
    pub bold: bool,
}

impl Lettering {
    /// Text of an axis or label.
    pub(super) const fn new(points: f32, colour: ReportColour) -> Lettering {
        Lettering { points, colour, bold: false }
    }

    /// The same, bold.
    pub(super) const fn bold(self) -> Lettering {
        Lettering { bold: true, ..self }
    }
}

/// A box on the paper.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rect {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// The paper.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    /// Width in millimetres.
    pub width: f32,
    /// Height in millimetres.
    pub height: f32,
}

impl Canvas<'_> {
    /// Draws on white paper of this size in millimetres.
    pub(super) fn draw(
        size_mm: (f32, f32),
        content: impl FnOnce(&Canvas) -> Result<(), ChartError>,
    ) -> Result<String, ChartError> {
        font::register()?;
        let mut svg = String::new();
        {
            let (width, height) = size_mm;
            let size = (unit(width).unsigned_abs(), unit(height).unsigned_abs());
            let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
            area.fill(&rgb(PAPER)).map_err(failed)?;
            let canvas = Canvas { area, width, height };
            content(&canvas)?;
            canvas.area.present().map_err(failed)?;
        }
        Ok(svg)
    }

    /// Asks a canvas about the width of words, without drawing.
    pub(super) fn measure<T>(ask: impl FnOnce(&Canvas) -> T) -> Result<T, ChartError> {
        let mut found = None;
        Canvas::draw((10.0, 10.0), |canvas| {
            found = Some(ask(canvas));
            Ok(())
        })?;
        found.ok_or(ChartError::Font)
    }

    /// A line through points.
    pub(super) fn line(&self, points: &[(f32, f32)], colour: ReportColour, width: f32) -> Result<(), ChartError> {
        let mut points: Vec<(i32, i32)> = points.iter().map(|&(x, y)| (unit(x), unit(y))).collect();
        points.dedup();
        if points.len() < 2 {
            // Nothing to be seen, and no stroke for renderers.
            return Ok(());
        }
        self.area.draw(&PathElement::new(points, stroke(colour, width))).map_err(failed)
    }

    /// A dashed line between two points.
    pub(super) fn dashed(
        &self,
        from: (f32, f32),
        to: (f32, f32),
        colour: ReportColour,
        width: f32,
        dash: (f32, f32),
    ) -> Result<(), ChartError> {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let at = |d: f32| (from.0 + (to.0 - from.0) * d / length, from.1 + (to.1 - from.1) * d / length);
        let mut start = 0.0;
        while start < length {
            self.line(&[at(start), at((start + dash.0).min(length))], colour, width)?;
            start += dash.0 + dash.1;
        }
        Ok(())
    }

    /// A filled surface.
    pub(super) fn surface(&self, ring: &[(f32, f32)], colour: ReportColour) -> Result<(), ChartError> {
        let corners: Vec<(i32, i32)> = ring.iter().map(|&(x, y)| (unit(x), unit(y))).collect();
        self.area.draw(&Polygon::new(corners, rgb(colour).filled())).map_err(failed)
    }

    /// A closed line.
    pub(super) fn ring(&self, ring: &[(f32, f32)], colour: ReportColour, width: f32) -> Result<(), ChartError> {
        let closed: Vec<(f32, f32)> = ring.iter().chain(ring.first()).copied().collect();
        self.line(&closed, colour, width)
    }

    /// A filled box.
    pub(super) fn fill(&self, rect: Rect, colour: ReportColour) -> Result<(), ChartError> {
        self.rectangle(rect, rgb(colour).filled())
    }

    /// The outline of a box.
    pub(super) fn outline(&self, rect: Rect, colour: ReportColour, width: f32) -> Result<(), ChartError> {
        self.rectangle(rect, stroke(colour, width))
    }

    fn rectangle(&self, rect: Rect, style: ShapeStyle) -> Result<(), ChartError> {
        let corners = [(unit(rect.left), unit(rect.top)), (unit(rect.right), unit(rect.bottom))];
        self.area.draw(&Rectangle::new(corners, style)).map_err(failed)
    }

    /// Diagonal lines inside a box.
    pub(super) fn hatch(&self, rect: Rect, colour: ReportColour) -> Result<(), ChartError> {
        const PITCH: f32 = 1.6;
        let (width, height) = (rect.right - rect.left, rect.bottom - rect.top);
        let mut offset = PITCH / 2.0;
        while offset < width + height {
            let start = (rect.left + offset.min(width), rect.top + (offset - width).max(0.0));
            let end = (rect.left + (offset - height).max(0.0), rect.top + offset.min(height));
            self.line(&[start, end], colour, 0.15)?;
            offset += PITCH;
        }
        Ok(())
    }

    /// A dot.
    pub(super) fn dot(&self, centre: (f32, f32), radius: f32, colour: ReportColour) -> Result<(), ChartError> {
        let centre = (unit(centre.0), unit(centre.1));
        self.area.draw(&Circle::new(centre, unit(radius), rgb(colour).filled())).map_err(failed)
    }

    /// A diamond.
    pub(super) fn diamond(&self, centre: (f32, f32), radius: f32, colour: ReportColour) -> Result<(), ChartError> {
        let (x, y) = centre;
        let corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)];
        let corners: Vec<(i32, i32)> = corners.iter().map(|&(x, y)| (unit(x), unit(y))).collect();
        self.area.draw(&Polygon::new(corners, rgb(colour).filled())).map_err(failed)
    }

    /// Words; the point is at mid-height.
    pub(super) fn text(&self, words: &str, at: (f32, f32), look: Lettering, anchor: Anchor) -> Result<(), ChartError> {
        let horizontal = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let shade = rgb(look.colour);
        let style = font_of(look).into_text_style(&self.area).color(&shade).pos(Pos::new(horizontal, VPos::Center));
        self.area.draw(&Text::new(words.to_owned(), (unit(at.0), unit(at.1)), style)).map_err(failed)
    }

    /// Words that run upwards from their point, which is at mid-width of the letters.
    pub(super) fn upright(&self, words: &str, at: (f32, f32), look: Lettering) -> Result<(), ChartError> {
        let shade = rgb(look.colour);
        let font = font_of(look).transform(FontTransform::Rotate270);
        let style = font.into_text_style(&self.area).color(&shade).pos(Pos::new(HPos::Left, VPos::Center));
        self.area.draw(&Text::new(words.to_owned(), (unit(at.0), unit(at.1)), style)).map_err(failed)
    }

    /// Words shortened with an ellipsis to a width.
    pub(super) fn shortened(&self, words: &str, look: Lettering, width: f32) -> String {
        if self.width_of(words, look) <= width {
            return words.to_owned();
        }
        let mut letters: Vec<char> = words.chars().collect();
        while !letters.is_empty() {
            letters.pop();
            let candidate: String = letters.iter().collect::<String>().trim_end().to_owned() + "…";
            if self.width_of(&candidate, look) <= width {
                return candidate;
            }
        }
        String::new()
    }

    /// Words broken between them at a width; a word that is longer stands alone, shortened.
    pub(super) fn wrapped(&self, words: &str, look: Lettering, width: f32) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in words.split(' ') {
            let Some(line) = lines.last_mut() else { break };
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if line.is_empty() || self.width_of(&longer, look) <= width {
                *line = longer;
            } else {
                lines.push(word.to_owned());
            }
        }
        lines.iter().map(|line| self.shortened(line, look, width)).collect()
    }

    /// Width of words in millimetres.
    pub(super) fn width_of(&self, words: &str, look: Lettering) -> f32 {
        let size = font_of(look).box_size(words).map_or(0, |(width, _)| width);
        #[expect(clippy::cast_possible_truncation, reason = "a few hundred units")]
        let width = (f64::from(size) * WIDTH_FACTOR) as f32;
        width / UNITS_PER_MM
    }
}

fn font_of(look: Lettering) -> FontDesc<'static> {
    let size = f64::from(look.points * MM_PER_POINT * UNITS_PER_MM) * FONT_FACTOR;
    let style = if look.bold { FontStyle::Bold } else { FontStyle::Normal };
    FontDesc::new(FontFamily::Name(font::FAMILY), size, style)
}

fn rgb(colour: ReportColour) -> RGBColor {
    RGBColor(colour.red, colour.green, colour.blue)
}

fn stroke(colour: ReportColour, width: f32) -> ShapeStyle {
    let color: RGBAColor = rgb(colour).to_rgba();
    color.stroke_width(unit(width).unsigned_abs().max(1))
}

#[expect(clippy::cast_possible_truncation, reason = "a drawing has a few thousand units")]
fn unit(mm: f32) -> i32 {
    (mm * UNITS_PER_MM).round() as i32
}

fn failed(error: impl std::fmt::Display) -> ChartError {
    ChartError::Draw(error.to_string())
}
