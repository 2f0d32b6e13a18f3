//! What only the planner can settle: each open question with its ways on.

use super::recognised::{self, Kind};
use super::{Jump, View, walk};
use crate::domain::{AreaLevel, CellRef, Status, column_letters};
use crate::import::{
    AreaChoice, ColumnRole, DecimalMark, DuplicateRule, FactorSample, FootnoteRule, LongRowRule, Mapping, MarkSample,
    OpenRow, Question, QuestionKind, SubtotalRule, UnknownArea,
};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::{TypeStyle, control, radius, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, text as label};
use egui::{CornerRadius, Frame, Label, Margin, Ui};
use std::collections::BTreeSet;

/// Areas that are listed one by one.
const LISTED: usize = 60;

/// Shows the questions; returns a cell that the planner wants to see. Notes which of them has the focus.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, walk: &mut walk::Walk) -> Option<CellRef> {
    let mut target = None;
    let before = usize::from(view.draft?.questions.iter().any(is_drift));
    for (at, question) in view.draft?.questions.iter().filter(|question| !is_drift(question)).enumerate() {
        // A question that moves up does not take the focus of the one that was answered before it.
        let card = match &question.kind {
            QuestionKind::SimilarIndicator { code, .. } => code.as_str(),
            _ => "",
        };
        ui.push_id(("question", question.kind.code(), question.column, card), |ui| {
            let tokens = tokens(ui);
            let edge = if question.blocking { tokens.err } else { tokens.frame };
            let frame = Frame::new()
                .fill(color32(tokens.surface))
                .stroke(line(stroke::LINE, edge))
                .corner_radius(CornerRadius::same(radius::CONTROL))
                .inner_margin(Margin::symmetric(10, 8));
            let shown = frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 6.0;
                let (tone, symbol, word) = if question.blocking {
                    (Tone::Err, icon::QUESTION, words::OPEN)
                } else {
                    (Tone::Info, icon::INFO, words::PLEASE_CHECK)
                };
                ui.horizontal(|ui| {
                    badge(ui, tone, symbol, word);
                    if let Some(column) = question.column {
                        let letters = words::column_named(&column_letters(column));
                        if Button::link(&letters).show(ui).clicked() {
                            let row = view.mapping.data_rows.first;
                            target = Some(CellRef { sheet: view.mapping.sheet, row, column });
                        }
                    }
                });
                let words = question.text();
                let sentence = ui.add(Label::new(rich(&words, TypeStyle::Body, tokens.text)).wrap());
                walk::anchor(ui, sentence.rect, &words, view.jump == Some(Jump::Open(before + at)));
                target = ways(ui, cx, view, question).or(target);
            });
            walk.note_focus(ui, shown.response.rect, before + at, &question.text());
        });
    }
    target
}

/// Whether a question belongs to the comparison of headings, which stands above the questions.
pub(super) fn is_drift(question: &Question) -> bool {
    matches!(
        question.kind,
        QuestionKind::HeaderChanged { .. } | QuestionKind::NewColumns { .. } | QuestionKind::MissingColumns { .. }
    )
}

fn ways(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, question: &Question) -> Option<CellRef> {
    match &question.kind {
        QuestionKind::DecimalMark { samples, suggestion, .. } => {
            decimal_mark(ui, cx, view, question.column, samples, *suggestion);
        }
        QuestionKind::SharesAsFractions { samples, .. } => fractions(ui, cx, view, question.column, samples),
        QuestionKind::CellUnit { factor, .. } => cell_unit(ui, cx, view, question.column, *factor),
        QuestionKind::RememberedFactor { factor, samples, .. } => {
            remembered_factor(ui, cx, view, question.column, *factor, samples);
        }
        QuestionKind::Footnotes { count, first, value, .. } => {
            return footnotes(ui, cx, view, (*count, *value), *first);
        }
        QuestionKind::UnknownAreas { areas } => return unknown_areas(ui, cx, view, areas),
        QuestionKind::AreasOnOtherLevels { areas } => return on_other_levels(ui, cx, view, areas),
        QuestionKind::RowLevels { rows } => return row_levels(ui, cx, view, rows),
        QuestionKind::AmbiguousAreas { labels } => ambiguous(ui, cx, view, labels),
        QuestionKind::AreaLevel => level(ui, cx, view),
        QuestionKind::AreaBlocks { .. } => {
            label::hint(ui, words::BLOCKS_ABOVE);
        }
        QuestionKind::Period { suggestion, .. } => {
            if let Some(year) = suggestion {
                period_suggestion(ui, cx, view, question.column, year);
            }
            let width = ui.available_width();
            super::assign::period(ui, cx, view, width, "question");
        }
        QuestionKind::NoAreaColumn => choose_column(ui, cx, view, Kind::Area),
        QuestionKind::NoValueColumn => choose_column(ui, cx, view, Kind::Indicator),
        QuestionKind::NilSign { .. } => nil_sign(ui, cx, view),
        QuestionKind::Subtotals { silent, .. } => subtotals(ui, cx, view, !silent.is_empty()),
        QuestionKind::UnknownIndicators { labels } => unknown_indicators(ui, cx, view, labels),
        QuestionKind::SimilarIndicator { code, known_code, .. } => similar_indicator(ui, cx, view, code, known_code),
        QuestionKind::LongRows { first, .. } => return long_rows(ui, cx, view, *first),
        QuestionKind::Duplicates { again, .. } => return duplicates(ui, cx, view, *again),
        // Settled in the comparison of headings, see `drift`.
        QuestionKind::HeaderChanged { .. } | QuestionKind::NewColumns { .. } | QuestionKind::MissingColumns { .. } => {}
    }
    None
}

