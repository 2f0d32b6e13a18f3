//! The open project as one immutable value: what the window and the command line read.

use crate::domain::{
    AreaId, Ausgaben, Dokumentvorlage, Handlungsprogramm, MassnahmeId, PlanRules, PlanningData, Recipe, RecipeId,
    TypeName, Verfahren, VorOrt,
};
use std::path::PathBuf;
use std::sync::Arc;

/// A project at one moment. Every part is shared: cloning and comparing revisions is cheap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// Where the file is.
    pub path: PathBuf,
    /// Title of the project.
    pub title: String,
    /// Whether the file can only be read, and why (German sentence).
    pub read_only: Option<String>,
    /// The copy of the file as an older version of the program wrote it, if opening has brought it up to date.
    pub kept_copy: Option<PathBuf>,
    /// What documents carry of their municipality.
    pub dokumentvorlage: Arc<Dokumentvorlage>,
    /// Areas, indicators, periods, imports, values.
    pub data: PlanningData,
    /// Stored recipes.
    pub recipes: Arc<Vec<Recipe>>,
    /// The recipe that ranks the project.
    pub current_recipe: Option<RecipeId>,
    /// Rules of money and priority that hold for all programmes.
    pub plan_rules: Arc<PlanRules>,
    /// Names that the planner gave to types of areas.
    pub type_names: Arc<Vec<TypeName>>,
    /// Programmes, by area.
    pub programmes: Arc<Vec<Handlungsprogramm>>,
    /// What is known on site.
    pub vor_ort: Arc<VorOrt>,
    /// The procedure.
    pub verfahren: Arc<Verfahren>,
    /// What documents have shown so far.
    pub ausgaben: Arc<Ausgaben>,
    /// History, newest first, at most the latest 500 entries.
    pub history: Arc<Vec<HistoryEntry>>,
    /// What can be undone and redone.
    pub undo: UndoState,
    /// Grows with every change of anything.
    pub revision: u64,
}

/// One entry of the history (Verlauf).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryEntry {
    /// When, ISO 8601 with offset.
    pub at: String,
    /// What was done: the label of the command.
    pub label: String,
    /// Reason or details; empty for most commands.
    pub detail: String,
}

/// What can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoState {
    /// Label of the step that would be undone.
    pub undo: Option<String>,
    /// Label of the step that would be redone.
    pub redo: Option<String>,
    /// Number of steps that can be undone.
    pub steps: usize,
}

impl Snapshot {
    /// The recipe that ranks the project.
    pub fn recipe(&self) -> Option<&Recipe> {
        self.recipes.iter().find(|recipe| Some(recipe.id) == self.current_recipe)
    }

    /// The programme of an area.
    pub fn programme_of(&self, area: AreaId) -> Option<&Handlungsprogramm> {
        self.programmes.iter().find(|programme| programme.area == area)
    }

    /// The newest of all measures: what is created now gets an identity beyond it.
    pub fn last_massnahme(&self) -> MassnahmeId {
        let all = self.programmes.iter().flat_map(|programme| &programme.massnahmen);
        all.map(|massnahme| massnahme.id).max().unwrap_or(MassnahmeId(0))
    }
}
