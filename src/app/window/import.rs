//! The import as the window carries it out: tables one after the other, their mapping and check list to and from files.

use super::Window;
use crate::app::dialogs::{PathPurpose, Saved};
use crate::app::import_session::ImportSession;
use crate::chart::{self, Figure};
use crate::document::{Document, Sheet, SheetCell, SheetColumn, SheetRow};
use crate::domain::ImportId;
use crate::export::{CsvForm, ExportError, safe_file_name, words_csv, xlsx};
use crate::fs;
use crate::import::{CheckList, ListForm};
use crate::jobs::Job;
use crate::project::{Command, ImportCommand, Request};
use crate::text::error::app::worker_lost;
use crate::text::panel::{berichte, daten, dialog as dialog_words};
use crate::text::{Explain, Message};
use crate::ui::dialog::{Discard, Failure};
use crate::ui::{Dialog, ImportIntent, Intent, Section, Toast, ToastKind};
use std::path::{Path, PathBuf};

/// Fineness of a saved picture: 300 dots per inch.
const SAVED_PIXELS_PER_MM: f32 = 11.8;

/// A file being written beside the project.
pub(super) type Saving = Job<Result<PathBuf, Message>>;

impl Window {
    pub(super) fn import_step(&mut self, ctx: &egui::Context, step: ImportIntent) {
        // What is being written is not changed any more: it can be waited for or stopped.
        let writing = self.import.as_ref().is_some_and(ImportSession::is_writing);
        match step {
            ImportIntent::Stop => {
                if let Some(session) = &mut self.import {
                    session.stop();
                }
            }
            ImportIntent::KeepOriginal(_)
            | ImportIntent::SetMapping(_)
            | ImportIntent::Layout { .. }
            | ImportIntent::LoadMapping
            | ImportIntent::Commit
            | ImportIntent::Skip
            | ImportIntent::SkipAnyway
            | ImportIntent::Cancel
            | ImportIntent::Discard(_)
                if writing => {}
            ImportIntent::Choose => self.ask_path(PathPurpose::ImportTables),
            ImportIntent::Files(paths) => self.import_files(paths),
            ImportIntent::Pasted(text) => self.import_pasted(text),
            ImportIntent::Skip if self.import.as_ref().is_some_and(ImportSession::is_decided) => {
                let skip = Intent::Import(ImportIntent::SkipAnyway);
                self.shell.ask(Dialog::Discard(Discard::table(skip)));
            }
            ImportIntent::Skip | ImportIntent::SkipAnyway => self.next_table(),
            ImportIntent::KeepOriginal(keep) => {
                if let Some(session) = &mut self.import {
                    session.keep_original(keep, &self.wake);
                }
            }
            ImportIntent::SetMapping(mapping) => {
                if let Some(session) = &mut self.import {
                    session.set_mapping(*mapping);
                }
            }
            ImportIntent::Layout { sheet, rows } => {
                if let (Some(session), Some(snapshot)) = (&mut self.import, &self.snapshot) {
                    session.set_layout(sheet, rows, &snapshot.data, &self.wake);
                }
            }
            ImportIntent::LoadMapping => self.ask_path(PathPurpose::LoadMapping),
            ImportIntent::SaveMapping => self.save_mapping(),
            ImportIntent::SaveChecks => self.save_checks(),
            ImportIntent::SaveOriginal(import) => self.save_original(import),
            ImportIntent::Commit => {
                if let Some((batch, progress)) = self.import.as_mut().and_then(ImportSession::write) {
                    let run = Command::Import(ImportCommand::Run(Box::new(batch)));
                    self.engine.send(Request::ExecuteWatched(run, progress));
                }
            }
            ImportIntent::Cancel => {
                if !self.asks_before_losing(None) {
                    self.import = None;
                }
            }
            ImportIntent::Discard(then) => {
                self.import = None;
                if let Some(intent) = then {
                    self.carry_out(ctx, *intent);
                }
            }
        }
    }

