//! The rows of a table of services, checked and compared with what the project knows.

use super::cells::{self, Read};
use super::columns::{ServiceField, ServiceOptions};
use super::issue::{ServiceIssue, ServiceIssueKind};
use crate::domain::{
    Akteur, Angebot, AngebotArt, Area, AreaId, AreaLevel, FundingTerm, Handlungsfeld, PlanningData, VorOrt,
};
use crate::import::area_label::total_of;
use crate::import::area_match::{AreaIndex, AreaMatch, normalised};
use crate::import::{ImportError, RawTable, Severity, Source};
use crate::jobs::Progress;
use crate::text;
use crate::text::services as words;
use std::collections::BTreeMap;

/// A table of services has no more rows than this; more is another kind of table.
const MOST_ROWS: u32 = 20_000;
/// Names this alike may be the same service (Jaro and Winkler, 1990).
const SIMILAR: f64 = 0.92;

/// A table of services as it would be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceDraft {
    /// How it was read.
    pub options: ServiceOptions,
    /// Headings as they stand, by column.
    pub headings: Vec<String>,
    /// The rows that hold anything.
    pub rows: Vec<ServiceRow>,
    /// What was noticed, by row.
    pub issues: Vec<ServiceIssue>,
    /// Labels that name no known area and wait for the planner.
    pub unknown_areas: Vec<UnknownServiceArea>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRow {
    /// Row of the sheet, from 0.
    pub row: u32,
    /// The service as it would be; of a refused row what could be read.
    pub angebot: Angebot,
    /// What becomes of it.
    pub state: RowState,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowState {
    /// The project does not know the service.
    New,
    /// It knows it otherwise.
    Changed(Vec<FieldChange>),
    /// It knows it just so.
    Unchanged,
    /// It cannot be taken.
    Refused(RefusedReason),
}

/// Why a row cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedReason {
    /// It has no name.
    NoName,
    /// Its area is not known, or not named.
    Area,
    /// Its Handlungsfeld is not known.
    Field,
    /// Name and area stand in an earlier row.
    Twice,
    /// It is a sum of other rows.
    Total,
}

impl RefusedReason {
    /// Why, in a few German words.
    pub fn words(self) -> &'static str {
        match self {
            RefusedReason::NoName => words::REFUSED_NO_NAME,
            RefusedReason::Area => words::REFUSED_AREA,
            RefusedReason::Field => words::REFUSED_FIELD,
            RefusedReason::Twice => words::REFUSED_TWICE,
            RefusedReason::Total => words::REFUSED_TOTAL,
        }
    }
}

/// A field that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field.
    pub field: ServiceField,
    /// What the project knows.
    pub before: String,
    /// What the table says.
    pub after: String,
}

/// A label that names no known area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownServiceArea {
    /// The label.
    pub label: String,
    /// How many rows have it.
    pub rows: u32,
    /// Areas with similar names, the most similar first.
    pub similar: Vec<AreaId>,
}

/// How many rows become what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct ServiceCounts {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub refused: usize,
}

impl ServiceDraft {
    /// How many rows become what.
    pub fn counts(&self) -> ServiceCounts {
        let mut counts = ServiceCounts::default();
        for row in &self.rows {
            match row.state {
                RowState::New => counts.new += 1,
                RowState::Changed(_) => counts.changed += 1,
                RowState::Unchanged => counts.unchanged += 1,
                RowState::Refused(_) => counts.refused += 1,
            }
        }
        counts
    }

    /// What the project would write.
    pub fn batch(&self) -> Vec<Angebot> {
        let writes = |row: &&ServiceRow| matches!(row.state, RowState::New | RowState::Changed(_));
        self.rows.iter().filter(writes).map(|row| row.angebot.clone()).collect()
    }
}

/// Reads the rows of a table of services.
///
/// # Errors
/// If the reading is stopped.
pub fn draft_services(
    source: &Source,
    options: &ServiceOptions,
    data: &PlanningData,
    vor_ort: &VorOrt,
    progress: &Progress,
) -> Result<ServiceDraft, ImportError> {
    let empty = RawTable::default();
    let table = source.sheets.get(options.sheet).unwrap_or(&empty);
    let headings = (0..table.column_count()).map(|column| table.text(options.head_row, column).to_owned()).collect();
    let mut reader = Reader {
        table,
        options,
        data,
        vor_ort,
        areas: AreaIndex::new(data),
        draft: ServiceDraft { options: options.clone(), headings, ..ServiceDraft::default() },
        seen: BTreeMap::new(),
    };
    let last = table.row_count().min(options.head_row.saturating_add(MOST_ROWS));
    for row in options.head_row + 1..last {
        progress.check()?;
        if !table.is_blank(row) {
            reader.row(row);
        }
    }
    if last < table.row_count() {
        reader.note(last, None, Severity::Error, ServiceIssueKind::TooManyRows(MOST_ROWS));
    }
    Ok(reader.draft)
}

