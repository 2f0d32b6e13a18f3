//! What has changed between two versions: goals, measures field by field, money, text, and bound values.

use super::keep::{compared, shown_today};
use crate::domain::{
    CostKind, Euro, FassungContent, FassungMassnahme, FassungPassage, FassungRang, FassungSzenario, FassungTafel,
    FassungZiel, FundingSource, FundingState, SectionKey, YearAmount,
};
use crate::programme::basis::Basis;
use crate::programme::outline::entry_of;
use crate::text::{self, report, versions as words};
use std::collections::BTreeSet;

/// Which part of a programme a change is in, in printed order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangedPart {
    /// Years, state, assessment, place in the ranking.
    Frame,
    /// Goals.
    Goal,
    /// Measures.
    Measure,
    /// Costs and money of measures.
    Money,
    /// Choices of measures that are compared.
    Scenario,
    /// Text.
    Text,
    /// Tables and lists beside the text: indicators, services, participation, office, actors, method.
    Table,
    /// A number of the text that shows something else today.
    Value,
}

/// How it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It reads otherwise.
    Changed,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionChange {
    /// Where.
    pub part: ChangedPart,
    /// How.
    pub kind: ChangeKind,
    /// Of what: `M-05 Bürgerdialog`, `3.3 Bevölkerung`.
    pub subject: String,
    /// Which field; empty where the whole thing came or went.
    pub what: String,
    /// As it was; empty where it was not.
    pub before: String,
    /// As it is; empty where it is no more.
    pub after: String,
    /// The amounts, where money changed.
    pub money: Option<(Euro, Euro)>,
}

impl VersionChange {
    fn changed(part: ChangedPart, subject: &str, what: &str, before: &str, after: &str) -> VersionChange {
        VersionChange {
            part,
            kind: ChangeKind::Changed,
            subject: subject.to_owned(),
            what: what.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
            money: None,
        }
    }

    fn added(part: ChangedPart, subject: &str, after: &str) -> VersionChange {
        VersionChange { kind: ChangeKind::Added, ..VersionChange::changed(part, subject, "", "", after) }
    }

    fn removed(part: ChangedPart, subject: &str, before: &str) -> VersionChange {
        VersionChange { kind: ChangeKind::Removed, ..VersionChange::changed(part, subject, "", before, "") }
    }
}

/// What has changed in a programme since a version was kept, with the bound values that the data show otherwise today.
pub fn changes_since(basis: &Basis, kept: &FassungContent) -> Vec<VersionChange> {
    let mut changes = compare(kept, &compared(basis));
    for (reference, before) in &kept.values {
        let today = shown_today(basis, reference);
        if today != *before {
            let subject = words::reference_name(basis.data, reference);
            changes.push(VersionChange::changed(ChangedPart::Value, &subject, "", before, &today));
        }
    }
    changes
}

/// What is different between two versions, in printed order. Fields that one of them does not know are not compared.
pub fn compare(before: &FassungContent, after: &FassungContent) -> Vec<VersionChange> {
    let mut changes = Vec::new();
    frame(before, after, &mut changes);
    goals(&before.ziele, &after.ziele, &mut changes);
    measures(&before.massnahmen, &after.massnahmen, &mut changes);
    if let (Some(was), Some(is)) = (&before.szenarien, &after.szenarien) {
        scenarios(was, is, &mut changes);
    }
    texts(&before.passages, &after.passages, &mut changes);
    if let (Some(was), Some(is)) = (&before.tafeln, &after.tafeln) {
        tables(was, is, &mut changes);
    }
    changes.sort_by_key(|change| change.part);
    changes
}

