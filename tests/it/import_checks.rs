//! What is checked before anything is written, what a mapping remembers, and what a withdrawn import leaves.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use super::areas::area;
use aktionsplan::clock::Clock;
use aktionsplan::domain::{
    Area, AreaId, AreaLevel, DatasetBuilder, Direction, ImportId, ImportState, Indicator, IndicatorId, Observation,
    Period, PeriodId, PlanningData, Status, Supersession,
};
use aktionsplan::export::{CsvForm, words_csv};
use aktionsplan::import::{
    ColumnRole, DuplicateRule, ImportDraft, ListForm, Mapping, Proposal, QuestionKind, Source, draft, first_proposal,
    propose, read,
};
use aktionsplan::jobs::Progress;
use aktionsplan::project::{Command, ImportCommand, Project, Template};
use std::sync::Arc;
use tempfile::TempDir;

/// An area below another one.
fn placed(id: i64, level: AreaLevel, name: &str, parent: Option<i64>) -> Area {
    Area { parent: parent.map(AreaId), ..area(id, level, &format!("k{id}"), name) }
}

fn card(id: i64, code: &str, name: &str, unit: &str, parts: (&str, &str)) -> Indicator {
    Indicator {
        id: IndicatorId(id),
        code: code.into(),
        name: name.into(),
        definition: String::new(),
        numerator: parts.0.into(),
        denominator: parts.1.into(),
        age_bounds: String::new(),
        unit: unit.into(),
        scale: if unit == "%" { 100.0 } else { 1.0 },
        decimals: 1,
        direction: Direction::Context,
        dimension: String::new(),
        handlungsfeld: None,
        source: String::new(),
        caveat: String::new(),
        is_population: false,
        breaks: Vec::new(),
    }
}

/// A made-up city of two districts with two quarters each; inhabitants and unemployed of the first quarter are known.
fn city() -> PlanningData {
    let mut dataset = DatasetBuilder::default();
    for (indicator, value) in [(1, 10.0), (2, 100.0)] {
        dataset.push(Observation {
            indicator: IndicatorId(indicator),
            area: AreaId(4),
            period: PeriodId(1),
            value: Some(value),
            numerator: None,
            denominator: None,
            status: Status::Reported,
            demonstration: false,
            import: ImportId(1),
            cell: aktionsplan::domain::CellRef { sheet: 0, row: 0, column: 0 },
        });
    }
    let quarter = |id, name, parent| placed(id, AreaLevel::Sozialraum, name, Some(parent));
    PlanningData {
        areas: Arc::new(vec![
            placed(1, AreaLevel::Stadt, "Gesamtstadt", None),
            placed(2, AreaLevel::Stadtbezirk, "Nordbezirk", Some(1)),
            placed(3, AreaLevel::Stadtbezirk, "Westbezirk", Some(1)),
            quarter(4, "Ahornweg", 2),
            quarter(5, "Birkenhof", 2),
            quarter(6, "Lindenau", 3),
            quarter(7, "Ulmental", 3),
        ]),
        indicators: Arc::new(vec![
            card(1, "ALO", "Arbeitslose", "Personen", ("", "")),
            card(2, "EW", "Einwohner", "Personen", ("", "")),
            card(3, "ALQ", "Arbeitslosenquote", "%", ("Arbeitslose", "Einwohner")),
        ]),
        periods: Arc::new(vec![Period {
            id: PeriodId(1),
            label: "2024".into(),
            year: Some(2024),
            reference_date: None,
        }]),
        dataset: Arc::new(dataset.build()),
        ..PlanningData::default()
    }
}

fn source(name: &str, text: &str) -> Source {
    read(name, text.as_bytes(), &Progress::new()).unwrap()
}

fn of_city(text: &str) -> ImportDraft {
    drafted(text, &city(), |mapping| (mapping.area_level, mapping.area_blocks) = (None, Vec::new()))
}

/// A table of areas that nobody knows yet.
fn of_new(text: &str) -> ImportDraft {
    drafted(text, &PlanningData::default(), created)
}

fn created(mapping: &mut Mapping) {
    mapping.create_areas = true;
    mapping.area_level = mapping.area_level.or(Some(AreaLevel::Stadtteil));
}

fn drafted(text: &str, data: &PlanningData, change: impl FnOnce(&mut Mapping)) -> ImportDraft {
    let source = source("t.csv", text);
    let mut mapping = propose(&source, data).mapping;
    change(&mut mapping);
    draft(&source, &mapping, data, &Progress::new()).unwrap()
}

