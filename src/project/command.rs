//! Everything that can be done to a project, as values. Data change only through these.

use crate::domain::{
    Akteur, AkteurId, Aktionsbuero, AktionsbueroId, Angebot, AngebotId, Area, AreaId, AreaSet, AreaSetId, Aussage,
    AussageId, Begruendung, Beschluss, BeschlussErgebnis, BeschlussId, Bezug, BoundValue, BoundaryBatch, Deckung,
    Dokumentvorlage, DurchgangId, Erfahrung, ErfahrungId, FassungContent, FassungId, Gremium, GremiumId,
    Handlungsprogramm, HandlungsprogrammId, Idee, IdeeId, ImportBatch, ImportId, ImportState, IndexSpec, Indicator,
    IndicatorId, Kontaktperson, KontaktpersonId, Massnahme, MassnahmeId, Mittelabfluss, MittelabflussId, Mitwirkung,
    MitwirkungId, Netzwerk, NetzwerkId, NewPassage, Niederschrift, NiederschriftId, PassageId, PassageOrigin,
    PlanRules, ProcedureGate, ProcedureStep, ProgrammeState, RecipeId, SchrittId, SectionKey, StepState, Szenario,
    TypeName, Umsetzungsnotiz, UmsetzungsnotizId, Veranstaltung, VeranstaltungId, Wiedervorlage, WiedervorlageId, Ziel,
    ZielId,
};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A change of the project. Identities inside entities that are to be created are ignored: the project gives them.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "one command lives at a time, made by a click")]
pub enum Command {
    /// Title and the like.
    Project(ProjectCommand),
    /// Areas and area sets.
    Area(AreaCommand),
    /// Indicator cards.
    Indicator(IndicatorCommand),
    /// Imports of values.
    Import(ImportCommand),
    /// Recipes of rankings.
    Recipe(RecipeCommand),
    /// Handlungsprogramme: frame, text, goals, measures.
    Programme(ProgrammeCommand),
    /// What is known on site.
    VorOrt(VorOrtCommand),
    /// Events of participation and what came out of them.
    Beteiligung(BeteiligungCommand),
    /// Experience from earlier programmes.
    Erfahrung(ErfahrungCommand),
    /// The Aktionsbüros.
    Aktionsbuero(AktionsbueroCommand),
    /// The procedure.
    Verfahren(VerfahrenCommand),
}

/// Changes of the project itself.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectCommand {
    /// Gives the project another title.
    Rename(String),
    /// Records a decision or note in the history (Verlauf): who decided what and why.
    Note {
        /// What was decided.
        text: String,
        /// Why, by whom (function), where.
        reason: String,
    },
    /// Records that documents were given out and what they showed: from now on these values count as known. There is
    /// nothing to undo, as whoever has the documents keeps them.
    NoteAusgabe {
        /// The day.
        am: Date,
        /// Which documents, as the history says it.
        documents: String,
        /// What was shown, by reference.
        werte: BTreeMap<String, String>,
    },
    /// Sets what documents carry of their municipality: name, colour, font, logo.
    SetDokumentvorlage(Box<Dokumentvorlage>),
    /// Sets the rules of money and priority that hold for all programmes.
    SetPlanRules(PlanRules),
    /// Gives a type of areas a name of the planner's own; an empty one takes it away.
    NameType(TypeName),
}

/// Changes of areas.
#[derive(Clone, Debug, PartialEq)]
pub enum AreaCommand {
    /// Adds areas (a parent must exist or come earlier in the list; its position in the list counts as `AreaId(-1 - index)`).
    Add(Vec<Area>),
    /// Replaces the area of the same identity.
    Update(Area),
    /// Remembers other spellings.
    AddSynonym {
        /// The area.
        area: AreaId,
        /// The spelling.
        synonym: String,
    },
    /// Removes an area that nothing refers to; its boundary goes with it.
    Remove(AreaId),
    /// Sets boundaries, with the areas that they bring along: one step, however many.
    SetBoundaries(Box<BoundaryBatch>),
    /// Adds a set.
    AddSet(AreaSet),
    /// Replaces the set of the same identity.
    UpdateSet(AreaSet),
    /// Removes a set.
    RemoveSet(AreaSetId),
}

