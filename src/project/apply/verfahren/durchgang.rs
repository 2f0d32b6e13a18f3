//! Rounds of the procedure: the name of the one under way, and the beginning of the next.

use super::{Applied, Cx, free, require};
use crate::domain::{Durchgang, DurchgangId};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};
use jiff::civil::Date;

/// Gives the round under way its name.
pub(super) fn rename(cx: &Cx<'_>, name: &str) -> Result<Applied, ProjectError> {
    let name = checked(cx, name, cx.before.verfahren.durchgang().map(|known| known.id))?;
    put_present(cx, &name)?;
    Ok(Applied::changed(label::changed(Noun::Durchgang, &name)))
}

/// Freezes the round under way with its steps and states and begins the next one with the same template.
pub(super) fn begin(cx: &Cx<'_>, name: &str, present_name: &str, day: Date) -> Result<Applied, ProjectError> {
    let verfahren = &cx.before.verfahren;
    let present = verfahren.durchgang();
    let present_name = checked(cx, present_name, present.map(|known| known.id))?;
    let name = checked(cx, name, None)?;
    free(Noun::Durchgang, &name, name == present_name)?;
    let over = Durchgang {
        id: DurchgangId(0),
        name: present_name,
        abgeschlossen_am: Some(day),
        steps: verfahren.steps.clone(),
        states: verfahren.states.clone(),
    };
    cx.tx.put_durchgang(present.map(|known| known.id), &over)?;
    for state in &verfahren.states {
        cx.tx.delete_step_state(state.area, state.step)?;
    }
    let id = cx.tx.put_durchgang(None, &Durchgang::under_way(&name))?;
    Ok(Applied::created(id.0, label::added(Noun::Durchgang, &name)))
}

/// Removes an earlier round.
pub(super) fn remove(cx: &Cx<'_>, id: DurchgangId) -> Result<Applied, ProjectError> {
    let known = cx.before.verfahren.durchgaenge.iter().find(|known| known.id == id && known.abgeschlossen_am.is_some());
    let known = known.ok_or(ProjectError::Unknown { noun: Noun::Durchgang })?;
    cx.tx.delete_durchgang(id)?;
    Ok(Applied::changed(label::removed(Noun::Durchgang, &known.name)))
}

fn put_present(cx: &Cx<'_>, name: &str) -> Result<(), ProjectError> {
    let own = cx.before.verfahren.durchgang().map(|known| known.id);
    cx.tx.put_durchgang(own, &Durchgang::under_way(name))?;
    Ok(())
}

/// A name that no other round has.
fn checked(cx: &Cx<'_>, name: &str, own: Option<DurchgangId>) -> Result<String, ProjectError> {
    require(Noun::Durchgang, name)?;
    let name = name.trim();
    let mut others = cx.before.verfahren.durchgaenge.iter().filter(|known| Some(known.id) != own);
    free(Noun::Durchgang, name, others.any(|known| known.name == name))?;
    Ok(name.to_owned())
}
