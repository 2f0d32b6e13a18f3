//! Goals, Maßnahmen-, Kosten-, Finanzierungs- and Zeitplan. Every sum is computed here.

use super::super::basis::Basis;
use super::super::inline::inlines;
use super::super::office::own_office;
use super::super::resolve::area_reference;
use super::super::{figures, overlap, plan};
use super::tables::{columns, row, strong_row, table};
use super::{Profile, ProgrammeError, figure};
use crate::document::{Align, Block, Inline, Table, TableColumn, TableRow};
use crate::domain::{BindingRef, Buerokosten, CostKind, Euro, FundingSource, Massnahme, Quarter, Ziel};
use crate::text::{self, report};

/// Leitziele with their Handlungsziele.
pub(super) fn goals(basis: &Basis) -> Vec<Block> {
    let tree = plan::goal_tree(basis.programme);
    if tree.is_empty() {
        return vec![Block::Notice(vec![Inline::text(report::no_goals())])];
    }
    let mut rows = Vec::new();
    for (leitziel, below) in tree {
        rows.push(strong_row(std::iter::once(leitziel.text.clone()).chain(std::iter::repeat_n(String::new(), 4))));
        rows.extend(below.into_iter().map(|ziel| row(goal_cells(basis, ziel))));
    }
    let align = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right];
    let columns = columns(&report::columns::GOALS, &align, &[42.0, 24.0, 18.0, 14.0, 8.0]);
    vec![Block::Table(table(report::caption::goals(), columns, rows, vec![report::plan_source()]))]
}

fn goal_cells(basis: &Basis, ziel: &Ziel) -> [String; 5] {
    [
        ziel.text.clone(),
        measured_by(basis, &ziel.indicator, &ziel.messgroesse),
        planned_value(basis, &ziel.indicator, ziel.start_value),
        planned_value(basis, &ziel.indicator, ziel.target_value),
        ziel.target_year.map_or_else(|| report::NOT_SETTLED.to_owned(), |year| year.to_string()),
    ]
}

/// The indicator, or what is counted where none of the data fits.
pub(super) fn measured_by(basis: &Basis, code: &str, own: &str) -> String {
    if code.is_empty() && !own.trim().is_empty() { own.trim().to_owned() } else { indicator_name(basis, code) }
}

/// Name of an indicator by its code.
pub(in crate::programme) fn indicator_name(basis: &Basis, code: &str) -> String {
    match basis.data.indicator_by_code(code) {
        Some(indicator) => indicator.name.clone(),
        None if code.is_empty() => report::NOT_SETTLED.to_owned(),
        None => code.to_owned(),
    }
}

/// A value of a plan in the unit of its indicator.
pub(in crate::programme) fn planned_value(basis: &Basis, code: &str, value: Option<f64>) -> String {
    let Some(value) = value else { return report::NOT_SETTLED.to_owned() };
    match basis.data.indicator_by_code(code) {
        Some(indicator) => text::value_with_unit(value, indicator.decimals, &indicator.unit),
        None => text::decimal(value, text::own_decimals([value])),
    }
}

/// The Maßnahmenplan, and a sheet per measure in the long profile.
pub(super) fn measures(basis: &Basis, profile: Profile) -> Vec<Block> {
    let massnahmen = basis.massnahmen();
    if massnahmen.is_empty() {
        return vec![Block::Notice(vec![Inline::text(report::no_measures())])];
    }
    let mut blocks = vec![Block::Table(overview(&massnahmen))];
    blocks.extend(overlap_table(basis).map(Block::Table));
    match profile {
        Profile::Kurz => {}
        Profile::Lang => {
            blocks.push(Block::Heading { level: 3, text: report::heading::SHEETS.to_owned() });
            blocks.extend(massnahmen.into_iter().map(|massnahme| Block::Table(sheet(basis, massnahme))));
        }
    }
    blocks
}

