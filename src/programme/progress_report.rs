//! The Sachstandsbericht: how a programme is getting on, as a document with tables and sentences.

use super::basis::Basis;
use super::document::ProgrammeError;
use super::document::figure;
use super::document::practice_sheets::{spending, targets};
use super::document::tables::{columns, indicator_source, row, strong_row, table};
use super::monitoring::{
    Implementation, MonitoredMeasure, Monitoring, TargetProgress, TargetReading, YearMoney, monitoring,
};
use super::versions::{ChangeKind, ChangedPart, VersionChange, changes_since};
use crate::document::{Align, Block, Document, Inline, Table, TableRow};
use crate::domain::{Beschluss, Fassung, Handlungsprogramm, Indicator, Status, Verfahren};
use crate::text::report::progress as words;
use crate::text::{self, monitoring as states, report, versions};
use jiff::civil::Date;

/// The Sachstandsbericht of a programme.
///
/// # Errors
/// If its chart cannot be drawn.
pub fn progress_report(basis: &Basis) -> Result<Document, ProgrammeError> {
    let state = monitoring(basis);
    let demonstration = basis.uses_demonstration() || uses_invented_entries(basis);
    let mut blocks = Vec::new();
    if demonstration {
        blocks.push(Block::Notice(vec![Inline::text(report::DEMONSTRATION_NOTICE)]));
    }
    overview(&state, &mut blocks);
    goals(basis, &state, &mut blocks);
    measures(basis, &state, &mut blocks);
    money(&state, &mut blocks)?;
    decisions(basis, &mut blocks);
    if let Some(fassung) = decided_version(basis) {
        blocks.push(heading(versions::HEADING));
        blocks.extend(changes(basis, fassung));
    }
    next(basis, &mut blocks);
    let programme = basis.programme;
    Ok(Document {
        title: words::title(basis.area_name()),
        subtitle: words::SUBTITLE.to_owned(),
        front_matter: vec![
            (report::front::AREA.to_owned(), basis.area_name().to_owned()),
            (
                report::front::YEARS.to_owned(),
                report::span(&programme.first_year.to_string(), &programme.last_year.to_string()),
            ),
            (report::front::STATE.to_owned(), text::programme_state(programme.state).to_owned()),
            (report::front::DATA.to_owned(), data_state(basis)),
            (report::front::DATE.to_owned(), text::date(basis.today)),
        ],
        date: Some(basis.today),
        author: report::AUTHOR.to_owned(),
        mark: if demonstration { report::DEMONSTRATION_MARK.to_owned() } else { String::new() },
        contents: false,
        blocks,
        sheets: vec![targets(basis, &state), spending(basis, &state, 1)],
        ..Document::default()
    })
}

/// The newest period of the data that targets are read against.
fn data_state(basis: &Basis) -> String {
    let dated = basis.data.periods.iter().filter(|period| period.year.is_some());
    let newest = dated.max_by_key(|period| (period.year, period.reference_date));
    newest.map_or_else(|| "–".to_owned(), |period| period.label.clone())
}

/// What has changed since a version, as blocks: a table for each part, or a sentence that nothing has.
pub(super) fn changes(basis: &Basis, fassung: &Fassung) -> Vec<Block> {
    let changes = changes_since(basis, &fassung.content);
    if changes.is_empty() {
        return vec![paragraph(versions::unchanged(fassung.kept_on))];
    }
    // What the planners changed stands apart from what the data and the records around the programme did.
    let (around, own): (Vec<&VersionChange>, Vec<&VersionChange>) =
        changes.iter().partition(|change| matches!(change.part, ChangedPart::Table | ChangedPart::Value));
    let printed = |caption: String, changes: Vec<&VersionChange>| {
        let columns = columns(&versions::COLUMNS, &[Align::Left; 4], &[24.0, 26.0, 25.0, 25.0]);
        Block::Table(table(caption, columns, changes.into_iter().map(change_row).collect(), Vec::new()))
    };
    [(versions::caption(fassung.kept_on, &fassung.anlass), own), (versions::caption_around(fassung.kept_on), around)]
        .into_iter()
        .filter(|(_, changes)| !changes.is_empty())
        .map(|(caption, changes)| printed(caption, changes))
        .collect()
}

