//! The outline: every section with the worst that the check says about it.

use super::super::Plan;
use super::open_drafts;
use crate::domain::SectionKey;
use crate::programme::{CheckKind, OutlineEntry, Severity, outline};
use crate::text::panel::programm as words;
use crate::theme::{Color, Tokens, TypeStyle, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::style::color32;
use crate::ui::widget::{icon, paint};
use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use std::collections::BTreeMap;

const ROW: f32 = 26.0;

/// How a section stands; later ones weigh more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SectionState {
    /// Has text or content and nothing open.
    Done,
    /// Could be drafted from the data.
    Suggested,
    /// Nothing there.
    Empty,
    /// Something to look at.
    Open,
    /// Numbers or words are out of date.
    Stale,
    /// Contradicts the data or the programme.
    Wrong,
}

impl SectionState {
    fn words(self) -> &'static str {
        match self {
            SectionState::Done => words::SECTION_DONE,
            SectionState::Suggested => words::SECTION_SUGGESTED,
            SectionState::Empty => words::SECTION_EMPTY,
            SectionState::Open => words::SECTION_OPEN,
            SectionState::Stale => words::SECTION_STALE,
            SectionState::Wrong => words::SECTION_WRONG,
        }
    }

    fn icon(self, tokens: &Tokens) -> (&'static str, Color) {
        match self {
            SectionState::Done => (icon::CHECK_CIRCLE, tokens.ok),
            SectionState::Suggested => (icon::CIRCLE_HALF, tokens.text2),
            SectionState::Empty => (icon::CIRCLE_DASHED, tokens.text2),
            SectionState::Open => (icon::WARNING, tokens.warn),
            SectionState::Stale => (icon::CLOCK_COUNTER_CLOCKWISE, tokens.warn),
            SectionState::Wrong => (icon::WARNING_CIRCLE, tokens.err),
        }
    }
}

/// How every section of the outline stands.
pub(super) fn states(plan: Plan) -> BTreeMap<SectionKey, SectionState> {
    let suggested: Vec<SectionKey> = open_drafts(plan).map(|(section, _)| section).collect();
    outline()
        .iter()
        .filter_map(|entry| entry.section)
        .map(|section| (section, state(plan, section, suggested.contains(&section))))
        .collect()
}

fn state(plan: Plan, section: SectionKey, suggested: bool) -> SectionState {
    let has_text = plan.programme.passages.iter().any(|passage| passage.section == section);
    let Some(view) = plan.view else {
        return if has_text { SectionState::Done } else { SectionState::Empty };
    };
    let worst = view
        .checks
        .iter()
        .filter(|check| check.section == Some(section))
        .filter_map(|check| match (check.kind, check.severity) {
            (CheckKind::StaleValue | CheckKind::StaleWording, _) => Some(SectionState::Stale),
            (CheckKind::EmptySection, _) if suggested => Some(SectionState::Suggested),
            (CheckKind::EmptySection, _) => Some(SectionState::Empty),
            (_, Severity::Error) => Some(SectionState::Wrong),
            (_, Severity::Warning) => Some(SectionState::Open),
            (_, Severity::Info) => None,
        })
        .max();
    worst.unwrap_or(if suggested { SectionState::Suggested } else { SectionState::Done })
}

/// Shows the outline; returns the section that was chosen.
pub(super) fn show(
    ui: &mut Ui,
    cx: &PanelCx,
    states: &BTreeMap<SectionKey, SectionState>,
    current: SectionKey,
) -> Option<SectionKey> {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(6.0);
    let mut chosen = None;
    for (at, entry) in outline().iter().enumerate() {
        let below = || {
            outline()[at + 1..]
                .iter()
                .take_while(|below| below.level > entry.level)
                .filter_map(|below| states.get(&below.section?))
                .max()
        };
        let state = entry.section.and_then(|section| states.get(&section)).or_else(below).copied();
        let first_below = outline()[at + 1..].iter().find_map(|below| below.section);
        let is_current = entry.section == Some(current);
        if row(ui, cx, entry, state.unwrap_or(SectionState::Empty), is_current) {
            chosen = entry.section.or(first_below);
        }
    }
    chosen
}

fn row(ui: &mut Ui, cx: &PanelCx, entry: &OutlineEntry, state: SectionState, current: bool) -> bool {
    let tokens = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let name = words::outline_name(entry.number, entry.title, state.words());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, &name));
    let rect = paint::snap(ui, rect);
    if current {
        ui.painter().rect_filled(rect, 0.0, color32(tokens.selected));
        let bar = Rect::from_min_size(rect.min, vec2(stroke::SELECTION, rect.height()));
        ui.painter().rect_filled(bar, 0.0, color32(tokens.accent));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, color32(tokens.hover));
    }
    if response.has_focus() {
        let ring = crate::ui::widget::style::line(stroke::FOCUS, tokens.accent);
        ui.painter().rect_stroke(rect, 0.0, ring, egui::StrokeKind::Inside);
    }
    let middle = rect.center().y;
    let (number_x, title_x, style) = if entry.level == 1 {
        (rect.left() + 12.0, rect.left() + 30.0, TypeStyle::SmallStrong)
    } else {
        (rect.left() + 26.0, rect.left() + 54.0, TypeStyle::Small)
    };
    paint::text(ui, pos2(number_x, middle), Align2::LEFT_CENTER, entry.number, TypeStyle::Small, tokens.text2);
    let galley = paint::elided(ui, entry.title, style, tokens.text, rect.right() - 28.0 - title_x);
    let elided = galley.elided;
    paint::put(ui, ui.painter(), pos2(title_x, middle), Align2::LEFT_CENTER, galley);
    let (symbol, color) = state.icon(tokens);
    paint::icon(ui, pos2(rect.right() - 17.0, middle), symbol, 15.0, color);
    let tip = if elided { format!("{} – {}", entry.title, state.words()) } else { state.words().to_owned() };
    response.on_hover_text(tip).clicked()
}