/// Cell, severity and kind of what was noticed.
fn found(draft: &ImportDraft) -> Vec<String> {
    let place =
        |cell: Option<aktionsplan::domain::CellRef>| cell.map_or_else(|| "Datei".into(), |cell| cell.to_string());
    let line = |issue: &aktionsplan::import::Issue| {
        format!("{} {} {}", place(issue.cell), issue.severity.code(), issue.kind.code())
    };
    draft.issues.iter().map(line).collect()
}

fn values(draft: &ImportDraft) -> Vec<f64> {
    draft.rows.iter().filter_map(|row| row.value.get()).collect()
}

const TWICE: &str = "Stadtteil;Wert 2024\nA;1\nB;2\nA;3\n";

#[test]
fn two_values_for_one_place_are_asked_before_anything_is_taken_over() {
    let open = of_new(TWICE);
    assert!(matches!(open.questions[0].kind, QuestionKind::Duplicates { count: 1, .. }), "{:?}", open.questions);
    assert!(!open.is_settled());
    assert_eq!((open.counts.open, open.counts.refused), (1, 0));
}

#[test]
fn of_two_values_for_one_place_counts_the_one_that_the_planner_says() {
    let ruled = |rule| {
        let settled = drafted(TWICE, &PlanningData::default(), |mapping| {
            created(mapping);
            mapping.duplicates = Some(rule);
        });
        assert!(settled.is_settled());
        (values(&settled), settled.counts.refused, settled.counts.new)
    };
    assert_eq!(ruled(DuplicateRule::KeepFirst), (vec![1.0, 2.0], 1, 2));
    assert_eq!(ruled(DuplicateRule::KeepLast), (vec![3.0, 2.0], 1, 2));
    assert_eq!(ruled(DuplicateRule::Refuse), (vec![2.0], 2, 1));
}

#[test]
fn the_same_value_twice_asks_nothing() {
    let draft = of_new("Stadtteil;Wert 2024\nA;1\nB;2\nA;1\n");
    assert!(draft.is_settled());
    assert_eq!(found(&draft), ["B4 info duplicate"]);
}

#[test]
fn a_negative_count_is_looked_at_and_a_negative_balance_is_not() {
    let draft = of_new("Stadtteil;Personen 2024;Wanderungssaldo 2024\nA;5;-5\nB;-3;3\nC;7;4\nD;8;4\nE;9;5\n");
    assert_eq!(found(&draft), ["B3 check negative_count"]);
}

#[test]
fn persons_are_counted_whole_and_never_below_nought_whatever_the_other_values_are() {
    let table = |values: [&str; 5]| {
        let rows: String = ["A", "B", "C", "D", "E"].iter().zip(values).map(|(a, v)| format!("{a};{v}\n")).collect();
        of_new(&format!("Stadtteil;Personen in Tsd. 2024\n{rows}"))
    };
    let named = |draft: ImportDraft| {
        let mut mapping = draft.mapping().clone();
        mapping.new_indicators[0].unit = "Personen".into();
        mapping.columns[1].factor = Some(1.0);
        mapping
    };
    let look = |values: [&str; 5]| {
        let text = |v: [&str; 5]| {
            ["A", "B", "C", "D", "E"].iter().zip(v).map(|(a, v)| format!("{a};{v}\n")).collect::<String>()
        };
        let mapping = named(table(values));
        found(&drafted(
            &format!("Stadtteil;Personen in Tsd. 2024\n{}", text(values)),
            &PlanningData::default(),
            |own| {
                *own = mapping.clone();
            },
        ))
    };
    assert_eq!(look(["-5", "7,5", "3", "4", "6"]), ["B2 check negative_count", "B3 check fraction_of_count"]);
    assert!(look(["5,5", "7,5", "3,5", "4", "6"]).is_empty(), "means of counts are broken throughout");
}

#[test]
fn a_change_as_usual_is_no_jump() {
    let rows = |change: f64| -> String {
        let value = |size: f64| format!("{}", size + change);
        [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 600_000.0]
            .iter()
            .enumerate()
            .map(|(at, size)| format!("G{at};{};{}\n", size, value(*size)))
            .collect()
    };
    let draft = of_new(&format!("Stadtteil;Personen 2023;Personen 2024\n{}", rows(37.0)));
    assert!(!found(&draft).iter().any(|issue| issue.ends_with(" jump")), "{:?}", found(&draft));
}

