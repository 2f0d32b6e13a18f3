//! The settings of the recipe: who is ranked against whom, how values become an index, how sure the ranks are.

use super::recipe::update;
use crate::domain::{
    Aggregation, Area, Divisor, Imputation, Normalisation, PeriodChoice, Recipe, ReferenceSet, Uncertainty,
};
use crate::text::panel::bedarf as words;
use crate::text::{self, needs};
use crate::theme::{TypeStyle, space};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Field, check_box};
use crate::ui::widget::paint;
use crate::ui::{Intent, PanelCx, Toast, ToastKind};
use egui::{Align2, Popup, PopupCloseBehavior, ScrollArea, Sense, Ui, vec2};

const LABEL: f32 = 112.0;
const SHORT_LABEL: f32 = 66.0;

/// Draws one row per setting.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe) {
    let spec = &recipe.spec;
    row(ui, cx, words::PERIOD, LABEL, |ui, cx, width| period(ui, cx, recipe, width));
    row(ui, cx, words::RANKED_AREAS, LABEL, |ui, cx, width| areas(ui, cx, recipe, width));
    row(ui, cx, words::REFERENCE, LABEL, |ui, cx, width| reference(ui, cx, recipe, width));
    row(ui, cx, words::MISSING, LABEL, |ui, cx, width| {
        let choices = Imputation::ALL.map(|choice| (choice, words::imputation(choice)));
        if let Some(choice) = combo(words::MISSING, width).show(ui, Some(&spec.impute), &choices) {
            update(cx, recipe, words::changed(words::MISSING), |spec| spec.impute = choice);
        }
    });
    row(ui, cx, words::NORMALISATION, LABEL, |ui, cx, width| {
        let z = |divisor| Normalisation::ZScore { divisor };
        let all = [
            z(Divisor::Population),
            z(Divisor::Sample),
            Normalisation::RobustZ,
            Normalisation::MIN_MAX,
            Normalisation::PERCENTILE_RANK,
        ];
        let choices = all.map(|choice| (choice, needs::normalisation_short(choice)));
        if let Some(choice) = combo(words::NORMALISATION, width).show(ui, Some(&spec.normalise), &choices) {
            update(cx, recipe, words::changed(words::NORMALISATION), |spec| spec.normalise = choice);
        }
    });
    row(ui, cx, words::AGGREGATION, LABEL, |ui, cx, width| {
        let choices =
            [Aggregation::ArithmeticMean, Aggregation::Sum].map(|choice| (choice, needs::aggregation(choice)));
        if let Some(choice) = combo(words::AGGREGATION, width).show(ui, Some(&spec.aggregate), &choices) {
            update(cx, recipe, words::changed(words::AGGREGATION), |spec| spec.aggregate = choice);
        }
    });
    uncertainty(ui, cx, recipe);
}

fn combo(name: &str, width: f32) -> Combo<'_> {
    Combo::new(name).compact().width(width)
}

/// A label and the control beside it; the control gets the width that is left.
fn row(ui: &mut Ui, cx: &mut PanelCx, name: &str, label: f32, show: impl FnOnce(&mut Ui, &mut PanelCx, f32)) {
    ui.spacing_mut().interact_size.y = 24.0;
    ui.horizontal(|ui| {
        name_cell(ui, cx, name, label);
        let width = ui.available_width();
        show(ui, cx, width);
    });
}

/// Painted only: the control beside it carries the name.
fn name_cell(ui: &mut Ui, cx: &PanelCx, name: &str, width: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    let galley = paint::elided(ui, name, TypeStyle::Small, cx.tokens.text2, width);
    paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
}

fn period(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe, width: f32) {
    let data = &cx.snapshot.data;
    let ranked = cx.derived.ranking().and_then(|ranking| data.period(ranking.run.period));
    let now = match recipe.spec.period {
        PeriodChoice::Latest => ranked.map_or("", |period| period.label.as_str()),
        PeriodChoice::Label(_) => "",
    };
    let mut all = vec![PeriodChoice::Latest];
    all.extend(data.periods.iter().rev().map(|period| PeriodChoice::Label(period.label.clone())));
    let choices: Vec<(PeriodChoice, String)> =
        all.into_iter().map(|choice| (choice.clone(), words::period_choice(&choice, now))).collect();
    if let Some(choice) = combo(words::PERIOD, width).show(ui, Some(&recipe.spec.period), &choices) {
        update(cx, recipe, words::changed(words::PERIOD), |spec| spec.period = choice);
    }
}

