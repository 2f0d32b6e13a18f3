//! Similar areas, segregation, hidden pockets, and the indicators as one scale: a table and its sentences each.

use crate::analysis::structure::SimilarArea;
use crate::text::{self, panel::typen as words};
use crate::theme::{row, space};
use crate::ui::panel::analyse::takeover;
use crate::ui::takeover::{Size, button};
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::text as label;
use crate::ui::{Alikeness, Intent, PanelCx, Pocket, PocketLines, SegregationLine, TypesView};
use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui};

/// How many indicators are named on each side of a comparison.
const NAMED: usize = 2;

/// Draws the most similar areas.
pub fn similar(ui: &mut Ui, cx: &mut PanelCx, view: &TypesView) {
    let found = match &view.similar {
        Ok(found) => found,
        Err(reason) => return super::refused(ui, reason),
    };
    let own = view.order.area.and_then(|area| cx.snapshot.data.area(area)).map_or("", |area| area.name.as_str());
    let columns = similar_columns();
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    let response = DataTable::new("typen-aehnlich", words::similar_to(own), &columns)
        .rows(found.len())
        .row_height(row::NORMAL)
        .wrapping(ui, width, &mut |index, row| describe_similar(cx, &found[index], row))
        .show(ui, |index, row| describe_similar(cx, &found[index], row));
    if let Some(other) = response.selected.and_then(|row| found.get(row)) {
        cx.outbox.push(Intent::SelectArea(other.area));
    }
}

/// The most similar areas as tab-separated text.
pub fn similar_copied(cx: &PanelCx, view: &TypesView) -> String {
    match &view.similar {
        Err(reason) => reason.clone(),
        Ok(found) => DataTable::new("typen-aehnlich", "", &similar_columns())
            .rows(found.len())
            .tab_separated(&mut |index, row| describe_similar(cx, &found[index], row)),
    }
}

fn similar_columns<'a>() -> [Column<'a>; 4] {
    [
        Column::text(words::AREA).flex(140.0),
        Column::number(words::DISTANCE).fixed(74.0),
        Column::text(words::ALIKE).flex(210.0),
        Column::text(words::DIFFERENT).flex(210.0),
    ]
}

fn describe_similar(cx: &PanelCx, found: &SimilarArea, row: &mut Row<'_>) {
    let data = &cx.snapshot.data;
    row.name(data.area(found.area).map_or("", |area| area.name.as_str()));
    row.text(&text::decimal(found.distance, 2));
    let named = |own: &[(crate::domain::IndicatorId, f64)]| -> String {
        let words = own.iter().filter_map(|(id, by)| Some(words::difference(&data.indicator(*id)?.name, *by)));
        words.collect::<Vec<_>>().join(", ")
    };
    let many = found.differences.len();
    row.small(&named(&found.differences[..many.min(NAMED)]));
    row.small(&named(&found.differences[many.saturating_sub(NAMED).max(many.min(NAMED))..]));
}

/// Draws the indices of segregation with a sentence each.
pub fn segregation(ui: &mut Ui, cx: &PanelCx, view: &TypesView) {
    if view.segregation.is_empty() {
        return super::refused(ui, words::NO_COUNTS);
    }
    let columns = segregation_columns();
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        DataTable::new("typen-segregation", words::SEGREGATION, &columns)
            .rows(view.segregation.len())
            .row_height(row::DENSE)
            .fit()
            .show(ui, |index, row| describe_segregation(&view.segregation[index], row));
        Frame::NONE.inner_margin(Margin::same(super::MARGIN)).show(ui, |ui| {
            for line in &view.segregation {
                label::body(ui, &segregation_sentence(line));
                let names: Vec<&str> = line
                    .over
                    .left_out
                    .iter()
                    .filter_map(|(area, _)| cx.snapshot.data.area(*area))
                    .map(|area| area.name.as_str())
                    .collect();
                if !names.is_empty() {
                    label::hint(ui, &words::segregation_left_out(&names.join(", ")));
                }
                ui.add_space(space::M);
            }
        });
    });
}

/// The indices of segregation as tab-separated text, with their sentences.
pub fn segregation_copied(view: &TypesView) -> String {
    let columns = segregation_columns();
    let table = DataTable::new("typen-segregation", "", &columns).rows(view.segregation.len());
    let mut text = table.tab_separated(&mut |index, row| describe_segregation(&view.segregation[index], row));
    for line in &view.segregation {
        text.push('\n');
        text.push_str(&segregation_sentence(line));
    }
    text
}

fn segregation_sentence(line: &SegregationLine) -> String {
    let found = &line.over.result;
    let numbers = (found.dissimilarity, found.isolation, found.share);
    words::segregation(&line.name, numbers, line.over.counts.len(), line.part)
}

