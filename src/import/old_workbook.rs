//! Workbooks before 2007, looked through before the reader sees them: it believes stated sizes, follows chains of
//! sectors that never end and lays out the whole grid up to a far cell. Its own way to the stream is private, so the
//! few fields that lead there are read here ([MS-CFB], [MS-XLS]), and with them what the reader does not say: hidden
//! rows and columns, merged cells, formulas and cells shown as percent.

use super::ImportError;
use super::old_raised::RaisedRuns;
use super::sheet_shape::{SheetShape, is_percent};
use super::table::MergedCells;
use std::collections::BTreeSet;

/// Places that all sheets of an old workbook may span, empty ones included, with those of their formulas.
const PLACE_LIMIT: u64 = 8_000_000;
/// Places of a whole sheet of the format. Many programs state it for a small table; no more can be there.
const WHOLE_SHEET: u64 = 65_536 * 256;
/// Bytes of records that are looked through: sheets may share them.
const RECORD_LIMIT: usize = 256 << 20;
/// Looks of cells that are kept: no file of the size that is read holds more, unless sheets share them.
const LOOKS_LIMIT: usize = 4_000_000;

const END_OF_CHAIN: u32 = 0xffff_fffe;
const FIRST_RESERVED: u32 = 0xffff_fffa;
const NO_SECTOR: u32 = 0xffff_fffc;
/// Bytes below which a stream lies in the small sectors.
const SMALL_STREAM: usize = 4096;

/// The looks of the sheets of a workbook in their order, and the raised letters of its strings.
pub(super) type Looks = (Vec<SheetShape>, RaisedRuns);

/// Refuses a workbook whose reading would not end or would fill the memory, and tells the looks of its sheets. What is
/// merely damaged is left to the reader to say.
pub(super) fn check(bytes: &[u8]) -> Result<Looks, ImportError> {
    let Some(file) = Sectors::of(bytes)? else { return Ok(Looks::default()) };
    let mut shapes = Looks::default();
    // A file for two generations of programs holds two; the reader takes the newer one, which has the same sheets.
    for stream in file.workbooks()? {
        shapes = check_stream(&stream)?;
    }
    Ok(shapes)
}

fn endless() -> ImportError {
    ImportError::Damaged { detail: "chain of sectors without end".to_owned() }
}

fn too_large() -> ImportError {
    ImportError::TooLarge { detail: format!("> {PLACE_LIMIT} cells") }
}

fn number16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn number32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// A file of sectors of one size, and which follows which.
struct Sectors<'a> {
    body: &'a [u8],
    size: usize,
    next: Vec<u32>,
    directory: u32,
    small_next: u32,
    small_length: usize,
}

impl<'a> Sectors<'a> {
    /// The sectors of a file; nothing if its head is damaged.
    fn of(bytes: &'a [u8]) -> Result<Option<Sectors<'a>>, ImportError> {
        let size = match number16(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Ok(None),
        };
        let fields = [48, 60, 64, 68].map(|at| number32(bytes, at));
        let (Some(body), [Some(directory), Some(small_next), Some(small_sectors), Some(more)]) =
            (bytes.get(size..), fields)
        else {
            return Ok(None);
        };
        let small_length = (small_sectors as usize).saturating_mul(size);
        let mut file = Sectors { body, size, next: Vec::new(), directory, small_next, small_length };
        let mut tables: Vec<u32> = numbers(&bytes[76..512]).collect();
        let (mut at, mut seen) = (more, 0);
        while at < FIRST_RESERVED {
            let Some(sector) = file.sector(at) else { break };
            tables.extend(numbers(sector));
            (at, seen) = (tables.pop().unwrap_or(END_OF_CHAIN), seen + 1);
            if seen > file.count() {
                return Err(endless());
            }
        }
        for table in tables.into_iter().filter(|&table| table < NO_SECTOR).take(file.count()) {
            let links: Vec<u32> = file.sector(table).map(|sector| numbers(sector).collect()).unwrap_or_default();
            file.next.extend(links);
        }
        Ok(Some(file))
    }

    fn count(&self) -> usize {
        self.body.len() / self.size + 1
    }

    fn sector(&self, at: u32) -> Option<&'a [u8]> {
        let start = (at as usize).checked_mul(self.size).filter(|&start| start < self.body.len())?;
        Some(&self.body[start..self.body.len().min(start + self.size)])
    }

