//! The weights of the recipe in percent: sliders that give and take in proportion, locks, and which indicators count.

use super::recipe::update;
use super::settings::{Editor, Refusal};
use super::themes::Themes;
use crate::analysis::rescaled_shares;
use crate::domain::{IndexSpec, Indicator, PlanningData, Recipe, SpecIndicator, Weighting};
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
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut PanelCx,
        recipe: &Recipe,
        refusal: &mut Option<Refusal>,
    ) -> bool {
        let spec = &recipe.spec;
        if spec.weigh != Weighting::ByHand {
            self.preview = None;
            return computed(ui, cx, recipe, refusal);
        }
        let budgets = Budget::all(spec);
        let held = self.dragged.take();
        self.preview = held.and_then(|(key, percent)| {
            let budget = budgets.iter().find(|budget| budget.rows.iter().any(|row| row.key(spec) == key))?;
            let at = budget.rows.iter().position(|row| row.key(spec) == key)?;
            Some(budget.moved(spec, &self.locked, at, percent))
        });
        let now = ui.input(|input| input.time);
        if self.preview.is_none() {
            let waiting = |sent: &Sent| sent.before == *spec && now - sent.at < MOST_PATIENCE;
            self.sent = self.sent.take().filter(waiting);
        }
        let held = self.preview.is_some();
        let shown = self.preview.clone().unwrap_or_else(|| spec.clone());
        if !held {
            self.preview = self.sent.as_ref().map(|sent| sent.then.clone());
        }
        let open = head(ui, cx, recipe, refusal);
        ui.spacing_mut().item_spacing.y = 0.0;
        for budget in &budgets {
            if let Some(title) = &budget.title {
                ui.add_space(space::S);
                label::strong(ui, title);
            }
            self.rows(ui, cx, recipe, budget, &shown);
        }
        if budgets.len() == 1 {
            sum_line(ui, cx, budgets[0].shares(&shown).iter().sum::<f64>() * 100.0);
        } else {
            label::hint(ui, recipe_words::EACH_HUNDRED);
        }
        open
    }

    /// The sliders of what makes up 100 % together.
    fn rows(&mut self, ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe, budget: &Budget, shown: &IndexSpec) {
        let spec = &recipe.spec;
        let themes = Themes::of(spec);
        for (at, (slot, share)) in budget.rows.iter().zip(budget.shares(shown)).enumerate() {
            let key = slot.key(spec);
            let name = slot.name(&cx.snapshot.data, spec);
            let row = WeightRow {
                name,
                swatch: themes.color(slot.theme(&themes, spec), cx.tokens),
                percent: share * 100.0,
                most: budget.most(),
                room: budget.room(shown, &self.locked, at) * 100.0,
                alone: budget.is_alone(spec, &self.locked, at),
                locked: Some(self.locked.contains(&key)),
            };
            match row.show(ui) {
                Some(WeightEdit::Previewed(percent)) => self.dragged = Some((key, percent)),
                Some(WeightEdit::Set(percent)) => {
                    let then = budget.moved(spec, &self.locked, at, percent);
                    self.preview = Some(then.clone());
                    let at = ui.input(|input| input.time);
                    self.sent = Some(Sent { before: spec.clone(), then: then.clone(), at });
                    update(cx, recipe, words::weight_changed(name), |spec| *spec = then);
                }
                Some(WeightEdit::Locked(true)) => drop(self.locked.insert(key)),
                Some(WeightEdit::Locked(false)) => drop(self.locked.remove(&key)),
                None => {}
            }
        }
    }
}

/// Something that has a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Indicator(usize),
    Dimension(usize),
}

impl Slot {
    /// What locks and the held slider remember it by.
    fn key(self, spec: &IndexSpec) -> String {
        match self {
            Slot::Indicator(at) => spec.indicators[at].code.clone(),
            Slot::Dimension(at) => format!("\t{}", spec.dimensions[at].name),
        }
    }

    fn name<'a>(self, data: &'a PlanningData, spec: &'a IndexSpec) -> &'a str {
        match self {
            Slot::Indicator(at) => indicator_name(data, &spec.indicators[at].code),
            Slot::Dimension(at) if spec.dimensions[at].name.is_empty() => words::NO_DIMENSION,
            Slot::Dimension(at) => &spec.dimensions[at].name,
        }
    }

    fn theme(self, themes: &Themes, spec: &IndexSpec) -> usize {
        match self {
            Slot::Indicator(at) => themes.of_indicator(at),
            Slot::Dimension(at) => {
                let name = &spec.dimensions[at].name;
                let first = spec.indicators.iter().position(|entry| entry.dimension == *name);
                first.map_or(0, |first| themes.of_indicator(first))
            }
        }
    }

    fn weight(self, spec: &mut IndexSpec) -> &mut f64 {
        match self {
            Slot::Indicator(at) => &mut spec.indicators[at].weight,
            Slot::Dimension(at) => &mut spec.dimensions[at].weight,
        }
    }

