//! Words of the Aktionsbüro.

#![allow(missing_docs)]

pub const TAKE_OVER: &str = "In Abschnitt 4.3 übernehmen";
pub const TAKEN_OVER: &str = "Abschnitt 4.3 ist neu entworfen";
pub const TAKEN_OVER_NOTE: &str = "Eigene und bearbeitete Absätze bleiben stehen.";
pub const NO_PROGRAMME: &str = "Für diesen Raum ist noch kein Handlungsprogramm begonnen.";
pub const NOT_COMPUTED: &str = "Der Entwurf wird noch berechnet.";
pub const COMPARE: &str = "Mit anderen Büros vergleichen";
pub const COMPARE_SHORT: &str = "Vergleichen";
pub const BACK: &str = "Zurück zum Büro";

pub const NO_OFFICE: &str = "Noch kein Aktionsbüro";
pub const NO_OFFICE_WHY: &str = "Ein Aktionsbüro ist leicht erreichbar und auf die Bedarfe des Aktionsraums zugeschnitten. Es beginnt mit dem Kern, der allen gemeinsam ist.";
pub const CREATE: &str = "Aktionsbüro anlegen";
pub const REMOVE: &str = "Aktionsbüro entfernen";

pub const CORE: &str = "Gemeinsamer Kern";
pub const CORE_NOTE: &str = "in allen Aktionsbüros gleich, hier nicht änderbar";
pub const TAILORED: &str = "Zuschnitt";
pub const ADD_OFFER: &str = "Baustein";
pub const NEW_OFFER: &str = "Neuer Baustein";
pub const PROPOSED: &str = "Vorschlag aus dem Katalog";
pub const DOCUMENTED: &str = "in Dortmund genannt";
pub const NO_NEED: &str = "kein Bedarf hinterlegt";
pub const NOT_ELEVATED: &str = "kein erhöhter Bedarf";
pub const NEED_UNKNOWN: &str = "Bedarf noch nicht berechnet";
pub const EDIT_OFFER: &str = "Baustein bearbeiten";
pub const CLOSE_OFFER: &str = "Bearbeiten beenden";
pub const OFFER_TITLE: &str = "Angebot";
pub const OFFER_WORDS: &str = "Inhalt";
pub const LINK_NEED: &str = "Bedarf verknüpfen";
pub const REMOVE_OFFER: &str = "Baustein entfernen";

pub const NEEDS: &str = "Bedarfe des Aktionsraums";
pub const NEEDS_NOTE: &str = "Indikatoren, die den Handlungsbedarf über den Durchschnitt heben, der stärkste zuerst.";
pub const NEED: &str = "Bedarf";
pub const HERE: &str = "Wert";
pub const CITY: &str = "Stadt";
pub const ANSWERED_BY: &str = "Angebote des Büros";
pub const WITHOUT_OFFER: &str = "ohne Angebot";
pub const NO_RANKING: &str = "Ohne Rangfolge lassen sich die Bedarfe noch nicht nennen.";
pub const NO_NEEDS: &str = "Die Rangfolge zeigt für diesen Raum keinen erhöhten Bedarf.";

pub const REASON: &str = "Begründung des Zuschnitts";
pub const REASON_MISSING: &str = "Die Begründung des Zuschnitts fehlt noch.";

pub const PROFILE: &str = "Steckbrief";
pub const SHOW: &str = "Ansehen";
pub const EDIT: &str = "Bearbeiten";
pub const PLACE: &str = "Ort";
pub const TRAEGER: &str = "Träger";
pub const LANGUAGES: &str = "Sprachen";
pub const STAFF: &str = "Personal";
pub const STAFF_THERE: &str = "Stellen";
pub const STAFF_NEEDED: &str = "Stellen, Bedarf";
pub const PARTNERS: &str = "Partner";
pub const PARTNER: &str = "Partner";
pub const PARTNER_DOES: &str = "Beitrag";
pub const ADD_PARTNER: &str = "Partner";
pub const NEW_PARTNER: &str = "Neuer Partner";
pub const REMOVE_PARTNER: &str = "Partner entfernen";
pub const VISITS: &str = "Besuche";
pub const PERIOD: &str = "Zeitraum";
pub const COUNTED: &str = "gezählt";
pub const TARGET: &str = "Ziel";
pub const ADD_VISITS: &str = "Zeitraum";
pub const REMOVE_VISITS: &str = "Zeitraum entfernen";
pub const COSTS: &str = "Kosten des Zuschnitts";
pub const COSTS_SHORT: &str = "Kosten";
pub const YEAR: &str = "Jahr";
pub const ADDITIONAL: &str = "zusätzlich, €";
pub const SECURED: &str = "gesichert, €";
pub const ADD_COSTS: &str = "Jahr";
pub const REMOVE_COSTS: &str = "Jahr entfernen";
pub const OVERLAP: &str = "Überschneidung";
pub const EXTENT: &str = "Umfang";
pub const WEEK: &str = "Woche";
pub const EXISTING: &str = "Bestand";
pub const PLANNED: &str = "geplant";
pub const OPEN: &str = "offen";
pub const ADD_TIME: &str = "Zeit";
pub const REMOVE_TIME: &str = "Zeit entfernen";
pub const DAY: &str = "Tag";
pub const FROM: &str = "von";
pub const TO: &str = "bis";
pub const PURPOSE: &str = "für wen";
pub const PURPOSE_EMPTY: &str = "für alle";
pub const IS_NEW: &str = "geplant";
pub const NO_HOURS: &str = "Noch keine Zeiten.";
pub const OVERLAPPING: &str = "Zwei Zeiten überschneiden sich.";
pub const LIMITS: &str = "Nicht Aufgabe des Aktionsbüros";
pub const OPEN_FACT: &str = "noch offen";

