//! The profile of an area, drawn.

use super::profile::{ChangeCell, Line, Profile};
use crate::chart::{ChartSpec, DotChart, DotPlace, DotRow, Figure};
use crate::domain::{Area, AreaLevel, Observation};
use crate::text::{self, panel::analyse as words};
use crate::theme::{TypeStyle, row, space, stroke};
use crate::ui::widget::badge::{Tone, badge_size, paint_badge};
use crate::ui::widget::data_table::{Column, DataTable, Group, Row, sign_box};
use crate::ui::widget::dot_strip::{DotKind, Marks, legend_district, legend_dot, paint_dot_strip, paint_strip_head};
use crate::ui::widget::rank_bar::{RankAxis, RankSpan, rank_bar};
use crate::ui::widget::sparkline::paint_sparkline;
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{paint, text as label};
use crate::ui::{Inspected, Intent, PanelCx, picture};
use egui::{Align, Align2, Frame, Label, Layout, Margin, Rect, Sense, StrokeKind, Ui, pos2, vec2};

/// Height of the head.
pub const HEAD: f32 = 58.0;
/// Height of the legend.
const LEGEND: f32 = 32.0;
/// Height of the legend on two lines.
const LEGEND_WRAPPED: f32 = 50.0;

/// Height of the legend: two lines where its entries are wider than the panel.
pub fn legend_height(ui: &Ui, area: &Area, profile: &Profile) -> f32 {
    let mut words = vec![area.name.clone(), words::CITY_VALUE.to_owned()];
    words.extend((profile.peers > 0).then(|| words::peers(profile.peers)));
    words.extend((profile.others > 0).then(|| words::others(profile.others)));
    words.extend(profile.references.iter().map(|reference| reference.name.clone()));
    words.extend(profile.district.as_deref().map(words::district));
    words.extend([words::SERIES_BREAK, words::MORE, words::LESS].map(str::to_owned));
    let width =
        |words: &String| paint::galley(ui, words, TypeStyle::Small, tokens(ui).text2).size().x + 18.0 + space::L;
    if words.iter().map(width).sum::<f32>() + space::M > ui.available_width() { LEGEND_WRAPPED } else { LEGEND }
}

/// Draws name, place and rank.
pub fn head(ui: &mut Ui, cx: &mut PanelCx, area: &Area) {
    let tokens = cx.tokens;
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line));
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space::XL);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::XL);
            rank(ui, cx, area);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    ui.add_space(10.0);
                    label::h2(ui, &area.name);
                    ui.add(Label::new(rich(about(cx, area), TypeStyle::Small, tokens.text2)).truncate());
                });
            });
        });
    });
}

/// `Lütgendortmund · 9.680 Einwohner (2025) · Aktionsraum seit 2008`
fn about(cx: &PanelCx, area: &Area) -> String {
    let data = &cx.snapshot.data;
    let parent = area.parent.and_then(|parent| data.area(parent));
    let mut parts: Vec<String> = parent
        .map(|parent| match parent.level {
            AreaLevel::Stadtbezirk => format!("{} {}", text::area_level(parent.level), parent.name),
            AreaLevel::Stadt
            | AreaLevel::Sozialraum
            | AreaLevel::StatistischerBezirk
            | AreaLevel::Unterbezirk
            | AreaLevel::Aktionsquartier
            | AreaLevel::Stadtteil
            | AreaLevel::Planungsraum
            | AreaLevel::Sonstige => parent.name.clone(),
        })
        .into_iter()
        .collect();
    let mut dated = data.periods.iter().rev().filter(|period| period.year.is_some());
    let population = dated.find_map(|period| Some((data.population(area.id, period.id)?.value?, &period.label)));
    parts.extend(population.map(|(persons, period)| words::inhabitants(persons, period)));
    let sets = data.area_sets.iter().filter(|set| set.members.contains(&area.id));
    parts.extend(sets.filter_map(|set| words::membership(set.state, set.valid_from.map(jiff::civil::Date::year))));
    parts.join(" · ")
}

