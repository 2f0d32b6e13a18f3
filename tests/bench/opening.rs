//! A project of many values is opened: time and memory, beside reading the same rows into plain arrays.

use super::import::{forget_peak, imported, milliseconds, peak, project, timed};
use aktionsplan::project::Project;
use rusqlite::Connection;
use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// First argument of a child process that opens one project and says how much memory that took at most.
pub const CHILD: &str = "opening-memory";

const AREAS: usize = 400;
const INDICATORS: usize = 600;
/// Years after which the project is opened: about one and five million values.
const YEARS: [usize; 2] = [4, 20];
const RUNS: usize = 3;

pub fn all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("gross.aktionsplan");
    let mut filled = project(&path, false);
    for year in 0..=YEARS[1] {
        if YEARS.contains(&year) {
            drop(filled);
            opened(&path, year * AREAS * INDICATORS);
            filled = open(&path);
        }
        if year < YEARS[1] {
            imported(&mut filled, &format!("breit {}.csv", 2001 + year), &table(year));
        }
    }
}

fn opened(path: &Path, values: usize) {
    let mut runs: Vec<(Duration, Duration)> = (0..RUNS)
        .map(|_| {
            let (project, took) = timed(|| open(path));
            assert_eq!(project.snapshot().data.dataset.len(), values);
            drop(project);
            (took, timed(|| black_box(plain(path))).1)
        })
        .collect();
    runs.sort_unstable();
    let (took, floor) = runs[RUNS / 2];
    println!(
        "  {:<40} {:>10.1} ms  floor {:>10.1} ms  × {:.2}",
        format!("{values} values opened"),
        milliseconds(took),
        milliseconds(floor),
        took.as_secs_f64() / floor.as_secs_f64()
    );
    let Ok(program) = std::env::current_exe() else { return };
    let Ok(output) = std::process::Command::new(program).arg(CHILD).arg(path).output() else { return };
    let size = std::fs::metadata(path).map_or(0, |file| file.len());
    println!(
        "  {:<40} {} MB at most, file {} MB",
        format!("{values} values memory"),
        String::from_utf8_lossy(&output.stdout).trim(),
        size >> 20
    );
}

/// The work of the child process.
pub fn child(path: &str) {
    forget_peak();
    let project = open(Path::new(path));
    println!("{}", peak());
    drop(project);
}

fn open(path: &Path) -> Project {
    let clock: aktionsplan::clock::Clock = Arc::new(|| "2026-11-18T09:41:07+01:00".to_owned());
    Project::open(path, clock).expect("a project")
}

/// The rows in plain arrays: what is left when nothing is checked and nothing can be looked up.
fn plain(path: &Path) -> (Vec<[u32; 3]>, Vec<f64>, Vec<u8>) {
    let store = Connection::open(path).expect("a database");
    let mut rows =
        store.prepare("SELECT indicator, period, area, value, status FROM observation").expect("a statement");
    let mut rows = rows.query([]).expect("rows");
    let (mut keys, mut values, mut statuses) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(row) = rows.next().expect("a row") {
        let key = |at| row.get::<_, u32>(at).expect("a key");
        keys.push([key(0), key(1), key(2)]);
        values.push(row.get::<_, Option<f64>>(3).expect("a value").unwrap_or(f64::NAN));
        statuses.push(row.get::<_, u8>(4).expect("a status"));
    }
    (keys, values, statuses)
}

/// A year's table: a row per area, a column per indicator.
fn table(year: usize) -> Vec<u8> {
    let mut text = String::from("Stadtteil");
    (0..INDICATORS).for_each(|column| _ = write!(text, ";Indikator {column}"));
    for row in 0..AREAS {
        let _ = write!(text, "\nGebiet {row}");
        for column in 0..INDICATORS {
            let value = ((year * AREAS + row) * INDICATORS + column) * 7919;
            let _ = write!(text, ";{},{:02}", value % 10_000, value % 89);
        }
    }
    text.into_bytes()
}
