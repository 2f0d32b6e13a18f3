//! The frame loop: takes over what the engine and the workers have finished, draws, carries out what the user wants.

mod dates;
mod import;
mod recipe;
mod services;

use super::boundary_job::BoundaryJob;
use super::clipboard::TableClipboard;
use super::compute::Compute;
use super::dialogs::{PathAnswer, PathDialog, PathPurpose, Saved};
use super::export_job::{self, ExportJob, ExportOutcome};
use super::handbook_job::HandbookJob;
use super::import_session::ImportSession;
use super::services_job::{ServicesJob, ServicesSource};
use super::settings::{self, Recent, Settings, sample_folder};
use crate::chart::{self, Figure};
use crate::clock::{self, Clock};
use crate::domain::{AreaSetState, Dokumentvorlage, ProgrammeState};
use crate::export::safe_file_name;
use crate::fs;
use crate::jobs::Wake;
use crate::project::{AreaCommand, Command, Engine, Event, ProjectCommand, Request, Snapshot, Template};
use crate::reports;
use crate::sample;
use crate::text::Explain;
use crate::text::error::app::worker_lost;
use crate::text::handbook as handbook_words;
use crate::text::panel::{
    berichte, boundaries as boundary_words, daten, dialog as dialog_words, einstellungen, hilfe, start as start_words,
};
use crate::theme::Theme;
use crate::ui::dialog::{BoundaryPreview, Discard, Failure};
use crate::ui::widget::style;
use crate::ui::{
    BedarfIntent, BoundaryIntent, Derived, Dialog, DialogAnswer, ExportOrder, ExportedFile, Inspected, Intent,
    PathPrompt, Section, ServicesView, SettingChange, Shell, ShellInput, ThemeChoice, Toast, UiAction, aktionsraeume,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Fineness of a copied picture: about 200 dots per inch.
const COPIED_PIXELS_PER_MM: f32 = 8.0;

/// How often the progress of an export is shown anew.
const PROGRESS_EVERY: Duration = Duration::from_millis(250);

/// Time between two looks at the progress of a table that is being read.
const READING_EVERY: Duration = Duration::from_millis(100);

/// The program's window.
pub struct Window {
    engine: Engine,
    clock: Clock,
    wake: Wake,
    snapshot: Option<Arc<Snapshot>>,
    opening: bool,
    compute: Compute,
    import: Option<ImportSession>,
    boundaries: Option<BoundaryJob>,
    taken_over_running: bool,
    services: Option<ServicesView>,
    services_job: Option<ServicesJob>,
    export: Option<ExportJob>,
    saving: Option<import::Saving>,
    handbook: Option<HandbookJob>,
    recipe: Option<recipe::Reading>,
    exported: Vec<ExportedFile>,
    origin: Option<Arc<crate::project::Origin>>,
    origin_of: Option<(u64, Inspected)>,
    path_dialog: Option<PathDialog>,
    path_purpose: Option<PathPurpose>,
    settings: Settings,
    theme: Option<Theme>,
    recent: Vec<crate::ui::RecentFile>,
    shell: Shell,
    clipboard: TableClipboard,
    closing: bool,
}

impl Window {
    /// The window, with a project to be opened if one is given.
    pub fn new(ctx: &egui::Context, project: Option<PathBuf>) -> Window {
        let settings = Settings::load();
        let theme = chosen_theme(ctx, settings.theme);
        style::install(ctx, theme);
        ctx.set_zoom_factor(settings.zoom);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let for_wake = ctx.clone();
        let wake: Wake = Arc::new(move || for_wake.request_repaint());
        let clock = clock::system_clock();
        let engine = Engine::start(clock.clone(), wake.clone(), Some(Arc::new(sample::draft_programmes)));
        let recent = settings.recent_files();
        let mut window = Window {
            engine,
            clock,
            wake,
            snapshot: None,
            opening: false,
            compute: Compute::default(),
            import: None,
            boundaries: None,
            taken_over_running: false,
            services: None,
            services_job: None,
            export: None,
            saving: None,
            handbook: None,
            recipe: None,
            exported: Vec::new(),
            origin: None,
            origin_of: None,
            path_dialog: None,
            path_purpose: None,
            shell: Shell::with_rail(settings.narrow_rail),
            clipboard: TableClipboard::default(),
            closing: false,
            settings,
            theme: Some(theme),
            recent,
        };
        if let Some(path) = project {
            window.open(path);
        }
        window
    }

    fn open(&mut self, path: PathBuf) {
        self.opening = true;
        self.engine.send(Request::Open(path));
    }

    /// Opens a project in the place of the one that is open.
    fn open_instead(&mut self, path: PathBuf) {
        if !self.asks_before_losing(Some(Intent::OpenProject(path.clone()))) {
            self.open(path);
        }
    }

    /// A field that is being typed into hands over its text before the window closes; an import under way asks.
    fn store_before_closing(&mut self, ctx: &egui::Context) {
        if std::mem::take(&mut self.closing) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            return;
        }
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && self.asks_before_losing(Some(Intent::Action(UiAction::Quit))) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            return;
        }
        let typing_in = ctx.memory(egui::Memory::focused).filter(|_| ctx.text_edit_focused());
        if let (true, Some(field)) = (asked, typing_in) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            ctx.memory_mut(|memory| memory.surrender_focus(field));
            self.closing = true;
            ctx.request_repaint();
        }
    }

    fn collect(&mut self, ctx: &egui::Context) {
        while let Some(event) = self.engine.poll() {
            self.take_event(event);
        }
        self.compute.collect();
        self.collect_import();
        self.collect_saving();
        self.collect_boundaries();
        self.collect_services();
        self.collect_recipe();
        if let Some(outcome) = self.export.as_ref().and_then(ExportJob::poll) {
            self.finish_export(outcome);
        }
        if self.import.as_ref().is_some_and(ImportSession::is_reading) {
            ctx.request_repaint_after(READING_EVERY);
        }
        if self.export.is_some() {
            // Files are counted while they are written; nothing else wakes the window until the end.
            ctx.request_repaint_after(PROGRESS_EVERY);
        }
        if self.export.as_ref().is_some_and(ExportJob::is_lost) {
            self.export = None;
            self.shell.ask(Dialog::Failure(Failure::new(worker_lost(berichte::EXPORTING))));
        }
        if let Some(saved) = self.handbook.as_ref().and_then(HandbookJob::poll) {
            self.handbook = None;
            self.finish_handbook(saved);
        }
        if self.handbook.as_ref().is_some_and(HandbookJob::is_lost) {
            self.handbook = None;
            self.shell.ask(Dialog::Failure(Failure::new(worker_lost(hilfe::SAVING_HANDBOOK))));
        }
        if let Some(answer) = self.path_dialog.as_ref().and_then(PathDialog::poll) {
            self.take_path_answer(answer);
        }
        let theme = chosen_theme(ctx, self.settings.theme);
        if self.theme != Some(theme) {
            style::set_theme(ctx, theme);
            self.theme = Some(theme);
        }
    }

    fn take_event(&mut self, event: Event) {
        match event {
            Event::Opened(snapshot) => self.opened(snapshot),
            Event::Changed { snapshot, outcome } => {
                self.snapshot = Some(snapshot);
                self.shell.project_changed();
                if std::mem::take(&mut self.taken_over_running) {
                    self.say_taken_over(&outcome.label, daten::IMPORTED_HINT);
                }
                self.import_done(&outcome.label);
            }
            Event::Failed(message) => {
                self.opening = false;
                self.taken_over_running = false;
                self.shell.step_refused();
                if !self.import_refused() {
                    self.shell.ask(Dialog::Failure(Failure::new(message)));
                }
            }
            Event::Origin(origin) => self.origin = origin.map(Arc::new),
            Event::OriginalSaved(path) => self.saved(path),
            Event::BackedUp(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let mut toast = Toast::done(start_words::BACKED_UP, name);
                toast.reveal = Some(path);
                self.shell.toast(toast);
            }
            Event::AutomaticBackupsDropped(number) => {
                self.shell.toast(Toast::done(einstellungen::dropped_backups(number), ""));
            }
            Event::AutomaticBackupFailed(message) => {
                let title = start_words::BACKUP_FAILED;
                self.shell.toast(Toast { kind: crate::ui::ToastKind::Failed, ..Toast::done(title, message.title) });
            }
            Event::Closed => self.closed(),
        }
    }

    fn opened(&mut self, snapshot: Arc<Snapshot>) {
        self.opening = false;
        self.compute = Compute::default();
        self.import = None;
        self.boundaries = None;
        self.services = None;
        self.services_job = None;
        self.settings.remember(Recent {
            path: snapshot.path.clone(),
            title: snapshot.title.clone(),
            summary: summary(&snapshot),
            opened_at: (self.clock)(),
        });
        self.settings.save();
        self.shell.project_opened();
        self.shell.section = Section::Uebersicht;
        self.shell.focus = crate::ui::Focus::default();
        self.shell.settle_focus(&snapshot);
        // The file that is open already was announced when it was opened first.
        let announced = self.snapshot.as_ref().and_then(|before| before.kept_copy.clone());
        if let Some(copy) = snapshot.kept_copy.as_ref().filter(|copy| announced.as_ref() != Some(*copy)) {
            let name = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let mut toast = Toast::done(start_words::BROUGHT_UP_TO_DATE, name);
            toast.reveal = Some(copy.clone());
            self.shell.toast(toast);
        }
        self.snapshot = Some(snapshot);
    }

    fn closed(&mut self) {
        if let Some(snapshot) = self.snapshot.take() {
            self.settings.update_summary(&snapshot.path, &snapshot.title, summary(&snapshot));
            self.settings.save();
        }
        self.import = None;
        self.boundaries = None;
        self.services = None;
        self.services_job = None;
        self.compute = Compute::default();
        self.recent = self.settings.recent_files();
    }

    fn collect_boundaries(&mut self) {
        let Some(job) = &self.boundaries else { return };
        let dialog = match job.poll() {
            Some(Ok((source, draft))) => Dialog::Boundaries(BoundaryPreview { source, draft }),
            Some(Err(message)) => Dialog::Failure(Failure::new(message)),
            None if job.is_lost() => Dialog::Failure(Failure::new(worker_lost(boundary_words::READING))),
            None => return,
        };
        self.boundaries = None;
        self.shell.ask(dialog);
    }

    fn read_boundaries(&mut self, path: PathBuf) {
        match &self.snapshot {
            Some(snapshot) => {
                self.boundaries = Some(BoundaryJob::read(path, snapshot.data.clone(), self.wake.clone()));
            }
            None => self.say_project_first(),
        }
    }

    fn say_project_first(&mut self) {
        self.shell.toast(Toast {
            kind: crate::ui::ToastKind::Info,
            ..Toast::done(start_words::PROJECT_FIRST, start_words::PROJECT_FIRST_HINT)
        });
    }

    fn say_taken_over(&mut self, label: &str, hint: &str) {
        let mut toast = Toast::done(label, hint);
        toast.offers_undo = true;
        self.shell.toast(toast);
    }

    fn boundary_step(&mut self, step: BoundaryIntent) {
        match step {
            BoundaryIntent::File(path) => self.read_boundaries(path),
            BoundaryIntent::Draft { source, options } => {
                let Some(snapshot) = &self.snapshot else { return };
                let (data, wake) = (snapshot.data.clone(), self.wake.clone());
                self.boundaries = Some(BoundaryJob::draft(source, options, data, wake));
            }
            BoundaryIntent::Commit(batch) => {
                self.taken_over_running = true;
                self.engine.send(Request::Execute(Command::Area(AreaCommand::SetBoundaries(batch))));
            }
        }
    }

    fn derived(&self) -> Derived {
        let (time_order, time) = self.compute.time();
        let (types_order, types) = self.compute.types();
        let (space_order, space) = self.compute.maps().space();
        Derived {
            space_order,
            space,
            shapes: self.compute.maps().shapes(),
            time_order,
            time,
            types_order,
            types,
            ranking: self.compute.ranking(),
            earlier_ranking: self.compute.earlier(),
            programme: self.compute.programme(),
            bedarf: self.compute.bedarf(),
            points: self.compute.points(),
            pages: self.compute.pages(),
            import: self.import.as_ref().map(ImportSession::view),
            services: self.services.clone().map(Arc::new),
            origin: self.origin.clone(),
            export: self.export.as_ref().map(ExportJob::progress),
            exported: self.exported.clone(),
            theme: self.settings.theme,
            recent: self.recent.clone(),
        }
    }

    fn request_derived(&mut self) {
        let Some(snapshot) = self.snapshot.clone() else { return };
        self.shell.settle_focus(&snapshot);
        self.compute.request(&snapshot, self.shell.focus.area, clock::today(), &self.wake);
        if self.shell.section == Section::Analyse {
            self.compute.request_analysis(&snapshot, &self.wake);
        }
        if let Some(needs) = self.shell.bedarf_needs() {
            self.compute.request_bedarf(&snapshot, &needs, &self.wake);
        } else {
            // What was stopped in Bedarf is needed in the other places.
            self.compute.bedarf_step(BedarfIntent::Again);
        }
        if self.shell.section == Section::Berichte {
            self.compute.request_points(&snapshot, clock::today(), &self.wake);
        }
        if let Some(needs) = self.shell.page_needs() {
            self.compute.request_pages(&snapshot, &needs, clock::today(), &self.wake);
        }
        let Some(inspected) = self.shell.focus.inspected else { return };
        let key = (snapshot.data.revision, inspected);
        if let Inspected::Value { indicator, area, period } = inspected
            && self.origin_of != Some(key)
        {
            self.origin_of = Some(key);
            self.origin = None;
            self.engine.send(Request::Origin { indicator, area, period });
        }
    }

    fn carry_out(&mut self, ctx: &egui::Context, intent: Intent) {
        match intent {
            Intent::Command(command) => self.engine.send(Request::Execute(command)),
            Intent::Action(action) => self.act(ctx, action),
            Intent::Open { entry, .. } => {
                self.shell.section = entry.place();
                self.shell.focus.follow(&intent);
            }
            Intent::SelectArea(_)
            | Intent::SelectAreas(_)
            | Intent::InView(_)
            | Intent::Settle(_)
            | Intent::Inspect(_)
            | Intent::Explain(_) => {
                self.shell.focus.follow(&intent);
            }
            Intent::SaveFigure(figure) => self.ask_figure_path(figure),
            Intent::CopyFigure(figure) => self.copy_figure(ctx, &figure),
            Intent::TakeBack => self.take_back(),
            Intent::DropAutomaticBackups => {
                let go_on = Intent::DropAutomaticBackupsAnyway;
                self.shell.ask(Dialog::Discard(Discard::automatic_backups(go_on)));
            }
            Intent::DropAutomaticBackupsAnyway => self.engine.send(Request::DropAutomaticBackups),
            Intent::OpenProject(path) => self.open_instead(path),
            Intent::ForgetRecent(path) => {
                self.settings.forget(&path);
                self.settings.save();
                self.recent = self.settings.recent_files();
            }
            Intent::Analyse(order) => self.compute.order(order),
            Intent::Import(step) => self.import_step(ctx, step),
            Intent::Boundaries(step) => self.boundary_step(step),
            Intent::Services(step) => self.services_step(step),
            Intent::Bedarf(step) => self.compute.bedarf_step(step),
            Intent::Recipe(step) => self.recipe_step(step),
            Intent::SaveDates(kind) => self.ask_dates_path(kind),
            Intent::Export(order) => self.export(order),
            Intent::StopExport => {
                if let Some(job) = &self.export {
                    job.stop();
                }
            }
            Intent::ChooseLogo => self.ask_path(PathPurpose::Logo),
            Intent::SaveTable { file_name, table } => self.save_table(&file_name, &table),
            Intent::Copy(text) => {
                ctx.copy_text(text);
                self.shell.toast(Toast::done(berichte::COPIED, ""));
            }
            Intent::Reveal(path) => ctx.open_url(egui::OpenUrl::new_tab(fs::file_url(&path))),
            Intent::Toast(toast) => self.shell.toast_ahead(toast),
            Intent::Setting(change) => self.change_setting(ctx, &change),
        }
    }

    fn act(&mut self, ctx: &egui::Context, action: UiAction) {
        match action {
            UiAction::GoTo(section) => self.shell.section = section,
            UiAction::OpenProject => self.ask_path(PathPurpose::OpenProject),
            UiAction::NewProject => self.ask_path(PathPurpose::NewProject { with_frame: true }),
            UiAction::NewEmptyProject => self.ask_path(PathPurpose::NewProject { with_frame: false }),
            UiAction::OpenSample => self.open_sample(),
            UiAction::CloseProject => {
                if !self.asks_before_losing(Some(Intent::Action(UiAction::CloseProject))) {
                    self.engine.send(Request::Close);
                }
            }
            UiAction::Undo | UiAction::Redo => self.undo_or_redo(action == UiAction::Redo),
            UiAction::Palette => self.shell.toggle_palette(),
            UiAction::Inspector => self.shell.focus.inspector_open = !self.shell.focus.inspector_open,
            UiAction::ImportTable => self.ask_path(PathPurpose::ImportTables),
            UiAction::ImportBoundaries => self.ask_path(PathPurpose::ImportBoundaries),
            UiAction::NewEntry | UiAction::CopyTable => {}
            UiAction::NextRegion => self.shell.step_region(ctx, false),
            UiAction::PreviousRegion => self.shell.step_region(ctx, true),
            UiAction::ExportProgramme => self.export_current(),
            UiAction::ExportAll => self.export_all(),
            UiAction::SaveHandbook => self.ask_path(PathPurpose::Handbook),
            UiAction::NextArea => self.step_area(1),
            UiAction::PreviousArea => self.step_area(-1),
            UiAction::Backup => self.engine.send(Request::Backup),
            UiAction::CycleTheme => {
                let next = next_theme(self.settings.theme, chosen_theme(ctx, ThemeChoice::System));
                self.change_setting(ctx, &SettingChange::Theme(next));
            }
            UiAction::ToggleRail => self.change_setting(ctx, &SettingChange::NarrowRail(!self.shell.narrow_rail)),
            UiAction::ZoomIn => self.change_setting(ctx, &SettingChange::Zoom(self.settings.zoom + 0.1)),
            UiAction::ZoomOut => self.change_setting(ctx, &SettingChange::Zoom(self.settings.zoom - 0.1)),
            UiAction::ZoomReset => self.change_setting(ctx, &SettingChange::Zoom(1.0)),
            UiAction::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    fn step_area(&mut self, by: isize) {
        if let Some(snapshot) = self.snapshot.clone() {
            self.shell.step_area(&snapshot, by);
        }
    }

    fn change_setting(&mut self, ctx: &egui::Context, change: &SettingChange) {
        match *change {
            SettingChange::Theme(theme) => self.settings.theme = theme,
            SettingChange::NarrowRail(narrow) => {
                self.settings.narrow_rail = narrow;
                self.shell.narrow_rail = narrow;
            }
            SettingChange::Zoom(zoom) => {
                self.settings.zoom = (zoom * 10.0).round().clamp(7.0, 20.0) / 10.0;
                ctx.set_zoom_factor(self.settings.zoom);
            }
        }
        self.settings.save();
    }

    fn open_sample(&mut self) {
        let folder = sample_folder();
        if let Err(error) = fs::create_dir(&folder) {
            self.shell.ask(Dialog::Failure(Failure::new(error.message())));
            return;
        }
        let path = fs::unused_path(&folder, start_words::SAMPLE_FILE, "aktionsplan");
        self.opening = true;
        self.engine.send(Request::Create { path, template: Template::Dortmund, with_example: true });
    }

    /// Writes what is chosen in the place Berichte, if that is in view; a notice says why where that cannot be.
    fn export_chosen(&mut self, whole: bool) -> bool {
        let Some(snapshot) = &self.snapshot else { return false };
        let Some(chosen) = self.shell.chosen_export(snapshot, whole) else { return false };
        match chosen {
            _ if self.export.is_some() => self.shell.toast(Toast::done(berichte::EXPORT_RUNS, "")),
            Ok(order) => self.export(order),
            Err(reason) => self.shell.toast(Toast::done(berichte::CANNOT_EXPORT, reason)),
        }
        true
    }

    fn export_current(&mut self) {
        if self.export_chosen(false) {
            return;
        }
        let Some((area, snapshot)) = self.shell.focus.area.zip(self.snapshot.as_ref()) else { return };
        if snapshot.programme_of(area).is_some() {
            self.export(ExportOrder::word(vec![area], crate::programme::Profile::Lang));
        } else {
            self.shell.section = Section::Handlungsprogramm;
        }
    }

    fn export_all(&mut self) {
        if self.export_chosen(true) {
            return;
        }
        let Some(snapshot) = &self.snapshot else { return };
        let areas: Vec<_> =
            aktionsraeume(snapshot).into_iter().filter(|area| snapshot.programme_of(*area).is_some()).collect();
        self.export(ExportOrder::word(areas, crate::programme::Profile::Lang));
    }

    fn export(&mut self, order: ExportOrder) {
        let Some(snapshot) = self.snapshot.clone() else { return };
        if order.target.is_some() {
            self.export = Some(ExportJob::start(order, snapshot, clock::today(), (self.clock)(), self.wake.clone()));
            return;
        }
        let (Some(area), Some(format)) = (order.areas.first(), order.formats.first()) else { return };
        let name = || reports::file_name(&snapshot, order.kind, *area, clock::today(), *format);
        let file_name = order.is_single_file().then(name);
        self.ask_path(PathPurpose::Export { order, file_name });
    }

    fn finish_export(&mut self, outcome: ExportOutcome) {
        let Some(job) = self.export.take() else { return };
        self.note_export(&job.order, &outcome);
        if let Some(message) = outcome.failure {
            let mut failure = Failure::new(message);
            let rest = ExportOrder { already: job.order.already + outcome.written.len(), ..job.order };
            failure.retry = Some(Intent::Export(rest.clone()));
            failure.of_folder = !rest.is_single_file();
            failure.other_name = Some(Intent::Export(ExportOrder { target: None, ..rest }));
            self.shell.ask(Dialog::Failure(failure));
        } else if let Some(first) = outcome.written.first() {
            let name = first.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let detail = match (outcome.left_out, outcome.written.len()) {
                (0, 1) => name,
                (0, _) => String::new(),
                (missing, _) => berichte::stopped(missing),
            };
            let mut toast = Toast::done(berichte::written(outcome.written.len()), detail);
            toast.reveal = Some(first.path.clone());
            self.shell.toast(toast);
        } else if outcome.left_out > 0 {
            self.shell.toast(Toast::done(berichte::STOPPED_AT_ONCE, ""));
        }
        self.exported.splice(0..0, outcome.written);
    }

    /// What a document has shown stays known: it is recorded, so that a value hidden later is noticed.
    fn note_export(&mut self, order: &ExportOrder, outcome: &ExportOutcome) {
        let Some(snapshot) = self.snapshot.as_ref().filter(|snapshot| snapshot.read_only.is_none()) else { return };
        if let Some(documents) = export_job::given_out(snapshot, order, outcome) {
            let note = ProjectCommand::NoteAusgabe { am: clock::today(), documents, werte: outcome.shown.clone() };
            self.engine.send(Request::Execute(Command::Project(note)));
        }
    }

    /// The picture becomes part of the project, as a file of its own making: nothing of the original stays.
    fn take_logo(&mut self, path: &Path) {
        let Some(snapshot) = &self.snapshot else { return };
        let logo = fs::read(path).map_err(|error| error.message());
        let logo = logo.and_then(|bytes| chart::logo(&bytes).map_err(|error| error.message()));
        match logo {
            Ok(logo) => {
                let template = Dokumentvorlage { logo: Some(logo), ..snapshot.dokumentvorlage.as_ref().clone() };
                let command = ProjectCommand::SetDokumentvorlage(Box::new(template));
                self.engine.send(Request::Execute(Command::Project(command)));
            }
            Err(message) => self.shell.ask(Dialog::Failure(Failure::new(message))),
        }
    }

    fn finish_handbook(&mut self, saved: Result<PathBuf, crate::text::Message>) {
        match saved {
            Ok(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let mut toast = Toast::done(hilfe::SAVED_HANDBOOK, name);
                toast.reveal = Some(path);
                self.shell.toast(toast);
            }
            Err(message) => {
                let mut failure = Failure::new(message);
                failure.other_name = Some(Intent::Action(UiAction::SaveHandbook));
                self.shell.ask(Dialog::Failure(failure));
            }
        }
    }

    fn ask_figure_path(&mut self, figure: Box<Figure>) {
        let file_name = safe_file_name(&dialog_words::figure_file_name(&figure.title));
        self.ask_path(PathPurpose::Save { what: Saved::Figure(figure), file_name });
    }

    fn copy_figure(&mut self, ctx: &egui::Context, figure: &Figure) {
        match chart::figure_svg(figure).and_then(|svg| chart::pixels(&svg, COPIED_PIXELS_PER_MM)) {
            Ok(picture) => {
                let size = [picture.width, picture.height];
                ctx.copy_image(egui::ColorImage::from_rgba_premultiplied(size, &picture.rgba));
                self.shell.toast(Toast::done(berichte::COPIED, ""));
            }
            Err(error) => self.shell.ask(Dialog::Failure(Failure::new(error.message()))),
        }
    }

    fn ask_path(&mut self, purpose: PathPurpose) {
        if self.path_dialog.is_none() {
            self.path_dialog = Some(PathDialog::open(purpose, self.wake.clone()));
        }
    }

    fn take_path_answer(&mut self, answer: PathAnswer) {
        let Some(dialog) = self.path_dialog.take() else { return };
        match answer {
            PathAnswer::Chosen(paths) => self.use_paths(dialog.purpose, paths),
            PathAnswer::Cancelled => {}
            PathAnswer::NoService => {
                self.shell.ask(Dialog::Path(prompt_for(&dialog.purpose)));
                self.path_purpose = Some(dialog.purpose);
            }
        }
    }

    fn use_paths(&mut self, purpose: PathPurpose, paths: Vec<PathBuf>) {
        let Some(first) = paths.first().cloned() else { return };
        match purpose {
            PathPurpose::OpenProject => self.open_instead(first),
            PathPurpose::NewProject { with_frame } => {
                let path = if first.extension().is_some() { first } else { first.with_extension("aktionsplan") };
                let template = if with_frame { Template::Dortmund } else { Template::Leer };
                self.opening = true;
                self.engine.send(Request::Create { path, template, with_example: false });
            }
            PathPurpose::ImportTables => self.import_files(paths),
            PathPurpose::LoadMapping => self.load_mapping(first),
            PathPurpose::LoadRecipe => self.load_recipe(first),
            PathPurpose::Save { what, .. } => self.save(what, first),
            PathPurpose::ImportBoundaries => self.read_boundaries(first),
            PathPurpose::Logo => self.take_logo(&first),
            PathPurpose::ImportServices => self.read_services(ServicesSource::File(first)),
            PathPurpose::Export { order, .. } => self.export(ExportOrder { target: Some(first), ..order }),
            PathPurpose::Handbook => self.handbook = Some(HandbookJob::start(first, self.wake.clone())),
        }
    }

    fn take_dialog_answer(&mut self, ctx: &egui::Context, answer: DialogAnswer) {
        match answer {
            DialogAnswer::Closed => self.path_purpose = None,
            DialogAnswer::Do(intent) => self.carry_out(ctx, *intent),
            DialogAnswer::Path(text) => {
                let Some(purpose) = self.path_purpose.take() else { return };
                let several = purpose == PathPurpose::ImportTables;
                let parts = if several { text.split(';').collect() } else { vec![text.as_str()] };
                let named = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
                let paths = named.map(PathBuf::from).collect();
                self.use_paths(purpose, paths);
            }
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.store_before_closing(ctx);
        self.collect(ctx);
        self.request_derived();
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let derived = self.derived();
        let snapshot = self.snapshot.clone();
        let input = ShellInput {
            snapshot: snapshot.as_deref(),
            derived: &derived,
            today: clock::today(),
            opening: self.opening,
        };
        let (intents, answer) = self.shell.show(ui, &input);
        let ctx = ui.ctx().clone();
        let acted = !intents.is_empty() || answer.is_some();
        for intent in intents {
            self.carry_out(&ctx, intent);
        }
        if let Some(answer) = answer {
            self.take_dialog_answer(&ctx, answer);
        }
        if snapshot.is_some_and(|snapshot| snapshot.data.has_demonstration()) {
            ctx.output_mut(|output| mark_copied_tables(&mut output.commands));
        }
        // Not inside the toolkit's lock: the system's clipboard may take its time.
        let mut commands = ctx.output_mut(|output| std::mem::take(&mut output.commands));
        self.clipboard.take(&mut commands);
        ctx.output_mut(|output| output.commands.splice(0..0, commands).for_each(drop));
        if acted {
            ctx.request_repaint();
        }
    }
}

/// Invented values say so wherever they go, the clipboard included: a copied table ends with the mark.
fn mark_copied_tables(commands: &mut [egui::OutputCommand]) {
    for command in commands {
        if let egui::OutputCommand::CopyText(text) = command
            && text.contains('\t')
            && !text.contains(crate::text::report::DEMONSTRATION_MARK)
        {
            text.truncate(text.trim_end().len());
            text.push('\n');
            text.push_str(crate::text::report::DEMONSTRATION_MARK);
            text.push('\n');
        }
    }
}

fn chosen_theme(ctx: &egui::Context, choice: ThemeChoice) -> Theme {
    match choice {
        ThemeChoice::Light => Theme::Light,
        ThemeChoice::Dark => Theme::Dark,
        ThemeChoice::System => match ctx.system_theme() {
            Some(egui::Theme::Dark) => Theme::Dark,
            Some(egui::Theme::Light) | None => Theme::Light,
        },
    }
}

/// The next of the three choices; the first step away from the system's is one that can be seen.
fn next_theme(now: ThemeChoice, system: Theme) -> ThemeChoice {
    let (other, same) = match system {
        Theme::Light => (ThemeChoice::Dark, ThemeChoice::Light),
        Theme::Dark => (ThemeChoice::Light, ThemeChoice::Dark),
    };
    match now {
        ThemeChoice::System => other,
        now if now == other => same,
        ThemeChoice::Light | ThemeChoice::Dark => ThemeChoice::System,
    }
}

fn summary(snapshot: &Snapshot) -> String {
    let areas = snapshot
        .data
        .area_sets
        .iter()
        .rev()
        .find(|set| set.state == AreaSetState::Gueltig)
        .map_or(0, |set| set.members.len());
    let decided = snapshot.programmes.iter().filter(|programme| programme.state == ProgrammeState::Beschlossen).count();
    start_words::summary(areas, decided, snapshot.data.dataset.len())
}

fn prompt_for(purpose: &PathPurpose) -> PathPrompt {
    // A name alone would not say in which folder it lies.
    let in_folder = |name: &str| {
        settings::documents().map_or_else(|| name.to_owned(), |folder| folder.join(name).display().to_string())
    };
    let (title, confirm, several, text) = match purpose {
        PathPurpose::OpenProject => (dialog_words::OPEN_PROJECT, dialog_words::CONFIRM_OPEN, false, String::new()),
        PathPurpose::NewProject { .. } => {
            (dialog_words::NEW_PROJECT, dialog_words::CONFIRM_CREATE, false, in_folder(dialog_words::NEW_PROJECT_FILE))
        }
        PathPurpose::ImportTables => (dialog_words::IMPORT_TABLES, dialog_words::CONFIRM_READ, true, String::new()),
        PathPurpose::ImportServices => {
            (dialog_words::IMPORT_SERVICES, dialog_words::CONFIRM_READ, false, String::new())
        }
        PathPurpose::LoadMapping => (dialog_words::LOAD_MAPPING, dialog_words::CONFIRM_READ, false, String::new()),
        PathPurpose::LoadRecipe => (dialog_words::LOAD_RECIPE, dialog_words::CONFIRM_READ, false, String::new()),
        PathPurpose::Save { what, file_name } => {
            (what.title(), dialog_words::CONFIRM_WRITE, false, in_folder(file_name))
        }
        PathPurpose::Handbook => {
            (dialog_words::SAVE_HANDBOOK, dialog_words::CONFIRM_WRITE, false, in_folder(handbook_words::FILE_NAME))
        }
        PathPurpose::ImportBoundaries => {
            (dialog_words::IMPORT_BOUNDARIES, dialog_words::CONFIRM_READ, false, String::new())
        }
        PathPurpose::Logo => (dialog_words::LOGO, dialog_words::CONFIRM_READ, false, String::new()),
        PathPurpose::Export { file_name, .. } => {
            let title = if file_name.is_some() { dialog_words::EXPORT_FILE } else { dialog_words::EXPORT_FOLDER };
            (title, dialog_words::CONFIRM_WRITE, false, in_folder(file_name.as_deref().unwrap_or_default()))
        }
    };
    PathPrompt::new(title, confirm, several, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_table_of_invented_values_says_so_and_a_copied_sentence_is_left_alone() {
        let copy = |text: &str| egui::OutputCommand::CopyText(text.to_owned());
        let mut commands = [copy("Marten\t7\n"), copy("Ein Satz.")];
        mark_copied_tables(&mut commands);
        let marked = format!("Marten\t7\n{}\n", crate::text::report::DEMONSTRATION_MARK);
        assert_eq!(commands, [copy(&marked), copy("Ein Satz.")]);
    }
}
