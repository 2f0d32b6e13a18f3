//! The one row about the project itself.

use crate::domain::RecipeId;
use crate::store::{StoreError, Tx};
use rusqlite::named_params;

impl Tx<'_> {
    /// Title and current recipe.
    pub fn project_row(&self) -> Result<(String, Option<RecipeId>), StoreError> {
        self.first(include_str!("../sql/project_get.sql"), [], |row| {
            Ok((row.get("title")?, row.get::<_, Option<i64>>("current_recipe")?.map(RecipeId)))
        })?
        .ok_or(StoreError::Content { what: "project" })
    }

    /// Gives the project another title.
    pub fn set_title(&self, title: &str) -> Result<(), StoreError> {
        self.run(include_str!("../sql/project_set_title.sql"), named_params! { ":title": title })?;
        Ok(())
    }

    /// Makes a recipe the one that ranks the project.
    pub fn set_current_recipe(&self, recipe: Option<RecipeId>) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/project_set_current_recipe.sql"),
            named_params! { ":recipe": recipe.map(|id| id.0) },
        )?;
        Ok(())
    }
}
