//! Which recipe ranks the project, and the menu of its variants.

use super::recipe;
use crate::domain::{IndexSpec, Recipe, RecipeId};
use crate::project::{Command, RecipeCommand};
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::theme::space;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, menu_item};
use crate::ui::widget::field::Field;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, RecipeFile};
use egui::{Align, Layout, Popup, Ui};

/// What a name is being typed for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    Duplicate,
    Rename,
}

/// State of the menu.
#[derive(Default)]
pub(super) struct Variants {
    naming: Option<(Naming, RecipeId, String)>,
    /// Name of a recipe that was added and is chosen as soon as the project has it.
    awaited: Option<String>,
    /// The presets that fit the data, looked up when the menu opens.
    presets: Vec<IndexSpec>,
}

enum Choice {
    Name(Naming),
    Preset(usize),
    Remove(RecipeId),
    Save,
    Load,
}

impl Variants {
    /// Recipe, menu, and the name being typed.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, current: &Recipe) {
        ui.horizontal(|ui| {
            label::h3(ui, words::METHOD);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.menu(ui, cx, current));
        });
        let recipes: Vec<(RecipeId, &str)> =
            cx.snapshot.recipes.iter().map(|recipe| (recipe.id, recipe.spec.name.as_str())).collect();
        let width = ui.available_width();
        let combo = Combo::new(words::RECIPE).width(width);
        let locked = (!cx.writable()).then_some(words::READ_ONLY);
        if let Some(id) = combo.disabled_reason(locked).show(ui, Some(&current.id), &recipes) {
            cx.outbox.command(Command::Recipe(RecipeCommand::SetCurrent(id)));
        }
        self.name(ui, cx, current);
    }

    fn menu(&mut self, ui: &mut Ui, cx: &mut PanelCx, current: &Recipe) {
        let locked = (!cx.writable()).then_some(words::READ_ONLY);
        let button = Button::secondary(words::VARIANTS).icon(icon::COPY).compact().caret().disabled_reason(locked);
        let button = button.show(ui);
        if button.clicked() {
            // Cheap and pure, but it reads all values: done when the menu opens, not in every frame.
            self.presets = crate::analysis::presets_beside(&cx.snapshot.data, &current.spec);
        }
        let chosen = Popup::menu(&button)
            .width(300.0)
            .gap(2.0)
            .accessible_name(words::VARIANTS)
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                self.entries(ui, cx, current)
            })
            .and_then(|shown| shown.inner);
        match chosen {
            Some(Choice::Name(naming)) => {
                let name = match naming {
                    Naming::Duplicate => recipe::free_name(cx, &current.spec.name),
                    Naming::Rename => current.spec.name.clone(),
                };
                self.naming = Some((naming, current.id, name));
            }
            Some(Choice::Preset(at)) => {
                if let Some(spec) = self.presets.get(at).cloned() {
                    self.add_and_choose(cx, spec);
                }
            }
            Some(Choice::Load) => cx.outbox.push(Intent::Recipe(RecipeFile::Load)),
            Some(Choice::Save) => {
                if let Ok(toml) = toml::to_string(&current.spec) {
                    let name = current.spec.name.clone();
                    cx.outbox.push(Intent::Recipe(RecipeFile::Save { name, toml }));
                }
            }
            Some(Choice::Remove(id)) => cx.outbox.command(Command::Recipe(RecipeCommand::Remove(id))),
            None => {}
        }
    }

    fn entries(&self, ui: &mut Ui, cx: &PanelCx, current: &Recipe) -> Option<Choice> {
        let mut choice = None;
        let mut entry = |ui: &mut Ui, words: &str, chosen: Choice| {
            if menu_item(ui, words, false, None) {
                choice = Some(chosen);
                ui.close();
            }
        };
        entry(ui, words::DUPLICATE, Choice::Name(Naming::Duplicate));
        entry(ui, words::RENAME, Choice::Name(Naming::Rename));
        entry(ui, recipe_words::SAVE_RECIPE, Choice::Save);
        entry(ui, recipe_words::LOAD_RECIPE, Choice::Load);
        label::rule(ui);
        for (at, preset) in self.presets.iter().enumerate() {
            entry(ui, &words::preset(&preset.name), Choice::Preset(at));
        }
        let others: Vec<&Recipe> = cx.snapshot.recipes.iter().filter(|other| other.id != current.id).collect();
        if !others.is_empty() {
            label::rule(ui);
        }
        for other in others {
            entry(ui, &words::remove_recipe(&other.spec.name), Choice::Remove(other.id));
        }
        choice
    }

    fn name(&mut self, ui: &mut Ui, cx: &mut PanelCx, current: &Recipe) {
        let Some((naming, of, name)) = &mut self.naming else { return };
        if *of != current.id {
            self.naming = None;
            return;
        }
        let own = (*naming == Naming::Rename).then_some(current);
        let problem = if name.trim().is_empty() {
            Some(words::NAME_EMPTY)
        } else {
            recipe::is_taken(cx, name.trim(), own).then_some(words::NAME_TAKEN)
        };
        let field = Field::new(words::NEW_NAME, current.id.0).error(problem);
        let response = field.show_live(ui, name);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let (mut saved, mut cancelled) = (false, false);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            saved = Button::recommended(words::SAVE_NAME).compact().disabled_reason(problem).show(ui).clicked();
            cancelled = Button::secondary(words::CANCEL).compact().show(ui).clicked();
        });
        let (naming, name) = (*naming, name.trim().to_owned());
        if problem.is_none() && (saved || entered) {
            self.naming = None;
            match naming {
                Naming::Duplicate => self.add_and_choose(cx, IndexSpec { name, ..current.spec.clone() }),
                Naming::Rename => recipe::update(cx, current, words::renamed(&name), |spec| spec.name = name),
            }
        } else if cancelled {
            self.naming = None;
        }
    }

    /// Chooses a recipe that was just added, once the project has it.
    pub(super) fn choose_awaited(&mut self, cx: &mut PanelCx) {
        let added = cx.snapshot.recipes.iter().find(|recipe| Some(&recipe.spec.name) == self.awaited.as_ref());
        if let Some(added) = added {
            self.awaited = None;
            if cx.snapshot.current_recipe != Some(added.id) {
                cx.outbox.command(Command::Recipe(RecipeCommand::SetCurrent(added.id)));
            }
        }
    }

    /// Stores a recipe under a free name and chooses it.
    pub(super) fn add_and_choose(&mut self, cx: &mut PanelCx, spec: IndexSpec) {
        let name = recipe::free_name(cx, &spec.name);
        self.awaited = Some(name.clone());
        cx.outbox.command(Command::Recipe(RecipeCommand::Add(IndexSpec { name, ..spec })));
    }
}
