//! The nouns of the program: what planners talk about, as plain values.
//!
//! No I/O, no clock, no randomness and no other layer of this program is used here. Everything else
//! (import, analysis, programme, store, window) speaks in these types.
//!
//! # Glossary
//! | German | here | meaning |
//! | --- | --- | --- |
//! | Gebiet, Raum | [`Area`] | a piece of the city on one [`AreaLevel`] |
//! | Gebietsgrenze | [`Boundary`] | the shape of an area, from the planner's own file |
//! | Aktionsraum | [`AreaSet`] membership | a Sozialraum selected for a Handlungsprogramm; the set changes over time |
//! | Indikator | [`Indicator`] | a series with numerator, denominator, age bounds, direction: its card |
//! | Stand | [`Period`] | the year or date that a value belongs to |
//! | Wert | [`Observation`] | one value with its [`Status`] and the cell it came from |
//! | Rezept | [`IndexSpec`] | everything that a needs ranking depends on |
//! | Handlungsprogramm | [`Handlungsprogramm`] | text, goals and measures for one Aktionsraum |
//! | Handlungsfeld | [`Handlungsfeld`] | one of the three fields of the Aktionsplan |
//! | Leitziel, Handlungsziel | [`Ziel`] | what the programme wants to reach |
//! | Maßnahme | [`Massnahme`] | what is planned, with costs, money and time |
//! | Angebot | [`Angebot`] | what exists already |
//! | Deckung | [`Deckung`] | how far a service answers a need |
//! | Akteur | [`Akteur`] | an organisation on site |
//! | Netzwerk | [`Netzwerk`] | organisations that work together |
//! | Zusage | [`Zusage`] | what an organisation has promised |
//! | Aussage | [`Aussage`] | what somebody on site said |

mod abgleich;
mod akteur;
mod angebot;
mod area;
mod binding;
mod dataset;
mod geometry;
mod handlungsprogramm;
mod ids;
mod import_batch;
mod index_spec;
mod indicator;
mod observation;
mod original;
mod period;
mod planning_data;
mod provenance;
mod verfahren;
mod vor_ort;

pub use abgleich::{Abgleich, Abgleichsentscheidung, Counterpart};
pub use akteur::{
    Akteur, AkteurRole, Kontakt, Kontaktperson, Netzwerk, Zusage, ZusageState, Zusammenarbeit, zusammenarbeit,
};
pub use angebot::{Angebot, AngebotArt, Begruendung, Bezug, Deckung, Deckungsgrad, FundingTerm, Zielgruppe};
pub use area::{Area, AreaLevel, AreaSet, AreaSetState, Tile};
pub use binding::{BindingParseError, BindingRef, TextPiece, text_pieces};
pub use dataset::{Column, Dataset, DatasetBuilder, Supersession};
pub use geometry::{
    Boundaries, Boundary, BoundaryBatch, CoordinateSystem, Geometry, LocalMetres, Polygon, Position, Ring,
    doubled_area, edges, inside,
};
pub use handlungsprogramm::{
    Beschlussstand, BoundValue, CostItem, CostKind, Euro, FundingItem, FundingSource, FundingState, Handlungsfeld,
    Handlungsprogramm, Massnahme, NewPassage, Passage, PassageOrigin, Prioritaet, ProgrammeState, Quarter, SectionKey,
    WirkungsStufe, Ziel, ZielKind,
};
pub use ids::{
    AkteurId, AngebotId, AreaId, AreaSetId, AussageId, HandlungsprogrammId, ImportId, IndicatorId, KontaktpersonId,
    MassnahmeId, NetzwerkId, PassageId, PeriodId, RecipeId, SchrittId, ZielId,
};
pub use import_batch::{AreaTarget, CellTexts, ImportBatch, ImportRow};
pub use index_spec::{
    Aggregation, AreaSelection, BeyondGoalposts, ClassBorder, ClassMethod, Classes, Compensation, DataWeighting,
    Denomination, DistanceForm, DistanceTo, Divisor, Expert, GoalpostScale, Goalposts, Imputation, IndexSpec, Measure,
    MinimumPopulation, Moments, Normalisation, Penalty, PeriodChoice, QuantileRule, RankTies, ReferenceArea,
    ReferencePeriods, ReferenceSet, Sampling, ScaledRank, Screen, SpecDimension, SpecIndicator, Standardisation,
    Treatment, Uncertainty, Weighting,
};
pub use indicator::{Direction, Indicator, SeriesBreak};
pub use observation::{Observation, Status};
pub use original::{Original, sha256_hex};
pub use period::Period;
pub use planning_data::PlanningData;
pub use provenance::{CellRef, Import, ImportState, Recipe, column_letters};
pub use verfahren::{ProcedureStep, StepProgress, StepState, Verfahren};
pub use vor_ort::{Aussage, AussageStance, VorOrt};
