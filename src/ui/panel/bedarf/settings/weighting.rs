//! The page Gewichtung: where weights come from, and what they do: weights as given beside weights as they work.

use super::super::weights::indicator_name;
use super::editor::{Editor, heading};
use super::experts;
use crate::analysis::effective_weights;
use crate::domain::{DataWeighting, Expert, Weighting};
use crate::text;
use crate::text::needs;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::theme::row;
use crate::ui::Intent;
use crate::ui::picture;
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::{icon, text as label};
use egui::Ui;

/// Kinds of weighting, without what belongs to each.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    ByHand,
    Equal,
    Data(DataWeighting),
    Experts,
}

const DATA: [DataWeighting; 5] = [
    DataWeighting::Pca,
    DataWeighting::Entropy,
    DataWeighting::EntropyAsGiven,
    DataWeighting::Critic,
    DataWeighting::InverseCorrelation,
];

impl Kind {
    fn of(weighting: &Weighting) -> Kind {
        match weighting {
            Weighting::ByHand => Kind::ByHand,
            Weighting::Equal => Kind::Equal,
            Weighting::FromData { from } => Kind::Data(*from),
            Weighting::BudgetAllocation { .. } => Kind::Experts,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Kind::ByHand => recipe_words::BY_HAND,
            Kind::Equal => recipe_words::EQUAL,
            Kind::Data(from) => recipe_words::data_weighting(from),
            Kind::Experts => recipe_words::EXPERTS,
        }
    }
}

/// Draws the page.
pub(super) fn show(ui: &mut Ui, ed: &mut Editor) {
    let now = Kind::of(&ed.recipe.spec.weigh);
    let mut kinds = vec![Kind::ByHand, Kind::Equal];
    kinds.extend(DATA.map(Kind::Data));
    kinds.push(Kind::Experts);
    let equal = ed.recipe.spec.has_equal_weights();
    let word = |kind: Kind| match kind {
        // What the method line calls equal is not called otherwise here.
        Kind::ByHand if now == Kind::ByHand && equal => recipe_words::BY_HAND_EQUAL,
        other => other.words(),
    };
    let choices: Vec<(Kind, &str)> = kinds.into_iter().map(|kind| (kind, word(kind))).collect();
    let shares = ed.cx.derived.ranking().map_or_else(Vec::new, |ranking| ranking.run.weights.clone());
    ed.choose(ui, recipe_words::METHOD, &now, &choices, |spec, kind| match kind {
        Kind::ByHand => {
            // What was computed or agreed upon is where work by hand goes on.
            if shares.len() == spec.indicators.len() {
                for (entry, share) in spec.indicators.iter_mut().zip(&shares) {
                    entry.weight = (share * 1e8).round() / 1e6;
                }
            }
            spec.weigh = Weighting::ByHand;
        }
        Kind::Equal => spec.weigh = Weighting::Equal,
        Kind::Data(from) => spec.weigh = Weighting::FromData { from },
        Kind::Experts => {
            let experts = vec![first_expert(spec)];
            spec.weigh = Weighting::BudgetAllocation { experts };
        }
    });
    label::hint(ui, &recipe_words::sentence(&needs::weighting_of(&ed.recipe.spec)));
    match now {
        Kind::ByHand => label::hint(ui, recipe_words::BY_HAND_HINT),
        Kind::Equal => label::hint(ui, recipe_words::EQUAL_HINT),
        Kind::Data(_) => label::hint(ui, recipe_words::DATA_HINT),
        Kind::Experts => {
            experts::show(ui, ed);
            label::hint(ui, recipe_words::EXPERTS_HINT)
        }
    };
    heading(ui, recipe_words::NOMINAL_AND_EFFECTIVE);
    table(ui, ed);
}

/// The first expert begins with the same points for every indicator that counts.
fn first_expert(spec: &crate::domain::IndexSpec) -> Expert {
    let counting = || spec.indicators.iter().filter(|entry| entry.weight > 0.0);
    #[expect(clippy::cast_precision_loss, reason = "few indicators")]
    let each = 100.0 / counting().count().max(1) as f64;
    Expert { name: recipe_words::expert(1), points: counting().map(|entry| (entry.code.clone(), each)).collect() }
}

struct WeightLine {
    name: String,
    nominal: f64,
    effective: Option<f64>,
    correlation: Option<f64>,
}

/// Weights as given, and the part that each indicator has in the order: a weight is not yet an influence.
fn table(ui: &mut Ui, ed: &mut Editor) {
    let Some(ranking) = ed.cx.derived.ranking() else { return };
    let run = &ranking.run;
    let columns: Vec<Vec<f64>> = (0..run.width()).map(|at| run.normalised.column(at).to_vec()).collect();
    let effective = effective_weights(&columns, &run.index);
    let lines: Vec<WeightLine> = run
        .spec
        .indicators
        .iter()
        .enumerate()
        .map(|(at, entry)| {
            let found = effective.get(at).copied().flatten();
            WeightLine {
                name: indicator_name(&ed.cx.snapshot.data, &entry.code).to_owned(),
                nominal: run.weights[at],
                effective: found.map(|found| found.share),
                correlation: found.map(|found| found.correlation),
            }
        })
        .collect();
    let columns = [
        Column::text(words::INDICATORS).flex(110.0),
        Column::number(recipe_words::NOMINAL).fixed(70.0),
        Column::number(recipe_words::EFFECTIVE).fixed(74.0),
        Column::number(recipe_words::CORRELATION).fixed(50.0),
    ];
    let mut describe = |at: usize, cells: &mut Row<'_>| {
        let Some(line) = lines.get(at) else { return };
        cells.name(&line.name);
        cells.text(&text::decimal(line.nominal * 100.0, 1));
        cells.text(&line.effective.map_or_else(String::new, |share| text::decimal(share * 100.0, 1)));
        cells.quiet(&line.correlation.map_or_else(String::new, |value| text::decimal(value, 2)));
    };
    let table = DataTable::new("bedarf_gewichte", recipe_words::NOMINAL_AND_EFFECTIVE, &columns)
        .rows(lines.len())
        .row_height(row::COMPACT)
        .fit();
    if Button::secondary(words::COPY_TABLE).icon(icon::COPY).compact().show(ui).clicked() {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_ranking(ed.cx, table.name(), &copied);
        ed.cx.outbox.push(Intent::Copy(copied));
    }
    table.show(ui, describe);
    label::hint(ui, recipe_words::EFFECTIVE_HINT);
}
