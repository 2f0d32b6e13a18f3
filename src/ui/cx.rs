//! What a panel gets: it reads, draws, and puts intent into the outbox. It computes, opens and waits for nothing.

use super::derived::Derived;
use super::{Entry, Section, TimeOrder, TypesOrder, UiAction};
use crate::analysis::space::SpaceSpec;
use crate::chart::Figure;
use crate::document::Format;
use crate::domain::{Area, AreaId, BoundaryBatch, Handlungsprogramm, ImportId, IndicatorId, PeriodId};
use crate::import::{BoundaryOptions, BoundarySource, Mapping, RowRange, ServiceOptions};
use crate::programme::{Basis, Check, Contacts, DocumentKind, Profile, SiteTable};
use crate::project::{Command, Snapshot, UndoState};
use crate::reports;
use crate::theme::Tokens;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// Everything a panel needs while a project is open.
pub struct PanelCx<'a> {
    /// The project.
    pub snapshot: &'a Snapshot,
    /// What was computed from it.
    pub derived: &'a Derived,
    /// The selection that all panels share.
    pub focus: &'a Focus,
    /// Where intent goes.
    pub outbox: &'a mut Outbox,
    /// Colours and measures of the theme in use.
    pub tokens: &'a Tokens,
    /// Today.
    pub today: jiff::civil::Date,
    /// Actions triggered in this frame that the panel in view should answer ([`UiAction::NewEntry`],
    /// [`UiAction::CopyTable`]).
    pub actions: &'a [UiAction],
    /// What can be taken back and done again in the place in view.
    pub undo: &'a UndoState,
}

/// The selection that all panels share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Focus {
    /// The current Aktionsraum.
    pub area: Option<AreaId>,
    /// The selected set: map, scatter and tables read and write it.
    pub selection: BTreeSet<AreaId>,
    /// The indicator and period that were last looked at on a map: what the status bar says of the selected set.
    pub in_view: Option<(IndicatorId, PeriodId)>,
    /// What the inspector explains.
    pub inspected: Option<Inspected>,
    /// The words for [`Inspected::Explained`]; gone when the project changes.
    pub explanation: Option<Arc<Explanation>>,
    /// Whether the inspector is open.
    pub inspector_open: bool,
    /// The point of a check that is to be settled, with a number that grows each time: the place Handlungsprogramm leads
    /// to it, once.
    pub to_settle: Option<(u64, Box<Check>)>,
    /// The entry that the place in view is to open; it stands for one frame.
    pub wanted: Option<Entry>,
}

/// What the inspector explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Inspected {
    /// A value and the cell it came from.
    Value {
        /// The indicator.
        indicator: IndicatorId,
        /// The area.
        area: AreaId,
        /// The period.
        period: PeriodId,
    },
    /// The rank of an area.
    Rank(AreaId),
    /// A computed number that the view in front explains in its own words.
    Explained,
}

/// "So wurde gerechnet": what a computed number is, and how it came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// What it is: `z-Wert Arbeitslosenrate`.
    pub title: String,
    /// The number as printed.
    pub figure: String,
    /// Of which area, which period.
    pub of: String,
    /// The way to it: a heading and its text.
    pub steps: Vec<(String, String)>,
}

impl Explanation {
    /// The explanation as text for the clipboard.
    pub fn text(&self) -> String {
        let head = [&self.title, &self.figure, &self.of].map(String::as_str).join("\n");
        let steps = self.steps.iter().map(|(heading, text)| format!("{heading}: {text}"));
        std::iter::once(head).chain(steps).collect::<Vec<_>>().join("\n")
    }
}

