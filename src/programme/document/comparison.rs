//! All Aktionsräume side by side: ranking with spans, key values, measures, money, state of the procedure.

use super::super::areas::aktionsraeume;
use super::super::basis::Basis;
use super::super::findings::burden_count;
use super::super::{figures, plan};
use super::social_profile::median;
use super::tables::{columns, row, source_of, strong_row, table};
use super::{ProgrammeError, appendix, comparison_sheets, figure, opening, shell};
use crate::analysis::Finding;
use crate::chart::{ChartSpec, Emphasis};
use crate::document::{Align, Block, Document, Inline, Table, TableColumn};
use crate::domain::{
    Area, AreaId, Beschlussstand, Euro, FundingState, Handlungsfeld, Handlungsprogramm, Indicator, IndicatorId,
    PeriodId, StepProgress,
};
use crate::text::{self, report, report::paper, report::paper::comparison as words};

/// Indicators side by side in one table.
const INDICATORS_TOGETHER: usize = 6;

/// The comparison.
///
/// # Errors
/// If a chart cannot be drawn.
pub(super) fn comparison(basis: &Basis) -> Result<Document, ProgrammeError> {
    let areas = areas(basis);
    let mut blocks = opening(basis);
    if areas.is_empty() {
        blocks.push(Block::Notice(vec![Inline::Text(words::no_areas())]));
    }
    blocks.push(heading(words::RANKING));
    blocks.extend(ranking(basis, &areas)?);
    blocks.push(heading(words::VALUES));
    blocks.extend(values(basis, &areas).into_iter().map(Block::Table));
    blocks.push(heading(words::MEASURES));
    blocks.push(Block::Table(measures(basis, &areas)));
    blocks.extend(without_programme(basis, &areas));
    blocks.push(heading(words::MONEY));
    blocks.push(Block::Table(money(basis, &areas)));
    blocks.push(heading(words::PROCEDURE));
    blocks.push(Block::Table(procedure(basis, &areas)));
    blocks.push(heading(words::METHOD));
    blocks.extend(appendix::method_and_sources_of_all(basis));
    let mut facts = vec![(report::front::DATE.to_owned(), text::date(basis.today))];
    if !basis.project_title.is_empty() {
        facts.push((report::front::PROJECT.to_owned(), basis.project_title.to_owned()));
    }
    Ok(Document {
        subtitle: paper::comparison_subtitle(areas.len()),
        sheets: comparison_sheets::sheets(basis, &areas, &key_values(basis, &areas)),
        front_matter: facts,
        contents: true,
        ..shell(basis, paper::comparison_title(), blocks)
    })
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 1, text: text.to_owned() }
}

/// The Aktionsräume, the greatest need first, those without a rank last.
fn areas<'a>(basis: &Basis<'a>) -> Vec<&'a Area> {
    let ids = aktionsraeume(basis.data, basis.programmes);
    let mut areas: Vec<&Area> = ids.into_iter().filter_map(|id| basis.data.area(id)).collect();
    let run = basis.ranking.map(|ranking| &ranking.run);
    areas.sort_by_key(|area| run.and_then(|run| Some(run.rank[run.row_of(area.id)?])).unwrap_or(u32::MAX));
    areas
}

/// The programme of an area.
pub(super) fn programme_of<'a>(basis: &Basis<'a>, area: &Area) -> Option<&'a Handlungsprogramm> {
    basis.programmes.iter().find(|programme| programme.area == area.id)
}

