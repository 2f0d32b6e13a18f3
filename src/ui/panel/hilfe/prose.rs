//! Blocks of a document on the screen: headings, paragraphs, lists, tables, formulas.

use crate::document::{Align, Block, Inline, Table, TableRow, plain_text};
use crate::theme::{TypeStyle, radius};
use crate::ui::widget::style::{color32, font, italic, tokens};
use crate::ui::widget::text as label;
use egui::text::{LayoutJob, TextFormat};
use egui::{Frame, Label, Layout, Margin, Ui, vec2};

const CELL_GAP: f32 = 12.0;

/// Draws blocks one below the other.
pub fn blocks(ui: &mut Ui, blocks: &[Block]) {
    for of in blocks.chunk_by(|left, right| formula(left).is_some() && formula(right).is_some()) {
        match (formula(&of[0]), of) {
            (Some(_), lines) => formulas(ui, &lines.iter().filter_map(formula).collect::<Vec<_>>()),
            (None, of) => of.iter().for_each(|own| block(ui, own)),
        }
        ui.add_space(4.0);
    }
}

fn block(ui: &mut Ui, block: &Block) {
    match block {
        Block::Heading { level: 1, text } => {
            label::title(ui, text);
        }
        Block::Heading { level: 2, text } => {
            ui.add_space(8.0);
            label::h2(ui, text);
        }
        Block::Heading { text, .. } => {
            ui.add_space(4.0);
            label::h3(ui, text);
        }
        Block::Paragraph(words) | Block::Notice(words) => inlines(ui, words),
        Block::List { ordered, items } => list(ui, *ordered, items),
        Block::Table(of) => table(ui, of),
        Block::Figure(figure) => {
            label::body(ui, &figure.alternative);
        }
        Block::PageBreak => label::rule(ui),
    }
}

fn list(ui: &mut Ui, ordered: bool, items: &[Vec<Inline>]) {
    for (at, item) in items.iter().enumerate() {
        let mark = if ordered { format!("{}.  ", at + 1) } else { "•  ".to_owned() };
        let mut words = vec![Inline::text(mark)];
        words.extend_from_slice(item);
        inlines(ui, &words);
    }
}

fn inlines(ui: &mut Ui, words: &[Inline]) {
    ui.add(Label::new(job(ui, words, false)).wrap());
}

/// Words with their emphasis.
fn job(ui: &Ui, words: &[Inline], strong: bool) -> LayoutJob {
    let ink = color32(tokens(ui).text);
    let mut job = LayoutJob::default();
    for inline in words {
        let own = match inline {
            Inline::Strong(_) => font(TypeStyle::BodyStrong),
            Inline::Emphasis(_) => italic(TypeStyle::Body.size()),
            Inline::Text(_) | Inline::Bound { .. } if strong => font(TypeStyle::BodyStrong),
            Inline::Text(_) | Inline::Bound { .. } => font(TypeStyle::Body),
        };
        job.append(inline.plain(), 0.0, TextFormat { font_id: own, color: ink, ..TextFormat::default() });
    }
    job
}

/// The words of a paragraph that is a formula: nothing but one emphasis.
fn formula(block: &Block) -> Option<&str> {
    match block {
        Block::Paragraph(words) => match words.as_slice() {
            [Inline::Emphasis(formula)] => Some(formula),
            _ => None,
        },
        _ => None,
    }
}

fn formulas(ui: &mut Ui, lines: &[&str]) {
    let tokens = tokens(ui);
    let frame = Frame::NONE.fill(color32(tokens.sunken)).corner_radius(radius::CONTROL);
    frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        lines.iter().for_each(|line| {
            label::body(ui, line);
        });
    });
}

fn table(ui: &mut Ui, table: &Table) {
    let widths = widths(ui.available_width(), table);
    let titles: Vec<Vec<Inline>> =
        table.columns.iter().map(|column| vec![Inline::Strong(column.title.clone())]).collect();
    row(ui, table, &widths, &TableRow { cells: titles, strong: true });
    label::rule(ui);
    table.rows.iter().for_each(|own| row(ui, table, &widths, own));
}

fn widths(available: f32, table: &Table) -> Vec<f32> {
    let room = available - CELL_GAP * table.columns.len().saturating_sub(1) as f32;
    let sum: f32 = table.columns.iter().map(|column| column.width).sum();
    table.columns.iter().map(|column| room * column.width / sum.max(f32::EPSILON)).collect()
}

fn row(ui: &mut Ui, table: &Table, widths: &[f32], row: &TableRow) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = CELL_GAP;
        for ((cell, column), width) in row.cells.iter().zip(&table.columns).zip(widths) {
            let layout = match column.align {
                Align::Left | Align::Center => Layout::top_down(egui::Align::Min),
                Align::Right => Layout::top_down(egui::Align::Max),
            };
            ui.allocate_ui_with_layout(vec2(*width, 0.0), layout, |ui| {
                ui.set_width(*width);
                ui.add(Label::new(job(ui, cell, row.strong)).wrap());
            });
        }
    });
}

/// Whether a block has these words, in any case of letters.
pub fn mentions(block: &Block, query: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(query);
    match block {
        Block::Heading { text, .. } => has(text),
        Block::Paragraph(words) | Block::Notice(words) => has(&plain_text(words)),
        Block::List { items, .. } => items.iter().any(|item| has(&plain_text(item))),
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).any(|cell| has(&plain_text(cell))),
        Block::Figure(figure) => has(&figure.caption),
        Block::PageBreak => false,
    }
}
