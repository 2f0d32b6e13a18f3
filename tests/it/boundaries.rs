//! Files of boundaries: from bytes to areas, and hostile ones to a clear refusal. All shapes are invented.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use super::areas::area;
use aktionsplan::domain::*;
use aktionsplan::import::{
    BoundaryDraft, BoundaryError, BoundaryIssueKind, BoundarySource, draft_boundaries, propose_boundaries,
    read_boundaries,
};
use aktionsplan::jobs::Progress;
use aktionsplan::text::Explain;
use std::sync::Arc;

/// Two Stadtbezirke, the western one with a boundary, and two Sozialräume.
fn data() -> PlanningData {
    let outer = vec![[3.0, 56.0], [3.5, 56.0], [3.5, 57.0], [3.0, 57.0]];
    let west = Boundary {
        area: AreaId(1),
        geometry: Geometry { polygons: vec![Polygon { outer, holes: Vec::new() }] },
        system: CoordinateSystem::Geographic,
        file_name: String::new(),
        sha256: String::new(),
    };
    PlanningData {
        areas: Arc::new(vec![
            area(1, AreaLevel::Stadtbezirk, "1", "West"),
            area(2, AreaLevel::Stadtbezirk, "2", "Ost"),
            area(3, AreaLevel::Sozialraum, "011", "Hafen"),
            area(4, AreaLevel::Sozialraum, "012", "Düne/Strand"),
        ]),
        boundaries: Boundaries::new(vec![west]),
        ..PlanningData::default()
    }
}

/// A feature with a square.
fn feature(properties: &str, west: f64, south: f64) -> String {
    let (east, north) = (west + 0.1, south + 0.1);
    format!(
        r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{{"type":"Polygon","coordinates":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}}}"#
    )
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn read(text: &str) -> Result<BoundarySource, BoundaryError> {
    read_boundaries("probe.geojson", text.as_bytes(), &Progress::new())
}

fn drafted(text: &str, level: Option<AreaLevel>) -> BoundaryDraft {
    let (source, data) = (read(text).unwrap(), data());
    let options = propose_boundaries(&source, &data, level);
    draft_boundaries(&source, &options, &data, &Progress::new()).unwrap()
}

fn targets(draft: &BoundaryDraft) -> Vec<AreaTarget> {
    draft.boundaries.iter().map(|found| found.target).collect()
}

