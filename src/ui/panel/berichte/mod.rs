//! The place Berichte: which documents can be written, what goes in, what is to be checked first, what was written.

mod detail;
mod outline;
mod pages;
mod table;
mod vorlage;
mod written;

use crate::document::Format;
use crate::domain::{AreaId, Fassung};
use crate::programme::{Contacts, DocumentKind, Profile};
use crate::project::Snapshot;
use crate::reports::OpenPoints;
use crate::text::panel::berichte as words;
use crate::ui::widget::button::Button;
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::icon;
use crate::ui::widget::progress::progress;
use crate::ui::{
    Entry, ExportOrder, Intent, PageNeeds, PanelCx, Section, UiAction, ViewHeader, aktionsraeume, section_label,
};
use egui::{CentralPanel, Frame, Key, Margin, Modifiers, Panel, Popup, Ui};

/// State of the place: what is in view and which document is wanted.
pub struct BerichtePanel {
    tab: usize,
    all: bool,
    kind: DocumentKind,
    profile: Profile,
    formats: Vec<Format>,
    /// The document that persons to contact were asked for, and its area; none for those of all areas.
    contacts: Option<(Option<AreaId>, DocumentKind)>,
    all_points: bool,
    vorlage: vorlage::Draft,
    pages: pages::PageViewer,
}

impl Default for BerichtePanel {
    fn default() -> Self {
        BerichtePanel {
            tab: 0,
            all: false,
            kind: DocumentKind::Handlungsprogramm(Profile::Lang),
            profile: Profile::Lang,
            formats: vec![Format::Docx],
            contacts: None,
            all_points: false,
            vorlage: vorlage::Draft::default(),
            pages: pages::PageViewer::default(),
        }
    }
}

/// What the list and the details speak of.
struct Reports {
    areas: Vec<AreaId>,
    ready: Vec<AreaId>,
}

impl Reports {
    fn of(snapshot: &Snapshot) -> Reports {
        let areas = aktionsraeume(snapshot);
        let has_programme = |area: &AreaId| snapshot.programme_of(*area).is_some();
        let ready = areas.iter().copied().filter(has_programme).collect();
        Reports { areas, ready }
    }
}

impl BerichtePanel {
    /// The page that is in view; none where no document is.
    pub fn page_needs(&self) -> Option<PageNeeds> {
        if self.tab == 0 { self.pages.needs() } else { None }
    }

