//! The table of measures: one row per measure with money and time, grouped by Handlungsfeld.

use super::super::{Plan, sums};
use super::state_look;
use crate::domain::{Beschlussstand, FundingSource, Handlungsfeld, Massnahme, MassnahmeId};
use crate::programme::{Overlap, plan};
use crate::text::panel::programm as words;
use crate::text::report::measure_number;
use crate::text::{abgleichsentscheidung_short, beschlussstand, handlungsfeld, prioritaet};
use crate::theme::row;
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, handlungsfeld_color};
use crate::ui::widget::data_table::{Column, DataTable, Group, Row, TableResponse};
use crate::ui::widget::icon;
use crate::ui::widget::stack_bar::{Fill, Part, StackAxis, paint_stack_bar};
use crate::ui::widget::timeline::{Certainty, TimeAxis, paint_bar};
use egui::Ui;
use jiff::civil::Date;
use std::collections::BTreeMap;

const HEAD: f32 = 38.0;

/// Columns that may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Optional {
    /// Who is responsible.
    Responsible,
    /// Priority.
    Priority,
    /// Decisions about overlaps.
    Comparison,
    /// Bar of the funding.
    Funding,
    /// Bar of the time.
    Time,
}

impl Optional {
    /// All, in the order of the table.
    pub(super) const ALL: [Optional; 5] =
        [Optional::Responsible, Optional::Priority, Optional::Comparison, Optional::Funding, Optional::Time];

    /// Title of the column, as the menu names it.
    pub(super) fn title(self) -> &'static str {
        match self {
            Optional::Responsible => words::RESPONSIBLE,
            Optional::Priority => words::form::PRIORITY,
            Optional::Comparison => words::COMPARISON,
            Optional::Funding => words::FUNDING,
            Optional::Time => words::TIME,
        }
    }

    /// Narrowest table in which the column stands unless it was asked for.
    fn least_width(self) -> f32 {
        match self {
            Optional::Time => 0.0,
            Optional::Funding => 820.0,
            Optional::Responsible => 1000.0,
            Optional::Comparison => 1120.0,
            Optional::Priority => f32::INFINITY,
        }
    }
}

/// What the planner wants to see: columns asked for or left out, and the year that the amounts are of.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    /// Columns switched on (true) or off (false); the others stand where there is room.
    pub columns: BTreeMap<Optional, bool>,
    /// The year of the amounts; all years where there is none.
    pub year: Option<i16>,
}

impl Look {
    /// Whether a column stands in a table of this width.
    pub(super) fn shows(&self, column: Optional, width: f32) -> bool {
        self.columns.get(&column).copied().unwrap_or(width >= column.least_width())
    }
}

/// The columns of a table of some width.
#[derive(Clone)]
pub(super) struct Fit {
    columns: Vec<Optional>,
    time: f32,
    year: Option<i16>,
}

impl Fit {
    /// What fits into a width.
    pub(super) fn of(look: &Look, width: f32) -> Fit {
        let columns = Optional::ALL.into_iter().filter(|column| look.shows(*column, width)).collect();
        Fit { columns, time: if width >= 1100.0 { 240.0 } else { 170.0 }, year: look.year }
    }

    /// Everything, for copying.
    fn all(look: &Look) -> Fit {
        Fit { columns: Optional::ALL.to_vec(), time: 240.0, year: look.year }
    }

    fn has(&self, column: Optional) -> bool {
        self.columns.contains(&column)
    }
}

/// The years that the time column shows.
pub(in super::super) fn time_axis(plan: Plan) -> TimeAxis {
    let programme = plan.programme;
    let quarters = || programme.massnahmen.iter().flat_map(|measure| [measure.beginn, measure.ende]).flatten();
    let first_year = quarters().map(|quarter| quarter.year).min().unwrap_or(i16::MAX).min(programme.first_year);
    let last_year = quarters().map(|quarter| quarter.year).max().unwrap_or(i16::MIN).max(programme.last_year);
    TimeAxis { first_year, last_year: last_year.max(first_year) }
}

/// Today in years: 2026.9.
pub(in super::super) fn today(cx: &PanelCx) -> f64 {
    f64::from(cx.today.year()) + f64::from(cx.today.day_of_year() - 1) / 365.25
}

