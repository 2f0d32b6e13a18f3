//! Findings: what may be said about an area, with the observations it rests on and a fingerprint.
//!
//! A number in a document comes from a finding. The fingerprint changes when the values or the recipe behind it do;
//! it does not change when the words do. How sure a rank is decides the words: see [`certainty`].

use super::fingerprint::Fingerprint;
use super::recipe::usable;
use super::statistics::tie_tolerance;
use super::trend::{Change, NoChange, change};
use super::{IndexRun, Ranking, drivers};
use crate::domain::{AreaId, Direction, IndicatorId, Observation, PeriodId, PlanningData};
use crate::text::report::{Firmness, Membership};

/// Most drivers that a rank finding names.
const DRIVERS: usize = 3;

/// Share of all ranks that an interval may span and still count as firm, and as moderate.
const FIRM_SHARE: f64 = 0.1;
const MODERATE_SHARE: f64 = 0.3;
/// Ranks that an interval may always span and still count as firm.
const FIRM_RANKS: f64 = 1.0;

/// Sizes of the top groups that sentences may speak of, smallest first.
const TOP_GROUPS: [u32; 3] = [3, 5, 10];

/// How surely an area belongs to those with the greatest need. Worded by [`certainty_phrase`](super::certainty_phrase).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The whole interval is rank 1.
    Highest,
    /// The whole interval lies within this many first places.
    AmongTop(u32),
    /// Some of the replications see it within this many places, some behind them.
    BorderCase(u32),
    /// The whole interval lies behind this many places.
    Behind(u32),
    /// Nothing but the interval can be said.
    Open,
}

/// Which side of the city's value an area is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitySide {
    /// Greater need than the city.
    MoreBurdened,
    /// Smaller need than the city.
    LessBurdened,
    /// The same value as printed.
    Equal,
    /// A context indicator: different, but not judged.
    NotJudged,
}

/// An area beside the city in one indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CityComparison {
    /// The area's value.
    pub area: Observation,
    /// The city's value.
    pub city: Observation,
    /// Area minus city, in the unit of the indicator.
    pub points: f64,
    /// Which side that is.
    pub side: CitySide,
}

/// An indicator that raises an area above the average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its contribution minus the mean contribution.
    pub above_average: f64,
}

/// The run that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunBasis {
    /// Fingerprint of the run: recipe and values.
    pub fingerprint: String,
    /// Seed of the rank intervals.
    pub seed: u64,
    /// Replications of the rank intervals.
    pub replications: u32,
}

/// What a finding rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FindingBasis {
    /// The values behind it, for footnotes.
    pub observations: Vec<Observation>,
    /// The run behind it, if there is one.
    pub run: Option<RunBasis>,
}

/// Something that may be said, with its origin.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Rank of an area in the ranking, with its interval.
    Rank {
        /// The area.
        area: AreaId,
        /// Rank of the recipe as it is; 1 is the greatest need.
        rank: u32,
        /// First rank of the interval, in whole places.
        low: u32,
        /// Last rank of the interval, in whole places.
        high: u32,
        /// Areas that take part.
        of: usize,
        /// Share (0 to 1) of replications among the first [`top_places`](super::RankIntervals::top_places).
        top_share: f64,
        /// What may be said of it.
        certainty: Certainty,
        /// How firmly the rank may be worded.
        firmness: Firmness,
        /// Whether the area belongs to the first places.
        membership: Membership,
        /// The strongest reasons, strongest first.
        drivers: Vec<Driver>,
        /// What it rests on.
        basis: FindingBasis,
    },
    /// A value.
    Value {
        /// The value and its origin.
        observation: Observation,
    },
    /// A change between two periods of a comparable series.
    Change {
        /// Both values and their difference.
        change: Change,
    },
    /// Place of an area in one indicator among the areas that take part.
    Place {
        /// The area's value.
        observation: Observation,
        /// Place; 1 is the greatest need; equal values share the smaller one.
        place: u32,
        /// Areas that have a value.
        of: usize,
        /// What it rests on.
        basis: FindingBasis,
    },
    /// In how many indicators of the recipe an area is more burdened than the city.
    BurdenCount {
        /// The area.
        area: AreaId,
        /// Indicators in which it is.
        worse: usize,
        /// Indicators in which both have a value.
        of: usize,
        /// What it rests on.
        basis: FindingBasis,
    },
    /// An area beside the city in one indicator.
    CityComparison {
        /// Both values and the difference.
        comparison: CityComparison,
    },
}

