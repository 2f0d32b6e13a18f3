//! The outline of a Handlungsprogramm: numbers, titles, and which indicators belong where.

use super::document::Profile;
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

/// After the Dortmund concept of 2014: summary, introduction, area, plans and actors, Stadtteil-Check, guidelines, measures,
/// money, monitoring.
const LONG: [OutlineEntry; 28] = [
    chapter("1", title::KURZFASSUNG, SectionKey::Kurzfassung),
    chapter("2", title::EINLEITUNG, SectionKey::Einleitung),
    group("3", title::AREA),
    part("3.1", title::ABGRENZUNG, SectionKey::Abgrenzung),
    part("3.2", title::BEGRUENDUNG, SectionKey::Begruendung),
    part("3.3", title::BEVOELKERUNG, SectionKey::Bevoelkerung),
    part("3.4", title::ARBEIT_EINKOMMEN, SectionKey::ArbeitEinkommen),
    part("3.5", title::KINDER_FAMILIEN, SectionKey::KinderFamilien),
    part("3.6", title::ZUSAMMENLEBEN, SectionKey::Zusammenleben),
    part("3.7", title::FREIRAUM, SectionKey::Freiraum),
    part("3.8", title::LOKALE_OEKONOMIE, SectionKey::LokaleOekonomie),
    part("3.9", title::STIMMEN, SectionKey::StimmenVorOrt),
    group("4", title::PLANS_AND_ACTORS),
    part("4.1", title::PLANUNGEN, SectionKey::Planungen),
    part("4.2", title::ANGEBOTE, SectionKey::Angebote),
    part("4.3", title::AKTIONSBUERO, SectionKey::Aktionsbuero),
    group("5", title::STADTTEIL_CHECK),
    part("5.1", title::HANDLUNGSBEDARF, SectionKey::Handlungsbedarf),
    part("5.2", title::STAERKEN_SCHWAECHEN, SectionKey::StaerkenSchwaechen),
    group("6", title::GUIDELINES_AND_GOALS),
    part("6.1", title::LEITLINIEN, SectionKey::Leitlinien),
    part("6.2", title::ZIELE, SectionKey::Ziele),
    chapter("7", title::MASSNAHMEN, SectionKey::Massnahmen),
    chapter("8", title::KOSTEN_ZEIT, SectionKey::KostenZeit),
    group("9", title::MONITORING),
    part("9.1", title::STEUERUNG, SectionKey::Steuerung),
    part("9.2", title::VERSTETIGUNG, SectionKey::Verstetigung),
    chapter("10", title::METHODE, SectionKey::Methode),
];

/// For a funding application in North Rhine-Westphalia: delimitation, strengths and weaknesses, population, local economy,
/// goals, the plans, organisation.
const SHORT: [OutlineEntry; 25] = [
    group("1", title::AREA_AND_CHOICE),
    part("1.1", title::ABGRENZUNG, SectionKey::Abgrenzung),
    part("1.2", title::BEGRUENDUNG, SectionKey::Begruendung),
    group("2", title::STRENGTHS),
    part("2.1", title::HANDLUNGSBEDARF, SectionKey::Handlungsbedarf),
    part("2.2", title::STAERKEN_SCHWAECHEN, SectionKey::StaerkenSchwaechen),
    part("2.3", title::STIMMEN, SectionKey::StimmenVorOrt),
    part("2.4", title::ANGEBOTE, SectionKey::Angebote),
    group("3", title::POPULATION),
    part("3.1", title::BEVOELKERUNG, SectionKey::Bevoelkerung),
    part("3.2", title::ARBEIT_EINKOMMEN, SectionKey::ArbeitEinkommen),
    part("3.3", title::KINDER_FAMILIEN, SectionKey::KinderFamilien),
    part("3.4", title::ZUSAMMENLEBEN, SectionKey::Zusammenleben),
    chapter("4", title::LOKALE_OEKONOMIE, SectionKey::LokaleOekonomie),
    group("5", title::GOALS_AND_FIELDS),
    part("5.1", title::LEITLINIEN, SectionKey::Leitlinien),
    part("5.2", title::ZIELE, SectionKey::Ziele),
    group("6", title::PLANS),
    part("6.1", title::MASSNAHMEN, SectionKey::Massnahmen),
    part("6.2", title::KOSTEN_ZEIT, SectionKey::KostenZeit),
    group("7", title::ORGANISATION),
    part("7.1", title::AKTIONSBUERO, SectionKey::Aktionsbuero),
    part("7.2", title::STEUERUNG, SectionKey::Steuerung),
    part("7.3", title::VERSTETIGUNG, SectionKey::Verstetigung),
    chapter("8", title::METHODE, SectionKey::Methode),
];

/// The outline in printed order: of the long document, by which sections are written and spoken of.
pub fn outline() -> &'static [OutlineEntry] {
    &LONG
}

/// The outline of a profile in printed order.
pub fn outline_of(profile: Profile) -> &'static [OutlineEntry] {
    match profile {
        Profile::Kurz => &SHORT,
        Profile::Lang => &LONG,
    }
}

/// The line of a section in the long document.
pub(super) fn entry_of(section: SectionKey) -> Option<&'static OutlineEntry> {
    LONG.iter().find(|entry| entry.section == Some(section))
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

    #[test]
    fn the_short_outline_has_each_section_at_most_once_and_both_number_as_print_does() {
        for profile in Profile::ALL {
            let mut counters = [0_u8; 2];
            let mut seen = Vec::new();
            for entry in outline_of(profile) {
                let depth = usize::from(entry.level);
                counters[depth - 1] += 1;
                counters[depth..].fill(0);
                let number: Vec<String> = counters[..depth].iter().map(u8::to_string).collect();
                assert_eq!(entry.number, number.join("."), "{profile:?} {}", entry.title);
                assert!(entry.section.is_none_or(|section| !seen.contains(&section)), "{profile:?} {}", entry.title);
                seen.extend(entry.section);
            }
        }
    }
}
