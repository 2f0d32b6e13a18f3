//! Sections of a Handlungsprogramm, worded anew: each within a tenth of a second.

use super::{alone, time};
use aktionsplan::analysis;
use aktionsplan::clock;
use aktionsplan::domain::SectionKey;
use aktionsplan::jobs::Progress;
use aktionsplan::programme;
use aktionsplan::project::{Project, Template};
use aktionsplan::reports;

pub fn all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("beispiel.aktionsplan");
    let project = Project::create(&path, Template::Dortmund, true, clock::system_clock()).expect("a project");
    let snapshot = project.snapshot();
    let spec = &snapshot.recipe().expect("a recipe").spec;
    let ranking = analysis::rank(&snapshot.data, spec, &Progress::new()).ok();
    let programme = snapshot.programmes.first().expect("a programme");
    let basis = reports::basis(&snapshot, programme, ranking.as_ref(), clock::today());
    for section in SectionKey::ALL {
        alone(&format!("section {}", section.code()), time(5, || programme::draft(&basis, &[section])));
    }
    alone("checks of a programme", time(5, || programme::checks(&basis)));
    alone("goals, priorities, scenarios", time(5, || programme::plan_view(&basis)));
}
