//! Footnotes: where a number comes from.

/// A cell that a number was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellSource {
    /// Name of the area.
    pub area: String,
    /// Label of the period.
    pub period: String,
    /// File name.
    pub file: String,
    /// Cell, `F11`.
    pub cell: String,
    /// Sheet, where the file has several.
    pub sheet: Option<String>,
    /// How firm the value is, where it is not simply reported.
    pub status: Option<&'static str>,
    /// Provider, statistic, date as cited.
    pub source: String,
    /// Whether the value is invented.
    pub demonstration: bool,
}

/// `SGB-II-Quote, Marten, 2025: Soziale-Lage-2025.csv, Zelle F11. Quelle: Jobcenter, Stand 31.12.2025.`
pub fn cells(indicator: &str, sources: &[CellSource]) -> String {
    let mut places: Vec<String> = Vec::new();
    for source in sources {
        let sheet = source.sheet.as_ref().map_or_else(String::new, |sheet| format!(" (Blatt „{sheet}“)"));
        let status = source.status.map_or_else(String::new, |status| format!(" ({status})"));
        places
            .push(format!("{}, {}{status}: {}, Zelle {}{sheet}", source.area, source.period, source.file, source.cell));
    }
    let mut origins: Vec<&str> = Vec::new();
    for source in sources {
        if !source.demonstration && !source.source.is_empty() && !origins.contains(&source.source.as_str()) {
            origins.push(&source.source);
        }
    }
    let mut text = format!("{indicator}; {}.", places.join("; "));
    if !origins.is_empty() {
        text.push_str(&format!(" Quelle: {}.", origins.join("; ").trim_end_matches('.')));
    }
    if sources.len() > 1 {
        text.push_str(" Eigene Berechnung (Differenz).");
    }
    if sources.iter().any(|source| source.demonstration) {
        text.push_str(" Beispielwert, erfunden.");
    }
    text
}

/// The project's ranking.
pub fn ranking(recipe: &str, period: &str, indicators: usize, demonstration: bool) -> String {
    let invented = if demonstration { " Darin Beispielwerte, erfunden." } else { "" };
    format!(
        "Eigene Berechnung nach dem Rezept „{recipe}“, Stand {period}, {} (siehe Methode und Quellen).{invented}",
        super::counted(indicators, "Indikator", "Indikatoren")
    )
}

/// How many indicators of a section are more burdened than the city's.
pub fn section_count(demonstration: bool) -> String {
    let invented = if demonstration { " Darin Beispielwerte, erfunden." } else { "" };
    format!(
        "Eigene Berechnung: Auszählung der Indikatoren dieses Abschnitts, die mit der Gesamtstadt vergleichbar sind.{invented}"
    )
}

/// Sums of the programme's own plan.
pub fn own_plan() -> String {
    "Eigene Berechnung: Summe der Kosten aller Maßnahmen dieses Handlungsprogramms.".to_owned()
}

/// A number that was accepted earlier and differs from today's data.
pub fn superseded(today: Option<&str>) -> String {
    match today {
        Some(today) => format!("Festgehaltener Stand der Bearbeitung. Der heutige Datenstand zeigt {today}."),
        None => "Festgehaltener Stand der Bearbeitung. Im heutigen Datenstand gibt es den Wert nicht mehr.".to_owned(),
    }
}
