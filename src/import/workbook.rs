//! Workbooks to cells. Inflated bytes are counted before the reader sees the file, because a few kilobytes can unpack
//! to gigabytes; sheets are streamed, because a single far cell would otherwise claim the whole grid.

use super::sheet_shape::{self, SheetShape};
use super::sniff::SourceFormat;
use super::table::{CellKind, MergedCells, RawTable, TableBuilder, TooLarge};
use super::{ImportError, Issue, IssueKind, Severity};
use super::{old_workbook, open_document, raised};
use crate::domain::CellRef;
use crate::jobs::Progress;
use calamine::{CellErrorType, Data, DataRef, ExcelDateTime, Reader, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use memchr::memmem;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Seek, SeekFrom, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

const MEBIBYTE: u64 = 1 << 20;
const ENTRY_LIMIT: u64 = 64 * MEBIBYTE;
const TOTAL_LIMIT: u64 = 256 * MEBIBYTE;
/// Inflated bytes up to which the parts of a workbook are kept while it is read.
const UNPACKED_LIMIT: u64 = 64 * MEBIBYTE;
const ENTRIES_LIMIT: usize = 2_000;
const OLD_FILE_LIMIT: u64 = 64 * MEBIBYTE;
/// Cells that hold something.
const CELL_LIMIT: usize = 5_000_000;
/// Bytes of the texts of all sheets.
const TEXT_LIMIT: usize = 128 << 20;
/// Cells that may come out of order before a sheet counts as damaged.
const LATE_LIMIT: usize = 1_000_000;
/// Places of all sheets including empty ones inside rows.
const PLACE_LIMIT: usize = 20_000_000;
/// Rows and columns of the largest sheet that any program knows: down to `XFD1048576`.
const MOST_ROWS: u32 = 1 << 20;
const MOST_COLUMNS: u32 = 1 << 14;

type Workbook = (SourceFormat, Vec<RawTable>, Vec<Issue>);

/// What the sheets of a workbook together may still hold.
pub(super) struct Budget {
    cells: usize,
    /// Places, empty ones inside rows included.
    pub places: usize,
    /// Bytes of text.
    pub text: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { cells: CELL_LIMIT, places: PLACE_LIMIT, text: TEXT_LIMIT }
    }
}

impl Budget {
    /// Counts a filled cell, and gives its column. Looks now and then whether the planner wants to stop.
    pub(super) fn cell(&mut self, (row, column): (u32, u32), progress: &Progress) -> Result<u16, ImportError> {
        if self.cells == 0 || row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(too_large(TooLarge));
        }
        self.cells -= 1;
        if self.cells.is_multiple_of(4096) {
            progress.check()?;
        }
        u16::try_from(column).map_err(|_| too_large(TooLarge))
    }

    /// Takes off what a sheet holds.
    pub(super) fn spend(&mut self, table: &RawTable) {
        self.places = self.places.saturating_sub(table.place_count());
        self.text = self.text.saturating_sub(table.text_bytes());
    }
}

/// Sheets of a zipped workbook (XLSX, XLSM, ODS).
pub(super) fn read_zip(bytes: &[u8], progress: &Progress) -> Result<Workbook, ImportError> {
    match check_zip(bytes, progress)? {
        Checked::Open(content) => {
            let sheets = open_document::read(&content, progress)?;
            finish(SourceFormat::Ods, sheets, Vec::new())
        }
        Checked::Excel(unpacked) => {
            let bytes = unpacked.as_ref().map_or(bytes, |unpacked| &unpacked.bytes);
            guarded(|| read_xlsx(bytes, unpacked.as_ref(), progress))
        }
    }
}

/// What an archive turned out to be.
enum Checked {
    Excel(Option<Unpacked>),
    /// An OpenDocument, with its content.
    Open(String),
}

/// The parts of an archive as they were counted, put together again without compression: inflating them a second and a
/// third time would take longer than reading them.
struct Unpacked {
    bytes: Vec<u8>,
    /// Whether any part speaks of merged cells, of hidden rows and columns, of formulas or of raised letters; where none
    /// does, none is looked for.
    has_merged: bool,
    has_hidden: bool,
    has_formulas: bool,
    has_raised: bool,
}

