//! Cost and money of a measure as a table that can be typed into: years across, kinds and sources down.

use super::super::{Plan, in_row, sums};
use super::MassnahmenPart;
use crate::domain::{CostItem, CostKind, Euro, FundingItem, FundingSource, FundingState, Massnahme, YearAmount};
use crate::programme::plan;
use crate::text::panel::programm as words;
use crate::text::{cost_kind, funding_source, funding_state};
use crate::theme::{TypeStyle, control, space, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::Field;
use crate::ui::widget::stack_bar::{Fill, legend_entry};
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, paint};
use egui::{Align, Align2, Layout, Rect, Sense, Ui, pos2, vec2};

const ROW: f32 = 28.0;
/// Least width of the sums.
const SUM: f32 = 74.0;
/// Room around the digits of a field.
const AROUND_FIELD: f32 = 26.0;
/// Room around the digits of a sum.
const AROUND_SUM: f32 = 22.0;
const STATE: f32 = 104.0;

/// Where the columns stand.
struct Columns {
    years: Vec<i16>,
    label: f32,
    year: f32,
    sum: f32,
}

impl Columns {
    fn of(ui: &Ui, plan: Plan, measure: &Massnahme) -> Columns {
        let programme = plan.programme;
        let years: Vec<i16> = sums::years(programme.first_year, programme.last_year, [measure]).into_iter().collect();
        let sum = SUM.max(widest_sum(ui, measure, None) + AROUND_SUM).ceil();
        let room = ui.available_width() - sum - STATE - 12.0;
        let label = widest_label(ui).ceil() + space::XS;
        // An amount that is cut off reads as another one: rather the table is rolled.
        let amounts = years.iter().map(|year| {
            let sums = widest_sum(ui, measure, Some(*year)) + AROUND_SUM;
            sums.max(widest_amount(ui, measure, *year) + AROUND_FIELD)
        });
        let least = amounts.fold(60.0, f32::max).ceil();
        let year = ((room - label) / years.len().max(1) as f32).clamp(least, least.max(110.0)).floor();
        Columns { years, label, year, sum }
    }

    fn width(&self) -> f32 {
        self.label + self.year * self.years.len() as f32 + self.sum + STATE + 12.0
    }
}

/// The names of kinds and sources stand whole before the amounts.
fn widest_label(ui: &Ui) -> f32 {
    let tokens = tokens(ui);
    let width = |words: &str, style| paint::galley(ui, words, style, tokens.text).size().x;
    let kinds = CostKind::ALL.into_iter().map(cost_kind).chain([words::form::EXCLUDED]);
    let kinds = kinds.map(|kind| width(kind, TypeStyle::Body));
    let mark = 16.0 + space::XS;
    let sources = FundingSource::ALL.into_iter().map(|source| width(funding_source(source), TypeStyle::Small) + mark);
    kinds.chain(sources).fold(0.0, f32::max)
}

fn digits_width(ui: &Ui, amount: Euro, style: TypeStyle) -> f32 {
    paint::galley(ui, &sums::digits_or_dash(amount), style, tokens(ui).text).size().x
}

/// The widest of the sums of a year, or of all years.
fn widest_sum(ui: &Ui, measure: &Massnahme, year: Option<i16>) -> f32 {
    let sums = [plan::cost([measure], year, None), plan::funding([measure], year, None), plan::open([measure], year)];
    sums.into_iter().map(|sum| digits_width(ui, sum, TypeStyle::BodyStrong)).fold(0.0, f32::max)
}

/// The widest of the amounts that stand in fields of a year.
fn widest_amount(ui: &Ui, measure: &Massnahme, year: i16) -> f32 {
    let costs = CostKind::ALL.into_iter().map(|kind| plan::cost([measure], Some(year), Some(kind)));
    let money = FundingSource::ALL.into_iter().map(|source| plan::funding([measure], Some(year), Some(source)));
    let all = costs.chain(money).chain([plan::excluded([measure], Some(year))]);
    all.map(|amount| digits_width(ui, amount, TypeStyle::Body)).fold(0.0, f32::max)
}

