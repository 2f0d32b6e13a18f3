//! Native file dialogs on their own thread, so that a slow network drive never freezes the window.

use crate::chart::Figure;
use crate::domain::ImportId;
use crate::import::CheckList;
use crate::jobs::{Job, Wake};
use crate::text::handbook;
use crate::text::panel::dialog as words;
use crate::ui::ExportOrder;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// What a path is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum PathPurpose {
    /// A project to open.
    OpenProject,
    /// A place for a new project.
    NewProject {
        /// Whether it gets the Dortmund frame.
        with_frame: bool,
    },
    /// Tables to import.
    ImportTables,
    /// A stored mapping.
    LoadMapping,
    /// A recipe file.
    LoadRecipe,
    /// A place for a file that is not a document.
    Save {
        /// What is to be written.
        what: Saved,
        /// Proposed file name.
        file_name: String,
    },
    /// A place for the method handbook: Word, or Markdown by its ending.
    Handbook,
    /// A file of boundaries.
    ImportBoundaries,
    /// A picture that becomes the logo of documents.
    Logo,
    /// A table of services.
    ImportServices,
    /// A place for one document or a folder for several.
    Export {
        /// What is to be written.
        order: ExportOrder,
        /// Proposed file name; a folder is asked for if absent.
        file_name: Option<String>,
    },
}

/// A file beside the documents.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// The mapping of an import under way, TOML.
    Mapping(String),
    /// A recipe, TOML.
    Recipe(String),
    /// What was noticed in an import under way: a workbook or CSV by its ending.
    Checks(CheckList),
    /// The dates of the procedure, CSV.
    Dates(Vec<u8>),
    /// The dates of the procedure for a calendar.
    Calendar(Vec<u8>),
    /// The original file of an earlier import, written by the project itself.
    Original(ImportId),
    /// A table of services or organisations, CSV.
    Table(Vec<u8>),
    /// A picture: PNG or SVG by its ending.
    Figure(Box<Figure>),
}

impl Saved {
    /// Title of the dialog.
    pub fn title(&self) -> &'static str {
        match self {
            Saved::Mapping(_) => words::SAVE_MAPPING,
            Saved::Recipe(_) => words::SAVE_RECIPE,
            Saved::Checks(_) => words::SAVE_CHECKS,
            Saved::Dates(_) | Saved::Calendar(_) => words::SAVE_DATES,
            Saved::Original(_) => words::SAVE_ORIGINAL,
            Saved::Table(_) => words::SAVE_TABLE,
            Saved::Figure(_) => words::SAVE_FIGURE,
        }
    }
}

/// What the dialog answered.
#[derive(Clone, Debug, PartialEq)]
pub enum PathAnswer {
    /// These were chosen.
    Chosen(Vec<PathBuf>),
    /// The user closed the dialog.
    Cancelled,
    /// There is no dialog service on this system: ask for the path in the window.
    NoService,
}

/// A dialog that is open.
pub struct PathDialog {
    /// What it asks for.
    pub purpose: PathPurpose,
    job: Job<PathAnswer>,
}

/// A dialog that vanishes faster than a person can read was never shown.
const NO_PERSON_IS_FASTER: Duration = Duration::from_millis(250);

impl PathDialog {
    /// Opens the dialog.
    pub fn open(purpose: PathPurpose, wake: Wake) -> PathDialog {
        let asked = purpose.clone();
        PathDialog { purpose, job: Job::start("file-dialog", wake, move |_| ask(&asked)) }
    }

    /// The answer, once it is there.
    pub fn poll(&self) -> Option<PathAnswer> {
        self.job.poll()
    }
}

fn ask(purpose: &PathPurpose) -> PathAnswer {
    let started = Instant::now();
    let dialog = rfd::FileDialog::new();
    let tables = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods"];
    let chosen = match purpose {
        PathPurpose::OpenProject => dialog
            .set_title(words::OPEN_PROJECT)
            .add_filter(words::PROJECT_FILES, &["aktionsplan"])
            .pick_file()
            .map(|path| vec![path]),
        PathPurpose::NewProject { .. } => dialog
            .set_title(words::NEW_PROJECT)
            .set_file_name(words::NEW_PROJECT_FILE)
            .add_filter(words::PROJECT_FILES, &["aktionsplan"])
            .save_file()
            .map(|path| vec![path]),
        PathPurpose::ImportTables => {
            dialog.set_title(words::IMPORT_TABLES).add_filter(words::TABLE_FILES, &tables).pick_files()
        }
        PathPurpose::ImportServices => dialog
            .set_title(words::IMPORT_SERVICES)
            .add_filter(words::TABLE_FILES, &tables)
            .pick_file()
            .map(|path| vec![path]),
        PathPurpose::LoadMapping => {
            let dialog = dialog.set_title(words::LOAD_MAPPING).add_filter(words::MAPPING_FILES, &["toml"]);
            dialog.pick_file().map(|path| vec![path])
        }
        PathPurpose::LoadRecipe => {
            let dialog = dialog.set_title(words::LOAD_RECIPE).add_filter(words::RECIPE_FILES, &["toml"]);
            dialog.pick_file().map(|path| vec![path])
        }
        PathPurpose::Save { what: what @ Saved::Figure(_), file_name } => dialog
            .set_title(what.title())
            .set_file_name(file_name)
            .add_filter(words::PICTURE_FILES, &["png", "svg"])
            .save_file()
            .map(|path| vec![path]),
        PathPurpose::Save { what: what @ Saved::Checks(_), file_name } => dialog
            .set_title(what.title())
            .set_file_name(file_name)
            .add_filter(words::LIST_FILES, &["csv", "xlsx"])
            .save_file()
            .map(|path| vec![path]),
        PathPurpose::Save { what, file_name } => {
            dialog.set_title(what.title()).set_file_name(file_name).save_file().map(|path| vec![path])
        }
        PathPurpose::Handbook => dialog
            .set_title(words::SAVE_HANDBOOK)
            .set_file_name(handbook::FILE_NAME)
            .add_filter(words::HANDBOOK_FILES, &["docx", "md"])
            .save_file()
            .map(|path| vec![path]),
        PathPurpose::ImportBoundaries => dialog
            .set_title(words::IMPORT_BOUNDARIES)
            .add_filter(words::BOUNDARY_FILES, &["geojson", "json"])
            .pick_file()
            .map(|path| vec![path]),
        PathPurpose::Logo => dialog
            .set_title(words::LOGO)
            .add_filter(words::PICTURE_FILES, &["png", "svg"])
            .pick_file()
            .map(|path| vec![path]),
        PathPurpose::Export { order, file_name: Some(name) } => dialog
            .set_title(words::EXPORT_FILE)
            .set_file_name(name)
            .add_filter(words::DOCUMENT_FILES, &order.formats.iter().map(|f| f.extension()).collect::<Vec<_>>())
            .save_file()
            .map(|path| vec![path]),
        PathPurpose::Export { file_name: None, .. } => {
            dialog.set_title(words::EXPORT_FOLDER).pick_folder().map(|path| vec![path])
        }
    };
    match chosen {
        Some(paths) => PathAnswer::Chosen(paths),
        None if started.elapsed() < NO_PERSON_IS_FASTER => PathAnswer::NoService,
        None => PathAnswer::Cancelled,
    }
}
