//! The workbook's sheets of what stands around the plan: milestones and scenarios, who and what is on site, participation,
//! experience, office, procedure, monitoring. Persons to contact are not among them.

use super::super::basis::Basis;
use super::super::monitoring::{Monitoring, TargetReading, monitoring};
use super::super::participation::own_events;
use super::super::scenario::{ScenarioComparison, ScenarioResult, scenarios};
use super::super::site_table;
use super::sheets::{columns, row, sum_of, value_cell, words_cell};
use super::{experience, office, participation};
use crate::document::{Formula, Sheet, SheetCell, SheetColumn, SheetPlace, SheetRow, Table, plain_text};
use crate::domain::{Akteur, Beschluss, Euro, FundingTerm, Massnahme, Veranstaltung};
use crate::text::report::participation::columns::EVENTS;
use crate::text::report::planning_document::MILESTONE_COLUMNS;
use crate::text::report::progress::{DECISION_COLUMNS, ENTRIES_SOURCE, GOAL_COLUMNS, MONEY_COLUMNS};
use crate::text::report::site::{ACTORS, SERVICES, UNLIMITED};
use crate::text::report::{self, practice as words, workbook};
use crate::text::{self, monitoring as states};
use jiff::civil::Date;

/// The sheets after the `first` ones of the workbook; those without a row are left out.
pub(super) fn sheets(basis: &Basis, first: usize) -> Vec<Sheet> {
    let state = monitoring(basis);
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut add = |make: &dyn Fn(usize) -> Sheet| {
        let sheet = make(first + sheets.len());
        if !sheet.rows.is_empty() {
            sheets.push(sheet);
        }
    };
    add(&|_| milestones(basis));
    add(&|at| scenario_costs(basis, at));
    add(&|at| services(basis, at));
    add(&|_| actors(basis));
    add(&|at| events(basis, at));
    for (name, table) in participation::tables(basis) {
        add(&|_| of_table(basis, name, &table));
    }
    let told = [(words::EXPERIENCE, experience::told(basis)), (words::OFFICE, office::offered(basis))];
    for (name, table) in told.into_iter().filter_map(|(name, table)| Some((name, table?))) {
        add(&|_| of_table(basis, name, &table));
    }
    add(&|_| procedure(basis));
    add(&|_| decisions(basis));
    add(&|_| targets(basis, &state));
    add(&|at| spending(basis, &state, at));
    sheets
}

fn sheet(basis: &Basis, name: &str, columns: Vec<SheetColumn>, rows: Vec<SheetRow>, notes: Vec<String>) -> Sheet {
    let title = format!("{}: {name}", report::document_title(basis.area_name()));
    Sheet { name: name.to_owned(), title, columns, rows, notes }
}

/// A table of words as a sheet.
fn of_table(basis: &Basis, name: &str, table: &Table) -> Sheet {
    let width = |share: f32| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of at most a hundred")]
        let width = (share.clamp(8.0, 60.0) * 1.2) as u16;
        width
    };
    let columns =
        table.columns.iter().map(|column| SheetColumn { title: column.title.clone(), width: width(column.width) });
    let rows = table.rows.iter().map(|row| SheetRow {
        cells: row.cells.iter().map(|cell| words_cell(plain_text(cell))).collect(),
        strong: row.strong,
    });
    sheet(basis, name, columns.collect(), rows.collect(), table.notes.clone())
}

fn day(day: Option<Date>) -> SheetCell {
    day.map_or(SheetCell::Empty, SheetCell::Date)
}

fn number(value: f64, decimals: u8) -> SheetCell {
    SheetCell::number(value, decimals)
}

fn marked(name: &str, demonstration: bool) -> SheetCell {
    words_cell(report::marked(name, demonstration))
}

/// The sum of the rows above in one column of whole numbers.
fn total_of(sheet: usize, rows: usize, column: usize, value: f64) -> SheetCell {
    let place = |row| SheetPlace { sheet, row, column };
    SheetCell::NumberOf {
        formula: Formula::Sum { from: place(0), to: place(rows.saturating_sub(1)) },
        value,
        decimals: 0,
    }
}

/// A row of sums: the word for it first, then empty cells where there is no sum.
fn total_row(mut cells: Vec<SheetCell>) -> SheetRow {
    if let Some(first) = cells.first_mut() {
        *first = words_cell(report::sum::TOTAL);
    }
    SheetRow { cells, strong: true }
}

