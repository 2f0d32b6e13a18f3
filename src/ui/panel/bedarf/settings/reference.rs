//! The page Bezugsmenge: period, areas, conditions for taking part, and what values are compared with.

use super::editor::{Editor, heading, row};
use crate::domain::{
    Area, IndexSpec, Measure, MinimumPopulation, Period, PeriodChoice, PlanningData, ReferenceArea, ReferencePeriods,
    ReferenceSet,
};
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::check_box;
use crate::ui::widget::text as label;
use egui::{Popup, PopupCloseBehavior, ScrollArea, Ui};

/// Years over which change is offered.
const YEARS: [u16; 5] = [1, 2, 3, 5, 10];

/// Draws the page.
pub(super) fn show(ui: &mut Ui, ed: &mut Editor) {
    period(ui, ed);
    measure(ui, ed);
    heading(ui, words::RANKED_AREAS);
    areas(ui, ed);
    conditions(ui, ed);
    heading(ui, recipe_words::COMPARED_WITH);
    reference(ui, ed);
}

fn period(ui: &mut Ui, ed: &mut Editor) {
    let data = &ed.cx.snapshot.data;
    let ranked = ed.cx.derived.ranking().and_then(|ranking| data.period(ranking.run.period));
    let now = match ed.recipe.spec.period {
        PeriodChoice::Latest => ranked.map_or("", |period| period.label.as_str()),
        PeriodChoice::Label(_) => "",
    };
    let mut all = vec![PeriodChoice::Latest];
    all.extend(data.periods.iter().rev().map(|period| PeriodChoice::Label(period.label.clone())));
    let choices: Vec<(PeriodChoice, String)> =
        all.into_iter().map(|choice| (choice.clone(), words::period_choice(&choice, now))).collect();
    ed.choose(ui, words::PERIOD, &ed.recipe.spec.period, &choices, |spec, choice| spec.period = choice);
}

fn measure(ui: &mut Ui, ed: &mut Editor) {
    let mut years = YEARS.to_vec();
    if let Measure::Change { years: now } = ed.recipe.spec.measure
        && !years.contains(&now)
    {
        years.push(now);
    }
    let mut all = vec![Measure::Level];
    all.extend(years.into_iter().map(|years| Measure::Change { years }));
    let choices: Vec<(Measure, String)> =
        all.into_iter().map(|choice| (choice, recipe_words::measure(choice))).collect();
    ed.choose(ui, recipe_words::MEASURE, &ed.recipe.spec.measure, &choices, |spec, choice| spec.measure = choice);
}

/// The set that limits the areas, and areas of the level that can take part, with a tick where they do.
fn areas(ui: &mut Ui, ed: &mut Editor) {
    let selection = &ed.recipe.spec.areas;
    let data = &ed.cx.snapshot.data;
    let mut sets = vec![(None, recipe_words::all_of(selection.level))];
    sets.extend(data.area_sets.iter().map(|set| (Some(set.code.clone()), set.name.clone())));
    ed.choose(ui, recipe_words::AREA_SET, &selection.set, &sets, |spec, set| spec.areas.set = set);
    let members = selection.set.as_deref().and_then(|code| data.area_set(code)).map(|set| &set.members);
    let all: Vec<&Area> =
        data.areas_of(selection.level).filter(|area| members.is_none_or(|set| set.contains(&area.id))).collect();
    let out = all.iter().filter(|area| selection.leave_out.contains(&area.key)).count();
    let summary = words::ranked_areas(all.len() - out, out, selection.level);
    let mut clicked: Option<(&Area, bool)> = None;
    row(ui, ed.cx, words::RANKED_AREAS, |ui, width| {
        let button = Button::secondary(&summary).compact().caret().width(width).show(ui);
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(width);
        popup.accessible_name(words::RANKED_AREAS).show(|ui| {
            ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for area in &all {
                    let takes_part = !selection.leave_out.contains(&area.key);
                    if let Some(takes_part) = check_box(ui, takes_part, &area.name) {
                        clicked = Some((area, takes_part));
                    }
                }
            });
        });
    });
    match clicked {
        Some((area, true)) => ed.change_called(words::RANKED_AREAS, words::area_taken(&area.name), |spec| {
            spec.areas.leave_out.retain(|key| *key != area.key);
        }),
        Some((area, false)) => ed.change_called(words::RANKED_AREAS, words::area_left_out(&area.name), |spec| {
            spec.areas.leave_out.push(area.key.clone());
        }),
        None => {}
    }
    ed.refused(ui, words::RANKED_AREAS);
}

