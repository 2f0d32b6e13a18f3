//! What the matrix comes to: gaps, overlaps, fundings that end, each with what can be done; and an overlap or gap in
//! detail, with its services side by side and the planner's reason.

use super::{angebote, locked, short_name};
use crate::domain::{
    Angebot, AngebotId, AreaId, Bezug, Counterpart, FundingTerm, HandlungsprogrammId, Massnahme, MassnahmeId,
    Wiedervorlage, WiedervorlageId, WiedervorlageLink,
};
use crate::programme::{Coverage, CoverageRow, CoverageState, measure_for_gap};
use crate::project::{Command, ProgrammeCommand, VerfahrenCommand};
use crate::text;
use crate::text::panel::vor_ort as common;
use crate::text::panel::vor_ort::angebote as words;
use crate::text::report::coverage as sentences;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Entry, PanelCx};
use egui::{Align, Frame, Label, Layout, Margin, Panel, ScrollArea, Ui, UiBuilder, vec2};
use jiff::ToSpan as _;

const HEIGHT: f32 = 126.0;
const LOW: f32 = 104.0;
const DETAIL: f32 = 224.0;

/// The three cards; returns what the planner wants to see in detail.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut PanelCx,
    area: AreaId,
    coverage: &Coverage,
    rows: &[&CoverageRow],
    selected: Option<&Bezug>,
) -> Option<Bezug> {
    let height = if ui.available_height() < 480.0 { LOW } else { HEIGHT };
    let frame = Frame::NONE.fill(color32(cx.tokens.sunken));
    let panel = Panel::bottom("deckung-karten").exact_size(height).resizable(false).show_separator_line(false);
    let mut wanted = None;
    panel.frame(frame).show(ui, |ui| {
        let rect = ui.max_rect();
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.frame));
        let width = (rect.width() / 3.0).floor();
        let card = |ui: &mut Ui, cx: &mut PanelCx, at: u8, contents: &mut dyn FnMut(&mut Ui, &mut PanelCx)| {
            let left = rect.left() + width * f32::from(at);
            if at > 0 {
                ui.painter().vline(left.round() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            }
            let place = egui::Rect::from_min_size(egui::pos2(left, rect.top()), vec2(width, rect.height()));
            let inner = place.shrink2(vec2(space::L, space::M));
            let mut ui = ui.new_child(UiBuilder::new().id_salt(("karte", at)).max_rect(inner));
            ui.spacing_mut().item_spacing.y = space::XS;
            contents(&mut ui, cx);
        };
        card(ui, cx, 0, &mut |ui, cx| wanted = gaps(ui, cx, area, rows, selected).or(wanted.take()));
        card(ui, cx, 1, &mut |ui, cx| wanted = overlaps(ui, cx, area, coverage, rows, selected).or(wanted.take()));
        card(ui, cx, 2, &mut |ui, cx| endings(ui, cx, coverage));
    });
    wanted
}

/// The rows of a card: what is open, and how many have a reason.
struct Found<'a> {
    open: Vec<&'a CoverageRow>,
    settled: usize,
    /// The row that the buttons act on: the selected one if it is of this kind, else the first open one.
    target: Option<&'a CoverageRow>,
}

