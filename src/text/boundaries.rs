//! Words about boundaries of areas: what was noticed in a file, and what it became.

use super::number::{count, decimal};
use super::{area_level, area_level_plural};
use crate::domain::{AreaLevel, CoordinateSystem};

/// `Längen- und Breitengrad (WGS84)`
pub fn system(system: CoordinateSystem) -> &'static str {
    match system {
        CoordinateSystem::Geographic => "Längen- und Breitengrad (WGS84/ETRS89)",
        CoordinateSystem::Utm32 => "ETRS89 / UTM Zone 32N (EPSG:25832)",
        CoordinateSystem::Utm32WithZone => "ETRS89 / UTM Zone 32N mit vorangestellter Zone (EPSG:4647)",
        CoordinateSystem::Utm33 => "ETRS89 / UTM Zone 33N (EPSG:25833)",
        CoordinateSystem::GaussKrueger2 => "Gauß-Krüger Zone 2 (EPSG:31466)",
        CoordinateSystem::GaussKrueger3 => "Gauß-Krüger Zone 3 (EPSG:31467)",
        CoordinateSystem::WebMercator => "Web-Mercator (EPSG:3857)",
    }
}

/// A place as longitude and latitude.
fn place([longitude, latitude]: [f64; 2]) -> String {
    format!("{}° Ost, {}° Nord", decimal(longitude, 5), decimal(latitude, 5))
}

/// `Fläche 7: …`
pub fn at_feature(number: usize, sentence: &str) -> String {
    format!("Fläche {number}: {sentence}")
}

/// The system as the file names it.
pub fn system_named(found: CoordinateSystem) -> String {
    format!("Koordinaten laut Datei: {}.{}", system(found), accuracy(found))
}

/// The system by the range of the numbers.
pub fn system_recognised(found: CoordinateSystem) -> String {
    format!(
        "Die Datei nennt kein Koordinatensystem. Nach dem Zahlenbereich gelesen als {}.{}",
        system(found),
        accuracy(found)
    )
}

/// The file contradicts its numbers.
pub fn system_contradicts(named: &str, found: CoordinateSystem) -> String {
    format!(
        "Die Datei nennt als Koordinatensystem „{named}“; dazu passen die Zahlen nicht, oder das Programm kennt es nicht. \
        Nach dem Zahlenbereich gelesen als {}.{} Prüfen Sie die Lage auf der Karte.",
        system(found),
        accuracy(found)
    )
}

fn accuracy(found: CoordinateSystem) -> &'static str {
    match found {
        CoordinateSystem::GaussKrueger2 | CoordinateSystem::GaussKrueger3 => " Die Umrechnung ist auf etwa 3 m genau.",
        CoordinateSystem::Geographic
        | CoordinateSystem::Utm32
        | CoordinateSystem::Utm32WithZone
        | CoordinateSystem::Utm33
        | CoordinateSystem::WebMercator => "",
    }
}

/// Northing before easting.
pub fn axes_swapped() -> String {
    "Die Datei nennt den Nordwert vor dem Ostwert; beide wurden vertauscht.".to_owned()
}

/// Not UTF-8.
pub fn old_encoding() -> String {
    "Die Datei ist nicht in UTF-8 gespeichert und wurde als Windows-1252 gelesen. Prüfen Sie die Umlaute.".to_owned()
}

fn rings(number: usize) -> String {
    if number == 1 { "Ein Ring".to_owned() } else { format!("{} Ringe", count(number as u64)) }
}

/// Open rings.
pub fn rings_closed(number: usize) -> String {
    let verb = if number == 1 { "war nicht geschlossen und wurde" } else { "waren nicht geschlossen und wurden" };
    format!("{} {verb} geschlossen.", rings(number))
}

/// Doubled corners.
pub fn corners_removed(number: usize) -> String {
    match number {
        1 => "Ein doppelter oder breitenloser Stützpunkt wurde entfernt.".to_owned(),
        _ => format!("{} doppelte oder breitenlose Stützpunkte wurden entfernt.", count(number as u64)),
    }
}

/// Rings the wrong way round.
pub fn rings_turned(number: usize) -> String {
    let verb = if number == 1 { "lief falsch herum und wurde" } else { "liefen falsch herum und wurden" };
    format!("{} {verb} umgedreht.", rings(number))
}

/// A feature without shape.
pub fn no_shape() -> String {
    "Sie hat keine Geometrie und wird nicht übernommen.".to_owned()
}

/// Points and lines.
pub fn no_surface(kind: &str) -> String {
    format!("Sie ist keine Fläche ({kind}) und wird nicht übernommen.")
}

/// A ring without surface.
pub fn ring_without_surface(at: Option<[f64; 2]>) -> String {
    let at = at.map_or(String::new(), |at| format!(" bei {}", place(at)));
    format!("Der Ring{at} umschließt keine Fläche. Das Gebiet wird nicht übernommen.")
}

/// A corner beyond all longitudes and latitudes.
pub fn off_the_earth([first, second]: [f64; 2]) -> String {
    format!(
        "Die Ecke {} / {} liegt außerhalb der Erde. Das Gebiet wird nicht übernommen; berichtigen Sie die Koordinate in \
        der Datei.",
        decimal(first, 2),
        decimal(second, 2)
    )
}

/// A ring that crosses itself.
pub fn self_intersection(at: [f64; 2]) -> String {
    format!(
        "Die Grenze schneidet sich selbst bei {}. Das Gebiet wird nicht übernommen; lassen Sie die Geometrie im GIS \
        reparieren.",
        place(at)
    )
}

