//! Areas and area sets of `data/dortmund/rahmen.toml`.

use super::{FrameError, from_toml, unknown};
use crate::domain::{Area, AreaId, AreaLevel, AreaSetState, Tile};
use jiff::civil::Date;
use serde::Deserialize;
use std::fmt;

const FILE: &str = "rahmen.toml";

/// Level and key: what names an area across files. Written `stadtbezirk/eving`; a bare key means a Sozialraum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AreaKey {
    /// Level.
    pub level: AreaLevel,
    /// Key: text with its leading zeros.
    pub key: String,
}

impl AreaKey {
    /// Reads `stadtbezirk/eving` or `marten`; none for an unknown level.
    pub fn parse(text: &str) -> Option<AreaKey> {
        let (level, key) = match text.split_once('/') {
            Some((level, key)) => (AreaLevel::from_code(level)?, key),
            None => (AreaLevel::Sozialraum, text),
        };
        Some(AreaKey { level, key: key.to_owned() })
    }

    /// The Sozialraum with this key.
    pub fn sozialraum(key: &str) -> AreaKey {
        AreaKey { level: AreaLevel::Sozialraum, key: key.to_owned() }
    }
}

impl fmt::Display for AreaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.level.code(), self.key)
    }
}

/// An area set with its members by key.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameSet {
    /// Stable name.
    pub code: String,
    /// Name as printed.
    pub name: String,
    /// How binding it is.
    pub state: AreaSetState,
    /// First day.
    pub valid_from: Date,
    /// Source and remarks.
    pub note: String,
    /// Members in printed order.
    pub members: Vec<AreaKey>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    gebiet: Vec<Gebiet>,
    auswahl: Vec<Auswahl>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gebiet {
    ebene: AreaLevel,
    schluessel: String,
    name: String,
    ober: Option<String>,
    #[serde(default)]
    synonyme: Vec<String>,
    #[serde(default)]
    hinweis: String,
    kachel: Option<(u8, u8)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Auswahl {
    code: String,
    name: String,
    stand: AreaSetState,
    gueltig_ab: Date,
    hinweis: String,
    mitglieder: Vec<String>,
}

/// Areas with parents as places in the list, and the sets.
pub(super) fn load() -> Result<(Vec<Area>, Vec<FrameSet>), FrameError> {
    let file: File = from_toml(FILE, include_str!("../../../data/dortmund/rahmen.toml"))?;
    let mut areas = Vec::with_capacity(file.gebiet.len());
    for gebiet in file.gebiet {
        let parent = gebiet.ober.as_deref().map(|key| place_of(&areas, key)).transpose()?;
        areas.push(area(gebiet, parent));
    }
    Ok((areas, file.auswahl.into_iter().map(set).collect()))
}

fn place_of(areas: &[Area], key: &str) -> Result<AreaId, FrameError> {
    let wanted = AreaKey::parse(key).ok_or_else(|| unknown(FILE, key))?;
    let place = areas.iter().position(|area| area.level == wanted.level && area.key == wanted.key);
    let place = place.and_then(|place| i64::try_from(place).ok()).ok_or_else(|| unknown(FILE, key))?;
    Ok(AreaId(-1 - place))
}

fn area(gebiet: Gebiet, parent: Option<AreaId>) -> Area {
    Area {
        id: AreaId(0),
        level: gebiet.ebene,
        key: gebiet.schluessel,
        name: gebiet.name,
        parent,
        valid_from: None,
        valid_to: None,
        synonyms: gebiet.synonyme,
        note: gebiet.hinweis,
        tile: gebiet.kachel.map(|(column, row)| Tile { column, row }),
    }
}

fn set(auswahl: Auswahl) -> FrameSet {
    FrameSet {
        code: auswahl.code,
        name: auswahl.name,
        state: auswahl.stand,
        valid_from: auswahl.gueltig_ab,
        note: auswahl.hinweis,
        members: auswahl.mitglieder.iter().map(|key| AreaKey::sozialraum(key)).collect(),
    }
}
