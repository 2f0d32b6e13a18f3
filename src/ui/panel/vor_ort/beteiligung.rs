//! Participation: statements, events with their results, and the board of strengths and weaknesses.

use super::aussagen::Aussagen;
use super::swot::Board;
use super::veranstaltungen::Veranstaltungen;
use super::{Head, selection, toolbar};
use crate::domain::{AreaId, Swot};
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

    /// The primary button, how many entries there are, and what they are called.
    pub(super) fn head(&self, cx: &PanelCx, area: AreaId) -> Head {
        let site = &cx.snapshot.vor_ort;
        let statements = site.aussagen.iter().filter(|aussage| aussage.area == area);
        match self.view {
            View::Aussagen => (words::ADD_STATEMENT, statements.count(), words::STATEMENTS),
            View::Veranstaltungen => {
                let own = site.veranstaltungen.iter().filter(|event| event.area == area);
                (words::ADD_EVENT, own.count(), words::EVENTS)
            }
            View::Board => {
                let own = statements.filter(|aussage| aussage.swot.is_some());
                (words::ADD_ASSESSMENT, own.count(), words::ASSESSMENTS)
            }
        }
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
