//! A dialog: only for failures and for what undo cannot bring back. Esc is harmless, Enter takes the safe default.

use super::badge::Tone;
use super::button::Button;
use super::notice::tone_icon;
use super::paint;
use super::style::{color32, line, rich, tokens};
use crate::text::Message;
use crate::text::panel::widget as words;
use crate::theme::{TypeStyle, radius, space, stroke};
use egui::accesskit::Role;
use egui::{Align, Context, CornerRadius, Frame, Id, Key, Label, Layout, Margin, Modal, Ui, vec2};

/// What was done to a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogResponse {
    /// Closed without a choice: Esc, click beside it, „Abbrechen".
    Dismissed,
    /// Chose the button with this index; the last one is the default.
    Chosen(usize),
}

/// Shows a failure in three parts, with technical details folded; `buttons` stand left to right, the last is primary.
pub fn message_dialog(ctx: &Context, message: &Message, buttons: &[&str]) -> Option<DialogResponse> {
    let text: Vec<&str> = [message.happened.as_str(), message.meaning.as_str(), message.action.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    dialog(ctx, Tone::Err, &message.title, &text, &message.technical, buttons)
}

/// Shows a dialog with any paragraphs.
pub fn dialog(
    ctx: &Context,
    tone: Tone,
    title: &str,
    paragraphs: &[&str],
    technical: &str,
    buttons: &[&str],
) -> Option<DialogResponse> {
    custom(ctx, tone, title, buttons, |ui| {
        for paragraph in paragraphs {
            ui.add(Label::new(rich(*paragraph, TypeStyle::Body, tokens(ui).text)).wrap());
        }
        if !technical.is_empty() {
            folded(ui, technical);
        }
    })
}

/// Shows a dialog with any contents, e.g. a field for a name.
pub fn custom(
    ctx: &Context,
    tone: Tone,
    title: &str,
    buttons: &[&str],
    contents: impl FnOnce(&mut Ui),
) -> Option<DialogResponse> {
    let theme =
        if ctx.global_style().visuals.dark_mode { crate::theme::Theme::Dark } else { crate::theme::Theme::Light };
    let tokens = theme.tokens();
    let frame = Frame::new()
        .fill(color32(tokens.raised))
        .stroke(line(stroke::LINE, tokens.frame))
        .corner_radius(CornerRadius::same(radius::MENU))
        .inner_margin(Margin { left: 24, right: 22, top: 20, bottom: 16 });
    let id = Id::unique("dialog");
    let before = id.with("fokus");
    if opens(ctx, id) {
        // Nothing is seen before the dialog has its size.
        ctx.request_discard("dialog opens");
        let focused = ctx.memory(egui::Memory::focused);
        ctx.data_mut(|data| data.insert_temp(before, focused));
        // Keys belong to the dialog now: a field of its own takes the focus, else the default button.
        ctx.memory_mut(|memory| memory.focused().map(|focused| memory.surrender_focus(focused)));
    }
    let mut chosen = None;
    let modal = Modal::new(id).backdrop_color(color32(tokens.scrim)).frame(frame).show(ctx, |ui| {
        ui.set_width(516.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        ui.horizontal_top(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(28.0, 28.0), egui::Sense::hover());
            paint::icon(ui, place.center(), tone_icon(tone), 26.0, tone.text(tokens));
            ui.add_space(space::XS);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                super::text::h2(ui, title);
                contents(ui);
            });
        });
        ui.add_space(space::L);
        // A row of its own height: the dialog may have been taller the last time.
        let row = vec2(ui.available_width(), ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            for (at, label) in buttons.iter().enumerate().rev() {
                let is_default = at + 1 == buttons.len();
                let button = if is_default { Button::primary(label) } else { Button::secondary(label) };
                let response = button.show(ui);
                if is_default && ui.memory(|memory| memory.focused().is_none()) {
                    response.request_focus();
                }
                if response.clicked() {
                    chosen = Some(DialogResponse::Chosen(at));
                }
            }
        });
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::AlertDialog);
            node.set_label(title);
        });
    });
    let beside = modal.backdrop_response.clicked();
    let escaped = modal.is_top_modal && ctx.input(|input| input.key_pressed(Key::Escape));
    let answer = chosen.or((beside || escaped).then_some(DialogResponse::Dismissed));
    if answer.is_some() {
        give_back_focus(ctx, before);
    }
    answer
}

/// The keyboard goes on where it was before the dialog.
fn give_back_focus(ctx: &Context, before: Id) {
    let focused: Option<Option<Id>> = ctx.data_mut(|data| data.remove_temp(before));
    if let Some(focused) = focused.flatten() {
        ctx.memory_mut(|memory| memory.request_focus(focused));
    }
}

/// Whether the dialog was not there in the pass before.
fn opens(ctx: &Context, id: Id) -> bool {
    let pass = ctx.cumulative_pass_nr();
    let before: Option<u64> = ctx.data_mut(|data| {
        let before = data.get_temp(id);
        data.insert_temp(id, pass);
        before
    });
    before.is_none_or(|before| before + 1 < pass)
}

fn folded(ui: &mut Ui, technical: &str) {
    let id = ui.scope_id().with("technical");
    let open: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    ui.horizontal(|ui| {
        let caret = if open { super::icon::CARET_DOWN } else { super::icon::CARET_RIGHT };
        if Button::ghost(words::TECHNICAL).icon(caret).compact().show(ui).clicked() {
            ui.data_mut(|data| data.insert_temp(id, !open));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::link(words::COPY_TECHNICAL).show(ui).clicked() {
                ui.ctx().copy_text(technical.to_owned());
            }
        });
    });
    if open {
        ui.add(Label::new(rich(technical, TypeStyle::Small, tokens(ui).text2)).wrap());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui_kittest::kittest::Queryable as _;

    fn show(ui: &mut Ui, response: &mut Option<DialogResponse>) {
        let message =
            Message::new("Der Bericht wurde nicht gespeichert", "Die Datei ist offen.", "", "Schließen Sie sie.");
        let message = message.with_technical("os error 32");
        *response = message_dialog(ui.ctx(), &message, &["Abbrechen", "Wiederholen"]).or(*response);
    }

    #[test]
    fn a_failure_offers_its_way_out() {
        let mut harness = testing::harness(None, show);
        harness.run();
        harness.get_by_label("Wiederholen").click();
        harness.run();
        assert_eq!(*harness.state(), Some(DialogResponse::Chosen(1)));
    }

    #[test]
    fn escape_is_harmless() {
        let mut harness = testing::harness(None, show);
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(*harness.state(), Some(DialogResponse::Dismissed));
    }
}
