//! The tab Rangfolge: areas by rank with span, contributions and the chance of being among the first places.

use super::themes::Themes;
use super::{index_decimals, select};
use crate::analysis::{Ranking, left_out_reason, ranking_limits};
use crate::domain::{AreaId, AreaSetState};
use crate::text::panel::bedarf as words;
use crate::text::report::Membership;
use crate::text::{self, needs};
use crate::theme::{TypeStyle, row, space, stroke};
use crate::ui::widget::badge::{Tone, badge_size, paint_badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Group, Row, TableResponse};
use crate::ui::widget::paint;
use crate::ui::widget::rank_bar::{RankAxis, RankSpan, paint_rank_bar};
use crate::ui::widget::stack_bar::{Fill, Part, StackAxis, legend_entry, paint_stack_bar};
use crate::ui::widget::style::{color32, line, tokens};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Inspected, Intent, PanelCx, picture};
use egui::{Align, Align2, Frame, Layout, Margin, Panel, Rect, Sense, Ui, pos2, vec2};

/// Below this window height rows are as low as they can be read.
const LOW_WINDOW: f32 = 700.0;

/// Draws table, legend and border cases.
/// Spans that belong to the weights before are greyed (`sure` is false).
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, ranking: &Ranking, copy: bool, moved: bool, sure: bool) {
    let themes = Themes::of(&ranking.run.spec);
    border_cases(ui, cx, ranking);
    legend(ui, cx, &themes);
    let table = RankTable { sure, ..RankTable::of(cx, ranking, &themes) };
    let response = table.show(ui, cx, &themes, copy, moved);
    if let Some(area) = response.selected.and_then(|row| table.area(row)) {
        select(cx, area);
    }
    if let Some(area) = response.activated.and_then(|row| table.area(row)) {
        cx.outbox.push(Intent::SelectArea(area));
        cx.outbox.push(Intent::Inspect(Inspected::Rank(area)));
    }
}

fn border_cases(ui: &mut Ui, cx: &mut PanelCx, ranking: &Ranking) {
    let places = ranking.intervals.top_places;
    let frame =
        Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin { left: 12, right: 12, top: 8, bottom: 6 });
    let strip = Panel::bottom("bedarf_border").resizable(false).show_separator_line(false).frame(frame);
    strip.show(ui, |ui| {
        let edge = ui.max_rect().expand2(vec2(12.0, 8.0));
        ui.painter().hline(edge.x_range(), edge.top() + 0.5, line(stroke::LINE, cx.tokens.line));
        ui.spacing_mut().item_spacing.y = space::S;
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal(|ui| {
            label::strong(ui, &words::border_cases(places));
            label::hint(ui, &words::border_cases_note(places));
        });
        let rows: Vec<usize> = by_share(ranking);
        let limits = ranking_limits(&cx.snapshot.data, ranking);
        for limit in &limits {
            label::small(ui, limit);
        }
        if rows.is_empty() && limits.is_empty() {
            label::small(ui, words::NO_BORDER_CASES);
        }
        ui.horizontal_wrapped(|ui| {
            for row in rows {
                let Some(area) = cx.snapshot.data.area(ranking.run.areas[row]) else { continue };
                let words = words::border_case(&area.name, ranking.intervals.top_share[row]);
                let button = Button::secondary(&words).icon(icon::CIRCLE_HALF).compact();
                if button.selected(cx.focus.area == Some(area.id)).show(ui).clicked() {
                    select(cx, area.id);
                }
            }
        });
    });
}

/// The border cases in the order of their ranks.
fn by_share(ranking: &Ranking) -> Vec<usize> {
    ranking.run.by_rank().into_iter().filter(|row| is_border_case(ranking, *row)).collect()
}

fn is_border_case(ranking: &Ranking, row: usize) -> bool {
    ranking.intervals.membership(row) == Membership::Borderline
}

