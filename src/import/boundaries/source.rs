//! A GeoJSON file as read: features with their properties and shapes in longitude and latitude.

use super::BoundaryError;
use super::issue::{BoundaryIssue, BoundaryIssueKind};
use super::measure::{self, Converter, Range};
use super::repair::{self, Budget, Mended};
use crate::domain::sha256_hex;
use crate::domain::{CoordinateSystem, Geometry, Position};
use crate::import::Severity;
use crate::jobs::Progress;
use geojson::{Feature, FeatureCollection, GeoJson, GeometryValue};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The largest file that is read: boundaries of a whole country are smaller.
const MOST_BYTES: usize = 96 * 1024 * 1024;
/// The most corners that are taken in.
const MOST_CORNERS: usize = 3_000_000;
/// Longest text of a property that is kept; keys and names are shorter.
const LONGEST_TEXT: usize = 200;

/// A file of boundaries as read.
#[derive(Clone, Debug)]
pub struct BoundarySource {
    /// File name without folder.
    pub file_name: String,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// How the file had measured its coordinates.
    pub system: CoordinateSystem,
    /// The features that have a sound shape, in the order of the file.
    pub features: Vec<BoundaryFeature>,
    /// Names of the properties, in the order in which they appear.
    pub fields: Vec<String>,
    /// What was noticed while reading.
    pub issues: Vec<BoundaryIssue>,
}

/// One feature of a file.
#[derive(Clone, Debug)]
pub struct BoundaryFeature {
    /// Its number in the file, from 1.
    pub number: usize,
    /// Texts and numbers that it carries, as printed.
    pub properties: BTreeMap<String, String>,
    /// Its shape.
    pub geometry: Geometry,
}

/// Reads a GeoJSON file; the name only serves as a label.
///
/// # Errors
/// If the file is empty, too large, no GeoJSON, without surfaces or of an unknown coordinate system, or the reading was
/// cancelled.
pub fn read_boundaries(file_name: &str, bytes: &[u8], progress: &Progress) -> Result<BoundarySource, BoundaryError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(BoundaryError::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(BoundaryError::TooLarge { megabytes: bytes.len() as u64 / 1_000_000 });
    }
    progress.check()?;
    let (text, old) = decoded(bytes);
    let (features, named) = features_of(&text)?;
    let mut reading = Reading::default();
    if old {
        reading.issues.push(BoundaryIssue::of_file(Severity::Check, BoundaryIssueKind::OldEncoding));
    }
    let shapes = reading.shapes(&features)?;
    let range = |(_, shape): &(usize, Shape)| Range::of(shape.iter().flatten().flatten().copied());
    let ranges: Vec<Range> = shapes.iter().filter_map(range).collect();
    if ranges.is_empty() {
        return Err(BoundaryError::NoSurfaces);
    }
    let measure = measure::recognise(named.as_deref(), &ranges)?;
    reading.issues.extend(measure.issues);
    let converter = Converter::new(measure.system, measure.swapped)?;
    let found = reading.mend(&shapes, &features, &converter, progress)?;
    let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name).to_owned();
    let fields = fields_of(&features);
    let sha256 = sha256_hex(bytes);
    Ok(BoundarySource { file_name, sha256, system: measure.system, features: found, fields, issues: reading.issues })
}

/// The text, and whether it was not UTF-8.
fn decoded(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, true),
    }
}

/// The features, and the coordinate system that the file names.
fn features_of(text: &str) -> Result<(Vec<Feature>, Option<String>), BoundaryError> {
    let not = |error: geojson::Error| BoundaryError::NotGeoJson { detail: error.to_string() };
    Ok(match text.parse::<GeoJson>().map_err(not)? {
        GeoJson::FeatureCollection(FeatureCollection { features, foreign_members, .. }) => {
            let named = foreign_members.as_ref().and_then(|members| members.get("crs")).and_then(name_of_crs);
            (features, named)
        }
        GeoJson::Feature(feature) => (vec![feature], None),
        GeoJson::Geometry(geometry) => (vec![Feature::from(geometry)], None),
    })
}

/// `{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}` (GeoJSON 2008, section 3.1).
fn name_of_crs(crs: &Value) -> Option<String> {
    let properties = crs.get("properties")?;
    let name = properties.get("name").or_else(|| properties.get("code"))?;
    Some(name.as_str().map_or_else(|| name.to_string(), str::to_owned).chars().take(LONGEST_TEXT).collect())
}

/// Rings of the polygons of a feature, as measured.
type Shape = Vec<Vec<Vec<[f64; 2]>>>;

#[derive(Default)]
struct Reading {
    issues: Vec<BoundaryIssue>,
}

impl Reading {
    fn refuse(&mut self, number: usize, kind: BoundaryIssueKind) {
        self.issues.push(BoundaryIssue::of_feature(number, Severity::Error, kind));
    }

