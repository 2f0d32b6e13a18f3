//! The place Handlungsprogramm: text bound to data, goals, measures, time and money of one Aktionsraum.

mod kette;
mod links;
mod lookup;
mod massnahmen;
mod pending;
mod points;
mod sums;
mod szenarien;
mod text;
mod zeitplan;
mod ziel_form;
mod ziele;

use crate::domain::{
    Area, AreaId, Handlungsprogramm, IndicatorId, MassnahmeId, PassageId, ProgrammeState, SectionKey, ZielId,
};
use crate::programme::Profile;
use crate::project::{Command, ProgrammeCommand};
use crate::text::panel::programm as words;
use crate::text::programme_state;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, menu_item};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::icon;
use crate::ui::{
    Entry, ExportOrder, Intent, PanelCx, ProgrammeView, Section, Toast, ToastKind, UiAction, ViewHeader, picture,
    section_label, selection,
};
use egui::{Popup, Ui};
use massnahmen::MassnahmenPart;
use text::TextPart;
use zeitplan::ZeitplanPart;
use ziele::ZielePart;

/// Above this width the head shows everything; below, the rest moves into a menu.
const WIDE_HEAD: f32 = 1060.0;
/// Below this width the head shows only tabs, menu and the primary button.
const NARROW_HEAD: f32 = 900.0;
/// Below this width the primary button is words alone.
const TIGHT_HEAD: f32 = 790.0;

const TABS: [(Tab, &str); 4] = [
    (Tab::Text, words::TAB_TEXT),
    (Tab::Ziele, words::TAB_GOALS),
    (Tab::Massnahmen, words::TAB_MEASURES),
    (Tab::Zeitplan, words::TAB_PLAN),
];

/// A part of the programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Text,
    Ziele,
    Massnahmen,
    Zeitplan,
}

/// What all parts look at: the stored programme and what was computed from it.
#[derive(Clone, Copy)]
struct Plan<'a> {
    programme: &'a Handlungsprogramm,
    area: &'a Area,
    view: Option<&'a ProgrammeView>,
    /// Why nothing can be changed.
    locked: Option<&'a str>,
}

/// A way from one part to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Jump {
    Section(SectionKey),
    /// A paragraph of a section.
    Passage(SectionKey, PassageId),
    /// The field of the planner's assessment.
    Assessment,
    Measure(MassnahmeId),
    /// The measure that is being created: the first beyond this one.
    NewMeasure(MassnahmeId),
    /// A new measure that answers this need.
    BeginMeasure(IndicatorId),
    Goal(ZielId),
    Goals,
    Measures,
    Plan,
}

/// The part in which an entry is edited; none for entries of other places.
fn jump_to(entry: Entry) -> Option<Jump> {
    match entry {
        Entry::Massnahme(id) => Some(Jump::Measure(id)),
        Entry::NeueMassnahme(after) => Some(Jump::NewMeasure(after)),
        Entry::Ziel(id) => Some(Jump::Goal(id)),
        Entry::Abschnitt(section) => Some(Jump::Section(section)),
        Entry::Angebot(_)
        | Entry::Akteur(_)
        | Entry::Netzwerk(_)
        | Entry::Aussage(_)
        | Entry::Aussagequelle(_)
        | Entry::Importquelle(_)
        | Entry::Veranstaltung(_)
        | Entry::Erfahrung(_)
        | Entry::Aktionsbuero
        | Entry::Fassung(_)
        | Entry::Wiedervorlage(_)
        | Entry::Gremium(_)
        | Entry::Beschluss(_)
        | Entry::Niederschrift(_)
        | Entry::Reiter(..) => None,
    }
}

/// State of the place: selection and text being typed.
#[derive(Default)]
pub struct ProgrammPanel {
    area: Option<AreaId>,
    tab: Tab,
    text: TextPart,
    ziele: ZielePart,
    massnahmen: MassnahmenPart,
    zeitplan: ZeitplanPart,
    /// The point of the check that was led to last.
    settled: u64,
}

