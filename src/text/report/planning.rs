//! Words about goals, priorities, scenarios and hidden cells.

use crate::domain::Indicator;
use crate::text::{decimal, value_with_unit};

/// Reasons of the five letters of SMART.
#[allow(missing_docs)]
pub mod smart {
    use super::{Indicator, value_with_unit};

    pub const SPECIFIC: &str = "spezifisch";
    pub const MEASURABLE: &str = "messbar";
    pub const ACCEPTED: &str = "akzeptiert";
    pub const REALISTIC: &str = "realistisch";
    pub const TIMED: &str = "terminiert";
    pub const NO_GROUP_NO_PLACE: &str = "Zielgruppe und Ort sind nicht genannt.";
    pub const NO_GROUP: &str = "Die Zielgruppe ist nicht genannt.";
    pub const NO_PLACE: &str = "Der Ort ist nicht genannt, weder im Satz noch im Feld.";
    pub const MEASURE: &str = "Indikator oder eigene Messgröße";
    pub const START: &str = "Ausgangswert";
    pub const TARGET: &str = "Zielwert";
    pub const NOBODY: &str = "Es ist niemand genannt, der das Ziel mitträgt.";
    pub const NO_YEAR: &str = "Das Zieljahr ist nicht gesetzt.";
    pub const NO_VALUES: &str = "Ohne Ausgangswert und Zielwert lässt sich das Ziel nicht mit den Daten vergleichen.";
    pub const NO_SERIES: &str = "Zu dieser Messgröße gibt es keine vergleichbare Zeitreihe.";
    pub const WRONG_WAY: &str = "Der Zielwert ist belasteter als der Ausgangswert.";

    /// For whom and where.
    pub fn specific(group: &str, place: &str) -> String {
        format!("Zielgruppe: {group}. Ort: {place}.")
    }

    /// What is missing.
    pub fn missing(parts: &[&str]) -> String {
        format!("Es fehlt: {}.", parts.join(", "))
    }

    /// By what, with a start value from the data.
    pub fn measured_from_data(by: &str, start: &str) -> String {
        format!("Gemessen an „{by}“; Ausgangswert {start} aus den Daten.")
    }

    /// By what, with a start value by hand.
    pub fn measured(by: &str) -> String {
        format!("Gemessen an „{by}“; der Ausgangswert ist von Hand eingetragen.")
    }

    /// Who agrees.
    pub fn accepted_by(who: &str) -> String {
        format!("Mitgetragen von: {who}.")
    }

    /// Who agrees by carrying a measure.
    pub fn accepted_by_carriers(who: &[String]) -> String {
        format!("Mitgetragen von den Trägern der Maßnahmen: {}.", who.join(", "))
    }

    /// A target year before the programme.
    pub fn before_programme(year: i16, first: i16) -> String {
        format!("Das Zieljahr {year} liegt vor dem Programm, das {first} beginnt.")
    }

    /// A target year behind the programme.
    pub fn after_programme(year: i16, last: i16) -> String {
        format!("Bis {year}, nach dem Ende des Programms {last}.")
    }

    /// By when.
    pub fn by(year: i16) -> String {
        format!("Bis {year}.")
    }

    /// What speaks against the target, and the way on.
    pub fn needs_reason(found: &str) -> String {
        format!("{found} Begründen Sie, warum das Ziel erreichbar ist, oder ändern Sie den Zielwert.")
    }

    /// What was found, and the planner's reason.
    pub fn with_reason(found: &str, reason: &str) -> String {
        format!("{found} Begründung: {reason}")
    }

    /// Better than the city.
    pub fn beyond_city(city: &str) -> String {
        format!("Der Zielwert wäre günstiger als der Wert der Stadt ({city}).")
    }

    /// `38,7 %`
    pub fn value(value: f64, card: &Indicator) -> String {
        value_with_unit(value, card.decimals, &card.unit)
    }

