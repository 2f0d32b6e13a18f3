//! Published tables beside the project; skipped where they are absent.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use aktionsplan::domain::{AreaLevel, PlanningData, Status};
use aktionsplan::import::{ImportDraft, IssueKind, Mapping, Source, draft, propose, read};
use aktionsplan::jobs::Progress;
use std::collections::BTreeMap;
use std::path::PathBuf;

const HAMBURG: &str = "hamburg-stadtteilprofile/Daten_fuer_die_Stadtteilprofile_2014";

fn source(name: &str) -> Option<Source> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/reference").join(name);
    let Ok(bytes) = std::fs::read(&path) else {
        eprintln!("skipped: no reference table {name}");
        return None;
    };
    Some(read(name, &bytes, &Progress::new()).unwrap())
}

fn drafted(source: &Source, change: impl FnOnce(&mut Mapping)) -> ImportDraft {
    let data = PlanningData::default();
    let mut mapping = propose(source, &data).mapping;
    mapping.create_areas = true;
    change(&mut mapping);
    draft(source, &mapping, &data, &Progress::new()).unwrap()
}

fn hamburg(extension: &str) -> Option<ImportDraft> {
    let source = source(&format!("{HAMBURG}.{extension}"))?;
    Some(drafted(&source, |mapping| mapping.area_level = Some(AreaLevel::Stadtteil)))
}

/// Values by area row and column.
fn values(draft: &ImportDraft) -> BTreeMap<(u32, u16), (Option<f64>, Status)> {
    let first = draft.mapping().data_rows.first;
    draft.rows.iter().map(|row| ((row.cell.row - first, row.cell.column), (row.value.get(), row.status))).collect()
}

#[test]
fn hamburg_is_read_whole_and_on_three_levels() {
    let Some(draft) = hamburg("csv") else { return };
    assert!(draft.is_settled());
    assert_eq!(draft.rows.len(), 107 * 68);
    assert_eq!(draft.indicators.len(), 68);
    let on = |level| draft.areas.iter().filter(|area| area.level == level).count();
    assert_eq!((on(AreaLevel::Stadtteil), on(AreaLevel::Stadtbezirk), on(AreaLevel::Stadt)), (99, 7, 1));
    assert_eq!(draft.rows.iter().filter(|row| row.status == Status::Suppressed).count(), 84);
    assert_eq!(draft.counts.refused, 0);
}

#[test]
fn hamburg_totals_are_reported_and_not_repaired() {
    let Some(draft) = hamburg("csv") else { return };
    let named = |wanted: &str| {
        draft.issues.iter().find_map(|issue| match &issue.kind {
            IssueKind::TotalIsNotSum { indicator, total, sums, .. } if indicator == wanted => {
                Some((*total, sums[0].sum))
            }
            _ => None,
        })
    };
    assert_eq!(named("Bevölkerung"), Some((1_788_994.0, 1_782_217.0)));
    assert_eq!(named("Leistungsempfänger/-innen nach SGB II"), Some((178_824.0, 178_414.0)));
    assert_eq!(named("Arbeitslose"), Some((71_125.0, 70_655.0)));
}

#[test]
fn hamburg_reads_the_same_from_text_and_workbook_up_to_rounding() {
    let (Some(text), Some(workbook)) = (hamburg("csv"), hamburg("xlsx")) else { return };
    let (text, workbook) = (values(&text), values(&workbook));
    assert_eq!(text.keys().collect::<Vec<_>>(), workbook.keys().collect::<Vec<_>>());
    let mut differing = 0;
    for (place, (value, status)) in &text {
        let (other, _) = workbook[place];
        assert_eq!(value.is_some(), other.is_some(), "{place:?} {status:?}");
        let off = (value.unwrap_or(0.0) - other.unwrap_or(0.0)).abs();
        assert!(off < 0.4985, "{place:?} {value:?} {other:?}");
        differing += u32::from(off > 0.05);
    }
    assert_eq!(differing, 98);
}

#[test]
fn berlin_keys_keep_their_zeros_and_values_their_digits() {
    for year in ["2013", "2015"] {
        let name = format!("berlin-mss/mss{year}_tab2-1.csv");
        let Some(source) = source(&name) else { return };
        let draft = drafted(&source, |_| {});
        assert!(draft.is_settled(), "{:#?}", draft.questions);
        assert_eq!(draft.areas.len(), 447);
        assert_eq!((draft.areas[0].key.as_str(), draft.areas[0].level), ("01011101", AreaLevel::Planungsraum));
        assert_eq!(draft.periods, [year]);
        assert_eq!(draft.rows.len(), 447 * 9);
        let batch = draft.batch();
        for (at, row) in batch.rows.iter().enumerate() {
            let text = batch.texts.get(at);
            assert_eq!(row.value.get(), text.parse().ok(), "{text}");
        }
    }
}