/// Changes of indicator cards.
#[derive(Clone, Debug, PartialEq)]
pub enum IndicatorCommand {
    /// Adds a card.
    Add(Indicator),
    /// Replaces the card of the same identity.
    Update(Indicator),
    /// Removes a card that has no values.
    Remove(IndicatorId),
}

/// Changes by import.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportCommand {
    /// Writes a settled draft: one step, however many values.
    Run(Box<ImportBatch>),
    /// Withdraws an import or lets it count again.
    SetState {
        /// The import.
        import: ImportId,
        /// The state that it gets.
        state: ImportState,
    },
    /// Changes how the source is cited.
    SetSourceNote {
        /// The import.
        import: ImportId,
        /// Provider, statistic, date.
        source_note: String,
    },
}

/// Changes of recipes.
#[derive(Clone, Debug, PartialEq)]
pub enum RecipeCommand {
    /// Stores a recipe; its name must be new.
    Add(IndexSpec),
    /// Replaces a stored recipe.
    Update {
        /// The recipe.
        id: RecipeId,
        /// What it becomes.
        spec: IndexSpec,
        /// What changed, for the undo menu: `Gewicht Wohnfläche geändert`.
        label: String,
    },
    /// Removes a recipe; the current one cannot go.
    Remove(RecipeId),
    /// Makes a recipe the one that ranks the project.
    SetCurrent(RecipeId),
}

/// Changes of Handlungsprogramme.
#[derive(Clone, Debug, PartialEq)]
pub enum ProgrammeCommand {
    /// Begins the programme of an area, empty.
    Create {
        /// The Aktionsraum.
        area: AreaId,
        /// First year.
        first_year: i16,
        /// Last year.
        last_year: i16,
    },
    /// Brings in a whole programme (sample project, another project's file).
    Insert(Box<Handlungsprogramm>),
    /// Removes a programme with all it holds.
    Remove(HandlungsprogrammId),
    /// Sets the span of years.
    SetYears {
        /// The programme.
        programme: HandlungsprogrammId,
        /// First year.
        first_year: i16,
        /// Last year.
        last_year: i16,
    },
    /// Moves the programme on.
    SetState {
        /// The programme.
        programme: HandlungsprogrammId,
        /// The state that it gets.
        state: ProgrammeState,
    },
    /// Sets the planner's assessment.
    SetAssessment {
        /// The programme.
        programme: HandlungsprogrammId,
        /// The assessment.
        text: String,
    },
    /// Replaces the generated passages of the named sections; edited and own passages stay.
    Draft {
        /// The programme.
        programme: HandlungsprogrammId,
        /// Sections that are drawn up anew.
        sections: Vec<SectionKey>,
        /// Their new generated passages.
        passages: Vec<NewPassage>,
    },
    /// Adds a passage at the end of its section.
    AddPassage {
        /// The programme.
        programme: HandlungsprogrammId,
        /// The passage.
        passage: NewPassage,
    },
    /// Changes words and bound values of a passage.
    EditPassage {
        /// The passage.
        passage: PassageId,
        /// Its new text.
        text: String,
        /// What its references show now.
        basis: Vec<BoundValue>,
        /// Whose words they are now.
        origin: PassageOrigin,
    },
    /// Accepts today's values ("Wert übernehmen") or holds on to the old ones ("Stand festhalten").
    SetBasis {
        /// The passage.
        passage: PassageId,
        /// What its references show.
        basis: Vec<BoundValue>,
        /// Fingerprint it now rests on.
        fingerprint: String,
    },
    /// Accepts today's values in several passages of one programme ("Alle übernehmen").
    SetBases {
        /// The programme.
        programme: HandlungsprogrammId,
        /// Its passages, each with what its references show.
        passages: Vec<(PassageId, Vec<BoundValue>)>,
    },
    /// Moves a passage within its section.
    MovePassage {
        /// The passage.
        passage: PassageId,
        /// Place it gets, starting at 0.
        position: u32,
    },
    /// Removes a passage.
    RemovePassage(PassageId),
    /// Adds a goal.
    AddZiel {
        /// The programme.
        programme: HandlungsprogrammId,
        /// The goal.
        ziel: Ziel,
    },
    /// Replaces the goal of the same identity.
    UpdateZiel(Ziel),
    /// Removes a goal; Handlungsziele go with their Leitziel, measures lose the link.
    RemoveZiel(ZielId),
    /// Adds a measure; its number is given by the project.
    AddMassnahme {
        /// The programme.
        programme: HandlungsprogrammId,
        /// The measure.
        massnahme: Box<Massnahme>,
    },
    /// Replaces the measure of the same identity; its number stays.
    UpdateMassnahme(Box<Massnahme>),
    /// Removes a measure.
    RemoveMassnahme(MassnahmeId),
    /// Keeps what the programme says today; nothing changes it later.
    KeepVersion {
        /// The programme.
        programme: HandlungsprogrammId,
        /// The day.
        kept_on: Date,
        /// Why it is kept.
        anlass: String,
        /// What it says.
        content: Arc<FassungContent>,
    },
    /// Removes a kept version.
    RemoveVersion(FassungId),
    /// Sets the scenarios of a programme: added, changed and removed ones in one list.
    SetSzenarien {
        /// The programme.
        programme: HandlungsprogrammId,
        /// All its scenarios.
        szenarien: Vec<Szenario>,
    },
}

