//! The tab Angebote: needs and services beside each other, or the services as a list with a form.

use super::{angebot_form, cards, edit_from_list, in_row, locked, matrix, pane, short_name};
use crate::domain::{
    Angebot, AngebotId, AreaId, Begruendung, Bezug, Deckung, Deckungsgrad, FundingTerm, Handlungsfeld,
};
use crate::programme::{Coverage, CoverageBasis, CoverageRow};
use crate::project::{Command, VorOrtCommand};
use crate::text;
use crate::text::panel::vor_ort as common;
use crate::text::panel::vor_ort::angebote as words;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::selection::Selection;
use crate::ui::widget::badge::{Tone, field_tile, paint_badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::data_table::{Column, DataTable, Row, sign_box};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::Field;
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Entry, Inspected, Intent, PanelCx, Section, UiAction, picture};
use egui::{Align, Align2, CentralPanel, Frame, Id, Layout, Margin, Panel, Rect, Sense, Ui, pos2, vec2};
use jiff::ToSpan as _;
use jiff::civil::Date;
use matrix::{Matrix, MatrixResponse};

/// A service whose funding ends within so many months is marked.
const SOON_MONTHS: i32 = 6;

/// What the tab shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    Needs,
    Groups,
    List,
}

/// State of the tab.
#[derive(Default)]
pub(super) struct Angebote {
    view: View,
    field: Option<Handlungsfeld>,
    selection: Selection<AngebotId>,
    cell: Option<(Bezug, AngebotId)>,
    detail: Option<Bezug>,
}

