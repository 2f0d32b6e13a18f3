//! The ranking as a table: rank with its span, change of place, how far each programme is.

use super::lines::{Line, Lines};
use super::select;
use crate::domain::{AreaId, ProgrammeState};
use crate::text::{self, panel::uebersicht as words};
use crate::theme::{TypeStyle, radius, row, space};
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{BORDERLINE, Column, DataTable, Group, Row};
use crate::ui::widget::rank_bar::{RankAxis, paint_rank_bar};
use crate::ui::widget::style::{color32, rich, tokens};
use crate::ui::widget::{paint, text as label};
use crate::ui::{Inspected, Intent, PanelCx, Section, picture};
use egui::{Align, Align2, CentralPanel, Frame, Layout, Panel, Rect, Sense, Ui, pos2, vec2};

/// Height of the line below the table.
pub const FOOT: f32 = 30.0;
const HEAD: f32 = 26.0;
/// Below this width of the window rows are lower.
const COMPACT_BELOW: f32 = 1200.0;

/// The height that the table would like.
#[expect(clippy::cast_precision_loss, reason = "few areas")]
pub fn height(ui: &Ui, lines: &Lines) -> f32 {
    HEAD + row_height(ui) * lines.lines.len() as f32 + row::DENSE * groups(lines).len() as f32
}

fn row_height(ui: &Ui) -> f32 {
    if ui.ctx().content_rect().width() < COMPACT_BELOW { row::COMPACT } else { row::NORMAL }
}

/// Draws the table and the line that explains its mark.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, lines: &Lines) {
    Panel::bottom("uebersicht-fuss")
        .exact_size(FOOT)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::NONE)
        .show(ui, |ui| foot(ui, cx));
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| rows(ui, cx, lines));
}

fn rows(ui: &mut Ui, cx: &mut PanelCx, lines: &Lines) {
    let axis = axis(cx, lines);
    let columns = columns(cx, axis);
    let groups = groups(lines);
    let table = DataTable::new("uebersicht", words::RANKING, &columns)
        .rows(lines.lines.len())
        .groups(&groups)
        .named_by(3)
        .head_height(HEAD)
        .row_height(row_height(ui))
        .selected(lines.place_of(cx.focus.area));
    let mut asked = None;
    let response = table.show(ui, |index, row| describe(&lines.lines[index], axis, row, &mut asked));
    if let Some(line) = response.selected.and_then(|row| lines.lines.get(row)) {
        select(cx, line.area);
    }
    let opened = response.activated.and_then(|row| lines.lines.get(row)).map(|line| line.area);
    if let Some(area) = asked.or(opened) {
        cx.outbox.push(Intent::SelectArea(area));
        cx.outbox.push(Intent::Inspect(Inspected::Rank(area)));
    }
}

/// The table as tab-separated text.
pub fn copied(cx: &PanelCx, lines: &Lines) -> String {
    let axis = axis(cx, lines);
    let columns = columns(cx, axis);
    let table = DataTable::new("uebersicht", words::RANKING, &columns).rows(lines.lines.len());
    let copied = table.tab_separated(&mut |index, row| describe(&lines.lines[index], axis, row, &mut None));
    picture::copied_ranking(cx, words::RANKING, &copied)
}

fn axis(cx: &PanelCx, lines: &Lines) -> RankAxis {
    let border = cx.derived.ranking().map(|ranking| ranking.intervals.top_places);
    RankAxis { last: lines.last_rank(), border }
}

fn columns<'a>(cx: &PanelCx, axis: RankAxis) -> [Column<'a>; 6] {
    let earlier = cx.derived.earlier_ranking.value.as_deref().and_then(|result| result.as_ref().ok());
    let since = earlier.map_or_else(|| words::EARLIER.to_owned(), |earlier| words::since(&earlier.period));
    [
        Column::number(words::RANK).fixed(46.0),
        Column::text(words::SPAN).fixed(70.0),
        Column::text("").flex(88.0).head(move |ui, rect| axis.paint_head(ui, rect)),
        Column::text(words::AREA).flex(124.0),
        Column::number(since).fixed(80.0),
        Column::text(words::PROGRAMME).fixed(148.0),
    ]
}

fn groups(lines: &Lines) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut group = |before: usize, title: &str, until: usize| {
        if before < until {
            groups.push(Group { before, title: title.to_owned(), ..Group::default() });
        }
    };
    let watched_until = lines.members + lines.watched;
    if lines.members > 0 {
        group(lines.members, words::WATCHED, watched_until);
        group(watched_until, words::OTHERS, lines.lines.len());
    }
    groups
}

