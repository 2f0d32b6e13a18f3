//! What the tab *Zeit* shows, computed on a job thread: series with their breaks, changes, Status × Dynamik,
//! convergence, area sets with changing members, and breaks that nobody wrote down.

use crate::analysis::{
    self, CitySide, Growth, IndexRun, Jump, NoChange, Pooling, PublishedCheck, SetChange, StatusDynamikMatrix,
};
use crate::domain::{
    AreaId, AreaLevel, AreaSet, AreaSetId, Direction, IndexSpec, Indicator, IndicatorId, Period, PeriodChoice,
    PeriodId, PlanningData, Status,
};
use crate::jobs::{Cancelled, Progress};
use crate::text::{self, panel::zeit as words};
use std::collections::BTreeMap;

/// What is followed through time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeSubject {
    /// An indicator.
    Indicator(IndicatorId),
    /// The index by the current recipe, year by year.
    Index,
    /// The rank by the current recipe, year by year.
    Rank,
}

/// What the tab wants to know.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeOrder {
    /// What is followed.
    pub subject: TimeSubject,
    /// Areas of this level are compared.
    pub level: AreaLevel,
    /// The current area.
    pub area: Option<AreaId>,
    /// First period of the change; the oldest comparable one if absent.
    pub from: Option<PeriodId>,
    /// Last period of the change; the newest if absent.
    pub to: Option<PeriodId>,
    /// The sets of areas of the first and the last period; the oldest and the newest if absent.
    pub sets: Option<(AreaSetId, AreaSetId)>,
    /// The indicator that holds published changes to check against.
    pub published: Option<IndicatorId>,
}

/// Answers to a [`TimeOrder`].
#[derive(Clone, Debug)]
pub struct TimeView {
    /// What was asked.
    pub order: TimeOrder,
    /// Name, unit and reading of what is followed.
    pub card: TimeCard,
    /// Periods on the axis, oldest first.
    pub times: Vec<Time>,
    /// Values per area, one per period: those of the level, the city and the Stadtbezirk of the current area.
    pub values: BTreeMap<AreaId, Vec<TimeValue>>,
    /// The city, if it has values.
    pub city: Option<AreaId>,
    /// The Stadtbezirk of the current area, if it has values.
    pub district: Option<AreaId>,
    /// Declared breaks within the axis.
    pub breaks: Vec<TimeBreak>,
    /// First and last period of the change; none with fewer than two periods.
    pub span: Option<(PeriodId, PeriodId)>,
    /// Changes by area, in the order of the level.
    pub changes: Vec<AreaChange>,
    /// Why no change is shown at all.
    pub no_change: Option<String>,
    /// What is to be said of the current area beside the city, its slope, convergence.
    pub sentences: Vec<String>,
    /// Jumps that no card names, with their sentence.
    pub jumps: Vec<(Jump, String)>,
    /// Status × Dynamik, or why there is none.
    pub matrix: Result<StatusDynamikMatrix, String>,
    /// Indicators that take part in the status only: no values in both years, or a break between them.
    pub without_dynamik: Vec<String>,
    /// The comparison of area sets, or why there is none.
    pub sets: Result<SetView, String>,
    /// What published changes say of the levels.
    pub published: Option<PublishedCheck>,
    /// "So wurde gerechnet".
    pub method: Vec<String>,
}

/// Name, unit and reading.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeCard {
    /// Name.
    pub name: String,
    /// Unit; empty for index and rank.
    pub unit: String,
    /// Decimals.
    pub decimals: u8,
    /// Which end means need.
    pub direction: Direction,
}

/// A period on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The period.
    pub period: PeriodId,
    /// Its year.
    pub year: i16,
    /// As printed.
    pub label: String,
}

/// A value and its status.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeValue {
    /// The number, if it can be used.
    pub value: Option<f64>,
    /// Why it is as it is.
    pub status: Status,
}

/// A break within the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeBreak {
    /// First year under the new definition.
    pub year: i16,
    /// What changed; names the indicator where the index is followed.
    pub reason: String,
}

