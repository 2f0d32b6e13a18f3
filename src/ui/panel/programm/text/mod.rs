//! The text: outline, page and check side by side.

mod editing;
mod outline;
mod page;
mod passage;
mod stale;
mod strip;
mod toolbar;

use super::{Jump, Plan, info, points, send};
use crate::domain::{NewPassage, PassageId, SectionKey};
use crate::programme::Check;
use crate::project::ProgrammeCommand;
use crate::text::panel::programm as words;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::button::Button;
use crate::ui::widget::check_item::settled;
use crate::ui::widget::choice::segment;
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::text as label;
use crate::ui::{PanelCx, UiAction};
use editing::Editing;
use egui::{
    Align, CentralPanel, Frame, Id, Key, KeyboardShortcut, Layout, Margin, Modifiers, Panel, Rect, ScrollArea, Ui, vec2,
};

/// Above this width outline, page and check stand side by side.
const THREE_PANES: f32 = 1020.0;
const CHECK_WIDTH: f32 = 304.0;
const HEAD: f32 = 36.0;
const NEXT_STALE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F8);
const PREVIOUS_STALE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::F8);

/// What the left pane shows where there is no room for both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Outline,
    Checks,
}

/// Which points the check shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Scope {
    #[default]
    Section,
    Whole,
}

/// State of the text: where the planner is and what is being typed.
#[derive(Default)]
pub(super) struct TextPart {
    section: Option<SectionKey>,
    active: Option<PassageId>,
    /// The chip whose strip is open: its passage and reference.
    strip: Option<(PassageId, String)>,
    editing: Option<Editing>,
    /// Asks for a new paragraph at the end of the section.
    begin: bool,
    /// Where the toolbar stood: going there does not end an edit.
    toolbar: Option<Rect>,
    /// What is to come into view: it stands until it was drawn.
    wanted: Option<Wanted>,
    /// The insert list was called by a `/` before the cursor, which the number takes the place of.
    by_slash: bool,
    side: Side,
    scope: Scope,
}

/// What is to come into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Passage(PassageId),
    Assessment,
}

impl TextPart {
    /// Goes to a section.
    pub(super) fn select(&mut self, section: SectionKey) {
        if self.section != Some(section) {
            self.section = Some(section);
            self.active = None;
            self.strip = None;
        }
    }

    /// Goes to a paragraph.
    pub(super) fn select_passage(&mut self, section: SectionKey, passage: PassageId) {
        self.select(section);
        self.active = Some(passage);
        self.wanted = Some(Wanted::Passage(passage));
    }

    /// Goes to the field of the planner's assessment.
    pub(super) fn select_assessment(&mut self) {
        self.select(SectionKey::Begruendung);
        self.wanted = Some(Wanted::Assessment);
    }

    /// Begins a paragraph at the end of the section in view.
    pub(super) fn begin_passage(&mut self) {
        self.begin = true;
    }

    /// Stores what is being typed.
    pub(super) fn commit(&mut self, cx: &mut PanelCx) {
        if let Some(editing) = self.editing.take() {
            editing.commit(cx);
        }
    }

    fn section(&self) -> SectionKey {
        self.section.unwrap_or(SectionKey::Abgrenzung)
    }

