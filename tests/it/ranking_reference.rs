//! The ranking against independent results: own fixtures computed by other software, and a published index, which is
//! skipped where its tables are absent.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use super::areas::area;
use aktionsplan::analysis::{IndexRun, StageName, berlin_dynamik, berlin_status, run};
use aktionsplan::domain::{
    Aggregation, AreaId, AreaLevel, CellRef, DatasetBuilder, Direction, Divisor, ImportId, Imputation, IndexSpec,
    Indicator, IndicatorId, Normalisation, Observation, Period, PeriodId, PlanningData, Screen, SpecIndicator,
    Standardisation, Status,
};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const POPULATION: Normalisation = Normalisation::ZScore { divisor: Divisor::Population };
const SAMPLE: Normalisation = Normalisation::ZScore { divisor: Divisor::Sample };

/// Areas by key with one value per indicator code, all of the period 2025.
pub fn planning_data(level: AreaLevel, codes: &[&str], rows: &[(String, Vec<Option<f64>>)]) -> PlanningData {
    let mut builder = DatasetBuilder::default();
    for (row, (_, values)) in rows.iter().enumerate() {
        for (column, value) in values.iter().enumerate() {
            builder.push(Observation {
                indicator: IndicatorId(column as i64 + 1),
                area: AreaId(row as i64 + 1),
                period: PeriodId(1),
                value: *value,
                numerator: None,
                denominator: None,
                status: if value.is_some() { Status::Reported } else { Status::Suppressed },
                demonstration: false,
                import: ImportId(1),
                cell: CellRef { sheet: 0, row: row as u32, column: column as u16 },
            });
        }
    }
    let areas = rows.iter().enumerate().map(|(row, (key, _))| area(row as i64 + 1, level, key, key)).collect();
    let indicators = codes.iter().enumerate().map(|(at, code)| indicator(at as i64 + 1, code)).collect();
    PlanningData {
        areas: Arc::new(areas),
        indicators: Arc::new(indicators),
        periods: Arc::new(vec![Period {
            id: PeriodId(1),
            label: "2025".into(),
            year: Some(2025),
            reference_date: None,
        }]),
        dataset: Arc::new(builder.build()),
        ..PlanningData::default()
    }
}

fn indicator(id: i64, code: &str) -> Indicator {
    Indicator {
        id: IndicatorId(id),
        code: code.into(),
        name: code.into(),
        definition: String::new(),
        numerator: String::new(),
        denominator: String::new(),
        age_bounds: String::new(),
        unit: "%".into(),
        scale: 100.0,
        decimals: 1,
        direction: Direction::HighIsNeed,
        dimension: String::new(),
        handlungsfeld: None,
        source: String::new(),
        caveat: String::new(),
        is_population: code == "EW",
        breaks: Vec::new(),
    }
}

pub fn table(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.records().map(|record| record.unwrap().iter().map(String::from).collect()).collect()
}

pub fn number(text: &str) -> f64 {
    text.parse().unwrap()
}

pub fn close(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((found - expected).abs() <= tolerance, "{what}: {found} instead of {expected}");
}

mod own_fixture {
    use super::*;

