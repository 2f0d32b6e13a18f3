//! The profile sheet of an Aktionsbüro: to look at, and to edit.

use super::super::locked;
use super::super::results::{ICON, entry_row};
use super::super::veranstaltungen::MOST_PEOPLE;
use super::{update, week};
use crate::domain::{Aktionsbuero, Besuche, Buerokosten, Euro, Partner};
use crate::programme::office_catalogue;
use crate::project::{AktionsbueroCommand, Command};
use crate::text::panel::aktionsbuero as words;
use crate::text::report::office as report;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::segment;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::{line, rich};
use crate::ui::widget::{icon, paint, text as label};
use egui::{Align, Align2, Layout, Sense, Ui, vec2};

/// The head of the pane, 36 high.
pub(super) fn head(ui: &mut Ui, cx: &PanelCx, office: &Aktionsbuero, editing: &mut bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
    let edge = rect.expand2(vec2(14.0, 0.0));
    ui.painter().hline(edge.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line));
    let inner = rect.with_max_x(rect.right() - 8.0);
    let builder = egui::UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center));
    let mut head = ui.new_child(builder);
    let choices = [(false, words::SHOW), (true, words::EDIT)];
    if locked(cx).is_none()
        && let Some(chosen) = segment(&mut head, *editing, &choices)
    {
        crate::ui::selection::release_focus(&head);
        *editing = chosen;
    }
    let area = cx.snapshot.data.area(office.area).map_or("", |area| area.name.as_str());
    head.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let title = if rect.width() > 330.0 { words::profile_of(area) } else { words::PROFILE.to_owned() };
        label::elided(ui, &title, TypeStyle::H3);
    });
}

/// The sheet.
pub(super) fn view(ui: &mut Ui, cx: &PanelCx, office: &Aktionsbuero) {
    ui.add_space(space::M);
    let open = |value: &str| if value.trim().is_empty() { words::OPEN_FACT.to_owned() } else { value.to_owned() };
    let partners: Vec<String> = office
        .partners
        .iter()
        .map(|one| {
            let does = one.contribution.trim();
            if does.is_empty() { one.name.clone() } else { format!("{} ({does})", one.name) }
        })
        .collect();
    fact(ui, words::PLACE, &open(&office.place));
    fact(ui, words::TRAEGER, &open(&office.traeger));
    fact(ui, words::PARTNERS, &open(&partners.join("\n")));
    staff(ui, office, &open(&report::staff(office)));
    let visits: Vec<String> = office.visits.iter().map(report::visits).collect();
    fact(ui, words::VISITS, &open(&visits.join("\n")));
    fact(ui, words::LANGUAGES, &open(&office.languages));
    let costs: Vec<String> = office.costs.iter().map(report::costs).collect();
    fact(ui, words::COSTS_SHORT, &open(&costs.join("\n")));
    if office.minutes_per_week() > 0 {
        fact(ui, words::EXTENT, &report::hours_per_week(office.minutes_per_week()));
    }
    label::rule(ui);
    week::view(ui, cx, office);
    label::rule(ui);
    limits(ui, cx);
}

/// A term with its fact, which may take several lines.
fn fact(ui: &mut Ui, term: &str, words: &str) {
    fact_with(ui, term, |ui| {
        words_of(ui, words);
    });
}

fn fact_with(ui: &mut Ui, term: &str, show: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let tokens = crate::ui::widget::style::tokens(ui);
        let (place, _) = ui.allocate_exact_size(vec2(92.0, 17.0), Sense::hover());
        paint::text(ui, place.left_center(), Align2::LEFT_CENTER, term, TypeStyle::Small, tokens.text2);
        ui.vertical(show);
    });
}

fn staff(ui: &mut Ui, office: &Aktionsbuero, words: &str) {
    fact_with(ui, words::STAFF, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, 0.0);
            words_of(ui, words);
            if let Some(open) = office.open_staff_hundredths().filter(|open| *open > 0) {
                badge(ui, Tone::Warn, "", &report::staff_open(open));
            }
        });
    });
}

/// What is not a task of the office, and whose it is.
fn limits(ui: &mut Ui, cx: &PanelCx) {
    label::h3(ui, words::LIMITS);
    ui.spacing_mut().item_spacing.y = space::XS;
    for limit in &office_catalogue().limits {
        ui.horizontal(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(16.0, 20.0), Sense::hover());
            paint::icon(ui, place.center(), icon::X, 13.0, cx.tokens.text3);
            ui.label(rich(limit.title.as_str(), TypeStyle::Small, cx.tokens.text));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(
                    egui::Label::new(rich(limit.responsible.as_str(), TypeStyle::Small, cx.tokens.text2)).truncate(),
                );
            });
        });
    }
}

