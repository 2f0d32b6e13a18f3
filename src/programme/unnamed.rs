//! Entries that still bear the words they were begun with: `Neues Leitziel` would stand in the document.

use super::basis::Basis;
use super::checks::{Check, CheckKind, Severity};
use super::{office, participation};
use crate::domain::{SectionKey, ZielKind};
use crate::text::is_placeholder;
use crate::text::report::{self, entry_word as word};

/// What a reader of the document would take for a slip.
pub(super) fn checks(basis: &Basis, checks: &mut Vec<Check>) {
    plan(basis, checks);
    on_site(basis, checks);
    let mut add = |subject: &str, name: &str| checks.extend(check(SectionKey::Steuerung, subject, name));
    let own = basis.verfahren.beschluesse.iter().filter(|one| one.areas.contains(&basis.programme.area));
    own.for_each(|beschluss| add(word::BESCHLUSS, &beschluss.gegenstand));
    basis.verfahren.gremien.iter().for_each(|gremium| add(word::GREMIUM, &gremium.name));
}

fn plan(basis: &Basis, checks: &mut Vec<Check>) {
    for ziel in &basis.programme.ziele {
        let subject = match ziel.kind {
            ZielKind::Leitziel => word::LEITZIEL,
            ZielKind::Handlungsziel { .. } => word::HANDLUNGSZIEL,
        };
        let found = check(SectionKey::Ziele, subject, &ziel.text);
        checks.extend(found.map(|check| Check { ziel: Some(ziel.id), ..check }));
    }
    for massnahme in basis.massnahmen() {
        let found = check(SectionKey::Massnahmen, &report::measure_number(massnahme.number), &massnahme.titel);
        checks.extend(found.map(|check| Check { massnahme: Some(massnahme.id), ..check }));
    }
}

fn on_site(basis: &Basis, checks: &mut Vec<Check>) {
    for aussage in basis.own_aussagen() {
        let found = check(SectionKey::StimmenVorOrt, word::AUSSAGE, &aussage.text);
        checks.extend(found.map(|check| Check { aussage: Some(aussage.id), ..check }));
    }
    let mut add = |section, subject: &str, name: &str| checks.extend(check(section, subject, name));
    for angebot in basis.own_angebote() {
        add(SectionKey::Angebote, word::ANGEBOT, &angebot.name);
    }
    for akteur in basis.own_akteure() {
        add(SectionKey::Planungen, word::AKTEUR, &akteur.name);
        akteur.zusagen.iter().for_each(|zusage| add(SectionKey::Planungen, word::ZUSAGE, &zusage.what));
    }
    let site = basis.vor_ort;
    for netzwerk in site.netzwerke.iter().filter(|netzwerk| site.works_in(netzwerk, basis.programme.area)) {
        add(SectionKey::Planungen, word::NETZWERK, &netzwerk.name);
    }
    for event in participation::own_events(basis) {
        add(SectionKey::StimmenVorOrt, word::VERANSTALTUNG, &event.title);
    }
    let Some(office) = office::own_office(basis) else { return };
    office.offers.iter().for_each(|offer| add(SectionKey::Aktionsbuero, word::BAUSTEIN, &offer.title));
    office.partners.iter().for_each(|partner| add(SectionKey::Aktionsbuero, word::PARTNER, &partner.name));
}

fn check(section: SectionKey, subject: &str, name: &str) -> Option<Check> {
    let sentence = || report::check_unnamed(subject, name);
    is_placeholder(name).then(|| Check::new(CheckKind::Unnamed, Severity::Warning, section, sentence()))
}

#[cfg(test)]
mod tests {
    use super::super::checks;
    use super::super::testing::{with_basis, with_programme};
    use super::*;
    use crate::domain::{Angebot, Handlungsfeld, Ziel, ZielId};
    use crate::text::panel::{programm, vor_ort};

    #[test]
    fn a_goal_that_still_bears_the_words_it_was_begun_with_is_named() {
        let said = |text: &str| {
            let ziel = Ziel::new(ZielId(1), ZielKind::Leitziel, Handlungsfeld::Arbeit, text);
            let found = with_programme(|programme| programme.ziele = vec![ziel], checks);
            found.into_iter().filter(|check| check.kind == CheckKind::Unnamed).map(|check| check.ziel).collect()
        };
        let found: Vec<Option<ZielId>> = said(programm::NEW_LEITZIEL);
        assert_eq!(found, [Some(ZielId(1))]);
        assert_eq!(said("Alle Kinder lernen Schwimmen."), Vec::<Option<ZielId>>::new());
    }

    #[test]
    fn a_service_of_the_area_that_has_no_name_of_its_own_is_named() {
        let sentences = with_basis(|basis| {
            let angebot = Angebot::new(basis.programme.area, vor_ort::NEW_SERVICE, Handlungsfeld::Arbeit);
            let vor_ort = crate::domain::VorOrt { angebote: vec![angebot], ..basis.vor_ort.clone() };
            let found = checks(&Basis { vor_ort: &vor_ort, ..*basis });
            found.into_iter().map(|check| check.sentence).filter(|said| said.contains("Neues Angebot")).count()
        });
        assert!(sentences > 0);
    }
}
