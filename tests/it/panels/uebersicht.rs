//! The overview, and the window around a panel that other tests use too.

use super::{Stage, stage};
use aktionsplan::analysis;
use aktionsplan::analysis::space::spatial_statistics;
use aktionsplan::domain::{AreaId, AreaLevel, PeriodChoice};
use aktionsplan::jobs::Progress;
use aktionsplan::programme;
use aktionsplan::project::{Command, ProgrammeCommand, Project, Snapshot, Template};
use aktionsplan::reports;
use aktionsplan::sample;
use aktionsplan::theme::Theme;
use aktionsplan::ui::{
    AnalysisOrder, Computed, Derived, DialogAnswer, EarlierRanking, Inspected, Intent, PassageView, ProgrammeView,
    Section, Shell, ShellInput, TimeView, TypesView, UiAction,
};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;
use std::sync::{Arc, OnceLock};

/// A project as the window sees it, and everything that was wanted from it.
pub struct World {
    pub shell: Shell,
    pub snapshot: Arc<Snapshot>,
    pub derived: Derived,
    pub intents: Vec<Intent>,
}

impl World {
    /// The sample project with drafts, at this section and area.
    pub fn sample(section: Section, area: &str) -> World {
        static SAMPLE: OnceLock<Arc<Snapshot>> = OnceLock::new();
        let snapshot = SAMPLE.get_or_init(|| project(true)).clone();
        World::of(snapshot, section, area)
    }

    /// The frame of the city without any values.
    pub fn without_values(section: Section) -> World {
        static FRAME: OnceLock<Arc<Snapshot>> = OnceLock::new();
        World::of(FRAME.get_or_init(|| project(false)).clone(), section, "marten")
    }

    fn of(snapshot: Arc<Snapshot>, section: Section, area: &str) -> World {
        let mut shell = Shell::default();
        shell.section = section;
        shell.focus.area = snapshot.data.area_by_key(AreaLevel::Sozialraum, area).map(|area| area.id);
        let derived = derived(&snapshot, shell.focus.area);
        World { shell, snapshot, derived, intents: Vec::new() }
    }

    /// The commands that were wanted.
    pub fn commands(&self) -> Vec<&Command> {
        let mut commands = Vec::new();
        for intent in &self.intents {
            if let Intent::Command(command) = intent {
                commands.push(command);
            }
        }
        commands
    }

    /// Answers a tab of the analysis at once.
    fn analyse(&mut self, intent: &Intent) {
        let recipe = self.snapshot.recipe().map(|recipe| recipe.spec.clone());
        let (data, progress) = (&self.snapshot.data, Progress::new());
        match intent {
            Intent::Analyse(AnalysisOrder::Time(order)) => {
                self.derived.time = computed(TimeView::of(data, recipe.as_ref(), order, &progress));
                self.derived.time_order = Some(order.clone());
            }
            Intent::Analyse(AnalysisOrder::Types(order)) => {
                self.derived.types = computed(TypesView::of(data, recipe.as_ref(), order, &progress));
                self.derived.types_order = Some(order.clone());
            }
            Intent::Analyse(AnalysisOrder::Space(order)) => {
                self.derived.space = computed(spatial_statistics(data, order, &progress));
                self.derived.space_order = Some(order.clone());
            }
            Intent::Analyse(AnalysisOrder::Stop | AnalysisOrder::Again) => self.intents.push(intent.clone()),
            _ => {}
        }
    }

    /// Whether the work under way was to be stopped.
    pub fn was_stopped(&self) -> bool {
        self.intents.iter().any(|intent| matches!(intent, Intent::Analyse(AnalysisOrder::Stop)))
    }

    /// Whether this place was wanted.
    pub fn went_to(&self, section: Section) -> bool {
        self.intents.iter().any(|intent| matches!(intent, Intent::Action(UiAction::GoTo(to)) if *to == section))
    }

    /// The identity of a Sozialraum.
    pub fn area(&self, key: &str) -> AreaId {
        self.snapshot.data.area_by_key(AreaLevel::Sozialraum, key).expect("known").id
    }
}

fn project(with_example: bool) -> Arc<Snapshot> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("probe.aktionsplan");
    let mut project =
        Project::create(&path, Template::Dortmund, with_example, Arc::new(|| "2026-11-22T10:00:00+01:00".to_owned()))
            .expect("a project");
    sample::draft_programmes(&mut project).expect("drafts");
    project.snapshot()
}

