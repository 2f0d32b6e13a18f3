//! A paragraph of the page: bound text, its tools, its editor.

use super::super::{Plan, lookup, removed, send};
use super::editing::{Editing, Target};
use super::toolbar::insert_list_id;
use super::{TextPart, Wanted, editor_id, strip};
use crate::domain::{NewPassage, Passage, PassageOrigin, TextPiece, text_pieces};
use crate::programme::is_foreign;
use crate::project::ProgrammeCommand;
use crate::text::panel::programm as words;
use crate::theme::{TypeStyle, radius, space, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::chip::{ChipState, Piece, paragraph};
use crate::ui::widget::style::{color32, font, line};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Intent, PanelCx};
use egui::accesskit::Role;
use egui::text_edit::TextEditState;
use egui::{Align, Event, Frame, Key, Layout, Margin, Popup, Rect, Sense, TextEdit, Ui, WidgetInfo, vec2};

/// References in a text as they are written.
pub(super) fn references(text: &str) -> impl Iterator<Item = String> {
    text_pieces(text).into_iter().filter_map(|piece| match piece {
        TextPiece::Bound(reference) => Some(reference.to_string()),
        TextPiece::Words(_) | TextPiece::Unknown(_) => None,
    })
}

/// Shows a stored paragraph; `place` is its place among how many.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut PanelCx,
    plan: Plan,
    part: &mut TextPart,
    passage: &Passage,
    place: (usize, usize),
) {
    let active = part.active == Some(passage.id);
    let edited = part.editing.as_ref().is_some_and(|editing| editing.target == Target::Stored(passage.id));
    let tokens = cx.tokens;
    let fill = if active { tokens.selected_soft } else { tokens.paper };
    let frame = Frame::new().fill(color32(fill)).corner_radius(radius::BAR).inner_margin(Margin {
        left: 14,
        right: 14,
        top: 5,
        bottom: 5,
    });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        if active {
            tools(ui, cx, plan, part, passage, place);
        }
        if edited {
            editor(ui, cx, part);
        } else {
            words_and_chips(ui, cx, plan, part, passage);
        }
    });
    if part.wanted.take_if(|wanted| *wanted == Wanted::Passage(passage.id)).is_some() {
        shown.response.scroll_to_me(Some(Align::Center));
    }
    let rect = paint::snap(ui, shown.response.rect);
    if active {
        let bar = Rect::from_min_size(rect.min, vec2(stroke::SELECTION, rect.height()));
        ui.painter().rect_filled(bar, 0.0, color32(tokens.accent));
    }
    keyboard(ui, plan, part, passage, rect, edited, place);
    if !edited {
        strip::show(ui, cx, plan, part, passage);
    }
}

/// Tab reaches the paragraph, Enter opens it.
fn keyboard(
    ui: &mut Ui,
    plan: Plan,
    part: &mut TextPart,
    passage: &Passage,
    rect: Rect,
    edited: bool,
    place: (usize, usize),
) {
    if edited {
        return;
    }
    let id = ui.scope_id().with(("keyboard", passage.id));
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    let name = words::passage_name(place.0, place.1);
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
    if response.has_focus() {
        paint::focus_ring(ui, &response, rect.shrink(2.0));
        if ui.input(|input| input.key_pressed(Key::Enter)) {
            open(plan, part, passage);
        }
    }
}

fn open(plan: Plan, part: &mut TextPart, passage: &Passage) {
    part.active = Some(passage.id);
    part.strip = None;
    if plan.locked.is_none() {
        part.editing = Some(Editing::of(plan.programme.id, passage));
    }
}

fn words_and_chips(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut TextPart, passage: &Passage) {
    let (pieces, written) = pieces(cx, plan, passage);
    let before = ui.cursor().min;
    let response = paragraph(ui, passage.id, &pieces, TypeStyle::Document);
    let place = Rect::from_min_max(before, egui::pos2(ui.max_rect().right(), ui.cursor().min.y));
    if let Some(reference) = response.clicked.and_then(|at| written.get(at)).and_then(Option::as_ref) {
        part.active = Some(passage.id);
        part.strip = Some((passage.id, reference.clone()));
        let inspected = reference.parse().ok().and_then(|reference| lookup::inspected(&cx.snapshot.data, &reference));
        if let Some(inspected) = inspected {
            cx.outbox.push(Intent::Inspect(inspected));
        }
        return;
    }
    let clicked = ui.rect_contains_pointer(place) && ui.input(|input| input.pointer.primary_clicked());
    if clicked && response.hovered.is_none() && part.editing.is_none() {
        open(plan, part, passage);
    }
}

