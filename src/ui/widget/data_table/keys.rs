//! A table by keyboard: one stop of the Tab key, rows and columns by arrows, copying.

use super::{DataTable, Row, TableResponse};
use egui::accesskit::Role;
use egui::{Context, Event, EventFilter, Id, Key, Rect, Response, Sense, Ui, WidgetInfo};

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
        let label = &cell.and_then(|(column, row)| self.cell_name(column, row, describe)).unwrap_or(self.name.clone());
        focus.widget_info(|| WidgetInfo::labeled(Role::Grid, true, label));
        if focus.has_focus() {
            let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
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
        let (pressed, copied, with_head) = ui.input(|input| {
            let pressed: Vec<Key> = input
                .events
                .iter()
                .filter_map(|event| match event {
                    Event::Key { key, pressed: true, .. } => Some(*key),
                    _ => None,
                })
                .collect();
            let copied = input.events.iter().any(|event| matches!(event, Event::Copy));
            (pressed, copied, input.modifiers.shift)
        });
        if copied {
            let text = match at {
                Some(row) if !with_head => self.row_text(row, describe),
                _ => self.tab_separated(describe),
            };
            ui.ctx().copy_text(text);
        }
        if pressed.contains(&Key::Enter) {
            response.activated = at;
        }
        if pressed.contains(&Key::Space) {
            response.toggled = at;
        }
        if let Some(column) = self.cursor {
            let last = self.columns.len().saturating_sub(1);
            response.column = pressed.iter().find_map(|key| match key {
                Key::ArrowRight => Some((column + 1).min(last)),
                Key::ArrowLeft => Some(column.saturating_sub(1)),
                _ => None,
            });
        }
        let target = pressed.into_iter().find_map(step)?;
        response.selected = Some(target);
        Some(target)
    }
}
