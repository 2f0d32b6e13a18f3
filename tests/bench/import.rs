//! A table into the project: each step, the whole way, its memory, beside the plain floors measured in the same run.
//! Times are times of the processor where the system tells them.

use aktionsplan::domain::{AreaLevel, PlanningData};
use aktionsplan::import::{ImportDraft, Mapping, Source, draft, first_proposal, propose, read};
use aktionsplan::jobs::Progress;
use aktionsplan::project::{Command, ImportCommand, Project, Template};
use rusqlite::Connection;
use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// Values of each large table.
const VALUES: usize = 1_000_000;
/// Times that each step is measured.
const RUNS: usize = 3;
/// First argument of a child process that imports one table and says how much memory it took at most.
pub const CHILD: &str = "import-memory";

/// A table as people get it.
struct Shape {
    name: &'static str,
    file: &'static str,
    bytes: fn(usize) -> Vec<u8>,
    /// Cells of a row before the first value, and whether more than one value follows.
    skip: usize,
    known_areas: bool,
}

const SHAPES: [Shape; 4] = [
    Shape { name: "long", file: "lang.csv", bytes: long, skip: 3, known_areas: false },
    Shape { name: "wide", file: "breit 2024.csv", bytes: wide, skip: 1, known_areas: false },
    Shape { name: "signs", file: "zeichen.csv", bytes: signs, skip: 3, known_areas: true },
    Shape { name: "workbook", file: "mappe 2024.xlsx", bytes: workbook, skip: 1, known_areas: false },
];

pub fn all() {
    for shape in &SHAPES {
        if shape.file.ends_with("csv") {
            table(shape);
        } else {
            sheet(shape);
        }
        stopping(shape);
    }
}

/// Times at which each step is stopped.
const STOPS: u32 = 12;

/// How long each step goes on at most after the planner has stopped it, stopped at times spread over its run.
fn stopping(shape: &Shape) {
    let bytes = (shape.bytes)(VALUES);
    let data = PlanningData::default();
    let source = read(shape.file, &bytes, &Progress::new()).expect("a table");
    let mapping = answered(propose(&source, &data).mapping);
    let batch = draft(&source, &mapping, &data, &Progress::new()).expect("a draft").batch();
    let folder = tempfile::tempdir().expect("a folder");
    let write = |progress: &Progress| {
        let mut project = project(&folder.path().join(format!("{}.aktionsplan", next())), false);
        let begun = Instant::now();
        let run = Command::Import(ImportCommand::Run(Box::new(batch.clone())));
        let stopped = project.execute_watched(run, progress).is_err();
        assert!(!stopped || project.snapshot().data.dataset.is_empty(), "no trace is left");
        begun
    };
    let steps: [(&str, &Step<'_>); 4] = [
        ("read", &|progress| begun(|| read(shape.file, &bytes, progress).is_err())),
        ("propose and draft", &|progress| begun(|| first_proposal(&source, &data, progress).is_err())),
        ("draft by the answers", &|progress| begun(|| draft(&source, &mapping, &data, progress).is_err())),
        ("write and load", &write),
    ];
    for (name, step) in steps {
        let all = step(&Progress::new()).elapsed();
        let worst = (1..=STOPS).map(|at| stopped_at(all * at / (STOPS + 1), step)).max().unwrap_or_default();
        let milliseconds = milliseconds(worst);
        println!("  {:<40} {milliseconds:>10.1} ms at most", format!("{} stopping: {name}", shape.name));
    }
}

/// Carries a step out and says when it began.
type Step<'a> = dyn Fn(&Progress) -> Instant + Sync + 'a;

fn begun(work: impl FnOnce() -> bool) -> Instant {
    let begun = Instant::now();
    black_box(work());
    begun
}

/// A number that no project of this run has yet.
fn next() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// How long a step goes on that is stopped so long after it was called.
fn stopped_at(after: Duration, step: &Step<'_>) -> Duration {
    let progress = Progress::new();
    std::thread::scope(|scope| {
        let work = scope.spawn(|| {
            step(&progress);
            Instant::now()
        });
        std::thread::sleep(after);
        let asked = Instant::now();
        progress.cancel();
        work.join().map_or(Duration::MAX, |ended| ended.saturating_duration_since(asked))
    })
}

/// The work of the child process.
pub fn child(name: &str) {
    let Some(shape) = SHAPES.iter().find(|shape| shape.name == name) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("tabelle");
    std::fs::write(&path, (shape.bytes)(VALUES)).expect("written");
    forget_peak();
    let mut project = project(&folder.path().join("p.aktionsplan"), shape.known_areas);
    let before = peak();
    let data = project.snapshot().data.clone();
    let bytes = std::fs::read(&path).expect("read");
    let source = read(shape.file, &bytes, &Progress::new()).expect("a table");
    drop(bytes);
    let read = peak();
    let drafted = drafted(&source, &data);
    let draft = peak();
    // As the window has it: source and draft stay in view until the values are written.
    let batch = Box::new(drafted.batch());
    project.execute(Command::Import(ImportCommand::Run(batch))).expect("imported");
    println!("{before} {read} {draft} {}", peak());
    drop((drafted, source));
}

/// The greatest memory of this process so far, in MB; 0 where the system does not say.
pub fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok())
        .map_or(0, |kilobytes| kilobytes / 1024)
}