/// Shows both tables; wide spans of years scroll sideways.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) {
    let columns = Columns::of(ui, plan, measure);
    egui::ScrollArea::horizontal().id_salt("geld").show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        costs(ui, cx, plan, part, measure, &columns);
        ui.add_space(space::M);
        money(ui, cx, plan, part, measure, &columns);
    });
}

fn costs(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme, columns: &Columns) {
    head(ui, cx, words::form::COST_KIND, "", columns);
    for kind in CostKind::ALL {
        line_of(ui, cx, columns, |ui, cx| {
            cell(ui, columns.label, |ui| {
                ui.label(rich(cost_kind(kind), TypeStyle::Body, cx.tokens.text));
            });
            for &year in &columns.years {
                let stored = plan::cost([measure], Some(year), Some(kind));
                if let Some(amount) = amount(ui, plan, measure, &words::cost_cell(kind, year), stored, columns.year) {
                    part.edit(ui, cx, measure, |measure| set_cost(measure, year, kind, amount));
                }
            }
            number(ui, cx, columns.sum, plan::cost([measure], None, Some(kind)), TypeStyle::Body);
        });
    }
    excluded(ui, cx, plan, part, measure, columns);
    total(ui, cx, words::form::COSTS_SUM, columns, |year| plan::cost([measure], year, None));
}

/// What part of the costs no funding may pay for.
fn excluded(
    ui: &mut Ui,
    cx: &mut PanelCx,
    plan: Plan,
    part: &mut MassnahmenPart,
    measure: &Massnahme,
    columns: &Columns,
) {
    line_of(ui, cx, columns, |ui, cx| {
        cell(ui, columns.label, |ui| {
            ui.label(rich(words::form::EXCLUDED, TypeStyle::Body, cx.tokens.text2));
        });
        for &year in &columns.years {
            let stored = plan::excluded([measure], Some(year));
            let entered = amount(ui, plan, measure, &words::excluded_cell(year), stored, columns.year);
            if let Some(amount) = entered {
                part.edit(ui, cx, measure, |measure| set_excluded(measure, year, amount));
            }
        }
        number(ui, cx, columns.sum, plan::excluded([measure], None), TypeStyle::Body);
        ui.add_space(12.0);
        if plan::funded_excluded(measure).is_some() {
            badge(ui, Tone::Err, icon::WARNING_CIRCLE, words::form::NOT_ELIGIBLE);
        }
    });
}

/// Replaces what is excluded in a year.
fn set_excluded(measure: &mut Massnahme, year: i16, amount: Euro) {
    measure.ausgeschlossen.retain(|item| item.year != year);
    if amount.cents > 0 {
        measure.ausgeschlossen.push(YearAmount { year, amount });
        measure.ausgeschlossen.sort_by_key(|item| item.year);
    }
}

fn money(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme, columns: &Columns) {
    head(ui, cx, words::form::SOURCE, words::form::FUNDING_STATE, columns);
    for (source, color) in FundingSource::ALL.into_iter().zip(cx.tokens.palettes.funding()) {
        line_of(ui, cx, columns, |ui, cx| {
            cell(ui, columns.label, |ui| {
                legend_entry(ui, Fill::Color(color), funding_source(source));
            });
            for &year in &columns.years {
                let stored = plan::funding([measure], Some(year), Some(source));
                let name = words::funding_cell(source, year);
                if let Some(amount) = amount(ui, plan, measure, &name, stored, columns.year) {
                    part.edit(ui, cx, measure, |measure| set_funding(measure, year, source, amount));
                }
            }
            let sum = plan::funding([measure], None, Some(source));
            number(ui, cx, columns.sum, sum, TypeStyle::Body);
            ui.add_space(12.0);
            let stored = plan::state_of(measure, source);
            if let Some(state) = stored.and_then(|stored| state_choice(ui, plan, source, stored)) {
                part.edit(ui, cx, measure, |measure| set_state(measure, source, state));
            }
        });
    }
    total(ui, cx, words::form::FUNDING_SUM, columns, |year| plan::funding([measure], year, None));
    open(ui, cx, measure, columns);
}

