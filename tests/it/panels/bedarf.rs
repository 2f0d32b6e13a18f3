//! The place Bedarf: what a click does to the recipe, what is shown while there is no ranking.

use super::{Stage, stage};
use aktionsplan::analysis;
use aktionsplan::domain::{Aggregation, AreaId, Normalisation, SpecDimension};
use aktionsplan::jobs::Progress;
use aktionsplan::project::{Command, ProgrammeCommand, Project, ProjectCommand, RecipeCommand, Snapshot, Template};
use aktionsplan::text::panel::bedarf as words;
use aktionsplan::theme::Theme;
use aktionsplan::ui::{
    Computed, Derived, DrawsView, Inspected, Intent, Section, SensitivityView, Shell, ShellInput, VariantRun,
};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::sync::Arc;

struct Window {
    snapshot: Arc<Snapshot>,
    derived: Derived,
    shell: Shell,
    intents: Vec<Intent>,
}

impl Window {
    fn commands(&self) -> Vec<&Command> {
        self.intents
            .iter()
            .filter_map(|intent| if let Intent::Command(command) = intent { Some(command) } else { None })
            .collect()
    }

    fn updated(&self) -> (&aktionsplan::domain::IndexSpec, &str) {
        match self.commands().as_slice() {
            [Command::Recipe(RecipeCommand::Update { spec, label, .. })] => (spec, label),
            other => panic!("one update of the recipe, not {other:?}"),
        }
    }
}

fn sample(example: bool) -> Arc<Snapshot> {
    let folder = tempfile::tempdir().expect("a folder");
    let clock: aktionsplan::clock::Clock = Arc::new(|| "2026-03-02T09:00:00+01:00".to_owned());
    let path = folder.path().join("bedarf.aktionsplan");
    let project = Project::create(&path, Template::Dortmund, example, clock).expect("a project");
    project.snapshot()
}

/// The example with a programme of an area.
fn with_programme(area: &str) -> Arc<Snapshot> {
    let folder = tempfile::tempdir().expect("a folder");
    let clock: aktionsplan::clock::Clock = Arc::new(|| "2026-03-02T09:00:00+01:00".to_owned());
    let path = folder.path().join("bedarf.aktionsplan");
    let mut project = Project::create(&path, Template::Dortmund, true, clock).expect("a project");
    let area = project.snapshot().data.areas.iter().find(|card| card.key == area).expect("an area").id;
    if project.snapshot().programme_of(area).is_none() {
        let create = ProgrammeCommand::Create { area, first_year: 2026, last_year: 2029 };
        project.execute(Command::Programme(create)).expect("a programme");
    }
    project.snapshot()
}

fn ranked(snapshot: &Snapshot) -> Derived {
    let recipe = snapshot.recipe().expect("the sample has a recipe");
    let ranking = analysis::rank(&snapshot.data, &recipe.spec, &Progress::new());
    Derived {
        ranking: Computed { value: Some(Arc::new(ranking)), current: true, progress: None },
        ..Derived::default()
    }
}

const TABS: [&str; 5] = ["Rangfolge", "Auswahl 13", "Vergleich der Varianten", "Empfindlichkeit", "So wurde gerechnet"];

/// The ranking and all that the tabs ask beyond it, with a design small enough for a test.
fn with_everything(snapshot: &Snapshot) -> Derived {
    let mut derived = ranked(snapshot);
    let ranking = derived.ranking().expect("a ranking").clone();
    let (data, run) = (&snapshot.data, ranking.run);
    let progress = Progress::new();
    let membership = analysis::set_membership(data, std::slice::from_ref(&run.spec), 13, &progress);
    let sobol = analysis::rank_sensitivity(data, &run, 64, &progress).expect("a variation");
    let alternatives = analysis::one_at_a_time(data, &run, &progress).expect("alternatives");
    let without = analysis::leave_one_out(&run);
    let draws = analysis::rank_draws(data, &run, &progress).expect("draws");
    let variants = snapshot
        .recipes
        .iter()
        .map(|recipe| VariantRun { id: recipe.id, outcome: analysis::run(data, &recipe.spec) })
        .collect();
    derived.bedarf.membership = here(membership);
    derived.bedarf.variants = here(variants);
    derived.bedarf.draws = here(Ok(DrawsView { areas: run.areas.clone(), draws }));
    derived.bedarf.sensitivity = here(Ok(SensitivityView { run: Arc::new(run), sobol, alternatives, without }));
    derived
}

