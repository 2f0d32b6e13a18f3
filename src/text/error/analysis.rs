//! Wording of failures of the `analysis` layer.

use crate::text::{Message, count};

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

/// Every area is left out by decision.
pub fn all_left_out() -> Message {
    refused("Das Rezept lässt alle Gebiete aus.", "Lassen Sie mindestens zwei Gebiete teilnehmen.")
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

/// A weighted indicator that is the same everywhere.
pub fn constant(code: &str) -> Message {
    refused(
        format!(
            "Der Indikator „{code}“ hat in allen Gebieten der Bezugsmenge denselben Wert und unterscheidet sie nicht."
        ),
        "Setzen Sie sein Gewicht auf 0, oder nehmen Sie ihn aus dem Rezept.",
    )
}

/// More areas stay out than take part.
pub fn more_out_than_in(out: usize, within: usize) -> Message {
    refused(
        format!(
            "Nach den Bedingungen des Rezepts bleiben {out} Gebiete außen vor, und nur {within} würden gewertet. Eine solche Rangfolge sagt über die Stadt wenig."
        ),
        "Lockern Sie die Bedingungen, nehmen Sie Indikatoren mit vielen Lücken heraus, oder beschränken Sie das Rezept auf eine Gebietsauswahl, die Werte hat.",
    )
}

/// A value that has no logarithm.
pub fn log_of_negative(code: &str) -> Message {
    refused(
        format!(
            "Der Indikator „{code}“ hat Werte, von denen es keinen Logarithmus gibt: Sie liegen bei 0 oder darunter."
        ),
        "Geben Sie eine Verschiebung an, die alle Werte über 0 hebt, oder wählen Sie ein Verfahren ohne Logarithmus.",
    )
}

/// A mean that needs values above 0.
pub fn not_positive(method: &str) -> Message {
    refused(
        format!("Das Verfahren „{method}“ verlangt Werte über 0; nach der Normierung sind einige 0 oder negativ."),
        "Wählen Sie eine Normierung mit positiven Werten, zum Beispiel 1 bis 100 oder den z-Wert mit Mittel 100, oder ein anderes Verfahren der Zusammenfassung.",
    )
}

/// A mean that is not above 0.
pub fn no_positive_mean(code: &str) -> Message {
    refused(
        format!("Das Mittel des Indikators „{code}“ liegt nicht über 0; ein Anteil daran ist nicht bestimmt."),
        "Wählen Sie eine andere Normierung, zum Beispiel den z-Wert.",
    )
}

/// An indicator without goalposts.
pub fn no_goalposts(code: &str) -> Message {
    refused(
        format!(
            "Für den Indikator „{code}“ fehlen die festen Grenzwerte, oder der untere liegt nicht unter dem oberen."
        ),
        "Geben Sie für jeden Indikator einen unteren und einen oberen Grenzwert an.",
    )
}

/// An indicator without a target.
pub fn no_target(code: &str) -> Message {
    refused(
        format!("Für den Indikator „{code}“ fehlt der Zielwert."),
        "Geben Sie für jeden Indikator einen Zielwert an, oder wählen Sie eine andere Normierung.",
    )
}

/// The reference area has no value.
pub fn no_reference_value(code: &str) -> Message {
    refused(
        format!(
            "Für den Indikator „{code}“ hat das Vergleichsgebiet zu diesem Stand keinen Wert, oder das Rezept nennt kein Vergleichsgebiet."
        ),
        "Wählen Sie ein Vergleichsgebiet mit Werten, importieren Sie sie, oder wählen Sie eine andere Normierung.",
    )
}

/// A benchmark from which no distance can be measured.
pub fn no_distance(code: &str) -> Message {
    refused(
        format!(
            "Beim Indikator „{code}“ ist der Vergleichswert 0, oder er liegt nicht jenseits des günstigsten Werts; ein Abstand in Prozent ist nicht bestimmt."
        ),
        "Wählen Sie einen anderen Vergleichswert oder eine andere Normierung.",
    )
}

/// A reference area that the project lacks.
pub fn unknown_reference_area(key: &str) -> Message {
    refused(
        format!("Das Rezept nennt das Vergleichsgebiet „{key}“, das es auf dieser Gebietsebene nicht gibt."),
        "Wählen Sie ein vorhandenes Vergleichsgebiet.",
    )
}

/// Bounds of a normalisation that make no scale.
pub fn bad_normalisation() -> Message {
    refused(
        "Die Angaben zur Normierung ergeben keine Skala.",
        "Der Anfang der Skala muss unter ihrem Ende liegen, die Streuung über 0, und beide müssen Zahlen sein.",
    )
}

/// Thresholds of a treatment that are no numbers.
pub fn bad_treatment() -> Message {
    refused(
        "Die Angaben zur Behandlung von Ausreißern sind keine Zahlen oder negativ.",
        "Geben Sie Schwellen ab 0 und eine Verschiebung als Zahl an.",
    )
}

/// A factor that is no positive number.
pub fn bad_denomination(code: &str) -> Message {
    refused(
        format!("Der Faktor der Quote „{code}“ ist keine Zahl über 0."),
        "Geben Sie zum Beispiel 100 für Prozent oder 1000 für je 1.000 an.",
    )
}

/// A mean of the worst 0 values, or of more than count.
pub fn bad_worst_k(k: u32, of: usize) -> Message {
    if k == 0 {
        return refused(
            "Das Rezept mittelt die belastetsten 0 Werte; davon gibt es kein Mittel.",
            "Geben Sie an, dass mindestens 1 Wert zählt.",
        );
    }
    refused(
        format!(
            "Das Rezept mittelt die {} belastetsten Werte, aber nur {} zählen; das wäre das Mittel aller.",
            count(k),
            count(of)
        ),
        "Lassen Sie weniger Werte zählen, nehmen Sie Indikatoren hinzu, oder wählen Sie das arithmetische Mittel.",
    )
}

/// Values that give no weights.
pub fn no_data_weights(reason: &str) -> Message {
    refused(
        format!("Die Gewichte sollen aus den Daten kommen, aber das gelingt nicht. {reason}"),
        "Setzen Sie die Gewichte von Hand, oder nehmen Sie Indikatoren mit vielen Lücken heraus.",
    )
}

/// Points of an expert that make no weights; an empty name means that there is no expert.
pub fn bad_budget(expert: &str) -> Message {
    let happened = if expert.is_empty() {
        "Die Gewichte sollen aus Punkteverteilungen kommen, aber das Rezept nennt keine.".to_owned()
    } else {
        format!("Die Punkteverteilung von „{expert}“ enthält negative Punkte oder nur 0.")
    };
    refused(happened, "Verteilen Sie mindestens einen Punkt, und keine negativen.")
}

/// A Teilindex that is named twice or has no proper weight.
pub fn bad_dimension(name: &str) -> Message {
    refused(
        format!("Der Teilindex „{name}“ ist zweimal genannt, oder sein Gewicht ist negativ oder keine Zahl."),
        "Nennen Sie jeden Teilindex einmal, mit einem Gewicht von 0 oder mehr.",
    )
}

/// A Teilindex that the recipe does not list.
pub fn unknown_dimension(name: &str) -> Message {
    refused(
        format!("Ein Indikator gehört zum Teilindex „{name}“, den das Rezept nicht aufführt."),
        "Führen Sie den Teilindex mit Gewicht auf, oder ordnen Sie den Indikator einem anderen zu.",
    )
}

/// No period so many years before.
pub fn no_base_period(years: u16) -> Message {
    let before = if years == 1 { "ein Jahr".to_owned() } else { format!("{years} Jahre") };
    refused(
        format!("Das Rezept wertet Veränderungen, aber {before} vor dem gewählten Stand gibt es keinen Stand."),
        "Wählen Sie einen anderen Abstand, oder importieren Sie die früheren Werte.",
    )
}

/// Too many areas for comparisons of two.
pub fn too_many_compared(areas: usize) -> Message {
    refused(
        format!("Copeland vergleicht je zwei Gebiete; bei {} Gebieten dauert das zu lange.", count(areas)),
        "Wählen Sie höchstens 5.000 Gebiete oder ein anderes Verfahren der Zusammenfassung.",
    )
}

/// Fewer different values than classes.
pub fn too_few_for_classes(classes: usize) -> Message {
    refused(
        format!("Für {classes} Klassen gibt es zu wenige verschiedene Indexwerte."),
        "Wählen Sie weniger Klassen oder feste Grenzen.",
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
