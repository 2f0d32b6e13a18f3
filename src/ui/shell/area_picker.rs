//! ‹ Aktionsraum ▾ ›: the current area for every place of the window.

use crate::domain::{AreaId, AreaLevel};
use crate::text::panel::shell as words;
use crate::ui::widget::button::Button;
use crate::ui::widget::icon;
use crate::ui::{Intent, PanelCx, UiAction, aktionsraeume};
use egui::{Popup, ScrollArea, Ui, vec2};

/// Draws the picker.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, compact: bool) {
    ui.spacing_mut().item_spacing.x = 2.0;
    if Button::icon_only(icon::CARET_LEFT, words::PREVIOUS_AREA).show(ui).clicked() {
        cx.outbox.action(UiAction::PreviousArea);
    }
    let name = cx.area().map_or(words::NO_AREA, |area| area.name.as_str()).to_owned();
    let mut button = Button::secondary(&name).icon(icon::MAP_PIN).caret().hint(words::CHOOSE_AREA);
    if compact {
        button = button.compact();
    }
    let response = button.show(ui);
    Popup::menu(&response).show(|ui| list(ui, cx));
    if Button::icon_only(icon::CARET_RIGHT, words::NEXT_AREA).show(ui).clicked() {
        cx.outbox.action(UiAction::NextArea);
    }
    ui.add_space(6.0);
    ui.spacing_mut().item_spacing.x = 8.0;
}

fn list(ui: &mut Ui, cx: &mut PanelCx) {
    ui.set_min_width(240.0);
    let first = aktionsraeume(cx.snapshot);
    let mut others: Vec<(AreaId, &str)> = cx
        .snapshot
        .data
        .areas_of(AreaLevel::Sozialraum)
        .filter(|area| !first.contains(&area.id))
        .map(|area| (area.id, area.name.as_str()))
        .collect();
    others.sort_by_key(|(_, name)| name.to_lowercase());
    let first: Vec<(AreaId, &str)> =
        first.into_iter().filter_map(|id| cx.snapshot.data.area(id).map(|area| (id, area.name.as_str()))).collect();
    let mut chosen = None;
    ScrollArea::vertical().max_height(480.0).show(ui, |ui| {
        entries(ui, cx, &first, &mut chosen);
        if !others.is_empty() {
            ui.separator();
            crate::ui::widget::text::hint(ui, words::OTHER_AREAS);
            entries(ui, cx, &others, &mut chosen);
        }
    });
    if let Some(area) = chosen {
        cx.outbox.push(Intent::SelectArea(area));
        ui.close();
    }
}

fn entries(ui: &mut Ui, cx: &PanelCx, areas: &[(AreaId, &str)], chosen: &mut Option<AreaId>) {
    for (id, name) in areas {
        ui.push_id(id, |ui| {
            let current = cx.focus.area == Some(*id);
            let button = egui::Button::selectable(current, *name).min_size(vec2(232.0, 26.0));
            if ui.add(button).clicked() {
                *chosen = Some(*id);
            }
        });
    }
}
