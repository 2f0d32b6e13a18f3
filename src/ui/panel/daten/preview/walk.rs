//! F8: through all that is open and all that was noticed, wherever the focus is: first what only the planner can
//! settle, then the check list, and round again.

use super::{Jump, View, questions};
use crate::ui::widget::paint;
use egui::{Align, Rect, Role, Sense, Ui, WidgetInfo};

/// Where the planner is among the open points.
#[derive(Default)]
pub(super) struct Walk {
    /// Number and words of the point that was gone to last; none while the check list is gone through.
    at: Option<(usize, String)>,
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

/// Leads the focus on where the answer to a question took the button away that it rested on.
#[derive(Default)]
pub(super) struct Follow {
    points: Vec<String>,
    /// The place of the point that was settled in the last frame, while something had the focus.
    settled: Option<usize>,
}

impl Follow {
    /// Where the focus goes: to the next open point, or to the import where nothing is open any more.
    pub(super) fn next(&mut self, ui: &Ui, view: &View<'_>) -> Option<Jump> {
        if !view.view.draft.current {
            return None;
        }
        let has_focus = ui.memory(|memory| memory.focused().is_some());
        let points = open_points(view);
        if let Some(at) = self.settled.take() {
            let last = points.len().checked_sub(1);
            return (!has_focus).then(|| last.map_or(Jump::Commit, |last| Jump::Open(at.min(last))));
        }
        if points.len() < self.points.len() && has_focus {
            self.settled = self.points.iter().zip(&points).position(|(a, b)| a != b).or(Some(points.len()));
            ui.ctx().request_repaint();
        }
        self.points = points;
        None
    }
}

/// The words of all that is open: the comparison of headings as one, then the questions.
fn open_points(view: &View<'_>) -> Vec<String> {
    let Some(draft) = view.draft else { return Vec::new() };
    let (drift, asked): (Vec<_>, Vec<_>) = draft.questions.iter().partition(|question| questions::is_drift(question));
    let drift = drift.first().map(|_| String::new());
    drift.into_iter().chain(asked.into_iter().map(crate::import::Question::text)).collect()
}

/// Lets the focus rest on an open point that was gone to: the next Tab leads to its first button.
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
