//! The page Aggregation: how values become Teilindizes and the index, and what classes and ranks are made of it.

use super::editor::{Editor, heading};
use crate::analysis::rescaled_shares;
use crate::domain::{
    Aggregation, ClassBorder, ClassMethod, Classes, Divisor, IndexSpec, Penalty, QuantileRule, RankTies, SpecDimension,
    Standardisation,
};
use crate::text;
use crate::text::needs;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::ui::widget::field::Field;
use crate::ui::widget::text as label;
use egui::Ui;

/// How many values the index is put together from: indicators, or Teilindizes where there are any.
pub(super) fn counting(spec: &IndexSpec) -> u32 {
    let values = if spec.dimensions.is_empty() { spec.indicators.len() } else { spec.dimensions.len() };
    u32::try_from(values).unwrap_or(u32::MAX)
}

/// Methods with usual parameters for `of` values; the present one keeps its own.
pub(super) fn offered(now: Aggregation, of: u32) -> Vec<Aggregation> {
    let penalised = |penalty| Aggregation::MazziottaPareto { penalty, divisor: Divisor::Population };
    let all = [
        Aggregation::ArithmeticMean,
        Aggregation::Sum,
        Aggregation::GeometricMean,
        Aggregation::HarmonicMean,
        penalised(Penalty::Add),
        Aggregation::Median,
        Aggregation::Copeland,
        Aggregation::WorstK { k: of.clamp(1, 3) },
    ];
    let same = |choice: &Aggregation| std::mem::discriminant(choice) == std::mem::discriminant(&now);
    all.into_iter().map(|choice| if same(&choice) { now } else { choice }).collect()
}

/// Draws the page.
pub(super) fn show(ui: &mut Ui, ed: &mut Editor) {
    let now = ed.recipe.spec.aggregate;
    let of = counting(&ed.recipe.spec);
    method(ui, ed, words::AGGREGATION, (now, of), |spec, choice| spec.aggregate = choice);
    label::hint(ui, &recipe_words::sentence(&needs::aggregation(now)));
    label::small(ui, recipe_words::compensation(now.compensation()));
    dimensions(ui, ed);
    heading(ui, recipe_words::AFTERWARDS);
    standardise(ui, ed);
    let all = [RankTies::Competition, RankTies::ModifiedCompetition, RankTies::Dense, RankTies::Average];
    let choices = all.map(|choice| (choice, recipe_words::ties(choice)));
    ed.choose(ui, recipe_words::TIES, &ed.recipe.spec.ties, &choices, |spec, choice| spec.ties = choice);
    heading(ui, recipe_words::CLASSES);
    classes(ui, ed);
}

/// A method and its parameters.
fn method(
    ui: &mut Ui,
    ed: &mut Editor,
    name: &str,
    (now, of): (Aggregation, u32),
    set: impl Fn(&mut IndexSpec, Aggregation),
) {
    let choices: Vec<(Aggregation, &str)> =
        offered(now, of).into_iter().map(|choice| (choice, recipe_words::aggregation(choice))).collect();
    ed.choose(ui, name, &now, &choices, &set);
    match now {
        Aggregation::MazziottaPareto { penalty, divisor } => {
            let signs = [Penalty::Add, Penalty::Subtract].map(|choice| (choice, recipe_words::penalty(choice)));
            ed.choose(ui, recipe_words::PENALTY, &penalty, &signs, |spec, penalty| {
                set(spec, Aggregation::MazziottaPareto { penalty, divisor });
            });
            let divisors = [Divisor::Population, Divisor::Sample].map(|choice| (choice, needs::divisor(choice)));
            ed.choose(ui, recipe_words::DIVISOR, &divisor, &divisors, |spec, divisor| {
                set(spec, Aggregation::MazziottaPareto { penalty, divisor });
            });
        }
        Aggregation::WorstK { k } => {
            let choices: Vec<(u32, String)> = (1..=of.max(k)).map(|k| (k, text::count(k))).collect();
            ed.choose(ui, recipe_words::WORST, &k, &choices, |spec, k| set(spec, Aggregation::WorstK { k }));
        }
        Aggregation::ArithmeticMean
        | Aggregation::Sum
        | Aggregation::GeometricMean
        | Aggregation::HarmonicMean
        | Aggregation::Median
        | Aggregation::Copeland => {}
    }
}

