//! What a chart shows, before it is drawn.

use super::area_spec::{AreaMapChart, DotChart, ScatterChart};
use super::influence_spec::{PathChart, ShareChart};
use super::kind::{matrix, shares, spending};
use super::matrix_spec::MatrixChart;
use super::money_spec::SpendingChart;
use crate::domain::{CostKind, Euro, FundingSource, Handlungsfeld, Quarter};
use crate::text::{self, report};

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartSpec {
    /// An indicator over time, the area beside the city.
    Trend(Trend),
    /// Areas beside the line of the city.
    Comparison(Comparison),
    /// Ranks with their intervals.
    RankIntervals(RankChart),
    /// Measures over quarters.
    Gantt(Gantt),
    /// Money per year and source.
    Funding(Funding),
    /// What was spent beside what was planned.
    Spending(SpendingChart),
    /// Areas on a map, coloured by class.
    AreaMap(AreaMapChart),
    /// Two indicators against each other.
    Scatter(ScatterChart),
    /// An area on the strips of several indicators.
    Dots(DotChart),
    /// Areas beside each other in several indicators.
    Matrix(MatrixChart),
    /// Parts of a whole.
    Shares(ShareChart),
    /// The rank of an area over the weight of an indicator.
    WeightPath(PathChart),
}

/// How much a row or line is to be noticed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    /// The area that the chart is about.
    Own,
    /// The city.
    City,
    /// The rest.
    #[default]
    Other,
}

/// An indicator over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trend {
    /// Name of the indicator.
    pub indicator: String,
    /// Unit.
    pub unit: String,
    /// Decimals.
    pub decimals: u8,
    /// Periods, oldest first.
    pub times: Vec<TrendTime>,
    /// Lines; each has one value per period.
    pub lines: Vec<TrendLine>,
    /// Years from which the series is no longer comparable with its past.
    pub breaks: Vec<i16>,
}

/// A period on the axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrendTime {
    /// Year, the place on the axis.
    pub year: i16,
    /// Label as printed.
    pub label: String,
}

/// A line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrendLine {
    /// Name of the area.
    pub name: String,
    /// Values; none is a gap.
    pub values: Vec<Option<f64>>,
    /// How it is drawn.
    pub emphasis: Emphasis,
}

/// Areas beside the line of the city.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Name of the indicator.
    pub indicator: String,
    /// Unit.
    pub unit: String,
    /// Decimals.
    pub decimals: u8,
    /// Label of the period.
    pub period: String,
    /// Areas, in the order in which they are drawn from the top.
    pub rows: Vec<ComparisonRow>,
    /// Name and value of the city.
    pub city: Option<(String, f64)>,
}

/// An area of a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComparisonRow {
    /// Name.
    pub name: String,
    /// Value; none where there is none.
    pub value: Option<f64>,
    /// Sign that stands instead of a value.
    pub sign: String,
    /// How it is drawn.
    pub emphasis: Emphasis,
}

/// Ranks with their intervals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankChart {
    /// Number of ranks.
    pub participants: usize,
    /// Coverage of the intervals in percent.
    pub coverage_percent: f64,
    /// The place behind which the selection ends: a dashed line.
    pub border: Option<u32>,
    /// Areas by rank.
    pub rows: Vec<RankRow>,
}

/// An area in the ranking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankRow {
    /// Name.
    pub name: String,
    /// Rank; between two where equal values share their mean.
    pub rank: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// How it is drawn.
    pub emphasis: Emphasis,
}

/// Measures over quarters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gantt {
    /// First year shown.
    pub first_year: i16,
    /// Last year shown.
    pub last_year: i16,
    /// Measures.
    pub rows: Vec<GanttRow>,
}

/// A measure on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct GanttRow {
    /// `M-05`.
    pub number: String,
    /// Title.
    pub title: String,
    /// Field.
    pub handlungsfeld: Handlungsfeld,
    /// First and last quarter; none where it is not settled.
    pub span: Option<(Quarter, Quarter)>,
    /// Whether it is agreed; planned ones are drawn tinted.
    pub agreed: bool,
    /// Days on which a check is due.
    pub checks: Vec<jiff::civil::Date>,
}

/// Money per year: cost by kind, or funding by source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Funding {
    /// Years, ascending.
    pub years: Vec<FundingYear>,
    /// What the parts are, in printed order.
    pub order: Vec<MoneyPart>,
}

/// A year of the funding.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FundingYear {
    /// Year.
    pub year: i16,
    /// Parts in printed order.
    pub parts: Vec<FundingPart>,
    /// Cost that no money stands against.
    pub open: Euro,
}

