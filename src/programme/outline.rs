//! The outline of a Handlungsprogramm: numbers, titles, and which indicators belong where.

use crate::domain::{Direction, Handlungsfeld, Indicator, SectionKey};
use crate::text::report::title;

/// A line of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// Number as printed: `2.1`.
    pub number: &'static str,
    /// Title without number.
    pub title: &'static str,
    /// 1 or 2.
    pub level: u8,
    /// The section that holds its text; none for headings that only group others.
    pub section: Option<SectionKey>,
}

const fn group(number: &'static str, title: &'static str) -> OutlineEntry {
    OutlineEntry { number, title, level: 1, section: None }
}

const fn chapter(number: &'static str, title: &'static str, section: SectionKey) -> OutlineEntry {
    OutlineEntry { number, title, level: 1, section: Some(section) }
}

const fn part(number: &'static str, title: &'static str, section: SectionKey) -> OutlineEntry {
    OutlineEntry { number, title, level: 2, section: Some(section) }
}

const OUTLINE: [OutlineEntry; 18] = [
    group("1", title::AREA_AND_CHOICE),
    part("1.1", title::ABGRENZUNG, SectionKey::Abgrenzung),
    part("1.2", title::BEGRUENDUNG, SectionKey::Begruendung),
    group("2", title::SITUATION),
    part("2.1", title::BEVOELKERUNG, SectionKey::Bevoelkerung),
    part("2.2", title::ARBEIT_EINKOMMEN, SectionKey::ArbeitEinkommen),
    part("2.3", title::KINDER_FAMILIEN, SectionKey::KinderFamilien),
    part("2.4", title::ZUSAMMENLEBEN, SectionKey::Zusammenleben),
    part("2.5", title::HANDLUNGSBEDARF, SectionKey::Handlungsbedarf),
    part("2.6", title::STIMMEN, SectionKey::StimmenVorOrt),
    chapter("3", title::ANGEBOTE, SectionKey::Angebote),
    group("4", title::GOALS_AND_MEASURES),
    part("4.1", title::ZIELE, SectionKey::Ziele),
    part("4.2", title::MASSNAHMEN, SectionKey::Massnahmen),
    chapter("5", title::KOSTEN_ZEIT, SectionKey::KostenZeit),
    chapter("6", title::AKTIONSBUERO, SectionKey::Aktionsbuero),
    chapter("7", title::STEUERUNG, SectionKey::Steuerung),
    chapter("8", title::METHODE, SectionKey::Methode),
];

/// The outline in printed order.
pub fn outline() -> &'static [OutlineEntry] {
    &OUTLINE
}

/// The line of a section.
pub(super) fn entry_of(section: SectionKey) -> Option<&'static OutlineEntry> {
    OUTLINE.iter().find(|entry| entry.section == Some(section))
}

const BY_DIMENSION: [(&str, SectionKey); 20] = [
    ("bevölk", SectionKey::Bevoelkerung),
    ("demogra", SectionKey::Bevoelkerung),
    ("zielgrupp", SectionKey::Bevoelkerung),
    ("arbeit", SectionKey::ArbeitEinkommen),
    ("erwerb", SectionKey::ArbeitEinkommen),
    ("beschäft", SectionKey::ArbeitEinkommen),
    ("transfer", SectionKey::ArbeitEinkommen),
    ("einkomm", SectionKey::ArbeitEinkommen),
    ("existenz", SectionKey::ArbeitEinkommen),
    ("kind", SectionKey::KinderFamilien),
    ("famil", SectionKey::KinderFamilien),
    ("jugend", SectionKey::KinderFamilien),
    ("bildung", SectionKey::KinderFamilien),
    ("schul", SectionKey::KinderFamilien),
    ("gesund", SectionKey::KinderFamilien),
    ("wohn", SectionKey::Zusammenleben),
    ("zusammen", SectionKey::Zusammenleben),
    ("integration", SectionKey::Zusammenleben),
    ("teilhabe", SectionKey::Zusammenleben),
    ("alter", SectionKey::Zusammenleben),
];

/// The section in which an indicator is described: by its dimension, else by its Handlungsfeld.
pub fn section_of(indicator: &Indicator) -> SectionKey {
    if indicator.is_population {
        return SectionKey::Bevoelkerung;
    }
    let dimension = indicator.dimension.to_lowercase();
    if let Some((_, section)) = BY_DIMENSION.iter().find(|(part, _)| dimension.contains(part)) {
        return *section;
    }
    match (indicator.handlungsfeld, indicator.direction) {
        (Some(Handlungsfeld::Arbeit), _) => SectionKey::ArbeitEinkommen,
        (Some(Handlungsfeld::Kinder), _) => SectionKey::KinderFamilien,
        (Some(Handlungsfeld::Zusammenhalt), _) => SectionKey::Zusammenleben,
        (None, Direction::Context) => SectionKey::Bevoelkerung,
        (None, Direction::HighIsNeed | Direction::LowIsNeed) => SectionKey::Zusammenleben,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_stands_in_the_outline_once_and_in_order() {
        let sections: Vec<SectionKey> = outline().iter().filter_map(|entry| entry.section).collect();
        assert_eq!(sections, SectionKey::ALL);
    }
}
