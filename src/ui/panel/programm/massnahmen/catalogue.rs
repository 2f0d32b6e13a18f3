//! Choosing a title from the catalogue of measures: the measure is begun with it, its form opens.

use super::super::Plan;
use super::MassnahmenPart;
use crate::programme::measure_catalogue;
use crate::text::panel::erfahrungen as words;
use crate::text::report::measure_number;
use crate::theme::{TypeStyle, space};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge, field_tile};
use crate::ui::widget::button::Button;
use crate::ui::widget::dialog::custom;
use crate::ui::widget::{icon, text as label};
use egui::{Align, Layout, ScrollArea, Sense, Ui, vec2};

/// Shows the catalogue while it is open.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart) {
    if !part.catalogue {
        return;
    }
    let mut chosen = None;
    let answer = custom(ui.ctx(), Tone::Info, words::CATALOGUE, &[words::CLOSE], |ui| {
        label::small(ui, words::CATALOGUE_NOTE);
        let height = (ui.ctx().content_rect().height() - 260.0).clamp(160.0, 420.0);
        // As high from the first picture on: a list that grows under the pointer is clicked in the wrong place.
        let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]);
        list.show(ui, |ui| {
            ui.set_min_height(height);
            for (at, entry) in measure_catalogue().iter().enumerate() {
                let known = plan.programme.massnahmen.iter().find(|one| one.titel.trim() == entry.title);
                ui.horizontal(|ui| {
                    let (place, _) = ui.allocate_exact_size(vec2(22.0, 26.0), Sense::hover());
                    field_tile(ui, place.center(), entry.field);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.add_space(space::L);
                        match known {
                            Some(one) => {
                                let word = words::in_programme(&measure_number(one.number));
                                badge(ui, Tone::Ok, icon::CHECK, &word);
                            }
                            None => {
                                let name = words::adopt(&entry.title);
                                let button = Button::icon_only(icon::PLUS, &name).compact();
                                if button.disabled_reason(plan.locked).show(ui).clicked() {
                                    chosen = Some(at);
                                }
                            }
                        }
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            label::elided(ui, &entry.title, TypeStyle::Body);
                        });
                    });
                });
            }
        });
    });
    if answer.is_some() || chosen.is_some() {
        part.catalogue = false;
    }
    if let Some(entry) = chosen.and_then(|at| measure_catalogue().get(at)) {
        part.send_new(cx, plan, entry.measure());
    }
}
