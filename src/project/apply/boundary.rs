//! Boundaries of areas: one step, however many, with the areas that they bring along.

use super::{Applied, Cx, area};
use crate::domain::{Boundary, BoundaryBatch, Geometry};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};
use std::collections::BTreeSet;

/// Fewest corners of a ring.
const FEWEST_CORNERS: usize = 3;

/// Writes new areas and sets the boundaries of all that are named.
pub(super) fn set(cx: &Cx<'_>, batch: BoundaryBatch) -> Result<Applied, ProjectError> {
    if batch.boundaries.is_empty() {
        return Err(ProjectError::NameEmpty { noun: Noun::Boundary });
    }
    let new_areas = area::insert(cx, batch.new_areas)?;
    let (targets, geometries): (Vec<_>, Vec<Geometry>) = batch.boundaries.into_iter().unzip();
    let areas = area::resolve_targets(cx, &targets, &new_areas)?;
    let mut seen = BTreeSet::new();
    let count = areas.len();
    for (area, geometry) in areas.into_iter().zip(geometries) {
        if !seen.insert(area) {
            return Err(ProjectError::Taken { noun: Noun::Boundary, name: area.0.to_string() });
        }
        if !is_sound(&geometry) {
            return Err(ProjectError::NumberUnusable { noun: Noun::Boundary });
        }
        let (system, file_name, sha256) = (batch.system, batch.file_name.clone(), batch.sha256.clone());
        cx.tx.put_boundary(&Boundary { area, geometry, system, file_name, sha256 })?;
    }
    let detail = label::boundaries_detail(count, new_areas.len());
    Ok(Applied { detail, ..Applied::changed(label::boundaries_set(&batch.file_name)) })
}

fn is_sound(geometry: &Geometry) -> bool {
    let on_earth = |place: &[f64; 2]| place[0].abs() <= 180.0 && place[1].abs() <= 90.0;
    !geometry.polygons.is_empty()
        && geometry.rings().all(|ring| ring.len() >= FEWEST_CORNERS && ring.iter().all(on_earth))
}
