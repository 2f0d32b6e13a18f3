//! One of several: segments, tabs, a list that opens.

use super::paint::{self, snap};
use super::style::{color32, line, rich, tokens};
use super::{field, icon};
use crate::text::fold::plain_letter;
use crate::text::panel::widget as words;
use crate::theme::{TypeStyle, control, radius, space, stroke};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Event, Id, Key, Popup, Rect, Response, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

/// Longest words of an entry in a menu; longer ones are cut, and whole in the tooltip.
const MENU_MOST: f32 = 440.0;
/// Room for the tick of an entry and the margins beside its words.
const MARKS: f32 = 32.0;
/// Margins and lines of a menu at both sides.
const MENU_FRAME: f32 = 12.0;

/// Two to four choices side by side; returns the newly chosen one.
pub fn segment<T: Copy + PartialEq>(ui: &mut Ui, current: T, choices: &[(T, &str)]) -> Option<T> {
    let tokens = tokens(ui);
    let widths: Vec<f32> = choices
        .iter()
        .map(|(_, label)| paint::galley(ui, label, TypeStyle::SmallStrong, tokens.text).size().x + 16.0)
        .collect();
    let size = vec2(widths.iter().sum::<f32>().ceil(), control::COMPACT);
    let (outer, own) = ui.allocate_exact_size(size, Sense::hover());
    let outer = snap(ui, outer);
    let round = CornerRadius::same(radius::CONTROL);
    ui.painter().rect_filled(outer, round, color32(tokens.raised));
    let mut left = outer.left();
    let mut chosen = None;
    for ((value, label), width) in choices.iter().zip(widths) {
        let rect = snap(ui, Rect::from_min_size(pos2(left, outer.top()), vec2(width, outer.height())));
        let response = ui.interact(rect, own.id.with(label), Sense::click());
        let selected = *value == current;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, selected, label));
        if selected || response.hovered() {
            let fill = if selected { tokens.selected } else { tokens.hover };
            ui.painter().rect_filled(rect.shrink(1.0), CornerRadius::same(radius::BADGE), color32(fill));
        }
        let (style, color) =
            if selected { (TypeStyle::SmallStrong, tokens.text) } else { (TypeStyle::Small, tokens.text2) };
        paint::text(ui, rect.center(), Align2::CENTER_CENTER, label, style, color);
        if left > outer.left() {
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, tokens.line_strong));
        }
        paint::focus_ring(ui, &response, rect);
        // The keyboard goes on from where the mouse was.
        if response.clicked() {
            response.request_focus();
        }
        if response.clicked() && !selected {
            chosen = Some(*value);
        }
        left += width;
    }
    ui.painter().rect_stroke(outer, round, line(stroke::LINE, tokens.line_strong), StrokeKind::Inside);
    chosen
}

/// Tabs of a view head, 48 high, with the accent line below the current one; returns the newly chosen one.
pub fn tabs<T: Copy + PartialEq>(ui: &mut Ui, current: T, choices: &[(T, &str)]) -> Option<T> {
    let tokens = tokens(ui);
    let mut chosen = None;
    for (value, label) in choices {
        let selected = *value == current;
        let width = paint::galley(ui, label, TypeStyle::BodyStrong, tokens.text).size().x;
        let (rect, response) = ui.allocate_exact_size(vec2((width + 4.0).ceil(), 48.0), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, selected, label));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(selected));
        let (style, color) = if selected {
            (TypeStyle::BodyStrong, tokens.text)
        } else if response.hovered() {
            (TypeStyle::Body, tokens.text)
        } else {
            (TypeStyle::Body, tokens.text2)
        };
        paint::text(ui, rect.center(), Align2::CENTER_CENTER, label, style, color);
        let rect = snap(ui, rect);
        if selected || response.hovered() {
            let bar = Rect::from_min_max(pos2(rect.left(), rect.bottom() - stroke::SELECTION), rect.max);
            let color = if selected { tokens.accent } else { tokens.frame };
            ui.painter().rect_filled(bar, CornerRadius::same(1), color32(color));
        }
        paint::focus_ring(ui, &response, rect.shrink2(vec2(0.0, 8.0)));
        ui.add_space(space::M);
        if response.clicked() {
            response.request_focus();
        }
        if response.clicked() && !selected {
            chosen = Some(*value);
        }
    }
    chosen
}

/// A list that opens below its field; build it, then [`show`](Self::show) it.
#[must_use = "call show"]
pub struct Combo<'a> {
    name: &'a str,
    of: Option<Id>,
    label: bool,
    required: bool,
    width: Option<f32>,
    compact: bool,
    empty: &'a str,
    icon: Option<&'a str>,
    disabled_reason: Option<&'a str>,
}