    /// `0,25 Prozentpunkte`: a change with one more decimal than the values.
    pub fn points(points: f64, card: &Indicator) -> String {
        let finer = Indicator { decimals: card.decimals.saturating_add(1), ..card.clone() };
        crate::text::report::change_in_sentence(points, &finer)
    }

    /// `+0,25`
    pub fn signed(points: f64, card: &Indicator) -> String {
        crate::text::signed(points, card.decimals.saturating_add(1))
    }

    /// What is needed each year, where the series never went that way; `last` is its newest change a year.
    pub fn never_so(needed: &str, last: &str) -> String {
        format!(
            "Nötig sind {needed} im Jahr. Die Reihe hat sich bisher nicht in diese Richtung bewegt (zuletzt {last} im Jahr)."
        )
    }

    /// What is needed each year beside what there was.
    pub fn beside_trend(needed: &str, strongest: &str, trend: Option<String>) -> String {
        let trend = trend.map_or_else(String::new, |trend| format!("; Trend bisher {trend} im Jahr"));
        format!(
            "Nötig sind {needed} im Jahr. Die stärkste Veränderung der Reihe in diese Richtung war {strongest} im Jahr{trend}."
        )
    }
}

/// Words of the scoring.
#[allow(missing_docs)]
pub mod priority {
    pub const NO_INDICATOR: &str = "Weder die Maßnahme noch ihr Handlungsziel nennt einen Indikator aus den Daten; eigene Zählungen ergeben keine Punkte.";

    /// The area has no place in the indicator.
    pub fn no_value(indicator: &str) -> String {
        format!("Für „{indicator}“ hat das Gebiet keinen Wert, der sich einordnen lässt.")
    }

    /// `Platz 3 von 39 bei „Kinder im SGB-II-Bezug“ (2025)`
    pub fn rests_on(place: u32, of: usize, indicator: &str, period: &str) -> String {
        format!("Platz {place} von {of} bei „{indicator}“ ({period})")
    }
}

/// Words of scenarios.
#[allow(missing_docs)]
pub mod scenario {
    use crate::domain::Szenarioauswahl;

    pub const CAPTION: &str = "Szenarien im Vergleich";
    pub const NONE: &str = "–";
    pub const QUANTITY: &str = "Größe";
    pub const MEASURES: &str = "Maßnahmen";
    pub const COST_TOTAL: &str = "Kosten gesamt";
    pub const OPEN_TOTAL: &str = "davon nicht gedeckt";
    pub const NEEDS: &str = "Bedarfe mit Maßnahme";
    pub const NEEDS_OPEN: &str = "Bedarfe ohne Maßnahme";
    pub const GOALS_WITHOUT: &str = "Ziele ohne Maßnahme";
    pub const WAITING: &str = "wartet auf nicht enthaltene";

    /// What a choice is called that follows from the measures.
    pub fn name(auswahl: &Szenarioauswahl) -> &'static str {
        match auswahl {
            Szenarioauswahl::Alle => "Alle Maßnahmen",
            Szenarioauswahl::Schluessel => "Nur Schlüsselmaßnahmen",
            Szenarioauswahl::Gedeckt => "Nur gedeckte Maßnahmen",
            Szenarioauswahl::Eigene(_) => "Eigene Auswahl",
        }
    }

    /// `Kosten 2027`
    pub fn cost_of(year: i16) -> String {
        format!("Kosten {year}")
    }

    /// `aus dem Jahresbudget 2027`
    pub fn budget_of(year: i16) -> String {
        format!("aus dem Jahresbudget {year}")
    }
}

/// Hidden cells that can be worked out.
#[allow(missing_docs)]
pub mod disclosure {
    use jiff::civil::Date;

    /// Text shows a number that the data hide.
    pub fn in_text(shown: &str, indicator: &str, area: &str, period: &str) -> String {
        format!(
            "Der Text zeigt {shown} für „{indicator}“ ({area}, {period}). Dieser Wert ist in den Daten jetzt gesperrt."
        )
    }