/// Values as written, and what two ways of reading make of them.
fn both_ways(ui: &mut Ui, heads: [&str; 3], rows: impl Iterator<Item = [String; 3]>) {
    let (ink, quiet) = (tokens(ui).text, tokens(ui).text2);
    // Narrow enough for the pane of a small window: what is wider would push its contents out of view.
    egui::Grid::new("samples").num_columns(3).min_col_width(52.0).spacing(egui::vec2(9.0, 2.0)).show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        for head in heads {
            ui.add(Label::new(rich(head, TypeStyle::Small, quiet)).extend());
        }
        ui.end_row();
        for row in rows {
            for text in row {
                ui.label(rich(text, TypeStyle::Small, ink));
            }
            ui.end_row();
        }
    });
}

/// Both readings of up to three values, and the choice between them.
fn decimal_mark(
    ui: &mut Ui,
    cx: &mut PanelCx,
    view: &View<'_>,
    column: Option<u16>,
    samples: &[MarkSample],
    suggestion: Option<DecimalMark>,
) {
    let read = |value: Option<f64>| value.map_or_else(|| words::NO_NUMBER.to_owned(), words::plain);
    let rows =
        samples.iter().map(|sample| [words::quoted(&sample.text), read(sample.with_comma), read(sample.with_point)]);
    both_ways(ui, [words::AS_WRITTEN, words::WITH_COMMA, words::WITH_POINT], rows);
    ui.horizontal_wrapped(|ui| {
        for (mark, word) in [(DecimalMark::Comma, words::MARK_COMMA), (DecimalMark::Point, words::MARK_POINT)] {
            let button = if suggestion == Some(mark) { Button::recommended(word) } else { Button::secondary(word) };
            if button.compact().show(ui).clicked() {
                set_column(cx, view, column, |column| column.decimal_mark = Some(mark));
            }
        }
    });
    let alike = columns_alike(view, suggestion);
    if let Some(mark) = suggestion.filter(|_| alike.len() > 1 && alike.first() == column.as_ref()) {
        let word = words::mark_in_all(alike.len(), mark == DecimalMark::Comma);
        if Button::secondary(&word).compact().show(ui).clicked() {
            view.change(cx, |mapping| {
                for column in alike {
                    if let Some(column) = mapping.columns.get_mut(usize::from(column)) {
                        column.decimal_mark = Some(mark);
                    }
                }
            });
        }
    }
}

/// The columns whose mark is open and for which the others suggest the same.
fn columns_alike(view: &View<'_>, wanted: Option<DecimalMark>) -> Vec<u16> {
    let questions = view.draft.map(|draft| draft.questions.as_slice()).unwrap_or_default();
    let alike = |question: &Question| {
        let QuestionKind::DecimalMark { suggestion, .. } = &question.kind else { return None };
        question.column.filter(|_| *suggestion == wanted)
    };
    questions.iter().filter_map(alike).collect()
}

fn set_column(
    cx: &mut PanelCx,
    view: &View<'_>,
    column: Option<u16>,
    change: impl FnOnce(&mut crate::import::ColumnMapping),
) {
    view.change(cx, |mapping| {
        if let Some(column) = column.and_then(|at| mapping.columns.get_mut(usize::from(at))) {
            change(column);
        }
    });
}

