//! Wording of failures of the `import` layer.

use crate::text::{Message, count};

const TITLE: &str = "Die Datei wurde nicht gelesen";
const UNCHANGED: &str = "Ihre Daten sind unverändert, es wurde nichts übernommen.";

/// The file has no content.
pub fn empty() -> Message {
    Message::new(
        TITLE,
        "Die Datei ist leer.",
        UNCHANGED,
        "Prüfen Sie, ob die Datei vollständig heruntergeladen wurde, und wählen Sie sie erneut.",
    )
}

/// The file holds zero bytes.
pub fn zero_byte(position: usize) -> Message {
    Message::new(
        TITLE,
        "Die Datei enthält Nullbytes. Sie ist keine Texttabelle und keine Arbeitsmappe.",
        UNCHANGED,
        "Öffnen Sie die Datei in der Tabellenkalkulation und speichern Sie sie als XLSX oder als CSV in UTF-8.",
    )
    .with_technical(format!("Nullbyte an Position {position}"))
}

/// The file is something else than a table.
pub fn foreign(found: &str) -> Message {
    Message::new(
        TITLE,
        format!("Die Datei ist keine Tabelle, sondern anscheinend: {found}."),
        UNCHANGED,
        "Wählen Sie eine Datei im Format CSV, TXT, XLSX, XLSM, XLS oder ODS.",
    )
}

/// The same message, with the name of the file: several may be read one after the other.
pub fn about_file(name: &str, message: Message) -> Message {
    Message { title: format!("„{name}“ wurde nicht gelesen"), ..message }
}

/// The workbook is protected by a password.
pub fn encrypted() -> Message {
    Message::new(
        TITLE,
        "Die Arbeitsmappe ist mit einem Kennwort geschützt.",
        UNCHANGED,
        "Öffnen Sie sie in der Tabellenkalkulation, entfernen Sie das Kennwort und speichern Sie eine Kopie.",
    )
}

/// The workbook is damaged.
pub fn damaged(detail: &str) -> Message {
    Message::new(
        TITLE,
        "Die Arbeitsmappe ist beschädigt oder unvollständig.",
        UNCHANGED,
        "Öffnen Sie die Datei in der Tabellenkalkulation und speichern Sie sie neu, oder bitten Sie um eine neue Kopie.",
    )
    .with_technical(detail)
}

/// The file unpacks to more than the program grants.
pub fn too_large(detail: &str) -> Message {
    Message::new(
        TITLE,
        "Die Datei enthält mehr Daten, als das Programm auf einmal liest.",
        UNCHANGED,
        "Löschen Sie leere, aber formatierte Zeilen und Spalten oder teilen Sie die Tabelle in mehrere Dateien.",
    )
    .with_technical(detail)
}

/// The table holds more values than one import takes.
pub fn too_many_values(values: u64, most: u64) -> Message {
    Message::new(
        TITLE,
        format!("Die Tabelle enthält {} Werte. Ein Import nimmt höchstens {} auf.", count(values), count(most)),
        UNCHANGED,
        "Teilen Sie die Tabelle, zum Beispiel nach Jahren, in mehrere Dateien und übernehmen Sie diese nacheinander.",
    )
}

/// The table names more areas than one import takes.
pub fn too_many_areas(most: u64) -> Message {
    Message::new(
        TITLE,
        format!(
            "Die Spalte der Gebiete nennt mehr als {} verschiedene Gebiete. So viele nimmt ein Import nicht auf.",
            count(most)
        ),
        UNCHANGED,
        "Prüfen Sie, ob die Spalte wirklich Gebiete nennt. Wenn ja, teilen Sie die Tabelle in mehrere Dateien.",
    )
}

/// No sheet holds anything.
pub fn no_cells() -> Message {
    Message::new(
        TITLE,
        "In der Datei steht keine einzige gefüllte Zelle.",
        UNCHANGED,
        "Prüfen Sie, ob Sie die richtige Datei gewählt haben.",
    )
}

/// The planner stopped the reading.
pub fn cancelled() -> Message {
    Message::new("Das Einlesen wurde abgebrochen", "Sie haben das Einlesen beendet.", UNCHANGED, "")
}
