//! Indicator cards of `data/dortmund/indikatoren.toml` and the indicators of the recommended recipe.

use super::{FrameError, from_toml};
use crate::domain::{Direction, Handlungsfeld, Indicator, IndicatorId, SeriesBreak};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    indikator: Vec<Card>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    code: String,
    name: String,
    definition: String,
    #[serde(default)]
    zaehler: String,
    #[serde(default)]
    nenner: String,
    #[serde(default)]
    alter: String,
    einheit: String,
    #[serde(default = "one")]
    faktor: f64,
    nachkommastellen: u8,
    richtung: Direction,
    thema: String,
    handlungsfeld: Option<Handlungsfeld>,
    quelle: String,
    hinweis: String,
    #[serde(default)]
    bevoelkerung: bool,
    #[serde(default)]
    brueche: Vec<Bruch>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bruch {
    jahr: i16,
    grund: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recipe {
    indikatoren: Vec<String>,
}

fn one() -> f64 {
    1.0
}

/// The cards in printed order.
pub(super) fn load() -> Result<Vec<Indicator>, FrameError> {
    let file: File = from_toml("indikatoren.toml", include_str!("../../../data/dortmund/indikatoren.toml"))?;
    Ok(file.indikator.into_iter().map(indicator).collect())
}

/// Codes of the indicators of the recommended recipe.
pub(super) fn load_recipe() -> Result<Vec<String>, FrameError> {
    let file: Recipe = from_toml("rezept.toml", include_str!("../../../data/dortmund/rezept.toml"))?;
    Ok(file.indikatoren)
}

fn indicator(card: Card) -> Indicator {
    let breaks = card.brueche.into_iter().map(|at| SeriesBreak { year: at.jahr, reason: at.grund }).collect();
    Indicator {
        id: IndicatorId(0),
        code: card.code,
        name: card.name,
        definition: card.definition,
        numerator: card.zaehler,
        denominator: card.nenner,
        age_bounds: card.alter,
        unit: card.einheit,
        scale: card.faktor,
        decimals: card.nachkommastellen,
        direction: card.richtung,
        dimension: card.thema,
        handlungsfeld: card.handlungsfeld,
        source: card.quelle,
        caveat: card.hinweis,
        is_population: card.bevoelkerung,
        breaks,
    }
}