/// The Maßnahmenplan.
pub(super) fn overview(massnahmen: &[&Massnahme]) -> Table {
    let mut rows: Vec<_> = massnahmen
        .iter()
        .map(|massnahme| {
            row([
                report::measure_number(massnahme.number),
                report::measure_title(massnahme),
                text::handlungsfeld_short(massnahme.handlungsfeld).to_owned(),
                or_open(&massnahme.traeger),
                duration(massnahme),
                text::euro(massnahme.total_cost()),
                text::beschlussstand(massnahme.beschlussstand).to_owned(),
            ])
        })
        .collect();
    let total = massnahmen.iter().map(|massnahme| massnahme.total_cost()).sum();
    let mut sum = vec![String::new(); 7];
    report::sum::TOTAL.clone_into(&mut sum[1]);
    sum[5] = text::euro(total);
    rows.push(strong_row(sum));
    let align = [Align::Left, Align::Left, Align::Left, Align::Left, Align::Left, Align::Right, Align::Left];
    let columns = columns(&report::columns::MEASURES, &align, &[10.0, 32.0, 24.0, 26.0, 24.0, 18.0, 20.0]);
    Table {
        landscape: massnahmen.len() > MAX_MEASURES_UPRIGHT,
        ..table(report::caption::measures(), columns, rows, vec![report::plan_source()])
    }
}

/// How the measures stand to what is there; none where nothing overlaps.
fn overlap_table(basis: &Basis) -> Option<Table> {
    let mut rows = Vec::new();
    for (id, overlaps) in overlap::overlaps(basis) {
        let Some(massnahme) = basis.programme.massnahmen.iter().find(|massnahme| massnahme.id == id) else { continue };
        rows.extend(overlaps.iter().map(|found| {
            let decision = found.decision.as_ref().filter(|decision| decision.is_settled());
            row([
                report::measure_number(massnahme.number),
                overlap::counterpart(found),
                decision.map_or_else(
                    || report::NOT_DECIDED.to_owned(),
                    |decision| {
                        report::decided(text::abgleichsentscheidung(decision.decision), found.decided_at.as_deref())
                    },
                ),
                decision.map_or_else(|| overlap::reasons(found).join("; "), |decision| decision.reason.clone()),
            ])
        }));
    }
    if rows.is_empty() {
        return None;
    }
    let columns = columns(&report::columns::OVERLAPS, &[Align::Left; 4], &[10.0, 36.0, 20.0, 40.0]);
    Some(table(report::caption::overlaps(), columns, rows, vec![report::overlaps_note()]))
}

/// More measures than this fill a page in landscape.
pub(super) const MAX_MEASURES_UPRIGHT: usize = 5;

fn or_open(words: &str) -> String {
    if words.trim().is_empty() { report::NOT_SETTLED.to_owned() } else { words.trim().to_owned() }
}

/// From when to when a measure runs.
pub(in crate::programme) fn duration(massnahme: &Massnahme) -> String {
    let print = |quarter: Option<Quarter>| {
        quarter.map_or_else(|| report::NOT_SETTLED.to_owned(), |quarter| quarter.to_string())
    };
    match (massnahme.beginn, massnahme.ende) {
        (None, None) => report::NOT_SETTLED.to_owned(),
        (from, to) => report::span(&print(from), &print(to)),
    }
}

