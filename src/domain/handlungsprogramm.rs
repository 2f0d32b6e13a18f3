//! The Handlungsprogramm of one Aktionsraum: text bound to data, goals, measures with money and time.

use super::{
    Abgleich, AreaId, Bewertung, BindingRef, HandlungsprogrammId, MassnahmeId, Meilenstein, PassageId, Szenario,
    WirkungsGlied, YearAmount, ZielId,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// One of the three fields of the Aktionsplan. A project fits at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handlungsfeld {
    /// Arbeit und Beschäftigung im Quartier.
    Arbeit,
    /// Eltern und Kinder stärken – Kinderarmut bekämpfen.
    Kinder,
    /// Sozialen Zusammenhalt im Quartier stärken.
    Zusammenhalt,
}

impl Handlungsfeld {
    /// The three, in printed order.
    pub const ALL: [Handlungsfeld; 3] = [Handlungsfeld::Arbeit, Handlungsfeld::Kinder, Handlungsfeld::Zusammenhalt];

    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            Handlungsfeld::Arbeit => "arbeit",
            Handlungsfeld::Kinder => "kinder",
            Handlungsfeld::Zusammenhalt => "zusammenhalt",
        }
    }

    /// The field with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }

    /// The letter on its tile: colour is never the only sign.
    pub fn letter(self) -> char {
        match self {
            Handlungsfeld::Arbeit => 'A',
            Handlungsfeld::Kinder => 'K',
            Handlungsfeld::Zusammenhalt => 'Z',
        }
    }
}

/// An amount of money in cents, so that sums always fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Euro {
    /// Cents.
    pub cents: i64,
}

impl Euro {
    /// Whole euros.
    pub const fn whole(euros: i64) -> Euro {
        Euro { cents: euros * 100 }
    }

    /// The amount as a number of euros, for bars, fields and cells of a workbook.
    #[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
    pub fn in_euros(self) -> f64 {
        self.cents as f64 / 100.0
    }
}

impl std::iter::Sum for Euro {
    fn sum<I: Iterator<Item = Euro>>(amounts: I) -> Euro {
        Euro { cents: amounts.map(|amount| amount.cents).sum() }
    }
}

impl std::ops::Add for Euro {
    type Output = Euro;
    fn add(self, other: Euro) -> Euro {
        Euro { cents: self.cents + other.cents }
    }
}

impl std::ops::Sub for Euro {
    type Output = Euro;
    fn sub(self, other: Euro) -> Euro {
        Euro { cents: self.cents - other.cents }
    }
}

/// How far a programme is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProgrammeState {
    /// Data are being looked at.
    #[default]
    Analyse,
    /// Actors and residents are heard.
    Beteiligung,
    /// The text is being written.
    Entwurf,
    /// With the committees.
    InBeratung,
    /// Decided.
    Beschlossen,
}

impl ProgrammeState {
    /// All, in order.
    pub const ALL: [ProgrammeState; 5] = [
        ProgrammeState::Analyse,
        ProgrammeState::Beteiligung,
        ProgrammeState::Entwurf,
        ProgrammeState::InBeratung,
        ProgrammeState::Beschlossen,
    ];

    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            ProgrammeState::Analyse => "analyse",
            ProgrammeState::Beteiligung => "beteiligung",
            ProgrammeState::Entwurf => "entwurf",
            ProgrammeState::InBeratung => "in_beratung",
            ProgrammeState::Beschlossen => "beschlossen",
        }
    }

    /// The state with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// The programme of one Aktionsraum. At most one per area and project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Handlungsprogramm {
    /// Identity.
    pub id: HandlungsprogrammId,
    /// The Aktionsraum.
    pub area: AreaId,
    /// First year of the programme.
    pub first_year: i16,
    /// Last year of the programme.
    pub last_year: i16,
    /// How far it is.
    pub state: ProgrammeState,
    /// The planner's own assessment of the area's rank; a draft without one says that it is missing.
    pub assessment: String,
    /// Whether it is invented to show the program.
    pub demonstration: bool,
    /// Text, in order of section and position.
    pub passages: Vec<Passage>,
    /// Goals: a Leitziel before its Handlungsziele.
    pub ziele: Vec<Ziel>,
    /// Measures by number.
    pub massnahmen: Vec<Massnahme>,
    /// Choices of measures that are compared.
    #[serde(default)]
    pub szenarien: Vec<Szenario>,
}

