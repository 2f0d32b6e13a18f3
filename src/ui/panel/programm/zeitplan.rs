//! Time, cost and money of the whole programme: bars over quarters, sums by year.

use super::massnahmen::{groups, time_axis, time_bar};
use super::pending::Pending;
use super::szenarien::{self, SzenarienPart};
use super::{Jump, Plan, copy_table, in_row, info, send, sums};
use crate::chart::Figure;
use crate::domain::{CostKind, Euro, FundingSource, Massnahme, MassnahmeId, Quarter};
use crate::programme::plan;
use crate::project::ProgrammeCommand;
use crate::text::panel::programm as words;
use crate::text::report::{self, measure_number};
use crate::text::{cost_kind, funding_source};
use crate::theme::{TypeStyle, row, space, stroke};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, menu_item, segment};
use crate::ui::widget::data_table::{Column, DataTable, Group, Row};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::stack_bar::{Fill, Part, StackAxis, legend_entry, paint_stack_bar};
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction};
use egui::{Align, CentralPanel, Frame, Key, Layout, Margin, Panel, Popup, ScrollArea, Ui, vec2};

/// State of time and money: the selected measure.
#[derive(Default)]
pub(super) struct ZeitplanPart {
    selected: Option<MassnahmeId>,
    pending: Pending<Massnahme>,
    lower: Lower,
    szenarien: SzenarienPart,
}

/// What stands below the bars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Lower {
    #[default]
    Sums,
    Chart,
    Scenarios,
}

impl ZeitplanPart {
    /// Shows bars and sums.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) -> Option<Jump> {
        if cx.triggered(UiAction::CopyTable) {
            self.copy(cx, plan);
        }
        self.toolbar(ui, cx, plan);
        if plan.programme.massnahmen.is_empty() {
            let empty = EmptyState::new(words::NO_PLAN, words::NO_PLAN_WHY);
            let chosen = empty.secondary(icon::LIST_CHECKS, words::OPEN_MEASURES).show(ui);
            return (chosen == Some(EmptyChoice::Secondary)).then_some(Jump::Measures);
        }
        let height = match self.lower {
            Lower::Sums => sums_height(ui.available_width()).min(ui.available_height() * 0.48),
            Lower::Chart => chart_height(years(plan).len()).min(ui.available_height() * 0.48),
            Lower::Scenarios => (ui.available_height() * 0.6).clamp(190.0, 460.0),
        };
        let frame = Frame::NONE.fill(color32(cx.tokens.surface));
        Panel::bottom("zeitplan-summen")
            .exact_size(height)
            .resizable(false)
            .show_separator_line(false)
            .frame(frame)
            .show(ui, |ui| {
                let rect = ui.max_rect();
                ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.frame));
                let scroll = || ScrollArea::vertical().id_salt("summen").auto_shrink([false, false]);
                match self.lower {
                    Lower::Sums => drop(scroll().show(ui, |ui| sums_view(ui, cx, plan))),
                    Lower::Chart => drop(scroll().show(ui, |ui| chart_view(ui, cx, plan))),
                    Lower::Scenarios => self.szenarien.show(ui, cx, plan),
                }
            });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| self.bars(ui, cx, plan)).inner
    }

    /// Copies what stands below the bars.
    pub(super) fn copy(&self, cx: &mut PanelCx, plan: Plan) {
        match self.lower {
            Lower::Sums | Lower::Chart => copy_sums(cx, plan),
            Lower::Scenarios => szenarien::copy(cx, plan),
        }
    }

    fn toolbar(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
        let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 0));
        let bar = Panel::top("zeitplan-leiste").exact_size(36.0).resizable(false).show_separator_line(false);
        bar.frame(frame).show(ui, |ui| {
            let rect = ui.max_rect().expand2(vec2(12.0, 0.0));
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                span_of_years(ui, cx, plan);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    pictures(ui, cx, plan);
                    let choices = [
                        (Lower::Sums, words::LOWER_SUMS),
                        (Lower::Chart, words::LOWER_CHART),
                        (Lower::Scenarios, words::LOWER_SCENARIOS),
                    ];
                    let chosen =
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| segment(ui, self.lower, &choices));
                    self.lower = chosen.inner.unwrap_or(self.lower);
                });
            });
        });
    }

    fn bars(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) -> Option<Jump> {
        let mut shown: Vec<&Massnahme> = plan.programme.massnahmen.iter().collect();
        shown.sort_by_key(|measure| (measure.handlungsfeld, measure.number));
        let axis = time_axis(plan);
        let narrow = ui.available_width() < 940.0;
        let mut columns = vec![
            Column::text(words::NUMBER).fixed(54.0),
            Column::text(words::MEASURE).fixed(if narrow { 200.0 } else { 280.0 }),
        ];
        if !narrow {
            columns.push(Column::text(words::TIME).fixed(236.0));
        }
        columns.push(Column::text("").flex(300.0).head(move |ui, rect| axis.paint_head(ui, rect)));
        let groups: Vec<Group> = groups(&shown);
        let selected = shown.iter().position(|measure| Some(measure.id) == self.selected);
        let table = DataTable::new(("zeitplan", plan.programme.id), words::PLAN, &columns)
            .rows(shown.len())
            .groups(&groups)
            .row_height(row::NORMAL)
            .head_height(38.0)
            .named_by(1)
            .selected(selected);
        let response = table.show(ui, |at, row| {
            let Some(measure) = shown.get(at) else { return };
            row.quiet(&measure_number(measure.number));
            row.name(&measure.titel);
            let span = words::span(measure.beginn, measure.ende);
            if !narrow {
                row.small(&span);
            }
            row.paint(&span, |ui, rect| time_bar(ui, cx, plan, measure, rect));
        });
        if let Some(measure) = response.selected.and_then(|row| shown.get(row)) {
            self.selected = Some(measure.id);
        }
        if let Some(measure) =
            shown.iter().find(|measure| Some(measure.id) == self.selected).filter(|_| response.focused)
        {
            self.move_by_keys(ui, cx, plan, measure);
        }
        response.activated.and_then(|row| shown.get(row)).map(|measure| Jump::Measure(measure.id))
    }
}