/// Rank with its span, index and earlier rank; laid out from the right.
fn rank(ui: &mut Ui, cx: &mut PanelCx, area: &Area) {
    let Some(ranking) = cx.derived.ranking() else { return };
    let Some(row) = ranking.run.row_of(area.id) else {
        ui.label(rich(words::NOT_RANKED, TypeStyle::Small, cx.tokens.text2));
        return;
    };
    ui.spacing_mut().item_spacing.x = space::XXL;
    let earlier = cx.derived.earlier_ranking.value.as_deref().and_then(|result| result.as_ref().ok());
    if let Some((earlier, rank)) = earlier.and_then(|earlier| Some((earlier, earlier.ranks.get(&area.id)?))) {
        let name = words::rank_in(&earlier.period);
        if fact(ui, &name, &rank.to_string()) {
            let explanation = super::profile_explain::earlier_rank(ranking, &area.name, earlier, *rank);
            cx.outbox.push(Intent::Explain(std::sync::Arc::new(explanation)));
        }
    }
    if fact(ui, words::INDEX, &text::decimal(ranking.run.index[row], 2)) {
        cx.outbox.push(Intent::Inspect(Inspected::Rank(area.id)));
    }
    let (low, high) = ranking.intervals.span(row);
    let span = RankSpan { rank: ranking.run.place[row], low, high };
    let places = ranking.intervals.top_places;
    let last = u32::try_from(ranking.run.areas.len()).unwrap_or(u32::MAX);
    let bar = ui.allocate_ui_with_layout(vec2(170.0, 44.0), Layout::top_down(Align::LEFT), |ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, 2.0);
        ui.label(rich(words::rank_of(ranking.run.areas.len()), TypeStyle::Small, cx.tokens.text2));
        ui.horizontal(|ui| {
            ui.label(rich(text::place(span.rank), TypeStyle::Title, cx.tokens.text));
            ui.label(rich(words::span(low, high), TypeStyle::Body, cx.tokens.text2));
            rank_bar(ui, vec2(96.0, 22.0), &area.name, RankAxis { last, border: Some(places) }, Some(span));
        });
    });
    let asked = ui.interact(bar.response.rect, ui.scope_id().with("rank"), Sense::click());
    asked.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, words::WHY_RANK));
    paint::focus_ring(ui, &asked, bar.response.rect);
    if asked.clicked() {
        cx.outbox.push(Intent::Inspect(Inspected::Rank(area.id)));
    }
}

/// A number of the head; returns whether it is to be explained.
fn fact(ui: &mut Ui, name: &str, value: &str) -> bool {
    let width = paint::galley(ui, name, TypeStyle::Small, tokens(ui).text2).size().x + 2.0;
    let shown = ui.allocate_ui_with_layout(vec2(width, 44.0), Layout::top_down(Align::LEFT), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(rich(name, TypeStyle::Small, tokens(ui).text2));
        ui.label(rich(value, TypeStyle::Title, tokens(ui).text));
    });
    let rect = shown.response.rect;
    let asked = ui.interact(rect, ui.scope_id().with(name), Sense::click());
    asked.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, words::explain_fact(name, value))
    });
    paint::focus_ring(ui, &asked, rect);
    asked.on_hover_text(words::EXPLAIN_Z).clicked()
}

/// The profile as a picture.
pub fn figure(cx: &PanelCx, area: &Area, profile: &Profile) -> Figure {
    let shown = |found: Option<Observation>, decimals| {
        found.map_or_else(String::new, |found| text::value_or_sign(found.value, found.status, decimals))
    };
    let row = |line: &Line| DotRow {
        indicator: words::axis(&line.name, unit(&line.unit)),
        shown: shown(line.value, line.decimals),
        city_shown: shown(line.city, line.decimals),
        city: line.city_mark,
        district: line.district,
        turned: line.turned,
        context: line.context,
        dots: line.dots.iter().map(|dot| (dot.value, place_of(dot.kind))).collect(),
    };
    let chart = DotChart {
        area: area.name.clone(),
        rows: profile.lines.iter().map(row).collect(),
        peers: words::peers(profile.peers),
        others: words::others(profile.others),
        references: profile.references.iter().map(|reference| reference.name.clone()).collect(),
        district: profile.district.clone().unwrap_or_default(),
        divider: groups(profile).pop().map(|group| (group.before, group_words(&group))),
    };
    let values: Vec<Observation> = profile.lines.iter().filter_map(|line| line.value).collect();
    let period = profile.lines.first().and_then(|line| cx.snapshot.data.period(line.period));
    let period = period.map_or("", |period| period.label.as_str());
    let title = words::profile_of(&area.name);
    let mut figure = picture::figure(cx, title, about(cx, area), ChartSpec::Dots(chart), period, &values);
    let others = profile.lines.iter().filter_map(|line| Some((line.name.as_str(), line.other_period.as_deref()?)));
    figure.notes.extend(others.map(|(name, period)| words::other_period_note(name, period)));
    figure
}