/// The change of an area between the two periods.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaChange {
    /// The area.
    pub area: AreaId,
    /// The earlier value.
    pub from: TimeValue,
    /// The later value.
    pub to: TimeValue,
    /// Points, and percent of the earlier value where that has a meaning.
    pub change: Option<(f64, Option<f64>)>,
    /// Places by need among the areas that have both values, 1 is the greatest.
    pub places: Option<(u32, u32)>,
    /// What becomes of the distance to the city.
    pub development: Option<&'static str>,
}

/// Two area sets compared.
#[derive(Clone, Debug)]
pub struct SetView {
    /// Set of the first period.
    pub before: AreaSetId,
    /// Set of the last period.
    pub after: AreaSetId,
    /// The comparison, or why there is none.
    pub change: Result<SetChange, String>,
}

impl TimeView {
    /// Answers an order. `recipe` is the current one.
    ///
    /// # Errors
    /// A cancel.
    pub fn of(
        data: &PlanningData,
        recipe: Option<&IndexSpec>,
        order: &TimeOrder,
        progress: &Progress,
    ) -> Result<TimeView, Cancelled> {
        let source = Source::read(data, recipe, order, progress)?;
        let span = span(&source, order);
        let mut view = TimeView {
            order: order.clone(),
            span,
            city: data.city().map(|city| city.id).filter(|city| source.known(*city)),
            district: order.area.and_then(|area| district(data, area)).filter(|own| source.known(*own)),
            changes: Vec::new(),
            no_change: None,
            sentences: Vec::new(),
            jumps: Vec::new(),
            matrix: Err(words::NO_MATRIX.to_owned()),
            without_dynamik: Vec::new(),
            sets: Err(words::NO_SETS.to_owned()),
            published: None,
            method: Vec::new(),
            card: source.card,
            times: source.times,
            values: source.values,
            breaks: source.breaks,
        };
        let Some((from, to)) = span else {
            view.no_change = Some(words::ONE_PERIOD.to_owned());
            return Ok(view);
        };
        view.no_change = view.over_break(from, to);
        progress.check()?;
        view.changes = view.changes_of(data, (from, to));
        progress.check()?;
        if let TimeSubject::Indicator(indicator) = order.subject {
            view.jumps = analysis::find_jumps(data, indicator, order.level)
                .into_iter()
                .map(|jump| (jump.clone(), analysis::jump_sentence(data, &jump)))
                .collect();
            view.sentences = sentences(data, indicator, order, (from, to));
            view.sets = sets(data, indicator, order, (from, to));
            view.published =
                order.published.and_then(|change| analysis::check_published_change(data, indicator, change, from, to));
        } else {
            view.sets = Err(words::SETS_NEED_INDICATOR.to_owned());
            view.sentences.push(words::INDEX_IS_RELATIVE.to_owned());
        }
        progress.check()?;
        (view.matrix, view.without_dynamik) = match matrix(data, recipe, (from, to)) {
            Ok((matrix, without)) => (Ok(matrix), without),
            Err(reason) => (Err(reason), Vec::new()),
        };
        view.method = view.method_lines(data, recipe, (from, to));
        Ok(view)
    }

    /// Place of a period on the axis.
    pub fn place(&self, period: PeriodId) -> Option<usize> {
        self.times.iter().position(|time| time.period == period)
    }

    /// Whether two years lie on different sides of a break.
    pub fn crosses_break(&self, from: i16, to: i16) -> bool {
        self.breaks.iter().any(|broken| from < broken.year && broken.year <= to)
    }

    fn over_break(&self, from: PeriodId, to: PeriodId) -> Option<String> {
        let year = |period| self.place(period).map(|at| self.times[at].year);
        let (from, to) = (year(from)?, year(to)?);
        let broken = self.breaks.iter().find(|broken| from < broken.year && broken.year <= to)?;
        Some(text::time::over_break(broken.year, &broken.reason))
    }