struct Reader<'a> {
    table: &'a RawTable,
    options: &'a ServiceOptions,
    data: &'a PlanningData,
    vor_ort: &'a VorOrt,
    areas: AreaIndex<'a>,
    draft: ServiceDraft,
    /// Name and area of earlier rows, with their first row.
    seen: BTreeMap<(String, AreaId), u32>,
}

impl Reader<'_> {
    fn text(&self, row: u32, field: ServiceField) -> &str {
        self.options.column_of(field).map_or("", |column| self.table.text(row, column))
    }

    fn note(&mut self, row: u32, field: Option<ServiceField>, severity: Severity, kind: ServiceIssueKind) {
        let column = field.and_then(|field| self.options.column_of(field));
        self.draft.issues.push(ServiceIssue { row, column, severity, kind });
    }

    fn row(&mut self, row: u32) {
        let (area, also_in) = self.area(row);
        let field = self.field(row);
        let mut angebot = Angebot::new(
            area.unwrap_or(AreaId(0)),
            self.text(row, ServiceField::Name),
            field.unwrap_or(Handlungsfeld::Zusammenhalt),
        );
        angebot.also_in = also_in;
        self.words(row, &mut angebot);
        self.numbers(row, &mut angebot);
        let refused = if angebot.name.is_empty() {
            self.note(row, Some(ServiceField::Name), Severity::Error, ServiceIssueKind::NoName);
            Some(RefusedReason::NoName)
        } else if total_of(&angebot.name).is_some_and(str::is_empty) {
            self.note(row, Some(ServiceField::Name), Severity::Info, ServiceIssueKind::Total);
            Some(RefusedReason::Total)
        } else if area.is_none() {
            Some(RefusedReason::Area)
        } else {
            self.twice(row, &angebot)
        };
        let known = self.known(&angebot);
        let state = match (refused, known) {
            (Some(reason), _) => RowState::Refused(reason),
            (None, Some(known)) => {
                angebot = merged(known, &angebot, field);
                match changes(known, &angebot) {
                    changes if changes.is_empty() => RowState::Unchanged,
                    changes => RowState::Changed(changes),
                }
            }
            (None, None) if field.is_none() => {
                let text = self.text(row, ServiceField::Handlungsfeld).to_owned();
                let kind = ServiceIssueKind::UnknownField(text);
                self.note(row, Some(ServiceField::Handlungsfeld), Severity::Error, kind);
                RowState::Refused(RefusedReason::Field)
            }
            (None, None) => {
                self.similar(row, &angebot);
                RowState::New
            }
        };
        self.draft.rows.push(ServiceRow { row, angebot, state });
    }

    /// The area of a row, and further ones behind semicolons.
    fn area(&mut self, row: u32) -> (Option<AreaId>, Vec<AreaId>) {
        let labels: Vec<String> = self
            .text(row, ServiceField::Area)
            .split([';', '\n'])
            .map(|label| label.trim().to_owned())
            .filter(|label| !label.is_empty())
            .collect();
        if labels.is_empty() {
            return (self.assumed_area(row), Vec::new());
        }
        let found: Vec<Option<AreaId>> = labels.iter().map(|label| self.area_of(row, label)).collect();
        let mut known = found.into_iter().flatten();
        let first = known.next();
        let mut also_in: Vec<AreaId> = known.filter(|area| Some(*area) != first).collect();
        also_in.sort_unstable();
        also_in.dedup();
        (first, also_in)
    }

    fn assumed_area(&mut self, row: u32) -> Option<AreaId> {
        let area = self.options.default_area.and_then(|id| self.data.area(id));
        let field = Some(ServiceField::Area);
        match area {
            None => self.note(row, field, Severity::Error, ServiceIssueKind::NoArea),
            // Without a column of areas the planner sees the chosen one above the table.
            Some(area) if self.options.column_of(ServiceField::Area).is_some() => {
                self.note(row, field, Severity::Info, ServiceIssueKind::AssumedArea(area.name.clone()));
            }
            Some(_) => {}
        }
        area.map(|area| area.id)
    }

    /// Exact first; another spelling is said; a similar name is only proposed.
    fn area_of(&mut self, row: u32, label: &str) -> Option<AreaId> {
        let field = Some(ServiceField::Area);
        match self.options.areas.get(label) {
            Some(Some(area)) => return Some(*area),
            Some(None) => {
                self.note(row, field, Severity::Info, ServiceIssueKind::AreaLeftOut(label.to_owned()));
                return None;
            }
            None => {}
        }
        let level = self.options.default_area.and_then(|id| self.data.area(id)).map(|area| area.level);
        let found = match self.areas.by_name(label, level) {
            AreaMatch::Unknown => self.areas.by_name(label, None),
            found => found,
        };
        if let Some(wide) = self.of_another_level(&found, level) {
            self.note(row, field, Severity::Error, ServiceIssueKind::OtherLevel(label.to_owned()));
            self.ask_part_of(label, wide, level);
            return None;
        }
        match found {
            AreaMatch::Exact(area) => Some(area),
            AreaMatch::Restored(area) | AreaMatch::Spelled(area) => {
                let read = self.data.area(area).map_or_else(String::new, |area| area.name.clone());
                let kind = ServiceIssueKind::SpelledArea { written: label.to_owned(), read };
                self.note(row, field, Severity::Info, kind);
                Some(area)
            }
            AreaMatch::Several(_) | AreaMatch::Unknown => {
                self.note(row, field, Severity::Error, ServiceIssueKind::UnknownArea(label.to_owned()));
                self.ask_area(label, &found);
                None
            }
        }
    }

    /// The area that was found, where it is none of the level that services belong to.
    fn of_another_level(&self, found: &AreaMatch, level: Option<AreaLevel>) -> Option<AreaId> {
        let (AreaMatch::Exact(id) | AreaMatch::Restored(id) | AreaMatch::Spelled(id)) = found else { return None };
        let area = self.data.area(*id)?;
        level.is_some_and(|level| area.level != level).then_some(area.id)
    }

    /// Asks which of the areas within a wider one is meant; they come first.
    fn ask_part_of(&mut self, label: &str, wide: AreaId, level: Option<AreaLevel>) {
        let within = |area: &&Area| area.parent == Some(wide) && level.is_none_or(|level| area.level == level);
        let within = self.data.areas.iter().filter(within).map(|area| area.id).collect();
        self.ask(label, within);
    }

    fn ask_area(&mut self, label: &str, found: &AreaMatch) {
        let similar = match found {
            AreaMatch::Several(areas) => areas.clone(),
            AreaMatch::Exact(_) | AreaMatch::Restored(_) | AreaMatch::Spelled(_) | AreaMatch::Unknown => {
                self.areas.similar(label, None)
            }
        };
        self.ask(label, similar);
    }

    fn ask(&mut self, label: &str, similar: Vec<AreaId>) {
        match self.draft.unknown_areas.iter_mut().find(|known| known.label == label) {
            Some(known) => known.rows += 1,
            None => self.draft.unknown_areas.push(UnknownServiceArea { label: label.to_owned(), rows: 1, similar }),
        }
    }

    /// The field of a row; where its words name none that is known, the chosen one, and that is said.
    fn field(&mut self, row: u32) -> Option<Handlungsfeld> {
        let text = self.text(row, ServiceField::Handlungsfeld).to_owned();
        if let Some(field) = cells::field(&text) {
            return Some(field);
        }
        let assumed = self.options.default_field?;
        if !text.is_empty() {
            let field = text::handlungsfeld_short(assumed).to_owned();
            let kind = ServiceIssueKind::AssumedField { text, field };
            self.note(row, Some(ServiceField::Handlungsfeld), Severity::Check, kind);
        }
        Some(assumed)
    }

    fn words(&mut self, row: u32, angebot: &mut Angebot) {
        let text = |field| self.text(row, field).to_owned();
        angebot.traeger = text(ServiceField::Traeger);
        angebot.akteur = traeger(&self.vor_ort.akteure, &angebot.traeger);
        angebot.zielgruppe = text(ServiceField::Zielgruppe);
        angebot.standort = text(ServiceField::Standort);
        angebot.reach = text(ServiceField::Reach);
        angebot.umfang = text(ServiceField::Umfang);
        angebot.opening_hours = text(ServiceField::OpeningHours);
        angebot.funding = text(ServiceField::Funding);
        angebot.quality = text(ServiceField::Quality);
        let kind = text(ServiceField::Kind);
        angebot.kind = cells::kind(&kind).unwrap_or_default();
        if !kind.is_empty() && cells::kind(&kind).is_none() {
            self.note(row, Some(ServiceField::Kind), Severity::Check, ServiceIssueKind::UnknownKind(kind));
        }
    }

    fn numbers(&mut self, row: u32, angebot: &mut Angebot) {
        let text = self.text(row, ServiceField::Capacity).to_owned();
        angebot.capacity = self.read(row, ServiceField::Capacity, &text, cells::places(&text), |n| text::count(*n));
        let text = self.text(row, ServiceField::UsePercent).to_owned();
        let column = self.options.column_of(ServiceField::UsePercent);
        let shown = column.is_some_and(|column| self.table.is_percent(row, column));
        let read = cells::percent(&text, shown);
        angebot.use_percent =
            self.read(row, ServiceField::UsePercent, &text, read, |n| text::percent(f64::from(*n), 0));
        let text = self.text(row, ServiceField::FundedUntil).to_owned();
        let term = self.read(row, ServiceField::FundedUntil, &text, cells::term(&text), |term| {
            term.until().map_or_else(String::new, text::date)
        });
        angebot.funded = term.unwrap_or(FundingTerm::Unknown);
        let text = self.text(row, ServiceField::AsOf).to_owned();
        angebot.as_of = self.read(row, ServiceField::AsOf, &text, cells::day(&text), |day| text::date(*day));
    }

    /// The value, and a note where it is not what stands there.
    fn read<T>(
        &mut self,
        row: u32,
        field: ServiceField,
        text: &str,
        read: Read<T>,
        print: impl Fn(&T) -> String,
    ) -> Option<T> {
        match read {
            Read::Nothing => None,
            Read::Plain(value) => Some(value),
            Read::Changed(value) => {
                let kind = ServiceIssueKind::ReadAs { field, text: text.to_owned(), read: print(&value) };
                self.note(row, Some(field), Severity::Check, kind);
                Some(value)
            }
            Read::Unreadable => {
                let kind = ServiceIssueKind::Unreadable { field, text: text.to_owned() };
                self.note(row, Some(field), Severity::Check, kind);
                None
            }
        }
    }

    /// Refuses a row whose name and area stand above already.
    fn twice(&mut self, row: u32, angebot: &Angebot) -> Option<RefusedReason> {
        let key = (normalised(&angebot.name), angebot.area);
        if let Some(first) = self.seen.get(&key).copied() {
            let kind = ServiceIssueKind::Twice { first_row: first + 1 };
            self.note(row, Some(ServiceField::Name), Severity::Error, kind);
            return Some(RefusedReason::Twice);
        }
        self.seen.insert(key, row);
        None
    }

    /// The service that the project knows under this name in this area.
    fn known(&self, angebot: &Angebot) -> Option<&Angebot> {
        let name = normalised(&angebot.name);
        let mut known = self.vor_ort.angebote.iter();
        known.find(|one| one.area == angebot.area && normalised(&one.name) == name)
    }

    fn similar(&mut self, row: u32, angebot: &Angebot) {
        let name = normalised(&angebot.name);
        let alike =
            |one: &&Angebot| one.serves(angebot.area) && strsim::jaro_winkler(&normalised(&one.name), &name) >= SIMILAR;
        let found = self.vor_ort.angebote.iter().find(alike).map(|one| one.name.clone());
        if let Some(other) = found {
            self.note(row, Some(ServiceField::Name), Severity::Check, ServiceIssueKind::Similar(other));
        }
    }
}

