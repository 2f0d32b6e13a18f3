//! Which area a label means. Exact first; other spellings are recognised visibly; similar names only become
//! suggestions, never matches.

use super::{area_label, header, number};
use crate::domain::{Area, AreaId, AreaLevel, PlanningData};
use std::collections::HashMap;

/// What a label or key means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AreaMatch {
    /// One area, by the exact key or name.
    Exact(AreaId),
    /// One area, by a key that had lost zeros.
    Restored(AreaId),
    /// One area, in another spelling.
    Spelled(AreaId),
    /// Several areas.
    Several(Vec<AreaId>),
    /// None.
    Unknown,
}

impl AreaMatch {
    /// The one area.
    pub(super) fn area(&self) -> Option<AreaId> {
        match self {
            AreaMatch::Exact(area) | AreaMatch::Restored(area) | AreaMatch::Spelled(area) => Some(*area),
            AreaMatch::Several(_) | AreaMatch::Unknown => None,
        }
    }
}

/// Finds areas by key and by name.
pub(super) struct AreaIndex<'a> {
    areas: &'a [Area],
    keys: HashMap<&'a str, Vec<usize>>,
    names: HashMap<&'a str, Vec<usize>>,
    spellings: HashMap<String, Vec<usize>>,
    key_lengths: Vec<usize>,
}