    /// Takes the last step back or does it again: of the preview while it is in view, else of the project.
    pub(super) fn undo_or_redo(&mut self, again: bool) {
        match &mut self.import {
            Some(session) if self.shell.section == Section::Daten => match again {
                _ if session.is_writing() => {}
                false => session.undo(),
                true => session.redo(),
            },
            Some(_) | None if again => self.engine.send(Request::Redo),
            Some(_) | None => self.take_back(),
        }
    }

    /// Takes the last step of the project back.
    pub(super) fn take_back(&mut self) {
        self.shell.step_taken_back();
        self.engine.send(Request::Undo);
    }

    /// Asks first where the import under way holds decisions or further tables, and goes on with `then` afterwards. Says
    /// whether it had to ask.
    pub(super) fn asks_before_losing(&mut self, then: Option<Intent>) -> bool {
        // What is being written is finished, whatever comes after it.
        let loses = |session: &&ImportSession| session.would_lose() && !session.is_writing();
        let Some(session) = self.import.as_ref().filter(loses) else { return false };
        let discard = Intent::Import(ImportIntent::Discard(then.map(Box::new)));
        self.shell.ask(Dialog::Discard(Discard::import(session.waiting(), discard)));
        true
    }

    /// The project has refused the last request. Says whether it was an import that the planner has stopped.
    pub(super) fn import_refused(&mut self) -> bool {
        let stopped = self.import.as_mut().is_some_and(ImportSession::written);
        if stopped {
            let toast = Toast::done(daten::STOPPED, daten::STOPPED_HINT);
            self.shell.toast(Toast { kind: ToastKind::Info, ..toast });
        }
        stopped
    }

    /// Tables dropped or chosen; they queue behind one that is in view.
    pub(super) fn import_files(&mut self, paths: Vec<PathBuf>) {
        let Some(snapshot) = &self.snapshot else {
            self.say_project_first();
            return;
        };
        self.shell.section = Section::Daten;
        match &mut self.import {
            Some(session) => session.add_files(paths),
            None => self.import = Some(ImportSession::files(paths, &snapshot.data, &self.wake)),
        }
    }

    fn import_pasted(&mut self, text: String) {
        let Some(snapshot) = &self.snapshot else { return };
        self.shell.section = Section::Daten;
        match &mut self.import {
            Some(session) => session.add_pasted(text),
            None => self.import = Some(ImportSession::pasted(text, &snapshot.data, &self.wake)),
        }
    }

    pub(super) fn collect_import(&mut self) {
        let (Some(session), Some(snapshot)) = (&mut self.import, &self.snapshot) else { return };
        let Some(message) = session.collect(&snapshot.data, &self.wake) else { return };
        self.shell.ask(Dialog::Failure(Failure::new(message)));
        if !session.has_table() {
            self.next_table();
        }
    }

    /// The project has changed: goes on to the next table if it was by the import.
    pub(super) fn import_done(&mut self, label: &str) {
        let Some(session) = self.import.as_mut().filter(|session| session.is_writing()) else { return };
        let counts = session.current_draft().map(|draft| draft.counts);
        session.written();
        self.say_taken_over(
            label,
            &counts.map_or_else(
                || daten::IMPORTED_HINT.to_owned(),
                |counts| daten::values_taken_over(counts.new, counts.changed, counts.unchanged),
            ),
        );
        self.next_table();
    }

    fn next_table(&mut self) {
        let (Some(session), Some(snapshot)) = (&mut self.import, &self.snapshot) else { return };
        if !session.next(&snapshot.data, &self.wake) {
            self.import = None;
        }
    }

    pub(super) fn load_mapping(&mut self, path: PathBuf) {
        if let (Some(session), Some(snapshot)) = (&mut self.import, &self.snapshot) {
            session.load_mapping(path, &snapshot.data, &self.wake);
        }
    }