/// Too intricate.
pub fn too_intricate() -> String {
    "Die Grenze ist zu verschlungen, um geprüft zu werden. Das Gebiet wird nicht übernommen; vereinfachen Sie die Geometrie \
    im GIS."
        .to_owned()
}

/// A hole outside of its surface.
pub fn hole_outside(at: [f64; 2]) -> String {
    format!("Ein Loch bei {} liegt außerhalb der Fläche und wurde weggelassen.", place(at))
}

/// Neither key nor name.
pub fn no_identity() -> String {
    "Sie hat weder Schlüssel noch Namen und wird nicht übernommen.".to_owned()
}

/// Lost zeros.
pub fn key_restored(found: &str, key: &str) -> String {
    format!("Der Schlüssel „{found}“ wurde als „{key}“ gelesen (führende Nullen).")
}

/// Another spelling.
pub fn other_spelling(label: &str, name: &str) -> String {
    format!("„{label}“ wurde als „{name}“ erkannt.")
}

/// Key and name mean different areas.
pub fn key_and_name_disagree(key: &str, name: &str) -> String {
    format!("Schlüssel „{key}“ und Name „{name}“ meinen verschiedene Gebiete. Sie wird nicht übernommen.")
}

/// Several areas have the name.
pub fn ambiguous_area(label: &str) -> String {
    format!("„{label}“ kann mehrere Gebiete meinen. Sie wird nicht übernommen; legen Sie die Ebene fest.")
}

/// Several features of one area.
pub fn parts_joined(label: &str, parts: usize) -> String {
    format!("„{label}“ besteht aus {parts} Flächen der Datei; sie wurden zusammengefasst.")
}

/// A surface in the unit that suits its size: `12,4 ha`, `3,2 km²`.
fn surface(square_km: f64) -> String {
    if square_km < 1.0 {
        format!("{} ha", decimal(square_km * 100.0, 1))
    } else {
        format!("{} km²", decimal(square_km, 1))
    }
}

/// Two areas claim the same surface.
pub fn overlap(first: &str, second: &str, square_km: f64, at: [f64; 2]) -> String {
    format!(
        "„{first}“ und „{second}“ überschneiden sich auf etwa {} (bei {}). Als Nachbarn gelten sie weiterhin.",
        surface(square_km),
        place(at)
    )
}

/// Overlaps that are not named.
pub fn more_overlaps(overlaps: usize) -> String {
    if overlaps == 1 {
        "Eine weitere, kleinere Überschneidung.".to_owned()
    } else {
        format!("{} weitere, kleinere Überschneidungen.", count(overlaps))
    }
}

/// A surface that no area holds.
pub fn gap(level: AreaLevel, square_km: f64, at: [f64; 2]) -> String {
    format!(
        "Zwischen den Gebieten der Ebene {} liegt eine Lücke von etwa {} (bei {}). Fehlt dort ein Gebiet, sind seine \
         Nachbarn unvollständig.",
        area_level(level),
        surface(square_km),
        place(at)
    )
}

/// Gaps that are not named.
pub fn more_gaps(gaps: usize) -> String {
    if gaps == 1 {
        "Eine weitere, kleinere Lücke.".to_owned()
    } else {
        format!("{} weitere, kleinere Lücken.", count(gaps))
    }
}

/// Areas that the project does not know.
pub fn unknown_areas(names: &[String]) -> String {
    match names {
        [name] => {
            format!("Das Gebiet „{name}“ ist im Projekt nicht bekannt. Es wird nur angelegt, wenn die Ebene feststeht.")
        }
        _ => format!(
            "{} Gebiete sind im Projekt nicht bekannt: {}. Sie werden nur angelegt, wenn die Ebene feststeht.",
            count(names.len() as u64),
            listed(names)
        ),
    }
}

/// A parent that the project does not know.
pub fn unknown_parent(label: &str, parent: &str) -> String {
    format!("Das übergeordnete Gebiet „{parent}“ von „{label}“ ist im Projekt nicht bekannt und bleibt offen.")
}

/// Areas that are created.
pub fn areas_created(level: AreaLevel, areas: usize) -> String {
    match areas {
        1 => format!("Ein Gebiet wird neu angelegt (Ebene: {}).", area_level(level)),
        _ => format!("{} Gebiete werden neu angelegt (Ebene: {}).", count(areas as u64), area_level(level)),
    }
}

/// Boundaries that replace earlier ones.
pub fn boundaries_replaced(boundaries: usize) -> String {
    match boundaries {
        1 => "Eine vorhandene Grenze wird ersetzt.".to_owned(),
        _ => format!("{} vorhandene Grenzen werden ersetzt.", count(boundaries as u64)),
    }
}

/// Names that a sentence lists before it counts the rest.
const LISTED: usize = 8;

/// `A, B und 3 weitere`
pub fn listed(names: &[String]) -> String {
    let shown = names.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(LISTED) {
        0 => shown,
        rest => format!("{shown} und {} weitere", count(rest as u64)),
    }
}

/// Areas without boundary.
pub fn areas_without_boundary(level: AreaLevel, names: &[String]) -> String {
    format!("Ohne Grenze bleiben {} {}: {}.", count(names.len() as u64), area_level_plural(level), listed(names))
}

/// Note of an area that a file of boundaries brought.
pub fn area_note(file_name: &str) -> String {
    format!("Angelegt beim Einlesen der Gebietsgrenzen „{file_name}“.")
}