/// Puts parts together until they are too large to be kept; then they are inflated again.
struct Packer(Option<zip::ZipWriter<Cursor<Vec<u8>>>>);

impl Packer {
    fn new() -> Packer {
        Packer(Some(zip::ZipWriter::new(Cursor::new(Vec::new()))))
    }

    fn start(&mut self, name: &str) {
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        self.try_to(|archive| archive.start_file(name, options).is_ok());
    }

    /// Takes the next bytes of the part, up to which so many were inflated in all.
    fn push(&mut self, bytes: &[u8], total: u64) {
        self.try_to(|archive| total <= UNPACKED_LIMIT && archive.write_all(bytes).is_ok());
    }

    /// What fails is not tried again: of two parts of one name and the like the reader gets the file as it is.
    fn try_to(&mut self, step: impl FnOnce(&mut zip::ZipWriter<Cursor<Vec<u8>>>) -> bool) {
        if !self.0.as_mut().is_some_and(step) {
            self.0 = None;
        }
    }

    fn finish(self) -> Option<Unpacked> {
        let bytes = self.0?.finish().ok()?.into_inner();
        Some(Unpacked {
            has_merged: memmem::find(&bytes, b"mergeCell").is_some(),
            has_hidden: memmem::find(&bytes, b"hidden=").is_some(),
            has_formulas: speaks_of_formulas(&bytes),
            has_raised: raised::speaks_of_raised(bytes.as_slice()),
            bytes,
        })
    }
}

/// Whether an element `f` begins anywhere, with or without a prefix.
fn speaks_of_formulas(xml: &[u8]) -> bool {
    memchr::memchr_iter(b'f', xml).any(|at| {
        let before = at.checked_sub(1).map(|before| xml[before]);
        let ends = xml.get(at + 1).is_none_or(|next| matches!(next, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n'));
        ends && matches!(before, Some(b'<' | b':'))
    })
}

/// Sheets of an OLE workbook (XLS).
pub(super) fn read_ole(bytes: &[u8], progress: &Progress) -> Result<Workbook, ImportError> {
    if bytes.len() as u64 > OLD_FILE_LIMIT {
        return Err(ImportError::TooLarge { detail: format!("> {OLD_FILE_LIMIT} bytes") });
    }
    let utf16: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    if bytes.windows(utf16.len()).any(|window| window == utf16) {
        return Err(ImportError::Encrypted);
    }
    let shapes = old_workbook::check(bytes)?;
    guarded(|| read_xls(bytes, shapes, progress))
}

/// A panic of the reader over a hostile file is a damaged file, not a crash.
fn guarded(read: impl FnOnce() -> Result<Workbook, ImportError>) -> Result<Workbook, ImportError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged("reader gave up")))
}

pub(super) fn damaged(detail: impl ToString) -> ImportError {
    ImportError::Damaged { detail: detail.to_string() }
}

pub(super) fn too_large(_: TooLarge) -> ImportError {
    ImportError::TooLarge { detail: format!("> {CELL_LIMIT} cells") }
}

