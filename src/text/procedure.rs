//! Terms of the procedure, of kept versions and of monitoring.

use crate::domain::{
    BeschlussErgebnis, MassnahmeField, Oeffentlichkeit, ProcedureGate, WiedervorlageLink, ZielField, Zustaendigkeit,
};

/// `Überschneidungen geklärt`
pub fn procedure_gate(gate: ProcedureGate) -> &'static str {
    match gate {
        ProcedureGate::AusgangslageGeschrieben => "Ausgangslage geschrieben",
        ProcedureGate::EinschaetzungGeschrieben => "Fachliche Einschätzung geschrieben",
        ProcedureGate::WerteAktuell => "Werte und Wortlaut auf heutigem Stand",
        ProcedureGate::BedarfeBeantwortet => "Größte Bedarfe mit Maßnahmen beantwortet",
        ProcedureGate::ZieleMessbar => "Ziele mit Indikatoren verbunden",
        ProcedureGate::MassnahmenVollstaendig => "Maßnahmen vollständig beschrieben",
        ProcedureGate::UeberschneidungenGeklaert => "Überschneidungen geklärt",
        ProcedureGate::FinanzierungGedeckt => "Finanzierung gedeckt",
        ProcedureGate::GeheimhaltungGeprueft => "Geheimhaltung geprüft",
    }
}

/// What the program looks at for a gate.
pub fn procedure_gate_hint(gate: ProcedureGate) -> &'static str {
    match gate {
        ProcedureGate::AusgangslageGeschrieben => "Kein Abschnitt von 3.1 bis 3.6 ist leer, auch 5.1 nicht.",
        ProcedureGate::EinschaetzungGeschrieben => "Neben dem Rang steht die fachliche Einschätzung.",
        ProcedureGate::WerteAktuell => {
            "Kein Wert im Text ist veraltet, kein Verweis führt ins Leere, kein erzeugter Absatz wäre heute anders."
        }
        ProcedureGate::BedarfeBeantwortet => "Zu jedem der größten Bedarfe gibt es eine Maßnahme.",
        ProcedureGate::ZieleMessbar => "Jedes Handlungsziel hat Indikator, Zielwert und Zieljahr.",
        ProcedureGate::MassnahmenVollstaendig => "Jede Maßnahme hat Wirkungshypothese, Indikator und Träger.",
        ProcedureGate::UeberschneidungenGeklaert => "Zu jeder Überschneidung steht eine Entscheidung.",
        ProcedureGate::FinanzierungGedeckt => "Kosten sind eingetragen und gedeckt, Obergrenzen eingehalten.",
        ProcedureGate::GeheimhaltungGeprueft => {
            "Kein gesperrter Wert lässt sich erschließen; kein Wert im Text beruht auf weniger als 3 Fällen oder einer Grundgesamtheit unter 100."
        }
    }
}

/// `Empfehlung`
pub fn zustaendigkeit(role: Zustaendigkeit) -> &'static str {
    match role {
        Zustaendigkeit::Kenntnisnahme => "Kenntnisnahme",
        Zustaendigkeit::Empfehlung => "Empfehlung",
        Zustaendigkeit::Beschluss => "Beschluss",
    }
}

/// What a committee of this name usually may do; none where the name does not tell.
pub fn usual_zustaendigkeit(name: &str) -> Option<Zustaendigkeit> {
    let is_council = name.split_whitespace().any(|word| matches!(word, "Rat" | "Stadtrat"));
    is_council.then_some(Zustaendigkeit::Beschluss)
}

/// `öffentlich`
pub fn oeffentlichkeit(state: Oeffentlichkeit) -> &'static str {
    match state {
        Oeffentlichkeit::Oeffentlich => "öffentlich",
        Oeffentlichkeit::Nichtoeffentlich => "nichtöffentlich",
    }
}

