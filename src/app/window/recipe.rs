//! Recipes to and from files, as the window carries it out.

use super::Window;
use crate::app::dialogs::{PathPurpose, Saved};
use crate::domain::IndexSpec;
use crate::export::safe_file_name;
use crate::fs;
use crate::jobs::Job;
use crate::project::{Command, RecipeCommand, Request};
use crate::text::error::app::{recipe_unreadable, worker_lost};
use crate::text::panel::bedarf as words;
use crate::text::panel::dialog as dialog_words;
use crate::text::{Explain, Message};
use crate::ui::dialog::Failure;
use crate::ui::{Dialog, RecipeFile, Toast};
use std::path::{Path, PathBuf};

/// A recipe file being read.
pub(super) type Reading = Job<Result<IndexSpec, Message>>;

impl Window {
    pub(super) fn recipe_step(&mut self, step: RecipeFile) {
        match step {
            RecipeFile::Load => self.ask_path(PathPurpose::LoadRecipe),
            RecipeFile::Save { name, toml } => {
                let file_name = safe_file_name(&words::recipe_file_name(&name));
                self.ask_path(PathPurpose::Save { what: Saved::Recipe(toml), file_name });
            }
        }
    }

    pub(super) fn load_recipe(&mut self, path: PathBuf) {
        self.recipe = Some(Job::start("recipe", self.wake.clone(), move |_| read(&path)));
    }

    pub(super) fn collect_recipe(&mut self) {
        let Some(job) = &self.recipe else { return };
        let outcome = match job.poll() {
            Some(outcome) => outcome,
            None if job.is_lost() => Err(worker_lost(dialog_words::LOAD_RECIPE)),
            None => return,
        };
        self.recipe = None;
        let Some(snapshot) = &self.snapshot else { return };
        // A recipe that makes no sense whatever the values are does not get into the project.
        let makes_sense = |spec: IndexSpec| match crate::analysis::check(&spec) {
            Ok(()) => Ok(spec),
            Err(error) => Err(error.named(&snapshot.data).message()),
        };
        match outcome.and_then(makes_sense) {
            Ok(mut spec) => {
                let taken = |name: &str| snapshot.recipes.iter().any(|recipe| recipe.spec.name == name);
                let numbered = (2..).map(|number| words::numbered(&spec.name, number));
                spec.name =
                    std::iter::once(spec.name.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or_default();
                self.shell.toast(Toast::done(words::recipe_loaded(&spec.name), words::RECIPE_LOADED_HINT));
                self.engine.send(Request::Execute(Command::Recipe(RecipeCommand::Add(spec))));
            }
            Err(message) => self.shell.ask(Dialog::Failure(Failure::new(message))),
        }
    }
}

fn read(path: &Path) -> Result<IndexSpec, Message> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = fs::read(path).map_err(|error| error.message())?;
    let text = String::from_utf8(bytes).map_err(|error| recipe_unreadable(&name, &error.to_string()))?;
    toml::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| recipe_unreadable(&name, &error.to_string()))
}
