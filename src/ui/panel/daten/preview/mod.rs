//! Import prüfen: the table as it stood and as it is read, what is open, what would change. Nothing is stored here.

mod assign;
mod cards;
mod cells;
mod footer;
mod grid;
mod questions;
mod reading;
mod recognised;

use super::pane;
use crate::domain::{CellRef, PlanningData};
use crate::import::{ImportDraft, Mapping, RawTable, Source};
use crate::text::panel::daten as words;
use crate::ui::widget::progress::progress;
use crate::ui::widget::text as label;
use crate::ui::{ImportIntent, ImportView, Intent, PanelCx, ViewHeader};
use egui::{Align, CentralPanel, Frame, Layout, Ui, vec2};

/// State of the preview: what is shown and where the planner is.
#[derive(Default)]
pub(super) struct Preview {
    file: String,
    grid: grid::Grid,
    cells: cells::Cells,
    cards: cards::Cards,
}

/// What one frame of the preview reads.
struct View<'a> {
    view: &'a ImportView,
    source: &'a Source,
    mapping: &'a Mapping,
    draft: Option<&'a ImportDraft>,
    table: &'a RawTable,
    data: &'a PlanningData,
}

impl View<'_> {
    /// Wants the mapping changed.
    fn change(&self, cx: &mut PanelCx, change: impl FnOnce(&mut Mapping)) {
        let mut mapping = self.mapping.clone();
        change(&mut mapping);
        cx.outbox.push(Intent::Import(ImportIntent::SetMapping(Box::new(mapping))));
    }

    fn heading(&self, column: u16) -> &str {
        self.mapping.columns.get(usize::from(column)).map_or("", |column| column.header.as_str())
    }
}

impl Preview {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &ImportView) {
        ViewHeader::new(words::PREVIEW).subtitle(words::PREVIEW_PATH).show(ui, cx, |_, _| {});
        let (Some(source), Some(mapping)) = (view.source.as_deref(), view.mapping.as_deref()) else {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| waiting(ui, cx, view));
            return;
        };
        let Some(table) = source.sheets.get(usize::from(mapping.sheet)) else { return };
        let latest = view.draft.value.as_deref().and_then(|result| result.as_ref().ok());
        let draft = latest.filter(|draft| draft.mapping().sheet == mapping.sheet);
        let data = &cx.snapshot.data;
        let view = View { view, source, mapping, draft, table, data };
        self.begin(&view);
        footer::show(ui, cx, &view);
        let narrow = ui.available_width() < 1080.0;
        let (left, right) = if narrow { (208.0, 264.0) } else { (226.0, 304.0) };
        pane(ui, cx, "import-read", true, left, |ui, cx| reading::show(ui, cx, &view));
        pane(ui, cx, "import-assign", false, right, |ui, cx| self.assign(ui, cx, &view));
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| self.grid.show(ui, cx, &view));
    }

    /// Forgets what belongs to another file.
    fn begin(&mut self, view: &View<'_>) {
        let file = format!("{}/{}", view.source.sha256, view.mapping.sheet);
        if self.file != file {
            *self = Preview { file, ..Preview::default() };
        }
    }

    fn assign(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
        let mut target: Option<CellRef> = None;
        egui::ScrollArea::vertical().id_salt("assign").auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(egui::Margin::symmetric(12, 12)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                assign::show(ui, cx, view);
                target = questions::show(ui, cx, view);
                self.cards.show(ui, cx, view);
                target = self.cells.show(ui, cx, view).or(target);
                assign::source(ui, cx, view);
            });
        });
        if let Some(cell) = target {
            self.grid.go_to(cell);
        }
    }
}

/// The file is being read: verb, bar, a way to stop.
fn waiting(ui: &mut Ui, cx: &mut PanelCx, view: &ImportView) {
    ui.add_space(ui.available_height() * 0.35);
    let mut stop = ui.input(|input| input.key_pressed(egui::Key::Escape));
    ui.vertical_centered(|ui| {
        ui.allocate_ui_with_layout(vec2(420.0, 80.0), Layout::top_down(Align::Min), |ui| {
            let (done, total) = view.progress.unwrap_or_default();
            let sentence = words::reading_file(&view.file_name);
            stop |= progress(ui, &sentence, share(done, total), true);
            label::hint(ui, words::NOTHING_STORED);
        });
    });
    if stop {
        cx.outbox.push(Intent::Import(ImportIntent::Cancel));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a share for a bar")]
fn share(done: u64, total: u64) -> f32 {
    if total == 0 { 0.0 } else { done as f32 / total as f32 }
}
