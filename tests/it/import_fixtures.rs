//! Real-world mess as files, each as small as it can be, with what becomes of it beside it (`NAME.expected`): format,
//! rows, columns, questions, values, issues, counts.
//!
//! `tests/fixtures/import/new` is read into an empty project: areas are created as Stadtteile where the file names no
//! level, and belong to 2014 where it names no period. `known` is read into [`city`], settled by nothing. Workbooks
//! are written as text (see [`sheets`]). `AKTIONSPLAN_FIXTURES=write cargo test --test it import_fixtures` writes the
//! expectations anew; read every difference.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

#[path = "support/sheets.rs"]
mod sheets;

use aktionsplan::domain::{Area, AreaId, AreaLevel, Direction, Indicator, IndicatorId, PlanningData, Status};
use aktionsplan::import::{
    ColumnRole, DecimalMark, ImportDraft, Question, QuestionKind, Source, SourceFormat, ValuePart, draft, propose, read,
};
use aktionsplan::jobs::Progress;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A made-up city: names that are written in many ways, keys that lose their zeros, names on two levels.
fn city() -> PlanningData {
    let area = |id: i64, level: AreaLevel, key: &str, name: &str, synonyms: &[&str]| Area {
        id: AreaId(id),
        level,
        key: key.into(),
        name: name.into(),
        parent: None,
        valid_from: None,
        valid_to: None,
        synonyms: synonyms.iter().map(|&name| name.to_owned()).collect(),
        note: String::new(),
        tile: None,
    };
    let indicator = |id: i64, code: &str, name: &str, denominator: &str, unit: &str| Indicator {
        id: IndicatorId(id),
        code: code.into(),
        name: name.into(),
        definition: String::new(),
        numerator: String::new(),
        denominator: denominator.into(),
        age_bounds: String::new(),
        unit: unit.into(),
        scale: if unit == "%" { 100.0 } else { 1.0 },
        decimals: 1,
        direction: Direction::HighIsNeed,
        dimension: String::new(),
        handlungsfeld: None,
        source: String::new(),
        caveat: String::new(),
        is_population: false,
        breaks: Vec::new(),
    };
    use AreaLevel::{Sozialraum, Stadt, Stadtbezirk, StatistischerBezirk, Unterbezirk};
    PlanningData {
        areas: Arc::new(vec![
            area(1, Stadt, "0", "Musterstadt", &[]),
            area(2, Stadtbezirk, "1", "Nord", &[]),
            area(3, Stadtbezirk, "2", "Süd", &[]),
            area(4, StatistischerBezirk, "02", "Südmarkt", &[]),
            area(5, StatistischerBezirk, "14", "Grüne Aue", &[]),
            area(6, Unterbezirk, "021", "Weiße Straße", &[]),
            area(7, Unterbezirk, "022", "St. Anna", &[]),
            area(8, Unterbezirk, "140", "Grüne Aue", &[]),
            area(9, Sozialraum, "S01", "Nord", &[]),
            area(10, Sozialraum, "S02", "Hafen/Altmarkt", &["Hafenviertel"]),
            area(11, Sozialraum, "S03", "Süd-Ost", &[]),
        ]),
        indicators: Arc::new(vec![
            indicator(1, "QUOTE", "SGB-II-Quote", "Bevölkerung unter der Altersgrenze", "%"),
            indicator(2, "ARBLOS", "Arbeitslose", "", "Personen"),
            indicator(3, "U18", "Anteil unter 18-Jährige", "Bevölkerung", "%"),
        ]),
        ..PlanningData::default()
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import")
}

/// The files of a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e != "expected")).collect();
    files.sort();
    files
}

/// Name and bytes as they reach the importer.
fn content(path: &Path) -> (String, Vec<u8>) {
    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
    let bytes = std::fs::read(path).unwrap();
    let Some(built) = name.strip_suffix(".txt").filter(|name| Path::new(name).extension().is_some()) else {
        return (name, bytes);
    };
    let text = String::from_utf8(bytes).unwrap();
    let bytes = match Path::new(built).extension().unwrap().to_str().unwrap() {
        "xlsx" => sheets::xlsx(&text, false),
        "xlsm" => sheets::xlsx(&text, true),
        _ => sheets::ods(&text),
    };
    (built.to_owned(), bytes)
}

