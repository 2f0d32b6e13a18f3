//! Existing services: list, form, and above them what they answer.

use super::{example, locked, matrix, pane, remove};
use crate::domain::{Angebot, AngebotId, AreaId, Handlungsfeld};
use crate::project::{Command, VorOrtCommand};
use crate::text;
use crate::text::panel::vor_ort as words;
use crate::ui::selection::Selection;
use crate::ui::widget::badge::{Tone, field_tile};
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction};
use egui::{CentralPanel, Frame, Ui};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// A service whose funding ends within so many months is marked.
const SOON_MONTHS: i32 = 6;

/// State of the tab.
#[derive(Default)]
pub(super) struct Angebote {
    selection: Selection<AngebotId>,
}

impl Angebote {
    /// Adds a service and selects it as soon as it is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx, area: AreaId) {
        let own = cx.snapshot.vor_ort.angebote.iter().filter(|angebot| angebot.area == area);
        self.selection.await_new(own.map(|angebot| angebot.id));
        let angebot = Angebot {
            id: AngebotId(0),
            area,
            name: words::NEW_SERVICE.to_owned(),
            traeger: String::new(),
            handlungsfeld: Handlungsfeld::Arbeit,
            zielgruppe: String::new(),
            standort: String::new(),
            umfang: String::new(),
            funding_until: None,
            demonstration: false,
        };
        cx.outbox.command(Command::VorOrt(VorOrtCommand::AddAngebot(angebot)));
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
        let own: Vec<&Angebot> = cx.snapshot.vor_ort.angebote.iter().filter(|angebot| angebot.area == area).collect();
        let ids: Vec<AngebotId> = own.iter().map(|angebot| angebot.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(angebot) = selected.at.and_then(|at| own.get(at)) {
            if selected.is_new {
                let field = Field::new(words::NAME, angebot.id).id();
                ui.memory_mut(|memory| memory.request_focus(field));
            }
            pane(ui, cx, "angebot", |ui, cx| form(ui, cx, angebot));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            matrix::show(ui, cx, area);
            label::rule(ui);
            if own.is_empty() {
                EmptyState::new(words::NO_SERVICES, words::NO_SERVICES_WHY).hint(words::BY_KEYS).plain().show(ui);
            } else if let Some(chosen) = list(ui, cx, &own, selected.at) {
                self.selection.select(ids.get(chosen).copied());
            }
        });
    }
}

fn list(ui: &mut Ui, cx: &mut PanelCx, own: &[&Angebot], selected: Option<usize>) -> Option<usize> {
    let wide = ui.available_width() > 860.0;
    let widest = ui.available_width() > 1100.0;
    let mut columns = vec![
        Column::text("").fixed(42.0),
        Column::text(words::NAME).flex(190.0),
        Column::text(words::TRAEGER).flex(110.0),
    ];
    if wide {
        columns.push(Column::text(words::TARGET).flex(120.0));
    }
    if widest {
        columns.push(Column::text(words::EXTENT_SHORT).flex(120.0));
    }
    columns.push(Column::text(words::FUNDED_UNTIL).fixed(146.0));
    let today = cx.today;
    let table = DataTable::new("angebote", words::SERVICES, &columns).rows(own.len()).selected(selected).named_by(1);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(angebot) = own.get(index) else { return };
        let field = angebot.handlungsfeld;
        row.paint(&field.letter().to_string(), |ui, rect| field_tile(ui, rect.center(), field));
        if angebot.demonstration {
            row.name_with_badge(&angebot.name, Tone::Warn, icon::FLASK, words::EXAMPLE);
        } else {
            row.name(&angebot.name);
        }
        row.small(&angebot.traeger);
        if wide {
            row.small(&angebot.zielgruppe);
        }
        if widest {
            row.small(&angebot.umfang);
        }
        funding(row, angebot.funding_until, today);
    };
    if cx.triggered(UiAction::CopyTable) {
        cx.outbox.push(Intent::Copy(table.tab_separated(&mut describe)));
    }
    table.show(ui, describe).selected
}

fn funding(row: &mut Row<'_>, until: Option<Date>, today: Date) {
    match until {
        None => row.small(words::NOT_STATED),
        Some(date) if date < today => row.badge(Tone::Warn, icon::WARNING, &words::ended(date)),
        Some(date) if ends_soon(date, today) => row.badge(Tone::Warn, icon::CALENDAR_BLANK, &words::until(date)),
        Some(date) => row.small(&words::until(date)),
    }
}

fn ends_soon(date: Date, today: Date) -> bool {
    today.checked_add(SOON_MONTHS.months()).is_ok_and(|edge| date <= edge)
}

fn form(ui: &mut Ui, cx: &mut PanelCx, angebot: &Angebot) {
    let (id, locked) = (angebot.id, locked(cx));
    let mut changed = angebot.clone();
    label::h3(ui, &angebot.name);
    example(ui, angebot.demonstration);
    let text = |ui: &mut Ui, name: &'static str, rows: usize, value: &mut String| {
        let field = Field::new(name, id).rows(rows).disabled_reason(locked);
        if let Edit::Set(entered) = field.show_text(ui, value) {
            *value = entered;
        }
    };
    text(ui, words::NAME, 1, &mut changed.name);
    let fields = Handlungsfeld::ALL.map(|field| (field, text::handlungsfeld_short(field)));
    let width = ui.available_width();
    let combo = Combo::new(words::FIELD).with_label().width(width).disabled_reason(locked);
    if let Some(field) = combo.show(ui, Some(&angebot.handlungsfeld), &fields) {
        changed.handlungsfeld = field;
    }
    text(ui, words::TRAEGER, 1, &mut changed.traeger);
    text(ui, words::TARGET, 1, &mut changed.zielgruppe);
    text(ui, words::PLACE, 1, &mut changed.standort);
    text(ui, words::EXTENT, 2, &mut changed.umfang);
    let until = Field::new(words::FUNDED_UNTIL, id).width(130.0).disabled_reason(locked);
    if let Some(date) = until.show_date(ui, angebot.funding_until).changed() {
        changed.funding_until = date;
    }
    if changed != *angebot {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::UpdateAngebot(changed)));
    }
    if remove(ui, cx, words::REMOVE_SERVICE) {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::RemoveAngebot(id)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn funding_is_near_its_end_up_to_six_months_before() {
        let today = date(2026, 11, 22);
        assert!(ends_soon(date(2027, 5, 22), today));
        assert!(!ends_soon(date(2027, 5, 23), today));
    }
}
