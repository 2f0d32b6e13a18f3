//! The whole window over the sample project: what a place is tested in.

use super::{Stage, stage};
use aktionsplan::analysis::{self, Ranking};
use aktionsplan::domain::{AreaId, AreaLevel, ProcedureGate, SectionKey};
use aktionsplan::jobs::Progress;
use aktionsplan::programme::{self, CoverageBasis};
use aktionsplan::project::{Command, Project, Snapshot, Template};
use aktionsplan::reports;
use aktionsplan::sample;
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Computed, Derived, Intent, ProgrammeView, Section, Shell, ShellInput, UiAction};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The day on which the tests live.
pub const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

/// The window and what it wanted so far.
pub struct Window {
    pub shell: Shell,
    pub snapshot: Arc<Snapshot>,
    pub derived: Derived,
    pub intents: Vec<Intent>,
}

struct Sample {
    snapshot: Arc<Snapshot>,
    ranking: Arc<Result<Ranking, analysis::SpecError>>,
}

fn sample_project() -> &'static Sample {
    static SAMPLE: OnceLock<Sample> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let (_folder, mut project) = create(true);
        sample::draft_programmes(&mut project).expect("drafts");
        let snapshot = project.snapshot();
        let recipe = snapshot.recipe().expect("a recipe").spec.clone();
        let ranking = Arc::new(analysis::rank(&snapshot.data, &recipe, &Progress::new()));
        Sample { snapshot, ranking }
    })
}

fn create(with_example: bool) -> (tempfile::TempDir, Project) {
    let folder = tempfile::tempdir().expect("a folder");
    let clock: aktionsplan::clock::Clock = Arc::new(|| "2026-11-22T10:00:00+01:00".to_owned());
    let path = folder.path().join("Aktionsplan.aktionsplan");
    let project = Project::create(&path, Template::Dortmund, with_example, clock).expect("a project");
    (folder, project)
}

impl Window {
    /// The sample project at a place and an area.
    pub fn sample(section: Section, area: &str) -> Window {
        let sample = sample_project();
        let ranking = Computed { value: Some(sample.ranking.clone()), current: true, progress: None };
        let derived = Derived { ranking, ..Derived::default() };
        let mut window = Window::over(sample.snapshot.clone(), derived, section);
        window.shell.focus.area = Some(window.area(area));
        window.derive_programme();
        window
    }

    /// The frame without any example.
    pub fn frame(section: Section) -> Window {
        static FRAME: OnceLock<Arc<Snapshot>> = OnceLock::new();
        let snapshot = FRAME.get_or_init(|| create(false).1.snapshot());
        Window::over(snapshot.clone(), Derived::default(), section)
    }

    fn over(snapshot: Arc<Snapshot>, derived: Derived, section: Section) -> Window {
        let mut shell = Shell::default();
        shell.section = section;
        shell.settle_focus(&snapshot);
        Window { shell, snapshot, derived, intents: Vec::new() }
    }

    /// The Sozialraum of this name.
    pub fn area(&self, name: &str) -> AreaId {
        let mut areas = self.snapshot.data.areas_of(AreaLevel::Sozialraum);
        areas.find(|area| area.name == name).expect("known").id
    }

    /// Works out anew what hangs on area and snapshot.
    pub fn derive_programme(&mut self) {
        let area = self.shell.focus.area;
        let stored = area.and_then(|area| self.snapshot.programme_of(area));
        let ranking = self.derived.ranking();
        let view = stored.map(|programme| {
            let basis = reports::basis(&self.snapshot, programme, ranking, TODAY);
            let checks = programme::checks(&basis);
            let kept = self.snapshot.verfahren.fassungen.iter().filter(|kept| kept.programme == programme.id);
            let office = programme::draft(&basis, &[SectionKey::Aktionsbuero]);
            let drafts =
                if office.is_empty() { BTreeMap::new() } else { BTreeMap::from([(SectionKey::Aktionsbuero, office)]) };
            ProgrammeView {
                drafts,
                gates: ProcedureGate::ALL
                    .into_iter()
                    .map(|gate| (gate, programme::open_at_gate(&basis, &checks, gate)))
                    .collect(),
                monitoring: programme::monitoring(&basis),
                changes: kept.map(|kept| (kept.id, programme::changes_since(&basis, &kept.content))).collect(),
                checks,
                ..ProgrammeView::default()
            }
        });
        let coverage = area.map(|area| {
            programme::coverage(&CoverageBasis {
                data: &self.snapshot.data,
                ranking,
                area,
                programme: stored,
                vor_ort: &self.snapshot.vor_ort,
                today: TODAY,
            })
        });
        let view = ProgrammeView { area, coverage: coverage.unwrap_or_default(), ..view.unwrap_or_default() };
        self.derived.programme = Computed { value: Some(Arc::new(view)), current: true, progress: None };
    }

    /// The commands that were wanted.
    pub fn commands(&self) -> Vec<&Command> {
        self.intents
            .iter()
            .filter_map(|intent| if let Intent::Command(command) = intent { Some(command) } else { None })
            .collect()
    }

    /// Whether this place was asked for.
    pub fn went_to(&self, section: Section) -> bool {
        self.intents.iter().any(|intent| matches!(intent, Intent::Action(UiAction::GoTo(to)) if *to == section))
    }
}

/// The window on a stage; area and snapshot can be changed through its state.
pub fn open<'a>(window: Window, theme: Theme, size: (f32, f32)) -> Stage<'a, Window> {
    stage(theme, size, window, |ui, window| {
        let input =
            ShellInput { snapshot: Some(&window.snapshot), derived: &window.derived, today: TODAY, opening: false };
        let (intents, _) = window.shell.show(ui, &input);
        for intent in intents {
            if let Intent::SelectArea(area) = intent {
                window.shell.focus.area = Some(area);
                window.derive_programme();
            }
            window.intents.push(intent);
        }
    })
}

/// The sizes and themes that pictures are taken of.
pub const VIEWS: [(&str, Theme, (f32, f32)); 4] = [
    ("1366", Theme::Light, (1366.0, 768.0)),
    ("1366_dunkel", Theme::Dark, (1366.0, 768.0)),
    ("1920", Theme::Light, (1920.0, 1080.0)),
    ("1093", Theme::Light, (1093.0, 614.0)),
];

/// Takes pictures of a window in every size, after `act`.
pub fn pictures(name: &str, window: impl Fn() -> Window, act: impl Fn(&mut Stage<'_, Window>)) {
    let wanted = if std::env::var_os("AKTIONSPLAN_BILDER").is_some() { VIEWS.len() } else { 1 };
    for (size, theme, extent) in VIEWS.into_iter().take(wanted) {
        let mut stage = open(window(), theme, extent);
        stage.harness.run();
        act(&mut stage);
        stage.harness.run();
        stage.picture(&format!("{name}_{size}"));
    }
}