/// What a part of the money is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyPart {
    /// Money of a source.
    Source(FundingSource),
    /// Cost of a kind.
    Kind(CostKind),
}

impl MoneyPart {
    /// Its name in print.
    pub fn label(self) -> &'static str {
        match self {
            MoneyPart::Source(source) => text::funding_source(source),
            MoneyPart::Kind(kind) => text::cost_kind(kind),
        }
    }
}

impl Funding {
    /// Whether cost is shown, not money.
    fn is_cost(&self) -> bool {
        self.order.iter().any(|part| match part {
            MoneyPart::Kind(_) => true,
            MoneyPart::Source(_) => false,
        })
    }
}

/// Money of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FundingPart {
    /// What it is.
    pub part: MoneyPart,
    /// Amount.
    pub amount: Euro,
}

/// The values of a chart as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueTable {
    /// Headers.
    pub columns: Vec<String>,
    /// Rows, one cell per column.
    pub rows: Vec<Vec<String>>,
}

impl ValueTable {
    /// The table for the clipboard: cells between tabs, a row a line, the headers first.
    pub fn tab_separated(&self) -> String {
        let rows = std::iter::once(&self.columns).chain(&self.rows).map(text::clipboard_row);
        rows.collect::<Vec<_>>().join("\n")
    }
}

impl ChartSpec {
    /// Width and height of the drawing in millimetres.
    pub fn size_mm(&self) -> (f32, f32) {
        let rows = |count: usize, row: f32, rest: f32| f32::from(u16::try_from(count).unwrap_or(200)) * row + rest;
        match self {
            ChartSpec::Trend(_) => (160.0, 72.0),
            ChartSpec::Comparison(comparison) => (160.0, rows(comparison.rows.len(), 4.6, 14.0)),
            ChartSpec::RankIntervals(ranks) => (160.0, rows(ranks.rows.len(), 4.6, 16.0)),
            ChartSpec::Gantt(gantt) => (160.0, rows(gantt.rows.len(), 7.0, 18.0)),
            ChartSpec::Funding(funding) => (160.0, rows(funding.years.len(), 10.0, 22.0)),
            ChartSpec::Spending(chart) => (160.0, rows(chart.years.len(), spending::ROW, spending::REST)),
            ChartSpec::AreaMap(_) => (160.0, 112.0),
            ChartSpec::Scatter(_) => (160.0, 110.0),
            ChartSpec::Dots(dots) => (160.0, rows(dots.rows.len() + usize::from(dots.divider.is_some()), 7.0, 26.0)),
            ChartSpec::Matrix(chart) => matrix::size(chart),
            ChartSpec::Shares(shares) => (160.0, rows(shares.bars.len(), shares::ROW, shares::REST)),
            ChartSpec::WeightPath(_) => (160.0, 72.0),
        }
    }

    /// What the chart shows, for readers who cannot see it.
    pub fn alternative_text(&self) -> String {
        match self {
            ChartSpec::Trend(trend) => trend_text(trend),
            ChartSpec::Comparison(comparison) => comparison_text(comparison),
            ChartSpec::RankIntervals(ranks) => {
                let own = ranks.rows.iter().find(|row| row.emphasis == Emphasis::Own);
                report::alternative_intervals(
                    ranks.participants,
                    ranks.coverage_percent,
                    own.map(|row| (row.name.as_str(), row.rank, row.low, row.high)),
                )
            }
            ChartSpec::Gantt(gantt) => {
                let rows: Vec<(String, Option<(Quarter, Quarter)>)> =
                    gantt.rows.iter().map(|row| (format!("{} {}", row.number, row.title), row.span)).collect();
                report::alternative_gantt(&rows)
            }
            ChartSpec::Funding(funding) => {
                let years: Vec<(i16, Euro, Euro)> = funding
                    .years
                    .iter()
                    .map(|year| (year.year, year.parts.iter().map(|part| part.amount).sum(), year.open))
                    .collect();
                match funding.is_cost() {
                    true => report::alternative_costs(
                        &years.iter().map(|(year, cost, _)| (*year, *cost)).collect::<Vec<_>>(),
                    ),
                    false => report::alternative_funding(&years),
                }
            }
            ChartSpec::Spending(chart) => chart.alternative_text(),
            ChartSpec::AreaMap(map) => map.alternative_text(),
            ChartSpec::Scatter(scatter) => scatter.alternative_text(),
            ChartSpec::Dots(dots) => dots.alternative_text(),
            ChartSpec::Matrix(matrix) => matrix.alternative_text(),
            ChartSpec::Shares(shares) => shares.alternative_text(),
            ChartSpec::WeightPath(path) => path.alternative_text(),
        }
    }

