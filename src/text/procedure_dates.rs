//! Words of what is due, in the list, the calendar and the table of dates.

#![allow(missing_docs)]

/// Name of the example's round of the procedure.
pub const FRAME_DURCHGANG: &str = "Verfahren 2026/27 (Beispiel)";
/// Remark of a step that the example brings along as closed.
pub const FRAME_CLOSED: &str = "Vor der Arbeit mit dem Programm abgeschlossen. (Beispiel)";
pub const WIEDERVORLAGE: &str = "Wiedervorlage";
pub const SESSION: &str = "Sitzung";
/// Header of the table of dates.
pub const COLUMNS: [&str; 3] = ["Termin", "Was", "Näheres"];
pub const CALENDAR_FILE: &str = "Fristen.ics";
pub const TABLE_FILE: &str = "Fristen.csv";

/// `Wiedervorlage Marten`
pub fn wiedervorlage(area: &str) -> String {
    format!("{WIEDERVORLAGE} {area}")
}

/// `Handlungsprogramm Marten, Drucksache 27114-26`
pub fn matter(title: &str, drucksache: &str) -> String {
    if drucksache.is_empty() { title.to_owned() } else { format!("{title}, Drucksache {drucksache}") }
}