    /// Text shows a change one end of which the data hide.
    pub fn in_change(shown: &str, indicator: &str, area: &str, period: &str) -> String {
        format!(
            "Der Text zeigt eine Änderung um {shown} bei „{indicator}“ ({area}). Der Wert für {period} ist in den Daten jetzt \
             gesperrt und ergibt sich aus der Änderung und dem Wert am anderen Ende."
        )
    }

    /// A version shows a number that the data hide.
    pub fn in_version(shown: &str, indicator: &str, area: &str, period: &str) -> String {
        format!(
            "Die Fassung zeigt {shown} für „{indicator}“ ({area}, {period}). Dieser Wert ist in den Daten jetzt gesperrt."
        )
    }

    /// An earlier document shows it.
    pub fn given_out(shown: &str, indicator: &str, area: &str, period: &str, on: Option<Date>) -> String {
        let on = on.map_or_else(String::new, |on| format!(" (zuletzt am {})", crate::text::date(on)));
        format!(
            "Eine frühere Ausgabe{on} zeigte {shown} für „{indicator}“ ({area}, {period}); der Wert ist jetzt gesperrt. \
             Wer beide Dokumente hat, kennt ihn."
        )
    }

    /// The total minus the other parts.
    pub fn total_minus_parts(indicator: &str, hidden: &str, total: &str, period: &str) -> String {
        format!(
            "Der gesperrte Wert „{indicator}“ ({hidden}, {period}) ergibt sich aus dem Wert für {total} und den übrigen \
             Gebieten, wie sie Handlungsprogramm, Sozialraumprofil, Vergleich oder frühere Ausgaben zeigen."
        )
    }

    /// A share, its count and the whole: two of them give the third.
    pub fn from_two(hidden: &str, area: &str, period: &str, one: &str, other: &str) -> String {
        format!("Der gesperrte Wert „{hidden}“ ({area}, {period}) ergibt sich aus „{one}“ und „{other}“.")
    }
}

/// `4,2 von 5`
pub fn points_total(total: f64) -> String {
    format!("{} von 5", decimal(total, 1))
}

/// Tables of the document that stand behind the plans.
#[allow(missing_docs)]
pub mod planning_document {
    pub const WITHOUT_INDICATOR: &str = "– (kein Indikator aus den Daten)";
    pub const OWN_COUNTS: &str = "Kein Indikator aus den Daten: Weder die Maßnahme noch ihr Handlungsziel nennt einen; eigene Zählungen ergeben keine Punkte.";
    use crate::domain::PriorityWeights;

    pub const CHAINS: &str = "Erwartete Wirkung Stufe für Stufe";
    pub const CHAIN_COLUMNS: [&str; 3] = ["Stufe", "Was eintreten soll", "Indikator"];
    pub const PRIORITIES: &str = "Prioritäten nach Bedarf, Wirkung und Aufwand";
    pub const PRIORITY_COLUMNS: [&str; 6] = ["Nr.", "Bedarf", "Wirkung", "Aufwand", "Vorschlag", "Priorität"];
    pub const MILESTONES: &str = "Zwischenprüfungen und Meilensteine";
    pub const MILESTONE_COLUMNS: [&str; 4] = ["Datum", "Nr.", "Was geprüft wird oder fertig ist", "Stand"];
    pub const COSTS_CHART: &str = "Kosten je Jahr und Kostenart";
    pub const DONE: &str = "erledigt";
    pub const OPEN: &str = "offen";
    pub const NONE: &str = "–";

    /// How the points are weighed.
    pub fn weights(weights: PriorityWeights) -> String {
        let PriorityWeights { bedarf, wirkung, aufwand } = weights;
        format!(
            "Punkte von 1 bis 5, gewichtet mit Bedarf {bedarf}, Wirkung {wirkung}, Aufwand {aufwand}; der Aufwand zählt als \
             6 minus Punkte. Bedarf: Fünftel der Plätze im Indikator der Maßnahme oder ihres Ziels."
        )
    }
}
