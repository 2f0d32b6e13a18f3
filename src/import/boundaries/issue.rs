//! What a planner has to know about a file of boundaries.

use crate::domain::{AreaLevel, CoordinateSystem, Position};
use crate::import::Severity;
use crate::text::boundaries as words;

/// Something noticed, with the feature it concerns.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundaryIssue {
    /// Number of the feature in the file, from 1; none if it concerns the whole file.
    pub feature: Option<usize>,
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub kind: BoundaryIssueKind,
}

impl BoundaryIssue {
    /// An issue of the whole file.
    pub(super) fn of_file(severity: Severity, kind: BoundaryIssueKind) -> BoundaryIssue {
        BoundaryIssue { feature: None, severity, kind }
    }

    /// An issue of one feature.
    pub(super) fn of_feature(feature: usize, severity: Severity, kind: BoundaryIssueKind) -> BoundaryIssue {
        BoundaryIssue { feature: Some(feature), severity, kind }
    }

    /// The issue as a German sentence, with its place.
    pub fn text(&self) -> String {
        let sentence = self.kind.text();
        self.feature.map_or(sentence.clone(), |number| words::at_feature(number, &sentence))
    }
}

/// What was noticed.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum BoundaryIssueKind {
    /// The coordinate system, as the file names it.
    SystemNamed { system: CoordinateSystem },
    /// The coordinate system, recognised by the range of the numbers.
    SystemRecognised { system: CoordinateSystem },
    /// The file names a system that its numbers contradict, or that the program does not know.
    SystemContradicts { named: String, system: CoordinateSystem },
    /// Northing stood before easting; they were changed over.
    AxesSwapped,
    /// The letters are not UTF-8 and were read as Windows-1252.
    OldEncoding,
    /// Rings that did not end where they began; closed.
    RingsClosed { rings: usize },
    /// Doubled corners and spikes without width; removed.
    CornersRemoved { corners: usize },
    /// Rings that ran the wrong way round; turned.
    RingsTurned { rings: usize },
    /// A feature without shape.
    NoShape,
    /// A feature that is a point or a line.
    NoSurface { kind: String },
    /// A ring with fewer than three corners, or without width; the area is left out.
    RingWithoutSurface { place: Option<Position> },
    /// A corner, as measured in the file, that lies nowhere on the earth; the area is left out.
    OffTheEarth { corner: [f64; 2] },
    /// A ring that crosses itself or another ring of the area; the area is left out.
    SelfIntersection { place: Position },
    /// A shape that is too intricate to be checked.
    TooIntricate,
    /// A hole outside of its surface; left out.
    HoleOutside { place: Position },
    /// A feature without key and name.
    NoIdentity,
    /// A key that had lost its leading zeros.
    KeyRestored { found: String, key: String },
    /// A name that was recognised in another spelling.
    OtherSpelling { label: String, name: String },
    /// Key and name mean different areas; left out.
    KeyAndNameDisagree { key: String, name: String },
    /// A name that several areas have; left out.
    AmbiguousArea { label: String },
    /// Several features of the same area; joined.
    PartsJoined { label: String, parts: usize },
    /// Areas that the project does not know, while no level says what they are; left out.
    UnknownAreas { names: Vec<String> },
    /// A parent that the project does not know.
    UnknownParent { label: String, parent: String },
    /// Areas that are created.
    AreasCreated { level: AreaLevel, areas: usize },
    /// Boundaries that replace earlier ones.
    BoundariesReplaced { boundaries: usize },
    /// A surface that two areas of a level claim.
    Overlap { first: String, second: String, square_km: f64, place: Position },
    /// More overlaps than are named.
    MoreOverlaps { overlaps: usize },
    /// A surface between the areas of a level that none of them holds.
    Gap { level: AreaLevel, square_km: f64, place: Position },
    /// More gaps than are named.
    MoreGaps { gaps: usize },
    /// Areas of the level for which the file has no boundary.
    AreasWithoutBoundary { level: AreaLevel, names: Vec<String> },
}

impl BoundaryIssueKind {
    /// The issue as a German sentence, without its place.
    pub fn text(&self) -> String {
        match self {
            BoundaryIssueKind::SystemNamed { system } => words::system_named(*system),
            BoundaryIssueKind::SystemRecognised { system } => words::system_recognised(*system),
            BoundaryIssueKind::SystemContradicts { named, system } => words::system_contradicts(named, *system),
            BoundaryIssueKind::AxesSwapped => words::axes_swapped(),
            BoundaryIssueKind::OldEncoding => words::old_encoding(),
            BoundaryIssueKind::RingsClosed { rings } => words::rings_closed(*rings),
            BoundaryIssueKind::CornersRemoved { corners } => words::corners_removed(*corners),
            BoundaryIssueKind::RingsTurned { rings } => words::rings_turned(*rings),
            BoundaryIssueKind::NoShape => words::no_shape(),
            BoundaryIssueKind::NoSurface { kind } => words::no_surface(kind),
            BoundaryIssueKind::RingWithoutSurface { place } => words::ring_without_surface(*place),
            BoundaryIssueKind::OffTheEarth { corner } => words::off_the_earth(*corner),
            BoundaryIssueKind::SelfIntersection { place } => words::self_intersection(*place),
            BoundaryIssueKind::TooIntricate => words::too_intricate(),
            BoundaryIssueKind::HoleOutside { place } => words::hole_outside(*place),
            BoundaryIssueKind::NoIdentity => words::no_identity(),
            BoundaryIssueKind::KeyRestored { found, key } => words::key_restored(found, key),
            BoundaryIssueKind::OtherSpelling { label, name } => words::other_spelling(label, name),
            BoundaryIssueKind::KeyAndNameDisagree { key, name } => words::key_and_name_disagree(key, name),
            BoundaryIssueKind::AmbiguousArea { label } => words::ambiguous_area(label),
            BoundaryIssueKind::PartsJoined { label, parts } => words::parts_joined(label, *parts),
            BoundaryIssueKind::UnknownAreas { names } => words::unknown_areas(names),
            BoundaryIssueKind::UnknownParent { label, parent } => words::unknown_parent(label, parent),
            BoundaryIssueKind::AreasCreated { level, areas } => words::areas_created(*level, *areas),
            BoundaryIssueKind::BoundariesReplaced { boundaries } => words::boundaries_replaced(*boundaries),
            BoundaryIssueKind::Overlap { first, second, square_km, place } => {
                words::overlap(first, second, *square_km, *place)
            }
            BoundaryIssueKind::MoreOverlaps { overlaps } => words::more_overlaps(*overlaps),
            BoundaryIssueKind::Gap { level, square_km, place } => words::gap(*level, *square_km, *place),
            BoundaryIssueKind::MoreGaps { gaps } => words::more_gaps(*gaps),
            BoundaryIssueKind::AreasWithoutBoundary { level, names } => words::areas_without_boundary(*level, names),
        }
    }
}