    /// Shows the three panes.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) -> Option<Jump> {
        if cx.actions.iter().any(|action| leaves(*action)) {
            self.commit(cx);
        }
        if std::mem::take(&mut self.begin) && plan.locked.is_none() {
            self.commit(cx);
            self.editing = Some(Editing::new_passage(plan.programme.id, self.section()));
        }
        self.walk(ui, cx, plan);
        let wide = ui.available_width() >= THREE_PANES;
        let mut jump = None;
        if wide {
            let width = if ui.available_width() >= 1400.0 { 268.0 } else { 236.0 };
            pane(ui, cx, "programm-outline", true, width, |ui, cx| self.outline(ui, cx, plan, true));
            pane(ui, cx, "programm-checks", false, CHECK_WIDTH, |ui, cx| jump = self.checks(ui, cx, plan, true));
        } else {
            pane(ui, cx, "programm-side", true, 240.0, |ui, cx| {
                let choices = [(Side::Outline, words::OUTLINE), (Side::Checks, words::CHECKS)];
                head(ui, |ui| self.side = segment(ui, self.side, &choices).unwrap_or(self.side));
                match self.side {
                    Side::Outline => self.outline(ui, cx, plan, false),
                    Side::Checks => jump = self.checks(ui, cx, plan, false),
                }
            });
        }
        CentralPanel::default().frame(Frame::NONE.fill(color32(cx.tokens.sunken))).show(ui, |ui| {
            let top = ui.max_rect();
            self.toolbar = Some(Rect::from_min_size(top.min, vec2(top.width(), HEAD)));
            toolbar::show(ui, cx, plan, self);
            jump = jump.or(page::show(ui, cx, plan, self));
        });
        jump
    }

    fn outline(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, with_head: bool) {
        let states = outline::states(plan);
        let done = states.values().filter(|state| **state == outline::SectionState::Done).count();
        if with_head {
            head(ui, |ui| {
                label::h3(ui, words::OUTLINE);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.label(rich(words::ready(done, states.len()), TypeStyle::Small, cx.tokens.text2));
                });
            });
        }
        let foot = 34.0;
        let height = (ui.available_height() - foot).max(60.0);
        let current = self.section();
        let chosen = ScrollArea::vertical()
            .id_salt("outline")
            .max_height(height)
            .auto_shrink([false, false])
            .show(ui, |ui| outline::show(ui, cx, &states, current))
            .inner;
        foot_line(ui, cx, |ui| {
            let (bound, stale) = page::bound_values(plan);
            ui.label(rich(words::bound_values(bound, stale), TypeStyle::Small, cx.tokens.text2));
        });
        if let Some(section) = chosen {
            self.commit(cx);
            self.select(section);
        }
    }

    fn checks(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, with_head: bool) -> Option<Jump> {
        let choices = [(Scope::Section, words::THIS_SECTION), (Scope::Whole, words::WHOLE)];
        head(ui, |ui| {
            if with_head {
                label::h3(ui, words::CHECKS);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                self.scope = segment(ui, self.scope, &choices).unwrap_or(self.scope);
            });
        });
        let Some(view) = plan.view else {
            Frame::new().inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| label::small(ui, words::CHECKING));
            return None;
        };
        let section = self.section();
        let (scope, nothing) = match self.scope {
            Scope::Section => (Some(section), words::NOTHING_TO_CHECK_HERE),
            Scope::Whole => (None, words::NOTHING_TO_CHECK),
        };
        let checks: Vec<&Check> =
            view.checks.iter().filter(|check| scope.is_none() || check.section == scope).collect();
        if checks.is_empty() {
            ui.add_space(space::M);
            settled(ui, nothing);
            return None;
        }
        let shown = ScrollArea::vertical().id_salt("checks").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            self.accept_all(ui, cx, plan, scope);
            points::show(ui, cx, checks.iter().copied(), false)
        });
        shown.inner
    }

    /// F8 goes through the stale values, Umschalt+F8 back.
    fn walk(&mut self, ui: &Ui, cx: &mut PanelCx, plan: Plan) {
        let pressed = |keys| ui.input_mut(|input| input.consume_shortcut(&keys));
        let back = pressed(PREVIOUS_STALE);
        if !back && !pressed(NEXT_STALE) {
            return;
        }
        let stale = stale::values(plan, None);
        if stale.is_empty() {
            return info(cx, words::NO_STALE_VALUE, words::NO_STALE_VALUE_WHY);
        }
        let at = self.strip.as_ref().and_then(|(passage, reference)| {
            stale.iter().position(|value| value.passage.id == *passage && value.reference == *reference)
        });
        let next = match (at, back) {
            (Some(at), false) => (at + 1) % stale.len(),
            (Some(at), true) => (at + stale.len() - 1) % stale.len(),
            (None, false) => 0,
            (None, true) => stale.len() - 1,
        };
        self.commit(cx);
        if let Some(value) = stale.get(next) {
            self.select_passage(value.passage.section, value.passage.id);
            self.strip = Some((value.passage.id, value.reference.clone()));
        }
    }

    /// How many values are stale, and the way to take all of them over at once.
    fn accept_all(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, section: Option<SectionKey>) {
        let stale = stale::values(plan, section);
        if stale.is_empty() {
            return;
        }
        Frame::new().inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
            ui.horizontal(|ui| {
                label::small(ui, &words::stale_values(stale.len()));
                let button = Button::link(words::TAKE_ALL).disabled_reason(plan.locked);
                if button.show(ui).clicked() {
                    self.commit(cx);
                    self.strip = None;
                    let passages = stale::accepted(plan, &stale);
                    send(cx, ProgrammeCommand::SetBases { programme: plan.programme.id, passages });
                }
            });
        });
        label::rule(ui);
    }
}

