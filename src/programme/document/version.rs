//! A kept version of a programme as a document: the words and numbers of its day, whatever the data say today. Nothing
//! of it is worded or resolved anew; charts are drawn from the money that was kept. Only the names around it (area,
//! committee, number of the paper, result) are those of today's records, and the opening says so.

use super::super::basis::Basis;
use super::super::{figures, outline};
use super::plans::{MAX_MEASURES_UPRIGHT, by_measure, cost_table, funding_table};
use super::tables::{columns, row, strong_row, table};
use super::{ProgrammeError, below, figure, sheets};
use crate::document::{Align, Block, Document, Inline, Table, TableRow};
use crate::domain::{
    Fassung, FassungContent, FassungId, FassungMassnahme, FassungTafel, FassungZiel, Handlungsfeld, Handlungsprogramm,
    Massnahme, MassnahmeField, SectionKey, Spaltenausrichtung, ZielField,
};
use crate::text::{self, report, versions as words};

/// The document of a version; none where the programme has no such version.
pub(super) fn version(basis: &Basis, id: FassungId) -> Result<Option<Document>, ProgrammeError> {
    let is_meant = |fassung: &&Fassung| fassung.id == id && fassung.programme == basis.programme.id;
    let Some(fassung) = basis.verfahren.fassungen.iter().find(is_meant) else { return Ok(None) };
    let content = fassung.content.as_ref();
    let money = with_money(basis, content);
    let money = Basis { programme: &money, ..*basis };
    let mut blocks = opening(fassung);
    for entry in outline::outline() {
        let heading = Block::Heading { level: entry.level, text: entry.title.to_owned() };
        let Some(section) = entry.section else {
            blocks.push(heading);
            continue;
        };
        let own = section_blocks(&money, content, section)?;
        if own.is_empty() && came_later(section) {
            continue;
        }
        blocks.push(heading);
        if own.is_empty() {
            blocks.push(Block::Notice(vec![Inline::text(words::EMPTY_SECTION)]));
        }
        blocks.extend(below(entry.level, own));
    }
    let front_matter = front_matter(basis, fassung);
    let tables = [goals(content), measures(content), details(content)];
    let mark = words::mark(fassung.kept_on);
    Ok(Some(Document {
        title: report::document_title(basis.area_name()),
        subtitle: words::subtitle(fassung.kept_on, content.first_year, content.last_year),
        date: Some(basis.today),
        author: report::AUTHOR.to_owned(),
        mark: if content.demonstration { format!("{mark} · {}", report::DEMONSTRATION_MARK) } else { mark },
        blocks,
        sheets: sheets::of_version(&money, &front_matter, &tables),
        front_matter,
        contents: true,
        ..Document::default()
    }))
}

/// The money of a version as a programme, so that it is added up where all money is.
fn with_money(basis: &Basis, content: &FassungContent) -> Handlungsprogramm {
    let today = basis.programme;
    let mut programme = Handlungsprogramm::new(today.id, today.area, content.first_year, content.last_year);
    let kept = |massnahme: &FassungMassnahme| Massnahme {
        kosten: massnahme.kosten.clone(),
        finanzierung: massnahme.finanzierung.clone(),
        ausgeschlossen: massnahme.ausgeschlossen.clone().unwrap_or_default(),
        ..Massnahme::new(massnahme.id, massnahme.number, massnahme.titel.clone(), Handlungsfeld::Arbeit)
    };
    programme.massnahmen = content.massnahmen.iter().map(kept).collect();
    programme
}

fn opening(fassung: &Fassung) -> Vec<Block> {
    let notice = |words: String| Block::Notice(vec![Inline::text(words)]);
    let mut blocks = vec![notice(words::opening(fassung.kept_on))];
    if fassung.content.demonstration {
        blocks.push(notice(report::DEMONSTRATION_NOTICE.to_owned()));
    }
    blocks
}

