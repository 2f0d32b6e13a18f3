//! Buttons: one primary per view, everything else outline, ghost or link. A button that cannot be used says why.

use super::icon;
use super::paint::{self, snap};
use super::style::{color32, line, tokens};
use crate::text::panel::widget as words;
use crate::theme::{Color, Tokens, TypeStyle, control, radius, space, stroke};
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Galley, Response, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

const ICON: f32 = 16.0;
/// Links stand in running text and stay as low as it.
const LINK: f32 = 18.0;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Primary,
    Secondary,
    Recommended,
    Ghost,
    Link,
    Icon,
}

/// A button; build it, then [`show`](Self::show) it.
#[must_use = "call show"]
pub struct Button<'a> {
    look: Look,
    label: &'a str,
    icon: Option<&'a str>,
    shortcut: Option<&'a str>,
    disabled_reason: Option<&'a str>,
    hint: Option<&'a str>,
    height: f32,
    width: Option<f32>,
    at_most: Option<f32>,
    selected: bool,
    caret: bool,
    small: bool,
}

impl<'a> Button<'a> {
    /// The one action of a view.
    pub fn primary(label: &'a str) -> Self {
        Self::new(Look::Primary, label)
    }

    /// Any other action: outline.
    pub fn secondary(label: &'a str) -> Self {
        Self::new(Look::Secondary, label)
    }

    /// The recommended choice among several in a card: accent outline.
    pub fn recommended(label: &'a str) -> Self {
        Self::new(Look::Recommended, label)
    }

    /// An action of a view head or toolbar: no frame until the pointer is over it.
    pub fn ghost(label: &'a str) -> Self {
        Self::new(Look::Ghost, label)
    }

    /// A way to another place: underlined words.
    pub fn link(label: &'a str) -> Self {
        Self { height: LINK, small: true, ..Self::new(Look::Link, label) }
    }

    /// Only an icon; `name` is its accessible name and tooltip.
    pub fn icon_only(icon: &'a str, name: &'a str) -> Self {
        Self { icon: Some(icon), hint: Some(name), ..Self::new(Look::Icon, name) }
    }

