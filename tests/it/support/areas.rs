//! An area as tests of several files need it.

use aktionsplan::domain::{Area, AreaId, AreaLevel};

/// An area of which only level, key and name are known; the rest is set by struct update.
pub fn area(id: i64, level: AreaLevel, key: &str, name: &str) -> Area {
    Area {
        id: AreaId(id),
        level,
        key: key.into(),
        name: name.into(),
        parent: None,
        valid_from: None,
        valid_to: None,
        synonyms: Vec::new(),
        note: String::new(),
        tile: None,
    }
}
