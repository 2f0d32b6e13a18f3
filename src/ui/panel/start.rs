//! The start window: open, begin or look at the sample; recent projects; a place to drop files.

use crate::text::panel::{shell, start as words};
use crate::text::{self};
use crate::theme::{TypeStyle, radius, stroke};
use crate::ui::widget::button::Button;
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Derived, Intent, Outbox, RecentFile, UiAction};
use egui::{
    Align, Align2, CentralPanel, Frame, Layout, Margin, Panel, Rect, Role, ScrollArea, Sense, Shape, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

const SIDE: f32 = 392.0;
const ROW: f32 = 72.0;

/// State of the start window: nothing but what egui keeps.
#[derive(Default)]
pub struct StartPanel {}

impl StartPanel {
    /// Draws the start window.
    pub fn show(&mut self, ui: &mut Ui, derived: &Derived, outbox: &mut Outbox) {
        let tokens = tokens(ui);
        let side =
            Frame::NONE.fill(color32(tokens.chrome)).inner_margin(Margin { left: 36, right: 36, top: 40, bottom: 32 });
        Panel::left("start-side").exact_size(SIDE).resizable(false).show_separator_line(false).frame(side).show(
            ui,
            |ui| {
                self::side(ui, outbox);
            },
        );
        let main =
            Frame::NONE.fill(color32(tokens.surface)).inner_margin(Margin { left: 48, right: 48, top: 40, bottom: 24 });
        CentralPanel::default().frame(main).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                recent(ui, &derived.recent, outbox);
                ui.add_space(28.0);
                drop_zone(ui);
            });
        });
    }
}

fn side(ui: &mut Ui, outbox: &mut Outbox) {
    ui.horizontal(|ui| {
        logo(ui);
        ui.add_space(10.0);
        ui.vertical(|ui| {
            label::figure(ui, shell::PROGRAM);
            ui.set_max_width(230.0);
            label::body(ui, words::CLAIM);
        });
    });
    ui.add_space(28.0);
    ui.spacing_mut().item_spacing.y = 10.0;
    let width = ui.available_width();
    let open_keys = UiAction::OpenProject.shortcut_text();
    let open = Button::primary(UiAction::OpenProject.label())
        .icon(icon::FOLDER_OPEN)
        .shortcut(&open_keys)
        .large()
        .width(width);
    if open.show(ui).clicked() {
        outbox.action(UiAction::OpenProject);
    }
    let new_keys = UiAction::NewProject.shortcut_text();
    let new = Button::secondary(UiAction::NewProject.label()).icon(icon::PLUS).shortcut(&new_keys).large().width(width);
    if new.show(ui).clicked() {
        outbox.action(UiAction::NewProject);
    }
    let sample = Button::secondary(UiAction::OpenSample.label()).icon(icon::FLASK).large().width(width);
    if sample.show(ui).clicked() {
        outbox.action(UiAction::OpenSample);
    }
    label::small(ui, words::SAMPLE_HINT);
    if Button::link(UiAction::NewEmptyProject.label()).show(ui).clicked() {
        outbox.action(UiAction::NewEmptyProject);
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        label::small(ui, &words::version());
        ui.add_space(12.0);
        promise(ui, icon::SHIELD_CHECK, words::SAVED_AT_ONCE);
        promise(ui, icon::WIFI_SLASH, words::OFFLINE);
    });
}

fn promise(ui: &mut Ui, symbol: &str, words: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        ui.label(rich(symbol, TypeStyle::Title, tokens(ui).ok));
        label::small(ui, words);
    });
}

/// The program's sign: areas as tiles, one of them in hand.
fn logo(ui: &mut Ui) {
    const TILES: [(usize, usize, Option<usize>); 12] = [
        (1, 0, Some(2)),
        (2, 0, Some(1)),
        (0, 1, Some(3)),
        (1, 1, None),
        (2, 1, Some(4)),
        (3, 1, Some(2)),
        (0, 2, Some(1)),
        (1, 2, Some(4)),
        (2, 2, Some(3)),
        (3, 2, Some(1)),
        (1, 3, Some(2)),
        (2, 3, Some(0)),
    ];
    let (rect, _) = ui.allocate_exact_size(vec2(60.0, 60.0), Sense::hover());
    let tokens = tokens(ui);
    for (column, row, class) in TILES {
        let corner = rect.min + vec2(column as f32 * 15.0, row as f32 * 15.0);
        let color = class.map_or(tokens.accent, |class| tokens.palettes.need(class, 5));
        ui.painter().rect_filled(Rect::from_min_size(corner, vec2(13.0, 13.0)), radius::BAR, color32(color));
    }
}