fn front_matter(basis: &Basis, fassung: &Fassung) -> Vec<(String, String)> {
    use report::front;
    let content = &fassung.content;
    let mut facts = vec![(front::AREA, basis.area_name().to_owned())];
    facts.push((words::VERSION, text::date(fassung.kept_on)));
    if !fassung.anlass.trim().is_empty() {
        facts.push((words::REASON, fassung.anlass.trim().to_owned()));
    }
    facts.extend(decision(basis, fassung).map(|decision| (words::DECISION, decision)));
    facts.push((front::YEARS, report::span(&content.first_year.to_string(), &content.last_year.to_string())));
    facts.push((front::STATE, text::programme_state(content.state).to_owned()));
    if let Some(rang) = &content.rang {
        facts.push((words::RANK, words::rank(rang.rank, &rang.span, rang.of, &rang.period)));
    }
    facts.push((front::DATE, text::date(basis.today)));
    if !basis.project_title.is_empty() {
        facts.push((front::PROJECT, basis.project_title.to_owned()));
    }
    facts.into_iter().map(|(label, value)| (label.to_owned(), value)).collect()
}

/// The decision that a version belongs to: committee, day, number of the paper, result.
fn decision(basis: &Basis, fassung: &Fassung) -> Option<String> {
    let beschluss = basis.verfahren.beschluesse.iter().find(|found| Some(found.id) == fassung.beschluss)?;
    let gremium = basis.verfahren.gremium(beschluss.gremium).map_or("", |gremium| gremium.name.as_str());
    let result = beschluss.ergebnis.map_or("", text::beschluss_ergebnis);
    Some(words::decision(gremium, beschluss.date, &beschluss.drucksache, result))
}

fn section_blocks(money: &Basis, content: &FassungContent, section: SectionKey) -> Result<Vec<Block>, ProgrammeError> {
    let mut blocks: Vec<Block> = texts(content, section).flat_map(lines).collect();
    match section {
        SectionKey::Begruendung => blocks.extend(assessment(content)),
        SectionKey::Ziele if !content.ziele.is_empty() => blocks.push(Block::Table(goals(content))),
        SectionKey::Massnahmen if !content.massnahmen.is_empty() => {
            blocks.push(Block::Table(measures(content)));
            blocks.push(Block::Heading { level: 3, text: report::heading::SHEETS.to_owned() });
            blocks.extend(content.massnahmen.iter().map(|massnahme| Block::Table(sheet(massnahme))));
        }
        SectionKey::KostenZeit if !content.massnahmen.is_empty() => blocks.extend(money_blocks(money)?),
        SectionKey::Methode => blocks.extend(scenarios(content)),
        SectionKey::Kurzfassung
        | SectionKey::Einleitung
        | SectionKey::Freiraum
        | SectionKey::LokaleOekonomie
        | SectionKey::Planungen
        | SectionKey::StaerkenSchwaechen
        | SectionKey::Leitlinien
        | SectionKey::Verstetigung
        | SectionKey::Abgrenzung
        | SectionKey::Bevoelkerung
        | SectionKey::ArbeitEinkommen
        | SectionKey::KinderFamilien
        | SectionKey::Zusammenleben
        | SectionKey::Handlungsbedarf
        | SectionKey::StimmenVorOrt
        | SectionKey::Angebote
        | SectionKey::Ziele
        | SectionKey::Massnahmen
        | SectionKey::KostenZeit
        | SectionKey::Aktionsbuero
        | SectionKey::Steuerung => {}
    }
    let (text, tafeln): (Vec<&FassungTafel>, Vec<&FassungTafel>) =
        content.tafeln.iter().flatten().filter(|tafel| tafel.section == section).partition(|t| t.spalten.is_empty());
    blocks.extend(text.into_iter().chain(tafeln).flat_map(kept_table));
    Ok(blocks)
}

/// Sections that versions of earlier programs do not know: nothing of them is missing there.
fn came_later(section: SectionKey) -> bool {
    match section {
        SectionKey::Kurzfassung
        | SectionKey::Einleitung
        | SectionKey::Freiraum
        | SectionKey::LokaleOekonomie
        | SectionKey::Planungen
        | SectionKey::StaerkenSchwaechen
        | SectionKey::Leitlinien
        | SectionKey::Verstetigung => true,
        SectionKey::Abgrenzung
        | SectionKey::Begruendung
        | SectionKey::Bevoelkerung
        | SectionKey::ArbeitEinkommen
        | SectionKey::KinderFamilien
        | SectionKey::Zusammenleben
        | SectionKey::StimmenVorOrt
        | SectionKey::Angebote
        | SectionKey::Aktionsbuero
        | SectionKey::Handlungsbedarf
        | SectionKey::Ziele
        | SectionKey::Massnahmen
        | SectionKey::KostenZeit
        | SectionKey::Steuerung
        | SectionKey::Methode => false,
    }
}

