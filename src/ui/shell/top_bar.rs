//! The top bar: project, current Aktionsraum, state of the data, undo with its step's name, search, save state.

use super::{area_picker, bar};
use crate::domain::ImportState;
use crate::text::panel::shell as words;
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::icon;
use crate::ui::widget::style::{color32, font, line, rich};
use crate::ui::{PanelCx, UiAction};
use egui::{Align, CornerRadius, Layout, Popup, Sense, StrokeKind, Ui, vec2};

/// Width right of the Stand below which save state and search are short.
const ROOM_FOR_WORDS: f32 = 560.0;
/// Width left of the search below which undo shows no step name.
const ROOM_FOR_STEP: f32 = 150.0;
/// Points that a letter takes at most, on average.
const LETTER: f32 = 7.5;

/// Draws the top bar; short where the window is narrow.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, compact: bool) {
    bar("top_bar", true, 44.0, color32(cx.tokens.chrome)).show(ui, |ui| {
        let rect = ui.max_rect();
        ui.painter().hline(
            rect.expand2(vec2(12.0, 0.0)).x_range(),
            rect.bottom() - 0.5,
            line(stroke::LINE, cx.tokens.line),
        );
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            project_menu(ui, cx);
            if cx.snapshot.data.has_demonstration() {
                badge(ui, Tone::Warn, "", words::SAMPLE_DATA).on_hover_text(words::SAMPLE_DATA_HINT);
            }
            if let Some(reason) = &cx.snapshot.read_only {
                badge(ui, Tone::Neutral, icon::LOCK_SIMPLE, words::READ_ONLY).on_hover_text(reason);
            }
            divider(ui, cx);
            area_picker::show(ui, cx, compact);
            stand(ui, cx);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let short = compact || ui.available_width() < ROOM_FOR_WORDS;
                saved(ui, cx, short);
                search(ui, cx, if short { 150.0 } else { 226.0 });
                undo_redo(ui, cx);
            });
        });
    });
}

fn divider(ui: &mut Ui, cx: &PanelCx) {
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, 22.0), Sense::hover());
    ui.painter().vline(rect.center().x.round() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.frame));
}

fn project_menu(ui: &mut Ui, cx: &mut PanelCx) {
    let title = shorten(&cx.snapshot.title, 24);
    let hint = format!("{}: {}", words::PROJECT_MENU, cx.snapshot.title);
    let button = Button::ghost(&title).icon(icon::STACK).caret().hint(&hint).show(ui);
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(260.0);
        let entries = [
            UiAction::OpenProject,
            UiAction::NewProject,
            UiAction::OpenSample,
            UiAction::Backup,
            UiAction::CloseProject,
        ];
        for action in entries {
            let keys = action.shortcut_text();
            let label = action.label();
            let entry = egui::Button::new(label).shortcut_text(keys).frame(false).min_size(vec2(252.0, 28.0));
            if ui.add(entry).clicked() {
                cx.outbox.action(action);
                ui.close();
            }
        }
    });
}

/// The period that the current recipe ranks, and the newest import behind it.
fn stand(ui: &mut Ui, cx: &PanelCx) {
    let data = &cx.snapshot.data;
    let ranked = cx.derived.ranking().and_then(|ranking| data.period(ranking.run.period));
    let newest = || data.periods.iter().rev().find(|period| period.year.is_some());
    let label = ranked.or_else(newest).map_or(words::NO_STAND, |period| period.label.as_str());
    let active = data.imports.iter().filter(|import| import.state == ImportState::Active).count();
    let response = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(rich(icon::CALENDAR_BLANK, TypeStyle::Title, cx.tokens.text2));
            ui.label(rich(words::STAND, TypeStyle::Body, cx.tokens.text2));
            ui.label(rich(label, TypeStyle::BodyStrong, cx.tokens.text));
        })
        .response;
    response.on_hover_text(format!("{}: {}", words::STAND_BY_RECIPE, words::stock(data.dataset.len(), active)));
}

