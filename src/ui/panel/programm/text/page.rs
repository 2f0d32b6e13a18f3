//! The page: heading, paragraphs, assessment of one section on paper.

use super::super::{Jump, Plan, send};
use super::editing::Target;
use super::{TextPart, Wanted, draft, passage};
use crate::domain::{NewPassage, Passage, SectionKey};
use crate::programme::outline;
use crate::project::ProgrammeCommand;
use crate::text::panel::programm as words;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::icon;
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::text as label;
use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, vec2};

/// Width of the page.
const PAGE: f32 = 612.0;

/// All bound values of the stored text, and how many of them are out of date.
pub(super) fn bound_values(plan: Plan) -> (usize, usize) {
    let bound = plan.programme.passages.iter().map(|passage| passage::references(&passage.text).count()).sum();
    let stale = plan.view.map_or(0, |view| view.sections.values().flatten().map(|passage| passage.stale.len()).sum());
    (bound, stale)
}

/// Shows the page; returns a way to another part.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut TextPart) -> Option<Jump> {
    let section = part.section();
    let mut jump = None;
    ScrollArea::vertical().id_salt(("page", section)).auto_shrink([false, false]).show(ui, |ui| {
        let width = (ui.available_width() - 2.0 * space::XL).min(PAGE).floor();
        let side = ((ui.available_width() - width) / 2.0).floor().max(0.0);
        ui.add_space(space::L);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(side);
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                paper(ui, cx, width, |ui, cx| jump = contents(ui, cx, plan, part, section));
            });
        });
        ui.add_space(space::XXL);
    });
    jump
}

fn paper(ui: &mut Ui, cx: &mut PanelCx, width: f32, show: impl FnOnce(&mut Ui, &mut PanelCx)) {
    let tokens = cx.tokens;
    Frame::new()
        .fill(color32(tokens.paper))
        .stroke(line(stroke::LINE, tokens.line))
        .inner_margin(Margin { left: 14, right: 14, top: 12, bottom: 20 })
        .show(ui, |ui| {
            ui.set_width(width - 30.0);
            ui.set_min_height(420.0);
            ui.spacing_mut().item_spacing.x = space::M;
            show(ui, cx);
        });
}

fn contents(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut TextPart, section: SectionKey) -> Option<Jump> {
    ui.spacing_mut().item_spacing.y = space::XS;
    heading(ui, section);
    let mut stored: Vec<&Passage> =
        plan.programme.passages.iter().filter(|passage| passage.section == section).collect();
    stored.sort_by_key(|passage| passage.position);
    for (at, passage) in stored.iter().enumerate() {
        ui.push_id(passage.id, |ui| passage::show(ui, cx, plan, part, passage, (at, stored.len())));
    }
    let drafts = plan.view.and_then(|view| view.drafts.get(&section)).filter(|_| stored.is_empty());
    if let Some(drafts) = drafts.filter(|drafts| !drafts.is_empty()) {
        suggestion(ui, cx, plan, section, drafts);
    }
    if part.editing.as_ref().is_some_and(|editing| editing.target == Target::New(section)) {
        Frame::new().inner_margin(Margin::symmetric(14, 6)).show(ui, |ui| passage::editor(ui, cx, part));
    } else if stored.is_empty() && drafts.is_none_or(Vec::is_empty) {
        empty(ui, cx, plan, part, section);
    }
    if matches!(section, SectionKey::Begruendung | SectionKey::Handlungsbedarf) {
        assessment(ui, cx, plan, part);
    }
    from_other_part(ui, section)
}

fn heading(ui: &mut Ui, section: SectionKey) {
    let Some(entry) = outline().iter().find(|entry| entry.section == Some(section)) else { return };
    // Not in a row: there a long title would push the page beyond its edge.
    Frame::new().inner_margin(Margin::symmetric(14, 0)).show(ui, |ui| {
        label::title(ui, &format!("{} {}", entry.number, entry.title));
    });
    ui.add_space(space::XS);
}