/// Counts what the archive really unpacks to, and tells what it is.
fn check_zip(bytes: &[u8], progress: &Progress) -> Result<Checked, ImportError> {
    let too_many = || ImportError::TooLarge { detail: format!("> {ENTRIES_LIMIT} entries") };
    if announced_entries(bytes).is_some_and(|entries| entries > ENTRIES_LIMIT) {
        return Err(too_many());
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > ENTRIES_LIMIT {
        return Err(too_many());
    }
    let (mut total, mut is_excel, mut open) = (0, false, None);
    let mut other = "gepacktes Archiv (ZIP)";
    let mut packer = Packer::new();
    let mut content = Vec::new();
    for index in 0..archive.len() {
        let entry = match archive.by_index(index) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::UnsupportedArchive(what)) if what.to_lowercase().contains("password") => {
                return Err(ImportError::Encrypted);
            }
            Err(error) => return Err(damaged(error)),
        };
        let name = entry.name().map_err(damaged)?.into_owned();
        let kept = OPEN_PARTS.contains(&name.as_str());
        content.clear();
        packer.start(&name);
        inflate(entry, &name, &mut total, progress, |bytes, total| {
            packer.push(bytes, total);
            if kept {
                content.extend_from_slice(bytes);
            }
        })?;
        match name.replace('\\', "/").as_str() {
            "xl/workbook.xml" => is_excel = true,
            "content.xml" => open = Some(std::mem::take(&mut content)),
            "word/document.xml" => other = "Textdokument (DOCX)",
            "ppt/presentation.xml" => other = "Präsentation (PPTX)",
            "xl/workbook.bin" => other = "Binäre Arbeitsmappe (XLSB)",
            // A package within the package, or parts of which the list says how to decrypt them.
            "encrypted-package" => return Err(ImportError::Encrypted),
            "META-INF/manifest.xml" if memmem::find(&content, b"encryption-data").is_some() => {
                return Err(ImportError::Encrypted);
            }
            _ => {}
        }
    }
    match open {
        _ if is_excel => Ok(Checked::Excel(packer.finish())),
        Some(content) => Ok(Checked::Open(String::from_utf8_lossy(&content).into_owned())),
        None => Err(ImportError::Foreign { found: other.to_owned() }),
    }
}

/// Parts of an OpenDocument that are read.
const OPEN_PARTS: [&str; 2] = ["content.xml", "META-INF/manifest.xml"];

/// Inflates a part, counting its bytes; `keep` gets them piece by piece with the count so far.
fn inflate(
    mut part: impl Read,
    name: &str,
    total: &mut u64,
    progress: &Progress,
    mut keep: impl FnMut(&[u8], u64),
) -> Result<(), ImportError> {
    let (mut size, mut buffer) = (0, vec![0; 1 << 16]);
    loop {
        let read = part.read(&mut buffer).map_err(damaged)?;
        size += read as u64;
        *total += read as u64;
        if size > ENTRY_LIMIT || *total > TOTAL_LIMIT {
            return Err(ImportError::TooLarge { detail: format!("{name} > {size} bytes") });
        }
        if read == 0 {
            return Ok(());
        }
        keep(&buffer[..read], *total);
        progress.check()?;
    }
}

