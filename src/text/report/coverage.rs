//! Needs and services beside each other: sentences for document, checks and window.

use super::sentence::enumeration;
use crate::text::{date, decimal};
use jiff::civil::Date;

/// Caption of the table.
pub const CAPTION: &str = "Bedarfe und vorhandene Angebote";
/// Columns of the table.
pub const COLUMNS: [&str; 6] = ["Bedarf", "Stärke (z)", "deckt", "deckt teilweise", "Deckung", "Maßnahmen"];
/// Where the table comes from.
pub const NOTE: &str = "Stärke: Abstand vom Mittel der gewerteten Räume in Standardabweichungen. Deckung: gedeckt, wenn ein Angebot mit freien Plätzen und gesicherter Förderung den Bedarf deckt; teilweise, wenn es ausgelastet ist oder seine Förderung endet; Lücke, wenn keines ihn ganz deckt; Überschneidung, wenn mehrere für dieselben Menschen dasselbe leisten. Die Zuordnung der Angebote ist ein Vorschlag nach Handlungsfeld, Zielgruppe und Wortlaut, soweit sie nicht mit * als Entscheidung gekennzeichnet ist.";
/// Mark behind a service whose place in the table was decided and not proposed.
pub const DECIDED: &str = "*";

/// What a need or a group of people lacks, as far as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A service that is enough.
    Service,
    /// Nothing that could be said.
    Unknown,
}

/// `Bedarf „SGB-II-Quote“, ohne ausreichendes Angebot im Aktionsraum.` It says no number: the start value of the measure
/// is the bound one. Nor that a measure is missing: this is its own.
pub fn problem(need: &str, lack: Lack) -> String {
    let lack = match lack {
        Lack::Service => ", ohne ausreichendes Angebot im Aktionsraum",
        Lack::Unknown => "",
    };
    format!("Bedarf „{need}“{lack}.")
}

/// `Für die Zielgruppe „Ältere Menschen“ gibt es im Aktionsraum kein ausreichendes Angebot.`
pub fn problem_of_group(group: &str, lack: Lack) -> String {
    match lack {
        Lack::Service => format!("Für die Zielgruppe „{group}“ gibt es im Aktionsraum kein ausreichendes Angebot."),
        Lack::Unknown => String::new(),
    }
}

/// `gedeckt`
pub mod state {
    /// No service answers a need fully.
    pub const GAP: &str = "Lücke";
    /// Services that do the same.
    pub const OVERLAP: &str = "Überschneidung";
    /// Covered in part.
    pub const PARTIAL: &str = "teilweise";
    /// Covered.
    pub const COVERED: &str = "gedeckt";
}

/// Needs that nothing answers.
pub fn unanswered(needs: &[String]) -> String {
    let verb = if needs.len() == 1 { "hat" } else { "haben" };
    format!("{} {verb} weder Angebot noch Maßnahme.", enumeration(&quoted(needs)))
}

/// Needs that no service answers fully, but to which measures are planned.
pub fn only_measures(needs: &[String]) -> String {
    format!("Für {} besteht kein Angebot; die geplanten Maßnahmen setzen dort an.", enumeration(&quoted(needs)))
}

/// Needs that services have to do with, but that none answers fully.
pub fn in_part(needs: &[String]) -> String {
    format!("{} berühren Angebote nur zum Teil; keines deckt den Bedarf (Lücke).", enumeration(&quoted(needs)))
}

/// What is to be said about gaps: needs that nothing answers, that only measures answer, that services answer in part.
pub fn gaps(nothing: &[String], measures: &[String], part: &[String]) -> String {
    let mut sentences = Vec::new();
    if !nothing.is_empty() {
        sentences.push(unanswered(nothing));
    }
    if !measures.is_empty() {
        sentences.push(only_measures(measures));
    }
    if !part.is_empty() {
        sentences.push(in_part(part));
    }
    sentences.join(" ")
}

/// Services that do the same for a need, and why that stays.
pub fn overlap(need: &str, services: &[String], reason: &str) -> String {
    let sentence = format!("Beim Bedarf „{need}“ überschneiden sich {}.", enumeration(&quoted(services)));
    if reason.trim().is_empty() { sentence } else { format!("{sentence} Begründung: {}", full_stop(reason)) }
}

/// Why a gap stays.
pub fn gap_reason(need: &str, reason: &str) -> String {
    format!("Zur Lücke beim Bedarf „{need}“: {}", full_stop(reason))
}

/// When services end, and how many places are lost then: `„Jugendtreff“ (31.12.2026)`.
pub fn endings(services: &[(String, Date)], places: u32) -> String {
    let names: Vec<String> = services.iter().map(|(name, until)| format!("„{name}“ ({})", date(*until))).collect();
    let lost = match places {
        0 => String::new(),
        1 => " Danach fehlt ein Platz.".to_owned(),
        places => format!(" Danach fehlen {} Plätze.", decimal(f64::from(places), 0)),
    };
    format!("Bis zum Ende der Laufzeit endet die Förderung von {}.{lost}", enumeration(&names))
}

/// A need that neither service nor measure has to do with.
pub fn check_no_service() -> String {
    "Für diesen Aktionsraum ist noch kein Angebot erfasst.".to_owned()
}

/// A need that nothing answers.
pub fn check_unanswered(need: &str) -> String {
    format!("Der Bedarf „{need}“ hat weder ein Angebot noch eine Maßnahme.")
}

/// A service that ends while the programme runs.
pub fn check_service_ends(service: &str, until: Date) -> String {
    format!("Das Angebot „{service}“ ist nur bis {} gefördert, das Handlungsprogramm läuft länger.", date(until))
}

fn quoted(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("„{name}“")).collect()
}

fn full_stop(text: &str) -> String {
    let text = text.trim();
    // A remark in brackets behind a whole sentence needs none either.
    let before = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map_or(text, |(before, _)| before);
    if text.ends_with(['.', '!', '?']) || before.trim_end().ends_with(['.', '!', '?']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_agree_with_their_number() {
        assert_eq!(unanswered(&["A".into()]), "„A“ hat weder Angebot noch Maßnahme.");
        assert_eq!(unanswered(&["A".into(), "B".into()]), "„A“ und „B“ haben weder Angebot noch Maßnahme.");
        let end = ("Treff".to_owned(), jiff::civil::date(2026, 12, 31));
        assert_eq!(
            endings(std::slice::from_ref(&end), 35),
            "Bis zum Ende der Laufzeit endet die Förderung von „Treff“ (31.12.2026). Danach fehlen 35 Plätze."
        );
        let two = endings(&[end.clone(), ("Kurs".to_owned(), end.1)], 0);
        assert_eq!(
            two,
            "Bis zum Ende der Laufzeit endet die Förderung von „Treff“ (31.12.2026) und „Kurs“ (31.12.2026)."
        );
    }

    #[test]
    fn a_reason_ends_like_a_sentence() {
        let with = overlap("N", &["A".into(), "B".into()], "Zwei Ortsteile");
        assert_eq!(with, "Beim Bedarf „N“ überschneiden sich „A“ und „B“. Begründung: Zwei Ortsteile.");
        assert_eq!(
            gap_reason("N", "Das läuft. (Beispieltext)"),
            "Zur Lücke beim Bedarf „N“: Das läuft. (Beispieltext)"
        );
        assert_eq!(gap_reason("N", "Räume (zwei)"), "Zur Lücke beim Bedarf „N“: Räume (zwei).");
    }
}
