//! The bar below the preview: what the import would do, what is open, Abbrechen and Importieren.

use super::{Jump, View, share, walk};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, progress, text as label};
use crate::ui::{ImportIntent, Intent, OriginalView, PanelCx};
use egui::{Align, Frame, Key, KeyboardShortcut, Layout, Margin, Modifiers, Panel, Ui, vec2};

const COMMIT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);

/// Draws the bar; returns the part of the right pane that the planner wants to see. `take_focus` brings the focus to the
/// button that imports.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut PanelCx,
    view: &View<'_>,
    (take_focus, escaped): (bool, bool),
) -> Option<Jump> {
    let mut jump = None;
    let frame = Frame::NONE.fill(color32(cx.tokens.surface)).inner_margin(Margin::symmetric(16, 0));
    Panel::bottom("import-footer").exact_size(60.0).resizable(false).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            let edge = ui.max_rect().expand2(vec2(16.0, 0.0));
            ui.painter().hline(edge.x_range(), edge.top() + 0.5, line(stroke::LINE, cx.tokens.line_strong));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                jump = counts(ui, cx, view);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| buttons(ui, cx, view, (take_focus, escaped)));
            });
        },
    );
    jump
}

fn counts(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) -> Option<Jump> {
    if let Some(done) = view.view.writing {
        running(ui, cx, words::WRITING, done, true);
        return None;
    }
    let Some(draft) = view.draft else {
        drafting(ui, cx, view);
        return None;
    };
    let mut jump = None;
    let counts = draft.counts;
    let wide = ui.available_width() > 1040.0;
    let figures = [
        (counts.new, words::COUNT_NEW, None),
        (counts.changed, words::COUNT_CHANGED, Some((words::SHOW_CHANGES, Jump::Changes))),
        (counts.unchanged, words::COUNT_UNCHANGED, None),
        (counts.without_value, words::COUNT_WITHOUT, None),
        (counts.refused, words::COUNT_REFUSED, Some((words::SHOW_REASONS, Jump::Checks))),
        (counts.open, words::COUNT_OPEN, None),
    ];
    // What waits for an answer is only a figure while something does. A narrow bar leaves noughts out, and the badge says
    // what is open.
    let shown = |(number, word, _): &(u32, &str, Option<(&str, Jump)>)| match *word {
        words::COUNT_NEW => true,
        words::COUNT_OPEN => wide && *number > 0,
        _ => wide || *number > 0,
    };
    for (number, word, link) in figures.into_iter().filter(shown) {
        let (style, color) = if view.view.draft.current {
            (if wide { TypeStyle::Title } else { TypeStyle::H3 }, cx.tokens.text)
        } else {
            (if wide { TypeStyle::Title } else { TypeStyle::H3 }, cx.tokens.disabled)
        };
        ui.label(rich(text::count(number), style, color));
        let link = link.filter(|_| number > 0);
        if wide || link.is_none() {
            ui.label(rich(word, TypeStyle::Small, cx.tokens.text2));
        }
        // A narrow bar has no room for a word of its own: the figure's word leads there.
        if let Some((words, part)) = link
            && Button::link(if wide { words } else { word }).show(ui).clicked()
        {
            jump = Some(part);
        }
        ui.add_space(if wide { 12.0 } else { 4.0 });
    }
    if !view.view.draft.current {
        drafting(ui, cx, view);
        return jump;
    }
    let open = walk::blocking_points(draft);
    if open > 0 {
        badge(ui, Tone::Err, icon::WARNING_CIRCLE, &words::questions_open(open));
        if Button::link(words::SHOW_QUESTIONS).show(ui).on_hover_text(words::SHOW_QUESTIONS_KEY).clicked() {
            jump = Some(Jump::Open(0));
        }
    } else if draft.is_settled() {
        badge(ui, Tone::Ok, icon::CHECK, words::NOTHING_OPEN);
    }
    jump
}

/// The table is read by another mapping, or in another way: that can be stopped, and the table stays as it was.
fn drafting(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    let done = view.view.progress.or(view.view.draft.progress).unwrap_or_default();
    running(ui, cx, words::DRAFTING, done, view.view.progress.is_some());
}

/// A running work: its verb, a bar, a way to stop it.
fn running(ui: &mut Ui, cx: &mut PanelCx, verb: &str, (done, total): (u64, u64), stoppable: bool) {
    ui.allocate_ui_with_layout(vec2(170.0, 40.0), Layout::top_down(Align::Min), |ui| {
        ui.add_space(10.0);
        label::small(ui, verb);
        progress::bar(ui, verb, share(done, total));
    });
    if stoppable && Button::secondary(words::STOP).compact().show(ui).clicked() {
        cx.outbox.push(Intent::Import(ImportIntent::Stop));
    }
}

fn buttons(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, (take_focus, escaped): (bool, bool)) {
    ui.spacing_mut().item_spacing.x = 12.0;
    let reason = disabled_reason(cx, view);
    let keys = "Strg+Enter";
    let commit = Button::primary(words::COMMIT).shortcut(keys).disabled_reason(reason.as_deref()).show(ui);
    if take_focus {
        commit.request_focus();
    }
    let pressed = !super::is_covered(ui) && ui.input_mut(|input| input.consume_shortcut(&COMMIT));
    if (commit.clicked() || pressed) && reason.is_none() {
        cx.outbox.push(Intent::Import(ImportIntent::Commit));
    }
    let running = view.view.writing.is_some() || view.view.progress.is_some();
    let cancel = Button::secondary(words::CANCEL).shortcut("Esc").show(ui).clicked();
    if cancel || escaped {
        let step = if running { ImportIntent::Stop } else { ImportIntent::Cancel };
        cx.outbox.push(Intent::Import(step));
    }
    if ui.available_width() > 230.0 {
        ui.with_layout(Layout::top_down(Align::Max), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(13.0);
            ui.label(rich(words::NOTHING_STORED, TypeStyle::Small, cx.tokens.text2));
            ui.label(rich(words::ONE_STEP, TypeStyle::Small, cx.tokens.text2));
        });
    }
}

/// Why the import cannot be carried out now.
fn disabled_reason(cx: &PanelCx, view: &View<'_>) -> Option<String> {
    if let Some(reason) = &cx.snapshot.read_only {
        return Some(reason.clone());
    }
    if view.view.writing.is_some() {
        return Some(words::WAIT_FOR_WRITING.to_owned());
    }
    let Some(draft) = view.draft.filter(|_| view.view.draft.current) else {
        return Some(words::WAIT_FOR_DRAFT.to_owned());
    };
    let open = walk::blocking_points(draft);
    if open > 0 {
        return Some(words::settle_first(open));
    }
    match &view.view.original {
        OriginalView::Packing => return Some(words::PACKING.to_owned()),
        OriginalView::Failed(why) => return Some(why.clone()),
        OriginalView::No | OriginalView::Ready { .. } => {}
    }
    draft.rows.is_empty().then(|| words::NO_ROWS.to_owned())
}
