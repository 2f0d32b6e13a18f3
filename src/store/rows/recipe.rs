//! Stored recipes: the specification is kept as TOML, the form in which it is exchanged.

use crate::domain::{IndexSpec, Recipe, RecipeId};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All recipes, in the order in which they were added.
    pub fn recipe_rows(&self) -> Result<Vec<Recipe>, StoreError> {
        self.all(include_str!("../sql/recipe_all.sql"), [], recipe_of)
    }

    /// Writes a recipe, as a new one or over the one of this identity.
    pub fn put_recipe(&self, id: Option<RecipeId>, spec: &IndexSpec) -> Result<RecipeId, StoreError> {
        let text = toml::to_string(spec).map_err(|_| StoreError::Content { what: "spec" })?;
        let id = self.put(
            include_str!("../sql/recipe_put.sql"),
            named_params! { ":id": id.map(|id| id.0), ":name": spec.name, ":spec": text },
        )?;
        Ok(RecipeId(id))
    }

    /// Removes a recipe.
    pub fn delete_recipe(&self, id: RecipeId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/recipe_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn recipe_of(row: &Row<'_>) -> Result<Recipe, StoreError> {
    let text: String = row.get("spec")?;
    let spec = toml::from_str(&text).map_err(|_| StoreError::Content { what: "spec" })?;
    Ok(Recipe { id: RecipeId(row.get("id")?), spec })
}