/// What a panel wants to happen. The app carries it out after the frame.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "a frame has a handful of intents at most")]
pub enum Intent {
    /// Change the project.
    Command(Command),
    /// Move around or start something.
    Action(UiAction),
    /// Take the last step of the project back, whatever is in view: what a notice about that step offers.
    TakeBack,
    /// Make this the current area everywhere.
    SelectArea(AreaId),
    /// Open an entry of an area where it is edited.
    Open {
        /// The area it is looked at in; becomes the current one.
        area: AreaId,
        /// The entry.
        entry: Entry,
    },
    /// Make these the selected set everywhere.
    SelectAreas(BTreeSet<AreaId>),
    /// This indicator in this period is what is looked at.
    InView(Option<(IndicatorId, PeriodId)>),
    /// Show where this point of a check is to be settled; the place Handlungsprogramm knows the way.
    Settle(Box<Check>),
    /// Explain this in the inspector and open it.
    Inspect(Inspected),
    /// Explain a computed number in the inspector and open it.
    Explain(Arc<Explanation>),
    /// Ask for a place and save a picture: PNG or SVG by its ending, its description in words beside it.
    SaveFigure(Box<Figure>),
    /// Put a picture on the clipboard.
    CopyFigure(Box<Figure>),
    /// Ask whether the copies of the project that were made by themselves are to go.
    DropAutomaticBackups,
    /// Remove them.
    DropAutomaticBackupsAnyway,
    /// Open this project.
    OpenProject(PathBuf),
    /// Forget this entry of the recent files.
    ForgetRecent(PathBuf),
    /// Work this out for a tab of the analysis; stays in force until something else is asked for.
    Analyse(AnalysisOrder),
    /// Go on with the import.
    Import(ImportIntent),
    /// Go on with a file of boundaries.
    Boundaries(BoundaryIntent),
    /// Go on with a table of services.
    Services(ServicesIntent),
    /// Stop what is computed for the place Bedarf, or begin anew.
    Bedarf(BedarfIntent),
    /// A recipe to or from a file.
    Recipe(RecipeFile),
    /// Ask for a place and save the dates of the procedure.
    SaveDates(DatesFile),
    /// Write documents.
    Export(ExportOrder),
    /// Stop writing documents; those that are whole stay.
    StopExport,
    /// Take a picture from a file as the logo of documents.
    ChooseLogo,
    /// Ask for a place and save a table as CSV.
    SaveTable {
        /// Proposed file name, without ending.
        file_name: String,
        /// The table.
        table: Box<SiteTable>,
    },
    /// Put text on the clipboard.
    Copy(String),
    /// Open a file or folder with the system's program.
    Reveal(PathBuf),
    /// Say something in the corner.
    Toast(Toast),
    /// Change a setting.
    Setting(SettingChange),
}

/// What a tab of the analysis wants to know.
#[derive(Clone, Debug, PartialEq)]
pub enum AnalysisOrder {
    /// Series, changes, dynamics.
    Time(TimeOrder),
    /// Types, similar areas, segregation, hidden pockets.
    Types(TypesOrder),
    /// Where high values lie beside high ones.
    Space(SpaceSpec),
    /// Stop looking for that.
    NoSpace,
    /// Stop the work under way for series and types; what they showed before stays.
    Stop,
    /// Begin anew what was stopped.
    Again,
}

/// Steps of an import.
#[derive(Clone, Debug)]
pub enum ImportIntent {
    /// Ask for files.
    Choose,
    /// Open the preview of these files, one after the other.
    Files(Vec<PathBuf>),
    /// Open the preview of pasted text; behind the present table if there is one.
    Pasted(String),
    /// Leave the present table out and go on to the next one; asked before if the planner has decided anything about it.
    Skip,
    /// The same, already asked.
    SkipAnyway,
    /// Keep the original file inside the project, or not.
    KeepOriginal(bool),
    /// Write the mapping in force to a file of the planner's choice.
    SaveMapping,
    /// Read the table anew with a mapping from a file.
    LoadMapping,
    /// Write the list of what was noticed as CSV.
    SaveChecks,
    /// Write the original file of an earlier import.
    SaveOriginal(ImportId),
    /// Read the table anew with this mapping.
    SetMapping(Box<Mapping>),
    /// Propose a mapping for another sheet, or for rows that the planner has set.
    Layout {
        /// Index of the sheet.
        sheet: u16,
        /// Rows with headings and with values; found anew if absent.
        rows: Option<(Vec<u32>, RowRange)>,
    },
    /// Write what the preview shows.
    Commit,
    /// Stop what is under way: the table is being written, or read in another way. Nothing was stored.
    Stop,
    /// Close the preview; nothing was stored. Asked before if the planner has decided anything or other tables wait.
    Cancel,
    /// The same, already asked; then goes on with what was wanted instead.
    Discard(Option<Box<Intent>>),
}

