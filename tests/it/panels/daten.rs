//! The place Daten: stock, cards, imports, areas; and a table from its bytes to the import, by clicking.

use super::{Stage, stage};
use aktionsplan::domain::{AreaLevel, ImportState};
use aktionsplan::import::{self, ImportDraft, Mapping, Source};
use aktionsplan::jobs::Progress;
use aktionsplan::project::{Command, ImportCommand, IndicatorCommand, Project, Template, UndoState};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{
    Computed, Derived, ImportIntent, ImportView, Inspected, Intent, OriginalView, Section, Shell, ShellInput, UiAction,
};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::path::PathBuf;
use std::sync::Arc;

/// A project, its window, and what the window wanted.
struct Desk {
    shell: Shell,
    project: Project,
    table: Option<Table>,
    intents: Vec<Intent>,
    tables: usize,
    original: OriginalView,
    writing: Option<(u64, u64)>,
    undo: UndoState,
    answered: bool,
    _folder: tempfile::TempDir,
}

struct Table {
    source: Arc<Source>,
    remembered: Option<String>,
    mapping: Arc<Mapping>,
    draft: Arc<Result<ImportDraft, import::ImportError>>,
}

impl Desk {
    #[allow(clippy::field_reassign_with_default, reason = "other fields are private")]
    fn new(template: Template, with_example: bool) -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let clock: aktionsplan::clock::Clock = Arc::new(|| "2026-11-18T09:41:07+01:00".to_owned());
        let project = Project::create(&folder.path().join("probe.aktionsplan"), template, with_example, clock)
            .expect("a project");
        let mut shell = Shell::default();
        shell.section = Section::Daten;
        Desk {
            shell,
            project,
            table: None,
            intents: Vec::new(),
            tables: 1,
            original: OriginalView::No,
            writing: None,
            undo: UndoState::default(),
            answered: false,
            _folder: folder,
        }
    }

    fn reading(name: &str, bytes: &[u8]) -> Desk {
        Desk::new(Template::Leer, false).with(name, bytes)
    }

    fn with(mut self, name: &str, bytes: &[u8]) -> Desk {
        let mut source = import::read(name, bytes, &Progress::new()).expect("a table");
        source.file_date = Some("2026-11-12T08:30:00+01:00".to_owned());
        let source = Arc::new(source);
        let mapping = import::propose(&source, &self.project.snapshot().data).mapping;
        self.set_mapping(source, mapping);
        self
    }

    fn set_mapping(&mut self, source: Arc<Source>, mapping: Mapping) {
        let draft = import::draft(&source, &mapping, &self.project.snapshot().data, &Progress::new());
        let remembered = self.table.take().and_then(|table| table.remembered);
        self.table = Some(Table { source, remembered, mapping: Arc::new(mapping), draft: Arc::new(draft) });
    }

    fn derived(&self) -> Derived {
        let import = self.table.as_ref().map(|table| ImportView {
            file_name: table.source.file_name.clone(),
            place: 1,
            tables: self.tables,
            original: self.original.clone(),
            source: Some(table.source.clone()),
            proposal: None,
            remembered: table.remembered.clone(),
            mapping: Some(table.mapping.clone()),
            undo: self.undo.clone(),
            draft: Computed { value: Some(table.draft.clone()), current: true, progress: None },
            progress: None,
            writing: self.writing,
        });
        Derived { import, ..Derived::default() }
    }

    fn show(ui: &mut egui::Ui, desk: &mut Desk) {
        let (derived, snapshot) = (desk.derived(), desk.project.snapshot());
        let today = jiff::civil::date(2026, 11, 22);
        let input = ShellInput { snapshot: Some(&snapshot), derived: &derived, today, opening: false };
        let (intents, answer) = desk.shell.show(ui, &input);
        desk.answered |= matches!(answer, Some(aktionsplan::ui::DialogAnswer::Do(_)));
        if !intents.is_empty() {
            ui.ctx().request_repaint();
        }
        for intent in intents {
            desk.carry_out(&intent);
            desk.intents.push(intent);
        }
    }

    fn carry_out(&mut self, intent: &Intent) {
        match intent {
            Intent::Command(command) => {
                self.project.execute(command.clone()).expect("the command holds");
            }
            Intent::Import(step) => self.import_step(step),
            _ => {}
        }
    }

    fn import_step(&mut self, step: &ImportIntent) {
        let data = self.project.snapshot().data.clone();
        match step {
            ImportIntent::SetMapping(mapping) => {
                let source = self.table.as_ref().expect("a table").source.clone();
                self.set_mapping(source, (**mapping).clone());
            }
            ImportIntent::Layout { sheet, rows } => {
                let source = self.table.as_ref().expect("a table").source.clone();
                let proposal = match rows.clone() {
                    Some((heads, rows)) => import::propose_rows(&source, *sheet, heads, rows, &data, &Progress::new()),
                    None => import::propose_sheet(&source, *sheet, &data, &Progress::new()),
                };
                self.set_mapping(source, proposal.expect("a proposal").mapping);
            }
            ImportIntent::Commit => {
                let table = self.table.take().expect("a table");
                let batch = table.draft.as_ref().as_ref().expect("a draft").batch();
                let run = Command::Import(ImportCommand::Run(Box::new(batch)));
                self.project.execute(run).expect("the import holds");
            }
            ImportIntent::Cancel | ImportIntent::Discard(_) => self.table = None,
            ImportIntent::KeepOriginal(keep) => {
                self.original = if *keep { OriginalView::Ready { packed_bytes: 640 } } else { OriginalView::No };
            }
            ImportIntent::Choose
            | ImportIntent::Files(_)
            | ImportIntent::Pasted(_)
            | ImportIntent::Skip
            | ImportIntent::SkipAnyway
            | ImportIntent::Stop
            | ImportIntent::SaveMapping
            | ImportIntent::LoadMapping
            | ImportIntent::SaveChecks
            | ImportIntent::SaveOriginal(_) => {}
        }
    }

    fn draft(&self) -> &ImportDraft {
        self.table.as_ref().expect("a table").draft.as_ref().as_ref().expect("a draft")
    }

    fn mapping(&self) -> &Mapping {
        &self.table.as_ref().expect("a table").mapping
    }
}

fn window<'a>(theme: Theme, size: [f32; 2], desk: Desk) -> Stage<'a, Desk> {
    let mut stage = stage(theme, size, desk, Desk::show);
    stage.harness.run();
    stage
}

