//! Existing services, and which needs and Zielgruppen they answer.

use super::area::{own_first, set_own_first};
use super::{AkteurId, AngebotId, AreaId, Handlungsfeld};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Kind of service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AngebotArt {
    /// Advice, consultation hours.
    Beratung,
    /// A place to meet.
    Treffpunkt,
    /// Courses and other education.
    Bildung,
    /// Care of children and young people.
    Betreuung,
    /// Accompanying single persons or families.
    Begleitung,
    /// Outreach work.
    AufsuchendeArbeit,
    /// Training, qualification and work.
    Beschaeftigung,
    /// Sport, play, culture.
    Freizeit,
    /// Health.
    Gesundheit,
    /// Food, clothes and other help in kind.
    Sachhilfe,
    /// Volunteering and neighbourhood help.
    Engagement,
    /// Anything else, or not known.
    #[default]
    Sonstiges,
}

impl AngebotArt {
    /// All kinds in printed order.
    pub const ALL: [AngebotArt; 12] = [
        AngebotArt::Beratung,
        AngebotArt::Treffpunkt,
        AngebotArt::Bildung,
        AngebotArt::Betreuung,
        AngebotArt::Begleitung,
        AngebotArt::AufsuchendeArbeit,
        AngebotArt::Beschaeftigung,
        AngebotArt::Freizeit,
        AngebotArt::Gesundheit,
        AngebotArt::Sachhilfe,
        AngebotArt::Engagement,
        AngebotArt::Sonstiges,
    ];
}

/// How long the funding of a service lasts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingTerm {
    /// Nobody has said.
    #[default]
    Unknown,
    /// Without an end.
    Unlimited,
    /// Until this day.
    Until(Date),
}

impl FundingTerm {
    /// The day on which the funding ends, if one is known.
    pub fn until(self) -> Option<Date> {
        match self {
            FundingTerm::Until(date) => Some(date),
            FundingTerm::Unknown | FundingTerm::Unlimited => None,
        }
    }
}

impl From<Option<Date>> for FundingTerm {
    fn from(until: Option<Date>) -> FundingTerm {
        until.map_or(FundingTerm::Unknown, FundingTerm::Until)
    }
}

/// An existing service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Angebot {
    /// Identity.
    pub id: AngebotId,
    /// The area in which it is.
    pub area: AreaId,
    /// Further areas that it serves.
    #[serde(default)]
    pub also_in: Vec<AreaId>,
    /// Name.
    pub name: String,
    /// Who runs it, in words.
    pub traeger: String,
    /// Who runs it, if that is one of the project's organisations.
    #[serde(default)]
    pub akteur: Option<AkteurId>,
    /// Field.
    pub handlungsfeld: Handlungsfeld,
    /// Kind of service.
    #[serde(default)]
    pub kind: AngebotArt,
    /// For whom.
    pub zielgruppe: String,
    /// Site.
    pub standort: String,
    /// From where people come.
    #[serde(default)]
    pub reach: String,
    /// Extent in words: `zwei Tage in der Woche`.
    pub umfang: String,
    /// Places.
    #[serde(default)]
    pub capacity: Option<u32>,
    /// Use in percent of the capacity; above 100 with a waiting list.
    #[serde(default)]
    pub use_percent: Option<u16>,
    /// Opening hours.
    #[serde(default)]
    pub opening_hours: String,
    /// Who pays for it.
    #[serde(default)]
    pub funding: String,
    /// For how long it is funded.
    #[serde(default)]
    pub funded: FundingTerm,
    /// What is known about its quality.
    #[serde(default)]
    pub quality: String,
    /// The day for which these facts hold.
    #[serde(default)]
    pub as_of: Option<Date>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

impl Angebot {
    /// No service has more places.
    pub const MOST_PLACES: u32 = 999_999;
    /// More than this, in percent, is no use of a capacity.
    pub const MOST_PERCENT: u16 = 999;

    /// A service of which only name and field are known.
    pub fn new(area: AreaId, name: impl Into<String>, handlungsfeld: Handlungsfeld) -> Angebot {
        Angebot {
            id: AngebotId(0),
            area,
            also_in: Vec::new(),
            name: name.into(),
            traeger: String::new(),
            akteur: None,
            handlungsfeld,
            kind: AngebotArt::default(),
            zielgruppe: String::new(),
            standort: String::new(),
            reach: String::new(),
            umfang: String::new(),
            capacity: None,
            use_percent: None,
            opening_hours: String::new(),
            funding: String::new(),
            funded: FundingTerm::default(),
            quality: String::new(),
            as_of: None,
            demonstration: false,
        }
    }

    /// All its areas, its own first.
    pub fn areas(&self) -> Vec<AreaId> {
        own_first(self.area, &self.also_in)
    }

