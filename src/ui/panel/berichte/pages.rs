//! The pages of the chosen document as they will look in print: small beside the choice, large to be read.

use crate::document::PagePicture;
use crate::domain::AreaId;
use crate::programme::{Contacts, DocumentKind};
use crate::text::Message;
use crate::text::panel::berichte as words;
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::segment;
use crate::ui::widget::notice::notice;
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{PageNeeds, PagesDerived, PagesView, PanelCx};
use egui::accesskit::Role;
use egui::load::SizedTexture;
use egui::{
    Align2, CentralPanel, ColorImage, Frame, Image, Key, Margin, Modifiers, Panel, Rect, Response, ScrollArea, Sense,
    StrokeKind, TextureHandle, TextureOptions, Ui, WidgetInfo, vec2,
};
use std::sync::Arc;

/// Height of a page of paper by its width, until its picture is there.
const UPRIGHT: f32 = 297.0 / 210.0;
/// Widest page to be read.
const READING: f32 = 900.0;

/// How a page is fitted into the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Fit {
    /// As wide as there is room.
    #[default]
    Width,
    /// So that all of it is seen.
    Page,
}

/// Which page of which document is in view.
#[derive(Default)]
pub(super) struct PageViewer {
    document: Option<(AreaId, DocumentKind, Contacts)>,
    page: usize,
    width: u32,
    shown: Option<(Arc<PagePicture>, TextureHandle)>,
    /// Whether pages fill the place.
    pub(super) reading: bool,
    fit: Fit,
}

impl PageViewer {
    /// Turns to a document; none shows no pages.
    pub(super) fn look_at(&mut self, document: Option<(AreaId, DocumentKind, Contacts)>) {
        let same = |(area, kind, _): &(AreaId, DocumentKind, Contacts)| (*area, *kind);
        if self.document.as_ref().map(same) != document.as_ref().map(same) {
            self.page = 0;
        }
        self.document = document;
        self.reading &= self.document.is_some();
    }

    /// What is to be typeset and drawn.
    pub(super) fn needs(&self) -> Option<PageNeeds> {
        let (area, kind, contacts) = self.document?;
        Some(PageNeeds { area, kind, contacts, page: self.page, width: self.width.max(1) })
    }

