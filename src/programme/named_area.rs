//! Areas that a text speaks of, by whole words.

use super::basis::Basis;
use crate::domain::{Area, PlanningData};

/// All areas that the words name. The longest names are looked for first, and what they cover names nothing else:
/// `Dorstfelder Brücke` is not `Brücke`. Areas of one name are all named by it.
pub(super) fn areas_named_in<'a>(data: &'a PlanningData, words: &str) -> Vec<&'a Area> {
    let mut areas: Vec<&Area> = data.areas.iter().filter(|area| !area.name.is_empty()).collect();
    areas.sort_by(|a, b| b.name.len().cmp(&a.name.len()).then(a.name.cmp(&b.name)).then(a.id.cmp(&b.id)));
    let mut words = words.to_owned();
    let mut named: Vec<&Area> = Vec::new();
    for area in areas {
        let known = named.last().is_some_and(|last| last.name == area.name);
        let places = whole_words(&words, &area.name);
        for &at in places.iter().rev() {
            words.replace_range(at..at + area.name.len(), "\u{b7}");
        }
        if known || !places.is_empty() {
            named.push(area);
        }
    }
    named
}

/// The first other area of the programme's level that the words name. Areas whose name is part of the own one, and
/// those that contain or belong to the area, are no contradiction.
pub(super) fn other_area<'a>(basis: &Basis<'a>, words: &str) -> Option<&'a Area> {
    let own = basis.area()?;
    let bezirk = basis.stadtbezirk().map(|bezirk| bezirk.name.as_str());
    let others = areas_named_in(basis.data, words).into_iter();
    others
        .filter(|area| area.level == own.level && area.id != own.id && !own.name.contains(&area.name))
        .find(|area| bezirk != Some(area.name.as_str()))
}

/// Where a name stands as whole words, in bytes.
fn whole_words(words: &str, name: &str) -> Vec<usize> {
    let inner = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    let places = words.match_indices(name).filter(|(at, found)| {
        !inner(words[..*at].chars().next_back()) && !inner(words[at + found.len()..].chars().next())
    });
    places.map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::data;
    use super::*;
    use std::sync::Arc;

    fn named(words: &str) -> Vec<String> {
        let mut data = data(|_| true);
        let longer = Area { name: "Birkenau Nord".into(), ..data.areas[4].clone() };
        Arc::make_mut(&mut data.areas)[4] = longer;
        areas_named_in(&data, words).into_iter().map(|area| area.name.clone()).collect()
    }

    #[test]
    fn an_area_is_named_by_whole_words_only() {
        assert_eq!(named("Auch in Ahornfeld gibt es das."), ["Ahornfeld"]);
        assert!(named("Ein Ahornfelder Ort, in Ahornfeld-West").is_empty());
    }

    #[test]
    fn the_longest_name_counts() {
        assert_eq!(named("In Birkenau Nord"), ["Birkenau Nord"]);
        assert_eq!(named("In Birkenau Nord und Birkenau"), ["Birkenau Nord", "Birkenau"]);
    }
}