fn computed<T>(value: T) -> Computed<T> {
    Computed { value: Some(Arc::new(value)), current: true, progress: None }
}

fn derived(snapshot: &Snapshot, area: Option<AreaId>) -> Derived {
    let spec = snapshot.recipe().expect("a recipe").spec.clone();
    let ranking = analysis::rank(&snapshot.data, &spec, &Progress::new());
    let mut earlier = spec;
    earlier.period = PeriodChoice::Label("2023".to_owned());
    let earlier = analysis::run(&snapshot.data, &earlier).map(|run| EarlierRanking {
        period: "2023".to_owned(),
        ranks: run.areas.iter().copied().zip(run.rank.iter().copied()).collect(),
    });
    let view = view(snapshot, area, ranking.as_ref().ok());
    Derived {
        ranking: computed(ranking),
        earlier_ranking: computed(earlier),
        programme: computed(view),
        ..Derived::default()
    }
}

fn view(snapshot: &Snapshot, area: Option<AreaId>, ranking: Option<&analysis::Ranking>) -> ProgrammeView {
    let Some(stored) = area.and_then(|area| snapshot.programme_of(area)) else { return ProgrammeView::default() };
    let basis = reports::basis(snapshot, stored, ranking, date(2026, 11, 22));
    let mut view = ProgrammeView { area, checks: programme::checks(&basis), ..ProgrammeView::default() };
    for passage in &stored.passages {
        view.sections.entry(passage.section).or_default().push(PassageView {
            id: Some(passage.id),
            origin: passage.origin,
            text: passage.text.clone(),
            shown: Default::default(),
            stale: programme::stale_values(&basis, passage),
        });
    }
    view
}

/// Shows a computation under way, stops it, and lets it begin again.
pub fn stops_and_begins_again<T>(
    stage: &mut Stage<'_, World>,
    picture: &str,
    computed: impl Fn(&mut Derived) -> &mut Computed<T>,
) {
    *computed(&mut stage.harness.state_mut().derived) =
        Computed { value: None, current: false, progress: Some((3, 10)) };
    stage.harness.run();
    stage.picture(picture);
    stage.harness.get_by_label("Abbrechen").click();
    stage.harness.run();
    assert!(stage.harness.state().was_stopped());
    computed(&mut stage.harness.state_mut().derived).progress = None;
    stage.harness.run();
    stage.harness.get_by_label("Neu rechnen").click();
    stage.harness.run();
    let again = |intent: &Intent| matches!(intent, Intent::Analyse(AnalysisOrder::Again));
    assert!(stage.harness.state().intents.iter().any(again));
}

/// The whole window; selections take effect as the app would see to it.
pub fn window<'a>(theme: Theme, size: [f32; 2], world: World) -> Stage<'a, World> {
    stage(theme, size, world, |ui, world: &mut World| {
        let input = ShellInput {
            snapshot: Some(&world.snapshot),
            derived: &world.derived,
            today: date(2026, 11, 22),
            opening: false,
        };
        let (intents, answer) = world.shell.show(ui, &input);
        for intent in &intents {
            world.shell.focus.follow(intent);
        }
        let (orders, intents): (Vec<Intent>, Vec<Intent>) =
            intents.into_iter().partition(|intent| matches!(intent, Intent::Analyse(_)));
        if !orders.is_empty() {
            ui.ctx().request_repaint();
        }
        orders.iter().for_each(|order| world.analyse(order));
        world.intents.extend(intents);
        if let Some(DialogAnswer::Do(intent)) = answer {
            world.intents.push(*intent);
        }
    })
}

/// Sizes at which panels are looked at.
pub const SIZES: [(Theme, [f32; 2], &str); 5] = [
    (Theme::Light, [1366.0, 768.0], "1366"),
    (Theme::Dark, [1366.0, 768.0], "1366_dunkel"),
    (Theme::Light, [1920.0, 1080.0], "1920"),
    (Theme::Dark, [1920.0, 1080.0], "1920_dunkel"),
    (Theme::Light, [1093.0, 614.0], "1093"),
];

#[test]
fn the_overview_comes_to_rest_at_every_size() {
    for (theme, size, name) in SIZES {
        let mut stage = window(theme, size, World::sample(Section::Uebersicht, "marten"));
        stage.harness.run();
        stage.picture(&format!("uebersicht_{name}"));
        assert!(stage.harness.state().intents.is_empty());
    }
}