/// The example with a second recipe.
fn with_another_recipe() -> Arc<Snapshot> {
    let mut snapshot = Snapshot::clone(&sample(true));
    let mut other = snapshot.recipe().expect("a recipe").clone();
    other.id = aktionsplan::domain::RecipeId(4711);
    other.spec.name = "Mit Prozentrang".to_owned();
    other.spec.normalise = Normalisation::PERCENTILE_RANK;
    let recipes = snapshot.recipes.iter().cloned().chain([other]).collect();
    snapshot.recipes = Arc::new(recipes);
    Arc::new(snapshot)
}

fn here<T>(value: T) -> Computed<T> {
    Computed { value: Some(Arc::new(value)), current: true, progress: None }
}

fn area(snapshot: &Snapshot, name: &str) -> AreaId {
    let mut found = snapshot.data.areas_of(aktionsplan::domain::AreaLevel::Sozialraum);
    found.find(|area| area.name == name).expect("the area").id
}

fn open<'a>(theme: Theme, size: [f32; 2], snapshot: Arc<Snapshot>, derived: Derived) -> Stage<'a, Window> {
    let mut shell = Shell::default();
    shell.section = Section::Bedarf;
    shell.settle_focus(&snapshot);
    if snapshot.data.dataset.len() > 500 {
        shell.focus.area = Some(area(&snapshot, "Marten"));
    }
    let window = Window { snapshot, derived, shell, intents: Vec::new() };
    let mut stage = stage(theme, size, window, |ui, window| {
        let today = jiff::civil::date(2026, 3, 2);
        let input = ShellInput { snapshot: Some(&window.snapshot), derived: &window.derived, today, opening: false };
        let (intents, _) = window.shell.show(ui, &input);
        window.intents.extend(intents);
    });
    stage.harness.run();
    stage
}

fn open_sample<'a>() -> Stage<'a, Window> {
    let snapshot = sample(true);
    let derived = ranked(&snapshot);
    open(Theme::Light, [1366.0, 768.0], snapshot, derived)
}

fn click(stage: &mut Stage<'_, Window>, label: &str) {
    stage.harness.get_by_label(label).click();
    stage.harness.run();
}

#[test]
fn a_click_on_a_row_selects_the_area_and_enter_explains_its_rank() {
    let mut stage = open_sample();
    let nette = area(&stage.harness.state().snapshot, "Nette");
    click(&mut stage, "Nette");
    assert!(
        stage.harness.state().intents.iter().any(|intent| matches!(intent, Intent::SelectArea(id) if *id == nette))
    );
    stage.harness.state_mut().shell.focus.area = Some(nette);
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    let explains = |intent: &Intent| matches!(intent, Intent::Inspect(Inspected::Rank(id)) if *id == nette);
    assert!(stage.harness.state().intents.iter().any(explains));
}

#[test]
fn another_normalisation_is_one_step_with_a_speaking_label() {
    let mut stage = open_sample();
    click(&mut stage, "Normierung");
    click(&mut stage, "Prozentrang");
    let (spec, label) = stage.harness.state().updated();
    assert_eq!(spec.normalise, Normalisation::PERCENTILE_RANK);
    assert_eq!(label, "Normierung geändert");
}

#[test]
fn equal_weights_change_nothing_where_they_are_equal_and_an_arrow_moves_one() {
    let mut stage = open_sample();
    click(&mut stage, "Gleich");
    assert!(stage.harness.state().commands().is_empty());
    let name = stage.harness.state().snapshot.data.indicator_by_code("ALR").expect("the card").name.clone();
    stage.harness.get_by_label_contains(&format!("Gewicht {name}, ")).focus();
    stage.harness.run();
    stage.harness.key_press(Key::ArrowRight);
    stage.harness.run();
    let (spec, label) = stage.harness.state().updated();
    assert_eq!(label, format!("Gewicht {name} geändert"));
    let sum: f64 = spec.indicators.iter().map(|entry| entry.weight).sum();
    let share = |code: &str| spec.indicators.iter().find(|entry| entry.code == code).expect("counts").weight / sum;
    assert!((share("ALR") - (1.0 / 11.0 + 0.005)).abs() < 1e-6);
    assert!((share("WFL") - share("GYM")).abs() < 1e-6);
}

