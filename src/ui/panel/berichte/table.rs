//! The list of documents that can be written.

use super::Reports;
use crate::domain::ProgrammeState;
use crate::text;
use crate::text::panel::berichte as words;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::Ui;

/// A row in words.
struct Line {
    title: String,
    is_area: bool,
    state: Option<ProgrammeState>,
    years: String,
    checks: String,
    written: String,
}

/// Draws the list; returns the row that was chosen, the one after the areas meaning all of them.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, reports: &Reports, all: bool) -> Option<usize> {
    let lines = lines(cx, reports);
    let wide = ui.available_width() > 690.0;
    let mut columns = vec![
        Column::text(words::PROGRAMME).flex(150.0),
        Column::text(words::STATE).fixed(104.0),
        Column::number(words::CHECKS).fixed(112.0),
    ];
    if wide {
        columns.push(Column::text(words::YEARS).fixed(118.0));
    }
    columns.push(Column::text(words::LAST_WRITTEN).fixed(140.0));
    let area_row = cx.focus.area.and_then(|area| reports.areas.iter().position(|other| *other == area));
    let selected = if all { Some(reports.areas.len()) } else { area_row };
    let table = DataTable::new("berichte", words::TABLE, &columns).rows(lines.len()).selected(selected);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        if let Some(line) = lines.get(index) {
            describe(line, row, wide);
        }
    };
    if cx.triggered(UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), None, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    table.show(ui, describe).selected
}

fn lines(cx: &PanelCx, reports: &Reports) -> Vec<Line> {
    let mut lines: Vec<Line> = reports
        .areas
        .iter()
        .map(|area| {
            let name = cx.snapshot.data.area(*area).map_or("", |area| area.name.as_str());
            let programme = cx.snapshot.programme_of(*area);
            Line {
                state: programme.map(|programme| programme.state),
                years: programme.map_or_else(String::new, |p| words::years(p.first_year, p.last_year)),
                checks: super::points(cx, *area)
                    .map_or_else(String::new, |points| words::points(points.count(), points.errors().count())),
                written: written(cx, name),
                title: name.to_owned(),
                is_area: true,
            }
        })
        .collect();
    lines.push(Line {
        title: words::all(reports.ready.len()),
        is_area: false,
        state: None,
        years: String::new(),
        checks: String::new(),
        written: String::new(),
    });
    lines
}

/// When a document of the area was last written, whichever it was.
fn written(cx: &PanelCx, area: &str) -> String {
    let is_of_area = |title: &str| title.strip_suffix(area).is_some_and(|kind| kind.ends_with(' '));
    let newest = cx.derived.exported.iter().find(|file| is_of_area(&file.title));
    newest.map_or_else(String::new, |file| text::date_time(&file.at))
}

fn describe(line: &Line, row: &mut Row<'_>, wide: bool) {
    row.name(&line.title);
    match line.state {
        Some(state) => row.badge(state_tone(state), "", text::programme_state(state)),
        None if line.is_area => row.small(words::NOT_BEGUN),
        None => row.empty(),
    }
    row.quiet(&line.checks);
    if wide {
        row.small(&line.years);
    }
    row.small(&line.written);
}

/// What a state of a programme means for its badge.
fn state_tone(state: ProgrammeState) -> Tone {
    match state {
        ProgrammeState::Analyse | ProgrammeState::Beteiligung => Tone::Neutral,
        ProgrammeState::Entwurf => Tone::Accent,
        ProgrammeState::InBeratung => Tone::Info,
        ProgrammeState::Beschlossen => Tone::Ok,
    }
}