/// Steps of taking boundaries over.
#[derive(Clone, Debug)]
pub enum BoundaryIntent {
    /// Read this file.
    File(PathBuf),
    /// Take the file in another way.
    Draft {
        /// The file as read.
        source: Arc<BoundarySource>,
        /// Level and fields.
        options: BoundaryOptions,
    },
    /// Write them.
    Commit(Box<BoundaryBatch>),
}

/// Steps of taking a table of services over.
#[derive(Clone, Debug)]
pub enum ServicesIntent {
    /// Ask for a file.
    Choose,
    /// Read this file.
    File(PathBuf),
    /// Take pasted text.
    Pasted(String),
    /// Take the table in another way.
    Set(Box<ServiceOptions>),
    /// Write what the preview shows.
    Commit,
    /// Close the preview; nothing was stored.
    Cancel,
}

/// Steps of what is computed for the place Bedarf beyond the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BedarfIntent {
    /// Stop what is under way.
    Stop,
    /// Begin anew what was stopped.
    Again,
}

/// As what the dates of the procedure are saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatesFile {
    /// For a calendar (`.ics`).
    Calendar,
    /// For a spreadsheet (`.csv`).
    Table,
}

/// A recipe and its file.
#[derive(Clone, Debug, PartialEq)]
pub enum RecipeFile {
    /// Write it to a file of the planner's choice.
    Save {
        /// Name of the recipe.
        name: String,
        /// Its text.
        toml: String,
    },
    /// Add a recipe from a file.
    Load,
}

/// Documents to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportOrder {
    /// The areas whose programmes are written.
    pub areas: Vec<AreaId>,
    /// Which document.
    pub kind: DocumentKind,
    /// As what it is written.
    pub formats: Vec<Format>,
    /// Whether persons to contact are named at its end.
    pub contacts: Contacts,
    /// Where to; the app asks if absent.
    pub target: Option<PathBuf>,
    /// Files of this order that are written already: a second try goes on with the next.
    pub already: usize,
}

impl ExportOrder {
    /// Word documents, to a place that is asked for.
    pub fn word(areas: Vec<AreaId>, profile: Profile) -> ExportOrder {
        ExportOrder {
            areas,
            kind: DocumentKind::Handlungsprogramm(profile),
            formats: vec![Format::Docx],
            contacts: Contacts::LeaveOut,
            target: None,
            already: 0,
        }
    }

    /// Whether one file is written, whose name can be chosen, and not several or a folder of files into a folder.
    pub fn is_single_file(&self) -> bool {
        (self.areas.len() == 1 || self.kind.is_of_all()) && matches!(*self.formats, [format] if !format.is_folder())
    }
}

/// How grave a toast is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    /// Something was done.
    Done,
    /// Something to know.
    Info,
    /// Something failed; stays until closed.
    Failed,
}

/// A notice in the corner.
#[derive(Clone, Debug)]
pub struct Toast {
    /// How grave it is.
    pub kind: ToastKind,
    /// The sentence.
    pub title: String,
    /// A second line; may be empty.
    pub detail: String,
    /// A file or folder that it offers to open.
    pub reveal: Option<PathBuf>,
    /// Whether it offers to undo the last step.
    pub offers_undo: bool,
}

impl Toast {
    /// Something was done.
    pub fn done(title: impl Into<String>, detail: impl Into<String>) -> Toast {
        Toast { kind: ToastKind::Done, title: title.into(), detail: detail.into(), reveal: None, offers_undo: false }
    }
}

/// A change of the settings of this computer.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingChange {
    /// Light, dark or as the system.
    Theme(ThemeChoice),
    /// Narrow rail or not.
    NarrowRail(bool),
    /// Size of everything, 1.0 = normal.
    Zoom(f32),
}

/// Light, dark or as the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Collects what a frame wants to happen.
#[derive(Debug, Default)]
pub struct Outbox {
    intents: Vec<Intent>,
}

impl Outbox {
    /// Adds an intent.
    pub fn push(&mut self, intent: Intent) {
        self.intents.push(intent);
    }

    /// Wants the project changed.
    pub fn command(&mut self, command: Command) {
        self.push(Intent::Command(command));
    }

    /// Wants an action done.
    pub fn action(&mut self, action: UiAction) {
        self.push(Intent::Action(action));
    }

    /// Wants a place opened.
    pub fn go_to(&mut self, section: Section) {
        self.action(UiAction::GoTo(section));
    }