    fn value(self, spec: &IndexSpec) -> f64 {
        match self {
            Slot::Indicator(at) => spec.indicators[at].weight,
            Slot::Dimension(at) => spec.dimensions[at].weight,
        }
    }
}

/// What makes up 100 % together: all indicators, or the Teilindizes, or the indicators of one Teilindex.
struct Budget {
    title: Option<String>,
    rows: Vec<Slot>,
}

impl Budget {
    fn all(spec: &IndexSpec) -> Vec<Budget> {
        let indicators = |keep: &dyn Fn(&SpecIndicator) -> bool| -> Vec<Slot> {
            let kept = spec.indicators.iter().enumerate().filter(|(_, entry)| keep(entry));
            kept.map(|(at, _)| Slot::Indicator(at)).collect()
        };
        if spec.dimensions.is_empty() {
            return vec![Budget { title: None, rows: indicators(&|_| true) }];
        }
        let dimensions = (0..spec.dimensions.len()).map(Slot::Dimension).collect();
        let mut all = vec![Budget { title: Some(recipe_words::DIMENSIONS.to_owned()), rows: dimensions }];
        for dimension in &spec.dimensions {
            let name = if dimension.name.is_empty() { words::NO_DIMENSION } else { &dimension.name };
            let rows = indicators(&|entry| entry.dimension == dimension.name);
            all.push(Budget { title: Some(name.to_owned()), rows });
        }
        all
    }

    /// Right end of the sliders in percent: few weights are greater ones.
    fn most(&self) -> f64 {
        if self.rows.len() > 4 { MOST } else { 100.0 }
    }

    /// What the locked weights beside it leave to one, as a share.
    fn room(&self, spec: &IndexSpec, locked: &BTreeSet<String>, at: usize) -> f64 {
        let shares = self.rows.iter().zip(self.shares(spec)).enumerate();
        let kept = shares.filter(|(other, (row, _))| *other != at && locked.contains(&row.key(spec)));
        1.0 - kept.map(|(_, (_, share))| share).sum::<f64>()
    }

    /// Whether all others are locked.
    fn is_alone(&self, spec: &IndexSpec, locked: &BTreeSet<String>, at: usize) -> bool {
        let mut others = self.rows.iter().enumerate().filter(|(other, _)| *other != at);
        self.rows.len() > 1 && others.all(|(_, row)| locked.contains(&row.key(spec)))
    }

    /// Weights as shares; all 0 where the recipe says so.
    fn shares(&self, spec: &IndexSpec) -> Vec<f64> {
        let sum: f64 = self.rows.iter().map(|row| row.value(spec)).sum();
        self.rows.iter().map(|row| if sum > 0.0 { row.value(spec) / sum } else { 0.0 }).collect()
    }

    /// The recipe with one weight at this percentage; the others give or take in proportion. Shares are written back
    /// on the scale of the recipe's weights, so that their sum stays.
    fn moved(&self, spec: &IndexSpec, locked: &BTreeSet<String>, at: usize, percent: f64) -> IndexSpec {
        let locked: Vec<bool> = self.rows.iter().map(|row| locked.contains(&row.key(spec))).collect();
        let shares = rescaled_shares(&self.shares(spec), &locked, at, percent / 100.0);
        let sum: f64 = self.rows.iter().map(|row| row.value(spec)).sum();
        let scale = if sum > 0.0 { sum } else { 1.0 };
        let mut spec = spec.clone();
        for (row, share) in self.rows.iter().zip(shares) {
            // Six decimals keep recipes readable and are finer than any slider.
            *row.weight(&mut spec) = (share * scale * 1e6).round() / 1e6;
        }
        spec
    }
}

/// Weights that do not come from hand are shown, and cannot be moved here.
fn computed(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe, refusal: &mut Option<Refusal>) -> bool {
    let open = head(ui, cx, recipe, refusal);
    ui.spacing_mut().item_spacing.y = 0.0;
    label::hint(ui, recipe_words::WEIGHTS_COMPUTED);
    let Some(ranking) = cx.derived.ranking() else { return open };
    let themes = Themes::of(&recipe.spec);
    let weights = &ranking.run.weights;
    ui.add_enabled_ui(false, |ui| {
        for (at, (entry, weight)) in recipe.spec.indicators.iter().zip(weights).enumerate() {
            let name = indicator_name(&cx.snapshot.data, &entry.code);
            let swatch = themes.color(themes.of_indicator(at), cx.tokens);
            let _ = WeightRow {
                name,
                swatch,
                percent: weight * 100.0,
                most: MOST,
                room: 100.0,
                alone: false,
                locked: None,
            }
            .show(ui);
        }
    });
    open
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
fn head(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe, refusal: &mut Option<Refusal>) -> bool {
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
                    spec.dimensions.iter_mut().for_each(|dimension| dimension.weight = 1.0);
                });
            }
            indicators(ui, cx, recipe, refusal);
        });
    });
    open
}

