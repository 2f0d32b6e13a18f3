//! Sentences of the consistency checks.

use super::sentence::{NO_LONGER_THERE, enumeration};
use crate::domain::{Euro, Prioritaet, YearBalance};
use crate::text::{euro, prioritaet};

/// A number in text is out of date.
pub fn check_stale(shown: &str, today: &str) -> String {
    format!("Ein gebundener Wert ist veraltet: Im Text steht {shown}, {}.", newest(today))
}

/// A start value that was taken from the data is out of date.
pub fn check_stale_start(of: &str, shown: &str, today: &str) -> String {
    format!("{of}: Der Ausgangswert ist veraltet. Eingetragen ist {shown}, {}.", newest(today))
}

/// `die Daten zeigen 12,0 %`
fn newest(today: &str) -> String {
    if today == NO_LONGER_THERE {
        format!("in den Daten ist der Wert {today}")
    } else {
        format!("die Daten zeigen {today}")
    }
}

/// A reference leads nowhere.
pub fn check_unknown_reference(reference: &str) -> String {
    format!("Der Verweis [{reference}] führt zu keinem Wert.")
}

/// Generated words would be others today.
pub fn check_wording() -> String {
    "Dieser Absatz würde aus den heutigen Daten anders formuliert. Prüfen Sie, ob die Aussage noch stimmt.".to_owned()
}

/// A need without a measure.
pub fn check_need_without_measure(indicator: &str) -> String {
    format!("Der Bedarf „{indicator}“ hat noch keine Maßnahme.")
}

/// A goal that cannot be measured.
pub fn check_goal_indicator(goal: &str) -> String {
    format!("Das Handlungsziel „{goal}“ hat keinen Indikator.")
}

/// A goal that is not SMART: each open letter with its reason.
pub fn check_not_smart(goal: &str, points: &[(&str, &str)]) -> String {
    let points: Vec<String> = points.iter().map(|(letter, reason)| format!("nicht {letter}: {reason}")).collect();
    format!("Handlungsziel „{goal}“: {}", points.join(" "))
}

/// A goal whose Leitziel is not there.
pub fn check_goal_parent(goal: &str) -> String {
    format!("Das Handlungsziel „{goal}“ gehört zu keinem Leitziel des Programms.")
}

/// What the plan says: `Der Plan nennt 34,8 %`
pub fn planned_value(value: &str) -> String {
    format!("Der Plan nennt {value}")
}

/// `Die Daten zeigen für „SGB-II-Quote“ (Marten, 2025) 13,6 %`
pub fn data_show(indicator: &str, area: &str, value: &str, period: &str) -> String {
    format!("Die Daten zeigen für „{indicator}“ ({area}, {period}) {value}")
}

/// A typed number that the data contradict.
pub fn check_contradicting_number(number: &str, contradiction: &str) -> String {
    format!("Die Zahl „{number}“ ist von Hand geschrieben. {contradiction}.")
}

/// A number in a goal's sentence that its values contradict.
pub fn check_contradicting_goal(number: &str, goal: &str, contradiction: &str) -> String {
    format!("Das Handlungsziel „{goal}“ nennt „{number}“. {contradiction}.")
}

/// A number in the texts of a measure that the data contradict.
pub fn check_contradicting_measure(number: &str, measure: &str, contradiction: &str) -> String {
    format!("{measure} nennt „{number}“. {contradiction}.")
}

/// `Ziel „Mehr Arbeit“`
pub fn goal_reference(goal: &str) -> String {
    format!("Ziel „{goal}“")
}

/// The texts of a goal or measure name another Aktionsraum.
pub fn check_other_area_of(of: &str, other: &str, own: &str) -> String {
    format!("{of} nennt „{other}“. Dieses Programm gilt für {own}.")
}

/// A goal that no measure serves.
pub fn check_goal_without_measure(goal: &str) -> String {
    format!("Zum Handlungsziel „{goal}“ gehört noch keine Maßnahme.")
}

/// A measure that counts as agreed.
pub fn check_agreed_but_open(measure: &str, open: usize) -> String {
    let points = if open == 1 { "ein Punkt offen ist".to_owned() } else { format!("{open} Punkte offen sind") };
    format!("{measure} gilt als abgestimmt, obwohl {points}.")
}

/// Measures that the decision did not move on.
pub fn check_still_planned(planned: usize) -> String {
    let measures =
        if planned == 1 { "eine Maßnahme steht".to_owned() } else { format!("{planned} Maßnahmen stehen") };
    format!("Das Programm ist beschlossen; {measures} noch auf „geplant“.")
}

