//! The place Bedarf: the ranking with its certainty, the choice of the first places, and the method beside them.

mod choice;
mod compare;
mod decide;
mod difference;
mod figures;
mod influence;
mod method;
mod pane;
mod ranking;
mod recipe;
mod sensitivity;
mod settings;
mod simple_table;
mod themes;
mod variants;
mod weights;

use self::decide::Decision;
use self::influence::Influence;
use self::method::MethodView;
use self::pane::Pane;
use crate::analysis::{IndexRun, Ranking, SpecError};
use crate::chart::Figure;
use crate::domain::AreaId;
use crate::project::{Command, RecipeCommand};
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::sensitivity as sensitivity_words;
use crate::text::{Explain, Message};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::notice::notice;
use crate::ui::widget::progress::progress;
use crate::ui::widget::{icon, text as label};
use crate::ui::{
    BedarfIntent, BedarfNeeds, Inspected, Intent, PanelCx, Section, Toast, ToastKind, UiAction, ViewHeader, picture,
    section_label,
};
use egui::{Frame, Margin, Ui};

/// Below this width the method pane is not docked beside the table.
const DOCK_FROM: f32 = 900.0;
/// Below this width the head does without words that can be missed.
const WORDS_FROM: f32 = 1240.0;
/// Opacity of a result that is being computed anew.
const STALE: f32 = 0.55;

/// State of the place: selection and text being typed.
#[derive(Default)]
pub struct BedarfPanel {
    tab: usize,
    pane: Pane,
    pane_in_front: bool,
    decision: Option<Decision>,
    method: MethodView,
    influence: Influence,
    /// Since when a ranking is being computed, on the window's clock.
    computing_since: Option<f64>,
    shown_area: Option<AreaId>,
    /// Whether the data of this revision give any recipe, looked up once per revision.
    rankable: Option<(u64, bool)>,
}

/// Tabs in their order.
const RANKING: usize = 0;
const CHOICE: usize = 1;
const VARIANTS: usize = 2;
const INFLUENCE: usize = 3;
/// Work that takes less time is not announced.
const ANNOUNCED_FROM: f64 = 0.5;

