//! A row of a table while it is described: the same words serve painting, copying and screen readers.

use super::column::Align;
use super::{DataTable, PADDING, cell_place, sign_box};
use crate::theme::{Color, TypeStyle, space};
use crate::ui::widget::badge::{Tone, badge_size, paint_badge};
use crate::ui::widget::paint;
use crate::ui::widget::style::{color32, tokens};
use egui::{Align2, Rect, Sense, Ui, UiBuilder, pos2, vec2};

/// One row while it is described: call one method per column, in order.
pub struct Row<'a> {
    painting: Option<Painting<'a>>,
    pub(super) cells: Vec<String>,
    pub(super) rects: Vec<Rect>,
    selected: bool,
}

struct Painting<'a> {
    ui: &'a mut Ui,
    table: &'a DataTable<'a>,
    places: &'a [(f32, f32)],
    place: Rect,
    content_left: f32,
    /// Ground of the row where it is not the surface.
    fill: Option<Color>,
}

impl<'a> Row<'a> {
    pub(super) fn collecting(selected: bool) -> Self {
        Self { painting: None, cells: Vec::new(), rects: Vec::new(), selected }
    }

    pub(super) fn painting(
        ui: &'a mut Ui,
        table: &'a DataTable<'a>,
        places: &'a [(f32, f32)],
        place: Rect,
        content_left: f32,
        selected: bool,
        fill: Option<Color>,
    ) -> Self {
        let painting = Painting { ui, table, places, place, content_left, fill };
        Self { painting: Some(painting), cells: Vec::new(), rects: Vec::new(), selected }
    }

    /// Whether this is the selected row.
    pub fn is_selected(&self) -> bool {
        self.selected
    }

    /// Ordinary words or a number.
    pub fn text(&mut self, words: &str) {
        self.styled(words, TypeStyle::Body, |tokens| tokens.text);
    }

    /// Emphasised words or a number, e.g. a total.
    pub fn strong(&mut self, words: &str) {
        self.styled(words, TypeStyle::BodyStrong, |tokens| tokens.text);
    }

    /// Quiet words or a number.
    pub fn quiet(&mut self, words: &str) {
        self.styled(words, TypeStyle::Body, |tokens| tokens.text2);
    }

    /// Small quiet words: a responsible office, a source.
    pub fn small(&mut self, words: &str) {
        self.styled(words, TypeStyle::Small, |tokens| tokens.text2);
    }

    /// Words that are a name: emphasised where the row is selected.
    pub fn name(&mut self, words: &str) {
        let style = if self.selected { TypeStyle::BodyStrong } else { TypeStyle::Body };
        self.styled(words, style, |tokens| tokens.text);
    }

    /// A statistical sign in its grey box; an empty sign leaves the cell empty.
    pub fn sign(&mut self, sign: &str) {
        self.paint(sign, |ui, rect| {
            if !sign.is_empty() {
                sign_box(ui, rect.right_center(), sign);
            }
        });
    }

    /// A state.
    pub fn badge(&mut self, tone: Tone, icon: &str, word: &str) {
        self.paint(word, |ui, rect| paint_badge(ui, rect.left_center(), tone, icon, word));
    }

    /// A name with a badge behind it: `Bövinghausen/Westrich [beobachtet]`.
    pub fn name_with_badge(&mut self, words: &str, tone: Tone, icon: &str, word: &str) {
        let style = if self.selected { TypeStyle::BodyStrong } else { TypeStyle::Body };
        self.paint(words, |ui, rect| {
            let badge = badge_size(ui, icon, word).x;
            let galley = paint::elided(ui, words, style, tokens(ui).text, rect.width() - badge - space::S);
            let place = paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
            paint_badge(ui, pos2(place.right() + space::S, rect.center().y), tone, icon, word);
        });
    }

