//! Looking through a project: structure of the file, digest of the values, references by name.

use super::{Project, ProjectError, Snapshot};
use crate::domain::{BindingRef, IndexSpec, PeriodChoice, PlanningData, ReferenceSet};
use crate::store::StoreFinding;
use crate::text::error::{project as words, store as file_words};
use crate::text::label;

/// What a look through a project found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// Findings; none in a sound project.
    pub findings: Vec<CheckFinding>,
}

impl CheckReport {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Something that is wrong with a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckFinding {
    /// The finding as a sentence.
    pub text: String,
    /// Whether the planner can put it right in the program; otherwise a backup has to help.
    pub repairable: bool,
}

impl Project {
    /// Looks through the whole project.
    ///
    /// # Errors
    /// A failure of the file that keeps it from being read at all.
    pub fn check(&self) -> Result<CheckReport, ProjectError> {
        let snapshot = self.snapshot();
        let mut findings: Vec<CheckFinding> =
            self.store().check()?.into_iter().map(|finding| of_file(finding, &snapshot.data)).collect();
        let repairable = |text| CheckFinding { text, repairable: true };
        for recipe in snapshot.recipes.iter() {
            findings.extend(recipe_references(&recipe.spec, &snapshot.data).into_iter().map(repairable));
        }
        findings.extend(programme_references(&snapshot).into_iter().map(repairable));
        Ok(CheckReport { findings })
    }
}

fn of_file(finding: StoreFinding, data: &PlanningData) -> CheckFinding {
    let text = match finding {
        StoreFinding::Structure { detail } => file_words::structure_finding(&detail),
        StoreFinding::Schema { detail } => file_words::schema_finding(&detail),
        StoreFinding::Reference { table } => file_words::reference_finding(&table),
        StoreFinding::Orphans { count } => file_words::orphans_finding(count),
        StoreFinding::Digest { import } => {
            file_words::digest_finding(data.import(import).map_or("", |import| &import.file_name))
        }
        StoreFinding::Original { import } => {
            file_words::original_finding(data.import(import).map_or("", |import| &import.file_name))
        }
    };
    CheckFinding { text, repairable: false }
}

fn recipe_references(spec: &IndexSpec, data: &PlanningData) -> Vec<String> {
    let mut findings = Vec::new();
    let population = spec.screen.minimum_population.as_ref().map(|minimum| &minimum.indicator);
    for code in spec.indicators.iter().map(|indicator| &indicator.code).chain(population) {
        if data.indicator_by_code(code).is_none() {
            findings.push(words::recipe_indicator_finding(&spec.name, code));
        }
    }
    let reference = match &spec.reference {
        ReferenceSet::Participating => None,
        ReferenceSet::AreaSet(code) => Some(code),
    };
    for code in spec.areas.set.iter().chain(reference) {
        if data.area_set(code).is_none() {
            findings.push(words::recipe_set_finding(&spec.name, code));
        }
    }
    for key in &spec.areas.leave_out {
        if data.area_by_key(spec.areas.level, key).is_none() {
            findings.push(words::recipe_area_finding(&spec.name, key));
        }
    }
    if let PeriodChoice::Label(label) = &spec.period
        && data.period_by_label(label).is_none()
    {
        findings.push(words::recipe_period_finding(&spec.name, label));
    }
    findings
}

fn programme_references(snapshot: &Snapshot) -> Vec<String> {
    let data = &snapshot.data;
    let unknown = |code: &str| !code.is_empty() && data.indicator_by_code(code).is_none();
    let mut findings = Vec::new();
    for programme in snapshot.programmes.iter() {
        let area = data.area(programme.area).map_or("", |area| &area.name);
        let mut find = |what: &str, code: &str| {
            if unknown(code) {
                findings.push(words::programme_indicator_finding(area, what, code));
            }
        };
        for ziel in &programme.ziele {
            find(label::Noun::Ziel.word(), &ziel.indicator);
        }
        for massnahme in &programme.massnahmen {
            find(&label::massnahme_number(massnahme.number), &massnahme.indikator);
        }
        for binding in programme.passages.iter().flat_map(|passage| &passage.basis).filter_map(|bound| bound.binding())
        {
            if let Some(code) = indicator_of(&binding) {
                find(label::Noun::Passage.word(), code);
            }
        }
    }
    findings
}

fn indicator_of(binding: &BindingRef) -> Option<&str> {
    match binding {
        BindingRef::Value { indicator, .. }
        | BindingRef::Change { indicator, .. }
        | BindingRef::Place { indicator, .. } => Some(indicator),
        BindingRef::Rank { .. }
        | BindingRef::RankInterval { .. }
        | BindingRef::Index { .. }
        | BindingRef::Participants
        | BindingRef::TopPlaces
        | BindingRef::BurdenCount { .. }
        | BindingRef::BurdenInSection { .. }
        | BindingRef::Costs { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AreaLevel;

    #[test]
    fn a_recipe_that_names_nothing_known_is_reported_part_by_part() {
        let mut spec = IndexSpec::recommended(AreaLevel::Sozialraum, Vec::new());
        spec.areas.set = Some("fehlt".into());
        spec.areas.leave_out = vec!["fehlt".into()];
        spec.period = PeriodChoice::Label("1899".into());
        assert_eq!(recipe_references(&spec, &PlanningData::default()).len(), 3);
    }
}