fn place_of(kind: DotKind) -> DotPlace {
    match kind {
        DotKind::Other => DotPlace::Other,
        DotKind::Peer => DotPlace::Peer,
        DotKind::Reference(number) => DotPlace::Reference(number),
        DotKind::Current => DotPlace::Own,
    }
}

/// What was done to the table.
#[derive(Default)]
pub struct Done {
    /// The line that was selected.
    pub selected: Option<usize>,
    /// The line whose value is to be explained.
    pub opened: Option<usize>,
    /// The dot that was clicked: line and dot.
    pub dot: Option<(usize, usize)>,
    /// The computed number that was clicked.
    pub asked: Option<(usize, Computed)>,
}

/// A computed number of a line, beside the values of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Computed {
    /// The normalised value.
    Normalised,
    /// The interval of the rate.
    Interval,
    /// The rate by empirical Bayes.
    Smoothed,
    /// The city's value.
    City,
    /// The change over time.
    Change,
}

/// Draws the table of indicators.
pub fn table(
    ui: &mut Ui,
    cx: &PanelCx,
    area: &Area,
    profile: &Profile,
    selected: Option<usize>,
    intervals: bool,
    cursor: &mut usize,
) -> Done {
    let columns = columns(area, profile, intervals);
    let groups = groups(profile);
    let table = DataTable::new(("profil", area.id), words::profile_of(&area.name), &columns)
        .rows(profile.lines.len())
        .groups(&groups)
        .head_height(35.0)
        .row_height(row::STRIP)
        .sticky_columns(1)
        .cursor(*cursor)
        .selected(selected);
    let mut clicked = Clicked::default();
    let names = |id| cx.snapshot.data.area(id).map_or("", |area| area.name.as_str());
    let response = table.show(ui, |index, row| {
        describe(&profile.lines[index], row, intervals, &names, &mut clicked);
        clicked.settle(index);
    });
    *cursor = response.column.unwrap_or(*cursor);
    let confirmed = response.activated.zip(computed_column(*cursor, intervals));
    let asked = clicked.asked_at.or(confirmed);
    let opened = response.selected.or(response.activated).filter(|_| asked.is_none());
    Done { selected: response.selected, opened, dot: clicked.dot_at, asked }
}

/// Which computed number stands in a column.
fn computed_column(column: usize, intervals: bool) -> Option<Computed> {
    match (column, intervals) {
        (2, true) => Some(Computed::Interval),
        (3, true) => Some(Computed::Smoothed),
        (4, true) | (2, false) => Some(Computed::City),
        (5, true) | (3, false) => Some(Computed::Normalised),
        (8, true) | (6, false) => Some(Computed::Change),
        _ => None,
    }
}

/// What was clicked inside a row, and then in which.
#[derive(Default)]
struct Clicked {
    dot: Option<usize>,
    asked: Option<Computed>,
    dot_at: Option<(usize, usize)>,
    asked_at: Option<(usize, Computed)>,
}

impl Clicked {
    fn settle(&mut self, row: usize) {
        self.dot_at = self.dot.take().map(|dot| (row, dot)).or(self.dot_at);
        self.asked_at = self.asked.take().map(|asked| (row, asked)).or(self.asked_at);
    }
}

