//! Imports that a programme rests on, and those among them that name no source.

use super::basis::Basis;
use crate::domain::{Import, ImportId};
use std::collections::BTreeSet;

/// Imports that values of the area, its Stadtbezirk or the city come from, or that the ranking used.
pub(super) fn used_imports<'a>(basis: &Basis<'a>) -> Vec<&'a Import> {
    let mut areas = BTreeSet::from([basis.programme.area]);
    areas.extend(basis.data.city().map(|city| city.id));
    areas.extend(basis.stadtbezirk().map(|bezirk| bezirk.id));
    if let Some(ranking) = basis.ranking {
        areas.extend(ranking.run.areas.iter().copied());
    }
    let used: BTreeSet<ImportId> =
        basis.data.dataset.iter().filter(|o| areas.contains(&o.area)).map(|o| o.import).collect();
    basis.data.imports.iter().filter(|import| used.contains(&import.id)).collect()
}

/// Files whose source nobody has named.
pub(super) fn without_source<'a>(basis: &Basis<'a>) -> Vec<&'a Import> {
    let unnamed = |import: &&Import| import.source_note.trim().is_empty();
    used_imports(basis).into_iter().filter(unnamed).collect()
}
