//! Hidden pockets: small areas under great strain inside larger ones that do not stand out.

use super::super::recipe::usable;
use super::super::small_numbers::{Confidence, RateInterval, few_cases, rate_interval};
use super::StructureError;
use crate::analysis::IndexRun;
use crate::domain::{Area, AreaId, AreaLevel, Direction, Indicator, IndicatorId, PeriodId, PlanningData};
use crate::text::structure::{self as words, PocketFacts};
use std::collections::BTreeMap;

/// What counts as hot and as sure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PocketChoice {
    /// Share of the areas of a level, the most burdened first, that counts as hot (0 to 1, rounded up; areas with the
    /// value of the last one belong to them).
    pub hot_share: f64,
    /// Coverage of the interval of a small area's rate.
    pub confidence: Confidence,
}

impl Default for PocketChoice {
    /// The most burdened fifth, 95 %.
    fn default() -> Self {
        PocketChoice { hot_share: 0.2, confidence: Confidence::NinetyFive }
    }
}

/// Where the value of the larger area comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParentValue {
    /// Observed for the larger area itself.
    Observed,
    /// Σ numerator / Σ denominator of its small areas.
    RolledUp,
    /// The index of a recipe.
    Index,
}

/// A small area that is hot although the larger one around it is not.
#[derive(Clone, Debug, PartialEq)]
pub struct HiddenPocket {
    /// The small area.
    pub area: AreaId,
    /// The larger one.
    pub parent: AreaId,
    /// Value of the small area.
    pub value: f64,
    /// Value of the larger one.
    pub parent_value: f64,
    /// Where it comes from.
    pub origin: ParentValue,
    /// Place of the small area by burden, 1 is the greatest; equal values share the smallest place.
    pub place: usize,
    /// Place of the larger area on its level.
    pub parent_place: usize,
    /// Interval of the small area's rate; none without counts.
    pub interval: Option<RateInterval>,
}

/// Why a hot small area is not named as a hidden pocket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetAside {
    /// Fewer than three cases or a base below 100: nothing can be said.
    FewCases,
    /// The interval of its rate reaches the value of the larger area.
    NotBeyondChance,
    /// The larger area is not known or has no value.
    WithoutParent,
}

/// Hidden pockets, the most burdened first.
#[derive(Clone, Debug, PartialEq)]
pub struct HiddenPockets {
    /// The pockets.
    pub pockets: Vec<HiddenPocket>,
    /// Hot small areas that were set aside, with the reason.
    pub set_aside: Vec<(AreaId, SetAside)>,
    /// Small areas with a value.
    pub areas: usize,
    /// Larger areas with a value.
    pub parents: usize,
    /// Small areas without a value.
    pub left_out: Vec<AreaId>,
}

/// Burden of the areas of a level: greater is more.
struct Level {
    /// Area, value, burden; the most burdened first.
    ranked: Vec<(AreaId, f64, f64)>,
    /// How many of them are hot.
    hot: usize,
}

impl Level {
    fn new(mut values: Vec<(AreaId, f64, f64)>, hot_share: f64) -> Level {
        values.sort_by(|left, right| right.2.total_cmp(&left.2).then(left.0.cmp(&right.0)));
        let last = ((hot_share * values.len() as f64).ceil() as usize).min(values.len());
        let border = last.checked_sub(1).map(|at| values[at].2);
        let hot = values.iter().filter(|value| border.is_some_and(|border| value.2 >= border)).count();
        Level { ranked: values, hot }
    }

    fn place_of(&self, area: AreaId) -> Option<(usize, f64)> {
        let found = self.ranked.iter().find(|(own, ..)| *own == area)?;
        Some((1 + self.ranked.iter().filter(|(.., burden)| *burden > found.2).count(), found.1))
    }

    /// Whether this place is among the hot ones.
    fn is_hot(&self, place: usize) -> bool {
        place <= self.hot
    }
}

