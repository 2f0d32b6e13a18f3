//! A chart with everything it must say when it leaves the program: title, source, date, notes.

use super::canvas::{Anchor, Canvas, Lettering, UNITS_PER_MM};
use super::error::ChartError;
use super::picture::svg;
use super::spec::ChartSpec;
use crate::text::report;
use crate::theme::report as colour;

const MARGIN: f32 = 6.0;
/// Room of a title and a subtitle of a line each.
const TITLE: f32 = 15.0;
const TITLE_LINE: f32 = 5.5;
const NOTE: f32 = 4.2;

/// A chart as it is saved or copied.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Title.
    pub title: String,
    /// Second line: area, period, unit.
    pub subtitle: String,
    /// The chart.
    pub chart: ChartSpec,
    /// Where the values come from: `Quelle: …`.
    pub source: String,
    /// When the picture was made: `Erstellt am …`.
    pub date: String,
    /// Footnotes: signs of values that are not there, invented values, schematic maps.
    pub notes: Vec<String>,
}

impl Figure {
    /// The values of the picture as a table for spreadsheets, with all that the picture says besides.
    pub fn copied(&self) -> String {
        let head = [&self.title, &self.subtitle].into_iter().filter(|line| !line.is_empty()).cloned();
        let foot = self.notes.iter().chain([&self.source, &self.date]).filter(|line| !line.is_empty()).cloned();
        let table = [String::new(), self.chart.table().tab_separated(), String::new()];
        head.chain(table).chain(foot).collect::<Vec<_>>().join("\n")
    }

    /// The picture in words, with its values as a table: for screen readers and web pages.
    pub fn words(&self) -> String {
        let table = self.chart.table().tab_separated();
        let head = [&self.title, &self.subtitle].into_iter().filter(|line| !line.is_empty()).cloned();
        let foot = [self.source.clone(), self.date.clone()];
        let lines = head
            .chain([String::new(), self.chart.alternative_text(), String::new()])
            .chain([table])
            .chain([String::new()])
            .chain(self.notes.iter().cloned())
            .chain(foot);
        lines.collect::<Vec<_>>().join("\n") + "\n"
    }
}

/// Draws a figure: the chart between its title and its notes; its alternative text is the description of the SVG.
///
/// # Errors
/// If the font is damaged or drawing fails.
pub fn figure_svg(figure: &Figure) -> Result<String, ChartError> {
    let chart = svg(&figure.chart)?;
    let (width, height) = figure.chart.size_mm();
    let small = Lettering::new(8.0, colour::TEXT_SECONDARY);
    let (title, subtitle) = (Lettering::new(13.0, colour::TEXT).bold(), Lettering::new(9.0, colour::TEXT_SECONDARY));
    let lines = |canvas: &Canvas| -> Vec<String> {
        let notes = figure.notes.iter().chain([&figure.source, &figure.date]);
        notes.filter(|note| !note.is_empty()).flat_map(|note| canvas.wrapped(note, small, width)).collect()
    };
    let heads = |canvas: &Canvas| {
        (canvas.wrapped(&figure.title, title, width), canvas.wrapped(&figure.subtitle, subtitle, width))
    };
    let (count, (titles, subtitles)) = Canvas::measure(|canvas| (lines(canvas).len(), heads(canvas)))?;
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let (foot, more) = (
        count as f32 * NOTE + 5.0,
        titles.len().saturating_sub(1) as f32 * TITLE_LINE + subtitles.len().saturating_sub(1) as f32 * NOTE,
    );
    let head = TITLE + more;
    let page = (width + 2.0 * MARGIN, head + height + foot);
    let framed = Canvas::draw(page, |canvas| {
        let mut top = 5.5;
        for line in &titles {
            canvas.text(line, (MARGIN, top), title, Anchor::Start)?;
            top += TITLE_LINE;
        }
        for line in &subtitles {
            canvas.text(line, (MARGIN, top), subtitle, Anchor::Start)?;
            top += NOTE;
        }
        top = head + height + 3.0;
        for line in lines(canvas) {
            canvas.text(&line, (MARGIN, top), small, Anchor::Start)?;
            top += NOTE;
        }
        Ok(())
    })?;
    nested(&framed, &chart, head, &figure.title, &figure.chart.alternative_text())
        .ok_or_else(|| ChartError::Draw("no drawing inside".to_owned()))
}

