//! The profile of an area as values: looked up and compared once, then drawn until data or ranking change.

use crate::analysis::space::empirical_bayes_global;
use crate::analysis::{self, Confidence, Finding, NoChange, Ranking, RateInterval};
use crate::domain::{
    Area, AreaId, AreaLevel, Direction, Indicator, IndicatorId, Normalisation, Observation, Period, PeriodId,
    PlanningData,
};
use crate::ui::widget::dot_strip::{Belasteter, Dot, DotKind};
use crate::ui::widget::sparkline::SparkPoint;
use crate::ui::{PanelCx, named_aktionsraeume};

/// A year and its value, first and last.
pub type Ends = ((i16, f64), (i16, f64));

/// What a change over time says.
pub enum ChangeCell {
    /// Points since a period, and whether the area became more burdened (none where it is not judged or unchanged).
    Points {
        /// Later minus earlier.
        points: f64,
        /// Label of the earlier period.
        since: String,
        /// Whether the area became more burdened.
        burdened: Option<bool>,
        /// Earlier and later value.
        values: Box<[Observation; 2]>,
    },
    /// The series is broken between all earlier values and this one.
    Break,
    /// Nothing earlier to compare with.
    Nothing,
}

/// One indicator of the profile.
pub struct Line {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Name as printed.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// Decimals in print.
    pub decimals: u8,
    /// Whether low values mean need.
    pub turned: bool,
    /// Whether it is context: no value of it is better or worse.
    pub context: bool,
    /// Whether it takes part in the index.
    pub in_recipe: bool,
    /// The value shown, if there is an observation.
    pub value: Option<Observation>,
    /// The period shown.
    pub period: PeriodId,
    /// Its label where it is not the ranked one.
    pub other_period: Option<String>,
    /// The city's value in the same period.
    pub city: Option<Observation>,
    /// The same as a mark among the dots; none where it is the sum of what the dots count.
    pub city_mark: Option<f64>,
    /// The value of the Stadtbezirk in the same period.
    pub district: Option<f64>,
    /// 95 % interval of the value as a rate (Wilson), where its counts are known.
    pub interval: Option<RateInterval>,
    /// The rate drawn towards the common rate of the level (empirical Bayes), where the counts are known, and the number
    /// of areas that it borrows from.
    pub smoothed: Option<(f64, usize)>,
    /// Normalised value.
    pub normalised: Option<f64>,
    /// All areas of the level.
    pub dots: Vec<Dot>,
    /// Whose dots these are.
    pub dot_areas: Vec<AreaId>,
    /// Place among the dots, 1 = most burdened.
    pub place: Option<usize>,
    /// Which end means need.
    pub belasteter: Belasteter,
    /// The course over the years of the profile.
    pub course: Vec<SparkPoint>,
    /// First and last year with a value, with the values; since the last break of the series.
    pub ends: Option<Ends>,
    /// The year of that break, where earlier values are not comparable.
    pub broken: Option<i16>,
    /// Change since the first comparable period.
    pub change: ChangeCell,
}

/// The profile of an area.
pub struct Profile {
    /// Indicators of the recipe in its order, then the others.
    pub lines: Vec<Line>,
    /// Number of those in the recipe.
    pub in_recipe: usize,
    /// First and last year of the courses.
    pub years: Option<(i16, i16)>,
    /// Whether normalised values are z-values.
    pub z_values: bool,
    /// In how many indicators the area is more burdened than the city, of how many.
    pub burden: Option<(usize, usize)>,
    /// Place in [`lines`](Self::lines) of the indicator that raises the rank most.
    pub driver: Option<usize>,
    /// Aktionsräume among the dots besides the area itself.
    pub peers: usize,
    /// Other areas among the dots.
    pub others: usize,
    /// The areas that this one is set against.
    pub references: Vec<Reference>,
    /// Name of the Stadtbezirk, where an indicator has a value of it.
    pub district: Option<String>,
}

/// An area that another is set against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
}