    /// The bytes of a chain of sectors, at most so many; as far as it goes.
    fn chain(&self, first: u32, length: usize) -> Result<Vec<u8>, ImportError> {
        follow(first, length, &self.next, self.count(), |at| self.sector(at))
    }

    /// The streams that hold a workbook.
    fn workbooks(&self) -> Result<Vec<Vec<u8>>, ImportError> {
        let directory = self.chain(self.directory, usize::MAX)?;
        let entries = || directory.chunks_exact(128);
        let place = |entry: &[u8]| number32(entry, 116).zip(number32(entry, 120).map(|length| length as usize));
        let small = match entries().next().and_then(place) {
            Some((start, length)) if self.small_length > 0 => self.chain(start, length)?,
            Some(_) | None => Vec::new(),
        };
        let small_next: Vec<u32> = match self.small_length {
            0 => Vec::new(),
            length => numbers(&self.chain(self.small_next, length)?).collect(),
        };
        let mut streams = Vec::new();
        for (start, length) in entries().filter(|entry| is_workbook(&entry[..64])).filter_map(place) {
            let small_sector = |at: u32| {
                let start = (at as usize).checked_mul(64).filter(|&start| start < small.len())?;
                Some(&small[start..small.len().min(start + 64)])
            };
            streams.push(if length < SMALL_STREAM {
                follow(start, length, &small_next, small.len() / 64 + 1, small_sector)?
            } else {
                self.chain(start, length)?
            });
        }
        Ok(streams)
    }
}

fn follow<'a>(
    first: u32,
    length: usize,
    next: &[u32],
    most: usize,
    sector: impl Fn(u32) -> Option<&'a [u8]>,
) -> Result<Vec<u8>, ImportError> {
    let (mut bytes, mut at, mut seen) = (Vec::new(), first, 0);
    while at != END_OF_CHAIN && bytes.len() < length {
        let Some(sector) = sector(at) else { break };
        bytes.extend_from_slice(&sector[..sector.len().min(length - bytes.len())]);
        seen += 1;
        if seen > most {
            return Err(endless());
        }
        at = next.get(at as usize).copied().unwrap_or(END_OF_CHAIN);
    }
    Ok(bytes)
}

/// Whether a name, UTF-16 in 64 bytes, is that of a workbook.
fn is_workbook(name: &[u8]) -> bool {
    let units = name.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]]));
    let name: String =
        char::decode_utf16(units.take_while(|&unit| unit != 0)).map(|c| c.unwrap_or('\u{fffd}')).collect();
    name.eq_ignore_ascii_case("Workbook") || name.eq_ignore_ascii_case("Book")
}

/// Kind and content of the records from a place on, as far as they are whole.
fn records(mut stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let (kind, length) = (number16(stream, 0)?, usize::from(number16(stream, 2)?));
        let content = stream.get(4..4 + length)?;
        stream = &stream[4 + length..];
        Some((kind, content))
    })
}

