//! The procedure that leads to the Handlungsprogramme: an editable template and its state per Aktionsraum, who decides
//! and what was decided, what working groups settled, and what comes up again.

use super::{
    AngebotId, AreaId, BeschlussId, DurchgangId, Fassung, GremiumId, MassnahmeId, Mittelabfluss, NiederschriftId,
    PassageId, ProgrammeState, SchrittId, Umsetzungsnotiz, WiedervorlageId,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A step of the procedure template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcedureStep {
    /// Identity.
    pub id: SchrittId,
    /// Place in the order, starting at 1.
    pub position: u32,
    /// Short title.
    pub title: String,
    /// Who is responsible, by function.
    pub responsible: String,
    /// What the step delivers.
    pub result: String,
    /// What must be settled by hand before it can be closed.
    pub checklist: Vec<String>,
    /// Whether a committee decides in it.
    pub is_committee: bool,
    /// What must hold before it can be closed, looked at by the program.
    #[serde(default)]
    pub gates: Vec<ProcedureGate>,
}

impl ProcedureStep {
    /// Whether a committee of this name decides in the step, which is called after it or names it as responsible.
    pub fn is_of_committee(&self, gremium: &str) -> bool {
        let responsible = !self.responsible.is_empty() && gremium.starts_with(self.responsible.as_str());
        self.is_committee && (self.title == gremium || responsible)
    }
}

/// A condition of the programme that the program looks at before a step is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProcedureGate {
    /// The situation is described section by section.
    AusgangslageGeschrieben,
    /// The planner's assessment is written.
    EinschaetzungGeschrieben,
    /// Numbers and words of the text are those of today's data.
    WerteAktuell,
    /// The greatest needs have a measure.
    BedarfeBeantwortet,
    /// Every Handlungsziel has indicator, target value and year.
    ZieleMessbar,
    /// Every measure has hypothesis, indicator and Träger.
    MassnahmenVollstaendig,
    /// Overlaps with what is there are decided.
    UeberschneidungenGeklaert,
    /// Costs are covered.
    FinanzierungGedeckt,
    /// No bound number rests on so few cases that it could be traced back to persons.
    GeheimhaltungGeprueft,
}

impl ProcedureGate {
    /// All, in the order in which a programme comes about.
    pub const ALL: [ProcedureGate; 9] = [
        ProcedureGate::AusgangslageGeschrieben,
        ProcedureGate::EinschaetzungGeschrieben,
        ProcedureGate::WerteAktuell,
        ProcedureGate::BedarfeBeantwortet,
        ProcedureGate::ZieleMessbar,
        ProcedureGate::MassnahmenVollstaendig,
        ProcedureGate::UeberschneidungenGeklaert,
        ProcedureGate::FinanzierungGedeckt,
        ProcedureGate::GeheimhaltungGeprueft,
    ];
}

/// How far a step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepProgress {
    /// Not begun.
    #[default]
    Geplant,
    /// Under way.
    Laeuft,
    /// Closed.
    Erledigt,
}

impl StepProgress {
    /// All, in order.
    pub const ALL: [StepProgress; 3] = [StepProgress::Geplant, StepProgress::Laeuft, StepProgress::Erledigt];

    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            StepProgress::Geplant => "geplant",
            StepProgress::Laeuft => "laeuft",
            StepProgress::Erledigt => "erledigt",
        }
    }

    /// The progress with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.code() == code)
    }
}

/// State of one step for one Aktionsraum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepState {
    /// The Aktionsraum.
    pub area: AreaId,
    /// The step.
    pub step: SchrittId,
    /// How far it is.
    pub progress: StepProgress,
    /// Until when it is planned, or when it was closed.
    pub date: Option<Date>,
    /// Indices of the checklist items that are settled.
    pub settled: Vec<u32>,
    /// Remark.
    pub note: String,
}

impl StepState {
    /// The state of a step that nobody has begun.
    pub fn not_begun(area: AreaId, step: SchrittId) -> StepState {
        StepState { area, step, progress: StepProgress::Geplant, date: None, settled: Vec::new(), note: String::new() }
    }
}

/// A round of the procedure. The one under way has its steps and states in [`Verfahren`]; an earlier one is frozen with
/// what stood in them when it was over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Durchgang {
    /// Identity.
    pub id: DurchgangId,
    /// Name: `Verfahren 2026/27`.
    pub name: String,
    /// When it was over; none while it is under way.
    pub abgeschlossen_am: Option<Date>,
    /// Its steps in order; empty while it is under way.
    pub steps: Vec<ProcedureStep>,
    /// Its states; empty while it is under way.
    pub states: Vec<StepState>,
}

impl Durchgang {
    /// The round under way with this name.
    pub fn under_way(name: &str) -> Durchgang {
        Durchgang {
            id: DurchgangId(0),
            name: name.to_owned(),
            abgeschlossen_am: None,
            steps: Vec::new(),
            states: Vec::new(),
        }
    }
}

