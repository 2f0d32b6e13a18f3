//! What a programme says today, in words and numbers that no later import changes.

use crate::document::{Align, Block, Table, TableColumn, plain_text};
use crate::domain::{
    FassungContent, FassungMassnahme, FassungPassage, FassungRang, FassungSzenario, FassungTafel, FassungZiel,
    Massnahme, MassnahmeField, MassnahmeId, Passage, SectionKey, Spaltenausrichtung, Szenario, TafelForm, TextPiece,
    WirkungsGlied, Ziel, ZielField, ZielKind, text_pieces,
};
use crate::programme::basis::Basis;
use crate::programme::checks::{Severity, checks};
use crate::programme::disclosure;
use crate::programme::document::plans::{duration, indicator_name, planned_value};
use crate::programme::document::shown_beside;
use crate::programme::draft::draft;
use crate::programme::inline::inlines;
use crate::programme::overlap::{self, Overlap};
use crate::programme::plan;
use crate::programme::priority::priority;
use crate::programme::resolve::resolve;
use crate::programme::scenario::chosen;
use crate::text::{self, report, versions as words};
use std::collections::BTreeSet;

/// The content of a version kept today.
pub fn keep(basis: &Basis) -> FassungContent {
    let grave = checks(basis).into_iter().filter(|check| check.severity != Severity::Info);
    FassungContent {
        values: values(basis),
        gezeigt: disclosure::values_to_keep(basis).into_iter().collect(),
        entwuerfe: drafted(basis),
        checks: grave.map(|check| check.sentence).collect(),
        ..compared(basis)
    }
}

