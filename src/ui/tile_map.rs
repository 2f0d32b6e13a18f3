//! Where areas stand on the schematic map: at their own places, or one behind the other where none has a place.

use crate::domain::{Area, AreaId, AreaLevel, PlanningData, Tile};
use crate::text::panel::analyse as words;

/// Most areas that are set out one behind the other; more would be a wall of tiles that says nothing.
const MOST: usize = 400;
/// Columns per row, so that the whole is about as wide as a map pane.
const ASPECT: f64 = 1.15;

/// The tiles of the areas of a level.
pub(super) struct TileMap {
    /// Areas in their order, where none of them has a place of its own.
    in_order: Option<Vec<AreaId>>,
    columns: usize,
}

impl TileMap {
    /// Looks up whether the areas of a level have places.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small")]
    pub fn of(data: &PlanningData, level: AreaLevel) -> TileMap {
        let areas: Vec<&Area> = data.areas_of(level).collect();
        let unplaced = areas.iter().all(|area| area.tile.is_none()) && areas.len() <= MOST;
        let columns = ((areas.len() as f64 * ASPECT).sqrt().ceil() as usize).max(1);
        TileMap { in_order: unplaced.then(|| areas.iter().map(|area| area.id).collect()), columns }
    }

    /// The place of an area.
    pub fn place(&self, area: &Area) -> Option<Tile> {
        let Some(order) = &self.in_order else { return area.tile };
        let at = order.iter().position(|id| *id == area.id)?;
        Some(Tile { column: u8::try_from(at % self.columns).ok()?, row: u8::try_from(at / self.columns).ok()? })
    }

    /// What the reader must know of the places.
    pub fn note(&self) -> &'static str {
        if self.in_order.is_some() { words::IN_ORDER } else { words::SCHEMATIC }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn data(places: [Option<Tile>; 5]) -> PlanningData {
        let area = |(at, tile): (usize, &Option<Tile>)| Area {
            id: AreaId(at as i64 + 1),
            level: AreaLevel::Sozialraum,
            key: format!("{at}"),
            name: format!("Gebiet {at}"),
            parent: None,
            valid_from: None,
            valid_to: None,
            synonyms: Vec::new(),
            note: String::new(),
            tile: *tile,
        };
        PlanningData { areas: Arc::new(places.iter().enumerate().map(area).collect()), ..PlanningData::default() }
    }

    fn places(data: &PlanningData) -> Vec<Option<Tile>> {
        let tiles = TileMap::of(data, AreaLevel::Sozialraum);
        data.areas.iter().map(|area| tiles.place(area)).collect()
    }

    #[test]
    fn areas_without_any_place_stand_one_behind_the_other() {
        let found = places(&data([None; 5]));
        let at = |column, row| Some(Tile { column, row });
        assert_eq!(found, [at(0, 0), at(1, 0), at(2, 0), at(0, 1), at(1, 1)]);
    }

    #[test]
    fn own_places_are_kept_and_none_is_invented_beside_them() {
        let own = Some(Tile { column: 4, row: 2 });
        let data = data([None, own, None, None, None]);
        assert_eq!(places(&data), [None, own, None, None, None]);
        assert_eq!(TileMap::of(&data, AreaLevel::Sozialraum).note(), words::SCHEMATIC);
    }
}
