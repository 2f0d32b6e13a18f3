//! The window's places, panels and widgets. egui only here and in `app`; files and SQL never.

mod action;
mod command_palette;
mod cx;
mod derived;
pub mod dialog;
mod entry;
mod panel;
mod picture;
mod section;
mod selection;
mod shell;
mod takeover;
mod tile_map;
mod time_view;
mod toasts;
mod types_view;
pub mod widget;

pub use action::{ACTIONS, ActionInfo, UiAction, pressed, section_label};
pub use cx::{
    AnalysisOrder, BedarfIntent, BoundaryIntent, DatesFile, Explanation, ExportOrder, Focus, ImportIntent, Inspected,
    Intent, Outbox, PanelCx, RecipeFile, ServicesIntent, SettingChange, ThemeChoice, Toast, ToastKind, aktionsraeume,
    named_aktionsraeume,
};
pub use derived::{
    BedarfDerived, BedarfNeeds, Computed, Derived, DrawsView, EarlierRanking, ExportedFile, ImportView, OriginalView,
    PageNeeds, PagesDerived, PagesView, PassageView, ProgrammeView, RecentFile, SensitivityView, ServicesView,
    VariantRun,
};
pub use dialog::{Dialog, DialogAnswer, PathPrompt};
pub use entry::Entry;
pub use panel::{
    AnalysePanel, BedarfPanel, BerichtePanel, DatenPanel, EinstellungenPanel, HilfePanel, ProgrammPanel, StartPanel,
    UebersichtPanel, VerfahrenPanel, VorOrtPanel,
};
pub use section::Section;
pub use shell::{Shell, ShellInput, ViewHeader, report_region};
pub use time_view::{AreaChange, SetView, Time, TimeBreak, TimeCard, TimeOrder, TimeSubject, TimeValue, TimeView};
pub use types_view::{Alikeness, Pocket, PocketLines, SegregationLine, TypesOrder, TypesView};