/// `geändert beschlossen`
pub fn beschluss_ergebnis(result: BeschlussErgebnis) -> &'static str {
    match result {
        BeschlussErgebnis::Beschlossen => "beschlossen",
        BeschlussErgebnis::GeaendertBeschlossen => "geändert beschlossen",
        BeschlussErgebnis::Empfohlen => "empfohlen",
        BeschlussErgebnis::ZurKenntnisGenommen => "zur Kenntnis genommen",
        BeschlussErgebnis::Vertagt => "vertagt",
        BeschlussErgebnis::Abgelehnt => "abgelehnt",
        BeschlussErgebnis::Zurueckgezogen => "zurückgezogen",
    }
}

/// `Maßnahme`
pub fn wiedervorlage_link(link: WiedervorlageLink) -> &'static str {
    match link {
        WiedervorlageLink::Massnahme(_) => "Maßnahme",
        WiedervorlageLink::Angebot(_) => "Angebot",
        WiedervorlageLink::Passage(_) => "Absatz",
        WiedervorlageLink::Niederschrift(_) => "Niederschrift",
    }
}

/// `Zielwert`
pub fn ziel_field(field: ZielField) -> &'static str {
    match field {
        ZielField::Handlungsfeld => "Handlungsfeld",
        ZielField::Indikator => "Indikator",
        ZielField::Messgroesse => "Messgröße",
        ZielField::Ausgangswert => "Ausgangswert",
        ZielField::Zielwert => "Zielwert",
        ZielField::Zieljahr => "Zieljahr",
        ZielField::Wirkungsstufe => "Wirkungsstufe",
        ZielField::Zielgruppe => "Zielgruppe",
        ZielField::Ort => "Ort im Aktionsraum",
        ZielField::Beteiligte => "Beteiligte",
        ZielField::Realismus => "Begründung, warum erreichbar",
        ZielField::Wirkungskette => "Wirkungskette",
    }
}

/// `Federführung`
pub fn massnahme_field(field: MassnahmeField) -> &'static str {
    match field {
        MassnahmeField::Handlungsfeld => "Handlungsfeld",
        MassnahmeField::Ziel => "Handlungsziel",
        MassnahmeField::Zielgruppe => "Zielgruppe",
        MassnahmeField::Problemlage => "Problemlage",
        MassnahmeField::Beschreibung => "Beschreibung",
        MassnahmeField::Traeger => "Träger",
        MassnahmeField::Federfuehrung => "Federführung",
        MassnahmeField::Beteiligte => "Beteiligte",
        MassnahmeField::Standort => "Standort",
        MassnahmeField::Zeit => "Laufzeit",
        MassnahmeField::Prioritaet => "Priorität",
        MassnahmeField::Schluesselmassnahme => "Schlüsselmaßnahme",
        MassnahmeField::AbhaengigVon => "Abhängig von",
        MassnahmeField::Indikator => "Indikator",
        MassnahmeField::Messgroesse => "Messgröße",
        MassnahmeField::Ausgangswert => "Ausgangswert",
        MassnahmeField::Zielwert => "Zielwert",
        MassnahmeField::PruefungAm => "Wirkungsprüfung",
        MassnahmeField::Wirkungshypothese => "Wirkungshypothese",
        MassnahmeField::Wirkungsstufe => "Wirkungsstufe",
        MassnahmeField::Verstetigung => "Verstetigung",
        MassnahmeField::Beschlussstand => "Beschlussstand",
        MassnahmeField::Wirkungskette => "Wirkungskette",
        MassnahmeField::Punkte => "Punkte für die Priorität",
        MassnahmeField::PrioritaetGrund => "Begründung der Priorität",
        MassnahmeField::Meilensteine => "Zwischenprüfungen und Meilensteine",
        MassnahmeField::Abgleich => "Abgleich mit Vorhandenem",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_council_decides_and_of_other_committees_the_name_says_nothing() {
        assert_eq!(usual_zustaendigkeit("Rat der Stadt"), Some(Zustaendigkeit::Beschluss));
        assert_eq!(usual_zustaendigkeit("Rat"), Some(Zustaendigkeit::Beschluss));
        assert_eq!(usual_zustaendigkeit("Beirat für Menschen mit Behinderung"), None);
        assert_eq!(usual_zustaendigkeit("Bezirksvertretung"), None);
    }
}
