//! Wording of why there are no spatial statistics.

use crate::text::Message;
use crate::text::boundaries::listed;

fn refused(happened: impl Into<String>, action: impl Into<String>) -> Message {
    Message::new("Die Raumstatistik wurde nicht gerechnet", happened, "Ihre Daten sind unverändert.", action)
}

/// The indicator is not in the project.
pub fn unknown_indicator(code: &str, known: &[String]) -> Message {
    let action = if known.is_empty() {
        "Lesen Sie zuerst eine Tabelle mit Werten ein.".to_owned()
    } else {
        format!("Nennen Sie das Kürzel eines Indikators des Projekts: {}.", listed(known))
    };
    refused(format!("Den Indikator „{code}“ gibt es im Projekt nicht."), action)
}

/// No values in the period.
pub fn no_values(period: &str, known: &[String]) -> Message {
    let action = if known.is_empty() {
        "Lesen Sie zuerst eine Tabelle mit Werten ein.".to_owned()
    } else {
        format!("Nennen Sie einen Zeitraum mit Werten: {}.", listed(known))
    };
    refused(format!("Der Indikator hat für „{period}“ keine Werte."), action)
}

/// Neither boundaries nor tiles.
pub fn no_places() -> Message {
    refused(
        "Keines der Gebiete mit Wert hat eine Grenze oder einen Platz auf der schematischen Karte.",
        "Lesen Sie Gebietsgrenzen ein (GeoJSON).",
    )
}

/// Tiles have no distances.
pub fn no_distances() -> Message {
    refused(
        "Auf der schematischen Karte gibt es keine Entfernungen.",
        "Lesen Sie Gebietsgrenzen ein (GeoJSON), oder wählen Sie eine andere Nachbarschaft.",
    )
}

/// All areas would be neighbours of all.
pub fn too_many_neighbours(wanted: usize, areas: usize) -> Message {
    refused(
        format!(
            "Von {areas} Gebieten mit Wert können nicht je {wanted} die Nachbarn sein: Dann wäre jedes mit jedem benachbart."
        ),
        format!("Wählen Sie höchstens {} Nachbarn; üblich sind vier bis acht.", areas.saturating_sub(2)),
    )
}

/// Too few areas.
pub fn too_few(areas: usize, fewest: usize) -> Message {
    refused(
        match areas {
            0 => format!("Kein Gebiet hat einen Wert und einen Nachbarn; nötig sind mindestens {fewest}."),
            1 => format!("Nur ein Gebiet hat einen Wert und einen Nachbarn; nötig sind mindestens {fewest}."),
            _ => format!("Nur {areas} Gebiete haben einen Wert und einen Nachbarn; nötig sind mindestens {fewest}."),
        },
        "Wählen Sie einen Zeitraum mit mehr Werten oder eine weitere Nachbarschaft, zum Beispiel die nächsten vier.",
    )
}

/// All values are the same.
pub fn constant() -> Message {
    refused(
        "Alle Gebiete haben denselben Wert; ein räumliches Muster kann es nicht geben.",
        "Wählen Sie einen anderen Indikator.",
    )
}

/// Stopped by the planner.
pub fn cancelled() -> Message {
    refused("Die Rechnung wurde abgebrochen.", "Starten Sie sie erneut, wenn Sie das Ergebnis brauchen.")
}