#[test]
fn a_decision_is_kept_with_recipe_seed_and_fingerprint() {
    let mut stage = open_sample();
    click(&mut stage, "Rangfolge beschließen …");
    stage.harness.get_by_label("Gremium und Begründung").focus();
    stage.harness.run();
    stage.harness.get_by_label("Gremium und Begründung").type_text("Verwaltungsvorstand");
    stage.harness.run();
    click(&mut stage, "Im Verlauf festhalten");
    let state = stage.harness.state();
    let print = &state.derived.ranking().expect("a ranking").run.fingerprint;
    match state.commands().as_slice() {
        [Command::Project(ProjectCommand::Note { text, reason })] => {
            assert!(text.starts_with("Rangfolge nach Rezept „"), "{text}");
            for part in ["Verwaltungsvorstand", "Startwert 2026", print] {
                assert!(reason.contains(part), "{part} in {reason}");
            }
        }
        other => panic!("one note, not {other:?}"),
    }
}

#[test]
fn the_table_is_copied_with_head_and_all_areas() {
    let mut stage = open_sample();
    click(&mut stage, "Als Tabelle kopieren");
    let copied = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("a copied table");
    let areas =
        stage.harness.state().derived.ranking().map(|ranking| ranking.run.areas.len() + ranking.run.left_out.len());
    assert_eq!(Some(copied.lines().filter(|line| line.contains('\t')).count() - 1), areas);
    assert!(copied.contains("\n\nRang\tGebiet\tIndex") && copied.contains("\nQuelle: "), "{copied}");
    let head = copied.lines().position(|line| line.starts_with("Rang\t")).expect("a head");
    let lines: Vec<&str> = copied.lines().skip(head).collect();
    let places: Vec<usize> = (0..lines[0].split('\t').count())
        .filter(|at| lines[0].split('\t').nth(*at).is_some_and(|head| head.starts_with("Beitrag ")))
        .collect();
    assert!(places.len() > 2, "a column per theme: {}", lines[0]);
    for at in places {
        let cell = lines[1].split('\t').nth(at).unwrap_or_default();
        assert!(aktionsplan::text::is_number(cell) && !cell.contains('−'), "{cell}");
    }
}

#[test]
fn a_refused_recipe_keeps_its_controls_beside_the_reason() {
    let snapshot = sample(true);
    let derived = Derived {
        ranking: Computed {
            value: Some(Arc::new(Err(analysis::SpecError::AllWeightsZero))),
            current: true,
            progress: None,
        },
        ..Derived::default()
    };
    let stage = open(Theme::Light, [1366.0, 768.0], snapshot, derived);
    assert!(stage.harness.query_by_label("Normierung").is_some());
    assert!(stage.harness.query_by_label("Gleich").is_some());
    stage.picture("bedarf_fehler");
}

#[test]
fn where_the_recipe_lacks_values_another_one_that_fits_them_is_a_click_away() {
    let snapshot = sample(true);
    let failed = Some(Arc::new(Err(analysis::SpecError::TooFewAreas(0))));
    let ranking = Computed { value: failed, current: true, progress: None };
    let derived = Derived { ranking, ..Derived::default() };
    let before = snapshot.recipes.len();
    let mut stage = open(Theme::Light, [1366.0, 768.0], snapshot, derived);
    stage.picture("bedarf_rezept_ohne_werte");
    click(&mut stage, "Empfohlenes Rezept anlegen");
    let added = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Command(Command::Recipe(RecipeCommand::Add(spec))) => Some(spec.clone()),
        _ => None,
    });
    let added = added.expect("a recipe");
    assert!(added.indicators.len() >= 3, "{added:?}");
    assert_eq!(stage.harness.state().snapshot.recipes.len(), before, "the present recipe stays");
}