    fn changes_of(&self, data: &PlanningData, span: (PeriodId, PeriodId)) -> Vec<AreaChange> {
        let (Some(first), Some(last)) = (self.place(span.0), self.place(span.1)) else { return Vec::new() };
        let areas: Vec<AreaId> = data.areas_of(self.order.level).map(|area| area.id).collect();
        let own = |area: &AreaId| self.values.get(area).map(|values| (values[first], values[last]));
        let comparable = self.no_change.is_none();
        let both: Vec<(AreaId, f64, f64)> = areas
            .iter()
            .filter_map(|area| own(area).and_then(|(from, to)| Some((*area, from.value?, to.value?))))
            .collect();
        let places = if comparable { self.places(&both) } else { BTreeMap::new() };
        let change = |area: &AreaId| {
            let (from, to) = own(area)?;
            let change = from.value.zip(to.value).filter(|_| comparable).map(|(before, after)| {
                let percent = (self.has_percent() && before.abs() > f64::EPSILON)
                    .then(|| 100.0 * (after - before) / before.abs());
                (after - before, percent)
            });
            let development = match self.order.subject {
                TimeSubject::Indicator(indicator) => {
                    let found = analysis::city_development(data, indicator, *area, span);
                    found.as_ref().map(analysis::development_short)
                }
                TimeSubject::Index | TimeSubject::Rank => None,
            };
            Some(AreaChange { area: *area, from, to, change, places: places.get(area).copied(), development })
        };
        areas.iter().filter_map(change).collect()
    }

    /// An index has no natural zero, a rank is none: neither has a change in percent.
    fn has_percent(&self) -> bool {
        match self.order.subject {
            TimeSubject::Indicator(_) => true,
            TimeSubject::Index | TimeSubject::Rank => false,
        }
    }

    /// Places among the same areas in both periods, so that newcomers and leavers move nobody.
    fn places(&self, both: &[(AreaId, f64, f64)]) -> BTreeMap<AreaId, (u32, u32)> {
        let turned = self.card.direction == Direction::LowIsNeed;
        let ranks = |of: &dyn Fn(&(AreaId, f64, f64)) -> f64| -> BTreeMap<AreaId, u32> {
            let burden = |entry: &(AreaId, f64, f64)| if turned { -of(entry) } else { of(entry) };
            let mut sorted: Vec<(AreaId, f64)> = both.iter().map(|entry| (entry.0, burden(entry))).collect();
            sorted.sort_by(|left, right| right.1.total_cmp(&left.1));
            let mut place = (0u32, f64::NAN);
            (1u32..)
                .zip(&sorted)
                .map(|(at, (area, burden))| {
                    if burden.total_cmp(&place.1).is_ne() {
                        place = (at, *burden);
                    }
                    (*area, place.0)
                })
                .collect()
        };
        let (before, after) = (ranks(&|entry| entry.1), ranks(&|entry| entry.2));
        before.into_iter().filter_map(|(area, from)| Some((area, (from, *after.get(&area)?)))).collect()
    }

    fn method_lines(
        &self,
        data: &PlanningData,
        recipe: Option<&IndexSpec>,
        (from, to): (PeriodId, PeriodId),
    ) -> Vec<String> {
        let label = |id: PeriodId| data.period(id).map_or_else(String::new, |period| period.label.clone());
        let missing: Vec<String> = self
            .changes
            .iter()
            .filter(|change| change.from.value.is_none() || change.to.value.is_none())
            .filter_map(|change| {
                let status = if change.to.value.is_none() { change.to.status } else { change.from.status };
                Some((data.area(change.area)?.name.clone(), text::status_reason(status)))
            })
            .map(|(name, reason)| words::left_out(&name, reason))
            .collect();
        let mut lines = vec![
            words::method_change(&label(from), &label(to), self.has_percent()),
            words::method_places(self.changes.len() - missing.len(), self.card.direction),
        ];
        if !missing.is_empty() {
            lines.push(words::method_left_out(&missing));
        }
        if !self.has_percent() {
            lines.push(words::method_index(recipe.map_or("", |recipe| recipe.name.as_str())));
        } else {
            lines.push(words::METHOD_JUMP.to_owned());
            lines.push(words::METHOD_CONVERGENCE.to_owned());
        }
        lines.push(words::METHOD_MATRIX.to_owned());
        lines
    }
}

/// The series before anything is concluded from them.
struct Source {
    card: TimeCard,
    times: Vec<Time>,
    values: BTreeMap<AreaId, Vec<TimeValue>>,
    breaks: Vec<TimeBreak>,
}

