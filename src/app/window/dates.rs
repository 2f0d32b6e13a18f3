//! The dates of the procedure as files: for a calendar or a spreadsheet.

use super::Window;
use crate::app::dialogs::{PathPurpose, Saved};
use crate::clock;
use crate::export::{CalendarEntry, CsvForm, calendar, words_csv};
use crate::programme::{self, DueDate, DueSource};
use crate::project::Snapshot;
use crate::text::{self, procedure_dates as words};
use crate::ui::{DatesFile, aktionsraeume};

impl Window {
    pub(super) fn ask_dates_path(&mut self, kind: DatesFile) {
        let Some(snapshot) = &self.snapshot else { return };
        let dates = all_dates(snapshot);
        let (what, file_name) = match kind {
            DatesFile::Calendar => {
                let entries: Vec<CalendarEntry> = dates.into_iter().map(entry).collect();
                (Saved::Calendar(calendar(&entries, clock::today())), words::CALENDAR_FILE)
            }
            DatesFile::Table => (Saved::Dates(table(dates)), words::TABLE_FILE),
        };
        self.ask_path(PathPurpose::Save { what, file_name: file_name.to_owned() });
    }
}

/// What is due and all sessions, by day.
fn all_dates(snapshot: &Snapshot) -> Vec<DueDate> {
    let areas = aktionsraeume(snapshot);
    let mut dates = programme::due_dates(&snapshot.data, &snapshot.verfahren, &areas);
    dates.extend(programme::sessions(&snapshot.verfahren));
    dates.sort_by_key(|due| (due.date, due.source));
    dates
}

fn entry(due: DueDate) -> CalendarEntry {
    // A session is one of several of its committee: its day tells it apart.
    let key = match due.source {
        DueSource::Step(area, step) => format!("schritt-{}-{}", area.0, step.0),
        DueSource::Wiedervorlage(id) => format!("wiedervorlage-{}", id.0),
        DueSource::Beschluss(id) => format!("beschluss-{}", id.0),
        DueSource::Sitzung(id) => format!("sitzung-{}-{}", id.0, due.date),
    };
    CalendarEntry { key, date: due.date, title: due.title, detail: due.detail }
}

fn table(dates: Vec<DueDate>) -> Vec<u8> {
    let rows: Vec<Vec<String>> =
        dates.into_iter().map(|due| vec![text::date(due.date), due.title, due.detail]).collect();
    words_csv(&words::COLUMNS.map(str::to_owned), &rows, CsvForm::German)
}
