//! The tab *Zeit*: a series and its breaks, changes, Status × Dynamik, area sets with changing members.

mod changes;
mod chart;
mod matrix;
mod notes;
mod sets;

use super::relation::level;
use super::under_way::{self, UnderWay, Work};
use crate::chart::{ChartSpec, Emphasis, Figure, Trend, TrendLine, TrendTime};
use crate::domain::{AreaId, AreaLevel, AreaSetId, Indicator, IndicatorId, Observation, PeriodId};
use crate::text::{panel::analyse as analyse_words, panel::zeit as words};
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::style::{line, rich};
use crate::ui::{AnalysisOrder, Inspected, Intent, PanelCx, TimeOrder, TimeSubject, TimeView, picture};
use egui::{Align, CentralPanel, Frame, Layout, Panel, ScrollArea, Ui};

const TOOLBAR: f32 = 36.0;
/// Most areas that the planner adds to the chart.
const MOST_PINNED: usize = 4;

/// State of the tab: what is followed, between which periods, and what stands on the right.
#[derive(Default)]
pub struct ZeitTab {
    subject: Option<TimeSubject>,
    from: Option<PeriodId>,
    to: Option<PeriodId>,
    sets: Option<(AreaSetId, AreaSetId)>,
    published: Option<IndicatorId>,
    side: Side,
    pinned: Vec<AreaId>,
    method: bool,
    choices: Choices,
    under_way: UnderWay,
}

/// What stands on the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Changes,
    Matrix,
    Sets,
    Values,
}

/// What can be followed, kept until data or recipe change.
#[derive(Default)]
struct Choices {
    key: Option<(u64, bool, AreaLevel)>,
    subjects: Vec<(TimeSubject, String)>,
}

/// A line of the chart.
struct Line {
    area: AreaId,
    name: String,
    look: Look,
}

/// How a line is told from the others: by stroke and mark, never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Own,
    City,
    District,
    Pinned(usize),
}

