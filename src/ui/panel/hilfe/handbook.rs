//! The method handbook: headings that can be searched on the left, the chapter on the right.

use super::prose;
use crate::document::Block;
use crate::programme::handbook;
use crate::text::panel::hilfe as words;
use crate::theme::stroke;
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::Field;
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::text as label;
use egui::{Align, Frame, Margin, Panel, Rect, ScrollArea, Ui, vec2};

const LIST_WIDTH: f32 = 340.0;
const READABLE_WIDTH: f32 = 760.0;

/// What is looked at.
#[derive(Default)]
pub struct HandbookView {
    query: String,
    /// Place of the heading whose chapter is shown.
    shown: usize,
    /// Heading to be brought into view once.
    wanted: Option<usize>,
}

/// A heading and where it stands among the blocks; its part ends where the next heading begins.
struct Entry {
    at: usize,
    end: usize,
    level: u8,
    text: &'static str,
}

impl HandbookView {
    /// Draws list and chapter.
    pub fn show(&mut self, ui: &mut Ui, cx: &PanelCx) {
        let blocks = &handbook().document.blocks;
        let entries = entries(blocks);
        let frame = Frame::NONE.fill(color32(cx.tokens.surface)).inner_margin(Margin::symmetric(12, 12));
        Panel::left("handbook").exact_size(LIST_WIDTH).resizable(false).show_separator_line(false).frame(frame).show(
            ui,
            |ui| {
                let edge = ui.max_rect().expand(12.0);
                ui.painter().vline(edge.right() - 0.5, edge.y_range(), line(stroke::LINE, cx.tokens.line));
                self.list(ui, &entries, blocks);
            },
        );
        let (from, to) = chapter(&entries, self.shown);
        let wanted = self.wanted.take();
        ScrollArea::vertical().id_salt(("handbook", from)).auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(24, 16)).show(ui, |ui| {
                ui.set_max_width(READABLE_WIDTH);
                for entry in entries.iter().filter(|entry| (from..to).contains(&entry.at)) {
                    // The cursor reaches down without end; a place to scroll to must not.
                    let top = Rect::from_min_size(ui.cursor().min, vec2(1.0, 1.0));
                    prose::blocks(ui, &blocks[entry.at..entry.end]);
                    if wanted == Some(entry.at) {
                        ui.scroll_to_rect(top, Some(Align::TOP));
                    }
                }
            });
        });
    }

    fn list(&mut self, ui: &mut Ui, entries: &[Entry], blocks: &[Block]) {
        Field::new(words::SEARCH_HANDBOOK, "handbook")
            .hide_label()
            .placeholder(words::SEARCH_HANDBOOK)
            .show_live(ui, &mut self.query);
        ui.add_space(8.0);
        let query = self.query.trim().to_lowercase();
        let fits = |entry: &&Entry| {
            query.is_empty() || blocks[entry.at..entry.end].iter().any(|block| prose::mentions(block, &query))
        };
        let found: Vec<&Entry> = entries.iter().filter(fits).collect();
        if found.is_empty() {
            label::hint(ui, words::NOTHING_FOUND);
        }
        ScrollArea::vertical().id_salt("handbook list").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for entry in found {
                ui.push_id(entry.at, |ui| self.heading(ui, entry));
            }
        });
    }

    fn heading(&mut self, ui: &mut Ui, entry: &Entry) {
        ui.horizontal(|ui| {
            ui.add_space(if entry.level > 1 { 16.0 } else { 0.0 });
            let button = Button::ghost(entry.text).compact().selected(self.shown == entry.at);
            if button.show(ui).clicked() {
                self.shown = entry.at;
                self.wanted = Some(entry.at);
            }
        });
    }
}

fn entries(blocks: &'static [Block]) -> Vec<Entry> {
    let heading = |(at, block): (usize, &'static Block)| match block {
        Block::Heading { level, text } => Some(Entry { at, end: blocks.len(), level: *level, text }),
        _ => None,
    };
    let mut entries: Vec<Entry> = blocks.iter().enumerate().filter_map(heading).collect();
    for at in 1..entries.len() {
        entries[at - 1].end = entries[at].at;
    }
    entries
}

/// First block of the chapter around a heading, and the first behind it.
fn chapter(entries: &[Entry], shown: usize) -> (usize, usize) {
    let begins = |entry: &&Entry| entry.level == 1;
    let from = entries.iter().filter(begins).rfind(|entry| entry.at <= shown).map_or(0, |entry| entry.at);
    let to = entries.iter().filter(begins).find(|entry| entry.at > from).map_or(usize::MAX, |entry| entry.at);
    (from, to)
}
