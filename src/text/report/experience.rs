//! Words on experience from earlier programmes and on the catalogue of measures.

/// Caption of the table.
pub const CAPTION: &str = "Erfahrungen, auf die das Handlungsprogramm baut";
/// Header of the table.
pub const COLUMNS: [&str; 5] =
    ["Vorhaben", "Was getan wurde und was daraus wurde", "Lehre", "Aufgenommen in", "Quelle"];
/// It was taken up by nothing yet.
pub const NOT_TAKEN_UP: &str = "noch nicht aufgenommen";

/// `Bürgergarten (URBAN II, 2002 bis 2008)`
pub fn title(title: &str, programme: &str, period: &str) -> String {
    let details: Vec<&str> = [programme.trim(), period.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    if details.is_empty() { title.to_owned() } else { format!("{title} ({})", details.join(", ")) }
}

/// What was done, then what came of it.
pub fn done_and_result(done: &str, result: &str) -> String {
    let parts = [done, result].map(|part| super::sentence_end(part).replace("[[", "[").replace("]]", "]"));
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `Ziel „…“`
pub fn goal(text: &str) -> String {
    format!("Ziel „{}“", text.trim().trim_end_matches('.'))
}

/// Note below the table.
pub fn source() -> String {
    "Quelle: wie angegeben; Auswahl und Lehre eigene Einschätzung.".to_owned()
}