impl Angebote {
    /// Adds a service and selects it as soon as it is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx, area: AreaId) {
        let own = cx.snapshot.vor_ort.angebote.iter().filter(|angebot| angebot.serves(area));
        self.selection.await_new(own.map(|angebot| angebot.id));
        self.view = View::List;
        let field = self.field.unwrap_or(Handlungsfeld::Arbeit);
        let angebot = Angebot { as_of: Some(cx.today), ..Angebot::new(area, common::NEW_SERVICE, field) };
        cx.outbox.command(Command::VorOrt(VorOrtCommand::AddAngebot(angebot)));
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.selection.forget_new();
    }

    /// Shows a service in the list with its form.
    pub(super) fn open(&mut self, id: AngebotId) {
        self.view = View::List;
        self.field = None;
        self.selection.select(Some(id));
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        let all: Vec<&Angebot> = cx.snapshot.vor_ort.angebote.iter().filter(|angebot| angebot.serves(area)).collect();
        if all.is_empty() {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                EmptyState::new(common::NO_SERVICES, common::NO_SERVICES_WHY).hint(common::BY_KEYS).show(ui);
            });
            return;
        }
        let view = cx.derived.programme.value.clone().filter(|view| view.area == Some(area));
        // What was just decided stands at once, and the next key goes on from there.
        let anew = view.as_ref().filter(|_| !cx.derived.programme.current);
        let anew = anew.and_then(|view| view.coverage.decided_anew(&basis_of(cx, area)));
        let coverage = anew.as_ref().or(view.as_ref().map(|view| &view.coverage));
        self.toolbar(ui, cx, &all, coverage);
        match (self.view, coverage) {
            (View::List, _) => self.list(ui, cx, &all),
            (View::Needs | View::Groups, Some(coverage)) => self.matrix(ui, cx, area, coverage),
            (View::Needs | View::Groups, None) => {
                CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                    EmptyState::new(words::COMPUTING, "").show(ui);
                });
            }
        }
    }

    fn toolbar(&mut self, ui: &mut Ui, cx: &mut PanelCx, all: &[&Angebot], coverage: Option<&Coverage>) {
        super::toolbar(ui, cx, "angebote-leiste", |ui, cx| {
            ui.spacing_mut().item_spacing.x = space::M;
            let views = [View::Needs, View::Groups, View::List];
            let choices: Vec<(View, &str)> = views.into_iter().zip(words::VIEWS).collect();
            if let Some(view) = segment(ui, self.view, &choices) {
                (self.view, self.detail) = (view, None);
            }
            let fields: Vec<(Option<Handlungsfeld>, &str)> = std::iter::once((None, words::ALL_FIELDS))
                .chain(Handlungsfeld::ALL.map(|field| (Some(field), text::handlungsfeld_short(field))))
                .collect();
            let combo = Combo::new(words::FIELD_FILTER).compact().icon(icon::FUNNEL_SIMPLE).width(200.0);
            if let Some(field) = in_row(ui, 200.0, |ui| combo.show(ui, Some(&self.field), &fields)) {
                self.field = field;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let rows = coverage.map_or(0, |coverage| self.rows(coverage).len());
                let as_of = all.iter().filter_map(|angebot| angebot.as_of).max();
                let summary = words::summary(rows, self.view == View::Groups, all.len(), as_of);
                let galley =
                    paint::elided(ui, &summary, TypeStyle::Small, cx.tokens.text2, ui.available_width() - space::S);
                let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
                if self.view != View::List {
                    paint::put(ui, ui.painter(), rect.right_center(), Align2::RIGHT_CENTER, galley);
                }
            });
        });
    }

    /// The rows in view.
    fn rows<'a>(&self, coverage: &'a Coverage) -> Vec<&'a CoverageRow> {
        let rows = if self.view == View::Groups { &coverage.groups } else { &coverage.needs };
        // Groups of people belong to no field.
        let wanted = |row: &&CoverageRow| self.view == View::Groups || self.field.is_none() || row.field == self.field;
        rows.iter().filter(wanted).collect()
    }

    fn matrix(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId, coverage: &Coverage) {
        let rows = self.rows(coverage);
        if rows.is_empty() {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| no_rows(ui, cx));
            return;
        }
        let Some(services) = matrix::services_of(cx, coverage) else { return };
        let detail = self.detail.as_ref().and_then(|bezug| rows.iter().find(|row| row.bezug == *bezug).copied());
        match detail {
            Some(row) if cards::detail(ui, cx, area, &services, row) => self.detail = None,
            Some(_) => {}
            None if self.view == View::Needs => {
                let selected = self.cell.as_ref().map(|(bezug, _)| bezug);
                if let Some(bezug) = cards::show(ui, cx, area, coverage, &rows, selected) {
                    self.detail = Some(bezug);
                }
            }
            None => {}
        }
        let selected = self.cell.as_ref().and_then(|(bezug, service)| {
            let row = rows.iter().position(|row| row.bezug == *bezug)?;
            Some((row, services.iter().position(|angebot| angebot.id == *service)?))
        });
        legend(ui, cx, &rows, &services);
        if let Some((row, column)) = selected {
            self.cell_bar(ui, cx, area, rows[row], services[column], column);
        }
        let area_name = cx.area().map_or("", |area| area.name.as_str()).to_owned();
        let need_title = words::need_in(&area_name);
        let (title, name) = match self.view {
            View::Groups => (words::GROUP, words::GROUP_MATRIX),
            View::Needs | View::List => (need_title.as_str(), words::MATRIX),
        };
        let matrix = Matrix { rows: &rows, services: &services, selected, title, name };
        if cx.triggered(UiAction::CopyTable) {
            let copied = picture::copied_records(cx.snapshot, cx.today, name, cx.focus.area, &matrix.as_text());
            cx.outbox.push(Intent::Copy(copied));
        }
        let response = CentralPanel::default().frame(Frame::NONE).show(ui, |ui| matrix.show(ui, cx)).inner;
        self.follow(cx, area, &response, &rows, &services, selected);
    }

    fn follow(
        &mut self,
        cx: &mut PanelCx,
        area: AreaId,
        response: &MatrixResponse,
        rows: &[&CoverageRow],
        services: &[&Angebot],
        selected: Option<(usize, usize)>,
    ) {
        if let Some((row, column)) = response.chosen {
            self.cell = rows.get(row).zip(services.get(column)).map(|(row, service)| (row.bezug.clone(), service.id));
        }
        if let Some((row, column)) = selected.filter(|_| cx.writable()) {
            let (need, service) = (rows[row], services[column]);
            let Some(cell) = need.cells.get(column) else { return };
            if response.cycle {
                set(cx, area, need, service, cell.grad.next());
            } else if response.clear && cell.decided {
                clear(cx, area, need, service);
            }
        }
        if let Some(service) = response.open.and_then(|column| services.get(column)) {
            self.open(service.id);
        }
        if let Some(row) = response.state.and_then(|row| rows.get(row)) {
            self.detail = Some(row.bezug.clone());
        }
        if let Some(id) = response.measure {
            cx.open(Entry::Massnahme(id));
        }
        let explained = response.explain.and_then(|row| rows.get(row)?.indicator);
        let period = cx.derived.ranking().map(|ranking| ranking.run.period);
        if let Some((indicator, period)) = explained.zip(period) {
            cx.outbox.push(Intent::Inspect(Inspected::Value { indicator, area, period }));
        }
    }

    /// The selected cell: what it says, on what that rests, and the other degrees.
    fn cell_bar(
        &self,
        ui: &mut Ui,
        cx: &mut PanelCx,
        area: AreaId,
        row: &CoverageRow,
        service: &Angebot,
        column: usize,
    ) {
        let Some(cell) = row.cells.get(column) else { return };
        let panel = Panel::bottom("deckung-zelle").exact_size(34.0).resizable(false).show_separator_line(false);
        let frame = Frame::NONE.fill(color32(cx.tokens.surface)).inner_margin(Margin::symmetric(12, 0));
        panel.frame(frame).show(ui, |ui| {
            let edge = ui.max_rect().expand2(vec2(12.0, 0.0));
            ui.painter().hline(edge.x_range(), edge.top() + 0.5, line(stroke::LINE, cx.tokens.line));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                let degrees = [
                    (Deckungsgrad::KeinBezug, words::SHORT_NONE),
                    (Deckungsgrad::Teilweise, words::SHORT_PART),
                    (Deckungsgrad::Deckt, words::SHORT_FULL),
                ];
                if let Some(grad) = segment(ui, cell.grad, &degrees).filter(|_| cx.writable()) {
                    set(cx, area, row, service, grad);
                }
                if cell.decided {
                    let back = Button::link(words::BACK_TO_PROPOSAL).compact().disabled_reason(locked(cx));
                    if back.show(ui).clicked() {
                        clear(cx, area, row, service);
                    }
                }
                let names = format!("{} × {}", row.name, short_name(&service.name));
                let reasons: Vec<String> = cell.reasons.iter().map(crate::programme::OverlapReason::words).collect();
                let proposal = format!("{}: {}", words::PROPOSED, text::deckungsgrad(cell.proposed));
                let facts = std::iter::once(names).chain(std::iter::once(proposal)).chain(reasons);
                let sentence = facts.collect::<Vec<_>>().join(" · ");
                label::elided(ui, &sentence, TypeStyle::Small).on_hover_text(&sentence);
            });
        });
    }

    fn list(&mut self, ui: &mut Ui, cx: &mut PanelCx, all: &[&Angebot]) {
        let wanted = |angebot: &&&Angebot| self.field.is_none_or(|field| angebot.handlungsfeld == field);
        let own: Vec<&Angebot> = all.iter().filter(wanted).copied().collect();
        let ids: Vec<AngebotId> = own.iter().map(|angebot| angebot.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(angebot) = selected.at.and_then(|at| own.get(at)) {
            if selected.is_new {
                Field::new(common::NAME, angebot.id).focus_all(ui, &angebot.name);
            }
            pane(ui, cx, "angebot", |ui, cx| angebot_form::show(ui, cx, angebot));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if let Some(chosen) = list(ui, cx, &own, selected.at) {
                self.selection.select(ids.get(chosen).copied());
            }
        });
    }
}