#[test]
fn cells_of_unknown_areas_are_open_and_not_refused() {
    let draft =
        drafted("Stadtteil;Wert 2024\nA;1\nB;k. A.\nC;2\nD;4\nE;5\nF;6\nG;7\n", &PlanningData::default(), |mapping| {
            mapping.area_level = Some(AreaLevel::Stadtteil);
        });
    assert_eq!((draft.counts.open, draft.counts.refused), (7, 0));
    let draft = of_new("Stadtteil;Wert 2024\nA;1\nB;k. A.\nC;2\nD;4\nE;5\nF;6\nG;7\n");
    assert_eq!((draft.counts.open, draft.counts.refused), (0, 1));
}

#[test]
fn a_change_that_stands_out_is_a_jump() {
    // Changes 0.1 0.2 0.3 0.1 0.2 0.3 0.1 0.2 9.0: median 0.2, MAD 0.1, score of the last 0.6745 * 8.8 / 0.1 = 59.
    let rows = [
        "A;10,0;10,1",
        "B;11,0;11,2",
        "C;12,0;12,3",
        "D;13,0;13,1",
        "E;14,0;14,2",
        "F;15,0;15,3",
        "G;16,0;16,1",
        "H;17,0;17,2",
        "I;18,0;27,0",
    ];
    let draft = of_new(&format!("Stadtteil;Quote in % 2023;Quote in % 2024\n{}\n", rows.join("\n")));
    assert_eq!(found(&draft), ["C10 check jump"]);
    assert_eq!(
        draft.issues[0].text(),
        "Auffälliger Sprung: 2023 waren es 18, jetzt 27; üblich ist in dieser Tabelle eine Veränderung um 0,2. Der Wert \
         wird übernommen. Bitte prüfen."
    );
    assert!(draft.is_settled());
}

#[test]
fn values_that_all_grew_a_thousandfold_are_said_once() {
    let draft = of_new("Stadtteil;Einwohner 2023;Einwohner 2024\nA;11;11000\nB;12;12000\nC;13;13000\nD;14;14000\n");
    assert_eq!(found(&draft), ["C2 check all_jump"]);
}

#[test]
fn a_total_that_is_no_sum_of_either_level_is_said_once() {
    let draft = of_city(
        "Gebiet;Einwohner 2024\nGesamtstadt;103\nNordbezirk;50\nWestbezirk;50\nAhornweg;20\nBirkenhof;30\nLindenau;25\nUlmental;25\n",
    );
    assert_eq!(found(&draft), ["B2 check total_is_not_sum"]);
    assert_eq!(
        draft.issues[0].text(),
        "Einwohner: Die veröffentlichte Summe 103 ist nicht die Summe der Gebiete (Stadtbezirke 100; Sozialräume 100). \
         Beides bleibt wie veröffentlicht."
    );
}

#[test]
fn rounded_tables_are_recognised() {
    let draft = of_city(
        "Gebiet;Einwohner 2024\nGesamtstadt;1010\nNordbezirk;500\nWestbezirk;510\nAhornweg;250\nBirkenhof;250\nLindenau;250\nUlmental;250\n",
    );
    let all = found(&draft);
    assert_eq!(all, ["B2 info total_is_not_sum", "B4 info total_is_not_sum"]);
    assert!(
        draft.issues[0].text().ends_with("Die Werte sind auf 10 gerundet, die Abweichung liegt im Rahmen der Rundung.")
    );
}

#[test]
fn a_share_is_compared_with_the_counts_of_the_file() {
    let draft = of_city(
        "Gebiet;Arbeitslose 2024;Einwohner 2024;Arbeitslosenquote 2024\nBirkenhof;12;100;12,0\nLindenau;10;100;12,0\n",
    );
    assert_eq!(found(&draft), ["D3 check differs_from_counts"]);
}

#[test]
fn a_share_whose_counts_nobody_names_is_compared_where_most_values_show_them() {
    let rows = "A;10;100;10,0\nB;20;100;20,0\nC;30;100;30,0\nD;40;100;40,0\nE;50;100;55,0\n";
    let draft = of_new(&format!("Stadtteil;Kinder 2024;Alle 2024;Kinderanteil in % 2024\n{rows}"));
    assert_eq!(found(&draft), ["D6 check differs_from_counts"]);
    let few = of_new("Stadtteil;Kinder 2024;Alle 2024;Kinderanteil in % 2024\nA;10;100;10,0\nB;20;100;25,0\n");
    assert!(found(&few).is_empty());
}

