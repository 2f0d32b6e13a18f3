//! The Aktionsbüro of an Aktionsraum: place, hours, partners, and what it offers, tailored to the local needs.

use super::{AktionsbueroId, AreaId, Euro};
use serde::{Deserialize, Serialize};

/// The office of one area. At most one per area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aktionsbuero {
    /// Identity.
    pub id: AktionsbueroId,
    /// The area.
    pub area: AreaId,
    /// Where it is.
    pub place: String,
    /// Who runs it.
    pub traeger: String,
    /// Offices and organisations that work in it.
    pub partners: Vec<Partner>,
    /// The week.
    pub hours: Vec<Oeffnungszeit>,
    /// Common core and what was added for this area.
    pub offers: Vec<Bueroangebot>,
    /// Why it offers this here.
    pub reason: String,
    /// Staff, in hundredths of a full position.
    pub staff_hundredths: Option<u32>,
    /// Staff that is needed, in hundredths of a full position.
    pub staff_needed_hundredths: Option<u32>,
    /// Visits by period.
    pub visits: Vec<Besuche>,
    /// Languages spoken there.
    pub languages: String,
    /// What the tailoring costs beyond what the office has today, by year.
    #[serde(default)]
    pub costs: Vec<Buerokosten>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

impl Aktionsbuero {
    /// An office of which nothing is settled.
    pub fn new(area: AreaId) -> Aktionsbuero {
        Aktionsbuero {
            id: AktionsbueroId(0),
            area,
            place: String::new(),
            traeger: String::new(),
            partners: Vec::new(),
            hours: Vec::new(),
            offers: Vec::new(),
            reason: String::new(),
            staff_hundredths: None,
            staff_needed_hundredths: None,
            visits: Vec::new(),
            languages: String::new(),
            costs: Vec::new(),
            demonstration: false,
        }
    }

    /// Staff that is needed and not there, in hundredths; none where either is not known.
    pub fn open_staff_hundredths(&self) -> Option<u32> {
        Some(self.staff_needed_hundredths?.saturating_sub(self.staff_hundredths?))
    }

    /// Minutes a week in which it is open.
    pub fn minutes_per_week(&self) -> u32 {
        self.hours.iter().map(|hours| u32::from(hours.to.saturating_sub(hours.from))).sum()
    }
}

/// What the tailoring of an office costs in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buerokosten {
    /// The year.
    pub year: i16,
    /// Beyond what the office has today.
    pub additional: Euro,
    /// What of it is secured.
    pub secured: Euro,
}

impl Buerokosten {
    /// What is not secured yet; never below nothing.
    pub fn open(&self) -> Euro {
        Euro { cents: (self.additional.cents - self.secured.cents).max(0) }
    }
}

/// An office or organisation that works in the Aktionsbüro.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Its name: `Jobcenter`.
    pub name: String,
    /// What it contributes.
    pub contribution: String,
}

/// Days on which an office may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Wochentag {
    #[default]
    Montag,
    Dienstag,
    Mittwoch,
    Donnerstag,
    Freitag,
    Samstag,
}

impl Wochentag {
    /// All, in order.
    pub const ALL: [Wochentag; 6] = [
        Wochentag::Montag,
        Wochentag::Dienstag,
        Wochentag::Mittwoch,
        Wochentag::Donnerstag,
        Wochentag::Freitag,
        Wochentag::Samstag,
    ];
}

/// A time of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Oeffnungszeit {
    /// The day.
    pub day: Wochentag,
    /// Beginning, in minutes after midnight.
    pub from: u16,
    /// End, in minutes after midnight; after the beginning.
    pub to: u16,
    /// For whom or what; empty where it is open to all.
    pub purpose: String,
    /// Whether it does not exist yet.
    pub is_new: bool,
}

impl Oeffnungszeit {
    /// Last minute of a day.
    pub const DAY: u16 = 24 * 60;

    /// Whether it lies within a day and ends after it begins.
    pub fn is_possible(&self) -> bool {
        self.from < self.to && self.to <= Self::DAY
    }

    /// Whether both are at the same time.
    pub fn overlaps(&self, other: &Oeffnungszeit) -> bool {
        self.day == other.day && self.from < other.to && other.from < self.to
    }
}

/// Something that the office offers or does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bueroangebot {
    /// Key in the catalogue; empty where it is the office's own.
    pub key: String,
    /// Title.
    pub title: String,
    /// What it is, for whom, with whom.
    pub description: String,
    /// Codes of the indicators whose need it answers.
    pub needs: Vec<String>,
}

/// Visits of one period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Besuche {
    /// The period: `2026, 1. Halbjahr`.
    pub period: String,
    /// Visits, if they were counted.
    pub visits: Option<u32>,
    /// Visits aimed at.
    pub target: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(day: Wochentag, from: u16, to: u16) -> Oeffnungszeit {
        Oeffnungszeit { day, from, to, purpose: String::new(), is_new: false }
    }

    #[test]
    fn times_that_only_touch_do_not_overlap() {
        let morning = hours(Wochentag::Montag, 540, 720);
        assert!(!morning.overlaps(&hours(Wochentag::Montag, 720, 900)));
        assert!(!morning.overlaps(&hours(Wochentag::Dienstag, 540, 720)));
        assert!(morning.overlaps(&hours(Wochentag::Montag, 700, 900)));
    }

    #[test]
    fn a_time_ends_after_it_begins() {
        assert!(hours(Wochentag::Montag, 540, 720).is_possible());
        assert!(!hours(Wochentag::Montag, 720, 720).is_possible());
        assert!(!hours(Wochentag::Montag, 720, 1500).is_possible());
    }

    #[test]
    fn money_that_is_more_than_secured_leaves_nothing_open() {
        let costs = |secured| Buerokosten { year: 2027, additional: Euro::whole(100), secured: Euro::whole(secured) };
        assert_eq!(costs(40).open(), Euro::whole(60));
        assert_eq!(costs(140).open(), Euro::whole(0));
    }

    #[test]
    fn open_staff_is_known_only_where_both_numbers_are() {
        let mut office = Aktionsbuero::new(AreaId(1));
        office.staff_hundredths = Some(150);
        assert_eq!(office.open_staff_hundredths(), None);
        office.staff_needed_hundredths = Some(190);
        assert_eq!(office.open_staff_hundredths(), Some(40));
    }
}
