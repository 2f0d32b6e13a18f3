//! An indicator as a map, and beside a second one as a scatter and a table: one selection and one pointer in all three.

use super::relation_data::{
    Card, Key, Line, LocalPattern, Lower, MapView, Relation, Space, period_of, space_answer, space_order,
};
use super::scatter::{Axis, Point, Scatter};
use crate::analysis::MapClasses;
use crate::analysis::space::NeighbourRule;
use crate::chart::Figure;
use crate::domain::{AreaId, AreaLevel, AreaSet, AreaSetId, AreaSetState, Indicator, IndicatorId};
use crate::project::{AreaCommand, Command};
use crate::text::{self, panel::analyse as words, panel::widget as map_words};
use crate::theme::{Color, TypeStyle, row, space, stroke};
use crate::ui::tile_map::TileMap;
use crate::ui::widget::area_map::{AreaMap, filter_legend};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::data_table::{DataTable, Sort};
use crate::ui::widget::progress::progress;
use crate::ui::widget::style::{line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{AnalysisOrder, Explanation, Intent, PanelCx};
use egui::{Align, CentralPanel, Frame, Label, Layout, Margin, Panel, Ui};
use std::collections::BTreeSet;
use std::sync::Arc;

const TOOLBAR: f32 = 36.0;
/// Width of the choice of neighbours: its longest entry in full.
const NEIGHBOURS: f32 = 220.0;

/// State of the tab: the two indicators, how they are shown, and what was looked up for them.
#[derive(Default)]
pub struct RelationTab {
    shown: Option<IndicatorId>,
    against: Option<IndicatorId>,
    sort: Option<(usize, Sort)>,
    method: MapClasses,
    seven: bool,
    view: MapView,
    local: LocalPattern,
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
        let rest = (ui.available_width() - width).max(0.0);
        let left = Panel::left("zusammenhang-links").exact_size(rest).resizable(false).show_separator_line(false);
        let mut asked = Asked::Nothing;
        let mut pointed = None;
        // The map comes first, also for Tab.
        left.frame(Frame::NONE).show(ui, |ui| {
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
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
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
            local: self.local,
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
            if done.extends {
                let joining = cx.focus.area.into_iter().chain(done.selected);
                cx.outbox.push(Intent::SelectAreas(cx.focus.selection.iter().copied().chain(joining).collect()));
            }
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
            if relation.key.view == MapView::Clusters {
                ui.with_layout(Layout::bottom_up(Align::Max), |ui| self.pattern_choice(ui));
                return;
            }
            // At the foot, beside the shortest entries: the title has the width to itself.
            ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
                ui.spacing_mut().item_spacing.x = space::M;
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

    /// Which local statistic colours the map, and who is a neighbour; from the bottom.
    fn pattern_choice(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = space::XS;
        let choices = [
            (Neighbourhood::Queen, words::QUEEN),
            (Neighbourhood::Rook, words::ROOK),
            (Neighbourhood::Nearest(4), words::NEAREST_4),
            (Neighbourhood::Nearest(6), words::NEAREST_6),
        ];
        let width = NEIGHBOURS.min(ui.available_width());
        let combo = Combo::new(words::NEIGHBOUR_RULE).compact().width(width);
        let chosen = super::compact(ui, width, |ui| combo.show(ui, Some(&self.neighbours), &choices));
        self.neighbours = chosen.unwrap_or(self.neighbours);
        let patterns = [(LocalPattern::Moran, words::LOCAL_MORAN), (LocalPattern::GStar, words::G_STAR)];
        if let Some(local) = segment(ui, self.local, &patterns) {
            self.local = local;
            self.left_out.clear();
        }
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
