//! Structure and weights from data against independent software: script, versions and seed stand beside the fixture.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use aktionsplan::analysis::structure::{
    GroupCount, KMeansChoice, Missing, StructureError, StructureTable, correlation_matrix, cronbach_alpha, kmeans,
    principal_components, regression, segregation, silhouette, similar_areas, ward,
};
use aktionsplan::analysis::{
    DataWeights, EntropyScale, critic_weights, effective_weights, entropy_weights, inverse_correlation_weights,
    pca_weights,
};
use aktionsplan::domain::{AreaId, IndicatorId};
use aktionsplan::jobs::Progress;
use serde_json::Value;
use std::sync::LazyLock;

static CASES: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../fixtures/analysis/structure/cases.json")).unwrap());

fn number(value: &Value) -> f64 {
    if value.is_null() { f64::NAN } else { value.as_f64().unwrap() }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn rows(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().unwrap().iter().map(numbers).collect()
}

/// Equal up to 1e-9 of the expected amount (or of 1 near 0).
fn assert_close(found: &[f64], expected: &[f64], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
        let scale = expected.abs().max(1.0);
        assert!((found - expected).abs() <= 1e-9 * scale, "{what} {at}: {found} instead of {expected}");
    }
}

#[test]
fn weights_from_data_agree_with_independent_software() {
    let columns = rows(&CASES["columns"]);
    let check = |found: Result<DataWeights, StructureError>, name: &str| {
        let found = found.unwrap();
        assert_eq!(found.areas, 24);
        assert_close(&found.weights, &numbers(&CASES["weights"][name]), name);
    };
    check(pca_weights(&columns), "pca");
    check(entropy_weights(&columns, EntropyScale::MinMax), "entropy_min_max");
    check(entropy_weights(&columns, EntropyScale::AsGiven), "entropy_as_given");
    check(critic_weights(&columns), "critic");
    check(inverse_correlation_weights(&columns), "inverse_correlation");
    let explained = pca_weights(&columns).unwrap().explained.unwrap();
    assert_close(&[explained], &numbers(&CASES["components"]["explained"])[..1], "explained");
    let effective = effective_weights(&columns, &numbers(&CASES["weights"]["index"]));
    let correlations: Vec<f64> = effective.iter().map(|effective| effective.unwrap().correlation).collect();
    assert_close(&correlations, &numbers(&CASES["weights"]["effective_correlation"]), "effective");
}

#[test]
fn components_agree_with_independent_software_sign_included() {
    let found = principal_components(&rows(&CASES["columns"])).unwrap();
    let expected = &CASES["components"];
    assert_close(&found.eigenvalues, &numbers(&expected["eigenvalues"]), "eigenvalues");
    assert_close(&found.explained, &numbers(&expected["explained"]), "explained");
    assert_close(&found.loadings.concat(), &rows(&expected["loadings"]).concat(), "loadings");
    assert_close(&found.scores.concat(), &rows(&expected["scores"]).concat(), "scores");
}

#[test]
fn reliability_agrees_with_independent_software() {
    let expected = &CASES["reliability"];
    let found = cronbach_alpha(&rows(&expected["columns"])).unwrap();
    assert_close(
        &[found.alpha, found.standardised],
        &[number(&expected["alpha"]), number(&expected["standardised"])],
        "α",
    );
    let without: Vec<f64> = found.without.iter().map(|alpha| alpha.unwrap()).collect();
    assert_close(&without, &numbers(&expected["without"]), "without");
    let item_rest: Vec<f64> = found.item_rest.iter().map(|r| r.unwrap()).collect();
    assert_close(&item_rest, &numbers(&expected["item_rest"]), "item-rest");
}

#[test]
fn correlations_with_gaps_and_ties_agree_with_independent_software() {
    let expected = &CASES["correlation"];
    let found = correlation_matrix(&rows(&expected["columns"]), Missing::Pairwise).unwrap();
    let cells = found.cells.concat();
    let pearson: Vec<f64> = cells.iter().map(|cell| cell.unwrap().pearson).collect();
    let spearman: Vec<f64> = cells.iter().map(|cell| cell.unwrap().spearman).collect();
    let pairs: Vec<f64> = found.pairs.concat().iter().map(|pairs| *pairs as f64).collect();
    assert_close(&pearson, &rows(&expected["pearson"]).concat(), "pearson");
    assert_close(&spearman, &rows(&expected["spearman"]).concat(), "spearman");
    assert_close(&pairs, &rows(&expected["pairs"]).concat(), "pairs");
    let complete = correlation_matrix(&rows(&expected["columns"]), Missing::LeaveOut).unwrap();
    assert!(complete.pairs.concat().iter().all(|pairs| *pairs == 21));
}

