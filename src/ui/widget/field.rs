//! Fields with their label above: words, numbers with a decimal comma, dates as TT.MM.JJJJ.
//!
//! A field shows the stored value and reports an [`Edit`] when the planner leaves it with something new. What is
//! being typed stays with the field; Esc takes it back; what cannot be read stays, with a sentence below.

use super::paint;
use super::style::{color32, font, line, rich, tokens};
use crate::text::panel::widget as words;
use crate::text::{self};
use crate::theme::{TypeStyle, control, radius, space, stroke};
use egui::text::{CCursor, CCursorRange};
use egui::widgets::text_edit::TextEditState;
use egui::{Align, Align2, CornerRadius, Frame, Id, Key, Margin, Response, StrokeKind, TextEdit, Ui, vec2};
use jiff::civil::Date;

/// What the planner did to a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit<T> {
    /// Nothing that has to be stored.
    Unchanged,
    /// Emptied it.
    Cleared,
    /// Entered this.
    Set(T),
}

impl<T> Edit<T> {
    /// What was entered.
    pub fn set(self) -> Option<T> {
        match self {
            Edit::Set(value) => Some(value),
            Edit::Unchanged | Edit::Cleared => None,
        }
    }

    /// `None` when nothing is to be stored; otherwise the new value, empty when it was cleared.
    pub fn changed(self) -> Option<Option<T>> {
        match self {
            Edit::Unchanged => None,
            Edit::Cleared => Some(None),
            Edit::Set(value) => Some(Some(value)),
        }
    }
}

/// A field; build it, then show it with its value.
#[must_use = "call one of the show methods"]
pub struct Field<'a> {
    label: &'a str,
    id: Id,
    required: bool,
    hidden_label: bool,
    placeholder: &'a str,
    note: &'a str,
    error: Option<&'a str>,
    disabled_reason: Option<&'a str>,
    width: Option<f32>,
    compact: bool,
    rows: usize,
}

#[derive(Clone, Default)]
struct Draft {
    text: String,
    error: Option<String>,
}

impl<'a> Field<'a> {
    /// A field called `label`; `of` says which thing it belongs to, so that drafts never wander between things.
    pub fn new(label: &'a str, of: impl std::hash::Hash + std::fmt::Debug) -> Self {
        Self {
            label,
            id: Id::unique(("field", label, &of)),
            required: false,
            hidden_label: false,
            placeholder: "",
            note: "",
            error: None,
            disabled_reason: None,
            width: None,
            compact: false,
            rows: 1,
        }
    }

    /// Marks it as required.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// No label above: the name is only heard.
    pub fn hide_label(mut self) -> Self {
        self.hidden_label = true;
        self
    }

    /// Quiet words inside while it is empty.
    pub fn placeholder(mut self, words: &'a str) -> Self {
        self.placeholder = words;
        self
    }

    /// Quiet words below.
    pub fn note(mut self, words: &'a str) -> Self {
        self.note = words;
        self
    }

    /// What is wrong with the stored value.
    pub fn error(mut self, words: Option<&'a str>) -> Self {
        self.error = words;
        self
    }

    /// Locks the field where there is a reason.
    pub fn disabled_reason(mut self, reason: Option<&'a str>) -> Self {
        self.disabled_reason = reason;
        self
    }

    /// Exactly this wide; otherwise all the width there is.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// The lower height of dense panes.
    pub fn compact(mut self) -> Self {
        self.compact = true;
        self
    }

