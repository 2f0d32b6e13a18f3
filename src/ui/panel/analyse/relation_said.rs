//! What is said of the relation of two indicators: legend, sentence, areas that are not there, the way to the number.

use super::relation_data::{Line, LocalPattern, MapView, OUTSIDE, Relation, Space};
use crate::analysis::MapClasses;
use crate::analysis::space::PlaceSource;
use crate::domain::{Direction, PlanningData};
use crate::text::{self, panel::analyse as words};
use crate::theme::{Color, Tokens};
use crate::ui::{Explanation, PanelCx};

impl Relation {
    /// Words and colours of the classes, in the colours of these tokens.
    pub fn legend(&self, tokens: &Tokens) -> Vec<(String, Color)> {
        let count = self.labels.len();
        let color = |class: usize| match self.key.view {
            MapView::Classes => tokens.palettes.need(class, count),
            MapView::Deviation => tokens.palettes.deviation(class, count),
            MapView::Clusters if class == OUTSIDE => tokens.surface,
            MapView::Clusters => tokens.palettes.deviation(class, OUTSIDE),
        };
        self.labels.iter().enumerate().map(|(class, label)| (label.clone(), color(class))).collect()
    }

    /// What the colours mean, above the legend.
    pub fn legend_title(&self) -> String {
        match self.key.view {
            MapView::Classes => words::legend(self.labels.len(), &self.shown.unit, method_word(self.key.method)),
            MapView::Deviation => match self.shown.city {
                Some(city) => {
                    words::deviation_legend(&text::value_with_unit(city, self.shown.decimals, &self.shown.unit))
                }
                None => words::legend(self.labels.len(), &self.shown.unit, words::EQUAL_INTERVALS),
            },
            MapView::Clusters => match self.key.local {
                LocalPattern::Moran => words::CLUSTER_LEGEND.to_owned(),
                LocalPattern::GStar => words::HOT_SPOT_LEGEND.to_owned(),
            },
        }
    }

    /// Whether there is no second indicator to set beside the first.
    pub fn is_alone(&self) -> bool {
        self.key.shown == self.key.against
    }

    /// Areas that the map does not show, or shows without colour, and why: a sentence each.
    pub fn absent(&self, data: &PlanningData, boundaries: bool) -> Vec<String> {
        let missing = self.missing();
        let unplaced = if boundaries { self.without_boundary(data) } else { Vec::new() };
        let outside = self.outside();
        let schematic = self.run().filter(|run| boundaries && run.source == PlaceSource::Tiles);
        let schematic = schematic.map(|_| words::SCHEMATIC_NEIGHBOURS.to_owned());
        let missing = (!missing.is_empty()).then(|| words::hatched(&missing));
        let unplaced = (!unplaced.is_empty()).then(|| words::without_boundary(&unplaced));
        let outside = (!outside.is_empty()).then(|| words::outside(&outside));
        missing.into_iter().chain(unplaced).chain(outside).chain(schematic).collect()
    }

    fn missing(&self) -> Vec<String> {
        let without = self.lines.iter().filter(|line| line.shown.is_none_or(|found| found.value.is_none()));
        let named = without.map(|line| {
            let status = line.shown.map(|found| text::status_label(found.status));
            words::without_value(&line.name, status.unwrap_or(words::NO_VALUE))
        });
        named.collect()
    }

    /// What may be said of the relation, or of the pattern where clusters are shown.
    pub fn sentence(&self) -> Option<String> {
        match (&self.space, self.key.view) {
            (Some(Space::Found(_)), _) => self.run().map(|run| {
                let moran = &run.global.moran;
                let moran = words::moran_sentence(moran.value, moran.expectation, moran.p_permutation);
                match self.key.local {
                    LocalPattern::Moran => moran,
                    LocalPattern::GStar => format!("{} {moran}", self.hot_spot_sentence()),
                }
            }),
            (Some(Space::Awaited), _) => Some(words::space_computing(0, 0)),
            (Some(Space::Refused(reason)), _) => Some(reason.clone()),
            (None, _) => self.correlation.map(|found| words::correlation(found.spearman, found.pearson, found.pairs)),
        }
    }

