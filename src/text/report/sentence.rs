//! Sentences of generated sections. Numbers come in as references in brackets; nothing here prints one.
//!
//! Every sentence speaks of the area's situation, never of its people as a problem.

use crate::domain::{AreaLevel, Indicator, Status};
use crate::text::{NBSP, decimal, value_with_unit};

/// How a value stands to the city's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgainstCity {
    /// Greater need; above or below in numbers.
    Burdened {
        /// Whether the number is greater.
        above: bool,
    },
    /// Less need.
    Favourable {
        /// Whether the number is greater.
        above: bool,
    },
    /// Prints alike.
    Equal,
    /// Context indicator, greater number.
    Higher,
    /// Context indicator, smaller number.
    Lower,
    /// One of the two is missing.
    Unknown,
}

/// How firmly a rank may be worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firmness {
    /// The interval is narrow.
    Firm,
    /// The interval spans several ranks.
    Moderate,
    /// The interval spans much of the ranking.
    Loose,
    /// One indicator alone decides: there is no choice of indicators and weights whose doubt an interval could show.
    Untested,
}

/// Whether an area belongs to the areas with the greatest need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// In all replications.
    Always,
    /// In nearly all replications.
    Settled,
    /// In some.
    Borderline,
    /// In hardly any.
    RuledOut,
    /// In none.
    Never,
    /// There are no more areas in the ranking than places in the choice: it tells nothing.
    Unasked,
}

/// Direction of a change over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Rises or falls; towards need, away from it, or without judgement.
    Moves {
        /// Whether the number rises.
        rising: bool,
        /// Whether the need grows; none for context.
        burdening: Option<bool>,
    },
    /// Prints as no change.
    Flat,
}

/// What a reference shows when its value is gone.
pub const NO_LONGER_THERE: &str = "nicht mehr vorhanden";

/// `ohne Angabe (gesperrt: geheim oder unbekannt)`: never a number.
pub fn without_value(status: Status) -> String {
    match status {
        Status::Suppressed => "ohne Angabe (gesperrt)".to_owned(),
        Status::Unreliable => "ohne Angabe (nicht sicher genug)".to_owned(),
        Status::Later => "noch ohne Angabe (folgt später)".to_owned(),
        Status::NotMeaningful => "ohne Angabe (nicht sinnvoll)".to_owned(),
        Status::Missing
        | Status::Reported
        | Status::Nil
        | Status::Provisional
        | Status::Revised
        | Status::Estimated
        | Status::Limited => "ohne Angabe".to_owned(),
    }
}

/// `38,7 %`; that a value is provisional or estimated stands in its source note.
pub fn value_in_sentence(value: f64, indicator: &Indicator) -> String {
    value_with_unit(value, indicator.decimals, &indicator.unit)
}

/// `1,8 Prozentpunkte`, `12 je 1.000`.
pub fn change_in_sentence(difference: f64, indicator: &Indicator) -> String {
    if indicator.unit == "%" {
        let number = decimal(difference, indicator.decimals);
        let unit = if number == "1" || number == "1,0" { "Prozentpunkt" } else { "Prozentpunkte" };
        format!("{number}{NBSP}{unit}")
    } else {
        value_with_unit(difference, indicator.decimals, &indicator.unit)
    }
}

/// `4 bis 6`, or one number where both ends are the same rank.
pub fn interval(low: f64, high: f64) -> String {
    let (low, high) = (decimal(low, 0), decimal(high, 0));
    if low == high { low } else { format!("{low} bis {high}") }
}

/// `7 von 8`
pub fn out_of(part: usize, whole: usize) -> String {
    format!("{part} von {whole}")
}

/// `1 Indikator`, `8 Indikatoren`
pub fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1{NBSP}{one}") } else { format!("{}{NBSP}{many}", crate::text::count(number as u64)) }
}

/// `A`, `A und B`, `A, B und C`
pub fn enumeration(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} und {last}", first.join(", ")),
    }
}

