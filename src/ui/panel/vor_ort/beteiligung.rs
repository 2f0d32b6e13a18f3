//! Participation: statements, events with their results, and the board of strengths and weaknesses.

use super::aussagen::Aussagen;
use super::swot::Board;
use super::veranstaltungen::Veranstaltungen;
use super::{selection, toolbar};
use crate::domain::{AreaId, AussageId, Swot, VeranstaltungId};
use crate::text::panel::beteiligung as words;
use crate::ui::PanelCx;
use crate::ui::widget::choice::segment;
use egui::{Align, Layout, Ui};

/// What is in view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    Aussagen,
    Veranstaltungen,
    Board,
}

const VIEWS: [(View, &str); 3] =
    [(View::Aussagen, words::STATEMENTS), (View::Veranstaltungen, words::EVENTS), (View::Board, words::BOARD)];

/// State of the tab.
#[derive(Default)]
pub(super) struct Beteiligung {
    view: View,
    aussagen: Aussagen,
    veranstaltungen: Veranstaltungen,
    board: Board,
}

impl Beteiligung {
    /// Adds what the view shows.
    pub(super) fn add(&mut self, cx: &mut PanelCx, area: AreaId) {
        match self.view {
            View::Aussagen => self.aussagen.add(cx, area),
            View::Veranstaltungen => self.veranstaltungen.add(cx, area),
            View::Board => self.board.add(cx, area, Swot::Staerke),
        }
    }

    /// The words of the primary button.
    pub(super) fn adds(&self) -> &'static str {
        match self.view {
            View::Aussagen => words::ADD_STATEMENT,
            View::Veranstaltungen => words::ADD_EVENT,
            View::Board => words::ADD_ASSESSMENT,
        }
    }

    /// Shows a statement in the list with its form.
    pub(super) fn open_statement(&mut self, id: AussageId) {
        self.view = View::Aussagen;
        self.aussagen.open(id);
    }

    /// Shows a statement and goes on in its field for the source.
    pub(super) fn open_source(&mut self, id: AussageId) {
        self.view = View::Aussagen;
        self.aussagen.open_source(id);
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.aussagen.step_refused();
        self.veranstaltungen.step_refused();
        self.board.step_refused();
    }

    /// Shows an event with its results.
    pub(super) fn open_event(&mut self, id: VeranstaltungId) {
        self.view = View::Veranstaltungen;
        self.veranstaltungen.open(id);
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        toolbar(ui, cx, "beteiligung-ansicht", |ui, _| {
            if let Some(view) = segment(ui, self.view, &VIEWS) {
                selection::release_focus(ui);
                self.view = view;
            }
            if self.view == View::Aussagen {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.aussagen.tools(ui));
            }
        });
        match self.view {
            View::Aussagen => self.aussagen.show(ui, cx, area),
            View::Veranstaltungen => self.veranstaltungen.show(ui, cx, area),
            View::Board => {
                if self.board.show(ui, cx, area) {
                    self.view = View::Aussagen;
                }
            }
        }
    }
}