fn fractions(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, column: Option<u16>, samples: &[f64]) {
    label::small(ui, &words::fraction_samples(samples));
    ui.horizontal_wrapped(|ui| {
        for (factor, word) in [(100.0, words::TIMES_HUNDRED), (1.0, words::AS_IT_IS)] {
            if Button::secondary(word).compact().show(ui).clicked() {
                set_column(cx, view, column, |column| column.factor = Some(factor));
            }
        }
    });
}

fn cell_unit(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, column: Option<u16>, factor: Option<f64>) {
    let times = factor.map(|factor| (factor, words::times(factor)));
    ui.horizontal_wrapped(|ui| {
        for (factor, word) in times.into_iter().chain([(1.0, words::UNCHANGED.to_owned())]) {
            if Button::secondary(&word).compact().show(ui).clicked() {
                set_column(cx, view, column, |column| column.factor = Some(factor));
            }
        }
    });
}

/// Up to three values with and without the factor of an earlier file, and the choice between them.
fn remembered_factor(
    ui: &mut Ui,
    cx: &mut PanelCx,
    view: &View<'_>,
    column: Option<u16>,
    factor: f64,
    samples: &[FactorSample],
) {
    let rows = samples
        .iter()
        .map(|sample| [words::quoted(&sample.text), words::plain(sample.with), words::plain(sample.without)]);
    if !samples.is_empty() {
        both_ways(ui, [words::AS_WRITTEN, &words::times_short(factor), words::WITHOUT_FACTOR], rows);
    }
    cell_unit(ui, cx, view, column, Some(factor));
}

fn footnotes(
    ui: &mut Ui,
    cx: &mut PanelCx,
    view: &View<'_>,
    (count, value): (u32, f64),
    first: CellRef,
) -> Option<CellRef> {
    let mut target = None;
    ui.horizontal_wrapped(|ui| {
        let keep = if count == 1 { words::take_value(value) } else { words::TAKE_VALUES.to_owned() };
        for (rule, word) in [(FootnoteRule::Keep, keep), (FootnoteRule::WithoutValue, words::NO_VALUE.to_owned())] {
            if Button::secondary(&word).compact().show(ui).clicked() {
                view.change(cx, |mapping| mapping.legend.footnotes = Some(rule));
            }
        }
        if Button::link(&first.to_string()).show(ui).clicked() {
            target = Some(first);
        }
    });
    target
}

/// The key under which a choice for an area is kept.
pub(super) fn choice_key(level: Option<AreaLevel>, label: &str) -> String {
    level.map_or_else(|| label.to_owned(), |level| format!("{}/{label}", level.code()))
}

fn unknown_areas(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, areas: &[UnknownArea]) -> Option<CellRef> {
    let leveled = areas.iter().all(|area| area.level.is_some());
    let mut asked = view.draft.iter().flat_map(|draft| &draft.questions);
    if !leveled && !asked.any(|question| question.kind == QuestionKind::AreaLevel) {
        level(ui, cx, view);
    }
    let nearly: Option<Vec<(&UnknownArea, AreaChoice)>> = areas.iter().map(|area| nearly(view, area)).collect();
    ui.horizontal_wrapped(|ui| {
        if let Some(proposals) = nearly
            && Button::recommended(words::TAKE_PROPOSALS).compact().show(ui).clicked()
        {
            choose_areas(cx, view, proposals);
        }
        let reason = (!leveled).then_some(words::LEVEL_FIRST);
        // A name that is nearly one of the project may be a slip: nothing is recommended then.
        let is_new = areas.iter().all(|area| area.similar.is_empty());
        let create = if is_new { Button::recommended(words::CREATE_ALL) } else { Button::secondary(words::CREATE_ALL) };
        let create = create.compact().disabled_reason(reason);
        if create.show(ui).clicked() && reason.is_none() {
            let mut asked = view.draft.iter().flat_map(|draft| &draft.questions);
            if asked.any(|question| matches!(question.kind, QuestionKind::AreasOnOtherLevels { .. })) {
                // Those known on another level are a question of their own.
                let new = areas.iter().filter_map(|area| Some((area, AreaChoice::Create { level: area.level? })));
                choose_areas(cx, view, new.collect());
            } else {
                view.change(cx, |mapping| mapping.create_areas = true);
            }
        }
        if Button::secondary(words::SKIP_ALL).compact().show(ui).clicked() {
            view.change(cx, |mapping| {
                for area in areas {
                    mapping.area_choices.insert(choice_key(area.level, &area.label), AreaChoice::Skip);
                }
            });
        }
    });
    listed(ui, cx, view, areas)
}

