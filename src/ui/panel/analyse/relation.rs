//! An indicator as a map, and beside a second one as a scatter and a table: one selection and one pointer in all three.

use super::relation_data::{
    Card, Key, Line, Lower, MapView, OUTSIDE, Pockets, Relation, Space, period_of, space_answer, space_order,
};
use super::scatter::{Axis, Point, Scatter};
use crate::analysis::MapClasses;
use crate::analysis::space::{NeighbourRule, PlaceSource};
use crate::analysis::structure::HiddenPocket;
use crate::chart::{AreaMapChart, ChartSpec, Figure, MapShape, ScatterAxis, ScatterChart, ScatterDot, SwatchRow};
use crate::domain::{
    AreaId, AreaLevel, AreaSet, AreaSetId, AreaSetState, Direction, Indicator, IndicatorId, Observation, PlanningData,
};
use crate::project::{AreaCommand, Command};
use crate::text::{self, panel::analyse as words, panel::widget as map_words};
use crate::theme::{Color, Tokens, TypeStyle, row, space, stroke};
use crate::ui::tile_map::TileMap;
use crate::ui::widget::area_map::{AreaMap, filter_legend};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::data_table::{Column, DataTable, Row, Sort};
use crate::ui::widget::progress::progress;
use crate::ui::widget::style::{line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{AnalysisOrder, Explanation, Intent, PanelCx, picture};
use egui::{Align, CentralPanel, Frame, Label, Layout, Margin, Panel, ScrollArea, Ui};
use std::collections::BTreeSet;
use std::sync::Arc;

const TOOLBAR: f32 = 36.0;

/// State of the tab: the two indicators, how they are shown, and what was looked up for them.
#[derive(Default)]
pub struct RelationTab {
    shown: Option<IndicatorId>,
    against: Option<IndicatorId>,
    sort: Option<(usize, Sort)>,
    method: MapClasses,
    seven: bool,
    view: MapView,
    neighbours: Neighbourhood,
    lower: Lower,
    left_out: Vec<usize>,
    hovered: Option<AreaId>,
    choices: Choices,
    cached: Option<Relation>,
}

/// What makes two areas neighbours, as it can be chosen beside the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Neighbourhood {
    #[default]
    Queen,
    Rook,
    Nearest(usize),
}

impl Neighbourhood {
    fn rule(self) -> NeighbourRule {
        match self {
            Neighbourhood::Queen => NeighbourRule::Queen,
            Neighbourhood::Rook => NeighbourRule::Rook,
            Neighbourhood::Nearest(count) => NeighbourRule::Nearest(count),
        }
    }
}

/// What a frame of the tab asks of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// The profile of the area that has become the current one.
    Profile,
}

/// What can be chosen, kept until data or ranking change.
#[derive(Default)]
struct Choices {
    key: Option<(u64, Option<String>, AreaLevel)>,
    cards: Vec<(IndicatorId, String)>,
}

/// The level that is compared: the ranked one, else that of the current area.
pub fn level(cx: &PanelCx) -> AreaLevel {
    let ranked = cx.derived.ranking().map(|ranking| ranking.run.spec.areas.level);
    ranked.or_else(|| cx.area().map(|area| area.level)).unwrap_or(AreaLevel::Sozialraum)
}

