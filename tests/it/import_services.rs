//! Tables of services: read, checked, compared with what the project knows.

use super::areas::area;
use aktionsplan::domain::*;
use aktionsplan::import::*;
use aktionsplan::jobs::Progress;
use std::sync::Arc;

const BESTAND: &[u8] = include_bytes!("../fixtures/import/services/bestand.csv");

fn data() -> PlanningData {
    let areas = vec![
        area(1, AreaLevel::Sozialraum, "marten", "Marten"),
        area(2, AreaLevel::Sozialraum, "hörde", "Hörde"),
        area(3, AreaLevel::Sozialraum, "nordmarkt", "Nordmarkt"),
    ];
    PlanningData { areas: Arc::new(areas), ..PlanningData::default() }
}

fn source(bytes: &[u8]) -> Source {
    read("bestand.csv", bytes, &Progress::new()).unwrap()
}

fn drafted(options: &ServiceOptions, known: &VorOrt) -> ServiceDraft {
    draft_services(&source(BESTAND), options, &data(), known, &Progress::new()).unwrap()
}

fn proposed() -> ServiceOptions {
    propose_services(&source(BESTAND), Some(AreaId(1)))
}

fn row<'a>(draft: &'a ServiceDraft, name: &str) -> &'a ServiceRow {
    draft.rows.iter().find(|row| row.angebot.name == name).unwrap()
}

fn said(draft: &ServiceDraft, row: u32) -> Vec<String> {
    draft.issues.iter().filter(|issue| issue.row + 1 == row).map(ServiceIssue::text).collect()
}

#[test]
fn headings_are_found_below_a_title_and_a_number_column_is_left_out() {
    let options = proposed();
    assert_eq!(options.head_row, 2);
    assert_eq!(options.columns[0], None);
    let expected = [
        ServiceField::Name,
        ServiceField::Area,
        ServiceField::Traeger,
        ServiceField::Handlungsfeld,
        ServiceField::Kind,
        ServiceField::Zielgruppe,
        ServiceField::Capacity,
        ServiceField::UsePercent,
        ServiceField::FundedUntil,
    ];
    assert_eq!(options.columns[1..], expected.map(Some));
}

#[test]
fn values_are_read_and_everything_that_is_not_as_written_is_said() {
    let draft = drafted(&proposed(), &VorOrt::default());
    let cafe = &row(&draft, "Elterncafé").angebot;
    assert_eq!((cafe.capacity, cafe.use_percent, cafe.funded), (Some(18), Some(60), FundingTerm::Unlimited));
    assert_eq!((cafe.area, cafe.handlungsfeld, cafe.kind), (AreaId(1), Handlungsfeld::Kinder, AngebotArt::Treffpunkt));
    assert_eq!(said(&draft, 4), ["Zeile 4: Plätze: „ca. 18 Plätze“ als 18 gelesen."]);
    let help = &row(&draft, "Lernhilfe").angebot;
    assert_eq!((help.area, help.use_percent), (AreaId(1), Some(85)));
    assert_eq!(said(&draft, 5).len(), 2, "spelling of the area and share: {:?}", said(&draft, 5));
    let job = &row(&draft, "Jobberatung").angebot;
    assert_eq!((job.capacity, job.use_percent), (None, Some(120)));
    assert_eq!(job.funded, FundingTerm::Until(jiff::civil::date(2026, 12, 31)));
}

#[test]
fn rows_that_cannot_be_taken_are_refused_with_a_reason() {
    let draft = drafted(&proposed(), &VorOrt::default());
    let refused: Vec<(u32, RefusedReason)> = draft
        .rows
        .iter()
        .filter_map(|row| if let RowState::Refused(reason) = row.state { Some((row.row + 1, reason)) } else { None })
        .collect();
    let expected =
        [(6, RefusedReason::Area), (8, RefusedReason::Twice), (9, RefusedReason::NoName), (10, RefusedReason::Field)];
    assert_eq!(refused, expected);
    assert_eq!(draft.counts(), ServiceCounts { new: 3, changed: 0, unchanged: 0, refused: 4 });
    for (line, _) in expected {
        assert!(!said(&draft, line).is_empty(), "row {line}");
    }
}

#[test]
fn a_similar_name_of_an_area_is_offered_and_taken_only_by_the_planner() {
    let draft = drafted(&proposed(), &VorOrt::default());
    let unknown = &draft.unknown_areas;
    assert_eq!(unknown.len(), 1);
    assert_eq!((unknown[0].label.as_str(), unknown[0].similar.as_slice()), ("Nordmark", &[AreaId(3)][..]));
    let mut options = proposed();
    options.areas.insert("Nordmark".into(), Some(AreaId(3)));
    let draft = drafted(&options, &VorOrt::default());
    assert!(draft.unknown_areas.is_empty());
    let market = row(&draft, "Treff am Markt");
    assert_eq!((market.angebot.area, &market.state), (AreaId(3), &RowState::New));
    assert_eq!(market.angebot.funded, FundingTerm::Until(jiff::civil::date(2027, 12, 31)));
    assert_eq!(market.angebot.use_percent, None);
}

#[test]
fn rows_without_area_or_field_take_what_the_planner_chose_for_them() {
    let options = ServiceOptions { default_field: Some(Handlungsfeld::Zusammenhalt), ..proposed() };
    let draft = drafted(&options, &VorOrt::default());
    let bikes = row(&draft, "Radwerkstatt");
    assert_eq!((bikes.angebot.area, &bikes.state), (AreaId(1), &RowState::New));
    assert_eq!(said(&draft, 10).len(), 6, "area, field, kind, places, use, end: {:?}", said(&draft, 10));
}

