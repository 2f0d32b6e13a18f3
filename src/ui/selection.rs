//! Which entry of a list is selected; a new one as soon as it is there.

use egui::{Id, Ui};
use std::fmt::Debug;
use std::hash::Hash;

/// The selection of a list.
pub(in crate::ui) struct Selection<Id> {
    selected: Option<Id>,
    /// Where it stood last: what is removed leaves the selection to its neighbour.
    place: usize,
    /// Greatest identity before the new entry.
    awaited: Option<Option<Id>>,
}

impl<Id> Default for Selection<Id> {
    fn default() -> Self {
        Selection { selected: None, place: 0, awaited: None }
    }
}

/// What is selected now.
pub(in crate::ui) struct Selected {
    /// Its place in the list.
    pub at: Option<usize>,
    /// Whether it was just created.
    pub is_new: bool,
}

impl<Id: Copy + Ord> Selection<Id> {
    /// Selects the entry that is about to be created.
    pub(in crate::ui) fn await_new(&mut self, known: impl Iterator<Item = Id>) {
        self.awaited = Some(known.max());
    }

    /// Selects an entry.
    pub(in crate::ui) fn select(&mut self, id: Option<Id>) {
        self.selected = id;
    }

    /// What is selected among these entries; the neighbour where the selection is gone.
    pub(in crate::ui) fn settle(&mut self, ids: &[Id]) -> Selected {
        let newest = ids.iter().copied().max();
        let is_new = self.awaited.is_some_and(|before| newest > before);
        if is_new {
            self.awaited = None;
            self.selected = newest;
        }
        let at = self.selected.and_then(|id| ids.iter().position(|other| *other == id));
        let at = at.or_else(|| {
            ids.len().checked_sub(1).map(|last| if self.selected.is_some() { self.place.min(last) } else { 0 })
        });
        if let Some(at) = at {
            self.place = at;
            self.selected = self.selected.and(ids.get(at).copied());
        }
        Selected { at, is_new }
    }
}

/// Asks that the entry at a place of a list takes the focus as soon as it is there.
pub(in crate::ui) fn await_entry(ui: &Ui, list: impl Hash + Debug, at: usize) {
    ui.data_mut(|data| data.insert_temp(Id::unique(("neuer-eintrag", list)), at));
}

/// Whether the entry at a place of a list is the one that was asked for; said once.
pub(in crate::ui) fn is_awaited(ui: &Ui, list: impl Hash + Debug, at: usize) -> bool {
    let id = Id::unique(("neuer-eintrag", list));
    let found = ui.data(|data| data.get_temp::<usize>(id)) == Some(at);
    if found {
        ui.data_mut(|data| data.remove::<usize>(id));
    }
    found
}

/// What is being typed is stored before something else comes into view.
pub(in crate::ui) fn release_focus(ui: &Ui) {
    ui.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_neighbour_is_selected_where_an_entry_was_removed() {
        let mut selection = Selection::default();
        assert_eq!(selection.settle(&[1, 2, 3]).at, Some(0), "the first one before anything was chosen");
        selection.select(Some(2));
        assert_eq!(selection.settle(&[1, 2, 3]).at, Some(1));
        assert_eq!(selection.settle(&[1, 3]).at, Some(1), "what stood behind it");
        assert_eq!(selection.settle(&[1]).at, Some(0));
        assert_eq!(selection.settle(&[]).at, None);
    }
}
