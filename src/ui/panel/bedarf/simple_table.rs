//! A titled table of finished words with a button that copies it: the form of most tables of this place.

use crate::text::panel::bedarf::sensitivity as words;
use crate::theme::row;
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Explanation, Intent, PanelCx, picture};
use egui::{Align, Layout, Ui};
use std::sync::Arc;

/// The tables of a tab: each is copied by its own button, all of them together by the one in the head.
#[derive(Default)]
pub(super) struct Tables {
    /// Texts of the tables so far, while all are being copied.
    all: Option<Vec<String>>,
}

impl Tables {
    /// Collects the tables that are drawn, if they are to be copied.
    pub(super) fn collecting(copy: bool) -> Tables {
        Tables { all: copy.then(Vec::new) }
    }

    /// Puts what was collected on the clipboard.
    pub(super) fn copied(self, cx: &mut PanelCx) {
        if let Some(all) = self.all.filter(|all| !all.is_empty()) {
            cx.outbox.push(Intent::Copy(picture::copied_ranking(cx, "", &all.join("\n\n"))));
        }
    }

    /// Draws heading, button and table. A row that is opened, by double click or Enter, is explained by `explain`.
    pub(super) fn titled(
        &mut self,
        ui: &mut Ui,
        cx: &mut PanelCx,
        title: &str,
        columns: &[Column<'_>],
        rows: &[Vec<String>],
        explain: &dyn Fn(usize) -> Option<Explanation>,
    ) {
        let mut describe = |at: usize, cells: &mut Row<'_>| {
            for (column, words) in rows.get(at).into_iter().flatten().enumerate() {
                if column == 0 { cells.name(words) } else { cells.text(words) }
            }
        };
        let table = DataTable::new(("bedarf_tabelle", title), title, columns)
            .rows(rows.len())
            .row_height(row::DENSE)
            .head_height(34.0)
            .wrapping(ui, ui.available_width(), &mut describe)
            .fit();
        ui.horizontal(|ui| {
            label::h3(ui, title);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = words::copy(title);
                if Button::icon_only(icon::COPY, &name).compact().show(ui).clicked() {
                    let copied = table.tab_separated(&mut describe);
                    cx.outbox.push(Intent::Copy(picture::copied_ranking(cx, title, &copied)));
                }
            });
        });
        if let Some(all) = &mut self.all {
            all.push(format!("{title}\n{}", table.tab_separated(&mut describe)));
        }
        if let Some(explanation) = table.show(ui, describe).activated.and_then(explain) {
            cx.outbox.push(Intent::Explain(Arc::new(explanation)));
        }
    }
}
