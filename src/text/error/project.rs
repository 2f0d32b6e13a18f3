//! Wording of failures of the `project` layer.

use crate::domain::ProcedureGate;
use crate::text::label::{Noun, massnahme_number};
use crate::text::{self, Message};

const UNCHANGED: &str = "An Ihrem Projekt hat sich nichts geändert.";

fn refused(happened: impl Into<String>, action: impl Into<String>) -> Message {
    Message::new("Der Schritt wurde nicht ausgeführt", happened, UNCHANGED, action)
}

/// A required text is empty.
pub fn name_empty(noun: Noun) -> Message {
    refused(format!("{} braucht einen Namen oder Text.", noun.with_article()), "Füllen Sie das leere Feld aus.")
}

/// A name, key or code is taken.
pub fn taken(noun: Noun, name: &str) -> Message {
    refused(
        format!("„{name}“ ist im Projekt schon vergeben ({}).", noun.word()),
        "Wählen Sie einen anderen Namen oder Schlüssel, oder ändern Sie den vorhandenen Eintrag.",
    )
}

/// A code holds other signs than allowed.
pub fn code_malformed(code: &str) -> Message {
    refused(
        format!("„{code}“ ist kein gültiges Kürzel."),
        "Verwenden Sie nur Buchstaben ohne Umlaute, Ziffern, „_“ und „-“.",
    )
}

/// The number of a council paper is none.
pub fn drucksache_malformed(text: &str) -> Message {
    refused(
        format!("„{text}“ hat nicht die Form einer Drucksachennummer."),
        "Geben Sie fünf Ziffern, einen Bindestrich und zwei Ziffern des Jahres ein, zum Beispiel 27114-26.",
    )
}

/// A step of the procedure is held open by its checklist or its gates.
pub fn step_held_open(step: &str, area: &str, points: &[String], gates: &[(ProcedureGate, Option<usize>)]) -> Message {
    let gate = |(gate, open): &(ProcedureGate, Option<usize>)| {
        let name = text::procedure_gate(*gate);
        open.map_or_else(|| format!("{name} (noch nicht geprüft)"), |open| format!("{name} ({open} offen)"))
    };
    let open: Vec<String> = points.iter().map(|point| format!("„{point}“")).chain(gates.iter().map(gate)).collect();
    let way = if points.is_empty() {
        "Erledigen Sie diese Punkte, oder schreiben Sie in die Notiz des Schritts, warum er trotzdem abgeschlossen wird."
    } else {
        "Erledigen Sie diese Punkte, dann lässt sich der Schritt abschließen."
    };
    refused(format!("Der Schritt „{step}“ in {area} ist noch offen: {}.", open.join("; ")), way)
}

/// The thing is not in the project.
pub fn unknown(noun: Noun) -> Message {
    refused(
        format!("{} ist im Projekt nicht oder nicht mehr vorhanden.", noun.with_article()),
        "Prüfen Sie im Verlauf, ob der Eintrag entfernt wurde.",
    )
}

/// Something refers to the thing.
pub fn in_use(noun: Noun, name: &str, by: Noun) -> Message {
    refused(
        format!("{} „{name}“ wird noch verwendet ({}).", noun.with_article(), by.word()),
        "Entfernen oder ändern Sie zuerst, was darauf verweist.",
    )
}

/// The thing has values.
pub fn has_values(noun: Noun, name: &str) -> Message {
    refused(
        format!("Zu „{name}“ ({}) gibt es importierte Werte.", noun.word()),
        "Werte bleiben als Beleg im Projekt. Ziehen Sie den Import zurück, wenn sie nicht zählen sollen.",
    )
}

/// An area would contain itself.
pub fn area_cycle(name: &str) -> Message {
    refused(format!("„{name}“ läge damit in sich selbst."), "Wählen Sie ein anderes übergeordnetes Gebiet.")
}

/// A measure would depend on itself.
pub fn dependency_cycle(number: u32) -> Message {
    refused(
        format!("Die Maßnahme {} müsste damit vor sich selbst beginnen.", massnahme_number(number)),
        "Entfernen Sie eine der Abhängigkeiten.",
    )
}

/// The first year is after the last.
pub fn years_reversed(first: i16, last: i16) -> Message {
    refused(format!("Das erste Jahr {first} liegt nach dem letzten Jahr {last}."), "Vertauschen Sie die Jahre.")
}

/// The end of a measure is before its beginning.
pub fn quarters_reversed() -> Message {
    refused("Das Ende der Maßnahme liegt vor ihrem Beginn.", "Ändern Sie Beginn oder Ende.")
}

/// The area has a programme.
pub fn programme_exists(area: &str) -> Message {
    refused(
        format!("Für „{area}“ gibt es schon ein Handlungsprogramm."),
        "Bearbeiten Sie das vorhandene, oder entfernen Sie es zuerst.",
    )
}

