//! The sample project's drafts: what the frame cannot write itself because it takes a ranking.

use crate::analysis::{self, Ranking};
use crate::clock;
use crate::domain::{AreaLevel, Handlungsprogramm, SectionKey};
use crate::jobs::Progress;
use crate::programme::{self, Basis};
use crate::project::{Command, Frame, ProgrammeCommand, Project, ProjectError, Snapshot, VerfahrenCommand};
use crate::reports;
use std::sync::Arc;

/// Draws up the generated sections of every programme from the project's own ranking, keeps the versions that were
/// decided, and carries out what changed after the decision.
///
/// # Errors
/// Whatever the project says to the drafts.
pub fn draft_programmes(project: &mut Project) -> Result<(), ProjectError> {
    let snapshot = project.snapshot();
    let ranking =
        snapshot.recipe().and_then(|recipe| analysis::rank(&snapshot.data, &recipe.spec, &Progress::new()).ok());
    for stored in snapshot.programmes.iter() {
        let passages = programme::draft(&basis(&snapshot, stored, ranking.as_ref()), &SectionKey::ALL);
        project.execute(Command::Programme(ProgrammeCommand::Draft {
            programme: stored.id,
            sections: SectionKey::ALL.to_vec(),
            passages,
        }))?;
    }
    keep_versions(project, ranking.as_ref())?;
    change_after_decision(project)
}

fn basis<'a>(snapshot: &'a Snapshot, programme: &'a Handlungsprogramm, ranking: Option<&'a Ranking>) -> Basis<'a> {
    reports::basis(snapshot, programme, ranking, clock::today())
}

/// What was decided is kept as it stood. What a programme said before the newest data came nobody can tell today: such
/// a decision has no version.
fn keep_versions(project: &mut Project, ranking: Option<&Ranking>) -> Result<(), ProjectError> {
    let snapshot = project.snapshot();
    for beschluss in &snapshot.verfahren.beschluesse {
        let (Some(ergebnis), Some(date)) = (beschluss.ergebnis, beschluss.date) else { continue };
        let newest = snapshot.data.periods.iter().filter_map(|period| period.year).max();
        if !ergebnis.is_decided() || newest.is_some_and(|newest| date.year() <= newest) {
            continue;
        }
        let decided = beschluss.areas.iter().filter_map(|area| snapshot.programme_of(*area));
        let versions =
            decided.map(|stored| (stored.id, Arc::new(programme::keep(&basis(&snapshot, stored, ranking))))).collect();
        project.execute(Command::Verfahren(VerfahrenCommand::Decide {
            beschluss: beschluss.id,
            date,
            ergebnis,
            anlass: beschluss.gegenstand.clone(),
            versions,
        }))?;
    }
    Ok(())
}

fn change_after_decision(project: &mut Project) -> Result<(), ProjectError> {
    let snapshot = project.snapshot();
    for ((key, number), change) in Frame::load()?.records.nachtraege {
        let area = snapshot.data.area_by_key(AreaLevel::Sozialraum, &key.key);
        let programme = area.and_then(|area| snapshot.programme_of(area.id));
        let mut massnahmen = programme.into_iter().flat_map(|programme| &programme.massnahmen);
        let Some(before) = massnahmen.find(|massnahme| massnahme.number == number) else { continue };
        let after = Box::new(change.applied_to(before));
        project.execute(Command::Programme(ProgrammeCommand::UpdateMassnahme(after)))?;
    }
    Ok(())
}