/// `im Jahr 2025`, `am 31.12.2025`, `im Zeitraum 2007/2008`, `ohne Jahresangabe`.
pub fn in_period(label: &str) -> String {
    let year = label.len() == 4 && label.bytes().all(|b| b.is_ascii_digit());
    if year {
        format!("im Jahr {label}")
    } else if label.matches('.').count() == 2 && label.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        format!("am {label}")
    } else if label.contains(['/', '–']) {
        format!("im Zeitraum {label}")
    } else {
        format!("zum Stand „{label}“")
    }
}

/// `2021` after "seit" and "gegenüber" for years, `dem Stand 31.12.2021` for anything else.
pub(super) fn since(label: &str) -> String {
    if in_period(label).starts_with("im Jahr") { label.to_owned() } else { format!("dem Stand {label}") }
}

/// `Sozialräumen`: areas of a level after "unter den verglichenen".
pub(super) fn areas_dative(level: AreaLevel) -> &'static str {
    match level {
        AreaLevel::Stadt => "Städten",
        AreaLevel::Stadtbezirk => "Stadtbezirken",
        AreaLevel::Sozialraum => "Sozialräumen",
        AreaLevel::StatistischerBezirk => "statistischen Bezirken",
        AreaLevel::Unterbezirk => "statistischen Unterbezirken",
        AreaLevel::Aktionsquartier => "Aktionsquartieren",
        AreaLevel::Stadtteil => "Stadtteilen",
        AreaLevel::Planungsraum => "Planungsräumen",
        AreaLevel::Sonstige => "Gebieten",
    }
}

/// `ein Sozialraum`
fn an_area(level: AreaLevel) -> &'static str {
    match level {
        AreaLevel::Stadt => "eine Stadt",
        AreaLevel::Stadtbezirk => "ein Stadtbezirk",
        AreaLevel::Sozialraum => "ein Sozialraum",
        AreaLevel::StatistischerBezirk => "ein statistischer Bezirk",
        AreaLevel::Unterbezirk => "ein statistischer Unterbezirk",
        AreaLevel::Aktionsquartier => "ein Aktionsquartier",
        AreaLevel::Stadtteil => "ein Stadtteil",
        AreaLevel::Planungsraum => "ein Planungsraum",
        AreaLevel::Sonstige => "ein Gebiet",
    }
}

const FEMININE: [&str; 14] = [
    "quote",
    "rate",
    "dichte",
    "fläche",
    "zahl",
    "ziffer",
    "belastung",
    "keit",
    "heit",
    "größe",
    "dauer",
    "armut",
    "beteiligung",
    "versorgung",
];
const MASCULINE: [&str; 5] = ["anteil", "quotient", "index", "grad", "wert"];

