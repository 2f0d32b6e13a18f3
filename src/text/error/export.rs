//! Wording of failures of the `export` and `chart` layers.

use crate::text::Message;

const TITLE: &str = "Der Bericht wurde nicht erstellt";
const UNTOUCHED: &str = "Ihr Projekt ist nicht betroffen. Es wurde keine Datei geschrieben.";

/// The bundled font is damaged.
pub fn chart_font() -> Message {
    Message::new(
        TITLE,
        "Die mitgelieferte Schrift für Abbildungen konnte nicht geladen werden.",
        UNTOUCHED,
        "Installieren Sie das Programm neu und geben Sie den Bericht noch einmal aus.",
    )
}

/// A chart could not be drawn.
pub fn chart_drawing() -> Message {
    Message::new(
        TITLE,
        "Eine Abbildung konnte nicht gezeichnet werden.",
        UNTOUCHED,
        "Prüfen Sie, ob die Werte des Gebiets vollständig eingelesen sind, und versuchen Sie es noch einmal. Bleibt der Fehler, geben Sie die technischen Einzelheiten an die Betreuung weiter.",
    )
}

/// The parts of the file could not be put together.
pub fn container() -> Message {
    Message::new(
        TITLE,
        "Die Datei konnte nicht zusammengesetzt werden.",
        UNTOUCHED,
        "Schließen Sie andere Programme und versuchen Sie es noch einmal.",
    )
}
