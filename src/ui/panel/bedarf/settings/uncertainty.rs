//! The page Unsicherheit: what each draw varies, how many there are, and what is reported of them.

use super::aggregate;
use super::editor::{Editor, heading, row};
use super::normalise;
use crate::analysis::interval_notes;
use crate::domain::{Aggregation, Imputation, Sampling, Treatment};
use crate::text;
use crate::text::needs;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::ui::widget::field::Field;
use crate::ui::widget::text as label;
use egui::Ui;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, ed: &mut Editor) {
    draws(ui, ed);
    heading(ui, recipe_words::VARIED);
    label::hint(ui, recipe_words::VARIED_HINT);
    weights(ui, ed);
    methods(ui, ed);
    ed.tick(ui, recipe_words::LEAVE_ONE_OUT, ed.recipe.spec.uncertainty.leave_one_out, |spec, on| {
        spec.uncertainty.leave_one_out = on;
    });
    let choices = Sampling::ALL.map(|choice| (choice, recipe_words::sampling(choice)));
    let now = ed.recipe.spec.uncertainty.sampling;
    ed.choose(ui, recipe_words::SAMPLING, &now, &choices, |spec, choice| spec.uncertainty.sampling = choice);
    label::hint(ui, recipe_words::SAMPLING_HINT);
    let notes = ed.cx.derived.ranking().map(|ranking| interval_notes(&ed.cx.snapshot.data, &ranking.intervals));
    for note in notes.unwrap_or_default() {
        label::small(ui, &note);
    }
}

fn draws(ui: &mut Ui, ed: &mut Editor) {
    let now = ed.recipe.spec.uncertainty.clone();
    ed.number(ui, words::DRAWS, f64::from(now.replications), 0, |spec, value| {
        spec.uncertainty.replications = whole(value);
    });
    let mut coverages = vec![80.0, 90.0, 95.0];
    if !coverages.iter().any(|coverage: &f64| (coverage - now.coverage_percent).abs() < 1e-9) {
        coverages.push(now.coverage_percent);
    }
    let choices: Vec<(f64, String)> =
        coverages.into_iter().map(|coverage| (coverage, text::percent(coverage, 0))).collect();
    ed.choose(ui, words::COVERAGE, &now.coverage_percent, &choices, |spec, value| {
        spec.uncertainty.coverage_percent = value;
    });
    ed.number(ui, recipe_words::PLACES, f64::from(now.top_places), 0, |spec, value| {
        spec.uncertainty.top_places = whole(value);
    });
    seed(ui, ed, now.seed);
}

/// A number of things: nothing but whole numbers; 0 is refused by the recipe itself.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within the range of the type")]
fn whole(value: f64) -> u32 {
    value.round().clamp(0.0, f64::from(u32::MAX)) as u32
}

/// Whole numbers up to 2⁶⁴, and so no decimal field.
fn seed(ui: &mut Ui, ed: &mut Editor, now: u64) {
    let mut entered = None;
    row(ui, ed.cx, words::SEED, |ui, _| {
        let field = Field::new(words::SEED, ed.recipe.id.0).hide_label().compact().width(110.0);
        entered = field.show_text(ui, &now.to_string()).set();
    });
    match entered.map(|entered| entered.trim().parse::<u64>()) {
        Some(Ok(seed)) => ed.change(words::SEED, |spec| spec.uncertainty.seed = seed),
        Some(Err(_)) => ed.cx.outbox.push(crate::ui::Intent::Toast(crate::ui::Toast {
            kind: crate::ui::ToastKind::Info,
            ..crate::ui::Toast::done(words::SEED_FORM, "")
        })),
        None => {}
    }
}

fn weights(ui: &mut Ui, ed: &mut Editor) {
    let now = ed.recipe.spec.uncertainty.weight_variation;
    let mut shares = vec![0.0, 0.1, 0.25, 0.5];
    if !shares.iter().any(|share: &f64| (share - now).abs() < 1e-9) {
        shares.push(now);
    }
    let choices: Vec<(f64, String)> =
        shares.into_iter().map(|share| (share, recipe_words::weight_variation(share))).collect();
    ed.choose(ui, words::VARIATION, &now, &choices, |spec, value| spec.uncertainty.weight_variation = value);
}

/// Each list: the recipe's own choice is always among those drawn, and cannot be taken out.
fn methods(ui: &mut Ui, ed: &mut Editor) {
    let spec = &ed.recipe.spec;
    let now = spec.uncertainty.clone();
    heading(ui, words::NORMALISATION);
    let own = spec.normalise;
    for choice in with_present(&spec.drawn_normalisations(), normalise::offered(own)) {
        let name = needs::normalisation_short(choice);
        let on = drawn(choice, own, &now.normalisations);
        ed.member(ui, (words::NORMALISATION, name), choice, |spec| &mut spec.uncertainty.normalisations, on);
    }
    ed.refused(ui, words::NORMALISATION);
    heading(ui, words::AGGREGATION);
    let own = spec.aggregate;
    let usual: Vec<Aggregation> = aggregate::offered(own, aggregate::counting(spec));
    for choice in with_present(&spec.drawn_aggregations(), usual) {
        let name = recipe_words::aggregation(choice);
        let on = drawn(choice, own, &now.aggregations);
        ed.member(ui, (words::AGGREGATION, name), choice, |spec| &mut spec.uncertainty.aggregations, on);
    }
    ed.refused(ui, words::AGGREGATION);
    heading(ui, words::MISSING);
    for choice in Imputation::ALL {
        let name = words::imputation(choice);
        let on = drawn(choice, spec.impute, &now.imputations);
        ed.member(ui, (words::MISSING, name), choice, |spec| &mut spec.uncertainty.imputations, on);
    }
    ed.refused(ui, words::MISSING);
    heading(ui, recipe_words::OUTLIERS);
    let usual = vec![Treatment::None, Treatment::WINSORISE, Treatment::Log { shift: 1.0 }];
    for choice in with_present(&spec.drawn_treatments(), usual) {
        let name = recipe_words::treatment(choice);
        let on = drawn(choice, spec.treat, &now.treatments);
        ed.member(ui, (recipe_words::OUTLIERS, name), choice, |spec| &mut spec.uncertainty.treatments, on);
    }
    ed.refused(ui, recipe_words::OUTLIERS);
    heading(ui, recipe_words::FURTHER);
}

/// Whether a method is drawn; none for the recipe's own, which always is.
fn drawn<T: PartialEq>(choice: T, own: T, named: &[T]) -> Option<bool> {
    (choice != own).then(|| named.contains(&choice))
}

/// The usual methods, and those in use beside them.
fn with_present<T: Copy + PartialEq>(now: &[T], usual: Vec<T>) -> Vec<T> {
    let mut all = usual;
    for choice in now {
        if !all.contains(choice) {
            all.push(*choice);
        }
    }
    all
}
