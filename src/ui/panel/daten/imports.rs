//! Importe: every table that was read, what came of it, whether it counts.

use super::pane;
use crate::domain::{Import, ImportId, ImportState, PlanningData};
use crate::import::Mapping;
use crate::project::{Command, ImportCommand};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::TypeStyle;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::{rich, tokens};
use crate::ui::widget::{icon, text as label};
use crate::ui::{ImportIntent, Intent, PanelCx, UiAction, picture};
use egui::{CentralPanel, Frame, Label, Margin, ScrollArea, Ui};

/// Which import is in view.
#[derive(Default)]
pub(super) struct Imports {
    selected: Option<ImportId>,
    mapping_open: bool,
    /// The import whose source is to be said next.
    wanted_source: Option<ImportId>,
    /// The sheet that an import was read from, by its stored mapping.
    sheet: Option<(ImportId, u16)>,
}

impl Imports {
    /// Selects an import and goes on in its field for the source.
    pub(super) fn open_source(&mut self, id: ImportId) {
        self.selected = Some(id);
        self.wanted_source = Some(id);
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let imports: Vec<&Import> = cx.snapshot.data.imports.iter().rev().collect();
        if imports.is_empty() {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                let state = EmptyState::new(words::NO_IMPORTS, words::EMPTY_WHY)
                    .primary(icon::UPLOAD_SIMPLE, UiAction::ImportTable.label())
                    .hint(words::EMPTY_HINT);
                if state.show(ui) == Some(EmptyChoice::Primary) {
                    cx.outbox.action(UiAction::ImportTable);
                }
            });
            return;
        }
        let at = self.selected.and_then(|id| imports.iter().position(|import| import.id == id)).unwrap_or(0);
        self.selected = imports.get(at).map(|import| import.id);
        if let Some(import) = imports.get(at) {
            pane(ui, cx, "daten-import", false, 320.0, |ui, cx| self.details(ui, cx, import));
        }
        let columns = columns();
        let superseded: Vec<u32> = imports.iter().map(|import| superseded(&cx.snapshot.data, import)).collect();
        let mut describe = |index: usize, row: &mut Row<'_>| {
            if let Some((import, superseded)) = imports.get(index).zip(superseded.get(index)) {
                fill(import, *superseded, row);
            }
        };
        let table = DataTable::new("imports", words::LIST_OF_IMPORTS, &columns).rows(imports.len()).selected(Some(at));
        if cx.triggered(UiAction::CopyTable) {
            let copied = table.tab_separated(&mut describe);
            let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), None, &copied);
            cx.outbox.push(Intent::Copy(copied));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            let response = table.show(ui, describe);
            if let Some(import) = response.selected.and_then(|at| imports.get(at)) {
                self.selected = Some(import.id);
            }
        });
    }

    fn details(&mut self, ui: &mut Ui, cx: &mut PanelCx, import: &Import) {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::same(14)).show(ui, |ui| {
                label::h2(ui, &import.file_name);
                let superseded = superseded(&cx.snapshot.data, import);
                ui.horizontal(|ui| {
                    let (tone, symbol, word) = state_badge(import, superseded);
                    badge(ui, tone, symbol, word);
                    if import.demonstration {
                        badge(ui, Tone::Warn, icon::FLASK, words::DEMONSTRATION);
                    }
                });
                facts(ui, import, self.sheet_of(import));
                supersessions(ui, &cx.snapshot.data, import.id);
                ui.add_space(8.0);
                if import.original_bytes.is_some() {
                    let save = Button::secondary(words::SAVE_ORIGINAL).icon(icon::DOWNLOAD_SIMPLE);
                    if save.show(ui).clicked() {
                        cx.outbox.push(Intent::Import(ImportIntent::SaveOriginal(import.id)));
                    }
                    ui.add_space(4.0);
                }
                state_button(ui, cx, import);
                ui.add_space(8.0);
                let reason = cx.snapshot.read_only.as_deref();
                let note = Field::new(words::SOURCE_NOTE, import.id).rows(3).disabled_reason(reason);
                if self.wanted_source.take_if(|wanted| *wanted == import.id).is_some() {
                    note.focus_all(ui, &import.source_note);
                }
                if let Edit::Set(source_note) = note.show_text(ui, &import.source_note) {
                    cx.outbox.command(Command::Import(ImportCommand::SetSourceNote { import: import.id, source_note }));
                }
                ui.add_space(8.0);
                self.mapping(ui, cx, import);
            });
        });
    }

    /// Index of the sheet that an import was read from; its mapping is looked at once.
    fn sheet_of(&mut self, import: &Import) -> u16 {
        if let Some((_, sheet)) = self.sheet.filter(|(id, _)| *id == import.id) {
            return sheet;
        }
        let sheet = Mapping::from_toml(&import.mapping).map_or(0, |mapping| mapping.sheet);
        self.sheet = Some((import.id, sheet));
        sheet
    }

    fn mapping(&mut self, ui: &mut Ui, cx: &mut PanelCx, import: &Import) {
        ui.horizontal(|ui| {
            let caret = if self.mapping_open { icon::CARET_DOWN } else { icon::CARET_RIGHT };
            if Button::ghost(words::MAPPING).icon(caret).compact().show(ui).clicked() {
                self.mapping_open = !self.mapping_open;
            }
            if self.mapping_open && Button::link(words::COPY).show(ui).clicked() {
                cx.outbox.push(Intent::Copy(import.mapping.clone()));
            }
        });
        if self.mapping_open {
            ui.add(Label::new(rich(import.mapping.as_str(), TypeStyle::Tiny, tokens(ui).text2)).wrap());
        }
    }
}