/// How many entries the end of an archive announces; known before the directory is read.
fn announced_entries(bytes: &[u8]) -> Option<usize> {
    let tail = &bytes[bytes.len().saturating_sub(66_000)..];
    let end = tail.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let count = tail.get(end + 10..end + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}

fn read_xlsx(bytes: &[u8], unpacked: Option<&Unpacked>, progress: &Progress) -> Result<Workbook, ImportError> {
    let mut book: Xlsx<_> = Xlsx::new(watched(bytes, progress)).map_err(|error| xlsx_error(error, progress))?;
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| matches!(sheet.typ, calamine::SheetType::WorkSheet))
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let may_hide = unpacked.is_none_or(|unpacked| unpacked.has_hidden);
    let may_raise = unpacked.is_none_or(|unpacked| unpacked.has_raised);
    let looks = sheet_shape::read(watched(bytes, progress), may_hide, may_raise);
    let (mut shapes, raised) = looks.map_err(too_large)?;
    let has_merged = unpacked.is_none_or(|unpacked| unpacked.has_merged);
    let has_formulas = unpacked.is_none_or(|unpacked| unpacked.has_formulas);
    let mut budget = Budget::default();
    let (mut tables, mut notes) = (Vec::new(), Vec::new());
    for (at, (name, hidden)) in sheets.iter().enumerate() {
        progress.step(at as u64, sheets.len() as u64)?;
        let merged = if has_merged { book.merge_cells_by_sheet_name(name).unwrap_or_default() } else { Vec::new() };
        let mut shape = shapes.remove(name).unwrap_or_default();
        let mut cells = book.worksheet_cells_reader(name).map_err(|error| xlsx_error(error, progress))?;
        let mut builder = TableBuilder::new(budget.places, budget.text);
        let (mut place, mut late, mut repeated) = (None, Vec::new(), 0_u32);
        let (mut text, mut late_text) = (String::new(), 0);
        loop {
            text.clear();
            let cell = if has_formulas {
                let cell = cells.next_cell_with_formula_metadata();
                cell.map(|cell| cell.map(|cell| (cell.pos, typed(&cell.value, &mut text), cell.formula.is_some())))
            } else {
                let cell = cells.next_cell();
                cell.map(|cell| cell.map(|cell| (cell.get_position(), typed(cell.get_value(), &mut text), false)))
            };
            let Some(((row, column), mut kind, computed)) = cell.map_err(|error| xlsx_error(error, progress))? else {
                break;
            };
            if computed {
                match kind {
                    CellKind::Empty => kind = CellKind::Formula,
                    _ => shape.formulas.meet((row, column)),
                }
            }
            if kind == CellKind::Empty {
                continue;
            }
            let column = budget.cell((row, column), progress)?;
            if kind == CellKind::Text
                && let Some(seen) = shape.raised_text(row, column).and_then(|text| raised.get(text))
            {
                text.replace_range(.., seen);
            }
            // Files of other programs may repeat or reorder cells: a place counts once, the first time.
            if place.is_none_or(|last| last < (row, column)) {
                place = Some((row, column));
                builder.put(row, column, &text, kind).map_err(too_large)?;
            } else if builder.is_filled(row, column) {
                repeated += 1;
            } else if late.len() >= LATE_LIMIT {
                return Err(damaged("cells out of order"));
            } else {
                late_text += text.len();
                if late_text > budget.text {
                    return Err(too_large(TooLarge));
                }
                late.push((row, column, text.clone(), kind));
            }
        }
        let merged = merged.into_iter().filter_map(|region| merged_cells(region.start, region.end)).collect();
        builder.percent(std::mem::take(&mut shape.percent));
        builder.indents(std::mem::take(&mut shape.indents));
        let mut table = builder.build(name.clone(), *hidden, merged).map_err(too_large)?;
        if !late.is_empty() {
            (table, repeated) = in_order(&table, late, repeated, &budget).map_err(too_large)?;
        }
        if repeated > 0 {
            let kind = IssueKind::RepeatedCells { sheet: name.clone(), count: repeated };
            notes.push(Issue { cell: None, severity: Severity::Check, kind });
        }
        budget.spend(&table);
        tables.push((table, shape));
    }
    finish(SourceFormat::Xlsx, tables, notes)
}

type LateCell = (u32, u16, String, CellKind);

/// The table with cells that came late, each at its place; how many came for a place that was taken.
fn in_order(
    table: &RawTable,
    mut late: Vec<LateCell>,
    mut repeated: u32,
    budget: &Budget,
) -> Result<(RawTable, u32), TooLarge> {
    let all = late.len();
    late.sort_by_key(|&(row, column, ..)| (row, column));
    late.dedup_by_key(|&mut (row, column, ..)| (row, column));
    repeated += u32::try_from(all - late.len()).unwrap_or(u32::MAX);
    let mut late = late.into_iter().peekable();
    let mut builder = TableBuilder::new(budget.places, budget.text);
    for row in 0..table.row_count() {
        for (column, cell) in table.row_cells(row) {
            while let Some((row, column, text, kind)) = late.next_if(|late| (late.0, late.1) < (row, column)) {
                builder.put(row, column, &text, kind)?;
            }
            builder.put(row, column, cell.text, cell.kind)?;
        }
    }
    for (row, column, text, kind) in late {
        builder.put(row, column, &text, kind)?;
    }
    builder.percent(table.percent().to_vec());
    builder.indents(table.indents().to_vec());
    Ok((builder.build(table.name.clone(), table.hidden, table.merged().to_vec())?, repeated))
}

/// Says which filled rows and columns a sheet hides (they are read like all others), and which cells hold formulas.
fn looks(table: &RawTable, shape: &SheetShape, sheet: u16) -> Vec<Issue> {
    let note = |kind| Issue { cell: None, severity: Severity::Info, kind };
    let name = || table.name.clone();
    let rows: Vec<u32> = shape.hidden_rows.iter().copied().filter(|&row| !table.is_blank(row)).collect();
    let columns = shape.hidden_columns_of(table.column_count());
    let mut notes = Vec::new();
    if !rows.is_empty() {
        notes.push(note(IssueKind::HiddenRows { sheet: name(), rows }));
    }
    if !columns.is_empty() {
        notes.push(note(IssueKind::HiddenColumns { sheet: name(), columns }));
    }
    if let Some((row, column)) = shape.formulas.first
        && let Ok(column) = u16::try_from(column)
    {
        let first = CellRef { sheet, row, column };
        notes.push(note(IssueKind::FormulaCells { sheet: name(), count: shape.formulas.count, first }));
    }
    notes
}