/// The chart put into the page, with title and description for screen readers.
fn nested(page: &str, chart: &str, top: f32, title: &str, description: &str) -> Option<String> {
    let open = page.find("<svg")?;
    let head = open + page[open..].find('>')? + 1;
    let tail = page.rfind("</svg>")?;
    let inner = chart.find("<svg")?;
    let inner = inner + chart[inner..].find('>')? + 1;
    let content = &chart[inner..chart.rfind("</svg>")?];
    let (x, y) = (MARGIN * UNITS_PER_MM, top * UNITS_PER_MM);
    Some(format!(
        "{}<title>{}</title><desc>{}</desc>{}<g transform=\"translate({x},{y})\">{content}</g>{}",
        &page[..head],
        report::escaped(title),
        report::escaped(description),
        &page[head..tail],
        &page[tail..],
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{AreaMapChart, MapShape, PlaneRing, SwatchRow, pixels, png};
    use crate::theme::Color;

    fn figure() -> Figure {
        let square = |left: f64| PlaneRing {
            corners: vec![[left, 0.0], [left + 1.0, 0.0], [left + 1.0, 1.0], [left, 1.0]],
            hole: false,
        };
        let shape = |name: &str, shown: &str, class, left| MapShape {
            name: name.to_owned(),
            shown: shown.to_owned(),
            class,
            rings: vec![square(left)],
            outlined: false,
        };
        Figure {
            title: "Arbeitslosenrate <15 bis 65>".to_owned(),
            subtitle: "39 Räume".to_owned(),
            chart: ChartSpec::AreaMap(AreaMapChart {
                indicator: "Arbeitslosenrate".to_owned(),
                period: "2025".to_owned(),
                method: "1 Klasse".to_owned(),
                classes: vec![SwatchRow { label: "alle".to_owned(), colour: Color::rgb(0x0082_422B), hatched: false }],
                shapes: vec![shape("Nord", "12,5", Some(0), 0.0), shape("Süd", ".", None, 1.0)],
                outline: String::new(),
            }),
            source: "Quelle: Erfunden.".to_owned(),
            date: "Erstellt am 22.11.2026.".to_owned(),
            notes: vec![". geheim oder unbekannt: Süd".to_owned()],
        }
    }

    #[test]
    fn a_figure_bears_title_source_date_and_the_signs_of_missing_values() {
        let drawing = figure_svg(&figure()).unwrap();
        for words in
            ["Arbeitslosenrate &lt;15", "Quelle: Erfunden.", "Erstellt am 22.11.2026.", "geheim oder unbekannt"]
        {
            assert!(drawing.contains(words), "{words}");
        }
        assert!(drawing.contains("<desc>Karte: Arbeitslosenrate"), "{drawing}");
        assert_eq!(drawing.matches("<svg").count(), 1);
    }

    #[test]
    fn a_figure_can_be_rendered() {
        let drawing = figure_svg(&figure()).unwrap();
        assert!(png(&drawing, 2.0).unwrap().starts_with(b"\x89PNG"));
        let picture = pixels(&drawing, 2.0).unwrap();
        assert_eq!(picture.rgba.len(), picture.width * picture.height * 4);
        let ochre = picture.rgba.chunks_exact(4).any(|pixel| pixel == [0x82, 0x42, 0x2B, 0xFF]);
        assert!(ochre, "the class colour is on the map");
    }

    #[test]
    fn the_words_beside_a_picture_hold_every_value_and_sign() {
        let words = figure().words();
        assert!(words.contains("Nord\t12,5\talle"), "{words}");
        assert!(words.contains("Süd\t.\tkein Wert"), "{words}");
    }
}
