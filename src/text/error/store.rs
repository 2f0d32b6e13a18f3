//! Wording of failures of the `store` layer.

use crate::text::Message;

const UNTOUCHED: &str = "Die Datei wurde nicht verändert.";
const NOTHING_CHANGED: &str = "Der letzte Schritt wurde nicht ausgeführt. Alles davor ist gespeichert.";

/// There is a file where a new project was to be.
pub fn exists(path: &str) -> Message {
    Message::new(
        "Das Projekt wurde nicht angelegt",
        format!("„{path}“ gibt es schon."),
        UNTOUCHED,
        "Wählen Sie einen anderen Namen, oder öffnen Sie die vorhandene Datei.",
    )
}

/// The file has no bytes.
pub fn empty(path: &str) -> Message {
    Message::new(
        "Das Projekt wurde nicht geöffnet",
        format!("„{path}“ ist leer. Das geschieht, wenn eine Kopie oder ein Abgleich abgebrochen wurde."),
        UNTOUCHED,
        "Kopieren Sie die Datei erneut, oder öffnen Sie eine Sicherung aus dem Ordner „…-Sicherungen“ neben dem Projekt.",
    )
}

/// The file is no project.
pub fn not_a_project(path: &str) -> Message {
    Message::new(
        "Das ist kein Projekt",
        format!("„{path}“ ist keine Projektdatei von Aktionsplan."),
        UNTOUCHED,
        "Öffnen Sie eine Datei mit der Endung „.aktionsplan“. Tabellen bringen Sie über den Import in ein Projekt.",
    )
}

/// The file belongs to another program.
pub fn foreign(path: &str) -> Message {
    Message::new(
        "Das ist kein Projekt",
        format!("„{path}“ ist eine Datenbank eines anderen Programms."),
        UNTOUCHED,
        "Öffnen Sie eine Datei mit der Endung „.aktionsplan“.",
    )
}

/// The file was written by a newer version.
pub fn newer(path: &str) -> Message {
    Message::new(
        "Das Projekt braucht eine neuere Version",
        format!("„{path}“ wurde mit einer neueren Version von Aktionsplan gespeichert."),
        UNTOUCHED,
        "Öffnen Sie das Projekt mit der neueren Version.",
    )
}

/// The structure was changed from outside.
pub fn schema_differs() -> Message {
    Message::new(
        "Das Projekt wurde nicht geöffnet",
        "Der innere Aufbau der Datei wurde mit einem anderen Programm verändert.",
        "Die Datei wurde nicht verändert. Ob ihre Werte stimmen, lässt sich nicht mehr sagen.",
        "Öffnen Sie eine Sicherung aus dem Ordner „…-Sicherungen“ neben dem Projekt.",
    )
}

/// The file is damaged.
pub fn damaged() -> Message {
    Message::new(
        "Das Projekt ist beschädigt",
        "Die Datei ist unvollständig oder enthält unlesbare Stellen, etwa durch eine abgebrochene Kopie.",
        "Die Datei wurde nicht verändert. Ein Teil der Werte kann fehlen.",
        "Heben Sie die Datei auf, und öffnen Sie eine Sicherung aus dem Ordner „…-Sicherungen“ neben dem Projekt.",
    )
}

/// Another window or computer has the file open.
pub fn in_use() -> Message {
    Message::new(
        "Das Projekt ist schon geöffnet",
        "Ein anderes Fenster oder ein anderer Rechner arbeitet gerade mit dieser Datei.",
        UNTOUCHED,
        "Schließen Sie das Projekt dort, oder arbeiten Sie mit einer Kopie der Datei.",
    )
}

/// The file can only be read.
pub fn read_only() -> Message {
    Message::new(
        "Das Projekt kann nur gelesen werden",
        "Die Datei oder ihr Ordner ist schreibgeschützt.",
        NOTHING_CHANGED,
        "Kopieren Sie die Datei an einen Ort, an dem Sie schreiben dürfen, und öffnen Sie die Kopie.",
    )
}