fn frame(before: &FassungContent, after: &FassungContent, changes: &mut Vec<VersionChange>) {
    let years =
        |content: &FassungContent| report::span(&content.first_year.to_string(), &content.last_year.to_string());
    let rang = |content: &FassungContent| content.rang.as_ref().map_or_else(String::new, rang_words);
    let facts = [
        (words::YEARS, years(before), years(after)),
        (words::STATE, text::programme_state(before.state).to_owned(), text::programme_state(after.state).to_owned()),
        (words::RANK, rang(before), rang(after)),
        (words::ASSESSMENT, before.assessment.clone(), after.assessment.clone()),
    ];
    for (what, was, is) in facts {
        if was != is {
            changes.push(VersionChange::changed(ChangedPart::Frame, words::PROGRAMME, what, &was, &is));
        }
    }
}

fn rang_words(rang: &FassungRang) -> String {
    words::rank(rang.rank, &rang.span, rang.of, &rang.period)
}

fn goals(before: &[FassungZiel], after: &[FassungZiel], changes: &mut Vec<VersionChange>) {
    for was in before {
        let Some(is) = after.iter().find(|is| is.id == was.id) else {
            changes.push(VersionChange::removed(ChangedPart::Goal, words::GOAL, &was.text));
            continue;
        };
        if was.text != is.text {
            changes.push(VersionChange::changed(ChangedPart::Goal, &is.text, words::WORDING, &was.text, &is.text));
        }
        for (field, old, new) in differing(&was.fields, &is.fields) {
            changes.push(VersionChange::changed(ChangedPart::Goal, &is.text, text::ziel_field(field), old, new));
        }
    }
    for is in after.iter().filter(|is| before.iter().all(|was| was.id != is.id)) {
        changes.push(VersionChange::added(ChangedPart::Goal, words::GOAL, &is.text));
    }
}

/// Fields that both know and that read otherwise.
fn differing<'a, F: Copy + PartialEq>(
    before: &'a [(F, String)],
    after: &'a [(F, String)],
) -> impl Iterator<Item = (F, &'a str, &'a str)> {
    before.iter().filter_map(|(field, old)| {
        let (_, new) = after.iter().find(|(other, _)| other == field)?;
        (old != new).then_some((*field, old.as_str(), new.as_str()))
    })
}

/// The same measure: an identity may be given anew once its measure is gone, so number or title must agree too.
fn is_same(was: &FassungMassnahme, is: &FassungMassnahme) -> bool {
    was.id == is.id && (was.number == is.number || was.titel == is.titel)
}

fn name(massnahme: &FassungMassnahme) -> String {
    report::measure_reference(massnahme.number, &massnahme.titel)
}

fn measures(before: &[FassungMassnahme], after: &[FassungMassnahme], changes: &mut Vec<VersionChange>) {
    for was in before {
        let Some(is) = after.iter().find(|is| is_same(was, is)) else {
            let money = Some((total_cost(was), Euro::default()));
            let change = VersionChange::removed(ChangedPart::Measure, &name(was), &words::costs(total_cost(was)));
            changes.push(VersionChange { money, ..change });
            continue;
        };
        let subject = name(is);
        if was.titel != is.titel {
            changes.push(VersionChange::changed(ChangedPart::Measure, &subject, words::TITLE, &was.titel, &is.titel));
        }
        for (field, old, new) in differing(&was.fields, &is.fields) {
            let what = text::massnahme_field(field);
            changes.push(VersionChange::changed(ChangedPart::Measure, &subject, what, old, new));
        }
        money(was, is, &subject, changes);
    }
    for is in after.iter().filter(|is| before.iter().all(|was| !is_same(was, is))) {
        let money = Some((Euro::default(), total_cost(is)));
        let change = VersionChange::added(ChangedPart::Measure, &name(is), &words::costs(total_cost(is)));
        changes.push(VersionChange { money, ..change });
    }
}

fn total_cost(massnahme: &FassungMassnahme) -> Euro {
    massnahme.kosten.iter().map(|item| item.amount).sum()
}

