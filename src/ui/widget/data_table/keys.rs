//! A table by keyboard: one stop of the Tab key, rows and columns by arrows, heads above the first row, names by their
//! first letters, copying.

use super::{DataTable, Row, TableResponse};
use crate::text::panel::widget as words;
use egui::accesskit::Role;
use egui::{Context, Event, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Ui, WidgetInfo};

/// Seconds after which typed letters begin anew.
const PAUSE: f64 = 1.0;
/// Most rows that typed letters are looked for in.
const MOST_SEARCHED: usize = 20_000;

/// Keys of a frame as far as they concern a table.
struct Pressed {
    keys: Vec<(Key, Modifiers)>,
    typed: String,
    copied: bool,
    shift: bool,
    time: f64,
}

/// Gives the keyboard to the list in view, e.g. after an entry was removed: the button that did it is another one's now.
pub(in crate::ui) fn focus_list(ctx: &Context) {
    if let Some(focused) = ctx.memory(egui::Memory::focused) {
        ctx.memory_mut(|memory| memory.surrender_focus(focused));
    }
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(wanted(), pass));
}

fn wanted() -> Id {
    Id::unique("liste-will-fokus")
}

impl DataTable<'_> {
    /// The whole table is one stop of the Tab key.
    pub(super) fn focus(&self, ui: &mut Ui, area: Rect, describe: &mut dyn FnMut(usize, &mut Row<'_>)) -> Response {
        let focus = ui.interact(area, self.id.with("focus"), Sense::focusable_noninteractive());
        let asked: Option<u64> = ui.data(|data| data.get_temp(wanted()));
        if asked.is_some() && self.selected.is_some() {
            ui.data_mut(|data| data.remove::<u64>(wanted()));
            // Asked long ago, the list was none that could take it.
            if asked.is_some_and(|pass| pass + 2 > ui.ctx().cumulative_pass_nr()) {
                focus.request_focus();
            }
        }
        let cell = self.cursor.zip(self.selected).filter(|_| focus.has_focus());
        let heard = match self.head_cursor(ui).and_then(|column| self.columns.get(column)) {
            Some(head) if focus.has_focus() => Some(words::sortable_head(&head.head_text(), head.sort.map(sorted))),
            Some(_) | None => cell.and_then(|(column, row)| self.cell_name(column, row, describe)),
        };
        let label = &heard.unwrap_or(self.name.clone());
        focus.widget_info(|| WidgetInfo::labeled(Role::Grid, true, label));
        if focus.has_focus() {
            let arrows =
                EventFilter { vertical_arrows: true, horizontal_arrows: true, escape: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, arrows));
        }
        focus
    }

    /// Reads keys; returns the row that has to come into view.
    pub(super) fn keyboard(
        &self,
        ui: &Ui,
        focus: &Response,
        response: &mut TableResponse,
        describe: &mut dyn FnMut(usize, &mut Row<'_>),
    ) -> Option<usize> {
        if !focus.has_focus() || self.rows == 0 {
            return None;
        }
        let pressed = read(ui);
        if self.in_heads(ui, &pressed, response) {
            return None;
        }
        let last = self.rows - 1;
        let at = self.selected;
        let page = 10;
        let step = |key: Key| match key {
            Key::ArrowDown => Some(at.map_or(0, |row| (row + 1).min(last))),
            Key::ArrowUp => Some(at.map_or(last, |row| row.saturating_sub(1))),
            Key::PageDown => Some(at.map_or(0, |row| (row + page).min(last))),
            Key::PageUp => Some(at.map_or(0, |row| row.saturating_sub(page))),
            Key::Home => Some(0),
            Key::End => Some(last),
            _ => None,
        };
        if pressed.copied {
            let text = match at {
                Some(row) if !pressed.shift => self.row_text(row, describe),
                _ => self.tab_separated(describe),
            };
            ui.ctx().copy_text(text);
        }
        let has = |key: Key| pressed.keys.iter().any(|(pressed, _)| *pressed == key);
        if has(Key::Enter) {
            response.activated = at;
        }
        if has(Key::Space) {
            response.toggled = at;
        }
        response.all = pressed.keys.iter().any(|(key, modifiers)| *key == Key::A && modifiers.command);
        if let Some(column) = self.cursor {
            let last = self.columns.len().saturating_sub(1);
            response.column = pressed.keys.iter().find_map(|(key, _)| match key {
                Key::ArrowRight => Some((column + 1).min(last)),
                Key::ArrowLeft => Some(column.saturating_sub(1)),
                _ => None,
            });
        }
        let moved = pressed.keys.iter().find_map(|(key, _)| step(*key));
        if pressed.shift {
            response.extended = at.zip(moved);
        }
        let target = moved.or_else(|| self.found_by_letters(ui, &pressed, describe))?;
        response.selected = Some(target);
        Some(target)
    }

    /// The head that the keyboard is at, above the first row.
    pub(super) fn head_cursor(&self, ui: &Ui) -> Option<usize> {
        ui.data(|data| data.get_temp::<Option<usize>>(self.heads())).flatten()
    }

    fn heads(&self) -> Id {
        self.id.with("head")
    }

    /// ↑ in the first row, or Strg+↑ from any, leads into the heads: ←/→ from one to the next, Enter sorts, ↓ leads back.
    fn in_heads(&self, ui: &Ui, pressed: &Pressed, response: &mut TableResponse) -> bool {
        let sortable: Vec<usize> = (0..self.columns.len()).filter(|at| self.columns[*at].sortable).collect();
        let now = self.head_cursor(ui).and_then(|column| sortable.iter().position(|at| *at == column));
        let mut next = now;
        for (key, modifiers) in &pressed.keys {
            let leads_up = self.selected == Some(0) || modifiers.command;
            next = match (next, key) {
                (None, Key::ArrowUp) if leads_up && !sortable.is_empty() => {
                    let own = self.cursor.and_then(|column| sortable.iter().position(|at| *at == column));
                    Some(own.unwrap_or(0))
                }
                (Some(at), Key::ArrowRight) => Some((at + 1).min(sortable.len() - 1)),
                (Some(at), Key::ArrowLeft) => Some(at.saturating_sub(1)),
                (Some(at), Key::Enter | Key::Space) => {
                    response.sort = Some(sortable[at]);
                    Some(at)
                }
                (Some(_), Key::ArrowDown | Key::Escape | Key::Tab) => None,
                (other, _) => other,
            };
        }
        let column = next.map(|at| sortable[at]);
        ui.data_mut(|data| data.insert_temp(self.heads(), column));
        now.is_some() || next.is_some()
    }

    /// The next row whose name begins with the letters that were typed one after the other.
    fn found_by_letters(
        &self,
        ui: &Ui,
        pressed: &Pressed,
        describe: &mut dyn FnMut(usize, &mut Row<'_>),
    ) -> Option<usize> {
        let id = self.id.with("letters");
        let (before, since) = ui.data(|data| data.get_temp::<(String, f64)>(id)).unwrap_or_default();
        let before = if pressed.time - since < PAUSE { before } else { String::new() };
        let typed = if before.is_empty() { pressed.typed.trim_start() } else { &pressed.typed };
        if typed.is_empty() {
            return None;
        }
        let letters = before + &typed.to_lowercase();
        // The first letter leads on from the present row, further ones may stay with it.
        let from = self.selected.map_or(0, |row| row + usize::from(letters.chars().count() == 1));
        let mut begins = |row: usize| {
            let mut cells = Row::collecting(false);
            describe(row, &mut cells);
            cells.cells.get(self.name_column).is_some_and(|name| name.to_lowercase().starts_with(&letters))
        };
        let rows = (from..self.rows).chain(0..from.min(self.rows)).take(MOST_SEARCHED);
        let found = rows.into_iter().find(|row| begins(*row));
        ui.data_mut(|data| data.insert_temp(id, (letters, pressed.time)));
        found
    }
}

fn sorted(sort: super::Sort) -> bool {
    sort == super::Sort::Ascending
}

fn read(ui: &Ui) -> Pressed {
    ui.input(|input| {
        let keys = input.events.iter().filter_map(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
            _ => None,
        });
        let typed = input.events.iter().filter_map(|event| match event {
            Event::Text(text) => Some(text.as_str()),
            _ => None,
        });
        Pressed {
            keys: keys.collect(),
            typed: typed.collect(),
            copied: input.events.iter().any(|event| matches!(event, Event::Copy)),
            shift: input.modifiers.shift,
            time: input.time,
        }
    })
}
