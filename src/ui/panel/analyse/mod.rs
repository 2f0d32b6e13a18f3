//! The place Analyse: the profile of an area, patterns over areas, the table of values.

mod matrix;
mod profile;
mod profile_explain;
mod profile_view;
mod published;
mod relation;
mod relation_data;
mod relation_figure;
mod relation_pockets;
mod relation_said;
mod relation_table;
mod scatter;
mod takeover;
mod typen;
mod under_way;
mod zeit;

use crate::chart::Figure;
use crate::domain::{Area, AreaId, Handlungsprogramm, IndicatorId};
use crate::text::{self, panel::analyse as words, panel::typen as typen_words, panel::zeit as zeit_words};
use crate::theme::{TypeStyle, control, space, stroke};
use crate::ui::takeover::Size;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::empty_state::{EmptyChoice, EmptyState};
use crate::ui::widget::field::check_box;
use crate::ui::widget::style::{line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Inspected, Intent, PanelCx, Section, UiAction, ViewHeader, picture, section_label};
use egui::{Align, CentralPanel, Frame, Label, Layout, Panel, Ui, vec2};
use profile::Profile;
use published::Figure as PublishedFigure;
use std::sync::Arc;

const TABS: [&str; 5] = [words::PROFILE, words::TABLE, words::RELATION, zeit_words::TAB, typen_words::TAB];
const SHORT: f32 = 44.0;
const REFERENCES: f32 = 34.0;
const PUBLISHED_HEAD: f32 = 30.0;
/// Below this height an empty state stands without its sketch.
const SKETCH: f32 = 420.0;
/// Below this height the published figures are folded unless asked for.
const ROOMY: f32 = 620.0;

/// State of the place: tab, selection, and what was looked up for the area in view.
#[derive(Default)]
pub struct AnalysePanel {
    tab: usize,
    selected: Option<IndicatorId>,
    published_open: Option<bool>,
    chosen_references: [ReferenceChoice; 2],
    /// Whether intervals and smoothed rates stand beside the values.
    intervals: bool,
    /// The column of the profile that the keyboard is at.
    cursor: usize,
    cached: Option<Cached>,
    relation: relation::RelationTab,
    matrix: matrix::MatrixTab,
    zeit: zeit::ZeitTab,
    typen: typen::TypenTab,
}

/// Which area stands as a reference in the profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ReferenceChoice {
    /// The least or most burdened one of the ranking.
    #[default]
    Proposed,
    /// This one.
    Area(AreaId),
}

/// What the profile rests on.
type Key = (u64, Option<String>, AreaId, Vec<AreaId>);

struct Cached {
    key: Key,
    profile: Profile,
    figures: Vec<PublishedFigure>,
}

