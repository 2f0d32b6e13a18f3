//! Participation in a programme: ideas that become measures, and what a draft without it lacks.

use super::basis::Basis;
use super::checks::{Check, CheckKind, Severity};
use crate::domain::{Aussage, Idee, Massnahme, MassnahmeId, SectionKey, Swot, Veranstaltung};
use crate::text;
use crate::text::report::participation as words;

/// The measure that an idea becomes; its description names the event and the idea.
pub fn measure_of_idea(idee: &Idee, event: &Veranstaltung) -> Massnahme {
    let date = event.date.map(text::date);
    Massnahme {
        beschreibung: words::from_idea(&idee.text, &event.title, date.as_deref()),
        ..Massnahme::new(MassnahmeId(0), 0, idee.text.trim().trim_end_matches('.'), idee.handlungsfeld)
    }
}

/// Events in the programme's area, by date.
pub(super) fn own_events<'a>(basis: &Basis<'a>) -> Vec<&'a Veranstaltung> {
    let all = basis.vor_ort.veranstaltungen.iter();
    let mut events: Vec<&Veranstaltung> = all.filter(|event| event.area == basis.programme.area).collect();
    events.sort_by_key(|event| (event.date, event.id));
    events
}

/// Statements that stand on this cell of the board.
pub(super) fn sorted_as<'a>(basis: &Basis<'a>, kind: Swot) -> Vec<&'a Aussage> {
    basis.own_aussagen().filter(|aussage| aussage.swot == Some(kind)).collect()
}

/// Whether a measure of the programme has this identity; its printed number then.
pub(super) fn number_of(basis: &Basis, id: Option<MassnahmeId>) -> Option<String> {
    let measures = basis.programme.massnahmen.iter();
    let found = measures.into_iter().find(|massnahme| Some(massnahme.id) == id)?;
    Some(text::report::measure_number(found.number))
}

/// Whether an entry says something: it is neither empty nor still what it was begun with.
pub(super) fn is_said(words: &str) -> bool {
    !words.trim().is_empty() && !text::is_placeholder(words)
}

/// The entries of an event that say nothing yet, as they stand there.
fn unsaid<'a>(basis: &Basis<'a>, event: &'a Veranstaltung) -> Vec<&'a str> {
    let theses = event.theses.iter().map(|these| these.text.as_str());
    let groups = event.groups.iter().map(|group| group.group.as_str());
    let ideas = basis.vor_ort.ideen.iter().filter(|idee| idee.veranstaltung == event.id);
    let helpers = basis.vor_ort.mitwirkungen.iter().filter(|helper| helper.veranstaltung == event.id);
    let words = theses.chain(groups).chain(ideas.map(|idee| idee.text.as_str()));
    words.chain(helpers.map(|helper| helper.who.as_str())).filter(|words| !is_said(words)).collect()
}

/// What is to be settled before the draft goes out.
pub(super) fn checks(basis: &Basis, checks: &mut Vec<Check>) {
    let section = SectionKey::StimmenVorOrt;
    if own_events(basis).is_empty() {
        let sentence = words::check_no_event();
        checks.push(Check::new(CheckKind::NoParticipation, Severity::Warning, section, sentence));
    }
    for event in own_events(basis) {
        for words in unsaid(basis, event) {
            let sentence = words::check_not_filled_in(&event.title, words);
            checks.push(Check::new(CheckKind::NoParticipation, Severity::Warning, section, sentence));
        }
    }
    let on_board = basis.own_aussagen().filter(|aussage| aussage.swot.is_some());
    for aussage in on_board.filter(|aussage| basis.vor_ort.source_of(aussage).0.trim().is_empty()) {
        let sentence = words::check_without_source(&aussage.text);
        checks.push(of_statement(aussage, CheckKind::MissingSource, sentence));
    }
    for aussage in basis.own_aussagen().filter(|aussage| aussage.waits_for_answer()) {
        let indicator = basis.data.indicator_by_code(&aussage.indicator).map(|indicator| indicator.name.as_str());
        let sentence = words::check_unanswered(&aussage.text, indicator);
        checks.push(of_statement(aussage, CheckKind::UnansweredContradiction, sentence));
    }
}

fn of_statement(aussage: &Aussage, kind: CheckKind, sentence: String) -> Check {
    let section = SectionKey::StimmenVorOrt;
    Check { aussage: Some(aussage.id), ..Check::new(kind, Severity::Warning, section, sentence) }
}

#[cfg(test)]
mod tests {
    use super::super::checks;
    use super::super::testing::with_basis;
    use super::*;
    use crate::domain::{These, VeranstaltungId, VeranstaltungsForm, VorOrt, Zustimmung};
    use crate::text::panel::beteiligung as begun;

    #[test]
    fn entries_that_say_nothing_and_assessments_without_source_are_named() {
        let these = |text: &str| These { text: text.into(), support: Zustimmung::default() };
        let said = with_basis(|basis| {
            let event = Veranstaltung {
                id: VeranstaltungId(1),
                area: basis.programme.area,
                form: VeranstaltungsForm::default(),
                title: "Befragung".into(),
                date: None,
                place: String::new(),
                groups: Vec::new(),
                theses: vec![these(begun::NEW_THESIS), these("Der Platz fehlt.")],
                demonstration: false,
            };
            let risk = Aussage { swot: Some(Swot::Schwaeche), ..Aussage::new(basis.programme.area, "Laden schließt") };
            let site = VorOrt { veranstaltungen: vec![event], aussagen: vec![risk], ..VorOrt::default() };
            checks::checks(&Basis { vor_ort: &site, ..*basis })
        });
        let has = |kind, words: &str| said.iter().any(|check| check.kind == kind && check.sentence.contains(words));
        assert!(has(CheckKind::NoParticipation, "„Neue These“"));
        assert!(!has(CheckKind::NoParticipation, "Platz"));
        assert!(has(CheckKind::MissingSource, "„Laden schließt“ nennt keine Quelle"));
    }
}