    fn hot_spot_sentence(&self) -> String {
        let of = |classes: [usize; 2]| {
            self.lines.iter().filter(|line| line.class.is_some_and(|class| classes.contains(&class))).count()
        };
        words::hot_spot_sentence(of([3, 4]), of([0, 1]), self.shown.direction == Direction::Context)
    }

    /// The way to the number that is shown; none while there is no number.
    pub fn explanation(&self, cx: &PanelCx) -> Option<Explanation> {
        match &self.space {
            Some(_) => self.explain_space(cx),
            None => self.explain_correlation(),
        }
    }

    fn explain_correlation(&self) -> Option<Explanation> {
        let found = self.correlation?;
        let mut steps = vec![
            (words::WHO.to_owned(), words::correlation_areas(found.pairs, self.lines.len())),
            (words::HOW.to_owned(), words::CORRELATION_HOW.to_owned()),
        ];
        if let Some(line) = self.line {
            let how =
                words::regression(&self.against.name, &self.shown.name, line.slope, line.slope_error, line.r_squared);
            steps.push((words::REGRESSION.to_owned(), how));
        }
        steps.push((words::CAVEAT.to_owned(), words::CORRELATION_CAVEAT.to_owned()));
        Some(Explanation {
            title: words::correlation_of(&self.against.name, &self.shown.name),
            figure: text::decimal(found.spearman, 2),
            of: words::values_of(&self.shown.period),
            steps,
        })
    }

    fn explain_space(&self, cx: &PanelCx) -> Option<Explanation> {
        let run = self.run()?;
        let steps = crate::analysis::space::window_lines(&cx.snapshot.data, run);
        let spots: usize =
            self.lines.iter().filter(|line| line.class.is_some_and(|class| class < OUTSIDE && class != 2)).count();
        let (title, figure) = match self.key.local {
            LocalPattern::Moran => (words::moran_of(&self.shown.name), text::decimal(run.global.moran.value, 3)),
            LocalPattern::GStar => (words::g_star_of(&self.shown.name), words::in_spots(spots)),
        };
        Some(Explanation {
            title,
            figure,
            of: words::values_of(&self.shown.period),
            steps: steps.into_iter().map(|line| (String::new(), line)).collect(),
        })
    }

    /// People, mean and median of the selected set.
    pub fn chosen_facts(&self, data: &PlanningData, chosen: &[&Line]) -> String {
        let period = data.periods.iter().rev().find(|period| {
            period.year.is_some() && chosen.iter().any(|line| data.population(line.area, period.id).is_some())
        });
        let persons: Option<f64> = period.and_then(|period| {
            chosen.iter().map(|line| data.population(line.area, period.id).and_then(|found| found.value)).sum()
        });
        let mut values: Vec<f64> = chosen.iter().filter_map(|line| line.shown?.value).collect();
        values.sort_by(f64::total_cmp);
        #[expect(clippy::cast_precision_loss, reason = "few areas")]
        let mean = (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
        let half = values.len() / 2;
        let median = match values.len() {
            0 => None,
            count if count % 2 == 1 => values.get(half).copied(),
            _ => values.get(half - 1).zip(values.get(half)).map(|(low, high)| f64::midpoint(*low, *high)),
        };
        words::chosen_facts(persons, mean.zip(median), self.shown.decimals, &self.shown.unit)
    }
}

fn method_word(method: MapClasses) -> &'static str {
    match method {
        MapClasses::Quantiles => words::QUANTILES,
        MapClasses::EqualIntervals => words::EQUAL_INTERVALS,
        MapClasses::NaturalBreaks => words::NATURAL_BREAKS,
    }
}
