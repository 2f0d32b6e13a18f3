//! Kept versions of a programme.

use super::{Applied, Cx, area_name, known};
use crate::domain::{BeschlussId, Fassung, FassungContent, FassungId, HandlungsprogrammId};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};
use jiff::civil::Date;
use std::sync::Arc;

pub(in crate::project::apply) fn add(
    cx: &Cx<'_>,
    programme: HandlungsprogrammId,
    beschluss: Option<BeschlussId>,
    kept_on: Date,
    anlass: String,
    content: Arc<FassungContent>,
) -> Result<Applied, ProjectError> {
    let area = area_name(cx, known(cx, programme)?);
    let fassung = Fassung { id: FassungId(0), programme, beschluss, kept_on, anlass, content };
    let id = cx.tx.add_fassung(&fassung)?;
    Ok(Applied::created(id.0, label::version_kept(area, kept_on)))
}

pub(super) fn remove(cx: &Cx<'_>, id: FassungId) -> Result<Applied, ProjectError> {
    let found = cx.before.verfahren.fassungen.iter().find(|fassung| fassung.id == id);
    let fassung = found.ok_or(ProjectError::Unknown { noun: Noun::Fassung })?;
    let area = area_name(cx, known(cx, fassung.programme)?);
    cx.tx.delete_fassung(id)?;
    Ok(Applied::changed(label::version_removed(area, fassung.kept_on)))
}