#[test]
fn what_is_known_is_changed_or_left_and_an_empty_cell_takes_nothing_away() {
    let known = Angebot {
        id: AngebotId(7),
        traeger: "Familienzentrum".into(),
        opening_hours: "vormittags".into(),
        capacity: Some(12),
        ..Angebot::new(AreaId(1), "Eltern-Café", Handlungsfeld::Kinder)
    };
    let site = VorOrt { angebote: vec![known], ..VorOrt::default() };
    let draft = drafted(&proposed(), &site);
    let changed = &draft.rows[0];
    let RowState::Changed(changes) = &changed.state else { panic!("{:?}", changed.state) };
    let places = changes.iter().find(|change| change.field == ServiceField::Capacity).unwrap();
    assert_eq!((places.before.as_str(), places.after.as_str()), ("12", "18"));
    assert_eq!((changed.angebot.id, changed.angebot.opening_hours.as_str()), (AngebotId(7), "vormittags"));
    let after = VorOrt { angebote: draft.batch(), ..VorOrt::default() };
    let mut again = after.angebote.clone();
    again.iter_mut().zip(1..).for_each(|(angebot, id)| angebot.id = AngebotId(id));
    let second = drafted(&proposed(), &VorOrt { angebote: again, ..VorOrt::default() });
    assert_eq!(second.counts(), ServiceCounts { new: 0, changed: 0, unchanged: 3, refused: 4 });
}

#[test]
fn the_own_table_reads_back_as_it_was_saved() {
    let services = [
        Angebot {
            id: AngebotId(1),
            also_in: vec![AreaId(2)],
            traeger: "Verein".into(),
            kind: AngebotArt::Beratung,
            zielgruppe: "Alle".into(),
            umfang: "zwei Tage; nach Absprache".into(),
            capacity: Some(1200),
            use_percent: Some(98),
            funded: FundingTerm::Until(jiff::civil::date(2027, 6, 30)),
            as_of: Some(jiff::civil::date(2026, 11, 3)),
            ..Angebot::new(AreaId(1), "Beratung", Handlungsfeld::Arbeit)
        },
        Angebot {
            id: AngebotId(2),
            funded: FundingTerm::Unlimited,
            ..Angebot::new(AreaId(3), "Garten", Handlungsfeld::Zusammenhalt)
        },
    ];
    let table = aktionsplan::programme::services_table(&data(), &services.iter().collect::<Vec<_>>());
    let bytes = aktionsplan::export::words_csv(&table.header, &table.rows, aktionsplan::export::CsvForm::German);
    let source = source(&bytes);
    let options = propose_services(&source, None);
    let known = VorOrt { angebote: services.to_vec(), ..VorOrt::default() };
    let draft = draft_services(&source, &options, &data(), &known, &Progress::new()).unwrap();
    let unchanged = ServiceCounts { new: 0, changed: 0, unchanged: 2, refused: 0 };
    assert_eq!(draft.counts(), unchanged, "{:#?}", draft.rows);
    let empty = draft_services(&source, &options, &data(), &VorOrt::default(), &Progress::new()).unwrap();
    let read: Vec<Angebot> = empty.batch();
    for (read, written) in read.iter().zip(&services) {
        assert_eq!(&Angebot { id: written.id, ..read.clone() }, written);
    }
}

#[test]
fn a_reading_can_be_stopped() {
    let progress = Progress::new();
    progress.cancel();
    let stopped = draft_services(&source(BESTAND), &proposed(), &data(), &VorOrt::default(), &progress);
    assert!(matches!(stopped, Err(ImportError::Cancelled)));
}

#[test]
fn a_sum_stays_out_and_an_area_that_is_too_wide_is_asked_for() {
    let city = area(9, AreaLevel::Stadtbezirk, "lütgendortmund", "Lütgendortmund");
    let marten = Area { parent: Some(AreaId(9)), ..area(1, AreaLevel::Sozialraum, "marten", "Marten") };
    let areas = vec![marten, area(2, AreaLevel::Sozialraum, "hörde", "Hörde"), city];
    let data = PlanningData { areas: Arc::new(areas), ..PlanningData::default() };
    let table =
        "Angebot;Stadtteil;Handlungsfeld\nTreff;Marten;Kinder\nTrödelladen;Lütgendortmund;Zusammenhalt\nSumme;;\n";
    let source = source(table.as_bytes());
    let mut options = propose_services(&source, Some(AreaId(1)));
    let draft = draft_services(&source, &options, &data, &VorOrt::default(), &Progress::new()).unwrap();
    let state = |draft: &ServiceDraft, name| row(draft, name).state.clone();
    assert_eq!(state(&draft, "Treff"), RowState::New);
    assert_eq!(state(&draft, "Trödelladen"), RowState::Refused(RefusedReason::Area));
    assert_eq!(state(&draft, "Summe"), RowState::Refused(RefusedReason::Total));
    let [asked] = draft.unknown_areas.as_slice() else { panic!("{:?}", draft.unknown_areas) };
    assert_eq!((asked.label.as_str(), asked.similar.as_slice()), ("Lütgendortmund", &[AreaId(1)][..]));
    options.areas.insert("Lütgendortmund".into(), Some(AreaId(1)));
    let draft = draft_services(&source, &options, &data, &VorOrt::default(), &Progress::new()).unwrap();
    assert_eq!(row(&draft, "Trödelladen").angebot.area, AreaId(1));
}
