//! The goals: Leitziele with their Handlungsziele by Handlungsfeld, and the form of the selected one.

use super::pending::Pending;
use super::{Jump, Plan, copy_table, send};
use crate::domain::{Handlungsfeld, Ziel, ZielId, ZielKind};
use crate::programme::SmartPoint;
use crate::project::ProgrammeCommand;
use crate::text::panel::programm as words;
use crate::text::{decimal, handlungsfeld, own_decimals};
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::data_table::{Column, DataTable, Group, Row};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::field::Field;
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint};
use crate::ui::{PanelCx, UiAction};
use egui::{Align2, CentralPanel, Frame, Margin, Panel, Rect, ScrollArea, StrokeKind, Ui, pos2, vec2};
use std::collections::BTreeSet;

/// Below this width the table leaves out what the form shows anyway.
const NARROW: f32 = 760.0;
/// Rows hold three lines: goals are sentences.
const ROW: f32 = 58.0;

/// State of the goals: the selected one and edits on their way.
#[derive(Default)]
pub(super) struct ZielePart {
    pub(super) selected: Option<ZielId>,
    /// The goals there were when a new one was asked for: the one that comes is selected.
    before_new: Option<BTreeSet<ZielId>>,
    pub(super) pending: Pending<Ziel>,
}

impl ZielePart {
    /// Selects a goal.
    pub(super) fn select(&mut self, id: ZielId) {
        self.selected = Some(id);
    }

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
                let new =
                    Ziel { target_year: year, ..Ziel::new(ZielId(0), kind, parent.handlungsfeld, words::NEW_GOAL) };
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
        self.send_new(cx, plan, Ziel::new(ZielId(0), ZielKind::Leitziel, field, words::NEW_LEITZIEL));
    }

    /// A goal that was asked for does not come.
    pub(super) fn step_refused(&mut self) {
        self.before_new = None;
    }

    fn send_new(&mut self, cx: &mut PanelCx, plan: Plan, ziel: Ziel) {
        self.before_new = Some(plan.programme.ziele.iter().map(|ziel| ziel.id).collect());
        send(cx, ProgrammeCommand::AddZiel { programme: plan.programme.id, ziel });
    }

    /// Selects what stands where a goal stands that is about to be removed.
    pub(super) fn select_neighbour(&mut self, plan: Plan, id: ZielId) {
        let (rows, _) = rows(plan);
        let at = rows.iter().position(|ziel| ziel.id == id);
        let next = at.and_then(|at| rows.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| rows.get(before))));
        self.selected = next.map(|ziel| ziel.id);
    }

    /// Shows table and form.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) -> Option<Jump> {
        let ziele = &plan.programme.ziele;
        let new = self.before_new.as_ref().and_then(|before| ziele.iter().find(|ziel| !before.contains(&ziel.id)));
        if let Some(new) = new {
            self.selected = Some(new.id);
            self.before_new = None;
            Field::new(words::GOAL_TEXT, new.id).focus_all(ui, &new.text);
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
        if self.selected.is_none_or(|id| ziele.iter().all(|ziel| ziel.id != id)) {
            self.selected = rows(plan).0.first().map(|ziel| ziel.id);
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
            Column::text(words::INDICATOR).fixed(156.0),
            Column::number(words::START_VALUE).fixed(96.0),
            Column::number(words::TARGET_VALUE).fixed(84.0),
            Column::center(words::UNTIL).fixed(56.0),
            Column::text(words::SMART).fixed(126.0),
        ];
        if narrow {
            columns.truncate(1);
            columns.push(Column::number(words::TARGET_VALUE).fixed(84.0));
            columns.push(Column::text(words::SMART).fixed(120.0));
        }
        let selected = rows.iter().position(|ziel| Some(ziel.id) == self.selected);
        let table = DataTable::new(("ziele", plan.programme.id), words::GOALS, &columns)
            .rows(rows.len())
            .groups(&groups)
            .row_height(ROW)
            .selected(selected);
        let describe = |at: usize, row: &mut Row<'_>| {
            if let Some(ziel) = rows.get(at) {
                describe(row, cx, plan, ziel, narrow);
            }
        };
        if cx.triggered(UiAction::CopyTable) {
            let text = table.tab_separated(&mut { describe });
            return copy_table(cx, words::GOALS, plan, &text);
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
}

/// Indicators by code, and none.
pub(super) fn indicator_choices(cx: &PanelCx) -> Vec<(String, String)> {
    let none = (String::new(), words::NO_INDICATOR.to_owned());
    let known = cx.snapshot.data.indicators.iter().map(|card| (card.code.clone(), card.name.clone()));
    std::iter::once(none).chain(known).collect()
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
        let galley = paint::clamped(ui, &ziel.text, style, tokens.text, rect.right() - left, 3);
        paint::put(ui, ui.painter(), egui::pos2(left, rect.center().y), Align2::LEFT_CENTER, galley);
    });
    let indicator = cx.snapshot.data.indicator_by_code(&ziel.indicator);
    let own = || own_decimals(ziel.start_value.into_iter().chain(ziel.target_value));
    let decimals = indicator.map_or_else(own, |card| card.decimals);
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| decimal(value, decimals));
    if !narrow {
        let name = indicator.map_or(ziel.messgroesse.as_str(), |card| card.name.as_str());
        row.paint(name, |ui, rect| {
            let galley = paint::clamped(ui, name, TypeStyle::Small, tokens.text2, rect.width(), 3);
            paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
        });
        row.text(&number(ziel.start_value));
    }
    row.text(&number(ziel.target_value));
    if !narrow {
        row.text(&ziel.target_year.map_or_else(String::new, |year| year.to_string()));
    }
    if is_leitziel {
        return row.small(words::DIRECTION);
    }
    let points = plan.view.and_then(|view| view.plan.smart.get(&ziel.id)).map_or(&[][..], Vec::as_slice);
    let of = |met: bool| -> Vec<&str> {
        points.iter().filter(|point| point.met == met).map(|point| point.letter.word()).collect()
    };
    row.paint(&words::smart_spoken(&of(true), &of(false)), |ui, rect| letters(ui, cx, rect, points));
}

/// The five letters: a filled tile with a strong letter where the goal is so, an outlined one where not.
fn letters(ui: &Ui, cx: &PanelCx, rect: egui::Rect, points: &[SmartPoint]) {
    let tokens = cx.tokens;
    for (at, point) in points.iter().enumerate() {
        let left = rect.left() + at as f32 * 22.0;
        let tile = Rect::from_min_size(pos2(left, rect.center().y - 9.0), vec2(18.0, 18.0));
        let tile = paint::snap(ui, tile);
        let (fill, frame, words) = match point.met {
            true => (tokens.ok_bg, tokens.ok, tokens.ok),
            false => (tokens.surface, tokens.warn, tokens.warn),
        };
        ui.painter().rect_filled(tile, 2.0, color32(fill));
        ui.painter().rect_stroke(tile, 2.0, line(stroke::LINE, frame), StrokeKind::Inside);
        let letter = point.letter.letter().to_string();
        let style = if point.met { TypeStyle::SmallStrong } else { TypeStyle::Small };
        paint::text(ui, tile.center(), Align2::CENTER_CENTER, &letter, style, words);
    }
}
