//! The Ratsvorlage: what the committees decide on. What is not known is marked as missing, never invented.

use super::super::basis::Basis;
use super::super::plan;
use super::tables::{columns, row, table};
use super::{appendix, opening, plans, sheets, shell, text_blocks};
use crate::document::{Align, Block, Document, Inline, TableRow};
use crate::domain::{Beschluss, Dokumentvorlage, Euro, FundingState, ProcedureStep, SectionKey, Zustaendigkeit};
use crate::text::{self, report, report::paper::council as words};
use jiff::civil::Date;

/// The paper on the programme of an area.
pub(super) fn council_paper(basis: &Basis, template: &Dokumentvorlage) -> Document {
    let programme = basis.programme;
    let (facts, missing) = facts(basis, template);
    let mut blocks = opening(basis);
    if !missing.is_empty() {
        blocks.push(notice(words::missing(&missing)));
    }
    blocks.push(heading(1, words::SEQUENCE));
    blocks.extend(sequence(basis));
    blocks.push(heading(1, words::PROPOSAL));
    blocks.extend(proposal(basis));
    blocks.push(heading(1, words::FINANCES));
    blocks.extend(finances(basis));
    blocks.push(heading(1, words::REASONS));
    blocks.extend(reasons(basis));
    blocks.push(heading(1, words::METHOD));
    blocks.extend(appendix::method(basis));
    blocks.push(heading(1, words::ANNEXES));
    let annexes = words::annexes().map(|annex| vec![Inline::text(annex)]).to_vec();
    blocks.push(Block::List { ordered: true, items: annexes });
    Document {
        subtitle: report::paper::council_subtitle(programme.first_year, programme.last_year),
        sheets: sheets::sheets(basis, &facts),
        front_matter: facts,
        ..shell(basis, report::paper::council_title(basis.area_name()), blocks)
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned() }
}

fn notice(words: String) -> Block {
    Block::Notice(vec![Inline::Text(words)])
}

/// The head of the paper, and the names of what it lacks.
fn facts(basis: &Basis, template: &Dokumentvorlage) -> (Vec<(String, String)>, Vec<String>) {
    let matter = deciding(basis);
    let mut missing = Vec::new();
    let mut fact = |label: &str, value: &str, name: &str| {
        if value.trim().is_empty() {
            missing.push(name.to_owned());
            return (label.to_owned(), words::MISSING.to_owned());
        }
        (label.to_owned(), value.trim().to_owned())
    };
    let facts = vec![
        fact(words::NUMBER, matter.map_or("", |matter| matter.drucksache.as_str()), words::NO_NUMBER),
        fact(
            words::PUBLIC,
            matter.map_or("", |matter| text::oeffentlichkeit(matter.oeffentlichkeit)),
            words::NO_PUBLIC,
        ),
        fact(words::FACHBEREICH, &template.fachbereich, words::NO_FACHBEREICH),
        fact(words::DEZERNAT, &template.dezernat, words::NO_DEZERNAT),
        (words::DATE.to_owned(), text::date(basis.today)),
        (report::front::AREA.to_owned(), basis.area_name().to_owned()),
    ];
    if basis.programme.massnahmen.is_empty() {
        missing.push(words::NO_MEASURES.to_owned());
    }
    if basis.programme.assessment.trim().is_empty() {
        missing.push(words::NO_ASSESSMENT.to_owned());
    }
    (facts, missing)
}

/// The matters on this programme, by day of the session.
fn matters<'a>(basis: &Basis<'a>) -> Vec<&'a Beschluss> {
    let mut matters: Vec<&Beschluss> =
        basis.verfahren.beschluesse.iter().filter(|matter| matter.areas.contains(&basis.programme.area)).collect();
    matters.sort_by_key(|matter| (matter.date.is_none(), matter.date, matter.id));
    matters
}

/// The matter that the paper is for: the last before a committee that decides, else the last.
fn deciding<'a>(basis: &Basis<'a>) -> Option<&'a Beschluss> {
    let matters = matters(basis);
    let decides = |matter: &&&Beschluss| {
        let gremium = basis.verfahren.gremium(matter.gremium);
        gremium.is_some_and(|gremium| gremium.zustaendigkeit == Zustaendigkeit::Beschluss)
    };
    matters.iter().rev().find(decides).or(matters.last()).copied()
}

