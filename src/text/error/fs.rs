//! Wording of failures of the `fs` layer.

use crate::text::Message;

/// Why a file operation failed, as far as the planner can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file or its folder is not there.
    NotFound,
    /// The account may not do it.
    NoPermission,
    /// No space is left.
    DiskFull,
    /// Another program has the file open.
    OpenElsewhere,
    /// There is a folder of this name.
    IsAFolder,
    /// There is a file of this name already.
    Exists,
    /// Anything else.
    Other,
}

fn because(reason: Reason) -> &'static str {
    match reason {
        Reason::NotFound => "Die Datei oder ihr Ordner ist nicht vorhanden.",
        Reason::NoPermission => "Für diesen Ort fehlen Ihnen die Rechte, oder er ist schreibgeschützt.",
        Reason::DiskFull => "Auf dem Datenträger ist kein Platz mehr frei.",
        Reason::OpenElsewhere => "Die Datei ist in einem anderen Programm geöffnet.",
        Reason::IsAFolder => "Unter diesem Namen gibt es einen Ordner.",
        Reason::Exists => "Eine Datei mit diesem Namen gibt es schon.",
        Reason::Other => "Das Betriebssystem hat den Vorgang abgelehnt.",
    }
}

fn remedy(reason: Reason) -> &'static str {
    match reason {
        Reason::NotFound => "Prüfen Sie, ob die Datei verschoben wurde oder ein Netzlaufwerk fehlt.",
        Reason::NoPermission => "Wählen Sie einen anderen Ordner, oder bitten Sie die IT um Schreibrechte.",
        Reason::DiskFull => {
            "Geben Sie Platz frei, oder wählen Sie einen anderen Datenträger, und versuchen Sie es erneut."
        }
        Reason::OpenElsewhere => "Schließen Sie die Datei dort, oder wählen Sie einen anderen Namen.",
        Reason::IsAFolder => "Wählen Sie einen anderen Dateinamen.",
        Reason::Exists => "Wählen Sie einen anderen Dateinamen.",
        Reason::Other => "Versuchen Sie es an einem anderen Ort, oder wenden Sie sich mit den Einzelheiten an die IT.",
    }
}

/// A file could not be read.
pub fn not_read(path: &str, reason: Reason) -> Message {
    Message::new(
        "Die Datei wurde nicht gelesen",
        format!("„{path}“ konnte nicht gelesen werden. {}", because(reason)),
        "An Ihrem Projekt hat sich nichts geändert.",
        remedy(reason),
    )
}

/// A file could not be written.
pub fn not_written(path: &str, reason: Reason) -> Message {
    Message::new(
        "Die Datei wurde nicht gespeichert",
        format!("„{path}“ konnte nicht geschrieben werden. {}", because(reason)),
        "Was vorher dort stand, ist unverändert. Ihr Projekt ist vollständig gespeichert.",
        remedy(reason),
    )
}

/// A folder could not be created.
pub fn folder_not_created(path: &str, reason: Reason) -> Message {
    Message::new(
        "Der Ordner wurde nicht angelegt",
        format!("„{path}“ konnte nicht angelegt werden. {}", because(reason)),
        "An Ihrem Projekt hat sich nichts geändert.",
        remedy(reason),
    )
}

/// A file could not be removed.
pub fn not_removed(path: &str, reason: Reason) -> Message {
    Message::new(
        "Die Datei wurde nicht entfernt",
        format!("„{path}“ konnte nicht entfernt werden. {}", because(reason)),
        "Ihr Projekt ist davon nicht betroffen.",
        remedy(reason),
    )
}
