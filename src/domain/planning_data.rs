//! The data side of a project as one immutable value: what analysis and programme read.

use super::{
    Area, AreaId, AreaLevel, AreaSet, Boundaries, Dataset, Direction, Import, ImportId, Indicator, IndicatorId,
    Observation, Period, PeriodId,
};
use std::sync::Arc;

/// Areas, indicators, periods and values. Cheap to clone: every part is shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanningData {
    /// Areas of all levels, sorted by identity.
    pub areas: Arc<Vec<Area>>,
    /// Area sets, sorted by identity.
    pub area_sets: Arc<Vec<AreaSet>>,
    /// Boundaries of areas, where the planner has read a file of them.
    pub boundaries: Boundaries,
    /// Indicators in printed order.
    pub indicators: Arc<Vec<Indicator>>,
    /// Periods, oldest first, undated ones last.
    pub periods: Arc<Vec<Period>>,
    /// Imports, oldest first.
    pub imports: Arc<Vec<Import>>,
    /// The values that count.
    pub dataset: Arc<Dataset>,
    /// Grows with every change of this data; equal revisions mean equal data within one open project.
    pub revision: u64,
}

impl PlanningData {
    /// The area with this identity.
    pub fn area(&self, id: AreaId) -> Option<&Area> {
        let place = self.areas.binary_search_by_key(&id, |area| area.id).ok();
        place.map_or_else(|| self.areas.iter().find(|area| area.id == id), |place| self.areas.get(place))
    }

    /// The area with this key on this level.
    pub fn area_by_key(&self, level: AreaLevel, key: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.level == level && area.key == key)
    }

    /// The areas of one level, in key order of the list.
    pub fn areas_of(&self, level: AreaLevel) -> impl Iterator<Item = &Area> {
        self.areas.iter().filter(move |area| area.level == level)
    }

    /// The set with this code.
    pub fn area_set(&self, code: &str) -> Option<&AreaSet> {
        self.area_sets.iter().find(|set| set.code == code)
    }

    /// The whole city, if the project knows it.
    pub fn city(&self) -> Option<&Area> {
        self.areas_of(AreaLevel::Stadt).next()
    }

    /// The indicator with this identity.
    pub fn indicator(&self, id: IndicatorId) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The indicator with this code.
    pub fn indicator_by_code(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.code == code)
    }

    /// Whether an indicator can count in an index: its card says which way need points, and there are values of it.
    pub fn can_count(&self, card: &Indicator) -> bool {
        card.direction != Direction::Context && !card.is_population && self.dataset.periods_of(card.id).next().is_some()
    }

    /// The period with this identity.
    pub fn period(&self, id: PeriodId) -> Option<&Period> {
        self.periods.iter().find(|period| period.id == id)
    }

    /// The period with this label.
    pub fn period_by_label(&self, label: &str) -> Option<&Period> {
        self.periods.iter().find(|period| period.label == label)
    }

    /// The import with this identity.
    pub fn import(&self, id: ImportId) -> Option<&Import> {
        self.imports.iter().find(|import| import.id == id)
    }

    /// The dated periods in which an indicator has observations, oldest first.
    pub fn periods_of(&self, indicator: IndicatorId) -> Vec<&Period> {
        let known: Vec<PeriodId> = self.dataset.periods_of(indicator).collect();
        self.periods.iter().filter(|period| known.contains(&period.id)).collect()
    }

    /// Whether the indicator has values in a period for areas of this level.
    pub fn has_values(&self, indicator: IndicatorId, period: PeriodId, level: AreaLevel) -> bool {
        let column = self.dataset.column(indicator, period);
        let areas = column.map(|column| column.areas()).unwrap_or_default();
        areas.iter().any(|area| self.area(*area).is_some_and(|area| area.level == level))
    }

    /// Inhabitants of an area in a period: the value of the indicator marked as population.
    pub fn population(&self, area: AreaId, period: PeriodId) -> Option<Observation> {
        self.indicators
            .iter()
            .filter(|indicator| indicator.is_population)
            .find_map(|indicator| self.dataset.get(indicator.id, area, period).filter(|o| o.value.is_some()))
    }

    /// Whether any value that counts was invented to show the program.
    pub fn has_demonstration(&self) -> bool {
        self.imports.iter().any(|import| import.demonstration && import.state == super::ImportState::Active)
    }
}
