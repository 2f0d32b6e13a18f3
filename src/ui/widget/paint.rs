//! Small painting helpers that every widget shares: whole pixels, text in a type style, icons, hatch, focus ring.

use super::style::{color32, font, line, tokens};
use crate::text::compound::joint;
use crate::theme::{Color, TypeStyle, radius, space, stroke};
use egui::emath::GuiRounding as _;
use egui::style::ScrollAnimation;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Align2, CornerRadius, FontFamily, FontId, Galley, Layout, Painter, Pos2, Rangef, Rect, Response, StrokeKind,
    Ui, UiBuilder, pos2, vec2,
};
use std::sync::Arc;

/// The rectangle on whole pixels, so that lines stay crisp at every scale.
pub fn snap(ui: &Ui, rect: Rect) -> Rect {
    rect.round_to_pixels(ui.pixels_per_point())
}

/// Contents that take no more than this width, whatever they hold: what is wider is cut off at the edge and pushes
/// nothing aside.
pub fn within_width<R>(ui: &mut Ui, width: f32, show: impl FnOnce(&mut Ui) -> R) -> R {
    let top = ui.cursor().min;
    let place = Rect::from_min_size(top, vec2(width, ui.available_height().max(0.0)));
    let mut inner = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)));
    // A focus ring stands a little outside.
    let edge = Rangef::new(top.x - 6.0, top.x + width + 6.0);
    let seen = inner.clip_rect();
    inner.set_clip_rect(Rect::from_x_y_ranges(seen.x_range().intersection(edge), seen.y_range()));
    let shown = show(&mut inner);
    ui.advance_cursor_after_rect(Rect::from_min_size(top, vec2(width, inner.min_rect().height())));
    shown
}

/// Text on one line, elided with `…` where it is wider than `width`.
pub fn elided(ui: &Ui, text: &str, style: TypeStyle, color: Color, width: f32) -> Arc<Galley> {
    let format = TextFormat { font_id: font(style), color: color32(color), ..TextFormat::default() };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// Text broken at `width` on at most `rows` lines, elided with `…` where it is longer.
pub fn clamped(ui: &Ui, text: &str, style: TypeStyle, color: Color, width: f32, rows: usize) -> Arc<Galley> {
    let format = TextFormat { font_id: font(style), color: color32(color), ..TextFormat::default() };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping { max_width: width.max(0.0), max_rows: rows, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

/// Text on one line, or on two where it breaks between words; elided with `…` where it is longer. Never broken within a
/// word.
pub fn on_two_lines(ui: &Ui, text: &str, style: TypeStyle, color: Color, width: f32) -> Arc<Galley> {
    let fits = |word: &str| galley(ui, word, style, color).size().x <= width;
    let words = text.split_inclusive([' ', '-', '/', '\u{a0}']);
    if words.map(str::trim_end).all(fits) {
        clamped(ui, text, style, color, width, 2)
    } else {
        elided(ui, text, style, color, width)
    }
}

/// Text on one line without a limit.
pub fn galley(ui: &Ui, text: &str, style: TypeStyle, color: Color) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), font(style), color32(color))
}

/// Text broken at `width`.
pub fn wrapped(ui: &Ui, text: &str, style: TypeStyle, color: Color, width: f32) -> Arc<Galley> {
    ui.painter().layout(text.to_owned(), font(style), color32(color), width)
}

