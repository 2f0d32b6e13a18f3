//! A titled table of finished words with a button that copies it: the form of most tables of this place.

use crate::text::panel::bedarf::sensitivity as words;
use crate::theme::row;
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx};
use egui::{Align, Layout, Ui};

/// Draws heading, button and table; returns the row that was chosen.
pub(super) fn titled(
    ui: &mut Ui,
    cx: &mut PanelCx,
    title: &str,
    columns: &[Column<'_>],
    rows: &[Vec<String>],
) -> Option<usize> {
    let table = DataTable::new(("bedarf_tabelle", title), title, columns)
        .rows(rows.len())
        .row_height(row::DENSE)
        .head_height(30.0)
        .fit();
    let mut describe = |at: usize, cells: &mut Row<'_>| {
        for (column, words) in rows.get(at).into_iter().flatten().enumerate() {
            if column == 0 { cells.name(words) } else { cells.text(words) }
        }
    };
    ui.horizontal(|ui| {
        label::h3(ui, title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = words::copy(title);
            if Button::icon_only(icon::COPY, &name).compact().show(ui).clicked() {
                cx.outbox.push(Intent::Copy(table.tab_separated(&mut describe)));
            }
        });
    });
    table.show(ui, describe).selected
}