impl RelationTab {
    /// Draws the tab.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) -> Asked {
        self.refresh(cx);
        let Some(relation) = self.cached.take() else {
            super::empty(ui, cx, words::NO_VALUES_TITLE, words::NO_VALUES);
            return Asked::Nothing;
        };
        let in_view = period_of(cx, relation.key.shown, relation.key.level).map(|period| (relation.key.shown, period));
        if cx.focus.in_view != in_view {
            cx.outbox.push(Intent::InView(in_view));
        }
        let order = space_order(cx, &relation.key);
        if let Some(order) = order.filter(|order| cx.derived.space_order.as_ref() != Some(order)) {
            cx.outbox.push(Intent::Analyse(AnalysisOrder::Space(order)));
        }
        let choices = std::mem::take(&mut self.choices);
        let width = (ui.available_width() * 0.54).clamp(420.0, 980.0).floor();
        let right = Panel::right("zusammenhang-rechts").exact_size(width).resizable(false).show_separator_line(false);
        let mut asked = Asked::Nothing;
        let mut pointed = None;
        right.frame(Frame::NONE).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            toolbar(ui, "zusammenhang-kopf", |ui| {
                // An indicator says nothing of itself.
                let others = choices.cards.iter().filter(|(id, _)| *id != relation.key.shown).cloned();
                let others: Vec<(IndicatorId, String)> = others.collect();
                let chosen = choice(ui, words::AGAINST, relation.key.against, &others, words::AXIS_X, 8.0);
                self.against = chosen.or(self.against);
            });
            asked = self.right(ui, cx, &relation, &mut pointed);
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            toolbar(ui, "karte-kopf", |ui| {
                let views = [
                    (MapView::Classes, words::VIEW_CLASSES),
                    (MapView::Deviation, words::VIEW_DEVIATION),
                    (MapView::Clusters, words::VIEW_CLUSTERS),
                ];
                let chosen = choice(ui, words::SHOWN, relation.key.shown, &choices.cards, words::AXIS_Y, 246.0);
                if chosen == Some(relation.key.against) {
                    self.against = Some(relation.key.shown);
                }
                self.shown = chosen.or(self.shown);
                if let Some(view) = segment(ui, self.view, &views) {
                    self.view = view;
                    self.left_out.clear();
                }
            });
            self.left(ui, cx, &relation, &mut pointed);
        });
        self.hovered = pointed;
        self.choices = choices;
        self.cached = Some(relation);
        asked
    }

    /// The table as tab-separated text.
    pub fn copied(&mut self, cx: &PanelCx) -> Option<String> {
        self.refresh(cx);
        let relation = self.cached.as_ref()?;
        Some(match self.lower {
            Lower::Areas | Lower::Chosen => relation.copied(cx, &self.rows(cx, relation)),
            Lower::Pockets => relation.copied_pockets(cx),
        })
    }

    /// The map as a picture.
    pub fn map_figure(&mut self, cx: &PanelCx) -> Option<Figure> {
        self.refresh(cx);
        Some(self.cached.as_ref()?.map_figure(cx, cx.derived.shapes(level(cx)).is_some(), &self.left_out))
    }

    /// The scatter as a picture.
    pub fn scatter_figure(&mut self, cx: &PanelCx) -> Option<Figure> {
        self.refresh(cx);
        self.cached.as_ref()?.scatter_figure(cx)
    }

    /// The way to the number that the view is about: Moran's I of clusters, the correlation otherwise.
    pub fn explanation(&mut self, cx: &PanelCx) -> Option<Explanation> {
        self.refresh(cx);
        let relation = self.cached.as_ref()?;
        relation.explanation(cx)
    }

    fn refresh(&mut self, cx: &PanelCx) {
        self.choices.refresh(cx);
        let choices = &self.choices.cards;
        let known = |id: &IndicatorId| choices.iter().any(|(choice, _)| choice == id);
        let first = self.shown.filter(known).or(choices.first().map(|(id, _)| *id));
        let other = |id: &IndicatorId| Some(*id) != first;
        let second = self.against.filter(known).filter(other);
        let second = second.or(choices.iter().map(|(id, _)| *id).find(other)).or(first);
        let (Some(shown), Some(against)) = (first, second) else {
            self.cached = None;
            return;
        };
        let run = cx.derived.ranking().map(|ranking| ranking.run.fingerprint.clone());
        let key = Key {
            data: cx.snapshot.data.revision,
            run,
            level: level(cx),
            shown,
            against,
            sort: self.sort,
            method: self.method,
            classes: if self.seven { 7 } else { 5 },
            view: self.view,
            rule: self.neighbours.rule(),
            pockets: self.lower == Lower::Pockets,
            space: None,
        };
        let space = space_answer(cx, &key).map(|found| Arc::as_ptr(found) as usize);
        let key = Key { space, ..key };
        if self.cached.as_ref().is_none_or(|relation| relation.key != key) {
            self.cached = Relation::of(cx, key);
        }
    }

    /// The rows of the table: all areas, or those of the selected set.
    fn rows(&self, cx: &PanelCx, relation: &Relation) -> Vec<usize> {
        let all = 0..relation.lines.len();
        match self.lower {
            Lower::Chosen => all.filter(|at| cx.focus.selection.contains(&relation.lines[*at].area)).collect(),
            Lower::Areas | Lower::Pockets => all.collect(),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "few classes")]
    fn left(&mut self, ui: &mut Ui, cx: &mut PanelCx, relation: &Relation, pointed: &mut Option<AreaId>) {
        let inner = Frame::NONE.inner_margin(Margin::symmetric(12, 0));
        let foot = Panel::bottom("karte-fuss").exact_size(42.0).resizable(false).show_separator_line(false);
        foot.frame(inner).show(ui, |ui| self.foot(ui, cx, relation));
        let rows = relation.legend(cx.tokens);
        let height = 18.0 * (rows.len() + 3) as f32 + space::M;
        let key = Panel::bottom("karte-legende").exact_size(height).resizable(false).show_separator_line(false);
        key.frame(inner).show(ui, |ui| self.legend(ui, relation, &rows));
        CentralPanel::default().frame(Frame::NONE.inner_margin(Margin::same(12))).show(ui, |ui| {
            if relation.map.is_empty() {
                ui.centered_and_justified(|ui| label::small(ui, words::NO_TILES));
                return;
            }
            if cx.awaits_shapes() {
                ui.centered_and_justified(|ui| label::small(ui, map_words::DRAWING));
                return;
            }
            let colors: Vec<Color> = rows.iter().map(|(_, color)| *color).collect();
            let map = AreaMap::new(&relation.shown.name, &relation.map, rows.len())
                .selected(cx.focus.area)
                .chosen(&cx.focus.selection)
                .pointed_at(self.hovered)
                .colors(Some(&colors))
                .without(&self.left_out)
                .shapes(cx.derived.shapes(relation.key.level));
            let size = ui.available_size();
            let done = map.show(ui, size);
            *pointed = pointed.or(done.hovered);
            choose(cx, done.selected, done.toggled);
        });
    }

    fn legend(&mut self, ui: &mut Ui, relation: &Relation, rows: &[(String, Color)]) {
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                let outlined = relation.has_members().then_some(words::OUTLINED);
                let switched = filter_legend(ui, &relation.legend_title(), rows, &self.left_out, outlined);
                if let Some(class) = switched {
                    match self.left_out.iter().position(|out| *out == class) {
                        Some(at) => drop(self.left_out.remove(at)),
                        None => self.left_out.push(class),
                    }
                }
            });
            // At the foot, beside the shortest entries: the title has the width to itself.
            ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                if relation.key.view == MapView::Clusters {
                    let choices = [
                        (Neighbourhood::Queen, words::QUEEN),
                        (Neighbourhood::Rook, words::ROOK),
                        (Neighbourhood::Nearest(4), words::NEAREST_4),
                        (Neighbourhood::Nearest(6), words::NEAREST_6),
                    ];
                    let combo = Combo::new(words::NEIGHBOUR_RULE).compact().width(190.0);
                    let chosen = super::compact(ui, 190.0, |ui| combo.show(ui, Some(&self.neighbours), &choices));
                    self.neighbours = chosen.unwrap_or(self.neighbours);
                    return;
                }
                if let Some(seven) = segment(ui, self.seven, &[(false, words::FIVE), (true, words::SEVEN)]) {
                    self.seven = seven;
                    self.left_out.clear();
                }
                let methods = [
                    (MapClasses::Quantiles, words::QUANTILES),
                    (MapClasses::EqualIntervals, words::EQUAL_INTERVALS),
                    (MapClasses::NaturalBreaks, words::NATURAL_BREAKS),
                ];
                if relation.key.view == MapView::Classes {
                    let combo = Combo::new(words::CLASS_METHOD).compact().width(160.0);
                    if let Some(method) = super::compact(ui, 160.0, |ui| combo.show(ui, Some(&self.method), &methods)) {
                        self.method = method;
                        self.left_out.clear();
                    }
                }
            });
        });
    }

    /// What the map rests on, and which areas have no value.
    fn foot(&self, ui: &mut Ui, cx: &mut PanelCx, relation: &Relation) {
        ui.spacing_mut().item_spacing.y = 1.0;
        let direction = text::direction(relation.shown.direction);
        let drawn = if cx.derived.shapes(relation.key.level).is_some() {
            words::FROM_BOUNDARIES
        } else {
            TileMap::of(&cx.snapshot.data, relation.key.level).note()
        };
        let note = format!("{} · {direction} · {drawn}", words::values_of(&relation.shown.period));
        ui.add(Label::new(rich(note, TypeStyle::Small, cx.tokens.text2)).truncate());
        let notes = relation.absent(&cx.snapshot.data, cx.derived.shapes(relation.key.level).is_some()).join(" · ");
        if !notes.is_empty() {
            let shown = ui.add(Label::new(rich(notes.as_str(), TypeStyle::Small, cx.tokens.text2)).truncate());
            shown.on_hover_text(notes);
        }
    }

    fn right(&mut self, ui: &mut Ui, cx: &mut PanelCx, relation: &Relation, pointed: &mut Option<AreaId>) -> Asked {
        let height = (ui.available_height() * 0.48).floor();
        super::strip("streudiagramm", true, height).show(ui, |ui| self.scatter(ui, cx, relation, pointed));
        super::strip("korrelation", true, 42.0).show(ui, |ui| {
            if matches!(relation.space, Some(Space::Awaited)) {
                self.awaited(ui, cx);
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(space::L);
                let reason = relation.sentence().is_none().then_some(words::NO_CORRELATION);
                let button = Button::link(words::HOW_COMPUTED).disabled_reason(reason);
                if button.show(ui).clicked() && reason.is_none() {
                    let explanation = relation.explanation(cx).map(|found| Intent::Explain(Arc::new(found)));
                    explanation.into_iter().for_each(|intent| cx.outbox.push(intent));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add_space(space::L);
                    ui.label(rich(icon::INFO, TypeStyle::Body, cx.tokens.text2));
                    let reason = if relation.is_alone() { words::ONE_INDICATOR } else { words::NO_CORRELATION };
                    let sentence = relation.sentence().unwrap_or_else(|| reason.to_owned());
                    ui.add(Label::new(rich(sentence, TypeStyle::Small, cx.tokens.text2)).wrap());
                });
            });
        });
        super::strip("raeume-kopf", true, TOOLBAR).show(ui, |ui| self.lower_head(ui, cx, relation));
        let mut asked = Asked::Nothing;
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| match self.lower {
            Lower::Areas | Lower::Chosen => self.table(ui, cx, relation, pointed),
            Lower::Pockets => asked = relation.show_pockets(ui, cx),
        });
        asked
    }

    /// How far the permutations are; stopped, the map shows its classes again.
    #[expect(clippy::cast_precision_loss, reason = "a share on the screen")]
    fn awaited(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let (done, total) = cx.derived.space.progress.unwrap_or_default();
        let share = if total > 0 { done as f32 / total as f32 } else { 0.0 };
        Frame::NONE.inner_margin(Margin::symmetric(12, 4)).show(ui, |ui| {
            if progress(ui, &words::space_computing(done, total), share, true) {
                self.view = MapView::Classes;
                self.left_out.clear();
                cx.outbox.push(Intent::Analyse(AnalysisOrder::NoSpace));
            }
        });
    }

    fn lower_head(&mut self, ui: &mut Ui, cx: &mut PanelCx, relation: &Relation) {
        let rect = ui.max_rect();
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.line_soft));
        let chosen: Vec<&Line> = relation.lines.iter().filter(|line| cx.focus.selection.contains(&line.area)).collect();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(space::L);
            let count = words::chosen(chosen.len());
            let choices =
                [(Lower::Areas, words::ALL_AREAS), (Lower::Chosen, count.as_str()), (Lower::Pockets, words::POCKETS)];
            self.lower = segment(ui, self.lower, &choices).unwrap_or(self.lower);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(space::L);
                if chosen.is_empty() {
                    ui.add(Label::new(rich(words::CHOOSE_HINT, TypeStyle::Small, cx.tokens.text3)).truncate());
                    return;
                }
                if Button::link(words::CLEAR_SELECTION).show(ui).clicked() {
                    cx.outbox.push(Intent::SelectAreas(BTreeSet::new()));
                }
                let sum = relation.chosen_facts(&cx.snapshot.data, &chosen);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(rich(sum, TypeStyle::Small, cx.tokens.text2)).truncate());
                });
            });
        });
    }

    fn scatter(&self, ui: &mut Ui, cx: &mut PanelCx, relation: &Relation, pointed: &mut Option<AreaId>) {
        let axis = |card: &Card| Axis {
            title: words::axis(&card.name, &card.unit),
            unit: card.unit.clone(),
            decimals: card.decimals,
            city: card.city,
        };
        let legend = relation.legend(cx.tokens);
        let point = |line: &Line| {
            let class = line.class.filter(|class| !self.left_out.contains(class));
            let color = class.and_then(|class| legend.get(class)).map(|(_, color)| *color);
            Some(Point {
                area: line.area,
                name: line.name.clone(),
                x: line.against?.value?,
                y: line.shown?.value?,
                color,
                member: line.member,
            })
        };
        let points: Vec<Point> = relation.lines.iter().filter_map(point).collect();
        if relation.is_alone() || points.is_empty() {
            let hint = if relation.is_alone() { words::ONE_INDICATOR } else { words::NO_CORRELATION };
            ui.centered_and_justified(|ui| label::small(ui, hint));
            return;
        }
        let scatter = Scatter {
            points: &points,
            x: axis(&relation.against),
            y: axis(&relation.shown),
            current: cx.focus.area,
            chosen: &cx.focus.selection,
            pointed_at: self.hovered,
            line: relation.line,
        };
        let done = scatter.show(ui);
        *pointed = pointed.or(done.hovered);
        if let Some(framed) = done.framed {
            cx.outbox.push(Intent::SelectAreas(framed));
        }
        choose(cx, done.selected, done.toggled);
    }

    fn table(&mut self, ui: &mut Ui, cx: &mut PanelCx, relation: &Relation, pointed: &mut Option<AreaId>) {
        let rows = self.rows(cx, relation);
        if rows.is_empty() {
            ui.add_space(space::L);
            ui.horizontal(|ui| {
                ui.add_space(space::L);
                label::hint(ui, words::NOTHING_CHOSEN);
            });
            return;
        }
        let columns = relation.columns();
        let selected = rows.iter().position(|at| Some(relation.lines[*at].area) == cx.focus.area);
        let table = DataTable::new("zusammenhang", words::MAP, &columns)
            .rows(rows.len())
            .row_height(row::DENSE)
            .head_height(34.0)
            .selected(selected);
        let chosen = &cx.focus.selection;
        let response = table.show(ui, |index, row| relation.describe_marked(rows[index], chosen, row));
        let area = |index: Option<usize>| index.and_then(|index| rows.get(index)).map(|at| relation.lines[*at].area);
        *pointed = pointed.or(area(response.hovered));
        choose(cx, area(response.selected), area(response.toggled));
        let joining = if response.all { Some((0, rows.len() - 1)) } else { response.extended };
        if let Some((from, to)) = joining {
            let own = (from.min(to)..=from.max(to)).filter_map(|row| area(Some(row)));
            cx.outbox.push(Intent::SelectAreas(cx.focus.selection.iter().copied().chain(own).collect()));
        }
        if let Some(column) = response.sort {
            let order = match relation.key.sort.unwrap_or((1, Sort::Descending)) {
                (at, Sort::Descending) if at == column => Sort::Ascending,
                (at, Sort::Ascending) if at == column => Sort::Descending,
                _ if column == 1 || column == 2 => Sort::Descending,
                _ => Sort::Ascending,
            };
            self.sort = Some((column, order));
        }
    }
}