/// The area that an unknown one nearly is.
fn nearly<'a>(view: &View<'_>, area: &'a UnknownArea) -> Option<(&'a UnknownArea, AreaChoice)> {
    let known = view.data.area(area.nearly?)?;
    Some((area, AreaChoice::Existing { level: known.level, key: known.key.clone() }))
}

/// Areas that the project knows on other levels: all as one of these, created on the level of their rows, or one by one.
fn on_other_levels(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, areas: &[UnknownArea]) -> Option<CellRef> {
    let levels: BTreeSet<AreaLevel> = areas.iter().flat_map(|area| area.known.iter().copied()).collect();
    ui.horizontal_wrapped(|ui| {
        for level in levels {
            let word = text::area_level(level);
            let meant: Vec<(&UnknownArea, AreaChoice)> =
                areas.iter().filter_map(|area| Some((area, existing_on(view, area, level)?))).collect();
            let all = if areas.len() == 1 { word.to_owned() } else { words::all_as(word) };
            if meant.len() == areas.len() && Button::secondary(&all).compact().show(ui).clicked() {
                choose_areas(cx, view, meant);
            }
        }
        let own: BTreeSet<Option<AreaLevel>> = areas.iter().map(|area| area.level).collect();
        if let (Some(Some(level)), 1) = (own.first().copied(), own.len()) {
            let create = words::create_all_on(text::area_level(level));
            if areas.len() > 1 && Button::secondary(&create).compact().show(ui).clicked() {
                choose_areas(cx, view, areas.iter().map(|area| (area, AreaChoice::Create { level })).collect());
            }
        }
    });
    listed(ui, cx, view, areas)
}

/// The area of the project that bears the name of an unknown one on a level.
fn existing_on(view: &View<'_>, area: &UnknownArea, level: AreaLevel) -> Option<AreaChoice> {
    let same = area.similar.iter().take(area.known.len()).filter_map(|id| view.data.area(*id));
    let mut same = same.filter(|known| known.level == level);
    same.next().map(|known| AreaChoice::Existing { level, key: known.key.clone() })
}

fn choose_areas(cx: &mut PanelCx, view: &View<'_>, choices: Vec<(&UnknownArea, AreaChoice)>) {
    view.change(cx, |mapping| {
        for (area, choice) in choices {
            mapping.area_choices.insert(choice_key(area.level, &area.label), choice);
        }
    });
}

/// Rows whose name stands on several levels: one level for all where no name stands twice, or row by row.
fn row_levels(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, rows: &[OpenRow]) -> Option<CellRef> {
    let names: BTreeSet<&str> = rows.iter().map(|row| row.label.as_str()).collect();
    let common = rows.first().map(|row| row.levels.as_slice()).unwrap_or_default().iter();
    let common = common.filter(|level| rows.iter().all(|row| row.levels.contains(level)));
    if names.len() == rows.len() && rows.len() > 1 {
        ui.horizontal_wrapped(|ui| {
            for level in common {
                if Button::secondary(&words::all_as(text::area_level(*level))).compact().show(ui).clicked() {
                    view.change(cx, |mapping| rows.iter().for_each(|row| mapping.set_row_level(row.cell.row, *level)));
                }
            }
        });
    }
    let mut target = None;
    for row in rows.iter().take(LISTED) {
        ui.push_id(row.cell.row, |ui| {
            let link =
                |ui: &mut Ui| Button::link(&words::row_and_name(row.cell.row, &short(&row.label))).show(ui).clicked();
            let clicked = beside(ui, link, |ui| {
                let levels: Vec<(AreaLevel, &str)> =
                    row.levels.iter().map(|level| (*level, text::area_level(*level))).collect();
                let name = words::level_of_row(row.cell.row);
                let list = Combo::new(&name).compact().width(ui.available_width()).empty(words::CHOOSE);
                if let Some(level) = list.show(ui, None, &levels) {
                    view.change(cx, |mapping| mapping.set_row_level(row.cell.row, level));
                }
            });
            if clicked {
                target = Some(row.cell);
            }
        });
    }
    if rows.len() > LISTED {
        label::hint(ui, &words::more_areas(rows.len() - LISTED));
    }
    target
}

