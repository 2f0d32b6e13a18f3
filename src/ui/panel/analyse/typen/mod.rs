//! The tab *Typen*: types of areas on a map and as profiles, similar areas, segregation, hidden pockets, the scale.

mod map;
mod profiles;
mod tables;

pub use self::map::figure;
use super::relation::level;
use super::under_way::{self, UnderWay, Work};
use crate::analysis::structure::Method;
use crate::domain::{Direction, IndicatorId, TypeName};
use crate::text::panel::{analyse as analyse_words, typen as words};
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::field::check_box;
use crate::ui::widget::notice::notice;
use crate::ui::widget::style::{line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{AnalysisOrder, Intent, PanelCx, TypesOrder, TypesView, picture};
use egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, Popup, PopupCloseBehavior, ScrollArea, Ui};

const TOOLBAR: f32 = 36.0;
/// Margin inside the panes.
const MARGIN: i8 = 12;

/// State of the tab: how types are formed, and what stands on the right.
#[derive(Default)]
pub struct TypenTab {
    method: Method,
    types: Option<usize>,
    seed: u64,
    side: Side,
    open: bool,
    /// The indicators that were chosen one by one; those of the recipe if none were.
    chosen: Option<Vec<IndicatorId>>,
    under_way: UnderWay,
}

/// What stands on the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Types,
    Similar,
    Segregation,
    Pockets,
    Scale,
}

