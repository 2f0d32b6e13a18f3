//! Every method of a recipe against independent software: `tests/fixtures/analysis/methods.py`.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use super::ranking_reference::{close, number, planning_data, table};
use aktionsplan::analysis::run;
use aktionsplan::domain::{
    Aggregation, AreaLevel, BeyondGoalposts, DataWeighting, Direction, DistanceForm, DistanceTo, Divisor,
    GoalpostScale, Goalposts, IndexSpec, Moments, Normalisation, Penalty, PlanningData, RankTies, ScaledRank, Screen,
    SpecDimension, SpecIndicator, Treatment, Weighting,
};
use std::collections::BTreeMap;
use std::path::Path;

const GOALPOSTS: [(f64, f64); 4] = [(1.0, 30.0), (0.5, 40.0), (20.0, 80.0), (-1.0, 6.0)];
const TARGETS: [f64; 4] = [10.0, 12.0, 60.0, 2.0];
const POSITIVE: Normalisation = Normalisation::MinMax { from: 1.0, to: 100.0 };
const SCALED_Z: Normalisation = Normalisation::ScaledZ { divisor: Divisor::Population, mean: 100.0, spread: 10.0 };

fn fixture(name: &str) -> Vec<Vec<String>> {
    table(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/analysis").join(name))
}

fn data() -> PlanningData {
    let row = |record: Vec<String>| {
        let values = (1..=4).map(|at| Some(number(&record[at]))).collect();
        (record[0].clone(), values)
    };
    let rows: Vec<_> = fixture("values.csv").into_iter().map(row).collect();
    planning_data(AreaLevel::Sozialraum, &["i1", "i2", "i3", "i4"], &rows)
}

fn base() -> IndexSpec {
    let entry = |(at, weight): (usize, f64)| {
        let direction = if at == 2 { Direction::LowIsNeed } else { Direction::HighIsNeed };
        let (low, high) = GOALPOSTS[at];
        SpecIndicator {
            goalposts: Some(Goalposts { low, high }),
            target: Some(TARGETS[at]),
            ..SpecIndicator::new(format!("i{}", at + 1), direction, weight, if at < 2 { "eins" } else { "zwei" })
        }
    };
    let indicators = [1.0, 2.0, 1.5, 0.5].into_iter().enumerate().map(entry).collect();
    let recommended = IndexSpec::recommended(AreaLevel::Sozialraum, indicators);
    IndexSpec { screen: Screen::default(), normalise: POSITIVE, classes: None, ..recommended }
}

fn normalised(normalise: Normalisation) -> IndexSpec {
    IndexSpec { normalise, ..base() }
}

fn aggregated(normalise: Normalisation, aggregate: Aggregation) -> IndexSpec {
    IndexSpec { normalise, aggregate, ..base() }
}

fn recipe(name: &str) -> IndexSpec {
    let goalposts =
        Normalisation::Goalposts { from: 0.0, to: 100.0, scale: GoalpostScale::Linear, beyond: BeyondGoalposts::Clamp };
    let distance = |to| Normalisation::Distance { to, form: DistanceForm::Relative };
    let exponential = |scaled_rank| Normalisation::Exponential { ties: RankTies::Competition, scaled_rank };
    let pareto = |penalty, divisor| aggregated(SCALED_Z, Aggregation::MazziottaPareto { penalty, divisor });
    let from_data = |from| IndexSpec { weigh: Weighting::FromData { from }, ..base() };
    match name {
        "scaled_z" => normalised(SCALED_Z),
        "min_max_1_100" => base(),
        "goalposts" => normalised(goalposts),
        "rank" => normalised(Normalisation::Rank { ties: RankTies::Competition }),
        "borda_dense" => normalised(Normalisation::Borda { ties: RankTies::Dense }),
        "percentile_modified" => normalised(Normalisation::PercentileRank { ties: RankTies::ModifiedCompetition }),
        "distance_maximum" => normalised(distance(DistanceTo::Maximum)),
        "distance_target" => normalised(distance(DistanceTo::Target)),
        "share_of_mean" => normalised(Normalisation::ShareOfMean),
        "exponential_to_one" => normalised(exponential(ScaledRank::ToOne)),
        "exponential_from_zero" => normalised(exponential(ScaledRank::FromZero)),
        "geometric" => aggregated(POSITIVE, Aggregation::GeometricMean),
        "harmonic" => aggregated(POSITIVE, Aggregation::HarmonicMean),
        "mazziotta_pareto_add" => pareto(Penalty::Add, Divisor::Population),
        "mazziotta_pareto_subtract_sample" => pareto(Penalty::Subtract, Divisor::Sample),
        "median" => aggregated(POSITIVE, Aggregation::Median),
        "copeland" => aggregated(POSITIVE, Aggregation::Copeland),
        "worst_2" => aggregated(POSITIVE, Aggregation::WorstK { k: 2 }),
        "hierarchy" => {
            let dimension = |name: &str, weight, aggregate| SpecDimension { name: name.into(), weight, aggregate };
            let dimensions = vec![
                dimension("eins", 2.0, Aggregation::GeometricMean),
                dimension("zwei", 1.0, Aggregation::ArithmeticMean),
            ];
            IndexSpec { dimensions, ..aggregated(POSITIVE, Aggregation::HarmonicMean) }
        }
        "winsorised" => {
            let treat =
                Treatment::Winsorise { skewness: 0.2, kurtosis: -0.3, most_points: 3, moments: Moments::Sample };
            IndexSpec { treat, ..normalised(Normalisation::Z) }
        }
        "log" => IndexSpec { treat: Treatment::Log { shift: 1.0 }, ..normalised(Normalisation::Z) },
        "entropy" => from_data(DataWeighting::Entropy),
        "critic" => from_data(DataWeighting::Critic),
        other => panic!("no recipe {other}"),
    }
}

#[test]
fn every_method_gives_the_index_and_ranks_of_independent_software() {
    let mut expected: BTreeMap<String, Vec<(f64, u32)>> = BTreeMap::new();
    for record in fixture("methods.csv") {
        expected.entry(record[0].clone()).or_default().push((number(&record[2]), record[3].parse().unwrap()));
    }
    assert_eq!(expected.len(), 23);
    let data = data();
    for (name, rows) in expected {
        let run = run(&data, &recipe(&name)).unwrap();
        assert_eq!(run.areas.len(), rows.len());
        for (row, (index, rank)) in rows.into_iter().enumerate() {
            close(run.index[row], index, 1e-9 * index.abs().max(1.0), &name);
            assert_eq!(run.rank[row], rank, "{name}, row {row}");
            let sum: f64 = run.contributions.row(row).sum();
            close(sum, index, 1e-9 * index.abs().max(1.0), &format!("contributions of {name}"));
        }
    }
}

#[test]
fn a_recipe_of_an_older_project_still_loads() {
    let text = r#"{"name":"Alt","areas":{"level":"sozialraum"},"normalise":{"method":"min_max"},
        "aggregate":"arithmetic_mean","standardise":{"divisor":"population"},
        "classes":{"cuts":[0.0],"border":["lower"],"labels":["gering","hoch"]},
        "indicators":[{"code":"i1","direction":"high_is_need","weight":1.0}],
        "uncertainty":{"normalisations":[{"method":"z_score"},{"method":"min_max"},{"method":"percentile_rank"}]}}"#;
    let spec: IndexSpec = serde_json::from_str(text).unwrap();
    assert_eq!(spec.normalise, Normalisation::MIN_MAX);
    assert_eq!(
        spec.uncertainty.normalisations,
        [Normalisation::Z, Normalisation::MIN_MAX, Normalisation::PERCENTILE_RANK]
    );
    assert!(run(&data(), &spec).is_ok());
}

#[test]
fn every_recipe_reads_back_from_its_own_text() {
    for name in ["hierarchy", "winsorised", "mazziotta_pareto_add", "worst_2", "critic", "goalposts"] {
        let spec = recipe(name);
        assert_eq!(toml::from_str::<IndexSpec>(&toml::to_string(&spec).unwrap()), Ok(spec));
    }
}
