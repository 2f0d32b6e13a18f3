//! One term per thing: names of the domain's kinds and states.

use crate::domain::{
    Abgleichsentscheidung, AkteurRole, AngebotArt, AreaLevel, AreaSetState, AussageStance, Beschlussstand, CostKind,
    Deckungsgrad, Direction, FundingSource, FundingState, Handlungsfeld, Prioritaet, ProgrammeState, StepProgress,
    Swot, VeranstaltungsForm, WirkungsStufe, Wochentag, Zielgruppe, ZusageState, Zustimmung,
};

/// `Sozialraum`
pub fn area_level(level: AreaLevel) -> &'static str {
    match level {
        AreaLevel::Stadt => "Stadt",
        AreaLevel::Stadtbezirk => "Stadtbezirk",
        AreaLevel::Sozialraum => "Sozialraum",
        AreaLevel::StatistischerBezirk => "Statistischer Bezirk",
        AreaLevel::Unterbezirk => "Statistischer Unterbezirk",
        AreaLevel::Aktionsquartier => "Aktionsquartier",
        AreaLevel::Stadtteil => "Stadtteil",
        AreaLevel::Planungsraum => "Planungsraum",
        AreaLevel::Sonstige => "Sonstiges Gebiet",
    }
}

/// `Sozialräume`
pub fn area_level_plural(level: AreaLevel) -> &'static str {
    match level {
        AreaLevel::Stadt => "Städte",
        AreaLevel::Stadtbezirk => "Stadtbezirke",
        AreaLevel::Sozialraum => "Sozialräume",
        AreaLevel::StatistischerBezirk => "Statistische Bezirke",
        AreaLevel::Unterbezirk => "Statistische Unterbezirke",
        AreaLevel::Aktionsquartier => "Aktionsquartiere",
        AreaLevel::Stadtteil => "Stadtteile",
        AreaLevel::Planungsraum => "Planungsräume",
        AreaLevel::Sonstige => "Sonstige Gebiete",
    }
}

/// `gültig`
pub fn area_set_state(state: AreaSetState) -> &'static str {
    match state {
        AreaSetState::Gueltig => "gültig",
        AreaSetState::Vorschlag => "Vorschlag",
        AreaSetState::Beobachtet => "beobachtet",
        AreaSetState::Auswahl => "Auswahl",
    }
}

/// `hoher Wert = belasteter`
pub fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::HighIsNeed => "hoher Wert = belasteter",
        Direction::LowIsNeed => "hoher Wert = günstiger",
        Direction::Context => "Kontext, ohne Wertung",
    }
}

/// `Eltern und Kinder stärken – Kinderarmut bekämpfen`
pub fn handlungsfeld(field: Handlungsfeld) -> &'static str {
    match field {
        Handlungsfeld::Arbeit => "Arbeit und Beschäftigung im Quartier",
        Handlungsfeld::Kinder => "Eltern und Kinder stärken – Kinderarmut bekämpfen",
        Handlungsfeld::Zusammenhalt => "Sozialen Zusammenhalt im Quartier stärken",
    }
}

/// `Eltern und Kinder stärken`: for controls.
pub fn handlungsfeld_short(field: Handlungsfeld) -> &'static str {
    match field {
        Handlungsfeld::Arbeit => "Arbeit und Beschäftigung",
        Handlungsfeld::Kinder => "Eltern und Kinder stärken",
        Handlungsfeld::Zusammenhalt => "Sozialer Zusammenhalt",
    }
}

/// `Entwurf`
pub fn programme_state(state: ProgrammeState) -> &'static str {
    match state {
        ProgrammeState::Analyse => "Analyse",
        ProgrammeState::Beteiligung => "Beteiligung",
        ProgrammeState::Entwurf => "Entwurf",
        ProgrammeState::InBeratung => "in Beratung",
        ProgrammeState::Beschlossen => "beschlossen",
    }
}

/// `läuft`
pub fn step_progress(progress: StepProgress) -> &'static str {
    match progress {
        StepProgress::Geplant => "geplant",
        StepProgress::Laeuft => "läuft",
        StepProgress::Erledigt => "erledigt",
    }
}

/// `Wohlfahrtsverband`
pub fn akteur_role(role: AkteurRole) -> &'static str {
    match role {
        AkteurRole::Schule => "Schule",
        AkteurRole::Kita => "Kita",
        AkteurRole::Verein => "Verein",
        AkteurRole::Wohlfahrtsverband => "Wohlfahrtsverband",
        AkteurRole::Kirche => "Kirche",
        AkteurRole::Jobcenter => "Jobcenter",
        AkteurRole::Amt => "Amt",
        AkteurRole::LokalerArbeitgeber => "lokaler Arbeitgeber",
        AkteurRole::Massnahmentraeger => "Maßnahmenträger",
        AkteurRole::Wohnungsunternehmen => "Wohnungsunternehmen",
        AkteurRole::Bewohnergruppe => "Bewohnergruppe",
        AkteurRole::Politik => "Politik",
        AkteurRole::Sonstige => "Sonstige",
    }
}