impl Handlungsprogramm {
    /// A programme that holds nothing yet.
    pub fn new(id: HandlungsprogrammId, area: AreaId, first_year: i16, last_year: i16) -> Handlungsprogramm {
        Handlungsprogramm {
            id,
            area,
            first_year,
            last_year,
            state: ProgrammeState::default(),
            assessment: String::new(),
            demonstration: false,
            passages: Vec::new(),
            ziele: Vec::new(),
            massnahmen: Vec::new(),
            szenarien: Vec::new(),
        }
    }
}

impl Handlungsprogramm {
    /// How many measures are neither agreed nor decided.
    pub fn still_planned(&self) -> usize {
        self.massnahmen.iter().filter(|massnahme| massnahme.beschlussstand == Beschlussstand::Geplant).count()
    }
}

/// A programme is gone through measure by measure.
impl<'p> IntoIterator for &'p Handlungsprogramm {
    type Item = &'p Massnahme;
    type IntoIter = std::slice::Iter<'p, Massnahme>;

    fn into_iter(self) -> Self::IntoIter {
        self.massnahmen.iter()
    }
}

/// A section of a Handlungsprogramm, in the order of the long document. The outlines belong to the programme layer; the
/// short document puts the same sections in an order of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKey {
    /// 1 Kurzfassung
    Kurzfassung,
    /// 2 Einleitung
    Einleitung,
    /// 3.1 Abgrenzung
    Abgrenzung,
    /// 3.2 Begründung der Auswahl
    Begruendung,
    /// 3.3 Bevölkerung
    Bevoelkerung,
    /// 3.4 Arbeit und Einkommen
    ArbeitEinkommen,
    /// 3.5 Kinder und Familien
    KinderFamilien,
    /// 3.6 Zusammenleben und Wohnen
    Zusammenleben,
    /// 3.7 Freiraum und Infrastruktur
    Freiraum,
    /// 3.8 Lokale Ökonomie
    LokaleOekonomie,
    /// 3.9 Stimmen vor Ort
    StimmenVorOrt,
    /// 4.1 Planungen, Projekte und Akteure
    Planungen,
    /// 4.2 Vorhandene Angebote
    Angebote,
    /// 4.3 Aktionsbüro
    Aktionsbuero,
    /// 5.1 Handlungsbedarf
    Handlungsbedarf,
    /// 5.2 Stärken und Schwächen
    StaerkenSchwaechen,
    /// 6.1 Leitlinien, Handlungsfelder, Querschnittsaufgaben
    Leitlinien,
    /// 6.2 Ziele
    Ziele,
    /// 7 Maßnahmen
    Massnahmen,
    /// 8 Kosten, Finanzierung, Zeit
    KostenZeit,
    /// 9.1 Steuerung und Wirkung
    Steuerung,
    /// 9.2 Verstetigung
    Verstetigung,
    /// 10 Methode und Quellen
    Methode,
}

