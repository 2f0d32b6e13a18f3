//! The status bar: what is selected on the left, the stock of data on the right.

use super::bar;
use crate::analysis::RunNote;
use crate::domain::{Area, AreaId, ImportState};
use crate::text::{self, panel::shell as words, panel::vor_ort as site_words};
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::icon;
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::{PanelCx, Section};
use egui::{Align, Layout, Ui, vec2};

const HEIGHT: f32 = 26.0;

/// Draws the status bar of an open project.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, section: Section) {
    let zoom = ui.ctx().zoom_factor();
    bar("status_bar", false, HEIGHT, color32(cx.tokens.chrome)).show(ui, |ui| {
        top_line(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            match cx.area().filter(|_| section == Section::Bedarf).and_then(|area| place(cx, area)) {
                Some(place) => {
                    ui.label(rich(icon::MAP_PIN, TypeStyle::Body, cx.tokens.text2));
                    small(ui, &place);
                }
                None => selection(ui, cx),
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                small(ui, &words::zoom(zoom));
                ui.add_space(6.0);
                match (section, cx.focus.area) {
                    (Section::VorOrt, Some(area)) => site_stock(ui, cx, area),
                    (Section::Bedarf, _) if cx.derived.ranking().is_some() => ranking_basis(ui, cx),
                    _ => data_stock(ui, cx),
                }
            });
        });
    });
}

/// Rank, span and index of an area that the ranking takes in.
fn place(cx: &PanelCx, area: &Area) -> Option<String> {
    let ranking = cx.derived.ranking()?;
    let row = ranking.run.row_of(area.id)?;
    Some(words::place(&area.name, ranking.run.place[row], ranking.intervals.span(row), ranking.run.index[row]))
}

/// What the spans in view were drawn from, and how many values they had to do without.
fn ranking_basis(ui: &mut Ui, cx: &PanelCx) {
    let Some(ranking) = cx.derived.ranking() else { return };
    let without = ranking.run.notes.iter().map(|note| match note {
        RunNote::WithoutValue { areas, .. } => areas.len(),
        RunNote::Constant(_)
        | RunNote::ContextCounted(_)
        | RunNote::IndicatorScreened(_)
        | RunNote::Filled { .. }
        | RunNote::Treated { .. }
        | RunNote::Demonstration { .. } => 0,
    });
    small(ui, &words::ranking_basis(ranking.intervals.replications, ranking.intervals.seed, without.sum()));
}

fn data_stock(ui: &mut Ui, cx: &PanelCx) {
    let data = &cx.snapshot.data;
    let active = data.imports.iter().filter(|import| import.state == ImportState::Active).count();
    small(ui, &words::stock(data.dataset.len(), active));
    ui.label(rich(icon::DATABASE, TypeStyle::Body, cx.tokens.text2));
}

/// How much is known on site in an area.
fn site_stock(ui: &mut Ui, cx: &PanelCx, area: AreaId) {
    let site = &cx.snapshot.vor_ort;
    let services = || site.angebote.iter().filter(|angebot| angebot.serves(area));
    let programme = cx.snapshot.programme_of(area);
    let stock = site_words::Stock {
        services: services().count(),
        use_unknown: services().filter(|angebot| angebot.use_percent.is_none()).count(),
        actors: site.akteure.iter().filter(|akteur| akteur.works_in(area)).count(),
        statements: site.aussagen.iter().filter(|aussage| aussage.area == area).count(),
        events: site.veranstaltungen.iter().filter(|event| event.area == area).count(),
        experiences: site.erfahrungen.iter().filter(|one| one.concerns(area, programme)).count(),
    };
    let words = rich(site_words::stock(&stock), TypeStyle::Small, cx.tokens.text2);
    ui.add(egui::Label::new(words).truncate());
}

/// Draws the status bar of the start window.
pub fn show_without_project(ui: &mut Ui, opening: bool) {
    let zoom = ui.ctx().zoom_factor();
    bar("status_bar", false, HEIGHT, color32(tokens(ui).chrome)).show(ui, |ui| {
        top_line(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            small(ui, if opening { words::OPENING } else { words::NO_FILE });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| small(ui, &words::zoom(zoom)));
        });
    });
}

fn top_line(ui: &Ui) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.expand2(vec2(12.0, 0.0)).x_range(), rect.top() + 0.5, line(stroke::LINE, tokens(ui).line));
}

fn selection(ui: &mut Ui, cx: &PanelCx) {
    if cx.focus.selection.len() > 1 {
        return selected_set(ui, cx);
    }
    let Some(area) = cx.area() else { return small(ui, words::NO_AREA) };
    ui.label(rich(icon::MAP_PIN, TypeStyle::Body, cx.tokens.text2));
    small(ui, &words::selected(&area.name));
    let data = &cx.snapshot.data;
    let population = data
        .periods
        .iter()
        .rev()
        .filter(|period| period.year.is_some())
        .find_map(|period| data.population(area.id, period.id)?.value.map(|persons| (persons, &period.label)));
    if let Some((persons, period)) = population {
        ui.add_space(6.0);
        small(ui, &words::population(persons, period));
    }
}

/// How many areas are selected, who lives there, and what the indicator in view is among them.
fn selected_set(ui: &mut Ui, cx: &PanelCx) {
    let data = &cx.snapshot.data;
    let chosen = &cx.focus.selection;
    ui.label(rich(icon::MAP_PIN, TypeStyle::Body, cx.tokens.text2));
    let level = chosen.iter().find_map(|id| data.area(*id)).map(|area| area.level);
    let of = level.map_or(0, |level| data.areas_of(level).count());
    small(ui, &words::chosen_of(chosen.len(), of));
    let lived = |period| chosen.iter().map(|area| data.population(*area, period)?.value).sum::<Option<f64>>();
    let dated = data.periods.iter().rev().filter(|period| period.year.is_some());
    if let Some((persons, period)) = dated.clone().find_map(|period| Some((lived(period.id)?, &period.label))) {
        ui.add_space(6.0);
        small(ui, &words::population(persons, period));
    }
    let Some((card, period)) = cx.focus.in_view.and_then(|(id, period)| data.indicator(id).zip(data.period(period)))
    else {
        return;
    };
    let values: Vec<f64> = chosen.iter().filter_map(|area| data.dataset.value(card.id, *area, period.id)).collect();
    if values.is_empty() {
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "areas of a city")]
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let (low, high) =
        values.iter().fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    let print = |value: f64| text::value_with_unit(value, card.decimals, &card.unit);
    ui.add_space(6.0);
    let name = words::in_view(&card.name, &period.label);
    let words = words::selection_facts(&name, values.len(), &print(mean), &print(low), &print(high));
    ui.add(egui::Label::new(rich(words, TypeStyle::Small, cx.tokens.text2)).truncate());
}

fn small(ui: &mut Ui, text: &str) {
    let color = tokens(ui).text2;
    ui.label(rich(text, TypeStyle::Small, color));
}
