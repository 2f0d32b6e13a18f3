//! `rangfolge`: runs a recipe and writes every intermediate value, byte for byte the same on every machine.

use super::args::Rangfolge;
use super::output::{Failure, Report};
use super::progress::watched;
use super::project_file::open;
use super::table::{Table, form, number, words};
use crate::analysis::{self, IndexRun, Ranking, SensitivityRow, SpecError, StageColumns, StageName};
use crate::domain::{Area, AreaId, IndexSpec, IndicatorId, PlanningData};
use crate::export::{CsvCell, CsvForm};
use crate::fs;
use crate::text::cli as text;
use serde_json::json;
use std::path::Path;

/// Of more areas, weight paths are followed only around the border of the first places; the method file says so.
const MOST_FOLLOWED: usize = 1_000;

/// Runs a recipe.
///
/// # Errors
/// Why there is no ranking, or why a file was not written.
pub(super) fn run(args: &Rangfolge) -> Result<Report, Failure> {
    let snapshot = open(&args.project)?.snapshot();
    let mut spec = match &args.rezept {
        Some(path) => read_recipe(path)?,
        None => snapshot.recipe().ok_or_else(text::no_recipe)?.spec.clone(),
    };
    spec.uncertainty.replications = args.wiederholungen.unwrap_or(spec.uncertainty.replications);
    spec.uncertainty.seed = args.startwert.unwrap_or(spec.uncertainty.seed);
    let ranking = rank(&snapshot.data, &spec)?;
    fs::create_dir(&args.nach)?;
    let (ranking, sensitivity) = with_sensitivity(&snapshot.data, ranking)?;
    let tables =
        Tables { data: &snapshot.data, ranking: &ranking, sensitivity: &sensitivity, form: form(args.maschine) };
    for (name, table) in Tables::ALL {
        table(&tables).write(&args.nach.join(name))?;
    }
    fs::write_atomic(&args.nach.join("methode.txt"), tables.method()?.as_bytes())?;
    let (run, folder) = (&ranking.run, args.nach.display().to_string());
    Ok(Report::new(
        text::ranking_written(run.areas.len(), run.left_out.len(), &folder),
        json!({ "folder": folder, "recipe": run.spec.name, "areas": run.areas.len(), "left_out": run.left_out.len(),
            "replications": ranking.intervals.replications, "seed": ranking.intervals.seed,
            "fingerprint": run.fingerprint }),
    ))
}

/// Runs a recipe with its progress on standard error.
///
/// # Errors
/// Why the recipe makes no sense for these data.
pub(super) fn rank(data: &PlanningData, spec: &IndexSpec) -> Result<Ranking, Failure> {
    let (data, spec) = (data.clone(), spec.clone());
    let ranked = watched(text::progress::RANKING, move |progress| -> Result<Ranking, SpecError> {
        analysis::rank(&data, &spec, progress).map_err(|error| error.named(&data))
    })?;
    Ok(ranked?)
}

/// What the ranking hangs on, with its progress on standard error.
///
/// # Errors
/// Why the recipe cannot be varied.
fn with_sensitivity(data: &PlanningData, ranking: Ranking) -> Result<(Ranking, Vec<SensitivityRow>), Failure> {
    let data = data.clone();
    let found = watched(text::progress::SENSITIVITY, move |progress| -> Result<_, SpecError> {
        let rows = analysis::sensitivity_table(&data, &ranking, progress)?;
        Ok((ranking, rows))
    })?;
    Ok(found?)
}

/// Reads a recipe file.
///
/// # Errors
/// Why it is no recipe.
pub(super) fn read_recipe(path: &Path) -> Result<IndexSpec, Failure> {
    let name = path.display().to_string();
    let unreadable = |detail: String| Failure::from(text::recipe_unreadable(&name, &detail));
    let content = String::from_utf8(fs::read(path)?).map_err(|error| unreadable(error.to_string()))?;
    toml::from_str(content.trim_start_matches('\u{feff}')).map_err(|error| unreadable(error.to_string()))
}

/// A recipe as the text of a recipe file.
///
/// # Errors
/// [`Failure::Internal`] if it has no form in TOML.
pub(super) fn recipe_text(spec: &IndexSpec) -> Result<String, Failure> {
    toml::to_string(spec).map_err(|error| {
        log::error!("recipe {}: {error}", spec.name);
        Failure::Internal
    })
}

/// What is written of a ranking.
struct Tables<'a> {
    data: &'a PlanningData,
    ranking: &'a Ranking,
    sensitivity: &'a [SensitivityRow],
    form: CsvForm,
}

