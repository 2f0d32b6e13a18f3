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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Gremium, GremiumId, Verfahren, Wiedervorlage, WiedervorlageId, Zustaendigkeit};
    use jiff::civil::date;
    use std::sync::Arc;

    fn snapshot() -> Snapshot {
        let entry = Wiedervorlage {
            id: WiedervorlageId(7),
            date: date(2026, 12, 18),
            text: "Träger anfragen; Räume klären".into(),
            area: None,
            link: None,
            done: None,
            demonstration: false,
        };
        let rat = Gremium {
            id: GremiumId(1),
            name: "Rat".into(),
            zustaendigkeit: Zustaendigkeit::Beschluss,
            sitzungen: vec![date(2026, 12, 17), date(2027, 7, 8)],
            note: String::new(),
            demonstration: false,
        };
        let verfahren = Verfahren { wiedervorlagen: vec![entry], gremien: vec![rat], ..Verfahren::default() };
        Snapshot { verfahren: Arc::new(verfahren), ..Snapshot::default() }
    }

    #[test]
    fn the_table_of_dates_holds_what_is_due_and_all_sessions_by_day() {
        let table = String::from_utf8(table(all_dates(&snapshot()))).expect("text");
        let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(
            lines,
            [
                "Termin;Was;Näheres",
                "17.12.2026;Rat;Sitzung",
                "18.12.2026;\"Träger anfragen; Räume klären\";Wiedervorlage",
                "08.07.2027;Rat;Sitzung",
            ]
        );
    }

    #[test]
    fn every_date_of_the_calendar_has_a_key_of_its_own() {
        let entries: Vec<CalendarEntry> = all_dates(&snapshot()).into_iter().map(entry).collect();
        let keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["sitzung-1-2026-12-17", "wiedervorlage-7", "sitzung-1-2027-07-08"]);
    }
}
