//! Spatial statistics beside libpysal and esda: the same invented city, the same numbers.
//! The fixture was made by `tests/fixtures/analysis/space/make.py`, where versions and seed stand.

use aktionsplan::analysis::space::{
    GlobalStatistic, NeighbourRule, Neighbours, assuncao_reis, empirical_bayes_binomial, empirical_bayes_global,
    empirical_bayes_local, global_statistics, local_statistics, neighbours_of_geometries,
};
use aktionsplan::domain::Geometry;
use aktionsplan::import::read_boundaries;
use aktionsplan::jobs::Progress;
use serde_json::Value;
use std::sync::LazyLock;

const PERMUTATIONS: u32 = 9_999;

static EXPECTED: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../fixtures/analysis/space/expected.json")).unwrap());

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn shapes() -> Vec<Geometry> {
    let bytes = include_bytes!("../fixtures/analysis/space/gebiete.geojson");
    let source = read_boundaries("gebiete.geojson", bytes, &Progress::new()).unwrap();
    source.features.into_iter().map(|feature| feature.geometry).collect()
}

fn neighbours(rule: NeighbourRule) -> Neighbours {
    let shapes = shapes();
    neighbours_of_geometries(&shapes.iter().collect::<Vec<_>>(), rule)
}

fn close(found: f64, expected: f64, what: &str) {
    let tolerance = 1e-9 * expected.abs().max(1e-3);
    assert!((found - expected).abs() <= tolerance, "{what}: {found} instead of {expected}");
}

fn all_close(found: &[f64], expected: &Value, what: &str) {
    let expected = numbers(expected);
    assert_eq!(found.len(), expected.len(), "{what}");
    for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
        close(*found, expected, &format!("{what} of area {at}"));
    }
}

/// Five standard errors of the difference of two p-values, one of ours and one of 99,999 permutations there.
fn within_chance(found: f64, expected: f64, what: &str) {
    let p = expected.clamp(1e-4, 0.5);
    let error = (p * (1.0 - p) * (1.0 / f64::from(PERMUTATIONS) + 1.0 / 99_999.0)).sqrt();
    assert!((found - expected).abs() < 5.0 * error + 1.0 / f64::from(PERMUTATIONS), "{what}: {found} and {expected}");
}

#[test]
fn neighbours_from_polygons_are_those_of_libpysal() {
    for (rule, name) in
        [(NeighbourRule::Queen, "queen"), (NeighbourRule::Rook, "rook"), (NeighbourRule::Nearest(4), "knn4")]
    {
        let found = neighbours(rule);
        for (area, expected) in EXPECTED[name].as_array().unwrap().iter().enumerate() {
            let of_area: Vec<f64> = found.of(area).iter().map(|&to| f64::from(to)).collect();
            assert_eq!(of_area, numbers(expected), "{name} of area {area}");
        }
    }
}

#[test]
fn global_statistics_agree_with_esda() {
    let values = numbers(&EXPECTED["values"]);
    for (rule, name) in [(NeighbourRule::Queen, "with_queen"), (NeighbourRule::Nearest(4), "with_knn4")] {
        let found = global_statistics(&values, &neighbours(rule), PERMUTATIONS, 7, &Progress::new()).unwrap();
        let check = |found: GlobalStatistic, expected: &Value, what: &str| {
            let expected = numbers(expected);
            close(found.value, expected[0], &format!("{name} {what}"));
            close(found.expectation, expected[1], &format!("{name} expectation of {what}"));
            let variances = found.variance_normality.into_iter().chain(found.variance_randomisation);
            for (at, variance) in variances.enumerate() {
                close(variance, expected[2 + at], &format!("{name} variance {at} of {what}"));
            }
            within_chance(found.p_permutation.unwrap(), expected[expected.len() - 1], &format!("{name} p of {what}"));
        };
        check(found.moran, &EXPECTED[name]["moran"], "Moran's I");
        check(found.geary, &EXPECTED[name]["geary"], "Geary's c");
        check(found.getis_ord.unwrap(), &EXPECTED[name]["g"], "G");
    }
}

#[test]
fn local_statistics_agree_with_esda() {
    let values = numbers(&EXPECTED["values"]);
    for (rule, name) in [(NeighbourRule::Queen, "with_queen"), (NeighbourRule::Nearest(4), "with_knn4")] {
        let expected = &EXPECTED[name];
        let found = local_statistics(&values, &neighbours(rule), PERMUTATIONS, 7, &Progress::new()).unwrap();
        let column = |of: fn(&aktionsplan::analysis::space::LocalStatistics) -> f64| -> Vec<f64> {
            found.iter().map(of).collect()
        };
        all_close(&column(|row| row.moran), &expected["local_moran"], "local Moran");
        all_close(&column(|row| row.geary), &expected["local_geary"], "local Geary");
        all_close(&column(|row| row.g.unwrap()), &expected["g_local"], "G");
        all_close(&column(|row| row.g_star), &expected["g_star"], "G*");
        let quadrants = ["", "high_high", "low_high", "low_low", "high_low"];
        let expected_p = (numbers(&expected["local_p"]), numbers(&expected["local_geary_p"]));
        for (at, row) in found.iter().enumerate() {
            let quadrant = expected["quadrant"][at].as_u64().unwrap();
            assert_eq!(row.quadrant.code(), quadrants[usize::try_from(quadrant).unwrap()]);
            within_chance(row.p.unwrap(), expected_p.0[at], &format!("{name} p of area {at}"));
            within_chance(row.p_geary.unwrap(), expected_p.1[at], &format!("{name} p of local Geary of area {at}"));
        }
    }
}

#[test]
fn smoothed_and_standardised_rates_agree_with_independent_software() {
    let (cases, bases) = (numbers(&EXPECTED["cases"]), numbers(&EXPECTED["bases"]));
    let queen = neighbours(NeighbourRule::Queen);
    all_close(&empirical_bayes_global(&cases, &bases), &EXPECTED["eb_global"], "global empirical Bayes");
    all_close(&empirical_bayes_local(&cases, &bases, &queen), &EXPECTED["eb_local"], "local empirical Bayes");
    all_close(&empirical_bayes_binomial(&cases, &bases).unwrap(), &EXPECTED["eb_binomial"], "binomial empirical Bayes");
    let standardised = assuncao_reis(&cases, &bases);
    all_close(&standardised, &EXPECTED["assuncao"], "standardised rates");
    let moran = global_statistics(&standardised, &queen, 0, 1, &Progress::new()).unwrap().moran;
    let found =
        [moran.value, moran.expectation, moran.variance_normality.unwrap(), moran.variance_randomisation.unwrap()];
    all_close(&found, &EXPECTED["moran_rate"], "Moran's I of rates");
}