/// The indicator's name as a subject with its article, where the article is certain.
pub(super) fn subject(name: &str) -> Option<String> {
    let head = name.split([' ', '(', ',']).next()?.to_lowercase();
    if FEMININE.iter().any(|end| head.ends_with(end)) {
        Some(format!("die {name}"))
    } else if MASCULINE.iter().any(|end| head.ends_with(end)) {
        Some(format!("der {name}"))
    } else {
        None
    }
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A value that is not there, with the reason, and the city's beside it.
pub fn missing_sentence(name: &str, period: &str, status: Status, city: Option<&str>) -> String {
    let reason = match status {
        Status::Suppressed => "aus Gründen der Geheimhaltung nicht ausgewiesen oder nicht bekannt",
        Status::Unreliable => "nicht ausgewiesen, weil der Wert nicht sicher genug ist",
        Status::Later => "noch nicht ausgewiesen; die Angabe folgt später",
        Status::NotMeaningful => "nicht ausgewiesen, weil eine Angabe nicht sinnvoll ist",
        Status::Missing
        | Status::Reported
        | Status::Nil
        | Status::Provisional
        | Status::Revised
        | Status::Estimated
        | Status::Limited => "nicht angegeben",
    };
    let subject = subject(name).unwrap_or_else(|| format!("der Wert für „{name}“"));
    let city = city.map_or_else(String::new, |city| format!(" In der Gesamtstadt sind es {city}."));
    format!(
        "{} ist für den Aktionsraum {} {reason}. Aussagen dazu sind auf dieser Grundlage nicht möglich.{city}",
        capital(&subject),
        in_period(period)
    )
}

/// A break of the series.
pub fn break_sentence(year: i16, reason: &str) -> String {
    let reason = reason.trim().trim_end_matches('.');
    format!("Werte vor {year} sind wegen eines Reihenbruchs nicht vergleichbar ({reason}) und bleiben außer Betracht.")
}

/// A section for which there are no values.
pub fn no_values() -> String {
    "Zu diesem Abschnitt liegen im Projekt keine Werte vor.".to_owned()
}

/// Inhabitants.
pub fn population_sentence(area: &str, period: &str, persons: &str) -> String {
    format!("Im Aktionsraum {area} leben {persons} Menschen (Stand {period}).")
}

/// Inhabitants that are not known.
pub fn population_missing(area: &str, indicator: Option<&str>) -> String {
    match indicator {
        Some(indicator) => format!("Für den Aktionsraum {area} liegt zum Indikator „{indicator}“ kein Wert vor."),
        None => "Welcher Indikator die Zahl der Menschen nennt, ist im Projekt nicht festgelegt.".to_owned(),
    }
}

/// Change of the number of inhabitants.
pub fn population_change(from: &str, difference: &str, trend: Trend) -> String {
    match trend {
        Trend::Flat => format!("Gegenüber {} ist die Einwohnerzahl unverändert.", since(from)),
        Trend::Moves { rising: true, .. } => {
            format!("Seit {} ist die Einwohnerzahl um {difference} Personen gewachsen.", since(from))
        }
        Trend::Moves { rising: false, .. } => {
            format!("Seit {} ist die Einwohnerzahl um {difference} Personen zurückgegangen.", since(from))
        }
    }
}

/// Where the area lies.
pub fn delimitation(area: &str, level: AreaLevel, bezirk: Option<&str>) -> String {
    let kind = an_area(level);
    match bezirk {
        Some(bezirk) if bezirk != area => format!("Der Aktionsraum {area} ist {kind} im Stadtbezirk {bezirk}."),
        Some(_) => format!("Der Aktionsraum {area} ist {kind} im gleichnamigen Stadtbezirk."),
        None => format!("Der Aktionsraum {area} ist {kind}."),
    }
}

/// What the sources say about the delimitation.
pub fn delimitation_note(note: &str) -> String {
    sentence_end(note)
}

/// Areas inside, by level: `Zum Gebiet gehört im Projekt das Aktionsquartier Meylantviertel.`
pub fn parts(inner: &[(AreaLevel, Vec<String>)]) -> String {
    let of_level = |(level, names): &(AreaLevel, Vec<String>)| match names.as_slice() {
        [only] => format!("{} {only}", the_area(*level)),
        several => format!("{} {}", the_areas(*level), enumeration(several)),
    };
    let verb = if inner.iter().map(|(_, names)| names.len()).sum::<usize>() == 1 { "gehört" } else { "gehören" };
    let parts: Vec<String> = inner.iter().map(of_level).collect();
    format!("Zum Gebiet {verb} im Projekt {}.", parts.join(" sowie "))
}

fn the_area(level: AreaLevel) -> &'static str {
    match level {
        AreaLevel::Stadt => "die Stadt",
        AreaLevel::Stadtbezirk => "der Stadtbezirk",
        AreaLevel::Sozialraum => "der Sozialraum",
        AreaLevel::StatistischerBezirk => "der statistische Bezirk",
        AreaLevel::Unterbezirk => "der statistische Unterbezirk",
        AreaLevel::Aktionsquartier => "das Aktionsquartier",
        AreaLevel::Stadtteil => "der Stadtteil",
        AreaLevel::Planungsraum => "der Planungsraum",
        AreaLevel::Sonstige => "das Gebiet",
    }
}

