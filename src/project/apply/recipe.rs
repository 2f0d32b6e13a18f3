//! Changes of recipes.

use super::{Applied, Cx, free, require};
use crate::domain::{IndexSpec, Recipe, RecipeId};
use crate::project::{ProjectError, RecipeCommand};
use crate::text::label::{self, Noun};

pub(super) fn apply(cx: &Cx<'_>, command: RecipeCommand) -> Result<Applied, ProjectError> {
    match command {
        RecipeCommand::Add(spec) => add(cx, &spec),
        RecipeCommand::AddAll(specs) => add_all(cx, &specs),
        RecipeCommand::Update { id, spec, label } => update(cx, id, &spec, label),
        RecipeCommand::Remove(id) => remove(cx, id),
        RecipeCommand::SetCurrent(id) => set_current(cx, id),
    }
}

fn add(cx: &Cx<'_>, spec: &IndexSpec) -> Result<Applied, ProjectError> {
    check_name(cx, spec, None)?;
    let id = cx.tx.put_recipe(None, spec)?;
    Ok(Applied::created(id.0, label::added(Noun::Recipe, &spec.name)))
}

fn add_all(cx: &Cx<'_>, specs: &[IndexSpec]) -> Result<Applied, ProjectError> {
    for (at, spec) in specs.iter().enumerate() {
        check_name(cx, spec, None)?;
        free(Noun::Recipe, &spec.name, specs[..at].iter().any(|other| other.name == spec.name))?;
        cx.tx.put_recipe(None, spec)?;
    }
    Ok(Applied::changed(label::recipes_added(specs.len())))
}

fn update(cx: &Cx<'_>, id: RecipeId, spec: &IndexSpec, label: String) -> Result<Applied, ProjectError> {
    known(cx, id)?;
    check_name(cx, spec, Some(id))?;
    cx.tx.put_recipe(Some(id), spec)?;
    let label = if label.trim().is_empty() { label::changed(Noun::Recipe, &spec.name) } else { label };
    Ok(Applied::changed(label))
}

fn remove(cx: &Cx<'_>, id: RecipeId) -> Result<Applied, ProjectError> {
    let recipe = known(cx, id)?;
    if cx.before.current_recipe == Some(id) {
        return Err(ProjectError::RecipeIsCurrent { name: recipe.spec.name.clone() });
    }
    cx.tx.delete_recipe(id)?;
    Ok(Applied::changed(label::removed(Noun::Recipe, &recipe.spec.name)))
}

fn set_current(cx: &Cx<'_>, id: RecipeId) -> Result<Applied, ProjectError> {
    let recipe = known(cx, id)?;
    cx.tx.set_current_recipe(Some(id))?;
    Ok(Applied::changed(label::recipe_chosen(&recipe.spec.name)))
}

fn known<'a>(cx: &Cx<'a>, id: RecipeId) -> Result<&'a Recipe, ProjectError> {
    cx.before.recipes.iter().find(|recipe| recipe.id == id).ok_or(ProjectError::Unknown { noun: Noun::Recipe })
}

fn check_name(cx: &Cx<'_>, spec: &IndexSpec, own: Option<RecipeId>) -> Result<(), ProjectError> {
    require(Noun::Recipe, &spec.name)?;
    let taken = cx.before.recipes.iter().any(|other| Some(other.id) != own && other.spec.name == spec.name);
    free(Noun::Recipe, &spec.name, taken)
}
