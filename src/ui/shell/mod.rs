//! The frame around the places: top bar, rail, status bar, inspector; and the state that all places share.

mod area_picker;
mod drop;
mod inspector;
mod rail;
mod regions;
mod status_bar;
mod top_bar;
mod view_header;

pub use regions::report_region;
pub use view_header::ViewHeader;

use super::command_palette::CommandPalette;
use super::dialog::{Dialog, DialogAnswer, Failure};
use super::toasts::Toasts;
use super::widget::field;
use super::widget::style::{color32, tokens};
use super::{
    AnalysePanel, BedarfPanel, BerichtePanel, DatenPanel, Derived, EinstellungenPanel, ExportOrder, Focus, HilfePanel,
    ImportIntent, Intent, Outbox, PanelCx, ProgrammPanel, Section, ServicesIntent, StartPanel, Toast, UebersichtPanel,
    UiAction, VerfahrenPanel, VorOrtPanel, aktionsraeume,
};
use crate::domain::AreaId;
use crate::project::{Snapshot, UndoState};
use egui::{CentralPanel, Frame, Panel};
use std::collections::VecDeque;

/// What the shell is given each frame.
pub struct ShellInput<'a> {
    /// The open project.
    pub snapshot: Option<&'a Snapshot>,
    /// What was computed from it.
    pub derived: &'a Derived,
    /// Today.
    pub today: jiff::civil::Date,
    /// Whether a project is being opened.
    pub opening: bool,
}

/// The window's state: where the user is and what is selected.
#[derive(Default)]
pub struct Shell {
    /// The place in view.
    pub section: Section,
    /// The selection that all places share.
    pub focus: Focus,
    /// Whether the rail is narrow by choice.
    pub narrow_rail: bool,
    /// Whether a step was refused since the last frame.
    refused: bool,
    /// Whether a project was opened since the last frame.
    opened: bool,
    /// The dialog in front.
    dialog: Option<Dialog>,
    /// Failures that have not been seen yet: each is said, one after the other.
    failures: VecDeque<Failure>,
    toasts: Toasts,
    palette: Option<CommandPalette>,
    panels: Panels,
    regions: regions::Regions,
    /// Actions whose keys were pressed while a field was being typed into: they wait until it has handed over its text.
    waiting: Vec<UiAction>,
}

#[derive(Default)]
struct Panels {
    start: StartPanel,
    uebersicht: UebersichtPanel,
    daten: DatenPanel,
    analyse: AnalysePanel,
    bedarf: BedarfPanel,
    vor_ort: VorOrtPanel,
    programm: ProgrammPanel,
    verfahren: VerfahrenPanel,
    berichte: BerichtePanel,
    einstellungen: EinstellungenPanel,
    hilfe: HilfePanel,
}

/// Below this width the rail is narrow and the top bar short.
const COMPACT_BELOW: f32 = 1200.0;

impl Shell {
    /// What the place Bedarf needs computed; none while another place is in view.
    pub fn bedarf_needs(&self) -> Option<super::BedarfNeeds> {
        (self.section == Section::Bedarf).then(|| self.panels.bedarf.needs())
    }

    /// The page that the place Berichte looks at; none while another place is in view.
    pub fn page_needs(&self) -> Option<super::PageNeeds> {
        if self.section == Section::Berichte { self.panels.berichte.page_needs() } else { None }
    }

