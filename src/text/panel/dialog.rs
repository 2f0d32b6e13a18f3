//! Words of dialogs: titles of file dialogs, the path prompt.

#![allow(missing_docs)]

pub const OPEN_PROJECT: &str = "Projekt öffnen";
pub const NEW_PROJECT: &str = "Neues Projekt anlegen";
pub const NEW_PROJECT_FILE: &str = "Aktionsplan.aktionsplan";
pub const IMPORT_TABLES: &str = "Tabellen einlesen";
pub const IMPORT_BOUNDARIES: &str = "Gebietsgrenzen einlesen";
pub const EXPORT_FILE: &str = "Dokument speichern";
pub const EXPORT_FOLDER: &str = "Ordner für die Dokumente wählen";
pub const LOGO: &str = "Logo wählen (PNG oder SVG)";
pub const LOAD_MAPPING: &str = "Zuordnung laden";
pub const SAVE_MAPPING: &str = "Zuordnung speichern";
pub const LOAD_RECIPE: &str = "Rezept einlesen";
pub const SAVE_RECIPE: &str = "Rezept speichern";
pub const RECIPE_FILES: &str = "Rezepte (TOML)";
pub const SAVE_TABLE: &str = "Tabelle speichern";
pub const IMPORT_SERVICES: &str = "Bestand an Angeboten einlesen";
pub const SAVE_CHECKS: &str = "Prüfliste speichern (CSV oder XLSX)";
pub const SAVE_DATES: &str = "Fristen speichern";
pub const SAVE_ORIGINAL: &str = "Originaldatei speichern";
pub const SAVE_FIGURE: &str = "Bild speichern (PNG oder SVG)";
pub const PICTURE_FILES: &str = "Bilder (PNG, SVG)";
pub const MAPPING_FILES: &str = "Zuordnungen (TOML)";
pub const SAVE_HANDBOOK: &str = "Methodenhandbuch speichern";
pub const HANDBOOK_FILES: &str = "Word-Dokumente und Markdown";
pub const PROJECT_FILES: &str = "Aktionsplan-Projekte";
pub const LIST_FILES: &str = "Listen (CSV, Excel)";
pub const TABLE_FILES: &str = "Tabellen (CSV, Excel, OpenDocument)";
pub const BOUNDARY_FILES: &str = "Gebietsgrenzen (GeoJSON)";
pub const DOCUMENT_FILES: &str = "Dokumente";

pub const PATH_LABEL: &str = "Pfad";
/// A path does not say in which folder it lies.
pub fn path_refused(path: &str) -> String {
    format!(
        "„{path}“ sagt nicht, in welchem Ordner. Geben Sie bitte den ganzen Pfad ein, beginnend mit dem Laufwerk oder „/“."
    )
}
pub const PATH_MISSING: &str = "Hier steht noch kein Pfad. Geben Sie bitte den ganzen Pfad ein.";
pub const PATH_HINT: &str = "Auf diesem System ist kein Dateidialog verfügbar. Geben Sie den Pfad bitte ein.";
pub const PATH_HINT_MANY: &str = "Auf diesem System ist kein Dateidialog verfügbar. Geben Sie den Pfad bitte ein; mehrere Dateien mit Semikolon trennen.";
pub const CONFIRM_OPEN: &str = "Öffnen";
pub const CONFIRM_CREATE: &str = "Anlegen";
pub const CONFIRM_READ: &str = "Einlesen";
pub const CONFIRM_WRITE: &str = "Speichern";
pub const CANCEL: &str = "Abbrechen";
pub const CLOSE: &str = "Schließen";
pub const RETRY: &str = "Wiederholen";
pub const OTHER_NAME: &str = "Unter anderem Namen …";
pub const OTHER_FOLDER: &str = "In einen anderen Ordner …";

/// `Profil Marten (Bildtext)`: the words beside a saved picture.
pub fn figure_words_name(stem: &str) -> String {
    format!("{stem} (Bildtext)")
}

/// `Profil Marten.png`
pub fn figure_file_name(title: &str) -> String {
    format!("{title}.png")
}