/// What is asked about on the left, its answers on the right.
fn beside<T>(ui: &mut Ui, left: impl FnOnce(&mut Ui) -> T, right: impl FnOnce(&mut Ui)) -> T {
    ui.spacing_mut().interact_size.y = control::COMPACT;
    ui.horizontal(|ui| {
        let size = egui::vec2(ui.available_width() * 0.46, 24.0);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let found = ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_width(size.x);
            left(ui)
        });
        right(ui);
        found.inner
    })
    .inner
}

/// The areas with their ways, one by one.
fn listed(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, areas: &[UnknownArea]) -> Option<CellRef> {
    let mut target = None;
    for area in areas.iter().take(LISTED) {
        ui.push_id((&area.label, area.cell.row), |ui| {
            let link = |ui: &mut Ui| Button::link(&short(&area.label)).show(ui).clicked();
            if beside(ui, link, |ui| one_area(ui, cx, view, area)) {
                target = Some(area.cell);
            }
        });
    }
    if areas.len() > LISTED {
        label::hint(ui, &words::more_areas(areas.len() - LISTED));
    }
    target
}

/// The level where it is asked for: whoever walks through the questions by keys need not go back for it.
fn level(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    let width = ui.available_width();
    super::assign::area_level(ui, cx, view, words::LEVEL_HERE, width);
}

fn short(label: &str) -> String {
    if label.chars().count() <= 18 { label.to_owned() } else { label.chars().take(17).chain(['…']).collect() }
}

/// Create, leave out, or one of the project's areas, similar names first.
fn one_area(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, area: &UnknownArea) {
    let mut choices: Vec<(AreaChoice, String)> = Vec::new();
    match area.level {
        Some(level) => choices.push((AreaChoice::Create { level }, words::create_on(text::area_level(level)))),
        None => choices.extend(
            AreaLevel::ALL
                .into_iter()
                .map(|level| (AreaChoice::Create { level }, words::create_on(text::area_level(level)))),
        ),
    }
    choices.push((AreaChoice::Skip, words::SKIP.to_owned()));
    let similar = area.similar.iter().filter_map(|id| view.data.area(*id));
    let named = area.known.len();
    let rest = view
        .data
        .areas
        .iter()
        .filter(|known| area.level.is_none_or(|level| known.level == level) && !area.similar.contains(&known.id));
    choices.extend(similar.chain(rest).map(|known| {
        let choice = AreaChoice::Existing { level: known.level, key: known.key.clone() };
        (choice, words::is_area(&known.name, text::area_level(known.level)))
    }));
    // What bears the name comes first; a new area is the exception then.
    let own = choices.len().min(area.level.map_or(AreaLevel::ALL.len(), |_| 1) + 1);
    let same = choices.len().min(own + named);
    choices[..same].rotate_left(own);
    let name = words::choice_for(&area.label);
    // What is nearly the name can be read without opening the list.
    let nearly = area.similar.get(named).and_then(|id| view.data.area(*id)).filter(|_| named == 0);
    let perhaps = nearly.map_or_else(|| words::CHOOSE.to_owned(), |known| words::perhaps(&known.name));
    let list = Combo::new(&name).compact().width(ui.available_width()).empty(&perhaps);
    if let Some(choice) = list.show(ui, None, &choices) {
        view.change(cx, |mapping| {
            mapping.area_choices.insert(choice_key(area.level, &area.label), choice);
        });
    }
}

fn ambiguous(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, labels: &[String]) {
    level(ui, cx, view);
    for label in labels.iter().take(LISTED) {
        let named = view.data.areas.iter().filter(|area| area.name == *label || area.synonyms.contains(label));
        let mut choices: Vec<(AreaChoice, String)> = named
            .map(|area| {
                let choice = AreaChoice::Existing { level: area.level, key: area.key.clone() };
                (choice, words::is_area(&area.name, text::area_level(area.level)))
            })
            .collect();
        choices.push((AreaChoice::Skip, words::SKIP.to_owned()));
        let name = words::choice_for(label);
        let list = Combo::new(&name).with_label().compact().width(ui.available_width()).empty(words::CHOOSE);
        if let Some(choice) = list.show(ui, None, &choices) {
            view.change(cx, |mapping| {
                mapping.area_choices.insert(label.clone(), choice);
            });
        }
    }
}