#[test]
fn a_rate_in_percent_has_the_range_of_a_share_and_a_rate_of_growth_has_not() {
    let draft = of_new("Stadtteil;Arbeitslosenrate in % 2024;Wachstumsrate in % 2024\nA;112,5;-2,5\nB;7,5;1,5\n");
    assert_eq!(found(&draft), ["B2 check outside_range"]);
}

#[test]
fn a_share_is_compared_with_the_counts_of_the_project() {
    let draft = of_city("Gebiet;Arbeitslosenquote 2024\nAhornweg;12,0\nLindenau;12,0\n");
    assert_eq!(found(&draft), ["B2 check differs_from_counts"]);
    assert_eq!(
        draft.issues[0].text(),
        "Der Wert 12 folgt nicht aus „Arbeitslose“ und „Einwohner“ aus dem Projekt: das ergäbe 10,00."
    );
}

#[test]
fn a_suppressed_cell_beside_a_total_is_no_secret() {
    let draft = of_city("Gebiet;Einwohner 2024\nWestbezirk;53\nLindenau;.\nUlmental;25\n");
    assert_eq!(found(&draft), ["B3 check recoverable_from_total"]);
    let two = of_city("Gebiet;Einwohner 2024\nWestbezirk;53\nLindenau;.\nUlmental;.\n");
    assert!(found(&two).is_empty());
}

#[test]
fn a_suppressed_count_beside_its_share_is_no_secret() {
    let draft = of_city(
        "Gebiet;Arbeitslose 2024;Einwohner 2024;Arbeitslosenquote 2024\nBirkenhof;.;100;12,0\nLindenau;.;100;.\n",
    );
    assert_eq!(found(&draft), ["B2 check recoverable_from_share"]);
    assert_eq!(
        draft.issues[0].text(),
        "Der gesperrte Wert ließe sich aus den Zellen D2, C2 errechnen. Geben Sie die Tabelle so nicht weiter."
    );
}

#[test]
fn rows_with_numbers_that_a_mapping_does_not_reach_are_said() {
    let draft = drafted("Stadtteil;Wert 2024\nA;1\nB;2\nC;3\nD;4\n", &PlanningData::default(), |mapping| {
        created(mapping);
        mapping.data_rows.last = 2;
    });
    assert_eq!(found(&draft), ["A4 check rows_not_read"]);
    assert_eq!(
        draft.issues[0].text(),
        "Die Zeilen 4 bis 5 liegen außerhalb der gelesenen Zeilen, enthalten aber Zahlen."
    );
}

#[test]
fn the_list_of_checks_is_a_table_for_people_and_for_machines() {
    let draft = of_new(TWICE);
    let german = draft.check_list(ListForm::German);
    let bytes = words_csv(&german.columns, &german.rows, CsvForm::German);
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Datei;Blatt;Zelle;Gewicht;Art;Hinweis");
    assert!(lines[1].starts_with("t.csv;") && lines[1].contains(";Frage;Werte doppelt;"), "{text}");
    assert!(lines[2].contains(";B4;Offen;Wert doppelt;"), "{text}");
    let machine = draft.check_list(ListForm::Machine);
    assert_eq!(machine.columns.join(","), "file,sheet,cell,severity,kind,text");
    assert_eq!(machine.rows[1][2..5].join(","), "B4,open,duplicate");
}

/// An empty project in a folder of its own.
struct Desk {
    _folder: TempDir,
    project: Project,
}

fn reapply(stored: &Mapping, source: &Source, data: &PlanningData) -> Proposal {
    aktionsplan::import::reapply(stored, source, data, &Progress::new()).unwrap()
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let clock: Clock = Arc::new(|| "2026-11-18T09:41:07+01:00".to_owned());
    let project = Project::create(&folder.path().join("p.aktionsplan"), Template::Leer, false, clock).unwrap();
    Desk { _folder: folder, project }
}

impl Desk {
    /// The proposal for a table: remembered, else made from the table alone.
    fn opened(&self, name: &str, text: &str) -> (Source, Proposal) {
        let source = source(name, text);
        let data = &self.project.snapshot().data;
        let (proposal, _) = first_proposal(&source, data, &Progress::new()).unwrap();
        (source, proposal)
    }

