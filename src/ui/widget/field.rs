//! Fields with their label above: words, numbers with a decimal comma, dates as TT.MM.JJJJ.
//!
//! A field shows the stored value and reports an [`Edit`] when the planner leaves it with something new. What is
//! being typed stays with the field; Esc takes it back; what cannot be read or cannot be stored stays, with a sentence
//! below, and the stored value holds.

use super::paint;
use super::style::{color32, font, line, rich, tokens};
use crate::domain::Euro;
use crate::text::panel::widget as words;
use crate::text::{self};
use crate::theme::{TypeStyle, control, radius, space, stroke};
use egui::text::{CCursor, CCursorRange};
use egui::widgets::text_edit::TextEditState;
use egui::{
    Align, Align2, Area, CornerRadius, Frame, Id, Key, Margin, Order, Response, StrokeKind, TextEdit, Ui, vec2,
};
use jiff::civil::Date;
use std::ops::RangeInclusive;

/// Below this width a field without label has no room for a sentence: it stands over what is below.
const ROOM_FOR_WORDS: f32 = 150.0;
/// Width of a sentence that stands over what is below.
const WORDS: f32 = 260.0;

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
    never_empty: bool,
    hidden_label: bool,
    placeholder: &'a str,
    note: &'a str,
    error: Option<&'a str>,
    disabled_reason: Option<&'a str>,
    width: Option<f32>,
    compact: bool,
    rows: usize,
    marks: bool,
}

#[derive(Clone, Default)]
struct Draft {
    text: String,
    error: Option<String>,
    /// The stored value beside which it was typed.
    beside: String,
}

/// No budget of a programme comes near this amount.
const MOST_MONEY: Euro = Euro::whole(999_999_999);

impl Field<'_> {
    /// Where an amount may be negative, as a repayment is.
    pub const LEAST_MONEY: Euro = Euro::whole(-999_999_999);
}

impl<'a> Field<'a> {
    /// A field called `label`; `of` says which thing it belongs to, so that drafts never wander between things.
    pub fn new(label: &'a str, of: impl std::hash::Hash + std::fmt::Debug) -> Self {
        Self {
            label,
            id: Id::unique(("field", label, &of)),
            required: false,
            never_empty: false,
            hidden_label: false,
            placeholder: "",
            note: "",
            error: None,
            disabled_reason: None,
            width: None,
            compact: false,
            rows: 1,
            marks: false,
        }
    }

    /// Marks it as required; it may be empty for a while, and a check says so.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Marks it as required, and as something that cannot be stored without: emptied, it says so.
    pub fn never_empty(mut self) -> Self {
        (self.required, self.never_empty) = (true, true);
        self
    }

    /// As something that cannot be stored without, but is there from the beginning: emptied, it says so; no mark.
    pub fn kept(mut self) -> Self {
        self.never_empty = true;
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
        mark_all(ui, self.id, words);
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
        self.show_read(ui, &shown, Align::RIGHT, |input| text::parse_number(input).map_err(|e| e.to_string()))
    }

    /// A number within `range`, e.g. the positions of an office; `None` shows an empty field.
    pub fn show_within(self, ui: &mut Ui, value: Option<f64>, decimals: u8, range: RangeInclusive<f64>) -> Edit<f64> {
        self.show_where(ui, value, decimals, |entered| {
            let reason = || words::number_within(*range.start(), *range.end());
            range.contains(&entered).then_some(()).ok_or_else(reason)
        })
    }

    /// A number that `check` accepts or refuses with a sentence; `None` shows an empty field.
    pub fn show_where(
        self,
        ui: &mut Ui,
        value: Option<f64>,
        decimals: u8,
        check: impl Fn(f64) -> Result<(), String>,
    ) -> Edit<f64> {
        let shown = value.map_or_else(String::new, |value| text::decimal(value, decimals));
        self.show_read(ui, &shown, Align::RIGHT, |input| {
            let entered = text::parse_number(input).map_err(|e| e.to_string())?;
            check(entered).map(|()| entered)
        })
    }

