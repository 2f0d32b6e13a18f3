//! 8 Methode und Quellen: the recipe in words, sources with hash, what is left out, and what has changed since the
//! programme was decided.

use super::super::basis::Basis;
use super::super::findings::newest_period;
use super::super::progress_report::{changes, decided_version};
use super::super::sources::used_imports;
use super::tables::{columns, row, table};
use crate::analysis::LeftOutReason;
use crate::document::{Align, Block, Inline, Table};
use crate::text::{self, report};

/// The whole chapter.
pub(super) fn method_and_sources(basis: &Basis) -> Vec<Block> {
    let mut blocks = vec![heading(report::heading::METHOD)];
    blocks.extend(method(basis));
    blocks.push(heading(report::heading::SOURCES));
    blocks.push(Block::Table(sources(basis)));
    let gaps: Vec<Table> = [gaps(basis), left_out(basis)].into_iter().flatten().collect();
    if !gaps.is_empty() {
        blocks.push(heading(report::heading::GAPS));
        blocks.extend(gaps.into_iter().map(Block::Table));
    }
    if let Some(fassung) = decided_version(basis) {
        blocks.push(heading(crate::text::versions::HEADING));
        blocks.extend(changes(basis, fassung));
    }
    blocks
}

/// Method and sources without what concerns one area only.
pub(super) fn method_and_sources_of_all(basis: &Basis) -> Vec<Block> {
    let mut blocks = vec![heading(report::heading::METHOD)];
    blocks.extend(method(basis));
    blocks.push(heading(report::heading::SOURCES));
    blocks.push(Block::Table(sources(basis)));
    blocks.extend(left_out(basis).map(Block::Table));
    blocks
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 2, text: text.to_owned() }
}

/// How the ranking was computed: the recipe in words, and its indicators with their weights.
pub(super) fn method(basis: &Basis) -> Vec<Block> {
    let Some(ranking) = basis.ranking else {
        return vec![Block::Notice(vec![Inline::text(report::no_ranking())])];
    };
    let run = &ranking.run;
    let period = basis.data.period(run.period).map_or("", |period| period.label.as_str());
    let fingerprint: String = run.fingerprint.chars().take(16).collect();
    let paragraphs = report::method_paragraphs(&run.spec, period, run.areas.len(), &fingerprint);
    let mut blocks: Vec<Block> =
        paragraphs.into_iter().map(|paragraph| Block::Paragraph(vec![Inline::Text(paragraph)])).collect();
    let left_out = if run.left_out.is_empty() { report::nothing_left_out() } else { report::some_left_out() };
    blocks.insert(blocks.len().min(1), Block::Paragraph(vec![Inline::Text(left_out)]));
    let rows = run
        .spec
        .indicators
        .iter()
        .zip(&run.weights)
        .map(|(indicator, weight)| {
            let name = basis.data.indicator_by_code(&indicator.code).map_or(&indicator.code, |card| &card.name);
            row([
                name.clone(),
                report::burdened_side(indicator.direction).to_owned(),
                text::percent(weight * 100.0, 1),
                indicator.dimension.clone(),
            ])
        })
        .collect();
    let align = [Align::Left, Align::Left, Align::Right, Align::Left];
    let columns = columns(&report::columns::RECIPE, &align, &[44.0, 22.0, 14.0, 20.0]);
    blocks.push(Block::Table(table(report::caption::recipe(), columns, rows, Vec::new())));
    blocks
}

fn sources(basis: &Basis) -> Table {
    let rows = used_imports(basis)
        .into_iter()
        .map(|import| {
            let note = if import.source_note.is_empty() { report::NO_SOURCE_NOTE } else { &import.source_note };
            let note = if import.demonstration { format!("{note} ({})", report::INVENTED) } else { note.to_owned() };
            let hash: String = import.sha256.chars().take(16).chain(std::iter::once('…')).collect();
            let read =
                if import.is_built_in() { report::BUILT_IN.to_owned() } else { text::date_time(&import.imported_at) };
            row([import.file_name.clone(), note, read, hash])
        })
        .collect();
    let columns = columns(&report::columns::SOURCES, &[Align::Left; 4], &[28.0, 38.0, 20.0, 24.0]);
    table(report::caption::sources(), columns, rows, Vec::new())
}

/// Values of the area that its newest period does not show.
fn gaps(basis: &Basis) -> Option<Table> {
    let area = basis.area()?;
    let rows: Vec<_> = basis
        .data
        .indicators
        .iter()
        .filter_map(|indicator| {
            let period = newest_period(basis, indicator, area.id)?;
            let observation = basis.data.dataset.get(indicator.id, area.id, period.id)?;
            (!observation.status.has_value()).then(|| {
                row([
                    indicator.name.clone(),
                    area.name.clone(),
                    period.label.clone(),
                    text::status_reason(observation.status).to_owned(),
                ])
            })
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let columns = columns(&report::columns::GAPS, &[Align::Left; 4], &[40.0, 22.0, 14.0, 24.0]);
    Some(table(report::caption::gaps(), columns, rows, Vec::new()))
}

fn left_out(basis: &Basis) -> Option<Table> {
    let left_out = &basis.ranking?.run.left_out;
    if left_out.is_empty() {
        return None;
    }
    let rows = left_out
        .iter()
        .filter_map(|left_out| {
            let reason = match left_out.reason {
                LeftOutReason::Decision => report::left_out_decision(),
                LeftOutReason::Population { .. } => report::left_out_population(),
                LeftOutReason::TooFewValues { .. } => report::left_out_values(),
                LeftOutReason::AllZero => report::left_out_zero(),
                LeftOutReason::TooManyZeros { .. } => report::left_out_many_zeros(),
            };
            Some(row([basis.data.area(left_out.area)?.name.clone(), reason]))
        })
        .collect();
    let columns = columns(&report::columns::LEFT_OUT, &[Align::Left; 2], &[34.0, 66.0]);
    Some(table(report::caption::left_out(), columns, rows, Vec::new()))
}
