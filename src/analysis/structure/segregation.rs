//! How unevenly a group is spread over areas.

use super::super::recipe::usable;
use super::StructureError;
use crate::domain::{AreaId, AreaLevel, IndicatorId, PeriodId, PlanningData, Status};

/// Members of a group among all inhabitants of an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupCount {
    /// The area.
    pub area: AreaId,
    /// Members of the group.
    pub group: f64,
    /// All: members and the rest.
    pub total: f64,
}

/// Indices of segregation; all run from 0 (evenly spread) to 1 (fully apart) unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Segregation {
    /// Index of dissimilarity D = ½ Σ |gᵢ/G − rᵢ/R| (Duncan and Duncan 1955): the share of the group (or of the rest)
    /// that would have to move for an even spread.
    pub dissimilarity: f64,
    /// Isolation xPx = Σ gᵢ/G · gᵢ/tᵢ (Bell 1954; Lieberson 1981): the share of the group in the area of an average
    /// member; it starts at the group's share in the city, not at 0.
    pub isolation: f64,
    /// Isolation with that share taken out: η² = (xPx − P) / (1 − P).
    pub isolation_adjusted: f64,
    /// Gini index Σᵢⱼ tᵢtⱼ|pᵢ − pⱼ| / (2T²P(1 − P)).
    pub gini: f64,
    /// Information index of Theil H = Σ tᵢ(E − Eᵢ) / (E·T) (Theil and Finizza 1971).
    pub theil: f64,
    /// The group's share in all areas together, P.
    pub share: f64,
    /// Members of the group.
    pub group: f64,
    /// All inhabitants.
    pub total: f64,
    /// What each area adds to D, in the order of the counts; negative areas have fewer members than an even spread.
    pub contributions: Vec<f64>,
}

/// Segregation over the areas of a level, with what was left out.
#[derive(Clone, Debug, PartialEq)]
pub struct SegregationOver {
    /// The indices.
    pub result: Segregation,
    /// What they rest on, by identity of the area.
    pub counts: Vec<GroupCount>,
    /// Areas without counts, with their status: never counted as 0.
    pub left_out: Vec<(AreaId, Status)>,
}

/// Indices of segregation from counts. Areas with nobody in them change nothing.
///
/// # Errors
/// [`StructureError::TooFewAreas`] below two areas with inhabitants, [`StructureError::BadCount`] for a count that is
/// negative or above its total, [`StructureError::OneGroup`] where the group or the rest is empty.
pub fn segregation(counts: &[GroupCount]) -> Result<Segregation, StructureError> {
    let sound = |count: &GroupCount| count.total.is_finite() && (0.0..=count.total).contains(&count.group);
    if let Some(row) = counts.iter().position(|count| !sound(count)) {
        return Err(StructureError::BadCount(row));
    }
    let inhabited = counts.iter().filter(|count| count.total > 0.0).count();
    if inhabited < 2 {
        return Err(StructureError::TooFewAreas { found: inhabited, needed: 2 });
    }
    let group: f64 = counts.iter().map(|count| count.group).sum();
    let total: f64 = counts.iter().map(|count| count.total).sum();
    let rest = total - group;
    if group <= 0.0 || rest <= 0.0 {
        return Err(StructureError::OneGroup);
    }
    let share = group / total;
    let contributions: Vec<f64> =
        counts.iter().map(|count| (count.group / group - (count.total - count.group) / rest) / 2.0).collect();
    let lived: Vec<(f64, f64)> =
        counts.iter().filter(|count| count.total > 0.0).map(|count| (count.total, count.group / count.total)).collect();
    let isolation = lived.iter().map(|(size, own)| size * own / group * own).sum::<f64>();
    Ok(Segregation {
        dissimilarity: contributions.iter().map(|part| part.abs()).sum(),
        isolation,
        isolation_adjusted: (isolation - share) / (1.0 - share),
        gini: gini(&lived, total, share),
        theil: theil(&lived, total, share),
        share,
        group,
        total,
        contributions,
    })
}

/// Segregation of the group that an indicator counts (numerator) among its base (denominator) over the areas of a
/// level. Areas whose counts are suppressed, missing or otherwise not usable are left out and named.
///
/// # Errors
/// Those of [`segregation`].
pub fn segregation_of(
    data: &PlanningData,
    level: AreaLevel,
    indicator: IndicatorId,
    period: PeriodId,
) -> Result<SegregationOver, StructureError> {
    let mut areas: Vec<AreaId> = data.areas_of(level).map(|area| area.id).collect();
    areas.sort_unstable();
    let (mut counts, mut left_out) = (Vec::new(), Vec::new());
    for area in areas {
        let observation = data.dataset.get(indicator, area, period);
        let status = observation.map_or(Status::Missing, |observation| observation.status);
        let count = observation.and_then(|observation| {
            let group = usable(observation.numerator.unwrap_or(f64::NAN), status)?;
            Some(GroupCount { area, group, total: observation.denominator.filter(|total| total.is_finite())? })
        });
        match count {
            Some(count) => counts.push(count),
            None => left_out.push((area, status)),
        }
    }
    Ok(SegregationOver { result: segregation(&counts)?, counts, left_out })
}