/// The table for the clipboard: every number alone in its column, unit, sign and direction beside it.
pub fn copied(cx: &PanelCx, area: &Area, profile: &Profile, intervals: bool) -> String {
    let columns = copied_columns(area, profile, intervals);
    let table = DataTable::new(("profil", area.id), words::PROFILE, &columns).rows(profile.lines.len());
    let period = |line: &Line| cx.snapshot.data.period(line.period).map_or("", |period| period.label.as_str());
    let table = table.tab_separated(&mut |index, row| {
        let line = &profile.lines[index];
        copied_row(line, row, period(line), intervals);
    });
    let shown: Vec<Observation> = profile.lines.iter().filter_map(|line| line.value).collect();
    let stand = profile.lines.first().map_or("", period);
    let title = words::dated(&words::profile_of(&area.name), stand);
    picture::copied(cx, &title, &table, stand, &shown, vec![about(cx, area)])
}

fn copied_columns<'a>(area: &'a Area, profile: &Profile, intervals: bool) -> Vec<Column<'a>> {
    let text = |title: &str| Column::text(title);
    let mut columns = vec![
        text(words::INDICATOR),
        text(words::ROLE),
        text(words::UNIT),
        text(&area.name),
        text(words::SIGN),
        text(words::PERIOD),
    ];
    if intervals {
        columns.extend([words::INTERVAL_FROM, words::INTERVAL_TO, words::SMOOTHED].map(text));
    }
    columns.push(text(words::CITY));
    columns.push(text(&profile.district.as_deref().map_or_else(|| words::ROWS_DISTRICT.to_owned(), words::district)));
    columns.push(text(if profile.z_values { words::Z_VALUE } else { words::NORMALISED }));
    let rest = [words::PLACE, words::PLACE_OF, words::CHANGE, words::SINCE, words::TENDENCY];
    columns.extend(rest.map(text));
    columns
}

fn copied_row(line: &Line, row: &mut Row<'_>, period: &str, intervals: bool) {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| text::decimal(value, line.decimals));
    let value = |found: Option<Observation>| number(found.and_then(|found| found.value));
    row.text(&line.name);
    row.text(if line.in_recipe { words::INDEX } else { words::ROLE_CONTEXT });
    row.text(&line.unit);
    row.text(&value(line.value));
    row.text(line.value.map_or("", |found| text::sign_beside(found.status)));
    row.text(period);
    if intervals {
        row.text(&number(line.interval.map(|found| found.low)));
        row.text(&number(line.interval.map(|found| found.high)));
        row.text(&number(line.smoothed.map(|(rate, _)| rate)));
    }
    row.text(&value(line.city));
    row.text(&number(line.district));
    row.text(&line.normalised.map_or_else(String::new, |value| text::signed(value, 2)));
    let place = line.place.map(|place| (text::count(place as u64), text::count(line.dots.len() as u64)));
    let (place, of) = place.unwrap_or_default();
    row.text(&place);
    row.text(&of);
    match &line.change {
        ChangeCell::Nothing => (0..3).for_each(|_| row.empty()),
        ChangeCell::Break => {
            row.text(words::BREAK);
            row.empty();
            row.empty();
        }
        ChangeCell::Points { points, since, burdened, .. } => {
            row.text(&text::signed(*points, line.decimals));
            row.text(since);
            row.text(burdened.map_or("", |burdened| if burdened { words::BURDENED } else { words::FAVOURABLE }));
        }
    }
}

fn columns<'a>(area: &'a Area, profile: &Profile, intervals: bool) -> Vec<Column<'a>> {
    let years = profile.years.map_or_else(String::new, |(first, last)| words::years(first, last));
    let mut columns = vec![Column::text(words::INDICATOR).flex(214.0), Column::number(area.name.as_str()).fixed(108.0)];
    if intervals {
        columns.push(Column::number(words::INTERVAL).fixed(112.0));
        columns.push(Column::number(words::SMOOTHED).fixed(84.0));
    }
    columns.extend([
        Column::number(words::CITY).fixed(72.0),
        Column::number(if profile.z_values { words::Z_VALUE } else { words::NORMALISED }).fixed(66.0),
        Column::text("").flex(172.0).head(|ui, rect| {
            let rect = rect.with_max_y(rect.bottom() - 7.0);
            paint_strip_head(ui, rect, words::FAVOURABLE, words::BURDENED);
        }),
        Column::text(years).fixed(92.0),
        Column::number(words::CHANGE).fixed(108.0),
    ]);
    columns
}