/// Hidden pockets in one indicator: small areas among the most burdened of their level whose larger area is not. A
/// larger area without an observation takes Σ numerator / Σ denominator of its small areas that have both.
///
/// # Errors
/// [`StructureError::BadChoice`] for a share that is not above 0 and below 1, or an indicator that says nothing of
/// need; [`StructureError::TooFewAreas`] where a level has fewer than two values.
pub fn hidden_pockets(
    data: &PlanningData,
    card: &Indicator,
    period: PeriodId,
    (small, large): (AreaLevel, AreaLevel),
    choice: &PocketChoice,
) -> Result<HiddenPockets, StructureError> {
    let sign = match card.direction {
        Direction::HighIsNeed => 1.0,
        Direction::LowIsNeed => -1.0,
        Direction::Context => return Err(StructureError::BadChoice),
    };
    let observed = |area: AreaId| value_of(data, card.id, area, period);
    let ids = |level: AreaLevel| data.areas_of(level).map(|area| area.id).collect::<Vec<_>>();
    let small_areas = ids(small);
    let around = Around::of(data, &small_areas, large);
    let (mut children, mut left_out) = (Vec::new(), Vec::new());
    for &area in &small_areas {
        match observed(area) {
            Some(value) => children.push((area, value, sign * value)),
            None => left_out.push(area),
        }
    }
    let sums = roll_up(data, card, period, &around);
    let (mut parents, mut rolled_up) = (Vec::new(), Vec::new());
    for area in ids(large) {
        let own = observed(area);
        if let Some(value) = own.or_else(|| sums.get(&area).copied().flatten()) {
            parents.push((area, value, sign * value));
            rolled_up.extend(own.is_none().then_some(area));
        }
    }
    left_out.sort_unstable();
    let guard = |area: AreaId, parent_value: f64| -> Result<Option<RateInterval>, SetAside> {
        let Some(observation) = data.dataset.get(card.id, area, period) else { return Ok(None) };
        if few_cases(&observation) {
            return Err(SetAside::FewCases);
        }
        let interval = rate_interval(&observation, card, choice.confidence);
        let beyond = |interval: RateInterval| match card.direction {
            Direction::HighIsNeed => interval.low > parent_value,
            Direction::LowIsNeed | Direction::Context => interval.high < parent_value,
        };
        if interval.is_none_or(beyond) { Ok(interval) } else { Err(SetAside::NotBeyondChance) }
    };
    let origin = |parent: AreaId| {
        if rolled_up.contains(&parent) { ParentValue::RolledUp } else { ParentValue::Observed }
    };
    let found = pockets(&around, children, parents, choice.hot_share, (origin, guard))?;
    Ok(HiddenPockets { left_out, ..found })
}

/// Hidden pockets by the index of a recipe, run for the small areas and for the larger ones.
///
/// # Errors
/// As [`hidden_pockets`].
pub fn hidden_pockets_of_index(
    data: &PlanningData,
    small: &IndexRun,
    large: &IndexRun,
    hot_share: f64,
) -> Result<HiddenPockets, StructureError> {
    let burden = |run: &IndexRun| -> Vec<(AreaId, f64, f64)> {
        run.areas.iter().zip(run.index.iter()).map(|(&area, &index)| (area, index, index)).collect()
    };
    let none = (|_| ParentValue::Index, |_, _| Ok(None));
    let around = Around::of(data, &small.areas, large.spec.areas.level);
    let found = pockets(&around, burden(small), burden(large), hot_share, none)?;
    Ok(HiddenPockets { left_out: small.left_out.iter().map(|left_out| left_out.area).collect(), ..found })
}

type Values = Vec<(AreaId, f64, f64)>;

fn pockets(
    around: &Around,
    children: Values,
    parents: Values,
    hot_share: f64,
    (origin, guard): (impl Fn(AreaId) -> ParentValue, impl Fn(AreaId, f64) -> Result<Option<RateInterval>, SetAside>),
) -> Result<HiddenPockets, StructureError> {
    if !(hot_share > 0.0 && hot_share < 1.0) {
        return Err(StructureError::BadChoice);
    }
    let fewest = children.len().min(parents.len());
    if fewest < 2 {
        return Err(StructureError::TooFewAreas { found: fewest, needed: 2 });
    }
    let (small, large_level) = (Level::new(children, hot_share), Level::new(parents, hot_share));
    let (mut pockets, mut set_aside) = (Vec::new(), Vec::new());
    for &(area, value, _) in &small.ranked[..small.hot] {
        let parent = around.0.get(&area).copied().flatten();
        let Some((parent, (parent_place, parent_value))) =
            parent.and_then(|parent| Some((parent, large_level.place_of(parent)?)))
        else {
            set_aside.push((area, SetAside::WithoutParent));
            continue;
        };
        if large_level.is_hot(parent_place) {
            continue;
        }
        let place = small.place_of(area).map_or(0, |(place, _)| place);
        match guard(area, parent_value) {
            Ok(interval) => pockets.push(HiddenPocket {
                area,
                parent,
                value,
                parent_value,
                origin: origin(parent),
                place,
                parent_place,
                interval,
            }),
            Err(reason) => set_aside.push((area, reason)),
        }
    }
    Ok(HiddenPockets {
        pockets,
        set_aside,
        areas: small.ranked.len(),
        parents: large_level.ranked.len(),
        left_out: Vec::new(),
    })
}

