//! The Aktionsbüro of the current area: common core and local cut beside the needs, profile and week at the right.

mod compare;
mod offers;
mod profile;
mod week;

use super::{example, locked};
use crate::domain::{Aktionsbuero, AreaId, Bueroangebot, SectionKey};
use crate::programme::{OfficeNeed, office_catalogue, office_needs};
use crate::project::{AktionsbueroCommand, Command, ProgrammeCommand};
use crate::text;
use crate::text::panel::aktionsbuero as words;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Inspected, Intent, PanelCx, Toast, UiAction, picture};
use egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, ScrollArea, Ui, vec2};

const PANE: f32 = 356.0;
const NARROW_PANE: f32 = 312.0;

/// State of the tab.
#[derive(Default)]
pub(super) struct AktionsbueroTab {
    comparing: bool,
    editing_profile: bool,
    /// The offer being edited, by its place in the office.
    offer: Option<(AreaId, usize)>,
}

impl AktionsbueroTab {
    /// A new office, or a new offer of the office that is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx, area: AreaId) {
        self.comparing = false;
        let Some(office) = cx.snapshot.vor_ort.aktionsbuero_of(area) else { return create(cx, area) };
        let mut changed = office.clone();
        changed.offers.push(Bueroangebot { title: words::NEW_OFFER.to_owned(), ..Bueroangebot::default() });
        self.offer = Some((area, changed.offers.len() - 1));
        update(cx, changed);
    }

    /// Shows the office of the area.
    pub(super) fn open(&mut self) {
        self.comparing = false;
    }

    /// The buttons of the head, from the right.
    pub(super) fn buttons(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId, narrow: bool) {
        if cx.snapshot.vor_ort.aktionsbuero_of(area).is_some() && !self.comparing {
            take_over(ui, cx, area, narrow);
        }
        if self.comparing {
            if Button::ghost(words::BACK).icon(icon::ARROW_LEFT).show(ui).clicked() {
                self.comparing = false;
            }
        } else if !cx.snapshot.vor_ort.aktionsbueros.is_empty() {
            let words = if narrow { words::COMPARE_SHORT } else { words::COMPARE };
            if Button::ghost(words).icon(icon::COLUMNS).hint(words::COMPARE).show(ui).clicked() {
                self.comparing = true;
            }
        }
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        if self.comparing {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| compare::show(ui, cx));
            return;
        }
        let snapshot = cx.snapshot;
        let Some(office) = snapshot.vor_ort.aktionsbuero_of(area) else { return empty(ui, cx, area) };
        let needs = office_needs(&snapshot.data, cx.derived.ranking(), area, office);
        self.side(ui, cx, office);
        let mut changed = office.clone();
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            ScrollArea::vertical().id_salt(("buero", area)).auto_shrink([false, false]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let mut offer = self.offer.filter(|(of, _)| *of == area).map(|(_, at)| at);
                offers::show(ui, cx, (office, &needs), &mut changed, &mut offer);
                self.offer = offer.map(|at| (area, at));
                reason(ui, cx, office, &mut changed);
            });
        });
        if changed != *office {
            update(cx, changed);
        }
    }

    /// The pane at the right: profile, week, what the office does not do.
    fn side(&mut self, ui: &mut Ui, cx: &mut PanelCx, office: &Aktionsbuero) {
        let width = if ui.available_width() < 1100.0 { NARROW_PANE } else { PANE };
        let frame =
            Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin { left: 14, right: 6, top: 0, bottom: 12 });
        let pane = Panel::right("buero-steckbrief").exact_size(width).resizable(false).show_separator_line(false);
        pane.frame(frame).show(ui, |ui| {
            let rect = ui.max_rect().expand2(vec2(14.0, 12.0));
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            profile::head(ui, cx, office, &mut self.editing_profile);
            ScrollArea::vertical().id_salt("steckbrief").auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 8.0);
                ui.spacing_mut().item_spacing.y = 8.0;
                if self.editing_profile {
                    profile::edit(ui, cx, office);
                } else {
                    profile::view(ui, cx, office);
                }
            });
        });
    }
}

/// Draws section 6 up anew from the office.
fn take_over(ui: &mut Ui, cx: &mut PanelCx, area: AreaId, narrow: bool) {
    let snapshot = cx.snapshot;
    let programme = snapshot.programme_of(area);
    let view = cx.derived.programme.value.as_deref().filter(|view| view.area == Some(area));
    let drafts = view.and_then(|view| view.drafts.get(&SectionKey::Aktionsbuero));
    let reason = locked(cx)
        .or(programme.is_none().then_some(words::NO_PROGRAMME))
        .or(drafts.is_none().then_some(words::NOT_COMPUTED));
    let mut button = Button::primary(words::TAKE_OVER).disabled_reason(reason);
    if !narrow {
        button = button.icon(icon::NOTE_PENCIL);
    }
    let clicked = button.show(ui).clicked();
    if let (true, Some(programme), Some(drafts)) = (clicked, programme, drafts) {
        let sections = vec![SectionKey::Aktionsbuero];
        let command = ProgrammeCommand::Draft { programme: programme.id, sections, passages: drafts.clone() };
        cx.outbox.command(Command::Programme(command));
        cx.outbox.push(Intent::Toast(Toast::done(words::TAKEN_OVER, words::TAKEN_OVER_NOTE)));
    }
}