/// Costs by year and kind, money by year and source with its state; a year that is open on both sides is no change.
fn money(was: &FassungMassnahme, is: &FassungMassnahme, subject: &str, changes: &mut Vec<VersionChange>) {
    let years: BTreeSet<i16> = [was, is]
        .into_iter()
        .flat_map(|massnahme| {
            let costs = massnahme.kosten.iter().map(|item| item.year);
            let excluded = massnahme.ausgeschlossen.iter().flatten().map(|item| item.year);
            costs.chain(massnahme.finanzierung.iter().map(|item| item.year)).chain(excluded)
        })
        .collect();
    let mut push = |what: String, old: Euro, new: Euro| {
        if old != new {
            let change = VersionChange::changed(ChangedPart::Money, subject, &what, &text::euro(old), &text::euro(new));
            changes.push(VersionChange { money: Some((old, new)), ..change });
        }
    };
    for year in years {
        for kind in CostKind::ALL {
            let of = |massnahme: &FassungMassnahme| -> Euro {
                let items = massnahme.kosten.iter().filter(|item| item.year == year && item.kind == kind);
                items.map(|item| item.amount).sum()
            };
            push(words::cost_of(kind, year), of(was), of(is));
        }
        if let (Some(old), Some(new)) = (&was.ausgeschlossen, &is.ausgeschlossen) {
            let of = |all: &[YearAmount]| all.iter().filter(|item| item.year == year).map(|item| item.amount).sum();
            push(words::excluded_of(year), of(old), of(new));
        }
        for source in FundingSource::ALL {
            for state in FundingState::ALL {
                let of = |massnahme: &FassungMassnahme| -> Euro {
                    let items = massnahme.finanzierung.iter();
                    let items = items.filter(|item| item.year == year && item.source == source && item.state == state);
                    items.map(|item| item.amount).sum()
                };
                push(words::funding_of(source, state, year), of(was), of(is));
            }
        }
    }
}

fn scenarios(before: &[FassungSzenario], after: &[FassungSzenario], changes: &mut Vec<VersionChange>) {
    let part = ChangedPart::Scenario;
    for was in before {
        let subject = words::szenario(&was.name);
        let Some(is) = after.iter().find(|is| is.name == was.name) else {
            changes.push(VersionChange::removed(part, &subject, &was.massnahmen));
            continue;
        };
        let facts = [
            (words::SZENARIO_MEASURES, was.massnahmen.as_str(), is.massnahmen.as_str()),
            (words::SZENARIO_APPENDIX, words::yes_no(was.im_anhang), words::yes_no(is.im_anhang)),
        ];
        let different = facts.into_iter().filter(|(_, old, new)| old != new);
        changes.extend(different.map(|(what, old, new)| VersionChange::changed(part, &subject, what, old, new)));
    }
    for is in after.iter().filter(|is| before.iter().all(|was| was.name != is.name)) {
        changes.push(VersionChange::added(part, &words::szenario(&is.name), &is.massnahmen));
    }
}

/// Tables row by row: rows are the same where their first cells are. How the ranking was computed is no part of the
/// programme: its sources and identifiers change with every import.
fn tables(before: &[FassungTafel], after: &[FassungTafel], changes: &mut Vec<VersionChange>) {
    // A table that moved to another section is still the same.
    let same =
        |a: &FassungTafel, b: &FassungTafel| a.titel == b.titel && (a.section == b.section || !a.titel.is_empty());
    let empty = |like: &FassungTafel| FassungTafel { zeilen: Vec::new(), ..like.clone() };
    let is_part = |tafel: &&FassungTafel| tafel.section != SectionKey::Methode;
    for was in before.iter().filter(is_part) {
        let gone = empty(was);
        rows(was, after.iter().find(|is| same(was, is)).unwrap_or(&gone), changes);
    }
    for is in after.iter().filter(is_part).filter(|is| before.iter().all(|was| !same(was, is))) {
        rows(&empty(is), is, changes);
    }
}