fn small<'a>(desk: Desk) -> Stage<'a, Desk> {
    window(Theme::Light, [1366.0, 768.0], desk)
}

fn click(stage: &mut Stage<'_, Desk>, label: &str) {
    stage.harness.get_by_label(label).click();
    stage.harness.run();
}

/// Chooses an entry of a list.
fn choose(stage: &mut Stage<'_, Desk>, list: &str, entry: &str) {
    click(stage, list);
    click(stage, entry);
}

const TABLE: &str = "Gebiet;Arbeitslosenrate (%);SGB-II-Quote (%)\n\
    Hafenviertel;16,1;31,8\nNordmarkt;16,6;n. v.\nLindenhof;-;35,3\nAm Berg;.;12,0\n";

fn imports<'a>(stage: &'a Stage<'_, Desk>) -> Vec<&'a ImportIntent> {
    let steps = stage.harness.state().intents.iter();
    steps.filter_map(|intent| if let Intent::Import(step) = intent { Some(step) } else { None }).collect()
}

#[test]
fn an_empty_project_offers_to_read_a_table() {
    let mut stage = small(Desk::new(Template::Leer, false));
    assert!(stage.harness.query_by_label("Noch keine Daten").is_some());
    stage.harness.get_all_by_label("Tabelle einlesen …").next().expect("a button").click();
    stage.harness.run();
    let wanted = |intent: &Intent| matches!(intent, Intent::Action(UiAction::ImportTable));
    assert!(stage.harness.state().intents.iter().any(wanted));
    stage.picture("daten-leer");
}

#[test]
fn a_pasted_table_opens_the_preview_and_a_pasted_word_does_not() {
    let mut stage = small(Desk::new(Template::Leer, false));
    stage.harness.event(egui::Event::Paste("Marten".into()));
    stage.harness.run();
    assert!(imports(&stage).is_empty());
    stage.harness.event(egui::Event::Paste("Gebiet\tWert\nMarten\t3".into()));
    stage.harness.run();
    assert!(matches!(imports(&stage)[..], [ImportIntent::Pasted(text)] if text.starts_with("Gebiet")));
}

#[test]
fn after_an_import_the_stock_shows_what_it_has_brought() {
    let desk = Desk::new(Template::Dortmund, true);
    let text = "Sozialraum;Kinderarmut (%)\nMarten;16,1\nHörde;16,6\nNette;3,3\n";
    let mut stage = small(desk.with("Kinderarmut-2025.csv", text.as_bytes()));
    click(&mut stage, "Importieren");
    stage.harness.run();
    stage.picture("daten-bestand-nach-import");
    let heading = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() != egui::accesskit::Role::Row;
    let shown: Vec<_> = stage.harness.query_all_by_label_contains("Kinderarmut").filter(heading).collect();
    assert!(shown.len() >= 2, "in the list and above the table");
}

#[test]
fn a_table_of_unknown_areas_becomes_values_by_clicking() {
    let mut stage = small(Desk::reading("Soziale-Lage-2025.csv", TABLE.as_bytes()));
    stage.picture("import-fragen");
    let commit = stage.harness.get_by_label("Importieren");
    assert!(commit.accesskit_node().description().expect("a reason").contains("klären"));
    click(&mut stage, "Importieren");
    assert!(imports(&stage).is_empty(), "nothing is written while questions are open");
    choose(&mut stage, "Ebene der Gebiete", "Stadtteil");
    click(&mut stage, "Alle anlegen");
    assert!(stage.harness.state().mapping().create_areas);
    stage.picture("import-geklaert");
    click(&mut stage, "Importieren");
    let data = stage.harness.state().project.snapshot().data.clone();
    assert_eq!(data.areas_of(AreaLevel::Stadtteil).count(), 4);
    assert_eq!(data.dataset.len(), 7);
    assert!(stage.harness.query_by_label("Bestand").is_some());
    stage.picture("daten-bestand-klein");
}

#[test]
fn an_unknown_sign_gets_its_meaning() {
    let mut stage = small(Desk::reading("Soziale-Lage-2025.csv", TABLE.as_bytes()));
    choose(&mut stage, "Ebene der Gebiete", "Stadtteil");
    click(&mut stage, "Alle anlegen");
    stage.harness.get_by_label("Bedeutung von „n. v.“").scroll_to_me();
    stage.harness.run();
    click(&mut stage, "Bedeutung von „n. v.“");
    stage.harness.get_all_by_label("folgt später").last().expect("an entry").click();
    stage.harness.run();
    let status = stage.harness.state().mapping().legend.signs.get("n. v.").copied();
    assert_eq!(status, Some(aktionsplan::domain::Status::Later));
}

#[test]
fn one_area_can_be_left_out_and_another_assigned() {
    let desk = Desk::new(Template::Dortmund, false);
    let text = "Sozialraum;Quote (%)\nMarten;16,1\nMartn;16,6\nLindenhof;3,3\nHörde;4,1\nNette;4,4\n";
    let mut stage = small(desk.with("Quote-2025.csv", text.as_bytes()));
    choose(&mut stage, "Zuordnung von „Lindenhof“", "auslassen");
    assert_eq!(stage.harness.state().mapping().area_choices.len(), 1);
    choose(&mut stage, "Zuordnung von „Martn“", "ist Marten (Sozialraum)");
    assert_eq!(stage.harness.state().mapping().area_choices.len(), 2);
    // Both rows now mean the same area, with different values.
    click(&mut stage, "Der letzte gilt");
    assert!(stage.harness.query_by_label("nichts offen").is_some());
}

#[test]
fn clear_slips_in_names_are_taken_for_the_areas_with_one_button() {
    let desk = Desk::new(Template::Dortmund, false);
    let text = "Stadtbezirk;Arbeitslosenrate (%)\nHukarde;16,1\nBrakel;16,6\nHörde;4,1\n";
    let mut stage = small(desk.with("Quote-2025.csv", text.as_bytes()));
    stage.picture("import-gebiete-vorschlag");
    click(&mut stage, "Vorschläge übernehmen");
    assert_eq!(stage.harness.state().mapping().area_choices.len(), 2);
    assert!(stage.harness.query_by_label("nichts offen").is_some());
}

