//! The place Vor Ort: services, actors, participation, experience and the Aktionsbüro of the current area.

mod akteur_form;
mod akteure;
mod aktionsbuero;
mod angebot_form;
mod angebote;
mod aussagen;
mod beteiligung;
mod cards;
mod erfahrungen;
mod evidence;
mod import_preview;
mod katalog;
mod matrix;
mod measures;
mod net;
mod results;
mod swot;
mod veranstaltungen;

use crate::domain::AreaId;
use crate::programme::services_table;
use crate::text::panel::erfahrungen as erfahrungen_words;
use crate::text::panel::vor_ort as words;
use crate::theme::{TypeStyle, control, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::focus_list;
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{
    Entry, Intent, PanelCx, Section, ServicesIntent, UiAction, ViewHeader, aktionsraeume, section_label, selection,
};
use egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Ui, vec2};
use std::fmt::Debug;
use std::hash::Hash;

/// State of the place: what is in view and what is selected.
#[derive(Default)]
pub struct VorOrtPanel {
    tab: usize,
    angebote: angebote::Angebote,
    akteure: akteure::Akteure,
    beteiligung: beteiligung::Beteiligung,
    erfahrungen: erfahrungen::Erfahrungen,
    aktionsbuero: aktionsbuero::AktionsbueroTab,
    preview: import_preview::ImportPreview,
}

const ANGEBOTE: usize = 0;
const AKTEURE: usize = 1;
const BETEILIGUNG: usize = 2;
const ERFAHRUNGEN: usize = 3;
const AKTIONSBUERO: usize = 4;
const PANE: f32 = 332.0;
/// Below this width the head of the Aktionsbüro shortens its buttons.
const NARROW_HEAD: f32 = 1100.0;

impl VorOrtPanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let Some(area) = cx.area().map(|area| area.id) else {
            ViewHeader::new(section_label(Section::VorOrt)).show(ui, cx, |_, _| {});
            let state = EmptyState::new(words::NO_AREA_TITLE, words::NO_AREA_WHY).primary(icon::TABLE, words::TO_DATA);
            if state.show(ui).is_some() {
                cx.outbox.go_to(Section::Daten);
            }
            return;
        };
        if let Some(view) = cx.derived.services.clone() {
            self.preview.show(ui, cx, &view);
            return;
        }
        if let Some(entry) = cx.focus.wanted {
            selection::release_focus(ui);
            self.open(entry);
        }
        let clicked = self.head(ui, cx, area);
        if clicked || (cx.triggered(UiAction::NewEntry) && cx.writable()) {
            selection::release_focus(ui);
            match self.tab {
                ANGEBOTE => self.angebote.add(cx, area),
                AKTEURE => self.akteure.add(cx, area),
                BETEILIGUNG => self.beteiligung.add(cx, area),
                ERFAHRUNGEN => self.erfahrungen.add(cx),
                _ => self.aktionsbuero.add(cx, area),
            }
        }
        match self.tab {
            ANGEBOTE => self.angebote.show(ui, cx, area),
            AKTEURE => self.akteure.show(ui, cx, area),
            BETEILIGUNG => self.beteiligung.show(ui, cx, area),
            ERFAHRUNGEN => self.erfahrungen.show(ui, cx, area),
            _ => self.aktionsbuero.show(ui, cx, area),
        }
    }

    /// A step was refused: no entry is awaited any more.
    pub fn step_refused(&mut self) {
        self.angebote.step_refused();
        self.akteure.step_refused();
        self.beteiligung.step_refused();
        self.erfahrungen.step_refused();
    }

    /// Brings an entry into view.
    fn open(&mut self, entry: Entry) {
        match entry {
            Entry::Angebot(id) => {
                self.tab = ANGEBOTE;
                self.angebote.open(id);
            }
            Entry::Akteur(id) => {
                self.tab = AKTEURE;
                self.akteure.open(id);
            }
            Entry::Netzwerk(id) => {
                self.tab = AKTEURE;
                self.akteure.open_network(id);
            }
            Entry::Aussage(id) => {
                self.tab = BETEILIGUNG;
                self.beteiligung.open_statement(id);
            }
            Entry::Aussagequelle(id) => {
                self.tab = BETEILIGUNG;
                self.beteiligung.open_source(id);
            }
            Entry::Veranstaltung(id) => {
                self.tab = BETEILIGUNG;
                self.beteiligung.open_event(id);
            }
            Entry::Erfahrung(id) => {
                self.tab = ERFAHRUNGEN;
                self.erfahrungen.open(id);
            }
            Entry::Aktionsbuero => {
                self.tab = AKTIONSBUERO;
                self.aktionsbuero.open();
            }
            Entry::Massnahme(_)
            | Entry::NeueMassnahme(_)
            | Entry::Ziel(_)
            | Entry::Abschnitt(_)
            | Entry::Importquelle(_)
            | Entry::Fassung(_)
            | Entry::Wiedervorlage(_)
            | Entry::Gremium(_)
            | Entry::Beschluss(_)
            | Entry::Niederschrift(_)
            | Entry::Reiter(..) => {}
        }
    }

    fn head(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) -> bool {
        if self.tab == AKTIONSBUERO {
            let (tab, office) = (&mut self.tab, &mut self.aktionsbuero);
            let header = ViewHeader::new(section_label(Section::VorOrt)).tabs(&words::TABS, tab);
            let narrow = ui.available_width() < NARROW_HEAD;
            header.show(ui, cx, |ui, cx| office.buttons(ui, cx, area, narrow));
            return false;
        }
        let label = match self.tab {
            ANGEBOTE => words::ADD_SERVICE,
            AKTEURE if self.akteure.adds_network() => words::akteure::ADD_NETWORK,
            AKTEURE => words::ADD_ACTOR,
            BETEILIGUNG => self.beteiligung.adds(),
            _ => erfahrungen_words::ADD,
        };
        let mut clicked = false;
        let tab = self.tab;
        // No line about the area: the tabs stay where they are, whichever is open; the status bar counts.
        let header = ViewHeader::new(section_label(Section::VorOrt)).tabs(&words::TABS, &mut self.tab);
        header.show(ui, cx, |ui, cx| {
            let keys = UiAction::NewEntry.shortcut_text();
            let reason = cx.disabled_reason(UiAction::NewEntry);
            let button = Button::primary(label).icon(icon::PLUS).shortcut(&keys).disabled_reason(reason);
            clicked = button.show(ui).clicked();
            if tab == ANGEBOTE {
                service_buttons(ui, cx, area);
            }
        });
        clicked
    }
}

