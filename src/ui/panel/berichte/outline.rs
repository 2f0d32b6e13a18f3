//! The document's outline on a sheet of paper, with the worst open check beside each section.

use crate::domain::SectionKey;
use crate::programme::{Check, DocumentOutline, OutlineEntry, Severity, outline};
use crate::text::panel::berichte as words;
use crate::theme::{TypeStyle, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, paint};
use egui::accesskit::Role;
use egui::{Align2, Frame, Label, Margin, Sense, Ui, WidgetInfo, vec2};

const LINE: f32 = 18.0;

/// Draws the sheet of a document. Where the programme itself is chosen, its checks stand beside the sections.
pub(super) fn sheet(ui: &mut Ui, cx: &PanelCx, document: &DocumentOutline, checks: &[Check]) {
    let frame = Frame::NONE
        .fill(color32(cx.tokens.paper))
        .stroke(line(stroke::LINE, cx.tokens.frame))
        .inner_margin(Margin { left: 16, right: 12, top: 20, bottom: 20 });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(rich(&document.title, TypeStyle::BodyStrong, cx.tokens.text)).wrap());
        ui.add(Label::new(rich(&document.subtitle, TypeStyle::Tiny, cx.tokens.text2)).wrap());
        ui.add_space(10.0);
        for (number, title, level) in &document.headings {
            let entry = outline().iter().find(|entry| entry.number == number && entry.title == title);
            let worst = entry.and_then(|entry| entry.section).and_then(|section| worst(checks, section));
            section(ui, cx, number, title, *level, worst);
        }
    });
    ui.ctx().accesskit_node_builder(shown.response.id, |node| {
        node.set_role(Role::Group);
        node.set_label(words::OUTLINE);
    });
}

/// The outline of the programme, for as long as its documents are not yet made.
pub(super) fn of_programme(title: String, subtitle: String) -> DocumentOutline {
    let heading = |entry: &OutlineEntry| (entry.number.to_owned(), entry.title.to_owned(), entry.level);
    DocumentOutline { title, subtitle, headings: outline().iter().map(heading).collect() }
}

fn section(ui: &mut Ui, cx: &PanelCx, number: &str, title: &str, level: u8, worst: Option<Severity>) {
    let tokens = cx.tokens;
    let (style, color, indent) =
        if level == 1 { (TypeStyle::SmallStrong, tokens.text, 0.0) } else { (TypeStyle::Small, tokens.text2, 12.0) };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let name = format!("{number} {title}");
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
    let left = rect.left_center() + vec2(indent, 0.0);
    paint::text(ui, left, Align2::LEFT_CENTER, number, style, color);
    let room = rect.width() - indent - 26.0 - 16.0;
    let words = paint::elided(ui, title, style, color, room);
    if words.elided {
        response.on_hover_text(title);
    }
    paint::put(ui, ui.painter(), left + vec2(26.0, 0.0), Align2::LEFT_CENTER, words);
    let at = rect.right_center() - vec2(7.0, 0.0);
    match worst {
        Some(Severity::Error) => paint::icon(ui, at, icon::WARNING_CIRCLE, 13.0, tokens.err),
        Some(Severity::Warning) => paint::icon(ui, at, icon::WARNING, 13.0, tokens.warn),
        Some(Severity::Info) | None => {}
    }
}

fn worst(checks: &[Check], section: SectionKey) -> Option<Severity> {
    checks.iter().filter(|check| check.section == Some(section)).map(|check| check.severity).min()
}
