//! The sample project's drafts: what the frame cannot write itself because it takes a ranking.

use crate::analysis;
use crate::clock;
use crate::domain::SectionKey;
use crate::jobs::Progress;
use crate::programme::{self, Basis};
use crate::project::{Command, ProgrammeCommand, Project, ProjectError};

/// Draws up the generated sections of every programme from the project's own ranking.
///
/// # Errors
/// Whatever the project says to the drafts.
pub fn draft_programmes(project: &mut Project) -> Result<(), ProjectError> {
    let snapshot = project.snapshot();
    let ranking =
        snapshot.recipe().and_then(|recipe| analysis::rank(&snapshot.data, &recipe.spec, &Progress::new()).ok());
    for stored in snapshot.programmes.iter() {
        let basis = Basis {
            data: &snapshot.data,
            ranking: ranking.as_ref(),
            programme: stored,
            programmes: &snapshot.programmes,
            vor_ort: &snapshot.vor_ort,
            verfahren: &snapshot.verfahren,
            today: clock::today(),
            project_title: &snapshot.title,
        };
        let passages = programme::draft(&basis, &SectionKey::ALL);
        project.execute(Command::Programme(ProgrammeCommand::Draft {
            programme: stored.id,
            sections: SectionKey::ALL.to_vec(),
            passages,
        }))?;
    }
    Ok(())
}