/// Begins to measure anew: what made the table is not what reads it.
pub fn forget_peak() {
    // Where the system does not know this, the figure before the import shows it.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

fn memory(shape: &Shape, bytes: usize) {
    let Ok(program) = std::env::current_exe() else { return };
    let Ok(output) = std::process::Command::new(program).args([CHILD, shape.name]).output() else { return };
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let peaks: Vec<&str> = printed.split_whitespace().collect();
    if let [before, read, draft, all] = peaks[..] {
        println!(
            "  {:<40} {read} MB read, {draft} MB drafted, {all} MB at most; {before} MB before, file {} MB",
            format!("{} memory", shape.name),
            bytes >> 20
        );
    }
}

fn line(shape: &Shape, step: &str, took: Duration) {
    let rate = VALUES as f64 / took.as_secs_f64() / 1e6;
    println!("  {:<40} {:>10.1} ms {rate:>8.2} M values/s", format!("{} {step}", shape.name), milliseconds(took));
}

/// A time in milliseconds.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn ratio(shape: &Shape, step: &str, took: Duration, floor: Duration) {
    let ratio = took.as_secs_f64() / floor.as_secs_f64();
    println!(
        "  {:<40} {:>10.1} ms  floor {:>10.1} ms  × {ratio:.2}",
        format!("{} {step}", shape.name),
        milliseconds(took),
        milliseconds(floor)
    );
}

fn table(shape: &Shape) {
    let bytes = (shape.bytes)(VALUES);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let parse = time(3, || plain_parse(&text, shape.skip));
    let folder = tempfile::tempdir().expect("a folder");
    let mut runs = Vec::new();
    for run in 0..RUNS {
        let path = folder.path().join(format!("{run}.aktionsplan"));
        runs.push(whole(shape, &bytes, project(&path, shape.known_areas)));
        if run + 1 < RUNS {
            std::fs::remove_file(path).expect("removed");
        }
    }
    let finished = folder.path().join(format!("{}.aktionsplan", RUNS - 1));
    let insert = median((0..RUNS).map(|_| plain_insert(&finished, &folder.path().join("floor.db"))).collect());
    line(shape, "floor: split and parse", parse);
    line(shape, "floor: insert", insert);
    for (at, step) in
        ["read", "propose and draft", "draft by the answers", "batch", "write and load"].into_iter().enumerate()
    {
        line(shape, step, median(runs.iter().map(|run| run[at]).collect()));
    }
    let all = median(runs.iter().map(|run| run.iter().sum()).collect());
    ratio(shape, "whole way", all, parse + insert);
    memory(shape, bytes.len());
}