#[test]
fn an_indicator_called_nearly_as_a_known_one_is_settled_by_one_of_two_buttons() {
    let text = "Stadtbezirk;Arbeitslosnrate (%)\nHuckarde;16,1\nBrackel;16,6\nHörde;4,1\n";
    let open = || small(Desk::new(Template::Dortmund, false).with("Quote-2025.csv", text.as_bytes()));
    let mut stage = open();
    stage.picture("import-indikator-aehnlich");
    click(&mut stage, "Importieren");
    assert!(imports(&stage).is_empty(), "nothing is written before somebody has said what it is");
    click(&mut stage, "Gleichsetzen");
    assert!(stage.harness.query_by_label("nichts offen").is_some());
    assert!(stage.harness.state().draft().new_indicators().is_empty());
    let mut stage = open();
    click(&mut stage, "Neuer Indikator");
    assert!(stage.harness.query_by_label("nichts offen").is_some());
    assert_eq!(stage.harness.state().draft().new_indicators().len(), 1);
}

#[test]
fn copied_values_are_numbers_beside_a_column_of_signs() {
    let desk = Desk::new(Template::Dortmund, true);
    let text = "Sozialraum;Kinderarmut (%) 2024;Kinderarmut (%) 2025\nMarten;16,1;42,4p\nHörde;16,6;.\nNette;3,3;5,0\n";
    let mut stage = small(desk.with("Kinderarmut.csv", text.as_bytes()));
    click(&mut stage, "Importieren");
    stage.harness.run();
    click(&mut stage, "Kopieren");
    let copied = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("a copied table");
    for line in ["Gebiet\tEbene\t2024 (%)\t2025 (%)\tZeichen", "Marten\tSozialraum\t16,1\t42,4\tp"] {
        assert!(copied.lines().any(|found| found == line), "{line}: {copied}");
    }
    assert!(copied.lines().any(|found| found.starts_with("Hörde\tSozialraum\t16,6\t\t")), "{copied}");
}

#[test]
fn f6_leads_through_the_panes_of_the_preview() {
    let mut stage = small(Desk::new(Template::Dortmund, true).with("Soziale-Lage-2025.csv", TABLE.as_bytes()));
    let mut met = Vec::new();
    for _ in 0..8 {
        let ctx = stage.harness.ctx.clone();
        stage.harness.state_mut().shell.step_region(&ctx, false);
        stage.harness.run();
        let focused = stage.harness.ctx.memory(egui::Memory::focused);
        let rect = focused.and_then(|id| stage.harness.ctx.read_response(id)).map(|response| response.rect);
        met.push(rect.map_or(-1.0, |rect| rect.center().x.round()));
    }
    let in_pane = |from: f32, to: f32| met.iter().any(|x| (from..to).contains(x));
    assert!(in_pane(200.0, 430.0), "1 Datei, 2 Lesen: {met:?}");
    assert!(in_pane(430.0, 1062.0), "the table: {met:?}");
    assert!(in_pane(1062.0, 1366.0), "3 Zuordnen: {met:?}");
}

#[test]
fn an_ambiguous_decimal_mark_is_asked_with_both_readings() {
    let text = "Gebiet;Fälle 2025\nA-Viertel;1.234\nB-Viertel;2.345\nC-Viertel;3.456\n";
    let mut stage = small(Desk::reading("Faelle.csv", text.as_bytes()));
    assert!(stage.harness.query_by_label("1,234").is_some());
    assert!(stage.harness.query_by_label("1.234").is_some());
    click(&mut stage, "Dezimalkomma");
    let marks: Vec<_> = stage.harness.state().mapping().columns.iter().map(|column| column.decimal_mark).collect();
    assert_eq!(marks, [None, Some(import::DecimalMark::Comma)]);
}

#[test]
fn one_answer_holds_for_all_columns_that_leave_the_same_mark_open() {
    let text = "Gebiet;Fälle 2024;Fälle 2025;Quote (%) 2025\nA-Viertel;1.234;1.235;3,1\nB-Viertel;2.345;2.346;4,2\n";
    let mut stage = small(Desk::reading("Faelle.csv", text.as_bytes()));
    click(&mut stage, "Dezimalkomma in allen 2 offenen Spalten");
    let marks: Vec<_> = stage.harness.state().mapping().columns.iter().map(|column| column.decimal_mark).collect();
    let comma = Some(import::DecimalMark::Comma);
    assert_eq!(marks[1..3], [comma, comma]);
}

#[test]
fn a_missing_period_is_typed_in() {
    let text = "Gebiet;Quote (%)\nA-Viertel;1,2\nB-Viertel;2,3\nC-Viertel;3,4\n";
    let mut stage = small(Desk::reading("Quote.csv", text.as_bytes()));
    let field = stage
        .harness
        .get_all_by_label("Stand")
        .find(|node| node.accesskit_node().role() == egui::accesskit::Role::TextInput);
    field.expect("a field").focus();
    stage.harness.run();
    stage.harness.event(egui::Event::Text("31.12.2025".into()));
    stage.harness.run();
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    assert_eq!(stage.harness.state().mapping().period.as_deref(), Some("31.12.2025"));
}

#[test]
fn a_column_can_be_left_out_and_rows_set_anew() {
    let mut stage = small(Desk::reading("Soziale-Lage-2025.csv", TABLE.as_bytes()));
    choose(&mut stage, "Typ der Spalte C", "nicht einlesen");
    assert_eq!(stage.harness.state().mapping().columns[2].role, import::ColumnRole::Ignore);
    stage.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Datenzeilen").focus();
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    stage.harness.event(egui::Event::Text("2 bis 4".into()));
    stage.harness.run();
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    let rows = stage.harness.state().mapping().data_rows;
    assert_eq!((rows.first, rows.last), (1, 3));
}

#[test]
fn escape_closes_the_preview_and_nothing_was_stored() {
    let mut stage = small(Desk::reading("Soziale-Lage-2025.csv", TABLE.as_bytes()));
    stage.harness.key_press(Key::Escape);
    stage.harness.run();
    assert!(matches!(imports(&stage)[..], [ImportIntent::Cancel]));
    assert!(stage.harness.state().project.snapshot().data.dataset.is_empty());
}

#[test]
fn a_table_of_many_rows_only_draws_what_is_seen() {
    let mut text = String::from("Gebiet;Wert 2025\n");
    for row in 0..20_000 {
        text.push_str(&format!("Ort {row};{row}\n"));
    }
    let mut stage = small(Desk::reading("gross.csv", text.as_bytes()));
    let cells = stage.harness.get_all_by_role(egui::accesskit::Role::Cell).count();
    assert!(cells < 200, "{cells}");
    click(&mut stage, "A2: Ort 0");
    for _ in 0..3 {
        stage.harness.key_press(Key::PageDown);
        stage.harness.run();
    }
    assert!(stage.harness.query_by_label("A62: Ort 60").is_some());
}