    /// A whole number up to `most`, e.g. places or people; `None` shows an empty field.
    pub fn show_count(self, ui: &mut Ui, value: Option<u32>, most: u32) -> Edit<u32> {
        let shown = value.map_or_else(String::new, text::count);
        self.show_read(ui, &shown, Align::RIGHT, |input| read_count(input, most))
    }

    /// An amount of money in euros, to the cent, not below `least`; `None` shows an empty field.
    pub fn show_euros(self, ui: &mut Ui, value: Option<Euro>, least: Euro) -> Edit<Euro> {
        self.show_read(ui, &value.map_or_else(String::new, text::euro_digits), Align::RIGHT, |input| {
            read_euros(input, least)
        })
    }

    /// A year of four digits.
    pub fn show_year(self, ui: &mut Ui, value: i16) -> Edit<i16> {
        self.show_read(ui, &value.to_string(), Align::LEFT, |input| {
            let year = input.trim().parse().ok().filter(|year| YEARS.contains(year));
            year.ok_or_else(|| words::year_within(*YEARS.start(), *YEARS.end()))
        })
    }

    /// A date, written TT.MM.JJJJ.
    pub fn show_date(self, ui: &mut Ui, value: Option<Date>) -> Edit<Date> {
        let shown = value.map_or_else(String::new, text::date);
        self.show_read(ui, &shown, Align::LEFT, |input| read_date(input).map_err(str::to_owned))
    }

