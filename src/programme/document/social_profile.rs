//! The Sozialraumprofil: an area in figures beside Stadtbezirk, city and the other Aktionsräume, with its development.

use super::super::areas::aktionsraeume;
use super::super::basis::Basis;
use super::super::figures;
use super::super::findings::{self, Reading};
use super::super::outline::{entry_of, section_of};
use super::tables::{self, columns, indicator_source, row, table};
use super::{
    Profile, ProgrammeError, appendix, below, figure, figure_of_ranks, front_matter, opening, participation, sheets,
    shell, text_blocks, trend_caption,
};
use crate::analysis;
use crate::chart::ChartSpec;
use crate::document::{Align, Block, Document, Inline, Table};
use crate::domain::{AreaId, Indicator, PeriodId, SectionKey};
use crate::text::{self, report, report::paper, report::paper::profile as words};

/// Topics in printed order.
const TOPICS: [SectionKey; 4] =
    [SectionKey::Bevoelkerung, SectionKey::ArbeitEinkommen, SectionKey::KinderFamilien, SectionKey::Zusammenleben];
/// Trends that are drawn per topic.
const TRENDS: usize = 2;

/// The profile of the programme's area.
///
/// # Errors
/// If a chart cannot be drawn.
pub(super) fn social_profile(basis: &Basis) -> Result<Document, ProgrammeError> {
    let mut blocks = opening(basis);
    blocks.push(heading(words::AREA));
    blocks.extend(text_blocks(basis, SectionKey::Abgrenzung));
    blocks.push(heading(words::RANK));
    blocks.extend(text_blocks(basis, SectionKey::Begruendung));
    blocks.extend(figure_of_ranks(basis)?);
    for topic in TOPICS {
        blocks.extend(of_topic(basis, topic)?);
    }
    blocks.push(heading(words::VOICES));
    blocks.extend(text_blocks(basis, SectionKey::StimmenVorOrt));
    blocks.extend(below(1, participation::results(basis, Profile::Lang)));
    blocks.push(heading(words::SERVICES));
    blocks.extend(text_blocks(basis, SectionKey::Angebote));
    blocks.push(heading(words::METHOD));
    blocks.extend(appendix::method_and_sources(basis));
    let level = basis.area().map_or("", |area| text::area_level(area.level));
    let facts = front_matter(basis);
    Ok(Document {
        subtitle: paper::profile_subtitle(level, basis.stadtbezirk().map(|bezirk| bezirk.name.as_str())),
        sheets: sheets::of_values(basis, &facts),
        front_matter: facts,
        contents: true,
        ..shell(basis, paper::profile_title(basis.area_name()), blocks)
    })
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 1, text: text.to_owned() }
}

fn of_topic(basis: &Basis, topic: SectionKey) -> Result<Vec<Block>, ProgrammeError> {
    let title = entry_of(topic).map_or("", |entry| entry.title);
    let mut blocks = vec![heading(title)];
    let indicators: Vec<&Indicator> =
        basis.data.indicators.iter().filter(|indicator| section_of(indicator) == topic).collect();
    let readings: Vec<Reading> =
        indicators.iter().filter_map(|indicator| findings::reading(basis, indicator)).collect();
    if readings.is_empty() {
        blocks.push(Block::Notice(vec![Inline::Text(words::no_values(title))]));
        return Ok(blocks);
    }
    blocks.extend(text_blocks(basis, topic));
    blocks.push(Block::Table(values(basis, title, &readings)));
    for (indicator, spec) in trends_of(basis, &indicators) {
        let caption = trend_caption(basis, indicator, &spec);
        blocks.push(figure(&spec, caption, indicator_source(basis, &[indicator]))?);
    }
    Ok(blocks)
}

/// The trends that a topic shows.
fn trends_of<'a>(basis: &Basis, indicators: &[&'a Indicator]) -> Vec<(&'a Indicator, ChartSpec)> {
    let trends = indicators.iter().filter_map(|indicator| Some((*indicator, figures::trend(basis, indicator)?)));
    trends.take(TRENDS).collect()
}

/// Indicators whose trends the profile shows.
pub(in crate::programme) fn profile_trends<'a>(basis: &Basis<'a>) -> Vec<&'a Indicator> {
    let of = |topic| {
        let cards: Vec<&Indicator> = basis.data.indicators.iter().filter(|card| section_of(card) == topic).collect();
        trends_of(basis, &cards).into_iter().map(|(indicator, _)| indicator).collect::<Vec<_>>()
    };
    TOPICS.into_iter().flat_map(of).collect()
}

fn values(basis: &Basis, topic: &str, readings: &[Reading]) -> Table {
    let areas = aktionsraeume(basis.data, basis.programmes);
    let rows = readings.iter().map(|reading| {
        let [name, period, here, bezirk, city, place, change] = tables::cells(reading);
        let median = median(basis, reading.indicator, &areas, reading.period.id)
            .map_or_else(String::new, |value| text::decimal(value, reading.indicator.decimals));
        let status = text::status_label(reading.here.status).to_owned();
        row([name, period, here, bezirk, city, median, place, change, status])
    });
    let align = [
        Align::Left,
        Align::Center,
        Align::Right,
        Align::Right,
        Align::Right,
        Align::Right,
        Align::Right,
        Align::Right,
        Align::Left,
    ];
    let columns = columns(&words::COLUMNS, &align, &[34.0, 11.0, 15.0, 15.0, 15.0, 15.0, 11.0, 23.0, 17.0]);
    let used: Vec<&Indicator> = readings.iter().map(|reading| reading.indicator).collect();
    let level = basis.area().map_or("", |area| text::area_level_plural(area.level));
    let notes = vec![
        report::places_note(level),
        words::HEADS_NOTE.to_owned(),
        report::signs_note(),
        indicator_source(basis, &used),
    ];
    table(words::caption(topic, basis.area_name()), columns, rows.collect(), notes)
}

/// The middle value of the areas that have one (quantile of type 7).
pub(super) fn median(basis: &Basis, indicator: &Indicator, areas: &[AreaId], period: PeriodId) -> Option<f64> {
    let values: Vec<f64> =
        areas.iter().filter_map(|&area| basis.data.dataset.value(indicator.id, area, period)).collect();
    analysis::quantile_cuts(&values, 2).first().copied().or_else(|| values.first().copied())
}