impl<'a> Found<'a> {
    fn of(rows: &[&'a CoverageRow], state: CoverageState, selected: Option<&Bezug>) -> Found<'a> {
        let all: Vec<&CoverageRow> = rows.iter().filter(|row| row.state == state).copied().collect();
        let mut open: Vec<&CoverageRow> = all.iter().filter(|row| row.is_open(state)).copied().collect();
        if state == CoverageState::Luecke {
            // What nothing answers comes first, then the strongest.
            open.sort_by(|a, b| {
                let unanswered = b.is_unanswered().cmp(&a.is_unanswered());
                unanswered.then(b.z.unwrap_or(0.0).total_cmp(&a.z.unwrap_or(0.0)))
            });
        }
        let chosen = all.iter().find(|row| Some(&row.bezug) == selected);
        Found { settled: all.len() - open.len(), target: chosen.or(open.first()).copied(), open }
    }

    /// What the button says that leads to the reason.
    fn reason_words(&self) -> &'static str {
        let given = self.target.is_some_and(|row| !row.reason.trim().is_empty());
        if given { words::CHANGE_REASON } else { words::GIVE_REASON }
    }
}

fn sentence(ui: &mut Ui, cx: &PanelCx, words: &str, room: f32) {
    ScrollArea::vertical().id_salt("satz").max_height(room).min_scrolled_height(0.0).auto_shrink([false, true]).show(
        ui,
        |ui| {
            ui.add(Label::new(rich(words, TypeStyle::Small, cx.tokens.text)).wrap());
        },
    );
}

/// Height that is left for words above the buttons.
fn room(ui: &Ui) -> f32 {
    (ui.available_height() - 34.0).max(18.0)
}

fn gaps(ui: &mut Ui, cx: &mut PanelCx, area: AreaId, rows: &[&CoverageRow], selected: Option<&Bezug>) -> Option<Bezug> {
    let found = Found::of(rows, CoverageState::Luecke, selected);
    let (open, row) = (&found.open, found.target);
    let tone = if open.is_empty() { Tone::Ok } else { Tone::Warn };
    badge(ui, tone, if open.is_empty() { icon::CHECK } else { icon::WARNING }, &words::gaps(open.len()));
    let space_left = room(ui);
    sentence(ui, cx, &gap_words(&found), space_left);
    let mut wanted = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let programme = cx.snapshot.programme_of(area);
        let reason = match (row, programme) {
            (None, _) => Some(words::NO_GAP),
            (Some(_), None) => Some(words::NO_PROGRAMME),
            (Some(_), Some(_)) => locked(cx),
        };
        let create = Button::secondary(words::NEW_MEASURE).icon(icon::PLUS).compact().disabled_reason(reason);
        if let (true, Some(row), Some(programme)) = (create.show(ui).clicked(), row, programme) {
            begin_measure(cx, area, programme.id, row);
        }
        let reason = row.is_none().then_some(words::NO_GAP);
        if Button::secondary(found.reason_words()).compact().disabled_reason(reason).show(ui).clicked() {
            wanted = row.map(|row| row.bezug.clone());
            focus_reason(ui, area, wanted.as_ref());
        }
    });
    wanted
}

fn gap_words(found: &Found) -> String {
    let open = &found.open;
    if open.is_empty() {
        return words::no_gaps(found.settled);
    }
    let names = |wanted: &dyn Fn(&CoverageRow) -> bool| -> Vec<String> {
        open.iter().filter(|row| wanted(row)).map(|row| row.name.clone()).collect()
    };
    let answered = |row: &CoverageRow| row.answering().next().is_some();
    let only_measures = |row: &CoverageRow| !row.is_unanswered() && !answered(row);
    sentences::gaps(&names(&CoverageRow::is_unanswered), &names(&only_measures), &names(&answered))
}

/// Begins a measure where the need has no answer, and opens its form.
fn begin_measure(cx: &mut PanelCx, area: AreaId, programme: HandlungsprogrammId, gap: &CoverageRow) {
    let Some(place) = cx.snapshot.data.area(area) else { return };
    let massnahme = Box::new(measure_for_gap(&cx.snapshot.data, place, gap));
    cx.outbox.command(Command::Programme(ProgrammeCommand::AddMassnahme { programme, massnahme }));
    cx.outbox.open(area, Entry::NeueMassnahme(cx.snapshot.last_massnahme()));
}

/// The next thing typed is the reason.
fn focus_reason(ui: &Ui, area: AreaId, bezug: Option<&Bezug>) {
    if let Some(bezug) = bezug {
        let field = Field::new(words::REASON, (area, bezug)).id();
        ui.memory_mut(|memory| memory.request_focus(field));
    }
}

