//! The charts of a programme.

use super::basis::Basis;
use super::findings;
use super::plan;
use crate::chart::{
    ChartSpec, Comparison, ComparisonRow, Emphasis, Funding, FundingPart, FundingYear, Gantt, GanttRow, MoneyPart,
    RankChart, RankRow, Trend, TrendLine, TrendTime,
};
use crate::domain::{Area, Beschlussstand, CostKind, Direction, Euro, FundingSource, Indicator, Quarter};
use crate::text::{self, report};

/// The trend of an indicator, area and city; none with fewer than two dated periods. Beside a count, the city's would
/// make a flat line of the area's.
pub(super) fn trend(basis: &Basis, indicator: &Indicator) -> Option<ChartSpec> {
    let area = basis.area()?;
    let periods: Vec<_> =
        basis.data.periods_of(indicator.id).into_iter().filter(|period| period.year.is_some()).collect();
    let line = |area: &Area, emphasis| TrendLine {
        name: area.name.clone(),
        values: periods.iter().map(|period| basis.data.dataset.value(indicator.id, area.id, period.id)).collect(),
        emphasis,
    };
    let own = line(area, Emphasis::Own);
    if own.values.iter().flatten().count() < 2 {
        return None;
    }
    let city = basis.data.city().filter(|_| !adds_up(indicator)).map(|city| line(city, Emphasis::City));
    let city = city.filter(|line| line.values.iter().any(Option::is_some));
    Some(ChartSpec::Trend(Trend {
        indicator: indicator.name.clone(),
        unit: indicator.unit.clone(),
        decimals: indicator.decimals,
        times: periods
            .iter()
            .map(|period| TrendTime { year: period.year.unwrap_or_default(), label: period.label.clone() })
            .collect(),
        lines: std::iter::once(own).chain(city).collect(),
        breaks: indicator.breaks.iter().map(|series_break| series_break.year).collect(),
    }))
}

/// Whether a trend shows the city beside the area.
pub(super) fn is_beside_city(spec: &ChartSpec) -> bool {
    match spec {
        ChartSpec::Trend(trend) => trend.lines.iter().any(|line| line.emphasis == Emphasis::City),
        ChartSpec::Comparison(_)
        | ChartSpec::RankIntervals(_)
        | ChartSpec::Gantt(_)
        | ChartSpec::Funding(_)
        | ChartSpec::Spending(_)
        | ChartSpec::AreaMap(_)
        | ChartSpec::Scatter(_)
        | ChartSpec::Dots(_)
        | ChartSpec::Matrix(_)
        | ChartSpec::Shares(_)
        | ChartSpec::WeightPath(_) => false,
    }
}

/// Indicators with a trend: the strongest drivers; without a ranking, those that judge. What only describes shows no
/// need.
pub(super) fn trend_indicators<'a>(basis: &Basis<'a>, count: usize) -> Vec<&'a Indicator> {
    let judging = |indicator: &&Indicator| indicator.direction != Direction::Context;
    let candidates = match basis.ranking {
        Some(_) => findings::drivers(basis),
        None => basis.data.indicators.iter().filter(judging).collect(),
    };
    candidates.into_iter().filter(|indicator| trend(basis, indicator).is_some()).take(count).collect()
}

/// Whether values of parts add up to that of the whole: counts do, shares and rates do not.
pub(super) fn adds_up(card: &Indicator) -> bool {
    card.is_population || (card.denominator.is_empty() && card.unit != "%")
}

/// Trends that a document shows at most.
pub(super) const TRENDS: usize = 3;

/// More rows than this do not fit on a page.
const MAX_ROWS: usize = 45;

/// The first rows, and the area's own where it comes later.
fn fitting<Row>(rows: Vec<Row>, is_own: impl Fn(&Row) -> bool) -> Vec<Row> {
    let cut = rows.len() > MAX_ROWS;
    let mut kept = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        if !cut || at < MAX_ROWS - 1 || is_own(&row) {
            kept.push(row);
        }
    }
    kept
}

/// Whether a chart of all ranked areas shows only some of them.
pub(super) fn is_cut(basis: &Basis) -> bool {
    basis.ranking.is_some_and(|ranking| ranking.run.areas.len() > MAX_ROWS)
}

/// The ranked areas with their intervals, as many as fit on a page.
pub(super) fn ranks(basis: &Basis) -> Option<ChartSpec> {
    let ranking = basis.ranking?;
    let (run, intervals) = (&ranking.run, &ranking.intervals);
    let rows = run
        .by_rank()
        .into_iter()
        .filter_map(|row| {
            let area = run.areas[row];
            Some(RankRow {
                name: basis.data.area(area)?.name.clone(),
                rank: run.place[row],
                low: *intervals.low.get(row)?,
                high: *intervals.high.get(row)?,
                emphasis: if area == basis.programme.area { Emphasis::Own } else { Emphasis::Other },
            })
        })
        .collect();
    Some(ChartSpec::RankIntervals(RankChart {
        participants: run.areas.len(),
        coverage_percent: run.spec.uncertainty.coverage_percent,
        border: None,
        rows: fitting(rows, |row: &RankRow| row.emphasis == Emphasis::Own),
    }))
}

