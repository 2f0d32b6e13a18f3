//! Statements: list and form, each beside the number it speaks of.

use super::evidence::{Evidence, evidence};
use super::{edit_from_list, example, in_row, locked, measures, pane, remove};
use crate::domain::{AreaId, Aussage, AussageId, AussageStance, Handlungsfeld, Swot, VeranstaltungId};
use crate::project::{Command, VorOrtCommand};
use crate::text;
use crate::text::panel::beteiligung as words;
use crate::text::panel::vor_ort as shared;
use crate::theme::{TypeStyle, space};
use crate::ui::selection::Selection;
use crate::ui::widget::badge::{Tone, badge, field_tile};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::tokens;
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Entry, Inspected, Intent, PanelCx, UiAction, picture};
use egui::{Align, Align2, CentralPanel, Frame, Layout, Margin, Panel, Rect, Sense, Ui, pos2, vec2};
use std::cmp::Reverse;

/// State of the view.
#[derive(Default)]
pub(super) struct Aussagen {
    selection: Selection<AussageId>,
    oldest_first: bool,
    field: Option<Handlungsfeld>,
    /// The statement whose source is to be said next.
    wanted_source: Option<AussageId>,
}

impl Aussagen {
    /// Adds a statement and selects it as soon as it is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx, area: AreaId) {
        let own = cx.snapshot.vor_ort.aussagen.iter().filter(|aussage| aussage.area == area);
        self.selection.await_new(own.map(|aussage| aussage.id));
        self.field = None;
        let aussage = Aussage { date: Some(cx.today), ..Aussage::new(area, words::NEW_STATEMENT) };
        cx.outbox.command(Command::VorOrt(VorOrtCommand::AddAussage(aussage)));
    }

    /// Selects a statement, whatever was filtered.
    pub(super) fn open(&mut self, id: AussageId) {
        self.field = None;
        self.selection.select(Some(id));
    }

    /// Selects a statement and goes on in its field for the source.
    pub(super) fn open_source(&mut self, id: AussageId) {
        self.open(id);
        self.wanted_source = Some(id);
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.selection.forget_new();
    }

    /// Filter and order, right in the toolbar.
    pub(super) fn tools(&mut self, ui: &mut Ui) {
        let orders = [(false, words::NEWEST), (true, words::OLDEST)];
        let combo = Combo::new(words::ORDER).compact().width(140.0);
        if let Some(order) = in_row(ui, 140.0, |ui| combo.show(ui, Some(&self.oldest_first), &orders)) {
            self.oldest_first = order;
        }
        let mut fields: Vec<(Option<Handlungsfeld>, &str)> = vec![(None, words::ALL_FIELDS)];
        fields.extend(Handlungsfeld::ALL.map(|field| (Some(field), text::handlungsfeld_short(field))));
        let combo = Combo::new(words::FILTER).icon(icon::FUNNEL_SIMPLE).compact().width(190.0);
        if let Some(field) = in_row(ui, 190.0, |ui| combo.show(ui, Some(&self.field), &fields)) {
            self.field = field;
        }
    }

    /// Draws the view.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        let snapshot = cx.snapshot;
        let site = &snapshot.vor_ort;
        let all: Vec<&Aussage> = site.aussagen.iter().filter(|aussage| aussage.area == area).collect();
        let mut own: Vec<&Aussage> =
            all.iter().copied().filter(|one| self.field.is_none() || one.handlungsfeld == self.field).collect();
        own.sort_by_key(|aussage| (Reverse(site.source_of(aussage).1), aussage.id));
        if self.oldest_first {
            own.reverse();
        }
        let ids: Vec<AussageId> = own.iter().map(|aussage| aussage.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(aussage) = selected.at.and_then(|at| own.get(at)) {
            if selected.is_new {
                Field::new(shared::STATEMENT, aussage.id).focus_all(ui, &aussage.text);
            }
            if self.wanted_source.take_if(|wanted| *wanted == aussage.id).is_some() {
                Field::new(shared::OCCASION, aussage.id).focus_all(ui, &aussage.occasion);
            }
            pane(ui, cx, "aussage", |ui, cx| form(ui, cx, aussage));
        }
        if !all.is_empty() {
            foot(ui, &all);
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if all.is_empty() {
                EmptyState::new(shared::NO_STATEMENTS, shared::NO_STATEMENTS_WHY).hint(shared::BY_KEYS).show(ui);
            } else if own.is_empty() {
                EmptyState::new(words::NO_HITS, words::NO_HITS_WHY).plain().show(ui);
            } else if let Some(chosen) = list(ui, cx, &own, selected.at) {
                self.selection.select(ids.get(chosen).copied());
            }
        });
    }
}

