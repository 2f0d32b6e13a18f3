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
use egui::{CornerRadius, Frame, Id, Label, Margin, Ui};

/// Rows that are looked at to tell whether a column holds numbers.
const SAMPLE_ROWS: usize = 50;

/// A heading that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Difference {
    Renamed(RenamedColumn),
    New(String),
    Missing(String),
}

impl Difference {
    fn of(drift: &Drift) -> Vec<Difference> {
        let renamed = drift.renamed.iter().cloned().map(Difference::Renamed);
        let new = drift.new.iter().cloned().map(Difference::New);
        renamed.chain(new).chain(drift.missing.iter().cloned().map(Difference::Missing)).collect()
    }

    fn sentence(&self, view: &View<'_>) -> String {
        match self {
            Difference::Renamed(RenamedColumn { column, was, now }) => {
                words::column_renamed(&column_letters(*column), was, now)
            }
            Difference::New(heading) => {
                let is_read = |column: &ColumnMapping| column.header == *heading && column.role != ColumnRole::Ignore;
                words::column_new(heading, view.mapping.columns.iter().any(is_read))
            }
            Difference::Missing(heading) => words::column_missing(heading),
        }
    }
}

/// The differences that were shown. What is answered keeps its place while others are open: no button moves under the
/// pointer that pressed another one.
#[derive(Default)]
pub(super) struct Shown {
    differences: Vec<Difference>,
    /// What has the focus in one of them, and in which.
    focused: Option<(Id, usize)>,
}

impl Shown {
    /// Takes in what is open now.
    fn meet(&mut self, open: &[Difference]) {
        let new: Vec<Difference> = open.iter().filter(|one| !self.differences.contains(one)).cloned().collect();
        self.differences.extend(new);
    }

    /// The difference where the focus goes on, after the one that had it was answered and its buttons have gone.
    fn after_answer(&mut self, ui: &Ui, view: &View<'_>, open: &[Difference]) -> Option<usize> {
        let now = ui.memory(egui::Memory::focused);
        self.focused.take_if(|(id, _)| now.is_some_and(|now| now != *id));
        let is_open = |at: &usize| self.differences.get(*at).is_some_and(|one| open.contains(one));
        let (_, at) = self.focused.filter(|(_, at)| view.view.draft.current && !is_open(at))?;
        self.focused = None;
        (at + 1..self.differences.len()).chain(0..at).find(is_open)
    }
}

/// Shows the comparison; returns a column that the planner wants to see by itself.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut PanelCx,
    view: &View<'_>,
    (shown, walk): (&mut Shown, &mut walk::Walk),
) -> Option<u16> {
    let drift = view.draft?.drift();
    let open = Difference::of(&drift);
    if open.is_empty() {
        *shown = Shown::default();
        return None;
    }
    shown.meet(&open);
    let go_on = shown.after_answer(ui, view, &open);
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(color32(tokens.surface))
        .stroke(line(stroke::LINE, tokens.err))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(10, 8));
    let mut column = None;
    let whole = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal_wrapped(|ui| {
            badge(ui, Tone::Err, icon::QUESTION, words::OPEN);
            let heading = label::h3(ui, words::DRIFT);
            ui.push_id("drift", |ui| {
                walk::anchor(ui, heading.rect, words::DRIFT, view.jump == Some(Jump::Open(0)));
            });
        });
        for (at, one) in shown.differences.iter().enumerate() {
            let state = (open.contains(one), go_on == Some(at));
            let part = ui.push_id(at, |ui| difference(ui, cx, view, one, state));
            column = part.inner.or(column);
            if let Some(id) = walk::focus_in(ui, part.response.rect) {
                shown.focused = Some((id, at));
            }
        }
        settle(ui, cx, view, &drift);
    });
    walk.note_focus(ui, whole.response.rect, 0, walk::DRIFT);
    column
}

/// A difference with its ways on, or as answered.
fn difference(
    ui: &mut Ui,
    cx: &mut PanelCx,
    view: &View<'_>,
    one: &Difference,
    (is_open, takes_focus): (bool, bool),
) -> Option<u16> {
    let tokens = tokens(ui);
    let (symbol, ink) = match one {
        _ if !is_open => (icon::CHECK, tokens.ok),
        Difference::Renamed(_) => (icon::SWAP, tokens.warn),
        Difference::New(_) => (icon::PLUS, tokens.warn),
        Difference::Missing(_) => (icon::MINUS, tokens.warn),
    };
    ui.horizontal_top(|ui| {
        ui.label(rich(symbol, TypeStyle::H3, ink));
        let words = one.sentence(view);
        let sentence = ui.add(Label::new(rich(&words, TypeStyle::Small, tokens.text)).wrap());
        walk::anchor(ui, sentence.rect, &words, takes_focus);
    });
    match one {
        Difference::Missing(_) => None,
        Difference::Renamed(_) | Difference::New(_) if !is_open => {
            // As high as the buttons that stood here.
            ui.horizontal_wrapped(|ui| label::hint(ui, words::ANSWERED));
            None
        }
        Difference::Renamed(renamed) => renamed_column(ui, cx, view, renamed),
        Difference::New(heading) => new_column(ui, cx, view, heading),
    }
}

fn renamed_column(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, renamed: &RenamedColumn) -> Option<u16> {
    let letters = column_letters(renamed.column);
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
