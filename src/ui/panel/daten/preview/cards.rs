//! New indicators that the import would create: the fields of each card, and several cards at once.

use super::View;
use crate::domain::{Direction, Handlungsfeld, Indicator};
use crate::import::NewIndicator;
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::{radius, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field, check_box, check_box_named};
use crate::ui::widget::notice::notice;
use crate::ui::widget::style::{color32, line, tokens};
use crate::ui::widget::{icon, text as label};
use egui::{CornerRadius, Frame, Margin, Ui};
use std::collections::BTreeSet;

/// Which cards are open and selected.
#[derive(Default)]
pub(super) struct Cards {
    listed: bool,
    open: Option<String>,
    selected: BTreeSet<String>,
}

impl Cards {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
        let Some(draft) = view.draft else { return };
        let new: Vec<&NewIndicator> = view
            .mapping
            .new_indicators
            .iter()
            .filter(|card| draft.indicators.contains(&card.code) && view.data.indicator_by_code(&card.code).is_none())
            .collect();
        if new.is_empty() {
            return;
        }
        ui.add_space(2.0);
        let caret = if self.listed { icon::CARET_DOWN } else { icon::CARET_RIGHT };
        if Button::ghost(&words::new_indicators(new.len())).icon(caret).compact().show(ui).clicked() {
            self.listed = !self.listed;
        }
        for card in new.iter().filter(|card| same_name_elsewhere(view, card).is_some()) {
            notice(ui, Tone::Warn, &words::same_name(&card.name), None);
        }
        if !self.listed {
            label::hint(ui, words::NEW_INDICATORS_HINT);
            return;
        }
        self.selected.retain(|code| new.iter().any(|card| card.code == *code));
        if new.len() > 1 {
            self.select_all(ui, &new);
            self.together(ui, cx, view);
        }
        for card in &new {
            ui.push_id(&card.code, |ui| self.card(ui, cx, view, card, new.len() > 1));
        }
    }

    fn select_all(&mut self, ui: &mut Ui, new: &[&NewIndicator]) {
        let all = self.selected.len() == new.len();
        match check_box(ui, all, words::SELECT_ALL) {
            Some(true) => self.selected = new.iter().map(|card| card.code.clone()).collect(),
            Some(false) => self.selected.clear(),
            None => {}
        }
    }

    /// Fields that are set for all selected cards at once.
    fn together(&self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
        if self.selected.is_empty() {
            return;
        }
        let tokens = tokens(ui);
        let frame = Frame::new()
            .fill(color32(tokens.surface))
            .stroke(line(stroke::LINE, tokens.line))
            .corner_radius(CornerRadius::same(radius::CONTROL))
            .inner_margin(Margin::symmetric(10, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            label::small(ui, &words::set_for(self.selected.len()));
            let of = (&view.source.sha256, "together");
            let width = ui.available_width();
            let list = Combo::new(words::DIRECTION).with_label().compact().width(width).empty(words::KEEP);
            if let Some(direction) = list.show(ui, None, &directions()) {
                self.set(cx, view, |card| card.direction = direction);
            }
            let list = Combo::new(words::HANDLUNGSFELD).with_label().compact().width(width).empty(words::KEEP);
            if let Some(field) = list.show(ui, None, &handlungsfelder()) {
                self.set(cx, view, |card| card.handlungsfeld = field);
            }
            ui.horizontal_top(|ui| {
                let unit = Field::new(words::UNIT, of).compact().width(84.0).placeholder(words::KEEP);
                if let Edit::Set(unit) = unit.show_text(ui, "") {
                    self.set(cx, view, |card| set_unit(card, &unit));
                }
                let width = ui.available_width();
                let dimension = Field::new(words::DIMENSION, of).compact().width(width).placeholder(words::KEEP);
                if let Edit::Set(dimension) = dimension.show_text(ui, "") {
                    self.set(cx, view, |card| card.dimension = dimension.trim().to_owned());
                }
            });
        });
    }

    fn set(&self, cx: &mut PanelCx, view: &View<'_>, change: impl Fn(&mut NewIndicator)) {
        view.change(cx, |mapping| {
            mapping.new_indicators.iter_mut().filter(|card| self.selected.contains(&card.code)).for_each(&change);
        });
    }

    fn card(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, card: &NewIndicator, selectable: bool) {
        let open = self.open.as_deref() == Some(card.code.as_str());
        let name = words::card_line(&card.name, &card.unit);
        let caret = if open { icon::CARET_DOWN } else { icon::CARET_RIGHT };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if selectable {
                let selected = self.selected.contains(&card.code);
                match check_box_named(ui, selected, &words::select_card(&card.name)) {
                    Some(true) => {
                        self.selected.insert(card.code.clone());
                    }
                    Some(false) => {
                        self.selected.remove(&card.code);
                    }
                    None => {}
                }
            }
            let shown = elide(&name, ui.available_width());
            let button = Button::ghost(&shown).icon(caret).compact();
            if button.show(ui).on_hover_text(&name).clicked() {
                self.open = if open { None } else { Some(card.code.clone()) };
            }
        });
        if open {
            Frame::NONE.inner_margin(Margin { left: 16, right: 0, top: 0, bottom: 6 }).show(ui, |ui| {
                let mut changed = card.clone();
                fields(ui, view, &mut changed);
                if changed != *card {
                    view.change(cx, |mapping| {
                        if let Some(entry) = mapping.new_indicators.iter_mut().find(|entry| entry.code == changed.code)
                        {
                            *entry = changed;
                        }
                    });
                }
            });
        }
    }
}

