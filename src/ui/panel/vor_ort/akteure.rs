//! The tab Akteure: organisations as a list or as a net, networks, and a form.

use super::{akteur_form, edit_from_list, in_row, net, pane, short_name};
use crate::domain::{Akteur, AkteurId, AreaId, Handlungsfeld, Netzwerk, NetzwerkId, ZusageState};
use crate::programme::{Contacts, actors_table};
use crate::project::{Command, VorOrtCommand};
use crate::text;
use crate::text::panel::vor_ort as common;
use crate::text::panel::vor_ort::akteure as words;
use crate::theme::space;
use crate::ui::selection::Selection;
use crate::ui::widget::badge::{Tone, field_tile};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::field::{Field, check_box};
use crate::ui::widget::notice::notice;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, Ui, vec2};

/// What the tab shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    List,
    Net,
    Networks,
}

/// State of the tab.
#[derive(Default)]
pub(super) struct Akteure {
    view: View,
    field: Option<Handlungsfeld>,
    with_contacts: bool,
    selection: Selection<AkteurId>,
    network: Selection<NetzwerkId>,
}

impl Akteure {
    /// Adds an organisation, or a network where these are in view, and selects it as soon as it is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx, area: AreaId) {
        if self.view == View::Networks {
            self.add_network(cx, area);
            return;
        }
        let own = cx.snapshot.vor_ort.akteure.iter().filter(|akteur| akteur.works_in(area));
        self.selection.await_new(own.map(|akteur| akteur.id));
        self.field = None;
        let akteur = Akteur::new(area, common::NEW_ACTOR);
        cx.outbox.command(Command::VorOrt(VorOrtCommand::AddAkteur(akteur)));
    }

    fn add_network(&mut self, cx: &mut PanelCx, area: AreaId) {
        let known = &cx.snapshot.vor_ort.netzwerke;
        self.network.await_new(networks(cx, area).iter().map(|network| network.id));
        let taken = |name: &String| known.iter().any(|network| network.name == *name);
        let name = (0..).map(words::new_network).find(|name| !taken(name)).unwrap_or_default();
        let netzwerk = Netzwerk {
            id: NetzwerkId(0),
            name,
            purpose: String::new(),
            members: Vec::new(),
            areas: vec![area],
            demonstration: false,
        };
        cx.outbox.command(Command::VorOrt(VorOrtCommand::AddNetzwerk(netzwerk)));
    }

    /// Shows an organisation in the list with its form.
    pub(super) fn open(&mut self, id: AkteurId) {
        self.view = View::List;
        self.field = None;
        self.selection.select(Some(id));
    }

    /// Shows a network with its form.
    pub(super) fn open_network(&mut self, id: NetzwerkId) {
        self.view = View::Networks;
        self.network.select(Some(id));
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.selection.forget_new();
        self.network.forget_new();
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        let all: Vec<&Akteur> = cx.snapshot.vor_ort.akteure.iter().filter(|akteur| akteur.works_in(area)).collect();
        if all.is_empty() && networks(cx, area).is_empty() {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                EmptyState::new(common::NO_ACTORS, common::NO_ACTORS_WHY).hint(common::BY_KEYS).show(ui);
            });
            return;
        }
        self.toolbar(ui, cx, &all);
        overdue(ui, cx);
        let wanted = |akteur: &&&Akteur| self.field.is_none_or(|field| akteur.handlungsfelder.contains(&field));
        let own: Vec<&Akteur> = all.iter().filter(wanted).copied().collect();
        match self.view {
            View::List => self.list(ui, cx, &own),
            View::Net => self.net(ui, cx, area, &own),
            View::Networks => self.networks(ui, cx, area),
        }
    }

    fn toolbar(&mut self, ui: &mut Ui, cx: &mut PanelCx, all: &[&Akteur]) {
        super::toolbar(ui, cx, "akteure-leiste", |ui, cx| {
            ui.spacing_mut().item_spacing.x = space::M;
            let views = [View::List, View::Net, View::Networks];
            let choices: Vec<(View, &str)> = views.into_iter().zip(words::VIEWS).collect();
            if let Some(view) = segment(ui, self.view, &choices) {
                self.view = view;
            }
            if self.view == View::Networks {
                return;
            }
            let fields: Vec<(Option<Handlungsfeld>, &str)> = std::iter::once((None, words::ALL_FIELDS))
                .chain(Handlungsfeld::ALL.map(|field| (Some(field), text::handlungsfeld_short(field))))
                .collect();
            let combo = Combo::new(words::FIELD_FILTER).compact().icon(icon::FUNNEL_SIMPLE).width(190.0);
            if let Some(field) = in_row(ui, 190.0, |ui| combo.show(ui, Some(&self.field), &fields)) {
                self.field = field;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.save(ui, cx, all));
        });
    }

    fn save(&mut self, ui: &mut Ui, cx: &mut PanelCx, all: &[&Akteur]) {
        let contacts = if self.with_contacts { Contacts::Include } else { Contacts::LeaveOut };
        if Button::icon_only(icon::EXPORT, words::SAVE_TABLE).compact().show(ui).clicked() {
            let table = actors_table(&cx.snapshot.data, &cx.snapshot.vor_ort, all, contacts);
            let area = cx.area().map_or("", |area| area.name.as_str());
            let file_name = format!("{} {area}", words::FILE_NAME);
            cx.outbox.push(Intent::SaveTable { file_name, table: Box::new(table) });
        }
        let asked = ui.scope(|ui| check_box(ui, self.with_contacts, words::WITH_CONTACTS));
        asked.response.on_hover_text(words::WITH_CONTACTS_HINT);
        if let Some(with) = asked.inner {
            self.with_contacts = with;
        }
    }

    /// The form of the selected organisation at the right.
    fn form(&mut self, ui: &mut Ui, cx: &mut PanelCx, own: &[&Akteur]) -> Option<usize> {
        let ids: Vec<AkteurId> = own.iter().map(|akteur| akteur.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(akteur) = selected.at.and_then(|at| own.get(at)) {
            if selected.is_new {
                Field::new(common::NAME, akteur.id).focus_all(ui, &akteur.name);
            }
            pane(ui, cx, "akteur", |ui, cx| akteur_form::show(ui, cx, akteur));
        }
        selected.at
    }

    fn list(&mut self, ui: &mut Ui, cx: &mut PanelCx, own: &[&Akteur]) {
        let selected = self.form(ui, cx, own);
        let contacts = if self.with_contacts { Contacts::Include } else { Contacts::LeaveOut };
        if cx.triggered(UiAction::CopyTable) {
            let table = actors_table(&cx.snapshot.data, &cx.snapshot.vor_ort, own, contacts);
            let (title, copied) = (words::FILE_NAME, table.tab_separated());
            let copied = picture::copied_records(cx.snapshot, cx.today, title, cx.focus.area, &copied);
            cx.outbox.push(Intent::Copy(copied));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if let Some(chosen) = list(ui, cx, own, selected) {
                self.selection.select(own.get(chosen).map(|akteur| akteur.id));
            }
        });
    }

    fn net(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId, own: &[&Akteur]) {
        let selected = self.form(ui, cx, own);
        let networks: Vec<Netzwerk> = networks(cx, area).into_iter().cloned().collect();
        let chosen = CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            net::show(ui, cx, own, &networks, selected.and_then(|at| own.get(at)).map(|akteur| akteur.id))
        });
        if let Some(id) = chosen.inner {
            self.selection.select(Some(id));
        }
    }

    fn networks(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        let own = networks(cx, area);
        let ids: Vec<NetzwerkId> = own.iter().map(|network| network.id).collect();
        let selected = self.network.settle(&ids);
        if let Some(network) = selected.at.and_then(|at| own.get(at)) {
            if selected.is_new {
                Field::new(common::NAME, network.id).focus_all(ui, &network.name);
            }
            pane(ui, cx, "netzwerk", |ui, cx| net::form(ui, cx, network));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if own.is_empty() {
                let state = EmptyState::new(words::NO_NETWORKS, words::NO_NETWORKS_WHY);
                let state = state.primary(icon::PLUS, words::ADD_NETWORK);
                if state.show(ui) == Some(EmptyChoice::Primary) && cx.writable() {
                    self.add_network(cx, area);
                }
            } else if let Some(chosen) = net::list(ui, cx, &own, selected.at) {
                self.network.select(ids.get(chosen).copied());
            }
        });
    }

    /// Whether the button of the head adds a network.
    pub(super) fn adds_network(&self) -> bool {
        self.view == View::Networks
    }
}