/// What else can be done with services: reading a stock of them, saving them.
fn service_buttons(ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
    let read =
        Button::ghost(words::angebote::READ_STOCK).icon(icon::DOWNLOAD_SIMPLE).hint(words::angebote::READ_STOCK_HINT);
    if read.disabled_reason(locked(cx)).show(ui).clicked() {
        cx.outbox.push(Intent::Services(ServicesIntent::Choose));
    }
    let own_services: Vec<_> = cx.snapshot.vor_ort.angebote.iter().filter(|angebot| angebot.serves(area)).collect();
    let save = Button::icon_only(icon::EXPORT, words::angebote::SAVE_TABLE);
    if !own_services.is_empty() && save.show(ui).clicked() {
        let table = services_table(&cx.snapshot.data, &own_services);
        let name = cx.area().map_or("", |area| area.name.as_str());
        let file_name = format!("{} {name}", words::angebote::FILE_NAME);
        cx.outbox.push(Intent::SaveTable { file_name, table: Box::new(table) });
    }
}

/// A name without the mark of the example, where the mark stands beside it or there is no room.
fn short_name(name: &str) -> &str {
    name.strip_suffix(words::EXAMPLE_ENDING).unwrap_or(name)
}

/// Enter or a double click in a list goes on in the first field of the form.
fn edit_from_list(ui: &Ui, field: Option<egui::Id>) {
    if let Some(field) = field {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
}

/// The areas of an entry, its own first; returns them where they change. An entry that needs one keeps its last one.
fn areas_field(
    ui: &mut Ui,
    cx: &PanelCx,
    of: impl Hash + Debug,
    (name, needs_one): (&str, bool),
    chosen: &[AreaId],
) -> Option<Vec<AreaId>> {
    label::small(ui, name);
    let locked = locked(cx);
    let name = |id: AreaId| cx.snapshot.data.area(id).map_or("", |area| area.name.as_str());
    let last = (needs_one && chosen.len() == 1).then_some(words::LAST_AREA);
    let mut changed = chosen.to_vec();
    for id in chosen {
        ui.horizontal(|ui| {
            let words = words::remove_area(name(*id));
            if Button::icon_only(icon::X, &words).compact().disabled_reason(locked.or(last)).show(ui).clicked() {
                changed.retain(|other| other != id);
            }
            label::elided(ui, name(*id), TypeStyle::Body);
        });
    }
    let free: Vec<(AreaId, &str)> =
        aktionsraeume(cx.snapshot).into_iter().filter(|id| !chosen.contains(id)).map(|id| (id, name(id))).collect();
    let combo = Combo::new(words::angebote::ADD_AREA).of(of).empty(words::angebote::ADD_AREA).disabled_reason(locked);
    changed.extend(combo.width(ui.available_width()).show(ui, None, &free));
    (changed != chosen).then_some(changed)
}

/// The pane in which an entry is edited.
fn pane(ui: &mut Ui, cx: &mut PanelCx, id: &'static str, show: impl FnOnce(&mut Ui, &mut PanelCx)) {
    let frame =
        Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin { left: 14, right: 6, top: 12, bottom: 12 });
    let pane = Panel::right(id).exact_size(PANE).resizable(false).show_separator_line(false);
    pane.frame(frame).show(ui, |ui| {
        let rect = ui.max_rect().expand2(vec2(14.0, 12.0));
        ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
        ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, |ui| {
            paint::within_width(ui, ui.available_width() - 8.0, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                show(ui, cx);
            });
        });
    });
}

/// A bar below the head, 36 high, with the line below.
fn toolbar(ui: &mut Ui, cx: &mut PanelCx, id: &'static str, show: impl FnOnce(&mut Ui, &mut PanelCx)) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 0));
    Panel::top(id).exact_size(36.0).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        let rect = ui.max_rect().expand2(vec2(12.0, 0.0));
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| show(ui, cx));
    });
}

/// Gives a control its place in a row, so that it stands in the middle of its height.
fn in_row<R>(ui: &mut Ui, width: f32, show: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(width, control::COMPACT), layout, show).inner
}

/// Mark of an invented entry.
fn example(ui: &mut Ui, demonstration: bool) {
    if demonstration {
        badge(ui, Tone::Warn, icon::FLASK, words::EXAMPLE).on_hover_text(words::EXAMPLE_HINT);
    }
}

/// Why nothing can be changed.
fn locked(cx: &PanelCx) -> Option<&'static str> {
    cx.disabled_reason(UiAction::NewEntry)
}

/// The button below a form; returns whether it was clicked.
fn remove(ui: &mut Ui, cx: &PanelCx, words: &str) -> bool {
    ui.add_space(4.0);
    label::rule(ui);
    let clicked = Button::ghost(words).icon(icon::TRASH).compact().disabled_reason(locked(cx)).show(ui).clicked();
    if clicked {
        focus_list(ui.ctx());
    }
    clicked
}