/// The text of a section: as it was written, else as it would have been drafted that day.
fn texts(content: &FassungContent, section: SectionKey) -> impl Iterator<Item = &str> {
    let written = content.passages.iter().filter(move |passage| passage.section == section);
    let drafted = content.entwuerfe.iter().filter(move |(of, _)| *of == section);
    written.map(|passage| passage.text.as_str()).chain(drafted.map(|(_, text)| text.as_str()))
}

/// The blocks of a frozen text: a paragraph per line, lines that begin with a dash as a list.
fn lines(text: &str) -> Vec<Block> {
    super::super::inline::blocks_of(text, |line| vec![Inline::text(line)])
}

/// The planner's assessment, where the text does not give it anyway.
fn assessment(content: &FassungContent) -> Option<Block> {
    let own = content.assessment.trim();
    let said = |text: &str| text.contains(own);
    let missing = !own.is_empty() && !texts(content, SectionKey::Begruendung).any(said);
    missing.then(|| {
        let title = format!("{}: ", words::ASSESSMENT);
        Block::Paragraph(vec![Inline::Strong(title), Inline::text(own)])
    })
}

fn of_goal(ziel: &FassungZiel, field: ZielField) -> String {
    let found = ziel.fields.iter().find(|(known, _)| *known == field);
    found.map_or_else(String::new, |(_, value)| value.clone())
}

fn of_measure(massnahme: &FassungMassnahme, field: MassnahmeField) -> String {
    let found = massnahme.fields.iter().find(|(known, _)| *known == field);
    found.map_or_else(String::new, |(_, value)| value.clone())
}

/// Goals; where it is known which belong to which Leitziel, below it.
fn goals(content: &FassungContent) -> Table {
    let cells = |ziel: &FassungZiel| {
        let measured = [of_goal(ziel, ZielField::Indikator), of_goal(ziel, ZielField::Messgroesse)];
        let measured = measured.into_iter().find(|words| !words.is_empty()).unwrap_or_default();
        let rest = [ZielField::Ausgangswert, ZielField::Zielwert, ZielField::Zieljahr];
        [ziel.text.clone(), measured].into_iter().chain(rest.map(|field| of_goal(ziel, field)))
    };
    let is_leitziel = |ziel: &FassungZiel| content.ziele.iter().any(|other| other.unter == Some(ziel.id));
    let mut rows: Vec<TableRow> = Vec::new();
    let is_first = |ziel: &&FassungZiel| ziel.unter.is_none_or(|id| content.ziele.iter().all(|other| other.id != id));
    for ziel in content.ziele.iter().filter(is_first) {
        rows.push(if is_leitziel(ziel) { strong_row(cells(ziel)) } else { row(cells(ziel)) });
        rows.extend(content.ziele.iter().filter(|below| below.unter == Some(ziel.id)).map(|below| row(cells(below))));
    }
    let align = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right];
    let columns = columns(&report::columns::GOALS, &align, &[42.0, 24.0, 18.0, 14.0, 8.0]);
    table(report::caption::goals(), columns, rows, vec![words::NOTE.to_owned()])
}

fn measures(content: &FassungContent) -> Table {
    let cells = |massnahme: &FassungMassnahme| {
        row([
            report::measure_number(massnahme.number),
            massnahme.titel.clone(),
            of_measure(massnahme, MassnahmeField::Handlungsfeld),
            of_measure(massnahme, MassnahmeField::Traeger),
            of_measure(massnahme, MassnahmeField::Zeit),
            text::euro(massnahme.kosten.iter().map(|item| item.amount).sum()),
            of_measure(massnahme, MassnahmeField::Beschlussstand),
        ])
    };
    let mut rows: Vec<TableRow> = content.massnahmen.iter().map(cells).collect();
    let total = content.massnahmen.iter().flat_map(|massnahme| &massnahme.kosten).map(|item| item.amount).sum();
    let mut sum = vec![String::new(); 7];
    report::sum::TOTAL.clone_into(&mut sum[1]);
    sum[5] = text::euro(total);
    rows.push(strong_row(sum));
    let align = [Align::Left, Align::Left, Align::Left, Align::Left, Align::Left, Align::Right, Align::Left];
    let columns = columns(&report::columns::MEASURES, &align, &[10.0, 32.0, 24.0, 26.0, 24.0, 18.0, 20.0]);
    let landscape = content.massnahmen.len() > MAX_MEASURES_UPRIGHT;
    Table { landscape, ..table(report::caption::measures(), columns, rows, vec![words::NOTE.to_owned()]) }
}