fn overlaps(
    ui: &mut Ui,
    cx: &mut PanelCx,
    area: AreaId,
    coverage: &Coverage,
    rows: &[&CoverageRow],
    selected: Option<&Bezug>,
) -> Option<Bezug> {
    let found = Found::of(rows, CoverageState::Ueberschneidung, selected);
    let (open, row) = (&found.open, found.target);
    let measures = measure_overlaps(cx);
    let number = open.len() + measures.len();
    let tone = if number == 0 { Tone::Ok } else { Tone::Err };
    badge(ui, tone, if number == 0 { icon::CHECK } else { icon::INTERSECT }, &words::overlaps(number));
    let mut said: Vec<String> = open
        .iter()
        .map(|row| {
            let names: Vec<String> =
                row.doubled().filter_map(|at| service_name(cx, *coverage.services.get(at)?)).collect();
            words::overlap(&row.name, &names)
        })
        .collect();
    said.extend(measures.iter().map(|(_, _, sentence)| sentence.clone()));
    let space_left = room(ui);
    let said = if said.is_empty() { words::no_overlaps(found.settled) } else { said.join(" ") };
    sentence(ui, cx, &said, space_left);
    let mut wanted = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if let Some((id, number, _)) = measures.first() {
            let settle = words::settle(number);
            if Button::secondary(&settle).icon(icon::INTERSECT).compact().show(ui).clicked() {
                cx.open(Entry::Massnahme(*id));
            }
        }
        if row.is_none() && !measures.is_empty() {
            return;
        }
        let reason = row.is_none().then_some(words::NO_OVERLAP);
        for name in [words::COMPARE, found.reason_words()] {
            let button = Button::secondary(name).compact().disabled_reason(reason);
            if ui.push_id(("überschneidung", name), |ui| button.show(ui)).inner.clicked() {
                wanted = row.map(|row| row.bezug.clone());
                if name != words::COMPARE {
                    focus_reason(ui, area, wanted.as_ref());
                }
            }
        }
    });
    wanted
}

/// Measures that resemble services and wait for a decision, with their numbers: `M-05 Elterncafé ähnelt
/// Familienzentrum.`
fn measure_overlaps(cx: &PanelCx) -> Vec<(MassnahmeId, String, String)> {
    let (Some(view), Some(area)) = (cx.derived.programme.value.as_deref(), cx.focus.area) else { return Vec::new() };
    let Some(programme) = cx.snapshot.programme_of(area).filter(|_| view.area == Some(area)) else {
        return Vec::new();
    };
    let named = |massnahme: &Massnahme| {
        let services: Vec<String> = view
            .overlaps
            .get(&massnahme.id)?
            .iter()
            .filter(|overlap| overlap.is_open() && matches!(overlap.with, Counterpart::Angebot(_)))
            .map(|overlap| short_name(&overlap.name).to_owned())
            .collect();
        let number = text::label::massnahme_number(massnahme.number);
        let name = format!("{number} {}", massnahme.titel);
        (!services.is_empty()).then(|| (massnahme.id, number, words::measure_overlap(&name, &services)))
    };
    programme.massnahmen.iter().filter_map(named).collect()
}

fn endings(ui: &mut Ui, cx: &mut PanelCx, coverage: &Coverage) {
    let soon: Vec<_> = coverage.ending.iter().filter(|one| one.soon).collect();
    let tone = if soon.is_empty() { Tone::Ok } else { Tone::Warn };
    let symbol = if soon.is_empty() { icon::CHECK } else { icon::CALENDAR_BLANK };
    badge(ui, tone, symbol, &words::endings(soon.len()));
    let mut said: Vec<String> = soon
        .iter()
        .filter_map(|one| Some(words::ends(&service_name(cx, one.angebot)?, one.until, one.until < cx.today)))
        .collect();
    let places: u32 = soon.iter().filter_map(|one| one.places).sum();
    if places > 0 {
        said.push(words::places_lost(places));
    }
    let said = if said.is_empty() { words::NO_ENDINGS.to_owned() } else { said.join(" ") };
    let space_left = room(ui);
    sentence(ui, cx, &said, space_left);
    let awaited = |service: AngebotId| {
        let about = |one: &Wiedervorlage| one.done.is_none() && one.link == Some(WiedervorlageLink::Angebot(service));
        cx.snapshot.verfahren.wiedervorlagen.iter().any(about)
    };
    let next = soon.iter().find(|one| !awaited(one.angebot));
    let nothing = if soon.is_empty() { words::NO_ENDINGS } else { words::ALL_AWAITED };
    let reason = locked(cx).or(next.is_none().then_some(nothing));
    let button = Button::secondary(words::COMES_UP).icon(icon::CALENDAR_CHECK).compact().disabled_reason(reason);
    if let (true, Some(one), Some(area)) = (button.show(ui).clicked(), next, cx.focus.area) {
        let name = service_name(cx, one.angebot).unwrap_or_default();
        // A month before the end there is still time to apply for money.
        let day = one.until.checked_sub(1.month()).unwrap_or(one.until).max(cx.today);
        let wiedervorlage = Wiedervorlage {
            id: WiedervorlageId(0),
            date: day,
            text: words::comes_up(&name, one.until),
            area: Some(area),
            link: Some(WiedervorlageLink::Angebot(one.angebot)),
            done: None,
            demonstration: false,
        };
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::AddWiedervorlage(wiedervorlage)));
    }
}

