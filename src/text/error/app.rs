//! Wording of failures around the window.

use crate::text::Message;

const UNTOUCHED: &str = "Ihre Projekte sind nicht betroffen.";

/// No display: names the commands that work without one.
pub fn no_display() -> Message {
    Message::new(
        "Es ist kein Bildschirm erreichbar.",
        "Das Fenster kann deshalb nicht geöffnet werden.",
        UNTOUCHED,
        "Ohne Fenster arbeiten die Befehle neu, zuordnung, import, bestand, rangfolge, raeume, raumstatistik, programm, \
         pruefen, sichern, wiederherstellen, rezept und handbuch; „aktionsplan --help“ zeigt sie.",
    )
}

/// The toolkit refused.
pub fn no_window(detail: &str) -> Message {
    Message::new(
        "Das Fenster wurde nicht geöffnet.",
        "Die Grafik dieses Rechners hat den Start abgelehnt.",
        UNTOUCHED,
        "Prüfen Sie, ob die Pakete aus dem Abschnitt „Fenster“ der README installiert sind, und starten Sie erneut.",
    )
    .with_technical(detail)
}

/// The toolkit panicked.
pub fn missing_library(detail: &str) -> Message {
    Message::new(
        "Das Fenster wurde nicht geöffnet.",
        "Vermutlich fehlt eine Systembibliothek.",
        UNTOUCHED,
        "Installieren Sie die Pakete aus dem Abschnitt „Fenster“ der README, zum Beispiel libxkbcommon-x11-0, und \
         starten Sie erneut.",
    )
    .with_technical(detail)
}

/// Background work ended without a result.
pub fn worker_lost(what: &str) -> Message {
    Message::new(
        format!("{what} wurde abgebrochen."),
        "Bei der Berechnung ist ein Fehler im Programm aufgetreten.",
        "Ihr Projekt ist nicht betroffen; es wurde nichts geschrieben.",
        "Wiederholen Sie den Vorgang. Tritt der Fehler wieder auf, geben Sie uns bitte die Datei und die Schritte dazu.",
    )
}

/// A file with a mapping that is none.
pub fn mapping_unreadable(file: &str, detail: &str) -> Message {
    Message::new(
        "Die Zuordnung wurde nicht geladen",
        format!("„{file}“ ist keine Zuordnung, oder ein Feld darin ist unbekannt."),
        "Die Vorschau ist, wie sie war. Es wurde nichts gespeichert.",
        "Wählen Sie eine Datei, die hier mit „Zuordnung speichern unter …“ angelegt wurde.",
    )
    .with_technical(detail)
}

/// A file is no recipe.
pub fn recipe_unreadable(file: &str, detail: &str) -> Message {
    Message::new(
        "Das Rezept wurde nicht eingelesen",
        format!("„{file}“ ist kein Rezept, oder ein Feld darin ist unbekannt."),
        "Die Rezepte des Projekts sind, wie sie waren.",
        "Wählen Sie eine Datei, die hier mit „Rezept speichern …“ oder mit „aktionsplan rezept“ angelegt wurde.",
    )
    .with_technical(detail)
}

/// The original file is no longer the one that was read.
pub fn original_changed(file: &str) -> Message {
    Message::new(
        "Die Originaldatei wird nicht aufbewahrt",
        format!("„{file}“ wurde verändert, seit sie gelesen wurde."),
        "Die Vorschau zeigt die Werte von vorher. Es wurde nichts gespeichert.",
        "Brechen Sie ab, und lesen Sie die Datei erneut ein.",
    )
}