/// A card of the project with the same name, another unit or denominator.
fn same_name_elsewhere<'a>(view: &View<'a>, card: &NewIndicator) -> Option<&'a Indicator> {
    let normal = |name: &str| name.trim().to_lowercase();
    let plain = |name: &str| normal(name.split(['(', '[']).next().unwrap_or(name));
    view.data.indicators.iter().find(|known| plain(&known.name) == plain(&card.name))
}

/// Words that fit a line of small type.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width in letters")]
fn elide(words: &str, width: f32) -> String {
    let most = ((width - 40.0) / 6.2).max(8.0) as usize;
    if words.chars().count() <= most { words.to_owned() } else { words.chars().take(most - 1).chain(['…']).collect() }
}

fn directions() -> Vec<(Direction, &'static str)> {
    Direction::ALL.into_iter().map(|direction| (direction, text::direction(direction))).collect()
}

fn handlungsfelder() -> Vec<(Option<Handlungsfeld>, &'static str)> {
    let named = Handlungsfeld::ALL.into_iter().map(|field| (Some(field), text::handlungsfeld_short(field)));
    std::iter::once((None, words::NO_FIELD)).chain(named).collect()
}

/// The unit, and the factor that belongs to it.
fn set_unit(card: &mut NewIndicator, unit: &str) {
    card.unit = unit.trim().to_owned();
    card.scale = match card.unit.as_str() {
        "%" | "je 100" => 100.0,
        "je 1.000" => 1000.0,
        _ => card.scale,
    };
}

fn fields(ui: &mut Ui, view: &View<'_>, card: &mut NewIndicator) {
    let of = (&view.source.sha256, &card.code.clone());
    if let Edit::Set(name) = Field::new(words::NAME, of).compact().show_text(ui, &card.name)
        && !name.trim().is_empty()
    {
        card.name = name.trim().to_owned();
    }
    ui.horizontal_top(|ui| {
        if let Edit::Set(unit) = Field::new(words::UNIT, of).compact().width(84.0).show_text(ui, &card.unit) {
            set_unit(card, &unit);
        }
        let decimals: Vec<(u8, String)> = (0..=4).map(|n| (n, n.to_string())).collect();
        let list = Combo::new(words::DECIMALS).with_label().compact().width(96.0);
        if let Some(chosen) = list.show(ui, Some(&card.decimals), &decimals) {
            card.decimals = chosen;
        }
    });
    for (name, value) in [(words::NUMERATOR, &mut card.numerator), (words::DENOMINATOR, &mut card.denominator)] {
        if let Edit::Set(entered) = Field::new(name, of).compact().show_text(ui, value) {
            *value = entered.trim().to_owned();
        }
    }
    let list = Combo::new(words::DIRECTION).with_label().compact().width(ui.available_width());
    if let Some(direction) = list.show(ui, Some(&card.direction), &directions()) {
        card.direction = direction;
    }
    label::hint(ui, words::direction_why(card.direction));
    if let Edit::Set(entered) = Field::new(words::DIMENSION, of).compact().show_text(ui, &card.dimension) {
        card.dimension = entered.trim().to_owned();
    }
    let list = Combo::new(words::HANDLUNGSFELD).with_label().compact().width(ui.available_width());
    if let Some(field) = list.show(ui, Some(&card.handlungsfeld), &handlungsfelder()) {
        card.handlungsfeld = field;
    }
    if let Some(is_population) = check_box(ui, card.is_population, words::IS_POPULATION_SHORT) {
        card.is_population = is_population;
    }
}