/// How many support the data, contradict them, or stand beside them.
fn foot(ui: &mut Ui, all: &[&Aussage]) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 0));
    Panel::bottom("aussagen-fuss").exact_size(34.0).resizable(false).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                for stance in AussageStance::ALL {
                    let number = all.iter().filter(|aussage| aussage.stance == stance).count();
                    let (tone, symbol) = stance_mark(stance);
                    badge(ui, tone, symbol, &words::counted(text::aussage_stance(stance), number));
                }
                let open = all.iter().filter(|aussage| aussage.waits_for_answer()).count();
                if open > 0 {
                    badge(ui, Tone::Warn, icon::WARNING, &words::counted(words::ANSWER_MISSING_SHORT, open));
                }
                if ui.available_width() > 440.0 {
                    label::hint(ui, words::EVIDENCE_HINT);
                }
            });
        },
    );
}

fn list(ui: &mut Ui, cx: &mut PanelCx, own: &[&Aussage], selected: Option<usize>) -> Option<usize> {
    let relation = if ui.available_width() > 760.0 { 300.0 } else { 224.0 };
    let columns = [
        Column::text("").fixed(36.0),
        Column::text(shared::STATEMENT).flex(200.0),
        Column::text(words::DATA).fixed(relation),
        Column::text(words::MEASURE).fixed(84.0),
    ];
    let evidence: Vec<Option<Evidence>> =
        own.iter().map(|aussage| evidence(cx, aussage.area, &aussage.indicator)).collect();
    let (mut inspect, mut wanted) = (None, None);
    let snapshot = cx.snapshot;
    let site = &snapshot.vor_ort;
    let table = DataTable::new("aussagen", shared::STATEMENTS, &columns).rows(own.len()).selected(selected);
    let table = table.named_by(1).row_height(ROW);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(aussage) = own.get(index) else { return };
        field_cell(row, aussage.handlungsfeld);
        let (source, date) = site.source_of(aussage);
        let source = words::source(source, date);
        let is_selected = row.is_selected();
        row.paint(&format!("{} ({source})", aussage.text), |ui, rect| {
            quote(ui, rect, aussage, &source, is_selected);
        });
        let known = evidence.get(index).and_then(Option::as_ref);
        let stance = text::aussage_stance(aussage.stance);
        let spoken =
            known.map_or_else(|| stance.to_owned(), |known| format!("{stance}: {} {}", known.name, known.value));
        row.widget(&spoken, |ui, rect| inspect = relation_cell(ui, rect, aussage, known).or(inspect));
        match aussage.massnahme.zip(measures::number_of(snapshot, aussage.massnahme)) {
            Some((id, number)) => row.widget(&number, |ui, rect| {
                ui.add_space((rect.height() - 18.0) / 2.0);
                if Button::link(&number).show(ui).clicked() {
                    wanted = Some(id);
                }
            }),
            None => row.empty(),
        }
    };
    if cx.actions.contains(&UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), cx.focus.area, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    let response = table.show(ui, describe);
    let edited = response.activated.and_then(|at| own.get(at));
    edit_from_list(ui, edited.map(|aussage| Field::new(shared::STATEMENT, aussage.id).id()));
    let chosen = response.selected;
    if let Some(inspected) = inspect {
        cx.outbox.push(Intent::Inspect(inspected));
    }
    if let Some(id) = wanted {
        cx.open(Entry::Massnahme(id));
    }
    chosen
}

/// Height of a statement: two lines of words, one of its source.
const ROW: f32 = 62.0;

