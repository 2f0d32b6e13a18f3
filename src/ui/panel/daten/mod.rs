//! The place Daten: what the project knows, and the preview of a table before it is taken over.

mod areas;
mod card_form;
mod imports;
mod indicators;
mod preview;
mod stock;

use crate::domain::{AreaLevel, IndicatorId, PlanningData};
use crate::text::panel::daten as words;
use crate::theme::{control, stroke};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::icon;
use crate::ui::widget::style::{color32, line};
use crate::ui::{Entry, PanelCx, Section, UiAction, ViewHeader, report_region, section_label};
use egui::{Align, Align2, Frame, Layout, Margin, Panel, Rect, Ui};
use std::collections::BTreeSet;

/// State of the place: selection and text being typed.
#[derive(Default)]
pub struct DatenPanel {
    tab: usize,
    stock: stock::Stock,
    indicators: indicators::Indicators,
    imports: imports::Imports,
    areas: areas::Areas,
    preview: preview::Preview,
}

impl DatenPanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let derived = cx.derived;
        if let Some(view) = &derived.import {
            self.stock.note_newest(&cx.snapshot.data);
            self.preview.show(ui, cx, view);
            return;
        }
        if let Some(Entry::Importquelle(id)) = cx.focus.wanted {
            self.tab = 2;
            self.imports.open_source(id);
        }
        // The same file once more begins at the beginning.
        self.preview = preview::Preview::default();
        let tabs = [words::TAB_STOCK, words::TAB_INDICATORS, words::TAB_IMPORTS, words::TAB_AREAS];
        ViewHeader::new(section_label(Section::Daten)).tabs(&tabs, &mut self.tab).show(ui, cx, |ui, cx| {
            let reason = cx.disabled_reason(UiAction::ImportTable);
            let import = Button::primary(UiAction::ImportTable.label()).icon(icon::UPLOAD_SIMPLE);
            if import.disabled_reason(reason).show(ui).clicked() && reason.is_none() {
                cx.outbox.action(UiAction::ImportTable);
            }
        });
        match self.tab {
            0 => self.stock.show(ui, cx),
            1 => self.indicators.show(ui, cx),
            2 => self.imports.show(ui, cx),
            _ => self.areas.show(ui, cx),
        }
    }
}

/// A pane beside the body, with its line; `left` says on which side it stands.
fn pane(
    ui: &mut Ui,
    cx: &mut PanelCx,
    id: &'static str,
    left: bool,
    width: f32,
    show: impl FnOnce(&mut Ui, &mut PanelCx),
) {
    let panel = if left { Panel::left(id) } else { Panel::right(id) };
    let tokens = cx.tokens;
    let frame = Frame::NONE.fill(color32(tokens.sunken));
    panel.exact_size(width).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        let rect = ui.max_rect();
        report_region(ui, rect);
        show(ui, cx);
        let edge = if left { Align2::RIGHT_TOP } else { Align2::LEFT_TOP };
        let x = edge.pos_in_rect(&rect).x + if left { -0.5 } else { 0.5 };
        ui.painter().vline(x, rect.y_range(), line(stroke::LINE, tokens.line));
    });
}

/// A strip of controls below the view head, 36 high.
fn toolbar(ui: &mut Ui, id: &'static str, show: impl FnOnce(&mut Ui)) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(16, 0));
    Panel::top(id).exact_size(40.0).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), show);
    });
}

/// The list that narrows a table to one level; says whether another was chosen.
fn level_list(ui: &mut Ui, levels: &BTreeSet<AreaLevel>, level: &mut Option<AreaLevel>) -> bool {
    let choices: Vec<(Option<AreaLevel>, &str)> = std::iter::once((None, words::ALL_LEVELS))
        .chain(levels.iter().map(|level| (Some(*level), crate::text::area_level_plural(*level))))
        .collect();
    let size = egui::vec2(180.0, control::COMPACT);
    let list = |ui: &mut Ui| Combo::new(words::LEVEL_FILTER).compact().width(size.x).show(ui, Some(&*level), &choices);
    let chosen = ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), list).inner;
    if let Some(chosen) = chosen {
        *level = chosen;
    }
    chosen.is_some()
}

/// A number in a table cell that can be clicked; says whether it was.
fn clickable(ui: &mut Ui, rect: Rect, id: impl std::hash::Hash + std::fmt::Debug, name: &str) -> bool {
    let salt = ui.scope_id().with(("value", &id));
    let response = ui.interact(rect, salt, egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    if response.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    response.clicked()
}

/// How many values an indicator has, with or without sign.
fn value_count(data: &PlanningData, indicator: IndicatorId) -> usize {
    data.dataset
        .periods_of(indicator)
        .filter_map(|period| data.dataset.column(indicator, period))
        .map(crate::domain::Column::len)
        .sum()
}
