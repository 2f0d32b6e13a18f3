//! The tab Auswahl: the sets that were decided or proposed beside the ranking.

use super::difference::differences;
use super::{running, select};
use crate::analysis::{AreaMembership, Belonging, Ranking, SetMembership, left_out_reason, membership_phrase};
use crate::domain::{AreaId, AreaSet, AreaSetState};
use crate::text;
use crate::text::Explain;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::sensitivity as sensitivity_words;
use crate::text::report::Membership;
use crate::theme::{TypeStyle, row, space};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::data_table::{Column, DataTable, Group, Row};
use crate::ui::widget::style::{color32, rich, tokens};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Inspected, Intent, PanelCx, picture};
use egui::{Align2, Frame, Label, Margin, Panel, Ui, vec2};

/// From this width on each row says its verdict, which otherwise stands in the heading of its group.
const VERDICT_FROM: f32 = 860.0;

/// How surely an area is among the first places, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Border,
    Depends,
    In,
    Out,
}

impl Verdict {
    /// The draws say who is a border case, as everywhere; where they are sure, the ways of computing may still differ.
    fn of(draws: Membership, paths: Option<&AreaMembership>) -> Verdict {
        match (draws, paths.map(AreaMembership::belonging)) {
            (Membership::Borderline, _) => Verdict::Border,
            (Membership::Always | Membership::Settled | Membership::Unasked, None | Some(Belonging::Always)) => {
                Verdict::In
            }
            (Membership::RuledOut | Membership::Never, None | Some(Belonging::Never)) => Verdict::Out,
            (
                Membership::Always
                | Membership::Settled
                | Membership::Unasked
                | Membership::RuledOut
                | Membership::Never,
                Some(_),
            ) => Verdict::Depends,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Verdict::Border => words::BORDER_CASE,
            Verdict::Depends => words::DEPENDS_ON_PATH,
            Verdict::In => words::SURELY_IN,
            Verdict::Out => words::SURELY_OUT,
        }
    }

    fn badge(self) -> (Tone, &'static str) {
        match self {
            Verdict::Border => (Tone::Warn, icon::CIRCLE_HALF),
            Verdict::Depends => (Tone::Info, icon::CIRCLE_HALF),
            Verdict::In => (Tone::Ok, icon::CHECK_CIRCLE),
            Verdict::Out => (Tone::Neutral, icon::CIRCLE),
        }
    }
}

/// Draws the sentences and the table.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, ranking: &Ranking, copy: bool, moved: bool) {
    sentences(ui, cx, ranking);
    decides(ui, cx, ranking);
    let mut table = ChoiceTable::of(cx, ranking);
    if copy {
        let columns = table.columns();
        let whole = DataTable::new("bedarf_auswahl", words::TAB_RANKING, &columns).rows(table.rows.len());
        let copied = whole.tab_separated(&mut |at, row| table.describe(at, row));
        let title = words::tab_choice(ranking.intervals.top_places);
        cx.outbox.push(Intent::Copy(picture::copied_ranking(cx, &title, &copied)));
    }
    table.verdicts = ui.available_width() >= VERDICT_FROM;
    let columns = table.columns();
    let selected = table.rows.iter().position(|row| Some(row.area) == cx.focus.area);
    let shown = DataTable::new("bedarf_auswahl", words::tab_choice(ranking.intervals.top_places), &columns)
        .rows(table.rows.len())
        .groups(&table.groups)
        .sticky_columns(1)
        .row_height(row::NORMAL)
        .head_height(38.0)
        .selected(selected)
        .scroll_to(selected.filter(|_| moved));
    let response = shown.show(ui, |at, row| table.describe(at, row));
    if let Some(row) = response.selected.and_then(|row| table.rows.get(row)) {
        select(cx, row.area);
    }
    if let Some(row) = response.activated.and_then(|row| table.rows.get(row)) {
        cx.outbox.push(Intent::Inspect(Inspected::Rank(row.area)));
    }
}

/// The ways of computing that were enumerated, if they are known.
fn paths<'a>(cx: &PanelCx<'a>) -> Option<&'a SetMembership> {
    let found = cx.derived.bedarf.membership.value.as_deref();
    found.and_then(|found| found.as_ref().ok())
}