    /// Wants to be led to where a point of the check is settled.
    pub fn settle(&mut self, check: Check) {
        self.push(Intent::Settle(Box::new(check)));
        self.go_to(Section::Handlungsprogramm);
    }

    /// Wants an entry of an area opened where it is edited.
    pub fn open(&mut self, area: AreaId, entry: Entry) {
        self.push(Intent::Open { area, entry });
    }

    /// Everything collected so far.
    pub fn take(&mut self) -> Vec<Intent> {
        std::mem::take(&mut self.intents)
    }

    /// What was collected, to look at.
    pub fn intents(&self) -> &[Intent] {
        &self.intents
    }
}

impl Focus {
    /// Takes over what a frame wanted selected or explained; whether it was such an intent.
    pub fn follow(&mut self, intent: &Intent) -> bool {
        match intent {
            Intent::SelectArea(area) => self.area = Some(*area),
            Intent::Open { area, entry } => {
                self.area = Some(*area);
                self.wanted = Some(*entry);
            }
            Intent::SelectAreas(areas) => self.selection.clone_from(areas),
            Intent::InView(what) => self.in_view = *what,
            Intent::Settle(check) => {
                let number = self.to_settle.as_ref().map_or(0, |(number, _)| *number) + 1;
                self.to_settle = Some((number, check.clone()));
            }
            Intent::Inspect(what) => {
                self.inspected = Some(*what);
                self.inspector_open = true;
            }
            Intent::Explain(explanation) => {
                self.inspected = Some(Inspected::Explained);
                self.explanation = Some(explanation.clone());
                self.inspector_open = true;
            }
            Intent::Command(_)
            | Intent::TakeBack
            | Intent::Action(_)
            | Intent::Analyse(_)
            | Intent::Bedarf(_)
            | Intent::Recipe(_)
            | Intent::SaveDates(_)
            | Intent::SaveFigure(_)
            | Intent::CopyFigure(_)
            | Intent::DropAutomaticBackups
            | Intent::DropAutomaticBackupsAnyway
            | Intent::OpenProject(_)
            | Intent::ForgetRecent(_)
            | Intent::Import(_)
            | Intent::Boundaries(_)
            | Intent::Services(_)
            | Intent::Export(_)
            | Intent::StopExport
            | Intent::ChooseLogo
            | Intent::SaveTable { .. }
            | Intent::Copy(_)
            | Intent::Reveal(_)
            | Intent::Toast(_)
            | Intent::Setting(_) => return false,
        }
        true
    }
}

impl PanelCx<'_> {
    /// Why an action cannot be done now, in German; `None` if it can.
    pub fn disabled_reason(&self, action: UiAction) -> Option<&'static str> {
        action.disabled_reason(Some(self.snapshot), self.undo)
    }

    /// What a programme is worded from, as things stand in this frame.
    pub fn basis<'b>(&'b self, programme: &'b Handlungsprogramm) -> Basis<'b> {
        reports::basis(self.snapshot, programme, self.derived.ranking(), self.today)
    }

    /// The current area.
    pub fn area(&self) -> Option<&Area> {
        self.focus.area.and_then(|id| self.snapshot.data.area(id))
    }

    /// Wants an entry opened where it is edited; nothing happens where the entry is gone.
    pub fn open(&mut self, entry: Entry) {
        if let Some(area) = entry.area(self.snapshot, self.focus.area) {
            self.outbox.open(area, entry);
        }
    }

    /// Whether this action was triggered in this frame.
    pub fn triggered(&self, action: UiAction) -> bool {
        self.actions.contains(&action)
    }

    /// Whether the boundaries of the areas are still being made ready for the map.
    pub fn awaits_shapes(&self) -> bool {
        !self.snapshot.data.boundaries.is_empty() && self.derived.shapes.value.is_none()
    }

    /// Whether the project can be changed.
    pub fn writable(&self) -> bool {
        self.snapshot.read_only.is_none()
    }
}

/// The areas that programmes are written for, in printed order.
pub fn aktionsraeume(snapshot: &Snapshot) -> Vec<AreaId> {
    crate::programme::aktionsraeume(&snapshot.data, &snapshot.programmes)
}

/// The Aktionsräume to be marked among other areas: none where nobody named any.
pub fn named_aktionsraeume(snapshot: &Snapshot) -> Vec<AreaId> {
    crate::programme::named_aktionsraeume(&snapshot.data, &snapshot.programmes)
}
