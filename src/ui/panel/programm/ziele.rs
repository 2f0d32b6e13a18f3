//! The goals: Leitziele with their Handlungsziele by Handlungsfeld, and the form of the selected one.

use super::pending::Pending;
use super::{Jump, Plan, copy_table, lookup, removed, send};
use crate::domain::{Handlungsfeld, WirkungsStufe, Ziel, ZielId, ZielKind};
use crate::project::ProgrammeCommand;
use crate::text::panel::programm as words;
use crate::text::{decimal, handlungsfeld, handlungsfeld_short, wirkungsstufe};
use crate::theme::{TypeStyle, row, space, stroke};
use crate::ui::widget::badge::{Tone, field_tile};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Group, Row};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, notice, paint, text as label};
use crate::ui::{PanelCx, UiAction};
use egui::{Align, Align2, CentralPanel, Frame, Layout, Margin, Panel, ScrollArea, Ui, vec2};
use std::collections::BTreeSet;

/// Below this width the table leaves out what the form shows anyway.
const NARROW: f32 = 760.0;

/// State of the goals: the selected one and edits on their way.
#[derive(Default)]
pub(super) struct ZielePart {
    selected: Option<ZielId>,
    /// The goals there were when a new one was asked for: the one that comes is selected.
    before_new: Option<BTreeSet<ZielId>>,
    pending: Pending<Ziel>,
}

impl ZielePart {
    /// Asks for a Handlungsziel under the selected Leitziel, or for the first Leitziel.
    pub(super) fn add(&mut self, cx: &mut PanelCx, plan: Plan) {
        let ziele = &plan.programme.ziele;
        let selected = self.selected.and_then(|id| ziele.iter().find(|ziel| ziel.id == id));
        let parent = match selected.map(|ziel| (ziel.id, ziel.kind)) {
            Some((id, ZielKind::Leitziel)) => Some(id),
            Some((_, ZielKind::Handlungsziel { parent })) => Some(parent),
            None => ziele.iter().find(|ziel| ziel.kind == ZielKind::Leitziel).map(|ziel| ziel.id),
        };
        let parent = parent.and_then(|id| ziele.iter().find(|ziel| ziel.id == id));
        match parent {
            None => self.add_leitziel(cx, plan),
            Some(parent) => {
                let kind = ZielKind::Handlungsziel { parent: parent.id };
                let year = Some(plan.programme.last_year);
                let new = Ziel { target_year: year, ..new_goal(kind, parent.handlungsfeld, words::NEW_GOAL) };
                self.send_new(cx, plan, new);
            }
        }
    }

    /// Asks for a Leitziel in the Handlungsfeld of the selected goal.
    pub(super) fn add_leitziel(&mut self, cx: &mut PanelCx, plan: Plan) {
        let ziele = &plan.programme.ziele;
        let selected = self.selected.and_then(|id| ziele.iter().find(|ziel| ziel.id == id));
        let free = Handlungsfeld::ALL.into_iter().find(|field| ziele.iter().all(|ziel| ziel.handlungsfeld != *field));
        let field = free.or(selected.map(|ziel| ziel.handlungsfeld)).unwrap_or(Handlungsfeld::Arbeit);
        self.send_new(cx, plan, new_goal(ZielKind::Leitziel, field, words::NEW_LEITZIEL));
    }

    fn send_new(&mut self, cx: &mut PanelCx, plan: Plan, ziel: Ziel) {
        self.before_new = Some(plan.programme.ziele.iter().map(|ziel| ziel.id).collect());
        send(cx, ProgrammeCommand::AddZiel { programme: plan.programme.id, ziel });
    }

