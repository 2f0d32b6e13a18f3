//! The tab Auswahl: the sets that were decided or proposed beside the ranking.

use super::ranking::{by_share, is_border_case};
use super::select;
use crate::analysis::{Ranking, left_out_reason};
use crate::domain::{AreaId, AreaSet, AreaSetState};
use crate::text;
use crate::text::panel::bedarf as words;
use crate::theme::{TypeStyle, row, space};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::data_table::{Column, DataTable, Group, Row};
use crate::ui::widget::style::{rich, tokens};
use crate::ui::widget::{icon, paint};
use crate::ui::{Inspected, Intent, PanelCx};
use egui::{Align2, Frame, Label, Margin, Panel, Ui, vec2};

/// How surely an area is among the first places, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Border,
    In,
    Out,
}

impl Verdict {
    fn of(share: f64) -> Verdict {
        if is_border_case(share) {
            Verdict::Border
        } else if share >= 0.5 {
            Verdict::In
        } else {
            Verdict::Out
        }
    }

    fn word(self) -> &'static str {
        match self {
            Verdict::Border => words::BORDER_CASE,
            Verdict::In => words::SURELY_IN,
            Verdict::Out => words::SURELY_OUT,
        }
    }

    fn badge(self) -> (Tone, &'static str) {
        match self {
            Verdict::Border => (Tone::Warn, icon::CIRCLE_HALF),
            Verdict::In => (Tone::Ok, icon::CHECK_CIRCLE),
            Verdict::Out => (Tone::Neutral, icon::CIRCLE),
        }
    }
}

/// Draws the sentences and the table.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, ranking: &Ranking, copy: bool, moved: bool) {
    sentences(ui, cx, ranking);
    let table = ChoiceTable::of(cx, ranking);
    let columns = table.columns(ui.available_width());
    let selected = table.rows.iter().position(|row| Some(row.area) == cx.focus.area);
    let shown = DataTable::new("bedarf_auswahl", words::tab_choice(ranking.intervals.top_places), &columns)
        .rows(table.rows.len())
        .groups(&table.groups)
        .sticky_columns(1)
        .row_height(row::NORMAL)
        .head_height(30.0)
        .selected(selected)
        .scroll_to(selected.filter(|_| moved));
    if copy {
        cx.outbox.push(Intent::Copy(shown.tab_separated(&mut |at, row| table.describe(at, row))));
    }
    let response = shown.show(ui, |at, row| table.describe(at, row));
    if let Some(row) = response.selected.and_then(|row| table.rows.get(row)) {
        select(cx, row.area);
    }
    if let Some(row) = response.activated.and_then(|row| table.rows.get(row)) {
        cx.outbox.push(Intent::Inspect(Inspected::Rank(row.area)));
    }
}

/// The sets in the columns: the newest valid one, then the proposals.
fn sets<'a>(cx: &PanelCx<'a>) -> Vec<&'a AreaSet> {
    let all = &cx.snapshot.data.area_sets;
    let valid = all.iter().rev().find(|set| set.state == AreaSetState::Gueltig);
    valid.into_iter().chain(all.iter().filter(|set| set.state == AreaSetState::Vorschlag)).collect()
}

/// Border cases first, then where ranking and valid set differ, and what a rank is.
fn sentences(ui: &mut Ui, cx: &PanelCx, ranking: &Ranking) {
    let (run, places) = (&ranking.run, ranking.intervals.top_places);
    let name = |area: AreaId| cx.snapshot.data.area(area).map_or("", |area| area.name.as_str());
    let border: Vec<String> = by_share(ranking)
        .into_iter()
        .map(|row| words::with_share(name(run.areas[row]), ranking.intervals.top_share[row]))
        .collect();
    let mut lines = vec![words::border_sentence(&border, places)];
    if let Some(set) = sets(cx).first().filter(|set| set.state == AreaSetState::Gueltig) {
        let of = |keep: &dyn Fn(usize) -> bool| -> Vec<String> {
            let rows = run.by_rank().into_iter().filter(|row| keep(*row));
            rows.map(|row| words::with_rank(name(run.areas[row]), run.rank[row])).collect()
        };
        let member = |row: usize| set.members.contains(&run.areas[row]);
        let entering = of(&|row| run.rank[row] <= places && !member(row));
        let leaving = of(&|row| run.rank[row] > places && member(row));
        if !entering.is_empty() {
            lines.push(words::in_rank_not_in_set(&entering, &set.name, places));
        }
        if !leaving.is_empty() {
            lines.push(words::in_set_not_in_rank(&leaving, &set.name, places));
        }
    }
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 10));
    Panel::top("bedarf_choice").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for (at, words) in lines.iter().enumerate() {
            let style = if at == 0 { TypeStyle::BodyStrong } else { TypeStyle::Body };
            ui.add(Label::new(rich(words.as_str(), style, cx.tokens.text)).wrap());
        }
        ui.add(Label::new(rich(words::RANK_IS_HINT, TypeStyle::Small, cx.tokens.text2)).wrap());
    });
}

