//! New indicators that the import would create, with the fields of their cards.

use super::View;
use crate::domain::Direction;
use crate::import::NewIndicator;
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field, check_box};
use crate::ui::widget::{icon, text as label};
use egui::{Frame, Margin, Ui};

/// Which card is open.
#[derive(Default)]
pub(super) struct Cards {
    listed: bool,
    open: Option<String>,
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
        if !self.listed {
            label::hint(ui, words::NEW_INDICATORS_HINT);
            return;
        }
        for card in new {
            ui.push_id(&card.code, |ui| self.card(ui, cx, view, card));
        }
    }

    fn card(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, card: &NewIndicator) {
        let open = self.open.as_deref() == Some(card.code.as_str());
        let name = words::card_line(&card.name, &card.unit);
        let caret = if open { icon::CARET_DOWN } else { icon::CARET_RIGHT };
        let shown = elide(&name, ui.available_width());
        let button = Button::ghost(&shown).icon(caret).compact();
        if button.show(ui).on_hover_text(&name).clicked() {
            self.open = if open { None } else { Some(card.code.clone()) };
        }
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

/// Words that fit a line of small type.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width in letters")]
fn elide(words: &str, width: f32) -> String {
    let most = ((width - 40.0) / 6.2).max(8.0) as usize;
    if words.chars().count() <= most { words.to_owned() } else { words.chars().take(most - 1).chain(['…']).collect() }
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
            card.unit = unit.trim().to_owned();
        }
        let decimals: Vec<(u8, String)> = (0..=4).map(|n| (n, n.to_string())).collect();
        let list = Combo::new(words::DECIMALS).with_label().compact().width(96.0);
        if let Some(chosen) = list.show(ui, Some(&card.decimals), &decimals) {
            card.decimals = chosen;
        }
    });
    let directions: Vec<(Direction, &str)> =
        Direction::ALL.into_iter().map(|direction| (direction, text::direction(direction))).collect();
    let list = Combo::new(words::DIRECTION).with_label().compact().width(ui.available_width());
    if let Some(direction) = list.show(ui, Some(&card.direction), &directions) {
        card.direction = direction;
    }
    label::hint(ui, words::direction_why(card.direction));
    if let Some(is_population) = check_box(ui, card.is_population, words::IS_POPULATION_SHORT) {
        card.is_population = is_population;
    }
}
