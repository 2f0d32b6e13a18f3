//! What the app computed from the snapshot, as the panels see it: the newest value there is, and whether it is current.

use crate::analysis::space::{SpaceError, SpaceRun, SpaceSpec};
use crate::analysis::{
    Alternative, IndexRun, LeaveOneOut, RankDraws, RankSensitivity, Ranking, SetMembership, SpecError,
};
use crate::document::PagePicture;
use crate::domain::{
    AreaId, AreaLevel, FassungId, IndexSpec, MassnahmeId, NewPassage, PassageId, PassageOrigin, ProcedureGate,
    RecipeId, SectionKey,
};
use crate::import::{ImportDraft, ImportError, Mapping, Proposal, ServiceDraft, Source};
use crate::jobs::Cancelled;
use crate::programme::{
    Check, Contacts, Coverage, Disclosure, DocumentKind, DocumentOutline, Monitoring, Overlap, PlanView, Recoverable,
    Resolved, StaleValue, VersionChange,
};
use crate::project::{Origin, UndoState};
use crate::reports::OpenPoints;
use crate::text::Message;
use crate::ui::widget::area_shapes::{AreaShapes, LevelShapes};
use crate::ui::{TimeOrder, TimeView, TypesOrder, TypesView};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A computed value: the newest there is, whether it is current, and how far the work is otherwise.
#[derive(Debug)]
pub struct Computed<T> {
    /// The newest value; stays visible, dimmed, while the next is computed.
    pub value: Option<Arc<T>>,
    /// Whether it belongs to the present snapshot.
    pub current: bool,
    /// Units done and in total of the work under way.
    pub progress: Option<(u64, u64)>,
}

impl<T> Default for Computed<T> {
    fn default() -> Self {
        Computed { value: None, current: false, progress: None }
    }
}

impl<T> Clone for Computed<T> {
    fn clone(&self) -> Self {
        Computed { value: self.value.clone(), current: self.current, progress: self.progress }
    }
}

/// Everything computed from the snapshot.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    /// The ranking by the current recipe.
    pub ranking: Computed<Result<Ranking, SpecError>>,
    /// The same recipe two years earlier (or in the oldest period there is), for "seit …": label of the period and ranks.
    pub earlier_ranking: Computed<Result<EarlierRanking, SpecError>>,
    /// The programme of the current area.
    pub programme: Computed<ProgrammeView>,
    /// What the tab Zeit asked for.
    pub time_order: Option<TimeOrder>,
    /// The answer to it.
    pub time: Computed<Result<TimeView, Cancelled>>,
    /// What the tab Typen asked for.
    pub types_order: Option<TypesOrder>,
    /// The answer to it.
    pub types: Computed<Result<TypesView, Cancelled>>,
    /// The spatial statistics that the map asked for.
    pub space_order: Option<SpaceSpec>,
    /// The answer to it.
    pub space: Computed<Result<SpaceRun, SpaceError>>,
    /// The shapes of the areas, where boundaries were read.
    pub shapes: Computed<Result<LevelShapes, Cancelled>>,
    /// What the place Bedarf asks beyond the ranking.
    pub bedarf: BedarfDerived,
    /// What is open in each programme before documents go out; asked for by the place Berichte.
    pub points: Computed<Result<Vec<OpenPoints>, Cancelled>>,
    /// The pages of the document that the place Berichte looks at.
    pub pages: PagesDerived,
    /// The import under way.
    pub import: Option<ImportView>,
    /// The table of services that is being looked at.
    pub services: Option<Arc<ServicesView>>,
    /// Origin of the inspected value.
    pub origin: Option<Arc<Origin>>,
    /// The export under way: documents done, in total.
    pub export: Option<(u64, u64)>,
    /// Files written since the program started, newest first.
    pub exported: Vec<ExportedFile>,
    /// The appearance chosen in the settings of this computer.
    pub theme: super::ThemeChoice,
    /// The start window's recent files.
    pub recent: Vec<RecentFile>,
}

impl Derived {
    /// The shapes of the areas of a level, where real boundaries are shown.
    pub fn shapes(&self, level: AreaLevel) -> Option<&AreaShapes> {
        self.shapes.value.as_deref()?.as_ref().ok()?.of_level(level)
    }