    fn fixture(name: &str) -> Vec<Vec<String>> {
        table(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/analysis").join(name))
    }

    fn data(with_gaps: bool) -> PlanningData {
        let codes = ["i1", "i2", "i3", "i4"];
        let row = |record: Vec<String>| {
            let gap = |at: usize| with_gaps && record[5].split(' ').any(|code| code == codes[at]);
            let values = (0..4).map(|at| (!gap(at)).then(|| number(&record[at + 1]))).collect();
            (record[0].clone(), values)
        };
        let rows: Vec<_> = fixture("values.csv").into_iter().map(row).collect();
        planning_data(AreaLevel::Sozialraum, &codes, &rows)
    }

    fn spec(normalise: Normalisation) -> IndexSpec {
        let weights = [1.0, 2.0, 1.5, 0.5];
        let entry = |(at, weight): (usize, f64)| {
            let direction = if at == 2 { Direction::LowIsNeed } else { Direction::HighIsNeed };
            SpecIndicator::new(format!("i{}", at + 1), direction, weight, "")
        };
        let indicators = weights.into_iter().enumerate().map(entry).collect();
        IndexSpec { normalise, screen: Screen::default(), ..IndexSpec::recommended(AreaLevel::Sozialraum, indicators) }
    }

    fn recipe(name: &str) -> (PlanningData, IndexSpec) {
        let sum = Aggregation::Sum;
        let (gaps, spec) = match name {
            "z_population_mean" => (true, spec(POPULATION)),
            "z_sample_sum" => (true, IndexSpec { aggregate: sum, ..spec(SAMPLE) }),
            "robust_z_mean" => (true, spec(Normalisation::RobustZ)),
            "min_max_mean" => (true, spec(Normalisation::MIN_MAX)),
            "percentile_rank_mean" => (true, spec(Normalisation::PERCENTILE_RANK)),
            "z_filled_mean" => (true, IndexSpec { impute: Imputation::ReferenceMean, ..spec(POPULATION) }),
            "z_filled_median" => (true, IndexSpec { impute: Imputation::ReferenceMedian, ..spec(POPULATION) }),
            "z_sum_standardised" => {
                let standardise = Some(Standardisation { divisor: Divisor::Sample });
                (false, IndexSpec { aggregate: sum, standardise, ..spec(POPULATION) })
            }
            other => panic!("no recipe {other}"),
        };
        (data(gaps), spec)
    }

    #[test]
    fn every_method_agrees_with_independent_software() {
        let mut expected: BTreeMap<String, Vec<(usize, f64, u32)>> = BTreeMap::new();
        for record in fixture("expected.csv") {
            let row = record[1].parse::<usize>().unwrap() - 1;
            expected.entry(record[0].clone()).or_default().push((row, number(&record[2]), record[3].parse().unwrap()));
        }
        assert_eq!(expected.len(), 8);
        for (name, rows) in expected {
            let (data, spec) = recipe(&name);
            let run = run(&data, &spec).unwrap();
            assert_eq!(run.areas.len(), rows.len());
            for (row, index, rank) in rows {
                close(run.index[row], index, 1e-10, &name);
                assert_eq!(run.rank[row], rank, "{name}, row {row}");
            }
        }
    }

    #[test]
    fn contributions_add_up_to_the_index_in_every_recipe() {
        for name in ["z_population_mean", "z_sample_sum", "min_max_mean", "z_filled_mean", "z_sum_standardised"] {
            let (data, spec) = recipe(name);
            let run = run(&data, &spec).unwrap();
            for row in 0..run.areas.len() {
                close(run.contributions.row(row).sum(), run.index[row], 1e-12, name);
            }
        }
    }

    #[test]
    fn a_positive_factor_on_an_indicator_changes_nothing() {
        let scaled = |factor: f64| {
            let rows: Vec<(String, Vec<Option<f64>>)> = fixture("values.csv")
                .iter()
                .map(|record| {
                    let value = |at: usize| number(&record[at]) * if at == 2 { factor } else { 1.0 };
                    (record[0].clone(), (1..=4).map(|at| Some(value(at))).collect())
                })
                .collect();
            run(&planning_data(AreaLevel::Sozialraum, &["i1", "i2", "i3", "i4"], &rows), &spec(POPULATION)).unwrap()
        };
        let (own, times) = (scaled(1.0), scaled(1000.0));
        assert_eq!(own.rank, times.rank);
        own.index.iter().zip(times.index.iter()).for_each(|(own, times)| close(*times, *own, 1e-12, "index"));
    }

    #[test]
    fn permuted_areas_have_permuted_ranks() {
        let rows: Vec<(String, Vec<Option<f64>>)> = fixture("values.csv")
            .iter()
            .map(|record| (record[0].clone(), (1..=4).map(|at| Some(number(&record[at]))).collect()))
            .collect();
        let permuted: Vec<_> = (0..rows.len()).map(|at| rows[at * 5 % rows.len()].clone()).collect();
        let ranks = |rows: &[(String, Vec<Option<f64>>)]| -> BTreeMap<String, u32> {
            let data = planning_data(AreaLevel::Sozialraum, &["i1", "i2", "i3", "i4"], rows);
            let run = run(&data, &spec(POPULATION)).unwrap();
            rows.iter().map(|(key, _)| key.clone()).zip(run.rank).collect()
        };
        assert_eq!(ranks(&rows), ranks(&permuted));
    }
}

mod berlin {
    use super::*;