impl AnalysePanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        self.refresh(cx);
        self.head(ui, cx);
        match self.tab {
            0 => self.profile(ui, cx),
            1 => self.matrix.show(ui, cx),
            2 => {
                if self.relation.show(ui, cx) == relation::Asked::Profile {
                    self.tab = 0;
                }
            }
            3 => self.zeit.show(ui, cx),
            _ => self.typen.show(ui, cx),
        }
    }

    fn refresh(&mut self, cx: &PanelCx) {
        let Some(area) = cx.area() else {
            self.cached = None;
            return;
        };
        let fingerprint = cx.derived.ranking().map(|ranking| ranking.run.fingerprint.clone());
        let references = self.references(cx, area);
        let key = (cx.snapshot.data.revision, fingerprint, area.id, references.clone());
        if self.cached.as_ref().is_some_and(|cached| cached.key == key) {
            return;
        }
        let figures = published::figures(&cx.snapshot.data, area);
        self.cached = Some(Cached { key, profile: Profile::of(cx, area, &references), figures });
    }

    /// The areas that the profile is set against: as chosen, else as the ranking proposes.
    fn references(&self, cx: &PanelCx, area: &Area) -> Vec<AreaId> {
        let proposed = profile::proposed_references(cx.derived.ranking(), area.id);
        let chosen = |at: usize| match self.chosen_references[at] {
            ReferenceChoice::Proposed => proposed.get(at).copied(),
            ReferenceChoice::Area(chosen) => Some(chosen).filter(|id| *id != area.id),
        };
        (0..2)
            .filter_map(chosen)
            .filter(|id| cx.snapshot.data.area(*id).is_some_and(|at| at.level == area.level))
            .collect()
    }

    fn head(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let mut tab = self.tab;
        ViewHeader::new(section_label(Section::Analyse)).tabs(&TABS, &mut tab).show(ui, cx, |ui, cx| {
            match self.tab {
                0 => self.take_over_button(ui, cx),
                2 => relation::remember_button(ui, cx),
                _ => {}
            }
            self.picture_buttons(ui, cx);
            let copy = Button::icon_only(icon::TABLE, words::COPY).show(ui).clicked();
            if copy || cx.triggered(UiAction::CopyTable) {
                self.copy(cx);
            }
        });
        self.tab = tab;
        // With nothing explained yet, the inspector opens with the number that the view is about.
        if cx.triggered(UiAction::Inspector) && !cx.focus.inspector_open {
            self.explain(cx);
        }
    }

    /// Save and copy what is in view as a picture.
    fn picture_buttons(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let names: &[&str] = match self.tab {
            0 => &[words::PROFILE_FIGURE],
            1 => &[words::MATRIX_FIGURE],
            2 => &[words::MAP_FIGURE, words::SCATTER_FIGURE],
            3 => &[zeit_words::FIGURE],
            _ => &[typen_words::FIGURE],
        };
        picture::buttons(ui, cx, names, |cx, at| self.figure(cx, at));
    }

    fn figure(&mut self, cx: &PanelCx, at: usize) -> Option<Figure> {
        match (self.tab, at) {
            (0, _) => {
                let cached = self.cached.as_ref()?;
                Some(profile_view::figure(cx, cx.area()?, &cached.profile))
            }
            (1, _) => self.matrix.figure(cx),
            (3, _) => self.zeit.figure(cx),
            (4, _) => typen::figure(cx),
            (_, 0) => self.relation.map_figure(cx),
            _ => self.relation.scatter_figure(cx),
        }
    }

    fn explain(&mut self, cx: &mut PanelCx) {
        match self.tab {
            0 => {
                let line = self.cached.as_ref().and_then(|cached| {
                    let chosen = self.selected.and_then(|id| cached.profile.lines.iter().find(|l| l.indicator == id));
                    chosen.or(cached.profile.lines.first())
                });
                if let (Some(line), Some(area)) = (line, cx.area()) {
                    let (indicator, area, period) = (line.indicator, area.id, line.period);
                    cx.outbox.push(Intent::Inspect(Inspected::Value { indicator, area, period }));
                }
            }
            2 => {
                if let Some(explanation) = self.relation.explanation(cx) {
                    cx.outbox.push(Intent::Explain(Arc::new(explanation)));
                }
            }
            _ => {}
        }
    }

    fn copy(&mut self, cx: &mut PanelCx) {
        let text = match self.tab {
            0 => self
                .cached
                .as_ref()
                .zip(cx.area())
                .map(|(cached, area)| profile_view::copied(cx, area, &cached.profile, self.intervals)),
            1 => self.matrix.copied(cx),
            2 => self.relation.copied(cx),
            3 => self.zeit.copied(cx),
            _ => self.typen.copied(cx),
        };
        if let Some(text) = text {
            cx.outbox.push(Intent::Copy(text));
        }
    }

    fn take_over_button(&self, ui: &mut Ui, cx: &mut PanelCx) {
        let programme = cx.area().and_then(|area| cx.snapshot.programme_of(area.id));
        let driver = self.cached.as_ref().is_some_and(|cached| cached.profile.driver.is_some());
        let reason = match programme {
            None => Some(words::NO_PROGRAMME),
            Some(_) if !cx.writable() => Some(words::READ_ONLY),
            Some(_) if !driver => Some(words::NO_RANKING),
            Some(_) => None,
        };
        let has_profile = self.cached.as_ref().is_some_and(|cached| !cached.profile.lines.is_empty());
        // Without values the empty state holds the one primary button.
        let button = if has_profile { Button::primary(words::TAKE_OVER) } else { Button::secondary(words::TAKE_OVER) };
        let button = button.icon(icon::FILE_TEXT).disabled_reason(reason);
        if let (true, None, Some(programme)) = (button.show(ui).clicked(), reason, programme) {
            self.take_over(cx, programme);
        }
    }

    fn take_over(&self, cx: &mut PanelCx, programme: &Handlungsprogramm) {
        let found = self.cached.as_ref().zip(cx.area());
        if let Some(found) =
            found.and_then(|(cached, area)| takeover::profile(&cx.snapshot.data, area, &cached.profile))
        {
            crate::ui::takeover::take(cx, programme.id, found.section, found.text);
        }
    }

    fn profile(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let snapshot = cx.snapshot;
        let Some(area) = cx.focus.area.and_then(|id| snapshot.data.area(id)) else {
            no_area(ui, cx);
            return;
        };
        let Some(cached) = self.cached.take() else { return };
        if cached.profile.lines.is_empty() && cached.figures.is_empty() {
            no_values(ui, cx, area);
        } else {
            strip("profil-kopf", true, profile_view::HEAD).show(ui, |ui| profile_view::head(ui, cx, area));
            strip("profil-bezug", true, REFERENCES).show(ui, |ui| self.reference_bar(ui, cx, area, &cached.profile));
            self.feet(ui, cx, area, &cached);
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                if cached.profile.lines.is_empty() {
                    no_values(ui, cx, area);
                } else {
                    self.table(ui, cx, area, &cached.profile);
                }
            });
        }
        self.cached = Some(cached);
    }

    /// Which two areas the profile is set against.
    fn reference_bar(&mut self, ui: &mut Ui, cx: &PanelCx, area: &Area, profile: &Profile) {
        let data = &cx.snapshot.data;
        let proposed = profile::proposed_references(cx.derived.ranking(), area.id);
        let others: Vec<&Area> = data.areas_of(area.level).filter(|other| other.id != area.id).collect();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(space::XL);
            ui.label(rich(words::SET_AGAINST, TypeStyle::Small, cx.tokens.text2));
            for (at, name) in [words::REFERENCE_LOW, words::REFERENCE_HIGH].into_iter().enumerate() {
                let of =
                    proposed.get(at).and_then(|id| data.area(*id)).map_or(words::NOBODY, |area| area.name.as_str());
                let mut choices = vec![(ReferenceChoice::Proposed, words::proposed(of))];
                choices.extend(others.iter().map(|other| (ReferenceChoice::Area(other.id), other.name.clone())));
                let current = self.chosen_references[at];
                let combo = Combo::new(name).compact().width(230.0);
                if let Some(chosen) = compact(ui, 230.0, |ui| combo.show(ui, Some(&current), &choices)) {
                    self.chosen_references[at] = chosen;
                }
            }
            ui.add_space(space::L);
            self.intervals = check_box(ui, self.intervals, words::SHOW_INTERVALS).unwrap_or(self.intervals);
            if self.intervals && profile.lines.iter().all(|line| line.interval.is_none()) {
                let hint = rich(words::NO_COUNTS, TypeStyle::Small, cx.tokens.text3);
                ui.add(Label::new(hint).truncate()).on_hover_text(words::NO_COUNTS);
            }
        });
    }

    /// Legend, short text and published figures, from the bottom.
    fn feet(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: &Area, cached: &Cached) {
        let roomy = ui.available_height() >= ROOMY;
        if !cached.profile.lines.is_empty() {
            strip("profil-legende", false, profile_view::legend_height(ui, area, &cached.profile))
                .show(ui, |ui| profile_view::legend(ui, area, &cached.profile));
            strip("profil-kurzfassung", false, SHORT).show(ui, |ui| short_text(ui, cx, area, &cached.profile));
        }
        if cached.figures.is_empty() {
            return;
        }
        let open = self.published_open.unwrap_or(roomy) || cached.profile.lines.is_empty();
        #[expect(clippy::cast_precision_loss, reason = "few figures")]
        let rows = cached.figures.len() as f32 + 1.1;
        let body = if open { (rows * 25.0).min((ui.available_height() * 0.28).floor()) } else { 0.0 };
        strip("profil-veroeffentlicht", false, PUBLISHED_HEAD + body).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.line));
            ui.spacing_mut().item_spacing.y = 0.0;
            let size = vec2(ui.available_width(), PUBLISHED_HEAD);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::S);
                let caret = if open { icon::CARET_DOWN } else { icon::CARET_RIGHT };
                if Button::ghost(&words::published(cached.figures.len())).icon(caret).compact().show(ui).clicked() {
                    self.published_open = Some(!open);
                }
                let hint = rich(words::PUBLISHED_HINT, TypeStyle::Small, cx.tokens.text3);
                ui.add(Label::new(hint).truncate());
            });
            if open {
                published::show(ui, cx, area.id, &cached.figures);
            }
        });
    }

    fn table(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: &Area, profile: &Profile) {
        let selected = self.selected.and_then(|id| profile.lines.iter().position(|line| line.indicator == id));
        let done = profile_view::table(ui, cx, area, profile, selected, self.intervals, &mut self.cursor);
        if let Some((row, dot)) = done.dot {
            cx.outbox.push(Intent::SelectArea(profile.lines[row].dot_areas[dot]));
            return;
        }
        if let Some((line, what)) = done.asked.and_then(|(row, what)| Some((profile.lines.get(row)?, what))) {
            let found = profile_explain::explanation(cx, area, profile, line, what);
            let city = cx.snapshot.data.city().filter(|_| what == profile_view::Computed::City);
            cx.outbox.push(match found {
                None if let Some(city) = city => {
                    let (indicator, area, period) = (line.indicator, city.id, line.period);
                    Intent::Inspect(Inspected::Value { indicator, area, period })
                }
                Some(explanation) => Intent::Explain(Arc::new(explanation)),
                None => {
                    Intent::Inspect(Inspected::Value { indicator: line.indicator, area: area.id, period: line.period })
                }
            });
        }
        if let Some(line) = done.selected.and_then(|row| profile.lines.get(row)) {
            self.selected = Some(line.indicator);
        }
        if let Some(line) = done.opened.and_then(|row| profile.lines.get(row)) {
            let (indicator, period) = (line.indicator, line.period);
            cx.outbox.push(Intent::Inspect(Inspected::Value { indicator, area: area.id, period }));
        }
    }
}

