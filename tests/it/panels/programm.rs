//! The place Handlungsprogramm, driven by its labels over a real project: what is clicked becomes commands, what
//! commands change is shown.

use super::{Stage, stage};
use aktionsplan::analysis::{self, Ranking, SpecError};
use aktionsplan::domain::{
    AreaLevel, Beschlussstand, CostKind, Euro, Handlungsfeld, Handlungsprogramm, Massnahme, MassnahmeId, PassageOrigin,
    ProgrammeState, SectionKey, Szenarioauswahl, TextPiece, ZielKind, text_pieces,
};
use aktionsplan::jobs::Progress;
use aktionsplan::programme::{self, Basis, Check, CheckKind, CoverageBasis, DocumentKind, Profile, Severity};
use aktionsplan::project::{Command, ProgrammeCommand, Project, Snapshot, Template};
use aktionsplan::sample;
use aktionsplan::theme::Theme;
use aktionsplan::ui::{
    Computed, Derived, Inspected, Intent, PassageView, ProgrammeView, Section, Shell, ShellInput, UiAction,
};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

const TODAY: Date = date(2026, 11, 22);

/// The window over a project of its own; commands are carried out between frames.
struct World {
    project: Project,
    shell: Shell,
    snapshot: Arc<Snapshot>,
    derived: Derived,
    commands: Vec<Command>,
    intents: Vec<Intent>,
    /// Whether commands are refused.
    refuses: bool,
    _folder: TempDir,
}

type Ranked = Arc<Result<Ranking, SpecError>>;

/// The bytes of the sample project and its ranking, made once.
fn sample_file() -> &'static (Vec<u8>, Ranked) {
    static SAMPLE: OnceLock<(Vec<u8>, Ranked)> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("beispiel.aktionsplan");
        let mut project = Project::create(&path, Template::Dortmund, true, clock()).expect("a project");
        sample::draft_programmes(&mut project).expect("drafts");
        let snapshot = project.snapshot();
        drop(project);
        let spec = &snapshot.recipe().expect("a recipe").spec;
        let ranking = analysis::rank(&snapshot.data, spec, &Progress::new());
        (std::fs::read(&path).expect("a file"), Arc::new(ranking))
    })
}

fn clock() -> aktionsplan::clock::Clock {
    Arc::new(|| "2026-11-22T10:00:00+01:00".to_owned())
}

impl World {
    fn new(area: &str) -> World {
        let folder = tempfile::tempdir().expect("a folder");
        let path: PathBuf = folder.path().join("probe.aktionsplan");
        std::fs::write(&path, &sample_file().0).expect("written");
        let project = Project::open(&path, clock()).expect("opens");
        let snapshot = project.snapshot();
        let mut shell = Shell::default();
        shell.section = Section::Handlungsprogramm;
        let area = snapshot.data.areas_of(AreaLevel::Sozialraum).find(|known| known.name == area).expect("known").id;
        shell.focus.area = Some(area);
        let mut world = World {
            project,
            shell,
            derived: Derived::default(),
            snapshot,
            commands: Vec::new(),
            intents: Vec::new(),
            refuses: false,
            _folder: folder,
        };
        world.derive();
        world
    }

    /// The area that the example has a programme for.
    fn with_programme() -> World {
        let mut world = World::new("Marten");
        let programme = world.snapshot.programmes.first().expect("the example has a programme");
        world.shell.focus.area = Some(programme.area);
        world.derive();
        world
    }

    fn programme(&self) -> &Handlungsprogramm {
        self.snapshot.programme_of(self.shell.focus.area.expect("an area")).expect("a programme")
    }

    fn derive(&mut self) {
        let ranking = Arc::clone(&sample_file().1);
        let area = self.shell.focus.area;
        let programme = area.and_then(|area| self.snapshot.programme_of(area));
        let mut view = ProgrammeView { area, ..ProgrammeView::default() };
        if let Some(programme) = programme {
            let basis = Basis {
                data: &self.snapshot.data,
                ranking: ranking.as_ref().as_ref().ok(),
                programme,
                programmes: &self.snapshot.programmes,
                rules: &self.snapshot.plan_rules,
                vor_ort: &self.snapshot.vor_ort,
                verfahren: &self.snapshot.verfahren,
                ausgaben: &self.snapshot.ausgaben,
                today: TODAY,
                project_title: &self.snapshot.title,
            };
            view_of(&basis, &mut view);
        }
        self.derived.ranking = Computed { value: Some(ranking), current: true, progress: None };
        self.derived.programme = Computed { value: Some(Arc::new(view)), current: true, progress: None };
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        let input = ShellInput { snapshot: Some(&self.snapshot), derived: &self.derived, today: TODAY, opening: false };
        let (intents, _) = self.shell.show(ui, &input);
        for intent in intents {
            match &intent {
                Intent::Command(_) if self.refuses => self.shell.step_refused(),
                Intent::Command(command) => {
                    self.project.execute(command.clone()).expect("carried out");
                    self.commands.push(command.clone());
                }
                Intent::Inspect(inspected) => {
                    self.shell.focus.inspected = Some(*inspected);
                    self.shell.focus.inspector_open = true;
                }
                Intent::Open { entry, .. } => {
                    self.shell.section = entry.place();
                    self.shell.focus.follow(&intent);
                }
                _ => {}
            }
            self.intents.push(intent);
        }
        if !Arc::ptr_eq(&self.snapshot, &self.project.snapshot()) {
            self.snapshot = self.project.snapshot();
            self.derive();
            ui.ctx().request_repaint();
        }
    }

    fn programme_commands(&self) -> Vec<&ProgrammeCommand> {
        self.commands
            .iter()
            .map(|command| match command {
                Command::Programme(command) => command,
                other => panic!("only programme commands, not {other:?}"),
            })
            .collect()
    }
}