#[test]
fn the_programme_of_the_current_area_is_continued() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], World::sample(Section::Uebersicht, "marten"));
    stage.harness.run();
    stage.harness.get_by_label("Handlungsprogramm Marten fortsetzen").click();
    stage.harness.run();
    assert!(stage.harness.state().went_to(Section::Handlungsprogramm));
    assert!(stage.harness.state().commands().is_empty());
}

#[test]
fn a_programme_that_is_not_there_is_begun() {
    let world = World::sample(Section::Uebersicht, "dorstfeld");
    let area = world.area("dorstfeld");
    let mut stage = window(Theme::Light, [1366.0, 768.0], world);
    stage.harness.run();
    stage.harness.get_by_label("Handlungsprogramm Dorstfeld beginnen").click();
    stage.harness.run();
    let begun = Command::Programme(ProgrammeCommand::Create { area, first_year: 2027, last_year: 2029 });
    assert_eq!(stage.harness.state().commands(), [&begun]);
}

#[test]
fn a_click_in_the_list_selects_the_area_everywhere() {
    let world = World::sample(Section::Uebersicht, "marten");
    let nordmarkt = world.area("nordmarkt");
    let mut stage = window(Theme::Light, [1920.0, 1080.0], world);
    stage.harness.run();
    stage.harness.get_by_role_and_label(egui::accesskit::Role::Row, "Nordmarkt").click();
    stage.harness.run();
    assert_eq!(stage.harness.state().shell.focus.area, Some(nordmarkt));
    assert!(!matches!(stage.harness.state().shell.focus.inspected, Some(Inspected::Value { .. })));
}

#[test]
fn the_table_is_copied_with_ranks_and_spans() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], World::sample(Section::Uebersicht, "marten"));
    stage.harness.run();
    stage.harness.get_by_label("Kopieren").click();
    stage.harness.run();
    let copied = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("a table");
    let head = "\n\nRang\tSpanne\t\tAktionsraum\tseit 2023\tHandlungsprogramm\n1\t1–2\t";
    assert!(copied.contains(head) && copied.contains("\nQuelle: "), "{copied}");
    assert!(copied.contains("\n3\t3\t\tHafen\t"), "a span of one rank has no brackets: {copied}");
    assert_eq!(
        copied.lines().skip_while(|line| !line.starts_with("Rang\t")).take_while(|line| !line.is_empty()).count(),
        1 + 19
    );
}

#[test]
fn without_values_the_overview_says_what_to_do() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], World::without_values(Section::Uebersicht));
    stage.harness.run();
    stage.picture("uebersicht_leer");
    assert!(stage.harness.query_by_label("Noch keine Rangfolge").is_some());
    stage.harness.get_by_label("Tabelle einlesen …").click();
    stage.harness.run();
    let wanted = &stage.harness.state().intents;
    assert!(wanted.iter().any(|intent| matches!(intent, Intent::Action(UiAction::ImportTable))));
}

#[test]
fn where_the_recipe_lacks_the_values_that_there_are_the_way_on_is_another_recipe() {
    let mut world = World::sample(Section::Uebersicht, "marten");
    world.derived.ranking.value = Some(Arc::new(Err(aktionsplan::analysis::SpecError::TooFewAreas(0))));
    Arc::make_mut(&mut world.snapshot).programmes = Arc::default();
    let mut stage = window(Theme::Light, [1366.0, 768.0], world);
    stage.harness.run();
    stage.harness.get_by_label("Zum Bedarf").click();
    stage.harness.run();
    let wanted = &stage.harness.state().intents;
    assert!(
        wanted.iter().any(|intent| matches!(intent, Intent::Action(UiAction::GoTo(Section::Bedarf)))),
        "{wanted:?}"
    );
}

#[test]
fn one_open_step_leaves_the_line_below_the_table_free() {
    let mut world = World::sample(Section::Uebersicht, "marten");
    world.derived.programme.value = None;
    let mut stage = window(Theme::Light, [1366.0, 768.0], world);
    stage.harness.run();
    assert!(stage.harness.query_by_label("1 offen").is_some());
    let foot = stage.harness.get_by_label("Methode in „Bedarf“").rect();
    let head = stage.harness.get_by_label("Nächste Schritte").rect();
    assert!(foot.bottom() <= head.top(), "{foot} lies over {head}");
}