/// The project as it stands, for the decisions about needs that are known.
fn basis_of<'a>(cx: &PanelCx<'a>, area: AreaId) -> CoverageBasis<'a> {
    CoverageBasis {
        data: &cx.snapshot.data,
        ranking: None,
        area,
        programme: cx.snapshot.programme_of(area),
        vor_ort: &cx.snapshot.vor_ort,
        today: cx.today,
    }
}

fn set(cx: &mut PanelCx, area: AreaId, row: &CoverageRow, service: &Angebot, grad: Deckungsgrad) {
    let deckung = Deckung { area, bezug: row.bezug.clone(), angebot: service.id, grad };
    cx.outbox.command(Command::VorOrt(VorOrtCommand::SetDeckung(deckung)));
}

fn clear(cx: &mut PanelCx, area: AreaId, row: &CoverageRow, service: &Angebot) {
    let command = VorOrtCommand::ClearDeckung { area, bezug: row.bezug.clone(), angebot: service.id };
    cx.outbox.command(Command::VorOrt(command));
}

/// Stores why a gap or an overlap stays.
pub(super) fn set_reason(cx: &mut PanelCx, area: AreaId, row: &CoverageRow, text: String) {
    let begruendung = Begruendung { area, bezug: row.bezug.clone(), text };
    cx.outbox.command(Command::VorOrt(VorOrtCommand::SetBegruendung(begruendung)));
}

