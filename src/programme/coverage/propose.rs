//! What a service may have to do with a need: by Handlungsfeld, Zielgruppe and wording.

use super::super::overlap::OverlapReason;
use super::super::overlap::concepts::{Concepts, concepts};
use crate::domain::{Angebot, Deckungsgrad, Handlungsfeld, Indicator, Zielgruppe};
use crate::text;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct File {
    bedarf: Vec<Entry>,
}

/// What answers the needs in whose names one of the words stands.
#[derive(Deserialize)]
struct Entry {
    worte: Vec<String>,
    themen: BTreeSet<String>,
    zielgruppen: BTreeSet<String>,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    // The file is part of the program; a test reads it.
    let file = toml::from_str(include_str!("../../../assets/texte/bedarfe.toml"));
    file.map_or_else(|_| Vec::new(), |file: File| file.bedarf)
});

/// A service with what its words mean.
pub(super) struct Service<'a> {
    pub angebot: &'a Angebot,
    /// Concepts of the name.
    pub title: Concepts,
    /// Concepts of the Zielgruppe.
    pub group: Concepts,
    /// Whether it is for everybody.
    pub for_all: bool,
    /// Concepts of name, extent and kind.
    all: Concepts,
}

impl<'a> Service<'a> {
    pub(super) fn of(angebot: &'a Angebot) -> Service<'a> {
        let group = concepts(&angebot.zielgruppe);
        let everybody = !angebot.zielgruppe.trim().is_empty() && group.is_empty();
        Service {
            angebot,
            title: concepts(&angebot.name),
            for_all: everybody || group.contains_key(concept_of(Zielgruppe::Bewohner)),
            group,
            all: concepts(&format!("{} {} {}", angebot.name, angebot.umfang, text::angebot_art(angebot.kind))),
        }
    }
}

/// What answers a need.
pub(super) struct Need {
    themes: BTreeSet<String>,
    groups: BTreeSet<String>,
    field: Option<Handlungsfeld>,
}

impl Need {
    pub(super) fn of(indicator: &Indicator) -> Need {
        let name = indicator.name.to_lowercase();
        let field = indicator.handlungsfeld;
        let known = ENTRIES.iter().find(|entry| entry.worte.iter().any(|word| name.contains(word)));
        match known {
            Some(entry) => Need { themes: entry.themen.clone(), groups: entry.zielgruppen.clone(), field },
            None => {
                let own: BTreeSet<String> = concepts(&indicator.name).into_keys().collect();
                Need { themes: own.clone(), groups: own, field }
            }
        }
    }

    /// How far a service may answer the need, and why. Field, people and words together answer it, two of them in part.
    pub(super) fn proposal(&self, service: &Service) -> (Deckungsgrad, Vec<OverlapReason>) {
        let words = shared(&service.all, &self.themes);
        let people = shared(&service.group, &self.groups);
        let same_field = self.field == Some(service.angebot.handlungsfeld);
        let (by_words, by_people) = (!words.is_empty(), !people.is_empty());
        let grad = match (same_field, by_words, by_people) {
            (true, true, true) => Deckungsgrad::Deckt,
            (true, true, false) | (true, false, true) | (false, true, true) => Deckungsgrad::Teilweise,
            (false, true, false) if service.for_all => Deckungsgrad::Teilweise,
            (true, false, false) | (false, true, false) | (false, false, true) | (false, false, false) => {
                return (Deckungsgrad::KeinBezug, Vec::new());
            }
        };
        let mut reasons = Vec::new();
        if by_words {
            reasons.push(OverlapReason::Wording(words));
        }
        if by_people {
            reasons.push(OverlapReason::TargetGroup(people));
        }
        if same_field {
            reasons.push(OverlapReason::Field(service.angebot.handlungsfeld));
        }
        (grad, reasons)
    }
}

/// The words of a service that mean one of these concepts.
fn shared(own: &Concepts, wanted: &BTreeSet<String>) -> Vec<String> {
    let found: BTreeSet<&String> =
        own.iter().filter(|(concept, _)| wanted.contains(*concept)).map(|(_, word)| word).collect();
    found.into_iter().cloned().collect()
}

/// How far a service is for a group of people: by its Zielgruppe, in part by its name or because it is for everybody.
pub(super) fn group_proposal(service: &Service, group: Zielgruppe) -> (Deckungsgrad, Vec<OverlapReason>) {
    let wanted = BTreeSet::from([concept_of(group).to_owned()]);
    let people = shared(&service.group, &wanted);
    if !people.is_empty() {
        return (Deckungsgrad::Deckt, vec![OverlapReason::TargetGroup(people)]);
    }
    if service.for_all {
        let whole = group == Zielgruppe::Bewohner;
        let everybody = vec![OverlapReason::TargetGroup(vec![service.angebot.zielgruppe.clone()])];
        return (if whole { Deckungsgrad::Deckt } else { Deckungsgrad::Teilweise }, everybody);
    }
    let words = shared(&service.title, &wanted);
    if words.is_empty() {
        return (Deckungsgrad::KeinBezug, Vec::new());
    }
    (Deckungsgrad::Teilweise, vec![OverlapReason::Wording(words)])
}

/// Whether words for a Zielgruppe name the group.
pub(super) fn is_for(zielgruppe: &str, group: Zielgruppe) -> bool {
    concepts(zielgruppe).contains_key(concept_of(group))
}

/// The word field of a group, see `wortfelder.toml`.
fn concept_of(group: Zielgruppe) -> &'static str {
    match group {
        Zielgruppe::Kinder => "kinder",
        Zielgruppe::Jugendliche => "jugendliche",
        Zielgruppe::Familien => "eltern",
        Zielgruppe::Frauen => "frauen",
        Zielgruppe::Aeltere => "ältere",
        Zielgruppe::Zugewanderte => "zuwanderung",
        Zielgruppe::Arbeitslose => "arbeitslose",
        Zielgruppe::Bewohner => "bewohner",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AngebotArt, AreaId, Direction, IndicatorId};

