//! The tab Methode: how it was computed, the recipe as a file, and every intermediate value.

use super::select;
use super::simple_table::Tables;
use crate::analysis::{
    IndexRun, Ranking, RunNote, Stage, StageColumns, StageName, contribution_explained, left_out_reason,
    normalised_explained, ranking_lines, run_note,
};
use crate::domain::{IndicatorId, PlanningData, Status};
use crate::text;
use crate::text::panel::bedarf as words;
use crate::theme::{TypeStyle, radius, row, space, stroke};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Explanation, Inspected, Intent, PanelCx, picture};
use egui::{Align, Align2, Frame, Label, Layout, Margin, Panel, Role, ScrollArea, Sense, Ui, WidgetInfo};
use std::sync::Arc;

/// State: the step that is looked at.
pub(super) struct MethodView {
    stage: StageName,
}

impl Default for MethodView {
    fn default() -> Self {
        MethodView { stage: StageName::Raw }
    }
}

impl MethodView {
    /// Draws words at the left, values at the right.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, ranking: &Ranking, copy: bool) {
        let width = (ui.available_width() * 0.36).clamp(300.0, 460.0);
        let panel = Panel::left("bedarf_method_words").exact_size(width).resizable(false).show_separator_line(false);
        panel.frame(Frame::NONE).show(ui, |ui| {
            let edge = ui.max_rect();
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                Frame::NONE.inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| explained(ui, cx, ranking));
            });
            ui.painter().vline(edge.right() - 0.5, edge.y_range(), line(stroke::LINE, cx.tokens.line));
        });
        self.stages(ui, cx, &ranking.run, copy);
    }

    fn stages(&mut self, ui: &mut Ui, cx: &mut PanelCx, run: &IndexRun, copy: bool) {
        let Some(stage) = run.stages.iter().find(|stage| stage.name == self.stage).or(run.stages.first()) else {
            return;
        };
        let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 10));
        Panel::top("bedarf_stage").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                label::h3(ui, words::STAGES);
                let choices: Vec<(StageName, &str)> =
                    run.stages.iter().map(|stage| (stage.name, stage_word(stage.name))).collect();
                if let Some(chosen) = Combo::new(words::STAGE).width(220.0).show(ui, Some(&stage.name), &choices) {
                    self.stage = chosen;
                }
            });
            label::hint(ui, words::STAGE_HINT);
        });
        stage_table(ui, cx, run, stage, copy);
    }
}

fn explained(ui: &mut Ui, cx: &mut PanelCx, ranking: &Ranking) {
    let run = &ranking.run;
    ui.set_width(ui.available_width());
    label::h2(ui, words::HOW_COMPUTED);
    for line in ranking_lines(&cx.snapshot.data, ranking) {
        label::body(ui, &line);
    }
    label::body(ui, &words::fingerprint(&run.fingerprint));
    if !run.left_out.is_empty() {
        ui.add_space(space::M);
        let columns = [Column::text(words::AREA).flex(130.0), Column::text(words::REASON).flex(160.0)];
        let name = |area| cx.snapshot.data.area(area).map_or_else(String::new, |area| area.name.clone());
        let rows: Vec<Vec<String>> =
            run.left_out.iter().map(|out| vec![name(out.area), left_out_reason(&out.reason)]).collect();
        Tables::default().titled(ui, cx, words::NOT_RANKED, &columns, &rows, &|_| None);
    }
    let Ok(toml) = toml::to_string(&run.spec) else { return };
    ui.add_space(space::L);
    ui.horizontal(|ui| {
        label::h2(ui, words::RECIPE_FILE);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::secondary(words::COPY_RECIPE).icon(icon::COPY).compact().show(ui).clicked() {
                cx.outbox.push(Intent::Copy(toml.clone()));
            }
        });
    });
    let frame = Frame::NONE.fill(color32(cx.tokens.sunken)).stroke(line(stroke::LINE, cx.tokens.line));
    frame.corner_radius(radius::CONTROL).inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(rich(toml, TypeStyle::Small, cx.tokens.text)).wrap().selectable(true));
    });
}

