//! Real-world mess, one small fixture each.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use super::areas::area;
use aktionsplan::clock::Clock;
use aktionsplan::domain::{
    AreaId, AreaLevel, CellRef, DatasetBuilder, Direction, ImportId, Indicator, IndicatorId, Observation, Period,
    PeriodId, PlanningData, Status,
};
use aktionsplan::import::{
    AreaChoice, AreaRow, CellPart, ColumnRole, DecimalMark, ImportDraft, ImportError, Issue, IssueKind, Mapping,
    Proposal, QuestionKind, Reading, Severity, Source, SubtotalRule, ValuePart, draft, propose, read,
};
use aktionsplan::jobs::Progress;
use aktionsplan::project::{Project, Template};
use aktionsplan::text::Explain;
use proptest::prelude::*;
use std::io::Write;
use std::sync::Arc;

fn reapply(stored: &Mapping, source: &Source, data: &PlanningData) -> Proposal {
    aktionsplan::import::reapply(stored, source, data, &Progress::new()).unwrap()
}

fn indicator(id: i64, code: &str, name: &str, unit: &str, scale: f64) -> Indicator {
    Indicator {
        id: IndicatorId(id),
        code: code.into(),
        name: name.into(),
        definition: String::new(),
        numerator: String::new(),
        denominator: String::new(),
        age_bounds: String::new(),
        unit: unit.into(),
        scale,
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

/// A small made-up city: three Sozialräume, two Stadtbezirke, one name on both levels.
pub(crate) fn city() -> PlanningData {
    let observation = |area: i64, value: f64| Observation {
        indicator: IndicatorId(1),
        area: AreaId(area),
        period: PeriodId(1),
        value: Some(value),
        numerator: None,
        denominator: None,
        status: Status::Reported,
        demonstration: false,
        import: ImportId(1),
        cell: CellRef { sheet: 0, row: 0, column: 0 },
    };
    let mut dataset = DatasetBuilder::default();
    dataset.push(observation(1, 12.5));
    dataset.push(observation(2, 20.0));
    PlanningData {
        areas: Arc::new(vec![
            area(1, AreaLevel::Sozialraum, "011", "Hörde"),
            area(2, AreaLevel::Sozialraum, "012", "Eving/Lindenhorst"),
            area(3, AreaLevel::Sozialraum, "013", "Marten"),
            area(4, AreaLevel::Stadtbezirk, "5", "Hörde"),
            area(5, AreaLevel::Stadt, "0", "Musterstadt"),
        ]),
        indicators: Arc::new(vec![indicator(1, "SGB2", "SGB-II-Quote", "%", 100.0)]),
        periods: Arc::new(vec![Period {
            id: PeriodId(1),
            label: "2014".into(),
            year: Some(2014),
            reference_date: None,
        }]),
        dataset: Arc::new(dataset.build()),
        ..PlanningData::default()
    }
}

fn source(text: impl AsRef<[u8]>) -> Source {
    read("tabelle.csv", text.as_ref(), &Progress::new()).unwrap()
}

pub(crate) fn drafted(source: &Source, data: &PlanningData, change: impl FnOnce(&mut Mapping)) -> ImportDraft {
    let mut mapping = propose(source, data).mapping;
    change(&mut mapping);
    draft(source, &mapping, data, &Progress::new()).unwrap()
}

/// Reads a table of unknown areas of 2014, all created as Stadtteile.
fn read_new(text: &str) -> ImportDraft {
    drafted(&source(text), &PlanningData::default(), |mapping| {
        mapping.create_areas = true;
        mapping.area_level = mapping.area_level.or(Some(AreaLevel::Stadtteil));
        mapping.period.get_or_insert("2014".into());
    })
}

/// One line per value, then issues with their cells, then what blocks.
fn snapshot(draft: &ImportDraft) -> String {
    snapshot_with(draft, |area| area.name.clone())
}

fn snapshot_with(draft: &ImportDraft, named: impl Fn(&AreaRow) -> String) -> String {
    let mut lines = Vec::new();
    for row in draft.rows.iter() {
        let area = &draft.areas[row.area as usize];
        let (indicator, period) = (&draft.indicators[row.indicator as usize], &draft.periods[row.period as usize]);
        let value = row.value.get().map_or_else(|| "kein Wert".to_owned(), |value| value.to_string());
        let mut line = format!("{} {indicator} {period} {value}", named(area));
        if row.status != Status::Reported {
            line += &format!(" {}", row.status.code());
        }
        if let (Some(n), Some(d)) = (row.numerator(), row.denominator()) {
            line += &format!(" = {n}/{d}");
        }
        lines.push(line);
    }
    for issue in &draft.issues {
        let cell = issue.cell.map_or_else(|| "Datei".to_owned(), |cell| cell.to_string());
        lines.push(format!("{cell} {:?} {}", issue.severity, kind(issue)));
    }
    for question in draft.questions.iter().filter(|question| question.blocking) {
        let asked = format!("{:?}", question.kind);
        lines.push(format!("? {}", asked.split([' ', '{']).next().unwrap_or_default()));
    }
    lines.join("\n")
}

fn kind(issue: &Issue) -> String {
    let kind = format!("{:?}", issue.kind);
    kind.split([' ', '{']).next().unwrap_or_default().to_owned()
}

fn check(text: &str, expected: &str) {
    let found = snapshot(&read_new(text));
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, expected.join("\n"), "\n--- found\n{found}\n--- of\n{text}");
}

fn check_city(text: &str, expected: &str) {
    let found = snapshot(&drafted(&source(text), &city(), |_| {}));
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, expected.join("\n"), "\n--- found\n{found}\n--- of\n{text}");
}

#[test]
fn signs_become_statuses_and_never_zero_or_nothing() {
    check(
        "Stadtteil;Quote in %\nA;12,5\nB;-\nC;.\nD;…\nE;/\nF;x\nG;(3,4)\nH;5,5p\nI;6,5 r\nJ;7,5s\nK;0\nL;\nM;...\n",
        "A quote-in-prozent 2014 12.5
         B quote-in-prozent 2014 0 nil
         C quote-in-prozent 2014 kein Wert suppressed
         D quote-in-prozent 2014 kein Wert later
         E quote-in-prozent 2014 kein Wert unreliable
         F quote-in-prozent 2014 kein Wert not_meaningful
         G quote-in-prozent 2014 3.4 limited
         H quote-in-prozent 2014 5.5 provisional
         I quote-in-prozent 2014 6.5 revised
         J quote-in-prozent 2014 7.5 estimated
         K quote-in-prozent 2014 0
         M quote-in-prozent 2014 kein Wert later
         A13 Info RowWithoutValues",
    );
}

#[test]
fn the_sum_of_some_areas_is_not_the_city() {
    let of = |rows: &[&str]| {
        let rows: String = rows.iter().map(|name| format!("{name};1.200;12\n")).collect();
        let total = rows.lines().count() * 1200;
        let text = format!("Sozialraum;Einwohner;Fälle\n{rows}Summe;{total};{}\n", rows.lines().count() * 12);
        drafted(&source(&text), &city(), |mapping| mapping.period = Some("2024".into()))
    };
    let all: Vec<String> = city().areas_of(AreaLevel::Sozialraum).map(|area| area.name.clone()).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let has_city = |draft: &ImportDraft| draft.areas.iter().any(|area| area.level == AreaLevel::Stadt);
    assert!(has_city(&of(&all)), "all areas together are the city");
    let some = of(&all[1..]);
    assert!(!has_city(&some), "{}", snapshot(&some));
    assert!(snapshot(&some).contains("Check Subtotal"), "{}", snapshot(&some));
    assert!(some.questions.iter().any(|question| matches!(question.kind, QuestionKind::Subtotals { .. })));
}

#[test]
fn the_sum_of_all_districts_is_the_city_and_is_asked_about_where_smaller_areas_stand_among_them() {
    let data = dortmund();
    let districts = data.areas_of(AreaLevel::Stadtbezirk).map(|area| format!("{};1200;12\n", area.name));
    let districts: String = districts.collect();
    let (total, cases) = (1200 * districts.lines().count(), 12 * districts.lines().count());
    let of = |smaller: &str| {
        let text = format!("Gebiet;Einwohner;Fälle\n{smaller}{districts}Summe;{total};{cases}\n");
        drafted(&source(&text), &data, |mapping| mapping.period = Some("2024".into()))
    };
    let alone = of("");
    assert!(alone.areas.iter().any(|area| area.level == AreaLevel::Stadt), "{}", snapshot(&alone));
    let mixed = of("Eving/Kemminghausen;1200;12\nEving/Lindenhorst;1200;12\n");
    assert!(snapshot(&mixed).contains("Check Subtotal"), "{}", snapshot(&mixed));
    assert!(mixed.questions.iter().any(|question| matches!(question.kind, QuestionKind::Subtotals { .. })));
}

#[test]
fn signs_mean_what_the_file_itself_says() {
    let file = "Stadtteil;Quote in %\nA;12,5\nB;-\nC;x\nD;*\nE;5,5\n\n\
                - = nichts vorhanden, x = gesperrt (Datenschutz)\n* = Wert lag bei Redaktionsschluss noch nicht vor\n";
    check(
        file,
        "A quote-in-prozent 2014 12.5
         B quote-in-prozent 2014 0 nil
         C quote-in-prozent 2014 kein Wert suppressed
         D quote-in-prozent 2014 kein Wert later
         E quote-in-prozent 2014 5.5",
    );
    let mapping = propose(&source(file), &PlanningData::default()).mapping;
    let rows: Vec<(&str, u32)> = mapping.stated_signs.iter().map(|(sign, row)| (sign.as_str(), *row)).collect();
    assert_eq!(rows, [("*", 8), ("-", 7), ("x", 7)]);
    assert!(mapping.nil_confirmed, "the file has said what - means");
}