/// The newest version of the programme that belongs to a decision.
pub(super) fn decided_version<'a>(basis: &Basis<'a>) -> Option<&'a Fassung> {
    let own = basis.verfahren.fassungen.iter().filter(|fassung| fassung.programme == basis.programme.id);
    own.filter(|fassung| fassung.beschluss.is_some()).max_by_key(|fassung| (fassung.kept_on, fassung.id))
}

fn change_row(change: &VersionChange) -> TableRow {
    let what = match change.kind {
        ChangeKind::Added => versions::ADDED.to_owned(),
        ChangeKind::Removed => versions::REMOVED.to_owned(),
        ChangeKind::Changed if change.what.is_empty() => part_word(change.part).to_owned(),
        ChangeKind::Changed => change.what.clone(),
    };
    let cell = |words: &str| if words.is_empty() { "–".to_owned() } else { versions::shortened(words) };
    row([versions::shortened(&change.subject), what, cell(&change.before), cell(&change.after)])
}

/// `Maßnahmen`
fn part_word(part: ChangedPart) -> &'static str {
    match part {
        ChangedPart::Frame => versions::PART_FRAME,
        ChangedPart::Goal => versions::PART_GOAL,
        ChangedPart::Measure => versions::PART_MEASURE,
        ChangedPart::Money => versions::PART_MONEY,
        ChangedPart::Scenario => versions::PART_SCENARIO,
        ChangedPart::Text => versions::PART_TEXT,
        ChangedPart::Table => versions::PART_TABLE,
        ChangedPart::Value => versions::PART_VALUE,
    }
}

fn uses_invented_entries(basis: &Basis) -> bool {
    let own = |massnahme| basis.programme.massnahmen.iter().any(|known| known.id == massnahme);
    basis.verfahren.umsetzungsnotizen.iter().any(|note| note.demonstration && own(note.massnahme))
        || uses_invented_money(basis.programme, basis.verfahren)
        || own_decisions(basis).any(|beschluss| beschluss.demonstration)
}

/// Whether money that a programme plans or has spent is invented, for demonstration.
pub fn uses_invented_money(programme: &Handlungsprogramm, verfahren: &Verfahren) -> bool {
    let own = |massnahme| programme.massnahmen.iter().any(|known| known.id == massnahme);
    programme.demonstration || verfahren.mittelabfluesse.iter().any(|entry| entry.demonstration && own(entry.massnahme))
}

fn own_decisions<'a>(basis: &Basis<'a>) -> impl Iterator<Item = &'a Beschluss> {
    let area = basis.programme.area;
    basis.verfahren.beschluesse.iter().filter(move |beschluss| beschluss.areas.contains(&area))
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 1, text: text.to_owned() }
}

fn paragraph(text: String) -> Block {
    Block::Paragraph(vec![Inline::Text(text)])
}

fn overview(state: &Monitoring, blocks: &mut Vec<Block>) {
    blocks.push(heading(words::OVERVIEW));
    if !state.massnahmen.is_empty() {
        blocks.push(paragraph(words::implementation(&measure_counts(state))));
    }
    blocks.push(paragraph(words::targets(&target_counts(state))));
    let total = state.total();
    blocks.push(paragraph(words::money(total.planned, total.granted, total.spent)));
    let items: Vec<Vec<Inline>> = attention(state).into_iter().map(|words| vec![Inline::Text(words)]).collect();
    if !items.is_empty() {
        blocks.push(Block::List { ordered: false, items });
    }
}