/// A measure with all its fields.
pub(super) fn sheet(basis: &Basis, massnahme: &Massnahme) -> Table {
    use report::sheet;
    let goal = massnahme.ziel.and_then(|ziel| plan::goal(basis.programme, ziel)).map(|ziel| ziel.text.clone());
    let depends: Vec<String> = basis
        .massnahmen()
        .into_iter()
        .filter(|other| massnahme.abhaengig_von.contains(&other.id))
        .map(|other| report::measure_number(other.number))
        .collect();
    let measured = measured_by(basis, &massnahme.indikator, &massnahme.messgroesse);
    let effect = format!("{measured}: {}", aim(basis, massnahme));
    let facts = [
        (sheet::TITLE, report::measure_title(massnahme)),
        (sheet::FIELD, text::handlungsfeld(massnahme.handlungsfeld).to_owned()),
        (sheet::GOAL, goal.unwrap_or_default()),
        (sheet::TARGET, massnahme.zielgruppe.clone()),
        (sheet::PROBLEM, massnahme.problemlage.clone()),
        (sheet::DESCRIPTION, massnahme.beschreibung.clone()),
        (sheet::TRAEGER, massnahme.traeger.clone()),
        (sheet::OFFICE, massnahme.federfuehrung.clone()),
        (sheet::OTHERS, massnahme.beteiligte.clone()),
        (sheet::SITE, massnahme.standort.clone()),
        (sheet::TIME, duration(massnahme)),
        (sheet::COSTS, text::euro(massnahme.total_cost())),
        (sheet::FUNDING, funding_words(massnahme)),
        (sheet::OPEN, text::euro(massnahme.open_amount())),
        (sheet::PRIORITY, text::prioritaet(massnahme.prioritaet).to_owned()),
        (sheet::DEPENDS, if depends.is_empty() { "–".to_owned() } else { report::enumeration(&depends) }),
        (sheet::INDICATOR, if massnahme.is_measured() { effect } else { String::new() }),
        (sheet::HYPOTHESIS, massnahme.wirkungshypothese.clone()),
        (sheet::STEP, text::wirkungsstufe(massnahme.stufe).to_owned()),
        (sheet::CHECK, massnahme.pruefung_am.map_or_else(String::new, text::date)),
        (sheet::CONTINUATION, massnahme.verstetigung.clone()),
        (sheet::DECISION, text::beschlussstand(massnahme.beschlussstand).to_owned()),
    ];
    let rows = facts
        .into_iter()
        .map(|(label, value)| TableRow {
            cells: vec![vec![Inline::Strong(label.to_owned())], vec![Inline::Text(or_open(&value))]],
            strong: false,
        })
        .collect();
    let caption = report::caption::sheet(&report::measure_number(massnahme.number), &massnahme.titel);
    table(caption, columns(&report::columns::SHEET, &[Align::Left, Align::Left], &[26.0, 74.0]), rows, Vec::new())
}

fn funding_words(massnahme: &Massnahme) -> String {
    let parts: Vec<String> = FundingSource::ALL
        .into_iter()
        .filter_map(|source| {
            let items = massnahme.finanzierung.iter().filter(|item| item.source == source);
            let amount: Euro = items.map(|item| item.amount).sum();
            (amount.cents != 0).then(|| format!("{}: {}", text::funding_source(source), text::euro(amount)))
        })
        .collect();
    parts.join("; ")
}

