//! Workbooks before 2007, looked through before the reader sees them: it believes stated sizes, follows chains of
//! sectors that never end and lays out the whole grid up to a far cell. Its own way to the stream is private, so the
//! few fields that lead there are read here ([MS-CFB], [MS-XLS]).

use super::ImportError;

/// Places that all sheets of an old workbook may span, empty ones included, with those of their formulas.
const PLACE_LIMIT: u64 = 8_000_000;
/// Places of a whole sheet of the format. Many programs state it for a small table; no more can be there.
const WHOLE_SHEET: u64 = 65_536 * 256;
/// Bytes of records that are looked through: sheets may share them.
const RECORD_LIMIT: usize = 256 << 20;

const END_OF_CHAIN: u32 = 0xffff_fffe;
const FIRST_RESERVED: u32 = 0xffff_fffa;
const NO_SECTOR: u32 = 0xffff_fffc;
/// Bytes below which a stream lies in the small sectors.
const SMALL_STREAM: usize = 4096;

/// Refuses a workbook whose reading would not end or would fill the memory. What is merely damaged is left to the
/// reader to say.
pub(super) fn check(bytes: &[u8]) -> Result<(), ImportError> {
    let Some(file) = Sectors::of(bytes)? else { return Ok(()) };
    for stream in file.workbooks()? {
        check_stream(&stream)?;
    }
    Ok(())
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

/// Counts the places of every sheet that the workbook announces; several may begin at the same place.
fn check_stream(stream: &[u8]) -> Result<(), ImportError> {
    let sheets = records(stream).filter(|(kind, _)| *kind == 0x85).filter_map(|(_, content)| number32(content, 0));
    let (mut places, mut looked) = (0_u64, 0);
    for start in sheets {
        let (mut cells, mut formulas, mut depth) = (Extent::default(), Extent::default(), 0_u32);
        for (kind, content) in records(stream.get(start as usize..).unwrap_or(&[])) {
            looked += content.len() + 4;
            match kind {
                0x0809 => depth += 1,
                0x000a if depth <= 1 => break,
                0x000a => depth -= 1,
                0x0200 if stated(content) > WHOLE_SHEET => return Err(too_large()),
                _ => {}
            }
            if is_cell(kind) {
                cells.add(kind, content);
            }
            if kind == 0x0006 {
                formulas.add(kind, content);
            }
            if looked > RECORD_LIMIT {
                return Err(too_large());
            }
        }
        places = places.saturating_add(cells.places()).saturating_add(formulas.places());
        if places > PLACE_LIMIT {
            return Err(too_large());
        }
    }
    Ok(())
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