    /// Shows table and form.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) -> Option<Jump> {
        let ziele = &plan.programme.ziele;
        let new = self.before_new.as_ref().and_then(|before| ziele.iter().find(|ziel| !before.contains(&ziel.id)));
        if let Some(new) = new {
            self.selected = Some(new.id);
            self.before_new = None;
        }
        if ziele.is_empty() {
            let mut empty = EmptyState::new(words::NO_GOALS, words::NO_GOALS_WHY);
            if plan.locked.is_none() {
                empty = empty.secondary(icon::TARGET, words::ADD_LEITZIEL);
            }
            if empty.show(ui) == Some(EmptyChoice::Secondary) {
                self.add_leitziel(cx, plan);
            }
            return None;
        }
        let width = if ui.available_width() >= 1000.0 { 360.0 } else { 300.0 };
        let fill = Frame::NONE.fill(color32(cx.tokens.sunken));
        Panel::right("programm-ziel")
            .exact_size(width)
            .resizable(false)
            .show_separator_line(false)
            .frame(fill)
            .show(ui, |ui| self.side(ui, cx, plan));
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| self.table(ui, cx, plan));
        None
    }

    fn table(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
        let (rows, groups) = rows(plan);
        let narrow = ui.available_width() < NARROW;
        let mut columns = vec![
            Column::text(words::GOAL).flex(200.0),
            Column::text(words::INDICATOR).flex(110.0),
            Column::number(words::START_VALUE).fixed(96.0),
            Column::number(words::TARGET_VALUE).fixed(84.0),
            Column::center(words::UNTIL).fixed(56.0),
            Column::text(words::SMART).flex(120.0),
        ];
        if narrow {
            columns.truncate(1);
            columns.push(Column::number(words::TARGET_VALUE).fixed(84.0));
            columns.push(Column::text(words::SMART).flex(110.0));
        }
        let selected = rows.iter().position(|ziel| Some(ziel.id) == self.selected);
        let table = DataTable::new(("ziele", plan.programme.id), words::GOALS, &columns)
            .rows(rows.len())
            .groups(&groups)
            .row_height(row::BARS)
            .selected(selected);
        let describe = |at: usize, row: &mut Row<'_>| {
            if let Some(ziel) = rows.get(at) {
                describe(row, cx, plan, ziel, narrow);
            }
        };
        if cx.triggered(UiAction::CopyTable) {
            let text = table.tab_separated(&mut { describe });
            return copy_table(cx, text);
        }
        let response = table.show(ui, describe);
        if let Some(row) = response.selected {
            self.selected = rows.get(row).map(|ziel| ziel.id);
        }
    }

    fn side(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
        let rect = ui.max_rect();
        ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
        let stored = self.selected.and_then(|id| plan.programme.ziele.iter().find(|ziel| ziel.id == id));
        let Some(stored) = stored else {
            EmptyState::new(words::CHOOSE_GOAL, words::CHOOSE_GOAL_WHY).plain().show(ui);
            return;
        };
        let margin = Margin { left: 16, right: 16, top: 10, bottom: 12 };
        ScrollArea::vertical().id_salt(("ziel", stored.id)).auto_shrink([false, false]).show(ui, |ui| {
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                ui.push_id(stored.id, |ui| self.form(ui, cx, plan, stored));
            });
        });
    }

    fn edit(&mut self, ui: &Ui, cx: &mut PanelCx, stored: &Ziel, change: impl FnOnce(&mut Ziel)) {
        let now = ui.input(|input| input.time);
        let mut ziel = self.pending.base(stored, |one, other| one.id == other.id, now);
        change(&mut ziel);
        if ziel != *stored {
            self.pending.send(&ziel, now);
            send(cx, ProgrammeCommand::UpdateZiel(ziel));
        }
    }

    fn form(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, stored: &Ziel) {
        self.form_head(ui, cx, plan, stored);
        let text = Field::new(words::GOAL_TEXT, stored.id).required().rows(3).disabled_reason(plan.locked);
        if let Edit::Set(text) = text.show_text(ui, &stored.text) {
            self.edit(ui, cx, stored, |ziel| ziel.text = text);
        }
        let width = ui.available_width();
        let fields = Handlungsfeld::ALL.map(|field| (field, handlungsfeld_short(field)));
        let combo = Combo::new(words::FIELD).with_label().width(width).disabled_reason(plan.locked);
        if let Some(field) = combo.show(ui, Some(&stored.handlungsfeld), &fields) {
            self.edit(ui, cx, stored, |ziel| ziel.handlungsfeld = field);
        }
        match stored.kind {
            ZielKind::Leitziel => {
                ui.add_space(space::S);
                label::hint(ui, words::NO_GOALS_WHY);
            }
            ZielKind::Handlungsziel { parent } => {
                self.parent(ui, cx, plan, stored, parent);
                self.measured(ui, cx, plan, stored);
                let missing = missing(plan, stored);
                ui.add_space(space::S);
                if missing.is_empty() {
                    notice::notice(ui, Tone::Ok, words::SMART_OK_SENTENCE, None);
                } else {
                    notice::notice(ui, Tone::Warn, &words::missing(&missing), None);
                }
            }
        }
    }

    fn form_head(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, stored: &Ziel) {
        ui.horizontal(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(18.0, 24.0), egui::Sense::hover());
            field_tile(ui, place.center(), stored.handlungsfeld);
            label::h2(
                ui,
                match stored.kind {
                    ZielKind::Leitziel => words::LEITZIEL,
                    ZielKind::Handlungsziel { .. } => words::HANDLUNGSZIEL,
                },
            );
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let delete = Button::icon_only(icon::TRASH, words::REMOVE_GOAL).disabled_reason(plan.locked);
                if delete.show(ui).clicked() {
                    self.selected = None;
                    send(cx, ProgrammeCommand::RemoveZiel(stored.id));
                    removed(cx, words::GOAL_REMOVED);
                }
            });
        });
    }

    fn parent(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, stored: &Ziel, parent: ZielId) {
        let above: Vec<(ZielId, &str)> = plan
            .programme
            .ziele
            .iter()
            .filter(|ziel| ziel.kind == ZielKind::Leitziel)
            .map(|ziel| (ziel.id, ziel.text.as_str()))
            .collect();
        let combo = Combo::new(words::PARENT).with_label().width(ui.available_width()).disabled_reason(plan.locked);
        if let Some(parent) = combo.show(ui, Some(&parent), &above) {
            self.edit(ui, cx, stored, |ziel| ziel.kind = ZielKind::Handlungsziel { parent });
        }
    }

    fn measured(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, stored: &Ziel) {
        let width = ui.available_width();
        let choices = indicator_choices(cx);
        let combo = Combo::new(words::INDICATOR).with_label().width(width).disabled_reason(plan.locked);
        if let Some(code) = combo.show(ui, Some(&stored.indicator), &choices) {
            self.edit(ui, cx, stored, |ziel| ziel.indicator = code);
        }
        let decimals = cx.snapshot.data.indicator_by_code(&stored.indicator).map_or(1, |indicator| indicator.decimals);
        let third = ((width - 2.0 * space::M) / 3.0).floor();
        ui.horizontal_top(|ui| {
            let start = Field::new(words::START_VALUE, stored.id).width(third).disabled_reason(plan.locked);
            if let Some(value) = start.show_number(ui, stored.start_value, decimals).changed() {
                self.edit(ui, cx, stored, |ziel| ziel.start_value = value);
            }
            let target = Field::new(words::TARGET_VALUE, stored.id).width(third).disabled_reason(plan.locked);
            if let Some(value) = target.show_number(ui, stored.target_value, decimals).changed() {
                self.edit(ui, cx, stored, |ziel| ziel.target_value = value);
            }
            let years = year_choices(plan);
            let year = Combo::new(words::TARGET_YEAR).with_label().width(third).disabled_reason(plan.locked);
            if let Some(year) = year.show(ui, Some(&stored.target_year), &years) {
                self.edit(ui, cx, stored, |ziel| ziel.target_year = year);
            }
        });
        if let Some((value, shown, period)) = lookup::newest_number(&cx.snapshot.data, &stored.indicator, plan.area.id)
        {
            let reason = plan.locked.or((stored.start_value == Some(value)).then_some(words::ALREADY_SAME));
            let from_data = words::take_from_data(&shown, &period);
            let button = Button::secondary(&from_data).icon(icon::DATABASE).compact().disabled_reason(reason);
            if button.show(ui).clicked() {
                self.edit(ui, cx, stored, |ziel| ziel.start_value = Some(value));
            }
        }
        let steps = WirkungsStufe::ALL.map(|step| (step, wirkungsstufe(step)));
        let combo = Combo::new(words::STEP).with_label().width(width).disabled_reason(plan.locked);
        if let Some(step) = combo.show(ui, Some(&stored.stufe), &steps) {
            self.edit(ui, cx, stored, |ziel| ziel.stufe = step);
        }
    }
}

