//! Which shape belongs to which area: known areas are found by key or name, others are created on the given level.

use super::coverage::coverage;
use super::error::BoundaryError;
use super::fields::{BoundaryOptions, parent_of};
use super::issue::{BoundaryIssue, BoundaryIssueKind};
use super::source::{BoundaryFeature, BoundarySource};
use crate::domain::{Area, AreaId, AreaLevel, AreaTarget, BoundaryBatch, CoordinateSystem, Geometry, PlanningData};
use crate::import::Severity;
use crate::import::area_match::{AreaIndex, AreaMatch, normalised};
use crate::import::header;
use crate::jobs::Progress;
use crate::text::boundaries as words;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Boundaries that are ready to be written, and what the planner should know before.
#[derive(Clone, Debug)]
pub struct BoundaryDraft {
    /// File name without folder.
    pub file_name: String,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// How the file had measured its coordinates.
    pub system: CoordinateSystem,
    /// How it was taken.
    pub options: BoundaryOptions,
    /// Boundaries in the order of the file.
    pub boundaries: Vec<DraftBoundary>,
    /// Areas to create.
    pub new_areas: Vec<Area>,
    /// What was noticed, the gravest first.
    pub issues: Vec<BoundaryIssue>,
}

/// One boundary of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftBoundary {
    /// Name of the area.
    pub name: String,
    /// Whose boundary it is.
    pub target: AreaTarget,
    /// The shape.
    pub geometry: Geometry,
}

impl BoundaryDraft {
    /// Whether there is anything to write.
    pub fn is_settled(&self) -> bool {
        !self.boundaries.is_empty()
    }

    /// Whether areas were left out because no level says what they are.
    pub fn lacks_level(&self) -> bool {
        let unknown = |issue: &BoundaryIssue| matches!(issue.kind, BoundaryIssueKind::UnknownAreas { .. });
        self.options.level.is_none() && self.issues.iter().any(unknown)
    }

    /// What the project writes.
    pub fn batch(&self) -> BoundaryBatch {
        let boundaries = self.boundaries.iter().map(|found| (found.target, found.geometry.clone()));
        BoundaryBatch {
            file_name: self.file_name.clone(),
            sha256: self.sha256.clone(),
            system: self.system,
            new_areas: self.new_areas.clone(),
            boundaries: boundaries.collect(),
        }
    }
}

/// Finds the areas of the shapes.
///
/// # Errors
/// [`BoundaryError::UnknownField`] if an option names a field that the file does not have, or if it was cancelled.
pub fn draft_boundaries(
    source: &BoundarySource,
    options: &BoundaryOptions,
    data: &PlanningData,
    progress: &Progress,
) -> Result<BoundaryDraft, BoundaryError> {
    for name in [&options.key_field, &options.name_field, &options.parent_field].into_iter().flatten() {
        if !source.fields.contains(name) {
            return Err(BoundaryError::UnknownField { name: name.clone(), known: source.fields.clone() });
        }
    }
    let mut finder = Finder::new(data, options, source);
    for (done, feature) in source.features.iter().enumerate() {
        progress.step(done as u64, source.features.len() as u64)?;
        finder.take(feature);
    }
    let mut draft = finder.finish(source);
    let found = side_by_side(&draft, data, progress)?;
    draft.issues.extend(found);
    draft.issues.sort_by_key(|issue| (std::cmp::Reverse(issue.severity), issue.feature));
    Ok(draft)
}

/// Whether the areas of each level overlap or leave gaps between them.
fn side_by_side(
    draft: &BoundaryDraft,
    data: &PlanningData,
    progress: &Progress,
) -> Result<Vec<BoundaryIssue>, BoundaryError> {
    /// Overlaps and gaps that are named one by one.
    const NAMED: usize = 5;
    let level_of = |target: AreaTarget| match target {
        AreaTarget::Existing(id) => data.area(id).map(|area| area.level),
        AreaTarget::New(at) => draft.new_areas.get(at).map(|area| area.level),
    };
    let mut issues = Vec::new();
    for level in AreaLevel::ALL {
        let own: Vec<&DraftBoundary> =
            draft.boundaries.iter().filter(|found| level_of(found.target) == Some(level)).collect();
        let shapes: Vec<&Geometry> = own.iter().map(|found| &found.geometry).collect();
        let (overlaps, gaps) = coverage(&shapes, progress)?;
        let mut of_file = |severity, kind| issues.push(BoundaryIssue::of_file(severity, kind));
        for found in overlaps.iter().take(NAMED) {
            let (first, second) = (own[found.areas.0].name.clone(), own[found.areas.1].name.clone());
            let (square_km, place) = (found.square_km, found.place);
            of_file(Severity::Check, BoundaryIssueKind::Overlap { first, second, square_km, place });
        }
        if overlaps.len() > NAMED {
            of_file(Severity::Check, BoundaryIssueKind::MoreOverlaps { overlaps: overlaps.len() - NAMED });
        }
        for found in gaps.iter().take(NAMED) {
            let (square_km, place) = (found.square_km, found.place);
            of_file(Severity::Info, BoundaryIssueKind::Gap { level, square_km, place });
        }
        if gaps.len() > NAMED {
            of_file(Severity::Info, BoundaryIssueKind::MoreGaps { gaps: gaps.len() - NAMED });
        }
    }
    Ok(issues)
}