/// Changes of what is known on site.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum VorOrtCommand {
    AddAkteur(Akteur),
    UpdateAkteur(Akteur),
    RemoveAkteur(AkteurId),
    AddAngebot(Angebot),
    UpdateAngebot(Angebot),
    RemoveAngebot(AngebotId),
    /// Takes a table of services over: those with identity 0 are new, the others replace what is there. One step.
    ImportAngebote {
        /// Where they come from.
        file_name: String,
        /// The services.
        angebote: Vec<Angebot>,
    },
    /// Settles how far a service answers a need.
    SetDeckung(Deckung),
    /// Takes that back: the program's proposal holds again.
    ClearDeckung {
        area: AreaId,
        bezug: Bezug,
        angebot: AngebotId,
    },
    /// Says why a gap or an overlap stays; empty words take the reason back.
    SetBegruendung(Begruendung),
    AddKontaktperson(Kontaktperson),
    UpdateKontaktperson(Kontaktperson),
    RemoveKontaktperson(KontaktpersonId),
    /// Removes every person to contact whose data should have been deleted by this day.
    RemoveOverdueKontaktpersonen(jiff::civil::Date),
    AddNetzwerk(Netzwerk),
    UpdateNetzwerk(Netzwerk),
    RemoveNetzwerk(NetzwerkId),
    AddAussage(Aussage),
    UpdateAussage(Aussage),
    RemoveAussage(AussageId),
}

/// Changes of participation.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum BeteiligungCommand {
    AddVeranstaltung(Veranstaltung),
    UpdateVeranstaltung(Veranstaltung),
    /// Ideas and offers to take part go with it; statements lose the link.
    RemoveVeranstaltung(VeranstaltungId),
    AddIdee(Idee),
    UpdateIdee(Idee),
    RemoveIdee(IdeeId),
    /// Makes a measure of an idea: one step. The idea knows its measure from then on.
    AdoptIdee {
        /// The idea.
        idee: IdeeId,
        /// The programme of its area.
        programme: HandlungsprogrammId,
        /// The measure; its number is given by the project.
        massnahme: Box<Massnahme>,
    },
    AddMitwirkung(Mitwirkung),
    UpdateMitwirkung(Mitwirkung),
    RemoveMitwirkung(MitwirkungId),
}

