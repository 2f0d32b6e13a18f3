//! Areas with their other spellings, and area sets with their members.

use crate::domain::{Area, AreaId, AreaSet, AreaSetId, Tile};
use crate::store::tx::{code, date, get_code, get_date};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};
use std::collections::BTreeMap;

impl Tx<'_> {
    /// All areas, by identity.
    pub fn area_rows(&self) -> Result<Vec<Area>, StoreError> {
        let mut areas = self.all(include_str!("../sql/area_all.sql"), [], area_of)?;
        let mut synonyms: BTreeMap<i64, Vec<String>> = BTreeMap::new();
        for (area, synonym) in self.all(include_str!("../sql/area_synonym_all.sql"), [], |row| {
            Ok((row.get::<_, i64>("area")?, row.get::<_, String>("synonym")?))
        })? {
            synonyms.entry(area).or_default().push(synonym);
        }
        for area in &mut areas {
            area.synonyms = synonyms.remove(&area.id.0).unwrap_or_default();
        }
        Ok(areas)
    }

    /// Writes an area with its other spellings, as a new one or over the one of this identity.
    pub fn put_area(&self, id: Option<AreaId>, area: &Area) -> Result<AreaId, StoreError> {
        let id = self.put(
            include_str!("../sql/area_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":level": code(&area.level)?,
                ":key": area.key,
                ":name": area.name,
                ":parent": area.parent.map(|parent| parent.0),
                ":valid_from": date(area.valid_from),
                ":valid_to": date(area.valid_to),
                ":note": area.note,
                ":tile_column": area.tile.map(|tile| tile.column),
                ":tile_row": area.tile.map(|tile| tile.row),
            },
        )?;
        self.run(include_str!("../sql/area_synonym_clear.sql"), named_params! { ":area": id })?;
        for (position, synonym) in area.synonyms.iter().enumerate() {
            self.add_synonym(AreaId(id), position, synonym)?;
        }
        Ok(AreaId(id))
    }

    /// Remembers another spelling at this place of the list.
    pub fn add_synonym(&self, area: AreaId, position: usize, synonym: &str) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/area_synonym_add.sql"),
            named_params! { ":area": area.0, ":position": place(position), ":synonym": synonym },
        )?;
        Ok(())
    }

    /// Removes an area.
    pub fn delete_area(&self, id: AreaId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/area_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// All area sets, by identity.
    pub fn area_set_rows(&self) -> Result<Vec<AreaSet>, StoreError> {
        let mut sets = self.all(include_str!("../sql/area_set_all.sql"), [], area_set_of)?;
        for (set, area) in self.all(include_str!("../sql/area_set_member_all.sql"), [], |row| {
            Ok((AreaSetId(row.get("area_set")?), AreaId(row.get("area")?)))
        })? {
            if let Some(set) = sets.iter_mut().find(|known| known.id == set) {
                set.members.push(area);
            }
        }
        Ok(sets)
    }

    /// Writes a set with its members, as a new one or over the one of this identity.
    pub fn put_area_set(&self, id: Option<AreaSetId>, set: &AreaSet) -> Result<AreaSetId, StoreError> {
        let id = self.put(
            include_str!("../sql/area_set_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":code": set.code,
                ":name": set.name,
                ":state": code(&set.state)?,
                ":valid_from": date(set.valid_from),
                ":valid_to": date(set.valid_to),
                ":note": set.note,
            },
        )?;
        self.run(include_str!("../sql/area_set_member_clear.sql"), named_params! { ":area_set": id })?;
        for (position, area) in set.members.iter().enumerate() {
            self.run(
                include_str!("../sql/area_set_member_add.sql"),
                named_params! { ":area_set": id, ":position": place(position), ":area": area.0 },
            )?;
        }
        Ok(AreaSetId(id))
    }

    /// Removes a set.
    pub fn delete_area_set(&self, id: AreaSetId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/area_set_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn place(position: usize) -> i64 {
    i64::try_from(position).unwrap_or(i64::MAX)
}

fn area_of(row: &Row<'_>) -> Result<Area, StoreError> {
    let tile: (Option<u8>, Option<u8>) = (row.get("tile_column")?, row.get("tile_row")?);
    Ok(Area {
        id: AreaId(row.get("id")?),
        level: get_code(row, "level")?,
        key: row.get("key")?,
        name: row.get("name")?,
        parent: row.get::<_, Option<i64>>("parent")?.map(AreaId),
        valid_from: get_date(row, "valid_from")?,
        valid_to: get_date(row, "valid_to")?,
        synonyms: Vec::new(),
        note: row.get("note")?,
        tile: tile.0.zip(tile.1).map(|(column, row)| Tile { column, row }),
    })
}

fn area_set_of(row: &Row<'_>) -> Result<AreaSet, StoreError> {
    Ok(AreaSet {
        id: AreaSetId(row.get("id")?),
        code: row.get("code")?,
        name: row.get("name")?,
        state: get_code(row, "state")?,
        valid_from: get_date(row, "valid_from")?,
        valid_to: get_date(row, "valid_to")?,
        note: row.get("note")?,
        members: Vec::new(),
    })
}
