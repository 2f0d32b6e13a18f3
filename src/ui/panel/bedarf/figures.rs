//! The pictures of the place: ranks with their spans, what the order hangs on, a rank over a weight.

use super::subtitle;
use crate::analysis::{IndexRun, Ranking, WeightPath, choice_title, interval_notes, ranking_hangs_on, ranking_limits};
use crate::chart::{ChartSpec, Emphasis, Figure, PathChart, RankChart, RankRow, ShareBar, ShareChart};
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::sensitivity as sensitivity_words;
use crate::ui::{PanelCx, SensitivityView, picture};

/// Most areas in a picture of the ranking; more stand in the table that is copied.
const MOST_ROWS: usize = 60;
/// Right end of the weights that are looked at.
pub(super) const MOST_SHARE: f64 = 0.5;

/// Ranks with their spans.
pub(super) fn ranking(cx: &PanelCx, ranking: &Ranking) -> Figure {
    let run = &ranking.run;
    let row = |(place, row): (usize, usize)| {
        let own = cx.focus.area == Some(run.areas[row]);
        let (low, high) = ranking.intervals.span(row);
        let entry = RankRow {
            name: cx.snapshot.data.area(run.areas[row]).map_or_else(String::new, |area| area.name.clone()),
            rank: run.place[row],
            low: f64::from(low),
            high: f64::from(high),
            emphasis: if own { Emphasis::Own } else { Emphasis::Other },
        };
        (place < MOST_ROWS || own).then_some(entry)
    };
    let rows: Vec<RankRow> = run.by_rank().into_iter().enumerate().filter_map(row).collect();
    let mut notes = vec![words::interval_note(
        run.spec.uncertainty.coverage_percent,
        ranking.intervals.replications,
        ranking.intervals.seed,
    )];
    if rows.len() < run.areas.len() {
        notes.push(words::shown_of(rows.len(), run.areas.len()));
    }
    notes.extend(interval_notes(&cx.snapshot.data, &ranking.intervals));
    notes.extend(ranking_limits(&cx.snapshot.data, ranking));
    notes.push(words::RANK_IS_HINT.to_owned());
    let coverage_percent = run.spec.uncertainty.coverage_percent;
    let places = ranking.intervals.top_places;
    let border = (places as usize) < run.areas.len();
    notes.extend(border.then(|| words::border_line(places)));
    let border = border.then_some(places);
    let chart = ChartSpec::RankIntervals(RankChart { participants: run.areas.len(), coverage_percent, border, rows });
    figure(cx, run, words::RANKING_FIGURE.to_owned(), chart, notes)
}

/// What the order hangs on.
pub(super) fn decisions(cx: &PanelCx, view: &SensitivityView) -> Figure {
    let chart = ChartSpec::Shares(shares(view));
    let notes = vec![
        ranking_hangs_on(&view.sobol),
        sensitivity_words::design(view.sobol.evaluations, view.run.spec.uncertainty.seed),
    ];
    figure(cx, &view.run, sensitivity_words::DECISIONS.to_owned(), chart, notes)
}

/// The part that each decision has in the differences between the draws, the greatest first.
pub(super) fn shares(view: &SensitivityView) -> ShareChart {
    let bar = |(choice, index): (crate::analysis::Choice, crate::analysis::SobolIndex)| ShareBar {
        name: choice_title(choice).to_owned(),
        share: index.value,
        standard_error: index.standard_error,
    };
    ShareChart { sentence: ranking_hangs_on(&view.sobol), bars: view.sobol.by_weight().into_iter().map(bar).collect() }
}

/// The rank of an area over the weight of an indicator.
pub(super) fn weight_path(cx: &PanelCx, ranking: &Ranking, chart: PathChart, sentences: &[String]) -> Figure {
    let title = words::path_title(&chart.area, &chart.indicator);
    figure(cx, &ranking.run, title, ChartSpec::WeightPath(chart), sentences.to_vec())
}

/// The path as a chart, shares in percent.
pub(super) fn path_chart(cx: &PanelCx, path: &WeightPath) -> PathChart {
    let data = &cx.snapshot.data;
    PathChart {
        area: data.area(path.area).map_or_else(String::new, |area| area.name.clone()),
        indicator: data.indicator(path.indicator).map_or_else(String::new, |card| card.name.clone()),
        steps: path.steps.iter().map(|step| (step.from_share * 100.0, step.rank)).collect(),
        most_percent: MOST_SHARE * 100.0,
        now_percent: path.share * 100.0,
    }
}

fn figure(cx: &PanelCx, run: &IndexRun, title: String, chart: ChartSpec, notes: Vec<String>) -> Figure {
    let data = &cx.snapshot.data;
    let period = data.period(run.period).map_or("", |period| period.label.as_str());
    let about = words::of_recipe(&subtitle(cx, run), &run.spec.name);
    let mut figure = picture::figure(cx, title, about, chart, period, &picture::ranked(data, run));
    figure.notes.splice(0..0, notes);
    figure
}
