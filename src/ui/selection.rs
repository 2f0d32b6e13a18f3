//! Which entry of a list is selected; a new one as soon as it is there.

use egui::{Id, Ui};
use std::fmt::Debug;
use std::hash::Hash;

/// The selection of a list.
pub(in crate::ui) struct Selection<Id> {
    selected: Option<Id>,
    /// The list as it was last: what is removed from it leaves the selection to its neighbour.
    before: Vec<Id>,
    /// Greatest identity before the new entry.
    awaited: Option<Option<Id>>,
}

impl<Id> Default for Selection<Id> {
    fn default() -> Self {
        Selection { selected: None, before: Vec::new(), awaited: None }
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

    /// The entry that was asked for does not come.
    pub(in crate::ui) fn forget_new(&mut self) {
        self.awaited = None;
    }

    /// Selects an entry.
    pub(in crate::ui) fn select(&mut self, id: Option<Id>) {
        self.selected = id;
    }

    /// What is selected among these entries: the neighbour of one that was removed, else the first one where the
    /// selection is gone.
    pub(in crate::ui) fn settle(&mut self, ids: &[Id]) -> Selected {
        let newest = ids.iter().copied().max();
        let is_new = self.awaited.is_some_and(|before| newest > before);
        if is_new {
            self.awaited = None;
            self.selected = newest;
        }
        let before = std::mem::replace(&mut self.before, ids.to_vec());
        let at = self.selected.and_then(|id| ids.iter().position(|other| *other == id));
        let at = at.or_else(|| self.neighbour(&before, ids)).or_else(|| (!ids.is_empty()).then_some(0));
        Selected { at, is_new }
    }

    /// What stands where the selected entry stood, if it was just removed; it is selected then.
    fn neighbour(&mut self, before: &[Id], ids: &[Id]) -> Option<usize> {
        let gone = self.selected?;
        let place = before.iter().position(|id| *id == gone)?;
        let only_this = before.iter().filter(|id| **id != gone).eq(ids);
        let at = only_this.then(|| place.min(ids.len().saturating_sub(1)))?;
        self.selected = ids.get(at).copied();
        (!ids.is_empty()).then_some(at)
    }
}

/// The place of a list at which an entry is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Awaited(usize);

/// Asks that the entry at a place of a list takes the focus as soon as it is there.
pub(in crate::ui) fn await_entry(ui: &Ui, list: impl Hash + Debug, at: usize) {
    ui.data_mut(|data| data.insert_temp(Id::unique(("neuer-eintrag", list)), Awaited(at)));
}

/// Whether the entry at a place of a list is the one that was asked for; said once.
pub(in crate::ui) fn is_awaited(ui: &Ui, list: impl Hash + Debug, at: usize) -> bool {
    let id = Id::unique(("neuer-eintrag", list));
    let found = ui.data(|data| data.get_temp::<Awaited>(id)) == Some(Awaited(at));
    if found {
        ui.data_mut(|data| data.remove::<Awaited>(id));
    }
    found
}

/// No entry of any list is awaited any more: the step that was to bring it was refused.
pub(in crate::ui) fn forget_awaited(ui: &Ui) {
    ui.data_mut(|data| data.remove_by_type::<Awaited>());
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
    fn after_a_refusal_an_entry_that_comes_later_is_not_taken_for_the_one_asked_for() {
        let mut selection = Selection::default();
        selection.select(Some(1));
        selection.await_new([1, 2].into_iter());
        selection.forget_new();
        let later = selection.settle(&[1, 2, 3]);
        assert_eq!((later.at, later.is_new), (Some(0), false));
        selection.await_new([1, 2, 3].into_iter());
        let next = selection.settle(&[1, 2, 3, 4]);
        assert_eq!((next.at, next.is_new), (Some(3), true));
    }

    #[test]
    fn the_neighbour_is_selected_where_an_entry_was_removed() {
        let mut selection = Selection::default();
        assert_eq!(selection.settle(&[1, 2, 3]).at, Some(0), "the first one before anything was chosen");
        selection.select(Some(2));
        assert_eq!(selection.settle(&[1, 2, 3]).at, Some(1));
        assert_eq!(selection.settle(&[1, 3]).at, Some(1), "what stood behind it");
        assert_eq!(selection.settle(&[1]).at, Some(0));
        assert_eq!(selection.settle(&[7, 8]).at, Some(0), "another list begins at its first entry");
        assert_eq!(selection.settle(&[]).at, None);
    }
}
