//! The form of one goal: sentence, group and place, measure with start and target, SMART letter by letter, chain of
//! effect.

use super::ziele::{ZielePart, indicator_choices};
use super::{Plan, kette, links, lookup, removed, send};
use crate::domain::{Handlungsfeld, WirkungsStufe, Ziel, ZielId, ZielKind, set_glied};
use crate::programme::SmartPoint;
use crate::project::ProgrammeCommand;
use crate::text::panel::programm as words;
use crate::text::{handlungsfeld_short, own_decimals, wirkungsstufe};
use crate::theme::{TypeStyle, space};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge, field_tile};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::focus_list;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::rich;
use crate::ui::widget::{icon, text as label};
use egui::{Align, Label, Layout, Ui, vec2};
use std::collections::BTreeSet;

impl ZielePart {
    fn edit(&mut self, ui: &Ui, cx: &mut PanelCx, stored: &Ziel, change: impl FnOnce(&mut Ziel)) {
        let now = ui.input(|input| input.time);
        let mut ziel = self.pending.base(stored, |one, other| one.id == other.id, now);
        change(&mut ziel);
        if ziel != *stored {
            self.pending.send(&ziel, now);
            send(cx, ProgrammeCommand::UpdateZiel(ziel));
        }
    }

    /// Shows the form of a goal.
    pub(super) fn form(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, stored: &Ziel) {
        self.form_head(ui, cx, plan, stored);
        self.text(ui, cx, plan, stored, (words::GOAL_TEXT, &stored.text, 3), |ziel, text| ziel.text = text);
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
                smart(ui, cx, plan, stored);
                self.parent(ui, cx, plan, stored, parent);
                self.specific(ui, cx, plan, stored);
                self.measured(ui, cx, plan, stored);
            }
        }
        let change = kette::show(ui, cx, plan, stored.id, &stored.kette);
        if let Some(glied) = change {
            self.edit(ui, cx, stored, |ziel| set_glied(&mut ziel.kette, glied));
        }
        links::experience(ui, cx, plan, links::Builds::Goal(stored.id));
    }

    fn text(
        &mut self,
        ui: &mut Ui,
        cx: &mut PanelCx,
        plan: Plan,
        stored: &Ziel,
        (name, value, rows): (&str, &str, usize),
        set: impl FnOnce(&mut Ziel, String),
    ) {
        let field = Field::new(name, stored.id).rows(rows).disabled_reason(plan.locked);
        let field = if name == words::GOAL_TEXT { field.never_empty() } else { field };
        if let Edit::Set(text) = field.show_text(ui, value) {
            self.edit(ui, cx, stored, |ziel| set(ziel, text));
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
                    self.select_neighbour(plan, stored.id);
                    focus_list(ui.ctx());
                    send(cx, ProgrammeCommand::RemoveZiel(stored.id));
                    removed(cx, &goal_removed(plan, stored));
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

    /// For whom, where, with whom.
    fn specific(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, stored: &Ziel) {
        self.text(ui, cx, plan, stored, (words::GOAL_GROUP, &stored.zielgruppe, 1), |ziel, text| {
            ziel.zielgruppe = text
        });
        self.text(ui, cx, plan, stored, (words::GOAL_PLACE, &stored.ort, 1), |ziel, text| ziel.ort = text);
        let accepted = (words::GOAL_ACCEPTED, stored.beteiligte.as_str(), 1);
        self.text(ui, cx, plan, stored, accepted, |ziel, text| ziel.beteiligte = text);
    }

    fn measured(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, stored: &Ziel) {
        let width = ui.available_width();
        let choices = indicator_choices(cx);
        let combo = Combo::new(words::INDICATOR).with_label().width(width).disabled_reason(plan.locked);
        if let Some(code) = combo.show(ui, Some(&stored.indicator), &choices) {
            self.edit(ui, cx, stored, |ziel| {
                ziel.indicator = code;
                // A value of another indicator is no start for this one.
                if ziel.start_bound.take().is_some() {
                    ziel.start_value = None;
                }
            });
        }
        if stored.indicator.is_empty() {
            let own = (words::OWN_MEASURE, stored.messgroesse.as_str(), 1);
            self.text(ui, cx, plan, stored, own, |ziel, text| ziel.messgroesse = text);
        }
        self.values(ui, cx, plan, stored);
        let start = (stored.start_value, stored.start_bound.as_ref());
        if let Some((value, bound)) = lookup::take_start(ui, cx, plan, &stored.indicator, start) {
            self.edit(ui, cx, stored, |ziel| (ziel.start_value, ziel.start_bound) = (Some(value), Some(bound)));
        }
        let reason = (words::GOAL_REALISM, stored.realismus.as_str(), 2);
        self.text(ui, cx, plan, stored, reason, |ziel, text| ziel.realismus = text);
        let steps = WirkungsStufe::ALL.map(|step| (step, wirkungsstufe(step)));
        let combo = Combo::new(words::STEP).with_label().width(width).disabled_reason(plan.locked);
        if let Some(step) = combo.show(ui, Some(&stored.stufe), &steps) {
            self.edit(ui, cx, stored, |ziel| ziel.stufe = step);
        }
    }

    fn values(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, stored: &Ziel) {
        let decimals = cx.snapshot.data.indicator_by_code(&stored.indicator);
        let own = || own_decimals(stored.start_value.into_iter().chain(stored.target_value));
        let decimals = decimals.map_or_else(own, |indicator| indicator.decimals);
        let third = ((ui.available_width() - 2.0 * space::M) / 3.0).floor();
        ui.horizontal_top(|ui| {
            let start = Field::new(words::START_VALUE, stored.id).width(third).disabled_reason(plan.locked);
            if let Some(value) = start.show_number(ui, stored.start_value, decimals).changed() {
                self.edit(ui, cx, stored, |ziel| (ziel.start_value, ziel.start_bound) = (value, None));
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
    }
}

/// What goes with a goal: the Handlungsziele of a Leitziel, and the link of the measures that serve them.
fn goal_removed(plan: Plan, stored: &Ziel) -> String {
    let below = |ziel: &Ziel| ziel.kind == ZielKind::Handlungsziel { parent: stored.id };
    let gone: BTreeSet<ZielId> =
        plan.programme.ziele.iter().filter(|ziel| ziel.id == stored.id || below(ziel)).map(|ziel| ziel.id).collect();
    let unlinked = plan.programme.massnahmen.iter().filter(|measure| measure.ziel.is_some_and(|id| gone.contains(&id)));
    words::goal_removed(stored.kind == ZielKind::Leitziel, gone.len() - 1, unlinked.count())
}

/// Room for the longest of the five words as a badge.
const SMART_WORD: f32 = 94.0;

/// The five letters with their reasons beside them.
fn smart(ui: &mut Ui, cx: &PanelCx, plan: Plan, stored: &Ziel) {
    let Some(points) = plan.view.and_then(|view| view.plan.smart.get(&stored.id)) else { return };
    label::rule(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    for SmartPoint { letter, met, reason } in points {
        let (tone, symbol) = if *met { (Tone::Ok, icon::CHECK) } else { (Tone::Warn, icon::WARNING) };
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(SMART_WORD, 20.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(SMART_WORD);
                badge(ui, tone, symbol, letter.word());
            });
            ui.add(Label::new(rich(reason, TypeStyle::Small, cx.tokens.text2)).wrap());
        });
    }
    ui.spacing_mut().item_spacing.y = space::M;
    label::rule(ui);
}

fn year_choices(plan: Plan) -> Vec<(Option<i16>, String)> {
    let programme = plan.programme;
    let known = programme.ziele.iter().filter_map(|ziel| ziel.target_year);
    let years: BTreeSet<i16> = (programme.first_year..=programme.last_year + 5).chain(known).collect();
    let none = (None, words::form::NOT_SET.to_owned());
    std::iter::once(none).chain(years.into_iter().map(|year| (Some(year), year.to_string()))).collect()
}