impl ZeitplanPart {
    /// ←/→ moves the begin of the selected measure by a quarter, with Umschalt its end.
    fn move_by_keys(&mut self, ui: &Ui, cx: &mut PanelCx, plan: Plan, stored: &Massnahme) {
        if plan.locked.is_some() {
            return;
        }
        let (steps, shift) = ui.input(|input| {
            let times = |key| i32::try_from(input.num_presses(key)).unwrap_or(0);
            (times(Key::ArrowRight) - times(Key::ArrowLeft), input.modifiers.shift)
        });
        if steps == 0 || ui.input(|input| input.modifiers.alt || input.modifiers.command) {
            return;
        }
        let now = ui.input(|input| input.time);
        let mut measure = self.pending.base(stored, |one, other| one.id == other.id, now);
        let moved = |quarter: Quarter| Quarter::from_index(quarter.index() + steps);
        let side = if shift { &mut measure.ende } else { &mut measure.beginn };
        *side = side.map(moved);
        let forwards = measure.beginn.zip(measure.ende).is_none_or(|(begin, end)| begin <= end);
        if forwards && measure != *stored {
            self.pending.send(&measure, now);
            send(cx, ProgrammeCommand::UpdateMassnahme(Box::new(measure)));
        }
    }
}

fn span_of_years(ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
    let programme = plan.programme;
    let (mut first, mut last) = (programme.first_year, programme.last_year);
    let years: Vec<(i16, String)> =
        (first.min(cx.today.year()) - 2..=last.max(cx.today.year()) + 8).map(|year| (year, year.to_string())).collect();
    for (name, year) in [(words::FIRST_YEAR, &mut first), (words::LAST_YEAR, &mut last)] {
        ui.label(rich(name, TypeStyle::Small, cx.tokens.text2));
        let combo = Combo::new(name).compact().width(80.0).disabled_reason(plan.locked);
        *year = in_row(ui, 80.0, |ui| combo.show(ui, Some(&*year), &years)).unwrap_or(*year);
        ui.add_space(space::S);
    }
    if first > last {
        info(cx, words::YEARS_ORDER, words::YEARS_ORDER_NOTE);
    } else if (first, last) != (programme.first_year, programme.last_year) {
        let (first_year, last_year) = (first, last);
        send(cx, ProgrammeCommand::SetYears { programme: programme.id, first_year, last_year });
    }
}

