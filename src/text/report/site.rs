//! Headings of the tables of services and organisations.

use crate::domain::{Zusage, ZusageState};
use crate::text::{date, zusage_state};

/// Headings of the services.
pub const SERVICES: [&str; 16] = [
    "Angebot",
    "Gebiet",
    "Träger",
    "Handlungsfeld",
    "Art",
    "Zielgruppe",
    "Standort",
    "Einzugsbereich",
    "Umfang",
    "Plätze",
    "Auslastung",
    "Öffnungszeiten",
    "Finanzierung",
    "Förderung bis",
    "Qualität",
    "Stand",
];
/// Headings of the organisations.
pub const ACTORS: [&str; 10] = [
    "Akteur",
    "Gebiete",
    "Art",
    "Rolle",
    "Handlungsfelder",
    "Beitrag",
    "Zusagen",
    "Netzwerke",
    "Letzter Kontakt",
    "Nächster Kontakt",
];
/// Heading of the persons to contact.
pub const CONTACTS: &str = "Kontaktpersonen";
/// A funding without an end.
pub const UNLIMITED: &str = "unbefristet";

/// `Räume (zugesagt, bis 31.12.2027)`
pub fn promise(promise: &Zusage, state: ZusageState) -> String {
    let since = promise.since.map(|day| format!("ab {}", date(day)));
    let until = promise.until.map(|day| format!("bis {}", date(day)));
    let facts = std::iter::once(zusage_state(state).to_owned()).chain(since).chain(until);
    format!("{} ({})", promise.what, facts.collect::<Vec<_>>().join(", "))
}