fn columns(plan: Plan, fit: &Fit) -> Vec<Column<'static>> {
    let axis = time_axis(plan);
    let mut columns = vec![Column::text(words::NUMBER).fixed(54.0), Column::text(words::MEASURE).flex(170.0)];
    if fit.has(Optional::Responsible) {
        columns.push(Column::text(words::RESPONSIBLE).flex(100.0));
    }
    columns.push(Column::text(words::DECISION).fixed(128.0));
    if fit.has(Optional::Priority) {
        columns.push(Column::text(words::form::PRIORITY).fixed(76.0));
    }
    if fit.has(Optional::Comparison) {
        columns.push(Column::text(words::COMPARISON).fixed(104.0));
    }
    let cost = fit.year.map_or_else(|| words::COST.to_owned(), words::cost_of);
    columns.push(Column::number(cost).unit("€").fixed(88.0));
    if fit.has(Optional::Funding) {
        columns.push(Column::text(words::FUNDING).fixed(120.0));
    }
    columns.push(Column::number(words::OPEN).unit("€").fixed(78.0));
    if fit.has(Optional::Time) {
        columns.push(Column::text("").fixed(fit.time).head(move |ui, rect| axis.paint_head(ui, rect)));
    }
    columns
}

/// Group rows by Handlungsfeld with count and cost.
pub(in super::super) fn groups(shown: &[&Massnahme]) -> Vec<Group> {
    Handlungsfeld::ALL
        .into_iter()
        .filter_map(|field| {
            let before = shown.iter().position(|measure| measure.handlungsfeld == field)?;
            let own: Vec<&&Massnahme> = shown.iter().filter(|measure| measure.handlungsfeld == field).collect();
            let cost = own.iter().map(|measure| measure.total_cost()).sum();
            let right = words::group_sum(own.len(), cost);
            let title = handlungsfeld(field).to_owned();
            Some(Group { before, title, right, field: Some(field), ..Group::default() })
        })
        .collect()
}

fn parts(cx: &PanelCx, measure: &Massnahme, year: Option<i16>) -> Vec<Part> {
    let colors = cx.tokens.palettes.funding();
    let mut parts: Vec<Part> = FundingSource::ALL
        .into_iter()
        .zip(colors)
        .map(|(source, color)| {
            let value = plan::funding([measure], year, Some(source)).in_euros();
            Part { value, fill: Fill::Color(color) }
        })
        .collect();
    parts.push(Part { value: plan::open([measure], year).in_euros(), fill: Fill::Open });
    parts
}

/// Shows the table.
pub(super) fn show(
    ui: &mut Ui,
    cx: &PanelCx,
    plan: Plan,
    shown: &[&Massnahme],
    (look, selected): (&Look, Option<MassnahmeId>),
    height: f32,
) -> TableResponse {
    let fit = Fit::of(look, ui.available_width());
    let (columns, groups) = (columns(plan, &fit), groups(shown));
    let bars: Vec<Vec<Part>> = shown.iter().map(|measure| parts(cx, measure, fit.year)).collect();
    let stack = StackAxis::fitting(bars.iter().map(Vec::as_slice));
    let selected = shown.iter().position(|measure| Some(measure.id) == selected);
    let rows = (shown.len() + 1) as f32 * row::BARS + groups.len() as f32 * row::DENSE;
    table(plan, &columns, &groups, shown).selected(selected).height(height.min(HEAD + rows)).show(ui, |at, row| match (
        shown.get(at),
        bars.get(at),
    ) {
        (Some(measure), Some(bar)) => describe(row, cx, plan, &fit, measure, (stack, bar)),
        _ => total(row, &fit, shown),
    })
}

fn table<'t>(plan: Plan, columns: &'t [Column<'t>], groups: &'t [Group], shown: &[&Massnahme]) -> DataTable<'t> {
    DataTable::new(("massnahmen", plan.programme.id), words::MEASURES, columns)
        .rows(shown.len())
        .groups(groups)
        .row_height(row::BARS)
        .head_height(HEAD)
        .named_by(1)
        .with_total()
}

/// The whole table as text.
pub(super) fn tab_separated(cx: &PanelCx, plan: Plan, shown: &[&Massnahme], look: &Look) -> String {
    let fit = Fit::all(look);
    let columns = columns(plan, &fit);
    let axis = StackAxis { from: 0.0, to: 1.0 };
    table(plan, &columns, &[], shown).tab_separated(&mut |at, row| match shown.get(at) {
        Some(measure) => describe(row, cx, plan, &fit, measure, (axis, &[])),
        None => total(row, &fit, shown),
    })
}