/// Changes of experience.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum ErfahrungCommand {
    Add(Erfahrung),
    Update(Erfahrung),
    Remove(ErfahrungId),
}

/// Changes of the Aktionsbüros.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum AktionsbueroCommand {
    /// The office of an area that has none.
    Add(Aktionsbuero),
    Update(Aktionsbuero),
    Remove(AktionsbueroId),
}

/// Changes of the procedure.
#[derive(Clone, Debug, PartialEq)]
pub enum VerfahrenCommand {
    /// Adds a step at the end of the template.
    AddStep(ProcedureStep),
    /// Replaces the step of the same identity.
    UpdateStep(ProcedureStep),
    /// Removes a step with its states.
    RemoveStep(SchrittId),
    /// Sets the state of a step for an area; closing it is [`CloseStep`](Self::CloseStep).
    SetState(StepState),
    /// Closes a step for an area: refused while a point of its checklist is open, or one of its gates is open or was not
    /// looked at.
    CloseStep {
        /// The state that it gets, closed whatever it says.
        state: StepState,
        /// What was found at the gates of the step: how many points are open at each.
        gates: BTreeMap<ProcedureGate, usize>,
        /// Closes it although gates are open; the remark of the state has to say why.
        despite_gates: bool,
    },
    /// Gives the round under way its name.
    NameDurchgang(String),
    /// Freezes the round under way with its steps and states and begins the next one with the same template.
    BeginDurchgang {
        /// Name of the new round.
        name: String,
        /// Name that the present round keeps.
        present_name: String,
        /// The day on which the present one is over.
        day: Date,
    },
    /// Removes an earlier round.
    RemoveDurchgang(DurchgangId),
    /// Adds something that is to come up again.
    AddWiedervorlage(Wiedervorlage),
    /// Replaces the entry of the same identity; done or not is a part of it.
    UpdateWiedervorlage(Wiedervorlage),
    /// Removes an entry.
    RemoveWiedervorlage(WiedervorlageId),
    /// Adds a committee; its name must be new.
    AddGremium(Gremium),
    /// Replaces the committee of the same identity.
    UpdateGremium(Gremium),
    /// Removes a committee that no matter lies before.
    RemoveGremium(GremiumId),
    /// Adds a matter before a committee.
    AddBeschluss(Beschluss),
    /// Replaces the matter of the same identity, except for its result.
    UpdateBeschluss(Beschluss),
    /// Removes a matter; versions that were kept with it stay.
    RemoveBeschluss(BeschlussId),
    /// Records what came of a matter: moves the programmes of its areas on and keeps their versions, in one step.
    Decide {
        /// The matter.
        beschluss: BeschlussId,
        /// The day of the session.
        date: Date,
        /// The result.
        ergebnis: BeschlussErgebnis,
        /// Why the versions are kept.
        anlass: String,
        /// What the programmes say on that day.
        versions: Vec<(HandlungsprogrammId, Arc<FassungContent>)>,
    },
    /// Adds minutes.
    AddNiederschrift(Niederschrift),
    /// Replaces the minutes of the same identity.
    UpdateNiederschrift(Niederschrift),
    /// Removes minutes; Wiedervorlagen that came from them stay.
    RemoveNiederschrift(NiederschriftId),
    /// Adds a note on a measure being carried out.
    AddUmsetzungsnotiz(Umsetzungsnotiz),
    /// Replaces the note of the same identity.
    UpdateUmsetzungsnotiz(Umsetzungsnotiz),
    /// Removes a note.
    RemoveUmsetzungsnotiz(UmsetzungsnotizId),
    /// Adds money that was spent.
    AddMittelabfluss(Mittelabfluss),
    /// Replaces the entry of the same identity.
    UpdateMittelabfluss(Mittelabfluss),
    /// Removes an entry.
    RemoveMittelabfluss(MittelabflussId),
}

/// What a command brought about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Identity of the entity that was created, if one was: the raw number of its id type.
    pub created: Option<i64>,
    /// German label for undo menu and history.
    pub label: String,
}