fn ranking(basis: &Basis, areas: &[&Area]) -> Result<Vec<Block>, ProgrammeError> {
    let Some(found) = basis.ranking else {
        return Ok(vec![Block::Notice(vec![Inline::text(report::no_ranking())])]);
    };
    let coverage = found.run.spec.uncertainty.coverage_percent;
    let rows = areas.iter().map(|area| row(rank_cells(basis, area))).collect();
    let align = [Align::Right, Align::Left, Align::Left, Align::Center, Align::Right, Align::Right];
    let mut heads = words::RANK_COLUMNS.map(str::to_owned);
    heads[4] = words::top_places(found.intervals.top_places);
    let heads = heads.each_ref().map(String::as_str);
    let columns = columns(&heads, &align, &[8.0, 30.0, 24.0, 14.0, 14.0, 16.0]);
    let note = words::rank_note(found.run.areas.len(), coverage, found.intervals.top_places);
    let mut blocks = vec![Block::Table(table(words::rank_caption(), columns, rows, vec![note]))];
    if let Some(spec) = figures::ranks(basis).map(without_emphasis) {
        blocks.push(figure(&spec, report::caption::ranks(), report::ranks_note(coverage, figures::is_cut(basis)))?);
    }
    Ok(blocks)
}

/// No area is more than the others here.
fn without_emphasis(spec: ChartSpec) -> ChartSpec {
    match spec {
        ChartSpec::RankIntervals(mut ranks) => {
            ranks.rows.iter_mut().for_each(|row| row.emphasis = Emphasis::Other);
            ChartSpec::RankIntervals(ranks)
        }
        ChartSpec::Trend(_)
        | ChartSpec::Comparison(_)
        | ChartSpec::Gantt(_)
        | ChartSpec::Funding(_)
        | ChartSpec::Spending(_)
        | ChartSpec::AreaMap(_)
        | ChartSpec::Scatter(_)
        | ChartSpec::Dots(_)
        | ChartSpec::Matrix(_)
        | ChartSpec::Shares(_)
        | ChartSpec::WeightPath(_) => spec,
    }
}

/// `7 von 11`
pub(super) fn burden_words(basis: &Basis, area: &Area) -> String {
    burden_count(basis, area.id).map_or_else(String::new, |(worse, of)| report::out_of(worse, of))
}

fn rank_cells(basis: &Basis, area: &Area) -> [String; 6] {
    let bezirk = basis.stadtbezirk_of(area).map_or_else(String::new, |bezirk| bezirk.name.clone());
    let burden = burden_words(basis, area);
    match basis.ranking.and_then(|ranking| Finding::rank(basis.data, ranking, area.id)) {
        Some(Finding::Rank { rank, low, high, top_share, .. }) => [
            rank.to_string(),
            area.name.clone(),
            bezirk,
            report::interval(f64::from(low), f64::from(high)),
            text::share_percent(top_share),
            burden,
        ],
        Some(
            Finding::Value { .. }
            | Finding::Change { .. }
            | Finding::Place { .. }
            | Finding::BurdenCount { .. }
            | Finding::CityComparison { .. },
        )
        | None => [String::new(), area.name.clone(), bezirk, words::NOT_RANKED.to_owned(), String::new(), burden],
    }
}

/// The recipe's indicators at its period; without a ranking all at their newest.
pub(super) fn key_values<'a>(basis: &Basis<'a>, areas: &[&Area]) -> Vec<(&'a Indicator, PeriodId)> {
    if let Some(ranking) = basis.ranking {
        let run = &ranking.run;
        let cards = run.spec.indicators.iter().filter_map(|indicator| basis.data.indicator_by_code(&indicator.code));
        return cards.map(|card| (card, run.period)).collect();
    }
    let observed = |indicator: &Indicator, period| {
        areas.iter().any(|area| basis.data.dataset.get(indicator.id, area.id, period).is_some())
    };
    let newest = |indicator: &'a Indicator| {
        let periods = basis.data.periods_of(indicator.id);
        let period = periods.into_iter().rfind(|period| observed(indicator, period.id))?;
        Some((indicator, period.id))
    };
    basis.data.indicators.iter().filter_map(newest).collect()
}

/// Values that the comparison shows: all areas and the city.
pub(in crate::programme) fn compared_cells(basis: &Basis) -> Vec<(IndicatorId, AreaId, PeriodId)> {
    let areas = areas(basis);
    let places: Vec<AreaId> = areas.iter().copied().chain(basis.data.city()).map(|area| area.id).collect();
    let key_values = key_values(basis, &areas);
    key_values.iter().flat_map(|(card, period)| places.iter().map(|area| (card.id, *area, *period))).collect()
}