pub const OFFICES: &str = "Aktionsbüros im Vergleich";
pub const AREA: &str = "Aktionsraum";
pub const PER_WEEK: &str = "Stunden je Woche";
pub const TAILORED_COUNT: &str = "Zuschnitt";
pub const OPEN_NEEDS: &str = "Bedarfe ohne Angebot";
pub const REASON_SHORT: &str = "Begründung";
pub const REASON_THERE: &str = "vorhanden";
pub const REASON_OPEN: &str = "fehlt";
pub const COMPARE_NOTE: &str =
    "Bedarfe ohne Angebot: erhöhte Indikatoren, mit denen kein Angebot des Büros verknüpft ist.";

/// `Zuschnitt für Marten`
pub fn tailored_for(area: &str) -> String {
    format!("Zuschnitt für {area}")
}

/// `3 von 9 Bausteinen gewählt, 2 mit Bedarf`
pub fn chosen(chosen: usize, all: usize, with_need: Option<usize>) -> String {
    let needs = with_need.map_or_else(String::new, |number| format!(", {number} mit erhöhtem Bedarf"));
    format!("{chosen} von {all} Bausteinen gewählt{needs}")
}

/// `Steckbrief Aktionsbüro Marten`
pub fn profile_of(area: &str) -> String {
    format!("Steckbrief Aktionsbüro {area}")
}

/// `Bedarf Arbeitslosenrate lösen`
pub fn unlink(indicator: &str) -> String {
    format!("Bedarf {indicator} lösen")
}

/// `kein erhöhter Bedarf · 2 Aussagen dazu`
pub fn not_elevated(voices: &str) -> String {
    if voices.is_empty() { NOT_ELEVATED.to_owned() } else { format!("{NOT_ELEVATED} · {voices}") }
}

/// `2 Aussagen`
pub fn voices(number: usize) -> String {
    if number == 1 { "1 Aussage dazu".to_owned() } else { format!("{number} Aussagen dazu") }
}

/// `Partner 2`
pub fn partner(number: usize) -> String {
    format!("Partner {number}")
}

/// `Zeit 2`
pub fn time(number: usize, what: &str) -> String {
    format!("Zeit {number}, {what}")
}

/// `Zeitraum 2`
pub fn visits(number: usize, what: &str) -> String {
    format!("Besuche {number}, {what}")
}

/// `Kosten 2, Jahr`
pub fn costs(number: usize, what: &str) -> String {
    format!("Kosten {number}, {what}")
}

/// `Schuldnerberatung, 100 % ausgelastet`
pub fn overlaps_with(service: &str, use_percent: Option<u16>) -> String {
    match use_percent {
        Some(percent) => format!("{service}, {} ausgelastet", crate::text::percent(f64::from(percent), 0)),
        None => service.to_owned(),
    }
}

/// `12`, `12:30`
pub fn hours(minutes: u32) -> String {
    if minutes.is_multiple_of(60) {
        (minutes / 60).to_string()
    } else {
        format!("{}:{:02}", minutes / 60, minutes % 60)
    }
}

/// `Aktionsbüro in 3 Räumen`
pub fn count(number: usize) -> String {
    match number {
        1 => "ein Aktionsbüro".to_owned(),
        _ => format!("{number} Aktionsbüros"),
    }
}