fn view_of(basis: &Basis, view: &mut ProgrammeView) {
    view.checks = programme::checks(basis);
    view.coverage = programme::coverage(&CoverageBasis {
        data: basis.data,
        ranking: basis.ranking,
        area: basis.programme.area,
        programme: Some(basis.programme),
        vor_ort: basis.vor_ort,
        today: basis.today,
    });
    view.overlaps = programme::overlaps(basis).into_iter().collect();
    view.plan = programme::plan_view(basis);
    for passage in &basis.programme.passages {
        let shown: BTreeMap<String, String> =
            passage.basis.iter().map(|bound| (bound.reference.clone(), bound.shown.clone())).collect();
        let entry = PassageView {
            id: Some(passage.id),
            origin: passage.origin,
            text: passage.text.clone(),
            shown,
            stale: programme::stale_values(basis, passage),
        };
        view.sections.entry(passage.section).or_default().push(entry);
        for piece in text_pieces(&passage.text) {
            let TextPiece::Bound(reference) = piece else { continue };
            if let Some(value) = programme::resolve(basis, &reference) {
                view.resolved.insert(reference.to_string(), value);
            }
        }
    }
    for drafted in programme::draft(basis, &SectionKey::ALL) {
        view.drafts.entry(drafted.section).or_default().push(drafted);
    }
}

fn window(world: World, size: [f32; 2], theme: Theme) -> Stage<'static, World> {
    let mut stage = stage(theme, size, world, |ui, world| world.frame(ui));
    stage.harness.run();
    stage
}

fn shown(world: World) -> Stage<'static, World> {
    window(world, [1366.0, 768.0], Theme::Light)
}

/// Marten's programme, an area without one.
fn area_without_programme() -> World {
    let mut world = World::new("Marten");
    let free = world
        .snapshot
        .data
        .areas_of(AreaLevel::Sozialraum)
        .find(|area| world.snapshot.programme_of(area.id).is_none())
        .expect("not every area has a programme")
        .id;
    world.shell.focus.area = Some(free);
    world.derive();
    world
}

fn click(stage: &mut Stage<'_, World>, label: &str) {
    stage.harness.get_by_label(label).click();
    stage.harness.run();
}

fn choose(stage: &mut Stage<'_, World>, combo: &str, choice: &str) {
    stage.harness.get_by_role_and_label(Role::ComboBox, combo).click();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::MenuItem, choice).click();
    stage.harness.run();
}

/// Puts the keyboard into a field and replaces what stands there.
fn replace(stage: &mut Stage<'_, World>, role: Role, label: &str, text: &str) {
    stage.harness.get_by_role_and_label(role, label).focus();
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    stage.harness.get_by_role_and_label(role, label).type_text(text);
    stage.harness.run();
}

#[test]
fn an_area_without_programme_offers_to_begin_one() {
    let mut stage = shown(area_without_programme());
    stage.picture("programm-leer");
    click(&mut stage, "Handlungsprogramm anlegen");
    let world = stage.harness.state();
    let area = world.shell.focus.area.expect("an area");
    let expected = ProgrammeCommand::Create { area, first_year: 2027, last_year: 2029 };
    assert_eq!(world.programme_commands(), [&expected]);
    assert!(stage.harness.query_by_label("Als Word ausgeben …").is_some());
}

#[test]
fn a_new_programme_takes_over_all_drafts_in_one_step() {
    let mut stage = shown(area_without_programme());
    click(&mut stage, "Handlungsprogramm anlegen");
    stage.picture("programm-vorschlag");
    assert!(stage.harness.query_by_label_contains("Abgrenzung, Vorschlag liegt vor").is_some());
    click(&mut stage, "Alle Abschnitte entwerfen");
    let world = stage.harness.state();
    assert_eq!(world.commands.len(), 2);
    assert!(world.programme().passages.iter().all(|passage| passage.origin == PassageOrigin::Generated));
    assert!(world.programme().passages.len() > 5);
    let locked = stage.harness.get_by_label("Alle Abschnitte entwerfen");
    assert!(locked.accesskit_node().description().is_some_and(|why| why.starts_with("Noch nicht möglich")));
}

#[test]
fn the_state_of_the_programme_is_chosen_in_the_head() {
    let mut stage = shown(World::with_programme());
    let before = stage.harness.state().programme().state;
    let (label, state) = if before == ProgrammeState::InBeratung {
        ("beschlossen", ProgrammeState::Beschlossen)
    } else {
        ("in Beratung", ProgrammeState::InBeratung)
    };
    choose(&mut stage, "Stand des Programms", label);
    let world = stage.harness.state();
    assert_eq!(world.programme_commands(), [&ProgrammeCommand::SetState { programme: world.programme().id, state }]);
}

#[test]
fn the_document_is_ordered_for_the_area() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Als Word ausgeben …");
    let world = stage.harness.state();
    let ordered = world.intents.iter().any(|intent| {
        matches!(intent, Intent::Export(order)
            if order.kind == DocumentKind::Handlungsprogramm(Profile::Lang) && Some(order.areas[0]) == world.shell.focus.area)
    });
    assert!(ordered);
}

/// Goes to a section by its title in the outline.
fn go_to(stage: &mut Stage<'_, World>, title: &str) {
    stage.harness.get_by_label_contains(title).click();
    stage.harness.run();
}