/// The networks that work in an area or have a member there.
fn networks<'a>(cx: &PanelCx<'a>, area: AreaId) -> Vec<&'a Netzwerk> {
    let site = &cx.snapshot.vor_ort;
    site.netzwerke.iter().filter(|network| site.works_in(network, area)).collect()
}

/// Says that data of persons are kept for too long, and removes them in one step.
fn overdue(ui: &mut Ui, cx: &mut PanelCx) {
    let persons = &cx.snapshot.vor_ort.kontaktpersonen;
    let number = persons.iter().filter(|person| person.is_overdue(cx.today)).count();
    if number == 0 {
        return;
    }
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 8));
    let panel = Panel::top("akteure-frist").resizable(false).show_separator_line(false).frame(frame);
    panel.show(ui, |ui| {
        let link = cx.writable().then_some(words::DELETE_OVERDUE);
        if notice(ui, Tone::Warn, &words::overdue(number), link) {
            cx.outbox.command(Command::VorOrt(VorOrtCommand::RemoveOverdueKontaktpersonen(cx.today)));
        }
    });
}

fn list(ui: &mut Ui, cx: &PanelCx, own: &[&Akteur], selected: Option<usize>) -> Option<usize> {
    let (wide, roomy) = (ui.available_width() > 760.0, ui.available_width() > 1000.0);
    let mut columns = vec![Column::text(words::ACTOR).flex(190.0), Column::text(common::ROLE).fixed(134.0)];
    if wide {
        columns.push(Column::text(words::TASK).flex(110.0));
    }
    columns.push(Column::text(words::FIELDS).fixed(92.0));
    columns.push(Column::text(words::LAST_CONTACT).fixed(112.0));
    columns.push(Column::text(words::OPEN).fixed(146.0));
    let table = DataTable::new("akteure", common::ACTORS, &columns).rows(own.len()).selected(selected);
    let response = table.show(ui, |index: usize, row: &mut Row<'_>| {
        let Some(akteur) = own.get(index) else { return };
        if akteur.demonstration {
            let mark = if roomy { common::EXAMPLE } else { "" };
            row.name_with_badge(short_name(&akteur.name), Tone::Warn, icon::FLASK, mark);
        } else {
            row.name(&akteur.name);
        }
        row.small(text::akteur_role(akteur.role));
        if wide {
            row.small(&akteur.task);
        }
        fields(row, &akteur.handlungsfelder);
        row.small(&words::day(akteur.last_contact()));
        let open = akteur.zusagen.iter().filter(|zusage| zusage.state == ZusageState::Angefragt).count();
        if akteur.contact_due(cx.today) {
            row.badge(Tone::Warn, icon::CLOCK_COUNTER_CLOCKWISE, words::CONTACT_DUE);
        } else if open > 0 {
            row.small(&words::open_promises(open));
        } else {
            row.empty();
        }
    });
    let edited = response.activated.and_then(|at| own.get(at));
    edit_from_list(ui, edited.map(|akteur| Field::new(common::NAME, akteur.id).id()));
    response.selected
}

fn fields(row: &mut Row<'_>, fields: &[Handlungsfeld]) {
    let spoken: Vec<&str> = fields.iter().map(|field| text::handlungsfeld_short(*field)).collect();
    row.paint(&spoken.join(", "), |ui, rect| {
        for (at, field) in (0_u8..).zip(fields) {
            field_tile(ui, rect.left_center() + vec2(9.0 + 21.0 * f32::from(at), 0.0), *field);
        }
    });
}

/// A heading of a part of a form.
pub(super) fn part(ui: &mut Ui, words: &str) {
    ui.add_space(space::S);
    label::section(ui, words);
}