/// The label of a file without its number, so that `014-stand-2019.csv` names its year and no other.
fn label(name: &str) -> &str {
    name.split_once('-').map_or(name, |(_, label)| label)
}

fn described(path: &Path, data: &PlanningData, areas_are_new: bool) -> String {
    let (name, bytes) = content(path);
    let source = match read(label(&name), &bytes, &Progress::new()) {
        Ok(source) => source,
        Err(error) => return format!("refused: {error:?}\n"),
    };
    let mut mapping = propose(&source, data).mapping;
    if areas_are_new {
        mapping.create_areas = true;
        mapping.area_level = mapping.area_level.or(Some(AreaLevel::Stadtteil));
        mapping.period.get_or_insert("2014".into());
    }
    let draft = draft(&source, &mapping, data, &Progress::new()).unwrap();
    let mut text = shape(&source, &draft);
    columns(&draft, &mut text);
    for question in &draft.questions {
        let sign = if question.blocking { "!" } else { "?" };
        writeln!(text, "{sign} {}", asked(question)).unwrap();
    }
    values(&draft, &mut text);
    for issue in &draft.issues {
        let cell = issue.cell.map_or_else(|| "file".to_owned(), |cell| cell.to_string());
        writeln!(text, "{cell} {:?} {:?}", issue.severity, issue.kind).unwrap();
    }
    let counts = draft.counts;
    writeln!(
        text,
        "new {} changed {} unchanged {} without value {} refused {} open {}",
        counts.new, counts.changed, counts.unchanged, counts.without_value, counts.refused, counts.open
    )
    .unwrap();
    text
}

fn shape(source: &Source, draft: &ImportDraft) -> String {
    let mapping = draft.mapping();
    let format = match source.format {
        SourceFormat::Text { encoding, separator } => format!("{encoding:?} {separator:?}"),
        other @ (SourceFormat::Xlsx | SourceFormat::Xls | SourceFormat::Ods) => format!("{other:?}"),
    };
    let rows = |rows: &[u32]| rows.iter().map(|row| (row + 1).to_string()).collect::<Vec<_>>().join(" ");
    let mut text = format!("{format}, sheet {:?} of {}\n", draft.table().name, source.sheets.len());
    let (first, last) = (mapping.data_rows.first + 1, mapping.data_rows.last + 1);
    let titles = rows(&mapping.title_rows);
    writeln!(text, "title {titles} | headings {} | data {first}-{last}", rows(&mapping.header_rows)).unwrap();
    if !mapping.skipped_rows.is_empty() {
        let skipped: Vec<u32> = mapping.skipped_rows.iter().copied().collect();
        writeln!(text, "skipped {}", rows(&skipped)).unwrap();
    }
    let level = mapping.area_level.map_or("open", AreaLevel::code);
    write!(text, "level {level}").unwrap();
    for block in &mapping.area_blocks {
        write!(text, ", rows {}-{} {}", block.first + 1, block.last + 1, block.level.code()).unwrap();
    }
    writeln!(text, " | period {}", mapping.period.as_deref().unwrap_or("open")).unwrap();
    text
}