#[test]
fn the_stock_of_the_sample_leads_to_the_origin_of_each_value() {
    let mut stage = small(Desk::new(Template::Dortmund, true));
    stage.picture("daten-bestand");
    let node = stage.harness.get_all_by_label_contains("Herkunft: ").next().expect("a value");
    node.click();
    stage.harness.run();
    let inspected = |intent: &Intent| matches!(intent, Intent::Inspect(Inspected::Value { .. }));
    assert!(stage.harness.state().intents.iter().any(inspected));
    click(&mut stage, "Kopieren");
    let copied = |intent: &Intent| {
        matches!(intent, Intent::Copy(text)
        if text.contains("\n\nGebiet\tEbene\t") && text.contains("\nQuelle: "))
    };
    assert!(stage.harness.state().intents.iter().any(copied));
}

#[test]
fn a_card_is_edited_and_a_new_one_begun() {
    let mut stage = small(Desk::new(Template::Dortmund, true));
    click(&mut stage, "Indikatoren");
    stage.picture("daten-indikatoren");
    click(&mut stage, "Karte anlegen");
    let before = stage.harness.state().project.snapshot().data.indicators.len();
    stage.harness.get_by_label("hoher Wert = günstiger").scroll_to_me();
    stage.harness.run();
    click(&mut stage, "hoher Wert = günstiger");
    let changed = |intent: &Intent| {
        matches!(intent, Intent::Command(Command::Indicator(IndicatorCommand::Update(card)))
            if card.direction == aktionsplan::domain::Direction::LowIsNeed)
    };
    assert!(stage.harness.state().intents.iter().any(changed));
    stage.harness.get_by_label("Karte entfernen").scroll_to_me();
    stage.harness.run();
    click(&mut stage, "Karte entfernen");
    assert_eq!(stage.harness.state().project.snapshot().data.indicators.len(), before - 1);
}

#[test]
fn an_import_is_withdrawn_and_brought_back() {
    let mut stage = small(Desk::new(Template::Dortmund, true));
    click(&mut stage, "Importe");
    stage.picture("daten-importe");
    click(&mut stage, "Zurückziehen");
    let state = |stage: &Stage<'_, Desk>| {
        stage.harness.state().project.snapshot().data.imports.last().map(|import| import.state)
    };
    assert_eq!(state(&stage), Some(ImportState::Withdrawn));
    click(&mut stage, "Wieder gelten lassen");
    assert_eq!(state(&stage), Some(ImportState::Active));
}

#[test]
fn areas_are_listed_with_their_sets() {
    let mut stage = window(Theme::Dark, [1366.0, 768.0], Desk::new(Template::Dortmund, true));
    click(&mut stage, "Räume");
    stage.picture("daten-raeume-dunkel");
    assert!(stage.harness.query_by_label("Raummengen").is_some());
    choose(&mut stage, "Nur diese Ebene", "Sozialräume");
    let count = stage.harness.state().project.snapshot().data.areas_of(AreaLevel::Sozialraum).count();
    assert!(stage.harness.query_by_label(&format!("{count} Räume")).is_some());
}

/// The published table of another city, from its bytes to the import.
fn hamburg(ending: &str) -> Option<Vec<u8>> {
    let name = format!("../shared/reference/hamburg-stadtteilprofile/Daten_fuer_die_Stadtteilprofile_2014.{ending}");
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)).ok()
}

#[test]
fn a_published_table_is_taken_over_on_three_levels() {
    for ending in ["csv", "xlsx"] {
        let Some(bytes) = hamburg(ending) else { return };
        let mut stage = small(Desk::reading(&format!("Stadtteilprofile-2014.{ending}"), &bytes));
        stage.picture(&format!("hamburg-{ending}-1"));
        if stage.harness.state().mapping().area_level.is_none() {
            choose(&mut stage, "Ebene der Gebiete", "Stadtteil");
        }
        click(&mut stage, "Alle anlegen");
        stage.picture(&format!("hamburg-{ending}-2"));
        click(&mut stage, "Importieren");
        let data = stage.harness.state().project.snapshot().data.clone();
        let on = |level| data.areas_of(level).count();
        assert_eq!((on(AreaLevel::Stadtteil), on(AreaLevel::Stadtbezirk), on(AreaLevel::Stadt)), (99, 7, 1));
        assert_eq!(data.dataset.len(), 107 * 68);
        stage.picture(&format!("hamburg-{ending}-3"));
    }
}

#[test]
fn the_preview_fits_other_windows() {
    for (name, theme, size) in [
        ("import-gross", Theme::Light, [1920.0, 1080.0]),
        ("import-dunkel", Theme::Dark, [1366.0, 768.0]),
        ("import-kompakt", Theme::Light, [1093.0, 614.0]),
    ] {
        let bytes = hamburg("csv").unwrap_or_else(|| TABLE.as_bytes().to_vec());
        let stage = window(theme, size, Desk::reading("Stadtteilprofile-2014.csv", &bytes));
        stage.picture(name);
    }
}

#[test]
fn the_preview_says_which_earlier_mapping_it_began_with() {
    let mut desk = Desk::reading("a.csv", b"Sozialraum;Quote 2025\nMarten;1,5\nNette;2,5\n");
    let notice = aktionsplan::text::panel::daten::remembered("a.csv", "18.11.2026");
    if let Some(table) = &mut desk.table {
        table.remembered = Some(notice.clone());
    }
    let mut stage = small(desk);
    stage.harness.run();
    assert!(stage.harness.query_all_by_label(&notice).next().is_some());
    click(&mut stage, "Ohne diese Zuordnung vorschlagen");
    assert!(matches!(imports(&stage)[..], [ImportIntent::Layout { sheet: 0, rows: None }]));
}

#[test]
fn one_of_several_tables_can_be_skipped() {
    let mut desk = Desk::reading("Soziale-Lage-2025.csv", TABLE.as_bytes());
    desk.tables = 3;
    let mut stage = small(desk);
    assert!(stage.harness.query_by_label("Tabelle 1 von 3").is_some());
    click(&mut stage, "Überspringen");
    assert!(matches!(imports(&stage)[..], [ImportIntent::Skip]));
}

