//! What comes up again: the list of open or done entries, and a form.

use super::form::{self, area_combo, area_name, example, locked};
use crate::domain::{AreaId, NiederschriftId, Wiedervorlage, WiedervorlageId, WiedervorlageLink};
use crate::project::{Command, VerfahrenCommand};
use crate::text::panel::verfahren::entries as words;
use crate::text::{self, label as labels};
use crate::theme::TypeStyle;
use crate::ui::selection::Selection;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::{Field, check_box};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Entry, Intent, PanelCx, UiAction, picture};
use egui::{CentralPanel, Frame, Margin, Ui};

/// State of the tab.
#[derive(Default)]
pub(super) struct Wiedervorlagen {
    selection: Selection<WiedervorlageId>,
    done: bool,
}

impl Wiedervorlagen {
    /// Adds an entry for the current area, a week from today.
    pub(super) fn add(&mut self, cx: &mut PanelCx) {
        self.done = false;
        self.selection.await_new(cx.snapshot.verfahren.wiedervorlagen.iter().map(|entry| entry.id));
        let entry = Wiedervorlage {
            id: WiedervorlageId(0),
            date: cx.today.saturating_add(jiff::Span::new().days(7)),
            text: words::NEW_WIEDERVORLAGE.to_owned(),
            area: cx.focus.area,
            link: None,
            done: None,
            demonstration: false,
        };
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::AddWiedervorlage(entry)));
    }

    /// Shows this entry.
    pub(super) fn select(&mut self, id: WiedervorlageId) {
        self.done = false;
        self.selection.select(Some(id));
    }

    /// Shows this entry, be it open or done.
    pub(super) fn reveal(&mut self, cx: &PanelCx, id: WiedervorlageId) {
        let known = cx.snapshot.verfahren.wiedervorlagen.iter().find(|entry| entry.id == id);
        self.select(id);
        self.done = known.is_some_and(|entry| entry.done.is_some());
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.selection.forget_new();
    }

    /// Draws the tab; returns minutes that are to be shown.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId]) -> Option<NiederschriftId> {
        let mut minutes = None;
        let all = &cx.snapshot.verfahren.wiedervorlagen;
        let shown: Vec<&Wiedervorlage> = all.iter().filter(|entry| entry.done.is_some() == self.done).collect();
        let ids: Vec<WiedervorlageId> = shown.iter().map(|entry| entry.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(entry) = selected.at.and_then(|at| shown.get(at)) {
            if selected.is_new {
                Field::new(words::WHAT, entry.id).focus_all(ui, &entry.text);
            }
            form::pane(ui, cx, "wiedervorlage", |ui, cx| minutes = entry_form(ui, cx, areas, entry));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
                let choices = [(false, words::OPEN), (true, words::DONE)];
                if let Some(done) = segment(ui, self.done, &choices) {
                    self.done = done;
                }
            });
            if shown.is_empty() {
                EmptyState::new(words::WIEDERVORLAGEN_NONE, words::WIEDERVORLAGEN_WHY).plain().show(ui);
            } else if let Some(chosen) = list(ui, cx, &shown, selected.at) {
                self.selection.select(ids.get(chosen).copied());
            }
        });
        minutes
    }
}

