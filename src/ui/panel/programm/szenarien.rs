//! Scenarios: choices of measures side by side, and the form of the selected one.

use super::pending::Pending;
use super::{Plan, copy_table, removed, send};
use crate::domain::{Massnahme, MassnahmeId, Szenario, Szenarioauswahl};
use crate::programme::{ScenarioComparison, ScenarioLine, ScenarioResult};
use crate::project::ProgrammeCommand;
use crate::text::panel::programm::scenario as words;
use crate::text::report::measure_number;
use crate::theme::{TypeStyle, row, space, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::field::{self, Edit, Field, check_box};
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint, text as label};
use egui::{Align2, CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, vec2};
use std::collections::BTreeSet;

const FORM: f32 = 292.0;
/// The first column, and one per choice.
const FIRST: f32 = 220.0;
const COLUMN: f32 = 124.0;

/// State of the comparison: the selected choice and edits on their way.
#[derive(Default)]
pub(super) struct SzenarienPart {
    selected: Option<String>,
    pending: Pending<Vec<Szenario>>,
}

impl SzenarienPart {
    /// Shows table and form.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) {
        let Some(view) = plan.view else {
            label::small(ui, words::COMPUTING);
            return;
        };
        let comparison = &view.plan.scenarios;
        let fill = Frame::NONE.fill(color32(cx.tokens.sunken));
        let form = Panel::right("szenario").exact_size(FORM).resizable(false).show_separator_line(false).frame(fill);
        form.show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            let margin = Margin { left: 16, right: 16, top: 10, bottom: 12 };
            ScrollArea::vertical().id_salt("szenario").auto_shrink([false, false]).show(ui, |ui| {
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::M;
                    self.form(ui, cx, plan, comparison);
                });
            });
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            // Both tables scroll together; neither scrolls by itself.
            let needed = FIRST + COLUMN * comparison.results.len() as f32 + space::L;
            ScrollArea::both().id_salt("szenarien").auto_shrink([false, false]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_width(needed.max(ui.available_width()));
                table(ui, comparison);
                ui.add_space(space::M);
                marks(ui, cx, comparison);
            });
        });
    }

    fn form(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, comparison: &ScenarioComparison) {
        let known = |name: &str| comparison.results.iter().find(|result| result.scenario.name == name);
        let selected = self.selected.as_deref().and_then(known).or(comparison.results.first());
        let Some(selected) = selected else { return };
        let names: Vec<(String, &str)> = comparison
            .results
            .iter()
            .map(|result| (result.scenario.name.clone(), result.scenario.name.as_str()))
            .collect();
        let combo = Combo::new(words::SCENARIO).with_label().width(ui.available_width());
        if let Some(name) = combo.show(ui, Some(&selected.scenario.name), &names) {
            self.selected = Some(name);
        }
        if Button::secondary(words::ADD).icon(icon::PLUS).disabled_reason(plan.locked).show(ui).clicked() {
            self.add(ui, cx, plan, selected);
        }
        label::rule(ui);
        ui.push_id(&selected.scenario.name, |ui| self.chosen(ui, cx, plan, selected));
    }

    /// Name, measures, appendix of the selected choice.
    fn chosen(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, result: &ScenarioResult) {
        let name = result.scenario.name.clone();
        match &result.scenario.auswahl {
            Szenarioauswahl::Eigene(ids) => {
                let field = Field::new(words::NAME, &name).never_empty().disabled_reason(plan.locked);
                if let Edit::Set(new) = field.show_text(ui, &name) {
                    self.selected = Some(new.trim().to_owned());
                    self.edit(ui, cx, plan, |all| rename(all, &name, new.trim()));
                }
                self.measures(ui, cx, plan, &name, ids);
            }
            Szenarioauswahl::Alle | Szenarioauswahl::Schluessel | Szenarioauswahl::Gedeckt => {
                label::hint(ui, words::FOLLOWS);
            }
        }
        ui.add_enabled_ui(plan.locked.is_none(), |ui| {
            if let Some(im_anhang) = check_box(ui, result.scenario.im_anhang, words::APPENDIX) {
                let scenario = Szenario { im_anhang, ..result.scenario.clone() };
                self.edit(ui, cx, plan, |all| put(all, scenario));
            }
        });
        let is_own = match result.scenario.auswahl {
            Szenarioauswahl::Eigene(_) => true,
            Szenarioauswahl::Alle | Szenarioauswahl::Schluessel | Szenarioauswahl::Gedeckt => false,
        };
        let delete = Button::ghost(words::REMOVE).icon(icon::TRASH).disabled_reason(plan.locked);
        if is_own && delete.show(ui).clicked() {
            self.selected = None;
            self.edit(ui, cx, plan, |all| all.retain(|scenario| scenario.name != name));
            removed(cx, words::REMOVED);
        }
    }

    fn measures(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan, name: &str, ids: &BTreeSet<MassnahmeId>) {
        field::label(ui, words::MEASURES, false);
        let mut measures: Vec<&Massnahme> = plan.programme.massnahmen.iter().collect();
        measures.sort_by_key(|measure| measure.number);
        ui.add_enabled_ui(plan.locked.is_none(), |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for measure in measures {
                let words = format!("{} {}", measure_number(measure.number), measure.titel);
                if let Some(chosen) = check_box(ui, ids.contains(&measure.id), &words) {
                    self.edit(ui, cx, plan, |all| choose(all, name, measure.id, chosen));
                }
            }
        });
    }

    /// A choice of one's own that begins with the measures of the selected one.
    fn add(&mut self, ui: &Ui, cx: &mut PanelCx, plan: Plan, like: &ScenarioResult) {
        let taken = |name: &str| {
            let stored = &plan.programme.szenarien;
            stored.iter().any(|scenario| scenario.name == name) || like.scenario.name == name
        };
        let name = (1..).map(words::new).find(|name| !taken(name)).unwrap_or_default();
        let auswahl = Szenarioauswahl::Eigene(like.massnahmen.iter().copied().collect());
        self.selected = Some(name.clone());
        self.edit(ui, cx, plan, |all| put(all, Szenario { name, auswahl, im_anhang: false }));
    }

    fn edit(&mut self, ui: &Ui, cx: &mut PanelCx, plan: Plan, change: impl FnOnce(&mut Vec<Szenario>)) {
        let now = ui.input(|input| input.time);
        let stored = &plan.programme.szenarien;
        let mut szenarien = self.pending.base(stored, |_, _| true, now);
        change(&mut szenarien);
        if szenarien != *stored {
            self.pending.send(&szenarien, now);
            send(cx, ProgrammeCommand::SetSzenarien { programme: plan.programme.id, szenarien });
        }
    }
}

