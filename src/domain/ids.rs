//! Identities: one type per noun, so that an area can never be passed where an indicator is meant.

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )* };
}

id_types! {
    /// Identity of an [`Area`](super::Area).
    AreaId,
    /// Identity of an [`AreaSet`](super::AreaSet).
    AreaSetId,
    /// Identity of an [`Indicator`](super::Indicator).
    IndicatorId,
    /// Identity of a [`Period`](super::Period).
    PeriodId,
    /// Identity of an [`Import`](super::Import).
    ImportId,
    /// Identity of a stored [`Recipe`](super::Recipe).
    RecipeId,
    /// Identity of a [`Handlungsprogramm`](super::Handlungsprogramm).
    HandlungsprogrammId,
    /// Identity of a [`Passage`](super::Passage).
    PassageId,
    /// Identity of a [`Ziel`](super::Ziel).
    ZielId,
    /// Identity of a [`Massnahme`](super::Massnahme).
    MassnahmeId,
    /// Identity of an [`Angebot`](super::Angebot).
    AngebotId,
    /// Identity of an [`Akteur`](super::Akteur).
    AkteurId,
    /// Identity of a [`Kontaktperson`](super::Kontaktperson).
    KontaktpersonId,
    /// Identity of a [`Netzwerk`](super::Netzwerk).
    NetzwerkId,
    /// Identity of an [`Aussage`](super::Aussage).
    AussageId,
    /// Identity of a [`Veranstaltung`](super::Veranstaltung).
    VeranstaltungId,
    /// Identity of an [`Idee`](super::Idee).
    IdeeId,
    /// Identity of a [`Mitwirkung`](super::Mitwirkung).
    MitwirkungId,
    /// Identity of an [`Erfahrung`](super::Erfahrung).
    ErfahrungId,
    /// Identity of an [`Aktionsbuero`](super::Aktionsbuero).
    AktionsbueroId,
    /// Identity of a [`ProcedureStep`](super::ProcedureStep).
    SchrittId,
    /// Identity of a [`Durchgang`](super::Durchgang).
    DurchgangId,
    /// Identity of a [`Wiedervorlage`](super::Wiedervorlage).
    WiedervorlageId,
    /// Identity of a [`Gremium`](super::Gremium).
    GremiumId,
    /// Identity of a [`Beschluss`](super::Beschluss).
    BeschlussId,
    /// Identity of a [`Niederschrift`](super::Niederschrift).
    NiederschriftId,
    /// Identity of a [`Fassung`](super::Fassung).
    FassungId,
    /// Identity of an [`Umsetzungsnotiz`](super::Umsetzungsnotiz).
    UmsetzungsnotizId,
    /// Identity of a [`Mittelabfluss`](super::Mittelabfluss).
    MittelabflussId,
}