impl TypenTab {
    /// Draws the tab.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let order = TypesOrder {
            level: level(cx),
            area: cx.focus.area,
            method: self.method,
            types: self.types,
            seed: self.seed + 1,
            indicators: self.chosen.clone(),
        };
        if cx.derived.types_order.as_ref() != Some(&order) {
            cx.outbox.push(Intent::Analyse(AnalysisOrder::Types(order.clone())));
        }
        let found = &cx.derived.types;
        let work = Work {
            words: words::COMPUTING,
            asked: cx.derived.types_order.as_ref() == Some(&order),
            current: found.current,
            state: found.progress,
        };
        let view = found.value.clone();
        let Some(view) = view.as_deref().and_then(|view| view.as_ref().ok()) else {
            return under_way::alone(ui, cx, work);
        };
        self.under_way.beside(ui, cx, "typen-laeuft", work);
        if view.period.is_empty() {
            return super::empty(ui, cx, words::EMPTY_TITLE, words::NO_PERIOD);
        }
        self.toolbar(ui, cx, view);
        self.body(ui, cx, view);
    }

    /// The table on the right as tab-separated text.
    pub fn copied(&mut self, cx: &PanelCx) -> Option<String> {
        let view = cx.derived.types.value.as_deref()?.as_ref().ok()?;
        let own = view.order.area.and_then(|area| cx.snapshot.data.area(area)).map_or("", |area| area.name.as_str());
        let (title, table) = match self.side {
            Side::Types => (words::FIGURE_TITLE.to_owned(), profiles::copied(cx, view, &names(cx, view))),
            Side::Similar => (words::similar_to(own), tables::similar_copied(cx, view)),
            Side::Segregation => (words::SEGREGATION.to_owned(), tables::segregation_copied(view)),
            Side::Pockets => (words::POCKETS.to_owned(), tables::pockets_copied(cx, view)),
            Side::Scale => (words::SCALE.to_owned(), tables::scale_copied(view)),
        };
        let title = analyse_words::dated(&title, &view.period);
        Some(picture::copied(cx, &title, &table, &view.period, &map::observations(cx, view), view.method.clone()))
    }

    fn toolbar(&mut self, ui: &mut Ui, cx: &PanelCx, view: &TypesView) {
        super::strip("typen-kopf", true, TOOLBAR).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line_soft));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::L);
                let methods = [(Method::KMeans, words::K_MEANS), (Method::Ward, words::WARD)];
                if let Some(method) = segment(ui, self.method, &methods) {
                    (self.method, self.types) = (method, None);
                }
                self.choose_indicators(ui, cx, view);
                if let Ok(typology) = &view.typology {
                    let choices: Vec<(usize, String)> = view
                        .counts
                        .iter()
                        .map(|own| (own.clusters, words::number_of_types(own.clusters, own.silhouette, own.proposed)))
                        .collect();
                    let current = typology.choice.clusters;
                    let chosen = super::compact(ui, 300.0, |ui| {
                        Combo::new(words::NUMBER).compact().width(300.0).show(ui, Some(&current), &choices)
                    });
                    self.types = chosen.or(self.types);
                    if self.method == Method::KMeans {
                        let button = Button::ghost(words::NEW_SEED).icon(icon::ARROWS_CLOCKWISE).compact();
                        if button.show(ui).clicked() {
                            self.seed += 1;
                        }
                    }
                }
                ui.label(rich(format!("{} {}", words::PERIOD, view.period), TypeStyle::Small, cx.tokens.text2));
            });
        });
    }

    /// All indicators with values, with a tick at those that take part.
    fn choose_indicators(&mut self, ui: &mut Ui, cx: &PanelCx, view: &TypesView) {
        let now = &view.indicators;
        let is_context =
            |id: &IndicatorId| cx.snapshot.data.indicator(*id).is_none_or(|card| card.direction == Direction::Context);
        let context = now.iter().filter(|id| is_context(id)).count();
        let button = Button::secondary(&words::chosen(now.len(), context)).compact().caret().show(ui);
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(320.0);
        let mut switched = None;
        popup.accessible_name(words::INDICATORS).show(|ui| {
            ScrollArea::vertical().max_height(380.0).min_scrolled_height(380.0).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (title, context) in [(words::MEAN_NEED, false), (words::ONLY_CONTEXT, true)] {
                    let mut choices = view.choices.iter().filter(|(id, _)| is_context(id) == context).peekable();
                    if choices.peek().is_some() {
                        label::hint(ui, title);
                    }
                    for (id, name) in choices {
                        if check_box(ui, now.contains(id), name).is_some() {
                            switched = Some(*id);
                        }
                    }
                }
            });
        });
        if let Some(id) = switched {
            let mut chosen = now.clone();
            match chosen.iter().position(|own| *own == id) {
                Some(at) => drop(chosen.remove(at)),
                None => chosen.push(id),
            }
            chosen.sort_unstable();
            self.chosen = Some(chosen);
            self.types = None;
        }
    }

    fn body(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &TypesView) {
        let width = (ui.available_width() * 0.56).clamp(440.0, 1000.0).floor();
        let right = Panel::right("typen-rechts").exact_size(width).resizable(false).show_separator_line(false);
        right.frame(Frame::NONE).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            self.right(ui, cx, view);
        });
        let height = if self.open { (ui.available_height() * 0.45).floor() } else { 34.0 };
        let below = Panel::bottom("typen-rechnung").exact_size(height).resizable(false).show_separator_line(false);
        below.frame(Frame::NONE.inner_margin(Margin::symmetric(MARGIN, 4))).show(ui, |ui| self.method(ui, view));
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| match &view.typology {
            Ok(typology) => map::show(ui, cx, view, typology, &names(cx, view)),
            Err(reason) => refused(ui, reason),
        });
    }

    fn method(&mut self, ui: &mut Ui, view: &TypesView) {
        let caret = if self.open { icon::CARET_DOWN } else { icon::CARET_RIGHT };
        if Button::ghost(words::METHOD).icon(caret).compact().show(ui).clicked() {
            self.open = !self.open;
        }
        if self.open {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                view.method.iter().for_each(|line| {
                    label::small(ui, line);
                });
            });
        }
    }

    fn right(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &TypesView) {
        super::strip("typen-seite", true, TOOLBAR).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, cx.tokens.line_soft));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::L);
                let sides = [
                    (Side::Types, words::TYPES),
                    (Side::Similar, words::SIMILAR),
                    (Side::Segregation, words::SEGREGATION),
                    (Side::Pockets, words::POCKETS),
                    (Side::Scale, words::SCALE),
                ];
                // The first is called as the tab is: it gets an identity of its own.
                self.side = ui.push_id("typen-seite", |ui| segment(ui, self.side, &sides)).inner.unwrap_or(self.side);
            });
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| match self.side {
            Side::Types => profiles::show(ui, cx, view, &names(cx, view)),
            Side::Similar => tables::similar(ui, cx, view),
            Side::Segregation => tables::segregation(ui, cx, view),
            Side::Pockets => tables::pockets(ui, cx, view),
            Side::Scale => tables::scale(ui, view),
        });
    }
}

/// The name of each type: the planner's own one, else the proposed one.
pub(super) fn names(cx: &PanelCx, view: &TypesView) -> Vec<String> {
    let grouping = view.order.grouping(view.names.len());
    let own = |at: usize| own_name(cx, &grouping, at).map(|own| own.name.clone());
    view.names.iter().enumerate().map(|(at, proposed)| own(at).unwrap_or_else(|| proposed.clone())).collect()
}

/// The name that the planner gave to a type.
fn own_name<'a>(cx: &PanelCx<'a>, grouping: &str, at: usize) -> Option<&'a TypeName> {
    let snapshot = cx.snapshot;
    snapshot.type_names.iter().find(|own| own.grouping == grouping && own.number as usize == at)
}

/// Why there is nothing to show, and what to do.
fn refused(ui: &mut Ui, reason: &str) {
    Frame::NONE.inner_margin(Margin::same(MARGIN)).show(ui, |ui| notice(ui, Tone::Info, reason, None));
}