fn method_word(method: MapClasses) -> &'static str {
    match method {
        MapClasses::Quantiles => words::QUANTILES,
        MapClasses::EqualIntervals => words::EQUAL_INTERVALS,
        MapClasses::NaturalBreaks => words::NATURAL_BREAKS,
    }
}

/// Hands on what was selected, and what joins or leaves the selected set.
fn choose(cx: &mut PanelCx, selected: Option<AreaId>, toggled: Option<AreaId>) {
    if let Some(area) = toggled {
        let mut chosen = cx.focus.selection.clone();
        if !chosen.remove(&area) {
            chosen.insert(area);
        }
        cx.outbox.push(Intent::SelectAreas(chosen));
    }
    if let Some(area) = selected.filter(|area| cx.focus.area != Some(*area)) {
        cx.outbox.push(Intent::SelectArea(area));
    }
}

/// Remembers the selected set as a set of areas for comparison.
pub fn remember_button(ui: &mut Ui, cx: &mut PanelCx) {
    let reason = if !cx.writable() {
        Some(words::READ_ONLY)
    } else if cx.focus.selection.is_empty() {
        Some(words::NOTHING_CHOSEN)
    } else {
        None
    };
    let button = Button::primary(words::REMEMBER).icon(icon::PUSH_PIN).disabled_reason(reason);
    if button.show(ui).clicked() && reason.is_none() {
        cx.outbox.command(Command::Area(AreaCommand::AddSet(comparison_set(cx))));
    }
}