impl<'a> AreaIndex<'a> {
    /// The index of a project's areas.
    pub(super) fn new(data: &'a PlanningData) -> AreaIndex<'a> {
        let areas = data.areas.as_slice();
        let mut index = AreaIndex {
            areas,
            keys: HashMap::new(),
            names: HashMap::new(),
            spellings: HashMap::new(),
            key_lengths: Vec::new(),
        };
        for (at, area) in areas.iter().enumerate() {
            index.keys.entry(&area.key).or_default().push(at);
            index.key_lengths.push(area.key.len());
            for name in std::iter::once(&area.name).chain(&area.synonyms) {
                index.names.entry(name).or_default().push(at);
                let spelled = index.spellings.entry(normalised(name)).or_default();
                if !spelled.contains(&at) {
                    spelled.push(at);
                }
            }
        }
        index.key_lengths.sort_unstable();
        index.key_lengths.dedup();
        index
    }

    /// The area with this key, on a level if one is given.
    pub(super) fn by_key(&self, key: &str, level: Option<AreaLevel>) -> AreaMatch {
        match self.one_of(self.keys.get(key), level) {
            AreaMatch::Unknown => {}
            found => return found,
        }
        if key.is_empty() || !key.bytes().all(|b| b.is_ascii_digit()) {
            return AreaMatch::Unknown;
        }
        let lengths = self.key_lengths.iter().filter(|&&length| length > key.len());
        let padded = lengths.filter_map(|&length| self.keys.get(format!("{key:0>length$}").as_str()));
        match self.one_of(Some(&padded.flatten().copied().collect()), level) {
            AreaMatch::Exact(area) => AreaMatch::Restored(area),
            AreaMatch::Unknown => self.printed_with_zero(key, level),
            other => other,
        }
    }

    /// A statistischer Bezirk is also printed with a zero behind, like an Unterbezirk that is the whole of it.
    fn printed_with_zero(&self, key: &str, level: Option<AreaLevel>) -> AreaMatch {
        let bezirk = Some(AreaLevel::StatistischerBezirk);
        let Some(own) = key.strip_suffix('0').filter(|own| own.len() == 2 && level == bezirk) else {
            return AreaMatch::Unknown;
        };
        self.one_of(self.keys.get(own), bezirk).area().map_or(AreaMatch::Unknown, AreaMatch::Restored)
    }

    /// The area with this name or synonym, on a level if one is given. A label that states another level means none.
    pub(super) fn by_name(&self, label: &str, level: Option<AreaLevel>) -> AreaMatch {
        match self.one_of(self.names.get(label), level) {
            AreaMatch::Unknown => {}
            found => return found,
        }
        let stated = area_label::parts(label);
        if stated.level.is_some() && level.is_some() && stated.level != level {
            return AreaMatch::Unknown;
        }
        let level = stated.level.or(level);
        let spelled = normalised(stated.name);
        let by_spelling = match self.one_of(self.spellings.get(&spelled), level) {
            AreaMatch::Exact(area) => AreaMatch::Spelled(area),
            other => other,
        };
        let found = match stated.key {
            Some(key) => self.with_stated_key(key, level, &spelled, by_spelling),
            None => by_spelling,
        };
        match number::before_footnote(label).filter(|name| !name.is_empty() && found == AreaMatch::Unknown) {
            Some(name) => match self.by_name(name, level) {
                AreaMatch::Exact(area) => AreaMatch::Spelled(area),
                other => other,
            },
            None => found,
        }
    }

    /// A bracket that names a key decides, but only together with the name before it. A number says nothing about areas
    /// whose keys the project itself has made of words.
    fn with_stated_key(&self, key: &str, level: Option<AreaLevel>, spelled: &str, by_spelling: AreaMatch) -> AreaMatch {
        if let Some(area) = self.by_key(key, level).area() {
            let named = self.spellings.get(spelled).into_iter().flatten().any(|&at| self.areas[at].id == area);
            return if named { AreaMatch::Spelled(area) } else { AreaMatch::Unknown };
        }
        let numbered = |area: AreaId| {
            let known = self.areas.iter().find(|known| known.id == area);
            known.is_some_and(|known| known.key.contains(|c: char| c.is_ascii_digit()))
        };
        if by_spelling.area().is_some_and(numbered) { AreaMatch::Unknown } else { by_spelling }
    }

    /// Areas with similar names, most similar first, at most three; of other levels where the level has none.
    pub(super) fn similar(&self, name: &str, level: Option<AreaLevel>) -> Vec<AreaId> {
        let mut scored = self.scored(name, level);
        if scored.is_empty() {
            scored = self.scored(name, None);
        }
        scored.into_iter().take(3).map(|(_, area)| area.id).collect()
    }

    /// The area of a level that a name is nearly, if it is clearly one: numbers tell areas apart.
    pub(super) fn nearly(&self, name: &str, level: Option<AreaLevel>) -> Option<AreaId> {
        let scored = self.scored(name, level);
        let (best, area) = *scored.first()?;
        let is_only = scored.get(1).is_none_or(|(next, _)| *next < best);
        let same_numerals = || header::numerals(&area.name) == header::numerals(area_label::parts(name).name);
        (best >= NEARLY && is_only && same_numerals()).then_some(area.id)
    }

    /// The areas of a level, or of all, with similar names and how similar they are, most similar first.
    fn scored(&self, name: &str, level: Option<AreaLevel>) -> Vec<(f64, &'a Area)> {
        if name.chars().count() > LONGEST_NAME {
            return Vec::new();
        }
        let wanted = normalised(area_label::parts(name).name);
        let here = self.areas.iter().filter(move |area| level.is_none_or(|level| area.level == level));
        let scored = here.map(|area| (strsim::jaro_winkler(&normalised(&area.name), &wanted), area));
        let mut scored: Vec<(f64, &Area)> = scored.filter(|(score, _)| *score >= SIMILAR).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.id.cmp(&b.1.id)));
        scored
    }

    /// The levels on which a name or key exists.
    pub(super) fn levels(&self, label: &str) -> Vec<AreaLevel> {
        if self.areas.is_empty() {
            return Vec::new();
        }
        if let Some(named) = self.names.get(label) {
            return named
                .iter()
                .chain(self.keys.get(label).into_iter().flatten())
                .map(|&at| self.areas[at].level)
                .collect();
        }
        let stated = area_label::parts(label);
        let spelled = self.spellings.get(&normalised(stated.name)).into_iter().flatten();
        let spelled = spelled.map(|&at| self.areas[at].level).filter(|&level| stated.level.is_none_or(|l| l == level));
        let keyed = self.keys.get(label).into_iter().flatten().map(|&at| self.areas[at].level);
        keyed.chain(spelled).collect()
    }

    /// The levels on which a key exists as it is written.
    pub(super) fn levels_of_key(&self, key: &str) -> Vec<AreaLevel> {
        self.keys.get(key).into_iter().flatten().map(|&at| self.areas[at].level).collect()
    }

    /// Areas of exactly this name or key that lie on other levels than this one.
    pub(super) fn elsewhere(&self, label: &str, level: AreaLevel) -> Vec<AreaId> {
        if self.areas.is_empty() {
            return Vec::new();
        }
        let stated = area_label::parts(label);
        let named = self.names.get(label).into_iter().chain(self.keys.get(label)).flatten();
        let spelled = self.spellings.get(&normalised(stated.name)).into_iter().flatten();
        let mut found: Vec<&Area> = named.chain(spelled).map(|&at| &self.areas[at]).collect();
        found.retain(|area| area.level != level);
        found.sort_by_key(|area| (area.level, area.id));
        found.dedup_by_key(|area| area.id);
        found.into_iter().map(|area| area.id).collect()
    }

    fn one_of(&self, found: Option<&Vec<usize>>, level: Option<AreaLevel>) -> AreaMatch {
        let mut ids: Vec<AreaId> = found
            .into_iter()
            .flatten()
            .map(|&at| &self.areas[at])
            .filter(|area| level.is_none_or(|level| area.level == level))
            .map(|area| area.id)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        match ids.as_slice() {
            [] => AreaMatch::Unknown,
            [one] => AreaMatch::Exact(*one),
            _ => AreaMatch::Several(ids),
        }
    }
}

/// Similarity (Jaro and Winkler 1990) from which a name is shown as a similar one.
const SIMILAR: f64 = 0.85;

/// Similarity from which a similar name is proposed as the one that is meant.
const NEARLY: f64 = 0.9;

/// Longer texts are no names; comparing them letter by letter would take minutes.
const LONGEST_NAME: usize = 200;

const LEVEL_WORDS: [&str; 12] = [
    "stadtbezirk",
    "stadtteil",
    "sozialraum",
    "stat bezirk",
    "statistischer bezirk",
    "unterbezirk",
    "stat unterbezirk",
    "statistischer unterbezirk",
    "aktionsraum",
    "quartier",
    "bezirk",
    "planungsraum",
];