    /// What the button `Ausgeben …` would write, or the one for all areas; in German why it cannot.
    ///
    /// # Errors
    /// Where nothing is chosen, or no programme was begun.
    pub fn chosen(&self, snapshot: &Snapshot, area: Option<AreaId>, whole: bool) -> Result<ExportOrder, &'static str> {
        let reports = Reports::of(snapshot);
        if whole { self.export_all(&reports) } else { self.order(snapshot, area, &reports) }
    }

    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let reports = Reports::of(cx.snapshot);
        self.settle_version(cx);
        if cx.derived.export.is_some() {
            // They were asked for this once.
            self.contacts = None;
        }
        self.pages.look_at(self.document(cx, &reports));
        self.head(ui, cx, &reports);
        if let Some((done, total)) = cx.derived.export {
            running(ui, cx, (done, total), !self.pages.reading && nothing_in_front(ui));
        }
        if self.tab == 2 {
            vorlage::show(ui, cx, &mut self.vorlage);
        } else if self.tab == 1 {
            if written::show(ui, cx) {
                self.tab = 0;
            }
        } else if reports.ready.is_empty() {
            empty(ui, cx);
        } else if self.pages.reading {
            self.pages.large(ui, cx);
        } else {
            self.reports(ui, cx, &reports);
        }
    }

    /// A version that was opened from elsewhere is taken up; one of another area, or one that is gone, is let go.
    fn settle_version(&mut self, cx: &PanelCx) {
        if let Some(Entry::Fassung(id)) = cx.focus.wanted {
            (self.tab, self.all, self.kind) = (0, false, DocumentKind::Fassung(id));
        }
        if let DocumentKind::Fassung(id) = self.kind
            && (self.all || versions(cx).all(|kept| kept.id != id))
        {
            self.kind = DocumentKind::Handlungsprogramm(self.profile);
        }
    }

    /// The one document that the choice means; none where it means one for each area.
    fn document(&self, cx: &PanelCx, reports: &Reports) -> Option<(AreaId, DocumentKind, Contacts)> {
        let area = match (self.all, self.kind.is_of_all()) {
            (true, true) => reports.ready.first().copied(),
            (true, false) => None,
            (false, _) => cx.focus.area.filter(|area| reports.ready.contains(area)),
        };
        area.map(|area| (area, self.kind, self.contacts((!self.all).then_some(area))))
    }

    fn head(&mut self, ui: &mut Ui, cx: &mut PanelCx, reports: &Reports) {
        let order = self.order(cx.snapshot, cx.focus.area, reports);
        let whole = self.export_all(reports);
        let subtitle = words::subtitle(reports.areas.len(), reports.ready.len());
        let narrow = ui.available_width() < 1120.0;
        let header = ViewHeader::new(section_label(Section::Berichte))
            .subtitle(if narrow { "" } else { &subtitle })
            .tabs(&words::TABS, &mut self.tab);
        let mut turned = false;
        header.show(ui, cx, |ui, cx| {
            let runs = cx.derived.export.is_some();
            let reason = if runs { Some(words::EXPORT_RUNS) } else { order.as_ref().err().copied() };
            let keys = UiAction::ExportProgramme.shortcut_text();
            let primary = Button::primary(words::EXPORT).icon(icon::EXPORT).shortcut(&keys).disabled_reason(reason);
            if primary.show(ui).clicked()
                && let Ok(order) = order
            {
                cx.outbox.push(Intent::Export(order));
            }
            let nothing = self.pages.needs().is_none().then_some(words::PREVIEW_ONE);
            let preview = Button::ghost(words::PREVIEW).icon(icon::EYE).hint(words::PREVIEW_HINT);
            let preview = preview.selected(self.pages.reading).disabled_reason(nothing);
            if preview.show(ui).clicked() && nothing.is_none() {
                self.pages.reading = !self.pages.reading;
                turned = true;
            }
            let none = whole.as_ref().err().copied();
            let reason = if runs { Some(words::EXPORT_RUNS) } else { none };
            let all = Button::ghost(words::EXPORT_ALL).icon(icon::STACK).disabled_reason(reason);
            if all.show(ui).clicked()
                && let Ok(order) = whole
            {
                // What is wrong or to be checked is seen first; from there it goes on knowingly.
                let is_open = |area: &AreaId| points(cx, *area).is_some_and(OpenPoints::has_to_be_seen);
                if !self.all && !self.kind.is_of_all() && reports.ready.iter().any(is_open) {
                    (self.all, self.pages.reading, turned) = (true, false, true);
                } else {
                    cx.outbox.push(Intent::Export(order));
                }
            }
        });
        if turned {
            self.tab = 0;
        }
    }

    /// What the primary button would write, or why it cannot.
    fn order(&self, snapshot: &Snapshot, area: Option<AreaId>, reports: &Reports) -> Result<ExportOrder, &'static str> {
        if self.all && !reports.ready.is_empty() {
            return self.export(reports.ready.clone(), None);
        }
        let area = area.ok_or(words::CHOOSE_REPORT)?;
        match snapshot.programme_of(area) {
            Some(_) => self.export(vec![area], Some(area)),
            None => Err(words::NOTHING_BEGUN),
        }
    }

    fn export(&self, areas: Vec<AreaId>, of: Option<AreaId>) -> Result<ExportOrder, &'static str> {
        if areas.is_empty() {
            return Err(words::BEGIN_WHY);
        }
        if self.formats.is_empty() {
            return Err(words::CHOOSE_FORMAT);
        }
        let (formats, contacts) = (self.formats.clone(), self.contacts(of));
        Ok(ExportOrder { areas, kind: self.kind, formats, contacts, target: None, already: 0 })
    }

    /// Whether persons to contact were asked for in the document in view, of an area or of all.
    fn contacts(&self, area: Option<AreaId>) -> Contacts {
        let asked = self.kind.takes_contacts() && self.contacts == Some((area, self.kind));
        if asked { Contacts::Include } else { Contacts::LeaveOut }
    }

    /// What the button for all areas would write, or why it cannot: a version is one of one area.
    fn export_all(&self, reports: &Reports) -> Result<ExportOrder, &'static str> {
        match self.kind {
            DocumentKind::Fassung(_) => Err(words::VERSION_OF_ONE),
            DocumentKind::Handlungsprogramm(_)
            | DocumentKind::Steckbriefe
            | DocumentKind::Ratsvorlage
            | DocumentKind::Sozialraumprofil
            | DocumentKind::Sachstand
            | DocumentKind::Vergleich => self.export(reports.ready.clone(), None),
        }
    }

    fn reports(&mut self, ui: &mut Ui, cx: &mut PanelCx, reports: &Reports) {
        let width = (ui.available_width() * 0.54).clamp(360.0, 760.0);
        let frame = detail::frame(cx);
        let detail = Panel::right("berichte-detail").exact_size(width).resizable(false).show_separator_line(false);
        detail.frame(frame).show(ui, |ui| {
            detail::edge(ui, cx);
            detail::show(ui, cx, reports, self);
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if let Some(chosen) = table::show(ui, cx, reports, self.all) {
                self.choose(cx, reports, chosen);
            }
        });
    }

    fn choose(&mut self, cx: &mut PanelCx, reports: &Reports, row: usize) {
        match reports.areas.get(row) {
            Some(area) => {
                self.all = false;
                if self.kind.is_of_all() {
                    self.kind = DocumentKind::Handlungsprogramm(self.profile);
                }
                if cx.focus.area != Some(*area) {
                    cx.outbox.push(Intent::SelectArea(*area));
                }
            }
            None => self.all = true,
        }
    }
}