    /// The values as a table.
    pub fn table(&self) -> ValueTable {
        match self {
            ChartSpec::Trend(trend) => trend_table(trend),
            ChartSpec::Comparison(comparison) => comparison_table(comparison),
            ChartSpec::RankIntervals(ranks) => ValueTable {
                columns: report::interval_columns().map(String::from).to_vec(),
                rows: ranks
                    .rows
                    .iter()
                    .map(|row| vec![text::place(row.rank), row.name.clone(), report::interval(row.low, row.high)])
                    .collect(),
            },
            ChartSpec::Gantt(gantt) => gantt_table(gantt),
            ChartSpec::Funding(funding) => funding_table(funding),
            ChartSpec::Spending(chart) => chart.table(),
            ChartSpec::AreaMap(map) => map.table(),
            ChartSpec::Scatter(scatter) => scatter.table(),
            ChartSpec::Dots(dots) => dots.table(),
            ChartSpec::Matrix(matrix) => matrix.table(),
            ChartSpec::Shares(shares) => shares.table(),
            ChartSpec::WeightPath(path) => path.table(),
        }
    }
}

fn trend_text(trend: &Trend) -> String {
    let lines: Vec<(String, report::TrendPoint, report::TrendPoint)> = trend
        .lines
        .iter()
        .map(|line| {
            let mut known = line.values.iter().enumerate().filter_map(|(at, value)| {
                let label = trend.times.get(at)?.label.clone();
                value.map(|value| (label, text::value_with_unit(value, trend.decimals, &trend.unit)))
            });
            let first = known.next();
            let last = known.next_back();
            (line.name.clone(), first, last)
        })
        .collect();
    report::alternative_trend(&trend.indicator, &lines, &trend.breaks)
}

fn comparison_text(comparison: &Comparison) -> String {
    let print = |value: f64| text::value_with_unit(value, comparison.decimals, &comparison.unit);
    let own = comparison.rows.iter().find(|row| row.emphasis == Emphasis::Own);
    report::alternative_comparison(
        &comparison.indicator,
        &comparison.period,
        comparison.rows.len(),
        own.and_then(|row| row.value.map(|value| (row.name.clone(), print(value)))),
        comparison.city.as_ref().map(|(name, value)| (name.clone(), print(*value))),
    )
}

fn trend_table(trend: &Trend) -> ValueTable {
    let mut columns = vec![report::chart_word::PERIOD.to_owned()];
    columns.extend(trend.lines.iter().map(|line| line.name.clone()));
    let rows = trend
        .times
        .iter()
        .enumerate()
        .map(|(at, time)| {
            let cell = |line: &TrendLine| {
                line.values.get(at).copied().flatten().map_or_else(String::new, |v| text::decimal(v, trend.decimals))
            };
            std::iter::once(time.label.clone()).chain(trend.lines.iter().map(cell)).collect()
        })
        .collect();
    ValueTable { columns, rows }
}

fn comparison_table(comparison: &Comparison) -> ValueTable {
    let rows = comparison
        .rows
        .iter()
        .map(|row| {
            let value = row.value.map_or_else(|| row.sign.clone(), |value| text::decimal(value, comparison.decimals));
            vec![row.name.clone(), value]
        })
        .collect();
    ValueTable { columns: vec![report::chart_word::AREA.to_owned(), comparison.indicator.clone()], rows }
}

fn gantt_table(gantt: &Gantt) -> ValueTable {
    let rows = gantt
        .rows
        .iter()
        .map(|row| {
            let (from, to) = row.span.map_or_else(Default::default, |(from, to)| (from.to_string(), to.to_string()));
            vec![row.number.clone(), row.title.clone(), from, to]
        })
        .collect();
    ValueTable { columns: report::gantt_columns().map(String::from).to_vec(), rows }
}

fn funding_table(funding: &Funding) -> ValueTable {
    let mut columns = vec![report::chart_word::YEAR.to_owned()];
    columns.extend(funding.order.iter().map(|part| part.label().to_owned()));
    if !funding.is_cost() {
        columns.push(report::chart_word::OPEN.to_owned());
    }
    let rows = funding
        .years
        .iter()
        .map(|year| {
            let amount = |part: &MoneyPart| {
                text::euro(year.parts.iter().filter(|known| known.part == *part).map(|known| known.amount).sum())
            };
            let open = (!funding.is_cost()).then(|| text::euro(year.open));
            std::iter::once(year.year.to_string()).chain(funding.order.iter().map(amount)).chain(open).collect()
        })
        .collect();
    ValueTable { columns, rows }
}