/// `zugesagt`
pub fn zusage_state(state: ZusageState) -> &'static str {
    match state {
        ZusageState::Angefragt => "angefragt",
        ZusageState::Zugesagt => "zugesagt",
        ZusageState::Erfuellt => "erfüllt",
        ZusageState::Zurueckgezogen => "zurückgezogen",
    }
}

/// `Beratung`
pub fn angebot_art(kind: AngebotArt) -> &'static str {
    match kind {
        AngebotArt::Beratung => "Beratung",
        AngebotArt::Treffpunkt => "Treffpunkt",
        AngebotArt::Bildung => "Bildung und Kurse",
        AngebotArt::Betreuung => "Betreuung",
        AngebotArt::Begleitung => "Begleitung",
        AngebotArt::AufsuchendeArbeit => "Aufsuchende Arbeit",
        AngebotArt::Beschaeftigung => "Qualifizierung und Beschäftigung",
        AngebotArt::Freizeit => "Sport, Spiel und Kultur",
        AngebotArt::Gesundheit => "Gesundheit",
        AngebotArt::Sachhilfe => "Sachhilfe",
        AngebotArt::Engagement => "Engagement und Nachbarschaft",
        AngebotArt::Sonstiges => "Sonstiges",
    }
}

/// `Eltern und Familien`
pub fn zielgruppe(group: Zielgruppe) -> &'static str {
    match group {
        Zielgruppe::Kinder => "Kinder",
        Zielgruppe::Jugendliche => "Jugendliche",
        Zielgruppe::Familien => "Eltern und Familien",
        Zielgruppe::Frauen => "Frauen",
        Zielgruppe::Aeltere => "Ältere Menschen",
        Zielgruppe::Zugewanderte => "Zugewanderte",
        Zielgruppe::Arbeitslose => "Arbeitslose und Menschen mit Transferleistungen",
        Zielgruppe::Bewohner => "Alle, die im Quartier wohnen",
    }
}

/// `deckt teilweise`
pub fn deckungsgrad(grad: Deckungsgrad) -> &'static str {
    match grad {
        Deckungsgrad::Deckt => "deckt",
        Deckungsgrad::Teilweise => "deckt teilweise",
        Deckungsgrad::KeinBezug => "kein Bezug",
    }
}

/// `stützt die Daten`
pub fn aussage_stance(stance: AussageStance) -> &'static str {
    match stance {
        AussageStance::Stuetzt => "stützt die Daten",
        AussageStance::Widerspricht => "widerspricht den Daten",
        AussageStance::Ergaenzt => "ergänzt die Daten",
    }
}

/// `Personalkosten`
pub fn cost_kind(kind: CostKind) -> &'static str {
    match kind {
        CostKind::Personal => "Personalkosten",
        CostKind::Sach => "Sachkosten",
        CostKind::Investition => "Investitionen",
    }
}

/// `Aktionsraumfonds`
pub fn funding_source(source: FundingSource) -> &'static str {
    match source {
        FundingSource::Aktionsraumfonds => "Aktionsraumfonds",
        FundingSource::Projektbudget => "Projektbudget",
        FundingSource::Foerderung => "Landes-/Bundesförderung",
        FundingSource::Dritte => "Dritte",
        FundingSource::Eigenanteil => "Eigenanteil",
    }
}

/// `beantragt`
pub fn funding_state(state: FundingState) -> &'static str {
    match state {
        FundingState::Geplant => "geplant",
        FundingState::Beantragt => "beantragt",
        FundingState::Bewilligt => "bewilligt",
    }
}

/// `hoch`
pub fn prioritaet(priority: Prioritaet) -> &'static str {
    match priority {
        Prioritaet::Hoch => "hoch",
        Prioritaet::Mittel => "mittel",
        Prioritaet::Niedrig => "niedrig",
    }
}

/// `abgestimmt`
pub fn beschlussstand(state: Beschlussstand) -> &'static str {
    match state {
        Beschlussstand::Geplant => "geplant",
        Beschlussstand::Abgestimmt => "abgestimmt",
        Beschlussstand::Beschlossen => "beschlossen",
        Beschlussstand::Laeuft => "läuft",
        Beschlussstand::Abgeschlossen => "abgeschlossen",
    }
}

