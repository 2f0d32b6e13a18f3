//! Sentences on the situation of an area, worded for a whole section at a time: the finding first, the telling
//! values in full, the others in passing, what is provisional or cut off once at the end.
//!
//! Numbers come in as references in brackets; nothing here prints one. Context indicators are never judged.

use super::sentence::{Trend, capital, enumeration, in_period, since, subject};
use crate::domain::{AreaLevel, Status};

/// A value as a section words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Name of the indicator.
    pub name: String,
    /// Reference of the value here.
    pub here: String,
    /// Reference of the city's value.
    pub city: Option<String>,
    /// Name of the Stadtbezirk and reference of its value.
    pub bezirk: Option<(String, String)>,
    /// Period, where it differs from the one that the section speaks of.
    pub other_period: Option<String>,
}

/// How a group of values stands to the city's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Greater need; above or below in numbers.
    Burdened {
        /// Whether the numbers are greater.
        above: bool,
    },
    /// Less need.
    Favourable {
        /// Whether the numbers are greater.
        above: bool,
    },
    /// Prints alike.
    Equal,
    /// Nothing to compare with.
    Alone,
}

/// What a value told in full stands for in its section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// Of the burdened values the one with the foremost place.
    Foremost,
    /// The only burdened value among those that can be compared.
    OnlyNeed,
    /// Of the favourable values the one farthest from the city's, in relation to it.
    Farthest,
    /// The only favourable value among those that can be compared.
    OnlyFavourable,
    /// The next one of the same kind.
    Follows,
}

/// What a section has already said about values like these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    Nothing,
    /// The same verdict, on the other side of the city's value.
    OtherSide,
    /// The same verdict on the same side.
    SameSide,
}

/// `im Jahr 2025`, or words for values of different periods.
pub fn when(period: Option<&str>) -> String {
    period.map_or_else(|| "nach den jeweils neuesten Werten".to_owned(), in_period)
}

/// The finding of a section; `count` is the reference of how many are burdened, of how many.
pub fn situation_opening(burdened: usize, compared: usize, when: &str, count: &str) -> String {
    let lead = capital(when);
    if burdened == compared {
        format!(
            "{lead} ist die Lage bei allen vergleichbaren Indikatoren belasteter als in der Stadt insgesamt ({count})."
        )
    } else if burdened == 0 {
        format!(
            "{lead} ist die Lage bei keinem vergleichbaren Indikator belasteter als in der Stadt insgesamt ({count})."
        )
    } else if burdened * 2 > compared {
        format!(
            "{lead} ist die Lage überwiegend belasteter als in der Stadt insgesamt, nämlich bei {count} vergleichbaren Indikatoren."
        )
    } else {
        format!(
            "Das Bild ist {when} gemischt: Bei {count} vergleichbaren Indikatoren ist die Lage belasteter als in der Stadt insgesamt."
        )
    }
}

/// The only comparable value of a section, with its verdict.
pub fn only_value(told: &Told, group: Group, when: &str) -> String {
    let (here, name) = (&told.here, named(&told.name));
    let city = told.city.as_deref().unwrap_or_default();
    let bezirk = told
        .bezirk
        .as_ref()
        .map_or_else(String::new, |(bezirk, value)| format!(" Im Stadtbezirk {bezirk} sind es {value}."));
    let sentence = match group {
        Group::Burdened { above } => format!(
            "Mit {here} liegt {name} {when} {} dem Stadtwert von {city}; die Lage ist damit belasteter als in der Stadt insgesamt.",
            side(above)
        ),
        Group::Favourable { above } => format!(
            "Mit {here} liegt {name} {when} {} dem Stadtwert von {city}; die Lage ist damit günstiger als in der Stadt insgesamt.",
            side(above)
        ),
        Group::Equal => format!("Mit {here} entspricht {name} {when} dem Stadtwert."),
        Group::Alone => {
            format!("{} liegt {when} bei {here}; ein Vergleichswert für die Stadt fehlt.", capital(&name))
        }
    };
    format!("{sentence}{bezirk}")
}

/// A telling value beside the city's and the Stadtbezirk's.
pub fn telling_value(told: &Told, emphasis: Emphasis) -> String {
    let name = named(&told.name);
    let lead = match emphasis {
        Emphasis::Foremost => format!("Den vordersten Platz unter den belasteteren Werten hat {name}:"),
        Emphasis::OnlyNeed => {
            format!("Belasteter als in der Stadt ist unter den vergleichbaren Indikatoren nur {name}:")
        }
        Emphasis::Farthest => {
            format!("Von den günstigeren Werten hat {name}, gemessen am Stadtwert, den größten Abstand zur Stadt:")
        }
        Emphasis::OnlyFavourable => {
            format!("Günstiger als in der Stadt ist unter den vergleichbaren Indikatoren nur {name}:")
        }
        Emphasis::Follows => format!("Dazu kommt {name}:"),
    };
    let stand = told.other_period.as_deref().map_or_else(String::new, |period| format!(" (Stand {period})"));
    let mut others: Vec<String> = told.city.iter().map(|city| format!("{city} in der Stadt")).collect();
    others.extend(told.bezirk.iter().map(|(bezirk, value)| format!("{value} im Stadtbezirk {bezirk}")));
    let beside = if others.is_empty() { String::new() } else { format!(" gegenüber {}", enumeration(&others)) };
    format!("{lead} {} im Aktionsraum{stand}{beside}.", told.here)
}