impl Profile {
    /// The profile of `area`. Indicators that have no value for it in any period stay away.
    pub fn of(cx: &PanelCx, area: &Area, references: &[AreaId]) -> Profile {
        let data = &cx.snapshot.data;
        let ranking = cx.derived.ranking();
        let period = ranking.map(|ranking| ranking.run.period).or_else(|| newest_period(data, area));
        let shown = indicators(data, ranking, area);
        let years = years(data, &shown, area);
        let peers = named_aktionsraeume(cx.snapshot);
        let district = area.parent.and_then(|id| data.area(id)).filter(|at| at.level == AreaLevel::Stadtbezirk);
        let reader = Reader { data, ranking, area, district, period, years, peers: &peers, references };
        let lines: Vec<Line> = shown.into_iter().filter_map(|indicator| reader.line(indicator)).collect();
        let count = |kind: DotKind| {
            lines.iter().map(|line| line.dots.iter().filter(|dot| dot.kind == kind).count()).max().unwrap_or(0)
        };
        let (burden, driver) = ranking.map_or((None, None), |ranking| summary(data, ranking, area, &lines));
        Profile {
            in_recipe: lines.iter().filter(|line| line.in_recipe).count(),
            years,
            z_values: ranking.is_some_and(|ranking| is_z(ranking.run.spec.normalise)),
            burden,
            driver,
            peers: count(DotKind::Peer),
            others: count(DotKind::Other),
            references: references
                .iter()
                .filter_map(|id| data.area(*id))
                .map(|area| Reference { area: area.id, name: area.name.clone() })
                .collect(),
            district: district.filter(|_| lines.iter().any(|line| line.district.is_some())).map(|at| at.name.clone()),
            lines,
        }
    }
}

fn is_z(method: Normalisation) -> bool {
    match method {
        Normalisation::ZScore { .. } | Normalisation::RobustZ => true,
        Normalisation::ScaledZ { .. }
        | Normalisation::MinMax { .. }
        | Normalisation::Goalposts { .. }
        | Normalisation::Rank { .. }
        | Normalisation::Borda { .. }
        | Normalisation::PercentileRank { .. }
        | Normalisation::Distance { .. }
        | Normalisation::ShareOfMean
        | Normalisation::Exponential { .. } => false,
    }
}

fn newest_period(data: &PlanningData, area: &Area) -> Option<PeriodId> {
    let has_value = |period: &&Period| {
        data.indicators.iter().any(|indicator| data.dataset.value(indicator.id, area.id, period.id).is_some())
    };
    data.periods.iter().rev().filter(|period| period.year.is_some()).find(has_value).map(|period| period.id)
}

/// Indicators of the recipe, then those that have something to say of the area; published single figures not.
fn indicators<'a>(data: &'a PlanningData, ranking: Option<&Ranking>, area: &Area) -> Vec<&'a Indicator> {
    let recipe: Vec<IndicatorId> = ranking.map(|ranking| ranking.run.indicators.clone()).unwrap_or_default();
    let observed = |indicator: &Indicator| {
        data.dataset.periods_of(indicator.id).any(|period| {
            let found = data.dataset.get(indicator.id, area.id, period);
            found.is_some_and(|found| !super::published::is_published(data, found.import))
        })
    };
    let mut shown: Vec<&Indicator> = recipe.iter().filter_map(|id| data.indicator(*id)).collect();
    shown.extend(data.indicators.iter().filter(|card| !recipe.contains(&card.id) && !card.is_population));
    shown.retain(|indicator| observed(indicator));
    shown
}

fn years(data: &PlanningData, shown: &[&Indicator], area: &Area) -> Option<(i16, i16)> {
    let dated = |indicator: &&Indicator| {
        let periods = data.periods_of(indicator.id).into_iter();
        periods
            .filter(|period| data.dataset.value(indicator.id, area.id, period.id).is_some())
            .filter_map(|period| period.year)
            .collect::<Vec<i16>>()
    };
    let all: Vec<i16> = shown.iter().flat_map(dated).collect();
    all.iter().min().copied().zip(all.iter().max().copied())
}

/// Burden count and place of the strongest driver.
fn summary(
    data: &PlanningData,
    ranking: &Ranking,
    area: &Area,
    lines: &[Line],
) -> (Option<(usize, usize)>, Option<usize>) {
    let burden = match Finding::burden_count(data, &ranking.run, area.id) {
        Some(Finding::BurdenCount { worse, of, .. }) => Some((worse, of)),
        Some(_) | None => None,
    };
    let driver = analysis::drivers(&ranking.run, area.id, 1);
    let place = driver.first().and_then(|driver| lines.iter().position(|line| line.indicator == driver.indicator));
    (burden, place)
}

struct Reader<'a> {
    data: &'a PlanningData,
    ranking: Option<&'a Ranking>,
    area: &'a Area,
    /// The Stadtbezirk around the area.
    district: Option<&'a Area>,
    period: Option<PeriodId>,
    years: Option<(i16, i16)>,
    peers: &'a [AreaId],
    references: &'a [AreaId],
}

