//! Status × Dynamik: the areas of each pair of classes; a click makes an area the current one.

use crate::domain::AreaId;
use crate::text::panel::zeit as words;
use crate::theme::{TypeStyle, space};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::notice::notice;
use crate::ui::widget::style::rich;
use crate::ui::widget::text as label;
use crate::ui::{Intent, PanelCx, TimeView};
use egui::{Frame, Grid, Margin, ScrollArea, Ui, vec2};

/// Most areas that a cell names; the table that is copied has all.
const MOST: usize = 40;

/// Draws the matrix.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, view: &TimeView) {
    let margin = Frame::NONE.inner_margin(Margin::same(space::L as i8));
    let matrix = match &view.matrix {
        Ok(matrix) => matrix,
        Err(reason) => {
            margin.show(ui, |ui| notice(ui, Tone::Info, reason, None));
            return;
        }
    };
    let columns = matrix.dynamik.len();
    ScrollArea::both().auto_shrink([false, false]).show(ui, |ui| {
        margin.show(ui, |ui| {
            #[expect(clippy::cast_precision_loss, reason = "few classes")]
            let width = ((ui.available_width() - 90.0) / columns.max(1) as f32 - space::L).max(80.0);
            Grid::new("status-dynamik").num_columns(columns + 1).striped(true).spacing(vec2(space::L, space::M)).show(
                ui,
                |ui| {
                    ui.label(rich(words::STATUS, TypeStyle::SmallStrong, cx.tokens.text2));
                    for class in &matrix.dynamik {
                        let head = format!("{} {class}", words::DYNAMIK);
                        ui.label(rich(head, TypeStyle::SmallStrong, cx.tokens.text2));
                    }
                    ui.end_row();
                    // The greatest need stands on top.
                    for (class, row) in matrix.status.iter().zip(&matrix.cells).rev() {
                        ui.label(rich(class.as_str(), TypeStyle::SmallStrong, cx.tokens.text));
                        for (dynamik, areas) in matrix.dynamik.iter().zip(row) {
                            cell(ui, cx, &words::cell(class, dynamik), areas, width);
                        }
                        ui.end_row();
                    }
                },
            );
            if !view.without_dynamik.is_empty() {
                ui.add_space(space::M);
                label::small(ui, &words::without_dynamik(&view.without_dynamik));
            }
            if !matrix.without_pair.is_empty() {
                ui.add_space(space::M);
                label::small(ui, &words::without_pair(&names(cx, &matrix.without_pair)));
            }
        });
    });
}

fn cell(ui: &mut Ui, cx: &mut PanelCx, name: &str, areas: &[AreaId], width: f32) {
    ui.push_id(name, |ui| {
        ui.vertical(|ui| {
            ui.set_min_width(width);
            ui.set_max_width(width);
            if areas.is_empty() {
                ui.label(rich("–", TypeStyle::Body, cx.tokens.text3));
            }
            for area in areas.iter().take(MOST).filter_map(|id| cx.snapshot.data.area(*id)) {
                let current = cx.focus.area == Some(area.id);
                let button = Button::ghost(&area.name).compact().selected(current).hint(name);
                if button.show(ui).clicked() {
                    cx.outbox.push(Intent::SelectArea(area.id));
                }
            }
            if areas.len() > MOST {
                label::small(ui, &words::more(areas.len() - MOST));
            }
        });
    });
}

fn names(cx: &PanelCx, areas: &[AreaId]) -> String {
    let names: Vec<&str> =
        areas.iter().take(MOST).filter_map(|id| cx.snapshot.data.area(*id)).map(|area| area.name.as_str()).collect();
    let more = areas.len().saturating_sub(MOST);
    if more == 0 { names.join(", ") } else { format!("{} {}", names.join(", "), words::more(more)) }
}

/// The matrix as a list of areas, tab-separated.
pub fn copied(cx: &PanelCx, view: &TimeView) -> String {
    let Ok(matrix) = &view.matrix else { return view.matrix.as_ref().err().cloned().unwrap_or_default() };
    let mut text = [words::AREA, words::STATUS, words::DYNAMIK].join("\t");
    for (status, row) in matrix.status.iter().zip(&matrix.cells).rev() {
        for (dynamik, areas) in matrix.dynamik.iter().zip(row) {
            for area in areas.iter().filter_map(|id| cx.snapshot.data.area(*id)) {
                text.push_str(&format!("\n{}\t{status}\t{dynamik}", area.name));
            }
        }
    }
    text
}