/// Indicators by code, and none.
pub(super) fn indicator_choices(cx: &PanelCx) -> Vec<(String, String)> {
    let none = (String::new(), words::NO_INDICATOR.to_owned());
    let known = cx.snapshot.data.indicators.iter().map(|card| (card.code.clone(), card.name.clone()));
    std::iter::once(none).chain(known).collect()
}

fn year_choices(plan: Plan) -> Vec<(Option<i16>, String)> {
    let programme = plan.programme;
    let known = programme.ziele.iter().filter_map(|ziel| ziel.target_year);
    let years: BTreeSet<i16> = (programme.first_year..=programme.last_year + 5).chain(known).collect();
    let none = (None, words::form::NOT_SET.to_owned());
    std::iter::once(none).chain(years.into_iter().map(|year| (Some(year), year.to_string()))).collect()
}

fn new_goal(kind: ZielKind, handlungsfeld: Handlungsfeld, text: &str) -> Ziel {
    Ziel {
        id: ZielId(0),
        kind,
        handlungsfeld,
        text: text.to_owned(),
        indicator: String::new(),
        start_value: None,
        target_value: None,
        target_year: None,
        stufe: WirkungsStufe::default(),
    }
}

/// Goals in the order of the table: by Handlungsfeld, each Leitziel before its Handlungsziele.
fn rows<'a>(plan: Plan<'a>) -> (Vec<&'a Ziel>, Vec<Group>) {
    let ziele = &plan.programme.ziele;
    let is_leitziel = |id: ZielId| ziele.iter().any(|ziel| ziel.id == id && ziel.kind == ZielKind::Leitziel);
    let (mut rows, mut groups): (Vec<&Ziel>, Vec<Group>) = (Vec::new(), Vec::new());
    for field in Handlungsfeld::ALL {
        let before = rows.len();
        for leitziel in ziele.iter().filter(|ziel| ziel.kind == ZielKind::Leitziel && ziel.handlungsfeld == field) {
            rows.push(leitziel);
            let kind = ZielKind::Handlungsziel { parent: leitziel.id };
            rows.extend(ziele.iter().filter(|ziel| ziel.kind == kind));
        }
        rows.extend(ziele.iter().filter(|ziel| match ziel.kind {
            ZielKind::Leitziel => false,
            ZielKind::Handlungsziel { parent } => ziel.handlungsfeld == field && !is_leitziel(parent),
        }));
        let goals = rows[before..].iter().filter(|ziel| ziel.kind != ZielKind::Leitziel).count();
        if rows.len() > before {
            let right = words::goal_count(goals);
            groups.push(Group {
                before,
                title: handlungsfeld(field).to_owned(),
                right,
                field: Some(field),
                ..Group::default()
            });
        }
    }
    (rows, groups)
}