impl<'a> Combo<'a> {
    /// A list called `name` for screen readers.
    pub fn new(name: &'a str) -> Self {
        Self {
            name,
            of: None,
            label: false,
            required: false,
            width: None,
            compact: false,
            empty: "",
            icon: None,
            disabled_reason: None,
        }
    }

    /// Which thing it belongs to: it keeps the keyboard where rows come or go above it.
    pub fn of(mut self, of: impl std::hash::Hash + std::fmt::Debug) -> Self {
        self.of = Some(Id::unique(("combo", self.name, &of)));
        self
    }

    /// Shows its name above, as fields do.
    pub fn with_label(mut self) -> Self {
        self.label = true;
        self
    }

    /// Marks it as required.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Exactly this wide; otherwise as wide as its field needs.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// The lower height of toolbars, with small words.
    pub fn compact(mut self) -> Self {
        self.compact = true;
        self
    }

    /// What stands there while nothing is chosen.
    pub fn empty(mut self, words: &'a str) -> Self {
        self.empty = words;
        self
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Locks the list where there is a reason.
    pub fn disabled_reason(mut self, reason: Option<&'a str>) -> Self {
        self.disabled_reason = reason;
        self
    }

    /// Shows the list; returns the newly chosen value.
    pub fn show<T: Clone + PartialEq, L: AsRef<str>>(
        self,
        ui: &mut Ui,
        current: Option<&T>,
        choices: &[(T, L)],
    ) -> Option<T> {
        let scope = match self.of {
            Some(id) => UiBuilder::new().scope_id(id),
            None => UiBuilder::new().id_salt(("combo", self.name)),
        };
        ui.scope_builder(scope, |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                if self.label {
                    field::label(ui, self.name, self.required);
                }
                self.show_field(ui, current, choices)
            })
            .inner
        })
        .inner
    }

    fn show_field<T: Clone + PartialEq, L: AsRef<str>>(
        &self,
        ui: &mut Ui,
        current: Option<&T>,
        choices: &[(T, L)],
    ) -> Option<T> {
        let tokens = tokens(ui);
        let enabled = self.disabled_reason.is_none() && ui.is_enabled();
        let shown = current.and_then(|current| choices.iter().find(|(value, _)| value == current));
        let words = shown.map_or(self.empty, |(_, label)| label.as_ref());
        let style = if self.compact { TypeStyle::Small } else { TypeStyle::Body };
        let icon_width = self.icon.map_or(0.0, |_| 16.0 + space::S);
        let natural = paint::galley(ui, words, style, tokens.text).size().x + 40.0 + icon_width;
        let height = if self.compact { control::COMPACT } else { control::HEIGHT };
        let size = vec2(self.width.unwrap_or(natural).ceil(), height);
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let (rect, mut response) = ui.allocate_exact_size(size, sense);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, enabled, self.name);
            info.current_text_value = Some(words.to_owned());
            info
        });
        let rect = snap(ui, rect);
        let fill = if !enabled {
            tokens.sunken
        } else if response.hovered() {
            tokens.hover
        } else {
            tokens.raised
        };
        let round = CornerRadius::same(radius::CONTROL);
        ui.painter().rect_filled(rect, round, color32(fill));
        let border = if enabled { tokens.line_strong } else { tokens.line };
        ui.painter().rect_stroke(rect, round, line(stroke::LINE, border), StrokeKind::Inside);
        paint::focus_ring(ui, &response, rect);
        let color = if !enabled {
            tokens.disabled
        } else if shown.is_some() {
            tokens.text
        } else {
            tokens.text3
        };
        let mut x = rect.left() + space::M;
        if let Some(icon) = self.icon {
            paint::icon(ui, pos2(x + 8.0, rect.center().y), icon, 16.0, tokens.text2);
            x += icon_width;
        }
        let galley = paint::elided(ui, words, style, color, rect.right() - 26.0 - x);
        paint::put(ui, ui.painter(), pos2(x, rect.center().y), Align2::LEFT_CENTER, galley);
        paint::icon(ui, rect.right_center() - vec2(14.0, 0.0), icon::CARET_DOWN, 12.0, tokens.text2);
        if let Some(reason) = self.disabled_reason {
            response = response.on_hover_text(words::not_yet_possible(reason));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(words::not_yet_possible(reason)));
        }
        // A click leaves the keyboard here too: Tab goes on from the list, not from the top of the window.
        if response.clicked() {
            response.request_focus();
        }
        // Who opens it begins at what is chosen, or at the top.
        let opens = response.clicked();
        let first = shown.map_or(choices.first(), Some).map(|(value, _)| value);
        // Escape takes the focus from where it is, be it an entry or the field.
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        let (mut left, mut within) = (false, false);
        let popup = Popup::menu(&response).width(rect.width()).gap(2.0).accessible_name(self.name);
        let (list, was_open) = (popup.get_id(), popup.is_open());
        let chosen = popup
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                left = escaped && response.lost_focus();
                let max = ui.ctx().content_rect().height() * 0.6;
                egui::ScrollArea::vertical()
                    .max_height(max)
                    .show(ui, |ui| {
                        ui.set_min_width(rect.width() - MENU_FRAME);
                        let (mut chosen, mut entries) = (None, Vec::with_capacity(choices.len()));
                        for (value, label) in choices {
                            let entry = menu_entry(ui, label.as_ref(), current == Some(value), None);
                            if opens && first == Some(value) {
                                entry.request_focus();
                            }
                            if entry.gained_focus() {
                                entry.scroll_to_me(None);
                            }
                            within |= entry.has_focus();
                            left |= escaped && entry.lost_focus();
                            if entry.clicked() {
                                chosen = Some(value.clone());
                                ui.close();
                            }
                            entries.push((entry, label.as_ref()));
                        }
                        jump_to_letter(ui, &entries);
                        chosen
                    })
                    .inner
            })
            .and_then(|shown| shown.inner);
        // Who chose, or left the list by Escape or a click beside it, goes on from here.
        let closed = was_open && within && !Popup::is_id_open(ui.ctx(), list);
        if left || closed || chosen.is_some() {
            response.request_focus();
        }
        chosen
    }
}