#[test]
fn the_next_file_may_say_otherwise_unless_the_planner_has_decided() {
    let data = PlanningData::default();
    let first = source("Stadtteil;Quote in %\nA;12,5\nB;x\nC;/\n\nx = gesperrt\n");
    let next = source("Stadtteil;Quote in %\nA;13,5\nB;x\nC;/\n\nx = nicht sinnvoll, / = keine Angabe\n");
    let mut stored = propose(&first, &data).mapping;
    stored.legend.signs.insert("/".into(), Status::Suppressed);
    let again = reapply(&stored, &next, &data).mapping;
    assert_eq!(again.legend.signs["x"], Status::NotMeaningful);
    assert_eq!(again.legend.signs["/"], Status::Suppressed);
    assert_eq!(again.stated_signs.keys().collect::<Vec<_>>(), ["x"]);
}

#[test]
fn thousands_marks_of_every_kind_are_read() {
    check(
        "Stadtteil;Punkt;Blank;Schmal;Hochkomma\nA;1.234,5;1 675    ;1\u{202f}234;1'234\nB;2.000;-  23;1\u{a0}000\u{a0}000;7\n",
        "A punkt 2014 1234.5
         A blank 2014 1675
         A schmal 2014 1234
         A hochkomma 2014 1234
         B punkt 2014 2000
         B blank 2014 -23
         B schmal 2014 1000000
         B hochkomma 2014 7",
    );
}

#[test]
fn an_ambiguous_mark_is_asked_with_samples_and_not_guessed() {
    let text = "Stadtteil;Wert\nA;1.234\nB;5.678\n";
    let open = read_new(text);
    assert!(!open.is_settled());
    assert!(open.rows.is_empty());
    let QuestionKind::DecimalMark { samples, .. } = &open.questions[0].kind else { panic!("{:?}", open.questions) };
    assert_eq!((samples[0].with_comma, samples[0].with_point), (Some(1234.0), Some(1.234)));
    for (mark, value) in [(DecimalMark::Comma, 1234.0), (DecimalMark::Point, 1.234)] {
        let mut mapping = open.mapping().clone();
        mapping.columns[1].decimal_mark = Some(mark);
        let settled = draft(&source(text), &mapping, &PlanningData::default(), &Progress::new()).unwrap();
        assert!(settled.is_settled());
        assert_eq!(settled.rows[0].value.get(), Some(value));
    }
}

#[test]
fn a_column_that_contradicts_itself_is_asked() {
    check(
        "Stadtteil;Wert\nA;12,5\nB;3.4\nC;7\n",
        "C wert 2014 7
         B2 Open UndecidedMark
         B3 Open UndecidedMark
         ? DecimalMark",
    );
}

#[test]
fn a_number_in_another_form_than_its_column_is_refused() {
    let draft = drafted(&source("Stadtteil;Wert\nA;12,5\nB;1,234.5\n"), &PlanningData::default(), |mapping| {
        mapping.create_areas = true;
        mapping.area_level = Some(AreaLevel::Stadtteil);
        mapping.period = Some("2014".into());
        mapping.columns[1].decimal_mark = Some(DecimalMark::Comma);
    });
    assert_eq!(snapshot(&draft), "A wert 2014 12.5\nB3 Error OtherNumberForm");
    assert_eq!(draft.counts.refused, 1);
}

#[test]
fn what_is_no_number_is_refused_with_its_cell() {
    check(
        "Stadtteil;Wert\nA;12,5\nB;k. A.\nC;ca. 35\nD;3 Tsd.\nE;1,2E+05\nF;1e308\nG;Infinity\nH;9,1\nI;8,2\nJ;7,3\nK;6,4\nL;5,5\n",
        "A wert 2014 12.5
         H wert 2014 9.1
         I wert 2014 8.2
         J wert 2014 7.3
         K wert 2014 6.4
         L wert 2014 5.5
         B3 Error NotANumber
         B4 Error NotANumber
         B5 Error OtherUnit
         B6 Error Exponent
         B7 Error Exponent
         B8 Error NotANumber",
    );
}

#[test]
fn percent_signs_belong_to_shares() {
    check(
        "Stadtteil;Anteil in %;Personen\nA;12,5 %;10\nB;7 %;5 %\n",
        "A anteil-in-prozent 2014 12.5
         A personen 2014 10
         B anteil-in-prozent 2014 7
         B personen 2014 5
         C3 Check PercentSign",
    );
}

#[test]
fn a_share_outside_its_range_is_looked_at() {
    check(
        "Stadtteil;Ausländeranteil in %;Veränderung in %\nA;112,5;-12,5\nB;7,1;120,1\n",
        "A auslaenderanteil-in-prozent 2014 112.5
         A veraenderung-in-prozent 2014 -12.5
         B auslaenderanteil-in-prozent 2014 7.1
         B veraenderung-in-prozent 2014 120.1
         B2 Check OutsideRange",
    );
}

#[test]
fn error_values_are_missing_with_a_reason() {
    check(
        "Stadtteil;Wert\nA;1\nB;#DIV/0!\nC;#NV\n",
        "A wert 2014 1
         B wert 2014 kein Wert missing
         C wert 2014 kein Wert missing
         B3 Check ErrorCell
         B4 Check ErrorCell",
    );
}

#[test]
fn titles_footnotes_and_blank_rows_are_no_data() {
    let draft = read_new(
        "Arbeitslose in den Stadtteilen;;\nStand: 31.12.2013;;\n;;\nStadtteil;Arbeitslose;Quote in %\n;;\nA;10;5,1\nB;20;6,2\n;;\n1) vorläufig;;\nQuelle: Amt für Statistik;;\n",
    );
    assert_eq!(
        snapshot(&draft),
        "A arbeitslose 31.12.2013 10\nA quote-in-prozent 31.12.2013 5.1\nB arbeitslose 31.12.2013 20\nB quote-in-prozent 31.12.2013 6.2"
    );
    assert_eq!(draft.rows[0].cell, CellRef { sheet: 0, row: 5, column: 1 });
}

#[test]
fn several_header_rows_are_joined_and_blanks_continue_to_the_right() {
    check(
        ";Arbeitslose;;Einwohner;\nStadtteil;2013;2014;2013;2014\nA;1;2;3;4\nB;5;6;7;8\n",
        "A arbeitslose 2013 1
         A arbeitslose 2014 2
         A einwohner 2013 3
         A einwohner 2014 4
         B arbeitslose 2013 5
         B arbeitslose 2014 6
         B einwohner 2013 7
         B einwohner 2014 8",
    );
}

#[test]
fn years_as_columns_take_their_name_from_the_title() {
    check(
        "Arbeitslosenquote in %\nStadtteil;2013;2014\nA;1,5;2,5\nB;3,5;.\n",
        "A arbeitslosenquote-in-prozent 2013 1.5
         A arbeitslosenquote-in-prozent 2014 2.5
         B arbeitslosenquote-in-prozent 2013 3.5
         B arbeitslosenquote-in-prozent 2014 kein Wert suppressed",
    );
}

#[test]
fn a_row_per_value_is_read() {
    check(
        "area;indicator;year;value;unit;source\nA;Einwohner;2013;9680;Personen;Amt\nA;Quote;2014;12,5;%;Amt\nB;Einwohner;o. J.;10;Personen;Amt\n",
        "A einwohner 2013 9680
         A quote 2014 12.5
         B einwohner o. J. 10",
    );
}

#[test]
fn one_name_with_two_units_stays_two_indicators() {
    check(
        "Gebiet;Merkmal;Jahr;Wert;Einheit\nA;Arbeitslose;2014;100;Personen\nA;Arbeitslose;2014;12,5;%\n",
        "A arbeitslose-personen 2014 100
         A arbeitslose-prozent 2014 12.5",
    );
}

#[test]
fn footnote_digits_on_years_are_refused_with_a_suggestion() {
    let draft = read_new("Gebiet;Indikator;Jahr;Wert\nA;X;1992;1\nA;X;19932;2\nA;X;1994;3\n");
    assert_eq!(draft.rows.len(), 2);
    let suggestion = draft.issues.iter().find_map(|issue| match &issue.kind {
        IssueKind::PeriodNotRead { suggestion, .. } => suggestion.clone(),
        _ => None,
    });
    assert_eq!(suggestion.as_deref(), Some("1993"));
}

#[test]
fn numerator_and_denominator_feed_one_value() {
    check_city(
        "Sozialraum;SGB2 2015;SGB2 2015 Zähler;SGB2 2015 Nenner\nMarten;25,0;250;1000\nHörde;;30;120\nEving/Lindenhorst;9,9;250;1000\n",
        "Marten SGB2 2015 25 = 250/1000
         Hörde SGB2 2015 25 = 30/120
         Eving/Lindenhorst SGB2 2015 9.9 = 250/1000
         B4 Check DiffersFromParts",
    );
}

#[test]
fn a_suppressed_value_is_not_computed_from_its_parts() {
    check_city(
        "Sozialraum;SGB2;SGB2 Zähler;SGB2 Nenner;Jahr\nMarten;.;250;1000;2015\nHörde;7,1;.;120;2015\n",
        "Marten SGB2 2015 kein Wert suppressed = 250/1000
         Hörde SGB2 2015 7.1
         B2 Check RecoverableFromShare
         C3 Check RecoverableFromShare",
    );
}

#[test]
fn spellings_are_recognised_visibly() {
    check_city(
        "Sozialraum;SGB2 2015\nSozialraum HOERDE;1,5\nEving - Lindenhorst;2,5\nMarten;3,5\n",
        "Hörde SGB2 2015 1.5
         Eving/Lindenhorst SGB2 2015 2.5
         Marten SGB2 2015 3.5
         A2 Info OtherSpelling
         A3 Info OtherSpelling",
    );
}

#[test]
fn similar_names_are_suggested_and_not_taken() {
    let draft = drafted(&source("Sozialraum;SGB2 2015\nMartn;1,5\nMarten;3,5\n"), &city(), |_| {});
    assert_eq!(snapshot(&draft), "Marten SGB2 2015 3.5\nA2 Open UnknownArea\n? UnknownAreas");
    let QuestionKind::UnknownAreas { areas } = &draft.questions[0].kind else { panic!() };
    assert_eq!((areas[0].label.as_str(), areas[0].similar.as_slice()), ("Martn", &[AreaId(3)][..]));
}

