//! The open project: commands go in, snapshots come out, undo stands ready.

use super::apply::{Cx, apply};
use super::{Command, Outcome, ProjectError, Snapshot, Template, frame, load};
use crate::clock::Clock;
use crate::domain::{AreaId, CellRef, Dataset, ImportId, IndicatorId, PeriodId, Status};
use crate::fs;
use crate::import::{ColumnMapping, Mapping};
use crate::jobs::Progress;
use crate::store::{Entry, Store, StoreError, Touched};
use crate::text::label;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An open planning file. It is locked against everybody else until it is dropped.
pub struct Project {
    store: Store,
    clock: Clock,
    opened_at: String,
    snapshot: Arc<Snapshot>,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The import that brought it.
    pub import: ImportId,
    /// Name of the imported file.
    pub file_name: String,
    /// Name of the sheet; empty for delimited text.
    pub sheet: String,
    /// The cell.
    pub cell: CellRef,
    /// What stood there, as written.
    pub original: String,
    /// How it was read.
    pub status: Status,
    /// When the file was last changed, ISO 8601 with offset, if that is known.
    pub file_date: Option<String>,
    /// When it was imported, ISO 8601 with offset.
    pub imported_at: String,
    /// Heading of its column in the file; empty for imports without mapping.
    pub heading: String,
    /// The mapping (Zuordnung) by which it was read, TOML.
    pub mapping: String,
    /// What that mapping says about its column; none where it cannot be read.
    pub column: Option<ColumnMapping>,
}

impl Project {
    /// Creates a project file and fills it from a template. A file of this name is never overwritten; if anything
    /// fails, no file stays behind.
    ///
    /// # Errors
    /// [`StoreError::Exists`] for a name that is taken, or what kept the project from being set up.
    pub fn create(path: &Path, template: Template, with_example: bool, clock: Clock) -> Result<Project, ProjectError> {
        Project::create_with(path, template, with_example, clock, &|_| Ok(()))
    }

    /// The same, completed by `complete` before anybody sees the file, e.g. with drafts of the example programmes.
    ///
    /// # Errors
    /// As [`create`](Self::create), and what `complete` gives.
    pub fn create_with(
        path: &Path,
        template: Template,
        with_example: bool,
        clock: Clock,
        complete: &dyn Fn(&mut Project) -> Result<(), ProjectError>,
    ) -> Result<Project, ProjectError> {
        if path.exists() {
            return Err(StoreError::Exists { path: path.to_owned() }.into());
        }
        let unfinished = unfinished_name(path);
        Store::discard(&unfinished)?;
        let filled = fill(&unfinished, path, &clock, |project| {
            frame::fill(project, template, with_example)?;
            complete(project)
        });
        let published = filled.and_then(|()| Ok(Store::publish(&unfinished, path)?));
        if let Err(error) = published {
            remove_unfinished(&unfinished);
            return Err(error);
        }
        Project::open(path, clock)
    }

    /// Opens a project file.
    ///
    /// # Errors
    /// A [`StoreError`] that says why the file was refused; it is left as it is.
    pub fn open(path: &Path, clock: Clock) -> Result<Project, ProjectError> {
        Project::over(Store::open(path, &clock())?, clock)
    }

    /// Carries out a command: one transaction, one entry in the history, one step of undo.
    ///
    /// # Errors
    /// Why it was refused; the project is unchanged then.
    pub fn execute(&mut self, command: Command) -> Result<Outcome, ProjectError> {
        self.execute_watched(command, &Progress::new())
    }

    /// The same, with progress for commands that take long, and cancel: until the last value is written.
    ///
    /// # Errors
    /// As [`execute`](Self::execute), and [`ProjectError::Cancelled`].
    pub fn execute_watched(&mut self, command: Command, progress: &Progress) -> Result<Outcome, ProjectError> {
        let at = (self.clock)();
        let before = Arc::clone(&self.snapshot);
        let done = self.store.transact(&at, |tx| {
            let applied = apply(&Cx { tx, before: &before, at: &at, progress }, command)?;
            let entry = Entry { label: applied.label.clone(), detail: applied.detail };
            Ok::<_, ProjectError>(((Outcome { created: applied.created, label: applied.label }, applied.added), entry))
        })?;
        let (outcome, added) = done.value;
        self.reload(done.touched, added)?;
        Ok(outcome)
    }

    /// Takes back the latest step and gives its label. The history keeps both the step and its being taken back.
    ///
    /// # Errors
    /// [`ProjectError::NothingToUndo`], or a failure of the file.
    pub fn undo(&mut self) -> Result<String, ProjectError> {
        let done = self.store.undo(&(self.clock)(), label::undone)?.ok_or(ProjectError::NothingToUndo)?;
        self.reload(done.touched, None)?;
        Ok(done.value)
    }

    /// Does the latest undone step again and gives its label.
    ///
    /// # Errors
    /// [`ProjectError::NothingToRedo`], or a failure of the file.
    pub fn redo(&mut self) -> Result<String, ProjectError> {
        let done = self.store.redo(&(self.clock)(), label::redone)?.ok_or(ProjectError::NothingToRedo)?;
        self.reload(done.touched, None)?;
        Ok(done.value)
    }

