//! Changes of the recipe in view: each is one command with a speaking label.

use crate::domain::{IndexSpec, Recipe};
use crate::project::{Command, RecipeCommand};
use crate::text::panel::bedarf as words;
use crate::ui::PanelCx;

/// Changes the recipe; nothing is sent where nothing changes.
pub(super) fn update(cx: &mut PanelCx, recipe: &Recipe, label: String, change: impl FnOnce(&mut IndexSpec)) {
    let mut spec = recipe.spec.clone();
    change(&mut spec);
    if spec != recipe.spec {
        cx.outbox.command(Command::Recipe(RecipeCommand::Update { id: recipe.id, spec, label }));
    }
}

/// Whether a recipe other than `own` has this name.
pub(super) fn is_taken(cx: &PanelCx, name: &str, own: Option<&Recipe>) -> bool {
    cx.snapshot.recipes.iter().any(|other| other.spec.name == name && own.is_none_or(|own| own.id != other.id))
}

/// The name, numbered where a recipe has it already.
pub(super) fn free_name(cx: &PanelCx, name: &str) -> String {
    let numbered = (2..).map(|number| words::numbered(name, number));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !is_taken(cx, name, None)).unwrap_or_default()
}
