//! The card of an indicator with all its fields; each edit is one command.

use crate::domain::{Direction, Handlungsfeld, Indicator, SeriesBreak};
use crate::project::{Command, IndicatorCommand};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, radio};
use crate::ui::widget::field::{Edit, Field, check_box};
use crate::ui::widget::{icon, text as label};
use egui::{Frame, Margin, ScrollArea, Ui};

pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, card: &Indicator) {
    let mut changed = card.clone();
    ui.add_enabled_ui(cx.writable(), |ui| {
        ScrollArea::vertical().id_salt(("card", card.id)).auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::same(14)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                label::h2(ui, words::CARD);
                naming(ui, card, &mut changed);
                measure(ui, card, &mut changed);
                direction(ui, &mut changed);
                place(ui, card, &mut changed);
                breaks(ui, card, &mut changed);
                remove(ui, cx, card);
            });
        });
    });
    if changed != *card {
        cx.outbox.command(Command::Indicator(IndicatorCommand::Update(changed)));
    }
}

fn text_field(ui: &mut Ui, name: &str, card: &Indicator, rows: usize, value: &mut String) {
    if let Edit::Set(text) = Field::new(name, card.id).rows(rows).show_text(ui, value) {
        *value = text.trim().to_owned();
    }
}

fn naming(ui: &mut Ui, card: &Indicator, changed: &mut Indicator) {
    if let Edit::Set(name) = Field::new(words::NAME, card.id).required().show_text(ui, &changed.name)
        && !name.trim().is_empty()
    {
        changed.name = name.trim().to_owned();
    }
    let code = Field::new(words::CODE, card.id).required().note(words::CODE_NOTE);
    if let Edit::Set(code) = code.show_text(ui, &changed.code)
        && !code.trim().is_empty()
    {
        changed.code = code.trim().to_owned();
    }
    text_field(ui, words::DEFINITION, card, 3, &mut changed.definition);
}

fn measure(ui: &mut Ui, card: &Indicator, changed: &mut Indicator) {
    label::section(ui, words::MEASURE);
    text_field(ui, words::NUMERATOR, card, 1, &mut changed.numerator);
    text_field(ui, words::DENOMINATOR, card, 1, &mut changed.denominator);
    text_field(ui, words::AGE_BOUNDS, card, 1, &mut changed.age_bounds);
    ui.horizontal_top(|ui| {
        if let Edit::Set(unit) = Field::new(words::UNIT, card.id).width(96.0).show_text(ui, &changed.unit) {
            changed.unit = unit.trim().to_owned();
        }
        if let Edit::Set(scale) = Field::new(words::SCALE, card.id).width(96.0).show_number(ui, Some(card.scale), 0)
            && scale > 0.0
        {
            changed.scale = scale;
        }
        let decimals: Vec<(u8, String)> = (0..=4).map(|n| (n, n.to_string())).collect();
        let list = Combo::new(words::DECIMALS).with_label().width(104.0);
        if let Some(chosen) = list.show(ui, Some(&changed.decimals), &decimals) {
            changed.decimals = chosen;
        }
    });
    label::hint(ui, words::SCALE_NOTE);
    if let Some(is_population) = check_box(ui, changed.is_population, words::IS_POPULATION) {
        changed.is_population = is_population;
    }
}

/// Which end means need, with what each answer does.
fn direction(ui: &mut Ui, changed: &mut Indicator) {
    label::section(ui, words::DIRECTION);
    for choice in Direction::ALL {
        if radio(ui, changed.direction == choice, text::direction(choice)) {
            changed.direction = choice;
        }
        ui.horizontal(|ui| {
            ui.add_space(24.0);
            ui.vertical(|ui| label::hint(ui, words::direction_why(choice)));
        });
    }
}

fn place(ui: &mut Ui, card: &Indicator, changed: &mut Indicator) {
    label::section(ui, words::PLACE);
    text_field(ui, words::DIMENSION, card, 1, &mut changed.dimension);
    let fields: Vec<(Option<Handlungsfeld>, &str)> = std::iter::once((None, words::NO_FIELD))
        .chain(Handlungsfeld::ALL.into_iter().map(|field| (Some(field), text::handlungsfeld_short(field))))
        .collect();
    let list = Combo::new(words::HANDLUNGSFELD).with_label().width(ui.available_width());
    if let Some(field) = list.show(ui, Some(&changed.handlungsfeld), &fields) {
        changed.handlungsfeld = field;
    }
    text_field(ui, words::SOURCE, card, 1, &mut changed.source);
    text_field(ui, words::CAVEAT, card, 3, &mut changed.caveat);
}

fn breaks(ui: &mut Ui, card: &Indicator, changed: &mut Indicator) {
    label::section(ui, words::BREAKS);
    let mut removed = None;
    for (at, entry) in changed.breaks.iter_mut().enumerate() {
        ui.horizontal_top(|ui| {
            let of = (card.id, at);
            let year = Field::new(words::BREAK_YEAR, of).width(72.0).compact();
            if let Edit::Set(text) = year.show_text(ui, &entry.year.to_string())
                && let Ok(year) = text.trim().parse()
            {
                entry.year = year;
            }
            let reason = Field::new(words::BREAK_REASON, of).width((ui.available_width() - 36.0).max(80.0)).compact();
            if let Edit::Set(text) = reason.show_text(ui, &entry.reason) {
                entry.reason = text;
            }
            if Button::icon_only(icon::TRASH, words::REMOVE_BREAK).compact().show(ui).clicked() {
                removed = Some(at);
            }
        });
    }
    if let Some(at) = removed {
        changed.breaks.remove(at);
    }
    if Button::link(words::ADD_BREAK).show(ui).clicked() {
        let year = changed.breaks.last().map_or(2020, |last| last.year.saturating_add(1));
        changed.breaks.push(SeriesBreak { year, reason: String::new() });
    }
}

fn remove(ui: &mut Ui, cx: &mut PanelCx, card: &Indicator) {
    ui.add_space(8.0);
    let reason = (super::value_count(&cx.snapshot.data, card.id) > 0).then_some(words::CARD_HAS_VALUES);
    let button = Button::secondary(words::REMOVE_CARD).icon(icon::TRASH).disabled_reason(reason);
    if button.show(ui).clicked() && reason.is_none() {
        cx.outbox.command(Command::Indicator(IndicatorCommand::Remove(card.id)));
    }
}
