//! Controls of a page of the recipe: each change is one command; what makes no sense is refused beside its control.

use super::combo;
use crate::domain::{IndexSpec, Recipe, RecipeId};
use crate::project::{Command, RecipeCommand};
use crate::text::Explain;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::theme::{TypeStyle, space};
use crate::ui::PanelCx;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::field::{Field, check_box};
use crate::ui::widget::notice::notice;
use crate::ui::widget::paint;
use crate::ui::widget::text as label;
use egui::{Align2, Sense, Ui, vec2};

/// Width of the names of controls.
pub(super) const LABEL: f32 = 118.0;
const NUMBER: f32 = 84.0;

/// A change that made no sense, and why.
#[derive(Clone, Debug)]
pub(in super::super) struct Refusal {
    recipe: RecipeId,
    /// The recipe that was to be changed: a refusal holds as long as it does.
    beside: IndexSpec,
    /// Name of the control.
    at: String,
    reason: String,
}

/// What the pages write to.
pub(in super::super) struct Editor<'a, 'c> {
    pub cx: &'a mut PanelCx<'c>,
    pub recipe: &'a Recipe,
    pub refusal: &'a mut Option<Refusal>,
}

impl Editor<'_, '_> {
    /// Changes the recipe by the control called `at`. A recipe that would make no sense is not sent, unless the present
    /// one makes none either: then any step may lead out.
    pub fn change(&mut self, at: &str, change: impl FnOnce(&mut IndexSpec)) {
        self.change_called(at, words::changed(at), change);
    }

    /// The same with another label for the history.
    pub fn change_called(&mut self, at: &str, label: String, change: impl FnOnce(&mut IndexSpec)) {
        let mut spec = self.recipe.spec.clone();
        change(&mut spec);
        if spec == self.recipe.spec {
            *self.refusal = None;
            return;
        }
        let sound = self.cx.derived.ranking_error().is_none();
        // One run of the recipe, without its variation: milliseconds, and once per change.
        match crate::analysis::validate(&self.cx.snapshot.data, &spec) {
            Err(error) if sound => {
                let message = error.named(&self.cx.snapshot.data).message();
                let reason = [message.happened, message.meaning, message.action];
                let reason: Vec<String> = reason.into_iter().filter(|part| !part.is_empty()).collect();
                *self.refusal = Some(Refusal {
                    recipe: self.recipe.id,
                    beside: self.recipe.spec.clone(),
                    at: at.to_owned(),
                    reason: reason.join(" "),
                });
            }
            Ok(()) | Err(_) => {
                *self.refusal = None;
                self.cx.outbox.command(Command::Recipe(RecipeCommand::Update { id: self.recipe.id, spec, label }));
            }
        }
    }

    /// Why the last change by this control was not made.
    pub fn refused(&self, ui: &mut Ui, at: &str) {
        let refusal = self.refusal.as_ref();
        let holds = |refusal: &&Refusal| refusal.recipe == self.recipe.id && refusal.beside == self.recipe.spec;
        if let Some(refusal) = refusal.filter(|refusal| refusal.at == at).filter(holds) {
            notice(ui, Tone::Err, &refusal.reason, None);
        }
    }

    /// A name and a list beside it.
    pub fn choose<T: Clone + PartialEq, L: AsRef<str>>(
        &mut self,
        ui: &mut Ui,
        name: &str,
        now: &T,
        choices: &[(T, L)],
        set: impl FnOnce(&mut IndexSpec, T),
    ) {
        let mut chosen = None;
        row(ui, self.cx, name, |ui, width| chosen = combo(name, width).show(ui, Some(now), choices));
        if let Some(value) = chosen {
            self.change(name, |spec| set(spec, value));
        }
        self.refused(ui, name);
    }

    /// A name and a number beside it; an emptied field changes nothing.
    pub fn number(&mut self, ui: &mut Ui, name: &str, now: f64, decimals: u8, set: impl FnOnce(&mut IndexSpec, f64)) {
        self.number_or_none(ui, name, Some(now), decimals, |spec, value| {
            if let Some(value) = value {
                set(spec, value);
            }
        });
    }

    /// A name and a number beside it that may be absent.
    pub fn number_or_none(
        &mut self,
        ui: &mut Ui,
        name: &str,
        now: Option<f64>,
        decimals: u8,
        set: impl FnOnce(&mut IndexSpec, Option<f64>),
    ) {
        let mut entered = None;
        let of = self.recipe.id.0;
        ui.spacing_mut().interact_size.y = 24.0;
        ui.horizontal(|ui| {
            // A number needs little room: what is left is for its name.
            let room = (ui.available_width() - NUMBER - space::M).max(LABEL);
            name_cell(ui, self.cx, name, room);
            let field = Field::new(name, (name, of)).hide_label().compact().width(NUMBER);
            entered = field.show_number(ui, now, decimals).changed();
        });
        if let Some(value) = entered {
            self.change(name, |spec| set(spec, value));
        }
        self.refused(ui, name);
    }

    /// A tick.
    pub fn tick(&mut self, ui: &mut Ui, name: &str, now: bool, set: impl FnOnce(&mut IndexSpec, bool)) {
        if let Some(value) = check_box(ui, now, name) {
            self.change(name, |spec| set(spec, value));
        }
        self.refused(ui, name);
    }

    /// A method that is drawn or not: a tick that puts it into a list or takes it out. `None`: the recipe's own, which is
    /// always drawn.
    pub fn member<T: PartialEq>(
        &mut self,
        ui: &mut Ui,
        (group, name): (&str, &str),
        value: T,
        list: fn(&mut IndexSpec) -> &mut Vec<T>,
        now: Option<bool>,
    ) {
        let Some(now) = now else {
            let own = recipe_words::always_drawn(name);
            ui.add_enabled_ui(false, |ui| check_box(ui, true, &own));
            return;
        };
        if let Some(drawn) = check_box(ui, now, name) {
            self.change(group, |spec| {
                let list = list(spec);
                list.retain(|other| *other != value);
                if drawn {
                    list.push(value);
                }
            });
        }
    }
}

/// A heading within a page.
pub(super) fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(space::M);
    label::h3(ui, words);
}

/// A name at the left, the control at the right.
pub(super) fn row(ui: &mut Ui, cx: &PanelCx, name: &str, show: impl FnOnce(&mut Ui, f32)) {
    ui.spacing_mut().interact_size.y = 24.0;
    ui.horizontal(|ui| {
        name_cell(ui, cx, name, LABEL);
        let width = ui.available_width();
        show(ui, width);
    });
}

/// Painted only: the control beside it carries the name.
pub(super) fn name_cell(ui: &mut Ui, cx: &PanelCx, name: &str, width: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    let galley = paint::elided(ui, name, TypeStyle::Small, cx.tokens.text2, width - 4.0);
    if galley.elided {
        response.on_hover_text(name);
    }
    paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
}
