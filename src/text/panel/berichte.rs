//! Words of the panel.

#![allow(missing_docs)]

/// `Handlungsprogramm_Marten_2026-11-22.docx`
pub fn programme_file_name(area: &str, today: jiff::civil::Date) -> String {
    format!("Handlungsprogramm_{}_{today}.docx", area.replace(['/', ' '], "-"))
}

/// `13 Handlungsprogramme gespeichert`
pub fn written(files: usize) -> String {
    if files == 1 {
        "Handlungsprogramm gespeichert".to_owned()
    } else {
        format!("{files} Handlungsprogramme gespeichert")
    }
}

pub const COPIED: &str = "Kopiert";