impl HiddenPockets {
    /// Why a pocket is one, in a sentence or two; `card` where a single indicator was compared.
    pub fn reason(&self, data: &PlanningData, card: Option<&Indicator>, pocket: &HiddenPocket) -> String {
        let name = |id: AreaId| data.area(id).map_or_else(String::new, |area| area.name.clone());
        words::hidden_pocket(&PocketFacts {
            area: name(pocket.area),
            parent: name(pocket.parent),
            place: pocket.place,
            of: self.areas,
            value: card.map(|card| (pocket.value, card.decimals, card.unit.clone())),
            parent_value: pocket.parent_value,
            parent_place: pocket.parent_place,
            parents: self.parents,
            counts_known: pocket.interval.is_some(),
        })
    }
}

/// Why a hot small area was set aside, in words.
pub fn set_aside_reason(data: &PlanningData, area: AreaId, reason: SetAside) -> String {
    let name = data.area(area).map_or_else(String::new, |area| area.name.clone());
    match reason {
        SetAside::FewCases => words::few_cases(&name),
        SetAside::NotBeyondChance => words::not_beyond_chance(&name),
        SetAside::WithoutParent => words::without_parent(&name),
    }
}

/// The larger area around each small one; none where the chain of parents does not lead to its level.
struct Around(BTreeMap<AreaId, Option<AreaId>>);

impl Around {
    fn of(data: &PlanningData, areas: &[AreaId], level: AreaLevel) -> Around {
        let known: BTreeMap<AreaId, &Area> = data.areas.iter().map(|area| (area.id, area)).collect();
        let around = |area: AreaId| {
            let mut at = *known.get(&area)?;
            // A chain of parents is never longer than there are levels; a wrong circle ends here.
            for _ in AreaLevel::ALL {
                at = known.get(&at.parent?)?;
                if at.level == level {
                    return Some(at.id);
                }
            }
            None
        };
        Around(areas.iter().map(|&area| (area, around(area))).collect())
    }
}

fn value_of(data: &PlanningData, indicator: IndicatorId, area: AreaId, period: PeriodId) -> Option<f64> {
    let observation = data.dataset.get(indicator, area, period)?;
    usable(observation.value.unwrap_or(f64::NAN), observation.status)
}

