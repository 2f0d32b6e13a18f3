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

/// The document could not be typeset as an accessible PDF.
pub fn typesetting() -> Message {
    Message::new(
        TITLE,
        "Das Dokument ließ sich nicht als barrierefreies PDF setzen.",
        UNTOUCHED,
        "Geben Sie den Bericht als Word- oder OpenDocument-Datei aus und geben Sie die technischen Einzelheiten an die Betreuung weiter.",
    )
}

/// A file cannot become the logo.
pub fn logo() -> Message {
    Message::new(
        "Das Logo wurde nicht übernommen",
        "Die Datei ist kein PNG- oder SVG-Bild, das sich lesen lässt, oder sie ist zu groß.",
        "Die Dokumentvorlage ist unverändert.",
        "Wählen Sie ein Bild mit höchstens 8.000 Pixeln je Seite, oder speichern Sie das Logo neu als PNG.",
    )
}