fn no_rows(ui: &mut Ui, cx: &mut PanelCx) {
    if cx.derived.ranking().is_some() {
        EmptyState::new(words::NO_NEEDS, words::NO_NEEDS_WHY).show(ui);
        return;
    }
    let state = EmptyState::new(words::NO_RANKING, words::NO_RANKING_WHY).primary(icon::RANKING, words::TO_RANKING);
    if state.show(ui).is_some() {
        cx.outbox.go_to(Section::Bedarf);
    }
}

/// A sign whose meaning the legend tells.
enum Sign {
    Degree(Deckungsgrad, bool),
    Empty,
    Decided,
    Reasoned,
    Unknown,
}

/// What the marks mean, those in view only.
fn legend(ui: &mut Ui, cx: &PanelCx, rows: &[&CoverageRow], services: &[&Angebot]) {
    let tokens = cx.tokens;
    let frame = Frame::NONE.fill(color32(tokens.sunken));
    let panel = Panel::bottom("deckung-legende").exact_size(26.0).resizable(false).show_separator_line(false);
    panel.frame(frame).show(ui, |ui| {
        let rect = ui.max_rect();
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, tokens.line));
        let y = rect.center().y;
        let mut x = rect.left() + space::L + 8.0;
        for (word, sign) in signs(rows, services) {
            let center = pos2(x, y);
            paint_sign(ui, cx, center, &sign);
            let behind = if matches!(sign, Sign::Reasoned) { 24.0 } else { 14.0 };
            let at = pos2(x + behind, y);
            let shown = paint::text(ui, at, Align2::LEFT_CENTER, word, TypeStyle::Small, tokens.text2);
            x = shown.right() + space::XL + 4.0;
        }
        let keys = paint::galley(ui, words::LEGEND_KEYS, TypeStyle::Small, tokens.text3);
        if x + keys.size().x < rect.right() - space::M {
            let at = pos2(rect.right() - space::L, y);
            paint::put(ui, ui.painter(), at, Align2::RIGHT_CENTER, keys);
        }
        let hint = format!("{}\n{}", words::KEYS, words::LEGEND_REASONED_HINT);
        ui.interact(rect, Id::unique("deckung-legende"), Sense::hover()).on_hover_text(hint);
    });
}

/// The signs that always may be set, and those that these rows and services show besides.
fn signs(rows: &[&CoverageRow], services: &[&Angebot]) -> Vec<(&'static str, Sign)> {
    let mut signs = vec![
        (words::LEGEND_FULL, Sign::Degree(Deckungsgrad::Deckt, false)),
        (words::LEGEND_PART, Sign::Degree(Deckungsgrad::Teilweise, false)),
        (words::LEGEND_NONE, Sign::Degree(Deckungsgrad::KeinBezug, false)),
        (words::LEGEND_DOUBLE, Sign::Degree(Deckungsgrad::Deckt, true)),
        (words::LEGEND_EMPTY, Sign::Empty),
        (words::LEGEND_DECIDED, Sign::Decided),
    ];
    if rows.iter().any(|row| matrix::is_reasoned(row)) {
        signs.push((words::LEGEND_REASONED, Sign::Reasoned));
    }
    if services.iter().any(|service| service.use_percent.is_none()) {
        signs.push((words::LEGEND_UNKNOWN, Sign::Unknown));
    }
    signs
}

