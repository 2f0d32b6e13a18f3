//! One column by itself: its type, indicator, period, and how its numbers are read, with values before and after.

use super::View;
use super::recognised::{self, Kind};
use crate::domain::column_letters;
use crate::import::{ColumnMapping, ColumnRole, DecimalMark};
use crate::text::panel::daten as words;
use crate::theme::{TypeStyle, radius, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, text as label};
use egui::{Align, CornerRadius, Frame, Label, Layout, Margin, Ui};

/// Shows the column; says whether the planner has closed it.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, column: u16) -> bool {
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(color32(tokens.surface))
        .stroke(line(stroke::LINE, tokens.accent))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(10, 8));
    let mut closed = false;
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            label::h3(ui, &words::column_named(&column_letters(column)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                closed = Button::icon_only(icon::X, words::CLOSE_COLUMN).compact().show(ui).clicked();
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    label::elided(ui, view.heading(column), TypeStyle::Small);
                });
            });
        });
        ui.push_id(("column", column), |ui| fields(ui, cx, view, column));
    });
    closed
}

fn fields(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, column: u16) {
    let width = ui.available_width();
    let current = Kind::of(view.mapping.role(column));
    let choices: Vec<(Kind, &str)> = Kind::ALL.into_iter().map(|kind| (kind, kind.word())).collect();
    let list = Combo::new(words::COLUMN_TYPE).with_label().compact().width(width);
    if let Some(kind) = list.show(ui, Some(&current), &choices) {
        view.change(cx, |mapping| recognised::assign(mapping, view, column, kind));
    }
    match view.mapping.role(column) {
        ColumnRole::Indicator { code, period, .. } => {
            indicator(ui, cx, view, column, code);
            period_field(ui, cx, view, column, period.as_deref());
            numbers(ui, cx, view, column);
        }
        ColumnRole::Value { period, .. } => {
            period_field(ui, cx, view, column, period.as_deref());
            numbers(ui, cx, view, column);
        }
        ColumnRole::Ignore
        | ColumnRole::AreaKey
        | ColumnRole::AreaName
        | ColumnRole::IndicatorName
        | ColumnRole::Period
        | ColumnRole::Unit
        | ColumnRole::Source => {}
    }
}

fn indicator(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, column: u16, code: &str) {
    let known = view.data.indicators.iter().map(|card| (card.code.clone(), card.name.clone()));
    let new = view.mapping.new_indicators.iter().filter(|card| view.data.indicator_by_code(&card.code).is_none());
    let new = new.map(|card| (card.code.clone(), words::new_card_named(&card.name)));
    let choices: Vec<(String, String)> = known.chain(new).collect();
    let list = Combo::new(words::OF_INDICATOR).with_label().compact().width(ui.available_width());
    if let Some(chosen) = list.show(ui, Some(&code.to_owned()), &choices) {
        view.change(cx, |mapping| {
            if let Some(ColumnMapping { role: ColumnRole::Indicator { code, .. }, .. }) =
                mapping.columns.get_mut(usize::from(column))
            {
                *code = chosen;
            }
        });
    }
}

fn period_field(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, column: u16, shown: Option<&str>) {
    let of = (&view.source.sha256, view.mapping.sheet, column);
    let name = words::period_of_column(&column_letters(column));
    let field = Field::new(&name, of).compact().note(words::COLUMN_PERIOD_HINT);
    if let Edit::Set(entered) = field.show_text(ui, shown.unwrap_or_default()) {
        let entered = Some(entered.trim().to_owned()).filter(|entered| !entered.is_empty());
        view.change(cx, |mapping| {
            if let Some(ColumnMapping {
                role: ColumnRole::Indicator { period, .. } | ColumnRole::Value { period, .. },
                ..
            }) = mapping.columns.get_mut(usize::from(column))
            {
                *period = entered;
            }
        });
    }
}

/// Decimal mark and factor, with up to three values before and after.
fn numbers(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, column: u16) {
    let Some(entry) = view.mapping.columns.get(usize::from(column)) else { return };
    let marks = [
        (None, words::MARK_FROM_VALUES),
        (Some(DecimalMark::Comma), words::COMMA_FORM),
        (Some(DecimalMark::Point), words::POINT_FORM),
    ];
    let list = Combo::new(words::DECIMAL_MARK).with_label().compact().width(ui.available_width());
    if let Some(mark) = list.show(ui, Some(&entry.decimal_mark), &marks) {
        change(cx, view, column, |entry| entry.decimal_mark = mark);
    }
    let factor = entry.factor.unwrap_or(1.0);
    let mut factors = vec![1.0, 100.0, 1e3, 1e6];
    if !factors.contains(&factor) {
        factors.push(factor);
    }
    let factors: Vec<(f64, String)> = factors.into_iter().map(|factor| (factor, words::factor(factor))).collect();
    let list = Combo::new(words::FACTOR).with_label().compact().width(ui.available_width());
    if let Some(factor) = list.show(ui, Some(&factor), &factors) {
        change(cx, view, column, |entry| entry.factor = Some(factor));
    }
    let Some(summary) = view.draft.and_then(|draft| draft.columns.get(usize::from(column))) else { return };
    let ink = tokens(ui).text;
    for sample in &summary.samples {
        let sentence = words::before_and_after(&sample.text, &words::plain(sample.value));
        ui.add(Label::new(rich(sentence, TypeStyle::Small, ink)).truncate());
    }
}

fn change(cx: &mut PanelCx, view: &View<'_>, column: u16, change: impl FnOnce(&mut ColumnMapping)) {
    view.change(cx, |mapping| {
        if let Some(entry) = mapping.columns.get_mut(usize::from(column)) {
            change(entry);
        }
    });
}
