//! A paragraph being typed, and what becomes of it.

use super::super::send;
use crate::domain::{
    BindingRef, BoundValue, HandlungsprogrammId, NewPassage, Passage, PassageId, PassageOrigin, SectionKey, TextPiece,
    text_pieces,
};
use crate::programme::Resolved;
use crate::project::ProgrammeCommand;
use crate::ui::PanelCx;
use std::collections::BTreeMap;

/// What the editor belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A stored paragraph.
    Stored(PassageId),
    /// A paragraph that begins with this edit.
    New(SectionKey),
}

/// A paragraph being typed.
#[derive(Clone, Debug)]
pub(super) struct Editing {
    programme: HandlungsprogrammId,
    /// What it belongs to.
    pub(super) target: Target,
    /// The text with references in brackets.
    pub(super) text: String,
    /// Whether the text box still has to get the keyboard.
    pub(super) wants_focus: bool,
    /// Whether the text box had the keyboard in the last frame.
    pub(super) had_focus: bool,
}

impl Editing {
    /// Edits a stored paragraph.
    pub(super) fn of(programme: HandlungsprogrammId, passage: &Passage) -> Editing {
        Editing::begin(programme, Target::Stored(passage.id), passage.text.clone())
    }

    /// Begins a paragraph at the end of a section.
    pub(super) fn new_passage(programme: HandlungsprogrammId, section: SectionKey) -> Editing {
        Editing::begin(programme, Target::New(section), String::new())
    }

    fn begin(programme: HandlungsprogrammId, target: Target, text: String) -> Editing {
        Editing { programme, target, text, wants_focus: true, had_focus: false }
    }

    /// Puts a reference at a place counted in characters; returns the place behind it.
    pub(super) fn insert(&mut self, at: Option<usize>, reference: &BindingRef) -> usize {
        let characters = self.text.chars().count();
        let at = at.unwrap_or(characters).min(characters);
        let byte = self.text.char_indices().nth(at).map_or(self.text.len(), |(byte, _)| byte);
        let written = format!("[{reference}]");
        self.text.insert_str(byte, &written);
        at + written.chars().count()
    }

    /// Takes out the `/` before a place, with which the number was called; returns where it stood.
    pub(super) fn take_slash(&mut self, at: usize) -> usize {
        let before = at.saturating_sub(1);
        match self.text.char_indices().nth(before) {
            Some((byte, '/')) => {
                self.text.remove(byte);
                before
            }
            Some(_) | None => at,
        }
    }

    /// Stores the text as one step, if it says something new.
    pub(super) fn commit(self, cx: &mut PanelCx) {
        let text = self.text.trim().to_owned();
        let resolved = cx.derived.programme.value.as_deref().map(|view| &view.resolved);
        match self.target {
            Target::New(_) if text.is_empty() => {}
            Target::New(section) => {
                let basis = basis_of(&text, &[], resolved);
                let origin = PassageOrigin::Own;
                let passage = NewPassage { section, origin, text, basis, fingerprint: String::new() };
                send(cx, ProgrammeCommand::AddPassage { programme: self.programme, passage });
            }
            Target::Stored(id) => {
                let stored = cx
                    .snapshot
                    .programmes
                    .iter()
                    .flat_map(|programme| &programme.passages)
                    .find(|passage| passage.id == id);
                let Some(stored) = stored.filter(|stored| stored.text.trim() != text) else { return };
                if text.is_empty() {
                    return send(cx, ProgrammeCommand::RemovePassage(id));
                }
                let basis = basis_of(&text, &stored.basis, resolved);
                let origin = match stored.origin {
                    PassageOrigin::Generated | PassageOrigin::Edited => PassageOrigin::Edited,
                    PassageOrigin::Own => PassageOrigin::Own,
                };
                send(cx, ProgrammeCommand::EditPassage { passage: id, text, basis, origin });
            }
        }
    }
}

/// What the references in a text show: accepted values stay, new references take today's value where it is known.
pub(super) fn basis_of(
    text: &str,
    accepted: &[BoundValue],
    resolved: Option<&BTreeMap<String, Resolved>>,
) -> Vec<BoundValue> {
    let mut basis: Vec<BoundValue> = Vec::new();
    for piece in text_pieces(text) {
        let TextPiece::Bound(reference) = piece else { continue };
        let reference = reference.to_string();
        if basis.iter().any(|bound| bound.reference == reference) {
            continue;
        }
        let known = accepted.iter().find(|bound| bound.reference == reference).cloned();
        let today = || {
            let shown = resolved?.get(&reference)?.text.clone();
            Some(BoundValue { reference: reference.clone(), shown, pinned: false })
        };
        basis.extend(known.or_else(today));
    }
    basis
}

/// Words of a text without its references.
pub(super) fn word_count(text: &str) -> usize {
    text_pieces(text)
        .iter()
        .map(|piece| match piece {
            TextPiece::Words(words) => {
                words.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
            }
            TextPiece::Bound(_) | TextPiece::Unknown(_) => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values_stay_and_new_ones_take_todays() {
        let accepted = [BoundValue { reference: "rang:marten".into(), shown: "5".into(), pinned: true }];
        let today = Resolved { text: "39".into(), citation: None };
        let resolved = BTreeMap::from([("gewertet".to_owned(), today)]);
        let text = "Rang [rang:marten] von [gewertet], Spanne [spanne:marten], [quatsch]";
        let basis = basis_of(text, &accepted, Some(&resolved));
        let shown: Vec<(&str, bool)> = basis.iter().map(|bound| (bound.shown.as_str(), bound.pinned)).collect();
        assert_eq!(shown, [("5", true), ("39", false)]);
    }

    #[test]
    fn a_reference_goes_in_where_the_cursor_stands() {
        let mut editing = Editing::new_passage(HandlungsprogrammId(1), SectionKey::Bevoelkerung);
        editing.text = "Für größere Räume".to_owned();
        let after = editing.insert(Some(12), &BindingRef::Participants);
        assert_eq!(editing.text, "Für größere [gewertet]Räume");
        assert_eq!(after, 22);
    }

    #[test]
    fn the_slash_that_called_the_list_goes() {
        let mut editing = Editing::new_passage(HandlungsprogrammId(1), SectionKey::Bevoelkerung);
        editing.text = "Über / Räume".to_owned();
        let at = editing.take_slash(6);
        editing.insert(Some(at), &BindingRef::Participants);
        assert_eq!(editing.text, "Über [gewertet] Räume");
        assert_eq!(editing.take_slash(3), 3, "no slash stands there");
    }

    #[test]
    fn bound_numbers_count_as_one_word() {
        assert_eq!(word_count("In Marten leben [wert:EW:marten:2025] Menschen – viele."), 6);
    }
}
