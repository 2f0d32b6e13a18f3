//! Notices: inline with one link, and toasts at the bottom right that wait there.

use super::badge::Tone;
use super::button::Button;
use super::icon;
use super::paint;
use super::style::{color32, line, rich, tokens};
use crate::text::panel::widget as words;
use crate::theme::{TypeStyle, radius, space, stroke};
use egui::accesskit::Role;
use egui::{
    Align, Area, Context, CornerRadius, Frame, Id, Key, Label, Layout, Margin, Modifiers, Order, Rect, Ui, vec2,
};

/// The icon of a tone.
pub fn tone_icon(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral | Tone::Accent | Tone::Info => icon::INFO,
        Tone::Ok => icon::CHECK_CIRCLE,
        Tone::Warn => icon::WARNING,
        Tone::Err => icon::WARNING_CIRCLE,
    }
}

/// A notice inside a view; returns whether its link was clicked.
pub fn notice(ui: &mut Ui, tone: Tone, sentence: &str, link: Option<&str>) -> bool {
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(color32(tone.ground(tokens)))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(10, 8));
    let mut clicked = false;
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(16.0, 18.0), egui::Sense::hover());
            paint::icon(ui, place.center(), tone_icon(tone), 15.0, tone.text(tokens));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add(Label::new(rich(sentence, TypeStyle::Body, tokens.text)).wrap());
                if let Some(link) = link {
                    clicked = Button::link(link).compact().show(ui).clicked();
                }
            });
        });
    });
    alert(ui.ctx(), shown.response.id, sentence);
    clicked
}

/// A message that floats until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// Its meaning.
    pub tone: Tone,
    /// What happened, in a few words.
    pub title: String,
    /// More words; may be empty.
    pub note: String,
    /// What can be done: „Rückgängig", „Ordner zeigen".
    pub actions: Vec<String>,
}

/// What was done to the toasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastResponse {
    /// Closed the toast with this index.
    Closed(usize),
    /// Chose an action: toast, action.
    Action(usize, usize),
}

/// Clear of status bar and action bar, so that no notice covers a primary button.
const ABOVE_FOOTER: f32 = 26.0 + 60.0 + 10.0;

/// Shows the last three toasts at the bottom right, above status bar and action bar.
pub fn toasts(ctx: &Context, toasts: &[Toast]) -> Option<ToastResponse> {
    let first = toasts.len().saturating_sub(3);
    let mut response = None;
    let mut stops = Vec::new();
    let area = Area::new(Id::unique("toasts"))
        .order(Order::Foreground)
        .anchor(egui::Align2::RIGHT_BOTTOM, vec2(-16.0, -ABOVE_FOOTER))
        .accessible_name(words::TOASTS);
    area.show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        for (at, toast) in toasts.iter().enumerate().skip(first) {
            if let Some(done) = ui.push_id(at, |ui| show_toast(ui, at, toast, &mut stops)).inner {
                response = Some(done);
            }
        }
    });
    response.or_else(|| by_keys(ctx, &stops, toasts.len()))
}

/// F6 goes through the buttons of the notices and then back to where the keyboard was; Esc closes the notice it is in.
fn by_keys(ctx: &Context, stops: &[(usize, Id)], most: usize) -> Option<ToastResponse> {
    let before = Id::unique("fokus-vor-hinweis");
    let focused = ctx.memory(egui::Memory::focused);
    let at = focused.and_then(|id| stops.iter().position(|(_, stop)| *stop == id));
    let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::F6) {
        match stops.get(at.map_or(0, |at| at + 1)) {
            Some((_, next)) => {
                if at.is_none() {
                    ctx.data_mut(|data| data.insert_temp(before, focused));
                }
                ctx.memory_mut(|memory| memory.request_focus(*next));
            }
            None => give_back(ctx, before),
        }
    }
    // Esc has taken the focus away before this frame: which notice had it is known from the one before.
    let inside = Id::unique("hinweis-mit-fokus");
    let was: Option<usize> = ctx.data_mut(|data| data.remove_temp(inside));
    if let Some((toast, _)) = at.and_then(|at| stops.get(at)) {
        ctx.data_mut(|data| data.insert_temp(inside, *toast));
    }
    let closed = was.filter(|toast| *toast < most && pressed(Key::Escape))?;
    give_back(ctx, before);
    Some(ToastResponse::Closed(closed))
}

