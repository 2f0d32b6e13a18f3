//! Budget allocation: each expert distributes 100 points over the indicators.

use super::super::weights::indicator_name;
use super::editor::{Editor, heading};
use crate::analysis::budget_allocation;
use crate::domain::{Expert, IndexSpec, Weighting};
use crate::text;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::theme::{row, space};
use crate::ui::Intent;
use crate::ui::picture;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::field::Field;
use crate::ui::widget::notice::notice;
use crate::ui::widget::{icon, text as label};
use egui::{ScrollArea, Ui, vec2};

/// Points that every expert has.
const POINTS: f64 = 100.0;
const NAME: f32 = 120.0;
const CELL: f32 = 72.0;
const LINE: f32 = 24.0;

/// Draws the table of points, its sums, and what the experts agree upon.
pub(super) fn show(ui: &mut Ui, ed: &mut Editor) {
    let Weighting::BudgetAllocation { experts } = &ed.recipe.spec.weigh else { return };
    heading(ui, recipe_words::POINTS);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, 2.0);
        ui.spacing_mut().interact_size.y = LINE;
        ui.vertical(|ui| names(ui, ed));
        // The names stay where many experts are scrolled through.
        ScrollArea::horizontal().id_salt("bedarf_experten").show(ui, |ui| ui.vertical(|ui| points(ui, ed, experts)));
    });
    if Button::secondary(recipe_words::ADD_EXPERT).icon(icon::PLUS).compact().show(ui).clicked() {
        let codes: Vec<String> = ed.recipe.spec.indicators.iter().map(|entry| entry.code.clone()).collect();
        #[expect(clippy::cast_precision_loss, reason = "few indicators")]
        let each = POINTS / codes.len().max(1) as f64;
        let name = recipe_words::expert(experts.len() + 1);
        let expert = Expert { name, points: codes.into_iter().map(|code| (code, each)).collect() };
        change(ed, |experts| experts.push(expert));
    }
    ed.refused(ui, recipe_words::POINTS);
    for expert in experts {
        let sum: f64 = expert.points.values().sum();
        if (sum - POINTS).abs() > 0.05 {
            notice(ui, Tone::Warn, &recipe_words::points_sum(&expert.name, sum), None);
        }
    }
    agreement(ui, ed, experts);
}

fn change(ed: &mut Editor, change: impl FnOnce(&mut Vec<Expert>)) {
    ed.change(recipe_words::POINTS, |spec: &mut IndexSpec| {
        if let Weighting::BudgetAllocation { experts } = &mut spec.weigh {
            change(experts);
        }
    });
}

/// The names of the lines: a gap beside those of the experts, the indicators, the sum.
fn names(ui: &mut Ui, ed: &Editor) {
    ui.allocate_space(vec2(NAME, LINE));
    for entry in &ed.recipe.spec.indicators {
        let name = indicator_name(&ed.cx.snapshot.data, &entry.code);
        ui.horizontal(|ui| super::editor::name_cell(ui, ed.cx, name, NAME));
    }
    ui.horizontal(|ui| super::editor::name_cell(ui, ed.cx, recipe_words::SUM, NAME));
}

/// One column per expert: name, points per indicator, sum, and a way to take the expert out.
fn points(ui: &mut Ui, ed: &mut Editor, experts: &[Expert]) {
    let of = ed.recipe.id.0;
    ui.horizontal(|ui| {
        for (at, expert) in experts.iter().enumerate() {
            let name = recipe_words::name_of_expert(at + 1);
            let field = Field::new(&name, ("name", at, of)).hide_label().compact().width(CELL);
            if let Some(entered) = field.show_text(ui, &expert.name).set() {
                change(ed, |experts| experts[at].name = entered.trim().to_owned());
            }
        }
    });
    for entry in &ed.recipe.spec.indicators {
        let name = indicator_name(&ed.cx.snapshot.data, &entry.code);
        ui.horizontal(|ui| {
            for (at, expert) in experts.iter().enumerate() {
                let title = recipe_words::points_of(&expert.name, name);
                let field = Field::new(&title, (&entry.code, at, of)).hide_label().compact().width(CELL);
                let present = expert.points.get(&entry.code).copied();
                if let Some(value) = field.show_number(ui, present, 1).changed() {
                    change(ed, |experts| match value {
                        Some(value) => drop(experts[at].points.insert(entry.code.clone(), value)),
                        None => drop(experts[at].points.remove(&entry.code)),
                    });
                }
            }
        });
    }
    ui.horizontal(|ui| {
        for (at, expert) in experts.iter().enumerate() {
            let sum: f64 = expert.points.values().sum();
            ui.allocate_ui(vec2(CELL, LINE), |ui| {
                ui.set_min_width(CELL);
                label::small(ui, &text::decimal(sum, 1));
                let name = recipe_words::remove_expert(&expert.name);
                let last = (experts.len() == 1).then_some(recipe_words::LAST_EXPERT);
                let button = Button::icon_only(icon::TRASH, &name).compact().disabled_reason(last);
                if button.show(ui).clicked() {
                    change(ed, |experts| drop(experts.remove(at)));
                }
            });
        }
    });
}

/// Mean, spread and range of the points: where the experts agree and where not.
fn agreement(ui: &mut Ui, ed: &mut Editor, experts: &[Expert]) {
    let indicators = &ed.recipe.spec.indicators;
    let given = |expert: &Expert| {
        indicators.iter().map(|entry| expert.points.get(&entry.code).copied().unwrap_or(0.0)).collect::<Vec<f64>>()
    };
    let points: Vec<Vec<f64>> = experts.iter().map(given).collect();
    let Ok(found) = budget_allocation(indicators.len(), &points) else { return };
    heading(ui, recipe_words::AGREEMENT);
    let columns = [
        Column::text(words::INDICATORS).flex(96.0),
        Column::number(recipe_words::MEAN_POINTS).fixed(56.0),
        Column::number(recipe_words::SPREAD_POINTS).fixed(76.0),
        Column::number(recipe_words::RANGE).fixed(76.0),
    ];
    let mut describe = |at: usize, cells: &mut Row<'_>| {
        let Some(entry) = indicators.get(at) else { return };
        cells.name(indicator_name(&ed.cx.snapshot.data, &entry.code));
        cells.text(&text::decimal(found.mean[at], 1));
        let spread = found.spread.as_ref().and_then(|spread| spread.get(at));
        cells.text(&spread.map_or_else(String::new, |spread| text::decimal(*spread, 1)));
        cells.quiet(&recipe_words::range(found.low[at], found.high[at]));
    };
    let table = DataTable::new("bedarf_experten_mittel", recipe_words::AGREEMENT, &columns)
        .rows(indicators.len())
        .row_height(row::COMPACT)
        .fit();
    let copy = Button::secondary(recipe_words::COPY_POINTS).icon(icon::COPY).compact().show(ui).clicked();
    if copy {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_ranking(ed.cx, table.name(), &copied);
        ed.cx.outbox.push(Intent::Copy(copied));
    }
    table.show(ui, describe);
}
