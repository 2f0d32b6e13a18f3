//! Organisations on site: what they contribute and have promised, and who works with whom. Persons to contact are kept
//! apart from them, with the day on which they are to be deleted.

use super::area::{own_first, set_own_first};
use super::{AkteurId, AreaId, Handlungsfeld, KontaktpersonId, Massnahme, MassnahmeId, NetzwerkId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Kind of organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum AkteurRole {
    Schule,
    Kita,
    #[default]
    Verein,
    Wohlfahrtsverband,
    Kirche,
    Jobcenter,
    Amt,
    LokalerArbeitgeber,
    Massnahmentraeger,
    Wohnungsunternehmen,
    Bewohnergruppe,
    Politik,
    Sonstige,
}

impl AkteurRole {
    /// All kinds in printed order.
    pub const ALL: [AkteurRole; 13] = [
        AkteurRole::Schule,
        AkteurRole::Kita,
        AkteurRole::Verein,
        AkteurRole::Wohlfahrtsverband,
        AkteurRole::Kirche,
        AkteurRole::Jobcenter,
        AkteurRole::Amt,
        AkteurRole::LokalerArbeitgeber,
        AkteurRole::Massnahmentraeger,
        AkteurRole::Wohnungsunternehmen,
        AkteurRole::Bewohnergruppe,
        AkteurRole::Politik,
        AkteurRole::Sonstige,
    ];
}

/// How far a promise is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZusageState {
    /// The organisation was asked.
    #[default]
    Angefragt,
    /// It has promised.
    Zugesagt,
    /// It has done what it promised.
    Erfuellt,
    /// It has taken its promise back.
    Zurueckgezogen,
}

impl ZusageState {
    /// All, in order.
    pub const ALL: [ZusageState; 4] =
        [ZusageState::Angefragt, ZusageState::Zugesagt, ZusageState::Erfuellt, ZusageState::Zurueckgezogen];
}

/// What an organisation was asked for or has promised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Zusage {
    /// What.
    pub what: String,
    /// From when on.
    pub since: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// How far it is.
    pub state: ZusageState,
}

/// A contact that took place: occasion and outcome, no names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Kontakt {
    /// When.
    pub date: Date,
    /// Occasion and outcome.
    pub note: String,
}

/// An organisation on site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Akteur {
    /// Identity.
    pub id: AkteurId,
    /// Where it works in the first place.
    pub area: AreaId,
    /// Further areas in which it works.
    #[serde(default)]
    pub also_in: Vec<AreaId>,
    /// Name of the organisation.
    pub name: String,
    /// Its kind.
    pub role: AkteurRole,
    /// What it is in the Aktionsraum, in a few words: coordination, place, access to families.
    #[serde(default)]
    pub task: String,
    /// The fields in which it works, in printed order.
    #[serde(default)]
    pub handlungsfelder: Vec<Handlungsfeld>,
    /// What it can and will contribute.
    pub contribution: String,
    /// What it was asked for or has promised.
    #[serde(default)]
    pub zusagen: Vec<Zusage>,
    /// Contacts that took place.
    #[serde(default)]
    pub contacts: Vec<Kontakt>,
    /// When the next contact is due.
    #[serde(default)]
    pub next_contact: Option<Date>,
    /// Organisations it works with directly. A link counts both ways, whoever of the two holds it.
    #[serde(default)]
    pub works_with: Vec<AkteurId>,
    /// Measures in which it takes part.
    #[serde(default)]
    pub massnahmen: Vec<MassnahmeId>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

impl Akteur {
    /// An organisation of which only the name is known.
    pub fn new(area: AreaId, name: impl Into<String>) -> Akteur {
        Akteur {
            id: AkteurId(0),
            area,
            also_in: Vec::new(),
            name: name.into(),
            role: AkteurRole::default(),
            task: String::new(),
            handlungsfelder: Vec::new(),
            contribution: String::new(),
            zusagen: Vec::new(),
            contacts: Vec::new(),
            next_contact: None,
            works_with: Vec::new(),
            massnahmen: Vec::new(),
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

    /// Whether it works in an area.
    pub fn works_in(&self, area: AreaId) -> bool {
        self.area == area || self.also_in.contains(&area)
    }

    /// Whether the words of a measure seem to name it as Träger or as one of those taking part: every word of its name
    /// stands there, whatever its case or ending. What a name has in brackets does not count.
    pub fn is_named_in(&self, massnahme: &Massnahme) -> bool {
        let name = self.name.split(['(', '[']).next().unwrap_or_default();
        let wanted: Vec<String> = words(name).collect();
        let named = |text: &str| {
            let known: Vec<String> = words(text).collect();
            wanted.iter().all(|word| known.iter().any(|other| is_form_of(word, other)))
        };
        !wanted.is_empty() && [&massnahme.traeger, &massnahme.beteiligte].into_iter().any(|text| named(text))
    }

    /// The latest contact.
    pub fn last_contact(&self) -> Option<Date> {
        self.contacts.iter().map(|contact| contact.date).max()
    }

    /// Whether the next contact should have taken place by `today`.
    pub fn contact_due(&self, today: Date) -> bool {
        self.next_contact.is_some_and(|date| date <= today)
    }
}

/// The words of a text in small letters.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether two words differ in their endings at most: `Kirchengemeinde` and `Kirchengemeinden`.
fn is_form_of(one: &str, other: &str) -> bool {
    /// Longest ending by which forms of a German word differ.
    const ENDING: usize = 2;
    /// Shorter words have to be the same.
    const SHORTEST: usize = 5;
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let added = long.chars().count().saturating_sub(short.chars().count());
    one == other || (short.chars().count() >= SHORTEST && added <= ENDING && long.starts_with(short))
}

/// A person to contact, kept for a purpose and until a day. Never part of an export unless it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kontaktperson {
    /// Identity.
    pub id: KontaktpersonId,
    /// The organisation.
    pub akteur: AkteurId,
    /// Function in the organisation: `Schulleitung`.
    pub function: String,
    /// Name; may stay empty.
    pub name: String,
    /// How to reach the person: official telephone number or address.
    pub reach: String,
    /// What the data are kept for.
    pub purpose: String,
    /// The day from which on they are to be deleted.
    pub delete_on: Date,
}

impl Kontaktperson {
    /// For how long data of a person are kept unless the planner sets another day.
    pub const KEPT_YEARS: i16 = 1;

