//! Generated sections, one file each: findings to German text with references.

mod abgrenzung;
mod aktionsbuero;
mod angebote;
mod begruendung;
mod bevoelkerung;
mod einleitung;
mod handlungsbedarf;
mod kurzfassung;
mod lage;
mod leitlinien;
mod oekonomie;
mod stimmen;
mod verstetigung;

use super::basis::Basis;
use crate::domain::{Area, BindingRef, Indicator, Period, SectionKey};

/// The paragraphs of a section; none for sections that only the planner writes or that consist of tables.
pub(super) fn paragraphs(basis: &Basis, section: SectionKey) -> Vec<String> {
    match section {
        SectionKey::Kurzfassung => kurzfassung::paragraphs(basis),
        SectionKey::Einleitung => einleitung::paragraphs(basis),
        SectionKey::LokaleOekonomie => oekonomie::paragraphs(basis),
        SectionKey::Leitlinien => leitlinien::paragraphs(basis),
        SectionKey::Verstetigung => verstetigung::paragraphs(basis),
        SectionKey::Abgrenzung => abgrenzung::paragraphs(basis),
        SectionKey::Begruendung => begruendung::paragraphs(basis),
        SectionKey::Bevoelkerung => bevoelkerung::paragraphs(basis),
        SectionKey::ArbeitEinkommen | SectionKey::KinderFamilien | SectionKey::Zusammenleben => {
            lage::paragraphs(basis, section)
        }
        SectionKey::Handlungsbedarf => handlungsbedarf::paragraphs(basis),
        SectionKey::StimmenVorOrt => stimmen::paragraphs(basis),
        SectionKey::Angebote => angebote::paragraphs(basis),
        SectionKey::Aktionsbuero => aktionsbuero::paragraphs(basis),
        SectionKey::Freiraum
        | SectionKey::Planungen
        | SectionKey::StaerkenSchwaechen
        | SectionKey::Ziele
        | SectionKey::Massnahmen
        | SectionKey::KostenZeit
        | SectionKey::Steuerung
        | SectionKey::Methode => Vec::new(),
    }
}

/// A reference as it stands in text.
fn bound(reference: &BindingRef) -> String {
    format!("[{reference}]")
}

/// The reference of a value.
fn value_of(indicator: &Indicator, area: &Area, period: &Period) -> String {
    bound(&BindingRef::Value {
        indicator: indicator.code.clone(),
        area: super::resolve::area_reference(area),
        period: period.label.clone(),
    })
}
