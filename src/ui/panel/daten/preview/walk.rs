//! F8: through all that is open and all that was noticed, wherever the focus is: first what only the planner can
//! settle, then the check list, and round again.

use super::{View, questions};
use crate::import::{ImportDraft, Question};
use crate::ui::widget::paint;
use egui::{Align, Id, Rect, Role, Sense, Ui, WidgetInfo};

/// The words of the comparison of headings among the open points.
pub(super) const DRIFT: &str = "";

/// Where the planner is among the open points.
#[derive(Default)]
pub(super) struct Walk {
    /// Number and words of the point that was gone to last; none while the check list is gone through.
    at: Option<(usize, String)>,
    /// What has the focus inside a question, with number and words of that.
    focused: Option<(Id, usize, String)>,
}

impl Walk {
    /// The next open point, or none where it is the turn of the check list. `at_end` says whether the list is at its last
    /// entry in this direction, or has none, or was never begun.
    pub(super) fn step(&mut self, view: &View<'_>, forward: bool, at_end: bool) -> Option<usize> {
        let points = open_points(view);
        let next = match &self.at {
            // A point that was settled has made room for the one behind it; behind the last one, those before are left.
            Some((at, words)) if forward => match points.get(*at) {
                Some(open) => at + usize::from(open == words),
                None if *at == 0 => points.len(),
                None => 0,
            },
            Some((at, _)) => at.checked_sub(1).unwrap_or(points.len()),
            None if !at_end => points.len(),
            None if forward => 0,
            None => points.len().saturating_sub(1),
        };
        self.at = points.get(next).map(|words| (next, words.clone()));
        self.at.as_ref().map(|(at, _)| *at)
    }
}

impl Walk {
    /// Notes that the focus lies on an open point with these words, if it does.
    pub(super) fn note_focus(&mut self, ui: &Ui, rect: Rect, at: usize, words: &str) {
        if let Some(id) = focus_in(ui, rect) {
            self.focused = Some((id, at, words.to_owned()));
        }
    }

    /// Where the focus goes on after the question that had it was answered and has gone: nobody is to be sent back to the
    /// beginning of the window.
    pub(super) fn after_answer(&mut self, ui: &Ui, view: &View<'_>) -> Option<GoOn> {
        let focused = ui.memory(egui::Memory::focused);
        self.focused.take_if(|(id, ..)| focused.is_some_and(|focused| focused != *id));
        let (_, at, words) = self.focused.as_ref().filter(|_| view.view.draft.current)?;
        let points = open_points(view);
        let go_on = match points.len() {
            _ if points.contains(words) => return None,
            0 => GoOn::Commit,
            all => GoOn::Open((*at).min(all - 1)),
        };
        self.focused = None;
        Some(go_on)
    }
}

/// What has the focus after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GoOn {
    /// The open point with this number.
    Open(usize),
    /// The button that imports.
    Commit,
}

/// How many points hold the import up: the comparison of headings is one, however many it names.
pub(super) fn blocking_points(draft: &ImportDraft) -> usize {
    let blocking = draft.questions.iter().filter(|question| question.blocking);
    let (drift, asked): (Vec<_>, Vec<_>) = blocking.partition(|question| questions::is_drift(question));
    asked.len() + usize::from(!drift.is_empty())
}

/// The words of all that is open: the comparison of headings as one, then the questions.
fn open_points(view: &View<'_>) -> Vec<String> {
    let Some(draft) = view.draft else { return Vec::new() };
    let (drift, asked): (Vec<_>, Vec<_>) = draft.questions.iter().partition(|question| questions::is_drift(question));
    let drift = drift.first().map(|_| DRIFT.to_owned());
    drift.into_iter().chain(asked.into_iter().map(Question::text)).collect()
}

/// What has the focus, if it lies in a part of the pane.
pub(super) fn focus_in(ui: &Ui, rect: Rect) -> Option<Id> {
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    focused.filter(|focused| rect.contains_rect(focused.rect)).map(|focused| focused.id)
}

/// Lets the focus rest on an open point or an entry of the check list that was gone to: the next Tab leads to its first button.
pub(super) fn anchor(ui: &Ui, rect: Rect, words: &str, wanted: bool) {
    let id = ui.scope_id().with("open point");
    if !wanted && !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    if wanted {
        response.request_focus();
        response.scroll_to_me(Some(Align::Center));
    }
    paint::focus_ring(ui, &response, rect.expand(3.0));
}
