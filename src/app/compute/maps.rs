//! Derived values of the maps: shapes of the areas, made once per file of boundaries, and spatial statistics.

use super::computed;
use crate::analysis::space::{SpaceError, SpaceRun, SpaceSpec, spatial_statistics};
use crate::domain::{Area, Boundaries, PlanningData};
use crate::jobs::{Cancelled, Requested, Wake};
use crate::ui::Computed;
use crate::ui::widget::area_shapes::LevelShapes;
use std::sync::Arc;

/// The derived values of the maps.
#[derive(Default)]
pub struct MapCompute {
    /// Counts the files of boundaries and lists of areas that were seen.
    edition: u64,
    seen: Option<(Boundaries, Arc<Vec<Area>>)>,
    shapes: Requested<u64, Result<LevelShapes, Cancelled>>,
    space_order: Option<SpaceSpec>,
    space: Requested<(u64, SpaceSpec), Result<SpaceRun, SpaceError>>,
}

impl MapCompute {
    /// Takes the order of the map; none stops what is under way.
    pub(super) fn order(&mut self, order: Option<SpaceSpec>) {
        if order.is_none() {
            self.space = Requested::default();
        }
        self.space_order = order;
    }

    /// Asks for the shapes, where boundaries were read; an import of values does not touch them.
    pub(super) fn request_shapes(&mut self, data: &PlanningData, wake: &Wake) {
        let same = |(boundaries, areas): &(Boundaries, _)| {
            boundaries.is_same(&data.boundaries) && Arc::ptr_eq(areas, &data.areas)
        };
        if !self.seen.as_ref().is_some_and(same) {
            self.edition += 1;
            self.seen = Some((data.boundaries.clone(), data.areas.clone()));
        }
        if data.boundaries.is_empty() {
            self.shapes = Requested::default();
            return;
        }
        let data = data.clone();
        self.shapes.request(self.edition, "shapes", wake, move |progress| LevelShapes::of(&data, progress));
    }

    /// Asks for the spatial statistics that were ordered.
    pub(super) fn request_space(&mut self, data: &PlanningData, wake: &Wake) {
        let Some(order) = self.space_order.clone() else { return };
        let data = data.clone();
        self.space.request((data.revision, order.clone()), "space", wake, move |progress| {
            spatial_statistics(&data, &order, progress)
        });
    }

    /// Takes over what workers have finished.
    pub(super) fn collect(&mut self) {
        self.shapes.collect();
        self.space.collect();
    }

    /// The shapes of the areas.
    pub fn shapes(&self) -> Computed<Result<LevelShapes, Cancelled>> {
        computed(&self.shapes)
    }

    /// The order in force and the spatial statistics.
    pub fn space(&self) -> (Option<SpaceSpec>, Computed<Result<SpaceRun, SpaceError>>) {
        (self.space_order.clone(), computed(&self.space))
    }
}
