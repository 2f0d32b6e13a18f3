//! Cells to look at, one after the other, and values that would change.

use super::{View, recognised};
use crate::domain::{CellRef, Status};
use crate::import::{Issue, IssueKind, Severity};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::{TypeStyle, radius, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, text as label};
use egui::{Align, CornerRadius, Frame, Label, Layout, Margin, Ui};

const NEXT: usize = 4;
const CHANGES: usize = 40;

/// Which cell is in view.
#[derive(Default)]
pub(super) struct Cells {
    at: usize,
}

impl Cells {
    /// Shows both lists; returns a cell that the planner wants to see.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) -> Option<CellRef> {
        let draft = view.draft?;
        let issues: Vec<&Issue> = draft.issues.iter().filter(|issue| issue.severity != Severity::Info).collect();
        let mut target = None;
        ui.add_space(4.0);
        label::rule(ui);
        self.at = self.at.min(issues.len().saturating_sub(1));
        ui.horizontal(|ui| {
            label::h3(ui, words::ODD_CELLS);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if issues.is_empty() {
                    label::small(ui, words::NONE_WORD);
                    return;
                }
                let forward = Button::icon_only(icon::CARET_RIGHT, words::NEXT_CELL).compact().show(ui).clicked();
                let back = Button::icon_only(icon::CARET_LEFT, words::PREVIOUS_CELL).compact().show(ui).clicked();
                if forward || back {
                    let by = if forward { 1 } else { issues.len() - 1 };
                    self.at = (self.at + by) % issues.len();
                    target = issues.get(self.at).and_then(|issue| issue.cell);
                }
                label::small(ui, &words::one_of(self.at + 1, issues.len()));
            });
        });
        if let Some(issue) = issues.get(self.at) {
            target = current(ui, cx, view, issue).or(target);
        }
        for (at, issue) in issues.iter().enumerate().skip(self.at + 1).take(NEXT) {
            if ui.push_id(("issue", at), |ui| line_of(ui, issue)).inner {
                self.at = at;
                target = issue.cell;
            }
        }
        notes(ui, view);
        changes(ui, view).or(target)
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
        ui.add(Label::new(rich(issue.text(), TypeStyle::Small, tokens.text)).wrap());
        actions(ui, cx, view, issue);
    });
    target
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
    if Button::secondary(words::SKIP_ROW).compact().show(ui).clicked() {
        view.change(cx, |mapping| {
            mapping.skipped_rows.insert(cell.row);
        });
    }
}

fn mark(issue: &Issue) -> (Tone, &'static str, &'static str) {
    match issue.severity {
        Severity::Error => (Tone::Err, icon::WARNING_CIRCLE, words::NOT_TAKEN),
        Severity::Check => (Tone::Warn, icon::WARNING, words::TO_CHECK),
        Severity::Info => (Tone::Info, icon::INFO, words::NOTE),
    }
}

/// One line of the list; returns whether it was chosen.
fn line_of(ui: &mut Ui, issue: &Issue) -> bool {
    let mut chosen = false;
    ui.horizontal(|ui| {
        let place = issue.cell.map_or_else(|| words::WHOLE_FILE.to_owned(), |cell| cell.to_string());
        chosen = Button::link(&place).show(ui).clicked();
        let ink = tokens(ui).text2;
        let sentence = issue.text();
        ui.add(Label::new(rich(&sentence, TypeStyle::Small, ink)).truncate()).on_hover_text(&sentence);
    });
    chosen
}

/// What is said for the record about the whole file: its encoding, a hidden sheet.
fn notes(ui: &mut Ui, view: &View<'_>) {
    let Some(draft) = view.draft else { return };
    for issue in draft.issues.iter().take_while(|issue| issue.cell.is_none()) {
        if issue.severity == Severity::Info {
            label::hint(ui, &issue.text());
        }
    }
    let [info, ..] = draft.issue_counts;
    if info > 0 {
        label::hint(ui, &words::for_the_record(info));
    }
}

fn changes(ui: &mut Ui, view: &View<'_>) -> Option<CellRef> {
    let draft = view.draft?;
    if draft.changes.is_empty() {
        return None;
    }
    let mut target = None;
    ui.add_space(4.0);
    label::rule(ui);
    ui.horizontal(|ui| {
        label::h3(ui, words::CHANGED_VALUES);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label::small(ui, &words::shown_of(draft.changes.len().min(CHANGES), draft.changes.len()));
        });
    });
    for change in draft.changes.iter().take(CHANGES) {
        let Some(row) = draft.rows.get(change.row as usize) else { continue };
        let area = draft.areas.get(row.area as usize).map_or("", |area| area.name.as_str());
        let code = draft.indicators.get(row.indicator as usize).map_or("", String::as_str);
        let period = draft.periods.get(row.period as usize).map_or("", String::as_str);
        let decimals = view.data.indicator_by_code(code).map_or(1, |card| card.decimals);
        let old = text::value_or_sign(change.old_value, change.old_status, decimals);
        let new = text::value_or_sign(row.value, row.status, decimals);
        let what = words::value_place(area, &recognised::indicator_name(view, code), period);
        ui.push_id(("change", change.row), |ui| {
            ui.horizontal(|ui| {
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
        });
    }
    target
}