impl BedarfPanel {
    /// What is to be computed for what is in view.
    pub fn needs(&self) -> BedarfNeeds {
        BedarfNeeds {
            preview: self.pane.preview(),
            membership: self.tab == CHOICE,
            variants: self.tab == VARIANTS,
            sensitivity: self.tab == INFLUENCE,
            draws: self.tab == INFLUENCE,
        }
    }

    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let docked = ui.available_width() >= DOCK_FROM;
        let copy = self.header(ui, cx, docked) || cx.triggered(UiAction::CopyTable);
        let Some(recipe) = cx.snapshot.recipe() else {
            self.without_recipe(ui, cx);
            return;
        };
        if self.decision.as_mut().is_some_and(|decision| decision.show(ui, cx)) {
            self.decision = None;
        }
        let derived = cx.derived;
        let failed = derived.ranking_error();
        let without_values = matches!(failed, Some(SpecError::NoValues(_))) && !self.can_rank(cx);
        let pane = !without_values && (failed.is_some() || (self.tab <= INFLUENCE && (docked || self.pane_in_front)));
        if pane {
            self.pane.show(ui, cx, recipe);
        }
        match derived.ranking.value.as_deref() {
            None => waiting(ui, cx),
            Some(Err(_)) if without_values => no_values(ui, cx),
            Some(Err(error)) => self.refused(ui, cx, &error.named(&cx.snapshot.data).message()),
            Some(Ok(ranking)) => self.result(ui, cx, ranking, copy),
        }
    }

    /// The head; returns whether the table is to be copied.
    fn header(&mut self, ui: &mut Ui, cx: &mut PanelCx, docked: bool) -> bool {
        let ranking = cx.derived.ranking();
        let places = cx.snapshot.recipe().map_or(13, |recipe| recipe.spec.uncertainty.top_places);
        let choice = words::tab_choice(places);
        let tabs =
            [words::TAB_RANKING, choice.as_str(), words::TAB_VARIANTS, words::TAB_SENSITIVITY, words::TAB_METHOD];
        let roomy = ui.available_width() >= WORDS_FROM;
        let subtitle = ranking.filter(|_| roomy).map(|ranking| subtitle(cx, &ranking.run)).unwrap_or_default();
        let (pane, decision, tab) = (&mut self.pane_in_front, &mut self.decision, self.tab);
        let mut copy = false;
        let header = ViewHeader::new(section_label(Section::Bedarf)).subtitle(&subtitle).tabs(&tabs, &mut self.tab);
        header.show(ui, cx, |ui, cx| {
            if Button::primary(words::DECIDE).icon(icon::CHECK).disabled_reason(no_decision(cx)).show(ui).clicked()
                && let Some(ranking) = cx.derived.ranking()
            {
                *decision = Some(Decision::about(cx, ranking));
            }
            if ranking.is_some() {
                let button = if roomy {
                    Button::ghost(words::COPY_TABLE).icon(icon::COPY)
                } else {
                    Button::icon_only(icon::COPY, words::COPY_TABLE)
                };
                copy = button.show(ui).clicked();
                let figures: &[&str] = match tab {
                    RANKING => &[words::RANKING_FIGURE],
                    INFLUENCE => &[sensitivity_words::DECISIONS],
                    _ => &[],
                };
                picture::buttons(ui, cx, figures, |cx, _| figure(cx, tab));
            }
            let toggle = Button::icon_only(icon::SLIDERS_HORIZONTAL, words::SHOW_PANE).selected(*pane);
            if !docked && tab <= INFLUENCE && toggle.show(ui).clicked() {
                *pane = !*pane;
            }
        });
        copy
    }

    fn result(&mut self, ui: &mut Ui, cx: &mut PanelCx, ranking: &Ranking, copy: bool) {
        let live = match cx.derived.bedarf.live.value.as_deref() {
            Some(Ok(live)) => Some(live),
            Some(Err(_)) | None => None,
        };
        let sure = if live.is_some() { cx.derived.bedarf.live.current } else { cx.derived.ranking.current };
        self.announce(ui, cx, sure, live.is_some());
        if !sure && live.is_none() {
            ui.multiply_opacity(STALE);
        }
        let ranking = live.unwrap_or(ranking);
        let moved = self.shown_area != cx.focus.area;
        self.shown_area = cx.focus.area;
        match self.tab {
            RANKING => ranking::show(ui, cx, ranking, copy, moved, sure || live.is_none()),
            CHOICE => choice::show(ui, cx, ranking, copy, moved),
            VARIANTS => {
                if let Some(recipe) = cx.snapshot.recipe() {
                    compare::show(ui, cx, recipe, copy, moved);
                }
            }
            INFLUENCE => self.influence.show(ui, cx, &ranking.run, copy),
            _ => self.method.show(ui, cx, ranking, copy),
        }
        let unexplained = cx.triggered(UiAction::Inspector) && !cx.focus.inspector_open;
        if let Some(area) = cx.focus.area.filter(|area| unexplained && ranking.run.row_of(*area).is_some()) {
            cx.outbox.push(Intent::Inspect(Inspected::Rank(area)));
        }
    }

    /// Work that takes longer says how far it is; what is quick only greys the spans, so that nothing jumps.
    fn announce(&mut self, ui: &mut Ui, cx: &mut PanelCx, sure: bool, live: bool) {
        let now = ui.input(|input| input.time);
        if sure {
            self.computing_since = None;
            return;
        }
        let since = *self.computing_since.get_or_insert(now);
        if !live || now - since > ANNOUNCED_FROM {
            computing(ui, cx);
        }
    }

    fn without_recipe(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        self.pane.choose_awaited(cx);
        let snapshot = cx.snapshot;
        if snapshot.data.dataset.is_empty() {
            no_values(ui, cx);
        } else if let Some(first) = snapshot.recipes.first() {
            let empty = EmptyState::new(words::NO_RANKING, words::NO_CURRENT_RECIPE);
            if empty.primary(icon::CHECK, &first.spec.name).show(ui).is_some() {
                cx.outbox.command(Command::Recipe(RecipeCommand::SetCurrent(first.id)));
            }
        } else if !snapshot.data.indicators.iter().any(|card| snapshot.data.can_count(card)) {
            let empty = EmptyState::new(words::NO_RANKING, words::NO_DIRECTION);
            if empty.primary(icon::TABLE, words::OPEN_INDICATORS).show(ui).is_some() {
                cx.outbox.go_to(Section::Daten);
            }
        } else if !self.can_rank(cx) {
            no_values(ui, cx);
        } else {
            let empty = EmptyState::new(words::NO_RANKING, words::NO_RECIPE);
            if empty.primary(icon::SCALES, words::ADD_RECOMMENDED).show(ui).is_some() {
                self.add_recommended(cx);
            }
        }
    }

    /// Why the recipe was refused, beside the controls that mend it; or another one that fits the values there are.
    fn refused(&mut self, ui: &mut Ui, cx: &mut PanelCx, message: &Message) {
        Frame::NONE.inner_margin(Margin::same(16)).show(ui, |ui| {
            ui.set_max_width(560.0);
            let parts = [&message.happened, &message.meaning, &message.action];
            let sentence: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            notice(ui, Tone::Err, &sentence.join("\n"), None);
            if !self.can_rank(cx) {
                return;
            }
            ui.add_space(10.0);
            label::small(ui, words::RECOMMENDED_INSTEAD);
            ui.add_space(6.0);
            let button = Button::secondary(words::ADD_RECOMMENDED).icon(icon::SCALES);
            let reason = (!cx.writable()).then_some(words::READ_ONLY);
            if button.disabled_reason(reason).show(ui).clicked() && reason.is_none() {
                self.add_recommended(cx);
            }
        });
    }

    /// Whether there are values that a recipe could rank.
    fn can_rank(&mut self, cx: &PanelCx) -> bool {
        let revision = cx.snapshot.data.revision;
        match self.rankable {
            Some((known, can)) if known == revision => can,
            Some(_) | None => {
                let can = crate::analysis::can_rank(&cx.snapshot.data);
                self.rankable = Some((revision, can));
                can
            }
        }
    }

    /// Looking up the presets takes as long as reading the values once: done on the click, not in every frame.
    fn add_recommended(&mut self, cx: &mut PanelCx) {
        match crate::analysis::presets(&cx.snapshot.data).into_iter().next() {
            Some(spec) => self.pane.add_and_choose(cx, spec),
            None => cx.outbox.push(Intent::Toast(Toast {
                kind: ToastKind::Info,
                title: words::NOTHING_TO_RECOMMEND.to_owned(),
                detail: words::NOTHING_TO_RECOMMEND_WHY.to_owned(),
                reveal: None,
                offers_undo: false,
            })),
        }
    }
}

