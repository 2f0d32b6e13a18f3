//! What a row is: title, heading, first or last row of values, left out. Chosen by a click on its number or cell.

use super::View;
use crate::domain::AreaLevel;
use crate::import::{ColumnRole, RowRange};
use crate::text;
use crate::text::panel::daten as words;
use crate::ui::widget::choice::menu_entry;
use crate::ui::widget::text as label;
use crate::ui::{ImportIntent, Intent, PanelCx};
use egui::Ui;
use std::collections::BTreeSet;

/// What a planner can make of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowUse {
    Title,
    Header,
    First,
    Last,
    LeftOut,
    Read,
}

impl RowUse {
    fn word(self) -> &'static str {
        match self {
            RowUse::Title => words::ROW_IS_TITLE,
            RowUse::Header => words::ROW_IS_HEADER,
            RowUse::First => words::ROW_IS_FIRST,
            RowUse::Last => words::ROW_IS_LAST,
            RowUse::LeftOut => words::ROW_OUT,
            RowUse::Read => words::ROW_IN,
        }
    }

    fn is(self, view: &View<'_>, row: u32) -> bool {
        let mapping = view.mapping;
        match self {
            RowUse::Title => mapping.title_rows.contains(&row),
            RowUse::Header => mapping.header_rows.contains(&row),
            RowUse::First => mapping.data_rows.first == row,
            RowUse::Last => mapping.data_rows.last == row,
            RowUse::LeftOut | RowUse::Read => false,
        }
    }
}

/// The entries that fit a row.
fn choices(view: &View<'_>, row: u32) -> Vec<RowUse> {
    let mapping = view.mapping;
    let mut found = Vec::new();
    if row < mapping.data_rows.first || mapping.title_rows.contains(&row) {
        found.push(RowUse::Title);
    }
    found.push(RowUse::Header);
    if row <= mapping.data_rows.last {
        found.push(RowUse::First);
    }
    if row >= mapping.data_rows.first {
        found.push(RowUse::Last);
    }
    if mapping.skipped_rows.contains(&row) {
        found.push(RowUse::Read);
    } else if mapping.data_rows.contains(row) {
        found.push(RowUse::LeftOut);
    }
    found
}

/// The menu of a row; opened by a key, it takes the focus.
pub(super) fn menu(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, row: u32, take_focus: bool) {
    ui.set_min_width(200.0);
    label::hint(ui, &words::row_named(row, false));
    for (at, choice) in choices(view, row).into_iter().enumerate() {
        let entry = menu_entry(ui, choice.word(), choice.is(view, row), None);
        if take_focus && at == 0 {
            entry.request_focus();
        }
        if entry.clicked() {
            make(cx, view, row, choice);
            ui.close();
        }
        if choice == RowUse::LeftOut {
            label::hint(ui, words::ROW_OUT_HINT);
        }
    }
    levels(ui, cx, view, row);
}

/// The level of the area in a row: those of the project, of the table and of the other rows.
fn levels(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, row: u32) {
    let mapping = view.mapping;
    let named = |role: &ColumnRole| matches!(role, ColumnRole::AreaKey | ColumnRole::AreaName);
    let is_read = mapping.data_rows.contains(row) && !mapping.skipped_rows.contains(&row);
    if !is_read || mapping.column_with(named).is_none() {
        return;
    }
    let blocks = mapping.area_blocks.iter().map(|block| block.level);
    let known = view.data.areas.iter().map(|area| area.level);
    let mut levels: BTreeSet<AreaLevel> = known.chain(blocks).chain(mapping.area_level).collect();
    // A project without areas knows of no other level yet.
    if levels.len() < 2 {
        levels.extend(AreaLevel::ALL);
    }
    let current = mapping.level_of(row).filter(|_| !mapping.is_open_row(row));
    label::hint(ui, words::ROW_LEVEL);
    for level in levels {
        if menu_entry(ui, text::area_level(level), current == Some(level), None).clicked() {
            view.change(cx, |mapping| mapping.set_row_level(row, level));
            ui.close();
        }
    }
}

/// Makes a row what the planner says. Where headings change, the columns are looked at anew.
fn make(cx: &mut PanelCx, view: &View<'_>, row: u32, choice: RowUse) {
    let mapping = view.mapping;
    let mut heads = mapping.header_rows.clone();
    let mut data = mapping.data_rows;
    match choice {
        RowUse::Title => heads.retain(|head| *head != row),
        // Below the table that was read so far another one begins, down to the next blank row.
        RowUse::Header if row > data.last => {
            heads = vec![row];
            data = RowRange { first: row + 1, last: view.table.last_of_block(row + 1) };
        }
        RowUse::Header => {
            heads.push(row);
            heads.sort_unstable();
            heads.dedup();
            // Headings below the first values would be values: the table begins after them.
            data.first = data.first.max(row + 1);
        }
        RowUse::First => {
            heads.retain(|head| *head < row);
            data.first = row;
        }
        RowUse::Last => data.last = row,
        RowUse::LeftOut | RowUse::Read => {}
    }
    let data_rows = RowRange { first: data.first, last: data.last.max(data.first) };
    if heads != mapping.header_rows {
        let rows = Some((heads, data_rows));
        cx.outbox.push(Intent::Import(ImportIntent::Layout { sheet: mapping.sheet, rows }));
        return;
    }
    view.change(cx, |mapping| {
        mapping.data_rows = data_rows;
        match choice {
            RowUse::Title if !mapping.title_rows.contains(&row) => mapping.title_rows.push(row),
            RowUse::LeftOut => {
                mapping.skipped_rows.insert(row);
            }
            RowUse::Read => {
                mapping.skipped_rows.remove(&row);
            }
            RowUse::Title | RowUse::Header | RowUse::First | RowUse::Last => {}
        }
    });
}