/// What a Handlungsziel lacks to be looked at later.
fn missing(plan: Plan, ziel: &Ziel) -> Vec<&'static str> {
    use words::smart;
    let has_measure = plan.programme.massnahmen.iter().any(|measure| measure.ziel == Some(ziel.id));
    let too_early = ziel.target_year.is_some_and(|year| year < plan.programme.first_year);
    let parts = [
        (ziel.text.trim().is_empty(), smart::SPECIFIC),
        (ziel.indicator.is_empty(), smart::INDICATOR),
        (ziel.start_value.is_none(), smart::START),
        (ziel.target_value.is_none(), smart::TARGET),
        (ziel.target_year.is_none(), smart::YEAR),
        (too_early, smart::AFTER_START),
        (!has_measure, smart::MEASURE),
    ];
    parts.into_iter().filter_map(|(lacks, word)| lacks.then_some(word)).collect()
}

fn describe(row: &mut Row<'_>, cx: &PanelCx, plan: Plan, ziel: &Ziel, narrow: bool) {
    let is_leitziel = ziel.kind == ZielKind::Leitziel;
    let tokens = cx.tokens;
    let style = if is_leitziel || row.is_selected() { TypeStyle::BodyStrong } else { TypeStyle::Body };
    row.paint(&ziel.text, |ui, rect| {
        let left = rect.left() + if is_leitziel { 0.0 } else { 20.0 };
        if !is_leitziel {
            let at = egui::pos2(left - 8.0, rect.center().y);
            paint::icon(ui, at, icon::ARROW_RIGHT, 11.0, tokens.text3);
        }
        let galley = paint::elided(ui, &ziel.text, style, tokens.text, rect.right() - left);
        paint::put(ui, ui.painter(), egui::pos2(left, rect.center().y), Align2::LEFT_CENTER, galley);
    });
    let indicator = cx.snapshot.data.indicator_by_code(&ziel.indicator);
    let number = |value: Option<f64>| {
        value.map_or_else(String::new, |value| decimal(value, indicator.map_or(1, |card| card.decimals)))
    };
    if !narrow {
        row.small(indicator.map_or("", |card| card.name.as_str()));
        row.text(&number(ziel.start_value));
    }
    row.text(&number(ziel.target_value));
    if !narrow {
        row.text(&ziel.target_year.map_or_else(String::new, |year| year.to_string()));
    }
    if is_leitziel {
        return row.small(words::DIRECTION);
    }
    let missing = missing(plan, ziel);
    if missing.is_empty() {
        row.badge(Tone::Ok, icon::CHECK, words::SMART_OK);
    } else {
        let sentence = words::missing(&missing);
        row.paint(&sentence, |ui, rect| {
            paint::icon(ui, egui::pos2(rect.left() + 7.0, rect.center().y), icon::WARNING, 13.0, tokens.warn);
            let galley = paint::elided(ui, &sentence, TypeStyle::Small, tokens.warn, rect.width() - 18.0);
            let at = egui::pos2(rect.left() + 18.0, rect.center().y);
            paint::put(ui, ui.painter(), at, Align2::LEFT_CENTER, galley);
        });
    }
}