impl ProgrammPanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let snapshot = cx.snapshot;
        let Some(area) = cx.focus.area.and_then(|id| snapshot.data.area(id)) else { return no_area(ui, cx) };
        if self.area != Some(area.id) {
            self.text.commit(cx);
            let (tab, settled) = (self.tab, self.settled);
            *self = ProgrammPanel { area: Some(area.id), tab, settled, ..ProgrammPanel::default() };
        }
        if let Some((number, check)) = cx.focus.to_settle.as_ref().filter(|(number, _)| *number > self.settled) {
            self.settled = *number;
            if let Some(jump) = points::follow(check, cx) {
                self.jump(jump, cx);
            }
        }
        let Some(programme) = snapshot.programme_of(area.id) else { return no_programme(ui, cx, area) };
        if let Some(jump) = cx.focus.wanted.and_then(jump_to) {
            selection::release_focus(ui);
            self.jump(jump, cx);
        }
        let view = cx.derived.programme.value.as_deref().filter(|view| view.area == Some(area.id));
        let plan = Plan { programme, area, view, locked: snapshot.read_only.as_deref() };
        if let Some(jump) = self.show_programme(ui, cx, plan) {
            self.jump(jump, cx);
        }
    }

    /// A step was refused: no entry is awaited any more.
    pub fn step_refused(&mut self) {
        self.massnahmen.step_refused();
        self.ziele.step_refused();
    }

    fn show_programme(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) -> Option<Jump> {
        if self.tab == Tab::Massnahmen && self.massnahmen.is_form_open(ui, plan) {
            return self.massnahmen.show_form(ui, cx, plan);
        }
        self.head(ui, cx, plan);
        match self.tab {
            Tab::Text => self.text.show(ui, cx, plan),
            Tab::Ziele => self.ziele.show(ui, cx, plan),
            Tab::Massnahmen => self.massnahmen.show_list(ui, cx, plan),
            Tab::Zeitplan => self.zeitplan.show(ui, cx, plan),
        }
    }

    fn jump(&mut self, jump: Jump, cx: &mut PanelCx) {
        self.text.commit(cx);
        match jump {
            Jump::Section(section) => {
                self.tab = Tab::Text;
                self.text.select(section);
            }
            Jump::Passage(section, passage) => {
                self.tab = Tab::Text;
                self.text.select_passage(section, passage);
            }
            Jump::Assessment => {
                self.tab = Tab::Text;
                self.text.select_assessment();
            }
            Jump::Measure(id) => {
                self.tab = Tab::Massnahmen;
                self.massnahmen.open(id);
            }
            Jump::NewMeasure(after) => {
                self.tab = Tab::Massnahmen;
                self.massnahmen.await_after(after);
            }
            Jump::BeginMeasure(need) => {
                if self.massnahmen.begin(cx, need) {
                    self.tab = Tab::Massnahmen;
                }
            }
            Jump::Goal(id) => {
                self.tab = Tab::Ziele;
                self.ziele.select(id);
            }
            Jump::Goals => self.tab = Tab::Ziele,
            Jump::Measures => {
                self.tab = Tab::Massnahmen;
                self.massnahmen.close();
            }
            Jump::Plan => self.tab = Tab::Zeitplan,
        }
    }

    fn head(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
        let labels = TABS.map(|(_, label)| label);
        let mut at = TABS.iter().position(|(tab, _)| *tab == self.tab).unwrap_or(0);
        let before = at;
        let width = ui.available_width();
        ViewHeader::new(section_label(Section::Handlungsprogramm)).tabs(&labels, &mut at).show(ui, cx, |ui, cx| {
            self.primary(ui, cx, plan, width < TIGHT_HEAD);
            self.more(ui, cx, plan, width);
            if width >= WIDE_HEAD {
                self.secondary(ui, cx, plan);
            }
            if width >= NARROW_HEAD {
                state(ui, cx, plan);
            }
        });
        if at != before {
            self.text.commit(cx);
            self.tab = TABS[at].0;
        }
    }

    fn primary(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, tight: bool) {
        let keys = UiAction::NewEntry.shortcut_text();
        let (label, symbol, keys) = match self.tab {
            Tab::Text | Tab::Zeitplan => (words::EXPORT, icon::FILE_DOC, ""),
            Tab::Ziele => (words::ADD_GOAL, icon::PLUS, keys.as_str()),
            Tab::Massnahmen => (words::ADD_MEASURE, icon::PLUS, keys.as_str()),
        };
        let mut button = Button::primary(label);
        if !keys.is_empty() {
            button = button.disabled_reason(plan.locked);
        }
        if !tight {
            button = button.icon(symbol);
        }
        if !tight && !keys.is_empty() {
            button = button.shortcut(keys);
        }
        let clicked = button.show(ui).clicked();
        let new = cx.triggered(UiAction::NewEntry) && plan.locked.is_none();
        match self.tab {
            Tab::Text => {
                if clicked {
                    self.text.commit(cx);
                    export(cx, plan, Profile::Lang);
                } else if new {
                    self.text.begin_passage();
                }
            }
            Tab::Zeitplan if clicked => export(cx, plan, Profile::Lang),
            Tab::Ziele if clicked || new => self.ziele.add(cx, plan),
            Tab::Massnahmen if clicked || new => self.massnahmen.add(cx, plan),
            Tab::Zeitplan | Tab::Ziele | Tab::Massnahmen => {}
        }
    }

    fn secondary(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
        match self.tab {
            Tab::Text => {
                let reason = text::draft_all_reason(plan);
                let button = Button::ghost(words::DRAFT_ALL).icon(icon::PENCIL_SIMPLE_LINE).disabled_reason(reason);
                if button.show(ui).clicked() {
                    text::draft_all(cx, plan);
                }
            }
            Tab::Massnahmen => {
                if Button::ghost(words::COPY_TABLE).icon(icon::COPY).show(ui).clicked() {
                    self.massnahmen.copy(cx, plan);
                }
            }
            Tab::Ziele => {
                let button = Button::ghost(words::ADD_LEITZIEL).icon(icon::TARGET).disabled_reason(plan.locked);
                if button.show(ui).clicked() {
                    self.ziele.add_leitziel(cx, plan);
                }
            }
            Tab::Zeitplan => {
                if Button::ghost(words::COPY_TABLE).icon(icon::COPY).show(ui).clicked() {
                    self.zeitplan.copy(cx, plan);
                }
            }
        }
    }

    /// Everything that the head has no room for.
    fn more(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, width: f32) {
        let button = Button::icon_only(icon::DOTS_THREE, words::MORE).show(ui);
        Popup::menu(&button).width(260.0).accessible_name(words::MORE).show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_min_width(220.0);
            if menu_item(ui, words::EXPORT, false, None) {
                self.text.commit(cx);
                export(cx, plan, Profile::Lang);
                ui.close();
            }
            if menu_item(ui, words::EXPORT_SHORT, false, None) {
                self.text.commit(cx);
                export(cx, plan, Profile::Kurz);
                ui.close();
            }
            let kept = cx.snapshot.verfahren.fassungen.iter().filter(|kept| kept.programme == plan.programme.id);
            if let Some(newest) = kept.max_by_key(|kept| (kept.kept_on, kept.id))
                && menu_item(ui, words::VERSIONS, false, None)
            {
                self.text.commit(cx);
                cx.open(Entry::Fassung(newest.id));
                ui.close();
            }
            if width < WIDE_HEAD {
                self.more_of_tab(ui, cx, plan);
            }
            if width < NARROW_HEAD && plan.locked.is_none() {
                for choice in ProgrammeState::ALL {
                    let current = choice == plan.programme.state;
                    if menu_item(ui, &words::set_state(programme_state(choice)), current, None) {
                        set_state(cx, plan, choice);
                        ui.close();
                    }
                }
            }
        });
    }

    fn more_of_tab(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
        match self.tab {
            Tab::Text => {
                if text::draft_all_reason(plan).is_none() && menu_item(ui, words::DRAFT_ALL, false, None) {
                    text::draft_all(cx, plan);
                    ui.close();
                }
            }
            Tab::Massnahmen => {
                if menu_item(ui, words::COPY_TABLE, false, None) {
                    self.massnahmen.copy(cx, plan);
                    ui.close();
                }
            }
            Tab::Ziele => {
                if plan.locked.is_none() && menu_item(ui, words::ADD_LEITZIEL, false, None) {
                    self.ziele.add_leitziel(cx, plan);
                    ui.close();
                }
            }
            Tab::Zeitplan => {
                if menu_item(ui, words::COPY_TABLE, false, None) {
                    self.zeitplan.copy(cx, plan);
                    ui.close();
                }
            }
        }
    }
}

