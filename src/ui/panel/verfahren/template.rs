//! The template: the planners' own list of steps.

use crate::domain::{ProcedureGate, ProcedureStep, SchrittId};
use crate::project::{Command, VerfahrenCommand};
use crate::text;
use crate::text::panel::verfahren as words;
use crate::theme::stroke;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row, focus_list};
use crate::ui::widget::field::{Edit, Field, check_box};
use crate::ui::widget::notice::notice;
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

const PANE: f32 = 400.0;

/// State of the tab: the selected step, and whether a new one is awaited.
#[derive(Default)]
pub(super) struct Template {
    selected: Option<SchrittId>,
    /// Greatest identity before the new step.
    awaited: Option<Option<SchrittId>>,
    next: super::durchgang::NextDurchgang,
}

impl Template {
    /// Adds a step at the end and selects it as soon as it is there.
    pub(super) fn add(&mut self, ui: &Ui, cx: &mut PanelCx) {
        release_focus(ui);
        let step = ProcedureStep {
            id: SchrittId(0),
            position: 0,
            title: words::NEW_STEP.to_owned(),
            responsible: String::new(),
            result: String::new(),
            checklist: Vec::new(),
            is_committee: false,
            gates: Vec::new(),
        };
        self.awaited = Some(greatest(cx));
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::AddStep(step)));
    }

    /// A step was refused: no entry is awaited any more.
    pub(super) fn step_refused(&mut self) {
        self.awaited = None;
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        self.find_new(ui, cx);
        let steps = &cx.snapshot.verfahren.steps;
        let at = self.selected.and_then(|id| steps.iter().position(|step| step.id == id));
        let at = at.or_else(|| (!steps.is_empty()).then_some(0));
        let frame = Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin {
            left: 14,
            right: 6,
            top: 12,
            bottom: 12,
        });
        let width = PANE.min(ui.available_width() * 0.46);
        let pane = Panel::right("vorlage-pane").exact_size(width).resizable(false).show_separator_line(false);
        pane.frame(frame).show(ui, |ui| {
            let rect = ui.max_rect().expand2(egui::vec2(14.0, 12.0));
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            ScrollArea::vertical().id_salt("vorlage").auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 8.0);
                match at.and_then(|at| cx.snapshot.verfahren.steps.get(at)) {
                    Some(step) => form(ui, cx, step, at == Some(0), at.map(|at| at + 1) == Some(steps.len())),
                    None => {
                        label::small(ui, words::CHOOSE_STEP);
                    }
                }
            });
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(12, 10)).show(ui, |ui| {
                notice(ui, Tone::Info, words::TEMPLATE_NOTE, None);
            });
            let margin = Margin { left: 12, right: 12, top: 8, bottom: 12 };
            let below = Panel::bottom("vorlage-durchgang").resizable(false).show_separator_line(false);
            below.frame(Frame::NONE.inner_margin(margin)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                self.next.show(ui, cx);
            });
            if let Some(chosen) = list(ui, cx, at) {
                self.selected = cx.snapshot.verfahren.steps.get(chosen).map(|step| step.id);
            }
        });
    }

    fn find_new(&mut self, ui: &Ui, cx: &PanelCx) {
        let Some(before) = self.awaited else { return };
        let now = greatest(cx);
        if now > before
            && let Some(id) = now
        {
            self.awaited = None;
            self.selected = Some(id);
            Field::new(words::TITLE, id).focus_all(ui, words::NEW_STEP);
        }
    }
}

fn greatest(cx: &PanelCx) -> Option<SchrittId> {
    cx.snapshot.verfahren.steps.iter().map(|step| step.id).max()
}

/// What is being typed is stored before something else comes into view.
fn release_focus(ui: &Ui) {
    ui.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}