    /// Small quiet words over this and all columns to its right, of which there are `columns` in all; what does not fit
    /// stands in the tool tip.
    pub fn across(&mut self, words: &str, columns: usize) {
        let at = self.cells.len();
        if let Some(painting) = &mut self.painting
            && let Some((rect, Some(clip))) = (at < painting.places.len())
                .then(|| cell_place(painting.place, painting.places, at, painting.table.sticky, painting.content_left))
        {
            let right = painting.ui.clip_rect().right().min(painting.place.right());
            let inner = rect.with_max_x(right.max(rect.right())).shrink2(vec2(PADDING, 0.0));
            let mut cell = painting.ui.new_child(UiBuilder::new().id_salt(("cell", at)).max_rect(inner));
            cell.set_clip_rect(clip.with_max_x(right).intersect(painting.ui.clip_rect()));
            let galley = paint::elided(&cell, words, TypeStyle::Small, tokens(&cell).text2, inner.width());
            if galley.elided {
                cell.interact(inner, cell.unique_id().with("elided"), Sense::hover()).on_hover_text(words);
            }
            paint::put(&cell, cell.painter(), inner.left_center(), Align2::LEFT_CENTER, galley);
        }
        self.paint(words, |_, _| {});
        for _ in 1..columns {
            self.empty();
        }
    }

    /// Nothing.
    pub fn empty(&mut self) {
        self.paint("", |_, _| {});
    }

    /// Anything painted; `words` is what copying and screen readers get.
    pub fn paint(&mut self, words: &str, paint: impl FnOnce(&Ui, Rect)) {
        self.widget(words, |ui, rect| paint(ui, rect));
    }

    /// Anything that can be touched, e.g. a button in a cell; `words` is what copying and screen readers get.
    pub fn widget(&mut self, words: &str, show: impl FnOnce(&mut Ui, Rect)) {
        let column = self.cells.len();
        self.cells.push(words.to_owned());
        let Some(painting) = &mut self.painting else { return };
        if column >= painting.places.len() {
            return;
        }
        let (rect, clip) =
            cell_place(painting.place, painting.places, column, painting.table.sticky, painting.content_left);
        self.rects.push(clip.unwrap_or(Rect::NOTHING));
        let Some(clip) = clip else { return };
        if column < painting.table.sticky && painting.content_left < painting.place.left() {
            let ground = painting.fill.unwrap_or(tokens(painting.ui).surface);
            painting.ui.painter().rect_filled(clip.with_max_y(clip.bottom() - 1.0), 0.0, color32(ground));
        }
        let inner = rect.shrink2(vec2(PADDING, 0.0));
        let mut cell = painting.ui.new_child(UiBuilder::new().id_salt(("cell", column)).max_rect(inner));
        cell.set_clip_rect(clip.intersect(painting.ui.clip_rect()));
        show(&mut cell, inner);
    }

    fn styled(&mut self, words: &str, style: TypeStyle, color: impl FnOnce(&crate::theme::Tokens) -> Color) {
        let align = self
            .painting
            .as_ref()
            .and_then(|painting| painting.table.columns.get(self.cells.len()))
            .map_or(Align::Left, |column| column.align);
        let two_lines = self.painting.as_ref().is_some_and(|painting| painting.table.two_lines);
        self.paint(words, |ui, rect| {
            let color = color(tokens(ui));
            let galley = if two_lines {
                paint::on_two_lines(ui, words, style, color, rect.width())
            } else {
                paint::elided(ui, words, style, color, rect.width())
            };
            let (at, anchor) = match align {
                Align::Left => (rect.left_center(), Align2::LEFT_CENTER),
                Align::Center => (rect.center(), Align2::CENTER_CENTER),
                Align::Right => (rect.right_center(), Align2::RIGHT_CENTER),
            };
            if galley.elided {
                ui.interact(rect, ui.unique_id().with("elided"), Sense::hover()).on_hover_text(words);
            }
            paint::put(ui, ui.painter(), at, anchor, galley);
        });
    }
}