fn strip(id: &'static str, top: bool, height: f32) -> Panel {
    let panel = if top { Panel::top(id) } else { Panel::bottom(id) };
    panel.exact_size(height).resizable(false).show_separator_line(false).frame(Frame::NONE)
}

/// A place of the height of a compact list, so that it stands in the middle of a toolbar.
fn compact<R>(ui: &mut Ui, width: f32, show: impl FnOnce(&mut Ui) -> R) -> R {
    ui.allocate_ui(vec2(width, control::COMPACT), show).inner
}

fn short_text(ui: &mut Ui, cx: &mut PanelCx, area: &Area, profile: &Profile) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.line));
    let driver = profile
        .driver
        .and_then(|at| profile.lines.get(at))
        .map(|line| words::Driver { name: &line.name, z: line.normalised.filter(|_| profile.z_values) });
    let sentence = words::short_text(profile.burden, driver.as_ref());
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space::XL);
        label::h3(ui, words::SHORT);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::XL);
            if Button::icon_only(icon::QUOTES, words::COPY_SENTENCE).compact().show(ui).clicked() {
                cx.outbox.push(Intent::Copy(sentence.clone()));
            }
            let found = |cx: &PanelCx| takeover::profile(&cx.snapshot.data, area, profile);
            crate::ui::takeover::button(ui, cx, Size::Worded, found);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(rich(sentence.as_str(), TypeStyle::Body, cx.tokens.text2)).truncate());
            });
        });
    });
}

