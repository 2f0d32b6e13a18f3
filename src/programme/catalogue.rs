//! The catalogues to start from: titles of measures, and tasks and offers of an Aktionsbüro.

use crate::domain::{
    Aktionsbuero, AreaId, AreaLevel, Bueroangebot, Handlungsfeld, Massnahme, MassnahmeId, PlanningData,
};
use serde::Deserialize;
use std::sync::LazyLock;

/// A title of a measure that is known from Dortmund. Costs were not published and are not part of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CatalogueMeasure {
    /// Title.
    #[serde(rename = "titel")]
    pub title: String,
    /// The field that comes nearest: a proposal.
    #[serde(rename = "feld")]
    pub field: Handlungsfeld,
    /// Key of the Sozialraum for which it was named; empty where none was.
    #[serde(rename = "gebiet", default)]
    pub area: String,
    /// A remark on where it was named.
    #[serde(rename = "hinweis", default)]
    pub note: String,
}

/// Something that an Aktionsbüro can offer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CatalogueOffer {
    /// Stable key.
    #[serde(rename = "schluessel")]
    pub key: String,
    /// Title.
    #[serde(rename = "titel")]
    pub title: String,
    /// What it is.
    #[serde(rename = "beschreibung")]
    pub description: String,
    /// Codes of indicators whose need it can answer: a proposal.
    #[serde(rename = "bedarf")]
    pub needs: Vec<String>,
    /// Whether it is known from Dortmund, or a proposal that has to be looked at on site.
    #[serde(rename = "belegt", default)]
    pub is_documented: bool,
}

/// What is not a task of an Aktionsbüro.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CatalogueLimit {
    /// The task.
    #[serde(rename = "titel")]
    pub title: String,
    /// Who is responsible for it.
    #[serde(rename = "zustaendig")]
    pub responsible: String,
}

/// The catalogue of the Aktionsbüros.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct OfficeCatalogue {
    /// What all offices share.
    #[serde(rename = "kern")]
    pub core: Vec<CatalogueOffer>,
    /// What an office may add for its area.
    #[serde(rename = "baustein")]
    pub options: Vec<CatalogueOffer>,
    /// What no office does.
    #[serde(rename = "nicht")]
    pub limits: Vec<CatalogueLimit>,
}

#[derive(Default, Deserialize)]
struct MeasureFile {
    massnahme: Vec<CatalogueMeasure>,
}

// The files are part of the program; tests read them.
static MEASURES: LazyLock<Vec<CatalogueMeasure>> = LazyLock::new(|| {
    let file: MeasureFile = toml::from_str(include_str!("../../assets/katalog/massnahmen.toml")).unwrap_or_default();
    file.massnahme
});
static OFFICE: LazyLock<OfficeCatalogue> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/katalog/aktionsbuero.toml")).unwrap_or_default());

/// Titles of measures to start from.
pub fn measure_catalogue() -> &'static [CatalogueMeasure] {
    &MEASURES
}

/// Tasks and offers of an Aktionsbüro to choose from.
pub fn office_catalogue() -> &'static OfficeCatalogue {
    &OFFICE
}

impl CatalogueMeasure {
    /// Name of the Sozialraum for which it was named.
    pub fn area_name<'a>(&self, data: &'a PlanningData) -> Option<&'a str> {
        data.area_by_key(AreaLevel::Sozialraum, &self.area).map(|area| area.name.as_str())
    }

    /// A measure to start from.
    pub fn measure(&self) -> Massnahme {
        Massnahme::new(MassnahmeId(0), 0, &self.title, self.field)
    }
}

impl CatalogueOffer {
    /// The offer as an office takes it over. Needs that the project has no indicator for are left out.
    pub fn offer(&self, data: &PlanningData) -> Bueroangebot {
        let known = |code: &&String| data.indicator_by_code(code).is_some();
        Bueroangebot {
            key: self.key.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            needs: self.needs.iter().filter(known).cloned().collect(),
        }
    }
}

impl OfficeCatalogue {
    /// A new office with the common core.
    pub fn office(&self, data: &PlanningData, area: AreaId) -> Aktionsbuero {
        Aktionsbuero { offers: self.core.iter().map(|offer| offer.offer(data)).collect(), ..Aktionsbuero::new(area) }
    }

    /// Whether the offer belongs to the common core.
    pub fn is_core(&self, offer: &Bueroangebot) -> bool {
        self.core.iter().any(|core| core.key == offer.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_catalogues_can_be_read_and_name_everything_once() {
        assert_eq!(measure_catalogue().len(), 15);
        let office = office_catalogue();
        assert!(office.core.len() == 4 && office.options.len() >= 6 && office.limits.len() >= 2);
        let keys: BTreeSet<&str> = office.core.iter().chain(&office.options).map(|offer| offer.key.as_str()).collect();
        assert_eq!(keys.len(), office.core.len() + office.options.len());
        assert!(office.core.iter().all(|offer| offer.is_documented));
        assert!(office.limits.iter().any(|limit| limit.title == "Arbeitsvermittlung"));
    }

    #[test]
    fn a_new_office_begins_with_the_common_core_and_only_with_needs_that_are_known() {
        let office = office_catalogue().office(&PlanningData::default(), AreaId(7));
        assert_eq!(office.area, AreaId(7));
        assert!(office.offers.iter().all(|offer| office_catalogue().is_core(offer) && offer.needs.is_empty()));
    }
}
