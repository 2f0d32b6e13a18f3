//! How a computed number of the profile came about, in words and with the numbers that went into it.

use super::profile::{ChangeCell, Line, Profile};
use super::profile_view::Computed;
use crate::analysis::{Ranking, few_cases, z_scale};
use crate::domain::{Area, Observation, PlanningData};
use crate::text::needs;
use crate::text::{self, panel::analyse as words};
use crate::ui::{EarlierRanking, Explanation, PanelCx};

/// The explanation of a number of a line; none where there is no number.
pub fn explanation(cx: &PanelCx, area: &Area, profile: &Profile, line: &Line, what: Computed) -> Option<Explanation> {
    let data = &cx.snapshot.data;
    let period = data.period(line.period).map_or("", |period| period.label.as_str());
    let (title, figure, steps) = match what {
        Computed::Normalised => normalised(cx, profile, line),
        Computed::Interval => interval(line),
        Computed::Smoothed => smoothed(data, area, line),
        Computed::Change => change(data, line, period),
        // The city's value lies in a cell of a table: its origin explains it.
        Computed::City => return None,
    };
    let of = words::explained(&area.name, period);
    (!figure.is_empty()).then(|| Explanation { title: words::explained(title, &line.name), figure, of, steps })
}

type Explained = (&'static str, String, Vec<(String, String)>);

fn normalised(cx: &PanelCx, profile: &Profile, line: &Line) -> Explained {
    let figure = line.normalised.map_or_else(String::new, |value| text::signed(value, 2));
    let title = if profile.z_values { words::Z_VALUE } else { words::NORMALISED };
    let Some(ranking) = cx.derived.ranking() else { return (title, figure, Vec::new()) };
    let how = with_numbers(ranking, line).unwrap_or_else(|| needs::normalisation(ranking.run.spec.normalise));
    let mut steps = vec![(words::HOW.to_owned(), how)];
    if profile.z_values {
        steps.push((words::READ_AS.to_owned(), words::Z_MEANS.to_owned()));
    }
    if line.turned {
        steps.push((words::TURNED_TITLE.to_owned(), words::TURNED_MEANS.to_owned()));
    }
    let run = &ranking.run;
    steps.push((words::WHO.to_owned(), words::compared_areas(run.areas.len(), run.spec.areas.level, &run.spec.name)));
    (title, figure, steps)
}

/// The formula of a z-value with its numbers.
fn with_numbers(ranking: &Ranking, line: &Line) -> Option<String> {
    let run = &ranking.run;
    let column = run.indicators.iter().position(|id| *id == line.indicator)?;
    let scale = z_scale(run, column)?;
    let print = |value: f64| text::decimal(value, line.decimals.saturating_add(1));
    let value = line.value.and_then(|found| found.value);
    let value = value.map_or_else(|| words::FILLED_IN.to_owned(), |value| text::decimal(value, line.decimals));
    let robust = matches!(run.spec.normalise, crate::domain::Normalisation::RobustZ);
    Some(words::z_of_ranking(&value, &print(scale.centre), &print(scale.spread), robust, line.turned))
}

fn interval(line: &Line) -> Explained {
    let figure = line.interval.map_or_else(String::new, |found| words::interval(found.low, found.high, line.decimals));
    let mut steps = vec![(words::HOW.to_owned(), counted(line, words::wilson))];
    steps.push((words::READ_AS.to_owned(), words::INTERVAL_MEANS.to_owned()));
    steps.extend(few(line));
    (words::INTERVAL, figure, steps)
}

fn smoothed(data: &PlanningData, area: &Area, line: &Line) -> Explained {
    let figure =
        line.smoothed.map_or_else(String::new, |(rate, _)| text::value_with_unit(rate, line.decimals, &line.unit));
    let of = line.smoothed.map_or(0, |(_, areas)| areas);
    let observed = line.value.and_then(|found| found.value);
    let observed = observed.map_or_else(String::new, |value| text::value_with_unit(value, line.decimals, &line.unit));
    let how = words::empirical_bayes(&observed, of, text::area_level_plural(area.level));
    let mut steps = vec![(words::HOW.to_owned(), how), (words::READ_AS.to_owned(), words::SMOOTHED_MEANS.to_owned())];
    steps.extend(few(line));
    let caveat = data.indicator(line.indicator).map(|card| card.caveat.clone()).filter(|words| !words.is_empty());
    steps.extend(caveat.map(|caveat| (words::CAVEAT.to_owned(), caveat)));
    (words::SMOOTHED, figure, steps)
}

/// Later minus earlier, with the cells of both; or why there is no difference.
fn change(data: &PlanningData, line: &Line, period: &str) -> Explained {
    let rule = (words::CAVEAT.to_owned(), words::CHANGE_RULE.to_owned());
    let breaks = data.indicator(line.indicator).map(|card| card.breaks.as_slice()).unwrap_or_default();
    let breaks =
        breaks.iter().map(|found| (words::SERIES_BREAK.to_owned(), format!("{}: {}", found.year, found.reason)));
    match &line.change {
        ChangeCell::Nothing => (words::CHANGE, String::new(), Vec::new()),
        ChangeCell::Break => (words::CHANGE, words::BREAK.to_owned(), std::iter::once(rule).chain(breaks).collect()),
        ChangeCell::Points { points, since, values, .. } => {
            let [from, to] = values.as_ref();
            let print = |found: &Observation| text::value_or_sign(found.value, found.status, line.decimals);
            let figure = text::signed(*points, line.decimals);
            let how = words::change_how((&print(to), period), (&print(from), since), &figure);
            let cell = |found: &Observation| {
                let file = data.import(found.import).map_or("", |import| import.file_name.as_str());
                words::origin(&found.cell.to_string(), file)
            };
            let origin = words::change_origin((since, &cell(from)), (period, &cell(to)));
            let steps = [(words::HOW.to_owned(), how), (words::ORIGIN.to_owned(), origin), rule];
            (words::CHANGE, figure, steps.into_iter().chain(breaks).collect())
        }
    }
}

/// How the rank of an earlier period came about.
pub fn earlier_rank(ranking: &Ranking, area: &str, earlier: &EarlierRanking, rank: u32) -> Explanation {
    let how = words::earlier_rank_how(&ranking.run.spec.name, &earlier.period, earlier.ranks.len());
    Explanation {
        title: words::rank_in(&earlier.period),
        figure: text::count(rank),
        of: area.to_owned(),
        steps: vec![(words::HOW.to_owned(), how), (words::CAVEAT.to_owned(), words::EARLIER_RANK_CAVEAT.to_owned())],
    }
}

fn counted(line: &Line, words: fn(f64, f64) -> String) -> String {
    let counts = line.value.and_then(|found| found.numerator.zip(found.denominator));
    counts.map_or_else(String::new, |(cases, base)| words(cases, base))
}

fn few(line: &Line) -> Option<(String, String)> {
    let found = line.value?;
    few_cases(&found).then(|| (words::CAVEAT.to_owned(), words::FEW_CASES.to_owned()))
}
