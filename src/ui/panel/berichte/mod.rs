//! The place Berichte: which documents can be written, what goes in, what is to be checked first, what was written.

mod detail;
mod outline;
mod table;
mod written;

use crate::document::Format;
use crate::domain::AreaId;
use crate::programme::Profile;
use crate::text::panel::berichte as words;
use crate::ui::widget::button::Button;
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::icon;
use crate::ui::widget::progress::progress;
use crate::ui::{ExportOrder, Intent, PanelCx, Section, UiAction, ViewHeader, aktionsraeume, section_label};
use egui::{CentralPanel, Frame, Margin, Panel, Ui};

/// State of the place: what is in view and which document is wanted.
pub struct BerichtePanel {
    tab: usize,
    all: bool,
    profile: Profile,
    formats: Vec<Format>,
}

impl Default for BerichtePanel {
    fn default() -> Self {
        BerichtePanel { tab: 0, all: false, profile: Profile::Lang, formats: vec![Format::Docx] }
    }
}

/// What the list and the details speak of.
struct Reports {
    areas: Vec<AreaId>,
    ready: Vec<AreaId>,
}

impl Reports {
    fn of(cx: &PanelCx) -> Reports {
        let areas = aktionsraeume(cx.snapshot);
        let has_programme = |area: &AreaId| cx.snapshot.programme_of(*area).is_some();
        let ready = areas.iter().copied().filter(has_programme).collect();
        Reports { areas, ready }
    }
}

impl BerichtePanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let reports = Reports::of(cx);
        self.head(ui, cx, &reports);
        if let Some((done, total)) = cx.derived.export {
            running(ui, done, total);
        }
        if self.tab == 1 {
            if written::show(ui, cx) {
                self.tab = 0;
            }
        } else if reports.ready.is_empty() {
            empty(ui, cx);
        } else {
            self.reports(ui, cx, &reports);
        }
    }

    fn head(&mut self, ui: &mut Ui, cx: &mut PanelCx, reports: &Reports) {
        let order = self.order(cx, reports);
        let whole = self.export(reports.ready.clone());
        let subtitle = words::subtitle(reports.areas.len(), reports.ready.len());
        let narrow = ui.available_width() < 980.0;
        let header = ViewHeader::new(section_label(Section::Berichte))
            .subtitle(if narrow { "" } else { &subtitle })
            .tabs(&words::TABS, &mut self.tab);
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
            let none = whole.as_ref().err().copied();
            let reason = if runs { Some(words::EXPORT_RUNS) } else { none };
            let all = Button::ghost(words::EXPORT_ALL).icon(icon::STACK).disabled_reason(reason);
            if all.show(ui).clicked()
                && let Ok(order) = whole
            {
                cx.outbox.push(Intent::Export(order));
            }
        });
    }

    /// What the primary button would write, or why it cannot.
    fn order(&self, cx: &PanelCx, reports: &Reports) -> Result<ExportOrder, &'static str> {
        if self.all && !reports.ready.is_empty() {
            return self.export(reports.ready.clone());
        }
        let area = cx.focus.area.ok_or(words::CHOOSE_REPORT)?;
        match cx.snapshot.programme_of(area) {
            Some(_) => self.export(vec![area]),
            None => Err(words::NOTHING_BEGUN),
        }
    }

    fn export(&self, areas: Vec<AreaId>) -> Result<ExportOrder, &'static str> {
        if areas.is_empty() {
            return Err(words::BEGIN_WHY);
        }
        if self.formats.is_empty() {
            return Err(words::CHOOSE_FORMAT);
        }
        Ok(ExportOrder { areas, profile: self.profile, formats: self.formats.clone(), target: None })
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
            if let Some(chosen) = table::show(ui, cx, reports, self.all, self.profile) {
                self.choose(cx, reports, chosen);
            }
        });
    }

    fn choose(&mut self, cx: &mut PanelCx, reports: &Reports, row: usize) {
        match reports.areas.get(row) {
            Some(area) => {
                self.all = false;
                if cx.focus.area != Some(*area) {
                    cx.outbox.push(Intent::SelectArea(*area));
                }
            }
            None => self.all = true,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few documents")]
fn running(ui: &mut Ui, done: u64, total: u64) {
    let frame = Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 8, bottom: 8 });
    Panel::top("berichte-progress").resizable(false).frame(frame).show(ui, |ui| {
        progress(ui, &words::progress(done, total), done as f32 / total.max(1) as f32, false);
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
        Format::Xlsx => words::XLSX,
    }
}

/// Name of a profile.
fn profile_name(profile: Profile) -> &'static str {
    match profile {
        Profile::Kurz => words::SHORT,
        Profile::Lang => words::LONG,
    }
}