    /// What Strg+E (or, for all areas, Strg+Umschalt+E) writes in the place Berichte: what its buttons would. None in
    /// every other place.
    pub fn chosen_export(&self, snapshot: &Snapshot, whole: bool) -> Option<Result<ExportOrder, &'static str>> {
        let area = self.focus.area;
        (self.section == Section::Berichte).then(|| self.panels.berichte.chosen(snapshot, area, whole))
    }

    /// A window whose rail is narrow by choice, or not.
    pub fn with_rail(narrow_rail: bool) -> Shell {
        Shell { narrow_rail, ..Shell::default() }
    }

    /// Draws the window and returns what the user wants.
    pub fn show(&mut self, ui: &mut egui::Ui, input: &ShellInput) -> (Vec<Intent>, Option<DialogAnswer>) {
        let mut outbox = Outbox::default();
        if std::mem::take(&mut self.refused) {
            super::selection::forget_awaited(ui);
        }
        if std::mem::take(&mut self.opened) {
            field::forget_drafts(ui.ctx());
        }
        field::leave_on_press(ui.ctx());
        let actions = self.actions(ui.ctx());
        let undo = self.undo_in_view(input);
        self.answer_keys(&actions, input.snapshot, &undo, &mut outbox);
        let left = drop::take(ui.ctx(), input.snapshot, self.section, &mut outbox);
        left.into_iter().for_each(|notice| self.toasts.push(notice));
        match input.snapshot {
            Some(snapshot) => self.show_project(ui, snapshot, input, (&actions, &undo), &mut outbox),
            None => self.show_start(ui, input, &mut outbox),
        }
        self.toasts.show(ui.ctx(), &mut outbox);
        let answer = self.dialog.as_mut().and_then(|dialog| dialog.show(ui.ctx()));
        if answer.is_some() {
            self.dialog = self.failures.pop_front().map(Dialog::Failure);
            ui.ctx().request_repaint();
        }
        (outbox.take(), answer)
    }

    /// Brings a dialog to the front. A failure waits until the dialog that is there is answered; any other dialog goes
    /// before a failure that is there, which comes back afterwards.
    pub fn ask(&mut self, dialog: Dialog) {
        match (dialog, self.dialog.take()) {
            (Dialog::Failure(failure), Some(front)) => {
                self.dialog = Some(front);
                self.failures.push_back(failure);
            }
            (dialog, front) => {
                if let Some(Dialog::Failure(seen)) = front {
                    self.failures.push_front(seen);
                }
                self.dialog = Some(dialog);
            }
        }
    }

    /// The dialog in front.
    pub fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// Says something in the corner.
    pub fn toast(&mut self, toast: Toast) {
        self.toasts.push(toast);
    }

    /// Says in the corner what a step does that was just asked for.
    pub fn toast_ahead(&mut self, toast: Toast) {
        self.toasts.push_ahead(toast);
    }

    /// A step was refused: what was said of it is taken back, and no new entry is awaited.
    pub fn step_refused(&mut self) {
        self.refused = true;
        self.toasts.step_refused();
        self.panels.vor_ort.step_refused();
        self.panels.programm.step_refused();
        self.panels.verfahren.step_refused();
    }

    /// A project was opened: nothing that was typed into another one counts.
    pub fn project_opened(&mut self) {
        self.opened = true;
    }

    /// The project has changed: notices no longer offer to take back what is not the last step any more.
    pub fn step_taken_back(&mut self) {
        self.toasts.step_taken_back();
    }

    /// The project is another one than before.
    pub fn project_changed(&mut self) {
        self.toasts.project_changed();
        self.focus.explanation = None;
    }

    /// Moves the keyboard to the next region of the window, or to the one before.
    pub fn step_region(&mut self, ctx: &egui::Context, backwards: bool) {
        self.regions.step(ctx, backwards);
    }

    /// Opens or closes search and commands.
    pub fn toggle_palette(&mut self) {
        self.palette = if self.palette.is_some() { None } else { Some(CommandPalette::default()) };
    }

    /// Moves the current area by a number of places in the order of the Aktionsräume.
    pub fn step_area(&mut self, snapshot: &Snapshot, by: isize) {
        let areas = aktionsraeume(snapshot);
        if areas.is_empty() {
            return;
        }
        let count = areas.len() as isize;
        let at = areas.iter().position(|area| Some(*area) == self.focus.area).map_or(0, |at| at as isize + by);
        self.focus.area = areas.get(at.rem_euclid(count) as usize).copied();
    }

    /// Makes sure that an area is selected that exists.
    pub fn settle_focus(&mut self, snapshot: &Snapshot) {
        let known = self.focus.area.is_some_and(|area| snapshot.data.area(area).is_some());
        if !known {
            self.focus.area = preferred_area(snapshot);
        }
        self.focus.selection.retain(|area| snapshot.data.area(*area).is_some());
    }

    /// The actions to be answered in this frame. A field that is being typed into gives up the focus first, so that
    /// what was typed is stored before anything else happens.
    fn actions(&mut self, ctx: &egui::Context) -> Vec<UiAction> {
        if self.dialog.is_some() {
            self.waiting.clear();
            return Vec::new();
        }
        let pressed = super::pressed(ctx);
        let mut actions = std::mem::take(&mut self.waiting);
        let typing_in = ctx.memory(egui::Memory::focused).filter(|_| ctx.text_edit_focused());
        match typing_in {
            Some(field) if pressed.iter().any(|action| leaves_field(*action)) && self.palette.is_none() => {
                ctx.memory_mut(|memory| memory.surrender_focus(field));
                ctx.request_repaint();
                self.waiting = pressed;
            }
            Some(_) | None => actions.extend(pressed),
        }
        actions
    }

    /// The steps that undo and redo are about: those in the preview of an import while it is in view, else the project's.
    fn undo_in_view(&self, input: &ShellInput) -> UndoState {
        match (&input.derived.import, input.snapshot) {
            (Some(import), _) if self.section == Section::Daten => import.undo.clone(),
            (_, Some(snapshot)) => snapshot.undo.clone(),
            (_, None) => UndoState::default(),
        }
    }

    fn answer_keys(
        &mut self,
        actions: &[UiAction],
        snapshot: Option<&Snapshot>,
        undo: &UndoState,
        outbox: &mut Outbox,
    ) {
        for action in actions {
            if action.disabled_reason(snapshot, undo).is_none() {
                outbox.action(*action);
            }
        }
    }

    fn show_start(&mut self, ui: &mut egui::Ui, input: &ShellInput, outbox: &mut Outbox) {
        status_bar::show_without_project(ui, input.opening);
        CentralPanel::default()
            .frame(Frame::NONE.fill(color32(tokens(ui).surface)))
            .show(ui, |ui| self.panels.start.show(ui, input.derived, outbox));
    }

    fn show_project(
        &mut self,
        ui: &mut egui::Ui,
        snapshot: &Snapshot,
        input: &ShellInput,
        (actions, undo): (&[UiAction], &UndoState),
        outbox: &mut Outbox,
    ) {
        let compact = ui.available_width() < COMPACT_BELOW;
        let tokens = tokens(ui);
        let focus = self.focus.clone();
        let mut cx = PanelCx {
            snapshot,
            derived: input.derived,
            focus: &focus,
            outbox,
            tokens,
            today: input.today,
            actions,
            undo,
        };
        take_pasted(ui, &mut cx, self.section);
        drop::show_hovering(ui, snapshot, self.section);
        let whole = ui.available_rect_before_wrap();
        top_bar::show(ui, &mut cx, compact);
        let below_bar = ui.available_rect_before_wrap();
        status_bar::show(ui, &mut cx, self.section);
        rail::show(ui, &mut cx, self.section, self.narrow_rail || compact);
        let beside_rail = ui.available_rect_before_wrap();
        // The preview of an import needs the room, and what it shows is not stored yet.
        let in_preview = self.section == Section::Daten && input.derived.import.is_some();
        if self.focus.inspector_open && !in_preview {
            inspector::show(ui, &mut cx);
        }
        let content = ui.available_rect_before_wrap();
        let head = content.with_max_y(content.top() + view_header::HEIGHT);
        CentralPanel::default()
            .frame(Frame::NONE.fill(color32(tokens.surface)))
            .show(ui, |ui| self.panels.show(ui, self.section, &mut cx));
        let before = [
            whole.with_max_y(below_bar.top()),
            below_bar.with_max_x(beside_rail.left()).with_max_y(beside_rail.bottom()),
        ];
        let panes = regions::take_reported(ui.ctx());
        let after = [
            content.with_min_y(head.bottom()),
            beside_rail.with_min_x(content.right()),
            below_bar.with_min_y(beside_rail.bottom()),
        ];
        self.regions.set(before.into_iter().chain([head]).chain(panes).chain(after));
        self.focus.wanted = None;
        if let Some(palette) = &mut self.palette {
            let stays = palette.show(ui.ctx(), &mut cx);
            if !stays {
                self.palette = None;
            }
        }
    }
}

