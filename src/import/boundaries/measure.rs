//! How the coordinates of a file are measured, and the way from there to longitude and latitude.
//!
//! A file says it in a `crs` member, or the range of its numbers does. Where both disagree, the numbers win.

use super::BoundaryError;
use super::issue::{BoundaryIssue, BoundaryIssueKind};
use crate::domain::{CoordinateSystem, Position};
use crate::import::Severity;
use proj4rs::Proj;

/// Smallest and greatest first and second coordinate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub low: [f64; 2],
    pub high: [f64; 2],
}

impl Range {
    /// The range of these places; none of nothing.
    pub fn of(places: impl Iterator<Item = [f64; 2]>) -> Option<Range> {
        places.fold(None, |range: Option<Range>, place| {
            let range = range.unwrap_or(Range { low: place, high: place });
            Some(Range {
                low: [range.low[0].min(place[0]), range.low[1].min(place[1])],
                high: [range.high[0].max(place[0]), range.high[1].max(place[1])],
            })
        })
    }

    fn within(&self, low: [f64; 2], high: [f64; 2]) -> bool {
        (0..2).all(|axis| self.low[axis] >= low[axis] && self.high[axis] <= high[axis])
    }

    fn swapped(&self) -> Range {
        let swap = |place: [f64; 2]| [place[1], place[0]];
        Range { low: swap(self.low), high: swap(self.high) }
    }
}

/// What was found out about the coordinates of a file.
#[derive(Debug)]
pub(super) struct Measure {
    pub system: CoordinateSystem,
    /// Whether the first coordinate is the northing.
    pub swapped: bool,
    pub issues: Vec<BoundaryIssue>,
}

/// Recognises the system by what the file names and by the ranges of its features: by all of them, or by most where a
/// stray corner makes a few unlike the others. The axes are swapped only where most do not fit as they are.
pub(super) fn recognise(named: Option<&str>, ranges: &[Range]) -> Result<Measure, BoundaryError> {
    let stated = named.and_then(system_of_name);
    let mut issues = Vec::new();
    let mut found = |severity, kind| issues.push(BoundaryIssue::of_file(severity, kind));
    // The systems of one family share their ranges: the one that is named goes first.
    let order = || stated.into_iter().chain(CoordinateSystem::ALL);
    let swapped: Vec<Range> = ranges.iter().map(Range::swapped).collect();
    let count = |system: CoordinateSystem, named: bool, ranges: &[Range]| {
        ranges.iter().filter(|range| fits(system, named, range)).count()
    };
    let all = |system: &CoordinateSystem| count(*system, Some(*system) == stated, ranges) == ranges.len();
    let most = |system: &CoordinateSystem| 2 * count(*system, Some(*system) == stated, ranges) > ranges.len();
    let most_swapped = |system: &CoordinateSystem| 2 * count(*system, false, &swapped) > ranges.len();
    let straight = order().find(all).or_else(|| order().find(most));
    let system = straight.or_else(|| order().find(most_swapped));
    let Some(system) = system else {
        let sample = ranges.first().map_or_else(String::new, |range| format!("{} / {}", range.low[0], range.low[1]));
        return Err(BoundaryError::UnknownSystem { named: named.map(str::to_owned), sample });
    };
    // Longitudes and latitudes of Germany the other way round would lie in the Gulf of Aden.
    let turned = system == CoordinateSystem::Geographic
        && 2 * ranges.iter().filter(|range| is_germany_turned(range)).count() > ranges.len();
    match (named, stated) {
        (None, _) => found(Severity::Info, BoundaryIssueKind::SystemRecognised { system }),
        (Some(_), Some(stated)) if stated == system => found(Severity::Info, BoundaryIssueKind::SystemNamed { system }),
        (Some(named), _) => {
            found(Severity::Check, BoundaryIssueKind::SystemContradicts { named: named.to_owned(), system });
        }
    }
    let swapped = straight.is_none() || turned;
    if swapped {
        found(Severity::Check, BoundaryIssueKind::AxesSwapped);
    }
    Ok(Measure { system, swapped, issues })
}

fn is_germany_turned(range: &Range) -> bool {
    range.within([46.5, 5.0], [55.5, 16.0])
}

