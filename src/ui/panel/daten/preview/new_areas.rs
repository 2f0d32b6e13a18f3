//! Areas that the import would create: what they belong to, all at once or one by one.

use super::View;
use super::questions::choice_key;
use crate::domain::AreaLevel;
use crate::import::{AreaChoice, AreaRow};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::control;
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::{icon, text as label};
use egui::{Align, Layout, Ui, vec2};

/// Areas that are listed one by one.
const LISTED: usize = 60;

/// Whether the list is open.
#[derive(Default)]
pub(super) struct NewAreas {
    listed: bool,
}

impl NewAreas {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
        let Some(draft) = view.draft else { return };
        let new: Vec<&AreaRow> = draft.areas.iter().filter(|area| area.existing.is_none()).collect();
        if new.is_empty() {
            return;
        }
        let caret = if self.listed { icon::CARET_DOWN } else { icon::CARET_RIGHT };
        if Button::ghost(&words::new_areas(new.len())).icon(caret).compact().show(ui).clicked() {
            self.listed = !self.listed;
        }
        if !self.listed {
            return;
        }
        let parents = parents(view);
        if parents.len() > 1 {
            let width = ui.available_width();
            let list = Combo::new(words::ALL_BELONG_TO).with_label().compact().width(width).empty(words::CHOOSE);
            let current = view.mapping.area_parents.get("").cloned();
            if let Some(parent) = list.show(ui, current.map(Some).as_ref(), &parents) {
                set_parent(cx, view, String::new(), parent);
            }
        }
        for area in new.iter().take(LISTED) {
            ui.push_id((area.level, &area.name), |ui| line_of(ui, cx, view, area, &parents));
        }
        if new.len() > LISTED {
            label::hint(ui, &words::more_areas(new.len() - LISTED));
        }
    }
}

/// Areas of the project that others can belong to, by `level/key`.
fn parents(view: &View<'_>) -> Vec<(Option<String>, String)> {
    let known = view.data.areas.iter().map(|area| {
        let name = words::named_on(&area.name, text::area_level(area.level));
        (Some(choice_key(Some(area.level), &area.key)), name)
    });
    std::iter::once((None, words::NO_PARENT.to_owned())).chain(known).collect()
}

fn line_of(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, area: &AreaRow, parents: &[(Option<String>, String)]) {
    ui.spacing_mut().interact_size.y = control::COMPACT;
    ui.horizontal(|ui| {
        let width = ui.available_width() * 0.42;
        ui.allocate_ui_with_layout(vec2(width, 24.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(width);
            label::elided(ui, &area.name, crate::theme::TypeStyle::Small)
                .on_hover_text(words::named_on(&area.name, text::area_level(area.level)));
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let key = choice_key(Some(area.level), &area.name);
            let leave = words::do_not_create(&area.name);
            if Button::icon_only(icon::X, &leave).compact().show(ui).clicked() {
                view.change(cx, |mapping| {
                    mapping.area_choices.insert(key.clone(), AreaChoice::Skip);
                });
            }
            if parents.len() > 1 {
                let name = words::parent_of(&area.name);
                let current = Some(view.mapping.area_parents.get(&key).or(view.mapping.area_parents.get("")).cloned());
                let width = ui.available_width();
                ui.allocate_ui(vec2(width, control::COMPACT), |ui| {
                    if let Some(parent) = Combo::new(&name).compact().width(width).show(ui, current.as_ref(), parents) {
                        set_parent(cx, view, key, parent);
                    }
                });
            }
        });
    });
}

fn set_parent(cx: &mut PanelCx, view: &View<'_>, area: String, parent: Option<String>) {
    view.change(cx, |mapping| {
        match parent {
            Some(parent) => mapping.area_parents.insert(area, parent),
            None => mapping.area_parents.remove(&area),
        };
    });
}

/// Levels in which new areas are counted; kept beside the words for them.
pub(super) fn by_level(areas: &[AreaRow]) -> Vec<(&'static str, usize)> {
    let count = |level: AreaLevel| areas.iter().filter(|area| area.existing.is_none() && area.level == level).count();
    let word = |level, n| if n == 1 { text::area_level(level) } else { text::area_level_plural(level) };
    AreaLevel::ALL.into_iter().map(|level| (word(level, count(level)), count(level))).filter(|(_, n)| *n > 0).collect()
}
