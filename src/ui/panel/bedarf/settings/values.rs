//! The page Werte: gaps, outlying values, and how each indicator's value comes about.

use super::super::weights::indicator_name;
use super::editor::{Editor, heading};
use crate::domain::{AreaLevel, Denomination, Imputation, Moments, Treatment};
use crate::text;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::ui::widget::text as label;
use egui::Ui;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, ed: &mut Editor) {
    let choices = Imputation::ALL.map(|choice| (choice, words::imputation(choice)));
    ed.choose(ui, words::MISSING, &ed.recipe.spec.impute, &choices, |spec, choice| spec.impute = choice);
    label::hint(ui, &recipe_words::sentence(text::needs::imputation(ed.recipe.spec.impute)));
    heading(ui, recipe_words::OUTLIERS);
    treatment(ui, ed);
    heading(ui, recipe_words::DENOMINATION);
    label::hint(ui, recipe_words::DENOMINATION_HINT);
    for at in 0..ed.recipe.spec.indicators.len() {
        indicator(ui, ed, at);
    }
}

/// The three ways; the present one keeps its parameters.
fn offered(now: Treatment) -> [Treatment; 3] {
    [Treatment::None, Treatment::WINSORISE, Treatment::Log { shift: 0.0 }]
        .map(|choice| if std::mem::discriminant(&choice) == std::mem::discriminant(&now) { now } else { choice })
}

fn treatment(ui: &mut Ui, ed: &mut Editor) {
    let now = ed.recipe.spec.treat;
    let choices = offered(now).map(|choice| (choice, recipe_words::treatment(choice)));
    ed.choose(ui, recipe_words::OUTLIERS, &now, &choices, |spec, choice| spec.treat = choice);
    match now {
        Treatment::None => {}
        Treatment::Log { shift: present } => {
            ed.number(ui, recipe_words::SHIFT, present, 2, |spec, value| spec.treat = Treatment::Log { shift: value });
        }
        Treatment::Winsorise { skewness, kurtosis, most_points, moments } => {
            ed.number(ui, recipe_words::SKEWNESS, skewness, 2, |spec, skewness| {
                spec.treat = Treatment::Winsorise { skewness, kurtosis, most_points, moments };
            });
            ed.number(ui, recipe_words::KURTOSIS, kurtosis, 2, |spec, kurtosis| {
                spec.treat = Treatment::Winsorise { skewness, kurtosis, most_points, moments };
            });
            let most = [1, 2, 3, 5, 10].map(|points: u32| (points, text::count(points)));
            ed.choose(ui, recipe_words::MOST_POINTS, &most_points, &most, |spec, most_points| {
                spec.treat = Treatment::Winsorise { skewness, kurtosis, most_points, moments };
            });
            let formulas = [Moments::Sample, Moments::Population].map(|choice| (choice, recipe_words::moments(choice)));
            ed.choose(ui, recipe_words::MOMENTS, &moments, &formulas, |spec, moments| {
                spec.treat = Treatment::Winsorise { skewness, kurtosis, most_points, moments };
            });
        }
    }
    label::hint(ui, &recipe_words::sentence(&text::needs::treatment(now)));
}

/// Where the value of one indicator comes from, and its own treatment.
fn indicator(ui: &mut Ui, ed: &mut Editor, at: usize) {
    let entry = &ed.recipe.spec.indicators[at];
    let data = &ed.cx.snapshot.data;
    let name = indicator_name(data, &entry.code);
    let choices: Vec<(Denomination, String)> =
        denominations(ed, at).into_iter().map(|choice| (choice.clone(), recipe_words::denomination(&choice))).collect();
    ed.choose(ui, name, &entry.denominate, &choices, |spec, choice| spec.indicators[at].denominate = choice);
    let now = entry.treat;
    let mut ways = vec![(None, recipe_words::TREATED_AS_ALL)];
    ways.extend(offered(now.unwrap_or_default()).map(|choice| (Some(choice), recipe_words::treatment(choice))));
    let own = recipe_words::outliers_of(name);
    ed.choose(ui, &own, &now, &ways, |spec, choice| spec.indicators[at].treat = choice);
}

/// What can be thought of for an indicator: as observed, from its own counts, per inhabitant, from the level below.
fn denominations(ed: &Editor, at: usize) -> Vec<Denomination> {
    let (spec, data) = (&ed.recipe.spec, &ed.cx.snapshot.data);
    let now = &spec.indicators[at].denominate;
    let below: Vec<AreaLevel> =
        AreaLevel::ALL.into_iter().skip_while(|level| *level != spec.areas.level).skip(1).take(1).collect();
    let parts: Vec<AreaLevel> = below.into_iter().filter(|level| data.areas_of(*level).next().is_some()).collect();
    let mut all = vec![Denomination::AsObserved, Denomination::OwnCounts { per: 100.0, parts: None }];
    all.extend(parts.iter().map(|level| Denomination::OwnCounts { per: 100.0, parts: Some(*level) }));
    let population = data.indicators.iter().find(|card| card.is_population);
    if let Some(card) = population {
        let per = |parts| Denomination::ByIndicator { indicator: card.code.clone(), per: 1000.0, parts };
        all.push(per(None));
        all.extend(parts.iter().map(|level| per(Some(*level))));
    }
    all.extend(parts.iter().map(|level| Denomination::SumOfParts { parts: *level }));
    if !all.contains(now) {
        all.push(now.clone());
    }
    all
}