/// A measure that serves no goal.
pub fn check_no_goal(measure: &str) -> String {
    format!("{measure} gehört noch zu keinem Handlungsziel.")
}

/// A measure whose indicator has no start value.
pub fn check_no_start(measure: &str) -> String {
    format!("{measure}: Zum Indikator fehlt der Ausgangswert.")
}

/// A measure whose indicator has no target.
pub fn check_no_target(measure: &str) -> String {
    format!("{measure}: Zum Indikator fehlt der Zielwert.")
}

/// A measure without begin, end, or both.
pub fn check_time_open(measure: &str, no_begin: bool, no_end: bool) -> String {
    let what = match (no_begin, no_end) {
        (true, false) => "Der Beginn ist",
        (false, true) => "Das Ende ist",
        (true, true) | (false, false) => "Beginn und Ende sind",
    };
    format!("{measure}: {what} noch offen.")
}

fn years(years: &[i16]) -> String {
    enumeration(&years.iter().map(i16::to_string).collect::<Vec<_>>())
}

/// Costs or money in years outside the programme.
pub fn check_money_outside_programme(measure: &str, outside: &[i16]) -> String {
    format!("{measure} hat Kosten oder Mittel außerhalb des Programmzeitraums: {}.", years(outside))
}

/// Costs or money in years in which the measure does not run.
pub fn check_money_outside_measure(measure: &str, outside: &[i16]) -> String {
    format!("{measure} hat Kosten oder Mittel in Jahren, in denen sie nicht läuft: {}.", years(outside))
}

/// In one year there is more money than costs, in another less.
pub fn check_shifted_years(measure: &str, shifted: &[(i16, YearBalance)]) -> String {
    let years = shifted.iter().map(|(year, balance)| match balance {
        YearBalance::Lacks(amount) => format!("{year} übersteigen die Kosten die Mittel um {}", euro(*amount)),
        YearBalance::Exceeds(amount) => format!("{year} sind {} mehr eingeplant als nötig", euro(*amount)),
    });
    let years = years.collect::<Vec<_>>().join("; ");
    format!("{measure}: Mittel und Kosten liegen in verschiedenen Jahren: {years}.")
}

/// A measure with cost and no money at all.
pub fn check_no_money(measure: &str, cost: Euro) -> String {
    format!("{measure}: Für die Kosten von {} ist noch kein Geld eingeplant.", euro(cost))
}

/// Funding pays for costs that it may not pay for.
pub fn check_excluded(measure: &str, beyond: Euro) -> String {
    format!(
        "{measure}: Förderung und Dritte übersteigen die förderfähigen Kosten um {}. Nicht förderfähige Kosten brauchen \
         andere Mittel.",
        euro(beyond)
    )
}

/// More is excluded than there is cost.
pub fn check_more_excluded(measure: &str) -> String {
    format!("{measure}: Die nicht förderfähigen Kosten sind höher als die Kosten.")
}

/// A measure waits for itself.
pub fn check_circular(measure: &str) -> String {
    format!("{measure} hängt über andere Maßnahmen von sich selbst ab. Lösen Sie eine der Abhängigkeiten.")
}

/// A measure depends on one that has no time.
pub fn check_dependency_without_time(measure: &str, before: &str) -> String {
    format!("{measure} hängt von {before} ab; dort fehlt der Beginn.")
}

/// The priority is another one than proposed.
pub fn check_priority(measure: &str, own: Prioritaet, proposal: Prioritaet) -> String {
    format!(
        "{measure}: Die Priorität „{}“ weicht vom Vorschlag „{}“ ab. Bitte begründen Sie die Abweichung.",
        prioritaet(own),
        prioritaet(proposal)
    )
}

/// All programmes together take more than the yearly budget.
pub fn check_budget(year: i16, all: Euro, limit: Euro, own: Euro) -> String {
    format!(
        "{year} planen alle Programme zusammen {} aus dem Jahresbudget von {}; dieses Programm {}.",
        euro(all),
        euro(limit),
        euro(own)
    )
}

/// A table without source.
pub fn check_no_source(file: &str) -> String {
    format!("Der Import „{file}“ nennt keine Quelle. Ergänzen Sie Anbieter, Statistik und Stand bei den Daten.")
}

/// A measure with open money.
pub fn check_open_amount(measure: &str, open: Euro) -> String {
    format!("{measure}: {} sind noch nicht finanziert.", euro(open))
}

