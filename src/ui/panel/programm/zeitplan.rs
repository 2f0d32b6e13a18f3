//! Time, cost and money of the whole programme: bars over quarters, sums by year.

use super::massnahmen::{groups, time_axis, time_bar};
use super::{Jump, Plan, copy_table, in_row, info, send, sums};
use crate::domain::{CostKind, Euro, FundingSource, Massnahme, MassnahmeId};
use crate::project::ProgrammeCommand;
use crate::text::panel::programm as words;
use crate::text::report::measure_number;
use crate::text::{cost_kind, funding_source};
use crate::theme::{TypeStyle, row, space, stroke};
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Group, Row};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::stack_bar::{Fill, Part, StackAxis, paint_stack_bar};
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{PanelCx, UiAction};
use egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, ScrollArea, Ui, vec2};

/// State of time and money: the selected measure.
#[derive(Default)]
pub(super) struct ZeitplanPart {
    selected: Option<MassnahmeId>,
}

impl ZeitplanPart {
    /// Shows bars and sums.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) -> Option<Jump> {
        if cx.triggered(UiAction::CopyTable) {
            copy(cx, plan);
        }
        toolbar(ui, cx, plan);
        if plan.programme.massnahmen.is_empty() {
            let empty = EmptyState::new(words::NO_PLAN, words::NO_PLAN_WHY);
            let chosen = empty.secondary(icon::LIST_CHECKS, words::OPEN_MEASURES).show(ui);
            return (chosen == Some(EmptyChoice::Secondary)).then_some(Jump::Measures);
        }
        let height = (ui.available_height() * 0.48).clamp(190.0, 340.0);
        let frame = Frame::NONE.fill(color32(cx.tokens.surface));
        Panel::bottom("zeitplan-summen")
            .exact_size(height)
            .resizable(false)
            .show_separator_line(false)
            .frame(frame)
            .show(ui, |ui| {
                let rect = ui.max_rect();
                ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.frame));
                ScrollArea::vertical()
                    .id_salt("summen")
                    .auto_shrink([false, false])
                    .show(ui, |ui| sums_view(ui, cx, plan));
            });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| self.bars(ui, cx, plan)).inner
    }

    fn bars(&mut self, ui: &mut Ui, cx: &PanelCx, plan: Plan) -> Option<Jump> {
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
        response.activated.and_then(|row| shown.get(row)).map(|measure| Jump::Measure(measure.id))
    }
}

fn toolbar(ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 0));
    Panel::top("zeitplan-leiste").exact_size(36.0).resizable(false).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            let rect = ui.max_rect().expand2(vec2(12.0, 0.0));
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let programme = plan.programme;
                let (mut first, mut last) = (programme.first_year, programme.last_year);
                let years: Vec<(i16, String)> = (first.min(cx.today.year()) - 2..=last.max(cx.today.year()) + 8)
                    .map(|year| (year, year.to_string()))
                    .collect();
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
            });
        },
    );
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
        .map(|kind| line_of(cost_kind(kind), years, false, None, |year| sums::cost(measures, year, Some(kind))))
        .collect();
    lines.push(line_of(words::COSTS_TOTAL, years, true, None, |year| sums::cost(measures, year, None)));
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
            line_of(funding_source(source), years, false, bar, |year| sums::funding(measures, year, Some(source)))
        })
        .collect();
    lines.push(line_of(words::STILL_OPEN, years, false, Some(Fill::Open), |year| match year {
        Some(year) => open_in(measures, year),
        None => measures.iter().map(Massnahme::open_amount).sum(),
    }));
    lines.push(line_of(words::FUNDING_TOTAL, years, true, None, |year| sums::funding(measures, year, None)));
    lines
}

/// What the measures lack in one year, each for itself: money of one does not pay for another.
fn open_in(measures: &[Massnahme], year: i16) -> Euro {
    let open = |measure: &Massnahme| {
        let missing = sums::cost([measure], Some(year), None) - sums::funding([measure], Some(year), None);
        Euro { cents: missing.cents.max(0) }
    };
    measures.iter().map(open).sum()
}

fn sums_view(ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
    let years = years(plan);
    let (costs, money) = (cost_lines(plan, &years), funding_lines(cx, plan, &years));
    let side_by_side = ui.available_width() >= 900.0;
    let own = plan.programme.massnahmen.as_slice();
    let share = own_share(own);
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

/// Height of a table of sums with its title.
fn table_height(lines: usize) -> f32 {
    lines as f32 * row::DENSE + row::NORMAL + 56.0
}

fn own_share(measures: &[Massnahme]) -> Option<String> {
    let all = sums::euros(sums::funding(measures, None, None));
    let own = sums::euros(sums::funding(measures, None, Some(FundingSource::Eigenanteil)));
    (all > 0.0).then(|| words::own_share(own / all * 100.0))
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
    let most = lines.iter().filter(|line| !line.strong).map(|line| sums::euros(line.total)).fold(0.0, f64::max);
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
            paint_stack_bar(ui, rect, axis, &[Part { value: sums::euros(line.total), fill }]);
        }),
        None => row.empty(),
    }
}

/// Copies both tables of sums, one below the other.
pub(super) fn copy(cx: &mut PanelCx, plan: Plan) {
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
    copy_table(cx, text.join("\n\n"));
}
