//! Words of a sentence that goes from a panel into a Handlungsprogramm.

#![allow(missing_docs)]

use crate::text::report::brackets;

pub const TAKE: &str = "Satz übernehmen";
pub const TAKEN: &str = "Der Satz steht im Handlungsprogramm";
pub const OTHER_SECTION: &str = "In einen anderen Abschnitt";
pub const NOTHING: &str = "Noch nicht möglich: Dazu gibt es noch keinen Satz.";
pub const READ_ONLY: &str = "Das Projekt ist schreibgeschützt geöffnet.";
pub const NO_PROGRAMME: &str = "Noch nicht möglich: Für dieses Gebiet gibt es kein Handlungsprogramm.";

/// `Marten: 5.1 Handlungsbedarf`
pub fn into(area: &str, number: &str, title: &str) -> String {
    format!("{area}: {number} {title}")
}

/// `5.1 Handlungsbedarf`
pub fn section(number: &str, title: &str) -> String {
    format!("{number} {title}")
}

/// `Marten steht auf Rang [rang:marten] von [gewertet], Spanne [spanne:marten].` The numbers are references.
pub fn rank(area: &str, rank: &str, of: &str, span: &str) -> String {
    let area = brackets(area);
    format!("{area} steht auf Rang {rank} von {of}, Spanne {span}.")
}

/// `Marten steht auf Rang [rang:marten], Nette auf Rang [rang:nette].`
pub fn two_ranks((first, first_rank): (&str, &str), (second, second_rank): (&str, &str)) -> String {
    let (first, second) = (brackets(first), brackets(second));
    format!("{first} steht auf Rang {first_rank}, {second} auf Rang {second_rank}.")
}

/// The sentence with words that hold no number and need no reference: brackets in them are words.
pub fn then(first: &str, words: &str) -> String {
    format!("{first} {}", brackets(words))
}

/// `„Arbeitslosenrate“, Marten: 2020 [wert:…], 2025 [wert:…]; in der Stadt [wert:…] und [wert:…].`
pub fn course(indicator: &str, area: &str, values: &[(&str, String)], city: &[String]) -> String {
    let (indicator, area) = (brackets(indicator), brackets(area));
    let own: Vec<String> = values.iter().map(|(period, value)| format!("{period} {value}")).collect();
    let city = if city.is_empty() { String::new() } else { format!("; in der Stadt {}", city.join(" und ")) };
    format!("„{indicator}“, {area}: {}{city}.", own.join(", "))
}

/// `Bei „SGB-II-Quote“ ist Scharnhorst-Ost auffällig belastet ([wert:…]), Scharnhorst insgesamt nicht ([wert:…]).`
pub fn pocket(indicator: &str, area: (&str, &str), around: (&str, Option<&str>)) -> String {
    let (indicator, small, large) = (brackets(indicator), brackets(area.0), brackets(around.0));
    let whole = around.1.map_or_else(String::new, |value| format!(" ({value})"));
    format!("Bei „{indicator}“ ist {small} auffällig belastet ({}), {large} insgesamt nicht{whole}.", area.1)
}