    fn save_mapping(&mut self) {
        let Some((name, mapping)) = self.import.as_ref().and_then(ImportSession::present) else { return };
        // The draft knows the names of the rows whose level was said.
        let draft = self.import.as_ref().and_then(ImportSession::current_draft);
        let mapping = draft.map_or(mapping, |draft| draft.mapping());
        let file_name = safe_file_name(&daten::mapping_file_name(stem(name)));
        self.ask_path(PathPurpose::Save { what: Saved::Mapping(mapping.to_toml()), file_name });
    }

    fn save_checks(&mut self) {
        let Some(view) = self.import.as_ref().map(ImportSession::view) else { return };
        let Some(draft) = self.import.as_ref().and_then(ImportSession::current_draft) else { return };
        let what = Saved::Checks(draft.check_list(ListForm::German));
        let file_name = safe_file_name(&daten::checks_file_name(stem(&view.file_name)));
        self.ask_path(PathPurpose::Save { what, file_name });
    }

    fn save_original(&mut self, id: ImportId) {
        let import = self.snapshot.as_ref().and_then(|snapshot| snapshot.data.import(id).cloned());
        if let Some(import) = import {
            let file_name = safe_file_name(&import.file_name);
            self.ask_path(PathPurpose::Save { what: Saved::Original(id), file_name });
        }
    }

    /// Writes a file to the place that the planner chose.
    pub(super) fn save(&mut self, what: Saved, path: PathBuf) {
        let (bytes, path) = match what {
            Saved::Original(import) => {
                self.engine.send(Request::SaveOriginal { import, path });
                return;
            }
            Saved::Mapping(text) | Saved::Recipe(text) => (text.into_bytes(), with_ending(path, "toml")),
            Saved::Checks(list) => {
                let path = with_ending(path, "csv");
                self.saving = Some(Job::start("checks", self.wake.clone(), move |_| {
                    let bytes = check_list(list, has_ending(&path, "xlsx")).map_err(|error| error.message())?;
                    fs::write_atomic(&path, &bytes).map(|()| path).map_err(|error| error.message())
                }));
                return;
            }
            Saved::Dates(bytes) | Saved::Table(bytes) => (bytes, with_ending(path, "csv")),
            Saved::Calendar(bytes) => (bytes, with_ending(path, "ics")),
            Saved::Figure(figure) => {
                let path = with_ending(path, "png");
                self.saving = Some(Job::start("figure", self.wake.clone(), move |_| save_figure(&figure, path)));
                return;
            }
        };
        self.saving = Some(Job::start("save", self.wake.clone(), move |_| {
            fs::write_atomic(&path, &bytes).map(|()| path).map_err(|error| error.message())
        }));
    }

    pub(super) fn collect_saving(&mut self) {
        let Some(job) = &self.saving else { return };
        let outcome = match job.poll() {
            Some(outcome) => outcome,
            None if job.is_lost() => Err(worker_lost(berichte::EXPORTING)),
            None => return,
        };
        self.saving = None;
        match outcome {
            Ok(path) => self.saved(path),
            Err(message) => self.shell.ask(Dialog::Failure(Failure::new(message))),
        }
    }

    pub(super) fn saved(&mut self, path: PathBuf) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut toast = Toast::done(daten::SAVED, name);
        toast.reveal = Some(path);
        self.shell.toast(toast);
    }
}

/// Writes a picture, SVG by its ending and PNG otherwise, and what it shows in words beside it: under a name of its own,
/// and never over a file that was there before the picture was.
fn save_figure(figure: &Figure, path: PathBuf) -> Result<PathBuf, Message> {
    let replaced = fs::exists(&path);
    let svg = chart::figure_svg(figure).map_err(|error| error.message())?;
    let bytes = if has_ending(&path, "svg") {
        svg.into_bytes()
    } else {
        chart::png(&svg, SAVED_PIXELS_PER_MM).map_err(|error| error.message())?
    };
    fs::write_atomic(&path, &bytes).map_err(|error| error.message())?;
    let words = format!("\u{feff}{}", figure.words().replace('\n', "\r\n"));
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = dialog_words::figure_words_name(&path.file_stem().unwrap_or_default().to_string_lossy());
    let own = folder.join(format!("{name}.txt"));
    let beside = if replaced { own } else { fs::unused_path(folder, &name, "txt") };
    fs::write_atomic(&beside, words.as_bytes()).map_err(|error| error.message())?;
    Ok(path)
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(ending) }
}

