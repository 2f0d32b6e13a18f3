//! The pages of the document that the place Berichte looks at: typeset once per state of the project, drawn one by one.

use crate::analysis::Ranking;
use crate::document::{Block, Document, PagePicture};
use crate::domain::AreaId;
use crate::export::Pages;
use crate::jobs::{Progress, Requested, Wake};
use crate::programme::{Contacts, DocumentKind, DocumentOutline};
use crate::project::Snapshot;
use crate::reports;
use crate::text::panel::berichte as words;
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

impl DocumentKey {
    /// Which document it is, in whichever state of the project.
    fn shown(&self) -> (AreaId, DocumentKind, Contacts) {
        (self.area, self.kind, self.contacts)
    }
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
        self.typeset.request_in_turn(key.clone(), "pages", wake, move |progress| {
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
        self.picture.request_in_turn(key, "page", wake, move |_| {
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
        let Some(wanted) = &self.wanted else { return PagesDerived::default() };
        let of = wanted.document.shown();
        let set = self.typeset.latest().and_then(|set| set.as_ref().as_ref());
        let pages = set.and_then(|set| match set {
            Ok(set) => (set.of.shown() == of).then(|| Ok(set.view.clone())),
            Err(message) => self.typeset.current().is_some().then(|| Err(message.clone())),
        });
        let exact = self.kept.iter().find(|(known, _)| known == wanted);
        // Another size of the same page, or the page as it was, stays in view for as long as the new one is drawn.
        let same = |known: &PictureKey| known.page == wanted.page && known.document.shown() == of;
        let picture = exact.or_else(|| self.kept.iter().find(|(known, _)| same(known)));
        let lost = self.typeset.has_failed() || picture.is_none() && self.picture.has_failed();
        let pages = if lost { Some(Err(words::pages_lost())) } else { pages };
        PagesDerived { of: Some(of), pages, picture: picture.map(|(_, picture)| picture.clone()) }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn key(area: i64, contacts: Contacts, snapshot: u64) -> PictureKey {
        let kind = DocumentKind::Steckbriefe;
        let today = jiff::civil::date(2026, 11, 22);
        let document = DocumentKey { snapshot, ranking: None, area: AreaId(area), kind, contacts, today };
        PictureKey { document, page: 0, width: 100 }
    }

    /// What is in view where one picture was drawn and another page is wanted.
    fn view(drawn: PictureKey, wanted: PictureKey) -> PagesDerived {
        let picture = Arc::new(PagePicture { width: 1, height: 1, rgba: vec![0; 4] });
        let kept = VecDeque::from([(drawn, picture)]);
        PageCompute { kept, wanted: Some(wanted), ..PageCompute::default() }.view()
    }

    #[test]
    fn the_page_of_an_older_state_stays_in_view_but_not_one_with_persons_who_are_left_out_by_now() {
        let without = key(1, Contacts::LeaveOut, 5);
        assert!(view(key(1, Contacts::LeaveOut, 4), without.clone()).picture.is_some());
        assert!(view(key(1, Contacts::Include, 5), without).picture.is_none());
    }

    #[test]
    fn pages_say_of_which_document_they_are() {
        let found = view(key(1, Contacts::LeaveOut, 5), key(2, Contacts::LeaveOut, 5));
        assert_eq!(found.of, Some((AreaId(2), DocumentKind::Steckbriefe, Contacts::LeaveOut)));
        assert!(found.picture.is_none(), "a page of another area");
    }

    #[test]
    fn pages_that_never_come_are_told_in_three_parts() {
        let wake: Wake = Arc::new(|| {});
        let wanted = key(1, Contacts::LeaveOut, 5);
        let mut compute = PageCompute { wanted: Some(wanted.clone()), ..PageCompute::default() };
        compute.typeset.request_in_turn(wanted.document, "failing", &wake, |_| panic!("a fault on purpose"));
        while !compute.typeset.has_failed() {
            compute.collect();
            std::thread::yield_now();
        }
        let message = compute.view().pages.and_then(Result::err).expect("a message");
        assert!([message.happened, message.meaning, message.action].iter().all(|part| !part.is_empty()));
    }
}