/// The charts of the document as pictures.
fn pictures(ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
    let Some(view) = plan.view else { return };
    let button = Button::icon_only(icon::DOWNLOAD_SIMPLE, words::PICTURES).compact().show(ui);
    let charts = [
        (words::SAVE_GANTT, words::PLAN, &view.plan.gantt),
        (words::SAVE_COSTS, words::COSTS_BY_YEAR, &view.plan.costs),
        (words::SAVE_FUNDING, words::FUNDING_BY_YEAR, &view.plan.funding),
    ];
    Popup::menu(&button).accessible_name(words::PICTURES).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_min_width(240.0);
        for (name, title, chart) in charts {
            let Some(chart) = chart else { continue };
            if menu_item(ui, name, false, None) {
                let figure = Figure {
                    title: title.to_owned(),
                    subtitle: words::figure_of(&plan.area.name, plan.programme.first_year, plan.programme.last_year),
                    chart: chart.clone(),
                    source: report::plan_source(),
                    date: report::figure_date("", cx.today),
                    notes: plan
                        .programme
                        .demonstration
                        .then(|| report::DEMONSTRATION_NOTICE.to_owned())
                        .into_iter()
                        .collect(),
                };
                cx.outbox.push(Intent::SaveFigure(Box::new(figure)));
                ui.close();
            }
        }
    });
}

/// A line of a table of sums.
struct Line {
    name: String,
    by_year: Vec<Euro>,
    total: Euro,
    strong: bool,
    bar: Option<Fill>,
}

fn years(plan: Plan) -> Vec<i16> {
    let programme = plan.programme;
    sums::years(programme.first_year, programme.last_year, &programme.massnahmen).into_iter().collect()
}

fn line_of(name: &str, years: &[i16], strong: bool, bar: Option<Fill>, sum: impl Fn(Option<i16>) -> Euro) -> Line {
    let by_year = years.iter().map(|year| sum(Some(*year))).collect();
    Line { name: name.to_owned(), by_year, total: sum(None), strong, bar }
}

fn cost_lines(plan: Plan, years: &[i16]) -> Vec<Line> {
    let measures = &plan.programme.massnahmen;
    let mut lines: Vec<Line> = CostKind::ALL
        .into_iter()
        .map(|kind| line_of(cost_kind(kind), years, false, None, |year| plan::cost(measures, year, Some(kind))))
        .collect();
    lines.push(line_of(words::COSTS_TOTAL, years, true, None, |year| plan::cost(measures, year, None)));
    lines
}

fn funding_lines(cx: &PanelCx, plan: Plan, years: &[i16]) -> Vec<Line> {
    let measures = &plan.programme.massnahmen;
    let colors = cx.tokens.palettes.funding();
    let mut lines: Vec<Line> = FundingSource::ALL
        .into_iter()
        .zip(colors)
        .map(|(source, color)| {
            let bar = Some(Fill::Color(color));
            line_of(funding_source(source), years, false, bar, |year| plan::funding(measures, year, Some(source)))
        })
        .collect();
    lines.push(line_of(words::FUNDING_TOTAL, years, true, None, |year| plan::funding(measures, year, None)));
    lines.push(line_of(words::STILL_OPEN, years, false, Some(Fill::Open), |year| plan::open(measures, year)));
    lines
}

