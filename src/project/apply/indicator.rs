//! Changes of indicator cards.

use super::{Applied, Cx, free, require};
use crate::domain::{Indicator, IndicatorId};
use crate::project::{IndicatorCommand, ProjectError};
use crate::text::label::{self, Noun};

pub(super) fn apply(cx: &Cx<'_>, command: IndicatorCommand) -> Result<Applied, ProjectError> {
    match command {
        IndicatorCommand::Add(indicator) => add(cx, &indicator),
        IndicatorCommand::Update(indicator) => update(cx, &indicator),
        IndicatorCommand::Remove(id) => remove(cx, id),
    }
}

fn add(cx: &Cx<'_>, indicator: &Indicator) -> Result<Applied, ProjectError> {
    check(indicator)?;
    free(Noun::Indicator, &indicator.code, cx.before.data.indicator_by_code(&indicator.code).is_some())?;
    let id = cx.tx.put_indicator(None, indicator)?;
    Ok(Applied::created(id.0, label::added(Noun::Indicator, &indicator.name)))
}

fn update(cx: &Cx<'_>, indicator: &Indicator) -> Result<Applied, ProjectError> {
    known(cx, indicator.id)?;
    check(indicator)?;
    let taken = cx.before.data.indicator_by_code(&indicator.code).is_some_and(|other| other.id != indicator.id);
    free(Noun::Indicator, &indicator.code, taken)?;
    cx.tx.put_indicator(Some(indicator.id), indicator)?;
    Ok(Applied::changed(label::changed(Noun::Indicator, &indicator.name)))
}

fn remove(cx: &Cx<'_>, id: IndicatorId) -> Result<Applied, ProjectError> {
    let indicator = known(cx, id)?;
    if cx.tx.observation_count(id)? > 0 {
        return Err(ProjectError::HasValues { noun: Noun::Indicator, name: indicator.name.clone() });
    }
    cx.tx.delete_indicator(id)?;
    Ok(Applied::changed(label::removed(Noun::Indicator, &indicator.name)))
}

fn known<'a>(cx: &Cx<'a>, id: IndicatorId) -> Result<&'a Indicator, ProjectError> {
    cx.before.data.indicator(id).ok_or(ProjectError::Unknown { noun: Noun::Indicator })
}

/// What holds for every card.
pub(super) fn check(indicator: &Indicator) -> Result<(), ProjectError> {
    require(Noun::Indicator, &indicator.code)?;
    require(Noun::Indicator, &indicator.name)?;
    let allowed = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '-';
    if !indicator.code.chars().all(allowed) {
        return Err(ProjectError::CodeMalformed { code: indicator.code.clone() });
    }
    if !(indicator.scale.is_finite() && indicator.scale > 0.0) {
        return Err(ProjectError::NumberUnusable { noun: Noun::Indicator });
    }
    Ok(())
}