    /// Several lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// The id of the text box, e.g. to give it the focus.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Gives the focus to the text box of a new entry, its words selected: what is typed takes their place.
    pub fn focus_all(&self, ui: &Ui, words: &str) {
        let mut state = TextEditState::load(ui.ctx(), self.id).unwrap_or_default();
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(words.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), self.id);
        ui.memory_mut(|memory| memory.request_focus(self.id));
    }

    /// A field of words.
    pub fn show_text(self, ui: &mut Ui, value: &str) -> Edit<String> {
        self.show(ui, value, Align::LEFT, |_| Ok(())).map_or(Edit::Unchanged, Edit::Set)
    }

    /// A field of words that the caller keeps, e.g. a search; returns its response at every key.
    pub fn show_live(self, ui: &mut Ui, value: &mut String) -> Response {
        self.framed(ui, |field, ui| field.text_box(ui, value, Align::LEFT, false))
    }

    /// A number; `None` shows an empty field.
    pub fn show_number(self, ui: &mut Ui, value: Option<f64>, decimals: u8) -> Edit<f64> {
        let shown = value.map_or_else(String::new, |value| text::decimal(value, decimals));
        let entered = self.show(ui, &shown, Align::RIGHT, |input| {
            if input.trim().is_empty() {
                Ok(())
            } else {
                text::parse_number(input).map(drop).map_err(|e| e.to_string())
            }
        });
        match entered {
            None => Edit::Unchanged,
            Some(input) => text::parse_number(&input).map_or(Edit::Cleared, Edit::Set),
        }
    }

    /// A date, written TT.MM.JJJJ.
    pub fn show_date(self, ui: &mut Ui, value: Option<Date>) -> Edit<Date> {
        let shown = value.map_or_else(String::new, text::date);
        let entered = self.show(ui, &shown, Align::LEFT, |input| {
            if input.trim().is_empty() || parse_date(input).is_some() {
                Ok(())
            } else {
                Err(words::DATE_FORM.to_owned())
            }
        });
        match entered {
            None => Edit::Unchanged,
            Some(input) => parse_date(&input).map_or(Edit::Cleared, Edit::Set),
        }
    }

    /// Shows the draft or the value; returns what was entered when it can be read.
    fn show(
        self,
        ui: &mut Ui,
        value: &str,
        align: Align,
        check: impl Fn(&str) -> Result<(), String>,
    ) -> Option<String> {
        let id = self.id;
        let draft: Option<Draft> = ui.data(|data| data.get_temp(id));
        let mut text = draft.as_ref().map_or_else(|| value.to_owned(), |draft| draft.text.clone());
        if ui.memory(|memory| memory.has_focus(id)) {
            ui.data_mut(|data| data.insert_temp(untouched_id(), (id, draft.is_none())));
        }
        let problem = draft.and_then(|draft| draft.error);
        let entered = self.framed_with(ui, problem.as_deref(), |field, ui| {
            let failed = problem.is_some() || field.error.is_some();
            let response = field.text_box(ui, &mut text, align, failed);
            (response.clone(), response)
        });
        let keep = |draft: Draft| ui.data_mut(|data| data.insert_temp(id, draft));
        let drop_draft = || ui.data_mut(|data| data.remove::<Draft>(id));
        if entered.changed() {
            keep(Draft { text: text.clone(), error: None });
        }
        if !entered.lost_focus() {
            return None;
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) || text == value {
            drop_draft();
            return None;
        }
        match check(&text) {
            Ok(()) => {
                drop_draft();
                Some(text)
            }
            Err(error) => {
                keep(Draft { text, error: Some(error) });
                None
            }
        }
    }

    fn framed(self, ui: &mut Ui, show: impl FnOnce(&Self, &mut Ui) -> Response) -> Response {
        self.framed_with(ui, None, |field, ui| {
            let response = show(field, ui);
            (response.clone(), response)
        })
    }

    /// Label above, box, sentence below.
    fn framed_with(
        self,
        ui: &mut Ui,
        problem: Option<&str>,
        show: impl FnOnce(&Self, &mut Ui) -> (Response, Response),
    ) -> Response {
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let tokens = tokens(ui);
        let height = if self.compact { control::COMPACT } else { control::HEIGHT };
        ui.allocate_ui_with_layout(vec2(width, height), egui::Layout::top_down(Align::LEFT), |ui| {
            ui.set_width(width);
            ui.spacing_mut().interact_size.y = height;
            ui.spacing_mut().item_spacing.y = 3.0;
            if !self.hidden_label {
                label(ui, self.label, self.required);
            }
            let (response, described) = show(&self, ui);
            let problem = problem.or(self.error);
            if let Some(problem) = problem {
                ui.label(rich(problem, TypeStyle::Small, tokens.err));
                ui.ctx().accesskit_node_builder(described.id, |node| node.set_description(problem));
            } else if !self.note.is_empty() {
                ui.label(rich(self.note, TypeStyle::Small, tokens.text3));
            }
            response
        })
        .inner
    }

    fn text_box(&self, ui: &mut Ui, text: &mut String, align: Align, failed: bool) -> Response {
        let tokens = tokens(ui);
        let enabled = self.disabled_reason.is_none();
        let focused = ui.memory(|memory| memory.has_focus(self.id));
        let border = if failed {
            tokens.err
        } else if focused {
            tokens.accent
        } else if enabled {
            tokens.line_strong
        } else {
            tokens.line
        };
        let height = if self.compact { control::COMPACT } else { control::HEIGHT };
        let frame = Frame::new()
            .fill(color32(if enabled { tokens.surface } else { tokens.sunken }))
            .stroke(line(stroke::LINE, border))
            .corner_radius(CornerRadius::same(radius::CONTROL))
            .inner_margin(Margin::symmetric(8, if self.rows > 1 { 5 } else { 2 }));
        let edit = if self.rows > 1 {
            TextEdit::multiline(text).desired_rows(self.rows)
        } else {
            TextEdit::singleline(text).min_size(vec2(0.0, height))
        };
        let response = edit
            .id(self.id)
            .frame(frame)
            .font(font(TypeStyle::Body))
            .interactive(enabled)
            .hint_text(rich(self.placeholder, TypeStyle::Body, tokens.text3))
            .text_color(color32(if enabled { tokens.text } else { tokens.disabled }))
            .align(if self.rows > 1 { Align2::LEFT_TOP } else { Align2([align, Align::Center]) })
            .desired_width(ui.available_width())
            .show(ui)
            .response
            .response
            .clone();
        let response = response.accessible_name(self.label);
        paint::follow_focus(ui, &response);
        if focused {
            let rect = paint::snap(ui, response.rect);
            let round = CornerRadius::same(radius::CONTROL);
            ui.painter().rect_stroke(rect, round, line(stroke::FOCUS, tokens.accent), StrokeKind::Middle);
        }
        match self.disabled_reason {
            Some(reason) => response.on_hover_text(words::not_yet_possible(reason)),
            None => response,
        }
    }
}