fn legend(ui: &mut Ui, cx: &PanelCx, themes: &Themes) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 0));
    let strip =
        Panel::bottom("bedarf_legend").exact_size(28.0).resizable(false).show_separator_line(false).frame(frame);
    strip.show(ui, |ui| {
        let edge = ui.max_rect().expand2(vec2(12.0, 0.0));
        ui.painter().hline(edge.x_range(), edge.top() + 0.5, line(stroke::LINE, cx.tokens.line));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            for (at, name) in themes.names().iter().enumerate() {
                legend_entry(ui, Fill::Color(themes.color(at, cx.tokens)), name);
            }
        });
    });
}

/// Where a row stands in its group: the bracket at its left begins and ends there.
#[derive(Clone, Copy)]
struct Bracket {
    first: bool,
    last: bool,
}

struct Ranked {
    area: AreaId,
    name: String,
    span: RankSpan,
    index: f64,
    share: f64,
    border_case: bool,
    parts: Vec<Part>,
    spoken: String,
    watched: bool,
    present: usize,
    bracket: Bracket,
}

/// From so many ranks on, a bar alone is only a few points long.
const MANY_RANKS: u32 = 45;
/// Room for a span in words, up to four digits at each end.
const SPAN_WORDS: f32 = 62.0;

/// Where the bar of a rank stands, and its span in words where that is written out.
fn bar_beside_words(rect: egui::Rect, written: bool) -> (egui::Rect, egui::Rect) {
    rect.split_left_right_at_x(rect.right() - if written { SPAN_WORDS } else { 0.0 })
}

struct RankTable {
    rows: Vec<Ranked>,
    left_out: Vec<(AreaId, String, String)>,
    groups: Vec<Group>,
    ranks: RankAxis,
    bars: StackAxis,
    indicators: usize,
    decimals: u8,
    places: u32,
    coverage: f64,
    /// What a copy says beneath: what a span is, and that a rank is a hint.
    notes: Vec<String>,
    sure: bool,
}

impl RankTable {
    fn of(cx: &PanelCx, ranking: &Ranking, themes: &Themes) -> RankTable {
        let run = &ranking.run;
        let decimals = index_decimals(&run.index);
        let order = run.by_rank();
        let mut rows: Vec<Ranked> = order.iter().map(|&row| ranked(cx, ranking, themes, row, decimals)).collect();
        let groups = groups(&order, &ranking.intervals.group, &mut rows, run.left_out.len());
        let last = run.rank.iter().copied().chain(rows.iter().map(|row| row.span.high)).max().unwrap_or(1);
        let name = |area| cx.snapshot.data.area(area).map_or_else(String::new, |area| area.name.clone());
        let left_out = run.left_out.iter();
        RankTable {
            left_out: left_out.map(|out| (out.area, name(out.area), left_out_reason(&out.reason))).collect(),
            groups,
            ranks: RankAxis { last, border: Some(ranking.intervals.top_places) },
            bars: StackAxis::fitting(rows.iter().map(|row| row.parts.as_slice())),
            rows,
            indicators: run.width(),
            decimals,
            places: ranking.intervals.top_places,
            coverage: run.spec.uncertainty.coverage_percent,
            notes: vec![
                words::interval_note(
                    run.spec.uncertainty.coverage_percent,
                    ranking.intervals.replications,
                    ranking.intervals.seed,
                ),
                words::RANK_IS_HINT.to_owned(),
            ],
            sure: true,
        }
    }

    /// Whether a rank has so little room on the axis that its span is also written out.
    fn are_many(&self) -> bool {
        self.ranks.last > MANY_RANKS
    }

    fn area(&self, row: usize) -> Option<AreaId> {
        let ranked = self.rows.get(row).map(|ranked| ranked.area);
        ranked.or_else(|| self.left_out.get(row.checked_sub(self.rows.len())?).map(|(area, ..)| *area))
    }