fn comparison_set(cx: &PanelCx) -> AreaSet {
    let data = &cx.snapshot.data;
    let free = |number: &usize| data.area_sets.iter().all(|set| set.code != words::set_code(*number));
    let number = (1..=data.area_sets.len() + 1).find(free).unwrap_or(data.area_sets.len() + 1);
    AreaSet {
        id: AreaSetId(0),
        code: words::set_code(number),
        name: words::set_name(number),
        state: AreaSetState::Auswahl,
        valid_from: None,
        valid_to: None,
        note: String::new(),
        members: cx.focus.selection.iter().copied().collect(),
    }
}

impl Choices {
    fn refresh(&mut self, cx: &PanelCx) {
        let run = cx.derived.ranking().map(|ranking| ranking.run.fingerprint.clone());
        let key = Some((cx.snapshot.data.revision, run, level(cx)));
        if self.key != key {
            self.cards = choices(cx);
            self.key = key;
        }
    }
}

/// Indicators with values on the level: those of the recipe first.
fn choices(cx: &PanelCx) -> Vec<(IndicatorId, String)> {
    let data = &cx.snapshot.data;
    let level = level(cx);
    let recipe = cx.derived.ranking().map(|ranking| ranking.run.indicators.as_slice()).unwrap_or_default();
    let mut cards: Vec<&Indicator> = recipe.iter().filter_map(|id| data.indicator(*id)).collect();
    cards.extend(data.indicators.iter().filter(|card| !recipe.contains(&card.id)));
    cards.retain(|card| period_of(cx, card.id, level).is_some());
    cards.into_iter().map(|card| (card.id, words::axis(&card.name, &card.unit))).collect()
}

