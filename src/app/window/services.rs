//! The reading of a table of services as the window carries it out, and tables saved as CSV.

use super::Window;
use crate::app::dialogs::{PathPurpose, Saved};
use crate::app::services_job::{ServicesJob, ServicesSource};
use crate::export::{CsvForm, safe_file_name, words_csv};
use crate::programme::SiteTable;
use crate::project::{Command, Request, VorOrtCommand};
use crate::text::error::app::worker_lost;
use crate::text::panel::vor_ort::import as words;
use crate::text::report::DEMONSTRATION_MARK;
use crate::ui::dialog::Failure;
use crate::ui::{Dialog, Section, ServicesIntent, ServicesView};

impl Window {
    pub(super) fn services_step(&mut self, step: ServicesIntent) {
        match step {
            ServicesIntent::Choose => self.ask_path(PathPurpose::ImportServices),
            ServicesIntent::File(path) => self.read_services(ServicesSource::File(path)),
            ServicesIntent::Pasted(text) => self.read_services(ServicesSource::Pasted(text)),
            ServicesIntent::Set(options) => {
                let (Some(view), Some(snapshot)) = (&mut self.services, &self.snapshot) else { return };
                view.busy = true;
                let source = view.source.clone();
                self.services_job = Some(ServicesJob::draft(source, *options, snapshot.clone(), self.wake.clone()));
            }
            ServicesIntent::Commit => {
                let Some(view) = self.services.take() else { return };
                let angebote = view.draft.batch();
                let command = VorOrtCommand::ImportAngebote { file_name: view.source.file_name.clone(), angebote };
                self.taken_over_running = true;
                self.engine.send(Request::Execute(Command::VorOrt(command)));
            }
            ServicesIntent::Cancel => {
                self.services = None;
                self.services_job = None;
            }
        }
    }

    pub(super) fn read_services(&mut self, from: ServicesSource) {
        let Some(snapshot) = &self.snapshot else {
            self.say_project_first();
            return;
        };
        self.shell.section = Section::VorOrt;
        let area = self.shell.focus.area;
        self.services_job = Some(ServicesJob::read(from, area, snapshot.clone(), self.wake.clone()));
    }

    pub(super) fn collect_services(&mut self) {
        let Some(job) = &self.services_job else { return };
        match job.poll() {
            Some(Ok((source, draft))) => self.services = Some(ServicesView { source, draft, busy: false }),
            Some(Err(message)) => self.shell.ask(Dialog::Failure(Failure::new(message))),
            None if job.is_lost() => {
                self.shell.ask(Dialog::Failure(Failure::new(worker_lost(words::READING))));
            }
            None => return,
        }
        self.services_job = None;
    }

    pub(super) fn save_table(&mut self, file_name: &str, table: &SiteTable) {
        let mut rows = table.rows.clone();
        if table.demonstration {
            rows.push(vec![DEMONSTRATION_MARK.to_owned()]);
        }
        let what = Saved::Table(words_csv(&table.header, &rows, CsvForm::German));
        let file_name = format!("{}.csv", safe_file_name(file_name));
        self.ask_path(PathPurpose::Save { what, file_name });
    }
}