/// The fields of the sheet.
pub(super) fn edit(ui: &mut Ui, cx: &mut PanelCx, office: &Aktionsbuero) {
    let mut changed = office.clone();
    let locked = locked(cx);
    ui.add_space(space::M);
    let text = |ui: &mut Ui, name: &'static str, value: &mut String| {
        if let Edit::Set(entered) = Field::new(name, office.id).disabled_reason(locked).show_text(ui, value) {
            *value = entered;
        }
    };
    text(ui, words::PLACE, &mut changed.place);
    text(ui, words::TRAEGER, &mut changed.traeger);
    text(ui, words::LANGUAGES, &mut changed.languages);
    ui.horizontal_top(|ui| {
        let half = (ui.available_width() - space::M) / 2.0;
        ui.spacing_mut().item_spacing.x = space::M;
        for (name, value) in [
            (words::STAFF_THERE, &mut changed.staff_hundredths),
            (words::STAFF_NEEDED, &mut changed.staff_needed_hundredths),
        ] {
            let shown = value.map(|hundredths| f64::from(hundredths) / 100.0);
            let field = Field::new(name, office.id).width(half).disabled_reason(locked);
            if let Some(entered) = field.show_within(ui, shown, 2, 0.0..=MOST_POSITIONS).changed() {
                *value = entered.map(hundredths);
            }
        }
    });
    partners(ui, office, &mut changed, locked);
    visits(ui, office, &mut changed, locked);
    costs(ui, cx, office, &mut changed, locked);
    week::edit(ui, office, &mut changed, locked);
    if changed != *office {
        update(cx, changed);
    }
    if super::super::remove(ui, cx, words::REMOVE) {
        cx.outbox.command(Command::Aktionsbuero(AktionsbueroCommand::Remove(office.id)));
    }
}

/// What stands in the columns of the entries below, over the left edges that they have. The fields carry these words
/// in their names, so they are for the eye alone.
fn heads(ui: &mut Ui, columns: &[(&str, f32)]) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    let tokens = crate::ui::widget::style::tokens(ui);
    let mut left = rect.left();
    for (name, width) in columns {
        let at = egui::pos2(left, rect.center().y);
        paint::text(ui, at, Align2::LEFT_CENTER, name, TypeStyle::Small, tokens.text2);
        left += width + space::XS;
    }
}

/// Width of a number of visits.
const VISITS: f32 = 64.0;
/// Width of a year.
const YEAR: f32 = 60.0;

/// Width that the fields of an entry share.
fn entry_width(ui: &Ui) -> f32 {
    ui.available_width() - ICON - space::XS
}

/// Width of an amount beside a year and another amount.
fn amount_width(width: f32) -> f32 {
    ((width - YEAR - 2.0 * space::XS) / 2.0).max(60.0)
}

fn partners(ui: &mut Ui, office: &Aktionsbuero, changed: &mut Aktionsbuero, locked: Option<&'static str>) {
    label::h3(ui, words::PARTNERS);
    if !office.partners.is_empty() {
        let half = (entry_width(ui) - space::XS) / 2.0;
        heads(ui, &[(words::PARTNER, half), (words::PARTNER_DOES, half)]);
    }
    let mut gone = None;
    for (at, partner) in office.partners.iter().enumerate() {
        let remove = entry_row(ui, ("partner", at), words::REMOVE_PARTNER, locked, |ui, width| {
            let half = (width - space::XS) / 2.0;
            let name = words::partner(at + 1);
            let field = Field::new(&name, (office.id, at)).hide_label().compact().width(half).disabled_reason(locked);
            if let Edit::Set(name) = field.show_text(ui, &partner.name) {
                changed.partners[at].name = name;
            }
            let name = format!("{name}, {}", words::PARTNER_DOES);
            let field = Field::new(&name, (office.id, at)).hide_label().compact().width(half).disabled_reason(locked);
            if let Edit::Set(does) = field.placeholder(words::PARTNER_DOES).show_text(ui, &partner.contribution) {
                changed.partners[at].contribution = does;
            }
        });
        gone = gone.or(remove.then_some(at));
    }
    if let Some(at) = gone {
        changed.partners.remove(at);
    }
    if Button::secondary(words::ADD_PARTNER).icon(icon::PLUS).compact().disabled_reason(locked).show(ui).clicked() {
        changed.partners.push(Partner { name: words::NEW_PARTNER.to_owned(), contribution: String::new() });
    }
}