#[test]
fn without_values_the_way_on_is_a_table() {
    let mut snapshot = Snapshot::clone(&sample(false));
    snapshot.current_recipe = None;
    snapshot.recipes = Arc::default();
    snapshot.data.dataset = Arc::default();
    let mut stage = open(Theme::Light, [1366.0, 768.0], Arc::new(snapshot), Derived::default());
    stage.picture("bedarf_leer");
    click(&mut stage, "Tabelle einlesen …");
    let wanted = aktionsplan::ui::UiAction::ImportTable;
    assert!(
        stage
            .harness
            .state()
            .intents
            .iter()
            .any(|intent| matches!(intent, Intent::Action(action) if *action == wanted))
    );
}

#[test]
fn without_a_recipe_the_recommended_one_is_added_and_then_chosen() {
    let mut snapshot = Snapshot::clone(&sample(true));
    let recipe = snapshot.recipe().expect("a recipe").clone();
    snapshot.current_recipe = None;
    snapshot.recipes = Arc::default();
    let mut stage = open(Theme::Light, [1366.0, 768.0], Arc::new(snapshot.clone()), Derived::default());
    click(&mut stage, "Empfohlenes Rezept anlegen");
    let added = match stage.harness.state().commands().as_slice() {
        [Command::Recipe(RecipeCommand::Add(spec))] => spec.clone(),
        other => panic!("one new recipe, not {other:?}"),
    };
    snapshot.recipes = Arc::new(vec![aktionsplan::domain::Recipe { id: recipe.id, spec: added }]);
    stage.harness.state_mut().snapshot = Arc::new(snapshot);
    stage.harness.run();
    let chosen = Command::Recipe(RecipeCommand::SetCurrent(recipe.id));
    assert_eq!(stage.harness.state().commands().last(), Some(&&chosen));
}

#[test]
fn every_tab_rests_in_every_size() {
    let snapshot = with_another_recipe();
    let derived = with_everything(&snapshot);
    let sizes = [[1366.0, 768.0], [1920.0, 1080.0], [1093.0, 614.0]];
    for (theme, size) in [Theme::Light, Theme::Dark, Theme::Light].into_iter().zip(sizes) {
        let mut stage = open(theme, size, snapshot.clone(), derived.clone());
        for tab in TABS {
            stage.harness.get_all_by_label(tab).next().expect("the tab").click();
            stage.harness.run();
            stage.picture(&format!("bedarf_{tab}_{}", size[0]));
        }
    }
    let mut stage = open(Theme::Light, [1366.0, 768.0], snapshot, derived);
    let marten = stage.harness.state().shell.focus.area;
    stage.harness.state_mut().shell.focus.inspector_open = true;
    stage.harness.state_mut().shell.focus.inspected = marten.map(Inspected::Rank);
    stage.harness.run();
    stage.picture("bedarf_mit_inspektor");
    stage.harness.state_mut().derived.ranking.current = false;
    stage.harness.state_mut().derived.ranking.progress = Some((6200, 10_000));
    stage.harness.state_mut().shell.focus.inspector_open = false;
    stage.harness.run();
    assert!(stage.harness.query_all_by_label("Ziehung 6.200 von 10.000").next().is_some());
    stage.picture("bedarf_rechnet");
    click(&mut stage, "Varianten");
    assert!(stage.harness.query_by_label("Rezept duplizieren …").is_some());
}

#[test]
fn a_choice_that_makes_no_sense_is_refused_beside_its_control_and_not_sent() {
    let mut stage = open_sample();
    click(&mut stage, "Aggregation");
    click(&mut stage, "geometrisches Mittel");
    assert!(stage.harness.state().commands().is_empty());
    assert!(stage.harness.query_all_by_label_contains("geometrisches Mittel“").next().is_some());
    stage.picture("bedarf_abgelehnt");
}

#[test]
fn every_page_of_the_method_opens_and_leads_back() {
    let mut stage = open_sample();
    for page in ["Bezugsmenge", "Werte", "Normierung", "Aggregation", "Unsicherheit", "Gewichtung"] {
        click(&mut stage, &format!("{page}: Einzelheiten"));
        stage.picture(&format!("bedarf_seite_{page}"));
        click(&mut stage, "Zurück zur Methode");
        assert!(stage.harness.query_by_label("Varianten").is_some(), "{page}");
    }
}