const MESSY: &str = "Soziale Lage in Musterstadt\nStand 31.12.2025;;\nGebiet;Arbeitslosenrate (%);SGB-II-Quote (%)\n\
    Hafenviertel;16,1;31,8\nNordmarkt;16,6;n. v.\nLindenhof;999;35,3\nAm Berg;.;12,0\nAm Bach;k. A.;120\n\
    Quelle: Statistik;;\n";

fn messy<'a>(theme: Theme, size: [f32; 2]) -> Stage<'a, Desk> {
    let mut stage = window(theme, size, Desk::reading("Soziale-Lage-2025.csv", MESSY.as_bytes()));
    if stage.harness.state().mapping().area_level.is_none() {
        choose(&mut stage, "Ebene der Gebiete", "Stadtteil");
    }
    click(&mut stage, "Alle anlegen");
    stage
}

/// What the foot of the table says about the cell that is marked.
fn selected(stage: &Stage<'_, Desk>) -> Option<String> {
    let of_foot = |words: &String| words.starts_with("Zelle ");
    let mut labels = stage.harness.query_all_by_label_contains("Zelle ");
    labels.find_map(|node| node.accesskit_node().value().filter(of_foot))
}

#[test]
fn f8_goes_through_the_check_list_and_marks_the_cell() {
    let mut stage = messy(Theme::Light, [1366.0, 768.0]);
    stage.harness.key_press(Key::F8);
    stage.harness.run();
    let first = selected(&stage);
    assert!(first.as_deref().is_some_and(|words| words.contains("Original: ")), "{first:?}");
    stage.picture("import-pruefliste");
    let issue = stage.harness.state().draft().issues.iter().find(|issue| issue.severity != import::Severity::Info);
    let words = issue.map(import::Issue::text).expect("an issue");
    let focused = stage.harness.query_all_by_label(&words).any(|node| node.accesskit_node().is_focused());
    assert!(focused, "the focus is on the entry");
    stage.harness.key_press(Key::F8);
    stage.harness.run();
    assert_ne!(selected(&stage), first);
    stage.harness.key_press_modifiers(Modifiers::SHIFT, Key::F8);
    stage.harness.run();
    assert_eq!(selected(&stage), first);
}

#[test]
fn open_questions_are_gone_through_and_settled_without_a_mouse() {
    let table = "Stadtteil;Wert 2024\nNord;1.234\nSüd;2.345\nOst;-\nWest;k. A.\nNord und Süd zusammen;3.579\n";
    let mut stage = window(Theme::Dark, [1366.0, 768.0], Desk::reading("Werte.csv", table.as_bytes()));
    let keys = |stage: &mut Stage<'_, Desk>, keys: &[Key]| {
        for key in keys {
            stage.harness.key_press(*key);
            stage.harness.run();
        }
    };
    let open = |stage: &Stage<'_, Desk>| stage.harness.state().draft().questions.len();
    assert_eq!(open(&stage), 3, "{:?}", stage.harness.state().draft().questions);
    // Decimal mark: past the sentence to the first button.
    keys(&mut stage, &[Key::F8]);
    stage.picture("import-frage-dunkel");
    keys(&mut stage, &[Key::Tab, Key::Enter]);
    assert!(stage.harness.state().mapping().columns[1].decimal_mark.is_some());
    keys(&mut stage, &[Key::F8, Key::Tab, Key::Enter]);
    assert!(stage.harness.state().mapping().create_areas);
    // Behind the last question the check list begins.
    let mut steps = 0;
    while !selected(&stage).is_some_and(|words| words.contains("k. A.")) && steps < 9 {
        keys(&mut stage, &[Key::F8]);
        steps += 1;
    }
    assert!(steps < 9);
}

#[test]
fn after_an_answer_by_keys_the_focus_is_on_the_next_question() {
    let table = "Stadtteil;Wert 2024\nNord;1.234\nOst;-\n";
    let mut stage = small(Desk::reading("Werte.csv", table.as_bytes()));
    let keys = |stage: &mut Stage<'_, Desk>, keys: &[Key]| {
        for key in keys {
            stage.harness.key_press(*key);
            stage.harness.run();
        }
    };
    let open = |stage: &Stage<'_, Desk>| stage.harness.state().draft().questions.len();
    assert!(open(&stage) >= 2, "{:?}", stage.harness.state().draft().questions);
    keys(&mut stage, &[Key::F8]);
    // The dash is asked about once its area is known.
    for left in [1, 1, 0] {
        keys(&mut stage, &[Key::Tab, Key::Enter]);
        assert_eq!(open(&stage), left, "{:?}", stage.harness.state().draft().questions);
    }
    assert!(stage.harness.get_by_label("Importieren").is_focused());
}

#[test]
fn a_value_is_shown_back_with_the_decimals_of_its_source_and_its_period_by_its_column() {
    let table = "Stadtteil;Indikator;Jahr;Wert\nNord;Quote;2024;11,0\nSüd;Quote;2024;9,5\n";
    let mut stage = small(Desk::reading("Werte.csv", table.as_bytes()));
    click(&mut stage, "Gelesen");
    stage.harness.get_by_label("D2: 11,0");
    stage.picture("import-lange-form");
    let note = aktionsplan::text::panel::daten::target_note(None, Some("C"), "", false);
    assert_eq!(note, "Stand aus Spalte C");
}

#[test]
fn the_foot_of_the_stock_explains_the_signs_that_are_shown_and_no_others() {
    let table = "Stadtteil;Wert 2024\nNord;x\nSüd;(9,5)\nOst;7,5p\nWest;8,5\n";
    let mut desk = Desk::reading("Werte.csv", table.as_bytes());
    let mut mapping = desk.mapping().clone();
    mapping.create_areas = true;
    mapping.area_level = Some(aktionsplan::domain::AreaLevel::Stadtteil);
    desk.set_mapping(desk.table.as_ref().expect("a table").source.clone(), mapping);
    let mut stage = small(desk);
    assert!(stage.harness.state().draft().is_settled(), "{:?}", stage.harness.state().draft().questions);
    assert!(stage.harness.query_by_label_contains("vom 12.11.2026").is_some(), "the date of the file");
    click(&mut stage, "Importieren");
    stage.harness.run();
    for sign in ["x nicht sinnvoll", "( ) eingeschränkt sicher", "p vorläufig"] {
        stage.harness.get_by_label(sign);
    }
    assert!(stage.harness.query_by_label(". gesperrt").is_none());
    stage.picture("bestand-zeichen");
}

