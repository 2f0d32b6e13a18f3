//! Herkunft & Erklärung: where a number comes from and how it was computed. Opens with Strg+I.

use crate::domain::{Indicator, Observation, Period};
use crate::import::DecimalMark;
use crate::text::panel::shell as words;
use crate::text::{self, needs};
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Explanation, Inspected, Intent, PanelCx, UiAction};
use egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Ui, vec2};

const WIDTH: f32 = 304.0;
/// Room for a share of the index.
const NUMBER_WIDTH: f32 = 56.0;

/// Draws the inspector.
pub fn show(ui: &mut Ui, cx: &mut PanelCx) {
    let frame = Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin::same(14));
    Panel::right("inspector").exact_size(WIDTH).resizable(false).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            let rect = ui.max_rect().expand(14.0);
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            head(ui, cx);
            // What is newly inspected begins at its top.
            let title = cx.focus.explanation.as_ref().map(|found| (found.title.clone(), found.of.clone()));
            let salt = ("inspected", format!("{:?}", cx.focus.inspected), title);
            ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show(ui, |ui| match cx.focus.inspected {
                Some(Inspected::Value { indicator, area, period }) => {
                    let data = &cx.snapshot.data;
                    let found = data
                        .indicator(indicator)
                        .zip(data.period(period))
                        .zip(data.dataset.get(indicator, area, period));
                    match found {
                        Some(((indicator, period), observation)) => value(ui, cx, indicator, period, &observation),
                        None => label::hint(ui, words::INSPECTOR_EMPTY).into_unit(),
                    }
                }
                Some(Inspected::Rank(area)) => rank(ui, cx, area),
                Some(Inspected::Explained) => match cx.focus.explanation.clone() {
                    Some(explanation) => explained(ui, cx, &explanation),
                    None => label::hint(ui, words::INSPECTOR_EMPTY).into_unit(),
                },
                None => label::hint(ui, words::INSPECTOR_EMPTY).into_unit(),
            });
        },
    );
}

trait IntoUnit {
    fn into_unit(self);
}

impl IntoUnit for egui::Response {
    fn into_unit(self) {}
}

fn head(ui: &mut Ui, cx: &mut PanelCx) {
    ui.horizontal(|ui| {
        label::h3(ui, UiAction::Inspector.label());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::icon_only(icon::X, words::CLOSE).show(ui).clicked() {
                cx.outbox.action(UiAction::Inspector);
            }
        });
    });
    ui.add_space(6.0);
}

fn value(ui: &mut Ui, cx: &mut PanelCx, indicator: &Indicator, period: &Period, observation: &Observation) {
    let data = &cx.snapshot.data;
    let area = data.area(observation.area).map_or("", |area| area.name.as_str());
    label::small(ui, &indicator.name);
    let shown = observation.value.map_or_else(
        || text::status_label(observation.status).to_owned(),
        |value| text::value_with_unit(value, indicator.decimals, &indicator.unit),
    );
    label::figure(ui, &shown);
    label::small(ui, &format!("{area}, {}", period.label));
    if observation.demonstration {
        badge(ui, Tone::Warn, icon::FLASK, words::INVENTED);
    }
    ui.add_space(6.0);
    formula(ui, cx, indicator, observation);
    origin(ui, cx, indicator, period, observation);
    card(ui, indicator);
}

/// numerator : denominator × scale = value, with the names of both.
fn formula(ui: &mut Ui, cx: &PanelCx, indicator: &Indicator, observation: &Observation) {
    if indicator.numerator.is_empty() {
        return;
    }
    Frame::NONE
        .fill(color32(cx.tokens.surface))
        .stroke(line(stroke::LINE, cx.tokens.line))
        .corner_radius(4)
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            label::small(ui, words::FORMULA);
            ui.label(rich(&indicator.numerator, TypeStyle::Body, cx.tokens.text));
            label::rule(ui);
            ui.label(rich(&indicator.denominator, TypeStyle::Body, cx.tokens.text));
            if let (Some(numerator), Some(denominator), Some(value)) =
                (observation.numerator, observation.denominator, observation.value)
            {
                let times = if indicator.scale == 1.0 {
                    String::new()
                } else {
                    format!(" × {}", text::decimal(indicator.scale, 0))
                };
                let line = format!(
                    "{} : {}{times} = {}",
                    text::decimal(numerator, 0),
                    text::decimal(denominator, 0),
                    text::decimal(value, 2)
                );
                ui.add_space(4.0);
                ui.label(rich(line, TypeStyle::BodyStrong, cx.tokens.text));
            }
        });
    ui.add_space(8.0);
}

fn origin(ui: &mut Ui, cx: &mut PanelCx, indicator: &Indicator, period: &Period, observation: &Observation) {
    let data = &cx.snapshot.data;
    let Some(import) = data.import(observation.import) else { return };
    let sheet = import.sheets.get(usize::from(observation.cell.sheet)).map(String::as_str).unwrap_or_default();
    let cell =
        if sheet.is_empty() { observation.cell.to_string() } else { format!("{}, „{sheet}“", observation.cell) };
    let read_in = text::date_time(&import.imported_at);
    let file = words::file_of(&import.file_name, import.file_date.as_deref());
    let hash = import.sha256.get(..8).unwrap_or_default().to_owned();
    let original =
        cx.derived.origin.as_deref().map_or_else(|| words::LOADING_ORIGIN.to_owned(), |o| format!("„{}“", o.original));
    let reading = reading(cx, indicator, observation);
    label::terms(
        ui,
        "origin",
        &[
            (words::CELL, cell.as_str()),
            (words::ORIGINAL, original.as_str()),
            (words::FILE, file.as_str()),
            (words::MAPPING, reading.as_str()),
            (words::READ_IN, read_in.as_str()),
            (words::PERIOD, period.label.as_str()),
            (words::STATUS, text::status_reason(observation.status)),
            (words::SOURCE, import.source_note.as_str()),
            (words::CHECKSUM, hash.as_str()),
        ],
    );
    ui.add_space(8.0);
    if Button::secondary(words::COPY_CITATION).icon(icon::COPY).compact().show(ui).clicked() {
        let citation =
            format!("{}, {}: {}, {cell}; {}", indicator.name, period.label, import.file_name, import.source_note);
        cx.outbox.push(Intent::Copy(citation));
    }
    ui.add_space(10.0);
}

