//! The one door for every change: a transaction with an entry in the history and in the undo log.

use super::undo::{Step, Steps};
use super::{HistoryRow, Store, StoreError, Tx};
use rusqlite::TransactionBehavior;

/// What a change is called in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// German label.
    pub label: String,
    /// Reason or details; may be empty.
    pub detail: String,
}

/// A change that was committed.
#[derive(Clone, Debug)]
pub struct Done<T> {
    /// What the work gave.
    pub value: T,
    /// The parts that it changed.
    pub touched: Touched,
}

/// Which parts of a project a change touched: what has to be read again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Touched {
    pub project: bool,
    pub areas: bool,
    pub area_sets: bool,
    pub boundaries: bool,
    pub indicators: bool,
    pub periods: bool,
    pub imports: bool,
    pub observations: bool,
    pub recipes: bool,
    pub programmes: bool,
    pub vor_ort: bool,
    pub verfahren: bool,
    pub type_names: bool,
}

impl Touched {
    /// Everything: after opening.
    pub const ALL: Touched = Touched {
        project: true,
        areas: true,
        area_sets: true,
        boundaries: true,
        indicators: true,
        periods: true,
        imports: true,
        observations: true,
        recipes: true,
        programmes: true,
        vor_ort: true,
        verfahren: true,
        type_names: true,
    };

    pub(super) fn from_sources(sources: &[String]) -> Touched {
        let mut touched = Touched::default();
        for source in sources {
            match source.as_str() {
                "project" | "dokumentvorlage" => touched.project = true,
                "area" | "area_synonym" => touched.areas = true,
                "area_set" | "area_set_member" => touched.area_sets = true,
                "boundary" => touched.boundaries = true,
                "type_name" => touched.type_names = true,
                "indicator" | "indicator_break" => touched.indicators = true,
                "period" => touched.periods = true,
                "import" => touched.imports = true,
                "recipe" => touched.recipes = true,
                "programme" | "passage" | "ziel" | "massnahme" => touched.programmes = true,
                "akteur"
                | "kontaktperson"
                | "netzwerk"
                | "angebot"
                | "deckung"
                | "begruendung"
                | "aussage"
                | "veranstaltung"
                | "idee"
                | "mitwirkung"
                | "erfahrung"
                | "erfahrung_area"
                | "erfahrung_ziel"
                | "erfahrung_massnahme"
                | "akteur_massnahme"
                | "aktionsbuero" => touched.vor_ort = true,
                "step" | "step_state" | "gremium" | "beschluss" | "beschluss_area" | "niederschrift"
                | "wiedervorlage" | "fassung" | "umsetzungsnotiz" | "mittelabfluss" | "durchgang" => {
                    touched.verfahren = true
                }
                source if source.starts_with("observation") => touched.observations = true,
                // A table that nobody thought of: read everything rather than show something old.
                _ => touched = Touched::ALL,
            }
        }
        touched
    }
}

impl Store {
    /// Runs a change: all of it with its history entry, or nothing.
    ///
    /// # Errors
    /// What `work` gives, or a failure of the file; the file is unchanged then.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        at: &str,
        work: impl FnOnce(&Tx<'_>) -> Result<(T, Entry), E>,
    ) -> Result<Done<T>, E> {
        self.ensure_writable()?;
        let number = self.steps.next();
        let transaction = begin(&mut self.connection)?;
        let tx = Tx { connection: &transaction };
        tx.log_under(number)?;
        let (value, entry) = work(&tx)?;
        let touched = tx.touched_by(number)?;
        let changes_data = touched != Touched::default();
        if changes_data {
            forget_undone(&tx, &self.steps)?;
        }
        add_history(&tx, at, &entry)?;
        transaction.commit().map_err(StoreError::from)?;
        if changes_data {
            self.steps.undone.clear();
            self.steps.done.push(Step { number, label: entry.label });
            self.forget_oldest()?;
        }
        Ok(Done { value, touched })
    }

    /// Takes back the latest step; gives its label. The history gets an entry with the label that `words` makes of it.
    ///
    /// # Errors
    /// A failure of the file; it is unchanged then.
    pub fn undo(&mut self, at: &str, words: impl FnOnce(&str) -> String) -> Result<Option<Done<String>>, StoreError> {
        let Some(step) = self.steps.done.last().cloned() else { return Ok(None) };
        let (number, touched) = self.revert(&step, at, words(&step.label))?;
        self.steps.done.pop();
        self.steps.undone.push(Step { number, label: step.label.clone() });
        Ok(Some(Done { value: step.label, touched }))
    }

    /// Does the latest undone step again; gives its label.
    ///
    /// # Errors
    /// A failure of the file; it is unchanged then.
    pub fn redo(&mut self, at: &str, words: impl FnOnce(&str) -> String) -> Result<Option<Done<String>>, StoreError> {
        let Some(step) = self.steps.undone.last().cloned() else { return Ok(None) };
        let (number, touched) = self.revert(&step, at, words(&step.label))?;
        self.steps.undone.pop();
        self.steps.done.push(Step { number, label: step.label.clone() });
        Ok(Some(Done { value: step.label, touched }))
    }

    /// Labels of the steps that can be undone and redone, and how many can be undone.
    pub fn undo_state(&self) -> (Option<&str>, Option<&str>, usize) {
        let undo = self.steps.done.last().map(|step| step.label.as_str());
        let redo = self.steps.undone.last().map(|step| step.label.as_str());
        (undo, redo, self.steps.done.len())
    }