/// The organisation of this name.
fn traeger(akteure: &[Akteur], name: &str) -> Option<crate::domain::AkteurId> {
    let wanted = normalised(name);
    let found = akteure.iter().find(|akteur| !wanted.is_empty() && normalised(&akteur.name) == wanted);
    found.map(|akteur| akteur.id)
}

/// What the table says over what is known: an empty cell takes nothing away.
fn merged(known: &Angebot, read: &Angebot, field: Option<Handlungsfeld>) -> Angebot {
    let words = |known: &String, read: &String| if read.is_empty() { known.clone() } else { read.clone() };
    Angebot {
        id: known.id,
        area: known.area,
        also_in: if read.also_in.is_empty() { known.also_in.clone() } else { read.also_in.clone() },
        name: known.name.clone(),
        traeger: words(&known.traeger, &read.traeger),
        akteur: read.akteur.or(known.akteur.filter(|_| read.traeger.is_empty() || read.traeger == known.traeger)),
        handlungsfeld: field.unwrap_or(known.handlungsfeld),
        kind: if read.kind == AngebotArt::Sonstiges { known.kind } else { read.kind },
        zielgruppe: words(&known.zielgruppe, &read.zielgruppe),
        standort: words(&known.standort, &read.standort),
        reach: words(&known.reach, &read.reach),
        umfang: words(&known.umfang, &read.umfang),
        capacity: read.capacity.or(known.capacity),
        use_percent: read.use_percent.or(known.use_percent),
        opening_hours: words(&known.opening_hours, &read.opening_hours),
        funding: words(&known.funding, &read.funding),
        funded: if read.funded == FundingTerm::Unknown { known.funded } else { read.funded },
        quality: words(&known.quality, &read.quality),
        as_of: read.as_of.or(known.as_of),
        demonstration: known.demonstration,
    }
}

