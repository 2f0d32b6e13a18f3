//! Words on the Aktionsbüro in documents and checks.

use super::{enumeration, sentence_end};
use crate::domain::{Aktionsbuero, Besuche, Buerokosten, Euro, Oeffnungszeit};
use crate::text;

/// What an Aktionsbüro is for.
pub fn opening(area: &str) -> String {
    format!(
        "Das Aktionsbüro {area} ist eine leicht erreichbare Anlaufstelle, vor allem für Menschen, die auf Transferleistungen angewiesen sind. Zum gemeinsamen Kern aller Aktionsbüros kommen Angebote, die mit den Akteuren vor Ort auf den Aktionsraum zugeschnitten sind. Arbeit vermittelt das Aktionsbüro nicht."
    )
}

/// Why it offers this here.
pub fn reason(reason: &str) -> String {
    if reason.trim().is_empty() {
        "Die Begründung des Zuschnitts fehlt noch.".to_owned()
    } else {
        format!("Begründung des Zuschnitts: {}", sentence_end(reason))
    }
}

/// Before the needs that are answered.
pub fn answers_opening() -> String {
    "Auf diese Bedarfe des Aktionsraums antwortet das Aktionsbüro, geordnet nach ihrem Beitrag zur Rangfolge."
        .to_owned()
}

/// A need and the offers for it.
pub fn answer(indicator: &str, value: &str, city: Option<&str>, offers: &[String]) -> String {
    let city = city.map_or_else(String::new, |city| format!(", Stadt {city}"));
    format!("- {indicator} ({value}{city}): {}", enumeration(offers))
}

/// Needs without an offer.
pub fn without_offer(indicators: &[String]) -> String {
    format!(
        "Noch kein Angebot des Aktionsbüros antwortet auf {}. Ob das Büro dafür der richtige Ort ist, bleibt mit den Akteuren zu klären.",
        enumeration(indicators)
    )
}

/// The entry is invented.
pub fn demonstration() -> String {
    "Die Angaben zum Aktionsbüro sind erfundene Beispieldaten.".to_owned()
}

/// The reason is missing.
pub fn check_no_reason() -> String {
    "Die Begründung des Zuschnitts für das Aktionsbüro fehlt noch.".to_owned()
}

/// A need without an offer.
pub fn check_need_without_offer(indicator: &str) -> String {
    format!("Auf den Bedarf „{indicator}“ antwortet kein Angebot des Aktionsbüros.")
}

/// An offer without a need.
pub fn check_offer_without_need(offer: &str) -> String {
    format!("Das Angebot „{offer}“ des Aktionsbüros antwortet auf keinen Bedarf, den die Rangfolge zeigt.")
}

/// `9 Uhr`, `14:30 Uhr` without the word: minutes after midnight.
pub fn time_of_day(minutes: u16) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// `Montag 9:00 bis 12:00 Uhr (Eltern, geplant)`
pub fn hours(hours: &Oeffnungszeit) -> String {
    let marks: Vec<&str> = [hours.purpose.trim(), if hours.is_new { "geplant" } else { "" }]
        .into_iter()
        .filter(|mark| !mark.is_empty())
        .collect();
    let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
    let (from, to) = (time_of_day(hours.from), time_of_day(hours.to));
    format!("{} {from} bis {to} Uhr{marks}", text::wochentag(hours.day))
}

/// `1,5 Stellen, Bedarf 1,9`
pub fn staff(office: &Aktionsbuero) -> String {
    match (office.staff_hundredths, office.staff_needed_hundredths) {
        (Some(there), Some(needed)) => format!("{} Stellen, Bedarf {}", positions(there), positions(needed)),
        (Some(there), None) => format!("{} Stellen", positions(there)),
        (None, Some(needed)) => format!("Bedarf {} Stellen", positions(needed)),
        (None, None) => String::new(),
    }
}

/// Hundredths of a position as a number with as many decimals as it needs: `1,5`.
fn positions(hundredths: u32) -> String {
    let decimals = match (hundredths % 100, hundredths % 10) {
        (0, _) => 0,
        (_, 0) => 1,
        _ => 2,
    };
    text::decimal(f64::from(hundredths) / 100.0, decimals)
}

/// `0,4 offen`
pub fn staff_open(hundredths: u32) -> String {
    format!("{} offen", positions(hundredths))
}

