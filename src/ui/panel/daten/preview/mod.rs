//! Import prüfen: the table as it stood and as it is read, what is open, what would change. Nothing is stored here.

mod assign;
mod cards;
mod cells;
mod column;
mod drift;
mod footer;
mod grid;
mod new_areas;
mod questions;
mod reading;
mod recognised;
mod rows;
mod walk;

use self::walk::GoOn;
use super::pane;
use crate::domain::{CellRef, PlanningData};
use crate::import::{CellKind, CellView, DecimalMark, ImportDraft, IssueKind, Mapping, RawTable, Reading, Source};
use crate::text::panel::daten as words;
use crate::ui::widget::button::Button;
use crate::ui::widget::progress::progress;
use crate::ui::widget::{icon, text as label};
use crate::ui::{ImportIntent, ImportView, Intent, PanelCx, ViewHeader, report_region};
use egui::{Align, CentralPanel, Frame, Key, KeyboardShortcut, Layout, Modifiers, Popup, Ui, vec2};

const NEXT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F8);
const PREVIOUS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::F8);

/// State of the preview: what is shown and where the planner is.
#[derive(Default)]
pub(super) struct Preview {
    file: String,
    grid: grid::Grid,
    cells: cells::Cells,
    walk: walk::Walk,
    drift: drift::Shown,
    cards: cards::Cards,
    new_areas: new_areas::NewAreas,
    jump: Option<Jump>,
    /// Whether a menu was open at the end of the last frame: what closes it does not cancel the import as well.
    menu_was_open: bool,
}

/// A part of the right pane that the planner wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Jump {
    /// An open point, counted from 0: the comparison of headings, where there is one, then the questions.
    Open(usize),
    Checks,
    Changes,
    Column,
}

/// What one frame of the preview reads.
struct View<'a> {
    view: &'a ImportView,
    source: &'a Source,
    mapping: &'a Mapping,
    draft: Option<&'a ImportDraft>,
    table: &'a RawTable,
    data: &'a PlanningData,
    /// A part that is to be brought into view in this frame.
    jump: Option<Jump>,
}

impl View<'_> {
    /// Wants the mapping changed.
    fn change(&self, cx: &mut PanelCx, change: impl FnOnce(&mut Mapping)) {
        let mut mapping = self.mapping.clone();
        change(&mut mapping);
        cx.outbox.push(Intent::Import(ImportIntent::SetMapping(Box::new(mapping))));
    }

    /// Whether the workbook hides a row.
    fn is_hidden(&self, row: u32) -> bool {
        let name = &self.table.name;
        let hides = |kind: &IssueKind| matches!(kind, IssueKind::HiddenRows { sheet, rows } if sheet == name && rows.binary_search(&row).is_ok());
        self.source.notes.iter().any(|note| hides(&note.kind))
    }

    fn heading(&self, column: u16) -> &str {
        self.mapping.columns.get(usize::from(column)).map_or("", |column| column.header.as_str())
    }
}