/// The place among the areas; `first` explains how it is counted.
pub fn place_sentence(level: AreaLevel, place: &str, first: bool) -> String {
    if first {
        let areas = super::sentence::areas_dative(level);
        format!("Vom belastetsten Wert aus gezählt ist das Platz {place} unter den verglichenen {areas}.")
    } else {
        format!("Das entspricht Platz {place}.")
    }
}

/// The change of a value that was just told; without a verdict it is too slight for one.
pub fn change_sentence(variant: usize, from: &str, difference: &str, trend: Trend) -> String {
    match trend {
        Trend::Flat => format!("Gegenüber {} hat sich der Wert nicht nennenswert verändert.", since(from)),
        Trend::Moves { rising, burdening } => {
            let verdict = consequence(burdening);
            let only = if burdening.is_none() { "nur " } else { "" };
            if variant.is_multiple_of(2) {
                format!("Seit {} ist der Wert {only}um {difference} {}{verdict}.", since(from), participle(rising))
            } else {
                let noun = if rising { "Anstieg" } else { "Rückgang" };
                format!("Gegenüber {} ist das ein {noun} um {only}{difference}{verdict}.", since(from))
            }
        }
    }
}

/// The value that has changed most, in relation to where it began, of the judged ones with the same start and end.
pub fn strongest_change(name: &str, from: &str, difference: &str, rising: bool, burdening: Option<bool>) -> String {
    format!(
        "Von den bewerteten Indikatoren mit vergleichbaren Werten seit {} hat sich {}, gemessen am Ausgangswert, am stärksten verändert: Der Wert ist um {difference} {}{}.",
        since(from),
        named(name),
        participle(rising),
        consequence(burdening)
    )
}

/// Values in passing, all on the same side of the city's.
pub fn in_passing(variant: usize, group: Group, items: &[Told], said: Said) -> String {
    let list: Vec<String> = items.iter().map(with_values).collect();
    let list = enumeration(&list);
    let verb = |one: &'static str, many: &'static str| if items.len() == 1 { one } else { many };
    let lies = verb("liegt", "liegen");
    let first = variant.is_multiple_of(2);
    match group {
        Group::Burdened { above } if first => side_first(above, "belasteter", lies, &list, said),
        Group::Burdened { above } => value_first(above, "belastetere", lies, &list, said),
        Group::Favourable { above } if first => side_first(above, "günstiger", lies, &list, said),
        Group::Favourable { above } => value_first(above, "günstigere", lies, &list, said),
        Group::Equal => format!("Dem Stadtwert {} {list}.", verb("entspricht", "entsprechen")),
        Group::Alone => format!("Ohne Vergleichswert für die Stadt {} {list}.", verb("bleibt", "bleiben")),
    }
}

/// `Über dem Stadtwert und damit ebenfalls belasteter liegen …`
fn side_first(above: bool, verdict: &str, lies: &str, list: &str, said: Said) -> String {
    let also = match said {
        Said::Nothing => "",
        Said::OtherSide | Said::SameSide => "ebenfalls ",
    };
    format!("{} dem Stadtwert und damit {also}{verdict} {lies} {list}.", capital(side(above)))
}

/// `Auch … liegen über dem Stadtwert; das ist die belastetere Seite.`
fn value_first(above: bool, verdict: &str, lies: &str, list: &str, said: Said) -> String {
    let side = side(above);
    match said {
        Said::Nothing => format!("{} {lies} {side} dem Stadtwert; das ist hier die {verdict} Seite.", capital(list)),
        Said::OtherSide => {
            format!("{} {lies} {side} dem Stadtwert; auch das ist hier die {verdict} Seite.", capital(list))
        }
        Said::SameSide => format!("Auch {list} {lies} {side} dem Stadtwert und damit auf der {verdict}n Seite."),
    }
}

/// Context values, told and not judged.
pub fn context_values(items: &[Told], when: &str) -> String {
    let clauses: Vec<String> = items
        .iter()
        .enumerate()
        .map(|(at, told)| {
            let verb = if at == 0 { format!(" liegt {when}") } else { String::new() };
            format!("{}{verb} bei {}{}", named(&told.name), told.here, aside(told))
        })
        .collect();
    capital(&format!("{}.", enumeration(&clauses)))
}