/// Whether numbers of this range can be of a system. Unless the file names it, only numbers of Germany are taken.
fn fits(system: CoordinateSystem, named: bool, range: &Range) -> bool {
    let (northing_low, northing_high) = if named { (0.0, 9_400_000.0) } else { (5_200_000.0, 6_120_000.0) };
    let east = |low: f64, high: f64| range.within([low, northing_low], [high, northing_high]);
    match system {
        CoordinateSystem::Geographic => range.within([-180.0, -90.0], [180.0, 90.0]),
        CoordinateSystem::Utm32 => east(150_000.0, 950_000.0),
        CoordinateSystem::Utm32WithZone => east(32_150_000.0, 32_950_000.0),
        // Berlin measured in zone 33 looks like a place in zone 32: it has to be named.
        CoordinateSystem::Utm33 => named && east(50_000.0, 950_000.0),
        CoordinateSystem::GaussKrueger2 => east(2_350_000.0, 2_800_000.0),
        CoordinateSystem::GaussKrueger3 => east(3_200_000.0, 3_800_000.0),
        CoordinateSystem::WebMercator if named => range.within([-20_037_509.0; 2], [20_037_509.0; 2]),
        CoordinateSystem::WebMercator => range.within([600_000.0, 5_900_000.0], [1_700_000.0, 7_450_000.0]),
    }
}

/// The system with a name such as `urn:ogc:def:crs:EPSG::25832`, `EPSG:4326` or `urn:ogc:def:crs:OGC:1.3:CRS84`.
fn system_of_name(name: &str) -> Option<CoordinateSystem> {
    let digits = name.rsplit(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty())?;
    Some(match digits.parse::<u32>().ok()? {
        84 | 4326 | 4258 => CoordinateSystem::Geographic,
        25832 => CoordinateSystem::Utm32,
        4647 => CoordinateSystem::Utm32WithZone,
        25833 => CoordinateSystem::Utm33,
        31466 => CoordinateSystem::GaussKrueger2,
        31467 => CoordinateSystem::GaussKrueger3,
        3857 | 3785 | 900_913 | 102_100 => CoordinateSystem::WebMercator,
        _ => return None,
    })
}

/// Definition of a system for proj4rs; none for longitude and latitude. The seven parameters of the Gauß-Krüger zones
/// are those of EPSG:1777 (DHDN to WGS 84, western Germany; true to about 3 m).
fn definition(system: CoordinateSystem) -> Option<&'static str> {
    match system {
        CoordinateSystem::Geographic => None,
        CoordinateSystem::Utm32 => Some("+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m"),
        CoordinateSystem::Utm32WithZone => Some(
            "+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=32500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m",
        ),
        CoordinateSystem::Utm33 => Some("+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m"),
        CoordinateSystem::GaussKrueger2 => Some(
            "+proj=tmerc +lat_0=0 +lon_0=6 +k=1 +x_0=2500000 +y_0=0 +ellps=bessel \
            +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m",
        ),
        CoordinateSystem::GaussKrueger3 => Some(
            "+proj=tmerc +lat_0=0 +lon_0=9 +k=1 +x_0=3500000 +y_0=0 +ellps=bessel \
            +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m",
        ),
        CoordinateSystem::WebMercator => {
            Some("+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null")
        }
    }
}

/// The way from a system to longitude and latitude.
pub(super) struct Converter {
    projections: Option<(Proj, Proj)>,
    swapped: bool,
}

impl Converter {
    /// Prepares the way.
    pub fn new(system: CoordinateSystem, swapped: bool) -> Result<Converter, BoundaryError> {
        let unusable = |error: proj4rs::errors::Error| BoundaryError::UnknownSystem {
            named: Some(format!("{system:?}")),
            sample: error.to_string(),
        };
        let projections = match definition(system) {
            None => None,
            Some(from) => {
                let to = Proj::from_proj_string("+proj=longlat +datum=WGS84").map_err(unusable)?;
                Some((Proj::from_proj_string(from).map_err(unusable)?, to))
            }
        };
        Ok(Converter { projections, swapped })
    }