impl Preview {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &ImportView) {
        ViewHeader::new(words::PREVIEW).subtitle(words::PREVIEW_PATH).show(ui, cx, |ui, cx| mapping_file(ui, cx, view));
        let (Some(source), Some(mapping)) = (view.source.as_deref(), view.mapping.as_deref()) else {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| waiting(ui, cx, view));
            return;
        };
        let Some(table) = source.sheets.get(usize::from(mapping.sheet)) else { return };
        let latest = view.draft.value.as_deref().and_then(|result| result.as_ref().ok());
        let draft = latest.filter(|draft| draft.mapping().sheet == mapping.sheet);
        let data = &cx.snapshot.data;
        let jump = self.jump.take();
        let view = View { view, source, mapping, draft, table, data, jump };
        self.begin(&view);
        self.keys(ui, &view);
        let go_on = self.walk.after_answer(ui, &view);
        if let Some(GoOn::Open(open)) = go_on {
            self.jump = Some(Jump::Open(open));
        }
        let free =
            !self.menu_was_open && !ui.ctx().text_edit_focused() && !Popup::is_any_open(ui.ctx()) && !is_covered(ui);
        let mut escaped = free && ui.input(|input| input.key_pressed(Key::Escape));
        if escaped && self.grid.column.take().is_some() {
            // The box of a column closes first.
            escaped = false;
        }
        let take_focus = go_on == Some(GoOn::Commit);
        self.jump = footer::show(ui, cx, &view, (take_focus, escaped)).or(self.jump);
        if view.view.writing.is_some() {
            ui.disable();
        }
        let narrow = ui.available_width() < 1080.0;
        let (left, right) = if narrow { (208.0, 264.0) } else { (226.0, 304.0) };
        pane(ui, cx, "import-read", true, left, |ui, cx| reading::show(ui, cx, &view));
        pane(ui, cx, "import-assign", false, right, |ui, cx| self.assign(ui, cx, &view));
        let before = self.grid.column;
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            report_region(ui, ui.max_rect());
            self.grid.show(ui, cx, &view);
        });
        self.menu_was_open = Popup::is_any_open(ui.ctx());
        if self.grid.column != before && self.grid.column.is_some() {
            self.jump = Some(Jump::Column);
        }
        if self.jump.is_some() {
            ui.ctx().request_repaint();
        }
    }

    /// Forgets what belongs to another file.
    fn begin(&mut self, view: &View<'_>) {
        let file = format!("{}/{}", view.source.sha256, view.mapping.sheet);
        if self.file != file {
            *self = Preview { file, ..Preview::default() };
        }
    }

    /// F8 goes through what is open and through the check list, wherever the focus is.
    fn keys(&mut self, ui: &Ui, view: &View<'_>) {
        if is_covered(ui) {
            return;
        }
        // A shortcut also answers to further modifiers: the one with Umschalt is asked first.
        let back = ui.input_mut(|input| input.consume_shortcut(&PREVIOUS));
        if back || ui.input_mut(|input| input.consume_shortcut(&NEXT)) {
            if let Some(open) = self.walk.step(view, !back, self.cells.is_at_end(view, !back)) {
                self.cells.restart();
                self.jump = Some(Jump::Open(open));
                return;
            }
            if let Some(cell) = self.cells.step(view, !back) {
                self.grid.go_to(cell);
            }
            self.jump = Some(Jump::Checks);
        }
    }

    fn assign(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
        let mut target: Option<CellRef> = None;
        egui::ScrollArea::vertical().id_salt("assign").auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(egui::Margin::symmetric(12, 12)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                if let Some(column) = self.grid.column {
                    let shown = ui.scope(|ui| column::show(ui, cx, view, column));
                    if shown.inner {
                        self.grid.column = None;
                    }
                    if view.jump == Some(Jump::Column) {
                        shown.response.scroll_to_me(Some(Align::TOP));
                    }
                }
                assign::show(ui, cx, view);
                if let Some(column) = drift::show(ui, cx, view, (&mut self.drift, &mut self.walk)) {
                    (self.grid.column, self.jump) = (Some(column), Some(Jump::Column));
                }
                target = questions::show(ui, cx, view, &mut self.walk);
                self.new_areas.show(ui, cx, view);
                self.cards.show(ui, cx, view);
                let checks = ui.scope(|ui| self.cells.show(ui, cx, view));
                if view.jump == Some(Jump::Checks) {
                    checks.response.scroll_to_me(Some(Align::TOP));
                }
                target = checks.inner.or(target);
                assign::source(ui, cx, view);
            });
        });
        if let Some(cell) = target {
            self.grid.go_to(cell);
        }
    }
}