#[test]
fn the_check_list_is_narrowed_by_gravity_and_saved_as_csv() {
    let mut stage = messy(Theme::Dark, [1366.0, 768.0]);
    let all = stage.harness.get_all_by_role(egui::accesskit::Role::ListItem).count();
    click(&mut stage, "Nur diese Hinweise");
    stage.harness.get_all_by_label_contains("abgelehnt (").last().expect("an entry").click();
    stage.harness.run();
    assert!(stage.harness.query_all_by_role(egui::accesskit::Role::ListItem).count() < all);
    click(&mut stage, "Prüfliste als CSV oder Excel speichern …");
    assert!(matches!(imports(&stage).last(), Some(ImportIntent::SaveChecks)));
    stage.picture("import-pruefliste-dunkel");
}

#[test]
fn a_row_becomes_what_the_planner_says_by_mouse_and_by_keys() {
    let mut stage = messy(Theme::Light, [1366.0, 768.0]);
    click(&mut stage, "Zeile 6");
    stage.picture("import-zeilenmenue");
    stage.harness.get_by_role_and_label(egui::accesskit::Role::MenuItem, "Zeile auslassen").click();
    stage.harness.run();
    assert!(stage.harness.state().mapping().skipped_rows.contains(&5));
    click(&mut stage, "Zeile 6");
    click(&mut stage, "Zeile einlesen");
    assert!(!stage.harness.state().mapping().skipped_rows.contains(&5));
    click(&mut stage, "Zeile 7");
    click(&mut stage, "Letzte Datenzeile");
    assert_eq!(stage.harness.state().mapping().data_rows.last, 6);
    click(&mut stage, "A4: Hafenviertel");
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    click(&mut stage, "Kopfzeile");
    assert_eq!(stage.harness.state().mapping().header_rows, [2, 3]);
}

#[test]
fn a_column_is_edited_by_itself() {
    let mut stage = messy(Theme::Light, [1366.0, 768.0]);
    click(&mut stage, "Spalte C bearbeiten");
    stage.picture("import-spalte");
    choose(&mut stage, "Dezimalzeichen", "Deutsch 1.234,5");
    assert_eq!(stage.harness.state().mapping().columns[2].decimal_mark, Some(import::DecimalMark::Comma));
    stage.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Stand der Spalte C").focus();
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    stage.harness.event(egui::Event::Text("2024".into()));
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    let role = &stage.harness.state().mapping().columns[2].role;
    assert!(matches!(role, import::ColumnRole::Indicator { period: Some(period), .. } if period == "2024"), "{role:?}");
    click(&mut stage, "Spalte schließen");
    assert!(stage.harness.query_by_label("Stand der Spalte C").is_none());
}

#[test]
fn several_new_cards_are_set_at_once() {
    let mut stage = messy(Theme::Light, [1366.0, 768.0]);
    click(&mut stage, "2 neue Indikatoren");
    click(&mut stage, "Alle auswählen");
    stage.harness.get_all_by_label("Richtung").last().expect("a list").click();
    stage.harness.run();
    click(&mut stage, "hoher Wert = belasteter");
    stage.picture("import-karten");
    let high = aktionsplan::domain::Direction::HighIsNeed;
    let cards = &stage.harness.state().mapping().new_indicators;
    assert!(cards.len() == 2 && cards.iter().all(|card| card.direction == high), "{cards:?}");
}

#[test]
fn the_original_is_kept_on_request_and_offered_in_the_list_of_imports() {
    let mut stage = messy(Theme::Light, [1366.0, 768.0]);
    stage.harness.get_by_label("Original aufbewahren").scroll_to_me();
    stage.harness.run();
    click(&mut stage, "Original aufbewahren");
    assert!(imports(&stage).iter().any(|step| matches!(step, ImportIntent::KeepOriginal(true))));
    click(&mut stage, "Zuordnung speichern unter …");
    click(&mut stage, "Zuordnung laden …");
    let last: Vec<_> = imports(&stage).into_iter().rev().take(2).collect();
    assert!(matches!(last[..], [ImportIntent::LoadMapping, ImportIntent::SaveMapping]));

    let mut stage = small(Desk::new(Template::Leer, false));
    let bytes = b"Gebiet;Quote 2025 (%)\nMarten;1,5\n";
    let desk = stage.harness.state_mut();
    let source = import::read("a.csv", bytes, &Progress::new()).expect("a table");
    let mut mapping = import::propose(&source, &desk.project.snapshot().data).mapping;
    (mapping.area_level, mapping.create_areas) = (Some(AreaLevel::Sozialraum), true);
    let draft = import::draft(&source, &mapping, &desk.project.snapshot().data, &Progress::new()).expect("a draft");
    let mut batch = draft.batch();
    batch.original = Some(aktionsplan::domain::Original::pack(bytes).expect("packed"));
    desk.project.execute(Command::Import(ImportCommand::Run(Box::new(batch)))).expect("imported");
    stage.harness.run();
    click(&mut stage, "Importe");
    stage.picture("daten-importe-original");
    click(&mut stage, "Originaldatei speichern …");
    assert!(matches!(imports(&stage)[..], [ImportIntent::SaveOriginal(_)]));
}

#[test]
fn a_file_that_is_being_read_says_so_and_can_be_stopped() {
    let mut stage = stage(Theme::Light, [1366.0, 768.0], Desk::new(Template::Leer, false), |ui, desk: &mut Desk| {
        let snapshot = desk.project.snapshot();
        let import = ImportView {
            file_name: "gross.xlsx".into(),
            place: 2,
            tables: 3,
            original: OriginalView::No,
            source: None,
            proposal: None,
            remembered: None,
            mapping: None,
            undo: UndoState::default(),
            draft: Computed::default(),
            progress: Some((300, 1000)),
            writing: None,
        };
        let derived = Derived { import: Some(import), ..Derived::default() };
        let today = jiff::civil::date(2026, 11, 22);
        let input = ShellInput { snapshot: Some(&snapshot), derived: &derived, today, opening: false };
        desk.intents.extend(desk.shell.show(ui, &input).0);
    });
    stage.harness.run();
    stage.picture("import-liest");
    assert!(stage.harness.query_by_label("Tabelle 2 von 3").is_some());
    stage.harness.key_press(Key::Escape);
    stage.harness.run();
    assert!(imports(&stage).iter().any(|step| matches!(step, ImportIntent::Cancel)));
}

/// The window over a project that has read a first table of its kind, with the next one in view.
fn next_year(second: &str) -> Desk {
    next_year_after(FIRST, |_| {}, second)
}