/// Who takes part on site.
pub(super) fn actors(basis: &Basis) -> Option<Block> {
    let rows: Vec<_> = basis
        .own_akteure()
        .map(|akteur| {
            let name = report::marked(&akteur.name, akteur.demonstration);
            row([name, text::akteur_role(akteur.role).to_owned(), or_open(&akteur.contribution)])
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let columns = columns(&report::columns::ACTORS, &[Align::Left; 3], &[32.0, 27.0, 41.0]);
    Some(Block::Table(table(report::caption::actors(), columns, rows, vec![report::plan_source()])))
}

/// Costs, money and time.
pub(super) fn money_and_time(basis: &Basis, profile: Profile) -> Result<Vec<Block>, ProgrammeError> {
    let programme = basis.programme;
    if programme.massnahmen.is_empty() {
        return Ok(vec![Block::Notice(vec![Inline::text(report::no_measures())])]);
    }
    let mut blocks = vec![Block::Paragraph(money_overview(basis))];
    blocks.push(Block::Heading { level: 2, text: report::heading::COSTS.to_owned() });
    blocks.push(Block::Table(cost_table(basis)));
    blocks.extend(costs_figure(basis, profile)?);
    blocks.push(Block::Heading { level: 2, text: report::heading::FUNDING.to_owned() });
    blocks.push(Block::Table(funding_table(basis)));
    if let Some(spec) = figures::funding(basis) {
        blocks.push(figure(&spec, report::caption::funding_chart(), report::plan_source())?);
    }
    blocks.push(Block::Table(by_measure(basis)));
    blocks.push(Block::Heading { level: 2, text: report::heading::TIME.to_owned() });
    if let Some(spec) = figures::gantt(basis) {
        blocks.push(figure(&spec, report::caption::time(), report::gantt_note())?);
    }
    Ok(blocks)
}

/// Cost per year and kind; only in the long profile.
fn costs_figure(basis: &Basis, profile: Profile) -> Result<Option<Block>, ProgrammeError> {
    let spec = match profile {
        Profile::Kurz => None,
        Profile::Lang => figures::costs(basis),
    };
    let Some(spec) = spec else { return Ok(None) };
    figure(&spec, report::planning_document::COSTS_CHART.to_owned(), report::plan_source()).map(Some)
}

/// The sums in a sentence.
pub(super) fn money_overview(basis: &Basis) -> Vec<Inline> {
    let programme = basis.programme;
    let own = plan::funding(programme, None, Some(FundingSource::Eigenanteil));
    let costs =
        basis.area().map_or_else(String::new, |area| format!("[{}]", BindingRef::Costs { area: area_reference(area) }));
    if plan::cost(programme, None, None) == Euro::default() {
        let sentence =
            std::iter::once(report::NO_COSTS.to_owned()).chain(office_costs(basis)).collect::<Vec<_>>().join(" ");
        return inlines(basis, &sentence, &[]);
    }
    let sentence = report::money_overview(
        &costs,
        plan::funding(programme, None, None),
        plan::open(programme, None),
        own,
        plan::own_share_percent(programme),
    );
    let sentence = std::iter::once(sentence).chain(office_costs(basis)).collect::<Vec<_>>().join(" ");
    inlines(basis, &sentence, &[])
}

/// What the tailoring of the Aktionsbüro costs beside the measures; none where it costs nothing.
fn office_costs(basis: &Basis) -> Option<String> {
    let office = own_office(basis)?;
    let additional: Euro = office.costs.iter().map(|costs| costs.additional).sum();
    let open = office.costs.iter().map(Buerokosten::open).sum();
    (additional.cents > 0).then(|| report::office::beside_the_plan(additional, open))
}

/// A column per year between the first and the sum.
pub(super) fn year_columns(first: &str, years: &[i16]) -> Vec<TableColumn> {
    let column = |title: String, align, width| TableColumn { title, align, width };
    std::iter::once(column(first.to_owned(), Align::Left, 30.0))
        .chain(years.iter().map(|year| column(year.to_string(), Align::Right, 16.0)))
        .chain(std::iter::once(column(report::columns::SUM.to_owned(), Align::Right, 18.0)))
        .collect()
}

/// Amounts per year and their sum.
pub(super) fn year_row(label: &str, years: &[i16], amount: impl Fn(Option<i16>) -> Euro) -> Vec<String> {
    std::iter::once(label.to_owned())
        .chain(years.iter().map(|&year| text::euro(amount(Some(year)))))
        .chain(std::iter::once(text::euro(amount(None))))
        .collect()
}

/// Costs by kind and year.
pub(super) fn cost_table(basis: &Basis) -> Table {
    let programme = basis.programme;
    let years: Vec<i16> = plan::years(programme).into_iter().collect();
    let mut rows: Vec<_> = CostKind::ALL
        .into_iter()
        .map(|kind| row(year_row(text::cost_kind(kind), &years, |year| plan::cost(programme, year, Some(kind)))))
        .collect();
    rows.push(strong_row(year_row(report::sum::COSTS, &years, |year| plan::cost(programme, year, None))));
    let columns = year_columns(report::columns::COST_KIND, &years);
    Table {
        landscape: years.len() > MAX_YEARS_UPRIGHT,
        ..table(report::caption::costs(), columns, rows, vec![report::plan_source()])
    }
}

/// More years than this need a page in landscape.
const MAX_YEARS_UPRIGHT: usize = 6;

/// Money by source and year, and what is open.
pub(super) fn funding_table(basis: &Basis) -> Table {
    let programme = basis.programme;
    let years: Vec<i16> = plan::years(programme).into_iter().collect();
    let mut rows: Vec<_> = FundingSource::ALL
        .into_iter()
        .map(|source| {
            let amount = |year| plan::funding(programme, year, Some(source));
            row(year_row(text::funding_source(source), &years, amount))
        })
        .collect();
    rows.push(strong_row(year_row(report::sum::FUNDING, &years, |year| plan::funding(programme, year, None))));
    rows.push(strong_row(year_row(report::sum::COSTS, &years, |year| plan::cost(programme, year, None))));
    rows.push(strong_row(year_row(report::sum::OPEN, &years, |year| plan::open(programme, year))));
    let columns = year_columns(report::columns::SOURCE, &years);
    Table {
        landscape: years.len() > MAX_YEARS_UPRIGHT,
        ..table(report::caption::funding(), columns, rows, vec![report::plan_source()])
    }
}

pub(super) fn by_measure(basis: &Basis) -> Table {
    let massnahmen = basis.massnahmen();
    let mut rows: Vec<_> = massnahmen
        .iter()
        .map(|massnahme| {
            row([
                report::measure_number(massnahme.number),
                massnahme.titel.clone(),
                text::euro(massnahme.total_cost()),
                text::euro(massnahme.total_funding()),
                text::euro(massnahme.open_amount()),
            ])
        })
        .collect();
    rows.push(strong_row([
        String::new(),
        report::sum::TOTAL.to_owned(),
        text::euro(massnahmen.iter().map(|massnahme| massnahme.total_cost()).sum()),
        text::euro(massnahmen.iter().map(|massnahme| massnahme.total_funding()).sum()),
        text::euro(massnahmen.iter().map(|massnahme| massnahme.open_amount()).sum()),
    ]));
    let align = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right];
    let columns = columns(&report::columns::MONEY, &align, &[8.0, 44.0, 16.0, 16.0, 16.0]);
    table(report::caption::money_by_measure(), columns, rows, vec![report::plan_source()])
}

/// How the effect of each measure is looked at.
pub(super) fn effects(basis: &Basis) -> Vec<Block> {
    let massnahmen = basis.massnahmen();
    if massnahmen.is_empty() {
        return Vec::new();
    }
    let rows = massnahmen
        .iter()
        .map(|massnahme| {
            row([
                report::measure_number(massnahme.number),
                or_open(&massnahme.wirkungshypothese),
                measured_by(basis, &massnahme.indikator, &massnahme.messgroesse),
                aim(basis, massnahme),
                massnahme.pruefung_am.map_or_else(|| report::NOT_SETTLED.to_owned(), text::date),
            ])
        })
        .collect();
    let align = [Align::Left, Align::Left, Align::Left, Align::Left, Align::Left];
    let columns = columns(&report::columns::EFFECTS, &align, &[8.0, 38.0, 28.0, 20.0, 14.0]);
    vec![
        Block::Paragraph(vec![Inline::Text(steering(&massnahmen))]),
        Block::Table(table(report::caption::effects(), columns, rows, vec![report::plan_source()])),
    ]
}

/// What the plan says about looking at effects: that every measure can be looked at, or which cannot.
fn steering(massnahmen: &[&Massnahme]) -> String {
    let lacks = |massnahme: &&&Massnahme| {
        massnahme.wirkungshypothese.trim().is_empty()
            || !massnahme.is_measured()
            || massnahme.ausgangswert.is_none()
            || massnahme.zielwert.is_none()
            || massnahme.pruefung_am.is_none()
    };
    let lacking: Vec<String> =
        massnahmen.iter().filter(lacks).map(|massnahme| report::measure_number(massnahme.number)).collect();
    report::steering_opening(&lacking, massnahmen.len())
}

/// Start and target; once `noch offen` where neither is settled.
fn aim(basis: &Basis, massnahme: &Massnahme) -> String {
    if massnahme.ausgangswert.is_none() && massnahme.zielwert.is_none() {
        return report::NOT_SETTLED.to_owned();
    }
    let value = |value| planned_value(basis, &massnahme.indikator, value);
    format!("{} → {}", value(massnahme.ausgangswert), value(massnahme.zielwert))
}
