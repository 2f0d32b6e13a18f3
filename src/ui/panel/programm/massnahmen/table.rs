//! The table of measures: one row per measure with money and time, grouped by Handlungsfeld.

use super::super::{Plan, sums};
use super::state_look;
use crate::domain::{Beschlussstand, Euro, FundingSource, Handlungsfeld, Massnahme, MassnahmeId, Quarter};
use crate::text::panel::programm as words;
use crate::text::report::measure_number;
use crate::text::{beschlussstand, handlungsfeld};
use crate::theme::row;
use crate::ui::PanelCx;
use crate::ui::widget::badge::handlungsfeld_color;
use crate::ui::widget::data_table::{Column, DataTable, Group, Row, TableResponse};
use crate::ui::widget::stack_bar::{Fill, Part, StackAxis, paint_stack_bar};
use crate::ui::widget::timeline::{Certainty, TimeAxis, paint_bar};
use egui::Ui;

/// Which columns there is room for.
#[derive(Clone, Copy)]
pub(super) struct Fit {
    responsible: bool,
    funding: bool,
    time: f32,
}

impl Fit {
    /// What fits into a width.
    pub(super) fn of(width: f32) -> Fit {
        Fit { responsible: width >= 1000.0, funding: width >= 820.0, time: if width >= 1100.0 { 276.0 } else { 180.0 } }
    }

    /// Everything, for copying.
    fn all() -> Fit {
        Fit { responsible: true, funding: true, time: 276.0 }
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

fn columns(plan: Plan, fit: Fit) -> Vec<Column<'static>> {
    let axis = time_axis(plan);
    let mut columns = vec![Column::text(words::NUMBER).fixed(54.0), Column::text(words::MEASURE).flex(170.0)];
    if fit.responsible {
        columns.push(Column::text(words::RESPONSIBLE).flex(100.0));
    }
    columns.push(Column::text(words::DECISION).fixed(122.0));
    columns.push(Column::number(words::COST).unit("€").fixed(88.0));
    if fit.funding {
        columns.push(Column::text(words::FUNDING).fixed(130.0));
    }
    columns.push(Column::number(words::OPEN).unit("€").fixed(82.0));
    columns.push(Column::text("").fixed(fit.time).head(move |ui, rect| axis.paint_head(ui, rect)));
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

fn parts(cx: &PanelCx, measure: &Massnahme) -> Vec<Part> {
    let colors = cx.tokens.palettes.funding();
    let mut parts: Vec<Part> = FundingSource::ALL
        .into_iter()
        .zip(colors)
        .map(|(source, color)| {
            let value = sums::euros(sums::funding([measure], None, Some(source)));
            Part { value, fill: Fill::Color(color) }
        })
        .collect();
    parts.push(Part { value: sums::euros(measure.open_amount()), fill: Fill::Open });
    parts
}

/// Shows the table.
pub(super) fn show(
    ui: &mut Ui,
    cx: &PanelCx,
    plan: Plan,
    shown: &[&Massnahme],
    selected: Option<MassnahmeId>,
    height: f32,
) -> TableResponse {
    let fit = Fit::of(ui.available_width());
    let (columns, groups) = (columns(plan, fit), groups(shown));
    let bars: Vec<Vec<Part>> = shown.iter().map(|measure| parts(cx, measure)).collect();
    let stack = StackAxis::fitting(bars.iter().map(Vec::as_slice));
    let selected = shown.iter().position(|measure| Some(measure.id) == selected);
    table(plan, &columns, &groups, shown).selected(selected).height(height).show(ui, |at, row| {
        match (shown.get(at), bars.get(at)) {
            (Some(measure), Some(bar)) => describe(row, cx, plan, fit, measure, (stack, bar)),
            _ => total(row, fit, shown),
        }
    })
}

fn table<'t>(plan: Plan, columns: &'t [Column<'t>], groups: &'t [Group], shown: &[&Massnahme]) -> DataTable<'t> {
    DataTable::new(("massnahmen", plan.programme.id), words::MEASURES, columns)
        .rows(shown.len())
        .groups(groups)
        .row_height(row::BARS)
        .head_height(38.0)
        .named_by(1)
        .with_total()
}

/// The whole table as text.
pub(super) fn tab_separated(cx: &PanelCx, plan: Plan, shown: &[&Massnahme]) -> String {
    let fit = Fit::all();
    let columns = columns(plan, fit);
    let axis = StackAxis { from: 0.0, to: 1.0 };
    table(plan, &columns, &[], shown).tab_separated(&mut |at, row| match shown.get(at) {
        Some(measure) => describe(row, cx, plan, fit, measure, (axis, &[])),
        None => total(row, fit, shown),
    })
}

fn describe(row: &mut Row<'_>, cx: &PanelCx, plan: Plan, fit: Fit, measure: &Massnahme, bar: (StackAxis, &[Part])) {
    row.quiet(&measure_number(measure.number));
    row.name(&measure.titel);
    if fit.responsible {
        let who = if measure.traeger.is_empty() { &measure.federfuehrung } else { &measure.traeger };
        row.small(who);
    }
    let (tone, symbol) = state_look(measure.beschlussstand);
    row.badge(tone, symbol, beschlussstand(measure.beschlussstand));
    row.text(&sums::digits_or_dash(measure.total_cost()));
    let open = measure.open_amount();
    if fit.funding {
        let spoken = words::funding_parts(&sums::by_source(measure), open);
        row.paint(&spoken, |ui, rect| paint_stack_bar(ui, rect, bar.0, bar.1));
    }
    if open.cents > 0 {
        row.strong(&sums::digits(open));
    } else {
        row.text(words::NONE);
    }
    let spoken = words::span(measure.beginn, measure.ende);
    row.paint(&spoken, |ui, rect| time_bar(ui, cx, plan, measure, rect));
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
    let check = measure
        .pruefung_am
        .map(|date| Quarter { year: date.year(), quarter: u8::try_from((date.month() - 1) / 3 + 1).unwrap_or(1) });
    let check = check.filter(|check| (axis.first_year..=axis.last_year).contains(&check.year));
    let color = handlungsfeld_color(cx.tokens, measure.handlungsfeld);
    paint_bar(ui, rect, axis, (begin, end), color, certainty, check);
}

fn total(row: &mut Row<'_>, fit: Fit, shown: &[&Massnahme]) {
    row.empty();
    row.strong(words::SUM);
    if fit.responsible {
        row.empty();
    }
    row.empty();
    let cost: Euro = shown.iter().map(|measure| measure.total_cost()).sum();
    row.strong(&sums::digits_or_dash(cost));
    if fit.funding {
        row.empty();
    }
    let open: Euro = shown.iter().map(|measure| measure.open_amount()).sum();
    row.strong(&sums::digits_or_dash(open));
    row.empty();
}
