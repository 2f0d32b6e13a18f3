//! The headings beside those the mapping was made for: new, missing, renamed. Settled here before the import goes on.

use super::{Jump, View, walk};
use crate::domain::column_letters;
use crate::import::{ColumnMapping, ColumnRole, Drift, RenamedColumn};
use crate::text::panel::daten as words;
use crate::theme::{TypeStyle, radius, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, text as label};
use egui::{CornerRadius, Frame, Label, Margin, Ui};

/// Rows that are looked at to tell whether a column holds numbers.
const SAMPLE_ROWS: usize = 50;

/// Shows the comparison; returns a column that the planner wants to see by itself.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) -> Option<u16> {
    let drift = view.draft?.drift();
    if drift.is_empty() {
        return None;
    }
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(color32(tokens.surface))
        .stroke(line(stroke::LINE, tokens.err))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(10, 8));
    let mut column = None;
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal_wrapped(|ui| {
            badge(ui, Tone::Err, icon::QUESTION, words::OPEN);
            let heading = label::h3(ui, words::DRIFT);
            walk::anchor(ui, heading.rect, words::DRIFT, view.jump == Some(Jump::Open(0)));
        });
        for renamed in &drift.renamed {
            column =
                ui.push_id(("renamed", renamed.column), |ui| renamed_column(ui, cx, view, renamed)).inner.or(column);
        }
        for heading in &drift.new {
            column = ui.push_id(("new", heading), |ui| new_column(ui, cx, view, heading)).inner.or(column);
        }
        for heading in &drift.missing {
            entry(ui, icon::MINUS, &words::column_missing(heading));
        }
        settle(ui, cx, view, &drift);
    });
    column
}

fn entry(ui: &mut Ui, symbol: &str, sentence: &str) {
    let tokens = tokens(ui);
    ui.horizontal_top(|ui| {
        ui.label(rich(symbol, TypeStyle::H3, tokens.warn));
        ui.add(Label::new(rich(sentence, TypeStyle::Small, tokens.text)).wrap());
    });
}

fn renamed_column(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, renamed: &RenamedColumn) -> Option<u16> {
    let letters = column_letters(renamed.column);
    entry(ui, icon::SWAP, &words::column_renamed(&letters, &renamed.was, &renamed.now));
    let mut column = None;
    let at = usize::from(renamed.column);
    ui.horizontal_wrapped(|ui| {
        if Button::secondary(words::SAME_CONTENT).compact().show(ui).clicked() {
            view.change(cx, |mapping| {
                if let Some(entry) = mapping.columns.get_mut(at) {
                    entry.header.clone_from(&renamed.now);
                }
            });
        }
        if Button::secondary(words::DO_NOT_READ).compact().show(ui).clicked() {
            view.change(cx, |mapping| {
                if let Some(entry) = mapping.columns.get_mut(at) {
                    entry.role = ColumnRole::Ignore;
                }
            });
        }
        if Button::link(&words::column_named(&letters)).show(ui).clicked() {
            column = Some(renamed.column);
        }
    });
    column
}

fn new_column(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, heading: &str) -> Option<u16> {
    entry(ui, icon::PLUS, &words::column_new(heading));
    let is_unread = |column: &&ColumnMapping| column.role == ColumnRole::Ignore && column.header == heading;
    let at = view.mapping.columns.iter().position(|column| is_unread(&column));
    let at = at.and_then(|at| u16::try_from(at).ok())?;
    let mut column = None;
    ui.horizontal_wrapped(|ui| {
        if holds_numbers(view, at) && Button::secondary(words::CREATE_COLUMN).compact().show(ui).clicked() {
            view.change(cx, |mapping| {
                mapping.read_by_heading(view.table, at, view.data);
                mapping.new_columns.retain(|new| new != heading);
            });
        }
        if Button::link(&words::read_column(&column_letters(at))).show(ui).clicked() {
            column = Some(at);
        }
    });
    column
}

/// Whether the first cells of a column hold a number that could become a value.
fn holds_numbers(view: &View<'_>, column: u16) -> bool {
    let rows = view.mapping.data_rows;
    let mut rows = (rows.first..=rows.last).take(SAMPLE_ROWS).map(|row| view.table.text(row, column));
    rows.any(|text| text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '(')))
}

/// One answer for all: renamed columns hold what they held, new ones stay as they are, missing ones are gone. Not the
/// recommended one where a column may hold something else than it did.
fn settle(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, drift: &Drift) {
    label::hint(ui, words::DRIFT_HINT);
    let word = words::SETTLE_DRIFT;
    let button = if drift.renamed.is_empty() { Button::recommended(word) } else { Button::secondary(word) };
    if button.compact().show(ui).clicked() {
        view.change(cx, |mapping| mapping.settle_drift(drift));
    }
}
