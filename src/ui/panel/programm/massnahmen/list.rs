//! The view of all measures: filters, table, legend, and the money that is still missing.

use super::super::{Jump, Plan, in_row, sums};
use super::MassnahmenPart;
use super::table::{self, Look, Optional};
use crate::domain::{Beschlussstand, Euro, FundingSource, Handlungsfeld, Massnahme};
use crate::programme::plan;
use crate::text::panel::programm as words;
use crate::text::report::measure_number;
use crate::text::{beschlussstand, funding_source, handlungsfeld_short};
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, menu_item};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::notice::notice;
use crate::ui::widget::stack_bar::{Fill, budget_bar, legend_entry};
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::timeline::diamond;
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{PanelCx, UiAction};
use egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, Popup, PopupCloseBehavior, Ui, vec2};

const LEGEND: f32 = 36.0;

/// Shows the view.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart) -> Option<Jump> {
    if plan.programme.massnahmen.is_empty() {
        let mut empty = EmptyState::new(words::NO_MEASURES, words::NO_MEASURES_WHY);
        if plan.locked.is_none() {
            empty = empty.secondary(icon::BOOK_OPEN, words::FROM_CATALOGUE);
        }
        part.catalogue |= empty.show(ui) == Some(EmptyChoice::Secondary);
        return None;
    }
    if cx.triggered(UiAction::CopyTable) {
        part.copy(cx, plan);
    }
    filters(ui, cx, plan, part);
    foot(ui, cx, plan, part);
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
        let shown = part.shown(plan);
        if shown.is_empty() {
            let empty = EmptyState::new(words::NO_HITS, words::NO_HITS_WHY).plain();
            if empty.secondary(icon::FUNNEL_SIMPLE, words::SHOW_ALL).show(ui) == Some(EmptyChoice::Secondary) {
                (part.field, part.state, part.look.year) = (None, None, None);
            }
            return;
        }
        let height = (ui.available_height() - LEGEND - space::M).max(120.0);
        let response = table::show(ui, cx, plan, &shown, (&part.look, part.selected), height);
        legend(ui, cx);
        if let Some(measure) = response.selected.and_then(|row| shown.get(row)) {
            part.selected = Some(measure.id);
        }
        if let Some(measure) = response.activated.and_then(|row| shown.get(row)) {
            part.open(measure.id);
        }
    });
    None
}

fn filters(ui: &mut Ui, cx: &PanelCx, plan: Plan, part: &mut MassnahmenPart) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 0));
    Panel::top("massnahmen-filter").exact_size(36.0).resizable(false).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            let rect = ui.max_rect().expand2(vec2(12.0, 0.0));
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let mut fields: Vec<(Option<Handlungsfeld>, &str)> = vec![(None, words::ALL_FIELDS)];
                fields.extend(Handlungsfeld::ALL.map(|field| (Some(field), handlungsfeld_short(field))));
                let combo = Combo::new(words::FILTER_FIELD).icon(icon::FUNNEL_SIMPLE).compact().width(210.0);
                part.field = in_row(ui, 210.0, |ui| combo.show(ui, Some(&part.field), &fields)).unwrap_or(part.field);
                let mut states: Vec<(Option<Beschlussstand>, &str)> = vec![(None, words::ALL_STATES)];
                states.extend(Beschlussstand::ALL.map(|state| (Some(state), beschlussstand(state))));
                let combo = Combo::new(words::FILTER_STATE).compact().width(140.0);
                part.state = in_row(ui, 140.0, |ui| combo.show(ui, Some(&part.state), &states)).unwrap_or(part.state);
                let combo = Combo::new(words::FILTER_YEARS).compact().width(140.0);
                let years = year_choices(plan);
                part.look.year =
                    in_row(ui, 140.0, |ui| combo.show(ui, Some(&part.look.year), &years)).unwrap_or(part.look.year);
                let width = rect.width();
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    column_menu(ui, &mut part.look, width);
                    let button = Button::ghost(words::FROM_CATALOGUE).icon(icon::BOOK_OPEN).compact();
                    part.catalogue |= button.disabled_reason(plan.locked).show(ui).clicked();
                    if ui.available_width() > 190.0 {
                        ui.label(rich(words::GROUPED, TypeStyle::Small, cx.tokens.text2));
                    }
                });
            });
        },
    );
}

