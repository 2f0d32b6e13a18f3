//! The check list: what was noticed, one after the other (F8), narrowed by gravity; and the values that would change.

use super::{View, recognised, walk};
use crate::domain::{CellRef, Status};
use crate::import::{ImportDraft, Issue, IssueKind, Severity};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::{TypeStyle, control, radius, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, text as label};
use crate::ui::{ImportIntent, Intent, PanelCx};
use egui::{Align, CornerRadius, Frame, Label, Layout, Margin, ScrollArea, Ui, vec2};

/// Height of a line of the list, and how many are in view.
const LINE: f32 = 24.0;
const LINES: f32 = 7.0;
const CHANGES: f32 = 9.0;

/// Which issues are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Filter {
    #[default]
    Matters,
    All,
    Only(Severity),
}

impl Filter {
    fn takes(self, issue: &Issue) -> bool {
        match self {
            Filter::Matters => issue.severity != Severity::Info,
            Filter::All => true,
            Filter::Only(severity) => issue.severity == severity,
        }
    }
}

/// Which issue is in view.
#[derive(Default)]
pub(super) struct Cells {
    at: usize,
    /// The first issue has been gone to: the next step leads past it.
    begun: bool,
    filter: Filter,
    /// The list is to show the issue in view.
    jump: bool,
}

impl Cells {
    /// Whether no issue follows in this direction: the list was never begun, is empty or at its last entry.
    pub(super) fn is_at_end(&self, view: &View<'_>, forward: bool) -> bool {
        let listed = |draft: &ImportDraft| draft.issues.iter().filter(|issue| self.filter.takes(issue)).count();
        let all = view.draft.map_or(0, listed);
        !self.begun || all == 0 || if forward { self.at + 1 >= all } else { self.at == 0 }
    }

    /// Begins anew with the next step.
    pub(super) fn restart(&mut self) {
        (self.at, self.begun) = (0, false);
    }

    /// Goes to the next or previous issue; gives its cell.
    pub(super) fn step(&mut self, view: &View<'_>, forward: bool) -> Option<CellRef> {
        let listed: Vec<&Issue> = view.draft?.issues.iter().filter(|issue| self.filter.takes(issue)).collect();
        let all = listed.len();
        if all == 0 {
            return None;
        }
        let was_begun = std::mem::replace(&mut self.begun, true);
        self.at = if !was_begun {
            if forward { 0 } else { all - 1 }
        } else if forward {
            self.at.saturating_add(1) % all
        } else {
            self.at.checked_sub(1).unwrap_or(all - 1)
        };
        self.jump = true;
        listed.get(self.at).and_then(|issue| issue.cell)
    }

    /// Shows both lists; returns a cell that the planner wants to see.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) -> Option<CellRef> {
        let draft = view.draft?;
        let mut target = None;
        ui.add_space(4.0);
        label::rule(ui);
        let listed: Vec<&Issue> = draft.issues.iter().filter(|issue| self.filter.takes(issue)).collect();
        self.at = self.at.min(listed.len().saturating_sub(1));
        ui.horizontal(|ui| {
            label::h3(ui, words::CHECK_LIST);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let forward = Button::icon_only(icon::CARET_RIGHT, words::NEXT_CELL).compact().show(ui).clicked();
                let back = Button::icon_only(icon::CARET_LEFT, words::PREVIOUS_CELL).compact().show(ui).clicked();
                if forward || back {
                    target = self.step(view, forward);
                }
                let place = if listed.is_empty() { 0 } else { self.at + 1 };
                label::small(ui, &words::one_of(place, listed.len()));
            });
        });
        self.filter(ui, cx, draft);
        if let Some(issue) = listed.get(self.at) {
            target = current(ui, cx, view, issue).or(target);
        } else {
            let waits = draft.counts.open > 0 && draft.issues.is_empty();
            label::small(ui, if waits { words::NOTHING_NOTICED_YET } else { words::NOTHING_NOTICED });
        }
        if listed.len() > 1 {
            target = self.list(ui, &listed).or(target);
        }
        label::hint(ui, words::JUMP_KEYS);
        changes(ui, view).or(target)
    }

    fn filter(&mut self, ui: &mut Ui, cx: &mut PanelCx, draft: &ImportDraft) {
        let [info, check, open, error] = draft.issue_counts;
        let choices = [
            (Filter::Matters, words::with_count(words::MATTERS, check + open + error)),
            (Filter::Only(Severity::Open), words::with_count(words::OPEN, open)),
            (Filter::Only(Severity::Error), words::with_count(words::NOT_TAKEN, error)),
            (Filter::Only(Severity::Check), words::with_count(words::TO_CHECK, check)),
            (Filter::Only(Severity::Info), words::with_count(words::NOTES, info)),
            (Filter::All, words::with_count(words::ALL_ISSUES, info + check + open + error)),
        ];
        ui.spacing_mut().interact_size.y = control::COMPACT;
        ui.horizontal(|ui| {
            let width = ui.available_width() - 34.0;
            let list = Combo::new(words::ONLY).compact().width(width);
            if let Some(filter) = list.show(ui, Some(&self.filter), &choices) {
                (self.filter, self.at, self.begun) = (filter, 0, false);
            }
            if Button::icon_only(icon::DOWNLOAD_SIMPLE, words::EXPORT_CHECKS).compact().show(ui).clicked() {
                cx.outbox.push(Intent::Import(ImportIntent::SaveChecks));
            }
        });
    }

    /// Every issue on a line; only visible ones are drawn.
    fn list(&mut self, ui: &mut Ui, listed: &[&Issue]) -> Option<CellRef> {
        let mut target = None;
        let mut scroll =
            ScrollArea::vertical().id_salt("check-list").max_height(LINES * LINE).auto_shrink([false, true]);
        if std::mem::take(&mut self.jump) {
            #[expect(clippy::cast_precision_loss, reason = "at most ten thousand lines")]
            let top = self.at as f32 * LINE;
            scroll = scroll.vertical_scroll_offset((top - LINE * 2.0).max(0.0));
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            scroll.show_rows(ui, LINE, listed.len(), |ui, visible| {
                for at in visible {
                    let Some(issue) = listed.get(at) else { continue };
                    if ui.push_id(("issue", at), |ui| line_of(ui, issue, at == self.at)).inner {
                        (self.at, self.begun) = (at, true);
                        target = issue.cell;
                    }
                }
            });
        });
        target
    }
}

