//! A running work: verb and count, a bar, a way to stop it. Never a spinner without words.

use super::button::Button;
use super::paint;
use super::style::{color32, rich, tokens};
use crate::text::panel::widget as words;
use crate::theme::TypeStyle;
use egui::accesskit::Role;
use egui::{Align, Layout, Rect, Sense, Ui, WidgetInfo, vec2};

/// Shows the progress, e.g. „Ziehung 6.200 von 10.000"; returns whether it is to be stopped.
pub fn progress(ui: &mut Ui, words: &str, share: f32, stoppable: bool) -> bool {
    let tokens = tokens(ui);
    let mut stop = false;
    ui.horizontal(|ui| {
        ui.label(rich(words, TypeStyle::Body, tokens.text));
        if stoppable {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                stop = Button::secondary(words::CANCEL).compact().show(ui).clicked();
            });
        }
    });
    bar(ui, words, share);
    stop
}

/// A bar of its own, 5 high.
pub fn bar(ui: &mut Ui, name: &str, share: f32) {
    let tokens = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 5.0), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(f64::from(share) * 100.0);
        info
    });
    ui.painter().rect_filled(rect, 2.0, color32(tokens.track));
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * share.clamp(0.0, 1.0), rect.height()));
    ui.painter().rect_filled(done, 2.0, color32(tokens.accent));
}

/// The numbered steps of a wizard: done with a check, the current one in the accent, later ones grey.
pub fn wizard_steps(ui: &mut Ui, current: usize, steps: &[&str]) {
    let tokens = tokens(ui);
    ui.horizontal(|ui| {
        for (at, step) in steps.iter().enumerate() {
            if at > 0 {
                let (rect, _) = ui.allocate_exact_size(vec2(22.0, 1.0), Sense::hover());
                ui.painter().rect_filled(paint::snap(ui, rect), 0.0, color32(tokens.frame));
            }
            let (color, style) = match at.cmp(&current) {
                std::cmp::Ordering::Less => (tokens.text, TypeStyle::Small),
                std::cmp::Ordering::Equal => (tokens.accent, TypeStyle::SmallStrong),
                std::cmp::Ordering::Greater => (tokens.text3, TypeStyle::Small),
            };
            let label = paint::galley(ui, step, style, color);
            let (rect, response) = ui.allocate_exact_size(vec2(22.0 + label.size().x, 24.0), Sense::hover());
            let name = words::wizard_step(at + 1, steps.len(), step);
            response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
            let center = rect.left_center() + vec2(8.0, 0.0);
            if at < current {
                paint::icon(ui, center, super::icon::CHECK_CIRCLE, 16.0, tokens.ok);
            } else {
                ui.painter().circle_stroke(center, 7.0, super::style::line(1.0, color));
                let number = (at + 1).to_string();
                paint::text(ui, center, egui::Align2::CENTER_CENTER, &number, TypeStyle::Tiny, color);
            }
            paint::put(ui, ui.painter(), center + vec2(14.0, 0.0), egui::Align2::LEFT_CENTER, label);
        }
    });
}
