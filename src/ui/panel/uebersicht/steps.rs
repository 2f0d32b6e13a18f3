//! What is next: stale drafts, near dates, gaps in the index, areas without programme; each with one way there.

use super::lines::Lines;
use crate::analysis::RunNote;
use crate::domain::{AreaId, ProgrammeState, StepProgress};
use crate::programme::Severity;
use crate::text::panel::uebersicht as words;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::button::Button;
use crate::ui::widget::style::{line, rich};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Intent, PanelCx, Section};
use egui::{Align, Label, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

/// How many days ahead a date counts as near.
const DAYS_AHEAD: i32 = 14;
const HEAD: f32 = 34.0;
const ROW: f32 = 40.0;

/// Something to do.
pub struct Step {
    icon: &'static str,
    title: String,
    detail: String,
    button: &'static str,
    area: Option<AreaId>,
    section: Section,
    late: bool,
}

/// Everything to do, most pressing first.
pub fn steps(cx: &PanelCx, lines: &Lines) -> Vec<Step> {
    let mut steps: Vec<Step> = draft(cx).into_iter().collect();
    steps.extend(dates(cx));
    steps.extend(gaps(cx));
    steps.extend(without_programme(lines));
    steps
}

/// The height that the steps would like.
#[expect(clippy::cast_precision_loss, reason = "few steps")]
pub fn height(steps: &[Step]) -> f32 {
    HEAD + ROW * steps.len().max(1) as f32
}

fn draft(cx: &PanelCx) -> Option<Step> {
    let area = cx.area()?;
    let state = cx.snapshot.programme_of(area.id)?.state;
    let view = cx.derived.programme.value.as_deref().filter(|view| view.area == Some(area.id))?;
    let stale = view.sections.values().flatten().map(|passage| passage.stale.len()).sum();
    let open = view.checks.iter().filter(|check| match check.severity {
        Severity::Error | Severity::Warning => true,
        Severity::Info => false,
    });
    let checks = open.count();
    let unfinished = match state {
        ProgrammeState::Analyse
        | ProgrammeState::Beteiligung
        | ProgrammeState::Entwurf
        | ProgrammeState::InBeratung => checks > 0,
        ProgrammeState::Beschlossen => false,
    };
    (stale > 0 || unfinished).then(|| Step {
        icon: icon::NOTE_PENCIL,
        title: words::step_draft(&area.name),
        detail: words::step_draft_detail(stale, checks),
        button: words::CONTINUE,
        area: Some(area.id),
        section: Section::Handlungsprogramm,
        late: false,
    })
}

fn dates(cx: &PanelCx) -> Vec<Step> {
    let verfahren = &cx.snapshot.verfahren;
    let mut near: Vec<_> = verfahren
        .states
        .iter()
        .filter(|state| match state.progress {
            StepProgress::Geplant | StepProgress::Laeuft => true,
            StepProgress::Erledigt => false,
        })
        .filter_map(|state| {
            let date = state.date?;
            let days = cx.today.until(date).ok()?.get_days();
            (days <= DAYS_AHEAD).then_some((date, days, state))
        })
        .collect();
    near.sort_by_key(|(date, _, state)| (*date, state.area));
    let step = |(date, days, state): (jiff::civil::Date, i32, &crate::domain::StepState)| {
        let area = cx.snapshot.data.area(state.area)?;
        let title = &verfahren.steps.iter().find(|step| step.id == state.step)?.title;
        Some(Step {
            icon: icon::CALENDAR_CHECK,
            title: words::step_due(&area.name, title, date),
            detail: words::step_due_detail(days),
            button: words::TO_PROCEDURE,
            area: Some(area.id),
            section: Section::Verfahren,
            late: days < 0,
        })
    };
    near.into_iter().filter_map(step).collect()
}

fn gaps(cx: &PanelCx) -> Option<Step> {
    let data = &cx.snapshot.data;
    let mut cells = 0;
    let mut details = Vec::new();
    for note in &cx.derived.ranking()?.run.notes {
        match note {
            RunNote::WithoutValue { indicator, areas } => {
                cells += areas.len();
                let names: Vec<&str> =
                    areas.iter().filter_map(|area| data.area(*area)).map(|area| area.name.as_str()).collect();
                details.push(words::step_gap(data.indicator(*indicator).map_or("", |card| &card.name), &names));
            }
            RunNote::Constant(_)
            | RunNote::ContextCounted(_)
            | RunNote::IndicatorScreened(_)
            | RunNote::Filled { .. }
            | RunNote::Treated { .. }
            | RunNote::Demonstration { .. } => {}
        }
    }
    (cells > 0).then(|| Step {
        icon: icon::TABLE,
        title: words::step_gaps(cells),
        detail: details.join("; "),
        button: words::LOOK,
        area: None,
        section: Section::Daten,
        late: false,
    })
}

fn without_programme(lines: &Lines) -> Option<Step> {
    let missing: Vec<_> = lines.lines.iter().filter(|line| line.member && line.programme.is_none()).collect();
    let names: Vec<&str> = missing.iter().map(|line| line.name.as_str()).collect();
    Some(Step {
        icon: icon::FILE_TEXT,
        title: words::step_without_programme(&names),
        detail: if names.len() > 1 { names.join(", ") } else { words::NOT_BEGUN.to_owned() },
        button: words::BEGIN,
        area: Some(missing.first()?.area),
        section: Section::Handlungsprogramm,
        late: false,
    })
}

/// Draws the steps below the table.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, steps: &[Step]) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.line));
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), HEAD), Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space::L);
        label::h3(ui, words::NEXT);
        if !steps.is_empty() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(space::L);
                ui.label(rich(words::open_steps(steps.len()), TypeStyle::Small, cx.tokens.text2));
            });
        }
    });
    if steps.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(space::L);
            label::small(ui, words::NOTHING_NEXT);
        });
        return;
    }
    // As low as the panel is: a list that insists on more would push the panel over the table.
    let list = ScrollArea::vertical().id_salt("naechste-schritte").auto_shrink([false, false]);
    list.min_scrolled_height(0.0).show(ui, |ui| {
        for step in steps {
            ui.push_id((&step.title, step.area), |ui| row(ui, cx, step));
        }
    });
}

fn row(ui: &mut Ui, cx: &mut PanelCx, step: &Step) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, tokens.line_soft));
    paint::icon(ui, pos2(rect.left() + 20.0, rect.center().y), step.icon, 16.0, tokens.accent);
    let inner = Rect::from_min_max(pos2(rect.left() + 38.0, rect.top()), pos2(rect.right() - space::L, rect.bottom()));
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        if Button::secondary(step.button).compact().show(ui).clicked() {
            if let Some(area) = step.area {
                cx.outbox.push(Intent::SelectArea(area));
            }
            cx.outbox.go_to(step.section);
        }
        ui.add_space(space::M);
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add_space(3.0);
            ui.add(Label::new(rich(step.title.as_str(), TypeStyle::BodyStrong, tokens.text)).truncate());
            let ink = if step.late { tokens.warn } else { tokens.text2 };
            ui.add(Label::new(rich(step.detail.as_str(), TypeStyle::Small, ink)).truncate());
        });
    });
}