    /// The answer, where it is of the document in view.
    fn answer<'a>(&self, cx: &PanelCx<'a>) -> Option<&'a PagesDerived> {
        let pages = &cx.derived.pages;
        (self.document.is_some() && pages.of == self.document).then_some(pages)
    }

    /// The document in view, once it is set on pages.
    pub(super) fn set<'a>(&self, cx: &PanelCx<'a>) -> Option<&'a PagesView> {
        self.answer(cx)?.pages.as_ref()?.as_ref().ok().map(AsRef::as_ref)
    }

    /// Why the document in view has no pages.
    fn fault<'a>(&self, cx: &PanelCx<'a>) -> Option<&'a Message> {
        self.answer(cx)?.pages.as_ref()?.as_ref().err()
    }

    /// Turns to a page.
    pub(super) fn turn_to(&mut self, page: usize) {
        self.page = page;
    }

    /// The page at hand, and the buttons to turn it. A click on it opens it to be read.
    pub(super) fn small(&mut self, ui: &mut Ui, cx: &PanelCx) {
        let width = ui.available_width();
        if self.paper(ui, cx, width).clicked() {
            self.reading = true;
        }
        if let Some(view) = self.set(cx) {
            ui.add_space(4.0);
            ui.horizontal(|ui| self.pager(ui, view));
        }
        self.told(ui, cx);
    }

    /// The page in the size to be read, with its own bar and keys.
    pub(super) fn large(&mut self, ui: &mut Ui, cx: &PanelCx) {
        let view = self.set(cx);
        self.keys(ui, view.map_or(1, |view| view.count));
        let bar = Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 6, bottom: 6 });
        Panel::top("berichte-seite").resizable(false).frame(bar).show(ui, |ui| {
            ui.horizontal(|ui| {
                if Button::ghost(words::PREVIEW_CLOSE).icon(icon::ARROW_LEFT).show(ui).clicked() {
                    self.reading = false;
                }
                ui.add_space(12.0);
                if let Some(view) = view {
                    self.pager(ui, view);
                }
                ui.add_space(12.0);
                if let Some(fit) =
                    segment(ui, self.fit, &[(Fit::Width, words::FULL_WIDTH), (Fit::Page, words::WHOLE_PAGE)])
                {
                    self.fit = fit;
                }
            });
        });
        let ground = Frame::NONE.fill(color32(cx.tokens.sunken));
        CentralPanel::default().frame(ground).show(ui, |ui| {
            let id = ("seite", self.page);
            let room = ui.available_width() - ui.spacing().scroll.allocated_width();
            ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, |ui| {
                let room = (room - 48.0).clamp(100.0, READING);
                let width = match self.fit {
                    Fit::Width => room,
                    Fit::Page => room.min(((ui.clip_rect().height() - 32.0) / self.shape()).max(100.0)),
                };
                ui.add_space(16.0);
                self.told(ui, cx);
                ui.vertical_centered(|ui| self.paper(ui, cx, width));
                ui.add_space(16.0);
            });
        });
    }

    fn keys(&mut self, ui: &Ui, pages: usize) {
        let last = pages.saturating_sub(1);
        let free = ui.ctx().memory(|memory| memory.focused().is_none());
        let pressed = |key| ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if super::nothing_in_front(ui) && pressed(Key::Escape) {
            self.reading = false;
        }
        if pressed(Key::PageDown) || free && pressed(Key::ArrowRight) {
            self.page = (self.page + 1).min(last);
        }
        if pressed(Key::PageUp) || free && pressed(Key::ArrowLeft) {
            self.page = self.page.saturating_sub(1);
        }
        if free && pressed(Key::Home) {
            self.page = 0;
        }
        if free && pressed(Key::End) {
            self.page = last;
        }
    }

    /// Buttons to turn the page, and which one is in view.
    fn pager(&mut self, ui: &mut Ui, view: &PagesView) {
        self.page = self.page.min(view.count.saturating_sub(1));
        if Button::icon_only(icon::CARET_LEFT, words::PREVIOUS_PAGE).compact().show(ui).clicked() {
            self.page = self.page.saturating_sub(1);
        }
        label::small(ui, &words::page(self.page + 1, view.count));
        if Button::icon_only(icon::CARET_RIGHT, words::NEXT_PAGE).compact().show(ui).clicked() {
            self.page = (self.page + 1).min(view.count.saturating_sub(1));
        }
    }

    /// Height of the page by its width.
    #[expect(clippy::cast_precision_loss, reason = "some hundred pixels")]
    fn shape(&self) -> f32 {
        self.shown.as_ref().map_or(UPRIGHT, |(picture, _)| picture.height as f32 / picture.width.max(1) as f32)
    }

    /// A sheet of paper with the page, or with what is to be said in its place.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundred pixels")]
    fn paper(&mut self, ui: &mut Ui, cx: &PanelCx, width: f32) -> Response {
        self.width = (width * ui.pixels_per_point()).round().max(1.0) as u32;
        self.upload(ui, cx);
        let (rect, response) = ui.allocate_exact_size(vec2(width, (width * self.shape()).round()), Sense::click());
        let rect = paint::snap(ui, rect);
        ui.painter().rect_filled(rect, 0.0, color32(cx.tokens.paper));
        let view = self.set(cx);
        let name = match (&self.shown, view) {
            (Some((_, texture)), Some(view)) => {
                Image::from_texture(SizedTexture::new(texture.id(), rect.size())).paint_at(ui, rect);
                words::page_of(&view.outline.title, self.page + 1, view.count)
            }
            (Some(_) | None, _) => said(ui, cx, rect, self.fault(cx)),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let border = line(stroke::LINE, if response.has_focus() { cx.tokens.accent } else { cx.tokens.frame });
        ui.painter().rect_stroke(rect, 0.0, border, StrokeKind::Inside);
        response
    }

    /// What happened where there are no pages, what it means and what can be done.
    fn told(&self, ui: &mut Ui, cx: &PanelCx) {
        if let Some(message) = self.fault(cx) {
            ui.add_space(8.0);
            notice(ui, Tone::Err, &format!("{} {} {}", message.happened, message.meaning, message.action), None);
            ui.add_space(8.0);
        }
    }

    /// Hands a new picture to the graphics.
    fn upload(&mut self, ui: &Ui, cx: &PanelCx) {
        let Some(picture) = self.answer(cx).and_then(|answer| answer.picture.as_ref()) else {
            self.shown = None;
            return;
        };
        if self.shown.as_ref().is_some_and(|(shown, _)| Arc::ptr_eq(shown, picture)) {
            return;
        }
        let image = ColorImage::from_rgba_premultiplied([picture.width, picture.height], &picture.rgba);
        let texture = ui.ctx().load_texture("seite", image, TextureOptions::LINEAR);
        self.shown = Some((picture.clone(), texture));
    }
}

/// Why there is no page to be seen.
fn said(ui: &Ui, cx: &PanelCx, rect: Rect, fault: Option<&Message>) -> String {
    let words = match fault {
        Some(_) => words::NO_PAGES,
        #[cfg(feature = "pdf")]
        None => words::SETTING_PAGES,
        #[cfg(not(feature = "pdf"))]
        None => words::NO_TYPESETTER,
    };
    paint::text(
        ui,
        rect.intersect(ui.clip_rect()).center(),
        Align2::CENTER_CENTER,
        words,
        TypeStyle::Small,
        cx.tokens.text3,
    );
    words.to_owned()
}