fn list(ui: &mut Ui, cx: &mut PanelCx, shown: &[&Wiedervorlage], selected: Option<usize>) -> Option<usize> {
    let wide = ui.available_width() > 720.0;
    let mut columns = vec![
        Column::text(words::DUE).fixed(96.0),
        Column::text(words::WHAT).flex(220.0),
        Column::text(words::AREA).fixed(184.0),
    ];
    if wide {
        columns.push(Column::text(words::ABOUT).flex(110.0));
    }
    columns.push(Column::text(words::STATE).fixed(130.0));
    let table = DataTable::new("wiedervorlagen", words::WIEDERVORLAGEN, &columns)
        .rows(shown.len())
        .row_height(form::TWO_LINES)
        .selected(selected)
        .named_by(1);
    let reader: &PanelCx = cx;
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(entry) = shown.get(index) else { return };
        row.text(&text::date(entry.date));
        form::two_lines(row, &entry.text, TypeStyle::Body, entry.demonstration);
        row.small(area_name(reader, entry.area));
        if wide {
            let about = entry.link.map_or_else(String::new, |link| link_name(reader, link));
            form::two_lines(row, &about, TypeStyle::Small, false);
        }
        state(reader, entry, row);
    };
    let copied = reader.triggered(UiAction::CopyTable).then(|| table.tab_separated(&mut describe));
    let chosen = table.show(ui, describe).selected;
    if let Some(copied) = copied {
        let copied = picture::copied_records(cx.snapshot, cx.today, words::WIEDERVORLAGEN, None, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    chosen
}

fn state(cx: &PanelCx, entry: &Wiedervorlage, row: &mut Row<'_>) {
    let days = cx.today.until(entry.date).map_or(0, |span| span.get_days());
    match entry.done {
        Some(day) => row.badge(Tone::Ok, icon::CHECK, &text::date(day)),
        None if days < 0 => row.badge(Tone::Warn, icon::WARNING, &text::panel::verfahren::days(days)),
        None => row.small(&text::panel::verfahren::days(days)),
    }
}

/// What an entry is about: `M-07 Walking Bus`.
fn link_name(cx: &PanelCx, link: WiedervorlageLink) -> String {
    let snapshot = cx.snapshot;
    let found = match link {
        WiedervorlageLink::Massnahme(id) => {
            let mut all = snapshot.programmes.iter().flat_map(|programme| &programme.massnahmen);
            all.find(|known| known.id == id)
                .map(|known| format!("{} {}", labels::massnahme_number(known.number), known.titel))
        }
        WiedervorlageLink::Angebot(id) => {
            snapshot.vor_ort.angebote.iter().find(|known| known.id == id).map(|known| known.name.clone())
        }
        WiedervorlageLink::Passage(id) => {
            let mut all = snapshot.programmes.iter().flat_map(|programme| &programme.passages);
            let found = all.find(|known| known.id == id);
            found.and_then(|known| {
                let entry = crate::programme::outline().iter().find(|entry| entry.section == Some(known.section))?;
                Some(words::passage(entry.number))
            })
        }
        WiedervorlageLink::Niederschrift(id) => {
            let all = &snapshot.verfahren.niederschriften;
            all.iter().find(|known| known.id == id).map(|known| words::minutes(known.date))
        }
    };
    found.unwrap_or_default()
}

/// What an entry of an area may be about.
fn links_of(cx: &PanelCx, area: Option<AreaId>) -> Vec<(Option<WiedervorlageLink>, String)> {
    let snapshot = cx.snapshot;
    let programme = area.and_then(|area| snapshot.programme_of(area));
    let massnahmen = programme.into_iter().flat_map(|programme| &programme.massnahmen);
    let passages = programme.into_iter().flat_map(|programme| &programme.passages);
    let angebote = snapshot.vor_ort.angebote.iter().filter(|angebot| Some(angebot.area) == area);
    let minutes = snapshot.verfahren.niederschriften.iter().filter(|entry| entry.area == area);
    let links = massnahmen
        .map(|known| WiedervorlageLink::Massnahme(known.id))
        .chain(angebote.map(|known| WiedervorlageLink::Angebot(known.id)))
        .chain(minutes.map(|known| WiedervorlageLink::Niederschrift(known.id)))
        .chain(passages.map(|known| WiedervorlageLink::Passage(known.id)));
    let named = links.map(|link| {
        let (kind, name) = (text::wiedervorlage_link(link), link_name(cx, link));
        (Some(link), if name.starts_with(kind) { name } else { format!("{kind}: {name}") })
    });
    std::iter::once((None, words::NO_LINK.to_owned())).chain(named).collect()
}

fn entry_form(ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId], entry: &Wiedervorlage) -> Option<NiederschriftId> {
    let mut minutes = None;
    let (id, locked) = (entry.id, locked(cx));
    let mut changed = entry.clone();
    label::h3(ui, &entry.text);
    example(ui, entry.demonstration);
    form::needed(ui, words::WHAT, id, 2, locked, &mut changed.text);
    let due = Field::new(words::DUE, id).width(130.0).never_empty().disabled_reason(locked);
    if let Some(date) = due.show_date(ui, Some(entry.date)).set() {
        changed.date = date;
    }
    if let Some(area) = area_combo(ui, cx, areas, entry.area) {
        changed.area = area;
        changed.link = None;
    }
    let width = ui.available_width();
    let links = links_of(cx, entry.area);
    let combo = Combo::new(words::ABOUT).with_label().width(width).disabled_reason(locked);
    if let Some(link) = combo.show(ui, Some(&entry.link), &links) {
        changed.link = link;
    }
    if let Some(link) = entry.link
        && Button::link(words::TO_LINK).icon(icon::ARROW_RIGHT).show(ui).clicked()
    {
        minutes = go_to(cx, entry.area, link);
    }
    if let Some(done) = check_box(ui, entry.done.is_some(), words::IS_DONE)
        && locked.is_none()
    {
        changed.done = done.then_some(cx.today);
    }
    if changed != *entry {
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::UpdateWiedervorlage(changed)));
    }
    if form::remove(ui, words::REMOVE, locked) {
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::RemoveWiedervorlage(id)));
    }
    minutes
}

/// Goes where the link leads; minutes are in another tab of this place.
fn go_to(cx: &mut PanelCx, area: Option<AreaId>, link: WiedervorlageLink) -> Option<NiederschriftId> {
    match link {
        WiedervorlageLink::Massnahme(id) => cx.open(Entry::Massnahme(id)),
        WiedervorlageLink::Angebot(id) => cx.open(Entry::Angebot(id)),
        WiedervorlageLink::Passage(id) => {
            let mut programmes = cx.snapshot.programmes.iter();
            let found = programmes.find_map(|programme| {
                let passage = programme.passages.iter().find(|passage| passage.id == id)?;
                Some((programme.area, passage.section))
            });
            if let Some((area, section)) = found {
                cx.outbox.open(area, Entry::Abschnitt(section));
            }
        }
        WiedervorlageLink::Niederschrift(id) => {
            if let Some(area) = area {
                cx.outbox.push(Intent::SelectArea(area));
            }
            return Some(id);
        }
    }
    None
}