/// What is in view as a picture.
fn figure(cx: &PanelCx, tab: usize) -> Option<Figure> {
    if tab == RANKING {
        return cx.derived.ranking().map(|ranking| figures::ranking(cx, ranking));
    }
    let found = cx.derived.bedarf.sensitivity.value.as_deref()?.as_ref().ok()?;
    Some(figures::decisions(cx, found))
}

/// `Index 2025, 19 Sozialräume`
fn subtitle(cx: &PanelCx, run: &IndexRun) -> String {
    let period = cx.snapshot.data.period(run.period).map_or("", |period| period.label.as_str());
    words::subtitle(period, run.areas.len(), run.spec.areas.level)
}

fn no_decision(cx: &PanelCx) -> Option<&'static str> {
    if !cx.writable() {
        Some(words::READ_ONLY)
    } else if cx.derived.ranking().is_none() {
        Some(words::DECIDE_NEEDS_RANKING)
    } else if !cx.derived.ranking.current {
        Some(words::DECIDE_WAITS)
    } else {
        None
    }
}

/// Makes an area the current one; an open explanation of a rank follows it.
fn select(cx: &mut PanelCx, area: AreaId) {
    cx.outbox.push(Intent::SelectArea(area));
    if cx.focus.inspector_open && matches!(cx.focus.inspected, Some(Inspected::Rank(_))) {
        cx.outbox.push(Intent::Inspect(Inspected::Rank(area)));
    }
}

/// A strip above the result that says how far the next one is.
fn computing(ui: &mut Ui, cx: &mut PanelCx) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 6));
    egui::Panel::top("bedarf_computing").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ranking_under_way(ui, cx, words::RANKING_STOPPED);
    });
}

/// How far the work for a tab is, with a way to stop it; or that it was stopped, with a way to go on.
fn running(ui: &mut Ui, cx: &mut PanelCx, state: Option<(u64, u64)>, words: &str) {
    Frame::NONE.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_max_width(420.0);
        if state.is_none() && cx.derived.bedarf.stopped {
            stopped(ui, cx, sensitivity_words::STOPPED);
        } else if progress(ui, words, share_of(state), true) {
            cx.outbox.push(Intent::Bedarf(BedarfIntent::Stop));
        }
    });
}

/// What became of work that was stopped, and a way to begin it anew.
fn stopped(ui: &mut Ui, cx: &mut PanelCx, words: &str) {
    ui.horizontal(|ui| {
        label::body(ui, words);
        if Button::secondary(sensitivity_words::AGAIN).compact().show(ui).clicked() {
            cx.outbox.push(Intent::Bedarf(BedarfIntent::Again));
        }
    });
}

fn waiting(ui: &mut Ui, cx: &mut PanelCx) {
    Frame::NONE.inner_margin(Margin::same(24)).show(ui, |ui| {
        ui.set_max_width(420.0);
        ranking_under_way(ui, cx, sensitivity_words::STOPPED);
    });
}

/// How far the ranking is, with a way to stop it; or that it was stopped.
fn ranking_under_way(ui: &mut Ui, cx: &mut PanelCx, when_stopped: &str) {
    let state = cx.derived.ranking.progress;
    if state.is_none() && cx.derived.bedarf.stopped {
        return stopped(ui, cx, when_stopped);
    }
    let sentence = match state {
        Some((done, total)) if total > 0 => words::draw_of(done, total),
        Some(_) | None => words::COMPUTING.to_owned(),
    };
    if progress(ui, &sentence, share_of(state), state.is_some()) {
        cx.outbox.push(Intent::Bedarf(BedarfIntent::Stop));
    }
}

/// Share of the work that is done; 0 before it has begun.
#[expect(clippy::cast_precision_loss, reason = "a share on the screen")]
fn share_of(state: Option<(u64, u64)>) -> f32 {
    let (done, total) = state.unwrap_or((0, 0));
    if total > 0 { done as f32 / total as f32 } else { 0.0 }
}

fn no_values(ui: &mut Ui, cx: &mut PanelCx) {
    let empty = EmptyState::new(words::NO_RANKING, words::NO_VALUES).primary(icon::TABLE, words::IMPORT);
    if empty.show(ui).is_some() {
        cx.outbox.action(UiAction::ImportTable);
    }
}

/// Decimals that tell index values apart: two around 1, one where they go to 100.
fn index_decimals(index: &[f64]) -> u8 {
    if index.iter().any(|value| value.abs() >= 20.0) { 1 } else { 2 }
}