/// A measure with all that was kept of it.
fn sheet(massnahme: &FassungMassnahme) -> Table {
    let kept = massnahme.fields.iter().filter(|(_, value)| !value.trim().is_empty());
    let rows = kept.map(|(field, value)| TableRow {
        cells: vec![vec![Inline::Strong(text::massnahme_field(*field).to_owned())], vec![Inline::text(value)]],
        strong: false,
    });
    let caption = report::caption::sheet(&report::measure_number(massnahme.number), &massnahme.titel);
    let columns = columns(&report::columns::SHEET, &[Align::Left; 2], &[26.0, 74.0]);
    table(caption, columns, rows.collect(), Vec::new())
}

/// All that was kept of all measures, a line each: for the workbook.
fn details(content: &FassungContent) -> Table {
    let lines = content.massnahmen.iter().flat_map(|massnahme| {
        let kept = massnahme.fields.iter().filter(|(_, value)| !value.trim().is_empty());
        kept.map(|(field, value)| {
            let name = text::massnahme_field(*field).to_owned();
            row([report::measure_number(massnahme.number), massnahme.titel.clone(), name, value.clone()])
        })
    });
    let [number, title, ..] = report::columns::MEASURES;
    let [what, value] = report::columns::SHEET;
    let columns = columns(&[number, title, what, value], &[Align::Left; 4], &[8.0, 32.0, 26.0, 74.0]);
    table(report::heading::SHEETS.to_owned(), columns, lines.collect(), vec![words::NOTE.to_owned()])
}

fn money_blocks(money: &Basis) -> Result<Vec<Block>, ProgrammeError> {
    let mut blocks = vec![Block::Heading { level: 2, text: report::heading::COSTS.to_owned() }];
    let kept = |table: Table| Block::Table(Table { notes: vec![words::NOTE.to_owned()], ..table });
    blocks.push(kept(cost_table(money)));
    if let Some(spec) = figures::costs(money) {
        blocks.push(figure(&spec, report::planning_document::COSTS_CHART.to_owned(), words::NOTE.to_owned())?);
    }
    blocks.push(Block::Heading { level: 2, text: report::heading::FUNDING.to_owned() });
    blocks.push(kept(funding_table(money)));
    if let Some(spec) = figures::funding(money) {
        blocks.push(figure(&spec, report::caption::funding_chart(), words::NOTE.to_owned())?);
    }
    blocks.push(kept(by_measure(money)));
    Ok(blocks)
}

/// Choices of measures that the appendix of the document showed.
fn scenarios(content: &FassungContent) -> Option<Block> {
    let shown = content.szenarien.iter().flatten().filter(|szenario| szenario.im_anhang);
    let rows: Vec<TableRow> = shown.map(|szenario| row([szenario.name.clone(), szenario.massnahmen.clone()])).collect();
    if rows.is_empty() {
        return None;
    }
    let columns = columns(&[words::PART_SCENARIO, words::SZENARIO_MEASURES], &[Align::Left; 2], &[40.0, 60.0]);
    Some(Block::Table(table(words::PART_SCENARIO.to_owned(), columns, rows, vec![words::NOTE.to_owned()])))
}

/// A table as it stood, or its lines where it was none.
fn kept_table(tafel: &FassungTafel) -> Vec<Block> {
    if tafel.spalten.is_empty() {
        return tafel.zeilen.iter().map(|cells| Block::Paragraph(vec![Inline::text(cells.join(" "))])).collect();
    }
    let titles: Vec<&str> = tafel.spalten.iter().map(String::as_str).collect();
    let columns = columns(&titles, &alignment(tafel), &widths(tafel));
    let whole = tafel.zeilen.iter().enumerate().map(|(at, cells)| {
        let missing = titles.len().saturating_sub(cells.len());
        let cells = cells.iter().cloned().chain(std::iter::repeat_n(String::new(), missing));
        if tafel.form.hervorgehoben.contains(&at) { strong_row(cells) } else { row(cells) }
    });
    let notes = tafel.form.hinweise.iter().cloned().chain([words::NOTE.to_owned()]).collect();
    vec![Block::Table(table(tafel.titel.clone(), columns, whole.collect(), notes))]
}

