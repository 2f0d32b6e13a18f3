//! Names of places and actions, and why an action cannot be done.

#![allow(missing_docs)]

pub const UEBERSICHT: &str = "Übersicht";
pub const DATEN: &str = "Daten";
pub const ANALYSE: &str = "Analyse";
pub const BEDARF: &str = "Bedarf";
pub const VOR_ORT: &str = "Vor Ort";
pub const HANDLUNGSPROGRAMM: &str = "Handlungsprogramm";
pub const VERFAHREN: &str = "Verfahren";
pub const BERICHTE: &str = "Berichte";
pub const EINSTELLUNGEN: &str = "Einstellungen";
pub const HILFE: &str = "Hilfe";

pub const OPEN_PROJECT: &str = "Projekt öffnen …";
pub const NEW_PROJECT: &str = "Neues Projekt …";
pub const NEW_EMPTY_PROJECT: &str = "Neues Projekt ohne Dortmunder Rahmen …";
pub const OPEN_SAMPLE: &str = "Beispielprojekt ansehen";
pub const CLOSE_PROJECT: &str = "Projekt schließen";
pub const UNDO: &str = "Rückgängig";
pub const REDO: &str = "Wiederherstellen";
pub const PALETTE: &str = "Suchen oder Befehl …";
pub const INSPECTOR: &str = "Herkunft & Erklärung";
pub const IMPORT_TABLE: &str = "Tabelle einlesen …";
pub const IMPORT_BOUNDARIES: &str = "Gebietsgrenzen einlesen …";
pub const NEW_ENTRY: &str = "Neu anlegen";
pub const EXPORT_PROGRAMME: &str = "Handlungsprogramm als Word ausgeben …";
pub const EXPORT_ALL: &str = "Alle Handlungsprogramme ausgeben …";
pub const SAVE_HANDBOOK: &str = "Methodenhandbuch speichern …";
pub const COPY_TABLE: &str = "Tabelle kopieren";
pub const NEXT_REGION: &str = "Tastatur in den nächsten Bereich des Fensters";
pub const PREVIOUS_REGION: &str = "Tastatur in den vorigen Bereich des Fensters";
pub const NEXT_AREA: &str = "Nächster Aktionsraum";
pub const PREVIOUS_AREA: &str = "Vorheriger Aktionsraum";
pub const BACKUP: &str = "Jetzt sichern";
pub const CYCLE_THEME: &str = "Anzeige wechseln (hell, dunkel, wie das System)";
pub const TOGGLE_RAIL: &str = "Leiste schmal";
pub const ZOOM_IN: &str = "Größer anzeigen";
pub const ZOOM_OUT: &str = "Kleiner anzeigen";
pub const ZOOM_RESET: &str = "Normale Größe";
pub const QUIT: &str = "Aktionsplan beenden";

pub const NEEDS_PROJECT: &str = "Noch nicht möglich: Öffnen Sie zuerst ein Projekt.";
pub const NOTHING_TO_UNDO: &str = "Es gibt keinen Schritt, der sich zurücknehmen lässt.";
pub const NOTHING_TO_REDO: &str = "Es gibt keinen zurückgenommenen Schritt.";
pub const PROJECT_IS_READ_ONLY: &str = "Das Projekt ist nur lesbar geöffnet.";
pub const NO_PROGRAMMES: &str = "Noch nicht möglich: Es gibt noch kein Handlungsprogramm.";
