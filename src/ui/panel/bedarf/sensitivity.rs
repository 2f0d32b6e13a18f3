//! Empfindlichkeit: from which weight on the selected area changes places.

use super::figures::{self, MOST_SHARE};
use crate::analysis::{Ranking, WeightPath, weight_path};
use crate::chart::PathChart;
use crate::domain::{AreaId, PlanningData};
use crate::text::panel::bedarf as words;
use crate::text::{self, needs};
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::paint;
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, text as label};
use crate::ui::{PanelCx, picture};
use egui::{Align, Align2, Grid, Layout, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

const HEIGHT: f32 = 104.0;

/// State: the indicator that is looked at, and its path.
#[derive(Default)]
pub(super) struct Sensitivity {
    indicator: Option<String>,
    /// Whether the steps of the line stand below it as a table.
    as_table: bool,
    /// The path of the run, area and indicator that it was computed for. It takes microseconds, and so runs here once
    /// per change of these three instead of as a job.
    cached: Option<(String, AreaId, usize, Option<WeightPath>)>,
}

impl Sensitivity {
    /// Draws choice, sentences and the little chart.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let Some(ranking) = cx.derived.ranking() else { return };
        let run = &ranking.run;
        let at = self
            .indicator
            .as_ref()
            .and_then(|code| run.spec.indicators.iter().position(|entry| entry.code == *code))
            .unwrap_or(0);
        let data = &cx.snapshot.data;
        let choices: Vec<(usize, &str)> = run
            .spec
            .indicators
            .iter()
            .enumerate()
            .map(|(at, entry)| (at, super::weights::indicator_name(data, &entry.code)))
            .collect();
        let area = cx.area().filter(|area| run.row_of(area.id).is_some()).cloned();
        let path = area.as_ref().and_then(|area| self.path(ranking, area.id, at).cloned());
        let found = area
            .as_ref()
            .zip(path.as_ref())
            .map(|(area, path)| (figures::path_chart(cx, path), sentences(data, ranking, path, &area.name)));
        head(ui, cx, ranking, found.as_ref());
        let combo = Combo::new(words::SENSITIVITY_OF).compact().width(ui.available_width());
        if let Some(chosen) = combo.show(ui, Some(&at), &choices) {
            self.indicator = run.spec.indicators.get(chosen).map(|entry| entry.code.clone());
        }
        let Some(area) = area else {
            label::hint(ui, words::SENSITIVITY_NEEDS_AREA);
            return;
        };
        let Some((path, (steps, sentences))) = path.zip(found) else {
            label::hint(ui, words::SENSITIVITY_NONE);
            return;
        };
        for sentence in &sentences {
            label::body(ui, sentence);
        }
        ui.add_space(space::S);
        chart(ui, &path, &steps.alternative_text());
        label::hint(ui, &words::share_axis(&area.name));
        let caret = if self.as_table { icon::CARET_DOWN } else { icon::CARET_RIGHT };
        if Button::ghost(words::PATH_TABLE).icon(caret).compact().show(ui).clicked() {
            self.as_table = !self.as_table;
        }
        if self.as_table {
            table(ui, &steps);
        }
    }

    fn path(&mut self, ranking: &Ranking, area: AreaId, at: usize) -> Option<&WeightPath> {
        let run = &ranking.run;
        let fits = |(print, of, indicator, _): &(String, AreaId, usize, Option<WeightPath>)| {
            *print == run.fingerprint && *of == area && *indicator == at
        };
        if !self.cached.as_ref().is_some_and(fits) {
            self.cached = Some((run.fingerprint.clone(), area, at, weight_path(run, area, at)));
        }
        self.cached.as_ref().and_then(|cached| cached.3.as_ref())
    }
}

/// The heading, with what can be taken along of the chart.
fn head(ui: &mut Ui, cx: &mut PanelCx, ranking: &Ranking, found: Option<&(PathChart, Vec<String>)>) {
    ui.horizontal(|ui| {
        label::h3(ui, words::SENSITIVITY);
        let Some((steps, sentences)) = found else { return };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let figure = |cx: &PanelCx| Some(figures::weight_path(cx, ranking, steps.clone(), sentences));
            picture::menu(ui, cx, words::TAKE_PATH, figure);
        });
    });
}

/// The steps of the line: between which weights the area has which rank.
fn table(ui: &mut Ui, steps: &PathChart) {
    let values = steps.table();
    Grid::new("bedarf_stufen").num_columns(values.columns.len()).striped(false).show(ui, |ui| {
        for column in &values.columns {
            ui.label(rich(column.as_str(), TypeStyle::SmallStrong, tokens(ui).text2));
        }
        ui.end_row();
        for row in &values.rows {
            for cell in row {
                label::small(ui, cell);
            }
            ui.end_row();
        }
    });
}

