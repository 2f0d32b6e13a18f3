//! `rezept`: the recipes, shown with every option explained, and checked.

use super::args::Rezept;
use super::output::{Failure, Report};
use super::project_file::open;
use super::rangfolge::{read_recipe, recipe_text};
use crate::analysis;
use crate::domain::IndexSpec;
use crate::project::{Frame, ProjectError, Snapshot};
use crate::text::cli as words;
use serde_json::json;

/// Every option of a recipe, as comment lines.
const EXPLAINED: &str = include_str!("../../assets/texte/rezept.txt");

/// Indicators of the published index of Berlin by the names of its sheets.
const BERLIN_STATUS: [&str; 4] = ["S1", "S2", "S3", "S4"];
/// Their changes.
const BERLIN_DYNAMIK: [&str; 4] = ["D1", "D2", "D3", "D4"];

/// Lists, shows or checks recipes.
///
/// # Errors
/// Why there is nothing to show, or what is wrong with the file.
pub(super) fn run(args: &Rezept) -> Result<Report, Failure> {
    let snapshot = args.projekt.as_deref().map(open).transpose()?.map(|project| project.snapshot());
    if let Some(path) = &args.pruefen {
        let spec = read_recipe(path)?;
        analysis::check(&spec)?;
        if let Some(snapshot) = &snapshot {
            analysis::validate(&snapshot.data, &spec).map_err(|error| error.named(&snapshot.data))?;
        }
        let text = words::recipe_sound(&spec.name, snapshot.is_some());
        return Ok(Report::new(text, json!({ "recipe": spec.name, "validated": snapshot.is_some() })));
    }
    let stored = snapshot.iter().flat_map(|snapshot| snapshot.recipes.iter().map(|recipe| recipe.spec.clone()));
    let mut recipes: Vec<IndexSpec> = stored.collect();
    for spec in built_in(snapshot.as_deref())? {
        if recipes.iter().all(|known| known.name != spec.name) {
            recipes.push(spec);
        }
    }
    match &args.zeigen {
        Some(name) => show(&recipes, name),
        None => Ok(list(&recipes)),
    }
}

/// Recipes to start from: beside the one that a project has chosen, as in the window, else made for its data, else for the
/// frame of the city.
fn built_in(snapshot: Option<&Snapshot>) -> Result<Vec<IndexSpec>, Failure> {
    let mut recipes = match snapshot {
        Some(snapshot) => match snapshot.recipe() {
            Some(recipe) => analysis::presets_beside(&snapshot.data, &recipe.spec),
            None => analysis::presets(&snapshot.data),
        },
        None => analysis::presets_like(&Frame::load().map_err(ProjectError::from)?.recommended_recipe()),
    };
    recipes.push(analysis::berlin_status(&BERLIN_STATUS, None));
    recipes.push(analysis::berlin_dynamik(&BERLIN_DYNAMIK, None));
    Ok(recipes)
}

fn list(recipes: &[IndexSpec]) -> Report {
    let line = |spec: &IndexSpec| format!("{}\n  {}", spec.name, spec.description);
    let json: Vec<_> = recipes
        .iter()
        .map(|spec| json!({ "name": spec.name, "description": spec.description, "indicators": spec.indicators.len() }))
        .collect();
    Report::new(recipes.iter().map(line).collect::<Vec<_>>().join("\n"), json!({ "recipes": json }))
}

fn show(recipes: &[IndexSpec], name: &str) -> Result<Report, Failure> {
    let wanted = name.trim().to_lowercase();
    let named = recipes.iter().find(|spec| spec.name.to_lowercase() == wanted);
    let begins = || recipes.iter().find(|spec| spec.name.to_lowercase().starts_with(&wanted));
    let Some(spec) = named.or_else(begins) else {
        let known: Vec<String> = recipes.iter().map(|spec| spec.name.clone()).collect();
        return Err(words::unknown_recipe(name, &known).into());
    };
    let toml = recipe_text(spec)?;
    Ok(Report::new(format!("{EXPLAINED}\n{toml}"), json!({ "name": spec.name, "recipe": toml })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Sampling;

    #[test]
    fn what_is_shown_is_a_recipe_file_that_reads_back() {
        let recipes = built_in(None).unwrap();
        for spec in &recipes {
            let shown = show(&recipes, &spec.name).unwrap().text;
            assert_eq!(toml::from_str::<IndexSpec>(&shown).as_ref(), Ok(spec));
        }
    }

    #[test]
    fn all_recipes_to_start_from_are_listed_without_a_project() {
        let names: Vec<String> = built_in(None).unwrap().into_iter().map(|spec| spec.name).collect();
        for wanted in [
            "Index mit Spannen (empfohlen)",
            "Berlin MSS",
            "Abweichung vom Stadtdurchschnitt",
            "IMD (exponentiell)",
            "Mazziotta-Pareto",
        ] {
            assert!(names.iter().any(|name| name == wanted), "{wanted} is missing in {names:?}");
        }
    }

    #[test]
    fn every_option_is_explained() {
        let mut spec = built_in(None).unwrap().remove(0);
        // What a recipe leaves unsaid where it decides nothing.
        let uncertainty = &mut spec.uncertainty;
        uncertainty.aggregations = vec![spec.aggregate];
        uncertainty.imputations = vec![spec.impute];
        uncertainty.treatments = vec![spec.treat];
        uncertainty.leave_one_out = true;
        uncertainty.sampling = Sampling::Beta;
        let shown = toml::Table::try_from(&spec).unwrap();
        for option in shown.keys() {
            assert!(EXPLAINED.contains(option.as_str()), "{option} is not explained");
        }
        for section in ["areas", "screen", "standardise", "classes", "uncertainty"] {
            let options = shown.get(section).and_then(|section| section.as_table()).into_iter().flat_map(|t| t.keys());
            for option in options {
                assert!(EXPLAINED.contains(option.as_str()), "{section}.{option} is not explained");
            }
        }
    }

    #[test]
    fn a_recipe_with_negative_weights_is_refused_without_a_project() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rezept.toml");
        let mut spec = built_in(None).unwrap().remove(0);
        spec.indicators[0].weight = -1.0;
        std::fs::write(&path, toml::to_string(&spec).unwrap()).unwrap();
        let args = Rezept { projekt: None, liste: false, zeigen: None, pruefen: Some(path) };
        assert!(matches!(run(&args), Err(Failure::Refused(_))));
    }
}