fn columns(draft: &ImportDraft, text: &mut String) {
    for (at, column) in draft.columns.iter().enumerate() {
        let part = |part: ValuePart| match part {
            ValuePart::Value => "",
            ValuePart::Numerator => " numerator",
            ValuePart::Denominator => " denominator",
        };
        let role = match &column.role {
            ColumnRole::Ignore => "-".to_owned(),
            ColumnRole::Indicator { code, period, part: of } => {
                let card = draft.mapping().new_indicators.iter().find(|card| card.code == *code);
                let unit = card.map_or_else(|| "known".to_owned(), |card| format!("[{}]", card.unit));
                let period = period.as_ref().map(|period| format!(" {period}")).unwrap_or_default();
                format!("{code} {unit}{period}{}", part(*of))
            }
            ColumnRole::Value { period, part: of } => {
                let period = period.as_ref().map(|period| format!(" {period}")).unwrap_or_default();
                format!("Value{period}{}", part(*of))
            }
            role @ (ColumnRole::AreaKey
            | ColumnRole::AreaName
            | ColumnRole::IndicatorName
            | ColumnRole::Period
            | ColumnRole::Unit
            | ColumnRole::Source) => format!("{role:?}"),
        };
        let mark = match column.decimal_mark {
            Some(DecimalMark::Comma) => ", decimal comma",
            Some(DecimalMark::Point) => ", decimal point",
            None => "",
        };
        writeln!(text, "  {} {:?}: {role}{mark}", at + 1, column.header).unwrap();
    }
}

fn asked(question: &Question) -> String {
    match &question.kind {
        QuestionKind::UnknownAreas { areas } => {
            let areas: Vec<String> =
                areas.iter().map(|area| format!("{} ({} similar)", area.label, area.similar.len())).collect();
            format!("UnknownAreas {}", areas.join(", "))
        }
        other => format!("{other:?}"),
    }
}

fn values(draft: &ImportDraft, text: &mut String) {
    for row in draft.rows.iter().take(24) {
        let area = &draft.areas[row.area as usize];
        let area = match area.existing {
            Some(_) => format!("{}/{}", area.level.code(), area.key),
            None if area.level == AreaLevel::Stadtteil => area.name.clone(),
            None => format!("{} ({})", area.name, area.level.code()),
        };
        let (indicator, period) = (&draft.indicators[row.indicator as usize], &draft.periods[row.period as usize]);
        let value = row.value.get().map_or_else(|| "none".to_owned(), |value| value.to_string());
        write!(text, "{} {area}, {indicator}, {period}: {value}", row.cell).unwrap();
        if row.status != Status::Reported {
            write!(text, " {}", row.status.code()).unwrap();
        }
        if let (Some(n), Some(d)) = (row.numerator(), row.denominator()) {
            write!(text, " = {n}/{d}").unwrap();
        }
        writeln!(text, " <- {:?}", draft.table().text(row.cell.row, row.cell.column)).unwrap();
    }
    if draft.rows.len() > 24 {
        writeln!(text, "… {} values", draft.rows.len()).unwrap();
    }
}

/// Names of the fixtures that are read otherwise than expected, with both texts.
fn differing(folder: &Path, data: &PlanningData, areas_are_new: bool) -> Vec<String> {
    let write = std::env::var_os("AKTIONSPLAN_FIXTURES").is_some_and(|value| value == "write");
    let mut differing = Vec::new();
    for path in files(folder) {
        let found = described(&path, data, areas_are_new);
        let beside = path.with_file_name(format!("{}.expected", path.file_name().unwrap().to_str().unwrap()));
        if write {
            std::fs::write(&beside, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        if found != expected {
            differing.push(format!("--- {}\n{found}--- expected\n{expected}", path.display()));
        }
    }
    differing
}

#[test]
fn tables_of_new_areas_are_read_as_expected() {
    let differing = differing(&folder().join("new"), &PlanningData::default(), true);
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn tables_of_known_areas_are_read_as_expected() {
    let differing = differing(&folder().join("known"), &city(), false);
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn there_are_as_many_fixtures_as_promised_and_each_is_small() {
    let all: Vec<PathBuf> = ["new", "known"].iter().flat_map(|name| files(&folder().join(name))).collect();
    assert!(all.len() >= 150, "{}", all.len());
    for path in &all {
        let size = std::fs::metadata(path).unwrap().len();
        assert!(size <= 12_000, "{} has {size} bytes", path.display());
    }
    let mut contents: Vec<Vec<u8>> = all.iter().map(|path| std::fs::read(path).unwrap()).collect();
    contents.sort();
    contents.dedup();
    assert_eq!(contents.len(), all.len(), "the same fixture twice");
}