fn changes(known: &Angebot, read: &Angebot) -> Vec<FieldChange> {
    let mut changes: Vec<FieldChange> = ServiceField::ALL
        .into_iter()
        .map(|field| FieldChange { field, before: field_text(known, field), after: field_text(read, field) })
        .filter(|change| change.before != change.after)
        .collect();
    if known.also_in != read.also_in {
        let count = |one: &Angebot| text::count(one.also_in.len() + 1);
        changes.push(FieldChange { field: ServiceField::Area, before: count(known), after: count(read) });
    }
    changes
}

/// A field of a service as words; the area is left to those who know its name.
pub fn field_text(angebot: &Angebot, field: ServiceField) -> String {
    match field {
        ServiceField::Name => angebot.name.clone(),
        ServiceField::Area => String::new(),
        ServiceField::Traeger => angebot.traeger.clone(),
        ServiceField::Handlungsfeld => text::handlungsfeld_short(angebot.handlungsfeld).to_owned(),
        ServiceField::Kind => text::angebot_art(angebot.kind).to_owned(),
        ServiceField::Zielgruppe => angebot.zielgruppe.clone(),
        ServiceField::Standort => angebot.standort.clone(),
        ServiceField::Reach => angebot.reach.clone(),
        ServiceField::Umfang => angebot.umfang.clone(),
        ServiceField::Capacity => angebot.capacity.map_or_else(String::new, text::count),
        ServiceField::UsePercent => {
            angebot.use_percent.map_or_else(String::new, |percent| text::percent(f64::from(percent), 0))
        }
        ServiceField::OpeningHours => angebot.opening_hours.clone(),
        ServiceField::Funding => angebot.funding.clone(),
        ServiceField::FundedUntil => match angebot.funded {
            FundingTerm::Unknown => String::new(),
            FundingTerm::Unlimited => text::report::site::UNLIMITED.to_owned(),
            FundingTerm::Until(day) => text::date(day),
        },
        ServiceField::Quality => angebot.quality.clone(),
        ServiceField::AsOf => angebot.as_of.map_or_else(String::new, text::date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AngebotId;

    #[test]
    fn an_empty_cell_takes_nothing_away() {
        let known = Angebot {
            id: AngebotId(7),
            traeger: "Verein".into(),
            capacity: Some(12),
            ..Angebot::new(AreaId(1), "Treff", Handlungsfeld::Kinder)
        };
        let read =
            Angebot { zielgruppe: "Eltern".into(), ..Angebot::new(AreaId(1), "Treff", Handlungsfeld::Zusammenhalt) };
        let merged = merged(&known, &read, None);
        assert_eq!((merged.id, merged.capacity, merged.handlungsfeld), (AngebotId(7), Some(12), Handlungsfeld::Kinder));
        let changed: Vec<ServiceField> = changes(&known, &merged).into_iter().map(|change| change.field).collect();
        assert_eq!(changed, [ServiceField::Zielgruppe]);
    }
}
