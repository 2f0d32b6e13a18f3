//! The catalogue of measures: titles to start from, taken over into the area's programme.

use super::{aussagen::field_cell, locked};
use crate::domain::AreaId;
use crate::programme::measure_catalogue;
use crate::project::{Command, ProgrammeCommand};
use crate::text;
use crate::text::panel::erfahrungen as words;
use crate::text::report::measure_number;
use crate::theme::row;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, Toast, UiAction, picture};
use egui::{CentralPanel, Frame, Margin, Panel, Ui};

/// State of the view.
#[derive(Default)]
pub(super) struct Katalog {
    selected: Option<usize>,
}

impl Katalog {
    /// Draws the view.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 8));
        Panel::bottom("katalog-fuss").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
            label::hint(ui, words::CATALOGUE_NOTE);
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if let Some(at) = self.table(ui, cx, area) {
                adopt(cx, area, at);
            }
        });
    }

    /// The entry that is to become a measure.
    fn table(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) -> Option<usize> {
        let entries = measure_catalogue();
        let snapshot = cx.snapshot;
        let programme = snapshot.programme_of(area);
        let reason = locked(cx).or(programme.is_none().then_some(words::NO_PROGRAMME));
        let columns = [
            Column::text("").fixed(36.0),
            Column::text(words::TITLE_OF_MEASURE).flex(260.0),
            Column::text(words::FIELD).fixed(190.0),
            Column::text(words::NAMED_FOR).flex(140.0),
            Column::text(words::MEASURE).fixed(214.0),
        ];
        let mut wanted = None;
        let table = DataTable::new("katalog", words::CATALOGUE, &columns).rows(entries.len()).named_by(1);
        let table = table.selected(self.selected).row_height(row::BARS);
        let mut describe = |index: usize, row: &mut Row<'_>| {
            let Some(entry) = entries.get(index) else { return };
            field_cell(row, Some(entry.field));
            row.name(&entry.title);
            row.small(text::handlungsfeld_short(entry.field));
            row.small(entry.area_name(&snapshot.data).unwrap_or(&entry.note));
            let known = programme.and_then(|programme| {
                programme.massnahmen.iter().find(|one| one.titel.trim() == entry.title).map(|one| one.number)
            });
            match known {
                Some(number) => row.badge(Tone::Ok, icon::CHECK, &words::in_programme(&measure_number(number))),
                None => row.widget(words::ADOPT, |ui, rect| {
                    ui.add_space((rect.height() - 24.0) / 2.0);
                    let button = Button::secondary(words::ADOPT).icon(icon::PLUS).compact().disabled_reason(reason);
                    if button.show(ui).clicked() {
                        wanted = Some(index);
                    }
                }),
            }
        };
        if cx.actions.contains(&UiAction::CopyTable) {
            let copied = table.tab_separated(&mut describe);
            let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), None, &copied);
            cx.outbox.push(Intent::Copy(copied));
        }
        let response = table.show(ui, describe);
        self.selected = response.selected.or(self.selected);
        let is_new = |at: &usize| {
            let title = entries.get(*at).map(|entry| entry.title.as_str());
            !programme.is_some_and(|programme| programme.massnahmen.iter().any(|one| Some(one.titel.trim()) == title))
        };
        wanted.or(response.activated.filter(|at| reason.is_none() && is_new(at)))
    }
}

/// Makes a measure of an entry, in one step.
fn adopt(cx: &mut PanelCx, area: AreaId, at: usize) {
    let (Some(entry), Some(programme)) = (measure_catalogue().get(at), cx.snapshot.programme_of(area)) else { return };
    let massnahme = Box::new(entry.measure());
    cx.outbox.command(Command::Programme(ProgrammeCommand::AddMassnahme { programme: programme.id, massnahme }));
    cx.outbox.push(Intent::Toast(Toast::done(words::ADOPTED, entry.title.clone())));
}