    /// Whether the data should have been deleted by `today`.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.delete_on <= today
    }
}

/// A network of organisations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Netzwerk {
    /// Identity.
    pub id: NetzwerkId,
    /// Name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Its members.
    pub members: Vec<AkteurId>,
    /// Areas in which it works.
    pub areas: Vec<AreaId>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

/// Why two organisations are linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zusammenarbeit {
    /// The one with the smaller identity.
    pub one: AkteurId,
    /// The other.
    pub other: AkteurId,
    /// Whether one of them names the other as a partner.
    pub direct: bool,
    /// Networks that both belong to.
    pub networks: Vec<NetzwerkId>,
}

/// Who works with whom among these organisations, by identity.
pub fn zusammenarbeit(akteure: &[&Akteur], netzwerke: &[Netzwerk]) -> Vec<Zusammenarbeit> {
    let mut sorted: Vec<&Akteur> = akteure.to_vec();
    sorted.sort_by_key(|akteur| akteur.id);
    let mut found = Vec::new();
    for (at, one) in sorted.iter().enumerate() {
        for other in &sorted[at + 1..] {
            let direct = one.works_with.contains(&other.id) || other.works_with.contains(&one.id);
            let both = |network: &&Netzwerk| network.members.contains(&one.id) && network.members.contains(&other.id);
            let networks: Vec<NetzwerkId> = netzwerke.iter().filter(both).map(|network| network.id).collect();
            if direct || !networks.is_empty() {
                found.push(Zusammenarbeit { one: one.id, other: other.id, direct, networks });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn akteur(id: i64) -> Akteur {
        Akteur { id: AkteurId(id), ..Akteur::new(AreaId(1), format!("A{id}")) }
    }

    #[test]
    fn a_link_counts_both_ways_and_networks_link_their_members() {
        let (one, mut two, three, four) = (akteur(1), akteur(2), akteur(3), akteur(4));
        two.works_with = vec![AkteurId(1)];
        let network = Netzwerk {
            id: NetzwerkId(7),
            name: "Runde".into(),
            purpose: String::new(),
            members: vec![AkteurId(3), AkteurId(1)],
            areas: Vec::new(),
            demonstration: false,
        };
        let links = zusammenarbeit(&[&four, &three, &two, &one], &[network]);
        let pairs: Vec<(i64, i64, bool, usize)> =
            links.iter().map(|link| (link.one.0, link.other.0, link.direct, link.networks.len())).collect();
        assert_eq!(pairs, [(1, 2, true, 0), (1, 3, false, 1)]);
    }

    #[test]
    fn a_measure_names_an_organisation_in_any_form_but_not_by_half_its_name() {
        let akteur = Akteur::new(AreaId(1), "Kirchengemeinde Marten (Beispiel)");
        let named = |beteiligte: &str| {
            let mut massnahme = Massnahme::new(MassnahmeId(1), 1, "Café", Handlungsfeld::Zusammenhalt);
            massnahme.beteiligte = beteiligte.into();
            akteur.is_named_in(&massnahme)
        };
        assert!(named("die KIRCHENGEMEINDEN in Marten; Grundschule"));
        assert!(!named("Grundschule Marten"));
        assert!(!named(""));
    }

    #[test]
    fn a_contact_is_due_on_its_day() {
        let due = Akteur { next_contact: Some(date(2026, 11, 22)), ..akteur(1) };
        assert!(due.contact_due(date(2026, 11, 22)));
        assert!(!due.contact_due(date(2026, 11, 21)));
        assert!(!akteur(2).contact_due(date(2026, 11, 22)));
    }
}