fn milestones(basis: &Basis) -> Sheet {
    let [date, number, what, state] = MILESTONE_COLUMNS;
    let massnahmen = basis.massnahmen();
    let mut dates: Vec<_> =
        massnahmen.iter().flat_map(|m: &&Massnahme| m.meilensteine.iter().map(move |one| (one, *m))).collect();
    dates.sort_by_key(|(one, massnahme)| (one.am, massnahme.number));
    let rows = dates.into_iter().map(|(one, massnahme)| {
        let state = if one.erledigt { report::planning_document::DONE } else { report::planning_document::OPEN };
        row(vec![
            SheetCell::Date(one.am),
            words_cell(report::measure_number(massnahme.number)),
            words_cell(&one.titel),
            words_cell(state),
        ])
    });
    let columns = columns([(date, 13), (number, 8), (what, 60), (state, 14)]);
    sheet(basis, words::MILESTONES, columns, rows.collect(), vec![report::plan_source()])
}

/// The kept scenarios with their cost by year; the sums recalculate.
fn scenario_costs(basis: &Basis, at: usize) -> Sheet {
    let compared: ScenarioComparison = scenarios(basis);
    let mut columns = columns([(words::SCENARIO, 44), (workbook::MEASURES, 12)]);
    columns.extend(compared.years.iter().map(|year| SheetColumn { title: year.to_string(), width: 14 }));
    columns.extend(
        [report::columns::SUM, report::sum::OPEN].map(|title| SheetColumn { title: title.to_owned(), width: 15 }),
    );
    let years = compared.years.len();
    let cells = |(line, result): (usize, &ScenarioResult)| {
        let count = f64::from(u32::try_from(result.massnahmen.len()).unwrap_or(u32::MAX));
        let mut cells = vec![words_cell(&result.scenario.name), number(count, 0)];
        cells.extend(result.cost.iter().map(|&amount| SheetCell::Money(amount)));
        let place = |column| SheetPlace { sheet: at, row: line, column };
        cells.push(if years == 0 {
            SheetCell::Money(result.total)
        } else {
            SheetCell::MoneyOf { formula: Formula::Sum { from: place(2), to: place(1 + years) }, amount: result.total }
        });
        cells.push(SheetCell::Money(result.open_total));
        row(cells)
    };
    let rows = compared.results.iter().filter(|result| result.stored).enumerate().map(cells);
    sheet(basis, words::SCENARIOS, columns, rows.collect(), vec![report::plan_source(), workbook::SUMS.to_owned()])
}

/// Services of the area; the places add up.
fn services(basis: &Basis, at: usize) -> Sheet {
    const PLACES: usize = 7;
    let [name, _, traeger, field, kind, group, site, _, extent, places, usage, hours, funding, until, quality, as_of] =
        SERVICES;
    let columns = columns([
        (name, 36),
        (traeger, 28),
        (field, 24),
        (kind, 20),
        (group, 26),
        (site, 26),
        (extent, 26),
        (places, 9),
        (usage, 14),
        (hours, 26),
        (funding, 24),
        (until, 14),
        (quality, 30),
        (as_of, 13),
    ]);
    let angebote: Vec<_> = basis.own_angebote().collect();
    let mut rows: Vec<SheetRow> = (angebote.iter())
        .map(|angebot| {
            row(vec![
                marked(&angebot.name, angebot.demonstration),
                words_cell(&angebot.traeger),
                words_cell(text::handlungsfeld_short(angebot.handlungsfeld)),
                words_cell(text::angebot_art(angebot.kind)),
                words_cell(&angebot.zielgruppe),
                words_cell(&angebot.standort),
                words_cell(&angebot.umfang),
                angebot.capacity.map_or(SheetCell::Empty, |places| number(f64::from(places), 0)),
                angebot.use_percent.map_or(SheetCell::Empty, |percent| number(f64::from(percent), 0)),
                words_cell(&angebot.opening_hours),
                words_cell(&angebot.funding),
                match angebot.funded {
                    FundingTerm::Unknown => SheetCell::Empty,
                    FundingTerm::Unlimited => words_cell(UNLIMITED),
                    FundingTerm::Until(date) => SheetCell::Date(date),
                },
                words_cell(&angebot.quality),
                day(angebot.as_of),
            ])
        })
        .collect();
    let counted: u32 = angebote.iter().filter_map(|angebot| angebot.capacity).fold(0, u32::saturating_add);
    if counted > 0 {
        let mut cells = vec![SheetCell::Empty; columns.len()];
        cells[PLACES] = total_of(at, rows.len(), PLACES, f64::from(counted));
        rows.push(total_row(cells));
    }
    sheet(basis, words::SERVICES, columns, rows, vec![words::usage_note()])
}