fn groups(profile: &Profile) -> Vec<Group> {
    let (inside, all) = (profile.in_recipe, profile.lines.len());
    let title = if inside > 0 { words::CONTEXT } else { words::CONTEXT_PLAIN };
    if inside == all {
        return Vec::new();
    }
    let context = profile.lines.iter().any(|line| line.context);
    let note = if context { words::CONTEXT_STRIP } else { "" };
    vec![Group { before: inside, title: title.to_owned(), note: note.to_owned(), ..Group::default() }]
}

fn group_words(group: &Group) -> String {
    if group.note.is_empty() { group.title.clone() } else { format!("{} · {}", group.title, group.note) }
}

fn describe<'n>(
    line: &Line,
    row: &mut Row<'_>,
    intervals: bool,
    names: &dyn Fn(crate::domain::AreaId) -> &'n str,
    clicked: &mut Clicked,
) {
    name_cell(line, row);
    value_cell(line, row);
    if intervals {
        let interval = line.interval.map(|found| words::interval(found.low, found.high, line.decimals));
        computed_cell(row, interval, words::EXPLAIN_INTERVAL, Computed::Interval, clicked);
        let smoothed = line.smoothed.map(|(rate, _)| text::decimal(rate, line.decimals));
        computed_cell(row, smoothed, words::EXPLAIN_SMOOTHED, Computed::Smoothed, clicked);
    }
    city_cell(line, row, clicked);
    let normalised = line.normalised.map(|value| text::signed(value, 1));
    computed_cell(row, normalised, words::EXPLAIN_Z, Computed::Normalised, clicked);
    strip_cell(line, row, intervals, names, clicked);
    let heard =
        line.ends.map_or_else(String::new, |(first, last)| words::course(first, last, line.decimals, line.broken));
    row.paint(&heard, |ui, rect| {
        if !line.course.is_empty() {
            paint_sparkline(ui, rect, &line.course);
        }
    });
    change_cell(line, row, clicked);
}

/// A computed number: a click explains it.
fn computed_cell(row: &mut Row<'_>, shown: Option<String>, hint: &str, what: Computed, clicked: &mut Clicked) {
    let Some(shown) = shown else { return row.empty() };
    row.widget(&shown, |ui, rect| {
        let response = ui.interact(rect, ui.scope_id().with(what as u8), Sense::CLICK);
        let quiet = if what == Computed::City { tokens(ui).text2 } else { tokens(ui).text };
        let ink = if response.hovered() { tokens(ui).accent } else { quiet };
        paint::text(ui, rect.right_center(), Align2::RIGHT_CENTER, &shown, TypeStyle::Body, ink);
        if response.clicked() {
            clicked.asked = Some(what);
        }
        response.on_hover_text(hint);
    });
}

fn name_cell(line: &Line, row: &mut Row<'_>) {
    let style = if row.is_selected() { TypeStyle::BodyStrong } else { TypeStyle::Body };
    let status = line.value.filter(|value| value.value.is_none()).map(|value| text::status_label(value.status));
    let small = match (&line.other_period, line.turned) {
        (Some(period), _) => Some(words::other_period(period)),
        (None, true) => Some(format!("⇆ {}", words::TURNED)),
        (None, false) => None,
    };
    row.paint(&line.name, |ui, rect| {
        let badge = status.map_or(0.0, |word| badge_size(ui, "", word).x + space::S);
        let note = small.as_ref().map(|words| paint::galley(ui, words, TypeStyle::Small, tokens(ui).text3));
        let note_width = note.as_ref().map_or(0.0, |galley| galley.size().x + space::M);
        let beside = rect.width() - badge - note_width;
        let name = paint::galley(ui, &line.name, style, tokens(ui).text);
        let below = name.size().x > beside && note.is_some();
        let room = if below { rect.width() - badge } else { beside };
        let name = paint::elided(ui, &line.name, style, tokens(ui).text, room);
        let y = if below { rect.center().y - 7.0 } else { rect.center().y };
        let place = paint::put(ui, ui.painter(), pos2(rect.left(), y), Align2::LEFT_CENTER, name);
        if let Some(note) = note {
            let at = if below { pos2(rect.left(), y + 15.0) } else { pos2(place.right() + space::M, y) };
            paint::put(ui, ui.painter(), at, Align2::LEFT_CENTER, note);
        }
        if let Some(word) = status {
            let x = if below { place.right() } else { place.right() + note_width };
            paint_badge(ui, pos2(x + space::S, y), Tone::Neutral, "", word);
        }
    });
}