/// `2026, 1. Halbjahr: 46, Ziel 60`
pub fn visits(visits: &Besuche) -> String {
    let counted = visits.visits.map_or_else(|| "nicht gezählt".to_owned(), |count| text::count(u64::from(count)));
    let target = visits.target.map_or_else(String::new, |target| format!(", Ziel {}", text::count(u64::from(target))));
    if visits.period.trim().is_empty() {
        format!("{counted}{target}")
    } else {
        format!("{}: {counted}{target}", visits.period.trim())
    }
}

/// `2027: 24.800 € zusätzlich, davon 6.200 € offen`
pub fn costs(costs: &Buerokosten) -> String {
    let open = if costs.open().cents == 0 {
        "gesichert".to_owned()
    } else {
        format!("davon {} offen", text::euro(costs.open()))
    };
    format!("{}: {} zusätzlich, {open}", costs.year, text::euro(costs.additional))
}

/// What the office costs beside the measures.
pub fn beside_the_plan(additional: Euro, open: Euro) -> String {
    let open = if open.cents == 0 { String::new() } else { format!(", davon {} offen", text::euro(open)) };
    format!(
        "Hinzu kommen für das Aktionsbüro {}{open}; sie sind in den Summen nicht enthalten.",
        text::euro(additional)
    )
}

/// Behind an indicator that shows no need of the area, and what it means.
pub const NO_NEED_MARK: &str = "*";
/// What the mark means.
pub const NO_NEED_NOTE: &str = "* nach der Rangfolge kein Bedarf des Gebiets.";

/// `12 Stunden je Woche`, `12:30 Stunden je Woche`
pub fn hours_per_week(minutes: u32) -> String {
    if minutes.is_multiple_of(60) {
        format!("{} Stunden je Woche", minutes / 60)
    } else {
        format!("{}:{:02} Stunden je Woche", minutes / 60, minutes % 60)
    }
}

/// Caption of the offers.
pub fn caption_offers(area: &str) -> String {
    format!("Angebote des Aktionsbüros {area} und die Bedarfe, auf die sie antworten")
}

/// Caption of the profile.
pub fn caption_profile(area: &str) -> String {
    format!("Steckbrief Aktionsbüro {area}")
}

/// Header of the offers.
pub const OFFERS: [&str; 5] = ["Angebot", "Inhalt", "Bezug (Indikator)", "Aktionsraum", "Stadt"];

/// Set off before the offers that all offices share.
pub const CORE: &str = "Gemeinsamer Kern";
/// Set off before the offers for this area.
pub const TAILORED: &str = "Zuschnitt vor Ort";

/// An offer without a need.
pub const NO_NEED: &str = "kein Indikator hinterlegt";

/// A value among several; `ohne Wert` where there is none.
pub fn value_in_list(value: String) -> String {
    if value.is_empty() { "ohne Wert".to_owned() } else { value }
}

/// What is not a task of the office.
pub fn limits(limits: &[String]) -> String {
    format!("Nicht Aufgabe des Aktionsbüros: {}.", limits.join("; "))
}

/// `Arbeitsvermittlung (Jobcenter)`
pub fn limit(title: &str, responsible: &str) -> String {
    format!("{title} ({responsible})")
}

/// Labels of the profile.
#[allow(missing_docs)]
pub mod profile {
    pub const PLACE: &str = "Ort";
    pub const TRAEGER: &str = "Träger";
    pub const PARTNERS: &str = "Partner";
    pub const HOURS: &str = "Zeiten";
    pub const PER_WEEK: &str = "Umfang";
    pub const STAFF: &str = "Personal";
    pub const VISITS: &str = "Besuche";
    pub const LANGUAGES: &str = "Sprachen";
    pub const COSTS: &str = "Kosten";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Wochentag;

    #[test]
    fn a_time_reads_as_on_a_door_plate() {
        let mut time =
            Oeffnungszeit { day: Wochentag::Montag, from: 540, to: 750, purpose: String::new(), is_new: false };
        assert_eq!(hours(&time), "Montag 9:00 bis 12:30 Uhr");
        (time.purpose, time.is_new) = ("Eltern".into(), true);
        assert_eq!(hours(&time), "Montag 9:00 bis 12:30 Uhr (Eltern, geplant)");
    }

    #[test]
    fn positions_have_no_more_decimals_than_they_need() {
        assert_eq!([100, 150, 175].map(positions), ["1", "1,5", "1,75"]);
    }

    #[test]
    fn visits_that_nobody_counted_are_not_zero() {
        assert_eq!(
            visits(&Besuche { period: "2026".into(), visits: None, target: Some(60) }),
            "2026: nicht gezählt, Ziel 60"
        );
    }
}