/// Organisations with what they promised, without persons.
fn actors(basis: &Basis) -> Sheet {
    let [name, _, kind, task, fields, contribution, promises, networks, ..] = ACTORS;
    let columns =
        columns([(name, 36), (kind, 22), (task, 28), (fields, 30), (contribution, 40), (promises, 44), (networks, 28)]);
    let rows = basis.own_akteure().map(|akteur: &Akteur| {
        let fields: Vec<&str> = akteur.handlungsfelder.iter().map(|field| text::handlungsfeld_short(*field)).collect();
        row(vec![
            marked(&akteur.name, akteur.demonstration),
            words_cell(text::akteur_role(akteur.role)),
            words_cell(&akteur.task),
            words_cell(fields.join("; ")),
            words_cell(&akteur.contribution),
            words_cell(site_table::promises(akteur)),
            words_cell(site_table::networks(basis.vor_ort, akteur)),
        ])
    });
    sheet(basis, words::ACTORS, columns, rows.collect(), vec![words::no_persons()])
}

/// Events and the groups that they reached; the numbers add up.
fn events(basis: &Basis, at: usize) -> Sheet {
    const REACHED: usize = 5;
    let [date, event, form, place, groups] = EVENTS;
    let columns = columns([(date, 13), (event, 36), (form, 20), (place, 24), (groups, 50), (words::REACHED, 14)]);
    let events = own_events(basis);
    let mut rows: Vec<SheetRow> = (events.iter())
        .map(|event: &&Veranstaltung| {
            let groups: Vec<String> =
                event.groups.iter().map(|group| report::participation::group(&group.group, group.reached)).collect();
            row(vec![
                day(event.date),
                marked(&event.title, event.demonstration),
                words_cell(text::veranstaltungsform(event.form)),
                words_cell(&event.place),
                words_cell(groups.join("; ")),
                event.reached().map_or(SheetCell::Empty, |reached| number(f64::from(reached), 0)),
            ])
        })
        .collect();
    let reached: u32 = events.iter().filter_map(|event| event.reached()).fold(0, u32::saturating_add);
    if reached > 0 {
        let mut cells = vec![SheetCell::Empty; columns.len()];
        cells[REACHED] = total_of(at, rows.len(), REACHED, f64::from(reached));
        rows.push(total_row(cells));
    }
    sheet(basis, words::EVENTS, columns, rows, vec![report::participation::source()])
}

/// The steps of the procedure as they stand for the area.
fn procedure(basis: &Basis) -> Sheet {
    let verfahren = basis.verfahren;
    let columns = columns([
        (workbook::NUMBER, 8),
        (words::STEP, 34),
        (words::RESPONSIBLE, 30),
        (workbook::STATE, 16),
        (words::DATE, 13),
        (words::RESULT, 44),
        (words::NOTE, 44),
    ]);
    let rows = verfahren.steps.iter().filter_map(|step| {
        let state = verfahren.states.iter().find(|s| s.area == basis.programme.area && s.step == step.id)?;
        Some(row(vec![
            number(f64::from(step.position), 0),
            words_cell(&step.title),
            words_cell(&step.responsible),
            words_cell(text::step_progress(state.progress)),
            day(state.date),
            words_cell(&step.result),
            words_cell(&state.note),
        ]))
    });
    sheet(basis, words::PROCEDURE, columns, rows.collect(), Vec::new())
}

fn decisions(basis: &Basis) -> Sheet {
    let [gremium, date, paper, subject, result] = DECISION_COLUMNS;
    let columns = columns([(gremium, 34), (date, 13), (paper, 14), (subject, 44), (result, 20), (words::WORDING, 60)]);
    let own = basis.verfahren.beschluesse.iter().filter(|one: &&Beschluss| one.areas.contains(&basis.programme.area));
    let rows = own.map(|one| {
        row(vec![
            words_cell(basis.verfahren.gremium(one.gremium).map_or("", |gremium| gremium.name.as_str())),
            day(one.date),
            words_cell(&one.drucksache),
            words_cell(&one.gegenstand),
            words_cell(one.ergebnis.map_or(report::NOT_SETTLED, text::beschluss_ergebnis)),
            words_cell(&one.wortlaut),
        ])
    });
    sheet(basis, words::DECISIONS, columns, rows.collect(), Vec::new())
}