fn toolbar(ui: &mut Ui, id: &'static str, show: impl FnOnce(&mut Ui)) {
    let tokens = crate::ui::widget::style::tokens(ui);
    super::strip(id, true, TOOLBAR).show(ui, |ui| {
        let rect = ui.max_rect();
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line_soft));
        ui.with_layout(Layout::left_to_right(Align::Center), show);
    });
}

fn choice(
    ui: &mut Ui,
    name: &str,
    current: IndicatorId,
    choices: &[(IndicatorId, String)],
    axis: &str,
    kept_free: f32,
) -> Option<IndicatorId> {
    ui.add_space(space::L);
    ui.label(rich(axis, TypeStyle::Small, crate::ui::widget::style::tokens(ui).text2));
    let width = (ui.available_width() - 16.0 - kept_free).clamp(90.0, 330.0);
    super::compact(ui, width, |ui| Combo::new(name).compact().width(width).show(ui, Some(&current), choices))
}

impl Relation {
    /// Words and colours of the classes, in the colours of these tokens.
    pub fn legend(&self, tokens: &Tokens) -> Vec<(String, Color)> {
        let count = self.labels.len();
        let color = |class: usize| match self.key.view {
            MapView::Classes => tokens.palettes.need(class, count),
            MapView::Deviation => tokens.palettes.deviation(class, count),
            MapView::Clusters if class == OUTSIDE => tokens.surface,
            MapView::Clusters => tokens.palettes.deviation(class, OUTSIDE),
        };
        self.labels.iter().enumerate().map(|(class, label)| (label.clone(), color(class))).collect()
    }

    fn legend_title(&self) -> String {
        match self.key.view {
            MapView::Classes => words::legend(self.labels.len(), &self.shown.unit, method_word(self.key.method)),
            MapView::Deviation => match self.shown.city {
                Some(city) => {
                    words::deviation_legend(&text::value_with_unit(city, self.shown.decimals, &self.shown.unit))
                }
                None => words::legend(self.labels.len(), &self.shown.unit, words::EQUAL_INTERVALS),
            },
            MapView::Clusters => words::CLUSTER_LEGEND.to_owned(),
        }
    }

    /// Whether there is no second indicator to set beside the first.
    fn is_alone(&self) -> bool {
        self.key.shown == self.key.against
    }

    /// Areas that the map does not show, or shows without colour, and why: a sentence each.
    fn absent(&self, data: &PlanningData, boundaries: bool) -> Vec<String> {
        let missing = self.missing();
        let unplaced = if boundaries { self.without_boundary(data) } else { Vec::new() };
        let outside = self.outside();
        let schematic = self.run().filter(|run| boundaries && run.source == PlaceSource::Tiles);
        let schematic = schematic.map(|_| words::SCHEMATIC_NEIGHBOURS.to_owned());
        let missing = (!missing.is_empty()).then(|| words::hatched(&missing));
        let unplaced = (!unplaced.is_empty()).then(|| words::without_boundary(&unplaced));
        let outside = (!outside.is_empty()).then(|| words::outside(&outside));
        missing.into_iter().chain(unplaced).chain(outside).chain(schematic).collect()
    }