impl SectionKey {
    /// All sections in the order of the long document.
    pub const ALL: [SectionKey; 23] = [
        SectionKey::Kurzfassung,
        SectionKey::Einleitung,
        SectionKey::Abgrenzung,
        SectionKey::Begruendung,
        SectionKey::Bevoelkerung,
        SectionKey::ArbeitEinkommen,
        SectionKey::KinderFamilien,
        SectionKey::Zusammenleben,
        SectionKey::Freiraum,
        SectionKey::LokaleOekonomie,
        SectionKey::StimmenVorOrt,
        SectionKey::Planungen,
        SectionKey::Angebote,
        SectionKey::Aktionsbuero,
        SectionKey::Handlungsbedarf,
        SectionKey::StaerkenSchwaechen,
        SectionKey::Leitlinien,
        SectionKey::Ziele,
        SectionKey::Massnahmen,
        SectionKey::KostenZeit,
        SectionKey::Steuerung,
        SectionKey::Verstetigung,
        SectionKey::Methode,
    ];

    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            SectionKey::Kurzfassung => "kurzfassung",
            SectionKey::Einleitung => "einleitung",
            SectionKey::Abgrenzung => "abgrenzung",
            SectionKey::Begruendung => "begruendung",
            SectionKey::Bevoelkerung => "bevoelkerung",
            SectionKey::ArbeitEinkommen => "arbeit_einkommen",
            SectionKey::KinderFamilien => "kinder_familien",
            SectionKey::Zusammenleben => "zusammenleben",
            SectionKey::Freiraum => "freiraum",
            SectionKey::LokaleOekonomie => "lokale_oekonomie",
            SectionKey::StimmenVorOrt => "stimmen_vor_ort",
            SectionKey::Planungen => "planungen",
            SectionKey::Angebote => "angebote",
            SectionKey::Aktionsbuero => "aktionsbuero",
            SectionKey::Handlungsbedarf => "handlungsbedarf",
            SectionKey::StaerkenSchwaechen => "staerken_schwaechen",
            SectionKey::Leitlinien => "leitlinien",
            SectionKey::Ziele => "ziele",
            SectionKey::Massnahmen => "massnahmen",
            SectionKey::KostenZeit => "kosten_zeit",
            SectionKey::Steuerung => "steuerung",
            SectionKey::Verstetigung => "verstetigung",
            SectionKey::Methode => "methode",
        }
    }

    /// The section with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.code() == code)
    }
}

/// Whose words a passage holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassageOrigin {
    /// Worded from findings, untouched; its words follow the data when it is drawn up anew.
    Generated,
    /// Worded from findings, then edited: the words are the planner's, the numbers stay bound.
    Edited,
    /// Written by the planner.
    Own,
}

impl PassageOrigin {
    /// All origins.
    pub const ALL: [PassageOrigin; 3] = [PassageOrigin::Generated, PassageOrigin::Edited, PassageOrigin::Own];

    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            PassageOrigin::Generated => "generated",
            PassageOrigin::Edited => "edited",
            PassageOrigin::Own => "own",
        }
    }

    /// The origin with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.code() == code)
    }
}

/// A paragraph of a programme with the numbers it was written on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Identity.
    pub id: PassageId,
    /// Where it stands.
    pub section: SectionKey,
    /// Place within the section, starting at 0.
    pub position: u32,
    /// Whose words these are.
    pub origin: PassageOrigin,
    /// Text with references in brackets, see [`super::text_pieces`].
    pub text: String,
    /// What each reference showed when the passage was accepted. A passage is stale where the data show something
    /// else today and the value is not pinned.
    pub basis: Vec<BoundValue>,
    /// Fingerprint of the findings and recipe that a generated passage was worded from; empty for own text.
    pub fingerprint: String,
}

/// A passage to be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPassage {
    /// Where it stands.
    pub section: SectionKey,
    /// Whose words it holds.
    pub origin: PassageOrigin,
    /// Text with references in brackets.
    pub text: String,
    /// What its references show.
    pub basis: Vec<BoundValue>,
    /// Fingerprint of what it rests on; empty for own text.
    pub fingerprint: String,
}

/// What a reference showed when its passage was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoundValue {
    /// The reference as written in the text.
    pub reference: String,
    /// What it showed: `38,7 %`.
    pub shown: String,
    /// Whether the planner holds on to it ("Stand festhalten").
    pub pinned: bool,
}