#[test]
fn a_paragraph_is_edited_and_stored_as_one_step_when_it_is_left() {
    let mut stage = shown(World::with_programme());
    go_to(&mut stage, "3.4 Arbeit und Einkommen");
    stage.picture("programm-text");
    let passage = stage.harness.state().programme().passages.iter();
    let passage = passage.filter(|passage| passage.section == SectionKey::ArbeitEinkommen).min_by_key(|p| p.position);
    let before = passage.expect("drafted").clone();
    stage.harness.get_by_label_contains("Absatz 1 von").focus();
    stage.harness.run();
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    stage.picture("programm-bearbeiten");
    stage.harness.key_press(Key::End);
    stage.harness.get_by_label("Text des Absatzes").type_text(" Ergänzt.");
    stage.harness.run();
    assert!(stage.harness.state().commands.is_empty(), "nothing is stored while typing");
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    let world = stage.harness.state();
    match world.programme_commands().as_slice() {
        [ProgrammeCommand::EditPassage { passage, text, basis, origin }] => {
            assert_eq!(*passage, before.id);
            assert!(text.contains("Ergänzt."));
            assert_eq!(*basis, before.basis, "the numbers stay bound");
            assert_eq!(*origin, PassageOrigin::Edited);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn escape_takes_back_what_was_typed() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Absatz anfügen");
    stage.harness.get_by_label("Text des Absatzes").type_text("Verworfen");
    stage.harness.run();
    stage.harness.key_press(Key::Escape);
    stage.harness.run();
    assert!(stage.harness.query_by_label("Text des Absatzes").is_none());
    assert!(stage.harness.state().commands.is_empty());
}

#[test]
fn a_new_paragraph_with_a_bound_number_is_stored() {
    let mut stage = shown(World::with_programme());
    go_to(&mut stage, "3.3 Bevölkerung");
    click(&mut stage, "Absatz anfügen");
    stage.harness.get_by_label("Text des Absatzes").type_text("Rang ");
    stage.harness.run();
    click(&mut stage, "Zahl einfügen");
    stage.picture("programm-zahl");
    click(&mut stage, "Rang in der Rangfolge");
    go_to(&mut stage, "3.4 Arbeit und Einkommen");
    let world = stage.harness.state();
    match world.programme_commands().as_slice() {
        [ProgrammeCommand::AddPassage { passage, .. }] => {
            assert_eq!(passage.section, SectionKey::Bevoelkerung);
            assert_eq!(passage.origin, PassageOrigin::Own);
            assert!(passage.text.starts_with("Rang [rang:"), "{}", passage.text);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_stale_value_is_taken_over_or_held() {
    let mut world = World::with_programme();
    let passage = world.programme().passages.iter().find(|passage| !passage.basis.is_empty()).expect("bound").clone();
    let mut basis = passage.basis.clone();
    let today = basis[0].shown.clone();
    basis[0].shown = "1,2".to_owned();
    let stale = ProgrammeCommand::SetBasis { passage: passage.id, basis, fingerprint: passage.fingerprint.clone() };
    world.project.execute(Command::Programme(stale)).expect("stored");
    world.snapshot = world.project.snapshot();
    world.derive();
    let entry = programme::outline().iter().find(|entry| entry.section == Some(passage.section)).expect("in outline");
    let title = format!("{} {}", entry.number, entry.title);
    let mut stage = shown(world);
    go_to(&mut stage, &title);
    let chip = format!("Gebundener Wert 1,2, veraltet, neu {today}");
    click(&mut stage, &chip);
    stage.picture("programm-veraltet");
    let inspected = stage
        .harness
        .state()
        .intents
        .iter()
        .any(|intent| matches!(intent, Intent::Inspect(Inspected::Value { .. } | Inspected::Rank(_))));
    assert!(inspected || passage.basis[0].reference == "gewertet");
    click(&mut stage, "Stand festhalten");
    let held = |world: &World| {
        let passages = &world.programme().passages;
        let bound = passages.iter().find(|known| known.id == passage.id).map(|known| known.basis[0].clone());
        bound.expect("still there")
    };
    assert!(held(stage.harness.state()).pinned);
    click(&mut stage, "Gebundener Wert 1,2, Stand festgehalten");
    click(&mut stage, "Wert übernehmen");
    let bound = held(stage.harness.state());
    assert_eq!((bound.shown, bound.pinned), (today, false));
}

/// A programme in whose text so many bound values are out of date; the places of the first two.
fn with_stale_values(number: usize) -> (World, Vec<String>) {
    let mut world = World::with_programme();
    let bound = world.programme().passages.iter().filter(|passage| !passage.basis.is_empty()).take(number);
    let passages: Vec<_> = bound.cloned().collect();
    let mut today = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        let mut basis = passage.basis.clone();
        today.push(basis[0].shown.clone());
        basis[0].shown = format!("1,{at}");
        let stale = ProgrammeCommand::SetBasis { passage: passage.id, basis, fingerprint: passage.fingerprint.clone() };
        world.project.execute(Command::Programme(stale)).expect("stored");
    }
    world.snapshot = world.project.snapshot();
    world.derive();
    (world, today)
}

#[test]
fn f8_goes_through_stale_values_and_all_are_taken_over_in_one_step() {
    let (world, today) = with_stale_values(2);
    let mut stage = shown(world);
    stage.harness.key_press(Key::F8);
    stage.harness.run();
    assert!(stage.harness.query_by_label("Stand festhalten").is_some(), "the strip of the first one is open");
    stage.picture("programm-f8");
    stage.harness.key_press_modifiers(Modifiers::SHIFT, Key::F8);
    stage.harness.run();
    assert!(stage.harness.query_by_label(&format!("Gebundener Wert 1,1, veraltet, neu {}", today[1])).is_some());
    click(&mut stage, "Gesamt");
    click(&mut stage, "Alle übernehmen");
    let world = stage.harness.state();
    assert!(
        matches!(world.programme_commands().as_slice(), [ProgrammeCommand::SetBases { passages, .. }] if passages.len() == 2)
    );
    let shown = world.programme().passages.iter().filter(|passage| !passage.basis.is_empty()).take(2);
    let shown: Vec<String> = shown.map(|passage| passage.basis[0].shown.clone()).collect();
    assert_eq!(shown, today);
}

#[test]
fn a_slash_at_the_beginning_of_a_word_opens_the_list_of_numbers() {
    let mut stage = shown(World::with_programme());
    go_to(&mut stage, "3.3 Bevölkerung");
    click(&mut stage, "Absatz anfügen");
    stage.harness.get_by_label("Text des Absatzes").type_text("Rang ");
    stage.harness.run();
    stage.harness.get_by_label("Text des Absatzes").type_text("/");
    stage.harness.run();
    stage.picture("programm-schraegstrich");
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    go_to(&mut stage, "3.4 Arbeit und Einkommen");
    match stage.harness.state().programme_commands().as_slice() {
        [ProgrammeCommand::AddPassage { passage, .. }] => {
            assert!(passage.text.starts_with("Rang [rang:"), "{}", passage.text);
            assert!(!passage.text.contains('/'), "{}", passage.text);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_check_says_of_the_assessment_leads_into_its_field() {
    let mut world = World::with_programme();
    let programme = world.programme().id;
    let empty = ProgrammeCommand::SetAssessment { programme, text: String::new() };
    world.project.execute(Command::Programme(empty)).expect("stored");
    world.snapshot = world.project.snapshot();
    world.derive();
    let mut stage = shown(world);
    click(&mut stage, "Gesamt");
    stage.harness.get_by_label("Zur Einschätzung").scroll_to_me();
    stage.harness.run();
    click(&mut stage, "Zur Einschätzung");
    stage.harness.run();
    let field = stage.harness.get_by_role_and_label(Role::MultilineTextInput, "Fachliche Einschätzung");
    assert!(field.accesskit_node().is_focused());
}

#[test]
fn a_stale_start_offers_its_own_period_first_and_can_be_held() {
    let mut world = World::new("Nordmarkt");
    let goal = world.programme().ziele.iter().find(|ziel| ziel.indicator == "ALR").expect("by this indicator").clone();
    let shown_then = aktionsplan::domain::BoundValue {
        reference: "wert:ALR:nordmarkt:2025".into(),
        shown: "1,2\u{a0}%".into(),
        pinned: false,
    };
    let stale = aktionsplan::domain::Ziel { start_value: Some(1.2), start_bound: Some(shown_then), ..goal.clone() };
    world.project.execute(Command::Programme(ProgrammeCommand::UpdateZiel(stale))).expect("stored");
    world.snapshot = world.project.snapshot();
    world.derive();
    let mut stage = shown(world);
    click(&mut stage, "Ziele");
    stage.harness.get_all_by_label(&goal.text).next().expect("a row").click();
    stage.harness.run();
    stage.harness.get_by_label_contains("Wert übernehmen:").scroll_to_me();
    stage.harness.run();
    stage.picture("programm-ziel-veraltet");
    click(&mut stage, "Stand festhalten");
    let bound = |world: &World| {
        let found = world.programme().ziele.iter().find(|ziel| ziel.id == goal.id).cloned();
        found.expect("still there").start_bound.expect("bound")
    };
    assert!(bound(stage.harness.state()).pinned);
    stage.harness.get_by_label_contains("Wert übernehmen:").click();
    stage.harness.run();
    let taken = bound(stage.harness.state());
    assert!(!taken.pinned && taken.shown != "1,2\u{a0}%" && taken.reference.ends_with(":2025"), "{taken:?}");
}

#[test]
fn arrow_keys_move_begin_and_end_of_the_selected_measure() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Zeitplan & Kosten");
    let dated = |world: &World| {
        let all = world.programme().massnahmen.iter();
        all.filter(|measure| measure.beginn < measure.ende).min_by_key(|measure| measure.number).cloned().expect("one")
    };
    let before = dated(stage.harness.state());
    stage.harness.get_all_by_label_contains(&before.titel).next().expect("a row").click();
    stage.harness.run();
    stage.harness.key_press(Key::ArrowRight);
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    stage.harness.run();
    let after = |world: &World| world.programme().massnahmen.iter().find(|one| one.id == before.id).cloned();
    let after = after(stage.harness.state()).expect("still there");
    let index = |quarter: Option<aktionsplan::domain::Quarter>| quarter.expect("set").index();
    assert_eq!(index(after.beginn), index(before.beginn) + 1);
    assert_eq!(index(after.ende), index(before.ende) + 1);
}

#[test]
fn the_table_of_scenarios_leaves_the_form_beside_it_alone() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Zeitplan & Kosten");
    click(&mut stage, "Szenarien");
    click(&mut stage, "Eigene Auswahl anlegen");
    click(&mut stage, "Eigene Auswahl anlegen");
    stage.picture("programm-szenarien-viele");
    let chosen = |world: &World| match world.programme().szenarien.last().map(|one| one.auswahl.clone()) {
        Some(Szenarioauswahl::Eigene(ids)) => ids.len(),
        other => panic!("{other:?}"),
    };
    let before = chosen(stage.harness.state());
    let measure =
        stage.harness.state().programme().massnahmen.iter().min_by_key(|one| one.number).cloned().expect("one");
    let label = format!("{} {}", programme_number(measure.number), measure.titel);
    stage.harness.get_by_role_and_label(Role::CheckBox, &label).click();
    stage.harness.run();
    assert_eq!(chosen(stage.harness.state()), before - 1, "the click reaches the box");
}

fn programme_number(number: u32) -> String {
    aktionsplan::text::report::measure_number(number)
}

#[test]
fn the_catalogue_has_its_size_from_the_first_picture() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Maßnahmen");
    stage.harness.get_by_label("Aus Katalog …").click();
    let entry = "„Bürgergarten“ übernehmen";
    for _ in 0..5 {
        stage.harness.step();
        if stage.harness.query_by_label(entry).is_some() {
            break;
        }
    }
    let place = |stage: &Stage<'_, World>| stage.harness.get_by_label(entry).rect();
    let first = place(&stage);
    stage.picture("programm-katalog");
    stage.harness.run();
    assert_eq!(first, place(&stage));
}

#[test]
fn an_end_before_the_begin_is_said_at_the_field_and_is_no_step() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Maßnahmen");
    let measure =
        stage.harness.state().programme().massnahmen.iter().find(|one| one.beginn.is_some_and(|q| q.year > 2026));
    let title = measure.expect("one that begins later").titel.clone();
    stage.harness.get_all_by_label_contains(&title).next().expect("a row").click();
    stage.harness.run();
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    let before = stage.harness.state().commands.len();
    stage.harness.get_by_role_and_label(Role::ComboBox, "Ende").scroll_to_me();
    stage.harness.run();
    let years = stage.harness.state().programme().first_year;
    choose(&mut stage, "Beginn", &format!("4. Quartal {}", years + 2));
    choose(&mut stage, "Ende", &format!("1. Quartal {years}"));
    stage.picture("programm-massnahme-zeit");
    assert!(stage.harness.state().commands.len() <= before + 1, "at most the begin was a step");
    assert!(stage.harness.query_by_label_contains("Ende liegt vor").is_some());
}

#[test]
fn the_assessment_is_stored_when_it_is_left() {
    let mut stage = shown(World::with_programme());
    go_to(&mut stage, "3.2 Begründung der Auswahl");
    replace(&mut stage, Role::MultilineTextInput, "Fachliche Einschätzung", "Der Rang passt zum Eindruck vor Ort.");
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    let world = stage.harness.state();
    let text = "Der Rang passt zum Eindruck vor Ort.".to_owned();
    let expected = ProgrammeCommand::SetAssessment { programme: world.programme().id, text };
    assert_eq!(world.programme_commands(), [&expected]);
}

#[test]
fn goals_are_added_below_their_leitziel_and_edited() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Ziele");
    stage.picture("programm-ziele");
    let before = stage.harness.state().programme().ziele.len();
    click(&mut stage, "Ziel anlegen");
    let new = stage.harness.state().programme().ziele.iter().max_by_key(|ziel| ziel.id).expect("added").clone();
    assert_eq!(stage.harness.state().programme().ziele.len(), before + 1);
    assert!(matches!(new.kind, ZielKind::Handlungsziel { .. }));
    replace(&mut stage, Role::MultilineTextInput, "Ziel in einem Satz", "Mehr Kinder lernen schwimmen");
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    replace(&mut stage, Role::TextInput, "Zielwert", "12,5");
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    stage.picture("programm-ziel-neu");
    let world = stage.harness.state();
    let stored = world.programme().ziele.iter().find(|ziel| ziel.id == new.id).expect("still there");
    assert_eq!(stored.text, "Mehr Kinder lernen schwimmen");
    assert_eq!(stored.target_value, Some(12.5));
    assert_eq!(world.commands.len(), 3);
}

#[test]
fn a_measure_is_added_by_key_opened_filled_and_deleted() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Maßnahmen");
    stage.picture("programm-massnahmen");
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    stage.harness.run();
    let new = stage.harness.state().programme().massnahmen.iter().max_by_key(|m| m.number).expect("added").id;
    replace(&mut stage, Role::TextInput, "Titel", "Lesepaten");
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    stage.harness.get_by_label("Sachkosten 2027 in Euro").scroll_to_me();
    stage.harness.run();
    replace(&mut stage, Role::TextInput, "Sachkosten 2027 in Euro", "1.500");
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    stage.picture("programm-massnahme-neu");
    let measure = |world: &World| world.programme().massnahmen.iter().find(|m| m.id == new).cloned();
    let stored = measure(stage.harness.state()).expect("still there");
    assert_eq!(stored.titel, "Lesepaten");
    assert_eq!(stored.total_cost(), Euro::whole(1_500));
    assert_eq!(stored.kosten[0].kind, CostKind::Sach);
    assert_eq!(stage.harness.state().commands.len(), 3, "one step each");
    click(&mut stage, "Löschen");
    assert!(measure(stage.harness.state()).is_none());
    let world = stage.harness.state();
    assert!(world.intents.iter().any(|intent| matches!(intent, Intent::Toast(toast) if toast.offers_undo)));
    assert!(stage.harness.query_by_label("Zur Liste").is_none(), "back in the table");
}

#[test]
fn enter_opens_the_selected_measure_and_its_open_points_lock_the_agreement() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Maßnahmen");
    let open = {
        let world = stage.harness.state();
        let view = world.derived.programme.value.as_deref().expect("derived");
        let first = world.programme().massnahmen.iter().find(|measure| {
            measure.beschlussstand == Beschlussstand::Geplant
                && view.checks.iter().any(|check| check.massnahme == Some(measure.id))
        });
        first.map(|measure| measure.titel.clone())
    };
    let Some(title) = open else { return };
    stage.harness.get_all_by_label(&title).next().expect("a row").click();
    stage.harness.run();
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    stage.picture("programm-massnahme");
    let agree = stage.harness.get_by_label("Als abgestimmt vermerken");
    assert!(agree.accesskit_node().description().is_some());
    click(&mut stage, "Zur Liste");
    assert!(stage.harness.query_by_label("Maßnahme anlegen").is_some());
}