    fn missing(&self) -> Vec<String> {
        let without = self.lines.iter().filter(|line| line.shown.is_none_or(|found| found.value.is_none()));
        let named = without.map(|line| {
            let status = line.shown.map(|found| text::status_label(found.status));
            words::without_value(&line.name, status.unwrap_or(words::NO_VALUE))
        });
        named.collect()
    }

    /// What may be said of the relation, or of the pattern where clusters are shown.
    fn sentence(&self) -> Option<String> {
        match (&self.space, self.key.view) {
            (Some(Space::Found(_)), _) => self.run().map(|run| {
                let moran = &run.global.moran;
                words::moran_sentence(moran.value, moran.expectation, moran.p_permutation)
            }),
            (Some(Space::Awaited), _) => Some(words::space_computing(0, 0)),
            (Some(Space::Refused(reason)), _) => Some(reason.clone()),
            (None, _) => self.correlation.map(|found| words::correlation(found.spearman, found.pearson, found.pairs)),
        }
    }

    fn explanation(&self, cx: &PanelCx) -> Option<Explanation> {
        match &self.space {
            Some(_) => self.explain_space(cx),
            None => self.explain_correlation(),
        }
    }

    fn explain_correlation(&self) -> Option<Explanation> {
        let found = self.correlation?;
        let mut steps = vec![
            (words::WHO.to_owned(), words::correlation_areas(found.pairs, self.lines.len())),
            (words::HOW.to_owned(), words::CORRELATION_HOW.to_owned()),
        ];
        if let Some(line) = self.line {
            let how =
                words::regression(&self.against.name, &self.shown.name, line.slope, line.slope_error, line.r_squared);
            steps.push((words::REGRESSION.to_owned(), how));
        }
        steps.push((words::CAVEAT.to_owned(), words::CORRELATION_CAVEAT.to_owned()));
        Some(Explanation {
            title: words::correlation_of(&self.against.name, &self.shown.name),
            figure: text::decimal(found.spearman, 2),
            of: words::values_of(&self.shown.period),
            steps,
        })
    }

    fn explain_space(&self, cx: &PanelCx) -> Option<Explanation> {
        let run = self.run()?;
        let steps = crate::analysis::space::window_lines(&cx.snapshot.data, run);
        Some(Explanation {
            title: words::moran_of(&self.shown.name),
            figure: text::decimal(run.global.moran.value, 3),
            of: words::values_of(&self.shown.period),
            steps: steps.into_iter().map(|line| (String::new(), line)).collect(),
        })
    }