fn values(basis: &Basis, areas: &[&Area]) -> Vec<Table> {
    let key_values = key_values(basis, areas);
    let parts = key_values.chunks(INDICATORS_TOGETHER).count();
    let parted = (1..).zip(key_values.chunks(INDICATORS_TOGETHER));
    parted.map(|(part, indicators)| values_part(basis, areas, indicators, words::values_caption(part, parts))).collect()
}

fn values_part(basis: &Basis, areas: &[&Area], indicators: &[(&Indicator, PeriodId)], caption: String) -> Table {
    let cell = |area: &Area, (indicator, period): &(&Indicator, PeriodId)| {
        let found = basis.data.dataset.get(indicator.id, area.id, *period);
        found.map_or_else(String::new, |o| text::value_or_sign(o.value, o.status, indicator.decimals))
    };
    let line = |area: &Area| {
        let cells = indicators.iter().map(|wanted| cell(area, wanted));
        std::iter::once(area.name.clone()).chain(cells).collect::<Vec<String>>()
    };
    let ids: Vec<_> = areas.iter().map(|area| area.id).collect();
    let middle = |(indicator, period): &(&Indicator, PeriodId)| {
        let value = median(basis, indicator, &ids, *period);
        value.map_or_else(String::new, |value| text::decimal(value, indicator.decimals))
    };
    let mut rows: Vec<_> = areas.iter().map(|area| row(line(area))).collect();
    rows.push(strong_row(std::iter::once(words::MEDIAN.to_owned()).chain(indicators.iter().map(middle))));
    rows.extend(basis.data.city().map(|city| strong_row(line(city))));
    let column = |title: String, align, width| TableColumn { title, align, width };
    let heads = indicators.iter().map(|(indicator, period)| {
        let period = basis.data.period(*period).map_or("", |period| period.label.as_str());
        column(paper::value_head(&indicator.name, &indicator.unit, period), Align::Right, 20.0)
    });
    let columns = std::iter::once(column(words::AREA.to_owned(), Align::Left, 32.0)).chain(heads).collect();
    let used: Vec<&Indicator> = indicators.iter().map(|(indicator, _)| *indicator).collect();
    let notes = vec![words::median_note(), report::signs_note(), source_of(basis, &used, &ids)];
    Table { landscape: true, ..table(caption, columns, rows, notes) }
}

pub(super) fn measures(basis: &Basis, areas: &[&Area]) -> Table {
    let counts = |programme: &Handlungsprogramm| -> [usize; 6] {
        let of = |wanted: &dyn Fn(&crate::domain::Massnahme) -> bool| {
            programme.massnahmen.iter().filter(|massnahme| wanted(massnahme)).count()
        };
        let [work, children, cohesion] = Handlungsfeld::ALL.map(|field| of(&|m| m.handlungsfeld == field));
        let is_decided = |massnahme: &crate::domain::Massnahme| match massnahme.beschlussstand {
            Beschlussstand::Geplant | Beschlussstand::Abgestimmt => false,
            Beschlussstand::Beschlossen | Beschlussstand::Laeuft | Beschlussstand::Abgeschlossen => true,
        };
        let key = of(&|massnahme| massnahme.schluesselmassnahme);
        [programme.massnahmen.len(), work, children, cohesion, key, of(&is_decided)]
    };
    let mut total = [0; 6];
    let mut rows = Vec::new();
    for area in areas {
        let counted = programme_of(basis, area).map(counts).unwrap_or_default();
        total.iter_mut().zip(counted).for_each(|(sum, count)| *sum += count);
        rows.push(row(std::iter::once(area.name.clone()).chain(counted.map(text::count))));
    }
    rows.push(strong_row(std::iter::once(report::sum::TOTAL.to_owned()).chain(total.map(text::count))));
    let mut align = [Align::Right; 7];
    align[0] = Align::Left;
    let columns = columns(&words::MEASURE_COLUMNS, &align, &[30.0, 14.0, 10.0, 10.0, 19.0, 13.0, 16.0]);
    table(words::measures_caption(), columns, rows, vec![report::plan_source()])
}