/// Shares are shown in percent.
fn conditions(ui: &mut Ui, ed: &mut Editor) {
    heading(ui, recipe_words::CONDITIONS);
    let screen = ed.recipe.spec.screen.clone();
    ed.number(ui, recipe_words::MINIMUM_PRESENT, screen.minimum_share_present * 100.0, 0, |spec, value| {
        spec.screen.minimum_share_present = value / 100.0;
    });
    population(ui, ed);
    let zeros = screen.greatest_zero_share.map(|share| share * 100.0);
    ed.number_or_none(ui, recipe_words::MOST_ZEROS, zeros, 0, |spec, value| {
        spec.screen.greatest_zero_share = value.map(|value| value / 100.0);
    });
    let present = screen.minimum_share_per_indicator * 100.0;
    ed.number(ui, recipe_words::MINIMUM_PER_INDICATOR, present, 0, |spec, value| {
        spec.screen.minimum_share_per_indicator = value / 100.0;
    });
    let zeros = screen.greatest_zero_share_per_indicator.map(|share| share * 100.0);
    ed.number_or_none(ui, recipe_words::MOST_ZEROS_PER_INDICATOR, zeros, 0, |spec, value| {
        spec.screen.greatest_zero_share_per_indicator = value.map(|value| value / 100.0);
    });
    ed.tick(ui, recipe_words::LEAVE_OUT_ALL_ZERO, screen.leave_out_all_zero, |spec, on| {
        spec.screen.leave_out_all_zero = on;
    });
    label::hint(ui, recipe_words::CONDITIONS_HINT);
}

fn population(ui: &mut Ui, ed: &mut Editor) {
    let screen = &ed.recipe.spec.screen;
    let own = screen.minimum_population.as_ref().map(|minimum| minimum.indicator.clone());
    let card = ed.cx.snapshot.data.indicators.iter().find(|card| card.is_population).map(|card| card.code.clone());
    let Some(code) = own.or(card) else { return };
    let persons = screen.minimum_population.as_ref().map(|minimum| minimum.persons);
    ed.number_or_none(ui, recipe_words::MINIMUM_POPULATION, persons, 0, |spec, value| {
        spec.screen.minimum_population = value.map(|persons| MinimumPopulation { indicator: code, persons });
    });
}

fn reference(ui: &mut Ui, ed: &mut Editor) {
    let data = &ed.cx.snapshot.data;
    let mut choices = vec![(ReferenceSet::Participating, words::REFERENCE_ALL.to_owned())];
    choices.extend(data.area_sets.iter().map(|set| (ReferenceSet::AreaSet(set.code.clone()), set.name.clone())));
    ed.choose(ui, words::REFERENCE, &ed.recipe.spec.reference, &choices, |spec, choice| spec.reference = choice);
    reference_periods(ui, ed);
    let level = ed.recipe.spec.areas.level;
    let data = &ed.cx.snapshot.data;
    let named = |area: &Area| Some(ReferenceArea { level: area.level, key: area.key.clone() });
    let mut areas = vec![(None, recipe_words::NO_REFERENCE_AREA.to_owned())];
    let city = data.areas_of(crate::domain::AreaLevel::Stadt);
    areas.extend(city.chain(data.areas_of(level)).map(|area| (named(area), area.name.clone())));
    ed.choose(ui, recipe_words::REFERENCE_AREA, &ed.recipe.spec.reference_area, &areas, |spec, choice| {
        spec.reference_area = choice;
    });
}

/// The ranked period, all periods together, or those with a tick.
fn reference_periods(ui: &mut Ui, ed: &mut Editor) {
    let now = &ed.recipe.spec.reference_periods;
    let data = &ed.cx.snapshot.data;
    let dated = with_values(data, &ed.recipe.spec);
    let by_hand = match now {
        ReferencePeriods::YearWise | ReferencePeriods::Pooled => ReferencePeriods::Labels(dated.clone()),
        ReferencePeriods::Labels(_) => now.clone(),
    };
    let choices: Vec<(ReferencePeriods, String)> = [ReferencePeriods::YearWise, ReferencePeriods::Pooled, by_hand]
        .into_iter()
        .map(|choice| (choice.clone(), recipe_words::reference_periods(&choice)))
        .collect();
    ed.choose(ui, recipe_words::REFERENCE_PERIODS, now, &choices, |spec, choice| spec.reference_periods = choice);
    if let ReferencePeriods::Labels(chosen) = now {
        for label in dated.iter().rev() {
            let on = chosen.contains(label);
            if let Some(takes_part) = check_box(ui, on, label) {
                let kept = dated.iter().filter(|own| if *own == label { takes_part } else { chosen.contains(own) });
                let kept: Vec<String> = kept.cloned().collect();
                ed.change(recipe_words::REFERENCE_PERIODS, |spec| {
                    spec.reference_periods = ReferencePeriods::Labels(kept);
                });
            }
        }
    }
    label::hint(ui, recipe_words::REFERENCE_PERIODS_HINT);
}

/// Labels of the dated periods in which an indicator of the recipe has values on its level, and of those it names.
fn with_values(data: &PlanningData, spec: &IndexSpec) -> Vec<String> {
    let cards: Vec<_> = spec.indicators.iter().filter_map(|entry| data.indicator_by_code(&entry.code)).collect();
    let named = |period: &Period| match &spec.reference_periods {
        ReferencePeriods::YearWise | ReferencePeriods::Pooled => false,
        ReferencePeriods::Labels(labels) => labels.contains(&period.label),
    };
    let counts = |period: &&Period| {
        let dated = period.year.is_some();
        named(period) || dated && cards.iter().any(|card| data.has_values(card.id, period.id, spec.areas.level))
    };
    data.periods.iter().filter(counts).map(|period| period.label.clone()).collect()
}