fn service_name(cx: &PanelCx, id: AngebotId) -> Option<String> {
    let angebot = cx.snapshot.vor_ort.angebote.iter().find(|angebot| angebot.id == id)?;
    Some(short_name(&angebot.name).to_owned())
}

/// A gap or overlap in detail: its services side by side, and the reason; returns whether it is to be closed.
pub(super) fn detail(ui: &mut Ui, cx: &mut PanelCx, area: AreaId, services: &[&Angebot], row: &CoverageRow) -> bool {
    let frame = Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin::symmetric(16, 10));
    let height = DETAIL.min(ui.available_height() * 0.5);
    let panel = Panel::bottom("deckung-vergleich").exact_size(height).resizable(false).show_separator_line(false);
    let mut close = false;
    panel.frame(frame).show(ui, |ui| {
        let edge = ui.max_rect().expand2(vec2(16.0, 10.0));
        ui.painter().hline(edge.x_range(), edge.top() + 0.5, line(stroke::LINE, cx.tokens.frame));
        ui.horizontal(|ui| {
            let (_, _, word) = super::matrix::row_state(row);
            label::h3(ui, &words::detail_title(word, &row.name));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                close = Button::secondary(words::CLOSE).compact().show(ui).clicked();
            });
        });
        let reason = Field::new(words::REASON, (area, &row.bezug)).note(words::REASON_NOTE).disabled_reason(locked(cx));
        if let Edit::Set(entered) = reason.show_text(ui, &row.reason) {
            angebote::set_reason(cx, area, row, entered);
        }
        let doubled: Vec<usize> = row.doubled().collect();
        let shown: Vec<&Angebot> = if doubled.is_empty() { row.answering().collect() } else { doubled }
            .into_iter()
            .filter_map(|at| services.get(at).copied())
            .collect();
        if !shown.is_empty() {
            compare(ui, &shown);
        }
    });
    close
}

/// A fact of a service with its name.
type Fact<'a> = (&'a str, &'a dyn Fn(&Angebot) -> String);

fn compare(ui: &mut Ui, services: &[&Angebot]) {
    let mut columns = vec![Column::text("").fixed(130.0)];
    columns.extend(services.iter().map(|service| Column::text(short_name(&service.name)).flex(140.0)));
    let facts: [Fact; 9] = [
        (common::TRAEGER, &|one| one.traeger.clone()),
        (words::KIND, &|one| text::angebot_art(one.kind).to_owned()),
        (common::TARGET, &|one| one.zielgruppe.clone()),
        (common::PLACE, &|one| one.standort.clone()),
        (words::CAPACITY, &|one| one.capacity.map_or_else(|| words::UNKNOWN.to_owned(), text::count)),
        (words::USE, &|one| one.use_percent.map_or_else(|| words::UNKNOWN.to_owned(), words::percent)),
        (words::FREE_PLACES, &|one| one.free_places().map_or_else(|| words::UNKNOWN.to_owned(), text::count)),
        (words::HOURS, &|one| one.opening_hours.clone()),
        (common::FUNDED_UNTIL, &|one| funded_words(one.funded)),
    ];
    let table = DataTable::new("angebote-vergleich", words::COMPARE, &columns).rows(facts.len()).row_height(26.0);
    table.head_height(26.0).show(ui, |index: usize, row: &mut Row<'_>| {
        let Some((name, fact)) = facts.get(index) else { return };
        row.small(name);
        services.iter().for_each(|service| row.text(&fact(service)));
    });
}

/// For how long a service is funded, in words.
pub(super) fn funded_words(funded: FundingTerm) -> String {
    match funded {
        FundingTerm::Unknown => common::NOT_STATED.to_owned(),
        FundingTerm::Unlimited => words::UNLIMITED.to_owned(),
        FundingTerm::Until(day) => text::date(day),
    }
}