fn stage_word(name: StageName) -> &'static str {
    match name {
        StageName::Raw => words::STAGE_RAW,
        StageName::Denominated => words::STAGE_DENOMINATED,
        StageName::Imputed => words::STAGE_IMPUTED,
        StageName::Treated => words::STAGE_TREATED,
        StageName::Dimensions => words::STAGE_DIMENSIONS,
        StageName::Normalised => words::STAGE_NORMALISED,
        StageName::Weighted => words::STAGE_WEIGHTED,
        StageName::Aggregated => words::STAGE_AGGREGATED,
        StageName::Standardised => words::STAGE_STANDARDISED,
    }
}

/// Whether a step has values in the units of the indicators.
fn has_units(name: StageName) -> bool {
    match name {
        StageName::Raw | StageName::Denominated | StageName::Imputed => true,
        StageName::Treated
        | StageName::Normalised
        | StageName::Weighted
        | StageName::Dimensions
        | StageName::Aggregated
        | StageName::Standardised => false,
    }
}

#[derive(Clone)]
struct StageTable<'a> {
    data: &'a PlanningData,
    run: &'a IndexRun,
    stage: &'a Stage,
    order: Vec<usize>,
    /// Numbers alone, as a spreadsheet reads them: what marks say stands in the notes.
    bare: bool,
}

impl StageTable<'_> {
    fn columns(&self) -> Vec<Column<'_>> {
        let mut columns = vec![Column::text(words::AREA).fixed(176.0)];
        let name = |id: &IndicatorId| self.data.indicator(*id).map_or("", |card| card.name.as_str());
        match self.stage.name.columns() {
            StageColumns::Index => columns.push(Column::number(words::INDEX).flex(96.0)),
            StageColumns::Dimensions => {
                columns.extend(self.run.dimensions.iter().map(|name| Column::number(name).flex(132.0)));
            }
            StageColumns::Indicators => {
                columns.extend(self.run.indicators.iter().map(|id| Column::number(name(id)).flex(168.0)));
            }
        }
        columns
    }

    /// What this step did to a cell beyond computing it.
    fn changed(&self, row: usize, column: usize) -> Option<&'static str> {
        let filled = || self.run.filled.iter().any(|cell| cell.row == row && cell.indicator == column);
        match self.stage.name {
            StageName::Imputed => filled().then_some(words::FILLED),
            StageName::Treated => self.run.touched.contains(&(column, row)).then_some(words::TREATED),
            StageName::Raw
            | StageName::Denominated
            | StageName::Normalised
            | StageName::Weighted
            | StageName::Dimensions
            | StageName::Aggregated
            | StageName::Standardised => None,
        }
    }

    /// The value of a cell; none where the indicator is missing, also where it then contributes nothing.
    fn value(&self, row: usize, column: usize) -> Option<f64> {
        let value = self.stage.values.get(row, column).filter(|value| !value.is_nan());
        match self.stage.name {
            StageName::Weighted => value.filter(|_| self.run.normalised.get(row, column).is_some_and(|z| !z.is_nan())),
            StageName::Raw
            | StageName::Denominated
            | StageName::Imputed
            | StageName::Treated
            | StageName::Normalised
            | StageName::Dimensions
            | StageName::Aggregated
            | StageName::Standardised => value,
        }
    }

    fn words(&self, row: usize, column: usize, value: f64) -> String {
        let words = match self.run.indicators.get(column).filter(|_| has_units(self.stage.name)) {
            Some(&indicator) => {
                let decimals = self.data.indicator(indicator).map_or(1, |card| card.decimals);
                let marked = !self.bare && self.stage.name == StageName::Raw;
                let status = self.run.status.get(row, column).filter(|_| marked);
                text::value_or_sign(Some(value), status.unwrap_or(Status::Reported), decimals)
            }
            None => text::decimal(value, 3),
        };
        match self.changed(row, column).filter(|_| !self.bare) {
            Some(changed) => words::cell_changed(&words, changed),
            None => words,
        }
    }

    fn describe(&self, at: usize, cells: &mut Row<'_>, clicked: &mut Option<(usize, usize)>) {
        let Some(&row) = self.order.get(at) else { return };
        let area = self.run.areas[row];
        cells.name(self.data.area(area).map_or("", |area| area.name.as_str()));
        for column in 0..self.stage.values.width() {
            let Some(value) = self.value(row, column) else {
                match self.stage.name.columns() {
                    StageColumns::Indicators => {
                        let status = self.run.status.get(row, column).unwrap_or(Status::Missing);
                        cells.sign(text::status_sign(status));
                    }
                    StageColumns::Dimensions | StageColumns::Index => cells.empty(),
                }
                continue;
            };
            let words = self.words(row, column, value);
            cells.widget(&words, |ui, rect| {
                if number(ui, rect, &words) {
                    *clicked = Some((row, column));
                }
            });
        }
    }

    /// What a click on a number opens: its cell of origin, how it was computed, or the rank that it leads to.
    fn explained(&self, row: usize, column: usize) -> Option<Intent> {
        let area = self.run.areas[row];
        let rank = Intent::Inspect(Inspected::Rank(area));
        let steps = match self.stage.name {
            StageName::Raw | StageName::Denominated | StageName::Imputed | StageName::Treated => {
                let indicator = *self.run.indicators.get(column)?;
                return Some(Intent::Inspect(Inspected::Value { indicator, area, period: self.run.period }));
            }
            StageName::Dimensions | StageName::Aggregated | StageName::Standardised => return Some(rank),
            StageName::Normalised => {
                let decimals = self.data.indicator(*self.run.indicators.get(column)?).map_or(1, |card| card.decimals);
                normalised_explained(self.run, row, column, decimals)
            }
            StageName::Weighted => contribution_explained(self.run, row, column),
        };
        let name = |id: &IndicatorId| self.data.indicator(*id).map_or("", |card| card.name.as_str());
        let period = self.data.period(self.run.period).map_or("", |period| period.label.as_str());
        Some(Intent::Explain(Arc::new(Explanation {
            title: words::stage_of(stage_word(self.stage.name), self.run.indicators.get(column).map_or("", name)),
            figure: self.words(row, column, self.value(row, column)?),
            of: words::area_and_period(self.data.area(area).map_or("", |area| area.name.as_str()), period),
            steps: steps?,
        })))
    }
}