fn the_areas(level: AreaLevel) -> &'static str {
    match level {
        AreaLevel::Stadt => "die Städte",
        AreaLevel::Stadtbezirk => "die Stadtbezirke",
        AreaLevel::Sozialraum => "die Sozialräume",
        AreaLevel::StatistischerBezirk => "die statistischen Bezirke",
        AreaLevel::Unterbezirk => "die statistischen Unterbezirke",
        AreaLevel::Aktionsquartier => "die Aktionsquartiere",
        AreaLevel::Stadtteil => "die Stadtteile",
        AreaLevel::Planungsraum => "die Planungsräume",
        AreaLevel::Sonstige => "die Gebiete",
    }
}

/// A later proposal that leaves out an area of the set in force.
pub fn left_out_by(set: &str, from: Option<jiff::civil::Date>) -> String {
    let day = from.map_or_else(String::new, |from| format!(" vom {}", crate::text::date(from)));
    let name = if set.contains(day.trim()) && !day.is_empty() { String::new() } else { format!(" („{set}“)") };
    format!("Der Vorschlag{day}{name} nennt das Gebiet nicht mehr; beschlossen ist er noch nicht.")
}

/// `2008` for a set that is only known to the year (1 January or 31 December), else `dem 22.12.2020`.
fn day_or_year(date: jiff::civil::Date) -> String {
    match (date.month(), date.day()) {
        (1, 1) | (12, 31) => date.year().to_string(),
        _ => format!("dem {}", crate::text::date(date)),
    }
}

/// A set that the area belongs or belonged to.
pub fn set_sentence(
    set: &str,
    state: crate::domain::AreaSetState,
    from: Option<jiff::civil::Date>,
    to: Option<jiff::civil::Date>,
) -> String {
    use crate::domain::AreaSetState as State;
    let since = from.map(|from| format!(" seit {}", day_or_year(from))).unwrap_or_default();
    let until = to.map(|to| format!(" bis {}", day_or_year(to).replace("dem ", "zum "))).unwrap_or_default();
    let span = format!("{since}{until}");
    match state {
        State::Gueltig => format!("Das Gebiet gehört{span} zur Gebietskulisse „{set}“."),
        State::Vorschlag => {
            format!("Das Gebiet steht{span} in einem Vorschlag, der noch nicht beschlossen ist („{set}“).")
        }
        State::Beobachtet => format!("Das Gebiet wird{span} beobachtet („{set}“)."),
        State::Auswahl => format!("Das Gebiet ist Teil der Auswahl „{set}“."),
    }
}

/// The same with a set that has ended.
pub fn ended_set_sentence(set: &str, to: jiff::civil::Date) -> String {
    format!("Bis {} gehörte das Gebiet zur Gebietskulisse „{set}“.", day_or_year(to).replace("dem ", "zum "))
}

/// The area is in no set.
pub fn no_set() -> String {
    "Eine Gebietskulisse, zu der das Gebiet gehört, ist im Projekt nicht verzeichnet.".to_owned()
}

/// The rank, worded by its certainty; a rank that hardly moves is no stable result where it stands at the edge.
pub fn rank_sentence(
    area: &str,
    rank: &str,
    interval: &str,
    participants: &str,
    certainty: Firmness,
    membership: Membership,
) -> String {
    let opening = format!("In der Rangfolge des Handlungsbedarfs steht {area} auf Rang {rank} von {participants}.");
    let certainty = match certainty {
        Firmness::Firm if membership == Membership::Borderline => format!(
            "Der Rang schwankt wenig (mit anderen Gewichten und Rechenweisen meist {interval}), liegt aber an der Grenze der Auswahl."
        ),
        Firmness::Firm => format!(
            "Das Ergebnis ist stabil: Auch mit anderen Gewichten und Rechenweisen liegt der Rang meist bei {interval}."
        ),
        Firmness::Moderate => format!(
            "Der Rang hängt von Gewichten und Rechenweise ab; die Spanne reicht von {interval}. Nahe Ränge sollten nicht gegeneinander gelesen werden."
        ),
        Firmness::Loose => format!(
            "Der Rang ist unsicher: Je nach Gewichten und Rechenweise reicht die Spanne von {interval}. Aus dem Rang allein lässt sich keine Auswahl begründen."
        ),
        Firmness::Untested => "Die Rangfolge beruht auf einem einzigen Indikator. Wie sicher der Rang ist, lässt sich daran nicht ablesen; eine Auswahl begründet er nicht.".to_owned(),
    };
    format!("{opening} {certainty}")
}

