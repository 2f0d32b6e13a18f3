//! Text with bound values: words and chips flow together, a chip is hovered and clicked as one thing.

use super::icon;
use super::paint;
use super::style::{color32, font, line, tokens};
use crate::text::panel::widget as words;
use crate::theme::{Color, Tokens, TypeStyle, radius, space, stroke};
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Id, Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// How a bound value stands to the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChipState {
    /// As the data say today.
    Current,
    /// The data say something newer.
    Stale {
        /// What they say today.
        today: String,
    },
    /// Belongs to another area than the programme.
    WrongArea,
    /// Kept at an earlier state on purpose.
    Pinned,
    /// No value may or can be shown.
    Suppressed,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Words(String),
    /// A bound value as it is shown.
    Chip {
        /// The text of the value.
        text: String,
        /// Its state.
        state: ChipState,
    },
}

/// What was done to a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ParagraphResponse {
    /// Index of the piece under the pointer, if it is a chip.
    pub hovered: Option<usize>,
    /// Index of the chip that was clicked.
    pub clicked: Option<usize>,
    /// The words were double-clicked: edit them.
    pub edit: bool,
}

/// Shows a paragraph over the whole width; `id` keeps chips apart between paragraphs.
pub fn paragraph(
    ui: &mut Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    pieces: &[Piece],
    style: TypeStyle,
) -> ParagraphResponse {
    let width = ui.available_width();
    let placed = flow(ui, pieces, style, width);
    let height = placed.last().map_or(style.line_height(), |last| last.rect.bottom());
    let (area, response) = ui.allocate_exact_size(vec2(width, height), Sense::CLICK);
    let plain: String = pieces.iter().map(Piece::text).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, &plain));
    let id = Id::unique(("paragraph", &id));
    let mut result = ParagraphResponse { edit: response.double_clicked(), ..ParagraphResponse::default() };
    for part in &placed {
        let rect = part.rect.translate(area.min.to_vec2());
        match &pieces[part.piece] {
            Piece::Words(_) => words_at(ui, rect, part, style),
            Piece::Chip { state, .. } => {
                let chip = ui.interact(rect, id.with(part.piece), Sense::click());
                chip.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(&part.text, state)));
                chip_at(ui, rect, part, state, style, chip.hovered());
                paint::focus_ring(ui, &chip, rect);
                if chip.hovered() {
                    result.hovered = Some(part.piece);
                }
                if chip.clicked() {
                    result.clicked = Some(part.piece);
                }
            }
        }
    }
    result
}

impl Piece {
    fn text(&self) -> &str {
        match self {
            Piece::Words(text) | Piece::Chip { text, .. } => text,
        }
    }
}

/// A word or chip at its place, relative to the paragraph.
struct Placed {
    piece: usize,
    text: String,
    rect: Rect,
}

fn flow(ui: &Ui, pieces: &[Piece], style: TypeStyle, width: f32) -> Vec<Placed> {
    let line_height = style.line_height();
    let mut placed: Vec<Placed> = Vec::new();
    let (mut x, mut y) = (0.0_f32, 0.0_f32);
    let measure = |text: &str| paint::galley(ui, text, style, tokens(ui).text).size().x;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Words(text) => {
                for (row, paragraph) in text.split('\n').enumerate() {
                    if row > 0 {
                        (x, y) = (0.0, y + line_height);
                    }
                    for word in paragraph.split_inclusive(' ') {
                        let bare = measure(word.trim_end_matches(' '));
                        if x > 0.0 && x + bare > width {
                            (x, y) = (0.0, y + line_height);
                        }
                        let advance = measure(word);
                        let rect = Rect::from_min_size(pos2(x, y), vec2(advance, line_height));
                        placed.push(Placed { piece: at, text: word.to_owned(), rect });
                        x += advance;
                    }
                }
            }
            Piece::Chip { text, state } => {
                let mark = if mark(state).is_some() { 14.0 } else { 0.0 };
                let advance = measure(text) + mark + 6.0;
                if x > 0.0 && x + advance > width {
                    (x, y) = (0.0, y + line_height);
                }
                let rect = Rect::from_min_size(pos2(x, y), vec2(advance, line_height));
                placed.push(Placed { piece: at, text: text.clone(), rect });
                x += advance;
            }
        }
    }
    placed
}

