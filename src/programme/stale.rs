//! Numbers in text that the data no longer show.

use super::basis::Basis;
use super::resolve::resolve;
use crate::domain::{BoundValue, Passage};
use crate::text::report;

/// A number that shows something else today than when its passage was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleValue {
    /// The reference as written in the text.
    pub reference: String,
    /// What the passage shows.
    pub shown: String,
    /// What the data show today.
    pub today: String,
}

/// The stale numbers of a passage. References without an accepted value follow the data and are never stale;
/// neither are those that the planner holds on to.
pub fn stale_values(basis: &Basis, passage: &Passage) -> Vec<StaleValue> {
    passage.basis.iter().filter(|bound| !bound.pinned).filter_map(|bound| stale_value(basis, bound)).collect()
}

/// A bound value that shows something else today.
pub(super) fn stale_value(basis: &Basis, bound: &BoundValue) -> Option<StaleValue> {
    let resolved = bound.binding().and_then(|binding| resolve(basis, &binding));
    let today = resolved.map_or_else(|| report::NO_LONGER_THERE.to_owned(), |resolved| resolved.text);
    (today != bound.shown).then(|| StaleValue { reference: bound.reference.clone(), shown: bound.shown.clone(), today })
}