    /// The features with polygons: their place in the file and their rings.
    fn shapes(&mut self, features: &[Feature]) -> Result<Vec<(usize, Shape)>, BoundaryError> {
        let mut shapes = Vec::new();
        let mut corners = 0;
        for (at, feature) in features.iter().enumerate() {
            let Some(geometry) = &feature.geometry else {
                self.refuse(at + 1, BoundaryIssueKind::NoShape);
                continue;
            };
            let mut shape = Shape::new();
            polygons(&geometry.value, &mut shape);
            corners += shape.iter().flatten().map(Vec::len).sum::<usize>();
            if corners > MOST_CORNERS {
                return Err(BoundaryError::TooManyCorners { corners });
            }
            if shape.iter().flatten().all(Vec::is_empty) {
                self.refuse(at + 1, BoundaryIssueKind::NoSurface { kind: geometry.value.type_name().to_owned() });
            } else {
                shapes.push((at, shape));
            }
        }
        Ok(shapes)
    }

    fn mend(
        &mut self,
        shapes: &[(usize, Shape)],
        features: &[Feature],
        converter: &Converter,
        progress: &Progress,
    ) -> Result<Vec<BoundaryFeature>, BoundaryError> {
        let (mut mended, mut budget) = (Mended::default(), Budget::new());
        let mut found = Vec::with_capacity(shapes.len());
        for (done, (at, shape)) in shapes.iter().enumerate() {
            progress.step(done as u64, shapes.len() as u64)?;
            let number = at + 1;
            match geometry(shape, converter, &mut mended, &mut budget) {
                Ok((geometry, holes)) => {
                    let left_out = |kind| BoundaryIssue::of_feature(number, Severity::Check, kind);
                    self.issues.extend(holes.into_iter().map(left_out));
                    found.push(BoundaryFeature { number, properties: properties(&features[*at]), geometry });
                }
                Err(kind) => self.refuse(number, kind),
            }
        }
        let counts = [
            (mended.closed, BoundaryIssueKind::RingsClosed { rings: mended.closed }),
            (mended.corners, BoundaryIssueKind::CornersRemoved { corners: mended.corners }),
            (mended.turned, BoundaryIssueKind::RingsTurned { rings: mended.turned }),
        ];
        let said = counts.into_iter().filter(|(count, _)| *count > 0);
        self.issues.extend(said.map(|(_, kind)| BoundaryIssue::of_file(Severity::Info, kind)));
        Ok(found)
    }
}

/// The polygons in a shape; points and lines give none.
fn polygons(value: &GeometryValue, shape: &mut Shape) {
    let flat = |rings: &Vec<Vec<geojson::Position>>| -> Vec<Vec<[f64; 2]>> {
        let place = |position: &geojson::Position| match position.as_slice() {
            [x, y, ..] if x.is_finite() && y.is_finite() => Some([*x, *y]),
            _ => None,
        };
        rings.iter().map(|ring| ring.iter().filter_map(place).collect()).collect()
    };
    match value {
        GeometryValue::Polygon { coordinates } => shape.push(flat(coordinates)),
        GeometryValue::MultiPolygon { coordinates } => shape.extend(coordinates.iter().map(flat)),
        GeometryValue::GeometryCollection { geometries } => {
            geometries.iter().for_each(|geometry| polygons(&geometry.value, shape));
        }
        GeometryValue::Point { .. }
        | GeometryValue::MultiPoint { .. }
        | GeometryValue::LineString { .. }
        | GeometryValue::MultiLineString { .. } => {}
    }
}

fn geometry(
    shape: &Shape,
    converter: &Converter,
    mended: &mut Mended,
    budget: &mut Budget,
) -> Result<(Geometry, Vec<BoundaryIssueKind>), BoundaryIssueKind> {
    let mut geometry = Geometry::default();
    let mut issues = Vec::new();
    for rings in shape {
        let places = |ring: &Vec<[f64; 2]>| -> Option<Vec<Position>> {
            ring.iter().map(|&place| converter.place(place)).collect()
        };
        let all: Option<Vec<Vec<Position>>> = rings.iter().map(places).collect();
        let off = || rings.iter().flatten().find(|place| converter.place(**place).is_none());
        let rings = match all {
            Some(rings) => rings,
            None => return Err(BoundaryIssueKind::OffTheEarth { corner: off().copied().unwrap_or_default() }),
        };
        let (polygon, holes) = repair::polygon(&rings, mended, budget)?;
        geometry.polygons.push(polygon);
        issues.extend(holes);
    }
    Ok((geometry, issues))
}

fn properties(feature: &Feature) -> BTreeMap<String, String> {
    let printed = feature.properties_iter().filter_map(|(name, value)| Some((name.clone(), printed(value)?)));
    printed.collect()
}

/// A property as printed; none for lists, objects and what is empty.
fn printed(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => match number.as_f64() {
            // Keys that a spreadsheet has made numbers of: 53.0 is 53.
            Some(float) if float.fract().abs() < f64::EPSILON && float.abs() < 1e15 => format!("{float:.0}"),
            _ => number.to_string(),
        },
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    (!text.is_empty() && text.chars().count() <= LONGEST_TEXT).then_some(text)
}

/// Features whose properties are listed to the planner; the fields of all are the same in practice.
const FIELDS_SOUGHT: usize = 1000;

fn fields_of(features: &[Feature]) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for name in features.iter().take(FIELDS_SOUGHT).flat_map(Feature::properties_iter).map(|(name, _)| name) {
        if fields.len() < FIELDS_SOUGHT && !fields.contains(name) {
            fields.push(name.clone());
        }
    }
    fields
}