#[test]
fn a_name_that_is_clearly_one_area_is_proposed_and_numbers_tell_areas_apart() {
    let nearly = |text: &str| {
        let draft = drafted(&source(text), &city(), |_| {});
        let unknown = draft.questions.iter().find_map(|question| match &question.kind {
            QuestionKind::UnknownAreas { areas } => Some(areas.iter().map(|area| area.nearly).collect::<Vec<_>>()),
            _ => None,
        });
        unknown.unwrap_or_default()
    };
    assert_eq!(nearly("Sozialraum;SGB2 2015\nMartn;1,5\nHörde;3,5\n"), [Some(AreaId(3))]);
    // The row of that area is there, or two rows would be one area.
    assert_eq!(nearly("Sozialraum;SGB2 2015\nMartn;1,5\nMarten;3,5\nHörde;2,0\n"), [None]);
    assert_eq!(nearly("Sozialraum;SGB2 2015\nMartn;1,5\nMartenn;3,5\nHörde;2,0\n"), [None, None]);
    assert_eq!(nearly("Sozialraum;SGB2 2015\nMarten 2;1,5\nHörde;3,5\n"), [None]);
    assert_eq!(nearly("Sozialraum;SGB2 2015\nInsel;1,5\nHörde;3,5\n"), [None]);
}

#[test]
fn level_and_period_are_asked_while_the_areas_are_unknown() {
    let kinds = |text: &str| {
        let draft = drafted(&source(text), &PlanningData::default(), |_| {});
        let kinds = draft.questions.iter().map(|question| question.kind.code());
        kinds.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(kinds("Gebiet;Quote (%)\nA-Viertel;1,2\nB-Viertel;2,3\n"), "area_level unknown_areas period");
    assert_eq!(kinds("Stadtteil;Quote (%) 2024\nA-Viertel;1,2\nB-Viertel;2,3\n"), "unknown_areas");
    assert_eq!(kinds("Stadtteil;Jahr;Quote (%)\nA-Viertel;2024;1,2\nB-Viertel;2024;2,3\n"), "unknown_areas");
}

fn cards() -> PlanningData {
    let mut rate = indicator(2, "ALR", "Arbeitslosenrate", "%", 100.0);
    rate.age_bounds = "15 bis unter 65 Jahre".into();
    let count = indicator(3, "AL", "Arbeitslose", "", 1.0);
    let sgb = indicator(1, "SGB2", "SGB-II-Quote", "%", 100.0);
    PlanningData { indicators: Arc::new(vec![sgb, rate, count]), ..city() }
}

#[test]
fn an_indicator_in_another_spelling_is_the_card_and_other_units_ages_and_numerals_are_not() {
    let code = |heading: &str| {
        let text = format!("Sozialraum;{heading}\nMarten;1,5\nHörde;3,5\n");
        let draft = drafted(&source(text), &cards(), |mapping| mapping.period = Some("2015".into()));
        let asked = draft.questions.iter().any(|question| question.kind.code() == "similar_indicator");
        let code = draft.indicators.first().cloned().unwrap_or_default();
        if cards().indicator_by_code(&code).is_some() { code } else { (if asked { "asked" } else { "new" }).to_owned() }
    };
    for (heading, expected) in [
        ("SGB II Quote in % 1)", "SGB2"),
        ("SGB III Quote in %", "new"),
        ("SGB-II-Quotte in %", "asked"),
        ("Arbeitslosenrate (15–65) in %", "ALR"),
        ("Arbeitslosenrate (15 bis 64 Jahre) in %", "ALR"),
        ("Arbeitslosenrate (15 bis unter 65) in Prozent", "ALR"),
        ("Arbeitslosenrate (15 bis unter 25 Jahre) in %", "new"),
        ("Arbeitslosenrate (18–65) in %", "new"),
        ("Arbeitslosnrate in %", "asked"),
        ("Arbeitslose", "AL"),
        ("ARBEITSLOSE", "AL"),
        ("Arbeitslose %", "new"),
        ("Arbeitslose (%)", "new"),
    ] {
        assert_eq!(code(heading), expected, "{heading}");
    }
}

#[test]
fn a_nearly_known_indicator_is_written_only_once_the_planner_has_said_what_it_is() {
    let text = "Sozialraum;Arbeitslosnrate in % 2015\nMarten;1,5\nHörde;3,5\n";
    let open = drafted(&source(text), &cards(), |_| {});
    assert!(!open.is_settled());
    let Some(QuestionKind::SimilarIndicator { code, known_code, .. }) =
        open.questions.iter().map(|question| question.kind.clone()).next()
    else {
        panic!("{:?}", open.questions)
    };
    assert_eq!(known_code, "ALR");
    let same = drafted(&source(text), &cards(), |mapping| mapping.equate(&code, &known_code));
    assert!(same.is_settled() && same.new_indicators().is_empty(), "{:?}", same.questions);
    assert_eq!(same.indicators, ["ALR"]);
    let own = drafted(&source(text), &cards(), |mapping| mapping.keep_apart(&code));
    assert!(own.is_settled());
    assert_eq!(own.new_indicators().len(), 1);
    // The answer stands in the mapping that is kept.
    let kept = own.mapping().to_toml();
    assert!(kept.contains("own = true"), "{kept}");
    assert_eq!(Mapping::from_toml(&kept).unwrap().new_indicators, own.mapping().new_indicators);
}

#[test]
fn a_nearly_known_name_in_a_row_per_value_is_asked_about_too() {
    let text = "Sozialraum;Indikator;Jahr;Wert\nMarten;Arbeitslosenrate;2015;1,5\nHörde;Arbeitslosenratte;2015;3,5\n";
    let mut data = cards();
    Arc::make_mut(&mut data.indicators).truncate(2);
    let draft = drafted(&source(text), &data, |_| {});
    let asked = draft.questions.iter().find_map(|question| match &question.kind {
        QuestionKind::SimilarIndicator { code, known_code, .. } => Some((code.clone(), known_code.clone())),
        _ => None,
    });
    let (code, known) = asked.expect("a question");
    let same = drafted(&source(text), &data, |mapping| mapping.equate(&code, &known));
    assert_eq!(
        (same.indicators.as_slice(), same.is_settled()),
        (&["ALR".to_owned()][..], true),
        "{:?}",
        same.questions
    );
}

#[test]
fn a_choice_settles_an_unknown_area_and_is_remembered() {
    let draft = drafted(&source("Sozialraum;SGB2 2015\nMartn;1,5\nInsel;2,5\nRest;9,9\n"), &city(), |mapping| {
        let sozialraum = AreaLevel::Sozialraum;
        mapping.area_choices.insert("Martn".into(), AreaChoice::Existing { level: sozialraum, key: "013".into() });
        mapping.area_choices.insert("Insel".into(), AreaChoice::Create { level: sozialraum });
        mapping.area_choices.insert("Rest".into(), AreaChoice::Skip);
    });
    assert_eq!(snapshot(&draft), "Marten SGB2 2015 1.5\nInsel SGB2 2015 2.5\nA4 Info SkippedArea");
    assert!(draft.is_settled());
    let batch = draft.batch();
    assert_eq!(batch.new_synonyms, [(AreaId(3), "Martn".to_owned())]);
    assert_eq!((batch.new_areas[0].key.as_str(), batch.new_areas[0].level), ("insel", AreaLevel::Sozialraum));
}

#[test]
fn a_name_on_two_levels_is_asked() {
    check_city("Name;SGB2 2015\nHörde;1,5\nMarten;2,5\n", "Hörde SGB2 2015 1.5\nMarten SGB2 2015 2.5");
    let draft = drafted(&source("Name;SGB2 2015\nHörde;1,5\nMarten;2,5\n"), &city(), |m| m.area_level = None);
    assert_eq!(snapshot(&draft), "Marten SGB2 2015 2.5\nA2 Open AmbiguousArea\n? AmbiguousAreas");
}

#[test]
fn keys_that_lost_their_zeros_are_restored_visibly() {
    check_city(
        "Schlüssel;Name;SGB2 2015\n11;Hörde;1,5\n012;Eving/Lindenhorst;2,5\n",
        "Hörde SGB2 2015 1.5
         Eving/Lindenhorst SGB2 2015 2.5
         A2 Check KeyRestored",
    );
}

#[test]
fn key_and_name_that_disagree_are_refused() {
    check_city(
        "Schlüssel;Name;SGB2 2015\n011;Marten;1,5\n012;Eving/Lindenhorst;2,5\n",
        "Eving/Lindenhorst SGB2 2015 2.5
         B2 Error KeyAndNameDisagree",
    );
}

#[test]
fn the_same_value_twice_is_never_silent() {
    check_city(
        "Sozialraum;SGB2 2015\nMarten;1,5\nMarten;1,5\nMarten;2,5\n",
        "Marten SGB2 2015 1.5
         B3 Info Duplicate
         B4 Open Duplicate
         ? Duplicates",
    );
}

#[test]
fn new_changed_and_unchanged_values_are_told_apart() {
    let draft = drafted(
        &source("Sozialraum;SGB-II-Quote in % (2014)\nHörde;12,5\nEving/Lindenhorst;21,0\nMarten;.\n"),
        &city(),
        |_| {},
    );
    let counts = draft.counts;
    assert_eq!((counts.new, counts.changed, counts.unchanged, counts.without_value), (1, 1, 1, 1));
    assert_eq!(draft.changes[0].old_value, Some(20.0));
    assert_eq!(draft.rows[draft.changes[0].row as usize].value.get(), Some(21.0));
    assert!(draft.batch().new_indicators.is_empty());
}

#[test]
fn the_same_name_with_another_unit_is_another_indicator() {
    let draft = drafted(&source("Sozialraum;SGB-II-Quote je 1.000 (2014)\nHörde;125\n"), &city(), |_| {});
    assert_eq!(draft.batch().new_indicators[0].code, "sgb-ii-quote-je-1-000");
    assert_eq!(draft.batch().new_indicators[0].direction, Direction::Context);
}

#[test]
fn a_total_that_is_no_sum_is_reported() {
    let draft = read_new("Stadtteil;Einwohner\nA;100\nB;200\nC;300\nD;400\nStadt insgesamt;1010\n");
    assert_eq!(draft.rows[4].value.get(), Some(1010.0));
    assert_eq!(draft.areas[4].level, AreaLevel::Stadt);
    let total = draft.issues.iter().find(|issue| matches!(issue.kind, IssueKind::TotalIsNotSum { .. })).unwrap();
    assert_eq!(
        total.text(),
        "Einwohner: Die veröffentlichte Summe 1.010 ist nicht die Summe der Gebiete (Stadtteile 1.000). Beides bleibt wie veröffentlicht."
    );
}

#[test]
fn soft_line_breaks_in_headings_are_mended() {
    let draft = read_new("Stadtteil;\"Leistungs-\nempfänger\";Durchschnitt-liches Einkommen in EUR\nA;1;2\n");
    let names: Vec<String> = draft.batch().new_indicators.into_iter().map(|card| card.name).collect();
    assert_eq!(names, ["Leistungsempfänger", "Durchschnittliches Einkommen in EUR"]);
    assert_eq!(draft.batch().new_indicators[1].unit, "€");
}

#[test]
fn without_a_period_the_planner_is_asked() {
    let draft = drafted(&source("Sozialraum;SGB2\nMarten;1,5\n"), &city(), |_| {});
    assert_eq!(snapshot(&draft), "? Period");
    let settled =
        drafted(&source("Sozialraum;SGB2\nMarten;1,5\n"), &city(), |mapping| mapping.period = Some("2016".into()));
    assert_eq!(snapshot(&settled), "Marten SGB2 2016 1.5");
}

#[test]
fn the_period_is_taken_from_the_file_name() {
    let source = read("Quoten_2017.csv", b"Sozialraum;SGB2\nMarten;1,5\n", &Progress::new()).unwrap();
    assert_eq!(snapshot(&drafted(&source, &city(), |_| {})), "Marten SGB2 2017 1.5");
}

#[test]
fn a_year_inside_a_name_is_no_period() {
    check(
        "Stadtteil;Wohnungen mit Bindung bis 2019;Wohnungen (2013)\nA;1;2\n",
        "A wohnungen-mit-bindung-bis-2019 2014 1
         A wohnungen 2013 2",
    );
}

#[test]
fn a_row_of_column_numbers_is_no_data() {
    check("Stadtteil;Alpha;Beta;Gamma\n1;2;3;4\nA;10;20;30\n", "A alpha 2014 10\nA beta 2014 20\nA gamma 2014 30");
}

#[test]
fn a_heading_that_is_repeated_inside_is_left_out() {
    check("Stadtteil;Wert\nA;10\nStadtteil;Wert\nB;20\n", "A wert 2014 10\nB wert 2014 20");
}

#[test]
fn a_subheading_without_values_is_said() {
    check("Stadtteil;Wert\nA;10\nBezirk Nord;\nB;20\n", "A wert 2014 10\nB wert 2014 20\nA3 Info RowWithoutValues");
}

#[test]
fn columns_of_words_are_left_out() {
    check("Stadtteil;Wert;Klasse\nA;10;mittel\nB;20;hoch\n", "A wert 2014 10\nB wert 2014 20");
}

#[test]
fn every_usual_encoding_and_line_end_gives_the_same() {
    let text = "Sozialraum;SGB2 2015\nHörde;1,5\n";
    let utf16 = |big: bool| {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect::<Vec<u8>>()
    };
    let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        utf16(true),
        utf16(false),
        windows,
        text.replace('\n', "\r").into_bytes(),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace(';', "\t").into_bytes(),
    ] {
        let draft = drafted(&source(bytes), &city(), |_| {});
        assert_eq!(
            (draft.rows.len(), draft.rows[0].value.get(), draft.areas[0].existing),
            (1, Some(1.5), Some(AreaId(1)))
        );
    }
}