fn undo_redo(ui: &mut Ui, cx: &mut PanelCx) {
    let undo = cx.undo;
    let redo_hint = undo.redo.as_deref().map_or_else(|| UiAction::Redo.label().to_owned(), words::redo);
    if Button::icon_only(icon::ARROW_U_UP_RIGHT, &redo_hint)
        .disabled_reason(cx.disabled_reason(UiAction::Redo))
        .show(ui)
        .clicked()
    {
        cx.outbox.action(UiAction::Redo);
    }
    let reason = cx.disabled_reason(UiAction::Undo);
    let clicked = match &undo.undo {
        Some(label) if ui.available_width() > ROOM_FOR_STEP => {
            let room = (ui.available_width() - 60.0) / LETTER;
            let short = shorten(label, (room as usize).min(34));
            Button::ghost(&short).icon(icon::ARROW_U_UP_LEFT).hint(&words::undo(label)).show(ui).clicked()
        }
        label => {
            let hint = label.as_deref().map_or_else(|| UiAction::Undo.label().to_owned(), words::undo);
            Button::icon_only(icon::ARROW_U_UP_LEFT, &hint).disabled_reason(reason).show(ui).clicked()
        }
    };
    if clicked {
        cx.outbox.action(UiAction::Undo);
    }
}

/// The text, or its beginning with an ellipsis.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

/// A field that opens search and commands.
fn search(ui: &mut Ui, cx: &mut PanelCx, width: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words::SEARCH));
    let tokens = cx.tokens;
    let rounding = CornerRadius::same(4);
    let (width, color) =
        if response.has_focus() { (stroke::FOCUS, tokens.accent) } else { (stroke::LINE, tokens.line_strong) };
    ui.painter().rect(rect, rounding, color32(tokens.surface), line(width, color), StrokeKind::Inside);
    let middle = rect.left_center();
    let painter = ui.painter().with_clip_rect(rect);
    painter.text(
        middle + vec2(16.0, 0.0),
        egui::Align2::CENTER_CENTER,
        icon::MAGNIFYING_GLASS,
        egui::FontId::proportional(16.0),
        color32(tokens.text2),
    );
    let label = painter.layout_no_wrap(words::SEARCH.to_owned(), font(TypeStyle::Body), color32(tokens.text2));
    let keys = UiAction::Palette.shortcut_text();
    let key_width = painter.layout_no_wrap(keys.clone(), font(TypeStyle::Small), color32(tokens.text3)).size().x + 10.0;
    if rect.width() > label.size().x + key_width + 44.0 {
        let cap = egui::Rect::from_min_max(
            egui::pos2(rect.right() - key_width - 5.0, rect.top() + 5.0),
            egui::pos2(rect.right() - 5.0, rect.bottom() - 5.0),
        );
        painter.rect_stroke(cap, CornerRadius::same(3), line(stroke::LINE, tokens.frame), StrokeKind::Inside);
        painter.text(cap.center(), egui::Align2::CENTER_CENTER, keys, font(TypeStyle::Small), color32(tokens.text3));
    }
    let room = rect.width() - 32.0 - 8.0;
    let label = if label.size().x > room {
        painter.layout_no_wrap(words::SEARCH_SHORT.to_owned(), font(TypeStyle::Body), color32(tokens.text2))
    } else {
        label
    };
    let text_at = egui::pos2(rect.left() + 32.0, rect.center().y - label.size().y / 2.0);
    painter.galley(text_at, label, color32(tokens.text2));
    if response.clicked() {
        cx.outbox.action(UiAction::Palette);
    }
}

fn saved(ui: &mut Ui, cx: &PanelCx, compact: bool) {
    let label = if compact { words::SAVED_SHORT } else { words::SAVED };
    ui.label(rich(label, TypeStyle::Small, cx.tokens.text2)).on_hover_text(words::SAVED);
    ui.label(rich(icon::CHECK_CIRCLE, TypeStyle::Title, cx.tokens.ok));
}