/// All ranked areas in one indicator beside the city, the greatest need first.
pub(super) fn comparison(basis: &Basis, indicator: &Indicator) -> Option<ChartSpec> {
    let run = &basis.ranking?.run;
    let value = |area| basis.data.dataset.get(indicator.id, area, run.period);
    let mut rows: Vec<ComparisonRow> = run
        .areas
        .iter()
        .filter_map(|&id| {
            let observation = value(id)?;
            Some(ComparisonRow {
                name: basis.data.area(id)?.name.clone(),
                value: observation.value,
                sign: text::status_label(observation.status).to_owned(),
                emphasis: if id == basis.programme.area { Emphasis::Own } else { Emphasis::Other },
            })
        })
        .collect();
    rows.iter().any(|row| row.value.is_some()).then_some(())?;
    let need = |row: &ComparisonRow| match (row.value, indicator.direction) {
        (Some(value), Direction::LowIsNeed) => -value,
        (Some(value), Direction::HighIsNeed | Direction::Context) => value,
        (None, _) => f64::NEG_INFINITY,
    };
    rows.sort_by(|a, b| need(b).total_cmp(&need(a)).then_with(|| a.name.cmp(&b.name)));
    let city = basis.data.city().and_then(|city| Some((city.name.clone(), value(city.id)?.value?)));
    Some(ChartSpec::Comparison(Comparison {
        indicator: indicator.name.clone(),
        unit: indicator.unit.clone(),
        decimals: indicator.decimals,
        period: basis.data.period(run.period)?.label.clone(),
        rows: fitting(rows, |row| row.emphasis == Emphasis::Own),
        city,
    }))
}

/// Measures over quarters.
pub(super) fn gantt(basis: &Basis) -> Option<ChartSpec> {
    let massnahmen = basis.massnahmen();
    if massnahmen.is_empty() {
        return None;
    }
    let quarters: Vec<Quarter> = massnahmen.iter().flat_map(|m| [m.beginn, m.ende]).flatten().collect();
    let first = quarters.iter().map(|q| q.year).chain([basis.programme.first_year]).min()?;
    let last = quarters.iter().map(|q| q.year).chain([basis.programme.last_year]).max()?;
    let rows = massnahmen
        .iter()
        .map(|massnahme| GanttRow {
            number: report::measure_number(massnahme.number),
            title: massnahme.titel.clone(),
            handlungsfeld: massnahme.handlungsfeld,
            span: massnahme.beginn.zip(massnahme.ende).filter(|(from, to)| from <= to),
            agreed: match massnahme.beschlussstand {
                Beschlussstand::Geplant => false,
                Beschlussstand::Abgestimmt
                | Beschlussstand::Beschlossen
                | Beschlussstand::Laeuft
                | Beschlussstand::Abgeschlossen => true,
            },
            checks: massnahme.check_days().filter(|day| (first..=last).contains(&day.year())).collect(),
        })
        .collect();
    Some(ChartSpec::Gantt(Gantt { first_year: first, last_year: last, rows }))
}

/// Cost per year and kind.
pub(super) fn costs(basis: &Basis) -> Option<ChartSpec> {
    let amount = |year, kind| plan::cost(basis.programme, Some(year), Some(kind));
    let order = CostKind::ALL.map(MoneyPart::Kind).to_vec();
    money(
        basis,
        order,
        |_| Euro::default(),
        |year, part| match part {
            MoneyPart::Kind(kind) => amount(year, kind),
            MoneyPart::Source(_) => Euro::default(),
        },
    )
}

/// Money per year and source.
pub(super) fn funding(basis: &Basis) -> Option<ChartSpec> {
    let amount = |year, source| plan::funding(basis.programme, Some(year), Some(source));
    let order = FundingSource::ALL.map(MoneyPart::Source).to_vec();
    money(
        basis,
        order,
        |year| plan::open(basis.programme, Some(year)),
        |year, part| match part {
            MoneyPart::Source(source) => amount(year, source),
            MoneyPart::Kind(_) => Euro::default(),
        },
    )
}

fn money(
    basis: &Basis,
    order: Vec<MoneyPart>,
    open: impl Fn(i16) -> Euro,
    amount: impl Fn(i16, MoneyPart) -> Euro,
) -> Option<ChartSpec> {
    let years: Vec<FundingYear> = plan::years(basis.programme)
        .into_iter()
        .map(|year| FundingYear {
            year,
            parts: order
                .iter()
                .map(|&part| FundingPart { part, amount: amount(year, part) })
                .filter(|part| part.amount > Euro::default())
                .collect(),
            open: open(year),
        })
        .collect();
    (!years.is_empty()).then_some(ChartSpec::Funding(Funding { years, order }))
}
