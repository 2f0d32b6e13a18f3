//! Structure and weights from data against independent software: script, versions and seed stand beside the fixture.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use aktionsplan::analysis::structure::{StructureError, principal_components};
use aktionsplan::analysis::{
    DataWeights, EntropyScale, critic_weights, effective_weights, entropy_weights, inverse_correlation_weights,
    pca_weights,
};
use serde_json::Value;
use std::sync::LazyLock;

static CASES: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../fixtures/analysis/structure/cases.json")).unwrap()
});

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
