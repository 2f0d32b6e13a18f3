//! All Aktionsbüros of the project side by side.

use crate::domain::Aktionsbuero;
use crate::programme::{office_catalogue, office_needs};
use crate::text;
use crate::text::panel::aktionsbuero as words;
use crate::text::panel::vor_ort as shared;
use crate::text::report::office as report;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::{Frame, Margin, ScrollArea, Ui};

/// Height of the sentence below the table.
const NOTE: f32 = 44.0;

/// Draws the table; a row chosen becomes the current area.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx) {
    let snapshot = cx.snapshot;
    let name = |office: &Aktionsbuero| snapshot.data.area(office.area).map_or("", |area| area.name.as_str());
    let mut offices: Vec<&Aktionsbuero> = snapshot.vor_ort.aktionsbueros.iter().collect();
    offices.sort_by_key(|office| name(office));
    let wide = ui.available_width() > 980.0;
    let mut columns = vec![Column::text(words::AREA).flex(150.0)];
    if wide {
        columns.push(Column::text(words::PLACE).flex(120.0));
    }
    columns.push(Column::number(words::PER_WEEK).fixed(122.0));
    columns.push(Column::text(words::STAFF).fixed(168.0));
    columns.push(Column::text(words::VISITS).flex(130.0));
    columns.push(Column::number(words::TAILORED_COUNT).fixed(82.0));
    columns.push(Column::number(words::OPEN_NEEDS).fixed(150.0));
    columns.push(Column::text(words::REASON_SHORT).fixed(112.0));
    let ranking = cx.derived.ranking();
    let open_needs: Vec<Option<usize>> = offices
        .iter()
        .map(|office| {
            ranking?;
            let needs = office_needs(&snapshot.data, ranking, office.area, office);
            Some(needs.iter().filter(|need| need.offers.is_empty()).count())
        })
        .collect();
    let selected = offices.iter().position(|office| Some(office.area) == cx.focus.area);
    let table = DataTable::new("bueros", words::OFFICES, &columns).rows(offices.len()).selected(selected).fit();
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(office) = offices.get(index) else { return };
        if office.demonstration {
            row.name_with_badge(name(office), Tone::Warn, icon::FLASK, shared::EXAMPLE);
        } else {
            row.name(name(office));
        }
        if wide {
            row.small(&office.place);
        }
        row.text(&words::hours(office.minutes_per_week()));
        row.small(&report::staff(office));
        row.small(&office.visits.last().map_or_else(String::new, report::visits));
        let tailored = office.offers.iter().filter(|offer| !office_catalogue().is_core(offer)).count();
        row.text(&text::count(tailored as u64));
        let open = open_needs.get(index).copied().flatten();
        row.text(&open.map_or_else(String::new, |open| text::count(open as u64)));
        if office.reason.trim().is_empty() {
            row.badge(Tone::Warn, icon::WARNING, words::REASON_OPEN);
        } else {
            row.badge(Tone::Ok, icon::CHECK, words::REASON_THERE);
        }
    };
    if cx.actions.contains(&UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), None, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    let shown = ScrollArea::vertical().max_height(ui.available_height() - NOTE).show(ui, |ui| table.show(ui, describe));
    let chosen = shown.inner.selected.and_then(|row| offices.get(row)).map(|office| office.area);
    if let Some(area) = chosen.filter(|area| Some(*area) != cx.focus.area) {
        cx.outbox.push(Intent::SelectArea(area));
    }
    Frame::NONE.inner_margin(Margin::symmetric(12, 10)).show(ui, |ui| label::hint(ui, words::COMPARE_NOTE));
}