fn rows(was: &FassungTafel, is: &FassungTafel, changes: &mut Vec<VersionChange>) {
    let part = ChangedPart::Table;
    let subject = entry_of(was.section).map_or_else(String::new, |entry| words::section(entry.number, entry.title));
    let first = |row: &[String]| row.first().cloned().unwrap_or_default();
    let whole = |row: &[String]| row.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
    let mut new: Vec<&Vec<String>> = is.zeilen.iter().collect();
    for old in &was.zeilen {
        let equal = new.iter().position(|row| *row == old);
        let Some(at) = equal.or_else(|| new.iter().position(|row| first(row) == first(old))) else {
            changes.push(VersionChange::removed(part, &words::subject(&subject, &was.titel), &whole(old)));
            continue;
        };
        let row = new.remove(at);
        // A column that only one of both has is no change of what stood there.
        let cells: Vec<(&str, &str, &str)> = was
            .spalten
            .iter()
            .zip(old)
            .filter_map(|(column, old)| {
                let place = is.spalten.iter().position(|other| other == column)?;
                let cell = row.get(place).filter(|cell| *cell != old)?;
                Some((column.as_str(), old.as_str(), cell.as_str()))
            })
            .collect();
        changes.extend(row_change(&subject, &was.titel, &first(row), &cells));
    }
    let table = words::subject(&subject, &is.titel);
    changes.extend(new.into_iter().map(|row| VersionChange::added(part, &table, &whole(row))));
}

/// One change for a row: the one cell that reads otherwise, or all of them with their columns.
fn row_change(subject: &str, table: &str, row: &str, cells: &[(&str, &str, &str)]) -> Option<VersionChange> {
    let part = ChangedPart::Table;
    match cells {
        [] => None,
        [(column, old, new)] => Some(VersionChange::changed(part, subject, &words::cell(table, row, column), old, new)),
        several => {
            let said =
                |pick: fn(&(&str, &str, &str)) -> String| several.iter().map(pick).collect::<Vec<_>>().join("; ");
            let before = said(|(column, old, _)| words::in_column(column, old));
            let after = said(|(column, _, new)| words::in_column(column, new));
            Some(VersionChange::changed(part, subject, &words::cell(table, row, ""), &before, &after))
        }
    }
}

fn texts(before: &[FassungPassage], after: &[FassungPassage], changes: &mut Vec<VersionChange>) {
    for section in SectionKey::ALL {
        let mut old: Vec<&FassungPassage> = before.iter().filter(|passage| passage.section == section).collect();
        let mut new: Vec<&FassungPassage> = after.iter().filter(|passage| passage.section == section).collect();
        let subject = entry_of(section).map_or_else(String::new, |entry| words::section(entry.number, entry.title));
        let mut change = |was: &FassungPassage, is: &FassungPassage| {
            if was.text != is.text {
                changes.push(VersionChange::changed(ChangedPart::Text, &subject, words::PASSAGE, &was.text, &is.text));
            }
        };
        // A section that was drawn up anew has new passages with the same words: those are paired first by their words.
        for (was, is) in pairs(&mut old, &mut new, |was, is| was.text == is.text)
            .into_iter()
            .chain(pairs(&mut old, &mut new, |was, is| was.id == is.id))
            .chain(pairs(&mut old, &mut new, |_, _| true))
        {
            change(was, is);
        }
        changes.extend(old.iter().map(|was| VersionChange::removed(ChangedPart::Text, &subject, &was.text)));
        changes.extend(new.iter().map(|is| VersionChange::added(ChangedPart::Text, &subject, &is.text)));
    }
}

