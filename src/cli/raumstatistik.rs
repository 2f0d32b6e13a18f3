//! `raumstatistik`: global and local spatial statistics of an indicator, its rates, and who is whose neighbour.

use super::args::Raumstatistik;
use super::output::{Failure, Report};
use super::progress::watched;
use super::project_file::open;
use super::raeume::level_of;
use super::table::{Table, form, number, words};
use crate::analysis::space::{
    self, GlobalStatistic, NeighbourRule, PlaceSource, SmallAreaRates, SpaceRun, SpaceSpec, SpatialExclusion,
};
use crate::domain::{Area, AreaId};
use crate::export::{CsvCell, CsvForm};
use crate::fs;
use crate::text::cli as text;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Computes spatial statistics and writes them.
///
/// # Errors
/// Why there are none, or why a file was not written.
pub(super) fn run(args: &Raumstatistik) -> Result<Report, Failure> {
    let rule = rule_of(&args.nachbarn)?;
    let level = args.ebene.as_deref().map(level_of).transpose()?;
    let snapshot = open(&args.project)?.snapshot();
    let spec = SpaceSpec {
        indicator: args.indikator.clone(),
        period: args.periode.clone(),
        level,
        rule,
        permutations: args.permutationen,
        seed: args.startwert,
    };
    let data = snapshot.data.clone();
    let run = watched(text::progress::SPACE, move |progress| space::spatial_statistics(&data, &spec, progress))??;
    fs::create_dir(&args.nach)?;
    let tables = Tables {
        areas: snapshot.data.areas.iter().map(|area| (area.id, area)).collect(),
        run: &run,
        form: form(args.maschine),
    };
    for (name, table) in tables.all() {
        table.write(&args.nach.join(name))?;
    }
    let lines = space::method_lines(&snapshot.data, &run);
    fs::write_atomic(&args.nach.join("methode.txt"), format!("{}\n", lines.join("\n")).as_bytes())?;
    let folder = args.nach.display().to_string();
    let heading = text::space_written(run.areas.len(), run.left_out.len(), &folder);
    Ok(Report::new(format!("{heading}\n{}", lines.join("\n")), tables.json(&folder)))
}

/// `queen`, `rook`, `knn:4`, `distanz:1500`.
fn rule_of(text: &str) -> Result<NeighbourRule, Failure> {
    let (word, argument) = text.split_once(':').map_or((text, None), |(word, rest)| (word, Some(rest)));
    let count = || argument.and_then(|count| count.parse().ok()).filter(|count| *count > 0);
    let metres = || argument.and_then(|metres| metres.parse().ok()).filter(|metres: &f64| *metres > 0.0);
    let rule = match word {
        "queen" if argument.is_none() => Some(NeighbourRule::Queen),
        "rook" if argument.is_none() => Some(NeighbourRule::Rook),
        "knn" => count().map(NeighbourRule::Nearest),
        "distanz" => metres().filter(|metres| metres.is_finite()).map(NeighbourRule::Within),
        _ => None,
    };
    rule.ok_or_else(|| {
        let possible = ["queen", "rook", "knn:4", "distanz:1500"].map(str::to_owned);
        Failure::Usage(format!("{}\n{}", text::wrong::value("--nachbarn", text), text::wrong::possible(&possible)))
    })
}

/// The tables of a run.
struct Tables<'a> {
    areas: BTreeMap<AreaId, &'a Area>,
    run: &'a SpaceRun,
    form: CsvForm,
}