/// Changes of context values: name, start, difference, trend.
pub fn context_changes(changes: &[(String, String, String, Trend)]) -> Option<String> {
    let first = since(&changes.first()?.1);
    let clauses: Vec<String> = changes
        .iter()
        .enumerate()
        .map(|(at, (name, from, difference, trend))| {
            let name = named(name);
            let from = since(from);
            let subject = match (at, from == first) {
                (0, _) => format!("ist {name}"),
                (_, true) => name,
                (_, false) => format!("{name} seit {from}"),
            };
            match trend {
                Trend::Flat => format!("{subject} nahezu unverändert geblieben"),
                Trend::Moves { rising, .. } => format!("{subject} um {difference} {}", participle(*rising)),
            }
        })
        .collect();
    Some(format!("Seit {first} {}.", enumeration(&clauses)))
}

/// Where the context values stand that a section leaves out.
pub fn context_elsewhere() -> String {
    "Weitere Angaben zur Ausgangslage stehen in der Tabelle der Indikatoren.".to_owned()
}

/// Closing words on context values.
pub fn context_closing(number: usize) -> String {
    if number == 1 {
        "Der Wert beschreibt die Ausgangslage und wird nicht bewertet."
    } else {
        "Diese Angaben beschreiben die Ausgangslage und werden nicht bewertet."
    }
    .to_owned()
}

/// Which values are provisional, revised, estimated or of limited certainty.
pub fn status_sentence(status: Status, names: &[String]) -> String {
    let label = capital(crate::text::status_label(status));
    let verb = if names.len() == 1 { "ist der Wert" } else { "sind die Werte" };
    format!("{label} {verb} zu {}.", quoted(names))
}

/// A break of the series that several indicators share.
pub fn shared_break(year: i16, reason: &str, names: &[String]) -> String {
    let reason = super::sentence::brackets(reason.trim().trim_end_matches('.'));
    format!(
        "Werte vor {year} sind bei {} wegen eines Reihenbruchs ({reason}) nicht vergleichbar und bleiben außer Betracht.",
        quoted(names)
    )
}

fn quoted(names: &[String]) -> String {
    enumeration(&names.iter().map(|name| format!("„{name}“")).collect::<Vec<_>>())
}

/// The indicator as a subject: with its article where that is certain, else quoted.
fn named(name: &str) -> String {
    subject(name).unwrap_or_else(|| format!("der Indikator „{name}“"))
}

fn with_values(told: &Told) -> String {
    let mut inner = vec![told.here.clone()];
    inner.extend(told.city.iter().map(|city| format!("Stadt {city}")));
    inner.extend(told.other_period.iter().map(|period| format!("Stand {period}")));
    format!("{} ({})", named(&told.name), inner.join(", "))
}

fn aside(told: &Told) -> String {
    let mut inner: Vec<String> = told.city.iter().map(|city| format!("Stadt {city}")).collect();
    inner.extend(told.bezirk.iter().map(|(bezirk, value)| format!("Stadtbezirk {bezirk} {value}")));
    inner.extend(told.other_period.iter().map(|period| format!("Stand {period}")));
    if inner.is_empty() { String::new() } else { format!(" ({})", inner.join(", ")) }
}

fn side(above: bool) -> &'static str {
    if above { "über" } else { "unter" }
}

fn participle(rising: bool) -> &'static str {
    if rising { "gestiegen" } else { "gesunken" }
}

fn consequence(burdening: Option<bool>) -> &'static str {
    match burdening {
        Some(true) => ", die Belastung hat damit zugenommen",
        Some(false) => ", die Belastung hat damit abgenommen",
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str, here: &str) -> Told {
        Told { name: name.into(), here: here.into(), city: Some("[s]".into()), bezirk: None, other_period: None }
    }

    #[test]
    fn several_values_in_passing_take_the_plural_and_one_the_singular() {
        let one = [told("SGB-II-Quote", "[a]")];
        assert_eq!(
            in_passing(0, Group::Burdened { above: true }, &one, Said::OtherSide),
            "Über dem Stadtwert und damit ebenfalls belasteter liegt die SGB-II-Quote ([a], Stadt [s])."
        );
        let two = [told("SGB-II-Quote", "[a]"), told("Kinder mit Normalgewicht", "[b]")];
        assert_eq!(
            in_passing(1, Group::Favourable { above: false }, &two, Said::Nothing),
            "Die SGB-II-Quote ([a], Stadt [s]) und der Indikator „Kinder mit Normalgewicht“ ([b], Stadt [s]) liegen unter dem Stadtwert; das ist hier die günstigere Seite."
        );
    }

    #[test]
    fn a_context_value_is_told_without_a_verdict() {
        let text = context_values(&[told("Jugendquotient", "[a]")], "im Jahr 2025");
        assert_eq!(text, "Der Jugendquotient liegt im Jahr 2025 bei [a] (Stadt [s]).");
    }

    #[test]
    fn a_value_without_stadtbezirk_or_city_stands_alone() {
        let alone = Told { city: None, ..told("SGB-II-Quote", "[a]") };
        assert_eq!(telling_value(&alone, Emphasis::Follows), "Dazu kommt die SGB-II-Quote: [a] im Aktionsraum.");
    }
}
