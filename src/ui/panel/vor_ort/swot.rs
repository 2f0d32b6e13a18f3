//! Strengths and weaknesses, chances and risks: statements that were sorted, on a board of four.

use super::aussagen::{form, stance_mark};
use super::evidence::evidence;
use super::pane;
use crate::domain::{AreaId, Aussage, AussageId, Swot};
use crate::project::{Command, VorOrtCommand};
use crate::text;
use crate::text::panel::beteiligung as words;
use crate::text::panel::vor_ort as shared;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::selection::Selection;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::field::Field;
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::accesskit::Role;
use egui::{
    CentralPanel, CornerRadius, Frame, Label, Layout, Margin, Panel, Rect, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, vec2,
};

/// State of the view.
#[derive(Default)]
pub(super) struct Board {
    selection: Selection<AussageId>,
}

impl Board {
    /// Adds an assessment to a cell and selects it as soon as it is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx, area: AreaId, kind: Swot) {
        let own = cx.snapshot.vor_ort.aussagen.iter().filter(|aussage| aussage.area == area && aussage.swot.is_some());
        self.selection.await_new(own.map(|aussage| aussage.id));
        let date = Some(cx.today);
        let aussage = Aussage { date, swot: Some(kind), ..Aussage::new(area, words::NEW_ASSESSMENT) };
        cx.outbox.command(Command::VorOrt(VorOrtCommand::AddAussage(aussage)));
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.selection.forget_new();
    }

    /// Draws the view; whether the list of all statements is wanted.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId) -> bool {
        let snapshot = cx.snapshot;
        let all: Vec<&Aussage> = snapshot.vor_ort.aussagen.iter().filter(|one| one.area == area).collect();
        let sorted: Vec<&Aussage> = all.iter().copied().filter(|one| one.swot.is_some()).collect();
        let ids: Vec<AussageId> = sorted.iter().map(|one| one.id).collect();
        let selected = self.selection.settle(&ids);
        let current = selected.at.and_then(|at| sorted.get(at).copied());
        if let Some(aussage) = current {
            if selected.is_new {
                Field::new(shared::STATEMENT, aussage.id).focus_all(ui, &aussage.text);
            }
            pane(ui, cx, "einschaetzung", |ui, cx| form(ui, cx, aussage));
        }
        let to_list = foot(ui, all.len() - sorted.len());
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if cx.triggered(UiAction::CopyTable) {
                let copied = tab_separated(cx, &sorted);
                let copied = picture::copied_records(cx.snapshot, cx.today, words::SWOT_TABLE, Some(area), &copied);
                cx.outbox.push(Intent::Copy(copied));
            }
            self.cells(ui, cx, area, &sorted, current.map(|one| one.id));
        });
        to_list
    }

    fn cells(&mut self, ui: &mut Ui, cx: &mut PanelCx, area: AreaId, sorted: &[&Aussage], current: Option<AussageId>) {
        let whole = ui.max_rect();
        let middle = whole.center().round();
        ui.painter().vline(middle.x + 0.5, whole.y_range(), line(stroke::LINE, cx.tokens.line));
        ui.painter().hline(whole.x_range(), middle.y + 0.5, line(stroke::LINE, cx.tokens.line));
        for (at, kind) in Swot::ALL.into_iter().enumerate() {
            let left = if at % 2 == 0 { whole.left() } else { middle.x };
            let top = if at < 2 { whole.top() } else { middle.y };
            let place =
                Rect::from_min_size(egui::pos2(left, top), whole.size() / 2.0).shrink2(vec2(space::L, space::M));
            let own: Vec<&Aussage> = sorted.iter().copied().filter(|one| one.swot == Some(kind)).collect();
            let builder =
                UiBuilder::new().id_salt(("swot", at)).max_rect(place).layout(Layout::top_down(egui::Align::Min));
            self.cell(&mut ui.new_child(builder), cx, area, (kind, &own), current);
        }
    }

    fn cell(
        &mut self,
        ui: &mut Ui,
        cx: &mut PanelCx,
        area: AreaId,
        (kind, own): (Swot, &[&Aussage]),
        current: Option<AussageId>,
    ) {
        ui.set_clip_rect(ui.max_rect().expand(2.0));
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.horizontal(|ui| {
            label::h3(ui, text::swot_plural(kind));
            ui.label(rich(text::count(own.len() as u64), TypeStyle::Small, cx.tokens.text3));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let name = words::add_to(text::swot(kind));
                if Button::icon_only(icon::PLUS, &name).compact().disabled_reason(super::locked(cx)).show(ui).clicked()
                {
                    self.add(cx, area, kind);
                }
            });
        });
        if own.is_empty() {
            label::hint(ui, words::EMPTY_CELL);
            return;
        }
        ScrollArea::vertical().id_salt("eintraege").auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - space::M);
            for aussage in own {
                if ui.push_id(aussage.id, |ui| entry(ui, cx, aussage, current == Some(aussage.id))).inner {
                    self.selection.select(Some(aussage.id));
                }
            }
        });
    }
}

