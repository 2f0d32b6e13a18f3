//! The place Einstellungen: appearance, the project itself, area sets, history.

use crate::domain::Euro;
use crate::project::{Command, ProjectCommand};
use crate::text;
use crate::text::panel::einstellungen as words;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::segment;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, Section, SettingChange, ThemeChoice, UiAction, ViewHeader, section_label};
use egui::{Frame, Grid, Margin, ScrollArea, Ui, vec2};

/// State of the place: a decision being written down.
#[derive(Default)]
pub struct EinstellungenPanel {
    note: String,
    reason: String,
}

impl EinstellungenPanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        ViewHeader::new(section_label(Section::Einstellungen)).show(ui, cx, |_, _| {});
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(24, 16)).show(ui, |ui| {
                ui.set_max_width(WIDTH);
                appearance(ui, cx);
                ui.add_space(20.0);
                project(ui, cx);
                ui.add_space(20.0);
                plan_rules(ui, cx);
                ui.add_space(20.0);
                area_sets(ui, cx);
                ui.add_space(20.0);
                self.history(ui, cx);
            });
        });
    }

    fn history(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        label::section(ui, words::HISTORY);
        label::small(ui, words::HISTORY_HINT);
        ui.add_space(6.0);
        Field::new(words::NOTE_TEXT, "note").show_live(ui, &mut self.note);
        Field::new(words::NOTE_REASON, "reason").show_live(ui, &mut self.reason);
        let empty = self.note.trim().is_empty();
        let reason = if empty { Some(words::NOTE_NEEDS_TEXT) } else { None };
        if Button::secondary(words::NOTE).disabled_reason(reason).show(ui).clicked() && !empty {
            let (text, reason) = (std::mem::take(&mut self.note), std::mem::take(&mut self.reason));
            cx.outbox.command(Command::Project(ProjectCommand::Note { text, reason }));
        }
        ui.add_space(10.0);
        if cx.snapshot.history.is_empty() {
            label::hint(ui, words::NO_HISTORY);
        }
        Grid::new("history").num_columns(2).spacing(vec2(20.0, 4.0)).show(ui, |ui| {
            for entry in cx.snapshot.history.iter().take(100) {
                label::small(ui, &text::date_time(&entry.at));
                let detail = if entry.detail.is_empty() { String::new() } else { format!(" – {}", entry.detail) };
                label::body(ui, &format!("{}{detail}", entry.label));
                ui.end_row();
            }
        });
    }
}

fn appearance(ui: &mut Ui, cx: &mut PanelCx) {
    label::section(ui, words::APPEARANCE);
    let choices = [
        (ThemeChoice::System, words::THEME_SYSTEM),
        (ThemeChoice::Light, words::THEME_LIGHT),
        (ThemeChoice::Dark, words::THEME_DARK),
    ];
    let current = cx.derived.theme;
    ui.horizontal(|ui| {
        label::body(ui, words::THEME);
        if let Some(choice) = segment(ui, current, &choices) {
            cx.outbox.push(Intent::Setting(SettingChange::Theme(choice)));
        }
        ui.add_space(24.0);
        label::body(ui, words::SIZE);
        for (action, symbol) in [(UiAction::ZoomOut, icon::MINUS), (UiAction::ZoomIn, icon::PLUS)] {
            if Button::icon_only(symbol, action.label()).show(ui).clicked() {
                cx.outbox.action(action);
            }
        }
        label::strong(ui, &text::panel::shell::zoom(ui.ctx().zoom_factor()));
    });
}

fn project(ui: &mut Ui, cx: &mut PanelCx) {
    label::section(ui, words::PROJECT);
    if let Edit::Set(title) = Field::new(words::TITLE, "title").width(420.0).show_text(ui, &cx.snapshot.title) {
        cx.outbox.command(Command::Project(ProjectCommand::Rename(title)));
    }
    ui.add_space(6.0);
    label::small(ui, words::FILE);
    label::body(ui, &cx.snapshot.path.display().to_string());
    ui.add_space(6.0);
    if Button::secondary(UiAction::Backup.label()).icon(icon::SHIELD_CHECK).show(ui).clicked() {
        cx.outbox.action(UiAction::Backup);
    }
    label::small(ui, words::BACKUP_HINT);
    ui.add_space(6.0);
    label::small(ui, words::AUTOMATIC_BACKUPS);
    label::small(ui, words::BACKUPS_HOLD_DELETED);
    ui.add_space(6.0);
    if Button::secondary(words::DROP_BACKUPS).show(ui).clicked() {
        cx.outbox.push(Intent::DropAutomaticBackups);
    }
}

/// Rules of money and priority that hold for all programmes.
fn plan_rules(ui: &mut Ui, cx: &mut PanelCx) {
    label::section(ui, words::RULES);
    label::small(ui, words::RULES_HINT);
    ui.add_space(6.0);
    let stored = cx.snapshot.plan_rules.as_ref();
    let mut rules = stored.clone();
    ui.horizontal_top(|ui| {
        money(ui, cx, words::YEARLY_BUDGET, &mut rules.yearly_budget);
        money(ui, cx, words::FUND_PER_YEAR, &mut rules.fund_per_year);
        points(ui, cx, words::OWN_SHARE, &mut rules.own_share_percent, 100);
    });
    ui.add_space(6.0);
    ui.horizontal_top(|ui| {
        points(ui, cx, words::WEIGHT_NEED, &mut rules.weights.bedarf, MOST_WEIGHT);
        points(ui, cx, words::WEIGHT_EFFECT, &mut rules.weights.wirkung, MOST_WEIGHT);
        points(ui, cx, words::WEIGHT_EFFORT, &mut rules.weights.aufwand, MOST_WEIGHT);
    });
    if rules != *stored {
        cx.outbox.command(Command::Project(ProjectCommand::SetPlanRules(rules)));
    }
}

/// Three rules beside each other.
const WIDTH: f32 = 920.0;
const MOST_WEIGHT: u8 = 10;
/// The longest label of the rules with the mark that it is needed.
const RULE: f32 = 296.0;

fn money(ui: &mut Ui, cx: &PanelCx, name: &str, amount: &mut Euro) {
    let field = Field::new(name, "plan-rules").width(RULE).disabled_reason(cx.snapshot.read_only.as_deref());
    if let Edit::Set(entered) = field.never_empty().show_euros(ui, Some(*amount), Euro::default()) {
        *amount = entered;
    }
}

fn points(ui: &mut Ui, cx: &PanelCx, name: &str, value: &mut u8, most: u8) {
    let field = Field::new(name, "plan-rules").width(RULE).disabled_reason(cx.snapshot.read_only.as_deref());
    if let Edit::Set(entered) = field.never_empty().show_count(ui, Some((*value).into()), most.into()) {
        *value = u8::try_from(entered).unwrap_or(*value);
    }
}

fn area_sets(ui: &mut Ui, cx: &PanelCx) {
    label::section(ui, words::AREA_SETS);
    for set in cx.snapshot.data.area_sets.iter() {
        let from = set.valid_from.map(jiff::civil::Date::year);
        label::strong(ui, &set.name);
        label::small(ui, &words::area_set(set.members.len(), text::area_set_state(set.state), from));
        let names: Vec<&str> =
            set.members.iter().filter_map(|id| cx.snapshot.data.area(*id)).map(|area| area.name.as_str()).collect();
        label::body(ui, &names.join(" · "));
        ui.add_space(6.0);
    }
}
