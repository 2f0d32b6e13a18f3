//! A kept version of a programme: what stood in it on a day, in the words and numbers that it showed then.
//!
//! It is frozen. Nothing in it is a reference to data, so a later import cannot change what was decided.

use super::{
    BeschlussId, CostItem, FassungId, FundingItem, HandlungsprogrammId, MassnahmeId, PassageId, ProgrammeState,
    SectionKey, YearAmount, ZielId,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A version of a programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fassung {
    /// Identity.
    pub id: FassungId,
    /// The programme.
    pub programme: HandlungsprogrammId,
    /// The decision that it belongs to.
    pub beschluss: Option<BeschlussId>,
    /// When it was kept.
    pub kept_on: Date,
    /// Why it was kept.
    pub anlass: String,
    /// What stood in it.
    pub content: Arc<FassungContent>,
}

/// What stood in a programme.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FassungContent {
    /// First year.
    pub first_year: i16,
    /// Last year.
    pub last_year: i16,
    /// How far it was.
    pub state: ProgrammeState,
    /// The planner's assessment.
    pub assessment: String,
    /// Its place in the ranking, if there was one.
    pub rang: Option<FassungRang>,
    /// Text in printed order, with its numbers.
    pub passages: Vec<FassungPassage>,
    /// What would have been drafted for sections without text, as the document showed it: section and words.
    pub entwuerfe: Vec<(SectionKey, String)>,
    /// What the data showed for every reference of the text: reference and words.
    pub values: Vec<(String, String)>,
    /// Every number of the data that the document of the version prints in text, drafts and tables: reference and words.
    /// Empty where the version is older than this field.
    pub gezeigt: Vec<(String, String)>,
    /// Goals in order.
    pub ziele: Vec<FassungZiel>,
    /// Measures by number.
    pub massnahmen: Vec<FassungMassnahme>,
    /// Choices of measures that the programme keeps; none where the version is older than this field.
    pub szenarien: Option<Vec<FassungSzenario>>,
    /// Tables and lists that the document shows beside text, goals and measures; none where the version is older.
    pub tafeln: Option<Vec<FassungTafel>>,
    /// What the checks had to say, without mere hints.
    pub checks: Vec<String>,
    /// Whether anything in it was invented to show the program.
    pub demonstration: bool,
}

/// A place in a ranking.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FassungRang {
    /// Rank, 1 = greatest need.
    pub rank: u32,
    /// Its interval as printed: `5 bis 8`.
    pub span: String,
    /// How many areas were ranked.
    pub of: u32,
    /// Name of the recipe.
    pub recipe: String,
    /// Label of the period.
    pub period: String,
}

/// A passage as it read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FassungPassage {
    /// The passage it was.
    pub id: PassageId,
    /// Where it stood.
    pub section: SectionKey,
    /// Its words with the numbers in place of references.
    pub text: String,
    /// Its words with the references.
    pub template: String,
}

/// A goal as it read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FassungZiel {
    /// The goal it was.
    pub id: ZielId,
    /// The Leitziel that it belongs to; none for a Leitziel, and where the version is older than this field.
    #[serde(default)]
    pub unter: Option<ZielId>,
    /// The goal in a sentence.
    pub text: String,
    /// Its other fields as printed.
    pub fields: Vec<(ZielField, String)>,
}

/// A measure as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FassungMassnahme {
    /// The measure it was.
    pub id: MassnahmeId,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub titel: String,
    /// Its other fields as printed.
    pub fields: Vec<(MassnahmeField, String)>,
    /// Costs per year and kind.
    pub kosten: Vec<CostItem>,
    /// Money per year and source.
    pub finanzierung: Vec<FundingItem>,
    /// Costs that no funding may pay for, by year; none where the version is older than this field.
    #[serde(default)]
    pub ausgeschlossen: Option<Vec<YearAmount>>,
}

/// A choice of measures as it was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FassungSzenario {
    /// Its name.
    pub name: String,
    /// Its measures as printed: `M-01, M-04`.
    pub massnahmen: String,
    /// Whether the appendix of the document shows it.
    pub im_anhang: bool,
}

/// A table as the document showed it, or the loose lines of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FassungTafel {
    /// Where it stood.
    pub section: SectionKey,
    /// Its caption; empty for lines that stand in no table.
    pub titel: String,
    /// Titles of its columns; empty for loose lines.
    pub spalten: Vec<String>,
    /// Its rows, cell by cell.
    pub zeilen: Vec<Vec<String>>,
    /// How it looked; empty in versions that were kept before this was.
    #[serde(default)]
    pub form: TafelForm,
}

/// How a kept table looked: what its words alone do not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TafelForm {
    /// Alignment of each column.
    pub ausrichtung: Vec<Spaltenausrichtung>,
    /// Width of each column, in hundredths of the unit that all share.
    pub breiten: Vec<u16>,
    /// Places of the rows that were set off.
    pub hervorgehoben: Vec<usize>,
    /// Notes below the table.
    pub hinweise: Vec<String>,
}

/// Alignment of the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Spaltenausrichtung {
    Links,
    Mitte,
    Rechts,
}

/// A field of a goal that a version keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ZielField {
    Handlungsfeld,
    Indikator,
    Messgroesse,
    Ausgangswert,
    Zielwert,
    Zieljahr,
    Wirkungsstufe,
    Zielgruppe,
    Ort,
    Beteiligte,
    Realismus,
    Wirkungskette,
}

/// A field of a measure that a version keeps, beside its money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum MassnahmeField {
    Handlungsfeld,
    Ziel,
    Zielgruppe,
    Problemlage,
    Beschreibung,
    Traeger,
    Federfuehrung,
    Beteiligte,
    Standort,
    Zeit,
    Prioritaet,
    Schluesselmassnahme,
    AbhaengigVon,
    Indikator,
    Messgroesse,
    Ausgangswert,
    Zielwert,
    PruefungAm,
    Wirkungshypothese,
    Wirkungsstufe,
    Verstetigung,
    Beschlussstand,
    Wirkungskette,
    Punkte,
    PrioritaetGrund,
    Meilensteine,
    Abgleich,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_that_was_kept_before_these_fields_opens_and_says_that_it_does_not_know_them() {
        let kept = r#"{
            "first_year": 2027,
            "massnahmen": [{
                "id": 1, "number": 5, "titel": "Bürgerdialog", "fields": [["traeger", "Verein"]],
                "kosten": [], "finanzierung": []
            }]
        }"#;
        let content: FassungContent = serde_json::from_str(kept).expect("an older version");
        assert_eq!(content.massnahmen[0].fields, [(MassnahmeField::Traeger, "Verein".to_owned())]);
        assert_eq!(content.massnahmen[0].ausgeschlossen, None);
        assert_eq!((content.szenarien, content.tafeln), (None, None));
    }
}