    fn drafted(&self, name: &str, text: &str, change: impl FnOnce(&mut Mapping)) -> ImportDraft {
        let (source, mut proposal) = self.opened(name, text);
        change(&mut proposal.mapping);
        draft(&source, &proposal.mapping, &self.project.snapshot().data, &Progress::new()).unwrap()
    }

    fn take(&mut self, name: &str, text: &str, change: impl FnOnce(&mut Mapping)) -> ImportId {
        let draft = self.drafted(name, text, change);
        assert!(draft.is_settled(), "{:?}", draft.questions);
        let run = Command::Import(ImportCommand::Run(Box::new(draft.batch())));
        ImportId(self.project.execute(run).unwrap().created.unwrap())
    }

    fn set_state(&mut self, import: ImportId, state: ImportState) {
        self.project.execute(Command::Import(ImportCommand::SetState { import, state })).unwrap();
    }

    /// All values that count, in order.
    fn values(&self) -> Vec<f64> {
        self.project.snapshot().data.dataset.iter().filter_map(|observation| observation.value).collect()
    }
}

const YEAR: &str =
    "Bericht der Sozialverwaltung\nStadtteil;Quote in %;Personen;Notiz\nA;1,5;10;x\nB;-;20;y\nC;3,5;30;z\n";

fn first_time(mapping: &mut Mapping) {
    created(mapping);
    mapping.period = Some("2024".into());
    mapping.nil_confirmed = true;
    mapping.source_note = "Amt, 2024".into();
}

#[test]
fn the_next_file_of_the_kind_asks_for_its_period_and_nothing_else() {
    let mut desk = desk();
    desk.take("a.csv", YEAR, first_time);
    let next = YEAR.replace("1,5", "1,7");
    let (_, proposal) = desk.opened("b.csv", &next);
    let kinds: Vec<&str> = proposal.questions.iter().map(|question| question.kind.code()).collect();
    assert_eq!(kinds, ["period"]);
    // Three clicks: the file, its period, take over.
    desk.take("b.csv", &next, |mapping| mapping.period = Some("2025".into()));
    // A name that says the year leaves nothing to ask.
    let (_, proposal) = desk.opened("c-2026.csv", &next);
    assert!(proposal.questions.is_empty(), "{:?}", proposal.questions);
    assert_eq!(proposal.mapping.source_note, "Amt, 2024");
}

#[test]
fn headings_that_name_another_year_are_the_same_kind() {
    let mut desk = desk();
    desk.take("a.csv", "Stadtteil;Alpha 2024;Beta 2024\nA;1;2\nB;3;4\n", |mapping| {
        created(mapping);
        mapping.source_note = "Amt".into();
    });
    let (_, proposal) = desk.opened("b.csv", "Stadtteil;Alpha 2025;Beta 2025\nA;1;2\nB;3;4\n");
    assert!(proposal.questions.is_empty(), "{:?}", proposal.questions);
    assert_eq!(proposal.mapping.source_note, "Amt");
    let ColumnRole::Indicator { code, period, .. } = &proposal.mapping.columns[1].role else { panic!("{proposal:?}") };
    assert_eq!((code.as_str(), period.as_deref()), ("alpha", Some("2025")));
}

#[test]
fn a_series_with_one_more_year_is_read_as_before() {
    let mut desk = desk();
    desk.take("a.csv", "Alpha\nStadtteil;2023;2024\nA;1;2\nB;3;4\n", created);
    let draft = desk.drafted("b.csv", "Alpha\nStadtteil;2023;2024;2025\nA;1;2;5\nB;3;4;6\n", |_| {});
    assert!(draft.is_settled(), "{:?}", draft.questions);
    assert_eq!((draft.counts.new, draft.counts.unchanged), (2, 4));
}

#[test]
fn tables_with_the_same_years_and_another_title_are_not_the_same_kind() {
    let mut desk = desk();
    desk.take("a.csv", "Alpha\nStadtteil;2023;2024\nA;1;2\nB;3;4\n", created);
    let (source, _) = desk.opened("b.csv", "Beta\nStadtteil;2023;2024\nA;1;2\nB;3;4\n");
    let data = &desk.project.snapshot().data;
    assert!(first_proposal(&source, data, &Progress::new()).unwrap().1.is_none());
}