fn recent(ui: &mut Ui, files: &[RecentFile], outbox: &mut Outbox) {
    ui.horizontal(|ui| {
        label::title(ui, words::RECENT);
        if !files.is_empty() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| label::small(ui, words::RECENT_HINT));
        }
    });
    ui.add_space(8.0);
    if files.is_empty() {
        label::body(ui, words::NO_RECENT);
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let top = ui.cursor().min;
    for file in files {
        ui.push_id(&file.path, |ui| entry(ui, file, outbox));
    }
    let frame = Rect::from_min_max(top, pos2(ui.max_rect().right(), ui.cursor().min.y));
    ui.painter().rect_stroke(frame, radius::CONTROL, line(stroke::LINE, tokens(ui).line), StrokeKind::Inside);
}

fn entry(ui: &mut Ui, file: &RecentFile, outbox: &mut Outbox) {
    let tokens = tokens(ui);
    let sense = if file.reachable { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, file.reachable, &file.title));
    if response.hovered() && file.reachable {
        ui.painter().rect_filled(rect, radius::CONTROL, color32(tokens.hover));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius::CONTROL, line(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
    }
    let (title, rest) = if file.reachable { (tokens.text, tokens.text2) } else { (tokens.disabled, tokens.disabled) };
    let painter = ui.painter().with_clip_rect(rect);
    let left = rect.left() + 46.0;
    let symbol = if file.reachable { icon::STACK } else { icon::WARNING };
    let font = |style| crate::ui::widget::style::font(style);
    painter.text(
        pos2(rect.left() + 24.0, rect.center().y),
        Align2::CENTER_CENTER,
        symbol,
        egui::FontId::proportional(20.0),
        color32(rest),
    );
    painter.text(
        pos2(left, rect.top() + 18.0),
        Align2::LEFT_CENTER,
        &file.title,
        font(TypeStyle::BodyStrong),
        color32(title),
    );
    let path = file.path.display().to_string();
    painter.text(pos2(left, rect.top() + 37.0), Align2::LEFT_CENTER, path, font(TypeStyle::Small), color32(rest));
    let about = if file.reachable { file.summary.as_str() } else { words::UNREACHABLE };
    painter.text(pos2(left, rect.top() + 54.0), Align2::LEFT_CENTER, about, font(TypeStyle::Small), color32(rest));
    let when = text::date_time(&file.opened_at);
    painter.text(
        pos2(rect.right() - 16.0, rect.top() + 18.0),
        Align2::RIGHT_CENTER,
        when,
        font(TypeStyle::Small),
        color32(rest),
    );
    if response.clicked() {
        outbox.push(Intent::OpenProject(file.path.clone()));
    }
    if !file.reachable {
        let place = Rect::from_min_max(pos2(rect.right() - 220.0, rect.bottom() - 36.0), rect.max - vec2(12.0, 8.0));
        ui.scope_builder(egui::UiBuilder::new().max_rect(place).layout(Layout::right_to_left(Align::Center)), |ui| {
            if Button::secondary(words::FORGET).compact().show(ui).clicked() {
                outbox.push(Intent::ForgetRecent(file.path.clone()));
            }
        });
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line_soft));
}

fn drop_zone(ui: &mut Ui) {
    label::h2(ui, words::DROP_TITLE);
    ui.add_space(6.0);
    let tokens = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 120.0), Sense::hover());
    let hovering = ui.input(|input| !input.raw.hovered_files.is_empty());
    let fill = if hovering { tokens.selected } else { tokens.sunken };
    ui.painter().rect_filled(rect, radius::CONTROL, color32(fill));
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(Shape::dashed_line(&corners, line(stroke::LINE, tokens.line_strong), 4.0, 3.0));
    let middle = rect.center();
    let painter = ui.painter();
    let font = |style| crate::ui::widget::style::font(style);
    let at = |dy: f32| pos2(middle.x, middle.y + dy);
    painter.text(
        at(-28.0),
        Align2::CENTER_CENTER,
        icon::DOWNLOAD_SIMPLE,
        egui::FontId::proportional(24.0),
        color32(tokens.accent),
    );
    painter.text(at(4.0), Align2::CENTER_CENTER, words::DROP_WHAT, font(TypeStyle::BodyStrong), color32(tokens.text));
    painter.text(at(26.0), Align2::CENTER_CENTER, words::DROP_HINT, font(TypeStyle::Small), color32(tokens.text2));
}
