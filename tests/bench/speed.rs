//! Benchmarks: our figure and, where one is listed, the plain floor in the same run.
//!
//! Each section is one function; a floor is a bare kernel without checks, origins or stages. Read the ratios: the
//! times depend on the machine. Run all with `cargo bench`, one section with `cargo bench -- ranking`.

mod documents;
mod import;
mod opening;
mod section;
mod structure;

use std::hint::black_box;
use std::time::{Duration, Instant};

/// A frame at sixty in a second, in which index and ranks follow a slider.
const FRAME: Duration = Duration::from_micros(16_667);
/// Within this the intervals follow.
const FOLLOWING: Duration = Duration::from_millis(200);

/// A named part of the benchmarks.
type Section = (&'static str, fn());

const SECTIONS: [Section; 8] = [
    ("index", ranking::indices),
    ("uncertainty", ranking::uncertainty),
    ("structure", structure::all),
    ("space", space::all),
    ("section", section::all),
    ("import", import::all),
    ("opening", opening::all),
    ("documents", documents::all),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [child, name] = arguments.as_slice()
        && child == import::CHILD
    {
        return import::child(name);
    }
    if let [child, path] = arguments.as_slice()
        && child == opening::CHILD
    {
        return opening::child(path);
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

/// A figure beside the time that it may take at most.
fn within(job: &str, ours: Duration, budget: Duration) {
    let share = 100.0 * ours.as_secs_f64() / budget.as_secs_f64();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!("  {job:<40} {:>10.3} ms  of    {:>10.3} ms  {share:.1} %", milliseconds(ours), milliseconds(budget));
}

/// A figure without a floor.
fn alone(job: &str, ours: Duration) {
    println!("  {job:<48} {:>10.3} ms", ours.as_secs_f64() * 1e3);
}

mod ranking {
    use super::{FOLLOWING, FRAME, alone, black_box, report, time, within};
    use aktionsplan::analysis::{SOBOL_BASE, rank, rank_draws, rank_intervals, rank_sensitivity, run, set_membership};
    use aktionsplan::domain::{
        Aggregation, Area, AreaId, AreaLevel, CellRef, DatasetBuilder, Direction, ImportId, IndexSpec, Indicator,
        IndicatorId, Normalisation, Observation, Period, PeriodId, PlanningData, Sampling, SpecIndicator, Status,
        Treatment, Uncertainty,
    };
    use aktionsplan::jobs::Progress;
    use rand_chacha::ChaCha8Rng;
    use rand_core::{Rng, SeedableRng};
    use rayon::prelude::*;
    use std::sync::Arc;

    pub fn indices() {
        for (areas, indicators) in [(39, 12), (33_000, 40)] {
            index(areas, indicators);
        }
    }

    /// Rank intervals beside the floor, then what has none: everything varied, pairs, Sobol indices.
    pub fn uncertainty() {
        for (areas, indicators, replications) in [
            (19, 12, 1_000),
            (39, 12, 1_000),
            (39, 12, 10_000),
            (170, 40, 1_000),
            (542, 12, 10_000),
            (33_000, 40, 1_000),
        ] {
            intervals(areas, indicators, replications);
        }
        for (areas, indicators) in [(13, 12), (39, 12), (170, 12), (170, 40)] {
            drag(areas, indicators);
            everything(areas, indicators);
        }
    }

    /// A slider that is dragged: each step has another weight. Index and ranks belong into the frame; the intervals of
    /// the recommended recipe follow.
    fn drag(areas: usize, indicators: usize) {
        let (data, mut spec) = planted(areas, indicators);
        let progress = Progress::new();
        let mut step = 0.0;
        let mut dragged = || {
            step += 0.01;
            spec.indicators[0].weight = 1.0 + step;
            spec.clone()
        };
        let size = format!("{areas} × {indicators}");
        let ours = time(101, || run(&data, &dragged()));
        within(&format!("slider moved, index and ranks {size}"), ours, FRAME);
        let ours = time(21, || rank(&data, &dragged(), &progress));
        within(&format!("slider moved, intervals too {size}"), ours, FOLLOWING);
    }

    /// The intervals with everything varied, and what is asked for by hand.
    fn everything(areas: usize, indicators: usize) {
        let (data, mut spec) = planted(areas, indicators);
        spec.uncertainty = Uncertainty {
            aggregations: vec![Aggregation::ArithmeticMean, Aggregation::GeometricMean],
            treatments: vec![Treatment::None, Treatment::WINSORISE],
            leave_one_out: true,
            sampling: Sampling::Beta,
            ..Uncertainty::default()
        };
        let Ok(run) = run(&data, &spec) else { return };
        let progress = Progress::new();
        let size = format!("{areas} × {indicators}");
        let ours = time(5, || rank_intervals(&data, &run, &progress));
        within(&format!("everything varied {size} × 1000"), ours, FOLLOWING);
        let Ok(draws) = rank_draws(&data, &run, &progress) else { return };
        alone(&format!("all pairs {size} × 1000"), time(5, || draws.pairwise(&progress)));
        let sobol = || rank_sensitivity(&data, &run, SOBOL_BASE, &progress);
        alone(&format!("Sobol indices {size}"), time(3, sobol));
        let specs = [spec.clone()];
        alone(
            &format!("first places under every recipe {size}"),
            time(3, || set_membership(&data, &specs, 13, &progress)),
        );
    }

    fn index(areas: usize, indicators: usize) {
        let (data, mut spec) = planted(areas, indicators);
        let values = columns(&data, areas, indicators);
        let runs = if areas > 1000 { 15 } else { 301 };
        let methods: [(&str, Normalisation, Kernel); 3] = [
            ("z", Normalisation::Z, z),
            ("min-max", Normalisation::MIN_MAX, min_max),
            ("percentile rank", Normalisation::PERCENTILE_RANK, percentile_rank),
        ];
        for (name, method, kernel) in methods {
            spec.normalise = method;
            assert!(run(&data, &spec).is_ok());
            let ours = time(runs, || run(&data, &spec));
            let floor = time(runs, || plain_index(&values, kernel));
            report(&format!("index and ranks {areas} × {indicators}, {name}"), ours, floor);
        }
    }

    fn intervals(areas: usize, indicators: usize, replications: u32) {
        let (data, mut spec) = planted(areas, indicators);
        spec.uncertainty.replications = replications;
        let Ok(run) = run(&data, &spec) else { return };
        let values = columns(&data, areas, indicators);
        let progress = Progress::new();
        let runs = if areas > 1000 { 3 } else { 9 };
        let ours = time(runs, || rank_intervals(&data, &run, &progress));
        let floor = time(runs, || plain_intervals(&values, replications));
        report(&format!("rank intervals {areas} × {indicators} × {replications}"), ours, floor);
    }

    /// Adds the normalised values of a column to the scores.
    type Kernel = fn(&[f64], &mut [f64]);

    fn z(column: &[f64], scores: &mut [f64]) {
        let n = column.len() as f64;
        let mean = column.iter().sum::<f64>() / n;
        let sd = (column.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n).sqrt();
        scores.iter_mut().zip(column).for_each(|(score, value)| *score += (value - mean) / sd);
    }

    fn min_max(column: &[f64], scores: &mut [f64]) {
        let low = column.iter().copied().fold(f64::INFINITY, f64::min);
        let high = column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        scores.iter_mut().zip(column).for_each(|(score, value)| *score += (value - low) / (high - low));
    }

    /// Ties are not looked at.
    fn percentile_rank(column: &[f64], scores: &mut [f64]) {
        let mut order: Vec<u32> = (0..column.len() as u32).collect();
        order.sort_unstable_by(|&left, &right| column[left as usize].total_cmp(&column[right as usize]));
        order.iter().enumerate().for_each(|(place, &row)| scores[row as usize] += place as f64);
    }

    /// Mean of normalised values and their order, on one thread.
    fn plain_index(columns: &[Vec<f64>], kernel: Kernel) -> (Vec<f64>, Vec<u32>) {
        let mut scores = vec![0.0; columns[0].len()];
        columns.iter().for_each(|column| kernel(column, &mut scores));
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
                builder.push(observation(indicator, area, f64::from(random.next_u32() >> 8) / 1.7e5));
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
        let entry = |card: &Indicator| SpecIndicator::new(&card.code, card.direction, 1.0, "");
        let spec = IndexSpec::recommended(AreaLevel::Sozialraum, data.indicators.iter().map(entry).collect());
        (data, spec)
    }

    fn observation(indicator: i64, area: i64, value: f64) -> Observation {
        Observation {
            indicator: IndicatorId(indicator),
            area: AreaId(area),
            period: PeriodId(1),
            value: Some(value),
            numerator: Some((40.0 * value).round()),
            denominator: Some(4000.0),
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

mod space {
    use super::{black_box, report, time};
    use aktionsplan::analysis::space::{
        NeighbourRule, Neighbours, global_statistics, local_statistics, neighbours_of_geometries,
    };
    use aktionsplan::domain::{Geometry, Polygon};
    use aktionsplan::jobs::Progress;
    use rand_chacha::ChaCha8Rng;
    use rand_core::{Rng, SeedableRng};
    use rayon::prelude::*;

    pub fn all() {
        for (rows, columns) in [(20, 27), (165, 200)] {
            neighbourhood(rows, columns);
        }
        for (areas, permutations, runs) in [(542, 9_999, 5), (33_000, 999, 3)] {
            permuted(areas, permutations, runs);
        }
    }

    /// Queen neighbours of a grid of squares with thirty-two corners each; the floor only matches equal corners.
    fn neighbourhood(rows: usize, columns: usize) {
        let square = |at: usize| {
            let (west, south) = ((at % columns) as f64 * 0.01, 50.0 + (at / columns) as f64 * 0.01);
            let side = |from: [f64; 2], step: [f64; 2]| {
                (0..8).map(move |n| [0, 1].map(|axis| from[axis] + step[axis] * f64::from(n) / 8.0))
            };
            let (east, north) = (west + 0.01, south + 0.01);
            let outer = side([west, south], [0.01, 0.0])
                .chain(side([east, south], [0.0, 0.01]))
                .chain(side([east, north], [-0.01, 0.0]))
                .chain(side([west, north], [0.0, -0.01]));
            Geometry { polygons: vec![Polygon { outer: outer.collect(), holes: Vec::new() }] }
        };
        let shapes: Vec<Geometry> = (0..rows * columns).map(square).collect();
        let shapes: Vec<&Geometry> = shapes.iter().collect();
        let ours = time(3, || neighbours_of_geometries(&shapes, NeighbourRule::Queen));
        report(&format!("neighbours of {} shapes", shapes.len()), ours, time(3, || equal_corners(&shapes)));
    }

    fn equal_corners(shapes: &[&Geometry]) -> usize {
        let mut corners: Vec<([i64; 2], usize)> = shapes
            .iter()
            .enumerate()
            .flat_map(|(at, shape)| {
                shape.polygons[0].outer.iter().map(move |c| (c.map(|x| (x * 1e7).round() as i64), at))
            })
            .collect();
        corners.sort_unstable();
        let groups = corners.chunk_by(|a, b| a.0 == b.0);
        let mut pairs: Vec<(usize, usize)> =
            groups.flat_map(|group| group.iter().flat_map(move |a| group.iter().map(move |b| (a.1, b.1)))).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs.len()
    }

    fn permuted(areas: usize, permutations: u32, runs: usize) {
        let (values, neighbours) = planted(areas);
        let progress = Progress::new();
        let ours = time(runs, || global_statistics(&values, &neighbours, permutations, 1, &progress));
        let floor = time(runs, || plain_global(&values, &neighbours, permutations));
        report(&format!("Moran, Geary, G {areas} × {permutations}"), ours, floor);
        let ours = time(runs, || local_statistics(&values, &neighbours, permutations, 1, &progress));
        let floor = time(runs, || plain_local(&values, &neighbours, permutations));
        report(&format!("local statistics {areas} × {permutations}"), ours, floor);
    }

    /// A torus of six neighbours each, and random values.
    fn planted(areas: usize) -> (Vec<f64>, Neighbours) {
        let mut random = ChaCha8Rng::seed_from_u64(3);
        let values = (0..areas).map(|_| f64::from(random.next_u32() >> 8) / 1e5).collect();
        let width = (areas as f64).sqrt() as usize;
        let link = |from: usize| [1, width, width + 1].map(|step| (from, (from + step) % areas));
        let both = (0..areas).flat_map(link).flat_map(|(a, b)| [(a as u32, b as u32), (b as u32, a as u32)]);
        (values, Neighbours::from_pairs(areas, both.collect()))
    }

    fn stream(base: &ChaCha8Rng, number: u64) -> ChaCha8Rng {
        let mut random = base.clone();
        random.set_stream(number);
        random
    }

    fn below(random: &mut ChaCha8Rng, bound: usize) -> usize {
        ((u64::from(random.next_u32()) * bound as u64) >> 32) as usize
    }

    /// Shuffles and sums one product per link; one statistic, no counts on both sides.
    fn plain_global(values: &[f64], neighbours: &Neighbours, permutations: u32) -> f64 {
        let base = ChaCha8Rng::seed_from_u64(1);
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let z: Vec<f64> = values.iter().map(|value| value - mean).collect();
        let moran = |number: u32| {
            let (mut random, mut z) = (stream(&base, number.into()), z.clone());
            (1..z.len()).rev().for_each(|last| z.swap(last, below(&mut random, last + 1)));
            let lag = |at: usize| {
                neighbours.of(at).iter().map(|&to| z[to as usize]).sum::<f64>() / neighbours.of(at).len() as f64
            };
            (0..z.len()).map(|at| z[at] * lag(at)).sum::<f64>()
        };
        black_box((0..permutations).into_par_iter().map(moran).sum())
    }

    /// Draws the neighbours of each area anew and counts larger sums; one statistic.
    fn plain_local(values: &[f64], neighbours: &Neighbours, permutations: u32) -> u32 {
        let base = ChaCha8Rng::seed_from_u64(1);
        let local = |area: usize| {
            let mut random = stream(&base, area as u64);
            let own: f64 = neighbours.of(area).iter().map(|&to| values[to as usize]).sum();
            let mut drawn = [0; 16];
            let mut larger = 0;
            for _ in 0..permutations {
                let (mut count, mut sum) = (0, 0.0);
                while count < neighbours.of(area).len() {
                    let other = below(&mut random, values.len() - 1);
                    let other = other + usize::from(other >= area);
                    if !drawn[..count].contains(&other) {
                        drawn[count] = other;
                        count += 1;
                        sum += values[other];
                    }
                }
                larger += u32::from(sum >= own);
            }
            larger
        };
        black_box((0..values.len()).into_par_iter().map(local).sum())
    }
}