struct Finder<'a> {
    data: &'a PlanningData,
    options: &'a BoundaryOptions,
    index: AreaIndex<'a>,
    areas: HashMap<AreaId, &'a Area>,
    boundaries: Vec<DraftBoundary>,
    parts: Vec<usize>,
    known: BTreeMap<AreaId, usize>,
    created: HashMap<String, usize>,
    keys: BTreeSet<String>,
    new_areas: Vec<Area>,
    unknown: Vec<String>,
    file_name: &'a str,
    issues: Vec<BoundaryIssue>,
}

impl<'a> Finder<'a> {
    fn new(data: &'a PlanningData, options: &'a BoundaryOptions, source: &'a BoundarySource) -> Finder<'a> {
        let keys = data.areas.iter().filter(|area| Some(area.level) == options.level).map(|area| area.key.clone());
        Finder {
            data,
            options,
            index: AreaIndex::new(data),
            areas: data.areas.iter().map(|area| (area.id, area)).collect(),
            boundaries: Vec::new(),
            parts: Vec::new(),
            known: BTreeMap::new(),
            created: HashMap::new(),
            keys: keys.collect(),
            new_areas: Vec::new(),
            unknown: Vec::new(),
            file_name: &source.file_name,
            issues: Vec::new(),
        }
    }

    fn area(&self, id: AreaId) -> Option<&'a Area> {
        self.areas.get(&id).copied()
    }

    fn say(&mut self, feature: usize, severity: Severity, kind: BoundaryIssueKind) {
        self.issues.push(BoundaryIssue::of_feature(feature, severity, kind));
    }

    fn take(&mut self, feature: &BoundaryFeature) {
        let text = |field: &Option<String>| -> String {
            field.as_ref().and_then(|name| feature.properties.get(name)).cloned().unwrap_or_default()
        };
        let (key, name) = (text(&self.options.key_field), text(&self.options.name_field));
        if key.is_empty() && name.is_empty() {
            self.say(feature.number, Severity::Error, BoundaryIssueKind::NoIdentity);
            return;
        }
        let level = self.options.level;
        let by_key = if key.is_empty() { AreaMatch::Unknown } else { self.index.by_key(&key, level) };
        let by_name = if name.is_empty() { AreaMatch::Unknown } else { self.index.by_name(&name, level) };
        match (by_key.area(), by_name.area()) {
            (Some(of_key), Some(of_name)) if of_key != of_name => {
                self.say(feature.number, Severity::Error, BoundaryIssueKind::KeyAndNameDisagree { key, name });
            }
            (Some(area), _) => self.found_by_key(feature, area, &key, &by_key),
            (None, Some(area)) => self.found_by_name(feature, area, &name, &by_name),
            (None, None) => {
                let several = [&by_key, &by_name].into_iter().any(|found| matches!(found, AreaMatch::Several(_)));
                self.not_found(feature, several, &key, &name);
            }
        }
    }

    fn found_by_key(&mut self, feature: &BoundaryFeature, area: AreaId, key: &str, by_key: &AreaMatch) {
        if let (AreaMatch::Restored(_), Some(known)) = (by_key, self.area(area)) {
            let kind = BoundaryIssueKind::KeyRestored { found: key.to_owned(), key: known.key.clone() };
            self.say(feature.number, Severity::Info, kind);
        }
        self.set(feature, area);
    }

    fn found_by_name(&mut self, feature: &BoundaryFeature, area: AreaId, name: &str, by_name: &AreaMatch) {
        if let (AreaMatch::Spelled(_), Some(known)) = (by_name, self.area(area)) {
            let kind = BoundaryIssueKind::OtherSpelling { label: name.to_owned(), name: known.name.clone() };
            self.say(feature.number, Severity::Info, kind);
        }
        self.set(feature, area);
    }

    fn set(&mut self, feature: &BoundaryFeature, area: AreaId) {
        let name = self.area(area).map(|area| area.name.clone()).unwrap_or_default();
        let next = self.boundaries.len();
        let at = *self.known.entry(area).or_insert(next);
        self.put(at, name, AreaTarget::Existing(area), &feature.geometry);
    }

