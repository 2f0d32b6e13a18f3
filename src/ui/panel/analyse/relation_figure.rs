//! Map and scatter of the relation as pictures.

use super::relation_data::{Card, Line, MapView, Relation, Space};
use crate::chart::{AreaMapChart, ChartSpec, Figure, MapShape, ScatterAxis, ScatterChart, ScatterDot, SwatchRow};
use crate::domain::{AreaId, Observation};
use crate::text::{self, panel::analyse as words};
use crate::ui::tile_map::TileMap;
use crate::ui::{PanelCx, picture};

impl Relation {
    /// The map as a picture.
    pub fn map_figure(&self, cx: &PanelCx, boundaries: bool, left_out: &[usize]) -> Figure {
        let rows = self.legend(crate::theme::report());
        let shape = |line: &Line| {
            let shape = MapShape {
                name: line.name.clone(),
                shown: line.shown.map_or_else(String::new, |found| {
                    text::value_or_sign(found.value, found.status, self.shown.decimals)
                }),
                class: line.class,
                rings: Vec::new(),
                outlined: line.member,
            };
            (line.area, shape)
        };
        let areas: Vec<(AreaId, MapShape)> = self.lines.iter().map(shape).collect();
        let (count, off) = (rows.len(), |class: usize| left_out.contains(&class));
        let classes = rows.into_iter().enumerate().map(|(class, (label, colour))| SwatchRow {
            label: if off(class) { words::filtered_out(&label) } else { label },
            colour: if off(class) { crate::theme::report().surface } else { colour },
            // The favourable half of a diverging scale cannot be told apart in grey. Patterns have words of their own, and
            // nothing of them means a missing value.
            hatched: self.key.view == MapView::Deviation && class < count / 2 && !off(class),
        });
        let chart = AreaMapChart {
            indicator: self.shown.name.clone(),
            period: self.shown.period.clone(),
            method: self.legend_title(),
            classes: classes.collect(),
            shapes: picture::shapes(&cx.snapshot.data, self.key.level, &areas, boundaries),
            outline: if self.has_members() { words::OUTLINED.to_owned() } else { String::new() },
        };
        let title = match self.key.view {
            MapView::Classes | MapView::Deviation => words::axis(&self.shown.name, &self.shown.unit),
            MapView::Clusters => words::pattern_of(&self.shown.name),
        };
        let subtitle = words::map_subtitle(text::area_level_plural(self.key.level), &self.shown.period);
        let shown: Vec<Observation> = self.lines.iter().filter_map(|line| line.shown).collect();
        let period = self.shown.period.clone();
        let mut figure = picture::figure(cx, title, subtitle, ChartSpec::AreaMap(chart), &period, &shown);
        let tiles = TileMap::of(&cx.snapshot.data, self.key.level);
        figure.notes.insert(0, if boundaries { words::FROM_BOUNDARIES } else { tiles.note() }.to_owned());
        let unplaced = if boundaries { self.without_boundary(&cx.snapshot.data) } else { Vec::new() };
        figure.notes.extend((!unplaced.is_empty()).then(|| words::without_boundary(&unplaced)));
        let outside = self.outside();
        figure.notes.extend((!outside.is_empty()).then(|| words::outside(&outside)));
        if let Some(Space::Found(_)) = self.space {
            figure.notes.extend(self.sentence());
        }
        figure
    }

    /// The scatter as a picture; none of an indicator alone.
    pub fn scatter_figure(&self, cx: &PanelCx) -> Option<Figure> {
        if self.is_alone() {
            return None;
        }
        let rows = self.legend(crate::theme::report());
        let axis = |card: &Card| ScatterAxis {
            indicator: card.name.clone(),
            unit: card.unit.clone(),
            decimals: card.decimals,
            city: card.city,
        };
        let dot = |line: &Line| {
            Some(ScatterDot {
                name: line.name.clone(),
                x: line.against?.value?,
                y: line.shown?.value?,
                colour: line
                    .class
                    .and_then(|class| rows.get(class))
                    .map_or(crate::theme::report().surface, |(_, color)| *color),
                named: cx.focus.selection.contains(&line.area) || cx.focus.area == Some(line.area),
            })
        };
        let chart = ScatterChart {
            x: axis(&self.against),
            y: axis(&self.shown),
            dots: self.lines.iter().filter_map(dot).collect(),
            line: self.line.map(|line| (line.intercept, line.slope)),
            sentence: self.correlation.map_or_else(
                || words::NO_CORRELATION.to_owned(),
                |found| words::correlation(found.spearman, found.pearson, found.pairs),
            ),
        };
        let title = words::scatter_title(&self.shown.name, &self.against.name);
        let sentence = chart.sentence.clone();
        let shown: Vec<Observation> = self.lines.iter().flat_map(|line| [line.shown, line.against]).flatten().collect();
        let subtitle = words::map_subtitle(text::area_level_plural(self.key.level), &self.shown.period);
        let mut figure = picture::figure(cx, title, subtitle, ChartSpec::Scatter(chart), &self.shown.period, &shown);
        figure.notes.insert(0, sentence);
        Some(figure)
    }
}