fn sentences(data: &PlanningData, ranking: &Ranking, path: &WeightPath, area: &str) -> Vec<String> {
    let run = &ranking.run;
    let Some(row) = run.row_of(path.area) else { return Vec::new() };
    let rank = run.rank[row];
    let indicator = data.indicator(path.indicator).map_or("", |card| card.name.as_str());
    let begins = |share: f64| path.steps.iter().position(|step| (step.from_share - share).abs() < 1e-9);
    let above = path.above.map(|switch| {
        // The rank beyond the switch may hold for a while only.
        let end = begins(switch.share).and_then(|at| path.steps.get(at + 1)).filter(|end| end.from_share < MOST_SHARE);
        match end {
            Some(end) => needs::rank_switch_between(area, rank, switch.rank, indicator, switch.share, end.from_share),
            None => needs::rank_switch_above(area, rank, switch.rank, indicator, switch.share),
        }
    });
    let below = path.below.map(|switch| {
        let start = begins(switch.share).and_then(|at| path.steps.get(at.checked_sub(1)?));
        match start.filter(|start| start.from_share > 0.0) {
            Some(start) => {
                needs::rank_switch_between(area, rank, switch.rank, indicator, start.from_share, switch.share)
            }
            None => needs::rank_switch_below(area, rank, switch.rank, indicator, switch.share),
        }
    });
    let found: Vec<String> = [above, below].into_iter().flatten().collect();
    if found.is_empty() { vec![words::never_switches(area, rank, indicator)] } else { found }
}

/// Where shares and ranks stand.
struct Scales {
    plot: Rect,
    best: u32,
    last: u32,
}

impl Scales {
    #[expect(clippy::cast_possible_truncation, reason = "positions on the screen")]
    fn x(&self, share: f64) -> f32 {
        self.plot.left() + self.plot.width() * (share / MOST_SHARE).clamp(0.0, 1.0) as f32
    }

    #[expect(clippy::cast_precision_loss, reason = "ranks are small")]
    fn y(&self, rank: u32) -> f32 {
        let share = (rank - self.best) as f32 / (self.last - self.best).max(1) as f32;
        (self.plot.top() + self.plot.height() * share).floor() + 0.5
    }
}

/// The rank over the weight from 0 to 50 %: a step line, the present weight, the next switches dotted.
fn chart(ui: &mut Ui, path: &WeightPath, name: &str) {
    let tokens = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let ranks = path.steps.iter().map(|step| step.rank);
    let best = ranks.clone().min().unwrap_or(1);
    let last = ranks.max().unwrap_or(1);
    let (best, last) = (best.saturating_sub(1).max(1), last + 1);
    let plot = Rect::from_min_max(rect.min + vec2(26.0, 20.0), rect.max - vec2(10.0, 22.0));
    let scales = Scales { plot, best, last };
    let step = ((last - best) / 4).max(1);
    for rank in (best..=last).step_by(step as usize) {
        let y = scales.y(rank);
        ui.painter().hline(plot.x_range(), y, line(stroke::LINE, tokens.line));
        paint::text(
            ui,
            pos2(plot.left() - 8.0, y),
            Align2::RIGHT_CENTER,
            &rank.to_string(),
            TypeStyle::Tiny,
            tokens.text2,
        );
    }
    for percent in [0.0, 10.0, 20.0, 30.0, 40.0, 50.0] {
        let at = pos2(scales.x(percent / 100.0), plot.bottom() + 12.0);
        paint::text(ui, at, Align2::CENTER_CENTER, &text::decimal(percent, 0), TypeStyle::Tiny, tokens.text2);
    }
    steps(ui, path, &scales);
    marks(ui, path, &scales);
}

fn steps(ui: &Ui, path: &WeightPath, scales: &Scales) {
    let ink = line(1.6, tokens(ui).point);
    for (at, step) in path.steps.iter().enumerate() {
        let next = path.steps.get(at + 1);
        let end = next.map_or(MOST_SHARE, |next| next.from_share);
        ui.painter().hline(scales.x(step.from_share)..=scales.x(end), scales.y(step.rank), ink);
        if let Some(next) = next {
            let (one, other) = (scales.y(step.rank), scales.y(next.rank));
            ui.painter().vline(scales.x(end), one.min(other)..=one.max(other), ink);
        }
    }
}

fn marks(ui: &Ui, path: &WeightPath, scales: &Scales) {
    let tokens = tokens(ui);
    let plot = scales.plot;
    let now = scales.x(path.share).floor() + 0.5;
    let holds = path.steps.iter().rev().find(|step| step.from_share <= path.share);
    ui.painter().vline(now, plot.top()..=plot.bottom(), line(2.0, tokens.accent));
    if let Some(step) = holds {
        ui.painter().circle_filled(pos2(now, scales.y(step.rank)), 4.0, color32(tokens.accent));
    }
    let words = words::now(path.share * 100.0);
    let galley = paint::galley(ui, &words, TypeStyle::SmallStrong, tokens.accent);
    let left = now + galley.size().x > plot.right();
    let anchor = if left { Align2::RIGHT_BOTTOM } else { Align2::LEFT_BOTTOM };
    let mut taken = paint::put(ui, ui.painter(), pos2(now, plot.top() - 3.0), anchor, galley);
    for switch in [path.above, path.below].into_iter().flatten() {
        let x = scales.x(switch.share).floor() + 0.5;
        paint::dotted_vertical(ui.painter(), x, plot.top(), plot.bottom(), tokens.text2);
        let words = words::switch_at(switch.share * 100.0);
        let galley = paint::galley(ui, &words, TypeStyle::Small, tokens.text2);
        let width = galley.size().x;
        // Beside the line where there is room, else on its other side, else the sentence above has to do.
        for (from, anchor) in [(x, Align2::LEFT_BOTTOM), (x - width, Align2::RIGHT_BOTTOM)] {
            let free = from + width <= plot.right() + 10.0 && from >= plot.left() - 20.0;
            if free && (from > taken.right() + 4.0 || from + width < taken.left() - 4.0) {
                let place = paint::put(ui, ui.painter(), pos2(x, plot.top() - 3.0), anchor, galley);
                taken = taken.union(place);
                break;
            }
        }
    }
}