impl Source {
    fn read(
        data: &PlanningData,
        recipe: Option<&IndexSpec>,
        order: &TimeOrder,
        progress: &Progress,
    ) -> Result<Source, Cancelled> {
        match (order.subject, recipe) {
            (TimeSubject::Indicator(indicator), _) => Ok(Source::of_indicator(data, indicator, order)),
            (TimeSubject::Index, Some(recipe)) => Source::of_recipe(data, recipe, false, progress),
            (TimeSubject::Rank, Some(recipe)) => Source::of_recipe(data, recipe, true, progress),
            (TimeSubject::Index | TimeSubject::Rank, None) => Ok(Source::empty()),
        }
    }

    fn empty() -> Source {
        let card = TimeCard {
            name: words::INDEX.to_owned(),
            unit: String::new(),
            decimals: 2,
            direction: Direction::HighIsNeed,
        };
        Source { card, times: Vec::new(), values: BTreeMap::new(), breaks: Vec::new() }
    }

    fn of_indicator(data: &PlanningData, indicator: IndicatorId, order: &TimeOrder) -> Source {
        let Some(card) = data.indicator(indicator) else { return Source::empty() };
        let areas: Vec<AreaId> = data
            .areas_of(order.level)
            .map(|area| area.id)
            .chain(data.city().map(|city| city.id))
            .chain(order.area.and_then(|area| district(data, area)))
            .chain(order.area)
            .collect();
        let has = |period: &&Period| areas.iter().any(|area| data.dataset.get(indicator, *area, period.id).is_some());
        let own: Vec<&Period> = data.periods_of(indicator).into_iter().filter(has).collect();
        let times = axis(data, &own);
        let value = |area: AreaId, time: &Time| match data.dataset.get(indicator, area, time.period) {
            Some(found) => TimeValue { value: found.value, status: found.status },
            None => TimeValue { value: None, status: Status::Missing },
        };
        let series = |area: AreaId| -> Vec<TimeValue> { times.iter().map(|time| value(area, time)).collect() };
        let known = |values: &Vec<TimeValue>| values.iter().any(|entry| entry.value.is_some());
        let values = areas.iter().map(|&area| (area, series(area))).filter(|(_, values)| known(values)).collect();
        let breaks = within(&times, card, None);
        let card = TimeCard {
            name: card.name.clone(),
            unit: card.unit.clone(),
            decimals: card.decimals,
            direction: card.direction,
        };
        Source { card, values, breaks, times }
    }

    fn of_recipe(
        data: &PlanningData,
        recipe: &IndexSpec,
        ranks: bool,
        progress: &Progress,
    ) -> Result<Source, Cancelled> {
        let dated: Vec<&Period> = data.periods.iter().filter(|period| period.year.is_some()).collect();
        let mut runs: Vec<(&Period, IndexRun)> = Vec::new();
        for (at, period) in dated.iter().enumerate() {
            progress.step(at as u64, dated.len() as u64)?;
            let spec = IndexSpec { period: PeriodChoice::Label(period.label.clone()), ..recipe.clone() };
            if let Ok(run) = analysis::run(data, &spec) {
                runs.push((period, run));
            }
        }
        let own: Vec<&Period> = runs.iter().map(|(period, _)| *period).collect();
        let times = axis(data, &own);
        let mut values: BTreeMap<AreaId, Vec<TimeValue>> = BTreeMap::new();
        let gap = TimeValue { value: None, status: Status::Missing };
        for (period, run) in &runs {
            let Some(at) = times.iter().position(|time| time.period == period.id) else { continue };
            for (row, area) in run.areas.iter().enumerate() {
                let value = if ranks { f64::from(run.rank[row]) } else { run.index[row] };
                let series = values.entry(*area).or_insert_with(|| vec![gap; times.len()]);
                series[at] = TimeValue { value: Some(value), status: Status::Reported };
            }
        }
        let cards = runs.last().map(|(_, run)| run.indicators.as_slice()).unwrap_or_default();
        let mut breaks: Vec<TimeBreak> = Vec::new();
        for card in cards.iter().filter_map(|id| data.indicator(*id)) {
            breaks.extend(within(&times, card, Some(&card.name)));
        }
        breaks.sort_by(|left, right| left.year.cmp(&right.year).then(left.reason.cmp(&right.reason)));
        let card = TimeCard {
            name: if ranks { words::RANK } else { words::INDEX }.to_owned(),
            unit: String::new(),
            decimals: if ranks { 0 } else { 2 },
            direction: if ranks { Direction::LowIsNeed } else { Direction::HighIsNeed },
        };
        Ok(Source { card, times, values, breaks })
    }