    /// The table for a spreadsheet: the contribution of each theme is a number in a column of its own.
    fn copied(&self, themes: &Themes) -> String {
        let mut columns = vec![Column::number(words::RANK), Column::text(words::AREA), Column::number(words::INDEX)];
        columns.push(Column::text(words::rank_span_head(self.coverage)));
        columns.extend(themes.names().iter().map(|name| Column::number(words::contribution_of(name))));
        columns.push(Column::number(words::among(self.places)));
        let table = DataTable::new("bedarf_rangfolge", words::TAB_RANKING, &columns);
        table.rows(self.rows.len() + self.left_out.len()).tab_separated(&mut |at, cells| match self.rows.get(at) {
            Some(ranked) => {
                cells.text(&text::place(ranked.span.rank));
                cells.name(&ranked.name);
                cells.text(&text::decimal(ranked.index, self.decimals));
                cells.text(&words::span(ranked.span.low, ranked.span.high));
                ranked.parts.iter().for_each(|part| cells.text(&text::decimal(part.value, self.decimals)));
                cells.text(&text::percent(ranked.share * 100.0, 1));
            }
            None => self.describe(at, cells),
        })
    }

    fn show(&self, ui: &mut Ui, cx: &mut PanelCx, themes: &Themes, copy: bool, moved: bool) -> TableResponse {
        let columns = self.columns(ui.available_width());
        let selected = (0..self.rows.len() + self.left_out.len()).find(|row| self.area(*row) == cx.focus.area);
        let low = ui.ctx().content_rect().height() < LOW_WINDOW;
        let table = DataTable::new("bedarf_rangfolge", words::TAB_RANKING, &columns)
            .rows(self.rows.len() + self.left_out.len())
            .groups(&self.groups)
            .named_by(1)
            .sticky_columns(2)
            .head_height(38.0)
            .row_height(if low { row::COMPACT } else { row::DENSE })
            .group_height(20.0)
            .selected(selected)
            .scroll_to(selected.filter(|_| moved));
        if copy {
            let copied = picture::copied_ranking_with(cx, words::TAB_RANKING, &self.copied(themes), self.notes.clone());
            cx.outbox.push(Intent::Copy(copied));
        }
        table.show(ui, |at, row| self.describe(at, row))
    }