struct ChoiceRow {
    area: AreaId,
    name: String,
    member: Vec<bool>,
    rank: Option<(u32, f64, Verdict)>,
    reason: String,
}

struct ChoiceTable {
    rows: Vec<ChoiceRow>,
    groups: Vec<Group>,
    sets: Vec<String>,
    places: u32,
}

impl ChoiceTable {
    fn of(cx: &PanelCx, ranking: &Ranking) -> ChoiceTable {
        let run = &ranking.run;
        let sets = sets(cx);
        let row = |area: AreaId, rank, reason| ChoiceRow {
            area,
            name: cx.snapshot.data.area(area).map_or_else(String::new, |area| area.name.clone()),
            member: sets.iter().map(|set| set.members.contains(&area)).collect(),
            rank,
            reason,
        };
        let mut rows: Vec<ChoiceRow> = run
            .by_rank()
            .into_iter()
            .map(|at| {
                let share = ranking.intervals.top_share[at];
                row(run.areas[at], Some((run.rank[at], share, Verdict::of(share))), String::new())
            })
            .collect();
        rows.sort_by_key(|row| row.rank.map(|(rank, _, verdict)| (verdict, rank)));
        rows.extend(run.left_out.iter().map(|out| row(out.area, None, left_out_reason(&out.reason))));
        let groups = groups(&rows);
        let sets = sets.iter().map(|set| set.name.clone()).collect();
        ChoiceTable { rows, groups, sets, places: ranking.intervals.top_places }
    }

    fn columns(&self, available: f32) -> Vec<Column<'_>> {
        let name = (available * 0.25).clamp(160.0, 280.0);
        let mut columns = vec![Column::text(words::AREA).fixed(name)];
        columns.extend(self.sets.iter().map(|set| Column::text(set).flex(118.0)));
        columns.push(Column::number(words::RANK).fixed(56.0));
        columns.push(Column::number(words::among(self.places)).fixed(100.0));
        columns.push(Column::text(words::VERDICT).fixed(140.0));
        columns
    }

    fn describe(&self, at: usize, cells: &mut Row<'_>) {
        let Some(row) = self.rows.get(at) else { return };
        cells.name(&row.name);
        for member in &row.member {
            membership(cells, *member);
        }
        match row.rank {
            Some((rank, share, verdict)) => {
                cells.strong(&rank.to_string());
                cells.text(&text::share_percent(share));
                let (tone, icon) = verdict.badge();
                cells.badge(tone, icon, verdict.word());
            }
            None => {
                cells.empty();
                cells.empty();
                cells.small(&row.reason);
            }
        }
    }
}

fn membership(cells: &mut Row<'_>, member: bool) {
    if !member {
        cells.quiet(words::CHOICE_NO);
        return;
    }
    cells.paint(words::CHOICE_YES, |ui, rect| {
        let tokens = tokens(ui);
        paint::icon(ui, rect.left_center() + vec2(7.0, 0.0), icon::CHECK, 14.0, tokens.accent);
        let at = rect.left_center() + vec2(14.0 + space::S, 0.0);
        paint::text(ui, at, Align2::LEFT_CENTER, words::CHOICE_YES, TypeStyle::Body, tokens.text);
    });
}

fn groups(rows: &[ChoiceRow]) -> Vec<Group> {
    let kind = |row: &ChoiceRow| row.rank.map(|(_, _, verdict)| verdict);
    let mut groups: Vec<Group> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if at == 0 || kind(row) != kind(&rows[at - 1]) {
            let title = kind(row).map_or(words::NOT_RANKED, Verdict::word).to_owned();
            groups.push(Group { before: at, title, ..Group::default() });
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verdict_follows_the_share_of_draws() {
        let verdicts = [1.0, 0.96, 0.5, 0.04, 0.0].map(Verdict::of);
        assert_eq!(verdicts, [Verdict::In, Verdict::In, Verdict::Border, Verdict::Out, Verdict::Out]);
    }
}