/// Of the selected area: whether it belongs in any case, and which ways of computing decide otherwise.
fn decides(ui: &mut Ui, cx: &mut PanelCx, ranking: &Ranking) {
    /// Ways of computing that are named.
    const NAMED: usize = 4;
    let derived = cx.derived;
    let found = &derived.bedarf.membership;
    let frame = Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin::symmetric(12, 8));
    Panel::bottom("bedarf_decides").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        match found.value.as_deref() {
            Some(Err(error)) => drop(label::body(ui, &error.named(&cx.snapshot.data).message().happened)),
            None => running(ui, cx, found.progress, sensitivity_words::COMPUTING_MEMBERSHIP),
            Some(Ok(paths)) => {
                if !found.current {
                    running(ui, cx, found.progress, sensitivity_words::COMPUTING_MEMBERSHIP);
                }
                label::hint(ui, &sensitivity_words::paths(paths.recipes.len(), paths.refused.len()));
                let Some(area) = cx.area() else { return };
                let Some(own) = paths.areas.iter().find(|entry| entry.area == area.id) else { return };
                let against = own.against.iter().filter_map(|at| paths.recipes.get(*at));
                let named: Vec<String> =
                    against
                        .take(NAMED)
                        .map(|spec| differences(&cx.snapshot.data, &ranking.run.spec, spec))
                        .map(|found| {
                            if found.is_empty() {
                                sensitivity_words::NO_DIFFERENCE.to_owned()
                            } else {
                                found.join(", ")
                            }
                        })
                        .collect();
                let more = own.against.len().saturating_sub(named.len());
                let phrase = membership_phrase(own, paths.places);
                label::body(ui, &sensitivity_words::what_decides(&area.name, &phrase, &named, more));
            }
        }
    });
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
    let known = paths(cx);
    let (mut border, mut depending) = (Vec::new(), Vec::new());
    for row in run.by_rank() {
        let area = run.areas[row];
        let own = known.and_then(|known| known.areas.iter().find(|entry| entry.area == area));
        match (Verdict::of(ranking.intervals.membership(row), own), own) {
            (Verdict::Border, _) => border.push(words::with_share(name(area), ranking.intervals.top_share[row])),
            (Verdict::Depends, Some(own)) => depending.push(words::with_paths(name(area), own.within, own.of)),
            (Verdict::Depends | Verdict::In | Verdict::Out, _) => {}
        }
    }
    let mut lines = vec![words::border_sentence(&border, places)];
    lines.extend((!depending.is_empty()).then(|| words::depending_sentence(&depending)));
    if let Some(set) = sets(cx).first().filter(|set| set.state == AreaSetState::Gueltig) {
        let of = |keep: &dyn Fn(usize) -> bool| -> Vec<String> {
            let rows = run.by_rank().into_iter().filter(|row| keep(*row));
            rows.map(|row| words::with_rank(name(run.areas[row]), run.place[row])).collect()
        };
        let member = |row: usize| set.members.contains(&run.areas[row]);
        let among = |row: usize| run.place[row] <= f64::from(places);
        let entering = of(&|row| among(row) && !member(row));
        let leaving = of(&|row| !among(row) && member(row));
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
    /// Place, share of the draws and verdict.
    rank: Option<(f64, f64, Verdict)>,
    paths: Option<AreaMembership>,
    reason: String,
}

struct ChoiceTable {
    rows: Vec<ChoiceRow>,
    groups: Vec<Group>,
    sets: Vec<String>,
    places: u32,
    /// Whether each row repeats the verdict of its group.
    verdicts: bool,
}

impl ChoiceTable {
    fn of(cx: &PanelCx, ranking: &Ranking) -> ChoiceTable {
        let run = &ranking.run;
        let sets = sets(cx);
        let paths = paths(cx);
        let row = |area: AreaId, rank, reason| ChoiceRow {
            area,
            name: cx.snapshot.data.area(area).map_or_else(String::new, |area| area.name.clone()),
            member: sets.iter().map(|set| set.members.contains(&area)).collect(),
            rank,
            paths: None,
            reason,
        };
        let ranked = |at: usize| {
            let area = run.areas[at];
            let paths = paths.and_then(|paths| paths.areas.iter().find(|entry| entry.area == area));
            let verdict = Verdict::of(ranking.intervals.membership(at), paths);
            let rank = Some((run.place[at], ranking.intervals.top_share[at], verdict));
            ChoiceRow { paths: paths.cloned(), ..row(area, rank, String::new()) }
        };
        let mut rows: Vec<ChoiceRow> = run.by_rank().into_iter().map(ranked).collect();
        // The rows stand by rank: within a verdict they stay so.
        rows.sort_by_key(|row| row.rank.map(|(_, _, verdict)| verdict));
        rows.extend(run.left_out.iter().map(|out| row(out.area, None, left_out_reason(&out.reason))));
        let groups = groups(&rows);
        let sets = sets.iter().map(|set| set.name.clone()).collect();
        ChoiceTable { rows, groups, sets, places: ranking.intervals.top_places, verdicts: true }
    }

    fn columns(&self) -> Vec<Column<'_>> {
        let mut columns = vec![Column::text(words::AREA).flex(150.0)];
        columns.extend(self.sets.iter().map(|set| Column::text(set).flex(100.0)));
        columns.push(Column::number(words::RANK).fixed(50.0));
        columns.push(Column::number(words::among(self.places)).fixed(94.0));
        columns.push(Column::number(sensitivity_words::PATHS).fixed(98.0));
        columns.push(Column::number(sensitivity_words::PATH_RANKS).fixed(88.0));
        if self.verdicts {
            columns.push(Column::text(words::VERDICT).fixed(152.0));
        }
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
                cells.strong(&text::place(rank));
                cells.text(&text::share_percent(share));
                match &row.paths {
                    Some(paths) => {
                        cells.text(&sensitivity_words::within(paths.within, paths.of));
                        cells.quiet(&words::span(paths.best, paths.worst));
                    }
                    None => {
                        cells.empty();
                        cells.empty();
                    }
                }
                if self.verdicts {
                    let (tone, icon) = verdict.badge();
                    cells.badge(tone, icon, verdict.word());
                }
            }
            None => {
                let between = if self.verdicts { 4 } else { 3 };
                for _ in 0..between {
                    cells.empty();
                }
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
    fn the_draws_say_who_is_a_border_case_and_ways_of_computing_never_make_one() {
        let paths = |within| AreaMembership { area: AreaId(1), within, of: 4, best: 1, worst: 20, against: Vec::new() };
        let cases = [
            (Membership::Borderline, None, Verdict::Border),
            (Membership::Borderline, Some(4), Verdict::Border),
            (Membership::Settled, None, Verdict::In),
            (Membership::Settled, Some(4), Verdict::In),
            (Membership::Settled, Some(3), Verdict::Depends),
            (Membership::RuledOut, Some(1), Verdict::Depends),
            (Membership::RuledOut, Some(0), Verdict::Out),
        ];
        for (draws, within, expected) in cases {
            assert_eq!(Verdict::of(draws, within.map(paths).as_ref()), expected, "{draws:?} {within:?}");
        }
    }
}
