//! Words of the tab Angebote.

#![allow(missing_docs)]

use crate::text::report::enumeration;
use crate::text::{count, date};
use jiff::civil::Date;

pub const VIEWS: [&str; 3] = ["Bedarfe × Angebote", "Zielgruppen × Angebote", "Liste"];
pub const ALL_FIELDS: &str = "Alle Handlungsfelder";
pub const FIELD_FILTER: &str = "Handlungsfeld wählen";
pub const READ_STOCK: &str = "Bestand einlesen…";
pub const READ_STOCK_HINT: &str = "Liest Angebote aus einer Tabelle (CSV, Excel, LibreOffice).";
pub const SAVE_TABLE: &str = "Als CSV sichern…";
pub const FILE_NAME: &str = "Angebote";

pub const MATRIX: &str = "Bedarfe und Angebote";
pub const GROUP_MATRIX: &str = "Zielgruppen und Angebote";
pub const NEED: &str = "Bedarf";
pub const GROUP: &str = "Zielgruppe";
pub const STRENGTH: &str = "Stärke (z)";
pub const COVERAGE: &str = "Deckung";
pub const MEASURES: &str = "Maßn.";
pub const EXTENT: &str = "Umfang";
pub const USE: &str = "Auslastung";
pub const FUNDED_UNTIL: &str = "Förderung bis";
pub const UNLIMITED: &str = "unbefr.";
pub const WITHOUT_SERVICE: &str = "ohne Angebot";
pub const NO_NEEDS: &str = "Keine erhöhten Bedarfe";
pub const NO_NEEDS_WHY: &str =
    "Kein Indikator der Rangfolge liegt in diesem Raum über dem Durchschnitt der gewerteten Räume.";
pub const NO_RANKING: &str = "Noch keine Rangfolge";
pub const NO_RANKING_WHY: &str =
    "Bedarfe kommen aus der Rangfolge. Lesen Sie Werte ein und wählen Sie im Bereich Bedarf ein Rezept.";
pub const TO_RANKING: &str = "Zum Bedarf";
pub const COMPUTING: &str = "Bedarfe und Angebote werden verglichen …";
pub const KEYS: &str = "Pfeiltasten wählen die Zelle, die Leertaste ändert sie, Entf stellt den Vorschlag wieder her.";

pub const LEGEND_FULL: &str = "deckt den Bedarf";
pub const LEGEND_PART: &str = "deckt teilweise";
pub const LEGEND_NONE: &str = "kein Bezug";
pub const LEGEND_DOUBLE: &str = "doppelt";
pub const LEGEND_EMPTY: &str = "ohne Angebot";
pub const LEGEND_DECIDED: &str = "entschieden";
pub const LEGEND_UNKNOWN: &str = "nicht bekannt";
pub const LEGEND_REASONED: &str = "begründet";
pub const LEGEND_REASONED_HINT: &str =
    "Eine Lücke oder Überschneidung, zu der eine Begründung vorliegt, steht in Grau.";
pub const LEGEND_KEYS: &str = "Leertaste ändert die Zelle";

pub const PROPOSED: &str = "Vorschlag";
pub const DECIDED: &str = "entschieden";
pub const BACK_TO_PROPOSAL: &str = "Zurück zum Vorschlag";
pub const SHORT_FULL: &str = "deckt";
pub const SHORT_PART: &str = "teilweise";
pub const SHORT_NONE: &str = "kein Bezug";

pub const NEW_MEASURE: &str = "Maßnahme anlegen";
pub const COMPARE: &str = "Vergleichen";
pub const GIVE_REASON: &str = "Begründen";
pub const CHANGE_REASON: &str = "Begründung ändern";
pub const COMES_UP: &str = "Wiedervorlage";
pub const ALL_AWAITED: &str = "Für jede dieser Förderungen gibt es schon eine Wiedervorlage.";
pub const CLOSE: &str = "Schließen";
pub const REASON: &str = "Begründung";
pub const REASON_NOTE: &str = "Steht im Handlungsprogramm bei den Angeboten.";
pub const NO_PROGRAMME: &str = "Für diesen Raum gibt es noch kein Handlungsprogramm.";
pub const NO_GAP: &str = "Es gibt keine offene Lücke.";
pub const NO_OVERLAP: &str = "Es gibt keine offene Überschneidung.";
pub const NO_ENDINGS: &str = "In den nächsten sechs Monaten endet keine bekannte Förderung.";

pub const KIND: &str = "Art des Angebots";
pub const RUN_BY: &str = "Träger aus der Liste der Akteure";
pub const RUN_BY_FREE: &str = "nicht verknüpft";
pub const AREAS: &str = "Gilt für";
pub const ADD_AREA: &str = "Gebiet hinzufügen";
pub const REACH: &str = "Einzugsbereich";
pub const CAPACITY: &str = "Plätze";
pub const USE_PERCENT: &str = "Auslastung in %";
pub const USE_NOTE: &str = "Leer lassen, wenn nicht bekannt. Über 100 mit Warteliste.";
pub const HOURS: &str = "Öffnungszeiten";
pub const FUNDING: &str = "Finanzierung";
pub const TERM_UNLIMITED: &str = "Förderung unbefristet";
pub const QUALITY: &str = "Qualität";
pub const AS_OF: &str = "Stand der Angabe";
pub const FREE_PLACES: &str = "Freie Plätze";
pub const UNKNOWN: &str = "nicht bekannt";
pub const COLUMN_AREA: &str = "Gebiet";