    /// The ranking, if the recipe could be run.
    pub fn ranking(&self) -> Option<&Ranking> {
        self.ranking.value.as_deref().and_then(|result| result.as_ref().ok())
    }

    /// Why there is no ranking.
    pub fn ranking_error(&self) -> Option<&SpecError> {
        self.ranking.value.as_deref().and_then(|result| result.as_ref().err())
    }
}

/// What the place Bedarf needs computed at the moment; it says so, and looks at [`BedarfDerived`] for the answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BedarfNeeds {
    /// The recipe as it would be with the slider where it is being held.
    pub preview: Option<IndexSpec>,
    /// Who belongs to the first places under every sensible recipe.
    pub membership: bool,
    /// The ranks by each recipe of the project.
    pub variants: bool,
    /// What the ranking hangs on.
    pub sensitivity: bool,
    /// The single draws, to compare areas two by two.
    pub draws: bool,
}

/// What the place Bedarf asks beyond the ranking.
#[derive(Clone, Debug, Default)]
pub struct BedarfDerived {
    /// Index and ranks of the recipe in hand while its intervals are still being computed: those of the ranking before.
    pub live: Computed<Result<Ranking, SpecError>>,
    /// Who belongs to the first places under every sensible recipe.
    pub membership: Computed<Result<SetMembership, SpecError>>,
    /// The ranks by each recipe of the project.
    pub variants: Computed<Vec<VariantRun>>,
    /// What the ranking hangs on.
    pub sensitivity: Computed<Result<SensitivityView, SpecError>>,
    /// The single draws.
    pub draws: Computed<Result<DrawsView, SpecError>>,
    /// Whether the planner stopped the ranking or something of this that is still wanted.
    pub stopped: bool,
}

/// A recipe of the project and what it makes of the values.
#[derive(Clone, Debug)]
pub struct VariantRun {
    /// The recipe.
    pub id: RecipeId,
    /// Its ranking without intervals, or why there is none.
    pub outcome: Result<IndexRun, SpecError>,
}

/// What a ranking hangs on.
#[derive(Clone, Debug)]
pub struct SensitivityView {
    /// The ranking that it speaks of; vectors over areas follow [`IndexRun::areas`].
    pub run: Arc<IndexRun>,
    /// Shares of the variance by choice.
    pub sobol: RankSensitivity,
    /// Every other usual decision by itself.
    pub alternatives: Vec<Alternative>,
    /// Ranks without each indicator.
    pub without: Vec<LeaveOneOut>,
}

/// The single draws of a ranking.
#[derive(Clone, Debug)]
pub struct DrawsView {
    /// Areas in the order of the draws.
    pub areas: Vec<AreaId>,
    /// The draws.
    pub draws: RankDraws,
}

/// Ranks in an earlier period.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierRanking {
    /// Label of the period.
    pub period: String,
    /// Rank per area.
    pub ranks: BTreeMap<AreaId, u32>,
}

/// The page that the place Berichte looks at; it says so, and looks at [`PagesDerived`] for the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct PageNeeds {
    /// The area of the document.
    pub area: AreaId,
    /// The document.
    pub kind: DocumentKind,
    /// Whether persons to contact are appended.
    pub contacts: Contacts,
    /// The page, from 0.
    pub page: usize,
    /// Pixels across.
    pub width: u32,
}

/// What the place Berichte shows of a document before it is written.
#[derive(Clone, Debug, Default)]
pub struct PagesDerived {
    /// Of which document they are: another one may be wanted by now.
    pub of: Option<(AreaId, DocumentKind, Contacts)>,
    /// Its pages, or why it cannot be typeset; none while that is not known, or where the program has no typesetter.
    pub pages: Option<Result<Arc<PagesView>, Message>>,
    /// The picture of the page that was asked for, in the size at hand.
    pub picture: Option<Arc<PagePicture>>,
}

/// A document on pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PagesView {
    /// How many pages there are.
    pub count: usize,
    /// How the document is divided.
    pub outline: DocumentOutline,
    /// The page of each heading of the outline, from 0.
    pub headings: Vec<usize>,
}