fn give_back(ctx: &Context, before: Id) {
    let focused: Option<Option<Id>> = ctx.data_mut(|data| data.remove_temp(before));
    match focused.flatten() {
        Some(focused) => ctx.memory_mut(|memory| memory.request_focus(focused)),
        None => ctx.memory_mut(|memory| memory.focused().map(|focused| memory.surrender_focus(focused)).unwrap_or(())),
    }
}

fn show_toast(ui: &mut Ui, at: usize, toast: &Toast, stops: &mut Vec<(usize, Id)>) -> Option<ToastResponse> {
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(color32(tokens.raised))
        .stroke(line(stroke::LINE, tokens.frame))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin { left: 16, right: 10, top: 8, bottom: 8 });
    let mut response = None;
    let shown = frame.show(ui, |ui| {
        ui.set_width(390.0);
        ui.horizontal(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(18.0, 36.0), egui::Sense::hover());
            paint::icon(ui, place.center(), tone_icon(toast.tone), 16.0, toast.tone.text(tokens));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let mut own = Vec::new();
                let close = Button::icon_only(icon::X, words::CLOSE).compact().show(ui);
                own.push((at, close.id));
                if close.clicked() {
                    response = Some(ToastResponse::Closed(at));
                }
                for (action, label) in toast.actions.iter().enumerate().rev() {
                    let way = Button::link(label).compact().show(ui);
                    own.push((at, way.id));
                    if way.clicked() {
                        response = Some(ToastResponse::Action(at, action));
                    }
                }
                // As they are read: from left to right.
                stops.extend(own.into_iter().rev());
                ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    ui.add(Label::new(rich(toast.title.as_str(), TypeStyle::BodyStrong, tokens.text)).wrap());
                    if !toast.note.is_empty() {
                        ui.add(Label::new(rich(toast.note.as_str(), TypeStyle::Small, tokens.text2)).wrap());
                    }
                });
            });
        });
    });
    let rect = shown.response.rect;
    let bar = Rect::from_min_size(rect.min, vec2(stroke::SELECTION, rect.height()));
    ui.painter().rect_filled(bar, 0.0, color32(toast.tone.text(tokens)));
    alert(ui.ctx(), shown.response.id, &toast.title);
    response
}

fn alert(ctx: &Context, id: Id, sentence: &str) {
    ctx.accesskit_node_builder(id, |node| {
        node.set_role(Role::Alert);
        node.set_label(sentence);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn the_link_of_a_notice_can_be_followed() {
        let mut harness = testing::harness(false, |ui, clicked| {
            *clicked |= notice(ui, Tone::Warn, "38.200 € sind nicht gedeckt.", Some("Ergänzen"));
        });
        harness.get_by_label("Ergänzen").click();
        harness.run();
        assert!(*harness.state());
    }

    #[test]
    fn a_toast_offers_the_way_back() {
        let mut harness = testing::harness(None, |ui, response| {
            let toast = Toast {
                tone: Tone::Ok,
                title: "Maßnahme M-07 gelöscht".to_owned(),
                note: String::new(),
                actions: vec!["Rückgängig".to_owned()],
            };
            *response = toasts(ui.ctx(), &[toast]).or(*response);
        });
        harness.run();
        harness.get_by_label("Rückgängig").click();
        harness.run();
        assert_eq!(*harness.state(), Some(ToastResponse::Action(0, 0)));
    }

    #[test]
    fn f6_reaches_a_toast_and_escape_closes_it() {
        let mut harness = testing::harness(None, |ui, response| {
            let actions = vec!["Rückgängig".to_owned()];
            let toast = Toast { tone: Tone::Ok, title: "Gelöscht".to_owned(), note: String::new(), actions };
            *response = toasts(ui.ctx(), &[toast]).or(*response);
        });
        harness.run();
        harness.key_press(Key::F6);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(*harness.state(), Some(ToastResponse::Action(0, 0)));
        *harness.state_mut() = None;
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(*harness.state(), Some(ToastResponse::Closed(0)));
    }
}