    /// Rounding of the published tables.
    const ROUNDING: f64 = 1.6e-5;
    const CODES: [&str; 9] = ["EW", "S1", "S2", "S3", "S4", "D1", "D2", "D3", "D4"];
    const STATUS: [&str; 4] = ["S1", "S2", "S3", "S4"];
    const DYNAMIC: [&str; 4] = ["D1", "D2", "D3", "D4"];

    struct Edition {
        data: PlanningData,
        /// Published table by key, read by position: its header is shifted against its content.
        published: BTreeMap<String, Vec<String>>,
    }

    fn edition(year: u16) -> Option<Edition> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/reference/berlin-mss");
        if !folder.is_dir() {
            eprintln!("skipped: {} is absent", folder.display());
            return None;
        }
        let rows: Vec<(String, Vec<Option<f64>>)> = table(&folder.join(format!("mss{year}_tab2-1.csv")))
            .into_iter()
            .map(|record| (record[0].clone(), record[2..11].iter().map(|cell| cell.parse().ok()).collect()))
            .collect();
        let published = table(&folder.join(format!("mss{year}_tab3.csv")));
        let published = published.into_iter().map(|record| (record[0].clone(), record)).collect();
        Some(Edition { data: planning_data(AreaLevel::Planungsraum, &CODES, &rows), published })
    }

    fn keys(data: &PlanningData, run: &IndexRun) -> Vec<String> {
        run.areas.iter().map(|&area| data.area(area).unwrap().key.clone()).collect()
    }

    fn check_status(year: u16, areas: usize) {
        let Some(Edition { data, published }) = edition(year) else { return };
        let spec = berlin_status(&STATUS, Some("EW"));
        let run = run(&data, &spec).unwrap();
        assert_eq!((run.areas.len(), run.left_out.len()), (areas, published.len() - areas));
        let labels = &spec.classes.as_ref().unwrap().labels;
        let sums = run.stage(StageName::Aggregated).unwrap().column(0);
        for (row, key) in keys(&data, &run).iter().enumerate() {
            let expected = &published[key];
            for at in 0..4 {
                close(run.normalised[(row, at)], number(&expected[3 + at]), ROUNDING, key);
            }
            close(sums[row], number(&expected[7]), ROUNDING, key);
            close(run.index[row], number(&expected[8]), ROUNDING, key);
            assert_eq!(labels[run.class[row].unwrap()], expected[9], "{key}");
        }
    }

    #[test]
    fn the_status_of_every_area_of_2013_is_as_published() {
        check_status(2013, 434);
    }

    #[test]
    fn the_status_of_every_area_of_2015_is_as_published() {
        check_status(2015, 435);
    }

    /// The published tables carry the z-value of D1 in their last column and no dynamic class.
    #[test]
    fn the_dynamic_z_values_are_as_published() {
        for year in [2013, 2015] {
            let Some(Edition { data, published }) = edition(year) else { return };
            let run = run(&data, &berlin_dynamik(&DYNAMIC, Some("EW"))).unwrap();
            for (row, key) in keys(&data, &run).iter().enumerate() {
                close(run.normalised[(row, 0)], number(&published[key][10]), ROUNDING, key);
            }
        }
    }

    /// Areas whose class changes when every standard deviation has the divisor n − 1.
    fn flipped(data: &PlanningData, spec: &IndexSpec) -> Vec<String> {
        let sample = IndexSpec {
            normalise: SAMPLE,
            standardise: Some(Standardisation { divisor: Divisor::Sample }),
            ..spec.clone()
        };
        let (own, other) = (run(data, spec).unwrap(), run(data, &sample).unwrap());
        let keys = keys(data, &own);
        (0..keys.len()).filter(|&row| own.class[row] != other.class[row]).map(|row| keys[row].clone()).collect()
    }

    #[test]
    fn the_sample_divisor_flips_one_status_of_2013() {
        let Some(Edition { data, .. }) = edition(2013) else { return };
        assert_eq!(flipped(&data, &berlin_status(&STATUS, Some("EW"))), ["12214422"]);
        assert!(flipped(&data, &berlin_dynamik(&DYNAMIC, Some("EW"))).is_empty());
    }

    #[test]
    fn the_sample_divisor_flips_one_dynamic_of_2015() {
        let Some(Edition { data, .. }) = edition(2015) else { return };
        assert!(flipped(&data, &berlin_status(&STATUS, Some("EW"))).is_empty());
        assert_eq!(flipped(&data, &berlin_dynamik(&DYNAMIC, Some("EW"))), ["07070707"]);
    }
}