/// Both tables of sums beside each other, or one below the other where there is no room.
const SIDE_BY_SIDE: f32 = 900.0;

fn sums_height(width: f32) -> f32 {
    let (costs, money) = (CostKind::ALL.len() + 1, FundingSource::ALL.len() + 2);
    let both =
        if width >= SIDE_BY_SIDE { table_height(money) } else { table_height(costs) + space::M + table_height(money) };
    both + 2.0 * space::S
}

/// A bar per year, the legend on at most two lines.
fn chart_height(years: usize) -> f32 {
    row::NORMAL * (years as f32 + 1.0) + 72.0
}

fn sums_view(ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
    let years = years(plan);
    let (costs, money) = (cost_lines(plan, &years), funding_lines(cx, plan, &years));
    let side_by_side = ui.available_width() >= SIDE_BY_SIDE;
    let share = plan::own_share_percent(&plan.programme.massnahmen).map(words::own_share);
    let margin = Margin { left: 0, right: 0, top: 8, bottom: 8 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        let costs_table = |ui: &mut Ui| sum_table(ui, words::COSTS_BY_YEAR, words::COST, None, &years, &costs);
        let money_table =
            |ui: &mut Ui| sum_table(ui, words::FUNDING_BY_YEAR, words::FUNDING, share.as_deref(), &years, &money);
        let column = Layout::top_down(Align::Min);
        let (width, gap) = (ui.available_width(), space::XL);
        if side_by_side {
            let size = vec2(((width - gap) / 2.0).floor(), table_height(money.len()));
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                ui.allocate_ui_with_layout(size, column, costs_table);
                ui.allocate_ui_with_layout(size, column, money_table);
            });
        } else {
            ui.allocate_ui_with_layout(vec2(width, table_height(costs.len())), column, costs_table);
            ui.add_space(space::M);
            ui.allocate_ui_with_layout(vec2(width, table_height(money.len())), column, money_table);
        }
    });
}

/// A bar per year and side: cost by kind, money by source with what is open.
fn chart_view(ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
    let (tokens, measures) = (cx.tokens, &plan.programme.massnahmen);
    let kinds = || CostKind::ALL.into_iter().zip(tokens.palettes.costs);
    let sources = || FundingSource::ALL.into_iter().zip(tokens.palettes.funding());
    let years = years(plan);
    let bars: Vec<[Vec<Part>; 2]> = years
        .iter()
        .map(|&year| {
            let part = |amount: Euro, fill| Part { value: amount.in_euros(), fill };
            let cost = kinds().map(|(kind, c)| part(plan::cost(measures, Some(year), Some(kind)), Fill::Color(c)));
            let money =
                sources().map(|(source, c)| part(plan::funding(measures, Some(year), Some(source)), Fill::Color(c)));
            let open = part(plan::open(measures, Some(year)), Fill::Open);
            [cost.collect(), money.chain([open]).collect()]
        })
        .collect();
    let axis = StackAxis::fitting(bars.iter().flatten().map(Vec::as_slice));
    let columns = [
        Column::text(words::YEAR).fixed(64.0),
        Column::number(words::COST).unit("€").fixed(90.0),
        Column::text(words::COSTS_CHART).flex(200.0),
        Column::number(words::OPEN).unit("€").fixed(90.0),
        Column::text(words::FUNDING_CHART).flex(200.0),
    ];
    let table = DataTable::new(("diagramm", plan.programme.id), words::LOWER_CHART, &columns).rows(years.len()).fit();
    table.show(ui, |at, row| {
        let (Some(&year), Some([cost, money])) = (years.get(at), bars.get(at)) else { return };
        let of_year =
            words::kind_parts(&CostKind::ALL.map(|kind| (kind, plan::cost(measures, Some(year), Some(kind)))));
        let given = FundingSource::ALL.map(|source| (source, plan::funding(measures, Some(year), Some(source))));
        let open = plan::open(measures, Some(year));
        row.strong(&year.to_string());
        row.text(&sums::digits_or_dash(plan::cost(measures, Some(year), None)));
        row.paint(&of_year, |ui, rect| paint_stack_bar(ui, rect, axis, cost));
        row.text(&sums::digits_or_dash(open));
        row.paint(&words::funding_parts(&given, open), |ui, rect| paint_stack_bar(ui, rect, axis, money));
    });
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        ui.add_space(space::M);
        ui.spacing_mut().item_spacing.x = space::L;
        for (kind, color) in kinds() {
            legend_entry(ui, Fill::Color(color), cost_kind(kind));
        }
        for (source, color) in sources() {
            legend_entry(ui, Fill::Color(color), funding_source(source));
        }
        legend_entry(ui, Fill::Open, words::OPEN);
    });
}

