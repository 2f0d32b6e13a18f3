//! Right pane, first part: what was recognised, level and period; last part: source and whether values are invented.

use super::View;
use crate::domain::AreaLevel;
use crate::import::{ColumnRole, ImportDraft, SubtotalRule};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::{TypeStyle, control};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field, check_box};
use crate::ui::widget::notice::notice;
use crate::ui::widget::style::{rich, tokens};
use crate::ui::widget::{icon, text as label};
use crate::ui::{ImportIntent, Intent, OriginalView, PanelCx};
use egui::{Label, Ui};

pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    label::h3(ui, words::STEP_ASSIGN);
    if let Some(remembered) = &view.view.remembered
        && notice(ui, Tone::Info, remembered, Some(words::PROPOSE_ANEW))
    {
        let anew = ImportIntent::Layout { sheet: view.mapping.sheet, rows: None };
        cx.outbox.push(Intent::Import(anew));
    }
    if let Some(draft) = view.draft {
        recognised(ui, cx, view, draft);
    }
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() - 8.0) / 2.0;
        area_level(ui, cx, view, words::AREA_LEVEL, width);
        period(ui, cx, view, width, "above");
    });
    blocks(ui, cx, view);
}

/// The level of the areas whose rows name none.
pub(super) fn area_level(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, name: &str, width: f32) {
    let levels: Vec<(AreaLevel, &str)> =
        AreaLevel::ALL.into_iter().map(|level| (level, text::area_level(level))).collect();
    let list = Combo::new(name).with_label().width(width).empty(words::OPEN);
    if let Some(level) = list.show(ui, view.mapping.area_level.as_ref(), &levels) {
        view.change(cx, |mapping| mapping.area_level = Some(level));
    }
}

/// The period of values whose column and row name none.
pub(super) fn period(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, width: f32, place: &str) {
    let field = Field::new(words::PERIOD, (&view.source.sha256, view.mapping.sheet, place)).width(width);
    let shown = view.mapping.period.as_deref().unwrap_or_default();
    if let Edit::Set(entered) = field.placeholder(words::PERIOD_EXAMPLE).show_text(ui, shown) {
        let entered = entered.trim().to_owned();
        view.change(cx, |mapping| mapping.period = (!entered.is_empty()).then_some(entered));
    }
}

fn recognised(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, draft: &ImportDraft) {
    let columns = draft
        .columns
        .iter()
        .filter(|column| matches!(column.role, ColumnRole::Indicator { .. } | ColumnRole::Value { .. }))
        .count();
    fact(ui, columns > 0, &words::value_columns(columns));
    let known = draft.areas.iter().filter(|area| area.existing.is_some()).count();
    if known > 0 {
        fact(ui, true, &words::areas_known(known));
    }
    let created = draft.areas.len() - known;
    if created > 0 {
        let levels = super::new_areas::by_level(&draft.areas);
        fact(ui, true, &words::areas_created(&levels));
    }
    if !draft.periods.is_empty() {
        fact(ui, true, &words::periods_found(&draft.periods));
    }
    if view.mapping.create_areas && Button::link(words::DECIDE_ONE_BY_ONE).show(ui).clicked() {
        view.change(cx, |mapping| mapping.create_areas = false);
    }
    let chosen = view.mapping.area_choices.len();
    if chosen > 0 {
        ui.horizontal_wrapped(|ui| {
            label::small(ui, &words::areas_chosen(chosen));
            if Button::link(words::TAKE_BACK).show(ui).clicked() {
                view.change(cx, |mapping| mapping.area_choices.clear());
            }
        });
    }
    subtotals(ui, cx, view, draft);
}

/// What was settled about rows that are sums of others, and the way back.
fn subtotals(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, draft: &ImportDraft) {
    let Some(rule) = view.mapping.subtotals.filter(|_| !draft.subtotals.is_empty()) else { return };
    ui.horizontal_wrapped(|ui| {
        label::small(ui, &words::subtotals_settled(draft.subtotals.len(), rule == SubtotalRule::Read));
        if Button::link(words::TAKE_BACK).show(ui).clicked() {
            view.change(cx, |mapping| mapping.subtotals = None);
        }
    });
}

fn fact(ui: &mut Ui, good: bool, sentence: &str) {
    let tokens = tokens(ui);
    ui.horizontal_top(|ui| {
        let (symbol, color) = if good { (icon::CHECK_CIRCLE, tokens.ok) } else { (icon::WARNING, tokens.warn) };
        ui.label(rich(symbol, TypeStyle::H3, color));
        ui.add(Label::new(rich(sentence, TypeStyle::Small, tokens.text)).wrap());
    });
}

/// Rows of other levels, e.g. the districts and the city below the quarters.
fn blocks(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    let levels: Vec<(AreaLevel, &str)> =
        AreaLevel::ALL.into_iter().map(|level| (level, text::area_level(level))).collect();
    for (at, block) in view.mapping.area_blocks.iter().enumerate() {
        ui.push_id(("block", block.first, block.last), |ui| {
            ui.spacing_mut().interact_size.y = control::COMPACT;
            ui.horizontal(|ui| {
                ui.allocate_ui(egui::vec2(104.0, 24.0), |ui| {
                    ui.set_width(104.0);
                    label::small(ui, &words::rows_of_block(block.first, block.last));
                });
                let width = (ui.available_width() - 34.0).max(80.0);
                let name = words::level_of_rows(block.first, block.last);
                if let Some(level) = Combo::new(&name).compact().width(width).show(ui, Some(&block.level), &levels) {
                    view.change(cx, |mapping| {
                        if let Some(block) = mapping.area_blocks.get_mut(at) {
                            block.level = level;
                        }
                    });
                }
                if Button::icon_only(icon::X, words::REMOVE_BLOCK).compact().show(ui).clicked() {
                    view.change(cx, |mapping| {
                        mapping.area_blocks.remove(at);
                    });
                }
            });
        });
    }
}

/// How the source is cited, and whether all values are invented.
pub(super) fn source(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    ui.add_space(6.0);
    label::section(ui, words::SOURCE);
    let of = (&view.source.sha256, view.mapping.sheet);
    let note = Field::new(words::SOURCE_NOTE, of).rows(3).note(words::SOURCE_NOTE_HINT);
    if let Edit::Set(note) = note.show_text(ui, &view.mapping.source_note) {
        view.change(cx, |mapping| mapping.source_note = note.trim().to_owned());
    }
    if let Some(invented) = check_box(ui, view.mapping.demonstration, words::DEMONSTRATION) {
        view.change(cx, |mapping| mapping.demonstration = invented);
    }
    label::hint(ui, words::DEMONSTRATION_HINT);
    original(ui, cx, view);
}

/// Whether the original file goes into the project, and how large it is there.
fn original(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    let kept = view.view.original != OriginalView::No;
    if let Some(keep) = check_box(ui, kept, words::KEEP_ORIGINAL) {
        cx.outbox.push(Intent::Import(ImportIntent::KeepOriginal(keep)));
    }
    match &view.view.original {
        OriginalView::No => {
            label::hint(ui, words::KEEP_ORIGINAL_HINT);
        }
        OriginalView::Packing => {
            label::hint(ui, words::PACKING);
        }
        OriginalView::Ready { packed_bytes } => {
            label::hint(ui, &words::original_kept(view.source.size_bytes, *packed_bytes));
        }
        OriginalView::Failed(why) => {
            notice(ui, Tone::Err, why, None);
        }
    }
}