#[test]
fn k_means_finds_the_planted_groups_and_the_same_sum_of_squares() {
    let expected = &CASES["clouds"];
    let columns = rows(&expected["columns"]);
    let found = kmeans(&columns, &KMeansChoice::new(4, 2026), &Progress::new()).unwrap();
    let sizes: Vec<f64> = found.sizes.iter().map(|size| *size as f64).collect();
    assert_close(&sizes, &numbers(&expected["sizes"]), "sizes");
    assert_close(&[found.within], &[number(&expected["within"])], "within");
    assert!(found.labels.windows(2).all(|pair| pair[0] <= pair[1]), "groups were planted one after the other");
    let widths = silhouette(&columns, &found.labels, 1, &Progress::new()).unwrap().widths;
    assert_close(&widths, &numbers(&expected["silhouette"]), "silhouette");
}

#[test]
fn wards_tree_and_its_cuts_agree_with_independent_software() {
    let expected = &CASES["ward"];
    let found = ward(&rows(&CASES["lloyd"]["columns"]), &Progress::new()).unwrap();
    let heights: Vec<f64> = found.merges.iter().map(|merge| merge.height).collect();
    let sizes: Vec<f64> = found.merges.iter().map(|merge| merge.size as f64).collect();
    assert_close(&heights, &numbers(&expected["heights"]), "heights");
    assert_close(&sizes, &numbers(&expected["sizes"]), "sizes");
    for (clusters, labels) in expected["labels"].as_object().unwrap() {
        let theirs = numbers(labels);
        let ours = found.cut(clusters.parse().unwrap());
        // The same groups under whatever number: two areas are together here exactly where they are there.
        for (left, right) in (0..ours.len()).flat_map(|left| (0..left).map(move |right| (left, right))) {
            let together = (theirs[left] - theirs[right]).abs() < 0.5;
            assert_eq!(ours[left] == ours[right], together, "{left} and {right} in {clusters} groups");
        }
    }
}

#[test]
fn distances_between_areas_agree_with_independent_software() {
    let columns = rows(&CASES["columns"]);
    let table = StructureTable {
        areas: (1..=24).map(AreaId).collect(),
        indicators: (1..=6).map(IndicatorId).collect(),
        columns,
    };
    let expected = numbers(&CASES["distance"]["of_first"]);
    let found = similar_areas(&table, AreaId(1)).unwrap();
    assert_eq!(found.len(), 23);
    for similar in &found {
        assert_close(&[similar.distance], &[expected[similar.area.0 as usize - 1]], "distance");
    }
    assert!(found.windows(2).all(|pair| pair[0].distance <= pair[1].distance));
}

#[test]
fn segregation_agrees_with_independent_software() {
    let expected = &CASES["segregation"];
    let pairs = numbers(&expected["group"]).into_iter().zip(numbers(&expected["total"]));
    let counts: Vec<GroupCount> =
        pairs.enumerate().map(|(at, (group, total))| GroupCount { area: AreaId(at as i64), group, total }).collect();
    let found = segregation(&counts).unwrap();
    let names = ["dissimilarity", "isolation", "gini", "theil"];
    let expected = names.map(|name| number(&expected[name]));
    assert_close(&[found.dissimilarity, found.isolation, found.gini, found.theil], &expected, "segregation");
}

#[test]
fn the_line_through_a_scatter_agrees_with_independent_software() {
    let columns = rows(&CASES["columns"]);
    let pairs: Vec<_> = columns[0].iter().zip(&columns[2]).map(|(&x, &y)| (Some(x), Some(y))).collect();
    let found = regression(&pairs).unwrap();
    let expected = ["slope", "intercept", "r_squared", "slope_error"].map(|name| number(&CASES["regression"][name]));
    assert_close(&[found.slope, found.intercept, found.r_squared, found.slope_error], &expected, "line");
}