    /// The project as it is now.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot)
    }

    /// Where the value that counts comes from: import, cell, original text.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn origin(
        &self,
        indicator: IndicatorId,
        area: AreaId,
        period: PeriodId,
    ) -> Result<Option<Origin>, ProjectError> {
        let Some(row) = self.store.read().origin(indicator, area, period)? else { return Ok(None) };
        let import = self.snapshot.data.import(row.import).ok_or(StoreError::Content { what: "import" })?;
        let column = column_of(&import.mapping, row.cell.column);
        Ok(Some(Origin {
            import: row.import,
            file_name: import.file_name.clone(),
            sheet: import.sheets.get(usize::from(row.cell.sheet)).cloned().unwrap_or_default(),
            cell: row.cell,
            original: row.original,
            status: row.status,
            file_date: import.file_date.clone(),
            imported_at: import.imported_at.clone(),
            heading: column.as_ref().map_or_else(String::new, |column| column.header.clone()),
            mapping: import.mapping.clone(),
            column,
        }))
    }

    /// Writes the original file of an import as it was read, byte by byte; hash and size are compared first.
    ///
    /// # Errors
    /// [`ProjectError::OriginalDiffers`] if the import keeps none or its bytes are not those that were read, or a
    /// failure of the disk.
    pub fn save_original(&self, import: ImportId, path: &Path) -> Result<(), ProjectError> {
        let known = self.snapshot.data.import(import).ok_or(ProjectError::Unknown { noun: label::Noun::Import })?;
        let original = self.store.read().original(import)?;
        let bytes = original.and_then(|original| original.unpack(known.size_bytes, &known.sha256));
        let bytes = bytes.ok_or_else(|| ProjectError::OriginalDiffers { file: known.file_name.clone() })?;
        Ok(fs::write_atomic(path, &bytes).map_err(StoreError::from)?)
    }

    /// All rows of all tables except the history, as text in a fixed order: what two files must agree in to hold the
    /// same project.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn dump(&self) -> Result<String, ProjectError> {
        Ok(self.store.dump()?)
    }

    /// Writes a verified copy into the folder `<name>-Sicherungen` beside the project and says where.
    ///
    /// # Errors
    /// A failure of the disk, or a copy that is not equal; no half copy stays behind.
    pub fn backup(&self) -> Result<PathBuf, ProjectError> {
        Ok(self.store.backup(&(self.clock)())?)
    }

    /// Writes such a copy if there is none of what was changed, and the newest is an hour old or older than this
    /// opening of the project; thins out the copies that were made in this way. `None` if no copy was due.
    ///
    /// # Errors
    /// As [`backup`](Self::backup), or an old copy that cannot be removed.
    pub fn backup_if_due(&self) -> Result<Option<PathBuf>, ProjectError> {
        let Some(latest) = self.snapshot.history.first() else { return Ok(None) };
        Ok(self.store.backup_if_due(&latest.at, &self.opened_at, &(self.clock)())?)
    }

    /// Removes the copies that were made without being asked for, and says how many.
    ///
    /// # Errors
    /// A copy that cannot be removed.
    pub fn drop_automatic_backups(&self) -> Result<usize, ProjectError> {
        Ok(self.store.drop_automatic_backups()?)
    }

    /// Forgets all steps of undo: what was done so far is the beginning.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn forget_steps(&mut self) -> Result<(), ProjectError> {
        self.store.forget_steps()?;
        self.reload(Touched::default(), None)
    }

    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    fn over(store: Store, clock: Clock) -> Result<Project, ProjectError> {
        let snapshot = load::refresh(&Snapshot::default(), &store, Touched::ALL, None)?;
        let opened_at = clock();
        Ok(Project { store, clock, opened_at, snapshot: Arc::new(snapshot) })
    }

    fn reload(&mut self, touched: Touched, added: Option<Dataset>) -> Result<(), ProjectError> {
        self.snapshot = Arc::new(load::refresh(&self.snapshot, &self.store, touched, added)?);
        Ok(())
    }
}

fn column_of(mapping: &str, column: u16) -> Option<ColumnMapping> {
    Mapping::from_toml(mapping).ok()?.columns.get(usize::from(column)).cloned()
}

fn unfinished_name(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.neu"))
}

fn remove_unfinished(path: &Path) {
    if let Err(error) = Store::discard(path) {
        log::warn!("{error}");
    }
}

fn fill(
    unfinished: &Path,
    path: &Path,
    clock: &Clock,
    complete: impl FnOnce(&mut Project) -> Result<(), ProjectError>,
) -> Result<(), ProjectError> {
    let title = path.file_stem().unwrap_or_default().to_string_lossy().trim().to_owned();
    let title = if title.is_empty() { label::Noun::Project.word().to_owned() } else { title };
    let at = clock();
    let mut store = Store::create(unfinished, &title, &at).map_err(|error| error.about(path))?;
    let created = Entry { label: label::project_created(), detail: String::new() };
    store.transact(&at, |_| Ok::<_, StoreError>(((), created)))?;
    complete(&mut Project::over(store, Arc::clone(clock))?)
}