fn list(ui: &mut Ui, cx: &mut PanelCx, selected: Option<usize>) -> Option<usize> {
    let steps = &cx.snapshot.verfahren.steps;
    let wide = ui.available_width() > 640.0;
    let mut columns = vec![Column::number(words::NUMBER).fixed(48.0), Column::text(words::TITLE).flex(180.0)];
    if wide {
        columns.push(Column::text(words::RESPONSIBLE).flex(180.0));
    }
    columns.push(Column::number(words::POINTS).fixed(72.0));
    columns.push(Column::center(words::COMMITTEE).fixed(84.0));
    let table = DataTable::new("vorlage", words::TEMPLATE, &columns).rows(steps.len()).selected(selected).named_by(1);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(step) = steps.get(index) else { return };
        row.quiet(&step.position.to_string());
        row.name(&step.title);
        if wide {
            row.small(&step.responsible);
        }
        row.quiet(&(step.checklist.len() + step.gates.len()).to_string());
        row.quiet(if step.is_committee { words::COMMITTEE } else { "" });
    };
    if cx.triggered(UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), None, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    table.show(ui, describe).selected
}

fn form(ui: &mut Ui, cx: &mut PanelCx, step: &ProcedureStep, first: bool, last: bool) {
    let locked = cx.disabled_reason(UiAction::NewEntry);
    ui.spacing_mut().item_spacing.y = 8.0;
    let mut changed = step.clone();
    if let Edit::Set(title) =
        Field::new(words::TITLE, step.id).never_empty().disabled_reason(locked).show_text(ui, &step.title)
    {
        changed.title = title;
    }
    let responsible = Field::new(words::RESPONSIBLE, step.id).disabled_reason(locked);
    if let Edit::Set(responsible) = responsible.show_text(ui, &step.responsible) {
        changed.responsible = responsible;
    }
    let result = Field::new(words::RESULT, step.id).rows(3).disabled_reason(locked);
    if let Edit::Set(result) = result.show_text(ui, &step.result) {
        changed.result = result;
    }
    let lines = step.checklist.join("\n");
    let checklist = Field::new(words::CHECKLIST, step.id).rows(6).note(words::CHECKLIST_NOTE).disabled_reason(locked);
    if let Edit::Set(lines) = checklist.show_text(ui, &lines) {
        changed.checklist = lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    }
    gates(ui, &mut changed, locked);
    if let Some(is_committee) = check_box(ui, step.is_committee, words::IS_COMMITTEE)
        && locked.is_none()
    {
        changed.is_committee = is_committee;
    }
    ui.horizontal_wrapped(|ui| {
        let reason = locked.or_else(|| first.then_some(words::IS_FIRST));
        if Button::secondary(words::UP).icon(icon::CARET_UP).compact().disabled_reason(reason).show(ui).clicked() {
            changed.position = step.position.saturating_sub(1);
        }
        let reason = locked.or_else(|| last.then_some(words::IS_LAST));
        if Button::secondary(words::DOWN).icon(icon::CARET_DOWN).compact().disabled_reason(reason).show(ui).clicked() {
            changed.position = step.position + 1;
        }
        let remove = Button::ghost(words::REMOVE_STEP).icon(icon::TRASH).compact().disabled_reason(locked);
        if remove.show(ui).clicked() {
            focus_list(ui.ctx());
            cx.outbox.command(Command::Verfahren(VerfahrenCommand::RemoveStep(step.id)));
        }
    });
    if changed != *step {
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::UpdateStep(changed)));
    }
}

/// Which conditions the program looks at in this step.
fn gates(ui: &mut Ui, step: &mut ProcedureStep, locked: Option<&'static str>) {
    label::section(ui, words::GATES).on_hover_text(words::GATES_NOTE);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for gate in ProcedureGate::ALL {
            let has = step.gates.contains(&gate);
            if let Some(wanted) = check_box(ui, has, text::procedure_gate(gate))
                && locked.is_none()
            {
                step.gates.retain(|other| *other != gate);
                if wanted {
                    step.gates.push(gate);
                    step.gates.sort_unstable();
                }
            }
        }
    });
}