/// What was said, in two lines at most, above its source.
fn quote(ui: &Ui, rect: Rect, aussage: &Aussage, source: &str, selected: bool) {
    let tokens = tokens(ui);
    let style = if selected { TypeStyle::BodyStrong } else { TypeStyle::Body };
    let words = paint::clamped(ui, &aussage.text, style, tokens.text, rect.width(), 2);
    let top = rect.top() + if words.rows.len() > 1 { 5.0 } else { 12.0 };
    let place = paint::put(ui, ui.painter(), pos2(rect.left(), top), Align2::LEFT_TOP, words);
    let below = pos2(rect.left(), place.bottom() + 10.0);
    let mut left = below.x;
    if aussage.demonstration {
        paint::icon(ui, below + vec2(6.0, 0.0), icon::FLASK, 12.0, tokens.warn);
        left += 16.0;
    }
    let galley = paint::elided(ui, source, TypeStyle::Small, tokens.text3, rect.right() - left);
    paint::put(ui, ui.painter(), pos2(left, below.y), Align2::LEFT_CENTER, galley);
}

/// The stance above the indicator and its value; what is to be explained.
fn relation_cell(ui: &mut Ui, rect: Rect, aussage: &Aussage, known: Option<&Evidence>) -> Option<Inspected> {
    let mut inspect = None;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, 4.0);
        ui.add_space(if known.is_some() { 9.0 } else { (rect.height() - 20.0) / 2.0 });
        if aussage.waits_for_answer() {
            badge(ui, Tone::Err, icon::ARROWS_LEFT_RIGHT, words::ANSWER_MISSING_SHORT);
        } else {
            let (tone, symbol) = stance_mark(aussage.stance);
            badge(ui, tone, symbol, text::aussage_stance(aussage.stance));
        }
        let Some(known) = known else { return };
        ui.horizontal(|ui| {
            let tokens = tokens(ui);
            let value = paint::galley(ui, &known.value, TypeStyle::Small, tokens.accent).size().x;
            let room = rect.width() - value - space::S;
            let name = paint::elided(ui, &known.name, TypeStyle::Small, tokens.text2, room);
            let (place, _) = ui.allocate_exact_size(vec2(name.size().x, 18.0), Sense::hover());
            paint::put(ui, ui.painter(), place.left_center(), Align2::LEFT_CENTER, name);
            if Button::link(&known.value).show(ui).clicked() {
                inspect = Some(known.inspected);
            }
        });
    });
    inspect
}

/// The tile of a field, if there is one.
pub(super) fn field_cell(row: &mut Row<'_>, field: Option<Handlungsfeld>) {
    match field {
        Some(field) => row.paint(&field.letter().to_string(), |ui, rect| field_tile(ui, rect.center(), field)),
        None => row.empty(),
    }
}

/// Tone and icon of a stance.
pub(super) fn stance_mark(stance: AussageStance) -> (Tone, &'static str) {
    match stance {
        AussageStance::Stuetzt => (Tone::Ok, icon::CHECK),
        AussageStance::Widerspricht => (Tone::Err, icon::ARROWS_LEFT_RIGHT),
        AussageStance::Ergaenzt => (Tone::Neutral, icon::PLUS),
    }
}

/// The form of a statement, on the list and on the board.
pub(super) fn form(ui: &mut Ui, cx: &mut PanelCx, aussage: &Aussage) {
    let (id, locked) = (aussage.id, locked(cx));
    let mut changed = aussage.clone();
    example(ui, aussage.demonstration);
    let field =
        Field::new(shared::STATEMENT, id).rows(4).never_empty().note(shared::STATEMENT_NOTE).disabled_reason(locked);
    if let Edit::Set(text) = field.show_text(ui, &aussage.text) {
        changed.text = text;
    }
    source(ui, cx, aussage, &mut changed, locked);
    relation(ui, cx, aussage, &mut changed, locked);
    consequence(ui, cx, aussage, &mut changed, locked);
    if changed != *aussage {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::UpdateAussage(changed)));
    }
    if remove(ui, cx, shared::REMOVE_STATEMENT) {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::RemoveAussage(id)));
    }
}

