//! Changes of the project itself.

use super::{Applied, Cx, require};
use crate::domain::{Ausgabe, Dokumentvorlage, PlanRules, TypeName};
use crate::project::{ProjectCommand, ProjectError};
use crate::text::label::{self, Noun};
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(super) fn apply(cx: &Cx<'_>, command: ProjectCommand) -> Result<Applied, ProjectError> {
    match command {
        ProjectCommand::Rename(title) => rename(cx, &title),
        ProjectCommand::Note { text, reason } => note(text, reason),
        ProjectCommand::NoteAusgabe { am, documents, werte } => note_ausgabe(cx, am, documents, werte),
        ProjectCommand::SetDokumentvorlage(template) => set_template(cx, &template),
        ProjectCommand::SetPlanRules(rules) => set_plan_rules(cx, &rules),
        ProjectCommand::NameType(name) => name_type(cx, name),
    }
}

fn rename(cx: &Cx<'_>, title: &str) -> Result<Applied, ProjectError> {
    require(Noun::Project, title)?;
    cx.tx.set_title(title.trim())?;
    Ok(Applied::changed(label::project_renamed(title.trim())))
}

/// Values once shown stay known, whatever later documents show.
fn note_ausgabe(
    cx: &Cx<'_>,
    am: Date,
    documents: String,
    werte: BTreeMap<String, String>,
) -> Result<Applied, ProjectError> {
    require(Noun::History, &documents)?;
    for (reference, shown) in werte {
        cx.tx.put_ausgabe(&reference, &Ausgabe { shown, am: Some(am) })?;
    }
    Ok(Applied { detail: documents, ..Applied::changed(label::given_out()) })
}

/// Words are kept without the blanks around them.
fn set_template(cx: &Cx<'_>, template: &Dokumentvorlage) -> Result<Applied, ProjectError> {
    cx.tx.put_dokumentvorlage(&Dokumentvorlage {
        organisation: template.organisation.trim().to_owned(),
        fachbereich: template.fachbereich.trim().to_owned(),
        dezernat: template.dezernat.trim().to_owned(),
        font: template.font.trim().to_owned(),
        ..template.clone()
    })?;
    Ok(Applied::changed(label::template_set()))
}

fn set_plan_rules(cx: &Cx<'_>, rules: &PlanRules) -> Result<Applied, ProjectError> {
    let weights = rules.weights;
    let weighted = [weights.bedarf, weights.wirkung, weights.aufwand].into_iter().any(|weight| weight > 0);
    let amounts = rules.yearly_budget.cents >= 0 && rules.fund_per_year.cents >= 0;
    if !weighted || !amounts || rules.own_share_percent > 100 {
        return Err(ProjectError::NumberUnusable { noun: Noun::Project });
    }
    cx.tx.set_plan_rules(rules)?;
    Ok(Applied::changed(label::PLAN_RULES_CHANGED.to_owned()))
}

fn name_type(cx: &Cx<'_>, name: TypeName) -> Result<Applied, ProjectError> {
    let name = TypeName { name: name.name.trim().to_owned(), ..name };
    if name.name.is_empty() {
        cx.tx.delete_type_name(&name.grouping, name.number)?;
        return Ok(Applied::changed(label::type_unnamed()));
    }
    cx.tx.put_type_name(&name)?;
    Ok(Applied::changed(label::type_named(&name.name)))
}

/// Only the history changes: there is nothing that could be undone.
fn note(text: String, reason: String) -> Result<Applied, ProjectError> {
    require(Noun::History, &text)?;
    Ok(Applied { detail: reason, ..Applied::changed(text) })
}