    /// Longitude and latitude in degrees; none for a place that the system cannot hold.
    pub fn place(&self, place: [f64; 2]) -> Option<Position> {
        let [x, y] = if self.swapped { [place[1], place[0]] } else { place };
        let (longitude, latitude) = match &self.projections {
            None => (x, y),
            Some((from, to)) => {
                let mut point = (x, y, 0.0);
                proj4rs::transform::transform(from, to, &mut point).ok()?;
                (point.0.to_degrees(), point.1.to_degrees())
            }
        };
        let on_earth = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
        on_earth.then_some([longitude, latitude])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_agree_with_independent_software() {
        // pyproj 3.7.2 (PROJ 9.5.1), Transformer.from_crs(code, 4326, always_xy=True); the Gauß-Krüger zones by the
        // definition strings above, because PROJ itself would choose a grid.
        for (system, place, expected) in REFERENCE {
            let [longitude, latitude] = Converter::new(system, false).unwrap().place(place).unwrap();
            let off = (longitude - expected[0]).abs().max((latitude - expected[1]).abs());
            assert!(off < 2e-8, "{system:?}: {longitude} {latitude}");
        }
    }

    const REFERENCE: [(CoordinateSystem, [f64; 2], [f64; 2]); 6] = [
        (CoordinateSystem::Utm32, [394000.0, 5708000.0], [7.472421893941169, 51.51316973909401]),
        (CoordinateSystem::Utm32WithZone, [32394000.0, 5708000.0], [7.472421893941169, 51.51316973909401]),
        (CoordinateSystem::Utm33, [392000.0, 5820000.0], [13.408275440313806, 52.51939531837594]),
        (CoordinateSystem::GaussKrueger2, [2601000.0, 5709000.0], [7.454125662486475, 51.50650126078037]),
        (CoordinateSystem::GaussKrueger3, [3394000.0, 5710000.0], [7.471933990219186, 51.51457100122102]),
        (CoordinateSystem::WebMercator, [832000.0, 6711000.0], [7.473983163874418, 51.5043667899606]),
    ];

    fn range(low: [f64; 2], high: [f64; 2]) -> Range {
        Range { low, high }
    }

    #[test]
    fn a_system_is_recognised_by_name_or_by_range() {
        let degrees = range([7.3, 51.4], [7.7, 51.6]);
        let utm = range([380_000.0, 5_690_000.0], [405_000.0, 5_720_000.0]);
        let cases = [
            (None, degrees, CoordinateSystem::Geographic, false),
            (None, range([51.4, 7.3], [51.6, 7.7]), CoordinateSystem::Geographic, true),
            (None, utm, CoordinateSystem::Utm32, false),
            (None, utm.swapped(), CoordinateSystem::Utm32, true),
            (Some("urn:ogc:def:crs:EPSG::25832"), utm, CoordinateSystem::Utm32, false),
            (Some("EPSG:25833"), utm, CoordinateSystem::Utm33, false),
            (Some("urn:ogc:def:crs:OGC:1.3:CRS84"), degrees, CoordinateSystem::Geographic, false),
            (Some("EPSG:4326"), utm, CoordinateSystem::Utm32, false),
            (Some("EPSG:25832"), degrees, CoordinateSystem::Geographic, false),
            (
                None,
                range([2_590_000.0, 5_700_000.0], [2_612_000.0, 5_720_000.0]),
                CoordinateSystem::GaussKrueger2,
                false,
            ),
            (
                None,
                range([3_390_000.0, 5_700_000.0], [3_412_000.0, 5_720_000.0]),
                CoordinateSystem::GaussKrueger3,
                false,
            ),
            (None, range([815_000.0, 6_690_000.0], [850_000.0, 6_730_000.0]), CoordinateSystem::WebMercator, false),
            (
                None,
                range([32_380_000.0, 5_690_000.0], [32_405_000.0, 5_720_000.0]),
                CoordinateSystem::Utm32WithZone,
                false,
            ),
        ];
        for (named, range, system, swapped) in cases {
            let found = recognise(named, &[range]).unwrap();
            assert_eq!((found.system, found.swapped), (system, swapped), "{named:?} {range:?}");
        }
        assert!(recognise(None, &[range([1e8, 1e8], [1.1e8, 1.1e8])]).is_err());
    }

    #[test]
    fn a_stray_corner_does_not_swap_the_axes_of_the_file() {
        let degrees = range([7.3, 51.4], [7.7, 51.6]);
        let stray = range([7.3, 51.4], [7.7, 151.44]);
        let found = recognise(None, &[degrees, stray, degrees]).unwrap();
        assert_eq!((found.system, found.swapped), (CoordinateSystem::Geographic, false));
        let turned = recognise(None, &[degrees.swapped(), stray.swapped(), degrees.swapped()]).unwrap();
        assert!(turned.swapped, "what is swapped is still seen");
    }

    #[test]
    fn a_name_that_the_numbers_contradict_is_said() {
        let utm = range([380_000.0, 5_690_000.0], [405_000.0, 5_720_000.0]);
        let found = recognise(Some("EPSG:4326"), &[utm]).unwrap();
        assert_eq!(found.issues.len(), 1);
        assert_eq!(found.issues[0].severity, Severity::Check);
    }
}