#[test]
fn a_parameter_of_a_method_is_one_step() {
    let mut stage = open_sample();
    click(&mut stage, "Unsicherheit: Einzelheiten");
    click(&mut stage, "robuster z-Wert");
    let (spec, label) = stage.harness.state().updated();
    assert_eq!(spec.uncertainty.normalisations.last(), Some(&Normalisation::RobustZ));
    assert_eq!(label, "Normierung geändert");
}

#[test]
fn experts_begin_with_the_same_points_for_each_indicator() {
    let mut stage = open_sample();
    click(&mut stage, "Gewichtung: Einzelheiten");
    click(&mut stage, "Herkunft");
    click(&mut stage, "Fachleute verteilen Punkte");
    let (spec, _) = stage.harness.state().updated();
    match &spec.weigh {
        aktionsplan::domain::Weighting::BudgetAllocation { experts } => {
            assert_eq!(experts.len(), 1);
            let sum: f64 = experts[0].points.values().sum();
            assert!((sum - 100.0).abs() < 1e-9, "{sum}");
        }
        other => panic!("experts, not {other:?}"),
    }
}

#[test]
fn what_is_needed_follows_the_tab_in_view() {
    let mut stage = open_sample();
    let needs = |stage: &Stage<'_, Window>| stage.harness.state().shell.bedarf_needs().expect("in view");
    assert!(!needs(&stage).membership && !needs(&stage).sensitivity);
    click(&mut stage, "Auswahl 13");
    assert!(needs(&stage).membership);
    stage.harness.get_all_by_label("Empfindlichkeit").next().expect("the tab").click();
    stage.harness.run();
    assert!(needs(&stage).sensitivity && needs(&stage).draws && !needs(&stage).membership);
}

#[test]
fn the_sensitivity_says_in_words_what_the_order_hangs_on_and_stops_when_asked() {
    let snapshot = sample(true);
    let mut stage = open(Theme::Light, [1366.0, 768.0], snapshot.clone(), with_everything(&snapshot));
    stage.harness.get_all_by_label("Empfindlichkeit").next().expect("the tab").click();
    stage.harness.run();
    assert!(stage.harness.query_all_by_label_contains("Die Rangfolge hängt").next().is_some());
    assert!(stage.harness.query_all_by_label_contains("Marten steht in").next().is_some());
    stage.harness.state_mut().derived.bedarf.sensitivity =
        Computed { value: None, current: false, progress: Some((1, 10)) };
    stage.harness.run();
    click(&mut stage, "Abbrechen");
    let stopped = |intent: &Intent| matches!(intent, Intent::Bedarf(aktionsplan::ui::BedarfIntent::Stop));
    assert!(stage.harness.state().intents.iter().any(stopped));
}

#[test]
fn the_ranking_itself_can_be_stopped_and_begun_again() {
    let mut stage = open_sample();
    stage.harness.state_mut().derived.ranking.current = false;
    stage.harness.state_mut().derived.ranking.progress = Some((6_200, 10_000));
    stage.harness.run();
    click(&mut stage, "Abbrechen");
    let sent = |stage: &Stage<'_, Window>, wanted| {
        let is = |intent: &Intent| matches!(intent, Intent::Bedarf(step) if *step == wanted);
        stage.harness.state().intents.iter().any(is)
    };
    assert!(sent(&stage, aktionsplan::ui::BedarfIntent::Stop));
    stage.harness.state_mut().derived.ranking.progress = None;
    stage.harness.state_mut().derived.bedarf.stopped = true;
    stage.harness.run();
    stage.picture("bedarf_angehalten");
    click(&mut stage, "Neu rechnen");
    assert!(sent(&stage, aktionsplan::ui::BedarfIntent::Again));
}

#[test]
fn a_fresh_project_shows_the_calm_way_on_in_every_tab() {
    let snapshot = sample(false);
    let derived = ranked(&snapshot);
    assert!(derived.ranking_error().is_some(), "the published figures rank nothing");
    let mut stage = open(Theme::Light, [1366.0, 768.0], snapshot, derived);
    stage.picture("bedarf_frisch");
    for tab in TABS {
        stage.harness.get_all_by_label(tab).next().expect("the tab").click();
        stage.harness.run();
        assert!(stage.harness.query_by_label("Noch keine Rangfolge").is_some(), "{tab}");
        assert!(stage.harness.query_by_label("Empfohlenes Rezept anlegen").is_none(), "{tab}");
        assert!(stage.harness.query_by_label("Tabelle einlesen …").is_some(), "{tab}");
    }
}