    /// Forgets all steps: what was done so far can no longer be undone.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn forget_steps(&mut self) -> Result<(), StoreError> {
        let tx = Tx { connection: &self.connection };
        for step in self.steps.done.iter().chain(&self.steps.undone) {
            tx.forget(step.number)?;
        }
        tx.forget_stash()?;
        self.steps.done.clear();
        self.steps.undone.clear();
        Ok(())
    }

    /// Access for reading.
    pub fn read(&self) -> Tx<'_> {
        Tx { connection: &self.connection }
    }

    fn revert(&mut self, step: &Step, at: &str, label: String) -> Result<(i64, Touched), StoreError> {
        self.ensure_writable()?;
        let number = self.steps.next();
        let transaction = begin(&mut self.connection)?;
        let tx = Tx { connection: &transaction };
        tx.log_under(number)?;
        tx.revert(step.number)?;
        let touched = tx.touched_by(number)?;
        add_history(&tx, at, &Entry { label, detail: String::new() })?;
        transaction.commit()?;
        Ok((number, touched))
    }

    fn forget_oldest(&mut self) -> Result<(), StoreError> {
        while self.steps.done.len() > Steps::LIMIT {
            let oldest = self.steps.done.remove(0);
            Tx { connection: &self.connection }.forget(oldest.number)?;
        }
        Ok(())
    }
}

fn begin(connection: &mut rusqlite::Connection) -> Result<rusqlite::Transaction<'_>, StoreError> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

fn forget_undone(tx: &Tx<'_>, steps: &Steps) -> Result<(), StoreError> {
    for step in &steps.undone {
        tx.forget(step.number)?;
    }
    tx.forget_stash()
}

fn add_history(tx: &Tx<'_>, at: &str, entry: &Entry) -> Result<(), StoreError> {
    tx.add_history(&HistoryRow { at: at.to_owned(), label: entry.label.clone(), detail: entry.detail.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AreaId, CellRef, ImportId, IndicatorId, PeriodId, Status};
    use crate::store::ObservationRow;
    use crate::text::Explain;

    fn rename(store: &mut Store, title: &str) -> Result<(), StoreError> {
        let entry = Entry { label: "Titel".into(), detail: String::new() };
        store.transact("2026-11-22T09:41:07+01:00", |tx| Ok(((), tx.set_title(title).map(|()| entry)?))).map(|_| ())
    }

    #[test]
    fn a_full_disk_takes_back_the_step_and_the_next_one_works() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("p.aktionsplan"), "Probe", "").unwrap();
        let before = store.dump().unwrap();
        store.connection.pragma_update(None, "max_page_count", 1).unwrap();
        let error = rename(&mut store, &"x".repeat(1_000_000)).unwrap_err();
        assert!(error.message().title.contains("voll"), "{error}");
        assert_eq!(store.dump().unwrap(), before);
        store.connection.pragma_update(None, "max_page_count", 1_000_000).unwrap();
        rename(&mut store, "Neu").unwrap();
        assert_eq!(store.read().project_row().unwrap().0, "Neu");
    }

    #[test]
    fn a_step_that_a_crash_cut_short_is_taken_back_at_the_next_opening() {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("p.aktionsplan"), folder.path().join("kopie.aktionsplan"));
        let mut store = Store::create(&path, "Probe", "").unwrap();
        let before = store.dump().unwrap();
        // A small page cache makes SQLite write into the file before the end of the transaction.
        store.connection.pragma_update(None, "cache_size", 5).unwrap();
        let crashed = store.transact("", |tx| {
            tx.set_title(&"x".repeat(1_000_000))?;
            for ending in ["", "-journal"] {
                let beside = |file: &std::path::Path| format!("{}{ending}", file.display());
                std::fs::copy(beside(&path), beside(&copy)).unwrap();
            }
            Err::<((), Entry), _>(StoreError::DiskFull)
        });
        assert!(crashed.is_err());
        assert!(std::fs::metadata(&copy).unwrap().len() > 1_000_000, "half of the step is in the file");
        assert_eq!(Store::open(&copy, "").unwrap().dump().unwrap(), before);
    }

    #[test]
    fn an_import_that_is_stopped_while_it_is_written_leaves_no_trace() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("p.aktionsplan"), "Probe", "").unwrap();
        let before = store.dump().unwrap();
        let row = |area: i64| ObservationRow {
            indicator: IndicatorId(1),
            period: PeriodId(1),
            area: AreaId(area),
            value: Some(1.5),
            numerator: None,
            denominator: None,
            status: Status::Reported,
            cell: CellRef { sheet: 0, row: 1, column: 1 },
            original: "1,5".into(),
        };
        let mut write = |stop: bool| {
            let entry = Entry { label: "Import".into(), detail: String::new() };
            // The indicator is not there; what is looked at is whether the rows are.
            store.transact("", |tx| {
                tx.connection.pragma_update(None, "defer_foreign_keys", true)?;
                let end = stop.then_some(Err(StoreError::DiskFull));
                tx.add_observations(ImportId(1), (0..9000).map(|area| Ok(row(area))).chain(end))?;
                Ok::<_, StoreError>(((), entry))
            })
        };
        assert!(matches!(write(true), Err(StoreError::DiskFull)));
        assert!(write(false).is_err(), "an indicator that is not there");
        assert_eq!(store.dump().unwrap(), before);
        assert_eq!(store.undo_state(), (None, None, 0));
        rename(&mut store, "Neu").unwrap();
    }

    #[test]
    fn deleted_words_are_gone_from_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.aktionsplan");
        let mut store = Store::create(&path, "Probe", "").unwrap();
        rename(&mut store, "Vertrauliches Wort").unwrap();
        rename(&mut store, "Neu").unwrap();
        drop(store);
        let bytes = std::fs::read(&path).unwrap();
        let word = "Vertrauliches".as_bytes();
        assert!(!bytes.windows(word.len()).any(|window| window == word));
    }
}