fn paint_sign(ui: &Ui, cx: &PanelCx, center: egui::Pos2, sign: &Sign) {
    let tokens = cx.tokens;
    match sign {
        Sign::Degree(grad, doubled) => matrix::paint_mark(ui, cx, center, *grad, *doubled),
        Sign::Empty => {
            let place = paint::snap(ui, Rect::from_center_size(center, vec2(16.0, 12.0)));
            ui.painter().rect_filled(place, 0.0, color32(tokens.warn_bg));
            ui.painter().rect_stroke(place, 0.0, line(stroke::LINE, tokens.frame), egui::StrokeKind::Inside);
        }
        Sign::Decided => matrix::paint_decided(ui, center + vec2(4.0, -4.0), tokens.accent),
        Sign::Reasoned => paint_badge(ui, center - vec2(9.0, 0.0), Tone::Neutral, icon::WARNING, ""),
        Sign::Unknown => sign_box(ui, center + vec2(11.0, 0.0), "."),
    }
}

fn list(ui: &mut Ui, cx: &mut PanelCx, own: &[&Angebot], selected: Option<usize>) -> Option<usize> {
    let width = ui.available_width();
    let (wide, widest) = (width > 860.0, width > 1100.0);
    let mut columns = vec![
        Column::text("").fixed(42.0),
        Column::text(common::NAME).flex(190.0),
        Column::text(common::TRAEGER).flex(110.0),
    ];
    if wide {
        columns.push(Column::text(common::TARGET).flex(120.0));
    }
    if widest {
        columns.push(Column::text(words::KIND).flex(120.0));
    }
    columns.push(Column::number(words::CAPACITY).fixed(72.0));
    columns.push(Column::number(words::USE).fixed(92.0));
    columns.push(Column::text(common::FUNDED_UNTIL).fixed(146.0));
    let today = cx.today;
    let table = DataTable::new("angebote", common::SERVICES, &columns).rows(own.len()).selected(selected).named_by(1);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(angebot) = own.get(index) else { return };
        let field = angebot.handlungsfeld;
        row.paint(&field.letter().to_string(), |ui, rect| field_tile(ui, rect.center(), field));
        if angebot.demonstration {
            row.name_with_badge(short_name(&angebot.name), Tone::Warn, icon::FLASK, common::EXAMPLE);
        } else {
            row.name(&angebot.name);
        }
        row.small(&angebot.traeger);
        if wide {
            row.small(&angebot.zielgruppe);
        }
        if widest {
            row.small(text::angebot_art(angebot.kind));
        }
        match angebot.capacity {
            Some(places) => row.text(&text::count(places)),
            None => row.empty(),
        }
        match angebot.use_percent {
            Some(percent) => row.text(&words::percent(percent)),
            None => row.sign("."),
        }
        funding(row, angebot.funded, today);
    };
    if cx.triggered(UiAction::CopyTable) {
        let sheet = angebot_form::table(cx, own);
        let (title, copied) = (table.name(), sheet.tab_separated());
        let copied = picture::copied_records(cx.snapshot, cx.today, title, cx.focus.area, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    let response = table.show(ui, &mut describe);
    let edited = response.activated.and_then(|at| own.get(at));
    edit_from_list(ui, edited.map(|angebot| Field::new(common::NAME, angebot.id).id()));
    response.selected
}

fn funding(row: &mut Row<'_>, funded: FundingTerm, today: Date) {
    match funded {
        FundingTerm::Unknown => row.small(common::NOT_STATED),
        FundingTerm::Unlimited => row.small(words::UNLIMITED),
        FundingTerm::Until(date) if date < today => row.badge(Tone::Warn, icon::WARNING, &common::ended(date)),
        FundingTerm::Until(date) if ends_soon(date, today) => {
            row.badge(Tone::Warn, icon::CALENDAR_BLANK, &common::until(date));
        }
        FundingTerm::Until(date) => row.small(&common::until(date)),
    }
}

/// Whether a funding that ends on this day has ended or does so soon.
pub(super) fn ends_soon(date: Date, today: Date) -> bool {
    today.checked_add(SOON_MONTHS.months()).is_ok_and(|edge| date <= edge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn funding_is_near_its_end_up_to_six_months_before() {
        let today = date(2026, 11, 22);
        assert!(ends_soon(date(2027, 5, 22), today));
        assert!(!ends_soon(date(2027, 5, 23), today));
    }
}