#[test]
fn taking_the_last_indicator_out_is_refused_beside_its_tick() {
    let mut snapshot = Snapshot::clone(&sample(true));
    let mut recipes = Vec::clone(&snapshot.recipes);
    recipes.iter_mut().for_each(|recipe| recipe.spec.indicators.truncate(1));
    let code = recipes[0].spec.indicators[0].code.clone();
    let name = snapshot.data.indicator_by_code(&code).expect("the card").name.clone();
    snapshot.recipes = Arc::new(recipes);
    let derived = ranked(&snapshot);
    let mut stage = open(Theme::Light, [1366.0, 768.0], Arc::new(snapshot), derived);
    click(&mut stage, "Indikatoren");
    stage.harness.get_by_role_and_label(Role::CheckBox, &name).click();
    stage.harness.run();
    assert!(stage.harness.state().commands().is_empty());
    assert!(stage.harness.query_all_by_label_contains("Das Rezept enthält keinen Indikator.").next().is_some());
    stage.picture("bedarf_indikator_abgelehnt");
}

#[test]
fn a_refusal_in_the_list_of_indicators_is_seen_whole() {
    let mut snapshot = Snapshot::clone(&sample(true));
    let mut recipes = Vec::clone(&snapshot.recipes);
    let counts = |code: &str| recipes[0].spec.indicators.iter().any(|entry| entry.code == code);
    let last = snapshot.data.indicators.iter().rev().find(|card| counts(&card.code)).expect("a card");
    let (code, name) = (last.code.clone(), last.name.clone());
    recipes.iter_mut().for_each(|recipe| recipe.spec.indicators.retain(|entry| entry.code == code));
    snapshot.recipes = Arc::new(recipes);
    let derived = ranked(&snapshot);
    let mut stage = open(Theme::Light, [1366.0, 768.0], Arc::new(snapshot), derived);
    click(&mut stage, "Indikatoren");
    stage.harness.get_by_role_and_label(Role::CheckBox, &name).scroll_to_me();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::CheckBox, &name).click();
    stage.harness.run();
    stage.picture("bedarf_indikator_abgelehnt_unten");
    let reason = stage.harness.query_all_by_label_contains("Das Rezept enthält keinen Indikator.");
    let reason = reason.map(|node| node.rect()).find(|rect| rect.height() > 0.0).expect("a reason");
    let tick = stage.harness.get_by_role_and_label(Role::CheckBox, &name).rect();
    let hint = stage.harness.get_by_label(words::INDICATORS_HINT).rect();
    assert!(reason.top() >= tick.bottom() && reason.bottom() < hint.bottom() + 340.0 + 8.0, "{reason} {tick} {hint}");
}

#[test]
fn presets_come_in_one_step() {
    let snapshot = sample(true);
    let mut stage = open(Theme::Light, [1366.0, 768.0], snapshot.clone(), with_everything(&snapshot));
    click(&mut stage, "Vergleich der Varianten");
    click(&mut stage, "Vorlagen dazunehmen");
    match stage.harness.state().commands().as_slice() {
        [Command::Recipe(RecipeCommand::AddAll(specs))] => assert!(specs.len() >= 5, "{}", specs.len()),
        other => panic!("one step, not {other:?}"),
    }
}