impl Finding {
    /// The rank of an area, if it takes part.
    pub fn rank(data: &PlanningData, ranking: &Ranking, area: AreaId) -> Option<Finding> {
        let Ranking { run, intervals } = ranking;
        let row = run.row_of(area)?;
        let (low, high) = intervals.span(row);
        let of = run.areas.len();
        let observed = run.indicators.iter().filter_map(|&indicator| data.dataset.get(indicator, area, run.period));
        let drivers = drivers(run, area, DRIVERS);
        Some(Finding::Rank {
            area,
            rank: run.rank[row],
            low,
            high,
            of,
            top_share: intervals.top_share[row],
            certainty: match run.is_single() {
                true => Certainty::Open,
                false => certainty(high, of, intervals.membership(row), intervals.top_places),
            },
            firmness: match run.is_single() {
                true => Firmness::Untested,
                false => firmness(intervals.low[row], intervals.high[row], of),
            },
            membership: intervals.membership(row),
            drivers: drivers
                .iter()
                .map(|driver| Driver { indicator: driver.indicator, above_average: driver.above_average })
                .collect(),
            basis: FindingBasis {
                observations: observed.filter(|observation| observation.value.is_some()).collect(),
                run: Some(RunBasis {
                    fingerprint: run.fingerprint.clone(),
                    seed: intervals.seed,
                    replications: intervals.replications,
                }),
            },
        })
    }

    /// The value of an area, with or without number; none where nothing was observed.
    pub fn value(data: &PlanningData, indicator: IndicatorId, area: AreaId, period: PeriodId) -> Option<Finding> {
        data.dataset.get(indicator, area, period).map(|observation| Finding::Value { observation })
    }

    /// The change of a value.
    ///
    /// # Errors
    /// Says why no change can be shown, see [`NoChange`].
    pub fn change(
        data: &PlanningData,
        indicator: IndicatorId,
        area: AreaId,
        from: PeriodId,
        to: PeriodId,
    ) -> Result<Finding, NoChange> {
        change(data, indicator, area, from, to).map(|change| Finding::Change { change })
    }

    /// The place of an area in one indicator among the areas of a run, or among all of its level where there is no run
    /// that it takes part in; none where it has no value. In a context indicator place 1 is the greatest value, which
    /// judges nothing.
    pub fn place(
        data: &PlanningData,
        run: Option<&IndexRun>,
        indicator: IndicatorId,
        area: AreaId,
        period: PeriodId,
    ) -> Option<Finding> {
        let run = run.filter(|run| run.row_of(area).is_some());
        let need = towards_need(direction(data, run, indicator)?).unwrap_or(1.0);
        let observation = data.dataset.get(indicator, area, period)?;
        let own = need * number(&observation)?;
        let level = data.area(area)?.level;
        let of_level = || data.areas_of(level).map(|peer| peer.id).collect();
        let peers: Vec<AreaId> = run.map_or_else(of_level, |run| run.areas.clone());
        let observations: Vec<Observation> =
            peers.iter().filter_map(|&peer| data.dataset.get(indicator, peer, period)).collect();
        let values: Vec<f64> = observations.iter().filter_map(number).map(|value| need * value).collect();
        let border = own + tie_tolerance(&values);
        let place = values.iter().filter(|&&value| value > border).count() as u32 + 1;
        let basis = FindingBasis { observations, run: None };
        Some(Finding::Place { observation, place, of: values.len(), basis })
    }

