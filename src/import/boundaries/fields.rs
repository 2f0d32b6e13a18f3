//! Which level the shapes are of, and which fields hold key, name and parent: a proposal that the planner may change.

use super::source::BoundarySource;
use crate::domain::{AreaId, AreaLevel, PlanningData};
use crate::import::area_match::AreaIndex;
use std::collections::BTreeSet;

/// How a file of boundaries is to be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoundaryOptions {
    /// The level of its areas; without it, areas that the project does not know are left out.
    pub level: Option<AreaLevel>,
    /// The field that holds the key.
    pub key_field: Option<String>,
    /// The field that holds the name.
    pub name_field: Option<String>,
    /// The field that names the area above.
    pub parent_field: Option<String>,
}

/// Headings that mean a key, surest first.
const KEY_WORDS: [&str; 9] = ["schluessel", "schlüssel", "kennziffer", "key", "code", "nummer", "nr", "plr_id", "id"];
/// Headings that mean a name, surest first.
const NAME_WORDS: [&str; 7] = ["bezeichnung", "name", "bez", "sozialraum", "stadtteil", "bezirk", "gebiet"];
/// Headings that number the rows of a database and mean nothing else.
const ROW_NUMBERS: [&str; 8] = ["fid", "ogc_fid", "objectid", "gid", "oid", "shape_leng", "shape_area", "id_0"];

/// Proposes level and fields by what they say about areas that the project knows, else by their headings. A level
/// that is given stays.
pub fn propose_boundaries(source: &BoundarySource, data: &PlanningData, level: Option<AreaLevel>) -> BoundaryOptions {
    let index = AreaIndex::new(data);
    let levels: Vec<AreaLevel> = match level {
        Some(level) => vec![level],
        None => AreaLevel::ALL.into_iter().filter(|level| data.areas_of(*level).next().is_some()).collect(),
    };
    let fields: Vec<Field> = source.fields.iter().map(|name| Field::of(source, name)).collect();
    let best = levels.iter().map(|&level| Fit::of(&fields, &index, level)).max_by_key(|fit| {
        let areas = data.areas_of(fit.level).count();
        (fit.hits(), std::cmp::Reverse(areas.abs_diff(source.features.len())))
    });
    let half = source.features.len().div_ceil(2);
    let known = best.filter(|fit| fit.hits() >= half.max(1));
    let level = level.or(known.as_ref().map(|fit| fit.level));
    let (key, name) = known.map_or((None, None), |fit| (fit.key.map(|(_, at)| at), fit.name.map(|(_, at)| at)));
    let name = name.or_else(|| by_heading(&fields, &NAME_WORDS, key, |field| field.is_of_words()));
    let key = key.or_else(|| by_heading(&fields, &KEY_WORDS, name, |field| field.is_unique));
    // A file without telling headings: the first field of words that tells the features apart.
    let name = name.or_else(|| (key.is_none()).then(|| fields.iter().position(|f| f.is_unique && f.is_of_words()))?);
    let parent = level.and_then(|level| parent_field(&fields, &index, level, [key, name]));
    let named = |at: Option<usize>| at.and_then(|at| source.fields.get(at)).cloned();
    BoundaryOptions { level, key_field: named(key), name_field: named(name), parent_field: named(parent) }
}

/// The values of one field.
struct Field<'a> {
    heading: String,
    values: Vec<&'a str>,
    /// Whether every feature has a value of its own.
    is_unique: bool,
}