#[test]
fn commas_part_cells_where_decimals_have_points() {
    check("Stadtteil,Wert\n\"A, Nord\",12.5\nB,3.25\n", "A, Nord wert 2014 12.5\nB wert 2014 3.25");
}

#[test]
fn old_and_garbled_letters_are_said() {
    let old = source(b"Sozialraum;SGB2 2015\nH\xf6rde;1,5\n");
    assert_eq!(old.notes[0].text(), "Die Datei ist in Windows-1252 gespeichert. Stimmen die Umlaute? Hörde");
    let garbled = source("Sozialraum;SGB2 2015\nHÃ¶rde;1,5\n");
    assert_eq!(garbled.notes[0].kind, IssueKind::GarbledLetters);
}

#[test]
fn files_that_are_no_tables_are_refused_with_three_sentences() {
    let zip = |name: &str| workbook(&[(name, "x")]);
    let mut encrypted = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    encrypted.extend("EncryptedPackage".bytes().flat_map(|byte| [byte, 0]));
    let docx = zip("word/document.xml");
    let cut = &xlsx(SHEET)[..200];
    for (bytes, expected) in [
        (&b""[..], "Empty"),
        (b"a\0b", "ZeroByte"),
        (b"%PDF-1.7 abc", "Foreign"),
        (&docx, "Foreign"),
        (&encrypted, "Encrypted"),
        (cut, "Damaged"),
        (b"\xd0\xcf\x11\xe0 cut", "Damaged"),
        (b"\n\n;;\n", "NoCells"),
        (b"<html><table>", "Foreign"),
    ] {
        let error = read("x.xlsx", bytes, &Progress::new()).unwrap_err();
        assert!(format!("{error:?}").starts_with(expected), "{error:?}");
        let message = error.message();
        assert!(!message.happened.is_empty() && !message.meaning.is_empty() && !message.action.is_empty());
    }
}