#[test]
fn a_normalised_value_and_a_rank_of_another_recipe_explain_themselves() {
    let snapshot = with_another_recipe();
    let mut stage = open(Theme::Light, [1366.0, 768.0], snapshot.clone(), with_everything(&snapshot));
    let explained = |stage: &Stage<'_, Window>| {
        let last = stage.harness.state().intents.iter().rev().find_map(|intent| match intent {
            Intent::Explain(explanation) => Some(explanation.clone()),
            _ => None,
        });
        last.expect("an explanation")
    };
    click(&mut stage, "Vergleich der Varianten");
    click(&mut stage, "Nette");
    stage.harness.state_mut().shell.focus.area = Some(area(&snapshot, "Nette"));
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    let ranks = explained(&stage);
    assert_eq!((ranks.title.as_str(), ranks.of.as_str()), ("Rang je Rezept", "Nette"));
    assert!(ranks.steps.iter().any(|(recipe, words)| recipe == "Mit Prozentrang" && words.contains("Beiträge:")));
    stage.harness.get_all_by_label("So wurde gerechnet").next().expect("the tab").click();
    stage.harness.run();
    click(&mut stage, "Rechenschritt");
    click(&mut stage, "normierte Werte");
    let run = &stage.harness.state().derived.ranking().expect("a ranking").run;
    let first = run.by_rank()[0];
    let words = aktionsplan::text::decimal(run.normalised[(first, 0)], 3);
    stage.harness.get_all_by_label(&words).next().expect("a number").click();
    stage.harness.run();
    let found = explained(&stage);
    assert_eq!(found.figure, words);
    assert!(found.steps[1].1.ends_with(&format!(" = {words}")), "{:?}", found.steps);
    stage.picture("bedarf_normiert_erklaert");
}

#[test]
fn with_the_inspector_open_every_tab_can_be_reached() {
    let snapshot = sample(true);
    for size in [[1366.0, 768.0], [1093.0, 615.0]] {
        let mut stage = open(Theme::Light, size, snapshot.clone(), with_everything(&snapshot));
        stage.harness.state_mut().shell.focus.inspector_open = true;
        stage.harness.run();
        stage.picture(&format!("bedarf_kopf_{}", size[0]));
        let primary = stage.harness.get_by_label("Rangfolge beschließen …").rect();
        for tab in TABS {
            let shown = stage.harness.query_all_by_role_and_label(Role::RadioButton, tab).next().map(|tab| tab.rect());
            match shown {
                Some(rect) => assert!(rect.right() <= primary.left(), "{tab} at {size:?}"),
                None => {
                    click(&mut stage, "Weitere Ansichten");
                    stage.harness.get_by_role_and_label(Role::MenuItem, tab).click();
                    stage.harness.run();
                }
            }
        }
    }
}

#[test]
fn what_the_order_hangs_on_goes_into_the_programme_with_the_rank_as_a_reference() {
    let snapshot = with_programme("marten");
    let mut stage = open(Theme::Light, [1366.0, 768.0], snapshot.clone(), with_everything(&snapshot));
    stage.harness.get_all_by_label("Empfindlichkeit").next().expect("the tab").click();
    stage.harness.run();
    stage.harness.get_all_by_label("Satz übernehmen").next().expect("a button").click();
    stage.harness.run();
    stage.harness.get_by_label_contains("Marten: 3.2").click();
    stage.harness.run();
    let passage = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Command(Command::Programme(ProgrammeCommand::AddPassage { passage, .. })) => Some(passage.clone()),
        _ => None,
    });
    let passage = passage.expect("a passage");
    let bound: Vec<&str> = passage.basis.iter().map(|bound| bound.reference.as_str()).collect();
    assert_eq!(bound, ["rang:marten", "gewertet", "spanne:marten"]);
    assert!(passage.text.contains("Die Rangfolge hängt"));
    assert!(!passage.text.contains('%'), "numbers are references: {}", passage.text);
}

#[test]
fn tables_below_each_other_stand_in_full_on_the_page() {
    let snapshot = sample(true);
    for size in [[1366.0, 768.0], [1093.0, 614.0]] {
        let mut stage = open(Theme::Light, size, snapshot.clone(), with_everything(&snapshot));
        stage.harness.get_all_by_label("Empfindlichkeit").next().expect("the tab").click();
        stage.harness.run();
        let rows = snapshot.recipe().expect("a recipe").spec.indicators.len();
        let table = stage.harness.get_by_role_and_label(Role::Grid, "Ohne je einen Indikator").rect();
        assert!(table.height() >= 34.0 + 24.0 * rows as f32, "{} high", table.height());
        let next = stage.harness.get_by_label("Marten im Vergleich").rect();
        assert!(next.top() >= table.bottom());
    }
}