/// Height of a table of sums with its title.
fn table_height(lines: usize) -> f32 {
    lines as f32 * row::DENSE + row::NORMAL + 40.0
}

fn columns(first: &str, years: &[i16], with_bar: bool) -> Vec<Column<'static>> {
    let mut columns = vec![Column::text(first).flex(130.0)];
    columns.extend(years.iter().map(|year| Column::number(year.to_string()).fixed(74.0)));
    columns.push(Column::number(words::SUM).unit("€").fixed(90.0));
    if with_bar {
        columns.push(Column::text("").fixed(70.0));
    }
    columns
}

fn sum_table(ui: &mut Ui, title: &str, first: &str, note: Option<&str>, years: &[i16], lines: &[Line]) {
    ui.horizontal(|ui| {
        ui.add_space(space::M);
        label::h3(ui, title);
        if let Some(note) = note {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(space::M);
                label::hint(ui, note);
            });
        }
    });
    ui.add_space(space::XS);
    let with_bar = ui.available_width() > 420.0 + 74.0 * years.len() as f32 - 130.0;
    let columns = columns(first, years, with_bar);
    let most = lines.iter().filter(|line| !line.strong).map(|line| line.total.in_euros()).fold(0.0, f64::max);
    let axis = StackAxis { from: 0.0, to: most };
    let table = DataTable::new(("summen", title), title, &columns).rows(lines.len()).row_height(row::DENSE).fit();
    table.show(ui, |at, row| {
        if let Some(line) = lines.get(at) {
            describe(row, line, with_bar.then_some(axis));
        }
    });
}

fn describe(row: &mut Row<'_>, line: &Line, bar: Option<StackAxis>) {
    let mut put = |words: &str| if line.strong { row.strong(words) } else { row.text(words) };
    put(&line.name);
    for amount in &line.by_year {
        put(&sums::digits_or_dash(*amount));
    }
    row.strong(&sums::digits_or_dash(line.total));
    let Some(axis) = bar else { return };
    match line.bar {
        Some(fill) => row.paint("", |ui, rect| {
            paint_stack_bar(ui, rect, axis, &[Part { value: line.total.in_euros(), fill }]);
        }),
        None => row.empty(),
    }
}

/// Copies both tables of sums, one below the other.
fn copy_sums(cx: &mut PanelCx, plan: Plan) {
    let years = years(plan);
    let text: Vec<String> =
        [(words::COST, cost_lines(plan, &years)), (words::FUNDING, funding_lines(cx, plan, &years))]
            .into_iter()
            .map(|(first, lines)| {
                let columns = columns(first, &years, false);
                DataTable::new(first, first, &columns).rows(lines.len()).tab_separated(&mut |at, row| {
                    if let Some(line) = lines.get(at) {
                        describe(row, line, None);
                    }
                })
            })
            .collect();
    copy_table(cx, words::COST, plan, &text.join("\n\n"));
}
