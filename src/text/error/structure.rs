//! Wording of refusals of the methods on structure and on weights from data.

use crate::text::{Message, count};

const UNCHANGED: &str = "Ihre Daten und Rezepte sind nicht betroffen.";

fn refused(happened: impl Into<String>, action: &str) -> Message {
    Message::new("Das Verfahren wurde nicht gerechnet", happened, UNCHANGED, action)
}

/// Fewer indicators than needed.
pub fn too_few_indicators(found: usize, needed: usize) -> Message {
    refused(
        format!(
            "Das Verfahren braucht mindestens {} Indikatoren; gewählt sind {}.",
            count(needed as u64),
            count(found as u64)
        ),
        "Wählen Sie weitere Indikatoren aus.",
    )
}

/// Fewer areas than needed.
pub fn too_few_areas(found: usize, needed: usize) -> Message {
    refused(
        format!(
            "Das Verfahren braucht mindestens {} Gebiete mit Werten in allen Indikatoren; es sind {}.",
            count(needed as u64),
            count(found as u64)
        ),
        "Nehmen Sie Indikatoren mit vielen Lücken heraus, oder wählen Sie eine andere Gebietsebene.",
    )
}

/// More areas than fit into memory.
pub fn too_many_areas(found: usize, most: usize) -> Message {
    refused(
        format!(
            "Das Verfahren vergleicht jedes Gebiet mit jedem und nimmt höchstens {} Gebiete; es sind {}.",
            count(most as u64),
            count(found as u64)
        ),
        "Wählen Sie k-Means, das auch für viele Gebiete geht, oder eine kleinere Auswahl.",
    )
}

/// Columns of different length.
pub fn uneven() -> Message {
    refused(
        "Die Spalten der Indikatoren sind verschieden lang.",
        "Geben Sie für jedes Gebiet einen Platz je Indikator an.",
    )
}

/// A value is missing where all are needed.
pub fn gap() -> Message {
    refused(
        "Das Verfahren braucht für jedes Gebiet alle Werte; mindestens einer fehlt.",
        "Lassen Sie die Gebiete mit Lücken oder die lückenhaften Indikatoren heraus.",
    )
}

/// The same value everywhere.
pub fn constant(indicator: &str) -> Message {
    refused(
        format!("Der Indikator „{indicator}“ hat in allen Gebieten denselben Wert und unterscheidet sie nicht."),
        "Nehmen Sie diesen Indikator heraus.",
    )
}

/// A negative value where shares are formed.
pub fn negative(indicator: &str) -> Message {
    refused(
        format!(
            "Der Indikator „{indicator}“ hat negative Werte; daraus lassen sich keine Anteile für die Entropie bilden."
        ),
        "Wählen Sie die Entropie über die Spannweite (0 bis 1), oder nehmen Sie den Indikator heraus.",
    )
}

/// All weights would be 0.
pub fn no_information() -> Message {
    refused(
        "Nach diesem Verfahren bekäme jeder Indikator das Gewicht 0.",
        "Wählen Sie ein anderes Verfahren für die Gewichte.",
    )
}

/// A number of groups that does not fit.
pub fn cluster_count(clusters: usize, areas: usize) -> Message {
    refused(
        format!(
            "{} Gruppen lassen sich aus {} unterscheidbaren Gebieten nicht bilden.",
            count(clusters as u64),
            count(areas as u64)
        ),
        "Wählen Sie mindestens zwei Gruppen und weniger Gruppen als Gebiete.",
    )
}

/// Nobody in the group or nobody outside it.
pub fn one_group() -> Message {
    refused(
        "In den Gebieten mit Werten gibt es nur die Gruppe oder nur die übrige Bevölkerung; dann ist Trennung nicht bestimmt.",
        "Wählen Sie einen Indikator mit Zähler und Nenner, der einen Teil der Bevölkerung zählt.",
    )
}

/// A count that cannot be.
pub fn bad_count(line: usize) -> Message {
    refused(
        format!("In Zeile {line} ist die Zahl der Gruppe negativ oder größer als die Gesamtzahl."),
        "Prüfen Sie Zähler und Nenner des Indikators unter „Daten“.",
    )
}

/// The area looked for has too few values.
pub fn area_without_values() -> Message {
    refused(
        "Für das gewählte Gebiet liegen zu wenige Werte vor, um ähnliche Gebiete zu suchen.",
        "Wählen Sie Indikatoren, für die das Gebiet Werte hat.",
    )
}

/// A setting outside its range.
pub fn bad_choice() -> Message {
    refused(
        "Eine Einstellung des Verfahrens liegt außerhalb ihres Bereichs.",
        "Geben Sie Anteile zwischen 0 und 100 % und Anzahlen ab 1 an.",
    )
}

/// No expert, or points that do not match the indicators.
pub fn no_points() -> Message {
    refused(
        "Es liegt keine Punkteverteilung vor, die zu den Indikatoren passt.",
        "Tragen Sie für mindestens eine Fachperson Punkte je Indikator ein, zusammen 100.",
    )
}

/// An iteration without end.
pub fn no_convergence() -> Message {
    refused(
        "Die Berechnung der Hauptkomponenten ist nicht zu einem Ergebnis gekommen.",
        "Nehmen Sie Indikatoren heraus, die fast dasselbe messen.",
    )
}

/// Stopped by the user.
pub fn cancelled() -> Message {
    Message::new(
        "Die Berechnung wurde abgebrochen",
        "Sie haben die Berechnung beendet.",
        UNCHANGED,
        "Starten Sie die Berechnung erneut, wenn Sie das Ergebnis brauchen.",
    )
}