    fn indicator(name: &str, field: Handlungsfeld) -> Indicator {
        Indicator {
            id: IndicatorId(1),
            code: "X".into(),
            name: name.into(),
            definition: String::new(),
            numerator: String::new(),
            denominator: String::new(),
            age_bounds: String::new(),
            unit: "%".into(),
            scale: 100.0,
            decimals: 1,
            direction: Direction::HighIsNeed,
            dimension: String::new(),
            handlungsfeld: Some(field),
            source: String::new(),
            caveat: String::new(),
            is_population: false,
            breaks: Vec::new(),
        }
    }

    fn proposal(need: &Indicator, name: &str, zielgruppe: &str, field: Handlungsfeld) -> Deckungsgrad {
        let angebot = Angebot { zielgruppe: zielgruppe.into(), ..Angebot::new(AreaId(1), name, field) };
        Need::of(need).proposal(&Service::of(&angebot)).0
    }

    #[test]
    fn field_people_and_words_together_answer_a_need_two_of_them_in_part() {
        let youth = indicator("Jugendarbeitslosenrate", Handlungsfeld::Arbeit);
        let of = |name, group, field| proposal(&youth, name, group, field);
        assert_eq!(of("Ausbildungslotsen", "Jugendliche", Handlungsfeld::Arbeit), Deckungsgrad::Deckt);
        assert_eq!(of("Berufsberatung", "Erwachsene", Handlungsfeld::Arbeit), Deckungsgrad::Teilweise);
        assert_eq!(of("Bewerbungshilfe", "Jugendliche", Handlungsfeld::Kinder), Deckungsgrad::Teilweise);
        assert_eq!(of("Fußball", "Jugendliche", Handlungsfeld::Kinder), Deckungsgrad::KeinBezug);
        assert_eq!(of("Seniorencafé", "Ältere", Handlungsfeld::Zusammenhalt), Deckungsgrad::KeinBezug);
    }

    #[test]
    fn a_proposal_says_what_it_rests_on() {
        let need = indicator("Kinder mit Normalgewicht", Handlungsfeld::Kinder);
        let angebot = Angebot {
            zielgruppe: "Grundschulkinder".into(),
            kind: AngebotArt::Freizeit,
            ..Angebot::new(AreaId(1), "Kinderturnen", Handlungsfeld::Kinder)
        };
        let (grad, reasons) = Need::of(&need).proposal(&Service::of(&angebot));
        assert_eq!(grad, Deckungsgrad::Deckt);
        assert!(reasons.contains(&OverlapReason::TargetGroup(vec!["Grundschulkinder".into()])), "{reasons:?}");
        assert!(reasons.contains(&OverlapReason::Field(Handlungsfeld::Kinder)));
    }

    #[test]
    fn every_theme_and_group_is_a_word_field() {
        assert!(!ENTRIES.is_empty());
        for name in ENTRIES.iter().flat_map(|entry| entry.themen.iter().chain(&entry.zielgruppen)) {
            assert!(concepts(name).into_keys().eq([name.clone()]), "{name}");
        }
        for group in Zielgruppe::ALL {
            assert!(is_for(concept_of(group), group), "{group:?}");
        }
    }
}