/// The proposal of two areas to be set against this one: the least and the most burdened of the ranking besides it.
pub fn proposed_references(ranking: Option<&Ranking>, area: AreaId) -> Vec<AreaId> {
    let Some(run) = ranking.map(|ranking| &ranking.run) else { return Vec::new() };
    let others: Vec<AreaId> = run.by_rank().into_iter().map(|row| run.areas[row]).filter(|at| *at != area).collect();
    match others.as_slice() {
        [most, .., least] => vec![*least, *most],
        [_] | [] => Vec::new(),
    }
}

impl Reader<'_> {
    fn line(&self, card: &Indicator) -> Option<Line> {
        let (period, value) = self.value(card)?;
        let direction = self.direction(card);
        let belasteter = match direction {
            Direction::LowIsNeed => Belasteter::Low,
            Direction::HighIsNeed | Direction::Context => Belasteter::High,
        };
        let city = self.data.city().and_then(|city| self.data.dataset.get(card.id, city.id, period.id));
        let (dots, dot_areas) = self.dots(card, period.id);
        let (course, ends, broken) = self.course(card);
        let place = self.recipe_place(card).and_then(|_| place(&dots, belasteter));
        let district = self.district.and_then(|at| self.data.dataset.value(card.id, at.id, period.id));
        // A total of persons or cases lies far off: on the same axis it would press the areas into one point.
        let most = dots.iter().map(|dot| dot.value).fold(f64::MIN, f64::max);
        let on_axis = |mark: &f64| !card.is_count() || *mark <= most;
        let interval = value.and_then(|found| analysis::rate_interval(&found, card, Confidence::NinetyFive));
        Some(Line {
            indicator: card.id,
            name: card.name.clone(),
            unit: card.unit.clone(),
            decimals: card.decimals,
            turned: direction == Direction::LowIsNeed,
            context: direction == Direction::Context,
            in_recipe: self.recipe_place(card).is_some(),
            period: period.id,
            other_period: (Some(period.id) != self.period).then(|| period.label.clone()),
            city,
            city_mark: city.and_then(|city| city.value).filter(on_axis),
            district: district.filter(on_axis),
            interval,
            smoothed: interval.and_then(|_| self.smoothed(card, period.id)),
            normalised: self.normalised(card),
            dots,
            dot_areas,
            place,
            belasteter,
            course,
            ends,
            broken,
            change: self.change(card, direction, period.id),
            value,
        })
    }

    /// The observation at the ranked period; where there is none, the newest one with a value.
    fn value(&self, card: &Indicator) -> Option<(&Period, Option<Observation>)> {
        let at = |period: &Period| self.data.dataset.get(card.id, self.area.id, period.id);
        let ranked = self.period.and_then(|period| self.data.period(period));
        if let Some((period, found)) = ranked.and_then(|period| at(period).map(|found| (period, found))) {
            return Some((period, Some(found)));
        }
        let newest = self
            .data
            .periods
            .iter()
            .rev()
            .filter(|period| period.year.is_some())
            .find_map(|period| at(period).filter(|found| found.value.is_some()).map(|found| (period, Some(found))));
        newest.or_else(|| ranked.map(|period| (period, None)))
    }

    fn recipe_place(&self, card: &Indicator) -> Option<usize> {
        self.ranking?.run.indicators.iter().position(|indicator| *indicator == card.id)
    }

    fn direction(&self, card: &Indicator) -> Direction {
        let in_recipe = self.recipe_place(card).zip(self.ranking);
        in_recipe
            .and_then(|(at, ranking)| ranking.run.spec.indicators.get(at))
            .map_or(card.direction, |entry| entry.direction)
    }

    fn normalised(&self, card: &Indicator) -> Option<f64> {
        let (run, column) = (&self.ranking?.run, self.recipe_place(card)?);
        run.normalised.get(run.row_of(self.area.id)?, column).filter(|value| !value.is_nan())
    }

    fn dots(&self, card: &Indicator, period: PeriodId) -> (Vec<Dot>, Vec<AreaId>) {
        let value = |area: &Area| Some((self.data.dataset.value(card.id, area.id, period)?, area.id));
        let found = self.data.areas_of(self.area.level).filter_map(value);
        found
            .map(|(value, area)| {
                let kind = if area == self.area.id {
                    DotKind::Current
                } else if let Some(number) = self.references.iter().position(|own| *own == area) {
                    DotKind::Reference(number)
                } else if self.peers.contains(&area) {
                    DotKind::Peer
                } else {
                    DotKind::Other
                };
                (Dot { value, kind }, area)
            })
            .unzip()
    }

    /// The rate drawn towards the common one of the areas whose counts are known (Marshall 1991, global).
    fn smoothed(&self, card: &Indicator, period: PeriodId) -> Option<(f64, usize)> {
        let counts = |area: &Area| {
            let found = self.data.dataset.get(card.id, area.id, period)?;
            let (cases, base) = (found.numerator?, found.denominator?);
            (base > 0.0).then_some((area.id, cases, base))
        };
        let known: Vec<_> = self.data.areas_of(self.area.level).filter_map(counts).collect();
        let own = known.iter().position(|(area, ..)| *area == self.area.id)?;
        let cases: Vec<f64> = known.iter().map(|(_, cases, _)| *cases).collect();
        let bases: Vec<f64> = known.iter().map(|(.., base)| *base).collect();
        let rate = empirical_bayes_global(&cases, &bases)[own] * card.scale;
        (known.len() > 1 && rate.is_finite()).then_some((rate, known.len()))
    }

    /// One point per year, with gaps where there is a period and no value.
    fn course(&self, card: &Indicator) -> (Vec<SparkPoint>, Option<Ends>, Option<i16>) {
        let Some((first, last)) = self.years else { return (Vec::new(), None, None) };
        let value = |year: i16| {
            let mut periods = self.data.periods.iter().rev().filter(|period| period.year == Some(year));
            periods.find_map(|period| self.data.dataset.value(card.id, self.area.id, period.id))
        };
        let values: Vec<(i16, Option<f64>)> = (first..=last).map(|year| (year, value(year))).collect();
        let breaks = |year: i16| year > first && card.breaks.iter().any(|broken| broken.year == year);
        let is_skipped = |year: i16| self.data.periods.iter().all(|period| period.year != Some(year));
        let point = |&(year, value): &(i16, Option<f64>)| SparkPoint {
            value,
            breaks_before: breaks(year),
            is_skipped: is_skipped(year),
        };
        let points = values.iter().map(point).collect();
        let known: Vec<(i16, f64)> = values.iter().filter_map(|&(year, value)| Some((year, value?))).collect();
        // What is said of the course never runs over a break.
        let until = known.last().map_or(last, |(year, _)| *year);
        let broken = card.breaks.iter().map(|found| found.year).filter(|year| (first + 1..=until).contains(year)).max();
        let broken = broken.filter(|year| known.first().is_some_and(|(known, _)| known < year));
        let since = known.iter().find(|(year, _)| broken.is_none_or(|broken| *year >= broken));
        (points, since.copied().zip(known.last().copied()), broken)
    }

    /// Change since the first period that can be compared.
    fn change(&self, card: &Indicator, direction: Direction, to: PeriodId) -> ChangeCell {
        let mut broken = false;
        for period in self.data.periods_of(card.id) {
            if period.id == to {
                break;
            }
            match analysis::change(self.data, card.id, self.area.id, period.id, to) {
                Ok(change) => {
                    let rounded = change.points.abs() * 10f64.powi(i32::from(card.decimals)) >= 0.5;
                    let burdened = match direction {
                        Direction::HighIsNeed => rounded.then_some(change.points > 0.0),
                        Direction::LowIsNeed => rounded.then_some(change.points < 0.0),
                        Direction::Context => None,
                    };
                    let (since, values) = (period.label.clone(), Box::new([change.from, change.to]));
                    return ChangeCell::Points { points: change.points, since, burdened, values };
                }
                Err(NoChange::SeriesBreak(_)) => {
                    broken |= self.data.dataset.value(card.id, self.area.id, period.id).is_some();
                }
                Err(
                    NoChange::Unknown
                    | NoChange::Undated
                    | NoChange::Order
                    | NoChange::NoValue(_)
                    | NoChange::TooFewAreas(_)
                    | NoChange::NoCounts(_),
                ) => {}
            }
        }
        if broken { ChangeCell::Break } else { ChangeCell::Nothing }
    }
}

/// Place of the current area among the dots, 1 = most burdened.
fn place(dots: &[Dot], belasteter: Belasteter) -> Option<usize> {
    let own = dots.iter().find(|dot| dot.kind == DotKind::Current)?.value;
    let ahead = dots.iter().filter(|dot| match belasteter {
        Belasteter::High => dot.value > own,
        Belasteter::Low => dot.value < own,
    });
    Some(ahead.count() + 1)
}