impl BoundValue {
    /// The reference, if it is one.
    pub fn binding(&self) -> Option<BindingRef> {
        self.reference.parse().ok()
    }
}

/// Kind of goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZielKind {
    /// The direction.
    Leitziel,
    /// A concrete goal under a Leitziel.
    Handlungsziel {
        /// The Leitziel it serves.
        parent: ZielId,
    },
}

/// The seven steps along which a measure has effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WirkungsStufe {
    /// 1 Output: offers take place.
    #[default]
    AngeboteFindenStatt,
    /// 2 Output: the target group is reached.
    ZielgruppeErreicht,
    /// 3 Output: the offers are accepted.
    AngeboteAkzeptiert,
    /// 4 Outcome: knowledge changes.
    Wissen,
    /// 5 Outcome: behaviour changes.
    Verhalten,
    /// 6 Outcome: the situation changes.
    Lebenslage,
    /// 7 Impact: society changes.
    Gesellschaft,
}

impl WirkungsStufe {
    /// All steps in order.
    pub const ALL: [WirkungsStufe; 7] = [
        WirkungsStufe::AngeboteFindenStatt,
        WirkungsStufe::ZielgruppeErreicht,
        WirkungsStufe::AngeboteAkzeptiert,
        WirkungsStufe::Wissen,
        WirkungsStufe::Verhalten,
        WirkungsStufe::Lebenslage,
        WirkungsStufe::Gesellschaft,
    ];

    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            WirkungsStufe::AngeboteFindenStatt => "angebote_finden_statt",
            WirkungsStufe::ZielgruppeErreicht => "zielgruppe_erreicht",
            WirkungsStufe::AngeboteAkzeptiert => "angebote_akzeptiert",
            WirkungsStufe::Wissen => "wissen",
            WirkungsStufe::Verhalten => "verhalten",
            WirkungsStufe::Lebenslage => "lebenslage",
            WirkungsStufe::Gesellschaft => "gesellschaft",
        }
    }
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ziel {
    /// Identity.
    pub id: ZielId,
    /// Leitziel or Handlungsziel.
    pub kind: ZielKind,
    /// Field that it belongs to.
    pub handlungsfeld: Handlungsfeld,
    /// The goal in a sentence.
    pub text: String,
    /// Code of the indicator by which it is measured; empty if none.
    pub indicator: String,
    /// Value at the start, in the indicator's unit.
    pub start_value: Option<f64>,
    /// Value to reach.
    pub target_value: Option<f64>,
    /// Year by which it is to be reached.
    pub target_year: Option<i16>,
    /// Step of effect.
    pub stufe: WirkungsStufe,
    /// For whom; empty if not said.
    #[serde(default)]
    pub zielgruppe: String,
    /// Where within the Aktionsraum; empty if the sentence says it.
    #[serde(default)]
    pub ort: String,
    /// Who agrees with the goal: offices, Träger, groups.
    #[serde(default)]
    pub beteiligte: String,
    /// What is counted where no indicator of the data fits: `Haushalte mit Hilfe bei Anträgen im Jahr`.
    #[serde(default)]
    pub messgroesse: String,
    /// Where the start value comes from, if it was taken from the data.
    #[serde(default)]
    pub start_bound: Option<BoundValue>,
    /// Why the target can be reached although the data speak against it, or say nothing.
    #[serde(default)]
    pub realismus: String,
    /// Expected effect, step by step.
    #[serde(default)]
    pub kette: Vec<WirkungsGlied>,
}

impl Ziel {
    /// A goal with its sentence and nothing else settled.
    pub fn new(id: ZielId, kind: ZielKind, handlungsfeld: Handlungsfeld, text: impl Into<String>) -> Ziel {
        Ziel {
            id,
            kind,
            handlungsfeld,
            text: text.into(),
            indicator: String::new(),
            start_value: None,
            target_value: None,
            target_year: None,
            stufe: WirkungsStufe::default(),
            zielgruppe: String::new(),
            ort: String::new(),
            beteiligte: String::new(),
            messgroesse: String::new(),
            start_bound: None,
            realismus: String::new(),
            kette: Vec::new(),
        }
    }