/// Bytes that cannot be read any more once the planner wants to stop: the readers of workbooks do not ask by themselves.
struct Watched<'a> {
    bytes: Cursor<&'a [u8]>,
    progress: &'a Progress,
}

fn watched<'a>(bytes: &'a [u8], progress: &'a Progress) -> Watched<'a> {
    Watched { bytes: Cursor::new(bytes), progress }
}

impl Read for Watched<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.progress.check().map_err(std::io::Error::other)?;
        // A part that is not compressed would otherwise be read in one go.
        let most = into.len().min(1 << 20);
        self.bytes.read(&mut into[..most])
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.bytes.seek(to)
    }
}

fn xlsx_error(error: XlsxError, progress: &Progress) -> ImportError {
    if progress.check().is_err() {
        return ImportError::Cancelled;
    }
    match error {
        XlsxError::Password => ImportError::Encrypted,
        other => damaged(other),
    }
}

fn read_xls(bytes: &[u8], (shapes, raised): old_workbook::Looks, progress: &Progress) -> Result<Workbook, ImportError> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ImportError::Encrypted,
        other => damaged(other),
    })?;
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut budget = Budget::default();
    // Where a sheet could not be counted, nothing is known about the looks of any.
    let mut shapes = if shapes.len() == sheets.len() { shapes } else { Vec::new() }.into_iter();
    let mut tables = Vec::new();
    for (name, hidden) in sheets {
        let mut shape = shapes.next().unwrap_or_default();
        let range = book.worksheet_range(&name).map_err(|error| damaged(format!("{error:?}")))?;
        let (first_row, first_column) = range.start().unwrap_or((0, 0));
        let mut builder = TableBuilder::new(budget.places, budget.text);
        let mut text = String::new();
        for (row, column, data) in range.used_cells() {
            text.clear();
            let kind = typed(&borrowed(data), &mut text);
            let place = |first: u32, at: usize| u32::try_from(at).map_or(u32::MAX, |at| first.saturating_add(at));
            let row = place(first_row, row);
            let column = budget.cell((row, place(first_column, column)), progress)?;
            if kind == CellKind::Text
                && let Some(string) = shape.raised_text(row, column)
                && let Some(seen) = raised.seen(string, &text)
            {
                text = seen;
            }
            builder.put(row, column, &text, kind).map_err(too_large)?;
        }
        builder.percent(std::mem::take(&mut shape.percent));
        builder.indents(std::mem::take(&mut shape.indents));
        let table = builder.build(name, hidden, std::mem::take(&mut shape.merged)).map_err(too_large)?;
        budget.spend(&table);
        tables.push((table, shape));
    }
    finish(SourceFormat::Xls, tables, Vec::new())
}

/// The sheets with what is to be said about them: hidden ones first, then the looks of the others.
fn finish(
    format: SourceFormat,
    sheets: Vec<(RawTable, SheetShape)>,
    noted: Vec<Issue>,
) -> Result<Workbook, ImportError> {
    if sheets.iter().all(|(table, _)| table.row_count() == 0) {
        return Err(ImportError::NoCells);
    }
    let note = |kind| Issue { cell: None, severity: Severity::Info, kind };
    let mut notes: Vec<Issue> = sheets
        .iter()
        .filter(|(table, _)| table.hidden && table.row_count() > 0)
        .map(|(table, _)| note(IssueKind::HiddenSheet { name: table.name.clone() }))
        .collect();
    notes.extend(noted);
    for (at, (table, shape)) in (0_u16..).zip(&sheets).filter(|(_, (table, _))| !table.hidden) {
        notes.extend(looks(table, shape, at));
    }
    Ok((format, sheets.into_iter().map(|(table, _)| table).collect(), notes))
}

