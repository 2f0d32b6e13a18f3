//! From rows to the snapshot: only what a change touched is read again, everything else is shared with the one before.

use super::snapshot::{HistoryEntry, Snapshot, UndoState};
use crate::domain::{Boundaries, Dataset, Import, ImportId, ImportState, PlanningData};
use crate::domain::{Verfahren, VorOrt};
use crate::store::{HistoryRow, Store, StoreError, Touched, Tx};
use std::path::Path;
use std::sync::Arc;

/// The snapshot after a change; `added` are the values of an import, where the change wrote no others.
pub(super) fn refresh(
    before: &Snapshot,
    store: &Store,
    touched: Touched,
    added: Option<Dataset>,
) -> Result<Snapshot, StoreError> {
    let tx = store.read();
    let mut after = before.clone();
    after.revision += 1;
    if after.path != store.path() {
        after.path = Path::to_owned(store.path());
        after.read_only = store.read_only().map(|reason| reason.sentence());
        after.kept_copy = store.kept_copy().map(Path::to_owned);
    }
    if touched.project {
        let (title, recipe, rules) = tx.project_row()?;
        (after.title, after.current_recipe, after.plan_rules) = (title, recipe, Arc::new(rules));
        after.dokumentvorlage = Arc::new(tx.dokumentvorlage()?);
    }
    refresh_data(&mut after.data, &tx, touched, added)?;
    if touched.recipes {
        after.recipes = Arc::new(tx.recipe_rows()?);
    }
    if touched.type_names {
        after.type_names = Arc::new(tx.type_name_rows()?);
    }
    if touched.programmes {
        after.programmes = Arc::new(tx.programme_rows()?);
    }
    if touched.vor_ort {
        after.vor_ort = Arc::new(vor_ort(&tx)?);
    }
    if touched.verfahren {
        after.verfahren = Arc::new(verfahren(&tx)?);
    }
    // Nothing can be undone of what is only recorded, so such a change touches no part.
    if touched == Touched::ALL || touched == Touched::default() {
        after.ausgaben = Arc::new(tx.ausgaben()?);
    }
    after.history = Arc::new(tx.history_rows()?.into_iter().map(history_entry).collect());
    let (undo, redo, steps) = store.undo_state();
    after.undo = UndoState { undo: undo.map(str::to_owned), redo: redo.map(str::to_owned), steps };
    Ok(after)
}

fn vor_ort(tx: &Tx<'_>) -> Result<VorOrt, StoreError> {
    Ok(VorOrt {
        akteure: tx.akteur_rows()?,
        angebote: tx.angebot_rows()?,
        aussagen: tx.aussage_rows()?,
        kontaktpersonen: tx.kontaktperson_rows()?,
        netzwerke: tx.netzwerk_rows()?,
        deckungen: tx.deckung_rows()?,
        begruendungen: tx.begruendung_rows()?,
        veranstaltungen: tx.veranstaltung_rows()?,
        ideen: tx.idee_rows()?,
        mitwirkungen: tx.mitwirkung_rows()?,
        erfahrungen: tx.erfahrung_rows()?,
        aktionsbueros: tx.aktionsbuero_rows()?,
    })
}

fn refresh_data(
    data: &mut PlanningData,
    tx: &Tx<'_>,
    touched: Touched,
    added: Option<Dataset>,
) -> Result<(), StoreError> {
    if touched.areas {
        data.areas = Arc::new(tx.area_rows()?);
    }
    if touched.area_sets {
        data.area_sets = Arc::new(tx.area_set_rows()?);
    }
    if touched.boundaries {
        data.boundaries = Boundaries::new(tx.boundary_rows()?);
    }
    if touched.indicators {
        data.indicators = Arc::new(tx.indicator_rows()?);
    }
    if touched.periods {
        data.periods = Arc::new(tx.period_rows()?);
    }
    let mut other_values = touched.observations;
    if touched.imports {
        let imports = tx.import_rows()?;
        other_values |= active(&imports) != active(&data.imports);
        data.imports = Arc::new(imports);
    }
    if other_values {
        data.dataset = Arc::new(match added {
            Some(added) => data.dataset.extended(added),
            None => tx.dataset()?,
        });
    }
    let Touched { areas, area_sets, boundaries, indicators, periods, imports, observations, .. } = touched;
    if areas || area_sets || boundaries || indicators || periods || imports || observations {
        data.revision += 1;
    }
    Ok(())
}

fn verfahren(tx: &Tx<'_>) -> Result<Verfahren, StoreError> {
    Ok(Verfahren {
        steps: tx.step_rows()?,
        states: tx.step_state_rows()?,
        durchgaenge: tx.durchgang_rows()?,
        wiedervorlagen: tx.wiedervorlage_rows()?,
        gremien: tx.gremium_rows()?,
        beschluesse: tx.beschluss_rows()?,
        niederschriften: tx.niederschrift_rows()?,
        fassungen: tx.fassung_rows()?,
        umsetzungsnotizen: tx.umsetzungsnotiz_rows()?,
        mittelabfluesse: tx.mittelabfluss_rows()?,
    })
}

fn active(imports: &[Import]) -> Vec<ImportId> {
    imports.iter().filter(|import| import.state == ImportState::Active).map(|import| import.id).collect()
}

fn history_entry(row: HistoryRow) -> HistoryEntry {
    HistoryEntry { at: row.at, label: row.label, detail: row.detail }
}
