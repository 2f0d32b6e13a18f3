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

/// What is to be settled before the draft goes out.
pub(super) fn checks(basis: &Basis, checks: &mut Vec<Check>) {
    let section = SectionKey::StimmenVorOrt;
    if own_events(basis).is_empty() {
        let sentence = words::check_no_event();
        checks.push(Check::new(CheckKind::NoParticipation, Severity::Warning, section, sentence));
    }
    for aussage in basis.own_aussagen().filter(|aussage| aussage.waits_for_answer()) {
        let indicator = basis.data.indicator_by_code(&aussage.indicator).map(|indicator| indicator.name.as_str());
        let sentence = words::check_unanswered(&aussage.text, indicator);
        checks.push(Check::new(CheckKind::UnansweredContradiction, Severity::Warning, section, sentence));
    }
}
