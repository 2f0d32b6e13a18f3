//! Räume: the areas of the project and the sets formed of them.

use super::{level_list, pane, toolbar};
use crate::domain::{Area, AreaLevel, PlanningData};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::{Align, CentralPanel, Frame, Layout, Margin, ScrollArea, Ui};
use std::collections::BTreeSet;

/// Which areas are listed.
#[derive(Default)]
pub(super) struct Areas {
    level: Option<AreaLevel>,
    row: Option<usize>,
}

impl Areas {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let data = &cx.snapshot.data;
        if data.areas.is_empty() {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                let state = EmptyState::new(words::NO_AREAS, words::NO_AREAS_WHY)
                    .primary(icon::UPLOAD_SIMPLE, UiAction::ImportTable.label());
                if state.show(ui) == Some(EmptyChoice::Primary) {
                    cx.outbox.action(UiAction::ImportTable);
                }
            });
            return;
        }
        pane(ui, cx, "daten-area-sets", false, 304.0, |ui, _| sets(ui, data));
        let areas: Vec<&Area> =
            data.areas.iter().filter(|area| self.level.is_none_or(|level| area.level == level)).collect();
        let columns = columns();
        let mut describe = |index: usize, row: &mut Row<'_>| {
            if let Some(area) = areas.get(index) {
                fill(data, area, row);
            }
        };
        let mut copy = cx.triggered(UiAction::CopyTable);
        toolbar(ui, "daten-areas-toolbar", |ui| {
            let levels: BTreeSet<AreaLevel> = data.areas.iter().map(|area| area.level).collect();
            if level_list(ui, &levels, &mut self.level) {
                self.row = None;
            }
            label::small(ui, &words::areas_listed(areas.len()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let reason = cx.disabled_reason(UiAction::ImportBoundaries);
                let boundaries =
                    Button::secondary(UiAction::ImportBoundaries.label()).icon(icon::MAP_TRIFOLD).compact();
                if boundaries.disabled_reason(reason).show(ui).clicked() && reason.is_none() {
                    cx.outbox.action(UiAction::ImportBoundaries);
                }
                copy |= Button::ghost(words::COPY).icon(icon::COPY).compact().show(ui).clicked();
            });
        });
        let table = DataTable::new(("areas", self.level), words::LIST_OF_AREAS, &columns)
            .rows(areas.len())
            .named_by(1)
            .selected(self.row);
        if copy {
            let copied = table.tab_separated(&mut describe);
            let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), None, &copied);
            cx.outbox.push(Intent::Copy(copied));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            let response = table.show(ui, describe);
            self.row = response.selected.or(self.row);
        });
    }
}

fn columns() -> [Column<'static>; 6] {
    [
        Column::text(words::KEY).flex(110.0),
        Column::text(words::NAME).flex(160.0),
        Column::text(words::LEVEL).fixed(150.0),
        Column::text(words::PARENT).flex(110.0),
        Column::text(words::VALIDITY).fixed(120.0),
        Column::number(words::POPULATION).fixed(130.0),
    ]
}

fn fill(data: &PlanningData, area: &Area, row: &mut Row<'_>) {
    row.quiet(&area.key);
    row.name(&area.name);
    row.small(text::area_level(area.level));
    row.small(area.parent.and_then(|id| data.area(id)).map_or("", |parent| &parent.name));
    let year = |date: Option<jiff::civil::Date>| date.map(jiff::civil::Date::year);
    row.small(&words::validity(year(area.valid_from), year(area.valid_to)));
    let newest = data.periods.iter().rev().find_map(|period| {
        let value = data.population(area.id, period.id)?.value?;
        Some(words::population(value, &period.label))
    });
    row.text(&newest.unwrap_or_default());
}

fn sets(ui: &mut Ui, data: &PlanningData) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin::same(14)).show(ui, |ui| {
            label::h2(ui, words::AREA_SETS);
            if data.area_sets.is_empty() {
                label::hint(ui, words::NO_AREA_SETS);
            }
            for set in data.area_sets.iter() {
                ui.add_space(8.0);
                label::strong(ui, &set.name);
                ui.horizontal(|ui| {
                    badge(ui, Tone::Neutral, "", text::area_set_state(set.state));
                    label::small(ui, &words::members(set.members.len()));
                });
                let names: Vec<&str> =
                    set.members.iter().filter_map(|id| data.area(*id)).map(|area| area.name.as_str()).collect();
                label::small(ui, &names.join(" · "));
                if !set.note.is_empty() {
                    label::hint(ui, &set.note);
                }
                label::rule(ui);
            }
        });
    });
}
