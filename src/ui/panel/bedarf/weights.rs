//! The weights of the recipe in percent: sliders that give and take in proportion, locks, and which indicators count.

use super::recipe::update;
use super::themes::Themes;
use crate::analysis::rescaled_shares;
use crate::domain::{Direction, IndexSpec, Indicator, PlanningData, Recipe, SpecIndicator, Weighting};
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::theme::{TypeStyle, space};
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::check_box;
use crate::ui::widget::text as label;
use crate::ui::widget::weight_row::{WeightEdit, WeightRow};
use crate::ui::widget::{icon, paint};
use egui::{Align, Align2, Layout, Popup, PopupCloseBehavior, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use std::collections::BTreeSet;

/// Right end of the sliders in percent.
const MOST: f64 = 50.0;

/// State of the sliders: the one being dragged, and the locks, which are a matter of this view.
#[derive(Default)]
pub(super) struct Weights {
    dragged: Option<(String, f64)>,
    locked: BTreeSet<String>,
    /// The recipe with the slider where it is held, or as it was just set, until the project has it.
    pub(super) preview: Option<IndexSpec>,
    sent: Option<Sent>,
}

/// A change on its way to the project.
struct Sent {
    before: IndexSpec,
    then: IndexSpec,
    at: f64,
}

/// Longest time in seconds that a change may take before the project's own recipe is shown again.
const MOST_PATIENCE: f64 = 1.0;

impl Weights {
    /// Draws head and rows; returns whether the page about weights is wanted.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe) -> bool {
        let spec = &recipe.spec;
        if spec.weigh != Weighting::ByHand {
            self.preview = None;
            return computed(ui, cx, recipe);
        }
        let locked: Vec<bool> = spec.indicators.iter().map(|entry| self.locked.contains(&entry.code)).collect();
        let shares = shares(spec);
        let held = self.dragged.is_some();
        let shown = match self.dragged.take() {
            Some((code, percent)) => match spec.indicators.iter().position(|entry| entry.code == code) {
                Some(at) => rescaled_shares(&shares, &locked, at, percent / 100.0),
                None => shares.clone(),
            },
            None => shares.clone(),
        };
        self.preview = held.then(|| with_shares(spec, &shown));
        let now = ui.input(|input| input.time);
        if !held {
            let waiting = |sent: &Sent| sent.before == *spec && now - sent.at < MOST_PATIENCE;
            self.sent = self.sent.take().filter(waiting);
            self.preview = self.sent.as_ref().map(|sent| sent.then.clone());
        }
        let open = head(ui, cx, recipe);
        ui.spacing_mut().item_spacing.y = 0.0;
        let themes = Themes::of(spec);
        for (at, entry) in spec.indicators.iter().enumerate() {
            let name = indicator_name(&cx.snapshot.data, &entry.code);
            let row = WeightRow {
                name,
                swatch: themes.color(themes.of_indicator(at), cx.tokens),
                percent: shown[at] * 100.0,
                most: MOST,
                locked: Some(locked[at]),
            };
            match row.show(ui) {
                Some(WeightEdit::Previewed(percent)) => self.dragged = Some((entry.code.clone(), percent)),
                Some(WeightEdit::Set(percent)) => {
                    let shares = rescaled_shares(&shares, &locked, at, percent / 100.0);
                    let then = with_shares(spec, &shares);
                    self.preview = Some(then.clone());
                    self.sent = Some(Sent { before: spec.clone(), then, at: now });
                    update(cx, recipe, words::weight_changed(name), |spec| set_shares(spec, &shares));
                }
                Some(WeightEdit::Locked(true)) => drop(self.locked.insert(entry.code.clone())),
                Some(WeightEdit::Locked(false)) => drop(self.locked.remove(&entry.code)),
                None => {}
            }
        }
        sum_line(ui, cx, shown.iter().sum::<f64>() * 100.0);
        open
    }
}

/// Weights that do not come from hand are shown, and cannot be moved here.
fn computed(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe) -> bool {
    let open = head(ui, cx, recipe);
    ui.spacing_mut().item_spacing.y = 0.0;
    label::hint(ui, recipe_words::WEIGHTS_COMPUTED);
    let Some(ranking) = cx.derived.ranking() else { return open };
    let themes = Themes::of(&recipe.spec);
    let weights = &ranking.run.weights;
    ui.add_enabled_ui(false, |ui| {
        for (at, (entry, weight)) in recipe.spec.indicators.iter().zip(weights).enumerate() {
            let name = indicator_name(&cx.snapshot.data, &entry.code);
            let swatch = themes.color(themes.of_indicator(at), cx.tokens);
            let _ = WeightRow { name, swatch, percent: weight * 100.0, most: MOST, locked: None }.show(ui);
        }
    });
    open
}