fn state(ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
    let choices = ProgrammeState::ALL.map(|state| (state, programme_state(state)));
    let current = plan.programme.state;
    let width = 138.0;
    let combo = Combo::new(words::STATE).icon(icon::SEAL_CHECK).compact().width(width).disabled_reason(plan.locked);
    let chosen = in_row(ui, width, |ui| combo.show(ui, Some(&current), &choices));
    if let Some(chosen) = chosen.filter(|chosen| *chosen != current) {
        set_state(cx, plan, chosen);
    }
}

fn set_state(cx: &mut PanelCx, plan: Plan, state: ProgrammeState) {
    send(cx, ProgrammeCommand::SetState { programme: plan.programme.id, state });
}

fn send(cx: &mut PanelCx, command: ProgrammeCommand) {
    cx.outbox.command(Command::Programme(command));
}

fn export(cx: &mut PanelCx, plan: Plan, profile: Profile) {
    cx.outbox.push(Intent::Export(ExportOrder::word(vec![plan.area.id], profile)));
}

/// Gives a control its place in a row, so that it stands in the middle of its height.
fn in_row<R>(ui: &mut Ui, width: f32, show: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = egui::Layout::top_down(egui::Align::Min);
    ui.allocate_ui_with_layout(egui::vec2(width, crate::theme::control::COMPACT), layout, show).inner
}