impl Tables<'_> {
    fn all(&self) -> Vec<(&'static str, Table)> {
        let mut tables =
            vec![("global.csv", self.global()), ("lokal.csv", self.local()), ("nachbarn.csv", self.neighbours())];
        tables.extend(self.run.rates.as_ref().map(|rates| ("raten.csv", self.rates(rates))));
        tables.push(("ausgenommen.csv", self.left_out()));
        tables
    }

    /// The global statistics with their names.
    fn statistics(&self) -> Vec<(&'static str, GlobalStatistic)> {
        let global = &self.run.global;
        let rates = self.run.rates.as_ref().and_then(|rates| rates.moran);
        let named = [
            ("moran_i", Some(global.moran)),
            ("geary_c", Some(global.geary)),
            ("getis_ord_g", global.getis_ord),
            ("moran_i_eb_rates", rates),
        ];
        named.into_iter().filter_map(|(name, statistic)| Some((name, statistic?))).collect()
    }

    fn global(&self) -> Table {
        let mut table = Table::new(
            self.form,
            &[
                "statistic",
                "value",
                "expectation",
                "variance_normality",
                "z_normality",
                "variance_randomisation",
                "z_randomisation",
                "p_permutation",
            ],
        );
        for (name, found) in self.statistics() {
            table.push([
                words(name),
                number(found.value),
                number(found.expectation),
                optional(found.variance_normality),
                optional(found.z_normality()),
                optional(found.variance_randomisation),
                optional(found.z_randomisation()),
                optional(found.p_permutation),
            ]);
        }
        table
    }

    fn local(&self) -> Table {
        let mut table = Table::new(
            self.form,
            &[
                "area_key",
                "name",
                "value",
                "neighbours",
                "lag",
                "local_moran",
                "quadrant",
                "g",
                "g_star",
                "p",
                "p_fdr",
                "local_geary",
                "p_geary",
                "p_geary_fdr",
            ],
        );
        for (at, found) in self.run.local.iter().enumerate() {
            let (key, name) = self.area(self.run.areas[at]);
            table.push([
                key,
                name,
                number(self.run.values[at]),
                number(self.run.neighbours.of(at).len() as f64),
                number(found.lag),
                number(found.moran),
                words(found.quadrant.code()),
                optional(found.g),
                number(found.g_star),
                optional(found.p),
                optional(found.p_corrected),
                number(found.geary),
                optional(found.p_geary),
                optional(found.p_geary_corrected),
            ]);
        }
        table
    }

    /// One row per link; the weight is that of the rows summing to one.
    fn neighbours(&self) -> Table {
        let mut table = Table::new(self.form, &["area_key", "name", "neighbour_key", "neighbour_name", "weight"]);
        for (at, area) in self.run.areas.iter().enumerate() {
            let neighbours = self.run.neighbours.of(at);
            for &to in neighbours {
                let ((key, name), (to_key, to_name)) = (self.area(*area), self.area(self.run.areas[to as usize]));
                table.push([key, name, to_key, to_name, number(1.0 / neighbours.len() as f64)]);
            }
        }
        table
    }

    fn rates(&self, rates: &SmallAreaRates) -> Table {
        let mut table = Table::new(
            self.form,
            &[
                "area_key",
                "name",
                "cases",
                "base",
                "rate",
                "wilson_low",
                "wilson_high",
                "eb_global",
                "eb_local",
                "eb_binomial",
                "few_cases",
            ],
        );
        for row in &rates.rows {
            let (key, name) = self.area(row.area);
            table.push([
                key,
                name,
                number(row.cases),
                number(row.base),
                number(row.rate),
                optional(row.wilson.map(|interval| interval.low)),
                optional(row.wilson.map(|interval| interval.high)),
                number(row.smoothed_global),
                number(row.smoothed_local),
                optional(row.smoothed_binomial),
                number(u8::from(row.few)),
            ]);
        }
        table
    }

    fn left_out(&self) -> Table {
        let mut table = Table::new(self.form, &["area_key", "name", "reason"]);
        for left_out in &self.run.left_out {
            let (key, name) = self.area(left_out.area);
            table.push([key, name, words(reason_code(left_out.reason))]);
        }
        table
    }

    fn json(&self, folder: &str) -> Value {
        let run = self.run;
        let statistic = |(name, found): (&str, GlobalStatistic)| {
            json!({ "statistic": name, "value": found.value, "expectation": found.expectation,
                "z_normality": found.z_normality(), "z_randomisation": found.z_randomisation(),
                "p_permutation": found.p_permutation })
        };
        json!({
            "folder": folder,
            "indicator": run.spec.indicator,
            "period": run.spec.period,
            "level": run.level.code(),
            "neighbours_from": match run.source {
                PlaceSource::Boundaries => "boundaries",
                PlaceSource::Tiles => "tiles",
            },
            "areas": run.areas.len(),
            "left_out": run.left_out.len(),
            "links": run.neighbours.links(),
            "permutations": run.spec.permutations,
            "seed": run.spec.seed,
            "demonstration": run.demonstration,
            "global": self.statistics().into_iter().map(statistic).collect::<Vec<_>>(),
        })
    }

    fn area(&self, id: AreaId) -> (CsvCell, CsvCell) {
        let text = |of: fn(&Area) -> &String| self.areas.get(&id).map_or(CsvCell::Empty, |area| words(of(area)));
        (text(|area| &area.key), text(|area| &area.name))
    }
}

fn optional(value: Option<f64>) -> CsvCell {
    value.map_or(CsvCell::Empty, number)
}

fn reason_code(reason: SpatialExclusion) -> &'static str {
    match reason {
        SpatialExclusion::NoValue => "no_value",
        SpatialExclusion::NoPlace => "no_place",
        SpatialExclusion::Island => "no_neighbour",
    }
}