/// The recipe with other weights.
fn with_shares(spec: &IndexSpec, shares: &[f64]) -> IndexSpec {
    let mut spec = spec.clone();
    set_shares(&mut spec, shares);
    spec
}

/// The sum, under the numbers.
fn sum_line(ui: &mut Ui, cx: &PanelCx, sum: f64) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let words = words::sum(sum);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    // Ends where the numbers in the fields do: before the lock and the inner margin of the field.
    let at = rect.right_center() - vec2(24.0 + space::S + space::M, 0.0);
    paint::text(ui, at, Align2::RIGHT_CENTER, &words, TypeStyle::SmallStrong, cx.tokens.text2);
}

/// Returns whether the page about weights is wanted.
fn head(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe) -> bool {
    let mut open = false;
    ui.horizontal(|ui| {
        label::h3(ui, words::WEIGHTS);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let details = recipe_words::details(recipe_words::WEIGHTING);
            open = Button::icon_only(icon::CARET_RIGHT, &details).compact().show(ui).clicked();
            if Button::secondary(words::EQUAL).compact().show(ui).clicked() {
                update(cx, recipe, words::WEIGHTS_EQUAL.to_owned(), |spec| {
                    spec.indicators.iter_mut().for_each(|entry| entry.weight = 1.0);
                });
            }
            indicators(ui, cx, recipe);
        });
    });
    open
}

/// All indicators that can count, with a tick where they do.
fn indicators(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe) {
    let button = Button::secondary(words::INDICATORS).compact().caret().show(ui);
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(320.0);
    popup.accessible_name(words::INDICATORS).show(|ui| {
        label::hint(ui, words::INDICATORS_HINT);
        ScrollArea::vertical().max_height(340.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let data = &cx.snapshot.data;
            for card in data.indicators.iter() {
                let counts = recipe.spec.indicators.iter().any(|entry| entry.code == card.code);
                if !counts && !can_count(data, card) {
                    continue;
                }
                match check_box(ui, counts, &card.name) {
                    Some(true) => update(cx, recipe, words::indicator_added(&card.name), |spec| add(spec, card)),
                    Some(false) => update(cx, recipe, words::indicator_removed(&card.name), |spec| {
                        spec.indicators.retain(|entry| entry.code != card.code);
                    }),
                    None => {}
                }
            }
        });
    });
}

pub(super) fn can_count(data: &PlanningData, card: &Indicator) -> bool {
    card.direction != Direction::Context && !card.is_population && data.dataset.periods_of(card.id).next().is_some()
}

/// A new indicator weighs as much as the others on average.
fn add(spec: &mut IndexSpec, card: &Indicator) {
    let sum: f64 = spec.indicators.iter().map(|entry| entry.weight).sum();
    #[expect(clippy::cast_precision_loss, reason = "few indicators")]
    let mean = sum / spec.indicators.len().max(1) as f64;
    let weight = if mean > 0.0 { mean } else { 1.0 };
    spec.indicators.push(SpecIndicator::new(&card.code, card.direction, weight, &card.dimension));
}

/// Weights as shares; equal where all are 0.
fn shares(spec: &IndexSpec) -> Vec<f64> {
    let sum: f64 = spec.indicators.iter().map(|entry| entry.weight).sum();
    #[expect(clippy::cast_precision_loss, reason = "few indicators")]
    let count = spec.indicators.len() as f64;
    spec.indicators.iter().map(|entry| if sum > 0.0 { entry.weight / sum } else { 1.0 / count }).collect()
}

/// Writes shares back on the scale of the recipe's weights, so that their sum stays.
fn set_shares(spec: &mut IndexSpec, shares: &[f64]) {
    let sum: f64 = spec.indicators.iter().map(|entry| entry.weight).sum();
    let scale = if sum > 0.0 { sum } else { 1.0 };
    for (entry, share) in spec.indicators.iter_mut().zip(shares) {
        // Six decimals keep recipes readable and are finer than any slider.
        entry.weight = (share * scale * 1e6).round() / 1e6;
    }
}

/// The name of an indicator; its code where the project does not know it.
pub(super) fn indicator_name<'a>(data: &'a PlanningData, code: &'a str) -> &'a str {
    data.indicator_by_code(code).map_or(code, |card| card.name.as_str())
}