/// From areas (inhabitants, share of the group) sorted by share: Σᵢⱼ in one pass.
fn gini(lived: &[(f64, f64)], total: f64, share: f64) -> f64 {
    let mut sorted = lived.to_vec();
    sorted.sort_by(|left, right| left.1.total_cmp(&right.1));
    let (mut before, mut group_before, mut differences) = (0.0, 0.0, 0.0);
    for (size, own) in sorted {
        differences += size * (own * before - group_before);
        before += size;
        group_before += size * own;
    }
    differences / (total * total * share * (1.0 - share))
}

fn theil(lived: &[(f64, f64)], total: f64, share: f64) -> f64 {
    let term = |share: f64| if share > 0.0 { -share * libm::log(share) } else { 0.0 };
    let entropy = |share: f64| term(share) + term(1.0 - share);
    let city = entropy(share);
    lived.iter().map(|(size, own)| size * (city - entropy(*own))).sum::<f64>() / (city * total)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Planted, of_rows};
    use super::*;
    use crate::domain::DatasetBuilder;
    use std::sync::Arc;

    fn counts(pairs: &[(f64, f64)]) -> Vec<GroupCount> {
        let count = |(at, &(group, total)): (usize, &(f64, f64))| GroupCount { area: AreaId(at as i64), group, total };
        pairs.iter().enumerate().map(count).collect()
    }

    #[test]
    fn an_even_spread_is_zero_and_full_separation_one() {
        let even = segregation(&counts(&[(10.0, 40.0), (5.0, 20.0), (20.0, 80.0)])).unwrap();
        let apart = segregation(&counts(&[(30.0, 30.0), (0.0, 50.0), (20.0, 20.0)])).unwrap();
        for (even, apart) in [
            (even.dissimilarity, apart.dissimilarity),
            (even.isolation_adjusted, apart.isolation_adjusted),
            (even.gini, apart.gini),
            (even.theil, apart.theil),
        ] {
            assert!(even.abs() < 1e-12 && (apart - 1.0).abs() < 1e-12, "{even} {apart}");
        }
        assert!((even.isolation - 0.25).abs() < 1e-12);
        assert!((apart.contributions.iter().sum::<f64>()).abs() < 1e-12);
    }

    #[test]
    fn splitting_an_area_evenly_changes_nothing_and_empty_areas_neither() {
        let whole = segregation(&counts(&[(10.0, 100.0), (30.0, 60.0)])).unwrap();
        let split = segregation(&counts(&[(5.0, 50.0), (5.0, 50.0), (30.0, 60.0), (0.0, 0.0)])).unwrap();
        assert!((whole.dissimilarity - split.dissimilarity).abs() < 1e-12);
        assert!((whole.gini - split.gini).abs() < 1e-12 && (whole.theil - split.theil).abs() < 1e-12);
    }

    #[test]
    fn counts_that_cannot_be_are_refused() {
        assert_eq!(segregation(&counts(&[(5.0, 4.0), (1.0, 2.0)])), Err(StructureError::BadCount(0)));
        assert_eq!(segregation(&counts(&[(4.0, 4.0), (2.0, 2.0)])), Err(StructureError::OneGroup));
        let one = Err(StructureError::TooFewAreas { found: 1, needed: 2 });
        assert_eq!(segregation(&counts(&[(1.0, 4.0), (0.0, 0.0)])), one);
    }

    #[test]
    fn a_suppressed_cell_is_left_out_and_named() {
        let Planted { mut data, .. } = of_rows(&[vec![Some(10.0)], vec![Some(50.0)], vec![None], vec![Some(1.0)]]);
        let mut builder = DatasetBuilder::default();
        for (at, mut observation) in data.dataset.iter().enumerate() {
            // The last area has a share but no counts behind it.
            if at < 3 {
                observation.numerator = observation.value;
                observation.denominator = Some(100.0);
            }
            builder.push(observation);
        }
        data.dataset = Arc::new(builder.build());
        let found = segregation_of(&data, AreaLevel::Sozialraum, IndicatorId(1), PeriodId(1)).unwrap();
        assert_eq!(found.counts.len(), 2);
        assert_eq!(found.left_out, [(AreaId(3), Status::Suppressed), (AreaId(4), Status::Reported)]);
        assert!((found.result.share - 0.3).abs() < 1e-12);
    }
}