/// A copied table that is pasted while no field is being typed into opens the preview, wherever the planner is.
fn take_pasted(ui: &egui::Ui, cx: &mut PanelCx, section: Section) {
    if ui.ctx().text_edit_focused() || !cx.writable() {
        return;
    }
    let pasted = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Paste(text) if text.contains(['\t', '\n']) => Some(text.clone()),
            _ => None,
        })
    });
    if let Some(text) = pasted {
        cx.outbox.push(match section {
            Section::VorOrt => Intent::Services(ServicesIntent::Pasted(text)),
            Section::Uebersicht
            | Section::Daten
            | Section::Analyse
            | Section::Bedarf
            | Section::Handlungsprogramm
            | Section::Verfahren
            | Section::Berichte
            | Section::Einstellungen
            | Section::Hilfe => Intent::Import(ImportIntent::Pasted(text)),
        });
    }
}

/// Whether an action must see what has been typed, or takes the field out of view.
fn leaves_field(action: UiAction) -> bool {
    !matches!(
        action,
        UiAction::Inspector
            | UiAction::NextRegion
            | UiAction::PreviousRegion
            | UiAction::CycleTheme
            | UiAction::ZoomIn
            | UiAction::ZoomOut
            | UiAction::ZoomReset
    )
}

/// The area to begin with: the one whose undecided programme has most measures, else the first.
fn preferred_area(snapshot: &Snapshot) -> Option<AreaId> {
    let areas = aktionsraeume(snapshot);
    let drafts = snapshot.programmes.iter().filter(|programme| {
        programme.state != crate::domain::ProgrammeState::Beschlossen && areas.contains(&programme.area)
    });
    let furthest = drafts.max_by_key(|programme| programme.massnahmen.len()).map(|programme| programme.area);
    furthest.or_else(|| areas.first().copied())
}

impl Panels {
    fn show(&mut self, ui: &mut egui::Ui, section: Section, cx: &mut PanelCx) {
        match section {
            Section::Uebersicht => self.uebersicht.show(ui, cx),
            Section::Daten => self.daten.show(ui, cx),
            Section::Analyse => self.analyse.show(ui, cx),
            Section::Bedarf => self.bedarf.show(ui, cx),
            Section::VorOrt => self.vor_ort.show(ui, cx),
            Section::Handlungsprogramm => self.programm.show(ui, cx),
            Section::Verfahren => self.verfahren.show(ui, cx),
            Section::Berichte => self.berichte.show(ui, cx),
            Section::Einstellungen => self.einstellungen.show(ui, cx),
            Section::Hilfe => self.hilfe.show(ui, cx),
        }
    }
}

/// A bar of fixed height across the window.
fn bar(id: &'static str, top: bool, height: f32, fill: egui::Color32) -> Panel {
    let panel = if top { Panel::top(id) } else { Panel::bottom(id) };
    panel
        .exact_size(height)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::NONE.fill(fill).inner_margin(egui::Margin::symmetric(12, 0)))
}