#[test]
fn headings_that_drift_are_compared_and_nothing_is_imported_before() {
    let mut desk = desk();
    desk.take("a.csv", "Stadtteil;Arbeitslose;Einwohner;Kinder;Haushalte\nA;1;2;3;4\nB;3;4;5;6\n", |mapping| {
        created(mapping);
        mapping.period = Some("2024".into());
    });
    let next = "Stadtteil;Arbeitslose;Einwohnerinnen;Kinder;Eintrag;Ort\nA;1;2;3;4;5\nB;3;4;5;6;7\n";
    let draft = desk.drafted("b-2025.csv", next, |_| {});
    let drift = draft.drift();
    let renamed: Vec<(&str, &str)> = drift.renamed.iter().map(|one| (one.was.as_str(), one.now.as_str())).collect();
    assert_eq!(renamed, [("Einwohner", "Einwohnerinnen")]);
    assert_eq!(drift.new, ["Eintrag", "Ort"]);
    assert_eq!(drift.missing, ["Haushalte"]);
    assert!(!draft.is_settled());
    let mut mapping = draft.mapping().clone();
    mapping.settle_drift(&drift);
    let settled = aktionsplan::import::draft(
        &source("b-2025.csv", next),
        &mapping,
        &desk.project.snapshot().data,
        &Progress::new(),
    );
    let settled = settled.unwrap();
    assert!(settled.is_settled() && settled.drift().is_empty(), "{:?}", settled.questions);
}

#[test]
fn a_remembered_factor_holds_only_for_numbers_of_the_same_kind() {
    let mut desk = desk();
    desk.take("a-2023.csv", "Stadtteil;Haushalte\nA;1,2 Tsd.\nB;0,9 Tsd.\n", |mapping| {
        created(mapping);
        mapping.period = Some("2023".into());
        mapping.columns[1].factor = Some(1000.0);
    });
    let again = desk.drafted("b-2024.csv", "Stadtteil;Haushalte\nA;1,3 Tsd.\nB;1,0 Tsd.\n", |_| {});
    assert_eq!(again.mapping().columns[1].factor, Some(1000.0));
    let plain = desk.drafted("c-2025.csv", "Stadtteil;Haushalte\nA;1250\nB;920\n", |_| {});
    assert_eq!(plain.mapping().columns[1].factor, None, "ones are not thousands because last year's were");
    let [asked] =
        plain.questions.iter().filter(|asked| asked.kind.code() == "remembered_factor").collect::<Vec<_>>()[..]
    else {
        panic!("{:?}", plain.questions)
    };
    assert!(asked.blocking && !plain.is_settled());
    let sentence = asked.text_with_values();
    assert!(sentence.contains("„Haushalte“ wurden beim vorigen Mal mit 1.000 malgenommen"), "{sentence}");
    assert!(
        sentence.ends_with("„1250“ ist malgenommen 1.250.000, sonst 1.250; „920“ ist malgenommen 920.000, sonst 920."),
        "{sentence}"
    );
    for factor in [1.0, 1000.0] {
        let settled = desk.drafted("c-2025.csv", "Stadtteil;Haushalte\nA;1250\nB;920\n", |mapping| {
            mapping.columns[1].factor = Some(factor);
        });
        assert!(settled.is_settled(), "{:?}", settled.questions);
        assert_eq!(values(&settled), [1250.0 * factor, 920.0 * factor]);
    }
    let loaded = reapply(
        again.mapping(),
        &source("c-2025.csv", "Stadtteil;Haushalte\nA;1250\nB;920\n"),
        &desk.project.snapshot().data,
    );
    assert_eq!(loaded.mapping.columns[1].factor, Some(1000.0), "a mapping that is loaded is the planner's word");
    let renamed = desk.drafted("d-2025.csv", "Stadtteil;Haushalte insg.\nA;1,3 Tsd.\nB;1,0 Tsd.\n", |_| {});
    assert_eq!(renamed.mapping().columns[1].factor, None, "under another heading nobody has said it");
    let renamed = desk.drafted("e-2025.csv", "Stadtteil;Haushalte insg.\nA;1250\nB;920\n", |mapping| {
        mapping.columns[1].header = "Haushalte insg.".into();
    });
    assert!(renamed.questions.iter().any(|asked| asked.kind.code() == "remembered_factor"), "{:?}", renamed.questions);
}