/// What the mapping says about the column of a value: heading, indicator, how its numbers were read.
fn reading(cx: &PanelCx, indicator: &Indicator, observation: &Observation) -> String {
    let letters = crate::domain::column_letters(observation.cell.column);
    let Some(origin) = cx.derived.origin.as_deref() else { return words::LOADING_ORIGIN.to_owned() };
    let Some(column) = &origin.column else { return words::column(&letters) };
    let comma = column.decimal_mark.map(|mark| mark == DecimalMark::Comma);
    words::column_reading(&letters, &column.header, &indicator.name, comma, column.factor.unwrap_or(1.0))
}

fn card(ui: &mut Ui, indicator: &Indicator) {
    for (term, fact) in [(words::DEFINITION, &indicator.definition), (words::CAVEAT, &indicator.caveat)] {
        if !fact.is_empty() {
            label::h3(ui, term);
            label::body(ui, fact);
            ui.add_space(6.0);
        }
    }
    for series_break in &indicator.breaks {
        label::h3(ui, words::SERIES_BREAK);
        label::body(ui, &format!("{}: {}", series_break.year, series_break.reason));
    }
}

fn rank(ui: &mut Ui, cx: &mut PanelCx, area: crate::domain::AreaId) {
    let data = &cx.snapshot.data;
    let Some(ranking) = cx.derived.ranking() else {
        label::hint(ui, words::INSPECTOR_EMPTY);
        return;
    };
    let run = &ranking.run;
    let Some(row) = run.row_of(area) else {
        label::hint(ui, words::INSPECTOR_EMPTY);
        return;
    };
    label::small(ui, &data.area(area).map_or_else(String::new, |area| area.name.clone()));
    label::figure(ui, &words::rank_of(run.place[row], run.areas.len()));
    let (low, high) = ranking.intervals.span(row);
    label::small(ui, &words::coverage(run.spec.uncertainty.coverage_percent, &needs::rank_span(low, high)));
    ui.add_space(8.0);
    assessment(ui, cx, area);
    label::h3(ui, words::CONTRIBUTIONS);
    let width = run.width();
    let mut parts: Vec<(&str, f64)> = (0..width)
        .map(|column| {
            let name = data.indicator(run.indicators[column]).map_or("", |indicator| indicator.name.as_str());
            (name, run.contributions[(row, column)])
        })
        .collect();
    parts.sort_by(|one, other| other.1.total_cmp(&one.1));
    for (name, part) in parts {
        part_line(ui, name, part, TypeStyle::Small);
    }
    label::rule(ui);
    part_line(ui, words::TOTAL, run.index[row], TypeStyle::SmallStrong);
    ui.add_space(8.0);
    label::h3(ui, words::METHOD);
    for line in crate::analysis::ranking_lines(data, ranking) {
        label::body(ui, &line);
    }
}

/// A rank carries the planner's assessment; where it is missing, that is said.
fn assessment(ui: &mut Ui, cx: &mut PanelCx, area: crate::domain::AreaId) {
    let Some(programme) = cx.snapshot.programme_of(area) else { return };
    label::h3(ui, words::ASSESSMENT);
    if programme.assessment.trim().is_empty() {
        badge(ui, Tone::Warn, icon::WARNING, words::ASSESSMENT_MISSING);
        if Button::link(words::WRITE_ASSESSMENT).show(ui).clicked() {
            cx.outbox.push(Intent::SelectArea(area));
            cx.outbox.go_to(crate::ui::Section::Handlungsprogramm);
        }
    } else {
        label::body(ui, programme.assessment.trim());
    }
    ui.add_space(8.0);
}

/// A computed number in the words of the view that shows it.
fn explained(ui: &mut Ui, cx: &mut PanelCx, explanation: &Explanation) {
    label::small(ui, &explanation.title);
    label::figure(ui, &explanation.figure);
    label::small(ui, &explanation.of);
    ui.add_space(8.0);
    for (heading, text) in &explanation.steps {
        if !heading.is_empty() {
            label::h3(ui, heading);
        }
        label::body(ui, text);
        ui.add_space(6.0);
    }
    if Button::secondary(words::COPY_EXPLANATION).icon(icon::COPY).compact().show(ui).clicked() {
        cx.outbox.push(Intent::Copy(explanation.text()));
    }
}

/// A name on the left, its share of the index on the right; a long name is cut with its whole in the tool tip.
fn part_line(ui: &mut Ui, name: &str, part: f64, style: TypeStyle) {
    let ink = crate::ui::widget::style::tokens(ui).text;
    ui.horizontal(|ui| {
        let room = ui.available_width() - NUMBER_WIDTH;
        ui.allocate_ui_with_layout(vec2(room, 18.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(room);
            ui.add(egui::Label::new(rich(name, style, ink)).truncate());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(rich(text::signed(part, 2), style, ink)));
    });
}