/// What a reader has to know first: goals that fell back, measures that are late, money beyond plan or grant.
pub fn attention(state: &Monitoring) -> Vec<String> {
    let fell_back = state.ziele.iter().map(|goal| &goal.reading).filter(|reading| match reading.progress {
        TargetProgress::Worse => true,
        TargetProgress::Reached
        | TargetProgress::OnTheWay { .. }
        | TargetProgress::NotYet { .. }
        | TargetProgress::NoNewerData
        | TargetProgress::WithoutValue(_)
        | TargetProgress::NotComparable
        | TargetProgress::OwnCount
        | TargetProgress::NotMeasurable => false,
    });
    let mut points: Vec<String> = fell_back
        .map(|reading| {
            let [indicator, aim, newest, _] = reading_cells(reading);
            let by_chance = reading.notes.contains(&states::within_chance());
            words::fell_back(&indicator, &newest, &aim, by_chance)
        })
        .collect();
    for measure in &state.massnahmen {
        match measure.implementation {
            Implementation::LateStart | Implementation::Overrun => {
                points.push(words::late(&name(measure), implementation_word(measure.implementation)));
            }
            Implementation::Completed
            | Implementation::UnderWay
            | Implementation::NotYetDue
            | Implementation::Undated => {}
        }
        let beyond = measure.years.iter().filter(|money| money.spent.cents > money.planned.cents);
        points.extend(beyond.map(|money| words::over_plan(&name(measure), money.year, money.spent - money.planned)));
    }
    let overspent = state.overspent();
    points.extend(overspent.into_iter().map(|(measure, over)| states::overspent(&name(measure), over)));
    points
}

/// How many targets of goals and measures are where.
pub fn target_counts(state: &Monitoring) -> words::TargetCounts {
    let without = state.count(|found| {
        matches!(found, TargetProgress::NoNewerData | TargetProgress::WithoutValue(_) | TargetProgress::NotComparable)
    });
    words::TargetCounts {
        measurable: state.count(|found| !matches!(found, TargetProgress::NotMeasurable | TargetProgress::OwnCount)),
        reached: state.count(|found| matches!(found, TargetProgress::Reached)),
        on_the_way: state.count(|found| matches!(found, TargetProgress::OnTheWay { .. })),
        not_yet: state.count(|found| matches!(found, TargetProgress::NotYet { .. }) && !found.is_unchanged()),
        unchanged: state.count(|found| found.is_unchanged()),
        worse: state.count(|found| matches!(found, TargetProgress::Worse)),
        without,
        uncounted: state.count(|found| matches!(found, TargetProgress::OwnCount)),
    }
}

/// How many measures are where.
pub fn measure_counts(state: &Monitoring) -> words::Counts {
    let count = |matches: fn(Implementation) -> bool| {
        state.massnahmen.iter().filter(|measure| matches(measure.implementation)).count()
    };
    words::Counts {
        measures: state.massnahmen.len(),
        completed: count(|found| found == Implementation::Completed),
        under_way: count(|found| found == Implementation::UnderWay),
        late: count(|found| matches!(found, Implementation::LateStart | Implementation::Overrun)),
    }
}

fn name(measure: &MonitoredMeasure) -> String {
    report::measure_reference(measure.number, &measure.titel)
}

fn goals(basis: &Basis, state: &Monitoring, blocks: &mut Vec<Block>) {
    blocks.push(heading(words::GOALS));
    if state.ziele.is_empty() {
        blocks.push(Block::Notice(vec![Inline::text(report::no_goals())]));
        return;
    }
    let rows = state.ziele.iter().map(|goal| {
        let [indicator, aim, newest, progress] = reading_cells(&goal.reading);
        row([goal.text.clone(), indicator, aim, newest, progress])
    });
    let columns = columns(&words::GOAL_COLUMNS, &[Align::Left; 5], &[32.0, 22.0, 16.0, 16.0, 18.0]);
    let notes = notes(basis, state.ziele.iter().map(|goal| &goal.reading));
    blocks.push(Block::Table(table(words::caption_goals(), columns, rows.collect(), notes)));
}