/// The issue in view: place, words, what can be done.
fn current(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, issue: &Issue) -> Option<CellRef> {
    let tokens = tokens(ui);
    let mut target = None;
    let frame = Frame::new()
        .fill(color32(tokens.surface))
        .stroke(line(stroke::LINE, tokens.accent))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal_wrapped(|ui| {
            let (tone, symbol, word) = mark(issue);
            badge(ui, tone, symbol, word);
            if let Some(cell) = issue.cell {
                if Button::link(&cell.to_string()).show(ui).clicked() {
                    target = Some(cell);
                }
                let heading = view.heading(cell.column);
                ui.add(Label::new(rich(heading, TypeStyle::Small, tokens.text2)).truncate());
            }
        });
        let words = issue.text();
        let sentence = ui.add(Label::new(rich(&words, TypeStyle::Small, tokens.text)).wrap());
        ui.push_id("check-entry", |ui| {
            walk::anchor(ui, sentence.rect, &words, view.jump == Some(super::Jump::Checks));
        });
        before_and_after(ui, view, issue);
        actions(ui, cx, view, issue);
    });
    target
}

/// What stood in the cell and what it was read as.
fn before_and_after(ui: &mut Ui, view: &View<'_>, issue: &Issue) {
    let Some(cell) = issue.cell else { return };
    let Some(seen) = view.draft.and_then(|draft| draft.cell(cell.sheet, cell.row, cell.column)) else { return };
    let Some(read) = super::reading_words(view, &seen, cell.column) else { return };
    let ink = tokens(ui).text2;
    let sentence = words::before_and_after(&view.table.displayed(cell.row, cell.column), &read);
    ui.add(Label::new(rich(sentence, TypeStyle::Small, ink)).truncate());
}

fn actions(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, issue: &Issue) {
    let Some(cell) = issue.cell else { return };
    if let IssueKind::NotANumber { text: sign } = &issue.kind
        && !sign.ends_with('…')
    {
        let meanings: Vec<(Status, &str)> = Status::ALL
            .into_iter()
            .filter(|status| !status.has_value() || *status == Status::Nil)
            .map(|status| (status, text::status_label(status)))
            .collect();
        let name = words::meaning_of(sign);
        let list = Combo::new(&name).with_label().compact().width(ui.available_width()).empty(words::NO_MEANING);
        if let Some(status) = list.show(ui, None, &meanings) {
            view.change(cx, |mapping| {
                mapping.legend.signs.insert(sign.clone(), status);
            });
        }
    }
    // Leaving a row out settles nothing about a table that stands beside.
    if view.mapping.data_rows.contains(cell.row) && issue.kind != IssueKind::TableBeside {
        if Button::secondary(words::SKIP_ROW).compact().show(ui).clicked() {
            view.change(cx, |mapping| {
                mapping.skipped_rows.insert(cell.row);
            });
        }
        label::hint(ui, words::ROW_OUT_HINT);
    }
}