    /// Something that is read from what was typed; an emptied field is no value.
    fn show_read<T>(
        mut self,
        ui: &mut Ui,
        shown: &str,
        align: Align,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Edit<T> {
        self.marks = true;
        let blank = |input: &str| input.trim().is_empty();
        let entered = self.show(ui, shown, align, |input| if blank(input) { Ok(()) } else { read(input).map(drop) });
        match entered {
            None => Edit::Unchanged,
            Some(input) => read(&input).map_or(Edit::Cleared, Edit::Set),
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
        let (id, never_empty, marks, one_line) = (self.id, self.never_empty, self.marks, self.rows == 1);
        let focused = ui.memory(|memory| memory.has_focus(id));
        // What could not be read gives way to a value that was set elsewhere meanwhile.
        let draft: Option<Draft> =
            ui.data(|data| data.get_temp(id)).filter(|draft: &Draft| focused || draft.beside == value);
        // The field went out of view in the very frame in which it was left.
        let was_left_unseen = !focused && draft.as_ref().is_some_and(|draft| draft.error.is_none());
        let is_untouched = draft.is_none();
        let mut text = draft.as_ref().map_or_else(|| value.to_owned(), |draft| draft.text.clone());
        if focused {
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
            keep(Draft { text: text.clone(), error: None, beside: value.to_owned() });
        }
        // A number or a date is replaced, not written on.
        let marked = id.with("marked");
        let is_other = |ui: &Ui| ui.data(|data| data.get_temp(marked)).is_some_and(|before: String| before != value);
        let by_key = entered.gained_focus() && !ui.input(|input| input.pointer.any_down());
        // The field left a moment ago may have changed this one.
        if marks && (by_key || entered.has_focus() && is_untouched && is_other(ui)) {
            mark_all(ui, id, &text);
            ui.data_mut(|data| data.insert_temp(marked, value.to_owned()));
        }
        let was_left_unseen = was_left_unseen && !entered.has_focus();
        if !entered.lost_focus() && !was_left_unseen {
            return None;
        }
        ui.data_mut(|data| data.remove::<String>(marked));
        // What was confirmed stays in hand: Tab goes on from here.
        if one_line && ui.input(|input| input.key_pressed(Key::Enter)) && ui.memory(|memory| memory.focused().is_none())
        {
            mark_all(ui, id, &text);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) || text == value {
            drop_draft();
            return None;
        }
        let is_missing = never_empty && text.trim().is_empty();
        let checked = if is_missing { Err(words::FILL_IN.to_owned()) } else { check(&text) };
        match checked {
            Ok(()) => {
                drop_draft();
                Some(text)
            }
            Err(error) => {
                keep(Draft { text, error: Some(error), beside: value.to_owned() });
                if ui.input(|input| input.key_pressed(Key::Enter)) {
                    // The focus stays where something is to be mended; Escape then brings the value back.
                    entered.request_focus();
                }
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
                if self.hidden_label && width < ROOM_FOR_WORDS {
                    over_what_is_below(ui, &described, problem);
                } else {
                    ui.label(rich(problem, TypeStyle::Small, tokens.err));
                }
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

/// Marks everything in a text box: what is typed takes its place.
fn mark_all(ui: &Ui, id: Id, words: &str) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(words.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
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

/// A press of the mouse beside the field that has the focus leaves it, before anything is drawn: what was typed is taken
/// over even where the click brings something else into view.
pub(in crate::ui) fn leave_on_press(ctx: &egui::Context) {
    let pressed = ctx.input(|input| input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten());
    let noted: Option<(Id, bool)> = ctx.data(|data| data.get_temp(untouched_id()));
    let field = noted.map(|(id, _)| id).filter(|id| ctx.memory(egui::Memory::focused) == Some(*id));
    let Some((at, id)) = pressed.zip(field) else { return };
    let is_inside = ctx.read_response(id).is_some_and(|response| response.interact_rect.contains(at));
    if !is_inside {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
}

/// What was typed and not taken over belongs to a project that is no longer open.
pub(in crate::ui) fn forget_drafts(ctx: &egui::Context) {
    ctx.data_mut(|data| data.remove_by_type::<Draft>());
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
    // In a row that wraps, the whole row is there for the words.
    let room = if ui.layout().main_wrap() { ui.max_rect().width() } else { ui.available_width() };
    let galley = paint::elided(ui, words, TypeStyle::Body, tokens.text, room - 16.0 - space::M);
    let is_cut = galley.elided;
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
    let response = if is_cut { response.on_hover_text(words) } else { response };
    response.clicked().then_some(!checked)
}

/// A sentence over what is below a field: in a cell of a table it would be cut off, or tear the rows apart.
fn over_what_is_below(ui: &Ui, field: &Response, problem: &str) {
    if !ui.is_rect_visible(field.rect) {
        return;
    }
    let at = field.rect.left_bottom() + vec2(0.0, space::HAIR);
    let area = Area::new(field.id.with("satz")).order(Order::Foreground).fixed_pos(at).interactable(false);
    area.constrain(true).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::symmetric(8, 4)).show(ui, |ui| {
            ui.set_max_width(WORDS);
            ui.label(rich(problem, TypeStyle::Small, tokens(ui).err));
        });
    });
}

/// The years that an entry can belong to.
const YEARS: RangeInclusive<i16> = 1900..=2199;

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within the range")]
fn read_count(input: &str, most: u32) -> Result<u32, String> {
    let entered = text::parse_number(input).map_err(|e| e.to_string())?;
    let fits = (0.0..=f64::from(most)).contains(&entered) && entered.fract().abs() < f64::EPSILON;
    fits.then_some(entered as u32).ok_or_else(|| words::count_within(most))
}

#[expect(clippy::cast_possible_truncation, reason = "far below 2^53 cents by the check")]
fn read_euros(input: &str, least: Euro) -> Result<Euro, String> {
    let entered = text::parse_number(input).map_err(|e| e.to_string())?;
    if entered.abs() > MOST_MONEY.in_euros() {
        return Err(words::amount_up_to(MOST_MONEY));
    }
    let amount = Euro { cents: (entered * 100.0).round() as i64 };
    if amount < least { Err(words::amount_from(least)) } else { Ok(amount) }
}

/// Reads `31.3.2028`, `31.03.28` and `31032028`.
pub fn parse_date(input: &str) -> Option<Date> {
    read_date(input).ok()
}

/// Reads a date, or says what to type instead.
fn read_date(input: &str) -> Result<Date, &'static str> {
    let input = input.trim();
    let parts: Vec<&str> = if input.len() == 8 && input.bytes().all(|b| b.is_ascii_digit()) {
        vec![&input[..2], &input[2..4], &input[4..]]
    } else {
        input.split('.').map(str::trim).collect()
    };
    let digits = |part: &str, long: RangeInclusive<usize>| {
        let fits = long.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse::<i16>().ok()).flatten()
    };
    let read = match parts.as_slice() {
        [day, month, year] if year.len() != 3 => digits(day, 1..=2).zip(digits(month, 1..=2)).zip(digits(year, 2..=4)),
        _ => None,
    };
    let Some(((day, month), year)) = read else { return Err(words::DATE_FORM) };
    let year = if year < 100 { 2000 + year } else { year };
    let small = |number: i16| i8::try_from(number).map_err(|_| words::NO_SUCH_DAY);
    Date::new(year, small(month)?, small(day)?).map_err(|_| words::NO_SUCH_DAY)
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
        for input in ["31.02.2028", "32.01.2028", "31022028"] {
            assert_eq!(read_date(input), Err(words::NO_SUCH_DAY), "{input}");
        }
        for input in ["bald", "31.03", "31.03.202", "31.03.20288", "1.1.1.2028", "31/03/2028"] {
            assert_eq!(read_date(input), Err(words::DATE_FORM), "{input}");
        }
    }

    #[test]
    fn a_count_is_whole_and_within_its_limits() {
        assert_eq!(read_count("1.200", 65_535), Ok(1200));
        for input in ["70000", "-5", "12,7"] {
            let refused = Err("Bitte eine ganze Zahl von 0 bis 65.535 eingeben.".to_owned());
            assert_eq!(read_count(input, 65_535), refused, "{input}");
        }
    }

    #[test]
    fn an_amount_keeps_its_cents_and_says_which_limit_it_breaks() {
        assert_eq!(read_euros("24.000,50", Euro::default()), Ok(Euro { cents: 2_400_050 }));
        assert_eq!(read_euros("-1", Euro::whole(-10)), Ok(Euro::whole(-1)));
        let refused = |input| read_euros(input, Euro::default()).err().unwrap_or_default();
        assert!(refused("-1").contains("nicht kleiner als 0"), "{}", refused("-1"));
        assert!(refused("99999999999999999").contains("zu groß"), "{}", refused("99999999999999999"));
    }

    #[test]
    fn what_cannot_be_stored_stays_in_the_field_and_the_value_before_holds() {
        let mut harness = testing::harness(Vec::new(), |ui, edits| {
            let edit = Field::new("Plätze", 5).show_count(ui, Some(12), 65_535);
            if edit != Edit::Unchanged {
                edits.push(edit);
            }
        });
        harness.get_by_label("Plätze").focus();
        harness.run();
        harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        harness.get_by_label("Plätze").type_text("70000");
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().is_empty(), "nothing is stored");
        assert!(harness.query_by_label("Bitte eine ganze Zahl von 0 bis 65.535 eingeben.").is_some());
    }

    #[test]
    fn a_name_cannot_be_emptied_and_a_narrow_field_says_why_beside_itself() {
        let mut harness = testing::harness(Vec::new(), |ui, edits| {
            let field = Field::new("Name", 5).hide_label().width(60.0).never_empty();
            if let Edit::Set(entered) = field.show_text(ui, "Treff") {
                edits.push(entered);
            }
        });
        harness.get_by_label("Name").focus();
        harness.run();
        harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        harness.key_press(Key::Delete);
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().is_empty(), "nothing is stored");
        assert!(harness.query_by_label(words::FILL_IN).is_some());
    }

    #[test]
    fn a_number_that_another_field_has_put_in_on_the_way_is_replaced_and_not_written_on() {
        let mut harness = testing::harness((None, None), |ui, (low, high): &mut (Option<f64>, Option<f64>)| {
            if let Some(entered) = Field::new("von", 1).show_number(ui, *low, 1).changed() {
                *low = entered;
                *high = high.or(entered);
            }
            if let Some(entered) = Field::new("bis", 2).show_number(ui, *high, 1).changed() {
                *high = entered;
            }
        });
        harness.get_by_label("von").focus();
        harness.run();
        for (label, text) in [("von", "20"), ("bis", "50")] {
            harness.get_by_label(label).type_text(text);
            harness.run();
            harness.key_press(Key::Tab);
            harness.run();
        }
        assert_eq!(harness.state(), &(Some(20.0), Some(50.0)));
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