    /// Whether something is named by which the goal is measured.
    pub fn is_measured(&self) -> bool {
        !self.indicator.is_empty() || !self.messgroesse.trim().is_empty()
    }
}

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quarter {
    /// Year.
    pub year: i16,
    /// 1 to 4.
    pub quarter: u8,
}

impl Quarter {
    /// The quarter that holds a day.
    pub fn of(day: Date) -> Quarter {
        Quarter { year: day.year(), quarter: day.month().unsigned_abs().div_ceil(3) }
    }

    /// Quarters since the year 0 up to the middle of a day, e.g. for a mark in a chart.
    pub fn position_of(day: Date) -> f64 {
        let quarter = Quarter::of(day);
        let begins = Quarter { year: quarter.year, quarter: 1 }.index();
        let before = i8::try_from((quarter.index() - begins) * 3 + 1).unwrap_or(1);
        let first = Date::new(quarter.year, before, 1).unwrap_or(day);
        let days = |to: Date| f64::from((to - first).get_days());
        let next = first.checked_add(jiff::Span::new().months(3)).unwrap_or(day);
        f64::from(quarter.index()) + (days(day) + 0.5) / days(next).max(1.0)
    }

    /// Quarters since the year 0, for counting and moving.
    pub fn index(self) -> i32 {
        i32::from(self.year) * 4 + i32::from(self.quarter) - 1
    }

    /// The quarter with this [`index`](Self::index).
    pub fn from_index(index: i32) -> Quarter {
        let year = i16::try_from(index.div_euclid(4)).unwrap_or(i16::MAX);
        Quarter { year, quarter: u8::try_from(index.rem_euclid(4) + 1).unwrap_or(1) }
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. Quartal {}", self.quarter, self.year)
    }
}

/// How the money of a year stands beside its costs, where they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearBalance {
    /// So much is lacking.
    Lacks(Euro),
    /// So much is more than the costs.
    Exceeds(Euro),
}

/// Kind of cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostKind {
    /// Staff.
    #[default]
    Personal,
    /// Material and running costs.
    Sach,
    /// Investment.
    Investition,
}

impl CostKind {
    /// All kinds.
    pub const ALL: [CostKind; 3] = [CostKind::Personal, CostKind::Sach, CostKind::Investition];
}

/// Cost of one year and kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostItem {
    /// Year.
    pub year: i16,
    /// Kind.
    pub kind: CostKind,
    /// Amount.
    pub amount: Euro,
}

/// Where money comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingSource {
    /// Aktionsraumfonds, 5,000 € a year and Aktionsraum.
    Aktionsraumfonds,
    /// Projektmittel of the Aktionsplan.
    #[default]
    Projektbudget,
    /// State, federal or European funding.
    Foerderung,
    /// Foundations, companies and others.
    Dritte,
    /// Own share of the Träger.
    Eigenanteil,
}

impl FundingSource {
    /// All sources in printed order.
    pub const ALL: [FundingSource; 5] = [
        FundingSource::Aktionsraumfonds,
        FundingSource::Projektbudget,
        FundingSource::Foerderung,
        FundingSource::Dritte,
        FundingSource::Eigenanteil,
    ];
}

/// How sure the money is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingState {
    /// Planned.
    #[default]
    Geplant,
    /// Applied for.
    Beantragt,
    /// Granted.
    Bewilligt,
}

impl FundingState {
    /// All states.
    pub const ALL: [FundingState; 3] = [FundingState::Geplant, FundingState::Beantragt, FundingState::Bewilligt];
}

