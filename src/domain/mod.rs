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
//! | Szenario | [`Szenario`] | a choice of measures that is compared with others |
//! | Angebot | [`Angebot`] | what exists already |
//! | Deckung | [`Deckung`] | how far a service answers a need |
//! | Akteur | [`Akteur`] | an organisation on site |
//! | Netzwerk | [`Netzwerk`] | organisations that work together |
//! | Zusage | [`Zusage`] | what an organisation has promised |
//! | Schritt, Tor | [`ProcedureStep`], [`ProcedureGate`] | a step of the procedure and what must hold before it is closed |
//! | Gremium, Beschluss | [`Gremium`], [`Beschluss`] | who decides, and what was decided |
//! | Niederschrift, Wiedervorlage | [`Niederschrift`], [`Wiedervorlage`] | what a working group settled, and what comes up again |
//! | Fassung | [`Fassung`] | a programme as it stood when it was kept |
//! | Umsetzung | [`Umsetzungsnotiz`], [`Mittelabfluss`] | how far a measure is, and what was spent on it |
//! | Aussage | [`Aussage`] | what somebody on site said; sorted as Stärke, Schwäche, Chance or Risiko it is an assessment |
//! | Veranstaltung | [`Veranstaltung`] | an event of participation with theses, ideas and offers to take part |
//! | Erfahrung | [`Erfahrung`] | what an earlier programme teaches |
//! | Aktionsbüro | [`Aktionsbuero`] | the office in the Aktionsraum, its offers tailored to the needs |

mod abgleich;
mod akteur;
mod aktionsbuero;
mod angebot;
mod area;
mod beteiligung;
mod binding;
mod dataset;
mod dokumentvorlage;
mod erfahrung;
mod fassung;
mod geometry;
mod handlungsprogramm;
mod ids;
mod import_batch;
mod index_spec;
mod indicator;
mod monitoring;
mod observation;
mod original;
mod period;
mod planning_data;
mod planung;
mod provenance;
mod scale;
mod type_name;
mod verfahren;
mod vor_ort;

pub use abgleich::{Abgleich, Abgleichsentscheidung, Counterpart};
pub use akteur::{
    Akteur, AkteurRole, Kontakt, Kontaktperson, Netzwerk, Zusage, ZusageState, Zusammenarbeit, zusammenarbeit,
};
pub use aktionsbuero::{Aktionsbuero, Besuche, Bueroangebot, Buerokosten, Oeffnungszeit, Partner, Wochentag};
pub use angebot::{Angebot, AngebotArt, Begruendung, Bezug, Deckung, Deckungsgrad, FundingTerm, Zielgruppe};
pub use area::{Area, AreaLevel, AreaSet, AreaSetState, Tile};
pub use beteiligung::{ErreichteGruppe, Idee, Mitwirkung, These, Veranstaltung, VeranstaltungsForm, Zustimmung};
pub use binding::{BindingParseError, BindingRef, TextPiece, text_pieces};
pub use dataset::{Column, Dataset, DatasetBuilder, Supersession};
pub use dokumentvorlage::{Dokumentvorlage, Logo};
pub use erfahrung::Erfahrung;
pub use fassung::{
    Fassung, FassungContent, FassungMassnahme, FassungPassage, FassungRang, FassungSzenario, FassungTafel, FassungZiel,
    MassnahmeField, Spaltenausrichtung, TafelForm, ZielField,
};
pub use geometry::{
    Boundaries, Boundary, BoundaryBatch, CoordinateSystem, Geometry, LocalMetres, Polygon, Position, Ring,
    doubled_area, edges, inside,
};
pub use handlungsprogramm::{
    Beschlussstand, BoundValue, CostItem, CostKind, Euro, FundingItem, FundingSource, FundingState, Handlungsfeld,
    Handlungsprogramm, Massnahme, NewPassage, Passage, PassageOrigin, Prioritaet, ProgrammeState, Quarter, SectionKey,
    WirkungsStufe, YearBalance, Ziel, ZielKind,
};
pub use ids::{
    AkteurId, AktionsbueroId, AngebotId, AreaId, AreaSetId, AussageId, BeschlussId, DurchgangId, ErfahrungId,
    FassungId, GremiumId, HandlungsprogrammId, IdeeId, ImportId, IndicatorId, KontaktpersonId, MassnahmeId,
    MittelabflussId, MitwirkungId, NetzwerkId, NiederschriftId, PassageId, PeriodId, RecipeId, SchrittId,
    UmsetzungsnotizId, VeranstaltungId, WiedervorlageId, ZielId,
};
pub use import_batch::{AreaTarget, CellReader, CellTexts, ImportBatch, ImportRow, MaybeNumber, RowCounts};
pub use index_spec::{
    Aggregation, AreaSelection, BeyondGoalposts, ClassBorder, ClassMethod, Classes, Compensation, DataWeighting,
    Denomination, DistanceForm, DistanceTo, Divisor, Expert, GoalpostScale, Goalposts, Imputation, IndexSpec, Measure,
    MinimumPopulation, Moments, Normalisation, Penalty, PeriodChoice, QuantileRule, RankTies, ReferenceArea,
    ReferencePeriods, ReferenceSet, Sampling, ScaledRank, Screen, SpecDimension, SpecIndicator, Standardisation,
    Treatment, Uncertainty, Weighting,
};
pub use indicator::{Direction, Indicator, SeriesBreak};
pub use monitoring::{Mittelabfluss, Umsetzungsnotiz};
pub use observation::{Observation, Status};
pub use original::{Original, sha256_hex};
pub use period::Period;
pub use planning_data::PlanningData;
pub use planung::{
    Ausgabe, Ausgaben, Bewertung, Meilenstein, PlanRules, PriorityWeights, Szenario, Szenarioauswahl, WirkungsGlied,
    YearAmount, circular_massnahmen, set_glied,
};
pub use provenance::{CellRef, Import, ImportState, Recipe, column_letters};
pub use scale::ScaleFacts;
pub use type_name::TypeName;
pub use verfahren::{
    Beschluss, BeschlussErgebnis, Durchgang, Gremium, Niederschrift, Oeffentlichkeit, ProcedureGate, ProcedureStep,
    StepProgress, StepState, Tagesordnungspunkt, Verfahren, Wiedervorlage, WiedervorlageLink, Zustaendigkeit,
    programme_state_after,
};
pub use vor_ort::{Aussage, AussageStance, Swot, VorOrt};