fn value_cell(line: &Line, row: &mut Row<'_>) {
    let Some(value) = line.value else { return row.empty() };
    let shown = text::value_or_sign(value.value, value.status, line.decimals);
    let heard = if value.value.is_some() { format!("{shown} {}", line.unit) } else { shown.clone() };
    row.paint(heard.trim(), |ui, rect| {
        let unit = paint::galley(ui, unit(&line.unit), TypeStyle::Tiny, tokens(ui).text3);
        let space = if unit.size().x > 0.0 { unit.size().x + space::XS } else { 0.0 };
        let right = rect.right_center() - vec2(space, 0.0);
        if value.value.is_some() {
            paint::put(ui, ui.painter(), rect.right_center() + vec2(0.0, 1.0), Align2::RIGHT_CENTER, unit);
            paint::text(ui, right, Align2::RIGHT_CENTER, &shown, TypeStyle::BodyStrong, tokens(ui).text);
        } else if shown.is_empty() {
            paint::text(
                ui,
                rect.right_center(),
                Align2::RIGHT_CENTER,
                words::NO_VALUE,
                TypeStyle::Small,
                tokens(ui).text3,
            );
        } else {
            sign_box(ui, rect.right_center(), &shown);
        }
    });
}

/// Units that only say what is counted stay away.
fn unit(unit: &str) -> &str {
    if unit == "Personen" { "" } else { unit }
}

fn city_cell(line: &Line, row: &mut Row<'_>, clicked: &mut Clicked) {
    match line.city {
        Some(Observation { value: Some(value), status, .. }) => {
            let shown = text::value_or_sign(Some(value), status, line.decimals);
            computed_cell(row, Some(shown), words::EXPLAIN_CITY, Computed::City, clicked);
        }
        Some(Observation { value: None, status, .. }) => row.sign(text::status_sign(status)),
        None => row.empty(),
    }
}

fn strip_cell<'n>(
    line: &Line,
    row: &mut Row<'_>,
    intervals: bool,
    names: &dyn Fn(crate::domain::AreaId) -> &'n str,
    clicked: &mut Clicked,
) {
    let city = line.city.and_then(|city| city.value);
    let shown_city = city.map(|city| text::decimal(city, line.decimals));
    let heard = words::strip(line.place.map(|place| (place, line.dots.len())), shown_city.as_deref());
    row.widget(&heard, |ui, rect| {
        let interval = line.interval.filter(|_| intervals).map(|found| (found.low, found.high));
        let marks = Marks { city: line.city_mark, district: line.district, interval };
        let Some(at) = paint_dot_strip(ui, rect, &line.dots, marks, line.belasteter) else { return };
        let value = text::value_with_unit(line.dots[at].value, line.decimals, &line.unit);
        let response = ui.interact(rect, ui.scope_id().with("dots"), Sense::CLICK);
        if response.clicked() {
            clicked.dot = Some(at);
        }
        response.on_hover_text_at_pointer(words::dot(names(line.dot_areas[at]), &value));
    });
}

