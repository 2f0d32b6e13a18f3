//! Benchmarks: our figure and, where one is listed, the plain floor in the same run.
//!
//! Each section is one function; a floor is a bare kernel without checks, origins or stages. Read the ratios: the
//! times depend on the machine. Run all with `cargo bench`, one section with `cargo bench -- ranking`.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// A named part of the benchmarks.
type Section = (&'static str, fn());

const SECTIONS: [Section; 3] = [("ranking", ranking::all), ("import", import::all), ("space", space::all)];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
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

mod import {
    use super::{black_box, report, time};
    use aktionsplan::domain::{AreaLevel, PlanningData};
    use aktionsplan::import::{draft, propose, read};
    use aktionsplan::jobs::Progress;
    use std::fmt::Write;

    pub fn all() {
        for rows in [10_000, 1_000_000] {
            long_table(rows);
        }
    }

    /// A table with a row per value: 500 areas, 50 indicators, as many years as it takes.
    fn long_table(rows: usize) {
        let text = table(rows);
        let data = PlanningData::default();
        let progress = Progress::new();
        let bytes = text.as_bytes();
        let (runs, floor) = (if rows > 100_000 { 3 } else { 9 }, time(3, || plain(&text)));
        report(&format!("read {rows} rows"), time(runs, || read("tabelle.csv", bytes, &progress)), floor);
        let Ok(source) = read("tabelle.csv", bytes, &progress) else { return };
        report(&format!("propose for {rows} rows"), time(runs, || propose(&source, &data)), floor);
        let mut mapping = propose(&source, &data).mapping;
        mapping.create_areas = true;
        mapping.area_level = Some(AreaLevel::Stadtteil);
        let drafted = || draft(&source, &mapping, &data, &progress).map(|draft| draft.rows.len());
        assert_eq!(drafted(), Ok(rows));
        report(&format!("draft {rows} rows"), time(runs, drafted), floor);
    }

    fn table(rows: usize) -> String {
        let mut text = String::from("area;indicator;year;value;unit;source\n");
        for row in 0..rows {
            let (area, indicator, year) = (row % 500, row / 500 % 50, 1900 + row / 25_000);
            let (whole, tenth) = (row * 7919 % 100_000, row % 10);
            let _ = writeln!(text, "Gebiet {area};Indikator {indicator};{year};{whole},{tenth};Personen;Amt");
        }
        text
    }

    /// Splits lines and cells and parses the numbers; knows no areas, units, signs or duplicates.
    fn plain(text: &str) -> f64 {
        let value = |line: &str| line.split(';').nth(3).and_then(|cell| cell.replace(',', ".").parse::<f64>().ok());
        black_box(text.lines().filter_map(value).sum())
    }
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