/// `2 Zielgruppe wird erreicht`
pub fn wirkungsstufe(stufe: WirkungsStufe) -> &'static str {
    match stufe {
        WirkungsStufe::AngeboteFindenStatt => "1 Angebote finden statt",
        WirkungsStufe::ZielgruppeErreicht => "2 Zielgruppe wird erreicht",
        WirkungsStufe::AngeboteAkzeptiert => "3 Angebote werden angenommen",
        WirkungsStufe::Wissen => "4 Wissen und Fähigkeiten ändern sich",
        WirkungsStufe::Verhalten => "5 Verhalten ändert sich",
        WirkungsStufe::Lebenslage => "6 Lebenslage ändert sich",
        WirkungsStufe::Gesellschaft => "7 Gesellschaft ändert sich",
    }
}

/// What was decided about an overlap.
pub fn abgleichsentscheidung(decision: Abgleichsentscheidung) -> &'static str {
    match decision {
        Abgleichsentscheidung::Ausbauen => "Vorhandenes ausbauen",
        Abgleichsentscheidung::Verbinden => "verbinden",
        Abgleichsentscheidung::Ersetzen => "Vorhandenes ersetzen",
        Abgleichsentscheidung::BewusstDaneben => "bewusst daneben",
    }
}

/// `ausbauen`, for a narrow column.
pub fn abgleichsentscheidung_short(decision: Abgleichsentscheidung) -> &'static str {
    match decision {
        Abgleichsentscheidung::Ausbauen => "ausbauen",
        Abgleichsentscheidung::Verbinden => "verbinden",
        Abgleichsentscheidung::Ersetzen => "ersetzen",
        Abgleichsentscheidung::BewusstDaneben => "daneben",
    }
}

/// `Bürgerversammlung`
pub fn veranstaltungsform(form: VeranstaltungsForm) -> &'static str {
    match form {
        VeranstaltungsForm::Buergerversammlung => "Bürgerversammlung",
        VeranstaltungsForm::Buergerforum => "Bürgerforum",
        VeranstaltungsForm::Stadtteilkonferenz => "Stadtteilkonferenz",
        VeranstaltungsForm::Arbeitsgruppe => "Arbeitsgruppe",
        VeranstaltungsForm::Befragung => "Befragung",
        VeranstaltungsForm::Begehung => "Begehung",
        VeranstaltungsForm::Gespraech => "Gespräch",
        VeranstaltungsForm::Sonstige => "Sonstige",
    }
}

/// `mehrheitlich`; a count reads `34 von 41`
pub fn zustimmung(support: Zustimmung) -> String {
    match support {
        Zustimmung::Gezaehlt { dafuer, abgegeben } if abgegeben > 0 => format!("{dafuer} von {abgegeben}"),
        other => zustimmung_kind(other).to_owned(),
    }
}

/// `mehrheitlich`, `gezählt`
pub fn zustimmung_kind(support: Zustimmung) -> &'static str {
    match support {
        Zustimmung::NichtErhoben => "nicht erhoben",
        Zustimmung::Einhellig => "einhellig",
        Zustimmung::Mehrheitlich => "mehrheitlich",
        Zustimmung::Geteilt => "geteilt",
        Zustimmung::Vereinzelt => "vereinzelt",
        Zustimmung::Gezaehlt { .. } => "gezählt",
    }
}

/// `Stärke`
pub fn swot(kind: Swot) -> &'static str {
    match kind {
        Swot::Staerke => "Stärke",
        Swot::Schwaeche => "Schwäche",
        Swot::Chance => "Chance",
        Swot::Risiko => "Risiko",
    }
}

/// `Stärken`
pub fn swot_plural(kind: Swot) -> &'static str {
    match kind {
        Swot::Staerke => "Stärken",
        Swot::Schwaeche => "Schwächen",
        Swot::Chance => "Chancen",
        Swot::Risiko => "Risiken",
    }
}

/// `Montag`
pub fn wochentag(day: Wochentag) -> &'static str {
    match day {
        Wochentag::Montag => "Montag",
        Wochentag::Dienstag => "Dienstag",
        Wochentag::Mittwoch => "Mittwoch",
        Wochentag::Donnerstag => "Donnerstag",
        Wochentag::Freitag => "Freitag",
        Wochentag::Samstag => "Samstag",
    }
}

/// `Mo`
pub fn wochentag_short(day: Wochentag) -> &'static str {
    match day {
        Wochentag::Montag => "Mo",
        Wochentag::Dienstag => "Di",
        Wochentag::Mittwoch => "Mi",
        Wochentag::Donnerstag => "Do",
        Wochentag::Freitag => "Fr",
        Wochentag::Samstag => "Sa",
    }
}