/// What a Wiedervorlage is about, beside its area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WiedervorlageLink {
    /// A measure.
    Massnahme(MassnahmeId),
    /// An existing service.
    Angebot(AngebotId),
    /// A passage of a programme.
    Passage(PassageId),
    /// The minutes that left it open.
    Niederschrift(NiederschriftId),
}

/// Something that is to come up again on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wiedervorlage {
    /// Identity.
    pub id: WiedervorlageId,
    /// When it comes up.
    pub date: Date,
    /// What is to be done.
    pub text: String,
    /// The area it is about; none for the whole procedure.
    pub area: Option<AreaId>,
    /// What it is about.
    pub link: Option<WiedervorlageLink>,
    /// When it was done.
    pub done: Option<Date>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

impl Wiedervorlage {
    /// Whether its day has passed and it is not done.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.done.is_none() && self.date < today
    }
}

/// What a committee may do with a programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Zustaendigkeit {
    /// It takes note.
    Kenntnisnahme,
    /// It recommends.
    #[default]
    Empfehlung,
    /// It decides.
    Beschluss,
}

impl Zustaendigkeit {
    /// All.
    pub const ALL: [Zustaendigkeit; 3] =
        [Zustaendigkeit::Kenntnisnahme, Zustaendigkeit::Empfehlung, Zustaendigkeit::Beschluss];
}

/// A committee with its sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gremium {
    /// Identity.
    pub id: GremiumId,
    /// Name.
    pub name: String,
    /// What it may do.
    pub zustaendigkeit: Zustaendigkeit,
    /// Days of its sessions, ascending.
    pub sitzungen: Vec<Date>,
    /// Remark.
    pub note: String,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

/// Whether a session is open to the public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Oeffentlichkeit {
    /// Open.
    #[default]
    Oeffentlich,
    /// Closed.
    Nichtoeffentlich,
}

impl Oeffentlichkeit {
    /// Both.
    pub const ALL: [Oeffentlichkeit; 2] = [Oeffentlichkeit::Oeffentlich, Oeffentlichkeit::Nichtoeffentlich];
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BeschlussErgebnis {
    /// Decided as proposed.
    Beschlossen,
    /// Decided with changes.
    GeaendertBeschlossen,
    /// Recommended.
    Empfohlen,
    /// Noted.
    ZurKenntnisGenommen,
    /// Put off.
    Vertagt,
    /// Refused.
    Abgelehnt,
    /// Taken back by the administration.
    Zurueckgezogen,
}

impl BeschlussErgebnis {
    /// All.
    pub const ALL: [BeschlussErgebnis; 7] = [
        BeschlussErgebnis::Beschlossen,
        BeschlussErgebnis::GeaendertBeschlossen,
        BeschlussErgebnis::Empfohlen,
        BeschlussErgebnis::ZurKenntnisGenommen,
        BeschlussErgebnis::Vertagt,
        BeschlussErgebnis::Abgelehnt,
        BeschlussErgebnis::Zurueckgezogen,
    ];

    /// Whether the matter is decided, with or without changes.
    pub fn is_decided(self) -> bool {
        match self {
            BeschlussErgebnis::Beschlossen | BeschlussErgebnis::GeaendertBeschlossen => true,
            BeschlussErgebnis::Empfohlen
            | BeschlussErgebnis::ZurKenntnisGenommen
            | BeschlussErgebnis::Vertagt
            | BeschlussErgebnis::Abgelehnt
            | BeschlussErgebnis::Zurueckgezogen => false,
        }
    }
}

/// A matter before a committee, and what it decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beschluss {
    /// Identity.
    pub id: BeschlussId,
    /// The committee.
    pub gremium: GremiumId,
    /// Day of the session, planned or held.
    pub date: Option<Date>,
    /// Number of the council paper: `27114-26`; empty while there is none.
    pub drucksache: String,
    /// Open or closed session.
    pub oeffentlichkeit: Oeffentlichkeit,
    /// Title of the matter.
    pub gegenstand: String,
    /// The wording of the decision.
    pub wortlaut: String,
    /// What came of it; none while it is still to come.
    pub ergebnis: Option<BeschlussErgebnis>,
    /// The areas whose programmes it is about.
    pub areas: Vec<AreaId>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

impl Beschluss {
    /// Whether its day has passed without a result.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.ergebnis.is_none() && self.date.is_some_and(|date| date < today)
    }

    /// Whether text is the number of a council paper: five digits, a hyphen, two digits of the year.
    pub fn is_drucksache(text: &str) -> bool {
        let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        text.split_once('-').is_some_and(|(number, year)| digits(number, 5) && digits(year, 2))
    }
}