/// Teilindizes on or off; each with its weight and its method.
fn dimensions(ui: &mut Ui, ed: &mut Editor) {
    heading(ui, recipe_words::DIMENSIONS);
    let on = !ed.recipe.spec.dimensions.is_empty();
    ed.tick(ui, recipe_words::USE_DIMENSIONS, on, |spec, on| {
        spec.dimensions = if on { by_theme(spec) } else { Vec::new() };
    });
    label::hint(ui, recipe_words::DIMENSIONS_HINT);
    for at in 0..ed.recipe.spec.dimensions.len() {
        let dimension = &ed.recipe.spec.dimensions[at];
        label::strong(ui, &dimension.name);
        let weight = recipe_words::weight_of(&dimension.name);
        let shares = dimension_shares(&ed.recipe.spec);
        ed.number(ui, &weight, shares[at] * 100.0, 1, |spec, percent| set_share(spec, &shares, at, percent / 100.0));
        let name = recipe_words::method_of(&dimension.name);
        let of = ed.recipe.spec.indicators.iter().filter(|entry| entry.dimension == dimension.name).count();
        let now = (dimension.aggregate, u32::try_from(of).unwrap_or(u32::MAX));
        method(ui, ed, &name, now, |spec, choice| spec.dimensions[at].aggregate = choice);
    }
}

/// Weights of the Teilindizes as shares; equal where all are 0.
fn dimension_shares(spec: &IndexSpec) -> Vec<f64> {
    let sum: f64 = spec.dimensions.iter().map(|dimension| dimension.weight).sum();
    #[expect(clippy::cast_precision_loss, reason = "few Teilindizes")]
    let equal = 1.0 / spec.dimensions.len() as f64;
    spec.dimensions.iter().map(|dimension| if sum > 0.0 { dimension.weight / sum } else { equal }).collect()
}

/// Gives one Teilindex a share of the weight; the others keep their proportion.
fn set_share(spec: &mut IndexSpec, shares: &[f64], at: usize, share: f64) {
    let free = vec![false; shares.len()];
    for (dimension, share) in spec.dimensions.iter_mut().zip(rescaled_shares(shares, &free, at, share)) {
        dimension.weight = (share * 1e6).round() / 1e6;
    }
}

/// One Teilindex per theme of the indicators, in their order, all of the same weight.
fn by_theme(spec: &IndexSpec) -> Vec<SpecDimension> {
    let mut found: Vec<SpecDimension> = Vec::new();
    for entry in &spec.indicators {
        if !found.iter().any(|dimension| dimension.name == entry.dimension) {
            let aggregate = Aggregation::ArithmeticMean;
            found.push(SpecDimension { name: entry.dimension.clone(), weight: 1.0, aggregate });
        }
    }
    found
}

fn standardise(ui: &mut Ui, ed: &mut Editor) {
    let by = |divisor| Some(Standardisation { divisor });
    let choices = [None, by(Divisor::Population), by(Divisor::Sample)]
        .map(|choice| (choice, recipe_words::standardisation(choice)));
    let now = ed.recipe.spec.standardise;
    ed.choose(ui, recipe_words::STANDARDISATION, &now, &choices, |spec, choice| spec.standardise = choice);
}

/// Where borders come from; `None` is no classes at all.
fn classes(ui: &mut Ui, ed: &mut Editor) {
    let now = ed.recipe.spec.classes.clone();
    let present = now.as_ref().map(|classes| classes.method);
    let quantiles = |rule| Some(ClassMethod::Quantiles { rule });
    let all = [
        None,
        Some(ClassMethod::Cuts),
        quantiles(QuantileRule::Floor),
        quantiles(QuantileRule::Ceil),
        Some(ClassMethod::NaturalBreaks),
        Some(ClassMethod::EqualIntervals),
    ];
    let choices = all.map(|choice| (choice, choice.map_or(recipe_words::NO_CLASSES, needs::class_method)));
    let found: Vec<f64> = ed.cx.derived.ranking().map_or_else(Vec::new, |ranking| ranking.run.class_cuts.clone());
    ed.choose(ui, recipe_words::CLASS_METHOD, &present, &choices, |spec, choice| {
        spec.classes = choice.map(|method| with_method(spec.classes.take(), method, &found));
    });
    let Some(classes) = now else { return };
    let count = classes.labels.len();
    let counts = [2, 3, 4, 5, 7, 10];
    let counts: Vec<(usize, String)> = counts
        .into_iter()
        .chain((!counts.contains(&count)).then_some(count))
        .map(|count| (count, text::count(count)))
        .collect();
    ed.choose(ui, recipe_words::CLASS_COUNT, &count, &counts, |spec, count| {
        spec.classes = spec.classes.take().map(|classes| with_count(classes, count));
    });
    for at in (0..count).rev() {
        class(ui, ed, &classes, at);
    }
    if classes.method == ClassMethod::Cuts {
        let sides = [ClassBorder::Lower, ClassBorder::Upper].map(|side| (side, recipe_words::border(side)));
        let now = classes.border.first().copied().unwrap_or_default();
        ed.choose(ui, recipe_words::ON_BORDER, &now, &sides, |spec, side| {
            if let Some(classes) = &mut spec.classes {
                classes.border = vec![side];
            }
        });
    }
}

