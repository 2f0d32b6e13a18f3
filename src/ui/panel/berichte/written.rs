//! Documents written since the program started.

use crate::text;
use crate::text::panel::berichte as words;
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::icon;
use crate::ui::{Intent, PanelCx};
use egui::{Align, Layout, Ui};
use std::path::PathBuf;

/// Draws the list; returns whether the way back to the reports was chosen.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx) -> bool {
    let files = &cx.derived.exported;
    if files.is_empty() {
        let state = EmptyState::new(words::NONE_WRITTEN_TITLE, words::NONE_WRITTEN_WHY);
        return state.secondary(icon::FILE_TEXT, words::TO_REPORTS).show(ui).is_some();
    }
    let columns = [
        Column::text(words::DOCUMENT).flex(160.0),
        Column::text(words::FILE).flex(200.0),
        Column::text(words::WRITTEN_AT).fixed(160.0),
        Column::text("").fixed(76.0),
        Column::text("").fixed(116.0),
    ];
    let mut reveal: Option<PathBuf> = None;
    DataTable::new("ausgegeben", words::TABS[1], &columns).rows(files.len()).show(ui, |index, row| {
        let Some(file) = files.get(index) else { return };
        row.name(&file.title);
        row.small(&file.path.file_name().unwrap_or_default().to_string_lossy());
        row.small(&text::date_time(&file.at));
        row.widget("", |ui, _| {
            if link(ui, words::OPEN) {
                reveal = Some(file.path.clone());
            }
        });
        row.widget("", |ui, _| {
            if link(ui, words::OPEN_FOLDER) {
                reveal = file.path.parent().map(std::path::Path::to_owned);
            }
        });
    });
    if let Some(path) = reveal {
        cx.outbox.push(Intent::Reveal(path));
    }
    false
}

fn link(ui: &mut Ui, words: &str) -> bool {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| Button::link(words).show(ui).clicked()).inner
}