/// A letter leads to the next entry that begins with it, from the last one back to the first.
fn jump_to_letter(ui: &Ui, entries: &[(Response, &str)]) {
    let typed = ui.input(|input| {
        input.events.iter().find_map(|event| if let Event::Text(text) = event { text.chars().next() } else { None })
    });
    let Some(letter) = typed.filter(|letter| letter.is_alphanumeric()).map(plain_letter) else { return };
    let from = entries.iter().position(|(entry, _)| entry.has_focus()).map_or(0, |at| at + 1);
    let begins = |words: &str| words.chars().next().map(plain_letter) == Some(letter);
    let (before, behind) = entries.split_at(from);
    if let Some((entry, _)) = behind.iter().chain(before).find(|(_, words)| begins(words)) {
        entry.request_focus();
        entry.scroll_to_me(None);
    }
}

/// An entry of a menu; `keys` stand at its right. Returns whether it was chosen.
pub fn menu_item(ui: &mut Ui, label: &str, selected: bool, keys: Option<&str>) -> bool {
    menu_entry(ui, label, selected, keys).clicked()
}

/// An entry of a menu, for one that is to get the focus.
pub fn menu_entry(ui: &mut Ui, label: &str, selected: bool, keys: Option<&str>) -> Response {
    let tokens = tokens(ui);
    let most = MENU_MOST.max(ui.min_rect().width() - MARKS);
    let words = paint::elided(ui, label, TypeStyle::Body, tokens.text, most);
    let elided = words.elided;
    let keys_width = keys.map_or(0.0, |keys| paint::galley(ui, keys, TypeStyle::Small, tokens.text3).size().x + 24.0);
    let natural = words.size().x + keys_width + MARKS;
    // A menu is as wide as its longest entry: while that is being found out, none fills the room there is.
    let width = if ui.is_sizing_pass() { natural } else { natural.max(ui.available_width()) };
    let size = vec2(width, 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, label));
    let rect = snap(ui, rect);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::BADGE), color32(tokens.hover));
    }
    paint::put(ui, ui.painter(), rect.left_center() + vec2(space::S, 0.0), Align2::LEFT_CENTER, words);
    let right = rect.right_center() - vec2(space::S, 0.0);
    if let Some(keys) = keys {
        paint::text(ui, right, Align2::RIGHT_CENTER, keys, TypeStyle::Small, tokens.text3);
    } else if selected {
        paint::icon(ui, right - vec2(6.0, 0.0), icon::CHECK, 14.0, tokens.accent);
    }
    if elided { response.on_hover_text(label) } else { response }
}

/// A round mark to choose one of several, with its words; returns whether it was chosen.
pub fn radio(ui: &mut Ui, selected: bool, label: &str) -> bool {
    let tokens = tokens(ui);
    let words = paint::galley(ui, label, TypeStyle::Body, tokens.text);
    let size = vec2(16.0 + space::M + words.size().x, control::COMPACT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, selected, label));
    let center = rect.left_center() + vec2(8.0, 0.0);
    if selected {
        ui.painter().circle_filled(center, 7.5, color32(tokens.accent));
        ui.painter().circle_filled(center, 2.8, color32(tokens.on_accent));
    } else {
        ui.painter().circle_stroke(center, 7.5, line(stroke::LINE, tokens.line_strong));
    }
    paint::focus_ring(ui, &response, Rect::from_center_size(center, vec2(16.0, 16.0)));
    paint::put(ui, ui.painter(), center + vec2(8.0 + space::M, 0.0), Align2::LEFT_CENTER, words);
    response.clicked() && !selected
}