#[test]
fn recipes_stand_side_by_side_with_what_they_decide_otherwise() {
    let snapshot = with_another_recipe();
    let mut stage = open(Theme::Light, [1366.0, 768.0], snapshot.clone(), with_everything(&snapshot));
    click(&mut stage, "Vergleich der Varianten");
    let differs = "„Mit Prozentrang“ – Normierung: Prozentrang. Mittlere Verschiebung";
    assert!(stage.harness.query_all_by_label_contains(differs).next().is_some());
}

/// The recipe with one Teilindex per theme.
fn with_dimensions() -> Arc<Snapshot> {
    let mut snapshot = Snapshot::clone(&sample(true));
    let current = snapshot.current_recipe;
    let mut recipes = Vec::clone(&snapshot.recipes);
    let recipe = recipes.iter_mut().find(|recipe| Some(recipe.id) == current).expect("a recipe");
    let mut names: Vec<String> = Vec::new();
    for entry in &recipe.spec.indicators {
        if !names.contains(&entry.dimension) {
            names.push(entry.dimension.clone());
        }
    }
    let dimension = |name| SpecDimension { name, weight: 1.0, aggregate: Aggregation::ArithmeticMean };
    recipe.spec.dimensions = names.into_iter().map(dimension).collect();
    snapshot.recipes = Arc::new(recipes);
    Arc::new(snapshot)
}

#[test]
fn all_tables_of_the_sensitivity_are_copied_with_their_titles() {
    let snapshot = sample(true);
    let mut stage = open(Theme::Light, [1366.0, 768.0], snapshot.clone(), with_everything(&snapshot));
    stage.harness.get_all_by_label("Empfindlichkeit").next().expect("the tab").click();
    stage.harness.run();
    click(&mut stage, "Als Tabelle kopieren");
    let copied = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("the tables");
    for title in ["Woran die Rangfolge hängt", "Je eine Entscheidung anders", "Ohne je einen Indikator"] {
        assert!(copied.lines().any(|line| line == title), "{title} is missing");
    }
    assert!(copied.contains("Gewichtung\t") && copied.contains("Arbeitslosenrate\t"));
}

#[test]
fn the_ranking_is_saved_as_a_picture_with_its_method_and_source() {
    let mut stage = open_sample();
    click(&mut stage, "Bild sichern …");
    let figure = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::SaveFigure(figure) => Some(figure.clone()),
        _ => None,
    });
    let figure = figure.expect("a picture");
    let words = figure.words();
    assert!(words.contains("Marten") && words.contains("Index mit Spannen (empfohlen)"), "{words}");
    assert!(words.contains("10.000 Ziehungen") && words.contains("erfundene Werte"), "{words}");
    let drawing = aktionsplan::chart::figure_svg(&figure).expect("drawn");
    assert!(drawing.contains("Nordmarkt"));
}

#[test]
fn the_rank_over_a_weight_is_copied_as_a_table_and_stands_below_its_chart() {
    let mut stage = open(Theme::Light, [1366.0, 1400.0], sample(true), ranked(&sample(true)));
    click(&mut stage, "Stufen als Tabelle");
    stage.picture("bedarf_stufen");
    assert!(stage.harness.query_by_label("Gewicht von (%)").is_some());
    click(&mut stage, "Rang nach Gewicht kopieren oder sichern");
    click(&mut stage, "Tabelle kopieren");
    let copied = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("the steps");
    assert!(copied.starts_with("Rang von Marten nach dem Gewicht von "), "{copied}");
    assert!(copied.contains("\n\nGewicht von (%)\tbis (%)\tRang Marten\n0,0\t") && copied.contains("\nQuelle: "));
}

#[test]
fn weights_within_a_teilindex_are_percentages_of_it() {
    let snapshot = with_dimensions();
    let mut stage = open(Theme::Light, [1366.0, 1400.0], snapshot.clone(), ranked(&snapshot));
    stage.picture("bedarf_teilindizes");
    assert!(stage.harness.query_by_label_contains("Indikatoren je Teilindex 100").is_some());
    click(&mut stage, "Aggregation: Einzelheiten");
    let share = stage.harness.get_by_label("Gewicht Bildung (%)");
    let value = share.accesskit_node().value();
    assert_eq!(value.as_deref(), Some("16,7"));
}