/// Counts the places of every sheet that the workbook announces; several may begin at the same place. What a password
/// protects is scrambled from its record on and says nothing.
fn check_stream(stream: &[u8]) -> Result<Looks, ImportError> {
    if records(stream).take_while(|(kind, _)| *kind != 0x000a).any(|(kind, _)| kind == 0x002f) {
        return Err(ImportError::Encrypted);
    }
    let sheets = records(stream).filter(|(kind, _)| *kind == 0x85).filter_map(|(_, content)| number32(content, 0));
    let (formats, raised) = (cell_formats(stream), RaisedRuns::of(records(stream)));
    let (mut places, mut looked, mut looks) = (0_u64, 0, 0);
    let mut shapes = Vec::new();
    for start in sheets {
        let (mut cells, mut formulas, mut depth) = (Extent::default(), Extent::default(), 0_u32);
        let mut shape = SheetShape::default();
        for (kind, content) in records(stream.get(start as usize..).unwrap_or(&[])) {
            looked += content.len() + 4;
            match kind {
                0x0809 => depth += 1,
                0x000a if depth <= 1 => break,
                0x000a => depth -= 1,
                0x0200 if stated(content) > WHOLE_SHEET => return Err(too_large()),
                0x00fd if depth <= 1 => {
                    looks += raised_text(content, &raised, &mut shape) + indented(content, &formats, &mut shape);
                }
                _ if depth <= 1 => looks += look(kind, content, &formats, &mut shape),
                _ => {}
            }
            if is_cell(kind) {
                cells.add(kind, content);
            }
            if kind == 0x0006 {
                formulas.add(kind, content);
            }
            if looked > RECORD_LIMIT || looks > LOOKS_LIMIT {
                return Err(too_large());
            }
        }
        places = places.saturating_add(cells.places()).saturating_add(formulas.places());
        if places > PLACE_LIMIT {
            return Err(too_large());
        }
        shape.percent.sort_unstable();
        shape.indents.sort_unstable();
        shape.indents.dedup_by_key(|&mut (row, column, _)| (row, column));
        shape.raised.sort_by_key(|&(row, column, _)| (row, column));
        shapes.push(shape);
    }
    Ok((shapes, raised))
}

/// Notes a cell with a text of raised or lowered letters, and tells how many there were.
fn raised_text(content: &[u8], raised: &RaisedRuns, shape: &mut SheetShape) -> usize {
    let cell = number16(content, 0).zip(number16(content, 2)).zip(number32(content, 6));
    let found = cell.filter(|(_, string)| raised.has(*string));
    shape.raised.extend(found.map(|((row, column), string)| (u32::from(row), column, string)));
    usize::from(found.is_some())
}

/// Notes a text that its format indents, and tells how many there were.
fn indented(content: &[u8], formats: &[CellFormat], shape: &mut SheetShape) -> usize {
    let cell = number16(content, 0).zip(number16(content, 2)).zip(number16(content, 4));
    let steps = cell.and_then(|(_, format)| formats.get(usize::from(format))).map_or(0, |format| format.indent);
    let found = cell.filter(|_| steps > 0).map(|((row, column), _)| (u32::from(row), column, steps));
    shape.indents.extend(found);
    usize::from(found.is_some())
}

/// A format of cells.
#[derive(Clone, Copy, Debug)]
struct CellFormat {
    /// Whether it shows percent.
    percent: bool,
    /// Steps of indentation.
    indent: u8,
}

/// All formats of cells, by their numbers.
fn cell_formats(stream: &[u8]) -> Vec<CellFormat> {
    let mut codes = BTreeSet::from([9, 10]);
    let mut formats = Vec::new();
    let mut wide = false;
    for (kind, content) in records(stream) {
        match kind {
            0x0809 => wide = number16(content, 0) == Some(0x0600),
            0x000a => break,
            0x041e => {
                let code = number16(content, 0).filter(|_| is_percent(&format_code(content, wide)));
                codes.extend(code);
            }
            0x00e0 => formats.push(CellFormat {
                percent: number16(content, 2).is_some_and(|code| codes.contains(&code)),
                // The lowest four bits, since Excel 97.
                indent: content.get(8).filter(|_| wide).map_or(0, |bits| bits & 0x0f),
            }),
            _ => {}
        }
    }
    formats
}