/// A list with rich words for a tooltip: title and lines.
pub fn tooltip_lines(ui: &mut Ui, title: &str, lines: &[String]) {
    let tokens = tokens(ui);
    ui.label(rich(title, TypeStyle::BodyStrong, tokens.text));
    for text in lines {
        ui.label(rich(text.as_str(), TypeStyle::Small, tokens.text2));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn a_segment_is_chosen_by_its_word() {
        let mut harness = testing::harness('K', |ui, current| {
            if let Some(chosen) = segment(ui, *current, &[('K', "Karte"), ('T', "Kacheln")]) {
                *current = chosen;
            }
        });
        harness.get_by_label("Kacheln").click();
        harness.run();
        assert_eq!(*harness.state(), 'T');
    }

    #[test]
    fn a_list_opens_and_gives_what_was_chosen() {
        let mut harness = testing::harness(1, |ui, current| {
            let choices = [(1, "z-Wert"), (2, "Rang")];
            if let Some(chosen) = Combo::new("Normierung").show(ui, Some(current), &choices) {
                *current = chosen;
            }
        });
        harness.get_by_label("Normierung").click();
        harness.run();
        harness.get_by_label("Rang").click();
        harness.run();
        assert_eq!(*harness.state(), 2);
    }

    #[test]
    fn a_list_opens_at_what_is_chosen_and_a_letter_leads_on() {
        let mut harness = testing::harness(2, |ui, current| {
            let choices = [(1, "Marten"), (2, "Nette"), (3, "Scharnhorst"), (4, "Märkische Straße")];
            if let Some(chosen) = Combo::new("Aktionsraum").show(ui, Some(current), &choices) {
                *current = chosen;
            }
        });
        let focused = |harness: &egui_kittest::Harness<i32>, label| {
            harness.get_by_role_and_label(Role::MenuItem, label).is_focused()
        };
        harness.get_by_label("Aktionsraum").click();
        harness.run();
        assert!(focused(&harness, "Nette"), "opened by mouse");
        for expected in ["Märkische Straße", "Marten"] {
            harness.event(Event::Text("m".to_owned()));
            harness.run();
            assert!(focused(&harness, expected));
        }
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(*harness.state(), 1);
        assert!(harness.get_by_role_and_label(Role::ComboBox, "Aktionsraum").is_focused());
    }

    #[test]
    fn escape_closes_the_list_and_leaves_the_focus_on_its_field() {
        let mut harness = testing::harness(1, |ui, current| {
            let choices = [(1, "z-Wert"), (2, "Rang")];
            if let Some(chosen) = Combo::new("Normierung").show(ui, Some(current), &choices) {
                *current = chosen;
            }
        });
        harness.get_by_role_and_label(Role::ComboBox, "Normierung").focus();
        harness.run();
        for key in [Key::Enter, Key::ArrowDown] {
            harness.key_press(key);
            harness.run();
        }
        assert!(harness.get_by_role_and_label(Role::MenuItem, "Rang").is_focused());
        harness.key_press(Key::Escape);
        harness.run();
        assert!(harness.query_by_role_and_label(Role::MenuItem, "Rang").is_none(), "closed");
        assert!(harness.get_by_role_and_label(Role::ComboBox, "Normierung").is_focused());
        assert_eq!(*harness.state(), 1, "and nothing was chosen");
    }

    #[test]
    fn a_menu_is_as_wide_as_its_longest_entry() {
        let mut harness = testing::harness(1, |ui, current| {
            ui.set_width(800.0);
            let response = super::super::button::Button::ghost("Mehr").show(ui);
            Popup::menu(&response).show(|ui| {
                for (at, label) in [(1, "Karte als Bild"), (2, "Streudiagramm als Bild")] {
                    if menu_item(ui, label, false, None) {
                        *current = at;
                    }
                }
            });
        });
        harness.get_by_label("Mehr").click();
        harness.run();
        let width = |label: &str| harness.get_by_role_and_label(Role::MenuItem, label).rect().width();
        assert!(width("Karte als Bild") < 240.0, "{}", width("Karte als Bild"));
        assert!((width("Karte als Bild") - width("Streudiagramm als Bild")).abs() < 0.5, "as wide as the longest");
    }
}