/// Words and chips of a stored paragraph; beside each piece the reference that it shows.
fn pieces(cx: &PanelCx, plan: Plan, passage: &Passage) -> (Vec<Piece>, Vec<Option<String>>) {
    let view =
        plan.view.and_then(|view| view.sections.get(&passage.section)?.iter().find(|view| view.id == Some(passage.id)));
    let today = |reference: &str| plan.view.and_then(|view| view.resolved.get(reference)).map(|now| now.text.clone());
    text_pieces(&passage.text)
        .into_iter()
        .map(|piece| match piece {
            TextPiece::Words(words) => (Piece::Words(words), None),
            TextPiece::Unknown(inner) => (Piece::Words(format!("[{inner}]")), None),
            TextPiece::Bound(reference) => {
                let written = reference.to_string();
                let bound = passage.basis.iter().find(|bound| bound.reference == written);
                let stale = view.and_then(|view| {
                    view.stale.iter().find(|stale| {
                        stale.reference == written && bound.is_some_and(|bound| bound.shown == stale.shown)
                    })
                });
                let text = bound.map(|bound| bound.shown.clone()).or_else(|| today(&written));
                let state = if bound.is_some_and(|bound| bound.pinned) {
                    ChipState::Pinned
                } else if let Some(stale) = stale {
                    ChipState::Stale { today: stale.today.clone() }
                } else if is_foreign(&cx.snapshot.data, plan.area, &reference) {
                    ChipState::WrongArea
                } else {
                    ChipState::Current
                };
                (Piece::Chip { text: text.unwrap_or_else(|| format!("[{written}]")), state }, Some(written))
            }
        })
        .unzip()
}

/// A paragraph that is not stored yet.
pub(super) fn suggested(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, passage: &NewPassage, at: usize) {
    let (pieces, written): (Vec<Piece>, Vec<Option<_>>) = text_pieces(&passage.text)
        .into_iter()
        .map(|piece| match piece {
            TextPiece::Words(words) => (Piece::Words(words), None),
            TextPiece::Unknown(inner) => (Piece::Words(format!("[{inner}]")), None),
            TextPiece::Bound(reference) => {
                let written = reference.to_string();
                let bound = passage.basis.iter().find(|bound| bound.reference == written);
                let text = bound.map_or_else(|| format!("[{written}]"), |bound| bound.shown.clone());
                (Piece::Chip { text, state: ChipState::Current }, Some(reference))
            }
        })
        .unzip();
    let id = ("suggestion", plan.programme.id, passage.section, at);
    let clicked = paragraph(ui, id, &pieces, TypeStyle::Document).clicked;
    let reference = clicked.and_then(|at| written.get(at)).and_then(Option::as_ref);
    if let Some(inspected) = reference.and_then(|reference| lookup::inspected(&cx.snapshot.data, reference)) {
        cx.outbox.push(Intent::Inspect(inspected));
    }
}