    /// Adds a boundary, or a further part to one that is there.
    fn put(&mut self, at: usize, name: String, target: AreaTarget, geometry: &Geometry) {
        match self.boundaries.get_mut(at) {
            Some(found) => {
                found.geometry.polygons.extend_from_slice(&geometry.polygons);
                self.parts[at] += 1;
            }
            None => {
                self.boundaries.push(DraftBoundary { name, target, geometry: geometry.clone() });
                self.parts.push(1);
            }
        }
    }

    fn not_found(&mut self, feature: &BoundaryFeature, several: bool, key: &str, name: &str) {
        let label = if name.is_empty() { key } else { name }.to_owned();
        if several {
            self.say(feature.number, Severity::Error, BoundaryIssueKind::AmbiguousArea { label });
            return;
        }
        let Some(level) = self.options.level else {
            self.unknown.push(label);
            return;
        };
        let identity = if key.is_empty() { format!("name {}", normalised(name)) } else { format!("key {key}") };
        if let Some(&at) = self.created.get(&identity) {
            self.put(at, label, AreaTarget::New(at), &feature.geometry);
            return;
        }
        let key =
            if key.is_empty() { header::unique_slug(name, |slug| self.keys.contains(slug)) } else { key.to_owned() };
        self.keys.insert(key.clone());
        let parent = self.parent(feature, level, &label);
        self.created.insert(identity, self.boundaries.len());
        let target = AreaTarget::New(self.new_areas.len());
        self.new_areas.push(Area {
            id: AreaId(0),
            level,
            key,
            name: header::mended(&label),
            parent,
            valid_from: None,
            valid_to: None,
            synonyms: Vec::new(),
            note: words::area_note(self.file_name),
            tile: None,
        });
        self.put(self.boundaries.len(), label, target, &feature.geometry);
    }

    /// The area above: the one that a field names, else the smallest one whose boundary holds the new area's inside.
    fn parent(&mut self, feature: &BoundaryFeature, level: AreaLevel, label: &str) -> Option<AreaId> {
        let coarser = || AreaLevel::ALL.into_iter().rev().filter(move |above| *above < level);
        let named = self.options.parent_field.as_ref().and_then(|field| feature.properties.get(field));
        if let Some(named) = named {
            let found = coarser().find_map(|above| parent_of(&self.index, named, above));
            if found.is_none() {
                let kind = BoundaryIssueKind::UnknownParent { label: label.to_owned(), parent: named.clone() };
                self.say(feature.number, Severity::Check, kind);
            }
            return found;
        }
        let place = feature.geometry.inner_place()?;
        let above = |area: &&Area| area.level < level;
        let holding =
            self.data.areas.iter().filter(above).filter(|area| {
                self.data.boundaries.of(area.id).is_some_and(|boundary| boundary.geometry.contains(place))
            });
        holding.max_by_key(|area| area.level).map(|area| area.id)
    }

    fn finish(mut self, source: &BoundarySource) -> BoundaryDraft {
        let mut issues = source.issues.clone();
        let mut of_file = |severity, kind| issues.push(BoundaryIssue::of_file(severity, kind));
        for (found, &parts) in self.boundaries.iter().zip(&self.parts).filter(|(_, parts)| **parts > 1) {
            of_file(Severity::Info, BoundaryIssueKind::PartsJoined { label: found.name.clone(), parts });
        }
        if let (Some(level), areas @ 1..) = (self.options.level, self.new_areas.len()) {
            of_file(Severity::Check, BoundaryIssueKind::AreasCreated { level, areas });
        }
        if !self.unknown.is_empty() {
            of_file(Severity::Error, BoundaryIssueKind::UnknownAreas { names: std::mem::take(&mut self.unknown) });
        }
        let replaced = self.known.keys().filter(|area| self.data.boundaries.of(**area).is_some()).count();
        if replaced > 0 {
            of_file(Severity::Check, BoundaryIssueKind::BoundariesReplaced { boundaries: replaced });
        }
        if let Some(level) = self.options.level {
            let without =
                |area: &&Area| !self.known.contains_key(&area.id) && self.data.boundaries.of(area.id).is_none();
            let names: Vec<String> = self.data.areas_of(level).filter(without).map(|area| area.name.clone()).collect();
            if !names.is_empty() {
                of_file(Severity::Check, BoundaryIssueKind::AreasWithoutBoundary { level, names });
            }
        }
        issues.append(&mut self.issues);
        BoundaryDraft {
            file_name: source.file_name.clone(),
            sha256: source.sha256.clone(),
            system: source.system,
            options: self.options.clone(),
            boundaries: self.boundaries,
            new_areas: self.new_areas,
            issues,
        }
    }
}
