//! The place Übersicht: where do the Aktionsräume stand, what is next.

mod lines;
mod map;
mod steps;
mod table;

use crate::analysis::SpecError;
use crate::domain::{AreaId, ProgrammeState};
use crate::project::{Command, ProgrammeCommand};
use crate::text::Explain as _;
use crate::text::panel::uebersicht as words;
use crate::ui::widget::button::Button;
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, Section, UiAction, ViewHeader, aktionsraeume, section_label};
use egui::{CentralPanel, Frame, Panel, Ui};
use lines::Lines;

/// Years of a programme that is begun here: the coming year and the two after it. They can be changed in the programme.
const YEARS: i16 = 3;

/// State of the place; what is selected is shared with all places.
#[derive(Default)]
pub struct UebersichtPanel {
    map: map::MapCache,
}

impl UebersichtPanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let lines = Lines::of(cx);
        head(ui, cx, &lines);
        if cx.triggered(UiAction::CopyTable) {
            cx.outbox.push(Intent::Copy(table::copied(cx, &lines)));
        }
        if cx.derived.ranking().is_none() && cx.snapshot.programmes.is_empty() {
            return no_ranking(ui, cx);
        }
        let width = (ui.available_width() * 0.552).clamp(560.0, 860.0).floor();
        Panel::right("uebersicht-liste")
            .exact_size(width)
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::NONE)
            .show(ui, |ui| list(ui, cx, &lines));
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if cx.derived.ranking().is_some() {
                self.map.show(ui, cx);
            } else {
                no_ranking(ui, cx);
            }
        });
    }
}

fn head(ui: &mut Ui, cx: &mut PanelCx, lines: &Lines) {
    let decided = |area: &AreaId| {
        cx.snapshot.programme_of(*area).is_some_and(|programme| programme.state == ProgrammeState::Beschlossen)
    };
    let areas = aktionsraeume(cx.snapshot);
    let subtitle = words::decided(areas.iter().filter(|area| decided(area)).count(), areas.len());
    ViewHeader::new(section_label(Section::Uebersicht)).subtitle(&subtitle).show(ui, cx, |ui, cx| {
        programme_button(ui, cx);
        if Button::ghost(words::COPY).icon(icon::COPY).show(ui).clicked() {
            cx.outbox.push(Intent::Copy(table::copied(cx, lines)));
        }
    });
}

fn programme_button(ui: &mut Ui, cx: &mut PanelCx) {
    let begun = cx.area().map(|area| cx.snapshot.programme_of(area.id).is_some());
    let label = match (cx.area(), begun) {
        (Some(area), Some(true)) => words::continue_programme(&area.name),
        (Some(area), _) => words::begin_programme(&area.name),
        (None, _) => words::CONTINUE_NOTHING.to_owned(),
    };
    let reason = match begun {
        None => Some(words::CHOOSE_AREA),
        Some(false) if !cx.writable() => Some(words::READ_ONLY),
        Some(_) => None,
    };
    // Without a ranking the empty state holds the one primary button.
    let primary = cx.derived.ranking().is_some() || !cx.snapshot.programmes.is_empty();
    let button = if primary { Button::primary(&label) } else { Button::secondary(&label) };
    let clicked = button.icon(icon::NOTE_PENCIL).disabled_reason(reason).show(ui).clicked();
    if let (true, None, Some(area)) = (clicked, reason, cx.focus.area) {
        if begun == Some(false) {
            let first_year = cx.today.year() + 1;
            let last_year = first_year + YEARS - 1;
            cx.outbox.command(Command::Programme(ProgrammeCommand::Create { area, first_year, last_year }));
        }
        cx.outbox.go_to(Section::Handlungsprogramm);
    }
}

/// Table, what its marks mean, and what is next.
fn list(ui: &mut Ui, cx: &mut PanelCx, lines: &Lines) {
    let rect = ui.max_rect();
    let edge = crate::ui::widget::style::line(crate::theme::stroke::LINE, cx.tokens.line);
    ui.painter().vline(rect.left() + 0.5, rect.y_range(), edge);
    let steps = steps::steps(cx, lines);
    let left_over = rect.height() - table::height(ui, lines) - table::FOOT;
    let height = left_over.max(steps::height(&steps).min(rect.height() * 0.3)).floor();
    Panel::bottom("uebersicht-schritte")
        .exact_size(height)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::NONE)
        .show(ui, |ui| steps::show(ui, cx, &steps));
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| table::show(ui, cx, lines));
}

/// Why there is no ranking, and the way to one.
fn no_ranking(ui: &mut Ui, cx: &mut PanelCx) {
    let waiting = cx.derived.ranking.value.is_none() && cx.snapshot.recipe().is_some();
    if waiting {
        ui.centered_and_justified(|ui| label::small(ui, words::COMPUTING));
        return;
    }
    let lacks_values = match cx.derived.ranking_error() {
        None | Some(SpecError::NoValues(_) | SpecError::TooFewAreas(_) | SpecError::NoIndicators) => true,
        Some(_) => false,
    };
    let data = &cx.snapshot.data;
    if lacks_values && data.indicators.iter().any(|card| data.can_count(card)) {
        let why = if cx.snapshot.recipe().is_some() { words::EMPTY_OTHER_RECIPE } else { words::EMPTY_NO_RECIPE };
        let empty = EmptyState::new(words::EMPTY_TITLE, why)
            .primary(icon::RANKING, words::EMPTY_TO_BEDARF)
            .secondary(icon::UPLOAD_SIMPLE, words::EMPTY_READ);
        match empty.show(ui) {
            Some(EmptyChoice::Primary) => cx.outbox.go_to(Section::Bedarf),
            Some(EmptyChoice::Secondary) => cx.outbox.action(UiAction::ImportTable),
            None => {}
        }
        return;
    }
    if lacks_values {
        let empty = EmptyState::new(words::EMPTY_TITLE, words::EMPTY_SENTENCE)
            .primary(icon::UPLOAD_SIMPLE, words::EMPTY_READ)
            .secondary(icon::FLASK, words::EMPTY_SAMPLE)
            .hint(words::EMPTY_HINT);
        match empty.show(ui) {
            Some(EmptyChoice::Primary) => cx.outbox.action(UiAction::ImportTable),
            Some(EmptyChoice::Secondary) => cx.outbox.action(UiAction::OpenSample),
            None => {}
        }
        return;
    }
    let message = cx.derived.ranking_error().map(SpecError::message);
    let sentence = message.map_or_else(String::new, |message| format!("{} {}", message.happened, message.action));
    let empty = EmptyState::new(words::EMPTY_TITLE, &sentence).primary(icon::RANKING, words::EMPTY_METHOD);
    if empty.show(ui) == Some(EmptyChoice::Primary) {
        cx.outbox.go_to(Section::Bedarf);
    }
}

/// Makes an area the current one, and explains its rank where the inspector is open.
fn select(cx: &mut PanelCx, area: AreaId) {
    if cx.focus.area != Some(area) {
        cx.outbox.push(Intent::SelectArea(area));
    }
    if cx.focus.inspector_open {
        cx.outbox.push(Intent::Inspect(crate::ui::Inspected::Rank(area)));
    }
}
