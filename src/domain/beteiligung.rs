//! Participation: events, the theses and ideas that came out of them, and who wants to take part in what.
//!
//! People are never named: groups and functions are.

use super::{AreaId, Handlungsfeld, IdeeId, MassnahmeId, MitwirkungId, VeranstaltungId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Form of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum VeranstaltungsForm {
    #[default]
    Buergerversammlung,
    Buergerforum,
    Stadtteilkonferenz,
    Arbeitsgruppe,
    Befragung,
    Begehung,
    Gespraech,
    Sonstige,
}

impl VeranstaltungsForm {
    /// All forms in printed order.
    pub const ALL: [VeranstaltungsForm; 8] = [
        VeranstaltungsForm::Buergerversammlung,
        VeranstaltungsForm::Buergerforum,
        VeranstaltungsForm::Stadtteilkonferenz,
        VeranstaltungsForm::Arbeitsgruppe,
        VeranstaltungsForm::Befragung,
        VeranstaltungsForm::Begehung,
        VeranstaltungsForm::Gespraech,
        VeranstaltungsForm::Sonstige,
    ];
}

/// An event at which residents or actors were heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Veranstaltung {
    /// Identity.
    pub id: VeranstaltungId,
    /// The area it was about.
    pub area: AreaId,
    /// Its form.
    pub form: VeranstaltungsForm,
    /// What it was called.
    pub title: String,
    /// When it took place, or will.
    pub date: Option<Date>,
    /// Where.
    pub place: String,
    /// Who was reached.
    pub groups: Vec<ErreichteGruppe>,
    /// What it found.
    pub theses: Vec<These>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

impl Veranstaltung {
    /// How many people were reached, as far as they were counted; none where nobody counted.
    pub fn reached(&self) -> Option<u32> {
        let counted: Vec<u32> = self.groups.iter().filter_map(|group| group.reached).collect();
        (!counted.is_empty()).then(|| counted.into_iter().fold(0, u32::saturating_add))
    }
}

/// A group that an event reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErreichteGruppe {
    /// The group: `Eltern von Grundschulkindern`.
    pub group: String,
    /// How many of it, if they were counted.
    pub reached: Option<u32>,
}

/// A finding of an event in a sentence, and how much it was shared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct These {
    /// The sentence.
    pub text: String,
    /// How many shared it.
    pub support: Zustimmung,
}

/// How much a thesis was shared: in words, or counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Zustimmung {
    /// Nobody asked.
    #[default]
    NichtErhoben,
    /// By all.
    Einhellig,
    /// By most.
    Mehrheitlich,
    /// Opinions were divided.
    Geteilt,
    /// By few.
    Vereinzelt,
    /// Votes were counted.
    Gezaehlt {
        /// Votes for it.
        dafuer: u32,
        /// All votes.
        abgegeben: u32,
    },
}

impl Zustimmung {
    /// All kinds; a count begins empty.
    pub const KINDS: [Zustimmung; 6] = [
        Zustimmung::NichtErhoben,
        Zustimmung::Einhellig,
        Zustimmung::Mehrheitlich,
        Zustimmung::Geteilt,
        Zustimmung::Vereinzelt,
        Zustimmung::Gezaehlt { dafuer: 0, abgegeben: 0 },
    ];

    /// Whether both are of one kind, whatever was counted.
    pub fn is_same_kind(self, other: Zustimmung) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Whether the count can be: not more votes for it than votes.
    pub fn is_possible(self) -> bool {
        match self {
            Zustimmung::Gezaehlt { dafuer, abgegeben } => dafuer <= abgegeben,
            Zustimmung::NichtErhoben
            | Zustimmung::Einhellig
            | Zustimmung::Mehrheitlich
            | Zustimmung::Geteilt
            | Zustimmung::Vereinzelt => true,
        }
    }
}

/// An idea from an event; it may have become a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Idee {
    /// Identity.
    pub id: IdeeId,
    /// Where it was put forward.
    pub veranstaltung: VeranstaltungId,
    /// The idea in a sentence.
    pub text: String,
    /// The field that it belongs to.
    pub handlungsfeld: Handlungsfeld,
    /// The measure that it became.
    pub massnahme: Option<MassnahmeId>,
}

/// Who wants to take part in what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mitwirkung {
    /// Identity.
    pub id: MitwirkungId,
    /// Where the offer was made.
    pub veranstaltung: VeranstaltungId,
    /// Group or function, never a person: `Elterngruppe der Grundschule`.
    pub who: String,
    /// In what.
    pub what: String,
    /// The measure concerned.
    pub massnahme: Option<MassnahmeId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uncounted_groups_do_not_make_a_number() {
        let group = |reached| ErreichteGruppe { group: "Eltern".into(), reached };
        let event = |groups| Veranstaltung {
            id: VeranstaltungId(1),
            area: AreaId(1),
            form: VeranstaltungsForm::Befragung,
            title: "Befragung".into(),
            date: None,
            place: String::new(),
            groups,
            theses: Vec::new(),
            demonstration: false,
        };
        assert_eq!(event(vec![group(None)]).reached(), None);
        assert_eq!(event(vec![group(Some(12)), group(None), group(Some(30))]).reached(), Some(42));
    }
}