/// Everything noticed and asked, a line each: as a workbook, or as delimited text.
fn check_list(list: CheckList, as_workbook: bool) -> Result<Vec<u8>, ExportError> {
    if !as_workbook {
        return Ok(words_csv(&list.columns, &list.rows, CsvForm::German));
    }
    let widths = [24, 16, 8, 12, 22, 90];
    let columns = list.columns.into_iter().zip(widths).map(|(title, width)| SheetColumn { title, width }).collect();
    let cell = |text: String| if text.is_empty() { SheetCell::Empty } else { SheetCell::Text(text) };
    let rows = list.rows.into_iter().map(|row| SheetRow { cells: row.into_iter().map(cell).collect(), strong: false });
    let title = daten::CHECK_LIST.to_owned();
    let sheet = Sheet { name: title.clone(), title: title.clone(), columns, rows: rows.collect(), notes: Vec::new() };
    xlsx(&Document { title, sheets: vec![sheet], ..Document::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PlanningData;
    use crate::jobs::Progress;

    #[test]
    fn the_words_of_a_picture_never_replace_a_file_of_somebody_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| folder.path().join(name);
        std::fs::write(file("zeit.txt"), "eigene Notiz").expect("a note");
        std::fs::write(file("zeit (Bildtext).txt"), "fremd").expect("a note");
        let figure = Figure {
            title: "Anteile".to_owned(),
            subtitle: String::new(),
            chart: chart::ChartSpec::Shares(chart::ShareChart { sentence: "Satz".to_owned(), bars: Vec::new() }),
            source: String::new(),
            date: String::new(),
            notes: Vec::new(),
        };
        save_figure(&figure, file("zeit.svg")).expect("saved");
        let read = |name: &str| std::fs::read_to_string(file(name)).expect(name);
        assert_eq!((read("zeit.txt").as_str(), read("zeit (Bildtext).txt").as_str()), ("eigene Notiz", "fremd"));
        assert!(read("zeit (Bildtext) 2.txt").contains("Anteile"));
    }

    #[test]
    fn the_saved_check_list_opens_in_a_german_spreadsheet_and_names_the_cell() {
        let table = "Gebiet;Quote 2025\nMarten;11,5\nNette;n. v.\n";
        let source = crate::import::read("a.csv", table.as_bytes(), &Progress::new()).expect("a table");
        let mut mapping = crate::import::propose(&source, &PlanningData::default()).mapping;
        mapping.area_level = Some(crate::domain::AreaLevel::Sozialraum);
        mapping.create_areas = true;
        let draft =
            crate::import::draft(&source, &mapping, &PlanningData::default(), &Progress::new()).expect("a draft");
        let list = draft.check_list(ListForm::German);
        let text = String::from_utf8(check_list(list.clone(), false).expect("a list")).expect("text");
        assert!(text.starts_with('\u{feff}'), "{text}");
        assert!(text.contains(";B3;"), "{text}");
        assert!(text.contains("n. v."), "{text}");
        let book = check_list(list.clone(), true).expect("a workbook");
        let book = crate::import::read("p.xlsx", &book, &Progress::new()).expect("a workbook");
        let table = &book.sheets[0];
        let rows = table.row_count() - u32::try_from(list.rows.len()).expect("few");
        assert_eq!(table.text(rows - 1, 2), list.columns[2]);
        let shown = |at: u16| list.rows.iter().map(|row| row[usize::from(at)].clone()).collect::<Vec<_>>();
        let read = |at: u16| (rows..table.row_count()).map(|row| table.text(row, at).to_owned()).collect::<Vec<_>>();
        assert_eq!((read(2), read(5)), (shown(2), shown(5)));
    }
}