    fn chosen_facts(&self, data: &PlanningData, chosen: &[&Line]) -> String {
        let period = data.periods.iter().rev().find(|period| {
            period.year.is_some() && chosen.iter().any(|line| data.population(line.area, period.id).is_some())
        });
        let persons: Option<f64> = period.and_then(|period| {
            chosen.iter().map(|line| data.population(line.area, period.id).and_then(|found| found.value)).sum()
        });
        let mut values: Vec<f64> = chosen.iter().filter_map(|line| line.shown?.value).collect();
        values.sort_by(f64::total_cmp);
        #[expect(clippy::cast_precision_loss, reason = "few areas")]
        let mean = (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
        let half = values.len() / 2;
        let median = match values.len() {
            0 => None,
            count if count % 2 == 1 => values.get(half).copied(),
            _ => values.get(half - 1).zip(values.get(half)).map(|(low, high)| f64::midpoint(*low, *high)),
        };
        words::chosen_facts(persons, mean.zip(median), self.shown.decimals, &self.shown.unit)
    }

    fn map_figure(&self, cx: &PanelCx, boundaries: bool, left_out: &[usize]) -> Figure {
        let rows = self.legend(crate::theme::report());
        let shape = |line: &Line| {
            let shape = MapShape {
                name: line.name.clone(),
                shown: line.shown.map_or_else(String::new, |found| {
                    text::value_or_sign(found.value, found.status, self.shown.decimals)
                }),
                class: line.class,
                rings: Vec::new(),
                outlined: line.member,
            };
            (line.area, shape)
        };
        let areas: Vec<(AreaId, MapShape)> = self.lines.iter().map(shape).collect();
        let off = |class: usize| left_out.contains(&class);
        let classes = rows.into_iter().enumerate().map(|(class, (label, colour))| SwatchRow {
            label: if off(class) { words::filtered_out(&label) } else { label },
            colour: if off(class) { crate::theme::report().surface } else { colour },
            // The favourable half of a diverging scale cannot be told apart in grey.
            hatched: self.key.view != MapView::Classes && class < 2 && !off(class),
        });
        let chart = AreaMapChart {
            indicator: self.shown.name.clone(),
            period: self.shown.period.clone(),
            method: self.legend_title(),
            classes: classes.collect(),
            shapes: picture::shapes(&cx.snapshot.data, self.key.level, &areas, boundaries),
            outline: if self.has_members() { words::OUTLINED.to_owned() } else { String::new() },
        };
        let title = match self.key.view {
            MapView::Classes | MapView::Deviation => words::axis(&self.shown.name, &self.shown.unit),
            MapView::Clusters => words::pattern_of(&self.shown.name),
        };
        let subtitle = words::map_subtitle(text::area_level_plural(self.key.level), &self.shown.period);
        let shown: Vec<Observation> = self.lines.iter().filter_map(|line| line.shown).collect();
        let period = self.shown.period.clone();
        let mut figure = picture::figure(cx, title, subtitle, ChartSpec::AreaMap(chart), &period, &shown);
        let tiles = TileMap::of(&cx.snapshot.data, self.key.level);
        figure.notes.insert(0, if boundaries { words::FROM_BOUNDARIES } else { tiles.note() }.to_owned());
        let unplaced = if boundaries { self.without_boundary(&cx.snapshot.data) } else { Vec::new() };
        figure.notes.extend((!unplaced.is_empty()).then(|| words::without_boundary(&unplaced)));
        let outside = self.outside();
        figure.notes.extend((!outside.is_empty()).then(|| words::outside(&outside)));
        if let Some(Space::Found(_)) = self.space {
            figure.notes.extend(self.sentence());
        }
        figure
    }

    fn scatter_figure(&self, cx: &PanelCx) -> Option<Figure> {
        if self.is_alone() {
            return None;
        }
        let rows = self.legend(crate::theme::report());
        let axis = |card: &Card| ScatterAxis {
            indicator: card.name.clone(),
            unit: card.unit.clone(),
            decimals: card.decimals,
            city: card.city,
        };
        let dot = |line: &Line| {
            Some(ScatterDot {
                name: line.name.clone(),
                x: line.against?.value?,
                y: line.shown?.value?,
                colour: line
                    .class
                    .and_then(|class| rows.get(class))
                    .map_or(crate::theme::report().surface, |(_, color)| *color),
                named: cx.focus.selection.contains(&line.area) || cx.focus.area == Some(line.area),
            })
        };
        let chart = ScatterChart {
            x: axis(&self.against),
            y: axis(&self.shown),
            dots: self.lines.iter().filter_map(dot).collect(),
            line: self.line.map(|line| (line.intercept, line.slope)),
            sentence: self.correlation.map_or_else(
                || words::NO_CORRELATION.to_owned(),
                |found| words::correlation(found.spearman, found.pearson, found.pairs),
            ),
        };
        let title = words::scatter_title(&self.shown.name, &self.against.name);
        let sentence = chart.sentence.clone();
        let shown: Vec<Observation> = self.lines.iter().flat_map(|line| [line.shown, line.against]).flatten().collect();
        let subtitle = words::map_subtitle(text::area_level_plural(self.key.level), &self.shown.period);
        let mut figure = picture::figure(cx, title, subtitle, ChartSpec::Scatter(chart), &self.shown.period, &shown);
        figure.notes.insert(0, sentence);
        Some(figure)
    }

    fn columns(&self) -> Vec<Column<'_>> {
        let sorted = self.key.sort.unwrap_or((1, Sort::Descending));
        let of = |at: usize| (sorted.0 == at).then_some(sorted.1);
        let mut columns = vec![
            Column::text(words::AREA).flex(130.0).sortable(of(0)),
            Column::number(self.shown.name.as_str()).unit(self.shown.unit.as_str()).flex(110.0).sortable(of(1)),
        ];
        if self.run().is_some() {
            columns.push(Column::number(words::NEIGHBOURS).fixed(92.0));
            columns.push(Column::text(words::PATTERN).flex(150.0));
            columns.push(Column::number(words::P_VALUE).fixed(80.0));
        } else {
            let title = self.against.name.as_str();
            columns.push(Column::number(title).unit(self.against.unit.as_str()).flex(110.0).sortable(of(2)));
            columns.push(Column::number(words::RANK).fixed(60.0).sortable(of(3)));
        }
        columns
    }

    fn describe_marked(&self, at: usize, chosen: &BTreeSet<AreaId>, row: &mut Row<'_>) {
        let line = &self.lines[at];
        if chosen.contains(&line.area) {
            row.strong(&line.name);
        } else {
            row.name(&line.name);
        }
        let print = |found: Observation, decimals: u8| text::value_or_sign(found.value, found.status, decimals);
        self.cells(line, row, print);
    }

    /// The table for the clipboard: numbers alone, the notes name the marks that they bear.
    fn copied(&self, cx: &PanelCx, rows: &[usize]) -> String {
        let columns = self.columns();
        let table = DataTable::new("zusammenhang", words::MAP, &columns).rows(rows.len());
        let print = |found: Observation, decimals: u8| {
            found.value.map_or_else(String::new, |value| text::decimal(value, decimals))
        };
        let table = table.tab_separated(&mut |index, row| {
            let line = &self.lines[rows[index]];
            row.name(&line.name);
            self.cells(line, row, print);
        });
        let own = |at: &usize| [self.lines[*at].shown, self.lines[*at].against];
        let shown: Vec<Observation> = rows.iter().flat_map(own).flatten().collect();
        let name = if self.run().is_some() {
            words::pattern_of(&self.shown.name)
        } else {
            words::scatter_title(&self.shown.name, &self.against.name)
        };
        let title = words::dated(&words::at_level(&name, text::area_level_plural(self.key.level)), &self.shown.period);
        let mut notes: Vec<String> = self.sentence().into_iter().collect();
        notes.extend(self.absent(&cx.snapshot.data, cx.derived.shapes(self.key.level).is_some()));
        picture::copied(cx, &title, &table, &self.shown.period, &shown, notes)
    }