/// The recipe ranks the project.
pub fn recipe_is_current(name: &str) -> Message {
    refused(
        format!("Nach dem Rezept „{name}“ wird die Rangfolge gerade berechnet."),
        "Wählen Sie zuerst ein anderes Rezept für die Rangfolge.",
    )
}

/// A goal is in the wrong place.
pub fn ziel_misplaced() -> Message {
    refused(
        "Ein Handlungsziel muss unter einem Leitziel desselben Handlungsprogramms stehen.",
        "Wählen Sie ein Leitziel, oder ordnen Sie zuerst die darunter stehenden Handlungsziele neu zu.",
    )
}

/// A number cannot be used.
pub fn number_unusable(noun: Noun) -> Message {
    refused(format!("Eine Zahlenangabe passt nicht ({}).", noun.word()), "Prüfen Sie die Zahlen der Eingabe.")
}

/// An import brings the same value twice.
pub fn value_twice(indicator: &str, area: &str, period: &str) -> Message {
    refused(
        format!("Die Tabelle enthält „{indicator}“ für „{area}“, {period}, mehr als einmal."),
        "Entfernen Sie die doppelte Zeile oder Spalte aus der Zuordnung.",
    )
}

/// An import contradicts itself.
pub fn import_inconsistent(row: usize) -> Message {
    refused(format!("Wert {row} des Imports ist in sich widersprüchlich."), "Lesen Sie die Tabelle erneut ein.")
}

/// The planner stopped the command.
pub fn cancelled() -> Message {
    Message::new("Der Schritt wurde abgebrochen", "Sie haben den Schritt beendet.", UNCHANGED, "")
}

/// The original file differs from the one that was read.
pub fn original_differs(file: &str) -> Message {
    refused(
        format!("Die Originaldatei „{file}“ ist nicht (mehr) die Datei, die eingelesen wurde."),
        "Lesen Sie die Datei erneut ein, oder holen Sie sie aus einer Sicherung des Projekts.",
    )
}

/// There is nothing to undo.
pub fn nothing_to_undo() -> Message {
    refused(
        "Seit dem Öffnen des Projekts gibt es keinen Schritt, der zurückgenommen werden kann.",
        "Der Verlauf zeigt, was bisher geschah.",
    )
}

/// There is nothing to redo.
pub fn nothing_to_redo() -> Message {
    refused("Es gibt keinen zurückgenommenen Schritt.", "Der Verlauf zeigt, was bisher geschah.")
}

/// No project is open.
pub fn no_project() -> Message {
    Message::new(
        "Es ist kein Projekt geöffnet",
        "Für diesen Schritt muss ein Projekt geöffnet sein.",
        "Es wurde nichts geändert.",
        "Öffnen Sie ein Projekt, oder legen Sie ein neues an.",
    )
}

/// The frame of a new project could not be set up.
pub fn frame() -> Message {
    Message::new(
        "Das Projekt wurde nicht angelegt",
        "Die mitgelieferte Vorlage konnte nicht eingerichtet werden.",
        "Es ist keine Datei entstanden.",
        "Legen Sie ein leeres Projekt an, und melden Sie den Fehler mit den technischen Einzelheiten.",
    )
}

/// The program failed while carrying out the step.
pub fn panicked() -> Message {
    Message::new(
        "Der Schritt ist misslungen",
        "Im Programm ist ein Fehler aufgetreten.",
        "Der Schritt wurde nicht ausgeführt. Alles davor ist gespeichert.",
        "Versuchen Sie es anders, und melden Sie den Fehler mit den technischen Einzelheiten.",
    )
}

/// A recipe names an indicator that is not there.
pub fn recipe_indicator_finding(recipe: &str, code: &str) -> String {
    format!("Das Rezept „{recipe}“ nennt den Indikator „{code}“, den es im Projekt nicht gibt.")
}

/// A recipe names an area set that is not there.
pub fn recipe_set_finding(recipe: &str, code: &str) -> String {
    format!("Das Rezept „{recipe}“ nennt die Gebietsauswahl „{code}“, die es im Projekt nicht gibt.")
}

/// A recipe names an area that is not there.
pub fn recipe_area_finding(recipe: &str, key: &str) -> String {
    format!("Das Rezept „{recipe}“ nennt das Gebiet „{key}“, das es im Projekt nicht gibt.")
}

/// A recipe names a period that is not there.
pub fn recipe_period_finding(recipe: &str, label: &str) -> String {
    format!("Das Rezept „{recipe}“ nennt den Zeitraum „{label}“, den es im Projekt nicht gibt.")
}

/// A goal or measure names an indicator that is not there.
pub fn programme_indicator_finding(area: &str, what: &str, code: &str) -> String {
    format!("Handlungsprogramm {area}: {what} nennt den Indikator „{code}“, den es im Projekt nicht gibt.")
}