impl ZeitTab {
    /// Draws the tab.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        self.choices.refresh(cx);
        let Some(order) = self.order(cx) else {
            return super::empty(ui, cx, words::EMPTY_TITLE, words::EMPTY);
        };
        if cx.derived.time_order.as_ref() != Some(&order) {
            cx.outbox.push(Intent::Analyse(AnalysisOrder::Time(order.clone())));
        }
        let found = &cx.derived.time;
        let work = Work {
            words: words::COMPUTING,
            asked: cx.derived.time_order.as_ref() == Some(&order),
            current: found.current,
            state: found.progress,
        };
        let view = found.value.clone();
        let view = view.as_deref().and_then(|view| view.as_ref().ok());
        self.toolbar(ui, cx, order.subject, view);
        match view {
            Some(view) if view.times.is_empty() => super::empty(ui, cx, words::EMPTY_TITLE, words::EMPTY),
            Some(view) => {
                self.under_way.beside(ui, cx, "zeit-laeuft", work);
                self.body(ui, cx, view);
            }
            None => under_way::alone(ui, cx, work),
        }
    }

    /// The table on the right as tab-separated text.
    pub fn copied(&mut self, cx: &PanelCx) -> Option<String> {
        let view = cx.derived.time.value.as_deref()?.as_ref().ok()?;
        let lines = self.lines(cx, view);
        let (from, to) = changes::labels(view);
        let name = &view.card.name;
        let (title, table) = match self.side {
            Side::Changes => (words::changes_of(name, &from, &to), changes::copied(cx, view)),
            Side::Matrix => (words::matrix_of(&from, &to), matrix::copied(cx, view)),
            Side::Sets => (words::sets_of(name, &from, &to), sets::copied(cx, view)),
            Side::Values => (words::values_of(name), changes::values_copied(view, &lines)),
        };
        let notes = view.breaks.iter().map(|broken| words::break_note(broken.year, &broken.reason)).collect();
        let areas: Vec<AreaId> = match self.side {
            Side::Changes | Side::Matrix | Side::Sets => view.changes.iter().map(|change| change.area).collect(),
            Side::Values => lines.iter().map(|line| line.area).collect(),
        };
        let shown = observations(cx, view, &areas);
        let period = view.times.last().map_or("", |time| time.label.as_str());
        Some(picture::copied(cx, &title, &table, period, &shown, notes))
    }

    /// The series in view as a picture.
    pub fn figure(&self, cx: &PanelCx) -> Option<Figure> {
        let view = cx.derived.time.value.as_deref()?.as_ref().ok()?;
        let (first, last) = (view.times.first()?, view.times.last()?);
        let lines = self.lines(cx, view);
        let areas: Vec<AreaId> = lines.iter().map(|line| line.area).collect();
        let shown = observations(cx, view, &areas);
        let axis = analyse_words::axis(&view.card.name, &view.card.unit);
        let title = words::figure_title(&axis, &first.label, &last.label);
        let names = lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>().join(", ");
        let chart = ChartSpec::Trend(trend(view, &lines));
        let mut figure = picture::figure(cx, title, names, chart, &last.label, &shown);
        figure.notes.extend(view.breaks.iter().map(|broken| words::break_note(broken.year, &broken.reason)));
        Some(figure)
    }

    fn order(&self, cx: &PanelCx) -> Option<TimeOrder> {
        let known = |subject: &TimeSubject| self.choices.subjects.iter().any(|(choice, _)| choice == subject);
        let subject = self.subject.filter(known).or_else(|| self.choices.first())?;
        Some(TimeOrder {
            subject,
            level: level(cx),
            area: cx.focus.area,
            from: self.from,
            to: self.to,
            sets: self.sets,
            published: self.published,
        })
    }

    fn toolbar(&mut self, ui: &mut Ui, cx: &PanelCx, subject: TimeSubject, view: Option<&TimeView>) {
        super::strip("zeit-kopf", true, TOOLBAR).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line_soft));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::L);
                let width = (ui.available_width() - 430.0).clamp(200.0, 360.0);
                let chosen = super::compact(ui, width, |ui| {
                    let combo = Combo::new(words::SUBJECT).compact().width(width);
                    combo.show(ui, Some(&subject), &self.choices.subjects)
                });
                if chosen.is_some() {
                    self.subject = chosen;
                    (self.from, self.to) = (None, None);
                }
                let Some((view, (from, to))) = view.and_then(|view| Some((view, view.span?))) else { return };
                let periods: Vec<(PeriodId, &str)> =
                    view.times.iter().map(|time| (time.period, time.label.as_str())).collect();
                let split = |id: PeriodId| view.place(id).unwrap_or(0);
                let (earlier, later) = (&periods[..split(to)], &periods[(split(from) + 1).min(periods.len())..]);
                for (short, name, current, choices, slot) in [
                    (words::FROM_SHORT, words::FROM, from, earlier, &mut self.from),
                    (words::TO_SHORT, words::TO, to, later, &mut self.to),
                ] {
                    ui.label(rich(short, TypeStyle::Small, cx.tokens.text2));
                    let chosen = super::compact(ui, 110.0, |ui| {
                        Combo::new(name).compact().width(110.0).show(ui, Some(&current), choices)
                    });
                    *slot = chosen.or(*slot);
                }
            });
        });
    }

    fn body(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &TimeView) {
        let lines = self.lines(cx, view);
        let width = (ui.available_width() * 0.6).clamp(400.0, 980.0).floor();
        let right = Panel::right("zeit-rechts").exact_size(width).resizable(false).show_separator_line(false);
        right.frame(Frame::NONE).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            self.right(ui, cx, view, &lines);
        });
        let height = (ui.available_height() * 0.42).floor();
        let below = Panel::bottom("zeit-unten").exact_size(height).resizable(false).show_separator_line(false);
        below.frame(Frame::NONE).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.line));
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                notes::show(ui, cx, view, &mut self.published, &mut self.method);
            });
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            let has_value = |line: &Line| {
                view.values.get(&line.area).is_some_and(|series| series.iter().any(|entry| entry.value.is_some()))
            };
            if !lines.iter().any(has_value) {
                EmptyState::new(words::NO_LINE_TITLE, words::NO_LINE).show(ui);
                return;
            }
            let alternative = ChartSpec::Trend(trend(view, &lines)).alternative_text();
            let Some((area, at)) = chart::show(ui, view, &lines, &alternative) else { return };
            match view.order.subject {
                TimeSubject::Indicator(indicator) => {
                    let period = view.times[at].period;
                    cx.outbox.push(Intent::Inspect(Inspected::Value { indicator, area, period }));
                }
                TimeSubject::Index | TimeSubject::Rank => cx.outbox.push(Intent::Inspect(Inspected::Rank(area))),
            }
        });
    }

    fn right(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &TimeView, lines: &[Line]) {
        super::strip("zeit-seite", true, TOOLBAR).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line_soft));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::L);
                let sides = [
                    (Side::Changes, words::CHANGES),
                    (Side::Matrix, words::MATRIX),
                    (Side::Sets, words::SETS),
                    (Side::Values, words::VALUES),
                ];
                self.side = segment(ui, self.side, &sides).unwrap_or(self.side);
            });
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| match self.side {
            Side::Changes => {
                if let Some(area) = changes::show(ui, cx, view, &self.pinned) {
                    self.pin(area);
                }
            }
            Side::Matrix => matrix::show(ui, cx, view),
            Side::Sets => self.sets = sets::show(ui, cx, view).or(self.sets),
            Side::Values => changes::values(ui, cx, view, lines),
        });
    }

    /// Shows an area in the chart, or no longer; the one shown longest makes room.
    fn pin(&mut self, area: AreaId) {
        if let Some(at) = self.pinned.iter().position(|pinned| *pinned == area) {
            self.pinned.remove(at);
            return;
        }
        self.pinned.push(area);
        if self.pinned.len() > MOST_PINNED {
            self.pinned.remove(0);
        }
    }

    /// The current area, the city, its Stadtbezirk, then what the planner added.
    fn lines(&self, cx: &PanelCx, view: &TimeView) -> Vec<Line> {
        let fixed = [(view.order.area, Look::Own), (view.city, Look::City), (view.district, Look::District)];
        let pinned = self.pinned.iter().enumerate().map(|(at, area)| (Some(*area), Look::Pinned(at)));
        let mut lines: Vec<Line> = Vec::new();
        for (area, look) in fixed.into_iter().chain(pinned) {
            let Some(area) = area.and_then(|area| cx.snapshot.data.area(area)) else { continue };
            if view.values.contains_key(&area.id) && lines.iter().all(|line| line.area != area.id) {
                lines.push(Line { area: area.id, name: area.name.clone(), look });
            }
        }
        lines
    }
}