fn segregation_columns<'a>() -> [Column<'a>; 5] {
    [
        Column::text(words::GROUP).flex(180.0),
        Column::text(words::PERIOD).fixed(96.0),
        Column::number(words::D).fixed(60.0),
        Column::number(words::ISOLATION).fixed(80.0),
        Column::number(words::GINI).fixed(60.0),
    ]
}

fn describe_segregation(line: &SegregationLine, row: &mut Row<'_>) {
    row.name(&line.name);
    row.small(&line.period);
    let found = &line.over.result;
    for index in [found.dissimilarity, found.isolation, found.gini] {
        row.text(&text::decimal(index, 2));
    }
}

/// Draws the hidden pockets.
pub fn pockets(ui: &mut Ui, cx: &mut PanelCx, view: &TypesView) {
    let found = match &view.pockets {
        Ok(found) => found,
        Err(reason) => return super::refused(ui, reason),
    };
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin::same(super::MARGIN)).show(ui, |ui| {
            if let Some((small, large)) = found.levels {
                label::small(ui, &words::pocket_levels(text::area_level_plural(small), text::area_level_plural(large)));
            }
            if found.pockets.is_empty() {
                label::body(ui, words::NO_POCKETS);
            }
            for (at, found) in found.pockets.iter().enumerate() {
                ui.push_id(at, |ui| pocket(ui, cx, found));
            }
            if !found.set_aside.is_empty() {
                ui.add_space(space::M);
                label::h3(ui, words::SET_ASIDE);
                found.set_aside.iter().for_each(|line| {
                    label::small(ui, line);
                });
            }
        });
    });
}

fn pocket(ui: &mut Ui, cx: &mut PanelCx, found: &Pocket) {
    let Some(area) = cx.snapshot.data.area(found.area) else { return };
    ui.horizontal(|ui| {
        if crate::ui::widget::button::Button::link(&area.name).compact().show(ui).clicked() {
            cx.outbox.push(Intent::SelectArea(area.id));
        }
        label::small(ui, &found.name);
        let sentence = |cx: &PanelCx| takeover::pocket(&cx.snapshot.data, found);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| button(ui, cx, Size::Small, sentence));
    });
    label::body(ui, &found.reason);
    ui.add_space(space::S);
}

/// The hidden pockets as tab-separated text.
pub fn pockets_copied(cx: &PanelCx, view: &TypesView) -> String {
    let line = |found: &PocketLines| {
        let mut lines = vec![[words::AREA, words::INDICATOR, words::REASON].join("\t")];
        lines.extend(found.pockets.iter().filter_map(|pocket| {
            let area = cx.snapshot.data.area(pocket.area)?;
            Some(text::clipboard_row([&area.name, &pocket.name, &pocket.reason]))
        }));
        lines.join("\n")
    };
    view.pockets.as_ref().map_or_else(String::clone, line)
}

/// Draws whether the indicators measure the same.
pub fn scale(ui: &mut Ui, view: &TypesView) {
    let scale = match &view.scale {
        Ok(scale) => scale,
        Err(reason) => return super::refused(ui, reason),
    };
    Frame::NONE.inner_margin(Margin::same(super::MARGIN)).show(ui, |ui| label::body(ui, &scale_sentence(scale)));
    let columns = scale_columns();
    DataTable::new("typen-skala", words::SCALE, &columns)
        .rows(scale.indicators.len())
        .row_height(row::DENSE)
        .show(ui, |index, row| describe_scale(scale, index, row));
}

/// The table of the scale as tab-separated text, with its sentence.
pub fn scale_copied(view: &TypesView) -> String {
    match &view.scale {
        Err(reason) => reason.clone(),
        Ok(scale) => {
            let columns = scale_columns();
            let table = DataTable::new("typen-skala", "", &columns).rows(scale.indicators.len());
            let text = table.tab_separated(&mut |index, row| describe_scale(scale, index, row));
            format!("{text}\n{}", scale_sentence(scale))
        }
    }
}

fn scale_sentence(scale: &Alikeness) -> String {
    let first = scale.components.explained.first().copied().unwrap_or_default();
    words::scale(
        scale.reliability.standardised,
        first,
        scale.components.above_one(),
        scale.indicators.len(),
        &scale.context,
    )
}

fn scale_columns<'a>() -> [Column<'a>; 4] {
    [
        Column::text(words::INDICATOR).flex(180.0),
        Column::number(words::LOADING).fixed(84.0),
        Column::number(words::ITEM_REST).fixed(110.0),
        Column::number(words::WITHOUT).fixed(84.0),
    ]
}

fn describe_scale(scale: &Alikeness, index: usize, row: &mut Row<'_>) {
    row.name(&scale.indicators[index]);
    let loading = scale.components.loadings.first().and_then(|own| own.get(index)).copied();
    let alike = &scale.reliability;
    for found in [loading, alike.item_rest[index], alike.without[index]] {
        match found {
            Some(value) => row.text(&text::decimal(value, 2)),
            None => row.empty(),
        }
    }
}
