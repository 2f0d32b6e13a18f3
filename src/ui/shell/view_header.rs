//! The head of a place: title, a line about it, tabs, and its buttons on the right.

use crate::theme::{TypeStyle, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::style::{color32, font, line, rich};
use egui::{Align, CornerRadius, Frame, Layout, Margin, Panel, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Height of the head.
pub(super) const HEIGHT: f32 = 48.0;

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
                    ui.spacing_mut().item_spacing.x = 12.0;
                    ui.label(rich(self.title, TypeStyle::Title, tokens.text));
                    if !self.subtitle.is_empty() {
                        ui.label(rich(self.subtitle, TypeStyle::Small, tokens.text2));
                    }
                    if let Some(current) = self.tab {
                        ui.add_space(8.0);
                        for (at, label) in self.tabs.iter().enumerate() {
                            if tab(ui, cx, label, *current == at) {
                                *current = at;
                            }
                        }
                    }
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.spacing_mut().item_spacing.x = 8.0;
                        buttons(ui, cx);
                    });
                });
            });
    }
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