    fn columns(&self, available: f32) -> Vec<Column<'_>> {
        const RANK: f32 = 56.0;
        const INDEX: f32 = 62.0;
        const SHARE: f32 = 96.0;
        let (ranks, bars) = (self.ranks, self.bars);
        let many = self.are_many();
        let (ranks_room, bars_room) = if many { (200.0, 150.0) } else { (132.0, 150.0) };
        let name = (available - RANK - INDEX - SHARE - (ranks_room + bars_room + 58.0)).clamp(150.0, 290.0);
        let (marks, decimals) = marks(bars.from, bars.to);
        vec![
            Column::number(words::RANK).fixed(RANK),
            Column::text(words::AREA).fixed(name),
            Column::number(words::INDEX).fixed(INDEX),
            Column::text(words::rank_span_head(self.coverage))
                .flex(ranks_room)
                .head(move |ui, rect| ranks.paint_head(ui, bar_beside_words(rect, many).0)),
            Column::text(words::CONTRIBUTIONS)
                .flex(bars_room)
                .head(move |ui, rect| bars.paint_head(ui, rect, &marks, decimals)),
            Column::number(words::among(self.places)).fixed(SHARE),
        ]
    }

    fn describe(&self, at: usize, cells: &mut Row<'_>) {
        match self.rows.get(at) {
            Some(ranked) => self.ranked(ranked, cells),
            None => {
                let Some((_, name, reason)) = self.left_out.get(at - self.rows.len()) else { return };
                cells.empty();
                cells.name(name);
                cells.empty();
                cells.across(reason, 3);
            }
        }
    }

    fn ranked(&self, ranked: &Ranked, cells: &mut Row<'_>) {
        let selected = cells.is_selected();
        let rank = text::place(ranked.span.rank);
        cells.paint(&rank, |ui, rect| {
            bracket(ui, rect, ranked.bracket);
            paint::text(ui, rect.right_center(), Align2::RIGHT_CENTER, &rank, TypeStyle::BodyStrong, tokens(ui).text);
        });
        cells.widget(&ranked.name, |ui, rect| self.name(ui, rect, ranked, selected));
        cells.text(&text::decimal(ranked.index, self.decimals));
        let span = words::span(ranked.span.low, ranked.span.high);
        cells.widget(&span, |ui, rect| {
            if !self.sure {
                ui.multiply_opacity(super::STALE);
            }
            let (bar, words) = bar_beside_words(rect, self.are_many());
            paint_rank_bar(ui, bar, self.ranks, Some(ranked.span), selected);
            if self.are_many() {
                let color = tokens(ui).text2;
                paint::text(ui, words.right_center(), Align2::RIGHT_CENTER, &span, TypeStyle::Small, color);
            }
        });
        cells.widget(&ranked.spoken, |ui, rect| {
            paint_stack_bar(ui, rect, self.bars, &ranked.parts);
            ui.interact(rect, ui.unique_id().with("parts"), Sense::hover()).on_hover_text(&ranked.spoken);
        });
        let share = text::share_percent(ranked.share);
        if self.sure && ranked.border_case { cells.strong(&share) } else { cells.quiet(&share) }
    }

    /// Name with its badges; what does not fit or needs words stands in the tooltip.
    fn name(&self, ui: &mut Ui, rect: Rect, ranked: &Ranked, selected: bool) {
        let tokens = tokens(ui);
        let count = words::present(ranked.present, self.indicators);
        let mut badges: Vec<(&str, &str)> = Vec::new();
        let mut hints: Vec<String> = Vec::new();
        if ranked.watched {
            badges.push((icon::EYE, words::WATCHED));
            hints.push(words::WATCHED_HINT.to_owned());
        }
        if ranked.present < self.indicators {
            badges.push((icon::EYE_SLASH, &count));
            hints.push(words::present_hint(ranked.present, self.indicators));
        }
        let style = if selected { TypeStyle::BodyStrong } else { TypeStyle::Body };
        let room = |ui: &Ui, badges: &[(&str, &str)]| -> f32 {
            badges.iter().map(|(icon, word)| badge_size(ui, icon, word).x + space::S).sum()
        };
        let natural = paint::galley(ui, &ranked.name, style, tokens.text).size().x;
        if natural + room(ui, &badges) > rect.width() {
            // The name comes first: where both do not fit, the badges keep their icons and the tooltip their words.
            badges.iter_mut().for_each(|badge| badge.1 = "");
        }
        let galley = paint::elided(ui, &ranked.name, style, tokens.text, rect.width() - room(ui, &badges));
        if galley.elided {
            hints.insert(0, ranked.name.clone());
        }
        let place = paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
        let mut x = place.right() + space::S;
        for (icon, word) in badges {
            paint_badge(ui, pos2(x, rect.center().y), Tone::Neutral, icon, word);
            x += badge_size(ui, icon, word).x + space::S;
        }
        if !hints.is_empty() {
            ui.interact(rect, ui.unique_id().with("name"), Sense::hover()).on_hover_text(hints.join("\n"));
        }
    }
}