fn without_programme(basis: &Basis, areas: &[&Area]) -> Option<Block> {
    let names: Vec<String> =
        areas.iter().filter(|area| programme_of(basis, area).is_none()).map(|area| area.name.clone()).collect();
    (!names.is_empty()).then(|| Block::Notice(vec![Inline::Text(words::without_programme(&names))]))
}

/// Cost, money, granted money, open amount.
pub(super) fn amounts(programme: &Handlungsprogramm) -> [Euro; 4] {
    let items = programme.massnahmen.iter().flat_map(|massnahme| &massnahme.finanzierung);
    let granted = items.filter(|item| item.state == FundingState::Bewilligt).map(|item| item.amount).sum();
    [plan::cost(programme, None, None), plan::funding(programme, None, None), granted, plan::open(programme, None)]
}

fn money(basis: &Basis, areas: &[&Area]) -> Table {
    let mut total = [Euro::default(); 4];
    let mut rows = Vec::new();
    for area in areas {
        let Some(programme) = programme_of(basis, area) else { continue };
        let amounts = amounts(programme);
        total.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum = *sum + amount);
        let years = report::span(&programme.first_year.to_string(), &programme.last_year.to_string());
        rows.push(row([area.name.clone(), years].into_iter().chain(amounts.map(text::euro))));
    }
    rows.push(strong_row([report::sum::TOTAL.to_owned(), String::new()].into_iter().chain(total.map(text::euro))));
    let mut align = [Align::Right; 6];
    (align[0], align[1]) = (Align::Left, Align::Left);
    let columns = columns(&words::MONEY_COLUMNS, &align, &[30.0, 20.0, 16.0, 16.0, 16.0, 16.0]);
    table(words::money_caption(), columns, rows, vec![report::plan_source()])
}

pub(super) fn procedure(basis: &Basis, areas: &[&Area]) -> Table {
    let rows = areas.iter().map(|area| {
        let programme = programme_of(basis, area);
        let (step, date) = current_step(basis, area);
        let assessed = programme.is_some_and(|programme| !programme.assessment.trim().is_empty());
        row([
            area.name.clone(),
            programme.map_or(words::NO_STEP, |programme| text::programme_state(programme.state)).to_owned(),
            step,
            date,
            if assessed { words::THERE } else { words::MISSING }.to_owned(),
        ])
    });
    let columns = columns(&words::PROCEDURE_COLUMNS, &[Align::Left; 5], &[28.0, 18.0, 32.0, 14.0, 18.0]);
    table(words::procedure_caption(), columns, rows.collect(), vec![paper::council::SEQUENCE_SOURCE.to_owned()])
}

/// The first step that is not done, with its date.
fn current_step(basis: &Basis, area: &Area) -> (String, String) {
    let verfahren = basis.verfahren;
    let state = |step| verfahren.states.iter().find(|state| state.area == area.id && state.step == step);
    let is_done =
        |step| state(step).is_some_and(|state: &crate::domain::StepState| state.progress == StepProgress::Erledigt);
    if verfahren.states.iter().all(|state| state.area != area.id) {
        return (words::NO_STEP.to_owned(), String::new());
    }
    match verfahren.steps.iter().find(|step| !is_done(step.id)) {
        None => (words::ALL_STEPS.to_owned(), String::new()),
        Some(step) => {
            let found = state(step.id);
            let progress = text::step_progress(found.map(|state| state.progress).unwrap_or_default());
            let date = found.and_then(|state| state.date).map_or_else(String::new, text::date);
            (format!("{} ({progress})", step.title), date)
        }
    }
}