/// Why an open file can only be read: the file itself is protected.
pub fn file_is_read_only() -> String {
    "Die Datei ist schreibgeschützt: Sie können alles ansehen, aber nichts ändern.".to_owned()
}

/// Why an open file can only be read: its folder is protected.
pub fn folder_is_read_only() -> String {
    "Der Ordner der Datei ist schreibgeschützt: Sie können alles ansehen, aber nichts ändern.".to_owned()
}

/// The file was moved, replaced or removed while it was open; `path` is empty where it is not known.
pub fn moved(path: &str) -> Message {
    let file = if path.is_empty() { "Die Projektdatei".to_owned() } else { format!("„{path}“") };
    Message::new(
        "Die Projektdatei ist nicht mehr an ihrem Ort",
        format!("{file} wurde verschoben, ersetzt oder gelöscht, während das Projekt geöffnet war."),
        NOTHING_CHANGED,
        "Bringen Sie die Datei an ihren Ort zurück, oder öffnen Sie sie dort, wo sie jetzt liegt.",
    )
}

/// No space is left.
pub fn disk_full() -> Message {
    Message::new(
        "Der Datenträger ist voll",
        "Für den letzten Schritt war kein Platz mehr frei.",
        NOTHING_CHANGED,
        "Geben Sie Platz frei, und führen Sie den Schritt erneut aus.",
    )
}

/// The disk or network failed.
pub fn io() -> Message {
    Message::new(
        "Die Projektdatei war nicht erreichbar",
        "Der Datenträger oder das Netzlaufwerk hat einen Fehler gemeldet.",
        "Der letzte Schritt ist vielleicht nicht gespeichert. Alles davor ist gespeichert.",
        "Prüfen Sie die Verbindung, öffnen Sie das Projekt erneut und sehen Sie im Verlauf nach dem letzten Schritt.",
    )
}

/// A backup does not equal the project.
pub fn backup_differs(path: &str) -> Message {
    Message::new(
        "Die Sicherung ist misslungen",
        format!("Die Kopie „{path}“ stimmt nicht mit dem Projekt überein und wurde verworfen."),
        "Ihr Projekt ist davon nicht betroffen.",
        "Sichern Sie erneut, möglichst auf einen anderen Datenträger.",
    )
}

/// A mistake of the program.
pub fn internal() -> Message {
    Message::new(
        "Der Schritt ist misslungen",
        "Im Programm ist ein Fehler aufgetreten.",
        NOTHING_CHANGED,
        "Versuchen Sie es anders, und melden Sie den Fehler mit den technischen Einzelheiten.",
    )
}

/// A finding of the structure check.
pub fn structure_finding(detail: &str) -> String {
    format!("Der Aufbau der Datei ist beschädigt ({detail}).")
}

/// A reference between rows is broken.
pub fn reference_finding(table: &str) -> String {
    format!("In der Tabelle „{table}“ verweist ein Eintrag auf etwas, das fehlt.")
}

/// Values without area, period or import.
pub fn orphans_finding(count: i64) -> String {
    match count {
        1 => "Ein Wert gehört zu keinem Gebiet, Zeitraum oder Import mehr.".to_owned(),
        _ => format!("{count} Werte gehören zu keinem Gebiet, Zeitraum oder Import mehr."),
    }
}

/// The values of an import are not those that were written.
pub fn digest_finding(file_name: &str) -> String {
    format!("Die Werte des Imports „{file_name}“ sind nicht mehr die, die geschrieben wurden.")
}

/// The original file that an import keeps is not the one that was read.
pub fn original_finding(file_name: &str) -> String {
    format!("Die aufbewahrte Originaldatei „{file_name}“ ist nicht mehr die, die eingelesen wurde.")
}

/// The structure is not the expected one.
pub fn schema_finding(detail: &str) -> String {
    format!("Der innere Aufbau wurde von außen verändert ({detail}).")
}