#[test]
fn an_overlap_is_settled_beside_the_form_and_opens_again_without_a_reason() {
    let mut world = World::with_programme();
    for measure in world.programme().massnahmen.clone() {
        let undecided = Box::new(Massnahme { abgleich: Vec::new(), ..measure });
        let command = Command::Programme(ProgrammeCommand::UpdateMassnahme(undecided));
        world.project.execute(command).expect("carried out");
    }
    world.snapshot = world.project.snapshot();
    world.derive();
    let mut stage = shown(world);
    click(&mut stage, "Maßnahmen");
    let overlapping = |world: &World| {
        let view = world.derived.programme.value.clone().expect("derived");
        let (id, overlaps) = view.overlaps.iter().find(|(_, overlaps)| overlaps.len() == 1).expect("one overlap");
        let measure = world.programme().massnahmen.iter().find(|measure| measure.id == *id).expect("a measure").clone();
        (measure, overlaps[0].clone())
    };
    let (measure, overlap) = overlapping(stage.harness.state());
    assert!(overlap.is_open());
    stage.harness.get_all_by_label(&measure.titel).next().expect("a row").click();
    stage.harness.run();
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    stage.picture("programm-massnahme-ueberschneidung");
    click(&mut stage, "verbinden");
    let (settled, found) = overlapping(stage.harness.state());
    assert_eq!(settled.abgleich.len(), 1);
    assert!(!found.is_open());
    click(&mut stage, "bewusst daneben");
    assert!(overlapping(stage.harness.state()).1.is_open(), "needs a reason");
    replace(&mut stage, Role::MultilineTextInput, "Begründung", "Das vorhandene Angebot ist ausgelastet.");
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    let (settled, found) = overlapping(stage.harness.state());
    assert_eq!(settled.abgleich[0].reason, "Das vorhandene Angebot ist ausgelastet.");
    assert!(!found.is_open());
    stage.picture("programm-massnahme-abgestimmt");
}