pub(crate) fn workbook(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn xlsx(sheet: &str) -> Vec<u8> {
    xlsx_with(sheet, "")
}

pub(crate) fn xlsx_with(sheet: &str, after: &str) -> Vec<u8> {
    let book = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Daten" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let package = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let styles = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>"#;
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData>{after}</worksheet>"#
    );
    workbook(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", package),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn text_cell(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

const SHEET: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Sozialraum</t></is></c><c r="B1" t="inlineStr"><is><t>SGB2 2015</t></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>Marten</t></is></c><c r="B2"><v>9.6999999999999993</v></c></row>"#;

#[test]
fn typed_cells_of_a_workbook_need_no_guess() {
    let bytes = xlsx(SHEET);
    let source = read("x.xlsx", &bytes, &Progress::new()).unwrap();
    assert_eq!(snapshot(&drafted(&source, &city(), |_| {})), "Marten SGB2 2015 9.7");
}

#[test]
fn a_typed_number_is_shown_and_remembered_as_a_german_spreadsheet_shows_it() {
    let source = read("x.xlsx", &xlsx(SHEET), &Progress::new()).unwrap();
    let draft = drafted(&source, &city(), |_| {});
    assert_eq!(draft.table().displayed(1, 1), "9,7");
    assert_eq!(draft.columns[1].samples[0].text, "9,7");
    assert_eq!(draft.batch().texts.get(0), "9,7");
    assert_eq!(draft.table().displayed(1, 0), "Marten", "text stays as it is");
}

#[test]
fn a_new_card_leaves_the_percent_to_its_unit_unless_another_card_has_the_plain_name() {
    let cards = |heading: &str| {
        let table = format!("Sozialraum;{heading}\nMarten;9,7;1\nNette;8,1;2\n");
        let source = read("x 2020.csv", table.as_bytes(), &Progress::new()).unwrap();
        let mapping = propose(&source, &city()).mapping;
        mapping.new_indicators.iter().map(|card| format!("{} [{}]", card.name, card.unit)).collect::<Vec<_>>()
    };
    assert_eq!(cards("Leerstand (%);Häuser"), ["Leerstand [%]", "Häuser []"]);
    assert_eq!(cards("Leerstand in %;Leerstand"), ["Leerstand in % [%]", "Leerstand []"]);
}

#[test]
fn a_column_that_is_read_by_hand_takes_indicator_period_and_unit_from_its_headings() {
    let table = "Sozialraum;Kinder;;Leerstand\n;2019;2020;2020\nMarten;10;11;2,8 %\nNette;20;21;3,1 %\n";
    let source = read("x.csv", table.as_bytes(), &Progress::new()).unwrap();
    let proposed = propose(&source, &city()).mapping;
    let mut by_hand = proposed.clone();
    for column in [2, 3] {
        by_hand.columns[column].role = ColumnRole::Ignore;
    }
    by_hand.new_indicators.retain(|card| card.name != "Leerstand");
    for column in [2, 3] {
        by_hand.read_by_heading(&source.sheets[0], column, &city());
    }
    assert_eq!(by_hand, proposed);
    assert_eq!(by_hand.new_indicators[1].unit, "%");
}

#[test]
fn a_question_about_a_column_under_a_wider_heading_names_the_indicator() {
    let table = "Sozialraum;Kinder;\n;2019;2020\nMarten;1.234;1.235\nNette;2.345;2.346\n";
    let source = read("x.csv", table.as_bytes(), &Progress::new()).unwrap();
    let asked = propose(&source, &city()).questions.into_iter().filter_map(|question| match question.kind {
        QuestionKind::DecimalMark { header, .. } => Some(header),
        _ => None,
    });
    assert_eq!(asked.collect::<Vec<_>>(), ["Kinder · 2019", "Kinder · 2020"]);
}

#[test]
fn dates_errors_formulas_and_infinity_in_a_workbook_are_no_numbers() {
    let rows = [
        format!(r#"<row r="1">{}{}</row>"#, text_cell("A1", "Name"), text_cell("B1", "SGB2 2015")),
        format!(r#"<row r="2">{}<c r="B2" t="e"><v>#DIV/0!</v></c></row>"#, text_cell("A2", "Marten")),
        format!(r#"<row r="3">{}<c r="B3" s="1"><v>41671</v></c></row>"#, text_cell("A3", "Hörde")),
        format!(r#"<row r="4">{}<c r="B4"><f>1+1</f></c></row>"#, text_cell("A4", "Eving/Lindenhorst")),
        format!(r#"<row r="5">{}<c r="B5"><v>1e308</v></c></row>"#, text_cell("A5", "Musterstadt")),
    ];
    let source = read("x.xlsx", &xlsx(&rows.concat()), &Progress::new()).unwrap();
    let draft = drafted(&source, &city(), |_| {});
    assert_eq!(
        snapshot(&draft),
        "Marten SGB2 2015 kein Wert missing\nB2 Check ErrorCell\nB3 Error DateInsteadOfNumber\nB4 Error FormulaWithoutResult\nB5 Error TooLarge"
    );
}

#[test]
fn a_single_far_cell_costs_no_grid() {
    let sheet = format!(r#"{SHEET}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
    let source = read("x.xlsx", &xlsx(&sheet), &Progress::new()).unwrap();
    assert_eq!(source.sheets[0].row_count(), 1_048_576);
    assert_eq!(source.sheets[0].cell(1_048_575, 16_383).text, "1");
}

#[test]
fn a_zip_bomb_is_refused_by_what_it_really_unpacks_to() {
    let zeros = " ".repeat(65 << 20);
    let bytes = workbook(&[("xl/workbook.xml", "x"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bytes.len() < 1 << 20);
    assert!(matches!(read("x.xlsx", &bytes, &Progress::new()), Err(ImportError::TooLarge { .. })));
    let names: Vec<String> = (0..2100).map(|n| format!("{n}")).collect();
    let many: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert!(matches!(read("x.xlsx", &workbook(&many), &Progress::new()), Err(ImportError::TooLarge { .. })));
}

#[test]
fn typed_shares_between_0_and_1_are_asked() {
    let rows = [
        format!(
            r#"<row r="1">{}{}</row>"#,
            text_cell("A1", "Sozialraum"),
            text_cell("B1", "Ausländeranteil in % (2015)")
        ),
        format!(r#"<row r="2">{}<c r="B2"><v>0.097</v></c></row>"#, text_cell("A2", "Hörde")),
        format!(r#"<row r="3">{}<c r="B3"><v>0.35</v></c></row>"#, text_cell("A3", "Marten")),
    ];
    let source = read("x.xlsx", &xlsx(&rows.concat()), &Progress::new()).unwrap();
    let open = drafted(&source, &city(), |_| {});
    assert!(matches!(open.questions[0].kind, QuestionKind::SharesAsFractions { .. }));
    let settled = drafted(&source, &city(), |mapping| mapping.columns[1].factor = Some(100.0));
    assert_eq!(settled.rows.iter().map(|row| row.value.get()).collect::<Vec<_>>(), [Some(9.7), Some(35.0)]);
    assert!(settled.is_settled());
}

#[test]
fn older_and_open_workbooks_are_read() {
    for name in ["klein.ods", "klein.xls"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
        let source = read(name, &std::fs::read(path).unwrap(), &Progress::new()).unwrap();
        let draft = drafted(&source, &PlanningData::default(), |mapping| mapping.create_areas = true);
        assert_eq!(
            snapshot(&draft),
            "Adorf einwohner 2014 1200\nAdorf anteil-arbeitslose-in-prozent 2014 12.5\nBeheim einwohner 2014 34\nBeheim anteil-arbeitslose-in-prozent 2014 kein Wert suppressed\nCstadt einwohner 2014 0\nCstadt anteil-arbeitslose-in-prozent 2014 0 nil",
            "{name}"
        );
    }
}

#[test]
fn subtotals_are_left_out_visibly_or_read_as_the_larger_area_that_they_add_up_to() {
    let text = "Sozialraum;SGB2 2015\nMarten;1,5\nHörde;4,5\nStadtbezirk Hörde zusammen;2,5\nSumme Insel;3,5\n";
    let proposed = drafted(&source(text), &city(), |_| {});
    assert_eq!(snapshot(&proposed), "Marten SGB2 2015 1.5\nHörde SGB2 2015 4.5\nA4 Check Subtotal\nA5 Check Subtotal");
    assert!(matches!(proposed.questions[0].kind, QuestionKind::Subtotals { .. }));
    assert_eq!(proposed.left_out, [3, 4]);
    let part = |row, column| proposed.cell(0, row, column).unwrap().part;
    assert_eq!(
        (part(2, 1), part(3, 0), part(3, 1)),
        (CellPart::Value(ValuePart::Value), CellPart::Area, CellPart::Outside)
    );
    let left_out = drafted(&source(text), &city(), |mapping| mapping.subtotals = Some(SubtotalRule::LeaveOut));
    assert_eq!(snapshot(&left_out), "Marten SGB2 2015 1.5\nHörde SGB2 2015 4.5\nA4 Info Subtotal\nA5 Info Subtotal");
    assert_eq!(left_out.questions, []);
    let read = drafted(&source(text), &city(), |mapping| mapping.subtotals = Some(SubtotalRule::Read));
    let levels = snapshot_with(&read, |area| format!("{} {}", area.level.code(), area.name));
    assert_eq!(
        levels,
        "sozialraum Marten SGB2 2015 1.5\nsozialraum Hörde SGB2 2015 4.5\nstadtbezirk Hörde SGB2 2015 2.5\n\
         A4 Info OtherSpelling\nA5 Open UnknownArea\n? UnknownAreas"
    );
}

/// Printed tables head their blocks with an area that the project does not know; its row is a sum all the same.
#[test]
fn rows_that_are_sums_by_their_values_are_asked_about_before_anything_is_taken_over() {
    let text = "Gebiet;Einwohner\nBezirk Nord;300\n  Hafen;100\n  Markt;200\nBezirk Süd;700\n  Aue;300\n  Berg;400\n";
    let new = |mapping: &mut Mapping| {
        mapping.create_areas = true;
        mapping.area_level = Some(AreaLevel::Stadtteil);
        mapping.period = Some("2014".into());
    };
    let empty = PlanningData::default();
    let asked = drafted(&source(text), &empty, new);
    let [question] = asked.questions.as_slice() else { panic!("{:?}", asked.questions) };
    assert!(question.blocking && question.text().contains("Bezirk Nord"), "{}", question.text());
    assert_eq!((asked.left_out.as_slice(), asked.rows.len()), (&[1, 4][..], 4));
    let settled = |rule: SubtotalRule| {
        drafted(&source(text), &empty, |mapping| {
            new(mapping);
            mapping.subtotals = Some(rule);
        })
    };
    let (left_out, read) = (settled(SubtotalRule::LeaveOut), settled(SubtotalRule::Read));
    assert_eq!((left_out.questions.len(), left_out.rows.len()), (0, 4));
    assert_eq!((read.questions.len(), read.rows.len()), (0, 6));
    // The next file of the kind is read as settled.
    let next = source(text.replace("300", "310").replace("100", "110").replace("400", "390"));
    let again = reapply(left_out.mapping(), &next, &empty);
    assert_eq!(again.mapping.sum_rows, left_out.mapping().sum_rows);
    assert_eq!(again.mapping.subtotals, Some(SubtotalRule::LeaveOut));
}

#[test]
fn a_sum_that_bears_the_name_of_a_larger_area_is_that_area() {
    let text = "Gebiet;Zahl;Fälle\nHörde;300;40\n  Hörde;100;15\n  Marten;200;25\n";
    let draft = drafted(&source(text), &city(), |mapping| mapping.period = Some("2014".into()));
    let levels = snapshot_with(&draft, |area| format!("{} {}", area.level.code(), area.name));
    assert!(levels.starts_with("stadtbezirk Hörde zahl 2014 300"), "{levels}");
    assert!(levels.contains("sozialraum Hörde zahl 2014 100"), "{levels}");
}

/// Districts below their quarters, one of which has the name of its district.
#[test]
fn a_name_that_stands_twice_means_the_district_among_the_districts() {
    let mut data = city();
    let mut areas = data.areas.to_vec();
    areas.push(area(90, AreaLevel::Stadtbezirk, "9", "Huckarde"));
    data.areas = Arc::new(areas);
    let text = "Gebiet;Quote 2024\nMarten;1,5\nHörde;2,5\nEving/Lindenhorst;3,5\nHuckarde;4,5\nHörde;5,5\n";
    let draft = drafted(&source(text), &data, |_| {});
    let found: Vec<String> = draft
        .rows
        .iter()
        .map(|row| &draft.areas[row.area as usize])
        .map(|area| format!("{} {}", area.level.code(), area.name))
        .collect();
    let districts: Vec<&String> = found.iter().filter(|area| area.starts_with("stadtbezirk")).collect();
    assert_eq!(districts, ["stadtbezirk Huckarde", "stadtbezirk Hörde"], "{found:?}");
    assert!(found.contains(&"sozialraum Hörde".to_owned()), "{found:?}");
}

#[test]
fn a_subtotal_that_is_left_out_is_compared_with_its_rows_and_gives_hidden_cells_away() {
    let text = "Stadtteil;Einwohner;Kinder\nHafen;100;10\nMarkt;200;20\nNord zusammen;310;30\n\
                Aue;300;.\nBerg;400;40\nSüd zusammen;700;55\n";
    let draft = drafted(&source(text), &PlanningData::default(), |mapping| {
        mapping.create_areas = true;
        mapping.area_level = Some(AreaLevel::Stadtteil);
        mapping.period = Some("2014".into());
    });
    let found: Vec<String> = draft
        .issues
        .iter()
        .filter(|issue| !matches!(issue.kind, IssueKind::Subtotal { .. }))
        .map(|issue| format!("{} {}", issue.cell.unwrap(), issue.text()))
        .collect();
    let [off, hidden] = found.as_slice() else { panic!("{found:#?}") };
    assert!(off.starts_with("B4 ") && off.contains("310") && off.contains("300"), "{off}");
    assert!(hidden.starts_with("C5 ") && hidden.contains("C7"), "{hidden}");
    assert_eq!(draft.rows.len(), 8, "nothing is repaired");
}

/// `hochgestellt.fods`, which LibreOffice 7.4 has stored in the other formats.
#[test]
fn a_raised_digit_of_any_workbook_is_no_digit_of_the_number_before_it() {
    for name in ["hochgestellt.xlsx", "hochgestellt.xls", "hochgestellt.ods"] {
        let source = stored(name);
        let texts = [1, 2].map(|row| source.sheets[0].text(row, 1).to_owned());
        assert_eq!(texts, ["9,6²", "9,62"], "{name}");
    }
}

/// What the cell shows and what it stores: both are the origin of a value.
#[test]
fn the_origin_of_a_percent_cell_names_what_the_cell_shows_and_what_it_stores() {
    for name in ["aussehen.xlsx", "aussehen.xls", "aussehen.ods"] {
        let draft = drafted(&stored(name), &PlanningData::default(), |mapping| {
            mapping.create_areas = true;
            mapping.period = Some("2014".into());
        });
        let batch = draft.batch();
        let at = draft.rows.iter().position(|row| draft.table().is_percent(row.cell.row, row.cell.column)).unwrap();
        assert_eq!(batch.texts.get(at), "25 % (gespeichert: 0,25)", "{name}");
    }
}

fn stored(name: &str) -> Source {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
    read(name, &std::fs::read(path).unwrap(), &Progress::new()).unwrap()
}

/// `aussehen.fods`, which LibreOffice 7.4 has stored in the other formats.
#[test]
fn every_kind_of_workbook_tells_what_it_hides_merges_computes_and_shows_as_percent() {
    for name in ["aussehen.xlsx", "aussehen.xls", "aussehen.ods"] {
        let source = stored(name);
        let draft = drafted(&source, &PlanningData::default(), |mapping| {
            mapping.create_areas = true;
            mapping.period = Some("2014".into());
        });
        assert_eq!(
            snapshot(&draft),
            "Nord quote 2023 25\nNord quote-2 2023 1.5\nNord zahl 2014 2\n\
             Süd quote 2023 7\nSüd quote-2 2023 2.5\nSüd zahl 2014 kein Wert missing\n\
             West x quote 2023 8\nWest x quote-2 2023 1234.5\nWest x zahl 2014 kein Wert missing\n\
             Datei Info HiddenRows\nDatei Info HiddenColumns\nDatei Info FormulaCells\n\
             C1 Check SameHeading\nD3 Check ErrorCell\nD4 Check ErrorCell",
            "{name}"
        );
        let first = CellRef { sheet: 0, row: 1, column: 3 };
        let expected = [
            IssueKind::HiddenRows { sheet: "Daten".into(), rows: vec![2] },
            IssueKind::HiddenColumns { sheet: "Daten".into(), columns: vec![2] },
            IssueKind::FormulaCells { sheet: "Daten".into(), count: 3, first },
        ];
        assert_eq!(source.notes.iter().map(|note| note.kind.clone()).collect::<Vec<_>>(), expected, "{name}");
        let merged: Vec<u16> = source.sheets[0].merged().iter().map(|region| region.last_column).collect();
        assert_eq!(merged, [2], "{name}");
    }
}

#[test]
fn workbooks_behind_a_password_are_refused_by_that_name() {
    for name in ["kennwort.xls", "kennwort.ods"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
        let error = read(name, &std::fs::read(path).unwrap(), &Progress::new()).unwrap_err();
        assert_eq!(error, ImportError::Encrypted, "{name}");
    }
    let whole = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("encrypted-package", "x")];
    assert_eq!(read("x.ods", &workbook(&whole), &Progress::new()).unwrap_err(), ImportError::Encrypted);
}

#[test]
fn the_legend_of_a_file_can_be_changed() {
    let text = "Sozialraum;SGB2 2015\nMarten;-\nHörde;k. A.\nEving/Lindenhorst;2,5\n";
    let draft = drafted(&source(text), &city(), |mapping| {
        mapping.legend.signs.insert("-".into(), Status::Missing);
        mapping.legend.signs.insert("k. A.".into(), Status::Missing);
    });
    assert_eq!(
        snapshot(&draft),
        "Marten SGB2 2015 kein Wert missing\nHörde SGB2 2015 kein Wert missing\nEving/Lindenhorst SGB2 2015 2.5"
    );
}

#[test]
fn a_dash_is_asked_about_without_blocking() {
    let draft = drafted(&source("Sozialraum;SGB2 2015\nMarten;-\n"), &city(), |_| {});
    assert!(draft.is_settled());
    assert_eq!(draft.questions[0].kind, QuestionKind::NilSign { count: 1 });
}

#[test]
fn a_mapping_reads_back_as_written_and_notices_another_heading() {
    let first = source("Sozialraum;SGB2 2015;Quote in %\nMarten;1,5;(2,5)\n");
    let mapping = propose(&first, &city()).mapping;
    let text = mapping.to_toml();
    assert_eq!(Mapping::from_toml(&text).unwrap(), mapping, "{text}");
    let second = source("Sozialraum;SGB2 2016;Quote in %\nMarten;1,5;2,5\n");
    let draft = draft(&second, &mapping, &city(), &Progress::new()).unwrap();
    assert!(draft.questions.iter().any(|question| matches!(question.kind, QuestionKind::HeaderChanged { .. })));
    assert!(Mapping::from_toml("sheeet = 1").is_err());
}

#[test]
fn the_preview_tells_how_a_cell_was_read() {
    let draft = read_new("Titel;\nStadtteil;Wert\nA;1.234,5\nB;viel\nC;3\nD;4\n");
    let view = |row, column| draft.cell(0, row, column).unwrap();
    assert_eq!(view(0, 0).part, CellPart::Title);
    assert_eq!(view(1, 1).part, CellPart::Header);
    assert_eq!(view(2, 0).part, CellPart::Area);
    assert!(matches!(view(2, 1).reading, Some(Reading::Value { value, .. }) if value.to_string() == "1234.5"));
    assert!(matches!(view(3, 1).reading, Some(Reading::Refused(_))));
    assert_eq!(view(3, 1).issue.map(|issue| issue.severity), Some(Severity::Error));
    assert_eq!(draft.columns[1].samples[0].text, "1.234,5");
    assert_eq!((draft.columns[1].numbers, draft.columns[1].refused), (3, 1));
}

#[test]
fn a_cancelled_draft_stops() {
    let source = source("Sozialraum;SGB2 2015\nMarten;1,5\n");
    let mapping = propose(&source, &city()).mapping;
    let progress = Progress::new();
    progress.cancel();
    assert!(draft(&source, &mapping, &city(), &progress).is_err());
}

#[test]
fn a_table_without_areas_or_values_asks_for_them() {
    let draft = drafted(&source("Alpha;Beta\nx1;y1\n"), &PlanningData::default(), |mapping| {
        mapping.columns.iter_mut().for_each(|column| column.role = ColumnRole::Ignore);
    });
    assert!(draft.questions.iter().any(|question| question.kind == QuestionKind::NoAreaColumn));
    assert!(draft.questions.iter().any(|question| question.kind == QuestionKind::NoValueColumn));
}

#[test]
fn no_file_brings_the_reader_down() {
    let cells = [
        "",
        "1.234",
        "12,5",
        "-",
        ".",
        "\"",
        "2014",
        "Hörde",
        "(1",
        "%",
        "0001",
        "\u{feff}",
        "x;y",
        "1e9",
        "31.12.2013",
    ];
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize
    };
    for _ in 0..400 {
        let (rows, columns) = (1 + next() % 9, 1 + next() % 6);
        let mut text = String::new();
        for _ in 0..rows * columns {
            text += cells[next() % cells.len()];
            text.push([';', '\n', ','][next() % 3]);
        }
        if let Ok(source) = read("x_2014.csv", text.as_bytes(), &Progress::new()) {
            let mut mapping = propose(&source, &city()).mapping;
            mapping.create_areas = true;
            mapping.area_level = Some(AreaLevel::Stadtteil);
            let draft = draft(&source, &mapping, &city(), &Progress::new()).unwrap();
            assert_eq!(Mapping::from_toml(&mapping.to_toml()), Ok(mapping));
            assert_eq!(draft.batch().rows.len(), draft.rows.len());
            draft.issues.iter().for_each(|issue| assert!(!issue.text().is_empty()));
            draft.questions.iter().for_each(|question| assert!(!question.text().is_empty()));
        }
    }
    let book = xlsx(SHEET);
    for at in (0..book.len()).step_by(7) {
        let mut damaged = book.clone();
        damaged[at] ^= 0x55;
        let _ = read("x.xlsx", &damaged, &Progress::new());
        let _ = read("x.xlsx", &book[..at], &Progress::new());
    }
}

#[test]
fn an_open_document_of_repeated_cells_is_refused() {
    let content = r#"<office:document-content><table:table table:name="x"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"></table:table-cell></table:table-row></table:table></office:document-content>"#;
    let bytes = workbook(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)]);
    assert!(matches!(read("x.ods", &bytes, &Progress::new()), Err(ImportError::TooLarge { .. })));
}

#[test]
fn a_stored_mapping_reads_the_next_file_of_the_same_shape() {
    let first = read("Quoten_2014.csv", b"Sozialraum;SGB2\nMarten;1,5\n", &Progress::new()).unwrap();
    let mut stored = propose(&first, &city()).mapping;
    stored.legend.signs.insert("k. A.".into(), Status::Missing);
    let next = b"Quoten\nSozialraum;SGB2\nMarten;1,5\nH\xc3\xb6rde;k. A.\n";
    let next = read("Quoten_2015.csv", next, &Progress::new()).unwrap();
    let proposal = reapply(&stored, &next, &city());
    assert!(proposal.questions.is_empty(), "{:?}", proposal.questions);
    let draft = draft(&next, &proposal.mapping, &city(), &Progress::new()).unwrap();
    assert_eq!(snapshot(&draft), "Marten SGB2 2015 1.5\nHörde SGB2 2015 kein Wert missing");
}

#[test]
fn rows_per_value_may_name_areas_of_several_levels() {
    let draft = drafted(
        &source(
            "Gebiet;Indikator;Jahr;Wert\nMarten;SGB2;2015;1,5\nMusterstadt;SGB2;2015;2,5\nEving/Lindenhorst;SGB2;2015;3,5\nMusterstadt;SGB2;2016;4,5\n",
        ),
        &city(),
        |_| {},
    );
    assert_eq!(
        snapshot(&draft),
        "Marten SGB2 2015 1.5\nMusterstadt SGB2 2015 2.5\nEving/Lindenhorst SGB2 2015 3.5\nMusterstadt SGB2 2016 4.5"
    );
}

#[test]
fn a_total_row_without_counts_is_known_by_its_name() {
    check(
        "Stadtteil;Quote in %\nA;1,5\nInsgesamt;2,5\n",
        "A quote-in-prozent 2014 1.5
         Insgesamt quote-in-prozent 2014 2.5",
    );
    assert_eq!(read_new("Stadtteil;Quote in %\nA;1,5\nInsgesamt;2,5\n").areas[1].level, AreaLevel::Stadt);
}

#[test]
fn columns_that_moved_are_found_by_their_heading() {
    let first = source("Sozialraum;SGB2 2014;Alter\nMarten;1,5;40\n");
    let stored = propose(&first, &city()).mapping;
    let next = source("Sozialraum;Alter;Neu;SGB2 2014\nMarten;41;7;2,5\n");
    let proposal = reapply(&stored, &next, &city());
    let roles: Vec<&ColumnRole> = proposal.mapping.columns.iter().map(|column| &column.role).collect();
    assert_eq!(*roles[1], stored.columns[2].role);
    assert_eq!(*roles[2], ColumnRole::Ignore);
    assert_eq!(*roles[3], stored.columns[1].role);
    assert!(!proposal.questions.iter().any(|question| matches!(question.kind, QuestionKind::HeaderChanged { .. })));
}

#[test]
fn a_blank_value_of_a_known_area_is_missing() {
    check_city(
        "Sozialraum;SGB2 2015\nMarten;1,5\nHörde;\nEving/Lindenhorst;2,5\n",
        "Marten SGB2 2015 1.5
         Hörde SGB2 2015 kein Wert missing
         Eving/Lindenhorst SGB2 2015 2.5",
    );
}

#[test]
fn merged_cells_head_several_columns_and_name_several_rows() {
    let row = |n: u32, cells: &str| format!(r#"<row r="{n}">{cells}</row>"#);
    let number = |place: &str, value: &str| format!(r#"<c r="{place}"><v>{value}</v></c>"#);
    let heads = [text_cell("A1", "Sozialraum"), text_cell("B1", "Jahr"), text_cell("C1", "Quoten")].concat();
    let names = [text_cell("C2", "SGB2"), text_cell("D2", "Alter")].concat();
    let first = [text_cell("A3", "Marten"), number("B3", "2014"), number("C3", "1.5"), number("D3", "41")].concat();
    let second = [number("B4", "2015"), number("C4", "2.5"), number("D4", "42")].concat();
    let sheet = [row(1, &heads), row(2, &names), row(3, &first), row(4, &second)].concat();
    let merged = r#"<mergeCells count="4"><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/><mergeCell ref="A3:A4"/></mergeCells>"#;
    let source = read("x.xlsx", &xlsx_with(&sheet, merged), &Progress::new()).unwrap();
    assert_eq!(
        snapshot(&drafted(&source, &city(), |_| {})),
        "Marten SGB2 2014 1.5\nMarten alter 2014 41\nMarten SGB2 2015 2.5\nMarten alter 2015 42"
    );
}

#[test]
fn a_stored_decimal_mark_never_reads_a_file_of_another_form() {
    let stored = propose(&source("Sozialraum;SGB2 2014\nMarten;1,5\n"), &city()).mapping;
    let points = source("Sozialraum;SGB2 2014\nMarten;1.234\nHörde;2.5\n");
    let proven = reapply(&stored, &points, &city()).mapping;
    assert_eq!(proven.columns[1].decimal_mark, Some(DecimalMark::Point));
    let open = source("Sozialraum;SGB2 2014\nMarten;1.234\nHörde;1,5\nNette;2.5\n");
    assert!(matches!(reapply(&stored, &open, &city()).questions[0].kind, QuestionKind::DecimalMark { .. }));
}

#[test]
fn a_stored_decimal_mark_decides_what_the_next_file_leaves_open_and_says_so() {
    let stored = propose(&source("Sozialraum;SGB2 2014\nMarten;1,5\n"), &city()).mapping;
    let next = source("Sozialraum;SGB2 2015\nMarten;1,234\n");
    let proposal = reapply(&stored, &next, &city());
    assert_eq!(proposal.mapping.columns[1].decimal_mark, Some(DecimalMark::Comma));
    let draft = proposal.draft.unwrap();
    assert!(draft.questions.is_empty(), "{:?}", draft.questions);
    let said = |issue: &&Issue| matches!(issue.kind, IssueKind::RememberedMark { mark: DecimalMark::Comma, .. });
    let issue = draft.issues.iter().find(said).unwrap();
    assert_eq!(issue.severity, Severity::Check);
    assert!(issue.text().contains("„1,234“ ist damit 1,234."), "{}", issue.text());
}

#[test]
fn a_stored_decimal_mark_gives_way_where_another_column_proves_the_other_one() {
    let stored = propose(&source("Sozialraum;SGB2 2014;Alter 2014\nMarten;1,5;2,5\n"), &city()).mapping;
    let next = source("Sozialraum;SGB2 2015;Alter 2015\nMarten;1,234;2.5\n");
    let proposal = reapply(&stored, &next, &city());
    assert!(matches!(proposal.questions[0].kind, QuestionKind::DecimalMark { .. }));
}

#[test]
fn typed_shares_of_a_known_indicator_in_percent_are_asked() {
    let rows = [
        format!(r#"<row r="1">{}{}</row>"#, text_cell("A1", "Sozialraum"), text_cell("B1", "SGB2 2015")),
        format!(r#"<row r="2">{}<c r="B2"><v>0.097</v></c></row>"#, text_cell("A2", "Hörde")),
        format!(r#"<row r="3">{}<c r="B3"><v>0.35</v></c></row>"#, text_cell("A3", "Marten")),
    ];
    let source = read("x.xlsx", &xlsx(&rows.concat()), &Progress::new()).unwrap();
    let draft = drafted(&source, &city(), |_| {});
    assert!(matches!(draft.questions[0].kind, QuestionKind::SharesAsFractions { .. }));
    assert!(!draft.is_settled());
}

const PUBLISHED: &str = include_str!("../../data/dortmund/veroeffentlichte-zahlen.csv");

/// What a new project of Dortmund knows.
fn dortmund() -> PlanningData {
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
    let clock: Clock = Arc::new(|| "2026-01-05T08:00:00Z".to_owned());
    let project = Project::create(&folder.path().join("a.aktionsplan"), Template::Dortmund, false, clock).unwrap();
    project.snapshot().data.clone()
}

fn worth_a_look(draft: &ImportDraft) -> Vec<String> {
    draft.issues.iter().filter(|issue| issue.severity != Severity::Info).map(Issue::text).collect()
}

#[test]
fn the_built_in_figures_are_imported_again_without_a_question_or_a_change() {
    let draft = drafted(&source(PUBLISHED), &dortmund(), |_| {});
    assert_eq!(draft.questions, []);
    assert_eq!(worth_a_look(&draft), [""; 0]);
    let counts = draft.counts;
    assert_eq!((counts.unchanged, counts.new, counts.changed, counts.refused), (144, 0, 0, 0));
    assert!(draft.is_settled());
}

#[test]
fn the_built_in_figures_are_known_by_their_labels_alone() {
    let mut text = String::from("area;indicator;year;value;unit;source\n");
    for line in PUBLISHED.lines().skip(1) {
        let fields: Vec<&str> = line.split(';').collect();
        text += &format!("{};{};{};{};{};{}\n", fields[2], fields[4], fields[5], fields[6], fields[7], fields[8]);
    }
    let draft = drafted(&source(text), &dortmund(), |_| {});
    assert_eq!(draft.questions, []);
    assert_eq!(worth_a_look(&draft), [""; 0]);
    let counts = draft.counts;
    assert_eq!((counts.changed, counts.refused, counts.unchanged + counts.new), (0, 0, 144));
    // A few indicators are named more precisely in the project than in the file.
    assert_eq!(counts.unchanged, 139);
    assert!(draft.areas.iter().all(|area| area.existing.is_some()));
}

#[test]
fn numbers_shown_as_percent_are_read_as_shown() {
    let rows = [
        format!(r#"<row r="1">{}{}</row>"#, text_cell("A1", "Sozialraum"), text_cell("B1", "SGB2 2015")),
        format!(r#"<row r="2">{}<c r="B2" s="2"><v>0.097</v></c></row>"#, text_cell("A2", "Hörde")),
        format!(r#"<row r="3">{}<c r="B3" s="2"><v>0.107</v></c></row>"#, text_cell("A3", "Marten")),
        format!(r#"<row r="4">{}<c r="B4"><v>35</v></c></row>"#, text_cell("A4", "Eving/Lindenhorst")),
    ];
    let source = read("x.xlsx", &xlsx(&rows.concat()), &Progress::new()).unwrap();
    let values = "Hörde SGB2 2015 9.7\nMarten SGB2 2015 10.7\nEving/Lindenhorst SGB2 2015 35";
    assert_eq!(snapshot(&drafted(&source, &city(), |_| {})), values);
    assert_eq!(snapshot(&drafted(&source, &city(), |mapping| mapping.columns[1].factor = Some(1.0))), values);
}

#[test]
fn hidden_rows_and_columns_are_said_and_read() {
    let sheet = SHEET.replace(r#"<row r="2">"#, r#"<row r="2" hidden="1">"#);
    let source = read("x.xlsx", &xlsx(&sheet), &Progress::new()).unwrap();
    assert_eq!(source.notes[0].text(), "Im Blatt „Daten“ ist Zeile 2 ausgeblendet. Sie wird mitgelesen.");
    assert_eq!(drafted(&source, &city(), |_| {}).rows.len(), 1);
    let columns = r#"<cols><col min="2" max="9" hidden="true"/></cols>"#;
    let source = read("x.xlsx", &xlsx_with(SHEET, columns), &Progress::new()).unwrap();
    assert_eq!(source.notes[0].text(), "Im Blatt „Daten“ ist Spalte B ausgeblendet. Sie wird mitgelesen.");
}

/// Name, table, values and issues, with the areas of [`city`].
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "sharp s, umlauts and hyphens",
        "Name;SGB2 2015\neving-lindenhorst;1,5\nHOERDE (Sozialraum);2,5\n",
        "sozialraum/012 SGB2 2015 1.5 | sozialraum/011 SGB2 2015 2.5 | A2 Info OtherSpelling | A3 Info OtherSpelling",
    ),
    (
        "prefix of the city",
        "Sozialraum;SGB2 2015\nDortmund-Marten;1,5\nDO-Hörde;2,5\n",
        "sozialraum/013 SGB2 2015 1.5 | sozialraum/011 SGB2 2015 2.5 | A2 Info OtherSpelling | A3 Info OtherSpelling",
    ),
    (
        "stated level wins over the heading",
        "Sozialraum;SGB2 2015\nMarten;1,5\nStadtbezirk Hörde;2,5\n",
        "sozialraum/013 SGB2 2015 1.5 | stadtbezirk/5 SGB2 2015 2.5 | A3 Info OtherSpelling",
    ),
    (
        "stated level in brackets",
        "Gebiet;SGB2 2015\nHörde (Stadtbezirk);1,5\nHörde (Sozialraum);2,5\nMarten;3,5\n",
        "stadtbezirk/5 SGB2 2015 1.5 | sozialraum/011 SGB2 2015 2.5 | sozialraum/013 SGB2 2015 3.5 | A2 Info OtherSpelling | A3 Info OtherSpelling",
    ),
    (
        "level column",
        "Ebene;Gebiet;SGB2 2015\nStadtbezirk;Hörde;1,5\nSozialraum;Hörde;2,5\nStadt;Musterstadt;3,5\n",
        "stadtbezirk/5 SGB2 2015 1.5 | sozialraum/011 SGB2 2015 2.5 | stadt/0 SGB2 2015 3.5",
    ),
    (
        "level column in a row per value",
        "Ebene;Gebiet;Indikator;Jahr;Wert\nSozialraum;Hörde;SGB2;2015;1,5\nStadtbezirk;Hörde;SGB2;2015;2,5\n",
        "sozialraum/011 SGB2 2015 1.5 | stadtbezirk/5 SGB2 2015 2.5",
    ),
    (
        "key in brackets",
        "Gebiet;SGB2 2015\nHörde [Sozialraum 11];1,5\nMarten [Sozialraum 012];2,5\n",
        "sozialraum/011 SGB2 2015 1.5 | A2 Info OtherSpelling | A3 Open UnknownArea | ? UnknownAreas",
    ),
    (
        "keys only, zeros lost",
        "Schlüssel;SGB2 2015\n11;1,5\n12;2,5\n13;3,5\n",
        "sozialraum/011 SGB2 2015 1.5 | sozialraum/012 SGB2 2015 2.5 | sozialraum/013 SGB2 2015 3.5 | A2 Check KeyRestored | A3 Check KeyRestored | A4 Check KeyRestored",
    ),
    (
        "codes instead of names",
        "Gebiet;Code;Jahr;Wert;Einheit\nMarten;SGB2;2015;1,5;%\nHörde;SGB2;2015;2,5;%\n",
        "sozialraum/013 SGB2 2015 1.5 | sozialraum/011 SGB2 2015 2.5",
    ),
    (
        "another unit under a code is another indicator",
        "Sozialraum;Code;Jahr;Wert;Einheit\nMarten;SGB2;2015;15;je 1.000\n",
        "sozialraum/013 SGB2-2 2015 15",
    ),
    (
        "name of the card with its unit",
        "Sozialraum;SGB-II-Quote in % 2015\nMarten;1,5\n",
        "sozialraum/013 SGB2 2015 1.5",
    ),
    (
        "unknown and similar",
        "Sozialraum;SGB2 2015\nMarten-Nord;1,5\nMarten;2,5\n",
        "sozialraum/013 SGB2 2015 2.5 | A2 Open UnknownArea | ? UnknownAreas",
    ),
    (
        "twice in another spelling",
        "Sozialraum;SGB2 2015\nMarten;1,5\nDortmund-Marten;2,5\n",
        "sozialraum/013 SGB2 2015 1.5 | A3 Info OtherSpelling | B3 Open Duplicate | ? Duplicates",
    ),
    (
        "a dash in place of a name",
        "Sozialraum;SGB2 2015\n-;1,5\nMarten;2,5\nHörde;3,5\nEving/Lindenhorst;4,5\n",
        "sozialraum/013 SGB2 2015 2.5 | sozialraum/011 SGB2 2015 3.5 | sozialraum/012 SGB2 2015 4.5 | A2 Open UnknownArea | ? UnknownAreas",
    ),
];

fn wrong(cases: &[(&str, &str, &str)], read: impl Fn(&str) -> String) -> Vec<String> {
    let mut names = std::collections::BTreeSet::new();
    let differing = cases.iter().filter_map(|(name, text, expected)| {
        assert!(names.insert(name), "{name}");
        let found = read(text).replace('\n', " | ");
        (found != *expected).then(|| format!("@@{name}@@{found}@@"))
    });
    differing.collect()
}

#[test]
fn small_tables_of_known_areas_are_read_as_expected() {
    let wrong = wrong(KNOWN, |text| {
        let draft = drafted(&source(text), &city(), |_| {});
        snapshot_with(&draft, |area| format!("{}/{}", area.level.code(), area.key))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Digits with marks of thousands and decimals.
fn printed(digits: u64, decimals: usize, negative: bool, (thousands, mark, minus): (&str, &str, &str)) -> String {
    let digits = format!("{digits:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let mut text = String::from(if negative { minus } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push_str(thousands);
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push_str(mark);
        text.push_str(fraction);
    }
    text
}

/// Sign, digits before and digits behind the mark, without what only makes them easier to read.
fn said(text: &str, mark: &str) -> (bool, String, String) {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (whole, decimals) = text.split_once(mark).unwrap_or((text, ""));
    let (whole, decimals) = (digits(whole), digits(decimals));
    let (whole, decimals) = (whole.trim_start_matches('0').to_owned(), decimals.trim_end_matches('0').to_owned());
    let negative = text.starts_with(['-', '−', '–']) && !(whole.is_empty() && decimals.is_empty());
    (negative, whole, decimals)
}

const FORMS: [(&str, &str); 11] = [
    (".", ","),
    ("", ","),
    (" ", ","),
    ("\u{a0}", ","),
    ("\u{202f}", ","),
    ("'", ","),
    ("’", "."),
    ("'", "."),
    (",", "."),
    ("", "."),
    (" ", "."),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_printed_number_changes_silently(
        column in proptest::collection::vec((0_u64..3_000_000_000, 0_usize..4, any::<bool>(), 0_u32..10), 1..12),
        same_decimals in any::<bool>(),
        form in 0..FORMS.len(),
        minus in 0_usize..5,
    ) {
        let (thousands, mark) = FORMS[form];
        let minus = ["-", "−", "-  ", "–", "- "][minus];
        let decimals = |own: usize| if same_decimals { column[0].1 } else { own };
        let mut text = String::from("Gebiet\tWert\n");
        let mut expected = Vec::new();
        for (at, &(digits, own, negative, size)) in column.iter().enumerate() {
            let (digits, decimals) = (digits / 10_u64.pow(size), decimals(own));
            text += &format!("Ort {at}\t{}\n", printed(digits, decimals, negative, (thousands, mark, minus)));
            let value: f64 = printed(digits, decimals, negative, ("", ".", "-")).parse().unwrap();
            expected.push(value + 0.0);
        }
        let draft = read_new(&text);
        let asked = draft.questions.iter().any(|question| matches!(question.kind, QuestionKind::DecimalMark { .. }));
        for (at, expected) in expected.iter().enumerate() {
            let name = format!("Ort {at}");
            let row = draft.rows.iter().find(|row| draft.areas[row.area as usize].name == name);
            match row.and_then(|row| row.value.get()) {
                Some(value) => {
                    prop_assert!(value.to_bits() == expected.to_bits(), "{text}");
                    let cell = draft.cell(0, u32::try_from(at).unwrap() + 1, 1).unwrap();
                    let Some(Reading::Value { value, status, .. }) = cell.reading else { panic!("{text}") };
                    let shown = aktionsplan::text::panel::daten::read_value(value, status);
                    prop_assert_eq!(said(&shown, ","), said(cell.raw.text, mark), "{}", text);
                }
                None => {
                    let row = u32::try_from(at).unwrap() + 1;
                    let said = draft.issues.iter().any(|issue| issue.cell.is_some_and(|cell| cell.row == row));
                    prop_assert!(asked || said, "{text}");
                }
            }
        }
    }
}