fn change_cell(line: &Line, row: &mut Row<'_>, clicked: &mut Clicked) {
    match &line.change {
        ChangeCell::Nothing => row.empty(),
        ChangeCell::Break => row.small(words::BREAK),
        ChangeCell::Points { points, since, burdened, .. } => {
            let heard = words::change(*points, line.decimals, since, *burdened);
            let shown = text::signed(*points, line.decimals);
            row.widget(&heard, |ui, rect| {
                let tokens = tokens(ui);
                let response = ui.interact(rect, ui.scope_id().with(Computed::Change as u8), Sense::CLICK);
                let ink = if response.hovered() { tokens.accent } else { tokens.text };
                if response.clicked() {
                    clicked.asked = Some(Computed::Change);
                }
                response.on_hover_text(words::EXPLAIN_Z);
                let right = rect.right_center() - vec2(16.0, 6.0);
                paint::text(ui, right, Align2::RIGHT_CENTER, &shown, TypeStyle::Body, ink);
                let below = rect.right_center() + vec2(-16.0, 9.0);
                paint::text(ui, below, Align2::RIGHT_CENTER, &words::since(since), TypeStyle::Tiny, tokens.text3);
                if let Some(burdened) = burdened {
                    square(ui, rect.right_center() - vec2(5.0, 6.0), *burdened);
                }
            });
        }
    }
}

/// Filled: more burdened; outlined: less.
fn square(ui: &Ui, center: egui::Pos2, burdened: bool) {
    let tokens = tokens(ui);
    let rect = paint::snap(ui, Rect::from_center_size(center, vec2(9.0, 9.0)));
    if burdened {
        ui.painter().rect_filled(rect, 0.0, color32(tokens.point));
    } else {
        ui.painter().rect_stroke(rect, 0.0, line(stroke::OUTLINE, tokens.accent), StrokeKind::Inside);
    }
}

/// Draws what the marks mean.
pub fn legend(ui: &mut Ui, area: &Area, profile: &Profile) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, tokens(ui).line_soft));
    ui.expand_to_include_rect(rect);
    if rect.height() > LEGEND {
        ui.add_space(space::XS);
        // Rows as high as their entries, so that both fit.
        ui.spacing_mut().interact_size.y = 18.0;
        Frame::NONE.inner_margin(Margin::symmetric(12, 0)).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::L, space::HAIR);
                legend_entries(ui, area, profile);
            });
        });
        return;
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.add_space(space::M);
        legend_entries(ui, area, profile);
    });
}

fn legend_entries(ui: &mut Ui, area: &Area, profile: &Profile) {
    legend_dot(ui, DotKind::Current, &area.name);
    if profile.peers > 0 {
        legend_dot(ui, DotKind::Peer, &words::peers(profile.peers));
    }
    if profile.others > 0 {
        legend_dot(ui, DotKind::Other, &words::others(profile.others));
    }
    for (at, reference) in profile.references.iter().enumerate() {
        legend_dot(ui, DotKind::Reference(at), &reference.name);
    }
    if let Some(district) = &profile.district {
        legend_district(ui, &words::district(district));
    }
    legend_mark(ui, words::CITY_VALUE, |ui, center| {
        let stroke = line(stroke::OUTLINE, tokens(ui).reference);
        ui.painter().vline(center.x, (center.y - 6.0)..=(center.y + 6.0), stroke);
    });
    if profile.lines.iter().any(|line| line.course.iter().any(|point| point.breaks_before)) {
        legend_mark(ui, words::SERIES_BREAK, |ui, center| {
            paint::dotted_vertical(ui.painter(), center.x, center.y - 6.0, center.y + 6.0, tokens(ui).text3);
        });
    }
    if profile.lines.iter().any(|line| matches!(line.change, ChangeCell::Points { .. })) {
        legend_mark(ui, words::MORE, |ui, center| square(ui, center, true));
        legend_mark(ui, words::LESS, |ui, center| square(ui, center, false));
    }
}

fn legend_mark(ui: &mut Ui, word: &str, mark: impl FnOnce(&Ui, egui::Pos2)) {
    let galley = paint::galley(ui, word, TypeStyle::Small, tokens(ui).text2);
    let (rect, response) = ui.allocate_exact_size(vec2(16.0 + galley.size().x, 18.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, word));
    mark(ui, rect.left_center() + vec2(5.5, 0.0));
    paint::put(ui, ui.painter(), rect.left_center() + vec2(16.0, 0.0), Align2::LEFT_CENTER, galley);
}