#[test]
fn tables_are_copied_with_their_sums() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Maßnahmen");
    stage.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    stage.harness.run();
    let copied = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("copied");
    assert!(copied.starts_with("Maßnahmen: ") && copied.contains("\n\nNr.\tMaßnahme"), "{copied}");
    assert!(copied.lines().any(|line| line.contains("Summe")), "{copied}");
}

#[test]
fn the_plan_shows_time_and_sums_and_sets_the_years() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Zeitplan & Kosten");
    stage.picture("programm-zeitplan");
    choose(&mut stage, "Programm bis", "2031");
    let world = stage.harness.state();
    let programme = world.programme();
    assert_eq!(programme.last_year, 2031);
    assert!(matches!(world.programme_commands().as_slice(), [ProgrammeCommand::SetYears { last_year: 2031, .. }]));
}

#[test]
fn every_part_fits_every_window() {
    let windows = [
        ("1093-herkunft", [1093.0, 614.0], Theme::Light, true),
        ("1093", [1093.0, 614.0], Theme::Light, false),
        ("1366", [1366.0, 768.0], Theme::Dark, false),
        ("1366-herkunft", [1366.0, 768.0], Theme::Light, true),
        ("1920", [1920.0, 1080.0], Theme::Dark, false),
    ];
    for (name, size, theme, inspector) in windows {
        let mut world = World::with_programme();
        world.shell.focus.inspector_open = inspector;
        let mut stage = window(world, size, theme);
        go_to(&mut stage, "3.5 Kinder und Familien");
        stage.picture(&format!("p-{name}-text"));
        for (tab, file) in [("Ziele", "ziele"), ("Zeitplan & Kosten", "plan"), ("Maßnahmen", "massnahmen")] {
            // Tabs that do not fit stand behind a button.
            if stage.harness.query_by_label(tab).is_none() {
                click(&mut stage, "Weitere Ansichten");
                stage.picture(&format!("p-{name}-weitere"));
            }
            click(&mut stage, tab);
            stage.picture(&format!("p-{name}-{file}"));
        }
        let title = stage.harness.state().programme().massnahmen[0].titel.clone();
        stage.harness.get_all_by_label(&title).next().expect("a row").click();
        stage.harness.run();
        stage.harness.key_press(Key::Enter);
        stage.harness.run();
        stage.picture(&format!("p-{name}-formular"));
        assert!(stage.harness.state().commands.is_empty(), "looking changes nothing");
    }
}