fn ranked(cx: &PanelCx, ranking: &Ranking, themes: &Themes, row: usize, decimals: u8) -> Ranked {
    let run = &ranking.run;
    let area = run.areas[row];
    let sums = themes.sums(&run.contributions.row(row).collect::<Vec<f64>>());
    let named: Vec<(String, f64)> = themes.names().iter().cloned().zip(sums.iter().copied()).collect();
    let fill = |theme| Fill::Color(themes.color(theme, cx.tokens));
    let (low, high) = ranking.intervals.span(row);
    Ranked {
        area,
        name: cx.snapshot.data.area(area).map_or_else(String::new, |area| area.name.clone()),
        span: RankSpan { rank: run.place[row], low, high },
        index: run.index[row],
        share: ranking.intervals.top_share[row],
        border_case: is_border_case(ranking, row),
        parts: sums.iter().enumerate().map(|(at, &value)| Part { value, fill: fill(at) }).collect(),
        spoken: words::parts(&named, decimals),
        watched: is_watched(cx, area),
        present: run.raw.row(row).filter(|value| !value.is_nan()).count(),
        bracket: Bracket { first: true, last: true },
    }
}

fn is_watched(cx: &PanelCx, area: AreaId) -> bool {
    let member = |state| cx.snapshot.data.area_sets.iter().any(|set| set.state == state && set.members.contains(&area));
    member(AreaSetState::Beobachtet) && !member(AreaSetState::Gueltig)
}

/// Headings of the groups that cannot be told apart; also says where each row's bracket begins and ends.
fn groups(order: &[usize], group: &[usize], rows: &mut [Ranked], left_out: usize) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut start = 0;
    while start < order.len() {
        let number = group[order[start]];
        let length = order[start..].iter().take_while(|row| group[**row] == number).count();
        for (at, row) in rows[start..start + length].iter_mut().enumerate() {
            row.bracket = Bracket { first: at == 0, last: at + 1 == length };
        }
        let note = match length {
            1 if start + 1 < order.len() => words::ALONE_BEFORE_NEXT,
            1 => words::ALONE,
            _ => needs::same_group(),
        };
        let note = words::group_note(note);
        groups.push(Group { before: start, title: words::group(groups.len()), note, ..Group::default() });
        start += length;
    }
    // Headings that set every area apart from every other would only fill the table.
    if groups.len() == order.len() {
        groups.clear();
    }
    if left_out > 0 {
        groups.push(Group { before: start, title: words::NOT_RANKED.to_owned(), ..Group::default() });
    }
    groups
}

/// The line left of the rank that holds a group together.
fn bracket(ui: &Ui, rect: Rect, bracket: Bracket) {
    let ink = line(stroke::LINE, tokens(ui).line_strong);
    let x = rect.left().floor() - 1.5;
    let top = if bracket.first { rect.top() + 5.5 } else { rect.top() };
    let bottom = if bracket.last { rect.bottom() - 5.5 } else { rect.bottom() };
    ui.painter().vline(x, top..=bottom, ink);
    for (ends, y) in [(bracket.first, top), (bracket.last, bottom)] {
        if ends {
            ui.painter().hline(x..=x + 5.0, y, ink);
        }
    }
}

/// Up to five round numbers from 0 to the end of an axis that may begin below, and the decimals that tell them apart. The
/// whole axis says how close they may stand.
fn marks(from: f64, to: f64) -> (Vec<f64>, u8) {
    if to <= 0.0 {
        return (vec![0.0], 0);
    }
    let rough = (to - from.min(0.0)) / 4.0;
    let power = 10f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0].map(|step| step * power);
    let step = steps.into_iter().find(|step| *step >= rough * 0.95).unwrap_or(10.0 * power);
    let decimals = if step < 0.1 { 2 } else { u8::from(step < 1.0) };
    ((0..5u8).map(|at| f64::from(at) * step).take_while(|mark| *mark <= to).collect(), decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_of_contributions_has_round_marks() {
        assert_eq!(marks(0.0, 1.98), (vec![0.0, 0.5, 1.0, 1.5], 1));
        assert_eq!(marks(0.0, 78.0), (vec![0.0, 20.0, 40.0, 60.0], 0));
        assert_eq!(marks(0.0, 0.0), (vec![0.0], 0));
        assert_eq!(marks(-2.1, 1.98), (vec![0.0, 1.0], 0), "wide enough apart beside a long part below 0");
    }
}
