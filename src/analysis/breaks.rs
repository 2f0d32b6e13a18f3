//! Series breaks that nobody wrote down: jumps of nearly all areas at once, and published changes that do not fit the
//! levels.

use super::recipe::usable;
use super::statistics::{median, sorted};
use crate::domain::{AreaId, AreaLevel, Indicator, IndicatorId, PeriodId, PlanningData};

/// Fewest areas from which a jump is told from chance.
const FEWEST_AREAS: usize = 5;
/// Fewest other steps that a step is compared with.
const FEWEST_STEPS: usize = 2;
/// Modified z-score from which on a step is a jump (Iglewicz and Hoaglin 1993).
const JUMP: f64 = 3.5;
/// Share of areas that must move to the same side.
const AGREEMENT: f64 = 0.9;
/// Makes the median absolute deviation comparable with a standard deviation.
const NORMAL: f64 = 1.4826;

/// A step of a series at which nearly all areas jump: a change of definition, source or boundary, or an event of the
/// whole city. The values cannot tell which; the planner decides.
#[derive(Clone, Debug, PartialEq)]
pub struct Jump {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Year before the jump.
    pub from_year: i16,
    /// Year after it.
    pub to_year: i16,
    /// Median change per year of the areas at this step.
    pub typical: f64,
    /// Median of the median changes per year at the other steps.
    pub before: f64,
    /// Distance between the two in robust standard deviations.
    pub score: f64,
    /// Share (0 to 1) of the areas that move to the same side of what is usual.
    pub agreement: f64,
    /// Areas with a value before and after.
    pub areas: usize,
}

/// Changes per year of all areas between two neighbouring years.
struct Step {
    from: i16,
    to: i16,
    changes: Vec<f64>,
    middle: f64,
}

/// Steps at which the areas of a level jump, oldest first. Each step between neighbouring years is compared with the
/// others of the series; steps over a declared break are left out. Needs five areas and three steps.
pub fn find_jumps(data: &PlanningData, indicator: IndicatorId, level: AreaLevel) -> Vec<Jump> {
    let Some(card) = data.indicator(indicator) else { return Vec::new() };
    let steps = steps(data, card, level);
    (0..steps.len()).filter_map(|at| jump(card, &steps, at)).collect()
}

fn steps(data: &PlanningData, card: &Indicator, level: AreaLevel) -> Vec<Step> {
    let areas: Vec<AreaId> = data.areas_of(level).map(|area| area.id).collect();
    let dated: Vec<(i16, PeriodId)> =
        data.periods_of(card.id).iter().filter_map(|period| Some((period.year?, period.id))).collect();
    let broken = |from: i16, to: i16| card.breaks.iter().any(|broken| from < broken.year && broken.year <= to);
    let pairs = dated.windows(2).filter(|pair| pair[0].0 < pair[1].0 && !broken(pair[0].0, pair[1].0));
    let step = |pair: &[(i16, PeriodId)]| {
        let ((from, before), (to, after)) = (pair[0], pair[1]);
        let years = f64::from(to - from);
        let change =
            |&area: &AreaId| Some((number(data, card, area, after)? - number(data, card, area, before)?) / years);
        let changes: Vec<f64> = areas.iter().filter_map(change).collect();
        (changes.len() >= FEWEST_AREAS).then(|| Step { from, to, middle: median(&sorted(&changes)), changes })
    };
    pairs.filter_map(step).collect()
}

fn number(data: &PlanningData, card: &Indicator, area: AreaId, period: PeriodId) -> Option<f64> {
    let observation = data.dataset.get(card.id, area, period)?;
    usable(observation.value?, observation.status)
}

fn jump(card: &Indicator, steps: &[Step], at: usize) -> Option<Jump> {
    let step = &steps[at];
    let others = || steps.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, other)| other);
    if others().count() < FEWEST_STEPS {
        return None;
    }
    let middles: Vec<f64> = others().map(|other| other.middle).collect();
    let before = median(&sorted(&middles));
    let between: Vec<f64> = middles.iter().map(|middle| (middle - before).abs()).collect();
    let inside: Vec<f64> =
        others().flat_map(|other| other.changes.iter().map(|change| (change - other.middle).abs())).collect();
    // Rounding alone moves values by half a unit of the last place.
    let rounding = 0.5 * 10f64.powi(-i32::from(card.decimals));
    let spread = (NORMAL * median(&sorted(&between))).max(NORMAL * median(&sorted(&inside))).max(rounding);
    let score = (step.middle - before).abs() / spread;
    let same_side = |change: &&f64| (**change - before) * (step.middle - before) > 0.0;
    let agreement = step.changes.iter().filter(same_side).count() as f64 / step.changes.len() as f64;
    (score > JUMP && agreement >= AGREEMENT).then_some(Jump {
        indicator: card.id,
        from_year: step.from,
        to_year: step.to,
        typical: step.middle,
        before,
        score,
        agreement,
        areas: step.changes.len(),
    })
}

/// Published changes beside the differences of the published levels.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedCheck {
    /// Areas with both levels and a published change.
    pub compared: usize,
    /// Difference that rounding explains, in the unit of the change.
    pub tolerance: f64,
    /// Areas whose published change is another one, the greatest deviation first.
    pub deviating: Vec<Deviation>,
    /// What that means.
    pub verdict: Verdict,
}

