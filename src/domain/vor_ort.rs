//! What is known on site: actors, existing services, statements.

use super::{AkteurId, AngebotId, AreaId, AussageId, Handlungsfeld};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Role of an organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum AkteurRole {
    Schule,
    Kita,
    #[default]
    Verein,
    Wohlfahrtsverband,
    Kirche,
    Jobcenter,
    Amt,
    LokalerArbeitgeber,
    Massnahmentraeger,
    Wohnungsunternehmen,
    Bewohnergruppe,
    Sonstige,
}

impl AkteurRole {
    /// All roles in printed order.
    pub const ALL: [AkteurRole; 12] = [
        AkteurRole::Schule,
        AkteurRole::Kita,
        AkteurRole::Verein,
        AkteurRole::Wohlfahrtsverband,
        AkteurRole::Kirche,
        AkteurRole::Jobcenter,
        AkteurRole::Amt,
        AkteurRole::LokalerArbeitgeber,
        AkteurRole::Massnahmentraeger,
        AkteurRole::Wohnungsunternehmen,
        AkteurRole::Bewohnergruppe,
        AkteurRole::Sonstige,
    ];
}

/// An organisation on site. Contact persons are not part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Akteur {
    /// Identity.
    pub id: AkteurId,
    /// Where it works.
    pub area: AreaId,
    /// Name of the organisation.
    pub name: String,
    /// Its role.
    pub role: AkteurRole,
    /// What it can and will contribute.
    pub contribution: String,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

/// An existing service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Angebot {
    /// Identity.
    pub id: AngebotId,
    /// The area that it serves.
    pub area: AreaId,
    /// Name.
    pub name: String,
    /// Who runs it.
    pub traeger: String,
    /// Field.
    pub handlungsfeld: Handlungsfeld,
    /// For whom.
    pub zielgruppe: String,
    /// Site.
    pub standort: String,
    /// Capacity and use as known.
    pub umfang: String,
    /// Until when it is funded.
    pub funding_until: Option<Date>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

/// Whether a statement supports what the data show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AussageStance {
    /// It supports the indicator.
    Stuetzt,
    /// It contradicts the indicator.
    Widerspricht,
    /// It adds something the data do not show.
    #[default]
    Ergaenzt,
}

impl AussageStance {
    /// All stances.
    pub const ALL: [AussageStance; 3] = [AussageStance::Stuetzt, AussageStance::Widerspricht, AussageStance::Ergaenzt];
}

/// A statement from participation or from actors on site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aussage {
    /// Identity.
    pub id: AussageId,
    /// The area it speaks of.
    pub area: AreaId,
    /// When it was made.
    pub date: Option<Date>,
    /// Where: event, working group, survey.
    pub occasion: String,
    /// What was said.
    pub text: String,
    /// Code of the indicator it relates to; empty if none.
    pub indicator: String,
    /// How it relates to it.
    pub stance: AussageStance,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

/// What is known on site in all areas of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct VorOrt {
    pub akteure: Vec<Akteur>,
    pub angebote: Vec<Angebot>,
    pub aussagen: Vec<Aussage>,
}