/// Indicator, aim, newest value, state.
fn reading_cells(reading: &TargetReading) -> [String; 4] {
    let newest = reading.newest.as_ref().map_or_else(
        || words::NO_VALUE.to_owned(),
        |newest| states::newest(newest.value, newest.status, reading.decimals, &reading.unit, &newest.period),
    );
    let indicator =
        if reading.indicator.is_empty() { report::NOT_SETTLED.to_owned() } else { reading.indicator.clone() };
    let aim = if reading.target.is_none() {
        report::NOT_SETTLED.to_owned()
    } else {
        states::aim(reading.start, reading.target, reading.decimals, reading.target_year)
    };
    [indicator, aim, newest, progress_words(reading.progress)]
}

/// `auf dem Weg: 50 % des Weges, 25 % der Zeit`
pub(super) fn progress_words(progress: TargetProgress) -> String {
    let (word, shares) = match progress {
        TargetProgress::Reached => (states::REACHED, String::new()),
        TargetProgress::OnTheWay { way, time } => (states::ON_THE_WAY, states::shares(Some(way), time)),
        TargetProgress::NotYet { time, .. } if progress.is_unchanged() => {
            (states::UNCHANGED, states::shares(None, time))
        }
        TargetProgress::NotYet { way, time } => (states::NOT_YET, states::shares(way, time)),
        TargetProgress::Worse => (states::WORSE, String::new()),
        TargetProgress::NoNewerData => (states::NO_NEWER_DATA, String::new()),
        TargetProgress::WithoutValue(status) => (states::without_value(status), String::new()),
        TargetProgress::NotComparable => (states::NOT_COMPARABLE, String::new()),
        TargetProgress::OwnCount => (states::OWN_COUNT, String::new()),
        TargetProgress::NotMeasurable => (states::NOT_MEASURABLE, String::new()),
    };
    if shares.is_empty() { word.to_owned() } else { format!("{word}: {shares}") }
}

/// What stands below a table of readings: how to read the states that it shows, notes, sources.
fn notes<'a>(basis: &Basis, readings: impl Iterator<Item = &'a TargetReading> + Clone) -> Vec<String> {
    let on_a_way = readings.clone().any(|reading| match reading.progress {
        TargetProgress::OnTheWay { .. } | TargetProgress::NotYet { .. } => true,
        TargetProgress::Reached
        | TargetProgress::Worse
        | TargetProgress::NoNewerData
        | TargetProgress::WithoutValue(_)
        | TargetProgress::NotComparable
        | TargetProgress::OwnCount
        | TargetProgress::NotMeasurable => false,
    });
    let reading_note = on_a_way.then(|| words::READING_NOTE.to_owned());
    let own = reading_notes(readings.clone());
    reading_note.into_iter().chain(own).chain(sources(basis, readings)).collect()
}

/// Notes of the readings, each once, with the indicator they belong to.
fn reading_notes<'a>(readings: impl Iterator<Item = &'a TargetReading>) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for reading in readings {
        for note in &reading.notes {
            let note = format!("{}: {note}", reading.indicator);
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}

/// Where the newest values and the targets come from, and what the signs of the values mean where there are some.
fn sources<'a>(basis: &Basis, readings: impl Iterator<Item = &'a TargetReading> + Clone) -> Vec<String> {
    let shown = readings.clone().filter_map(|reading| reading.newest.as_ref());
    let signs = shown.into_iter().any(|newest| newest.status != Status::Reported).then(report::signs_note);
    let used: Vec<&Indicator> = readings.filter_map(|reading| basis.data.indicator_by_code(&reading.code)).collect();
    let values = (!used.is_empty()).then(|| indicator_source(basis, &used));
    signs.into_iter().chain(values).chain([report::plan_source()]).collect()
}

/// `Beginn überschritten`
fn implementation_word(found: Implementation) -> &'static str {
    match found {
        Implementation::Completed => states::COMPLETED,
        Implementation::UnderWay => states::UNDER_WAY,
        Implementation::NotYetDue => states::NOT_YET_DUE,
        Implementation::Undated => states::UNDATED,
        Implementation::LateStart => states::LATE_START,
        Implementation::Overrun => states::OVERRUN,
    }
}

