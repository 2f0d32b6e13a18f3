//! Kept versions of the current area's programme, and what has changed since one of them.

use super::form::{self, locked};
use crate::domain::{AreaId, Fassung, FassungContent, FassungId, Handlungsprogramm};
use crate::programme::{self, ChangeKind, ChangedPart, VersionChange};
use crate::project::{Command, ProgrammeCommand};
use crate::text;
use crate::text::panel::verfahren::entries as words;
use crate::text::versions as terms;
use crate::theme::TypeStyle;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::style::color32;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Entry, Intent, PanelCx, UiAction, picture};
use egui::{Frame, Margin, Panel, ScrollArea, Ui};
use std::sync::Arc;

/// What the programme says today.
pub(super) fn content(cx: &PanelCx, programme: &Handlungsprogramm) -> Arc<FassungContent> {
    let basis = cx.basis(programme);
    Arc::new(programme::keep(&basis))
}

/// Versions of the current area, newest first: which one is looked at.
#[derive(Default)]
pub(super) struct Versions {
    chosen: Option<FassungId>,
    /// The change that is read in full below the table.
    change: usize,
}

impl Versions {
    /// Shows this version.
    pub(super) fn choose(&mut self, id: FassungId) {
        self.chosen = Some(id);
    }

    /// Draws choice and changes of the current area.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let Some(area) = cx.focus.area else { return };
        let programme = cx.snapshot.programme_of(area);
        let own: Vec<&Fassung> = programme.map_or_else(Vec::new, |programme| {
            cx.snapshot.verfahren.fassungen.iter().filter(|kept| kept.programme == programme.id).collect()
        });
        let shown = own.iter().find(|kept| Some(kept.id) == self.chosen).or(own.first()).copied();
        Frame::NONE.inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 6 }).show(ui, |ui| {
            self.head(ui, cx, area, &own, shown);
        });
        let Some(kept) = shown else { return };
        let view = cx.derived.programme.value.as_deref().filter(|view| view.area == Some(area));
        match view.and_then(|view| view.changes.get(&kept.id)) {
            None => message(ui, words::COMPARING),
            Some(changes) if changes.is_empty() => message(ui, words::UNCHANGED),
            Some(changes) => self.changes(ui, cx, kept, changes),
        }
    }

    /// The changes, and the selected one in full.
    fn changes(&mut self, ui: &mut Ui, cx: &mut PanelCx, kept: &Fassung, changes: &[VersionChange]) {
        message(ui, &words::changes_since(changes.len(), kept.kept_on));
        self.change = self.change.min(changes.len().saturating_sub(1));
        let Some(change) = changes.get(self.change) else { return };
        // In a low window the table needs all the room there is.
        let height = 96.0;
        if is_long(change) && ui.available_height() > 2.0 * height + 20.0 {
            let margin = Margin { left: 12, right: 12, top: 6, bottom: 6 };
            let frame = Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(margin);
            let panel = Panel::bottom("aenderung").exact_size(height).resizable(false).show_separator_line(false);
            panel.frame(frame).show(ui, |ui| {
                ScrollArea::vertical().id_salt("aenderung").auto_shrink([false, false]).show(ui, |ui| full(ui, change));
            });
        }
        if let Some(selected) = table(ui, cx, changes, self.change) {
            self.change = selected;
        }
    }

    fn head(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId, own: &[&Fassung], shown: Option<&Fassung>) {
        let name = cx.snapshot.data.area(area).map_or("", |area| area.name.as_str());
        let programme = cx.snapshot.programme_of(area);
        ui.horizontal_wrapped(|ui| {
            label::strong(ui, &format!("{}: {name}", words::VERSIONS));
            if let Some(shown) = shown {
                let choices: Vec<(FassungId, String)> = own.iter().map(|kept| (kept.id, version_name(kept))).collect();
                if let Some(id) = Combo::new(words::VERSIONS).compact().show(ui, Some(&shown.id), &choices) {
                    self.chosen = Some(id);
                }
            }
            let reason = locked(cx).or(programme.is_none().then_some(words::NO_PROGRAMME));
            let keep = Button::secondary(words::KEEP_VERSION).icon(icon::PUSH_PIN).compact().hint(words::KEEP_HINT);
            if keep.disabled_reason(reason).show(ui).clicked()
                && let Some(programme) = programme
            {
                self.chosen = None;
                cx.outbox.command(Command::Programme(ProgrammeCommand::KeepVersion {
                    programme: programme.id,
                    kept_on: cx.today,
                    anlass: words::KEPT_BY_HAND.to_owned(),
                    content: content(cx, programme),
                }));
            }
            if let Some(shown) = shown {
                let document = Button::secondary(words::VERSION_DOCUMENT).icon(icon::FILE_TEXT).compact();
                if document.hint(words::VERSION_DOCUMENT_HINT).show(ui).clicked() {
                    cx.open(Entry::Fassung(shown.id));
                }
                let button = Button::icon_only(icon::TRASH, words::REMOVE_VERSION).compact();
                if button.disabled_reason(locked(cx)).show(ui).clicked() {
                    cx.outbox.command(Command::Programme(ProgrammeCommand::RemoveVersion(shown.id)));
                }
            }
        });
        if own.is_empty() {
            label::small(ui, if programme.is_none() { words::NO_PROGRAMME } else { words::VERSIONS_NONE });
        }
    }
}

