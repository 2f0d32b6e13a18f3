//! Wording of files of boundaries that cannot be used as a whole.

use crate::text::Message;
use crate::text::number::count;

const TITLE: &str = "Die Gebietsgrenzen wurden nicht gelesen";
const UNCHANGED: &str = "Ihre Daten sind unverändert, es wurde nichts übernommen.";
const EXPORT_AGAIN: &str = "Geben Sie die Gebiete im GIS als GeoJSON aus (Flächen, am besten in WGS84 oder ETRS89/UTM 32N), und wählen Sie die \
    Datei erneut.";

/// The file has no content.
pub fn empty() -> Message {
    Message::new(TITLE, "Die Datei ist leer.", UNCHANGED, EXPORT_AGAIN)
}

/// The file is too large.
pub fn too_large(megabytes: u64) -> Message {
    let happened = format!("Die Datei ist mit {} MB zu groß für Gebietsgrenzen.", count(megabytes));
    Message::new(TITLE, happened, UNCHANGED, "Vereinfachen Sie die Grenzen im GIS, oder geben Sie nur Ihr Gebiet aus.")
}

/// Too many corners.
pub fn too_many_corners(corners: usize) -> Message {
    let happened = format!("Die Datei enthält mehr als {} Stützpunkte.", count(corners.saturating_sub(1) as u64));
    Message::new(TITLE, happened, UNCHANGED, "Vereinfachen Sie die Grenzen im GIS, oder geben Sie nur Ihr Gebiet aus.")
}

/// No GeoJSON.
pub fn not_geojson(detail: &str) -> Message {
    let happened = "Die Datei ist kein lesbares GeoJSON: Sie ist beschädigt, unvollständig oder von anderer Art.";
    Message::new(TITLE, happened, UNCHANGED, EXPORT_AGAIN).with_technical(detail.chars().take(300).collect::<String>())
}

/// GeoJSON without surfaces.
pub fn no_surfaces() -> Message {
    Message::new(TITLE, "Die Datei enthält keine Flächen (Polygon oder MultiPolygon).", UNCHANGED, EXPORT_AGAIN)
}

/// The coordinate system is unknown.
pub fn unknown_system(named: Option<&str>, sample: &str) -> Message {
    let happened = match named {
        Some(named) => {
            format!("Das Koordinatensystem „{named}“ ist nicht bekannt, und die Zahlen passen zu keinem bekannten.")
        }
        None => "Die Datei nennt kein Koordinatensystem, und die Zahlen passen zu keinem bekannten.".to_owned(),
    };
    let action = "Rechnen Sie die Datei im GIS in WGS84 (EPSG:4326) oder ETRS89/UTM 32N (EPSG:25832) um.";
    Message::new(TITLE, happened, UNCHANGED, action).with_technical(sample)
}

/// A field does not exist.
pub fn unknown_field(name: &str, known: &[String]) -> Message {
    let fields = if known.is_empty() {
        "Die Flächen tragen keine Felder.".to_owned()
    } else {
        format!("Vorhanden sind: {}.", known.join(", "))
    };
    Message::new(TITLE, format!("Das Feld „{name}“ gibt es in der Datei nicht."), UNCHANGED, fields)
}

/// Stopped by the planner.
pub fn cancelled() -> Message {
    Message::new(
        TITLE,
        "Das Einlesen wurde abgebrochen.",
        UNCHANGED,
        "Wählen Sie die Datei erneut, wenn Sie weitermachen möchten.",
    )
}

/// Nothing in the file can be taken over.
pub fn nothing_to_take(file_name: &str, issues: &[String], lacks_level: bool) -> Message {
    let action = if lacks_level {
        "Nennen Sie die Ebene der Gebiete, damit neue angelegt werden können, oder das Feld mit Schlüssel oder Namen."
    } else {
        "Prüfen Sie die genannten Flächen im GIS, oder nennen Sie das Feld mit Schlüssel oder Namen."
    };
    let happened = format!("Aus „{file_name}“ lässt sich keine Grenze übernehmen.\n{}", issues.join("\n"));
    Message::new(TITLE, happened, UNCHANGED, action)
}
