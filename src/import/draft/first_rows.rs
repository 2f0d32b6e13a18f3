//! Which row of a draft was the first for an indicator, a period and an area.

use std::collections::HashMap;

/// No row.
const NONE: u32 = u32::MAX;
/// Room for areas that a series may claim ahead of the values it has, per value of the draft.
const ROOM_PER_VALUE: usize = 4;
/// Indicators and periods whose series are found without a search.
const NEAR: (u32, u32) = (4096, 128);
/// Room that is there from the start.
const FIRST_ROOM: usize = 4096;

/// The first row of each place. A series (indicator and period) holds one number per area, because areas are counted
/// from nought in every file; a series that only far areas have would waste room, so its places are kept one by one.
#[derive(Default)]
pub(super) struct FirstRows {
    /// The series of each indicator, by period.
    near: Vec<Vec<u32>>,
    /// The same for indicators and periods that only a file of very many has.
    far: HashMap<(u32, u32), u32>,
    dense: Vec<Vec<u32>>,
    room: usize,
    apart: HashMap<(u32, u32), u32>,
}

impl FirstRows {
    /// The first row of the place; `at` if there was none before, which it is from now on.
    pub(super) fn of(&mut self, indicator: u32, period: u32, area: u32, at: u32) -> u32 {
        let series = self.series(indicator, period);
        let areas = &mut self.dense[series as usize];
        let place = area as usize;
        if place >= areas.len() {
            let more = place + 1 - areas.len();
            if self.room + more > FIRST_ROOM + ROOM_PER_VALUE * (at as usize + 1) {
                return *self.apart.entry((series, area)).or_insert(at);
            }
            self.room += more;
            areas.resize(place + 1, NONE);
        }
        if areas[place] == NONE {
            areas[place] = self.apart.get(&(series, area)).copied().unwrap_or(at);
        }
        areas[place]
    }

    fn series(&mut self, indicator: u32, period: u32) -> u32 {
        let next = u32::try_from(self.dense.len()).unwrap_or(NONE);
        let series = if indicator < NEAR.0 && period < NEAR.1 {
            let (indicator, period) = (indicator as usize, period as usize);
            if indicator >= self.near.len() {
                self.near.resize(indicator + 1, Vec::new());
            }
            let periods = &mut self.near[indicator];
            if period >= periods.len() {
                periods.resize(period + 1, NONE);
            }
            if periods[period] == NONE {
                periods[period] = next;
            }
            periods[period]
        } else {
            *self.far.entry((indicator, period)).or_insert(next)
        };
        if series == next {
            self.dense.push(Vec::new());
        }
        series
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_of_a_place_stays_the_first() {
        let mut rows = FirstRows::default();
        assert_eq!((rows.of(0, 0, 0, 0), rows.of(0, 1, 0, 1), rows.of(1, 0, 0, 2), rows.of(0, 0, 1, 3)), (0, 1, 2, 3));
        assert_eq!((rows.of(0, 0, 0, 4), rows.of(0, 0, 1, 5), rows.of(1, 0, 0, 6)), (0, 3, 2));
    }

    #[test]
    fn a_series_that_only_a_far_area_has_claims_no_room() {
        let mut rows = FirstRows::default();
        for at in 0..1000 {
            assert_eq!(rows.of(at, 0, 4_000_000_000 - at, at), at);
        }
        assert_eq!(rows.of(7, 0, 4_000_000_000 - 7, 1000), 7);
        assert!(rows.room <= FIRST_ROOM);
    }

    #[test]
    fn a_place_kept_apart_is_found_when_its_series_has_grown() {
        let mut rows = FirstRows::default();
        assert_eq!(rows.of(0, 0, 9000, 0), 0);
        (1..9001).for_each(|at| assert_eq!(rows.of(0, 0, at - 1, at), at));
        assert_eq!(rows.of(0, 0, 9000, 9001), 0);
    }
}
