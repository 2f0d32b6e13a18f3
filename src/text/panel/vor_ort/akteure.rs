//! Words of the tab Akteure.

#![allow(missing_docs)]

use crate::text::{count, date};
use jiff::civil::Date;

pub const VIEWS: [&str; 3] = ["Liste", "Netz", "Netzwerke"];
pub const ALL_FIELDS: &str = "Alle Felder";
pub const FIELD_FILTER: &str = "Handlungsfeld der Akteure";
pub const FILE_NAME: &str = "Akteure";
pub const SAVE_TABLE: &str = "Als CSV sichern…";
pub const WITH_CONTACTS: &str = "mit Kontaktpersonen";
pub const WITH_CONTACTS_HINT: &str = "Nur, wenn die Empfänger diese Angaben brauchen und kennen dürfen.";

pub const ACTOR: &str = "Akteur";
pub const TASK: &str = "Rolle";
pub const FIELDS: &str = "Felder";
pub const OPEN: &str = "zu tun";
pub const LAST_CONTACT: &str = "letzter Kontakt";
pub const NEXT_CONTACT: &str = "Nächster Kontakt";
pub const CONTACT_DUE: &str = "Kontakt fällig";
pub const OPEN_POINTS: &str = "offen";
pub const AREAS: &str = "Arbeitet in";
pub const PROMISES: &str = "Zusagen";
pub const PROMISE: &str = "Zusage";
pub const PROMISE_STATE: &str = "Stand der Zusage";
pub const SINCE: &str = "ab";
pub const UNTIL: &str = "bis";
pub const ADD_PROMISE: &str = "Zusage hinzufügen";
pub const NEW_PROMISE: &str = "Neue Zusage";
pub const REMOVE_PROMISE: &str = "Zusage entfernen";
pub const CONTACT_LOG: &str = "Kontakte";
pub const CONTACT_NOTE: &str = "Anlass und Ergebnis";
pub const CONTACT_DATE: &str = "am";
pub const ADD_CONTACT: &str = "Kontakt festhalten";
pub const REMOVE_CONTACT: &str = "Kontakt entfernen";
pub const PARTNERS: &str = "Arbeitet zusammen mit";
pub const ADD_PARTNER: &str = "Partner hinzufügen";
pub const REMOVE_PARTNER: &str = "Partner entfernen";
pub const INVOLVED: &str = "Beteiligt an";
pub const RUNS: &str = "Träger von";
pub const NAMED_IN: &str = "Dem Wortlaut nach auch hier, noch nicht verknüpft:";
pub const LINK_MEASURE: &str = "Mit der Maßnahme verknüpfen";
pub const ADD_MEASURE: &str = "Maßnahme hinzufügen";

pub const PERSONS: &str = "Kontaktpersonen";
pub const PERSONS_NOTE: &str =
    "Kontaktdaten bleiben in dieser Datei. Ausgaben für Gremien enthalten nur Funktionen, keine Namen.";
pub const ADD_PERSON: &str = "Kontaktperson hinzufügen";
pub const REMOVE_PERSON: &str = "Kontaktperson löschen";
pub const NEW_FUNCTION: &str = "Ansprechperson";
pub const FUNCTION: &str = "Funktion";
pub const PERSON_NAME: &str = "Name (freiwillig)";
pub const REACH: &str = "Erreichbar";
pub const PURPOSE: &str = "Zweck der Speicherung";
pub const DEFAULT_PURPOSE: &str = "Absprachen zum Handlungsprogramm";
pub const DELETE_ON: &str = "Löschen am";
pub const OVERDUE: &str = "Löschfrist abgelaufen";
pub const DELETE_OVERDUE: &str = "Jetzt löschen";

pub const NETWORKS: &str = "Netzwerke";
pub const NETWORK: &str = "Netzwerk";
pub const ADD_NETWORK: &str = "Netzwerk anlegen";
pub const NEW_NETWORK: &str = "Neues Netzwerk";
pub const REMOVE_NETWORK: &str = "Netzwerk entfernen";
pub const NETWORK_PURPOSE: &str = "Zweck";
pub const MEMBERS: &str = "Mitglieder";
pub const NO_NETWORKS: &str = "Noch keine Netzwerke";
pub const NO_NETWORKS_WHY: &str = "Halten Sie fest, welche Akteure regelmäßig zusammenarbeiten und wozu.";
pub const NET: &str = "Netz der Zusammenarbeit";
pub const LINKS: &str = "Wer mit wem";
pub const WITH: &str = "arbeitet mit";
pub const THROUGH: &str = "durch";
pub const DIRECT: &str = "direkte Zusammenarbeit";
pub const NO_LINKS: &str = "Noch keine Zusammenarbeit erfasst";
pub const NO_LINKS_WHY: &str =
    "Tragen Sie bei einem Akteur ein, mit wem er zusammenarbeitet, oder legen Sie ein Netzwerk an.";
pub const LEGEND_DIRECT: &str = "direkt";
pub const LEGEND_NETWORK: &str = "über ein Netzwerk";

/// `2 Zusagen offen`
pub fn open_promises(number: usize) -> String {
    if number == 1 { "1 Zusage offen".to_owned() } else { format!("{} Zusagen offen", count(number)) }
}

/// `Bei 3 Kontaktpersonen ist die Löschfrist abgelaufen.`
pub fn overdue(number: usize) -> String {
    if number == 1 {
        "Bei einer Kontaktperson ist die Löschfrist abgelaufen.".to_owned()
    } else {
        format!("Bei {} Kontaktpersonen ist die Löschfrist abgelaufen.", count(number))
    }
}

/// `Netzwerk 3`: names of networks differ from each other.
pub fn new_network(number: usize) -> String {
    if number == 0 { NEW_NETWORK.to_owned() } else { format!("{NEW_NETWORK} {}", number + 1) }
}

/// `Grundschule, arbeitet mit 3`
pub fn node(name: &str, links: usize) -> String {
    format!("{name}, {WITH} {}", count(links))
}

/// `22.09.2026`
pub fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "–".to_owned(), date)
}

/// `Gespräch am 22.09.2026`
pub fn remove_contact(day: Date) -> String {
    format!("{REMOVE_CONTACT} ({})", date(day))
}

/// `M-04 abnehmen`
pub fn remove_measure(number: &str) -> String {
    format!("{number} abnehmen")
}