impl<'a> Field<'a> {
    fn of(source: &'a BoundarySource, name: &str) -> Field<'a> {
        let values: Vec<&str> =
            source.features.iter().map(|feature| feature.properties.get(name).map_or("", String::as_str)).collect();
        let different: BTreeSet<&str> = values.iter().copied().filter(|value| !value.is_empty()).collect();
        Field { heading: name.to_lowercase(), is_unique: different.len() == values.len(), values }
    }

    fn is_of_words(&self) -> bool {
        let words = self.values.iter().filter(|value| value.chars().any(char::is_alphabetic)).count();
        words * 2 > self.values.len()
    }

    fn is_row_number(&self) -> bool {
        ROW_NUMBERS.contains(&self.heading.as_str())
    }
}

/// How well the fields of a file name areas of a level: hits and field, for key and name.
struct Fit {
    level: AreaLevel,
    key: Option<(usize, usize)>,
    name: Option<(usize, usize)>,
}

impl Fit {
    fn of(fields: &[Field<'_>], index: &AreaIndex<'_>, level: AreaLevel) -> Fit {
        let best = |find: &dyn Fn(&str) -> Option<AreaId>| {
            let hits = |field: &Field<'_>| {
                let found: BTreeSet<AreaId> =
                    field.values.iter().filter(|v| !v.is_empty()).filter_map(|v| find(v)).collect();
                found.len()
            };
            let usable = fields.iter().enumerate().filter(|(_, field)| !field.is_row_number());
            let scored = usable.map(|(at, field)| (hits(field), at)).filter(|(hits, _)| *hits > 0);
            // Of equal fields the first one.
            scored.max_by_key(|(hits, at)| (*hits, std::cmp::Reverse(*at)))
        };
        let key = best(&|value| index.by_key(value, Some(level)).area());
        let name = best(&|value| index.by_name(value, Some(level)).area());
        // Numbers that happen to be keys of other areas than the names say are no keys.
        let agree = |key: usize, name: usize| {
            let pairs = fields[key].values.iter().zip(&fields[name].values);
            pairs.clone().all(|(key, name)| {
                let by_name = index.by_name(name, Some(level)).area();
                let by_key = index.by_key(key, Some(level)).area();
                by_name.is_none() || by_key.is_none() || by_name == by_key
            })
        };
        match (key, name) {
            (Some(key), Some(name)) if !agree(key.1, name.1) => {
                if key.0 > name.0 {
                    Fit { level, key: Some(key), name: None }
                } else {
                    Fit { level, key: None, name: Some(name) }
                }
            }
            (key, name) => Fit { level, key, name },
        }
    }

    fn hits(&self) -> usize {
        self.key.map_or(0, |key| key.0).max(self.name.map_or(0, |name| name.0))
    }
}

/// The field whose heading is or holds the surest of these words.
fn by_heading(
    fields: &[Field<'_>],
    words: &[&str],
    other: Option<usize>,
    suits: impl Fn(&Field<'_>) -> bool,
) -> Option<usize> {
    let place = |field: &Field<'_>| {
        let exact = words.iter().position(|word| field.heading == *word);
        exact.or_else(|| words.iter().position(|word| field.heading.contains(word)).map(|at| at + words.len()))
    };
    let candidates = fields.iter().enumerate().filter(|(at, field)| Some(*at) != other && suits(field));
    let scored =
        candidates.filter(|(_, field)| !field.is_row_number()).filter_map(|(at, field)| Some((place(field)?, at)));
    scored.min().map(|(_, at)| at)
}

/// The field whose values all name areas of one coarser level.
fn parent_field(
    fields: &[Field<'_>],
    index: &AreaIndex<'_>,
    level: AreaLevel,
    taken: [Option<usize>; 2],
) -> Option<usize> {
    let coarser = || AreaLevel::ALL.into_iter().filter(move |above| *above != AreaLevel::Stadt && *above < level);
    let names_parents = |field: &Field<'_>| {
        let filled = || field.values.iter().filter(|value| !value.is_empty());
        let all = |above: AreaLevel| filled().all(|value| parent_of(index, value, above).is_some());
        filled().next().is_some() && field.is_of_words() && coarser().any(all)
    };
    fields.iter().enumerate().position(|(at, field)| !taken.contains(&Some(at)) && names_parents(field))
}

/// The area of a level that a text means, by key or by name.
pub(super) fn parent_of(index: &AreaIndex<'_>, text: &str, level: AreaLevel) -> Option<AreaId> {
    index.by_key(text, Some(level)).area().or_else(|| index.by_name(text, Some(level)).area())
}