/// Whether the area belongs to the `places` with the greatest need.
pub fn membership_sentence(membership: Membership, places: &str) -> String {
    let belongs = |ways: &str| {
        format!(
            "Zu den {places} Gebieten mit dem größten Handlungsbedarf gehört der Aktionsraum in {ways} Rechenwegen."
        )
    };
    let outside = |ways: &str| {
        format!(
            "Nach den Daten allein zählt das Gebiet in {ways} Rechenweg zu den {places} mit dem größten Handlungsbedarf; die Auswahl stützt sich auf weitere Gründe."
        )
    };
    match membership {
        Membership::Always => belongs("allen"),
        Membership::Settled => belongs("nahezu allen"),
        Membership::Borderline => format!(
            "Ob der Aktionsraum zu den {places} Gebieten mit dem größten Handlungsbedarf gehört, hängt von der Rechenweise ab: Er ist ein Grenzfall, für den die Kenntnis vor Ort besonders zählt."
        ),
        Membership::RuledOut => outside("kaum einem"),
        Membership::Never => outside("keinem"),
        Membership::Unasked => "In die Rangfolge gingen nur so viele Gebiete ein, wie ausgewählt werden; dass der Aktionsraum zu ihnen gehört, folgt daher nicht aus den Daten.".to_owned(),
    }
}

/// There is no ranking.
pub fn no_ranking() -> String {
    "Eine Rangfolge liegt nicht vor. Die Begründung muss sich bis dahin auf die Einzelwerte und die Kenntnis vor Ort stützen.".to_owned()
}

/// The area does not take part in the ranking.
pub fn not_ranked(reason: &str) -> String {
    format!("In der Rangfolge ist das Gebiet nicht gewertet: {}", sentence_end(reason))
}

/// How many indicators are worse than the city.
pub fn burden_sentence(count: &str) -> String {
    format!("Belasteter als die Gesamtstadt ist der Aktionsraum bei {count} vergleichbaren Indikatoren.")
}

/// What lifts the rank.
pub fn drivers_sentence(names: &[String]) -> String {
    match names {
        [only] => format!("Den größten Anteil am Ergebnis hat der Indikator {only}."),
        _ => format!("Den größten Anteil am Ergebnis haben die Indikatoren {}.", enumeration(names)),
    }
}

/// The ranking rests on invented values.
pub fn ranking_demonstration() -> String {
    "Die Rangfolge beruht ganz oder teilweise auf erfundenen Beispielwerten und sagt nichts über die wirkliche Lage."
        .to_owned()
}

/// The planner's assessment as a paragraph of its section, or that it is missing.
pub fn assessment(text: &str) -> String {
    if text.trim().is_empty() {
        assessment_missing()
    } else {
        format!("Fachliche Einschätzung: {}", sentence_end(text))
    }
}

/// The planner's assessment is missing.
pub fn assessment_missing() -> String {
    "Die fachliche Einschätzung der Sozialplanung fehlt noch. Ränge sind Hinweise und ersetzen sie nicht.".to_owned()
}

/// Opening of so many needs.
pub fn needs_opening(area: &str, needs: usize) -> String {
    if needs == 1 {
        return format!(
            "Aus den Daten ergibt sich für {area} ein Bedarf. Er zeigt, wo genauer hinzusehen ist, und erklärt noch keine Ursachen."
        );
    }
    format!(
        "Aus den Daten ergeben sich für {area} die folgenden Bedarfe, geordnet nach ihrem Beitrag zur Rangfolge. Sie zeigen, wo genauer hinzusehen ist, und erklären noch keine Ursachen."
    )
}

