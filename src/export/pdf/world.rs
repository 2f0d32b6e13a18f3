//! What the typesetter may see: the document's source, the template, its drawings, and the bundled font. No network, no
//! files, no clock.

use super::source::{LOGO, TEMPLATE, figure_path};
use crate::chart;
use std::sync::OnceLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

const TEMPLATE_TEXT: &str = include_str!("template.typ");
const ITALIC: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans_400Regular_Italic.ttf");

/// One document's world.
pub(super) struct DocumentWorld {
    main: Source,
    template: Source,
    files: Vec<(FileId, Bytes)>,
}

/// What all documents share: made once.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

fn shared() -> &'static Shared {
    static SHARED: OnceLock<Shared> = OnceLock::new();
    SHARED.get_or_init(|| {
        let fonts: Vec<Font> = [chart::FONT_REGULAR, chart::FONT_SEMIBOLD, ITALIC]
            .into_iter()
            .flat_map(|data| Font::iter(Bytes::new(data)))
            .collect();
        Shared { library: LazyHash::new(Library::default()), book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    })
}

/// The font of running text.
pub(super) fn text_font() -> Option<Font> {
    shared().fonts.first().cloned()
}

impl DocumentWorld {
    /// A world with this source, these drawings and this logo; none if a path cannot be made.
    pub(super) fn new(source: String, drawings: &[&str], logo: Option<&[u8]>) -> Option<DocumentWorld> {
        let mut files = Vec::new();
        for (number, drawing) in drawings.iter().enumerate() {
            files.push((id(&figure_path(number))?, Bytes::from_string((*drawing).to_owned())));
        }
        if let Some(bytes) = logo {
            files.push((id(LOGO)?, Bytes::new(bytes.to_vec())));
        }
        Some(DocumentWorld {
            main: Source::new(id("/main.typ")?, source),
            template: Source::new(id(TEMPLATE)?, TEMPLATE_TEXT.to_owned()),
            files,
        })
    }
}

fn id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &shared().library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &shared().book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &self.template]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = self.files.iter().find(|(known, _)| *known == id);
        file.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        shared().fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