/// A measure with more money than cost.
pub fn check_overfunded(measure: &str, surplus: Euro) -> String {
    format!("{measure}: Die Finanzierung übersteigt die Kosten um {}.", euro(surplus))
}

/// A measure without cost.
pub fn check_no_costs(measure: &str) -> String {
    format!("{measure} hat noch keine Kosten.")
}

/// A measure without hypothesis.
pub fn check_no_hypothesis(measure: &str) -> String {
    format!("{measure} hat noch keine Wirkungshypothese.")
}

/// What an entry is called that has no name of its own yet.
#[expect(missing_docs, reason = "each constant is what it says")]
pub mod entry_word {
    pub const LEITZIEL: &str = "Ein Leitziel";
    pub const HANDLUNGSZIEL: &str = "Ein Handlungsziel";
    pub const ANGEBOT: &str = "Ein Angebot";
    pub const AKTEUR: &str = "Ein Akteur";
    pub const ZUSAGE: &str = "Eine Zusage";
    pub const NETZWERK: &str = "Ein Netzwerk";
    pub const AUSSAGE: &str = "Eine Aussage";
    pub const VERANSTALTUNG: &str = "Eine Veranstaltung";
    pub const BAUSTEIN: &str = "Ein Baustein des Aktionsbüros";
    pub const PARTNER: &str = "Ein Partner des Aktionsbüros";
    pub const BESCHLUSS: &str = "Eine Vorlage";
    pub const GREMIUM: &str = "Ein Gremium";
}

/// `Ein Leitziel heißt noch „Neues Leitziel“, wie beim Anlegen. Geben Sie eigene Worte ein.`
pub fn check_unnamed(subject: &str, name: &str) -> String {
    format!("{subject} heißt noch „{name}“, wie beim Anlegen. Geben Sie eigene Worte ein.")
}

/// A measure without indicator.
pub fn check_no_indicator(measure: &str) -> String {
    format!("{measure} hat noch keinen Indikator.")
}

/// A measure without Träger.
pub fn check_no_traeger(measure: &str) -> String {
    format!("{measure} hat noch keinen Träger.")
}

/// A measure outside the programme's years.
pub fn check_outside_years(measure: &str) -> String {
    format!("{measure} liegt zeitlich außerhalb des Programmzeitraums.")
}

/// A measure that begins before what it depends on has ended.
pub fn check_dependency(measure: &str, before: &str) -> String {
    format!("{measure} beginnt, bevor {before} beginnt, hängt aber davon ab.")
}

/// Text names another Aktionsraum.
pub fn check_other_area(other: &str, own: &str) -> String {
    format!("Der Text nennt „{other}“. Dieses Programm gilt für {own}.")
}

/// A number was typed.
pub fn check_typed_number(number: &str) -> String {
    format!("Die Zahl „{number}“ ist von Hand geschrieben und nicht an die Daten gebunden.")
}

/// The assessment is missing.
pub fn check_no_assessment() -> String {
    "Die fachliche Einschätzung zum Rang fehlt noch.".to_owned()
}

/// Something is invented.
pub fn check_demonstration() -> String {
    "Das Dokument enthält erfundene Beispieldaten und wird auf jeder Seite so gekennzeichnet.".to_owned()
}

/// A section is empty.
pub fn check_empty_section(number: &str, title: &str) -> String {
    format!("Abschnitt {number} „{title}“ ist noch leer.")
}

/// There is no ranking.
pub fn check_no_ranking() -> String {
    "Es liegt keine Rangfolge vor; Begründung und Handlungsbedarf bleiben ohne Zahlen.".to_owned()
}

/// A measure overlaps with what is there.
pub fn check_overlap(measure: &str, counterpart: &str, reasons: &[String]) -> String {
    format!(
        "{measure} überschneidet sich mit: {counterpart} ({}). Entscheiden Sie, wie beide zueinander stehen.",
        reasons.join("; ")
    )
}

/// `Angebot „Elterncafé“, Nette`
pub fn overlapping_service(name: &str, area: Option<&str>) -> String {
    format!("Angebot „{name}“{}", in_area(area))
}

/// `Maßnahme „Bürgerdialog“, Nette`
pub fn overlapping_measure(name: &str, area: Option<&str>) -> String {
    format!("Maßnahme „{name}“{}", in_area(area))
}

/// What was decided about an overlap, and at which of two measures: `verbinden (bei M-02)`
pub fn decided(decision: &str, at: Option<&str>) -> String {
    at.map_or_else(|| decision.to_owned(), |at| format!("{decision} (bei {at})"))
}