/// Areas of the level that can take part, with a tick where they do.
fn areas(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe, width: f32) {
    let selection = &recipe.spec.areas;
    let data = &cx.snapshot.data;
    let members = selection.set.as_deref().and_then(|code| data.area_set(code)).map(|set| &set.members);
    let all: Vec<&Area> =
        data.areas_of(selection.level).filter(|area| members.is_none_or(|set| set.contains(&area.id))).collect();
    let out = all.iter().filter(|area| selection.leave_out.contains(&area.key)).count();
    let summary = words::ranked_areas(all.len() - out, out, selection.level);
    let button = Button::secondary(&summary).compact().caret().width(width).show(ui);
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(width);
    popup.accessible_name(words::RANKED_AREAS).show(|ui| {
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for area in all {
                let takes_part = !selection.leave_out.contains(&area.key);
                match check_box(ui, takes_part, &area.name) {
                    Some(true) => update(cx, recipe, words::area_taken(&area.name), |spec| {
                        spec.areas.leave_out.retain(|key| *key != area.key);
                    }),
                    Some(false) => update(cx, recipe, words::area_left_out(&area.name), |spec| {
                        spec.areas.leave_out.push(area.key.clone());
                    }),
                    None => {}
                }
            }
        });
    });
}

fn reference(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe, width: f32) {
    let mut choices = vec![(ReferenceSet::Participating, words::REFERENCE_ALL.to_owned())];
    let sets = cx.snapshot.data.area_sets.iter();
    choices.extend(sets.map(|set| (ReferenceSet::AreaSet(set.code.clone()), set.name.clone())));
    if let Some(choice) = combo(words::REFERENCE, width).show(ui, Some(&recipe.spec.reference), &choices) {
        update(cx, recipe, words::changed(words::REFERENCE), |spec| spec.reference = choice);
    }
}

fn uncertainty(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe) {
    let now = &recipe.spec.uncertainty;
    pair(ui, |ui, width| {
        let choices = offered(&[1000, 5000, 10_000], now.replications, |value| text::count(*value));
        let chosen = named_combo(ui, cx, words::DRAWS, width).show(ui, Some(&now.replications), &choices);
        change(cx, recipe, words::DRAWS, chosen, |uncertainty, value| uncertainty.replications = value);
        let choices = offered(&[90.0, 95.0], now.coverage_percent, |value| text::percent(*value, 0));
        let chosen = named_combo(ui, cx, words::COVERAGE, width).show(ui, Some(&now.coverage_percent), &choices);
        change(cx, recipe, words::COVERAGE, chosen, |uncertainty, value| uncertainty.coverage_percent = value);
    });
    pair(ui, |ui, width| {
        let choices = offered(&[0.1, 0.25, 0.5], now.weight_variation, |value| words::variation(*value));
        let chosen = named_combo(ui, cx, words::VARIATION, width).show(ui, Some(&now.weight_variation), &choices);
        change(cx, recipe, words::VARIATION, chosen, |uncertainty, value| uncertainty.weight_variation = value);
        name_cell(ui, cx, words::SEED, SHORT_LABEL);
        let field = Field::new(words::SEED, recipe.id.0).hide_label().compact().width(width);
        let entered = field.show_text(ui, &now.seed.to_string()).set();
        let seed = entered.map(|entered| entered.trim().parse::<u64>());
        if matches!(seed, Some(Err(_))) {
            cx.outbox.push(Intent::Toast(Toast {
                kind: ToastKind::Info,
                title: words::SEED_FORM.to_owned(),
                detail: String::new(),
                reveal: None,
                offers_undo: false,
            }));
        }
        let seed = seed.and_then(Result::ok);
        change(cx, recipe, words::SEED, seed, |uncertainty, value| uncertainty.seed = value);
    });
}

/// Two short settings on one line; each control gets the same width.
fn pair(ui: &mut Ui, show: impl FnOnce(&mut Ui, f32)) {
    ui.spacing_mut().interact_size.y = 24.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let width = ((ui.available_width() - 3.0 * space::M) / 2.0 - SHORT_LABEL).floor();
        show(ui, width);
    });
}

fn named_combo<'a>(ui: &mut Ui, cx: &PanelCx, name: &'a str, width: f32) -> Combo<'a> {
    name_cell(ui, cx, name, SHORT_LABEL);
    combo(name, width)
}

/// The usual choices, and the present one where it is none of them.
fn offered<T: Copy + PartialEq>(usual: &[T], now: T, words: impl Fn(&T) -> String) -> Vec<(T, String)> {
    let mut values = usual.to_vec();
    if !values.contains(&now) {
        values.push(now);
    }
    values.into_iter().map(|value| (value, words(&value))).collect()
}

fn change<T>(cx: &mut PanelCx, recipe: &Recipe, what: &str, value: Option<T>, set: impl FnOnce(&mut Uncertainty, T)) {
    if let Some(value) = value {
        update(cx, recipe, words::changed(what), |spec| set(&mut spec.uncertainty, value));
    }
}