/// What the data would say here, to be taken over as a whole.
fn suggestion(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, section: SectionKey, drafts: &[NewPassage]) {
    Frame::new().inner_margin(Margin::symmetric(14, 4)).show(ui, |ui| {
        ui.horizontal(|ui| {
            badge(ui, Tone::Accent, icon::CIRCLE_HALF, words::SUGGESTION);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = Button::recommended(words::ACCEPT_SUGGESTION).compact().disabled_reason(plan.locked);
                if button.show(ui).clicked() {
                    draft(cx, plan, section);
                }
            });
        });
        label::small(ui, words::SUGGESTION_HINT);
        ui.add_space(space::S);
        ui.scope(|ui| {
            ui.set_opacity(0.72);
            for (at, passage) in drafts.iter().enumerate() {
                passage::suggested(ui, cx, plan, passage, at);
                ui.add_space(space::M);
            }
        });
    });
}

fn empty(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut TextPart, section: SectionKey) {
    if other_part(section).is_some() || section == SectionKey::Methode {
        return;
    }
    Frame::new().inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
        ui.label(rich(words::EMPTY_SECTION, TypeStyle::BodyStrong, cx.tokens.text));
        label::small(ui, words::EMPTY_SECTION_WHY);
        ui.add_space(space::S);
        let button = Button::recommended(words::WRITE_FIRST).icon(icon::PENCIL_SIMPLE_LINE).compact();
        if button.disabled_reason(plan.locked).show(ui).clicked() {
            part.begin_passage();
        }
    });
}

fn assessment(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut TextPart) {
    Frame::new().inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
        let programme = plan.programme;
        let field = Field::new(words::ASSESSMENT, programme.id)
            .required()
            .rows(4)
            .note(words::ASSESSMENT_NOTE)
            .disabled_reason(plan.locked);
        if part.wanted.take_if(|wanted| *wanted == Wanted::Assessment).is_some() {
            ui.memory_mut(|memory| memory.request_focus(field.id()));
        }
        match field.show_text(ui, &programme.assessment) {
            Edit::Set(text) => send(cx, ProgrammeCommand::SetAssessment { programme: programme.id, text }),
            Edit::Cleared | Edit::Unchanged => {}
        }
    });
}

/// Sections whose tables come from another part.
fn other_part(section: SectionKey) -> Option<(&'static str, &'static str, Jump)> {
    match section {
        SectionKey::Ziele => Some((words::FROM_GOALS, words::OPEN_GOALS, Jump::Goals)),
        SectionKey::Massnahmen => Some((words::FROM_MEASURES, words::OPEN_MEASURES, Jump::Measures)),
        SectionKey::KostenZeit => Some((words::FROM_PLAN, words::OPEN_PLAN, Jump::Plan)),
        SectionKey::Kurzfassung
        | SectionKey::Einleitung
        | SectionKey::Freiraum
        | SectionKey::LokaleOekonomie
        | SectionKey::Planungen
        | SectionKey::StaerkenSchwaechen
        | SectionKey::Leitlinien
        | SectionKey::Verstetigung
        | SectionKey::Abgrenzung
        | SectionKey::Begruendung
        | SectionKey::Bevoelkerung
        | SectionKey::ArbeitEinkommen
        | SectionKey::KinderFamilien
        | SectionKey::Zusammenleben
        | SectionKey::Handlungsbedarf
        | SectionKey::StimmenVorOrt
        | SectionKey::Angebote
        | SectionKey::Aktionsbuero
        | SectionKey::Steuerung
        | SectionKey::Methode => None,
    }
}

fn from_other_part(ui: &mut Ui, section: SectionKey) -> Option<Jump> {
    let other = other_part(section);
    let sentence = match other {
        Some((sentence, ..)) => sentence,
        None if section == SectionKey::Methode => words::FROM_METHOD,
        None => return None,
    };
    Frame::new()
        .inner_margin(Margin::symmetric(14, 8))
        .show(ui, |ui| {
            label::small(ui, sentence);
            let (_, link, jump) = other?;
            Button::link(link).show(ui).clicked().then_some(jump)
        })
        .inner
}