#[test]
fn areas_are_found_by_key_with_lost_zeros_and_by_name() {
    let by_key =
        [feature(r#""FID":1,"SR_NR":11,"Fläche":2.5"#, 3.1, 56.1), feature(r#""FID":2,"SR_NR":12"#, 3.2, 56.1)];
    let draft = drafted(&collection(&by_key), None);
    assert_eq!(draft.options.key_field.as_deref(), Some("SR_NR"));
    assert_eq!(draft.options.level, Some(AreaLevel::Sozialraum));
    assert_eq!(targets(&draft), [AreaTarget::Existing(AreaId(3)), AreaTarget::Existing(AreaId(4))]);
    let restored =
        |issue: &&aktionsplan::import::BoundaryIssue| matches!(issue.kind, BoundaryIssueKind::KeyRestored { .. });
    assert_eq!(draft.issues.iter().filter(restored).count(), 2);

    let by_name = [feature(r#""Name":"HAFEN""#, 3.1, 56.1), feature(r#""Name":"Duene-Strand""#, 3.2, 56.1)];
    let draft = drafted(&collection(&by_name), None);
    assert_eq!(draft.options.name_field.as_deref(), Some("Name"));
    assert_eq!(targets(&draft), [AreaTarget::Existing(AreaId(3)), AreaTarget::Existing(AreaId(4))]);
}

#[test]
fn a_key_and_a_name_that_mean_different_areas_are_refused() {
    let features = [
        feature(r#""key":"011","name":"Düne/Strand""#, 3.1, 56.1),
        feature(r#""key":"012","name":"Düne/Strand""#, 3.2, 56.1),
    ];
    let (source, data) = (read(&collection(&features)).unwrap(), data());
    let mut options = propose_boundaries(&source, &data, Some(AreaLevel::Sozialraum));
    options.key_field = Some("key".into());
    options.name_field = Some("name".into());
    let draft = draft_boundaries(&source, &options, &data, &Progress::new()).unwrap();
    assert_eq!(targets(&draft), [AreaTarget::Existing(AreaId(4))]);
    assert!(draft.issues.iter().any(|issue| matches!(issue.kind, BoundaryIssueKind::KeyAndNameDisagree { .. })));
}

#[test]
fn unknown_areas_are_created_on_the_level_under_the_area_that_holds_them() {
    let features =
        [feature(r#""key":"021","name":"Neufeld""#, 3.1, 56.1), feature(r#""key":"022","name":"Fern""#, 5.0, 56.1)];
    let without = drafted(&collection(&features), None);
    assert!(!without.is_settled() && without.lacks_level());
    let draft = drafted(&collection(&features), Some(AreaLevel::Sozialraum));
    let created: Vec<(&str, &str, Option<AreaId>)> =
        draft.new_areas.iter().map(|area| (area.key.as_str(), area.name.as_str(), area.parent)).collect();
    assert_eq!(created, [("021", "Neufeld", Some(AreaId(1))), ("022", "Fern", None)]);
}

#[test]
fn a_field_may_name_the_area_above() {
    let features = [
        feature(r#""key":"021","name":"Neufeld","bezirk_name":"Ost""#, 3.1, 56.1),
        feature(r#""key":"022","name":"Fern","bezirk_name":"West""#, 5.0, 56.1),
    ];
    let draft = drafted(&collection(&features), Some(AreaLevel::Sozialraum));
    assert_eq!(draft.options.parent_field.as_deref(), Some("bezirk_name"));
    let parents: Vec<_> = draft.new_areas.iter().map(|area| area.parent).collect();
    assert_eq!(parents, [Some(AreaId(2)), Some(AreaId(1))]);
}

#[test]
fn parts_of_one_area_are_joined_and_what_is_no_surface_is_said() {
    let point = r#"{"type":"Feature","properties":{"key":"012"},"geometry":{"type":"Point","coordinates":[3,56]}}"#;
    let nothing = r#"{"type":"Feature","properties":{"key":"012"},"geometry":null}"#;
    let features = [
        feature(r#""key":"011""#, 3.1, 56.1),
        feature(r#""key":"011""#, 3.3, 56.1),
        point.to_owned(),
        nothing.to_owned(),
    ];
    let draft = drafted(&collection(&features), Some(AreaLevel::Sozialraum));
    assert_eq!(draft.boundaries.len(), 1);
    assert_eq!(draft.boundaries[0].geometry.polygons.len(), 2);
    let said = |wanted: fn(&BoundaryIssueKind) -> bool| draft.issues.iter().any(|issue| wanted(&issue.kind));
    assert!(said(|kind| matches!(kind, BoundaryIssueKind::PartsJoined { parts: 2, .. })));
    assert!(said(|kind| matches!(kind, BoundaryIssueKind::NoSurface { .. })));
    assert!(said(|kind| matches!(kind, BoundaryIssueKind::NoShape)));
}

#[test]
fn a_file_in_utm_lands_where_the_same_file_in_degrees_does() {
    // pyproj 3.7.2: EPSG:25832 (394000, 5708000) is 7.472421893941169, 51.51316973909401.
    let text = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},
        "features":[{"type":"Feature","properties":{"name":"Probe"},"geometry":{"type":"Polygon","coordinates":
        [[[394000,5708000],[395000,5708000],[395000,5709000],[394000,5708000]]]}}]}"#;
    let source = read(text).unwrap();
    assert_eq!(source.system, CoordinateSystem::Utm32);
    let [longitude, latitude] = source.features[0].geometry.polygons[0].outer[0];
    assert!((longitude - 7.4724219).abs() < 1e-9 && (latitude - 51.5131697).abs() < 1e-9, "{longitude} {latitude}");
}

#[test]
fn hostile_files_end_in_a_clear_refusal() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let deep_value = format!(r#"{{"type":"FeatureCollection","features":{deep}}}"#);
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (Vec::new(), "Empty"),
        (b" \n".to_vec(), "Empty"),
        (b"PK\x03\x04\x00\x00".to_vec(), "NotGeoJson"),
        (b"{".to_vec(), "NotGeoJson"),
        (b"{\"type\":\"Haus\"}".to_vec(), "NotGeoJson"),
        (deep.into_bytes(), "NotGeoJson"),
        (deep_value.into_bytes(), "NotGeoJson"),
        (collection(&[feature("", 3.0, 56.0).replace("56", "NaN")]).into_bytes(), "NotGeoJson"),
        (collection(&[feature("", 3.0, 56.0).replace("[3,", "[1e999,")]).into_bytes(), "NotGeoJson"),
        (collection(&[]).into_bytes(), "NoSurfaces"),
        (collection(&[feature("", 1e7, 1e9)]).into_bytes(), "UnknownSystem"),
        (vec![b'{'; 97 << 20], "TooLarge"),
    ];
    for (bytes, expected) in cases {
        let error =
            read_boundaries("x.geojson", &bytes, &Progress::new()).map(|source| source.features.len()).unwrap_err();
        let message = error.message();
        for part in [&message.happened, &message.meaning, &message.action] {
            assert!(part.len() > 10, "{error:?}");
        }
        assert!(format!("{error:?}").starts_with(expected), "{error:?} instead of {expected}");
    }
}

#[test]
fn a_cancelled_reading_ends() {
    let progress = Progress::new();
    progress.cancel();
    let text = collection(&[feature(r#""name":"A""#, 3.0, 56.0)]);
    let found = read_boundaries("x.geojson", text.as_bytes(), &progress).map(|source| source.features.len());
    assert_eq!(found, Err(BoundaryError::Cancelled));
}
