//! The page Normierung: method, its parameters, and the goalposts and targets of the indicators.

use super::super::weights::indicator_name;
use super::editor::{Editor, heading};
use crate::domain::{
    BeyondGoalposts, DistanceForm, DistanceTo, Divisor, GoalpostScale, Goalposts, IndexSpec, Normalisation, RankTies,
    ScaledRank,
};
use crate::text::needs;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::theme::space;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::Field;
use crate::ui::widget::text as label;
use egui::Ui;

/// Methods with the parameters that are usual; the present one keeps its own.
pub(super) fn offered(now: Normalisation) -> Vec<Normalisation> {
    let ties = RankTies::Competition;
    let z = |divisor| Normalisation::ZScore { divisor };
    let distance = |to| Normalisation::Distance { to, form: DistanceForm::Relative };
    let mut all = vec![
        z(Divisor::Population),
        z(Divisor::Sample),
        Normalisation::ScaledZ { divisor: Divisor::Population, mean: 100.0, spread: 10.0 },
        Normalisation::RobustZ,
        Normalisation::MIN_MAX,
        Normalisation::Goalposts { from: 0.0, to: 100.0, scale: GoalpostScale::Linear, beyond: BeyondGoalposts::Clamp },
        Normalisation::Rank { ties },
        Normalisation::Borda { ties },
        Normalisation::PERCENTILE_RANK,
        distance(DistanceTo::Maximum),
        distance(DistanceTo::Target),
        distance(DistanceTo::ReferenceArea),
        Normalisation::ShareOfMean,
        Normalisation::Exponential { ties, scaled_rank: ScaledRank::ToOne },
    ];
    let same = |choice: &Normalisation| needs::normalisation_short(*choice) == needs::normalisation_short(now);
    if let Some(at) = all.iter().position(same) {
        all[at] = now;
    }
    all
}

/// Draws the page.
pub(super) fn show(ui: &mut Ui, ed: &mut Editor) {
    let now = ed.recipe.spec.normalise;
    let choices: Vec<(Normalisation, &str)> =
        offered(now).into_iter().map(|choice| (choice, needs::normalisation_short(choice))).collect();
    ed.choose(ui, words::NORMALISATION, &now, &choices, |spec, choice| spec.normalise = choice);
    parameters(ui, ed, now);
    label::hint(ui, &recipe_words::sentence(&needs::normalisation(now)));
    limits(ui, ed);
}

fn ties_choice(ui: &mut Ui, ed: &mut Editor, now: RankTies, set: impl FnOnce(&mut IndexSpec, RankTies)) {
    let all = [RankTies::Competition, RankTies::ModifiedCompetition, RankTies::Dense, RankTies::Average];
    let choices = all.map(|choice| (choice, recipe_words::ties(choice)));
    ed.choose(ui, recipe_words::TIES_IN_VALUES, &now, &choices, set);
}

fn bounds(ui: &mut Ui, ed: &mut Editor, (from, to): (f64, f64), set: fn(&mut IndexSpec, f64, f64)) {
    ed.number(ui, recipe_words::FROM, from, 1, |spec, from| set(spec, from, to));
    ed.number(ui, recipe_words::TO, to, 1, |spec, to| set(spec, from, to));
}

fn parameters(ui: &mut Ui, ed: &mut Editor, now: Normalisation) {
    match now {
        Normalisation::ZScore { .. } | Normalisation::RobustZ | Normalisation::ShareOfMean => {}
        Normalisation::ScaledZ { divisor, mean, spread } => {
            let choices = [Divisor::Population, Divisor::Sample].map(|choice| (choice, needs::divisor(choice)));
            ed.choose(ui, recipe_words::DIVISOR, &divisor, &choices, |spec, divisor| {
                spec.normalise = Normalisation::ScaledZ { divisor, mean, spread };
            });
            ed.number(ui, recipe_words::MEAN, mean, 1, |spec, mean| {
                spec.normalise = Normalisation::ScaledZ { divisor, mean, spread };
            });
            ed.number(ui, recipe_words::SPREAD, spread, 1, |spec, spread| {
                spec.normalise = Normalisation::ScaledZ { divisor, mean, spread };
            });
        }
        Normalisation::MinMax { from, to } => bounds(ui, ed, (from, to), |spec, from, to| {
            spec.normalise = Normalisation::MinMax { from, to };
        }),
        Normalisation::Goalposts { from, to, scale, beyond } => {
            bounds(ui, ed, (from, to), |spec, from, to| {
                if let Normalisation::Goalposts { scale, beyond, .. } = spec.normalise {
                    spec.normalise = Normalisation::Goalposts { from, to, scale, beyond };
                }
            });
            let scales = [GoalpostScale::Linear, GoalpostScale::Log];
            let choices = scales.map(|choice| (choice, recipe_words::goalpost_scale(choice)));
            ed.choose(ui, recipe_words::SCALE, &scale, &choices, |spec, scale| {
                spec.normalise = Normalisation::Goalposts { from, to, scale, beyond };
            });
            let ways = [BeyondGoalposts::Clamp, BeyondGoalposts::Keep];
            let choices = ways.map(|choice| (choice, recipe_words::beyond(choice)));
            ed.choose(ui, recipe_words::BEYOND, &beyond, &choices, |spec, beyond| {
                spec.normalise = Normalisation::Goalposts { from, to, scale, beyond };
            });
        }
        Normalisation::Rank { ties } => {
            ties_choice(ui, ed, ties, |spec, ties| spec.normalise = Normalisation::Rank { ties });
        }
        Normalisation::Borda { ties } => {
            ties_choice(ui, ed, ties, |spec, ties| spec.normalise = Normalisation::Borda { ties });
        }
        Normalisation::PercentileRank { ties } => {
            ties_choice(ui, ed, ties, |spec, ties| spec.normalise = Normalisation::PercentileRank { ties });
        }
        Normalisation::Distance { to, form } => {
            let forms = [DistanceForm::Relative, DistanceForm::Range];
            let choices = forms.map(|choice| (choice, recipe_words::distance_form(choice)));
            ed.choose(ui, recipe_words::DISTANCE_FORM, &form, &choices, |spec, form| {
                spec.normalise = Normalisation::Distance { to, form };
            });
        }
        Normalisation::Exponential { ties, scaled_rank } => {
            ties_choice(ui, ed, ties, |spec, ties| {
                spec.normalise = Normalisation::Exponential { ties, scaled_rank };
            });
            let ranks = [ScaledRank::ToOne, ScaledRank::FromZero];
            let choices = ranks.map(|choice| (choice, recipe_words::scaled_rank(choice)));
            ed.choose(ui, recipe_words::SCALED_RANK, &scaled_rank, &choices, |spec, scaled_rank| {
                spec.normalise = Normalisation::Exponential { ties, scaled_rank };
            });
        }
    }
}