/// The programme of an area with everything resolved, and what the area has beside it.
#[derive(Clone, Debug, Default)]
pub struct ProgrammeView {
    /// The area.
    pub area: Option<AreaId>,
    /// Passages per section; sections without stored passages hold what would be drafted now, with no identity.
    pub sections: BTreeMap<SectionKey, Vec<PassageView>>,
    /// What would be drafted now, per section that can be worded from the data, whether or not it has text.
    pub drafts: BTreeMap<SectionKey, Vec<NewPassage>>,
    /// What every reference shows today.
    pub resolved: BTreeMap<String, Resolved>,
    /// What is to be checked before the programme goes out.
    pub checks: Vec<Check>,
    /// Hidden values that its documents would give away.
    pub recoverable: Vec<Recoverable>,
    /// Hidden values that the kept versions would give away.
    pub given_away: BTreeMap<FassungId, Vec<Disclosure>>,
    /// How its documents are divided, by kind.
    pub outlines: Vec<(DocumentKind, DocumentOutline)>,
    /// What was computed about goals, measures and money.
    pub plan: PlanView,
    /// How many points are open at each gate of the procedure.
    pub gates: BTreeMap<ProcedureGate, usize>,
    /// The newest data against the targets, how far each measure is, and its money.
    pub monitoring: Monitoring,
    /// What has changed since each version of the programme that was kept.
    pub changes: BTreeMap<FassungId, Vec<VersionChange>>,
    /// What each measure overlaps with.
    pub overlaps: BTreeMap<MassnahmeId, Vec<Overlap>>,
    /// Needs and services of the area, which needs no programme for that.
    pub coverage: Coverage,
}

/// A passage as the editor shows it.
#[derive(Clone, Debug)]
pub struct PassageView {
    /// Identity; none for a passage that is not stored yet.
    pub id: Option<PassageId>,
    /// Whose words it holds.
    pub origin: PassageOrigin,
    /// Text with references.
    pub text: String,
    /// What each reference shows in this passage: the accepted value, else today's.
    pub shown: BTreeMap<String, String>,
    /// Values that differ from today's.
    pub stale: Vec<StaleValue>,
}

/// An import under way.
#[derive(Clone, Debug)]
pub struct ImportView {
    /// Name of the file.
    pub file_name: String,
    /// Its place among the tables of this import, from 1.
    pub place: usize,
    /// How many tables there are.
    pub tables: usize,
    /// Whether the original file goes into the project.
    pub original: OriginalView,
    /// The table as read; none while reading.
    pub source: Option<Arc<Source>>,
    /// The proposal that the mapping began with.
    pub proposal: Option<Arc<Proposal>>,
    /// The earlier import whose mapping the proposal is, and when that was; for the notice.
    pub remembered: Option<String>,
    /// The mapping in force.
    pub mapping: Option<Arc<Mapping>>,
    /// What can be taken back and done again of the planner's steps in the preview.
    pub undo: UndoState,
    /// The draft by that mapping.
    pub draft: Computed<Result<ImportDraft, ImportError>>,
    /// Units done and in total of the reading.
    pub progress: Option<(u64, u64)>,
    /// Units done and in total while the project writes the values; none otherwise.
    pub writing: Option<(u64, u64)>,
}

/// A table of services that is being looked at.
#[derive(Clone, Debug)]
pub struct ServicesView {
    /// The table as read.
    pub source: Arc<Source>,
    /// What its rows are.
    pub draft: Arc<ServiceDraft>,
    /// Whether it is being read in another way.
    pub busy: bool,
}

/// Whether the original file of an import goes into the project with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum OriginalView {
    /// No.
    #[default]
    No,
    /// It is being read again and compressed.
    Packing,
    /// Yes; its size compressed.
    Ready {
        /// Bytes.
        packed_bytes: u64,
    },
    /// It could not be read again; why.
    Failed(String),
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it is.
    pub title: String,
    /// When it was written, ISO 8601.
    pub at: String,
}

/// An entry of the start window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// Title of the project.
    pub title: String,
    /// A line about it: `13 Aktionsräume · 3 Programme beschlossen`.
    pub summary: String,
    /// When it was last opened, ISO 8601.
    pub opened_at: String,
    /// Whether the file was there at the last look.
    pub reachable: bool,
}
