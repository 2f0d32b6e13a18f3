//! The places of the window: one per entry of the rail.

/// A place of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Section {
    /// Where do the thirteen stand, what is next.
    #[default]
    Uebersicht,
    /// Stock of values and import.
    Daten,
    /// Profile of an area.
    Analyse,
    /// Needs ranking.
    Bedarf,
    /// Actors, services, statements.
    VorOrt,
    /// Text, goals, measures.
    Handlungsprogramm,
    /// The procedure.
    Verfahren,
    /// Exports.
    Berichte,
    /// Settings.
    Einstellungen,
    /// Help.
    Hilfe,
}

impl Section {
    /// The groups of the rail, parted by lines; settings and help stand at its foot.
    pub const RAIL: [&'static [Section]; 4] = [
        &[Section::Uebersicht],
        &[Section::Daten, Section::Analyse, Section::Bedarf],
        &[Section::VorOrt, Section::Handlungsprogramm, Section::Verfahren],
        &[Section::Berichte],
    ];

    /// Entries at the foot of the rail.
    pub const FOOT: [Section; 2] = [Section::Einstellungen, Section::Hilfe];

    /// All sections of the rail in order: `Strg+1` opens the first.
    pub fn in_order() -> impl Iterator<Item = Section> {
        Section::RAIL.into_iter().flatten().copied()
    }
}