/// What is open in the programme of an area; none while it is being found out.
fn points<'a>(cx: &PanelCx<'a>, area: AreaId) -> Option<&'a OpenPoints> {
    let found = cx.derived.points.value.as_deref()?.as_ref().ok()?;
    found.iter().find(|points| points.area == area)
}

/// Versions of the current area's programme, newest first.
fn versions<'a>(cx: &PanelCx<'a>) -> impl Iterator<Item = &'a Fassung> + use<'a> {
    let programme = cx.focus.area.and_then(|area| cx.snapshot.programme_of(area)).map(|programme| programme.id);
    let own = cx.snapshot.verfahren.fassungen.iter().filter(move |kept| Some(kept.programme) == programme);
    let mut own: Vec<&Fassung> = own.collect();
    own.sort_by_key(|kept| std::cmp::Reverse((kept.kept_on, kept.id)));
    own.into_iter()
}

/// Whether Escape has nothing to close: neither a dialog nor a menu, and no field is being typed into.
fn nothing_in_front(ui: &Ui) -> bool {
    let ctx = ui.ctx();
    !Popup::is_any_open(ctx) && !ctx.text_edit_focused() && ctx.memory(|memory| memory.top_modal_layer().is_none())
}

#[expect(clippy::cast_precision_loss, reason = "a few documents")]
fn running(ui: &mut Ui, cx: &mut PanelCx, (done, total): (u64, u64), escape_stops: bool) {
    let frame = Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 8, bottom: 8 });
    Panel::top("berichte-progress").resizable(false).frame(frame).show(ui, |ui| {
        let stop = progress(ui, &words::progress(done, total), done as f32 / total.max(1) as f32, true);
        let escape = || ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if stop || escape_stops && escape() {
            cx.outbox.push(Intent::StopExport);
        }
    });
}

fn empty(ui: &mut Ui, cx: &mut PanelCx) {
    let state = EmptyState::new(words::EMPTY_TITLE, words::EMPTY_WHY).primary(icon::NOTE_PENCIL, words::BEGIN);
    if state.show(ui).is_some() {
        cx.outbox.go_to(Section::Handlungsprogramm);
    }
}

/// Name of a format.
fn format_name(format: Format) -> &'static str {
    match format {
        Format::Docx => words::DOCX,
        Format::Odt => words::ODT,
        #[cfg(feature = "pdf")]
        Format::Pdf => words::PDF,
        Format::Xlsx => words::XLSX,
        Format::Csv => words::CSV,
    }
}

/// Name of a document.
fn kind_name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Handlungsprogramm(Profile::Kurz) => words::SHORT,
        DocumentKind::Handlungsprogramm(Profile::Lang) => words::LONG,
        DocumentKind::Steckbriefe => words::KIND_SHEETS,
        DocumentKind::Ratsvorlage => words::KIND_COUNCIL,
        DocumentKind::Sozialraumprofil => words::KIND_PROFILE,
        DocumentKind::Sachstand => words::KIND_PROGRESS,
        DocumentKind::Vergleich => words::KIND_COMPARISON,
        DocumentKind::Fassung(_) => words::KIND_VERSION,
    }
}

/// What a document is for.
fn kind_hint(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Handlungsprogramm(Profile::Kurz) => words::SHORT_HINT,
        DocumentKind::Handlungsprogramm(Profile::Lang) => words::LONG_HINT,
        DocumentKind::Steckbriefe => words::SHEETS_HINT,
        DocumentKind::Ratsvorlage => words::COUNCIL_HINT,
        DocumentKind::Sozialraumprofil => words::PROFILE_HINT,
        DocumentKind::Sachstand => words::PROGRESS_HINT,
        DocumentKind::Vergleich => words::COMPARISON_HINT,
        DocumentKind::Fassung(_) => words::VERSION_HINT,
    }
}