/// Takes out of both lists what belongs together.
fn pairs<'a>(
    old: &mut Vec<&'a FassungPassage>,
    new: &mut Vec<&'a FassungPassage>,
    together: impl Fn(&FassungPassage, &FassungPassage) -> bool,
) -> Vec<(&'a FassungPassage, &'a FassungPassage)> {
    let mut found = Vec::new();
    old.retain(|was| {
        let Some(at) = new.iter().position(|is| together(was, is)) else { return true };
        found.push((*was, new.remove(at)));
        false
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CostItem, FundingItem, MassnahmeField, MassnahmeId, PassageId, TafelForm, ZielField, ZielId};

    fn massnahme(id: i64, number: u32, titel: &str, euros: i64) -> FassungMassnahme {
        FassungMassnahme {
            id: MassnahmeId(id),
            number,
            titel: titel.to_owned(),
            fields: vec![(MassnahmeField::Traeger, "Verein".to_owned())],
            kosten: vec![CostItem { year: 2027, kind: CostKind::Sach, amount: Euro::whole(euros) }],
            finanzierung: Vec::new(),
            ausgeschlossen: Some(Vec::new()),
        }
    }

    fn content(massnahmen: Vec<FassungMassnahme>) -> FassungContent {
        FassungContent { massnahmen, ..FassungContent::default() }
    }

    fn passage(id: i64, text: &str) -> FassungPassage {
        let (section, text) = (SectionKey::Bevoelkerung, text.to_owned());
        FassungPassage { id: PassageId(id), section, template: text.clone(), text }
    }

    #[test]
    fn equal_versions_have_no_changes() {
        let version = content(vec![massnahme(1, 1, "Walking Bus", 100)]);
        assert!(compare(&version, &version).is_empty());
    }

    #[test]
    fn an_amount_that_changed_stands_with_its_old_and_its_new_value() {
        let changes = compare(
            &content(vec![massnahme(1, 1, "Walking Bus", 100)]),
            &content(vec![massnahme(1, 1, "Walking Bus", 250)]),
        );
        let amounts: Vec<_> = changes.iter().map(|change| (change.part, change.money)).collect();
        assert_eq!(amounts, [(ChangedPart::Money, Some((Euro::whole(100), Euro::whole(250))))]);
    }

    #[test]
    fn money_that_was_granted_meanwhile_is_a_change_of_its_state() {
        let mut before = massnahme(1, 1, "Walking Bus", 100);
        let item = FundingItem {
            year: 2027,
            source: FundingSource::Dritte,
            state: FundingState::Beantragt,
            amount: Euro::whole(100),
        };
        before.finanzierung = vec![item];
        let mut after = before.clone();
        after.finanzierung = vec![FundingItem { state: FundingState::Bewilligt, ..item }];
        let changes = compare(&content(vec![before]), &content(vec![after]));
        let amounts: Vec<_> = changes.iter().filter_map(|change| change.money).collect();
        let (none, all) = (Euro::default(), Euro::whole(100));
        assert_eq!(amounts, [(all, none), (none, all)]);
    }

    #[test]
    fn a_measure_that_took_the_identity_of_a_removed_one_is_a_new_one() {
        let changes = compare(
            &content(vec![massnahme(1, 1, "Walking Bus", 100)]),
            &content(vec![massnahme(1, 2, "Bürgergarten", 100)]),
        );
        let kinds: Vec<ChangeKind> = changes.iter().map(|change| change.kind).collect();
        assert_eq!(kinds, [ChangeKind::Removed, ChangeKind::Added]);
    }

    #[test]
    fn a_field_that_the_old_version_does_not_know_is_not_compared() {
        let mut before = massnahme(1, 1, "Walking Bus", 100);
        before.fields.clear();
        let changes = compare(&content(vec![before]), &content(vec![massnahme(1, 1, "Walking Bus", 100)]));
        assert!(changes.is_empty());
    }

    #[test]
    fn a_goal_names_each_field_that_changed() {
        let ziel = |target: &str| FassungZiel {
            id: ZielId(1),
            unter: None,
            text: "Mehr Kinder frühstücken".to_owned(),
            fields: vec![(ZielField::Zielwert, target.to_owned()), (ZielField::Zieljahr, "2029".to_owned())],
        };
        let version = |target| FassungContent { ziele: vec![ziel(target)], ..FassungContent::default() };
        let changes = compare(&version("30 %"), &version("35 %"));
        let words: Vec<_> = changes.iter().map(|c| (c.what.as_str(), c.before.as_str(), c.after.as_str())).collect();
        assert_eq!(words, [("Zielwert", "30 %", "35 %")]);
    }

    #[test]
    fn passages_drawn_up_anew_with_the_same_words_are_no_change() {
        let version = |passages| FassungContent { passages, ..FassungContent::default() };
        let before = version(vec![passage(1, "Gleich"), passage(2, "Alt")]);
        let after = version(vec![passage(7, "Gleich"), passage(8, "Neu"), passage(9, "Dazu")]);
        let changes = compare(&before, &after);
        let words: Vec<_> = changes.iter().map(|c| (c.kind, c.before.as_str(), c.after.as_str())).collect();
        assert_eq!(words, [(ChangeKind::Changed, "Alt", "Neu"), (ChangeKind::Added, "", "Dazu")]);
    }

    #[test]
    fn what_no_funding_may_pay_for_is_compared_year_by_year() {
        let mut after = massnahme(1, 1, "Walking Bus", 100);
        after.ausgeschlossen = Some(vec![YearAmount { year: 2028, amount: Euro::whole(40) }]);
        let changes = compare(&content(vec![massnahme(1, 1, "Walking Bus", 100)]), &content(vec![after.clone()]));
        let words: Vec<_> = changes.iter().map(|c| (c.what.as_str(), c.money)).collect();
        assert_eq!(words, [("nicht förderfähige Kosten 2028", Some((Euro::default(), Euro::whole(40))))]);
        let older = FassungMassnahme { ausgeschlossen: None, ..massnahme(1, 1, "Walking Bus", 100) };
        assert!(compare(&content(vec![older]), &content(vec![after])).is_empty());
    }

    #[test]
    fn choices_of_measures_that_came_went_or_changed_are_named() {
        let szenario = |name: &str, massnahmen: &str, im_anhang| FassungSzenario {
            name: name.to_owned(),
            massnahmen: massnahmen.to_owned(),
            im_anhang,
        };
        let version = |szenarien| FassungContent { szenarien: Some(szenarien), ..FassungContent::default() };
        let before = version(vec![szenario("Klein", "M-01", false), szenario("Alt", "M-02", false)]);
        let after = version(vec![szenario("Klein", "M-01, M-02", true), szenario("Groß", "M-01, M-02", false)]);
        let changes = compare(&before, &after);
        let words: Vec<_> = changes.iter().map(|c| (c.kind, c.subject.as_str(), c.what.as_str())).collect();
        assert_eq!(
            words,
            [
                (ChangeKind::Changed, "Szenario „Klein“", "enthaltene Maßnahmen"),
                (ChangeKind::Changed, "Szenario „Klein“", "im Anhang gezeigt"),
                (ChangeKind::Removed, "Szenario „Alt“", ""),
                (ChangeKind::Added, "Szenario „Groß“", ""),
            ]
        );
        assert!(compare(&FassungContent::default(), &after).is_empty(), "an older version knows no choices");
    }

    #[test]
    fn a_table_names_the_cell_that_changed_and_the_rows_that_came_and_went() {
        let tafel = |zeilen: &[[&str; 2]]| FassungTafel {
            section: SectionKey::Steuerung,
            titel: "Akteure".to_owned(),
            spalten: vec!["Akteur".to_owned(), "Beitrag".to_owned()],
            zeilen: zeilen.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect(),
            form: TafelForm::default(),
        };
        let version = |tafel| FassungContent { tafeln: Some(vec![tafel]), ..FassungContent::default() };
        let before = version(tafel(&[["Schule", "Räume"], ["Verein", "Zeit"]]));
        let after = version(tafel(&[["Kirche", "Räume"], ["Schule", "Räume und Küche"]]));
        let changes = compare(&before, &after);
        let words: Vec<_> =
            changes.iter().map(|c| (c.kind, c.what.as_str(), c.before.as_str(), c.after.as_str())).collect();
        assert_eq!(
            words,
            [
                (ChangeKind::Changed, "Akteure, Schule: Beitrag", "Räume", "Räume und Küche"),
                (ChangeKind::Removed, "", "Verein · Zeit", ""),
                (ChangeKind::Added, "", "", "Kirche · Räume"),
            ]
        );
        assert!(changes[1].subject.ends_with(": Akteure"), "{}", changes[1].subject);
    }
}
