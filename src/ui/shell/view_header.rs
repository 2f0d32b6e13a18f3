//! The head of a place: title, a line about it, tabs, and its buttons on the right.

use crate::text::panel::shell as words;
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::menu_item;
use crate::ui::widget::icon;
use crate::ui::widget::style::{color32, font, line, rich, tokens};
use crate::ui::{Entry, PanelCx, section_label};
use egui::{Align, CornerRadius, Frame, Layout, Margin, Panel, Popup, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Height of the head.
pub(super) const HEIGHT: f32 = 48.0;
/// Between title, tabs and buttons.
const SPACING: f32 = 12.0;
/// Room of the button behind which tabs stand that do not fit.
const MORE: f32 = 32.0;

/// Head of a place, 48 points high. Exactly one primary button belongs on its right.
pub struct ViewHeader<'a> {
    title: &'a str,
    subtitle: &'a str,
    tabs: &'a [&'a str],
    tab: Option<&'a mut usize>,
}

impl<'a> ViewHeader<'a> {
    /// A head with a title.
    pub fn new(title: &'a str) -> ViewHeader<'a> {
        ViewHeader { title, subtitle: "", tabs: &[], tab: None }
    }

    /// A line beside the title.
    #[must_use]
    pub fn subtitle(mut self, subtitle: &'a str) -> Self {
        self.subtitle = subtitle;
        self
    }

    /// Tabs after the title; `current` is the index of the tab in view.
    #[must_use]
    pub fn tabs(mut self, tabs: &'a [&'a str], current: &'a mut usize) -> Self {
        self.tabs = tabs;
        self.tab = Some(current);
        self
    }

    /// Draws the head as a panel at the top of what is left; `buttons` are laid out from the right.
    pub fn show(self, ui: &mut Ui, cx: &mut PanelCx, buttons: impl FnOnce(&mut Ui, &mut PanelCx)) {
        let mut tab = self.tab;
        if let Some(Entry::Reiter(place, label)) = cx.focus.wanted
            && section_label(place) == self.title
            && let Some(current) = tab.as_deref_mut()
        {
            *current = self.tabs.iter().position(|known| known.starts_with(label)).unwrap_or(*current);
        }
        let tokens = cx.tokens;
        let frame =
            Frame::NONE.fill(color32(tokens.surface)).inner_margin(Margin { left: 16, right: 16, top: 0, bottom: 0 });
        Panel::top(egui::Id::unique(("view_header", self.title)))
            .exact_size(HEIGHT)
            .resizable(false)
            .show_separator_line(false)
            .frame(frame)
            .show(ui, |ui| {
                let rect = ui.max_rect();
                let edge = rect.expand2(vec2(16.0, 0.0));
                ui.painter().hline(edge.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = SPACING;
                    ui.label(rich(self.title, TypeStyle::Title, tokens.text));
                    if !self.subtitle.is_empty() {
                        ui.label(rich(self.subtitle, TypeStyle::Small, tokens.text2));
                    }
                    // How much room the buttons take is known from the frame before.
                    let room_id = egui::Id::unique(("view_header_buttons", self.title));
                    let taken: f32 = ui.data(|data| data.get_temp(room_id)).unwrap_or_default();
                    if let Some(current) = tab {
                        ui.add_space(8.0);
                        tabs(ui, cx, self.tabs, current, rect.right() - taken - SPACING);
                    }
                    let shown = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.spacing_mut().item_spacing.x = 8.0;
                        buttons(ui, cx);
                        ui.min_rect()
                    });
                    let needed = rect.right() - shown.inner.left().min(rect.right());
                    if (needed - taken).abs() > 0.5 {
                        ui.data_mut(|data| data.insert_temp(room_id, needed));
                        ui.ctx().request_discard("the tabs make room for the buttons");
                    }
                });
            });
    }
}

/// The tabs up to `right`; those that do not fit stand in a menu, never the one in view.
fn tabs(ui: &mut Ui, cx: &PanelCx, labels: &[&str], current: &mut usize, right: f32) {
    let widths: Vec<f32> = labels.iter().enumerate().map(|(at, label)| tab_width(ui, label, *current == at)).collect();
    let shown = fitting(&widths, *current, right - ui.cursor().left());
    for (at, label) in labels.iter().enumerate().filter(|(at, _)| shown.contains(at)) {
        if tab(ui, cx, label, *current == at) {
            *current = at;
        }
    }
    if shown.len() == labels.len() {
        return;
    }
    let button = Button::icon_only(icon::DOTS_THREE, words::MORE_TABS).show(ui);
    Popup::menu(&button).accessible_name(words::MORE_TABS).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, label) in labels.iter().enumerate().filter(|(at, _)| !shown.contains(at)) {
            if menu_item(ui, label, false, None) {
                *current = at;
                ui.close();
            }
        }
    });
}

/// Which tabs fit into `room`: all, or the first ones and the current one beside a button for the others.
fn fitting(widths: &[f32], current: usize, room: f32) -> Vec<usize> {
    let sum = |shown: &[usize]| shown.iter().map(|at| widths[*at] + SPACING).sum::<f32>();
    let mut shown: Vec<usize> = (0..widths.len()).collect();
    if sum(&shown) <= room {
        return shown;
    }
    while sum(&shown) + MORE > room
        && let Some(last) = shown.iter().rposition(|at| *at != current)
    {
        shown.remove(last);
    }
    shown
}

fn tab_width(ui: &Ui, label: &str, current: bool) -> f32 {
    let style = if current { TypeStyle::BodyStrong } else { TypeStyle::Body };
    ui.painter().layout_no_wrap(label.to_owned(), font(style), color32(tokens(ui).text)).size().x + 8.0
}

fn tab(ui: &mut Ui, cx: &PanelCx, label: &str, current: bool) -> bool {
    let tokens = cx.tokens;
    let style = if current { TypeStyle::BodyStrong } else { TypeStyle::Body };
    let ink = if current { tokens.text } else { tokens.text2 };
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font(style), color32(ink));
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 8.0, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, current, label));
    let at = pos2(rect.center().x - galley.size().x / 2.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color32(ink));
    if current || response.hovered() {
        let bar = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 3.0), rect.right_bottom());
        let color = if current { tokens.accent } else { tokens.frame };
        ui.painter().rect_filled(bar, CornerRadius::ZERO, color32(color));
    }
    if response.has_focus() {
        let ring = line(stroke::FOCUS, tokens.accent);
        ui.painter().rect_stroke(rect.shrink2(vec2(0.0, 10.0)), CornerRadius::same(4), ring, egui::StrokeKind::Inside);
    }
    // The keyboard goes on from where the mouse was.
    if response.clicked() {
        response.request_focus();
    }
    response.clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_that_do_not_fit_give_way_from_the_last_but_never_the_one_in_view() {
        let widths = [60.0, 70.0, 80.0];
        assert_eq!(fitting(&widths, 0, 300.0), [0, 1, 2]);
        assert_eq!(fitting(&widths, 0, 230.0), [0, 1]);
        assert_eq!(fitting(&widths, 2, 230.0), [0, 2]);
        assert_eq!(fitting(&widths, 1, 40.0), [1]);
    }
}