/// All years of the programme, or one.
fn year_choices(plan: Plan) -> Vec<(Option<i16>, String)> {
    let programme = plan.programme;
    let years = sums::years(programme.first_year, programme.last_year, &programme.massnahmen);
    let all = (None, words::years(programme.first_year, programme.last_year));
    std::iter::once(all).chain(years.into_iter().map(|year| (Some(year), words::only(year)))).collect()
}

/// Which columns stand in the table.
fn column_menu(ui: &mut Ui, look: &mut Look, width: f32) {
    let button = Button::ghost(words::COLUMNS).icon(icon::COLUMNS).compact().show(ui);
    Popup::menu(&button).accessible_name(words::COLUMNS).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_min_width(160.0);
            for column in Optional::ALL {
                let shown = look.shows(column, width);
                if menu_item(ui, column.title(), shown, None) {
                    look.columns.insert(column, !shown);
                }
            }
        },
    );
}

fn legend(ui: &mut Ui, cx: &PanelCx) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.set_height(LEGEND - 6.0);
        ui.add_space(space::M);
        ui.spacing_mut().item_spacing.x = space::L;
        for (source, color) in FundingSource::ALL.into_iter().zip(tokens.palettes.funding()) {
            legend_entry(ui, Fill::Color(color), funding_source(source));
        }
        legend_entry(ui, Fill::Open, words::OPEN);
        if ui.available_width() < 260.0 {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::M);
            ui.label(rich(words::INTERIM_CHECK, TypeStyle::Small, tokens.text2));
            let (place, _) = ui.allocate_exact_size(vec2(12.0, 18.0), egui::Sense::hover());
            diamond(ui, place.center());
            legend_entry(ui, Fill::Color(tokens.surface.mix(tokens.text2, 0.25)), words::PLANNED);
            legend_entry(ui, Fill::Color(tokens.text2), words::AGREED);
        });
    });
}

fn foot(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart) {
    let frame =
        Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin { left: 16, right: 16, top: 10, bottom: 10 });
    // Beside the inspector, and in a small window, the sentence about missing money takes two lines.
    let height = if ui.available_width() < 1100.0 { 100.0 } else { 76.0 };
    Panel::bottom("massnahmen-fuss").exact_size(height).resizable(false).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            let rect = ui.max_rect().expand2(vec2(16.0, 10.0));
            ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.frame));
            let shares: &[f32] = if ui.available_width() < 900.0 { &[1.0, 1.0] } else { &[1.0, 1.0, 1.15] };
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XXL;
                let gaps = space::XXL * (shares.len() as f32 - 1.0);
                let whole: f32 = shares.iter().sum();
                let room = ui.available_width() - gaps;
                for (at, share) in shares.iter().enumerate() {
                    let size = vec2((room * share / whole).floor(), 56.0);
                    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| match at {
                        0 => fund(ui, cx, plan),
                        1 if shares.len() > 2 => budget(ui, cx, plan),
                        _ => open_money(ui, plan, part),
                    });
                }
            });
        },
    );
}