    fn known(&self, area: AreaId) -> bool {
        self.values.contains_key(&area)
    }
}

/// All dated periods of the project from the first to the last of the series: those without value are gaps.
fn axis(data: &PlanningData, own: &[&Period]) -> Vec<Time> {
    let years: Vec<i16> = own.iter().filter_map(|period| period.year).collect();
    let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) else { return Vec::new() };
    let mut times: Vec<Time> = own
        .iter()
        .filter_map(|period| Some(Time { period: period.id, year: period.year?, label: period.label.clone() }))
        .collect();
    for period in data.periods.iter() {
        let Some(year) = period.year.filter(|year| first < year && year < last) else { continue };
        if times.iter().all(|time| time.year != year) {
            times.push(Time { period: period.id, year, label: period.label.clone() });
        }
    }
    times.sort_by_key(|time| time.year);
    times
}

fn within(times: &[Time], card: &Indicator, name: Option<&str>) -> Vec<TimeBreak> {
    let (Some(first), Some(last)) = (times.first(), times.last()) else { return Vec::new() };
    let inside = card.breaks.iter().filter(|broken| first.year < broken.year && broken.year <= last.year);
    inside
        .map(|broken| TimeBreak {
            year: broken.year,
            reason: name.map_or_else(|| broken.reason.clone(), |name| words::break_of(name, &broken.reason)),
        })
        .collect()
}

fn district(data: &PlanningData, area: AreaId) -> Option<AreaId> {
    let mut at = data.area(area)?;
    for _ in 0..AreaLevel::ALL.len() {
        at = data.area(at.parent?)?;
        if at.level == AreaLevel::Stadtbezirk {
            return Some(at.id);
        }
    }
    None
}

/// The periods asked for where they have values, else the newest one and the oldest that can be compared with it.
fn span(source: &Source, order: &TimeOrder) -> Option<(PeriodId, PeriodId)> {
    let filled = |at: &usize| source.values.values().any(|series| series[*at].value.is_some());
    let known: Vec<&Time> = (0..source.times.len()).filter(filled).map(|at| &source.times[at]).collect();
    let asked = |id: Option<PeriodId>| known.iter().find(|time| Some(time.period) == id).copied();
    let to = asked(order.to).or(known.last().copied())?;
    let earlier: Vec<&&Time> = known.iter().filter(|time| time.year < to.year).collect();
    let comparable =
        |time: &&&Time| !source.breaks.iter().any(|broken| time.year < broken.year && broken.year <= to.year);
    let from = asked(order.from).filter(|from| from.year < to.year);
    let from = from.or_else(|| earlier.iter().find(|time| comparable(time)).map(|time| **time));
    let from = from.or_else(|| earlier.last().map(|time| **time))?;
    Some((from.period, to.period))
}

