//! What the charts of the analysis show: map, scatter, profile.

use super::spec::ValueTable;
use crate::text::report::{self, chart_word};
use crate::text::{self, decimal};

/// Areas on a map, coloured by class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AreaMapChart {
    /// Name of the indicator.
    pub indicator: String,
    /// Label of the period.
    pub period: String,
    /// How the classes were made: `5 Klassen, Quantile (%)`.
    pub method: String,
    /// Classes with their colours, in the order of the legend.
    pub classes: Vec<SwatchRow>,
    /// Areas.
    pub shapes: Vec<MapShape>,
    /// What an outline means; empty where none is drawn.
    pub outline: String,
}

/// A line of a legend.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SwatchRow {
    /// Its words.
    pub label: String,
    /// Its colour.
    pub colour: crate::theme::Color,
    /// Whether it is hatched too, so that it is told apart in grey.
    pub hatched: bool,
}

/// An area on a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapShape {
    /// Name.
    pub name: String,
    /// Value or sign as printed.
    pub shown: String,
    /// Place of its class in the legend; none is hatched.
    pub class: Option<usize>,
    /// Its edges.
    pub rings: Vec<PlaneRing>,
    /// Whether it is outlined.
    pub outlined: bool,
}

/// A closed line on a plane whose second coordinate grows downwards, in any unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlaneRing {
    /// Its corners.
    pub corners: Vec<[f64; 2]>,
    /// Whether it is a hole.
    pub hole: bool,
}

/// Two indicators against each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScatterChart {
    /// Across.
    pub x: ScatterAxis,
    /// Up.
    pub y: ScatterAxis,
    /// Areas with both values.
    pub dots: Vec<ScatterDot>,
    /// Intercept and slope of the line of least squares.
    pub line: Option<(f64, f64)>,
    /// What may be said of the relation.
    pub sentence: String,
}

/// An axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScatterAxis {
    /// Name of the indicator.
    pub indicator: String,
    /// Unit.
    pub unit: String,
    /// Decimals.
    pub decimals: u8,
    /// The city's value.
    pub city: Option<f64>,
}

/// An area of a scatter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScatterDot {
    /// Name.
    pub name: String,
    /// Value across.
    pub x: f64,
    /// Value up.
    pub y: f64,
    /// Its colour.
    pub colour: crate::theme::Color,
    /// Whether its name is printed.
    pub named: bool,
}

/// An area on the strips of several indicators.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DotChart {
    /// Name of the area.
    pub area: String,
    /// Strips.
    pub rows: Vec<DotRow>,
    /// What the rings are: `12 weitere Aktionsräume`.
    pub peers: String,
    /// What the small dots are.
    pub others: String,
    /// Names of the areas that are set against this one, marked by letters.
    pub references: Vec<String>,
    /// Name of the Stadtbezirk, marked by a triangle; empty where none is.
    pub district: String,
    /// What stands before a row: that those below take no part in the index and how they are to be read.
    pub divider: Option<(usize, String)>,
}

/// A strip.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DotRow {
    /// Name of the indicator.
    pub indicator: String,
    /// Value or sign of the area as printed.
    pub shown: String,
    /// The city's value or sign as printed.
    pub city_shown: String,
    /// The city's value.
    pub city: Option<f64>,
    /// The value of the Stadtbezirk.
    pub district: Option<f64>,
    /// Whether low values are the greater need: the strip is turned.
    pub turned: bool,
    /// Whether it is context and not judged.
    pub context: bool,
    /// Values and their looks.
    pub dots: Vec<(f64, DotPlace)>,
}

/// How an area is drawn on a strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DotPlace {
    /// Any other area.
    Other,
    /// An Aktionsraum.
    Peer,
    /// A reference area, by its place among them.
    Reference(usize),
    /// The area itself.
    Own,
}

impl AreaMapChart {
    pub(super) fn alternative_text(&self) -> String {
        let counts: Vec<(String, usize)> = (self.classes.iter().enumerate())
            .map(|(at, row)| (row.label.clone(), self.shapes.iter().filter(|s| s.class == Some(at)).count()))
            .collect();
        let without: Vec<String> =
            self.shapes.iter().filter(|shape| shape.class.is_none()).map(|shape| shape.name.clone()).collect();
        report::alternative_map(&self.indicator, &self.period, &self.method, &counts, &without)
    }

    pub(super) fn table(&self) -> ValueTable {
        let class = |shape: &MapShape| {
            let row = shape.class.and_then(|class| self.classes.get(class));
            row.map_or_else(|| chart_word::NO_VALUE.to_owned(), |row| row.label.clone())
        };
        ValueTable {
            columns: vec![chart_word::AREA.to_owned(), self.indicator.clone(), chart_word::CLASS.to_owned()],
            rows: self.shapes.iter().map(|shape| vec![shape.name.clone(), shape.shown.clone(), class(shape)]).collect(),
        }
    }
}

impl ScatterAxis {
    /// Name with unit.
    pub(super) fn title(&self) -> String {
        report::axis(&self.indicator, &self.unit)
    }
}

impl ScatterChart {
    pub(super) fn alternative_text(&self) -> String {
        let city = self.x.city.zip(self.y.city).map(|(x, y)| {
            (
                text::value_with_unit(x, self.x.decimals, &self.x.unit),
                text::value_with_unit(y, self.y.decimals, &self.y.unit),
            )
        });
        report::alternative_scatter(&self.x.indicator, &self.y.indicator, self.dots.len(), city, &self.sentence)
    }

    pub(super) fn table(&self) -> ValueTable {
        let row =
            |dot: &ScatterDot| vec![dot.name.clone(), decimal(dot.x, self.x.decimals), decimal(dot.y, self.y.decimals)];
        ValueTable {
            columns: vec![chart_word::AREA.to_owned(), self.x.title(), self.y.title()],
            rows: self.dots.iter().map(row).collect(),
        }
    }
}

impl DotRow {
    /// Its name, and what the drawing says besides.
    fn described(&self) -> String {
        match (self.context, self.turned) {
            (true, _) => report::sign_at(&self.indicator, &[chart_word::CONTEXT.to_owned()]),
            (false, true) => report::sign_at(&self.indicator, &[chart_word::TURNED.to_owned()]),
            (false, false) => self.indicator.clone(),
        }
    }
}

impl DotChart {
    pub(super) fn alternative_text(&self) -> String {
        let rows: Vec<(String, String, String)> =
            (self.rows.iter()).map(|row| (row.described(), row.shown.clone(), row.city_shown.clone())).collect();
        report::alternative_dots(&self.area, &rows)
    }

    pub(super) fn table(&self) -> ValueTable {
        ValueTable {
            columns: vec![chart_word::INDICATOR.to_owned(), self.area.clone(), chart_word::CITY.to_owned()],
            rows: (self.rows.iter())
                .map(|row| vec![row.described(), row.shown.clone(), row.city_shown.clone()])
                .collect(),
        }
    }
}