#[test]
fn leaving_by_key_stores_what_is_typed() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Absatz anfügen");
    stage.harness.get_by_label("Text des Absatzes").type_text("Noch nicht verlassen");
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    stage.harness.run();
    let world = stage.harness.state();
    assert!(matches!(world.programme_commands().as_slice(), [ProgrammeCommand::AddPassage { .. }]));
    assert!(world.intents.iter().any(|intent| matches!(intent, Intent::Action(UiAction::GoTo(Section::Bedarf)))));
}

#[test]
fn a_start_value_is_taken_from_the_data_with_its_origin() {
    let mut stage = shown(World::new("Nordmarkt"));
    click(&mut stage, "Ziele");
    let goal = |world: &World| {
        let goals = &world.programme().ziele;
        goals.iter().find(|ziel| ziel.indicator == "ALR").expect("a goal by this indicator").clone()
    };
    let text = goal(stage.harness.state()).text;
    stage.harness.get_all_by_label(&text).next().expect("a row").click();
    stage.harness.run();
    stage.picture("programm-ziel-ausgangswert");
    let button = stage.harness.get_by_label_contains("Ausgangswert übernehmen");
    button.scroll_to_me();
    stage.harness.run();
    stage.harness.get_by_label_contains("Ausgangswert übernehmen").click();
    stage.harness.run();
    let bound = goal(stage.harness.state()).start_bound.expect("taken from the data");
    assert_eq!(bound.reference, "wert:ALR:nordmarkt:2025");
    assert!(stage.harness.query_by_label_contains("Ausgangswert aus den Daten").is_some());
}

#[test]
fn every_letter_of_a_goal_is_shown_with_its_reason() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Ziele");
    let text = stage.harness.state().programme().ziele[1].text.clone();
    stage.harness.get_all_by_label(&text).next().expect("a row").click();
    stage.harness.run();
    stage.picture("programm-smart");
    for word in ["spezifisch", "messbar", "akzeptiert", "realistisch", "terminiert"] {
        assert!(stage.harness.query_all_by_label(word).next().is_some(), "{word}");
    }
    let reason = stage.harness.state().derived.programme.value.as_ref().expect("derived").plan.smart.values().next();
    let reason = reason.expect("a goal")[0].reason.clone();
    assert!(stage.harness.query_by_label(&reason).is_some(), "{reason}");
}