/// Small words for the head of a narrow column, centred on at most two lines; long words are parted where two words
/// meet, never elsewhere. Its top stands at half the width.
pub fn two_lines(ui: &Ui, words: &str, color: Color, width: f32) -> Arc<Galley> {
    let small = || font(TypeStyle::Tiny);
    let format =
        TextFormat { font_id: small(), color: color32(color), line_height: Some(14.0), ..TextFormat::default() };
    let fits = |line: &str| ui.painter().layout_no_wrap(line.to_owned(), small(), color32(color)).size().x <= width;
    let fitting: Vec<String> = words.split_inclusive([' ', '-', '\n']).map(|word| shortened(word, &fits)).collect();
    let mut job = LayoutJob::single_section(fitting.concat(), format);
    job.halign = Align::Center;
    job.wrap = TextWrapping { max_width: width, max_rows: 2, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

/// A word as it is, parted at a joint, or its beginning with a full stop, as the width of the column allows.
fn shortened(word: &str, fits: &impl Fn(&str) -> bool) -> String {
    if fits(word.trim_end()) {
        return word.to_owned();
    }
    if let Some((first, last)) = joint(word.trim_end()).map(|at| word.split_at(at))
        && fits(&format!("{first}-"))
        && fits(last.trim_end())
    {
        return format!("{first}-\n{last}");
    }
    let space = &word[word.trim_end().len()..];
    let letters: Vec<char> = word.trim_end().chars().collect();
    let candidates =
        (1..letters.len()).rev().map(|count| format!("{}.{space}", letters.iter().take(count).collect::<String>()));
    candidates.into_iter().find(|short| fits(short.trim_end())).unwrap_or_else(|| word.to_owned())
}

/// Paints laid-out text, aligned to `at`, on whole pixels; returns where it stands.
pub fn put(ui: &Ui, painter: &Painter, at: Pos2, align: Align2, galley: Arc<Galley>) -> Rect {
    let place = align.anchor_size(at, galley.size());
    let place = Rect::from_min_size(place.min.round_to_pixels(ui.pixels_per_point()), place.size());
    painter.galley(place.min, galley, color32(tokens(ui).text));
    place
}

/// Lays out and paints text on one line; returns where it stands.
pub fn text(ui: &Ui, at: Pos2, align: Align2, text: &str, style: TypeStyle, color: Color) -> Rect {
    put(ui, ui.painter(), at, align, galley(ui, text, style, color))
}

/// Paints an icon around `center`.
pub fn icon(ui: &Ui, center: Pos2, icon: &str, size: f32, color: Color) {
    let font = FontId::new(size, FontFamily::Proportional);
    ui.painter().text(center, Align2::CENTER_CENTER, icon, font, color32(color));
}

/// Diagonal lines that mean "no value" or "open", never a colour alone.
pub fn hatch(painter: &Painter, rect: Rect, color: Color) {
    const PITCH: f32 = 6.0;
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut x = ((rect.left() - rect.height()) / PITCH).floor() * PITCH;
    while x < rect.right() {
        painter.line_segment([pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())], line(stroke::LINE, color));
        x += PITCH;
    }
}

/// A hatched bar: ground, lines and outline.
pub fn hatched_bar(painter: &Painter, rect: Rect, ground: Color, lines: Color, outline: Option<Color>) {
    painter.rect_filled(rect, CornerRadius::same(radius::BAR), color32(ground));
    hatch(painter, rect, lines);
    if let Some(outline) = outline {
        let outline = line(stroke::LINE, outline);
        painter.rect_stroke(rect, CornerRadius::same(radius::BAR), outline, StrokeKind::Inside);
    }
}

/// Brings what the keyboard has just reached into view, and no more than that.
pub fn follow_focus(ui: &Ui, response: &Response) {
    if response.gained_focus() && !ui.clip_rect().expand(1.0).contains_rect(response.rect) {
        // At once: nothing moves by itself.
        ui.scroll_to_rect_animation(response.rect.expand2(vec2(0.0, space::M)), None, ScrollAnimation::none());
    }
}

/// The ring around whatever has the keyboard, two points outside; it comes into view where it has just come.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect) {
    follow_focus(ui, response);
    if response.has_focus() {
        let ring = line(stroke::FOCUS, tokens(ui).accent);
        let round = CornerRadius::same(radius::CONTROL + 2);
        ui.painter().rect_stroke(rect.expand(space::HAIR), round, ring, StrokeKind::Outside);
    }
}

/// A dotted vertical line, e.g. the border of the thirteen.
pub fn dotted_vertical(painter: &Painter, x: f32, top: f32, bottom: f32, color: Color) {
    let mut y = top;
    while y < bottom {
        painter.vline(x, y..=(y + 2.0).min(bottom), line(stroke::LINE, color));
        y += 4.0;
    }
}

/// A dashed horizontal line.
pub fn dashed_horizontal(painter: &Painter, left: f32, right: f32, y: f32, color: Color) {
    let mut x = left;
    while x < right {
        painter.hline(x..=(x + 3.0).min(right), y, line(stroke::LINE, color));
        x += 5.0;
    }
}

/// A small framed key: `Strg+K`.
pub fn key_cap(ui: &Ui, right_center: Pos2, key: &str, text: Color, frame: Color) -> Rect {
    let galley = galley(ui, key, TypeStyle::Tiny, text);
    let size = vec2(galley.size().x + 10.0, 18.0);
    let rect = snap(ui, Align2::RIGHT_CENTER.anchor_size(right_center, size));
    let round = CornerRadius::same(radius::BADGE);
    ui.painter().rect_stroke(rect, round, line(stroke::LINE, frame), StrokeKind::Inside);
    put(ui, ui.painter(), rect.center(), Align2::CENTER_CENTER, galley);
    rect
}

/// The width of a key cap.
pub fn key_cap_width(ui: &Ui, key: &str) -> f32 {
    galley(ui, key, TypeStyle::Tiny, tokens(ui).text).size().x + 10.0
}

/// A small triangle; `up` decides its direction. The text font has none.
pub fn triangle(painter: &Painter, center: Pos2, up: bool, color: Color) {
    let tip = if up { -3.0 } else { 3.0 };
    let points = vec![center + vec2(-4.0, -tip), center + vec2(4.0, -tip), center + vec2(0.0, tip)];
    painter.add(egui::Shape::convex_polygon(points, color32(color), egui::Stroke::NONE));
}