    /// Sets them; without any they stay as they are.
    pub fn set_areas(&mut self, areas: &[AreaId]) {
        set_own_first((&mut self.area, &mut self.also_in), areas);
    }

    /// Whether it serves an area.
    pub fn serves(&self, area: AreaId) -> bool {
        self.area == area || self.also_in.contains(&area)
    }

    /// Places that are free, as far as capacity and use say.
    pub fn free_places(&self) -> Option<u32> {
        let (capacity, used) = self.capacity.zip(self.use_percent)?;
        let taken = (u64::from(capacity) * u64::from(used)).div_ceil(100);
        Some(capacity.saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX)))
    }
}

/// A group of people that services are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Zielgruppe {
    Kinder,
    Jugendliche,
    Familien,
    Frauen,
    Aeltere,
    Zugewanderte,
    Arbeitslose,
    Bewohner,
}

impl Zielgruppe {
    /// All groups in printed order.
    pub const ALL: [Zielgruppe; 8] = [
        Zielgruppe::Kinder,
        Zielgruppe::Jugendliche,
        Zielgruppe::Familien,
        Zielgruppe::Frauen,
        Zielgruppe::Aeltere,
        Zielgruppe::Zugewanderte,
        Zielgruppe::Arbeitslose,
        Zielgruppe::Bewohner,
    ];

    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            Zielgruppe::Kinder => "kinder",
            Zielgruppe::Jugendliche => "jugendliche",
            Zielgruppe::Familien => "familien",
            Zielgruppe::Frauen => "frauen",
            Zielgruppe::Aeltere => "aeltere",
            Zielgruppe::Zugewanderte => "zugewanderte",
            Zielgruppe::Arbeitslose => "arbeitslose",
            Zielgruppe::Bewohner => "bewohner",
        }
    }
}

/// What a service may answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bezug {
    /// A need, named by the code of its indicator.
    Bedarf(String),
    /// A group of people.
    Zielgruppe(Zielgruppe),
}

impl Bezug {
    /// Stable name in files: `bedarf:SGB2`.
    pub fn code(&self) -> String {
        match self {
            Bezug::Bedarf(indicator) => format!("bedarf:{indicator}"),
            Bezug::Zielgruppe(group) => format!("zielgruppe:{}", group.code()),
        }
    }

    /// What has this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Bezug> {
        match code.split_once(':')? {
            ("bedarf", indicator) if !indicator.is_empty() => Some(Bezug::Bedarf(indicator.to_owned())),
            ("zielgruppe", group) => {
                Zielgruppe::ALL.into_iter().find(|known| known.code() == group).map(Bezug::Zielgruppe)
            }
            _ => None,
        }
    }
}

/// How far a service answers something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deckungsgrad {
    /// It has nothing to do with it.
    KeinBezug,
    /// It answers it in part.
    Teilweise,
    /// It answers it.
    Deckt,
}

impl Deckungsgrad {
    /// The next one, around again: how the planner goes through them.
    pub fn next(self) -> Deckungsgrad {
        match self {
            Deckungsgrad::KeinBezug => Deckungsgrad::Teilweise,
            Deckungsgrad::Teilweise => Deckungsgrad::Deckt,
            Deckungsgrad::Deckt => Deckungsgrad::KeinBezug,
        }
    }
}

/// What the planner decided about a service and what it answers in an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deckung {
    /// The area.
    pub area: AreaId,
    /// What it answers.
    pub bezug: Bezug,
    /// The service.
    pub angebot: AngebotId,
    /// How far.
    pub grad: Deckungsgrad,
}

/// Why the planner leaves a gap or an overlap as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begruendung {
    /// The area.
    pub area: AreaId,
    /// What it is about.
    pub bezug: Bezug,
    /// The reason.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_service_answers_reads_back_as_written() {
        for bezug in [Bezug::Bedarf("SGB2".into()), Bezug::Zielgruppe(Zielgruppe::Aeltere)] {
            assert_eq!(Bezug::from_code(&bezug.code()), Some(bezug));
        }
        assert_eq!(Bezug::from_code("bedarf:"), None);
        assert_eq!(Bezug::from_code("anderes:x"), None);
    }

    #[test]
    fn free_places_are_known_only_with_capacity_and_use() {
        let service = Angebot {
            capacity: Some(18),
            use_percent: Some(60),
            ..Angebot::new(AreaId(1), "Familienzentrum", Handlungsfeld::Kinder)
        };
        // 10.8 places are taken: 11 of 18.
        assert_eq!(service.free_places(), Some(7));
        assert_eq!(Angebot { use_percent: Some(120), ..service.clone() }.free_places(), Some(0));
        assert_eq!(Angebot { use_percent: None, ..service }.free_places(), None);
    }
}