/// What all programmes take from the yearly budget, in the year in which they take most.
fn budget(ui: &mut Ui, cx: &PanelCx, plan: Plan) {
    let limit = cx.snapshot.plan_rules.yearly_budget;
    let years = plan.view.map_or(&[][..], |view| view.plan.budget.as_slice());
    let Some(year) = years.iter().rev().max_by_key(|year| year.all) else { return };
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = space::XS;
    let name = words::budget(year.year);
    bar_head(ui, &name, &words::used_of(year.all, limit));
    budget_bar(ui, &name, year.all.in_euros(), limit.in_euros(), tokens.palettes.funding()[1]);
    let hint = words::budget_share(&plan.area.name, year.own, limit);
    let color = if year.all > limit { tokens.err } else { tokens.text3 };
    ui.label(rich(hint, TypeStyle::Small, color));
}

/// What a bar is about, left, and its amount, right: beside each other where there is room, else the amount below.
fn bar_head(ui: &mut Ui, name: &str, amount: &str) {
    let color = crate::ui::widget::style::tokens(ui).text2;
    let width = |words: &str, style| paint::galley(ui, words, style, color).size().x;
    if width(name, TypeStyle::H3) + width(amount, TypeStyle::Small) + space::M > ui.available_width() {
        label::elided(ui, name, TypeStyle::H3).on_hover_text(name);
        ui.label(rich(amount, TypeStyle::Small, color));
        return;
    }
    ui.horizontal(|ui| {
        label::h3(ui, name);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(rich(amount, TypeStyle::Small, color));
        });
    });
}

/// How much of the Aktionsraumfonds is planned.
fn fund(ui: &mut Ui, cx: &PanelCx, plan: Plan) {
    let (programme, tokens) = (plan.programme, cx.tokens);
    let source = Some(FundingSource::Aktionsraumfonds);
    let years = programme.first_year..=programme.last_year;
    let used = plan::funding(&programme.massnahmen, None, source);
    let per_year = cx.snapshot.plan_rules.fund_per_year;
    let whole: Euro = years.map(|_| per_year).sum();
    let exceeded: Vec<i16> = sums::years(programme.first_year, programme.last_year, &programme.massnahmen)
        .into_iter()
        .filter(|year| plan::funding(&programme.massnahmen, Some(*year), source) > per_year)
        .collect();
    let name = words::fund(&plan.area.name);
    ui.spacing_mut().item_spacing.y = space::XS;
    bar_head(ui, &name, &words::used_of(used, whole));
    let color = tokens.palettes.funding()[0];
    budget_bar(ui, &name, used.in_euros(), whole.in_euros(), color);
    if exceeded.is_empty() {
        label::hint(ui, &words::fund_years(per_year, programme.first_year, programme.last_year));
    } else {
        ui.label(rich(words::fund_exceeded(per_year, &exceeded), TypeStyle::Small, tokens.err));
    }
}

fn open_money(ui: &mut Ui, plan: Plan, part: &mut MassnahmenPart) {
    let mut concerned: Vec<&Massnahme> =
        plan.programme.massnahmen.iter().filter(|measure| measure.open_amount().cents > 0).collect();
    concerned.sort_by_key(|measure| measure.number);
    let Some(first) = concerned.first() else {
        let mut without: Vec<&Massnahme> =
            plan.programme.massnahmen.iter().filter(|measure| measure.total_cost().cents == 0).collect();
        without.sort_by_key(|measure| measure.number);
        let numbers: Vec<String> = without.iter().map(|measure| measure_number(measure.number)).collect();
        let (tone, sentence) = if without.is_empty() {
            (Tone::Ok, words::ALL_FUNDED.to_owned())
        } else if without.len() == plan.programme.massnahmen.len() {
            (Tone::Info, words::NO_COSTS_YET.to_owned())
        } else {
            (Tone::Info, words::without_costs(&numbers))
        };
        notice(ui, tone, &sentence, None);
        return;
    };
    let open = concerned.iter().map(|measure| measure.open_amount()).sum();
    let numbers: Vec<String> = concerned.iter().map(|measure| measure_number(measure.number)).collect();
    if notice(ui, Tone::Warn, &words::open_amounts(open, &numbers), Some(words::COMPLETE_FUNDING)) {
        part.open(first.id);
    }
}