/// What makes a table. One is made and written after the other: those of many areas are large.
type Maker = fn(&Tables<'_>) -> Table;

impl Tables<'_> {
    const ALL: [(&'static str, Maker); 4] = [
        ("rangfolge.csv", |tables| tables.ranks()),
        ("stufen.csv", |tables| tables.stages()),
        ("beitraege.csv", |tables| tables.contributions()),
        ("empfindlichkeit.csv", |tables| tables.sensitivity()),
    ];

    fn run(&self) -> &IndexRun {
        &self.ranking.run
    }

    /// One row per area, by rank.
    fn ranks(&self) -> Table {
        let (run, intervals) = (self.run(), &self.ranking.intervals);
        let mut table = Table::new(
            self.form,
            &["area_key", "name", "index", "rank", "rank_low", "rank_median", "rank_high", "class"],
        );
        for row in run.by_rank() {
            let (key, name) = self.area(run.areas[row]);
            table.push([
                key,
                name,
                number(run.index[row]),
                number(run.place[row]),
                number(intervals.low[row]),
                number(intervals.median[row]),
                number(intervals.high[row]),
                self.class(row),
            ]);
        }
        table
    }

    fn class(&self, row: usize) -> CsvCell {
        let labels = self.run().spec.classes.as_ref().map(|classes| &classes.labels);
        let label = labels.zip(self.run().class[row]).and_then(|(labels, class)| labels.get(class));
        label.map_or(CsvCell::Empty, words)
    }

    /// Every intermediate value of every step: step by step, area by area; then the scale of each indicator.
    fn stages(&self) -> Table {
        let run = self.run();
        let mut table = Table::new(self.form, &["step", "area_key", "indicator", "value"]);
        for stage in &run.stages {
            for row in 0..stage.values.rows() {
                for column in 0..stage.values.width() {
                    let name = match stage.name.columns() {
                        StageColumns::Indicators => self.indicator(run.indicators[column]),
                        StageColumns::Dimensions => words(&run.dimensions[column]),
                        StageColumns::Index => CsvCell::Empty,
                    };
                    let (key, _) = self.area(run.areas[row]);
                    table.push([words(stage_code(stage.name)), key, name, number(stage.values[(row, column)])]);
                }
            }
        }
        for (at, &indicator) in run.indicators.iter().enumerate() {
            let facts = analysis::scale_facts(run, at);
            for (step, value) in facts.into_iter().flat_map(|facts| facts.named()) {
                table.push([words(step), CsvCell::Empty, self.indicator(indicator), number(value)]);
            }
        }
        table
    }

    /// What each indicator does to the index of each area; the contributions of an area add up to its index.
    fn contributions(&self) -> Table {
        let run = self.run();
        let mut table = Table::new(
            self.form,
            &[
                "area_key",
                "name",
                "indicator",
                "value",
                "status",
                "normalised",
                "weight",
                "contribution",
                "above_average",
                "demonstration",
            ],
        );
        for (row, parts) in analysis::contributions_by_rank(run) {
            for part in parts {
                let (key, name) = self.area(run.areas[row]);
                table.push([
                    key,
                    name,
                    self.indicator(part.indicator),
                    part.value.map_or(CsvCell::Empty, number),
                    words(part.status.code()),
                    part.normalised.map_or(CsvCell::Empty, number),
                    number(part.weight),
                    number(part.contribution),
                    number(part.above_average),
                    number(u8::from(self.is_demonstration(run.areas[row], part.indicator))),
                ]);
            }
        }
        table
    }

    /// Everything that the ranking hangs on, test by test.
    fn sensitivity(&self) -> Table {
        let mut table = Table::new(
            self.form,
            &[
                "test",
                "choice",
                "indicator",
                "area_key",
                "name",
                "rank",
                "rank_then",
                "share",
                "share_then",
                "other_area_key",
                "value",
                "standard_error",
            ],
        );
        for row in self.sensitivity {
            let (key, name) = row.area.map_or((CsvCell::Empty, CsvCell::Empty), |area| self.area(area));
            let whole = |value: Option<u32>| value.map_or(CsvCell::Empty, number);
            let share = |value: Option<f64>| value.map_or(CsvCell::Empty, number);
            table.push([
                words(row.test),
                row.choice.as_ref().map_or(CsvCell::Empty, words),
                row.indicator.map_or(CsvCell::Empty, |indicator| self.indicator(indicator)),
                key,
                name,
                whole(row.rank),
                whole(row.rank_then),
                share(row.share),
                share(row.share_then),
                row.other_area.map_or(CsvCell::Empty, |area| self.area(area).0),
                share(row.value),
                share(row.standard_error),
            ]);
        }
        table
    }

    /// "So wurde gerechnet", and the recipe itself.
    fn method(&self) -> Result<String, Failure> {
        let lines = analysis::ranking_lines(self.data, self.ranking).join("\n");
        let limited = self.run().areas.len() > MOST_FOLLOWED;
        let lines = if limited { format!("{lines}\n{}", text::PATHS_LIMITED) } else { lines };
        let foot = text::method_foot(&self.run().fingerprint);
        Ok(format!("{lines}\n\n{foot}\n\n{}\n\n{}", text::RECIPE_HEADING, recipe_text(&self.run().spec)?))
    }

    fn is_demonstration(&self, area: AreaId, indicator: IndicatorId) -> bool {
        let observation = self.data.dataset.get(indicator, area, self.run().period);
        observation.is_some_and(|observation| observation.demonstration)
    }

    fn area(&self, id: AreaId) -> (CsvCell, CsvCell) {
        let text = |of: fn(&Area) -> &String| self.data.area(id).map_or(CsvCell::Empty, |area| words(of(area)));
        (text(|area| &area.key), text(|area| &area.name))
    }

    fn indicator(&self, id: IndicatorId) -> CsvCell {
        self.data.indicator(id).map_or(CsvCell::Empty, |card| words(&card.code))
    }
}

/// Name of a step in `stufen.csv`.
fn stage_code(stage: StageName) -> &'static str {
    match stage {
        StageName::Raw => "raw",
        StageName::Denominated => "denominated",
        StageName::Imputed => "imputed",
        StageName::Treated => "treated",
        StageName::Dimensions => "dimensions",
        StageName::Normalised => "normalised",
        StageName::Weighted => "weighted",
        StageName::Aggregated => "aggregated",
        StageName::Standardised => "standardised",
    }
}