/// The name of a class, and the border below it where borders are given.
fn class(ui: &mut Ui, ed: &mut Editor, classes: &Classes, at: usize) {
    let name = recipe_words::class_name(at + 1);
    let mut entered = None;
    super::editor::row(ui, ed.cx, &name, |ui, width| {
        let field = Field::new(&name, (at, ed.recipe.id.0)).hide_label().compact().width(width.min(150.0));
        entered = field.show_text(ui, &classes.labels[at]).set();
    });
    if let Some(label) = entered {
        ed.change(&name, |spec| {
            if let Some(entry) = spec.classes.as_mut().and_then(|classes| classes.labels.get_mut(at)) {
                *entry = label.trim().to_owned();
            }
        });
    }
    let below = at.checked_sub(1).and_then(|below| Some((below, *classes.cuts.get(below)?)));
    if let Some((below, cut)) = below.filter(|_| classes.method == ClassMethod::Cuts) {
        ed.number(ui, &recipe_words::border_below(&classes.labels[at]), cut, 2, |spec, value| {
            if let Some(cut) = spec.classes.as_mut().and_then(|classes| classes.cuts.get_mut(below)) {
                *cut = value;
            }
        });
    }
}

/// Given borders begin with those in use, rounded; found ones need none.
fn with_method(classes: Option<Classes>, method: ClassMethod, found: &[f64]) -> Classes {
    let labels = classes.map_or_else(|| recipe_words::class_labels(5), |classes| classes.labels);
    let cuts = match method {
        ClassMethod::Cuts if found.len() + 1 == labels.len() => {
            found.iter().map(|cut| (cut * 100.0).round() / 100.0).collect()
        }
        ClassMethod::Cuts => spread_cuts(labels.len()),
        ClassMethod::Quantiles { .. } | ClassMethod::NaturalBreaks | ClassMethod::EqualIntervals => Vec::new(),
    };
    Classes { method, cuts, border: vec![ClassBorder::Lower], labels }
}

fn with_count(classes: Classes, count: usize) -> Classes {
    let cuts = if classes.method == ClassMethod::Cuts { spread_cuts(count) } else { Vec::new() };
    Classes { cuts, border: vec![ClassBorder::Lower], labels: recipe_words::class_labels(count), ..classes }
}

/// Half units around 0, to begin with.
fn spread_cuts(classes: usize) -> Vec<f64> {
    #[expect(clippy::cast_precision_loss, reason = "few classes")]
    let cut = |at: usize| (at as f64 - (classes as f64 - 2.0) / 2.0) * 0.5;
    (0..classes.saturating_sub(1)).map(cut).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_numbers_of_classes_bring_as_many_names_and_borders_as_they_need() {
        let five = Classes::by_cuts(&[-0.5, 0.0, 0.5, 1.0], ClassBorder::Upper, ["a", "b", "c", "d", "e"]);
        let three = with_count(five.clone(), 3);
        assert_eq!(three.cuts, [-0.25, 0.25]);
        assert_eq!(three.labels.len(), 3);
        let found = with_method(Some(five.clone()), ClassMethod::NaturalBreaks, &[]);
        assert!(found.cuts.is_empty() && found.labels == five.labels);
        let given = with_method(Some(found), ClassMethod::Cuts, &[0.111, 0.222, 0.333, 0.444]);
        assert_eq!(given.cuts, [0.11, 0.22, 0.33, 0.44]);
    }
}