/// Values of an active import that newer ones have replaced.
fn superseded(data: &PlanningData, import: &Import) -> u32 {
    let of_older = data.dataset.supersessions().iter().filter(|step| step.older == import.id);
    of_older.map(|step| step.values).sum()
}

/// What an import replaces, and what replaces it.
fn supersessions(ui: &mut Ui, data: &PlanningData, id: ImportId) {
    let name = |id: ImportId| data.import(id).map_or("", |import| import.file_name.as_str());
    for step in data.dataset.supersessions() {
        if step.newer == id {
            label::small(ui, &words::replaces(name(step.older), step.values, step.changed));
        } else if step.older == id {
            label::small(ui, &words::replaced_by(name(step.newer), step.values));
        }
    }
}

fn columns() -> [Column<'static>; 7] {
    [
        Column::text(words::FILE).flex(250.0),
        Column::text(words::TIME).fixed(150.0),
        Column::number(words::VALUES).fixed(66.0),
        Column::number(words::WITHOUT_VALUE).fixed(80.0),
        Column::number(words::REFUSED).fixed(80.0),
        Column::text(words::STATE).fixed(130.0),
        Column::text(words::SOURCE).fixed(96.0),
    ]
}

fn fill(import: &Import, superseded: u32, row: &mut Row<'_>) {
    row.name(&import.file_name);
    row.small(&text::date_time(&import.imported_at));
    row.text(&text::count(import.values));
    row.text(&text::count(import.without_value));
    row.text(&text::count(import.refused));
    let (tone, symbol, word) = state_badge(import, superseded);
    row.badge(tone, symbol, word);
    row.small(&import.source_note);
}

fn state_badge(import: &Import, superseded: u32) -> (Tone, &'static str, &'static str) {
    let brought = import.values.saturating_add(import.without_value);
    match import.state {
        ImportState::Active if superseded > 0 && superseded == brought => (Tone::Neutral, icon::STACK, words::REPLACED),
        ImportState::Active if superseded > 0 => (Tone::Ok, icon::CHECK, words::PARTLY_REPLACED),
        ImportState::Active => (Tone::Ok, icon::CHECK, words::ACTIVE),
        ImportState::Withdrawn => (Tone::Neutral, icon::ARROW_U_UP_LEFT, words::WITHDRAWN),
    }
}

fn facts(ui: &mut Ui, import: &Import, sheet: u16) {
    let size = words::size(import.size_bytes);
    let at = text::date_time(&import.imported_at);
    let named = import.sheets.get(usize::from(sheet)).filter(|name| !name.is_empty());
    let sheet = named.map_or_else(String::new, |name| match import.sheets.len() {
        1 => name.clone(),
        all => words::sheet_of(name, usize::from(sheet) + 1, all),
    });
    let hash = import.sha256.get(..16).unwrap_or_default();
    let mut pairs = vec![(words::TIME, at.as_str()), (words::SIZE, size.as_str())];
    let changed = import.file_date.as_deref().map(text::date_time);
    pairs.extend(changed.as_deref().map(|changed| (words::FILE_DATE, changed)));
    if !sheet.is_empty() {
        pairs.push((words::SHEET, sheet.as_str()));
    }
    pairs.push((words::CHECKSUM, hash));
    let kept = import.original_bytes.map(words::kept);
    pairs.push((words::ORIGINAL_FILE, kept.as_deref().unwrap_or(words::ORIGINAL_NOT_KEPT)));
    label::terms(ui, "import-facts", &pairs);
}

fn state_button(ui: &mut Ui, cx: &mut PanelCx, import: &Import) {
    let (word, symbol, state) = match import.state {
        ImportState::Active => (words::WITHDRAW, icon::ARROW_U_UP_LEFT, ImportState::Withdrawn),
        ImportState::Withdrawn => (words::REINSTATE, icon::ARROW_U_UP_RIGHT, ImportState::Active),
    };
    let reason = cx.snapshot.read_only.as_deref();
    if Button::secondary(word).icon(symbol).disabled_reason(reason).show(ui).clicked() && reason.is_none() {
        cx.outbox.command(Command::Import(ImportCommand::SetState { import: import.id, state }));
    }
    label::hint(ui, words::WITHDRAW_HINT);
}