fn no_area(ui: &mut Ui, cx: &mut PanelCx) {
    if !cx.snapshot.data.areas.is_empty() {
        EmptyState::new(words::NO_AREA_TITLE, words::NO_AREA).show(ui);
        return;
    }
    let empty = EmptyState::new(words::NO_AREA_TITLE, words::NO_AREAS).primary(icon::UPLOAD_SIMPLE, words::EMPTY_READ);
    if empty.show(ui).is_some() {
        cx.outbox.action(UiAction::ImportTable);
    }
}

fn no_values(ui: &mut Ui, cx: &mut PanelCx, area: &Area) {
    let sentence = words::empty_sentence(&area.name, text::area_level(area.level));
    empty(ui, cx, words::EMPTY_TITLE, &sentence);
}

/// An empty state with the ways to values.
fn empty(ui: &mut Ui, cx: &mut PanelCx, title: &str, sentence: &str) {
    let empty = EmptyState::new(title, sentence)
        .primary(icon::UPLOAD_SIMPLE, words::EMPTY_READ)
        .secondary(icon::FLASK, words::EMPTY_SAMPLE);
    let empty = if ui.available_height() < SKETCH { empty.plain() } else { empty };
    match empty.show(ui) {
        Some(EmptyChoice::Primary) => cx.outbox.action(UiAction::ImportTable),
        Some(EmptyChoice::Secondary) => cx.outbox.action(UiAction::OpenSample),
        None => {}
    }
}
