//! What stands behind the plans: chains of effect, points of the priority, milestones, and choices of measures compared.

use super::super::basis::Basis;
use super::super::priority::{PriorityScore, priority};
use super::super::scenario::{ScenarioResult, scenarios};
use super::tables::{columns, row, strong_row, table};
use crate::document::{Align, Block, TableRow};
use crate::domain::{Massnahme, Szenarioauswahl, WirkungsGlied};
use crate::text::report::planning_document as words;
use crate::text::{self, report};

/// Expected effect of goals and measures, step by step; none where no chain is written.
pub(super) fn chains(basis: &Basis) -> Option<Block> {
    let goals = basis.programme.ziele.iter().map(|ziel| (ziel.text.clone(), ziel.kette.as_slice()));
    let measures = basis
        .massnahmen()
        .into_iter()
        .map(|massnahme| (report::measure_reference(massnahme.number, &massnahme.titel), massnahme.kette.as_slice()));
    let rows: Vec<TableRow> = goals
        .chain(measures)
        .filter(|(_, kette)| !kette.is_empty())
        .flat_map(|(of, kette)| {
            let head = strong_row([of, String::new(), String::new()]);
            std::iter::once(head).chain(kette.iter().map(|glied| link(basis, glied))).collect::<Vec<_>>()
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let columns = columns(&words::CHAIN_COLUMNS, &[Align::Left; 3], &[28.0, 46.0, 26.0]);
    Some(Block::Table(table(words::CHAINS.to_owned(), columns, rows, vec![report::plan_source()])))
}

fn link(basis: &Basis, glied: &WirkungsGlied) -> TableRow {
    let indicator = basis.data.indicator_by_code(&glied.indicator).map_or("", |card| card.name.as_str());
    row([text::wirkungsstufe(glied.stufe).to_owned(), glied.text.clone(), indicator.to_owned()])
}

/// The points of every measure that has some, with what they rest on.
pub(super) fn priorities(basis: &Basis) -> Option<Block> {
    let scored =
        |massnahme: &&Massnahme| massnahme.bewertung.wirkung.is_some() || massnahme.bewertung.aufwand.is_some();
    let rows: Vec<TableRow> = basis.massnahmen().into_iter().filter(scored).map(|m| points(basis, m)).collect();
    if rows.is_empty() {
        return None;
    }
    let align = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Left, Align::Left];
    let columns = columns(&words::PRIORITY_COLUMNS, &align, &[8.0, 32.0, 12.0, 12.0, 18.0, 28.0]);
    let without = |m: &&Massnahme| scored(m) && rests_on_nothing(&priority(basis, m));
    let unscored = basis.massnahmen().iter().any(without).then(|| words::OWN_COUNTS.to_owned());
    let notes = std::iter::once(words::weights(basis.rules.weights)).chain(unscored).chain([report::plan_source()]);
    let notes = notes.collect();
    Some(Block::Table(table(words::PRIORITIES.to_owned(), columns, rows, notes)))
}

/// Whether no indicator of the data says how great the need is.
fn rests_on_nothing(score: &PriorityScore) -> bool {
    score.need_rests_on == report::priority::NO_INDICATOR
}

fn points(basis: &Basis, massnahme: &Massnahme) -> TableRow {
    let score = priority(basis, massnahme);
    let print = |points: Option<u8>| points.map_or_else(|| words::NONE.to_owned(), |points| points.to_string());
    let need = match score.need {
        Some(points) => format!("{points}: {}", score.need_rests_on),
        None if rests_on_nothing(&score) => words::WITHOUT_INDICATOR.to_owned(),
        None => score.need_rests_on.clone(),
    };
    let proposal = score.proposal.zip(score.total);
    let proposal = proposal.map_or_else(
        || words::NONE.to_owned(),
        |(proposal, total)| format!("{} ({})", text::prioritaet(proposal), report::points_total(total)),
    );
    let own = match massnahme.bewertung.begruendung.trim() {
        "" => text::prioritaet(massnahme.prioritaet).to_owned(),
        reason => format!("{}: {reason}", text::prioritaet(massnahme.prioritaet)),
    };
    row([report::measure_number(massnahme.number), need, print(score.effect), print(score.effort), proposal, own])
}

/// Interim checks and other dates of all measures, by day.
pub(super) fn milestones(basis: &Basis) -> Option<Block> {
    let massnahmen = basis.massnahmen();
    let mut dates: Vec<_> =
        massnahmen.iter().flat_map(|m| m.meilensteine.iter().map(move |milestone| (milestone, *m))).collect();
    dates.sort_by_key(|(milestone, massnahme)| (milestone.am, massnahme.number));
    if dates.is_empty() {
        return None;
    }
    let rows = dates
        .into_iter()
        .map(|(milestone, massnahme)| {
            let state = if milestone.erledigt { words::DONE } else { words::OPEN };
            let number = report::measure_number(massnahme.number);
            row([text::date(milestone.am), number, milestone.titel.clone(), state.to_owned()])
        })
        .collect();
    let columns = columns(&words::MILESTONE_COLUMNS, &[Align::Left; 4], &[16.0, 10.0, 58.0, 16.0]);
    Some(Block::Table(table(words::MILESTONES.to_owned(), columns, rows, vec![report::plan_source()])))
}

/// The choices of measures that the planner wants to show, beside the plan as it is; nothing where none is to be shown.
pub(super) fn compared_scenarios(basis: &Basis) -> Vec<Block> {
    let comparison = scenarios(basis);
    let wanted = |result: &ScenarioResult| result.scenario.im_anhang;
    if !comparison.results.iter().any(wanted) {
        return Vec::new();
    }
    let is_plan = |result: &ScenarioResult| result.scenario.auswahl == Szenarioauswahl::Alle;
    let plan = comparison.results.iter().find(|result| is_plan(result)).map(|result| &result.scenario.name);
    let has_plan = comparison.results.iter().any(|result| wanted(result) && is_plan(result));
    let shown = |result: &ScenarioResult| wanted(result) || !has_plan && Some(&result.scenario.name) == plan;
    let names: Vec<&str> =
        comparison.results.iter().filter(|result| shown(result)).map(|result| result.scenario.name.as_str()).collect();
    let lines = comparison.lines(shown);
    let rows = lines
        .into_iter()
        .map(|line| {
            let cells = std::iter::once(line.label).chain(line.cells);
            if line.strong { strong_row(cells) } else { row(cells) }
        })
        .collect();
    let titles: Vec<&str> = std::iter::once(report::scenario::QUANTITY).chain(names).collect();
    let align = vec![Align::Left; titles.len()];
    let widths: Vec<f32> = std::iter::once(30.0).chain(std::iter::repeat_n(30.0, titles.len() - 1)).collect();
    let columns = columns(&titles, &align, &widths);
    let table = table(report::scenario::CAPTION.to_owned(), columns, rows, vec![report::plan_source()]);
    vec![Block::Heading { level: 2, text: report::scenario::CAPTION.to_owned() }, Block::Table(table)]
}