fn visits(ui: &mut Ui, office: &Aktionsbuero, changed: &mut Aktionsbuero, locked: Option<&'static str>) {
    label::h3(ui, words::VISITS);
    if !office.visits.is_empty() {
        let period = entry_width(ui) - 2.0 * (VISITS + space::XS);
        heads(ui, &[(words::PERIOD, period), (words::COUNTED, VISITS), (words::TARGET, VISITS)]);
    }
    let mut gone = None;
    for (at, visits) in office.visits.iter().enumerate() {
        let remove = entry_row(ui, ("besuche", at), words::REMOVE_VISITS, locked, |ui, width| {
            let name = words::visits(at + 1, words::PERIOD);
            let rest = width - 2.0 * (VISITS + space::XS);
            let field = Field::new(&name, (office.id, at)).hide_label().compact().width(rest).disabled_reason(locked);
            if let Edit::Set(period) = field.placeholder(words::PERIOD).show_text(ui, &visits.period) {
                changed.visits[at].period = period;
            }
            let edited = &mut changed.visits[at];
            for (what, value) in [(words::COUNTED, &mut edited.visits), (words::TARGET, &mut edited.target)] {
                let name = words::visits(at + 1, what);
                let field = Field::new(&name, (office.id, at)).hide_label().compact().width(VISITS);
                let field = field.placeholder(what).disabled_reason(locked);
                if let Some(entered) = field.show_count(ui, *value, MOST_PEOPLE).changed() {
                    *value = entered;
                }
            }
        });
        gone = gone.or(remove.then_some(at));
    }
    if let Some(at) = gone {
        changed.visits.remove(at);
    }
    if Button::secondary(words::ADD_VISITS).icon(icon::PLUS).compact().disabled_reason(locked).show(ui).clicked() {
        changed.visits.push(Besuche::default());
    }
}

/// What the tailoring costs, by year.
fn costs(ui: &mut Ui, cx: &PanelCx, office: &Aktionsbuero, changed: &mut Aktionsbuero, locked: Option<&'static str>) {
    label::h3(ui, words::COSTS);
    if !office.costs.is_empty() {
        let amount = amount_width(entry_width(ui));
        heads(ui, &[(words::YEAR, YEAR), (words::ADDITIONAL, amount), (words::SECURED, amount)]);
    }
    let mut gone = None;
    for (at, costs) in office.costs.iter().enumerate() {
        let remove = entry_row(ui, ("kosten", at), words::REMOVE_COSTS, locked, |ui, width| {
            let amount = amount_width(width);
            let edited = &mut changed.costs[at];
            let name = words::costs(at + 1, words::YEAR);
            let field = Field::new(&name, (office.id, at)).hide_label().compact().width(YEAR).disabled_reason(locked);
            if let Edit::Set(year) = field.never_empty().show_year(ui, costs.year) {
                edited.year = year;
            }
            for (what, value) in [(words::ADDITIONAL, &mut edited.additional), (words::SECURED, &mut edited.secured)] {
                let name = words::costs(at + 1, what);
                let field = Field::new(&name, (office.id, at)).hide_label().compact().width(amount).placeholder(what);
                let shown = (value.cents > 0).then_some(*value);
                if let Some(entered) = field.disabled_reason(locked).show_euros(ui, shown, Euro::default()).changed() {
                    *value = entered.unwrap_or_default();
                }
            }
        });
        gone = gone.or(remove.then_some(at));
    }
    if let Some(at) = gone {
        changed.costs.remove(at);
    }
    let add = Button::secondary(words::ADD_COSTS).icon(icon::PLUS).compact().disabled_reason(locked);
    if add.show(ui).clicked() {
        let last = office.costs.iter().map(|costs| costs.year).max();
        let year = last.unwrap_or(cx.today.year()).saturating_add(1);
        changed.costs.push(Buerokosten { year, ..Buerokosten::default() });
    }
}

/// No office has more positions.
const MOST_POSITIONS: f64 = 999.0;

/// Positions in hundredths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the limits of the field")]
fn hundredths(positions: f64) -> u32 {
    (positions * 100.0).round() as u32
}

/// The words of a fact.
fn words_of(ui: &mut Ui, words: &str) {
    let tokens = crate::ui::widget::style::tokens(ui);
    ui.add(egui::Label::new(rich(words, TypeStyle::Small, tokens.text)).wrap());
}