fn measures(basis: &Basis, state: &Monitoring, blocks: &mut Vec<Block>) {
    blocks.push(heading(words::MEASURES));
    if state.massnahmen.is_empty() {
        blocks.push(Block::Notice(vec![Inline::text(report::no_measures())]));
        return;
    }
    let rows = state.massnahmen.iter().map(|measure| {
        let note = measure.note.as_ref();
        row([
            report::measure_number(measure.number),
            measure.titel.clone(),
            text::beschlussstand(measure.beschlussstand).to_owned(),
            implementation_word(measure.implementation).to_owned(),
            note.map_or_else(words::no_notes, |note| words::note(note.date, &note.text, note.demonstration)),
        ])
    });
    let widths = [8.0, 28.0, 16.0, 18.0, 34.0];
    let stand = columns(&words::MEASURE_COLUMNS, &[Align::Left; 5], &widths);
    let source = || vec![words::ENTRIES_SOURCE.to_owned()];
    blocks.push(Block::Table(table(words::caption_measures(), stand, rows.collect(), source())));
    let rows = state.massnahmen.iter().map(|measure| {
        let [indicator, aim, newest, progress] = reading_cells(&measure.reading);
        row([report::measure_number(measure.number), indicator, aim, newest, progress])
    });
    blocks.push(heading(words::EFFECTS));
    let effects = columns(&words::EFFECT_COLUMNS, &[Align::Left; 5], &[8.0, 32.0, 20.0, 20.0, 24.0]);
    let notes = notes(basis, state.massnahmen.iter().map(|measure| &measure.reading));
    blocks.push(Block::Table(table(words::caption_effects(), effects, rows.collect(), notes)));
}

fn money_cells(money: YearMoney) -> [String; 4] {
    let outflow = words::outflow(money.granted, money.spent).unwrap_or_else(|| "–".to_owned());
    [text::euro(money.planned), text::euro(money.granted), text::euro(money.spent), outflow]
}

fn money(state: &Monitoring, blocks: &mut Vec<Block>) -> Result<(), ProgrammeError> {
    if state.massnahmen.is_empty() {
        return Ok(());
    }
    blocks.push(heading(words::MONEY));
    if let Some(chart) = state.spending_chart() {
        blocks.push(figure(&chart, words::CAPTION_SPENDING.to_owned(), words::ENTRIES_SOURCE.to_owned())?);
    }
    let mut rows: Vec<TableRow> = Vec::new();
    for measure in &state.massnahmen {
        let first = [report::measure_number(measure.number), measure.titel.clone()];
        rows.push(row(first.into_iter().chain(money_cells(measure.total()))));
    }
    let sum = [String::new(), report::sum::TOTAL.to_owned()];
    rows.push(strong_row(sum.into_iter().chain(money_cells(state.total()))));
    let align = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right];
    let by_measure = columns(&words::MONEY_COLUMNS, &align, &[8.0, 34.0, 16.0, 16.0, 16.0, 12.0]);
    let source = || vec![words::OUTFLOW_NOTE.to_owned(), words::ENTRIES_SOURCE.to_owned()];
    blocks.push(Block::Table(table(words::caption_money(), by_measure, rows, source())));
    blocks.push(Block::Table(years(state, source())));
    blocks.push(Block::Table(outflow(state, vec![words::ENTRIES_SOURCE.to_owned()])));
    Ok(())
}

/// What was spent of what was planned, measures down, years across.
fn outflow(state: &Monitoring, notes: Vec<String>) -> Table {
    let years: Vec<i16> = state.years().into_iter().map(|money| money.year).collect();
    let rows = state.massnahmen.iter().map(|measure| {
        let of = |year: &i16| measure.years.iter().find(|money| money.year == *year);
        let cell = |year| of(year).map_or_else(|| "–".to_owned(), |money| words::spent_of(money.spent, money.planned));
        let first = [report::measure_number(measure.number), measure.titel.clone()];
        row(first.into_iter().chain(years.iter().map(cell)))
    });
    let [number, title, ..] = words::MONEY_COLUMNS;
    let titles: Vec<String> =
        [number.to_owned(), title.to_owned()].into_iter().chain(years.iter().map(i16::to_string)).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let align: Vec<Align> = (0..titles.len()).map(|at| if at < 2 { Align::Left } else { Align::Right }).collect();
    let widths: Vec<f32> = [8.0, 30.0].into_iter().chain(years.iter().map(|_| 20.0)).collect();
    let columns = columns(&titles, &align, &widths);
    Table { landscape: years.len() > 4, ..table(words::caption_outflow(), columns, rows.collect(), notes) }
}

