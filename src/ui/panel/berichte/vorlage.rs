//! What documents carry of the municipality: names, colour of headings, font, logo.

use crate::domain::Dokumentvorlage;
use crate::project::{Command, ProjectCommand};
use crate::text::panel::berichte as words;
use crate::theme::Color;
use crate::theme::report::{READABLE, ReportColour};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::Field;
use crate::ui::widget::notice::notice;
use crate::ui::widget::style::color32;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx};
use egui::{CentralPanel, CornerRadius, Frame, Margin, ScrollArea, Sense, Ui, vec2};

/// Width of the fields.
const FIELD: f32 = 420.0;

/// A colour that was typed but is none.
#[derive(Default)]
pub(super) struct Draft {
    colour: Option<String>,
}

/// Draws the settings.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, draft: &mut Draft) {
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
        ScrollArea::vertical().id_salt("vorlage").auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(24, 16)).show(ui, |ui| {
                ui.set_max_width(680.0);
                label::body(ui, words::TEMPLATE_HINT);
                ui.add_space(12.0);
                names(ui, cx);
                ui.add_space(16.0);
                colour(ui, cx, draft);
                ui.add_space(16.0);
                font(ui, cx);
                ui.add_space(16.0);
                logo(ui, cx);
            });
        });
    });
}

fn change(cx: &mut PanelCx, change: impl FnOnce(&mut Dokumentvorlage)) {
    let mut template = cx.snapshot.dokumentvorlage.as_ref().clone();
    change(&mut template);
    cx.outbox.command(Command::Project(ProjectCommand::SetDokumentvorlage(Box::new(template))));
}

fn locked(cx: &PanelCx) -> Option<&'static str> {
    cx.snapshot.read_only.as_ref().map(|_| words::READ_ONLY)
}

/// A field of words; gives what was settled on.
fn words_field(ui: &mut Ui, cx: &PanelCx, name: &str, value: &str, placeholder: &str) -> Option<String> {
    let field = Field::new(name, "vorlage").width(FIELD).placeholder(placeholder).disabled_reason(locked(cx));
    field.show_text(ui, value).changed().map(Option::unwrap_or_default)
}

fn names(ui: &mut Ui, cx: &mut PanelCx) {
    let template = cx.snapshot.dokumentvorlage.clone();
    if let Some(value) = words_field(ui, cx, words::ORGANISATION, &template.organisation, "") {
        change(cx, |template| template.organisation = value);
    }
    label::hint(ui, words::ORGANISATION_HINT);
    ui.add_space(8.0);
    if let Some(value) = words_field(ui, cx, words::FACHBEREICH, &template.fachbereich, "") {
        change(cx, |template| template.fachbereich = value);
    }
    if let Some(value) = words_field(ui, cx, words::DEZERNAT, &template.dezernat, "") {
        change(cx, |template| template.dezernat = value);
    }
    label::hint(ui, words::COUNCIL_FIELDS_HINT);
}

fn colour(ui: &mut Ui, cx: &mut PanelCx, draft: &mut Draft) {
    let template = cx.snapshot.dokumentvorlage.clone();
    let stored = template.accent_hex().unwrap_or_default();
    let shown = draft.colour.clone().unwrap_or(stored);
    if let Some(value) = words_field(ui, cx, words::ACCENT, &shown, words::ACCENT_PLACEHOLDER) {
        let found = Dokumentvorlage::colour_of(&value);
        if found.is_some() || value.trim().is_empty() {
            draft.colour = None;
            change(cx, |template| template.accent = found);
        } else {
            draft.colour = Some(value);
        }
    }
    if draft.colour.is_some() {
        notice(ui, Tone::Err, words::ACCENT_UNREADABLE, None);
        return;
    }
    let Some([red, green, blue]) = template.accent else {
        label::hint(ui, words::ACCENT_NONE);
        return;
    };
    let chosen = ReportColour { red, green, blue };
    let contrast = chosen.contrast_on_paper();
    let readable = contrast >= READABLE;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(40.0, 20.0), Sense::hover());
        ui.painter().rect_filled(rect, CornerRadius::same(2), color32(Color { r: red, g: green, b: blue, a: 255 }));
        if readable {
            label::small(ui, &words::contrast(contrast, readable));
        }
    });
    if !readable {
        notice(ui, Tone::Warn, &words::contrast(contrast, readable), None);
    }
}

fn font(ui: &mut Ui, cx: &mut PanelCx) {
    let template = cx.snapshot.dokumentvorlage.clone();
    if let Some(value) = words_field(ui, cx, words::FONT, &template.font, words::FONT_PLACEHOLDER) {
        change(cx, |template| template.font = value);
    }
    label::hint(ui, words::FONT_HINT);
}

fn logo(ui: &mut Ui, cx: &mut PanelCx) {
    label::section(ui, words::LOGO);
    let template = cx.snapshot.dokumentvorlage.clone();
    match &template.logo {
        None => label::hint(ui, words::LOGO_NONE),
        Some(logo) => {
            let (width, height) = logo.size_mm();
            label::small(ui, &words::logo(logo.width, logo.height, width, height))
        }
    };
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let choose = Button::secondary(words::LOGO_CHOOSE).icon(icon::UPLOAD_SIMPLE).disabled_reason(locked(cx));
        if choose.show(ui).clicked() && locked(cx).is_none() {
            cx.outbox.push(Intent::ChooseLogo);
        }
        if template.logo.is_some()
            && Button::ghost(words::LOGO_REMOVE).icon(icon::TRASH).disabled_reason(locked(cx)).show(ui).clicked()
            && locked(cx).is_none()
        {
            change(cx, |template| template.logo = None);
        }
    });
}
