//! Changes of indicator cards.

use super::{Applied, Cx, free, require};
use crate::domain::{Bezug, IndexSpec, Indicator, IndicatorId};
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
    let before = known(cx, indicator.id)?;
    check(indicator)?;
    if before.code != indicator.code {
        refuse_named(cx, before)?;
    }
    let taken = cx.before.data.indicator_by_code(&indicator.code).is_some_and(|other| other.id != indicator.id);
    free(Noun::Indicator, &indicator.code, taken)?;
    cx.tx.put_indicator(Some(indicator.id), indicator)?;
    Ok(Applied::changed(label::changed(Noun::Indicator, &indicator.name)))
}

fn remove(cx: &Cx<'_>, id: IndicatorId) -> Result<Applied, ProjectError> {
    let indicator = known(cx, id)?;
    refuse_named(cx, indicator)?;
    if cx.tx.observation_count(id)? > 0 {
        return Err(ProjectError::HasValues { noun: Noun::Indicator, name: indicator.name.clone() });
    }
    cx.tx.delete_indicator(id)?;
    Ok(Applied::changed(label::removed(Noun::Indicator, &indicator.name)))
}

/// Recipes, goals, measures and statements name an indicator by its code: the code stays as long as they do.
fn refuse_named(cx: &Cx<'_>, indicator: &Indicator) -> Result<(), ProjectError> {
    let code = &indicator.code;
    let before = cx.before;
    let in_recipe = |spec: &IndexSpec| {
        let population = spec.screen.minimum_population.as_ref().map(|minimum| &minimum.indicator);
        spec.indicators.iter().any(|named| named.code == *code) || population == Some(code)
    };
    let ziele = || before.programmes.iter().flat_map(|programme| &programme.ziele);
    let massnahmen = || before.programmes.iter().flat_map(|programme| &programme.massnahmen);
    let need = Bezug::Bedarf(code.clone());
    let site = &before.vor_ort;
    let offers = || before.vor_ort.aktionsbueros.iter().flat_map(|buero| &buero.offers);
    let users = [
        (Noun::Recipe, before.recipes.iter().any(|recipe| in_recipe(&recipe.spec))),
        (Noun::Ziel, ziele().any(|ziel| ziel.indicator == *code)),
        (Noun::Massnahme, massnahmen().any(|massnahme| massnahme.indikator == *code)),
        (Noun::Aussage, site.aussagen.iter().any(|aussage| aussage.indicator == *code)),
        (Noun::Deckung, site.deckungen.iter().any(|deckung| deckung.bezug == need)),
        (Noun::Deckung, site.begruendungen.iter().any(|reason| reason.bezug == need)),
        (Noun::Aktionsbuero, offers().any(|offer| offer.needs.contains(code))),
    ];
    match users.into_iter().find_map(|(noun, names_it)| names_it.then_some(noun)) {
        Some(by) => Err(ProjectError::InUse { noun: Noun::Indicator, name: indicator.name.clone(), by }),
        None => Ok(()),
    }
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