/// How far a programme is once a committee of this competence has come to this result.
pub fn programme_state_after(
    before: ProgrammeState,
    zustaendigkeit: Zustaendigkeit,
    ergebnis: BeschlussErgebnis,
) -> ProgrammeState {
    if zustaendigkeit == Zustaendigkeit::Beschluss && ergebnis.is_decided() {
        return ProgrammeState::Beschlossen;
    }
    before.max(ProgrammeState::InBeratung)
}

/// A topic of the agenda and its result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tagesordnungspunkt {
    /// The topic.
    pub thema: String,
    /// What came of it.
    pub ergebnis: String,
}

/// Minutes of a working group. Those present are named by function, never as persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Niederschrift {
    /// Identity.
    pub id: NiederschriftId,
    /// When it met.
    pub date: Date,
    /// The working group.
    pub arbeitsgruppe: String,
    /// The area; none where it spoke of all.
    pub area: Option<AreaId>,
    /// Functions of those present.
    pub anwesend: Vec<String>,
    /// Topics with results.
    pub punkte: Vec<Tagesordnungspunkt>,
    /// What was left open; each may become a Wiedervorlage.
    pub offen: Vec<String>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

/// The procedure of a project: template and state per area, and everything that is written down on the way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Verfahren {
    /// Steps in order.
    pub steps: Vec<ProcedureStep>,
    /// States that differ from "not begun".
    pub states: Vec<StepState>,
    /// Rounds that have a name, newest first: the one under way and earlier ones.
    pub durchgaenge: Vec<Durchgang>,
    /// What comes up again, by day.
    pub wiedervorlagen: Vec<Wiedervorlage>,
    /// Committees.
    pub gremien: Vec<Gremium>,
    /// Matters before committees, oldest day first, undated ones last.
    pub beschluesse: Vec<Beschluss>,
    /// Minutes, newest first.
    pub niederschriften: Vec<Niederschrift>,
    /// Kept versions of programmes, newest first.
    pub fassungen: Vec<Fassung>,
    /// Notes on measures being carried out, newest first.
    pub umsetzungsnotizen: Vec<Umsetzungsnotiz>,
    /// What was spent on measures, newest first.
    pub mittelabfluesse: Vec<Mittelabfluss>,
}

impl Verfahren {
    /// The round under way, if it has a name.
    pub fn durchgang(&self) -> Option<&Durchgang> {
        self.durchgaenge.iter().find(|durchgang| durchgang.abgeschlossen_am.is_none())
    }

    /// The procedure as it stood at the end of an earlier round. Nobody looks at its gates again.
    pub fn as_of(&self, id: DurchgangId) -> Option<Verfahren> {
        let over = self.durchgaenge.iter().find(|known| known.id == id && known.abgeschlossen_am.is_some())?;
        let steps = over.steps.iter().map(|step| ProcedureStep { gates: Vec::new(), ..step.clone() });
        Some(Verfahren { steps: steps.collect(), states: over.states.clone(), ..self.clone() })
    }

    /// The committee with this identity.
    pub fn gremium(&self, id: GremiumId) -> Option<&Gremium> {
        self.gremien.iter().find(|gremium| gremium.id == id)
    }

    /// The decision with this identity.
    pub fn beschluss(&self, id: BeschlussId) -> Option<&Beschluss> {
        self.beschluesse.iter().find(|beschluss| beschluss.id == id)
    }

    /// How many steps under way, Wiedervorlagen and sessions have passed their day.
    pub fn overdue(&self, today: Date) -> usize {
        let steps = self
            .states
            .iter()
            .filter(|state| state.progress == StepProgress::Laeuft && state.date.is_some_and(|date| date < today));
        let wiedervorlagen = self.wiedervorlagen.iter().filter(|entry| entry.is_overdue(today));
        let beschluesse = self.beschluesse.iter().filter(|entry| entry.is_overdue(today));
        steps.count() + wiedervorlagen.count() + beschluesse.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_council_paper_has_five_digits_and_the_year() {
        assert!(Beschluss::is_drucksache("27114-26"));
        for other in ["", "2711-26", "27114-2026", "27114/26", "27a14-26"] {
            assert!(!Beschluss::is_drucksache(other), "{other}");
        }
    }

    #[test]
    fn only_a_committee_that_decides_ends_the_deliberation() {
        use BeschlussErgebnis::{Abgelehnt, Beschlossen, Empfohlen};
        let after = programme_state_after;
        let draft = ProgrammeState::Entwurf;
        assert_eq!(after(draft, Zustaendigkeit::Beschluss, Beschlossen), ProgrammeState::Beschlossen);
        assert_eq!(after(draft, Zustaendigkeit::Empfehlung, Empfohlen), ProgrammeState::InBeratung);
        assert_eq!(after(draft, Zustaendigkeit::Beschluss, Abgelehnt), ProgrammeState::InBeratung);
    }
}