fn tools(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut TextPart, passage: &Passage, place: (usize, usize)) {
    let (tone, symbol, origin) = match passage.origin {
        PassageOrigin::Generated => (Tone::Accent, icon::LINK, words::ORIGIN_GENERATED),
        PassageOrigin::Edited => (Tone::Info, icon::PENCIL_SIMPLE_LINE, words::ORIGIN_EDITED),
        PassageOrigin::Own => (Tone::Neutral, icon::USER, words::ORIGIN_OWN),
    };
    ui.horizontal(|ui| {
        badge(ui, tone, symbol, origin);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::HAIR;
            let delete = Button::icon_only(icon::TRASH, words::REMOVE_PASSAGE).compact();
            if delete.disabled_reason(plan.locked).show(ui).clicked() {
                part.editing = None;
                part.active = None;
                send(cx, ProgrammeCommand::RemovePassage(passage.id));
                removed(cx, words::PASSAGE_REMOVED);
            }
            let (at, of) = place;
            let last = (at + 1 >= of).then_some(words::IS_LAST);
            let down = Button::icon_only(icon::CARET_DOWN, words::MOVE_DOWN).compact();
            if down.disabled_reason(plan.locked.or(last)).show(ui).clicked() {
                shift(cx, part, passage, at + 1);
            }
            let first = (at == 0).then_some(words::IS_FIRST);
            let up = Button::icon_only(icon::CARET_UP, words::MOVE_UP).compact();
            if up.disabled_reason(plan.locked.or(first)).show(ui).clicked() {
                shift(cx, part, passage, at.saturating_sub(1));
            }
            let edit = Button::ghost(words::EDIT).icon(icon::PENCIL_SIMPLE_LINE).compact();
            if part.editing.is_none() && edit.disabled_reason(plan.locked).show(ui).clicked() {
                open(plan, part, passage);
            }
        });
    });
}

fn shift(cx: &mut PanelCx, part: &mut TextPart, passage: &Passage, to: usize) {
    part.commit(cx);
    let position = u32::try_from(to).unwrap_or(u32::MAX);
    send(cx, ProgrammeCommand::MovePassage { passage: passage.id, position });
}

/// The text box of the paragraph being typed. Leaving it stores the text, Esc takes it back.
pub(super) fn editor(ui: &mut Ui, cx: &mut PanelCx, part: &mut TextPart) {
    let Some(editing) = &mut part.editing else { return };
    let tokens = cx.tokens;
    let frame = Frame::new()
        .fill(color32(tokens.surface))
        .stroke(line(stroke::LINE, tokens.accent))
        .corner_radius(radius::CONTROL)
        .inner_margin(Margin::symmetric(8, 5));
    let response = TextEdit::multiline(&mut editing.text)
        .id(editor_id())
        .frame(frame)
        .font(font(TypeStyle::Document))
        .text_color(color32(tokens.text))
        .desired_rows(3)
        .desired_width(ui.available_width())
        .show(ui)
        .response
        .response
        .clone();
    let response = response.accessible_name(words::PASSAGE_TEXT);
    label::hint(ui, words::EDITOR_HINT);
    if response.changed() && slash_typed(ui, &editing.text) {
        part.by_slash = true;
        Popup::open_id(ui.ctx(), insert_list_id());
        return;
    }
    if std::mem::take(&mut editing.wants_focus) {
        response.request_focus();
        editing.had_focus = true;
        return;
    }
    if response.has_focus() {
        editing.had_focus = true;
        return;
    }
    leave(ui, cx, part, &response);
}

/// Whether a `/` was just typed at the beginning of a word: it calls the list of numbers.
fn slash_typed(ui: &Ui, text: &str) -> bool {
    let typed = |event: &Event| matches!(event, Event::Text(typed) if typed == "/");
    let state = TextEditState::load(ui.ctx(), editor_id());
    let cursor = state.and_then(|state| state.cursor.char_range()).map(|range| usize::from(range.primary.index));
    let before: Vec<char> = text.chars().take(cursor.unwrap_or(0)).collect();
    let begins_word = match before.as_slice() {
        [.., before, '/'] => before.is_whitespace(),
        ['/'] => true,
        _ => false,
    };
    begins_word && ui.input(|input| input.events.iter().any(typed))
}

/// The text box has lost the keyboard: to a menu that belongs to it, or for good.
fn leave(ui: &Ui, cx: &mut PanelCx, part: &mut TextPart, response: &egui::Response) {
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        part.editing = None;
        return;
    }
    let in_toolbar = part
        .toolbar
        .is_some_and(|bar| ui.input(|input| input.pointer.interact_pos()).is_some_and(|pointer| bar.contains(pointer)));
    let pressed = ui.input(|input| input.pointer.any_pressed());
    if in_toolbar && (pressed || response.lost_focus()) || Popup::is_any_open(ui.ctx()) {
        return;
    }
    if response.lost_focus() || (pressed && !response.hovered()) {
        part.commit(cx);
    }
}