/// A need with its field and whether a measure answers it.
pub fn need_item(indicator: &str, value: &str, city: Option<&str>, field: Option<&str>, measures: &[String]) -> String {
    let city = city.map_or_else(String::new, |city| format!(", Stadt {city}"));
    let field = field
        .map_or_else(|| "noch keinem Handlungsfeld zugeordnet".to_owned(), |field| format!("Handlungsfeld „{field}“"));
    let answer = if measures.is_empty() {
        "Eine Maßnahme, die darauf zielt, gibt es noch nicht.".to_owned()
    } else if measures.len() == 1 {
        format!("Darauf zielt die Maßnahme {}.", measures.concat())
    } else {
        format!("Darauf zielen die Maßnahmen {}.", enumeration(measures))
    };
    format!("- {indicator} ({value}{city}): {field}. {answer}")
}

/// No needs by the ranking.
pub fn no_needs() -> String {
    "Die Rangfolge zeigt keinen Indikator, der den Handlungsbedarf über den Durchschnitt hebt.".to_owned()
}

/// Opening of the statements.
pub fn voices_opening() -> String {
    "Die folgenden Aussagen stammen aus Beteiligung und Gesprächen mit Akteuren. Sie sind nicht repräsentativ; sie vertiefen, was die Daten zeigen, oder stellen es in Frage.".to_owned()
}

/// A statement.
pub fn voice_item(text: &str, occasion: &str, date: Option<&str>, relation: Option<&str>, invented: bool) -> String {
    let origin = match (occasion.is_empty(), date) {
        (false, Some(date)) => format!(" ({occasion}, {date})"),
        (false, None) => format!(" ({occasion})"),
        (true, Some(date)) => format!(" ({}, {date})", super::participation::WITHOUT_SOURCE),
        (true, None) => format!(" ({})", super::participation::WITHOUT_SOURCE),
    };
    let relation = relation.map_or_else(String::new, |relation| format!(" {}", sentence_end(&capital(relation))));
    let invented = if invented { " Beispiel, erfunden." } else { "" };
    format!("- „{}“{origin}.{relation}{invented}", brackets(text.trim().trim_end_matches('.')))
}

/// No statements.
pub fn no_voices() -> String {
    "Aussagen aus der Beteiligung sind noch nicht festgehalten. Ohne die Kenntnis der Akteure vor Ort bleibt das Bild unvollständig.".to_owned()
}

/// How a statement relates to an indicator; a contradiction that nobody has answered is to be settled.
pub fn voice_relation(stance: crate::domain::AussageStance, indicator: &str, is_settled: bool) -> String {
    use crate::domain::AussageStance as Stance;
    match stance {
        Stance::Stuetzt => format!("Das stützt die Daten zu „{indicator}“"),
        Stance::Widerspricht if is_settled => format!("Das widerspricht den Daten zu „{indicator}“"),
        Stance::Widerspricht => format!("Das widerspricht den Daten zu „{indicator}“ und ist zu klären"),
        Stance::Ergaenzt => format!("Das ergänzt die Daten zu „{indicator}“"),
    }
}

/// Opening of the services.
pub fn services_opening() -> String {
    "Das Handlungsprogramm baut auf vorhandenen Strukturen auf und vermeidet Doppelstrukturen. Im Aktionsraum bestehen bereits die folgenden Angebote.".to_owned()
}

/// A service.
pub fn service_item(
    name: &str,
    traeger: &str,
    target: &str,
    extent: &str,
    until: Option<&str>,
    invented: bool,
) -> String {
    let mut details: Vec<String> = Vec::new();
    if !traeger.is_empty() {
        details.push(format!("Träger: {traeger}"));
    }
    if !target.is_empty() {
        details.push(format!("Zielgruppe: {target}"));
    }
    if !extent.is_empty() {
        details.push(extent.to_owned());
    }
    if let Some(until) = until {
        details.push(format!("gefördert bis {until}"));
    }
    let details = if details.is_empty() { String::new() } else { format!(" – {}", details.join("; ")) };
    let invented = if invented { " (Beispiel, erfunden)" } else { "" };
    brackets(&format!("- {name}{details}{invented}"))
}