impl Choices {
    fn first(&self) -> Option<TimeSubject> {
        let subjects = || self.subjects.iter().map(|(subject, _)| *subject);
        subjects().find(|subject| matches!(subject, TimeSubject::Indicator(_)))
    }

    fn refresh(&mut self, cx: &PanelCx) {
        let (data, level) = (&cx.snapshot.data, level(cx));
        let key = Some((data.revision, cx.derived.ranking().is_some(), level));
        if self.key == key {
            return;
        }
        let on_level = |id: IndicatorId| {
            let mut dated = data.periods_of(id).into_iter().filter(|period| period.year.is_some());
            dated.any(|period| data.has_values(id, period.id, level))
        };
        let recipe = cx.derived.ranking().map(|ranking| ranking.run.indicators.as_slice()).unwrap_or_default();
        let first = recipe.iter().filter_map(|id| data.indicator(*id));
        let others = data.indicators.iter().filter(|card| !recipe.contains(&card.id));
        let cards = first.chain(others).filter(|card| on_level(card.id));
        // Index and rank come first, where the list shows them at once; the tab begins with the first indicator.
        self.subjects.clear();
        if cx.derived.ranking().is_some() {
            self.subjects.push((TimeSubject::Index, words::INDEX.to_owned()));
            self.subjects.push((TimeSubject::Rank, words::RANK.to_owned()));
        }
        let own = |card: &Indicator| (TimeSubject::Indicator(card.id), analyse_words::axis(&card.name, &card.unit));
        self.subjects.extend(cards.map(own));
        self.key = key;
    }
}

/// The lines as a chart of a report: for its alternative text.
fn trend(view: &TimeView, lines: &[Line]) -> Trend {
    let emphasis = |look: Look| match look {
        Look::Own => Emphasis::Own,
        Look::City => Emphasis::City,
        Look::District | Look::Pinned(_) => Emphasis::Other,
    };
    let line = |line: &Line| TrendLine {
        name: line.name.clone(),
        values: view.values.get(&line.area).map_or_else(Vec::new, |own| own.iter().map(|entry| entry.value).collect()),
        emphasis: emphasis(line.look),
    };
    Trend {
        indicator: view.card.name.clone(),
        unit: view.card.unit.clone(),
        decimals: view.card.decimals,
        times: view.times.iter().map(|time| TrendTime { year: time.year, label: time.label.clone() }).collect(),
        lines: lines.iter().map(line).collect(),
        breaks: view.breaks.iter().map(|broken| broken.year).collect(),
    }
}

/// The values that lines or changes of these areas rest on.
fn observations(cx: &PanelCx, view: &TimeView, areas: &[AreaId]) -> Vec<Observation> {
    let data = &cx.snapshot.data;
    match view.order.subject {
        TimeSubject::Indicator(id) => {
            let of = |area| view.times.iter().filter_map(move |time| data.dataset.get(id, area, time.period));
            areas.iter().flat_map(|area| of(*area)).collect()
        }
        TimeSubject::Index | TimeSubject::Rank => {
            cx.derived.ranking().map(|ranking| picture::ranked(data, &ranking.run)).unwrap_or_default()
        }
    }
}