/// The code of a number format: letters of one or two bytes behind their count.
fn format_code(content: &[u8], wide: bool) -> String {
    let letters = content.get(if wide { 5 } else { 3 }..).unwrap_or(&[]);
    if wide && content.get(4).is_some_and(|flags| flags & 1 == 1) {
        let units = letters.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]]));
        return char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect();
    }
    letters.iter().map(|&byte| char::from(byte)).collect()
}

/// Adds what a record says about the looks of a sheet, and tells how many places it names.
fn look(kind: u16, content: &[u8], formats: &[CellFormat], shape: &mut SheetShape) -> usize {
    let at = |at: usize| number16(content, at);
    let is_set = |place: usize, bit: u16| at(place).is_some_and(|flags| flags & bit != 0);
    let before = (shape.percent.len(), shape.merged.len(), shape.hidden_columns.len());
    match kind {
        0x0208 if is_set(12, 0x20) => shape.hidden_rows.extend(at(0).map(u32::from)),
        0x007d if is_set(8, 1) => shape.hidden_columns.extend(at(0).zip(at(2))),
        0x00e5 => shape.merged.extend(content.get(2..).unwrap_or(&[]).chunks_exact(8).filter_map(|region| {
            let [first_row, last_row, first_column, last_column] = [0, 2, 4, 6].map(|at| number16(region, at));
            let (first_row, last_row) = (u32::from(first_row?), u32::from(last_row?));
            Some(MergedCells { first_row, first_column: first_column?, last_row, last_column: last_column? })
        })),
        0x0006 | 0x0203 | 0x027e | 0x00bd => {
            let (Some(row), Some(first)) = (at(0).map(u32::from), at(2)) else { return 0 };
            if kind == 0x0006 {
                shape.formulas.meet((row, u32::from(first)));
            }
            // Several numbers in a row have their formats six bytes apart.
            let several = if kind == 0x00bd { content.len().saturating_sub(6) / 6 } else { 1 };
            let shown = (0..several).filter(|cell| {
                let format = number16(content, 4 + 6 * cell);
                format.and_then(|format| formats.get(usize::from(format))).is_some_and(|format| format.percent)
            });
            let columns = shown.filter_map(|cell| first.checked_add(u16::try_from(cell).ok()?));
            shape.percent.extend(columns.map(|column| (row, column)));
        }
        _ => {}
    }
    shape.percent.len() - before.0 + shape.merged.len() - before.1 + shape.hidden_columns.len() - before.2
}

/// Places that a sheet says it has: the reader makes room for them at once.
fn stated(content: &[u8]) -> u64 {
    let (rows, columns) = match content.len() {
        10 => (number16(content, 2).map(u64::from), number16(content, 6)),
        _ => (number32(content, 4).map(u64::from), number16(content, 10)),
    };
    rows.unwrap_or(0).saturating_mul(columns.map_or(0, u64::from))
}

/// Numbers, texts, truth values, errors, formulas.
fn is_cell(kind: u16) -> bool {
    matches!(kind, 0x0006 | 0x00bd | 0x00d6 | 0x00fd | 0x0203 | 0x0204 | 0x0205 | 0x027e)
}

/// The rectangle around cells.
#[derive(Default)]
struct Extent {
    bounds: Option<[u64; 4]>,
}

impl Extent {
    fn add(&mut self, kind: u16, content: &[u8]) {
        let (Some(row), Some(first)) = (number16(content, 0).map(u64::from), number16(content, 2).map(u64::from))
        else {
            return;
        };
        // Several numbers in a row: six bytes each between the first column and the last.
        let several = if kind == 0x00bd { (content.len().saturating_sub(6) / 6) as u64 } else { 1 };
        let last = first + several.saturating_sub(1);
        let [top, left, bottom, right] = self.bounds.unwrap_or([row, first, row, last]);
        self.bounds = Some([top.min(row), left.min(first), bottom.max(row), right.max(last)]);
    }

    fn places(&self) -> u64 {
        self.bounds.map_or(0, |[top, left, bottom, right]| (bottom - top + 1) * (right - left + 1))
    }
}