    fn new(look: Look, label: &'a str) -> Self {
        Self {
            look,
            label,
            icon: None,
            shortcut: None,
            disabled_reason: None,
            hint: None,
            height: control::HEIGHT,
            width: None,
            at_most: None,
            selected: false,
            caret: false,
            small: false,
        }
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A key cap after the words, e.g. `Strg+N`. The key itself is handled by the view.
    pub fn shortcut(mut self, keys: &'a str) -> Self {
        self.shortcut = Some(keys);
        self
    }

    /// Locks the button where there is a reason: `Überschneidung mit einem Angebot klären.`
    pub fn disabled_reason(mut self, reason: Option<&'a str>) -> Self {
        self.disabled_reason = reason;
        self
    }

    /// A tooltip.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The lower height of toolbars, with small words.
    pub fn compact(mut self) -> Self {
        if self.look != Look::Link {
            self.height = control::COMPACT;
        }
        self.small = true;
        self
    }

    /// The greater height of the start window.
    pub fn large(mut self) -> Self {
        self.height = control::LARGE;
        self
    }

    /// At least this width.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// No wider than this: words that are longer end in `…` and stand whole in the tooltip.
    pub fn at_most(mut self, width: f32) -> Self {
        self.at_most = Some(width);
        self
    }

    /// Shows it as switched on.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// A caret after the words: opens a menu.
    pub fn caret(mut self) -> Self {
        self.caret = true;
        self
    }

    /// Paints the button and reports what happened to it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let enabled = self.disabled_reason.is_none() && ui.is_enabled();
        let tokens = tokens(ui);
        let style = self.type_style();
        let words = self.words(ui, style, tokens.text);
        let (natural, is_cut) = (self.natural_width(ui, words.size().x), words.elided);
        let size = vec2(self.width.unwrap_or(0.0).max(natural), self.height);
        let (rect, response) = ui.allocate_exact_size(size, if enabled { Sense::click() } else { Sense::hover() });
        response.widget_info(|| WidgetInfo::labeled(self.role(), enabled, self.label));
        self.describe(ui, &response);
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, enabled, tokens);
        }
        let response = self.with_tooltip(response);
        if is_cut { response.on_hover_text(self.label) } else { response }
    }

    fn words(&self, ui: &Ui, style: TypeStyle, color: Color) -> Arc<Galley> {
        match self.at_most {
            Some(most) => paint::elided(ui, self.label, style, color, most - self.natural_width(ui, 0.0)),
            None => paint::galley(ui, self.label, style, color),
        }
    }

    fn role(&self) -> Role {
        match self.look {
            Look::Link => Role::Link,
            Look::Primary | Look::Secondary | Look::Recommended | Look::Ghost | Look::Icon => Role::Button,
        }
    }

    fn type_style(&self) -> TypeStyle {
        match (self.look, self.small) {
            (Look::Primary | Look::Recommended, false) => TypeStyle::BodyStrong,
            (Look::Primary | Look::Recommended, true) => TypeStyle::SmallStrong,
            (Look::Secondary | Look::Ghost | Look::Icon, false) => TypeStyle::Body,
            (Look::Secondary | Look::Ghost | Look::Icon, true) | (Look::Link, _) => TypeStyle::Small,
        }
    }

    fn padding(&self) -> f32 {
        match self.look {
            Look::Link => 0.0,
            Look::Ghost | Look::Icon => space::S,
            Look::Primary | Look::Secondary | Look::Recommended => {
                if self.small {
                    space::M
                } else {
                    space::L
                }
            }
        }
    }

    fn natural_width(&self, ui: &Ui, words: f32) -> f32 {
        if self.look == Look::Icon {
            return self.height;
        }
        let icon = self.icon.map_or(0.0, |_| ICON + space::S);
        let key = self.shortcut.map_or(0.0, |keys| paint::key_cap_width(ui, keys) + space::M);
        let caret = if self.caret { 12.0 + space::S } else { 0.0 };
        (self.padding() * 2.0 + icon + words + key + caret).ceil()
    }

    fn describe(&self, ui: &Ui, response: &Response) {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            if let Some(reason) = self.disabled_reason {
                node.set_description(words::not_yet_possible(reason));
            }
            if let Some(keys) = self.shortcut {
                node.set_keyboard_shortcut(keys);
            }
            if self.selected {
                node.set_toggled(egui::accesskit::Toggled::True);
            }
        });
    }

    fn with_tooltip(&self, response: Response) -> Response {
        match (self.disabled_reason, self.hint) {
            (Some(reason), _) => response.on_hover_text(words::not_yet_possible(reason)),
            (None, Some(hint)) => response.on_hover_text(hint),
            (None, None) => response,
        }
    }

    fn paint(&self, ui: &Ui, rect: egui::Rect, response: &Response, enabled: bool, tokens: &Tokens) {
        let rect = snap(ui, rect);
        let (fill, border, text) = self.colors(response, enabled, tokens);
        let round = CornerRadius::same(radius::CONTROL);
        if let Some(fill) = fill {
            ui.painter().rect_filled(rect, round, color32(fill));
        }
        if let Some(border) = border {
            ui.painter().rect_stroke(rect, round, line(stroke::LINE, border), StrokeKind::Inside);
        }
        paint::focus_ring(ui, response, rect);
        if self.look == Look::Icon {
            paint::icon(ui, rect.center(), self.icon.unwrap_or_default(), ICON, text);
            return;
        }
        let words = self.words(ui, self.type_style(), text);
        let content = self.natural_width(ui, words.size().x) - 2.0 * self.padding();
        let mut x = if self.caret { rect.left() + self.padding() } else { rect.center().x - content / 2.0 };
        if let Some(icon) = self.icon {
            paint::icon(ui, pos2(x + ICON / 2.0, rect.center().y), icon, ICON, text);
            x += ICON + space::S;
        }
        let place = paint::put(ui, ui.painter(), pos2(x, rect.center().y), Align2::LEFT_CENTER, words);
        if self.look == Look::Link && enabled {
            ui.painter().hline(place.x_range(), place.bottom() - 1.5, line(stroke::LINE, text));
        }
        let right = pos2(rect.right() - self.padding(), rect.center().y);
        if let Some(keys) = self.shortcut {
            paint::key_cap(ui, right, keys, text, text);
        }
        if self.caret {
            paint::icon(ui, right - vec2(6.0, 0.0), icon::CARET_DOWN, 12.0, text);
        }
    }

    /// Fill, border and text.
    fn colors(&self, response: &Response, enabled: bool, tokens: &Tokens) -> (Option<Color>, Option<Color>, Color) {
        let over = response.hovered() || response.has_focus();
        let down = response.is_pointer_button_down_on();
        let touched = if down { tokens.pressed } else { tokens.hover };
        if !enabled {
            return match self.look {
                Look::Primary | Look::Secondary | Look::Recommended => {
                    (Some(tokens.sunken), Some(tokens.line), tokens.disabled)
                }
                Look::Ghost | Look::Link | Look::Icon => (None, None, tokens.disabled),
            };
        }
        match self.look {
            Look::Primary if over || down => (Some(tokens.accent_hover), None, tokens.on_accent),
            Look::Primary => (Some(tokens.accent), None, tokens.on_accent),
            Look::Secondary | Look::Recommended => {
                let fill = if self.selected {
                    tokens.selected
                } else if response.hovered() {
                    touched
                } else {
                    tokens.raised
                };
                let (border, text) = if self.look == Look::Recommended {
                    (tokens.accent, tokens.accent)
                } else {
                    (tokens.line_strong, tokens.text)
                };
                (Some(fill), Some(border), text)
            }
            Look::Ghost | Look::Icon => {
                let fill = if self.selected { Some(tokens.selected) } else { response.hovered().then_some(touched) };
                (fill, None, if self.selected { tokens.text } else { tokens.text2 })
            }
            Look::Link => (None, None, if response.hovered() { tokens.accent_hover } else { tokens.accent }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui_kittest::kittest::{NodeT as _, Queryable as _};

    #[test]
    fn a_button_is_clicked_by_its_word() {
        let mut harness = testing::harness(0, |ui, clicks| {
            if Button::primary("Importieren").icon(icon::CHECK).shortcut("Strg+I").show(ui).clicked() {
                *clicks += 1;
            }
        });
        harness.get_by_label("Importieren").click();
        harness.run();
        assert_eq!(*harness.state(), 1);
    }

    #[test]
    fn a_locked_button_does_nothing_and_says_why() {
        let mut harness = testing::harness(0, |ui, clicks| {
            if Button::secondary("Ausgeben").disabled_reason(Some("Jahr zuordnen.")).show(ui).clicked() {
                *clicks += 1;
            }
        });
        harness.get_by_label("Ausgeben").click();
        harness.run();
        assert_eq!(*harness.state(), 0);
        let node = harness.get_by_label("Ausgeben");
        assert_eq!(node.accesskit_node().description().as_deref(), Some("Noch nicht möglich: Jahr zuordnen."));
    }
}