/// An area whose published change does not fit its levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deviation {
    /// The area.
    pub area: AreaId,
    /// Change as published.
    pub published: f64,
    /// Later level minus earlier level.
    pub computed: f64,
}

/// What published changes say of the comparability of levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All fit: the levels can be compared.
    Fits,
    /// Less than half deviate: single areas were corrected or delimited anew.
    SingleAreas,
    /// At least half deviate: the levels are of different definitions, their difference is no change.
    Break,
    /// Nothing could be compared.
    Unknown,
}

/// Compares a published change (in the period `to`) with the difference of the levels of `from` and `to`.
pub fn check_published_change(
    data: &PlanningData,
    level: IndicatorId,
    change: IndicatorId,
    from: PeriodId,
    to: PeriodId,
) -> Option<PublishedCheck> {
    let (level, change) = (data.indicator(level)?, data.indicator(change)?);
    let unit = |card: &Indicator| 10f64.powi(-i32::from(card.decimals));
    let tolerance = unit(level) + 0.5 * unit(change) + 1e-9;
    let compare = |area: AreaId| {
        let computed = number(data, level, area, to)? - number(data, level, area, from)?;
        Some(Deviation { area, published: number(data, change, area, to)?, computed })
    };
    let all: Vec<Deviation> = data.areas.iter().filter_map(|area| compare(area.id)).collect();
    let distance = |found: &Deviation| (found.published - found.computed).abs();
    let mut deviating: Vec<Deviation> = all.iter().copied().filter(|found| distance(found) > tolerance).collect();
    deviating.sort_by(|left, right| distance(right).total_cmp(&distance(left)).then(left.area.cmp(&right.area)));
    let verdict = match (all.len(), deviating.len()) {
        (0, _) => Verdict::Unknown,
        (_, 0) => Verdict::Fits,
        (all, some) if 2 * some < all => Verdict::SingleAreas,
        (_, _) => Verdict::Break,
    };
    Some(PublishedCheck { compared: all.len(), tolerance, deviating, verdict })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{extended, observation, of_rows, period};
    use super::*;

    /// Twelve areas over six years: own level, a common rise, some noise; a jump of `jump` in 2018.
    fn years(jump: f64) -> PlanningData {
        let value = |area: i64, year: i64| {
            let noise = (area * 31 + year * 17) % 7;
            let risen = area as f64 + 0.4 * year as f64 + 0.1 * noise as f64;
            Some(risen + if year >= 3 { jump } else { 0.0 })
        };
        let data = of_rows(&(1..=12).map(|area| vec![value(area, 0)]).collect::<Vec<_>>()).data;
        let periods: Vec<_> = (0..6).map(|year| period(year + 1, &(2015 + year).to_string())).collect();
        let more: Vec<_> = (1..=12)
            .flat_map(|area| (1..6).map(move |year| observation(area, 1, year + 1, value(area, year))))
            .collect();
        extended(&data, &periods, &more)
    }

    #[test]
    fn a_jump_of_all_areas_is_found_and_a_steady_rise_is_not() {
        assert_eq!(find_jumps(&years(0.0), IndicatorId(1), AreaLevel::Sozialraum), []);
        let found = find_jumps(&years(8.0), IndicatorId(1), AreaLevel::Sozialraum);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].from_year, found[0].to_year, found[0].areas), (2017, 2018, 12));
        assert!(found[0].agreement > 0.99 && found[0].score > 3.5);
    }

    #[test]
    fn a_single_area_that_jumps_is_no_break() {
        let data = years(0.0);
        let alone = observation(3, 1, 4, Some(90.0));
        let data = extended(&data, &data.periods.clone(), &[alone]);
        assert_eq!(find_jumps(&data, IndicatorId(1), AreaLevel::Sozialraum), []);
    }

    #[test]
    fn published_changes_that_fit_within_rounding_show_no_break() {
        let levels = [(10.0, 12.0, 2.05), (20.0, 19.0, -1.0), (5.0, 6.0, 1.1)];
        let check = |levels: &[(f64, f64, f64)]| {
            let rows: Vec<_> = levels.iter().map(|level| vec![Some(level.1), Some(level.2)]).collect();
            let data = of_rows(&rows).data;
            let earlier: Vec<_> =
                levels.iter().zip(1..).map(|(level, area)| observation(area, 1, 2, Some(level.0))).collect();
            let data = extended(&data, &[period(2, "2020"), period(1, "2025")], &earlier);
            check_published_change(&data, IndicatorId(1), IndicatorId(2), PeriodId(2), PeriodId(1)).unwrap()
        };
        assert_eq!(check(&levels).verdict, Verdict::Fits);
        let mut one = levels;
        one[0].2 = 0.3;
        assert_eq!(check(&one).verdict, Verdict::SingleAreas);
        assert_eq!(check(&one).deviating[0].area, AreaId(1));
        let all = levels.map(|(before, after, change)| (before, after, change - 1.5));
        assert_eq!(check(&all).verdict, Verdict::Break);
    }
}
