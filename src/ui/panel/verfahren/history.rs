//! What was done to the project, newest first.

use crate::text;
use crate::text::panel::verfahren as words;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::Ui;

const MOST: usize = 100;

/// Draws the list.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx) {
    let entries = &cx.snapshot.history[..cx.snapshot.history.len().min(MOST)];
    if entries.is_empty() {
        EmptyState::new(words::HISTORY_EMPTY, words::HISTORY_WHY).show(ui);
        return;
    }
    let columns = [
        Column::text(words::WHEN).fixed(170.0),
        Column::text(words::WHAT).flex(260.0),
        Column::text(words::WHY).flex(200.0),
    ];
    let table = DataTable::new("verlauf", words::HISTORY, &columns).rows(entries.len()).named_by(1);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(entry) = entries.get(index) else { return };
        row.small(&text::date_time(&entry.at));
        row.text(&entry.label);
        row.quiet(&entry.detail);
    };
    if cx.triggered(UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), None, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    table.show(ui, describe);
}
