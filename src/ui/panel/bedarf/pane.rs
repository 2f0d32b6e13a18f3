//! The pane Methode: the recipe in view, its settings, weights, and what the order hangs on.

use super::sensitivity::Sensitivity;
use super::settings::{self, Page, Refusal};
use super::variants::Variants;
use super::weights::Weights;
use crate::domain::{IndexSpec, Recipe};
use crate::text::panel::bedarf as words;
use crate::theme::{space, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::text as label;
use egui::{Frame, Margin, Panel, ScrollArea, Ui};

const WIDTH: f32 = 352.0;
const MARGIN: i8 = 12;

/// State of the pane.
#[derive(Default)]
pub(super) struct Pane {
    variants: Variants,
    weights: Weights,
    sensitivity: Sensitivity,
    page: Page,
    refusal: Option<Refusal>,
}

impl Pane {
    /// Draws the pane at the right.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe) {
        self.choose_awaited(cx);
        let width = WIDTH.min(ui.available_width() - 240.0).max(300.0);
        let frame = Frame::NONE.fill(color32(cx.tokens.sunken));
        let pane = Panel::right("bedarf_methode").exact_size(width).resizable(false).show_separator_line(false);
        pane.frame(frame).show(ui, |ui| {
            let edge = ui.max_rect();
            ScrollArea::vertical().id_salt(("bedarf_methode", self.page.title())).auto_shrink([false, false]).show(
                ui,
                |ui| {
                    ui.spacing_mut().item_spacing.y = space::XS;
                    if self.page != Page::Overview {
                        let refusal = &mut self.refusal;
                        if section(ui, |ui| settings::page(ui, cx, recipe, self.page, refusal)) {
                            self.open(Page::Overview);
                        }
                        return;
                    }
                    section(ui, |ui| self.variants.show(ui, cx, recipe));
                    if !cx.writable() {
                        section(ui, |ui| label::hint(ui, words::READ_ONLY));
                    }
                    let changeable = cx.writable();
                    let mut open = None;
                    ui.add_enabled_ui(changeable, |ui| {
                        open = section(ui, |ui| settings::lines(ui, cx, recipe, &mut self.refusal));
                        rule(ui, cx);
                        if section(ui, |ui| self.weights.show(ui, cx, recipe, &mut self.refusal)) {
                            open = Some(Page::Weighting);
                        }
                    });
                    if let Some(page) = open {
                        self.open(page);
                    }
                    rule(ui, cx);
                    section(ui, |ui| self.sensitivity.show(ui, cx));
                    ui.add_space(space::L);
                },
            );
            ui.painter().vline(edge.left() + 0.5, edge.y_range(), line(stroke::LINE, cx.tokens.line));
        });
    }

    fn open(&mut self, page: Page) {
        self.page = page;
        self.refusal = None;
    }

    /// The recipe with the weights as they are being held.
    pub(super) fn preview(&self) -> Option<IndexSpec> {
        self.weights.preview.clone()
    }

    /// Chooses a recipe that was just added, once the project has it.
    pub(super) fn choose_awaited(&mut self, cx: &mut PanelCx) {
        self.variants.choose_awaited(cx);
    }

    /// Stores a recipe under a free name and chooses it.
    pub(super) fn add_and_choose(&mut self, cx: &mut PanelCx, spec: IndexSpec) {
        self.variants.add_and_choose(cx, spec);
    }
}

fn section<R>(ui: &mut Ui, show: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(MARGIN, 6));
    frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            show(ui)
        })
        .inner
}

fn rule(ui: &mut Ui, cx: &PanelCx) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 0.0, color32(cx.tokens.line));
}