fn merged_cells(start: (u32, u32), end: (u32, u32)) -> Option<MergedCells> {
    Some(MergedCells {
        first_row: start.0,
        first_column: u16::try_from(start.1).ok()?,
        last_row: end.0,
        last_column: u16::try_from(end.1).ok()?,
    })
}

fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Kind of a typed cell; its text is appended.
fn typed(data: &DataRef<'_>, text: &mut String) -> CellKind {
    match data {
        DataRef::Int(number) => {
            text.push_str(&number.to_string());
            CellKind::Number
        }
        DataRef::Float(number) => {
            push_number(*number, text);
            CellKind::Number
        }
        DataRef::String(content) => {
            text.push_str(content);
            CellKind::Text
        }
        DataRef::SharedString(content) => {
            text.push_str(content);
            CellKind::Text
        }
        DataRef::Bool(value) => {
            text.push_str(if *value { "WAHR" } else { "FALSCH" });
            CellKind::Bool
        }
        DataRef::DateTime(date) => {
            text.push_str(&date_text(date));
            CellKind::Date
        }
        DataRef::DateTimeIso(date) => {
            text.push_str(&iso_date_text(date));
            CellKind::Date
        }
        DataRef::DurationIso(duration) => {
            text.push_str(duration);
            CellKind::Date
        }
        DataRef::Error(error) => {
            text.push_str(error_text(error));
            CellKind::Error
        }
        DataRef::Empty => CellKind::Empty,
    }
}

/// Appends the shortest text that reads back to the same number. Where a number is a whole number of tenths to
/// ten-thousandths with at most fifteen digits, that text is these digits: no other of fifteen digits is as near.
pub(super) fn push_number(number: f64, text: &mut String) {
    const SCALES: [(f64, usize); 5] = [(1.0, 0), (10.0, 1), (100.0, 2), (1000.0, 3), (10_000.0, 4)];
    let size = number.abs();
    let exact = SCALES.into_iter().find_map(|(scale, decimals)| {
        // Adding a half and cutting off needs no call of the mathematical library, as rounding does on older processors.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "positive; too large ones do not fit"
        )]
        let whole = (size * scale + 0.5) as u64;
        #[expect(clippy::cast_precision_loss, reason = "below 1e15")]
        let fits = whole < 1_000_000_000_000_000 && (whole as f64 / scale).to_bits() == size.to_bits();
        fits.then_some((whole, decimals))
    });
    let Some((mut digits, decimals)) = exact else {
        // Writing to a string cannot fail.
        let _ = write!(text, "{number}");
        return;
    };
    let mut buffer = [b'0'; 20];
    let mut at = buffer.len();
    while digits > 0 || buffer.len() - at <= decimals + usize::from(decimals > 0) {
        at -= 1;
        if decimals > 0 && buffer.len() - at == decimals + 1 {
            buffer[at] = b'.';
            continue;
        }
        buffer[at] = b'0' + u8::try_from(digits % 10).unwrap_or(0);
        digits /= 10;
    }
    if number.is_sign_negative() {
        text.push('-');
    }
    text.push_str(std::str::from_utf8(&buffer[at..]).unwrap_or("0"));
}

fn date_text(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{day:02}.{month:02}.{year:04}")
}

pub(super) fn iso_date_text(text: &str) -> String {
    match text.get(..10).and_then(|date| date.parse::<jiff::civil::Date>().ok()) {
        Some(date) => format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year()),
        None => text.to_owned(),
    }
}

/// Error values as a German spreadsheet shows them.
fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#NV",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#ZAHL!",
        CellErrorType::Ref => "#BEZUG!",
        CellErrorType::Value => "#WERT!",
        CellErrorType::GettingData => "#DATEN!",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_typed_number_is_printed_as_the_shortest_text_that_reads_back(
            number in prop_oneof![
                proptest::num::f64::NORMAL | proptest::num::f64::ZERO,
                (-99_999_999_i64..99_999_999, 0_i32..6).prop_map(|(n, d)| n as f64 / 10_f64.powi(d)),
            ]
        ) {
            let mut text = String::new();
            push_number(number, &mut text);
            prop_assert_eq!(text, number.to_string());
        }
    }
}