/// The alignment that was kept; where none was, columns of numbers stand right.
fn alignment(tafel: &FassungTafel) -> Vec<Align> {
    if tafel.form.ausrichtung.len() == tafel.spalten.len() {
        let kept = tafel.form.ausrichtung.iter().map(|align| match align {
            Spaltenausrichtung::Links => Align::Left,
            Spaltenausrichtung::Mitte => Align::Center,
            Spaltenausrichtung::Rechts => Align::Right,
        });
        return kept.collect();
    }
    let is_number = |cell: &&String| cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '−' | '('));
    let of_column = |at: usize| {
        let mut cells = tafel.zeilen.iter().filter_map(|cells| cells.get(at)).filter(|cell| cell.len() > 1).peekable();
        let numbers = cells.peek().is_some() && cells.all(|cell| is_number(&cell) && cell.chars().count() < 16);
        if numbers { Align::Right } else { Align::Left }
    };
    (0..tafel.spalten.len()).map(of_column).collect()
}

/// The widths that were kept; where none were, a column is as wide as its words need, within bounds.
#[expect(clippy::cast_precision_loss, reason = "a few hundred characters")]
fn widths(tafel: &FassungTafel) -> Vec<f32> {
    if tafel.form.breiten.len() == tafel.spalten.len() {
        return tafel.form.breiten.iter().map(|width| f32::from(*width) / 100.0).collect();
    }
    let longest = |at: usize| {
        let cells = tafel.zeilen.iter().filter_map(|cells| cells.get(at)).chain(tafel.spalten.get(at));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    (0..tafel.spalten.len()).map(|at| (longest(at) as f32).clamp(12.0, 48.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{OWN, data, with_data, with_programme};
    use super::super::super::versions::keep;
    use super::*;
    use crate::document::plain_text;
    use crate::domain::{
        CostItem, CostKind, Euro, HandlungsprogrammId, MassnahmeId, PlanningData, Verfahren, Ziel, ZielId, ZielKind,
    };
    use std::sync::Arc;

    /// The version of a programme with two measures, read after `change` has changed the programme.
    fn read(change: impl FnOnce(&mut Handlungsprogramm)) -> Document {
        read_beside(data(|_| true), change)
    }

    /// The same, read where the data are others by now.
    fn read_beside(today: PlanningData, change: impl FnOnce(&mut Handlungsprogramm)) -> Document {
        let fill = |programme: &mut Handlungsprogramm| {
            let below = ZielKind::Handlungsziel { parent: ZielId(1) };
            programme.ziele = vec![
                Ziel::new(ZielId(1), ZielKind::Leitziel, Handlungsfeld::Kinder, "Kinder lernen gesund"),
                Ziel::new(ZielId(2), below, Handlungsfeld::Kinder, "Alle Kinder frühstücken"),
            ];
            let mut massnahme = Massnahme::new(MassnahmeId(1), 4, "Walking Bus", Handlungsfeld::Kinder);
            massnahme.traeger = "Verein".into();
            massnahme.kosten = vec![CostItem { year: 2027, kind: CostKind::ALL[0], amount: Euro::whole(12_000) }];
            let mut second = Massnahme::new(MassnahmeId(2), 5, "Elterncafé", Handlungsfeld::Kinder);
            second.kosten = vec![CostItem { year: 2028, kind: CostKind::ALL[1], amount: Euro::whole(3_000) }];
            programme.massnahmen = vec![massnahme, second];
        };
        let content = Arc::new(with_programme(fill, keep));
        let kept_on = jiff::civil::date(2026, 7, 8);
        let programme = HandlungsprogrammId(1);
        let anlass = "Beschluss des Rates".to_owned();
        let fassung = Fassung { id: FassungId(7), programme, beschluss: None, kept_on, anlass, content };
        let verfahren = Verfahren { fassungen: vec![fassung], ..Verfahren::default() };
        let later = |programme: &mut Handlungsprogramm| {
            fill(programme);
            change(programme);
        };
        let look = |basis: &Basis| version(&Basis { verfahren: &verfahren, ..*basis }, FassungId(7));
        with_data(today, later, look).expect("no chart fails").expect("the version is there")
    }

    fn words(document: &Document) -> String {
        let mut all = Vec::new();
        for block in &document.blocks {
            match block {
                Block::Paragraph(inlines) | Block::Notice(inlines) => all.push(plain_text(inlines)),
                Block::Table(table) => {
                    all.extend(table.rows.iter().flat_map(|row| &row.cells).map(|cell| plain_text(cell)));
                }
                Block::List { items, .. } => all.extend(items.iter().map(|item| plain_text(item))),
                Block::Heading { .. } | Block::Figure(_) | Block::PageBreak => {}
            }
        }
        all.join("\n")
    }

    #[test]
    fn a_version_reads_as_on_its_day_whatever_was_changed_since() {
        let before = read(|_| {});
        let after = read_beside(data(|area| area != OWN), |programme| {
            programme.massnahmen[0].titel = "Fahrradkurs".into();
            programme.massnahmen[0].kosten[0].amount = Euro::whole(1);
            programme.ziele.clear();
        });
        assert_eq!(before, after);
        let words = words(&after);
        for expected in ["Walking Bus", "Verein", "12.000", "Alle Kinder frühstücken"] {
            assert!(words.contains(expected), "{expected}: {words}");
        }
    }

    #[test]
    fn a_version_names_its_day_and_why_it_was_kept_on_the_title_and_on_every_page() {
        let document = read(|_| {});
        assert!(document.mark.starts_with("Fassung vom 08.07.2026"), "{}", document.mark);
        let fact = |label: &str| document.front_matter.iter().find(|(known, _)| known == label).map(|(_, value)| value);
        assert_eq!(fact("Fassung vom").map(String::as_str), Some("08.07.2026"));
        assert_eq!(fact("Anlass").map(String::as_str), Some("Beschluss des Rates"));
    }

    #[test]
    fn what_is_no_part_of_a_version_is_said_and_its_money_names_the_version_as_its_source() {
        let document = read(|_| {});
        let words = words(&document);
        assert!(words.contains("Kennwerten und Zeitplan") && words.contains("heute eingetragen"), "{words}");
        let charts = document.blocks.iter().filter(|block| matches!(block, Block::Figure(_))).count();
        assert_eq!(charts, 2, "costs and funding");
        let planned = report::plan_source();
        let notes = document.blocks.iter().filter_map(|block| match block {
            Block::Table(table) if table.caption == report::caption::costs() => Some(&table.notes),
            _ => None,
        });
        assert!(notes.chain(document.sheets.iter().map(|sheet| &sheet.notes)).flatten().all(|note| *note != planned));
    }

    #[test]
    fn sections_that_nobody_had_written_are_kept_as_the_document_showed_them() {
        let document = read(|_| {});
        assert!(
            words(&document).contains("Einwohner") || words(&document).contains("Ahornfeld"),
            "{}",
            words(&document)
        );
    }

    #[test]
    fn goals_stand_below_their_leitziel_and_sums_are_those_of_the_money_that_was_kept() {
        let document = read(|_| {});
        let found = |caption: String| {
            let tables = document.blocks.iter().filter_map(|block| match block {
                Block::Table(table) => Some(table),
                _ => None,
            });
            tables.into_iter().find(|table| table.caption == caption).expect("a table")
        };
        let strong: Vec<bool> = found(report::caption::goals()).rows.iter().map(|row| row.strong).collect();
        assert_eq!(strong, [true, false]);
        let sum = |caption: String, column: usize| {
            let row = found(caption).rows.iter().rev().find(|row| row.strong).expect("a sum");
            plain_text(&row.cells[column])
        };
        assert_eq!(sum(report::caption::measures(), 5), text::euro(Euro::whole(15_000)));
        assert_eq!(sum(report::caption::costs(), 3), text::euro(Euro::whole(15_000)));
        assert_eq!(sum(report::caption::money_by_measure(), 4), text::euro(Euro::whole(15_000)));
        let sheets: Vec<&str> = document.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(sheets.len(), 6, "{sheets:?}");
    }
}