fn create(cx: &mut PanelCx, area: AreaId) {
    let office = office_catalogue().office(&cx.snapshot.data, area);
    cx.outbox.command(Command::Aktionsbuero(AktionsbueroCommand::Add(office)));
}

fn update(cx: &mut PanelCx, office: Aktionsbuero) {
    cx.outbox.command(Command::Aktionsbuero(AktionsbueroCommand::Update(office)));
}

fn empty(ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
    let mut state = EmptyState::new(words::NO_OFFICE, words::NO_OFFICE_WHY);
    match locked(cx) {
        Some(reason) => state = state.hint(reason),
        None => state = state.primary(icon::PLUS, words::CREATE),
    }
    if state.show(ui) == Some(EmptyChoice::Primary) {
        create(cx, area);
    }
}

/// A heading of the middle, 36 high; `right` is laid out from the right.
fn block_head(ui: &mut Ui, cx: &mut PanelCx, title: &str, note: &str, right: impl FnOnce(&mut Ui, &mut PanelCx)) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), egui::Sense::hover());
    let tokens = cx.tokens;
    ui.painter().rect_filled(rect, 0.0, color32(tokens.surface));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line));
    let inner = rect.shrink2(vec2(space::L, 0.0));
    let builder =
        egui::UiBuilder::new().id_salt(("kopf", title)).max_rect(inner).layout(Layout::right_to_left(Align::Center));
    let mut head = ui.new_child(builder);
    right(&mut head, cx);
    head.with_layout(Layout::left_to_right(Align::Center), |ui| {
        label::h3(ui, title);
        ui.add(egui::Label::new(rich(note, TypeStyle::Small, tokens.text2)).truncate());
    });
}

/// The needs of the area with the offers that answer them.
fn needs_block(ui: &mut Ui, cx: &mut PanelCx, office: &Aktionsbuero, needs: &[OfficeNeed]) {
    block_head(ui, cx, words::NEEDS, words::NEEDS_NOTE, |_, _| {});
    if needs.is_empty() {
        let sentence = if cx.derived.ranking().is_none() { words::NO_RANKING } else { words::NO_NEEDS };
        Frame::NONE.inner_margin(Margin::symmetric(12, 10)).show(ui, |ui| label::hint(ui, sentence));
        return;
    }
    let columns = [
        Column::text(words::NEED).flex(150.0),
        Column::number(words::HERE).fixed(104.0),
        Column::number(words::CITY).fixed(104.0),
        Column::text(words::ANSWERED_BY).flex(170.0),
    ];
    let period = cx.derived.ranking().map(|ranking| ranking.run.period);
    let mut inspect = None;
    let table = DataTable::new("buero-bedarfe", words::NEEDS, &columns).rows(needs.len()).fit();
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(need) = needs.get(index) else { return };
        row.name(&need.indicator.name);
        let print = |observation: Option<crate::domain::Observation>| {
            observation.map_or_else(String::new, |one| match one.value {
                Some(value) => text::value_with_unit(value, need.indicator.decimals, &need.indicator.unit),
                None => text::status_sign(one.status).to_owned(),
            })
        };
        let here = print(need.here);
        row.widget(&here, |ui, _| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let (true, Some(period)) = (Button::link(&here).show(ui).clicked(), period) {
                    inspect = Some(Inspected::Value { indicator: need.indicator.id, area: office.area, period });
                }
            });
        });
        row.small(&print(need.city));
        let offers: Vec<&str> =
            need.offers.iter().filter_map(|at| office.offers.get(*at)).map(|offer| offer.title.as_str()).collect();
        if offers.is_empty() {
            row.badge(Tone::Warn, icon::WARNING, words::WITHOUT_OFFER);
        } else {
            row.small(&offers.join(", "));
        }
    };
    if cx.actions.contains(&UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), cx.focus.area, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    table.show(ui, describe);
    if let Some(inspected) = inspect {
        cx.outbox.push(Intent::Inspect(inspected));
    }
}

/// Why the office offers this here; the draft is not complete without it.
fn reason(ui: &mut Ui, cx: &PanelCx, office: &Aktionsbuero, changed: &mut Aktionsbuero) {
    Frame::NONE.inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        example(ui, office.demonstration);
        let missing = office.reason.trim().is_empty().then_some(words::REASON_MISSING);
        let field = Field::new(words::REASON, office.id).required().rows(4).error(missing).disabled_reason(locked(cx));
        if let Edit::Set(reason) = field.show_text(ui, &office.reason) {
            changed.reason = reason;
        }
    });
}