/// Committees with date and competence: as entered, else the steps of the procedure in which a committee deliberates.
fn sequence(basis: &Basis) -> Vec<Block> {
    let matters = matters(basis);
    let gremien = matters.iter().filter_map(|matter| basis.verfahren.gremium(matter.gremium));
    let gremien: Vec<&str> = gremien.map(|gremium| gremium.name.as_str()).collect();
    // A committee of the procedure that has no item yet is on the way all the same.
    let open = basis
        .verfahren
        .steps
        .iter()
        .filter(|step| step.is_committee && !gremien.iter().any(|gremium| step.is_of_committee(gremium)));
    let date_of = |step: &ProcedureStep| {
        let state = basis.verfahren.states.iter().find(|s| s.area == basis.programme.area && s.step == step.id);
        state.and_then(|state| state.date)
    };
    let mut dated: Vec<(Option<Date>, TableRow)> = Vec::new();
    dated.extend(matters.into_iter().map(|matter| (matter.date, row(matter_cells(basis, matter)))));
    dated.extend(open.map(|step| (date_of(step), row(step_cells(basis, step)))));
    dated.sort_by_key(|(date, _)| date.unwrap_or(Date::MAX));
    let rows: Vec<TableRow> = dated.into_iter().map(|(_, row)| row).collect();
    if rows.is_empty() {
        return vec![notice(words::sequence_missing())];
    }
    let columns = columns(&words::SEQUENCE_COLUMNS, &[Align::Left; 4], &[34.0, 16.0, 20.0, 30.0]);
    vec![Block::Table(table(words::SEQUENCE.to_owned(), columns, rows, vec![words::SEQUENCE_SOURCE.to_owned()]))]
}

fn matter_cells(basis: &Basis, matter: &Beschluss) -> [String; 4] {
    let gremium = basis.verfahren.gremium(matter.gremium);
    let missing = || words::MISSING.to_owned();
    [
        gremium.map_or_else(missing, |gremium| gremium.name.clone()),
        matter.date.map_or_else(missing, text::date),
        gremium.map_or_else(missing, |gremium| text::zustaendigkeit(gremium.zustaendigkeit).to_owned()),
        matter.ergebnis.map_or(words::AHEAD, text::beschluss_ergebnis).to_owned(),
    ]
}

fn step_cells(basis: &Basis, step: &ProcedureStep) -> [String; 4] {
    let state = basis.verfahren.states.iter().find(|s| s.area == basis.programme.area && s.step == step.id);
    let progress = text::step_progress(state.map(|state| state.progress).unwrap_or_default());
    [
        step.responsible.clone(),
        state.and_then(|state| state.date).map_or_else(|| words::MISSING.to_owned(), text::date),
        words::MISSING.to_owned(),
        progress.to_owned(),
    ]
}

/// The wording as entered, else a sentence that is marked as a proposal.
fn proposal(basis: &Basis) -> Vec<Block> {
    let wording = deciding(basis).map(|matter| matter.wortlaut.trim()).filter(|wording| !wording.is_empty());
    if let Some(wording) = wording {
        return wording.lines().map(|line| Block::Paragraph(vec![Inline::text(line)])).collect();
    }
    let programme = basis.programme;
    let sentence =
        words::proposal(basis.area_name(), programme.first_year, programme.last_year, programme.massnahmen.len());
    vec![notice(words::proposal_missing()), Block::Paragraph(vec![Inline::Text(sentence)])]
}

fn finances(basis: &Basis) -> Vec<Block> {
    let programme = basis.programme;
    if programme.massnahmen.is_empty() {
        return vec![notice(report::no_measures())];
    }
    let granted: Euro = programme
        .massnahmen
        .iter()
        .flat_map(|massnahme| &massnahme.finanzierung)
        .filter(|item| item.state == FundingState::Bewilligt)
        .map(|item| item.amount)
        .sum();
    let whole = plan::funding(programme, None, None);
    let open = plan::open(programme, None);
    let mut blocks = vec![
        Block::Paragraph(plans::money_overview(basis)),
        Block::Paragraph(vec![Inline::Text(words::uncertain(granted, whole))]),
    ];
    if open.cents > 0 {
        blocks.push(notice(words::unfunded(open)));
    }
    blocks.push(Block::Table(plans::cost_table(basis)));
    blocks.push(Block::Table(plans::funding_table(basis)));
    blocks
}

fn reasons(basis: &Basis) -> Vec<Block> {
    let mut blocks = vec![heading(2, words::CHOICE)];
    blocks.extend(text_blocks(basis, SectionKey::Begruendung));
    blocks.extend(text_blocks(basis, SectionKey::Handlungsbedarf));
    blocks.push(heading(2, words::GOALS));
    blocks.extend(plans::goals(basis));
    let massnahmen = basis.massnahmen();
    blocks.push(if massnahmen.is_empty() {
        notice(report::no_measures())
    } else {
        Block::Table(plans::overview(&massnahmen))
    });
    blocks
}