fn in_area(area: Option<&str>) -> String {
    area.map_or_else(String::new, |area| format!(", {area}"))
}

/// Reasons of overlaps.
#[allow(missing_docs)]
pub mod overlap {
    use crate::domain::{AngebotArt, Handlungsfeld};

    pub const SAME_AREA: &str = "im selben Aktionsraum";
    pub const NEIGHBOURING_AREA: &str = "im Nachbargebiet";
    pub const SAME_TRAEGER: &str = "gleicher Träger";
    pub const SAME_SITE: &str = "gleicher Standort";
    pub const SAME_TIME: &str = "zur gleichen Zeit";

    /// Letters at the end in which forms of one word differ.
    const ENDING: usize = 3;

    /// The word that two texts share; both where they only mean the same: `Bewerbungstraining – Bewerbungshilfe`.
    pub fn pair(own: &str, other: &str) -> String {
        let [a, b] = [own, other].map(str::to_lowercase);
        let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        let shorter = a.chars().count().min(b.chars().count());
        if same + ENDING > shorter && shorter.abs_diff(a.chars().count().max(b.chars().count())) <= ENDING {
            own.to_owned()
        } else {
            format!("{own} – {other}")
        }
    }

    /// `gemeinsame oder verwandte Wörter: Café, Bewerbungstraining – Bewerbungshilfe`
    pub fn wording(words: &[String]) -> String {
        let related = words.iter().any(|word| word.contains(" – "));
        let head = if related { "gemeinsame oder verwandte Wörter" } else { "gemeinsame Wörter" };
        format!("{head}: {}", words.join(", "))
    }

    /// `gleiche Zielgruppe: Eltern`
    pub fn target_group(words: &[String]) -> String {
        format!("gleiche Zielgruppe: {}", words.join(", "))
    }

    /// `gleiches Handlungsfeld: Arbeit und Beschäftigung`
    pub fn field(field: Handlungsfeld) -> String {
        format!("gleiches Handlungsfeld: {}", crate::text::handlungsfeld_short(field))
    }

    /// `gleiche Art: Treffpunkt`
    pub fn kind(kind: AngebotArt) -> String {
        format!("gleiche Art: {}", crate::text::angebot_art(kind))
    }

    /// `Förderung endet am 31.12.2026, vor dem Beginn`
    pub fn ends_before(date: jiff::civil::Date) -> String {
        format!("Förderung endet am {}, vor dem Beginn", crate::text::date(date))
    }
}

/// More is drawn from the Aktionsraumfonds than it holds.
pub fn check_fund(year: i16, drawn: Euro, limit: Euro) -> String {
    format!(
        "{year} sind {} aus dem Aktionsraumfonds geplant; je Aktionsraum und Jahr stehen {} bereit.",
        euro(drawn),
        euro(limit)
    )
}

/// The own share is smaller than the co-funder asks for.
pub fn check_own_share(measure: &str, percent: u8, missing: Euro) -> String {
    format!("{measure}: Bei Mitteln Dritter sind {percent} % Eigenanteil nötig; es fehlen {}.", euro(missing))
}

/// Whether a heading or the first words of a row mean a sum of the others.
pub fn is_sum(words: &str) -> bool {
    let words = words.trim().to_lowercase();
    ["summe", "gesamt", "insgesamt", "zusammen"].iter().any(|sum| words == *sum) || words.ends_with(" gesamt")
}

fn hidden(table: &str, row: &str, column: &str) -> String {
    format!("Der gesperrte Wert „{row}“, „{column}“ in „{table}“")
}

/// A hidden value follows from the sum of its column.
pub fn recoverable_from_column(table: &str, row: &str, column: &str) -> String {
    format!("{} lässt sich aus der Summe der Spalte berechnen.", hidden(table, row, column))
}

/// A hidden value follows from the sum of its row.
pub fn recoverable_from_row(table: &str, row: &str, column: &str) -> String {
    format!("{} lässt sich aus der Summe der Zeile berechnen.", hidden(table, row, column))
}

/// A hidden value stands in another table.
pub fn recoverable_from_table(table: &str, row: &str, column: &str, other: &str) -> String {
    format!("{} steht in „{other}“.", hidden(table, row, column))
}

/// A hidden value stands in another document.
pub fn recoverable_from_document(table: &str, row: &str, column: &str, other: &str) -> String {
    format!("{} steht in „{other}“.", hidden(table, row, column))
}