/// What of it is compared with other versions.
pub(super) fn compared(basis: &Basis) -> FassungContent {
    let programme = basis.programme;
    let mut passages: Vec<&Passage> = programme.passages.iter().collect();
    passages.sort_by_key(|passage| (passage.section, passage.position, passage.id));
    let overlaps = overlap::overlaps(basis);
    let found = |id: MassnahmeId| overlaps.iter().find(|(of, _)| *of == id).map_or(&[][..], |(_, all)| all.as_slice());
    FassungContent {
        first_year: programme.first_year,
        last_year: programme.last_year,
        state: programme.state,
        assessment: programme.assessment.clone(),
        rang: rang(basis),
        passages: passages.into_iter().map(|passage| frozen_passage(basis, passage)).collect(),
        ziele: programme.ziele.iter().map(|ziel| frozen_ziel(basis, ziel)).collect(),
        massnahmen: basis
            .massnahmen()
            .into_iter()
            .map(|massnahme| frozen_massnahme(basis, massnahme, found(massnahme.id)))
            .collect(),
        szenarien: Some(programme.szenarien.iter().map(|szenario| frozen_szenario(basis, szenario)).collect()),
        tafeln: Some(shown_beside(basis).into_iter().flat_map(|(section, blocks)| tafeln(section, blocks)).collect()),
        demonstration: basis.uses_demonstration(),
        ..FassungContent::default()
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

fn values(basis: &Basis) -> Vec<(String, String)> {
    let references: BTreeSet<String> = (basis.programme.passages.iter())
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
        text: plain_text(&inlines(basis, &passage.text, &passage.basis)),
        template: passage.text.clone(),
    }
}

/// What the document shows in sections that nobody has written yet.
fn drafted(basis: &Basis) -> Vec<(SectionKey, String)> {
    let empty: Vec<SectionKey> = SectionKey::ALL
        .into_iter()
        .filter(|section| basis.programme.passages.iter().all(|passage| passage.section != *section))
        .collect();
    let words = |new: crate::domain::NewPassage| (new.section, plain_text(&inlines(basis, &new.text, &new.basis)));
    if empty.is_empty() { Vec::new() } else { draft(basis, &empty).into_iter().map(words).collect() }
}

fn frozen_ziel(basis: &Basis, ziel: &Ziel) -> FassungZiel {
    let year = ziel.target_year.map_or_else(String::new, |year| year.to_string());
    FassungZiel {
        id: ziel.id,
        unter: match ziel.kind {
            ZielKind::Leitziel => None,
            ZielKind::Handlungsziel { parent } => Some(parent),
        },
        text: ziel.text.clone(),
        fields: vec![
            (ZielField::Handlungsfeld, text::handlungsfeld(ziel.handlungsfeld).to_owned()),
            (ZielField::Indikator, indicator(basis, &ziel.indicator)),
            (ZielField::Messgroesse, ziel.messgroesse.clone()),
            (ZielField::Ausgangswert, value(basis, &ziel.indicator, ziel.start_value)),
            (ZielField::Zielwert, value(basis, &ziel.indicator, ziel.target_value)),
            (ZielField::Zieljahr, year),
            (ZielField::Wirkungsstufe, text::wirkungsstufe(ziel.stufe).to_owned()),
            (ZielField::Zielgruppe, ziel.zielgruppe.clone()),
            (ZielField::Ort, ziel.ort.clone()),
            (ZielField::Beteiligte, ziel.beteiligte.clone()),
            (ZielField::Realismus, ziel.realismus.clone()),
            (ZielField::Wirkungskette, kette(basis, &ziel.kette)),
        ],
    }
}

/// A chain step by step, a line each: `Wissen: Eltern kennen die Hilfen (SGB-II-Quote)`.
fn kette(basis: &Basis, glieder: &[WirkungsGlied]) -> String {
    let line = |glied: &WirkungsGlied| {
        let indicator = indicator(basis, &glied.indicator);
        words::glied(text::wirkungsstufe(glied.stufe), &glied.text, &indicator)
    };
    glieder.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The points of a measure with what they rest on; empty where the planner gave none, as in the document.
fn punkte(basis: &Basis, massnahme: &Massnahme) -> String {
    if massnahme.bewertung.wirkung.is_none() && massnahme.bewertung.aufwand.is_none() {
        return String::new();
    }
    let score = priority(basis, massnahme);
    words::points(score.need, &score.need_rests_on, score.effect, score.effort)
}

fn meilensteine(massnahme: &Massnahme) -> String {
    let lines = massnahme.meilensteine.iter().map(|found| words::milestone(found.am, &found.titel, found.erledigt));
    lines.collect::<Vec<_>>().join("\n")
}

/// What it overlaps with and what was decided, a line each.
fn abgleich(overlaps: &[Overlap]) -> String {
    let line = |found: &Overlap| {
        let decision = found.decision.as_ref().filter(|decision| decision.is_settled());
        let decided =
            decision.map(|decision| (text::abgleichsentscheidung(decision.decision), decision.reason.as_str()));
        words::overlap(&overlap::counterpart(found), decided)
    };
    overlaps.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn frozen_szenario(basis: &Basis, szenario: &Szenario) -> FassungSzenario {
    let numbers =
        chosen(basis, &szenario.auswahl).into_iter().map(|massnahme| report::measure_number(massnahme.number));
    FassungSzenario {
        name: szenario.name.clone(),
        massnahmen: numbers.collect::<Vec<_>>().join(", "),
        im_anhang: szenario.im_anhang,
    }
}

/// The tables of a section, and what stands between them as one table without caption.
fn tafeln(section: SectionKey, blocks: Vec<Block>) -> Vec<FassungTafel> {
    let mut tafeln = Vec::new();
    let mut loose: Vec<Vec<String>> = Vec::new();
    for block in blocks {
        match block {
            Block::Table(table) => tafeln.push(FassungTafel {
                section,
                form: form(&table),
                titel: table.caption,
                spalten: table.columns.into_iter().map(|column| column.title).collect(),
                zeilen: table.rows.iter().map(|row| row.cells.iter().map(|cell| plain_text(cell)).collect()).collect(),
            }),
            Block::Paragraph(inlines) | Block::Notice(inlines) => loose.push(vec![plain_text(&inlines)]),
            Block::List { items, .. } => loose.extend(items.iter().map(|item| vec![plain_text(item)])),
            Block::Heading { .. } | Block::Figure(_) | Block::PageBreak => {}
        }
    }
    if !loose.is_empty() {
        tafeln.push(FassungTafel {
            section,
            titel: String::new(),
            spalten: Vec::new(),
            zeilen: loose,
            form: TafelForm::default(),
        });
    }
    tafeln
}

/// How a table looks, beside its words.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of about a hundred")]
fn form(table: &Table) -> TafelForm {
    let aligned = |column: &TableColumn| match column.align {
        Align::Left => Spaltenausrichtung::Links,
        Align::Center => Spaltenausrichtung::Mitte,
        Align::Right => Spaltenausrichtung::Rechts,
    };
    TafelForm {
        ausrichtung: table.columns.iter().map(aligned).collect(),
        breiten: table.columns.iter().map(|column| (column.width * 100.0).round() as u16).collect(),
        hervorgehoben: (table.rows.iter().enumerate()).filter(|(_, row)| row.strong).map(|(at, _)| at).collect(),
        hinweise: table.notes.clone(),
    }
}

/// An open field is empty, not "noch offen": what is open is no change of words.
fn indicator(basis: &Basis, code: &str) -> String {
    if code.is_empty() { String::new() } else { indicator_name(basis, code) }
}

fn value(basis: &Basis, code: &str, value: Option<f64>) -> String {
    if value.is_none() { String::new() } else { planned_value(basis, code, value) }
}

fn frozen_massnahme(basis: &Basis, massnahme: &Massnahme, overlaps: &[Overlap]) -> FassungMassnahme {
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
            (Field::Wirkungskette, kette(basis, &massnahme.kette)),
            (Field::Punkte, punkte(basis, massnahme)),
            (Field::PrioritaetGrund, massnahme.bewertung.begruendung.clone()),
            (Field::Meilensteine, meilensteine(massnahme)),
            (Field::Abgleich, abgleich(overlaps)),
        ],
        kosten: massnahme.kosten.clone(),
        finanzierung: massnahme.finanzierung.clone(),
        ausgeschlossen: Some(massnahme.ausgeschlossen.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{changes_since, keep};
    use crate::domain::{
        Bewertung, Euro, Handlungsfeld, Massnahme, MassnahmeId, Meilenstein, Szenario, Szenarioauswahl, WirkungsGlied,
        WirkungsStufe, YearAmount, Ziel, ZielId, ZielKind,
    };
    use crate::programme::testing::with_programme;

    /// What is named as changed between the programme as it was kept and as `change` leaves it.
    fn named(change: impl FnOnce(&mut crate::domain::Handlungsprogramm)) -> Vec<String> {
        let fill = |programme: &mut crate::domain::Handlungsprogramm| {
            let kind = ZielKind::Handlungsziel { parent: ZielId(1) };
            programme.ziele = vec![Ziel::new(ZielId(2), kind, Handlungsfeld::Arbeit, "Ziel")];
            programme.massnahmen = vec![Massnahme::new(MassnahmeId(1), 1, "Walking Bus", Handlungsfeld::Kinder)];
        };
        let kept = with_programme(fill, keep);
        let after = |programme: &mut crate::domain::Handlungsprogramm| {
            fill(programme);
            change(programme);
        };
        with_programme(after, |basis| changes_since(basis, &kept).into_iter().map(|change| change.what).collect())
    }

    #[test]
    fn nothing_changed_where_nothing_was_touched() {
        assert!(named(|_| {}).is_empty());
    }

    #[test]
    fn for_whom_where_with_whom_and_why_a_goal_can_be_reached_is_kept() {
        let changed = named(|programme| {
            let ziel = &mut programme.ziele[0];
            ziel.zielgruppe = "Eltern".into();
            ziel.ort = "Kitas".into();
            ziel.beteiligte = "Jugendamt".into();
            ziel.realismus = "Räume sind da".into();
            let stufe = WirkungsStufe::Wissen;
            ziel.kette = vec![WirkungsGlied { stufe, text: "Eltern kennen Hilfen".into(), indicator: String::new() }];
        });
        let expected =
            ["Zielgruppe", "Ort im Aktionsraum", "Beteiligte", "Begründung, warum erreichbar", "Wirkungskette"];
        assert_eq!(changed, expected);
    }

    #[test]
    fn chain_points_milestones_and_excluded_costs_of_a_measure_are_kept() {
        let changed = named(|programme| {
            let massnahme = &mut programme.massnahmen[0];
            let stufe = WirkungsStufe::Verhalten;
            massnahme.kette =
                vec![WirkungsGlied { stufe, text: "Kinder gehen zu Fuß".into(), indicator: "ALO".into() }];
            massnahme.bewertung =
                Bewertung { wirkung: Some(4), aufwand: Some(2), begruendung: "Eltern wollen es".into() };
            let am = jiff::civil::date(2028, 9, 30);
            massnahme.meilensteine = vec![Meilenstein { am, titel: "Zwischenprüfung".into(), erledigt: false }];
            massnahme.ausgeschlossen = vec![YearAmount { year: 2027, amount: Euro::whole(50) }];
        });
        let expected = [
            "Wirkungskette",
            "Punkte für die Priorität",
            "Begründung der Priorität",
            "Zwischenprüfungen und Meilensteine",
            "nicht förderfähige Kosten 2027",
        ];
        assert_eq!(changed, expected);
    }

    #[test]
    fn a_choice_of_measures_is_kept_with_its_numbers() {
        let auswahl = Szenarioauswahl::Eigene([MassnahmeId(1)].into());
        let szenario = Szenario { name: "Klein".into(), auswahl, im_anhang: true };
        let kept = with_programme(
            |programme| {
                programme.massnahmen = vec![Massnahme::new(MassnahmeId(1), 4, "M", Handlungsfeld::Arbeit)];
                programme.szenarien = vec![szenario];
            },
            keep,
        );
        let szenarien = kept.szenarien.expect("kept");
        assert_eq!((szenarien[0].name.as_str(), szenarien[0].massnahmen.as_str()), ("Klein", "M-04"));
    }

    #[test]
    fn what_the_document_shows_in_tables_is_kept_with_its_section() {
        let kept = with_programme(|_| {}, keep);
        let tafeln = kept.tafeln.expect("kept");
        let rate = tafeln.iter().flat_map(|tafel| &tafel.zeilen).find(|row| row[0].contains("Arbeitslosenrate"));
        assert!(rate.is_some_and(|row| row.iter().any(|cell| cell.contains("12,0"))), "{tafeln:?}");
    }
}