fn choose_column(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, kind: Kind) {
    let columns: Vec<(u16, String)> = (0..view.table.column_count())
        .map(|column| (column, words::column_with_heading(&column_letters(column), view.heading(column))))
        .collect();
    let list = Combo::new(words::COLUMN).compact().width(ui.available_width()).empty(words::CHOOSE);
    if let Some(column) = list.show(ui, None, &columns) {
        view.change(cx, |mapping| recognised::assign(mapping, view, column, kind));
    }
}

fn duplicates(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, again: CellRef) -> Option<CellRef> {
    let mut target = None;
    ui.horizontal_wrapped(|ui| {
        for rule in DuplicateRule::ALL {
            if Button::secondary(rule.label()).compact().show(ui).clicked() {
                view.change(cx, |mapping| mapping.duplicates = Some(rule));
            }
        }
        if Button::link(&again.to_string()).show(ui).clicked() {
            target = Some(again);
        }
    });
    target
}

fn long_rows(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, first: CellRef) -> Option<CellRef> {
    let mut target = None;
    ui.horizontal_wrapped(|ui| {
        for (rule, word) in [(LongRowRule::Refuse, words::ROWS_REFUSED), (LongRowRule::Cut, words::ROWS_CUT)] {
            if Button::secondary(word).compact().show(ui).clicked() {
                view.change(cx, |mapping| mapping.long_rows = Some(rule));
            }
        }
        if Button::link(&first.to_string()).show(ui).clicked() {
            target = Some(first);
        }
    });
    target
}

/// The year of a heading such as `20222`, whose last digit is a footnote.
fn period_suggestion(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, column: Option<u16>, year: &str) {
    if Button::secondary(&words::year_alone(year)).compact().show(ui).clicked() {
        set_column(cx, view, column, |column| match &mut column.role {
            ColumnRole::Indicator { period, .. } | ColumnRole::Value { period, .. } => *period = Some(year.to_owned()),
            ColumnRole::Ignore
            | ColumnRole::AreaKey
            | ColumnRole::AreaName
            | ColumnRole::IndicatorName
            | ColumnRole::Period
            | ColumnRole::Unit
            | ColumnRole::Source => {}
        });
    }
}

fn nil_sign(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    ui.horizontal_wrapped(|ui| {
        if Button::secondary(words::NIL_YES).compact().show(ui).clicked() {
            view.change(cx, |mapping| mapping.nil_confirmed = true);
        }
        if Button::secondary(words::NIL_NO).compact().show(ui).clicked() {
            view.change(cx, |mapping| dashes_mean(mapping, Status::Missing));
        }
    });
}

fn subtotals(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, by_values: bool) {
    let (out, read) =
        if by_values { (words::SUMS_OUT, words::SUMS_IN) } else { (words::SUBTOTALS_OUT, words::SUBTOTALS_IN) };
    ui.horizontal_wrapped(|ui| {
        for (rule, word) in [(SubtotalRule::LeaveOut, out), (SubtotalRule::Read, read)] {
            if Button::secondary(word).compact().show(ui).clicked() {
                view.change(cx, |mapping| mapping.subtotals = Some(rule));
            }
        }
    });
}

fn dashes_mean(mapping: &mut Mapping, status: Status) {
    for sign in ["-", "–", "—"] {
        mapping.legend.signs.insert(sign.to_owned(), status);
    }
    mapping.nil_confirmed = true;
}

/// Whether a new indicator is one of the project that is called nearly so: nothing is recommended.
fn similar_indicator(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, new: &str, known: &str) {
    ui.horizontal_wrapped(|ui| {
        if Button::secondary(words::SAME_CONTENT).compact().show(ui).clicked() {
            view.change(cx, |mapping| mapping.equate(new, known));
        }
        if Button::secondary(words::OWN_INDICATOR).compact().show(ui).clicked() {
            view.change(cx, |mapping| mapping.keep_apart(new));
        }
    });
}

fn unknown_indicators(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, labels: &[String]) {
    for label in labels.iter().take(LISTED) {
        let new = (None, words::NEW_INDICATOR.to_owned());
        let known = view.data.indicators.iter().map(|card| (Some(card.code.clone()), card.name.clone()));
        let choices: Vec<(Option<String>, String)> = std::iter::once(new).chain(known).collect();
        let list = Combo::new(label).with_label().compact().width(ui.available_width()).empty(words::CHOOSE);
        if let Some(chosen) = list.show(ui, None, &choices) {
            view.change(cx, |mapping| {
                let code = chosen.unwrap_or_else(|| mapping.indicator_named(label, view.data));
                mapping.indicator_choices.insert(label.clone(), code);
            });
        }
    }
}