/// The field of the services that follow.
pub fn services_field(field: &str) -> String {
    format!("Handlungsfeld „{field}“:")
}

/// Fields without a service.
pub fn services_gap(fields: &[String]) -> String {
    format!("Kein Angebot ist verzeichnet für {}.", enumeration(fields))
}

/// No services.
pub fn no_services() -> String {
    "Vorhandene Angebote sind noch nicht erfasst. Ob neue Maßnahmen Doppelstrukturen schaffen, lässt sich deshalb noch nicht beurteilen.".to_owned()
}

/// A text that ends like a sentence; brackets in it are words, not references.
pub fn sentence_end(text: &str) -> String {
    let text = brackets(text.trim());
    let ends = text.is_empty()
        || text.ends_with(['.', '!', '?'])
        || [".“", "!“", "?“", ". (Beispieltext)"].iter().any(|end| text.ends_with(end));
    if ends { text } else { format!("{text}.") }
}

/// Brackets doubled, so that they are read as words.
pub fn brackets(text: &str) -> String {
    text.replace('[', "[[").replace(']', "]]")
}

#[cfg(test)]
mod tests {
    #[test]
    fn inner_areas_are_named_with_their_level_and_a_verb_that_agrees() {
        let one = vec![(AreaLevel::Aktionsquartier, vec!["Meylantviertel".to_owned()])];
        assert_eq!(parts(&one), "Zum Gebiet gehört im Projekt das Aktionsquartier Meylantviertel.");
        let two = vec![(AreaLevel::Unterbezirk, vec!["A".to_owned(), "B".to_owned()]), one[0].clone()];
        let sentence = "Zum Gebiet gehören im Projekt die statistischen Unterbezirke A und B sowie das Aktionsquartier \
                        Meylantviertel.";
        assert_eq!(parts(&two), sentence);
    }

    #[test]
    fn a_later_proposal_is_named_by_its_day() {
        let day = Some(jiff::civil::date(2020, 12, 22));
        let sentence = "Der Vorschlag vom 22.12.2020 nennt das Gebiet nicht mehr; beschlossen ist er noch nicht.";
        assert_eq!(left_out_by("Vorschlag vom 22.12.2020", day), sentence);
        assert!(left_out_by("Neuer Zuschnitt", None).starts_with("Der Vorschlag („Neuer Zuschnitt“) nennt"));
    }

    use super::*;

    #[test]
    fn the_article_is_used_only_where_it_is_certain() {
        assert_eq!(subject("SGB-II-Quote").as_deref(), Some("die SGB-II-Quote"));
        assert_eq!(subject("Anteil der Sozialwohnungen").as_deref(), Some("der Anteil der Sozialwohnungen"));
        assert_eq!(subject("Kinder mit Normalgewicht"), None);
    }

    #[test]
    fn one_need_is_not_spoken_of_as_several() {
        assert!(needs_opening("Wickede", 1).starts_with("Aus den Daten ergibt sich für Wickede ein Bedarf."));
        assert!(
            needs_opening("Wickede", 2).starts_with("Aus den Daten ergeben sich für Wickede die folgenden Bedarfe,")
        );
    }

    #[test]
    fn a_period_reads_as_a_german_phrase() {
        for (label, phrase) in [
            ("2025", "im Jahr 2025"),
            ("31.12.2025", "am 31.12.2025"),
            ("2007/2008", "im Zeitraum 2007/2008"),
            ("o. J.", "zum Stand „o. J.“"),
        ] {
            assert_eq!(in_period(label), phrase);
        }
    }

    #[test]
    fn a_suppressed_value_reads_as_suppressed() {
        assert_eq!(without_value(Status::Suppressed), "ohne Angabe (gesperrt)");
    }

    #[test]
    fn a_single_rank_is_no_span() {
        assert_eq!(interval(3.0, 3.0), "3");
        assert_eq!(interval(4.0, 6.2), "4 bis 6");
    }
}