/// Puts a scenario in place of the one of its name, or at the end.
fn put(all: &mut Vec<Szenario>, scenario: Szenario) {
    match all.iter_mut().find(|known| known.name == scenario.name) {
        Some(known) => *known = scenario,
        None => all.push(scenario),
    }
}

fn rename(all: &mut [Szenario], from: &str, to: &str) {
    if let Some(scenario) = all.iter_mut().find(|scenario| scenario.name == from) {
        to.clone_into(&mut scenario.name);
    }
}

fn choose(all: &mut [Szenario], name: &str, id: MassnahmeId, chosen: bool) {
    let scenario = all.iter_mut().find(|scenario| scenario.name == name);
    if let Some(Szenario { auswahl: Szenarioauswahl::Eigene(ids), .. }) = scenario {
        if chosen {
            ids.insert(id);
        } else {
            ids.remove(&id);
        }
    }
}

fn columns(
    first: &str,
    comparison: &ScenarioComparison,
    of: impl Fn(String) -> Column<'static>,
) -> Vec<Column<'static>> {
    let mut columns = vec![Column::text(first).fixed(FIRST)];
    let names = comparison.results.iter().map(|result| result.scenario.name.clone());
    columns.extend(names.map(|name| of(name).flex(COLUMN)));
    columns
}

fn table(ui: &mut Ui, comparison: &ScenarioComparison) {
    let (columns, lines) = (columns(words::QUANTITY, comparison, Column::number), comparison.numbers(|_| true));
    let table = DataTable::new("szenarien", words::COMPARISON, &columns)
        .rows(lines.len())
        .row_height(row::DENSE)
        .head_height(38.0)
        .sticky_columns(1)
        .named_by(0)
        .fit();
    table.show(ui, |at, row| {
        if let Some(line) = lines.get(at) {
            describe(row, line);
        }
    });
}

/// Needs and goals down, choices across: which of them have a measure.
fn marks(ui: &mut Ui, cx: &PanelCx, comparison: &ScenarioComparison) {
    let (columns, marks) = (columns(words::NEED_OR_GOAL, comparison, Column::text), comparison.marks());
    let table = DataTable::new("szenarien-bedarfe", words::MARKS, &columns)
        .rows(marks.len())
        .row_height(row::STRIP + 4.0)
        .head_height(38.0)
        .sticky_columns(1)
        .named_by(0)
        .fit();
    let tokens = cx.tokens;
    table.show(ui, |at, row| {
        let Some(mark) = marks.get(at) else { return };
        let label = words::mark(&mark.label, mark.is_goal);
        row.paint(&label, |ui, rect| {
            let galley = paint::clamped(ui, &label, TypeStyle::Small, tokens.text, rect.width(), 2);
            paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
        });
        for answered in &mark.answered {
            let (symbol, color, words) = match answered {
                true => (icon::CHECK, tokens.ok, words::ANSWERED),
                false => (icon::MINUS, tokens.text3, words::NOT_ANSWERED),
            };
            row.paint(words, |ui, rect| {
                paint::icon(ui, rect.left_center() + vec2(7.0, 0.0), symbol, 13.0, color);
                let place = rect.left_center() + vec2(20.0, 0.0);
                paint::text(ui, place, Align2::LEFT_CENTER, words, TypeStyle::Small, tokens.text2);
            });
        }
    });
}

fn describe(row: &mut Row<'_>, line: &ScenarioLine) {
    row.name(&line.label);
    for cell in &line.cells {
        if line.strong {
            row.strong(cell);
        } else {
            row.text(cell);
        }
    }
}

/// Copies the comparison.
pub(super) fn copy(cx: &mut PanelCx, plan: Plan) {
    let Some(view) = plan.view else { return };
    let comparison = &view.plan.scenarios;
    let (columns, lines) = (columns(words::QUANTITY, comparison, Column::number), comparison.lines(|_| true));
    let table = DataTable::new("szenarien", words::COMPARISON, &columns).rows(lines.len());
    let text = table.tab_separated(&mut |at, row| {
        if let Some(line) = lines.get(at) {
            describe(row, line);
        }
    });
    copy_table(cx, words::COMPARISON, plan, &text);
}
