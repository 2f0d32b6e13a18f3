//! Words of the parts that frame a programme: summary, introduction, guidelines, local economy, what stays afterwards.

#![allow(missing_docs)]

use super::enumeration;
use crate::domain::Euro;
use crate::text::{NBSP, count, decimal, euro};

pub const CAPTION: &str = "Das Programm auf einen Blick";
pub const GOALS: &str = "Ziele";
pub const MEASURES: &str = "Maßnahmen";

/// `3 Leitziele mit 5 Handlungszielen`
pub fn goals(leading: usize, below: usize) -> String {
    let leading = if leading == 1 { "1 Leitziel".to_owned() } else { format!("{} Leitziele", count(leading)) };
    let below = if below == 1 { "1 Handlungsziel".to_owned() } else { format!("{} Handlungszielen", count(below)) };
    format!("{leading} mit {below}")
}

/// `9, davon 3 Schlüsselmaßnahmen`
pub fn measures(all: usize, key: usize) -> String {
    match key {
        0 => count(all),
        1 => format!("{}, davon 1 Schlüsselmaßnahme", count(all)),
        more => format!("{}, davon {} Schlüsselmaßnahmen", count(all), count(more)),
    }
}

/// `212.680 €, davon 56.100 € bewilligt; Eigenanteil 21,3 %`
pub fn funding(planned: Euro, granted: Euro, own_percent: Option<f64>) -> String {
    let own = own_percent.map_or_else(String::new, |own| format!("; Eigenanteil {}{NBSP}%", decimal(own, 1)));
    format!("{}, davon {} bewilligt{own}", euro(planned), euro(granted))
}

/// Leads into the needs of the summary.
pub fn needs_opening(needs: usize) -> String {
    if needs == 1 {
        "Der stärkste Bedarf aus den Daten:".to_owned()
    } else {
        "Die stärksten Bedarfe aus den Daten:".to_owned()
    }
}

/// Leads into the Leitziele of the summary.
pub fn leading_goals(goals: usize) -> String {
    if goals == 1 {
        "Das Programm verfolgt das Leitziel:".to_owned()
    } else {
        "Das Programm verfolgt die Leitziele:".to_owned()
    }
}

/// What the document is.
pub fn purpose(area: &str) -> String {
    format!(
        "Dieses Handlungsprogramm beschreibt, was im Aktionsraum {area} während seiner Laufzeit geschehen soll und warum. Es stützt sich auf die Kennwerte, die das Gebiet neben Stadtbezirk und Stadt stellen, auf das Wissen der Akteure vor Ort und der Menschen, die hier leben, und auf die Angebote, die es schon gibt."
    )
}

/// What data do not decide.
pub const DATA_ALONE: &str = "Daten allein entscheiden nicht. Eine Rangfolge zeigt, wo ein Gebiet neben anderen steht und wie sicher das ist; was zu tun ist, folgt erst aus dem Blick vor Ort. Deshalb steht neben den Zahlen die fachliche Einschätzung der Sozialplanung, und die Quellen der Zahlen sind genannt.";

/// The principles of the Aktionsplan.
pub const PRINCIPLES: &str = "Das Programm folgt den Grundsätzen des Aktionsplans: erst die Daten, dann das Wissen der Akteure und die Bereitschaft der Bewohnerschaft mitzuwirken; auf Erfahrungen aufbauen; vorhandene Strukturen nutzen und Parallelstrukturen vermeiden.";

/// Leads into the Handlungsfelder.
pub const FIELDS: &str = "Jede Maßnahme gehört zu einem der drei Handlungsfelder:";

/// `- „Arbeit …“: Leitziel „…“; Maßnahmen M-01 und M-02`
pub fn field(name: &str, goals: &[String], measures: &[String]) -> String {
    let goals = match goals {
        [] => String::new(),
        [one] => format!("Leitziel {one}; "),
        more => format!("Leitziele {}; ", enumeration(more)),
    };
    let measures = match measures {
        [] => "noch ohne Maßnahme".to_owned(),
        [one] => format!("Maßnahme {one}"),
        more => format!("Maßnahmen {}", enumeration(more)),
    };
    format!("- „{name}“: {goals}{measures}")
}

/// Leads into those who give work or train for it.
pub const ECONOMY: &str = "Für Arbeit, Ausbildung und Versorgung im Gebiet stehen diese Akteure:";

/// `- Bäckerei (Lokaler Arbeitgeber): bietet Praktika an`
pub fn economic_actor(name: &str, role: &str, contribution: &str) -> String {
    let contribution = contribution.trim();
    if contribution.is_empty() { format!("- {name} ({role})") } else { format!("- {name} ({role}): {contribution}") }
}

/// Leads into what becomes of measures afterwards.
pub const CONTINUATION: &str = "Wie es nach dem Ende der Laufzeit weitergeht:";

/// `- M-01 „Frühstück“: …`
pub fn continued(measure: &str, how: &str) -> String {
    format!("- {measure}: {how}")
}

/// Measures of which nothing is said.
pub fn not_continued(measures: &[String]) -> String {
    format!("Noch nicht beschrieben ist die Verstetigung von {}.", enumeration(measures))
}
