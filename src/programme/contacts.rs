//! Persons to contact as the last part of a document: only where the planner asks for it, and never those whose data should
//! have been deleted.

use super::basis::Basis;
use super::document::tables::{columns, row, table};
use crate::document::{Align, Block, Document, Inline, Sheet, SheetCell, SheetColumn, SheetRow, plain_text};
use crate::domain::Kontaktperson;
use crate::text::report::contacts as words;
use crate::text::{self, report};

/// Persons of the organisations that work in the programme's area, by organisation and function.
fn persons<'a>(basis: &Basis<'a>) -> Vec<(&'a str, &'a Kontaktperson)> {
    let of = |akteur: &'a crate::domain::Akteur| {
        let own = basis.vor_ort.kontaktpersonen.iter().filter(|person| person.akteur == akteur.id);
        own.map(|person| (akteur.name.as_str(), person))
    };
    let mut persons: Vec<_> = basis.own_akteure().flat_map(of).collect();
    persons.sort_by_key(|(akteur, person)| (*akteur, person.function.as_str(), person.id));
    persons
}

/// Adds the persons to contact to a document of the programme, as a chapter and as a sheet.
pub fn add_contacts(basis: &Basis, document: &mut Document) {
    let (overdue, kept): (Vec<_>, Vec<_>) =
        persons(basis).into_iter().partition(|(_, person)| person.is_overdue(basis.today));
    // On a page of its own, so that it can be taken out.
    document.blocks.push(Block::PageBreak);
    document.blocks.push(Block::Heading { level: 1, text: words::HEADING.to_owned() });
    if kept.is_empty() {
        document.blocks.push(Block::Notice(vec![Inline::text(words::none(overdue.len()))]));
        return;
    }
    document.blocks.push(Block::Notice(vec![Inline::text(words::personal())]));
    let cells = |(akteur, person): &(&str, &Kontaktperson)| {
        let or_dash = |text: &str| if text.trim().is_empty() { "–".to_owned() } else { text.trim().to_owned() };
        row([
            (*akteur).to_owned(),
            or_dash(&person.function),
            or_dash(&person.name),
            or_dash(&person.reach),
            or_dash(&person.purpose),
            text::date(person.delete_on),
        ])
    };
    let columns = columns(&words::COLUMNS, &[Align::Left; 6], &[26.0, 18.0, 18.0, 22.0, 22.0, 14.0]);
    let notes = if overdue.is_empty() { Vec::new() } else { vec![words::overdue(overdue.len())] };
    let table = table(words::caption(basis.area_name()), columns, kept.iter().map(cells).collect(), notes);
    document.sheets.push(Sheet {
        name: words::HEADING.to_owned(),
        title: format!("{}: {}", report::document_title(basis.area_name()), words::HEADING),
        columns: table.columns.iter().map(|c| SheetColumn { title: c.title.clone(), width: 26 }).collect(),
        rows: (table.rows.iter())
            .map(|row| SheetRow {
                cells: row.cells.iter().map(|cell| SheetCell::Text(plain_text(cell))).collect(),
                strong: false,
            })
            .collect(),
        notes: std::iter::once(words::personal()).chain(table.notes.iter().cloned()).collect(),
    });
    document.blocks.push(Block::Table(table));
}

#[cfg(test)]
mod tests {
    use super::super::document::{DocumentKind, written};
    use super::super::testing::{OWN, with_basis};
    use super::*;
    use crate::domain::{Akteur, AkteurId, Dokumentvorlage, KontaktpersonId, VorOrt};
    use jiff::civil::{Date, date};

    fn person(id: i64, name: &str, delete_on: Date) -> Kontaktperson {
        Kontaktperson {
            id: KontaktpersonId(id),
            akteur: AkteurId(1),
            function: "Leitung".into(),
            name: name.into(),
            reach: "0231 1".into(),
            purpose: "Sprachcafé".into(),
            delete_on,
        }
    }

    fn site() -> VorOrt {
        VorOrt {
            akteure: vec![Akteur { id: AkteurId(1), ..Akteur::new(OWN, "Kita") }],
            kontaktpersonen: vec![
                person(1, "Person Eins", date(2027, 1, 1)),
                person(2, "Person Zwei", date(2026, 1, 1)),
            ],
            ..VorOrt::default()
        }
    }

    #[test]
    fn no_document_names_a_person_unless_asked_and_then_none_whose_data_are_to_be_deleted() {
        let site = site();
        with_basis(|basis| {
            let basis = Basis { vor_ort: &site, ..*basis };
            for kind in DocumentKind::ALL {
                let mut document = written(&basis, kind, &Dokumentvorlage::default()).unwrap();
                let said = format!("{document:?}");
                assert!(!said.contains("Person Eins") && !said.contains("0231"), "{kind:?}");
                add_contacts(&basis, &mut document);
                let said = format!("{:?}", document.blocks);
                assert!(said.contains("Person Eins") && said.contains("personenbezogene"), "{kind:?}");
                assert!(!said.contains("Person Zwei") && said.contains("Löschdatum"), "{kind:?}");
                assert!(format!("{:?}", document.sheets).contains("Person Eins"), "{kind:?}");
            }
        });
    }

    #[test]
    fn an_area_without_persons_says_so() {
        with_basis(|basis| {
            let mut document = Document::default();
            add_contacts(basis, &mut document);
            assert!(format!("{document:?}").contains("Keine Kontaktpersonen"), "{document:?}");
        });
    }
}