fn state_choice(ui: &mut Ui, plan: Plan, source: FundingSource, state: FundingState) -> Option<FundingState> {
    let states = FundingState::ALL.map(|state| (state, funding_state(state)));
    let name = words::funding_state_of(source);
    let combo = Combo::new(&name).compact().width(STATE - 8.0).disabled_reason(plan.locked);
    in_row(ui, STATE - 8.0, |ui| combo.show(ui, Some(&state), &states)).filter(|chosen| *chosen != state)
}

/// What no money stands against, year by year; a surplus of one year covers the gap of another.
fn open(ui: &mut Ui, cx: &mut PanelCx, measure: &Massnahme, columns: &Columns) {
    let surplus = measure.total_funding() - measure.total_cost();
    line_of(ui, cx, columns, |ui, cx| {
        cell(ui, columns.label, |ui| {
            legend_entry(ui, Fill::Open, words::form::OPEN_SUM);
        });
        for &year in &columns.years {
            number(ui, cx, columns.year, plan::open([measure], Some(year)), TypeStyle::Body);
        }
        number(ui, cx, columns.sum, measure.open_amount(), TypeStyle::BodyStrong);
        ui.add_space(12.0);
        if surplus.cents > 0 {
            badge(ui, Tone::Err, icon::WARNING_CIRCLE, words::form::SURPLUS);
        } else if measure.open_amount().cents > 0 {
            badge(ui, Tone::Warn, icon::WARNING, words::form::NOT_COVERED);
        }
        if !plan::shifted_years(measure).is_empty() {
            badge(ui, Tone::Warn, icon::WARNING, words::form::YEARS_SHIFTED)
                .on_hover_text(words::form::YEARS_SHIFTED_WHY);
        } else if surplus.cents <= 0 && measure.open_amount().cents == 0 && measure.total_cost().cents > 0 {
            badge(ui, Tone::Ok, icon::CHECK, words::form::COVERED);
        }
    });
}

/// Replaces what a year and kind cost.
fn set_cost(measure: &mut Massnahme, year: i16, kind: CostKind, amount: Euro) {
    measure.kosten.retain(|item| item.year != year || item.kind != kind);
    if amount.cents > 0 {
        measure.kosten.push(CostItem { year, kind, amount });
        measure.kosten.sort_by_key(|item| (item.year, item.kind));
    }
}

/// Replaces what a source gives in a year; its state stays.
fn set_funding(measure: &mut Massnahme, year: i16, source: FundingSource, amount: Euro) {
    let own = measure.finanzierung.iter().find(|item| item.year == year && item.source == source);
    let state = own.map(|item| item.state).or_else(|| plan::state_of(measure, source)).unwrap_or_default();
    measure.finanzierung.retain(|item| item.year != year || item.source != source);
    if amount.cents > 0 {
        measure.finanzierung.push(FundingItem { year, source, state, amount });
        measure.finanzierung.sort_by_key(|item| (item.year, item.source));
    }
}

fn set_state(measure: &mut Massnahme, source: FundingSource, state: FundingState) {
    measure.finanzierung.iter_mut().filter(|item| item.source == source).for_each(|item| item.state = state);
}

/// A field for an amount; returns what was entered. An emptied field is an amount of nothing.
fn amount(ui: &mut Ui, plan: Plan, measure: &Massnahme, name: &str, stored: Euro, width: f32) -> Option<Euro> {
    let shown = (stored.cents != 0).then_some(stored);
    let edit = cell(ui, width, |ui| {
        let field = Field::new(name, measure.id).hide_label().compact().width(width - 6.0);
        field.disabled_reason(plan.locked).show_euros(ui, shown, Euro::default())
    });
    edit.changed().map(Option::unwrap_or_default).filter(|amount| *amount != stored)
}