/// The mapping to a file and from one.
fn mapping_file(ui: &mut Ui, cx: &mut PanelCx, view: &ImportView) {
    if view.mapping.is_none() {
        return;
    }
    for (word, symbol, step) in [
        (words::SAVE_MAPPING, icon::PUSH_PIN, ImportIntent::SaveMapping),
        (words::LOAD_MAPPING, icon::FOLDER_OPEN, ImportIntent::LoadMapping),
    ] {
        if Button::ghost(word).icon(symbol).show(ui).clicked() {
            cx.outbox.push(Intent::Import(step));
        }
    }
}

/// Whether a dialog stands in front: keys belong to it.
fn is_covered(ui: &Ui) -> bool {
    ui.ctx().memory(|memory| memory.top_modal_layer().is_some())
}

/// What a cell was read as, in words; nothing for a cell that holds no value.
fn reading_words(view: &View<'_>, seen: &CellView<'_>, column: u16) -> Option<String> {
    match seen.reading.as_ref()? {
        Reading::Value { value, status, .. } => {
            Some(words::read_as_written(*value, *status, decimals_written(view, seen, column)))
        }
        Reading::NoValue(status) => Some(crate::text::status_label(*status).to_owned()),
        Reading::Refused(kind) if kind.waits() => Some(words::OPEN.to_owned()),
        Reading::Refused(_) => Some(words::NOT_TAKEN.to_owned()),
    }
}

/// How many decimals a text has, where its column is read as written: what is shown back reads as the source did.
fn decimals_written(view: &View<'_>, seen: &CellView<'_>, column: u16) -> u8 {
    if seen.raw.kind == CellKind::Text { decimals_of(view, seen.raw.text, column) } else { 0 }
}

fn decimals_of(view: &View<'_>, text: &str, column: u16) -> u8 {
    let summary = view.draft.and_then(|draft| draft.columns.get(usize::from(column)));
    let factor = view.mapping.columns.get(usize::from(column)).and_then(|column| column.factor);
    let mark = match summary.and_then(|summary| summary.decimal_mark) {
        Some(DecimalMark::Comma) => ',',
        Some(DecimalMark::Point) => '.',
        None => return 0,
    };
    let is_as_written = factor.is_none_or(|factor| (factor - 1.0).abs() < f64::EPSILON);
    let behind = text.rsplit_once(mark).filter(|_| is_as_written).map_or("", |(_, behind)| behind);
    u8::try_from(behind.bytes().take_while(u8::is_ascii_digit).count()).unwrap_or(0)
}

/// The file is being read: verb, bar, a way to stop.
fn waiting(ui: &mut Ui, cx: &mut PanelCx, view: &ImportView) {
    ui.add_space(ui.available_height() * 0.35);
    let mut stop = !is_covered(ui) && ui.input(|input| input.key_pressed(egui::Key::Escape));
    ui.vertical_centered(|ui| {
        ui.allocate_ui_with_layout(vec2(420.0, 80.0), Layout::top_down(Align::Min), |ui| {
            let (done, total) = view.progress.unwrap_or_default();
            let sentence = words::reading_file(&view.file_name, (done, total));
            stop |= progress(ui, &sentence, share(done, total), true);
            label::hint(ui, words::NOTHING_STORED);
            if view.tables > 1 {
                table_of(ui, cx, view);
            }
        });
    });
    if stop {
        cx.outbox.push(Intent::Import(ImportIntent::Cancel));
    }
}

/// `Tabelle 2 von 3`, and the way past this one.
fn table_of(ui: &mut Ui, cx: &mut PanelCx, view: &ImportView) {
    ui.horizontal(|ui| {
        label::small(ui, &words::table_of(view.place, view.tables));
        if Button::link(words::SKIP_TABLE).show(ui).clicked() {
            cx.outbox.push(Intent::Import(ImportIntent::Skip));
        }
    });
}

#[expect(clippy::cast_precision_loss, reason = "a share for a bar")]
fn share(done: u64, total: u64) -> f32 {
    if total == 0 { 0.0 } else { done as f32 / total as f32 }
}
