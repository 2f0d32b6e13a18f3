//! Wording of failures of the built-in Dortmund data.

use crate::text::Message;

/// The data built into the program contradict each other.
pub fn built_in_data_unusable() -> Message {
    Message::new(
        "Das Projekt wurde nicht angelegt",
        "Die mitgelieferten Daten des Programms lassen sich nicht verwenden.",
        "Ihre eigenen Dateien sind davon nicht berührt.",
        "Legen Sie ein leeres Projekt an oder installieren Sie das Programm neu. Bleibt der Fehler, geben Sie die \
         technischen Einzelheiten weiter.",
    )
}
