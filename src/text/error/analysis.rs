//! Wording of failures of the `analysis` layer.

use crate::text::Message;

const UNCHANGED: &str = "Ihre Daten und die bisherige Rangfolge sind nicht betroffen.";

fn refused(happened: impl Into<String>, action: &str) -> Message {
    Message::new("Die Rangfolge wurde nicht berechnet", happened, UNCHANGED, action)
}

/// No indicator chosen.
pub fn no_indicators() -> Message {
    refused("Das Rezept enthält keinen Indikator.", "Wählen Sie mindestens einen Indikator aus.")
}

/// An indicator that the project lacks.
pub fn unknown_indicator(code: &str) -> Message {
    refused(
        format!("Das Rezept nennt den Indikator „{code}“, den dieses Projekt nicht kennt."),
        "Nehmen Sie den Indikator aus dem Rezept, oder importieren Sie seine Werte.",
    )
}

/// An indicator named twice.
pub fn duplicate_indicator(code: &str) -> Message {
    refused(
        format!("Das Rezept nennt den Indikator „{code}“ zweimal."),
        "Lassen Sie ihn nur einmal stehen; ein größeres Gewicht geben Sie mit dem Gewichtsregler.",
    )
}

/// A context indicator in a recipe.
pub fn context_indicator(code: &str) -> Message {
    refused(
        format!("Der Indikator „{code}“ beschreibt die Lage und zeigt keinen Bedarf an."),
        "Nehmen Sie ihn aus dem Rezept. Er bleibt im Gebietsprofil sichtbar.",
    )
}

/// A weight that is negative or no number.
pub fn bad_weight(code: &str) -> Message {
    refused(
        format!("Das Gewicht des Indikators „{code}“ ist negativ oder keine Zahl."),
        "Geben Sie ein Gewicht von 0 oder mehr ein.",
    )
}

/// Every weight is 0.
pub fn all_weights_zero() -> Message {
    refused("Alle Gewichte stehen auf 0.", "Geben Sie mindestens einem Indikator ein Gewicht über 0.")
}

/// No value in the period; an empty label means that no dated period has any.
pub fn no_values(period: &str) -> Message {
    let happened = if period.is_empty() {
        "Für die gewählten Gebiete und Indikatoren gibt es zu keinem datierten Stand einen Wert.".to_owned()
    } else {
        format!("Für die gewählten Gebiete und Indikatoren gibt es zum Stand „{period}“ keinen Wert.")
    };
    refused(happened, "Wählen Sie einen anderen Stand oder eine andere Gebietsebene, oder importieren Sie die Werte.")
}

/// An area set that the project lacks.
pub fn unknown_area_set(code: &str) -> Message {
    refused(
        format!("Das Rezept nennt die Gebietsauswahl „{code}“, die dieses Projekt nicht kennt."),
        "Wählen Sie eine vorhandene Gebietsauswahl.",
    )
}

/// An area to be left out that does not exist on the level.
pub fn unknown_area(key: &str) -> Message {
    refused(
        format!("Das Rezept lässt das Gebiet „{key}“ aus, das es auf dieser Gebietsebene nicht gibt."),
        "Nehmen Sie das Gebiet aus der Liste der ausgelassenen Gebiete.",
    )
}

/// Conditions for taking part outside their range.
pub fn bad_screen() -> Message {
    refused(
        "Eine Bedingung für die Teilnahme liegt außerhalb ihres Bereichs.",
        "Geben Sie den Mindestanteil vorhandener Werte zwischen 0 und 100 % und die Mindestzahl der Einwohner als Zahl ab 0 an.",
    )
}

/// More than half of an indicator's values are equal.
pub fn no_robust_spread(code: &str) -> Message {
    refused(
        format!(
            "Mehr als die Hälfte der Werte des Indikators „{code}“ ist gleich; der robuste z-Wert ist dann nicht bestimmt."
        ),
        "Wählen Sie eine andere Normierung, zum Beispiel den z-Wert oder den Prozentrang.",
    )
}

/// Fewer than two areas take part.
pub fn too_few_areas(areas: usize) -> Message {
    let happened = if areas == 0 {
        "Kein Gebiet erfüllt die Bedingungen für die Teilnahme.".to_owned()
    } else {
        "Nur ein Gebiet erfüllt die Bedingungen für die Teilnahme.".to_owned()
    };
    refused(
        happened,
        "Lockern Sie die Bedingungen, nehmen Sie Indikatoren ohne Werte heraus, oder importieren Sie Werte.",
    )
}

/// Nothing tells the areas apart.
pub fn all_constant() -> Message {
    refused(
        "Die gewichteten Indikatoren unterscheiden die Gebiete nicht: Alle haben denselben Wert.",
        "Wählen Sie Indikatoren, deren Werte sich zwischen den Gebieten unterscheiden.",
    )
}

/// Cuts, borders and labels that do not fit together.
pub fn bad_classes() -> Message {
    refused(
        "Klassengrenzen und Klassennamen passen nicht zusammen.",
        "Ordnen Sie die Grenzen aufsteigend, und geben Sie genau einen Namen mehr als Grenzen an.",
    )
}

/// Parameters of the variation outside their range.
pub fn bad_uncertainty() -> Message {
    refused(
        "Die Angaben zur Berechnung der Rangspannen liegen außerhalb ihres Bereichs.",
        "Erlaubt sind 1 bis 100.000 Ziehungen, eine Gewichtsschwankung von 0 bis 100 %, eine Abdeckung über 0 und unter 100 % und mindestens ein oberer Platz.",
    )
}

/// Stopped by the user.
pub fn cancelled() -> Message {
    Message::new(
        "Die Berechnung wurde abgebrochen",
        "Sie haben die Berechnung der Rangfolge beendet.",
        UNCHANGED,
        "Starten Sie die Berechnung erneut, wenn Sie die Rangfolge brauchen.",
    )
}