    /// In how many indicators of a run the area is more burdened than the city; none where nothing can be compared.
    pub fn burden_count(data: &PlanningData, run: &IndexRun, area: AreaId) -> Option<Finding> {
        let compare = |&indicator: &IndicatorId| compare(data, Some(run), indicator, area, run.period);
        let compared: Vec<CityComparison> = run.indicators.iter().filter_map(compare).collect();
        let worse = compared.iter().filter(|comparison| comparison.side == CitySide::MoreBurdened).count();
        let observations = compared.iter().flat_map(|comparison| [comparison.area, comparison.city]).collect();
        let basis = FindingBasis { observations, run: None };
        (!compared.is_empty()).then_some(Finding::BurdenCount { area, worse, of: compared.len(), basis })
    }

    /// An area beside the city; none unless both have a value.
    pub fn city_comparison(
        data: &PlanningData,
        indicator: IndicatorId,
        area: AreaId,
        period: PeriodId,
    ) -> Option<Finding> {
        compare_with_city(data, indicator, area, period).map(|comparison| Finding::CityComparison { comparison })
    }

    /// The observations that the finding rests on, for footnotes.
    pub fn observations(&self) -> Vec<Observation> {
        match self {
            Finding::Rank { basis, .. } | Finding::Place { basis, .. } | Finding::BurdenCount { basis, .. } => {
                basis.observations.clone()
            }
            Finding::Value { observation } => vec![*observation],
            Finding::Change { change } => vec![change.from, change.to],
            Finding::CityComparison { comparison } => vec![comparison.area, comparison.city],
        }
    }

    /// Whether any value behind it is invented.
    pub fn has_demonstration(&self) -> bool {
        self.observations().iter().any(|observation| observation.demonstration)
    }

    /// Hash of what is said and of the values and the recipe behind it. The same on every machine; another import of
    /// the same values leaves it unchanged.
    pub fn fingerprint(&self) -> String {
        let said = match self {
            Finding::Rank { area, rank, low, high, of, basis, .. } => {
                let run = basis.run.as_ref().map_or("", |run| run.fingerprint.as_str());
                let hash = Fingerprint::of("rank").id(area.0).text(run);
                [*rank, *low, *high].iter().fold(hash, |hash, &rank| hash.word(u64::from(rank))).word(*of as u64)
            }
            Finding::Value { .. } => Fingerprint::of("value"),
            Finding::Change { change } => Fingerprint::of("change").number(change.points),
            Finding::Place { observation, place, of, .. } => {
                Fingerprint::of("place").id(observation.area.0).word(u64::from(*place)).word(*of as u64)
            }
            Finding::BurdenCount { area, worse, of, .. } => {
                Fingerprint::of("burden").id(area.0).word(*worse as u64).word(*of as u64)
            }
            Finding::CityComparison { comparison } => Fingerprint::of("city").number(comparison.points),
        };
        self.observations().iter().fold(said, add).finish()
    }
}

fn add(hash: Fingerprint, observation: &Observation) -> Fingerprint {
    hash.id(observation.indicator.0)
        .id(observation.area.0)
        .id(observation.period.0)
        .number(observation.value.unwrap_or(f64::NAN))
        .text(observation.status.code())
        .word(u64::from(observation.demonstration))
}

/// What may be said of an area: the end of its interval (in whole places, among `of` areas) names a top group where that
/// is at most half of the areas; beside the border that the planner asked about its share of the replications decides.
fn certainty(high: u32, of: usize, membership: Membership, top_places: u32) -> Certainty {
    if high <= 1 {
        return Certainty::Highest;
    }
    let small = |size: u32| 2 * size as usize <= of && high <= size;
    if let Some(size) = TOP_GROUPS.into_iter().find(|&size| small(size) && size <= top_places) {
        return Certainty::AmongTop(size);
    }
    match membership {
        Membership::Unasked => Certainty::Open,
        Membership::Always | Membership::Settled => Certainty::AmongTop(top_places),
        Membership::Borderline => Certainty::BorderCase(top_places),
        Membership::RuledOut | Membership::Never => Certainty::Behind(top_places),
    }
}

/// How firmly a rank may be worded: by the width of its interval against the number of ranks.
fn firmness(low: f64, high: f64, of: usize) -> Firmness {
    let share = (high - low) / of.max(1) as f64;
    if high - low <= FIRM_RANKS || share <= FIRM_SHARE {
        Firmness::Firm
    } else if share <= MODERATE_SHARE {
        Firmness::Moderate
    } else {
        Firmness::Loose
    }
}