#[test]
fn points_of_a_measure_propose_a_priority() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Maßnahmen");
    let title = stage.harness.state().programme().massnahmen[0].titel.clone();
    stage.harness.get_all_by_label(&title).next().expect("a row").click();
    stage.harness.run();
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    stage.picture("programm-prioritaet");
    choose(&mut stage, "Wirkung, 1 gering bis 5 groß", "1 Punkt");
    assert_eq!(stage.harness.state().programme().massnahmen[0].bewertung.wirkung, Some(1));
    assert!(stage.harness.query_by_label_contains("Vorschlag: ").is_some());
}

#[test]
fn measures_are_shown_for_one_year_and_with_other_columns() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Maßnahmen");
    choose(&mut stage, "Jahre filtern", "nur 2028");
    assert!(stage.harness.query_all_by_label_contains("Kosten 2028").next().is_some());
    click(&mut stage, "Spalten");
    stage.harness.get_by_role_and_label(Role::MenuItem, "Priorität").click();
    stage.harness.run();
    stage.harness.key_press(Key::Escape);
    stage.harness.run();
    stage.picture("programm-massnahmen-2028");
    assert!(stage.harness.query_all_by_label("Priorität").next().is_some());
}

#[test]
fn choices_of_measures_are_compared_and_kept() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Zeitplan & Kosten");
    click(&mut stage, "Diagramm");
    stage.picture("programm-diagramm");
    click(&mut stage, "Szenarien");
    stage.picture("programm-szenarien");
    let before = stage.harness.state().programme().szenarien.len();
    click(&mut stage, "Eigene Auswahl anlegen");
    let stored = stage.harness.state().programme().szenarien.clone();
    assert_eq!(stored.len(), before + 1);
    let all = stage.harness.state().programme().massnahmen.len();
    match &stored[before].auswahl {
        Szenarioauswahl::Eigene(ids) => assert_eq!(ids.len(), all, "it begins with those of the selected one"),
        other => panic!("{other:?}"),
    }
    click(&mut stage, "Als Tabelle kopieren");
    let copied = stage.harness.state().intents.iter().any(|intent| {
        matches!(intent, Intent::Copy(table) if table.contains("Nur Schlüsselmaßnahmen") && table.contains("Szenario 1"))
    });
    assert!(copied);
}

#[test]
fn a_new_goal_and_a_new_measure_are_named_by_typing_at_once() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Ziele");
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    stage.harness.run();
    stage.harness.event(egui::Event::Text("Bis 2029 öffnet ein Treff".into()));
    stage.harness.run();
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    assert!(stage.harness.state().programme().ziele.iter().any(|ziel| ziel.text == "Bis 2029 öffnet ein Treff"));
    click(&mut stage, "Maßnahmen");
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    stage.harness.run();
    stage.harness.event(egui::Event::Text("Offener Treff".into()));
    stage.harness.run();
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    assert!(stage.harness.state().programme().massnahmen.iter().any(|measure| measure.titel == "Offener Treff"));
}

#[test]
fn needs_and_goals_of_scenarios_are_marked_one_by_one() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Zeitplan & Kosten");
    click(&mut stage, "Szenarien");
    assert!(stage.harness.query_all_by_label_contains("Bedarf: ").next().is_some());
    stage.picture("programm-szenarien-bedarfe");
}

/// The form of a measure that answers a need is open, and everything known about the need stands in it.
fn assert_begun(stage: &Stage<'_, World>, before: usize) {
    let world = stage.harness.state();
    assert_eq!(world.programme().massnahmen.len(), before + 1);
    let measure = world.programme().massnahmen.iter().max_by_key(|measure| measure.id).expect("a measure");
    let indicator = world.snapshot.data.indicator_by_code(&measure.indikator).expect("a need");
    assert_eq!(Some(measure.handlungsfeld), indicator.handlungsfeld);
    assert!(measure.problemlage.contains(&indicator.name) && measure.start_bound.is_some());
    let title = stage.harness.get_by_role_and_label(Role::TextInput, "Titel").value();
    assert_eq!(title.as_deref(), Some(measure.titel.as_str()));
}

#[test]
fn a_gap_on_site_opens_the_form_of_a_measure_that_knows_the_need() {
    let mut world = World::new("Marten");
    world.shell.section = Section::VorOrt;
    let before = world.programme().massnahmen.len();
    let mut stage = shown(world);
    click(&mut stage, "Maßnahme anlegen");
    stage.harness.run();
    assert_begun(&stage, before);
    stage.picture("programm-massnahme-aus-luecke");
    stage.harness.state_mut().project.undo().expect("taken back");
    let world = stage.harness.state();
    let programme = world.project.snapshot().programme_of(world.programme().area).cloned().expect("a programme");
    assert_eq!(programme.massnahmen.len(), before);
}

/// A programme whose measures were all removed.
fn without_measures() -> World {
    let mut world = World::with_programme();
    for measure in world.programme().massnahmen.clone() {
        let command = Command::Programme(ProgrammeCommand::RemoveMassnahme(measure.id));
        world.project.execute(command).expect("removed");
    }
    world.snapshot = world.project.snapshot();
    world.derive();
    world
}

/// Takes the first way that the check offers from a need to a measure.
fn begin_measure(stage: &mut Stage<'_, World>) {
    stage.harness.get_all_by_label("Maßnahme anlegen").next().expect("a need without a measure").scroll_to_me();
    stage.harness.run();
    stage.harness.get_all_by_label("Maßnahme anlegen").next().expect("a need without a measure").click();
    stage.harness.run();
}

#[test]
fn a_need_without_measure_is_answered_from_the_check_in_one_click() {
    let world = without_measures();
    let mut stage = shown(world);
    click(&mut stage, "Gesamt");
    begin_measure(&mut stage);
    assert_begun(&stage, 0);
}