fn describe(line: &Line, axis: RankAxis, row: &mut Row<'_>, asked: &mut Option<AreaId>) {
    match line.span {
        Some(span) => {
            rank_cell(line, span.rank, row, asked);
            let shown = words::span(span.low, span.high);
            // Copied without its brackets: a spreadsheet would read (1) as −1.
            row.paint(shown.trim_matches(['(', ')']), |ui, rect| {
                paint::text(ui, rect.left_center(), Align2::LEFT_CENTER, &shown, TypeStyle::Body, tokens(ui).text2);
            });
        }
        None => {
            row.empty();
            row.empty();
        }
    }
    let selected = row.is_selected();
    row.paint("", |ui, rect| paint_rank_bar(ui, rect, axis, line.span, selected));
    name_cell(line, row);
    earlier_cell(line, row);
    programme_cell(line, row);
}

/// The rank: a click asks why.
fn rank_cell(line: &Line, rank: f64, row: &mut Row<'_>, asked: &mut Option<AreaId>) {
    let rank = text::place(rank);
    row.widget(&rank, |ui, rect| {
        let response = ui.interact(rect, ui.scope_id().with("rank"), Sense::CLICK);
        let ink = if response.hovered() { tokens(ui).accent } else { tokens(ui).text };
        paint::text(ui, rect.right_center(), Align2::RIGHT_CENTER, &rank, TypeStyle::BodyStrong, ink);
        if response.clicked() {
            *asked = Some(line.area);
        }
    });
}

fn name_cell(line: &Line, row: &mut Row<'_>) {
    if !line.border_case {
        return row.name(&line.name);
    }
    let style = if row.is_selected() { TypeStyle::BodyStrong } else { TypeStyle::Body };
    row.paint(&words::border_case_name(&line.name), |ui, rect| {
        let galley = paint::elided(ui, &line.name, style, tokens(ui).text, rect.width() - 20.0);
        let place = paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
        paint::icon(ui, pos2(place.right() + 11.0, rect.center().y), BORDERLINE, 14.0, tokens(ui).text2);
    });
}

fn earlier_cell(line: &Line, row: &mut Row<'_>) {
    match line.rank.zip(line.earlier) {
        None => row.empty(),
        Some((now, before)) if now == before => row.quiet(words::UNCHANGED),
        Some((now, before)) => row.paint(&words::moved(before, now), |ui, rect| {
            let words = words::moved_from(before);
            let ink = tokens(ui).text2;
            let place =
                paint::text(ui, rect.right_center(), Align2::RIGHT_CENTER, &words, TypeStyle::Body, tokens(ui).text);
            paint::triangle(ui.painter(), pos2(place.left() - 9.0, rect.center().y), now < before, ink);
        }),
    }
}

fn programme_cell(line: &Line, row: &mut Row<'_>) {
    let word = match line.programme {
        Some(state) => text::programme_state(state),
        None if line.member => words::NOT_BEGUN,
        None => return row.small(words::NO_PROGRAMME),
    };
    let step = line.programme.map_or(0, step);
    let steps = ProgrammeState::ALL.len();
    row.paint(&words::progress_name(step, steps, word), |ui, rect| progress(ui, rect, step, steps, word));
}

fn step(state: ProgrammeState) -> usize {
    ProgrammeState::ALL.iter().position(|other| *other == state).map_or(0, |at| at + 1)
}

#[expect(clippy::cast_precision_loss, reason = "five steps")]
fn progress(ui: &Ui, rect: Rect, step: usize, steps: usize, word: &str) {
    let tokens = tokens(ui);
    let top = rect.center().y.floor() - 3.0;
    for at in 0..steps {
        let block = Rect::from_min_size(pos2(rect.left() + 11.0 * at as f32, top), vec2(9.0, 7.0));
        if at < step {
            ui.painter().rect_filled(block, radius::BAR, color32(tokens.accent));
        } else {
            ui.painter().rect_filled(block, radius::BAR, color32(tokens.track));
            let edge = crate::ui::widget::style::line(crate::theme::stroke::LINE, tokens.frame);
            ui.painter().rect_stroke(block, radius::BAR, edge, egui::StrokeKind::Inside);
        }
    }
    let left = rect.left() + 11.0 * steps as f32 + space::S;
    let galley = paint::elided(ui, word, TypeStyle::Small, tokens.text2, rect.right() - left);
    paint::put(ui, ui.painter(), pos2(left, rect.center().y), Align2::LEFT_CENTER, galley);
}

fn foot(ui: &mut Ui, cx: &mut PanelCx) {
    let Some(ranking) = cx.derived.ranking() else { return };
    let places = ranking.intervals.top_places;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space::L);
        ui.label(rich(BORDERLINE, TypeStyle::Body, cx.tokens.text2));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::L);
            if Button::link(words::METHOD_LINK).show(ui).clicked() {
                cx.outbox.go_to(Section::Bedarf);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label::small(ui, &words::border_case(places));
            });
        });
    });
}
