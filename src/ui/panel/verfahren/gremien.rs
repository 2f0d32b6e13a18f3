//! Committees with their sessions.

use super::form::{self, example, locked};
use crate::domain::{Gremium, GremiumId, Zustaendigkeit};
use crate::project::{Command, VerfahrenCommand};
use crate::text;
use crate::text::panel::verfahren::entries as words;
use crate::ui::selection::Selection;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::choice::segment;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::{self, Edit, Field, parse_date};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::{CentralPanel, Frame, Ui};
use jiff::civil::Date;

/// State of the tab.
#[derive(Default)]
pub(super) struct Gremien {
    selection: Selection<GremiumId>,
    /// The sessions of a committee as they were typed, and why they were not taken over.
    refused: Option<(GremiumId, String, String)>,
}

impl Gremien {
    /// Adds a committee.
    pub(super) fn add(&mut self, cx: &mut PanelCx) {
        let known = &cx.snapshot.verfahren.gremien;
        self.selection.await_new(known.iter().map(|gremium| gremium.id));
        let taken = |name: &str| known.iter().any(|gremium| gremium.name == name);
        let numbered = (2..).map(|number| format!("{} {number}", words::NEW_GREMIUM));
        let mut names = std::iter::once(words::NEW_GREMIUM.to_owned()).chain(numbered);
        let gremium = Gremium {
            id: GremiumId(0),
            name: names.find(|name| !taken(name)).unwrap_or_default(),
            zustaendigkeit: Zustaendigkeit::default(),
            sitzungen: Vec::new(),
            note: String::new(),
            demonstration: false,
        };
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::AddGremium(gremium)));
    }

    /// Shows this committee.
    pub(super) fn select(&mut self, id: GremiumId) {
        self.selection.select(Some(id));
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.selection.forget_new();
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let gremien = &cx.snapshot.verfahren.gremien;
        let ids: Vec<GremiumId> = gremien.iter().map(|gremium| gremium.id).collect();
        let selected = self.selection.settle(&ids);
        if let Some(gremium) = selected.at.and_then(|at| gremien.get(at)) {
            if selected.is_new {
                Field::new(words::NAME, gremium.id).focus_all(ui, &gremium.name);
            }
            form::pane(ui, cx, "gremium", |ui, cx| self.form(ui, cx, gremium));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if gremien.is_empty() {
                EmptyState::new(words::GREMIEN_NONE, words::GREMIEN_WHY).show(ui);
            } else if let Some(chosen) = list(ui, cx, selected.at) {
                self.selection.select(ids.get(chosen).copied());
            }
        });
    }

    fn form(&mut self, ui: &mut Ui, cx: &mut PanelCx, gremium: &Gremium) {
        let (id, locked) = (gremium.id, locked(cx));
        let mut changed = gremium.clone();
        label::h3(ui, &gremium.name);
        example(ui, gremium.demonstration);
        form::needed(ui, words::NAME, id, 1, locked, &mut changed.name);
        if changed.name != gremium.name && gremium.name.starts_with(words::NEW_GREMIUM) {
            // A new committee begins with what its kind usually may do.
            changed.zustaendigkeit = text::usual_zustaendigkeit(&changed.name).unwrap_or(changed.zustaendigkeit);
        }
        field::label(ui, words::ROLE, false);
        let roles = Zustaendigkeit::ALL.map(|role| (role, text::zustaendigkeit(role)));
        if let Some(role) = segment(ui, gremium.zustaendigkeit, &roles)
            && locked.is_none()
        {
            changed.zustaendigkeit = role;
        }
        let refused = self.refused.clone().filter(|(of, ..)| *of == id);
        let why = refused.as_ref().map(|(.., why)| why.as_str());
        let sessions = Field::new(words::SESSIONS, id).rows(6).note(words::SESSIONS_NOTE).error(why);
        let stored = || gremium.sitzungen.iter().map(|date| text::date(*date)).collect::<Vec<_>>().join("\n");
        let shown = refused.as_ref().map_or_else(stored, |(_, typed, _)| typed.clone());
        if let Edit::Set(entered) = sessions.disabled_reason(locked).show_text(ui, &shown) {
            match dates(&entered) {
                Ok(dates) => {
                    changed.sitzungen = dates;
                    self.refused = None;
                }
                Err(line) => self.refused = Some((id, entered, words::no_date(&line))),
            }
        }
        form::text(ui, words::NOTE, id, 2, locked, &mut changed.note);
        if changed != *gremium {
            cx.outbox.command(Command::Verfahren(VerfahrenCommand::UpdateGremium(changed)));
        }
        let used = cx.snapshot.verfahren.beschluesse.iter().any(|beschluss| beschluss.gremium == id);
        if form::remove(ui, words::REMOVE, locked.or(used.then_some(words::GREMIUM_USED))) {
            cx.outbox.command(Command::Verfahren(VerfahrenCommand::RemoveGremium(id)));
        }
    }
}

/// A day per line, or the first line that is none.
fn dates(entered: &str) -> Result<Vec<Date>, String> {
    let lines = entered.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut dates = lines.map(|line| parse_date(line).ok_or_else(|| line.to_owned())).collect::<Result<Vec<_>, _>>()?;
    dates.sort_unstable();
    dates.dedup();
    Ok(dates)
}

fn list(ui: &mut Ui, cx: &mut PanelCx, selected: Option<usize>) -> Option<usize> {
    let verfahren = &cx.snapshot.verfahren;
    let columns = [
        Column::text(words::NAME).flex(220.0),
        Column::text(words::ROLE).fixed(120.0),
        Column::text(words::NEXT_SESSION).fixed(120.0),
        Column::number(words::MATTERS).fixed(84.0),
    ];
    let rows = verfahren.gremien.len();
    let table = DataTable::new("gremien", words::GREMIEN, &columns).rows(rows).selected(selected).named_by(0);
    let today = cx.today;
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(gremium) = verfahren.gremien.get(index) else { return };
        if gremium.demonstration {
            row.name_with_badge(&gremium.name, Tone::Warn, icon::FLASK, words::EXAMPLE);
        } else {
            row.name(&gremium.name);
        }
        row.small(text::zustaendigkeit(gremium.zustaendigkeit));
        let next = gremium.sitzungen.iter().find(|date| **date >= today);
        row.small(&next.map_or_else(|| words::NONE.to_owned(), |date| text::date(*date)));
        let matters = verfahren.beschluesse.iter().filter(|beschluss| beschluss.gremium == gremium.id).count();
        row.quiet(&matters.to_string());
    };
    if cx.triggered(UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), None, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    table.show(ui, describe).selected
}

#[cfg(test)]
mod tests {
    use super::dates;
    use jiff::civil::date;

    #[test]
    fn sessions_are_read_line_by_line_in_order_and_once() {
        let days = dates("17.12.2026\n\n 3.12.26\n17.12.2026");
        assert_eq!(days, Ok(vec![date(2026, 12, 3), date(2026, 12, 17)]));
        assert_eq!(dates("17.12.2026\nim Januar"), Err("im Januar".to_owned()));
    }
}