/// Where the field that has the focus is noted, and whether nothing was typed into it.
fn untouched_id() -> Id {
    Id::unique("feld-unberuehrt")
}

/// Whether the focus is in a field into which nothing was typed.
pub(in crate::ui) fn is_untouched(ctx: &egui::Context) -> bool {
    let noted: Option<(Id, bool)> = ctx.data(|data| data.get_temp(untouched_id()));
    noted.is_some_and(|(id, untouched)| untouched && ctx.memory(egui::Memory::focused) == Some(id))
}

/// The label above a field or list: `Titel · Pflicht`.
pub fn label(ui: &mut Ui, words: &str, required: bool) {
    let tokens = tokens(ui);
    let text = if required { words::required(words) } else { words.to_owned() };
    let galley = paint::elided(ui, &text, TypeStyle::Small, tokens.text2, ui.available_width());
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x, 16.0), egui::Sense::hover());
    paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
}

/// A box to tick, with its words.
pub fn check_box(ui: &mut Ui, checked: bool, words: &str) -> Option<bool> {
    named_box(ui, checked, words, words)
}

/// A box to tick before words that stand elsewhere; `name` is heard.
pub fn check_box_named(ui: &mut Ui, checked: bool, name: &str) -> Option<bool> {
    named_box(ui, checked, "", name)
}

fn named_box(ui: &mut Ui, checked: bool, words: &str, name: &str) -> Option<bool> {
    let tokens = tokens(ui);
    let galley = paint::galley(ui, words, TypeStyle::Body, tokens.text);
    let size = vec2(16.0 + space::M + galley.size().x, control::COMPACT);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    let info = || egui::WidgetInfo::selected(egui::accesskit::Role::CheckBox, true, checked, name);
    response.widget_info(info);
    let square = egui::Rect::from_center_size(rect.left_center() + vec2(8.0, 0.0), vec2(16.0, 16.0));
    let square = paint::snap(ui, square);
    let round = CornerRadius::same(radius::BADGE);
    if checked {
        ui.painter().rect_filled(square, round, color32(tokens.accent));
        paint::icon(ui, square.center(), super::icon::CHECK, 12.0, tokens.on_accent);
    } else {
        let fill = if response.hovered() { tokens.hover } else { tokens.surface };
        ui.painter().rect_filled(square, round, color32(fill));
        ui.painter().rect_stroke(square, round, line(stroke::LINE, tokens.line_strong), StrokeKind::Inside);
    }
    paint::focus_ring(ui, &response, square);
    paint::put(ui, ui.painter(), square.right_center() + vec2(space::M, 0.0), Align2::LEFT_CENTER, galley);
    response.clicked().then_some(!checked)
}

/// Reads `31.3.2028`, `31.03.28` and `31032028`.
pub fn parse_date(input: &str) -> Option<Date> {
    let input = input.trim();
    let parts: Vec<&str> = if input.len() == 8 && input.bytes().all(|b| b.is_ascii_digit()) {
        vec![&input[..2], &input[2..4], &input[4..]]
    } else {
        input.split('.').map(str::trim).collect()
    };
    let [day, month, year] = parts.as_slice() else { return None };
    let long: i16 = year.parse().ok()?;
    let year = if year.len() == 2 { 2000 + long } else { long };
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn dates_are_read_as_planners_write_them() {
        let expected = Date::new(2028, 3, 31).ok();
        for input in ["31.03.2028", "31.3.28", "31032028", " 31. 3. 2028 "] {
            assert_eq!(parse_date(input), expected, "{input}");
        }
        assert_eq!(parse_date("31.02.2028"), None);
        assert_eq!(parse_date("bald"), None);
    }

    #[test]
    fn a_number_is_reported_when_the_field_is_left() {
        let mut harness = testing::harness(Vec::new(), |ui, edits| {
            let edit = Field::new("Zielwert", 5).show_number(ui, Some(12.5), 1);
            if edit != Edit::Unchanged {
                edits.push(edit);
            }
        });
        harness.get_by_label("Zielwert").focus();
        harness.run();
        harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        harness.get_by_label("Zielwert").type_text("1.234,5");
        harness.run();
        assert!(harness.state().is_empty());
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().as_slice(), [Edit::Set(1234.5)]);
    }

    #[test]
    fn what_cannot_be_read_stays_and_is_explained() {
        let mut harness = testing::harness(Vec::new(), |ui, edits| {
            let edit = Field::new("Zielwert", 5).show_number(ui, None, 1);
            if edit != Edit::Unchanged {
                edits.push(edit);
            }
        });
        harness.get_by_label("Zielwert").focus();
        harness.run();
        harness.get_by_label("Zielwert").type_text("12,5,5");
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().is_empty());
        assert!(harness.query_by_label("Bitte nur ein Komma verwenden.").is_some());
    }
}