/// `10 Bedarfe · 9 Angebote · Stand der Angebote 03.11.2026`
pub fn summary(rows: usize, of_groups: bool, services: usize, as_of: Option<Date>) -> String {
    let noun = match (of_groups, rows) {
        (true, 1) => "Zielgruppe",
        (true, _) => "Zielgruppen",
        (false, 1) => "Bedarf",
        (false, _) => "Bedarfe",
    };
    let angebote = if services == 1 { "Angebot" } else { "Angebote" };
    let mut words = format!("{} {noun} · {} {angebote}", count(rows), count(services));
    if let Some(day) = as_of {
        words.push_str(&format!(" · Stand der Angebote {}", date(day)));
    }
    words
}

/// `Bedarf in Marten`
pub fn need_in(area: &str) -> String {
    format!("Bedarf in {area}")
}

/// `SGB-II-Quote × Aktionsbüro: deckt, Vorschlag`
pub fn cell(row: &str, service: &str, grad: &str, decided: bool, doubled: bool) -> String {
    let how = if decided { DECIDED } else { PROPOSED };
    let doubled = if doubled { ", doppelt" } else { "" };
    format!("{row} × {service}: {grad}, {how}{doubled}")
}

/// `18 Pl.`
pub fn places_short(places: u32) -> String {
    format!("{} Pl.", count(places))
}

/// `98 %`
pub fn percent(value: u16) -> String {
    crate::text::percent(f64::from(value), 0)
}

/// `12.2026`
pub fn month(day: Date) -> String {
    format!("{:02}.{:04}", day.month(), day.year())
}

/// Why a row is covered in part only.
pub const PARTIAL_WHY: &str =
    "Was hier deckt, ist ausgelastet, oder seine Förderung endet in der Laufzeit des Handlungsprogramms.";

/// No gap is open; how many have a reason.
pub fn no_gaps(settled: usize) -> String {
    match settled {
        0 => "Zu jedem Bedarf gibt es ein Angebot; „teilweise“ heißt, dass es ausgelastet ist oder seine Förderung endet.".to_owned(),
        some => format!("Keine offene Lücke, {} begründet.", count(some)),
    }
}

/// No overlap is open; how many have a reason.
pub fn no_overlaps(settled: usize) -> String {
    match settled {
        0 => "Keine Angebote tun dasselbe für dieselben Menschen.".to_owned(),
        some => format!("Keine offene Überschneidung, {} begründet.", count(some)),
    }
}

/// `3 Lücken`
pub fn gaps(number: usize) -> String {
    plural(number, "Lücke", "Lücken", "Keine offene Lücke")
}

/// `2 Überschneidungen`
pub fn overlaps(number: usize) -> String {
    plural(number, "Überschneidung", "Überschneidungen", "Keine offene Überschneidung")
}

/// `2 Förderungen enden bald`
pub fn endings(number: usize) -> String {
    plural(number, "Förderung endet bald", "Förderungen enden bald", "Keine Förderung endet bald")
}

fn plural(number: usize, one: &str, several: &str, none: &str) -> String {
    match number {
        0 => none.to_owned(),
        1 => format!("1 {one}"),
        _ => format!("{} {several}", count(number)),
    }
}

/// `Jugendtreff läuft am 31.12.2026 aus.`
pub fn ends(service: &str, until: Date, over: bool) -> String {
    let verb = if over { "lief am" } else { "läuft am" };
    format!("{service} {verb} {} aus.", date(until))
}

/// `Förderung von „Jugendtreff“ endet am 31.12.2026: Fortsetzung klären.`
pub fn comes_up(service: &str, until: Date) -> String {
    format!("Förderung von „{service}“ endet am {}: Fortsetzung klären.", date(until))
}

/// `Danach fehlen 47 Plätze.`
pub fn places_lost(places: u32) -> String {
    if places == 1 { "Danach fehlt ein Platz.".to_owned() } else { format!("Danach fehlen {} Plätze.", count(places)) }
}

/// `SGB-II-Quote: Aktionsbüro und Sozialberatung.`
pub fn overlap(need: &str, services: &[String]) -> String {
    format!("{need}: {}.", enumeration(services))
}

/// `M-05 Elterncafé ähnelt Angeboten, die es gibt: Familienzentrum.`
pub fn measure_overlap(measure: &str, services: &[String]) -> String {
    format!("{measure} ähnelt {}.", enumeration(services))
}

/// `Überschneidung: SGB-II-Quote`
pub fn detail_title(state: &str, need: &str) -> String {
    format!("{state}: {need}")
}

/// `M-02 +1`
pub fn and_more(first: &str, more: usize) -> String {
    format!("{first} +{more}")
}

/// `M-05 klären`
pub fn settle(number: &str) -> String {
    format!("{number} klären")
}