/// The times of all steps.
fn whole(shape: &Shape, bytes: &[u8], mut project: Project) -> [Duration; 5] {
    let data = project.snapshot().data.clone();
    let progress = Progress::new();
    let (source, reading) = timed(|| read(shape.file, bytes, &progress).expect("a table"));
    let (proposal, proposing) = timed(|| propose(&source, &data));
    // As the window does: where nothing is open, the draft that came with the proposal is the one.
    let (draft, drafting) = match proposal.draft.filter(ImportDraft::is_settled) {
        Some(draft) => (draft, Duration::ZERO),
        None => {
            let mapping = answered(proposal.mapping);
            timed(|| draft(&source, &mapping, &data, &progress).expect("a draft"))
        }
    };
    assert_eq!(draft.rows.len(), VALUES, "{:?}", draft.questions);
    let (batch, batching) = timed(|| Box::new(draft.batch()));
    let (_, writing) = timed(|| project.execute(Command::Import(ImportCommand::Run(batch))).expect("imported"));
    [reading, proposing, drafting, batching, writing]
}

pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let (start, processor) = (Instant::now(), processor());
    let value = work();
    let took = self::processor().zip(processor).map(|(end, start)| end.saturating_sub(start));
    (value, took.unwrap_or_else(|| start.elapsed()))
}

