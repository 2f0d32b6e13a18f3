//! Scenarios of a programme.

use super::{Applied, Cx, frame_of, known, require};
use crate::domain::{Handlungsprogramm, HandlungsprogrammId, MassnahmeId, Szenario, Szenarioauswahl};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};
use std::collections::BTreeMap;

pub(super) fn set(cx: &Cx<'_>, id: HandlungsprogrammId, szenarien: Vec<Szenario>) -> Result<Applied, ProjectError> {
    let programme = known(cx, id)?;
    for (at, szenario) in szenarien.iter().enumerate() {
        require(Noun::Szenario, &szenario.name)?;
        if szenarien[..at].iter().any(|other| other.name.trim() == szenario.name.trim()) {
            return Err(ProjectError::Taken { noun: Noun::Szenario, name: szenario.name.clone() });
        }
        let exists = |id: &MassnahmeId| programme.massnahmen.iter().any(|massnahme| massnahme.id == *id);
        match &szenario.auswahl {
            Szenarioauswahl::Eigene(ids) if !ids.iter().all(exists) => {
                return Err(ProjectError::Unknown { noun: Noun::Massnahme });
            }
            Szenarioauswahl::Eigene(_)
            | Szenarioauswahl::Alle
            | Szenarioauswahl::Schluessel
            | Szenarioauswahl::Gedeckt => {}
        }
    }
    cx.tx.put_programme(Some(id), &Handlungsprogramm { szenarien, ..frame_of(programme) })?;
    Ok(Applied::changed(label::szenarien_changed(super::area_name(cx, programme))))
}

/// The scenarios without a measure that goes; none where nothing changes.
pub(super) fn without(programme: &Handlungsprogramm, gone: MassnahmeId) -> Option<Handlungsprogramm> {
    let mut changed = frame_of(programme);
    let mut touched = false;
    for szenario in &mut changed.szenarien {
        if let Szenarioauswahl::Eigene(ids) = &mut szenario.auswahl {
            touched |= ids.remove(&gone);
        }
    }
    touched.then_some(changed)
}

/// The scenarios of a programme whose measures got other identities.
pub(super) fn translated(
    szenarien: &[Szenario],
    ids: &BTreeMap<MassnahmeId, MassnahmeId>,
) -> Result<Vec<Szenario>, ProjectError> {
    let find = |id: &MassnahmeId| ids.get(id).copied().ok_or(ProjectError::Unknown { noun: Noun::Massnahme });
    let auswahl = |auswahl: &Szenarioauswahl| -> Result<_, ProjectError> {
        Ok(match auswahl {
            Szenarioauswahl::Eigene(own) => Szenarioauswahl::Eigene(own.iter().map(find).collect::<Result<_, _>>()?),
            Szenarioauswahl::Alle | Szenarioauswahl::Schluessel | Szenarioauswahl::Gedeckt => auswahl.clone(),
        })
    };
    szenarien.iter().map(|szenario| Ok(Szenario { auswahl: auswahl(&szenario.auswahl)?, ..szenario.clone() })).collect()
}
