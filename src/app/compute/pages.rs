//! The pages of the document that the place Berichte looks at: typeset once per state of the project, drawn one by one.

use crate::analysis::Ranking;
use crate::document::{Block, Document, PagePicture};
use crate::domain::AreaId;
use crate::export::Pages;
use crate::jobs::{Progress, Requested, Wake};
use crate::programme::{Contacts, DocumentKind, DocumentOutline};
use crate::project::Snapshot;
use crate::reports;
use crate::text::{Explain, Message};
use crate::ui::{PageNeeds, PagesDerived, PagesView};
use jiff::civil::Date;
use std::collections::VecDeque;
use std::sync::Arc;

/// So many bytes of pictures are kept, the newest first.
const KEPT_BYTES: usize = 48 << 20;

/// Everything that the pages of a document depend on.
#[derive(Clone, Debug, PartialEq)]
struct DocumentKey {
    snapshot: u64,
    ranking: Option<String>,
    area: AreaId,
    kind: DocumentKind,
    contacts: Contacts,
    today: Date,
}

/// Everything that the picture of a page depends on.
#[derive(Clone, Debug, PartialEq)]
struct PictureKey {
    document: DocumentKey,
    page: usize,
    width: u32,
}

/// The pages of a document, or why there are none.
struct Typeset {
    of: DocumentKey,
    pages: Pages,
    view: Arc<PagesView>,
}

/// Pages and pictures.
#[derive(Default)]
pub struct PageCompute {
    typeset: Requested<DocumentKey, Option<Result<Typeset, Message>>>,
    picture: Requested<PictureKey, Option<Arc<PagePicture>>>,
    kept: VecDeque<(PictureKey, Arc<PagePicture>)>,
    wanted: Option<PictureKey>,
}

impl PageCompute {
    /// Asks for the pages of a document and for the picture of one of them.
    pub(super) fn request(
        &mut self,
        snapshot: &Arc<Snapshot>,
        ranking: Option<Arc<super::RankingResult>>,
        needs: &PageNeeds,
        today: Date,
        wake: &Wake,
    ) {
        let found = |ranking: &Arc<super::RankingResult>| Some(ranking.as_ref().as_ref().ok()?.run.fingerprint.clone());
        let key = DocumentKey {
            snapshot: snapshot.revision,
            ranking: ranking.as_ref().and_then(found),
            area: needs.area,
            kind: needs.kind,
            contacts: needs.contacts,
            today,
        };
        let (snapshot, of) = (snapshot.clone(), key.clone());
        self.typeset.request(key.clone(), "pages", wake, move |progress| {
            let ranking = ranking.as_deref().and_then(|result| result.as_ref().ok());
            typeset(&snapshot, ranking, &of, progress)
        });
        self.request_picture(PictureKey { document: key, page: needs.page, width: needs.width }, wake);
    }

    fn request_picture(&mut self, key: PictureKey, wake: &Wake) {
        self.wanted = Some(key.clone());
        if self.kept.iter().any(|(known, _)| *known == key) {
            return;
        }
        let Some(set) = self.typeset.current().cloned() else { return };
        let (page, width) = (key.page, key.width);
        self.picture.request(key, "page", wake, move |_| {
            let set = set.as_ref().as_ref()?.as_ref().ok()?;
            set.pages.picture(page, width).map(Arc::new)
        });
    }

    /// Takes over what workers have finished.
    pub(super) fn collect(&mut self) {
        self.typeset.collect();
        self.picture.collect();
        let Some(key) = self.wanted.clone() else { return };
        if self.kept.iter().any(|(known, _)| *known == key) {
            return;
        }
        let Some(picture) = self.picture.value_of(&key).and_then(|found| found.as_ref().clone()) else { return };
        self.kept.push_front((key, picture));
        let mut room = KEPT_BYTES;
        let mut fits = |picture: &PagePicture| {
            room = room.saturating_sub(picture.rgba.len());
            room > 0
        };
        let stay = self.kept.iter().take_while(|(_, picture)| fits(picture)).count().max(1);
        self.kept.truncate(stay);
    }

    /// Pages and picture as the place Berichte sees them.
    pub(super) fn view(&self) -> PagesDerived {
        let wanted = self.wanted.as_ref().map(|key| (key.document.area, key.document.kind));
        let set = self.typeset.latest().and_then(|set| set.as_ref().as_ref());
        let pages = set.and_then(|set| match set {
            Ok(set) => (Some((set.of.area, set.of.kind)) == wanted).then(|| Ok(set.view.clone())),
            Err(message) => self.typeset.current().is_some().then(|| Err(message.clone())),
        });
        let exact = self.wanted.as_ref().and_then(|key| self.kept.iter().find(|(known, _)| known == key));
        // Another size of the same page, or the page as it was, stays in view for as long as the new one is drawn.
        let alike = || {
            let wanted = self.wanted.as_ref()?;
            let same = |known: &PictureKey| {
                (known.page, known.document.area, known.document.kind)
                    == (wanted.page, wanted.document.area, wanted.document.kind)
            };
            self.kept.iter().find(|(known, _)| same(known))
        };
        let picture = exact.or_else(alike).map(|(_, picture)| picture.clone());
        PagesDerived { pages, picture }
    }
}

fn typeset(
    snapshot: &Snapshot,
    ranking: Option<&Ranking>,
    key: &DocumentKey,
    progress: &Progress,
) -> Option<Result<Typeset, Message>> {
    // Setting pages cannot be stopped half way: who has gone on by now is not kept waiting for it.
    progress.check().ok()?;
    let stored = snapshot.programme_of(key.area)?;
    let basis = reports::basis(snapshot, stored, ranking, key.today);
    let document = match reports::document(snapshot, &basis, key.kind, key.contacts) {
        Ok(document) => document,
        Err(error) => return Some(Err(error.message())),
    };
    progress.check().ok()?;
    Some(Pages::of(&document).map_err(|error| error.message()).map(|pages| {
        let view = Arc::new(view(&document, &pages));
        Typeset { of: key.clone(), pages, view }
    }))
}

fn view(document: &Document, pages: &Pages) -> PagesView {
    let level = |block: &Block| if let Block::Heading { level, .. } = block { Some(*level) } else { None };
    let headings = document.blocks.iter().filter_map(level).zip(pages.headings());
    PagesView {
        count: pages.count(),
        outline: DocumentOutline::of(document),
        headings: headings.filter(|(level, _)| DocumentOutline::names(*level)).map(|(_, page)| *page).collect(),
    }
}