/// Σ numerator / Σ denominator of the small areas of each larger one; none where one of them has no counts to use.
fn roll_up(data: &PlanningData, card: &Indicator, period: PeriodId, around: &Around) -> BTreeMap<AreaId, Option<f64>> {
    let mut sums: BTreeMap<AreaId, Option<(f64, f64)>> = BTreeMap::new();
    for (&area, parent) in &around.0 {
        let Some(parent) = *parent else { continue };
        let counts = data.dataset.get(card.id, area, period).and_then(|observation| {
            let cases = usable(observation.numerator.unwrap_or(f64::NAN), observation.status)?;
            Some((cases, observation.denominator.filter(|base| base.is_finite())?))
        });
        let sum = sums.entry(parent).or_insert(Some((0.0, 0.0)));
        *sum = sum.zip(counts).map(|((cases, base), (more, larger))| (cases + more, base + larger));
    }
    let rate = |(cases, base): (f64, f64)| (base > 0.0).then(|| card.scale * cases / base);
    sums.into_iter().map(|(parent, sum)| (parent, sum.and_then(rate))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Planted, area, of_rows};
    use super::*;
    use crate::domain::DatasetBuilder;
    use std::sync::Arc;

    /// Ten small areas, five in each of the larger areas 101 and 102 and one in 103; counts per hundred of `base`.
    fn city(cases: [f64; 11], base: f64) -> PlanningData {
        let rows: Vec<Vec<Option<f64>>> = cases.iter().map(|cases| vec![Some(100.0 * cases / base)]).collect();
        let Planted { mut data, .. } = of_rows(&rows);
        let mut areas = data.areas.to_vec();
        for (at, small) in areas.iter_mut().enumerate() {
            small.parent = Some(AreaId(101 + (at / 5) as i64));
        }
        areas.extend([101, 102, 103].map(|id| area(id, AreaLevel::Stadtbezirk)));
        data.areas = Arc::new(areas);
        let mut builder = DatasetBuilder::default();
        for (mut observation, cases) in data.dataset.iter().zip(cases) {
            observation.numerator = Some(cases);
            observation.denominator = Some(base);
            builder.push(observation);
        }
        data.dataset = Arc::new(builder.build());
        data
    }

    fn find(data: &PlanningData) -> HiddenPockets {
        let levels = (AreaLevel::Sozialraum, AreaLevel::Stadtbezirk);
        hidden_pockets(data, &data.indicators[0], PeriodId(1), levels, &PocketChoice::default()).unwrap()
    }

    const CASES: [f64; 11] = [300.0, 310.0, 290.0, 305.0, 295.0, 40.0, 45.0, 320.0, 50.0, 40.0, 60.0];

    #[test]
    fn a_hot_part_of_an_inconspicuous_area_is_found_with_its_reason() {
        let data = city(CASES, 1000.0);
        let found = find(&data);
        let [pocket] = found.pockets.as_slice() else { panic!("{found:?}") };
        assert_eq!((pocket.area, pocket.parent, pocket.place), (AreaId(8), AreaId(102), 1));
        assert_eq!((pocket.parent_place, pocket.origin), (2, ParentValue::RolledUp));
        assert!((pocket.parent_value - 9.9).abs() < 1e-12);
        let reason = found.reason(&data, Some(&data.indicators[0]), pocket);
        assert!(reason.contains("Gebiet 8 liegt nach der Belastung auf Platz 1 von 11"), "{reason}");
        assert!(reason.contains("9,9\u{a0}%"), "{reason}");
    }

    #[test]
    fn few_cases_and_chance_set_a_hot_part_aside() {
        let mut few = CASES.map(|cases| cases / 100.0);
        few[7] = 3.2;
        let found = find(&city(few, 10.0));
        assert_eq!(
            (found.pockets.len(), found.set_aside.as_slice()),
            (0, [(AreaId(8), SetAside::FewCases)].as_slice())
        );
        let mut chance = [20.0; 11];
        chance[0] = 31.0;
        chance[7] = 26.0;
        let found = find(&city(chance, 200.0));
        assert!(found.set_aside.contains(&(AreaId(8), SetAside::NotBeyondChance)), "{found:?}");
    }

    #[test]
    fn where_low_means_need_the_lowest_are_hot() {
        let mut data = city(CASES.map(|cases| 1000.0 - cases), 1000.0);
        let mut cards = data.indicators.to_vec();
        cards[0].direction = Direction::LowIsNeed;
        data.indicators = Arc::new(cards);
        assert_eq!(find(&data).pockets[0].area, AreaId(8));
    }

    #[test]
    fn a_suppressed_part_leaves_the_whole_without_a_value_and_is_never_zero() {
        let mut data = city(CASES, 1000.0);
        let mut builder = DatasetBuilder::default();
        for mut observation in data.dataset.iter() {
            if observation.area == AreaId(9) {
                (observation.value, observation.numerator) = (None, None);
                observation.status = crate::domain::Status::Suppressed;
            }
            builder.push(observation);
        }
        data.dataset = Arc::new(builder.build());
        let found = find(&data);
        assert_eq!(found.left_out, [AreaId(9)]);
        assert_eq!(found.set_aside, [(AreaId(8), SetAside::WithoutParent)]);
    }

    #[test]
    fn a_part_without_a_larger_area_is_named() {
        let mut data = city(CASES, 1000.0);
        let mut areas = data.areas.to_vec();
        areas[7].parent = None;
        data.areas = Arc::new(areas);
        assert_eq!(find(&data).set_aside, [(AreaId(8), SetAside::WithoutParent)]);
    }

    #[test]
    fn a_senseless_share_is_refused() {
        let data = city(CASES, 1000.0);
        let levels = (AreaLevel::Sozialraum, AreaLevel::Stadtbezirk);
        let choice = PocketChoice { hot_share: 1.0, ..PocketChoice::default() };
        let found = hidden_pockets(&data, &data.indicators[0], PeriodId(1), levels, &choice);
        assert_eq!(found, Err(StructureError::BadChoice));
    }
}