/// Time that this thread has spent on a processor, where the system says so: what else runs on the machine does not
/// count, and neither does waiting for the disk.
fn processor() -> Option<Duration> {
    let schedule = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    schedule.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// Median of the times of several runs, after one to warm up.
fn time<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    black_box(work());
    median((0..runs).map(|_| timed(|| black_box(work())).1).collect())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// The draft by the proposal and what a planner would answer.
fn drafted(source: &Source, data: &PlanningData) -> ImportDraft {
    let mapping = answered(propose(source, data).mapping);
    draft(source, &mapping, data, &Progress::new()).expect("a draft")
}

fn answered(mut mapping: Mapping) -> Mapping {
    mapping.create_areas = true;
    mapping.area_level = Some(AreaLevel::Stadtteil);
    mapping.area_blocks.clear();
    mapping
}

pub fn project(path: &Path, known_areas: bool) -> Project {
    let clock: aktionsplan::clock::Clock = Arc::new(|| "2026-11-18T09:41:07+01:00".to_owned());
    let mut project = Project::create(path, Template::Leer, false, clock).expect("a project");
    if known_areas {
        let mut text = String::from("Stadtteil;Wert 2001\n");
        (0..500).for_each(|area| writeln!(text, "Gebiet {area}-Süd;1,5").expect("a string"));
        imported(&mut project, "gebiete.csv", text.as_bytes());
    }
    project
}

/// Takes a table over as a planner would.
pub fn imported(project: &mut Project, name: &str, bytes: &[u8]) {
    let source = read(name, bytes, &Progress::new()).expect("a table");
    let batch = Box::new(drafted(&source, &project.snapshot().data).batch());
    project.execute(Command::Import(ImportCommand::Run(batch))).expect("imported");
}

/// A row per value: 500 areas, 50 indicators, as many years as it takes.
fn long(values: usize) -> Vec<u8> {
    let mut text = String::from("area;indicator;year;value;unit;source\n");
    for row in 0..values {
        let (area, indicator, year) = (row % 500, row / 500 % 50, 1900 + row / 25_000);
        let (whole, tenth) = (row * 7919 % 100_000, row % 10);
        let _ = writeln!(text, "Gebiet {area};Indikator {indicator};{year};{whole},{tenth};Personen;Amt");
    }
    text.into_bytes()
}

/// A row per area with fifty indicators.
fn wide(values: usize) -> Vec<u8> {
    let mut text = String::from("Stadtteil");
    (0..50).for_each(|column| _ = write!(text, ";Indikator {column}"));
    for row in 0..values / 50 {
        let _ = write!(text, "\nGebiet {row}");
        for column in 0..50 {
            let value = (row * 50 + column) * 7919;
            let _ = write!(text, ";{},{:02}", value % 10_000, value % 89);
        }
    }
    text.into_bytes()
}

/// As `long`, in Windows-1252, with signs, thousands marks and areas in other spellings than the project's.
fn signs(values: usize) -> Vec<u8> {
    let mut bytes = b"Stadtteil;Indikator;Jahr;Wert;Einheit\r\n".to_vec();
    for row in 0..values {
        let (area, indicator, year) = (row % 500, row / 500 % 50, 1960 + row / 25_000);
        let value = row * 7919 % 10_000_000;
        let cell = match row % 37 {
            0 => ".".to_owned(),
            1 => "-".to_owned(),
            2 => format!("({},{})", value % 100, value % 10),
            3 => format!("{},{}p", value % 100, value % 10),
            4 => String::new(),
            _ if value >= 1_000_000 => {
                format!("{}.{:03}.{:03},{}", value / 1_000_000, value / 1000 % 1000, value % 1000, value % 10)
            }
            _ => format!("{},{}", value % 1000, value % 10),
        };
        bytes.extend_from_slice(format!("GEBIET {area} S").as_bytes());
        bytes.push(0xfc);
        bytes.extend_from_slice(format!("d;Indikator {indicator};{year};{cell};Personen\r\n").as_bytes());
    }
    bytes
}

/// A sheet of 54 columns: names of areas as shared texts and numbers.
fn workbook(values: usize) -> Vec<u8> {
    let rows = values / 50;
    let mut sheet = String::from(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    let letters = |column: usize| match column {
        0..26 => char::from(b'A' + column as u8).to_string(),
        _ => format!("{}{}", char::from(b'A' + (column / 26 - 1) as u8), char::from(b'A' + (column % 26) as u8)),
    };
    let places: Vec<String> = (0..54).map(letters).collect();
    let mut shared = String::new();
    for row in 0..=rows {
        let r = row + 1;
        let _ = write!(sheet, r#"<row r="{r}" spans="1:54">"#);
        for (column, place) in places.iter().enumerate() {
            let value = (row * 50 + column) * 7919;
            if row == 0 {
                let name = if column == 0 { "Stadtteil".to_owned() } else { format!("Indikator {column}") };
                let _ = write!(sheet, r#"<c r="{place}{r}" t="s"><v>{column}</v></c>"#);
                let _ = write!(shared, "<si><t>{name}</t></si>");
            } else if column == 0 {
                let _ = write!(sheet, r#"<c r="{place}{r}" s="1" t="s"><v>{}</v></c>"#, 53 + row);
                let _ = write!(shared, "<si><t>Gebiet {row}</t></si>");
            } else if column % 2 == 0 {
                let _ = write!(sheet, r#"<c r="{place}{r}"><v>{}</v></c>"#, value % 10_000);
            } else {
                let _ = write!(sheet, r#"<c r="{place}{r}" s="1"><v>{}</v></c>"#, (value % 10_000_000) as f64 / 100.0);
            }
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let shared = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{shared}</sst>"#
    );
    packed(&[
        (
            "[Content_Types].xml",
            r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        (
            "_rels/.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Daten" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
        ),
        (
            "xl/styles.xml",
            r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs></styleSheet>"#,
        ),
        ("xl/sharedStrings.xml", &shared),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("packed").into_inner()
}

fn sheet(shape: &Shape) {
    let bytes = (shape.bytes)(VALUES);
    let floor = time(5, || plain_sheet(&bytes));
    let progress = Progress::new();
    let data = PlanningData::default();
    ratio(shape, "read (1.08 M cells; calamine alone)", time(5, || read(shape.file, &bytes, &progress)), floor);
    let source = read(shape.file, &bytes, &progress).expect("a workbook");
    let (proposal, proposing) = timed(|| propose(&source, &data));
    let mapping = answered(proposal.mapping);
    let (_, drafting) = timed(|| draft(&source, &mapping, &data, &progress).expect("a draft"));
    line(shape, "propose and draft", proposing);
    line(shape, "draft by the answers", drafting);
    memory(shape, bytes.len());
}

/// Reads every cell and sums the numbers; keeps nothing.
fn plain_sheet(bytes: &[u8]) -> f64 {
    use calamine::{DataRef, Reader, Xlsx};
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let name = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&name).expect("a sheet");
    let mut sum = 0.0;
    while let Some(cell) = cells.next_cell().expect("a cell") {
        sum += if let DataRef::Float(value) = cell.get_value() { *value } else { 0.0 };
    }
    sum
}

/// Splits lines and cells in one pass and reads the German numbers after the first columns; knows no areas, units, signs
/// or duplicates.
fn plain_parse(text: &str, skip: usize) -> f64 {
    let (mut sum, mut at, mut column) = (0.0, 0, 0);
    let bytes = text.as_bytes();
    for (end, &byte) in bytes.iter().enumerate() {
        if byte != b';' && byte != b'\n' {
            continue;
        }
        if column >= skip {
            sum += plain_number(&bytes[at..end]).unwrap_or(0.0);
        }
        column = if byte == b'\n' { 0 } else { column + 1 };
        at = end + 1;
    }
    sum
}

fn plain_number(bytes: &[u8]) -> Option<f64> {
    let (mut digits, mut scale, mut decimals) = (0_u64, 1.0, false);
    for &byte in bytes {
        match byte {
            b'0'..=b'9' => {
                digits = digits * 10 + u64::from(byte - b'0');
                scale *= if decimals { 10.0 } else { 1.0 };
            }
            b',' => decimals = true,
            b'.' | b'\r' => {}
            _ => return None,
        }
    }
    Some(digits as f64 / scale)
}

/// Binds the same rows to one prepared statement in one transaction: same schema, same order, same safety settings.
fn plain_insert(finished: &Path, path: &Path) -> Duration {
    let rows = stored(finished);
    let _ = std::fs::remove_file(path);
    let mut connection = Connection::open(path).expect("a database");
    connection.execute_batch(include_str!("../../src/store/sql/open.sql")).expect("opened");
    connection.execute_batch(include_str!("../../src/store/migrations/0001.sql")).expect("a schema");
    connection.pragma_update(None, "foreign_keys", false).expect("set");
    let insert = || {
        let transaction = connection.transaction().expect("begun");
        let mut statement =
            transaction.prepare(include_str!("../../src/store/sql/observation_add.sql")).expect("prepared");
        for row in &rows {
            let (keys, values, cell) = (row.keys, row.values, row.cell);
            let bound = rusqlite::params![
                keys[0],
                keys[1],
                keys[2],
                keys[3],
                values[0],
                values[1],
                values[2],
                cell[0],
                cell[1],
                cell[2],
                cell[3],
                row.original
            ];
            statement.execute(bound).expect("inserted");
        }
        drop(statement);
        transaction.commit().expect("committed");
    };
    timed(insert).1
}

/// A row as it lies in the file.
struct Stored {
    keys: [i64; 4],
    values: [Option<f64>; 3],
    cell: [i64; 4],
    original: String,
}

fn stored(path: &Path) -> Vec<Stored> {
    let connection = Connection::open(path).expect("a project");
    let mut statement = connection.prepare(include_str!("../../src/store/sql/observation_all.sql")).expect("prepared");
    let rows = statement.query_map([], |row| {
        Ok(Stored {
            keys: [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?],
            values: [row.get(4)?, row.get(5)?, row.get(6)?],
            cell: [row.get(7)?, row.get(8)?, row.get(9)?, row.get(10)?],
            original: row.get(11)?,
        })
    });
    rows.expect("rows").map(|row| row.expect("a row")).collect()
}