fn cell<R>(ui: &mut Ui, width: f32, show: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, ROW), layout, |ui| {
        ui.set_width(width);
        ui.set_clip_rect(ui.clip_rect().intersect(ui.max_rect().expand(3.0)));
        show(ui)
    })
    .inner
}

fn number(ui: &mut Ui, cx: &PanelCx, width: f32, amount: Euro, style: TypeStyle) {
    words_right(ui, cx, width, &sums::digits_or_dash(amount), style);
}

fn words_right(ui: &mut Ui, cx: &PanelCx, width: f32, words: &str, style: TypeStyle) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let at = pos2(rect.right() - 10.0, rect.center().y);
    paint::text(ui, at, Align2::RIGHT_CENTER, words, style, cx.tokens.text);
}

fn line_of(ui: &mut Ui, cx: &mut PanelCx, columns: &Columns, show: impl FnOnce(&mut Ui, &mut PanelCx)) {
    ui.allocate_ui_with_layout(vec2(columns.width(), ROW), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(ROW);
        show(ui, cx);
    });
}

fn ground(ui: &Ui, cx: &PanelCx, columns: &Columns) {
    let rect = Rect::from_min_size(ui.cursor().min, vec2(columns.width(), ROW));
    let rect = paint::snap(ui, rect);
    ui.painter().rect_filled(rect, 0.0, color32(cx.tokens.sunken));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line));
}

fn head(ui: &mut Ui, cx: &mut PanelCx, first: &str, last: &str, columns: &Columns) {
    ground(ui, cx, columns);
    line_of(ui, cx, columns, |ui, cx| {
        let tokens = cx.tokens;
        cell(ui, columns.label, |ui| {
            ui.add_space(space::XS);
            ui.label(rich(first, TypeStyle::SmallStrong, tokens.text2));
        });
        for year in &columns.years {
            words_right(ui, cx, columns.year, &year.to_string(), TypeStyle::SmallStrong);
        }
        words_right(ui, cx, columns.sum, words::SUM_EURO, TypeStyle::SmallStrong);
        ui.add_space(12.0);
        ui.label(rich(last, TypeStyle::SmallStrong, tokens.text2));
    });
}

fn total(ui: &mut Ui, cx: &mut PanelCx, name: &str, columns: &Columns, sum: impl Fn(Option<i16>) -> Euro) {
    ground(ui, cx, columns);
    line_of(ui, cx, columns, |ui, cx| {
        cell(ui, columns.label, |ui| {
            ui.add_space(space::XS);
            ui.label(rich(name, TypeStyle::BodyStrong, cx.tokens.text));
        });
        for &year in &columns.years {
            number(ui, cx, columns.year, sum(Some(year)), TypeStyle::BodyStrong);
        }
        number(ui, cx, columns.sum, sum(None), TypeStyle::BodyStrong);
    });
    ui.add_space(control::COMPACT - ROW + space::XS);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Handlungsfeld, MassnahmeId};

    #[test]
    fn an_amount_replaces_that_of_its_year_and_source_and_keeps_its_state() {
        let mut measure = Massnahme::new(MassnahmeId(1), 1, "", Handlungsfeld::Arbeit);
        let source = FundingSource::Dritte;
        set_funding(&mut measure, 2028, source, Euro::whole(500));
        set_state(&mut measure, source, FundingState::Bewilligt);
        set_funding(&mut measure, 2027, source, Euro::whole(300));
        set_funding(&mut measure, 2028, source, Euro::whole(700));
        let items: Vec<(i16, i64, FundingState)> =
            measure.finanzierung.iter().map(|item| (item.year, item.amount.cents, item.state)).collect();
        assert_eq!(items, [(2027, 30_000, FundingState::Bewilligt), (2028, 70_000, FundingState::Bewilligt)]);
        set_funding(&mut measure, 2027, source, Euro::default());
        assert_eq!(measure.total_funding(), Euro::whole(700));
    }
}