fn years(state: &Monitoring, notes: Vec<String>) -> Table {
    let by_year = |money: YearMoney| row(std::iter::once(money.year.to_string()).chain(money_cells(money)));
    let mut rows: Vec<TableRow> = state.years().into_iter().map(by_year).collect();
    rows.push(strong_row(std::iter::once(report::sum::TOTAL.to_owned()).chain(money_cells(state.total()))));
    let align = [Align::Left, Align::Right, Align::Right, Align::Right, Align::Right];
    let columns = columns(&words::YEAR_COLUMNS, &align, &[20.0, 20.0, 20.0, 20.0, 14.0]);
    table(words::caption_years(), columns, rows, notes)
}

fn decisions(basis: &Basis, blocks: &mut Vec<Block>) {
    let rows: Vec<TableRow> = own_decisions(basis)
        .map(|beschluss| {
            let gremium = basis.verfahren.gremium(beschluss.gremium).map_or("", |gremium| gremium.name.as_str());
            let open = || report::NOT_SETTLED.to_owned();
            let result = beschluss.ergebnis.map_or_else(open, |found| text::beschluss_ergebnis(found).to_owned());
            let number = if beschluss.drucksache.is_empty() { "–".to_owned() } else { beschluss.drucksache.clone() };
            let day = beschluss.date.map_or_else(open, text::date);
            row([gremium.to_owned(), day, number, beschluss.gegenstand.clone(), result])
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(heading(words::DECISIONS));
    let columns = columns(&words::DECISION_COLUMNS, &[Align::Left; 5], &[26.0, 14.0, 14.0, 30.0, 20.0]);
    blocks.push(Block::Table(table(
        words::caption_decisions(),
        columns,
        rows,
        vec![words::PROCEDURE_SOURCE.to_owned()],
    )));
}

/// What is to come for the area, by day: open Wiedervorlagen, sessions without a result, checks of measures.
fn next(basis: &Basis, blocks: &mut Vec<Block>) {
    let mut coming: Vec<(Date, String)> = basis
        .verfahren
        .wiedervorlagen
        .iter()
        .filter(|entry| entry.done.is_none() && entry.area == Some(basis.programme.area))
        .map(|entry| (entry.date, entry.text.clone()))
        .collect();
    coming.extend(own_decisions(basis).filter(|beschluss| beschluss.ergebnis.is_none()).filter_map(|beschluss| {
        let gremium = basis.verfahren.gremium(beschluss.gremium)?;
        Some((beschluss.date?, words::session(&gremium.name, &beschluss.gegenstand)))
    }));
    for massnahme in basis.massnahmen() {
        let name = report::measure_reference(massnahme.number, &massnahme.titel);
        let open = massnahme.meilensteine.iter().filter(|milestone| !milestone.erledigt);
        coming.extend(open.map(|milestone| (milestone.am, words::of_measure(&name, &milestone.titel))));
        coming.extend(massnahme.pruefung_am.map(|day| (day, words::of_measure(&name, words::EFFECT_CHECK))));
    }
    coming.sort();
    blocks.push(heading(words::NEXT));
    if coming.is_empty() {
        blocks.push(paragraph(words::no_next()));
        return;
    }
    let rows = coming.into_iter().map(|(day, what)| {
        let due = if day < basis.today { format!("{} ({})", text::date(day), words::OVERDUE) } else { text::date(day) };
        row([due, what])
    });
    let columns = columns(&words::NEXT_COLUMNS, &[Align::Left; 2], &[24.0, 76.0]);
    blocks.push(Block::Table(table(
        words::caption_next(),
        columns,
        rows.collect(),
        vec![words::PROCEDURE_SOURCE.to_owned()],
    )));
}