/// An area beside the city in one indicator, judged by the direction on the indicator's card; none unless both have
/// a value in this period.
pub fn compare_with_city(
    data: &PlanningData,
    indicator: IndicatorId,
    area: AreaId,
    period: PeriodId,
) -> Option<CityComparison> {
    compare(data, None, indicator, area, period)
}

fn compare(
    data: &PlanningData,
    run: Option<&IndexRun>,
    indicator: IndicatorId,
    area: AreaId,
    period: PeriodId,
) -> Option<CityComparison> {
    let direction = direction(data, run, indicator)?;
    let own = data.dataset.get(indicator, area, period)?;
    let city = data.dataset.get(indicator, data.city()?.id, period)?;
    let points = number(&own)? - number(&city)?;
    let decimals = data.indicator(indicator)?.decimals;
    let print = |observation: &Observation| number(observation).map(|value| crate::text::fixed(value, decimals));
    let side = match towards_need(direction) {
        _ if print(&own) == print(&city) => CitySide::Equal,
        None => CitySide::NotJudged,
        Some(need) if need * points > 0.0 => CitySide::MoreBurdened,
        Some(_) => CitySide::LessBurdened,
    };
    Some(CityComparison { area: own, city, points, side })
}

/// The direction that the recipe gives an indicator, otherwise the card's.
fn direction(data: &PlanningData, run: Option<&IndexRun>, indicator: IndicatorId) -> Option<Direction> {
    let place = run.and_then(|run| run.indicators.iter().position(|&other| other == indicator));
    let named = run.zip(place).and_then(|(run, at)| run.spec.indicators.get(at)).map(|entry| entry.direction);
    named.or_else(|| data.indicator(indicator).map(|card| card.direction))
}

fn towards_need(direction: Direction) -> Option<f64> {
    match direction {
        Direction::HighIsNeed => Some(1.0),
        Direction::LowIsNeed => Some(-1.0),
        Direction::Context => None,
    }
}

fn number(observation: &Observation) -> Option<f64> {
    usable(observation.value.unwrap_or(f64::NAN), observation.status)
}

#[cfg(test)]
mod tests {
    use super::super::rank;
    use super::super::testing::{LEADER, Planted, area, extended, observation, of_rows, period, planted};
    use super::*;
    use crate::domain::AreaLevel;
    use crate::jobs::Progress;
    use std::sync::Arc;

    #[test]
    fn interval_and_share_decide_what_may_be_said() {
        use Membership::{Borderline, RuledOut, Settled, Unasked};
        let cases = [
            ((1, 39, Settled, 13), Certainty::Highest),
            ((2, 39, Settled, 13), Certainty::AmongTop(3)),
            ((5, 39, Settled, 13), Certainty::AmongTop(5)),
            ((6, 39, Settled, 13), Certainty::AmongTop(10)),
            ((13, 39, Settled, 13), Certainty::AmongTop(13)),
            ((14, 39, Borderline, 13), Certainty::BorderCase(13)),
            ((20, 39, RuledOut, 13), Certainty::Behind(13)),
            ((2, 4, Unasked, 13), Certainty::Open),
            ((3, 5, Borderline, 2), Certainty::BorderCase(2)),
        ];
        for ((high, of, membership, top), expected) in cases {
            assert_eq!(certainty(high, of, membership, top), expected, "to {high} of {of}");
        }
    }

    #[test]
    fn a_rank_is_worded_by_the_width_of_its_interval() {
        for (low, high, expected) in
            [(4.0, 6.0, Firmness::Firm), (3.0, 12.0, Firmness::Moderate), (2.0, 20.0, Firmness::Loose)]
        {
            assert_eq!(firmness(low, high, 39), expected, "{low} to {high}");
        }
    }

