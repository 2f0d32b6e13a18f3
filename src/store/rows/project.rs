//! The one row about the project itself.

use crate::domain::{PlanRules, RecipeId};
use crate::store::tx::{get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::named_params;

impl Tx<'_> {
    /// Title, current recipe, rules of money and priority.
    pub fn project_row(&self) -> Result<(String, Option<RecipeId>, PlanRules), StoreError> {
        self.first(include_str!("../sql/project_get.sql"), [], |row| {
            let recipe = row.get::<_, Option<i64>>("current_recipe")?.map(RecipeId);
            Ok((row.get("title")?, recipe, get_json(row, "plan_rules")?))
        })?
        .ok_or(StoreError::Content { what: "project" })
    }

    /// Gives the project another title.
    pub fn set_title(&self, title: &str) -> Result<(), StoreError> {
        self.run(include_str!("../sql/project_set_title.sql"), named_params! { ":title": title })?;
        Ok(())
    }

    /// Sets the rules of money and priority.
    pub fn set_plan_rules(&self, rules: &PlanRules) -> Result<(), StoreError> {
        self.run(include_str!("../sql/project_set_rules.sql"), named_params! { ":rules": json(rules)? })?;
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