/// Money of one year from one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingItem {
    /// Year.
    pub year: i16,
    /// Source.
    pub source: FundingSource,
    /// How sure it is.
    pub state: FundingState,
    /// Amount.
    pub amount: Euro,
}

/// Priority.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prioritaet {
    /// High.
    Hoch,
    /// Middle.
    #[default]
    Mittel,
    /// Low.
    Niedrig,
}

impl Prioritaet {
    /// All, highest first.
    pub const ALL: [Prioritaet; 3] = [Prioritaet::Hoch, Prioritaet::Mittel, Prioritaet::Niedrig];
}

/// How far the decision about a measure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beschlussstand {
    /// Planned.
    #[default]
    Geplant,
    /// Agreed between the offices and Träger.
    Abgestimmt,
    /// Decided by the committee.
    Beschlossen,
    /// Being carried out.
    Laeuft,
    /// Completed.
    Abgeschlossen,
}

impl Beschlussstand {
    /// All, in order.
    pub const ALL: [Beschlussstand; 5] = [
        Beschlussstand::Geplant,
        Beschlussstand::Abgestimmt,
        Beschlussstand::Beschlossen,
        Beschlussstand::Laeuft,
        Beschlussstand::Abgeschlossen,
    ];
}

/// A measure with all its fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Massnahme {
    /// Identity.
    pub id: MassnahmeId,
    /// Number within the programme: 5 prints as `M-05`.
    pub number: u32,
    /// Title.
    pub titel: String,
    /// Field.
    pub handlungsfeld: Handlungsfeld,
    /// The Handlungsziel it serves.
    pub ziel: Option<ZielId>,
    /// For whom.
    pub zielgruppe: String,
    /// The problem that it answers.
    pub problemlage: String,
    /// What happens.
    pub beschreibung: String,
    /// Who carries it.
    pub traeger: String,
    /// Responsible office.
    pub federfuehrung: String,
    /// Others taking part.
    pub beteiligte: String,
    /// Site.
    pub standort: String,
    /// First quarter.
    pub beginn: Option<Quarter>,
    /// Last quarter.
    pub ende: Option<Quarter>,
    /// Costs per year and kind.
    pub kosten: Vec<CostItem>,
    /// Money per year and source.
    pub finanzierung: Vec<FundingItem>,
    /// Priority.
    pub prioritaet: Prioritaet,
    /// Whether it is a Schlüsselmaßnahme.
    pub schluesselmassnahme: bool,
    /// Measures that must come first.
    pub abhaengig_von: Vec<MassnahmeId>,
    /// Code of the indicator by which its effect is seen; empty if none.
    pub indikator: String,
    /// Value at the start.
    pub ausgangswert: Option<f64>,
    /// Value to reach.
    pub zielwert: Option<f64>,
    /// When its effect is looked at.
    pub pruefung_am: Option<Date>,
    /// Hypothesis of effect: "Wenn …, dann …".
    pub wirkungshypothese: String,
    /// Step of effect that it aims at.
    pub stufe: WirkungsStufe,
    /// How it goes on after the funding.
    pub verstetigung: String,
    /// How far the decision is.
    pub beschlussstand: Beschlussstand,
    /// Overlaps with what is there that the planner has settled.
    #[serde(default)]
    pub abgleich: Vec<Abgleich>,
    /// What is counted where no indicator of the data fits.
    #[serde(default)]
    pub messgroesse: String,
    /// Where the start value comes from, if it was taken from the data.
    #[serde(default)]
    pub start_bound: Option<BoundValue>,
    /// Expected effect, step by step.
    #[serde(default)]
    pub kette: Vec<WirkungsGlied>,
    /// Points for the priority.
    #[serde(default)]
    pub bewertung: Bewertung,
    /// Interim checks and other dates, by day.
    #[serde(default)]
    pub meilensteine: Vec<Meilenstein>,
    /// Costs that no funding may pay for (nicht förderfähig), by year: a part of the costs, not added to them.
    #[serde(default)]
    pub ausgeschlossen: Vec<YearAmount>,
}