#[test]
fn a_need_that_the_coverage_does_not_know_is_answered_from_the_check_too() {
    let mut world = without_measures();
    let mut view = world.derived.programme.value.as_deref().cloned().expect("a view");
    view.coverage.needs.clear();
    world.derived.programme.value = Some(Arc::new(view));
    let mut stage = shown(world);
    click(&mut stage, "Gesamt");
    begin_measure(&mut stage);
    assert_begun(&stage, 0);
    let problem = &stage.harness.state().programme().massnahmen[0].problemlage;
    assert!(problem.starts_with("Bedarf „") && !problem.contains("ohne"), "{problem}");
}

#[test]
fn after_a_refusal_no_later_measure_opens_by_itself() {
    let mut world = World::with_programme();
    world.refuses = true;
    let mut stage = shown(world);
    click(&mut stage, "Maßnahmen");
    click(&mut stage, "Maßnahme anlegen");
    let world = stage.harness.state_mut();
    let programme = world.programme().clone();
    let measure = Massnahme { id: MassnahmeId(0), titel: "Später".into(), ..programme.massnahmen[0].clone() };
    let command = ProgrammeCommand::AddMassnahme { programme: programme.id, massnahme: Box::new(measure) };
    world.project.execute(Command::Programme(command)).expect("added elsewhere");
    stage.harness.run();
    assert_eq!(stage.harness.state().programme().massnahmen.len(), programme.massnahmen.len() + 1);
    assert!(stage.harness.query_by_role_and_label(Role::TextInput, "Titel").is_none(), "the table stays in view");
}

#[test]
fn a_goal_is_linked_to_experience_where_it_is_written() {
    let mut stage = window(World::with_programme(), [1366.0, 1400.0], Theme::Light);
    click(&mut stage, "Ziele");
    let programme = stage.harness.state().programme();
    let goal = programme.ziele.iter().find(|ziel| ziel.kind != ZielKind::Leitziel).expect("a goal").clone();
    stage.harness.get_all_by_label(&goal.text).next().expect("a row").click();
    stage.harness.run();
    let linked = |world: &World| -> Vec<String> {
        let all = world.snapshot.vor_ort.erfahrungen.iter().filter(|one| one.ziele.contains(&goal.id));
        all.map(|one| one.title.clone()).collect()
    };
    let before = linked(stage.harness.state());
    let free = stage.harness.state().snapshot.vor_ort.erfahrungen.iter().find(|one| !before.contains(&one.title));
    let free = free.expect("an experience").title.clone();
    choose(&mut stage, "Erfahrung verbinden", &free);
    assert!(linked(stage.harness.state()).contains(&free));
    stage.picture("programm-ziel-erfahrung");
    click(&mut stage, &format!("{free} abnehmen"));
    assert_eq!(linked(stage.harness.state()), before);
}

#[test]
fn a_list_that_is_opened_by_keyboard_begins_at_what_is_chosen() {
    let mut stage = shown(World::with_programme());
    click(&mut stage, "Ziele");
    let goals = &stage.harness.state().programme().ziele;
    let goal = goals.iter().find(|ziel| ziel.handlungsfeld == Handlungsfeld::Kinder).expect("a goal").clone();
    stage.harness.get_all_by_label(&goal.text).next().expect("a row").click();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::ComboBox, "Handlungsfeld").focus();
    stage.harness.run();
    for key in [Key::Enter, Key::ArrowDown, Key::Enter] {
        stage.harness.key_press(key);
        stage.harness.run();
    }
    let goals = &stage.harness.state().programme().ziele;
    let field = goals.iter().find(|ziel| ziel.id == goal.id).map(|ziel| ziel.handlungsfeld);
    assert_eq!(field, Some(Handlungsfeld::Zusammenhalt));
}

#[test]
fn a_point_that_is_to_be_settled_is_led_to_once() {
    let mut world = World::with_programme();
    let area = world.programme().area;
    let (kind, sentence) = (CheckKind::NeedWithoutMeasure, String::new());
    let section = Some(SectionKey::Handlungsbedarf);
    let severity = Severity::Warning;
    let need = Check {
        kind,
        severity,
        section,
        sentence,
        massnahme: None,
        passage: None,
        ziel: None,
        need: None,
        aussage: None,
        import: None,
    };
    world.shell.focus.area = Some(area);
    world.shell.focus.follow(&Intent::Settle(Box::new(need)));
    let mut stage = shown(world);
    assert!(stage.harness.query_by_label("Maßnahme anlegen").is_some(), "the measures are in view");
    click(&mut stage, "Zeitplan & Kosten");
    assert!(stage.harness.query_by_label("Maßnahme anlegen").is_none(), "and nobody is led there again");
}

#[test]
fn a_statement_without_source_is_opened_at_the_field_for_its_source() {
    let window = super::window::Window::sample(aktionsplan::ui::Section::Handlungsprogramm, "Marten");
    let site = &window.snapshot.vor_ort;
    let aussage = site.aussagen.iter().find(|one| one.veranstaltung.is_none()).expect("one with a source of its own");
    let (id, area) = (aussage.id, aussage.area);
    let check = Check {
        kind: CheckKind::MissingSource,
        severity: Severity::Warning,
        section: Some(SectionKey::StimmenVorOrt),
        sentence: String::new(),
        massnahme: None,
        passage: None,
        ziel: None,
        need: None,
        aussage: Some(id),
        import: None,
    };
    let mut stage = super::window::open(window, aktionsplan::theme::Theme::Light, (1366.0, 768.0));
    let window = stage.harness.state_mut();
    window.shell.focus.area = Some(area);
    window.shell.focus.follow(&Intent::Settle(Box::new(check)));
    stage.harness.run();
    let opened = stage.harness.state().intents.iter().any(
        |intent| matches!(intent, Intent::Open { entry: aktionsplan::ui::Entry::Aussagequelle(one), .. } if *one == id),
    );
    assert!(opened);
}