/// How many statements stand on no cell; whether their list is wanted.
fn foot(ui: &mut Ui, unsorted: usize) -> bool {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 0));
    let panel = Panel::bottom("swot-fuss").exact_size(34.0).resizable(false).show_separator_line(false).frame(frame);
    let shown = panel.show(ui, |ui| {
        let tokens = crate::ui::widget::style::tokens(ui);
        let rect = ui.max_rect().expand2(vec2(12.0, 0.0));
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, tokens.line));
        let mut wanted = false;
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            if unsorted > 0 {
                wanted = Button::link(&words::not_sorted(unsorted)).show(ui).clicked();
            }
            if ui.available_width() > 520.0 {
                label::hint(ui, words::BOARD_HINT);
            }
        });
        wanted
    });
    shown.inner
}

/// An entry: words, source, and the number beside it. Whether it was chosen.
fn entry(ui: &mut Ui, cx: &mut PanelCx, aussage: &Aussage, selected: bool) -> bool {
    let tokens = cx.tokens;
    let fill = if selected { tokens.selected } else { tokens.surface };
    let frame = Frame::new()
        .fill(color32(fill))
        .stroke(line(stroke::LINE, if selected { tokens.accent } else { tokens.line }))
        .corner_radius(CornerRadius::same(4))
        .inner_margin(Margin::symmetric(8, 6));
    let known = evidence(cx, aussage.area, &aussage.indicator);
    let mut inspect = None;
    // The sense of the whole comes first, so that the link in it stays the one that is touched.
    let whole = UiBuilder::new().id_salt("eintrag").sense(Sense::click());
    let shown = ui.scope_builder(whole, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.add(Label::new(rich(aussage.text.as_str(), TypeStyle::Body, tokens.text)).wrap().selectable(false));
            let (title, date) = cx.snapshot.vor_ort.source_of(aussage);
            if title.trim().is_empty() {
                badge(ui, Tone::Warn, icon::WARNING, words::WITHOUT_SOURCE);
            }
            let source = words::source(title, date);
            let source = if known.is_some() { source } else { words::without_indicator(&source) };
            ui.add(Label::new(rich(source, TypeStyle::Small, tokens.text3)).wrap().selectable(false));
            let Some(known) = &known else { return };
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::S, 2.0);
                let (tone, symbol) = stance_mark(aussage.stance);
                badge(ui, tone, symbol, text::aussage_stance(aussage.stance));
                ui.add(Label::new(rich(known.name.as_str(), TypeStyle::Small, tokens.text2)).selectable(false));
                if Button::link(&known.value).show(ui).clicked() {
                    inspect = Some(known.inspected);
                }
                if aussage.waits_for_answer() {
                    badge(ui, Tone::Warn, icon::WARNING, words::ANSWER_MISSING_SHORT);
                }
            });
        })
    });
    if let Some(inspected) = inspect {
        cx.outbox.push(Intent::Inspect(inspected));
        return false;
    }
    let response = shown.response;
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, selected, &aussage.text));
    paint::focus_ring(ui, &response, response.rect);
    response.clicked()
}

fn tab_separated(cx: &PanelCx, sorted: &[&Aussage]) -> String {
    let mut sorted = sorted.to_vec();
    sorted.sort_by_key(|one| (one.swot, one.id));
    let head =
        [words::SWOT, shared::STATEMENT, shared::OCCASION, shared::INDICATOR, shared::VALUE, shared::STANCE_SHORT];
    let rows = sorted.into_iter().map(|one| {
        let (title, date) = cx.snapshot.vor_ort.source_of(one);
        let known = evidence(cx, one.area, &one.indicator);
        text::clipboard_row([
            one.swot.map_or("", text::swot).to_owned(),
            one.text.clone(),
            words::source(title, date),
            known.as_ref().map_or_else(String::new, |known| known.name.clone()),
            known.as_ref().map_or_else(String::new, |known| known.value.clone()),
            text::aussage_stance(one.stance).to_owned(),
        ])
    });
    std::iter::once(text::clipboard_row(head)).chain(rows).collect::<Vec<_>>().join("\n")
}