/// Targets of goals and measures beside the newest values.
pub(in crate::programme) fn targets(basis: &Basis, state: &Monitoring) -> Sheet {
    let [_, indicator, _, newest, progress] = GOAL_COLUMNS;
    let columns = columns([
        (workbook::NUMBER, 8),
        (words::OF, 60),
        (indicator, 36),
        (workbook::START, 14),
        (workbook::TARGET, 14),
        (workbook::UNTIL, 8),
        (newest, 14),
        (words::PERIOD, 12),
        (workbook::UNIT, 12),
        (progress, 24),
    ]);
    let goals = state.ziele.iter().map(|goal| (String::new(), goal.text.as_str(), &goal.reading));
    let measures = state
        .massnahmen
        .iter()
        .map(|measure| (report::measure_number(measure.number), measure.titel.as_str(), &measure.reading));
    let rows = goals.chain(measures).map(|(number, of, reading)| row(target_cells(number, of, reading)));
    sheet(basis, words::MONITORING, columns, rows.collect(), vec![report::signs_note()])
}

fn target_cells(measure: String, of: &str, reading: &TargetReading) -> Vec<SheetCell> {
    let value = |value: Option<f64>| value.map_or(SheetCell::Empty, |value| number(value, reading.decimals));
    let newest = reading.newest.as_ref();
    let shown = newest.map_or(SheetCell::Empty, |newest| value_cell(newest.value, newest.status, reading.decimals));
    vec![
        words_cell(measure),
        words_cell(of),
        words_cell(&reading.indicator),
        value(reading.start),
        value(reading.target),
        reading.target_year.map_or(SheetCell::Empty, |year| words_cell(year.to_string())),
        shown,
        words_cell(newest.map_or("", |newest| newest.period.as_str())),
        words_cell(&reading.unit),
        words_cell(super::super::progress_report::progress_words(reading.progress)),
    ]
}

/// Money planned, granted and spent by measure and year; the sums and what is left recalculate.
pub(in crate::programme) fn spending(basis: &Basis, state: &Monitoring, at: usize) -> Sheet {
    const PLANNED: usize = 3;
    let [measure, title, planned, granted, spent, _] = MONEY_COLUMNS;
    let columns = columns([
        (measure, 8),
        (title, 44),
        (words::YEAR, 8),
        (planned, 16),
        (granted, 16),
        (spent, 16),
        (states::LEFT, 16),
    ]);
    let left = |row: usize, granted: Euro, spent: Euro| {
        let place = |column| SheetPlace { sheet: at, row, column };
        let amount = if granted > spent { granted - spent } else { Euro::default() };
        SheetCell::MoneyOf { formula: Formula::Gap(place(PLANNED + 1), place(PLANNED + 2)), amount }
    };
    let mut rows: Vec<SheetRow> = Vec::new();
    for one in &state.massnahmen {
        for money in &one.years {
            let cells = vec![
                words_cell(report::measure_number(one.number)),
                words_cell(&one.titel),
                words_cell(money.year.to_string()),
                SheetCell::Money(money.planned),
                SheetCell::Money(money.granted),
                SheetCell::Money(money.spent),
                left(rows.len(), money.granted, money.spent),
            ];
            rows.push(row(cells));
        }
    }
    if !rows.is_empty() {
        let total = state.total();
        let above = 0..rows.len();
        let sums = [total.planned, total.granted, total.spent];
        let mut cells = vec![SheetCell::Empty; PLANNED];
        cells.extend((PLANNED..).zip(sums).map(|(column, amount)| sum_of(at, &above, column, amount)));
        cells.push(left(rows.len(), total.granted, total.spent));
        rows.push(total_row(cells));
    }
    sheet(
        basis,
        words::SPENDING,
        columns,
        rows,
        vec![ENTRIES_SOURCE.to_owned(), workbook::LEFT.to_owned(), workbook::SUMS.to_owned()],
    )
}