/// Goalposts and target of each indicator: written down before the method that needs them is chosen.
fn limits(ui: &mut Ui, ed: &mut Editor) {
    heading(ui, recipe_words::LIMITS);
    label::hint(ui, recipe_words::LIMITS_HINT);
    if Button::secondary(recipe_words::PROPOSE_LIMITS).compact().show(ui).clicked() {
        let found = observed(ed);
        ed.change(recipe_words::LIMITS, |spec| {
            for (entry, limits) in spec.indicators.iter_mut().zip(found) {
                entry.goalposts = entry.goalposts.or(limits);
            }
        });
    }
    ed.refused(ui, recipe_words::LIMITS);
    for at in 0..ed.recipe.spec.indicators.len() {
        let entry = &ed.recipe.spec.indicators[at];
        let card = ed.cx.snapshot.data.indicator_by_code(&entry.code);
        let decimals = card.map_or(1, |card| card.decimals);
        let name = indicator_name(&ed.cx.snapshot.data, &entry.code);
        label::small(ui, name);
        let (low, high) = (entry.goalposts.map(|posts| posts.low), entry.goalposts.map(|posts| posts.high));
        let fields = [(recipe_words::LOW, low), (recipe_words::HIGH, high), (recipe_words::TARGET, entry.target)];
        let mut entered = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            for (place, (title, value)) in fields.into_iter().enumerate() {
                let title = recipe_words::of_indicator(title, name);
                let field = Field::new(&title, (place, &entry.code, ed.recipe.id.0)).hide_label().compact().width(88.0);
                let field = field.placeholder(fields_hint(place));
                if let Some(value) = field.show_number(ui, value, decimals).changed() {
                    entered = Some((place, value));
                }
            }
        });
        if let Some((place, value)) = entered {
            ed.change(name, |spec| set_limit(&mut spec.indicators[at], place, value));
        }
        ed.refused(ui, name);
    }
}

fn fields_hint(place: usize) -> &'static str {
    match place {
        0 => recipe_words::LOW,
        1 => recipe_words::HIGH,
        _ => recipe_words::TARGET,
    }
}

/// A goalpost that stands alone gets the other one at the same place until it is written, too.
fn set_limit(entry: &mut crate::domain::SpecIndicator, place: usize, value: Option<f64>) {
    match (place, value) {
        (0, Some(low)) => {
            entry.goalposts = Some(Goalposts { low, high: entry.goalposts.map_or(low, |posts| posts.high) });
        }
        (1, Some(high)) => {
            entry.goalposts = Some(Goalposts { low: entry.goalposts.map_or(high, |posts| posts.low), high });
        }
        (0 | 1, None) => entry.goalposts = None,
        (_, target) => entry.target = target,
    }
}

/// Smallest and greatest value of each indicator among the ranked areas, on its own decimals.
fn observed(ed: &Editor) -> Vec<Option<Goalposts>> {
    let Some(ranking) = ed.cx.derived.ranking() else { return Vec::new() };
    let run = &ranking.run;
    let rounded = |at: usize, value: f64, up: bool| {
        let card = ed.cx.snapshot.data.indicator(run.indicators[at]);
        let scale = 10f64.powi(i32::from(card.map_or(1, |card| card.decimals)));
        let scaled = value * scale;
        (if up { scaled.ceil() } else { scaled.floor() }) / scale
    };
    let of = |at: usize| {
        let values = (0..run.areas.len()).filter_map(|row| run.raw.get(row, at)).filter(|value| value.is_finite());
        let (low, high) =
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        (low < high).then(|| Goalposts { low: rounded(at, low, false), high: rounded(at, high, true) })
    };
    (0..run.width()).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Direction, SpecIndicator};

    #[test]
    fn the_present_method_stands_in_the_list_with_its_own_parameters() {
        let now = Normalisation::MinMax { from: 1.0, to: 2.0 };
        assert!(offered(now).contains(&now));
        assert!(!offered(now).contains(&Normalisation::MIN_MAX));
    }

    #[test]
    fn emptying_a_goalpost_takes_both_away() {
        let mut entry = SpecIndicator::new("A", Direction::HighIsNeed, 1.0, "");
        set_limit(&mut entry, 0, Some(2.0));
        set_limit(&mut entry, 1, Some(8.0));
        assert_eq!(entry.goalposts, Some(Goalposts { low: 2.0, high: 8.0 }));
        set_limit(&mut entry, 1, None);
        assert_eq!(entry.goalposts, None);
    }
}
