//! What a programme says today, in words and numbers that no later import changes.

use crate::domain::{
    FassungContent, FassungMassnahme, FassungPassage, FassungRang, FassungZiel, Massnahme, MassnahmeField, Passage,
    TextPiece, Ziel, ZielField, text_pieces,
};
use crate::programme::basis::Basis;
use crate::programme::checks::{Severity, checks};
use crate::programme::document::plans::{duration, indicator_name, planned_value};
use crate::programme::inline::inlines;
use crate::programme::plan;
use crate::programme::resolve::resolve;
use crate::text::{self, report, versions as words};
use std::collections::BTreeSet;

/// The content of a version kept today.
pub fn keep(basis: &Basis) -> FassungContent {
    let programme = basis.programme;
    let mut passages: Vec<&Passage> = programme.passages.iter().collect();
    passages.sort_by_key(|passage| (passage.section, passage.position, passage.id));
    let grave = checks(basis).into_iter().filter(|check| check.severity != Severity::Info);
    FassungContent {
        first_year: programme.first_year,
        last_year: programme.last_year,
        state: programme.state,
        assessment: programme.assessment.clone(),
        rang: rang(basis),
        values: values(basis, &passages),
        passages: passages.into_iter().map(|passage| frozen_passage(basis, passage)).collect(),
        ziele: programme.ziele.iter().map(|ziel| frozen_ziel(basis, ziel)).collect(),
        massnahmen: basis.massnahmen().into_iter().map(|massnahme| frozen_massnahme(basis, massnahme)).collect(),
        checks: grave.map(|check| check.sentence).collect(),
        demonstration: basis.uses_demonstration(),
    }
}

fn rang(basis: &Basis) -> Option<FassungRang> {
    let ranking = basis.ranking?;
    let row = ranking.run.row_of(basis.programme.area)?;
    Some(FassungRang {
        rank: *ranking.run.rank.get(row)?,
        span: report::interval(*ranking.intervals.low.get(row)?, *ranking.intervals.high.get(row)?),
        of: u32::try_from(ranking.run.areas.len()).unwrap_or(u32::MAX),
        recipe: ranking.run.spec.name.clone(),
        period: basis.data.period(ranking.run.period)?.label.clone(),
    })
}

/// What the data show today for a reference as written.
pub(super) fn shown_today(basis: &Basis, reference: &str) -> String {
    let resolved = reference.parse().ok().and_then(|binding| resolve(basis, &binding));
    resolved.map_or_else(|| report::NO_LONGER_THERE.to_owned(), |resolved| resolved.text)
}

fn values(basis: &Basis, passages: &[&Passage]) -> Vec<(String, String)> {
    let references: BTreeSet<String> = passages
        .iter()
        .flat_map(|passage| text_pieces(&passage.text))
        .filter_map(|piece| match piece {
            TextPiece::Bound(reference) => Some(reference.to_string()),
            TextPiece::Words(_) | TextPiece::Unknown(_) => None,
        })
        .collect();
    let shown = |reference: String| {
        let shown = shown_today(basis, &reference);
        (reference, shown)
    };
    references.into_iter().map(shown).collect()
}

fn frozen_passage(basis: &Basis, passage: &Passage) -> FassungPassage {
    FassungPassage {
        id: passage.id,
        section: passage.section,
        text: crate::document::plain_text(&inlines(basis, &passage.text, &passage.basis)),
        template: passage.text.clone(),
    }
}

fn frozen_ziel(basis: &Basis, ziel: &Ziel) -> FassungZiel {
    let year = ziel.target_year.map_or_else(String::new, |year| year.to_string());
    FassungZiel {
        id: ziel.id,
        text: ziel.text.clone(),
        fields: vec![
            (ZielField::Handlungsfeld, text::handlungsfeld(ziel.handlungsfeld).to_owned()),
            (ZielField::Indikator, indicator(basis, &ziel.indicator)),
            (ZielField::Messgroesse, ziel.messgroesse.clone()),
            (ZielField::Ausgangswert, value(basis, &ziel.indicator, ziel.start_value)),
            (ZielField::Zielwert, value(basis, &ziel.indicator, ziel.target_value)),
            (ZielField::Zieljahr, year),
            (ZielField::Wirkungsstufe, text::wirkungsstufe(ziel.stufe).to_owned()),
        ],
    }
}

/// An open field is empty, not "noch offen": what is open is no change of words.
fn indicator(basis: &Basis, code: &str) -> String {
    if code.is_empty() { String::new() } else { indicator_name(basis, code) }
}

fn value(basis: &Basis, code: &str, value: Option<f64>) -> String {
    if value.is_none() { String::new() } else { planned_value(basis, code, value) }
}

fn frozen_massnahme(basis: &Basis, massnahme: &Massnahme) -> FassungMassnahme {
    use MassnahmeField as Field;
    let goal = massnahme.ziel.and_then(|ziel| plan::goal(basis.programme, ziel));
    let all = basis.massnahmen();
    let before: Vec<String> = all
        .into_iter()
        .filter(|other| massnahme.abhaengig_von.contains(&other.id))
        .map(|other| report::measure_number(other.number))
        .collect();
    let time = if massnahme.beginn.is_none() && massnahme.ende.is_none() { String::new() } else { duration(massnahme) };
    FassungMassnahme {
        id: massnahme.id,
        number: massnahme.number,
        titel: massnahme.titel.clone(),
        fields: vec![
            (Field::Handlungsfeld, text::handlungsfeld(massnahme.handlungsfeld).to_owned()),
            (Field::Ziel, goal.map_or_else(String::new, |goal| goal.text.clone())),
            (Field::Zielgruppe, massnahme.zielgruppe.clone()),
            (Field::Problemlage, massnahme.problemlage.clone()),
            (Field::Beschreibung, massnahme.beschreibung.clone()),
            (Field::Traeger, massnahme.traeger.clone()),
            (Field::Federfuehrung, massnahme.federfuehrung.clone()),
            (Field::Beteiligte, massnahme.beteiligte.clone()),
            (Field::Standort, massnahme.standort.clone()),
            (Field::Zeit, time),
            (Field::Prioritaet, text::prioritaet(massnahme.prioritaet).to_owned()),
            (Field::Schluesselmassnahme, words::yes_no(massnahme.schluesselmassnahme).to_owned()),
            (Field::AbhaengigVon, before.join(", ")),
            (Field::Indikator, indicator(basis, &massnahme.indikator)),
            (Field::Messgroesse, massnahme.messgroesse.clone()),
            (Field::Ausgangswert, value(basis, &massnahme.indikator, massnahme.ausgangswert)),
            (Field::Zielwert, value(basis, &massnahme.indikator, massnahme.zielwert)),
            (Field::PruefungAm, massnahme.pruefung_am.map_or_else(String::new, text::date)),
            (Field::Wirkungshypothese, massnahme.wirkungshypothese.clone()),
            (Field::Wirkungsstufe, text::wirkungsstufe(massnahme.stufe).to_owned()),
            (Field::Verstetigung, massnahme.verstetigung.clone()),
            (Field::Beschlussstand, text::beschlussstand(massnahme.beschlussstand).to_owned()),
        ],
        kosten: massnahme.kosten.clone(),
        finanzierung: massnahme.finanzierung.clone(),
    }
}
