//! Benchmarks: our figure and, where one is listed, the plain floor in the same run.
//!
//! Each section is one function; a floor is a bare kernel without checks, origins or stages. Read the ratios: the
//! times depend on the machine. Run all with `cargo bench`, one section with `cargo bench -- ranking`.

mod import;
mod structure;

use std::hint::black_box;
use std::time::{Duration, Instant};

/// A named part of the benchmarks.
type Section = (&'static str, fn());

const SECTIONS: [Section; 3] = [("ranking", ranking::all), ("structure", structure::all), ("import", import::all)];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [child, name] = arguments.as_slice()
        && child == import::CHILD
    {
        return import::child(name);
    }
    let wanted: Vec<String> = arguments.into_iter().filter(|argument| !argument.starts_with("-")).collect();
    for (name, section) in SECTIONS {
        if wanted.is_empty() || wanted.iter().any(|word| name.contains(word.as_str())) {
            println!("{name}");
            section();
        }
    }
}

/// Median of the times of several runs, after one to warm up.
fn time<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    black_box(work());
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn report(job: &str, ours: Duration, floor: Duration) {
    let ratio = ours.as_secs_f64() / floor.as_secs_f64().max(1e-9);
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!("  {job:<40} {:>10.3} ms  floor {:>10.3} ms  × {ratio:.2}", milliseconds(ours), milliseconds(floor));
}

mod ranking {
    use super::{black_box, report, time};
    use aktionsplan::analysis::{rank_intervals, run};
    use aktionsplan::domain::{
        Area, AreaId, AreaLevel, CellRef, DatasetBuilder, Direction, Divisor, ImportId, IndexSpec, Indicator,
        IndicatorId, Normalisation, Observation, Period, PeriodId, PlanningData, SpecIndicator, Status,
    };
    use aktionsplan::jobs::Progress;
    use rand_chacha::ChaCha8Rng;
    use rand_core::{Rng, SeedableRng};
    use rayon::prelude::*;
    use std::sync::Arc;

    pub fn all() {
        for (areas, indicators) in [(39, 12), (33_000, 40)] {
            index(areas, indicators);
        }
        for (areas, indicators, replications) in
            [(19, 12, 1_000), (19, 12, 10_000), (39, 12, 1_000), (39, 12, 10_000), (542, 12, 10_000)]
        {
            intervals(areas, indicators, replications);
        }
    }

    fn index(areas: usize, indicators: usize) {
        let (data, spec) = planted(areas, indicators);
        let values = columns(&data, areas, indicators);
        let runs = if areas > 1000 { 15 } else { 301 };
        let ours = time(runs, || run(&data, &spec));
        report(&format!("index and ranks {areas} × {indicators}"), ours, time(runs, || plain_index(&values)));
    }

    fn intervals(areas: usize, indicators: usize, replications: u32) {
        let (data, mut spec) = planted(areas, indicators);
        spec.uncertainty.replications = replications;
        let Ok(run) = run(&data, &spec) else { return };
        let values = columns(&data, areas, indicators);
        let progress = Progress::new();
        let ours = time(9, || rank_intervals(&run, &progress));
        let floor = time(9, || plain_intervals(&values, replications));
        report(&format!("rank intervals {areas} × {indicators} × {replications}"), ours, floor);
    }

    /// Mean of z-values and their order.
    fn plain_index(columns: &[Vec<f64>]) -> (Vec<f64>, Vec<u32>) {
        let n = columns[0].len() as f64;
        let mut scores = vec![0.0; columns[0].len()];
        for column in columns {
            let mean = column.iter().sum::<f64>() / n;
            let sd = (column.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n).sqrt();
            scores.iter_mut().zip(column).for_each(|(score, value)| *score += (value - mean) / sd);
        }
        let order = order(&scores);
        (scores, order)
    }

    /// Rows from the greatest score to the smallest.
    fn order(scores: &[f64]) -> Vec<u32> {
        let mut order: Vec<u32> = (0..scores.len() as u32).collect();
        order.sort_unstable_by(|&left, &right| scores[right as usize].total_cmp(&scores[left as usize]));
        order
    }

    /// Draws weights, sums and sorts; nothing is summarised.
    fn plain_intervals(columns: &[Vec<f64>], replications: u32) -> Vec<Vec<u32>> {
        let base = ChaCha8Rng::seed_from_u64(2026);
        (0..replications)
            .into_par_iter()
            .map(|replication| {
                let mut random = base.clone();
                random.set_stream(u64::from(replication));
                let mut scores = vec![0.0; columns[0].len()];
                for column in columns {
                    let weight = 0.75 + 0.5 * (random.next_u64() >> 11) as f64 / (1u64 << 53) as f64;
                    scores.iter_mut().zip(column).for_each(|(score, value)| *score += weight * value);
                }
                black_box(order(&scores))
            })
            .collect()
    }

    fn columns(data: &PlanningData, areas: usize, indicators: usize) -> Vec<Vec<f64>> {
        let value = |area: usize, indicator: usize| {
            data.dataset.value(IndicatorId(indicator as i64), AreaId(area as i64), PeriodId(1)).unwrap_or(0.0)
        };
        (1..=indicators).map(|indicator| (1..=areas).map(|area| value(area, indicator)).collect()).collect()
    }

    fn planted(areas: usize, indicators: usize) -> (PlanningData, IndexSpec) {
        let mut random = ChaCha8Rng::seed_from_u64(7);
        let mut builder = DatasetBuilder::default();
        for indicator in 1..=indicators as i64 {
            for area in 1..=areas as i64 {
                builder.push(observation(indicator, area, f64::from(random.next_u32() >> 8) / 1e5));
            }
        }
        let data = PlanningData {
            areas: Arc::new((1..=areas as i64).map(area).collect()),
            indicators: Arc::new((1..=indicators as i64).map(indicator).collect()),
            periods: Arc::new(vec![Period {
                id: PeriodId(1),
                label: "2025".into(),
                year: Some(2025),
                reference_date: None,
            }]),
            dataset: Arc::new(builder.build()),
            ..PlanningData::default()
        };
        let entry = |card: &Indicator| SpecIndicator {
            code: card.code.clone(),
            direction: card.direction,
            weight: 1.0,
            dimension: String::new(),
        };
        let mut spec = IndexSpec::recommended(AreaLevel::Sozialraum, data.indicators.iter().map(entry).collect());
        spec.normalise = Normalisation::ZScore { divisor: Divisor::Population };
        (data, spec)
    }

    fn observation(indicator: i64, area: i64, value: f64) -> Observation {
        Observation {
            indicator: IndicatorId(indicator),
            area: AreaId(area),
            period: PeriodId(1),
            value: Some(value),
            numerator: None,
            denominator: None,
            status: Status::Reported,
            demonstration: false,
            import: ImportId(1),
            cell: CellRef { sheet: 0, row: 0, column: 0 },
        }
    }

    fn area(id: i64) -> Area {
        Area {
            id: AreaId(id),
            level: AreaLevel::Sozialraum,
            key: id.to_string(),
            name: id.to_string(),
            parent: None,
            valid_from: None,
            valid_to: None,
            synonyms: Vec::new(),
            note: String::new(),
            tile: None,
        }
    }

    fn indicator(id: i64) -> Indicator {
        Indicator {
            id: IndicatorId(id),
            code: format!("I{id}"),
            name: format!("I{id}"),
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
            is_population: false,
            breaks: Vec::new(),
        }
    }
}