fn version_name(kept: &Fassung) -> String {
    let day = words::version(kept.kept_on);
    if kept.anlass.is_empty() { day } else { format!("{day}, {}", kept.anlass) }
}

fn message(ui: &mut Ui, words: &str) {
    Frame::NONE.inner_margin(Margin::symmetric(12, 4)).show(ui, |ui| label::small(ui, words));
}

/// Whether a change is longer than its row can show.
fn is_long(change: &VersionChange) -> bool {
    const IN_A_ROW: usize = 44;
    [&change.subject, &change.what, &change.before, &change.after].iter().any(|words| words.chars().count() > IN_A_ROW)
}

/// A change in full: how it read, and how it reads today.
fn full(ui: &mut Ui, change: &VersionChange) {
    let [_, _, before, after] = terms::COLUMNS;
    label::strong(ui, &terms::subject(&change.subject, &change.what));
    let width = ((ui.available_width() - 16.0) / 2.0).floor();
    ui.horizontal_top(|ui| {
        for (title, words) in [(before, &change.before), (after, &change.after)] {
            ui.vertical(|ui| {
                ui.set_width(width);
                label::hint(ui, title);
                label::small(ui, if words.is_empty() { words::NONE } else { words });
            });
        }
    });
}

fn table(ui: &mut Ui, cx: &mut PanelCx, changes: &[VersionChange], selected: usize) -> Option<usize> {
    let wide = ui.available_width() > 700.0;
    let [subject, what, before, after] = terms::COLUMNS;
    let mut columns = Vec::new();
    if wide {
        columns.push(Column::text(words::PART).fixed(132.0));
    }
    columns.push(Column::text(subject).flex(150.0));
    columns.push(Column::text(what).fixed(150.0));
    columns.push(Column::text(before).flex(120.0));
    columns.push(Column::text(after).flex(120.0));
    let table = DataTable::new("aenderungen", words::CHANGES, &columns)
        .rows(changes.len())
        .row_height(form::TWO_LINES)
        .selected(Some(selected))
        .named_by(usize::from(wide));
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(change) = changes.get(index) else { return };
        if wide {
            form::two_lines(row, part(change.part), TypeStyle::Small, false);
        }
        form::two_lines(row, &change.subject, TypeStyle::Body, false);
        match change.kind {
            ChangeKind::Added => row.badge(Tone::Info, icon::PLUS, terms::ADDED),
            ChangeKind::Removed => row.badge(Tone::Warn, icon::MINUS, terms::REMOVED),
            ChangeKind::Changed if change.what.is_empty() => row.small(terms::CHANGED),
            ChangeKind::Changed => form::two_lines(row, &change.what, TypeStyle::Small, false),
        }
        form::two_lines(row, &cell(&change.before), TypeStyle::Small, false);
        form::two_lines(row, &cell(&change.after), TypeStyle::Small, false);
    };
    if cx.triggered(UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), cx.focus.area, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    table.show(ui, describe).selected
}

fn cell(words: &str) -> String {
    if words.is_empty() { words::NONE.to_owned() } else { words.replace('\n', " ") }
}

fn part(part: ChangedPart) -> &'static str {
    match part {
        ChangedPart::Frame => terms::PART_FRAME,
        ChangedPart::Goal => terms::PART_GOAL,
        ChangedPart::Measure => terms::PART_MEASURE,
        ChangedPart::Money => terms::PART_MONEY,
        ChangedPart::Scenario => terms::PART_SCENARIO,
        ChangedPart::Text => terms::PART_TEXT,
        ChangedPart::Table => terms::PART_TABLE,
        ChangedPart::Value => terms::PART_VALUE,
    }
}

/// The versions that belong to a decision, with the area of each.
pub(super) fn of_decision<'a>(cx: &PanelCx<'a>, id: crate::domain::BeschlussId) -> Vec<(AreaId, &'a Fassung)> {
    let snapshot = cx.snapshot;
    let kept = snapshot.verfahren.fassungen.iter().filter(|kept| kept.beschluss == Some(id));
    kept.filter_map(|kept| {
        let programme = snapshot.programmes.iter().find(|programme| programme.id == kept.programme)?;
        Some((programme.area, kept))
    })
    .collect()
}

/// `Nordmarkt: Fassung vom 12.11.2026`
pub(super) fn name_of(cx: &PanelCx, area: AreaId, kept: &Fassung) -> String {
    let name = cx.snapshot.data.area(area).map_or_else(String::new, |area| area.name.clone());
    words::version_of(&name, kept.kept_on)
}

/// A day as printed, or that it is open.
pub(super) fn day(date: Option<jiff::civil::Date>) -> String {
    date.map_or_else(|| words::NONE.to_owned(), text::date)
}
