//! Fuzz targets for what reads foreign files. Only the layers that take part are compiled, from the sources of the
//! program; they know nothing above them, so no window and no database is built with the fuzzer.
#![allow(dead_code, missing_docs, unexpected_cfgs, reason = "parts of a larger crate")]

#[path = "../../src/domain/mod.rs"]
pub mod domain;
#[path = "../../src/import/mod.rs"]
pub mod import;
#[path = "../../src/jobs/mod.rs"]
pub mod jobs;
#[path = "../../src/text/mod.rs"]
pub mod text;

use domain::{
    Angebot, AngebotId, Area, AreaId, AreaLevel, Direction, Handlungsfeld, Indicator,
    IndicatorId, Period, PeriodId, PlanningData, VorOrt,
};
use import::{ImportDraft, ImportError, Mapping, RowState, Source};
use jobs::Progress;
use std::sync::Arc;
use text::Explain;

/// Leaves panics inside the reader of workbooks to the importer, which makes a damaged file of them. All others abort, as
/// the fuzzer wants it.
pub fn leave_reader_panics_to_the_importer() {
    let abort = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if !info.location().is_some_and(|place| place.file().contains("/calamine-")) {
            abort(info);
        }
    }));
}

/// Reads a file; a refusal answers with three sentences.
pub fn read(name: &str, bytes: &[u8]) -> Option<Source> {
    match import::read(name, bytes, &Progress::new()) {
        Ok(source) => Some(source),
        Err(ImportError::Cancelled) => panic!("nobody cancelled"),
        Err(error) => {
            let message = error.message();
            assert!(!message.happened.is_empty() && !message.meaning.is_empty() && !message.action.is_empty());
            None
        }
    }
}

/// Proposes and drafts a file, with new areas created.
pub fn through(source: &Source, data: &PlanningData) -> ImportDraft {
    let mut mapping = import::propose(source, data).mapping;
    mapping.create_areas = true;
    mapping.area_level = mapping.area_level.or(Some(AreaLevel::Stadtteil));
    mapping.period.get_or_insert_with(|| "2014".into());
    drafted(source, &mapping, data)
}

/// Drafts a file by a mapping and looks at everything that the draft says.
pub fn drafted(source: &Source, mapping: &Mapping, data: &PlanningData) -> ImportDraft {
    let draft = import::draft(source, mapping, data, &Progress::new()).expect("nobody cancelled");
    draft.issues.iter().for_each(|issue| assert!(!issue.text().is_empty()));
    draft.questions.iter().for_each(|question| assert!(!question.text().is_empty()));
    for row in draft.rows.iter() {
        assert_eq!(row.value.get().is_some(), row.status.has_value());
        assert!([row.value.get(), row.numerator(), row.denominator()].into_iter().flatten().all(f64::is_finite));
    }
    let batch = draft.batch();
    assert_eq!(batch.rows.len(), draft.rows.len());
    assert!(batch.areas.len() == draft.areas.len() && batch.periods.len() == draft.periods.len());
    draft
}

/// Drafts a table of services, takes it over and drafts it again: nothing new comes of it.
pub fn services(source: &Source) {
    let data = city();
    let mut options = import::propose_services(source, Some(AreaId(3)));
    options.default_field = Some(Handlungsfeld::Zusammenhalt);
    let mut known = VorOrt::default();
    known.angebote.push(Angebot { id: AngebotId(1), ..Angebot::new(AreaId(3), "Treff", Handlungsfeld::Zusammenhalt) });
    for again in [false, true] {
        let draft = import::draft_services(source, &options, &data, &known, &Progress::new()).expect("nobody cancelled");
        draft.issues.iter().for_each(|issue| assert!(!issue.text().is_empty()));
        let counts = draft.counts();
        assert_eq!(draft.batch().len(), counts.new + counts.changed);
        for row in draft.rows {
            match row.state {
                RowState::Changed(changes) => {
                    assert!(!changes.is_empty() && !again, "{changes:?} twice");
                    let place = known.angebote.iter_mut().find(|one| one.id == row.angebot.id);
                    *place.expect("a known service") = row.angebot;
                }
                RowState::New => {
                    assert!(!again, "{:?} is new twice", row.angebot);
                    let id = AngebotId(known.angebote.len() as i64 + 1);
                    known.angebote.push(Angebot { id, ..row.angebot });
                }
                RowState::Unchanged | RowState::Refused(_) => {}
            }
        }
    }
}

/// A small made-up city with one name on two levels.
pub fn city() -> PlanningData {
    let area = |id, level, key: &str, name: &str| Area {
        id: AreaId(id),
        level,
        key: key.into(),
        name: name.into(),
        parent: None,
        valid_from: None,
        valid_to: None,
        synonyms: Vec::new(),
        note: String::new(),
        tile: None,
    };
    let indicator = Indicator {
        id: IndicatorId(1),
        code: "SGB2".into(),
        name: "SGB-II-Quote".into(),
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
    };
    PlanningData {
        areas: Arc::new(vec![
            area(1, AreaLevel::Sozialraum, "011", "Hörde"),
            area(2, AreaLevel::Sozialraum, "012", "Eving/Lindenhorst"),
            area(3, AreaLevel::Sozialraum, "013", "Marten"),
            area(4, AreaLevel::Stadtbezirk, "5", "Hörde"),
            area(5, AreaLevel::Stadt, "0", "Musterstadt"),
        ]),
        indicators: Arc::new(vec![indicator]),
        periods: Arc::new(vec![Period {
            id: PeriodId(1),
            label: "2014".into(),
            year: Some(2014),
            reference_date: None,
        }]),
        ..PlanningData::default()
    }
}