impl Massnahme {
    /// A measure with a title and nothing else settled.
    pub fn new(id: MassnahmeId, number: u32, titel: impl Into<String>, handlungsfeld: Handlungsfeld) -> Massnahme {
        Massnahme {
            id,
            number,
            titel: titel.into(),
            handlungsfeld,
            ziel: None,
            zielgruppe: String::new(),
            problemlage: String::new(),
            beschreibung: String::new(),
            traeger: String::new(),
            federfuehrung: String::new(),
            beteiligte: String::new(),
            standort: String::new(),
            beginn: None,
            ende: None,
            kosten: Vec::new(),
            finanzierung: Vec::new(),
            prioritaet: Prioritaet::default(),
            schluesselmassnahme: false,
            abhaengig_von: Vec::new(),
            indikator: String::new(),
            ausgangswert: None,
            zielwert: None,
            pruefung_am: None,
            wirkungshypothese: String::new(),
            stufe: WirkungsStufe::default(),
            verstetigung: String::new(),
            beschlussstand: Beschlussstand::default(),
            abgleich: Vec::new(),
            messgroesse: String::new(),
            start_bound: None,
            kette: Vec::new(),
            bewertung: Bewertung::default(),
            meilensteine: Vec::new(),
            ausgeschlossen: Vec::new(),
        }
    }

    /// Whether something is named by which its effect is seen.
    pub fn is_measured(&self) -> bool {
        !self.indikator.is_empty() || !self.messgroesse.trim().is_empty()
    }

    /// Total cost.
    pub fn total_cost(&self) -> Euro {
        self.kosten.iter().map(|item| item.amount).sum()
    }

    /// Total money from all sources.
    pub fn total_funding(&self) -> Euro {
        self.finanzierung.iter().map(|item| item.amount).sum()
    }

    /// Cost that no money stands against; never negative. Money of one year counts towards the costs of another, except
    /// for the Aktionsraumfonds: it is an amount of each year, and what a year leaves of it is gone.
    pub fn open_amount(&self) -> Euro {
        let lost: i64 = self.years().into_iter().map(|year| self.lost_fund(year)).sum();
        Euro { cents: (self.total_cost().cents - self.total_funding().cents + lost).max(0) }
    }

    /// Cents of the Aktionsraumfonds of a year beyond the costs of this year.
    fn lost_fund(&self, year: i16) -> i64 {
        let of_fund = |item: &&FundingItem| item.year == year && item.source == FundingSource::Aktionsraumfonds;
        let fund: i64 = self.finanzierung.iter().filter(of_fund).map(|item| item.amount.cents).sum();
        let cost: i64 = self.kosten.iter().filter(|item| item.year == year).map(|item| item.amount.cents).sum();
        (fund - cost).max(0)
    }

    /// The days on which its effect is looked at: the check and the milestones.
    pub fn check_days(&self) -> impl Iterator<Item = Date> + '_ {
        self.pruefung_am.into_iter().chain(self.meilensteine.iter().map(|milestone| milestone.am))
    }

    /// Years in which there is cost or money, ascending.
    pub fn years(&self) -> BTreeSet<i16> {
        self.kosten.iter().map(|item| item.year).chain(self.finanzierung.iter().map(|item| item.year)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_lies_within_its_quarter_as_far_as_it_has_gone() {
        let of = |day| Quarter::position_of(day) - f64::from(Quarter { year: 2028, quarter: 1 }.index());
        assert!((of(date(2028, 3, 31)) - 90.5 / 91.0).abs() < 1e-9, "31 March 2028 is the last of 91 days");
        assert!((of(date(2028, 7, 1)) - (2.0 + 0.5 / 92.0)).abs() < 1e-9);
        assert!((of(date(2028, 12, 31)) - (3.0 + 91.5 / 92.0)).abs() < 1e-9);
    }
}