/// Actions that lead away from the text being typed.
fn leaves(action: UiAction) -> bool {
    matches!(
        action,
        UiAction::GoTo(_)
            | UiAction::NextArea
            | UiAction::PreviousArea
            | UiAction::ExportProgramme
            | UiAction::ExportAll
            | UiAction::Backup
    )
}

/// A side pane with its line towards the middle.
fn pane(
    ui: &mut Ui,
    cx: &mut PanelCx,
    id: &'static str,
    left: bool,
    width: f32,
    show: impl FnOnce(&mut Ui, &mut PanelCx),
) {
    let panel = if left { Panel::left(id) } else { Panel::right(id) };
    let tokens = cx.tokens;
    panel
        .exact_size(width)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::NONE.fill(color32(tokens.sunken)))
        .show(ui, |ui| {
            let rect = ui.max_rect();
            let x = if left { rect.right() - 0.5 } else { rect.left() + 0.5 };
            ui.painter().vline(x, rect.y_range(), line(stroke::LINE, tokens.line));
            ui.spacing_mut().item_spacing.y = 0.0;
            show(ui, cx);
        });
}

/// The head of a pane, 36 high, with the line below.
fn head(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    let tokens = crate::ui::widget::style::tokens(ui);
    let size = vec2(ui.available_width(), HEAD);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line));
    let inner = Rect::from_min_max(rect.min + vec2(space::L, 0.0), rect.max - vec2(space::L, 1.0));
    let builder = egui::UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center));
    show(&mut ui.new_child(builder));
}

fn foot_line(ui: &mut Ui, cx: &PanelCx, show: impl FnOnce(&mut Ui)) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.line));
    let inner = rect.shrink2(vec2(space::L, 1.0));
    let builder = egui::UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center));
    show(&mut ui.new_child(builder));
}

/// The sections that would be drafted: those that have no text yet.
fn open_drafts<'a>(plan: Plan<'a>) -> impl Iterator<Item = (SectionKey, &'a Vec<NewPassage>)> {
    let has_text = move |section| plan.programme.passages.iter().any(|passage| passage.section == section);
    plan.view
        .into_iter()
        .flat_map(|view| &view.drafts)
        .map(|(section, drafts)| (*section, drafts))
        .filter(move |(section, drafts)| !drafts.is_empty() && !has_text(*section))
}

/// Why there is nothing to draft.
pub(super) fn draft_all_reason(plan: Plan<'_>) -> Option<&str> {
    plan.locked.or_else(|| open_drafts(plan).next().is_none().then_some(words::NOTHING_TO_DRAFT))
}

/// Takes over the drafts of all sections without text.
pub(super) fn draft_all(cx: &mut PanelCx, plan: Plan) {
    let (sections, passages): (Vec<SectionKey>, Vec<Vec<NewPassage>>) =
        open_drafts(plan).map(|(section, drafts)| (section, drafts.clone())).unzip();
    let passages = passages.into_iter().flatten().collect();
    send(cx, ProgrammeCommand::Draft { programme: plan.programme.id, sections, passages });
}

/// Draws one section up anew.
fn draft(cx: &mut PanelCx, plan: Plan, section: SectionKey) {
    let passages = plan.view.and_then(|view| view.drafts.get(&section)).cloned().unwrap_or_default();
    send(cx, ProgrammeCommand::Draft { programme: plan.programme.id, sections: vec![section], passages });
}

/// The id of the text box of the open editor.
fn editor_id() -> Id {
    Id::unique("programm-editor")
}