fn mark(issue: &Issue) -> (Tone, &'static str, &'static str) {
    match issue.severity {
        Severity::Open => (Tone::Err, icon::QUESTION, words::OPEN),
        Severity::Error => (Tone::Err, icon::WARNING_CIRCLE, words::NOT_TAKEN),
        Severity::Check => (Tone::Warn, icon::WARNING, words::TO_CHECK),
        Severity::Info => (Tone::Info, icon::INFO, words::NOTE),
    }
}

/// One line of the list; returns whether it was chosen.
fn line_of(ui: &mut Ui, issue: &Issue, current: bool) -> bool {
    let tokens = tokens(ui);
    let size = vec2(ui.available_width(), LINE);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    let place = issue.cell.map_or_else(|| words::WHOLE_FILE.to_owned(), |cell| cell.to_string());
    let sentence = issue.text();
    response.widget_info(|| {
        let name = words::issue_name(&place, &sentence);
        egui::WidgetInfo::selected(egui::Role::ListItem, true, current, name)
    });
    if current || response.hovered() {
        let ground = if current { tokens.selected } else { tokens.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(radius::BADGE), color32(ground));
    }
    crate::ui::widget::paint::focus_ring(ui, &response, rect);
    let (tone, symbol, _) = mark(issue);
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
    inner.spacing_mut().item_spacing.x = 6.0;
    inner.add_space(2.0);
    inner.label(rich(symbol, TypeStyle::Body, tone.text(tokens)));
    inner.label(rich(&place, TypeStyle::SmallStrong, tokens.text));
    inner.add(Label::new(rich(&sentence, TypeStyle::Small, tokens.text2)).truncate().selectable(false));
    response.on_hover_text(sentence).clicked()
}

/// The values that would change, old → new; only visible lines are drawn.
fn changes(ui: &mut Ui, view: &View<'_>) -> Option<CellRef> {
    let draft = view.draft?;
    if draft.changes.is_empty() {
        return None;
    }
    let mut target = None;
    ui.add_space(4.0);
    label::rule(ui);
    ui.horizontal(|ui| {
        let heading = label::h3(ui, words::CHANGED_VALUES);
        if view.jump == Some(super::Jump::Changes) {
            heading.scroll_to_me(Some(Align::TOP));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label::small(ui, &text::count(i64::try_from(draft.changes.len()).unwrap_or(i64::MAX)));
        });
    });
    let scroll = ScrollArea::vertical().id_salt("changes").max_height(CHANGES * LINE).auto_shrink([false, true]);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        scroll.show_rows(ui, LINE, draft.changes.len(), |ui, visible| {
            for at in visible {
                target = ui.push_id(("change", at), |ui| change_line(ui, view, draft, at)).inner.or(target);
            }
        });
    });
    target
}

/// Place, old and new value of one change.
fn change_line(ui: &mut Ui, view: &View<'_>, draft: &ImportDraft, at: usize) -> Option<CellRef> {
    let change = draft.changes.get(at)?;
    let row = draft.rows.get(change.row as usize)?;
    let area = draft.areas.get(row.area as usize).map_or("", |area| area.name.as_str());
    let code = draft.indicators.get(row.indicator as usize).map_or("", String::as_str);
    let period = draft.periods.get(row.period as usize).map_or("", String::as_str);
    let decimals = view.data.indicator_by_code(code).map_or(1, |card| card.decimals);
    let old = text::value_or_sign(change.old_value, change.old_status, decimals);
    let new = text::value_or_sign(row.value.get(), row.status, decimals);
    let what = words::value_place(area, &recognised::indicator_name(view, code), period);
    let mut target = None;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), LINE), Layout::left_to_right(Align::Center), |ui| {
        if Button::link(&row.cell.to_string()).show(ui).clicked() {
            target = Some(row.cell);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let tokens = tokens(ui);
            ui.spacing_mut().item_spacing.x = 5.0;
            ui.label(rich(words::or_nothing(&new), TypeStyle::SmallStrong, tokens.text));
            ui.label(rich("→", TypeStyle::Small, tokens.text2));
            ui.label(rich(words::or_nothing(&old), TypeStyle::Small, tokens.text2));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(rich(&what, TypeStyle::Small, tokens.text)).truncate()).on_hover_text(&what);
            });
        });
    });
    target
}