fn sentences(
    data: &PlanningData,
    indicator: IndicatorId,
    order: &TimeOrder,
    (from, to): (PeriodId, PeriodId),
) -> Vec<String> {
    let Some(card) = data.indicator(indicator) else { return Vec::new() };
    let mut lines = Vec::new();
    let name = |area: AreaId| data.area(area).map_or_else(String::new, |area| area.name.clone());
    if let Some(area) = order.area {
        let path = analysis::city_path(data, indicator, area, &[]);
        if let Some((year, last)) = path.years.last() {
            let side = match last.side {
                CitySide::MoreBurdened => Some(true),
                CitySide::LessBurdened => Some(false),
                CitySide::Equal | CitySide::NotJudged => None,
            };
            let development = path.development.as_ref().map(|found| (found.from, analysis::development_phrase(found)));
            let points = text::signed(last.points, card.decimals);
            lines.push(words::beside_city(&name(area), *year, &points, &card.unit, side, development));
        }
        let series = analysis::series(data, indicator, area, &[]);
        if let Some(slope) = series.newest().and_then(analysis::Segment::slope) {
            let words = text::time::slope(slope.per_year, card.decimals, slope.from, slope.to, slope.points);
            lines.push(words::slope_of(&name(area), &words));
        }
    }
    let areas: Vec<AreaId> = data.areas_of(order.level).map(|area| area.id).collect();
    match analysis::sigma_convergence(data, indicator, &areas) {
        Some(sigma) => {
            let ends = sigma.years.first().zip(sigma.years.last());
            lines.extend(ends.map(|(first, last)| {
                let (before, after) = (first.standard_deviation, last.standard_deviation);
                text::time::sigma(before, after, card.decimals + 1, (first.year, last.year), sigma.areas.len())
            }));
        }
        None => lines.push(words::NO_SIGMA.to_owned()),
    }
    match analysis::beta_convergence(data, indicator, &areas, (from, to), Growth::Difference) {
        Ok(beta) if beta.standard_error > 0.0 => {
            let year = |id: PeriodId| data.period(id).map_or("", |period| period.label.as_str());
            let t = beta.slope / beta.standard_error;
            lines.push(text::time::beta(beta.slope, t, (year(from), year(to))));
        }
        Ok(_) => {}
        Err(NoChange::SeriesBreak(_)) => {}
        Err(reason) => lines.push(analysis::no_change_sentence(data, &reason)),
    }
    lines
}

/// Sets by their first day, undated ones last.
fn by_date(data: &PlanningData) -> Vec<&AreaSet> {
    let mut sets: Vec<&AreaSet> = data.area_sets.iter().filter(|set| !set.members.is_empty()).collect();
    sets.sort_by_key(|set| (set.valid_from.is_none(), set.valid_from, set.id));
    sets
}

fn sets(
    data: &PlanningData,
    indicator: IndicatorId,
    order: &TimeOrder,
    (from, to): (PeriodId, PeriodId),
) -> Result<SetView, String> {
    let sets = by_date(data);
    let first = sets.first().ok_or(words::NO_SETS)?;
    // Members of a watched set come on top of those in force: they are no later state of them.
    let later = sets.iter().rev().find(|set| set.state != crate::domain::AreaSetState::Beobachtet);
    let (before, after) = order.sets.unwrap_or((first.id, later.unwrap_or(first).id));
    let members = |id: AreaSetId| sets.iter().find(|set| set.id == id).map(|set| set.members.as_slice());
    let (old, new) = members(before).zip(members(after)).ok_or(words::NO_SETS)?;
    let rate = data.indicator(indicator).is_some_and(|card| !card.denominator.is_empty());
    let pooling = if rate { Pooling::Rate } else { Pooling::Sum };
    let change = analysis::set_change(data, indicator, (from, old), (to, new), pooling)
        .map_err(|reason| analysis::no_change_sentence(data, &reason));
    Ok(SetView { before, after, change })
}

fn matrix(
    data: &PlanningData,
    recipe: Option<&IndexSpec>,
    (from, to): (PeriodId, PeriodId),
) -> Result<(StatusDynamikMatrix, Vec<String>), String> {
    let recipe = recipe.ok_or(words::NO_MATRIX_RECIPE)?;
    let (status, dynamik) =
        analysis::status_and_dynamik(data, recipe, from, to).ok_or_else(|| words::NO_MATRIX.to_owned())?;
    let run = |spec: &IndexSpec| analysis::run(data, spec).map_err(|error| text::Explain::message(&error).happened);
    let matrix = analysis::status_dynamik_matrix(&run(&status)?, &run(&dynamik)?).ok_or(words::NO_MATRIX)?;
    let only_status =
        |entry: &&crate::domain::SpecIndicator| dynamik.indicators.iter().all(|own| own.code != entry.code);
    let name = |entry: &crate::domain::SpecIndicator| Some(data.indicator_by_code(&entry.code)?.name.clone());
    Ok((matrix, status.indicators.iter().filter(only_status).filter_map(name).collect()))
}