/// Says that something is gone and offers the way back.
fn removed(cx: &mut PanelCx, title: &str) {
    let toast = Toast {
        kind: ToastKind::Done,
        title: title.to_owned(),
        detail: String::new(),
        reveal: None,
        offers_undo: true,
    };
    cx.outbox.push(Intent::Toast(toast));
}

fn info(cx: &mut PanelCx, title: &str, detail: &str) {
    let toast = Toast {
        kind: ToastKind::Info,
        title: title.to_owned(),
        detail: detail.to_owned(),
        reveal: None,
        offers_undo: false,
    };
    cx.outbox.push(Intent::Toast(toast));
}

fn copy_table(cx: &mut PanelCx, title: &str, plan: Plan, table: &str) {
    let area = Some(plan.programme.area);
    let copied = picture::copied_records(cx.snapshot, cx.today, title, area, table);
    cx.outbox.push(Intent::Copy(copied));
    cx.outbox.push(Intent::Toast(Toast::done(words::COPIED, words::COPIED_NOTE)));
}

fn no_area(ui: &mut Ui, cx: &mut PanelCx) {
    ViewHeader::new(section_label(Section::Handlungsprogramm)).show(ui, cx, |_, _| {});
    if cx.snapshot.data.areas.is_empty() {
        let empty = EmptyState::new(words::NO_AREA, words::NO_AREAS_WHY).primary(icon::TABLE, words::TO_DATA);
        if empty.show(ui) == Some(EmptyChoice::Primary) {
            cx.outbox.go_to(Section::Daten);
        }
        return;
    }
    let empty = EmptyState::new(words::NO_AREA, words::NO_AREA_WHY).primary(icon::SQUARES_FOUR, words::CHOOSE_AREA);
    if empty.show(ui) == Some(EmptyChoice::Primary) {
        cx.outbox.go_to(Section::Uebersicht);
    }
}

fn no_programme(ui: &mut Ui, cx: &mut PanelCx, area: &Area) {
    ViewHeader::new(section_label(Section::Handlungsprogramm)).show(ui, cx, |_, _| {});
    let title = words::no_programme(&area.name);
    let mut empty = EmptyState::new(&title, words::NO_PROGRAMME_WHY);
    match cx.snapshot.read_only.as_deref() {
        Some(reason) => empty = empty.hint(reason),
        None => empty = empty.primary(icon::PLUS, words::CREATE),
    }
    let chosen = empty.show(ui) == Some(EmptyChoice::Primary);
    if cx.writable() && (chosen || cx.triggered(UiAction::NewEntry)) {
        let first_year = cx.today.year() + 1;
        send(cx, ProgrammeCommand::Create { area: area.id, first_year, last_year: first_year + 2 });
    }
}