/// A spelling without case, umlauts, hyphens, slashes and the words around a name: `Dortmund-Hörde`, `Stadtbezirk Hörde`
/// and `HOERDE` are the same.
pub(super) fn normalised(name: &str) -> String {
    if name.len() > LONGEST_NAME * 4 {
        return name.to_owned();
    }
    let mut plain = String::with_capacity(name.len() + 4);
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => plain.push_str("ae"),
            'ö' => plain.push_str("oe"),
            'ü' => plain.push_str("ue"),
            'ß' => plain.push_str("ss"),
            c if c.is_alphanumeric() => plain.push(c),
            _ if plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    let plain = format!(" {} ", plain.trim()).replace(" st ", " sankt ").replace("strasse", "str");
    let mut plain = plain.trim();
    loop {
        let words = LEVEL_WORDS.iter().chain(&["do", "dortmund"]);
        let cut = words.filter_map(|word| plain.strip_prefix(word)?.strip_prefix(' ')).min_by_key(|rest| rest.len());
        match cut {
            Some(rest) if !rest.is_empty() => plain = rest,
            _ => return plain.replace(' ', ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn area(id: i64, level: AreaLevel, key: &str, name: &str) -> Area {
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

    fn data() -> PlanningData {
        let areas = vec![
            area(1, AreaLevel::Stadtbezirk, "5", "Hörde"),
            area(2, AreaLevel::Sozialraum, "053", "Hörde"),
            area(3, AreaLevel::Sozialraum, "091", "Bodelschwingh/Westerfilde"),
        ];
        PlanningData { areas: Arc::new(areas), ..PlanningData::default() }
    }

    #[test]
    fn spellings_meet() {
        for (a, b) in [
            ("Dortmund-Hörde", "HOERDE"),
            ("Stadtbezirk Hörde", "Hörde"),
            ("Bodelschwingh / Westerfilde", "Bodelschwingh-Westerfilde"),
            ("St. Pauli", "Sankt Pauli"),
            ("Weißenburger Straße", "Weissenburger Str."),
        ] {
            assert_eq!(normalised(a), normalised(b), "{a} {b}");
        }
        assert_ne!(normalised("Dortmund"), "");
    }

    #[test]
    fn a_name_on_two_levels_is_never_guessed() {
        let data = data();
        let index = AreaIndex::new(&data);
        assert_eq!(index.by_name("Hörde", None), AreaMatch::Several(vec![AreaId(1), AreaId(2)]));
        assert_eq!(index.by_name("Hörde", Some(AreaLevel::Sozialraum)), AreaMatch::Exact(AreaId(2)));
        assert_eq!(index.by_name("Westerfilde", None), AreaMatch::Unknown);
        assert_eq!(index.by_name("bodelschwingh-westerfilde", None), AreaMatch::Spelled(AreaId(3)));
        assert_eq!(index.similar("Bodelschwing/Westerfilde", None), [AreaId(3)]);
    }

    #[test]
    fn a_stated_level_or_key_decides() {
        let data = data();
        let index = AreaIndex::new(&data);
        let sozialraum = Some(AreaLevel::Sozialraum);
        assert_eq!(index.by_name("Stadtbezirk Hörde", None), AreaMatch::Spelled(AreaId(1)));
        assert_eq!(index.by_name("Stadtbezirk Hörde", sozialraum), AreaMatch::Unknown);
        assert_eq!(index.by_name("Hörde [Sozialraum 053]", None), AreaMatch::Spelled(AreaId(2)));
        assert_eq!(index.by_name("Hörde (Sozialraum 53)", None), AreaMatch::Spelled(AreaId(2)));
        assert_eq!(index.by_name("Hörde [Sozialraum 091]", None), AreaMatch::Unknown);
        assert_eq!(index.by_name("Hörde [Sozialraum 099]", None), AreaMatch::Unknown);
        assert_eq!(index.levels("Hörde (Stadtbezirk)"), [AreaLevel::Stadtbezirk]);
    }

    #[test]
    fn lost_zeros_of_a_key_are_restored() {
        let data = data();
        let index = AreaIndex::new(&data);
        assert_eq!(index.by_key("91", None), AreaMatch::Restored(AreaId(3)));
        let two = vec![area(1, AreaLevel::StatistischerBezirk, "02", "A"), area(2, AreaLevel::Unterbezirk, "002", "B")];
        let two = PlanningData { areas: Arc::new(two), ..PlanningData::default() };
        assert_eq!(AreaIndex::new(&two).by_key("2", None), AreaMatch::Several(vec![AreaId(1), AreaId(2)]));
        let level = Some(AreaLevel::Unterbezirk);
        assert_eq!(AreaIndex::new(&two).by_key("2", level), AreaMatch::Restored(AreaId(2)));
        assert_eq!(index.by_key("091", None), AreaMatch::Exact(AreaId(3)));
        assert_eq!(index.by_key("5", None), AreaMatch::Exact(AreaId(1)));
        assert_eq!(index.by_key("7", None), AreaMatch::Unknown);
    }
}
