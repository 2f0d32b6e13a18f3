//! The document's outline: the page of each section, and the worst open check beside it.

use crate::domain::SectionKey;
use crate::programme::{Check, DocumentOutline, OutlineEntry, Profile, Severity, outline, outline_of};
use crate::text::panel::berichte as words;
use crate::theme::{TypeStyle, radius};
use crate::ui::PanelCx;
use crate::ui::widget::style::{color32, tokens};
use crate::ui::widget::{icon, paint};
use egui::accesskit::Role;
use egui::{Align2, Sense, Ui, WidgetInfo, vec2};

const LINE: f32 = 18.0;
/// Room for the number of a heading; one of four signs takes more.
const NUMBER: f32 = 26.0;

/// Draws how a document is divided, each heading with the page it stands on; returns the page that was chosen. Where
/// the programme itself is chosen, its checks stand beside the sections.
pub(super) fn list(
    ui: &mut Ui,
    cx: &PanelCx,
    document: &DocumentOutline,
    pages: &[usize],
    checks: &[Check],
) -> Option<usize> {
    let mut chosen = None;
    let shown = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (at, (number, title, level)) in document.headings.iter().enumerate() {
            // By its title: the short document numbers its sections otherwise.
            let entry = outline().iter().find(|entry| entry.section.is_some() && entry.title == title);
            let worst = entry.and_then(|entry| entry.section).and_then(|section| worst(checks, section));
            let page = pages.get(at).copied();
            if section(ui, cx, (number, title, *level), page, worst) {
                chosen = page;
            }
        }
    });
    ui.ctx().accesskit_node_builder(shown.response.id, |node| {
        node.set_role(Role::Group);
        node.set_label(words::OUTLINE);
    });
    chosen
}

/// The outline of the programme, for as long as its documents are not yet made.
pub(super) fn of_programme(title: String, subtitle: String, profile: Profile) -> DocumentOutline {
    let heading = |entry: &OutlineEntry| (entry.number.to_owned(), entry.title.to_owned(), entry.level);
    DocumentOutline { title, subtitle, headings: outline_of(profile).iter().map(heading).collect() }
}

/// A number and the space behind it.
fn number_width(ui: &Ui, number: &str, style: TypeStyle) -> f32 {
    paint::galley(ui, number, style, tokens(ui).text).size().x.ceil() + 6.0
}

/// A heading; returns whether its page is wanted.
fn section(
    ui: &mut Ui,
    cx: &PanelCx,
    (number, title, level): (&str, &str, u8),
    page: Option<usize>,
    worst: Option<Severity>,
) -> bool {
    let tokens = cx.tokens;
    let (style, color, indent) =
        if level == 1 { (TypeStyle::SmallStrong, tokens.text, 0.0) } else { (TypeStyle::Small, tokens.text2, 12.0) };
    let sense = if page.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), sense);
    let (role, name) = match page {
        Some(page) => (Role::Link, words::heading_on(number, title, page + 1)),
        None => (Role::ListItem, format!("{number} {title}")),
    };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    if page.is_some() && response.hovered() {
        ui.painter().rect_filled(rect, radius::BAR, color32(tokens.hover));
    }
    paint::focus_ring(ui, &response, rect);
    let left = rect.left_center() + vec2(4.0 + indent, 0.0);
    paint::text(ui, left, Align2::LEFT_CENTER, number, style, color);
    let title_at = number_width(ui, number, style).max(NUMBER);
    let room = rect.width() - indent - title_at - 48.0;
    let words = paint::elided(ui, title, style, color, room);
    let clicked = response.clicked();
    if words.elided {
        response.on_hover_text(title);
    }
    paint::put(ui, ui.painter(), left + vec2(title_at, 0.0), Align2::LEFT_CENTER, words);
    let right = rect.right_center() - vec2(4.0, 0.0);
    if let Some(page) = page {
        paint::text(ui, right, Align2::RIGHT_CENTER, &(page + 1).to_string(), TypeStyle::Tiny, tokens.text3);
    }
    let at = right - vec2(25.0, 0.0);
    match worst {
        Some(Severity::Error) => paint::icon(ui, at, icon::WARNING_CIRCLE, 13.0, tokens.err),
        Some(Severity::Warning) => paint::icon(ui, at, icon::WARNING, 13.0, tokens.warn),
        Some(Severity::Info) | None => {}
    }
    clicked
}

fn worst(checks: &[Check], section: SectionKey) -> Option<Severity> {
    checks.iter().filter(|check| check.section == Some(section)).map(|check| check.severity).min()
}