#[test]
fn a_heading_that_names_an_indicator_of_the_project_is_no_renamed_one() {
    let mut desk = desk();
    for names in ["Arbeitslosenrate;Kinder;Haushalte", "Arbeitslose"] {
        let cells = ";1".repeat(names.split(';').count());
        desk.take(&format!("{names}.csv"), &format!("Stadtteil;{names}\nA{cells}\nB{cells}\n"), |mapping| {
            created(mapping);
            mapping.period = Some("2024".into());
        });
    }
    let drift = desk.drafted("c-2025.csv", "Stadtteil;Ort;Arbeitslosenrate\nA;X;13,6\nB;Y;12,1\n", |_| {}).drift();
    assert!(drift.renamed.is_empty(), "{:?}", drift.renamed);
}

#[test]
fn a_column_that_is_gone_is_asked_and_its_question_is_settled_in_the_file_of_the_mapping() {
    let first = source("a-2024.csv", "Stadtteil;Alpha;Omega\nA;1;2\nB;3;4\n");
    let mut stored = propose(&first, &PlanningData::default()).mapping;
    created(&mut stored);
    let next = source("b-2025.csv", "Stadtteil;Alpha\nA;1\nB;3\n");
    let proposal = reapply(&stored, &next, &PlanningData::default());
    assert_eq!(proposal.mapping.missing_columns, ["Omega"]);
    assert_eq!(proposal.questions[0].kind.code(), "missing_columns");
    let toml = proposal.mapping.to_toml();
    let mut settled = Mapping::from_bytes(toml.replace("missing_columns = [\"Omega\"]", "").as_bytes()).unwrap();
    created(&mut settled);
    let draft = draft(&next, &settled, &PlanningData::default(), &Progress::new()).unwrap();
    assert!(draft.is_settled(), "{:?}", draft.questions);
}

/// What the first proposal for a second table takes from an earlier one: the name of its file.
fn remembered(first: &str, second: &str) -> Option<String> {
    let mut desk = desk();
    desk.take("a-2024.csv", first, |mapping| {
        created(mapping);
        mapping.period.get_or_insert("2024".into());
    });
    let source = source("b-2025.csv", second);
    let data = &desk.project.snapshot().data;
    let (_, import) = first_proposal(&source, data, &Progress::new()).unwrap();
    let fresh = aktionsplan::import::fresh_proposal(&source, data, &Progress::new()).unwrap();
    assert!(fresh.mapping.new_columns.is_empty() && fresh.mapping.missing_columns.is_empty());
    import.map(|import| import.file_name.clone())
}

#[test]
fn a_table_with_other_values_is_not_of_the_kind_because_areas_and_inhabitants_are_in_both() {
    let small = "Stadtteil;Einwohner 2024\nA;10\nB;30\n";
    let large = "Stadtteil;Einwohner 2025;Jugend 2025;Alter 2025;Quote 2025 (%)\nA;10;2;3;4,5\nB;30;4;5;5,5\n";
    assert_eq!(remembered(small, large), None);
    let balance = "Stadtteil;Saldo 2024;Einwohner 2024\nA;1;10\nB;3;30\n";
    let rate = "Stadtteil;Einwohner 2024;Rate 2024;Einwohner 2025;Rate 2025\nA;1;10;2;11\nB;3;30;4;31\n";
    assert_eq!(remembered(balance, rate), None);
    let next = "Stadtteil;Saldo 2025;Einwohner 2025\nA;2;11\nB;4;31\n";
    assert_eq!(remembered(balance, next).as_deref(), Some("a-2024.csv"));
}

#[test]
fn a_new_column_in_the_place_of_a_lost_one_is_new_and_never_of_another_unit() {
    let first =
        "Stadtteil;Einwohner 2024;SGB II 2024 (%);Hilfen zur Erziehung je 1.000 2024\nA;10;1,5;2,5\nB;30;3,5;4,5\n";
    let second =
        "Stadtteil;Einwohner 2025;SGB-II-Quote 2025 (%);Sprachförderung 2025 (%)\nA;10;1,5;2,5\nB;30;3,5;4,5\n";
    let mut desk = desk();
    desk.take("a.csv", first, created);
    let draft = desk.drafted("b.csv", second, |_| {});
    let drift = draft.drift();
    let renamed: Vec<&str> = drift.renamed.iter().map(|one| one.now.as_str()).collect();
    assert_eq!(renamed, ["SGB-II-Quote 2025 (%)"]);
    assert_eq!(drift.new, ["Sprachförderung 2025 (%)"]);
    assert_eq!(drift.missing, ["Hilfen zur Erziehung je 1.000 2024"]);
    assert_eq!(draft.mapping().columns[3].role, ColumnRole::Ignore);
    assert!(!draft.is_settled());
}