/// All indicators that can count, with a tick where they do.
fn indicators(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe, refusal: &mut Option<Refusal>) {
    let button = Button::secondary(words::INDICATORS).compact().caret().show(ui);
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(320.0);
    popup.accessible_name(words::INDICATORS).show(|ui| {
        label::hint(ui, words::INDICATORS_HINT);
        ScrollArea::vertical().max_height(340.0).min_scrolled_height(340.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let snapshot = cx.snapshot;
            let data = &snapshot.data;
            let mut editor = Editor { cx, recipe, refusal };
            for card in data.indicators.iter() {
                let counts = recipe.spec.indicators.iter().any(|entry| entry.code == card.code);
                if !counts && !data.can_count(card) {
                    continue;
                }
                let at = words::indicator_at(&card.name);
                let clicked = check_box(ui, counts, &card.name);
                match clicked {
                    Some(true) => {
                        editor.change_called(&at, words::indicator_added(&card.name), |spec| add(spec, card));
                    }
                    Some(false) => editor.change_called(&at, words::indicator_removed(&card.name), |spec| {
                        spec.indicators.retain(|entry| entry.code != card.code);
                    }),
                    None => {}
                }
                let reason = ui.scope(|ui| editor.refused(ui, &at)).response;
                if clicked.is_some() && reason.rect.height() > 0.0 {
                    // The list may end above the reason.
                    reason.scroll_to_me(None);
                }
            }
        });
    });
}

/// A new indicator weighs as much as the others on average.
fn add(spec: &mut IndexSpec, card: &Indicator) {
    let sum: f64 = spec.indicators.iter().map(|entry| entry.weight).sum();
    #[expect(clippy::cast_precision_loss, reason = "few indicators")]
    let mean = sum / spec.indicators.len().max(1) as f64;
    let weight = if mean > 0.0 { mean } else { 1.0 };
    spec.indicators.push(SpecIndicator::new(&card.code, card.direction, weight, &card.dimension));
}

/// The name of an indicator; its code where the project does not know it.
pub(super) fn indicator_name<'a>(data: &'a PlanningData, code: &'a str) -> &'a str {
    data.indicator_by_code(code).map_or(code, |card| card.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Aggregation, AreaLevel, Direction, SpecDimension};

    fn spec(dimensions: bool) -> IndexSpec {
        let entry =
            |code: &str, weight, dimension: &str| SpecIndicator::new(code, Direction::HighIsNeed, weight, dimension);
        let indicators = vec![entry("A", 2.0, "Arbeit"), entry("B", 2.0, "Arbeit"), entry("C", 4.0, "Wohnen")];
        let mut spec = IndexSpec::recommended(AreaLevel::Sozialraum, indicators);
        if dimensions {
            let dimension = |name: &str, weight| SpecDimension {
                name: name.to_owned(),
                weight,
                aggregate: Aggregation::ArithmeticMean,
            };
            spec.dimensions = vec![dimension("Arbeit", 3.0), dimension("Wohnen", 1.0)];
        }
        spec
    }

    #[test]
    fn weights_share_one_budget_or_one_per_teilindex() {
        let plain = spec(false);
        assert_eq!(Budget::all(&plain)[0].shares(&plain), [0.25, 0.25, 0.5]);
        let split = spec(true);
        let shares: Vec<Vec<f64>> = Budget::all(&split).iter().map(|budget| budget.shares(&split)).collect();
        assert_eq!(shares, [vec![0.75, 0.25], vec![0.5, 0.5], vec![1.0]]);
    }

    #[test]
    fn weights_that_are_all_0_are_shown_as_they_are_and_a_slider_leads_out() {
        let mut plain = spec(false);
        plain.indicators.iter_mut().for_each(|entry| entry.weight = 0.0);
        let budget = &Budget::all(&plain)[0];
        assert_eq!(budget.shares(&plain), [0.0; 3]);
        let moved = budget.moved(&plain, &BTreeSet::new(), 0, 50.0);
        assert_eq!(moved.indicators.iter().map(|entry| entry.weight).collect::<Vec<_>>(), [0.5, 0.25, 0.25]);
    }

    #[test]
    fn a_slider_moves_nothing_outside_its_teilindex() {
        let split = spec(true);
        let moved = Budget::all(&split)[1].moved(&split, &BTreeSet::new(), 0, 75.0);
        let weights: Vec<f64> = moved.indicators.iter().map(|entry| entry.weight).collect();
        assert_eq!(weights, [3.0, 1.0, 4.0]);
        assert_eq!(moved.dimensions, split.dimensions);
        let moved = Budget::all(&split)[0].moved(&split, &BTreeSet::new(), 1, 50.0);
        assert_eq!(moved.dimensions.iter().map(|own| own.weight).collect::<Vec<_>>(), [2.0, 2.0]);
    }
}