    #[test]
    fn one_indicator_alone_makes_no_rank_sure() {
        let Planted { data, spec } = planted(20, 1);
        let ranking = rank(&data, &spec, &Progress::new()).unwrap();
        let Some(Finding::Rank { certainty, firmness, .. }) = Finding::rank(&data, &ranking, LEADER) else {
            panic!("a rank")
        };
        assert_eq!((certainty, firmness), (Certainty::Open, Firmness::Untested));
    }

    #[test]
    fn values_that_print_alike_are_equal() {
        let Planted { data, .. } = with_city();
        let near = extended(&data, &data.periods.clone(), &[observation(3, 1, 1, Some(15.04))]);
        let comparison = compare_with_city(&near, IndicatorId(1), AreaId(3), PeriodId(1)).unwrap();
        assert_eq!(comparison.side, CitySide::Equal);
    }

    #[test]
    fn a_rank_names_its_reasons_and_values() {
        let Planted { data, spec } = planted(20, 4);
        let ranking = rank(&data, &spec, &Progress::new()).unwrap();
        let finding = Finding::rank(&data, &ranking, LEADER).unwrap();
        assert_eq!(finding.observations().len(), 4);
        let Finding::Rank { rank, certainty, drivers, .. } = finding else { panic!("a rank") };
        assert_eq!((rank, certainty, drivers.len()), (1, Certainty::Highest, 3));
    }

    #[test]
    fn the_fingerprint_follows_values_and_recipe_but_not_the_recipes_name() {
        let print = |rows: &[Vec<Option<f64>>], name: &str, weight: f64| {
            let Planted { data, mut spec } = of_rows(rows);
            spec.name = name.into();
            spec.indicators[0].weight = weight;
            let ranking = rank(&data, &spec, &Progress::new()).unwrap();
            Finding::rank(&data, &ranking, AreaId(1)).unwrap().fingerprint()
        };
        let rows = |last| vec![vec![Some(1.0), Some(2.0)], vec![Some(3.0), Some(1.0)], vec![Some(2.0), Some(last)]];
        let own = print(&rows(9.0), "A", 1.0);
        assert_eq!(own, print(&rows(9.0), "B", 1.0));
        assert_ne!(own, print(&rows(9.1), "A", 1.0));
        assert_ne!(own, print(&rows(9.0), "A", 2.0));
    }

    fn with_city() -> Planted {
        let rows = [[10.0, 10.0], [20.0, 20.0], [30.0, 30.0]].map(|row| row.map(Some).to_vec());
        let Planted { data, mut spec } = of_rows(&rows);
        let city = [observation(9, 1, 1, Some(15.0)), observation(9, 2, 1, Some(15.0))];
        let mut data = extended(&data, &[period(1, "2025")], &city);
        let mut areas = data.areas.to_vec();
        areas.push(area(9, AreaLevel::Stadt));
        data.areas = Arc::new(areas);
        spec.indicators[1].direction = Direction::LowIsNeed;
        Planted { data, spec }
    }

    #[test]
    fn burdens_are_counted_against_the_city_by_direction() {
        let Planted { data, spec } = with_city();
        let run = super::super::run(&data, &spec);
        // The two indicators cancel each other, but neither is constant.
        let run = run.unwrap();
        let Some(Finding::BurdenCount { worse, of, .. }) = Finding::burden_count(&data, &run, AreaId(3)) else {
            panic!("a count")
        };
        assert_eq!((worse, of), (1, 2));
        let Some(Finding::Place { place, of, .. }) =
            Finding::place(&data, Some(&run), IndicatorId(2), AreaId(3), PeriodId(1))
        else {
            panic!("a place")
        };
        assert_eq!((place, of), (3, 3));
    }

    #[test]
    fn a_context_indicator_is_compared_but_not_judged() {
        let Planted { mut data, .. } = with_city();
        let mut cards = data.indicators.to_vec();
        cards[0].direction = Direction::Context;
        data.indicators = Arc::new(cards);
        let comparison = compare_with_city(&data, IndicatorId(1), AreaId(3), PeriodId(1)).unwrap();
        assert_eq!(comparison.side, CitySide::NotJudged);
        assert!((comparison.points - 15.0).abs() < 1e-12);
    }
}