fn describe(row: &mut Row<'_>, cx: &PanelCx, plan: Plan, fit: &Fit, measure: &Massnahme, bar: (StackAxis, &[Part])) {
    row.quiet(&measure_number(measure.number));
    row.name(&measure.titel);
    if fit.has(Optional::Responsible) {
        let who = if measure.traeger.is_empty() { &measure.federfuehrung } else { &measure.traeger };
        row.small(who);
    }
    let overlaps = plan.view.and_then(|view| view.overlaps.get(&measure.id)).map_or(&[][..], Vec::as_slice);
    if overlaps.iter().any(Overlap::is_open) {
        row.badge(Tone::Err, icon::INTERSECT, words::overlap::OPEN);
    } else {
        let (tone, symbol) = state_look(measure.beschlussstand);
        row.badge(tone, symbol, beschlussstand(measure.beschlussstand));
    }
    if fit.has(Optional::Priority) {
        row.small(prioritaet(measure.prioritaet));
    }
    if fit.has(Optional::Comparison) {
        row.small(&decisions(overlaps));
    }
    row.text(&sums::digits_or_dash(plan::cost([measure], fit.year, None)));
    let open = plan::open([measure], fit.year);
    if fit.has(Optional::Funding) {
        let spoken = words::funding_parts(&plan::by_source(measure, fit.year), open);
        row.paint(&spoken, |ui, rect| paint_stack_bar(ui, rect, bar.0, bar.1));
    }
    if open.cents > 0 {
        row.strong(&crate::text::euro_digits(open));
    } else {
        row.text(words::NONE);
    }
    if fit.has(Optional::Time) {
        let spoken = words::span(measure.beginn, measure.ende);
        row.paint(&spoken, |ui, rect| time_bar(ui, cx, plan, measure, rect));
    }
}

/// What was decided about overlaps, each decision once.
fn decisions(overlaps: &[Overlap]) -> String {
    let mut decided: Vec<&str> = overlaps
        .iter()
        .filter_map(|overlap| overlap.decision.as_ref().filter(|decision| decision.is_settled()))
        .map(|decision| abgleichsentscheidung_short(decision.decision))
        .collect();
    decided.sort_unstable();
    decided.dedup();
    decided.join(", ")
}

/// Ground, bar and interim check of a measure.
pub(in super::super) fn time_bar(ui: &Ui, cx: &PanelCx, plan: Plan, measure: &Massnahme, rect: egui::Rect) {
    let axis = time_axis(plan);
    axis.paint_ground(ui, rect, Some(today(cx)));
    let Some(begin) = measure.beginn.or(measure.ende) else { return };
    let end = measure.ende.unwrap_or(begin).max(begin);
    let certainty = match measure.beschlussstand {
        Beschlussstand::Geplant => Certainty::Planned,
        Beschlussstand::Abgestimmt
        | Beschlussstand::Beschlossen
        | Beschlussstand::Laeuft
        | Beschlussstand::Abgeschlossen => Certainty::Agreed,
    };
    let shown = |day: &Date| (axis.first_year..=axis.last_year).contains(&day.year());
    let checks: Vec<Date> = measure.check_days().filter(shown).collect();
    let color = handlungsfeld_color(cx.tokens, measure.handlungsfeld);
    paint_bar(ui, rect, axis, (begin, end), color, certainty, &checks);
}

fn total(row: &mut Row<'_>, fit: &Fit, shown: &[&Massnahme]) {
    let all = || shown.iter().copied();
    row.empty();
    row.strong(words::SUM);
    let before = [Optional::Responsible, Optional::Priority, Optional::Comparison];
    let empty = before.into_iter().filter(|column| fit.has(*column)).count() + 1;
    (0..empty).for_each(|_| row.empty());
    row.strong(&sums::digits_or_dash(plan::cost(all(), fit.year, None)));
    if fit.has(Optional::Funding) {
        row.empty();
    }
    row.strong(&sums::digits_or_dash(plan::open(all(), fit.year)));
    if fit.has(Optional::Time) {
        row.empty();
    }
}
