//! From a workbook to the exported sentence: a table goes in, and its number stands in the document with a footnote that
//! names the cell.

use aktionsplan::analysis::{self, Ranking};
use aktionsplan::domain::{AreaLevel, HandlungsprogrammId, PlanningData, RecipeId, SectionKey};
use aktionsplan::jobs::Progress;
use aktionsplan::programme::{self, Basis, Profile};
use aktionsplan::project::{Command, ImportCommand, ProgrammeCommand, Project, RecipeCommand, Snapshot, Template};
use aktionsplan::{clock, export, import};

/// Values of the thirteen, as an office would send them: Windows line ends, decimal commas, a suppressed cell.
const TABLE: &str = "Soziale Lage 2031;;;\r\n\
    Sozialraum;Arbeitslosenrate;SGB-II-Quote;Beschäftigtenquote\r\n\
    Marten;11,25;38,7;49,3\r\n\
    Hörde;8,5;24,1;55,0\r\n\
    Nette;9,75;.;52,5\r\n\
    Wickede;6,0;18,2;58,75\r\n\
    Dortmund;7,5;20,4;57,1\r\n";

const TODAY: jiff::civil::Date = jiff::civil::date(2031, 11, 22);

fn project(folder: &tempfile::TempDir) -> Project {
    let path = folder.path().join("p.aktionsplan");
    Project::create(&path, Template::Dortmund, false, clock::system_clock()).unwrap()
}

fn import(project: &mut Project) {
    let data = project.snapshot().data.clone();
    let source = import::read("Lage-2031.csv", TABLE.as_bytes(), &Progress::new()).unwrap();
    let proposal = import::propose(&source, &data);
    assert_eq!(proposal.questions.iter().filter(|question| question.blocking).count(), 0, "{:?}", proposal.questions);
    let draft = import::draft(&source, &proposal.mapping, &data, &Progress::new()).unwrap();
    assert!(draft.is_settled());
    assert_eq!((draft.counts.new, draft.counts.without_value, draft.counts.refused), (15, 1, 0));
    project.execute(Command::Import(ImportCommand::Run(Box::new(draft.batch())))).unwrap();
}

/// A recipe over the three imported indicators becomes the project's.
fn rank(project: &mut Project) -> Ranking {
    let snapshot = project.snapshot();
    let mut spec = snapshot.recipe().unwrap().spec.clone();
    spec.name = "Drei Indikatoren".into();
    spec.indicators.retain(|indicator| ["ALR", "SGB2", "BQ"].contains(&indicator.code.as_str()));
    assert_eq!(spec.indicators.len(), 3);
    let outcome = project.execute(Command::Recipe(RecipeCommand::Add(spec.clone()))).unwrap();
    project.execute(Command::Recipe(RecipeCommand::SetCurrent(RecipeId(outcome.created.unwrap())))).unwrap();
    analysis::rank(&project.snapshot().data, &spec, &Progress::new()).unwrap()
}

fn begin_programme(project: &mut Project) -> HandlungsprogrammId {
    let area = marten(&project.snapshot().data);
    let create = ProgrammeCommand::Create { area, first_year: 2032, last_year: 2035 };
    HandlungsprogrammId(project.execute(Command::Programme(create)).unwrap().created.unwrap())
}

fn marten(data: &PlanningData) -> aktionsplan::domain::AreaId {
    data.area_by_key(AreaLevel::Sozialraum, "marten").unwrap().id
}

fn basis<'a>(snapshot: &'a Snapshot, ranking: &'a Ranking) -> Basis<'a> {
    Basis {
        data: &snapshot.data,
        ranking: Some(ranking),
        programme: snapshot.programme_of(marten(&snapshot.data)).unwrap(),
        programmes: &snapshot.programmes,
        rules: &snapshot.plan_rules,
        vor_ort: &snapshot.vor_ort,
        verfahren: &snapshot.verfahren,
        ausgaben: &snapshot.ausgaben,
        today: TODAY,
        project_title: &snapshot.title,
    }
}

fn draw_up(project: &mut Project, programme: HandlungsprogrammId, ranking: &Ranking) {
    let snapshot = project.snapshot();
    let passages = programme::draft(&basis(&snapshot, ranking), &SectionKey::ALL);
    let sections = SectionKey::ALL.to_vec();
    project.execute(Command::Programme(ProgrammeCommand::Draft { programme, sections, passages })).unwrap();
}

/// The text of a part of a Word document, without its markup.
fn words(docx: &[u8], part: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let xml = std::io::read_to_string(archive.by_name(part).unwrap()).unwrap();
    let mut text = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap();
        text.push_str(words);
        if tag == "/w:p" {
            text.push('\n');
        }
    }
    text
}

#[test]
fn a_cell_becomes_a_sentence_with_a_footnote_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project(&folder);
    import(&mut project);
    let ranking = rank(&mut project);
    let programme = begin_programme(&mut project);
    draw_up(&mut project, programme, &ranking);

    let snapshot = project.snapshot();
    let document = programme::document(&basis(&snapshot, &ranking), Profile::Lang).unwrap();
    let docx = export::docx(&document).unwrap();

    let text = words(&docx, "word/document.xml");
    assert!(text.contains("38,7\u{a0}%"), "{text}");
    let notes = words(&docx, "word/footnotes.xml");
    let cell = notes.lines().find(|note| note.contains("SGB-II-Quote") && note.contains("C3"));
    assert!(cell.is_some_and(|note| note.contains("Lage-2031.csv")), "{notes}");
}

#[test]
fn the_same_project_gives_the_same_document() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project(&folder);
    import(&mut project);
    let ranking = rank(&mut project);
    let programme = begin_programme(&mut project);
    draw_up(&mut project, programme, &ranking);
    let path = project.snapshot().path.clone();
    let written = |snapshot: &Snapshot| {
        let recipe = &snapshot.recipe().unwrap().spec;
        let ranking = analysis::rank(&snapshot.data, recipe, &Progress::new()).unwrap();
        export::docx(&programme::document(&basis(snapshot, &ranking), Profile::Kurz).unwrap()).unwrap()
    };
    let first = written(&project.snapshot());
    drop(project);
    let reopened = Project::open(&path, clock::system_clock()).unwrap();
    assert!(first == written(&reopened.snapshot()));
}

#[test]
fn undoing_the_whole_way_brings_the_project_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project(&folder);
    let before = project.dump().unwrap();
    import(&mut project);
    let ranking = rank(&mut project);
    let programme = begin_programme(&mut project);
    draw_up(&mut project, programme, &ranking);
    let after = project.dump().unwrap();
    let steps = project.snapshot().undo.steps;
    assert_eq!(steps, 5);
    for _ in 0..steps {
        project.undo().unwrap();
    }
    assert_eq!(project.dump().unwrap(), before);
    for _ in 0..steps {
        project.redo().unwrap();
    }
    assert_eq!(project.dump().unwrap(), after);
}