/// The same after another table, read as `change` says.
fn next_year_after(first: &str, change: impl FnOnce(&mut Mapping), second: &str) -> Desk {
    let mut desk = Desk::new(Template::Dortmund, false);
    let run = |desk: &mut Desk, name: &str, table: &str| {
        let data = desk.project.snapshot().data.clone();
        let source = import::read(name, table.as_bytes(), &Progress::new()).expect("a table");
        let (proposal, _) = import::first_proposal(&source, &data, &Progress::new()).expect("nobody stops it");
        (source, proposal.mapping)
    };
    let (source, mut mapping) = run(&mut desk, "Lage-2024.csv", first);
    change(&mut mapping);
    let draft = import::draft(&source, &mapping, &desk.project.snapshot().data, &Progress::new()).expect("a draft");
    assert!(draft.is_settled(), "{:?}", draft.questions);
    desk.project.execute(Command::Import(ImportCommand::Run(Box::new(draft.batch())))).expect("imported");
    let (source, mapping) = run(&mut desk, "Lage-2025.csv", second);
    desk.set_mapping(Arc::new(source), mapping);
    desk
}

const FIRST: &str =
    "Sozialraum;Quote (%);Kinder im SGB II (%);Fälle\nMarten;16,1;31,8;12\nNette;16,6;35,3;14\nHörde;4,1;12,5;16\n";

#[test]
fn next_years_table_is_imported_with_one_click_and_shows_what_it_replaces() {
    let mut stage = small(next_year(&FIRST.replace("16,1", "16,4")));
    click(&mut stage, "Importieren");
    let data = stage.harness.state().project.snapshot().data.clone();
    assert_eq!(data.periods.iter().filter(|period| period.year.is_some_and(|year| year >= 2024)).count(), 2);
    click(&mut stage, "Importe");
    stage.picture("daten-importe-zwei");
}

#[test]
fn renamed_new_and_missing_headings_are_settled_before_the_import() {
    let second = FIRST.replace("Kinder im SGB II (%)", "Kinder im SGB-II-Bezug (%)").replace("Fälle", "Anzahl Plätze");
    let mut stage = small(next_year(&second));
    stage.picture("import-drift");
    assert!(stage.harness.query_by_label("Überschriften weichen ab").is_some());
    let commit = stage.harness.get_by_label("Importieren");
    assert!(commit.accesskit_node().description().expect("a reason").contains("klären"));
    // What stands in the place of a lost column is new, and read only if the planner says so.
    click(&mut stage, "Anlegen");
    stage.picture("import-drift-angelegt");
    click(&mut stage, "Gleichsetzen");
    click(&mut stage, "Alles so übernehmen");
    assert!(stage.harness.query_by_label("Überschriften weichen ab").is_none());
    click(&mut stage, "Importieren");
    assert_eq!(stage.harness.state().project.snapshot().data.imports.last().map(|import| import.values), Some(9));
}

#[test]
fn what_is_settled_about_headings_keeps_its_place() {
    let second = FIRST.replace("Kinder im SGB II (%)", "Kinder im SGB-II-Bezug (%)").replace("Fälle", "Anzahl Plätze");
    let mut stage = small(next_year(&second));
    let place = |stage: &Stage<'_, Desk>| stage.harness.get_by_label("Alles so übernehmen").rect();
    let before = place(&stage);
    click(&mut stage, "Anlegen");
    assert!(stage.harness.query_by_label("Anlegen").is_none());
    assert!((place(&stage).top() - before.top()).abs() < 1.5, "{:?} {before:?}", place(&stage));
}

#[test]
fn after_an_answer_about_a_heading_by_keys_the_focus_is_on_the_next_one() {
    let second = FIRST.replace("Kinder im SGB II (%)", "Kinder im SGB-II-Bezug (%)").replace("Fälle", "Anzahl Plätze");
    let mut stage = small(next_year(&second));
    for key in [Key::F8, Key::Tab, Key::Enter] {
        stage.harness.key_press(key);
        stage.harness.run();
    }
    assert!(stage.harness.query_by_label("Gleichsetzen").is_none());
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    assert!(stage.harness.get_by_label("Anlegen").accesskit_node().is_focused());
}

#[test]
fn a_remembered_factor_that_the_new_numbers_do_not_show_is_asked_about() {
    let first = "Sozialraum;Haushalte\nMarten;1,2 Tsd.\nNette;0,9 Tsd.\nHörde;2,5 Tsd.\n";
    let second = "Sozialraum;Haushalte\nMarten;1250\nNette;920\nHörde;2480\n";
    let mut stage = small(next_year_after(first, |mapping| mapping.columns[1].factor = Some(1000.0), second));
    stage.picture("import-faktor");
    for shown in ["mal 1.000", "1.250.000", "„920“"] {
        stage.harness.get_by_label(shown);
    }
    let commit = stage.harness.get_by_label("Importieren");
    assert!(commit.accesskit_node().description().expect("a reason").contains("klären"));
    click(&mut stage, "Wie geschrieben");
    click(&mut stage, "Importieren");
    let data = stage.harness.state().project.snapshot().data.clone();
    assert!(data.dataset.iter().any(|observation| observation.value.is_some_and(|value| (value - 2480.0).abs() < 0.1)));
}

#[test]
fn cells_that_wait_for_an_answer_are_called_open_and_not_refused() {
    let table = "Sozialraum;Quote (%)\nMarten;16,1\nNette;4,4\nInsel;5,5\nHörde;viel\n";
    let mut stage = small(Desk::new(Template::Dortmund, false).with("Quote-2025.csv", table.as_bytes()));
    stage.picture("import-offene-zellen");
    click(&mut stage, "Nur diese Hinweise");
    for entry in ["offen (1)", "abgelehnt (1)"] {
        stage.harness.get_by_label(entry);
    }
    assert_eq!((stage.harness.state().draft().counts.open, stage.harness.state().draft().counts.refused), (1, 1));
}

#[test]
fn a_new_column_is_settled_by_what_the_planner_makes_of_it() {
    let second = FIRST.lines().enumerate().map(|(row, line)| match row {
        0 => format!("{line};Leerstand (%) 2025\n"),
        _ => format!("{line};{row},5\n"),
    });
    let mut stage = small(next_year(&second.collect::<String>()));
    assert!(stage.harness.query_by_label("Überschriften weichen ab").is_some());
    let column = u16::try_from(stage.harness.state().mapping().columns.len() - 1).expect("narrow");
    let letters = aktionsplan::domain::column_letters(column);
    choose(&mut stage, &format!("Typ der Spalte {letters}"), "Indikator");
    assert!(stage.harness.query_by_label("Überschriften weichen ab").is_none());
    let mapping = stage.harness.state().mapping().clone();
    let card = mapping.new_indicators.last().expect("a new card");
    assert_eq!((card.name.as_str(), card.unit.as_str()), ("Leerstand", "%"));
}