/// Where it was said: at an event, or anywhere else.
fn source(ui: &mut Ui, cx: &PanelCx, aussage: &Aussage, changed: &mut Aussage, locked: Option<&'static str>) {
    let width = ui.available_width();
    let own = cx.snapshot.vor_ort.veranstaltungen.iter().filter(|event| event.area == aussage.area);
    let mut events: Vec<(Option<VeranstaltungId>, String)> = vec![(None, words::NO_EVENT.to_owned())];
    events.extend(own.map(|event| (Some(event.id), words::source(&event.title, event.date))));
    let combo = Combo::new(words::EVENT).with_label().width(width).disabled_reason(locked);
    if let Some(event) = combo.show(ui, Some(&aussage.veranstaltung), &events) {
        changed.veranstaltung = event;
    }
    if aussage.veranstaltung.is_some() {
        return;
    }
    let field = Field::new(shared::OCCASION, aussage.id).disabled_reason(locked);
    if let Edit::Set(occasion) = field.show_text(ui, &aussage.occasion) {
        changed.occasion = occasion;
    }
    let field = Field::new(shared::DATE, aussage.id).width(130.0).disabled_reason(locked);
    if let Some(date) = field.show_date(ui, aussage.date).changed() {
        changed.date = date;
    }
}

/// Which number it speaks of, and whether it supports it.
fn relation(ui: &mut Ui, cx: &mut PanelCx, aussage: &Aussage, changed: &mut Aussage, locked: Option<&'static str>) {
    let width = ui.available_width();
    let mut indicators = vec![(String::new(), shared::NO_INDICATOR.to_owned())];
    indicators.extend(cx.snapshot.data.indicators.iter().map(|one| (one.code.clone(), one.name.clone())));
    let combo = Combo::new(shared::INDICATOR).with_label().width(width).disabled_reason(locked);
    if let Some(code) = combo.show(ui, Some(&aussage.indicator), &indicators) {
        changed.indicator = code;
    }
    if let Some(known) = evidence(cx, aussage.area, &aussage.indicator) {
        ui.horizontal_wrapped(|ui| {
            label::small(ui, &shared::value_of(&known.name, &known.period));
            if Button::link(&known.value).show(ui).clicked() {
                cx.outbox.push(Intent::Inspect(known.inspected));
            }
        });
    } else if !aussage.indicator.is_empty() {
        label::hint(ui, shared::NO_VALUE);
    }
    let stances = AussageStance::ALL.map(|stance| (stance, text::aussage_stance(stance)));
    let combo = Combo::new(shared::STANCE).with_label().width(width).disabled_reason(locked);
    if let Some(stance) = combo.show(ui, Some(&aussage.stance), &stances) {
        changed.stance = stance;
    }
}

/// What follows from it: field, place on the board, measure, answer.
fn consequence(ui: &mut Ui, cx: &PanelCx, aussage: &Aussage, changed: &mut Aussage, locked: Option<&'static str>) {
    let width = ui.available_width();
    let mut fields: Vec<(Option<Handlungsfeld>, &str)> = vec![(None, words::NO_FIELD)];
    fields.extend(Handlungsfeld::ALL.map(|field| (Some(field), text::handlungsfeld_short(field))));
    let combo = Combo::new(words::FIELD).with_label().width(width).disabled_reason(locked);
    if let Some(field) = combo.show(ui, Some(&aussage.handlungsfeld), &fields) {
        changed.handlungsfeld = field;
    }
    let mut kinds: Vec<(Option<Swot>, &str)> = vec![(None, words::NOT_SORTED)];
    kinds.extend(Swot::ALL.map(|kind| (Some(kind), text::swot(kind))));
    let combo = Combo::new(words::SWOT).with_label().width(width).disabled_reason(locked);
    if let Some(kind) = combo.show(ui, Some(&aussage.swot), &kinds) {
        changed.swot = kind;
    }
    let choices = measures::choices(cx.snapshot, aussage.area, words::NO_MEASURE);
    let combo = Combo::new(words::MEASURE).with_label().width(width).disabled_reason(locked);
    if let Some(measure) = combo.show(ui, Some(&aussage.massnahme), &choices) {
        changed.massnahme = measure;
    }
    let problem = aussage.waits_for_answer().then_some(words::ANSWER_MISSING);
    let field =
        Field::new(words::ANSWER, aussage.id).rows(3).note(words::ANSWER_NOTE).error(problem).disabled_reason(locked);
    if let Edit::Set(answer) = field.show_text(ui, &aussage.answer) {
        changed.answer = answer;
    }
}