/// A number that explains itself on a click.
fn number(ui: &mut Ui, rect: egui::Rect, words: &str) -> bool {
    let response = ui.interact(rect, ui.unique_id().with("number"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let tokens = tokens(ui);
    let color = if response.hovered() { tokens.accent } else { tokens.text };
    paint::text(ui, rect.right_center(), Align2::RIGHT_CENTER, words, TypeStyle::Body, color);
    response.clicked()
}

fn stage_table(ui: &mut Ui, cx: &mut PanelCx, run: &IndexRun, stage: &Stage, copy: bool) {
    let table = StageTable { data: &cx.snapshot.data, run, stage, order: run.by_rank(), bare: false };
    let columns = table.columns();
    let selected = table.order.iter().position(|row| Some(run.areas[*row]) == cx.focus.area);
    let shown = DataTable::new(("bedarf_stage", stage.name), stage_word(stage.name), &columns)
        .rows(table.order.len())
        .sticky_columns(1)
        .row_height(row::DENSE)
        .head_height(38.0)
        .selected(selected);
    let mut clicked = None;
    if copy {
        let bare = StageTable { bare: true, ..table.clone() };
        let copied = shown.tab_separated(&mut |at, row| bare.describe(at, row, &mut None));
        let is_shown = |note: &&RunNote| matches!(note, RunNote::Filled { .. } | RunNote::Treated { .. });
        let notes = run.notes.iter().filter(is_shown).map(|note| run_note(&cx.snapshot.data, note)).collect();
        let copied = picture::copied_ranking_with(cx, stage_word(stage.name), &copied, notes);
        cx.outbox.push(Intent::Copy(copied));
    }
    let response = shown.show(ui, |at, row| table.describe(at, row, &mut clicked));
    if let Some(row) = response.selected.and_then(|row| table.order.get(row)) {
        select(cx, run.areas[*row]);
    }
    if let Some((row, column)) = clicked {
        cx.outbox.push(Intent::SelectArea(run.areas[row]));
        if let Some(explained) = table.explained(row, column) {
            cx.outbox.push(explained);
        }
    } else if let Some(row) = response.activated.and_then(|row| table.order.get(row)) {
        cx.outbox.push(Intent::Inspect(Inspected::Rank(run.areas[*row])));
    }
}