fn words_at(ui: &Ui, rect: Rect, part: &Placed, style: TypeStyle) {
    let galley = ui.painter().layout_no_wrap(part.text.clone(), font(style), color32(tokens(ui).text));
    paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
}

fn mark(state: &ChipState) -> Option<&'static str> {
    match state {
        ChipState::Stale { .. } => Some(icon::CLOCK_COUNTER_CLOCKWISE),
        ChipState::WrongArea => Some(icon::WARNING_CIRCLE),
        ChipState::Pinned => Some(icon::PUSH_PIN),
        ChipState::Current | ChipState::Suppressed => None,
    }
}

fn spoken(text: &str, state: &ChipState) -> String {
    let mut name = words::bound_value(text);
    match state {
        ChipState::Current => {}
        ChipState::Stale { today } => name.push_str(&words::stale(today)),
        ChipState::WrongArea => name.push_str(words::WRONG_AREA),
        ChipState::Pinned => name.push_str(words::PINNED),
        ChipState::Suppressed => name.push_str(words::SUPPRESSED),
    }
    name
}

/// Ground, underline and mark of a chip.
fn chip_colors(tokens: &Tokens, state: &ChipState) -> (Color, Color, Color) {
    match state {
        ChipState::Current | ChipState::Pinned => (tokens.chip, tokens.chip_line, tokens.text2),
        ChipState::Stale { .. } => (tokens.warn_bg, tokens.warn, tokens.warn),
        ChipState::WrongArea => (tokens.err_bg, tokens.err, tokens.err),
        ChipState::Suppressed => (tokens.nodata, tokens.frame, tokens.text2),
    }
}

fn chip_at(ui: &Ui, rect: Rect, part: &Placed, state: &ChipState, style: TypeStyle, hovered: bool) {
    let tokens = tokens(ui);
    let (ground, under, ink) = chip_colors(tokens, state);
    let ground = if hovered { tokens.pressed } else { ground };
    let body = paint::snap(ui, rect.shrink2(vec2(1.0, 1.5)));
    let round = CornerRadius { nw: radius::BAR, ne: radius::BAR, sw: 0, se: 0 };
    ui.painter().rect_filled(body, round, color32(ground));
    let y = body.bottom() - 0.5;
    match state {
        ChipState::Current | ChipState::Pinned => {
            ui.painter().hline(body.x_range(), y, line(stroke::LINE, under));
        }
        ChipState::Stale { .. } | ChipState::WrongArea => {
            paint::dashed_horizontal(ui.painter(), body.left(), body.right(), y, under);
        }
        ChipState::Suppressed => {
            ui.painter().rect_stroke(body, CornerRadius::same(2), line(stroke::LINE, under), StrokeKind::Inside);
        }
    }
    let mut x = rect.left() + space::HAIR + 1.0;
    if *state == ChipState::Pinned {
        paint::icon(ui, pos2(x + 6.0, rect.center().y), icon::PUSH_PIN, 12.0, ink);
        x += 14.0;
    }
    let words = paint::galley(ui, &part.text, style, tokens.text);
    let place = paint::put(ui, ui.painter(), pos2(x, rect.center().y), Align2::LEFT_CENTER, words);
    if let Some(mark) = mark(state).filter(|_| *state != ChipState::Pinned) {
        paint::icon(ui, pos2(place.right() + 7.0, rect.center().y), mark, 12.0, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn a_stale_value_says_what_is_new_and_can_be_opened() {
        let mut harness = testing::harness(None, |ui, clicked| {
            let pieces = [
                Piece::Words("Je 1.000 junge Menschen wurden ".to_owned()),
                Piece::Chip { text: "55,4".to_owned(), state: ChipState::Stale { today: "58,2".to_owned() } },
                Piece::Words(" Hilfen gewährt.".to_owned()),
            ];
            *clicked = paragraph(ui, 1, &pieces, TypeStyle::Document).clicked.or(*clicked);
        });
        harness.get_by_label("Gebundener Wert 55,4, veraltet, neu 58,2").click();
        harness.run();
        assert_eq!(*harness.state(), Some(1));
    }
}