    /// The hidden pockets for the clipboard.
    fn copied_pockets(&self, cx: &PanelCx) -> String {
        let data = &cx.snapshot.data;
        let Some(pockets) = &self.pockets else { return self.no_pockets().to_owned() };
        let found = &pockets.found;
        let name = |id: AreaId| data.area(id).map_or("", |area| area.name.as_str());
        let print = |value: f64| text::decimal(value, self.shown.decimals);
        let head = [
            words::AREA,
            words::VALUE,
            words::PLACE,
            words::AROUND,
            words::VALUE_AROUND,
            words::PLACE_AROUND,
            words::REASON,
        ];
        let card = data.indicator(self.key.shown);
        let row = |pocket: &HiddenPocket| {
            text::clipboard_row([
                name(pocket.area).to_owned(),
                print(pocket.value),
                text::count(pocket.place as u64),
                name(pocket.parent).to_owned(),
                print(pocket.parent_value),
                text::count(pocket.parent_place as u64),
                found.reason(data, card, pocket),
            ])
        };
        let table: Vec<String> =
            std::iter::once(text::clipboard_row(head)).chain(found.pockets.iter().map(row)).collect();
        let levels = (text::area_level_plural(pockets.small), text::area_level_plural(pockets.around));
        let title = words::dated(&words::pockets_of(&self.shown.name, levels.0, levels.1), &self.shown.period);
        let mut notes = vec![self.pockets_basis(pockets)];
        if found.pockets.is_empty() {
            notes.push(words::NO_POCKETS.to_owned());
        }
        let aside = found.set_aside.iter();
        notes.extend(aside.map(|(area, reason)| crate::analysis::structure::set_aside_reason(data, *area, *reason)));
        let shown: Vec<Observation> = self.lines.iter().filter_map(|line| line.shown).collect();
        picture::copied(cx, &title, &table.join("\n"), &self.shown.period, &shown, notes)
    }

    /// Why no hidden pockets can be looked for.
    fn no_pockets(&self) -> &'static str {
        let judged = self.shown.direction != Direction::Context;
        if judged { words::NO_FINER_LEVEL } else { words::NO_POCKETS_OF_CONTEXT }
    }

    /// What was looked for among whom; that the areas around are not those in view, where it is so.
    fn pockets_basis(&self, pockets: &Pockets) -> String {
        let small = text::area_level_plural(pockets.small);
        let basis = words::pockets_basis(small, pockets.found.areas);
        if pockets.around == self.key.level {
            return basis;
        }
        let (around, own) = (text::area_level_plural(pockets.around), text::area_level_plural(self.key.level));
        format!("{basis} {}", words::pockets_in_districts(small, around, own))
    }

    fn cells(&self, line: &Line, row: &mut Row<'_>, print: fn(Observation, u8) -> String) {
        let value = |row: &mut Row<'_>, found: Option<Observation>, decimals: u8| match found {
            None => row.empty(),
            Some(found) if found.value.is_none() => row.sign(text::status_sign(found.status)),
            Some(found) => row.text(&print(found, decimals)),
        };
        value(row, line.shown, self.shown.decimals);
        if self.run().is_some() {
            match self.local(line.area) {
                Some(local) => {
                    row.text(&text::decimal(local.lag, self.shown.decimals));
                    row.small(
                        line.class.and_then(|class| words::CLUSTERS_SHORT.get(class)).copied().unwrap_or_default(),
                    );
                    row.text(&local.p_corrected.map(crate::text::space::p_value).unwrap_or_default());
                }
                None => (0..3).for_each(|_| row.empty()),
            }
            return;
        }
        value(row, line.against, self.against.decimals);
        match line.rank {
            Some(rank) => row.text(&text::place(rank)),
            None => row.empty(),
        }
    }

    /// Small areas under great strain in larger ones that do not stand out.
    fn show_pockets(&self, ui: &mut Ui, cx: &mut PanelCx) -> Asked {
        let data = &cx.snapshot.data;
        let mut asked = Asked::Nothing;
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::same(12)).show(ui, |ui| {
                let Some(found) = &self.pockets else {
                    label::hint(ui, self.no_pockets());
                    return;
                };
                label::small(ui, &self.pockets_basis(found));
                let pockets = &found.found;
                if pockets.pockets.is_empty() {
                    label::body(ui, words::NO_POCKETS);
                }
                let card = data.indicator(self.key.shown);
                for pocket in &pockets.pockets {
                    label::body(ui, &pockets.reason(data, card, pocket));
                    ui.horizontal(|ui| {
                        let small = data.area(pocket.area).map_or("", |area| area.name.as_str());
                        let large = data.area(pocket.parent).map_or("", |area| area.name.as_str());
                        if Button::link(&words::profile_of(small)).show(ui).clicked() {
                            cx.outbox.push(Intent::SelectArea(pocket.area));
                            asked = Asked::Profile;
                        }
                        let on_map = found.around == self.key.level;
                        if on_map && Button::link(&words::show_on_map(large)).show(ui).clicked() {
                            cx.outbox.push(Intent::SelectArea(pocket.parent));
                        }
                    });
                    ui.add_space(space::M);
                }
                for (area, reason) in &pockets.set_aside {
                    label::small(ui, &crate::analysis::structure::set_aside_reason(data, *area, *reason));
                }
            });
        });
        asked
    }
}