#[test]
fn what_the_last_file_of_the_kind_had_is_missed() {
    let mut desk = desk();
    desk.take("a.csv", "Stadtteil;Indikator;Jahr;Wert\nA;X;2023;1\nB;X;2023;2\nB;Y;2024;3\n", created);
    let draft = desk.drafted("b.csv", "Stadtteil;Indikator;Jahr;Wert\nA;X;2024;1\nA;X;2025;2\n", |_| {});
    let texts: Vec<String> = draft.issues.iter().map(|issue| issue.text()).collect();
    assert_eq!(
        texts,
        [
            "Gegenüber „a.csv“ fehlt ein Gebiet: B.",
            "Gegenüber „a.csv“ fehlt ein Indikator: Y.",
            "Gegenüber „a.csv“ fehlt ein Stand: 2023. Seine Werte bleiben im Projekt."
        ]
    );
}

#[test]
fn a_withdrawn_import_lets_the_earlier_values_count_again_and_can_be_reinstated() {
    let mut desk = desk();
    let older = desk.take("a.csv", "Stadtteil;Wert 2024\nA;1\nB;2\n", created);
    let newer = desk.take("b.csv", "Stadtteil;Wert 2024\nA;1\nB;5\nC;6\n", created);
    assert_eq!(desk.values(), [1.0, 5.0, 6.0]);
    let superseded = Supersession { newer, older, values: 2, changed: 1 };
    assert_eq!(desk.project.snapshot().data.dataset.supersessions(), [superseded]);
    desk.set_state(newer, ImportState::Withdrawn);
    assert_eq!(desk.values(), [1.0, 2.0]);
    assert!(desk.project.snapshot().data.dataset.supersessions().is_empty());
    desk.set_state(newer, ImportState::Active);
    assert_eq!(desk.values(), [1.0, 5.0, 6.0]);
    desk.project.undo().unwrap();
    assert_eq!(desk.values(), [1.0, 2.0]);
    let labels: Vec<String> = desk.project.snapshot().history.iter().map(|entry| entry.label.clone()).collect();
    assert!(labels.iter().any(|label| label.contains("b.csv")), "{labels:?}");
}

#[test]
fn a_value_knows_its_file_cell_text_mapping_and_date() {
    let mut desk = desk();
    desk.take("a.csv", "Stadtteil;Wert 2024\nA;1.234,50\nB;2\n", created);
    let observation = desk.project.snapshot().data.dataset.iter().next().unwrap();
    let origin = desk.project.origin(observation.indicator, observation.area, observation.period).unwrap().unwrap();
    assert_eq!((origin.file_name.as_str(), origin.cell.to_string().as_str()), ("a.csv", "B2"));
    assert_eq!((origin.original.as_str(), origin.heading.as_str()), ("1.234,50", "Wert 2024"));
    assert_eq!(origin.imported_at, "2026-11-18T09:41:07+01:00");
    assert_eq!(Mapping::from_toml(&origin.mapping).unwrap().columns[1].header, "Wert 2024");
}

#[test]
fn a_remembered_mapping_creates_no_areas_unasked_and_cites_the_date_of_the_next_file() {
    let table = b"Soziale Lage, Stand 31.12.2025\nGebiet;Quote\nMarten;1,5\nNette;2,5\n";
    let source = read("a.csv", table, &Progress::new()).unwrap();
    let mut stored = propose(&source, &PlanningData::default()).mapping;
    stored.create_areas = true;
    stored.source_note = "Soziale Lage, Stand 31.12.2024".to_owned();
    let next = reapply(&stored, &source, &PlanningData::default()).mapping;
    assert!(!next.create_areas);
    assert_eq!(next.source_note, "Soziale Lage, Stand 31.12.2025");
    stored.source_note = "Eigene Quelle 2024".to_owned();
    assert_eq!(reapply(&stored, &source, &PlanningData::default()).mapping.source_note, "Eigene Quelle 2024");
}