#[test]
fn new_areas_belong_to_what_the_planner_says() {
    let desk = Desk::new(Template::Dortmund, false);
    let text = "Sozialraum;Quote (%)\nMarten;16,1\nLindenhof;3,3\nAm Bach;4,1\nNette;4,4\n";
    let mut stage = small(desk.with("Quote-2025.csv", text.as_bytes()));
    click(&mut stage, "Alle anlegen");
    click(&mut stage, "2 neue Gebiete");
    let city =
        stage.harness.state().project.snapshot().data.areas_of(AreaLevel::Stadt).next().cloned().expect("a city");
    choose(&mut stage, "Alle gehören zu", &format!("{} (Stadt)", city.name));
    stage.picture("import-neue-gebiete");
    click(&mut stage, "„Am Bach“ nicht anlegen");
    click(&mut stage, "Importieren");
    let data = stage.harness.state().project.snapshot().data.clone();
    let lindenhof = data.areas.iter().find(|area| area.name == "Lindenhof").expect("created");
    assert_eq!(lindenhof.parent, Some(city.id));
    assert!(data.areas.iter().all(|area| area.name != "Am Bach"));
}

#[test]
fn a_name_of_another_level_and_one_on_two_levels_are_settled_where_they_are_asked() {
    let desk = Desk::new(Template::Dortmund, false);
    let text = "Gebiet;Quote (%)\nEving;16,1\nHörde;3,3\nHörde;4,1\nNette;4,4\nHafen;5,5\nMengede;6,6\nCity;7,7\n";
    let mut stage = small(desk.with("Quote-2025.csv", text.as_bytes()));
    stage.picture("import-ebenen");
    let asked = stage.harness.query_all_by_label_contains("2 Gebiete gibt es im Projekt nur auf anderen Ebenen");
    assert!(asked.count() > 0);
    assert!(stage.harness.query_by_label("Alle anlegen").is_none(), "nothing is to be invented here");
    // Less is open after each answer: until the scroll bar is gone takes some frames.
    let answers =
        ["Alle als Stadtbezirk", "Ebene, Zeile 3", "Stadtbezirk", "Ebene, Zeile 4", "Sozialraum", "Importieren"];
    for answer in answers {
        stage.harness.get_by_label(answer).click();
        stage.harness.run_steps(12);
    }
    let data = stage.harness.state().project.snapshot().data.clone();
    let value = |level: AreaLevel, name: &str| {
        let area = data.areas_of(level).find(|area| area.name == name).expect("known").id;
        data.dataset.iter().find(|one| one.area == area && one.cell.column == 1).and_then(|one| one.value)
    };
    assert_eq!(value(AreaLevel::Stadtbezirk, "Eving"), Some(16.1));
    assert_eq!(value(AreaLevel::Stadtbezirk, "Hörde"), Some(3.3));
    assert_eq!(value(AreaLevel::Sozialraum, "Hörde"), Some(4.1));
}

#[test]
fn the_check_list_fits_a_small_window() {
    for (name, theme) in [("import-klein", Theme::Light), ("import-klein-dunkel", Theme::Dark)] {
        messy(theme, [1093.0, 614.0]).picture(name);
    }
}

#[test]
fn undo_in_the_preview_is_about_the_preview_and_never_about_the_project_behind_it() {
    let mut desk = Desk::reading("Soziale-Lage-2025.csv", TABLE.as_bytes());
    let batch = desk.draft().batch();
    desk.project.execute(Command::Import(ImportCommand::Run(Box::new(batch)))).expect("the import holds");
    assert!(desk.project.snapshot().undo.undo.is_some(), "the project has a step");
    let mut stage = small(desk);
    let undo = |stage: &mut Stage<'_, Desk>| {
        stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        stage.harness.run();
        let wanted = |intent: &&Intent| matches!(intent, Intent::Action(UiAction::Undo));
        stage.harness.state().intents.iter().filter(wanted).count()
    };
    assert_eq!(undo(&mut stage), 0, "nothing was decided in the preview");
    let step = Some("Zuordnung geändert".to_owned());
    stage.harness.state_mut().undo = UndoState { undo: step, redo: None, steps: 1 };
    stage.harness.run();
    assert_eq!(undo(&mut stage), 1);
    stage.harness.get_by_label_contains("Zuordnung geändert");
}

#[test]
fn while_values_are_written_the_preview_can_only_be_stopped() {
    let mut stage = small(Desk::reading("Soziale-Lage-2025.csv", TABLE.as_bytes()));
    stage.harness.state_mut().writing = Some((300, 1000));
    stage.harness.run();
    stage.picture("import-schreibt");
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    stage.harness.run();
    assert!(imports(&stage).is_empty());
    stage.harness.get_by_label("Anhalten").click();
    stage.harness.run();
    assert!(matches!(imports(&stage)[..], [ImportIntent::Stop]));
    stage.harness.key_press(Key::Escape);
    stage.harness.run();
    assert!(matches!(imports(&stage)[..], [ImportIntent::Stop, ImportIntent::Stop]));
}

#[test]
fn a_question_before_decisions_are_lost_keeps_them_by_default() {
    let mut stage = small(Desk::reading("Soziale-Lage-2025.csv", TABLE.as_bytes()));
    let ask = |stage: &mut Stage<'_, Desk>| {
        let discard = aktionsplan::ui::dialog::Discard::import(2, Intent::Import(ImportIntent::Discard(None)));
        stage.harness.state_mut().shell.ask(aktionsplan::ui::Dialog::Discard(discard));
        stage.harness.run();
    };
    ask(&mut stage);
    stage.picture("import-verwerfen");
    stage.harness.key_press(Key::Escape);
    stage.harness.run();
    assert!(imports(&stage).is_empty() && stage.harness.state().shell.dialog().is_none());
    ask(&mut stage);
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    assert!(imports(&stage).is_empty() && stage.harness.state().shell.dialog().is_none());
    ask(&mut stage);
    stage.harness.get_by_label("Verwerfen").click();
    stage.harness.run();
    assert!(stage.harness.state().shell.dialog().is_none());
    assert!(stage.harness.state().answered);
}
