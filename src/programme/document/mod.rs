//! The whole document of a programme, format-neutral.

mod appendix;
mod comparison;
mod comparison_sheets;
mod council_paper;
mod coverage;
mod experience;
mod glance;
mod kind;
mod measure_sheets;
mod office;
mod participation;
mod planning;
pub(super) mod plans;
pub(super) mod practice_sheets;
mod sheets;
mod social_profile;
pub(super) mod tables;
mod version;

pub(super) use comparison::compared_cells;
pub use kind::{DocumentKind, DocumentOutline, documents, written};
pub(super) use social_profile::profile_trends;

use super::basis::Basis;
use super::draft::draft;
use super::findings::drivers;
use super::inline::blocks;
use super::{figures, outline};
use crate::chart::{self, ChartError, ChartSpec};
use crate::document::{Block, Document, Figure, Inline};
use crate::domain::{Indicator, Passage, SectionKey};
use crate::text::{self, Explain, Message, report};

/// How long the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// For a funding application: at most 25 pages, without a sheet per measure.
    Kurz,
    /// Everything.
    Lang,
}

impl Profile {
    /// Both profiles.
    pub const ALL: [Profile; 2] = [Profile::Kurz, Profile::Lang];
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum ProgrammeError {
    /// A chart could not be drawn.
    #[error("chart: {0}")]
    Chart(#[from] ChartError),
    /// The version is gone.
    #[error("version")]
    NoVersion,
}

impl Explain for ProgrammeError {
    fn message(&self) -> Message {
        match self {
            ProgrammeError::Chart(error) => error.message(),
            ProgrammeError::NoVersion => text::versions::gone(),
        }
    }
}

/// The document of a programme. Sections without stored text are worded from today's findings.
///
/// # Errors
/// If a chart cannot be drawn.
pub fn document(basis: &Basis, profile: Profile) -> Result<Document, ProgrammeError> {
    let mut blocks = opening(basis);
    for entry in outline::outline_of(profile) {
        blocks.push(Block::Heading { level: entry.level, text: entry.title.to_owned() });
        if let Some(section) = entry.section {
            blocks.extend(below(entry.level, section_blocks(basis, section, profile)?));
        }
    }
    let programme = basis.programme;
    let front_matter = front_matter(basis);
    Ok(Document {
        subtitle: report::document_subtitle(programme.first_year, programme.last_year, profile == Profile::Kurz),
        sheets: sheets::sheets(basis, &front_matter),
        front_matter,
        contents: true,
        ..shell(basis, report::document_title(basis.area_name()), blocks)
    })
}

/// Blocks of a section with their headings just below its own.
fn below(level: u8, mut blocks: Vec<Block>) -> Vec<Block> {
    let level_of = |block: &Block| if let Block::Heading { level, .. } = block { Some(*level) } else { None };
    let highest = blocks.iter().filter_map(level_of).min().unwrap_or(level + 1);
    for block in &mut blocks {
        if let Block::Heading { level: own, .. } = block {
            *own = *own - highest + level + 1;
        }
    }
    blocks
}

/// What every document begins with.
fn opening(basis: &Basis) -> Vec<Block> {
    let notice = || Block::Notice(vec![Inline::text(report::DEMONSTRATION_NOTICE)]);
    basis.uses_demonstration().then(notice).into_iter().collect()
}

/// What all documents have in common around their blocks.
fn shell(basis: &Basis, title: String, blocks: Vec<Block>) -> Document {
    Document {
        title,
        date: Some(basis.today),
        author: report::AUTHOR.to_owned(),
        mark: if basis.uses_demonstration() { report::DEMONSTRATION_MARK.to_owned() } else { String::new() },
        blocks,
        ..Document::default()
    }
}

fn front_matter(basis: &Basis) -> Vec<(String, String)> {
    use report::front;
    let programme = basis.programme;
    let data_state = basis
        .ranking
        .and_then(|ranking| basis.data.period(ranking.run.period))
        .map_or_else(|| report::NO_DATA_STATE.to_owned(), |period| period.label.clone());
    let mut facts = vec![(front::AREA, basis.area_name().to_owned())];
    facts.extend(basis.stadtbezirk().map(|bezirk| (front::BEZIRK, bezirk.name.clone())));
    facts.push((front::YEARS, report::span(&programme.first_year.to_string(), &programme.last_year.to_string())));
    facts.push((front::STATE, text::programme_state(programme.state).to_owned()));
    facts.push((front::DATA, data_state));
    facts.push((front::DATE, text::date(basis.today)));
    if !basis.project_title.is_empty() {
        facts.push((front::PROJECT, basis.project_title.to_owned()));
    }
    facts.into_iter().map(|(label, value)| (label.to_owned(), value)).collect()
}

fn section_blocks(basis: &Basis, section: SectionKey, profile: Profile) -> Result<Vec<Block>, ProgrammeError> {
    let mut content = text_blocks(basis, section);
    match section {
        SectionKey::Begruendung => {
            content.extend(missing_assessment(basis, &content));
            content.extend(figure_of_ranks(basis)?);
        }
        SectionKey::Handlungsbedarf => {
            content.extend(tables::indicators(basis).map(Block::Table));
            let count = if profile == Profile::Kurz { 1 } else { figures::TRENDS };
            content.extend(trend_figures(basis, count)?);
            content.extend(comparison_figure(basis, profile)?);
        }
        SectionKey::Ziele => content.extend(plans::goals(basis)),
        SectionKey::Massnahmen => {
            match profile {
                Profile::Kurz => {}
                Profile::Lang => {
                    content.push(Block::Heading { level: 3, text: report::heading::MEASURES.to_owned() });
                }
            }
            content.extend(planning::priorities(basis));
            content.extend(plans::measures(basis, profile));
        }
        SectionKey::KostenZeit => {
            content.extend(plans::money_and_time(basis, profile)?);
            content.extend(planning::milestones(basis));
            content.extend(planning::compared_scenarios(basis));
        }
        SectionKey::Steuerung => {
            content.extend(plans::effects(basis));
            match profile {
                Profile::Kurz => content.extend(plans::actors(basis)),
                Profile::Lang => content.extend(planning::chains(basis)),
            }
        }
        SectionKey::Methode => content.extend(appendix::method_and_sources(basis)),
        SectionKey::Aktionsbuero => content.extend(office::blocks(basis)),
        SectionKey::StimmenVorOrt => content.extend(participation::results(basis, profile)),
        SectionKey::Angebote => {
            content.extend(coverage::matrix(basis));
            match profile {
                Profile::Kurz => content.extend(experience::told(basis).map(Block::Table)),
                Profile::Lang => {}
            }
        }
        SectionKey::Kurzfassung => content.push(Block::Table(glance::table(basis))),
        SectionKey::Planungen => {
            content.extend(experience::told(basis).map(Block::Table));
            content.extend(plans::actors(basis));
        }
        SectionKey::StaerkenSchwaechen => content.extend(participation::board(basis).map(Block::Table)),
        SectionKey::Abgrenzung
        | SectionKey::Bevoelkerung
        | SectionKey::ArbeitEinkommen
        | SectionKey::KinderFamilien
        | SectionKey::Zusammenleben
        | SectionKey::Einleitung
        | SectionKey::Freiraum
        | SectionKey::LokaleOekonomie
        | SectionKey::Leitlinien
        | SectionKey::Verstetigung => {}
    }
    if content.is_empty() {
        content.push(Block::Notice(vec![Inline::text(report::empty_section())]));
    }
    Ok(content)
}

/// What the document shows beside its text, without charts, goals, measures and money: tables and lines by section.
pub(super) fn shown_beside(basis: &Basis) -> Vec<(SectionKey, Vec<Block>)> {
    vec![
        (SectionKey::Handlungsbedarf, tables::indicators(basis).map(Block::Table).into_iter().collect()),
        (SectionKey::StimmenVorOrt, participation::results(basis, Profile::Lang)),
        (
            SectionKey::Planungen,
            experience::told(basis).map(Block::Table).into_iter().chain(plans::actors(basis)).collect(),
        ),
        (SectionKey::StaerkenSchwaechen, participation::board(basis).map(Block::Table).into_iter().collect()),
        (SectionKey::Angebote, coverage::matrix(basis).into_iter().collect()),
        (SectionKey::Aktionsbuero, office::blocks(basis)),
        (SectionKey::Methode, appendix::method_and_sources_of_all(basis)),
    ]
}

/// Whether earlier programmes have something to say about the area.
pub(super) fn has_experiences(basis: &Basis) -> bool {
    experience::told(basis).is_some()
}

/// A rank without the planner's assessment says so, whatever the stored text says.
fn missing_assessment(basis: &Basis, content: &[Block]) -> Option<Block> {
    let missing = report::assessment_missing();
    let says_so = |block: &Block| match block {
        Block::Paragraph(inlines) => inlines.iter().any(|inline| match inline {
            Inline::Text(text) => text.contains(&missing),
            Inline::Strong(_) | Inline::Emphasis(_) | Inline::Bound { .. } => false,
        }),
        Block::Heading { .. }
        | Block::List { .. }
        | Block::Table(_)
        | Block::Figure(_)
        | Block::Notice(_)
        | Block::PageBreak => false,
    };
    let lacks = basis.programme.assessment.trim().is_empty() && !content.iter().any(says_so);
    lacks.then(|| Block::Notice(vec![Inline::text(missing)]))
}

/// Stored passages of a section, or its draft where there are none.
fn text_blocks(basis: &Basis, section: SectionKey) -> Vec<Block> {
    let mut passages: Vec<&Passage> = basis.programme.passages.iter().filter(|p| p.section == section).collect();
    passages.sort_by_key(|passage| (passage.position, passage.id));
    if passages.is_empty() {
        let drafted = draft(basis, &[section]);
        return drafted.iter().flat_map(|new| blocks(basis, &new.text, &new.basis)).collect();
    }
    passages.into_iter().flat_map(|passage| blocks(basis, &passage.text, &passage.basis)).collect()
}

fn figure_of_ranks(basis: &Basis) -> Result<Option<Block>, ProgrammeError> {
    let (Some(spec), Some(ranking)) = (figures::ranks(basis), basis.ranking) else { return Ok(None) };
    let note = report::ranks_note(ranking.run.spec.uncertainty.coverage_percent, figures::is_cut(basis));
    figure(&spec, report::caption::ranks(), note).map(Some)
}

fn trend_figures(basis: &Basis, count: usize) -> Result<Vec<Block>, ProgrammeError> {
    figures::trend_indicators(basis, count)
        .into_iter()
        .filter_map(|indicator| Some((indicator, figures::trend(basis, indicator)?)))
        .map(|(indicator, spec)| {
            let source = tables::indicator_source(basis, &[indicator]);
            figure(&spec, trend_caption(basis, indicator, &spec), source)
        })
        .collect()
}

fn trend_caption(basis: &Basis, indicator: &Indicator, spec: &ChartSpec) -> String {
    report::caption::trend(&indicator.name, basis.area_name(), figures::is_beside_city(spec))
}

/// The strongest driver in all ranked areas; only in the long profile.
fn comparison_figure(basis: &Basis, profile: Profile) -> Result<Option<Block>, ProgrammeError> {
    let driver = match profile {
        Profile::Kurz => None,
        Profile::Lang => drivers(basis).into_iter().next(),
    };
    let Some(indicator) = driver else { return Ok(None) };
    let Some(spec) = figures::comparison(basis, indicator) else { return Ok(None) };
    let source = tables::indicator_source(basis, &[indicator]);
    figure(&spec, report::caption::comparison(&indicator.name), source).map(Some)
}

pub(in crate::programme) fn figure(spec: &ChartSpec, caption: String, source: String) -> Result<Block, ProgrammeError> {
    let (width_mm, height_mm) = spec.size_mm();
    let alternative = spec.alternative_text();
    Ok(Block::Figure(Figure { caption, alternative, svg: chart::svg(spec)?, width_mm, height_mm, source }))
}
